/* XPath 1.0 read into a tree: one function for each level of its grammar (§ 3), from `or` down to a
 * step. What is not taken here is refused without a word, and libxml2 has the path. */
#include <libxml/xpath.h>
#include <string.h>

#include "facts/xtree.h"

const hj_xpath_function hj_xpath_functions[] = {
    [F_NOT] = {"not", 1, 1}, [F_BOOLEAN] = {"boolean", 1, 1}, [F_TRUE] = {"true", 0, 0},
    [F_FALSE] = {"false", 0, 0}, [F_COUNT] = {"count", 1, 1}, [F_LAST] = {"last", 0, 0},
    [F_POSITION] = {"position", 0, 0}, [F_NUMBER] = {"number", 0, 1},
    [F_STRING] = {"string", 0, 1}, [F_CONCAT] = {"concat", 2, MAX_ARGUMENTS},
    [F_CONTAINS] = {"contains", 2, 2}, [F_STARTS_WITH] = {"starts-with", 2, 2},
    [F_NORMALIZE_SPACE] = {"normalize-space", 0, 1}, [F_TRANSLATE] = {"translate", 3, 3},
    [F_STRING_LENGTH] = {"string-length", 0, 1}, [F_SUM] = {"sum", 1, 1},
    [F_SUBSTRING_BEFORE] = {"substring-before", 2, 2},
    [F_SUBSTRING_AFTER] = {"substring-after", 2, 2}, [F_SUBSTRING] = {"substring", 2, 3},
};

/* ---- Reading -------------------------------------------------------------------------------- */

typedef struct reader {
    const char *p;
    hj_arena *arena;
    int depth;
    bool no; /* something that is not taken here */
} reader;

static void skip(reader *r)
{
    r->p += strspn(r->p, " \t\r\n");
}

static size_t name_length(const char *p)
{
    size_t n = 0;
    if (!hj_xpath_name_start((unsigned char)*p))
        return 0;
    while (hj_xpath_name_start((unsigned char)p[n]) || (p[n] >= '0' && p[n] <= '9') || p[n] == '-'
           || p[n] == '.')
        n++;
    return n;
}

static bool take(reader *r, const char *token)
{
    size_t n = strlen(token);
    skip(r);
    if (strncmp(r->p, token, n) != 0)
        return false;
    r->p += n;
    return true;
}

/* An operator that is a word: `and`, not the start of `andre`. */
static bool take_word(reader *r, const char *word)
{
    skip(r);
    if (name_length(r->p) != strlen(word) || strncmp(r->p, word, strlen(word)) != 0)
        return false;
    r->p += strlen(word);
    return true;
}

static hj_xpath *new_node(reader *r, kind k, hj_xpath *a, hj_xpath *b)
{
    hj_xpath *x = HJ_NEW(r->arena, hj_xpath);
    x->kind = k;
    x->a = a;
    x->b = b;
    return x;
}

static hj_xpath *refuse(reader *r)
{
    r->no = true;
    return new_node(r, LITERAL, NULL, NULL);
}

static hj_xpath *read_or(reader *r);

static void read_predicates(reader *r, step *s)
{
    enum { MOST = 8 };
    while (!r->no && take(r, "[")) {
        if (!s->predicates)
            s->predicates = HJ_ARRAY(r->arena, MOST, hj_xpath *);
        if (s->n == MOST) {
            r->no = true;
            return;
        }
        s->predicates[s->n++] = read_or(r);
        r->no |= !take(r, "]");
    }
}

static bool find_axis(const char *name, size_t n, axis *out)
{
    static const struct {
        const char *name;
        axis axis;
    } axes[] = {
        {"child", CHILD}, {"attribute", ATTRIBUTE}, {"self", SELF}, {"parent", PARENT},
        {"descendant", DESCENDANT}, {"descendant-or-self", DESCENDANT_OR_SELF},
        {"ancestor", ANCESTOR}, {"following-sibling", FOLLOWING_SIBLING},
        {"preceding-sibling", PRECEDING_SIBLING},
    };
    for (size_t i = 0; i < HJ_COUNT(axes); i++)
        if (strlen(axes[i].name) == n && strncmp(axes[i].name, name, n) == 0) {
            *out = axes[i].axis;
            return true;
        }
    return false;
}

static step *read_step(reader *r)
{
    step *s = HJ_NEW(r->arena, step);
    skip(r);
    s->axis = CHILD;
    if (take(r, "..")) {
        s->axis = PARENT;
        s->test = ANY_NODE;
        return s;
    }
    if (take(r, ".")) {
        s->axis = SELF;
        s->test = ANY_NODE;
        return s;
    }
    if (take(r, "@"))
        s->axis = ATTRIBUTE;
    skip(r);
    size_t n = name_length(r->p);
    const char *after = r->p + n + strspn(r->p + n, " \t\r\n");
    if (n && s->axis == CHILD && after[0] == ':' && after[1] == ':') {
        r->no |= !find_axis(r->p, n, &s->axis);
        r->p = after + 2;
        skip(r);
        n = name_length(r->p);
        after = r->p + n + strspn(r->p + n, " \t\r\n");
    }
    if (take(r, "*")) {
        s->test = ANY_NAME;
    } else if (n && *after == '(') {
        s->test = n == 4 && strncmp(r->p, "text", n) == 0 ? TEXT : ANY_NODE;
        r->no |= s->test == ANY_NODE && !(n == 4 && strncmp(r->p, "node", n) == 0);
        r->p = after + 1;
        r->no |= !take(r, ")");
    } else if (n && *after != ':') {
        s->test = NAMED;
        s->name = hj_arena_strndup(r->arena, r->p, n);
        r->p += n;
    } else {
        r->no = true;
    }
    read_predicates(r, s);
    return s;
}

