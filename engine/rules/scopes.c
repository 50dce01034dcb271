/* Local variables: never used, or hiding another of the same name.
 *
 * The hard idea: blocks open and close by words, so one walk over the tokens with a stack of blocks
 * is enough; a new name is seen only when its statement is over (local x = x). Whoever writes
 * local er = … would find later that er("bor_alene") is something else. */
#include "rules/loader.h"
#include "rules/token.h"

#define is hj_token_is

enum { MOST_BLOCKS = 200, MOST_LOCALS = 400 };

typedef struct local {
    hj_token t;
    const char *what; /* local, loop, parameter */
    bool seen, used; /* seen: its statement is over */
} local;

typedef struct block {
    enum { B_FILE, B_BRACKET, B_BRACE, B_HEADER, B_BODY, B_FUNCTION, B_REPEAT } kind;
    int first; /* locals before it */
    int waiting; /* locals whose statement is not over; -1: none */
} block;

typedef struct scopes {
    const hj_source *source;
    const hj_host *host;
    hj_diags *diags;
    block blocks[MOST_BLOCKS];
    local locals[MOST_LOCALS];
    int depth, n;
    enum { IDLE, NAMES, FUNCTION_NAME, PARAMS } reading;
} scopes;

static hj_place place(const scopes *s, const hj_token *t)
{
    return (hj_place){.file = s->source->path, .line = t->line,
                      .column = hj_token_column(s->source->text, t)};
}

static bool same_name(const hj_token *a, const hj_token *b)
{
    return a->n == b->n && memcmp(a->s, b->s, a->n) == 0;
}

static local *find(scopes *s, const hj_token *t)
{
    for (int i = s->n - 1; i >= 0; i--)
        if (s->locals[i].seen && same_name(&s->locals[i].t, t))
            return &s->locals[i];
    return NULL;
}

static bool of_the_language(const scopes *s, const hj_token *t)
{
    const char *const *names;
    size_t n = hj_host_names(s->host, &names);
    for (size_t i = 0; i < n; i++)
        if (strlen(names[i]) == t->n && memcmp(names[i], t->s, t->n) == 0)
            return true;
    return false;
}

static void declare(scopes *s, const hj_token *t, const char *what, bool seen)
{
    if (s->n == MOST_LOCALS)
        return;
    const local *other = *t->s == '_' ? NULL : find(s, t);
    if (other) {
        hj_warning(s->diags, "HJ-RULES-202", place(s, t),
                   "'%.*s' hides the '%.*s' of line %d; from here on only this one is seen",
                   (int)t->n, t->s, (int)t->n, t->s, other->t.line);
        hj_hint(s->diags, "give one of them another name");
    } else if (what && of_the_language(s, t)) {
        hj_warning(s->diags, "HJ-RULES-203", place(s, t),
                   "'%.*s' is a word of the rule language, and would mean something else from here on",
                   (int)t->n, t->s);
        hj_hint(s->diags, "choose another name");
    }
    s->locals[s->n++] = (local){.t = *t, .what = what, .seen = seen};
}

static block *top(scopes *s) { return &s->blocks[s->depth - 1]; }

static bool open_block(scopes *s, int kind)
{
    if (s->depth == MOST_BLOCKS)
        return false;
    s->blocks[s->depth++] = (block){.kind = kind, .first = s->n, .waiting = -1};
    return true;
}

static void forget(scopes *s, int first)
{
    for (int i = first; i < s->n; i++) {
        const local *v = &s->locals[i];
        if (v->used || *v->t.s == '_' || !v->what)
            continue;
        hj_warning(s->diags, "HJ-RULES-201", place(s, &v->t), "%s '%.*s' is never used",
                   hj_tr(s->diags->lang, v->what), (int)v->t.n, v->t.s);
        hj_hint(s->diags, "take it away, or call it _ when something must stand there");
    }
    s->n = first;
}

static void statement_over(scopes *s)
{
    block *b = top(s);
    for (int i = b->waiting; i >= 0 && i < s->n; i++)
        s->locals[i].seen = true;
    b->waiting = -1;
}

static void close_block(scopes *s)
{
    if (s->depth <= 1)
        return;
    statement_over(s);
    forget(s, top(s)->first);
    s->depth--;
}

