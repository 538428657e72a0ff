# Redraw in this folder: gnuplot map.gp
if (!exists('format')) {
    do for [format in 'png svg pdf'] { load 'map.gp' }
    exit
}
reset
set encoding utf8
sans = 'Noto Sans CJK SC'; bold = sans.':Bold'
if (format eq 'svg') {
    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; sans-serif'
    bold = sans.'" font-weight="bold'
    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \
        noenhanced background 'white' name 'map'
    set output 'map.svg'; plot x # leaves the same pen, whatever was drawn before
}
if (format eq 'png') {
    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \
        dashlength 0.5 pointscale 3.125 noenhanced
}
if (format eq 'pdf') {
    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \
        dashlength 0.5 noenhanced
}
set output 'map.'.format
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
set label '95 of 100 who want a drink pass a station; ' at 14.00,268.62 left font bold.',12.5' tc rgb ink front
set label 'South gate serves the most, 147 a day' at 14.00,253.00 left font bold.',12.5' tc rgb ink front
set label '滨河花园, winter mornings, layout today, 400 days simulated' at 14.00,237.75 left font sans.',8' tc rgb quiet front
set arrow from 115.20,152.94 to 149.69,118.46 nohead back lc rgb sky dt 1 lw 2.41
set arrow from 145.85,179.76 to 149.69,156.77 nohead back lc rgb sky dt 1 lw 3.05
set arrow from 149.69,156.77 to 149.69,118.46 nohead back lc rgb sky dt 1 lw 2.73
set arrow from 180.34,175.93 to 180.34,114.63 nohead back lc rgb sky dt 1 lw 2.41
set arrow from 214.82,168.27 to 180.34,114.63 nohead back lc rgb sky dt 1 lw 3.21
set arrow from 241.64,145.28 to 241.64,106.97 nohead back lc rgb sky dt 1 lw 2.25
set arrow from 122.87,110.80 to 149.69,118.46 nohead back lc rgb sky dt 1 lw 1.93
set arrow from 241.64,106.97 to 260.80,68.65 nohead back lc rgb sky dt 1 lw 4.50
set arrow from 130.53,76.31 to 184.17,38.00 nohead back lc rgb sky dt 1 lw 1.77
set arrow from 149.69,118.46 to 180.34,114.63 nohead back lc rgb sky dt 1 lw 3.70
set arrow from 180.34,114.63 to 184.17,38.00 nohead back lc rgb sky dt 1 lw 9.00
set arrow from 180.34,114.63 to 260.80,68.65 nohead back lc rgb sky dt 1 lw 0.96
set arrow from 180.34,175.93 to 180.34,202.75 nohead back lc rgb sky dt 1 lw 0.96
set arrow from 214.82,168.27 to 241.64,145.28 nohead back lc rgb faint dt 1 lw 0.40
set object rectangle from 107.97,145.71 to 122.44,160.18 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 138.23,172.13 to 153.48,187.39 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 173.51,169.11 to 187.16,182.75 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 206.82,160.27 to 222.82,176.27 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 235.03,138.67 to 248.25,151.88 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 116.48,104.41 to 129.25,117.18 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 234.61,99.93 to 248.67,114.00 front fc rgb stone fs transparent solid 1.00 noborder
set object rectangle from 124.62,70.41 to 136.44,82.22 front fc rgb stone fs transparent solid 1.00 noborder
set object circle at 180.34,114.63 size 1.50 front fc rgb quiet fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 184.17,38.00 size 15.00 front fc rgb paper fs solid border lc rgb green lw 1.5
set object circle at 184.17,38.00 size 13.00 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 149.69,118.46 size 9.14 front fc rgb paper fs solid border lc rgb green lw 1.5
set object circle at 149.69,118.46 size 8.51 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 149.69,156.77 size 6.95 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 260.80,68.65 size 9.82 front fc rgb paper fs solid border lc rgb green lw 1.5
set object circle at 260.80,68.65 size 9.41 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set object circle at 180.34,202.75 size 5.07 front fc rgb paper fs solid border lc rgb green lw 1.5
set object rectangle from 201.17,29.50 to 251.22,46.50 front fc rgb paper fs transparent solid 0.85 noborder
set label 'South gate' at 201.17,42.00 left font bold.',8' tc rgb ink front
set label '147 a day, +0 m' at 201.17,33.50 left font sans.',7' tc rgb quiet front
set object rectangle from 272.62,60.15 to 322.67,77.15 front fc rgb paper fs transparent solid 0.85 noborder
set label 'Metro gate' at 272.62,72.65 left font bold.',8' tc rgb ink front
set label '77 a day, +36 m' at 272.62,64.15 left font sans.',7' tc rgb quiet front
set object rectangle from 124.66,129.60 to 174.71,146.60 front fc rgb paper fs transparent solid 0.85 noborder
set label 'B1 车库' at 124.66,142.10 left font bold.',8' tc rgb ink front
set label '63 a day, +12 m' at 124.66,133.60 left font sans.',7' tc rgb quiet front
set object rectangle from 158.63,148.27 to 200.63,165.27 front fc rgb paper fs transparent solid 0.85 noborder
set label '二号楼大堂' at 158.63,160.77 left font bold.',8' tc rgb ink front
set label '42 a day' at 158.63,152.27 left font sans.',7' tc rgb quiet front
set object rectangle from 187.41,198.75 to 237.81,206.75 front fc rgb paper fs transparent solid 0.85 noborder
set label '北门 North gate' at 187.41,202.75 left font sans.',7' tc rgb quiet front
set object rectangle from 224.82,164.27 to 270.39,172.27 front fc rgb paper fs transparent solid 0.85 noborder
set label '4号楼 Tower 4' at 224.82,168.27 left font sans.',7' tc rgb quiet front
set object rectangle from 90.66,175.76 to 136.23,183.76 front fc rgb paper fs transparent solid 0.85 noborder
set label '2号楼 Tower 2' at 90.66,179.76 left font sans.',7' tc rgb quiet front
set object rectangle from 60.40,148.94 to 105.97,156.94 front fc rgb paper fs transparent solid 0.85 noborder
set label '1号楼 Tower 1' at 60.40,152.94 left font sans.',7' tc rgb quiet front
set object rectangle from 250.67,102.97 to 296.24,110.97 front fc rgb paper fs transparent solid 0.85 noborder
set label '7号楼 Tower 7' at 250.67,106.97 left font sans.',7' tc rgb quiet front
set object rectangle from 157.55,184.75 to 203.12,192.75 front fc rgb paper fs transparent solid 0.85 noborder
set label '3号楼 Tower 3' at 157.55,188.75 left font sans.',7' tc rgb quiet front
set object rectangle from 250.25,141.28 to 295.82,149.28 front fc rgb paper fs transparent solid 0.85 noborder
set label '5号楼 Tower 5' at 250.25,145.28 left font sans.',7' tc rgb quiet front
set object rectangle from 68.91,106.80 to 114.48,114.80 front fc rgb paper fs transparent solid 0.85 noborder
set label '6号楼 Tower 6' at 68.91,110.80 left font sans.',7' tc rgb quiet front
set object rectangle from 77.05,72.31 to 122.62,80.31 front fc rgb paper fs transparent solid 0.85 noborder
set label '8号楼 Tower 8' at 77.05,76.31 left font sans.',7' tc rgb quiet front
set object rectangle from 183.84,110.63 to 230.88,118.63 front fc rgb paper fs transparent solid 0.85 noborder
set label '中心广场 plaza' at 183.84,114.63 left font sans.',7' tc rgb quiet front
set arrow from 14.00,10.00 to 52.31,10.00 nohead back lc rgb ink dt 1 lw 1.00
set arrow from 14.00,8.00 to 14.00,12.00 nohead back lc rgb ink dt 1 lw 1.00
set arrow from 52.31,8.00 to 52.31,12.00 nohead back lc rgb ink dt 1 lw 1.00
set label '50 m' at 56.31,10.00 left font sans.',7' tc rgb quiet front
set label 'station: drinks a day' at 370.00,220.75 left font sans.',7' tc rgb quiet front
set object circle at 384.00,198.75 size 10.72 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set label '100' at 402.00,198.75 left font sans.',7' tc rgb quiet front
set object circle at 436.00,198.75 size 4.80 front fc rgb blue fs transparent solid 1.00 border lc rgb paper lw 0.5
set label '20' at 452.00,198.75 left font sans.',7' tc rgb quiet front
set label 'building: residents' at 370.00,170.75 left font sans.',7' tc rgb quiet front
set object rectangle from 376.37,141.12 to 391.63,156.38 front fc rgb stone fs transparent solid 1.00 noborder
set label '200' at 402.00,148.75 left font sans.',7' tc rgb quiet front
set object rectangle from 432.19,144.94 to 439.81,152.56 front fc rgb stone fs transparent solid 1.00 noborder
set label '50' at 452.00,148.75 left font sans.',7' tc rgb quiet front
set label 'exit: residents a day' at 370.00,120.75 left font sans.',7' tc rgb quiet front
set object circle at 384.00,98.75 size 12.68 front fc rgb paper fs solid border lc rgb green lw 1.5
set label '500' at 402.00,98.75 left font sans.',7' tc rgb quiet front
set object circle at 436.00,98.75 size 5.67 front fc rgb paper fs solid border lc rgb green lw 1.5
set label '100' at 452.00,98.75 left font sans.',7' tc rgb quiet front
set label 'path: residents a day' at 370.00,70.75 left font sans.',7' tc rgb quiet front
set arrow from 370.00,48.75 to 398.00,48.75 nohead back lc rgb sky dt 1 lw 8.04
set label '500' at 402.00,48.75 left font sans.',7' tc rgb quiet front
set arrow from 422.00,48.75 to 450.00,48.75 nohead back lc rgb sky dt 1 lw 1.61
set label '100' at 452.00,48.75 left font sans.',7' tc rgb quiet front
set label '+ m: extra walk, mean' at 370.00,20.75 left font sans.',7' tc rgb quiet front
plot NaN
unset multiplot
unset output