static void read_steps(reader *r, step **end)
{
    do {
        *end = read_step(r);
        end = &(*end)->next;
        skip(r);
        while (!r->no && r->p[0] == '/' && r->p[1] == '/') {
            step *all = HJ_NEW(r->arena, step);
            *all = (step){.axis = DESCENDANT_OR_SELF, .test = ANY_NODE};
            r->p += 1;
            *end = all;
            end = &all->next;
        }
    } while (!r->no && take(r, "/"));
}

static hj_xpath *read_call(reader *r, const char *name, size_t n)
{
    hj_xpath *x = new_node(r, CALL, NULL, NULL);
    int i = 0;
    while (i < HJ_XPATH_FUNCTIONS
           && !(strlen(hj_xpath_functions[i].name) == n
                && strncmp(hj_xpath_functions[i].name, name, n) == 0))
        i++;
    if (i == HJ_XPATH_FUNCTIONS)
        return refuse(r);
    x->function = (function)i;
    x->arguments = HJ_ARRAY(r->arena, (size_t)hj_xpath_functions[i].most + 1, hj_xpath *);
    if (!take(r, ")")) {
        do {
            if (x->n == hj_xpath_functions[i].most)
                return refuse(r);
            x->arguments[x->n++] = read_or(r);
        } while (!r->no && take(r, ","));
        r->no |= !take(r, ")");
    }
    if (x->n < hj_xpath_functions[i].least)
        return refuse(r);
    return x;
}

/* What a path may start from: a bracket, $her, a variable, a call; NULL when it starts itself. */
static hj_xpath *read_primary(reader *r)
{
    skip(r);
    const char *p = r->p;
    if (*p == '"' || *p == '\'') {
        const char *end = strchr(p + 1, *p);
        if (!end)
            return refuse(r);
        hj_xpath *x = new_node(r, LITERAL, NULL, NULL);
        x->text = hj_arena_strndup(r->arena, p + 1, (size_t)(end - p - 1));
        r->p = end + 1;
        return x;
    }
    if ((*p >= '0' && *p <= '9') || (*p == '.' && p[1] >= '0' && p[1] <= '9')) {
        size_t n = strspn(p, "0123456789.");
        hj_xpath *x = new_node(r, NUMBER, NULL, NULL);
        x->number = xmlXPathCastStringToNumber(
            (const xmlChar *)hj_arena_strndup(r->arena, p, n));
        r->p += n;
        return x;
    }
    if (*p == '(') {
        r->p++;
        hj_xpath *x = read_or(r);
        r->no |= !take(r, ")");
        return x;
    }
    if (*p == '$') {
        size_t n = name_length(p + 1);
        bool here = n == 3 && strncmp(p + 1, "her", 3) == 0;
        hj_xpath *x = new_node(r, here ? HERE : VARIABLE, NULL, NULL);
        x->text = hj_arena_strndup(r->arena, p + 1, n);
        r->no |= !n;
        r->p += 1 + n;
        return x;
    }
    size_t n = name_length(p);
    const char *after = p + n + strspn(p + n, " \t\r\n");
    bool node_type = (n == 4 && (strncmp(p, "node", n) == 0 || strncmp(p, "text", n) == 0))
        || (n == 7 && strncmp(p, "comment", n) == 0)
        || (n == 22 && strncmp(p, "processing-instruction", n) == 0);
    if (n && *after == '(' && !node_type) {
        r->p = after + 1;
        return read_call(r, p, n);
    }
    return NULL;
}

static hj_xpath *read_path(reader *r)
{
    skip(r);
    hj_xpath *start = read_primary(r);
    if (r->no)
        return start ? start : refuse(r);
    skip(r);
    if (start && *r->p != '/' && *r->p != '[')
        return start;
    if (start && start->kind != HERE && start->kind != PATH && start->kind != UNION)
        return refuse(r); /* not a node-set */
    hj_xpath *x = new_node(r, PATH, start, NULL);
    if (start && *r->p == '[') {
        x->whole = HJ_NEW(r->arena, step);
        read_predicates(r, x->whole);
        skip(r);
        if (r->no || *r->p != '/')
            return x;
    }
    if (*r->p == '/') {
        x->absolute = !start;
        r->p++;
        skip(r);
        if (*r->p == '/') {
            step *all = HJ_NEW(r->arena, step);
            *all = (step){.axis = DESCENDANT_OR_SELF, .test = ANY_NODE};
            x->steps = all;
            r->p++;
            read_steps(r, &all->next);
            return x;
        }
        if (!start && !hj_xpath_name_start((unsigned char)*r->p) && !strchr("@.*", *r->p))
            return x; /* the root alone */
        if (!*r->p)
            return start ? refuse(r) : x;
    }
    read_steps(r, &x->steps);
    const step *s = x->steps;
    if (!start && !x->absolute && s && !s->next && !s->n && s->axis == ATTRIBUTE
        && s->test == NAMED)
        x->attribute = s->name;
    return x;
}

