/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/conditions.h"

#include "core/say.h"

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

#define DAY(member) LANDS(struct day_type, member)
static const struct field day_fields[] = {
    {"share", FIELD_QUANTITY, SHARE, DAY(share), 0, 1, REQUIRED, "odds of such a day", .example = "15 %"},
    {"air", FIELD_DISTRIBUTION, TEMPERATURE, DAY(air_c), -60, 60, NULL, "outdoor temperature of the day; left out: the scenario's", .example = "normal(-2, 4) °C"},
    {"set", FIELD_CUSTOM, NUMBER, DAY(n_overrides), 0, 0, NULL, "numbers that are different on such a day: path: value, or x1.3 to multiply",
     .custom = overrides_parse, .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}}",
     .example = "{\"residents.*.uptake\": x1.3}"},
};
const struct table day_type_table = TABLE("day", "a kind of day", struct day_type, day_fields);
