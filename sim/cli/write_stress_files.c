/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table and the JSON of samovar stress, for programs. */
#include "cli/write_inside.h"
#include "cli/write_stress_inside.h"
#include "core/say.h"

#include <math.h>
#include <string.h>

static const char *const kinds[] = {
    [AS_USUAL] = "as-usual", [VESSEL_OUT] = "vessel-out", [STAFF_SHORT] = "staff-short", [COLD_SNAP] = "cold-snap",
    [BIG_CROWD] = "big-crowd", [KIND_OF_DAY] = "kind-of-day",
    [POWER_OUT] = "power-out", [LATE_DELIVERY] = "late-delivery",
    [CARRIER_OUT] = "carrier-missing", [POWER_UNUSED] = "power-unused", [MISHAP] = "mishap", [SURGE] = "surge", [SNOW] = "snow",
};

static const char *const reserve_kinds[] = {
    [MORE_STAFF] = "more-staff", [MORE_VESSELS] = "more-vessels", [CARRIERS] = "carriers", [MORE_STOCK] = "more-stock", [STOCKED_BEFORE] = "stocked-before", [FULL_CARRIER] = "full-carrier",
};

static int place_of(const char *key, size_t n, const char *const keys[])
{
    for (size_t i = 0; i < n; i++)
        if (keys[i] && strcmp(keys[i], key) == 0)
            return (int)i;
    return -1;
}

int contingency_kind(const char *key)
{
    return place_of(key, sizeof kinds / sizeof *kinds, kinds);
}

int reserve_kind(const char *key)
{
    return place_of(key, sizeof reserve_kinds / sizeof *reserve_kinds, reserve_kinds);
}

void write_stress_csv(const struct written_stress *w, struct text *out)
{
    text_add(out, "place,contingency,station,figure,mean,difference,half_width,reserve,regained,regained_half_width\n");
    for (int k = -1; k < written_contingencies(w->stress); k++) {
        int i = k < 0 ? 0 : w->order[k];
        const double cells[] = {own(w, i, w->goal)->mean, change(w, i, w->goal)->mean, change(w, i, w->goal)->half_width};
        struct text what = {0};
        write_contingency(&w->stress->contingency[i], &what);
        text_print(out, "%d,", k + 1);
        text_add_csv(out, text_c(&what));
        text_add(out, ",");
        text_add_csv(out, w->stress->contingency[i].station ? w->stress->contingency[i].station : "");
        text_print(out, ",%s", kpis[w->goal].key);
        for (int c = 0; c < 3; c++) {
            text_add(out, ",");
            write_number(out, cells[c]);
        }
        text_clear(&what);
        const struct remedy *remedy = remedy_at(w, k);
        if (remedy)
            write_reserve(&remedy->reserve[0], &what);
        text_add(out, ",");
        text_add_csv(out, text_c(&what));
        text_add(out, ",");
        write_number(out, remedy ? remedy->regained[0].mean : NAN);
        text_add(out, ",");
        write_number(out, remedy ? remedy->regained[0].half_width : NAN);
        text_add(out, "\n");
        text_free(&what);
    }
}

static json_t *json_interval(const struct interval *interval)
{
    return json_pack("{s:o, s:o}", "mean", json_number(interval->mean), "half_width", json_number(interval->half_width));
}

static json_t *json_figures(const struct written_stress *w, int i, const struct interval *(*of)(const struct written_stress *, int, int))
{
    json_t *object = json_object();
    int failed = 0;

    for (int k = 0; k < n_kpis; k++)
        if (!kpis[k].quantile)
            failed |= json_object_set_new(object, kpis[k].key, json_interval(of(w, i, k)));
    return json_checked(object, failed);
}

