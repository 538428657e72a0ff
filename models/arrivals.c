/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wants a drink today, when, and what each is like. Attributes are drawn by key in batches; only what
 * the scenario gives is drawn. */
#include "models/day.h"

#include <math.h>
#include <string.h>

#include "core/forbid.h"

/* So many at a time that a batch's visits stay in the first-level cache. */
enum { CHUNK = 128 };

/* Takers of one group, of one or several streams, on their way to become visits. */
struct batch {
    const struct plan_group *group;
    int n;
    uint32_t who[2 * CHUNK], key[2 * CHUNK]; /* resident and stream, as draws name them */
    int16_t stream[2 * CHUNK];
    double sets_out_s[2 * CHUNK];
    double even[2 * CHUNK], odd[2 * CHUNK];
    double take_share;          /* below it the draw of uptake makes a taker; from there on points did */
    struct visit blank;         /* what all of the group begin with */
};

static struct batch batch_of(const struct plan_group *group, double take_share)
{
    return (struct batch){.group = group, .take_share = take_share,
                          .blank = {.station = -1, .slot = -1, .booking = -1, .outcome = OUT_PENDING, .priority = group->group->priority,
                                    .car = group->group->mode == CAR, .balks_at = HUGE_VAL, .patience_s = HUGE_VAL, .speed_m_per_s = 1,
                                    .tolerance_m = HUGE_VAL, .cups = 1}};
}

static enum status room_for(struct day *day, int more)
{
    if (day->n_visits + more <= day->room_visits)
        return OK;
    int room = 2 * (day->n_visits + more);
    struct visit *grown = arena_take_raw(day->arena, (size_t)room, sizeof *grown);
    if (!grown)
        return ERR_MEMORY;
    if (day->n_visits)
        memcpy(grown, day->visit, (size_t)day->n_visits * sizeof *grown);
    day->visit = grown;
    day->room_visits = room;
    return OK;
}

/* Both draws of a pair, turned into quantities; a quantity not given leaves its draw as it is. */
static void draw_two(const struct day *day, struct batch *batch, enum purpose even, const struct plan_quantity *first,
                     const struct plan_quantity *second)
{
    draw_gather(day->key, even / 2, batch->n, batch->who, batch->key, batch->even, batch->odd);
    if (first && first->given)
        quantile_fill(&first->quantile, batch->n, batch->even, batch->even);
    if (second && second->given)
        quantile_fill(&second->quantile, batch->n, batch->odd, batch->odd);
}

static uint8_t choose_drink(const double *upto, double u)
{
    uint8_t drink = 0;
    while (u >= upto[drink] && upto[drink] < 1)
        drink++;
    return drink;
}

static void give_walk(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct plan_group *group = batch->group;

    if (group->group->at.name)
        return;
    draw_two(day, batch, DRAW_DETOUR, &group->detour_m, &group->speed_m_per_s);
    for (int i = 0; i < batch->n; i++) {
        visit[i].tolerance_m = group->detour_m.given ? batch->even[i] : HUGE_VAL;
        visit[i].speed_m_per_s = group->speed_m_per_s.given ? batch->odd[i] : 1;
    }
}

static void give_wish(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct plan_group *group = batch->group;

    if (day->plan->n_drinks == 1 && !group->may_substitute)
        return;
    draw_two(day, batch, DRAW_DRINK, NULL, NULL);
    for (int i = 0; i < batch->n; i++) {
        visit[i].drink = visit[i].first_drink = choose_drink(group->drink_upto, batch->even[i]);
        visit[i].substitutes = batch->odd[i] < group->group->substitute;
        visit[i].substitute_u = visit[i].substitutes ? (float)(batch->odd[i] / group->group->substitute) : 0;
    }
}

static void give_patience(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct plan_group *group = batch->group;

    if (!group->balk.given && !group->patience_s.given)
        return;
    draw_two(day, batch, DRAW_BALK, &group->balk, &group->patience_s);
    for (int i = 0; i < batch->n; i++) {
        visit[i].balks_at = group->balk.given ? batch->even[i] : HUGE_VAL;
        visit[i].patience_s = group->patience_s.given ? batch->odd[i] : HUGE_VAL;
    }
}

static void give_service(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct plan_day *plan = day->plan;
    const struct plan_quantity *hand_over_s = &batch->group->hand_over_s;

    if (!plan->greet_s.given && !hand_over_s->given)
        return;
    draw_two(day, batch, DRAW_GREET, &plan->greet_s, hand_over_s);
    for (int i = 0; i < batch->n; i++) {
        visit[i].greet_s = plan->greet_s.given ? batch->even[i] : 0;
        visit[i].hand_over_s = hand_over_s->given ? batch->odd[i] : 0;
    }
}

