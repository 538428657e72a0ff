# Redraw in this folder: gnuplot funnel.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'funnel.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'funnel'
    set output 'funnel.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'funnel.'.format
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
set label '342 of 424 residents who want a drink get a warm one; ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'the largest loss: didn''t join the line (26 a day)' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,219.75 to 30.00,225.75 back fc rgb blue fs transparent solid 0.85 noborder
set label 'warm drink' at 34.00,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 90.80,219.75 to 106.80,225.75 back fc rgb orange fs transparent solid 0.85 noborder
set label 'a drink, but not as it should be' at 110.80,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 237.60,219.75 to 253.60,225.75 back fc rgb red fs transparent solid 0.85 noborder
set label 'no drink' at 257.60,222.75 left font sans.',8' tc rgb ink front
set label 'want a drink' at 96.88,204.20 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,199.65 to 392.00,208.75 back fc rgb quiet fs transparent solid 0.85 noborder
set label '424 (100.0 %)' at 397.00,204.20 left font sans.',8' tc rgb ink front
set label 'served warm' at 96.88,190.41 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,185.86 to 336.09,194.96 back fc rgb blue fs transparent solid 0.85 noborder
set label '342 (80.7 %)' at 341.09,190.41 left font sans.',8' tc rgb ink front
set label 'served lukewarm' at 96.88,176.63 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,172.08 to 115.15,181.18 back fc rgb orange fs transparent solid 0.85 noborder
set label '18 (4.2 %)' at 120.15,176.63 left font sans.',8' tc rgb ink front
set label 'didn''t join the line' at 96.88,162.84 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,158.29 to 120.61,167.39 back fc rgb red fs transparent solid 0.85 noborder
set label '26 (6.1 %)' at 125.61,162.84 left font sans.',8' tc rgb ink front
set label 'no station near' at 96.88,149.05 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,144.50 to 117.20,153.60 back fc rgb red fs transparent solid 0.85 noborder
set label '21 (5.0 %)' at 122.20,149.05 left font sans.',8' tc rgb ink front
set label 'left the line' at 96.88,135.26 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,130.71 to 109.02,139.81 back fc rgb red fs transparent solid 0.85 noborder
set label '9 (2.1 %)' at 114.02,135.26 left font sans.',8' tc rgb ink front
set label 'found nothing left' at 96.88,121.48 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,116.93 to 106.97,126.03 back fc rgb red fs transparent solid 0.85 noborder
set label '6 (1.4 %)' at 111.97,121.48 left font sans.',8' tc rgb ink front
set label 'didn''t collect' at 96.88,107.69 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,103.14 to 104.24,112.24 back fc rgb red fs transparent solid 0.85 noborder
set label '2 (0.5 %)' at 109.24,107.69 left font sans.',8' tc rgb ink front
set label 'Planning score: 78.8 of 100 points, for' at 14.00,88.39 left font bold.',8.5' tc rgb ink front
set label 'a drink' at 96.88,74.60 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,70.05 to 348.63,79.15 back fc rgb blue fs transparent solid 0.85 noborder
set object rectangle from 348.63,70.05 to 392.00,79.15 back fc rgb red fs transparent solid 0.85 noborder
set label '34.0 of 40.0' at 397.00,74.60 left font sans.',8' tc rgb ink front
set label 'a short wait' at 96.88,60.81 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,56.26 to 250.33,65.36 back fc rgb blue fs transparent solid 0.85 noborder
set object rectangle from 250.33,56.26 to 287.19,65.36 back fc rgb orange fs transparent solid 0.85 noborder
set object rectangle from 287.19,56.26 to 319.72,65.36 back fc rgb red fs transparent solid 0.85 noborder
set label '20.4 of 30.0' at 324.72,60.81 left font sans.',8' tc rgb ink front
set label 'the right temperature' at 96.88,47.02 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,42.48 to 219.25,51.57 back fc rgb blue fs transparent solid 0.85 noborder
set object rectangle from 219.25,42.48 to 225.76,51.57 back fc rgb orange fs transparent solid 0.85 noborder
set object rectangle from 225.76,42.48 to 247.44,51.57 back fc rgb red fs transparent solid 0.85 noborder
set label '16.1 of 20.0' at 252.44,47.02 left font sans.',8' tc rgb ink front
set label 'the drink asked for' at 96.88,33.24 right font sans.',8' tc rgb ink front
set object rectangle from 102.88,28.69 to 162.87,37.79 back fc rgb blue fs transparent solid 0.85 noborder
set object rectangle from 162.87,28.69 to 164.32,37.79 back fc rgb orange fs transparent solid 0.85 noborder
set object rectangle from 164.32,28.69 to 175.16,37.79 back fc rgb red fs transparent solid 0.85 noborder
set label '8.3 of 10.0' at 180.16,33.24 left font sans.',8' tc rgb ink front
set label 'residents a day and share of those who want a drink' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
