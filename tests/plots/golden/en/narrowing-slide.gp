# Redraw in this folder: gnuplot narrowing-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'narrowing-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'narrowing-slide.'.format
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
set label 'From 691,488 designs to 1; the step to ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '"simulated" narrows the most: 1 of 96 is left' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, 512 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 112.13,36.00 to 112.13,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '1' at 112.13,29.00 center font sans.',7' tc rgb quiet front
set arrow from 144.64,36.00 to 144.64,224.75 nohead back lc rgb faint dt 1 lw 0.50
set arrow from 177.16,36.00 to 177.16,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '100' at 177.16,29.00 center font sans.',7' tc rgb quiet front
set arrow from 209.67,36.00 to 209.67,224.75 nohead back lc rgb faint dt 1 lw 0.50
set arrow from 242.18,36.00 to 242.18,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '10,000' at 242.18,29.00 center font sans.',7' tc rgb quiet front
set arrow from 274.70,36.00 to 274.70,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label 'designs left; each line ten times the one before' at 203.00,18.00 center font sans.',7' tc rgb quiet front
set label 'all designs' at 98.00,209.02 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,200.02 to 302.00,218.02 back fc rgb blue fs transparent solid 0.85 noborder
set label '691,488' at 307.00,209.02 left font bold.',8' tc rgb ink front
set label 'every set of sites, staff and vessels' at 348.00,209.02 left font sans.',7' tc rgb quiet front
set label 'fit circuits and budget' at 98.00,177.56 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,168.56 to 291.30,186.56 back fc rgb blue fs transparent solid 0.85 noborder
set label '324,159' at 296.30,177.56 left font bold.',8' tc rgb ink front
set label 'checked without simulation' at 348.00,177.56 left font sans.',7' tc rgb quiet front
set label 'simulated' at 98.00,146.10 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,137.10 to 226.87,155.10 back fc rgb blue fs transparent solid 0.85 noborder
set label '3,382' at 231.87,146.10 left font bold.',8' tc rgb ink front
set label 'bounds prove that the others can''t be better' at 348.00,146.10 left font sans.',7' tc rgb quiet front
set label 'candidates' at 98.00,114.65 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,105.65 to 186.94,123.65 back fc rgb blue fs transparent solid 0.85 noborder
set label '200' at 191.94,114.65 left font bold.',8' tc rgb ink front
set label 'best on 64 days' at 348.00,114.65 left font sans.',7' tc rgb quiet front
set label 'finalists' at 98.00,83.19 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,74.19 to 141.49,92.19 back fc rgb blue fs transparent solid 0.85 noborder
set label '8' at 146.49,83.19 left font bold.',8' tc rgb ink front
set label 'can''t be told from the best on 512 days' at 348.00,83.19 left font sans.',7' tc rgb quiet front
set label 'the plan' at 98.00,51.73 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,42.73 to 112.13,60.73 back fc rgb ink fs transparent solid 0.85 noborder
set label '1' at 117.13,51.73 left font bold.',8' tc rgb ink front
set label 'the best with 95 % confidence' at 348.00,51.73 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
