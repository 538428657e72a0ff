/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and words of a report. */
#include "cli/report_inside.h"
#include "cli/write_inside.h"
#include "cli/write_shown.h"
#include "core/say.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

double number_at(json_t *object, const char *key)
{
    json_t *value = json_object_get(object, key);
    return json_is_number(value) ? json_number_value(value) : NAN;
}

static double some(double n)
{
    return isfinite(n) ? n : 0; /* results of an earlier version know no helpers */
}

int days_in_a_row(const struct story *story)
{
    return (int)fmax(1, number_at(json_object_get(story->plan, "campaign"), "days"));
}

double days_between(const struct story *story)
{
    json_t *campaign = json_object_get(story->plan, "campaign");
    return campaign ? fmin(number_at(campaign, "days"), number_at(campaign, "delivery_every")) : 1;
}

double days_for(const struct story *story, const char *drink)
{
    return json_is_true(json_object_get(json_object_get(story->drinks, drink), "keeps")) ? days_between(story) : 1;
}

double people_at(json_t *station)
{
    return number_at(station, "staff") + some(number_at(station, "greeters")) + some(number_at(station, "desk"));
}

bool offers_vary(const struct story *story)
{
    const char *name, *drink;
    json_t *station, *portions;

    json_object_foreach(story->stations, name, station)
        json_object_foreach(json_object_get(station, "portions"), drink, portions)
            if (json_number_value(portions) == 0)
                return true;
    return false;
}

double hours_at(json_t *place, const char *who, double open_h)
{
    char key[32];

    snprintf(key, sizeof key, "%s_h", who);
    double hours = number_at(place, key);
    return isfinite(hours) ? hours : some(number_at(place, who)) * open_h;
}

const char *text_at(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

struct interval figure(json_t *figures, const char *key)
{
    json_t *pair = json_object_get(figures, key);
    return (struct interval){number_at(pair, "mean"), number_at(pair, "half_width")};
}

const char *words(struct story *story, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = n >= 0 ? arena_take(&story->report->arena, (size_t)n + 1, 1) : NULL;
    if (text)
        vsnprintf(text, (size_t)n + 1, format, arguments);
    va_end(arguments);
    story->report->failed |= !text;
    return text ? text : "";
}

const char *digits(struct story *story, double x, int decimals)
{
    return isfinite(x) ? words(story, "%.*f", decimals, x) : "";
}

static const struct kpi *kpi_of(const char *key)
{
    int k = kpi_find(key);
    return &kpis[k >= 0 ? k : 0];
}

const char *kpi_name(const char *key)
{
    int k = kpi_find(key);
    return kpi_title(k >= 0 ? k : 0);
}

const char *kpi_shown_unit(const char *key)
{
    return say(kpi_of(key)->unit);
}

const char *shown(struct story *story, const char *key, double mean)
{
    struct kpi kpi = kpi_showing(kpi_of(key), mean);
    return digits(story, kpi_as_shown(&kpi, mean, false), kpi.decimals);
}

const char *plus_of(struct story *story, const char *key, double change)
{
    const char *digits_shown = shown(story, key, change);
    return change > 0 && strspn(digits_shown, "0.") < strlen(digits_shown) ? "+" : "";
}

const char *shown_half(struct story *story, const char *key, struct interval interval)
{
    struct kpi kpi = kpi_showing(kpi_of(key), interval.mean);
    return digits(story, kpi_as_shown(&kpi, interval.half_width, true), kpi.decimals);
}

const char *with_range(struct story *story, const char *key, struct interval interval)
{
    if (!isfinite(interval.mean))
        return "-";
    if (!isfinite(interval.half_width))
        return shown(story, key, interval.mean);
    return words(story, "%s\u00a0±\u00a0%s", shown(story, key, interval.mean), shown_half(story, key, interval));
}

const char *tidy(struct story *story, const char *name)
{
    struct text plain = {0};

    write_plain(&plain, name);
    const char *kept = report_keep(story->report, text_c(&plain));
    story->report->failed |= plain.failed;
    text_free(&plain);
    return kept;
}

const char *clock_of(struct story *story, double time_s)
{
    struct text clock = {0};

    if (!isfinite(time_s))
        return "";
    write_clock(&clock, time_s, MINUTES);
    const char *kept = report_keep(story->report, text_c(&clock));
    text_free(&clock);
    return kept;
}

const char *sentences(struct story *story, const char *first, const char *second)
{
    const char *between = strcmp(say_language(), "zh") == 0 || !*first || !*second ? "" : " ";
    return words(story, "%s%s%s", first, between, second);
}

void enlist(struct story *story, const char **list, const char *one)
{
    *list = **list ? words(story, "%s%s%s", *list, say(", "), one) : one;
}

const struct series *story_series(const struct story *story, const char *station, const char *quantity, const char *item)
{
    return series_find(story->n_series, story->series, station, quantity, item);
}

int vessels_alike(json_t *vessels, size_t i, size_t n)
{
    const char *name = text_at(json_array_get(vessels, i), "equipment");
    int alike = 0;

    for (size_t v = 0; v < n; v++)
        alike += strcmp(text_at(json_array_get(vessels, v), "equipment"), name) == 0;
    return alike;
}

const char *vessel_item(struct story *story, json_t *vessels, size_t i)
{
    const char *name = text_at(json_array_get(vessels, i), "equipment");
    int place = vessels_alike(vessels, i, i + 1);

    return place > 1 ? words(story, "%s #%d", name, place) : name;
}

const char *vessel_name(struct story *story, json_t *vessels, size_t i)
{
    const char *name = tidy(story, text_at(json_array_get(vessels, i), "equipment"));

    return vessels_alike(vessels, i, json_array_size(vessels)) > 1 ? words(story, "%s #%d", name, vessels_alike(vessels, i, i + 1)) : name;
}
