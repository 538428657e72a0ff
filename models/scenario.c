/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/scenario.h"

#include "core/say.h"
#include "models/scenario_check.h"

#include <math.h>
#include <string.h>

static const char *const languages[] = {"en", "zh", NULL};

/* window: 06:30 - 09:00, or {from: 00:00, lasts: 600 h} */
static enum status window_lasting(struct reader *reader, const struct yaml_node *node, struct window *window)
{
    static const struct field from = {.key = "from", .kind = FIELD_CLOCK, .low = 0, .high = 172800};
    static const struct field lasts = {.key = "lasts", .kind = FIELD_QUANTITY, .dimension = DURATION, .low = 60, .high = 1e8};
    double lasts_s = NAN;

    window->opens_s = NAN;
    for (int i = 0; i < yaml_length(node); i++)
        if (strcmp(yaml_key(node, i), "from") == 0)
            TRY(reader_bind_value(reader, yaml_item(node, i), &from, &window->opens_s));
        else if (strcmp(yaml_key(node, i), "lasts") == 0)
            TRY(reader_bind_value(reader, yaml_item(node, i), &lasts, &lasts_s));
        else
            reader_complain_at(reader, yaml_mark(yaml_item(node, i)), say("the window has no key `%s`; it knows from and lasts"), yaml_key(node, i));
    window->closes_s = window->opens_s + lasts_s;
    return OK;
}

static enum status window_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    struct window *window = lands;
    int hour[2], minute[2], end = 0, faults = reader_faults(reader);

    if (yaml_is_map(node)) {
        TRY(window_lasting(reader, node, window));
        if (!isnan(window->closes_s))
            return OK;
    } else if (yaml_is_scalar(node)
               && sscanf(yaml_scalar(node), "%2d:%2d - %2d:%2d%n", &hour[0], &minute[0], &hour[1], &minute[1], &end) == 4
               && yaml_scalar(node)[end] == '\0' && minute[0] < 60 && minute[1] < 60) {
        window->opens_s = 3600.0 * hour[0] + 60.0 * minute[0];
        window->closes_s = 3600.0 * hour[1] + 60.0 * minute[1];
        if (hour[0] <= 24 && hour[1] <= 48 && hour[0] >= 0 && minute[0] >= 0 && window->closes_s > window->opens_s)
            return OK;
        if (window->closes_s <= window->opens_s)
            reader_complain_at(reader, yaml_mark(node), say("the window closes before it opens; past midnight count on, e.g. 22:00 - 25:00"));
    }
    if (reader_faults(reader) == faults)
        reader_complain_at(reader, yaml_mark(node), say("the window is from opening to closing, e.g. 06:30 - 09:00, or {from: 06:30, lasts: 150 min}"));
    *window = (struct window){0, 3600};
    return OK;
}

#define CAMPAIGN(member) LANDS(struct campaign, member)
static const struct field campaign_fields[] = {
    {"days", FIELD_COUNT, NUMBER, CAMPAIGN(days), 1, 60, "1", "in a row: what is left and keeps is there again the next day; figures are means a day", .example = "5"},
    {"weather", FIELD_QUANTITY, NUMBER, CAMPAIGN(weather), 0, 0.99, "0.7", "correlation of the air temperature from one day to the next"},
    {"delivery-every", FIELD_COUNT, NUMBER, CAMPAIGN(delivery_every), 1, 60, "1", "days between deliveries of cups and of drinks that keep, up to what a station has at opening; other drinks come fresh every day"},
};
static const struct table campaign_table = TABLE("campaign", "days in a row instead of one day", struct campaign, campaign_fields);

