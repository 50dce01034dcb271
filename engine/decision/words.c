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
    word_list list = {.w = HJ_ARRAY(arena, len / 2 + 2, word)};
    while (p < end && list.n < MAX_WORDS) {
        const char *at = p;
        uint32_t c = hj_utf8_next(&p, end);
        if (phrase && c == '{') {
            while (p < end && *p != '}')
                p++;
            list.w[list.n++] = (word){.s = NULL};
            continue;
        }
        if (!letter(c))
            continue;
        word w = {.hash = 2166136261u, .s = to};
        p = at;
        while (p < end) {
            at = p;
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
        list.w[list.n++] = w;
    }
    return list;
}

static bool same_word(const word *a, const word *b)
{
    return a->hash == b->hash && a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

/* Marks every place where the run phrase[from, to) stands in the text. */
static void cover(const word_list *text, const word_list *phrase, int from, int to, bool *covered)
{
    int n = to - from;
    for (int i = 0; i + n <= text->n; i++) {
        int k = 0;
        while (k < n && same_word(&text->w[i + k], &phrase->w[from + k]))
            k++;
        if (k == n)
            memset(covered + i, true, (size_t)n * sizeof *covered);
    }
}

int hj_own_words(hj_eval *ev, const char *text, const char *prefix)
{
    word_list words = split(ev->arena, text, false);
    bool *covered = HJ_ARRAY(ev->arena, (size_t)words.n + 1, bool);
    const hj_table *t = &ev->base->tables[HJ_TEKST];
    for (int i = 0; i < t->n; i++) {
        if (strncmp(t->entries[i]->name, prefix, strlen(prefix)) != 0)
            continue;
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_tekst *phrase = (const hj_tekst *)t->entries[i]->editions[k];
            const char *both[] = {phrase->tekst.nb, phrase->tekst.nn};
            for (int m = 0; m < 2; m++) {
                word_list list = split(ev->arena, both[m], true);
                int from = 0;
                bool whole = true;
                for (int w = 0; w <= list.n; w++) {
                    if (w < list.n && list.w[w].s)
                        continue;
                    whole &= w == list.n;
                    /* A lone word between placeholders is ordinary language. */
                    if (w - from >= (whole ? 1 : LEAST_RUN))
                        cover(&words, &list, from, w, covered);
                    from = w + 1;
                }
            }
        }
    }
    int own = 0;
    for (int i = 0; i < words.n; i++)
        own += !covered[i];
    return own;
}

/* Case and the kind of space do not matter: a number may be joined to its unit by U+00A0. */
static uint32_t plain(uint32_t c)
{
    return c == 0xa0 || c == 0x202f ? ' ' : hj_lower(c);
}

bool hj_contains(const char *text, const char *part)
{
    const char *end = text + strlen(text), *part_end = part + strlen(part);
    for (const char *at = text; at <= end;) {
        const char *a = at, *b = part;
        while (b < part_end && a < end
               && plain(hj_utf8_next(&a, end)) == plain(hj_utf8_next(&b, part_end)))
            if (b == part_end)
                return true;
        if (part == part_end)
            return true;
        if (at == end)
            break;
        hj_utf8_next(&at, end);
    }
    return false;
}
