/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/choice_picture.h"
#include "cli/write_shown.h"

#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <string.h>

/* --- comparison --------------------------------------------------------------------------------------------- */

static enum status figure_of(const struct comparison *c, int kpi, struct arena *arena, struct choice_figure *figure)
{
    double *cell[4], shown = kpis[kpi].shown;

    for (int i = 0; i < 4; i++)
        TAKE(arena, cell[i], c->n);
    for (int i = 0; i < c->n; i++) {
        const struct interval *own = summary_kpi(&c->summary[i], 0, kpi), *difference = &c->against_best[i * n_kpis + kpi];
        cell[0][i] = own->mean * shown;
        cell[1][i] = own->half_width * shown;
        cell[2][i] = difference->mean * shown;
        cell[3][i] = difference->half_width * shown;
    }
    *figure = (struct choice_figure){kpi_title(kpi), say(kpis[kpi].unit), kpis[kpi].better, cell[0], cell[1], cell[2], cell[3]};
    return OK;
}

static enum status figures_of(const struct comparison *c, struct arena *arena, struct choice_picture *picture)
{
    static const char *const keys[] = {"warm", "wait_within_share", "short", "portions_wasted", "cost"};
    struct choice_figure *figure;

    TAKE(arena, figure, 1 + sizeof keys / sizeof *keys);
    TRY(figure_of(c, c->goal, arena, &figure[picture->n_figures++]));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (kpi_find(keys[i]) != c->goal)
            TRY(figure_of(c, kpi_find(keys[i]), arena, &figure[picture->n_figures++]));
    picture->figure = figure;
    return OK;
}

enum status choice_picture_of_comparison(const struct comparison *c, const struct contestant contestants[], const char *scenario,
                                         struct arena *arena, struct choice_picture *picture)
{
    const struct plan_day *plan = study_plan(c->summary[0].study);
    char days[PHRASE_ROOM];
    const char **names;
    const double **low, **median, **high;

    *picture = (struct choice_picture){.scenario = scenario, .days = c->days, .confidence = c->confidence, .n_layouts = c->n, .best = c->best,
                                       .in_a_row = plan->scenario->campaign.days, .reference = c->reference, .heat_wanted = NAN, .bins = plan->bins, .opens_s = plan->opens_s,
                                       .bin_s = plan->bin_s, .closes_s = plan->closes_s};
    picture->subtitle = arena_print(arena, say("%d layouts on the same %s"), c->n, phrase_days(days, c->days, plan->scenario->campaign.days));
    TAKE(arena, names, c->n);
    TAKE(arena, low, c->n);
    TAKE(arena, median, c->n);
    TAKE(arena, high, c->n);
    for (int i = 0; i < c->n; i++) {
        names[i] = contestants[i].name;
        low[i] = c->summary[i].line_low;
        median[i] = c->summary[i].line_median;
        high[i] = c->summary[i].line_high;
    }
    picture->layout = names;
    picture->course_low = low;
    picture->course_median = median;
    picture->course_high = high;
    return figures_of(c, arena, picture);
}

/* --- search -------------------------------------------------------------------------------------------------- */

static const char *const goal_names[] = {
    [GOAL_WARM] = MARK("Warm drinks"), [GOAL_SERVED] = MARK("Drinks"), [GOAL_COST] = MARK("Cost"), [GOAL_SATISFACTION] = MARK("Satisfaction (planning score)"),
    [GOAL_REGRET] = MARK("Warm drinks"),
};

static enum status points_of(const struct optimum *optimum, double sense, struct arena *arena, struct choice_picture *picture)
{
    struct choice_point *point;

    TAKE(arena, point, optimum->n_visited + optimum->n_finalists + 1);
    picture->n_designs = optimum->n_visited;
    for (int i = 0; i < optimum->n_visited; i++) {
        const struct visited *v = &optimum->visited[i];
        point[picture->n_points++] = (struct choice_point){.cost = v->cost, .goal = sense * v->goal, .meets = v->meets, .stations = v->stations};
    }
    for (int i = 0; i < optimum->n_finalists; i++) {
        const struct finalist *f = &optimum->finalist[i];
        point[picture->n_points++] = (struct choice_point){.cost = f->fixed_cost, .goal = sense * f->line.mean, .meets = optimum->outcome != SELECT_NONE,
                                                           .stations = f->layout->station.n, .finalist = i + 1, .name = f->layout->name};
    }
    picture->point = point;
    return OK;
}

static void add_stage(struct choice_stage stage[], int *n, const char *name, double left, const char *how)
{
    if (!isnan(left) && left > 0)
        stage[(*n)++] = (struct choice_stage){name, left, how};
}

/* Each stage is part of the one before; what sites reach is proved afterwards and drops nothing on the way. */
static enum status stages_of(const struct optimum *optimum, struct arena *arena, struct choice_picture *picture)
{
    const struct narrowing *narrowing = &optimum->narrowing;
    struct choice_stage *stage;
    int *n = &picture->n_stages;

    TAKE(arena, stage, 8);
    add_stage(stage, n, say("all designs"), narrowing->all, NULL);
    add_stage(stage, n, say("fit circuits and budget"), narrowing->all - narrowing->proved_out, say("by proof"));
    add_stage(stage, n, say("simulated"), (double)narrowing->visited, narrowing->listed ? say("all of them") : say("by search"));
    add_stage(stage, n, say("candidates"), narrowing->candidates, NULL);
    if (optimum->outcome == SELECT_NONE && *n)
        stage[(*n)++] = (struct choice_stage){say("meet the requirements"), 0, NULL};
    else
        add_stage(stage, n, say("meet the requirements"), narrowing->candidates - narrowing->infeasible, say("with a guarantee"));
    add_stage(stage, n, say("not screened out"), narrowing->candidates - narrowing->infeasible - narrowing->screened, say("with a guarantee"));
    add_stage(stage, n, say("the plan"), optimum->outcome == SELECT_FOUND ? 1 : NAN, say("with a guarantee"));
    picture->stage = stage;
    return OK;
}

enum status choice_picture_of_optimum(const struct optimum *optimum, const struct scenario *scenario, struct arena *arena,
                                      struct choice_picture *picture)
{
    const struct choice *choice = scenario->choice;
    double sense = choice->goal == GOAL_COST ? -1 : 1;

    *picture = (struct choice_picture){.scenario = scenario->name, .confidence = choice->confidence, .heat_wanted = NAN,
                                       .goal_name = say(goal_names[choice->goal]),
                                       .goal_unit = say(choice->goal == GOAL_COST ? "CNY/day" : choice->goal == GOAL_SATISFACTION ? "points" : "/day"),
                                       .cost_unit = say("CNY/day"), .goal_better = choice->goal == GOAL_COST ? -1 : 1};
    picture->subtitle = arena_print(arena, say("%ld designs on %ld simulated days; cost: set-up, rent and wages"), optimum->narrowing.visited, optimum->days);
    TRY(points_of(optimum, sense, arena, picture));
    return stages_of(optimum, arena, picture);
}
