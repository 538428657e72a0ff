# Redraw in this folder: gnuplot vessels.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'vessels.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'vessels'
    set output 'vessels.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'vessels.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.3925; set tmargin at screen 0.6623
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [40:80]
set ytics ('40' 40, '50' 50, '60' 60, '70' 70, '80' 80) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):10:(55) with filledcurves below lc rgb red fs transparent solid 0.6 noborder, \
     'vessels.csv' skip 1 using ($2+150):11:12 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):10 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.2347; set tmargin at screen 0.3648
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('0' 0, '20' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):14:15 with filledcurves lc rgb sky fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):13 with lines lc rgb sky dt 1 lw 1.5

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.1250; set tmargin at screen 0.2069
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('0 %%' 0, '100 %%' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.3925; set tmargin at screen 0.6623
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [40:80]
set ytics ('' 40, '' 50, '' 60, '' 70, '' 80) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):17:(55) with filledcurves below lc rgb red fs transparent solid 0.6 noborder, \
     'vessels.csv' skip 1 using ($2+150):18:19 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):17 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.2347; set tmargin at screen 0.3648
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):21:22 with filledcurves lc rgb sky fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):20 with lines lc rgb sky dt 1 lw 1.5

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.2069
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):23 with filledcurves y=0 lc rgb orange fs solid 0.8 noborder

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.3925; set tmargin at screen 0.6623
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [40:80]
set ytics ('' 40, '' 50, '' 60, '' 70, '' 80) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):31:(55) with filledcurves below lc rgb red fs transparent solid 0.6 noborder, \
     'vessels.csv' skip 1 using ($2+150):32:33 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):31 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.2347; set tmargin at screen 0.3648
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):35:36 with filledcurves lc rgb sky fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):34 with lines lc rgb sky dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.1250; set tmargin at screen 0.2069
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):37 with filledcurves y=0 lc rgb orange fs solid 0.8 noborder

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.3925; set tmargin at screen 0.6623
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [40:80]
set ytics ('' 40, '' 50, '' 60, '' 70, '' 80) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):45:(55) with filledcurves below lc rgb red fs transparent solid 0.6 noborder, \
     'vessels.csv' skip 1 using ($2+150):46:47 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):45 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.2347; set tmargin at screen 0.3648
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 20) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):49:50 with filledcurves lc rgb sky fs transparent solid 0.25 noborder, \
     'vessels.csv' skip 1 using ($2+150):48 with lines lc rgb sky dt 1 lw 1.5

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.2069
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'vessels.csv' skip 1 using ($2+150):51 with filledcurves y=0 lc rgb orange fs solid 0.8 noborder

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label '姜茶 ginger tea at B1 车库 is too cold to serve from ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '07:50 to 07:55 (below 55 °C) on a median day' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 14.00,222.75 to 30.00,222.75 nohead back lc rgb blue dt 1 lw 1.50
set label 'temperature' at 34.00,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 95.28,219.75 to 111.28,225.75 back fc rgb green fs transparent solid 0.16 noborder
set label 'serving temperature' at 115.28,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 205.36,219.75 to 221.36,225.75 back fc rgb red fs transparent solid 0.60 noborder
set label 'too cold to serve' at 225.36,222.75 left font sans.',8' tc rgb ink front
set arrow from 301.36,222.75 to 317.36,222.75 nohead back lc rgb sky dt 1 lw 1.50
set label 'level' at 321.36,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 352.80,219.75 to 368.80,225.75 back fc rgb orange fs transparent solid 0.80 noborder
set label 'heater on' at 372.80,222.75 left font sans.',8' tc rgb ink front
set label '豆浆 soy milk' at 48.00,208.75 left font bold.',8.5' tc rgb ink front
set label 'South gate · carrier-12' at 48.00,198.25 left font sans.',7' tc rgb quiet front
set object rectangle from 48.00,142.19 to 134.50,181.04 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 124.89,113.05 to 124.89,190.75 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 124.89,67.59 to 124.89,105.05 nohead back lc rgb quiet dt 2 lw 0.50
set label 'no heater' at 91.25,44.00 center font sans.',7' tc rgb quiet front
set arrow from 124.89,36.00 to 124.89,59.59 nohead back lc rgb quiet dt 2 lw 0.50
set label '姜茶 ginger tea' at 158.50,208.75 left font bold.',8.5' tc rgb ink front
set label 'B1 车库 · urn-20' at 158.50,198.25 left font sans.',7' tc rgb quiet front
set object rectangle from 158.50,142.19 to 245.00,181.04 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 235.39,113.05 to 235.39,190.75 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 235.39,67.59 to 235.39,105.05 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 235.39,36.00 to 235.39,59.59 nohead back lc rgb quiet dt 2 lw 0.50
set label '姜茶 ginger tea' at 269.00,208.75 left font bold.',8.5' tc rgb ink front
set label '二号楼大堂 · urn-20' at 269.00,198.25 left font sans.',7' tc rgb quiet front
set object rectangle from 269.00,142.19 to 355.50,181.04 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 345.89,113.05 to 345.89,190.75 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 345.89,67.59 to 345.89,105.05 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 345.89,36.00 to 345.89,59.59 nohead back lc rgb quiet dt 2 lw 0.50
set label '姜茶 ginger tea' at 379.50,208.75 left font bold.',8.5' tc rgb ink front
set label 'Metro gate · urn-20' at 379.50,198.25 left font sans.',7' tc rgb quiet front
set object rectangle from 379.50,142.19 to 466.00,181.04 back fc rgb green fs transparent solid 0.16 noborder
set arrow from 456.39,113.05 to 456.39,190.75 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 456.39,67.59 to 456.39,105.05 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 456.39,36.00 to 456.39,59.59 nohead back lc rgb quiet dt 2 lw 0.50
set label '°C' at 16.00,151.90 center rotate font sans.',8' tc rgb quiet front
set label 'litres' at 16.00,86.32 center rotate font sans.',8' tc rgb quiet front
set label 'heater' at 16.00,47.79 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'shown: the 4 worst of 8 vessels; line: median day, band: from the 5th to the 95th of 100 days; dashed upright: the window closes, 07:50' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