static void give_habits(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct plan_group *group = batch->group;
    bool asks[2 * CHUNK];

    if (!group->may_bring_cup && !group->may_consult)
        return;
    draw_two(day, batch, DRAW_OWN_CUP, NULL, NULL);
    for (int i = 0; i < batch->n; i++) {
        visit[i].own_cup = batch->even[i] < group->group->own_cup;
        asks[i] = group->may_consult && batch->odd[i] < group->group->consult;
    }
    if (!group->may_consult)
        return;
    for (int i = 0; i < batch->n; i++)
        visit[i].asks = asks[i];
    if (day->plan->desks)
        return; /* where it's asked is known only there */
    draw_two(day, batch, DRAW_CONSULT_TIME, &day->plan->consult_s, NULL);
    for (int i = 0; i < batch->n; i++)
        if (asks[i])
            visit[i].hand_over_s += batch->even[i];
}

static void give_feedback(const struct day *day, struct batch *batch, struct visit *visit)
{
    if (!batch->group->may_answer)
        return;
    draw_two(day, batch, DRAW_PUNCTUALITY, NULL, NULL);
    for (int i = 0; i < batch->n; i++)
        visit[i].answers = batch->odd[i] < batch->group->group->feedback.share;
}

/* Whom only points made a taker: the draw of uptake tells. */
static void find_won(const struct day *day, struct batch *batch, bool won[])
{
    draw_two(day, batch, DRAW_UPTAKE, NULL, NULL);
    for (int i = 0; i < batch->n; i++)
        won[i] = batch->even[i] >= batch->take_share;
}

/* Who come together are greeted together; each gets a cup, so that the rest takes so many times as long. The same
 * draw says who ordered before, and who of those won't come. */
static void give_party(const struct day *day, struct batch *batch, struct visit *visit)
{
    const struct preorder *preorder = &batch->group->group->preorder;
    bool won[2 * CHUNK] = {false};

    if (!batch->group->party.given && !batch->group->orders)
        return;
    if (batch->group->orders && preorder->points > 0)
        find_won(day, batch, won);
    draw_two(day, batch, DRAW_PARTY, &batch->group->party, NULL);
    for (int i = 0; batch->group->orders && i < batch->n; i++) {
        double share = won[i] ? 1 : preorder->share;
        if (batch->odd[i] < share) {
            visit[i].booking = 0;
            visit[i].priority = 1;
            visit[i].outcome = batch->odd[i] < share * preorder->no_show ? OUT_NO_SHOW : OUT_PENDING;
        }
    }
    for (int i = 0; batch->group->party.given && i < batch->n; i++) {
        visit[i].cups = (uint8_t)fmax(1, fmin(UINT8_MAX, round(batch->even[i])));
        visit[i].hand_over_s *= visit[i].cups;
    }
}

/* Down with the next lift of the building; all groups in it share its times of the day. */
static void take_lift(const struct day *day, struct batch *batch)
{
    double every_s = batch->group->group->lift_s, phase_s = 0;
    int known = -1;

    for (int i = 0; i < batch->n; i++) {
        if (batch->stream[i] != known) {
            struct draw_key lift = {day->key.seed, day->key.replication, day->plan->stream[batch->stream[i]].building};
            phase_s = every_s * draw_u01(lift, UINT32_MAX, DRAW_LIFT);
            known = batch->stream[i];
        }
        batch->sets_out_s[i] = phase_s + every_s * ceil((batch->sets_out_s[i] - phase_s) / every_s);
    }
}

/* Where he goes first, and when he gets there. */
static void set_out(struct visit *visit, const struct plan_stream *stream, const struct group *group)
{
    visit->arrives_s = visit->done_s = visit->sets_out_s;
    if (stream->n_stations == 0 || stream->extra_m[0] > visit->tolerance_m) {
        visit->outcome = OUT_UNREACHED;
        visit->booking = -1;
        return;
    }
    visit->station = (int16_t)stream->station[0];
    if (stream->from >= 0) {
        visit->walked_m = stream->first_m[0];
        visit->arrives_s += visit->walked_m / visit->speed_m_per_s;
    }
    if (group->choosing == LEAST_DETOUR || stream->n_stations < 2 || visit->booking >= 0)
        return;
    visit->walking = CHOOSES;
    visit->arrives_s = visit->sets_out_s;
}

