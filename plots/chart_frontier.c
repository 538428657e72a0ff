/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/frontier_points.h"
#include "plots/parts.h"
#include "plots/place.h"

#include <math.h>

enum { FIRST_CLASS = 6, MANY = 800 };

bool frontier_has_data(const struct choice_picture *picture)
{
    for (int i = 0; picture->point && i < picture->n_points; i++)
        if (isfinite(picture->point[i].cost) && isfinite(picture->point[i].goal))
            return true;
    return false;
}

static void write_head(const struct choice_picture *picture, const struct frontier *frontier,
                       struct sheet *sheet)
{
    struct text cost = {0}, goal = {0};

    choice_with_unit(&cost, frontier_cost_name(), picture->cost_unit);
    choice_with_unit(&goal, picture->goal_name, picture->goal_unit);
    const char *head[] = {text_c(&cost), text_c(&goal), say("best for the cost"), say("stations"),
                          say("misses a requirement")};
    for (int i = 0; i < 5; i++)
        sheet_cell(sheet, head[i]);
    for (int k = 0; k < frontier->n_classes; k++) {
        struct text class = {0};
        text_print(&class, say("meets all, stations: %d"), frontier->stations[k]);
        sheet_cell(sheet, text_c(&class));
        text_free(&class);
    }
    sheet_cell(sheet, say("rank"));
    sheet_cell(sheet, say("name"));
    sheet_row_end(sheet);
    text_free(&cost);
    text_free(&goal);
}

/* The goal once more in the column of what a point is drawn as. */
static void write_table(const struct choice_picture *picture, const struct frontier *frontier,
                        struct sheet *sheet)
{
    write_head(picture, frontier, sheet);
    for (int i = 0; i < frontier->n; i++) {
        const struct choice_point *point = frontier->by_cost[i];
        sheet_number(sheet, point->cost);
        sheet_number(sheet, point->goal);
        sheet_number(sheet, frontier->best[i]);
        sheet_number(sheet, point->stations > 0 ? (double)point->stations : NAN);
        sheet_number(sheet, point->meets ? NAN : point->goal);
        for (int k = 0; k < frontier->n_classes; k++)
            sheet_number(sheet,
                         point->meets && frontier_class(frontier, point) == k ? point->goal : NAN);
        sheet_number(sheet, point->finalist > 0 ? (double)point->finalist : NAN);
        sheet_cell(sheet, point->name ? point->name : "");
        sheet_row_end(sheet);
    }
}

/* Disc, triangle, square, diamond: gnuplot's numbers and the letters for the key. */
static const struct {
    int point;
    const char *sign;
} signs[CLASSES_MOST] = {{7, "●"}, {9, "▲"}, {5, "■"}, {13, "◆"}};

static void draw_points(const struct frontier *frontier, struct sheet *sheet,
                        const struct panel *panel)
{
    double size = frontier->n > MANY ? 0.25 : 0.55;

    sheet_panel(sheet, panel);
    if (frontier->meeting < frontier->n)
        sheet_curve(sheet, "using 1:5 with points pt 6 ps %g lc rgb stone lw 0.5", size);
    for (int k = 0; k < frontier->n_classes; k++)
        sheet_curve(sheet, "using 1:%d with points pt %d ps %g lc rgb %s", FIRST_CLASS + k,
                    signs[k].point, 1.2 * size, style_colour(style_look(k).colour));
    sheet_curve(sheet, "using 1:3 with steps lc rgb ink lw 0.9");
    sheet_panel_end(sheet);
}

static void name_class(const struct frontier *frontier, int k, struct text *out)
{
    int stations = frontier->stations[k];

    if (stations < 1)
        text_add(out, say("meets all requirements"));
    else if (frontier->more && k == frontier->n_classes - 1)
        text_print(out, say("%d stations or more"), stations);
    else
        text_print(out, say_n("%d station", "%d stations", (unsigned long)stations), stations);
}

