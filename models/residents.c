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

static enum status people_parse(struct reader *reader, const struct yaml_node *node, struct counts *counts)
{
    static const struct field heads = {.key = "people", .kind = FIELD_QUANTITY, .dimension = HEADS, .low = 0, .high = 1e6};

    if (!yaml_is_list(node)) {
        reader_complain_at(reader, yaml_mark(node), say("people is a list of counts, e.g. [12, 30, 41]"));
        return OK;
    }
    TAKE(reader_arena(reader), counts->value, yaml_length(node) + 1);
    counts->n = yaml_length(node);
    for (int i = 0; i < counts->n; i++)
        TRY(reader_bind_value(reader, yaml_item(node, i), &heads, &counts->value[i]));
    return OK;
}

/* Where the people are, if not in the scenario itself. */
struct counts_file {
    const char *name, *column;
};

static enum status counts_key(struct reader *reader, const char *key, const struct yaml_node *value, struct counts *counts, struct counts_file *file)
{
    static const struct field from = {.key = "from", .kind = FIELD_CLOCK, .low = 0, .high = 172800};
    static const struct field every = {.key = "every", .kind = FIELD_QUANTITY, .dimension = DURATION, .low = 1, .high = 86400};
    static const struct field text = {.key = "file", .kind = FIELD_TEXT};

    if (strcmp(key, "from") == 0)
        return reader_bind_value(reader, value, &from, &counts->from_s);
    if (strcmp(key, "every") == 0)
        return reader_bind_value(reader, value, &every, &counts->every_s);
    if (strcmp(key, "people") == 0)
        return people_parse(reader, value, counts);
    if (strcmp(key, "file") == 0)
        return reader_bind_value(reader, value, &text, &file->name);
    if (strcmp(key, "column") == 0)
        return reader_bind_value(reader, value, &text, &file->column);
    reader_complain_at(reader, yaml_mark(value), say("counts have no key `%s`; they know from, every, people, file and column"), key);
    return OK;
}

static enum status counts_read(struct reader *reader, struct mark mark, const struct counts_file *file, struct counts *counts)
{
    TRY(reader_csv_column(reader, mark, file->name, file->column, &counts->n, &counts->value));
    for (int i = 0; i < counts->n; i++)
        if (!(counts->value[i] >= 0 && counts->value[i] <= 1e6)) {
            reader_complain_at(reader, mark, say("`%s`, column `%s`: %g people can't have been counted"), file->name, file->column, counts->value[i]);
            return OK;
        }
    return OK;
}

/* counts: {from: 06:30, every: 15 min, people: [12, 30, 41]}, or file: and column: of a CSV */
static enum status counts_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct counts *counts = lands;
    struct counts_file file = {0};
    int faults = reader_faults(reader);

    counts->from_s = counts->every_s = NAN;
    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("counts are {from: 06:30, every: 15 min, people: [12, 30, 41]} or {from, every, file: counts.csv, column: people}"));
        return OK;
    }
    for (int i = 0; i < yaml_length(node); i++)
        TRY(counts_key(reader, yaml_key(node, i), yaml_item(node, i), counts, &file));
    if (reader_faults(reader) > faults)
        return OK;
    bool from_file = file.name && file.column;
    if (isnan(counts->from_s) || isnan(counts->every_s) || from_file == (counts->value != NULL)) {
        reader_complain_at(reader, yaml_mark(node), say("counts need from, every, and either people: [12, 30] or file: and column:"));
        return OK;
    }
    return from_file ? counts_read(reader, yaml_mark(node), &file, counts) : OK;
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

#define PREORDER(member) LANDS(struct preorder, member)
static const struct field preorder_fields[] = {
    {"share", FIELD_QUANTITY, SHARE, PREORDER(share), 0, 1, "0 %", "share of takers who order before they come", .example = "10 %"},
    {"early", FIELD_QUANTITY, DURATION, PREORDER(early_s), 0, 3600, "2 min", "staff pour the cup so long before they come, as soon as one of them is free"},
    {"no-show", FIELD_QUANTITY, SHARE, PREORDER(no_show), 0, 1, "0 %", "share of orders that nobody fetches: poured away", .example = "8 %"},
    {"slot", FIELD_QUANTITY, DURATION, PREORDER(slot_s), 30, 86400, NULL, "orders are for whole slots, counted from opening: the cup has to be there when the slot in which they mean to come begins; left out: when they mean to come", .example = "5 min"},
    {"punctuality", FIELD_DISTRIBUTION, DURATION, PREORDER(punctuality_s), -3600, 3600, NULL, "they leave home so much later than they said, earlier if negative, but within the window; left out: when they said", .example = "normal(mean 0 s, sd 90 s)"},
    {"points", FIELD_QUANTITY, SHARE, PREORDER(points), 0, 1, "0 %", "points for booking win over so much more of the group, who want a drink only then; all of these book", .example = "5 %"},
};
static const struct table preorder_table = TABLE("preorder", "cups ordered before, which wait for who ordered them", struct preorder, preorder_fields);

