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

/* Persons are added up by group, station and drink at once: who got it with what he got, else with what he asked for. The
 * sums over each follow at the end. */
struct counting {
    const struct day *day;
    double (*row)[M_PERSON_MEASURES]; /* [groups][1 + stations][drinks], 0 for those whom no station reached */
    double point;               /* of the planning score: what a weight of one is worth */
};

/* 100 points are shared among the weights; see kpi.h. */
static double point_of(const struct satisfaction *w)
{
    double whole = w->served + w->wait + w->temperature + w->choice + w->greeting;
    return whole > 0 ? 100 / whole : 0;
}

static double *measures(const struct day *day, int row)
{
    return day->result->measure + (size_t)row * MEASURES;
}

double *day_drink_row(const struct day *day, int drink)
{
    return measures(day, 1 + day->plan->n_stations + day->plan->n_groups + drink);
}

static enum measure warmth(const struct day *day, const struct visit *visit)
{
    const struct band *serve_c = &scenario_drink(day->plan->scenario, visit->drink)->serve_c;
    if ((double)visit->cup_c < serve_c->low)
        return M_LUKEWARM;
    return (double)visit->cup_c > serve_c->high ? M_SCALD : M_WARM; /* without a vessel: warm */
}

/* What one resident adds to a row. */
struct person {
    enum measure outcome, warmth;
    bool reached, served;
    double people;
    double detour_m, late_s, wait_s, contact_s, service_s;
    double quick, met;          /* how much of a short wait, and of time with staff: 0 to 1 */
    bool within, cup_saved, substituted;
};

/* Time with a greeter in line, at the second desk and for an answer is contact, but no work of those who serve. */
static void time_contact(const struct day *day, const struct visit *visit, struct person *person)
{
    double beside_s = 0;

    if (visit->at_desk)
        beside_s += desk_consult_s(day, visit);
    if (visit->answers)
        beside_s += day->plan->group[day->plan->stream[visit->stream].group].group->feedback.takes_s;
    person->service_s = fmax(0, visit->done_s - visit->starts_s - (double)visit->desk_s - beside_s);
    person->contact_s = person->service_s + beside_s + (double)visit->greeted_s;
}

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
        person.contact_s = person.service_s = visit->done_s - visit->starts_s;
        if (day->plan->desks || visit->answers || visit->greeted_s > 0)
            time_contact(day, visit, &person);
        person.quick = fmax(0, 1 - visit->waited_s / day->plan->scenario->satisfaction.wait_limit_s);
        person.met = fmin(1, person.contact_s / day->plan->scenario->satisfaction.enough_s);
        person.cup_saved = visit->own_cup;
        person.substituted = visit->drink != visit->first_drink;
    }
    return person;
}

static void add_wish(double row[], const struct person *person)
{
    double people = person->people;

    row[M_WANTED] += people;
    row[person->outcome] += people * !person->served;
    row[M_REACHED] += people * person->reached;
    row[M_DETOUR_M] += people * person->detour_m;
    row[M_LATE_S] += people * person->late_s;
    row[M_SUBSTITUTED] += people * person->substituted;
}

static void add_cup(const struct counting *counting, double row[], const struct person *person)
{
    const struct satisfaction *weight = &counting->day->plan->scenario->satisfaction;
    double people = person->people;

    if (!person->served)
        return;
    row[M_SERVED] += people;
    row[person->warmth] += people;
    row[M_WAIT_S] += people * person->wait_s;
    row[M_WITHIN] += people * person->within;
    row[M_CONTACT_S] += person->contact_s; /* one contact for all */
    row[M_SERVICE_S] += person->service_s;
    row[M_SCORE_WAIT] += people * person->quick * weight->wait * counting->point;
    row[M_SCORE_CHOICE] += person->substituted ? 0 : people * weight->choice * counting->point;
    row[M_SCORE_GREETING] += people * person->met * weight->greeting * counting->point;
    row[M_CUPS_SAVED] += people * person->cup_saved;
}