static void draw_keys(const struct frontier *frontier, struct sheet *sheet)
{
    struct text says[CLASSES_MOST] = {0};
    struct key keys[CLASSES_MOST + 2];
    int n = frontier->n_classes;

    for (int k = 0; k < n; k++) {
        name_class(frontier, k, &says[k]);
        keys[k] = (struct key){text_c(&says[k]), style_look(k), 0, signs[k].sign};
    }
    if (frontier->meeting < frontier->n)
        keys[n++] = (struct key){say("misses a requirement"), {STONE, 1, 0}, 0, "○"};
    keys[n++] = (struct key){say("best for the cost"), {INK, 1, 0.9}, 0};
    sheet_key(sheet, n, keys);
    for (int k = 0; k < CLASSES_MOST; k++)
        text_free(&says[k]);
}

/* Numbers keep off the line of the best. */
static void take_line(const struct frontier *frontier, const struct panel *panel,
                      struct place *place)
{
    double x = NAN, y = NAN;

    for (int i = 0; i < frontier->n; i++) {
        double to_x = panel_x(panel, frontier->by_cost[i]->cost);
        double to_y = panel_y(panel, frontier->best[i]);
        if (isnan(to_y) || (to_y == y && i < frontier->n - 1))
            continue;
        if (isfinite(y)) {
            place_line(place, x, y, to_x, y, 3);
            place_line(place, to_x, y, to_x, to_y, 3);
        }
        x = to_x, y = to_y;
    }
}

/* Finalists too near to one another for a number each share the label of the first: its place among them. */
static void find_crowds(const struct frontier *frontier, const struct panel *panel, int crowd[FINALISTS_MOST])
{
    enum { NEAR_PT = 16 };

    for (int k = 0; k < frontier->n_finalists; k++) {
        const struct choice_point *point = frontier->finalist[k];
        crowd[k] = k;
        for (int first = k - 1; first >= 0; first--) {
            const struct choice_point *other = frontier->finalist[first];
            double x = panel_x(panel, point->cost) - panel_x(panel, other->cost);
            double y = panel_y(panel, point->goal) - panel_y(panel, other->goal);
            if (crowd[first] == first && hypot(x, y) < NEAR_PT)
                crowd[k] = first;
        }
    }
}

/* "1-4, 7" */
static void say_crowd(const struct frontier *frontier, const int crowd[], int first, struct text *out)
{
    int n = frontier->n_finalists;

    for (int k = first; k < n; k++) {
        int last = k;
        if (crowd[k] != first)
            continue;
        while (last + 1 < n && crowd[last + 1] == first)
            last++;
        text_print(out, "%s%d", k > first ? ", " : "", frontier->finalist[k]->finalist);
        if (last > k)
            text_print(out, "%s%d", last > k + 1 ? "\u2013" : ", ", frontier->finalist[last]->finalist);
        k = last;
    }
}

static void draw_number(const struct frontier *frontier, const struct panel *panel, const int crowd[], int k,
                        struct place *place, struct sheet *sheet)
{
    const struct letters centred = {size_text, true, INK, CENTRE};
    struct text numbers = {0};
    struct box box;

    say_crowd(frontier, crowd, k, &numbers);
    place_label(place, panel_x(panel, frontier->finalist[k]->cost), panel_y(panel, frontier->finalist[k]->goal), 4.5,
                lettering_width(text_c(&numbers), size_text, true), 8, true, &box);
    sheet_box_in_front(sheet, box, PAPER, 0.7);
    sheet_say(sheet, (box.left + box.right) / 2, (box.bottom + box.top) / 2, centred, text_c(&numbers));
    sheet->script.failed |= numbers.failed;
    text_free(&numbers);
}

