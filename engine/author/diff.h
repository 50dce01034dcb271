/* author/diff: two versions of the rules over many cases.
 *
 * Owns: which outcomes, deadlines, amounts and checklist findings differ, grouped by the first
 * condition that flipped, with its place and hjemmel.
 * Refuses: to show facts; a case is its label. */
#ifndef HJ_AUTHOR_DIFF_H
#define HJ_AUTHOR_DIFF_H

#include "decision/decision.h"

typedef struct hj_diff hj_diff;
typedef enum { HJ_DIFF_TEXT, HJ_DIFF_JSON, HJ_DIFF_HTML } hj_diff_format;

/* Lives in arena; the bases must outlive it. */
hj_diff *hj_diff_new(hj_rulebase *before, hj_rulebase *after, hj_arena *arena);
/* What both versions read in one document, to be used again; lives in arena. */
struct hj_kept *hj_diff_kept(const hj_diff *d, hj_arena *arena);
/* Decides doc by both. A case only one can decide is a difference too. kept: of this document,
 * kept from before; NULL: it is read now. True: there is a difference. */
bool hj_diff_case(hj_diff *d, const char *label, const hj_document *doc,
                  const hj_decide_options *options, struct hj_kept *kept, hj_lang lang);
void hj_diff_unreadable(hj_diff *d); /* a file that is no case, or a broken one: counted */
/* The largest group first; the same differences give the same bytes. */
void hj_diff_report(const hj_diff *d, hj_diff_format format, hj_lang lang, hj_buf *out);

#endif
