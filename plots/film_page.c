/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/film_page.h"

#include "core/arena.h"
#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { CROWD = 20 }; /* nodes: beyond that a name that has no room is left out */
static const double pitch_pt = 5; /* of a crowd's dots */

/* --- title and key ----------------------------------------------------------------------------------- */

static void find(const struct film *film, struct text *finding)
{
    char name[NAME_ROOM], served[PHRASE_ROOM], wanted[PHRASE_ROOM], clock[PHRASE_ROOM];
    double got = film->frames ? film->served[film->frames - 1] : 0;

    if (!(film->wanted > 0)) {
        text_add(finding, say("Nobody wants a drink on this day"));
        return;
    }
    text_print(finding, say("%s of %s get a drink on this day"), phrase_count(served, got), phrase_count(wanted, film->wanted));
    if (film->longest < 2)
        text_add(finding, say("; there is hardly ever a line"));
    else
        text_print(finding, say("; at %s %d wait at %s"), lettering_name(name, film->picture->station[film->longest_at].name), film->longest,
                   phrase_clock(clock, film->longest_s));
}

static void draw_title(const struct film *film, struct sheet *sheet)
{
    struct text finding = {0}, from = {0};
    char name[NAME_ROOM];

    find(film, &finding);
    text_add(&from, lettering_name(name, film->picture->scenario));
    text_add(&from, " · ");
    text_add(&from, lettering_name(name, film->picture->layout));
    text_print(&from, say(" · day %d"), film->day);
    if (*film->kind) {
        text_add(&from, " · ");
        text_add(&from, lettering_name(name, film->kind));
    }
    if (isfinite(film->air_c))
        text_print(&from, say(" · air %.0f °C"), rint(film->air_c) + 0.0);
    sheet_title(sheet, text_c(&finding), text_c(&from));
    sheet->page.failed |= finding.failed || from.failed;
    text_free(&finding);
    text_free(&from);
}

static void draw_key(struct sheet *sheet)
{
    const struct key keys[] = {
        {say("wants a drink"), {BLUE, 1, 0}, 0, "●"},
        {say("has a warm one"), {GREEN, 1, 0}, 0, "●"},
        {say("lukewarm or too hot"), {ORANGE, 1, 0}, 0, "▲"},
        {say("goes without"), {RED, 1, 0}, 0, "×"},
    };
    sheet_key(sheet, sizeof keys / sizeof *keys, keys);
}

/* --- the map ----------------------------------------------------------------------------------------- */

static void draw_paths(const struct picture *picture, const struct view *view, struct sheet *sheet, struct place *place)
{
    const struct look look = {FAINT, 1, 3};

    for (int i = 0; i < picture->n_paths; i++) {
        const struct picture_node *from = &picture->node[picture->path[i].from], *to = &picture->node[picture->path[i].to];
        double x0 = view_x(view, from->x_m), y0 = view_y(view, from->y_m), x1 = view_x(view, to->x_m), y1 = view_y(view, to->y_m);
        sheet_line(sheet, x0, y0, x1, y1, look);
        place_line(place, x0, y0, x1, y1, look.weight_pt);
    }
}

/* Half of what stands at a node. Stations are alike here: how many they serve is seen. */
static double half_of(const struct view *view, const struct picture_node *node)
{
    double half = node->station >= 0 ? 4 : 1.2;

    half = fmax(half, node->residents > 0 ? fmax(2.5, 0.8 * view_square(view, node->residents)) : 0);
    return fmax(half, node->leaving > 0 ? 6 : 0);
}

static void draw_node(const struct view *view, struct sheet *sheet, const struct picture_node *node)
{
    double x = view_x(view, node->x_m), y = view_y(view, node->y_m), half = fmax(2.5, 0.8 * view_square(view, node->residents));

    if (node->leaving > 0)
        sheet_ring(sheet, x, y, 6, STONE);
    if (node->residents > 0)
        sheet_box_in_front(sheet, (struct box){x - half, y - half, x + half, y + half}, STONE, 1);
    if (node->station >= 0)
        sheet_disc(sheet, x, y, 4, INK, 1);
    else if (half_of(view, node) < 2)
        sheet_disc(sheet, x, y, 1.2, STONE, 1);
}

/* A crowd has room for the longest of the day, as wide as high. */
static enum status place_crowds(const struct film *film, const struct view *view, struct arena *arena, struct place *place,
                                const struct film_crowd **crowds)
{
    const struct picture *picture = film->picture;
    struct film_crowd *crowd;

    TAKE(arena, crowd, picture->n_stations + 1);
    *crowds = crowd;
    for (int s = 0; s < picture->n_stations; s++) {
        const struct film_station *station = &film->station[s];
        double x = view_x(view, picture->station[s].x_m), y = view_y(view, picture->station[s].y_m);
        int most = 1;
        struct box box;
        for (int f = 0; f < film->frames; f++)
            most = station->there[f] > most ? station->there[f] : most;
        double pitch = most > 60 ? pitch_pt * sqrt(60.0 / most) : pitch_pt;
        int columns = (int)ceil(sqrt(most)), rows = (most + columns - 1) / columns;
        place_label(place, x, y, 5, columns * pitch, rows * pitch, true, &box);
        bool right = (box.left + box.right) / 2 >= x, above = (box.bottom + box.top) / 2 >= y;
        crowd[s] = (struct film_crowd){.x = right ? box.left + pitch / 2 : box.right - pitch / 2, .dx = right ? pitch : -pitch,
                                       .y = above ? box.bottom + pitch / 2 : box.top - pitch / 2, .dy = above ? pitch : -pitch,
                                       .columns = columns};
    }
    return OK;
}

