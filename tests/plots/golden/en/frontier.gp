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
    set output 'frontier.svg'; plot x # leaves the same pen, whatever was drawn before
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

set lmargin at screen 0.0958; set rmargin at screen 0.6333
set bmargin at screen 0.1250; set tmargin at screen 0.6970
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
set label 'Warm drinks: the plan, 331/day for a fixed cost of 640 CNY/day, ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'is the cheapest that meets all requirements' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set label '●' at 18.50,222.75 center font sans.',9' tc rgb blue front
set label '1 station' at 27.00,222.75 left font sans.',8' tc rgb ink front
set label '▲' at 78.06,222.75 center font sans.',9' tc rgb red front
set label '2 stations' at 86.56,222.75 left font sans.',8' tc rgb ink front
set label '■' at 141.38,222.75 center font sans.',9' tc rgb green front
set label '3 stations' at 149.88,222.75 left font sans.',8' tc rgb ink front
set label '◆' at 204.70,222.75 center font sans.',9' tc rgb purple front
set label '4 stations' at 213.20,222.75 left font sans.',8' tc rgb ink front
set label '○' at 268.02,222.75 center font sans.',9' tc rgb stone front
set label 'misses a requirement' at 276.52,222.75 left font sans.',8' tc rgb ink front
set arrow from 370.76,222.75 to 386.76,222.75 nohead back lc rgb ink dt 1 lw 0.90
set label 'best for the cost' at 390.76,222.75 left font sans.',8' tc rgb ink front
set label 'Warm drinks (/day)' at 46.00,208.25 left font bold.',8.5' tc rgb ink front
set label 'fixed cost (CNY/day)' at 304.00,18.00 right font sans.',7' tc rgb quiet front
set object rectangle from 96.72,175.88 to 101.42,183.88 front fc rgb paper fs transparent solid 0.70 noborder
set label '1' at 99.07,179.88 center font bold.',8' tc rgb ink front
set object rectangle from 142.80,162.70 to 147.50,170.70 front fc rgb paper fs transparent solid 0.70 noborder
set label '2' at 145.15,166.70 center font bold.',8' tc rgb ink front
set object rectangle from 169.41,185.06 to 174.11,193.06 front fc rgb paper fs transparent solid 0.70 noborder
set label '3' at 171.76,189.06 center font bold.',8' tc rgb ink front
set object circle at 164.68,197.45 size 3.00 front fc rgb paper fs solid border lc rgb ink lw 1.5
set object circle at 164.68,197.45 size 2.00 front fc rgb green fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 136.30,166.70 size 3.00 front fc rgb paper fs solid border lc rgb ink lw 1.5
set object circle at 136.30,166.70 size 2.00 front fc rgb red fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 107.92,179.88 size 3.80 front fc rgb paper fs solid border lc rgb ink lw 1.5
set object circle at 107.92,179.88 size 2.80 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set label '1' at 320.00,206.75 left font bold.',8' tc rgb ink front
set label 'south-gate 2 urns + garage 1 carrier' at 332.00,206.03 left font sans.',8' tc rgb ink front
set label '331/day · 640 CNY/day' at 332.00,197.31 left font sans.',7' tc rgb quiet front
set label '2' at 320.00,182.31 left font bold.',8' tc rgb ink front
set label 'south-gate 3 urns' at 332.00,181.59 left font sans.',8' tc rgb ink front
set label '319/day · 750 CNY/day' at 332.00,172.87 left font sans.',7' tc rgb quiet front
set label '3' at 320.00,157.87 left font bold.',8' tc rgb ink front
set label 'south-gate 2 urns + plaza 2 carriers +' at 332.00,157.15 left font sans.',8' tc rgb ink front
set label 'garage 1 urn' at 332.00,147.71 left font sans.',8' tc rgb ink front
set label '347/day · 860 CNY/day' at 332.00,138.99 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
