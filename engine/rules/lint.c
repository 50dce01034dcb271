/* The source lint: what can only be seen before Lua has read the file.
 *
 * The hard idea: a constructor's table arrives with duplicate keys and trailing nils already lost,
 * so the loader walks the tokens first. The same walk refuses what the sandbox does not offer and
 * what makes Lua's own compiler slow on purpose (its jump lists are quadratic). */
#include <stdlib.h>
#include <string.h>

#include "rules/sandbox.h"

enum { MAX_NEST = 150, MAX_JUMPS = 20000, MAX_BREAKS = 2000, MAX_KEYS = 500 };

typedef enum { T_END, T_NAME, T_STRING, T_NUMBER, T_OP, T_BAD } token_kind;

typedef struct token {
    token_kind kind;
    const char *s; /* for strings: the contents as written */
    size_t n;
    int line;
} token;

typedef struct key {
    const char *s;
    size_t n;
    int line, next; /* next in the bucket chain, or -1 */
} key;

typedef struct nest {
    enum { N_BRACE, N_PAREN, N_BRACKET, N_BLOCK } kind;
    bool item_start; /* the next token begins an item (braces) */
    bool condition; /* er( … ), alle { … }: what closes it ends a condition */
    int rows; /* rader = { … }: the line of the word; 0 */
    int items, list; /* list: index in lint->lists, or -1 */
    size_t first_key;
} nest;

typedef struct linter {
    const char *p, *end, *file;
    int line;
    hj_lint *lint;
    hj_arena *arena;
    hj_diags *diags;
    nest nests[MAX_NEST];
    int depth;
    key *keys;
    size_t n_keys, cap_keys;
    int errors, jumps, breaks;
} linter;

static hj_place here(const linter *l, int line)
{
    return HJ_AT(l->file, line);
}

static bool is_name_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

/* [[ … ]] or [==[ … ]==]: the number of = signs, or -1. */
static int long_bracket(const linter *l, const char *p)
{
    int level = 0;
    for (p++; p < l->end && *p == '='; p++)
        level++;
    return p < l->end && *p == '[' ? level : -1;
}

static void skip_long(linter *l, int level, token *t)
{
    l->p += level + 2;
    t->s = l->p;
    for (; l->p < l->end; l->p++) {
        if (*l->p == '\n')
            l->line++;
        if (*l->p != ']')
            continue;
        const char *q = l->p + 1;
        int n = 0;
        while (q < l->end && *q == '=' && n < level) {
            q++;
            n++;
        }
        if (n == level && q < l->end && *q == ']') {
            t->n = (size_t)(l->p - t->s);
            l->p = q + 1;
            return;
        }
    }
    t->n = (size_t)(l->p - t->s);
}

