/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What always holds, on days of random scenarios: nobody, no cup, no portion, no joule and no fen gets lost.
 * SAMOVAR_LAWS=20000 tries more of them. */
#include "experiment/study.h"
#include "tests/experiment/random_estate.h"
#include "tests/experiment/shrink.h"
#include "tests/models/estate.h"

#include <stdarg.h>

/* A day of a scenario, with what is known of it beside the figures. */
struct lived {
    const struct plan_day *plan;
    const struct day_result *day;
    const struct visit *visit;
    const struct trace *trace;
    bool quiet;                 /* the last step of the series was after everything had happened */
    char broken[256];           /* the law that doesn't hold; "" while all do */
};

static void holds(struct lived *lived, bool true_here, const char *law, ...) __attribute__((format(printf, 3, 4)));
static void holds(struct lived *lived, bool true_here, const char *law, ...)
{
    va_list arguments;

    if (true_here || *lived->broken)
        return;
    va_start(arguments, law);
    vsnprintf(lived->broken, sizeof lived->broken, law, arguments);
    va_end(arguments);
}

static void equal(struct lived *lived, double a, double b, const char *law)
{
    holds(lived, fabs(a - b) <= 1e-9 * (1 + fabs(a) + fabs(b)), "%s: %.12g and %.12g", law, a, b);
}

static const double *row_of(const struct lived *lived, int row)
{
    return lived->day->measure + (size_t)row * MEASURES;
}

static int days_of(const struct lived *lived)
{
    return lived->plan->scenario->campaign.days;
}

static void nobody_is_lost(struct lived *lived)
{
    for (int row = 0; row < plan_rows(lived->plan); row++) {
        const double *m = row_of(lived, row);
        bool of_drink = row >= 1 + lived->plan->n_stations + lived->plan->n_groups; /* who got another one than he wanted */
        equal(lived, of_drink ? 0 : m[M_WANTED], of_drink ? 0 : m[M_UNREACHED] + m[M_SERVED] + m[M_BALKED] + m[M_RENEGED] + m[M_SHORT] + m[M_TURNED_AWAY] + m[M_NO_SHOW], "wanted and how it ended");
        equal(lived, m[M_SERVED], m[M_WARM] + m[M_LUKEWARM] + m[M_SCALD], "served and how warm");
        for (int i = 0; i < MEASURES; i++)
            holds(lived, m[i] >= 0 && m[i] < 1e12, "measure %d of row %d is %g", i, row, m[i]);
    }
    double people = 0;
    for (long i = 0; i < lived->day->visits; i++)
        people += lived->visit[i].cups;
    equal(lived, row_of(lived, 0)[M_WANTED], people / days_of(lived), "wanted and people");
}

/* Persons add up over groups, places over stations. */
static void the_whole_is_the_sum_of_its_parts(struct lived *lived)
{
    const struct plan_day *plan = lived->plan;
    double sum[MEASURES] = {0}, reached[MEASURES] = {0}, drinks[MEASURES] = {0};

    for (int g = 0; g < plan->n_groups; g++)
        for (int m = 0; m < M_PERSON_MEASURES; m++)
            sum[m] += row_of(lived, 1 + plan->n_stations + g)[m];
    for (int s = 0; s < plan->n_stations; s++)
        for (int m = 0; m < MEASURES; m++)
            *(m < M_PERSON_MEASURES ? &reached[m] : &sum[m]) += row_of(lived, 1 + s)[m];
    for (int d = 0; d < plan->n_drinks; d++)
        for (int m = 0; m < MEASURES; m++)
            drinks[m] += row_of(lived, 1 + plan->n_stations + plan->n_groups + d)[m];
    for (int m = M_WANTED; m < M_PERSON_MEASURES; m++)
        equal(lived, row_of(lived, 0)[m], drinks[m], "the whole and its drinks");
    equal(lived, row_of(lived, 0)[M_PORTIONS_USED], drinks[M_PORTIONS_USED], "portions and drinks");
    equal(lived, row_of(lived, 0)[M_PORTIONS_WASTED], drinks[M_PORTIONS_WASTED], "portions wasted and drinks");
    equal(lived, row_of(lived, 0)[M_EXPIRED], drinks[M_EXPIRED], "portions expired and drinks");
    equal(lived, row_of(lived, 0)[M_TOO_OLD], drinks[M_TOO_OLD], "portions too old and drinks");
    for (int i = 0; i < plan->n_runners; i++) {
        double planned_s = person_there_s(&plan->runner[i], plan->opens_s, plan->closes_s);
        sum[M_PLANNED_S] += planned_s;
        sum[M_ABSENT_S] += planned_s;
    }
    sum[M_ABSENT_S] -= row_of(lived, 0)[M_RUNNER_S];
    sum[M_ONE] = 1;
    sum[M_COST] += plan->scenario->costs.goodwill * sum[M_UNREACHED] + lived->day->store_cost;
    sum[M_PORTIONS_WASTED] += lived->day->store_wasted;
    sum[M_EXPIRED] += lived->day->store_expired;
    sum[M_TOO_OLD] += lived->day->store_too_old;
    sum[M_SPILLED] += lived->day->store_too_old;
    holds(lived, lived->day->store_too_old <= lived->day->store_wasted + 1e-9, "more too old than wasted in the store");
    for (int m = 0; m < MEASURES; m++)
        if (m != M_OPEN_S && m != M_LINE_MAX && m != M_RUNNER_BUSY_S && m != M_RUNNER_S)
            equal(lived, row_of(lived, 0)[m], sum[m], "the whole and its parts");
    equal(lived, sum[M_REACHED] + sum[M_NO_SHOW], reached[M_WANTED], "reached and expected at a station");
    for (int m = M_SERVED; m < M_PERSON_MEASURES; m++)
        equal(lived, sum[m], reached[m], "groups and stations");
}

