/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that gnuplot leaves, and what happens when it fails. */
#include "tests/plots/riverside.h"
#include "tests/plots/slides.h"
#include "tests/support/expect.h"
#include "tests/support/pixels.h"

#include "core/text.h"
#include "plots/gnuplot.h"
#include "plots/redraw.h"
#include "plots/sheet.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static struct riverside r;
static char folder[64], path[512], out[4096];
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
    strcpy(folder, "/tmp/samovar-charts-XXXXXX");
    riverside(&r);
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
    enum status status = charts_draw(&r.picture, folder, &message);

    if (status != OK)
        fail_msg("%s", text_c(&message));
    text_free(&message);
}

/* Signature, size, resolution, and a picture that isn't all of one colour: rows of one colour leave
 * only zeros behind a PNG filter. */
static const char check_png[] =
    "cd '%s' && python3 - <<'END'\n"
    "import glob, struct, zlib\n"
    "names = glob.glob('*.png')\n"
    "assert len(names) == 18 and sum(n.endswith('-slide.png') for n in names) == 9, names\n"
    "for name in names:\n"
    "    size = (4000, 2250) if name.endswith('-slide.png') else (2000, 1200)\n"
    "    png, data, at, dots = open(name, 'rb').read(), b'', 8, None\n"
    "    assert struct.unpack('>II', png[16:24]) == size, name\n"
    "    while at < len(png):\n"
    "        n, kind = struct.unpack('>I4s', png[at:at + 8])\n"
    "        body = png[at + 8:at + 8 + n]\n"
    "        assert zlib.crc32(kind + body) == struct.unpack('>I', png[at + 8 + n:at + 12 + n])[0]\n"
    "        if kind == b'IDAT': data += body\n"
    "        if kind == b'pHYs': dots = struct.unpack('>IIB', body)\n"
    "        at += 12 + n\n"
    "    assert dots == (11811, 11811, 1), name\n"
    "    raw = zlib.decompress(data)\n"
    "    assert 1 - raw.count(0) / len(raw) > (0.004 if size[0] == 4000 else 0.01), name + ' is blank'\n"
    "END\n"
    "test $? = 0";

static const char check_svg[] =
    "cd '%s' && python3 - <<'END'\n"
    "import glob\n"
    "from xml.dom import minidom\n"
    "names = glob.glob('*.svg')\n"
    "assert len(names) == 9, names\n"
    "for name in names:\n"
    "    texts = minidom.parse(name).getElementsByTagName('text')\n"
    "    says = ' '.join(t.firstChild.data for t in texts if t.firstChild)\n"
    "    assert '''%s''' in says, name + ': ' + says\n"
    "END\n"
    "test $? = 0";

static void every_chart_leaves_six_whole_files_and_slides_where_asked_for(void **unused)
{
    (void)unused;
    draw();
    assert_int_equal(shell("ls -A '%s' | wc -l", ""), 0);
    assert_int_equal(atoi(out), 9 * 6);
    draw_slides(folder);
    assert_int_equal(shell("ls -A '%s' | wc -l", ""), 0);
    assert_int_equal(atoi(out), 9 * 7);
    assert_int_equal(shell(check_png, ""), 0);
    assert_int_equal(shell(check_svg, "layout today, 400 days simulated"), 0);
    assert_int_equal(shell("cd '%s' && for f in *.pdf; do grep -qa FontFile $f || exit 1; done", ""), 0);
}

/* Leaves the map and, unless nobody wants a drink, the funnel: quickly drawn. */
static void without_series(void)
{
    r.picture.bins = r.picture.wait_cells = 0;
}

static void a_script_redraws_its_chart_alone(void **unused)
{
    (void)unused;
    without_series();
    draw();
    assert_int_equal(shell("cd '%s' && grep '<text>' map.svg >old && rm map.svg map.pdf map*.png && "
                           "export LC_ALL=C.UTF-8 && gnuplot map.gp && gnuplot map-slide.gp && ls map*.png map.svg map.pdf && grep '<text>' map.svg | cmp - old",
                           ""),
                     0);
    assert_string_equal(out, "map-slide.png\nmap.pdf\nmap.png\nmap.svg\n");
}

static void draw_again(int n, const char *const names[])
{
    struct text message = {0};

    if (redraw(folder, n, names, false, &message) != OK)
        fail_msg("%s", text_c(&message));
    text_free(&message);
}

