/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `samovar schema` gives an editor: it takes every scenario that is shipped, and tells what is wrong. */
#include "tests/models/estate.h"

#include "scenario/explain.h"

static char schema_path[32];
static char said[16384];

static int write_schema(void **unused)
{
    struct text schema = {0};

    (void)unused;
    assert_int_equal(explain_schema(&scenario_table, &schema), OK);
    estate_write(text_c(&schema), schema_path);
    text_free(&schema);
    return 0;
}

static int delete_schema(void **unused)
{
    (void)unused;
    return unlink(schema_path);
}

/* Exit code of the check of these files; a machine without the Python parts for it skips the test. */
static int validate(const char *files)
{
    char command[1024];

    snprintf(command, sizeof command, "python3 tests/models/validate.py %s %s", schema_path, files);
    int code = expect_run(command, said, sizeof said);
    if (code == 77 || code == 127) {
        print_message("not tested here: %s", said);
        skip();
    }
    return code;
}

static void every_shipped_scenario_fits_the_schema(void **unused)
{
    (void)unused;
    if (validate("scenarios/*.yaml scenarios/verification/*.yaml") != 0)
        fail_msg("%s", said);
}

static void what_does_not_fit_is_named_with_its_place(void **unused)
{
    static const struct {
        const char *file, *said;
    } row[] = {
        {"tests/bad/key-unknown.yaml", "key-unknown.yaml: residents.commuters: "},
        {"tests/bad/key-missing.yaml", "key-missing.yaml: : 'drinks' is a required property"},
        {"tests/bad/word.yaml", "word.yaml: equipment.urn.kind: "},
        {"tests/bad/unit-missing.yaml", "unit-missing.yaml: drinks.tea.cup: "},
        {"tests/bad/kind-of-value.yaml", "kind-of-value.yaml: residents: "},
        {"tests/bad/version.yaml", "version.yaml: samovar: "},
    };

    char files[512] = "";

    (void)unused;
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        strcat(strcat(files, row[i].file), " ");
    assert_int_equal(validate(files), 1);
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        if (!strstr(said, row[i].said))
            fail_msg("`%s` isn't in what was said:\n%s", row[i].said, said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_scenario_fits_the_schema),
        cmocka_unit_test(what_does_not_fit_is_named_with_its_place),
    };
    return cmocka_run_group_tests(tests, write_schema, delete_schema);
}