static const struct group *group_of(const struct lived *lived, const struct visit *visit)
{
    return lived->plan->group[lived->plan->stream[visit->stream].group].group;
}

static void visit_is_in_order(struct lived *lived, long i)
{
    const struct visit *visit = &lived->visit[i];
    const struct plan_stream *stream = &lived->plan->stream[visit->stream];
    double lift_s = isnan(group_of(lived, visit)->lift_s) ? 0 : group_of(lived, visit)->lift_s;

    holds(lived, visit->sets_out_s >= lived->plan->opens_s && visit->sets_out_s <= lived->plan->closes_s + lift_s, "visit %ld sets out at %.3f", i, visit->sets_out_s);
    if (visit->station < 0 || visit->outcome == OUT_NO_SHOW)
        return;
    holds(lived, visit->sets_out_s <= visit->arrives_s && visit->arrives_s <= visit->done_s, "visit %ld goes back in time", i);
    double detour_m = visit->walked_m + stream->onward_m[visit->station] - stream->direct_m;
    holds(lived, stream->from < 0 || visit->came_back || detour_m <= visit->tolerance_m + 1e-2, "visit %ld walks %.3f m of %.3f m", i, detour_m, visit->tolerance_m);
    holds(lived, visit->waited_s <= 2 * visit->patience_s * lived->plan->n_stations + 1e-6, "visit %ld waits longer than he would", i);
}

/* Of two who stand in one lane the first who came is served first. */
static bool in_one_lane(const struct visit *a, const struct visit *b)
{
    return a->outcome == OUT_SERVED && b->outcome == OUT_SERVED && a->station == b->station && a->priority == b->priority && a->booking < 0 && b->booking < 0;
}

static void visits_are_in_order(struct lived *lived)
{
    for (long i = 0; i < lived->day->visits; i++) {
        visit_is_in_order(lived, i);
        for (long k = 0; k < i && days_of(lived) == 1; k++) {
            const struct visit *one = &lived->visit[i], *other = &lived->visit[k];
            if (in_one_lane(one, other))
                holds(lived, (other->arrives_s - one->arrives_s) * (other->starts_s - one->starts_s) >= 0, "visits %ld and %ld overtake", k, i);
        }
    }
}

static double last_of(const struct lived *lived, enum channel_kind kind, int station, int index)
{
    for (int c = 0; c < lived->plan->n_channels; c++) {
        const struct plan_channel *channel = &lived->plan->channel[c];
        if (channel->kind == kind && channel->station == station && channel->index == index)
            return (double)lived->day->series[(c + 1) * lived->plan->bins - 1];
    }
    return HUGE_VAL;
}

static double used_of(const struct lived *lived, int station, int drink)
{
    double used = 0;

    for (long i = 0; i < lived->day->visits; i++)
        if (lived->visit[i].outcome == OUT_SERVED && lived->visit[i].station == station && lived->visit[i].drink == drink)
            used += lived->visit[i].cups;
    return used;
}