static token next_token(linter *l)
{
    for (;;) {
        while (l->p < l->end && (*l->p == ' ' || (*l->p >= '\t' && *l->p <= '\r'))) {
            if (*l->p == '\n')
                l->line++;
            l->p++;
        }
        if (l->end - l->p < 2 || l->p[0] != '-' || l->p[1] != '-')
            break;
        l->p += 2;
        int level = l->p < l->end && *l->p == '[' ? long_bracket(l, l->p) : -1;
        token ignored;
        if (level >= 0)
            skip_long(l, level, &ignored);
        else
            while (l->p < l->end && *l->p != '\n')
                l->p++;
    }
    token t = {.s = l->p, .line = l->line};
    if (l->p >= l->end)
        return t;
    unsigned char c = (unsigned char)*l->p;
    if (is_name_start(c)) {
        while (l->p < l->end
               && (is_name_start((unsigned char)*l->p) || is_digit((unsigned char)*l->p)))
            l->p++;
        t.kind = T_NAME;
    } else if (is_digit(c) || (c == '.' && l->end - l->p > 1 && is_digit((unsigned char)l->p[1]))) {
        while (l->p < l->end && (is_name_start((unsigned char)*l->p)
                                 || is_digit((unsigned char)*l->p) || *l->p == '.'
                                 || ((*l->p == '-' || *l->p == '+')
                                     && strchr("eEpP", l->p[-1]))))
            l->p++;
        t.kind = T_NUMBER;
    } else if (c == '"' || c == '\'') {
        t.s = ++l->p;
        while (l->p < l->end && *l->p != (char)c && *l->p != '\n') {
            if (*l->p == '\\' && l->end - l->p > 1) {
                l->p++;
                if (*l->p == '\n')
                    l->line++;
            }
            l->p++;
        }
        t.kind = T_STRING;
        t.n = (size_t)(l->p - t.s);
        if (l->p < l->end)
            l->p++;
        return t;
    } else if (c == '[' && long_bracket(l, l->p) >= 0) {
        t.kind = T_STRING;
        skip_long(l, long_bracket(l, l->p), &t);
        return t;
    } else if (c >= 0x80) {
        while (l->p < l->end && (unsigned char)*l->p >= 0x80)
            l->p++;
        t.kind = T_BAD;
    } else {
        static const char *const ops[] = {"...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::",
                                          "..", "!="};
        t.kind = T_OP;
        size_t left = (size_t)(l->end - l->p), n = 1;
        for (size_t i = 0; i < HJ_COUNT(ops) && strchr(".<>/=~:!", c); i++)
            if (left >= strlen(ops[i]) && memcmp(l->p, ops[i], strlen(ops[i])) == 0) {
                n = strlen(ops[i]);
                break;
            }
        l->p += n;
    }
    t.n = (size_t)(l->p - t.s);
    return t;
}

/* Asked some twenty times per token: inline, so that the word's length is known when compiled. */
static inline __attribute__((always_inline)) bool is(const token *t, const char *word)
{
    return (t->kind == T_NAME || t->kind == T_OP) && *t->s == *word && t->n == strlen(word)
        && memcmp(t->s, word, t->n) == 0;
}

/* Texts, numbers and most names mean nothing to the walk; Lua's words have two to eight letters. */
static bool means_something(const token *t)
{
    return t->kind != T_STRING && t->kind != T_NUMBER
        && (t->kind != T_NAME || (t->n <= 8 && strchr("abdefginoru_", *t->s)));
}

static void push(linter *l, int kind)
{
    if (l->depth < MAX_NEST)
        l->nests[l->depth] = (nest){.kind = kind, .item_start = true, .list = -1,
                                    .first_key = l->n_keys};
    l->depth++;
}

static nest *top(linter *l)
{
    return l->depth > 0 && l->depth <= MAX_NEST ? &l->nests[l->depth - 1] : NULL;
}

static void pop(linter *l)
{
    nest *n = top(l);
    if (n && n->kind == N_BRACE)
        l->n_keys = n->first_key;
    if (l->depth > 0)
        l->depth--;
}

static void add_key(linter *l, const token *t)
{
    nest *n = top(l);
    if (!n)
        return;
    if (l->n_keys - n->first_key > MAX_KEYS)
        return; /* past this, nobody wrote it by hand */
    for (size_t i = n->first_key; i < l->n_keys; i++)
        if (l->keys[i].n == t->n && memcmp(l->keys[i].s, t->s, t->n) == 0) {
            hj_error(l->diags, "HJ-RULES-010", here(l, t->line),
                     "the key '%.*s' stands twice in the same table", (int)(t->n < 60 ? t->n : 60),
                     t->s);
            hj_hint(l->diags, "the first one is on line %d; Lua would silently keep only one",
                    l->keys[i].line);
            l->errors++;
            return;
        }
    if (l->n_keys == l->cap_keys) {
        size_t cap = l->cap_keys ? l->cap_keys * 2 : 64;
        key *more = HJ_ARRAY(l->arena, cap, key);
        if (l->n_keys)
            memcpy(more, l->keys, l->n_keys * sizeof *more);
        l->keys = more;
        l->cap_keys = cap;
    }
    l->keys[l->n_keys++] = (key){.s = t->s, .n = t->n, .line = t->line};
}