/* The table draws in its own order, redraw in that of the alphabet. */
static void a_chart_is_the_same_bytes_whatever_was_drawn_before_it(void **unused)
{
    static const char *const line[] = {"line"};
    static const char same[] = "cd '%s' && for f in old/*; do cmp $f ${f#old/} || exit 1; done";
    struct arena arena = {0};
    const char **names;
    int n;

    (void)unused;
    draw();
    assert_int_equal(shell("cd '%s' && mkdir old && mv *.png *.svg *.pdf old", ""), 0);
    assert_int_equal(redraw_names(folder, &arena, &n, &names), OK);
    assert_int_equal(n, 9);
    draw_again(n, names);
    assert_int_equal(shell(same, ""), 0);
    draw_again(1, line);
    assert_int_equal(shell(same, ""), 0);
    arena_free(&arena);
}

static void evil_names_run_nothing_and_break_nothing(void **unused)
{
    (void)unused;
    r_rename(&r, evil);
    draw();
    assert_int_equal(shell("find '%s' . -maxdepth 1 -name '*pwned*'", ""), 0);
    assert_string_equal(out, "");
    assert_int_equal(shell(check_svg, "`touch pwned` \\'x\\' \"y\" <b>"), 0);
}

static void names_that_are_no_text_still_give_xml(void **unused)
{
    (void)unused;
    r_rename(&r, "a\xff\xc3(\n\x01\xef\xbf\xbf\xe2\x80\xae b'\n");
    draw();
    assert_int_equal(shell(check_svg, "a?" "?( "), 0);
}

static void crowds_and_calm_are_drawn(void **unused)
{
    (void)unused;
    r_crowd(&r);
    draw();
    riverside(&r);
    for (int s = 0; s < 4; s++)
        r_station(&r, s, r.station[s].name, 0, 0);
    r.picture.days = 1;
    r.picture.target_s = r.picture.wait_within = r.picture.wait_median_s = NAN;
    r.share[0] = 1;
    memset(r.share + 1, 0, sizeof r.share - sizeof *r.share);
    r.node[0].x_m = 1e6;
    r.picture.bins = 2;
    draw();
}

static void charts_that_lost_their_data_go(void **unused)
{
    (void)unused;
    assert_int_equal(shell("touch '%s/map.png' '%s'/map.csv", folder), 0);
    without_series();
    r.picture.n_nodes = r.picture.n_paths = 0;
    draw();
    assert_int_equal(shell("ls '%s' | grep -c map", ""), 1);
}

static enum status draw_with_path(const char *programs, struct text *message)
{
    char *old = strdup(getenv("PATH"));

    setenv("PATH", programs, 1);
    enum status status = charts_draw(&r.picture, folder, message);
    setenv("PATH", old, 1);
    free(old);
    return status;
}

/* What says of other charts that they aren't blank: axes, grid and an upright line are no ink, a line along the axis is. */
static void a_blank_panel_is_told_from_one_of_zeros(void **unused)
{
    (void)unused;
    for (int curves = 0; curves < 2; curves++) {
        struct panel panel = {{48, 36, 466, 200}, axis_from_zero(10, 5, SCALE_NUMBER), axis_from_zero(10, 5, SCALE_NUMBER), true, true};
        struct sheet sheet;
        struct pixels pixels;
        sheet_open(&sheet, "zero", SHAPE_PAGE);
        sheet_panel(&sheet, &panel);
        if (curves)
            sheet_curve(&sheet, "using 1:2 with lines lc rgb blue");
        sheet_panel_end(&sheet);
        sheet_line(&sheet, 300, 36, 300, 200, (struct look){QUIET, 2, 0.5});
        sheet_close(&sheet);
        snprintf(path, sizeof path, "%s/zero.gp", folder);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(text_c(&sheet.script), file);
        assert_int_equal(fclose(file), 0);
        assert_int_equal(shell("cd '%s' && printf 'x,y\\n0,0\\n10,0\\n' >zero.csv && LC_ALL=C.UTF-8 gnuplot zero.gp", ""), 0);
        snprintf(path, sizeof path, "%s/zero.png", folder);
        assert_true(pixels_read(path, &pixels) && pixels.width == 2000 && pixels.height == 1200);
        int inked = pixels_inked(&pixels, 48 / 480.0, 36 / 288.0, 466 / 480.0, 200 / 288.0);
        if (curves)
            assert_true(inked > 1000);
        else
            assert_true(inked < 8); /* numbers along the axes may reach in */
        free(pixels.rgb);
        sheet_free(&sheet);
    }
}

