/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/station.h"

#include "core/say.h"

#include <string.h>

#define DRINK(member) LANDS(struct drink, member)
static const struct field drink_fields[] = {
    {"cup", FIELD_QUANTITY, VOLUME, DRINK(cup_m3), 1e-5, 5e-3, "250 ml", "one portion"},
    {"serve", FIELD_BAND, TEMPERATURE, DRINK(serve_c), 0, 100, "55 - 70 °C", "temperature in the cup: lukewarm below, scald risk above"},
    {"cost", FIELD_QUANTITY, MONEY, DRINK(cost), 0, 1e4, "0 CNY", "ingredients of one portion"},
    {"hold", FIELD_QUANTITY, DURATION, DRINK(hold_s), 60, 1e6, NULL, "poured away after so long in a vessel, from opening or from its filling when empty; what is added doesn't make it young; left out: never", .example = "4 h"},
    {"keeps", FIELD_FLAG, NUMBER, DRINK(keeps), 0, 0, "no", "portions not yet brewed can be used another day; otherwise all that is left is poured away"},
    {"keeps-days", FIELD_COUNT, NUMBER, DRINK(keeps_days), 1, 365, NULL, "of a campaign on which such portions can be used, the day of their delivery included; the oldest go first, and what is left then is poured away; left out: as long as it lasts", .example = "3"},
};
const struct table drink_table = TABLE("drink", "a hot drink", struct drink, drink_fields);

static const char *const equipment_kinds[] = {"heated", "insulated", NULL};
static const char *const refill_hands[] = {"staff", "helper", NULL};

#define REFILL(member) LANDS(struct refill, member)
static const struct field refill_fields[] = {
    {"below", FIELD_QUANTITY, VOLUME, REFILL(below_m3), 0, 1, "0 L", "refilled when no more than this is left"},
    {"takes", FIELD_QUANTITY, DURATION, REFILL(takes_s), 0, 7200, "60 s", "the tap is closed so long"},
    {"water", FIELD_QUANTITY, TEMPERATURE, REFILL(water_c), 0, 100, "10 °C", "temperature of what is filled in: cold tap water makes a hole of minutes"},
    {"by", FIELD_CHOICE, NUMBER, REFILL(by), 0, 0, "staff", "who refills: staff stop serving for it, a helper lets them go on", .words = refill_hands},
};
static const struct table refill_table = TABLE("refill", "how a heated urn is refilled", struct refill, refill_fields);

#define EQUIPMENT(member) LANDS(struct equipment, member)
static const struct field equipment_fields[] = {
    {"kind", FIELD_CHOICE, NUMBER, EQUIPMENT(kind), 0, 0, REQUIRED, "an urn with a heater, or a carrier without", .words = equipment_kinds},
    {"volume", FIELD_QUANTITY, VOLUME, EQUIPMENT(vessel.volume_m3), 1e-3, 0.2, REQUIRED, "usable content", .example = "20 L"},
    {"power", FIELD_QUANTITY, POWER, EQUIPMENT(vessel.power_w), 0, 20e3, "0 W", "of the heater", .example = "3 kW"},
    {"setpoint", FIELD_QUANTITY, TEMPERATURE, EQUIPMENT(vessel.setpoint_c), 30, 97, "75 °C", "the thermostat keeps this"},
    {"hysteresis", FIELD_QUANTITY, DIFFERENCE, EQUIPMENT(vessel.hysteresis_k), 0.1, 20, "2 K", "on so far below the setpoint, off so far above"},
    {"loss", FIELD_QUANTITY, HEAT_LOSS, EQUIPMENT(vessel.loss_w_per_k), 0, 50, "1 W/K", "heat lost for each degree above the air (lidded and insulated: 0.03 to 0.05 a litre)"},
    {"shell", FIELD_QUANTITY, HEAT_CAPACITY, EQUIPMENT(vessel.shell_j_per_k), 0, 1e5, "1 kJ/K", "heat capacity of the vessel itself"},
    {"tap", FIELD_QUANTITY, FLOW, EQUIPMENT(tap_m3_per_s), 1e-6, 1e-2, "60 ml/s", "flow of its one tap"},
    {"preheat", FIELD_QUANTITY, DURATION, EQUIPMENT(preheat_s), 0, 86400, "60 min", "filled and switched on so long before opening"},
    {"filled", FIELD_QUANTITY, TEMPERATURE, EQUIPMENT(filled_c), 0, 100, NULL, "temperature of the first filling, and of a full carrier; left out: as refill.water", .example = "90 °C"},
    {"refill", FIELD_SECTION, NUMBER, EQUIPMENT(refill), 0, 0, NULL, "of a heated urn", .table = &refill_table},
    {"clean", FIELD_QUANTITY, DURATION, EQUIPMENT(clean_s), 0, 7200, "0 s", "to clean it when it is empty, before it is filled or changed"},
    {"swap", FIELD_QUANTITY, DURATION, EQUIPMENT(swap_s), 0, 7200, "45 s", "to change an empty carrier for a full one"},
    {"fails-every", FIELD_QUANTITY, DURATION, EQUIPMENT(fails_every_s), 600, 1e9, NULL, "mean time to a failure, at random: nothing can be poured until it is repaired, and the heater is off; left out: never", .example = "400 h"},
    {"repair", FIELD_QUANTITY, DURATION, EQUIPMENT(repair_s), 1, 1e7, "30 min", "mean time until it is repaired or changed, at random"},
    {"rent", FIELD_QUANTITY, MONEY, EQUIPMENT(rent), 0, 1e5, "0 CNY", "a day"},
};
const struct table equipment_table = TABLE("equipment", "an urn or a carrier", struct equipment, equipment_fields);