/* Cups poured ahead that nobody fetched, and what got too old. */
static double spilled_at(const struct lived *lived, int station)
{
    double cups = 0;

    for (long i = 0; i < lived->trace->n; i++)
        if (lived->trace->event[i].station == station && (strcmp(lived->trace->event[i].what, "poured-away") == 0 || strcmp(lived->trace->event[i].what, "too-old") == 0))
            cups += lived->trace->event[i].value;
    return cups / days_of(lived);
}

/* Cups that stand in a station's vessels of a drink in the evening. */
static double in_vessels(struct lived *lived, int station, int drink)
{
    const struct plan_station *plan = &lived->plan->station[station];
    double cups = 0;

    for (int v = plan->first_of_drink[drink]; v < plan->first_of_drink[drink + 1]; v++) {
        double here = last_of(lived, C_LITRES, station, v) * 1e-3 / lived->plan->vessel[v].cup_m3;
        holds(lived, here > -1e-3 && here < lived->plan->vessel[v].cups + 1e-3, "%.3f cups in a vessel of %d", here, lived->plan->vessel[v].cups);
        cups += round(here);
    }
    return cups;
}

/* Portions in = used + left + wasted. */
static void stock_adds_up(struct lived *lived, int station)
{
    const struct plan_station *plan = &lived->plan->station[station];
    double spilled = spilled_at(lived, station), wasted = spilled, taken = 0, gone = row_of(lived, 1 + station)[M_BROUGHT];
    bool all_counted = true;

    for (int d = 0; d < lived->plan->n_drinks; d++) {
        double used = used_of(lived, station, d), kept = in_vessels(lived, station, d), left = last_of(lived, C_PORTIONS, station, d);
        bool counted = plan->portions[d] < HUGE_VAL;
        all_counted &= counted;
        holds(lived, plan->restocked || used <= plan->portions[d], "%g of %g portions used", used, plan->portions[d]);
        holds(lived, !counted || (left >= 0 && kept <= left), "%g of %g portions stand in vessels", kept, left);
        taken += used;
        gone += counted ? plan->portions[d] - left : used;
        wasted += counted && !scenario_drink(lived->plan->scenario, d)->keeps ? left : kept;
    }
    equal(lived, row_of(lived, 1 + station)[M_PORTIONS_WASTED], wasted, "portions wasted");
    if (all_counted)
        equal(lived, gone, taken + spilled, "portions gone, and drunk or spilled");
}

/* The bill, where staff are paid for the whole day and no cup was poured for nobody. */
static void money_adds_up(struct lived *lived, int station)
{
    const struct scenario *scenario = lived->plan->scenario;
    const struct plan_station *plan = &lived->plan->station[station];
    const struct costs *costs = &scenario->costs;
    const double *m = row_of(lived, 1 + station);
    double opens_s = lived->plan->opens_s, closes_s = lived->plan->closes_s, helped_s = shifts_paid_s(&plan->plan->greeter_shift, plan->plan->greeters, opens_s, closes_s);
    helped_s += shifts_paid_s(&plan->plan->desk_shift, plan->plan->desk, opens_s, closes_s);
    double cost = costs->set_up + costs->wage_per_s * (plan->staff * (closes_s - opens_s) + helped_s);

    if (plan->varies || spilled_at(lived, station) > 0)
        return;
    for (int d = 0; d < lived->plan->n_drinks; d++) {
        const struct drink *drink = scenario_drink(scenario, d);
        double poured_away = plan->portions[d] < HUGE_VAL && !drink->keeps ? last_of(lived, C_PORTIONS, station, d) : in_vessels(lived, station, d);
        cost += (used_of(lived, station, d) + poured_away) * drink->cost + poured_away * costs->waste;
    }
    for (int v = plan->first_vessel; v < plan->first_vessel + plan->n_vessels; v++)
        cost += lived->plan->vessel[v].equipment->rent;
    cost += m[M_CUPS_USED] * (costs->cup + costs->lid) + m[M_ENERGY_J] * costs->electricity_per_j + (m[M_WANTED] - m[M_SERVED]) * costs->goodwill;
    equal(lived, m[M_COST], cost, "cost");
}

/* Cars wait elsewhere. */
static bool all_stand(const struct lived *lived)
{
    for (int g = 0; g < lived->plan->n_groups; g++)
        if (lived->plan->group[g].group->mode == CAR)
            return false;
    return true;
}

