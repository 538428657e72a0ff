/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "tests/cli/fake_run.h"
#include "tests/support/expect.h"

#include <jansson.h>
#include <stdlib.h>

static struct fake_run fake;
static struct text out;
static json_t *read_back;

static int fresh(void **unused)
{
    (void)unused;
    fake_run(&fake);
    return 0;
}

static int clear(void **unused)
{
    (void)unused;
    text_free(&out);
    json_decref(read_back);
    read_back = NULL;
    return 0;
}

static void parse(void)
{
    json_error_t fault;
    read_back = json_loads(text_c(&out), JSON_REJECT_DUPLICATES, &fault);
    if (!read_back)
        fail_msg("line %d: %s in:\n%s", fault.line, fault.text, text_c(&out));
}

static void summarize(void)
{
    assert_int_equal(write_json(&fake.run, &out), OK);
    parse();
}

/* The value at `scope`, `name`, `key`, `figure`; "" skips a level. */
static json_t *at(const char *scope, const char *name, const char *key, const char *figure)
{
    const char *const path[] = {scope, name, key, figure};
    json_t *value = read_back;

    for (int i = 0; i < 4; i++)
        if (*path[i])
            value = json_object_get(value, path[i]);
    return value;
}

static void expect_real(json_t *value, double want)
{
    assert_true(json_is_real(value));
    assert_true(json_real_value(value) == want);
}

static void the_head_is_format_1(void **unused)
{
    static const char *const keys[] = {"samovar", "format", "scenario", "layout", "seed", "days", "confidence", "kpi", "stations", "groups", "drinks", "day_types", "plan"};
    int i = 0;
    const char *key;
    json_t *value;
    (void)unused;

    summarize();
    json_object_foreach(read_back, key, value)
        assert_string_equal(key, keys[i++]);
    assert_int_equal(i, 13);
    assert_string_equal(json_string_value(at("samovar", "", "", "")), SAMOVAR_VERSION);
    assert_int_equal(json_integer_value(at("format", "", "", "")), 1);
    assert_string_equal(json_string_value(at("scenario", "name", "", "")), "Riverside, winter mornings");
    assert_string_equal(json_string_value(at("scenario", "hash", "", "")), "000000001234abcd");
    assert_int_equal(json_integer_value(at("seed", "", "", "")), 7);
    assert_int_equal(json_integer_value(at("days", "", "", "")), 400);
    expect_real(at("confidence", "", "", ""), 0.95);
}

static void figures_read_back_to_the_last_bit(void **unused)
{
    (void)unused;
    fake_set(&fake, 0, "wanted", 0.1 + 0.2, 1.0 / 3);
    fake_set(&fake, 0, "cost", 1e300, 5e-324);
    fake_set(&fake, 0, "line_max", -0.0, 1e15);
    summarize();
    expect_real(at("kpi", "wanted", "mean", ""), 0.1 + 0.2);
    expect_real(at("kpi", "wanted", "half_width", ""), 1.0 / 3);
    expect_real(at("kpi", "cost", "mean", ""), 1e300);
    expect_real(at("kpi", "cost", "half_width", ""), 5e-324);
    expect_real(at("kpi", "line_max", "half_width", ""), 1e15);
    expect_real(at("stations", "北门大堂", "wanted", "mean"), 200.5);
    expect_real(at("groups", "pupils", "served", "mean"), 450);
    assert_null(strstr(text_c(&out), "-0"));
    assert_non_null(strstr(text_c(&out), "\"wait_within_share\": {\"mean\": 0.9125, \"half_width\": 0.003}"));
}

static void every_scope_has_its_figures_and_no_others(void **unused)
{
    int n = 0;
    (void)unused;

    summarize();
    for (int k = 0; k < n_kpis; k++) {
        assert_non_null(at("kpi", kpis[k].key, "", ""));
        assert_int_equal(at("stations", "garage", kpis[k].key, "") != NULL, kpis[k].by_station);
        assert_int_equal(at("groups", "pupils", kpis[k].key, "") != NULL, kpis[k].by_group);
        assert_int_equal(at("day_types", "ordinary", "kpi", kpis[k].key) != NULL, kpis[k].quantile == 0);
        n += kpis[k].quantile != 0;
    }
    assert_int_equal(n, 3);
    assert_int_equal(json_integer_value(at("day_types", "cold-snap", "days", "")), 80);
    expect_real(at("day_types", "cold-snap", "share", ""), 0.2);
}

static void what_is_unknown_is_null(void **unused)
{
    (void)unused;
    fake_set(&fake, 1, "served", 0, 0);
    fake_set(&fake, 0, "cost", NAN, NAN);
    fake.kind_days[1] = 0;
    summarize();
    assert_true(json_is_null(at("kpi", "wait_p90_s", "half_width", "")));
    expect_real(at("kpi", "wait_p90_s", "mean", ""), 118.3);
    assert_true(json_is_null(at("stations", "south-gate", "wait_mean_s", "mean")));
    expect_real(at("stations", "south-gate", "served", "mean"), 0);
    assert_true(json_is_null(at("kpi", "cost", "mean", "")));
    assert_true(json_is_null(json_object_get(at("day_types", "cold-snap", "kpi", "wanted"), "mean")));
}

