/* The source lint: what can only be seen before Lua has read the file.
 *
 * The hard idea: a constructor's table arrives with duplicate keys and trailing nils already lost,
 * so the loader walks the tokens first. The same walk refuses what the sandbox does not offer and
 * what makes Lua's own compiler slow on purpose (its jump lists are quadratic). */
#include <stdlib.h>
#include <string.h>

#include "rules/sandbox.h"
#include "rules/token.h"

#define is hj_token_is

enum { MAX_NEST = 150, MAX_JUMPS = 20000, MAX_BREAKS = 2000, MAX_KEYS = 500 };

typedef struct key {
    const char *s;
    size_t n;
    int line, next; /* next in the bucket chain, or -1 */
} key;

typedef struct nest {
    enum { N_BRACE, N_PAREN, N_BRACKET, N_BLOCK } kind;
    bool item_start; /* the next hj_token begins an item (braces) */
    bool condition; /* er( … ), alle { … }: what closes it ends a condition */
    int rows; /* rader = { … }: the line of the word; 0 */
    int items, list; /* list: index in lint->lists, or -1 */
    size_t first_key;
} nest;

typedef struct linter {
    hj_scan scan;
    const char *source, *file;
    hj_lint *lint;
    hj_arena *arena;
    hj_diags *diags;
    nest nests[MAX_NEST];
    int depth;
    key *keys;
    size_t n_keys, cap_keys;
    int errors, jumps, breaks, twice;
} linter;

static hj_place here(const linter *l, const hj_token *t)
{
    return (hj_place){.file = l->file, .line = t->line,
                      .column = hj_token_column(l->source, t)};
}

/* Texts, numbers and most names mean nothing to the walk; Lua's words have two to eight letters. */
static bool means_something(const hj_token *t)
{
    return t->kind != HJ_TOKEN_STRING && t->kind != HJ_TOKEN_NUMBER
        && (t->kind != HJ_TOKEN_NAME || (t->n <= 8 && strchr("abdefginoru_", *t->s)));
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

static void add_key(linter *l, const hj_token *t)
{
    nest *n = top(l);
    if (!n)
        return;
    if (l->n_keys - n->first_key > MAX_KEYS)
        return; /* past this, nobody wrote it by hand */
    for (size_t i = n->first_key; i < l->n_keys; i++)
        if (l->keys[i].n == t->n && memcmp(l->keys[i].s, t->s, t->n) == 0) {
            if (l->twice++ > HJ_LIMIT_DIAGS)
                return;
            hj_error(l->diags, "HJ-RULES-010", here(l, t),
                     "the key '%.*s' stands twice in the same table", (int)(t->n < 60 ? t->n : 60),
                     t->s);
            hj_hint(l->diags, "the first one is on line %d; Lua would silently keep only one",
                    l->keys[i].line);
            return; /* the file can be read: what else is wrong with it is told too */
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
    enum { R_IDLE, R_PARAM, R_DOT, R_GROUP, R_GROUP_DOT } dots;
    hj_kind group; /* f.sats.x, f.utregning.x, f.trapp.x */
} reading;

static void add_read(linter *l, const hj_token *t, hj_kind kind)
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
        .line = t->line, .kind = kind, .name = hj_arena_strndup(l->arena, t->s, t->n)};
}

static bool opens_group(const hj_token *t, hj_kind *kind)
{
    *kind = is(t, "sats") ? HJ_SATS : is(t, "utregning") ? HJ_UTREGNING : HJ_TRAPP;
    return *kind != HJ_TRAPP || is(t, "trapp");
}

