/* SPDX-License-Identifier: GPL-3.0-or-later */
/* usage: replay_HARNESS FILE...: each file goes once to what the fuzzer feeds; no libFuzzer is needed. What broke
 * a promise once must not again. Written as tests/run counts it. */
#include "core/text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char *argv[])
{
    char *bytes;
    size_t n;

    for (int i = 1; i < argc; i++) {
        if (text_read_file(argv[i], 1 << 26, &bytes, &n) != OK) {
            fprintf(stderr, "can't read %s\n", argv[i]);
            return 6;
        }
        printf("%s\n", argv[i]);
        fflush(stdout);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, n);
        free(bytes);
    }
    return 0;
}