/* Ringed, and within the ring the colour that the key names. */
static void draw_finalist(const struct frontier *frontier, int k, const struct panel *panel, struct sheet *sheet)
{
    const struct choice_point *point = frontier->finalist[k];
    double x = panel_x(panel, point->cost), y = panel_y(panel, point->goal), radius = k ? 3 : 3.8;

    sheet_ring(sheet, x, y, radius, INK);
    sheet_disc(sheet, x, y, radius - 1, point->meets ? style_look(frontier_class(frontier, point)).colour : STONE, 1);
}

static void draw_numbers(const struct frontier *frontier, struct sheet *sheet,
                         const struct panel *panel)
{
    struct place place = {.area = panel->box};
    int crowd[FINALISTS_MOST];

    take_line(frontier, panel, &place);
    find_crowds(frontier, panel, crowd);
    for (int k = 0; k < frontier->n_finalists; k++) {
        double x = panel_x(panel, frontier->finalist[k]->cost);
        double y = panel_y(panel, frontier->finalist[k]->goal);
        place_take(&place, (struct box){x - 3.5, y - 3.5, x + 3.5, y + 3.5});
    }
    for (int k = 0; k < frontier->n_finalists; k++)
        if (crowd[k] == k)
            draw_number(frontier, panel, crowd, k, &place, sheet);
    for (int k = frontier->n_finalists - 1; k >= 0; k--)
        draw_finalist(frontier, k, panel, sheet);
}

static struct panel panel_of(const struct frontier *frontier, const struct sheet *sheet)
{
    double low = INFINITY, high = -INFINITY;
    int last = frontier->n - 1, key = frontier->n_finalists ? FINALISTS_PT + 12 : 0;

    for (int i = 0; i < frontier->n; i++) {
        low = fmin(low, frontier->by_cost[i]->goal);
        high = fmax(high, frontier->by_cost[i]->goal);
    }
    return (struct panel){
        {PAGE_MARGIN + 32, FOOT_PT, sheet->width - PAGE_MARGIN - key, sheet->top - 14},
        axis_around(frontier->by_cost[0]->cost, frontier->by_cost[last]->cost, 6),
        axis_around(low, high, 5),
        true,
        true};
}

static void draw_axes(const struct choice_picture *picture, struct sheet *sheet,
                      const struct panel *panel)
{
    const struct letters right = {size_small, false, QUIET, RIGHT};
    struct text goal = {0}, cost = {0};

    choice_with_unit(&goal, picture->goal_name, picture->goal_unit);
    choice_with_unit(&cost, frontier_cost_name(), picture->cost_unit);
    parts_head(sheet, panel, text_c(&goal), "");
    sheet_say(sheet, panel->box.right, FOOT_PT - 18, right, text_c(&cost));
    text_free(&goal);
    text_free(&cost);
}

/* Only finalists whose names stand whole are numbered. */
static void keep_listed(struct frontier *frontier, struct sheet *sheet)
{
    int listed = frontier_listed(frontier, sheet->top - 4);
    struct text note = {0};

    if (listed < frontier->n_finalists) {
        text_print(&note, say("numbered: the best %d; names of the others are in the table"), listed);
        sheet_note(sheet, text_c(&note));
    }
    frontier->n_finalists = listed;
    text_free(&note);
}

void frontier_draw(const struct choice_picture *picture, struct sheet *sheet)
{
    struct frontier frontier;
    struct text finding = {0};

    if (frontier_of(picture, &frontier) != OK) {
        sheet->script.failed = true;
        frontier_free(&frontier);
        return;
    }
    frontier_find(picture, &frontier, &finding);
    choice_title(sheet, picture, &finding);
    draw_keys(&frontier, sheet);
    write_table(picture, &frontier, sheet);
    keep_listed(&frontier, sheet);
    struct panel panel = panel_of(&frontier, sheet);
    draw_points(&frontier, sheet, &panel);
    draw_axes(picture, sheet, &panel);
    draw_numbers(&frontier, sheet, &panel);
    if (frontier.n_finalists)
        frontier_draw_finalists(picture, &frontier, sheet, panel.box.right + 16, sheet->top - 4);
    frontier_free(&frontier);
    text_free(&finding);
}
