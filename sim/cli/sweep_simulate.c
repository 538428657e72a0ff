/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"
#include "cli/sweep_inside.h"
#include "core/say.h"
#include "experiment/compare.h"

#include <math.h>
#include <string.h>

enum { USUAL_DAYS = 256 };

static enum status open_point(const struct sweep *sweep, int point, struct varied *varied)
{
    const char *set[2] = {sweep->axis[0].set[point / second(sweep)], sweep->n_axes > 1 ? sweep->axis[1].set[point % second(sweep)] : NULL};

    return varied_open(sweep->options, sweep->n_axes, set, varied);
}

static struct run_options as_asked(const struct options *o)
{
    return (struct run_options){.seed = o->seed, .days = o->days ? o->days : USUAL_DAYS, .confidence = o->confidence, .threads = o->threads, .stop = &stop_asked};
}

static void keep_point(struct sweep *sweep, int point, const struct summary *summary)
{
    memcpy(sweep->kpi + (size_t)point * (size_t)n_kpis, summary->kpi, (size_t)n_kpis * sizeof *summary->kpi);
    sweep->days = summary->days;
}

static enum status simulate_point(struct sweep *sweep, int point)
{
    struct run_options how = as_asked(sweep->options);
    struct varied varied;
    struct summary summary = {0};

    enum status status = open_point(sweep, point, &varied);
    if (status == OK)
        status = run(&varied.study, &how, &summary);
    if (status == OK)
        keep_point(sweep, point, &summary);
    summary_free(&summary);
    varied_close(&varied);
    return status;
}

static enum status simulate_each(struct sweep *sweep)
{
    struct progress progress;
    enum status status = OK;

    progress_start(&progress, sweep->options->quiet);
    for (int point = 0; point < sweep->points && status == OK; point++) {
        status = simulate_point(sweep, point);
        progress_show(&progress, point + 1, sweep->points, HUGE_VAL);
    }
    progress_end(&progress);
    return status;
}

static void show_progress(void *context, int days, int wanted, double lack)
{
    (void)lack;
    progress_show(context, days, wanted, HUGE_VAL);
}

static enum status keep_differences(struct sweep *sweep, const struct comparison *comparison)
{
    TAKE(&sweep->arena, sweep->difference, sweep->points * n_kpis);
    memcpy(sweep->difference, comparison->against_best, (size_t)(sweep->points * n_kpis) * sizeof *sweep->difference);
    for (int point = 0; point < sweep->points; point++)
        keep_point(sweep, point, &comparison->summary[point]);
    return OK;
}

/* All values of one quantity side by side, so that what the days share cancels in their differences. */
static enum status simulate_together(struct sweep *sweep)
{
    struct run_options how = as_asked(sweep->options);
    struct progress progress;
    struct comparison comparison = {0};
    struct varied *varied;
    struct contestant *contestant;
    enum status status = OK;

    TAKE(&sweep->arena, varied, sweep->points);
    TAKE(&sweep->arena, contestant, sweep->points);
    how.on_progress = show_progress;
    how.context = &progress;
    progress_start(&progress, sweep->options->quiet);
    for (int point = 0; point < sweep->points && status == OK; point++) {
        status = open_point(sweep, point, &varied[point]);
        contestant[point] = (struct contestant){sweep->axis[0].text[point], varied[point].study};
    }
    if (status == OK)
        status = compare(sweep->points, contestant, sweep->figure[0], 0, &how, &comparison);
    if (status == OK)
        status = keep_differences(sweep, &comparison);
    progress_end(&progress);
    comparison_free(&comparison);
    for (int point = 0; point < sweep->points; point++)
        varied_close(&varied[point]);
    return status;
}

enum status sweep_simulate(struct sweep *sweep)
{
    sweep->points = sweep->axis[0].n * second(sweep);
    TAKE(&sweep->arena, sweep->kpi, sweep->points * n_kpis);
    return sweep->n_axes == 1 && sweep->points > 1 ? simulate_together(sweep) : simulate_each(sweep);
}

static enum status refuse_elsewhere(const struct sweep *sweep, const struct varied *varied)
{
    for (int a = 0; a < sweep->n_axes; a++) {
        const char *other = layout_elsewhere(varied->scenario, varied->layout, sweep->axis[a].path);
        if (other) {
            complain(say("--vary %s: layout `%s` isn't simulated, so nothing would change; add --layout %s"), sweep->axis[a].path, other, other);
            return ERR_USAGE;
        }
    }
    return OK;
}

enum status sweep_look(struct sweep *sweep)
{
    struct varied varied;
    int layout;

    enum status status = open_point(sweep, 0, &varied);
    if (status == OK)
        status = choose_layout(sweep->options, varied.scenario, &layout);
    if (status == OK)
        status = refuse_elsewhere(sweep, &varied);
    if (status == OK) {
        const char *name = scenario_layout(varied.scenario, layout)->name;
        sweep->in_a_row = varied.scenario->campaign.days;
        sweep->scenario = arena_text(&sweep->arena, varied.scenario->name, strlen(varied.scenario->name));
        sweep->layout = arena_text(&sweep->arena, name, strlen(name));
        if (!sweep->scenario || !sweep->layout)
            status = ERR_MEMORY;
    }
    varied_close(&varied);
    return status;
}
