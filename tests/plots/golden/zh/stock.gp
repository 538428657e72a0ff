# Redraw in this folder: gnuplot stock.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'stock.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'stock'
    set output 'stock.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'stock.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.3275; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:300]
set ytics ('0' 0, '100' 100, '200' 200, '300' 300) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+150):67 with boxes lc rgb orange fs solid 0.6 noborder, \
     'stock.csv' skip 1 using ($2+300):4:5 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):3 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):8:9 with filledcurves lc rgb red fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):7 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):12:13 with filledcurves lc rgb green fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):11 with lines lc rgb green dt 4 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):16:17 with filledcurves lc rgb purple fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):15 with lines lc rgb purple dt 3 lw 1.8

set lmargin at screen 0.1000; set rmargin at screen 0.2802
set bmargin at screen 0.1250; set tmargin at screen 0.2789
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('0 %%' 0, '50 %%' 0.5, '100 %%' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+300):6 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):10 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):14 with lines lc rgb green dt 4 lw 1.5

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.3275; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:300]
set ytics ('' 0, '' 100, '' 200, '' 300) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+150):68 with boxes lc rgb orange fs solid 0.6 noborder, \
     'stock.csv' skip 1 using ($2+300):20:21 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):19 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):24:25 with filledcurves lc rgb red fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):23 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):28:29 with filledcurves lc rgb green fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):27 with lines lc rgb green dt 4 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):32:33 with filledcurves lc rgb purple fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):31 with lines lc rgb purple dt 3 lw 1.8

set lmargin at screen 0.3302; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.2789
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 0.5, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+300):22 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):26 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):30 with lines lc rgb green dt 4 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.3275; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:300]
set ytics ('' 0, '' 100, '' 200, '' 300) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+150):69 with boxes lc rgb orange fs solid 0.6 noborder, \
     'stock.csv' skip 1 using ($2+300):36:37 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):35 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):40:41 with filledcurves lc rgb red fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):39 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):44:45 with filledcurves lc rgb green fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):43 with lines lc rgb green dt 4 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):48:49 with filledcurves lc rgb purple fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):47 with lines lc rgb purple dt 3 lw 1.8

set lmargin at screen 0.5604; set rmargin at screen 0.7406
set bmargin at screen 0.1250; set tmargin at screen 0.2789
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 0.5, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+300):38 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):42 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):46 with lines lc rgb green dt 4 lw 1.5

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.3275; set tmargin at screen 0.7513
set xrange [23400:28800]
set xtics ('' 23400, '' 25200, '' 27000, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:300]
set ytics ('' 0, '' 100, '' 200, '' 300) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+150):70 with boxes lc rgb orange fs solid 0.6 noborder, \
     'stock.csv' skip 1 using ($2+300):52:53 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):51 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):56:57 with filledcurves lc rgb red fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):55 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):60:61 with filledcurves lc rgb green fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):59 with lines lc rgb green dt 4 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):64:65 with filledcurves lc rgb purple fs transparent solid 0.25 noborder, \
     'stock.csv' skip 1 using ($2+300):63 with lines lc rgb purple dt 3 lw 1.8

set lmargin at screen 0.7906; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.2789
set xrange [23400:28800]
set xtics ('06:30' 23400, '07:00' 25200, '07:30' 27000, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0, '' 0.5, '' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'stock.csv' skip 1 using ($2+300):54 with lines lc rgb blue dt 1 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):58 with lines lc rgb red dt 2 lw 1.5, \
     'stock.csv' skip 1 using ($2+300):62 with lines lc rgb green dt 4 lw 1.5

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label '最可能用完的是South gate的coffee：每 10 天中有 2 天' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，方案“today”，模拟 400 天' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set arrow from 14.00,238.38 to 30.00,238.38 nohead back lc rgb blue dt 1 lw 1.50
set label '姜茶 ginger tea' at 34.00,238.38 left font sans.',8' tc rgb ink front
set arrow from 103.04,238.38 to 119.04,238.38 nohead back lc rgb red dt 2 lw 1.50
set label '豆浆 soy milk' at 123.04,238.38 left font sans.',8' tc rgb ink front
set arrow from 185.68,238.38 to 201.68,238.38 nohead back lc rgb green dt 4 lw 1.50
set label 'coffee' at 205.68,238.38 left font sans.',8' tc rgb ink front
set arrow from 242.56,238.38 to 258.56,238.38 nohead back lc rgb purple dt 3 lw 1.80
set label '杯子' at 262.56,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 292.56,235.38 to 308.56,241.38 back fc rgb orange fs transparent solid 0.60 noborder
set label '补来的，平均' at 312.56,238.38 left font sans.',8' tc rgb ink front
set label 'South gate' at 48.00,223.88 left font bold.',8.5' tc rgb ink front
set arrow from 124.89,94.31 to 124.89,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 124.89,36.00 to 124.89,80.31 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 158.50,223.88 left font bold.',8.5' tc rgb ink front
set arrow from 235.39,94.31 to 235.39,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 235.39,36.00 to 235.39,80.31 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 269.00,223.88 left font bold.',8.5' tc rgb ink front
set arrow from 345.89,94.31 to 345.89,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 345.89,36.00 to 345.89,80.31 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 379.50,223.88 left font bold.',8.5' tc rgb ink front
set arrow from 456.39,94.31 to 456.39,216.38 nohead back lc rgb quiet dt 2 lw 0.50
set arrow from 456.39,36.00 to 456.39,80.31 nohead back lc rgb quiet dt 2 lw 0.50
set label '剩余份数' at 16.00,155.34 center rotate font sans.',8' tc rgb quiet front
set label '已用完' at 16.00,58.16 center rotate font sans.',8' tc rgb quiet front
set label '时刻' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label '线：各天的中位数；色带：每 100 天中的第 5 天至第 95 天；竖虚线：07:50 停止供应' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
