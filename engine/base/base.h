/* base/: what every stage stands on. Include this one header.
 *
 * Owns: memory arenas, diagnostics, strings, UTF-8, civil dates, whole-file writing, limits.
 * Refuses: to know XML, Lua, fonts, pages, law or any locale. Nothing here reads the clock.
 *
 * Units used everywhere: lengths are hj_len in 1/1000 pt; dates are hj_date in days. */
#ifndef HJ_BASE_H
#define HJ_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/page.h"
#include "base/utf8.h"

/* A length in 1/1000 pt (1 mm = 2834.6 units). Range: +-2 147 km... of paper; pages are capped
 * far below by HJ_LIMIT_PAGE_SIDE, so sums of lengths on one page cannot overflow. */
typedef int32_t hj_len;
#define HJ_PT(x) ((hj_len)((x) * 1000))
#define HJ_MM(x) ((hj_len)((x) * 360000.0 / 127.0 + 0.5))

/* 0xRRGGBBAA; AA 0xff is opaque, 0x00 is "transparent" (nothing is painted). */
typedef uint32_t hj_color;
/* A colour name of SVG 1.1 as 0xRRGGBB, in any case of letters; false when it is none (color.c). */
bool hj_color_named(const char *name, uint32_t *rgb);

#define HJ_COUNT(a) (sizeof(a) / sizeof((a)[0]))

#endif
