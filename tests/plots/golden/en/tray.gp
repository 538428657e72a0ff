# Redraw in this folder: gnuplot tray.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'tray.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'tray'
    set output 'tray.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'tray.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.3612; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [50:70]
set ytics ('50' 50, '55' 55, '60' 60, '65' 65, '70' 70) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+150):6 with linespoints lc rgb red lw 1.5 pt 7 ps 0.25

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.1250; set tmargin at screen 0.3126
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('0' 0, '2' 2, '4' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+300):4:5 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'tray.csv' skip 1 using ($2+300):3 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.3612; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [50:70]
set ytics ('' 50, '' 55, '' 60, '' 65, '' 70) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+150):10 with linespoints lc rgb red lw 1.5 pt 7 ps 0.25

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.3126
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('' 0, '' 2, '' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+300):8:9 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'tray.csv' skip 1 using ($2+300):7 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.3612; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [50:70]
set ytics ('' 50, '' 55, '' 60, '' 65, '' 70) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+150):14 with linespoints lc rgb red lw 1.5 pt 7 ps 0.25

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.1250; set tmargin at screen 0.3126
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('' 0, '' 2, '' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+300):12:13 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'tray.csv' skip 1 using ($2+300):11 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.3612; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [50:70]
set ytics ('' 50, '' 55, '' 60, '' 65, '' 70) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+150):18 with linespoints lc rgb red lw 1.5 pt 7 ps 0.25

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3126
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('' 0, '' 2, '' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'tray.csv' skip 1 using ($2+300):16:17 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'tray.csv' skip 1 using ($2+300):15 with lines lc rgb blue dt 1 lw 1.5

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'Metro gate hands over lukewarm cups: 54 °C at 06:30' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set arrow from 14.00,238.38 to 30.00,238.38 nohead back lc rgb red dt 1 lw 1.50
set label 'cups handed over, mean' at 34.00,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 139.52,235.38 to 155.52,241.38 back fc rgb green fs transparent solid 0.16 noborder
set label 'serving temperature' at 159.52,238.38 left font sans.',8' tc rgb ink front
set arrow from 249.60,238.38 to 265.60,238.38 nohead back lc rgb blue dt 1 lw 1.50
set label 'cups on the tray' at 269.60,238.38 left font sans.',8' tc rgb ink front
set label 'South gate' at 48.00,223.88 left font bold.',8.5' tc rgb ink front
set object rectangle from 48.00,132.12 to 134.50,216.38 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 124.89,104.03 to 124.89,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 124.89,36.00 to 124.89,90.03 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 158.50,223.88 left font bold.',8.5' tc rgb ink front
set object rectangle from 158.50,132.12 to 245.00,216.38 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 235.39,104.03 to 235.39,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 235.39,36.00 to 235.39,90.03 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 269.00,223.88 left font bold.',8.5' tc rgb ink front
set object rectangle from 269.00,132.12 to 355.50,216.38 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 345.89,104.03 to 345.89,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 345.89,36.00 to 345.89,90.03 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 379.50,223.88 left font bold.',8.5' tc rgb ink front
set object rectangle from 379.50,132.12 to 466.00,216.38 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 456.39,104.03 to 456.39,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 456.39,36.00 to 456.39,90.03 nohead back lc rgb quiet dt 2 lw 0.50
set label '°C' at 16.00,160.20 center rotate font sans.',8' tc rgb quiet front
set label 'cups' at 16.00,63.02 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'line: median day, band: from the 5th to the 95th of 100 days; dashed upright: the window closes, 07:50' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
