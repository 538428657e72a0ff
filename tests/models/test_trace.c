/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/models/estate.h"

/* The traced day tells what the figures say. */

/* Two stations on one street, short of everything, so that every kind of thing happens. */
static const char busy[] =
    TOP "wait-target: 30 s\n"
        "site: {nodes: {home: {x: 0 m, y: 0 m}, a: {x: 60 m, y: 0 m, standing-room: 4}, b: {x: 150 m, y: 0 m, standing-room: 3}}, paths: [[home, a], [a, b]]}\n"
        "residents: {all: {from: home, to: b, count: 900, departs: [{peak: 07:20, spread: 10 min}], uptake: 60 %, speed: 'lognormal(mean 1.3 m/s, cv 0.2)',\n"
        "  balk: 'uniform(0, 9)', patience: exponential(mean 3 min), drinks: {tea: 70 %, milk: 30 %}, substitute: 50 %, own-cup: 20 %}}\n"
        "drinks: {tea: {cup: 250 ml}, milk: {cup: 200 ml}}\n"
        "equipment: {urn: {kind: heated, volume: 8 L, power: 3 kW, setpoint: 70 °C, refill: {below: 3 L, takes: 60 s, water: 20 °C}}}\n"
        "service: {greet: 'lognormal(mean 8 s, cv 0.5)', hand-over: 6 s}\n"
        "layouts: {one: {a: {staff: 1, vessels: {tea: urn}, portions: {tea: 60, milk: 25}, cups: 70}, b: {staff: 1, portions: {tea: 50}}}}\n";

struct story {
    int arrives, joins, serve, poured, end;
    double last_s, waiting_since_s, waited_s, served_s;
    enum outcome outcome;
};

static long count_of(const struct trace *trace, const char *what)
{
    long n = 0;

    for (long i = 0; i < trace->n; i++)
        n += strcmp(trace->event[i].what, what) == 0;
    return n;
}

static void every_end_in_the_trace_is_counted_once(void **unused)
{
    static const struct {
        const char *what;
        enum measure measure;
    } row[] = {{"served", M_SERVED}, {"balks", M_BALKED}, {"reneges", M_RENEGED}, {"turned-away", M_TURNED_AWAY}, {"short", M_SHORT}};
    struct estate estate;

    (void)unused;
    estate_live(&estate, busy);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
        assert_true(estate_whole(&estate, row[i].measure) > 0);
        expect_near((double)count_of(&estate.trace, row[i].what), estate_whole(&estate, row[i].measure), 0);
    }
    assert_true(count_of(&estate.trace, "refill") > 0);
    assert_true(count_of(&estate.trace, "walks-on") > 0);
    assert_int_equal(count_of(&estate.trace, "arrives"), estate.day.visits + count_of(&estate.trace, "walks-on"));
    estate_close(&estate);
}

static enum outcome outcome_of(const char *what)
{
    static const char *const words[] = {[OUT_SERVED] = "served", [OUT_BALKED] = "balks", [OUT_RENEGED] = "reneges",
                                        [OUT_SHORT] = "short", [OUT_TURNED_AWAY] = "turned-away"};
    for (int i = OUT_SERVED; i <= OUT_TURNED_AWAY; i++)
        if (strcmp(words[i], what) == 0)
            return (enum outcome)i;
    return OUT_PENDING;
}

/* One event of one resident: what it must follow, and what it makes of his story. */
static void tell(struct story *story, const struct trace_event *event)
{
    assert_true(event->time_s >= story->last_s && !story->end);
    story->last_s = event->time_s;
    if (strcmp(event->what, "arrives") == 0) {
        assert_int_equal(story->joins, 0);
        story->arrives++;
        story->waiting_since_s = event->time_s;
    } else if (strcmp(event->what, "joins") == 0) {
        assert_true(story->arrives > 0 && story->serve == 0);
        story->joins++;
    } else if (strcmp(event->what, "walks-on") == 0) {
        story->waited_s += event->time_s - story->waiting_since_s;
        story->joins = 0;
    } else if (strcmp(event->what, "serve") == 0) {
        assert_int_equal(story->serve++, 0);
        story->waited_s += event->time_s - story->waiting_since_s;
        story->served_s = event->time_s;
        expect_moment(event->value, story->waited_s);
    } else if (strcmp(event->what, "pour") == 0) {
        assert_int_equal(story->serve, 1);
        assert_int_equal(story->poured++, 0);
    } else {
        story->outcome = outcome_of(event->what);
        assert_int_not_equal(story->outcome, OUT_PENDING);
        assert_int_equal(story->serve, story->outcome == OUT_SERVED);
        story->end++;
    }
}

static void every_resident_s_story_is_in_order_and_matches_his_visit(void **unused)
{
    struct estate estate;
    double last_s = 0;

    (void)unused;
    estate_live(&estate, busy);
    struct story *story = arena_take(&estate.notes, (size_t)estate.day.visits, sizeof *story);
    for (long i = 0; i < estate.trace.n; i++) {
        const struct trace_event *event = &estate.trace.event[i];
        assert_true(event->time_s >= last_s || strcmp(event->what, "refill") == 0);
        last_s = event->time_s;
        if (event->visit >= 0)
            tell(&story[event->visit], event);
    }
    for (long i = 0; i < estate.day.visits; i++) {
        const struct visit *visit = &estate.trace.visit[i];
        assert_int_equal(story[i].outcome, visit->outcome);
        expect_moment(story[i].last_s, visit->done_s);
        if (visit->outcome == OUT_SERVED) {
            expect_moment(story[i].waited_s, visit->waited_s);
            expect_moment(story[i].served_s, visit->starts_s);
        }
    }
    estate_close(&estate);
}

/* Whoever looks on sees the day unchanged. */
static void a_traced_day_has_the_same_figures(void **unused)
{
    struct estate estate;

    (void)unused;
    estate_live(&estate, busy);
    size_t n = (size_t)plan_measures(&estate.plan);
    double *traced = arena_take(&estate.notes, n, sizeof *traced);
    memcpy(traced, estate.day.measure, n * sizeof *traced);
    estate_count(&estate, 1, 0);
    assert_memory_equal(traced, estate.day.measure, n * sizeof *traced);
    estate_close(&estate);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_end_in_the_trace_is_counted_once),
        cmocka_unit_test(every_resident_s_story_is_in_order_and_matches_his_visit),
        cmocka_unit_test(a_traced_day_has_the_same_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
