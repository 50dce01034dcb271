/* author/weave: the packs as a book to be read, law by law. */
#ifndef HJ_AUTHOR_WEAVE_H
#define HJ_AUTHOR_WEAVE_H

#include "rules/rules.h"

/* The rule base turned around, as XML (urn:hjemmel:regelbok:1): an xmlDoc * tied to arena. Texts in
 * maalform, nb where a pack has no other. Every hjemmel stands under its law, every edition of it,
 * with all that cites it. only: a file or folder of the packs; then what stands in it, and the
 * hjemler that cites or declares. NULL: everything. */
void *hj_weave(const hj_rulebase *base, const char *maalform, const char *only, hj_arena *arena);

#endif
