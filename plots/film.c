/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/film.h"

#include "core/arena.h"
#include "core/say.h"
#include "plots/film_page.h"
#include "plots/gnuplot.h"
#include "plots/lettering.h"
#include "plots/phrase.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

const char *const film_files[FILM_PARTS] = {"day.gp", "day-walkers.csv", "day-vessels.csv", "day-numbers.csv", "day-clock.csv"};

enum { ROWS_AT_MOST = 60000 }; /* of walkers: gnuplot reads the table once a frame */

static const char end_of_frame[] = "\n\n";

static double moment(const struct film *film, int frame)
{
    return film->first_s + frame * film->step_s;
}

/* --- walkers ----------------------------------------------------------------------------------------- */

/* Where he is, from the stretch in which he was last; false: he can't be seen among the walkers. */
static bool seen_at(const struct film_walker *walker, double at_s, int *stretch, struct film_point *where)
{
    const struct film_point *point = walker->point;

    while (*stretch + 1 < walker->n && point[*stretch + 1].time_s <= at_s)
        ++*stretch;
    if (walker->n == 0 || at_s < point[0].time_s || *stretch + 1 >= walker->n)
        return false;
    const struct film_point *from = &point[*stretch], *to = from + 1;
    double share = to->time_s > from->time_s ? (at_s - from->time_s) / (to->time_s - from->time_s) : 0;
    *where = (struct film_point){at_s, from->x_m + share * (to->x_m - from->x_m), from->y_m + share * (to->y_m - from->y_m), from->state};
    return from->state != FILM_STANDS && from->state != FILM_AWAY;
}

/* Of a large crowd every k-th is shown. */
static int thinning(const struct film *film)
{
    double rows = 0;

    for (int w = 0; w < film->n_walkers; w++) {
        const struct film_walker *walker = &film->walker[w];
        if (walker->n)
            rows += (walker->point[walker->n - 1].time_s - walker->point[0].time_s) / film->step_s;
    }
    return (int)ceil(fmax(1, rows / ROWS_AT_MOST));
}

static void write_crowd(const struct film *film, const struct film_page *page, int s, int frame, struct text *out)
{
    const struct film_crowd *crowd = &page->crowd[s];
    const struct view *view = &page->view;

    for (int i = 0; i < film->station[s].there[frame]; i++) {
        double x = crowd->x + i % crowd->columns * crowd->dx, y = crowd->y + i / crowd->columns * crowd->dy;
        text_print(out, "%d,%.1f,%.1f,%d\n", frame, view->x_m + (x - view->area.left) / view->scale,
                   view->y_m + (y - view->area.bottom) / view->scale, FILM_STANDS);
    }
}

static enum status write_walkers(const struct film *film, const struct film_page *page, int every, struct arena *arena, struct text *out)
{
    int *stretch;
    struct film_point where;

    TAKE(arena, stretch, film->n_walkers + 1);
    text_print(out, "%s,x (m),y (m),%s\n", say("frame"), say("state"));
    for (int f = 0; f < film->frames; f++) {
        size_t before = out->n;
        for (int w = 0; w < film->n_walkers; w += every)
            if (seen_at(&film->walker[w], moment(film, f), &stretch[w], &where))
                text_print(out, "%d,%.1f,%.1f,%d\n", f, where.x_m, where.y_m, where.state);
        for (int s = 0; s < film->picture->n_stations; s++)
            write_crowd(film, page, s, f, out);
        if (out->n == before)
            text_print(out, "%d,,,%d\n", f, FILM_AWAY); /* a block without rows would be none */
        text_add(out, end_of_frame);
    }
    return text_status(out);
}

/* --- vessels, numbers, clock ------------------------------------------------------------------------- */

static enum film_state warmth(const struct film_vessel *vessel, double celsius)
{
    return celsius >= vessel->serve_low_c && celsius <= vessel->serve_high_c ? FILM_WARM : FILM_POOR;
}

