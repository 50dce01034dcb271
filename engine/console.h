/* What console.c (the conversation) and console_show.c (what it shows) share. */
#ifndef HJ_CONSOLE_H
#define HJ_CONSOLE_H

#include <libxml/tree.h>

#include "base/element.h"
#include "handle.h"
#include "rules/compiled.h"

typedef struct hj_said { /* one change: a fact taken to be so, or (fact NULL) another date */
    const char *fact, *text;
    const char *at; /* @id of the only place it is for; NULL: everywhere */
    bool unknown;
    hj_known known;
    int line; /* of the conversation */
} hj_said;

struct hjemmel_console {
    hjemmel *handle;
    hj_arena *arena;
    const char *path, *dato;
    hjemmel_job job;
    hj_work *read; /* the case as it was read */
    hj_work *now; /* decided with all that is said; its record NULL when that cannot be */
    hj_said *said;
    size_t n, cap;
    int line;
    bool over;
};

typedef struct hj_talk { /* one answer */
    hj_lang lang;
    hj_diags *diags;
    hj_arena *arena;
    hj_buf *out;
} hj_talk;

/* ---- console.c ---- */
/* Decides the case with all that is said; the caller gives the arena back. */
hj_work *hj_console_decide(hjemmel_console *c, const struct hj_ask *ask);
void hj_console_take(hj_diags *diags, const hj_diags *from);

/* ---- console_show.c ---- */
void hj_console_line(hj_talk *t, const char *english); /* one of ours, translated */
/* A line for each post: what is proposed, what is decided, how much is missing. */
void hj_console_overview(hj_talk *t, const hj_record *record);
void hj_console_post(hj_talk *t, const xmlNode *post);
/* Each fact read, once for each post; only: that one. */
void hj_console_facts(hj_talk *t, const hj_record *record, const char *only);
/* What the packs say a fact is. */
void hj_console_declared(hj_talk *t, const hj_entry *fact);
/* What is missing and can change an outcome; of one post, or all. */
void hj_console_missing(hj_talk *t, const hj_record *record, const xmlNode *only);
/* Outcomes, what is missing, deadlines and findings that are not as before. */
void hj_console_difference(hj_talk *t, const hj_record *before, const hj_record *after);

#endif
