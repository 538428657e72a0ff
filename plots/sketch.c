/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/sketch.h"

#include "core/say.h"
#include "plots/axis.h"
#include "plots/lettering.h"
#include "plots/parts.h"
#include "plots/phrase.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LEVELS = 8, STATIONS = 8, VESSELS = 12, NAME_MOST = 20, WORDS = 22, CURVE_MOST = 100 };

static const char *const blocks[LEVELS + 1] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const signs[LEVELS + 1] = {" ", "_", ".", "-", "=", "+", "*", "%", "#"};

enum hue { PLAIN, COLD, GOOD, WARN, BAD };
static const char *const hues[] = {"", "\033[34m", "\033[32m", "\033[33m", "\033[31m"};

/* All curves of a sketch have the same width, so that hours stand above one another. */
struct sketch {
    const struct sketch_look *look;
    struct text *out;
    int bins, name, curve; /* columns */
    double opens_s, bin_s;
};

struct cell {
    int level; /* 0: nothing */
    enum hue hue;
};

/* --- columns ----------------------------------------------------------------------------------------- */

/* What doesn't fit loses its end. */
static void add_name(const struct sketch *sketch, const char *name)
{
    struct text clean = {0}, cut = {0};

    lettering_clean(&clean, name);
    const char *rest = text_c(&clean);
    bool whole = text_columns(rest) <= sketch->name;
    while (*rest && !whole) {
        size_t n = 1;
        while ((rest[n] & 0xC0) == 0x80)
            n++;
        size_t before = cut.n;
        text_add_n(&cut, rest, n);
        if (text_columns(text_c(&cut)) > sketch->name - 1) {
            cut.n = before;
            cut.bytes[before] = '\0';
            break;
        }
        rest += n;
    }
    if (!whole)
        text_add(&cut, sketch->look->blocks ? "…" : "~");
    text_add_padded(sketch->out, whole ? text_c(&clean) : text_c(&cut), -sketch->name);
    text_add(sketch->out, " ");
    sketch->out->failed |= clean.failed || cut.failed;
    text_free(&clean);
    text_free(&cut);
}

/* The steps that a column shows: at least one. */
static void steps_of(const struct sketch *sketch, int column, int *from, int *to)
{
    *from = column * sketch->bins / sketch->curve;
    *to = (column + 1) * sketch->bins / sketch->curve;
    if (*to <= *from)
        *to = *from + 1;
}

/* The highest of a column's steps, or the lowest; NAN if none is known. */
static double value_of(const struct sketch *sketch, const double series[], int column, bool highest)
{
    int from, to;
    double value = NAN;

    steps_of(sketch, column, &from, &to);
    for (int b = from; b < to; b++)
        value = highest ? fmax(value, series[b]) : fmin(value, series[b]);
    return value;
}

static void add_cell(const struct sketch *sketch, struct cell cell)
{
    const struct sketch_look *look = sketch->look;

    if (look->colours && cell.hue != PLAIN && cell.level)
        text_print(sketch->out, "%s%s\033[0m", hues[cell.hue], blocks[cell.level]);
    else
        text_add(sketch->out, (look->blocks ? blocks : signs)[cell.level]);
}

/* What stands behind a curve, or nothing. */
static void add_words(const struct sketch *sketch, const char *words)
{
    if (*words)
        text_print(sketch->out, " %s", words);
    text_add(sketch->out, "\n");
}

