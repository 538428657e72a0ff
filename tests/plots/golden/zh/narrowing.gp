# Redraw in this folder: gnuplot narrowing.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'narrowing.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'narrowing'
    set output 'narrowing.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'narrowing.'.format
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
set label '从 691,488 个方案缩减到 1 个；' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '缩减最多的一步是“simulated”：每 96 个剩 1 个' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings，模拟 512 天' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 110.81,36.00 to 110.81,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '1' at 110.81,29.00 center font sans.',7' tc rgb quiet front
set arrow from 138.07,36.00 to 138.07,224.75 nohead back lc rgb faint dt 1 lw 0.50
set arrow from 165.33,36.00 to 165.33,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '100' at 165.33,29.00 center font sans.',7' tc rgb quiet front
set arrow from 192.59,36.00 to 192.59,224.75 nohead back lc rgb faint dt 1 lw 0.50
set arrow from 219.85,36.00 to 219.85,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '10,000' at 219.85,29.00 center font sans.',7' tc rgb quiet front
set arrow from 247.11,36.00 to 247.11,224.75 nohead back lc rgb faint dt 1 lw 0.50
set label '剩余方案数；每条竖线为前一条的十倍' at 187.00,18.00 center font sans.',7' tc rgb quiet front
set label 'all designs' at 98.00,209.02 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,200.02 to 270.00,218.02 back fc rgb blue fs transparent solid 0.85 noborder
set label '691,488' at 275.00,209.02 left font bold.',8' tc rgb ink front
set label 'every set of sites, staff and vessels' at 316.00,209.02 left font sans.',7' tc rgb quiet front
set label 'fit circuits and budget' at 98.00,177.56 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,168.56 to 261.03,186.56 back fc rgb blue fs transparent solid 0.85 noborder
set label '324,159' at 266.03,177.56 left font bold.',8' tc rgb ink front
set label 'checked without simulation' at 316.00,177.56 left font sans.',7' tc rgb quiet front
set label 'simulated' at 98.00,146.10 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,137.10 to 207.02,155.10 back fc rgb blue fs transparent solid 0.85 noborder
set label '3,382' at 212.02,146.10 left font bold.',8' tc rgb ink front
set label 'bounds prove that the others can''t be better' at 316.00,146.10 left font sans.',7' tc rgb quiet front
set label 'candidates' at 98.00,114.65 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,105.65 to 173.54,123.65 back fc rgb blue fs transparent solid 0.85 noborder
set label '200' at 178.54,114.65 left font bold.',8' tc rgb ink front
set label 'best on 64 days' at 316.00,114.65 left font sans.',7' tc rgb quiet front
set label 'finalists' at 98.00,83.19 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,74.19 to 135.43,92.19 back fc rgb blue fs transparent solid 0.85 noborder
set label '8' at 140.43,83.19 left font bold.',8' tc rgb ink front
set label 'can''t be told from the best on 512 days' at 316.00,83.19 left font sans.',7' tc rgb quiet front
set label 'the plan' at 98.00,51.73 right font sans.',8' tc rgb ink front
set object rectangle from 104.00,42.73 to 110.81,60.73 back fc rgb ink fs transparent solid 0.85 noborder
set label '1' at 115.81,51.73 left font bold.',8' tc rgb ink front
set label 'the best with 95 % confidence' at 316.00,51.73 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
