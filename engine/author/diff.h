/* author/diff: two versions of the rules over many cases.
 *
 * Owns: which outcomes, stairs, processes, deadlines, amounts, checklist findings and (when asked)
 * letter texts differ, grouped by the first condition that flipped, with its place and hjemmel.
 * Refuses: to show facts; a case is its label. Only letter texts show values, and say so. */
#ifndef HJ_AUTHOR_DIFF_H
#define HJ_AUTHOR_DIFF_H

#include "decision/decision.h"
#include "transform/transform.h"

typedef struct hj_diff hj_diff;
typedef enum { HJ_DIFF_TEXT, HJ_DIFF_JSON, HJ_DIFF_HTML } hj_diff_format;

/* Lives in arena; the bases must outlive it. */
hj_diff *hj_diff_new(hj_rulebase *before, hj_rulebase *after, hj_arena *arena);
typedef struct hj_diff_case_input {
    const char *label; /* what the case is called in the report */
    const hj_document *document;
    const hj_decide_options *options;
    const struct hj_eval *read; /* of this document by the first version: the facts in it are not
                                   read again; or NULL */
    hj_templates *templates; /* letters are compared too, as kind; NULL: they are not */
    const hj_doctype *type;
    hj_lang lang;
} hj_diff_case_input;

/* Decides it by both. A case only one can decide is a difference too. True: there is one. */
bool hj_diff_case(hj_diff *d, const hj_diff_case_input *in);
/* A file that is no case, or a broken one: it is named with what was wrong first. */
void hj_diff_unreadable(hj_diff *d, const char *label, const hj_diags *diags);
/* The largest group first; the same differences give the same bytes. */
void hj_diff_report(const hj_diff *d, hj_diff_format format, hj_lang lang, hj_buf *out);

#endif
