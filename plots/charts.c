/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/chart_list.h"

#include "plots/chart_set.h"

#define CHART_ROW(name, from, question) {#name, from, question, name##_has_data, name##_draw},
const struct chart charts[] = {CHART_LIST(CHART_ROW)};
#undef CHART_ROW
const int n_charts = sizeof charts / sizeof *charts;

static const char *name(int i)
{
    return charts[i].name;
}

static bool has_data(const void *picture, int i)
{
    return charts[i].has_data(picture);
}

static void draw(const void *picture, int i, struct sheet *sheet)
{
    charts[i].draw(picture, sheet);
}

static struct chart_set set_of(const struct picture *picture)
{
    return (struct chart_set){
        .n = n_charts, .name = name, .has_data = has_data, .draw = draw, .data = picture};
}

int charts_names(const struct picture *picture, const char *names[])
{
    const struct chart_set set = set_of(picture);
    return chart_set_names(&set, names);
}

enum status charts_draw(const struct picture *picture, const char *folder, struct text *message)
{
    const struct chart_set set = set_of(picture);
    return chart_set_draw(&set, folder, message);
}
