/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/map_view.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { LEGEND_PT = 104, PADDING_PT = 26 };

/* Marks at their largest, in points: areas stand for people, widths for people on a path. */
static const double disc_pt = 13, square_pt = 8, ring_pt = 15, path_pt = 9;

double view_x(const struct view *view, double x_m)
{
    return view->area.left + (x_m - view->x_m) * view->scale;
}

double view_y(const struct view *view, double y_m)
{
    return view->area.bottom + (y_m - view->y_m) * view->scale;
}

double view_served(const struct picture *picture, const struct picture_node *node)
{
    bool station = node->station >= 0 && node->station < picture->n_stations;
    return station ? picture->station[node->station].served : 0;
}

double view_detour_m(const struct picture *picture, const struct picture_node *node)
{
    bool station = node->station >= 0 && node->station < picture->n_stations;
    return station ? picture->station[node->station].detour_m : NAN;
}

static void fit(struct view *view, double width_m, double height_m)
{
    double width = view->area.right - view->area.left - 2 * PADDING_PT;
    double height = view->area.top - view->area.bottom - 2 * PADDING_PT;

    view->scale =
        fmin(width_m > 0 ? width / width_m : INFINITY, height_m > 0 ? height / height_m : INFINITY);
    if (!isfinite(view->scale))
        view->scale = 1;
    view->x_m -= (width + 2 * PADDING_PT - width_m * view->scale) / 2 / view->scale;
    view->y_m -= (height + 2 * PADDING_PT - height_m * view->scale) / 2 / view->scale;
}

struct view view_of(const struct picture *picture, const struct sheet *sheet)
{
    struct view view = {.area = {PAGE_MARGIN, 12, sheet->width - PAGE_MARGIN - LEGEND_PT, sheet->top},
                        .x_m = INFINITY,
                        .y_m = INFINITY};
    double east = -INFINITY, north = -INFINITY;

    for (int i = 0; i < picture->n_nodes; i++) {
        const struct picture_node *node = &picture->node[i];
        view.x_m = fmin(view.x_m, node->x_m), east = fmax(east, node->x_m);
        view.y_m = fmin(view.y_m, node->y_m), north = fmax(north, node->y_m);
        view.served = fmax(view.served, view_served(picture, node));
        view.residents = fmax(view.residents, node->residents);
        view.leaving = fmax(view.leaving, node->leaving);
        view.detours |= isfinite(view_detour_m(picture, node));
    }
    for (int i = 0; i < picture->n_paths; i++) {
        view.flow = fmax(view.flow, picture->path[i].flow);
        view.by_mode |= picture->path[i].by_mode;
    }
    view.shrink = fmax(0.4, fmin(1, sqrt(16.0 / picture->n_nodes)));
    fit(&view, east - view.x_m, north - view.y_m);
    return view;
}

/* A mark's size for n where `most` has the largest. */
static double by_area(const struct view *view, double largest_pt, double n, double most)
{
    return n > 0 && most > 0 ? fmax(1.5, view->shrink * largest_pt * sqrt(n / most)) : 0;
}

double view_disc(const struct view *view, double served)
{
    return by_area(view, disc_pt, served, view->served);
}

double view_square(const struct view *view, double residents)
{
    return by_area(view, square_pt, residents, view->residents);
}

double view_ring(const struct view *view, double leaving)
{
    return by_area(view, ring_pt, leaving, view->leaving);
}

double view_path(const struct view *view, double flow)
{
    return flow > 0 && view->flow > 0 ? fmax(0.6, view->shrink * path_pt * flow / view->flow) : 0.4;
}

/* Dashes of gnuplot grow with the line's width: a wide path would fall apart. */
void view_draw_path(struct sheet *sheet, double x0, double y0, double x1, double y1, struct look look, bool by_mode)
{
    double length = hypot(x1 - x0, y1 - y0), dash = 4 + look.weight_pt / 2, pitch = dash + 3;

    if (!by_mode || !(length > dash)) {
        sheet_line(sheet, x0, y0, x1, y1, look);
        return;
    }
    for (int i = 0; i * pitch < length; i++) {
        double from = i * pitch / length, to = fmin(1, (i * pitch + dash) / length);
        sheet_line(sheet, x0 + from * (x1 - x0), y0 + from * (y1 - y0), x0 + to * (x1 - x0), y0 + to * (y1 - y0), look);
    }
}

