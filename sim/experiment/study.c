/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "experiment/study.h"

#include <math.h>

/* The kind's overrides go into the tree, which is bound again: they pass every check of the original. */
enum status study_bind_kind(struct reader *reader, const struct day_type *type, const struct scenario **bound)
{
    struct scenario *scenario;

    TAKE(reader_arena(reader), scenario, 1);
    *bound = scenario;
    reader_save(reader);
    for (int i = 0; i < type->n_overrides; i++)
        TRY(reader_override(reader, type->override[i].path, type->override[i].value, type->override[i].mark));
    TRY(scenario_bind(reader, scenario));
    return reader_restore(reader);
}

static enum status kind_open(struct reader *reader, const struct scenario *scenario, int layout, int t, struct day_kind *kind)
{
    static const struct distribution no_air = {.family = DIST_NONE};
    const struct day_type *type = scenario->day_type.n ? scenario_day_type(scenario, t) : NULL;

    kind->name = type ? type->name : "";
    kind->share = type ? type->share : 1;
    kind->scenario = scenario;
    if (type && type->n_overrides)
        TRY(study_bind_kind(reader, type, &kind->scenario));
    if (reader_faults(reader))
        return OK;
    return plan_compile(kind->scenario, scenario_layout(kind->scenario, layout), type ? &type->air_c : &no_air,
                        reader_arena(reader), &kind->plan);
}

enum status study_open(struct reader *reader, const struct scenario *scenario, int layout, struct study *study)
{
    double sum = 0;

    *study = (struct study){.scenario = scenario, .layout = layout, .n_kinds = scenario->day_type.n ? scenario->day_type.n : 1};
    TAKE(reader_arena(reader), study->kind, study->n_kinds);
    TAKE(reader_arena(reader), study->upto, study->n_kinds);
    for (int t = 0; t < study->n_kinds; t++) {
        TRY(kind_open(reader, scenario, layout, t, &study->kind[t]));
        study->upto[t] = sum += study->kind[t].share;
    }
    return OK;
}

int study_kind_of_day(const struct study *study, int r)
{
    if (study->n_kinds == 1)
        return 0;
    double whole, place = modf((r + 0.5) * 0.61803398874989484820, &whole) * study->upto[study->n_kinds - 1];
    for (int t = 0; t < study->n_kinds; t++)
        if (place < study->upto[t] && study->kind[t].share > 0)
            return t;
    return 0;
}
