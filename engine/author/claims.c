/* What the author says of mutants no test can notice: -- likeverdig "0 → 1": påskedag er en søndag
 *
 * The hard idea: a reason must not outlive what it explains. A comment that names a mutant the
 * tests notice, or none at all, is told as untrue. */
#include <string.h>

#include "author/internal.h"
#include "base/file.h"
#include "base/limits.h"

typedef struct claim {
    struct claim *next;
    int line; /* of the comment */
    bool alone; /* nothing else on that line: it speaks of the next */
    const char *what, *why;
    bool holds, killed;
} claim;

typedef struct source {
    struct source *next;
    const char *file;
    claim *claims;
} source;

struct hj_claims {
    hj_arena *arena;
    source *sources;
};

hj_claims *hj_claims_new(hj_arena *arena)
{
    hj_claims *c = HJ_NEW(arena, hj_claims);
    c->arena = arena;
    return c;
}

/* The comment in one line of a file, if it has one. */
static claim *read_line(hj_arena *arena, char *line)
{
    static const char word[] = "-- likeverdig \"";
    char *at = strstr(line, word);
    char *what = at ? at + strlen(word) : NULL, *end = what ? strstr(what, "\": ") : NULL;
    if (!end)
        return NULL;
    claim *c = HJ_NEW(arena, claim);
    *end = 0;
    c->alone = line + strspn(line, " \t") == at;
    c->what = what;
    c->why = end + 3;
    return c;
}

static source *read_source(hj_claims *claims, const char *file)
{
    source *s = HJ_NEW(claims->arena, source);
    *s = (source){.next = claims->sources, .file = file};
    claims->sources = s;
    size_t len;
    hj_diags *silent = hj_diags_new(claims->arena, HJ_LANG_EN);
    char *text = hj_file_exists(file)
        ? hj_file_read(claims->arena, file, HJ_LIMIT_RULE_BYTES, &len, silent) : NULL;
    claim **last = &s->claims;
    int number = 0;
    for (char *line = text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = 0;
        claim *c = read_line(claims->arena, line);
        number++;
        if (!c)
            continue;
        c->line = number;
        *last = c;
        last = &c->next;
    }
    return s;
}

static bool names(const claim *c, const char *const what[2])
{
    size_t n = strlen(c->what);
    return strncmp(what[0], c->what, n) == 0 || strncmp(what[1], c->what, n) == 0;
}

const char *hj_claims_find(hj_claims *claims, hj_place place, const char *const what[2],
                           bool killed)
{
    if (!place.file)
        return NULL;
    source *s = claims->sources;
    while (s && strcmp(s->file, place.file) != 0)
        s = s->next;
    if (!s)
        s = read_source(claims, place.file);
    for (claim *c = s->claims; c; c = c->next) {
        int line = c->line; /* several may stand above one line */
        for (const claim *d = c; d && d->alone && d->line == line; d = d->next)
            line++;
        if (line != place.line || !names(c, what))
            continue;
        c->killed |= killed;
        c->holds |= !killed;
        return c->why;
    }
    return NULL;
}

int hj_claims_untrue(const hj_claims *claims, hj_lang lang, hj_buf *out)
{
    int n = 0;
    for (const source *s = claims->sources; s; s = s->next)
        for (const claim *c = s->claims; c; c = c->next) {
            if (c->holds && !c->killed)
                continue;
            n++;
            const char *fault = c->killed
                ? HJ_T("said to make no difference, but a test notices it")
                : HJ_T("no change of the rules is called this");
            hj_buf_printf(out, "%s:%d: %s: %s\n", s->file, c->line, hj_tr(lang, fault), c->what);
        }
    return n;
}