/* A word that can only begin a statement, or end a block. */
static bool begins_statement(const hj_token *t)
{
    static const char *const words[] = {"local", "if", "for", "while", "repeat", "return", "do",
                                        "end", "else", "elseif", "until", "break"};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (is(t, words[i]))
            return true;
    return false;
}

/* local a, b = …  for a, b in …  function(a, b): true while names are being read. */
static bool read_names(scopes *s, const hj_token *t)
{
    switch (s->reading) {
    case FUNCTION_NAME:
        declare(s, t, HJ_T("local function"), true);
        s->reading = IDLE;
        return true;
    case PARAMS:
        if (t->kind == HJ_TOKEN_NAME)
            declare(s, t, NULL, true); /* a function is handed what it is handed */
        else if (is(t, ")"))
            s->reading = IDLE;
        return true;
    case NAMES:
        if (t->kind == HJ_TOKEN_NAME && !hj_token_reserved(t)) {
            bool loop = top(s)->kind == B_HEADER;
            if (top(s)->waiting < 0)
                top(s)->waiting = s->n;
            declare(s, t, loop ? HJ_T("loop variable") : HJ_T("local"), false);
            return true;
        }
        if (is(t, ","))
            return true;
        s->reading = IDLE;
        return false;
    default: return false;
    }
}

static void step(scopes *s, const hj_token *before, const hj_token *t, const hj_token *next)
{
    block *b = top(s);
    if (b->waiting >= 0 && b->kind != B_HEADER
        && (begins_statement(t) || (t->kind == HJ_TOKEN_NAME && !hj_token_reserved(t)
                                    && hj_token_ends_value(before))))
        statement_over(s);
    if (is(t, "local")) {
        s->reading = is(next, "function") ? IDLE : NAMES;
    } else if (is(t, "function")) {
        if (is(before, "local"))
            s->reading = FUNCTION_NAME;
    } else if (is(t, "for") || is(t, "while")) {
        if (open_block(s, B_HEADER) && is(t, "for"))
            s->reading = NAMES;
    } else if (is(t, "do")) {
        if (b->kind == B_HEADER) {
            statement_over(s);
            top(s)->kind = B_BODY;
        } else {
            open_block(s, B_BODY);
        }
    } else if (is(t, "if") || is(t, "repeat")) {
        open_block(s, B_BODY);
    } else if (is(t, "else") || is(t, "elseif")) {
        forget(s, b->first);
    } else if (is(t, "end") || is(t, "until")) {
        close_block(s);
    } else if (is(t, "{") || is(t, "[") || is(t, "(")) {
        open_block(s, is(t, "{") ? B_BRACE : B_BRACKET);
    } else if (is(t, "}") || is(t, "]") || is(t, ")")) {
        close_block(s);
    } else if (t->kind == HJ_TOKEN_NAME && !hj_token_reserved(t) && !is(before, ".")
               && !is(before, ":")) {
        local *v = find(s, t);
        if (v && !is(next, "="))
            v->used = true; /* in a table, name = is a key; elsewhere it is given a value */
    }
}

void hj_check_scopes(const hj_rulebase *base, const hj_source *source, hj_diags *diags,
                     hj_arena *arena)
{
    scopes *s = HJ_NEW(arena, scopes);
    *s = (scopes){.source = source, .host = base->host, .diags = diags};
    hj_scan scan = hj_scan_begin(source->text, source->n);
    hj_token before = {0}, t = hj_scan_next(&scan);
    open_block(s, B_FILE);
    while (t.kind != HJ_TOKEN_END && s->depth < MOST_BLOCKS) {
        hj_token next = hj_scan_next(&scan);
        if (s->reading == IDLE && is(&t, "(")
            && (is(&before, "function") || (before.kind == HJ_TOKEN_NAME && top(s)->kind != B_BRACE
                                            && s->n && s->locals[s->n - 1].t.s == before.s))) {
            open_block(s, B_FUNCTION); /* function( and local function name( */
            s->reading = PARAMS;
        } else if (!read_names(s, &t)) {
            step(s, &before, &t, &next);
        }
        before = t;
        t = next;
    }
    while (s->depth > 1)
        close_block(s);
    statement_over(s);
    forget(s, 0);
}
