# Redraw in this folder: gnuplot layouts.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'layouts.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'layouts'
    set output 'layouts.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'layouts.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1750; set rmargin at screen 0.3784
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [200:400]
set xtics ('200' 200, '300' 300, '400' 400) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.4500; set rmargin at screen 0.6620
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [60:100]
set xtics ('60' 60, '80' 80, '100' 100) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.7250; set rmargin at screen 0.9370
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [40:70]
set xtics ('40' 40, '50' 50, '60' 60, '70' 70) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'Warm drinks：“three gates”比“today”多 96/day；' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '“gate and garage”与它分不出高下' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set label '▲' at 18.50,222.75 center font sans.',9' tc rgb blue front
set label '优于“three gates”' at 27.00,222.75 left font sans.',8' tc rgb ink front
set label '▼' at 119.26,222.75 center font sans.',9' tc rgb red front
set label '不如“three gates”' at 127.76,222.75 left font sans.',8' tc rgb ink front
set label '○' at 220.02,222.75 center font sans.',9' tc rgb stone front
set label '与“three gates”分不出高下' at 228.52,222.75 left font sans.',8' tc rgb ink front
set label 'three gates' at 14.00,162.16 left font sans.',8' tc rgb ink front
set arrow from 14.00,180.75 to 466.00,180.75 nohead back lc rgb faint dt 1 lw 0.40
set label 'gate and garage' at 14.00,124.97 left font sans.',8' tc rgb ink front
set arrow from 14.00,143.56 to 466.00,143.56 nohead back lc rgb faint dt 1 lw 0.40
set label 'two gates' at 14.00,87.78 left font sans.',8' tc rgb ink front
set arrow from 14.00,106.38 to 466.00,106.38 nohead back lc rgb faint dt 1 lw 0.40
set label 'today' at 14.00,50.59 left font sans.',8' tc rgb ink front
set arrow from 14.00,69.19 to 466.00,69.19 nohead back lc rgb faint dt 1 lw 0.40
set label '/day · 越多越好' at 84.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Warm drinks' at 84.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 153.33,32.00 to 153.33,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 153.33,162.16 to 153.33,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 153.33,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 148.99,124.97 to 155.67,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 152.33,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 126.62,87.78 to 133.29,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 129.96,87.78 center font sans.',8' tc rgb red front
set arrow from 103.24,50.59 to 109.92,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 106.58,50.59 center font sans.',8' tc rgb red front
set label '342' at 202.00,162.16 right font bold.',7' tc rgb ink front
set label '340' at 202.00,124.97 right font sans.',7' tc rgb ink front
set label '294' at 202.00,87.78 right font sans.',7' tc rgb ink front
set label '246' at 202.00,50.59 right font sans.',7' tc rgb ink front
set label '% · 越多越好' at 216.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target' at 216.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 294.87,32.00 to 294.87,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 294.87,162.16 to 294.87,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 294.87,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 287.92,124.97 to 299.04,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 293.48,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 256.90,87.78 to 268.01,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 262.46,87.78 center font sans.',8' tc rgb red front
set arrow from 224.49,50.59 to 235.60,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 230.04,50.59 center font sans.',8' tc rgb red front
set label '91' at 334.00,162.16 right font bold.',7' tc rgb ink front
set label '90' at 334.00,124.97 right font sans.',7' tc rgb ink front
set label '78' at 334.00,87.78 right font sans.',7' tc rgb ink front
set label '66' at 334.00,50.59 right font sans.',7' tc rgb ink front
set label 's · 越少越好' at 348.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Wait, mean' at 348.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 375.14,32.00 to 375.14,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 375.14,162.16 to 375.14,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 375.14,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 371.56,124.97 to 380.67,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 376.12,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 393.37,87.78 to 402.49,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 397.93,87.78 center font sans.',8' tc rgb red front
set arrow from 416.17,50.59 to 425.29,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 420.73,50.59 center font sans.',8' tc rgb red front
set label '48' at 466.00,162.16 right font bold.',7' tc rgb ink front
set label '48' at 466.00,124.97 right font sans.',7' tc rgb ink front
set label '55' at 466.00,87.78 right font sans.',7' tc rgb ink front
set label '61' at 466.00,50.59 right font sans.',7' tc rgb ink front
set label '图标：均值；横线：与“three gates”（虚线）之差的 95 % 区间，所有方案同时成立；4 项指标中的 3 项' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