static void follow(linter *l, reading *r, const hj_token *before, const hj_token *t)
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
        r->at = t->kind == HJ_TOKEN_NAME ? R_NAME : R_NONE;
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
    if (r->dots == R_DOT && opens_group(t, &r->group)) {
        r->dots = R_GROUP;
    } else if (r->dots == R_DOT && t->kind == HJ_TOKEN_NAME) {
        add_read(l, t, HJ_FAKTUM);
        r->dots = R_IDLE;
    } else if (r->dots == R_GROUP_DOT && t->kind == HJ_TOKEN_NAME) {
        add_read(l, t, r->group);
        r->dots = R_IDLE;
    } else if (r->dots == R_PARAM && dot) {
        r->dots = R_DOT;
    } else if (r->dots == R_GROUP && dot) {
        r->dots = R_GROUP_DOT;
    } else if (t->kind == HJ_TOKEN_NAME && t->n == r->n && memcmp(t->s, r->param, t->n) == 0
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

static bool refuse(linter *l, const hj_token *t)
{
    for (size_t i = 0; i < HJ_COUNT(refused); i++)
        if (is(t, refused[i].token)) {
            hj_error(l->diags, "HJ-RULES-011", here(l, t), "%s",
                     hj_tr(l->diags->lang, refused[i].message));
            if (refused[i].hint)
                hj_hint(l->diags, "%s", hj_tr(l->diags->lang, refused[i].hint));
            l->errors++;
            return true;
        }
    return false;
}

static bool makes_condition(const hj_token *t)
{
    static const char *const names[] = {
        "alle", "noen", "ikke", "er", "minst", "hoyst", "over", "under", "fra_til", "lik", "ulik",
        "finnes", "foer", "etter", "eldre_enn", "yngre_enn", "lengde", "inneholder", "egne_ord",
        "funksjon", "innstilling", "avvik", "egenskap", "har_regel"};
    for (size_t i = 0; t->kind == HJ_TOKEN_NAME && i < HJ_COUNT(names); i++)
        if (t->n == strlen(names[i]) && memcmp(t->s, names[i], t->n) == 0)
            return true;
    return false;
}

/* Lua takes the second of `a and b` and the first of `a or b`, and never makes the other. */
static void logic_between(linter *l, const hj_token *t)
{
    hj_error(l->diags, "HJ-RULES-016", here(l, t),
             "'%.*s' between conditions would lose one of them", (int)t->n, t->s);
    hj_hint(l->diags, is(t, "and") ? "write alle { a, b }"
                      : is(t, "or") ? HJ_T("write noen { a, b }")
                                    : HJ_T("write ikke(a)"));
    l->errors++;
}

/* All of a name some letter of which is not a-z, as it stands; the scanner goes on behind it. */
static hj_token whole_name(linter *l, const hj_token *before, const hj_token *t, hj_token *next)
{
    hj_token all = *t;
    if (before->kind == HJ_TOKEN_NAME && before->to == t->from)
        all.from = before->from;
    while ((next->kind == HJ_TOKEN_NAME || next->kind == HJ_TOKEN_BAD) && next->from == all.to) {
        all.to = next->to;
        *next = hj_scan_next(&l->scan);
    }
    return all;
}

static const struct {
    const char *from, *to;
} ascii[] = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}};

