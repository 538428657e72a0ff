/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/film.h"

#include "cli/command.h"
#include "cli/film_inside.h"
#include "core/say.h"
#include "stats/histogram.h"

#include <math.h>
#include <string.h>

enum film_state film_state_at_end(const struct plan_day *plan, const struct visit *visit)
{
    const struct band *serve_c = &scenario_drink(plan->scenario, visit->drink)->serve_c;

    if (visit->outcome != OUT_SERVED)
        return FILM_WITHOUT;
    return (double)visit->cup_c < serve_c->low || (double)visit->cup_c > serve_c->high ? FILM_POOR : FILM_WARM;
}

bool film_leaves(const struct trace_event *event)
{
    static const char *const ends[] = {"served", "balks", "reneges", "short", "turned-away", "walks-on", "comes-back"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (strcmp(event->what, ends[i]) == 0)
            return true;
    return false;
}

/* --- the day ------------------------------------------------------------------------------------------- */

/* Smooth, and not endless: half a minute a frame for a morning. */
static double step_of(double lasts_s)
{
    static const double steps_s[] = {5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600};
    enum { FRAMES_AT_MOST = 360, STEPS = sizeof steps_s / sizeof *steps_s };
    double step_s = steps_s[STEPS - 1];

    for (int i = 0; i < STEPS; i++)
        if (lasts_s <= FRAMES_AT_MOST * steps_s[i])
            return steps_s[i];
    while (lasts_s > FRAMES_AT_MOST * step_s)
        step_s *= 2;
    return step_s;
}

/* The same day, its series in steps of a frame. */
static enum status simulate(struct plan_day *plan, uint64_t seed, int day, struct arena *days, struct arena *arena, struct trace *trace,
                            struct day_result *result)
{
    double lasts_s = plan->bins * plan->bin_s;

    plan->bin_s = step_of(lasts_s);
    plan->bins = (int)ceil(lasts_s / plan->bin_s - 1e-9);
    TAKE(arena, result->measure, plan_measures(plan));
    TAKE(arena, result->waits, HISTOGRAM_CELLS);
    TAKE(arena, result->series, plan_series(plan) + 1);
    trace->arena = arena;
    return day_simulate(plan, seed, (uint32_t)day, days, trace, result);
}

static enum status sort_events(struct filming *filming)
{
    const struct trace *trace = filming->trace;
    int *first;
    long *event;

    TAKE(filming->arena, first, trace->n_visits + 2);
    TAKE(filming->arena, event, trace->n + 1);
    for (long i = 0; i < trace->n; i++)
        if (trace->event[i].visit >= 0)
            first[trace->event[i].visit + 2]++;
    for (int v = 2; v <= trace->n_visits + 1; v++)
        first[v] += first[v - 1];
    for (long i = 0; i < trace->n; i++)
        if (trace->event[i].visit >= 0)
            event[first[trace->event[i].visit + 1]++] = i;
    filming->first = first;
    filming->event = event;
    return OK;
}

/* --- counts, frame by frame ------------------------------------------------------------------------------ */

/* From the first frame that isn't before this moment, so many more. */
static void count_from(const struct film *film, double count[], double time_s, double more)
{
    int frame = (int)fmin(film->frames, fmax(0, ceil((time_s - film->first_s) / film->step_s)));

    count[frame] += more;
}

static void sum_up(const struct film *film, double count[])
{
    for (int f = 1; f < film->frames; f++)
        count[f] += count[f - 1];
}

static enum status whole(const struct film *film, struct arena *arena, double count[], const int **rounded)
{
    int *n;

    TAKE(arena, n, film->frames + 1);
    sum_up(film, count);
    for (int f = 0; f < film->frames; f++)
        n[f] = (int)lrint(count[f]);
    *rounded = n;
    return OK;
}

static enum status count_outcomes(const struct filming *filming, struct film *film)
{
    double *served, *lost;

    TAKE(filming->arena, served, film->frames + 1);
    TAKE(filming->arena, lost, film->frames + 1);
    for (int v = 0; v < filming->trace->n_visits; v++) {
        const struct visit *visit = &filming->trace->visit[v];
        count_from(film, visit->outcome == OUT_SERVED ? served : lost, visit->done_s, visit->cups);
        film->wanted += visit->cups;
    }
    sum_up(film, served);
    sum_up(film, lost);
    film->served = served;
    film->lost = lost;
    return OK;
}

/* The line at one station, event by event. */
static enum status count_line(const struct filming *filming, int s, struct film *film, struct film_station *station)
{
    const struct trace *trace = filming->trace;
    double *waiting, *there, now = 0;
    bool *in_line;

    TAKE(filming->arena, waiting, film->frames + 1);
    TAKE(filming->arena, there, film->frames + 1);
    TAKE(filming->arena, in_line, trace->n_visits + 1);
    for (long i = 0; i < trace->n; i++) {
        const struct trace_event *event = &trace->event[i];
        if (event->station != s || event->visit < 0)
            continue;
        double people = trace->visit[event->visit].cups;
        bool joins = strcmp(event->what, "joins") == 0, leaves = film_leaves(event);
        if (strcmp(event->what, "arrives") == 0)
            count_from(film, there, event->time_s, people);
        if (leaves)
            count_from(film, there, event->time_s, -people);
        if (joins || (in_line[event->visit] && (leaves || strcmp(event->what, "serve") == 0))) {
            in_line[event->visit] = joins;
            now += joins ? people : -people;
            count_from(film, waiting, event->time_s, joins ? people : -people);
        }
        if (strcmp(event->what, "served") == 0)
            station->served += people;
        if (now > film->longest) {
            film->longest = (int)now;
            film->longest_at = s;
            film->longest_s = event->time_s;
        }
    }
    TRY(whole(film, filming->arena, waiting, &station->waiting));
    return whole(film, filming->arena, there, &station->there);
}

/* --- vessels --------------------------------------------------------------------------------------------- */

static const float *temperature_of(const struct plan_day *plan, const struct day_result *result, int vessel)
{
    for (int c = 0; c < plan->n_channels; c++)
        if (plan->channel[c].kind == C_TEMPERATURE && plan->channel[c].index == vessel)
            return result->series + c * plan->bins;
    return NULL;
}

static enum status film_vessels(const struct filming *filming, int s, const struct day_result *result, const struct film *film,
                                struct film_station *station)
{
    const struct plan_station *plan = &filming->plan->station[s];
    const struct picture_station *shown = &film->picture->station[s];
    struct film_vessel *vessel;

    TAKE(filming->arena, vessel, plan->n_vessels + 1);
    for (int v = 0; v < plan->n_vessels; v++) {
        const float *series = temperature_of(filming->plan, result, plan->first_vessel + v);
        double *celsius;
        TAKE(filming->arena, celsius, film->frames + 1);
        for (int f = 0; f < film->frames; f++)
            celsius[f] = series ? (double)series[f] : NAN;
        vessel[v] = (struct film_vessel){shown->vessel[v].drink, celsius, shown->vessel[v].serve_low_c, shown->vessel[v].serve_high_c};
    }
    station->n_vessels = plan->n_vessels;
    station->vessel = vessel;
    return OK;
}

static enum status film_stations(const struct filming *filming, const struct day_result *result, struct film *film)
{
    struct film_station *station;

    TAKE(filming->arena, station, filming->plan->n_stations + 1);
    for (int s = 0; s < filming->plan->n_stations; s++) {
        TRY(count_line(filming, s, film, &station[s]));
        TRY(film_vessels(filming, s, result, film, &station[s]));
    }
    film->station = station;
    return OK;
}

/* --- all of it --------------------------------------------------------------------------------------------- */

/* Until the last one is where he was going, but no further than the series. */
static int frames_needed(const struct film *film, const struct plan_day *plan)
{
    double until_s = plan->closes_s;

    for (int w = 0; w < film->n_walkers; w++)
        if (film->walker[w].n)
            until_s = fmax(until_s, film->walker[w].point[film->walker[w].n - 1].time_s);
    return (int)fmin(plan->bins, ceil((until_s - plan->opens_s) / plan->bin_s) + 1);
}

static enum status film_all(struct filming *filming, const struct day_result *result, struct film *film)
{
    TRY(sort_events(filming));
    TRY(film_walks(filming, film));
    film->frames = frames_needed(film, filming->plan);
    TRY(count_outcomes(filming, film));
    return film_stations(filming, result, film);
}

enum status film_of(const struct study *study, uint64_t seed, int day, const struct picture *picture, struct arena *arena, struct film *film)
{
    const struct day_kind *kind = &study->kind[study_kind_of_day(study, day)];
    struct plan_day plan = kind->plan;
    struct trace trace = {0};
    struct day_result result = {0};
    struct arena days = {0};
    struct filming filming = {.plan = &plan, .trace = &trace, .arena = arena};

    enum status status = simulate(&plan, seed, day, &days, arena, &trace, &result);
    *film = (struct film){.picture = picture, .day = day, .kind = study->n_kinds > 1 ? kind->name : "", .air_c = result.air_c,
                          .first_s = plan.opens_s + plan.bin_s, .step_s = plan.bin_s};
    if (status == OK)
        status = film_all(&filming, &result, film);
    arena_free(&days);
    return status;
}

enum status film_into(const struct film *film, struct outdir *outdir)
{
    struct text part[FILM_PARTS] = {0}, message = {0}, name = {0};
    const char *folder = NULL;

    enum status status = film_write(film, part);
    for (int i = 0; i < FILM_PARTS && status == OK; i++) {
        text_clear(&name);
        text_print(&name, "animation/%s", film_files[i]);
        status = outdir_write(outdir, text_c(&name), &part[i]);
    }
    if (status == OK && !(folder = outdir_folder(outdir, "animation")))
        status = ERR_FILE;
    if (status == OK)
        status = film_draw(folder, &stop_asked, &message);
    if (status == ERR_INTERRUPTED)
        complain(say("interrupted while the film was drawn; nothing is written"));
    if (message.n)
        complain("%s", text_c(&message));
    for (int i = 0; i < FILM_PARTS; i++)
        text_free(&part[i]);
    text_free(&name);
    text_free(&message);
    return status;
}
