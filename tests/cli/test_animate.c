/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar run --animate: when it's refused, what it writes, and that its script and tables don't depend on threads. */
#include "tests/cli/workplace.h"

static void is_refused_with_a_sentence(void **unused)
{
    (void)unused;
    expect_end(2, "run mine.yaml --animate", "--animate goes with --out DIR: where is it to be written?");
    expect_end(2, "run mine.yaml --animate --out o --day 3 --trace", "--animate and --trace don't go together");
    expect_end(2, "run \"$ROOT\"/scenarios/verification/mm3.yaml --days 2 --animate --out o",
               "--animate shows residents on the map, and this scenario has no `site`");
    expect_end(2, "run mine.yaml --set campaign.days=3 --animate --out out", "3 in a row: add --set campaign=null");
    step("\"$SAMOVAR\" run mine.yaml --set 'campaign={days: 3, weather: 0.5}' --set campaign=null --days 1 --no-charts --quiet");
    expect_files("mine.yaml ");
}

/* Where only the script and its tables are looked at: a gnuplot that draws nothing, and takes no seconds for it. */
static void draw_nothing(void)
{
    step("mkdir bin && printf '#!/bin/sh\ncat >/dev/null\necho GIF >day.gif\n' >bin/gnuplot && chmod +x bin/gnuplot");
}

/* The film of a day is of just that day: who is served on it, and when the day closes. */
static void film_shows_the_day_asked_for(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run mine.yaml --days 5 --no-charts --animate --day 3 --out o");
    expect_said("to watch day 3: o/animation/day.gif");
    step("LC_ALL=C ls o/animation | tr '\\n' ' '");
    assert_string_equal(said, "day-clock.csv day-numbers.csv day-vessels.csv day-walkers.csv day.gif day.gp ");
    step("served=$(awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == \"served\") c = i } $1 == 3 { print $c }' o/days.csv);"
         " test $served -gt 10 && grep -q \"set label '$served of\" o/animation/day.gp && grep -q ' · day 3' o/animation/day.gp && tail -40 o/animation/day-numbers.csv | grep -q \"with a drink: $served\"");
    step("for s in 0 1 2 4; do grep -q \",$s\\$\" o/animation/day-walkers.csv || exit; done");
    draw_nothing();
    step("PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 5 --no-charts --animate --quiet --out zero && rm -r bin && ! cmp -s o/animation/day-walkers.csv zero/animation/day-walkers.csv");
    for (int i = 0; i < 5; i++) {
        static const char *const parts[] = {"day.gp", "day-walkers.csv", "day-vessels.csv", "day-numbers.csv", "day-clock.csv"};
        if (shell("grep -q '\"animation/%s\"' o/manifest.json", parts[i]) != 0)
            fail_msg("%s isn't in the manifest", parts[i]);
    }
}

static void script_and_tables_are_the_same_for_any_number_of_threads(void **unused)
{
    (void)unused;
    draw_nothing();
    step("for t in 1 2 8; do PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 70 --no-charts --animate --quiet --threads $t --out $t || exit; done");
    step("rm -r bin && diff -rq 1 2 && diff -rq 1 8");
}

/* As many pictures as the clock has moments: one that equals the one before would be dropped. */
static void gif_of_riverside_is_small_and_not_blank(void **unused)
{
    (void)unused;
    step("\"$SAMOVAR\" run \"$ROOT\"/scenarios/riverside.yaml --days 2 --no-charts --animate --quiet --out o");
    step("size=$(stat -c %s o/animation/day.gif) && test $size -gt 500000 && test $size -lt 5000000 || { echo $size bytes; exit 1; }");
    step("test $(LC_ALL=C grep -a -o -P '\\x21\\xF9\\x04' o/animation/day.gif | wc -l) -ge $(grep -c ':' o/animation/day-clock.csv)");
}

/* Between two events people are on their way: at least one is seen on a path and not at a node. */
static void residents_walk_on_the_paths(void **unused)
{
    (void)unused;
    write_file("straight.yaml", "samovar: 1\nname: Straight\nlanguage: en\nwindow: 07:00 - 07:30\n"
                                "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 600 m, y: 0 m}, c: {x: 600 m, y: 300 m}, d: {x: 600 m, y: 600 m}}, paths: [[a, b], [b, c], [c, d]]}\n"
                                "residents: {all: {count: 40, from: {a: 100 %}, to: {d: 100 %}, departs: [{peak: 07:10, spread: 5 min, share: 100 %}],"
                                " uptake: 100 %, speed: 1 m/s}}\ndrinks: {tea: {}}\nservice: {greet: 10 s}\nlayouts: {one: {c: {staff: 1}}}\n");
    step("\"$SAMOVAR\" run straight.yaml --days 1 --no-charts --animate --quiet --out o");
    step("awk -F, '/,/ && NR > 1 && $2 != \"\" && $4 != 1 { n++; if ($3 == 0 && $2 > 0 && $2 < 600 && $4 == 0) first++; else if ($2 == 600 && $3 > 0 && $3 < 300 && $4 == 0) second++; "
         "else if ($2 == 600 && $3 > 300 && $3 < 600 && $4 == 2) third++; else if (!(($2 == 0 || $2 == 600) && ($3 == 0 || $3 == 300 || $3 == 600))) { print; off++ } }"
         " END { print n, first, second, third, off + 0; exit !(first > 40 && second > 20 && third > 20 && !off) }' "
         "o/animation/day-walkers.csv");
}

/* A second is enough for the end; neither a directory nor a gnuplot is left. */
static void a_film_interrupted_ends_at_once_and_leaves_nothing(void **unused)
{
    (void)unused;
    step("mkdir bin && printf '#!/bin/sh\necho $$ >\"$WORK/pid\"\nexec sleep 60\n' >bin/gnuplot && chmod +x bin/gnuplot");
    int code = shell("WORK=$PWD PATH=\"$PWD/bin:$PATH\" \"$SAMOVAR\" run mine.yaml --days 4 --no-charts --animate --quiet --out o 2>told & p=$!;"
                     " while ! test -s pid; do sleep 0.02; done; kill -INT $p; start=$(date +%%s%%N); wait $p; code=$?;"
                     " test $(($(date +%%s%%N) - start)) -lt 1000000000 || code=1; exit $code");
    assert_int_equal(code, 130);
    step("cat told");
    expect_said("samovar: interrupted while the film was drawn; nothing is written");
    step("! kill -0 $(cat pid) && rm -r bin pid told");
    expect_files("mine.yaml ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_workplace(is_refused_with_a_sentence),
        in_workplace(film_shows_the_day_asked_for),
        in_workplace(script_and_tables_are_the_same_for_any_number_of_threads),
        in_workplace(gif_of_riverside_is_small_and_not_blank),
        in_workplace(residents_walk_on_the_paths),
        in_workplace(a_film_interrupted_ends_at_once_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, enter_workplace, NULL);
}
