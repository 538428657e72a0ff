/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/residents.h"

#include "core/say.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

static const struct field peak_fields[] = {
    {"peak", FIELD_CLOCK, NUMBER, LANDS(struct peak, at_s), 0, 172800, REQUIRED, "when most of them leave home", .example = "07:40"},
    {"spread", FIELD_QUANTITY, DURATION, LANDS(struct peak, spread_s), 1, 86400, REQUIRED, "standard deviation around the peak", .example = "18 min"},
    {"share", FIELD_QUANTITY, SHARE, LANDS(struct peak, share), 0, 1, "100 %", "of the group; the rest stays at home"},
};
static const struct table peak_table = TABLE("peak", "a peak of departures", struct peak, peak_fields);

/* counts: {from: 06:30, every: 15 min, people: [12, 30, 41]}, or file: and column: of a CSV */
static enum status counts_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct written {
        double from_s, every_s;
        const char *file, *column;
        const struct yaml_node *people;
    } written = {0};
    static const struct field from = {.key = "from", .kind = FIELD_CLOCK, .low = 0, .high = 172800};
    static const struct field every = {.key = "every", .kind = FIELD_QUANTITY, .dimension = DURATION, .low = 1, .high = 86400};
    static const struct field heads = {.key = "people", .kind = FIELD_QUANTITY, .dimension = HEADS, .low = 0, .high = 1e6};
    static const struct field text = {.key = "file", .kind = FIELD_TEXT};
    struct counts *counts = lands;

    written.from_s = written.every_s = NAN;
    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("counts are {from: 06:30, every: 15 min, people: [12, 30, 41]} or {from, every, file: counts.csv, column: people}"));
        return OK;
    }
    for (int i = 0; i < yaml_length(node); i++) {
        const struct yaml_node *value = yaml_item(node, i);
        const char *key = yaml_key(node, i);
        const char *const known[] = {"from", "every", "people", "file", "column"};
        int which = 0;
        while (which < 5 && strcmp(key, known[which]) != 0)
            which++;
        switch (which) {
        case 0: TRY(reader_bind_value(reader, value, &from, &written.from_s)); break;
        case 1: TRY(reader_bind_value(reader, value, &every, &written.every_s)); break;
        case 2: written.people = value; break;
        case 3: TRY(reader_bind_value(reader, value, &text, &written.file)); break;
        case 4: TRY(reader_bind_value(reader, value, &text, &written.column)); break;
        default: reader_complain_at(reader, yaml_mark(value), say("counts have no key `%s`; they know from, every, people, file and column"), key);
        }
    }
    if (isnan(written.from_s) || isnan(written.every_s) || (!written.people && !(written.file && written.column))) {
        reader_complain_at(reader, yaml_mark(node), say("counts need from, every, and either people: [12, 30] or file: and column:"));
        return OK;
    }
    *counts = (struct counts){written.from_s, written.every_s, 0, NULL};
    if (!written.people)
        return reader_csv_column(reader, yaml_mark(node), written.file, written.column, &counts->n, &counts->value);
    if (!yaml_is_list(written.people)) {
        reader_complain_at(reader, yaml_mark(written.people), say("people is a list of counts, e.g. [12, 30, 41]"));
        return OK;
    }
    TAKE(reader_arena(reader), counts->value, yaml_length(written.people) + 1);
    counts->n = yaml_length(written.people);
    for (int i = 0; i < counts->n; i++)
        TRY(reader_bind_value(reader, yaml_item(written.people, i), &heads, &counts->value[i]));
    return OK;
}

/* rate: 6 /h, or points [[07:00, 2 /min], [07:30, 4 /min]] */
static enum status rate_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    static const struct field constant = {.key = "rate", .kind = FIELD_QUANTITY, .dimension = RATE, .low = 0, .high = 1e3};
    static const struct field points = {.key = "rate", .kind = FIELD_CURVE, .dimension = RATE, .low = 0, .high = 1e3};
    struct curve *curve = lands;

    if (!yaml_is_scalar(node))
        return reader_bind_value(reader, node, &points, lands);
    TAKE(reader_arena(reader), curve->point, 1);
    curve->n = 1;
    return reader_bind_value(reader, node, &constant, &curve->point[0].value);
}

