/* explain --tekst: from a sentence in the letter to who said it. sentence.c finds, origin.c knows
 * where the words of case, municipality and record stand. */
#ifndef HJ_SENTENCE_H
#define HJ_SENTENCE_H

#include <libxml/tree.h>

#include "handle.h"

/* s for comparing: small letters, one kind of space, of quotation mark and of dash; soft hyphens
 * and what has no width left out; white space collapsed. */
const char *hj_plain_words(const char *s, hj_arena *arena);

typedef enum { HJ_FROM_CASE, HJ_FROM_KOMMUNE, HJ_FROM_RECORD } hj_origin_kind;

typedef struct hj_origin { /* words that stand somewhere, in one of the forms a letter uses */
    hj_origin_kind kind;
    const char *words; /* plain */
    const xmlNode *node; /* the element (of its attribute) */
    const char *name; /* attribute or element */
    const char *file;
    int line;
} hj_origin;

typedef struct hj_origins {
    hj_arena *arena;
    int n, cap;
    hj_origin *items;
} hj_origins;

/* Everything that stands in them, in document order: the case, the record, the municipality. */
void hj_origins_gather(hj_origins *all, const hj_work *w);

/* Says where job->tekst comes from. False with diagnostics when there is no letter; a sentence that
 * is not in it is an error too, but the nearest ones are in out. */
bool hj_sentence_explain(hj_work *w, hj_buf *out);

#endif
