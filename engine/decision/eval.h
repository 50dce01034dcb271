/* What the rooms of decision/ share: eval.c finds, missing.c says what is lacking, whatif.c proves,
 * frist.c counts days, sjekk.c checks, record.c and writer.c tell. author/ reads it too, where a
 * record a case would be too slow. */
#ifndef HJ_DECISION_EVAL_H
#define HJ_DECISION_EVAL_H

#include <string.h>

#include "decision/decision.h"
#include "rules/compiled.h"

enum {
    HJ_MEMO_NONE = 3,
    HJ_NO_GIR = 0xff,
    HJ_MAX_PLACES = 1000 /* nodes rules, deadlines and checklists apply to, in one document */
};

typedef struct hj_fact_list { /* distinct, in order of first meeting */
    int n, cap;
    const hj_faktum **items;
} hj_fact_list;

/* alike.c: what two rule bases have alike. */
typedef struct hj_sharing {
    bool same_packs; /* the same packs hold on the same terms; else nothing is alike */
    bool same_rates; /* all of them */
    const int *facts, *conds; /* by id in b: the id in a of what comes out the same; or -1 */
    const int *places; /* by number in b: that in a of the same gjelder; 0: none */
    const bool *in_both; /* by fact id in a: so for that fact */
} hj_sharing;
hj_sharing *hj_sharing_new(const hj_rulebase *a, const hj_rulebase *b, hj_arena *arena);

/* What a path of a process gave at an event; several processes ask about the same one. */
typedef struct hj_event_text {
    const hj_path *path;
    const void *node;
    const char *text; /* or NULL */
    struct hj_event_text *next;
} hj_event_text;
enum { HJ_EVENT_TEXTS = 128 };

typedef struct hj_scope { /* everything found at one node; small, for there are many */
    const void *node; /* xmlNode *; NULL in tests with given facts */
    const struct hj_scope *first; /* the same node in ev->first; or NULL */
    hj_value **values; /* by fact id; NULL until read */
    unsigned char *busy; /* by fact id, a bit each: being found */
    unsigned char *memo; /* by condition id, two bits each: hj_memo */
    unsigned char *rules; /* by rule id: hj_gir or HJ_NO_GIR */
    hj_fact_list **needs; /* by function id: hj_needs; NULL until there are any */
} hj_scope;

/* What a condition answered: hj_kleene or HJ_MEMO_NONE. */
static inline int hj_memo(const hj_scope *sc, int cond)
{
    return sc->memo[cond / 4] >> cond % 4 * 2 & 3;
}

/* What a function could not do without at this node; or NULL. */
static inline const hj_fact_list *hj_needs(const hj_scope *sc, const hj_function *fn)
{
    return sc->needs ? sc->needs[fn->id] : NULL;
}

typedef struct hj_missing {
    const hj_faktum *fact;
    int runs, settled; /* of so many tried values, so many settle the outcome alone */
} hj_missing;

typedef struct hj_post {
    const hj_regel *regel;
    const hj_entry *entry;
    hj_scope *scope;
    const char *id, *node_id; /* node_id: the node's own @id, or NULL */
    hj_gir gir, base; /* base: before exceptions */
    bool irrelevant; /* something is ukjent, but every possible value gives the same */
    int n_missing;
    hj_missing *missing;
    const hj_value *vedtak; /* known, or NULL */
    bool avvik;
} hj_post;

enum { HJ_STEP_UNKNOWN = -1 };

typedef struct hj_climb { /* one stair at one place */
    const hj_trapp *trapp;
    hj_scope *scope;
    int step; /* index into its steps; how many there are: none covers; or HJ_STEP_UNKNOWN */
    bool irrelevant; /* as of hj_post */
    int n_missing;
    hj_missing *missing;
    const hj_value *vedtak; /* known, or NULL */
} hj_climb;

typedef struct hj_inputs { /* what a function read, in the order it read it */
    hj_fact_list facts;
    int n_rates, cap_rates;
    const hj_sats **rates;
} hj_inputs;

typedef struct hj_amount { /* one utregning at one place */
    const hj_utregning *u;
    hj_scope *scope;
    hj_kleene gjelder;
    bool known;
    double raw, value; /* as the function gave it; rounded and within the limits */
    const hj_operand *limit; /* the one that applied, or NULL */
    hj_inputs inputs;
} hj_amount;