static void add_list(linter *l, int line, bool noen)
{
    hj_lint *lint = l->lint;
    if (lint->n_lists == lint->cap_lists) {
        int cap = lint->cap_lists ? lint->cap_lists * 2 : 64;
        struct hj_lint_list *more = HJ_ARRAY(l->arena, (size_t)cap, struct hj_lint_list);
        if (lint->n_lists)
            memcpy(more, lint->lists, (size_t)lint->n_lists * sizeof *more);
        lint->lists = more;
        lint->cap_lists = cap;
    }
    lint->lists[lint->n_lists] = (struct hj_lint_list){.line = line, .noen = noen};
    nest *n = top(l);
    if (n)
        n->list = lint->n_lists;
    lint->n_lists++;
}

static void add_row(linter *l, int table, int line)
{
    hj_lint *lint = l->lint;
    if (lint->n_rows == lint->cap_rows) {
        int cap = lint->cap_rows ? lint->cap_rows * 2 : 64;
        struct hj_lint_row *more = HJ_ARRAY(l->arena, (size_t)cap, struct hj_lint_row);
        if (lint->n_rows)
            memcpy(more, lint->rows, (size_t)lint->n_rows * sizeof *more);
        lint->rows = more;
        lint->cap_rows = cap;
    }
    lint->rows[lint->n_rows++] = (struct hj_lint_row){table, line};
}

/* `funksjon(function(f)` and `utledet = function(f)`: what is read of f, until the end. */
typedef struct reading {
    enum { R_NONE, R_FUNCTION, R_OPEN, R_NAME, R_BODY } at;
    const char *param;
    size_t n;
    int depth; /* of the block the function opened */
    enum { R_IDLE, R_PARAM, R_DOT, R_SATS, R_SATS_DOT } dots;
} reading;

static void add_read(linter *l, const token *t, bool rate)
{
    hj_lint *lint = l->lint;
    if (lint->n_reads == lint->cap_reads) {
        int cap = lint->cap_reads ? lint->cap_reads * 2 : 32;
        struct hj_lint_read *more = HJ_ARRAY(l->arena, (size_t)cap, struct hj_lint_read);
        if (lint->n_reads)
            memcpy(more, lint->reads, (size_t)lint->n_reads * sizeof *more);
        lint->reads = more;
        lint->cap_reads = cap;
    }
    lint->reads[lint->n_reads++] = (struct hj_lint_read){
        .line = t->line, .rate = rate, .name = hj_arena_strndup(l->arena, t->s, t->n)};
}

static void follow(linter *l, reading *r, const token *before, const token *t)
{
    switch (r->at) {
    case R_NONE:
        if (is(t, "function") && (is(before, "(") || is(before, "=")))
            r->at = R_FUNCTION;
        return;
    case R_FUNCTION:
        r->at = is(t, "(") ? R_OPEN : R_NONE;
        return;
    case R_OPEN:
        r->param = t->s;
        r->n = t->n;
        r->at = t->kind == T_NAME ? R_NAME : R_NONE;
        return;
    case R_NAME:
        r->at = is(t, ")") ? R_BODY : R_NONE;
        r->depth = l->depth - 1; /* the parenthesis is still open */
        r->dots = R_IDLE;
        return;
    case R_BODY: break;
    }
    if (is(t, "end") && l->depth == r->depth) {
        r->at = R_NONE;
        return;
    }
    bool dot = is(t, ".");
    l->lint->by_name |= r->dots == R_PARAM && is(t, "[");
    if (r->dots == R_DOT && t->kind == T_NAME && !is(t, "sats")) {
        add_read(l, t, false);
        r->dots = R_IDLE;
    } else if (r->dots == R_SATS_DOT && t->kind == T_NAME) {
        add_read(l, t, true);
        r->dots = R_IDLE;
    } else if (r->dots == R_DOT && is(t, "sats")) {
        r->dots = R_SATS;
    } else if (r->dots == R_PARAM && dot) {
        r->dots = R_DOT;
    } else if (r->dots == R_SATS && dot) {
        r->dots = R_SATS_DOT;
    } else if (t->kind == T_NAME && t->n == r->n && memcmp(t->s, r->param, t->n) == 0
               && !is(before, ".") && !is(before, ":")) {
        r->dots = R_PARAM;
    } else {
        r->dots = R_IDLE;
    }
}

