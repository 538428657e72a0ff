# Redraw in this folder: gnuplot stress.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'stress.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'stress'
    set output 'stress.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'stress.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.2250; set rmargin at screen 0.3798
set bmargin at screen 0.1111; set tmargin at screen 0.6762
set xrange [-41.04:225.72]
set xtics ('0' 0, '100' 100, '200' 200) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.4833; set rmargin at screen 0.6218
set bmargin at screen 0.1111; set tmargin at screen 0.6762
set xrange [-30.03:60.06]
set xtics ('0' 0, '50' 50) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.7417; set rmargin at screen 0.8883
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
set xrange [0:480]; set yrange [0:288]
set label 'Warm drinks: one of the staff missing at south-gate costs the most, ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '205/day, then twice the crowd, 103/day' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set label 'one of the staff' at 14.00,183.19 left font sans.',8' tc rgb ink front
set label 'missing at south-gate' at 14.00,173.75 left font sans.',8' tc rgb ink front
set arrow from 14.00,194.75 to 466.00,194.75 nohead back lc rgb faint dt 1 lw 0.40
set label 'twice the crowd' at 14.00,145.93 left font sans.',8' tc rgb ink front
set arrow from 14.00,162.20 to 466.00,162.20 nohead back lc rgb faint dt 1 lw 0.40
set label 'garage-b1 without' at 14.00,118.09 left font sans.',8' tc rgb ink front
set label 'urn-20' at 14.00,108.66 left font sans.',8' tc rgb ink front
set arrow from 14.00,129.65 to 466.00,129.65 nohead back lc rgb faint dt 1 lw 0.40
set label 'a cold snap, 10 K' at 14.00,85.55 left font sans.',8' tc rgb ink front
set label 'colder' at 14.00,76.11 left font sans.',8' tc rgb ink front
set arrow from 14.00,97.10 to 466.00,97.10 nohead back lc rgb faint dt 1 lw 0.40
set label 'south-gate without' at 14.00,53.00 left font sans.',8' tc rgb ink front
set label 'carrier-12' at 14.00,43.56 left font sans.',8' tc rgb ink front
set arrow from 14.00,64.55 to 466.00,64.55 nohead back lc rgb faint dt 1 lw 0.40
set label '/day · less than usual' at 108.00,200.75 left font sans.',7' tc rgb quiet front
set label 'Warm drinks' at 108.00,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 119.43,171.47 to 176.60,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 170.89,178.47 to 182.32,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '205 ± 21' at 218.00,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 119.43,138.93 to 148.02,152.93 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 145.16,145.93 to 150.88,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '103 ± 11' at 218.00,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 119.43,106.38 to 138.49,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 136.58,113.38 to 140.40,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '68 ± 7' at 218.00,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 119.43,73.83 to 133.73,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 132.30,80.83 to 135.16,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '51 ± 6' at 218.00,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 119.43,41.28 to 130.87,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 108.00,48.28 to 153.74,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '41 ± 83' at 218.00,48.28 right font sans.',7' tc rgb ink front
set arrow from 119.43,32.00 to 119.43,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label '% · less than usual' at 232.00,200.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target' at 232.00,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 254.16,171.47 to 294.45,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 290.42,178.47 to 298.48,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '54.6 ± 5.5' at 342.00,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 234.01,138.93 to 254.16,152.93 back fc rgb blue fs transparent solid 0.90 noborder
set arrow from 232.00,145.93 to 236.03,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '+27.3 ± 2.8' at 342.00,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 254.16,106.38 to 267.59,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 266.25,113.38 to 268.93,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '18.2 ± 1.9' at 342.00,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 254.16,73.83 to 264.23,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 263.23,80.83 to 265.24,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '13.7 ± 1.4' at 342.00,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 254.16,41.28 to 262.22,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 246.10,48.28 to 278.33,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '10.9 ± 21.9' at 342.00,48.28 right font sans.',7' tc rgb ink front
set arrow from 254.16,32.00 to 254.16,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label 's · more than usual' at 356.00,200.75 left font sans.',7' tc rgb quiet front
set label 'Wait, mean' at 356.00,211.47 left font bold.',8' tc rgb ink front
set object rectangle from 366.83,171.47 to 420.98,185.47 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 415.57,178.47 to 426.40,178.47 nohead back lc rgb ink dt 1 lw 0.60
set label '28.8 ± 2.9' at 466.00,178.47 right font sans.',7' tc rgb ink front
set object rectangle from 366.83,138.93 to 393.91,152.93 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 391.20,145.93 to 396.62,145.93 nohead back lc rgb ink dt 1 lw 0.60
set label '14.4 ± 1.5' at 466.00,145.93 right font sans.',7' tc rgb ink front
set object rectangle from 366.83,106.38 to 384.88,120.38 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 383.08,113.38 to 386.69,113.38 nohead back lc rgb ink dt 1 lw 0.60
set label '9.6 ± 1.0' at 466.00,113.38 right font sans.',7' tc rgb ink front
set object rectangle from 366.83,73.83 to 380.37,87.83 back fc rgb red fs transparent solid 0.90 noborder
set arrow from 379.02,80.83 to 381.72,80.83 nohead back lc rgb ink dt 1 lw 0.60
set label '7.2 ± 0.8' at 466.00,80.83 right font sans.',7' tc rgb ink front
set object rectangle from 366.83,41.28 to 377.66,55.28 back fc rgb red fs transparent solid 0.30 noborder
set arrow from 356.00,48.28 to 399.32,48.28 nohead back lc rgb ink dt 1 lw 0.60
set label '5.8 ± 11.6' at 466.00,48.28 right font sans.',7' tc rgb ink front
set arrow from 366.83,32.00 to 366.83,194.75 nohead back lc rgb ink dt 1 lw 0.80
set label 'thin line: 95 % interval of the difference; pale: none that shows; + better than usual; 3 of 4 figures' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
