/* UTF-8 read strictly: overlong forms, surrogates and cut sequences become U+FFFD, one byte each,
 * so that hostile text can neither hide a character nor run past its end. */
#include "base/utf8.h"

#include <string.h>

uint32_t hj_utf8_next(const char **p, const char *end)
{
    const unsigned char *s = (const unsigned char *)*p;
    size_t left = (size_t)(end - *p);
    uint32_t c = s[0];
    int more = c < 0x80 ? 0 : c < 0xc2 ? -1 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : c < 0xf5 ? 3 : -1;
    if (more >= 0 && (size_t)more < left) {
        static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
        uint32_t v = more == 0 ? c : c & (0x3fu >> more);
        int i = 1;
        for (; i <= more && (s[i] & 0xc0) == 0x80; i++)
            v = v << 6 | (s[i] & 0x3f);
        if (i > more && v >= least[more] && v <= 0x10ffff && (v < 0xd800 || v > 0xdfff)) {
            *p += more + 1;
            return v;
        }
    }
    *p += 1;
    return 0xfffd;
}

int hj_utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

bool hj_utf8_valid(const char *s, size_t n)
{
    const char *end = s + n;
    while (s < end) {
        uint64_t eight; /* most text is ASCII, and most of that comes in longer stretches */
        while (end - s >= 8 && (memcpy(&eight, s, 8), !(eight & 0x8080808080808080u)))
            s += 8;
        if (s == end)
            break;
        const char *at = s;
        if (hj_utf8_next(&s, end) == 0xfffd && !(s - at == 3))
            return false;
    }
    return true;
}

size_t hj_utf8_count(const char *s, size_t n)
{
    size_t count = 0;
    for (const char *end = s + n; s < end; count++)
        hj_utf8_next(&s, end);
    return count;
}
