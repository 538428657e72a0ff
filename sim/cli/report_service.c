/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What residents will feel, and what it costs. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

static void add_wait(struct story *story)
{
    json_t *f = story->figures;

    if (!isfinite(figure(f, "wait_mean_s").mean))
        return;
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
        report_print(story->report, PIECE_ITEM, say("Choice: %s residents a day (%.1f of 100 who want one) leave because drinks or cups are used up."),
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

void report_tell_service(struct story *story)
{
    static const char *const charts[] = {"funnel", "wait", "vessels", NULL};

    if (!story->figures)
        return;
    report_section(story->report, "service", say("What residents will feel"));
    add_wait(story);
    add_temperature(story);
    add_choice(story);
    add_walk(story);
    add_groups(story);
    report_add_charts(story, charts);
}

/* --- cost ---------------------------------------------------------------------------------------------------- */

/* What a day's cost is made of; what is left when all but the drinks are known is the drinks. */
struct bill {
    double set_up, staff, rent, energy, cups, waste, goodwill, drinks;
    bool staff_known;   /* not with shifts or absence */
};

static void add_station_cost(const struct story *story, json_t *station, struct bill *bill)
{
    json_t *costs = json_object_get(story->plan, "costs"), *vessel;
    double open_h = (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;
    size_t i;

    bill->set_up += number_at(costs, "set_up_cny");
    bill->staff += number_at(costs, "wage_cny_per_h") * number_at(station, "staff") * open_h;
    bill->staff_known &= !json_is_true(json_object_get(station, "staff_varies"));
    json_array_foreach(json_object_get(station, "vessels"), i, vessel)
        bill->rent += number_at(vessel, "rent_cny");
}

static struct bill bill_of(const struct story *story)
{
    json_t *costs = json_object_get(story->plan, "costs"), *f = story->figures, *station;
    struct bill bill = {.staff_known = true};
    const char *name;

    json_object_foreach(story->stations, name, station)
        add_station_cost(story, station, &bill);
    bill.energy = number_at(costs, "electricity_cny_per_kwh") * figure(f, "energy_kwh").mean;
    bill.cups = number_at(costs, "cup_cny") * figure(f, "cups_used").mean;
    bill.waste = number_at(costs, "waste_cny") * figure(f, "portions_wasted").mean;
    bill.goodwill = number_at(costs, "goodwill_cny") * (figure(f, "wanted").mean - figure(f, "served").mean);
    if (!bill.staff_known)
        bill.staff = 0;
    bill.drinks = figure(f, "cost").mean - bill.set_up - bill.staff - bill.rent - bill.energy - bill.cups - bill.waste - bill.goodwill;
    return bill;
}

static void add_bill(struct story *story)
{
    struct bill bill = bill_of(story);
    const struct {
        const char *name;
        double amount;
    } rows[] = {
        {say("Staff"), bill.staff},
        {bill.staff_known ? say("Drinks, also those poured away") : say("Staff and drinks, also those poured away"), bill.drinks},
        {say("Paper cups"), bill.cups},
        {say("Rent of equipment"), bill.rent},
        {say("Setting up and clearing"), bill.set_up},
        {say("Electricity"), bill.energy},
        {say("Getting rid of what is poured away"), bill.waste},
        {say("Goodwill: the price put on residents who go without"), bill.goodwill},
    };
    double all = figure(story->figures, "cost").mean;

    report_table(story->report, say("What a day costs"));
    report_head(story->report, say("What"), false);
    report_head(story->report, say("CNY a day"), true);
    report_head(story->report, "%", true);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (fabs(rows[i].amount) >= 0.005) {
            report_cell(story->report, rows[i].name);
            report_cell_print(story->report, "%.1f", rows[i].amount);
            report_cell_print(story->report, "%.1f", 100 * rows[i].amount / all);
        }
}

static void add_spending(struct story *story)
{
    struct interval cost = figure(story->figures, "cost");
    struct bill bill = bill_of(story);
    double served = figure(story->figures, "served").mean;

    if (bill.goodwill >= 0.05)
        report_print(story->report, PIECE_TEXT,
                     say("A day costs %s CNY. Of that %.1f CNY is money spent, %.2f CNY a drink served; %.1f CNY is the price that the scenario puts on residents who go without."),
                     with_range(story, "cost", cost), cost.mean - bill.goodwill, (cost.mean - bill.goodwill) / served, bill.goodwill);
    else
        report_print(story->report, PIECE_TEXT, say("A day costs %s CNY, %.2f CNY a drink served."), with_range(story, "cost", cost),
                     cost.mean / served);
}

void report_tell_cost(struct story *story)
{
    static const char *const charts[] = {"frontier", NULL};

    if (!(figure(story->figures, "cost").mean > 0) || !(figure(story->figures, "served").mean > 0))
        return;
    report_section(story->report, "cost", say("What it costs"));
    if (story->stations) {
        add_spending(story);
        add_bill(story);
    } else {
        report_print(story->report, PIECE_TEXT, say("A day costs %s CNY."), with_range(story, "cost", figure(story->figures, "cost")));
    }
    report_add_charts(story, charts);
}
