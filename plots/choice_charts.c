/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/choice_list.h"

#include "plots/chart_set.h"

#define CHOICE_ROW(name, from, question) {#name, from, question, name##_has_data, name##_draw},
const struct choice_chart choice_charts[] = {CHOICE_LIST(CHOICE_ROW)};
#undef CHOICE_ROW
const int n_choice_charts = sizeof choice_charts / sizeof *choice_charts;

static const char *name(int i)
{
    return choice_charts[i].name;
}

static bool has_data(const void *picture, int i)
{
    return choice_charts[i].has_data(picture);
}

static void draw(const void *picture, int i, struct sheet *sheet)
{
    choice_charts[i].draw(picture, sheet);
}

static struct chart_set set_of(const struct choice_picture *picture)
{
    return (struct chart_set){
        .n = n_choice_charts, .name = name, .has_data = has_data, .draw = draw, .data = picture};
}

int choice_charts_names(const struct choice_picture *picture, const char *names[])
{
    const struct chart_set set = set_of(picture);
    return chart_set_names(&set, names);
}

enum status choice_charts_draw(const struct choice_picture *picture, const char *folder,
                               struct text *message)
{
    const struct chart_set set = set_of(picture);
    return chart_set_draw(&set, folder, message);
}
