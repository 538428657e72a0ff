/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_cover.h"

#include <stdlib.h>
#include <string.h>

/* One cut a group and round: many cuts make few rounds, few cuts a small linear
 * program. */
enum { GROUPS = 30 };

static const double in_use = 1e-9, full = 1 - 1e-9;

struct entry {
    double worth;
    int site;
};

static int greater_worth(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->worth != b->worth)
        return a->worth < b->worth ? 1 : -1;
    return a->site - b->site;
}

static int sorted_row(const double acceptance[], int sites, struct entry entry[])
{
    int n = 0;

    for (int j = 0; j < sites; j++)
        if (acceptance[j] > 0)
            entry[n++] = (struct entry){acceptance[j], j};
    qsort(entry, (size_t)n, sizeof *entry, greater_worth);
    return n;
}

/* Flows with the same favourite become neighbours: what they say of the sites
 * is alike, so little is lost by adding it up, and it concerns few sites. */
static void sort_by_favourite(const struct placement_problem *problem, struct entry flow[])
{
    for (int q = 0; q < problem->flows; q++) {
        const double *acceptance = problem->acceptance + (size_t)q * problem->sites;
        int best = 0;
        for (int j = 1; j < problem->sites; j++)
            if (acceptance[j] > acceptance[best])
                best = j;
        flow[q] = (struct entry){-best, q};
    }
    qsort(flow, (size_t)problem->flows, sizeof *flow, greater_worth);
}

static void fill(struct placement_cover *cover, const struct placement_problem *problem,
                 const struct entry flow[], struct entry entry[])
{
    int at = 0;

    for (int q = 0; q < cover->flows; q++) {
        const double *acceptance = problem->acceptance + (size_t)flow[q].site * cover->sites;
        int n = sorted_row(acceptance, cover->sites, entry);
        cover->start[q] = at;
        cover->takers[q] = problem->takers[flow[q].site] / cover->all;
        for (int i = 0; i < n; i++, at++) {
            cover->site[at] = entry[i].site;
            cover->acceptance[at] = entry[i].worth;
        }
    }
    cover->start[cover->flows] = at;
}

enum status placement_cover_open(struct placement_cover *cover, struct arena *arena,
                                 const struct placement_problem *problem)
{
    size_t entries = 0;
    struct entry *entry, *flow;

    *cover = (struct placement_cover){.sites = problem->sites, .flows = problem->flows};
    cover->groups = problem->flows < GROUPS ? problem->flows : GROUPS;
    for (int q = 0; q < problem->flows; q++)
        cover->all += problem->takers[q];
    cover->all = cover->all > 0 ? cover->all : 1;
    for (size_t i = 0; i < (size_t)problem->flows * problem->sites; i++)
        entries += problem->acceptance[i] > 0;
    TAKE(arena, cover->start, problem->flows + 1);
    TAKE(arena, cover->takers, problem->flows);
    TAKE(arena, cover->site, entries + 1);
    TAKE(arena, cover->acceptance, entries + 1);
    TAKE(arena, entry, problem->sites);
    TAKE(arena, flow, problem->flows);
    sort_by_favourite(problem, flow);
    fill(cover, problem, flow, entry);
    return OK;
}

int placement_cover_first(const struct placement_cover *cover, int group)
{
    return (int)((long)group * cover->flows / cover->groups);
}

/* Worth at which the flow is used up: that of the next site in use when the
 * sites above just fill it, for that gives the steeper of the valid cuts.
 * used[n] by falling worth. */
static double threshold(int n, const struct entry used[], const double x[])
{
    double sum = 0;

    for (int i = 0; i < n; i++) {
        sum += x[used[i].site];
        if (sum > 2 - full)
            return used[i].worth;
        if (sum >= full)
            return i + 1 < n ? used[i + 1].worth : 0;
    }
    return 0;
}

static int sites_in_use(const struct placement_cover *cover, int q, const double w[],
                        const double x[], struct entry used[])
{
    int n = 0;

    for (int e = cover->start[q]; e < cover->start[q + 1]; e++) {
        int j = cover->site[e];
        if (x[j] <= in_use)
            continue;
        double worth = cover->acceptance[e] * (w ? w[j] : 1);
        int at = n++;
        for (; at > 0 && used[at - 1].worth < worth; at--)
            used[at] = used[at - 1];
        used[at] = (struct entry){worth, j};
    }
    return n;
}

void placement_cover_cut(const struct placement_cover *cover, int first, int end, const double w[],
                         const double x[], struct placement_cut *cut)
{
    struct entry used[cover->sites];

    cut->constant = 0;
    memset(cut->slope, 0, (size_t)cover->sites * sizeof *cut->slope);
    for (int q = first; q < end; q++) {
        int n = sites_in_use(cover, q, w, x, used);
        double level = threshold(n, used, x);
        cut->constant += cover->takers[q] * level;
        for (int e = cover->start[q]; e < cover->start[q + 1]; e++) {
            double worth = cover->acceptance[e] * (w ? w[cover->site[e]] : 1);
            if (worth > level)
                cut->slope[cover->site[e]] += cover->takers[q] * (worth - level);
            else if (!w)
                break;
        }
    }
}

double placement_cut_at(const struct placement_cut *cut, int sites, const double x[])
{
    double sum = cut->constant;

    for (int j = 0; j < sites; j++)
        sum += cut->slope[j] * x[j];
    return sum;
}