double view_radius(const struct picture *picture, const struct view *view,
                   const struct picture_node *node)
{
    double radius = 1.5;

    radius = fmax(radius, view_disc(view, view_served(picture, node)));
    radius = fmax(radius, view_square(view, node->residents));
    return fmax(radius, view_ring(view, node->leaving));
}

/* A round number that's not above x. */
static double round_down(double x)
{
    double power = pow(10, floor(log10(x)));
    return x >= 5 * power ? 5 * power : x >= 2 * power ? 2 * power : power;
}

static void draw_ruler(const struct view *view, struct sheet *sheet)
{
    double metres = round_down(70 / view->scale), left = view->area.left,
           right = left + metres * view->scale;
    const struct look look = {INK, 1, 1};
    char says[PHRASE_ROOM];

    snprintf(says, sizeof says, say("%g m"), metres);
    sheet_line(sheet, left, 10, right, 10, look);
    sheet_line(sheet, left, 8, left, 12, look);
    sheet_line(sheet, right, 8, right, 12, look);
    sheet_say(sheet, right + 4, 10, letters_small, says);
}

struct legend {
    const char *says;
    double most;
    void (*mark)(const struct view *, struct sheet *, double x, double y, double n);
};

static void mark_station(const struct view *view, struct sheet *sheet, double x, double y, double n)
{
    sheet_disc(sheet, x, y, view_disc(view, n), BLUE, 1);
}

static void mark_building(const struct view *view, struct sheet *sheet, double x, double y,
                          double n)
{
    double half = view_square(view, n);
    sheet_box_in_front(sheet, (struct box){x - half, y - half, x + half, y + half}, STONE, 1);
}

static void mark_exit(const struct view *view, struct sheet *sheet, double x, double y, double n)
{
    sheet_ring(sheet, x, y, view_ring(view, n), GREEN);
}

static void mark_path(const struct view *view, struct sheet *sheet, double x, double y, double n)
{
    sheet_line(sheet, x - 14, y, x + 14, y, (struct look){SKY, 1, view_path(view, n)});
}

static void explain_dashes(struct sheet *sheet, double x, double y)
{
    view_draw_path(sheet, x, y, x + 28, y, (struct look){SKY, 1, 2}, true);
    sheet_say(sheet, x + 32, y, letters_small, say("not for everyone"));
}

void view_draw_legend(const struct view *view, struct sheet *sheet)
{
    const struct legend rows[] = {{say("station: drinks a day"), view->served, mark_station},
                                  {say("building: residents"), view->residents, mark_building},
                                  {say("exit: residents a day"), view->leaving, mark_exit},
                                  {say("path: residents a day"), view->flow, mark_path}};
    double x = sheet->width - PAGE_MARGIN - LEGEND_PT + 8, y = sheet->top - 8;
    char count[PHRASE_ROOM];

    draw_ruler(view, sheet);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!(rows[i].most > 0))
            continue;
        double large = round_down(rows[i].most), small = round_down(large / 4);
        sheet_say(sheet, x, y, letters_small, rows[i].says);
        rows[i].mark(view, sheet, x + 14, y - 22, large);
        sheet_say(sheet, x + 32, y - 22, letters_small, phrase_count(count, large));
        rows[i].mark(view, sheet, x + 66, y - 22, small);
        sheet_say(sheet, x + 82, y - 22, letters_small, phrase_count(count, small));
        y -= 50;
    }
    if (view->by_mode) {
        explain_dashes(sheet, x, y);
        y -= 16;
    }
    if (view->detours)
        sheet_say(sheet, x, y, letters_small, say("+ m: extra walk, mean"));
}
