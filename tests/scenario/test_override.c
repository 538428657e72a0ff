/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/scenario/sample.h"

#include <math.h>

static const char scene[] =
    "title: scene\nlength: 40 m\ncount: 10\nuptake: 80 %\nair: 5 °C\n"
    "service: lognormal(mean 20 s, cv 0.5)\nserve: 50 - 60 °C\nstations: 1..3\nrate: [[07:00, 60 /h], [08:00, 2 /min]]\n"
    "stops: {a: {x: 1 m}, b: {}}\ncups: {a: 100, b: 50}\npair: [1 m, 2 m]\n"
    "crews:\n"
    "  one: {people: 100, pace: 1 m/s, loads: [{share: 100 %}, {share: 50 %}]}\n"
    "  two: {people: 200, pause: 2 min}\n";

static struct reader *read_with(int n, const char *const set[], struct sample *sample)
{
    sample_write("s.yaml", scene);
    struct reader *reader = sample_open_with("s.yaml", n, set);
    assert_int_equal(reader_bind(reader, &sample_table, sample), OK);
    return reader;
}
#define READ_WITH(sample, ...)                                                                     \
    read_with((int)(sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *)),                  \
              (const char *const[]){__VA_ARGS__}, sample)

static void expect_set(const char *set, const char *faults)
{
    struct sample sample;

    sample_expect_faults_of(READ_WITH(&sample, set), faults);
}

static const struct crew *crew_of(const struct sample *sample)
{
    return sample->crews.item;
}

static void a_value_is_replaced_by_its_path(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "length=55 m", "crews.two.people=7", "crews.one.loads.2.share=40%",
                                      "stops.c={x: 4 m}", "crews.one.visits=[a, c]", "title=a: b # c",
                                      "service=discrete(1 s: 70 %, 2 s: 30 %)");
    const struct load *load = crew_of(&s)->loads.item;

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    expect_near(s.length_m, 55, 0);
    assert_int_equal(crew_of(&s)[1].people, 7);
    expect_near(load[1].share, 0.4, 0);
    expect_near(((const struct stop *)s.stops.item)[2].x_m, 4, 0);
    assert_int_equal(crew_of(&s)->visits.item[1].index, 2);
    assert_string_equal(s.title, "a: b # c");
    assert_int_equal(s.service.n_points, 2);
    reader_free(reader);
}

static void a_star_reaches_every_name(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "crews.*.people=9", "crews.one.loads.*.share=10 %", "cups.*=3");
    const struct load *load = crew_of(&s)->loads.item;

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    assert_int_equal(crew_of(&s)[0].people + crew_of(&s)[1].people, 18);
    expect_near(load[0].share + load[1].share, 0.2, 1e-12);
    expect_near(s.cups.item[0].share + s.cups.item[1].share, 6, 0);
    reader_free(reader);
}

static void a_factor_multiplies_what_is_there(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "length=x0.5", "count=x1.25", "uptake=x1.25", "service=x2", "cups=x0.5",
                                      "rate=x3", "stations=x2", "crews.*.people=x1.3", "pair.1=x10", "count=x2");

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    expect_near(s.length_m, 20, 0);
    assert_int_equal(s.count, 25);
    expect_near(s.uptake, 1, 1e-15);
    expect_near(s.service.parameter[0], 40, 0);
    expect_near(s.service.parameter[1], 0.5, 0);
    expect_near(s.cups.item[0].share, 50, 0);
    expect_near(s.rate.point[0].value, 0.05, 1e-15);
    expect_near(s.stations.high, 6, 0);
    assert_int_equal(crew_of(&s)[1].people, 260);
    expect_near(s.pair.first, 10, 0);
    expect_near(s.pair.second, 2, 0);
    reader_free(reader);
}

static void a_factor_multiplies_the_fallback_of_what_is_not_given(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "crews.*.pause=x0.5", "crews.*.pace=x2", "store={}", "store.volume=x2");

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    expect_near(crew_of(&s)[0].pause_s, 300, 0);
    expect_near(crew_of(&s)[1].pause_s, 60, 0);
    expect_near(crew_of(&s)[0].pace.parameter[0], 2, 0);
    assert_int_equal(crew_of(&s)[1].pace.family, DIST_NONE);
    expect_near(s.store.volume_m3, 0.04, 0);
    assert_true(reader_given(reader, &s.store.volume_m3));
    reader_free(reader);
}

