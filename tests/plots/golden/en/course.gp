# Redraw in this folder: gnuplot course.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'course.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'course'
    set output 'course.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'course.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.4527; set tmargin at screen 0.6920
set xrange [23400:32400]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800, '' 30600, '' 32400) font sans.',7' tc rgb quiet
set yrange [0:25]
set ytics ('0' 0, '10' 10, '20' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'course.csv' skip 1 using ($2+150):10:11 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'course.csv' skip 1 using ($2+150):9 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.4527; set tmargin at screen 0.6920
set xrange [23400:32400]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800, '' 30600, '' 32400) font sans.',7' tc rgb quiet
set yrange [0:25]
set ytics ('' 0, '' 10, '' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'course.csv' skip 1 using ($2+150):13:14 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'course.csv' skip 1 using ($2+150):12 with lines lc rgb blue dt 1 lw 1.5, \
     'course.csv' skip 1 using ($2+150):9 with lines lc rgb ink dt 2 lw 0.9

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.3644
set xrange [23400:32400]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800, '08:30' 30600, '09:00' 32400) font sans.',7' tc rgb quiet
set yrange [0:25]
set ytics ('0' 0, '10' 10, '20' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'course.csv' skip 1 using ($2+150):7:8 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'course.csv' skip 1 using ($2+150):6 with lines lc rgb blue dt 1 lw 1.5, \
     'course.csv' skip 1 using ($2+150):9 with lines lc rgb ink dt 2 lw 0.9

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3644
set xrange [23400:32400]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800, '08:30' 30600, '09:00' 32400) font sans.',7' tc rgb quiet
set yrange [0:25]
set ytics ('' 0, '' 10, '' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'course.csv' skip 1 using ($2+150):4:5 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'course.csv' skip 1 using ($2+150):3 with lines lc rgb blue dt 1 lw 1.5, \
     'course.csv' skip 1 using ($2+150):9 with lines lc rgb ink dt 2 lw 0.9

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'Longest line on a median day, mean over 5 min: ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '5.2 people under gate and garage (07:35), 12 people under today (07:35)' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 14.00,222.75 to 30.00,222.75 nohead back lc rgb blue dt 1 lw 1.50
set label 'median of all days' at 34.00,222.75 left font sans.',8' tc rgb ink front
set arrow from 115.44,222.75 to 131.44,222.75 nohead back lc rgb ink dt 2 lw 0.90
set label 'median under three gates' at 135.44,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 245.36,219.75 to 261.36,225.75 back fc rgb blue fs transparent solid 0.25 noborder
set label 'from the 5th to the 95th of 100 days' at 265.36,222.75 left font sans.',8' tc rgb ink front
set arrow from 225.30,130.38 to 225.30,199.31 nohead back lc rgb quiet dt 2 lw 0.50
set label 'three gates' at 48.00,208.03 left font bold.',8' tc rgb ink front
set arrow from 446.30,130.38 to 446.30,199.31 nohead back lc rgb quiet dt 2 lw 0.50
set label 'gate and garage' at 269.00,208.03 left font bold.',8' tc rgb ink front
set arrow from 225.30,36.00 to 225.30,104.94 nohead back lc rgb quiet dt 2 lw 0.50
set label 'two gates' at 48.00,113.66 left font bold.',8' tc rgb ink front
set arrow from 446.30,36.00 to 446.30,104.94 nohead back lc rgb quiet dt 2 lw 0.50
set label 'today' at 269.00,113.66 left font bold.',8' tc rgb ink front
set label 'people waiting, all stations, mean over 5 min' at 16.00,117.66 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'at a moment the line is longer than its mean; dashed upright: the window closes, 08:45' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
