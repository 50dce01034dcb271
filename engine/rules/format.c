/* hjemmel format: one way to lay out a rule file.
 *
 * The hard idea: where a line ends is mostly the author's own business, so breaks are kept; what is
 * put right is what nobody decides about: spaces, indentation, rows that stand in columns, lines
 * longer than 120. Only blanks change: the words of the result are read again and held against the
 * words of the file, and when they differ nothing is written. So what the file means cannot. */
#include <stdlib.h>
#include <string.h>

#include "rules/rules.h"
#include "rules/token.h"

#define is hj_token_is

enum { WIDTH = 120, STEP = 2, MOST_DEPTH = 200, MOST_SPREAD = 30, MOST_CELLS = 24, GAP = 2 };

typedef struct item {
    hj_token t;
    int width; /* of its last line, in characters */
    int breaks; /* before it: 0, 1 a new line, 2 with a blank line */
    int space; /* before it, when it does not begin a line */
    int source_column; /* where it stood */
    int match; /* of a bracket: the other one; -1 */
    bool unary;
    bool several; /* a text over several lines */
} item;

typedef struct line {
    int from, to; /* items */
    int indent;
    int owner; /* innermost bracket open where it begins; -1 */
} line;

typedef struct open_ {
    int item, indent; /* of what stands inside */
    int at; /* of the line it was opened on */
} open_;

typedef struct layout {
    const char *source;
    hj_arena *arena;
    item *items;
    int n;
    line *lines;
    int n_lines;
    open_ stack[MOST_DEPTH];
    int depth;
} layout;

static bool is_comment(const item *i) { return i->t.kind == HJ_TOKEN_COMMENT; }

static bool opens(const hj_token *t)
{
    return is(t, "{") || is(t, "(") || is(t, "[") || is(t, "function") || is(t, "do")
        || is(t, "if") || is(t, "repeat");
}

/* if … elseif … else … end: the middle words stand where if does. */
static bool between(const hj_token *t) { return is(t, "else") || is(t, "elseif"); }

static bool binary(const hj_token *t)
{
    static const char *const ops[] = {"..", "+", "*", "/", "//", "%", "^", "==", "~=", "<", ">",
                                      "<=", ">=", "and", "or"};
    for (size_t i = 0; i < HJ_COUNT(ops); i++)
        if (is(t, ops[i]))
            return true;
    return false;
}

/* ---- Words ----------------------------------------------------------------------------------- */

static int last_line_width(const hj_token *t)
{
    const char *p = t->to;
    while (p > t->from && p[-1] != '\n')
        p--;
    return (int)hj_utf8_count(p, (size_t)(t->to - p));
}

static void trim(hj_token *t)
{
    while (t->kind == HJ_TOKEN_COMMENT && t->to > t->from && strchr(" \t\r", t->to[-1]))
        t->to--;
}

static bool line_comment(const hj_token *t)
{
    return t->kind == HJ_TOKEN_COMMENT
        && !(t->to - t->from > 3 && t->from[2] == '[' && (t->from[3] == '[' || t->from[3] == '='));
}

static int count_items(const char *source, size_t n)
{
    hj_scan scan = hj_scan_begin(source, n);
    int count = 0;
    while (hj_scan_any(&scan).kind != HJ_TOKEN_END)
        count++;
    return count;
}

static void read_items(layout *l, const char *source, size_t n)
{
    hj_scan scan = hj_scan_begin(source, n);
    const char *before = source;
    int column = 1; /* of before */
    for (hj_token t = hj_scan_any(&scan); t.kind != HJ_TOKEN_END; t = hj_scan_any(&scan)) {
        item *i = &l->items[l->n];
        *i = (item){.t = t, .match = -1};
        for (; before < t.from; before++) {
            i->breaks += *before == '\n';
            column = *before == '\n' ? 1 : column + 1;
        }
        if (i->breaks > 2)
            i->breaks = 2;
        i->source_column = column;
        trim(&i->t);
        i->width = last_line_width(&i->t);
        i->several = memchr(i->t.from, '\n', (size_t)(i->t.to - i->t.from)) != NULL;
        column = (i->several ? 1 : column) + last_line_width(&t);
        before = t.to;
        l->n++;
    }
}

