/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/picture.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

/* A summary being turned into arrays for the charts. */
struct painter {
    const struct summary *summary;
    const struct plan_day *plan;
    struct arena *arena;
};

static double figure(const struct painter *p, int row, const char *key)
{
    return summary_kpi(p->summary, row, kpi_find(key))->mean;
}

static enum status widen(const struct painter *p, const float *values, int channel, const double **wide)
{
    double *column;
    TAKE(p->arena, column, p->plan->bins);
    for (int b = 0; b < p->plan->bins; b++)
        column[b] = (double)values[channel * p->plan->bins + b];
    *wide = column;
    return OK;
}

static enum status band_of(const struct painter *p, enum channel_kind kind, int station, int index, struct band_series *band)
{
    int channel = summary_channel(p->summary, kind, station, index);

    if (channel < 0)
        return OK;
    TRY(widen(p, p->summary->series_low, channel, &band->low));
    TRY(widen(p, p->summary->series_median, channel, &band->median));
    return widen(p, p->summary->series_high, channel, &band->high);
}

static enum status mean_of(const struct painter *p, enum channel_kind kind, int station, int index, double scale, const double **mean)
{
    int channel = summary_channel(p->summary, kind, station, index);
    double *column;

    if (channel < 0)
        return OK;
    TAKE(p->arena, column, p->plan->bins);
    for (int b = 0; b < p->plan->bins; b++)
        column[b] = scale * p->summary->series_mean[channel * p->plan->bins + b];
    *mean = column;
    return OK;
}

static enum status ran_out(const struct painter *p, enum channel_kind kind, int station, int index, const double **chance)
{
    int channel = summary_channel(p->summary, kind, station, index);
    if (channel >= 0)
        *chance = p->summary->ran_out + channel * p->plan->bins;
    return OK;
}

/* --- stations ------------------------------------------------------------------------------------------- */

/* Vessels of one kind at a station are numbered. */
static const char *vessel_name(const struct painter *p, const struct plan_station *station, int v)
{
    const char *name = p->plan->vessel[v].name;
    int alike = 0, place = 0;

    for (int other = station->first_vessel; other < station->first_vessel + station->n_vessels; other++)
        if (strcmp(p->plan->vessel[other].name, name) == 0) {
            alike++;
            place += other <= v;
        }
    return alike > 1 ? arena_print(p->arena, "%s #%d", name, place) : name;
}

static enum status paint_vessels(const struct painter *p, int s, struct picture_station *station)
{
    const struct plan_station *plan = &p->plan->station[s];
    struct picture_vessel *vessel;

    TAKE(p->arena, vessel, plan->n_vessels);
    for (int i = 0; i < plan->n_vessels; i++) {
        int v = plan->first_vessel + i;
        const struct plan_vessel *from = &p->plan->vessel[v];
        const struct drink *drink = scenario_drink(p->plan->scenario, from->drink);
        /* The band holds in the cup; the drink is so much warmer before it's poured. */
        double drop_k = p->plan->scenario->service.pour_drop_k;
        vessel[i] = (struct picture_vessel){.name = vessel_name(p, plan, v), .drink = drink->name, .serve_low_c = drink->serve_c.low + drop_k,
                                            .serve_high_c = drink->serve_c.high + drop_k, .volume_l = 1e3 * from->equipment->vessel.volume_m3};
        if (!vessel[i].name)
            return ERR_MEMORY;
        TRY(band_of(p, C_TEMPERATURE, s, v, &vessel[i].temperature_c));
        TRY(band_of(p, C_LITRES, s, v, &vessel[i].litres));
        TRY(mean_of(p, C_DUTY, s, v, 1, &vessel[i].duty));
    }
    station->n_vessels = plan->n_vessels;
    station->vessel = vessel;
    return OK;
}

static enum status paint_stock(const struct painter *p, int s, struct picture_station *station)
{
    const struct plan_station *plan = &p->plan->station[s];
    struct picture_drink *drink;

    TAKE(p->arena, drink, p->plan->n_drinks);
    for (int d = 0; d < p->plan->n_drinks; d++) {
        if (!(plan->portions[d] < HUGE_VAL))
            continue;
        struct picture_drink *one = &drink[station->n_drinks++];
        *one = (struct picture_drink){.name = scenario_drink(p->plan->scenario, d)->name, .portions = plan->portions[d]};
        TRY(band_of(p, C_PORTIONS, s, d, &one->left));
        TRY(ran_out(p, C_PORTIONS, s, d, &one->chance_out));
    }
    station->drink = drink;
    station->cups = plan->cups < HUGE_VAL ? plan->cups : NAN;
    TRY(band_of(p, C_CUPS, s, 0, &station->cups_left));
    return ran_out(p, C_CUPS, s, 0, &station->cups_chance_out);
}

