/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "core/say.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <string.h>

enum { MOST_COLUMNS = 4, FIRST_COLUMN = 3, CELLS = 4 };

/* What can run out at a station: a drink, or the cups. */
struct item {
    const char *name;
    const struct band_series *left;
    const double *chance_out;
    double portions;
};

/* The next thing that can run out, after the i-th place; places are the drinks and then the cups.
 * @return its place, or -1 */
static int next_item(const struct picture_station *station, int i, struct item *item)
{
    while (++i <= station->n_drinks) {
        const struct picture_drink *drink = &station->drink[i];
        if (i == station->n_drinks)
            *item = (struct item){say("cups"), &station->cups_left, station->cups_chance_out,
                                  station->cups};
        else
            *item = (struct item){drink->name, &drink->left, drink->chance_out, drink->portions};
        if (isfinite(item->portions) && item->portions > 0 && item->left->median)
            return i;
    }
    return -1;
}

/* The chance that something has run out at the end; -1 where nothing can. */
static double badness(const struct picture *picture, int s)
{
    double worst = -1;
    struct item item;

    for (int i = -1; (i = next_item(&picture->station[s], i, &item)) >= 0;)
        worst = fmax(worst, item.chance_out ? item.chance_out[picture->bins - 1] : 0);
    return worst;
}

static int count_stations(const struct picture *picture)
{
    int n = 0;

    for (int s = 0; s < picture->n_stations; s++)
        n += badness(picture, s) >= 0;
    return n;
}

bool stock_has_data(const struct picture *picture)
{
    return picture->bins > 1 && count_stations(picture) > 0;
}

static void find(const struct picture *picture, struct text *finding)
{
    char name[NAME_ROOM], what[NAME_ROOM], share[PHRASE_ROOM];
    struct item item, worst = {0};
    double most = 0;
    int last = picture->bins - 1, where = 0;

    for (int s = 0; s < picture->n_stations; s++)
        for (int i = -1; (i = next_item(&picture->station[s], i, &item)) >= 0;)
            if (item.chance_out && item.chance_out[last] > most) {
                most = item.chance_out[last];
                worst = item;
                where = s;
            }
    if (most < 0.005) {
        text_add(finding, say("Nothing runs out"));
        return;
    }
    lettering_name(what, worst.name);
    lettering_name(name, picture->station[where].name);
    if (picture->days == 1)
        text_print(finding, say("%s runs out at %s"), what, name);
    else
        text_print(finding, say("Most likely to run out: %s at %s, on %s"), what, name,
                   phrase_share_of_days(share, most, picture->in_a_row));
}

static void write_item(const struct picture_station *station, const struct item *item, int bin,
                       struct sheet *sheet)
{
    struct text whose = {0};

    text_print(&whose, "%s, %s", station->name, item->name);
    parts_band_cells(sheet, item->left, bin, text_c(&whose), say("portions left"));
    text_print(&whose, ": %s", say("chance of having run out"));
    if (bin < 0)
        sheet_cell(sheet, text_c(&whose));
    else
        sheet_number(sheet, item->chance_out ? item->chance_out[bin] : NAN);
    text_free(&whose);
}

static void write_brought(const struct picture_station *station, int bin, struct sheet *sheet)
{
    struct text whose = {0};

    if (!station->brought)
        return;
    text_print(&whose, "%s: %s", station->name, say("brought by runners, mean (portions)"));
    if (bin < 0)
        sheet_cell(sheet, text_c(&whose));
    else
        sheet_number(sheet, station->brought[bin]);
    text_free(&whose);
}

static void write_table(const struct picture *picture, struct sheet *sheet)
{
    struct item item;

    for (int bin = -1; bin < picture->bins; bin++) {
        parts_time(sheet, picture, bin);
        for (int s = 0; s < picture->n_stations; s++)
            for (int i = -1; (i = next_item(&picture->station[s], i, &item)) >= 0;)
                write_item(&picture->station[s], &item, bin, sheet);
        for (int s = 0; s < picture->n_stations; s++)
            write_brought(&picture->station[s], bin, sheet);
        sheet_row_end(sheet);
    }
}

/* Everything that can run out, by name: the same drink has the same look everywhere. Names beyond
 * the looks share the last one. */
struct names {
    int n;
    const char *name[N_LOOKS];
};

static int look_of(struct names *names, const char *name)
{
    for (int i = 0; i < names->n; i++)
        if (strcmp(names->name[i], name) == 0)
            return i;
    if (names->n == N_LOOKS)
        return N_LOOKS - 1;
    names->name[names->n] = name;
    return names->n++;
}

static void draw_keys(struct names *names, int n, const int shown[], const struct picture *picture,
                      struct sheet *sheet)
{
    struct key keys[N_LOOKS + 1];
    struct text fitted[N_LOOKS] = {0};
    struct item item;
    bool brought = false;

