/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/bound.h"
#include "scenario/explain.h"
#include "scenario/pattern.h"
#include "scenario/walk.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A file that extends another gives only part of the keys and may take some away with null: so
 * there are two schemas, one for whole scenarios and one for such overlays. Editors read YAML 1.1
 * loosely: 10:30 comes as 630, `no` as false, a name may come as a number. */

typedef json_t *maker(const struct field *field, bool overlay);

static json_t *schema_table(const struct table *table, bool overlay, bool root);

static bool starved; /* some part is missing for want of memory */

static json_t *of_pattern(const char *pattern)
{
    return json_pack("{s:s, s:o}", "type", "string", "pattern",
                     json_sprintf("^\\s*(%s)\\s*$", pattern));
}

static json_t *either(json_t *one, json_t *other)
{
    return json_pack("{s:[o, o]}", "anyOf", one, other);
}

static json_t *of_number(const struct field *field, const char *type)
{
    json_t *schema = json_pack("{s:s}", "type", type);
    double low, high;

    field_bounds(field, &low, &high);
    if (isfinite(low))
        json_object_set_new(schema, "minimum", json_real(low));
    if (isfinite(high))
        json_object_set_new(schema, "maximum", json_real(high));
    return schema;
}

/* Text as the pattern has it; a number too where no unit is needed. */
static json_t *of_text(const struct field *field, enum dimension dimension,
                       void (*pattern)(struct text *out, enum dimension dimension))
{
    struct text text = {0};

    pattern(&text, dimension);
    json_t *written = of_pattern(text_c(&text));
    starved |= text.failed;
    text_free(&text);
    return dimension_unit(dimension) ? written : either(of_number(field, "number"), written);
}

static json_t *make_quantity(const struct field *field, bool overlay)
{
    (void)overlay;
    return of_text(field, field->dimension, pattern_quantity);
}

static json_t *make_count(const struct field *field, bool overlay)
{
    (void)overlay;
    return of_text(field, HEADS, pattern_quantity);
}

static json_t *make_flag(const struct field *field, bool overlay)
{
    (void)field, (void)overlay;
    return either(json_pack("{s:s}", "type", "boolean"), of_pattern(pattern_flag));
}

static json_t *make_name(const struct field *field, bool overlay)
{
    (void)field, (void)overlay;
    return json_pack("{s:[s,s,s]}", "type", "string", "number", "boolean");
}

static json_t *make_clock(const struct field *field, bool overlay)
{
    (void)field, (void)overlay;
    return either(of_pattern(pattern_clock), json_pack("{s:s}", "type", "integer"));
}

static json_t *make_window(const struct field *field, bool overlay)
{
    (void)field, (void)overlay;
    return of_pattern(pattern_window);
}

static json_t *make_choice(const struct field *field, bool overlay)
{
    json_t *words = json_array();

    (void)overlay;
    for (int i = 0; field->words[i]; i++) {
        json_array_append_new(words, json_string(field->words[i]));
        if (strcmp(field->words[i], "no") == 0 || strcmp(field->words[i], "off") == 0)
            json_array_append_new(words, json_false());
        if (strcmp(field->words[i], "yes") == 0 || strcmp(field->words[i], "on") == 0)
            json_array_append_new(words, json_true());
    }
    return json_pack("{s:o}", "enum", words);
}

static json_t *make_distribution(const struct field *field, bool overlay)
{
    (void)overlay;
    return of_text(field, field->dimension, pattern_distribution);
}

static json_t *make_band(const struct field *field, bool overlay)
{
    (void)overlay;
    return of_text(field, field->dimension, pattern_band);
}

static json_t *make_names(const struct field *field, bool overlay)
{
    return either(make_name(field, overlay),
                  json_pack("{s:s, s:o}", "type", "array", "items", make_name(field, overlay)));
}

static json_t *with_null(json_t *schema, bool overlay)
{
    return overlay ? either(schema, json_pack("{s:s}", "type", "null")) : schema;
}

static json_t *make_counts(const struct field *field, bool overlay)
{
    return json_pack("{s:s, s:o}", "type", "object", "additionalProperties",
                     with_null(make_quantity(field, overlay), overlay));
}

static json_t *make_shares(const struct field *field, bool overlay)
{
    struct field share = {.kind = FIELD_QUANTITY, .dimension = SHARE};

    return either(make_name(field, overlay), make_counts(&share, overlay));
}

static json_t *make_section(const struct field *field, bool overlay)
{
    return schema_table(field->table, overlay, false);
}

static json_t *make_map(const struct field *field, bool overlay)
{
    return json_pack("{s:s, s:o}", "type", "object", "additionalProperties",
                     with_null(schema_table(field->table, overlay, false), overlay));
}

