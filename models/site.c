/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "models/site.h"

#include "core/say.h"

#include <math.h>

const char *const mode_words[] = {"walk", "e-bike", "car", NULL};

static const char *const overloads[] = {"trips", "turns", NULL};

#define FIELD_OF(member) LANDS(struct node, member)
static const struct field node_fields[] = {
    {"x", FIELD_QUANTITY, LENGTH, FIELD_OF(x_m), -1e5, 1e5, REQUIRED, "place on the map, to the east", .example = "80 m"},
    {"y", FIELD_QUANTITY, LENGTH, FIELD_OF(y_m), -1e5, 1e5, REQUIRED, "place on the map, to the north", .example = "90 m"},
    {"power", FIELD_QUANTITY, POWER, FIELD_OF(power_w), 0, 1e6, NULL, "what the circuit there can carry; 0 W: there is none", .example = "3.5 kW", .absent = MARK("unlimited")},
    {"overload", FIELD_CHOICE, NUMBER, FIELD_OF(overload), 0, 0, "trips", "when heaters on it ask for more than that: the breaker trips, or an interlock lets them take turns", .words = overloads},
    {"reset", FIELD_QUANTITY, DURATION, FIELD_OF(reset_s), 1, 86400, "10 min", "a breaker that tripped is reset so much later"},
    {"standing-room", FIELD_QUANTITY, HEADS, FIELD_OF(standing_room), 0, 1e6, NULL, "people who can wait there; who finds it full turns away", .example = "25"},
    {"car-lane", FIELD_QUANTITY, HEADS, FIELD_OF(car_lane), 0, 1e3, NULL, "cars that can wait there, apart from the standing room; left out: endless", .example = "4"},
    {"indoor", FIELD_FLAG, NUMBER, FIELD_OF(indoor), 0, 0, "no", "vessels and cups stand at the indoor temperature"},
};
static const struct table node_table = TABLE("node", "a place: building, crossing, gate, lobby", struct node, node_fields);

static const struct field path_fields[] = {
    {"for", FIELD_NAMES, NUMBER, LANDS(struct path, modes), 0, 0, NULL, "who may use the path: walk, e-bike, car, or a list of them; left out: everyone", .example = "[garage, west-gate, 90 m, for: car]"},
};
static const struct table path_table = TABLE("path", "what a path may end with", struct path, path_fields);

static void resolve_modes(struct reader *reader, struct path *path)
{
    for (int i = 0; i < path->modes.n; i++) {
        struct reference *one = &path->modes.item[i];
        reader_resolve(reader, one, say("mode"), MODES, mode_words);
        path->open_to |= one->index >= 0 ? 1U << one->index : 0;
    }
    if (reader_given(reader, &path->modes) && path->modes.n == 0)
        reader_complain(reader, &path->modes, say("`for` names who may use the path, e.g. for: car; left out, everyone may"));
}

/* What follows the two places: a length, then for whom. */
static enum status path_rest(struct reader *reader, const struct yaml_node *node, struct path *path)
{
    static const struct field length = {.key = "path", .kind = FIELD_QUANTITY, .dimension = LENGTH, .low = 0, .high = 1e5};
    static const struct field ending = {.key = "path", .kind = FIELD_SECTION, .table = &path_table};
    int n = yaml_length(node), last = n > 2 && yaml_is_map(yaml_item(node, n - 1)) ? n - 1 : n;

    path->length_m = NAN;
    if (last > 3)
        reader_complain_at(reader, yaml_mark(yaml_item(node, 3)), say("a path is [from, to], then its length and for whom where that is to be said, e.g. [plaza, south-gate, 140 m, for: car]"));
    if (last > 2)
        TRY(reader_bind_value(reader, yaml_item(node, 2), &length, &path->length_m));
    if (last == n)
        return OK;
    TRY(reader_bind_value(reader, yaml_item(node, last), &ending, path));
    resolve_modes(reader, path);
    return OK;
}

/* [tower-1, plaza], [plaza, south-gate, 140 m] or [garage, west-gate, 90 m, for: car] */
static enum status path_parse(struct reader *reader, const struct yaml_node *node, void *lands)
{
    static const struct field end = {.key = "path", .kind = FIELD_NAME, .refers = "site.nodes"};
    struct items *paths = lands;
    struct path *path;

    if (!yaml_is_list(node)) {
        reader_complain_at(reader, yaml_mark(node), say("paths are a list, each [from, to] or [from, to, 140 m]"));
        return OK;
    }
    TAKE(reader_arena(reader), path, yaml_length(node));
    *paths = (struct items){0, path};
    for (int i = 0; i < yaml_length(node); i++) {
        const struct yaml_node *one = yaml_item(node, i);
        if (!yaml_is_list(one) || yaml_length(one) < 2 || yaml_length(one) > 4) {
            reader_complain_at(reader, yaml_mark(one), say("a path is [from, to], then its length and for whom where that is to be said, e.g. [plaza, south-gate, 140 m, for: car]"));
            continue;
        }
        TRY(reader_bind_value(reader, yaml_item(one, 0), &end, &path->from));
        TRY(reader_bind_value(reader, yaml_item(one, 1), &end, &path->to));
        TRY(path_rest(reader, one, path));
        path++;
        paths->n++;
    }
    return OK;
}

