/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure the answer of a search is, and where the designs went. */
#include "cli/write_optimum.h"

#include "core/say.h"

#include <math.h>

static void print_count(struct text *out, double count)
{
    if (isnan(count))
        text_add(out, "?");
    else
        text_print(out, "%.0f", count);
}

/* Proved after the selection, so that it spared no simulation. */
static void proof_by_reach(const struct written_optimum *written, struct text *out)
{
    const struct narrowing *narrowing = &written->optimum->narrowing;

    if (!isnan(narrowing->beaten_by_reach) && narrowing->counted && written->status == OK)
        text_print(out, say("  Proved besides: of the %.0f that circuits and budget allow, %.0f can't beat this plan, as their sites reach fewer than it serves (%g %% confidence)\n"),
                   narrowing->all - narrowing->proved_out, narrowing->beaten_by_reach, 100 * written->scenario->choice->confidence);
}

/* Where the designs went: each line is part of the one before. */
static void counts(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct narrowing *narrowing = &optimum->narrowing;

    text_add(out, say("  Designs in all: "));
    print_count(out, narrowing->all);
    if (narrowing->counted)
        text_print(out, say("; circuits and budget rule out %.0f, by proof"), narrowing->proved_out);
    else
        text_add(out, say("; too many to rule out one by one"));
    text_print(out, say("\n  Simulated: %ld designs, %ld days\n"), narrowing->visited, optimum->days);
    if (narrowing->candidates == 0 && written->status != ERR_INFEASIBLE)
        text_add(out, say("  None has been compared with a guarantee\n"));
    else
        text_print(out, say("  Compared with guarantee: %d, of which %d miss a requirement, %d were screened out, %d beaten%s"), narrowing->candidates,
                   narrowing->infeasible, narrowing->screened, narrowing->beaten, written->status == OK ? say("; 1 is this plan\n") : "\n");
    if (!narrowing->listed)
        text_add(out, say("  The others were never simulated: the search climbs from many starts and may have missed a better one.\n"));
    proof_by_reach(written, out);
}

void write_guarantee(const struct written_optimum *written, struct text *out)
{
    const struct optimum *optimum = written->optimum;
    const struct choice *choice = written->scenario->choice;
    const struct narrowing *narrowing = &optimum->narrowing;

    text_add(out, say("\nHow sure\n"));
    if (written->status == OK && narrowing->listed)
        text_print(out, say("  With %g %% confidence no allowed design is better by %g %s or more.\n"), 100 * optimum->guarantee.confidence,
                   choice->indifference, say(choice_unit(choice)));
    else if (written->status == OK)
        text_print(out, say("  With %g %% confidence none of the %d candidates is better by %g %s or more.\n"), 100 * optimum->guarantee.confidence,
                   narrowing->candidates, choice->indifference, say(choice_unit(choice)));
    if (written->status == OK && choice->goal == GOAL_REGRET)
        text_add(out, say("  Of the finalists it is the one that is least behind the best in any kind of day; that choice carries no guarantee.\n"));
    counts(written, out);
}
