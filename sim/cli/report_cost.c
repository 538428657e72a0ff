/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs, and what that is made of. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>

/* What a day's cost is made of; what is left when all but the drinks are known is the drinks. */
struct bill {
    double set_up, staff, runners, rent, energy, cups, waste, goodwill, drinks;
    bool staff_known;   /* not with shifts or absence */
};

static void add_station_cost(const struct story *story, json_t *station, struct bill *bill)
{
    json_t *costs = json_object_get(story->plan, "costs"), *vessel;
    double open_h = (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;
    size_t i;

    bill->set_up += number_at(costs, "set_up_cny");
    bill->staff += number_at(costs, "wage_cny_per_h") * paid_hours(station, open_h);
    bill->staff_known &= !json_is_true(json_object_get(station, "staff_varies"));
    json_array_foreach(json_object_get(station, "vessels"), i, vessel)
        bill->rent += number_at(vessel, "rent_cny");
}

static void add_store_cost(const struct story *story, json_t *store, struct bill *bill)
{
    double open_h = (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;

    if (!store)
        return;
    bill->runners = hours_at(store, "runners", open_h) * number_at(store, "wage_cny_per_h");
    bill->rent += number_at(store, "spares_rent_cny");
}

static struct bill bill_of(const struct story *story)
{
    json_t *costs = json_object_get(story->plan, "costs"), *f = story->figures, *station;
    struct bill bill = {.staff_known = true};
    const char *name;

    json_object_foreach(story->stations, name, station)
        add_station_cost(story, station, &bill);
    add_store_cost(story, json_object_get(story->plan, "store"), &bill);
    bill.energy = number_at(costs, "electricity_cny_per_kwh") * figure(f, "energy_kwh").mean;
    bill.cups = number_at(costs, "cup_cny") * figure(f, "cups_used").mean;
    bill.waste = number_at(costs, "waste_cny") * figure(f, "portions_wasted").mean;
    bill.goodwill = number_at(costs, "goodwill_cny") * (figure(f, "wanted").mean - figure(f, "served").mean);
    if (!bill.staff_known)
        bill.staff = 0;
    bill.drinks = figure(f, "cost").mean - bill.set_up - bill.staff - bill.runners - bill.rent - bill.energy - bill.cups - bill.waste - bill.goodwill;
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
        {say("Runners"), bill.runners},
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
            report_cell(story->report, digits(story, rows[i].amount, 1));
            report_cell(story->report, digits(story, 100 * rows[i].amount / all, 1));
        }
}

const char *report_cost_sentence(struct story *story)
{
    struct interval cost = figure(story->figures, "cost"), served = figure(story->figures, "served");
    double price = number_at(json_object_get(story->plan, "costs"), "goodwill_cny");
    double goodwill = price > 0 ? price * (figure(story->figures, "wanted").mean - served.mean) : 0;

    if (!(cost.mean > 0) || !(served.mean > 0))
        return "";
    if (goodwill < 0.05)
        return words(story, say("A day costs %s CNY, %.2f CNY a drink served."), with_range(story, "cost", cost), cost.mean / served.mean);
    return words(story, say("A day costs %s CNY: %.0f CNY is money spent, %.2f CNY a drink served; %.0f CNY is the price put on those who go without."),
                 with_range(story, "cost", cost), cost.mean - goodwill, (cost.mean - goodwill) / served.mean, goodwill);
}

void report_tell_cost(struct story *story)
{
    static const char *const charts[] = {"frontier", NULL};

    if (!(figure(story->figures, "cost").mean > 0) || !(figure(story->figures, "served").mean > 0))
        return;
    report_section(story->report, "cost", say("What it costs"));
    report_add(story->report, PIECE_TEXT, report_cost_sentence(story));
    if (story->stations)
        add_bill(story);
    report_add_charts(story, charts);
}
