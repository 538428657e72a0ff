# Redraw in this folder: gnuplot heat-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'heat-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'heat-slide.'.format
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
set xrange [0:512]; set yrange [0:288]
set label 'Wait within the target: 11 of 20 combinations ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'reach 90 %, the least of them is staff 4, urns 1' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set object rectangle from 44.00,58.00 to 121.90,96.69 back fc rgb blue fs transparent solid 0.20 noborder
set label '31.9' at 83.20,77.59 center font sans.',7' tc rgb ink front
set object rectangle from 122.40,58.00 to 200.30,96.69 back fc rgb blue fs transparent solid 0.61 noborder
set label '66.8' at 161.60,77.59 center font sans.',7' tc rgb paper front
set object rectangle from 200.80,58.00 to 278.70,96.69 back fc rgb blue fs transparent solid 0.81 noborder
set label '83.9' at 240.00,77.59 center font sans.',7' tc rgb paper front
set object rectangle from 279.20,58.00 to 357.10,96.69 back fc rgb blue fs transparent solid 0.91 noborder
set label '92.1' at 318.40,77.59 center font sans.',7' tc rgb paper front
set arrow from 279.20,58.00 to 279.20,97.19 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 279.20,58.00 to 357.60,58.00 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 357.60,58.00 to 435.50,96.69 back fc rgb blue fs transparent solid 0.96 noborder
set label '96.2' at 396.80,77.59 center font sans.',7' tc rgb paper front
set arrow from 436.00,58.00 to 436.00,97.19 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 357.60,58.00 to 436.00,58.00 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,97.19 to 121.90,135.88 back fc rgb blue fs transparent solid 0.49 noborder
set label '56.5' at 83.20,116.78 center font sans.',7' tc rgb ink front
set object rectangle from 122.40,97.19 to 200.30,135.88 back fc rgb blue fs transparent solid 0.75 noborder
set label '78.8' at 161.60,116.78 center font sans.',7' tc rgb paper front
set object rectangle from 200.80,97.19 to 278.70,135.88 back fc rgb blue fs transparent solid 0.88 noborder
set label '89.7' at 240.00,116.78 center font sans.',7' tc rgb paper front
set object rectangle from 279.20,97.19 to 357.10,135.88 back fc rgb blue fs transparent solid 0.94 noborder
set label '95.0' at 318.40,116.78 center font sans.',7' tc rgb paper front
set arrow from 279.20,97.19 to 279.20,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 357.60,97.19 to 435.50,135.88 back fc rgb blue fs transparent solid 0.97 noborder
set label '97.6' at 396.80,116.78 center font sans.',7' tc rgb paper front
set arrow from 436.00,97.19 to 436.00,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,136.38 to 121.90,175.06 back fc rgb blue fs transparent solid 0.67 noborder
set label '72.3' at 83.20,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 122.40,136.38 to 200.30,175.06 back fc rgb blue fs transparent solid 0.84 noborder
set label '86.5' at 161.60,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 200.80,136.38 to 278.70,175.06 back fc rgb blue fs transparent solid 0.92 noborder
set label '93.4' at 240.00,155.97 center font sans.',7' tc rgb paper front
set arrow from 200.80,136.38 to 200.80,175.56 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 200.80,136.38 to 279.20,136.38 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 279.20,136.38 to 357.10,175.06 back fc rgb blue fs transparent solid 0.96 noborder
set label '96.8' at 318.40,155.97 center font sans.',7' tc rgb paper front
set object rectangle from 357.60,136.38 to 435.50,175.06 back fc rgb blue fs transparent solid 0.98 noborder
set label '98.4' at 396.80,155.97 center font sans.',7' tc rgb paper front
set arrow from 436.00,136.38 to 436.00,175.56 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 44.00,175.56 to 121.90,214.25 back fc rgb blue fs transparent solid 0.79 noborder
set label '82.3' at 83.20,195.16 center font sans.',7' tc rgb paper front
set object rectangle from 122.40,175.56 to 200.30,214.25 back fc rgb blue fs transparent solid 0.90 noborder
set label '91.4' at 161.60,195.16 center font sans.',7' tc rgb paper front
set arrow from 122.40,175.56 to 122.40,214.75 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 122.40,175.56 to 200.80,175.56 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 122.40,214.75 to 200.80,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 200.80,175.56 to 278.70,214.25 back fc rgb blue fs transparent solid 0.95 noborder
set label '95.8' at 240.00,195.16 center font sans.',7' tc rgb paper front
set arrow from 200.80,214.75 to 279.20,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 279.20,175.56 to 357.10,214.25 back fc rgb blue fs transparent solid 0.98 noborder
set label '98.0' at 318.40,195.16 center font sans.',7' tc rgb paper front
set arrow from 279.20,214.75 to 357.60,214.75 nohead back lc rgb ink dt 1 lw 1.80
set object rectangle from 357.60,175.56 to 435.50,214.25 back fc rgb blue fs transparent solid 0.99 noborder
set label '99.0' at 396.80,195.16 center font sans.',7' tc rgb paper front
set arrow from 436.00,175.56 to 436.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set arrow from 357.60,214.75 to 436.00,214.75 nohead back lc rgb ink dt 1 lw 1.80
set label 'staff' at 240.00,36.56 center font sans.',8' tc rgb quiet front
set label '1' at 83.20,50.28 center font sans.',8' tc rgb ink front
set label '2' at 161.60,50.28 center font sans.',8' tc rgb ink front
set label '3' at 240.00,50.28 center font sans.',8' tc rgb ink front
set label '4' at 318.40,50.28 center font sans.',8' tc rgb ink front
set label '5' at 396.80,50.28 center font sans.',8' tc rgb ink front
set label '1' at 39.00,77.59 right font sans.',8' tc rgb ink front
set label '2' at 39.00,116.78 right font sans.',8' tc rgb ink front
set label '3' at 39.00,155.97 right font sans.',8' tc rgb ink front
set label '4' at 39.00,195.16 right font sans.',8' tc rgb ink front
set object rectangle from 458.00,211.35 to 467.00,214.75 back fc rgb blue fs transparent solid 1.00 noborder
set object rectangle from 458.00,207.95 to 467.00,211.35 back fc rgb blue fs transparent solid 0.96 noborder
set object rectangle from 458.00,204.55 to 467.00,207.95 back fc rgb blue fs transparent solid 0.92 noborder
set object rectangle from 458.00,201.15 to 467.00,204.55 back fc rgb blue fs transparent solid 0.88 noborder
set object rectangle from 458.00,197.75 to 467.00,201.15 back fc rgb blue fs transparent solid 0.84 noborder
set object rectangle from 458.00,194.35 to 467.00,197.75 back fc rgb blue fs transparent solid 0.80 noborder
set object rectangle from 458.00,190.95 to 467.00,194.35 back fc rgb blue fs transparent solid 0.75 noborder
set object rectangle from 458.00,187.55 to 467.00,190.95 back fc rgb blue fs transparent solid 0.71 noborder
set object rectangle from 458.00,184.15 to 467.00,187.55 back fc rgb blue fs transparent solid 0.67 noborder
set object rectangle from 458.00,180.75 to 467.00,184.15 back fc rgb blue fs transparent solid 0.63 noborder
set object rectangle from 458.00,177.35 to 467.00,180.75 back fc rgb blue fs transparent solid 0.59 noborder
set object rectangle from 458.00,173.95 to 467.00,177.35 back fc rgb blue fs transparent solid 0.55 noborder
set object rectangle from 458.00,170.55 to 467.00,173.95 back fc rgb blue fs transparent solid 0.51 noborder
set object rectangle from 458.00,167.15 to 467.00,170.55 back fc rgb blue fs transparent solid 0.47 noborder
set object rectangle from 458.00,163.75 to 467.00,167.15 back fc rgb blue fs transparent solid 0.43 noborder
set object rectangle from 458.00,160.35 to 467.00,163.75 back fc rgb blue fs transparent solid 0.39 noborder
set object rectangle from 458.00,156.95 to 467.00,160.35 back fc rgb blue fs transparent solid 0.35 noborder
set object rectangle from 458.00,153.55 to 467.00,156.95 back fc rgb blue fs transparent solid 0.31 noborder
set object rectangle from 458.00,150.15 to 467.00,153.55 back fc rgb blue fs transparent solid 0.26 noborder
set object rectangle from 458.00,146.75 to 467.00,150.15 back fc rgb blue fs transparent solid 0.22 noborder
set object rectangle from 458.00,143.35 to 467.00,146.75 back fc rgb blue fs transparent solid 0.18 noborder
set object rectangle from 458.00,139.95 to 467.00,143.35 back fc rgb blue fs transparent solid 0.14 noborder
set object rectangle from 458.00,136.55 to 467.00,139.95 back fc rgb blue fs transparent solid 0.10 noborder
set object rectangle from 458.00,133.15 to 467.00,136.55 back fc rgb blue fs transparent solid 0.06 noborder
set label '20' at 470.00,137.15 left font sans.',7' tc rgb quiet front
set label '40' at 470.00,155.55 left font sans.',7' tc rgb quiet front
set label '60' at 470.00,173.95 left font sans.',7' tc rgb quiet front
set label '80' at 470.00,192.35 left font sans.',7' tc rgb quiet front
set label '100' at 470.00,210.75 left font sans.',7' tc rgb quiet front
set label 'Wait within the target (%)' at 44.00,221.75 left font bold.',8.5' tc rgb ink front
set label 'urns' at 14.00,221.75 left font sans.',8' tc rgb quiet front
set label 'outlined: 90 % or more' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
