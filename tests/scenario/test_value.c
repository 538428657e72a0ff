/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

#include <math.h>

static struct reader *read_well(const char *yaml, struct sample *sample)
{
    struct reader *reader = sample_read(yaml, sample);
    char *faults = sample_faults(reader);

    assert_string_equal(faults, "");
    free(faults);
    return reader;
}

static void what_is_left_out_has_its_fallback_or_is_absent(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("{}", &s);

    (void)unused;
    assert_string_equal(s.title, "untitled");
    expect_near(s.air_c, 5, 0);
    expect_near(s.wage, 30.0 / 3600, 1e-15);
    expect_near(s.start_s, 6.5 * 3600, 0);
    expect_near(s.uptake, 0.35, 0);
    expect_near(s.serve.low, 55, 0);
    expect_near(s.serve.high, 70, 0);
    expect_near(s.stations.high, 3, 0);
    expect_near(s.store.volume_m3, 0.02, 0);
    assert_true(isnan(s.length_m) && isnan(s.hours.low));
    assert_int_equal(s.count, -1);
    assert_int_equal(s.mode, 0);
    assert_true(s.open);
    assert_int_equal(s.service.family, DIST_NONE);
    assert_int_equal(s.stops.n + s.crews.n + s.loose.n + s.cups.n + s.rate.n, 0);
    reader_free(reader);
}

static void every_unit_lands_in_si(void **unused)
{
    static const struct {
        const char *yaml;
        double want;
    } rows[] = {
        {"length: 40 m", 40},         {"length: 1.3km", 1300},     {"length: .5 km", 500},
        {"air: -4 °C", -4},           {"air: 4C", 4},              {"air: 4.5 ℃", 4.5},
        {"air: \"−3 °C\"", -3},       {"wage: 36 CNY/h", 0.01},    {"wage: ¥36/h", 0.01},
        {"wage: 36元/h", 0.01},       {"wage: ￥ 36 / h", 0.01},    {"wage: 36 CNY / h", 0.01},
        {"uptake: 35 %", 0.35},       {"uptake: 35%", 0.35},       {"uptake: 7％", 0.07},
        {"start: 7:45", 27900},       {"start: 07:45:30", 27930},  {"start: 24:00", 86400},
        {"store: {volume: 2500 ml}", 2.5e-3},                       {"store: {volume: 20L}", 0.02},
        {"store: {power: 3 kW}", 3000},                            {"store: {power: 1e3 W}", 1000},
    };
    struct sample s;

    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reader *reader = read_well(rows[i].yaml, &s);
        const double *landed = strncmp(rows[i].yaml, "length", 6) == 0 ? &s.length_m
                               : strncmp(rows[i].yaml, "air", 3) == 0  ? &s.air_c
                               : strncmp(rows[i].yaml, "wage", 4) == 0 ? &s.wage
                               : strncmp(rows[i].yaml, "upt", 3) == 0  ? &s.uptake
                               : strncmp(rows[i].yaml, "start", 5) == 0 ? &s.start_s
                               : strstr(rows[i].yaml, "volume")         ? &s.store.volume_m3
                                                                        : &s.store.power_w;
        assert_true(*landed == rows[i].want);
        reader_free(reader);
    }
}

static void typed_fields_are_not_mistaken_for_others(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("title: no\nopen: off\nmode: car\ncount: 1e3\n"
                                      "stops: {no: {}, 07:30: {}, 1e3: {x: 1 m}}\n"
                                      "crews: {null-one: {people: 900 people, visits: [07:30, 1e3]}}\n",
                                      &s);
    const struct stop *stop = s.stops.item;
    const struct crew *crew = s.crews.item;

    (void)unused;
    assert_string_equal(s.title, "no");
    assert_false(s.open);
    assert_int_equal(s.mode, 2);
    assert_int_equal(s.count, 1000);
    assert_int_equal(s.stops.n, 3);
    assert_string_equal(stop[1].name, "07:30");
    expect_near(stop[2].x_m, 1, 0);
    assert_int_equal(crew->people, 900);
    assert_int_equal(crew->visits.n, 2);
    assert_int_equal(crew->visits.item[0].index, 1);
    assert_int_equal(crew->visits.item[1].index, 2);
    reader_free(reader);
}

