/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scripts and tables of all charts are, byte by byte, those stored in tests/plots/golden. Where a change is wanted:
 *     SAMOVAR_ACCEPT=1 build/gcc-release/tests/plots/test_golden && git diff tests/plots/golden */
#include "tests/plots/chinese.h"
#include "tests/plots/choice_script.h"
#include "tests/plots/riverside.h"

#include <dirent.h>
#include <limits.h>
#include <sys/stat.h>

static const char golden[] = "tests/plots/golden";

enum { MOST_FILES = 128 };

static struct riverside r;

/* A folder of stored copies; what is said about it. */
struct store {
    const char *folder, *language;
    bool accept;
    int n, differences;
    char file[MOST_FILES][64]; /* that charts leave */
    struct text said;
};

static void path_of(char path[PATH_MAX], const struct store *store, const char *file)
{
    snprintf(path, PATH_MAX, "%s/%s/%s", store->folder, store->language, file);
}

/* The end of a line, and how long it is without it. */
static size_t line_length(const char *at)
{
    return strcspn(at, "\n");
}

static void tell_first_difference(struct store *store, const char *path, const char *stored, const char *drawn)
{
    int line = 1;

    for (const char *s = stored, *d = drawn;; line++) {
        size_t n = line_length(s), m = line_length(d);
        if (n != m || strncmp(s, d, n) != 0 || !s[n] || !d[m]) {
            text_print(&store->said, "%s:%d\n  stored: %.*s\n  drawn:  %.*s\n", path, line, (int)n, s, (int)m, d);
            return;
        }
        s += n + 1, d += m + 1;
    }
}

static void write_file(const char *path, const struct text *drawn)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text_c(drawn), 1, drawn->n, file), drawn->n);
    assert_int_equal(fclose(file), 0);
}

static void hold_against(struct store *store, const char *file, const struct text *drawn)
{
    char path[PATH_MAX], *stored;
    size_t n;

    assert_true(store->n < MOST_FILES && !drawn->failed);
    snprintf(store->file[store->n++], sizeof *store->file, "%s", file);
    path_of(path, store, file);
    bool is_stored = text_read_file(path, 1 << 22, &stored, &n) == OK;
    bool same = is_stored && n == drawn->n && memcmp(stored, text_c(drawn), n) == 0;
    if (!same && store->accept)
        write_file(path, drawn);
    if (!same)
        store->differences++;
    if (!same && is_stored)
        tell_first_difference(store, path, stored, text_c(drawn));
    else if (!same)
        text_print(&store->said, "%s isn't stored\n", path);
    if (is_stored)
        free(stored);
}

/* The table is that of the page. */
static void hold_sheet(struct store *store, enum shape shape, struct sheet *sheet)
{
    char file[64];

    snprintf(file, sizeof file, "%s%s.gp", sheet->name, style_beyond(shape));
    hold_against(store, file, &sheet->script);
    snprintf(file, sizeof file, "%s.csv", sheet->name);
    if (shape == SHAPE_PAGE)
        hold_against(store, file, &sheet->table);
    sheet_free(sheet);
}

static void find_stale(struct store *store)
{
    char path[PATH_MAX];
    DIR *folder;
    bool known;

    path_of(path, store, "");
    assert_non_null(folder = opendir(path));
    for (const struct dirent *entry; (entry = readdir(folder));) {
        known = *entry->d_name == '.';
        for (int i = 0; i < store->n; i++)
            known |= strcmp(entry->d_name, store->file[i]) == 0;
        if (known)
            continue;
        path_of(path, store, entry->d_name);
        text_print(&store->said, "%s: no chart leaves it\n", path);
        store->differences++;
        if (store->accept)
            assert_int_equal(remove(path), 0);
    }
    closedir(folder);
}

/* Slides are those of one language: their layout differs as pages do. */
static void hold_all(struct store *store)
{
    int shapes = strcmp(store->language, "zh") == 0 ? 1 : N_SHAPES;

    riverside(&r);
    crossroads(&c);
    r.picture.bins = 18, r.picture.closes_s = 28200; /* enough to see, little to store */
    c_points(&c, 81);
    for (int i = 0; i < n_charts * shapes; i++) {
        enum shape shape = (enum shape)(i % shapes);
        assert_true(charts[i / shapes].has_data(&r.picture));
        struct sheet sheet = script_in(shape, charts[i / shapes].name, &r.picture);
        hold_sheet(store, shape, &sheet);
    }
    for (int i = 0; i < n_choice_charts * shapes; i++) {
        enum shape shape = (enum shape)(i % shapes);
        assert_true(choice_charts[i / shapes].has_data(&c.picture));
        struct sheet sheet = written_in(shape, i / shapes);
        hold_sheet(store, shape, &sheet);
    }
    find_stale(store);
}

static void expect_as_stored(const char *language)
{
    struct store store = {.folder = golden, .language = language, .accept = getenv("SAMOVAR_ACCEPT")};

    hold_all(&store);
    if (store.differences && store.accept)
        print_message("accepted:\n%s", text_c(&store.said));
    else if (store.differences)
        fail_msg("%d of %d files differ; where that's wanted, SAMOVAR_ACCEPT=1 stores them:\n%s", store.differences, store.n,
                 text_c(&store.said));
    text_free(&store.said);
}

static void charts_are_as_stored(void **unused)
{
    (void)unused;
    expect_as_stored("en");
}

static void chinese_charts_are_as_stored(void **unused)
{
    (void)unused;
    if (!speak_chinese())
        skip();
    expect_as_stored("zh");
    say_in("en");
}

/* --- the test of this test ----------------------------------------------------------------------------------- */

static char folder[64];

static int shell(const char *format)
{
    char command[512], out[512];

    snprintf(command, sizeof command, format, folder);
    return expect_run(command, out, sizeof out);
}

static void expect_said(bool accept, int differences, const char *said)
{
    struct store store = {.folder = folder, .language = "en", .accept = accept};

    hold_all(&store);
    assert_int_equal(store.differences, differences);
    if (!strstr(text_c(&store.said), said))
        fail_msg("'%s' isn't in: %s", said, text_c(&store.said));
    text_free(&store.said);
}

static void what_is_missing_changed_or_stale_is_found(void **unused)
{
    (void)unused;
    strcpy(folder, "/tmp/samovar-golden-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(shell("mkdir %s/en"), 0);
    expect_said(true, 3 * (n_charts + n_choice_charts), "/en/map.gp isn't stored");
    expect_said(false, 0, "");
    assert_int_equal(shell("cd %s/en && rm heat.csv && touch gone.gp && sed -i '2s/^.*$/wrong/' tray-slide.gp && truncate -s -1 map.csv"), 0);
    expect_said(false, 4, "/en/heat.csv isn't stored\n");
    expect_said(false, 4, "/en/gone.gp: no chart leaves it\n");
    expect_said(false, 4, "/en/tray-slide.gp:2\n  stored: wrong\n  drawn:  if (!exists('format')) {\n");
    expect_said(true, 4, "/en/map.csv:");
    expect_said(false, 0, "");
    assert_int_equal(shell("rm -r %s"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(charts_are_as_stored),
        cmocka_unit_test(chinese_charts_are_as_stored),
        cmocka_unit_test(what_is_missing_changed_or_stale_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
