/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/theory/transient.h"

#include "models/theory/erlang.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define NEGLIGIBLE 1e-20
#define MOST_MOVES 1e7

/* The chain under way: chance[n] of n present, 0 from n = top on; all arrays have room for
 * `states`, none was ever written from `highest` on. */
struct chain {
    const struct transient_queue *queue;
    int states, top, highest;
    double *chance, *next, *later, *spent_s;
    double *memory;
};

static bool is_fine(const struct transient_queue *queue)
{
    if (queue->steps < 1 || queue->step[0].from_s != 0 || queue->servers < 1)
        return false;
    for (int i = 0; i < queue->steps; i++) {
        if (!(queue->step[i].lambda_per_s >= 0) || isinf(queue->step[i].lambda_per_s))
            return false;
        if (i > 0 && !(queue->step[i].from_s > queue->step[i - 1].from_s))
            return false;
    }
    return queue->mu_per_s > 0 && isfinite(queue->mu_per_s) && queue->theta_per_s >= 0
           && isfinite(queue->theta_per_s);
}

static double step_end_s(const struct transient_queue *queue, int i, double to_s)
{
    return i + 1 < queue->steps ? fmin(queue->step[i + 1].from_s, to_s) : to_s;
}

static double leaves_per_s(const struct transient_queue *queue, int present)
{
    double waiting = present > queue->servers ? present - queue->servers : 0;
    return fmin(present, queue->servers) * queue->mu_per_s + waiting * queue->theta_per_s;
}

/* Practically never more are present: than have come, nor, with patience, than would be in a
 * station where everyone leaves by himself at the lesser of both rates. Ten deviations each. */
static double most_present(const struct transient_queue *queue, double to_s)
{
    double come = 0, fastest = 0;
    for (int i = 0; i < queue->steps && queue->step[i].from_s < to_s; i++) {
        double lambda = queue->step[i].lambda_per_s;
        come += lambda * (step_end_s(queue, i, to_s) - queue->step[i].from_s);
        fastest = fmax(fastest, lambda);
    }
    if (queue->theta_per_s > 0)
        come = fmin(come, fastest / fmin(queue->theta_per_s, queue->mu_per_s));
    return come + 10 * sqrt(come) + 50;
}

static enum status chain_start(struct chain *chain, const struct transient_queue *queue,
                               double to_s)
{
    double most = most_present(queue, to_s);
    if (!(most < MOST_MOVES))
        return ERR_DOMAIN;
    size_t states = (size_t)most + (size_t)queue->servers + 2;
    double *memory = calloc(4 * states, sizeof *memory);
    if (!memory)
        return ERR_MEMORY;
    *chain = (struct chain){
        .queue = queue, .states = (int)states, .top = 1, .highest = 1, .memory = memory};
    chain->chance = memory;
    chain->next = memory + states;
    chain->later = memory + 2 * states;
    chain->spent_s = memory + 3 * states;
    chain->chance[0] = 1;
    return OK;
}

/* One move of the uniformised chain. */
static void move(struct chain *chain, double lambda_per_s, double moves_per_s)
{
    const struct transient_queue *queue = chain->queue;
    double up = lambda_per_s / moves_per_s, *chance = chain->chance, *next = chain->next;
    int top = chain->top < chain->states - 1 ? chain->top + 1 : chain->top;

    for (int n = 0; n < top; n++) {
        double down = leaves_per_s(queue, n) / moves_per_s;
        double down_above = leaves_per_s(queue, n + 1) / moves_per_s;
        next[n] = chance[n] * (1 - up - down) + chance[n + 1] * down_above;
        next[n] += n > 0 ? chance[n - 1] * up : 0;
    }
    chain->highest = top > chain->highest ? top : chain->highest;
    while (top > 1 && next[top - 1] < NEGLIGIBLE)
        top--;
    for (int n = top; n < chain->highest; n++)
        next[n] = 0;
    chain->top = top;
    chain->chance = next;
    chain->next = chance;
}

static void add(double to[], const double from[], int n, double times)
{
    for (int i = 0; i < n; i++)
        to[i] += times * from[i];
}

/* A stretch of one rate, at most some hundred moves long so that e^-moves doesn't vanish. */
static void follow_piece(struct chain *chain, double lambda_per_s, double moves_per_s,
                         double lasts_s)
{
    double moves = moves_per_s * lasts_s, exactly = exp(-moves), more = 1 - exactly;
    int top = 1;

    memset(chain->later, 0, (size_t)chain->states * sizeof *chain->later);
    for (int k = 0;; k++) {
        add(chain->later, chain->chance, chain->top, exactly);
        add(chain->spent_s, chain->chance, chain->top, more / moves_per_s);
        top = chain->top > top ? chain->top : top;
        if (k > moves && exactly < 1e-18)
            break;
        move(chain, lambda_per_s, moves_per_s);
        exactly *= moves / (k + 1);
        more = fmax(more - exactly, 0);
    }
    memset(chain->chance, 0, (size_t)chain->states * sizeof *chain->chance);
    memset(chain->next, 0, (size_t)chain->states * sizeof *chain->next);
    memcpy(chain->chance, chain->later, (size_t)top * sizeof *chain->chance);
    chain->top = top;
}

