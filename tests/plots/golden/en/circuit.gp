# Redraw in this folder: gnuplot circuit.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'circuit.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'circuit'
    set output 'circuit.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'circuit.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.4336; set tmargin at screen 0.6589
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('0' 0, '2' 2, '4' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'circuit.csv' skip 1 using ($2+150):5:6 with filledcurves lc rgb orange fs transparent solid 0.25 noborder, \
     'circuit.csv' skip 1 using ($2+150):3 with filledcurves y=0 lc rgb orange fs transparent solid 0.6 noborder, \
     'circuit.csv' skip 1 using 2:7 with steps lc rgb ink dt 1 lw 1.1

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.4336; set tmargin at screen 0.6589
set xrange [23400:28800]
set xtics ('' 23400, '' 24300, '' 25200, '' 26100, '' 27000, '' 27900, '' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('' 0, '' 2, '' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'circuit.csv' skip 1 using ($2+150):11:12 with filledcurves lc rgb orange fs transparent solid 0.25 noborder, \
     'circuit.csv' skip 1 using ($2+150):9 with filledcurves y=0 lc rgb orange fs transparent solid 0.6 noborder, \
     'circuit.csv' skip 1 using 2:13 with steps lc rgb ink dt 1 lw 1.1

set lmargin at screen 0.1000; set rmargin at screen 0.5104
set bmargin at screen 0.1250; set tmargin at screen 0.3503
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('0' 0, '2' 2, '4' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'circuit.csv' skip 1 using ($2+150):17:18 with filledcurves lc rgb orange fs transparent solid 0.25 noborder, \
     'circuit.csv' skip 1 using ($2+150):15 with filledcurves y=0 lc rgb orange fs transparent solid 0.6 noborder, \
     'circuit.csv' skip 1 using 2:19 with steps lc rgb ink dt 1 lw 1.1

set lmargin at screen 0.5604; set rmargin at screen 0.9708
set bmargin at screen 0.1250; set tmargin at screen 0.3503
set xrange [23400:28800]
set xtics ('06:30' 23400, '06:45' 24300, '07:00' 25200, '07:15' 26100, '07:30' 27000, '07:45' 27900, '08:00' 28800) font sans.',7' tc rgb quiet
set yrange [0:4]
set ytics ('' 0, '' 2, '' 4) font sans.',7' tc rgb quiet
set xtics nomirror scale 0.4 offset 0,0.4; set ytics nomirror scale 0 offset 0.4,0
set border 1 lc rgb quiet lw 0.5
set grid ytics lt 1 lc rgb faint lw 0.4
plot 'circuit.csv' skip 1 using ($2+150):23:24 with filledcurves lc rgb orange fs transparent solid 0.25 noborder, \
     'circuit.csv' skip 1 using ($2+150):21 with filledcurves y=0 lc rgb orange fs transparent solid 0.6 noborder, \
     'circuit.csv' skip 1 using 2:25 with steps lc rgb ink dt 1 lw 1.1

# the page, in points
unset xtics; unset ytics; unset border; unset grid
unset arrow; unset object; unset label; set tics scale 0
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:480]; set yrange [0:288]
set label 'No breaker trips, but South gate has little in hand: ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'heaters of 3.0 kW on 3.5 kW' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,219.75 to 30.00,225.75 back fc rgb orange fs transparent solid 0.60 noborder
set label 'load, mean of all days' at 34.00,222.75 left font sans.',8' tc rgb ink front
set object rectangle from 128.80,219.75 to 144.80,225.75 back fc rgb orange fs transparent solid 0.25 noborder
set label 'from the 5th to the 95th of 100 days' at 148.80,222.75 left font sans.',8' tc rgb ink front
set arrow from 294.96,222.75 to 310.96,222.75 nohead back lc rgb ink dt 1 lw 1.10
set label 'asked for at once, at most, on any day' at 314.96,222.75 left font sans.',8' tc rgb ink front
set arrow from 14.00,211.75 to 30.00,211.75 nohead back lc rgb red dt 2 lw 0.80
set label 'a fifth in hand' at 34.00,211.75 left font sans.',8' tc rgb ink front
set arrow from 99.36,211.75 to 115.36,211.75 nohead back lc rgb ink dt 3 lw 0.80
set label 'all heaters at once' at 119.36,211.75 left font sans.',8' tc rgb ink front
set arrow from 234.06,173.53 to 245.00,173.53 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 48.00,181.64 to 245.00,181.64 nohead back lc rgb red dt 1 lw 1.50
set arrow from 48.00,170.29 to 245.00,170.29 nohead back lc rgb red dt 2 lw 0.80
set arrow from 48.00,173.53 to 245.00,173.53 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 197.39,183.14 to 244.00,191.14 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 243.00,187.14 right font sans.',7' tc rgb red front
set arrow from 223.11,124.88 to 223.11,189.75 nohead back lc rgb quiet dt 2 lw 0.50
set label 'South gate' at 48.00,197.25 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 245.00,196.75 right font sans.',7' tc rgb quiet front
set arrow from 455.06,173.53 to 466.00,173.53 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 269.00,181.64 to 466.00,181.64 nohead back lc rgb red dt 1 lw 1.50
set arrow from 269.00,170.29 to 466.00,170.29 nohead back lc rgb red dt 2 lw 0.80
set arrow from 269.00,173.53 to 466.00,173.53 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 418.39,183.14 to 465.00,191.14 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 464.00,187.14 right font sans.',7' tc rgb red front
set arrow from 444.11,124.88 to 444.11,189.75 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 269.00,197.25 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 466.00,196.75 right font sans.',7' tc rgb quiet front
set arrow from 234.06,84.66 to 245.00,84.66 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 48.00,92.77 to 245.00,92.77 nohead back lc rgb red dt 1 lw 1.50
set arrow from 48.00,81.41 to 245.00,81.41 nohead back lc rgb red dt 2 lw 0.80
set arrow from 48.00,84.66 to 245.00,84.66 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 197.39,94.27 to 244.00,102.27 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 243.00,98.27 right font sans.',7' tc rgb red front
set arrow from 223.11,36.00 to 223.11,100.88 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 48.00,108.38 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 245.00,107.88 right font sans.',7' tc rgb quiet front
set arrow from 455.06,84.66 to 466.00,84.66 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 269.00,92.77 to 466.00,92.77 nohead back lc rgb red dt 1 lw 1.50
set arrow from 269.00,81.41 to 466.00,81.41 nohead back lc rgb red dt 2 lw 0.80
set arrow from 269.00,84.66 to 466.00,84.66 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 418.39,94.27 to 465.00,102.27 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 464.00,98.27 right font sans.',7' tc rgb red front
set arrow from 444.11,36.00 to 444.11,100.88 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 269.00,108.38 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 466.00,107.88 right font sans.',7' tc rgb quiet front
set label 'kW' at 16.00,112.88 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 257.00,18.00 center font sans.',7' tc rgb quiet front
set label 'dashed upright: the window closes, 07:50' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