static hj_xpath *read_union(reader *r)
{
    hj_xpath *x = read_path(r);
    while (!r->no && take(r, "|")) {
        hj_xpath *other = read_path(r);
        bool nodes = (x->kind == PATH || x->kind == UNION || x->kind == HERE)
            && (other->kind == PATH || other->kind == HERE);
        if (!nodes)
            return refuse(r);
        x = new_node(r, UNION, x, other);
    }
    return x;
}

static hj_xpath *read_signed(reader *r)
{
    if (!take(r, "-"))
        return read_union(r);
    if (++r->depth > MAX_DEPTH)
        return refuse(r);
    hj_xpath *x = new_node(r, MINUS, new_node(r, NUMBER, NULL, NULL), read_signed(r));
    r->depth--;
    return x;
}

static hj_xpath *read_product(reader *r)
{
    hj_xpath *x = read_signed(r);
    while (!r->no) {
        kind k = take(r, "*") ? TIMES : take_word(r, "div") ? DIV : take_word(r, "mod") ? MOD : OR;
        if (k == OR)
            break;
        x = new_node(r, k, x, read_signed(r));
    }
    return x;
}

static hj_xpath *read_sum(reader *r)
{
    hj_xpath *x = read_product(r);
    while (!r->no) {
        kind k = take(r, "+") ? PLUS : take(r, "-") ? MINUS : OR;
        if (k == OR)
            break;
        x = new_node(r, k, x, read_product(r));
    }
    return x;
}

static hj_xpath *read_compared(reader *r)
{
    hj_xpath *x = read_sum(r);
    while (!r->no) {
        kind k = take(r, "<=") ? LE : take(r, ">=") ? GE : take(r, "<") ? LT
               : take(r, ">") ? GT : OR;
        if (k == OR)
            break;
        x = new_node(r, k, x, read_sum(r));
    }
    return x;
}

static hj_xpath *read_equal(reader *r)
{
    hj_xpath *x = read_compared(r);
    while (!r->no) {
        kind k = take(r, "!=") ? NE : take(r, "=") ? EQ : OR;
        if (k == OR)
            break;
        x = new_node(r, k, x, read_compared(r));
    }
    return x;
}

static hj_xpath *read_and(reader *r)
{
    hj_xpath *x = read_equal(r);
    while (!r->no && take_word(r, "and"))
        x = new_node(r, AND, x, read_equal(r));
    return x;
}

static hj_xpath *read_or(reader *r)
{
    if (r->no || ++r->depth > MAX_DEPTH)
        return refuse(r);
    hj_xpath *x = read_and(r);
    while (!r->no && take_word(r, "or"))
        x = new_node(r, OR, x, read_and(r));
    r->depth--;
    return x;
}

/* ---- What need be found only once ----------------------------------------------------------- */

/* Is its value the same wherever it stands? What its own brackets ask is asked of its own nodes. */
static bool is_steady(const hj_xpath *x)
{
    bool steady = true;
    switch (x->kind) {
    case LITERAL: case NUMBER: case VARIABLE: case HERE: return true;
    case PATH: return x->absolute || (x->a && is_steady(x->a));
    case CALL:
        if (!x->n)
            return x->function == F_TRUE || x->function == F_FALSE;
        for (int i = 0; i < x->n && steady; i++)
            steady = is_steady(x->arguments[i]);
        return steady;
    default: return is_steady(x->a) && is_steady(x->b);
    }
}

static void give_slots(hj_xpath *x, bool in_brackets, int *n)
{
    if (!x)
        return;
    if (in_brackets && x->kind != LITERAL && x->kind != NUMBER && is_steady(x)) {
        x->slot = ++*n;
        in_brackets = false;
    }
    give_slots(x->a, in_brackets, n);
    give_slots(x->b, in_brackets, n);
    for (int i = 0; i < x->n; i++)
        give_slots(x->arguments[i], in_brackets, n);
    for (int i = 0; x->whole && i < x->whole->n; i++)
        give_slots(x->whole->predicates[i], true, n);
    for (const step *s = x->steps; s; s = s->next)
        for (int i = 0; i < s->n; i++)
            give_slots(s->predicates[i], true, n);
}

hj_xpath *hj_xpath_compile(const char *text, hj_arena *arena)
{
    reader r = {.p = text, .arena = arena};
    hj_xpath *x = read_or(&r);
    skip(&r);
    if (r.no || *r.p)
        return NULL;
    give_slots(x, false, &x->slots);
    return x;
}
