/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each tests/bad/NAME.yaml is refused with exactly the text of NAME.expected. With SAMOVAR_ACCEPT set, what is
 * said now becomes what is expected: read it as a planner would before keeping it. */
#include "experiment/study.h"
#include "tests/support/expect.h"

#include "core/text.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 45, MOST_BYTES = 1 << 20 };

/* Reads as every command does: text, scenario, then each kind of day. */
static void read_all(const char *path, struct reader **reader)
{
    static const struct reader_options plainly = {0};
    struct scenario scenario;
    struct study study;

    assert_int_equal(reader_open(path, &plainly, reader), OK);
    if (reader_faults(*reader) == 0)
        assert_int_equal(scenario_bind(*reader, &scenario), OK);
    if (reader_faults(*reader) == 0)
        assert_int_equal(study_open(*reader, &scenario, 0, &study), OK);
}

/* What samovar says of a file; the caller frees it. */
static char *complaint_about(const char *path)
{
    struct reader *reader;
    char *said = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&said, &n);

    assert_non_null(out);
    read_all(path, &reader);
    reader_print_faults(reader, out);
    fclose(out);
    reader_free(reader);
    return said;
}

static void accept(const char *path, const char *said)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(said, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* 1 where it says something else. */
static int differs(const char *yaml)
{
    char expected_path[256], *expected = NULL, *said = complaint_about(yaml);
    size_t n;

    snprintf(expected_path, sizeof expected_path, "%.*s.expected", (int)(strlen(yaml) - strlen(".yaml")), yaml);
    if (getenv("SAMOVAR_ACCEPT"))
        accept(expected_path, said);
    assert_int_equal(text_read_file(expected_path, MOST_BYTES, &expected, &n), OK);
    int differs = *said == '\0' || strcmp(said, expected) != 0;
    if (differs)
        fprintf(stderr, "%s: said\n%swanted\n%s", yaml, said, expected);
    free(said);
    free(expected);
    return differs;
}

static void every_bad_scenario_is_refused_with_the_words_expected(void **unused)
{
    glob_t files;
    int wrong = 0;

    (void)unused;
    assert_int_equal(glob("tests/bad/*.yaml", 0, NULL, &files), 0);
    assert_true(files.gl_pathc >= LEAST);
    for (size_t i = 0; i < files.gl_pathc; i++)
        wrong += differs(files.gl_pathv[i]);
    globfree(&files);
    assert_int_equal(wrong, 0);
}

/* Whatever a sentence quotes, a caret stands below it. */
static void every_fault_with_a_place_has_its_line_and_caret(void **unused)
{
    glob_t files;

    (void)unused;
    assert_int_equal(glob("tests/bad/*.yaml", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        char *said = complaint_about(files.gl_pathv[i]), *rest = said, *line;
        while ((line = strsep(&rest, "\n")) && *line) {
            if (strncmp(line, "and ", 4) == 0 || strncmp(line, "  `", 3) == 0) /* a hint on its own line */
                continue;
            assert_memory_equal(line, "tests/bad/", 10);
            char *source = strsep(&rest, "\n"), *caret = strsep(&rest, "\n");
            assert_non_null(caret);
            assert_memory_equal(source, "  ", 2);
            assert_int_equal(strspn(caret, " \t") + 1, strlen(caret));
            assert_int_equal(caret[strlen(caret) - 1], '^');
        }
        free(said);
    }
    globfree(&files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_scenario_is_refused_with_the_words_expected),
        cmocka_unit_test(every_fault_with_a_place_has_its_line_and_caret),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
