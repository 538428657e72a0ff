/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/command.h"
#include "cli/options.h"
#include "core/say.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <gsl/gsl_errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

volatile sig_atomic_t stop_asked;

static void on_stop(int signal_number)
{
    (void)signal_number;
    if (stop_asked)
        _exit(130); /* asked twice: at once */
    stop_asked = 1;
}

static void listen_for_stop(void)
{
    struct sigaction action = {.sa_handler = on_stop};

    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a limit on file size is then an error like any other */
}

/* A closed stdout would give its number to the next file that's opened; read-only, it fails as a closed one
 * should. */
static void keep_standard_files(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};

    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) < 0)
            _exit(6);
}

/* What was promised on stdout must have got there; that a reader went away (| head) needs no words. */
static enum status finish_stdout(enum status status)
{
    int fault = flush_stdout();

    if (fault && fault != EPIPE && status == OK)
        complain(say("can't write to the standard output: %s"), strerror(fault));
    return fault && status == OK ? ERR_FILE : status;
}

int main(int argc, char *argv[])
{
    struct options options;
    const struct command *command = NULL;

    gsl_set_error_handler_off();
    keep_standard_files();
    listen_for_stop();
    say_in(say_language_of_environment());
    enum status status = options_read(argc, argv, &options, &command);
    if (status == OK && command)
        status = command->run(&options);
    if (text_starved() && (status == OK || !has_complained()))
        status = ERR_MEMORY;
    if ((status == ERR_MEMORY || status == ERR_INTERRUPTED) && !has_complained())
        complain("%s", say(status_sentence(status)));
    status = finish_stdout(status);
    options_free(&options);
    return status_exit_code(status);
}
