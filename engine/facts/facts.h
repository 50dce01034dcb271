/* facts/: typed values with their origin, or ukjent.
 *
 * Owns: the value type, reading declared facts from a document by XPath relative to a context node.
 * Refuses: values that do not fit the declared type or range (error at file:line of the value). */
#ifndef HJ_FACTS_H
#define HJ_FACTS_H

#include "base/base.h"

typedef enum { HJ_NEI = 0, HJ_JA = 1, HJ_UKJENT = 2 } hj_kleene;

typedef enum { HJ_FACT_JANEI, HJ_FACT_TALL, HJ_FACT_VALG, HJ_FACT_DATO, HJ_FACT_TEKST }
    hj_fact_type;

/* Kinds of not knowing; all evaluate as ukjent. */
typedef enum { HJ_KNOWN, HJ_NOT_STATED, HJ_NOT_RELEVANT, HJ_BEING_COLLECTED } hj_known;

typedef struct hj_value {
    hj_fact_type type;
    hj_known known;
    bool flag; /* JANEI */
    double number; /* TALL */
    hj_date date; /* DATO */
    const char *text; /* VALG, TEKST */
    hj_place place; /* where in the case; file NULL in tests */
} hj_value;

#endif