static void add_heading(const struct sketch *sketch, const char *heading)
{
    struct text hours = {0};
    double closes_s = sketch->opens_s + sketch->bins * sketch->bin_s;
    struct axis axis = axis_clock(sketch->opens_s, closes_s, 2 * sketch->curve / 11);
    char clock[PHRASE_ROOM];

    text_print(sketch->out, "\n%s\n", heading);
    text_add_padded(&hours, "", sketch->name + 1);
    for (long tick = (long)ceil(sketch->opens_s / axis.step); (double)tick * axis.step < closes_s; tick++) {
        double at_s = (double)tick * axis.step;
        int column = sketch->name + 1 + (int)floor((at_s - sketch->opens_s) / (closes_s - sketch->opens_s) * sketch->curve + 0.5);
        int gap = column - text_columns(text_c(&hours));
        phrase_clock(clock, at_s);
        if (gap < (column > sketch->name + 1) || column + text_columns(clock) > sketch->name + 1 + sketch->curve)
            continue;
        text_add_padded(&hours, "", gap);
        text_add(&hours, clock);
    }
    text_print(sketch->out, "%s\n", text_c(&hours));
    sketch->out->failed |= hours.failed;
    text_free(&hours);
}

/* The names of all rows are known before the first is written. */
static void widen(struct sketch *sketch, const char *name)
{
    int columns = text_columns(name) < NAME_MOST ? text_columns(name) : NAME_MOST;
    sketch->name = columns > sketch->name ? columns : sketch->name;
}

/* Every step as many columns, if there is room for that; else as many columns as there are. */
static void fit(struct sketch *sketch)
{
    int room = sketch->look->columns - sketch->name - 1 - WORDS - 1;

    room = room < CURVE_MOST ? room : CURVE_MOST;
    sketch->curve = sketch->bins <= room ? room / sketch->bins * sketch->bins : room;
}

/* --- lines ------------------------------------------------------------------------------------------- */

/* Less than this is hardly a line; a full block is at least four people, so that a line of a few doesn't look long. */
static const double hardly = 0.05, full_block = 4;

static int level_of(double value, double most)
{
    if (!(value >= hardly))
        return 0;
    return (int)fmin(LEVELS, fmax(1, ceil(value / most * LEVELS - 1e-9)));
}

static void add_line_heading(const struct sketch *sketch, const char *format)
{
    char span[PHRASE_ROOM], heading[4 * PHRASE_ROOM];

    snprintf(heading, sizeof heading, format, phrase_span(span, sketch->bin_s));
    add_heading(sketch, heading);
}

static double most_of(int bins, const double series[])
{
    int peak = parts_peak(bins, series);
    return peak < 0 ? 0 : series[peak];
}

static void add_line(const struct sketch *sketch, const char *name, const double series[], double most)
{
    char words[2 * PHRASE_ROOM] = "", people[PHRASE_ROOM], clock[PHRASE_ROOM];
    int peak = parts_peak(sketch->bins, series);

    add_name(sketch, name);
    for (int c = 0; c < sketch->curve; c++)
        add_cell(sketch, (struct cell){level_of(value_of(sketch, series, c, true), most), PLAIN});
    if (peak >= 0 && series[peak] >= hardly)
        snprintf(words, sizeof words, say("up to %s at %s"), phrase_count(people, series[peak]), phrase_clock(clock, sketch->opens_s + peak * sketch->bin_s));
    else
        snprintf(words, sizeof words, "%s", peak >= 0 && series[peak] > 0 ? say("hardly a line") : say("no line"));
    add_words(sketch, words);
}

static void add_lines(const struct sketch *sketch, const struct picture *picture, int n, const int chosen[])
{
    double most = full_block;

    for (int i = 0; i < n; i++)
        most = fmax(most, most_of(picture->bins, picture->station[chosen[i]].line.median));
    add_line_heading(sketch, say("Line: people waiting on a usual day, mean over %s"));
    for (int i = 0; i < n; i++)
        add_line(sketch, picture->station[chosen[i]].name, picture->station[chosen[i]].line.median, most);
}

/* --- arrivals ---------------------------------------------------------------------------------------- */

/* Up to the capacity six levels; beyond it two. */
static struct cell load_cell(double load)
{
    if (!(load > 0))
        return (struct cell){0, PLAIN};
    if (load > 1)
        return (struct cell){load > 1.5 ? 8 : 7, BAD};
    return (struct cell){(int)fmax(1, ceil(load * 6 - 1e-9)), load > 0.85 ? WARN : GOOD};
}

