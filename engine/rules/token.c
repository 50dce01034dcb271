/* The words of a Lua file. The scanner never fails: what is not Lua comes out as OP or BAD, and who
 * reads the tokens says what is wrong with them. */
#include "rules/token.h"

hj_scan hj_scan_begin(const char *source, size_t n)
{
    return (hj_scan){.p = source, .end = source + n, .line = 1};
}

static bool is_name_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

/* [[ … ]] or [==[ … ]==]: the number of = signs, or -1. */
static int long_bracket(const hj_scan *l, const char *p)
{
    int level = 0;
    for (p++; p < l->end && *p == '='; p++)
        level++;
    return p < l->end && *p == '[' ? level : -1;
}

/* One line end, however it is written: Lua takes \r\n and \n\r for one. */
static void skip_line_end(hj_scan *l)
{
    char first = *l->p++;
    if (l->p < l->end && (*l->p == '\n' || *l->p == '\r') && *l->p != first)
        l->p++;
    l->line++;
}

static void skip_blanks(hj_scan *l)
{
    while (l->p < l->end && (*l->p == ' ' || (*l->p >= '\t' && *l->p <= '\r')))
        if (*l->p == '\n' || *l->p == '\r')
            skip_line_end(l);
        else
            l->p++;
}

static void skip_long(hj_scan *l, int level, hj_token *t)
{
    l->p += level + 2;
    t->s = l->p;
    while (l->p < l->end) {
        if (*l->p == '\n' || *l->p == '\r') {
            skip_line_end(l);
            continue;
        }
        if (*l->p++ != ']')
            continue;
        const char *q = l->p;
        int n = 0;
        while (q < l->end && *q == '=' && n < level) {
            q++;
            n++;
        }
        if (n == level && q < l->end && *q == ']') {
            t->n = (size_t)(l->p - 1 - t->s);
            l->p = q + 1;
            return;
        }
    }
    t->n = (size_t)(l->p - t->s);
    t->open = true;
}

static hj_token comment(hj_scan *l)
{
    hj_token t = {.kind = HJ_TOKEN_COMMENT, .s = l->p, .from = l->p, .line = l->line};
    l->p += 2;
    int level = l->p < l->end && *l->p == '[' ? long_bracket(l, l->p) : -1;
    if (level >= 0)
        skip_long(l, level, &t);
    else
        while (l->p < l->end && *l->p != '\n' && *l->p != '\r')
            l->p++;
    t.s = t.from;
    t.n = (size_t)(l->p - t.s);
    t.to = l->p;
    return t;
}

/* The character after \, or the line end, or with \z all blanks that follow. Read otherwise than
 * Lua does, a text would end elsewhere, and what is code to Lua would be hidden from us. */
static void skip_escape(hj_scan *l)
{
    char c = *++l->p;
    if (c == '\n' || c == '\r') {
        skip_line_end(l);
    } else {
        l->p++;
        if (c == 'z')
            skip_blanks(l);
    }
}

static void quoted(hj_scan *l, char quote, hj_token *t)
{
    t->s = ++l->p;
    while (l->p < l->end && *l->p != quote && *l->p != '\n' && *l->p != '\r')
        if (*l->p == '\\' && l->end - l->p > 1)
            skip_escape(l);
        else
            l->p++;
    t->kind = HJ_TOKEN_STRING;
    t->n = (size_t)(l->p - t->s);
    t->open = l->p >= l->end || *l->p != quote;
    if (l->p < l->end && *l->p == quote)
        l->p++;
}

hj_token hj_scan_any(hj_scan *l)
{
    skip_blanks(l);
    if (l->end - l->p >= 2 && l->p[0] == '-' && l->p[1] == '-')
        return comment(l);
    hj_token t = {.s = l->p, .from = l->p, .to = l->p, .line = l->line};
    if (l->p >= l->end)
        return t;
    unsigned char c = (unsigned char)*l->p;
    if (is_name_start(c)) {
        while (l->p < l->end
               && (is_name_start((unsigned char)*l->p) || is_digit((unsigned char)*l->p)))
            l->p++;
        t.kind = HJ_TOKEN_NAME;
    } else if (is_digit(c) || (c == '.' && l->end - l->p > 1 && is_digit((unsigned char)l->p[1]))) {
        bool hex = c == '0' && l->end - l->p > 1 && (l->p[1] == 'x' || l->p[1] == 'X');
        char power = hex ? 'p' : 'e'; /* in 0xe-1 the e is a digit, and the - is minus */
        while (l->p < l->end && (is_name_start((unsigned char)*l->p)
                                 || is_digit((unsigned char)*l->p) || *l->p == '.'
                                 || ((*l->p == '-' || *l->p == '+') && (l->p[-1] | 32) == power)))
            l->p++;
        t.kind = HJ_TOKEN_NUMBER;
    } else if (c == '"' || c == '\'') {
        quoted(l, (char)c, &t);
        t.to = l->p;
        return t;
    } else if (c == '[' && long_bracket(l, l->p) >= 0) {
        t.kind = HJ_TOKEN_STRING;
        skip_long(l, long_bracket(l, l->p), &t);
        t.to = l->p;
        return t;
    } else if (c >= 0x80) {
        while (l->p < l->end && (unsigned char)*l->p >= 0x80)
            l->p++;
        t.kind = HJ_TOKEN_BAD;
    } else {
        static const char *const ops[] = {"...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::",
                                          "..", "!="};
        t.kind = HJ_TOKEN_OP;
        size_t left = (size_t)(l->end - l->p), n = 1;
        for (size_t i = 0; i < HJ_COUNT(ops) && strchr(".<>/=~:!", c); i++)
            if (left >= strlen(ops[i]) && memcmp(l->p, ops[i], strlen(ops[i])) == 0) {
                n = strlen(ops[i]);
                break;
            }
        l->p += n;
    }
    t.n = (size_t)(l->p - t.s);
    t.to = l->p;
    return t;
}

hj_token hj_scan_next(hj_scan *l)
{
    hj_token t = hj_scan_any(l);
    while (t.kind == HJ_TOKEN_COMMENT)
        t = hj_scan_any(l);
    return t;
}

int hj_token_column(const char *source, const hj_token *t)
{
    enum { WIDEST = 4000 }; /* a line nobody looks along */
    const char *line = t->from;
    while (line > source && line[-1] != '\n')
        if (t->from - line-- > WIDEST)
            return 0;
    return 1 + (int)hj_utf8_count(line, (size_t)(t->from - line));
}

bool hj_token_reserved(const hj_token *t)
{
    static const char *const words[] = {
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
        "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"};
    for (size_t i = 0; t->kind == HJ_TOKEN_NAME && i < HJ_COUNT(words); i++)
        if (t->n == strlen(words[i]) && memcmp(t->s, words[i], t->n) == 0)
            return true;
    return false;
}

bool hj_token_ends_value(const hj_token *t)
{
    switch (t->kind) {
    case HJ_TOKEN_STRING:
    case HJ_TOKEN_NUMBER:
        return true;
    case HJ_TOKEN_NAME:
        return !hj_token_reserved(t) || hj_token_is(t, "end") || hj_token_is(t, "nil")
            || hj_token_is(t, "true") || hj_token_is(t, "false");
    case HJ_TOKEN_OP:
        return hj_token_is(t, "}") || hj_token_is(t, ")") || hj_token_is(t, "]");
    default: return false;
    }
}

bool hj_token_closes(const hj_token *t)
{
    return hj_token_is(t, "}") || hj_token_is(t, ")") || hj_token_is(t, "]")
        || hj_token_is(t, "end") || hj_token_is(t, "until");
}
