/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_HEAP_H
#define TESTS_BENCH_HEAP_H

/* The usual structure for pending events, to measure the winner tree against: a binary heap of (time, slot),
 * smallest on top. */
struct heap {
    int n;
    struct heap_event {
        double time;
        int slot;
    } *event; /* [room], from 0 */
};

static inline void heap_sift_down(struct heap *heap, int at, struct heap_event sinking)
{
    for (;;) {
        int child = 2 * at + 1;
        if (child >= heap->n)
            break;
        if (child + 1 < heap->n && heap->event[child + 1].time < heap->event[child].time)
            child++;
        if (heap->event[child].time >= sinking.time)
            break;
        heap->event[at] = heap->event[child];
        at = child;
    }
    heap->event[at] = sinking;
}

static inline void heap_push(struct heap *heap, double time, int slot)
{
    int at = heap->n++;
    while (at > 0 && heap->event[(at - 1) / 2].time > time) {
        heap->event[at] = heap->event[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap->event[at] = (struct heap_event){time, slot};
}

static inline struct heap_event heap_pop(struct heap *heap)
{
    struct heap_event top = heap->event[0], last = heap->event[--heap->n];
    heap_sift_down(heap, 0, last);
    return top;
}

#endif