static double load_at(const struct picture_station *station, int bin)
{
    double capacity = station->capacity_per_h[bin];
    return capacity > 0 ? station->arrivals_per_h[bin] / capacity : station->arrivals_per_h[bin] > 0 ? INFINITY : 0;
}

static void add_load(const struct sketch *sketch, const struct picture_station *station)
{
    char words[2 * PHRASE_ROOM] = "", clock[PHRASE_ROOM];
    double most = 0;
    int peak = -1, from, to;

    add_name(sketch, station->name);
    for (int c = 0; c < sketch->curve; c++) {
        double load = 0;
        steps_of(sketch, c, &from, &to);
        for (int b = from; b < to; b++)
            load = fmax(load, load_at(station, b));
        add_cell(sketch, load_cell(load));
    }
    for (int b = 0; b < sketch->bins; b++)
        if (load_at(station, b) > most)
            most = load_at(station, b), peak = b;
    if (peak < 0)
        snprintf(words, sizeof words, "%s", say("nobody comes"));
    else if (isfinite(most))
        snprintf(words, sizeof words, say("%.0f %% at %s"), 100 * most, phrase_clock(clock, sketch->opens_s + peak * sketch->bin_s));
    else
        snprintf(words, sizeof words, "%s", say("nobody serves"));
    add_words(sketch, words);
}

static void add_loads(const struct sketch *sketch, const struct picture *picture, int n, const int chosen[])
{
    add_heading(sketch, say("Arrivals against what the staff can serve"));
    for (int i = 0; i < n; i++)
        if (picture->station[chosen[i]].arrivals_per_h && picture->station[chosen[i]].capacity_per_h)
            add_load(sketch, &picture->station[chosen[i]]);
}

/* --- vessels ----------------------------------------------------------------------------------------- */

/* Four levels within the band, two below and two above. */
static struct cell warmth_cell(const struct picture_vessel *vessel, double celsius)
{
    double low = vessel->serve_low_c, high = vessel->serve_high_c;

    if (!isfinite(celsius))
        return (struct cell){0, PLAIN};
    if (celsius < low)
        return (struct cell){celsius < low - 10 ? 1 : 2, COLD};
    if (celsius > high)
        return (struct cell){celsius > high + 5 ? 8 : 7, BAD};
    return (struct cell){3 + (int)fmin(3, floor(4 * (celsius - low) / fmax(high - low, 1e-9))), GOOD};
}

static void add_vessel(const struct sketch *sketch, const char *name, const struct picture_vessel *vessel)
{
    const double *celsius = vessel->temperature_c.median;
    char words[2 * PHRASE_ROOM] = "";
    double low = NAN, high = NAN;

    add_name(sketch, name);
    for (int c = 0; c < sketch->curve; c++)
        add_cell(sketch, warmth_cell(vessel, value_of(sketch, celsius, c, false)));
    for (int b = 0; b < sketch->bins; b++)
        low = fmin(low, celsius[b]), high = fmax(high, celsius[b]);
    if (isfinite(low))
        snprintf(words, sizeof words, say("%.0f to %.0f °C"), low, high);
    else
        snprintf(words, sizeof words, "%s", say("empty"));
    add_words(sketch, words);
}

/* Where several hold the same drink, they are numbered. */
static void name_vessel(const struct picture_station *station, int v, struct text *name)
{
    int alike = 0, place = 0;

    for (int other = 0; other < station->n_vessels; other++)
        if (strcmp(station->vessel[other].drink, station->vessel[v].drink) == 0) {
            alike++;
            place += other <= v;
        }
    text_clear(name);
    text_print(name, "%s %s", station->name, station->vessel[v].drink);
    if (alike > 1)
        text_print(name, " #%d", place);
}

