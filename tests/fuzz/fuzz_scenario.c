/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole scenario file. */
#include "tests/fuzz/estate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!*estate_folder)
        estate_open();
    estate_write("s.yaml", data, size);
    estate_use("s.yaml", 0, NULL);
    return 0;
}
