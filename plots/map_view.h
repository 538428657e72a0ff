/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLOTS_MAP_VIEW_H
#define PLOTS_MAP_VIEW_H

#include "plots/chart.h"
#include "plots/sheet.h"

/* How a site lies on the page: metres to points, the same both ways, and what the largest marks
 * stand for. Areas of marks stand for people, widths of paths for people who walk there. */
struct view {
    struct box area;
    double scale, x_m, y_m; /* pt/m, and what lies at the area's bottom left */
    double served, residents, leaving, flow;
    double shrink; /* of the marks, where there are many */
    bool by_mode;  /* some path isn't for everyone */
    bool detours;  /* of some station it's known how far those who come walk more */
};

/** A view of all nodes, left of the legend and below sheet->top. */
struct view view_of(const struct picture *picture, const struct sheet *sheet);

double view_x(const struct view *view, double x_m);
double view_y(const struct view *view, double y_m);

/** Drinks served a day by the station at a node; 0 where there is none. */
double view_served(const struct picture *picture, const struct picture_node *node);

/** How much more those walk who come to it; NAN where there is none, or nobody comes. */
double view_detour_m(const struct picture *picture, const struct picture_node *node);

/** Half the size of the marks, in points; 0 for nobody. */
double view_disc(const struct view *view, double served);
double view_square(const struct view *view, double residents);
double view_ring(const struct view *view, double leaving);
double view_path(const struct view *view, double flow); /* line weight */

/** A path from one point to another: dashed where not everyone may go. */
void view_draw_path(struct sheet *sheet, double x0, double y0, double x1, double y1, struct look look, bool by_mode);

/** Half the extent of everything that stands at a node. */
double view_radius(const struct picture *picture, const struct view *view,
                   const struct picture_node *node);

/** The ruler at the bottom left and, at the right, what marks of some sizes stand for. */
void view_draw_legend(const struct view *view, struct sheet *sheet);

#endif