static void a_quoted_factor_is_text(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "title='x2'", "crews.two.people=x1");

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    assert_string_equal(s.title, "x2");
    assert_int_equal(crew_of(&s)[1].people, 200);
    reader_free(reader);
}

static void what_cannot_be_multiplied_says_so(void **unused)
{
    (void)unused;
    expect_set("air=x2", "--set:1:1: `air` can't be multiplied\n  air=x2\n  ^\n");
    expect_set("title=x2", "--set:1:1: `title` can't be multiplied\n  title=x2\n  ^\n");
    expect_set("crews.one=x2", "--set:1:1: `crews` can't be multiplied\n  crews.one=x2\n  ^\n");
    expect_set("pair=x2", "--set:1:1: `pair` can't be multiplied\n  pair=x2\n  ^\n");
    expect_set("crews.two.pace=x2",
               "--set:1:1: `pace` isn't given, so there is nothing to multiply\n  crews.two.pace=x2\n  ^\n");
    expect_set("uptake=x1.5", "--set:1:1: `uptake` times 1.5 is 120 %; it must lie between 0 % and 100 %\n"
                              "  uptake=x1.5\n  ^\n");
    expect_set("crews.three.people=x2", "--set:1:7: there is no `three` here\n  crews.three.people=x2\n        ^\n");
}

static void a_fault_in_a_set_value_is_shown_there(void **unused)
{
    (void)unused;
    expect_set("length=5", "--set:1:8: `5` has no unit; write it with m or km\n  length=5\n         ^\n");
    expect_set("crews.one={people: 3, at: 茶, pause: 5}",
               "--set:1:27: there is no stop `茶`\n"
               "  crews.one={people: 3, at: 茶, pause: 5}\n"
               "                            ^\n"
               "--set:1:37: `5` has no unit; write it with s, min or h\n"
               "  crews.one={people: 3, at: 茶, pause: 5}\n"
               "                                       ^\n");
    expect_set("stops={a: ", "--set:1:10: a value is missing here, or the end of a list or of a section in braces\n"
                             "  stops={a: \n           ^\n");
}

static void a_path_that_leads_nowhere_says_so(void **unused)
{
    (void)unused;
    expect_set("length", "--set:1:1: --set wants `path=value`, as in `section.name.key=45 %`\n  length\n  ^\n");
    expect_set("crews..people=3",
               "--set:1:1: a path is keys with dots between, as in `section.*.key`\n  crews..people=3\n  ^\n");
    expect_set("=3", "--set:1:1: a path is keys with dots between, as in `section.*.key`\n  =3\n  ^\n");
    expect_set("crew.one.people=3",
               "--set:1:1: unknown key `crew`; did you mean `crews`?\n  crew.one.people=3\n  ^\n");
    expect_set("crews.tow.people=3",
               "--set:1:7: there is no crew `tow`; did you mean `two`?\n  crews.tow.people=3\n        ^\n");
    expect_set("crews.one.poeple=3",
               "--set:1:11: unknown key `poeple`; did you mean `people`?\n  crews.one.poeple=3\n            ^\n");
    expect_set("crews.one.loads.3.share=1 %",
               "--set:1:17: `3` should be the number of an item of the list, 1 to 2\n"
               "  crews.one.loads.3.share=1 %\n                  ^\n");
    expect_set("length.unit=m", "--set:1:8: `unit` can't be reached: what stands before it is a single value\n"
                                "  length.unit=m\n         ^\n");
    expect_set("nothing.*.x=3", "--set:1:1: there is no `nothing` here\n  nothing.*.x=3\n  ^\n");
}