/* Staff on duty in a time step: its mean over days where they come and go. */
static double staff_at(const struct painter *p, int s, int bin)
{
    int channel = summary_channel(p->summary, C_STAFF, s, 0);
    return channel < 0 ? p->plan->station[s].staff : p->summary->series_mean[channel * p->plan->bins + bin];
}

static enum status busy_share(const struct painter *p, int s, const double **share)
{
    const double *busy = NULL;
    double *column;

    TRY(mean_of(p, C_BUSY, s, 0, 1, &busy));
    TAKE(p->arena, column, p->plan->bins);
    for (int b = 0; busy && b < p->plan->bins; b++)
        column[b] = staff_at(p, s, b) > 0 ? busy[b] / staff_at(p, s, b) : 0;
    *share = column;
    return OK;
}

/* The tray, and what comes off it: a cup is warm between the lowest and the highest of its drinks' bands. */
static enum status paint_tray(const struct painter *p, int s, struct picture_station *station)
{
    const struct plan_station *plan = &p->plan->station[s];

    station->tray_room = p->plan->scenario->service.tray;
    station->cup_low_c = HUGE_VAL, station->cup_high_c = -HUGE_VAL;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        const struct band *serve_c = &scenario_drink(p->plan->scenario, p->plan->vessel[v].drink)->serve_c;
        station->cup_low_c = fmin(station->cup_low_c, serve_c->low);
        station->cup_high_c = fmax(station->cup_high_c, serve_c->high);
    }
    TRY(band_of(p, C_TRAY, s, 0, &station->tray));
    return plan->n_vessels ? mean_of(p, C_CUP, s, 0, 1, &station->cup_c) : OK;
}

static double heaters_kw(const struct painter *p, const struct plan_station *station)
{
    double sum = 0;

    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        sum += p->plan->vessel[v].equipment->kind == HEATED ? p->plan->vessel[v].equipment->vessel.power_w / 1000 : 0;
    return sum;
}

static enum status paint_circuit(const struct painter *p, int s, struct picture_station *station)
{
    const struct plan_station *plan = &p->plan->station[s];
    const struct node *node = plan->node >= 0 ? site_node(p->plan->scenario->site, plan->node) : NULL;
    int peak = summary_channel(p->summary, C_LOAD_PEAK, s, 0);

    if (!node || isnan(node->power_w) || peak < 0)
        return OK;
    station->circuit_kw = node->power_w / 1000;
    station->heaters_kw = heaters_kw(p, plan);
    station->turns = node->overload == TAKES_TURNS;
    station->trips = figure(p, 1 + s, "breaker_trips");
    TRY(mean_of(p, C_LOAD, s, 0, 1, &station->load_kw));
    TRY(band_of(p, C_LOAD, s, 0, &station->load_over_days));
    TRY(mean_of(p, C_TRIPS, s, 0, 1, &station->tripped));
    return widen(p, p->summary->series_most, peak, &station->peak_kw);
}

static enum status paint_station(const struct painter *p, int s, struct picture_station *station)
{
    const struct plan_station *plan = &p->plan->station[s];
    const struct node *node = plan->node >= 0 ? site_node(p->plan->scenario->site, plan->node) : NULL;
    double service_s = figure(p, 1 + s, "service_s"), *capacity;

    *station = (struct picture_station){
        .name = plan->plan->name, .x_m = node ? node->x_m : 0, .y_m = node ? node->y_m : 0,
        .served = figure(p, 1 + s, "served"), .wanted = figure(p, 1 + s, "wanted"), .wait_mean_s = figure(p, 1 + s, "wait_mean_s"),
        .utilisation = figure(p, 1 + s, "staff_utilisation"), .wait_within = figure(p, 1 + s, "wait_within_share"),
        .detour_m = node && figure(p, 1 + s, "wanted") > 0 ? figure(p, 1 + s, "detour_m") : NAN,
    };
    TAKE(p->arena, capacity, p->plan->bins);
    for (int b = 0; b < p->plan->bins; b++)
        capacity[b] = service_s > 0 ? 3600 * staff_at(p, s, b) / service_s : NAN;
    station->capacity_per_h = capacity;
    TRY(mean_of(p, C_ARRIVALS, s, 0, 3600 / p->plan->bin_s, &station->arrivals_per_h));
    TRY(band_of(p, C_LINE, s, 0, &station->line));
    TRY(busy_share(p, s, &station->busy));
    TRY(paint_vessels(p, s, station));
    TRY(paint_tray(p, s, station));
    TRY(paint_circuit(p, s, station));
    TRY(mean_of(p, C_BROUGHT, s, 0, 1, &station->brought));
    return paint_stock(p, s, station);
}

