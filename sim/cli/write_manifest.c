/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/write_inside.h"

#include <string.h>

static json_t *json_sets(const struct manifest *manifest)
{
    json_t *list = json_array();
    int failures = 0;

    for (int i = 0; i < manifest->n_sets; i++)
        failures |= json_array_append_new(list, json_text(manifest->set[i]));
    return json_checked(list, failures);
}

static json_t *json_precisions(const struct manifest *manifest)
{
    json_t *object = json_object();
    int failures = 0;

    for (int i = 0; i < manifest->n_precisions; i++) {
        const struct precision *precision = &manifest->precision[i];
        json_t *one = json_pack("{s:o, s:b}", "half_width", json_number(precision->half_width), "relative", precision->relative);
        failures |= json_object_set_new(object, kpis[precision->kpi].key, one);
    }
    return json_checked(object, failures);
}

static json_t *json_options(const struct manifest *manifest)
{
    if (manifest->days)
        return json_pack("{s:o, s:i}", "set", json_sets(manifest), "days", manifest->days);
    return json_pack("{s:o, s:o}", "set", json_sets(manifest), "precision", json_precisions(manifest));
}

static json_t *json_files(const struct manifest *manifest)
{
    json_t *list = json_array();
    int failures = 0;

    for (int i = 0; i < manifest->n_files; i++)
        failures |= json_array_append_new(list, json_pack("{s:o, s:I}", "name", json_text(manifest->file[i].name), "bytes",
                                                          (json_int_t)manifest->file[i].bytes));
    return json_checked(list, failures);
}

static json_t *json_source(const struct written_run *run, const char *path)
{
    const char *slash = strrchr(path, '/');
    json_t *scenario = json_scenario(run);
    return json_checked(scenario, json_object_set_new(scenario, "file", json_text(slash ? slash + 1 : path)));
}

enum status write_manifest(const struct written_run *run, const struct manifest *manifest, struct text *out)
{
    json_t *tree = json_pack("{s:s, s:i, s:o, s:o, s:o, s:i, s:o, s:o, s:o}",
                             "samovar", SAMOVAR_VERSION, "format", 1, "scenario", json_source(run, manifest->scenario_file),
                             "layout", json_text(run->layout), "seed", json_seed(run->seed), "days", run->summary->days,
                             "confidence", json_number(run->summary->confidence), "options", json_options(manifest),
                             "files", json_files(manifest));
    return json_print(tree, out);
}

enum status write_small_manifest(const struct options *options, const char *command, const struct outdir *outdir, struct text *out)
{
    struct manifest manifest = {.n_sets = options->n_sets, .set = options->set, .n_files = outdir->n_files, .file = outdir->file};
    const char *path = options->file[0], *slash = strrchr(path, '/');
    json_t *vary = json_array();
    int failures = 0;

    for (int i = 0; i < options->n_vary; i++)
        failures |= json_array_append_new(vary, json_text(options->vary[i]));
    json_t *tree = json_pack("{s:s, s:i, s:s, s:o, s:o, s:i, s:o, s:o, s:o}", "samovar", SAMOVAR_VERSION, "format", 1, "command", command,
                             "file", json_text(slash ? slash + 1 : path), "seed", json_seed(options->seed), "days", options->days,
                             "set", json_sets(&manifest), "vary", json_checked(vary, failures), "files", json_files(&manifest));
    return json_print(tree, out);
}
