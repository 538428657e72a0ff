/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/text.h"
#include "tests/support/expect.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

static int set_up(void **unused)
{
    (void)unused;
    strcpy(folder, "/tmp/samovar-test-XXXXXX");
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int tear_down(void **unused)
{
    char command[96];

    (void)unused;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void write_file(const char *name, const char *bytes, size_t n)
{
    FILE *file = fopen(name, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

static void expect_content(const char *name, size_t most, const char *want, size_t n_want)
{
    char *bytes = NULL;
    size_t n = 0;

    assert_int_equal(text_read_file(name, most, &bytes, &n), OK);
    assert_int_equal(n, n_want);
    assert_memory_equal(bytes, want, n_want);
    assert_int_equal(bytes[n], '\0');
    free(bytes);
}

static void expect_refused(const char *name, size_t most, int fault)
{
    char untouched, *bytes = &untouched;
    size_t n = 17;

    errno = 0;
    assert_int_equal(text_read_file(name, most, &bytes, &n), ERR_FILE);
    assert_int_equal(errno, fault);
    assert_ptr_equal(bytes, &untouched);
    assert_int_equal(n, 17);
}

static void a_file_is_read_whole_with_its_nul_bytes(void **unused)
{
    (void)unused;
    write_file("small", "a\0b\r\n\xFF", 6);
    expect_content("small", 100, "a\0b\r\n\xFF", 6);
}

static void an_empty_file_is_an_empty_text(void **unused)
{
    (void)unused;
    write_file("empty", "", 0);
    expect_content("empty", 100, "", 0);
    expect_content("empty", 0, "", 0);
}

static void a_file_of_many_chunks_is_read_whole(void **unused)
{
    enum { N = 300001 };
    char *large = malloc(N);
    (void)unused;

    assert_non_null(large);
    for (int i = 0; i < N; i++)
        large[i] = (char)(i * 7 + i / 256);
    write_file("large", large, N);
    expect_content("large", N, large, N);
    free(large);
}

static void a_file_is_refused_only_above_the_limit(void **unused)
{
    (void)unused;
    write_file("five", "12345", 5);
    expect_content("five", 5, "12345", 5);
    expect_refused("five", 4, EFBIG);
    expect_refused("five", 0, EFBIG);
    expect_refused("/dev/zero", 100000, EFBIG);
}

/* Its size is 0 for stat. */
static void a_file_of_unknown_size_is_read_to_its_end(void **unused)
{
    char *bytes = NULL;
    size_t n = 0;
    (void)unused;

    assert_int_equal(text_read_file("/proc/self/status", 100000, &bytes, &n), OK);
    assert_non_null(strstr(bytes, "VmRSS"));
    free(bytes);
}

static void what_is_no_file_is_refused_with_its_reason(void **unused)
{
    (void)unused;
    write_file("file", "x", 1);
    expect_refused("missing", 100, ENOENT);
    expect_refused(".", 100, EISDIR);
    expect_refused("file/inside", 100, ENOTDIR);
    expect_refused("", 100, ENOENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read_whole_with_its_nul_bytes),
        cmocka_unit_test(an_empty_file_is_an_empty_text),
        cmocka_unit_test(a_file_of_many_chunks_is_read_whole),
        cmocka_unit_test(a_file_is_refused_only_above_the_limit),
        cmocka_unit_test(a_file_of_unknown_size_is_read_to_its_end),
        cmocka_unit_test(what_is_no_file_is_refused_with_its_reason),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
