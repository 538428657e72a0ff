/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/reserve.h"

#include <math.h>
#include <string.h>

/* --- a layout with a reserve ---------------------------------------------------------------------------------- */

static enum status more_staff(struct arena *arena, const struct plan_day *plan, struct station_plan *station)
{
    struct shift *shift;

    station->staff++;
    if (station->shift.n == 0)
        return OK;
    TAKE(arena, shift, station->shift.n + 1);
    memcpy(shift, station->shift.item, (size_t)station->shift.n * sizeof *shift);
    shift[station->shift.n] = (struct shift){plan->opens_s, plan->closes_s, 1};
    station->shift = (struct items){station->shift.n + 1, shift};
    return OK;
}

static int find_equipment(const struct scenario *scenario, const char *name)
{
    int i = 0;
    while (strcmp(scenario_equipment(scenario, i)->name, name) != 0)
        i++;
    return i;
}

/* One more for each drink of which the station has a vessel that `replaces` says; of carriers perhaps for one drink only. */
static enum status add_vessels(struct arena *arena, const struct scenario *scenario, const struct reserve *reserve, bool (*replaces)(const struct equipment *, const char *), struct station_plan *station)
{
    const char *name = reserve->what;
    struct vessel_choice *vessel;

    TAKE(arena, vessel, station->n_vessels);
    for (int v = 0; v < station->n_vessels; v++) {
        struct references *equipment = &vessel[v].equipment;
        int n = station->vessel[v].equipment.n;
        bool wanted = false;
        vessel[v] = station->vessel[v];
        TAKE(arena, equipment->item, n + 1);
        for (int i = 0; i < n; i++) {
            equipment->item[i] = station->vessel[v].equipment.item[i];
            wanted |= replaces(scenario_equipment(scenario, equipment->item[i].index), name);
        }
        if (wanted && (!reserve->drink || strcmp(reserve->drink, scenario_drink(scenario, vessel[v].drink.index)->name) == 0))
            equipment->item[equipment->n++] = (struct reference){name, find_equipment(scenario, name)};
    }
    station->vessel = vessel;
    return OK;
}

static bool same_kind(const struct equipment *equipment, const char *name)
{
    return strcmp(equipment->name, name) == 0;
}

static bool any_heated(const struct equipment *equipment, const char *name)
{
    (void)name;
    return equipment->kind == HEATED;
}

static enum status more_stock(struct arena *arena, struct station_plan *station)
{
    struct share *share;

    TAKE(arena, share, station->portions.n + 1);
    for (int i = 0; i < station->portions.n; i++) {
        share[i] = station->portions.item[i];
        share[i].share = ceil(RESERVE_STOCK * share[i].share);
    }
    station->portions.item = share;
    station->cups *= RESERVE_STOCK;
    station->lids *= RESERVE_STOCK;
    return OK;
}

static bool poured_from(const struct plan_day *plan, const char *station, const struct reserve *reserve, int v)
{
    for (int s = 0; s < plan->n_stations; s++)
        if (v >= plan->station[s].first_vessel && v < plan->station[s].first_vessel + plan->station[s].n_vessels)
            return strcmp(plan->station[s].plan->name, station) == 0 && strcmp(plan->vessel[v].name, reserve->what) == 0;
    return false;
}

/* What is in a full carrier comes with it: what is in the missing one can't be had. */
static enum status bring_portions(struct arena *arena, const struct plan_day *plan, const struct reserve *reserve, struct station_plan *station)
{
    struct share *share;

    TAKE(arena, share, station->portions.n + 1);
    for (int i = 0; i < station->portions.n; i++) {
        int drink = station->portions.item[i].of.index, cups = 0;
        bool meant = !reserve->drink || strcmp(reserve->drink, scenario_drink(plan->scenario, drink)->name) == 0;
        for (int v = 0; meant && cups == 0 && v < plan->n_vessels; v++)
            if (plan->vessel[v].drink == drink && poured_from(plan, station->name, reserve, v))
                cups = plan->vessel[v].cups;
        share[i] = station->portions.item[i];
        share[i].share += cups;
    }
    station->portions.item = share;
    return OK;
}

static enum status add_full_carrier(struct arena *arena, const struct plan_day *plan, const struct reserve *reserve, struct station_plan *station)
{
    TRY(add_vessels(arena, plan->scenario, reserve, same_kind, station));
    return bring_portions(arena, plan, reserve, station);
}

