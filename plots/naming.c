/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/naming.h"

#include "plots/lettering.h"

#include <math.h>
#include <string.h>

static const double leading = 1.18;

/* In one line names are read faster, so up to this width they stay in one. */
enum { LEAST_PT = 24, COMFORTABLE_PT = 120, STEP_PT = 6 };

/* @return one more than naming->lines where they aren't enough */
static int lines_needed(const struct naming *naming, const char *name)
{
    struct text clean = {0}, lines = {0};

    lettering_clean(&clean, name);
    int n = lettering_wrap(&lines, text_c(&clean), naming->size_pt, naming->bold, naming->width_pt,
                           naming->lines);
    text_free(&clean);
    text_free(&lines);
    return n;
}

bool naming_whole(const struct naming *naming, int n, const char *const name[])
{
    for (int i = 0; i < n; i++)
        if (lines_needed(naming, name[i]) > naming->lines)
            return false;
    return true;
}

struct naming naming_within(int n, const char *const name[], double width_pt, int most_lines,
                            bool bold)
{
    struct naming naming = {size_text, width_pt, bold, 1};

    for (naming.lines = 1; naming.lines <= most_lines; naming.lines++)
        for (int small = 0; small < 2; small++) {
            naming.size_pt = small ? size_small : size_text;
            if (naming_whole(&naming, n, name))
                return naming;
        }
    naming.lines = most_lines;
    return naming;
}

static int lines_in(double pitch_pt, double size_pt)
{
    return (int)fmax(1, pitch_pt / (leading * size_pt));
}

struct naming naming_beside(int n, const char *const name[], double pitch_pt, double most_pt)
{
    const double sizes[] = {size_text, size_small};
    struct naming naming = {size_small, most_pt, false, 1};

    for (int lines = 1; lines <= lines_in(pitch_pt, size_small); lines++)
        for (int s = 0; s < 2; s++) {
            bool last = lines == lines_in(pitch_pt, sizes[s]);
            naming.size_pt = sizes[s], naming.lines = lines;
            naming.width_pt = LEAST_PT;
            for (; naming.width_pt <= (last ? most_pt : fmin(most_pt, COMFORTABLE_PT));
                 naming.width_pt += STEP_PT)
                if (lines <= lines_in(pitch_pt, sizes[s]) && naming_whole(&naming, n, name))
                    return naming;
        }
    naming.width_pt = most_pt;
    return naming;
}

/* The blank at which a line was broken would push what is aligned to the right. */
static void drop_blanks(char *line)
{
    size_t n = strlen(line);

    while (n > 1 && line[n - 1] == ' ')
        line[--n] = '\0';
}

double naming_height(const struct naming *naming)
{
    return naming->lines * leading * naming->size_pt;
}

int naming_lines(const struct naming *naming, const char *name)
{
    int n = lines_needed(naming, name);
    return n > naming->lines ? naming->lines : n;
}

void naming_say(struct sheet *sheet, const struct naming *naming, double x, double y,
                enum colour colour, enum align align, const char *name)
{
    const struct letters letters = {naming->size_pt, naming->bold, colour, align};
    struct text clean = {0}, lines = {0};

    lettering_clean(&clean, name);
    int n = lettering_wrap(&lines, text_c(&clean), naming->size_pt, naming->bold, naming->width_pt,
                           naming->lines);
    n = n > naming->lines ? naming->lines : n;
    y += (n - 1) / 2.0 * leading * naming->size_pt;
    char *rest = lines.bytes;
    for (char *line; rest && (line = strsep(&rest, "\n")) && *line;) {
        drop_blanks(line);
        sheet_say(sheet, x, y, letters, line);
        y -= leading * naming->size_pt;
    }
    sheet->page.failed |= clean.failed || lines.failed;
    text_free(&clean);
    text_free(&lines);
}
