/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"

#include <math.h>
#include <string.h>

/* Sections of names with numbers, and curves. */

static enum status bind_entry(struct reader *reader, const struct yaml_pair *pair,
                              const struct field *names, const struct field *number, double factor,
                              struct share *share)
{
    const struct yaml_node *value = pair->value;

    TRY(landed_note(reader, &share->of, pair->key_mark));
    TRY(landed_note(reader, &share->share, value->mark));
    share->of = name_find(reader, pair->key, pair->key_mark, names);
    share->share = NAN;
    if (value->kind == NODE_SCALAR && !tree_is_empty(value))
        return bind_quantity(reader, value, number, factor * value->factor, &share->share);
    bind_wrong_kind(reader, value,
                    dimension_unit(number->dimension) ? say("a number with its unit")
                                                      : say("a number"));
    return OK;
}

/* Every entry of the map; `number` says what each may be. */
static enum status bind_entries(struct reader *reader, const struct yaml_node *map,
                                const struct field *field, struct field number, double factor,
                                struct shares *shares)
{
    struct shares all = {0};

    TAKE(&reader->arena, all.item, map->n);
    for (int i = 0; i < map->n; i++) {
        const struct yaml_pair *pair = map->pair + i;
        if (tree_is_null(pair->value))
            continue;
        number.key = fault_quote(reader, pair->key, strlen(pair->key));
        TRY(bind_entry(reader, pair, field, &number, factor, all.item + all.n++));
    }
    *shares = all;
    return OK;
}

static void check_sum(struct reader *reader, const struct yaml_node *node,
                      const struct field *field, const struct shares *shares)
{
    bool loose = field->low < field->high;
    double sum = 0, low = loose ? field->low : 1, high = loose ? field->high : 1;
    struct mark mark = node->factor != 1 ? node->factor_mark : node->mark;

    for (int i = 0; i < shares->n; i++)
        sum += shares->item[i].share;
    if (isnan(sum) || (sum >= low - 1e-6 && sum <= high + 1e-6))
        return;
    if (loose)
        reader_complain_at(reader, mark,
                           say("the shares in `%s` add up to %.6g %%, not to %g %% .. %g %%"),
                           field->key, 100 * sum, 100 * low, 100 * high);
    else
        reader_complain_at(reader, mark, say("the shares in `%s` add up to %.6g %%, not to 100 %%"),
                           field->key, 100 * sum);
}

/* Just a name is 100 % of it. */
static enum status bind_whole(struct reader *reader, const struct yaml_node *node,
                              const struct field *field, struct shares *shares)
{
    struct share *share;

    TAKE(&reader->arena, share, 1);
    TRY(landed_note(reader, &share->of, node->mark));
    *share = (struct share){name_find(reader, node->text, node->mark, field), 1};
    *shares = (struct shares){1, share};
    return OK;
}

enum status bind_shares(struct reader *reader, const struct yaml_node *node,
                        const struct field *field, double factor, void *lands)
{
    struct field share = {.kind = FIELD_QUANTITY, .dimension = SHARE, .low = 0, .high = 1};

    if (node->kind == NODE_SCALAR)
        return bind_whole(reader, node, field, lands);
    TRY(bind_entries(reader, node, field, share, factor, lands));
    check_sum(reader, node, field, lands);
    return OK;
}

enum status bind_counts(struct reader *reader, const struct yaml_node *node,
                        const struct field *field, double factor, void *lands)
{
    struct field count = {.kind = FIELD_QUANTITY,
                          .dimension = field->dimension,
                          .low = field->low,
                          .high = field->high};

    return bind_entries(reader, node, field, count, factor, lands);
}

static bool is_point(const struct yaml_node *node)
{
    return node->kind == NODE_LIST && node->n == 2 && node->pair[0].value->kind == NODE_SCALAR
           && node->pair[1].value->kind == NODE_SCALAR;
}

static enum status bind_point(struct reader *reader, const struct yaml_node *node,
                              const struct field *field, double factor, struct curve_point *point)
{
    struct field time = {.key = field->key, .kind = FIELD_CLOCK, .low = 0, .high = 100 * 3600};

    *point = (struct curve_point){NAN, NAN};
    if (!is_point(node)) {
        bind_wrong_kind(reader, node, say("a time with its value, as in [07:00, 120 /h],"));
        return OK;
    }
    const struct yaml_node *when = node->pair[0].value, *value = node->pair[1].value;
    TRY(landed_note(reader, &point->time_s, when->mark));
    TRY(landed_note(reader, &point->value, value->mark));
    TRY(bind_clock(reader, when, &time, 1, &point->time_s));
    return bind_quantity(reader, value, field, factor * value->factor, &point->value);
}

enum status bind_curve(struct reader *reader, const struct yaml_node *node,
                       const struct field *field, double factor, void *lands)
{
    struct curve_point *point;
    int n = node->kind == NODE_LIST ? node->n : 1;

    TAKE(&reader->arena, point, n);
    if (node->kind == NODE_SCALAR)
        TRY(bind_quantity(reader, node, field, factor, &point->value));
    for (int i = 0; node->kind == NODE_LIST && i < n; i++) {
        const struct yaml_node *item = node->pair[i].value;
        TRY(bind_point(reader, item, field, factor * item->factor, point + i));
        if (i && point[i].time_s < point[i - 1].time_s)
            reader_complain(
                reader, &point[i].time_s,
                say("the times of `%s` must not go back; two points at one time make a step"),
                field->key);
    }
    *(struct curve *)lands = (struct curve){n, point};
    return OK;
}