static void without_gnuplot_nothing_is_left_or_lost(void **unused)
{
    struct text message = {0};

    (void)unused;
    assert_int_equal(shell("echo old >'%s'/map.png", ""), 0);
    assert_int_equal(draw_with_path("/nonexistent", &message), ERR_PIPE);
    assert_non_null(strstr(text_c(&message), "gnuplot isn't installed"));
    assert_int_equal(shell("cd '%s' && ls -A && cat map.png", ""), 0);
    assert_string_equal(out, "map.png\nold\n");
    text_free(&message);
}

static void a_folder_that_isnt_there_is_named(void **unused)
{
    struct text message = {0};

    (void)unused;
    assert_int_equal(charts_draw(&r.picture, "/tmp/samovar/no/such", &message), ERR_FILE);
    assert_non_null(strstr(text_c(&message), "/tmp/samovar/no/such can't be written"));
    text_free(&message);
}

/* A gnuplot of our own in folder/bin. */
static void pretend(const char *script)
{
    assert_int_equal(shell("mkdir -p '%s/bin'", ""), 0);
    snprintf(path, sizeof path, "%s/bin/gnuplot", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    fclose(file);
    assert_int_equal(shell("chmod +x '%s'/bin/gnuplot", ""), 0);
    snprintf(path, sizeof path, "%s/bin:/usr/bin:/bin", folder);
}

static void a_gnuplot_that_fails_is_quoted(void **unused)
{
    struct text message = {0};
    const char *const wrong[] = {"set nonsense 1\n"};

    (void)unused;
    assert_int_equal(gnuplot_run(folder, 1, wrong, 10, &message), ERR_PIPE);
    assert_non_null(strstr(text_c(&message), "unrecognized option"));
    pretend("echo no font at all >&2; exit 3"); /* reads nothing: no SIGPIPE may follow */
    assert_int_equal(draw_with_path(path, &message), ERR_PIPE);
    assert_string_equal(text_c(&message), "gnuplot failed: no font at all");
    pretend("exit 0"); /* says it's well and draws nothing */
    assert_int_equal(draw_with_path(path, &message), ERR_FILE);
    assert_int_equal(shell("ls -A '%s'", ""), 0);
    assert_string_equal(out, "bin\n");
    text_free(&message);
}

static void a_gnuplot_that_hangs_is_stopped(void **unused)
{
    struct text message = {0};
    const char *const commands[] = {"pause -1\n", "pause -1\n"};
    struct timespec start, end;
    char *old = strdup(getenv("PATH"));

    (void)unused;
    pretend("exec sleep 60");
    setenv("PATH", path, 1);
    clock_gettime(CLOCK_MONOTONIC, &start);
    assert_int_equal(gnuplot_run(folder, 2, commands, 0.2, &message), ERR_PIPE);
    clock_gettime(CLOCK_MONOTONIC, &end);
    setenv("PATH", old, 1);
    free(old);
    assert_true(end.tv_sec - start.tv_sec < 20);
    assert_non_null(strstr(text_c(&message), "was stopped"));
    text_free(&message);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, new_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(every_chart_leaves_six_whole_files_and_slides_where_asked_for),
        IN_FOLDER(a_script_redraws_its_chart_alone),
        IN_FOLDER(a_chart_is_the_same_bytes_whatever_was_drawn_before_it),
        IN_FOLDER(evil_names_run_nothing_and_break_nothing),
        IN_FOLDER(names_that_are_no_text_still_give_xml),
        IN_FOLDER(crowds_and_calm_are_drawn),
        IN_FOLDER(charts_that_lost_their_data_go),
        IN_FOLDER(a_blank_panel_is_told_from_one_of_zeros),
        IN_FOLDER(without_gnuplot_nothing_is_left_or_lost),
        IN_FOLDER(a_folder_that_isnt_there_is_named),
        IN_FOLDER(a_gnuplot_that_fails_is_quoted),
        IN_FOLDER(a_gnuplot_that_hangs_is_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
