/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar stock: how much of each drink, and how many cups, to bring to each station of a layout. */
#include "cli/command.h"
#include "cli/outdir.h"
#include "cli/write.h"
#include "cli/write_inside.h"
#include "core/say.h"
#include "planner/stocking.h"
#include "plots/choice_chart.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { USUAL_DAYS = 400 };

struct bringing {
    const struct options *options;
    const struct scenario *scenario;
    const struct layout *layout;
    struct campaign aside;
    struct stocking stocking;
    struct arena arena;
};

static const char *drink_name(const struct bringing *b, const struct stocking_line *line)
{
    return scenario_drink(b->scenario, line->drink)->name;
}

static const char *station_name(const struct bringing *b, int station)
{
    return layout_station(b->layout, station)->name;
}

/* A drink nobody asks for here isn't a line. */
static bool is_shown(const struct stocking_line *line)
{
    return line->demand > 0 || line->portions > 0 || (line->now < HUGE_VAL && line->now > 0);
}

/* --- in words and numbers --------------------------------------------------------------------------------- */

static void amount(struct text *out, double x, int columns)
{
    char cell[32];

    snprintf(cell, sizeof cell, "%.0f", x);
    text_add_padded(out, x < HUGE_VAL ? cell : say("endless"), columns);
}

static void station_text(const struct bringing *b, int s, struct text *out)
{
    const struct stocking_station *station = &b->stocking.station[s];

    text_add(out, "\n");
    write_plain(out, station_name(b, s));
    text_add(out, "\n");
    for (int i = 0; i < b->stocking.n; i++) {
        const struct stocking_line *line = &b->stocking.line[i];
        if (line->station != s || !is_shown(line))
            continue;
        text_add(out, "  ");
        text_add_padded(out, drink_name(b, line), -18);
        amount(out, line->now, 10);
        amount(out, line->portions, 10);
        text_print(out, "%10.0f %9.0f %9.0f %% %7.0f %% %9.1f\n", line->demand, line->demand_p95, 100 * line->chance_short, 100 * line->chance_out, line->left);
    }
    for (int i = 0; i < b->stocking.n; i++)
        if (b->stocking.line[i].station == s && b->stocking.line[i].too_old >= 0.05)
            text_print(out, say("  of %s %.1f a day are poured away before closing, too long in a vessel (hold): what comes later needs a filling of its own\n"),
                       drink_name(b, &b->stocking.line[i]), b->stocking.line[i].too_old);
    text_add(out, "  ");
    text_add_padded(out, say("paper cups"), -18);
    amount(out, station->cups_now, 10);
    amount(out, station->cups, 10);
    text_add(out, "\n");
    text_print(out, say("  costs %.1f ± %.1f CNY a day; %.1f ± %.1f residents get none"), station->cost.mean, station->cost.half_width,
               station->lacking.mean, station->lacking.half_width);
    if (isnan(b->options->lasting))
        text_print(out, say("; a better choice could save at most %.1f CNY"), fmax(0, station->gap.mean) + station->gap.half_width);
    text_add(out, "\n");
}

/* Runners who would bring more on the day aren't counted. */
static bool leaves_runners_aside(const struct bringing *b)
{
    for (int s = 0; b->scenario->store && s < b->layout->station.n; s++)
        if (layout_station(b->layout, s)->reorder.n || !isnan(layout_station(b->layout, s)->reorder_cups))
            return true;
    return false;
}

static void notes_text(const struct bringing *b, struct text *out)
{
    text_add(out, "\n");
    text_add(out, say("falls short: days on which somebody asks for it and it isn't there any more\n"
                      "used up: days on which the last portion goes, even if nobody asks for another\n"));
    if (leaves_runners_aside(b))
        text_add(out, say("Amounts are for stations on their own, without what runners bring from the store; samovar run tells how both go together.\n"));
}

static void write_text(const struct bringing *b, struct text *out)
{
    int days = b->options->days ? b->options->days : USUAL_DAYS;
    static const char *const heads[] = {MARK("now"), MARK("bring"), MARK("asked for"), MARK("19 of 20"), MARK("falls short"), MARK("used up"), MARK("left")};
    static const int columns[] = {10, 10, 10, 10, 12, 10, 10};

    write_plain(out, b->scenario->name);
    text_print(out, say(" · layout %s · chosen on %d days, tried on %d others\n"), b->layout->name, days, days);
    if (isnan(b->options->lasting))
        text_add(out, say("portions and cups at the least cost of buying, pouring away and sending residents off (costs.goodwill)\n"));
    else
        text_print(out, say("portions and cups that last on %g %% of days, drink by drink\n"), 100 * b->options->lasting);
    text_add_padded(out, "", -20);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        text_add_padded(out, say(heads[i]), columns[i]);
    text_add(out, "\n");
    for (int s = 0; s < b->stocking.stations; s++)
        station_text(b, s, out);
    notes_text(b, out);
    write_keeping(b->scenario, &b->aside, out);
}

static void write_rows(const struct bringing *b, struct text *out)
{
    text_add(out, "station,drink,now_portions,bring_portions,demand_mean,demand_p95,chance_short,chance_out,too_old_mean,left_mean\n");
    for (int i = 0; i < b->stocking.n; i++) {
        const struct stocking_line *line = &b->stocking.line[i];
        const double cells[] = {line->now, line->portions, line->demand, line->demand_p95, line->chance_short, line->chance_out, line->too_old, line->left};
        text_add_csv(out, station_name(b, line->station));
        text_add(out, ",");
        text_add_csv(out, drink_name(b, line));
        for (int c = 0; c < 8; c++) {
            text_add(out, ",");
            write_number(out, cells[c]);
        }
        text_add(out, "\n");
    }
    for (int s = 0; s < b->stocking.stations; s++) {
        text_add_csv(out, station_name(b, s));
        text_add(out, ",(cups),");
        write_number(out, b->stocking.station[s].cups_now);
        text_add(out, ",");
        write_number(out, b->stocking.station[s].cups);
        text_add(out, ",,,,,,\n");
    }
}

