/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a day comes to. Dynamics leave everything in the visits, stations and vessels; here it's added up. */
#include "models/day.h"

#include "stats/histogram.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "core/forbid.h"

static const enum measure measure_of[] = {
    [OUT_UNREACHED] = M_UNREACHED, [OUT_SERVED] = M_SERVED, [OUT_BALKED] = M_BALKED, [OUT_RENEGED] = M_RENEGED,
    [OUT_SHORT] = M_SHORT, [OUT_TURNED_AWAY] = M_TURNED_AWAY, [OUT_NO_SHOW] = M_NO_SHOW,
};

/* Persons are added up by group and station at once; the sums over either follow at the end. */
struct counting {
    const struct day *day;
    double (*row)[M_PERSON_MEASURES]; /* [groups][1 + stations], 0 for those whom no station reached */
};

static double *measures(const struct day *day, int row)
{
    return day->result->measure + (size_t)row * MEASURES;
}

static enum measure warmth(const struct day *day, const struct visit *visit)
{
    const struct band *serve_c = &scenario_drink(day->plan->scenario, visit->drink)->serve_c;
    if ((double)visit->cup_c < serve_c->low)
        return M_LUKEWARM;
    return (double)visit->cup_c > serve_c->high ? M_SCALD : M_WARM; /* without a vessel: warm */
}

static double score(const struct day *day, const struct visit *visit, bool warm)
{
    const struct satisfaction *w = &day->plan->scenario->satisfaction;
    double whole = w->served + w->wait + w->temperature + w->choice;
    double quick = 1 - visit->waited_s / w->wait_limit_s;
    double got = w->served + w->wait * (quick > 0 ? quick : 0) + (warm ? w->temperature : 0)
                 + (visit->drink == visit->first_drink ? w->choice : 0);
    return whole > 0 ? 100 * got / whole : 0;
}

/* What one resident adds to a row. */
struct person {
    enum measure outcome, warmth;
    bool reached, served;
    double people;
    double detour_m, late_s, wait_s, contact_s, score;
    bool within, cup_saved;
};

static struct person person_of(const struct day *day, const struct visit *visit)
{
    const struct plan_stream *stream = &day->plan->stream[visit->stream];
    struct person person = {.outcome = measure_of[visit->outcome], .reached = visit->station >= 0 && visit->outcome != OUT_NO_SHOW, .people = visit->cups};

    assert(visit->outcome != OUT_PENDING);
    if (person.reached) {
        double onward_m = stream->onward_m[visit->station] - stream->direct_m, extra_m = visit->walked_m + onward_m;
        double lost_s = visit->done_s - visit->sets_out_s + onward_m / visit->speed_m_per_s;
        double late_s = lost_s - day->plan->group[stream->group].group->slack_s;
        person.detour_m = extra_m > 0 ? extra_m : 0;
        person.late_s = late_s > 0 ? late_s : 0;
    }
    if (visit->outcome == OUT_SERVED) {
        person.served = true;
        person.warmth = warmth(day, visit);
        person.wait_s = visit->waited_s;
        person.within = visit->waited_s <= day->plan->scenario->target_s;
        person.contact_s = visit->done_s - visit->starts_s;
        person.score = score(day, visit, person.warmth == M_WARM);
        person.cup_saved = visit->own_cup;
    }
    return person;
}

static void add_person(double row[], const struct person *person)
{
    double people = person->people;

    row[M_WANTED] += people;
    row[person->outcome] += people;
    row[M_REACHED] += people * person->reached;
    row[M_DETOUR_M] += people * person->detour_m;
    row[M_LATE_S] += people * person->late_s;
    if (!person->served)
        return;
    row[person->warmth] += people;
    row[M_WAIT_S] += people * person->wait_s;
    row[M_WITHIN] += people * person->within;
    row[M_CONTACT_S] += person->contact_s; /* one contact for all */
    row[M_SCORE] += people * person->score;
    row[M_CUPS_SAVED] += people * person->cup_saved;
}

