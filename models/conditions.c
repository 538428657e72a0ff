/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/conditions.h"

#include "core/say.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* set: {"residents.*.uptake": x1.3}. The value is kept as text: it's applied to the tree, then the whole
 * scenario is bound again, so an override passes the same checks as what it overrides. */
static enum status overrides_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct day_type *day = (struct day_type *)((char *)lands - offsetof(struct day_type, n_overrides));
    int n = yaml_length(node);

    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("what a kind of day sets is a section of `path: value`, e.g. {\"residents.*.uptake\": x1.3}"));
        return OK;
    }
    TAKE(reader_arena(reader), day->override, n);
    for (int i = 0; i < n; i++) {
        const struct yaml_node *value = yaml_item(node, i);
        if (!yaml_is_scalar(value)) {
            reader_complain_at(reader, yaml_mark(value), say("`%s` wants one value, or a factor such as x1.3"), yaml_key(node, i));
            continue;
        }
        if (strncmp(yaml_key(node, i), "days", 4) == 0) {
            reader_complain_at(reader, yaml_mark(value), say("a kind of day can't change the kinds of day"));
            continue;
        }
        day->override[day->n_overrides++] = (struct day_override){yaml_key(node, i), yaml_scalar(value), yaml_mark(value)};
    }
    return OK;
}

/* x1.5, or 1.5 */
static enum status factor_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    static const struct field factor = {.key = "factor", .kind = FIELD_QUANTITY, .dimension = NUMBER, .low = 0.1, .high = 20};
    const char *text = yaml_scalar(node);
    char *end = NULL;
    double value = text && *text == 'x' ? strtod(text + 1, &end) : NAN;

    if (!end)
        return reader_bind_value(reader, node, &factor, lands);
    if (end == text + 1 || *end || !(value >= 0.1 && value <= 20))
        reader_complain_at(reader, yaml_mark(node), say("`%s` is no factor; write it as x1.5, between x0.1 and x20"), text);
    else
        *(double *)lands = value;
    return OK;
}

#define FACTOR_SCHEMA "{\"type\":[\"string\",\"number\"]}"
#define INCIDENT(member) LANDS(struct incident, member)
static const struct field incident_fields[] = {
    {"at", FIELD_CLOCK, NUMBER, INCIDENT(at_s), 0, 172800, REQUIRED, "when it begins", .example = "07:40"},
    {"for", FIELD_QUANTITY, DURATION, INCIDENT(for_s), 1, 1e6, NULL, "how long it lasts; left out: until closing", .example = "30 min"},
    {"fail", FIELD_TEXT, NUMBER, INCIDENT(fail), 0, 0, NULL, "STATION/EQUIPMENT: nothing can be poured from it", .example = "south-gate/urn-20"},
    {"power-cut", FIELD_TEXT, NUMBER, INCIDENT(power_cut), 0, 0, NULL, "station whose heaters are without current; taps still flow", .example = "south-gate"},
    {"staff", FIELD_QUANTITY, NUMBER, INCIDENT(staff_more), -100, 100, NULL, "so many more (or, below zero, fewer) staff at the station", .example = "-1"},
    {"late-delivery", FIELD_QUANTITY, DURATION, INCIDENT(late_s), 1, 86400, NULL, "what should be there at opening (if `at` isn't later) and what runners set out with comes so much later", .example = "30 min"},
    {"surge", FIELD_CUSTOM, NUMBER, INCIDENT(surge), 0, 0, NULL, "so many times as many residents set out", .custom = factor_parse, .custom_schema = FACTOR_SCHEMA, .example = "x1.5"},
    {"snow", FIELD_CUSTOM, NUMBER, INCIDENT(snow), 0, 0, NULL, "who sets out walks or rides at so many times his speed", .custom = factor_parse, .custom_schema = FACTOR_SCHEMA, .example = "x0.8"},
    {"station", FIELD_TEXT, NUMBER, INCIDENT(station), 0, 0, NULL, "of staff; of late-delivery, where left out means every station", .example = "south-gate"},
};
static const struct table incident_table = TABLE("event", "something that happens at a clock time", struct incident, incident_fields);

