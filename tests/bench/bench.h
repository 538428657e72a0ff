/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_H
#define TESTS_BENCH_H

/* One thing that is timed. Repeats of all take turns, so that a busy machine slows all alike. */
struct bench {
    const char *name, *unit;
    double (*measure)(void);
};

extern const struct bench random_benches[], engine_benches[], day_benches[], planner_benches[];
extern const int n_random_benches, n_engine_benches, n_day_benches, n_planner_benches;

/* Wall time, ns. */
double bench_now_ns(void);

/* What is computed must be wanted. */
extern volatile double bench_kept;

#endif