static void count_visit(const struct counting *counting, const struct visit *visit)
{
    const struct day *day = counting->day;
    struct person person = person_of(day, visit);
    int group = day->plan->stream[visit->stream].group;

    add_person(counting->row[group * (1 + day->plan->n_stations) + 1 + visit->station], &person);
    if (person.served)
        day->result->waits[histogram_cell(visit->waited_s / WAIT_RESOLUTION_S)] += visit->cups;
}

/* Where only the first so many count, they are taken in the order of arrival. */
static void count_visits(const struct counting *counting)
{
    const struct day *day = counting->day;
    const struct plan_day *plan = day->plan;

    if (plan->first)
        for (int i = 0; i < day->n_coming && i < plan->first; i++)
            count_visit(counting, &day->visit[day->order[i]]);
    else
        for (int i = 0; i < day->n_visits; i++)
            if (day->visit[i].arrives_s >= plan->counted_from_s || plan->counted_from_s <= plan->opens_s)
                count_visit(counting, &day->visit[i]);
}

static void add_row(double to[], const double row[M_PERSON_MEASURES])
{
    for (int m = 0; m < M_PERSON_MEASURES; m++)
        to[m] += row[m];
}

static enum status count_residents(const struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct counting counting = {day, NULL};

    TAKE(day->arena, counting.row, plan->n_groups * (1 + plan->n_stations));
    count_visits(&counting);
    for (int g = 0; g < plan->n_groups; g++)
        for (int s = 0; s <= plan->n_stations; s++) {
            const double *row = counting.row[g * (1 + plan->n_stations) + s];
            add_row(measures(day, 0), row);
            add_row(measures(day, 1 + plan->n_stations + g), row);
            if (s)
                add_row(measures(day, s), row);
        }
    return OK;
}

static double vessels_energy_j(const struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    double sum = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        sum += day->vessel[v].closed_in_j;
    return sum;
}

static double vessels_rent(const struct day *day, int s)
{
    const struct plan_station *plan = &day->plan->station[s];
    double sum = 0;

    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        sum += day->vessel[v].plan->equipment->rent;
    return sum;
}

/* What is in vessels is poured away; what is in store too, unless it keeps. */
static double portions_wasted(const struct day *day, int s, int drink)
{
    const struct plan_station *plan = &day->plan->station[s];
    double wasted = 0;

    for (int v = plan->first_of_drink[drink]; v < plan->first_of_drink[drink + 1]; v++)
        wasted += day->vessel[v].cups;
    if (plan->portions[drink] < HUGE_VAL && !scenario_drink(day->plan->scenario, drink)->keeps)
        wasted = plan->portions[drink] - day->station[s].portions_used[drink];
    return wasted;
}

static void count_stock(const struct day *day, int s, double row[])
{
    const struct costs *costs = &day->plan->scenario->costs;

    for (int d = 0; d < day->plan->n_drinks; d++) {
        double spilled = day->station[s].spilled[d], used = day->station[s].portions_used[d] - spilled, wasted = portions_wasted(day, s, d) + spilled;
        row[M_PORTIONS_USED] += used;
        row[M_PORTIONS_WASTED] += wasted;
        row[M_COST] += (used + wasted) * scenario_drink(day->plan->scenario, d)->cost + wasted * costs->waste;
    }
    row[M_CUPS_USED] = day->station[s].cups_used;
    row[M_COST] += row[M_CUPS_USED] * costs->cup;
}

static void count_station(const struct day *day, int s)
{
    const struct plan_day *plan = day->plan;
    const struct line_station *station = &day->station[s];
    const struct costs *costs = &plan->scenario->costs;
    double *row = measures(day, 1 + s);
    bool varies = plan->station[s].varies;

    row[M_ONE] = 1;
    row[M_OPEN_S] = plan->closes_s - plan->counted_from_s;
    row[M_LINE_S] = station->closed_line - station->counted_line;
    row[M_BUSY_S] = station->closed_busy - station->counted_busy;
    row[M_STAFF_S] = varies ? station->closed_here - station->counted_here : row[M_OPEN_S] * station->staff;
    row[M_LINE_MAX] = station->longest;
    row[M_ENERGY_J] = vessels_energy_j(day, s);
    row[M_COST] = costs->set_up + vessels_rent(day, s) + costs->electricity_per_j * row[M_ENERGY_J]
                  + (varies ? costs->wage_per_s * station->paid_s : costs->wage_per_s * station->staff * (plan->closes_s - plan->opens_s))
                  + costs->goodwill * (row[M_WANTED] - row[M_SERVED]);
    count_stock(day, s, row);
}