/* What the language leaves out, with the word to use instead. */
static const struct {
    const char *token, *message, *hint;
} refused[] = {
    {"...", HJ_T("'...' is not part of the rule language"),
     HJ_T("give the function named parameters")},
    {"goto", HJ_T("'goto' is not part of the rule language"), HJ_T("use if or a loop")},
    {"::", HJ_T("labels are not part of the rule language"), HJ_T("use if or a loop")},
    {"&", HJ_T("bitwise operators are not part of the rule language"),
     HJ_T("between conditions, write alle { a, b }")},
    {"|", HJ_T("bitwise operators are not part of the rule language"),
     HJ_T("between conditions, write noen { a, b }")},
    {"~", HJ_T("bitwise operators are not part of the rule language"), HJ_T("write ikke(a)")},
    {"<<", HJ_T("bitwise operators are not part of the rule language"), NULL},
    {">>", HJ_T("bitwise operators are not part of the rule language"), NULL},
    {"!", HJ_T("'!' is not part of the rule language"), HJ_T("write ikke(a)")},
    {"!=", HJ_T("'!=' is not part of the rule language"),
     HJ_T("between conditions, write ulik(…); in a function, write ~=")},
    {"_ENV", HJ_T("'_ENV' is not part of the rule language"), NULL},
};

static bool refuse(linter *l, const token *t)
{
    for (size_t i = 0; i < HJ_COUNT(refused); i++)
        if (is(t, refused[i].token)) {
            hj_error(l->diags, "HJ-RULES-011", here(l, t->line), "%s",
                     hj_tr(l->diags->lang, refused[i].message));
            if (refused[i].hint)
                hj_hint(l->diags, "%s", hj_tr(l->diags->lang, refused[i].hint));
            l->errors++;
            return true;
        }
    return false;
}

static bool makes_condition(const token *t)
{
    static const char *const names[] = {
        "alle", "noen", "ikke", "er", "minst", "hoyst", "over", "under", "fra_til", "lik", "ulik",
        "finnes", "foer", "etter", "eldre_enn", "yngre_enn", "lengde", "inneholder", "egne_ord",
        "funksjon", "innstilling", "avvik", "egenskap", "har_regel"};
    for (size_t i = 0; t->kind == T_NAME && i < HJ_COUNT(names); i++)
        if (t->n == strlen(names[i]) && memcmp(t->s, names[i], t->n) == 0)
            return true;
    return false;
}

/* Lua takes the second of `a and b` and the first of `a or b`, and never makes the other. */
static void logic_between(linter *l, const token *t)
{
    hj_error(l->diags, "HJ-RULES-016", here(l, t->line),
             "'%.*s' between conditions would lose one of them", (int)t->n, t->s);
    hj_hint(l->diags, is(t, "and") ? "write alle { a, b }"
                                   : is(t, "or") ? "write noen { a, b }" : "write ikke(a)");
    l->errors++;
}

static void bad_letters(linter *l, const token *before, const token *t)
{
    static const struct {
        const char *from, *to;
    } ascii[] = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}};
    hj_error(l->diags, "HJ-RULES-012", here(l, t->line),
             "names can only have the letters a-z, digits and _; found '%.*s%.*s'",
             before->kind == T_NAME && before->s + before->n == t->s ? (int)before->n : 0,
             before->s, (int)(t->n < 40 ? t->n : 40), t->s);
    for (size_t i = 0; i < HJ_COUNT(ascii); i++)
        if (t->n >= 2 && memcmp(t->s, ascii[i].from, 2) == 0) {
            hj_hint(l->diags, "write '%s' for '%s' in names; texts in quotes keep their letters",
                    ascii[i].to, ascii[i].from);
            return;
        }
    hj_hint(l->diags, "texts must stand in straight quotes: \"…\"");
}