static json_t *json_reserves(const struct remedy *remedy)
{
    json_t *list = json_array();
    int failed = 0;

    for (int k = 0; k < remedy->n; k++) {
        struct text words = {0};
        const struct reserve *reserve = &remedy->reserve[k];
        const struct interval *regained = &remedy->regained[k];
        write_reserve(reserve, &words);
        json_t *one = json_pack("{s:s, s:o, s:o, s:o, s:b}", "kind", reserve_kinds[reserve->kind], "reserve", json_text(text_c(&words)), "regained",
                                json_number(regained->mean), "half_width", json_number(regained->half_width), "helps", regained->mean > regained->half_width);
        if (reserve->station)
            failed |= json_object_set_new(one, "station", json_text(reserve->station));
        if (reserve->what)
            failed |= json_object_set_new(one, "what", json_text(reserve->what));
        failed |= json_array_append_new(list, one) | words.failed;
        text_free(&words);
    }
    return json_checked(list, failed);
}

/* What tells of which vessel, station or kind of day. */
static int tell_where(json_t *one, const struct contingency *contingency)
{
    const char *const names[][2] = {{"station", contingency->station}, {"what", contingency->what}, {"drink", contingency->drink}};
    int failed = json_object_set_new(one, "kind", json_text(kinds[contingency->kind]));

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i][1])
            failed |= json_object_set_new(one, names[i][0], json_text(names[i][1]));
    return failed;
}

static int tell_mishap(json_t *one, const struct written_stress *w, int i)
{
    const struct contingency *contingency = &w->stress->contingency[i];
    json_t *causes = json_array();
    int failed = 0;

    for (int c = 0; c < contingency->n_causes; c++) {
        json_t *cause = json_object();
        failed |= tell_where(cause, &contingency->cause[c]);
        failed |= json_array_append_new(causes, cause);
    }
    failed |= json_object_set_new(one, "causes", causes);
    return failed | json_object_set_new(one, "without_events", json_pack("{s:o, s:o}", "kpi", json_figures(w, i, own_without), "against_usual", json_figures(w, i, change_without)));
}

static json_t *json_one(const struct written_stress *w, int place)
{
    int i = place < 0 ? 0 : w->order[place];
    const struct contingency *contingency = &w->stress->contingency[i];
    struct text words = {0};
    json_t *one = json_object();

    write_contingency(contingency, &words);
    int failed = tell_where(one, contingency);
    failed |= json_object_set_new(one, "contingency", json_text(text_c(&words)));
    if (contingency->kind == MISHAP)
        failed |= tell_mishap(one, w, i);
    failed |= json_object_set_new(one, "mean", json_number(own(w, i, w->goal)->mean));
    failed |= json_object_set_new(one, "difference", json_number(change(w, i, w->goal)->mean));
    failed |= json_object_set_new(one, "half_width", json_number(change(w, i, w->goal)->half_width));
    failed |= json_object_set_new(one, "kpi", json_figures(w, i, own));
    if (i)
        failed |= json_object_set_new(one, "against_usual", json_figures(w, i, change));
    if (remedy_at(w, place))
        failed |= json_object_set_new(one, "reserves", json_reserves(remedy_at(w, place)));
    failed |= words.failed;
    text_free(&words);
    return json_checked(one, failed);
}

enum status write_stress_json(const struct written_stress *w, struct text *out)
{
    const char *layout = study_plan(&w->stress->contestant[0].study)->layout->name;
    struct written_run usual = {&w->comparison->summary[0], layout, w->seed, w->hash};
    json_t *all = json_object(), *list = json_array();
    int failed = 0;

    for (int k = 0; k < written_contingencies(w->stress); k++)
        failed |= json_array_append_new(list, json_one(w, k));
    failed |= json_object_set_new(all, "samovar", json_text(SAMOVAR_VERSION));
    failed |= json_object_set_new(all, "format", json_integer(1));
    failed |= json_object_set_new(all, "scenario", json_scenario(&usual));
    failed |= json_object_set_new(all, "language", json_text(say_language()));
    failed |= json_object_set_new(all, "layout", json_text(layout));
    failed |= json_object_set_new(all, "seed", json_seed(w->seed));
    failed |= json_object_set_new(all, "days", json_integer(w->comparison->days));
    failed |= json_object_set_new(all, "confidence", json_number(w->comparison->confidence));
    failed |= json_object_set_new(all, "goal", json_text(kpis[w->goal].key));
    failed |= json_object_set_new(all, "as_usual", json_one(w, -1));
    failed |= json_object_set_new(all, "contingencies", list);
    return json_print(json_checked(all, failed), out);
}
