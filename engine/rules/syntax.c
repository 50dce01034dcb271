/* What Lua's parser stumbled over, told as the author would.
 *
 * The hard idea: Lua tells where it could go no further, in the words of a grammar; the mistake
 * stands before. So once Lua has refused the file, and only then, the tokens are walked from the
 * top to the first place no Lua could accept, and that place is told. Each test below is certain: a
 * file that Lua accepts has none of them. Where none bites, Lua's own words are made plain. */
#include <stdio.h>
#include <stdlib.h>

#include "rules/loader.h"
#include "rules/token.h"

#define is hj_token_is

enum { MOST_OPEN = 200 };

typedef struct opener {
    enum { O_BRACE, O_PAREN, O_BRACKET, O_BLOCK } kind;
    hj_token t; /* the bracket, or the word function, do, if, repeat */
    bool callable; /* before it stood something that can be called */
    bool equals; /* this item has had its = */
    int in_item; /* tokens of this item so far */
} opener;

typedef struct walk {
    const char *source, *file;
    hj_diags *diags;
    opener open[MOST_OPEN];
    int depth;
    /* Indentation tells what brackets do not: where a bracket is missing, or one too many. */
    hj_token unclosed, noticed; /* an opening, and what stood too far out while it was open */
    hj_token surplus; /* a closing further in than its opening */
} walk;

static hj_place at(const walk *w, const hj_token *t)
{
    return (hj_place){.file = w->file, .line = t->line,
                      .column = hj_token_column(w->source, t)};
}

static int length(const hj_token *t)
{
    return (int)(t->to - t->from < 40 ? t->to - t->from : 40);
}

/* Just behind a token: where a comma is missing. */
static hj_place behind(const walk *w, const hj_token *t)
{
    hj_token end = *t;
    for (const char *p = t->from; p < t->to; p++)
        end.line += *p == '\n';
    end.from = t->to;
    return at(w, &end);
}

static void said(walk *w, hj_place place, const char *text)
{
    hj_error(w->diags, "HJ-RULES-017", place, "%s", hj_tr(w->diags->lang, text));
}

static bool word_of_speech(const hj_token *t)
{
    static const char *const words[] = {"og", "eller", "OG", "ELLER", "Og", "Eller", "men"};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (is(t, words[i]))
            return true;
    return false;
}

/* Two values stand side by side in a table, and nothing between them. */
static void side_by_side(walk *w, const opener *in, const hj_token *before, const hj_token *t)
{
    if (is(before, "ikke") && t->kind == HJ_TOKEN_NAME) {
        said(w, at(w, before), HJ_T("'ikke' takes what it denies in parentheses: ikke(…)"));
    } else if (word_of_speech(t)) {
        hj_error(w->diags, "HJ-RULES-017", at(w, t), "'%.*s' cannot stand between conditions",
                 length(t), t->from);
        hj_hint(w->diags, "write alle { a, b } when both must hold, noen { a, b } when one is enough");
    } else if (before->kind == HJ_TOKEN_STRING && before->to == t->from) {
        said(w, at(w, t), HJ_T("a text ends in the middle of a sentence"));
        hj_hint(w->diags, "quotes inside a text are written «…» (or \\\"): the first straight quote ends it");
    } else if (in->in_item == 1 && before->kind == HJ_TOKEN_NAME
               && t->kind != HJ_TOKEN_OP && t->line == before->line) {
        hj_error(w->diags, "HJ-RULES-017", behind(w, before),
                 "there is no = between '%.*s' and '%.*s'",
                 length(before), before->from, length(t), t->from);
    } else if (t->line == behind(w, before).line) {
        hj_error(w->diags, "HJ-RULES-017", behind(w, before),
                 "a comma is missing here, before '%.*s'",
                 length(t), t->from);
    } else {
        hj_error(w->diags, "HJ-RULES-017", behind(w, before),
                 "a comma is missing at the end of this line, before '%.*s' on line %d", length(t),
                 t->from, t->line);
    }
}

static void never_closed(walk *w, const hj_token *opened, const hj_token *found)
{
    if (w->unclosed.from && is(opened, "{")) {
        opened = &w->unclosed;
        found = &w->noticed;
    }
    if (found->kind == HJ_TOKEN_END)
        hj_error(w->diags, "HJ-RULES-017", at(w, opened), "this '%.*s' is never closed",
                 length(opened), opened->from);
    else
        hj_error(w->diags, "HJ-RULES-017", at(w, opened),
                 "this '%.*s' is not closed before '%.*s' on line %d", length(opened), opened->from,
                 length(found), found->from, found->line);
    hj_hint(w->diags, is(opened, "{") ? "there is a '}' too few, here or further in"
                      : is(opened, "(") ? HJ_T("there is a ')' too few")
                      : is(opened, "[") ? HJ_T("there is a ']' too few")
                                        : HJ_T("it needs its 'end'"));
}

