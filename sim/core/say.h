/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CORE_SAY_H
#define CORE_SAY_H

/* Chinese and English by gettext: English stands in the source, po/zh.po holds the Chinese. */

/** Chooses the language of everything that say() returns: "en" or "zh". Call before any thread starts. */
void say_in(const char *language);

/** "zh" or "en", as set by say_in. */
const char *say_language(void);

/** "zh" if the user's environment (LC_ALL, LC_MESSAGES, LANG) asks for Chinese, else "en". */
const char *say_language_of_environment(void);

/** The sentence in the chosen language; the English one where the catalogue has none. */
const char *say(const char *english) __attribute__((format_arg(1)));

/** The same with a plural: one when n is 1 (Chinese has one form). */
const char *say_n(const char *one, const char *many, unsigned long n)
    __attribute__((format_arg(1), format_arg(2)));

/** Marks a text in a table for translation, where say() is called later. */
#define MARK(english) english

#endif
