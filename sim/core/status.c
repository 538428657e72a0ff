/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/status.h"

static const struct {
    int code;
    const char *sentence;
} statuses[] = {
#define STATUS_ROW(name, code, sentence) [name] = {code, sentence},
    STATUS_LIST(STATUS_ROW)
#undef STATUS_ROW
};

int status_exit_code(enum status status)
{
    return statuses[status].code;
}

const char *status_sentence(enum status status)
{
    return statuses[status].sentence;
}
