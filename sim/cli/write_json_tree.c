/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson holds the tree; it's printed here, as Jansson prints reals with a fixed number of digits only. */
#include "cli/write_inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

json_t *json_number(double x)
{
    return isfinite(x) ? json_real(x + 0.0) : json_null();
}

json_t *json_seed(uint64_t seed)
{
    char digits[24];

    if (seed <= UINT64_C(1) << 53)
        return json_integer((json_int_t)seed);
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)seed);
    return json_string(digits);
}

json_t *json_text(const char *text)
{
    json_t *string;
    char *plain;

    if (!u8_check((const uint8_t *)text, strlen(text)))
        return json_string(text);
    if (!(plain = strdup(text)))
        return NULL;
    for (char *byte = plain; *byte; byte++)
        if ((unsigned char)*byte > 127)
            *byte = '?';
    string = json_string(plain);
    free(plain);
    return string;
}

json_t *json_scenario(const struct written_run *run)
{
    char hash[17];

    snprintf(hash, sizeof hash, "%016llx", (unsigned long long)run->hash);
    return json_pack("{s:o, s:s}", "name", json_text(run->summary->study->scenario->name), "hash", hash);
}

json_t *json_checked(json_t *object, int failures)
{
    if (!failures)
        return object;
    json_decref(object);
    return NULL;
}

static void print_string(const char *string, struct text *out)
{
    json_t *value = json_string_nocheck(string);
    char *quoted = json_dumps(value, JSON_ENCODE_ANY);

    if (quoted)
        text_add(out, quoted);
    else
        out->failed = true;
    free(quoted);
    json_decref(value);
}

/* A real stays a real when it's read again. */
static void print_real(double x, struct text *out)
{
    struct text digits = {0};

    write_number(&digits, x);
    if (!strpbrk(text_c(&digits), ".e"))
        text_add(&digits, ".0");
    text_add(out, text_c(&digits));
    out->failed |= digits.failed;
    text_free(&digits);
}

static void print_leaf(const json_t *value, struct text *out)
{
    switch (json_typeof(value)) {
    case JSON_STRING: print_string(json_string_value(value), out); break;
    case JSON_REAL: print_real(json_real_value(value), out); break;
    case JSON_INTEGER: text_print(out, "%lld", (long long)json_integer_value(value)); break;
    case JSON_TRUE: text_add(out, "true"); break;
    case JSON_FALSE: text_add(out, "false"); break;
    default: text_add(out, "null");
    }
}

static bool is_innermost(json_t *tree)
{
    const char *key;
    json_t *value;
    size_t i;

    json_array_foreach(tree, i, value)
        if (json_is_object(value) || json_is_array(value))
            return false;
    json_object_foreach(tree, key, value)
        if (json_is_object(value) || json_is_array(value))
            return false;
    return true;
}

static void print_break(bool first, bool one_line, int depth, struct text *out)
{
    if (!first)
        text_add(out, one_line ? ", " : ",");
    if (!one_line)
        text_print(out, "\n%*s", 2 * depth, "");
}

static void print_tree(json_t *tree, int depth, struct text *out)
{
    bool first = true, is_array = json_is_array(tree), one_line = depth > 0 && is_innermost(tree);
    const char *key;
    json_t *value;
    size_t i;

    if (!is_array && !json_is_object(tree)) {
        print_leaf(tree, out);
        return;
    }
    text_add(out, is_array ? "[" : "{");
    json_array_foreach(tree, i, value) {
        print_break(first, one_line, depth + 1, out);
        print_tree(value, depth + 1, out);
        first = false;
    }
    json_object_foreach(tree, key, value) {
        print_break(first, one_line, depth + 1, out);
        print_string(key, out);
        text_add(out, ": ");
        print_tree(value, depth + 1, out);
        first = false;
    }
    print_break(true, one_line, depth, out);
    text_add(out, is_array ? "]" : "}");
}

enum status json_print(json_t *tree, struct text *out)
{
    if (!tree)
        return ERR_MEMORY;
    print_tree(tree, 0, out);
    text_add(out, "\n");
    json_decref(tree);
    return text_status(out);
}
