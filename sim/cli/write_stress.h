/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_WRITE_STRESS_H
#define CLI_WRITE_STRESS_H

#include "core/text.h"
#include "experiment/reserve.h"
#include "plots/choice_chart.h"

/* What could go wrong, in words and numbers. */
struct written_stress {
    const struct stress *stress;
    const struct comparison *comparison; /* of its contestants; the reference is number 0, as usual */
    const struct scenario *scenario;
    int goal;           /* KPI */
    const int *order;   /* [written_contingencies] the worst by the goal first */
    int n_remedies;
    const struct remedy *remedy; /* [n_remedies] for the first so many in that order */
    uint64_t seed, hash;
};

/** How many there are besides as usual. */
static inline int written_contingencies(const struct stress *stress)
{
    return stress->n - 1 + stress->n_unchanged;
}

/** A reserve in a few words: "one more of the staff at south-gate". */
void write_reserve(const struct reserve *reserve, struct text *out);

/** A contingency in a few words: "south-gate without urn-20". */
void write_contingency(const struct contingency *contingency, struct text *out);

/** A kind by its key in stress.json ("vessel-out"). @return -1 if there's none. */
int contingency_kind(const char *key);

/** The same of a reserve ("more-staff"). @return -1 if there's none. */
int reserve_kind(const char *key);

/** The list for people, worst first. */
void write_stress_words(const struct written_stress *written, struct text *out);

/** stress.csv: place,contingency,station,figure,mean,difference,half_width,reserve,regained,regained_half_width; as usual has place 0.
 * The last three are of the reserve that wins back most, empty where none was tried. */
void write_stress_csv(const struct written_stress *written, struct text *out);

/**
 * stress.json, format 1: {"samovar", "format", "scenario": {"name", "hash"}, "language", "layout", "seed", "days", "confidence",
 * "goal": KEY, "as_usual": ONE, "contingencies": [ONE, ...]}, worst first, and
 *
 *     ONE: {"kind", "contingency", "station", "what", "drink", "causes", "mean", "difference", "half_width": of the goal,
 *           "kpi": {KEY: {"mean", "half_width"}}, "against_usual": {KEY: {"mean", "half_width"}},
 *           "reserves": [{"kind", "station", "what", "reserve", "regained", "half_width", "helps"}, ...]}, the best first; none where none was tried.
 *           station, what and drink are there where they say something; of a kind that changes nothing (power-unused) the
 *           figures are those of a usual day, which weren't simulated again.
 *           A "mishap" is held against the same kind of day without its events, here "against_usual" as well; "causes" are
 *           these events, each {"kind", "station", "what", "drink"}, none where nothing of the layout is there; and
 *           "without_events" {"kpi", "against_usual"} tells of that kind of day
 *
 * @return OK; ERR_MEMORY.
 */
enum status write_stress_json(const struct written_stress *written, struct text *out);

/** What the chart of it shows. Memory in the arena. @return OK; ERR_MEMORY. */
enum status choice_picture_of_stress(const struct written_stress *written, struct arena *arena, struct choice_picture *picture);

#endif
