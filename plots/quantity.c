/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/quantity.h"

#include "plots/lettering.h"
#include "plots/style.h"

#include <math.h>
#include <string.h>

enum { MOST_DECIMALS = 4, DIGITS = 352 };

static int decimals_of(double grain)
{
    if (!(grain > 0) || !isfinite(grain))
        return 0;
    double decimals = -floor(log10(grain) + 1e-9);
    return (int)fmin(MOST_DECIMALS, fmax(0, decimals));
}

/* Thousands apart: a count is read, not counted. */
static void add_grouped(struct text *out, const char *digits)
{
    size_t whole = strcspn(digits, ".");

    for (size_t i = 0; i < whole; i++) {
        text_add_n(out, digits + i, 1);
        if (i + 1 < whole && (whole - i - 1) % 3 == 0)
            text_add(out, ",");
    }
    text_add(out, digits + whole);
}

/* A line may not end between a number and its unit. */
static const char no_break[] = "\u00a0";

static void add_unit(struct text *out, const char *unit)
{
    if (!unit || !*unit)
        return;
    if (*unit != '/')
        text_add(out, no_break);
    lettering_fit(out, unit, size_text, false, 80);
}

static void add(struct text *out, double x, double grain, const char *unit, const char *plus)
{
    char digits[DIGITS];

    if (!isfinite(x)) {
        text_add(out, "-");
        return;
    }
    int decimals = decimals_of(grain);
    snprintf(digits, sizeof digits, "%.*f", decimals, fabs(x));
    bool zero = strspn(digits, "0.") == strlen(digits);
    text_add(out, zero ? "" : x < 0 ? "-" : plus);
    add_grouped(out, digits);
    add_unit(out, unit);
}

void quantity_add(struct text *out, double x, double grain, const char *unit)
{
    add(out, x, grain, unit, "");
}

void quantity_add_change(struct text *out, double x, double grain, const char *unit)
{
    add(out, x, grain, unit, "+");
}

void quantity_add_half(struct text *out, double half_width, double grain)
{
    double step = pow(10, -decimals_of(grain));
    add(out, step * ceil(half_width / step - 1e-6), grain, "", "");
}

int quantity_share_decimals(double percent, int least)
{
    int decimals = least;

    while (percent < 100 && decimals < least + 3 && rint((100 - percent) * pow(10, decimals)) < 1)
        decimals++;
    return decimals;
}

double quantity_grain(double x)
{
    if (x == round(x))
        return 1;
    return isfinite(x) && x != 0 ? pow(10, floor(log10(fabs(x))) - 2) : 1;
}

double quantity_grain_of(int n, const double x[])
{
    double low = INFINITY, high = -INFINITY;

    for (int i = 0; i < n; i++)
        if (isfinite(x[i])) {
            low = fmin(low, x[i]);
            high = fmax(high, x[i]);
        }
    return high > low ? (high - low) / 100 : quantity_grain(high);
}