#define ROOT(member) LANDS(struct scenario, member)
static const struct field scenario_fields[] = {
    {"samovar", FIELD_QUANTITY, NUMBER, ROOT(version), 1, 1, REQUIRED, "version of this format", .example = "1"},
    {"name", FIELD_TEXT, NUMBER, ROOT(name), 0, 0, REQUIRED, "title on charts and report", .example = "Riverside, winter mornings"},
    {"language", FIELD_CHOICE, NUMBER, ROOT(language), 0, 0, "en", "of table, charts and report", .words = languages},
    {"window", FIELD_CUSTOM, NUMBER, ROOT(window), 0, 0, REQUIRED, "from opening to closing; who sets out within it counts", .custom = window_parse,
     .custom_schema = "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}", .example = "06:30 - 09:00"},
    {"warm-up", FIELD_QUANTITY, DURATION, ROOT(warm_up_s), 0, 1e8, "0 s", "verification only: residents who come earlier aren't counted"},
    {"first", FIELD_COUNT, NUMBER, ROOT(first), 0, 1000000, "0", "verification only: count just the first so many arrivals; 0: all"},
    {"series", FIELD_QUANTITY, DURATION, ROOT(bin_s), 10, 1e7, NULL, "width of a time step in charts and series.csv; left out: 5 min, or more for long windows", .example = "5 min"},
    {"wait-target", FIELD_QUANTITY, DURATION, ROOT(target_s), 0, 86400, "2 min", "a wait that is still good"},
    {"air", FIELD_DISTRIBUTION, TEMPERATURE, ROOT(air_c), -60, 60, "0 °C", "outdoor temperature of a day", .example = "normal(-2, 4) °C"},
    {"indoor-air", FIELD_QUANTITY, TEMPERATURE, ROOT(indoor_air_c), -20, 40, "16 °C", "temperature at places that are indoor"},
    {"days", FIELD_MAP, NUMBER, ROOT(day_type), 0, 0, NULL, "kinds of day with their odds", .table = &day_type_table},
    {"site", FIELD_OPTIONAL, NUMBER, ROOT(site), 0, 0, NULL, "where everything stands; left out: residents come straight to the station", .table = &site_table},
    {"residents", FIELD_MAP, NUMBER, ROOT(group), 0, 0, REQUIRED, "who comes, when, and wants what", .table = &group_table},
    {"drinks", FIELD_MAP, NUMBER, ROOT(drink), 0, 0, REQUIRED, "what is served", .table = &drink_table},
    {"equipment", FIELD_MAP, NUMBER, ROOT(equipment), 0, 0, NULL, "urns and carriers", .table = &equipment_table},
    {"service", FIELD_SECTION, NUMBER, ROOT(service), 0, 0, NULL, "how a drink is served", .table = &service_table},
    {"staff", FIELD_SECTION, NUMBER, ROOT(staffing), 0, 0, NULL, "of all stations", .table = &staffing_table},
    {"store", FIELD_OPTIONAL, NUMBER, ROOT(store), 0, 0, NULL, "where stations are restocked from, and who carries it; left out: nobody brings more", .table = &store_table},
    {"campaign", FIELD_SECTION, NUMBER, ROOT(campaign), 0, 0, NULL, "days in a row instead of one day; a kind of day then lasts for all of them", .table = &campaign_table},
    {"costs", FIELD_SECTION, NUMBER, ROOT(costs), 0, 0, NULL, "what things cost", .table = &costs_table},
    {"satisfaction", FIELD_SECTION, NUMBER, ROOT(satisfaction), 0, 0, NULL, "weights of the planning score", .table = &satisfaction_table},
    {"layouts", FIELD_MAP, NUMBER, ROOT(layout), 0, 0, REQUIRED, "ways to set up the stations; the first is simulated unless --layout names another", .table = &layout_table},
    {"plan", FIELD_OPTIONAL, NUMBER, ROOT(choice), 0, 0, NULL, "what samovar optimize may choose, and what it must reach", .table = &choice_table},
    {"uncertain", FIELD_CUSTOM, NUMBER, ROOT(uncertain), 0, 0, NULL, "quantities nobody has measured yet, with a low and a high: samovar sensitivity tries both", .custom = uncertain_parse,
     .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}", .example = "{residents.commuters.uptake: 25 % .. 45 %}"},
    {"sources", FIELD_CUSTOM, NUMBER, ROOT(sources), 0, 0, NULL, "where numbers were taken from, in words: the report tells it beside them", .custom = sources_parse,
     .custom_schema = "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}", .example = "{residents.commuters.uptake: counted on 12 January}"},
    {"expect", FIELD_COUNTS, NUMBER, ROOT(expect), -1e12, 1e12, NULL, "verification only: figure -> value that theory gives"},
    {"verify-days", FIELD_COUNT, NUMBER, ROOT(verify_days), 2, 10000000, "400", "verification only: days that make the half-widths at most 1 %"},
};
const struct table scenario_table = TABLE("scenario", "a scenario file", struct scenario, scenario_fields);

int scenario_find_layout(const struct scenario *scenario, const char *name)
{
    for (int i = 0; i < scenario->layout.n; i++)
        if (strcmp(scenario_layout(scenario, i)->name, name) == 0)
            return i;
    return -1;
}

/* The names of a map's items, which all start with their name. */
static enum status names_of(struct reader *reader, const struct items *items, size_t size, const char *const **names)
{
    const char **list;

    TAKE(reader_arena(reader), list, items->n + 1);
    for (int i = 0; i < items->n; i++)
        list[i] = *(const char *const *)((const char *)items->item + (size_t)i * size);
    *names = list;
    return OK;
}

static bool has_station(const struct layout *layout, const char *name)
{
    for (int i = 0; i < layout->station.n; i++)
        if (strcmp(layout_station(layout, i)->name, name) == 0)
            return true;
    return false;
}