static const char *spelled(linter *l, const hj_token *name)
{
    hj_buf out = {0};
    for (const char *p = name->from; p < name->to;) {
        size_t i = 0;
        while (i < HJ_COUNT(ascii) && (name->to - p < 2 || memcmp(p, ascii[i].from, 2) != 0))
            i++;
        if (i < HJ_COUNT(ascii))
            hj_buf_str(&out, ascii[i].to);
        else
            hj_buf_char(&out, *p);
        p += i < HJ_COUNT(ascii) ? 2 : 1;
    }
    const char *text = hj_arena_strdup(l->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    /* The one word of the language that is not spelled so. */
    return strcmp(text, "hoeyst") == 0 ? "hoyst" : text;
}

static bool begins(const hj_token *t, const char *bytes)
{
    return t->n >= strlen(bytes) && memcmp(t->s, bytes, strlen(bytes)) == 0;
}

static void bad_letters(linter *l, const hj_token *before, const hj_token *t, hj_token *next)
{
    static const char *const spaces[] = {"\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x87",
                                         "\xe2\x80\x8b", "\xef\xbb\xbf"};
    static const char *const dashes[] = {"\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x88\x92"};
    static const char *const quotes[] = {"\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xc2\xab",
                                         "\xc2\xbb", "\xe2\x80\x98", "\xe2\x80\x99"};
    for (size_t i = 0; i < HJ_COUNT(spaces); i++)
        if (begins(t, spaces[i])) {
            hj_error(l->diags, "HJ-RULES-012", here(l, t),
                     "there is a hard or invisible space here, outside any text");
            hj_hint(l->diags, "delete it and write a plain space");
            return;
        }
    for (size_t i = 0; i < HJ_COUNT(dashes); i++)
        if (begins(t, dashes[i])) {
            hj_error(l->diags, "HJ-RULES-012", here(l, t),
                     "there is a long dash here, outside any text");
            hj_hint(l->diags, "minus is written -, and a comment begins with --");
            return;
        }
    for (size_t i = 0; i < HJ_COUNT(quotes); i++)
        if (begins(t, quotes[i])) {
            hj_error(l->diags, "HJ-RULES-012", here(l, t), "'%.*s' cannot begin or end a text",
                     (int)strlen(quotes[i]), quotes[i]);
            hj_hint(l->diags, "texts must stand in straight quotes: \"…\"");
            return;
        }
    hj_token name = whole_name(l, before, t, next);
    int shown = (int)(name.to - name.from < 60 ? name.to - name.from : 60);
    hj_error(l->diags, "HJ-RULES-012", here(l, &name),
             "names can only have the letters a-z, digits and _; found '%.*s'", shown, name.from);
    for (size_t i = 0; i < HJ_COUNT(ascii); i++)
        if (begins(t, ascii[i].from) && name.to - name.from <= 60) {
            hj_hint(l->diags, "write '%s'; a text must stand in quotes and keeps its letters",
                    spelled(l, &name));
            return;
        }
}

/* min = 2,5 would be min = 2 and a lonely 5; dato = 2026-11-24 would be the number 1991. */
static void number(linter *l, const hj_token *before, const hj_token *t, const hj_token *next)
{
    hj_scan peek = l->scan;
    hj_token last = hj_scan_next(&peek), minus = hj_scan_next(&peek);
    bool touch = next->from == t->to && last.kind == HJ_TOKEN_NUMBER && last.from == next->to;
    nest *in = top(l);
    if (touch && is(next, ",") && is(before, "=") && in && in->kind == N_BRACE) {
        hj_error(l->diags, "HJ-RULES-018", here(l, t),
                 "decimals are written with a point: %.*s.%.*s",
                 (int)t->n, t->s, (int)last.n, last.s);
        l->errors++;
    } else if (touch && is(next, "-") && t->n == 4 && is(&minus, "-") && minus.from == last.to) {
        hj_error(l->diags, "HJ-RULES-019", here(l, t),
                 "a date must stand in quotes: \"2026-11-24\"");
        l->errors++;
    }
}

static bool given_function(const hj_token *owner, const hj_token *before)
{
    return (is(owner, "funksjon") && (is(before, "(") || is(before, "=")))
        || ((is(owner, "utledet") || is(owner, "beregn")) && is(before, "="));
}

bool hj_lint_source(const char *source, size_t n, const char *file, hj_lint *lint,
                    hj_arena *arena, hj_diags *diags)
{
    linter *l = HJ_NEW(arena, linter);
    *l = (linter){.scan = hj_scan_begin(source, n), .source = source, .file = file, .lint = lint,
                  .arena = arena, .diags = diags};
    hj_token before = {0}, t = hj_scan_next(&l->scan);
    bool too_deep = false, closed_condition = false;
    reading facts = {0};
    hj_token owner = {0}; /* the name last seen: funksjon, utledet */
    while (t.kind != HJ_TOKEN_END && l->errors < 50) {
        hj_token next = hj_scan_next(&l->scan);
        nest *n_ = top(l);
        if (n_ && n_->kind == N_BRACE && n_->item_start && !is(&t, "}")) {
            n_->item_start = false;
            n_->items++;
            if (t.kind == HJ_TOKEN_NAME && is(&next, "="))
                add_key(l, &t);
            else if (is(&t, "[") && next.kind == HJ_TOKEN_STRING) {
                hj_scan peek = l->scan;
                hj_token close = hj_scan_next(&peek), equals = hj_scan_next(&peek);
                if (is(&close, "]") && is(&equals, "="))
                    add_key(l, &next);
            }
        }
        /* Only functions that conditions and facts are given: a helper's `function(x)` may be
         * about anything. */
        if (facts.at != R_NONE || given_function(&owner, &before))
            follow(l, &facts, &before, &t);
        if (t.kind == HJ_TOKEN_NAME && !is(&t, "function"))
            owner = t;
        bool after_condition = closed_condition;
        closed_condition = false;
        if (t.kind == HJ_TOKEN_NUMBER && (is(&next, ",") || is(&next, "-"))) {
            number(l, &before, &t, &next);
        } else if (!means_something(&t)) {
            /* the commonest token: nothing to ask */
        } else if (t.kind == HJ_TOKEN_BAD) {
            bad_letters(l, &before, &t, &next);
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
        hj_error(diags, "HJ-RULES-014", HJ_AT(file, before.line),
                 "the file has too many and, or, elseif or break to be a rule file");
    return l->errors == 0 && !too_deep && l->jumps <= MAX_JUMPS && l->breaks <= MAX_BREAKS;
}
