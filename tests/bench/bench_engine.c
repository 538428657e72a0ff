/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pending events by the hold model (take the earliest, put it off by an exponential time), and M/M/1 as a
 * recursion and through the event list. */
#include "tests/bench/bench.h"

#include "engine/event_list.h"
#include "random/draw.h"
#include "random/quantile.h"
#include "tests/bench/heap.h"

#include <math.h>

enum { STEPS = 200000, CUSTOMERS = 200000, CHUNK = 256, MOST = 8192 };

static const struct draw_key KEY = {7, 1, 1};

static const double *exponentials(void)
{
    static double even[MOST], odd[MOST];
    static int ready;
    if (!ready) {
        draw_range(KEY, 0, 0, MOST, even, odd);
        for (int i = 0; i < MOST; i++)
            even[i] = -log(even[i]);
        ready = 1;
    }
    return even;
}

static double hold_tree(int pending)
{
    const double *wait = exponentials();
    struct arena arena = {0};
    struct event_list list;

    if (event_list_init(&list, &arena, pending) != OK)
        return NAN;
    for (int i = 0; i < pending; i++)
        event_list_set(&list, i, wait[i]);
    double start = bench_now_ns();
    for (int i = 0; i < STEPS; i++)
        event_list_set(&list, event_list_first(&list), event_list_time(&list) + wait[i & (MOST - 1)]);
    double took = bench_now_ns() - start;
    bench_kept = event_list_time(&list);
    arena_free(&arena);
    return took / STEPS;
}

static double hold_heap(int pending)
{
    static struct heap_event room[MOST];
    const double *wait = exponentials();
    struct heap heap = {0, room};

    for (int i = 0; i < pending; i++)
        heap_push(&heap, wait[i], i);
    double start = bench_now_ns();
    for (int i = 0; i < STEPS; i++) {
        struct heap_event top = heap_pop(&heap);
        heap_push(&heap, top.time + wait[i & (MOST - 1)], top.slot);
    }
    double took = bench_now_ns() - start;
    bench_kept = heap.event[0].time;
    return took / STEPS;
}

static double tree_60(void)
{
    return hold_tree(60);
}

static double tree_600(void)
{
    return hold_tree(600);
}

static double tree_6000(void)
{
    return hold_tree(6000);
}

static double heap_60(void)
{
    return hold_heap(60);
}

static double heap_600(void)
{
    return hold_heap(600);
}

static double heap_6000(void)
{
    return hold_heap(6000);
}


/* The same customers for both: interarrival times of mean 1, services of mean .8. */
struct customers {
    struct quantile gap, service;
    struct arena arena;
    double gaps[CHUNK], services[CHUNK];
};

static void more_customers(struct customers *c, uint32_t first)
{
    draw_range(KEY, 1, first, CHUNK, c->gaps, c->services);
    quantile_fill(&c->gap, CHUNK, c->gaps, c->gaps);
    quantile_fill(&c->service, CHUNK, c->services, c->services);
}

static struct customers *customers(void)
{
    static struct customers c;
    static int ready;
    struct distribution gap = distribution_of(DIST_EXPONENTIAL, 1, 0, 0), service = distribution_of(DIST_EXPONENTIAL, 0.8, 0, 0);
    if (!ready && quantile_compile(&c.arena, &gap, &c.gap) == OK && quantile_compile(&c.arena, &service, &c.service) == OK)
        ready = 1;
    return &c;
}

static double lindley(void)
{
    struct customers *c = customers();
    double wait = 0, sum = 0, start = bench_now_ns();

    for (uint32_t done = 0; done < CUSTOMERS; done += CHUNK) {
        more_customers(c, done);
        for (int i = 0; i < CHUNK; i++) {
            sum += wait;
            wait += c->services[i] - c->gaps[i];
            wait = wait > 0 ? wait : 0;
        }
    }
    bench_kept = sum;
    return (bench_now_ns() - start) / CUSTOMERS;
}

/* An arrival and a departure slot; a ring of arrival times as the line. */
static double mm1_engine(void)
{
    enum { ARRIVAL, DEPARTURE, RING = 4096 };
    static double arrived[RING], service[RING];
    struct customers *c = customers();
    struct arena arena = {0};
    struct event_list list;
    double sum = 0;
    unsigned come = 0, gone = 0;

    if (event_list_init(&list, &arena, 2) != OK)
        return NAN;
    double start = bench_now_ns();
    event_list_set(&list, ARRIVAL, 0);
    while (gone < CUSTOMERS) {
        double now = event_list_time(&list);
        if (event_list_first(&list) == ARRIVAL) {
            if (come % CHUNK == 0)
                more_customers(c, come);
            arrived[come % RING] = now;
            service[come % RING] = c->services[come % CHUNK];
            if (come == gone)
                event_list_set(&list, DEPARTURE, now + service[come % RING]);
            event_list_set(&list, ARRIVAL, now + c->gaps[come % CHUNK]);
            come++;
        } else {
            gone++;
            if (come > gone) {
                sum += now - arrived[gone % RING];
                event_list_set(&list, DEPARTURE, now + service[gone % RING]);
            } else {
                event_list_clear(&list, DEPARTURE);
            }
        }
    }
    double took = bench_now_ns() - start;
    bench_kept = sum;
    arena_free(&arena);
    return took / CUSTOMERS;
}

const struct bench engine_benches[] = {
    {"tree-60", "ns an event", tree_60},
    {"heap-60", "ns an event", heap_60},
    {"tree-600", "ns an event", tree_600},
    {"heap-600", "ns an event", heap_600},
    {"tree-6000", "ns an event", tree_6000},
    {"heap-6000", "ns an event", heap_6000},
    {"lindley", "ns a customer", lindley},
    {"mm1-engine", "ns a customer", mm1_engine},
};
const int n_engine_benches = sizeof engine_benches / sizeof *engine_benches;
