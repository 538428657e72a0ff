/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/say.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "samovar"

static const char *language = "en";

/* The catalogue lies beside the program, in the build tree (locale/) and installed
 * (../share/locale/) alike, so a copied tree speaks Chinese too. */
static void bind_catalogue(void)
{
    static const char *const places[] = {"%s/locale", "%s/../locale", "%s/../share/locale"};
    char program[PATH_MAX], folder[PATH_MAX + 32], catalogue[PATH_MAX + 96];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);

    if (n <= 0)
        return;
    program[n] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash)
        return;
    *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        snprintf(folder, sizeof folder, places[i], program);
        snprintf(catalogue, sizeof catalogue, "%s/zh/LC_MESSAGES/" DOMAIN ".mo", folder);
        if (access(catalogue, R_OK) == 0) {
            bindtextdomain(DOMAIN, folder);
            return;
        }
    }
}

void say_in(const char *wanted)
{
    language = strncmp(wanted, "zh", 2) == 0 ? "zh" : "en";
    /* LANGUAGE is honoured in every locale but "C", and C.UTF-8 is there on every Debian.
     * LC_NUMERIC is never touched: numbers don't depend on the locale. */
    setenv("LANGUAGE", language, 1);
    setlocale(LC_MESSAGES, "C.UTF-8");
    setlocale(LC_CTYPE, "C.UTF-8");
    bind_catalogue();
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    textdomain(DOMAIN);
}

const char *say_language(void)
{
    return language;
}

const char *say_language_of_environment(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "zh", 2) == 0 ? "zh" : "en";
    }
    return "en";
}

const char *say(const char *english)
{
    if (!*english || strcmp(language, "en") == 0)
        return english;
    return dgettext(DOMAIN, english);
}

const char *say_n(const char *one, const char *many, unsigned long n)
{
    if (strcmp(language, "en") == 0)
        return n == 1 ? one : many;
    return dngettext(DOMAIN, one, many, n);
}
