/* The words of a Lua file: shared by the lint, the messages about syntax, and the formatter. */
#ifndef HJ_RULES_TOKEN_H
#define HJ_RULES_TOKEN_H

#include <string.h>

#include "base/base.h"

typedef enum {
    HJ_TOKEN_END, HJ_TOKEN_NAME, HJ_TOKEN_STRING, HJ_TOKEN_NUMBER, HJ_TOKEN_OP,
    HJ_TOKEN_BAD, /* letters outside a-z where no text is */
    HJ_TOKEN_COMMENT
} hj_token_kind;

typedef struct hj_token {
    hj_token_kind kind;
    const char *s; /* for texts: the contents as written, without the quotes */
    size_t n;
    int line; /* where it begins */
    const char *from, *to; /* all of it as it stands in the file, quotes and brackets too */
    bool open; /* a text or long comment without an end */
} hj_token;

typedef struct hj_scan {
    const char *p, *end; /* what is left */
    int line;
} hj_scan;

hj_scan hj_scan_begin(const char *source, size_t n);
hj_token hj_scan_next(hj_scan *scan); /* END at the end, for ever */
hj_token hj_scan_any(hj_scan *scan); /* comments are told too */

/* Its column in code points, from 1. source: where the file begins. */
int hj_token_column(const char *source, const hj_token *t);

/* A name or a sign spelled so. Asked some twenty times per token: inline, so that the word's
 * length is known when compiled. */
static inline __attribute__((always_inline)) bool hj_token_is(const hj_token *t, const char *word)
{
    return (t->kind == HJ_TOKEN_NAME || t->kind == HJ_TOKEN_OP) && *t->s == *word
        && t->n == strlen(word) && memcmp(t->s, word, t->n) == 0;
}
/* One of Lua's own words: and, break, do … */
bool hj_token_reserved(const hj_token *t);
/* Can an expression end here: a name, a value, a closing bracket, end? */
bool hj_token_ends_value(const hj_token *t);
bool hj_token_closes(const hj_token *t); /* a bracket, or a block by end or until */

#endif