#define GROUP(member) LANDS(struct group, member)
static const struct field group_fields[] = {
    {"count", FIELD_COUNT, NUMBER, GROUP(count), 0, 1000000, NULL, "residents in the group", .example = "900"},
    {"from", FIELD_SHARES, NUMBER, GROUP(from), 1, 1, NULL, "buildings they start from", .refers = "site.nodes", .example = "{tower-1: 60 %, tower-2: 40 %}"},
    {"to", FIELD_SHARES, NUMBER, GROUP(to), 1, 1, NULL, "exits they walk to", .refers = "site.nodes", .example = "{south-gate: 70 %, garage-b1: 30 %}"},
    {"at", FIELD_NAME, NUMBER, GROUP(at), 0, 0, NULL, "station they come straight to, without walking", .example = "desk"},
    {"departs", FIELD_LIST, NUMBER, GROUP(departs), 0, 0, NULL, "when they leave home: bell-shaped peaks", .table = &peak_table, .example = "[{peak: 07:40, spread: 18 min, share: 70 %}]"},
    {"counts", FIELD_CUSTOM, NUMBER, GROUP(counts), 0, 0, NULL, "when they leave home: people counted per interval", .custom = counts_parse,
     .custom_schema = "{\"type\":\"object\"}", .example = "{from: 06:30, every: 15 min, people: [12, 30, 41]}"},
    {"rate", FIELD_CUSTOM, NUMBER, GROUP(rate), 0, 0, NULL, "they come at random (Poisson) at this rate, constant or as points", .custom = rate_parse,
     .custom_schema = "{\"type\":[\"string\",\"array\"]}", .example = "6 /h"},
    {"day-to-day", FIELD_QUANTITY, NUMBER, GROUP(day_to_day), 0, 2, "0", "cv of the day's multiplier: some days many come, some days few", .example = "0.2"},
    {"uptake", FIELD_QUANTITY, SHARE, GROUP(uptake), 0, 1, "100 %", "share who want a drink, at the reference temperature", .example = "35 %"},
    {"uptake-per-degree", FIELD_QUANTITY, SHARE, GROUP(uptake_per_k), 0, 0.2, "0 %", "more takers for every degree below the reference", .example = "1.5 %"},
    {"uptake-reference", FIELD_QUANTITY, TEMPERATURE, GROUP(uptake_reference_c), -40, 40, "0 °C", "outdoor temperature at which uptake holds"},
    {"speed", FIELD_DISTRIBUTION, SPEED, GROUP(speed_m_per_s), 0.1, 20, "1.3 m/s", "of walking", .example = "lognormal(mean 1.3 m/s, cv 0.15)"},
    {"detour", FIELD_DISTRIBUTION, LENGTH, GROUP(detour_m), 0, 1e5, NULL, "extra walk a resident accepts for a drink; left out: any", .example = "exponential(mean 40 m)"},
    {"balk", FIELD_DISTRIBUTION, HEADS, GROUP(balk), 0, 1e6, NULL, "joins while fewer people wait than this; left out: always joins", .example = "normal(mean 8, sd 3)"},
    {"patience", FIELD_DISTRIBUTION, DURATION, GROUP(patience_s), 0, 1e7, NULL, "leaves the line after waiting so long; left out: endless", .example = "weibull(mean 4 min, shape 2)"},
    {"drinks", FIELD_SHARES, NUMBER, GROUP(drinks), 1, 1, NULL, "what they ask for; left out: every drink alike", .refers = "drinks", .example = "{ginger-tea: 50 %, soy-milk: 50 %}"},
    {"substitute", FIELD_QUANTITY, SHARE, GROUP(substitute), 0, 1, "0 %", "share who take another drink when theirs is out", .example = "60 %"},
    {"own-cup", FIELD_QUANTITY, SHARE, GROUP(own_cup), 0, 1, "0 %", "share who bring a cup", .example = "15 %"},
    {"consult", FIELD_QUANTITY, SHARE, GROUP(consult), 0, 1, "0 %", "share who also ask about fees or repairs", .example = "3 %"},
    {"slack", FIELD_QUANTITY, DURATION, GROUP(slack_s), 0, 86400, "5 min", "time to spare before a drink makes them late"},
};
const struct table group_table = TABLE("group", "residents who behave alike", struct group, group_fields);

