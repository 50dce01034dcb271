/* From a line to the place on it.
 *
 * The hard idea: Lua knows the line a call stands on and nothing more, but a message quotes what is
 * wrong ('bor_aleen', "hoey"), and the file says where that stands. So the words a message quotes
 * are sought from its line to the end of the entry, the last quoted first; found, the message gets
 * its column, and its line when a table spans several. */
#include <stdlib.h>

#include "rules/loader.h"
#include "rules/token.h"

enum { MOST_WORDS = 8, MOST_TOKENS = 1500 };

typedef struct word {
    const char *s;
    size_t n;
} word;

/* The words between quotes, '…' or "…" or «…», in the order they stand. */
static int quoted_words(const char *text, word *words)
{
    static const struct {
        const char *open, *close;
    } marks[] = {{"'", "'"}, {"\"", "\""}, {"«", "»"}};
    int n = 0;
    for (const char *p = text; *p && n < MOST_WORDS;) {
        size_t m = 0;
        while (m < HJ_COUNT(marks) && strncmp(p, marks[m].open, strlen(marks[m].open)) != 0)
            m++;
        const char *begin = m < HJ_COUNT(marks) ? p + strlen(marks[m].open) : NULL;
        const char *end = begin ? strstr(begin, marks[m].close) : NULL;
        if (!end) {
            p++;
            continue;
        }
        if (end > begin)
            words[n++] = (word){begin, (size_t)(end - begin)};
        p = end + strlen(marks[m].close);
    }
    return n;
}

static const hj_source *source_of(const hj_rulebase *base, const char *file)
{
    for (int i = 0; i < base->n_sources; i++)
        if (strcmp(base->sources[i].path, file) == 0)
            return &base->sources[i];
    return NULL;
}

static const char *line_begin(const hj_source *s, int line)
{
    const char *p = s->text, *end = s->text + s->n;
    for (int at = 1; at < line && p < end; at++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p)
            return end;
        p++;
    }
    return p;
}

static bool same(const hj_token *t, const word *w)
{
    return (t->kind == HJ_TOKEN_NAME || t->kind == HJ_TOKEN_STRING || t->kind == HJ_TOKEN_NUMBER)
        && t->n == w->n && memcmp(t->s, w->s, w->n) == 0;
}

/* A message that begins with a condition as it is written, minst("fall", 2): where it stands. */
static const char *condition_on(const hj_source *s, const char *line, const char *message)
{
    size_t n = strspn(message, "abcdefghijklmnopqrstuvwxyz_");
    const char *end = n && message[n] == '(' ? strstr(message, ") ") : NULL;
    if (!end)
        return NULL;
    const char *stop = memchr(line, '\n', (size_t)(s->text + s->n - line));
    return memmem(line, (size_t)((stop ? stop : s->text + s->n) - line), message,
                  (size_t)(end + 1 - message));
}

/* Messages about a name that leads nowhere: it may stand as a text further down. */
static bool about_name(const hj_diag *d)
{
    static const char *const codes[] = {"HJ-RULES-103", "HJ-RULES-104", "HJ-RULES-106",
                                        "HJ-RULES-113"};
    for (size_t i = 0; i < HJ_COUNT(codes); i++)
        if (strcmp(d->code, codes[i]) == 0)
            return true;
    return false;
}

/* On the line itself the last quoted word wins. Further down only a key can be meant, the last
 * quoted, and only when there is one of it: a word may stand there by chance. */
static void spot(const hj_source *s, hj_diag *d)
{
    word words[MOST_WORDS];
    int n = quoted_words(d->message, words), best = -1, depth = 0, keys = 0;
    const char *begin = line_begin(s, d->place.line);
    hj_scan scan = {.p = begin, .end = s->text + s->n, .line = d->place.line};
    hj_token first = hj_scan_next(&scan), t = first, found = first, key = {0};
    for (int i = 0; n && i < MOST_TOKENS && t.kind != HJ_TOKEN_END; i++) {
        hj_token next = hj_scan_next(&scan);
        if (t.line > d->place.line && (depth <= 0 || best == n - 1))
            break;
        if (t.line > d->place.line) {
            bool name = t.kind == HJ_TOKEN_NAME ? hj_token_is(&next, "=")
                                                : t.kind == HJ_TOKEN_STRING && about_name(d);
            if (name && same(&t, &words[n - 1])) {
                key = t;
                keys++;
            }
        } else {
            for (int k = n - 1; k > best; k--)
                if (same(&t, &words[k])) {
                    best = k;
                    found = t;
                }
        }
        depth += hj_token_is(&t, "{") || hj_token_is(&t, "(");
        depth -= hj_token_is(&t, "}") || hj_token_is(&t, ")");
        t = next;
    }
    if (keys == 1)
        found = key;
    const char *whole = condition_on(s, begin, d->message);
    if (whole)
        found.from = whole;
    if (found.kind == HJ_TOKEN_END)
        return;
    d->place.line = found.line;
    d->place.column = hj_token_column(s->text, &found);
}

hj_token hj_token_after(const hj_rulebase *base, hj_place place, const char *name)
{
    const hj_source *s = place.file ? source_of(base, place.file) : NULL;
    word w = {name, strlen(name)};
    hj_token t = {0};
    if (!s)
        return t;
    const char *begin = line_begin(s, place.line);
    hj_scan scan = {.p = begin, .end = s->text + s->n, .line = place.line};
    for (t = hj_scan_next(&scan); t.kind && t.line == place.line; t = hj_scan_next(&scan))
        if (t.kind == HJ_TOKEN_NAME && same(&t, &w))
            return hj_scan_next(&scan);
    return (hj_token){0};
}

void hj_rulebase_spot(const hj_rulebase *base, hj_diags *diags, const hj_diag *after)
{
    for (hj_diag *d = after ? after->next : diags->first; d; d = d->next) {
        const hj_source *s = d->place.file && d->place.line && !d->place.column
            ? source_of(base, d->place.file) : NULL;
        if (s)
            spot(s, d);
    }
}
