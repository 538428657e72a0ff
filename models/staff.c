/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/staff.h"

#include "core/say.h"
#include "models/station.h"

#include <math.h>

static const struct field shift_fields[] = {
    {"from", FIELD_CLOCK, NUMBER, LANDS(struct shift, from_s), 0, 172800, REQUIRED, "when they come", .example = "06:30"},
    {"to", FIELD_CLOCK, NUMBER, LANDS(struct shift, to_s), 0, 172800, REQUIRED, "when they go, once their cup is handed over; at closing time, once the line is served", .example = "08:00"},
    {"staff", FIELD_COUNT, NUMBER, LANDS(struct shift, staff), 0, 1000, REQUIRED, "how many; shifts that overlap add up", .example = "2"},
};
const struct table shift_table = TABLE("shift", "people who serve for a part of the day", struct shift, shift_fields);

static const struct field pause_fields[] = {
    {"at", FIELD_CLOCK, NUMBER, LANDS(struct pause, at_s), 0, 172800, REQUIRED, "one of the staff goes then, once the cup in hand is handed over", .example = "07:30"},
    {"for", FIELD_QUANTITY, DURATION, LANDS(struct pause, for_s), 1, 86400, REQUIRED, "and is back so long after that time", .example = "10 min"},
};
const struct table pause_table = TABLE("break", "a break of one of the staff; it is paid", struct pause, pause_fields);

static const struct field staffing_fields[] = {
    {"absent", FIELD_QUANTITY, SHARE, LANDS(struct staffing, absent), 0, 1, "0 %", "odds that somebody is not there that day, each by himself: those who serve, greeters, a second desk, runners; not paid then", .example = "3 %"},
};
const struct table staffing_table = TABLE("staffing", "the staff of all stations", struct staffing, staffing_fields);

void shifts_check(struct reader *reader, const struct items *shifts, double opens_s, double closes_s)
{
    const struct shift *shift = shifts->item;

    for (int i = 0; i < shifts->n; i++)
        if (shift[i].to_s <= shift[i].from_s)
            reader_complain(reader, &shift[i].to_s, say("the shift ends before it begins; past midnight count on, e.g. from: 22:00, to: 25:00"));
        else if (shift[i].to_s <= opens_s || shift[i].from_s >= closes_s)
            reader_complain(reader, &shift[i].from_s, say("the shift lies outside the window: nobody is served then"));
}

static void check_pauses(struct reader *reader, const struct station_plan *station, double opens_s, double closes_s)
{
    const struct pause *pause = station->pause.item;

    for (int i = 0; i < station->pause.n; i++)
        if (pause[i].at_s + pause[i].for_s <= opens_s || pause[i].at_s >= closes_s)
            reader_complain(reader, &pause[i].at_s, say("the break lies outside the window: nobody is served then"));
        else if (roster_at(station, pause[i].at_s) < 1)
            reader_complain(reader, &pause[i].at_s, say("nobody is on duty then, so nobody can take a break"));
}

/* Helpers are there all day, or in shifts. */
static void check_helpers(struct reader *reader, const struct station_plan *station, const int *all_day, const struct items *shifts, double opens_s, double closes_s)
{
    if (reader_given(reader, all_day) && shifts->n > 0)
        reader_complain(reader, shifts, say("`%s` has them both all day and in shifts: keep one"), station->name);
    shifts_check(reader, shifts, opens_s, closes_s);
}

void roster_check(struct reader *reader, const struct station_plan *station, double opens_s, double closes_s)
{
    bool constant = reader_given(reader, &station->staff), shifts = reader_given(reader, &station->shift);

    if (!constant && !shifts)
        reader_complain(reader, &station->name, say("station `%s` lacks `staff`: people who serve; or shifts"), station->name);
    else if (constant && shifts)
        reader_complain(reader, &station->shift, say("`%s` has both staff and shifts: keep one"), station->name);
    else if (shifts && station->shift.n == 0)
        reader_complain(reader, &station->shift, say("`%s` has no shift: who serves?"), station->name);
    shifts_check(reader, &station->shift, opens_s, closes_s);
    check_helpers(reader, station, &station->greeters, &station->greeter_shift, opens_s, closes_s);
    check_helpers(reader, station, &station->desk, &station->desk_shift, opens_s, closes_s);
    if (constant || station->shift.n > 0)
        check_pauses(reader, station, opens_s, closes_s);
}

int shifts_at(const struct items *shifts, int all_day, double time_s)
{
    const struct shift *shift = shifts->item;
    int there = 0;

    if (shifts->n == 0)
        return all_day;
    for (int i = 0; i < shifts->n; i++)
        there += shift[i].from_s <= time_s && time_s < shift[i].to_s ? shift[i].staff : 0;
    return there;
}

int shifts_most(const struct items *shifts, int all_day)
{
    const struct shift *shift = shifts->item;
    int most = shifts->n ? 0 : all_day;

    for (int i = 0; i < shifts->n; i++) {
        int there = shifts_at(shifts, all_day, shift[i].from_s);
        most = there > most ? there : most;
    }
    return most;
}

double shifts_paid_s(const struct items *shifts, int all_day, double opens_s, double closes_s)
{
    const struct shift *shift = shifts->item;
    double sum_s = shifts->n ? 0 : all_day * (closes_s - opens_s);

    for (int i = 0; i < shifts->n; i++)
        sum_s += shift[i].staff * (fmin(shift[i].to_s, closes_s) - fmax(shift[i].from_s, opens_s));
    return sum_s;
}

int roster_at(const struct station_plan *station, double time_s)
{
    return shifts_at(&station->shift, station->staff, time_s);
}

int roster_most(const struct station_plan *station)
{
    return shifts_most(&station->shift, station->staff);
}

bool roster_changes(const struct station_plan *station)
{
    return station->shift.n > 0 || station->pause.n > 0;
}
