/* A growing byte buffer for output. data is always NUL-terminated past len. */
#ifndef HJ_BASE_BUF_H
#define HJ_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hj_buf {
    char *data; /* NULL while empty */
    size_t len, cap;
} hj_buf;

void hj_buf_free(hj_buf *buf); /* frees data and empties the struct */
void hj_buf_clear(hj_buf *buf); /* len = 0, memory kept */
void hj_buf_add(hj_buf *buf, const void *bytes, size_t n);
void hj_buf_str(hj_buf *buf, const char *s);
void hj_buf_char(hj_buf *buf, char c);
void hj_buf_int(hj_buf *buf, int64_t n);
/* n/1000 with at most three decimals, no trailing zeros, always a point: -0.5, 12, 3.125. */
void hj_buf_milli(hj_buf *buf, int64_t n);
void hj_buf_printf(hj_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void hj_buf_vprintf(hj_buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* s as XML text or attribute value: & < > " escaped, control characters dropped. */
void hj_buf_xml(hj_buf *buf, const char *s);
/* s as a JSON string with its quotes. */
void hj_buf_json(hj_buf *buf, const char *s);

/* Alike, or both NULL. */
bool hj_same_text(const char *a, const char *b);
bool hj_ends_with(const char *s, const char *tail);
bool hj_listed(const char *const *list, const char *text); /* NULL-terminated; NULL: empty */

#endif