#define SERVICE(member) LANDS(struct service, member)
static const struct field service_fields[] = {
    {"greet", FIELD_DISTRIBUTION, DURATION, SERVICE(greet_s), 0, 1e6, NULL, "welcome and order, before pouring", .example = "lognormal(mean 6 s, cv 0.4)"},
    {"hand-over", FIELD_DISTRIBUTION, DURATION, SERVICE(hand_over_s), 0, 1e6, NULL, "lid, hand over, goodbye, after pouring", .example = "lognormal(mean 5 s, cv 0.5)"},
    {"hand-over-e-bike", FIELD_DISTRIBUTION, DURATION, SERVICE(hand_over_bike_s), 0, 1e6, NULL, "the same to riders; left out: as hand-over", .example = "lognormal(mean 7 s, cv 0.5)"},
    {"hand-over-car", FIELD_DISTRIBUTION, DURATION, SERVICE(hand_over_car_s), 0, 1e6, NULL, "the same through a car window; left out: as hand-over", .example = "lognormal(mean 9 s, cv 0.5)"},
    {"consult", FIELD_DISTRIBUTION, DURATION, SERVICE(consult_s), 0, 1e6, NULL, "a question about fees or repairs, with those who have one", .example = "lognormal(mean 70 s, cv 0.8)"},
    {"pour-drop", FIELD_QUANTITY, DIFFERENCE, SERVICE(pour_drop_k), 0, 40, "4 K", "a drink cools so much on its way into a paper cup"},
    {"own-cup-drop", FIELD_QUANTITY, DIFFERENCE, SERVICE(own_cup_drop_k), 0, 60, "8 K", "and into a cup brought from home"},
    {"tray", FIELD_COUNT, NUMBER, SERVICE(tray), 0, 50, "0", "idle staff of a station pour so many cups ahead, of what is asked for most; they cool, and are poured away once they aren't warm any more", .example = "4"},
    {"cup-cooling", FIELD_QUANTITY, DURATION, SERVICE(cup_cooling_s), 60, 86400, "38 min", "a cup that waits cools towards the air with this time constant (open cup: 34 to 43 min)"},
    {"rinse", FIELD_QUANTITY, DURATION, SERVICE(rinse_s), 0, 600, "0 s", "who pours another drink than the one before rinses first"},
    {"wait-for-warm", FIELD_FLAG, NUMBER, SERVICE(wait_for_warm), 0, 0, "no", "staff wait until the vessel is warm enough rather than pour lukewarm"},
};
const struct table service_table = TABLE("service", "how a drink is served", struct service, service_fields);

enum status vessels_read(struct reader *reader, const struct yaml_node *node, int *n, struct vessel_choice **vessels)
{
    static const struct field kinds = {.key = "vessels", .kind = FIELD_NAMES, .refers = "equipment"};
    struct vessel_choice *vessel;

