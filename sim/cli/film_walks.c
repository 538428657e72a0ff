/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a resident is between two events: on the shortest walk, at an even pace. */
#include "cli/film_inside.h"

#include <math.h>
#include <string.h>

/* One resident under way. */
struct walking {
    const struct filming *filming;
    const struct visit *visit;
    const struct plan_stream *stream;
    const double *distance_m; /* of his mode */
    int n, room;
    struct film_point *point;
    int at;             /* node; -1: not on the site */
    double since_s;
    enum film_state state;
};

static enum status add_point(struct walking *walk, double time_s, int node)
{
    if (walk->n == walk->room) {
        struct film_point *grown;
        int room = walk->room ? 2 * walk->room : 16;
        TAKE(walk->filming->arena, grown, room);
        if (walk->n)
            memcpy(grown, walk->point, (size_t)walk->n * sizeof *grown);
        walk->point = grown;
        walk->room = room;
    }
    const struct node *place = site_node(walk->filming->plan->scenario->site, node);
    walk->point[walk->n++] = (struct film_point){time_s, place->x_m, place->y_m, walk->state};
    return OK;
}

/* From where he is, at since_s, to be at a node at until_s: a point at every node on the way but the last. */
static enum status go(struct walking *walk, int to, double until_s)
{
    const struct plan_day *plan = walk->filming->plan;
    const struct site *site = plan->scenario->site;
    int next = walk->at;
    double gone_m = 0, all_m = walk->at >= 0 ? walk->distance_m[walk->at * site->node.n + to] : 0;

    for (int steps = 0; steps < site->node.n && walk->at >= 0; steps++, walk->at = next) {
        int path = site_first_path(site, plan_mode(plan, walk->stream), walk->distance_m, walk->at, to, &next);
        if (path < 0)
            break;
        TRY(add_point(walk, walk->since_s + (until_s - walk->since_s) * (all_m > 0 ? gone_m / all_m : 0), walk->at));
        gone_m += site_path_m(site, path);
    }
    walk->at = to;
    walk->since_s = until_s;
    return OK;
}

static enum status follow(struct walking *walk, const struct trace_event *event)
{
    const struct plan_day *plan = walk->filming->plan;

    if (strcmp(event->what, "arrives") == 0) {
        TRY(go(walk, plan->station[event->station].node, event->time_s));
        walk->state = FILM_STANDS;
        return add_point(walk, event->time_s, walk->at);
    }
    if (!film_leaves(event))
        return OK;
    walk->since_s = event->time_s;
    walk->state = strcmp(event->what, "walks-on") == 0     ? FILM_COMES
                  : strcmp(event->what, "comes-back") == 0 ? FILM_AWAY
                                                           : film_state_at_end(plan, walk->visit);
    return add_point(walk, event->time_s, walk->at);
}

/* On to where he was going. */
static enum status leave(struct walking *walk)
{
    const struct plan_stream *stream = walk->stream;
    const struct plan_day *plan = walk->filming->plan;

    if (walk->at < 0 || stream->to < 0)
        return OK;
    double away_m = walk->distance_m[walk->at * plan->scenario->site->node.n + stream->to];
    TRY(go(walk, stream->to, walk->since_s + away_m / walk->visit->speed_m_per_s));
    return add_point(walk, walk->since_s, walk->at);
}

static enum status one_walk(const struct filming *filming, int v, struct film_walker *walker)
{
    const struct visit *visit = &filming->trace->visit[v];
    const struct plan_stream *stream = &filming->plan->stream[visit->stream];
    struct walking walk = {.filming = filming, .visit = visit, .stream = stream, .distance_m = filming->plan->distance_m[plan_mode(filming->plan, stream)], .at = stream->from, .since_s = visit->sets_out_s, .state = FILM_COMES};

    if (visit->outcome == OUT_UNREACHED)
        walk.state = FILM_WITHOUT;
    for (int i = filming->first[v]; i < filming->first[v + 1]; i++)
        TRY(follow(&walk, &filming->trace->event[filming->event[i]]));
    TRY(leave(&walk));
    *walker = (struct film_walker){walk.n, walk.point};
    return OK;
}

enum status film_walks(const struct filming *filming, struct film *film)
{
    struct film_walker *walker;
    int n = filming->trace->n_visits;

    TAKE(filming->arena, walker, n + 1);
    for (int v = 0; v < n; v++)
        TRY(one_walk(filming, v, &walker[v]));
    film->n_walkers = n;
    film->walker = walker;
    return OK;
}
