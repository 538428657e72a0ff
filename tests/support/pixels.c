/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/pixels.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- inflate, RFC 1951: so that no test needs a library for it ------------------------------------------------- */

enum { MOST_BITS = 15, LITERALS = 288, DISTANCES = 30, LENGTH_CODES = 19 };

struct stream {
    const uint8_t *in;
    size_t n, at;
    unsigned held;
    int n_held;
    uint8_t *out;
    size_t room, written;
    bool broken;
};

/* Canonical Huffman code: how many of each length, symbols in order. */
struct code {
    int count[MOST_BITS + 1], symbol[LITERALS];
};

static int bits(struct stream *s, int n)
{
    while (s->n_held < n) {
        s->broken |= s->at >= s->n;
        s->held |= (unsigned)(s->at < s->n ? s->in[s->at++] : 0) << s->n_held;
        s->n_held += 8;
    }
    int value = (int)(s->held & ((1u << n) - 1));
    s->held >>= n, s->n_held -= n;
    return value;
}

static void make_code(struct code *code, const uint8_t length[], int n)
{
    int offset[MOST_BITS + 2] = {0};

    memset(code, 0, sizeof *code);
    for (int i = 0; i < n; i++)
        code->count[length[i]]++;
    code->count[0] = 0;
    for (int l = 1; l <= MOST_BITS; l++)
        offset[l + 1] = offset[l] + code->count[l];
    for (int i = 0; i < n; i++)
        if (length[i])
            code->symbol[offset[length[i]]++] = i;
}

static int decode(struct stream *s, const struct code *code)
{
    int value = 0, first = 0, index = 0;

    for (int l = 1; l <= MOST_BITS; l++) {
        value |= bits(s, 1);
        if (value - first < code->count[l])
            return code->symbol[index + value - first];
        index += code->count[l];
        first = (first + code->count[l]) << 1;
        value <<= 1;
    }
    s->broken = true;
    return 256;
}

static void put(struct stream *s, int byte)
{
    s->broken |= s->written >= s->room;
    if (!s->broken)
        s->out[s->written++] = (uint8_t)byte;
}