/* Of those served: who had booked, who asked, who answered. One asks and one answers of all who come together. */
static void add_habits(const struct day *day, double row[], const struct visit *visit)
{
    bool booked = visit->booking >= 0, desk = visit->at_desk;

    if (day->plan->orders) {
        row[booked ? M_BOOKED : M_WALK_INS] += visit->cups;
        row[booked ? M_BOOKED_WAIT_S : M_WALK_IN_WAIT_S] += visit->cups * visit->waited_s;
    }
    row[M_CONSULTED] += visit->asks;
    row[M_FEEDBACK] += visit->answers;
    row[M_AT_DESK] += desk;
    row[M_DESK_WAIT_S] += desk ? (double)visit->desk_s : 0;
}

/* Who came a second time: by what he asked for, and got then. */
static void add_second_try(double asked[], double got[], const struct visit *visit)
{
    asked[M_CAME_BACK] += visit->cups;
    if (visit->outcome == OUT_SERVED)
        got[M_CAME_BACK_SERVED] += visit->cups;
}

static void count_visit(const struct counting *counting, const struct visit *visit)
{
    const struct day *day = counting->day;
    struct person person = person_of(day, visit);
    int place = day->plan->stream[visit->stream].group * (1 + day->plan->n_stations) + 1 + visit->station;
    double(*row)[M_PERSON_MEASURES] = counting->row + place * day->plan->n_drinks;

    add_wish(row[visit->first_drink], &person);
    add_cup(counting, row[visit->drink], &person);
    if (visit->came_back)
        add_second_try(row[visit->first_drink], row[visit->drink], visit);
    if (person.served && (day->plan->orders || visit->asks || visit->answers))
        add_habits(day, row[visit->drink], visit);
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

/* Of one group at one place: over its drinks, and each of them to its own row. */
static void add_place(const struct counting *counting, int group, int station, double (*row)[M_PERSON_MEASURES])
{
    const struct day *day = counting->day;
    double all[M_PERSON_MEASURES] = {0};

    for (int d = 0; d < day->plan->n_drinks; d++) {
        if (row[d][M_WANTED] == 0 && row[d][M_SERVED] == 0)
            continue;
        add_row(all, row[d]);
        add_row(day_drink_row(day, d), row[d]);
    }
    add_row(measures(day, 0), all);
    add_row(measures(day, 1 + day->plan->n_stations + group), all);
    if (station)
        add_row(measures(day, station), all);
}

static enum status count_residents(const struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct counting counting = {day, NULL, point_of(&plan->scenario->satisfaction)};

    TAKE(day->arena, counting.row, plan->n_groups * (1 + plan->n_stations) * plan->n_drinks);
    count_visits(&counting);
    for (int g = 0; g < plan->n_groups; g++)
        for (int s = 0; s <= plan->n_stations; s++)
            add_place(&counting, g, s, counting.row + (g * (1 + plan->n_stations) + s) * plan->n_drinks);
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
        wasted = day->station[s].portions_in[drink] - day->station[s].portions_used[drink];
    return wasted;
}

/* How long vessels were there, and how long they were of no use or got no warmer. */
static void count_trouble(const struct day *day, int s, double row[], double open_s)
{
    const struct plan_station *plan = &day->plan->station[s];

    row[M_VESSELS_S] += plan->n_vessels * open_s;
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++) {
        row[M_DOWN_S] += trouble_lasted_s(day, day->vessel[v].down_from_s, day->vessel[v].down_s);
        row[M_FAILED_S] += trouble_lasted_s(day, day->vessel[v].failed_from_s, day->vessel[v].failed_s);
    }
}

static void count_stock(const struct day *day, int s, double row[])
{
    const struct costs *costs = &day->plan->scenario->costs;

    for (int d = 0; d < day->plan->n_drinks; d++) {
        double spilled = day->station[s].spilled[d], used = day->station[s].portions_used[d] - spilled, wasted = portions_wasted(day, s, d) + spilled;
        double *drink = day_drink_row(day, d);
        double too_old = day->plan->holds ? day->station[s].too_old[d] : 0, expired = day->plan->expires ? day->station[s].expired[d] : 0;
        wasted += expired;
        row[M_EXPIRED] += expired;
        drink[M_EXPIRED] += expired;
        row[M_SPILLED] += spilled;
        row[M_TOO_OLD] += too_old;
        drink[M_TOO_OLD] += too_old;
        row[M_PORTIONS_USED] += used;
        row[M_PORTIONS_WASTED] += wasted;
        drink[M_PORTIONS_USED] += used;
        drink[M_PORTIONS_WASTED] += wasted;
        row[M_COST] += (used + wasted) * scenario_drink(day->plan->scenario, d)->cost + wasted * costs->waste;
    }
    row[M_CUPS_USED] += day->station[s].cups_used;
    row[M_COST] += day->station[s].cups_used * (costs->cup + costs->lid);
}

