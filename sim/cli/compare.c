/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar compare: layouts side by side, on the same days. */
#include "cli/choice_picture.h"
#include "cli/command.h"
#include "cli/outdir.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/write.h"
#include "cli/write_compare.h"
#include "core/say.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Who takes part: layouts of one file, or of several over the same residents. */
struct entry {
    int n, room;
    struct contestant *contestant;
    int n_readers;
    struct reader **reader;
    struct scenario *first;
};

/* Whether `name` is in the comma-separated list. */
static bool listed(const char *list, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = list; *at; at += strcspn(at, ","), at += *at == ',')
        if (strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0'))
            return true;
    return false;
}

static enum status enter(struct entry *entry, struct reader *reader, const struct scenario *scenario, int layout, const char *file)
{
    struct contestant *grown = realloc(entry->contestant, (size_t)(entry->n + 1) * sizeof *grown);

    if (!grown)
        return ERR_MEMORY;
    entry->contestant = grown;
    const char *name = scenario_layout(scenario, layout)->name;
    for (int i = 0; i < entry->n; i++)
        if (strcmp(entry->contestant[i].name, name) == 0) /* of another file: the file tells them apart */
            name = arena_print(reader_arena(reader), "%s (%s)", name, strrchr(file, '/') ? strrchr(file, '/') + 1 : file);
    if (!name)
        return ERR_MEMORY;
    entry->contestant[entry->n] = (struct contestant){.name = name};
    TRY(open_study(reader, scenario, layout, &entry->contestant[entry->n].study));
    entry->n++;
    return OK;
}

/* What makes two files tell of different estates, or NULL: then their residents aren't the same people, and a
 * difference between layouts would be one between estates. Where stations can stand may differ. */
static const char *other_residents(const struct scenario *a, const struct scenario *b)
{
    if (a->window.opens_s != b->window.opens_s || a->window.closes_s != b->window.closes_s)
        return "window";
    if (a->group.n != b->group.n)
        return "residents";
    for (int g = 0; g < a->group.n; g++) {
        const struct group *one = scenario_group(a, g), *other = scenario_group(b, g);
        double people = residents_expected(one, a->window.opens_s, a->window.closes_s);
        double others = residents_expected(other, b->window.opens_s, b->window.closes_s);
        bool same = strcmp(one->name, other->name) == 0 && fabs(people - others) <= 1e-6 * people && one->from.n == other->from.n && one->to.n == other->to.n;
        for (int i = 0; same && i < one->from.n; i++)
            same = strcmp(one->from.item[i].of.name, other->from.item[i].of.name) == 0;
        for (int i = 0; same && i < one->to.n; i++)
            same = strcmp(one->to.item[i].of.name, other->to.item[i].of.name) == 0;
        if (!same)
            return one->name;
    }
    return NULL;
}

static enum status enter_file(const struct options *options, struct entry *entry, const char *path)
{
    struct scenario *scenario;
    struct reader **reader = &entry->reader[entry->n_readers];
    int before = entry->n;

    enum status status = open_scenario(options, path, reader, &scenario);
    entry->n_readers++;
    TRY(status);
    if (!entry->first)
        entry->first = scenario;
    const char *other = other_residents(entry->first, scenario);
    if (other) {
        complain(say("%s and %s tell of different estates: `%s` isn't the same in both; layouts can only be compared over the same residents"),
                 options->file[0], path, other);
        return ERR_SCENARIO;
    }
    for (int l = 0; l < scenario->layout.n; l++)
        if (!options->layout || listed(options->layout, scenario_layout(scenario, l)->name))
            TRY(enter(entry, *reader, scenario, l, path));
    if (entry->n == before) {
        complain(say("%s has no layout of those named: %s"), path, options->layout);
        return ERR_USAGE;
    }
    return OK;
}

static bool enters(const struct entry *entry, const char *name, size_t n)
{
    for (int i = 0; i < entry->n; i++) {
        const char *there = entry->contestant[i].name; /* of a second file with "(FILE)" behind it */
        if (strncmp(there, name, n) == 0 && (there[n] == '\0' || strncmp(there + n, " (", 2) == 0))
            return true;
    }
    return false;
}

/* Every layout that was asked for is there. */
static enum status check_listed(const struct options *options, const struct entry *entry)
{
    const char *names[256];
    int n = entry->first->layout.n < 256 ? entry->first->layout.n : 256;

    for (int i = 0; i < n; i++)
        names[i] = scenario_layout(entry->first, i)->name;
    for (const char *at = options->layout; at && *at; at += strcspn(at, ","), at += *at == ',') {
        size_t length = strcspn(at, ",");
        char name[256];
        if (!length || enters(entry, at, length))
            continue;
        snprintf(name, sizeof name, "%.*s", (int)length, at);
        const char *meant = text_nearest(name, n, names);
        complain(meant ? say("there is no layout `%s`; did you mean `%s`?") : say("there is no layout `%s`; the first is `%s`"), name, meant ? meant : names[0]);
        return ERR_USAGE;
    }
    return OK;
}

static enum status find_reference(const struct options *options, const struct entry *entry, int *reference)
{
    const char *names[256] = {""};

    *reference = 0;
    for (int i = 0; i < entry->n && i < 256; i++) {
        names[i] = entry->contestant[i].name;
        if (options->reference && strcmp(options->reference, names[i]) == 0)
            *reference = i;
    }
    if (!options->reference || strcmp(options->reference, names[*reference]) == 0)
        return OK;
    const char *meant = text_nearest(options->reference, entry->n < 256 ? entry->n : 256, names);
    complain(say("there is no layout `%s` in this comparison; did you mean `%s`?"), options->reference, meant ? meant : names[0]);
    return ERR_USAGE;
}