typedef struct hj_due { /* one deadline */
    const hj_frist *frist;
    const hj_scope *scope;
    const char *post; /* id of the post it is for, or "" */
    hj_kleene gjelder;
    bool known, anslag;
    hj_date fra, raa, dato;
    int n_why;
    const hj_helligdag *why[40]; /* the days it was moved over */
    const hj_anslag *by; /* what the first day was estimated by, */
    int days; /* and how many days were added; NULL and 0 when it is known */
    hj_fact_list missing;
} hj_due;

/* ---- Processes ---- */

typedef struct hj_event { /* something that happened, of one process */
    const void *node; /* or NULL */
    const hj_hendelse *hendelse;
    hj_date date; /* HJ_DATE_NONE: not stated, or no date */
    const char *rolle; /* in the case's word; NULL: not stated */
    int order; /* in the document */
    int declared; /* its place among the events of the process */
    bool out_of_order; /* dated before the one above it */
} hj_event;

typedef enum {
    HJ_STEP_TAKEN, HJ_STEP_NO_EFFECT, HJ_STEP_BY_DEADLINE, HJ_STEP_UNSETTLED, /* history */
    HJ_STEP_NOT_HERE, HJ_STEP_ROLE, HJ_STEP_BARRED, HJ_STEP_TWO, HJ_STEP_LATER, HJ_STEP_BEFORE,
    HJ_STEP_NO_DATE, HJ_STEP_ROUND /* findings: the case did not move */
} hj_step_kind;

typedef struct hj_step {
    hj_step_kind kind;
    const hj_event *event; /* NULL: a deadline */
    const struct hj_running *by; /* the deadline */
    const hj_overgang *over; /* the transition taken, or that would have been */
    int from, to; /* states */
    hj_date date;
} hj_step;

typedef struct hj_next { /* a transition out of the present state */
    const hj_overgang *over;
    hj_kleene open;
    hj_fact_list missing;
} hj_next;

typedef struct hj_running { /* a deadline of the present state */
    const hj_tilstandsfrist *frist;
    hj_due *due;
    hj_kleene passed;
} hj_running;

typedef struct hj_course { /* one process at one node */
    const hj_prosess *p;
    const hj_entry *entry;
    hj_scope *scope;
    const char *id;
    int state; /* the last one that is sure */
    hj_date since; /* HJ_DATE_NONE: not known */
    bool unsettled; /* something happened, and what it led to cannot be decided yet */
    bool *possible; /* unsettled: the states it may be in */
    hj_fact_list missing; /* unsettled: what would settle it */
    int others; /* events at the same place that are not of this process */
    int n_events;
    hj_event *events; /* by date */
    int n_steps, cap_steps, n_next, n_running;
    hj_step *steps;
    hj_next *next;
    hj_running *running;
} hj_course;

typedef struct hj_courses {
    bool found;
    int n;
    hj_course **items;
} hj_courses;

typedef struct hj_finding {
    const hj_sjekkliste *list;
    const hj_punkt *punkt;
    hj_scope *scope;
    const void *node; /* where to mend; may be NULL */
    hj_fact_list missing;
    bool of_outcome; /* missing is what the rule's outcome lacks, most deciding first */
    bool met; /* among reasons: nothing is lacking */
} hj_finding;

typedef struct hj_eval {
    hj_rulebase *base;
    const hj_document *doc, *kommune;
    hj_date date, document_date; /* what law is chosen by; what the document shows */
    const char *maalform, *dokument;
    const hj_ask *ask; /* or NULL */
    const hj_probe *probe; /* or NULL */
    bool changes, brief, bare;
    bool *asked, asked_rate; /* by fact id: some function read it; and some rate */
    const hj_path_result **where; /* by number of gjelder: what it led to; NULL until asked */
    const struct hj_eval *first; /* as in hj_decide_options, when it was on the same terms */
    const hj_sharing *sharing; /* NULL: first is by the same rules, or there is none */
    hj_arena *arena, *lasting; /* lasting: where first has its own, else arena */
    hj_diags *diags;
    const hj_given *given; /* facts as they are to be taken, whatever the document says */
    size_t n_given;
    bool by_given; /* there is no document */
    int n_scopes, cap_scopes;
    hj_scope **scopes;
    hj_scope *root;
    hj_path_host doc_host, kommune_host;
    hj_scope *here; /* whose facts a path's variables are */
    /* hva-hvis: facts taken to have a value; nothing found meanwhile is remembered */
    const hj_value **assumed; /* by fact id */
    int trial;
    hj_fact_list *needed; /* collects what the running function met */
    hj_inputs *inputs; /* collects what the function of an utregning reads, or NULL */
    int function_depth;
    int depth; /* of conditions, facts and functions that need each other */
    int tried; /* conditions found under trial */
    bool failed, posts_done;
    int n_posts;
    hj_post *posts;
    int n_climbs, cap_climbs, n_amounts, cap_amounts;
    hj_climb **climbs;
    hj_amount **amounts;
    int n_due, cap_due;
    hj_due **due;
    hj_date as_of; /* the day it is looked at, when one was asked for; else HJ_DATE_NONE */
    hj_courses *courses; /* by id of the process */
    hj_event_text **events; /* HJ_EVENT_TEXTS lists, those of first when there is one; in lasting */
    int n_findings, cap_findings;
    hj_finding **findings;
    int n_reasons, cap_reasons;
    hj_finding **reasons; /* points that apply because a decision differs; with `changes` only */
    hj_level level;
    int easter_year;
    hj_date easter;
} hj_eval;