#define FEEDBACK(member) LANDS(struct feedback, member)
static const struct field feedback_fields[] = {
    {"share", FIELD_QUANTITY, SHARE, FEEDBACK(share), 0, 1, "0 %", "of those who got a drink; one answer for all who come together", .example = "20 %"},
    {"takes", FIELD_QUANTITY, DURATION, FEEDBACK(takes_s), 0, 600, "8 s", "they stand aside for so long with the cup in hand: staff go on serving", .example = "8 s"},
};
static const struct table feedback_table = TABLE("feedback", "some scan a QR code on the table and say how it was", struct feedback, feedback_fields);

static const char *const choosings[] = {"least detour", "logit", "shortest line", NULL};

#define TRY_AGAIN(member) LANDS(struct second_try, member)
static const struct field second_try_fields[] = {
    {"share", FIELD_QUANTITY, SHARE, TRY_AGAIN(share), 0, 1, "0 %", "of those who balked, gave up waiting or found no room", .example = "20 %"},
    {"after", FIELD_QUANTITY, DURATION, TRY_AGAIN(after_s), 1, 86400, "15 min", "they are back at their first station so much later, if it is open then"},
};
static const struct table second_try_table = TABLE("second try", "some who went without try once more", struct second_try, second_try_fields);

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
    {"speed", FIELD_DISTRIBUTION, SPEED, GROUP(speed_m_per_s), 0.1, 20, "1.3 m/s", "of walking, or of their mode: e-bikes about 4 m/s, cars on an estate about 3 m/s", .example = "lognormal(mean 1.3 m/s, cv 0.15)"},
    {"mode", FIELD_CHOICE, NUMBER, GROUP(mode), 0, 0, "walk", "how they get about: a car waits in the car lane, not in the standing room", .words = mode_words},
    {"hand-over", FIELD_DISTRIBUTION, DURATION, GROUP(hand_over_s), 0, 1e6, NULL, "to them, instead of service.hand-over: through a car window, onto a bike", .example = "lognormal(mean 9 s, cv 0.5)"},
    {"detour", FIELD_DISTRIBUTION, LENGTH, GROUP(detour_m), 0, 1e5, NULL, "extra walk a resident accepts for a drink; left out: any", .example = "exponential(mean 40 m)"},
    {"balk", FIELD_DISTRIBUTION, HEADS, GROUP(balk), 0, 1e6, NULL, "joins while fewer people wait than this; left out: always joins", .example = "normal(mean 8, sd 3)"},
    {"patience", FIELD_DISTRIBUTION, DURATION, GROUP(patience_s), 0, 1e7, NULL, "leaves the line after waiting so long; left out: endless", .example = "weibull(mean 4 min, shape 2)"},
    {"drinks", FIELD_SHARES, NUMBER, GROUP(drinks), 1, 1, NULL, "what they ask for; left out: every drink alike", .refers = "drinks", .example = "{ginger-tea: 50 %, soy-milk: 50 %}"},
    {"substitute", FIELD_QUANTITY, SHARE, GROUP(substitute), 0, 1, "0 %", "share who take another drink when theirs is out", .example = "60 %"},
    {"own-cup", FIELD_QUANTITY, SHARE, GROUP(own_cup), 0, 1, "0 %", "share who bring a cup", .example = "15 %"},
    {"consult", FIELD_QUANTITY, SHARE, GROUP(consult), 0, 1, "0 %", "share who also ask about fees or repairs", .example = "3 %"},
    {"lift", FIELD_QUANTITY, DURATION, GROUP(lift_s), 1, 3600, NULL, "a lift comes so often: those of one building leave together, in lift-loads; left out: one by one", .example = "40 s"},
    {"party", FIELD_DISTRIBUTION, HEADS, GROUP(party), 1, 20, NULL, "people who come together; each wants a cup of the same drink, so count, counts and rate are parties", .example = "discrete(1: 70 %, 2: 20 %, 3: 10 %)"},
    {"priority", FIELD_FLAG, NUMBER, GROUP(priority), 0, 0, "no", "they have a lane of their own, which is served first"},
    {"preorder", FIELD_SECTION, NUMBER, GROUP(preorder), 0, 0, NULL, "some order before they come; who did has the lane that is served first", .table = &preorder_table},
    {"feedback", FIELD_SECTION, NUMBER, GROUP(feedback), 0, 0, NULL, "some answer by QR code, once they have their cup", .table = &feedback_table},
    {"choice", FIELD_CHOICE, NUMBER, GROUP(choosing), 0, 0, "least detour", "which station within their detour they walk to; who minds lines knows them when he leaves home", .words = choosings},
    {"choice-line", FIELD_QUANTITY, LENGTH, GROUP(line_m), 0, 1e4, "15 m", "choice: logit; one person waiting counts as so much extra walk"},
    {"choice-spread", FIELD_QUANTITY, LENGTH, GROUP(spread_m), 0.1, 1e4, "20 m", "choice: logit; a station so much farther is chosen 2.7 times less often"},
    {"comes-back", FIELD_SECTION, NUMBER, GROUP(second_try), 0, 0, NULL, "some who went without try once more; only the last outcome counts", .table = &second_try_table},
    {"slack", FIELD_QUANTITY, DURATION, GROUP(slack_s), 0, 86400, "5 min", "time to spare before a drink makes them late"},
};
const struct table group_table = TABLE("group", "residents who behave alike", struct group, group_fields);