static void stations_keep_their_books(struct lived *lived)
{
    for (int s = 0; s < lived->plan->n_stations; s++) {
        const struct plan_station *plan = &lived->plan->station[s];
        const double *m = row_of(lived, 1 + s);
        double spilled = spilled_at(lived, s);
        equal(lived, m[M_PORTIONS_USED], m[M_SERVED], "portions used and served");
        holds(lived, m[M_CUPS_USED] + m[M_CUPS_SAVED] >= m[M_SERVED] - 1e-9 && m[M_CUPS_USED] + m[M_CUPS_SAVED] <= m[M_SERVED] + spilled + 1e-9, "%g cups for %g served and %g spilled",
              m[M_CUPS_USED] + m[M_CUPS_SAVED], m[M_SERVED], spilled);
        equal(lived, m[M_SPILLED], spilled, "spilled");
        holds(lived, m[M_EXPIRED] + m[M_SPILLED] <= m[M_PORTIONS_WASTED] + 1e-9, "more expired than wasted");
        holds(lived, m[M_TOO_OLD] <= m[M_SPILLED] + 1e-9, "more too old than spilled");
        holds(lived, m[M_FAILED_S] <= m[M_DOWN_S] + 1e-6 && m[M_DOWN_S] <= m[M_VESSELS_S] + 1e-6, "vessels are down for longer than there");
        holds(lived, plan->restocked || m[M_CUPS_USED] <= plan->cups, "%g of %g cups used", m[M_CUPS_USED], plan->cups);
        holds(lived, m[M_ABSENT_S] <= m[M_PLANNED_S] + 1e-6, "absent for longer than planned");
        holds(lived, m[M_BUSY_S] <= m[M_STAFF_S] * (1 + 1e-12) + 1e-6, "busy for longer than there");
        holds(lived, !all_stand(lived) || m[M_LINE_MAX] <= plan->room, "%g wait where %g can stand", m[M_LINE_MAX], plan->room);
        if (!lived->quiet)
            continue;
        stock_adds_up(lived, s);
        money_adds_up(lived, s);
    }
}

/* What was in store was brought to stations, or is there in the evening and poured away. */
static void the_store_keeps_its_books(struct lived *lived)
{
    const struct plan_day *plan = lived->plan;
    double in_store = 0;

    if (days_of(lived) > 1 || plan->n_runners == 0)
        return;
    for (int d = 0; d < plan->n_drinks; d++) {
        if (scenario_drink(plan->scenario, d)->keeps)
            return;
        in_store += plan->spares[d] < 0 ? plan->store_portions[d] : plan->spares[d] * plan->spare_cups[d];
    }
    if (in_store < HUGE_VAL)
        equal(lived, in_store, row_of(lived, 0)[M_BROUGHT] + lived->day->store_wasted, "in store, and brought or poured away");
}

/* What each part of the score gave adds up to it; nobody gives more than all. */
static void the_score_adds_up(struct lived *lived)
{
    for (int row = 0; row < 1 + lived->plan->n_stations + lived->plan->n_groups; row++) {
        const double *m = row_of(lived, row);
        equal(lived, m[M_SCORE], m[M_SCORE_SERVED] + m[M_SCORE_WAIT] + m[M_SCORE_TEMPERATURE] + m[M_SCORE_GREETING] + m[M_SCORE_CHOICE], "the score and its parts");
        holds(lived, m[M_SCORE] <= 100 * m[M_SERVED] * (1 + 1e-9) + 1e-9, "a score of %g of %g served", m[M_SCORE], m[M_SERVED]);
    }
}