#define MODE_SCHEMA "{\"enum\":[\"walk\",\"e-bike\",\"car\"]}"
static const struct field site_fields[] = {
    {"nodes", FIELD_MAP, NUMBER, LANDS(struct site, node), 0, 0, REQUIRED, "places, by name", .table = &node_table},
    {"paths", FIELD_CUSTOM, NUMBER, LANDS(struct site, path), 0, 0, NULL, "ways between places, both ways; a straight line unless a length is given; for everyone unless the last item says for whom",
     .table = &path_table, .custom = path_parse,
     .custom_schema = "{\"type\":\"array\",\"items\":{\"type\":\"array\",\"minItems\":2,\"maxItems\":4,\"items\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"for\":{\"anyOf\":[" MODE_SCHEMA ",{\"type\":\"array\",\"minItems\":1,\"items\":" MODE_SCHEMA "}]}}}]}}}",
     .example = "[[tower-1, plaza], [plaza, south-gate, 140 m], [garage, west-gate, 90 m, for: car]]"},
};
const struct table site_table = TABLE("site", "where everything stands", struct site, site_fields);

void site_check(struct reader *reader, const struct site *site)
{
    const struct path *path = site->path.item;

    for (int i = 0; i < site->path.n; i++)
        if (path[i].from.index >= 0 && path[i].from.index == path[i].to.index)
            reader_complain(reader, &path[i].to, say("a path leads from `%s` to itself; name two different places"), path[i].to.name);
}

static double path_length(const struct site *site, const struct path *path)
{
    const struct node *a = site_node(site, path->from.index), *b = site_node(site, path->to.index);
    return isnan(path->length_m) ? hypot(a->x_m - b->x_m, a->y_m - b->y_m) : path->length_m;
}

/* Dijkstra on the dense matrix of direct paths. */
static void walk_from(int origin, int n, const double direct_m[], double distance_m[], bool known[])
{
    for (int i = 0; i < n; i++) {
        distance_m[i] = i == origin ? 0 : HUGE_VAL;
        known[i] = false;
    }
    for (;;) {
        int nearest = -1;
        for (int i = 0; i < n; i++)
            if (!known[i] && distance_m[i] < HUGE_VAL && (nearest < 0 || distance_m[i] < distance_m[nearest]))
                nearest = i;
        if (nearest < 0)
            return;
        known[nearest] = true;
        for (int i = 0; i < n; i++)
            if (distance_m[nearest] + direct_m[nearest * n + i] < distance_m[i])
                distance_m[i] = distance_m[nearest] + direct_m[nearest * n + i];
    }
}

bool site_has_limits(const struct site *site)
{
    const struct path *path = site->path.item;

    for (int i = 0; i < site->path.n; i++)
        if (path[i].open_to)
            return true;
    return false;
}

static bool is_open_to(const struct path *path, enum mode mode)
{
    return !path->open_to || path->open_to >> mode & 1;
}

static enum status distances_of(const struct site *site, enum mode mode, struct arena *arena, const double **distance_m)
{
    int n = site->node.n;
    const struct path *path = site->path.item;
    double *direct_m, *all_m;
    bool *known;

    TAKE(arena, direct_m, n * n);
    TAKE(arena, all_m, n * n);
    TAKE(arena, known, n);
    for (int i = 0; i < n * n; i++)
        direct_m[i] = HUGE_VAL;
    for (int i = 0; i < site->path.n; i++) {
        int a = path[i].from.index, b = path[i].to.index;
        double length_m = path_length(site, &path[i]);
        if (is_open_to(&path[i], mode) && length_m < direct_m[a * n + b])
            direct_m[a * n + b] = direct_m[b * n + a] = length_m;
    }
    for (int i = 0; i < n; i++)
        walk_from(i, n, direct_m, all_m + (size_t)i * (size_t)n, known);
    *distance_m = all_m;
    return OK;
}

enum status site_distances(const struct site *site, struct arena *arena, const double *distance_m[MODES])
{
    bool limits = site_has_limits(site);

    for (enum mode mode = WALK; mode < MODES; mode++)
        if (mode == WALK || limits)
            TRY(distances_of(site, mode, arena, &distance_m[mode]));
        else
            distance_m[mode] = distance_m[WALK];
    return OK;
}

double site_path_m(const struct site *site, int path)
{
    return path_length(site, (const struct path *)site->path.item + path);
}

int site_first_path(const struct site *site, enum mode mode, const double *distance_m, int at, int to, int *next)
{
    const struct path *path = site->path.item;
    int n = site->node.n;

    for (int i = 0; i < site->path.n && at != to; i++) {
        int a = path[i].from.index, b = path[i].to.index;
        int other = a == at ? b : b == at ? a : -1;
        if (other < 0 || !is_open_to(&path[i], mode) || !(fabs(path_length(site, &path[i]) + distance_m[other * n + to] - distance_m[at * n + to]) <= 1e-6))
            continue;
        *next = other;
        return i;
    }
    return -1;
}
