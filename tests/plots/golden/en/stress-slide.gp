# Redraw in this folder: gnuplot stress-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'stress-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'stress-slide.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.2109; set rmargin at screen 0.3769
set bmargin at screen 0.1111; set tmargin at screen 0.6762
set xrange [-41.04:225.72]
set xtics ('0' 0, '100' 100, '200' 200) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.4740; set rmargin at screen 0.6246
set bmargin at screen 0.1111; set tmargin at screen 0.6762
set xrange [-30.03:60.06]
set xtics ('0' 0, '50' 50) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.7370; set rmargin at screen 0.8953
set bmargin at screen 0.1111; set tmargin at screen 0.6762
set xrange [-5.76:31.68]
set xtics ('0' 0, '20' 20) font sans.',7' tc rgb quiet
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
set label 'Warm drinks: one of the staff missing at south-gate costs the most, ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '205/day, then twice the crowd, 103/day' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set label 'one of the staff' at 14.00,183.19 left font sans.',8' tc rgb ink front
set label 'missing at south-gate' at 14.00,173.75 left font sans.',8' tc rgb ink front
set arrow from 14.00,194.75 to 498.00,194.75 nohead back lc rgb faint dt 1 lw 0.40
set label 'twice the crowd' at 14.00,145.93 left font sans.',8' tc rgb ink front
set arrow from 14.00,162.20 to 498.00,162.20 nohead back lc rgb faint dt 1 lw 0.40
set label 'garage-b1 without' at 14.00,118.09 left font sans.',8' tc rgb ink front
set label 'urn-20' at 14.00,108.66 left font sans.',8' tc rgb ink front
set arrow from 14.00,129.65 to 498.00,129.65 nohead back lc rgb faint dt 1 lw 0.40
set label 'a cold snap, 10 K' at 14.00,85.55 left font sans.',8' tc rgb ink front
set label 'colder' at 14.00,76.11 left font sans.',8' tc rgb ink front
set arrow from 14.00,97.10 to 498.00,97.10 nohead back lc rgb faint dt 1 lw 0.40
set label 'south-gate without' at 14.00,53.00 left font sans.',8' tc rgb ink front
set label 'carrier-12' at 14.00,43.56 left font sans.',8' tc rgb ink front
set arrow from 14.00,64.55 to 498.00,64.55 nohead back lc rgb faint dt 1 lw 0.40
set label '/day · less than usual' at 108.00,200.75 left font sans.',7' tc rgb quiet front
set label 'Warm drinks' at 108.00,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 121.07,171.47 to 186.45,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 179.91,178.47 to 192.99,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '205 ± 21' at 228.67,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 121.07,138.93 to 153.76,152.93 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 150.49,145.93 to 157.03,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '103 ± 11' at 228.67,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 121.07,106.38 to 142.87,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 140.69,113.38 to 145.05,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '68 ± 7' at 228.67,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 121.07,73.83 to 137.42,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 135.78,80.83 to 139.05,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '51 ± 6' at 228.67,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 121.07,41.28 to 134.15,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 108.00,48.28 to 160.30,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '41 ± 83' at 228.67,48.28 right font sans.',7' tc rgb ink front
set arrow from 121.07,32.00 to 121.07,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label '% · less than usual' at 242.67,200.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target' at 242.67,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 268.38,171.47 to 315.14,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 310.46,178.47 to 319.81,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '54.6 ± 5.5' at 363.33,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 245.00,138.93 to 268.38,152.93 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 242.67,145.93 to 247.34,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '+27.3 ± 2.8' at 363.33,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 268.38,106.38 to 283.97,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 282.41,113.38 to 285.53,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '18.2 ± 1.9' at 363.33,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 268.38,73.83 to 280.07,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 278.90,80.83 to 281.24,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '13.7 ± 1.4' at 363.33,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 268.38,41.28 to 277.73,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 259.03,48.28 to 296.44,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '10.9 ± 21.9' at 363.33,48.28 right font sans.',7' tc rgb ink front
set arrow from 268.38,32.00 to 268.38,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label 's · more than usual' at 377.33,200.75 left font sans.',7' tc rgb quiet front
set label 'Wait, mean' at 377.33,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 389.81,171.47 to 452.16,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 445.93,178.47 to 458.40,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '28.8 ± 2.9' at 498.00,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 389.81,138.93 to 420.98,152.93 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 417.87,145.93 to 424.10,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '14.4 ± 1.5' at 498.00,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 389.81,106.38 to 410.59,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 408.51,113.38 to 412.67,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '9.6 ± 1.0' at 498.00,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 389.81,73.83 to 405.39,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 403.84,80.83 to 406.95,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '7.2 ± 0.8' at 498.00,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 389.81,41.28 to 402.28,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 377.33,48.28 to 427.22,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '5.8 ± 11.6' at 498.00,48.28 right font sans.',7' tc rgb ink front
set arrow from 389.81,32.00 to 389.81,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label 'thin line: 95 % interval of the difference; pale: none that shows; + better than usual; 3 of 4 figures' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