/* Who had booked and who hadn't; time of staff, of helpers, and of nobody. */
static void bookings_and_helpers_add_up(struct lived *lived)
{
    double greeted_s = 0, desk_wait_s = 0;

    for (long i = 0; i < lived->day->visits; i++) {
        const struct visit *visit = &lived->visit[i];
        if (visit->outcome != OUT_SERVED)
            continue;
        greeted_s += (double)visit->greeted_s;
        desk_wait_s += (double)visit->desk_s;
        holds(lived, visit->greeted_s <= visit->waited_s + 1e-3, "visit %ld is greeted for longer than he waits", i);
    }
    for (int row = 0; row < 1 + lived->plan->n_stations + lived->plan->n_groups; row++) {
        const double *m = row_of(lived, row);
        equal(lived, lived->plan->orders ? m[M_BOOKED] + m[M_WALK_INS] : 0, lived->plan->orders ? m[M_SERVED] : 0, "booked or not");
        equal(lived, m[M_BOOKED_WAIT_S] + m[M_WALK_IN_WAIT_S], lived->plan->orders ? m[M_WAIT_S] : 0, "waits of who booked or not");
        holds(lived, m[M_GREETERS_BUSY_S] <= m[M_GREETERS_S] + 1e-6 && m[M_DESK_BUSY_S] <= m[M_DESK_S] + 1e-6, "helpers are busy for longer than there");
        holds(lived, m[M_SERVICE_S] <= m[M_CONTACT_S] * (1 + 1e-6) + 1e-3 && m[M_AT_DESK] <= m[M_CONSULTED], "service without contact");
    }
    equal(lived, row_of(lived, 0)[M_DESK_WAIT_S], desk_wait_s / days_of(lived), "waits at the desk");
    if (lived->quiet && row_of(lived, 0)[M_GREETERS_S] == 0)
        equal(lived, greeted_s, 0, "greeted by nobody");
}

static void time_and_heat_add_up(struct lived *lived)
{
    double waited_s = 0, waits = 0;

    for (long i = 0; i < lived->day->visits; i++)
        waited_s += lived->visit[i].outcome == OUT_SERVED ? lived->visit[i].cups * lived->visit[i].waited_s : 0;
    for (int cell = 0; cell < HISTOGRAM_CELLS; cell++)
        waits += lived->day->waits[cell];
    equal(lived, row_of(lived, 0)[M_WAIT_S], waited_s / days_of(lived), "waits");
    equal(lived, waits / days_of(lived), row_of(lived, 0)[M_SERVED], "waits in the histogram");
    holds(lived, lived->day->heat_error < 1e-9, "heat is off by %g", lived->day->heat_error);
    holds(lived, lived->day->little_error < 1e-9, "Little is off by %g", lived->day->little_error);
}

/* A day of one kind; what doesn't hold is in lived->broken. */
static void try_day(struct lived *lived, struct estate *estate, uint32_t replication)
{
    double last_s = 0;

    estate_day(estate, 77, replication);
    *lived = (struct lived){.plan = &estate->plan, .day = &estate->day, .visit = estate->trace.visit, .trace = &estate->trace};
    for (long i = 0; i < estate->trace.n; i++) /* what is left over on a tray may stand there for long */
        if (strcmp(estate->trace.event[i].what, "poured-away") != 0)
            last_s = estate->trace.event[i].time_s;
    lived->quiet = days_of(lived) == 1 && last_s < estate->plan.opens_s + estate->plan.bins * estate->plan.bin_s;
    nobody_is_lost(lived);
    the_whole_is_the_sum_of_its_parts(lived);
    visits_are_in_order(lived);
    stations_keep_their_books(lived);
    the_store_keeps_its_books(lived);
    time_and_heat_add_up(lived);
    the_score_adds_up(lived);
    bookings_and_helpers_add_up(lived);
}

/* What came up in all cases, so that no law holds for want of anything to hold for. */
struct seen {
    double outcome[OUT_PENDING], lukewarm, scald, wasted, quiet, booked, greeted, desk_wait_s, answers, brought, trips, campaigns, too_old, old_spares, expired, absent_s, days_without_runner;
};

static void note(struct seen *seen, const struct lived *lived)
{
    for (long i = 0; i < lived->day->visits; i++)
        seen->outcome[lived->visit[i].outcome]++;
    seen->lukewarm += row_of(lived, 0)[M_LUKEWARM];
    seen->scald += row_of(lived, 0)[M_SCALD];
    seen->wasted += row_of(lived, 0)[M_PORTIONS_WASTED];
    seen->quiet += lived->quiet;
    seen->booked += row_of(lived, 0)[M_BOOKED];
    seen->greeted += row_of(lived, 0)[M_GREETERS_BUSY_S];
    seen->desk_wait_s += row_of(lived, 0)[M_DESK_WAIT_S];
    seen->answers += row_of(lived, 0)[M_FEEDBACK];
    seen->brought += row_of(lived, 0)[M_BROUGHT];
    seen->trips += row_of(lived, 0)[M_TRIPS];
    seen->campaigns += days_of(lived) > 1;
    seen->absent_s += row_of(lived, 0)[M_ABSENT_S];
    seen->days_without_runner += lived->plan->n_runners > 0 && row_of(lived, 0)[M_RUNNER_S] == 0;
    seen->expired += row_of(lived, 0)[M_EXPIRED];
    seen->old_spares += lived->day->store_too_old;
    for (long i = 0; i < lived->trace->n; i++)
        seen->too_old += strcmp(lived->trace->event[i].what, "too-old") == 0;
}

