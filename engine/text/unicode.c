/* NFC and letter case, by code point and without a locale.
 *
 * The hard idea: HarfBuzz carries the Unicode tables (canonical pairs, combining classes), so the
 * three steps of UAX #15 (decompose, order, compose) are all that is ours. Case is not in there;
 * European scripts are regular enough for a table of ranges read in both directions. */
#include <stdlib.h>
#include <string.h>

#include "text/internal.h"

/* Below U+0300 every character is composed and no mark. The blocks above hold dashes, quotes,
 * currency and mathematics, less the few with a canonical mapping. */
bool hj_text_is_plain(uint32_t c)
{
    return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x2010 && c < 0x2070)
           || (c >= 0x20a0 && c < 0x20c0) || (c >= 0x2190 && c < 0x219a)
           || (c >= 0x2212 && c < 0x2224);
}

static size_t decompose(hb_unicode_funcs_t *u, uint32_t c, uint32_t *out)
{
    hb_codepoint_t a, b;
    uint32_t tail[4];
    size_t n_tail = 0;
    while (n_tail < HJ_COUNT(tail) && hb_unicode_decompose(u, c, &a, &b)) {
        if (b)
            tail[n_tail++] = b;
        c = a;
    }
    out[0] = c;
    for (size_t i = 0; i < n_tail; i++)
        out[1 + i] = tail[n_tail - 1 - i];
    return 1 + n_tail;
}

size_t hj_text_nfc_points(const uint32_t *in, size_t n, uint32_t *out)
{
    hb_unicode_funcs_t *u = hb_unicode_funcs_get_default();
    size_t len = 0;
    for (size_t i = 0; i < n; i++)
        len += decompose(u, in[i], out + len);

    for (size_t i = 1; i < len; i++) { /* canonical ordering: a stable insertion sort of marks */
        uint32_t c = out[i];
        unsigned class = hb_unicode_combining_class(u, c);
        size_t j = i;
        /* A run of marks longer than 32 is no text; leaving it unsorted keeps this linear. */
        while (class && j > 0 && i - j < 32 && hb_unicode_combining_class(u, out[j - 1]) > class) {
            out[j] = out[j - 1];
            j--;
        }
        out[j] = c;
    }

    size_t to = 0, starter = 0;
    bool have_starter = false;
    unsigned last = 0; /* combining class of the character before, since the starter */
    for (size_t i = 0; i < len; i++) {
        uint32_t c = out[i];
        unsigned class = hb_unicode_combining_class(u, c);
        hb_codepoint_t both;
        bool adjacent = have_starter && to == starter + 1;
        if (have_starter && (adjacent || (last && last < class))
            && hb_unicode_compose(u, out[starter], c, &both)) {
            out[starter] = both;
            continue;
        }
        if (!class) {
            starter = to;
            have_starter = true;
        }
        last = class;
        out[to++] = c;
    }
    return to;
}

const char *hj_text_nfc(hj_arena *arena, const char *text, size_t *len)
{
    const char *end = text + *len;
    bool plain = true;
    for (const char *q = text; q < end && plain;) {
        if ((unsigned char)*q < 0x80)
            q++;
        else
            plain = hj_text_is_plain(hj_utf8_next(&q, end));
    }
    if (plain)
        return text;

    size_t n = 0, max = hj_utf8_count(text, *len);
    uint32_t *in = HJ_ARRAY(arena, max, uint32_t), *out = HJ_ARRAY(arena, max * 5 + 8, uint32_t);
    for (const char *q = text; q < end;)
        in[n++] = hj_utf8_next(&q, end);
    n = hj_text_nfc_points(in, n, out);
    char *result = hj_arena_alloc(arena, n * 4 + 1);
    size_t to = 0;
    for (size_t i = 0; i < n; i++)
        to += (size_t)hj_utf8_put(out[i], result + to);
    result[to] = '\0';
    *len = to;
    return result;
}

/* Small letters first…last, every step-th, and how far away their capitals are. UnicodeData.txt,
 * the scripts of Europe. Sorted; ß is no pair and is handled apart. */
