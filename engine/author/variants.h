/* author/variants: a case told by what it does differently from another.
 *
 * Owns: files with root <varianter xmlns="urn:hjemmel:varianter:1"> (templates/README.md), and the
 * bytes of each case (and kommune file) they tell of.
 * Refuses: to decide or to make anything; a path that finds nothing is an error, never nothing. */
#ifndef HJ_AUTHOR_VARIANTS_H
#define HJ_AUTHOR_VARIANTS_H

#include "case/case.h"

#define HJ_VARIANTS_ROOT "varianter"

typedef struct hj_variant {
    const char *file, *name;
    int line;
    const char *base; /* path of the case it begins from */
    const char *dokument; /* the only document kind it is for, or NULL */
    bool changes[3]; /* by hj_variant_part */
    bool archive; /* archive: the archive's copy, as render --grunnlag makes it */
    const void *node; /* xmlNode * */
} hj_variant;

typedef enum { HJ_VARIANT_CASE, HJ_VARIANT_KOMMUNE, HJ_VARIANT_RECORD } hj_variant_part;

/* All of a file, in its order; *n is how many. NULL with diagnostics when the file is broken. */
const hj_variant *hj_variants_read(const char *path, size_t *n, hj_arena *arena, hj_diags *diags);
/* Changes doc (xmlDoc *, libxml2's own) as the variant has that part; gives its bytes, or NULL with
 * diagnostics when it cannot be done. */
const char *hj_variant_make(const hj_variant *variant, hj_variant_part part, void *doc, size_t *len,
                            hj_arena *arena, hj_diags *diags);

#endif
