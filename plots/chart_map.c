/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/map_view.h"
#include "plots/parts.h"
#include "plots/phrase.h"
#include "plots/place.h"

#include <math.h>
#include <stdio.h>

enum { MUST_LABEL = 8, MUST_IN_A_CROWD = 3, CROWD = 20 };

bool map_has_data(const struct picture *picture)
{
    return picture->n_nodes > 1;
}

static void draw_paths(const struct picture *picture, const struct view *view, struct sheet *sheet,
                       struct place *place)
{
    for (int i = 0; i < picture->n_paths; i++) {
        const struct picture_path *path = &picture->path[i];
        const struct picture_node *from = &picture->node[path->from],
                                  *to = &picture->node[path->to];
        double x0 = view_x(view, from->x_m), y0 = view_y(view, from->y_m);
        double x1 = view_x(view, to->x_m), y1 = view_y(view, to->y_m);
        double weight = view_path(view, path->flow);
        view_draw_path(sheet, x0, y0, x1, y1, (struct look){path->flow > 0 ? SKY : FAINT, 1, weight}, path->by_mode);
        place_line(place, x0, y0, x1, y1, weight);
    }
}

static void draw_node(const struct picture *picture, const struct view *view, struct sheet *sheet,
                      struct place *place, const struct picture_node *node)
{
    double x = view_x(view, node->x_m), y = view_y(view, node->y_m);
    double half = view_square(view, node->residents);
    double ring = view_ring(view, node->leaving);
    double disc = view_disc(view, view_served(picture, node));
    double radius = view_radius(picture, view, node);

    if (radius <= 1.5)
        sheet_disc(sheet, x, y, 1.5, QUIET, 1);
    if (ring > 0)
        sheet_ring(sheet, x, y, ring, GREEN);
    if (half > 0)
        sheet_box_in_front(sheet, (struct box){x - half, y - half, x + half, y + half}, STONE, 1);
    if (node->station >= 0)
        sheet_disc(sheet, x, y, fmax(disc, 2.5), BLUE, 1);
    place_take(place, (struct box){x - radius, y - radius, x + radius, y + radius});
}

/* The more a label matters, the earlier it's placed. */
static double importance(const struct picture *picture, const struct picture_node *node)
{
    if (node->station >= 0)
        return 2e9 + view_served(picture, node);
    return (node->leaving > 0 ? 1e9 : 0) + node->leaving + node->residents;
}

/* A station's name and what it serves, or one without the other; the name of anything else. */
static bool draw_label(const struct picture *picture, const struct view *view, struct sheet *sheet,
                       struct place *place, const struct picture_node *node, const char *beneath,
                       double width_pt, bool must)
{
    bool station = node->station >= 0 && node->station < picture->n_stations;
    double size = station ? size_text : size_small, x = view_x(view, node->x_m),
           y = view_y(view, node->y_m);
    double height = size + 1 + (*beneath ? size_small + 1 : 0);
    struct letters letters = {size, station, station ? INK : QUIET, LEFT};
    struct text name = {0};
    struct box box;

    lettering_fit(&name, station ? picture->station[node->station].name : node->name, size, station,
                  width_pt);
    double width = fmax(lettering_width(text_c(&name), size, station),
                        lettering_width(beneath, size_small, false));
    bool placed =
        place_label(place, x, y, view_radius(picture, view, node), width, height, must, &box);
    if (placed) {
        sheet_box_in_front(sheet, box, PAPER, 0.85);
        sheet_say(sheet, box.left, box.top - size / 2 - 0.5, letters, text_c(&name));
        sheet_say(sheet, box.left, box.bottom + size_small / 2 + 0.5, letters_small, beneath);
    }
    text_free(&name);
    return placed;
}

/* "53 a day, +12 m" */
static void say_station(const struct picture *picture, const struct picture_node *node, struct text *served,
                        struct text *in_full)
{
    char count[PHRASE_ROOM], extra[PHRASE_ROOM];
    double detour_m = view_detour_m(picture, node);

    text_print(served, say("%s a day"), phrase_count(count, view_served(picture, node)));
    if (isfinite(detour_m))
        text_print(in_full, say("%s, +%s m"), text_c(served), phrase_count(extra, round(detour_m)));
}

static bool label_node(const struct picture *picture, const struct view *view, struct sheet *sheet,
                       struct place *place, const struct picture_node *node, int rank)
{
    struct text served = {0}, in_full = {0};
    int must = picture->n_nodes > CROWD ? MUST_IN_A_CROWD : MUST_LABEL;

