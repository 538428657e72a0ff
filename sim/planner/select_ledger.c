/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner/select_ledger.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int outputs_of(const struct select_ledger *ledger)
{
    return 1 + ledger->observer.requirements;
}

void select_ledger_open(struct select_ledger *ledger, struct arena *arena, const struct observer *observer,
                 const struct observation_budget *budget, int first_day, int first_stage, int block)
{
    assert(first_stage >= 1 && block >= 1 && first_day >= 0);
    *ledger = (struct select_ledger){.arena = arena,
                              .observer = *observer,
                              .budget = *budget,
                              .first_day = first_day,
                              .first_stage = first_stage,
                              .block = block};
}

enum status select_ledger_add(struct select_ledger *ledger, const int x[])
{
    if (ledger->designs == ledger->room) {
        int room = ledger->room ? 2 * ledger->room : 16;
        struct select_ledger_row *row;
        TAKE(ledger->arena, row, room);
        if (ledger->designs)
            memcpy(row, ledger->row, (size_t)ledger->designs * sizeof *row);
        ledger->row = row;
        ledger->room = room;
    }
    ledger->row[ledger->designs++] = (struct select_ledger_row){.x = x};
    return OK;
}

int select_ledger_days(const struct select_ledger *ledger, int blocks)
{
    return blocks ? ledger->first_stage + (blocks - 1) * ledger->block : 0;
}

int select_ledger_blocks(const struct select_ledger *ledger, int days)
{
    if (days <= ledger->first_stage)
        return days > 0;
    return 1 + (days - ledger->first_stage + ledger->block - 1) / ledger->block;
}

/* Room is made before anything is observed: afterwards nothing can fail halfway. */
static enum status make_room(struct select_ledger *ledger, struct select_ledger_row *row, int blocks)
{
    int outputs = outputs_of(ledger);

    if (!row->single)
        TAKE(ledger->arena, row->single, (size_t)outputs * ledger->first_stage);
    if (blocks <= row->room)
        return OK;
    int room = row->room ? row->room : 4;
    while (room < blocks)
        room *= 2;
    double *sum;
    TAKE(ledger->arena, sum, (size_t)room * outputs);
    if (row->blocks)
        memcpy(sum, row->sum, (size_t)row->blocks * outputs * sizeof *sum);
    row->sum = sum;
    row->room = room;
    return OK;
}

/* The requests of a round and the slots their results land in. */
struct round {
    int n;
    struct observation_request *request;
    double *slot;
};

static int request_missing(const struct select_ledger *ledger, int design, int blocks,
                           struct observation_request request[])
{
    const struct select_ledger_row *row = &ledger->row[design];
    int n = 0;

    for (int b = row->blocks; b < blocks; b++)
        request[n++] =
            (struct observation_request){.design = design,
                                         .x = row->x,
                                         .first = ledger->first_day + select_ledger_days(ledger, b),
                                         .n = b ? ledger->block : ledger->first_stage};
    return n;
}

static enum status round_open(struct round *round, const struct select_ledger *ledger, int n,
                              const int which[], int blocks, long requests, long days)
{
    round->request = malloc((size_t)requests * sizeof *round->request);
    round->slot = malloc((size_t)days * outputs_of(ledger) * sizeof *round->slot);
    if (!round->request || !round->slot)
        return ERR_MEMORY;
    for (int i = 0; i < n; i++)
        round->n += request_missing(ledger, which[i], blocks, round->request + round->n);
    double *slot = round->slot;
    for (int i = 0; i < round->n; i++) {
        round->request[i].out = slot;
        slot += (size_t)round->request[i].n * outputs_of(ledger);
    }
    return OK;
}

static void enter(struct select_ledger *ledger, const struct observation_request *request)
{
    struct select_ledger_row *row = &ledger->row[request->design];
    int outputs = outputs_of(ledger);
    double *sum = row->sum + row->blocks * outputs;

    for (int o = 0; o < outputs; o++) {
        double block_sum = 0;
        for (int r = 0; r < request->n; r++)
            block_sum += request->out[r * outputs + o];
        sum[o] = row->blocks ? sum[o - outputs] + block_sum : block_sum;
        for (int r = 0; r < request->n && row->blocks == 0; r++)
            row->single[o * ledger->first_stage + r] = request->out[r * outputs + o];
    }
    row->blocks++;
    ledger->days += request->n;
}

static enum status observe_round(struct select_ledger *ledger, int n, const int which[], int blocks,
                                 long requests, long days)
{
    struct round round = {0};
    enum status status = round_open(&round, ledger, n, which, blocks, requests, days);

    if (status == OK)
        status = ledger->observer.observe(ledger->observer.context, round.n, round.request);
    for (int i = 0; i < round.n && status == OK; i++)
        enter(ledger, &round.request[i]);
    free(round.request);
    free(round.slot);
    return status;
}

static bool affordable(const struct select_ledger *ledger, int blocks, long days)
{
    const struct observation_budget *budget = &ledger->budget;
    long last = ledger->first_day + ledger->first_stage + (long)blocks * ledger->block;

    if (last > INT_MAX || (budget->stop && *budget->stop))
        return false;
    return !budget->days || ledger->days + days <= budget->days;
}

enum status select_ledger_extend(struct select_ledger *ledger, int n, const int which[], int blocks)
{
    long requests = 0, days = 0;

    for (int i = 0; i < n; i++) {
        int have = ledger->row[which[i]].blocks;
        if (have >= blocks)
            continue;
        requests += blocks - have;
        days += select_ledger_days(ledger, blocks) - select_ledger_days(ledger, have);
    }
    if (!requests)
        return OK;
    if (!affordable(ledger, blocks, days))
        return ERR_PRECISION;
    assert(requests <= INT_MAX);
    for (int i = 0; i < n; i++)
        TRY(make_room(ledger, &ledger->row[which[i]], blocks));
    return observe_round(ledger, n, which, blocks, requests, days);
}

double select_ledger_variance(const struct select_ledger *ledger, int design, int output)
{
    const double *x = select_ledger_single(ledger, design, output);
    int n = ledger->first_stage;
    double mean = select_ledger_sum(ledger, design, 1, output) / n, squares = 0;

    for (int r = 0; r < n; r++)
        squares += (x[r] - mean) * (x[r] - mean);
    return squares / (n - 1);
}

double select_ledger_variance_between(const struct select_ledger *ledger, int i, int l)
{
    const double *x = select_ledger_single(ledger, i, 0), *y = select_ledger_single(ledger, l, 0);
    int n = ledger->first_stage;
    double mean = (select_ledger_sum(ledger, i, 1, 0) - select_ledger_sum(ledger, l, 1, 0)) / n, squares = 0;

    for (int r = 0; r < n; r++) {
        double off = x[r] - y[r] - mean;
        squares += off * off;
    }
    return squares / (n - 1);
}