static enum status batch_done(struct day *day, struct batch *batch)
{
    TRY(room_for(day, batch->n));
    struct visit *visit = day->visit + day->n_visits;
    if (batch->group->lifts)
        take_lift(day, batch);
    for (int i = 0; i < batch->n; i++) { /* a copy costs less than many zeros */
        visit[i] = batch->blank;
        visit[i].sets_out_s = batch->sets_out_s[i];
        visit[i].resident = batch->who[i];
        visit[i].stream = batch->stream[i];
    }
    give_walk(day, batch, visit);
    give_wish(day, batch, visit);
    give_patience(day, batch, visit);
    give_service(day, batch, visit);
    give_party(day, batch, visit);
    give_habits(day, batch, visit);
    give_feedback(day, batch, visit);
    for (int i = 0; day->plan->snows && i < batch->n; i++)
        visit[i].speed_m_per_s *= conditions_speed(day->plan->day_type, visit[i].sets_out_s);
    for (int i = 0; i < batch->n; i++)
        set_out(&visit[i], &day->plan->stream[batch->stream[i]], batch->group->group);
    day->n_visits += batch->n;
    batch->n = 0;
    return OK;
}

/* A chunk of residents, each of whom draws whether he wants a drink and when he leaves; those who do and leave
 * within the window join the batch. */
static void takers_of_chunk(struct day *day, struct batch *batch, int n, const uint32_t who[], const uint32_t key[], const int16_t stream[],
                            double take_share)
{
    const struct plan_group *group = batch->group;
    double take_u[CHUNK], leave_u[CHUNK];
    double opens_u = group->u_opens, closes_u = group->u_closes, scale = 1 / (closes_u - opens_u);
    int first = batch->n;

    draw_gather(day->key, DRAW_UPTAKE / 2, n, who, key, take_u, leave_u);
    for (int i = 0; i < n; i++) {
        batch->who[batch->n] = who[i];
        batch->key[batch->n] = key[i];
        batch->stream[batch->n] = stream[i];
        batch->sets_out_s[batch->n] = (leave_u[i] - opens_u) * scale;
        batch->n += (take_u[i] < take_share) & (leave_u[i] > opens_u) & (leave_u[i] < closes_u);
    }
    if (batch->n > first)
        quantile_fill(&group->departure, batch->n - first, batch->sets_out_s + first, batch->sets_out_s + first);
}

/* A finite group, stream after stream; batches run on across streams, since many are small. */
static enum status residents_leave(struct day *day, int first_stream, int end_stream, double base_share, double take_share)
{
    struct batch batch = batch_of(&day->plan->group[day->plan->stream[first_stream].group], base_share);
    uint32_t who[CHUNK], key[CHUNK];
    int16_t stream[CHUNK];
    int n = 0;

    for (int s = first_stream; s < end_stream; s++)
        for (int resident = 0; resident < day->plan->stream[s].population; resident++) {
            who[n] = (uint32_t)resident;
            key[n] = day->plan->stream[s].key;
            stream[n++] = (int16_t)s;
            if (n < CHUNK)
                continue;
            takers_of_chunk(day, &batch, n, who, key, stream, take_share);
            n = 0;
            if (batch.n >= CHUNK)
                TRY(batch_done(day, &batch));
        }
    takers_of_chunk(day, &batch, n, who, key, stream, take_share);
    return batch_done(day, &batch);
}

/* A Poisson stream: the k-th gap is the k-th resident's; time passes where the expected count has grown
 * by an exponential. */
static enum status strangers_come(struct day *day, int stream_index, double multiplier, double base_share, double take_share)
{
    const struct plan_stream *stream = &day->plan->stream[stream_index];
    const struct plan_stretch *stretch = stream->stretch, *end = stretch + stream->n_stretches;
    struct draw_key key = day->key;
    struct batch batch = batch_of(&day->plan->group[stream->group], base_share);
    double take_u[CHUNK], gap_u[CHUNK], passed = 0;

