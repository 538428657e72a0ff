/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A requirement of the plan in the words of the language. */
#include "cli/write_inside.h"
#include "core/say.h"
#include "models/choice.h"

#include <stdio.h>
#include <string.h>

static const char *const subjects[][2] = {
    {"warm", MARK("warm")},         {"served", MARK("served")}, {"reached", MARK("reached")}, {"stock-out", MARK("stock-out")},   {"reneged", MARK("reneged")},
    {"balked", MARK("balked")},     {"scald", MARK("scald")},   {"wait", MARK("wait")},       {"staff busy", MARK("staff busy")}, {"cost", MARK("cost")},
    {"wait within", MARK("wait within")},
};

static void add_subject(const char *name, struct text *out)
{
    static const char within[] = "wait within ";
    double number;
    char unit[16];

    if (strncmp(name, within, sizeof within - 1) == 0 && sscanf(name + sizeof within - 1, "%lf %15s", &number, unit) == 2) {
        text_print(out, say("wait within %g %s"), number, say(unit));
        return;
    }
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (strcmp(subjects[i][0], name) == 0)
            name = say(subjects[i][1]);
    text_add(out, name);
}

void write_requirement(const struct requirement *requirement, struct text *out)
{
    double number;
    char unit[16];

    add_subject(requirement->name, out);
    const char *bound = requirement->text + strlen(requirement->name) + 1;
    if (sscanf(bound + 2, "%lf %15s", &number, unit) == 2)
        text_print(out, " %.2s %g %s", bound, number, say(unit));
    else
        text_print(out, " %s", bound);
}
