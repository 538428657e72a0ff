/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios in which there is little or too much to show: every chart is drawn, in both languages, without a complaint,
 * and no script names a number that isn't one. */
#include "tests/cli/workplace.h"

#include "core/text.h"
#include "tests/support/pixels.h"

#include <glob.h>

static const char layouts[] = "drinks: {tea: {cup: 250 ml, serve: 55 - 70 °C}}\n"
                              "equipment: {flask: {kind: insulated, volume: 12 L, filled: 75 °C, loss: 0.5 W/K, tap: 50 ml/s, swap: 45 s}}\n"
                              "service: {greet: 10 s, hand-over: 5 s}\nlayouts:\n  only:\n";

/* One tower, one gate, and a station at `at`. */
static void write_small(const char *window, const char *group, const char *at, const char *station)
{
    char text[4096];

    snprintf(text, sizeof text,
             "samovar: 1\nname: Little\nlanguage: en\nwindow: %s\nwait-target: 2 min\n"
             "site: {nodes: {tower: {x: 0 m, y: 100 m}, gate: {x: 0 m, y: 0 m}, side: {x: 200 m, y: 0 m}}, paths: [[tower, gate], [gate, side]]}\n"
             "residents: {all: {from: {tower: 100 %%}, to: {gate: 100 %%}, drinks: {tea: 100 %%}, %s}}\n%s    %s: {%s}\n",
             window, group, layouts, at, station);
    write_file("little.yaml", text);
}

/* Forty places, thirty stations, names of sixty characters. */
static void write_crowd(void)
{
    static const char *const names[] = {"The temporary hot-drink table by the east gate near metro",
                                        "滨河花园二期东侧靠近地铁口的临时热饮供应点兼咨询台一号点位对面快递柜旁边雨棚下面靠近充电桩的那一张桌子旁"};
    char name[40][256];
    FILE *file = fopen("little.yaml", "w");

    assert_non_null(file);
    for (int i = 0; i < 40; i++)
        snprintf(name[i], sizeof name[i], "%s %02d", names[i % 2], i);
    fprintf(file, "samovar: 1\nname: \"%s\"\nlanguage: en\nwindow: 07:00 - 08:00\nsite:\n  nodes:\n", name[1]);
    for (int i = 0; i < 40; i++)
        fprintf(file, "    \"%s\": {x: %d m, y: %d m}\n", name[i], i * 37 % 101, i * 53 % 89);
    fputs("  paths:\n", file);
    for (int i = 0; i < 39; i++)
        fprintf(file, "    - [\"%s\", \"%s\"]\n", name[i], name[i + 1]);
    fprintf(file, "residents: {all: {count: 900, from: {\"%s\": 50 %%, \"%s\": 50 %%}, to: {\"%s\": 100 %%}, drinks: {tea: 100 %%},"
                  " departs: [{peak: 07:20, spread: 5 min, share: 100 %%}], uptake: 80 %%}}\n%s", name[0], name[20], name[39], layouts);
    for (int i = 5; i < 35; i++)
        fprintf(file, "    \"%s\": {staff: 1, vessels: {tea: flask}, portions: {tea: 20}, cups: 20}\n", name[i]);
    assert_int_equal(fclose(file), 0);
}

/* Something in every panel of a chart, and on its page below the title. The last panel of a script is the page. */
static void expect_ink(const char *script)
{
    enum { LEAST = 24 };
    char *text, picture[PATH_MAX];
    struct pixels pixels;
    size_t n;
    double left, right, bottom, top;

    snprintf(picture, sizeof picture, "%.*s.png", (int)(strlen(script) - strlen(".gp")), script);
    if (text_read_file(script, 1 << 22, &text, &n) != OK || !pixels_read(picture, &pixels))
        fail_msg("%s can't be read", picture);
    for (const char *at = text; (at = strstr(at, "set lmargin at screen ")); at++) {
        assert_int_equal(sscanf(at, "set lmargin at screen %lf; set rmargin at screen %lf set bmargin at screen %lf; set tmargin at screen %lf",
                                &left, &right, &bottom, &top), 4);
        if (top >= 1)
            bottom = 0.05, top = 0.78;
        if (pixels_inked(&pixels, left, bottom, right, top) < LEAST)
            fail_msg("%s: the panel at %g, %g is blank", picture, left, bottom);
    }
    free(text);
    free(pixels.rgb);
}