/* False when brackets do not fit together: Lua could not read the file. */
static bool match(layout *l, hj_token *where)
{
    int stack[MOST_DEPTH], depth = 0;
    for (int i = 0; i < l->n; i++) {
        const hj_token *t = &l->items[i].t;
        *where = *t;
        if (opens(t)) {
            if (depth == MOST_DEPTH)
                return false;
            stack[depth++] = i;
        } else if (hj_token_closes(t)) {
            if (!depth)
                return false;
            int k = stack[--depth];
            const hj_token *o = &l->items[k].t;
            bool fits = is(t, "}") ? is(o, "{") : is(t, ")") ? is(o, "(")
                : is(t, "]") ? is(o, "[") : is(t, "until") ? is(o, "repeat")
                : is(o, "function") || is(o, "do") || is(o, "if");
            if (!fits)
                return false;
            l->items[k].match = i;
            l->items[i].match = k;
        }
        if (t->open || t->kind == HJ_TOKEN_BAD)
            return false;
    }
    return depth == 0;
}

/* ---- Spaces and breaks ----------------------------------------------------------------------- */

static bool callable(const hj_token *t)
{
    return (t->kind == HJ_TOKEN_NAME && !hj_token_reserved(t)) || is(t, ")") || is(t, "]")
        || t->kind == HJ_TOKEN_STRING || is(t, "}");
}

static int space_between(const item *a, const item *b)
{
    const hj_token *x = &a->t, *y = &b->t;
    if (x->kind == HJ_TOKEN_COMMENT)
        return 1;
    if (y->kind == HJ_TOKEN_COMMENT)
        return line_comment(y) ? GAP : 1;
    if (is(y, ",") || is(y, ";") || is(y, ".") || is(y, ":") || is(x, ".") || is(x, ":"))
        return 0;
    if (is(x, "{") && is(y, "}"))
        return 0;
    if (is(x, "(") || is(y, ")") || is(y, "]"))
        return 0;
    if (is(x, "["))
        return *y->from == '['; /* [[ would begin a text */
    if (a->unary)
        return *y->from == '-'; /* -- would begin a comment */
    if (is(x, "#"))
        return 0;
    if (is(y, "(") || is(y, "["))
        return is(y, "(") && is(x, "function") ? 0 : !callable(x);
    return 1;
}

static void settle(layout *l)
{
    for (int i = 0; i < l->n; i++) {
        item *now = &l->items[i], *before = i ? &l->items[i - 1] : NULL;
        if (!before) {
            now->breaks = 0;
            continue;
        }
        now->unary = is(&now->t, "-") && !hj_token_ends_value(&before->t);
        bool comment = is_comment(before) || is_comment(now);
        bool head = is(&now->t, "{") && callable(&before->t) && !is(&before->t, "}");
        head |= now->t.kind == HJ_TOKEN_STRING && before->t.kind == HJ_TOKEN_NAME
            && !hj_token_reserved(&before->t);
        if (!comment && (head || is(&now->t, ",") || is(&now->t, ";") || is(&now->t, "=")))
            now->breaks = 0; /* regel "navn" { on one line: Lua 5.4.4 tells the place by it */
        if (now->breaks > 1 && !is_comment(before)
            && (opens(&before->t) || hj_token_closes(&now->t) || between(&now->t)))
            now->breaks = 1;
        if (line_comment(&before->t) && !now->breaks)
            now->breaks = 1;
        now->space = space_between(before, now);
    }
}

/* ---- Lines ----------------------------------------------------------------------------------- */

static void walk_over(layout *l, int i, int indent)
{
    const hj_token *t = &l->items[i].t;
    if (opens(t) && l->depth < MOST_DEPTH)
        l->stack[l->depth++] = (open_){i, indent + STEP, indent};
    else if (hj_token_closes(t) && l->depth)
        l->depth--;
}

static int column_in_line(const layout *l, const line *line_, int item_)
{
    int column = line_->indent;
    for (int i = line_->from; i < item_; i++)
        column = (l->items[i].several ? 0 : column) + l->items[i].width + l->items[i + 1].space;
    return column;
}

/* Does the line that begins with i go on with what the line before began? */
static bool continues(const layout *l, int i)
{
    int b = i - 1;
    while (b >= 0 && is_comment(&l->items[b]))
        b--;
    if (b < 0)
        return false;
    const item *before = &l->items[b];
    return binary(&l->items[i].t) || binary(&before->t) || is(&before->t, "=")
        || is(&before->t, "return") || is(&before->t, "not");
}