static const struct case_range {
    uint16_t first, last;
    int16_t delta;
    uint8_t step;
} cases[] = {
    {'a', 'z', -32, 1},          {0xe0, 0xf6, -32, 1},        {0xf8, 0xfe, -32, 1},
    {0xff, 0xff, 121, 1},        {0x101, 0x12f, -1, 2},       {0x133, 0x137, -1, 2},
    {0x13a, 0x148, -1, 2},       {0x14b, 0x177, -1, 2},       {0x17a, 0x17e, -1, 2},
    {0x180, 0x180, 195, 1},      {0x183, 0x185, -1, 2},       {0x188, 0x188, -1, 1},
    {0x18c, 0x18c, -1, 1},       {0x192, 0x192, -1, 1},       {0x199, 0x199, -1, 1},
    {0x1a1, 0x1a5, -1, 2},       {0x1ad, 0x1ad, -1, 1},       {0x1b0, 0x1b0, -1, 1},
    {0x1b4, 0x1b6, -1, 2},       {0x1c6, 0x1c6, -2, 1},       {0x1c9, 0x1c9, -2, 1},
    {0x1cc, 0x1cc, -2, 1},       {0x1ce, 0x1dc, -1, 2},       {0x1dd, 0x1dd, -79, 1},
    {0x1df, 0x1ef, -1, 2},       {0x1f3, 0x1f3, -2, 1},       {0x1f5, 0x1f5, -1, 1},
    {0x1f9, 0x21f, -1, 2},       {0x223, 0x233, -1, 2},       {0x254, 0x254, -206, 1},
    {0x256, 0x257, -205, 1},     {0x259, 0x259, -202, 1},     {0x25b, 0x25b, -203, 1},
    {0x292, 0x292, -219, 1},     {0x3ac, 0x3ac, -38, 1},      {0x3ad, 0x3af, -37, 1},
    {0x3b1, 0x3c1, -32, 1},      {0x3c3, 0x3cb, -32, 1},      {0x3cc, 0x3cc, -64, 1},
    {0x3cd, 0x3ce, -63, 1},      {0x430, 0x44f, -32, 1},      {0x450, 0x45f, -80, 1},
    {0x461, 0x481, -1, 2},       {0x48b, 0x4bf, -1, 2},       {0x4c2, 0x4ce, -1, 2},
    {0x4d1, 0x52f, -1, 2},       {0x561, 0x586, -48, 1},      {0x1e01, 0x1e95, -1, 2},
    {0x1ea1, 0x1eff, -1, 2},
};

uint32_t hj_text_upper_point(uint32_t c)
{
    for (size_t i = 0; i < HJ_COUNT(cases) && c >= cases[i].first; i++)
        if (c <= cases[i].last && (c - cases[i].first) % cases[i].step == 0)
            return (uint32_t)((int32_t)c + cases[i].delta);
    return c == 0x131 ? 'I' : c == 0x17f ? 'S' : c == 0x3c2 ? 0x3a3 : c == 0xb5 ? 0x39c : c;
}

uint32_t hj_text_lower_point(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        int32_t small = (int32_t)c - cases[i].delta;
        if (small >= cases[i].first && small <= cases[i].last
            && (small - cases[i].first) % cases[i].step == 0)
            return (uint32_t)small;
    }
    return c;
}

static const char *map(hj_arena *arena, const char *text, size_t *len, bool upper, bool singly)
{
    /* Three bytes for one is the most: U+FFFD for a byte that is no UTF-8. */
    char *out = hj_arena_alloc(arena, *len * 3 + 1);
    size_t to = 0;
    for (const char *p = text, *end = text + *len; p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (c == 0xdf && upper && !singly) {
            out[to++] = 'S';
            c = 'S';
        }
        to += (size_t)hj_utf8_put(upper ? hj_text_upper_point(c) : hj_text_lower_point(c),
                                  out + to);
    }
    out[to] = '\0';
    *len = to;
    return out;
}

const char *hj_text_upper(hj_arena *arena, const char *text, size_t *len, bool singly)
{
    return map(arena, text, len, true, singly);
}

const char *hj_text_lower(hj_arena *arena, const char *text, size_t *len)
{
    return map(arena, text, len, false, false);
}
