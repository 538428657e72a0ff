/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs, and what that is made of. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>

/* What a day's cost is made of; what is left when all but the staff is known is the staff, whoever came. */
struct bill {
    double set_up, staff, runners, rent, energy, cups, waste, goodwill, drinks;
};

static void add_station_cost(const struct story *story, json_t *station, struct bill *bill)
{
    json_t *vessel;
    size_t i;

    bill->set_up += number_at(json_object_get(story->plan, "costs"), "set_up_cny");
    json_array_foreach(json_object_get(station, "vessels"), i, vessel)
        bill->rent += number_at(vessel, "rent_cny");
}

static void add_store_cost(const struct story *story, json_t *store, struct bill *bill)
{
    double open_h = (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;

    if (!store)
        return;
    /* results of an earlier version know no absence of runners */
    bill->runners = hours_at(store, "runners", open_h) * (1 - fmax(0, number_at(store, "absent_share"))) * number_at(store, "wage_cny_per_h");
    bill->rent += number_at(store, "spares_rent_cny");
}

/* A drink alone has no figures of its own: they are those of the day. */
static double drinks_cost(const struct story *story)
{
    json_t *by_drink = json_object_get(story->subject->summary, "drinks"), *drink;
    const char *name;
    double sum = 0;

    json_object_foreach(story->drinks, name, drink) {
        json_t *of = json_object_size(story->drinks) == 1 ? story->figures : json_object_get(by_drink, name);
        sum += (figure(of, "portions_used").mean + figure(of, "portions_wasted").mean) * number_at(drink, "cost_cny");
    }
    return sum;
}

static struct bill bill_of(const struct story *story)
{
    json_t *costs = json_object_get(story->plan, "costs"), *f = story->figures, *station;
    struct bill bill = {.drinks = drinks_cost(story)};
    const char *name;

    json_object_foreach(story->stations, name, station)
        add_station_cost(story, station, &bill);
    add_store_cost(story, json_object_get(story->plan, "store"), &bill);
    bill.energy = number_at(costs, "electricity_cny_per_kwh") * figure(f, "energy_kwh").mean;
    bill.cups = number_at(costs, "cup_cny") * figure(f, "cups_used").mean;
    bill.waste = number_at(costs, "waste_cny") * figure(f, "portions_wasted").mean;
    bill.goodwill = number_at(costs, "goodwill_cny") * (figure(f, "wanted").mean - figure(f, "served").mean);
    bill.staff = figure(f, "cost").mean - bill.set_up - bill.drinks - bill.runners - bill.rent - bill.energy - bill.cups - bill.waste - bill.goodwill;
    return bill;
}

static void add_bill_row(struct story *story, const char *name, double listed, double amount, double all)
{
    if (fabs(amount) < 0.005 && fabs(listed) < 0.005)
        return;
    report_cell(story->report, name);
    report_cell(story->report, fabs(listed) < 0.005 ? "" : digits(story, listed, 1));
    report_cell(story->report, digits(story, amount, 1));
    report_cell(story->report, digits(story, 100 * amount / all, 1));
}

/* What is on the shopping list beside what of it counts on an average day: both columns add up. */
static void add_bill(struct story *story)
{
    const struct listed *listed = &story->listed;
    struct bill bill = bill_of(story);
    const struct {
        const char *name;
        double listed, amount;
    } rows[] = {
        {say("Staff"), listed->staff, bill.staff},
        {say("Runners"), listed->runners, bill.runners},
        {say("Drinks, also those poured away"), listed->drinks, bill.drinks},
        {say("Paper cups"), listed->cups, bill.cups},
        {say("Rent of equipment"), listed->rent, bill.rent},
        {say("Setting up and clearing"), 0, bill.set_up},
        {say("Electricity"), 0, bill.energy},
        {say("Getting rid of what is poured away"), 0, bill.waste},
        {say("Goodwill: the price put on residents who go without"), 0, bill.goodwill},
    };
    double all = figure(story->figures, "cost").mean, sum = 0;

    report_table(story->report, say("What a day costs"));
    report_head(story->report, say("What"), false);
    report_head(story->report, say("On the shopping list (CNY)"), true);
    report_head(story->report, say("CNY a day"), true);
    report_head(story->report, "%", true);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        add_bill_row(story, rows[i].name, rows[i].listed, rows[i].amount, all);
        sum += rows[i].listed;
    }
    add_bill_row(story, say("All together"), sum, all, all);
}

const char *report_cost_sentence(struct story *story)
{
    struct interval cost = figure(story->figures, "cost"), served = figure(story->figures, "served");
    double price = number_at(json_object_get(story->plan, "costs"), "goodwill_cny");
    double goodwill = price > 0 ? price * (figure(story->figures, "wanted").mean - served.mean) : 0;

    if (!(cost.mean > 0) || !(served.mean > 0))
        return "";
    if (isnan(price))
        return words(story, say("A day costs %s CNY; a price put on those who go without is in it."), with_range(story, "cost", cost));
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
