/* What the rooms of author/ share: test.c runs and compares, report.c tells, cover.c asks
 * what the tests have seen, mutate.c whether they would notice a change. */
#ifndef HJ_AUTHOR_INTERNAL_H
#define HJ_AUTHOR_INTERNAL_H

#include "author/author.h"
#include "rules/compiled.h"

typedef struct hj_test_runner {
    hj_rulebase *base;
    hj_lang lang;
    const hj_probe *probe; /* or NULL */
    const char *only; /* the part of the rules asked about; or NULL */
    bool tells; /* a failure also names facts and conditions: where it will be read */
    bool only_whether; /* what it differs by need not be told: the record is as bare as it may be */
    hj_buf why; /* what differed in the last test, a line each */
    hj_arena *arena; /* while a test runs */
} hj_test_runner;

bool hj_test_passes(hj_test_runner *r, const hj_test *t);
/* failed.c: adds to why the facts of each post, and what each condition came out as. */
void hj_test_tell(hj_test_runner *r, const hj_record *record);
/* Does the file of place lie in the part asked about? */
bool hj_asked_about(const char *only, hj_place place);

/* ---- cover.c ---- */

/* One leaf: a condition that is not made of others. */
typedef struct hj_leaf {
    const hj_cond *cond;
    const char *owner; /* rule, deadline, fact or checklist it stands in */
    unsigned possible, seen; /* 1 << hj_kleene */
    bool decisive; /* some test fails when it is turned around */
} hj_leaf;

typedef struct hj_cover {
    hj_rulebase *base;
    const char *only; /* as in hj_author_options */
    int n_leaves;
    hj_leaf *leaves; /* by file and line */
    hj_cond **conds; /* by id: every condition, leaf or not; NULL for one nothing uses */
    unsigned char *seen; /* [test * n_conds + condition] */
    unsigned char *taken; /* by transition: some test makes it */
    int *decider; /* by condition id: the test that fails when it is turned around, + 1; 0: none */
    int *order; /* the tests, those that cost least first */
    bool *passed; /* by test */
    hj_probe probe; /* what the runner looks through now */
} hj_cover;

/* Runs every test once, then each leaf turned around in the tests that met it. */
void hj_cover_run(hj_cover *cover, hj_test_runner *r, hj_arena *arena);
/* Rounded down; nothing at all is whole. */
int hj_percent(int part, int whole);
typedef struct hj_shares { /* in percent, rounded down */
    int outcomes; /* of all there can be, seen */
    int decisive; /* of all leaves */
    int transitions; /* of all processes, made */
} hj_shares;
hj_shares hj_cover_report(const hj_cover *cover, hj_lang lang, hj_buf *out);
/* The condition as its author wrote it, with what is in it; not longer than a line. */
void hj_show_cond(const hj_cond *c, hj_buf *out);

/* ---- mutate.c ---- */

/* Changes the base in one place at a time, runs the tests that could notice, puts it back. Returns
 * the share of mutants killed, in percent rounded down; survivors by file:line to out. Those the
 * author has explained, by a comment -- likeverdig "WHAT": WHY on the line or above it, are told
 * apart and not counted; *untrue gets the number of such comments that do not hold. */
int hj_mutate(const hj_cover *cover, hj_test_runner *r, hj_arena *arena, hj_buf *out, int *untrue);

/* ---- claims.c ---- */

typedef struct hj_claims hj_claims;
hj_claims *hj_claims_new(hj_arena *arena);
/* Why this mutant makes no difference, by the comment at place; NULL: nobody says so. what: the
 * mutant in each language it may be told in. killed: then the comment is untrue. */
const char *hj_claims_find(hj_claims *claims, hj_place place, const char *const what[2],
                           bool killed);
/* Tells the comments that name a killed mutant or none at all; returns how many. */
int hj_claims_untrue(const hj_claims *claims, hj_lang lang, hj_buf *out);

#endif
