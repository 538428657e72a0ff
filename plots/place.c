/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/place.h"

#include <math.h>

/* Right of the mark reads best, then left, above, below, then the corners. */
static const struct {
    double x, y, price;
} sides[] = {{1, 0, 0},     {-1, 0, 1},     {0, 1, 1.5},      {0, -1, 2},
             {0.8, 0.8, 3}, {-0.8, 0.8, 4}, {0.8, -0.8, 3.5}, {-0.8, -0.8, 4.5}};

/* Covering a mark or a letter is never worth it, crossing a path now and then. */
static const double price_of_area = 1e3, price_of_line = 0.4;

void place_take(struct place *place, struct box box)
{
    if (place->n < PLACE_MOST)
        place->taken[place->n++] = box;
}

void place_line(struct place *place, double x0, double y0, double x1, double y1, double weight_pt)
{
    if (place->n_lines < PLACE_MOST) {
        int i = place->n_lines++;
        place->line[i].x0 = x0, place->line[i].y0 = y0;
        place->line[i].x1 = x1, place->line[i].y1 = y1;
        place->line[i].weight = weight_pt;
    }
}

double place_overlap(const struct box *a, const struct box *b)
{
    double width = fmin(a->right, b->right) - fmax(a->left, b->left);
    double height = fmin(a->top, b->top) - fmax(a->bottom, b->bottom);
    return width > 0 && height > 0 ? width * height : 0;
}

static double covered(const struct place *place, const struct box *box)
{
    double area =
        (box->right - box->left) * (box->top - box->bottom) - place_overlap(box, &place->area);

    for (int i = 0; i < place->n; i++)
        area += place_overlap(box, &place->taken[i]);
    return area > 1e-6 ? area : 0;
}

/* Points of a line, one every 2 pt, that lie in the box or near it by half the line's weight, times
 * the weight. */
static double crossed(const struct place *place, const struct box *box)
{
    double sum = 0;

    for (int i = 0; i < place->n_lines; i++) {
        double x = place->line[i].x0, y = place->line[i].y0;
        double dx = place->line[i].x1 - x, dy = place->line[i].y1 - y;
        double half = place->line[i].weight / 2;
        int steps = (int)(hypot(dx, dy) / 2) + 1;
        for (int k = 0; k <= steps; k++) {
            double px = x + dx * k / steps, py = y + dy * k / steps;
            if (px > box->left - half && px < box->right + half && py > box->bottom - half
                && py < box->top + half)
                sum += place->line[i].weight;
        }
    }
    return sum;
}

static struct box box_at(int side, double x, double y, double radius, double width, double height)
{
    double away = radius + 2;
    double left = x + sides[side].x * away + (sides[side].x - 1) / 2 * width;
    double bottom = y + sides[side].y * away + (sides[side].y - 1) / 2 * height;
    return (struct box){left, bottom, left + width, bottom + height};
}

bool place_label(struct place *place, double x, double y, double radius, double width,
                 double height, bool must, struct box *box)
{
    const int n = sizeof sides / sizeof *sides;
    double least = INFINITY, least_covered = 0;

    for (int side = 0; side < n; side++) {
        struct box tried = box_at(side, x, y, radius, width, height);
        double area = covered(place, &tried);
        double price =
            price_of_area * area + price_of_line * crossed(place, &tried) + sides[side].price;
        if (price < least) {
            least = price;
            least_covered = area;
            *box = tried;
        }
    }
    if (least_covered > 0 && !must)
        return false;
    place_take(place, *box);
    return true;
}