static enum status follow(struct chain *chain, double lambda_per_s, double lasts_s)
{
    double moves_per_s = lambda_per_s + leaves_per_s(chain->queue, chain->states);
    double moves = moves_per_s * lasts_s;
    if (!(moves <= MOST_MOVES))
        return ERR_DOMAIN;
    int pieces = 1 + (int)(moves / 400);
    memset(chain->spent_s, 0, (size_t)chain->states * sizeof *chain->spent_s);
    for (int i = 0; i < pieces; i++)
        follow_piece(chain, lambda_per_s, moves_per_s, lasts_s / pieces);
    return OK;
}

/* What the time spent in each state means to the line and to those who come meanwhile. */
static void count(const struct chain *chain, double lambda_per_s, struct transient_sums *sums)
{
    const struct transient_queue *queue = chain->queue;
    double busy_per_s = queue->servers * queue->mu_per_s, ahead_s = 0, served, wait_s;

    for (int n = 0; n < chain->states; n++) {
        double come = lambda_per_s * chain->spent_s[n];
        sums->arrivals += come;
        if (n < queue->servers) {
            sums->served += come;
            continue;
        }
        sums->line_s += (n - queue->servers) * chain->spent_s[n];
        erlang_a_ahead(busy_per_s, queue->theta_per_s, n - queue->servers, &ahead_s, &served,
                       &wait_s);
        sums->served += come * served;
        sums->reneged += come * (1 - served);
        sums->wait_s += come * wait_s;
    }
}

/* From from_s to to_s, both anywhere in the steps. */
static enum status follow_steps(struct chain *chain, double from_s, double to_s,
                                struct transient_sums *sums)
{
    const struct transient_queue *queue = chain->queue;
    for (int i = 0; i < queue->steps; i++) {
        double start_s = fmax(queue->step[i].from_s, from_s);
        double lasts_s = step_end_s(queue, i, to_s) - start_s;
        if (!(lasts_s > 0))
            continue;
        TRY(follow(chain, queue->step[i].lambda_per_s, lasts_s));
        count(chain, queue->step[i].lambda_per_s, sums);
    }
    return OK;
}

enum status transient_line(const struct transient_queue *queue, double at_s, double *line)
{
    struct chain chain;
    struct transient_sums unused = {0};
    if (!is_fine(queue) || !(at_s >= 0) || isinf(at_s))
        return ERR_DOMAIN;
    TRY(chain_start(&chain, queue, at_s));
    enum status status = follow_steps(&chain, 0, at_s, &unused);
    if (status == OK) {
        *line = 0;
        for (int n = queue->servers; n < chain.states; n++)
            *line += (n - queue->servers) * chain.chance[n];
    }
    free(chain.memory);
    return status;
}

enum status transient_sums(const struct transient_queue *queue, double from_s, double to_s,
                           struct transient_sums *sums)
{
    struct chain chain;
    struct transient_sums before = {0}, during = {0};
    if (!is_fine(queue) || !(from_s >= 0 && to_s >= from_s) || isinf(to_s))
        return ERR_DOMAIN;
    TRY(chain_start(&chain, queue, to_s));
    enum status status = follow_steps(&chain, 0, from_s, &before);
    if (status == OK)
        status = follow_steps(&chain, from_s, to_s, &during);
    if (status == OK)
        *sums = during;
    free(chain.memory);
    return status;
}

enum status transient_unlimited(const struct transient_queue *queue, double at_s, double *present)
{
    double now = 0;
    if (!is_fine(queue) || !(at_s >= 0) || isinf(at_s))
        return ERR_DOMAIN;
    for (int i = 0; i < queue->steps && queue->step[i].from_s < at_s; i++) {
        double lasts_s = step_end_s(queue, i, at_s) - queue->step[i].from_s;
        double settled = queue->step[i].lambda_per_s / queue->mu_per_s;
        now += (now - settled) * expm1(-queue->mu_per_s * lasts_s);
    }
    *present = now;
    return OK;
}

enum status transient_unlimited_wave(double base_per_s, double swing_per_s, double omega_per_s,
                                     double mu_per_s, double at_s, double *present)
{
    if (!(base_per_s >= fabs(swing_per_s)) || !(mu_per_s > 0) || !(omega_per_s >= 0))
        return ERR_DOMAIN;
    if (isinf(base_per_s) || isinf(mu_per_s) || isinf(omega_per_s) || !isfinite(at_s))
        return ERR_DOMAIN;
    double angle = omega_per_s * at_s;
    double size = swing_per_s / (mu_per_s * mu_per_s + omega_per_s * omega_per_s);
    *present = base_per_s / mu_per_s + size * (mu_per_s * sin(angle) - omega_per_s * cos(angle));
    return OK;
}