static enum status paint_stations(const struct painter *p, struct picture *picture)
{
    struct picture_station *station;

    TAKE(p->arena, station, p->plan->n_stations);
    for (int s = 0; s < p->plan->n_stations; s++)
        TRY(paint_station(p, s, &station[s]));
    picture->n_stations = p->plan->n_stations;
    picture->station = station;
    return OK;
}

/* --- waits ---------------------------------------------------------------------------------------------- */

/* A step of 1, 2 or 5 times a power of ten. */
static double round_step(double wanted)
{
    double power = pow(10, floor(log10(wanted)));
    return wanted <= power ? power : wanted <= 2 * power ? 2 * power : wanted <= 5 * power ? 5 * power : 10 * power;
}

static enum status paint_waits(const struct painter *p, struct picture *picture)
{
    enum { MOST = 400 }; /* fine enough that the steep start of the curve is drawn, not guessed */
    const uint64_t *waits = p->summary->waits;
    double longest_s = WAIT_RESOLUTION_S * histogram_quantile(waits, 0.998);
    double step_s = round_step(fmax(longest_s, picture->target_s) / 200 + 1e-3);
    double *edge, *share;
    int n = 1 + (int)fmin(MOST, ceil(fmax(longest_s, picture->target_s) / step_s) + 1);

    TAKE(p->arena, edge, n + 1);
    TAKE(p->arena, share, n);
    edge[0] = 0, edge[1] = fmin(1, step_s / 2); /* those who don't wait are many: a cell of their own */
    for (int i = 2; i <= n; i++)
        edge[i] = (i - 1) * step_s;
    for (int i = 0; i < n; i++)
        share[i] = histogram_below(waits, edge[i + 1] / WAIT_RESOLUTION_S) - (i ? histogram_below(waits, edge[i] / WAIT_RESOLUTION_S) : 0);
    for (int i = 0; i < n && figure(p, 0, "served") <= 0; i++)
        share[i] = 0;
    picture->wait_cells = n;
    picture->wait_edge_s = edge;
    picture->wait_share = share;
    return OK;
}

/* --- the site ------------------------------------------------------------------------------------------- */

/* Adds a stream to every path of its shortest walk. */
static void add_flow(const struct plan_day *plan, const struct plan_stream *stream, double flow, struct picture_path *shown)
{
    const struct site *site = plan->scenario->site;
    enum mode mode = plan_mode(plan, stream);

    for (int at = stream->from, steps = 0, path; steps < site->node.n && (path = site_first_path(site, mode, plan->distance_m[mode], at, stream->to, &at)) >= 0; steps++)
        shown[path].flow += flow;
}

static double stream_residents(const struct plan_day *plan, const struct plan_stream *stream)
{
    const struct group *group = plan->group[stream->group].group;
    return stream->share * residents_expected(group, plan->opens_s, plan->closes_s);
}

static int station_at(const struct plan_day *plan, int node)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (plan->station[s].node == node)
            return s;
    return -1;
}

static enum status paint_site(const struct painter *p, struct picture *picture)
{
    const struct site *site = p->plan->scenario->site;
    struct picture_node *node;
    struct picture_path *path;

    if (!site)
        return OK;
    TAKE(p->arena, node, site->node.n);
    TAKE(p->arena, path, site->path.n);
    for (int i = 0; i < site->node.n; i++)
        node[i] = (struct picture_node){.name = site_node(site, i)->name, .x_m = site_node(site, i)->x_m, .y_m = site_node(site, i)->y_m,
                                        .station = station_at(p->plan, i)};
    for (int i = 0; i < site->path.n; i++) {
        const struct path *from = (const struct path *)site->path.item + i;
        path[i] = (struct picture_path){.from = from->from.index, .to = from->to.index, .by_mode = from->modes.n > 0 && from->modes.n < MODES};
    }
    for (int s = 0; s < p->plan->n_streams; s++) {
        const struct plan_stream *stream = &p->plan->stream[s];
        if (stream->from < 0)
            continue;
        node[stream->from].residents += stream_residents(p->plan, stream);
        node[stream->to].leaving += stream_residents(p->plan, stream);
        add_flow(p->plan, stream, stream_residents(p->plan, stream), path);
    }
    picture->n_nodes = site->node.n;
    picture->node = node;
    picture->n_paths = site->path.n;
    picture->path = path;
    return OK;
}

