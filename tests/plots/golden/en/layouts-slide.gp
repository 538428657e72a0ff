# Redraw in this folder: gnuplot layouts-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'layouts-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'layouts-slide.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1641; set rmargin at screen 0.3060
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [200:400]
set xtics ('200' 200, '300' 300, '400' 400) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.3730; set rmargin at screen 0.5230
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [60:100]
set xtics ('60' 60, '80' 80, '100' 100) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.5820; set rmargin at screen 0.7320
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [40:70]
set xtics ('40' 40, '50' 50, '60' 60, '70' 70) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('' 0) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot NaN

set lmargin at screen 0.7910; set rmargin at screen 0.9329
set bmargin at screen 0.1111; set tmargin at screen 0.6276
set xrange [0:1000]
set xtics ('0' 0, '500' 500, '1000' 1000) font sans.',7' tc rgb quiet
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
set label 'Warm drinks: three gates has 96/day more than today; ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'gate and garage can''t be told from it' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set label '▲' at 18.50,222.75 center font sans.',9' tc rgb blue front
set label 'better than three gates' at 27.00,222.75 left font sans.',8' tc rgb ink front
set label '▼' at 131.02,222.75 center font sans.',9' tc rgb red front
set label 'worse than three gates' at 139.52,222.75 left font sans.',8' tc rgb ink front
set label '○' at 243.14,222.75 center font sans.',9' tc rgb stone front
set label 'can''t be told from three gates' at 251.64,222.75 left font sans.',8' tc rgb ink front
set label 'three gates' at 14.00,162.16 left font sans.',8' tc rgb ink front
set arrow from 14.00,180.75 to 498.00,180.75 nohead back lc rgb faint dt 1 lw 0.40
set label 'gate and garage' at 14.00,124.97 left font sans.',8' tc rgb ink front
set arrow from 14.00,143.56 to 498.00,143.56 nohead back lc rgb faint dt 1 lw 0.40
set label 'two gates' at 14.00,87.78 left font sans.',8' tc rgb ink front
set arrow from 14.00,106.38 to 498.00,106.38 nohead back lc rgb faint dt 1 lw 0.40
set label 'today' at 14.00,50.59 left font sans.',8' tc rgb ink front
set arrow from 14.00,69.19 to 498.00,69.19 nohead back lc rgb faint dt 1 lw 0.40
set label '/day · more is better' at 84.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Warm drinks' at 84.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 135.58,32.00 to 135.58,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 135.58,162.16 to 135.58,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 135.58,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 132.35,124.97 to 137.32,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 134.84,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 115.71,87.78 to 120.67,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 118.19,87.78 center font sans.',8' tc rgb red front
set arrow from 98.31,50.59 to 103.28,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 100.80,50.59 center font sans.',8' tc rgb red front
set label '342' at 177.00,162.16 right font bold.',7' tc rgb ink front
set label '340' at 177.00,124.97 right font sans.',7' tc rgb ink front
set label '294' at 177.00,87.78 right font sans.',7' tc rgb ink front
set label '246' at 177.00,50.59 right font sans.',7' tc rgb ink front
set label '% · more is better' at 191.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target' at 191.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 250.50,32.00 to 250.50,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 250.50,162.16 to 250.50,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 250.50,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 245.26,124.97 to 253.64,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 249.45,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 221.85,87.78 to 230.24,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 226.04,87.78 center font sans.',8' tc rgb red front
set arrow from 197.40,50.59 to 205.79,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 201.59,50.59 center font sans.',8' tc rgb red front
set label '91' at 284.00,162.16 right font bold.',7' tc rgb ink front
set label '90' at 284.00,124.97 right font sans.',7' tc rgb ink front
set label '78' at 284.00,87.78 right font sans.',7' tc rgb ink front
set label '66' at 284.00,50.59 right font sans.',7' tc rgb ink front
set label 's · less is better' at 298.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Wait, mean' at 298.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 318.47,32.00 to 318.47,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 318.47,162.16 to 318.47,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 318.47,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 315.77,124.97 to 322.65,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 319.21,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 332.23,87.78 to 339.11,87.78 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 335.67,87.78 center font sans.',8' tc rgb red front
set arrow from 349.42,50.59 to 356.30,50.59 nohead back lc rgb red dt 1 lw 1.60
set label '▼' at 352.86,50.59 center font sans.',8' tc rgb red front
set label '48' at 391.00,162.16 right font bold.',7' tc rgb ink front
set label '48' at 391.00,124.97 right font sans.',7' tc rgb ink front
set label '55' at 391.00,87.78 right font sans.',7' tc rgb ink front
set label '61' at 391.00,50.59 right font sans.',7' tc rgb ink front
set label 'CNY/day · less is better' at 405.00,186.75 left font sans.',7' tc rgb quiet front
set label 'Cost' at 405.00,197.47 left font bold.',8' tc rgb ink front
set arrow from 463.99,32.00 to 463.99,180.75 nohead back lc rgb quiet dt 2 lw 0.60
set arrow from 463.99,162.16 to 463.99,162.16 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 463.99,162.16 size 3.40 front fc rgb ink fs transparent solid 1.00 border lc rgb paper lw 0.5
set arrow from 461.75,124.97 to 465.53,124.97 nohead back lc rgb stone dt 1 lw 1.60
set object circle at 463.64,124.97 size 2.40 front fc rgb paper fs solid border lc rgb stone lw 1.5
set arrow from 447.65,87.78 to 451.43,87.78 nohead back lc rgb blue dt 1 lw 1.60
set label '▲' at 449.54,87.78 center font sans.',8' tc rgb blue front
set arrow from 433.20,50.59 to 436.97,50.59 nohead back lc rgb blue dt 1 lw 1.60
set label '▲' at 435.09,50.59 center font sans.',8' tc rgb blue front
set label '812' at 498.00,162.16 right font bold.',7' tc rgb ink front
set label '807' at 498.00,124.97 right font sans.',7' tc rgb ink front
set label '613' at 498.00,87.78 right font sans.',7' tc rgb ink front
set label '414' at 498.00,50.59 right font sans.',7' tc rgb ink front
set label 'mark: mean; bar: 95 % interval of the difference to three gates (dashed), of all layouts together' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