/* Seconds of those who came, or of those who didn't. */
static double sum_s(const struct plan_person person[], const bool absent[], bool away, int n, double from_s, double until_s)
{
    double sum = 0;

    for (int i = 0; i < n; i++)
        sum += absent[i] == away ? person_there_s(&person[i], from_s, until_s) : 0;
    return sum;
}

static void count_absence(const struct plan_day *plan, double row[], const struct plan_person person[], const bool absent[], int n)
{
    double away_s = sum_s(person, absent, true, n, plan->counted_from_s, plan->closes_s);

    row[M_ABSENT_S] += away_s;
    row[M_PLANNED_S] += away_s + sum_s(person, absent, false, n, plan->counted_from_s, plan->closes_s);
}

/* Greeters and those at the desk are there and paid all day, or for their shifts, unless absent. */
static void count_helpers(const struct day *day, int s, double row[])
{
    const struct plan_day *plan = day->plan;
    const struct plan_station *station = &plan->station[s];
    const bool *greeter_absent = day->station[s].greeter_absent, *desk_absent = day->station[s].desk_absent;

    row[M_GREETERS_S] += sum_s(station->greeter, greeter_absent, false, station->n_greeters, plan->counted_from_s, plan->closes_s);
    row[M_DESK_S] += sum_s(station->desk, desk_absent, false, station->n_desk, plan->counted_from_s, plan->closes_s);
    count_absence(plan, row, station->greeter, greeter_absent, station->n_greeters);
    count_absence(plan, row, station->desk, desk_absent, station->n_desk);
    row[M_GREETERS_BUSY_S] += fmax(0, day->station[s].greeters_busy_s);
    row[M_DESK_BUSY_S] += day->station[s].desk_busy_s;
    row[M_COST] += plan->scenario->costs.wage_per_s
                   * (sum_s(station->greeter, greeter_absent, false, station->n_greeters, plan->opens_s, plan->closes_s)
                      + sum_s(station->desk, desk_absent, false, station->n_desk, plan->opens_s, plan->closes_s));
}

static void count_station(const struct day *day, int s)
{
    const struct plan_day *plan = day->plan;
    const struct line_station *station = &day->station[s];
    const struct costs *costs = &plan->scenario->costs;
    double *row = measures(day, 1 + s);
    bool varies = plan->station[s].varies;
    double open_s = plan->closes_s - plan->counted_from_s, energy_j = vessels_energy_j(day, s);

    row[M_ONE] += 1;
    row[M_OPEN_S] += open_s;
    row[M_LINE_S] += station->closed_line - station->counted_line;
    row[M_BUSY_S] += station->closed_busy - station->counted_busy;
    row[M_STAFF_S] += varies ? station->closed_here - station->counted_here : open_s * station->staff;
    row[M_LINE_MAX] += station->longest;
    row[M_ENERGY_J] += energy_j;
    row[M_TRIPS] += station->trips;
    row[M_DELIVERIES] += station->deliveries;
    row[M_BROUGHT] += station->brought;
    row[M_COST] += costs->set_up + vessels_rent(day, s) + costs->electricity_per_j * energy_j
                   + (varies ? costs->wage_per_s * station->paid_s : costs->wage_per_s * station->staff * (plan->closes_s - plan->opens_s));
    if (varies)
        count_absence(plan, row, plan->station[s].person, station->absent, plan->station[s].n_persons);
    else
        row[M_PLANNED_S] += open_s * station->staff;
    if (plan->station[s].n_greeters + plan->station[s].n_desk > 0)
        count_helpers(day, s, row);
    count_trouble(day, s, row, open_s);
    count_stock(day, s, row);
}

