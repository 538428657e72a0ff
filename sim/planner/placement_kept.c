/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/placement_kept.h"

#include <math.h>
#include <string.h>

static const double exact = 1e-9;

enum status placement_kept_open(struct placement_kept *kept, struct arena *arena,
                                const struct placement_plan *plan, int sites)
{
    *kept = (struct placement_kept){.plan = plan, .sites = sites, .beyond = -1};
    TAKE(arena, kept->best, plan->wanted);
    for (int i = 0; i < plan->wanted; i++)
        TAKE(arena, kept->best[i].module, sites);
    return OK;
}

double placement_kept_cutoff(const struct placement_kept *kept)
{
    return kept->n < kept->plan->wanted ? -1 : kept->best[kept->n - 1].served;
}

bool placement_kept_hopeless(struct placement_kept *kept, double bound)
{
    double worst = placement_kept_cutoff(kept);

    if (bound > worst + exact + kept->plan->gap * fabs(worst))
        return false;
    if (bound > worst + exact)
        kept->beyond = fmax(kept->beyond, bound);
    return true;
}

static bool same_sites(int sites, const int a[], const int b[])
{
    for (int j = 0; j < sites; j++)
        if ((a[j] < 0) != (b[j] < 0))
            return false;
    return true;
}

/* Which kept placement a new one replaces: that of its own sites, the worst, or a free one. -1: none. */
static int place_for(const struct placement_kept *kept, const int module[], double served)
{
    for (int i = 0; i < kept->n && kept->plan->by_site; i++)
        if (same_sites(kept->sites, kept->best[i].module, module))
            return served > kept->best[i].served ? i : -1;
    if (kept->n < kept->plan->wanted)
        return kept->n;
    return served > placement_kept_cutoff(kept) ? kept->n - 1 : -1;
}

void placement_kept_add(struct placement_kept *kept, const int module[], double served)
{
    int at = place_for(kept, module, served);

    if (at < 0)
        return;
    kept->n += at == kept->n;
    struct placement fresh = kept->best[at];
    fresh.served = served;
    memcpy(fresh.module, module, (size_t)kept->sites * sizeof *module);
    for (; at > 0 && kept->best[at - 1].served < served; at--)
        kept->best[at] = kept->best[at - 1];
    kept->best[at] = fresh;
}
