/* What the tellings of a record share (text.c, html.c): how it is read, and the sentences that say
 * in plain words what an attribute only states. Not for other stages. */
#ifndef HJ_DECISION_TELLING_H
#define HJ_DECISION_TELLING_H

#include <libxml/tree.h>

#include "decision/decision.h"

typedef struct hj_telling {
    hj_lang lang; /* of our own words */
    const char *maalform; /* of the packs' */
    const xmlNode *root;
    hj_buf *out;
} hj_telling;

/* False when there is no record to tell. */
bool hj_telling_open(hj_telling *t, const hj_record *record, hj_lang lang, hj_buf *out);

bool hj_told_is(const xmlNode *node, const char *name);
/* First child of that name; the next sibling of the same name. NULL when none. */
const xmlNode *hj_told_child(const xmlNode *node, const char *name);
const xmlNode *hj_told_next(const xmlNode *node);
/* An attribute; "" when there is none. */
const char *hj_told(const xmlNode *node, const char *name);
bool hj_told_yes(const xmlNode *node, const char *name); /* it is "ja" */
/* The text of the child element in the record's målform, else in any; "" when there is none. navn:
 * what its attribute navn must be, or NULL. */
const char *hj_told_text(const hj_telling *t, const xmlNode *node, const char *element,
                         const char *navn);
/* Its <tekst>, else the attribute that names it. */
const char *hj_told_name(const hj_telling *t, const xmlNode *node, const char *attribute);
/* What a post is about: the property tittel, else its rule. */
const char *hj_told_title(const hj_telling *t, const xmlNode *post);
/* yes, no, unknown. */
const char *hj_told_answer(const hj_telling *t, const char *utfall);
/* An outcome as the packs' text utfall.<outcome> has it, else as it is; "" is "nothing yet". */
const char *hj_told_outcome(const hj_telling *t, const char *outcome);

/* Of the elements called so anywhere below node, the first with each value of the attribute, in
 * document order; NULL-terminated, in arena. */
const xmlNode **hj_told_distinct(const xmlNode *node, const char *element, const char *attribute,
                                 hj_arena *arena);

/* Sentences, written to out. */
typedef void hj_sentence(const hj_telling *t, const xmlNode *node, hj_buf *out);
void hj_say_date(const char *iso, hj_buf *out); /* 2026-11-24 as 24.11.2026 */
void hj_say_day(const hj_telling *t, const char *iso, hj_buf *out); /* tirsdag 24.11.2026 */
void hj_say_value(const hj_telling *t, const xmlNode *faktum, hj_buf *out);
void hj_say_unknown(const hj_telling *t, const xmlNode *ukjent, hj_buf *out);
void hj_say_change(const hj_telling *t, const xmlNode *endring, hj_buf *out);
void hj_say_exception(const hj_telling *t, const xmlNode *unntak, hj_buf *out);
/* The proposal and the decision, and whether the reasons are there. */
void hj_say_difference(const hj_telling *t, const xmlNode *post, hj_buf *out);
/* How a deadline was found; nothing when it was not. */
void hj_say_counting(const hj_telling *t, const xmlNode *frist, hj_buf *out);

/* "the municipality's own, instead of …": for a node with <lokal>. */
hj_sentence hj_say_local;
/* What became of a step of a stair; and that what is missing is being collected already. */
const char *hj_told_step(const hj_telling *t, const xmlNode *step);
const char *hj_told_missing(const hj_telling *t, const xmlNode *missing); /* "" */

/* stand.c: where each process stands; nothing when there is none. */
void hj_stand_text(const hj_telling *t);
void hj_stand_html(const hj_telling *t);

#endif