static void write_vessels(const struct film *film, const struct film_page *page, struct text *out)
{
    text_print(out, "%s,y (pt),%s (°C),%s\n", say("frame"), say("temperature"), say("state"));
    for (int f = 0; f < film->frames; f++) {
        if (page->n_rows == 0)
            text_print(out, "%d,,,%d\n", f, FILM_AWAY);
        for (int r = 0; r < page->n_rows; r++) {
            const struct film_vessel *vessel = &film->station[page->row[r].station].vessel[page->row[r].vessel];
            double celsius = vessel->temperature_c[f];
            if (isfinite(celsius))
                text_print(out, "%d,%.1f,%.1f,%d\n", f, page->row[r].y, celsius, warmth(vessel, celsius));
            else
                text_print(out, "%d,%.1f,,%d\n", f, page->row[r].y, FILM_AWAY);
        }
        text_add(out, end_of_frame);
    }
}

static void write_number(struct text *out, int frame, double x, double y, const char *says)
{
    text_print(out, "%d,%.1f,%.1f,", frame, x, y);
    text_add_csv(out, says);
    text_add(out, "\n");
}

static void write_numbers(const struct film *film, const struct film_page *page, struct text *out)
{
    char says[2 * PHRASE_ROOM], count[PHRASE_ROOM];

    text_print(out, "%s,x (pt),y (pt),%s\n", say("frame"), say("text"));
    for (int f = 0; f < film->frames; f++) {
        snprintf(says, sizeof says, say("with a drink: %s"), phrase_count(count, film->served[f]));
        write_number(out, f, page->left, page->counts_y, says);
        snprintf(says, sizeof says, say("without: %s"), phrase_count(count, film->lost[f]));
        write_number(out, f, page->left, page->counts_y - 9.5, says);
        for (int i = 0; i < page->n_stations; i++) {
            snprintf(says, sizeof says, say("line %d"), film->station[page->station[i]].waiting[f]);
            write_number(out, f, page->left + 62, page->head_y[i], says);
        }
        for (int r = 0; r < page->n_rows; r++) {
            double celsius = film->station[page->row[r].station].vessel[page->row[r].vessel].temperature_c[f];
            snprintf(says, sizeof says, "%.0f°", celsius);
            write_number(out, f, page->left + THERMOMETER_LEFT + THERMOMETER_PT + 4, page->row[r].y, isfinite(celsius) ? says : say("empty"));
        }
        text_add(out, end_of_frame);
    }
}

static void write_clock(const struct film *film, const struct film_page *page, struct text *out)
{
    char clock[PHRASE_ROOM];

    text_print(out, "%s,x (pt),y (pt),%s,%s\n", say("frame"), say("clock"), say("share of the day"));
    for (int f = 0; f < film->frames; f++) {
        text_print(out, "%d,%.1f,%.1f,%s,%.4f\n", f, page->left, page->clock_y, phrase_clock(clock, 60 * floor(moment(film, f) / 60)), (f + 1.0) / film->frames);
        text_add(out, end_of_frame);
    }
}

/* --- the script -------------------------------------------------------------------------------------- */

static const char preamble[] =
    "# Redraw in this folder: gnuplot day.gp\n"
    "reset\n"
    "set encoding utf8\n"
    "sans = 'Noto Sans CJK SC'; bold = sans.':Bold'\n"
    "set terminal gif animate delay 10 loop 0 optimize size 840,504 font sans.',8' fontscale 1.3125 linewidth 1.75 noenhanced\n"
    "set output 'day.gif'\n"
    "set datafile separator comma\n"
    "unset key\n";

static const char marks[] =
    "# the page, in points\n"
    "unset xtics; unset ytics; unset border\n"
    "set lmargin at screen 0; set rmargin at screen 1; set bmargin at screen 0; set tmargin at screen 1\n";

/* State by state, so that each has its own sign; what comes last is seen best. */
static const char frames[] =
    "do for [f = 0:%d] {\n"
    "plot for [s = 0:4] 'day-walkers.csv' skip 1 index f using ($4 == s ? px($2) : NaN):(py($3)) \\\n"
    "         with points pt sign(s) ps %.2f lw 1 lc rgb colour(s), \\\n"
    "     'day-vessels.csv' skip 1 index f using (low(0)):2:(tx($3) - low(0)):(0) with vectors nohead lw 2 lc rgb ink, \\\n"
    "     for [s = 2:3] '' skip 1 index f using ($4 == s ? tx($3) : NaN):2 with points pt sign(s) ps 1.1 lc rgb colour(s), \\\n"
    "     'day-numbers.csv' skip 1 index f using 2:3:4 with labels left font sans.',%g' tc rgb ink, \\\n"
    "     'day-clock.csv' skip 1 index f using 2:3:4 with labels left font bold.',18' tc rgb ink, \\\n"
    "     '' skip 1 index f using (%d):(3):($5 * %d):(0) with vectors nohead lw 2 lc rgb quiet\n"
    "}\n"
    "unset output\n";

