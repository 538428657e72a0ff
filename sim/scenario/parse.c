/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"
#include "scenario/inside.h"
#include "scenario/syntax.h"

#include <string.h>
#include <unistr.h>
#include <yaml.h>

/* libyaml's events -> nodes. Aliases are copied, so a node has one place and may be overridden
 * alone; the count of nodes then bounds what a bomb of aliases can do. */

struct anchor {
    const char *name;
    const struct yaml_node *node;
    struct anchor *next;
};

struct frame { /* a list or map that is still open */
    struct yaml_node *node;
    const char *anchor, *key;
    struct mark key_mark;
};

struct builder {
    struct reader *reader;
    struct mark start;
    yaml_parser_t parser;
    struct anchor *anchors;
    int n_anchors;
    struct yaml_node *root;
    int depth;
    struct frame frame[MOST_DEPTH];
    bool done;
};

static struct mark mark_of(const struct builder *builder, yaml_mark_t at)
{
    struct mark mark = builder->start;

    mark.column = (int)at.column + (at.line ? 1 : mark.column);
    mark.line += (int)at.line;
    return mark;
}

static enum status stop(struct builder *builder)
{
    builder->done = builder->reader->broken = true;
    return OK;
}

/* Without a node the limit was passed, which is a fault, or memory ran out. */
static enum status without_node(struct builder *builder)
{
    return builder->reader->starved ? ERR_MEMORY : stop(builder);
}

static char *copy_text(struct builder *builder, const yaml_char_t *text, size_t n)
{
    return arena_text(&builder->reader->arena, (const char *)text, n);
}

static enum status remember(struct builder *builder, const char *name, const struct yaml_node *node)
{
    struct anchor *anchor;

    if (!name)
        return OK;
    if (++builder->n_anchors > MOST_ANCHORS) {
        reader_complain_at(builder->reader, node->mark,
                           say("more than %d values are marked with `&`"), MOST_ANCHORS);
        return stop(builder);
    }
    TAKE(&builder->reader->arena, anchor, 1);
    *anchor = (struct anchor){name, node, builder->anchors};
    builder->anchors = anchor;
    return OK;
}

static enum status take_key(struct builder *builder, struct frame *frame, struct yaml_node *node)
{
    if (node->kind != NODE_SCALAR) {
        reader_complain_at(builder->reader, node->mark,
                           say("a key must be a plain word; here a list or a section stands"));
        return stop(builder);
    }
    frame->key = node->text;
    frame->key_mark = node->mark;
    return OK;
}

/* The node takes its place in what encloses it. */
static enum status place(struct builder *builder, struct yaml_node *node)
{
    struct reader *reader = builder->reader;
    struct frame *frame = builder->frame + builder->depth - 1;

    if (builder->depth == 0) {
        builder->root = node;
        return OK;
    }
    if (frame->node->kind == NODE_LIST)
        return tree_add(reader, frame->node, NULL, node->mark, node);
    if (!frame->key)
        return take_key(builder, frame, node);
    const char *key = frame->key;
    frame->key = NULL;
    int first = tree_find(frame->node, key);
    if (first < 0)
        return tree_add(reader, frame->node, key, frame->key_mark, node);
    reader_complain_at(reader, frame->key_mark, say("`%s` is given twice; the first is on line %d"),
                       fault_quote(reader, key, strlen(key)),
                       frame->node->pair[first].key_mark.line);
    return OK;
}

static enum status on_open(struct builder *builder, enum node_kind kind, const yaml_char_t *anchor,
                           struct mark mark)
{
    if (builder->depth == MOST_DEPTH) {
        reader_complain_at(builder->reader, mark, say("sections are nested deeper than %d here"),
                           MOST_DEPTH);
        return stop(builder);
    }
    struct frame *frame = builder->frame + builder->depth;
    *frame = (struct frame){.node = tree_node(builder->reader, kind, mark)};
    if (!frame->node)
        return without_node(builder);
    if (anchor) {
        frame->anchor = copy_text(builder, anchor, strlen((const char *)anchor));
        if (!frame->anchor)
            return ERR_MEMORY;
    }
    builder->depth++;
    return OK;
}

static enum status on_close(struct builder *builder)
{
    struct frame *frame = builder->frame + --builder->depth;

    if (frame->node->kind == NODE_MAP)
        TRY(tree_merge_keys(builder->reader, frame->node));
    TRY(remember(builder, frame->anchor, frame->node));
    return builder->reader->broken ? stop(builder) : place(builder, frame->node);
}

static enum status on_scalar(struct builder *builder, const yaml_event_t *event)
{
    size_t n = event->data.scalar.length;
    const char *text = copy_text(builder, event->data.scalar.value, n);