static void names_may_hold_dots(void **unused)
{
    static const char *const set[] = {"stops.gate.b1.x=7 m"};
    struct sample s;

    (void)unused;
    sample_write("s.yaml", "stops: {gate: {}, gate.b1: {x: 1 m}}\n");
    struct reader *reader = sample_open_with("s.yaml", 1, set);
    assert_int_equal(reader_bind(reader, &sample_table, &s), OK);
    assert_int_equal(reader_faults(reader), 0);
    expect_near(((const struct stop *)s.stops.item)[1].x_m, 7, 0);
    reader_free(reader);
}

static void sections_on_the_way_are_made(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "store.power=2 kW", "crews.one.shop.rent=3 CNY");

    (void)unused;
    assert_int_equal(reader_faults(reader), 0);
    expect_near(s.store.power_w, 2000, 0);
    expect_near(crew_of(&s)->shop->rent_cny, 3, 0);
    reader_free(reader);
}

static void override_as(struct reader *reader, const char *path, const char *value)
{
    assert_int_equal(reader_override(reader, path, value, (struct mark){"s.yaml", 2, 3}), OK);
}

static void restore_brings_back_what_was_saved(void **unused)
{
    struct sample before, during, after;
    struct reader *reader = READ_WITH(&before, "count=11");
    uint64_t hash = reader_hash(reader);

    (void)unused;
    reader_save(reader);
    for (int day = 0; day < 3; day++) {
        override_as(reader, "crews.*.people", "x1.5");
        override_as(reader, "crews.*.people", "x2");
        override_as(reader, "crews.*.pause", "x0.5");
        override_as(reader, "length", "null");
        override_as(reader, "store.power", "1 kW");
        override_as(reader, "stops.new", "{x: 9 m}");
        override_as(reader, "crews.one.loads", "[{share: 1 %}]");
        assert_int_equal(reader_bind(reader, &sample_table, &during), OK);
        assert_int_equal(crew_of(&during)[0].people, 300);
        expect_near(crew_of(&during)[0].pause_s, 300, 0);
        assert_true(isnan(during.length_m));
        assert_int_equal(during.stops.n, 3);
        assert_true(reader_hash(reader) != hash);
        assert_int_equal(reader_restore(reader), OK);
        assert_true(reader_hash(reader) == hash);
    }
    assert_int_equal(reader_bind(reader, &sample_table, &after), OK);
    assert_int_equal(reader_faults(reader), 0);
    assert_int_equal(after.count, 11);
    assert_int_equal(crew_of(&after)[0].people, 100);
    expect_near(crew_of(&after)[0].pause_s, 600, 0);
    expect_near(after.length_m, 40, 0);
    expect_near(after.store.power_w, 0, 0);
    assert_int_equal(after.stops.n, 2);
    reader_free(reader);
}

static void a_fault_of_an_override_is_shown_where_it_is_asked_for(void **unused)
{
    struct sample s;
    struct reader *reader = READ_WITH(&s, "count=11");

    (void)unused;
    override_as(reader, "crews.one.pause", "5");
    override_as(reader, "uptake", "x2");
    assert_int_equal(reader_bind(reader, &sample_table, &s), OK);
    sample_expect_faults_of(reader, "s.yaml:2:3: `5` has no unit; write it with s, min or h\n"
                                    "  length: 40 m\n    ^\n"
                                    "s.yaml:2:3: `uptake` times 2 is 160 %; it must lie between 0 % and 100 %\n"
                                    "  length: 40 m\n    ^\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_replaced_by_its_path),
        cmocka_unit_test(a_star_reaches_every_name),
        cmocka_unit_test(a_factor_multiplies_what_is_there),
        cmocka_unit_test(a_factor_multiplies_the_fallback_of_what_is_not_given),
        cmocka_unit_test(a_quoted_factor_is_text),
        cmocka_unit_test(what_cannot_be_multiplied_says_so),
        cmocka_unit_test(a_fault_in_a_set_value_is_shown_there),
        cmocka_unit_test(a_path_that_leads_nowhere_says_so),
        cmocka_unit_test(names_may_hold_dots),
        cmocka_unit_test(sections_on_the_way_are_made),
        cmocka_unit_test(restore_brings_back_what_was_saved),
        cmocka_unit_test(a_fault_of_an_override_is_shown_where_it_is_asked_for),
    };
    return cmocka_run_group_tests(tests, sample_set_up, sample_tear_down);
}