/* What was written counts, not what landed: a value with a fault of its own isn't missing as well. */
static void check_times(struct reader *reader, const struct group *group)
{
    bool departs = reader_given(reader, &group->departs), count = reader_given(reader, &group->count);
    int ways = departs + reader_given(reader, &group->counts) + reader_given(reader, &group->rate);

    if (ways == 0 && count)
        reader_complain(reader, &group->name, say("`%s` has count, so it needs departs: when do they leave home?"), group->name);
    else if (ways == 0)
        reader_complain(reader, &group->name, say("`%s` needs departs, counts or rate: when do they come?"), group->name);
    else if (ways > 1)
        reader_complain(reader, &group->name, say("`%s` has more than one of departs, counts and rate: keep one"), group->name);
    else if (departs && !count)
        reader_complain(reader, &group->name, say("`%s` has departs, so it needs count: how many residents are there?"), group->name);
    else if (!departs && count)
        reader_complain(reader, &group->count, say("count goes with departs; counts and rate already say how many come"));
}

static void check_places(struct reader *reader, const struct group *group)
{
    bool at = reader_given(reader, &group->at), from = reader_given(reader, &group->from), to = reader_given(reader, &group->to);

    if (at && group->choosing > LEAST_DETOUR)
        reader_complain(reader, &group->choosing, say("`%s` come straight to a station: there is nothing to choose"), group->name);
    if (!at && group->mode > WALK && !reader_given(reader, &group->speed_m_per_s))
        reader_complain(reader, &group->mode, say("`%s` don't walk, so they need their speed, e.g. speed: 4 m/s"), group->name);
    if (at && (from || to))
        reader_complain(reader, &group->name, say("`%s` has from or to (they walk) and at (they come straight to a station): keep one"), group->name);
    else if (!at && !(from && to))
        reader_complain(reader, &group->name, say("`%s` needs from and to (they walk), or at (they come straight to a station)"), group->name);
}

void residents_check(struct reader *reader, const struct group *group)
{
    check_times(reader, group);
    check_places(reader, group);
    if (!residents_order(group) && (reader_given(reader, &group->preorder.no_show) || reader_given(reader, &group->preorder.early_s)
                                    || reader_given(reader, &group->preorder.slot_s) || reader_given(reader, &group->preorder.punctuality_s)))
        reader_complain(reader, &group->preorder.no_show, say("`%s` order nothing before: preorder needs share, e.g. share: 10 %%"), group->name);
    double shares = 0;
    const struct peak *peak = group->departs.item;
    for (int i = 0; i < group->departs.n; i++)
        shares += peak[i].share;
    if (shares > 1 + 1e-6)
        reader_complain(reader, &peak[0].share, say("the peaks' shares add up to %.4g %%, more than everybody; give each its share"), 100 * shares);
}

double residents_uptake(const struct group *group, double air_c)
{
    double uptake = group->uptake + group->uptake_per_k * (group->uptake_reference_c - air_c);
    return fmin(1, fmax(0, uptake));
}

double residents_takers(const struct group *group, double air_c)
{
    return fmin(1, residents_uptake(group, air_c) + group->preorder.points);
}

double residents_cut(const struct group *group, double air_c)
{
    double share = residents_takers(group, air_c), shape = 1 / (group->day_to_day * group->day_to_day);

    if (!residents_finite(group) || group->day_to_day <= 0 || share <= 0)
        return 0;
    return gsl_cdf_gamma_Q(shape / share, shape + 1, 1) - gsl_cdf_gamma_Q(shape / share, shape, 1) / share;
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
    double party = group->party.family == DIST_NONE ? 1 : distribution_mean(&group->party);

    if (!residents_finite(group))
        return party * rate_integral(&group->rate, from_s, to_s);
    return party * residents_population(group) * (residents_left_by(group, to_s) - residents_left_by(group, from_s));
}