/* What isn't the sum over stations. */
static void count_whole(const struct day *day)
{
    const struct plan_day *plan = day->plan;
    double *whole = measures(day, 0), longest = 0;

    for (int i = 1 + plan->n_stations; i < plan_rows(plan); i++)
        measures(day, i)[M_ONE] += 1;
    for (int s = 0; s < plan->n_stations; s++)
        longest = fmax(longest, day->station[s].longest);
    whole[M_ONE] += 1;
    whole[M_OPEN_S] += plan->closes_s - plan->counted_from_s;
    whole[M_LINE_MAX] += longest;
    whole[M_RUNNER_BUSY_S] += day->supply.busy_s;
    whole[M_RUNNER_S] += sum_s(plan->runner, day->supply.absent, false, plan->n_runners, plan->opens_s, plan->closes_s);
    count_absence(plan, whole, plan->runner, day->supply.absent, plan->n_runners);
}

/* A campaign's figures are means a day; series are added up day by day, but for those that keep the least or the most. */
static void mean_of_days(struct day_result *result, const struct plan_day *plan, int days)
{
    if (days == 1)
        return;
    for (int i = 0; i < plan_measures(plan); i++)
        result->measure[i] /= days;
    for (int i = 0; i < plan_series(plan); i++) {
        enum channel_kind kind = plan->channel[i / plan->bins].kind;
        if (channel_has_mean(kind))
            result->series[i] /= (float)days;
    }
    result->air_c /= days;
    result->store_cost /= days;
    result->store_expired /= days;
    result->store_too_old /= days;
    result->store_wasted /= days;
}

/* What follows from numbers of people: a drink at all, a warm one. */
static void score_row(const struct satisfaction *weight, double row[])
{
    double point = point_of(weight);

    row[M_SCORE_SERVED] = point * weight->served * row[M_SERVED];
    row[M_SCORE_TEMPERATURE] = point * weight->temperature * row[M_WARM];
    row[M_SCORE] = row[M_SCORE_SERVED] + row[M_SCORE_WAIT] + row[M_SCORE_TEMPERATURE] + row[M_SCORE_GREETING] + row[M_SCORE_CHOICE];
}

void day_sum_up(struct day_result *result, const struct plan_day *plan, int days)
{
    double *whole = result->measure, goodwill = plan->scenario->costs.goodwill;

    for (int i = 0; i < plan_rows(plan); i++)
        score_row(&plan->scenario->satisfaction, result->measure + (size_t)i * MEASURES);

    for (int s = 0; s < plan->n_stations; s++) {
        double *row = result->measure + (size_t)(1 + s) * MEASURES;
        row[M_COST] += goodwill * (row[M_WANTED] - row[M_SERVED]);
        for (int m = M_LINE_S; m < MEASURES; m++)
            whole[m] += m == M_OPEN_S || m == M_LINE_MAX ? 0 : row[m];
    }
    whole[M_COST] += goodwill * whole[M_UNREACHED] + result->store_cost;
    whole[M_PORTIONS_WASTED] += result->store_wasted;
    whole[M_EXPIRED] += result->store_expired;
    whole[M_TOO_OLD] += result->store_too_old;
    whole[M_SPILLED] += result->store_too_old;
    mean_of_days(result, plan, days);
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

void day_clear(struct day_result *result, const struct plan_day *plan)
{
    memset(result->measure, 0, (size_t)plan_measures(plan) * sizeof *result->measure);
    memset(result->waits, 0, HISTOGRAM_CELLS * sizeof *result->waits);
    memset(result->series, 0, (size_t)plan_series(plan) * sizeof *result->series);
    result->air_c = result->heat_error = result->little_error = result->store_cost = result->store_wasted = result->store_expired = result->store_too_old = 0;
    result->visits = result->events = 0;
}

enum status day_count(struct day *day)
{
    struct day_result *result = day->result;

    TRY(count_residents(day));
    if (day->plan->n_runners)
        supply_comes_home(day);
    if (day->plan->expires)
        expiry_evening(day);
    for (int s = 0; s < day->plan->n_stations; s++)
        count_station(day, s);
    count_whole(day);
    if (day->plan->n_runners)
        supply_count(day);
    result->air_c += day->air_c;
    result->visits += day->n_visits;
    result->events += day->events;
    result->heat_error = fmax(result->heat_error, heat_error(day));
    result->little_error = fmax(result->little_error, little_error(day));
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
    double midnight_s = day->carried ? 86400.0 * day->carried->day : 0;
    trace->event[trace->n++] = (struct trace_event){midnight_s + day->now_s, what, station, visit ? trace->n_visits + (int32_t)(visit - day->visit) : -1, value};
}
