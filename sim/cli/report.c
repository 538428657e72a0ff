/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar report: one page to attach, as HTML, Markdown and DOCX. */
#include "cli/report.h"

#include "cli/command.h"
#include "cli/report_inside.h"
#include "cli/report_tally.h"
#include "core/say.h"
#include "plots/report_pandoc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- both forms as texts ----------------------------------------------------------------------------------- */

struct forms {
    struct text html, markdown, tally;
    bool has_tally;
};

/* Of the layout that the page is about. */
static void make_tally(int n, const struct source source[], struct forms *forms)
{
    const struct source *subject = report_subject(n, source);

    forms->has_tally = subject && tally_write(json_object_get(subject->summary, "plan"), &forms->tally);
}

static enum status make_forms(int n, const struct source source[], struct forms *forms)
{
    struct report report = {0};

    enum status status = report_compose(n, source, &report);
    if (status == OK)
        status = report_html(&report, &forms->html);
    if (status == OK)
        status = report_markdown(&report, &forms->markdown);
    if (status == OK) {
        make_tally(n, source, forms);
        status = text_status(&forms->tally);
    }
    report_free(&report);
    return status;
}

static void forms_free(struct forms *forms)
{
    text_free(&forms->html);
    text_free(&forms->markdown);
    text_free(&forms->tally);
}

enum status report_into(struct outdir *outdir)
{
    struct source source = {0};
    struct forms forms = {0};
    struct arena arena = {0};

    enum status status = source_open(&source, outdir->partial, &arena);
    if (status == OK)
        status = make_forms(1, &source, &forms);
    if (status == OK)
        status = outdir_write(outdir, "report.html", &forms.html);
    if (status == OK)
        status = outdir_write(outdir, "report.md", &forms.markdown);
    if (status == OK && forms.has_tally)
        status = outdir_write(outdir, "tally.csv", &forms.tally);
    forms_free(&forms);
    source_close(&source);
    arena_free(&arena);
    return status;
}

/* --- into a directory that exists ---------------------------------------------------------------------------- */

enum { NAME_ROOM = 64 };

/* Where a file stands until it's whole. */
static const char *hidden_name(char hidden[NAME_ROOM], const char *name)
{
    snprintf(hidden, NAME_ROOM, ".%s.partial-%d", name, (int)getpid());
    return hidden;
}

static enum status fail(const char *folder, const char *name, int why)
{
    complain(say("can't write `%s/%s`: %s"), folder, name, strerror(why));
    return ERR_FILE;
}

/* errno, or 0. */
static int write_whole(int at, const char *name, const struct text *content)
{
    unlinkat(at, name, 0);
    int bytes = openat(at, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    FILE *file = bytes >= 0 ? fdopen(bytes, "w") : NULL;

    if (!file) {
        int why = errno;
        if (bytes >= 0)
            close(bytes);
        return why;
    }
    errno = 0;
    bool whole = fwrite(text_c(content), 1, content->n, file) == content->n && fflush(file) == 0;
    int why = whole ? 0 : errno ? errno : EIO;
    if (!why && fsync(bytes) != 0 && errno != EINVAL && errno != ENOTSUP)
        why = errno;
    if (fclose(file) != 0 && !why)
        why = errno;
    return why;
}

/* All of them are whole before the first takes its place. */
static enum status put_files(int at, const char *folder, int n, const char *const name[], const struct text *const content[])
{
    char hidden[NAME_ROOM];
    int why = 0, i = 0;

    for (; i < n && !why; i++)
        why = write_whole(at, hidden_name(hidden, name[i]), content[i]);
    if (why) {
        for (int j = 0; j < i; j++)
            unlinkat(at, hidden_name(hidden, name[j]), 0);
        return fail(folder, name[i - 1], why);
    }
    for (i = 0; i < n; i++)
        if (renameat(at, hidden_name(hidden, name[i]), at, name[i]) != 0) {
            why = errno;
            for (int j = i; j < n; j++)
                unlinkat(at, hidden_name(hidden, name[j]), 0);
            return fail(folder, name[i], why);
        }
    return OK;
}

/* Out of the Markdown that is there already. That there's no pandoc is no failure. */
static enum status put_docx(int at, const char *folder, bool *absent)
{
    static const double limit_s = 120;
    struct text message = {0};
    char hidden[NAME_ROOM];

    hidden_name(hidden, "report.docx");
    enum status status = pandoc_docx(folder, "report.md", hidden, limit_s, absent, &message);
    if (status != OK)
        complain("%s", text_c(&message));
    else if (!*absent && renameat(at, hidden, at, "report.docx") != 0)
        status = fail(folder, "report.docx", errno);
    if (status != OK)
        unlinkat(at, hidden, 0);
    text_free(&message);
    return status;
}

static void name_files(const struct options *options, bool no_docx)
{
    const char *folder = options->file[0];

    if (options->quiet)
        return;
    if (no_docx)
        fprintf(stderr, say("written: %s/report.html and report.md; no report.docx: pandoc isn't installed\n"), folder);
    else
        fprintf(stderr, say("written: %s/report.html, report.md and report.docx\n"), folder);
}

static enum status put_report(const struct options *options, const struct forms *forms)
{
    static const char *const names[] = {"report.html", "report.md", "tally.csv"};
    const struct text *const texts[] = {&forms->html, &forms->markdown, &forms->tally};
    const char *folder = options->file[0];
    bool absent = false;
    int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (at < 0)
        return fail(folder, names[0], errno);
    enum status status = text_starved() ? ERR_MEMORY : put_files(at, folder, forms->has_tally ? 3 : 2, names, texts);
    if (status == OK)
        status = put_docx(at, folder, &absent);
    if (status == OK)
        name_files(options, absent);
    close(at);
    return status;
}

/* --- the command --------------------------------------------------------------------------------------------- */

/* The language of the scenario, unless another is asked for. */
static void choose_language(const struct options *options, int n, const struct source source[])
{
    for (int i = 0; !options->language && i < n; i++) {
        json_t *plan = json_object_get(source[i].summary, "plan");
        const char *language = json_string_value(json_object_get(plan ? plan : source_tree(&source[i]), "language"));
        if (language) {
            say_in(language);
            return;
        }
    }
}

static enum status read_all(const struct options *options, struct source source[], struct arena *arena)
{
    for (int i = 0; i < options->n_files; i++) {
        TRY(source_open(&source[i], options->file[i], arena));
        source[i].way = source_way(options->file[0], options->file[i], arena);
        if (!source[i].way)
            return ERR_MEMORY;
    }
    return OK;
}

enum status command_report(const struct options *options)
{
    struct forms forms = {0};
    struct arena arena = {0};
    struct source *source = arena_take(&arena, (size_t)options->n_files, sizeof *source);

    enum status status = source ? read_all(options, source, &arena) : ERR_MEMORY;
    if (status == OK) {
        choose_language(options, options->n_files, source);
        status = make_forms(options->n_files, source, &forms);
    }
    if (status == OK)
        status = put_report(options, &forms);
    for (int i = 0; source && i < options->n_files; i++)
        source_close(&source[i]);
    forms_free(&forms);
    arena_free(&arena);
    if (status == ERR_MEMORY)
        complain("%s", say(status_sentence(status)));
    return status;
}