    key.stream = stream->key;
    for (uint32_t first = 0; stretch < end && multiplier > 0; first += CHUNK) {
        draw_range(key, DRAW_UPTAKE / 2, first, CHUNK, take_u, gap_u);
        for (uint32_t i = 0; i < CHUNK && stretch < end; i++) {
            passed -= log(gap_u[i]) / multiplier;
            while (stretch < end && passed >= stretch->expected)
                passed -= stretch++->expected;
            if (stretch == end)
                break;
            double root = sqrt(stretch->rate * stretch->rate + 2 * stretch->slope * passed);
            batch.who[batch.n] = first + i;
            batch.key[batch.n] = stream->key;
            batch.stream[batch.n] = (int16_t)stream_index;
            batch.sets_out_s[batch.n] = stretch->from_s + 2 * passed / (stretch->rate + root);
            batch.n += take_u[i] < take_share;
        }
        TRY(batch_done(day, &batch));
    }
    return OK;
}

/* The group's multiplier of the day has the group's name as its key, so all its streams share it. */
static double day_multiplier(const struct day *day, int g)
{
    const struct plan_group *group = &day->plan->group[g];
    uint32_t key = 2166136261u;

    if (!group->multiplier.given)
        return 1;
    for (const unsigned char *p = (const unsigned char *)group->group->name; *p; p++)
        key = (key ^ *p) * 16777619u;
    struct draw_key draw = {day->key.seed, day->key.replication, key};
    return quantile_at(&group->multiplier.quantile, draw_u01(draw, UINT32_MAX, DRAW_MULTIPLIER));
}

/* Order by first arrival: as many buckets as visits, then insertion within the few of a bucket. */
static enum status sort_arrivals(struct day *day)
{
    int n = 0, all = day->n_visits;
    double first_s = HUGE_VAL, last_s = -HUGE_VAL;
    bool sorted = true;
    int32_t *order;
    double *time_s;

    TAKE(day->arena, day->order, all + 1);
    for (int i = 0; i < all; i++) {
        double at_s = day->visit[i].arrives_s;
        if (day->visit[i].outcome != OUT_PENDING)
            continue;
        sorted &= at_s >= last_s || n == 0;
        first_s = at_s < first_s ? at_s : first_s;
        last_s = n && last_s > at_s ? last_s : at_s;
        day->order[n++] = i;
    }
    day->n_coming = day->in_system = n;
    if (sorted || n < 2)
        return OK;
    int32_t *place;
    TAKE(day->arena, place, n + 1);
    TAKE(day->arena, order, n);
    TAKE(day->arena, time_s, n);
    double scale = (n - 1) / fmax(last_s - first_s, 1e-9);
    for (int i = 0; i < n; i++)
        place[1 + (int)((day->visit[day->order[i]].arrives_s - first_s) * scale)]++;
    for (int i = 0; i < n; i++)
        place[i + 1] += place[i];
    for (int i = 0; i < n; i++) {
        double at_s = day->visit[day->order[i]].arrives_s;
        int32_t at = place[(int)((at_s - first_s) * scale)]++;
        time_s[at] = at_s;
        order[at] = day->order[i];
    }
    for (int i = 1; i < n; i++) {
        double at_s = time_s[i];
        int32_t who = order[i];
        int j = i;
        for (; j > 0 && time_s[j - 1] > at_s; j--) {
            time_s[j] = time_s[j - 1];
            order[j] = order[j - 1];
        }
        time_s[j] = at_s;
        order[j] = who;
    }
    day->order = order;
    return OK;
}

enum status day_residents(struct day *day)
{
    const struct plan_day *plan = day->plan;
    struct draw_key weather = {day->key.seed, day->key.replication, 0};

    double air_u = draw_u01(weather, UINT32_MAX, DRAW_AIR);
    day->air_c = quantile_at(&plan->air_c.quantile, day->carried ? campaign_air_u(day, air_u) : air_u);
    if (plan->day_type)
        day->air_c += plan->day_type->warmer_k;
    TRY(room_for(day, 64 + (int)(0.75 * plan->expected)));
    for (int s = 0, end; s < plan->n_streams; s = end) {
        int g = plan->stream[s].group;
        double multiplier = day_multiplier(day, g), uptake = residents_uptake(plan->group[g].group, day->air_c);
        double takers = plan->group[g].orders ? residents_takers(plan->group[g].group, day->air_c) : uptake;
        for (end = s + 1; end < plan->n_streams && plan->stream[end].group == g; end++)
            ;
        if (residents_finite(plan->group[g].group))
            TRY(residents_leave(day, s, end, uptake * multiplier, takers * multiplier));
        else
            for (int one = s; one < end; one++)
                TRY(strangers_come(day, one, multiplier, uptake, takers));
    }
    if (plan->orders)
        TRY(bookings_make(day));
    return sort_arrivals(day);
}