/* Who comes straight to a station must find it in every layout. */
static void check_at(struct reader *reader, const struct scenario *scenario, const struct group *group)
{
    for (int l = 0; l < scenario->layout.n; l++)
        if (group->at.name && scenario_layout(scenario, l)->station.n > 0 && !has_station(scenario_layout(scenario, l), group->at.name)) {
            reader_complain(reader, &group->at, say("`%s` come to `%s`, but layout `%s` has no station there"), group->name, group->at.name,
                            scenario_layout(scenario, l)->name);
            return;
        }
    if (!scenario->site && (group->from.n || group->to.n))
        reader_complain(reader, &group->from, say("walking from and to needs a site with nodes and paths; or say `at:` a station"));
}

static void complain_of_no_way(struct reader *reader, const struct scenario *scenario, const struct group *group, const char *from, const char *to)
{
    if (site_has_limits(scenario->site))
        reader_complain(reader, &group->to, say("`%s` (mode: %s) can't get from `%s` to `%s`; add a path, or open one to them by its `for`"), group->name,
                        mode_words[group->mode], from, to);
    else
        reader_complain(reader, &group->to, say("there is no way from `%s` to `%s`; add a path"), from, to);
}

static void check_reachable(struct reader *reader, const struct scenario *scenario, const struct group *group, const double *const distances_m[MODES])
{
    int n = scenario->site->node.n;
    const double *distance_m = distances_m[group->mode];

    for (int i = 0; i < group->from.n; i++)
        for (int j = 0; j < group->to.n; j++) {
            int a = group->from.item[i].of.index, b = group->to.item[j].of.index;
            if (a >= 0 && b >= 0 && group->from.item[i].share > 0 && group->to.item[j].share > 0 && !(distance_m[a * n + b] < HUGE_VAL)) {
                complain_of_no_way(reader, scenario, group, group->from.item[i].of.name, group->to.item[j].of.name);
                return;
            }
        }
}

static int find_name(const char *name, int n, const char *const names[])
{
    int i = 0;
    while (i < n && strcmp(names[i], name) != 0)
        i++;
    return i < n ? i : -1;
}

/* The drinks of vessels are keys, of which no mark is kept: the caret stands at the equipment. Without any drink that is the fault. */
static void resolve_vessels(struct reader *reader, int n_vessels, struct vessel_choice vessel[], int n, const char *const drinks[])
{
    for (int v = 0; v < n_vessels && n > 0; v++) {
        const char *name = vessel[v].drink.name, *meant = text_nearest(name, n, drinks);
        vessel[v].drink.index = find_name(name, n, drinks);
        if (vessel[v].drink.index < 0 && meant)
            reader_complain(reader, &vessel[v].equipment, say("there is no drink `%s`; did you mean `%s`?"), name, meant);
        else if (vessel[v].drink.index < 0)
            reader_complain(reader, &vessel[v].equipment, say("there is no drink `%s`"), name);
    }
}

static void check_place(struct reader *reader, const struct station_plan *station, int n_nodes, const char *const nodes[])
{
    const char *meant = text_nearest(station->name, n_nodes, nodes);

    if (find_name(station->name, n_nodes, nodes) >= 0)
        return;
    if (meant)
        reader_complain(reader, &station->name, say("there is no place `%s` in site.nodes; did you mean `%s`?"), station->name, meant);
    else
        reader_complain(reader, &station->name, say("there is no place `%s` in site.nodes"), station->name);
}

static void check_equipment(struct reader *reader, const struct equipment *equipment)
{
    if (equipment->kind == HEATED && equipment->vessel.power_w <= 0)
        reader_complain(reader, &equipment->name, say("`%s` is heated, so it needs power, e.g. power: 3 kW; or kind: insulated"), equipment->name);
    if (equipment->kind == INSULATED && equipment->vessel.power_w > 0)
        reader_complain(reader, &equipment->vessel.power_w, say("`%s` is insulated: it has no heater; leave power out, or kind: heated"), equipment->name);
    if (equipment->kind == HEATED && equipment->vessel.setpoint_c + equipment->vessel.hysteresis_k > 100)
        reader_complain(reader, &equipment->vessel.setpoint_c, say("`%s` would boil: setpoint and hysteresis together are %.4g °C, more than 100 °C"), equipment->name,
                        equipment->vessel.setpoint_c + equipment->vessel.hysteresis_k);
    if (equipment->kind == INSULATED && !reader_given(reader, &equipment->filled_c))
        reader_complain(reader, &equipment->name, say("carrier `%s` needs filled, the temperature it comes with, e.g. filled: 90 °C"), equipment->name);
    if (equipment->refill.below_m3 >= equipment->vessel.volume_m3)
        reader_complain(reader, &equipment->refill.below_m3, say("refill.below must be less than the volume, or it is refilled all the time"));
}