static void show_progress(void *context, int days, int wanted, double lack)
{
    progress_show(context, days, wanted, lack);
}

static enum status print_result(const struct options *options, const struct written_comparison *written)
{
    struct text text = {0};
    enum status status = OK;

    if (options->quiet && options->format == FORMAT_TEXT)
        return OK;
    if (options->format == FORMAT_JSON)
        status = write_comparison_json(written, &text);
    else if (options->format == FORMAT_CSV)
        write_comparison_csv(written, &text);
    else
        write_comparison_table(written, &text);
    if (status == OK)
        status = text_status(&text);
    if (status == OK)
        (options->format == FORMAT_TEXT ? put_words : put_stdout)(text_c(&text));
    flush_stdout();
    text_free(&text);
    return status;
}

static enum status show_charts(const struct options *options, const struct written_comparison *written)
{
    struct sketch_look look;
    struct text text = {0};
    struct arena arena = {0};
    struct choice_picture picture;

    if (!terminal_look(options, &look))
        return OK;
    enum status status = choice_picture_of_comparison(written->comparison, written->contestant, written->scenario, &arena, &picture);
    if (status == OK) {
        sketch_layouts(&picture, &look, &text);
        status = terminal_print(&text);
    }
    text_free(&text);
    arena_free(&arena);
    return status;
}

static enum status draw(const struct written_comparison *written, struct outdir *outdir)
{
    struct arena arena = {0};
    struct choice_picture picture;
    struct text message = {0};
    const char *folder = outdir_folder(outdir, "charts");

    if (!folder)
        return ERR_FILE;
    enum status status = choice_picture_of_comparison(written->comparison, written->contestant, written->scenario, &arena, &picture);
    if (status == OK)
        status = choice_charts_draw(&picture, folder, &message);
    if (message.n)
        complain("%s", text_c(&message));
    text_free(&message);
    arena_free(&arena);
    return status;
}

static enum status write_directory(const struct options *options, const struct written_comparison *written)
{
    struct outdir outdir = {0};
    struct text text = {0};

    enum status status = outdir_open(&outdir, options->out, options->force);
    if (status == OK)
        status = write_comparison_json(written, &text);
    if (status == OK)
        status = outdir_write(&outdir, "compare.json", &text);
    text_clear(&text);
    write_comparison_csv(written, &text);
    if (status == OK)
        status = outdir_write(&outdir, "compare.csv", &text);
    text_clear(&text);
    struct written_run run = {&written->comparison->summary[0], written->contestant[0].name, written->seed, written->hash};
    struct manifest manifest = {.scenario_file = options->file[0], .n_sets = options->n_sets, .set = options->set, .days = options->days,
                                .n_precisions = options->n_precisions, .precision = options->precision,
                                .n_files = outdir.n_files, .file = outdir.file};
    if (status == OK)
        status = write_manifest(&run, &manifest, &text);
    if (status == OK)
        status = outdir_write(&outdir, "manifest.json", &text);
    if (status == OK && !options->no_charts)
        status = draw(written, &outdir);
    if (status == OK)
        status = outdir_commit(&outdir);
    text_free(&text);
    outdir_abandon(&outdir);
    return status;
}

static enum status contest(const struct options *options, const struct entry *entry, int reference)
{
    struct comparison comparison;
    struct progress progress;
    struct precision usual;
    int goal = options->goal >= 0 ? options->goal : kpi_find("warm");
    struct run_options how = {
        .seed = options->seed, .days = options->days, .days_at_most = options->days_at_most ? options->days_at_most : USUAL_DAYS_AT_MOST, .confidence = options->confidence,
        .threads = options->threads, .n_precisions = options->n_precisions, .precision = options->precision, .stop = &stop_asked,
        .on_progress = show_progress, .context = &progress,
    };

    usual = (struct precision){goal, 0.01, true};
    if (!how.n_precisions) {
        how.n_precisions = 1;
        how.precision = &usual;
    }
    progress_start(&progress, options->quiet);
    enum status status = compare(entry->n, entry->contestant, goal, reference, &how, &comparison);
    progress_end(&progress);
    if ((status == OK || status == ERR_PRECISION || status == ERR_INTERRUPTED) && comparison.days > 0) {
        struct written_comparison written = {&comparison, entry->contestant, entry->first->name, options->seed, reader_hash(entry->reader[0])};
        enum status told = print_result(options, &written);
        if (told == OK)
            told = show_charts(options, &written);
        if (told == OK && options->out)
            told = write_directory(options, &written);
        if (told != OK)
            status = told;
        if (told == OK && status == ERR_INTERRUPTED)
            complain(say("interrupted after %d days; the figures are of those"), comparison.days);
        if (told == OK && status == ERR_PRECISION)
            complain(say("the precision asked for wasn't reached in %d days; --days-at-most allows more"), comparison.days);
    }
    comparison_free(&comparison);
    return status;
}

enum status command_compare(const struct options *options)
{
    struct entry entry = {0};
    int reference;

    entry.reader = calloc((size_t)options->n_files, sizeof *entry.reader);
    enum status status = entry.reader ? OK : ERR_MEMORY;
    for (int i = 0; status == OK && i < options->n_files; i++)
        status = enter_file(options, &entry, options->file[i]);
    assert(status != OK || entry.n > 0);
    if (status == OK)
        status = check_listed(options, &entry);
    if (status == OK && entry.n < 2) {
        complain(say("there is only one layout, `%s`; a comparison needs two"), entry.contestant[0].name);
        status = ERR_USAGE;
    }
    if (status == OK)
        status = find_reference(options, &entry, &reference);
    if (status == OK)
        status = contest(options, &entry, reference);
    for (int i = 0; i < entry.n_readers; i++)
        reader_free(entry.reader[i]);
    free(entry.reader);
    free(entry.contestant);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