void residents_check(struct reader *reader, const struct group *group)
{
    int ways = (group->departs.n > 0) + (group->counts.n > 0) + (group->rate.n > 0);

    if (ways != 1)
        reader_complain(reader, &group->name, say("`%s` needs exactly one of departs, counts and rate: when do they come?"), group->name);
    if (group->departs.n > 0 && group->count < 0)
        reader_complain(reader, &group->name, say("`%s` has departs, so it needs count: how many residents are there?"), group->name);
    if (group->departs.n == 0 && group->count >= 0)
        reader_complain(reader, &group->count, say("count goes with departs; counts and rate already say how many come"));
    if (group->at.name ? group->from.n || group->to.n : !group->from.n || !group->to.n)
        reader_complain(reader, &group->name, say("`%s` needs from and to (they walk), or at (they come straight to a station), not both"), group->name);
    double shares = 0;
    const struct peak *peak = group->departs.item;
    for (int i = 0; i < group->departs.n; i++)
        shares += peak[i].share;
    if (shares > 1 + 1e-6)
        reader_complain(reader, &peak[0].share, say("the peaks' shares add up to %.4g %%, more than everybody"), 100 * shares);
}

double residents_uptake(const struct group *group, double air_c)
{
    double uptake = group->uptake + group->uptake_per_k * (group->uptake_reference_c - air_c);
    return fmin(1, fmax(0, uptake));
}

static double counted(const struct counts *counts)
{
    double sum = 0;
    for (int i = 0; i < counts->n; i++)
        sum += counts->value[i];
    return sum;
}

double residents_population(const struct group *group)
{
    return group->counts.n ? round(counted(&group->counts)) : group->count;
}

double residents_left_by(const struct group *group, double time_s)
{
    double left = 0;
    const struct peak *peak = group->departs.item;
    const struct counts *counts = &group->counts;

    for (int i = 0; i < group->departs.n; i++)
        left += peak[i].share * gsl_cdf_ugaussian_P((time_s - peak[i].at_s) / peak[i].spread_s);
    if (counts->n) {
        double whole = counted(counts), passed = (time_s - counts->from_s) / counts->every_s;
        for (int i = 0; i < counts->n && whole > 0; i++)
            left += counts->value[i] / whole * fmin(1, fmax(0, passed - i));
    }
    return left;
}

/* Integral of the rate, linear between points, constant before the first and after the last. */
static double rate_integral(const struct curve *rate, double from_s, double to_s)
{
    const struct curve_point *p = rate->point;
    double sum = 0;

    if (from_s < p[0].time_s || rate->n == 1)
        sum += p[0].value * ((rate->n == 1 ? to_s : fmin(to_s, p[0].time_s)) - from_s);
    for (int i = 0; i + 1 < rate->n; i++) {
        double a = fmax(from_s, p[i].time_s), b = fmin(to_s, p[i + 1].time_s);
        if (b <= a)
            continue;
        double slope = (p[i + 1].value - p[i].value) / (p[i + 1].time_s - p[i].time_s);
        sum += (b - a) * (p[i].value + slope * ((a + b) / 2 - p[i].time_s));
    }
    if (rate->n > 1 && to_s > p[rate->n - 1].time_s)
        sum += p[rate->n - 1].value * (to_s - fmax(from_s, p[rate->n - 1].time_s));
    return sum;
}

double residents_expected(const struct group *group, double from_s, double to_s)
{
    if (!residents_finite(group))
        return rate_integral(&group->rate, from_s, to_s);
    return residents_population(group) * (residents_left_by(group, to_s) - residents_left_by(group, from_s));
}
