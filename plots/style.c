/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/style.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const double size_title = 12.5, size_text = 8, size_small = 7;

static const struct {
    const char *name, *hex;
} colours[N_COLOURS] = {
    [INK] = {"ink", "#222222"},       [QUIET] = {"quiet", "#5F5F5F"},
    [FAINT] = {"faint", "#DDDDDD"},   [PAPER] = {"paper", "#FFFFFF"},
    [BLUE] = {"blue", "#0072B2"},     [ORANGE] = {"orange", "#E69F00"},
    [GREEN] = {"green", "#009E73"},   [RED] = {"red", "#D55E00"},
    [PURPLE] = {"purple", "#CC79A7"}, [SKY] = {"sky", "#56B4E9"},
    [STONE] = {"stone", "#8C8C8C"},
};

static const struct look looks[N_LOOKS] = {
    {BLUE, 1, 1.5}, {RED, 2, 1.5}, {GREEN, 4, 1.5}, {PURPLE, 3, 1.8}, {QUIET, 5, 1.2},
};

const char *style_colour(enum colour colour)
{
    return colours[colour].name;
}

const char *style_hex(enum colour colour)
{
    return colours[colour].hex;
}

struct look style_look(int i)
{
    return looks[i < N_LOOKS ? i : N_LOOKS - 1];
}

static const struct {
    double width;
    const char *formats, *beyond; /* of the name of its script and pictures */
} shapes[N_SHAPES] = {
    [SHAPE_PAGE] = {480, "png svg pdf", ""},
    [SHAPE_SLIDE] = {512, "png", "-slide"},
};

double style_width(enum shape shape)
{
    return shapes[shape].width;
}

const char *style_beyond(enum shape shape)
{
    return shapes[shape].beyond;
}

/* A script draws itself in the one format that samovar asks for, or in all of its shape when someone
 * runs it. */
static const char start[] =
    "# Redraw in this folder: gnuplot %1$s.gp\n"
    "if (!exists('format')) {\n"
    "    do for [format in '%2$s'] { load '%1$s.gp' }\n"
    "    exit\n"
    "}\n"
    "reset\n"
    "set encoding utf8\n"
    "sans = 'Noto Sans CJK SC'; bold = sans.':Bold'\n";

/* The SVG driver writes a font's name into an attribute as it is: so it can be a list of
 * families, its commas spelled as entities (a plain one would end the name), and a weight. Its pen outlives a
 * picture and shows in the next: a plot that is written over leaves every chart the same one to begin with. */
static const char page_terminals[] =
    "if (format eq 'svg') {\n"
    "    sans = sans.'&#44; Source Han Sans SC&#44; PingFang SC&#44; Microsoft YaHei&#44; "
    "sans-serif'\n"
    "    bold = sans.'\" font-weight=\"bold'\n"
    "    set terminal svg size 640,384 font sans.',8' fontscale 1.3333 linewidth 1.3333 \\\n"
    "        noenhanced background 'white' name '%1$s'\n"
    "    set output '%1$s.svg'; plot x # leaves the same pen, whatever was drawn before\n"
    "}\n"
    "if (format eq 'png') {\n"
    "    set terminal pngcairo size 2000,1200 font sans.',8' fontscale 3.125 linewidth 4.1667 \\\n"
    "        dashlength 0.5 pointscale 3.125 noenhanced\n"
    "}\n"
    "if (format eq 'pdf') {\n"
    "    set terminal pdfcairo size 6.6667in,4in font sans.',8' fontscale 0.75 linewidth 2 \\\n"
    "        dashlength 0.5 noenhanced\n"
    "}\n";

static const char slide_terminal[] =
    "set terminal pngcairo size 4000,2250 font sans.',8' fontscale 5.8594 linewidth 7.8125 \\\n"
    "    dashlength 0.5 pointscale 5.8594 noenhanced\n";

void style_preamble(struct text *script, const char *name, enum shape shape)
{
    struct text full = {0};

    text_print(&full, "%s%s", name, shapes[shape].beyond);
    text_print(script, start, text_c(&full), shapes[shape].formats);
    if (shape == SHAPE_PAGE)
        text_print(script, page_terminals, name);
    else
        text_add(script, slide_terminal);
    text_print(script, "set output '%s.'.format\nset datafile separator comma\nunset key\n", text_c(&full));
    for (int i = 0; i < N_COLOURS; i++)
        text_print(script, "%s = '%s'%s", colours[i].name, colours[i].hex,
                   i % 6 == 5 || i == N_COLOURS - 1 ? "\n" : "; ");
    script->failed |= full.failed;
    text_free(&full);
}

static bool is_chinese(const char *file)
{
    static const char *const marks[] = {"cjk",  "sourcehan", "hansans", "wqy",      "uming",
                                        "ukai", "fallback",  "msyh",    "pingfang", "simsun"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strcasestr(file, marks[i]))
            return true;
    return false;
}

static bool holds_chinese_font(char *folder)
{
    char *const folders[] = {folder, NULL};
    FTS *walk = fts_open(folders, FTS_PHYSICAL | FTS_NOSTAT | FTS_NOCHDIR, NULL);
    bool found = false;

    for (FTSENT *entry; walk && !found && (entry = fts_read(walk));)
        found =
            entry->fts_info != FTS_D && entry->fts_info != FTS_DP && is_chinese(entry->fts_name);
    if (walk)
        fts_close(walk);
    return found;
}

bool style_has_chinese_font(void)
{
    static const char *const folders[] = {"%s/.fonts", "%s/.local/share/fonts", "/usr/share/fonts",
                                          "/usr/local/share/fonts"};
    const char *home = getenv("HOME");
    bool found = false;

    for (size_t i = home ? 0 : 2; i < sizeof folders / sizeof *folders && !found; i++) {
        struct text folder = {0};
        text_print(&folder, folders[i], home);
        found = folder.bytes && holds_chinese_font(folder.bytes);
        text_free(&folder);
    }
    return found;
}
