/* What the rooms of diff share: diff.c compares decisions, difftext.c letters, difftell.c tells. */
#ifndef HJ_AUTHOR_DIFFERENCE_H
#define HJ_AUTHOR_DIFFERENCE_H

#include "author/diff.h"
#include "decision/eval.h"

typedef struct hj_difference { /* the same difference for the same reason, in so many cases */
    const char *kind, *name, *was, *is;
    const char *why; /* the first condition that flipped, as authors write it; or "" */
    hj_place place; /* of it */
    const char *hjemmel;
    const char *example[2]; /* VERDI: how the first case had it filled in, and has it */
    int n, cap;
    const char **cases;
    struct hj_difference *next;
} hj_difference;

typedef struct hj_broken { /* a case that could not be compared */
    const char *label, *why;
    struct hj_broken *next;
} hj_broken;

enum { HJ_DIFF_BUCKETS = 1024 };

struct hj_diff {
    hj_rulebase *before, *after;
    hj_arena *arena;
    const hj_sharing *sharing;
    int n_cases, n_changed, n_failed, n_unmade;
    hj_difference *buckets[HJ_DIFF_BUCKETS];
    int n_groups;
    hj_broken *broken, **broken_end;
    bool changed; /* the case at hand has a difference */
};

typedef struct hj_cause { /* why something in a case came out otherwise */
    const char *kind, *post, *why, *hjemmel;
    hj_place place;
} hj_cause;

typedef struct hj_pair { /* one case decided twice */
    hj_diff *d;
    const char *label;
    hj_eval *old, *new;
    int n_causes, cap_causes;
    hj_cause *causes; /* in the order they were met */
    hj_arena *arena;
} hj_pair;

/* One more case with that difference; post: what it is about, or "". */
void hj_diff_add(hj_pair *p, const char *post, hj_difference found);
void hj_diff_broken(hj_diff *d, const char *label, const hj_diags *diags);

/* difftext.c: which texts the letter tells otherwise, and with which values. */
void hj_diff_letters(hj_pair *p, const hj_diff_case_input *in);

#endif
