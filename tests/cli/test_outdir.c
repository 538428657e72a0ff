/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/outdir.h"
#include "tests/support/expect.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* main.c has it, and isn't linked here; complain() draws in the commands that watch it. */
volatile sig_atomic_t stop_asked __attribute__((weak));

/* Each test stands in a fresh directory, and what is said on stderr lands in the file `said` beside it. */
struct place {
    char folder[64];
    int here, errors;
};

static int enter(void **state)
{
    struct place *place = calloc(1, sizeof *place);

    strcpy(place->folder, "/tmp/samovar-outdir-XXXXXX");
    place->here = open(".", O_RDONLY | O_DIRECTORY);
    if (!mkdtemp(place->folder) || chdir(place->folder) != 0 || mkdir("work", 0777) != 0)
        return -1;
    place->errors = dup(STDERR_FILENO);
    int said = open("said", O_RDWR | O_CREAT | O_APPEND, 0600);
    dup2(said, STDERR_FILENO);
    close(said);
    umask(022);
    *state = place;
    return chdir("work");
}

static int leave(void **state)
{
    struct place *place = *state;
    char command[128];

    dup2(place->errors, STDERR_FILENO);
    close(place->errors);
    if (fchdir(place->here) != 0)
        return -1;
    close(place->here);
    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    free(place);
    return system(command);
}

static void expect_said(const char *words)
{
    char got[4096];
    expect_run("cat ../said", got, sizeof got);
    if (!strstr(got, words))
        fail_msg("`%s` isn't said in: %s", words, got);
}

/* Names in a folder but for . and .. */
static int entries(const char *path)
{
    DIR *list = opendir(path);
    int n = -2;
    assert_non_null(list);
    while (readdir(list))
        n++;
    closedir(list);
    return n;
}

