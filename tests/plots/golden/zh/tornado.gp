# Redraw in this folder: gnuplot tornado.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'tornado.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'tornado'
    set output 'tornado.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'tornado.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.3700; set rmargin at screen 0.8936
set bmargin at screen 0.1250; set tmargin at screen 0.7040
set xrange [247:361]
set xtics ('260' 260, '280' 280, '300' 300, '320' 320, '340' 340, '360' 360) font sans.',7' tc rgb quiet
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
set label 'Warm drinks：受 residents.commuters.uptake 影响最大，' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '从 250 到 358/day' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,219.75 to 30.00,225.75 back fc rgb blue fs transparent solid 0.90 noborder
set label '假设取低值' at 34.00,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 88.00,219.75 to 104.00,225.75 back fc rgb orange fs transparent solid 0.90 noborder
set label '假设取高值' at 108.00,222.75 left font sans.',8' tc rgb ink front
set label 'residents.commuters.uptake' at 134.00,188.85 right font sans.',8' tc rgb ink front
set label 'service.pour' at 134.00,161.06 right font sans.',8' tc rgb ink front
set label 'residents.commuters.patience' at 134.00,133.27 right font sans.',8' tc rgb ink front
set label 'conditions.air' at 134.00,105.48 right font sans.',8' tc rgb ink front
set label 'equipment.urn-20.power' at 134.00,77.69 right font sans.',8' tc rgb ink front
set label 'residents.seniors.uptake' at 134.00,49.90 right font sans.',8' tc rgb ink front
set object rectangle from 184.22,179.85 to 316.49,197.85 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 177.61,188.85 to 190.84,188.85 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 316.49,179.85 to 422.31,197.85 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 415.69,188.85 to 428.92,188.85 nohead back lc rgb ink dt 1 lw 0.60
set label '25 %: -60' at 173.61,188.85 right font sans.',7' tc rgb ink front
set label '45 %: +48' at 432.92,188.85 left font sans.',7' tc rgb ink front
set object rectangle from 316.49,152.06 to 382.63,170.06 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 376.01,161.06 to 389.24,161.06 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 276.81,152.06 to 316.49,170.06 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 270.20,161.06 to 283.42,161.06 nohead back lc rgb ink dt 1 lw 0.60
set label '35 s: -18' at 266.20,161.06 right font sans.',7' tc rgb ink front
set label '18 s: +30' at 393.24,161.06 left font sans.',7' tc rgb ink front
set object rectangle from 296.65,133.27 to 316.49,142.27 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 290.04,137.77 to 303.26,137.77 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 270.20,124.27 to 316.49,133.27 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 263.58,128.77 to 276.81,128.77 nohead back lc rgb ink dt 1 lw 0.60
set label '3 min: -9; 9 min: -21' at 259.58,133.27 right font sans.',7' tc rgb ink front
set object rectangle from 316.49,96.48 to 349.56,114.48 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 342.95,105.48 to 356.17,105.48 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 296.65,96.48 to 316.49,114.48 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 290.04,105.48 to 303.26,105.48 nohead back lc rgb ink dt 1 lw 0.60
set label '4 °C: -9' at 286.04,105.48 right font sans.',7' tc rgb ink front
set label '-12 °C: +15' at 360.17,105.48 left font sans.',7' tc rgb ink front
set object rectangle from 290.04,68.69 to 316.49,86.69 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 283.42,77.69 to 296.65,77.69 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 316.49,68.69 to 337.65,86.69 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 331.04,77.69 to 344.27,77.69 nohead back lc rgb ink dt 1 lw 0.60
set label '2 kW: -12' at 279.42,77.69 right font sans.',7' tc rgb ink front
set label '3.5 kW: +10' at 348.27,77.69 left font sans.',7' tc rgb ink front
set object rectangle from 316.49,40.90 to 338.54,58.90 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 331.92,49.90 to 345.15,49.90 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 303.26,40.90 to 316.49,58.90 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 296.65,49.90 to 309.88,49.90 nohead back lc rgb ink dt 1 lw 0.60
set label '30 %: -6' at 292.65,49.90 right font sans.',7' tc rgb ink front
set label '10 %: +10' at 349.15,49.90 left font sans.',7' tc rgb ink front
set arrow from 316.49,36.00 to 316.49,204.75 nohead back lc rgb ink dt 1 lw 0.80
set label '基准：310/day' at 316.49,209.75 center font sans.',7' tc rgb ink front
set label 'Warm drinks（/day）' at 303.26,18.00 center font sans.',7' tc rgb quiet front
set label '细线：变化的 95 % 区间；浅色：没有可辨的变化' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
