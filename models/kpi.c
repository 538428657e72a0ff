/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/kpi.h"

#include "core/say.h"

#include <string.h>

#define COUNTED(key, name, measure, better, station, group) {key, name, MARK("/day"), measure, M_ONE, 1, 1, 1, better, 0, station, group, false}
#define BY_DRINK(key, name, measure, better, station, group) {key, name, MARK("/day"), measure, M_ONE, 1, 1, 1, better, 0, station, group, true}

const struct kpi kpis[] = {
    BY_DRINK("wanted", MARK("Residents who want a drink"), M_WANTED, 0, true, true),
    BY_DRINK("unreached", MARK("  no station on their way"), M_UNREACHED, -1, false, true),
    BY_DRINK("served", MARK("  served"), M_SERVED, 1, true, true),
    BY_DRINK("warm", MARK("    warm"), M_WARM, 1, true, true),
    BY_DRINK("lukewarm", MARK("    lukewarm"), M_LUKEWARM, -1, true, true),
    BY_DRINK("scald_risk", MARK("    scald risk"), M_SCALD, -1, true, true),
    BY_DRINK("substituted", MARK("    another drink than asked for"), M_SUBSTITUTED, -1, true, true),
    COUNTED("booked", MARK("    had booked"), M_BOOKED, 0, true, true),
    COUNTED("walk_ins", MARK("    came without a booking"), M_WALK_INS, 0, true, true),
    BY_DRINK("balked", MARK("  saw the line and went on (balked)"), M_BALKED, -1, true, true),
    BY_DRINK("reneged", MARK("  gave up waiting (reneged)"), M_RENEGED, -1, true, true),
    BY_DRINK("short", MARK("  drink or cups had run out (short)"), M_SHORT, -1, true, true),
    BY_DRINK("turned_away", MARK("  no room to stand (turned away)"), M_TURNED_AWAY, -1, true, true),
    BY_DRINK("no_show", MARK("  booked and didn't come (no-show)"), M_NO_SHOW, -1, true, true),
    COUNTED("came_back", MARK("Came back for a second try"), M_CAME_BACK, 0, true, true),
    COUNTED("came_back_served", MARK("  of which got a drink then"), M_CAME_BACK_SERVED, 1, true, true),
    {"wait_mean_s", MARK("Wait, mean"), "s", M_WAIT_S, M_SERVED, 1, 1, 1, -1, 0, true, true},
    {"wait_p50_s", MARK("Wait, half wait less"), "s", M_WAIT_S, M_SERVED, 1, 1, 1, -1, 50, false, false},
    {"wait_p90_s", MARK("Wait, 9 of 10 wait less"), "s", M_WAIT_S, M_SERVED, 1, 1, 1, -1, 90, false, false},
    {"wait_p95_s", MARK("Wait, 19 of 20 wait less"), "s", M_WAIT_S, M_SERVED, 1, 1, 1, -1, 95, false, false},
    {"wait_within_share", MARK("Wait within the target"), "%", M_WITHIN, M_SERVED, 1, 100, 1, 1, 0, true, true},
    {"booked_wait_s", MARK("  of those who had booked, mean"), "s", M_BOOKED_WAIT_S, M_BOOKED, 1, 1, 1, -1, 0, true, true},
    {"walkin_wait_s", MARK("  of those without a booking, mean"), "s", M_WALK_IN_WAIT_S, M_WALK_INS, 1, 1, 1, -1, 0, true, true},
    {"line_mean", MARK("Line, mean"), MARK("people"), M_LINE_S, M_OPEN_S, 1, 1, 2, -1, 0, true, false},
    {"line_max", MARK("Line, longest of a day"), MARK("people"), M_LINE_MAX, M_ONE, 1, 1, 1, -1, 0, true, false},
    {"detour_m", MARK("Extra walk"), "m", M_DETOUR_M, M_REACHED, 1, 1, 1, -1, 0, true, true},
    {"late_min", MARK("Made late, all together"), MARK("min/day"), M_LATE_S, M_ONE, 1 / 60.0, 1, 1, -1, 0, true, true},
    {"staff_utilisation", MARK("Staff busy"), "%", M_BUSY_S, M_STAFF_S, 1, 100, 1, 0, 0, true, false},
    {"staff_absent_share", MARK("Staff time absent"), "%", M_ABSENT_S, M_PLANNED_S, 1, 100, 2, -1, 0, true, false},
    {"contact_s", MARK("Contact with a resident"), "s", M_CONTACT_S, M_SERVED, 1, 1, 1, 0, 0, true, true},
    {"service_s", MARK("  of which staff time"), "s", M_SERVICE_S, M_SERVED, 1, 1, 1, 0, 0, true, true},
    {"greeters_utilisation", MARK("Greeters busy"), "%", M_GREETERS_BUSY_S, M_GREETERS_S, 1, 100, 1, 0, 0, true, false},
    COUNTED("consulted", MARK("Asked about fees or repairs"), M_CONSULTED, 0, true, true),
    COUNTED("at_desk", MARK("  at a second desk"), M_AT_DESK, 0, true, true),
    {"desk_wait_s", MARK("Wait at the second desk, mean"), "s", M_DESK_WAIT_S, M_AT_DESK, 1, 1, 1, -1, 0, true, true},
    {"desk_utilisation", MARK("Second desk busy"), "%", M_DESK_BUSY_S, M_DESK_S, 1, 100, 1, 0, 0, true, false},
    COUNTED("feedback", MARK("Answers by QR code"), M_FEEDBACK, 1, true, true),
    {"energy_kwh", MARK("Energy"), "kWh/day", M_ENERGY_J, M_ONE, 1 / 3.6e6, 1, 2, -1, 0, true, false},
    BY_DRINK("portions_used", MARK("Portions used"), M_PORTIONS_USED, 0, true, false),
    BY_DRINK("portions_wasted", MARK("Portions poured away"), M_PORTIONS_WASTED, -1, true, false),
    COUNTED("spilled", MARK("  of which poured for nobody"), M_SPILLED, -1, true, false),
    BY_DRINK("too_old", MARK("    of which too long in a vessel"), M_TOO_OLD, -1, true, false),
    BY_DRINK("expired", MARK("  of which kept for too many days"), M_EXPIRED, -1, true, false),
    COUNTED("portions_brought", MARK("Portions brought by runners"), M_BROUGHT, 0, true, false),
    COUNTED("runner_trips", MARK("Runners' trips"), M_DELIVERIES, 0, true, false),
    {"runner_utilisation", MARK("Runners under way"), "%", M_RUNNER_BUSY_S, M_RUNNER_S, 1, 100, 1, 0, 0, false, false},
    COUNTED("breaker_trips", MARK("Breaker trips"), M_TRIPS, -1, true, false),
    {"vessels_down_share", MARK("Vessels failed or without current"), "%", M_DOWN_S, M_VESSELS_S, 1, 100, 2, -1, 0, true, false},
    {"vessels_failed_share", MARK("  of which failed"), "%", M_FAILED_S, M_VESSELS_S, 1, 100, 2, -1, 0, true, false},
    COUNTED("cups_used", MARK("Paper cups used"), M_CUPS_USED, -1, true, false),
    COUNTED("cups_saved", MARK("Paper cups saved by own cups"), M_CUPS_SAVED, 1, true, true),
    {"cost", MARK("Cost"), "CNY/day", M_COST, M_ONE, 1, 1, 1, -1, 0, true, false},
    {"satisfaction", MARK("Satisfaction (planning score)"), "/100", M_SCORE, M_WANTED, 1, 1, 1, 1, 0, false, true},
    {"satisfaction_served", MARK("  for getting a drink"), "/100", M_SCORE_SERVED, M_WANTED, 1, 1, 1, 1, 0, false, true},
    {"satisfaction_wait", MARK("  for a short wait"), "/100", M_SCORE_WAIT, M_WANTED, 1, 1, 1, 1, 0, false, true},
    {"satisfaction_temperature", MARK("  for the right temperature"), "/100", M_SCORE_TEMPERATURE, M_WANTED, 1, 1, 1, 1, 0, false, true},
    {"satisfaction_greeting", MARK("  for time with staff"), "/100", M_SCORE_GREETING, M_WANTED, 1, 1, 1, 1, 0, false, true},
    {"satisfaction_choice", MARK("  for the drink asked for"), "/100", M_SCORE_CHOICE, M_WANTED, 1, 1, 1, 1, 0, false, true},
};
const int n_kpis = sizeof kpis / sizeof *kpis;

int kpi_find(const char *key)
{
    for (int i = 0; i < n_kpis; i++)
        if (strcmp(kpis[i].key, key) == 0)
            return i;
    return -1;
}
