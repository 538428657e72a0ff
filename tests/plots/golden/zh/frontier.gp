# Redraw in this folder: gnuplot frontier.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'frontier.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'frontier'
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'frontier.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.0958; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.7513
set xrange [400:1400]
set xtics ('400' 400, '600' 600, '800' 800, '1000' 1000, '1200' 1200, '1400' 1400) font sans.',7' tc rgb quiet
set yrange [200:350]
set ytics ('200' 200, '250' 250, '300' 300, '350' 350) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'frontier.csv' skip 1 using 1:5 with points pt 6 ps 0.55 lc rgb stone lw 0.5, \
     'frontier.csv' skip 1 using 1:6 with points pt 7 ps 0.66 lc rgb blue, \
     'frontier.csv' skip 1 using 1:7 with points pt 9 ps 0.66 lc rgb red, \
     'frontier.csv' skip 1 using 1:8 with points pt 5 ps 0.66 lc rgb green, \
     'frontier.csv' skip 1 using 1:9 with points pt 13 ps 0.66 lc rgb purple, \
     'frontier.csv' skip 1 using 1:3 with steps lc rgb ink lw 0.9

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label '24 个方案中有 12 个满足全部要求，最省的为 671 CNY/day' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set label '●' at 18.50,238.38 center font sans.',9' tc rgb blue front
set label '1 个站点' at 27.00,238.38 left font sans.',8' tc rgb ink front
set label '▲' at 75.74,238.38 center font sans.',9' tc rgb red front
set label '2 个站点' at 84.24,238.38 left font sans.',8' tc rgb ink front
set label '■' at 132.98,238.38 center font sans.',9' tc rgb green front
set label '3 个站点' at 141.48,238.38 left font sans.',8' tc rgb ink front
set label '◆' at 190.22,238.38 center font sans.',9' tc rgb purple front
set label '4 个站点' at 198.72,238.38 left font sans.',8' tc rgb ink front
set label '○' at 247.46,238.38 center font sans.',9' tc rgb stone front
set label '未满足某项要求' at 255.96,238.38 left font sans.',8' tc rgb ink front
set arrow from 325.96,238.38 to 341.96,238.38 nohead back lc rgb ink dt 1 lw 0.90
set label '同等费用下最优' at 345.96,238.38 left font sans.',8' tc rgb ink front
set label 'Warm drinks（/day）' at 46.00,223.88 left font bold.',8.5' tc rgb ink front
set label '费用（CNY/day）' at 466.00,18.00 right font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
