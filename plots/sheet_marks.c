/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet says and marks on its page. */
#include "plots/lettering.h"
#include "plots/sheet.h"

static const char *const alignment[] = {"left", "center", "right"};

void sheet_say(struct sheet *sheet, double x, double y, struct letters letters, const char *says)
{
    if (!*says)
        return;
    text_add(&sheet->page, "set label ");
    lettering_quote(&sheet->page, says);
    text_print(&sheet->page, " at %.2f,%.2f %s font %s.',%g' tc rgb %s front\n", x, y,
               alignment[letters.align], letters.bold ? "bold" : "sans", letters.size_pt,
               style_colour(letters.colour));
}

void sheet_say_upwards(struct sheet *sheet, double x, double y, const char *says)
{
    text_add(&sheet->page, "set label ");
    lettering_quote(&sheet->page, says);
    text_print(&sheet->page, " at %.2f,%.2f center rotate font sans.',%g' tc rgb quiet front\n", x,
               y, size_text);
}

void sheet_line(struct sheet *sheet, double x0, double y0, double x1, double y1, struct look look)
{
    text_print(&sheet->page,
               "set arrow from %.2f,%.2f to %.2f,%.2f nohead back lc rgb %s dt %d lw %.2f\n", x0,
               y0, x1, y1, style_colour(look.colour), look.dash, look.weight_pt);
}

static void add_box(struct sheet *sheet, struct box box, const char *layer, enum colour colour,
                    double alpha)
{
    text_print(&sheet->page,
               "set object rectangle from %.2f,%.2f to %.2f,%.2f %s fc rgb %s "
               "fs transparent solid %.2f noborder\n",
               box.left, box.bottom, box.right, box.top, layer, style_colour(colour), alpha);
}

void sheet_box(struct sheet *sheet, struct box box, enum colour colour, double alpha)
{
    add_box(sheet, box, "back", colour, alpha);
}

void sheet_box_in_front(struct sheet *sheet, struct box box, enum colour colour, double alpha)
{
    add_box(sheet, box, "front", colour, alpha);
}

void sheet_disc(struct sheet *sheet, double x, double y, double radius, enum colour colour,
                double alpha)
{
    text_print(&sheet->page,
               "set object circle at %.2f,%.2f size %.2f front fc rgb %s fs transparent solid %.2f "
               "border lc rgb paper lw 0.5\n",
               x, y, radius, style_colour(colour), alpha);
}

void sheet_ring(struct sheet *sheet, double x, double y, double radius, enum colour colour)
{
    text_print(&sheet->page,
               "set object circle at %.2f,%.2f size %.2f front fc rgb paper fs solid border lc rgb "
               "%s lw 1.5\n",
               x, y, radius, style_colour(colour));
}