/* For a text that may be refused. */
static bool is_accepted(const char *yaml, struct estate *estate, struct study *study)
{
    static const struct reader_options plainly = {0};
    char path[32];

    estate_write(yaml, path);
    enum status status = reader_open(path, &plainly, &estate->reader);
    unlink(path);
    if (status == OK && reader_faults(estate->reader) == 0)
        status = scenario_bind(estate->reader, &estate->scenario);
    if (status == OK && reader_faults(estate->reader) == 0)
        status = study_open(estate->reader, &estate->scenario, 0, study);
    return status == OK && reader_faults(estate->reader) == 0;
}

static bool breaks_the_same_law(void *law, const char *yaml)
{
    struct estate estate = {0};
    struct study study;
    struct lived lived = {0};
    bool accepted = is_accepted(yaml, &estate, &study);

    if (accepted) {
        estate.plan = study.kind[0].plan;
        estate_rows(&estate);
    }
    for (int day = 0; accepted && !*lived.broken && day < 2 * study.n_kinds; day++) {
        estate.plan = study.kind[day % study.n_kinds].plan;
        try_day(&lived, &estate, (uint32_t)day);
    }
    estate_close(&estate);
    return *lived.broken && shrink_same(lived.broken, law);
}

/* Shows the smallest scenario that breaks the law, and leaves it where a run can take it up. */
static void fail_small(uint32_t number, struct text *yaml, char *law)
{
    char path[64];

    shrink(yaml, breaks_the_same_law, law);
    snprintf(path, sizeof path, "build/broken-law-%u.yaml", number);
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "# %s\n%s", law, text_c(yaml));
        fclose(file);
    }
    fprintf(stderr, "%s\n%s, in this scenario (%s)\n", text_c(yaml), law, path);
    fail();
}

static void try_case(uint32_t number, struct seen *seen)
{
    struct text yaml = random_estate(number);
    struct estate estate = {0};
    struct study study;
    struct lived lived;

    assert_int_equal(text_status(&yaml), OK);
    estate_read(text_c(&yaml), &estate.reader, &estate.scenario);
    assert_int_equal(study_open(estate.reader, &estate.scenario, 0, &study), OK);
    assert_int_equal(reader_faults(estate.reader), 0);
    estate.plan = study.kind[0].plan;
    estate_rows(&estate);
    for (int day = 0; day < 2 * study.n_kinds; day++) {
        estate.plan = study.kind[day % study.n_kinds].plan;
        try_day(&lived, &estate, (uint32_t)day);
        if (*lived.broken)
            fail_small(number, &yaml, lived.broken);
        note(seen, &lived);
    }
    estate_close(&estate);
    text_free(&yaml);
}

static uint32_t asked(const char *name, uint32_t otherwise)
{
    const char *wanted = getenv(name);
    return wanted ? (uint32_t)atoi(wanted) : otherwise;
}

static void the_laws_hold_in_every_random_scenario(void **unused)
{
    uint32_t first = asked("SAMOVAR_LAWS_FROM", 0), cases = asked("SAMOVAR_LAWS", 200);
    struct seen seen = {0};

    (void)unused;
    for (uint32_t number = first; number < first + cases; number++)
        try_case(number, &seen);
    for (int outcome = OUT_UNREACHED; outcome <= OUT_NO_SHOW; outcome++)
        assert_true(seen.outcome[outcome] > cases);
    assert_true(seen.lukewarm > cases && seen.scald > cases && seen.wasted > cases && seen.quiet > cases);
    assert_true(seen.booked > cases && seen.greeted > cases && seen.desk_wait_s > cases && seen.answers > cases);
    assert_true(seen.brought > cases && seen.trips > cases && seen.too_old > cases && seen.campaigns > cases / 10 && seen.expired > cases / 10);
    assert_true(seen.old_spares > cases / 10);
    assert_true(seen.absent_s > cases && seen.days_without_runner > cases / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_laws_hold_in_every_random_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