static void write_script(const struct film *film, const struct film_page *page, const struct sheet *sheet, struct text *out)
{
    const struct view *view = &page->view;

    text_add(out, preamble);
    for (int i = 0; i < N_COLOURS; i++)
        text_print(out, "%s = '%s'%s", style_colour((enum colour)i), style_hex((enum colour)i), i % 6 == 5 || i == N_COLOURS - 1 ? "\n" : "; ");
    text_add(out, "# comes, stands, has a warm one, a poor one, none\n"
                  "colour(s) = word(blue.' '.blue.' '.green.' '.orange.' '.red, s + 1)\n"
                  "sign(s) = int(word('7 7 7 9 2', s + 1))\n");
    text_print(out, "px(x) = %.2f + (x - (%.6g)) * %.6g; py(y) = %.2f + (y - (%.6g)) * %.6g\n", view->area.left, view->x_m, view->scale,
               view->area.bottom, view->y_m, view->scale);
    text_print(out, "low(x) = %.2f; tx(t) = low(0) + %d * ((t < %g ? %g : t > %g ? %g : t) - %g) / %g\n", page->left + THERMOMETER_LEFT,
               THERMOMETER_PT, film_low_c, film_low_c, film_high_c, film_high_c, film_low_c, film_high_c - film_low_c);
    text_add(out, marks);
    text_print(out, "set xrange [0:%g]; set yrange [0:%d]\n", sheet->width, PAGE_HEIGHT);
    text_add_n(out, text_c(&sheet->page), sheet->page.n);
    text_print(out, frames, film->frames - 1, film->picture->n_nodes > 20 ? 0.8 : 1.25, size_small, PAGE_MARGIN, (int)sheet->width - 2 * PAGE_MARGIN);
    out->failed |= sheet->page.failed;
}

static void note_thinning(struct sheet *sheet, const struct film_page *page, int every)
{
    char says[2 * PHRASE_ROOM];

    snprintf(says, sizeof says, say("one of %d who walk is shown"), every);
    if (every > 1)
        sheet_say(sheet, page->view.area.left, 13, letters_small, says);
}

enum status film_write(const struct film *film, struct text part[])
{
    struct arena arena = {0};
    struct sheet sheet = {.name = "day", .width = style_width(SHAPE_PAGE), .top = PAGE_HEIGHT - 10};
    struct film_page page;
    int every = thinning(film);

    enum status status = film_page_draw(film, &arena, &sheet, &page);
    if (status == OK) {
        note_thinning(&sheet, &page, every);
        write_script(film, &page, &sheet, &part[FILM_SCRIPT]);
        write_vessels(film, &page, &part[FILM_VESSELS]);
        write_numbers(film, &page, &part[FILM_NUMBERS]);
        write_clock(film, &page, &part[FILM_CLOCK]);
        status = write_walkers(film, &page, every, &arena, &part[FILM_WALKERS]);
    }
    for (int i = 0; i < FILM_PARTS && status == OK; i++)
        status = text_status(&part[i]);
    sheet_free(&sheet);
    arena_free(&arena);
    return status;
}

enum status film_draw(const char *folder, const volatile sig_atomic_t *stop, struct text *message)
{
    static const double limit_s = 300;
    const char *const commands[] = {"load 'day.gp'\n"};
    char path[PATH_MAX];
    struct stat facts;

    TRY(gnuplot_run_until(folder, 1, commands, limit_s, stop, message));
    /* a full disk doesn't always show in gnuplot's exit status */
    if (snprintf(path, sizeof path, "%s/day.gif", folder) >= PATH_MAX || stat(path, &facts) != 0 || facts.st_size == 0) {
        text_print(message, say("%s can't be written: %s"), path, strerror(errno));
        return ERR_FILE;
    }
    return OK;
}
