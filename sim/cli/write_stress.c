/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"
#include "cli/write_shown.h"
#include "cli/write_stress_inside.h"
#include "core/say.h"
#include "plots/phrase.h"

#include <math.h>
#include <string.h>

static void write_vessel_gone(const struct contingency *contingency, const char *plain, const char *of_drink, struct text *out)
{
    text_print(out, contingency->drink ? of_drink : plain, contingency->station, contingency->what, contingency->drink);
}

void write_contingency(const struct contingency *contingency, struct text *out)
{
    switch (contingency->kind) {
    case VESSEL_OUT: write_vessel_gone(contingency, say("%s without %s"), say("%1$s without the %2$s of %3$s"), out); break;
    case CARRIER_OUT: write_vessel_gone(contingency, say("one %2$s missing at %1$s"), say("one %2$s of %3$s missing at %1$s"), out); break;
    case STAFF_SHORT: text_print(out, say("one of the staff missing at %s"), contingency->station); break;
    case COLD_SNAP: text_print(out, say("a cold snap, %.0f K colder"), STRESS_COLDER_K); break;
    case BIG_CROWD: text_add(out, say("twice the crowd")); break;
    case KIND_OF_DAY: text_print(out, say("a day of the kind %s"), contingency->what); break;
    case POWER_OUT:
    case POWER_UNUSED: text_print(out, say("%s without current"), contingency->station); break;
    case LATE_DELIVERY: text_print(out, say("everything delivered %.0f min late"), STRESS_LATE_S / 60); break;
    case MISHAP: text_print(out, say("the mishap of a %s day"), contingency->what); break;
    case AS_USUAL:
    case SURGE:
    case SNOW: text_add(out, say("as usual")); break;
    }
}

void write_reserve(const struct reserve *reserve, struct text *out)
{
    switch (reserve->kind) {
    case MORE_STAFF: text_print(out, say("one more of the staff at %s"), reserve->station); break;
    case MORE_VESSELS: text_print(out, say("a second %2$s at %1$s"), reserve->station, reserve->what); break;
    case CARRIERS:
    case FULL_CARRIER: text_print(out, say("a full %2$s in reserve at %1$s"), reserve->station, reserve->what); break;
    case MORE_STOCK: text_add(out, say("half as much again of drinks and cups")); break;
    case STOCKED_BEFORE: text_print(out, say("%s stocked the evening before"), reserve->station); break;
    }
}

static double mean_shown(const struct written_stress *w, int i, const char *key)
{
    int kpi = kpi_find(key);
    return own(w, i, kpi)->mean * kpis[kpi].shown;
}

/* --- for people ----------------------------------------------------------------------------------------------- */

static void write_change(const struct written_stress *w, const struct interval *difference, const char *sentence, struct text *out)
{
    struct kpi fine = kpis[w->goal];

    fine.decimals = decimals_that_tell(fine.decimals, difference->mean * fine.shown, difference->half_width * fine.shown);
    text_print(out, sentence, kpi_title(w->goal), fine.decimals, kpi_as_shown(&fine, difference->mean, false), fine.decimals,
               kpi_as_shown(&fine, difference->half_width, true), say(fine.unit));
}

/* What such days are apart from what happens on them. */
static void write_bare(const struct written_stress *w, int i, struct text *out)
{
    if (w->stress->contingency[i].kind == MISHAP && difference_shows(change_without(w, i, w->goal)))
        write_change(w, change_without(w, i, w->goal), say("    such days without it, against the usual mix: %s %+.*f ± %.*f %s\n"), out);
}

/* Nor does any event of a mishap. */
static bool needs_no_power(const struct contingency *contingency)
{
    for (int c = 0; c < contingency->n_causes; c++)
        if (contingency->cause[c].kind != POWER_UNUSED)
            return false;
    return contingency->kind == POWER_UNUSED || contingency->n_causes > 0;
}

/* One sentence: what happens, and what it does to the goal, to warm drinks and to waits. */
static void write_sentence(const struct written_stress *w, int place, int i, struct text *out)
{
    const struct contingency *contingency = &w->stress->contingency[i];
    const struct interval *difference = change(w, i, w->goal);

    text_print(out, "%2d. ", place);
    write_contingency(contingency, out);
    if (needs_no_power(contingency)) {
        text_add(out, say(": nothing lost, as nothing there needs power\n"));
        return;
    }
    if (contingency->kind == MISHAP && contingency->n_causes == 0) {
        text_add(out, say(": nothing of this layout is there\n"));
        return;
    }
    if (difference_shows(difference))
        write_change(w, difference, say(": %s %+.*f ± %.*f %s"), out);
    else
        text_print(out, say(": no difference that shows in %s"), kpi_title(w->goal));
    if (own(w, i, kpi_find("served"))->mean <= 0)
        text_add(out, say("; nobody is served\n"));
    else
        text_print(out, say("; warm drinks %+.0f a day; of those served %.0f %% wait within the target\n"), rint(change(w, i, kpi_find("warm"))->mean) + 0.0, mean_shown(w, i, "wait_within_share"));
}

