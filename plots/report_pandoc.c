/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/report_pandoc.h"

#include "core/say.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Tables and tasks, nothing else beyond CommonMark: no TeX, no macros. */
static int start(pid_t *pid, const char *folder, const char *markdown, const char *docx, int complaints)
{
    char *const arguments[] = {"pandoc", "--from=commonmark+pipe_tables+task_lists", "--to=docx", "--output", (char *)docx, "--", (char *)markdown, NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;

    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, complaints, 2);
    posix_spawn_file_actions_addchdir_np(&actions, folder);
    int fault = posix_spawnp(pid, arguments[0], &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return fault;
}

/* @return its wait status; killed when the time is up */
static int await(pid_t pid, double limit_s, bool *stopped)
{
    const struct timespec moment = {.tv_nsec = 5000000};
    double until_s = now_s() + limit_s;
    int status = 0;

    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (now_s() > until_s) {
            *stopped = true;
            kill(pid, SIGKILL);
            waitpid(pid, &status, 0);
            break;
        }
        nanosleep(&moment, NULL);
    }
    return status;
}

static void last_line(int complaints, char *line, size_t size)
{
    char said[4096];
    ssize_t n = pread(complaints, said, sizeof said - 1, 0);

    *line = '\0';
    said[n > 0 ? n : 0] = '\0';
    char *rest = said;
    for (char *next; (next = strsep(&rest, "\n"));)
        if (*next)
            snprintf(line, size, "%s", next);
}

enum status pandoc_docx(const char *folder, const char *markdown, const char *docx, double limit_s, bool *absent, struct text *message)
{
    char complaint[300];
    bool stopped = false;
    pid_t pid;
    int complaints = memfd_create("pandoc", MFD_CLOEXEC);
    int fault = complaints < 0 ? errno : start(&pid, folder, markdown, docx, complaints);

    *absent = fault == ENOENT;
    text_clear(message);
    int status = fault ? 0 : await(pid, limit_s, &stopped);
    if (fault && !*absent)
        text_print(message, say("pandoc can't be started: %s"), strerror(fault));
    else if (stopped)
        text_print(message, say("pandoc didn't finish within %.0f s and was stopped"), limit_s);
    else if (!fault && status != 0) {
        last_line(complaints, complaint, sizeof complaint);
        text_print(message, say("pandoc failed: %s"), *complaint ? complaint : "?");
    }
    if (complaints >= 0)
        close(complaints);
    return message->n ? ERR_PIPE : OK;
}
