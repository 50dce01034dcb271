/* base/page: the frame of a page for a browser. One file, no scripts, nothing fetched; light, dark
 * and paper. Classes the style knows: skip, place, tree, decided, note, ja nei ukjent, pair, law,
 * count. */
#ifndef HJ_BASE_PAGE_H
#define HJ_BASE_PAGE_H

#include "base/buf.h"
#include "base/diag.h"

/* From <!DOCTYPE to the start of <body>; the caller writes <header>, <main id="main"> …. */
void hj_page_open(hj_lang lang, const char *title, hj_buf *out);
void hj_page_close(hj_buf *out);

#endif