static void bands_take_one_unit_for_both_ends(void **unused)
{
    static const struct {
        const char *yaml;
        double low, high;
    } rows[] = {
        {"serve: 55 - 70 °C", 55, 70},   {"serve: 55 °C - 70 °C", 55, 70}, {"serve: 55-70℃", 55, 70},
        {"serve: 55 – 70 °C", 55, 70},   {"serve: 60 °C", 60, 60},         {"serve: 1..2 C", 1, 2},
        {"stations: 1..3", 1, 3},        {"stations: 1-3", 1, 3},          {"stations: 2", 2, 2},
        {"hours: 06:30 - 09:00", 23400, 32400},                           {"hours: 6:30-09:00:30", 23400, 32430},
    };
    struct sample s;

    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reader *reader = read_well(rows[i].yaml, &s);
        const struct band *band = rows[i].yaml[1] == 'e' ? &s.serve : rows[i].yaml[0] == 'h' ? &s.hours
                                                                                            : &s.stations;
        assert_true(band->low == rows[i].low && band->high == rows[i].high);
        reader_free(reader);
    }
}

static void distributions_take_names_places_and_one_unit_for_all(void **unused)
{
    static const struct {
        const char *text;
        enum family family;
        double parameter[3];
    } rows[] = {
        {"lognormal(mean 25 s, cv 0.5)", DIST_LOGNORMAL, {25, 0.5}},
        {"lognormal(cv 0.5, mean 25 s)", DIST_LOGNORMAL, {25, 0.5}},
        {"lognormal(25, 0.5) s", DIST_LOGNORMAL, {25, 0.5}},
        {"lognormal(mean=1, cv=.5) min", DIST_LOGNORMAL, {60, 0.5}},
        {"gamma (3 min, 1.5)", DIST_GAMMA, {180, 1.5}},
        {"exponential(mean 3 min)", DIST_EXPONENTIAL, {180}},
        {"weibull(4 min, 2)", DIST_WEIBULL, {240, 2}},
        {"erlang(mean 2 min, k 3)", DIST_ERLANG, {120, 3}},
        {"normal(mean 60 s, sd 0.1 min)", DIST_NORMAL, {60, 6}},
        {"triangular(1, 2, 3) min", DIST_TRIANGULAR, {60, 120, 180}},
        {"uniform(10 s, high 1 min)", DIST_UNIFORM, {10, 60}},
        {"constant(40 s)", DIST_CONSTANT, {40}},
        {"40 s", DIST_CONSTANT, {40}},
    };
    struct sample s;
    char yaml[96];

    (void)unused;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        snprintf(yaml, sizeof yaml, "service: \"%s\"", rows[i].text);
        struct reader *reader = read_well(yaml, &s);
        assert_int_equal(s.service.family, rows[i].family);
        for (int k = 0; k < 3; k++)
            assert_true(s.service.parameter[k] == rows[i].parameter[k]);
        reader_free(reader);
    }
}

static void discrete_points_are_sorted(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("service: 'discrete(3: 10 %, 1: 70 %, 120 s: 20%) min'", &s);

    (void)unused;
    assert_int_equal(s.service.n_points, 3);
    expect_near(s.service.point[0].value, 60, 0);
    expect_near(s.service.point[0].share, 0.7, 0);
    expect_near(s.service.point[1].value, 120, 0);
    expect_near(s.service.point[2].value, 180, 0);
    reader_free(reader);
}

static const struct field sky_fields[] = {
    {.key = "air", .kind = FIELD_DISTRIBUTION, .dimension = TEMPERATURE, .low = -50, .high = 50,
     .fallback = REQUIRED, .meaning = "outside"},
};
static const struct table sky_table = TABLE("sky", "the sky", struct distribution, sky_fields);

