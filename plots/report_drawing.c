/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report_drawing.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What gnuplot draws with; what isn't here may do anything. */
static const char *const elements[] = {
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use", "text", "tspan",
    "filter", "feFlood", "feComposite", "linearGradient", "stop", "pattern", "clipPath", "mask", NULL,
};

/* Skipped with all that's inside: a browser shows a title when the mouse rests on the drawing. */
static const char *const skipped[] = {"title", "desc", NULL};

static const char blank[] = " \t\r\n";

struct drawing {
    struct text *out;
    const char *prefix, *label;
};

static bool is_in(const char *const list[], const char *name, size_t n)
{
    for (; *list; list++)
        if (strlen(*list) == n && strncmp(*list, name, n) == 0)
            return true;
    return false;
}

/* A reference stays within the drawing, and isn't hidden behind entities: gnuplot needs that of a comma only. */
static bool add_value(const struct drawing *drawing, const char *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (value[i] == '&' && strncmp(value + i, "&#44;", 5) != 0)
            return false;
        if (n - i >= 4 && strncasecmp(value + i, "url(", 4) == 0) {
            if (n - i < 5 || value[i + 4] != '#')
                return false;
            text_print(drawing->out, "url(#%s-", drawing->prefix);
            i += 4;
        } else {
            text_add_n(drawing->out, value + i, 1);
        }
    }
    return true;
}

static bool add_attribute(const struct drawing *drawing, const char *name, size_t length, const char *value, size_t n, char quote)
{
    bool is_id = length == 2 && strncmp(name, "id", 2) == 0;
    bool is_link = (length == 4 && strncmp(name, "href", 4) == 0) || (length == 10 && strncmp(name, "xlink:href", 10) == 0);

    if (strncasecmp(name, "on", 2) == 0 || strncasecmp(name, "style", 5) == 0)
        return false;
    if (is_link && (n < 1 || *value != '#'))
        return false;
    text_add(drawing->out, " ");
    text_add_n(drawing->out, name, length);
    text_print(drawing->out, "=%c", quote);
    if (is_id || is_link) {
        text_print(drawing->out, "%s%s-", is_link ? "#" : "", drawing->prefix);
        text_add_n(drawing->out, value + is_link, n - is_link);
    } else if (!add_value(drawing, value, n)) {
        return false;
    }
    text_print(drawing->out, "%c", quote);
    return true;
}

/* From behind the name of an element to behind its `>`; NULL if it isn't a proper tag. */
static const char *add_attributes(const struct drawing *drawing, const char *at)
{
    for (;;) {
        at += strspn(at, blank);
        if (*at == '>' || (at[0] == '/' && at[1] == '>')) {
            text_add(drawing->out, *at == '>' ? ">" : "/>");
            return at + (*at == '>' ? 1 : 2);
        }
        size_t length = strcspn(at, " \t\r\n=<>\"'/");
        const char *equals = at + length + strspn(at + length, blank);
        if (length == 0 || *equals != '=')
            return NULL;
        const char *open = equals + 1 + strspn(equals + 1, blank);
        const char *shut = *open == '"' || *open == '\'' ? strchr(open + 1, *open) : NULL;
        if (!shut || memchr(open, '<', (size_t)(shut - open))
            || !add_attribute(drawing, at, length, open + 1, (size_t)(shut - open - 1), *open))
            return NULL;
        at = shut + 1;
    }
}

static const char *skip_element(const char *at, const char *name, size_t n)
{
    char end[32];

    snprintf(end, sizeof end, "</%.*s>", (int)n, name);
    const char *found = strstr(at, end);
    return found ? found + strlen(end) : NULL;
}

/* A tag, from behind its `<`; what follows it, or NULL. */
static const char *add_tag(const struct drawing *drawing, const char *at)
{
    bool ends = *at == '/';
    const char *name = at + ends;
    size_t n = strcspn(name, " \t\r\n/>");

    if (strncmp(at, "!--", 3) == 0)
        return (at = strstr(at, "-->")) ? at + 3 : NULL;
    if (!ends && is_in(skipped, name, n))
        return skip_element(at, name, n);
    if (!is_in(elements, name, n))
        return NULL;
    text_add(drawing->out, ends ? "</" : "<");
    text_add_n(drawing->out, name, n);
    if (!ends && n == 3 && strncmp(name, "svg", 3) == 0) {
        text_add(drawing->out, " role=\"img\" aria-label=\"");
        text_add_html(drawing->out, drawing->label);
        text_add(drawing->out, "\"");
    }
    return add_attributes(drawing, name + n);
}

static bool copy(const struct drawing *drawing, const char *at)
{
    while (at && *at) {
        size_t n = strcspn(at, "<");
        text_add_n(drawing->out, at, n);
        at += n;
        if (*at == '<')
            at = add_tag(drawing, at + 1);
    }
    return at != NULL;
}

bool drawing_add(struct text *out, const char *svg, const char *prefix, const char *label)
{
    struct text one = {0};
    struct drawing drawing = {&one, prefix, label};
    const char *start = strstr(svg, "<svg"), *end = start ? strstr(start, "</svg>") : NULL;
    bool is_whole = end && end[6 + strspn(end + 6, blank)] == '\0' && !strstr(start + 4, "<svg");

    bool good = is_whole && copy(&drawing, start);
    out->failed |= one.failed;
    if (good)
        text_add(out, text_c(&one));
    text_free(&one);
    return good;
}

/* --- its finding --------------------------------------------------------------------------------------------- */

static const struct {
    const char *entity, *plain;
} entities[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}};

static void add_plain(struct text *out, const char *at, const char *end)
{
    while (at < end) {
        size_t i = 0, n = sizeof entities / sizeof *entities;
        while (i < n && strncmp(at, entities[i].entity, strlen(entities[i].entity)) != 0)
            i++;
        text_add_n(out, i < n ? entities[i].plain : at, 1);
        at += i < n ? strlen(entities[i].entity) : 1;
    }
}

/* Size of the letters if a tag that sets them bold begins here; 0 else. */
static double bold_size(const char *tag)
{
    static const char weight[] = "font-weight=\"bold\"", size[] = "font-size=\"";
    const char *end = strchr(tag, '>'), *bold = strstr(tag, weight), *at = strstr(tag, size);

    return end && bold && at && bold < end && at < end ? strtod(at + strlen(size), NULL) : 0;
}

static double largest(const char *svg)
{
    double most = 0;

    for (const char *tag = strstr(svg, "<g "); tag; tag = strstr(tag + 1, "<g ")) {
        double size = bold_size(tag);
        most = size > most ? size : most;
    }
    return most;
}

/* Lines of Chinese go on without a blank. */
static void join(struct text *out)
{
    if (out->n && (unsigned char)out->bytes[out->n - 1] < 0x80 && out->bytes[out->n - 1] != ' ')
        text_add(out, " ");
}

void drawing_finding(struct text *out, const char *svg)
{
    double most = largest(svg);

    for (const char *tag = strstr(svg, "<g "); most > 0 && tag; tag = strstr(tag + 1, "<g ")) {
        const char *text = bold_size(tag) >= most ? strstr(tag, "<text>") : NULL;
        const char *end = text ? strstr(text, "</text>") : NULL;
        if (!end)
            continue;
        join(out);
        add_plain(out, text + 6, end);
    }
}