static int indent_of(const layout *l, int i)
{
    const hj_token *t = &l->items[i].t;
    const open_ *in = l->depth ? &l->stack[l->depth - 1] : NULL;
    if (!in)
        return continues(l, i) ? STEP : 0;
    if (hj_token_closes(t) || between(t))
        return in->at;
    int first = in->item + 1;
    /* nn stands under nb, so that the two can be read against each other */
    if (is(t, "nn") && is(&l->items[in->item].t, "{") && is(&l->items[first].t, "nb")
        && !l->items[first].breaks)
        for (int k = l->n_lines - 1; k >= 0; k--)
            if (l->lines[k].from <= first && first < l->lines[k].to)
                return column_in_line(l, &l->lines[k], first);
    return in->indent + (continues(l, i) ? STEP : 0);
}

/* The best item to begin a new line with, so that what is before fits; 0: none. */
static int where_to_break(const layout *l, int from, int to, int indent)
{
    int column = indent, depth = 0, best = 0, best_rank = 1000000, first = 0;
    for (int i = from; i < to; i++) {
        const item *now = &l->items[i];
        if (is_comment(now))
            break;
        if (i > from) {
            const item *before = &l->items[i - 1];
            bool comma = is(&before->t, ",") || is(&before->t, ";");
            bool joint = is(&now->t, "..") || is(&now->t, "and") || is(&now->t, "or");
            bool inside = is(&before->t, "{") && !is(&now->t, "}") && !is(&now->t, "{");
            int rank = depth * 4 + (comma ? 0 : joint ? 2 : 3);
            if ((comma || joint) && !first)
                first = i;
            if ((comma || joint || (inside && column - indent > 40)) && column <= WIDTH
                && rank <= best_rank) {
                best = i;
                best_rank = rank;
            }
            column += now->space;
        }
        column = (now->several ? 0 : column) + now->width;
        if (column > WIDTH && (best || first))
            break; /* nothing behind fits */
        depth += opens(&now->t);
        depth -= hj_token_closes(&now->t);
    }
    return best ? best : first;
}

static int code_width(const layout *l, int from, int to, int indent)
{
    int column = indent, most = 0;
    for (int i = from; i < to && most <= 2 * WIDTH; i++) {
        if (is_comment(&l->items[i]) && i > from)
            break;
        column += i > from ? l->items[i].space : 0;
        column = (l->items[i].several ? 0 : column) + l->items[i].width;
        most = column > most ? column : most;
    }
    return is_comment(&l->items[from]) ? 0 : most;
}

static void break_lines(layout *l)
{
    for (int from = 0, end = 0; from < l->n;) {
        for (end = end > from ? end : from + 1; end < l->n && !l->items[end].breaks;)
            end++;
        int to = end;
        int indent = indent_of(l, from);
        if (code_width(l, from, to, indent) > WIDTH) {
            int at = where_to_break(l, from, to, indent);
            if (at > from) {
                l->items[at].breaks = 1;
                to = at;
            }
        }
        l->lines[l->n_lines++] = (line){.from = from, .to = to, .indent = indent,
                                        .owner = l->depth ? l->stack[l->depth - 1].item : -1};
        for (int i = from; i < to; i++)
            walk_over(l, i, indent);
        from = to;
    }
}

/* ---- Columns --------------------------------------------------------------------------------- */

/* A line that is one whole row: { a, b }, */
static bool is_row(const layout *l, const line *r)
{
    int last = r->to - 1;
    if (last > r->from && is_comment(&l->items[last]))
        last--;
    if (is(&l->items[last].t, ","))
        last--;
    for (int i = r->from; i <= last; i++)
        if (l->items[i].several || is_comment(&l->items[i]))
            return false;
    return is(&l->items[r->from].t, "{") && l->items[r->from].match == last && last > r->from + 1;
}

typedef struct cells {
    int n;
    int from[MOST_CELLS + 1]; /* the item each begins with; after the last, the closing bracket */
} cells;

static cells cells_of(const layout *l, const line *r)
{
    cells c = {.n = 1};
    int close = l->items[r->from].match;
    c.from[0] = r->from + 1;
    for (int i = r->from + 1; i < close && c.n < MOST_CELLS; i++) {
        if (l->items[i].match > i)
            i = l->items[i].match;
        else if (is(&l->items[i].t, ",") && i + 1 < close)
            c.from[c.n++] = i + 1;
    }
    c.from[c.n] = close;
    return c;
}

static int cell_width(const layout *l, const cells *c, int k)
{
    int width = 0;
    for (int i = c->from[k]; i < c->from[k + 1]; i++)
        width += l->items[i].width + (i > c->from[k] ? l->items[i].space : 0);
    return width;
}