static void a_scenario_without_kinds_of_day_has_none(void **unused)
{
    (void)unused;
    fake.scenario.day_type.n = 0;
    fake.study.n_kinds = 1;
    fake.kind[0].name = "";
    summarize();
    assert_int_equal(json_object_size(at("day_types", "", "", "")), 0);
}

static void expect_fields(json_t *object, const char *const keys[])
{
    const char *key;
    json_t *value;

    assert_true(json_is_object(object));
    json_object_foreach(object, key, value)
        assert_string_equal(key, *keys ? *keys++ : "nothing more");
    assert_null(*keys);
}

/* As write.h says: other programs rely on it. */
static void the_plan_has_its_keys(void **unused)
{
    static const char *const of_plan[] = {"language", "opens_s", "closes_s", "wait_target_s", "stations", "drinks", "groups", "costs", "uncertain", "sources", NULL};
    static const char *const of_station[] = {"staff", "greeters", "desk", "staff_h", "greeters_h", "desk_h", "staff_shifts", "greeters_shifts", "desk_shifts", "staff_varies", "circuit_w", "takes_turns", "room", "indoor", "vessels", "portions", "cups", NULL};
    static const char *const of_vessel[] = {"drink", "equipment", "power_w", "volume_l", "preheat_s", "setpoint_c", "filled_c", "refill_below_l",
                                            "refill_by_staff", "rent_cny", NULL};
    static const char *const of_drink[] = {"cup_ml", "serve_low_c", "serve_high_c", "cost_cny", "keeps", "hold_s", NULL};
    static const char *const of_group[] = {"residents", "uptake", "uptake_per_k", "day_to_day", "own_cup", NULL};
    static const char *const of_costs[] = {"set_up_cny", "wage_cny_per_h", "electricity_cny_per_kwh", "cup_cny", "waste_cny", "goodwill_cny", NULL};
    (void)unused;

    summarize();
    expect_fields(at("plan", "", "", ""), of_plan);
    expect_fields(at("plan", "stations", "south-gate", ""), of_station);
    expect_fields(json_array_get(at("plan", "stations", "south-gate", "vessels"), 1), of_vessel);
    expect_fields(at("plan", "drinks", "tea", ""), of_drink);
    expect_fields(at("plan", "groups", "pupils", ""), of_group);
    expect_fields(at("plan", "costs", "", ""), of_costs);
}

static void the_plan_is_what_was_simulated(void **unused)
{
    static const double portions[] = {150};
    struct uncertain uncertain = {"service.greet", "x0.8", "x1.3"};
    struct number_source source = {"service.greet", "timed on a Monday"};
    (void)unused;

    say_in("zh");
    fake.scenario.target_s = 120;
    fake.scenario.costs = (struct costs){.set_up = 20, .wage_per_s = 30 / 3600.0};
    fake.scenario.uncertain = (struct uncertainties){1, &uncertain};
    fake.scenario.sources = (struct number_sources){1, &source};
    fake.station[0].staff = 2;
    fake.station[0].portions = portions;
    fake.station[0].cups = 320;
    fake.station[1].cups = HUGE_VAL;
    fake.equipment.vessel = (struct vessel_kind){.power_w = 3000, .volume_m3 = 0.02, .setpoint_c = 70};
    fake.equipment.preheat_s = 2700;
    fake.node[1].power_w = 7000;
    fake.station[0].node = 1;
    summarize();
    say_in("en");
    assert_string_equal(json_string_value(at("plan", "language", "", "")), "zh");
    expect_real(at("plan", "opens_s", "", ""), 23400);
    expect_real(at("plan", "wait_target_s", "", ""), 120);
    assert_int_equal(json_integer_value(at("plan", "stations", "south-gate", "staff")), 2);
    expect_real(json_object_get(at("plan", "stations", "south-gate", "portions"), "tea"), 150);
    expect_real(at("plan", "stations", "south-gate", "cups"), 320);
    expect_real(at("plan", "stations", "south-gate", "circuit_w"), 7000);
    assert_true(json_is_null(at("plan", "stations", "garage", "circuit_w")));
    assert_true(json_is_null(at("plan", "stations", "北门大堂", "cups")));
    json_t *vessel = json_array_get(at("plan", "stations", "south-gate", "vessels"), 0);
    assert_string_equal(json_string_value(json_object_get(vessel, "equipment")), "urn-20");
    expect_real(json_object_get(vessel, "volume_l"), 20);
    expect_real(json_object_get(vessel, "preheat_s"), 2700);
    expect_real(at("plan", "costs", "wage_cny_per_h", ""), 30);
    assert_string_equal(json_string_value(json_object_get(json_array_get(at("plan", "uncertain", "", ""), 0), "low")), "x0.8");
    assert_string_equal(json_string_value(at("plan", "sources", "service.greet", "")), "timed on a Monday");
}

