/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULTS_FAULTS_H
#define TESTS_FAULTS_FAULTS_H

#include "tests/cli/workplace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>

/* The program with a fault planted in it (shim.c, preloaded), and what must hold however it then ends: a
 * documented code, a sentence, nothing half done, no process left. SAMOVAR_FAULTS=10 plants ten times as
 * many, evenly spread over all there is. */

enum { MOST_WORDS = 16, MOST_SAID = 1 << 20 };

/* How one start of the program ended. */
struct ending {
    int code;               /* exit code, or 128 + signal */
    long memory, calls;     /* what the shim counted */
    char *said, *told;      /* stdout, stderr; the next start overwrites them */
};

static char shim_path[PATH_MAX + 16];
static bool shim_works; /* not beside every sanitizer */

/* How far it is from one place tried to the next, where there are so many in all. */
static inline long places_apart(long all, long usually)
{
    const char *times = getenv("SAMOVAR_FAULTS");
    long wanted = times ? usually * strtol(times, NULL, 10) : getenv("SAMOVAR_TEST_BRIEF") ? 1 + usually / 4 : usually;
    return wanted > 0 && all > wanted ? all / wanted : 1;
}

static inline int split(char *words, char *argv[])
{
    int n = 0;

    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
        assert_true(n < MOST_WORDS);
        argv[n++] = word;
    }
    argv[n] = NULL;
    return n;
}

static inline char *read_all_of(int fd)
{
    static char kept[3][MOST_SAID];
    static int turn;
    char *bytes = kept[turn = (turn + 1) % 3];
    ssize_t n = pread(fd, bytes, MOST_SAID - 1, 0);

    bytes[n > 0 ? n : 0] = '\0';
    close(fd);
    return bytes;
}

/* Starts `samovar arguments` with the shim and these of its settings ("NAME=VALUE ..."); out, err and counts
 * are where it writes. */
static inline pid_t start_with(const char *settings, const char *arguments, int out, int err, int counts)
{
    char words[1024], values[256], number[16], *argv[MOST_WORDS + 1], *name[MOST_WORDS + 1];

    snprintf(words, sizeof words, "samovar %s", arguments);
    snprintf(values, sizeof values, "%s", settings);
    split(words, argv);
    split(values, name);
    signal(SIGINT, SIG_DFL); /* a shell has what it puts into the background ignore it, and children inherit that */
    pid_t child = fork();
    if (child != 0)
        return child;
    for (int i = 0; name[i]; i++)
        putenv(name[i]);
    snprintf(number, sizeof number, "%d", counts);
    setenv("FAULT_COUNT", number, 1);
    if (shim_works)
        setenv("LD_PRELOAD", shim_path, 1);
    alarm(100); /* what hangs ends with 128 + SIGALRM */
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    execv(getenv("SAMOVAR"), argv);
    _exit(99);
}

static inline int code_of(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static inline struct ending end_of(const char *settings, const char *arguments)
{
    struct ending ending = {0};
    int out = memfd_create("out", 0), err = memfd_create("err", 0), counts = memfd_create("counts", 0), status;

    pid_t child = start_with(settings, arguments, out, err, counts);
    assert_int_equal(waitpid(child, &status, 0), child);
    ending.code = code_of(status);
    ending.said = read_all_of(out);
    ending.told = read_all_of(err);
    sscanf(read_all_of(counts), "%ld %ld", &ending.memory, &ending.calls);
    return ending;
}

static inline int enter_faults(void **state)
{
    ssize_t n = readlink("/proc/self/exe", shim_path, PATH_MAX);
    char *slash = n > 0 ? strrchr(shim_path, '/') : NULL;

    if (!slash || enter_workplace(state) != 0)
        return -1;
    strcpy(slash, "/shim.so");
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (access(shim_path, R_OK) != 0)
        return -1;
    shim_works = true;
    shim_works = end_of("", "version").code == 0;
    if (!shim_works)
        print_message("no fault can be planted in this build: only what comes from outside is tested\n");
    return 0;
}

/* gnuplot and pandoc may take a moment to die; who lives on after that was forgotten. */
static inline void expect_no_process_left(const char *what)
{
    const struct timespec moment = {.tv_nsec = 20000000};

    for (int i = 0; i < 100; i++) {
        if (waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD)
            return;
        nanosleep(&moment, NULL);
    }
    fail_msg("%s: a process is left", what);
}

/* Names in a folder, sorted, with a blank after each. */
static inline const char *names_in(const char *folder)
{
    static char names[4096];
    struct dirent **entry;
    int n = scandir(folder, &entry, NULL, alphasort);

    *names = '\0';
    for (int i = 0; i < n; i++) {
        if (strcmp(entry[i]->d_name, ".") != 0 && strcmp(entry[i]->d_name, "..") != 0 && strlen(names) + strlen(entry[i]->d_name) + 2 < sizeof names)
            strcat(strcat(names, entry[i]->d_name), " ");
        free(entry[i]);
    }
    if (n >= 0)
        free(entry);
    return names;
}

/* A small scenario that has everything: urn, carrier, plan block, two layouts. */
#define SMALL                                                                                          \
    "samovar: 1\nname: small\nwindow: 07:00 - 07:30\n"                                                 \
    "site: {nodes: {a: {x: 0 m, y: 0 m}, b: {x: 50 m, y: 0 m, power: 7 kW}, c: {x: 20 m, y: 9 m, power: 7 kW}},\n" \
    "  paths: [[a, c], [c, b]]}\n"                                                                     \
    "residents: {g: {count: 60, uptake: 80 %, from: {a: 100 %}, to: {b: 100 %}, departs: [{peak: 07:15, spread: 5 min, share: 100 %}]}}\n" \
    "drinks: {tea: {cup: 250 ml, serve: 55 - 70 °C, cost: 1 CNY}}\n"                                   \
    "equipment: {urn: {kind: heated, volume: 10 L, power: 3 kW, setpoint: 68 °C, loss: 2 W/K, tap: 60 ml/s,\n" \
    "  refill: {below: 2 L, takes: 90 s, water: 60 °C}}}\n"                                            \
    "service: {greet: \"lognormal(mean 6 s, cv 0.4)\"}\n"                                              \
    "layouts:\n  one: {b: {staff: 1, vessels: {tea: urn}, portions: {tea: 50}}}\n"                     \
    "  two: {c: {staff: 1, vessels: {tea: urn}, portions: {tea: 60}}}\n"                               \
    "costs: {goodwill: 3 CNY}\nuncertain: {residents.g.uptake: 60 % .. 100 %}\n"                     \
    "plan: {sites: [b, c], stations: 1..1, staff: 1..2, kits: {k: {tea: urn}}, indifference: 9}\n"

#endif
