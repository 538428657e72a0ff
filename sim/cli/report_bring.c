/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to buy, to book and to borrow, station by station; and how much to bring, out of `samovar stock`. */
#include "cli/report_inside.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

struct line {
    const char *station, *how, *what, *unit;
    double amount, price;   /* CNY each; NAN: not known */
    double days;            /* that it is for; 0: one */
};

static void add_line(struct story *story, const struct line *line, double *sum)
{
    struct report *report = story->report;
    double cost = line->amount * line->price / fmax(1, line->days);

    report_cell(report, tidy(story, line->station));
    report_cell(report, line->how);
    report_cell(report, line->what);
    report_cell(report, words(story, line->amount < 1000 ? "%.4g" : "%.0f", line->amount));
    report_cell(report, line->unit);
    report_cell(report, isfinite(line->price) ? words(story, "%.2f", line->price) : "");
    report_cell(report, isfinite(cost) ? words(story, "%.2f", cost) : "");
    if (sum && isfinite(cost))
        *sum += cost;
}

static double price_of(const struct story *story, const char *key)
{
    return number_at(json_object_get(story->plan, "costs"), key);
}

static double open_h(const struct story *story)
{
    return (number_at(story->plan, "closes_s") - number_at(story->plan, "opens_s")) / 3600;
}

/* By the most at once, and the hours of all together. */
static void add_people(struct story *story, const char *name, json_t *station)
{
    static const struct {
        const char *key, *some, *at_most;
    } roles[] = {
        {"staff", MARK("Staff, %.0f for %.4g h"), MARK("Staff, at most %.0f at once: %.4g h together")},
        {"greeters", MARK("Greeters, %.0f: %.4g h together"), NULL},
        {"desk", MARK("Second desk, %.0f: %.4g h together"), NULL},
    };
    bool varies = json_is_true(json_object_get(station, "staff_varies"));

    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        double n = number_at(station, roles[r].key), hours = hours_at(station, roles[r].key, open_h(story));
        if (!(n > 0))
            continue;
        const char *what = words(story, say(varies && roles[r].at_most ? roles[r].at_most : roles[r].some), n, roles[r].at_most && !varies ? open_h(story) : hours);
        struct line line = {name, say("book"), what, say("hours"), hours, price_of(story, "wage_cny_per_h")};
        add_line(story, &line, &story->listed.staff);
    }
}

/* Vessels of a kind at a station share a line. */
static void add_vessels(struct story *story, const char *name, json_t *station)
{
    json_t *vessels = json_object_get(station, "vessels"), *vessel, *other;
    size_t i, j;

    json_array_foreach(vessels, i, vessel) {
        const char *kind = text_at(vessel, "equipment");
        int n = 0;
        bool named = false;
        json_array_foreach(vessels, j, other)
            if (strcmp(text_at(other, "equipment"), kind) == 0) {
                named |= j < i;
                n++;
            }
        if (named)
            continue;
        struct line line = {name, say("borrow"), tidy(story, kind), say("pieces"), n, number_at(vessel, "rent_cny")};
        add_line(story, &line, &story->listed.rent);
    }
}

/* With an interlock they never take more than the circuit carries. */
static void add_power(struct story *story, const char *name, json_t *station)
{
    double power_w = 0, circuit_w = number_at(station, "circuit_w");
    json_t *vessel;
    size_t i;

    json_array_foreach(json_object_get(station, "vessels"), i, vessel)
        power_w += number_at(vessel, "power_w") > 0 ? number_at(vessel, "power_w") : 0;
    if (power_w > 0) {
        bool in_turns = json_is_true(json_object_get(station, "takes_turns")) && circuit_w < power_w;
        struct line line = {name, say("book"), in_turns ? say("Socket for the heaters, with an interlock: they take turns") : say("Socket for the heaters"), "kW", (in_turns ? circuit_w : power_w) / 1000, NAN};
        add_line(story, &line, NULL);
    }
}

static void add_portions(struct story *story, const char *name, json_t *of, const char *named)
{
    const char *drink;
    json_t *portions;

    json_object_foreach(of, drink, portions)
        if (json_number_value(portions) > 0) {
            struct line line = {name, say("buy"), words(story, named, tidy(story, drink)), say("portions"), json_number_value(portions), number_at(json_object_get(story->drinks, drink), "cost_cny"), days_for(story, drink)};
            add_line(story, &line, &story->listed.drinks);
        }
}

/* Of a station, or of the store. */
static void add_supplies(struct story *story, const char *name, json_t *from)
{
    double cups = number_at(from, "cups");

    add_portions(story, name, json_object_get(from, "portions"), "%s");
    add_portions(story, name, json_object_get(from, "spare_portions"), say("%s, in the full carriers"));
    if (cups > 0) {
        struct line line = {name, say("buy"), say("Paper cups"), say("pieces"), cups, price_of(story, "cup_cny"), days_between(story)};
        add_line(story, &line, &story->listed.cups);
    }
}

static void add_runners(struct story *story, json_t *store)
{
    double runners = number_at(store, "runners"), hours = hours_at(store, "runners", open_h(story));

    if (runners > 0) {
        struct line line = {say("store"), say("book"), words(story, say("Runners, %.0f: %.4g h together"), runners, hours), say("hours"), hours, number_at(store, "wage_cny_per_h")};
        add_line(story, &line, &story->listed.runners);
    }
}

