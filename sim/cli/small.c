/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samovar explain, schema and version. */
#include "cli/command.h"
#include "core/say.h"
#include "core/text.h"
#include "scenario/explain.h"

#include <gsl/gsl_version.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

static enum status print(struct text *text)
{
    enum status status = text_status(text);
    if (status == OK)
        put_stdout(text_c(text));
    text_free(text);
    return status;
}

enum status command_explain(const struct options *options)
{
    struct text text = {0};
    const char *key = options->n_files ? options->file[0] : "";

    if (strcmp(key, "markdown") == 0) {
        explain_markdown(&scenario_table, &text);
        return print(&text);
    }
    if (strcmp(key, "dictionary") == 0) {
        explain_dictionary(&scenario_table, &text);
        return print(&text);
    }
    enum status status = explain_key(&scenario_table, key, &text);
    if (status == ERR_USAGE) {
        complain("%s", text_c(&text));
        text_free(&text);
        return status;
    }
    enum status printed = print(&text);
    return status == OK ? printed : status;
}

enum status command_schema(const struct options *options)
{
    struct text text = {0};

    (void)options;
    TRY(explain_schema(&scenario_table, &text));
    return print(&text);
}

enum status command_version(const struct options *options)
{
    (void)options;
    printf("samovar %s\n", SAMOVAR_VERSION);
    printf(say("with GSL %s, libyaml %s, Jansson %s\n"), gsl_version, yaml_get_version_string(), JANSSON_VERSION);
    printf("%s\n", say("GPL-3.0-or-later, without any warranty"));
    return OK;
}