    if (node->station >= 0)
        say_station(picture, node, &served, &in_full);
    bool placed =
        (in_full.n && draw_label(picture, view, sheet, place, node, text_c(&in_full), 96, false))
        || (served.n && draw_label(picture, view, sheet, place, node, text_c(&served), 96, false))
        || draw_label(picture, view, sheet, place, node, "", 96, false)
        || draw_label(picture, view, sheet, place, node, "", 56, node->station >= 0 && rank < must);
    sheet->page.failed |= served.failed || in_full.failed;
    text_free(&served);
    text_free(&in_full);
    return placed;
}

static void draw_labels(const struct picture *picture, const struct view *view, struct sheet *sheet,
                        struct place *place)
{
    const struct letters right = {size_small, false, QUIET, RIGHT};
    char says[2 * PHRASE_ROOM];
    double last = INFINITY;
    int last_i = -1, left_out = 0;

    for (int k = 0; k < picture->n_nodes;
         k++) { /* the next in importance; ties in their own order */
        int next = -1;
        for (int i = 0; i < picture->n_nodes; i++) {
            double matters = importance(picture, &picture->node[i]);
            bool later = matters < last || (matters == last && i > last_i);
            if (later && (next < 0 || matters > importance(picture, &picture->node[next])))
                next = i;
        }
        last = importance(picture, &picture->node[next]), last_i = next;
        if (last > 0 || picture->n_nodes < 20)
            left_out += !label_node(picture, view, sheet, place, &picture->node[next], k);
    }
    if (left_out) {
        snprintf(says, sizeof says,
                 say_n("%d name has no room", "%d names have no room", (unsigned long)left_out),
                 left_out);
        sheet_say(sheet, sheet->width - PAGE_MARGIN, 10, right, says);
    }
}

static void find(const struct picture *picture, struct text *finding)
{
    char share[PHRASE_ROOM], name[NAME_ROOM], count[PHRASE_ROOM];
    int busiest = -1;

    for (int s = 0; s < picture->n_stations; s++)
        if (busiest < 0 || picture->station[s].served > picture->station[busiest].served)
            busiest = s;
    if (!(picture->wanted > 0)) {
        text_add(finding, say("Nobody wants a drink"));
        return;
    }
    if (picture->reached_share >= 1)
        text_add(finding, say("Everyone who wants a drink passes a station"));
    else if (picture->reached_share > 0)
        text_print(finding, say("%s who want a drink pass a station"),
                   phrase_share(share, picture->reached_share));
    else
        text_add(finding, say("No station lies on anyone's way"));
    if (picture->n_stations > 1 && picture->station[busiest].served > 0)
        text_print(finding, say("; %s serves the most, %s a day"),
                   lettering_name(name, picture->station[busiest].name),
                   phrase_count(count, picture->station[busiest].served));
}

static void write_row(struct sheet *sheet, const char *kind, const char *name, const char *to,
                      int n, const double number[])
{
    sheet_cell(sheet, kind);
    sheet_cell(sheet, name);
    sheet_cell(sheet, to);
    for (int i = 0; i < n; i++)
        sheet_number(sheet, number[i]);
    sheet_row_end(sheet);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    const char *head[] = {say("kind"),
                          say("name"),
                          say("to"),
                          "x (m)",
                          "y (m)",
                          say("residents"),
                          say("leaving (1/day)"),
                          say("drinks served (1/day)"),
                          say("extra walk, mean (m)"),
                          say("residents on the path (1/day)")};

    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        sheet_cell(sheet, head[i]);
    sheet_row_end(sheet);
    for (int i = 0; i < picture->n_nodes; i++) {
        const struct picture_node *node = &picture->node[i];
        const double number[] = {node->x_m,
                                 node->y_m,
                                 node->residents,
                                 node->leaving,
                                 node->station >= 0 ? view_served(picture, node) : NAN,
                                 view_detour_m(picture, node),
                                 NAN};
        write_row(sheet, say("node"), node->name, "", 7, number);
    }
    for (int i = 0; i < picture->n_paths; i++) {
        const struct picture_path *path = &picture->path[i];
        const double number[] = {NAN, NAN, NAN, NAN, NAN, NAN, path->flow};
        write_row(sheet, say("path"), picture->node[path->from].name, picture->node[path->to].name,
                  7, number);
    }
}

void map_draw(const struct picture *picture, struct sheet *sheet)
{
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    write_table(picture, sheet);
    struct view view = view_of(picture, sheet);
    struct place place = {.area = view.area};
    draw_paths(picture, &view, sheet, &place);
    for (int i = 0; i < picture->n_nodes; i++)
        draw_node(picture, &view, sheet, &place, &picture->node[i]);
    draw_labels(picture, &view, sheet, &place);
    view_draw_legend(&view, sheet);
    text_free(&finding);
}