static void the_spread_of_a_temperature_is_a_difference(void **unused)
{
    static const char *const texts[] = {"normal(-2, 4) °C", "normal(mean -2 °C, sd 4 K)",
                                        "normal(-2 °C, 4 °C)"};
    struct distribution air;
    char yaml[64];

    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        snprintf(yaml, sizeof yaml, "air: %s\n", texts[i]);
        sample_write("sky.yaml", yaml);
        struct reader *reader = sample_open_with("sky.yaml", 0, NULL);
        assert_int_equal(reader_bind(reader, &sky_table, &air), OK);
        assert_int_equal(reader_faults(reader), 0);
        expect_near(air.parameter[0], -2, 0);
        expect_near(air.parameter[1], 4, 0);
        reader_free(reader);
    }
}

struct plan {
    const char *name;
    struct items stops;
};

static const struct field plan_fields[] = {
    {.key = "*", .kind = FIELD_MAP, .offset = LANDS(struct plan, stops), .table = &stop_table,
     .fallback = REQUIRED, .meaning = "by the name of its place"},
};
static const struct table plan_table = TABLE("plan", "one way to do it", struct plan, plan_fields);
static const struct field plans_fields[] = {
    {.key = "plans", .kind = FIELD_MAP, .offset = 0, .table = &plan_table, .meaning = "all ways"},
};
static const struct table plans_table = TABLE("plans", "ways", struct items, plans_fields);

static void a_section_of_any_names_is_itself_a_map(void **unused)
{
    static const char *const set[] = {"plans.one.b.x=8 m"};
    struct items plans;

    (void)unused;
    sample_write("plans.yaml", "plans: {one: {a: {x: 1 m}, b: {x: 2 m}}, two: {}}\n");
    struct reader *reader = sample_open_with("plans.yaml", 1, set);
    assert_int_equal(reader_bind(reader, &plans_table, &plans), OK);
    assert_int_equal(reader_faults(reader), 0);
    const struct plan *plan = plans.item;
    const struct stop *stop = plan[0].stops.item;
    assert_int_equal(plan[0].stops.n * 10 + plan[1].stops.n, 20);
    assert_string_equal(plan[0].name, "one");
    assert_string_equal(stop[1].name, "b");
    expect_near(stop[1].x_m, 8, 0);
    reader_free(reader);
}

static void shares_counts_and_curves_land(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("stops: {a: {}, b: {}}\nloose: {b: 30 %, a: 12.5 %}\n"
                                      "cups: {a: 250, b: 20 cups}\nrate: [[07:00, 120 /h], [07:30, 4 /min]]\n"
                                      "crews: {c: {people: 1, drinks: tea}}",
                                      &s);
    const struct crew *crew = s.crews.item;

    (void)unused;
    assert_int_equal(s.loose.n, 2);
    assert_string_equal(s.loose.item[0].of.name, "b");
    assert_int_equal(s.loose.item[0].of.index, 1);
    expect_near(s.loose.item[1].share, 0.125, 0);
    expect_near(s.cups.item[1].share, 20, 0);
    assert_int_equal(s.rate.n, 2);
    expect_near(s.rate.point[1].time_s, 27000, 0);
    expect_near(s.rate.point[1].value, 4 / 60., 1e-15);
    assert_string_equal(crew->drinks.item[0].of.name, "tea");
    assert_int_equal(crew->drinks.item[0].of.index, -1);
    expect_near(crew->drinks.item[0].share, 1, 0);
    reader_free(reader);
}

static void tables_nest(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("stops: {gate: {}}\nstore: {power: 1 kW}\npair: [1 m, 2 m]\ncrews:\n"
                                      "  a:\n    people: 3\n    at: gate\n    loads:\n"
                                      "      - {share: 70 %, at: 07:40}\n      - share: 30 %\n"
                                      "    shop: {rent: 4 元, near: gate}\n  b: {people: 4}\n",
                                      &s);
    const struct crew *crew = s.crews.item;
    const struct load *load = crew[0].loads.item;

    (void)unused;
    assert_int_equal(s.crews.n, 2);
    assert_int_equal(crew[0].at.index, 0);
    assert_int_equal(crew[0].loads.n, 2);
    expect_near(load[0].at_s, 27600, 0);
    expect_near(load[1].at_s, 28800, 0);
    expect_near(crew[0].shop->rent_cny, 4, 0);
    assert_string_equal(crew[0].shop->near.name, "gate");
    assert_null(crew[1].shop);
    assert_null(crew[1].at.name);
    expect_near(s.store.power_w, 1000, 0);
    expect_near(s.pair.second, 2, 0);
    reader_free(reader);
}

