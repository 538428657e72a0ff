# Redraw in this folder: gnuplot circuit-slide.gp
if (!exists('format')) {
    do for [format in 'png'] { load 'circuit-slide.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \
    dashlength 0.5 pointscale 5.8594 noenhanced
set output 'circuit-slide.'.format
set datafile separator comma
unset key
ink = '#222222'; quiet = '#5F5F5F'; faint = '#DDDDDD'; paper = '#FFFFFF'; blue = '#0072B2'; orange = '#E69F00'
green = '#009E73'; red = '#D55E00'; purple = '#CC79A7'; sky = '#56B4E9'; stone = '#8C8C8C'
set multiplot

set lmargin at screen 0.0938; set rmargin at screen 0.5098
set bmargin at screen 0.4607; set tmargin at screen 0.7131
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

set lmargin at screen 0.5566; set rmargin at screen 0.9727
set bmargin at screen 0.4607; set tmargin at screen 0.7131
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

set lmargin at screen 0.0938; set rmargin at screen 0.5098
set bmargin at screen 0.1250; set tmargin at screen 0.3774
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

set lmargin at screen 0.5566; set rmargin at screen 0.9727
set bmargin at screen 0.1250; set tmargin at screen 0.3774
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
set xrange [0:512]; set yrange [0:288]
set label 'No breaker trips, but South gate has little in hand: heaters of 3.0 kW on 3.5 kW' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,253.38 left font sans.',8' tc rgb quiet front
set object rectangle from 14.00,235.38 to 30.00,241.38 back fc rgb orange fs transparent solid 0.60 noborder
set label 'load, mean of all days' at 34.00,238.38 left font sans.',8' tc rgb ink front
set object rectangle from 128.80,235.38 to 144.80,241.38 back fc rgb orange fs transparent solid 0.25 noborder
set label 'from the 5th to the 95th of 100 days' at 148.80,238.38 left font sans.',8' tc rgb ink front
set arrow from 294.96,238.38 to 310.96,238.38 nohead back lc rgb ink dt 1 lw 1.10
set label 'asked for at once, at most, on any day' at 314.96,238.38 left font sans.',8' tc rgb ink front
set arrow from 14.00,227.38 to 30.00,227.38 nohead back lc rgb red dt 2 lw 0.80
set label 'a fifth in hand' at 34.00,227.38 left font sans.',8' tc rgb ink front
set arrow from 99.36,227.38 to 115.36,227.38 nohead back lc rgb ink dt 3 lw 0.80
set label 'all heaters at once' at 119.36,227.38 left font sans.',8' tc rgb ink front
set arrow from 249.17,187.20 to 261.00,187.20 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 48.00,196.29 to 261.00,196.29 nohead back lc rgb red dt 1 lw 1.50
set arrow from 48.00,183.57 to 261.00,183.57 nohead back lc rgb red dt 2 lw 0.80
set arrow from 48.00,187.20 to 261.00,187.20 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 213.39,197.79 to 260.00,205.79 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 259.00,201.79 right font sans.',7' tc rgb red front
set arrow from 237.33,132.69 to 237.33,205.38 nohead back lc rgb quiet dt 2 lw 0.50
set label 'South gate' at 48.00,212.88 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 261.00,212.38 right font sans.',7' tc rgb quiet front
set arrow from 486.17,187.20 to 498.00,187.20 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 285.00,196.29 to 498.00,196.29 nohead back lc rgb red dt 1 lw 1.50
set arrow from 285.00,183.57 to 498.00,183.57 nohead back lc rgb red dt 2 lw 0.80
set arrow from 285.00,187.20 to 498.00,187.20 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 450.39,197.79 to 497.00,205.79 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 496.00,201.79 right font sans.',7' tc rgb red front
set arrow from 474.33,132.69 to 474.33,205.38 nohead back lc rgb quiet dt 2 lw 0.50
set label 'B1 车库' at 285.00,212.88 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 498.00,212.38 right font sans.',7' tc rgb quiet front
set arrow from 249.17,90.52 to 261.00,90.52 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 48.00,99.60 to 261.00,99.60 nohead back lc rgb red dt 1 lw 1.50
set arrow from 48.00,86.88 to 261.00,86.88 nohead back lc rgb red dt 2 lw 0.80
set arrow from 48.00,90.52 to 261.00,90.52 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 213.39,101.10 to 260.00,109.10 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 259.00,105.10 right font sans.',7' tc rgb red front
set arrow from 237.33,36.00 to 237.33,108.69 nohead back lc rgb quiet dt 2 lw 0.50
set label '二号楼大堂' at 48.00,116.19 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 261.00,115.69 right font sans.',7' tc rgb quiet front
set arrow from 486.17,90.52 to 498.00,90.52 nohead back lc rgb ink dt 1 lw 1.10
set arrow from 285.00,99.60 to 498.00,99.60 nohead back lc rgb red dt 1 lw 1.50
set arrow from 285.00,86.88 to 498.00,86.88 nohead back lc rgb red dt 2 lw 0.80
set arrow from 285.00,90.52 to 498.00,90.52 nohead back lc rgb ink dt 3 lw 0.80
set object rectangle from 450.39,101.10 to 497.00,109.10 front fc rgb paper fs transparent solid 0.85 noborder
set label 'circuit 3.5 kW' at 496.00,105.10 right font sans.',7' tc rgb red front
set arrow from 474.33,36.00 to 474.33,108.69 nohead back lc rgb quiet dt 2 lw 0.50
set label 'Metro gate' at 285.00,116.19 left font bold.',8.5' tc rgb ink front
set label 'heaters 3.0 kW' at 498.00,115.69 right font sans.',7' tc rgb quiet front
set label 'kW' at 16.00,120.69 center rotate font sans.',8' tc rgb quiet front
set label 'time of day' at 273.00,18.00 center font sans.',7' tc rgb quiet front
set label 'dashed upright: the window closes, 07:50' at 14.00,7.00 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