#define DAY(member) LANDS(struct day_type, member)
static const struct field day_fields[] = {
    {"share", FIELD_QUANTITY, SHARE, DAY(share), 0, 1, REQUIRED, "odds of such a day", .example = "15 %"},
    {"air", FIELD_DISTRIBUTION, TEMPERATURE, DAY(air_c), -60, 60, NULL, "outdoor temperature of the day; left out: the scenario's", .example = "normal(-2, 4) °C"},
    {"warmer", FIELD_QUANTITY, DIFFERENCE, DAY(warmer_k), -40, 40, "0 K", "than that; colder below zero", .example = "-10 K"},
    {"crowd", FIELD_QUANTITY, NUMBER, DAY(crowd), 0, 20, "1", "times as many residents"},
    {"events", FIELD_LIST, NUMBER, DAY(incident), 0, 0, NULL, "what happens at a clock time: an urn fails, the power is cut, staff are missing, a delivery is late, a crowd comes, it snows", .table = &incident_table, .example = "[{at: 07:40, fail: south-gate/urn-20, for: 30 min}]"},
    {"set", FIELD_CUSTOM, NUMBER, DAY(n_overrides), 0, 0, NULL, "numbers that are different on such a day: path: value, or x1.3 to multiply",
     .custom = overrides_parse, .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}}",
     .example = "{\"residents.*.uptake\": x1.3}"},
};
const struct table day_type_table = TABLE("day", "a kind of day", struct day_type, day_fields);

/* Two surges at a time might leave less than nobody. */
static void check_surges(struct reader *reader, const struct day_type *type)
{
    const struct incident *incident = type->incident.item;

    for (int i = 0; i < type->incident.n; i++)
        for (int k = 0; k < type->incident.n; k++)
            if (k != i && incident[i].surge > 0 && incident[k].surge > 0 && incident_lasts(&incident[k], incident[i].at_s) && (incident[i].at_s > incident[k].at_s || i > k))
                reader_complain(reader, &incident[i].at_s, say("another surge still lasts then: let one end before the next begins"));
}

/* What happens at an event, of what can: several are listed, for each wants an event of its own. */
static int things_of(struct reader *reader, const struct incident *incident, struct text *list)
{
    const struct {
        const char *key;
        bool given;
    } thing[] = {
        {"fail", incident->fail != NULL},
        {"power-cut", incident->power_cut != NULL},
        {"staff", reader_given(reader, &incident->staff_more)},
        {"late-delivery", reader_given(reader, &incident->late_s)},
        {"surge", reader_given(reader, &incident->surge)},
        {"snow", reader_given(reader, &incident->snow)},
    };
    int n = 0;

    for (size_t i = 0; i < sizeof thing / sizeof *thing; i++)
        if (thing[i].given)
            text_print(list, "%s%s", n++ ? say(", ") : "", thing[i].key);
    return n;
}

static void check_things(struct reader *reader, const struct incident *incident, int n, const struct text *list)
{
    if (n == 0)
        reader_complain(reader, &incident->at_s, say("an event is one of fail, power-cut, staff, late-delivery, surge and snow"));
    else
        reader_complain(reader, &incident->at_s, say("this event has several of fail, power-cut, staff, late-delivery, surge and snow: %s; give each an event of its own"), text_c(list));
}