static void a_mark_leads_back_to_the_line(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("title: x\nstops: {}\ncrews:\n  水: {people: 3, drinks: {tea: 100 %}}\n", &s);
    const struct crew *crew = s.crews.item;
    struct mark people = reader_mark(reader, &crew->people), name = reader_mark(reader, &crew->name),
                pause = reader_mark(reader, &crew->pause_s),
                tea = reader_mark(reader, &crew->drinks.item[0].share);

    (void)unused;
    assert_int_equal(people.line * 100 + people.column, 415);
    assert_int_equal(name.line * 100 + name.column, 403);
    assert_int_equal(pause.line * 100 + pause.column, 403);
    assert_int_equal(tea.line * 100 + tea.column, 432);
    assert_string_equal(people.file, "s.yaml");
    assert_true(reader_given(reader, &crew->people));
    assert_false(reader_given(reader, &crew->pause_s));
    assert_true(reader_given(reader, &s.stops));
    assert_false(reader_given(reader, &s.store.power_w));
    assert_int_equal(reader_mark(reader, &s.air_c).line, 1);
    reader_free(reader);
}

static void a_struct_bound_again_forgets_what_was_given(void **unused)
{
    struct sample s;
    struct reader *reader = read_well("length: 3 m\n", &s);

    (void)unused;
    assert_true(reader_given(reader, &s.length_m));
    assert_int_equal(reader_override(reader, "length", "null", reader_mark(reader, &s)), OK);
    assert_int_equal(reader_bind(reader, &sample_table, &s), OK);
    assert_false(reader_given(reader, &s.length_m));
    assert_true(isnan(s.length_m));
    reader_free(reader);
}

static void the_hash_ignores_order_and_comments_only(void **unused)
{
    static const char *const same[] = {"title: a\nstops: {a: {x: 1 m}, b: {}}\nair: null\n",
                                       "# c\nstops: {b: {}, a: {x: \"1 m\"}} # d\ntitle: a\n"};
    static const char *const others[] = {"title: b\nstops: {a: {x: 1 m}, b: {}}\n",
                                         "title: a\nstops: {b: {x: 1 m}, a: {}}\n",
                                         "title: a\nstops: {a: {x: 1 m}}\n"};
    uint64_t hash[2];
    struct sample s;

    (void)unused;
    for (int i = 0; i < 2; i++) {
        struct reader *reader = sample_read(same[i], &s);
        hash[i] = reader_hash(reader);
        reader_free(reader);
    }
    assert_true(hash[0] == hash[1]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct reader *reader = sample_read(others[i], &s);
        assert_true(reader_hash(reader) != hash[0]);
        reader_free(reader);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_out_has_its_fallback_or_is_absent),
        cmocka_unit_test(every_unit_lands_in_si),
        cmocka_unit_test(typed_fields_are_not_mistaken_for_others),
        cmocka_unit_test(bands_take_one_unit_for_both_ends),
        cmocka_unit_test(distributions_take_names_places_and_one_unit_for_all),
        cmocka_unit_test(discrete_points_are_sorted),
        cmocka_unit_test(the_spread_of_a_temperature_is_a_difference),
        cmocka_unit_test(a_section_of_any_names_is_itself_a_map),
        cmocka_unit_test(shares_counts_and_curves_land),
        cmocka_unit_test(tables_nest),
        cmocka_unit_test(a_mark_leads_back_to_the_line),
        cmocka_unit_test(a_struct_bound_again_forgets_what_was_given),
        cmocka_unit_test(the_hash_ignores_order_and_comments_only),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