static void put(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static void expect_content(const char *path, const char *content)
{
    char got[256] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    got[fread(got, 1, sizeof got - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(got, content);
}

static void write_one(struct outdir *outdir, const char *name, char *content)
{
    struct text text = {.bytes = content, .n = strlen(content)};
    assert_int_equal(outdir_write(outdir, name, &text), OK);
}

static char manifest[] = "{\n  \"samovar\": \"0.1.0\"\n}\n", news[] = "news";

static void results_at(const char *path)
{
    mkdir(path, 0777);
    char name[256];
    snprintf(name, sizeof name, "%s/manifest.json", path);
    put(name, manifest);
    snprintf(name, sizeof name, "%s/old.csv", path);
    put(name, "old");
}

static void the_directory_appears_whole_at_commit(void **unused)
{
    struct outdir outdir;
    struct stat facts;
    (void)unused;

    assert_int_equal(outdir_open(&outdir, "out/", false), OK);
    write_one(&outdir, "summary.csv", news);
    write_one(&outdir, "charts/deep/line.gp", news);
    assert_int_equal(access("out", F_OK), -1);
    assert_int_equal(entries("."), 1);
    assert_int_equal(outdir_commit(&outdir), OK);
    assert_int_equal(outdir.n_files, 2);
    assert_string_equal(outdir.file[1].name, "charts/deep/line.gp");
    assert_int_equal(outdir.file[1].bytes, 4);
    outdir_abandon(&outdir);
    expect_content("out/charts/deep/line.gp", "news");
    assert_int_equal(entries("."), 1);
    stat("out", &facts);
    assert_int_equal(facts.st_mode & 07777, 0755);
    stat("out/summary.csv", &facts);
    assert_int_equal(facts.st_mode & 07777, 0644);
}

static void what_is_abandoned_leaves_nothing(void **unused)
{
    struct outdir outdir;
    (void)unused;

    mkdir("there", 0777);
    assert_int_equal(outdir_open(&outdir, "there/made/for/out", false), OK);
    write_one(&outdir, "charts/line.gp", news);
    assert_int_equal(entries("there/made/for"), 1);
    outdir_abandon(&outdir);
    assert_int_equal(entries("there"), 0);
    outdir_abandon(&outdir);
}

static void parents_stay_once_committed(void **unused)
{
    struct outdir outdir;
    (void)unused;

    assert_int_equal(outdir_open(&outdir, "made/for/out", false), OK);
    assert_int_equal(outdir_commit(&outdir), OK);
    outdir_abandon(&outdir);
    assert_int_equal(entries("made/for/out"), 0);
}

static void a_zeroed_outdir_can_be_abandoned(void **unused)
{
    struct outdir outdir = {0};
    (void)unused;

    outdir_abandon(&outdir);
    assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
}

static void expect_refused(const char *path, bool force, const char *why)
{
    struct outdir outdir;
    int before = entries(".");

    assert_int_equal(outdir_open(&outdir, path, force), ERR_FILE);
    outdir_abandon(&outdir);
    expect_said(why);
    assert_int_equal(entries("."), before);
    assert_int_equal(truncate("../said", 0), 0);
}

static void what_stands_in_the_way_is_refused(void **unused)
{
    (void)unused;
    put("file", "precious");
    results_at("results");
    mkdir("foreign", 0777);
    put("foreign/manifest.json", "{\"name\": \"an extension\"}");
    assert_int_equal(symlink("results", "link"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    for (int force = 0; force < 2; force++) {
        expect_refused("file", force, "`file` exists and is no directory");
        expect_refused("link", force, "`link` exists and is no directory");
        expect_refused("dangling", force, "`dangling` exists and is no directory");
        expect_refused("foreign", force, "`foreign` exists and holds what samovar didn't write");
        expect_refused("file/out", force, "can't write `file/out`: Not a directory");
        expect_refused("", force, "can't be put in place");
        expect_refused("..", force, "can't be put in place");
        expect_refused("/", force, "can't be put in place");
    }
    expect_refused("results", false, "`results` exists; --force replaces it");
    expect_content("file", "precious");
    expect_content("results/old.csv", "old");
}

static void an_empty_directory_is_taken(void **unused)
{
    struct outdir outdir;
    (void)unused;

    mkdir("out", 0777);
    assert_int_equal(outdir_open(&outdir, "out", false), OK);
    write_one(&outdir, "a", news);
    assert_int_equal(outdir_commit(&outdir), OK);
    outdir_abandon(&outdir);
    expect_content("out/a", "news");
}

static void force_replaces_earlier_results_whole(void **unused)
{
    struct outdir outdir;
    (void)unused;

    results_at("out");
    assert_int_equal(outdir_open(&outdir, "out", true), OK);
    write_one(&outdir, "new.csv", news);
    expect_content("out/old.csv", "old");
    assert_int_equal(outdir_commit(&outdir), OK);
    outdir_abandon(&outdir);
    assert_int_equal(entries("."), 1);
    assert_int_equal(entries("out"), 1);
    expect_content("out/new.csv", "news");
}

static void a_failed_commit_restores_what_was_there(void **unused)
{
    struct outdir outdir;
    (void)unused;

    results_at("out");
    assert_int_equal(outdir_open(&outdir, "out", true), OK);
    assert_int_equal(rename(outdir.partial, "stolen"), 0);
    assert_int_equal(outdir_commit(&outdir), ERR_FILE);
    outdir_abandon(&outdir);
    expect_said("can't write `out`: No such file");
    expect_content("out/old.csv", "old");
    assert_int_equal(entries("."), 2);
}

static void who_comes_in_between_is_not_overwritten(void **unused)
{
    struct outdir outdir;
    (void)unused;

    assert_int_equal(outdir_open(&outdir, "out", false), OK);
    results_at("out");
    assert_int_equal(outdir_commit(&outdir), ERR_FILE);
    outdir_abandon(&outdir);
    expect_content("out/old.csv", "old");
    assert_int_equal(entries("."), 1);
}

static void links_are_never_followed(void **unused)
{
    struct outdir outdir;
    char path[256];
    (void)unused;

    mkdir("outside", 0777);
    put("outside/precious", "kept");
    assert_int_equal(outdir_open(&outdir, "out", false), OK);
    snprintf(path, sizeof path, "%s/charts", outdir.partial);
    assert_int_equal(symlink("../outside", path), 0);
    snprintf(path, sizeof path, "%s/summary.json", outdir.partial);
    assert_int_equal(symlink("../outside/precious", path), 0);
    assert_null(outdir_file(&outdir, "charts/line.gp"));
    assert_null(outdir_folder(&outdir, "charts"));
    assert_null(outdir_file(&outdir, "summary.json"));
    assert_int_equal(outdir_commit(&outdir), ERR_FILE);
    outdir_abandon(&outdir);
    expect_content("outside/precious", "kept");
    assert_int_equal(entries("outside"), 1);
    assert_int_equal(entries("."), 1);
}

static void a_leftover_of_the_same_number_is_passed_over(void **unused)
{
    struct outdir outdir;
    char stale[64];
    (void)unused;

    snprintf(stale, sizeof stale, ".out.partial-%d", (int)getpid());
    mkdir(stale, 0777);
    assert_int_equal(outdir_open(&outdir, "out", false), OK);
    assert_string_not_equal(outdir.partial, stale);
    assert_int_equal(outdir_commit(&outdir), OK);
    outdir_abandon(&outdir);
    assert_int_equal(entries("."), 2);
}

/* Exit code of a child that may write a kilobyte a file and tries more. */
static int write_on_a_full_disk(void)
{
    struct rlimit limit = {1024, 1024};
    struct outdir outdir;
    static char much[300000];

    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    memset(much, 'x', sizeof much - 1);
    struct text text = {.bytes = much, .n = sizeof much - 1};
    if (outdir_open(&outdir, "out", false) != OK)
        return 1;
    enum status one = outdir_write(&outdir, "big.csv", &text), two = outdir_commit(&outdir);
    outdir_abandon(&outdir);
    return one == ERR_FILE && two == ERR_FILE ? 0 : 2;
}

static void a_full_disk_is_told_and_leaves_nothing(void **unused)
{
    int status;
    (void)unused;

    pid_t child = fork();
    if (child == 0)
        _exit(write_on_a_full_disk());
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(entries("."), 0);
    expect_said("can't write `out/big.csv`: File too large");
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(the_directory_appears_whole_at_commit),
        IN_A_FOLDER(what_is_abandoned_leaves_nothing),
        IN_A_FOLDER(parents_stay_once_committed),
        IN_A_FOLDER(a_zeroed_outdir_can_be_abandoned),
        IN_A_FOLDER(what_stands_in_the_way_is_refused),
        IN_A_FOLDER(an_empty_directory_is_taken),
        IN_A_FOLDER(force_replaces_earlier_results_whole),
        IN_A_FOLDER(a_failed_commit_restores_what_was_there),
        IN_A_FOLDER(who_comes_in_between_is_not_overwritten),
        IN_A_FOLDER(links_are_never_followed),
        IN_A_FOLDER(a_leftover_of_the_same_number_is_passed_over),
        IN_A_FOLDER(a_full_disk_is_told_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
