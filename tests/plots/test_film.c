/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day on the map: what its script and tables say, and that gnuplot makes a GIF of them. */
#include "tests/support/expect.h"

#include "core/say.h"
#include "plots/film.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRAMES = 4 };

/* A tower, a crossing and a gate in a line; three residents. */
static struct picture_node nodes[] = {{"tower", 0, 0, 3, 0, -1}, {"bend", 60, 0, 0, 0, -1}, {"it's a `gate`", 120, 0, 0, 3, 0}};
static const struct picture_path paths[] = {{0, 1, 3}, {1, 2, 3}};
static const struct picture_vessel picture_vessels[] = {{.name = "urn", .drink = "tea", .serve_low_c = 60, .serve_high_c = 75}};
static const struct picture_station stations[] = {{.name = "it's a `gate`", .x_m = 120, .y_m = 0, .served = 2, .n_vessels = 1, .vessel = picture_vessels}};
static const struct picture picture = {.scenario = "Three", .layout = "one", .n_nodes = 3, .node = nodes, .n_paths = 2, .path = paths,
                                       .n_stations = 1, .station = stations};
static const double tea_c[FRAMES] = {72, 58.26, NAN, 20};
static const struct film_vessel vessels[] = {{"tea", tea_c, 60, 75}};
static const int waiting[FRAMES] = {0, 1, 0, 0}, there[FRAMES] = {0, 2, 0, 0};
static const struct film_station film_stations[] = {{waiting, there, 2, 1, vessels}};
static const double served[FRAMES] = {0, 0, 1, 2}, lost[FRAMES] = {0, 0, 1, 1};
static const struct film_point first[] = {{0, 0, 0, FILM_COMES}, {60, 60, 0, FILM_COMES}, {80, 120, 0, FILM_STANDS}, {170, 120, 0, FILM_WARM}, {200, 60, 0, FILM_WARM}};
static const struct film_point second[] = {{90, 0, 0, FILM_WITHOUT}, {190, 60, 0, FILM_WITHOUT}};
static const struct film_point third[] = {{60, 0, 0, FILM_COMES}, {100, 120, 0, FILM_STANDS}, {150, 120, 0, FILM_AWAY}, {400, 120, 0, FILM_AWAY}};
static const struct film_walker walkers[] = {{5, first}, {2, second}, {4, third}, {0, NULL}};

static struct film small_film(void)
{
    return (struct film){.picture = &picture, .day = 7, .kind = "cold", .air_c = -0.3, .frames = FRAMES, .first_s = 30, .step_s = 80, .station = film_stations,
                         .served = served, .lost = lost, .wanted = 3, .longest = 2, .longest_at = 0, .longest_s = 27000, .n_walkers = 4, .walker = walkers};
}

static void free_parts(struct text part[])
{
    for (int i = 0; i < FILM_PARTS; i++)
        text_free(&part[i]);
}

static void expect_part(const struct text part[], enum film_part which, const char *piece)
{
    if (!strstr(text_c(&part[which]), piece))
        fail_msg("%s hasn't `%s`:\n%s", film_files[which], piece, text_c(&part[which]));
}

static void walkers_are_between_their_points(void **unused)
{
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0};

    (void)unused;
    assert_int_equal(film_write(&film, part), OK);
    /* 30 s: the first is half way to the bend. 110 s: two stand at the gate, in the crowd's places; the second is under
     * way. 190 s: the first walks back, the second arrived, the third can't be seen. 270 s: nobody. */
    assert_string_equal(text_c(&part[FILM_WALKERS]),
                        "frame,x (m),y (m),state\n0,30.0,0.0,0\n\n\n1,12.0,0.0,4\n1,123.9,0.0,1\n1,125.9,0.0,1\n\n\n2,80.0,0.0,2\n\n\n3,,,5\n\n\n");
    free_parts(part);
}

static void tables_count_and_tell_warm_from_cold(void **unused)
{
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0};

    (void)unused;
    assert_int_equal(film_write(&film, part), OK);
    expect_part(part, FILM_VESSELS, "0,171.9,72.0,2\n\n\n1,171.9,58.3,3\n\n\n2,171.9,,5\n\n\n3,171.9,20.0,3\n");
    expect_part(part, FILM_NUMBERS, "1,366.0,205.4,with a drink: 0\n1,366.0,195.9,without: 0\n1,428.0,182.4,line 1\n1,450.0,171.9,58°\n\n\n");
    expect_part(part, FILM_NUMBERS, "2,450.0,171.9,empty\n");
    assert_string_equal(text_c(&part[FILM_CLOCK]), "frame,x (pt),y (pt),clock,share of the day\n0,366.0,220.4,00:00,0.2500\n\n\n1,366.0,220.4,00:01,0.5000\n\n\n"
                                                   "2,366.0,220.4,00:03,0.7500\n\n\n3,366.0,220.4,00:04,1.0000\n\n\n");
    free_parts(part);
}

