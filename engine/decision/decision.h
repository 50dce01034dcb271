/* decision/: facts x rule base -> the record: what follows, and why.
 *
 * Owns: Kleene evaluation with full trace, hva-hvis, deadlines, checklists, the comparison of
 * innstilling and vedtak, the record as XML (urn:hjemmel:avgjoerelse:1, engine/decision/README.md).
 * Refuses: to treat unknown as no; to date anything by the clock. */
#ifndef HJ_DECISION_H
#define HJ_DECISION_H

#include "case/case.h"
#include "facts/facts.h"
#include "rules/rules.h"

typedef enum { HJ_LEVEL_OK, HJ_LEVEL_VARSEL, HJ_LEVEL_UTKAST, HJ_LEVEL_STOPP } hj_level;

typedef struct hj_record {
    void *xml; /* xmlDoc *, root <avgjoerelse>; freed with the arena */
    hj_level level; /* worst checklist finding of the document kind asked for */
    hj_date date; /* the date law was chosen by */
    hj_date document_date; /* the date the document shows */
    bool archive_copy; /* the document will carry its grounds: set by who makes it */
} hj_record;

/* What a test wants in the record besides what follows by itself. NULL with n 0 is fine. */
typedef struct hj_ask {
    const char *const *regler, *const *frister; /* only by hj_decide_given */
    const char *const *satser, *const *utregninger; /* for the root */
    const char *const *trapper; /* only by hj_decide_given */
    const char *const *fakta; /* in every post, and for the root */
    size_t n_regler, n_frister, n_satser, n_fakta, n_utregninger, n_trapper;
    /* only by hj_decide_given: what checklists take to be so. Some rule applies, and has just these
     * properties (name and value by turns, NULL-terminated); or no rule does. */
    const char *const *tenkt_regel;
    bool ingen_regel;
    bool tenkt_ved; /* it applies to the node conditions lead to, not to the place itself */
    const char *prosess; /* only by hj_decide_given: the process these events are of, or NULL */
    const struct hj_given_event *hendelser; /* rules/compiled.h */
    size_t n_hendelser;
} hj_ask;

/* For author/: what every condition came out as, and what if one had come out otherwise. */
typedef struct hj_probe {
    unsigned char *seen; /* by condition id, 1 << hj_kleene or-ed in; NULL: nobody looks */
    unsigned char *taken; /* by transition id: 1 when it was made; NULL: nobody looks */
    int turn; /* id of the condition whose ja is taken for nei and nei for ja; -1: none */
} hj_probe;

typedef struct hj_decide_options {
    const hj_document *kommune; /* NULL when none */
    const char *dokument; /* document kind whose checklists apply; NULL: those for every kind */
    const char *const *sjekklister; /* names of checklists to run, NULL-terminated; NULL: none */
    hj_date date; /* for law and document; HJ_DATE_NONE: from the document, where the packs say */
    bool only_look; /* date is the day the case is looked at: what has happened and which deadlines
                       have passed. Law and document keep the document's own. */
    const char *pakke; /* a local pack taken to hold when there is no kommune; NULL: none */
    const char *maalform; /* nb, nn; NULL: from the document, else the kommune, else nb */
    const hj_ask *ask; /* NULL: nothing more */
    const hj_probe *probe; /* NULL: none */
    const struct hj_given *given; /* facts to take so, whatever the document says; else NULL */
    size_t n_given;
    bool changes; /* with <endring>: what would have given another outcome */
    /* The same document evaluated before: the facts it read are not read again. With sharing it was
     * decided by the first of two rule bases, this is the second, and nothing that is alike in both
     * is found again; what is taken over then leaves no trace of its parts. Must outlive this. */
    const struct hj_eval *first; /* NULL: all is found here */
    const struct hj_sharing *sharing; /* decision/eval.h; NULL: it was decided by the same rules */
    bool brief; /* without <uttrykk> and <faktum>: most of a record, and no template reads them */
    bool bare; /* brief, and without words, hjemler and places: for those who only compare */
} hj_decide_options;

/* Evaluates everything that applies to doc. NULL only on errors (bad fact values, budget spent);
 * missing facts and checklist findings are part of the record, not errors. */
hj_record *hj_decide(hj_rulebase *base, const hj_document *doc, const hj_decide_options *options,
                     hj_arena *arena, hj_diags *diags);

/* The same for facts given by hand, at one place without a document: what `test { sak = … }` runs.
 * Only the rules and deadlines of options->ask are found; post ids are rule names. The checklists
 * are those of options; their `gjelder` is not looked at. */
struct hj_given; /* rules/compiled.h */
hj_record *hj_decide_given(hj_rulebase *base, const struct hj_given *given, size_t n_given,
                           const hj_decide_options *options, hj_arena *arena, hj_diags *diags);

/* The record as a person reads it: outcome <- conditions <- facts <- file:line, with hjemler. */
void hj_record_text(const hj_record *record, hj_lang lang, hj_buf *out);
/* A part of it: one post by its id, or (post NULL) the deadlines or the findings alone. */
typedef enum { HJ_PART_POST, HJ_PART_FRISTER, HJ_PART_FUNN } hj_part;
void hj_record_text_part(const hj_record *record, hj_part part, const char *post, hj_lang lang,
                         hj_buf *out);
void hj_record_json(const hj_record *record, hj_buf *out);
/* The same as a page for a browser, foldable; one file, no scripts. */
void hj_record_html(const hj_record *record, hj_lang lang, hj_buf *out);

#endif