static bool closes(const opener *o, const hj_token *t)
{
    switch (o->kind) {
    case O_BRACE: return is(t, "}");
    case O_PAREN: return is(t, ")");
    case O_BRACKET: return is(t, "]");
    default: return is(t, "end") || is(t, "until");
    }
}

static bool begins_value(const hj_token *t, bool callable)
{
    if (t->kind == HJ_TOKEN_NAME)
        return !hj_token_reserved(t) || is(t, "function") || is(t, "nil") || is(t, "true")
            || is(t, "false") || is(t, "not");
    if (t->kind == HJ_TOKEN_NUMBER)
        return true;
    return !callable && (t->kind == HJ_TOKEN_STRING || is(t, "{") || is(t, "("));
}

/* What is wrong with an = where none can be; the item's first token was `before` when in_item 1. */
static void stray_equals(walk *w, const opener *in, const hj_token *before, const hj_token *t)
{
    if (in && in->in_item == 1 && before->kind == HJ_TOKEN_STRING) {
        hj_error(w->diags, "HJ-RULES-017", at(w, before),
                 "a name before = stands without quotes: %.*s = …",
                 (int)(before->n < 40 ? before->n : 40), before->s);
    } else if (before->kind == HJ_TOKEN_STRING) {
        said(w, at(w, t), HJ_T("no = may stand between the name and its { … }"));
    } else if (in && !in->equals) {
        said(w, at(w, t), HJ_T("what stands before this = is not a name"));
        hj_hint(w->diags, "names begin with a letter and have a-z, digits and _; no -, blank or full stop");
    } else {
        said(w, at(w, t), HJ_T("there are two = in the same field"));
        hj_hint(w->diags, "is a comma missing before it? In functions, equal is asked with ==");
    }
}

/* True when the token cannot stand here: told. */
static bool wrong_in_table(walk *w, opener *in, const hj_token *before, bool callable,
                           const hj_token *t, const hj_token *next)
{
    bool first = in->in_item == 0;
    if (!first && hj_token_ends_value(before) && begins_value(t, callable)) {
        if (hj_token_column(w->source, t) == 1 && next->kind == HJ_TOKEN_STRING
            && in->t.line < t->line)
            never_closed(w, &in->t, t);
        else
            side_by_side(w, in, before, t);
        return true;
    }
    if (is(t, "=") && (in->equals || in->in_item != 1 || before->kind != HJ_TOKEN_NAME)
        && !(is(before, "]") && !in->equals)) {
        stray_equals(w, in, before, t);
        return true;
    }
    if (is(t, ":") && in->in_item == 1
        && (before->kind == HJ_TOKEN_STRING || next->kind != HJ_TOKEN_NAME)) {
        said(w, at(w, t), HJ_T("write = and not : between a name and its value"));
        return true;
    }
    if ((is(t, ",") || is(t, ";")) && (first || is(before, "=") || is(before, "("))) {
        said(w, at(w, t), is(before, "=") ? HJ_T("there is no value between = and the comma")
                                          : HJ_T("there is nothing before this comma"));
        return true;
    }
    return false;
}

static bool wrong_outside(walk *w, const hj_token *before, const hj_token *t, const hj_token *next)
{
    bool start = before->kind == HJ_TOKEN_END || before->line != t->line;
    if (is(t, ",") && is(before, "}")) {
        said(w, at(w, w->surplus.from ? &w->surplus : before),
             w->surplus.from ? HJ_T("this '}' is one too many")
                             : HJ_T("no comma may stand after the last '}' of an entry"));
        if (!w->surplus.from)
            hj_hint(w->diags, "or there is a '}' too many before it");
        return true;
    }
    if (is(t, "=") && before->kind == HJ_TOKEN_STRING) {
        stray_equals(w, NULL, before, t);
        return true;
    }
    if (t->kind == HJ_TOKEN_NAME && !hj_token_reserved(t) && before->kind == HJ_TOKEN_NAME
        && !hj_token_reserved(before) && before->line == t->line && w->depth == 0) {
        hj_error(w->diags, "HJ-RULES-017", at(w, t), "after '%.*s', write the name in quotes: %.*s \"%.*s\"",
                 length(before), before->from, length(before), before->from, length(t), t->from);
        return true;
    }
    if (start && (is(t, "#") || is(t, "//") || is(t, "/") || is(t, "<") || is(t, "*"))) {
        said(w, at(w, t), HJ_T("a comment begins with --"));
        return true;
    }
    (void)next;
    return false;
}