static void count_whole(const struct day *day)
{
    const struct plan_day *plan = day->plan;
    double *whole = measures(day, 0);

    for (int g = 0; g < plan->n_groups; g++)
        measures(day, 1 + plan->n_stations + g)[M_ONE] = 1;
    for (int s = 0; s < plan->n_stations; s++)
        for (int m = M_LINE_S; m < MEASURES; m++)
            whole[m] += measures(day, 1 + s)[m];
    whole[M_ONE] = 1;
    whole[M_OPEN_S] = plan->closes_s - plan->counted_from_s;
    whole[M_LINE_MAX] = 0;
    for (int s = 0; s < plan->n_stations; s++)
        whole[M_LINE_MAX] = fmax(whole[M_LINE_MAX], measures(day, 1 + s)[M_LINE_MAX]);
    whole[M_COST] += plan->scenario->costs.goodwill * whole[M_UNREACHED];
}

/* Heat in = heat stored + lost + drawn off, for the worst of the vessels. */
static double heat_error(const struct day *day)
{
    double worst = 0;

    for (int v = 0; v < day->plan->n_vessels; v++) {
        const struct pouring_vessel *p = &day->vessel[v];
        double stored_j = vessel_heat_j(&p->vessel) - p->start_j;
        double off_j = p->vessel.heat_in_j + p->vessel.added_j - p->vessel.lost_j - p->vessel.drawn_j - stored_j;
        double size_j = fabs(p->vessel.heat_in_j) + fabs(p->vessel.added_j) + fabs(p->start_j) + 1;
        worst = fmax(worst, fabs(off_j) / size_j);
    }
    return worst;
}

/* Little's law on the sample path: the area under the lines is the sum of the times waited. */
static double little_error(const struct day *day)
{
    double area = 0, waited = 0;

    for (int s = 0; s < day->plan->n_stations; s++)
        area += day->station[s].line_area;
    for (int i = 0; i < day->n_visits; i++)
        waited += day->visit[i].cups * day->visit[i].waited_s;
    return fabs(area - waited) / (1 + area);
}

enum status day_count(struct day *day)
{
    struct day_result *result = day->result;

    memset(result->measure, 0, (size_t)plan_measures(day->plan) * sizeof *result->measure);
    memset(result->waits, 0, HISTOGRAM_CELLS * sizeof *result->waits);
    TRY(count_residents(day));
    for (int s = 0; s < day->plan->n_stations; s++)
        count_station(day, s);
    count_whole(day);
    result->air_c = day->air_c;
    result->visits = day->n_visits;
    result->events = day->events;
    result->heat_error = heat_error(day);
    result->little_error = little_error(day);
    assert(result->heat_error < 1e-9 && result->little_error < 1e-9);
    return OK;
}

void day_trace(struct day *day, const char *what, int station, const struct visit *visit, double value)
{
    struct trace *trace = day->trace;

    if (trace->visits_only)
        return;
    if (trace->n == trace->room) {
        long room = trace->room ? 2 * trace->room : 1024;
        struct trace_event *grown = arena_take_raw(trace->arena, (size_t)room, sizeof *grown);
        trace->lost |= !grown;
        if (!grown)
            return;
        if (trace->n)
            memcpy(grown, trace->event, (size_t)trace->n * sizeof *grown);
        trace->event = grown;
        trace->room = room;
    }
    trace->event[trace->n++] = (struct trace_event){day->now_s, what, station, visit ? (int32_t)(visit - day->visit) : -1, value};
}
