/* A growing byte buffer, and the escapes of XML and JSON. */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void hj_buf_free(hj_buf *buf)
{
    free(buf->data);
    *buf = (hj_buf){0};
}

void hj_buf_clear(hj_buf *buf)
{
    buf->len = 0;
    if (buf->data)
        buf->data[0] = 0;
}

static void grow(hj_buf *buf, size_t n)
{
    size_t cap = buf->cap ? buf->cap : 256;
    while (cap - buf->len <= n) {
        if (cap > SIZE_MAX / 2)
            abort();
        cap *= 2;
    }
    char *data = realloc(buf->data, cap);
    if (!data) {
        fputs("hjemmel: out of memory\n", stderr);
        abort();
    }
    buf->data = data;
    buf->cap = cap;
}

static inline char *reserve(hj_buf *buf, size_t n)
{
    if (buf->cap - buf->len <= n)
        grow(buf, n);
    return buf->data + buf->len;
}

void hj_buf_add(hj_buf *buf, const void *bytes, size_t n)
{
    char *to = reserve(buf, n);
    if (n)
        memcpy(to, bytes, n);
    buf->len += n;
    buf->data[buf->len] = 0;
}

void hj_buf_str(hj_buf *buf, const char *s)
{
    hj_buf_add(buf, s, strlen(s));
}

void hj_buf_char(hj_buf *buf, char c)
{
    char *to = reserve(buf, 1);
    to[0] = c;
    to[1] = 0;
    buf->len++;
}

void hj_buf_int(hj_buf *buf, int64_t n)
{
    char digits[24], *p = digits + sizeof digits;
    uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do
        *--p = (char)('0' + u % 10);
    while (u /= 10);
    if (n < 0)
        *--p = '-';
    hj_buf_add(buf, p, (size_t)(digits + sizeof digits - p));
}

void hj_buf_milli(hj_buf *buf, int64_t n)
{
    if (n < 0) {
        hj_buf_char(buf, '-');
        n = -n;
    }
    hj_buf_int(buf, n / 1000);
    int rest = (int)(n % 1000);
    if (rest) {
        char d[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                     (char)('0' + rest % 10)};
        hj_buf_add(buf, d, rest % 10 ? 4 : rest % 100 ? 3 : 2);
    }
}

void hj_buf_vprintf(hj_buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n <= 0)
        return;
    vsnprintf(reserve(buf, (size_t)n), (size_t)n + 1, format, args);
    buf->len += (size_t)n;
}

void hj_buf_printf(hj_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    hj_buf_vprintf(buf, format, args);
    va_end(args);
}

void hj_buf_xml(hj_buf *buf, const char *s)
{
    for (; *s; s++) {
        switch (*s) {
        case '&': hj_buf_str(buf, "&amp;"); break;
        case '<': hj_buf_str(buf, "&lt;"); break;
        case '>': hj_buf_str(buf, "&gt;"); break;
        case '"': hj_buf_str(buf, "&quot;"); break;
        default:
            if ((unsigned char)*s >= 0x20 || *s == '\n' || *s == '\t')
                hj_buf_char(buf, *s);
        }
    }
}

void hj_buf_json(hj_buf *buf, const char *s)
{
    hj_buf_char(buf, '"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\') {
            hj_buf_char(buf, '\\');
            hj_buf_char(buf, *s);
        } else if (c == '\n') {
            hj_buf_str(buf, "\\n");
        } else if (c == '\t') {
            hj_buf_str(buf, "\\t");
        } else if (c < 0x20 || c == 0x7f) {
            hj_buf_printf(buf, "\\u%04x", c);
        } else {
            hj_buf_char(buf, *s);
        }
    }
    hj_buf_char(buf, '"');
}

bool hj_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool hj_ends_with(const char *s, const char *tail)
{
    size_t n = strlen(s), m = strlen(tail);
    return n >= m && strcmp(s + n - m, tail) == 0;
}

bool hj_listed(const char *const *list, const char *text)
{
    for (; list && *list; list++)
        if (strcmp(*list, text) == 0)
            return true;
    return false;
}