static void check_days(struct reader *reader, const struct scenario *scenario)
{
    double shares = 0;

    for (int i = 0; i < scenario->day_type.n; i++)
        shares += scenario_day_type(scenario, i)->share;
    if (scenario->day_type.n && fabs(shares - 1) > 1e-6)
        reader_complain(reader, &scenario_day_type(scenario, 0)->share, say("the kinds of day have shares that add up to %.6g %%, not to 100 %%"), 100 * shares);
}

static bool drinks_fit(const struct scenario *scenario, const struct equipment *equipment, const struct drink *drink)
{
    (void)scenario;
    return drink->cup_m3 <= equipment->vessel.volume_m3;
}

static void check_cups_fit(struct reader *reader, const struct scenario *scenario, const struct station_plan *station)
{
    for (int v = 0; v < station->n_vessels; v++)
        for (int i = 0; i < station->vessel[v].equipment.n; i++) {
            int drink = station->vessel[v].drink.index, equipment = station->vessel[v].equipment.item[i].index;
            if (drink >= 0 && equipment >= 0 && !drinks_fit(scenario, scenario_equipment(scenario, equipment), scenario_drink(scenario, drink)))
                reader_complain(reader, &station->name, say("`%s` doesn't hold one cup of `%s`"), scenario_equipment(scenario, equipment)->name,
                                scenario_drink(scenario, drink)->name);
        }
}

/* Names that stand as keys: stations and the drinks of vessels. */
static enum status check_names(struct reader *reader, const struct scenario *scenario)
{
    const char *const *drinks, *const *nodes = NULL;
    int n_nodes = scenario->site ? scenario->site->node.n : 0;

    TRY(names_of(reader, &scenario->drink, sizeof(struct drink), &drinks));
    if (scenario->site)
        TRY(names_of(reader, &scenario->site->node, sizeof(struct node), &nodes));
    for (int l = 0; l < scenario->layout.n; l++)
        for (int i = 0; i < scenario_layout(scenario, l)->station.n; i++) {
            struct station_plan *station = (struct station_plan *)scenario_layout(scenario, l)->station.item + i;
            resolve_vessels(reader, station->n_vessels, station->vessel, scenario->drink.n, drinks);
            if (scenario->site)
                check_place(reader, station, n_nodes, nodes);
            check_cups_fit(reader, scenario, station);
            roster_check(reader, station, scenario->window.opens_s, scenario->window.closes_s);
            station->staff = roster_most(station);
            station->greeters = shifts_most(&station->greeter_shift, station->greeters);
            station->desk = shifts_most(&station->desk_shift, station->desk);
        }
    for (int k = 0; scenario->choice && k < scenario->choice->kit.n; k++) {
        const struct kit *kit = choice_kit(scenario->choice, k);
        resolve_vessels(reader, kit->n_vessels, kit->vessel, scenario->drink.n, drinks);
    }
    return OK;
}

enum status scenario_bind(struct reader *reader, struct scenario *scenario)
{
    const double *distance_m[MODES];

    TRY(reader_bind(reader, &scenario_table, scenario));
    TRY(check_names(reader, scenario));
    if (scenario->choice)
        choice_check(reader, scenario->choice, scenario->target_s);
    for (int i = 0; i < scenario->equipment.n; i++)
        check_equipment(reader, scenario_equipment(scenario, i));
    check_days(reader, scenario);
    if (scenario->store)
        store_check(reader, scenario->store, scenario->window.opens_s, scenario->window.closes_s);
    check_incidents(reader, scenario);
    check_supply(reader, scenario);
    if (scenario->warm_up_s >= scenario->window.closes_s - scenario->window.opens_s)
        reader_complain(reader, &scenario->warm_up_s, say("warm-up must be shorter than the window"));
    if (scenario->site)
        site_check(reader, scenario->site);
    check_parts(reader, scenario);
    for (int i = 0; i < scenario->group.n; i++) {
        residents_check(reader, scenario_group(scenario, i));
        check_at(reader, scenario, scenario_group(scenario, i));
    }
    if (reader_faults(reader) == 0)
        check_sizes(reader, scenario);
    /* Distances only make sense once every name is known. */
    if (!scenario->site || reader_faults(reader))
        return OK;
    TRY(site_distances(scenario->site, reader_arena(reader), distance_m));
    for (int i = 0; i < scenario->group.n; i++)
        check_reachable(reader, scenario, scenario_group(scenario, i), distance_m);
    if (reader_faults(reader) == 0)
        check_stations_reached(reader, scenario, distance_m);
    return OK;
}