static bool given_function(const token *owner, const token *before)
{
    return (is(owner, "funksjon") && (is(before, "(") || is(before, "=")))
        || (is(owner, "utledet") && is(before, "="));
}

bool hj_lint_source(const char *source, size_t n, const char *file, hj_lint *lint,
                    hj_arena *arena, hj_diags *diags)
{
    linter *l = HJ_NEW(arena, linter);
    *l = (linter){.p = source, .end = source + n, .file = file, .line = 1, .lint = lint,
                  .arena = arena, .diags = diags};
    int errors_before = diags->errors;
    token before = {0}, t = next_token(l);
    bool too_deep = false, closed_condition = false;
    reading facts = {0};
    token owner = {0}; /* the name last seen: funksjon, utledet */
    while (t.kind != T_END && l->errors < 50) {
        token next = next_token(l);
        nest *n_ = top(l);
        if (n_ && n_->kind == N_BRACE && n_->item_start && !is(&t, "}")) {
            n_->item_start = false;
            n_->items++;
            if (t.kind == T_NAME && is(&next, "="))
                add_key(l, &t);
            else if (is(&t, "[") && next.kind == T_STRING) {
                linter peek = *l; /* only the scanner's place matters */
                token close = next_token(&peek), equals = next_token(&peek);
                if (is(&close, "]") && is(&equals, "="))
                    add_key(l, &next);
            }
        }
        /* Only functions that conditions and facts are given: a helper's `function(x)` may be
         * about anything. */
        if (facts.at != R_NONE || given_function(&owner, &before))
            follow(l, &facts, &before, &t);
        if (t.kind == T_NAME && !is(&t, "function"))
            owner = t;
        bool after_condition = closed_condition;
        closed_condition = false;
        if (!means_something(&t)) {
            /* the commonest token: nothing to ask */
        } else if (t.kind == T_BAD) {
            bad_letters(l, &before, &t);
            l->errors++;
        } else if (refuse(l, &t)) {
            /* reported */
        } else if (is(&t, "{")) {
            if (n_ && n_->rows)
                add_row(l, n_->rows, t.line);
            push(l, N_BRACE);
            if (top(l)) {
                top(l)->condition = makes_condition(&before);
                top(l)->rows = is(&owner, "rader") && is(&before, "=") ? owner.line : 0;
            }
            bool noen = is(&before, "noen");
            if (noen || is(&before, "alle"))
                add_list(l, before.line, noen);
        } else if (is(&t, "(")) {
            push(l, N_PAREN);
            if (top(l))
                top(l)->condition = makes_condition(&before);
        } else if (is(&t, "[")) {
            push(l, N_BRACKET);
        } else if (is(&t, "function") || is(&t, "do") || is(&t, "if") || is(&t, "repeat")) {
            push(l, N_BLOCK);
        } else if (is(&t, "}") || is(&t, ")") || is(&t, "]") || is(&t, "end")
                   || is(&t, "until")) {
            nest *closing = top(l);
            if (closing && closing->list >= 0)
                lint->lists[closing->list].items = closing->items;
            closed_condition = closing && closing->condition;
            pop(l);
        } else if ((is(&t, ",") || is(&t, ";")) && n_ && n_->kind == N_BRACE) {
            n_->item_start = true;
        } else if (is(&t, "and") || is(&t, "or") || is(&t, "elseif") || is(&t, "not")) {
            l->jumps += !is(&t, "not");
            if (!is(&t, "elseif") && (after_condition || makes_condition(&next)))
                logic_between(l, &t);
        } else if (is(&t, "break")) {
            l->breaks++;
        }
        too_deep |= l->depth >= MAX_NEST;
        before = t;
        t = next;
    }
    if (too_deep)
        hj_error(diags, "HJ-RULES-013", HJ_AT(file, before.line),
                 "brackets and blocks are nested deeper than %d", MAX_NEST);
    if (l->jumps > MAX_JUMPS || l->breaks > MAX_BREAKS)
        hj_error(diags, "HJ-RULES-014", HJ_FILE(file),
                 "the file has too many and, or, elseif or break to be a rule file");
    return diags->errors == errors_before;
}