/* The name before = of a cell; NULL: it has none. */
static const hj_token *key_of(const layout *l, const cells *c, int k)
{
    int i = c->from[k];
    return l->items[i].t.kind == HJ_TOKEN_NAME && i + 1 < c->from[c->n]
            && is(&l->items[i + 1].t, "=") ? &l->items[i].t : NULL;
}

static bool same_key(const hj_token *a, const hj_token *b)
{
    return (!a && !b) || (a && b && a->n == b->n && memcmp(a->s, b->s, a->n) == 0);
}

/* How wide column k is to be; 0: the rows have nothing in common there. */
static int column_width(const layout *l, const cells *rows, int n, int k)
{
    int most = 0, least = WIDTH, there = 0;
    const hj_token *key = NULL;
    for (int r = 0; r < n; r++) {
        if (rows[r].n <= k + 1)
            continue; /* its last cell: nothing stands behind it */
        const hj_token *own = key_of(l, &rows[r], k);
        if (there && !same_key(key, own))
            return 0;
        key = own;
        int width = cell_width(l, &rows[r], k);
        most = width > most ? width : most;
        least = width < least ? width : least;
        there++;
    }
    return there > 1 && most - least <= MOST_SPREAD ? most : 0;
}

static int row_end(const layout *l, const line *r)
{
    return code_width(l, r->from, r->to, r->indent);
}

static void align_rows(layout *l, const line *lines, const int *at, int n)
{
    cells *rows = HJ_ARRAY(l->arena, (size_t)n, cells);
    for (int r = 0; r < n; r++)
        rows[r] = cells_of(l, &lines[at[r]]);
    for (int k = 0; k < MOST_CELLS - 1; k++) {
        int width = column_width(l, rows, n, k);
        if (!width)
            return;
        bool fits = true;
        for (int r = 0; r < n; r++)
            if (rows[r].n > k + 1)
                fits &= row_end(l, &lines[at[r]]) + width - cell_width(l, &rows[r], k) <= WIDTH;
        if (!fits)
            return;
        for (int r = 0; r < n; r++)
            if (rows[r].n > k + 1)
                l->items[rows[r].from[k + 1]].space = 1 + width - cell_width(l, &rows[r], k);
    }
}

/* name = value, and slag "navn" { … }, whole on a line: the item the author may have lined up. */
static int pivot(const layout *l, const line *r)
{
    const item *i = &l->items[r->from];
    int to = r->to, depth = 0;
    if (to - r->from < 3 || i->t.kind != HJ_TOKEN_NAME || hj_token_reserved(&i->t))
        return 0;
    for (int k = r->from; k < to; k++) {
        depth += opens(&l->items[k].t);
        depth -= hj_token_closes(&l->items[k].t);
        if (l->items[k].several)
            return 0;
    }
    if (depth)
        return 0;
    return is(&i[1].t, "=") ? 1 : i[1].t.kind == HJ_TOKEN_STRING && is(&i[2].t, "{") ? 2 : 0;
}

static int before_pivot(const layout *l, const line *r, int p)
{
    int width = 0;
    for (int i = r->from; i < r->from + p; i++)
        width += l->items[i].width + (i > r->from ? l->items[i].space : 0);
    return width;
}

/* Lined up in the file, with more than one space somewhere: then it was meant. */
static bool meant(const layout *l, const line *lines, const int *at, int n, int p)
{
    bool padded = false;
    for (int r = 0; r < n; r++) {
        const item *i = &l->items[lines[at[r]].from + p];
        if (i->source_column != l->items[lines[at[0]].from + p].source_column)
            return false;
        padded |= i->t.from - i[-1].t.to > 1;
    }
    return padded;
}

static void align_pivots(layout *l, const line *lines, const int *at, int n)
{
    int p = pivot(l, &lines[at[0]]), most = 0;
    if (!meant(l, lines, at, n, p))
        return;
    for (int r = 0; r < n; r++) {
        int width = before_pivot(l, &lines[at[r]], p);
        most = width > most ? width : most;
    }
    for (int r = 0; r < n; r++)
        if (row_end(l, &lines[at[r]]) + most - before_pivot(l, &lines[at[r]], p) > WIDTH)
            return;
    for (int r = 0; r < n; r++)
        l->items[lines[at[r]].from + p].space = 1 + most - before_pivot(l, &lines[at[r]], p);
}