/* --- the funnel ------------------------------------------------------------------------------------------ */

static enum status paint_outcomes(const struct painter *p, struct picture *picture)
{
    static const struct {
        const char *key, *name;
        enum picture_tone tone;
    } ends[] = {
        {"warm", MARK("served warm"), TONE_GOOD},
        {"lukewarm", MARK("served lukewarm"), TONE_POOR},
        {"scald_risk", MARK("served too hot"), TONE_POOR},
        {"unreached", MARK("no station on the way"), TONE_LOST},
        {"balked", MARK("line too long, went on"), TONE_LOST},
        {"reneged", MARK("gave up waiting"), TONE_LOST},
        {"short", MARK("drink or cups ran out"), TONE_LOST},
        {"turned_away", MARK("no room to stand"), TONE_LOST},
        {"no_show", MARK("booked, didn't come"), TONE_LOST},
    };
    enum { ENDS = sizeof ends / sizeof *ends };
    struct picture_outcome *outcome;

    TAKE(p->arena, outcome, ENDS);
    for (int i = 0; i < ENDS; i++) {
        double mean = figure(p, 0, ends[i].key);
        if (mean > 0 || i == 0)
            outcome[picture->n_outcomes++] = (struct picture_outcome){say(ends[i].name), mean, ends[i].tone};
    }
    picture->outcome = outcome;
    return OK;
}

/* Each part of the planning score: of its points some are given, some lost by those who got a drink, some by the others. */
static enum status paint_scores(const struct painter *p, struct picture *picture)
{
    const struct satisfaction *w = &p->plan->scenario->satisfaction;
    const struct {
        const char *key, *name;
        double weight;
    } parts[] = {
        {"satisfaction_served", MARK("a drink"), w->served},
        {"satisfaction_wait", MARK("a short wait"), w->wait},
        {"satisfaction_temperature", MARK("the right temperature"), w->temperature},
        {"satisfaction_greeting", MARK("time with staff"), w->greeting},
        {"satisfaction_choice", MARK("the drink asked for"), w->choice},
    };
    enum { PARTS = sizeof parts / sizeof *parts };
    double whole = w->served + w->wait + w->temperature + w->greeting + w->choice;
    double served = picture->wanted > 0 ? figure(p, 0, "served") / picture->wanted : 0;
    struct picture_score *score;

    TAKE(p->arena, score, PARTS);
    for (int i = 0; i < PARTS && whole > 0; i++) {
        double points = 100 * parts[i].weight / whole, got = figure(p, 0, parts[i].key), poor = points * served - got;
        if (points > 0)
            score[picture->n_scores++] = (struct picture_score){say(parts[i].name), got, poor > 1e-9 ? poor : 0, points * (1 - served)};
    }
    picture->score = score;
    return OK;
}

enum status picture_of(const struct summary *summary, struct arena *arena, struct picture *picture)
{
    const struct plan_day *plan = study_plan(summary->study);
    struct painter p = {summary, plan, arena};
    struct interval within = *summary_kpi(summary, 0, kpi_find("wait_within_share"));
    double wanted = figure(&p, 0, "wanted");

    *picture = (struct picture){
        .scenario = plan->scenario->name, .layout = plan->layout->name, .days = summary->days, .in_a_row = plan->scenario->campaign.days, .bins = plan->bins,
        .opens_s = plan->opens_s, .bin_s = plan->bin_s, .closes_s = plan->closes_s, .target_s = plan->scenario->target_s,
        .wait_within = within.mean, .wait_within_half_width = within.half_width,
        .wait_median_s = figure(&p, 0, "wait_p50_s"), .wait_p90_s = figure(&p, 0, "wait_p90_s"),
        .reached_share = wanted > 0 ? 1 - figure(&p, 0, "unreached") / wanted : 1, .wanted = wanted,
    };
    TRY(paint_stations(&p, picture));
    TRY(paint_waits(&p, picture));
    TRY(paint_site(&p, picture));
    TRY(paint_outcomes(&p, picture));
    return paint_scores(&p, picture);
}
