# Redraw in this folder: gnuplot arrivals.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'arrivals.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'arrivals'
    set output 'arrivals.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'arrivals.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.4798; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:250]
set ytics ('0' 0, '100' 100, '200' 200) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'arrivals.csv' skip 1 using ($2+150):3 with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder, \
     'arrivals.csv' skip 1 using ($2+150):3:4 with filledcurves above lc rgb red fs transparent solid 0.8 noborder, \
     'arrivals.csv' skip 1 using ($2+150):3 with lines lc rgb blue lw 1.2, \
     'arrivals.csv' skip 1 using 2:4 with steps lc rgb ink lw 1.4, \
     'arrivals.csv' skip 1 using ($2+300):4 with fsteps lc rgb ink lw 1.4

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.4798; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:250]
set ytics ('' 0, '' 100, '' 200) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'arrivals.csv' skip 1 using ($2+150):5 with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder, \
     'arrivals.csv' skip 1 using ($2+150):5:6 with filledcurves above lc rgb red fs transparent solid 0.8 noborder, \
     'arrivals.csv' skip 1 using ($2+150):5 with lines lc rgb blue lw 1.2, \
     'arrivals.csv' skip 1 using 2:6 with steps lc rgb ink lw 1.4, \
     'arrivals.csv' skip 1 using ($2+300):6 with fsteps lc rgb ink lw 1.4

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.3965
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:250]
set ytics ('0' 0, '100' 100, '200' 200) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'arrivals.csv' skip 1 using ($2+150):7 with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder, \
     'arrivals.csv' skip 1 using ($2+150):7:8 with filledcurves above lc rgb red fs transparent solid 0.8 noborder, \
     'arrivals.csv' skip 1 using ($2+150):7 with lines lc rgb blue lw 1.2, \
     'arrivals.csv' skip 1 using 2:8 with steps lc rgb ink lw 1.4, \
     'arrivals.csv' skip 1 using ($2+300):8 with fsteps lc rgb ink lw 1.4

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3965
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:250]
set ytics ('' 0, '' 100, '' 200) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'arrivals.csv' skip 1 using ($2+150):9 with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder, \
     'arrivals.csv' skip 1 using ($2+150):9:10 with filledcurves above lc rgb red fs transparent solid 0.8 noborder, \
     'arrivals.csv' skip 1 using ($2+150):9 with lines lc rgb blue lw 1.2, \
     'arrivals.csv' skip 1 using 2:10 with steps lc rgb ink lw 1.4, \
     'arrivals.csv' skip 1 using ($2+300):10 with fsteps lc rgb ink lw 1.4

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'South gate: more come than can be served from 07:30 to 08:00' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,235.38 to 30.00,241.38 back fc rgb blue fs transparent solid 0.25 noborder
set arrow from 14.00,238.38 to 30.00,238.38 nohead back lc rgb blue dt 1 lw 1.20
set label 'residents who come' at 34.00,238.38 left font sans.',8' tc rgb ink front
set arrow from 123.04,238.38 to 139.04,238.38 nohead back lc rgb ink dt 1 lw 1.40
set label 'residents who can be served' at 143.04,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 262.40,235.38 to 278.40,241.38 back fc rgb red fs transparent solid 0.80 noborder
set label 'more than can be served' at 282.40,238.38 left font sans.',8' tc rgb ink front
set arrow from 223.11,138.19 to 223.11,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set label 'South gate' at 48.00,223.88 left font bold.',8.5' tc rgb ink front
set label 'peak 118 %' at 245.00,223.38 right font sans.',7' tc rgb quiet front
set arrow from 444.11,138.19 to 444.11,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 269.00,223.88 left font bold.',8.5' tc rgb ink front
set label 'peak 80 %' at 466.00,223.38 right font sans.',7' tc rgb quiet front
set arrow from 223.11,36.00 to 223.11,114.19 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 48.00,121.69 left font bold.',8.5' tc rgb ink front
set label 'peak 64 %' at 245.00,121.19 right font sans.',7' tc rgb quiet front
set arrow from 444.11,36.00 to 444.11,114.19 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 269.00,121.69 left font bold.',8.5' tc rgb ink front
set label 'peak 94 %' at 466.00,121.19 right font sans.',7' tc rgb quiet front
set label 'residents per hour' at 16.00,126.19 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'dashed upright: the window closes, 07:50' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
