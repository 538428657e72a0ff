/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that gnuplot leaves of the charts of a choice. */
#include "plots/chart.h"
#include "tests/plots/crossroads.h"
#include "tests/plots/slides.h"
#include "tests/support/expect.h"

#include <stdlib.h>
#include <unistd.h>

static struct crossroads c;
static char folder[64], out[4096];
static const char evil[] = "`touch pwned` 'x' \"y\" <b>&=1+1";

static int shell(const char *format, const char *argument)
{
    char command[2048];

    snprintf(command, sizeof command, format, folder, argument);
    return expect_run(command, out, sizeof out);
}

static int new_folder(void **unused)
{
    (void)unused;
    strcpy(folder, "/tmp/samovar-choice-XXXXXX");
    crossroads(&c);
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **unused)
{
    (void)unused;
    return shell("rm -rf '%s'", "");
}

static void draw(void)
{
    struct text message = {0};
    enum status status = choice_charts_draw(&c.picture, folder, &message);

    if (status != OK)
        fail_msg("%s", text_c(&message));
    text_free(&message);
}

/* Size, and rows that aren't all of one colour: those leave only zeros behind a PNG filter; a text in
 * every SVG; letters in every PDF. */
static const char check_pictures[] =
    "cd '%s' && python3 - <<'END'\n"
    "import glob, os, struct, zlib\n"
    "from xml.dom import minidom\n"
    "names = sorted(n[:-4] for n in glob.glob('*.png') if '-slide' not in n)\n"
    "assert len(names) == 10, names\n"
    "for name in names:\n"
    "    if os.path.exists(name + '-slide.png'):\n"
    "        slide = open(name + '-slide.png', 'rb').read()\n"
    "        assert struct.unpack('>II', slide[16:24]) == (4000, 2250) and len(slide) > 40000, name\n"
    "    png, data, at = open(name + '.png', 'rb').read(), b'', 8\n"
    "    assert struct.unpack('>II', png[16:24]) == (2000, 1200), name\n"
    "    while at < len(png):\n"
    "        n, kind = struct.unpack('>I4s', png[at:at + 8])\n"
    "        if kind == b'IDAT': data += png[at + 8:at + 8 + n]\n"
    "        at += 12 + n\n"
    "    raw = zlib.decompress(data)\n"
    "    assert 1 - raw.count(0) / len(raw) > 0.005, name + ' is blank'\n"
    "    texts = minidom.parse(name + '.svg').getElementsByTagName('text')\n"
    "    says = ' '.join(t.firstChild.data for t in texts if t.firstChild)\n"
    "    assert '''%s''' in says, name + ': ' + says\n"
    "    assert b'FontFile' in open(name + '.pdf', 'rb').read(), name\n"
    "END\n"
    "test $? = 0";

static void every_chart_leaves_six_whole_files_and_slides_where_asked_for(void **unused)
{
    (void)unused;
    draw();
    assert_int_equal(shell("ls -A '%s' | wc -l", ""), 0);
    assert_int_equal(atoi(out), 10 * 6);
    draw_slides(folder);
    assert_int_equal(shell("ls -A '%s' | wc -l", ""), 0);
    assert_int_equal(atoi(out), 10 * 7);
    if (shell(check_pictures, "512 days ") != 0)
        fail_msg("%s", out);
}

static void a_script_redraws_its_chart_alone(void **unused)
{
    (void)unused;
    draw();
    assert_int_equal(shell("cd '%s' && for n in *.csv; do n=${n%%.csv}; mkdir alone && cp $n*.gp $n.csv alone && "
                           "(cd alone && gnuplot $n.gp && gnuplot $n-slide.gp && test -s $n.png && test -s $n-slide.png && "
                           "grep '<text>' $n.svg >a; grep '<text>' ../$n.svg | cmp - a && test -s $n.pdf) "
                           "|| exit 1; rm -r alone; done",
                           ""),
                     0);
}

static void evil_names_run_nothing_and_break_nothing(void **unused)
{
    (void)unused;
    c_rename(&c, evil);
    draw();
    assert_int_equal(shell("find '%s' . -maxdepth 1 -name '*pwned*'", ""), 0);
    assert_string_equal(out, "");
    assert_int_equal(shell(check_pictures, "`touch pwned` \\'x"), 0);
    c_rename(&c, "a\xff\xc3(\n\x01\xef\xbf\xbf\xe2\x80\xae b'\n");
    draw();
    assert_int_equal(shell(check_pictures, "a?" "?( "), 0);
}

static void what_charts_must_bear_is_drawn(void **unused)
{
    (void)unused;
    for (int kind = 0; kind < C_KINDS; kind += getenv("SAMOVAR_TEST_BRIEF") ? 3 : 1) {
        crossroads(&c);
        c_kind(&c, kind);
        draw();
        assert_int_equal(shell(check_pictures, "days"), 0);
    }
}

/* Charts of a run and of a choice may share a folder: neither takes the other's away. */
static void other_charts_stay(void **unused)
{
    const struct picture empty = {.scenario = "", .layout = ""};
    struct text message = {0};

    (void)unused;
    assert_int_equal(shell("cd '%s' && touch line.png stock.csv wait.gp heat.png", ""), 0);
    c.picture.heat = NULL;
    c.picture.n_layouts = c.picture.n_points = c.picture.n_curves = c.picture.n_sweep = c.picture.n_troubles = c.picture.n_tallied = 0;
    draw();
    assert_int_equal(charts_draw(&empty, folder, &message), OK);
    assert_int_equal(shell("cd '%s' && ls", ""), 0);
    assert_string_equal(out, "narrowing-slide.gp\nnarrowing.csv\nnarrowing.gp\nnarrowing.pdf\nnarrowing.png\nnarrowing.svg\n"
                             "tornado-slide.gp\ntornado.csv\ntornado.gp\ntornado.pdf\ntornado.png\ntornado.svg\n");
    assert_int_equal(shell("touch '%s'/wait.png", ""), 0);
    draw();
    assert_int_equal(shell("ls '%s'/wait.png", ""), 0);
    text_free(&message);
}

static void without_gnuplot_nothing_is_left_or_lost(void **unused)
{
    struct text message = {0};
    char *old = strdup(getenv("PATH"));

    (void)unused;
    assert_int_equal(shell("echo old >'%s'/heat.png", ""), 0);
    setenv("PATH", "/nonexistent", 1);
    enum status status = choice_charts_draw(&c.picture, folder, &message);
    setenv("PATH", old, 1);
    free(old);
    assert_int_equal(status, ERR_PIPE);
    assert_int_equal(shell("cd '%s' && ls -A && cat heat.png", ""), 0);
    assert_string_equal(out, "heat.png\nold\n");
    text_free(&message);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, new_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(every_chart_leaves_six_whole_files_and_slides_where_asked_for),
        IN_FOLDER(a_script_redraws_its_chart_alone),
        IN_FOLDER(evil_names_run_nothing_and_break_nothing),
        IN_FOLDER(what_charts_must_bear_is_drawn),
        IN_FOLDER(other_charts_stay),
        IN_FOLDER(without_gnuplot_nothing_is_left_or_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
