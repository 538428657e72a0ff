# Redraw in this folder: gnuplot heat.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'heat.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'heat'
    set output 'heat.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'heat.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'Wait within the target：20 个组合中有 11 个达到 90 %，' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '其中用量最少的是 staff 4、urns 1' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set object rectangle from 44.00,58.00 to 115.50,96.69 back fc rgb blue fs transparent solid 0.20 noborder
set label '31.9' at 80.00,77.59 center font sans.',7' tc rgb ink front
set object rectangle from 116.00,58.00 to 187.50,96.69 back fc rgb blue fs transparent solid 0.61 noborder
set label '66.8' at 152.00,77.59 center font sans.',7' tc rgb paper front
set object rectangle from 188.00,58.00 to 259.50,96.69 back fc rgb blue fs transparent solid 0.81 noborder
set label '83.9' at 224.00,77.59 center font sans.',7' tc rgb paper front
set object rectangle from 260.00,58.00 to 331.50,96.69 back fc rgb blue fs transparent solid 0.91 noborder
set label '92.1' at 296.00,77.59 center font sans.',7' tc rgb paper front
set arrow from 260.00,58.00 to 260.00,97.19 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 260.00,58.00 to 332.00,58.00 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 332.00,58.00 to 403.50,96.69 back fc rgb blue fs transparent solid 0.96 noborder
set label '96.2' at 368.00,77.59 center font sans.',7' tc rgb paper front
set arrow from 404.00,58.00 to 404.00,97.19 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 332.00,58.00 to 404.00,58.00 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,97.19 to 115.50,135.88 back fc rgb blue fs transparent solid 0.49 noborder
set label '56.5' at 80.00,116.78 center font sans.',7' tc rgb ink front
set object rectangle from 116.00,97.19 to 187.50,135.88 back fc rgb blue fs transparent solid 0.75 noborder
set label '78.8' at 152.00,116.78 center font sans.',7' tc rgb paper front
set object rectangle from 188.00,97.19 to 259.50,135.88 back fc rgb blue fs transparent solid 0.88 noborder
set label '89.7' at 224.00,116.78 center font sans.',7' tc rgb paper front
set object rectangle from 260.00,97.19 to 331.50,135.88 back fc rgb blue fs transparent solid 0.94 noborder
set label '95.0' at 296.00,116.78 center font sans.',7' tc rgb paper front
set arrow from 260.00,97.19 to 260.00,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 332.00,97.19 to 403.50,135.88 back fc rgb blue fs transparent solid 0.97 noborder
set label '97.6' at 368.00,116.78 center font sans.',7' tc rgb paper front
set arrow from 404.00,97.19 to 404.00,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,136.38 to 115.50,175.06 back fc rgb blue fs transparent solid 0.67 noborder
set label '72.3' at 80.00,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 116.00,136.38 to 187.50,175.06 back fc rgb blue fs transparent solid 0.84 noborder
set label '86.5' at 152.00,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 188.00,136.38 to 259.50,175.06 back fc rgb blue fs transparent solid 0.92 noborder
set label '93.4' at 224.00,155.97 center font sans.',7' tc rgb paper front
set arrow from 188.00,136.38 to 188.00,175.56 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 188.00,136.38 to 260.00,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 260.00,136.38 to 331.50,175.06 back fc rgb blue fs transparent solid 0.96 noborder
set label '96.8' at 296.00,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 332.00,136.38 to 403.50,175.06 back fc rgb blue fs transparent solid 0.98 noborder
set label '98.4' at 368.00,155.97 center font sans.',7' tc rgb paper front
set arrow from 404.00,136.38 to 404.00,175.56 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,175.56 to 115.50,214.25 back fc rgb blue fs transparent solid 0.79 noborder
set label '82.3' at 80.00,195.16 center font sans.',7' tc rgb paper front
set object rectangle from 116.00,175.56 to 187.50,214.25 back fc rgb blue fs transparent solid 0.90 noborder
set label '91.4' at 152.00,195.16 center font sans.',7' tc rgb paper front
set arrow from 116.00,175.56 to 116.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 116.00,175.56 to 188.00,175.56 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 116.00,214.75 to 188.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 188.00,175.56 to 259.50,214.25 back fc rgb blue fs transparent solid 0.95 noborder
set label '95.8' at 224.00,195.16 center font sans.',7' tc rgb paper front
set arrow from 188.00,214.75 to 260.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 260.00,175.56 to 331.50,214.25 back fc rgb blue fs transparent solid 0.98 noborder
set label '98.0' at 296.00,195.16 center font sans.',7' tc rgb paper front
set arrow from 260.00,214.75 to 332.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 332.00,175.56 to 403.50,214.25 back fc rgb blue fs transparent solid 0.99 noborder
set label '99.0' at 368.00,195.16 center font sans.',7' tc rgb paper front
set arrow from 404.00,175.56 to 404.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 332.00,214.75 to 404.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set label 'staff' at 224.00,36.56 center font sans.',8' tc rgb quiet front
set label '1' at 80.00,50.28 center font sans.',8' tc rgb ink front
set label '2' at 152.00,50.28 center font sans.',8' tc rgb ink front
set label '3' at 224.00,50.28 center font sans.',8' tc rgb ink front
set label '4' at 296.00,50.28 center font sans.',8' tc rgb ink front
set label '5' at 368.00,50.28 center font sans.',8' tc rgb ink front
set label '1' at 39.00,77.59 right font sans.',8' tc rgb ink front
set label '2' at 39.00,116.78 right font sans.',8' tc rgb ink front
set label '3' at 39.00,155.97 right font sans.',8' tc rgb ink front
set label '4' at 39.00,195.16 right font sans.',8' tc rgb ink front
set object rectangle from 426.00,211.35 to 435.00,214.75 back fc rgb blue fs transparent solid 1.00 noborder
set object rectangle from 426.00,207.95 to 435.00,211.35 back fc rgb blue fs transparent solid 0.96 noborder
set object rectangle from 426.00,204.55 to 435.00,207.95 back fc rgb blue fs transparent solid 0.92 noborder
set object rectangle from 426.00,201.15 to 435.00,204.55 back fc rgb blue fs transparent solid 0.88 noborder
set object rectangle from 426.00,197.75 to 435.00,201.15 back fc rgb blue fs transparent solid 0.84 noborder
set object rectangle from 426.00,194.35 to 435.00,197.75 back fc rgb blue fs transparent solid 0.80 noborder
set object rectangle from 426.00,190.95 to 435.00,194.35 back fc rgb blue fs transparent solid 0.75 noborder
set object rectangle from 426.00,187.55 to 435.00,190.95 back fc rgb blue fs transparent solid 0.71 noborder
set object rectangle from 426.00,184.15 to 435.00,187.55 back fc rgb blue fs transparent solid 0.67 noborder
set object rectangle from 426.00,180.75 to 435.00,184.15 back fc rgb blue fs transparent solid 0.63 noborder
set object rectangle from 426.00,177.35 to 435.00,180.75 back fc rgb blue fs transparent solid 0.59 noborder
set object rectangle from 426.00,173.95 to 435.00,177.35 back fc rgb blue fs transparent solid 0.55 noborder
set object rectangle from 426.00,170.55 to 435.00,173.95 back fc rgb blue fs transparent solid 0.51 noborder
set object rectangle from 426.00,167.15 to 435.00,170.55 back fc rgb blue fs transparent solid 0.47 noborder
set object rectangle from 426.00,163.75 to 435.00,167.15 back fc rgb blue fs transparent solid 0.43 noborder
set object rectangle from 426.00,160.35 to 435.00,163.75 back fc rgb blue fs transparent solid 0.39 noborder
set object rectangle from 426.00,156.95 to 435.00,160.35 back fc rgb blue fs transparent solid 0.35 noborder
set object rectangle from 426.00,153.55 to 435.00,156.95 back fc rgb blue fs transparent solid 0.31 noborder
set object rectangle from 426.00,150.15 to 435.00,153.55 back fc rgb blue fs transparent solid 0.26 noborder
set object rectangle from 426.00,146.75 to 435.00,150.15 back fc rgb blue fs transparent solid 0.22 noborder
set object rectangle from 426.00,143.35 to 435.00,146.75 back fc rgb blue fs transparent solid 0.18 noborder
set object rectangle from 426.00,139.95 to 435.00,143.35 back fc rgb blue fs transparent solid 0.14 noborder
set object rectangle from 426.00,136.55 to 435.00,139.95 back fc rgb blue fs transparent solid 0.10 noborder
set object rectangle from 426.00,133.15 to 435.00,136.55 back fc rgb blue fs transparent solid 0.06 noborder
set label '20' at 438.00,137.15 left font sans.',7' tc rgb quiet front
set label '40' at 438.00,155.55 left font sans.',7' tc rgb quiet front
set label '60' at 438.00,173.95 left font sans.',7' tc rgb quiet front
set label '80' at 438.00,192.35 left font sans.',7' tc rgb quiet front
set label '100' at 438.00,210.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target（%）' at 44.00,221.75 left font bold.',8.5' tc rgb ink front
set label 'urns' at 14.00,221.75 left font sans.',8' tc rgb quiet front
set label '粗线框内：不低于 90 %' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