static bool wrong(walk *w, const hj_token *before, bool callable, const hj_token *t,
                  const hj_token *next)
{
    opener *in = w->depth ? &w->open[w->depth - 1] : NULL;
    if (t->open) {
        said(w, at(w, t), t->kind == HJ_TOKEN_STRING
                 ? HJ_T("the text that begins here does not end on its line")
                 : HJ_T("the comment that begins here never ends"));
        if (t->kind == HJ_TOKEN_STRING)
            hj_hint(w->diags, "it must end with the quote it began with; join two lines with ..");
        return true;
    }
    if (hj_token_closes(t)) {
        if (!in) {
            const hj_token *extra = w->surplus.from && is(t, "}") ? &w->surplus : t;
            hj_error(w->diags, "HJ-RULES-017", at(w, extra), "this '%.*s' is one too many",
                     length(extra), extra->from);
            return true;
        }
        if (!closes(in, t)) {
            never_closed(w, &in->t, t);
            return true;
        }
        return false;
    }
    if (in && in->kind == O_BRACE)
        return wrong_in_table(w, in, before, callable, t, next);
    if (in && in->kind == O_PAREN && in->in_item && hj_token_ends_value(before)
        && begins_value(t, callable)) {
        side_by_side(w, &(opener){.in_item = 9}, before, t);
        return true;
    }
    return (!in || in->kind == O_BLOCK) && wrong_outside(w, before, t, next);
}

static int opens(const hj_token *t)
{
    if (is(t, "{"))
        return O_BRACE;
    if (is(t, "("))
        return O_PAREN;
    if (is(t, "["))
        return O_BRACKET;
    if (is(t, "function") || is(t, "do") || is(t, "if") || is(t, "repeat"))
        return O_BLOCK;
    return -1;
}

static bool push(walk *w, int kind, const hj_token *t, bool callable)
{
    if (w->depth == MOST_OPEN)
        return false;
    w->open[w->depth++] = (opener){.kind = kind, .t = *t, .callable = callable};
    return true;
}

static int indent(const walk *w, const hj_token *t)
{
    const char *line = t->from;
    while (line > w->source && line[-1] != '\n')
        line--;
    return line ? (int)strspn(line, " \t") : 0;
}

static void watch_indent(walk *w, const hj_token *before, const hj_token *t, const hj_token *next)
{
    const opener *in = w->depth ? &w->open[w->depth - 1] : NULL;
    if (!in || in->kind != O_BRACE || before->line == t->line || in->t.line == t->line)
        return;
    int here = indent(w, t), there = indent(w, &in->t);
    bool entry = here == 0 && (next->kind == HJ_TOKEN_STRING || is(t, "local") || is(next, "{"));
    if (!w->unclosed.from && !w->surplus.from && (entry || (is(t, "}") && here < there))) {
        w->unclosed = in->t;
        w->noticed = *t;
    } else if (!w->surplus.from && !w->unclosed.from && is(t, "}") && here > there) {
        w->surplus = *t;
    }
}

/* True when something was found and told; last: the line Lua stopped on. */
static bool walked(walk *w, const char *source, size_t n, int last)
{
    hj_scan scan = hj_scan_begin(source, n);
    hj_token before = {0}, t = hj_scan_next(&scan);
    bool callable = false;
    for (; t.kind != HJ_TOKEN_END && t.line <= last; t = hj_scan_next(&scan)) {
        hj_scan peek = scan;
        hj_token next = hj_scan_next(&peek);
        watch_indent(w, &before, &t, &next);
        if (wrong(w, &before, callable, &t, &next))
            return true;
        opener *in = w->depth ? &w->open[w->depth - 1] : NULL;
        int kind = opens(&t);
        bool was_callable = callable;
        callable = t.kind == HJ_TOKEN_STRING ? callable
            : (t.kind == HJ_TOKEN_NAME && !hj_token_reserved(&t)) || is(&t, "]");
        if (in && hj_token_closes(&t)) {
            callable = is(&t, ")") || is(&t, "]") || (is(&t, "}") && in->callable);
            w->depth--;
            if (w->depth)
                w->open[w->depth - 1].in_item++;
        } else if (kind >= 0) {
            if (!push(w, kind, &t, was_callable))
                return false;
        } else if (in && (is(&t, ",") || is(&t, ";"))) {
            in->in_item = 0;
            in->equals = false;
        } else if (in) {
            in->in_item++;
            in->equals |= is(&t, "=");
        }
        before = t;
    }
    if (t.kind == HJ_TOKEN_END && w->depth) {
        never_closed(w, &w->open[w->depth - 1].t, &t);
        return true;
    }
    return false;
}

