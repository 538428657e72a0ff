# Redraw in this folder: gnuplot wait.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'wait.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'wait'
    set output 'wait.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'wait.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.0833; set rmargin at screen 0.9708
set bmargin at screen 0.4202; set tmargin at screen 0.7999
set xrange [0:290]
set xtics ('' 0, '' 60, '' 120, '' 180, '' 240) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('0 %%' 0, '25 %%' 0.25, '50 %%' 0.5, '75 %%' 0.75, '100 %%' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'wait.csv' skip 1 using ($1<=120.00012?$1:NaN):2 with filledcurves y=0 lc rgb blue fs transparent solid 0.25 noborder, \
     'wait.csv' skip 1 using ($1>=119.99988?$1:NaN):2:(1) with filledcurves lc rgb orange fs transparent solid 0.9 noborder, \
     'wait.csv' skip 1 using 1:2 with lines lc rgb ink lw 1.4

set lmargin at screen 0.0833; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3369
set xrange [0:290]
set xtics ('0' 0, '1' 60, '2' 120, '3' 180, '4' 240) font sans.',7' tc rgb quiet
set yrange [0:0.5]
set ytics ('0 %%' 0, '20 %%' 0.2, '40 %%' 0.4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'wait.csv' skip 1 using (($3+$4)/2):($4<=120.00012?$5:NaN):($4-$3) with boxes fc rgb blue fs solid 0.75 border lc rgb paper lw 0.4, \
     'wait.csv' skip 1 using (($3+$4)/2):($3>=119.99988?$5:NaN):($4-$3) with boxes fc rgb orange fs solid 0.9 border lc rgb paper lw 0.4

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label '每 10 人中有 9 人等待不到 2 分钟；South gate每 10 人中有 7 人' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，方案“today”，模拟 400 天' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set label '领到的人中，等待短于横轴时间的比例' at 40.00,237.38 left font sans.',8' tc rgb ink front
set object circle at 216.28,220.55 size 2.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set label '目标 2 分钟：91.0 % 等待更短（± 0.8）' at 222.28,212.55 left font bold.',8' tc rgb ink front
set object circle at 56.89,175.64 size 2.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set label '半数人等待不到 12 秒' at 62.89,167.64 left font sans.',8' tc rgb ink front
set label '各等待时间的比例（每格 10 秒）' at 40.00,104.02 left font sans.',8' tc rgb ink front
set label '超过 4 分 50 秒：0.6 %' at 466.00,44.00 right font sans.',7' tc rgb quiet front
set arrow from 216.28,121.02 to 216.28,230.38 nohead back lc rgb ink dt 2 lw 0.80
set arrow from 216.28,36.00 to 216.28,97.02 nohead back lc rgb ink dt 2 lw 0.80
set label '排队等待 (分钟)' at 257.00,18.00 center font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