static bool label_node(const struct picture *picture, const struct view *view, struct sheet *sheet, struct place *place, int i,
                       double width_pt, bool must)
{
    const struct picture_node *node = &picture->node[i];
    bool station = node->station >= 0;
    struct letters letters = {station ? size_text : size_small, station, station ? INK : QUIET, LEFT};
    struct text name = {0};
    struct box box;

    lettering_fit(&name, node->name, letters.size_pt, station, width_pt);
    double width = lettering_width(text_c(&name), letters.size_pt, station);
    bool placed = place_label(place, view_x(view, node->x_m), view_y(view, node->y_m), half_of(view, node), width, letters.size_pt + 1, must, &box);
    if (placed)
        sheet_say(sheet, box.left, (box.bottom + box.top) / 2, letters, text_c(&name));
    text_free(&name);
    return placed;
}

/* Stations first, then where residents start and go, then crossings. */
static int rank_of(const struct picture_node *node)
{
    return node->station >= 0 ? 0 : node->residents > 0 || node->leaving > 0 ? 1 : 2;
}

static enum status draw_map(const struct film *film, struct arena *arena, struct sheet *sheet, struct film_page *page)
{
    const struct picture *picture = film->picture;
    struct view *view = &page->view;
    struct place *place;

    TAKE(arena, place, 1);
    *view = view_of(picture, sheet);
    place->area = view->area;
    draw_paths(picture, view, sheet, place);
    for (int i = 0; i < picture->n_nodes; i++) {
        const struct picture_node *node = &picture->node[i];
        double x = view_x(view, node->x_m), y = view_y(view, node->y_m), half = half_of(view, node);
        draw_node(view, sheet, node);
        place_take(place, (struct box){x - half, y - half, x + half, y + half});
    }
    TRY(place_crowds(film, view, arena, place, &page->crowd));
    for (int rank = 0; rank < (picture->n_nodes < 30 ? 3 : 2); rank++)
        for (int i = 0; i < picture->n_nodes; i++)
            if (rank_of(&picture->node[i]) == rank && !label_node(picture, view, sheet, place, i, 80, false))
                label_node(picture, view, sheet, place, i, 44, rank == 0 && picture->n_nodes <= CROWD);
    return OK;
}

/* --- beside the map ---------------------------------------------------------------------------------- */

static double served_on(const struct picture *picture, int s)
{
    return picture->station[s].served;
}

static double thermometer_x(const struct film_page *page, double celsius)
{
    double share = (fmin(fmax(celsius, film_low_c), film_high_c) - film_low_c) / (film_high_c - film_low_c);
    return page->left + THERMOMETER_LEFT + THERMOMETER_PT * share;
}

static void draw_thermometer(const struct film_vessel *vessel, struct sheet *sheet, const struct film_page *page, double y)
{
    struct text name = {0};

    lettering_fit(&name, vessel->drink, size_small, false, THERMOMETER_LEFT - 4);
    sheet_say(sheet, page->left, y, letters_small, text_c(&name));
    sheet_box(sheet, (struct box){thermometer_x(page, film_low_c), y - 2.5, thermometer_x(page, film_high_c), y + 2.5}, FAINT, 1);
    sheet_box(sheet, (struct box){thermometer_x(page, vessel->serve_low_c), y - 2.5, thermometer_x(page, vessel->serve_high_c), y + 2.5}, STONE, 1);
    text_free(&name);
}

static void draw_station(const struct film *film, struct sheet *sheet, struct film_page *page, int s, double *y)
{
    const struct letters bold = {size_text, true, INK, LEFT};
    const double bottom = 24, row_pt = 9;
    struct text name = {0};

    lettering_fit(&name, film->picture->station[s].name, size_text, true, 58);
    page->station[page->n_stations] = s;
    page->head_y[page->n_stations++] = *y;
    sheet_say(sheet, page->left, *y, bold, text_c(&name));
    *y -= 10.5;
    for (int v = 0; v < film->station[s].n_vessels && page->n_rows < FILM_ROWS && *y > bottom; v++) {
        draw_thermometer(&film->station[s].vessel[v], sheet, page, *y);
        page->row[page->n_rows++] = (struct film_row){s, v, *y};
        *y -= row_pt;
    }
    *y -= 4;
    text_free(&name);
}

static void draw_side(const struct film *film, struct sheet *sheet, struct film_page *page)
{
    int chosen[FILM_STATIONS];
    double y = sheet->top - 48;
    int n = parts_worst(film->picture->n_stations, FILM_STATIONS, served_on, film->picture, chosen), shown = 0;

    page->left = page->view.area.right + 4;
    page->clock_y = sheet->top - 10;
    page->counts_y = sheet->top - 25;
    for (; shown < n && y > 30; shown++)
        draw_station(film, sheet, page, chosen[shown], &y);
    if (page->n_rows) {
        char says[2 * PHRASE_ROOM];
        snprintf(says, sizeof says, say("%g to %g °C; dark: as it should be"), film_low_c, film_high_c);
        sheet_say(sheet, page->left, 13, letters_small, says);
    }
}

enum status film_page_draw(const struct film *film, struct arena *arena, struct sheet *sheet, struct film_page *page)
{
    *page = (struct film_page){0};
    draw_title(film, sheet);
    draw_key(sheet);
    TRY(draw_map(film, arena, sheet, page));
    draw_side(film, sheet, page);
    return OK;
}
