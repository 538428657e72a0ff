/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/choice.h"

#include "core/say.h"

#include <math.h>
#include <string.h>

/* What a requirement may be about. */
static const struct subject {
    const char *name;       /* as written */
    enum measure over, under;
    double scale;
    bool share;
    int usual;              /* the side that makes sense: +1 at least, -1 at most */
} subjects[] = {
    {"wait within", M_WITHIN, M_SERVED, 1, true, 1},
    {"warm", M_WARM, M_SERVED, 1, true, 1},
    {"served", M_SERVED, M_WANTED, 1, true, 1},
    {"reached", M_REACHED, M_WANTED, 1, true, 1},
    {"stock-out", M_SHORT, M_WANTED, 1, true, -1},
    {"reneged", M_RENEGED, M_WANTED, 1, true, -1},
    {"balked", M_BALKED, M_WANTED, 1, true, -1},
    {"scald", M_SCALD, M_SERVED, 1, true, -1},
    {"staff busy", M_BUSY_S, M_STAFF_S, 1, true, -1},
    {"wait", M_WAIT_S, M_SERVED, 1, false, -1},
    {"cost", M_COST, M_ONE, 1, false, -1},
};
enum { SUBJECTS = sizeof subjects / sizeof *subjects };

static const struct subject *find_subject(const char *name)
{
    for (int i = 0; i < SUBJECTS; i++) {
        size_t n = strlen(subjects[i].name);
        if (strcmp(subjects[i].name, name) == 0 || (i == 0 && strncmp(subjects[i].name, name, n) == 0 && name[n] == ' '))
            return &subjects[i];
    }
    return NULL;
}

static enum status unknown_subject(struct reader *reader, struct mark mark, const char *name)
{
    const char *names[SUBJECTS], *all = "";

    for (int i = 0; i < SUBJECTS; i++) {
        names[i] = subjects[i].name;
        all = arena_print(reader_arena(reader), "%s%s%s", all, i ? ", " : "", names[i]);
        if (!all)
            return ERR_MEMORY;
    }
    const char *meant = text_nearest(name, SUBJECTS, names);
    if (meant)
        reader_complain_at(reader, mark, say("nothing can be required of `%s`; did you mean `%s`?"), name, meant);
    else
        reader_complain_at(reader, mark, say("nothing can be required of `%s`; known are %s"), name, all);
    return OK;
}

/* ">= 90 %" or "<= 900 CNY" */
static enum status requirement_parse(struct reader *reader, const char *name, const struct yaml_node *node, struct requirement *requirement)
{
    const struct subject *subject = find_subject(name);
    const char *text = yaml_scalar(node);
    double number;
    char unit[16] = "";

    if (!subject)
        return unknown_subject(reader, yaml_mark(node), name);
    int sense = text && strncmp(text, ">=", 2) == 0 ? 1 : text && strncmp(text, "<=", 2) == 0 ? -1 : 0;
    const char *right = subject->share ? "%" : subject->over == M_COST ? "CNY" : "s";
    if (!sense || sscanf(text + 2, "%lf %15s", &number, unit) < 2 || strcmp(unit, right) != 0 || !(number >= 0)
        || (subject->share && number > 100)) {
        const char *example = subject->usual > 0 ? ">= 90 %" : subject->share ? "<= 5 %" : subject->over == M_COST ? "<= 900 CNY" : "<= 60 s";
        reader_complain_at(reader, yaml_mark(node), say("`%s` wants a bound such as \"%s\""), name, example);
        return OK;
    }
    const char *whole = arena_print(reader_arena(reader), "%s %s", name, text);
    if (!whole)
        return ERR_MEMORY;
    *requirement = (struct requirement){whole, name, subject->over, subject->under, subject->scale,
                                        subject->share ? number / 100 : number, sense, subject->share};
    return OK;
}

/* "wait within 3": a number, and nothing behind it. */
static bool lacks_unit(const char *name)
{
    double number;
    char unit[2];

    return strncmp(name, "wait within", 11) == 0 && sscanf(name + 11, "%lf %1s", &number, unit) == 1;
}

static enum status require_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct requirements *all = lands;

    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("requirements are {what: bound}, e.g. {wait within 2 min: \">= 90 %%\", warm: \">= 95 %%\"}"));
        return OK;
    }
    TAKE(reader_arena(reader), all->item, yaml_length(node) + 1);
    for (int i = 0; i < yaml_length(node); i++) {
        struct requirement *next = &all->item[all->n];
        if (lacks_unit(yaml_key(node, i))) {
            reader_complain_at(reader, yaml_key_mark(node, i), say("`%s` has no unit; write it with s or min"), yaml_key(node, i));
            continue;
        }
        TRY(requirement_parse(reader, yaml_key(node, i), yaml_item(node, i), next));
        all->n += next->text != NULL;
    }
    return OK;
}

/* 5 drinks, 20 CNY, 1 point: the unit is the goal's and may be left out */
static enum status indifference_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    static const char *const words[] = {"", "drinks", "CNY", "points", "residents"};
    double number;
    char word[16] = "";

    if (yaml_is_scalar(node) && sscanf(yaml_scalar(node), "%lf %15s", &number, word) >= 1 && number > 0 && number < 1e6)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strcmp(word, words[i]) == 0) {
                *(double *)lands = number;
                return OK;
            }
    reader_complain_at(reader, yaml_mark(node), say("indifference is the difference that doesn't matter to you, e.g. 5 drinks, 20 CNY or 2 points"));
    return OK;
}