static json_t *line_json(const struct bringing *b, const struct stocking_line *line)
{
    json_t *one = json_object();
    int failed = json_object_set_new(one, "station", json_text(station_name(b, line->station)));

    failed |= json_object_set_new(one, "drink", json_text(drink_name(b, line)));
    failed |= json_object_set_new(one, "now", json_number(line->now));
    failed |= json_object_set_new(one, "bring", json_number(line->portions));
    failed |= json_object_set_new(one, "demand_mean", json_number(line->demand));
    failed |= json_object_set_new(one, "demand_p95", json_number(line->demand_p95));
    failed |= json_object_set_new(one, "chance_short", json_number(line->chance_short));
    failed |= json_object_set_new(one, "chance_out", json_number(line->chance_out));
    failed |= json_object_set_new(one, "too_old_mean", json_number(line->too_old));
    failed |= json_object_set_new(one, "left_mean", json_number(line->left));
    return json_checked(one, failed);
}

static enum status write_object(const struct bringing *b, struct text *out)
{
    json_t *all = json_object(), *lines = json_array(), *cups = json_object();
    int failed = json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));

    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", json_pack("{s:o}", "name", json_text(b->scenario->name)));
    failed |= json_object_set_new(all, "layout", json_text(b->layout->name));
    failed |= json_object_set_new(all, "lasting", json_number(b->options->lasting));
    failed |= json_object_set_new(all, "runners_left_aside", json_boolean(leaves_runners_aside(b)));
    for (int i = 0; i < b->stocking.n; i++)
        failed |= json_array_append_new(lines, line_json(b, &b->stocking.line[i]));
    for (int s = 0; s < b->stocking.stations; s++)
        failed |= json_object_set_new(cups, station_name(b, s), json_number(b->stocking.station[s].cups));
    failed |= json_object_set_new(all, "portions", lines);
    failed |= json_object_set_new(all, "cups", cups);
    return json_print(json_checked(all, failed), out);
}

/* --- a directory ------------------------------------------------------------------------------------------- */

static enum status draw(struct bringing *b, struct outdir *outdir)
{
    struct choice_picture picture = {.scenario = b->scenario->name, .confidence = b->options->confidence, .heat_wanted = NAN,
                                     .days = b->options->days ? b->options->days : USUAL_DAYS};
    struct choice_curve *curve;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");

    if (!folder)
        return ERR_FILE;
    TAKE(&b->arena, curve, b->stocking.n + 1);
    for (int i = 0; i < b->stocking.n; i++) {
        const struct stocking_line *line = &b->stocking.line[i];
        if (!is_shown(line))
            continue;
        const char *name = arena_print(&b->arena, "%s · %s", station_name(b, line->station), drink_name(b, line));
        if (!name)
            return ERR_MEMORY;
        curve[picture.n_curves++] = (struct choice_curve){name, CURVE_POINTS, line->curve_portions, line->curve_short, line->portions};
    }
    picture.curve = curve;
    enum status status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    return status;
}

static enum status write_directory(struct bringing *b)
{
    const struct options *o = b->options;
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, o->out, o->force);
    if (status == OK)
        status = write_object(b, &text);
    if (status == OK)
        status = outdir_write(&outdir, "stock.json", &text);
    text_clear(&text);
    write_rows(b, &text);
    if (status == OK)
        status = outdir_write(&outdir, "stock.csv", &text);
    text_clear(&text);
    if (status == OK)
        status = write_small_manifest(o, "stock", &outdir, &text);
    if (status == OK)
        status = outdir_write(&outdir, "manifest.json", &text);
    if (status == OK && !o->no_charts)
        status = draw(b, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status print_result(const struct bringing *b)
{
    struct text text = {0};
    enum status status = OK;

    if (b->options->quiet && b->options->format == FORMAT_TEXT)
        return OK;
    if (b->options->format == FORMAT_JSON)
        status = write_object(b, &text);
    else if (b->options->format == FORMAT_CSV)
        write_rows(b, &text);
    else
        write_text(b, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (b->options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

enum status command_stock(const struct options *options)
{
    struct bringing b = {.options = options};
    struct reader *reader;
    struct scenario *scenario;
    struct study study;
    int layout, days = options->days ? options->days : USUAL_DAYS;
    struct stocking_options how = {options->seed, days, days, options->lasting, options->confidence, &stop_asked};

    enum status status = open_one_day(options, options->file[0], &reader, &scenario, &b.aside);
    if (status == OK)
        status = choose_layout(options, scenario, &layout);
    if (status == OK)
        status = open_study(reader, scenario, layout, &study);
    if (status == OK && isnan(options->lasting) && scenario->costs.goodwill <= 0) {
        complain(say("without costs.goodwill it's cheapest to bring nothing: say what a resident sent off is worth, or use --lasting 95%%"));
        status = ERR_SCENARIO;
    }
    if (status == OK) {
        b.scenario = scenario;
        b.layout = scenario_layout(scenario, layout);
        status = stocking_choose(&study, b.layout, &how, &b.arena, &b.stocking);
    }
    if (status == OK)
        status = print_result(&b);
    if (status == OK && options->out)
        status = write_directory(&b);
    arena_free(&b.arena);
    reader_free(reader);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