/* A list isn't merged with the one of the base: its items are whole in an overlay too. */
static json_t *make_list(const struct field *field, bool overlay)
{
    (void)overlay;
    return json_pack("{s:s, s:o}", "type", "array", "items",
                     schema_table(field->table, false, false));
}

static json_t *make_curve(const struct field *field, bool overlay)
{
    json_t *point = json_pack("{s:s, s:[o, o], s:i, s:i}", "type", "array", "prefixItems",
                              make_clock(field, overlay), make_quantity(field, overlay), "minItems",
                              2, "maxItems", 2);

    return either(json_pack("{s:s, s:o}", "type", "array", "items", point),
                  make_quantity(field, overlay));
}

static json_t *make_custom(const struct field *field, bool overlay)
{
    (void)overlay;
    return field->custom_schema ? json_loads(field->custom_schema, 0, NULL) : json_object();
}

static maker *const makers[] = {
    [FIELD_QUANTITY] = make_quantity, [FIELD_COUNT] = make_count,
    [FIELD_FLAG] = make_flag,         [FIELD_TEXT] = make_name,
    [FIELD_CLOCK] = make_clock,       [FIELD_WINDOW] = make_window,
    [FIELD_CHOICE] = make_choice,     [FIELD_DISTRIBUTION] = make_distribution,
    [FIELD_BAND] = make_band,         [FIELD_NAME] = make_name,
    [FIELD_NAMES] = make_names,       [FIELD_SHARES] = make_shares,
    [FIELD_COUNTS] = make_counts,     [FIELD_SECTION] = make_section,
    [FIELD_OPTIONAL] = make_section,  [FIELD_MAP] = make_map,
    [FIELD_LIST] = make_list,         [FIELD_CURVE] = make_curve,
    [FIELD_CUSTOM] = make_custom,
};

static void describe(json_t *schema, const struct field *field)
{
    struct text about = {0}, range = {0};

    walk_range(field, &range);
    text_add(&about, say(field->meaning));
    if (range.n)
        text_print(&about, " (%s)", text_c(&range));
    json_object_set_new(schema, "description", json_string(text_c(&about)));
    if (field->fallback && field->fallback != REQUIRED)
        json_object_set_new(schema, "default", json_string(field->fallback));
    if (field->example)
        json_object_set_new(schema, "examples", json_pack("[s]", field->example));
    text_free(&about);
    text_free(&range);
}

static void add_property(json_t *properties, const struct field *field, bool overlay)
{
    json_t *schema = with_null(makers[field->kind](field, overlay), overlay);

    describe(schema, field);
    json_object_set_new(properties, field->key, schema);
}

static json_t *schema_table(const struct table *table, bool overlay, bool root)
{
    if (field_is_any_key(table->field))
        return makers[table->field->kind](table->field, overlay);
    json_t *properties = json_object(), *required = json_array();
    json_t *schema = json_pack("{s:s, s:s, s:o}", "type", "object", "description",
                               say(table->meaning), "properties", properties);

    if (root && overlay)
        add_property(properties, &walk_extends, false);
    for (int i = 0; i < table->n; i++) {
        add_property(properties, table->field + i, overlay);
        if (table->field[i].fallback == REQUIRED && !overlay)
            json_array_append_new(required, json_string(table->field[i].key));
    }
    if (json_array_size(required))
        json_object_set(schema, "required", required);
    json_decref(required);
    json_object_set_new(schema, "additionalProperties", json_false());
    return schema;
}

static void *watched_malloc(size_t n)
{
    void *taken = malloc(n);

    starved |= !taken;
    return taken;
}

static json_t *schema_whole(const struct table *root)
{
    return json_pack("{s:s, s:s, s:s, s:{s:[s]}, s:{s:s}, s:{s:s}, s:{s:o, s:o}}", "$schema",
                     "https://json-schema.org/draft/2020-12/schema", "title", "samovar", "type",
                     "object", "if", "required", "extends", "then", "$ref", "#/$defs/overlay", "else",
                     "$ref", "#/$defs/scenario", "$defs", "scenario", schema_table(root, false, true),
                     "overlay", schema_table(root, true, true));
}

enum status explain_schema(const struct table *root, struct text *out)
{
    starved = false;
    json_set_alloc_funcs(watched_malloc, free);
    json_t *schema = schema_whole(root);
    char *text = schema ? json_dumps(schema, JSON_INDENT(2)) : NULL;

    json_decref(schema);
    json_set_alloc_funcs(malloc, free);
    if (text && !starved)
        text_print(out, "%s\n", text);
    free(text);
    return starved || !text ? ERR_MEMORY : text_status(out);
}
