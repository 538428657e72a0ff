/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>

enum { MOST_PANELS = 6, FIRST_COLUMN = 3, CELLS = 6 };

/* A fifth of what a circuit carries is kept in hand. */
static const double SAFE_LOAD = 0.8;

/* Trips a day that are still told as such. */
static const double SELDOM = 0.05;

static const double BAND_ALPHA = 0.25;
static const struct look peak_look = {INK, 1, 1.1};

static double asked(const struct picture_station *station)
{
    return station->load_kw ? station->heaters_kw / station->circuit_kw : -1;
}

/* Breakers that trip come first, then what the heaters could ask for. */
static double badness(const struct picture *picture, int s)
{
    return asked(&picture->station[s]) + 1e3 * picture->station[s].trips;
}

static int count_stations(const struct picture *picture)
{
    int n = 0;

    for (int s = 0; s < picture->n_stations; s++)
        n += picture->station[s].load_kw != NULL;
    return n;
}

bool circuit_has_data(const struct picture *picture)
{
    return picture->bins > 1 && count_stations(picture) > 0;
}

static double peak_kw(const struct picture *picture, const struct picture_station *station)
{
    int bin = parts_peak(picture->bins, station->peak_kw);
    return bin < 0 ? 0 : station->peak_kw[bin];
}

/* What a breaker that trips was asked for; of one that trips only before opening the bins don't tell. */
static double too_much_kw(const struct picture *picture, const struct picture_station *station)
{
    double kw = peak_kw(picture, station);
    return kw > station->circuit_kw ? kw : station->heaters_kw;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM];
    const struct picture_station *worst = NULL;

    for (int s = 0; s < picture->n_stations; s++)
        if (picture->station[s].load_kw && (!worst || badness(picture, s) > badness(picture, (int)(worst - picture->station))))
            worst = &picture->station[s];
    if (!worst)
        return;
    lettering_name(name, worst->name);
    if (worst->trips >= SELDOM)
        text_print(finding, say("At %s the breaker trips %.1f times a day: up to %.1f kW are asked for at once, it carries %.1f kW"), name, worst->trips, too_much_kw(picture, worst), worst->circuit_kw);
    else if (worst->trips > 0)
        text_print(finding, say("At %s the breaker trips once in %.0f days: up to %.1f kW are asked for at once, it carries %.1f kW"), name, 1 / worst->trips, too_much_kw(picture, worst), worst->circuit_kw);
    else if (asked(worst) > 1 && worst->turns)
        text_print(finding, say("%s: heaters of %.1f kW take turns on %.1f kW, so that each heats more slowly"), name, worst->heaters_kw, worst->circuit_kw);
    else if (asked(worst) > 1)
        text_print(finding, say("No breaker tripped, but at %s it would with all heaters on at once: %.1f kW on %.1f kW"), name, worst->heaters_kw, worst->circuit_kw);
    else if (asked(worst) > SAFE_LOAD)
        text_print(finding, say("No breaker trips, but %s has little in hand: heaters of %.1f kW on %.1f kW"), name, worst->heaters_kw, worst->circuit_kw);
    else
        text_print(finding, say("The current suffices even with all heaters on at once; fullest is %s, %.1f kW of %.1f kW"), name, worst->heaters_kw, worst->circuit_kw);
}

static void write_series(struct sheet *sheet, const char *whose, const char *what, const double *series, int bin)
{
    struct text head = {0};

    text_print(&head, "%s: %s", whose, what);
    if (bin < 0)
        sheet_cell(sheet, text_c(&head));
    else
        sheet_number(sheet, series ? series[bin] : NAN);
    text_free(&head);
}

/* CELLS a station. */
static void write_table(const struct picture *picture, struct sheet *sheet)
{
    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++) {
            const struct picture_station *station = &picture->station[s];
            write_series(sheet, station->name, say("mean load of the heaters (kW)"), station->load_kw, bin);
            parts_band_cells(sheet, &station->load_over_days, bin, station->name, say("load of the heaters (kW)"));
            write_series(sheet, station->name, say("asked for at once, at most (kW)"), station->peak_kw, bin);
            write_series(sheet, station->name, say("trips a day"), station->tripped, bin);
        }
        sheet_row_end(sheet);
    }
}

static void across(struct sheet *sheet, const struct panel *panel, double kw, struct look look)
{
    if (kw <= panel->y.high)
        sheet_line(sheet, panel->box.left, panel_y(panel, kw), panel->box.right, panel_y(panel, kw), look);
}

static void draw_curves(const struct picture *picture, struct sheet *sheet, int s, const struct panel *panel)
{
    int column = FIRST_COLUMN + CELLS * s;
    double middle = picture->bin_s / 2;

    sheet_panel(sheet, panel);
    if (picture->days > 1)
        sheet_curve(sheet, "using ($2+%g):%d:%d with filledcurves lc rgb orange fs transparent solid %g noborder", middle, column + 2, column + 3, BAND_ALPHA);
    sheet_curve(sheet, "using ($2+%g):%d with filledcurves y=0 lc rgb orange fs transparent solid 0.6 noborder", middle, column);
    sheet_curve(sheet, "using 2:%d with steps lc rgb %s dt %d lw %g", column + 4, style_colour(peak_look.colour), peak_look.dash, peak_look.weight_pt);
    sheet_panel_end(sheet);
    double last_kw = panel_y(panel, picture->station[s].peak_kw[picture->bins - 1]); /* steps end where the last bin begins */
    sheet_line(sheet, panel_x(panel, picture->opens_s + (picture->bins - 1) * picture->bin_s), last_kw, panel->box.right, last_kw, peak_look);
}