    if (!text)
        return ERR_MEMORY;
    struct yaml_node *node =
        tree_scalar(builder->reader, mark_of(builder, event->start_mark), text);
    if (!node)
        return without_node(builder);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->straight = event->start_mark.line == event->end_mark.line
                     && event->end_mark.column - event->start_mark.column
                            == u8_mbsnlen((const uint8_t *)text, n) + (node->plain ? 0 : 2);
    if (event->data.scalar.anchor) {
        const yaml_char_t *anchor = event->data.scalar.anchor;
        const char *name = copy_text(builder, anchor, strlen((const char *)anchor));
        if (!name)
            return ERR_MEMORY;
        TRY(remember(builder, name, node));
    }
    return place(builder, node);
}

static enum status on_alias(struct builder *builder, const char *name, struct mark mark)
{
    const struct anchor *anchor = builder->anchors;

    while (anchor && strcmp(anchor->name, name) != 0)
        anchor = anchor->next;
    if (!anchor) {
        reader_complain_at(builder->reader, mark, say("no complete `&%s` stands before this `*%s`"),
                           fault_quote(builder->reader, name, strlen(name)),
                           fault_quote(builder->reader, name, strlen(name)));
        return stop(builder);
    }
    struct yaml_node *copy = tree_copy(builder->reader, anchor->node);
    return copy ? place(builder, copy) : without_node(builder);
}

static enum status on_document(struct builder *builder, struct mark mark)
{
    if (!builder->root)
        return OK;
    reader_complain_at(builder->reader, mark,
                       say("a second document starts here: a file holds one scenario"));
    builder->done = true;
    return OK;
}

static enum status on_event(struct builder *builder, const yaml_event_t *event)
{
    struct mark mark = mark_of(builder, event->start_mark);

    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: return on_document(builder, mark);
    case YAML_SCALAR_EVENT: return on_scalar(builder, event);
    case YAML_ALIAS_EVENT: return on_alias(builder, (const char *)event->data.alias.anchor, mark);
    case YAML_SEQUENCE_START_EVENT:
        return on_open(builder, NODE_LIST, event->data.sequence_start.anchor, mark);
    case YAML_MAPPING_START_EVENT:
        return on_open(builder, NODE_MAP, event->data.mapping_start.anchor, mark);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: return on_close(builder);
    case YAML_STREAM_END_EVENT: builder->done = true; return OK;
    default: return OK;
    }
}

/* What is never closed is best shown where it opens; libyaml's end of the text is a line too far.
 */
static struct mark place_of_error(const struct builder *builder, const char *bytes, size_t n,
                                  bool opening)
{
    const yaml_parser_t *parser = &builder->parser;
    size_t characters = u8_mbsnlen((const uint8_t *)bytes, n);

    if (parser->context && parser->context_mark.index < characters
        && (opening || parser->problem_mark.index >= characters))
        return mark_of(builder, parser->context_mark);
    if (parser->problem_mark.index < characters)
        return mark_of(builder, parser->problem_mark);
    while (n && strchr(" \t\r\n", bytes[n - 1]))
        n--;
    return source_mark(builder->start, bytes, bytes + n);
}

/* A full-width colon makes a key and its braces one text, which goes wrong only later in the line. */
static bool is_wide_colon(const struct builder *builder, const char *bytes, size_t n, struct mark *place)
{
    const struct source text = {.bytes = bytes, .n = n};
    size_t length;
    const char *line = source_line(&text, place->line - builder->start.line + 1, &length), *colon = wide_colon(line, length);
    struct mark mark = colon ? source_mark(builder->start, bytes, colon) : *place;

    if (!colon || mark.column > place->column)
        return false;
    *place = mark;
    return true;
}

static enum status on_error(struct builder *builder, const char *bytes, size_t n)
{
    const yaml_parser_t *parser = &builder->parser;
    bool tab, opening;

    if (parser->error == YAML_MEMORY_ERROR)
        return ERR_MEMORY;
    tab = syntax_is_tab(bytes, n, parser->problem_mark.index);
    const char *sentence = syntax_sentence(parser->problem ? parser->problem : "", tab, &opening);
    struct mark place = place_of_error(builder, bytes, n, opening);
    if (is_wide_colon(builder, bytes, n, &place))
        sentence = say("behind a key a `:` and a blank are wanted");
    reader_complain_at(builder->reader, place, "%s", sentence);
    return stop(builder);
}

enum status tree_parse(struct reader *reader, struct mark start, const char *bytes, size_t n,
                       struct yaml_node **node)
{
    struct builder builder = {.reader = reader, .start = start};
    enum status status = OK;
    yaml_event_t event;

    *node = NULL;
    if (!yaml_parser_initialize(&builder.parser))
        return ERR_MEMORY;
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)bytes, n);
    while (!builder.done && status == OK) {
        if (!yaml_parser_parse(&builder.parser, &event)) {
            status = on_error(&builder, bytes, n);
            break;
        }
        status = on_event(&builder, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&builder.parser);
    if (status == OK && !reader->broken)
        *node = builder.root;
    return status;
}