void incidents_check(struct reader *reader, const struct day_type *type)
{
    const struct incident *incident = type->incident.item;

    check_surges(reader, type);
    for (int i = 0; i < type->incident.n; i++) {
        bool staff = reader_given(reader, &incident[i].staff_more), late = reader_given(reader, &incident[i].late_s);
        struct text list = {0};
        int things = things_of(reader, &incident[i], &list);
        if (things != 1)
            check_things(reader, &incident[i], things, &list);
        else if (incident[i].station && !staff && !late)
            reader_complain(reader, &incident[i].station, say("station goes with staff or late-delivery"));
        else if (staff && (incident[i].staff_more != rint(incident[i].staff_more) || incident[i].staff_more == 0))
            reader_complain(reader, &incident[i].staff_more, say("people are counted in whole numbers, more or fewer than none"));
        else if (staff && !incident[i].station)
            reader_complain(reader, &incident[i].staff_more, say("at which station? Add station:"));
        else if (incident[i].fail && !strchr(incident[i].fail, '/'))
            reader_complain(reader, &incident[i].fail, say("what fails is STATION/EQUIPMENT, e.g. south-gate/urn-20"));
        text_free(&list);
    }
}

bool day_types_set(const struct items *day_type, const char *section)
{
    const struct day_type *type = day_type->item;
    size_t n = strlen(section);

    for (int t = 0; t < day_type->n; t++)
        for (int i = 0; i < type[t].n_overrides; i++)
            if (type[t].override[i].path[0] == '*' || (strncmp(type[t].override[i].path, section, n) == 0 && type[t].override[i].path[n] == '.'))
                return true;
    return false;
}

double conditions_speed(const struct day_type *type, double time_s)
{
    const struct incident *incident = type ? type->incident.item : NULL;
    double factor = 1;

    for (int i = 0; type && i < type->incident.n; i++)
        if (incident[i].snow > 0 && incident_lasts(&incident[i], time_s))
            factor *= incident[i].snow;
    return factor;
}

/* "25 % .. 45 %", the text of each side, as --set takes it */
static enum status range_split(struct reader *reader, const char *text, struct uncertain *uncertain)
{
    const char *dots = strstr(text, ".."), *high = dots ? dots + 2 : "";
    size_t n = dots ? (size_t)(dots - text) : 0;

    while (n && text[n - 1] == ' ')
        n--;
    while (*high == ' ')
        high++;
    if (n == 0 || !*high)
        return OK;
    uncertain->low = arena_text(reader_arena(reader), text, n);
    uncertain->high = arena_text(reader_arena(reader), high, strlen(high));
    return uncertain->low && uncertain->high ? OK : ERR_MEMORY;
}

/* Both in the same unit, or both factors; what can't be read is told where it's tried. */
static bool falls(const struct uncertain *uncertain)
{
    const char *low = uncertain->low + (*uncertain->low == 'x'), *high = uncertain->high + (*uncertain->high == 'x');
    char *low_end, *high_end;
    double from = strtod(low, &low_end), to = strtod(high, &high_end);

    return low_end != low && high_end != high && (!*low_end || strcmp(low_end, high_end) == 0) && from > to;
}

enum status uncertain_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct uncertainties *all = lands;

    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("what is uncertain is a section of `path: LOW .. HIGH`, e.g. {residents.commuters.uptake: 25 %% .. 45 %%}"));
        return OK;
    }
    TAKE(reader_arena(reader), all->item, yaml_length(node) + 1);
    for (int i = 0; i < yaml_length(node); i++) {
        struct uncertain *next = &all->item[all->n];
        const struct yaml_node *value = yaml_item(node, i);
        next->path = yaml_key(node, i);
        if (yaml_is_scalar(value))
            TRY(range_split(reader, yaml_scalar(value), next));
        next->mark = yaml_mark(value);
        if (next->low && falls(next))
            reader_complain_at(reader, next->mark, say("the low of `%s` is above its high"), next->path);
        else if (next->low)
            all->n++;
        else
            reader_complain_at(reader, yaml_mark(value), say("`%s` wants its low and its high, e.g. 25 %% .. 45 %%, or x0.8 .. x1.2"), next->path);
    }
    return OK;
}
