/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int columns_of(int file)
{
    struct winsize size;
    return ioctl(file, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* As the locale would be, were it in use: say_in() has set one of its own. */
static bool speaks_utf8(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strcasestr(value, "utf-8") || strcasestr(value, "utf8");
    }
    return false;
}

static bool may_colour(const char *terminal)
{
    const char *no = getenv("NO_COLOR");
    return !(no && *no) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

bool terminal_look(const struct options *options, struct sketch_look *look)
{
    if (options->quiet || options->format != FORMAT_TEXT || !isatty(STDOUT_FILENO))
        return false;
    *look = (struct sketch_look){columns_of(STDOUT_FILENO), speaks_utf8(), may_colour(getenv("TERM"))};
    look->colours &= look->blocks;
    return look->columns >= SKETCH_COLUMNS;
}

enum status terminal_print(const struct text *text)
{
    TRY(text_status(text));
    put_stdout(text_c(text));
    flush_stdout();
    return OK;
}