static void script_says_the_finding_and_quotes_names(void **unused)
{
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0};

    (void)unused;
    assert_int_equal(film_write(&film, part), OK);
    expect_part(part, FILM_SCRIPT, "set label '2 of 3 get a drink on this day; at it''s a `gate` 2 wait at 07:30' at 14.00,");
    expect_part(part, FILM_SCRIPT, "set label 'Three · one · day 7 · cold · air 0 °C' at ");
    expect_part(part, FILM_SCRIPT, "set terminal gif animate delay 10 loop 0 optimize size 840,504 font sans.',8'");
    expect_part(part, FILM_SCRIPT, "do for [f = 0:3] {\n");
    for (const char *at = text_c(&part[FILM_SCRIPT]); (at = strchr(at, '`')); at++)
        assert_non_null(strstr(at, "' at ")); /* within a literal, never a command of its own */
    assert_null(strchr(text_c(&part[FILM_SCRIPT]), '"'));
    free_parts(part);
}

static void a_day_without_anybody_says_so(void **unused)
{
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0};

    (void)unused;
    film.n_walkers = 0, film.wanted = 0;
    assert_int_equal(film_write(&film, part), OK);
    expect_part(part, FILM_SCRIPT, "set label 'Nobody wants a drink on this day'");
    free_parts(part);
}

/* A crowd too large to be shown one by one is thinned, and the page says so. */
static void a_great_crowd_is_thinned(void **unused)
{
    enum { CROWD = 40000 };
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0};
    struct film_walker *crowd = calloc(CROWD, sizeof *crowd);
    size_t rows = 0;

    (void)unused;
    assert_non_null(crowd);
    for (int i = 0; i < CROWD; i++)
        crowd[i] = walkers[0];
    film.n_walkers = CROWD, film.walker = crowd;
    assert_int_equal(film_write(&film, part), OK);
    expect_part(part, FILM_SCRIPT, "one of 2 who walk is shown");
    for (const char *at = text_c(&part[FILM_WALKERS]); *at; at++)
        rows += *at == '\n';
    expect_between((double)rows, CROWD / 2, 1.5 * CROWD);
    free(crowd);
    free_parts(part);
}

static int shell_number(const char *command)
{
    char said[4096];

    assert_int_equal(expect_run(command, said, sizeof said), 0);
    return atoi(said);
}

static void gnuplot_makes_a_gif_of_it(void **unused)
{
    char folder[] = "/tmp/samovar-film-XXXXXX", path[128], command[512];
    struct film film = small_film();
    struct text part[FILM_PARTS] = {0}, message = {0};
    struct stat facts;

    (void)unused;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(film_write(&film, part), OK);
    for (int i = 0; i < FILM_PARTS; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, film_files[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        assert_true(fputs(text_c(&part[i]), file) >= 0);
        assert_int_equal(fclose(file), 0);
    }
    if (film_draw(folder, NULL, &message) != OK)
        fail_msg("%s", text_c(&message));
    snprintf(path, sizeof path, "%s/day.gif", folder);
    assert_int_equal(stat(path, &facts), 0);
    expect_between((double)facts.st_size, 5000, 200000);
    /* a picture a frame: graphic control extensions */
    snprintf(command, sizeof command, "LC_ALL=C grep -a -o -P '\\x21\\xF9\\x04' %s | wc -l", path);
    assert_int_equal(shell_number(command), FRAMES);
    snprintf(command, sizeof command, "rm -r %s; echo 0", folder);
    shell_number(command);
    text_free(&message);
    free_parts(part);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walkers_are_between_their_points),
        cmocka_unit_test(tables_count_and_tell_warm_from_cold),
        cmocka_unit_test(script_says_the_finding_and_quotes_names),
        cmocka_unit_test(a_day_without_anybody_says_so),
        cmocka_unit_test(a_great_crowd_is_thinned),
        cmocka_unit_test(gnuplot_makes_a_gif_of_it),
    };
    say_in("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