static int vessels_of(const struct picture *picture, int n, const int chosen[])
{
    int vessels = 0;

    for (int i = 0; i < n; i++)
        vessels += picture->station[chosen[i]].n_vessels;
    return vessels;
}

static void add_vessels(const struct sketch *sketch, const struct picture *picture, int n, const int chosen[])
{
    struct text name = {0};
    int shown = 0, all = vessels_of(picture, n, chosen);

    if (all == 0)
        return;
    add_heading(sketch, say("Drinks in their vessels: how warm on a usual day"));
    for (int i = 0; i < n; i++)
        for (int v = 0; v < picture->station[chosen[i]].n_vessels && shown < VESSELS; v++, shown++) {
            name_vessel(&picture->station[chosen[i]], v, &name);
            add_vessel(sketch, text_c(&name), &picture->station[chosen[i]].vessel[v]);
        }
    if (all > shown)
        text_print(sketch->out, say("%d of %d vessels are shown\n"), shown, all);
    sketch->out->failed |= name.failed;
    text_free(&name);
}

/* --- all of it --------------------------------------------------------------------------------------- */

static double longest_line(const struct picture *picture, int s)
{
    return most_of(picture->bins, picture->station[s].line.median);
}

static void add_key(const struct sketch *sketch, bool vessels)
{
    const char *const *levels = sketch->look->blocks ? blocks : signs;

    text_print(sketch->out, say("\nArrivals: %s%s more come than can be served\n"), levels[7], levels[8]);
    if (vessels)
        text_print(sketch->out, say("Drinks: %s%s too cold, %s%s%s%s as they should be, %s%s too hot\n"), levels[1], levels[2], levels[3], levels[4],
                   levels[5], levels[6], levels[7], levels[8]);
}

static void widen_for_vessels(struct sketch *sketch, const struct picture *picture, int n, const int chosen[])
{
    struct text name = {0};

    for (int i = 0; i < n; i++)
        for (int v = 0; v < picture->station[chosen[i]].n_vessels; v++) {
            name_vessel(&picture->station[chosen[i]], v, &name);
            widen(sketch, text_c(&name));
        }
    text_free(&name);
}

void sketch_run(const struct picture *picture, const struct sketch_look *look, struct text *out)
{
    struct sketch sketch = {.look = look, .out = out, .bins = picture->bins, .opens_s = picture->opens_s, .bin_s = picture->bin_s};
    int chosen[STATIONS];

    if (picture->bins < 1 || picture->n_stations < 1)
        return;
    int n = parts_worst(picture->n_stations, STATIONS, longest_line, picture, chosen);
    for (int i = 0; i < n; i++)
        widen(&sketch, picture->station[chosen[i]].name);
    widen_for_vessels(&sketch, picture, n, chosen);
    fit(&sketch);
    add_lines(&sketch, picture, n, chosen);
    if (picture->n_stations > n)
        text_print(out, say("the %d of %d stations with the longest lines are shown\n"), n, picture->n_stations);
    add_loads(&sketch, picture, n, chosen);
    add_vessels(&sketch, picture, n, chosen);
    add_key(&sketch, vessels_of(picture, n, chosen) > 0);
}

void sketch_layouts(const struct choice_picture *picture, const struct sketch_look *look, struct text *out)
{
    struct sketch sketch = {.look = look, .out = out, .bins = picture->bins, .opens_s = picture->opens_s, .bin_s = picture->bin_s};
    double most = full_block;

    if (picture->bins < 1 || !picture->course_median)
        return;
    for (int i = 0; i < picture->n_layouts; i++) {
        widen(&sketch, picture->layout[i]);
        most = fmax(most, most_of(picture->bins, picture->course_median[i]));
    }
    fit(&sketch);
    add_line_heading(&sketch, say("People waiting at all stations together on a usual day, mean over %s"));
    for (int i = 0; i < picture->n_layouts; i++)
        add_line(&sketch, picture->layout[i], picture->course_median[i], most);
}
