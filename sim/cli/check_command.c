/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar check: valid, and does it add up? With --verify, is it what theory says? */
#include "cli/check.h"
#include "cli/options.h"
#include "cli/write_verify.h"
#include "core/say.h"
#include "models/scenario_check.h"

#include <math.h>
#include <stdio.h>

/* One figure of an expect: block beside what the simulation says. */
static bool agrees(const struct summary *summary, const struct share *expected)
{
    int kpi = kpi_find(expected->of.name);
    if (kpi < 0) {
        printf(say("  %-18s there is no such figure\n"), expected->of.name);
        return false;
    }
    struct interval got = *summary_kpi(summary, 0, kpi);
    bool covered = interval_covers(&got, expected->share);
    bool sharp = got.half_width <= 0.01 * fabs(expected->share) + 1e-12;
    printf(say("  %-18s theory %12.6g   simulation %12.6g ± %.2g   %s\n"), expected->of.name, expected->share, got.mean, got.half_width,
           !covered ? say("DIFFERS") : sharp ? say("agrees") : say("agrees, but not within 1 %"));
    return covered && sharp;
}

static enum status verify(const struct options *options, struct reader *reader, const struct scenario *scenario, int layout)
{
    struct study study;
    struct summary summary;
    struct run_options how = {.seed = options->seed, .days = scenario->verify_days, .confidence = 0.9999, .threads = options->threads, .stop = &stop_asked};
    int wrong = 0;

    if (!scenario->expect.n) {
        complain(say("`%s` has no expect: block to be held to"), scenario->name);
        return ERR_SCENARIO;
    }
    TRY(open_study(reader, scenario, layout, &study));
    enum status status = run(&study, &how, &summary);
    if (status == OK) {
        printf(say("%s: %d days, at 99.99 %% confidence\n"), scenario->name, summary.days);
        for (int i = 0; i < scenario->expect.n; i++)
            wrong += !agrees(&summary, &scenario->expect.item[i]);
        status = wrong ? ERR_PRECISION : OK;
    }
    summary_free(&summary);
    return status;
}

static void print_notes(struct reader *reader, const struct scenario *scenario)
{
    scenario_notes(reader, scenario);
    if (!reader_faults(reader))
        return;
    fputs(say("Look at these: as they stand they do nothing, or hardly what is meant.\n"), stdout);
    reader_print_faults(reader, stdout);
    putchar('\n');
}

/* Faults that the scenario would have with this value. */
static enum status try_value(struct reader *reader, const char *path, const char *value, struct mark mark)
{
    struct scenario *tried = arena_take(reader_arena(reader), 1, sizeof *tried);

    if (!tried)
        return ERR_MEMORY;
    reader_save(reader);
    enum status status = reader_override(reader, path, value, mark);
    if (status == OK)
        status = scenario_bind(reader, tried);
    enum status restored = reader_restore(reader);
    return status == OK ? restored : status;
}

/* What sensitivity would set, and the keys that sources speak of: times 1 is only possible where there is one. */
static enum status try_paths(struct reader *reader, const struct scenario *scenario)
{
    for (int i = 0; i < scenario->uncertain.n; i++) {
        const struct uncertain *u = &scenario->uncertain.item[i];
        TRY(try_value(reader, u->path, u->low, u->mark));
        TRY(try_value(reader, u->path, u->high, u->mark));
    }
    for (int i = 0; i < scenario->sources.n; i++)
        TRY(try_value(reader, scenario->sources.item[i].path, "x1", scenario->sources.item[i].mark));
    return OK;
}

static enum status check(struct reader *reader, const struct scenario *scenario, const char *file, int layout)
{
    struct text text = {0};
    int warnings = 0;
    enum status status = try_paths(reader, scenario);
    if (status == OK && reader_faults(reader) == 0)
        status = check_write(reader, scenario, layout, &text, &warnings);

    if (status == OK && reader_faults(reader)) {
        reader_print_faults(reader, stderr);
        status = ERR_SCENARIO;
    }
    if (status == OK)
        status = text_status(&text);
    if (status == OK) {
        printf(say("%s is valid.\n"), file);
        print_notes(reader, scenario);
        put_words(text_c(&text));
    }
    text_free(&text);
    return status;
}

enum status command_check(const struct options *options)
{
    struct reader *reader;
    struct scenario *scenario;
    const char *simulates = option_given(options, TAKES(OPTION_SEED) | TAKES(OPTION_THREADS));
    int layout;

    if (simulates && !options->verify) {
        complain(say("--%s goes with --verify: check itself simulates nothing"), simulates);
        return ERR_USAGE;
    }
    enum status status = open_scenario(options, options->file[0], &reader, &scenario);
    if (status == OK)
        status = choose_layout(options, scenario, &layout);
    if (status == OK && options->verify)
        status = verify(options, reader, scenario, layout);
    else if (status == OK)
        status = check(reader, scenario, options->file[0], layout);
    reader_free(reader);
    return status;
}