static void expect_ink_on_all(const char *folder, int charts)
{
    char pattern[PATH_MAX];
    glob_t tables;

    snprintf(pattern, sizeof pattern, "%s/charts/*.csv", folder);
    assert_int_equal(glob(pattern, 0, NULL, &tables), 0);
    assert_in_range(tables.gl_pathc, charts, 16);
    for (size_t i = 0; i < tables.gl_pathc; i++) {
        strcpy(strrchr(tables.gl_pathv[i], '.'), ".gp");
        expect_ink(tables.gl_pathv[i]);
    }
    globfree(&tables);
}

/* A chart says in large letters what there is to say. */
static void expect_title(const char *chart, const char *piece)
{
    if (shell("grep -F \".',12.5'\" en/charts/%s.gp | grep -q \"%s\"", chart, piece) != 0)
        fail_msg("the title of %s doesn't say '%s'", chart, piece);
}

/* In both languages, at least so many charts, each a picture with something on it; the film, which takes seconds, in one. */
static void draw(int days, int charts)
{
    static const char *const languages[] = {"en", "zh"};

    for (int i = 0; i < 2; i++) {
        if (shell("\"$SAMOVAR\" run little.yaml --days %d --quiet --lang %s --out %s%s", days, languages[i], languages[i], i ? " --animate" : "") != 0 || *said)
            fail_msg("%s: %s", languages[i], said);
        expect_ink_on_all(languages[i], charts);
        if (shell("! grep -iE '[^a-z](inf|-?nan)([^a-z]|$)' %1$s/charts/*.gp $(ls %1$s/animation/*.gp 2>/dev/null) | grep -v NaN",
                  languages[i]) != 0)
            fail_msg("%s", said);
    }
    step("test -s zh/animation/day.gif");
}

#define DEPARTS "departs: [{peak: 07:10, spread: 5 min, share: 100 %}]"
#define STATION "staff: 1, vessels: {tea: flask}, portions: {tea: 40}, cups: 40"

static void one_day_of_hardly_anybody(void **unused)
{
    (void)unused;
    write_small("07:00 - 08:00", "count: 5, uptake: 100 %, " DEPARTS, "gate", STATION);
    draw(1, 7);
    step("for f in en/charts/*.gp; do grep -q ', 1 day simulated' $f || exit 1; done");
    expect_title("line", "always less than 1 person");
    expect_title("wait", "100 of 100 wait less than 2 min");
    expect_title("arrivals", "gate can serve all who come");
}

static void nobody_wants_a_drink(void **unused)
{
    (void)unused;
    write_small("07:00 - 08:00", "count: 50, uptake: 0 %, " DEPARTS, "gate", STATION);
    draw(3, 5);
    step("grep -q \"'这一天没有人想喝'\" zh/animation/day.gp && grep -q \"'Nobody wants a drink'\" en/charts/map.gp");
    expect_title("arrivals", "Nobody comes to any station");
    expect_title("line", "No line to speak of");
}

static void everybody_is_lost(void **unused)
{
    (void)unused;
    write_small("07:00 - 08:00", "count: 50, uptake: 100 %, detour: 1 m, " DEPARTS, "side", STATION);
    draw(3, 6);
    expect_title("map", "No station lies on anyone''s way");
    expect_title("funnel", "the largest loss: no station on the way (49 a day)");
    expect_title("arrivals", "Nobody comes to any station");
    write_small("07:00 - 08:00", "count: 50, uptake: 100 %, " DEPARTS, "gate", "staff: 1, vessels: {tea: flask}, portions: {tea: 0}, cups: 0");
    step("rm -r en zh");
    draw(3, 5);
    step("grep -q \"'Residents come, but nobody is served'\" en/charts/arrivals.gp && grep -q \"'All vessels are empty'\" en/charts/vessels.gp");
    expect_title("funnel", "the largest loss: drink or cups ran out (49 a day)");
}

static void a_window_of_one_step(void **unused)
{
    (void)unused;
    write_small("07:00 - 07:05", "count: 30, uptake: 100 %, departs: [{peak: 07:02, spread: 1 min, share: 100 %}]", "gate", STATION);
    draw(10, 7);
}

static void a_crowd_of_places_with_long_names(void **unused)
{
    (void)unused;
    write_crowd();
    draw(5, 7);
    step("grep -q \"'shown: the 6 of 30 stations with the highest peak\" en/charts/arrivals.gp");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(one_day_of_hardly_anybody),
        in_workplace(nobody_wants_a_drink),
        in_workplace(everybody_is_lost),
        in_workplace(a_window_of_one_step),
        in_workplace(a_crowd_of_places_with_long_names),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
