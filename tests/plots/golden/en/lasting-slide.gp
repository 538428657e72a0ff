# Redraw in this folder: gnuplot lasting-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'lasting-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'lasting-slide.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.0781; set rmargin at screen 0.9727
set bmargin at screen 0.1250; set tmargin at screen 0.6901
set xrange [0:200]
set xtics ('0' 0, '50' 50, '100' 100, '150' 150, '200' 200) font sans.',7' tc rgb quiet
set yrange [0:1]
set ytics ('0 %%' 0, '25 %%' 0.25, '50 %%' 0.5, '75 %%' 0.75, '100 %%' 1) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'lasting.csv' skip 1 using 1:2 with lines lc rgb green dt 4 lw 1.5, \
     'lasting.csv' skip 1 using 3:4 with lines lc rgb red dt 2 lw 1.5, \
     'lasting.csv' skip 1 using 5:6 with lines lc rgb blue dt 1 lw 1.5

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:512]; set yrange [0:288]
set label 'coffee falls short on 4 of 100 days with the ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '110 portions chosen, the others less often' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 14.00,222.75 to 30.00,222.75 nohead back lc rgb blue dt 1 lw 1.50
set label 'coffee' at 34.00,222.75 left font sans.',8' tc rgb ink front
set arrow from 70.88,222.75 to 86.88,222.75 nohead back lc rgb red dt 2 lw 1.50
set label '豆浆 soy milk' at 90.88,222.75 left font sans.',8' tc rgb ink front
set arrow from 153.52,222.75 to 169.52,222.75 nohead back lc rgb green dt 4 lw 1.50
set label '姜茶 ginger tea' at 173.52,222.75 left font sans.',8' tc rgb ink front
set label 'share of days on which it falls short' at 40.00,206.75 left font sans.',8' tc rgb ink front
set arrow from 291.90,36.00 to 291.90,43.23 nohead back lc rgb blue dt 2 lw 0.70
set object circle at 291.90,43.23 size 3.00 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set object rectangle from 246.75,38.73 to 286.40,47.73 front fc rgb paper fs transparent solid 0.75 noborder
set label '110: 4.4 %' at 266.58,43.23 center font bold.',8' tc rgb ink front
set arrow from 349.15,36.00 to 349.15,42.55 nohead back lc rgb red dt 2 lw 0.70
set object circle at 349.15,42.55 size 3.00 front fc rgb red fs transparent solid 1.00 border lc rgb paper lw 0.5
set object rectangle from 329.33,48.05 to 368.97,57.05 front fc rgb paper fs transparent solid 0.75 noborder
set label '135: 4.0 %' at 349.15,52.55 center font bold.',8' tc rgb ink front
set arrow from 406.40,36.00 to 406.40,41.87 nohead back lc rgb green dt 2 lw 0.70
set object circle at 406.40,41.87 size 3.00 front fc rgb green fs transparent solid 1.00 border lc rgb paper lw 0.5
set object rectangle from 406.84,45.37 to 446.48,54.37 front fc rgb paper fs transparent solid 0.75 noborder
set label '160: 3.6 %' at 426.66,49.87 center font bold.',8' tc rgb ink front
set label 'portions at opening' at 273.00,18.00 center font sans.',7' tc rgb quiet front
set label 'dot: the portions chosen' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