static enum status kit_vessels(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct kit *kit = (struct kit *)((char *)lands - offsetof(struct kit, n_vessels));
    return vessels_read(reader, node, &kit->n_vessels, &kit->vessel);
}

static const struct field kit_fields[] = {
    {"*", FIELD_CUSTOM, NUMBER, LANDS(struct kit, n_vessels), 0, 0, REQUIRED, "drink: equipment, one or several", .custom = kit_vessels,
     .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}}",
     .example = "{ginger-tea: urn-20, soy-milk: carrier-12}"},
};
static const struct table kit_table = TABLE("kit", "a set of vessels that a station may get", struct kit, kit_fields);

static const char *const goals[] = {"most warm drinks", "most drinks", "least cost", "best satisfaction", "least regret", NULL};

#define PLAN(member) LANDS(struct choice, member)
static const struct field choice_fields[] = {
    {"sites", FIELD_NAMES, NUMBER, PLAN(sites), 0, 0, REQUIRED, "places where a station may stand", .refers = "site.nodes", .example = "[south-gate, garage-b1]"},
    {"stations", FIELD_BAND, HEADS, PLAN(stations), 1, 16, "1..3", "how many stations"},
    {"staff", FIELD_BAND, HEADS, PLAN(staff), 1, 20, "1..3", "how many staff at each"},
    {"kits", FIELD_MAP, NUMBER, PLAN(kit), 0, 0, REQUIRED, "sets of vessels that a station may get, by name", .table = &kit_table},
    {"budget", FIELD_QUANTITY, MONEY, PLAN(budget), 0, 1e9, NULL, "a day may cost no more on average, goodwill not counted", .example = "900 CNY"},
    {"require", FIELD_CUSTOM, NUMBER, PLAN(require), 0, 0, NULL, "what a plan must reach: wait within T, warm, served, reached, stock-out, reneged, balked, scald, staff busy, wait, cost",
     .custom = require_parse, .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
     .example = "{wait within 2 min: \">= 90 %\", warm: \">= 95 %\"}"},
    {"goal", FIELD_CHOICE, NUMBER, PLAN(goal), 0, 0, "most warm drinks", "what makes one plan better than another", .words = goals},
    {"indifference", FIELD_CUSTOM, NUMBER, PLAN(indifference), 0, 0, REQUIRED, "a difference in the goal that doesn't matter to you", .custom = indifference_parse,
     .custom_schema = "{\"type\":[\"string\",\"number\"]}", .example = "5 drinks"},
    {"confidence", FIELD_QUANTITY, SHARE, PLAN(confidence), 0.5, 0.9999, "95 %", "that the plan named is the best, or within the indifference"},
};
const struct table choice_table = TABLE("plan", "what samovar optimize may choose, and what it must reach", struct choice, choice_fields);

void choice_check(struct reader *reader, const struct choice *choice, double target_s)
{
    for (int i = 0; i < choice->require.n; i++) {
        const char *name = choice->require.item[i].name;
        double number;
        char unit[8] = "";
        if (strncmp(name, "wait within", 11) != 0)
            continue;
        int read = sscanf(name + 11, "%lf %7s", &number, unit);
        double at_s = read < 2 ? NAN : number * (strcmp(unit, "min") == 0 ? 60 : 1);
        if (read > 0 && !(fabs(at_s - target_s) < 1e-6))
            reader_complain(reader, &choice->require, say("`%s` must name the scenario's wait-target, %g s; set wait-target to change both"), name, target_s);
    }
    if (choice->sites.n > 0 && choice->stations.low > choice->sites.n)
        reader_complain(reader, &choice->stations, say("%g stations need as many sites; there are %d"), choice->stations.low, choice->sites.n);
    for (int i = 0; i < choice->sites.n; i++)
        for (int j = 0; j < i; j++)
            if (choice->sites.item[i].index >= 0 && choice->sites.item[i].index == choice->sites.item[j].index)
                reader_complain(reader, &choice->sites, say("site `%s` is named twice"), choice->sites.item[i].name);
}

double choice_designs(const struct choice *choice)
{
    double modules = (choice->staff.high - choice->staff.low + 1) * choice->kit.n, ways = 1, sum = 0;

    for (int n = 0; n <= choice->stations.high && n <= choice->sites.n; n++) {
        if (n >= choice->stations.low)
            sum += ways;
        ways *= modules * (choice->sites.n - n) / (n + 1);
    }
    return sum;
}

static const struct {
    enum measure measure;
    double sense;
    const char *unit;
} goal_rows[] = {
    [GOAL_WARM] = {M_WARM, 1, MARK("warm drinks/day")},
    [GOAL_SERVED] = {M_SERVED, 1, MARK("drinks/day")},
    [GOAL_COST] = {M_COST, -1, MARK("CNY/day")},
    [GOAL_SATISFACTION] = {M_SCORE, 1, MARK("points")},
    [GOAL_REGRET] = {M_WARM, 1, MARK("warm drinks/day")},
};

double choice_goal(const struct choice *choice, const double measure[])
{
    double value = goal_rows[choice->goal].sense * measure[goal_rows[choice->goal].measure];
    /* The score is a mean over those who want a drink, and they are the same whatever the layout. */
    return choice->goal == GOAL_SATISFACTION ? (measure[M_WANTED] > 0 ? value / measure[M_WANTED] : 0) : value;
}

const char *choice_unit(const struct choice *choice)
{
    return goal_rows[choice->goal].unit;
}

double requirement_of_day(const struct requirement *requirement, const double measure[])
{
    return requirement->sense * (requirement->scale * measure[requirement->over] - requirement->level * measure[requirement->under]);
}
