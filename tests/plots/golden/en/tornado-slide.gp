# Redraw in this folder: gnuplot tornado-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'tornado-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'tornado-slide.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.3469; set rmargin at screen 0.9002
set bmargin at screen 0.1250; set tmargin at screen 0.7582
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
set xrange [0:512]; set yrange [0:288]
set label 'Warm drinks: residents.commuters.uptake matters most, from 250 to 358/day' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,235.38 to 30.00,241.38 back fc rgb blue fs transparent solid 0.90 noborder
set label 'lower assumption' at 34.00,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 115.12,235.38 to 131.12,241.38 back fc rgb orange fs transparent solid 0.90 noborder
set label 'higher assumption' at 135.12,238.38 left font sans.',8' tc rgb ink front
set label 'residents.commuters.uptake' at 134.00,203.18 right font sans.',8' tc rgb ink front
set label 'service.pour' at 134.00,172.78 right font sans.',8' tc rgb ink front
set label 'residents.commuters.patience' at 134.00,142.39 right font sans.',8' tc rgb ink front
set label 'conditions.air' at 134.00,111.99 right font sans.',8' tc rgb ink front
set label 'equipment.urn-20.power' at 134.00,81.59 right font sans.',8' tc rgb ink front
set label 'residents.seniors.uptake' at 134.00,51.20 right font sans.',8' tc rgb ink front
set object rectangle from 185.07,194.18 to 334.18,212.18 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 177.61,203.18 to 192.52,203.18 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 334.18,194.18 to 453.46,212.18 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 446.01,203.18 to 460.92,203.18 nohead back lc rgb ink dt 1 lw 0.60
set label '25 %: -60' at 173.61,203.18 right font sans.',7' tc rgb ink front
set label '45 %: +48' at 464.92,203.18 left font sans.',7' tc rgb ink front
set object rectangle from 334.18,163.78 to 408.73,181.78 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 401.28,172.78 to 416.19,172.78 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 289.44,163.78 to 334.18,181.78 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 281.99,172.78 to 296.90,172.78 nohead back lc rgb ink dt 1 lw 0.60
set label '35 s: -18' at 277.99,172.78 right font sans.',7' tc rgb ink front
set label '18 s: +30' at 420.19,172.78 left font sans.',7' tc rgb ink front
set object rectangle from 311.81,142.39 to 334.18,151.39 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 304.35,146.89 to 319.26,146.89 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 281.99,133.39 to 334.18,142.39 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 274.53,137.89 to 289.44,137.89 nohead back lc rgb ink dt 1 lw 0.60
set label '3 min: -9; 9 min: -21' at 270.53,142.39 right font sans.',7' tc rgb ink front
set object rectangle from 334.18,102.99 to 371.45,120.99 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 364.00,111.99 to 378.91,111.99 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 311.81,102.99 to 334.18,120.99 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 304.35,111.99 to 319.26,111.99 nohead back lc rgb ink dt 1 lw 0.60
set label '4 °C: -9' at 300.35,111.99 right font sans.',7' tc rgb ink front
set label '-12 °C: +15' at 382.91,111.99 left font sans.',7' tc rgb ink front
set object rectangle from 304.35,72.59 to 334.18,90.59 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 296.90,81.59 to 311.81,81.59 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 334.18,72.59 to 358.03,90.59 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 350.58,81.59 to 365.49,81.59 nohead back lc rgb ink dt 1 lw 0.60
set label '2 kW: -12' at 292.90,81.59 right font sans.',7' tc rgb ink front
set label '3.5 kW: +10' at 369.49,81.59 left font sans.',7' tc rgb ink front
set object rectangle from 334.18,42.20 to 359.03,60.20 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 351.57,51.20 to 366.48,51.20 nohead back lc rgb ink dt 1 lw 0.60
set object rectangle from 319.26,42.20 to 334.18,60.20 back fc rgb orange fs transparent solid 0.90 noborder
set arrow from 311.81,51.20 to 326.72,51.20 nohead back lc rgb ink dt 1 lw 0.60
set label '30 %: -6' at 307.81,51.20 right font sans.',7' tc rgb ink front
set label '10 %: +10' at 370.48,51.20 left font sans.',7' tc rgb ink front
set arrow from 334.18,36.00 to 334.18,220.38 nohead back lc rgb ink dt 1 lw 0.80
set label 'as assumed: 310/day' at 334.18,225.38 center font sans.',7' tc rgb ink front
set label 'Warm drinks (/day)' at 319.26,18.00 center font sans.',7' tc rgb quiet front
set label 'thin line: 95 % interval of the change; pale: none that shows' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
