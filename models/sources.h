/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODELS_SOURCES_H
#define MODELS_SOURCES_H

#include "scenario/reader.h"

/* Where a number was taken from, in the planner's own words: for the report, no figure depends on it. */
struct number_source {
    const char *path, *text;
    struct mark mark;
};

struct number_sources {
    int n;
    struct number_source *item;
};

/** Reads {path: text}; a path begins with a key of the scenario. For FIELD_CUSTOM. @return OK (faults or not); ERR_MEMORY. */
enum status sources_parse(struct reader *reader, const struct yaml_node *node, void *lands);

#endif