static void copy_back(struct stream *s, int symbol, const struct code *distances)
{
    static const int base[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
    static const int extra[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    int length = base[symbol - 257] + bits(s, extra[symbol - 257]);
    int far = decode(s, distances), more = far < 4 ? 0 : far / 2 - 1;
    size_t back = far < 4 ? (size_t)far + 1 : (((size_t)2 + far % 2) << more) + 1 + (size_t)bits(s, more);

    s->broken |= back > s->written;
    for (int i = 0; i < length && !s->broken; i++)
        put(s, s->out[s->written - back]);
}

static void read_codes(struct stream *s, struct code *literals, struct code *distances)
{
    static const int order[LENGTH_CODES] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint8_t length[LITERALS + 32 + 138] = {0};
    struct code lengths;
    int n = bits(s, 5) + 257, m = bits(s, 5) + 1, k = bits(s, 4) + 4;

    for (int i = 0; i < k; i++)
        length[order[i]] = (uint8_t)bits(s, 3);
    make_code(&lengths, length, LENGTH_CODES);
    memset(length, 0, sizeof length);
    for (int i = 0; i < n + m && !s->broken;) {
        int symbol = decode(s, &lengths);
        int times = symbol < 16 ? 1 : symbol == 16 ? 3 + bits(s, 2) : symbol == 17 ? 3 + bits(s, 3) : 11 + bits(s, 7);
        uint8_t value = symbol < 16 ? (uint8_t)symbol : symbol == 16 && i ? length[i - 1] : 0;
        memset(length + i, value, (size_t)times);
        i += times;
    }
    make_code(literals, length, n < LITERALS ? n : LITERALS);
    make_code(distances, length + n, m);
}

static void fixed_codes(struct code *literals, struct code *distances)
{
    uint8_t length[LITERALS];

    for (int i = 0; i < LITERALS; i++)
        length[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    make_code(literals, length, LITERALS);
    memset(length, 5, DISTANCES);
    make_code(distances, length, DISTANCES);
}

static void copy_stored(struct stream *s)
{
    s->held = 0, s->n_held = 0;
    int n = bits(s, 16);
    bits(s, 16);
    for (int i = 0; i < n; i++)
        put(s, bits(s, 8));
}

static bool inflate(struct stream *s)
{
    struct code literals, distances;

    for (bool last = false; !last && !s->broken;) {
        last = bits(s, 1);
        int kind = bits(s, 2);
        if (kind == 0) {
            copy_stored(s);
            continue;
        }
        if (kind == 1)
            fixed_codes(&literals, &distances);
        else
            read_codes(s, &literals, &distances);
        for (int symbol; !s->broken && (symbol = decode(s, &literals)) != 256;)
            if (symbol < 256)
                put(s, symbol);
            else
                copy_back(s, symbol, &distances);
    }
    return !s->broken && s->written == s->room;
}

/* --- PNG ------------------------------------------------------------------------------------------------------- */

static uint32_t number(const uint8_t *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Left, above and left above are bytes of the same channel. */
static int predict(int filter, int left, int above, int both)
{
    int p = left + above - both, a = abs(p - left), b = abs(p - above), c = abs(p - both);

    switch (filter) {
    case 1: return left;
    case 2: return above;
    case 3: return (left + above) / 2;
    case 4: return a <= b && a <= c ? left : b <= c ? above : both;
    default: return 0;
    }
}

static void unfilter(struct pixels *pixels, uint8_t *raw, int channels)
{
    int stride = pixels->width * channels;

    for (int y = 0; y < pixels->height; y++) {
        uint8_t *row = raw + (size_t)y * (size_t)(stride + 1) + 1, *over = y ? row - stride - 1 : NULL;
        for (int i = 0; i < stride; i++) {
            int left = i >= channels ? row[i - channels] : 0, above = over ? over[i] : 0;
            row[i] = (uint8_t)(row[i] + predict(row[-1], left, above, over && i >= channels ? over[i - channels] : 0));
        }
        for (int x = 0; x < pixels->width; x++)
            memcpy(pixels->rgb + 3 * ((size_t)y * (size_t)pixels->width + (size_t)x), row + x * channels, 3);
    }
}

/* All IDAT chunks, one after the other, at the front of png. */
static size_t gather(uint8_t *png, size_t n)
{
    size_t gathered = 0;

    for (size_t at = 8; at + 12 <= n;) {
        size_t size = number(png + at);
        if (size > n - at - 12)
            return 0;
        bool data = memcmp(png + at + 4, "IDAT", 4) == 0;
        if (data)
            memmove(png + gathered, png + at + 8, size);
        gathered += data ? size : 0;
        at += size + 12;
    }
    return gathered;
}

static bool decode_png(uint8_t *png, size_t n, struct pixels *pixels)
{
    static const char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    if (n < 33 || memcmp(png, start, 16) != 0 || png[24] != 8 || (png[25] != 2 && png[25] != 6) || png[28])
        return false;
    int channels = png[25] == 2 ? 3 : 4;
    *pixels = (struct pixels){(int)number(png + 16), (int)number(png + 20), NULL};
    struct stream s = {.in = png + 2, .room = (size_t)pixels->height * ((size_t)pixels->width * (size_t)channels + 1)};
    s.n = gather(png, n) - 2;
    s.out = malloc(s.room);
    pixels->rgb = malloc(3 * (size_t)pixels->width * (size_t)pixels->height);
    bool good = s.out && pixels->rgb && inflate(&s);
    if (good)
        unfilter(pixels, s.out, channels);
    free(s.out);
    return good;
}

bool pixels_read(const char *path, struct pixels *pixels)
{
    enum { MOST = 1 << 24 };
    uint8_t *png = malloc(MOST);
    FILE *file = fopen(path, "rb");
    size_t n = file && png ? fread(png, 1, MOST, file) : 0;

    *pixels = (struct pixels){0};
    if (file)
        fclose(file);
    bool good = n > 0 && decode_png(png, n, pixels);
    free(png);
    return good;
}

enum { EDGE = 8, COLOURED = 40, DARK = 190 };

static bool is_ink(const unsigned char *p, bool inside)
{
    int high = p[0] > p[1] ? p[0] : p[1], low = p[0] < p[1] ? p[0] : p[1];

    high = p[2] > high ? p[2] : high, low = p[2] < low ? p[2] : low;
    return high - low > COLOURED || (inside && low < DARK);
}

int pixels_inked(const struct pixels *pixels, double left, double bottom, double right, double top)
{
    int x0 = (int)(left * pixels->width), x1 = (int)(right * pixels->width);
    int y0 = (int)((1 - top) * pixels->height), y1 = (int)((1 - bottom) * pixels->height);
    int inked = 0;

    for (int x = x0; x < x1 && x < pixels->width; x++) {
        bool ink = false;
        for (int y = y0 < EDGE ? 0 : y0 - EDGE; y < y1 + EDGE && y < pixels->height && !ink; y++)
            ink = is_ink(pixels->rgb + 3 * ((size_t)y * (size_t)pixels->width + (size_t)x),
                         y > y0 + EDGE && y < y1 - EDGE && x > x0 + EDGE && x < x1 - EDGE);
        inked += ink;
    }
    return inked;
}