    for (int k = 0; k < n; k++)
        for (int i = -1; (i = next_item(&picture->station[shown[k]], i, &item)) >= 0;)
            look_of(names, item.name);
    for (int i = 0; i < names->n; i++) {
        lettering_fit(&fitted[i], names->name[i], size_text, false, 110);
        keys[i] = (struct key){text_c(&fitted[i]), style_look(i), 0};
    }
    for (int k = 0; k < n; k++)
        brought |= picture->station[shown[k]].brought != NULL;
    keys[names->n] = (struct key){say("brought, mean"), {ORANGE, 1, 0}, 0.6};
    sheet_key(sheet, names->n + brought, keys);
    for (int i = 0; i < names->n; i++)
        text_free(&fitted[i]);
}

static int column_of(const struct picture *picture, int station)
{
    struct item item;
    int column = FIRST_COLUMN;

    for (int s = 0; s < station; s++)
        for (int i = -1; (i = next_item(&picture->station[s], i, &item)) >= 0;)
            column += CELLS;
    return column;
}

/* Behind the columns of all that can run out. */
static int brought_column(const struct picture *picture, int station)
{
    int column = column_of(picture, picture->n_stations);

    for (int s = 0; s < station; s++)
        column += picture->station[s].brought != NULL;
    return column;
}

static void draw_station(const struct picture *picture, struct sheet *sheet, struct names *names,
                         int s, const struct panel *left, const struct panel *chance)
{
    const struct picture_station *station = &picture->station[s];
    struct item item;
    int column = column_of(picture, s);

    parts_head(sheet, left, station->name, "");
    sheet_panel(sheet, left);
    if (station->brought)
        sheet_curve(sheet, "using ($2+%g):%d with boxes lc rgb orange fs solid 0.6 noborder", picture->bin_s / 2, brought_column(picture, s));
    for (int i = -1; (i = next_item(station, i, &item)) >= 0; column += CELLS)
        parts_band(sheet, column, picture->bin_s, style_look(look_of(names, item.name)),
                   picture->days > 1);
    sheet_panel_end(sheet);
    sheet_panel(sheet, chance);
    column = column_of(picture, s);
    for (int i = -1; (i = next_item(station, i, &item)) >= 0; column += CELLS)
        if (item.chance_out)
            parts_band(sheet, column + 3, picture->bin_s, style_look(look_of(names, item.name)),
                       false);
    sheet_panel_end(sheet);
    parts_closing(sheet, picture, left);
    parts_closing(sheet, picture, chance);
}

static double highest(const struct picture *picture, int n, const int shown[])
{
    struct item item;
    double most = 0;

    for (int k = 0; k < n; k++)
        for (int i = -1; (i = next_item(&picture->station[shown[k]], i, &item)) >= 0;) {
            const double *high = item.left->high ? item.left->high : item.left->median;
            most = fmax(most, item.portions);
            int peak = parts_peak(picture->bins, high);
            if (peak >= 0)
                most = fmax(most, high[peak]);
        }
    return most;
}

static void draw_stations(const struct picture *picture, struct sheet *sheet, struct names *names,
                          int n, const int shown[])
{
    struct grid grid = parts_grid(sheet, n);
    struct axis portions = axis_from_zero(highest(picture, n, shown), 5, SCALE_NUMBER);
    double split = parts_in_two(&grid, 0.3);

    for (int i = 0; i < n; i++) {
        struct panel left, chance;
        parts_two_panels(picture, &grid, i, split, &left, &chance);
        left.y = portions, chance.y = (struct axis){0, 1, 0.5, SCALE_PERCENT};
        draw_station(picture, sheet, names, shown[i], &left, &chance);
    }
    parts_counted(sheet, split, grid.area.top - grid.head_pt, say("portions left"));
    parts_counted(sheet, grid.area.bottom, split - grid.head_pt, say("run out"));
    parts_along_time(sheet, picture);
}

void stock_draw(const struct picture *picture, struct sheet *sheet)
{
    int shown[MOST_COLUMNS], with_stock = count_stations(picture);
    int n = parts_worst(picture->n_stations, with_stock < MOST_COLUMNS ? with_stock : MOST_COLUMNS,
                        badness, picture, shown);
    const struct notes notes = {n, with_stock,
                                say("shown: the %d of %d stations where most runs out"), true,
                                picture->in_a_row > 1 ? say("of each run the day with the least left") : NULL};
    struct names names = {0};
    struct text finding = {0};

    find(picture, &finding);
    parts_title(sheet, picture, &finding);
    draw_keys(&names, n, shown, picture, sheet);
    write_table(picture, sheet);
    draw_stations(picture, sheet, &names, n, shown);
    parts_notes(sheet, picture, &notes);
    text_free(&finding);
}
