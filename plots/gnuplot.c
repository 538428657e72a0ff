/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plots/gnuplot.h"

#include "core/say.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* Complaints go to a file in memory: nobody has to drain it while the process works. */
struct process {
    pid_t pid;
    int commands, complaints;
    bool running;
    int status;
};

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int spawn(struct process *process, const char *folder, int input)
{
    static char *const arguments[] = {"gnuplot", "--default-settings", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;

    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, process->complaints, 2);
    posix_spawn_file_actions_addchdir_np(&actions, folder);
    int fault =
        posix_spawnp(&process->pid, arguments[0], &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return fault;
}

/* A socket instead of a pipe: only on a socket can one write without SIGPIPE. */
static int start(struct process *process, const char *folder)
{
    int ends[2];

    *process = (struct process){.commands = -1};
    process->complaints = memfd_create("gnuplot", MFD_CLOEXEC);
    if (process->complaints < 0)
        return errno;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return errno;
    int fault = spawn(process, folder, ends[1]);
    process->running = fault == 0;
    process->commands = ends[0];
    close(ends[1]);
    return fault;
}

/* The socket holds all of it, so this can't wait for a gnuplot that doesn't read; and what isn't
 * taken shows in the exit status. */
static void tell(struct process *process, const char *commands)
{
    size_t n = strlen(commands);

    while (n > 0) {
        ssize_t sent = send(process->commands, commands, n, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            break;
        commands += sent;
        n -= (size_t)sent;
    }
    shutdown(process->commands, SHUT_WR);
}

static bool ended(struct process *process)
{
    if (process->running && waitpid(process->pid, &process->status, WNOHANG) == process->pid)
        process->running = false;
    return !process->running;
}

/* @return whether it had to be killed */
static bool await(struct process *process, double until_s, const volatile sig_atomic_t *stop)
{
    const struct timespec moment = {.tv_nsec = 2000000};

    while (!ended(process)) {
        if (now_s() > until_s || (stop && *stop)) {
            kill(process->pid, SIGKILL);
            waitpid(process->pid, &process->status, 0);
            process->running = false;
            return true;
        }
        nanosleep(&moment, NULL);
    }
    return false;
}

/* gnuplot echoes the line it stumbled over and a caret, and says last what is wrong. */
static void last_line(const struct process *process, char *line, size_t size)
{
    char said[4096];
    ssize_t n = pread(process->complaints, said, sizeof said - 1, 0);

    *line = '\0';
    said[n > 0 ? n : 0] = '\0';
    char *rest = said;
    for (char *next; (next = strsep(&rest, "\n"));) {
        next += strspn(next, " \t");
        if (*next && *next != '^') {
            strncpy(line, next, size - 1);
            line[size - 1] = '\0';
        }
    }
}

static enum status judge(const struct process *process, struct text *message)
{
    char complaint[300];

    if (WIFEXITED(process->status) && WEXITSTATUS(process->status) == 0)
        return OK;
    last_line(process, complaint, sizeof complaint);
    text_clear(message);
    if (WIFSIGNALED(process->status))
        text_print(message, say("gnuplot was ended by signal %d"), WTERMSIG(process->status));
    else
        text_print(message, say("gnuplot failed: %s"), *complaint ? complaint : "?");
    return ERR_PIPE;
}

static enum status start_all(const char *folder, int n, struct process process[],
                             const char *const commands[], struct text *message)
{
    for (int i = 0; i < n; i++) {
        int fault = start(&process[i], folder);
        if (fault) {
            text_clear(message);
            if (fault == ENOENT)
                text_add(message,
                         say("gnuplot isn't installed, or isn't on the PATH: it draws the charts"));
            else
                text_print(message, say("gnuplot can't be started: %s"), strerror(fault));
            return ERR_PIPE;
        }
        tell(&process[i], commands[i]);
    }
    return OK;
}

static void put_away(int n, struct process process[])
{
    for (int i = 0; i < n; i++) {
        await(&process[i], 0, NULL);
        if (process[i].commands >= 0)
            close(process[i].commands);
        if (process[i].complaints >= 0)
            close(process[i].complaints);
    }
}

static enum status end_of(struct process *process, double until_s, double limit_s, const volatile sig_atomic_t *stop, struct text *message)
{
    if (!await(process, until_s, stop))
        return judge(process, message);
    if (stop && *stop)
        return ERR_INTERRUPTED;
    text_clear(message);
    text_print(message, say("gnuplot didn't finish within %.0f s and was stopped"), limit_s);
    return ERR_PIPE;
}

enum status gnuplot_run_until(const char *folder, int n, const char *const commands[], double limit_s,
                              const volatile sig_atomic_t *stop, struct text *message)
{
    struct process process[GNUPLOT_MOST];
    double until_s = now_s() + limit_s;

    assert(n >= 1 && n <= GNUPLOT_MOST);
    for (int i = 0; i < n; i++)
        process[i] = (struct process){.commands = -1, .complaints = -1};
    enum status status = start_all(folder, n, process, commands, message);
    for (int i = 0; i < n && status == OK; i++)
        status = end_of(&process[i], until_s, limit_s, stop, message);
    put_away(n, process);
    return status;
}

enum status gnuplot_run(const char *folder, int n, const char *const commands[], double limit_s,
                        struct text *message)
{
    return gnuplot_run_until(folder, n, commands, limit_s, NULL, message);
}
