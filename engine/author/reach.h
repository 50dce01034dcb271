/* author/reach: which branches of the stylesheets, and which phrases, no case has reached.
 *
 * Owns: the count, and its report as text and JSON.
 * Refuses: to make documents; the caller does, and shows each. */
#ifndef HJ_AUTHOR_REACH_H
#define HJ_AUTHOR_REACH_H

#include "author/author.h"
#include "transform/transform.h"

typedef struct hj_reach hj_reach;

/* templates are traced from now on; base is the packs whose texts documents may hold. In arena. */
hj_reach *hj_reach_new(hj_templates *templates, const hj_rulebase *base, hj_arena *arena);
/* words: all the text of a document made in this målform. */
void hj_reach_document(hj_reach *reach, const char *words, const char *maalform);
/* The report as text to `text`, as JSON members to `members`. Returns the smaller of the two
 * shares, branches and phrases, in percent rounded down. */
int hj_reach_report(const hj_reach *reach, hj_lang lang, hj_buf *text, hj_buf *members);

#endif
