# Redraw in this folder: gnuplot line.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'line.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'line'
    set output 'line.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'line.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.4527; set tmargin at screen 0.6970
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'line.csv' skip 1 using ($2+150):4:5 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'line.csv' skip 1 using ($2+150):3 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.4527; set tmargin at screen 0.6970
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 10, '' 20, '' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'line.csv' skip 1 using ($2+150):7:8 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'line.csv' skip 1 using ($2+150):6 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.3694
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('0' 0, '10' 10, '20' 20, '30' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'line.csv' skip 1 using ($2+150):10:11 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'line.csv' skip 1 using ($2+150):9 with lines lc rgb blue dt 1 lw 1.5

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3694
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:30]
set ytics ('' 0, '' 10, '' 20, '' 30) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'line.csv' skip 1 using ($2+150):13:14 with filledcurves lc rgb blue fs transparent solid 0.25 noborder, \
     'line.csv' skip 1 using ($2+150):12 with lines lc rgb blue dt 1 lw 1.5

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'South gate排队最长：半数日子超过 12 人（07:30 起 5 分钟平均），' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '每 20 天有 1 天超过 26 人' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，方案“today”，模拟 400 天' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 14.00,222.75 to 30.00,222.75 nohead back lc rgb blue dt 1 lw 1.50
set label '各天的中位数' at 34.00,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 96.00,219.75 to 112.00,225.75 back fc rgb blue fs transparent solid 0.25 noborder
set label '每 100 天中的第 5 天至第 95 天' at 116.00,222.75 left font sans.',8' tc rgb ink front
set arrow from 223.11,130.38 to 223.11,200.75 nohead back lc rgb quiet dt 2 lw 0.50
set label 'South gate' at 48.00,208.25 left font bold.',8.5' tc rgb ink front
set label '半数日子最多 12 人，忙的日子 26 人' at 245.00,207.75 right font sans.',7' tc rgb quiet front
set arrow from 444.11,130.38 to 444.11,200.75 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 269.00,208.25 left font bold.',8.5' tc rgb ink front
set label '半数日子最多 2.6 人，忙的日子 5.5 人' at 466.00,207.75 right font sans.',7' tc rgb quiet front
set arrow from 223.11,36.00 to 223.11,106.38 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 48.00,113.88 left font bold.',8.5' tc rgb ink front
set label '半数日子最多 0.8 人，忙的日子 1.6 人' at 245.00,113.38 right font sans.',7' tc rgb quiet front
set arrow from 444.11,36.00 to 444.11,106.38 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 269.00,113.88 left font bold.',8.5' tc rgb ink front
set label '半数日子最多 5.3 人，忙的日子 11 人' at 466.00,113.38 right font sans.',7' tc rgb quiet front
set label '排队人数（5 分钟平均）' at 16.00,118.38 center rotate font sans.',8' tc rgb quiet front
set label '时刻' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label '某一时刻的队伍会比平均更长；竖虚线：07:50 停止供应' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