/* Where it trips; the area says how often. */
static void draw_trips(const struct picture *picture, struct sheet *sheet, const struct picture_station *station, const struct panel *panel)
{
    static const double OFTEN_PT = 3.2, LEAST_PT = 1.2;

    for (int bin = 0; station->tripped && bin < picture->bins; bin++)
        if (station->tripped[bin] > 0)
            sheet_disc(sheet, panel_x(panel, picture->opens_s + (bin + 0.5) * picture->bin_s), panel_y(panel, fmax(station->peak_kw[bin], station->circuit_kw)),
                       fmax(LEAST_PT, OFTEN_PT * sqrt(fmin(1, station->tripped[bin]))), RED, 1);
}

/* On the side of its line that the peaks leave free. */
static void label_circuit(const struct picture *picture, struct sheet *sheet, const struct picture_station *station, const struct panel *panel)
{
    char says[PHRASE_ROOM];
    double x = panel->box.right - 2, y = panel_y(panel, station->circuit_kw) + (peak_kw(picture, station) > station->circuit_kw ? -5.5 : 5.5);

    snprintf(says, sizeof says, say("circuit %.1f kW"), station->circuit_kw);
    sheet_box_in_front(sheet, (struct box){x - lettering_width(says, size_small, false) - 2, y - 4, x + 1, y + 4}, PAPER, 0.85);
    sheet_say(sheet, x, y, (struct letters){size_small, false, RED, RIGHT}, says);
}

static void draw_station(const struct picture *picture, struct sheet *sheet, int s, const struct panel *panel)
{
    const struct picture_station *station = &picture->station[s];
    char beside[2 * PHRASE_ROOM];

    if (station->trips >= SELDOM)
        snprintf(beside, sizeof beside, say("heaters %.1f kW, trips %.1f times a day"), station->heaters_kw, station->trips);
    else
        snprintf(beside, sizeof beside, say("heaters %.1f kW"), station->heaters_kw);
    draw_curves(picture, sheet, s, panel);
    across(sheet, panel, station->circuit_kw, (struct look){RED, 1, 1.5});
    across(sheet, panel, SAFE_LOAD * station->circuit_kw, (struct look){RED, 2, 0.8});
    across(sheet, panel, station->heaters_kw, (struct look){INK, 3, 0.8});
    label_circuit(picture, sheet, station, panel);
    draw_trips(picture, sheet, station, panel);
    parts_closing(sheet, picture, panel);
    parts_head(sheet, panel, station->name, beside);
}

/* Of what is drawn only. */
static void draw_keys(const struct picture *picture, struct sheet *sheet, int n, const int shown[])
{
    struct key keys[6];
    double trips = 0;
    int k = 0;

    for (int i = 0; i < n; i++)
        for (int bin = 0; picture->station[shown[i]].tripped && bin < picture->bins; bin++)
            trips += picture->station[shown[i]].tripped[bin];
    keys[k++] = (struct key){picture->days > 1 ? say("load, mean of all days") : say("load of the heaters"), {ORANGE, 1, 0}, 0.6};
    if (picture->days > 1)
        keys[k++] = (struct key){parts_spread(picture->in_a_row), {ORANGE, 1, 0}, BAND_ALPHA};
    keys[k++] = (struct key){picture->days > 1 ? say("asked for at once, at most, on any day") : say("asked for at once, at most"), peak_look, 0};
    if (trips > 0)
        keys[k++] = (struct key){say("the breaker trips; larger: more often"), {RED, 1, 0}, 0, "●"};
    keys[k++] = (struct key){say("a fifth in hand"), {RED, 2, 0.8}, 0};
    keys[k++] = (struct key){say("all heaters at once"), {INK, 3, 0.8}, 0};
    sheet_key(sheet, k, keys);
}

/* Trips while heating up have no bin. */
static const char *elsewhere(const struct picture *picture, int n, const int shown[], char says[2 * PHRASE_ROOM])
{
    double trips = 0;

    for (int i = 0; i < n; i++) {
        trips += picture->station[shown[i]].trips;
        for (int bin = 0; picture->station[shown[i]].tripped && bin < picture->bins; bin++)
            trips -= picture->station[shown[i]].tripped[bin];
    }
    if (trips < SELDOM)
        return NULL;
    snprintf(says, 2 * PHRASE_ROOM, say("%.1f trips a day fall before or after the time shown"), trips);
    return says;
}

static double highest(const struct picture *picture, int n, const int shown[])
{
    double most = 0;

    for (int i = 0; i < n; i++)
        most = fmax(most, fmax(picture->station[shown[i]].circuit_kw, picture->station[shown[i]].heaters_kw));
    return most;
}

void circuit_draw(const struct picture *picture, struct sheet *sheet)
{
    int shown[MOST_PANELS], with_heaters = count_stations(picture);
    int n = parts_worst(picture->n_stations, with_heaters < MOST_PANELS ? with_heaters : MOST_PANELS, badness, picture, shown);
    char outside[2 * PHRASE_ROOM];
    const struct notes notes = {n, with_heaters, say("shown: the %d of %d stations with the fullest circuits"), false, elsewhere(picture, n, shown, outside)};
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    draw_keys(picture, sheet, n, shown);
    write_table(picture, sheet);
    struct grid grid = parts_grid(sheet, n);
    struct axis y = axis_from_zero(1.1 * highest(picture, n, shown), grid.rows > 1 ? 3 : 5, SCALE_NUMBER);
    for (int i = 0; i < n; i++) {
        struct panel panel = parts_panel(&grid, i, y, y);
        panel.x = parts_clock(picture, panel.box.right - panel.box.left);
        draw_station(picture, sheet, shown[i], &panel);
    }
    parts_axes(sheet, picture, &grid, say("kW"));
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
