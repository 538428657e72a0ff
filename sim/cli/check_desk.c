/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second desk: the questions of the busiest quarter hour. */
#include "cli/check_inside.h"
#include "core/say.h"

#include <math.h>

static const double TIGHT = 0.85; /* busier, and a line that a few more make lasts */

void check_desk(struct check *check, int station)
{
    const struct station_plan *plan = layout_station(check->layout, station);
    const struct distribution *consult_s = &check->scenario->service.consult_s;
    double served = check->average.served[station], each_s = consult_s->family == DIST_NONE ? 0 : distribution_mean(consult_s);
    double asking = served > 0 ? check->average.consults[station] / served : 0;
    double per_s = asking * served_per_s(check, station, busiest_quarter(check, station)), load = per_s * each_s;

    int there = on_duty_at_busiest(check, station, &plan->desk_shift, plan->desk);

    if (plan->desk == 0)
        return;
    if (load <= 0) {
        found(check, LOOK, say("second desk: nobody asks anything here"));
        return;
    }
    if (there == 0) {
        found(check, LOOK, say("second desk: nobody is there in the busiest quarter hour, so who pours answers then"));
        return;
    }
    double busy = load / there;
    enum level level = busy > 1 ? CHANGE : busy > TIGHT ? LOOK : FINE;
    const char *verdict = busy > 1 ? say("too much") : busy > TIGHT ? say("tight") : say("fine");
    found(check, level, say("second desk: %.0f questions an hour at the busiest, each takes %s: %d there, busy %.0f %%: %s"), 3600 * per_s, say_lasts(each_s).text,
          there, 100 * busy, verdict);
    if (level != FINE)
        advise(check, level, plan->desk_shift.n ? "layouts.%s.%s.desk-shifts: %d" : "layouts.%s.%s.desk: %d", check->layout->name, plan->name, (int)ceil(load / TIGHT));
}