/* ---- Lua's own words ------------------------------------------------------------------------- */

/* What stands between the quotes after `word`, in plain; "" when it is not there. */
static const char *quoted_after(hj_arena *arena, const char *text, const char *word)
{
    const char *p = strstr(text, word);
    if (!p)
        return "";
    p += strlen(word);
    if (strncmp(p, "<eof>", 5) == 0)
        return "<eof>";
    if (*p != '\'')
        return "";
    const char *end = strrchr(p, '\'');
    return end > p ? hj_arena_strndup(arena, p + 1, (size_t)(end - p - 1)) : "";
}

static void in_plain_words(hj_diags *diags, const hj_trouble *trouble)
{
    static const struct {
        const char *part, *message, *hint;
    } known[] = {
        {"'then' expected", HJ_T("'then' is missing before '%s'"),
         HJ_T("if … then … end; equal is asked with ==")},
        {"'do' expected", HJ_T("'do' is missing before '%s'"),
         HJ_T("for … do … end, while … do … end")},
        {"'end' expected", HJ_T("'end' is missing before '%s'"),
         HJ_T("every function(f) … and every if … then needs its end")},
        {"'=' expected", HJ_T("'=' is missing before '%s'"), NULL},
        {"'=' or 'in' expected", HJ_T("'=' or 'in' is missing before '%s'"),
         HJ_T("for _, rad in ipairs { … } do … end")},
        {"'}' expected", HJ_T("a comma or '}' is missing before '%s'"), NULL},
        {"')' expected", HJ_T("a comma or ')' is missing before '%s'"), NULL},
        {"']' expected", HJ_T("']' is missing before '%s'"), NULL},
        {"<name> expected", HJ_T("a name is missing before '%s'"),
         HJ_T("names have a-z, digits and _, and do not begin with a digit")},
        {"malformed number", HJ_T("'%s' is not a number"),
         HJ_T("names do not begin with a digit; texts and dates must stand in quotes")},
        {"escape", HJ_T("a \\ stands before a letter in a text: '%s'"),
         HJ_T("\\ is written \\\\ in texts")},
        {"hexadecimal", HJ_T("a \\ stands before a letter in a text: '%s'"),
         HJ_T("\\ is written \\\\ in texts")},
        {"syntax error", HJ_T("'%s' does not fit here"),
         HJ_T("is a { … } or a quote missing on the line before?")},
        {"unexpected symbol", HJ_T("'%s' does not fit here"), NULL},
    };
    for (size_t i = 0; i < HJ_COUNT(known); i++) {
        if (!strstr(trouble->text, known[i].part))
            continue;
        const char *near = quoted_after(diags->arena, trouble->text, "near ");
        if (strcmp(near, "<eof>") == 0)
            near = hj_tr(diags->lang, HJ_T("the end of the file"));
        char *message = hj_arena_strdup(diags->arena, hj_tr(diags->lang, known[i].message));
        char *mark = strstr(message, "%s");
        *mark = 0;
        hj_error(diags, "HJ-RULES-017", trouble->place, "%s",
                 hj_arena_printf(diags->arena, "%s%s%s", message, near, mark + 2));
        if (known[i].hint)
            hj_hint(diags, "%s", hj_tr(diags->lang, known[i].hint));
        return;
    }
    hj_error(diags, "HJ-RULES-017", trouble->place, "the file cannot be read: %s", trouble->text);
}

void hj_explain_syntax(loader *ld, const char *source, size_t n, const char *file,
                       const hj_trouble *trouble)
{
    walk *w = HJ_NEW(ld->arena, walk);
    *w = (walk){.source = source, .file = file, .diags = ld->diags};
    int last = trouble->place.line > 0 ? trouble->place.line : 1;
    if (!walked(w, source, n, last))
        in_plain_words(ld->diags, trouble);
}
