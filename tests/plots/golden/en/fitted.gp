# Redraw in this folder: gnuplot fitted.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'fitted.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'fitted'
    set output 'fitted.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'fitted.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.3569
set bmargin at screen 0.1250; set tmargin at screen 0.7513
set xrange [25200:28800]
set xtics ('07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'fitted.csv' skip 1 using 3:8:9 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'fitted.csv' skip 1 using 3:7 with lines lc rgb blue lw 1.4, \
     'fitted.csv' skip 1 using 3:5:(0):($6-$5) with vectors nohead lc rgb stone lw 0.8, \
     'fitted.csv' skip 1 using 3:4 with points lc rgb ink pt 7 ps 0.3

set lmargin at screen 0.4069; set rmargin at screen 0.6639
set bmargin at screen 0.1250; set tmargin at screen 0.7513
set xrange [25200:28800]
set xtics ('07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 10, '' 20, '' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'fitted.csv' skip 1 using 3:14:15 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'fitted.csv' skip 1 using 3:13 with lines lc rgb blue lw 1.4, \
     'fitted.csv' skip 1 using 3:11:(0):($12-$11) with vectors nohead lc rgb stone lw 0.8, \
     'fitted.csv' skip 1 using 3:10 with points lc rgb ink pt 7 ps 0.3

set lmargin at screen 0.7139; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.7513
set xrange [25200:28800]
set xtics ('07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 10, '' 20, '' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'fitted.csv' skip 1 using 3:20:21 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'fitted.csv' skip 1 using 3:19 with lines lc rgb blue lw 1.4, \
     'fitted.csv' skip 1 using 3:17:(0):($18-$17) with vectors nohead lc rgb stone lw 0.8, \
     'fitted.csv' skip 1 using 3:16 with points lc rgb ink pt 7 ps 0.3

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'south-gate: most come around 07:23, 20 people in 5 min; two peaks' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '512 days tallied' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set label '●' at 18.50,238.38 center font sans.',9' tc rgb ink front
set label 'counted, mean of the days' at 27.00,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 139.72,235.38 to 155.72,241.38 back fc rgb blue fs transparent solid 0.25 noborder
set arrow from 139.72,238.38 to 155.72,238.38 nohead back lc rgb blue dt 1 lw 1.40
set label 'fitted curve' at 159.72,238.38 left font sans.',8' tc rgb ink front
set label 'south-gate' at 48.00,223.88 left font bold.',8.5' tc rgb ink front
set label 'two peaks' at 171.33,223.38 right font sans.',7' tc rgb quiet front
set label 'plaza' at 195.33,223.88 left font bold.',8.5' tc rgb ink front
set label 'one peak' at 318.67,223.38 right font sans.',7' tc rgb quiet front
set label 'garage' at 342.67,223.88 left font bold.',8.5' tc rgb ink front
set label 'one peak' at 466.00,223.38 right font sans.',7' tc rgb quiet front
set label 'residents in 5 min' at 16.00,126.19 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'upright lines and band: 95 % intervals of the mean, by Poisson''s law' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
