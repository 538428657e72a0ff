/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-width punctuation where YAML wants its own: what a Chinese keyboard writes. */
#include "core/say.h"
#include "scenario/inside.h"

#include <string.h>

static const struct {
    const char *wide, *hint;
} signs[] = {
    {"：", MARK("`：` is a full-width colon: YAML wants `:` and a blank after it")},
    {"，", MARK("`，` is a full-width comma: YAML wants `,` and a blank after it")},
    {"、", MARK("`、` doesn't part items: YAML wants `,` and a blank after it")},
    {"“", MARK("`“` is a full-width quote: YAML wants `\"`")},
    {"”", MARK("`”` is a full-width quote: YAML wants `\"`")},
    {"‘", MARK("`‘` is a full-width quote: YAML wants `'`")},
    {"’", MARK("`’` is a full-width quote: YAML wants `'`")},
    {"｛", MARK("`｛` is a full-width brace: YAML wants `{`")},
    {"｝", MARK("`｝` is a full-width brace: YAML wants `}`")},
    {"【", MARK("`【` is no bracket here: YAML wants `[`")},
    {"】", MARK("`】` is no bracket here: YAML wants `]`")},
    {"（", MARK("`（` is a full-width parenthesis: YAML wants `(`")},
    {"）", MARK("`）` is a full-width parenthesis: YAML wants `)`")},
    {"％", MARK("`％` is a full-width percent sign: `%` is wanted")},
    {"＃", MARK("`＃` is full-width: a comment starts with `#`")},
};

static const char *sign_at(const char *p, const char *end)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].wide);
        if ((size_t)(end - p) >= n && memcmp(p, signs[i].wide, n) == 0)
            return say(signs[i].hint);
    }
    return NULL;
}

static bool is_sign(const char *p, const char *end)
{
    return sign_at(p, end) != NULL;
}

static bool is_colon_before_braces(const char *p, const char *end)
{
    static const char colon[] = "：";

    if ((size_t)(end - p) < strlen(colon) || memcmp(p, colon, strlen(colon)) != 0)
        return false;
    for (p += strlen(colon); p < end && *p == ' '; p++)
        ;
    return p < end && (*p == '{' || *p == '[');
}

/* The first place outside of quotes and comments that is meant. */
static const char *find(const char *line, size_t n, bool (*is_meant)(const char *p, const char *end))
{
    const char *end = line + n;
    char quote = 0;

    for (const char *p = line; p < end; p++) {
        if (quote)
            quote = *p == quote ? 0 : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (*p == '#' && (p == line || p[-1] == ' '))
            return NULL;
        else if (is_meant(p, end))
            return p;
    }
    return NULL;
}

const char *wide_hint(const char *line, size_t n)
{
    const char *sign = find(line, n, is_sign);
    return sign ? sign_at(sign, line + n) : NULL;
}

const char *wide_colon(const char *line, size_t n)
{
    return find(line, n, is_colon_before_braces);
}
