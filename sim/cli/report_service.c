/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What residents will feel. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static void add_wait(struct story *story)
{
    json_t *f = story->figures;

    if (!isfinite(figure(f, "wait_mean_s").mean))
        return;
    if (figure(f, "wait_p50_s").mean < 0.1 && figure(f, "wait_p90_s").mean >= 0.1) {
        report_print(story->report, PIECE_ITEM, say("Wait: %s s on average; half don't wait at all, 9 of 10 less than %s s."),
                     with_range(story, "wait_mean_s", figure(f, "wait_mean_s")), with_range(story, "wait_p90_s", figure(f, "wait_p90_s")));
        return;
    }
    report_print(story->report, PIECE_ITEM, say("Wait: %s s on average; half wait less than %s s, 9 of 10 less than %s s."),
                 with_range(story, "wait_mean_s", figure(f, "wait_mean_s")), shown(story, "wait_p50_s", figure(f, "wait_p50_s").mean),
                 with_range(story, "wait_p90_s", figure(f, "wait_p90_s")));
}

static void add_temperature(struct story *story)
{
    double served = figure(story->figures, "served").mean, warm = figure(story->figures, "warm").mean;
    double lukewarm = figure(story->figures, "lukewarm").mean, hot = figure(story->figures, "scald_risk").mean;

    if (!(served > 0))
        return;
    if (hot >= 0.05)
        report_print(story->report, PIECE_ITEM, say("Temperature: %.1f of 100 drinks are warm in the cup, %.1f lukewarm, %.1f hot enough to scald."),
                     100 * warm / served, 100 * lukewarm / served, 100 * hot / served);
    else
        report_print(story->report, PIECE_ITEM, say("Temperature: %.1f of 100 drinks are warm in the cup, %.1f lukewarm, none hot enough to scald."),
                     100 * warm / served, 100 * lukewarm / served);
}

static void add_choice(struct story *story)
{
    struct interval out = figure(story->figures, "short");
    double wanted = figure(story->figures, "wanted").mean;

    if (!isfinite(out.mean) || !(wanted > 0))
        return;
    if (out.mean < 0.05)
        report_add(story->report, PIECE_ITEM, say("Choice: hardly anyone finds the drinks or cups used up."));
    else
        report_print(story->report, PIECE_ITEM, offers_vary(story) ? say("Choice: %s residents a day (%.1f of 100 who want one) leave because what they want is used up, or isn't offered at their station.")
                                        : say("Choice: %s residents a day (%.1f of 100 who want one) leave because drinks or cups are used up."),
                     with_range(story, "short", out), 100 * out.mean / wanted);
}

static void add_walk(struct story *story)
{
    struct interval detour = figure(story->figures, "detour_m"), late = figure(story->figures, "late_min");

    if (detour.mean > 0)
        report_print(story->report, PIECE_ITEM, say("Way: %s m extra walk; all residents together are made %s min late a day."),
                     with_range(story, "detour_m", detour), with_range(story, "late_min", late));
}

static const struct {
    const char *key, *head;
} of_groups[] = {
    {"wanted", MARK("Want a drink a day")}, {"served", MARK("Served")},           {"warm", MARK("Warm")},
    {"wait_mean_s", MARK("Wait, mean (s)")}, {"wait_within_share", MARK("Within target (%)")},
    {"detour_m", MARK("Extra walk (m)")},   {"satisfaction", MARK("Planning score (of 100)")},
};
enum { OF_GROUPS = sizeof of_groups / sizeof *of_groups };

static void add_groups(struct story *story)
{
    json_t *groups = story->subject ? json_object_get(story->subject->summary, "groups") : NULL, *group;
    struct report *report = story->report;
    const char *name;

    if (json_object_size(groups) < 2)
        return;
    report_table(report, say("By group of residents"));
    report_head(report, say("Group"), false);
    for (int i = 0; i < OF_GROUPS; i++)
        report_head(report, say(of_groups[i].head), true);
    json_object_foreach(groups, name, group) {
        report_cell(report, tidy(story, name));
        for (int i = 0; i < OF_GROUPS; i++)
            report_cell(report, shown(story, of_groups[i].key, figure(group, of_groups[i].key).mean));
    }
}

static void add_change(struct story *story, const char *key, struct interval change)
{
    struct report *report = story->report;

    if (isnan(change.mean))
        return;
    report_cell(report, kpi_name(key));
    report_cell(report, kpi_shown_unit(key));
    report_cell(report, words(story, "%s%s", plus_of(story, key, change.mean), shown(story, key, change.mean)));
    report_cell(report, shown_half(story, key, change));
}

/* Where somebody books: what is more or less than on the same days with nobody booking. */
static void add_bookings(struct story *story)
{
    json_t *change = story->subject ? json_object_get(json_object_get(story->subject->summary, "bookings"), "change") : NULL, *pair;
    struct report *report = story->report;
    const char *key;

    if (!json_object_size(change))
        return;
    report_table(report, say("What bookings change: the same days and people, with nobody booking"));
    report_head(report, say("Figure"), false);
    report_head(report, say("Unit"), false);
    report_head(report, say("More or less"), true);
    report_head(report, "±", true);
    json_object_foreach(change, key, pair)
        if (kpi_find(key) >= 0)
            add_change(story, key, figure(change, key));
}

void report_tell_service(struct story *story)
{
    static const char *const charts[] = {"funnel", "wait", "vessels", "tray", NULL};

    if (!story->figures)
        return;
    report_section(story->report, "service", say("What residents will feel"));
    add_wait(story);
    add_temperature(story);
    add_choice(story);
    add_walk(story);
    add_groups(story);
    add_bookings(story);
    report_add_charts(story, charts);
}