/* What would have helped. */
static void write_remedy(const struct written_stress *w, int place, struct text *out)
{
    const struct remedy *remedy = remedy_at(w, place);
    const struct kpi *goal = &kpis[w->goal];
    struct text words = {0};

    if (!remedy)
        return;
    write_reserve(&remedy->reserve[0], &words);
    double lost = -goal->better * change(w, w->order[place], w->goal)->mean;
    if (remedy_helps(remedy))
        text_print(out, remedy->regained[0].mean > 1.005 * lost ? say("    what would have helped: %s more than makes up for it: by %.*f ± %.*f %s\n")
                                                                : say("    what would have helped: %s wins back %.*f ± %.*f %s of it\n"), text_c(&words), goal->decimals, kpi_as_shown(goal, remedy->regained[0].mean, false), goal->decimals,
                   kpi_as_shown(goal, remedy->regained[0].half_width, true), say(goal->unit));
    else
        text_print(out, say("    %s wouldn't have helped so that it shows\n"), text_c(&words));
    text_free(&words);
}

void write_stress_words(const struct written_stress *w, struct text *out)
{
    const struct kpi *goal = &kpis[w->goal];
    char days[PHRASE_ROOM];

    text_print(out, say("%s, layout %s: what could go wrong, worst first\n"), w->scenario->name, study_plan(&w->stress->contestant[0].study)->layout->name);
    text_print(out, say("as usual: %s %.*f %s; warm drinks %.0f a day; of those served %.0f %% wait within the target\n\n"), kpi_title(w->goal), goal->decimals, mean_shown(w, 0, goal->key),
               say(goal->unit), mean_shown(w, 0, "warm"), mean_shown(w, 0, "wait_within_share"));
    for (int k = 0; k < written_contingencies(w->stress); k++) {
        write_sentence(w, k + 1, w->order[k], out);
        write_remedy(w, k, out);
        write_bare(w, w->order[k], out);
    }
    text_print(out, say("\n± with %.4g %% confidence all these differences lie within this much of those shown (%s, the same ones for all)\n"),
               100 * w->comparison->confidence, phrase_days(days, w->comparison->days, w->scenario->campaign.days));
}

/* --- in a picture --------------------------------------------------------------------------------------------- */

static enum status figure_of(const struct written_stress *w, int kpi, struct arena *arena, struct choice_figure *figure)
{
    double *cell[4], shown = kpis[kpi].shown;
    int n = written_contingencies(w->stress);

    for (int c = 0; c < 4; c++)
        TAKE(arena, cell[c], n);
    for (int k = 0; k < n; k++) {
        const struct interval *mean = own(w, w->order[k], kpi), *difference = change(w, w->order[k], kpi);
        cell[0][k] = mean->mean * shown;
        cell[1][k] = mean->half_width * shown;
        cell[2][k] = difference->mean * shown;
        cell[3][k] = difference->half_width * shown;
    }
    bool score = strcmp(kpis[kpi].key, "satisfaction") == 0;
    *figure = (struct choice_figure){kpi_title(kpi), score ? say("points") : say(kpis[kpi].unit), kpis[kpi].better,
                                     cell[0], cell[1], cell[2], cell[3]};
    return OK;
}

enum status choice_picture_of_stress(const struct written_stress *w, struct arena *arena, struct choice_picture *picture)
{
    static const char *const beside[] = {"warm", "wait_within_share", "cost"};
    enum { BESIDE = sizeof beside / sizeof *beside };
    struct choice_figure *figure;
    const char **trouble;
    char days[PHRASE_ROOM];
    int n = written_contingencies(w->stress);

    *picture = (struct choice_picture){.scenario = w->scenario->name, .days = w->comparison->days, .confidence = w->comparison->confidence,
                                       .heat_wanted = NAN, .n_troubles = n};
    picture->subtitle = arena_print(arena, say("layout %s, the same %s with and without each"),
                                    study_plan(&w->stress->contestant[0].study)->layout->name, phrase_days(days, w->comparison->days, w->scenario->campaign.days));
    TAKE(arena, trouble, n);
    for (int k = 0; k < n; k++) {
        struct text words = {0};
        write_contingency(&w->stress->contingency[w->order[k]], &words);
        trouble[k] = arena_text(arena, text_c(&words), words.n);
        text_free(&words);
        if (!trouble[k])
            return ERR_MEMORY;
    }
    TAKE(arena, figure, 1 + BESIDE);
    TRY(figure_of(w, w->goal, arena, &figure[picture->n_trouble_figures++]));
    for (int i = 0; i < BESIDE; i++)
        if (kpi_find(beside[i]) != w->goal)
            TRY(figure_of(w, kpi_find(beside[i]), arena, &figure[picture->n_trouble_figures++]));
    picture->trouble = trouble;
    picture->trouble_figure = figure;
    return picture->subtitle ? OK : ERR_MEMORY;
}
