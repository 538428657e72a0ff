/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tally, and what's fitted to it if it is one. */
#include "cli/write_fit.h"
#include "tests/fuzz/estate.h"

#include <gsl/gsl_errno.h>
#include <math.h>

static void expect_order(struct estimate e)
{
    assert(isnan(e.value) || isnan(e.low) || isnan(e.high) || (e.low <= e.value && e.value <= e.high));
}

/* Intervals hold their value, and the fragment is YAML that a reader takes. */
static void fit(const struct tally_log *log)
{
    struct arena arena = {0};
    struct fitted fitted;
    struct text text = {0};
    struct reader *reader;

    assert(fit_gather(log, 1, &arena, &fitted) == OK);
    for (int s = 0; s < fitted.n; s++) {
        expect_order(fitted.station[s].patience_s);
        expect_order(fitted.station[s].service.mean_s);
        for (int i = 0; i < fitted.station[s].n_steps; i++) {
            expect_order(fitted.station[s].arrivals.mean[i]);
            expect_order(fitted.station[s].arrivals.curve[i]);
        }
    }
    write_fit_text(&fitted, &text);
    write_fit_csv(&fitted, &text);
    assert(write_fit_json(&fitted, &text) == OK);
    text_clear(&text);
    write_fit_fragment(&fitted, &text);
    assert(!text.failed);
    if (strstr(text_c(&text), "\nresidents:") || strstr(text_c(&text), "\nservice:")) {
        assert(reader_open_text("fitted.yaml", text_c(&text), &reader) == OK);
        assert(reader_faults(reader) == 0);
        reader_free(reader);
    }
    text_free(&text);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tally_log log = {0};
    struct reader *reader;

    gsl_set_error_handler_off();
    if (!*estate_folder)
        estate_open();
    estate_write("counts.csv", data, size);
    assert(reader_open_bare(&reader) == OK);
    assert(tally_log_read(reader, "counts.csv", &log) == OK);
    tally_log_check(reader, &log);
    print_faults(reader);
    if (reader_faults(reader) == 0 && log.n_rows)
        fit(&log);
    tally_log_free(&log);
    reader_free(reader);
    return 0;
}