static int trailing(const layout *l, const line *r)
{
    int last = r->to - 1;
    return last > r->from && line_comment(&l->items[last].t) ? last : 0;
}

static void align_comments(layout *l, const line *lines, const int *at, int n)
{
    int most = 0, least = 10000;
    for (int r = 0; r < n; r++) {
        int end = row_end(l, &lines[at[r]]);
        most = end > most ? end : most;
        least = end < least ? end : least;
    }
    if (most - least > 2 * MOST_SPREAD)
        return;
    for (int r = 0; r < n; r++)
        l->items[trailing(l, &lines[at[r]])].space = GAP + most - row_end(l, &lines[at[r]]);
}

static int kind_of(const layout *l, const line *r, int what)
{
    switch (what) {
    case 0: return is_row(l, r);
    case 1: return pivot(l, r);
    default: return trailing(l, r) != 0;
    }
}

/* Lines of a kind that follow each other in the same table; between rows a comment may stand. */
static void align(layout *l, int what)
{
    static void (*const aligners[])(layout *, const line *, const int *, int) = {
        align_rows, align_pivots, align_comments};
    int *at = HJ_ARRAY(l->arena, (size_t)l->n_lines + 1, int);
    for (int i = 0; i < l->n_lines; i++) {
        int n = 0, kind = kind_of(l, &l->lines[i], what), k = i;
        if (!kind)
            continue;
        for (; k < l->n_lines; k++) {
            const line *r = &l->lines[k];
            if (k > i && l->items[r->from].breaks > 1)
                break;
            if (what == 0 && is_comment(&l->items[r->from]))
                continue;
            if (kind_of(l, r, what) != kind || (what < 2 && r->owner != l->lines[i].owner))
                break;
            at[n++] = k;
        }
        if (n > 1)
            aligners[what](l, l->lines, at, n);
        i = k - 1;
    }
}

/* ---- Out ------------------------------------------------------------------------------------- */

static void put(const layout *l, hj_buf *out)
{
    for (int k = 0; k < l->n_lines; k++) {
        const line *r = &l->lines[k];
        if (l->items[r->from].breaks > 1)
            hj_buf_char(out, '\n');
        hj_buf_printf(out, "%*s", r->indent, "");
        for (int i = r->from; i < r->to; i++) {
            const hj_token *t = &l->items[i].t;
            if (i > r->from)
                hj_buf_printf(out, "%*s", l->items[i].space, "");
            hj_buf_add(out, t->from, (size_t)(t->to - t->from));
        }
        hj_buf_char(out, '\n');
    }
}

/* The same words in the same order: then only blanks differ. */
static bool same_words(const char *a, size_t n, const char *b, size_t m)
{
    hj_scan x = hj_scan_begin(a, n), y = hj_scan_begin(b, m);
    for (;;) {
        hj_token s = hj_scan_any(&x), t = hj_scan_any(&y);
        trim(&s);
        trim(&t);
        size_t len = (size_t)(s.to - s.from);
        if (s.kind != t.kind || len != (size_t)(t.to - t.from)
            || (len && memcmp(s.from, t.from, len) != 0))
            return false;
        if (s.kind == HJ_TOKEN_END)
            return true;
    }
}

bool hj_format_source(const char *source, size_t n, const char *file, hj_buf *out, hj_diags *diags)
{
    if (n >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0) {
        source += 3;
        n -= 3;
    }
    hj_arena *arena = hj_arena_new();
    size_t count = (size_t)count_items(source, n) + 1;
    layout *l = HJ_NEW(arena, layout);
    *l = (layout){.source = source, .arena = arena, .items = HJ_ARRAY(arena, count, item),
                  .lines = HJ_ARRAY(arena, count, line)};
    hj_token where = {0};
    read_items(l, source, n);
    bool ok = match(l, &where);
    if (ok) {
        settle(l);
        break_lines(l);
        for (int what = 0; what < 3; what++)
            align(l, what);
        put(l, out);
        ok = same_words(source, n, out->data ? out->data : "", out->len);
        if (!ok)
            hj_error_blame(diags, HJ_BLAME_US, "HJ-RULES-221", HJ_FILE(file),
                           "the file would not have said the same; it is left as it was");
    } else {
        hj_error(diags, "HJ-RULES-220", HJ_AT(file, where.line),
                 "the file cannot be laid out: its brackets, texts or blocks do not fit together");
        hj_hint(diags, "hjemmel check says what is wrong");
    }
    hj_arena_free(arena);
    return ok;
}