/* Everything but the record: NULL on errors. What is found lives in arena. */
hj_eval *hj_evaluate(hj_rulebase *base, const hj_document *doc, const hj_decide_options *options,
                     hj_arena *arena, hj_diags *diags);
/* The one row of the table that gives the answer, and the answer in *gir; NULL with an answer when
 * it comes from ellers or from rows that agree; *gir NULL: ukjent. Not for sum, stoerst, minst. */
const hj_rad *hj_find_row(hj_eval *ev, hj_scope *sc, const hj_tabell *t, const hj_value **gir);
static inline bool hj_is_derived(const hj_faktum *f)
{
    return f->utledet || f->funksjon || f->tabell || f->trapp || f->utregning;
}
const char *hj_value_text(hj_eval *ev, const hj_value *v); /* "" when it is not known */
const char *hj_fact_text(void *ev, const char *name); /* a path's variable: a fact as text */
/* The nodes of the document that a `gjelder` leads to from its root. */
const hj_path_result *hj_where(hj_eval *ev, int number);
/* What is known at a node. Past HJ_MAX_PLACES an error is told and the root's is given. */
hj_scope *hj_scope_at(hj_eval *ev, const void *node);
/* What is given for a fact at a place: the last one; NULL when nothing is. */
const hj_given *hj_given_of(const hj_eval *ev, const hj_scope *sc, const hj_faktum *f);
const hj_value *hj_get_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *fact);
hj_kleene hj_eval_cond(hj_eval *ev, hj_scope *sc, const hj_cond *c);
/* The outcome of a rule's edition; base (may be NULL) gets it before exceptions. */
hj_gir hj_eval_regel(hj_eval *ev, hj_scope *sc, const hj_regel *r, hj_gir *base);
hj_gir hj_eval_entry(hj_eval *ev, hj_scope *sc, const hj_entry *e, hj_place place);
/* The hjemler as a letter names them on the day of the law, in ev->arena. */
const char *hj_cited(const hj_eval *ev, const hj_cites *cites);
/* The facts that keep a condition (a rule) ukjent. */
void hj_collect_cond(hj_eval *ev, hj_scope *sc, const hj_cond *c, hj_fact_list *out);
void hj_collect_regel(hj_eval *ev, hj_scope *sc, const hj_regel *r, hj_fact_list *out);
void hj_collect_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_fact_list *out);
/* The kind of not knowing of a fact that is worked out, by those of its parts. */
hj_known hj_why_not_known(hj_eval *ev, hj_scope *sc, const hj_faktum *f);
void hj_collect_function(hj_eval *ev, hj_scope *sc, const hj_function *fn, hj_fact_list *out);
void hj_collect_operand(hj_eval *ev, hj_scope *sc, const hj_operand *o, hj_fact_list *out);
/* The value of an operand as a fact's value; known tells. */
hj_value hj_operand_value(hj_eval *ev, hj_scope *sc, const hj_operand *o);
void hj_add_fact(hj_eval *ev, hj_fact_list *list, const hj_faktum *fact);

/* The id of the post that reads from this scope, or "". */
const char *hj_post_of(const hj_eval *ev, const hj_scope *sc);
/* whatif.c: for an ukjent post, which facts can still decide; may settle the post. */
void hj_whatif_post(hj_eval *ev, hj_post *post);
void hj_whatif_trapp(hj_eval *ev, hj_climb *climb);
/* Small changes of what is known by which the post would have come out otherwise, and how: changes
 * of one fact where there are any, else of two; the first ones found, in the order of the rule.
 * Returns how many; never more than HJ_MAX_CHANGES. Dates, texts and what functions read are not
 * tried. */
