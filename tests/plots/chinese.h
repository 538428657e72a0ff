/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_PLOTS_CHINESE_H
#define TESTS_PLOTS_CHINESE_H

#include "core/say.h"

#include <libintl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

/* Messages in Chinese from now on, out of the build that the test belongs to. @return whether its catalogue is there */
static inline bool speak_chinese(void)
{
    char folder[4096] = "";
    ssize_t n = readlink("/proc/self/exe", folder, sizeof folder - 32);

    for (int up = 0; up < 3 && n > 0; up++)
        *strrchr(folder, '/') = '\0';
    strcat(folder, "/locale");
    if (access(folder, R_OK) != 0)
        return false;
    say_in("zh");
    bindtextdomain("samovar", folder);
    return true;
}

#endif