static void add_spares(struct story *story, json_t *store)
{
    json_t *rents = json_object_get(store, "spare_rent_cny"), *n;
    const char *drink;

    json_object_foreach(json_object_get(store, "spares"), drink, n)
        if (json_number_value(n) > 0) {
            struct line line = {say("store"), say("borrow"), words(story, say("full carriers of %s"), tidy(story, drink)), say("pieces"), json_number_value(n), number_at(rents, drink)};
            add_line(story, &line, &story->listed.rent);
        }
}

static void tell_sum(struct story *story)
{
    const struct listed *listed = &story->listed;

    if (days_between(story) > 1)
        report_print(story->report, PIECE_TEXT, say("Days in a row: of cups and of what keeps the list is for %.0f days, from one delivery to the next; a day's part of that is its cost."), days_between(story));
    report_print(story->report, PIECE_TEXT, say("This list comes to %.0f CNY a day. What a day costs on average is told below, beside what is on this list: there only what is used or poured away counts, and who came, with electricity and setting up."),
                 listed->staff + listed->runners + listed->drinks + listed->cups + listed->rent);
}

void report_list_shopping(struct story *story)
{
    struct report *report = story->report;
    const char *name;
    json_t *station, *store = json_object_get(story->plan, "store");

    report_table(report, say("Shopping list by station: to buy, to book, to borrow"));
    report_head(report, say("Station"), false);
    report_head(report, say("How"), false);
    report_head(report, say("What"), false);
    report_head(report, say("How many"), true);
    report_head(report, say("Unit"), false);
    report_head(report, say("Each (CNY)"), true);
    report_head(report, say("CNY a day"), true);
    int empty = report->table ? report->table->cells : 0;
    json_object_foreach(story->stations, name, station) {
        add_people(story, name, station);
        add_vessels(story, name, station);
        add_power(story, name, station);
        add_supplies(story, name, station);
    }
    add_runners(story, store);
    add_spares(story, store);
    add_supplies(story, say("store"), store);
    if (report->table && report->table->cells == empty)
        report->n--; /* nothing to get: no table */
    else
        tell_sum(story);
}

/* --- how much to bring ---------------------------------------------------------------------------------------- */

static void add_advice_row(struct story *story, json_t *one)
{
    struct report *report = story->report;

    report_cell(report, tidy(story, text_at(one, "station")));
    report_cell(report, tidy(story, text_at(one, "drink")));
    report_cell(report, digits(story, number_at(one, "now"), 0));
    report_cell(report, digits(story, number_at(one, "bring"), 0));
    report_cell(report, digits(story, number_at(one, "demand_mean"), 1));
    report_cell(report, digits(story, number_at(one, "demand_p95"), 0));
    report_cell(report, digits(story, 100 * number_at(one, "chance_short"), 0));
    report_cell(report, digits(story, 100 * number_at(one, "chance_out"), 0));
    report_cell(report, digits(story, number_at(one, "left_mean"), 1));
}

static bool is_offered(json_t *one)
{
    return number_at(one, "now") > 0 || number_at(one, "bring") > 0 || number_at(one, "demand_mean") > 0;
}

static void tell_too_old(struct story *story, json_t *stock)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(stock, "portions"), i, one)
        if (number_at(one, "too_old_mean") >= 0.05)
            report_print(story->report, PIECE_QUIET, say("%s, %s: %.1f a day are poured away before closing, too long in a vessel; what comes later needs a filling of its own."),
                         tidy(story, text_at(one, "station")), tidy(story, text_at(one, "drink")), number_at(one, "too_old_mean"));
}

static void add_advice(struct story *story, json_t *stock)
{
    static const char *const heads[] = {MARK("In the plan"), MARK("Bring"), MARK("Asked for, mean"), MARK("Asked for, 19 days of 20"), MARK("Falls short (% of days)"), MARK("Used up (% of days)"), MARK("Left over, mean")};
    struct report *report = story->report;
    json_t *one;
    size_t i;

    if (!json_array_size(json_object_get(stock, "portions")))
        return;
    report_note_layout(story, text_at(stock, "layout"));
    double lasting = number_at(stock, "lasting");
    report_table(report, lasting > 0 ? words(story, say("How many portions are enough on %.4g %% of days, drink by drink (samovar stock --lasting)"), 100 * lasting)
                                     : say("How many portions are worth bringing (samovar stock)"));
    report_head(report, say("Station"), false);
    report_head(report, say("Drink"), false);
    for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
        report_head(report, say(heads[h]), true);
    json_array_foreach(json_object_get(stock, "portions"), i, one)
        if (is_offered(one))
            add_advice_row(story, one);
    report_add(report, PIECE_QUIET, say("Falls short: days on which somebody asks for it and it isn't there any more. Used up: days on which the last portion goes, even if nobody asks for another."));
    tell_too_old(story, stock);
    if (json_object_get(story->plan, "store"))
        report_add(report, PIECE_QUIET, say("Counted as if runners brought nothing during the day: what stands ready in the store goes towards what to bring."));
}

void report_advise_stock(struct story *story)
{
    static const char *const charts[] = {"lasting", NULL};

    for (int i = 0; i < story->n_sources; i++)
        if (story->source[i].stock) {
            add_advice(story, story->source[i].stock);
            report_add_charts(story, charts);
            return;
        }
}