enum { HJ_MAX_CHANGES = 3 };
typedef struct hj_change {
    hj_gir gir;
    int n;
    const hj_faktum *facts[2];
    hj_value to[2];
} hj_change;
int hj_whatif_changes(hj_eval *ev, const hj_post *post, hj_change out[HJ_MAX_CHANGES]);
/* Every unknown fact the rule of a post asks for, in its order: whether it can still change the
 * outcome, and what each value it may have would have given; n 0 when it has too many to try. */
typedef struct hj_unknown {
    const hj_faktum *fact;
    bool matters;
    int n;
    hj_value *to;
    hj_gir *gir;
} hj_unknown;
int hj_whatif_unknown(hj_eval *ev, const hj_post *post, hj_unknown **out);
/* A function that met an unknown fact: the answer all its possible values give, if one. */
hj_answer hj_whatif_function(hj_eval *ev, hj_scope *sc, const hj_function *fn,
                             const hj_faktum *unknown);
hj_answer hj_call_function(hj_eval *ev, hj_scope *sc, const hj_function *fn,
                           const hj_faktum **unknown);

/* trapp.c */
int hj_lowest_step(hj_eval *ev, hj_scope *sc, const hj_trapp *t);
/* The place the stair is for: the nearest of its nodes around the one that asks, or NULL. */
hj_scope *hj_climb_scope(hj_eval *ev, hj_scope *sc, const hj_trapp *t);
hj_climb *hj_climb_at(hj_eval *ev, hj_scope *sc, const hj_trapp *t);
void hj_answer_trapp(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v);
bool hj_step_operand(hj_eval *ev, const hj_faktum *f, const hj_operand *o, hj_place place,
                     double *out);
void hj_collect_trapp(hj_eval *ev, hj_scope *sc, const hj_trapp *t, hj_fact_list *out);
void hj_find_stairs(hj_eval *ev); /* every stair at every node it is for */

hj_value hj_rate_value(hj_eval *ev, hj_scope *sc, const hj_entry *e); /* of the sats, that day */

/* utregning.c */
hj_amount *hj_amount_at(hj_eval *ev, hj_scope *sc, const hj_utregning *u);
/* The edition in force; NULL with an error when there is none. */
const hj_utregning *hj_utregning_at(hj_eval *ev, const hj_entry *e, hj_place place);
void hj_find_amounts(hj_eval *ev); /* every one the rules of the posts name */
void hj_answer_utregning(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v);
void hj_collect_utregning(hj_eval *ev, hj_scope *sc, const hj_utregning *u, hj_fact_list *out);

/* frist.c */
hj_due *hj_find_due(hj_eval *ev, hj_scope *sc, const hj_frist *frist);
/* The same for a deadline of a state that began on this day. */
hj_due *hj_find_due_from(hj_eval *ev, hj_scope *sc, const hj_frist *frist, hj_date state_began);
const hj_helligdag *hj_holiday(hj_eval *ev, hj_date date);

/* prosess.c: every process that applies, and what the findings are, told in diags. */
void hj_find_processes(hj_eval *ev);
/* The runs of one process, made when first asked for. */
const hj_courses *hj_courses_of(hj_eval *ev, const hj_entry *prosess);
/* tilstand("prosess", "tilstand") */
hj_kleene hj_in_state(hj_eval *ev, hj_scope *sc, const hj_cond *c);
void hj_collect_state(hj_eval *ev, hj_scope *sc, const hj_cond *c, hj_fact_list *out);
/* Why a step is a finding, as the record names it; NULL: it is none. */
const char *hj_step_trouble(hj_step_kind kind);

/* sjekk.c */
void hj_run_checklist(hj_eval *ev, const hj_sjekkliste *list);

/* record.c */
hj_record *hj_write_record(hj_eval *ev);

/* words.c, of a text that is known: its words that do not stand in the texts whose key begins with
 * prefix; and whether it holds one of the words of an inneholder. */
int hj_own_words(hj_eval *ev, const hj_value *v, const char *prefix);
bool hj_text_holds(hj_eval *ev, const hj_value *v, const hj_cond *c);

#define HJ_LIST_ADD(arena, list, n_, cap_, item, type)                             \
    do {                                                                           \
        if ((n_) == (cap_)) {                                                      \
            int cap__ = (cap_) ? (cap_) * 2 : 8;                                   \
            type *more__ = HJ_ARRAY((arena), (size_t)cap__, type);                 \
            if (n_)                                                                \
                memcpy(more__, (list), (size_t)(n_) * sizeof *more__);             \
            (list) = more__;                                                       \
            (cap_) = cap__;                                                        \
        }                                                                          \
        (list)[(n_)++] = (item);                                                   \
    } while (0)

#endif
