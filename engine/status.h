/* What status.c finds in the records and status_table.c prints. Not for others. */
#ifndef HJ_STATUS_H
#define HJ_STATUS_H

#include "handle.h"

/* One thing in a case that people act upon: a service, a complaint, the case itself. What all the
 * rules and processes at the same node say of it stands together. */
typedef struct hj_status_thing {
    const char *label, *file; /* of the case; label NULL: it cannot be read */
    const char *node; /* its id; "" is the case itself */
    const char *about; /* the lines of each cell are parted by \n; "" is none */
    const char *decided, *proposed, *state, *level, *missing, *to_act;
    const char *duties, *others; /* deadlines, by date: ours; those of others */
    int processes, ended;
    const char *duty; /* ISO: the first deadline that binds whoever is to act; NULL: none */
    const char *other; /* the first that tells how long somebody else may act */
    bool passed; /* a duty has */
    size_t order;
} hj_status_thing;

typedef struct hj_status_due {
    const char *name, *date, *passed; /* passed: ja, nei, ukjent */
    const char *left; /* days from the day looked from; "" when there is none */
    bool estimate;
} hj_status_due;

/* One decision or process, for a spreadsheet. */
typedef struct hj_status_row {
    const hj_status_thing *thing;
    const char *file, *label, *kind; /* kind: post, prosess, sak, feil */
    const char *about, *stands, *since, *to_act, *missing;
    int n_due, cap_due;
    hj_status_due *due;
    size_t order;
} hj_status_row;

enum { HJ_STATUS_NEAR = 14 }; /* days: as many as a deadline is told to have left */

/* The most urgent first: what cannot be read; duties that have passed; duties by their day; what
 * somebody is to do without a day; what only others have a day for; the rest. */
int hj_status_urgency(const hj_status_thing *a, const hj_status_thing *b);
/* things is put in order. today: the day looked from, or NULL. */
void hj_status_table(hj_status_thing **things, int n, const char *today, hj_work *w, hj_buf *out);
/* rows is put in order. One line for each deadline, or one. */
void hj_status_csv(hj_status_row **rows, int n, hj_buf *out);

#endif