    if (!yaml_is_map(node)) {
        reader_complain_at(reader, yaml_mark(node), say("vessels are {drink: equipment}, e.g. {ginger-tea: urn-20}"));
        return OK;
    }
    TAKE(reader_arena(reader), vessel, yaml_length(node) + 1);
    for (int i = 0; i < yaml_length(node); i++) {
        const char *kind = yaml_scalar(yaml_item(node, i));
        vessel[i].drink = (struct reference){yaml_key(node, i), -1};
        if (kind && (strcmp(kind, "null") == 0 || strcmp(kind, "~") == 0)) {
            reader_complain_at(reader, yaml_mark(yaml_item(node, i)), say("one drink's vessels can't be taken away alone: give all that stay, e.g. vessels: {ginger-tea: urn-20}"));
            continue;
        }
        TRY(reader_bind_value(reader, yaml_item(node, i), &kinds, &vessel[i].equipment));
    }
    *vessels = vessel;
    *n = yaml_length(node);
    return OK;
}

static enum status vessels_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct station_plan *station = (struct station_plan *)((char *)lands - offsetof(struct station_plan, n_vessels));
    return vessels_read(reader, node, &station->n_vessels, &station->vessel);
}

#define STATION(member) LANDS(struct station_plan, member)
static const struct field station_fields[] = {
    {"staff", FIELD_COUNT, NUMBER, STATION(staff), 0, 1000, NULL, "people who serve, all day; or give shifts", .example = "2"},
    {"shifts", FIELD_LIST, NUMBER, STATION(shift), 0, 0, NULL, "who serves when, instead of constant staff", .table = &shift_table, .example = "[{from: 06:30, to: 09:00, staff: 1}, {from: 07:15, to: 08:15, staff: 1}]"},
    {"breaks", FIELD_LIST, NUMBER, STATION(pause), 0, 0, NULL, "one of the staff is away", .table = &pause_table, .example = "[{at: 07:30, for: 10 min}]"},
    {"vessels", FIELD_CUSTOM, NUMBER, STATION(n_vessels), 0, 0, NULL, "which drink comes out of what; one or several each; a drink without needs no pouring",
     .custom = vessels_parse,
     .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}}",
     .example = "{ginger-tea: urn-20, soy-milk: carrier-12}"},
    {"portions", FIELD_COUNTS, HEADS, STATION(portions), 0, 1e6, NULL, "stock of each drink at opening: its vessels there are filled with it, each as full as the others, and the rest goes into whichever asks first; one left out never runs out", .refers = "drinks", .example = "{ginger-tea: 150, soy-milk: 80}"},
    {"greeters", FIELD_COUNT, NUMBER, STATION(greeters), 0, 1000, "0", "people who take orders in the line, first come first served, so that who is served needs no greeting, or only the rest of it; there and paid all day, or give greeter-shifts", .example = "1"},
    {"greeter-shifts", FIELD_LIST, NUMBER, STATION(greeter_shift), 0, 0, NULL, "when greeters are there and paid, instead of all day", .table = &shift_table, .example = "[{from: 07:15, to: 08:30, staff: 1}]"},
    {"desk", FIELD_COUNT, NUMBER, STATION(desk), 0, 1000, "0", "people at a second desk who answer questions, so that those who pour go on; there and paid all day, or give desk-shifts; 0: who pours answers too", .example = "1"},
    {"desk-shifts", FIELD_LIST, NUMBER, STATION(desk_shift), 0, 0, NULL, "when people are at the second desk and paid, instead of all day; before and after them who pours answers", .table = &shift_table, .example = "[{from: 07:15, to: 08:30, staff: 1}]"},
    {"cups", FIELD_QUANTITY, HEADS, STATION(cups), 0, 1e6, NULL, "paper cups at opening; left out: endless", .example = "250"},
    {"lids", FIELD_QUANTITY, HEADS, STATION(lids), 0, 1e6, NULL, "lids at opening, one for each paper cup; left out: endless", .example = "250"},
    {"reorder", FIELD_COUNTS, HEADS, STATION(reorder), 0, 1e6, NULL, "a runner is asked for more of a drink once no more than this is left, and brings what is missing to its portions; one left out is never asked for", .refers = "drinks", .example = "{ginger-tea: 30}"},
    {"reorder-cups", FIELD_QUANTITY, HEADS, STATION(reorder_cups), 0, 1e6, NULL, "the same for paper cups with their lids", .example = "50"},
};
static const struct table station_table = TABLE("station", "a station of a layout, by the name of its place", struct station_plan, station_fields);

static const struct field layout_fields[] = {
    {"*", FIELD_MAP, NUMBER, LANDS(struct layout, station), 0, 0, REQUIRED, "stations, by the name of their place", .table = &station_table},
};
const struct table layout_table = TABLE("layout", "one way to set up the stations", struct layout, layout_fields);