static enum status change_station(struct arena *arena, const struct plan_day *plan, const struct reserve *reserve, struct station_plan *station)
{
    if (reserve->station && strcmp(reserve->station, station->name) != 0)
        return OK;
    switch (reserve->kind) {
    case MORE_STAFF: return more_staff(arena, plan, station);
    case MORE_VESSELS: return add_vessels(arena, plan->scenario, reserve, same_kind, station);
    case CARRIERS: return add_vessels(arena, plan->scenario, reserve, any_heated, station);
    case FULL_CARRIER: return add_full_carrier(arena, plan, reserve, station);
    case MORE_STOCK: return more_stock(arena, station);
    case STOCKED_BEFORE: break;
    }
    return OK;
}

static enum status layout_with(struct arena *arena, const struct plan_day *plan, const struct reserve *reserve, const struct layout **with)
{
    const struct layout *layout = plan->layout;
    struct station_plan *station;
    struct layout *changed;

    TAKE(arena, changed, 1);
    TAKE(arena, station, layout->station.n);
    memcpy(station, layout->station.item, (size_t)layout->station.n * sizeof *station);
    for (int s = 0; s < layout->station.n; s++)
        TRY(change_station(arena, plan, reserve, &station[s]));
    *changed = (struct layout){layout->name, {layout->station.n, station}};
    *with = changed;
    return OK;
}

/* What comes late comes late to the other stations only. */
static enum status type_with(struct arena *arena, const struct plan_day *plan, const struct reserve *reserve, const struct day_type **with)
{
    const struct day_type *usual = *with;
    const struct incident *incident = usual->incident.item;
    struct day_type *type;
    struct incident *others;
    int n = 0;

    TAKE(arena, type, 1);
    TAKE(arena, others, usual->incident.n * plan->n_stations + 1);
    for (int i = 0; i < usual->incident.n; i++)
        if (isnan(incident[i].late_s))
            others[n++] = incident[i];
        else
            for (int s = 0; s < plan->n_stations; s++)
                if (strcmp(plan->station[s].plan->name, reserve->station) != 0) {
                    others[n] = incident[i];
                    others[n++].station = plan->station[s].plan->name;
                }
    *type = *usual;
    type->incident = (struct items){n, others};
    *with = type;
    return OK;
}

static enum status study_with(struct arena *arena, const struct study *bare, const struct reserve *reserve, struct study *study)
{
    *study = *bare;
    TAKE(arena, study->kind, bare->n_kinds);
    for (int t = 0; t < bare->n_kinds; t++) {
        struct day_kind *kind = &study->kind[t];
        const struct layout *layout;
        *kind = bare->kind[t];
        const struct day_type *type = kind->plan.day_type;
        if (reserve->kind == STOCKED_BEFORE)
            TRY(type_with(arena, &bare->kind[t].plan, reserve, &type));
        TRY(layout_with(arena, &bare->kind[t].plan, reserve, &layout));
        TRY(plan_compile(kind->scenario, layout, type, arena, &kind->plan));
    }
    return OK;
}

/* --- which suit ------------------------------------------------------------------------------------------------- */

static bool any_station(const struct plan_day *plan, const struct plan_station *station)
{
    (void)plan, (void)station;
    return true;
}

/* Nothing there is poured away before a night is over. */
static bool keeps_overnight(const struct plan_day *plan, const struct plan_station *station)
{
    for (int v = station->first_vessel; v < station->first_vessel + station->n_vessels; v++)
        if (plan->vessel[v].hold_s < RESERVE_NIGHT_S)
            return false;
    return true;
}

/* Of those that suit the station where most who would have liked a drink go without; -1: none suits. */
static int worst_station(const struct plan_day *plan, const struct summary *summary, bool (*suits)(const struct plan_day *, const struct plan_station *))
{
    int wanted = kpi_find("wanted"), served = kpi_find("served"), worst = -1;
    double most = -1;

    for (int s = 0; s < plan->n_stations; s++) {
        double lost = summary_kpi(summary, 1 + s, wanted)->mean - summary_kpi(summary, 1 + s, served)->mean;
        if (lost > most && suits(plan, &plan->station[s])) {
            most = lost;
            worst = s;
        }
    }
    return worst;
}

