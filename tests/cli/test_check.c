/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every sentence of check, said when it should be and not otherwise. Figures are worked out by hand beside
 * each test. */
#include "cli/check.h"
#include "core/say.h"
#include "tests/support/expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct text answer;
static int warnings;

static void write_scenario(const char *path, const char *yaml)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(yaml, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The text of check for the first layout: words are the scenario, overrides, NULL. */
static void check_with(const char *const word[])
{
    char folder[] = "/tmp/samovar-check-XXXXXX", path[64];
    struct reader_options options = {.set = word + 1};
    struct scenario scenario;
    struct reader *reader;

    while (options.set[options.n_sets])
        options.n_sets++;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/scenario.yaml", folder);
    write_scenario(path, word[0]);
    assert_int_equal(reader_open(path, &options, &reader), OK);
    if (reader_faults(reader) == 0)
        assert_int_equal(scenario_bind(reader, &scenario), OK);
    reader_print_faults(reader, stdout);
    assert_int_equal(reader_faults(reader), 0);
    text_clear(&answer);
    assert_int_equal(check_write(reader, &scenario, 0, &answer, &warnings), OK);
    reader_free(reader);
    unlink(path);
    rmdir(folder);
}

#define CHECK(...) check_with((const char *const[]){__VA_ARGS__, NULL})

static void says_at(const char *sentence, bool wanted, int line)
{
    if ((strstr(text_c(&answer), sentence) != NULL) == wanted)
        return;
    print_message("%s", text_c(&answer));
    fail_msg("line %d: %s `%s`", line, wanted ? "doesn't say" : "shouldn't say", sentence);
}

#define says(sentence) says_at((sentence), true, __LINE__)
#define silent(sentence) says_at((sentence), false, __LINE__)

static int forget(void **unused)
{
    (void)unused;
    text_free(&answer);
    return 0;
}

/* --- a desk: 240 an hour, 20 s each -------------------------------------------------------------------- */

static const char desk[] = "samovar: 1\n"
                           "name: desk\n"
                           "window: 07:00 - 08:00\n"
                           "residents:\n"
                           "  all: {rate: 240 /h, at: desk, own-cup: 25 %}\n"
                           "drinks: {tea: {}}\n"
                           "service: {greet: 20 s}\n"
                           "layouts: {only: {desk: {staff: 2}}}\n";

/* a = 240/3600 * 20 = 1.33 on 2: 67 %. */
static void enough_staff_is_fine(void **unused)
{
    (void)unused;
    CHECK(desk);
    says("240 residents will set out from 07:00 to 08:00 on average; 240 will want a drink");
    says("ok staff: from 07:00 to 08:00 residents come at 240 an hour, each takes 20 s: work for 1.33, staff 2, busy 67 %: fine");
    says("0 things to change, 0 to look at, 1 fine");
    assert_int_equal(warnings, 0);
}

/* One serves 180 an hour of 240: 60 are left over. Erlang C of 1.333 on 2 is 0.533, of whom
 * e^(-(0.1 - 0.0667) 120) = 1.8 % wait longer than 2 min: 2 are enough. */
static void too_few_staff_make_a_line(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.staff=1");
    says("!  staff: from 07:00 to 08:00");
    says("staff 1, busy 133 %: too much");
    says("grow to about 60 residents by 08:00");
    says("-> layouts.only.desk.staff: 2 (then nine in ten wait at most 2 min in that time)");
    says("1 thing to change, 0 to look at, 0 fine");
    assert_int_equal(warnings, 1);
}

/* 162/3600 * 20 = 0.9. */
static void nearly_full_is_tight(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.staff=1", "residents.all.rate=162 /h");
    says("?  staff:");
    says("busy 90 %: tight");
    silent("line would grow");
}

/* 1.333 / 6 = 22 %. */
static void far_too_many_staff_are_remarked(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.staff=6");
    says("busy 22 %: far more staff than work");
    says("-> layouts.only.desk.staff: 2 ");
    CHECK(desk, "layouts.only.desk.staff=5");
    silent("far more staff");
}

/* Greeting 240 an hour for 20 s each is work for 1.33: one greeter leaves a quarter of it, two leave nothing. */
static void greeters_take_greeting_off_the_staff(void **unused)
{
    (void)unused;
    CHECK(desk, "service.hand-over=10 s");
    says("each takes 30 s: work for 2.00");
    CHECK(desk, "service.hand-over=10 s", "layouts.only.desk.greeters=1");
    says("each takes 15 s: work for 1.00");
    CHECK(desk, "service.hand-over=10 s", "layouts.only.desk.greeters=2");
    says("each takes 10 s: work for 0.67");
}

/* A fifth of 240 an hour ask for 100 s: 1.33. Without a desk staff answer: 20 s + 20 s each. */
static void questions_load_the_second_desk_where_there_is_one(void **unused)
{
    (void)unused;
    CHECK(desk, "service.consult=100 s", "residents.all.consult=20 %");
    says("each takes 40 s: work for 2.67");
    silent("second desk");
    CHECK(desk, "service.consult=100 s", "residents.all.consult=20 %", "layouts.only.desk.desk=2");
    says("each takes 20 s: work for 1.33");
    says("ok second desk: 48 questions an hour at the busiest, each takes 100 s: 2 there, busy 67 %: fine");
    CHECK(desk, "service.consult=100 s", "residents.all.consult=20 %", "layouts.only.desk.desk=1");
    says("!  second desk:");
    says("busy 133 %: too much");
    says("-> layouts.only.desk.desk: 2");
    CHECK(desk, "layouts.only.desk.desk=1");
    says("?  second desk: nobody asks anything here");
}

/* 150 an hour want a drink anyway, and 60 of the 240 for the points. */
static void points_bring_more_people(void **unused)
{
    (void)unused;
    CHECK(desk, "residents.all.uptake=62.5 %", "residents.all.preorder={points: 25 %}");
    says("240 residents will set out from 07:00 to 08:00 on average; 210 will want a drink");
}

static void nobody_serves_is_said(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.staff=0");
    says("!  nobody serves here, but 240 residents will come");
    CHECK(desk, "layouts.only.desk.staff=0", "residents.all.rate=1 /h");
    says("but 1 resident will come");
}

/* 60 in the first half hour, 300 in the second: the third quarter hour is the first of the busiest. */
static void the_busiest_quarter_hour_is_named(void **unused)
{
    (void)unused;
    CHECK(desk, "residents.all.rate=[[07:00, 120 /h], [07:30, 120 /h], [07:30, 600 /h], [07:45, 600 /h], [07:45, 120 /h]]");
    says("staff: from 07:30 to 07:45 residents come at 600 an hour");
    /* 150 come, 2 serve 90: 60 are left over at 07:45 */
    says("grow to about 60 residents by 07:45");
}

static void weeks_fit_on_a_page(void **unused)
{
    (void)unused;
    CHECK(desk, "window={from: 00:00, lasts: 600 h}");
    says("from 00:00 to day 26, 00:00 residents come at 240 an hour");
    assert_true(answer.n < 400);
}

/* --- stock ----------------------------------------------------------------------------------------------- */

/* Poisson with mean 240, sd 15.49. P(D > 200) = Q(-2.55) = 99.5 %; P(D > 265) = Q(1.646) = 4.99 %.
 * A quarter brings a cup: 180 paper cups, sd 13.42; P(D > 300) is nothing. */
static void short_stock_is_counted(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.portions.tea=200", "layouts.only.desk.cups=300");
    says("!  tea: 200 for 240 expected; too few on about 99 % of days");
    says("-> layouts.only.desk.portions.tea: 265 would last on 19 days of 20");
    says("ok paper cups: 300 for 180 expected; too few on about 0 % of days");
    CHECK(desk, "layouts.only.desk.portions.tea=265", "layouts.only.desk.cups=150");
    says("ok tea: 265 for 240 expected; too few on about 5 % of days");
    says("!  paper cups: 150 for 180 expected");
    says("-> layouts.only.desk.cups: 202 would last"); /* 180 + 1.645 * 13.42 - 0.5 = 201.6 */
}

/* P(D > 260) = Q(1.323) = 9.3 %. Lids are what's lacking if there are fewer. Two days live on one delivery of cups: 360. */
static void what_is_brought_and_what_has_to_last_count(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.portions.tea=200", "layouts.only.desk.reorder={tea: 20}", "store={portions: {tea: 60}}");
    says("ok tea: 200, and runners can bring 60, for 240 expected; too few on about 9 % of days");
    CHECK(desk, "layouts.only.desk.cups=300", "layouts.only.desk.lids=150");
    says("!  lids: 150 for 180 expected");
    says("-> layouts.only.desk.lids: 202 would last");
    CHECK(desk, "layouts.only.desk.cups=300", "campaign={days: 4, delivery-every: 2}");
    says("!  paper cups: 300 for 360 expected");
    CHECK(desk, "layouts.only.desk.portions.tea=400", "drinks.tea.keeps=yes", "campaign={days: 5, delivery-every: 3}");
    says("!  tea: 400 for 720 expected");
    silent("keeps for");
    CHECK(desk, "layouts.only.desk.portions.tea=400", "drinks.tea.keeps=yes", "drinks.tea.keeps-days=2", "campaign={days: 5, delivery-every: 3}");
    says("!  tea: 400 for 480 expected");
    says("?  tea keeps for 2 days and comes every 3: from then on there is none");
    says("-> campaign.delivery-every: 2");
}

/* 240 a day. An urn of 40 cups, filled up from 8 on, leaves 24 a night with a variance of 32^2 / 12; one of 400 is never
 * filled up and leaves 160. Days: 3, nights: 2. P(D > 800) = Q(32.5 / sqrt(720 + 170.7)) = 13.8 %. */
static void what_stands_in_vessels_overnight_is_lost(void **unused)
{
#define THREE_DAYS "drinks.tea={cup: 250 ml, keeps: yes}", "campaign={days: 3, delivery-every: 3}", "layouts.only.desk.vessels={tea: urn}"
    (void)unused;
    CHECK(desk, THREE_DAYS, "layouts.only.desk.portions.tea=800", "equipment={urn: {kind: heated, volume: 10 L, power: 3 kW, refill: {below: 2 L}}}");
    says("!  tea: 800 for 768 expected; too few on about 14 % of days\n     -> to last for 3 days; 48 of these stand in vessels overnight and are poured away\n");
    CHECK(desk, THREE_DAYS, "layouts.only.desk.portions.tea=1100", "equipment={urn: {kind: heated, volume: 100 L, power: 3 kW, refill: {below: 2 L}}}");
    says("for 1040 expected");
    says("-> to last for 3 days; 320 of these stand in vessels overnight");
    CHECK(desk, "drinks.tea={cup: 250 ml, keeps: yes}", "layouts.only.desk.vessels={tea: urn}", "layouts.only.desk.portions.tea=300", "equipment={urn: {kind: heated, volume: 10 L, power: 3 kW, refill: {below: 2 L}}}");
    silent("overnight");
}

/* 265 would do; 1.3 * 265 = 344.5. */
static void far_too_much_is_poured_away(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.portions.tea=345");
    says("?  tea: 345");
    says("-> about 105 are poured away on an average day");
    CHECK(desk, "layouts.only.desk.portions.tea=344");
    silent("poured away");
    CHECK(desk, "layouts.only.desk.portions.tea=345", "drinks.tea.keeps=yes");
    silent("poured away");
}

/* With a cv of 0.5 the sd is sqrt(240 + 120^2) = 121.0; 240 + 1.645 * 121 - 0.5 = 438.5. */
static void day_to_day_spread_needs_more(void **unused)
{
    (void)unused;
    CHECK(desk, "layouts.only.desk.portions.tea=300", "residents.all.day-to-day=0.5");
    says("too few on about 31 % of days"); /* Q(60.5 / 121) */
    says("portions.tea: 439 would last");
}

/* All 20 come every day: 20 are always enough, 19 never. */
static const char block[] = "samovar: 1\n"
                            "name: block\n"
                            "window: 07:00 - 08:00\n"
                            "residents:\n"
                            "  all: {count: 20, at: desk, departs: [{peak: 07:30, spread: 3 min}]}\n"
                            "drinks: {tea: {}}\n"
                            "layouts: {only: {desk: {staff: 2, portions: {tea: 20}}}}\n";

static void a_number_that_is_given_is_not_left_to_chance(void **unused)
{
    (void)unused;
    CHECK(block);
    says("ok tea: 20 for 20 expected; too few on about 0 % of days");
    CHECK(block, "layouts.only.desk.portions.tea=19");
    says("!  tea: 19 for 20 expected; too few on about 100 % of days");
    says("portions.tea: 20 would last");
    CHECK(block, "residents.all.day-to-day=0.5"); /* never more than all */
    says("ok tea: 20 for 20 expected; too few on about 0 % of days");
}

/* Half of 100: sd 5. Q(4.5 / 5) = 18.4 %; 50 + 1.645 * 5 - 0.5 = 57.7. With a cv of 0.2 the variance is 50 - 25 * 1.04 + 100.
 * 20 families of three, half of whom want it: 30, variance 3 * 30 - 30^2 / 20 = 45. Q(6.5 / 6.71) = 16.6 %. */
static void each_of_a_number_takes_it_or_not(void **unused)
{
    (void)unused;
    CHECK(block, "residents.all.count=100", "residents.all.uptake=50 %", "layouts.only.desk.portions.tea=54");
    says("!  tea: 54 for 50 expected; too few on about 18 % of days");
    says("portions.tea: 58 would last");
    CHECK(block, "residents.all.count=100", "residents.all.uptake=50 %", "residents.all.day-to-day=0.2", "layouts.only.desk.portions.tea=60");
    says("!  tea: 60 for 50 expected; too few on about 17 % of days"); /* Q(10.5 / 11.14) */
    CHECK(block, "residents.all.party=3", "residents.all.uptake=50 %", "layouts.only.desk.portions.tea=36");
    says("!  tea: 36 for 30 expected; too few on about 17 % of days");
}

/* 50 cups stand from 17:00 on and are poured away at 18:15, when half of 20 are still to come: 10 more, of 20 who come then or
 * not: variance 10 - 10^2 / 20. 50 + 10 + 1.645 * 2.24 - 0.5 = 63.2, as simulated (tests/planner/test_stocking.c). Of 20, half
 * are poured away, and from then on there are none. */
static void what_stands_too_long_is_poured_away(void **unused)
{
#define MILK block, "window=17:00 - 19:30", "residents.all.departs=[{peak: '18:15', spread: 30 min}]", "drinks.tea={cup: 200 ml, hold: 75 min}", \
             "equipment={can: {kind: insulated, volume: 10 L, filled: 68 °C}}", "layouts.only.desk.vessels={tea: can}"
    (void)unused;
    CHECK(MILK);
    says("!  tea: 20 for 20 expected; too few on about 100 % of days");
    says("-> hold is shorter than the window: of what stands in vessels about 10 are poured away, the first at 18:15; who comes then needs a filling of its own");
    says("portions.tea: 64 would last");
    CHECK(MILK, "layouts.only.desk.portions.tea=64");
    says("ok tea: 64 for 20 expected; too few on about 2 % of days");
    says("about 40 are poured away, the first at 18:15");
    CHECK(MILK, "drinks.tea.hold=150 min");
    silent("hold is shorter");
    says("ok tea: 20 for 20 expected; too few on about 0 % of days");
}

/* --- vessels: an urn of 20 L, 3 kW ----------------------------------------------------------------------- */

static const char urn[] = "samovar: 1\n"
                          "name: urn\n"
                          "window: 07:00 - 08:00\n"
                          "air: 0 °C\n"
                          "residents:\n"
                          "  all: {rate: 240 /h, at: desk}\n"
                          "drinks: {tea: {cup: 250 ml, serve: 55 - 70 °C}}\n"
                          "equipment:\n"
                          "  urn-20: {kind: heated, volume: 20 L, power: 3 kW, setpoint: 70 °C, hysteresis: 2 K, loss: 0 W/K, shell: 0 J/K,\n"
                          "           tap: 60 ml/s, preheat: 60 min, refill: {below: 5 L, water: 60 °C, by: helper}}\n"
                          "  carrier: {kind: insulated, volume: 12 L, filled: 74 °C, loss: 0.2 W/K, shell: 0 J/K}\n"
                          "service: {greet: 10 s, pour-drop: 4 K}\n"
                          "layouts: {only: {desk: {staff: 2, vessels: {tea: urn-20}}}}\n";

/* 250 ml at 60 ml/s is 4.17 s; 4 a minute make 16.7 s. */
static void a_sound_urn_is_fine(void **unused)
{
    (void)unused;
    CHECK(urn);
    says("each takes 14 s: work for 0.94");
    says("ok taps: the busiest, of tea, pours 17 s of every minute");
    says("urn-20 with tea");
    says("ok cups come out at 64 to 68 °C (band 55 to 70 °C)");
    says("ok warm 60 min before opening");
    says("ok stays warm when refilled with water of 60 °C");
    silent("circuit");
    silent("heat for");
    assert_int_equal(warnings, 0);
}

/* 4 a minute, 50 s each: 200 s of every minute; with 12 ml/s, 20.8 s each, 83 s; two taps halve it. */
static void slow_taps_are_found(void **unused)
{
    (void)unused;
    CHECK(urn, "equipment.urn-20.tap=5 ml/s");
    says("!  taps: the busiest, of tea, pours 200 s of every minute in the busiest quarter hour: more than there is");
    says("-> layouts.only.desk.vessels.tea: one vessel more");
    CHECK(urn, "equipment.urn-20.tap=18 ml/s");
    says("?  taps: the busiest, of tea, pours 56 s of every minute");
    CHECK(urn, "equipment.urn-20.tap=18 ml/s", "layouts.only.desk.vessels.tea=[urn-20, urn-20]");
    says("ok taps: the busiest, of tea, pours 28 s of every minute");
}

/* From 10 to 59 °C: 49 K * 83.72 kJ/K at 3 kW is 1367 s, 22.8 min. After 15 min: 10 + 2.7e6 / 83720 = 42.2. */
static void a_late_preheat_is_found(void **unused)
{
    (void)unused;
    CHECK(urn, "equipment.urn-20.filled=10 °C", "equipment.urn-20.preheat=15 min");
    says("!  at opening only 42 °C, warm enough (59 °C) from 07:08 on");
    says("-> equipment.urn-20.preheat: at least 23 min");
    CHECK(urn, "equipment.urn-20.filled=10 °C", "equipment.urn-20.preheat=23 min");
    silent("at opening only");
}

/* 100 W against 5 W/K: 20 K above the air. */
static void a_weak_heater_never_gets_warm(void **unused)
{
    (void)unused;
    CHECK(urn, "equipment.urn-20.filled=10 °C", "equipment.urn-20.power=100 W", "equipment.urn-20.loss=5 W/K");
    says("!  it never gets warm: 59 °C are needed in the vessel");
}

/* 5 L of 70 and 15 L of 10 °C make 25 °C; back to 59 take 34 K * 83.72 kJ/K / 3 kW = 949 s. Water of
 * 59 - 5 * 11 / 15 = 55.3 °C would do. 60 L an hour from 10 to 59 °C need 16.67 g/s * 4.186 * 49 = 3.42 kW. */
static void a_cold_refill_makes_a_hole(void **unused)
{
    (void)unused;
    CHECK(urn, "equipment.urn-20.refill.water=10 °C", "equipment.urn-20.filled=60 °C");
    says("!  every 60 cups a refill with water of 10 °C brings it down to 25 °C; it takes 16 min to be warm enough (59 °C) again");
    says("-> equipment.urn-20.refill.water: at least 56 °C");
    says("!  heat for tea: 60 L an hour from 10 to 59 °C need 3.4 kW in the busiest quarter hour; heaters 3.0 kW: cups will be lukewarm");
    /* 60 cups of a filling, 58 wanted: never refilled */
    CHECK(urn, "equipment.urn-20.refill.water=10 °C", "equipment.urn-20.filled=60 °C", "residents.all.rate=58 /h");
    silent("refill with water");
    silent("heat for tea");
    /* 5 W/K lose 59 * 5 = 295 W more */
    CHECK(urn, "equipment.urn-20.refill.water=10 °C", "equipment.urn-20.loss=5 W/K");
    says("need 3.7 kW in the busiest quarter hour");
    /* 3.42 of 3.9 kW are 88 %; two urns are 57 % */
    CHECK(urn, "equipment.urn-20.refill.water=10 °C", "equipment.urn-20.power=3.9 kW");
    says("?  heat for tea:");
    says("heaters 3.9 kW: tight");
    CHECK(urn, "equipment.urn-20.refill.water=10 °C", "layouts.only.desk.vessels.tea=[urn-20, urn-20]");
    says("ok heat for tea:");
}

static void the_setpoint_meets_the_band(void **unused)
{
    (void)unused;
    CHECK(urn, "equipment.urn-20.setpoint=80 °C");
    says("!  too hot: cups come out at up to 78 °C, scald risk above 70 °C");
    says("-> equipment.urn-20.setpoint: between 61 and 72 °C");
    CHECK(urn, "equipment.urn-20.setpoint=60 °C");
    says("!  too cold: between heatings cups come out at 54 °C, lukewarm below 55 °C");
    /* 64 - 2 - 8 */
    CHECK(urn, "equipment.urn-20.setpoint=64 °C", "residents.all.own-cup=10 %");
    says("?  own cups: between heatings they get it at 54 °C");
    CHECK(urn, "equipment.urn-20.setpoint=64 °C");
    silent("own cups");
}

/* 6 L: 25.1 kJ/K; an hour at 5 W/K leaves e^-0.717 of 74 °C: 36, in the cup 32. At 0.2 W/K: 71.9, 68. 20 min: e^-0.239, 58, 54. */
static void a_carrier_cools(void **unused)
{
    (void)unused;
    CHECK(urn, "layouts.only.desk.vessels.tea=carrier");
    says("carrier with tea\n  ok half full, it still gives cups of 68 °C at 08:00");
    CHECK(urn, "layouts.only.desk.vessels.tea=carrier", "equipment.carrier.loss=5 W/K");
    says("!  half full, it gives cups of 32 °C at 08:00: lukewarm below 55 °C");
    CHECK(urn, "layouts.only.desk.vessels.tea=carrier", "equipment.carrier.loss=5 W/K", "drinks.tea.hold=20 min");
    says("!  half full, it gives cups of 54 °C at 07:20: lukewarm below 55 °C");
    CHECK(urn, "layouts.only.desk.vessels.tea=carrier", "equipment.carrier.filled=90 °C");
    says("!  too hot: the first cups come out at 86 °C");
    says("-> equipment.carrier.filled: at most 74 °C");
}

static void spare_carriers_are_as_old_as_the_day(void **unused)
{
#define SPARES "layouts.only.desk.vessels.tea=carrier", "layouts.only.desk.portions.tea=20", "layouts.only.desk.reorder={tea: 5}", "store={spares: {tea: 1}}"
    (void)unused;
    CHECK(urn, SPARES, "drinks.tea.hold=20 min");
    says("?  tea in spare carriers was filled at opening: from 07:20 on it's too old and poured away");
    says("-> store.portions.tea instead of store.spares");
    CHECK(urn, SPARES, "drinks.tea.hold=60 min");
    silent("in spare carriers");
    CHECK(urn, SPARES);
    silent("in spare carriers");
}

static void a_drink_without_vessel_is_remarked(void **unused)
{
    (void)unused;
    CHECK(urn, "drinks={tea: {cup: 250 ml}, milk: {cup: 250 ml}}");
    says("?  milk has no vessel here, so it is handed out without pouring, about 120 a day");
    /* not served: half of those who asked for it take tea, 60 of 240 go without */
    CHECK(urn, "drinks={tea: {cup: 250 ml}, milk: {cup: 250 ml}}", "layouts.only.desk.portions={milk: 0, tea: 300}", "residents.all.substitute=50 %");
    silent("milk has no vessel");
    says("?  60 of the 240 who come find neither their drink nor one that they take instead");
    says("tea: 300 for 180 expected");
    says("residents come at 180 an hour");
}

/* --- walking -------------------------------------------------------------------------------------------- */

/* Home to gate 100 m; by the kiosk 60 + 60: a detour of 20 m, which e^(-20/40) = 60.65 % accept. */
static const char estate[] = "samovar: 1\n"
                             "name: estate\n"
                             "window: 07:00 - 08:00\n"
                             "air: -10 °C\n"
                             "site:\n"
                             "  nodes:\n"
                             "    home: {x: 0 m, y: 0 m}\n"
                             "    gate: {x: 100 m, y: 0 m}\n"
                             "    kiosk: {x: 50 m, y: 30 m, power: 4 kW, standing-room: 30}\n"
                             "  paths: [[home, gate, 100 m], [home, kiosk, 60 m], [kiosk, gate, 60 m]]\n"
                             "residents:\n"
                             "  all: {count: 1000, from: home, to: gate, departs: [{peak: 07:30, spread: 1 min}], uptake: 50 %,\n"
                             "        uptake-per-degree: 1 %, detour: exponential(mean 40 m)}\n"
                             "drinks: {tea: {}}\n"
                             "equipment: {urn: {kind: heated, volume: 20 L, power: 3 kW, refill: {water: 75 °C}}}\n"
                             "service: {greet: 1 s}\n"
                             "layouts: {only: {kiosk: {staff: 3, vessels: {tea: urn}}}}\n";

/* At -10 °C 60 % of 1000; 600 * 0.3935 = 236. */
static void who_has_no_station_on_the_way_is_counted(void **unused)
{
    (void)unused;
    CHECK(estate);
    says("1000 residents will set out from 07:00 to 08:00 on average; 600 will want a drink");
    says("!  236 of 600 (39 %) have no station within the detour they accept; most of these start at home");
    CHECK(estate, "residents.all.detour=exponential(mean 120 m)"); /* e^(-1/6): 15.4 % not */
    says("?  92 of 600 (15 %) have no station");
    CHECK(estate, "residents.all.detour=20 m"); /* just enough */
    silent("have no station");
    CHECK(estate, "residents.all.detour=19 m");
    says("600 of 600 (100 %)");
    says("?  nobody is expected here");
    CHECK(estate, "site.paths=[[home, gate, 100 m], [home, kiosk, 60 m, for: car], [home, kiosk, 90 m], [kiosk, gate, 60 m]]"); /* e^(-50/40): 71.35 % not */
    says("!  428 of 600 (71 %) have no station");
    CHECK(estate, "site.paths=[[home, gate, 100 m], [home, kiosk, 60 m, for: car], [home, kiosk, 90 m], [kiosk, gate, 60 m]]", "residents.all.mode=car", "residents.all.speed=3 m/s");
    says("!  236 of 600 (39 %) have no station");
}

/* 300 come just before 07:30 and 300 just after. Each takes 1 s, 4.17 s of pouring and, beyond the first 80 cups,
 * an 80th of a refill's 60 s: 0.65 s; 5.82 s in all, so that one serves 155 in a quarter hour. */
static void standing_room_is_compared(void **unused)
{
    (void)unused;
    CHECK(estate, "residents.all.detour=20 m", "layouts.only.kiosk.staff=1");
    says("busy 194 %: too much");
    says("grow to about 291 residents by 07:45");
    says("-> only 30 can stand there (site.nodes.kiosk.standing-room)");
    CHECK(estate, "residents.all.detour=20 m", "layouts.only.kiosk.staff=1", "site.nodes.kiosk.standing-room=500");
    silent("can stand there");
}

static void circuits_are_compared(void **unused)
{
    (void)unused;
    CHECK(estate);
    says("ok circuit: heaters of 3.0 kW on 4.0 kW");
    CHECK(estate, "site.nodes.kiosk.power=3.5 kW");
    says("?  circuit: heaters of 3.0 kW on 3.5 kW: keep a fifth in hand");
    says("-> site.nodes.kiosk.power: a circuit of at least 3.8 kW");
    CHECK(estate, "site.nodes.kiosk.power=2.2 kW");
    says("!  circuit: heaters of 3.0 kW on 2.2 kW: it will trip");
}

/* 1 % of 1000 for each of 10 K: 100; with chance sqrt(600 * 0.4 + 100^2) = 101.2. Q(100.5 / 101.2) = 16.0 %;
 * 600 + 1.645 * 101.2 - 0.5 = 766.0. */
static void weather_widens_the_demand(void **unused)
{
    (void)unused;
    CHECK(estate, "residents.all.detour=20 m", "air=normal(-10, 10) °C", "layouts.only.kiosk.portions.tea=700");
    says("!  tea: 700 for 600 expected; too few on about 16 % of days");
    says("portions.tea: 766 would last");
}

/* Half the days 0 °C and 500; a quarter -10 °C and 600; a quarter -10 °C with 1.5 times the uptake,
 * (75 + 10) % of 1000 = 850: 612.5 on average. */
static void kinds_of_day_are_weighed(void **unused)
{
    (void)unused;
    CHECK(estate, "days={mild: {share: 50 %, air: 0 °C}, cold: {share: 25 %}, feast: {share: 25 %, set: {residents.all.uptake: x1.5}}}");
    says("on average; 612 will want a drink");
    says("mild (50 % of days, 0 °C on average): 500 want a drink (-18 %)");
    says("cold (25 % of days, -10 °C on average): 600 want a drink (-2 %)");
    says("feast (25 % of days, -10 °C on average): 850 want a drink (+39 %)");
    CHECK(estate, "days={mild: {share: 50 %, air: 0 °C}, cold: {share: 50 %, air: 10 °C, warmer: -20 K, crowd: 2}}");
    says("cold (50 % of days, -10 °C on average): 1200 want a drink");
}

/* --- a plan ------------------------------------------------------------------------------------------------ */

static const char plan[] = "samovar: 1\n"
                           "name: plan\n"
                           "window: 07:00 - 08:00\n"
                           "site:\n"
                           "  nodes: {a: {x: 0 m, y: 0 m}, b: {x: 50 m, y: 0 m, power: 3 kW}}\n"
                           "  paths: [[a, b]]\n"
                           "residents: {all: {rate: 60 /h, from: a, to: b, drinks: {tea: 50 %, milk: 50 %}}}\n"
                           "drinks: {tea: {}, milk: {}}\n"
                           "equipment: {urn: {kind: heated, volume: 20 L, power: 2 kW, setpoint: 85 °C}, box: {kind: insulated, volume: 10 L, filled: 85 °C}}\n"
                           "layouts: {only: {a: {staff: 1, vessels: {tea: urn, milk: box}}}}\n"
                           "plan: {sites: [a, b], kits: {tea: {tea: urn}, both: {tea: urn, milk: box}}, goal: most warm drinks, indifference: 2 drinks}\n";

static void heaters_without_a_stated_circuit_are_remarked(void **unused)
{
    (void)unused;
    CHECK(plan);
    says("a\n  ?  power isn't given for a, so heaters there get as much as they ask for\n     -> site.nodes.a.power: what the circuit there carries; 0 W where there is none");
    says("plan\n  ?  kit `tea` has no vessel for milk, so it is handed out there without pouring\n");
    silent("kit `both`");
    CHECK(plan, "site.nodes.b.power=null");
    says("power isn't given for a, b, so heaters there");
    CHECK(plan, "site.nodes.a.power=0 W");
    silent("power isn't given");
    CHECK(plan, "layouts.only.a.vessels={tea: box, milk: box}", "plan.kits={both: {tea: box, milk: box}}");
    silent("power isn't given");
    silent("\nplan\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enough_staff_is_fine),
        cmocka_unit_test(greeters_take_greeting_off_the_staff),
        cmocka_unit_test(questions_load_the_second_desk_where_there_is_one),
        cmocka_unit_test(points_bring_more_people),
        cmocka_unit_test(too_few_staff_make_a_line),
        cmocka_unit_test(nearly_full_is_tight),
        cmocka_unit_test(far_too_many_staff_are_remarked),
        cmocka_unit_test(nobody_serves_is_said),
        cmocka_unit_test(the_busiest_quarter_hour_is_named),
        cmocka_unit_test(weeks_fit_on_a_page),
        cmocka_unit_test(short_stock_is_counted),
        cmocka_unit_test(a_number_that_is_given_is_not_left_to_chance),
        cmocka_unit_test(each_of_a_number_takes_it_or_not),
        cmocka_unit_test(what_stands_too_long_is_poured_away),
        cmocka_unit_test(what_is_brought_and_what_has_to_last_count),
        cmocka_unit_test(what_stands_in_vessels_overnight_is_lost),
        cmocka_unit_test(far_too_much_is_poured_away),
        cmocka_unit_test(day_to_day_spread_needs_more),
        cmocka_unit_test(a_sound_urn_is_fine),
        cmocka_unit_test(slow_taps_are_found),
        cmocka_unit_test(a_late_preheat_is_found),
        cmocka_unit_test(a_weak_heater_never_gets_warm),
        cmocka_unit_test(a_cold_refill_makes_a_hole),
        cmocka_unit_test(the_setpoint_meets_the_band),
        cmocka_unit_test(a_carrier_cools),
        cmocka_unit_test(spare_carriers_are_as_old_as_the_day),
        cmocka_unit_test(a_drink_without_vessel_is_remarked),
        cmocka_unit_test(who_has_no_station_on_the_way_is_counted),
        cmocka_unit_test(standing_room_is_compared),
        cmocka_unit_test(circuits_are_compared),
        cmocka_unit_test(weather_widens_the_demand),
        cmocka_unit_test(kinds_of_day_are_weighed),
        cmocka_unit_test(heaters_without_a_stated_circuit_are_remarked),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, forget);
}
