/* What record.c and the other rooms that write into the record share. Nodes live in the arena. */
#ifndef HJ_DECISION_WRITER_H
#define HJ_DECISION_WRITER_H

#include <libxml/tree.h>

#include "decision/eval.h"

typedef struct hj_writer {
    hj_eval *ev;
    xmlDoc *doc;
    xmlNs *ns;
    const xmlNode *owner; /* who got the newest attribute, */
    xmlAttr *last; /* and which */
    bool *unverified; /* by hjemmel id */
    bool idle; /* what is cited now did not come into play, so it counts as no ground */
    int parts; /* conditions told so far */
} hj_writer;

/* Names are literals; values are borrowed: from the rule base or the arena of the evaluation. */
xmlNode *hj_put_element(hj_writer *w, xmlNode *parent, const char *name);
void hj_put_text(hj_writer *w, xmlNode *node, const char *s); /* node is empty so far */
void hj_put(hj_writer *w, xmlNode *node, const char *name, const char *value)
    __attribute__((nonnull(1, 2, 3)));
void hj_put_count(hj_writer *w, xmlNode *node, const char *name, int value);
void hj_put_day(hj_writer *w, xmlNode *node, const char *name, hj_date date);
/* A text in both maalformer; in a brief record only in its own. */
void hj_put_both(hj_writer *w, xmlNode *parent, const char *name, hj_maal maal);
void hj_put_place(hj_writer *w, xmlNode *node, hj_place place); /* fil, linje */
void hj_put_node(hj_writer *w, xmlNode *node, const void *at); /* sti, fil, linje in the case */
void hj_put_hjemmel(hj_writer *w, xmlNode *parent, const hj_cite *c, hj_place place);
void hj_put_hjemler(hj_writer *w, xmlNode *parent, const hj_cites *cites, hj_place place);
/* The same, by what did not come into play: nobody need be warned that they are unverified. */
void hj_put_idle_hjemler(hj_writer *w, xmlNode *parent, const hj_cites *cites, hj_place place);
void hj_put_fact(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_faktum *f, int depth);
void hj_put_cond(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_cond *c, bool decisive,
                 int depth);
/* pakke, overstyrer: on what a local pack declares; nothing on all else. */
void hj_put_pack(hj_writer *w, xmlNode *node, const hj_edition *e);
/* The same, and a child <lokal> with the reason and the place of what it replaces. */
void hj_put_local(hj_writer *w, xmlNode *node, hj_kind kind, const hj_edition *e);
void hj_put_operand(hj_writer *w, xmlNode *node, hj_scope *sc, const hj_operand *o, int depth);
void hj_put_rate(hj_writer *w, xmlNode *node, const hj_sats *s, const char *post);
void hj_put_rate_value(hj_writer *w, xmlNode *node, const hj_sats *s, const hj_rate *rate);
void hj_put_property(hj_writer *w, xmlNode *parent, const char *name, const hj_property *p);
void hj_put_missing(hj_writer *w, xmlNode *parent, const hj_faktum *f, hj_known known, int rank);

xmlNode *hj_put_due(hj_writer *w, xmlNode *parent, const hj_due *d);

/* steps.c: where each process stands. */
void hj_put_processes(hj_writer *w, xmlNode *root);
/* why.c: what only an explanation wants. */
void hj_put_why(hj_writer *w, xmlNode *post, const hj_post *p);
void hj_put_counting(hj_writer *w, xmlNode *frist, const hj_due *d);
/* trapp.c, utregning.c; an utregning that does not apply is left out */
void hj_write_climb(hj_writer *w, xmlNode *root, const hj_climb *c);
void hj_write_amount(hj_writer *w, xmlNode *root, const hj_amount *a, const char *post);

const char *hj_ja_nei(bool b);
const char *hj_kleene_name(hj_kleene k); /* nei, ja, ukjent */
/* Whether a part decides: what made an `alle` nei or a `noen` ja; all parts when none did alone. */
bool hj_decides(hj_eval *ev, hj_scope *sc, const hj_cond *parent, const hj_cond *kid);

#endif