static void names_are_escaped(void **unused)
{
    static const char evil[] = "`touch pwned` 'x' \"y\" <b>&=1+1\n\t\\ 茶";
    (void)unused;

    fake.scenario.name = fake.run.layout = fake.station_plan[0].name = fake.group[1].name = evil;
    summarize();
    assert_string_equal(json_string_value(at("layout", "", "", "")), evil);
    assert_string_equal(json_string_value(at("scenario", "name", "", "")), evil);
    expect_real(at("stations", evil, "wanted", "mean"), 100.25);
    expect_real(at("groups", evil, "wanted", "mean"), 501.25);
}

static void a_seed_that_readers_would_round_is_text(void **unused)
{
    (void)unused;
    fake.run.seed = UINT64_MAX;
    summarize();
    assert_string_equal(json_string_value(at("seed", "", "", "")), "18446744073709551615");
    clear(NULL);
    fake.run.seed = (UINT64_C(1) << 53) + 1;
    summarize();
    assert_string_equal(json_string_value(at("seed", "", "", "")), "9007199254740993");
}

static void manifest_tells_what_shaped_the_run(void **unused)
{
    static const char *const sets[] = {"residents.*.uptake=45%"};
    static const struct written_file files[] = {{"days.csv", 12}, {"charts/\"x\".gp", 1LL << 40}};
    struct precision precision = {kpi_find("served"), 0.01, true};
    struct manifest manifest = {"/home/somebody/estates/river.yaml", 1, sets, 0, 1, &precision, 2, files};
    (void)unused;

    assert_int_equal(write_manifest(&fake.run, &manifest, &out), OK);
    assert_memory_equal(text_c(&out), "{\n  \"samovar\": ", 15);
    parse();
    json_t *want = json_pack("{s:s, s:i, s:{s:s, s:s, s:s}, s:s, s:i, s:i, s:f, s:{s:[s], s:{s:{s:f, s:b}}}, s:[{s:s, s:i}, {s:s, s:I}]}",
                             "samovar", SAMOVAR_VERSION, "format", 1, "scenario", "name", "Riverside, winter mornings", "hash", "000000001234abcd",
                             "file", "river.yaml", "layout", "today", "seed", 7, "days", 400, "confidence", 0.95, "options", "set", sets[0],
                             "precision", "served", "half_width", 0.01, "relative", 1, "files", "name", "days.csv", "bytes", 12,
                             "name", "charts/\"x\".gp", "bytes", (json_int_t)1 << 40);
    assert_non_null(want);
    assert_true(json_equal(read_back, want));
    json_decref(want);
}

static void a_manifest_survives_names_that_are_not_utf8(void **unused)
{
    struct manifest manifest = {.scenario_file = "river\xff.yaml", .days = 32};
    (void)unused;

    assert_int_equal(write_manifest(&fake.run, &manifest, &out), OK);
    parse();
    assert_string_equal(json_string_value(at("scenario", "file", "", "")), "river?.yaml");
    assert_int_equal(json_integer_value(at("options", "days", "", "")), 32);
    assert_null(at("options", "precision", "", ""));
}

#define WRITTEN(test) cmocka_unit_test_setup_teardown(test, fresh, clear)

static void what_booking_changes_is_there_where_somebody_books(void **unused)
{
    struct saving saving = fake_saving();

    (void)unused;
    summarize();
    assert_null(at("bookings", "", "", ""));
    clear(NULL);
    fake.run.saving = &saving;
    summarize();
    assert_int_equal(json_integer_value(at("bookings", "days", "", "")), 70);
    assert_int_equal(json_object_size(at("bookings", "change", "", "")), SAVINGS);
    expect_real(at("bookings", "change", "wait_mean_s", "mean"), -2.5);
    expect_real(at("bookings", "change", "wait_mean_s", "half_width"), 0.75);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WRITTEN(the_head_is_format_1),
        WRITTEN(figures_read_back_to_the_last_bit),
        WRITTEN(every_scope_has_its_figures_and_no_others),
        WRITTEN(what_is_unknown_is_null),
        WRITTEN(a_scenario_without_kinds_of_day_has_none),
        WRITTEN(the_plan_has_its_keys),
        WRITTEN(what_booking_changes_is_there_where_somebody_books),
        WRITTEN(the_plan_is_what_was_simulated),
        WRITTEN(names_are_escaped),
        WRITTEN(a_seed_that_readers_would_round_is_text),
        WRITTEN(manifest_tells_what_shaped_the_run),
        WRITTEN(a_manifest_survives_names_that_are_not_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
