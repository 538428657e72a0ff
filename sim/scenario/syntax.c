/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/syntax.h"

#include "core/say.h"

#include <stdint.h>
#include <string.h>
#include <unistr.h>

/* The first row whose words occur in the problem counts. */
static const struct {
    const char *problem;
    bool opening;
    const char *sentence;
} sentences[] = {
    {"mapping values are not allowed", false,
     MARK("a `:` stands inside a value: put the value in quotes, or start a new line")},
    {"found character that cannot start", false,
     MARK("a value can't start with this character: put it in quotes")},
    {"did not find expected key", false,
     MARK("a key is expected here, as in `key: value`: look at the indentation and the quotes "
          "before it")},
    {"could not find expected ':'", true, MARK("this line lacks a `:` after its key")},
    {"did not find expected ',' or ']'", false,
     MARK("a `,` or a `]` is missing: a list isn't closed")},
    {"did not find expected ',' or '}'", false,
     MARK("a `,` or a `}` is missing: a section in braces isn't closed")},
    {"found unexpected end of stream", true, MARK("the quotes that open here are never closed")},
    {"found unexpected document indicator", true,
     MARK("the quotes that open here are never closed")},
    {"block sequence entries are not allowed", false,
     MARK("a list item `- ` can't stand here: start it on a line of its own")},
    {"did not find expected '-' indicator", false,
     MARK("a list item `- ` is expected here: look at the indentation")},
    {"found unknown escape character", false,
     MARK("an unknown `\\` escape in double quotes: use single quotes")},
    {"did not find expected <document start>", false,
     MARK("text stands after the end of the scenario: look at the indentation")},
    {"found undefined tag handle", false, MARK("a value that starts with `!` needs quotes")},
    {"did not find expected alphabetic or numeric character", false,
     MARK("a value that starts with `*` or `&` needs quotes")},
    {"did not find expected node content", false,
     MARK("a value is missing here, or the end of a list or of a section in braces")},
    {"", false, MARK("this can't be understood as YAML: look at the indentation and the quotes")},
};

const char *syntax_sentence(const char *problem, bool tab, bool *opening)
{
    size_t i = 0;

    *opening = false;
    if (tab)
        return say("a tab stands here: indent with blanks");
    while (!strstr(problem, sentences[i].problem))
        i++;
    *opening = sentences[i].opening;
    return say(sentences[i].sentence);
}

bool syntax_is_tab(const char *bytes, size_t n, size_t index)
{
    const uint8_t *at = (const uint8_t *)bytes, *end = at + n;

    for (; index && at < end; index--)
        at += u8_mblen(at, (size_t)(end - at)) > 0 ? u8_mblen(at, (size_t)(end - at)) : 1;
    return (at < end && *at == '\t') || ((const char *)at > bytes && at[-1] == '\t');
}
