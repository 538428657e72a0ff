# Redraw in this folder: gnuplot sweep.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'sweep.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'sweep'
    set output 'sweep.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'sweep.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.0875; set rmargin at screen 0.4875
set bmargin at screen 0.5388; set tmargin at screen 0.7999
set xrange [0.88:5.12]
set xtics ('' 0.88) font sans.',7' tc rgb quiet
set yrange [0:400]
set ytics ('0' 0, '200' 200, '400' 400) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'sweep.csv' skip 1 using 1:4:5 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'sweep.csv' skip 1 using 1:3 with linespoints lc rgb blue lw 1.4 pt 7 ps 0.4

set lmargin at screen 0.5708; set rmargin at screen 0.9708
set bmargin at screen 0.5388; set tmargin at screen 0.7999
set xrange [0.88:5.12]
set xtics ('' 0.88) font sans.',7' tc rgb quiet
set yrange [0:100]
set ytics ('0' 0, '50' 50, '100' 100) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'sweep.csv' skip 1 using 1:7:8 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'sweep.csv' skip 1 using 1:6 with linespoints lc rgb blue lw 1.4 pt 7 ps 0.4

set lmargin at screen 0.0875; set rmargin at screen 0.4875
set bmargin at screen 0.1250; set tmargin at screen 0.4208
set xrange [0.88:5.12]
set xtics ('' 0.88) font sans.',7' tc rgb quiet
set yrange [0:100]
set ytics ('0' 0, '50' 50, '100' 100) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'sweep.csv' skip 1 using 1:10:11 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'sweep.csv' skip 1 using 1:9 with linespoints lc rgb blue lw 1.4 pt 7 ps 0.4

set lmargin at screen 0.5708; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.4208
set xrange [0.88:5.12]
set xtics ('' 0.88) font sans.',7' tc rgb quiet
set yrange [0:1000]
set ytics ('0' 0, '500' 500, '1000' 1000) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'sweep.csv' skip 1 using 1:13:14 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'sweep.csv' skip 1 using 1:12 with linespoints lc rgb blue lw 1.4 pt 7 ps 0.4

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'Warm drinks：staff 5 时最好，为 336/day；4 时已与之分不出高下' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set label '1' at 47.43,148.19 center font sans.',7' tc rgb quiet front
set label '2' at 92.72,148.19 center font sans.',7' tc rgb quiet front
set label '3' at 138.00,148.19 center font sans.',7' tc rgb quiet front
set label '4' at 183.28,148.19 center font sans.',7' tc rgb quiet front
set label '5' at 228.57,148.19 center font sans.',7' tc rgb quiet front
set label 'Warm drinks' at 42.00,237.88 left font bold.',8.5' tc rgb ink front
set label '/day' at 234.00,237.38 right font sans.',7' tc rgb quiet front
set label '1' at 279.43,148.19 center font sans.',7' tc rgb quiet front
set label '2' at 324.72,148.19 center font sans.',7' tc rgb quiet front
set label '3' at 370.00,148.19 center font sans.',7' tc rgb quiet front
set label '4' at 415.28,148.19 center font sans.',7' tc rgb quiet front
set label '5' at 460.57,148.19 center font sans.',7' tc rgb quiet front
set label 'Wait within the target' at 274.00,237.88 left font bold.',8.5' tc rgb ink front
set label '%' at 466.00,237.38 right font sans.',7' tc rgb quiet front
set label '1' at 47.43,29.00 center font sans.',7' tc rgb quiet front
set label '2' at 92.72,29.00 center font sans.',7' tc rgb quiet front
set label '3' at 138.00,29.00 center font sans.',7' tc rgb quiet front
set label '4' at 183.28,29.00 center font sans.',7' tc rgb quiet front
set label '5' at 228.57,29.00 center font sans.',7' tc rgb quiet front
set label 'Wait, mean' at 42.00,128.69 left font bold.',8.5' tc rgb ink front
set label 's' at 234.00,128.19 right font sans.',7' tc rgb quiet front
set label '1' at 279.43,29.00 center font sans.',7' tc rgb quiet front
set label '2' at 324.72,29.00 center font sans.',7' tc rgb quiet front
set label '3' at 370.00,29.00 center font sans.',7' tc rgb quiet front
set label '4' at 415.28,29.00 center font sans.',7' tc rgb quiet front
set label '5' at 460.57,29.00 center font sans.',7' tc rgb quiet front
set label 'Cost' at 274.00,128.69 left font bold.',8.5' tc rgb ink front
set label 'CNY/day' at 466.00,128.19 right font sans.',7' tc rgb quiet front
set label 'staff' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label '色带：均值的 95 % 区间' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
