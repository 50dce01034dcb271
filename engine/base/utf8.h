/* UTF-8 as bytes and code points. No locale. */
#ifndef HJ_BASE_UTF8_H
#define HJ_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at *p (p < end), *p moved past it. Malformed input yields U+FFFD and one byte. */
uint32_t hj_utf8_next(const char **p, const char *end);
/* Writes 1–4 bytes, returns how many. */
int hj_utf8_put(uint32_t c, char out[4]);
bool hj_utf8_valid(const char *s, size_t n);
size_t hj_utf8_count(const char *s, size_t n);

#endif
