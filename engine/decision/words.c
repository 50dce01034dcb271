/* The caseworker's own words: what is left of a text when the standard phrases are taken out.
 *
 * The hard idea: phrases are matched as runs of words, so that case, punctuation and line breaks do
 * not hide them. A placeholder {…} splits a phrase: what was put there counts as own words. */
#include <string.h>

#include "decision/eval.h"

enum { MAX_WORDS = 20000, LEAST_RUN = 2 };

typedef struct word {
    uint32_t hash;
    const char *s;
    size_t n;
} word;

typedef struct word_list {
    int n;
    word *w;
} word_list;

static bool letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c >= 0xc0 && c != 0xd7 && c != 0xf7 && c < 0x2000);
}

/* Words in lower case; a NULL word marks a placeholder. */
static word_list split(hj_arena *arena, const char *text, bool phrase)
{
    size_t len = strlen(text);
    const char *p = text, *end = text + len;
    char *lower = hj_arena_alloc(arena, len * 2 + 1), *to = lower;
    word_list list = {0};
    int cap = 0;
    while (p < end && list.n < MAX_WORDS) {
        const char *at = p;
        uint32_t c = hj_utf8_next(&p, end);
        if (phrase && c == '{') {
            while (p < end && *p != '}')
                p++;
            word none = {0};
            HJ_LIST_ADD(arena, list.w, list.n, cap, none, word);
            continue;
        }
        if (!letter(c))
            continue;
        word w = {.hash = 2166136261u, .s = to};
        p = at;
        while (p < end) {
            at = p;
            c = (unsigned char)*p;
            if (c < 0x80 && letter(c)) { /* nearly every letter */
                p++;
                c |= c >= 'A' && c <= 'Z' ? 0x20 : 0;
                w.hash = (w.hash ^ c) * 16777619u;
                *to++ = (char)c;
                continue;
            }
            c = hj_utf8_next(&p, end);
            if (!letter(c)) {
                p = at;
                break;
            }
            char bytes[4];
            int n = hj_utf8_put(hj_lower(c), bytes);
            for (int i = 0; i < n; i++) {
                w.hash = (w.hash ^ (unsigned char)bytes[i]) * 16777619u;
                *to++ = bytes[i];
            }
        }
        w.n = (size_t)(to - w.s);
        HJ_LIST_ADD(arena, list.w, list.n, cap, w, word);
    }
    return list;
}

/* The phrases under one prefix, cut into runs of words; kept with the rule base. */
typedef struct hj_phrases {
    const char *prefix;
    int n, cap;
    word_list *runs;
    struct hj_phrases *next;
} hj_phrases;

static void cut(hj_arena *arena, hj_phrases *out, const char *text)
{
    word_list list = split(arena, text, true);
    int from = 0;
    for (int w = 0; w <= list.n; w++) {
        if (w < list.n && list.w[w].s)
            continue;
        /* A lone word between placeholders is ordinary language. */
        bool whole = from == 0 && w == list.n;
        if (w - from >= (whole ? 1 : LEAST_RUN)) {
            word_list run = {.n = w - from, .w = list.w + from};
            HJ_LIST_ADD(arena, out->runs, out->n, out->cap, run, word_list);
        }
        from = w + 1;
    }
}

static const hj_phrases *phrases_of(hj_rulebase *base, const char *prefix)
{
    for (hj_phrases *p = base->phrases; p; p = p->next)
        if (strcmp(p->prefix, prefix) == 0)
            return p;
    hj_phrases *p = HJ_NEW(base->arena, hj_phrases);
    p->prefix = prefix;
    const hj_table *t = &base->tables[HJ_TEKST];
    for (int i = 0; i < t->n; i++) {
        if (strncmp(t->entries[i]->name, prefix, strlen(prefix)) != 0)
            continue;
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_tekst *phrase = (const hj_tekst *)t->entries[i]->editions[k];
            cut(base->arena, p, phrase->tekst.nb);
            cut(base->arena, p, phrase->tekst.nn);
        }
    }
    p->next = base->phrases;
    base->phrases = p;
    return p;
}

static bool same_word(const word *a, const word *b)
{
    return a->hash == b->hash && a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

/* ---- What is found out about a text once ---------------------------------------------------- */

typedef struct hj_text_index {
    bool is_split;
    word_list words;
    const char *folded; /* NULL: not yet, and no pairs */
    unsigned char pairs[HJ_PAIRS / 8]; /* which two letters follow each other somewhere */
} hj_text_index;

/* Kept with the value: as long as it is. */
static hj_text_index *index_of(hj_eval *ev, const hj_value *v)
{
    if (!v->index)
        ((hj_value *)v)->index = HJ_NEW(ev->lasting, hj_text_index);
    return v->index;
}

static bool has_pair(const hj_text_index *index, unsigned pair)
{
    return index->pairs[pair / 8] >> pair % 8 & 1;
}

static bool ends_may_stand(const hj_text_index *index, const hj_cond *c, int i)
{
    return !c->pairs
        || (has_pair(index, c->pairs[2 * i]) && has_pair(index, c->pairs[2 * i + 1]));
}

static bool may_stand(const hj_text_index *index, const char *s)
{
    while (s[0] && s[1] && has_pair(index, hj_letters(s)))
        s++;
    return !s[0] || !s[1];
}

/* Most words are not there, nor their first or last letters: that is seen without looking at the
 * words. */
bool hj_text_holds(hj_eval *ev, const hj_value *v, const hj_cond *c)
{
    hj_text_index *index = index_of(ev, v);
    if (!index->folded) {
        index->folded = hj_fold(v->text, ev->lasting);
        for (const char *p = index->folded; *p; p++)
            index->pairs[hj_letters(p) / 8] |= (unsigned char)(1 << hj_letters(p) % 8);
    }
    for (int i = 0; i < c->n_words; i++)
        if (ends_may_stand(index, c, i) && may_stand(index, c->words[i])
            && strstr(index->folded, c->words[i]))
            return true;
    return false;
}

int hj_own_words(hj_eval *ev, const hj_value *v, const char *prefix)
{
    enum { BUCKETS = 256 };
    const hj_phrases *phrases = phrases_of(ev->base, prefix);
    hj_text_index *index = index_of(ev, v);
    if (!index->is_split)
        index->words = split(ev->lasting, v->text, false);
    index->is_split = true;
    word_list words = index->words;
    bool *covered = HJ_ARRAY(ev->arena, (size_t)words.n + 1, bool);
    /* Where each word stands: first place per bucket, then next place with the same bucket. */
    int first[BUCKETS], *next = HJ_ARRAY(ev->arena, (size_t)words.n + 1, int);
    memset(first, -1, sizeof first);
    for (int i = words.n - 1; i >= 0; i--) {
        next[i] = first[words.w[i].hash % BUCKETS];
        first[words.w[i].hash % BUCKETS] = i;
    }
    for (int r = 0; r < phrases->n; r++) {
        const word_list *run = &phrases->runs[r];
        for (int i = first[run->w[0].hash % BUCKETS]; i >= 0; i = next[i]) {
            int k = 0;
            while (k < run->n && i + k < words.n && same_word(&words.w[i + k], &run->w[k]))
                k++;
            if (k == run->n)
                memset(covered + i, true, (size_t)k * sizeof *covered);
        }
    }
    int own = 0;
    for (int i = 0; i < words.n; i++)
        own += !covered[i];
    return own;
}