static const char *first_carrier(const struct scenario *scenario)
{
    for (int i = 0; i < scenario->equipment.n; i++)
        if (scenario_equipment(scenario, i)->kind == INSULATED)
            return scenario_equipment(scenario, i)->name;
    return NULL;
}

/* @return how many */
static int suggest(const struct contingency *contingency, const struct plan_day *plan, const struct summary *summary, struct reserve *reserve)
{
    const char *carrier = first_carrier(plan->scenario);
    int worst = worst_station(plan, summary, any_station), keeping = worst_station(plan, summary, keeps_overnight), n = 0;

    switch (contingency->kind) {
    case VESSEL_OUT:
        reserve[n++] = (struct reserve){.kind = MORE_VESSELS, .station = contingency->station, .what = contingency->what};
        if (carrier)
            reserve[n++] = (struct reserve){.kind = CARRIERS, .station = contingency->station, .what = carrier};
        break;
    case CARRIER_OUT:
        reserve[n++] = (struct reserve){FULL_CARRIER, contingency->station, contingency->what, contingency->drink};
        break;
    case POWER_OUT:
        if (carrier)
            reserve[n++] = (struct reserve){.kind = CARRIERS, .station = contingency->station, .what = carrier};
        break;
    case STAFF_SHORT:
        reserve[n++] = (struct reserve){.kind = MORE_STAFF, .station = contingency->station};
        break;
    case LATE_DELIVERY:
        if (keeping >= 0)
            reserve[n++] = (struct reserve){.kind = STOCKED_BEFORE, .station = plan->station[keeping].plan->name};
        break;
    case COLD_SNAP:
    case BIG_CROWD:
    case KIND_OF_DAY:
    case SURGE:
        if (worst >= 0)
            reserve[n++] = (struct reserve){.kind = MORE_STAFF, .station = plan->station[worst].plan->name};
        reserve[n++] = (struct reserve){.kind = MORE_STOCK};
        break;
    case MISHAP: /* for the first of its events that something can be kept against */
        for (int i = 0; i < contingency->n_causes && n == 0; i++)
            n = suggest(&contingency->cause[i], plan, summary, reserve);
        break;
    case AS_USUAL:
    case SNOW:
    case POWER_UNUSED: break;
    }
    return n;
}

static void best_first(struct remedy *remedy)
{
    for (int i = 1; i < remedy->n; i++)
        for (int k = i; k > 0 && remedy->regained[k].mean > remedy->regained[k - 1].mean; k--) {
            struct interval regained = remedy->regained[k];
            struct reserve reserve = remedy->reserve[k];
            remedy->regained[k] = remedy->regained[k - 1];
            remedy->reserve[k] = remedy->reserve[k - 1];
            remedy->regained[k - 1] = regained;
            remedy->reserve[k - 1] = reserve;
        }
}

enum status reserves_try(struct reader *reader, const struct stress *stress, const struct comparison *comparison, int i,
                         const struct run_options *options, struct remedy *remedy)
{
    enum { MOST = 2 };
    struct arena *arena = reader_arena(reader);
    const struct study *bare = &stress->contestant[i].study;
    struct contestant contestant[1 + MOST] = {{.name = "", .study = *bare}};
    struct comparison with_each = {0};
    int goal = comparison->goal;

    *remedy = (struct remedy){.contingency = i};
    TAKE(arena, remedy->reserve, MOST);
    TAKE(arena, remedy->regained, MOST);
    remedy->n = suggest(&stress->contingency[i], study_plan(bare), &comparison->summary[i], remedy->reserve);
    if (remedy->n == 0)
        return OK;
    for (int k = 0; k < remedy->n; k++)
        TRY(study_with(arena, bare, &remedy->reserve[k], &contestant[1 + k].study));
    enum status status = compare(1 + remedy->n, contestant, goal, 0, options, &with_each);
    for (int k = 0; status == OK && k < remedy->n; k++) {
        remedy->regained[k] = with_each.against_reference[(1 + k) * n_kpis + goal];
        remedy->regained[k].mean *= kpis[goal].better;
    }
    comparison_free(&with_each);
    best_first(remedy);
    return status;
}

bool remedy_helps(const struct remedy *remedy)
{
    return remedy->n > 0 && remedy->regained[0].mean > remedy->regained[0].half_width;
}
