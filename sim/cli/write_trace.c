/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/write_inside.h"

#include <math.h>

static void write_place(const struct plan_day *plan, int node, struct text *out)
{
    if (node >= 0)
        text_add_csv(out, site_node(plan->scenario->site, node)->name);
    text_add(out, ",");
}

static void write_resident(const struct plan_day *plan, const struct visit *visit, struct text *out)
{
    const struct plan_stream *stream = &plan->stream[visit->stream];
    const struct group *group = plan->group[stream->group].group;
    bool walks = plan->scenario->site && !group->at.name;

    text_add_csv(out, group->name);
    text_add(out, ",");
    write_place(plan, walks ? stream->from : -1, out);
    write_place(plan, walks ? stream->to : -1, out);
    text_print(out, "%lu,", (unsigned long)visit->resident);
}

static void write_event(const struct plan_day *plan, const struct trace *trace, const struct trace_event *event, struct text *out)
{
    write_clock(out, event->time_s, MILLISECONDS);
    text_print(out, ",%s,", event->what);
    if (event->station >= 0)
        text_add_csv(out, plan->station[event->station].plan->name);
    text_add(out, ",");
    if (event->visit >= 0)
        write_resident(plan, &trace->visit[event->visit], out);
    else
        text_add(out, ",,,,");
    write_number(out, rint(event->value * 1e3) / 1e3);
    text_add(out, "\n");
}

void write_trace(const struct plan_day *plan, const struct trace *trace, struct text *out)
{
    text_add(out, "time,event,station,group,from,to,resident,value\n");
    for (long i = 0; i < trace->n; i++)
        write_event(plan, trace, &trace->event[i], out);
}
