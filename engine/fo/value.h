/* Reading the value of one property; what apply.c stands on. */
#ifndef HJ_FO_VALUE_H
#define HJ_FO_VALUE_H

#include "fo/internal.h"

/* One object being given its computed values. */
typedef struct hj_fo_state {
    hj_fo_builder *b;
    hj_fo_node *node;
    hj_fo_inherited *in; /* private copies (in scratch), NULL until needed */
    hj_fo_own *own;
    hj_fo_raw *raw;
    const hj_property *now; /* being applied */
    struct {
        hj_fo_inherited in;
        hj_fo_own own;
    } scratch;
} hj_fo_state;

/* The object's own copy of a block, made when first asked for. */
hj_fo_inherited *hj_fo_set_in(hj_fo_state *s);
hj_fo_own *hj_fo_set_own(hj_fo_state *s);
hj_fo_raw *hj_fo_set_raw(hj_fo_state *s);
/* Where the property's computed value is written; NULL when it has no place of its own. */
void *hj_fo_slot(hj_fo_state *s, const hj_property *p);

/* Takes over p's value from the object that value names: inherit, from-parent() …
 * False when value is something else (from.c). */
bool hj_fo_taken(hj_fo_state *s, const hj_property *p, const char *value);

/* Tells that value is none of p's, and what was expected (a literal text). */
void hj_fo_bad_value(hj_fo_state *s, const hj_property *p, const char *value,
                     const char *expected);

/* Properties about type (type.c): false when p is none of them. *ok: the value is one of p's. */
bool hj_fo_type_property(hj_fo_state *s, const hj_property *p, const char *component,
                         const char *value, bool *ok);

/* Backgrounds (background.c): false when p is none of them. */
bool hj_fo_background_property(hj_fo_state *s, const hj_property *p, const char *value, bool *ok);
const char *hj_fo_uri(hj_fo_state *s, const char *value); /* url(x) gives x */

/* An expression; em is the font size that em and % of it mean, 1/1000 pt. */
hj_numeric hj_fo_evaluate(hj_fo_state *s, const char *value, hj_len em);
/* Kept within what lengths may be. */
hj_len hj_fo_clamped(int64_t v);
/* To the nearest integer, kept in range. */
int32_t hj_fo_rounded(double v);
bool hj_fo_length(hj_fo_state *s, const char *value, hj_length *out);
bool hj_fo_absolute(hj_fo_state *s, const char *value, hj_len *out);
bool hj_fo_border_width(hj_fo_state *s, const char *value, hj_len *out);
bool hj_fo_is_language(const char *tag); /* of the shape of BCP 47 */
bool hj_fo_keep_value(const char *value, int32_t *out);
/* baseline.c: alignment-baseline, alignment-adjust, baseline-shift, vertical-align. */
bool hj_fo_baseline(hj_fo_state *s, const char *name, const char *value);
bool hj_fo_whole(hj_fo_state *s, const char *value, int *out); /* the nearest of 1 … 10000 */
int hj_fo_integer(const char *value, int low, int high, bool *ok);

/* The index of value among blank-separated words, -1 when it is none; does a + stand before it? */
int hj_fo_word_index(const char *words, const char *value);
bool hj_fo_word_is_true(const char *words, int index);
/* Copies the next blank-separated token of *p (parentheses kept together); false at the end. */
bool hj_fo_token(const char **p, char *out, size_t room);

#endif
