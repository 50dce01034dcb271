/* XPath 1.0 as rules use it: location paths with predicates, comparisons, a dozen functions.
 *
 * The hard idea: a case asks hundreds of paths, and nearly all the time libxml2 spends on them goes
 * to building and tearing down values on its heap. Here a value is a span of node pointers, a
 * borrowed string or a number, all in the arena of the evaluation, so a path costs little more than
 * the nodes it looks at. What is not known here is not guessed at: compiling says no, and libxml2
 * has the path. Numbers are read and written by libxml2's own conversions, so that both agree to
 * the last digit (tests/unit/test_xpath.c asks both the same). */
#include "facts/xpath.h"

#include <libxml/xpath.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 60, MAX_ARGUMENTS = 24 /* of concat */ };

typedef enum {
    OR, AND, EQ, NE, LT, LE, GT, GE, PLUS, MINUS, TIMES, DIV, MOD, UNION, PATH, LITERAL, NUMBER, VARIABLE, HERE, CALL
} kind;

typedef enum {
    CHILD, ATTRIBUTE, SELF, PARENT, DESCENDANT, DESCENDANT_OR_SELF, ANCESTOR, FOLLOWING_SIBLING,
    PRECEDING_SIBLING
} axis;

typedef enum { ANY_NAME, NAMED, ANY_NODE, TEXT } node_test;

typedef enum {
    F_NOT, F_BOOLEAN, F_TRUE, F_FALSE, F_COUNT, F_LAST, F_POSITION, F_NUMBER, F_STRING, F_CONCAT,
    F_CONTAINS, F_STARTS_WITH, F_NORMALIZE_SPACE, F_TRANSLATE, F_STRING_LENGTH, F_SUBSTRING
} function;

static const struct {
    const char *name;
    int least, most;
} functions[] = {
    [F_NOT] = {"not", 1, 1}, [F_BOOLEAN] = {"boolean", 1, 1}, [F_TRUE] = {"true", 0, 0},
    [F_FALSE] = {"false", 0, 0}, [F_COUNT] = {"count", 1, 1}, [F_LAST] = {"last", 0, 0},
    [F_POSITION] = {"position", 0, 0}, [F_NUMBER] = {"number", 0, 1},
    [F_STRING] = {"string", 0, 1}, [F_CONCAT] = {"concat", 2, MAX_ARGUMENTS},
    [F_CONTAINS] = {"contains", 2, 2}, [F_STARTS_WITH] = {"starts-with", 2, 2},
    [F_NORMALIZE_SPACE] = {"normalize-space", 0, 1}, [F_TRANSLATE] = {"translate", 3, 3},
    [F_STRING_LENGTH] = {"string-length", 0, 1}, [F_SUBSTRING] = {"substring", 2, 3},
};

typedef struct step {
    axis axis;
    node_test test;
    const char *name;
    int n;
    struct hj_xpath **predicates;
    struct step *next;
} step;

struct hj_xpath {
    kind kind;
    struct hj_xpath *a, *b; /* operands; a of a PATH: what it starts from, or NULL */
    bool absolute; /* PATH */
    step *whole; /* PATH: its predicates count over all that a gives, (…)[1]; or NULL */
    step *steps;
    const char *text; /* LITERAL, VARIABLE */
    double number;
    function function;
    int n;
    struct hj_xpath *arguments[MAX_ARGUMENTS];
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

static bool name_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

static size_t name_length(const char *p)
{
    size_t n = 0;
    if (!name_start((unsigned char)*p))
        return 0;
    while (name_start((unsigned char)p[n]) || (p[n] >= '0' && p[n] <= '9') || p[n] == '-'
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
    size_t i = 0;
    while (i < HJ_COUNT(functions)
           && !(strlen(functions[i].name) == n && strncmp(functions[i].name, name, n) == 0))
        i++;
    if (i == HJ_COUNT(functions))
        return refuse(r);
    x->function = (function)i;
    if (!take(r, ")")) {
        do {
            if (x->n == functions[i].most)
                return refuse(r);
            x->arguments[x->n++] = read_or(r);
        } while (!r->no && take(r, ","));
        r->no |= !take(r, ")");
    }
    if (x->n < functions[i].least)
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
        if (!start && !name_start((unsigned char)*r->p) && !strchr("@.*", *r->p))
            return x; /* the root alone */
        if (!*r->p)
            return start ? refuse(r) : x;
    }
    read_steps(r, &x->steps);
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

hj_xpath *hj_xpath_compile(const char *text, hj_arena *arena)
{
    reader r = {.p = text, .arena = arena};
    hj_xpath *x = read_or(&r);
    skip(&r);
    return r.no || *r.p ? NULL : x;
}

/* ---- Values --------------------------------------------------------------------------------- */

typedef struct value {
    enum { NODES, BOOL, DOUBLE, STRING } kind;
    size_t n, cap;
    const xmlNode **nodes; /* distinct, in document order */
    bool flag;
    double number;
    const char *text;
} value;

typedef struct place { /* where an expression stands */
    hj_path_host *host;
    const xmlNode *root, *node;
    size_t position, size;
} place;

static bool spent(const place *at)
{
    return at->host->steps > HJ_PATH_STEPS;
}

static void add(const place *at, value *v, const xmlNode *node)
{
    if (v->n == v->cap) {
        size_t cap = v->cap ? v->cap * 2 : 8;
        const xmlNode **more = HJ_ARRAY(at->host->arena, cap, const xmlNode *);
        if (v->n)
            memcpy(more, v->nodes, v->n * sizeof *more);
        v->nodes = more;
        v->cap = cap;
        at->host->steps += 4 * cap; /* memory is kept until the case is decided */
    }
    v->nodes[v->n++] = node;
}

static void gather(hj_buf *out, const xmlNode *node, int depth)
{
    for (const xmlNode *c = node->children; c && depth < 2 * HJ_LIMIT_XML_DEPTH; c = c->next) {
        if ((c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) && c->content)
            hj_buf_str(out, (const char *)c->content);
        else if (c->type == XML_ELEMENT_NODE)
            gather(out, c, depth + 1);
    }
}

static const char *string_of(const place *at, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return node->content ? (const char *)node->content : "";
    const xmlNode *only = node->children; /* of an attribute (xmlAttr) it is at the same place */
    if (node->type == XML_ATTRIBUTE_NODE)
        only = ((const xmlAttr *)node)->children;
    if (!only)
        return "";
    if (!only->next && only->type == XML_TEXT_NODE)
        return only->content ? (const char *)only->content : "";
    hj_buf out = {0};
    if (node->type == XML_ATTRIBUTE_NODE)
        for (; only; only = only->next)
            hj_buf_str(&out, only->content ? (const char *)only->content : "");
    else
        gather(&out, node, 0);
    const char *text = hj_arena_strdup(at->host->arena, out.data ? out.data : "");
    at->host->steps += out.len / 4;
    hj_buf_free(&out);
    return text;
}

static const char *to_string(const place *at, const value *v)
{
    if (v->kind == STRING)
        return v->text;
    if (v->kind == NODES)
        return v->n ? string_of(at, v->nodes[0]) : "";
    if (v->kind == BOOL)
        return v->flag ? "true" : "false";
    xmlChar *s = xmlXPathCastNumberToString(v->number);
    const char *text = hj_arena_strdup(at->host->arena, s ? (const char *)s : "");
    xmlFree(s);
    return text;
}

static double to_number(const place *at, const value *v)
{
    if (v->kind == DOUBLE)
        return v->number;
    if (v->kind == BOOL)
        return v->flag;
    return xmlXPathCastStringToNumber((const xmlChar *)to_string(at, v));
}

static bool to_bool(const value *v)
{
    return v->kind == BOOL ? v->flag : v->kind == NODES ? v->n > 0
         : v->kind == STRING ? v->text[0] != 0 : v->number != 0 && !isnan(v->number);
}

/* ---- Steps ---------------------------------------------------------------------------------- */

/* Most names differ in the first letter. */
static bool called(const xmlNode *node, const char *name)
{
    const char *own = (const char *)node->name;
    return own[0] == name[0] && strcmp(own, name) == 0;
}

static bool passes_test(const place *at, const step *s, const xmlNode *node)
{
    if (++at->host->steps > HJ_PATH_STEPS)
        return false;
    switch (s->test) {
    case ANY_NODE:
        return true;
    case TEXT:
        return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    case ANY_NAME:
        return node->type == (s->axis == ATTRIBUTE ? XML_ATTRIBUTE_NODE : XML_ELEMENT_NODE);
    case NAMED:
        break;
    }
    if (s->axis == ATTRIBUTE)
        return !node->ns && called(node, s->name);
    if (node->type != XML_ELEMENT_NODE || !called(node, s->name))
        return false;
    const xmlNs *ns = at->root->ns;
    return node->ns == ns
        || (node->ns && ns && node->ns->href && ns->href && xmlStrEqual(node->ns->href, ns->href));
}

static void below(const place *at, const step *s, const xmlNode *node, value *out, int depth)
{
    for (const xmlNode *c = node->children; c && depth < 2 * HJ_LIMIT_XML_DEPTH && !spent(at);
         c = c->next) {
        if (passes_test(at, s, c))
            add(at, out, c);
        if (c->type == XML_ELEMENT_NODE)
            below(at, s, c, out, depth + 1);
    }
}

/* The nodes of the axis in its own order: preceding and ancestors are met backwards. */
static void along(const place *at, const step *s, const xmlNode *node, value *out)
{
    bool attribute = node->type == XML_ATTRIBUTE_NODE;
    const xmlNode *c;
    switch (s->axis) {
    case CHILD:
        for (c = attribute ? NULL : node->children; c && !spent(at); c = c->next)
            if (passes_test(at, s, c))
                add(at, out, c);
        break;
    case ATTRIBUTE:
        if (node->type == XML_ELEMENT_NODE)
            for (c = (const xmlNode *)node->properties; c; c = c->next)
                if (passes_test(at, s, c))
                    add(at, out, c);
        break;
    case SELF:
        if (passes_test(at, s, node))
            add(at, out, node);
        break;
    case PARENT:
        if (node->parent && passes_test(at, s, node->parent))
            add(at, out, node->parent);
        break;
    case ANCESTOR:
        for (c = node->parent; c; c = c->parent)
            if (passes_test(at, s, c))
                add(at, out, c);
        break;
    case DESCENDANT_OR_SELF:
        if (passes_test(at, s, node))
            add(at, out, node);
        if (!attribute)
            below(at, s, node, out, 0);
        break;
    case DESCENDANT:
        if (!attribute)
            below(at, s, node, out, 0);
        break;
    case FOLLOWING_SIBLING:
        for (c = attribute ? NULL : node->next; c && !spent(at); c = c->next)
            if (passes_test(at, s, c))
                add(at, out, c);
        break;
    case PRECEDING_SIBLING:
        for (c = attribute ? NULL : node->prev; c && !spent(at); c = c->prev)
            if (passes_test(at, s, c))
                add(at, out, c);
        break;
    }
}

static int by_order(const void *a, const void *b)
{
    const xmlNode *x = *(const xmlNode *const *)a, *y = *(const xmlNode *const *)b;
    return x == y ? 0 : -xmlXPathCmpNodes((xmlNode *)x, (xmlNode *)y);
}

/* Document order, each node once. */
static void settle(value *v)
{
    bool sorted = true;
    for (size_t i = 1; i < v->n && sorted; i++)
        sorted = by_order(&v->nodes[i - 1], &v->nodes[i]) < 0;
    if (sorted)
        return;
    qsort(v->nodes, v->n, sizeof *v->nodes, by_order);
    size_t n = 1;
    for (size_t i = 1; i < v->n; i++)
        if (v->nodes[i] != v->nodes[n - 1])
            v->nodes[n++] = v->nodes[i];
    v->n = n;
}

static value evaluate(const hj_xpath *x, const place *at);

static void filter(const place *at, const hj_xpath *predicate, value *v)
{
    size_t n = 0;
    for (size_t i = 0; i < v->n && !spent(at); i++) {
        place here = {.host = at->host, .root = at->root, .node = v->nodes[i], .position = i + 1,
                      .size = v->n};
        value p = evaluate(predicate, &here);
        if (p.kind == DOUBLE ? p.number == (double)(i + 1) : to_bool(&p))
            v->nodes[n++] = v->nodes[i];
    }
    v->n = n;
}

static value walk(const hj_xpath *x, const place *at)
{
    value from = {.kind = NODES};
    if (x->a)
        from = evaluate(x->a, at);
    else
        add(at, &from, x->absolute ? (const xmlNode *)at->host->doc : at->node);
    for (int k = 0; x->whole && k < x->whole->n; k++)
        filter(at, x->whole->predicates[k], &from);
    for (const step *s = x->steps; s && from.n && !spent(at); s = s->next) {
        value to = {.kind = NODES};
        for (size_t i = 0; i < from.n && !spent(at); i++) {
            value one = {.kind = NODES};
            value *into = s->n ? &one : &to;
            along(at, s, from.nodes[i], into);
            for (int k = 0; k < s->n; k++)
                filter(at, s->predicates[k], &one);
            for (size_t k = 0; s->n && k < one.n; k++)
                add(at, &to, one.nodes[k]);
        }
        /* From one node, forwards, they are in order already. */
        bool forwards = s->axis != ANCESTOR && s->axis != PRECEDING_SIBLING;
        if (to.n > 1 && (from.n > 1 || !forwards))
            settle(&to);
        from = to;
    }
    return from;
}

/* ---- Comparing: XPath 1.0 § 3.4 ------------------------------------------------------------- */

static bool ordered(kind k, double a, double b)
{
    switch (k) {
    case EQ: return a == b;
    case NE: return a != b;
    case LT: return a < b;
    case LE: return a <= b;
    case GT: return a > b;
    default: return a >= b;
    }
}

static kind turned(kind k)
{
    return k == LT ? GT : k == GT ? LT : k == LE ? GE : k == GE ? LE : k;
}

static bool node_against(const place *at, kind k, const xmlNode *node, const value *b)
{
    const char *text = string_of(at, node);
    if ((k == EQ || k == NE) && b->kind == STRING)
        return (strcmp(text, b->text) == 0) == (k == EQ);
    return ordered(k, xmlXPathCastStringToNumber((const xmlChar *)text), to_number(at, b));
}

static bool compare(const place *at, kind k, const value *a, const value *b)
{
    bool equality = k == EQ || k == NE;
    if (a->kind != NODES && b->kind == NODES)
        return compare(at, turned(k), b, a);
    if (a->kind == NODES && b->kind == NODES) {
        for (size_t i = 0; i < a->n && !spent(at); i++)
            for (size_t j = 0; j < b->n && !spent(at); j++) {
                value right = {.kind = STRING, .text = string_of(at, b->nodes[j])};
                at->host->steps++;
                if (node_against(at, k, a->nodes[i], &right))
                    return true;
            }
        return false;
    }
    if (a->kind == NODES && b->kind != BOOL) {
        for (size_t i = 0; i < a->n; i++)
            if (node_against(at, k, a->nodes[i], b))
                return true;
        return false;
    }
    if (!equality)
        return ordered(k, a->kind == NODES ? a->n > 0 : to_number(at, a), to_number(at, b));
    if (a->kind == BOOL || b->kind == BOOL)
        return (to_bool(a) == to_bool(b)) == (k == EQ);
    if (a->kind == DOUBLE || b->kind == DOUBLE)
        return ordered(k, to_number(at, a), to_number(at, b));
    return (strcmp(to_string(at, a), to_string(at, b)) == 0) == (k == EQ);
}

/* ---- Functions ------------------------------------------------------------------------------ */

static const char *keep(const place *at, hj_buf *out)
{
    const char *text = hj_arena_strdup(at->host->arena, out->data ? out->data : "");
    at->host->steps += out->len / 4;
    hj_buf_free(out);
    return text;
}

static const char *normalized(const place *at, const char *s)
{
    hj_buf out = {0};
    for (s += strspn(s, " \t\r\n"); *s;) {
        size_t word = strcspn(s, " \t\r\n"), gap = strspn(s + word, " \t\r\n");
        hj_buf_add(&out, s, word);
        s += word + gap;
        if (*s)
            hj_buf_char(&out, ' ');
    }
    return keep(at, &out);
}

static const char *translated(const place *at, const char *s, const char *from, const char *to)
{
    hj_buf out = {0};
    at->host->steps += strlen(s) * (1 + strlen(from) / 2);
    for (const char *end = s + strlen(s); s < end && !spent(at);) {
        const char *start = s, *f = from, *t = to, *f_end = from + strlen(from);
        uint32_t c = hj_utf8_next(&s, end);
        bool found = false;
        while (f < f_end && !found) {
            const char *letter = t;
            found = hj_utf8_next(&f, f_end) == c;
            if (*t)
                hj_utf8_next(&t, t + strlen(t));
            if (found)
                hj_buf_add(&out, letter, (size_t)(t - letter));
        }
        if (!found)
            hj_buf_add(&out, start, (size_t)(s - start));
    }
    return keep(at, &out);
}

/* Positions are counted from 1 and rounded: XPath 1.0 § 4.2. What is no number takes nothing. */
static const char *part(const place *at, const char *s, double start, double length)
{
    hj_buf out = {0};
    double from = floor(start + 0.5), to = from + floor(length + 0.5), position = 1;
    for (const char *end = s + strlen(s); s < end; position++) {
        const char *letter = s;
        hj_utf8_next(&s, end);
        if (position >= from && position < to)
            hj_buf_add(&out, letter, (size_t)(s - letter));
    }
    return keep(at, &out);
}

static value concatenated(const hj_xpath *x, const place *at)
{
    hj_buf all = {0};
    for (int i = 0; i < x->n; i++) {
        value v = evaluate(x->arguments[i], at);
        hj_buf_str(&all, to_string(at, &v));
    }
    return (value){.kind = STRING, .text = keep(at, &all)};
}

static value call(const hj_xpath *x, const place *at)
{
    enum { FEW = 3 }; /* only concat takes more */
    value v[FEW], out = {.kind = BOOL};
    const char *s[FEW];
    if (x->function == F_CONCAT)
        return concatenated(x, at);
    for (int i = 0; i < x->n; i++)
        v[i] = evaluate(x->arguments[i], at);
    if (!x->n && functions[x->function].most) { /* of the node itself */
        v[0] = (value){.kind = NODES};
        add(at, &v[0], at->node);
    }
    switch (x->function) {
    case F_NOT: out.flag = !to_bool(&v[0]); return out;
    case F_BOOLEAN: out.flag = to_bool(&v[0]); return out;
    case F_TRUE: out.flag = true; return out;
    case F_FALSE: return out;
    case F_COUNT: return (value){.kind = DOUBLE, .number = (double)v[0].n};
    case F_LAST: return (value){.kind = DOUBLE, .number = (double)at->size};
    case F_POSITION: return (value){.kind = DOUBLE, .number = (double)at->position};
    case F_NUMBER: return (value){.kind = DOUBLE, .number = to_number(at, &v[0])};
    default: break;
    }
    for (int i = 0; i < (x->n ? x->n : 1); i++)
        s[i] = to_string(at, &v[i]);
    switch (x->function) {
    case F_CONTAINS: out.flag = strstr(s[0], s[1]) != NULL; return out;
    case F_STARTS_WITH: out.flag = strncmp(s[0], s[1], strlen(s[1])) == 0; return out;
    case F_STRING_LENGTH:
        return (value){.kind = DOUBLE, .number = (double)hj_utf8_count(s[0], strlen(s[0]))};
    case F_STRING: return (value){.kind = STRING, .text = s[0]};
    case F_NORMALIZE_SPACE: return (value){.kind = STRING, .text = normalized(at, s[0])};
    case F_TRANSLATE: return (value){.kind = STRING, .text = translated(at, s[0], s[1], s[2])};
    case F_SUBSTRING: {
        double length = x->n == 3 ? to_number(at, &v[2]) : INFINITY;
        return (value){.kind = STRING, .text = part(at, s[0], to_number(at, &v[1]), length)};
    }
    default: return (value){.kind = STRING, .text = ""};
    }
}

static value evaluate(const hj_xpath *x, const place *at)
{
    value a, b, out = {.kind = BOOL};
    if (++at->host->steps > HJ_PATH_STEPS)
        return out;
    switch (x->kind) {
    case LITERAL: return (value){.kind = STRING, .text = x->text};
    case NUMBER: return (value){.kind = DOUBLE, .number = x->number};
    case VARIABLE: {
        const hj_path_host *h = at->host;
        const char *text = h->variable ? h->variable(h->user, x->text) : "";
        return (value){.kind = STRING, .text = text ? text : ""};
    }
    case HERE:
        out = (value){.kind = NODES};
        if (at->host->here)
            add(at, &out, at->host->here);
        return out;
    case CALL: return call(x, at);
    case PATH: return walk(x, at);
    default: break;
    }
    a = evaluate(x->a, at);
    if (x->kind == AND || x->kind == OR) {
        out.flag = to_bool(&a);
        if (out.flag == (x->kind == AND)) {
            b = evaluate(x->b, at);
            out.flag = to_bool(&b);
        }
        return out;
    }
    b = evaluate(x->b, at);
    if (x->kind >= PLUS && x->kind <= MOD) {
        double l = to_number(at, &a), r = to_number(at, &b);
        return (value){.kind = DOUBLE, .number = x->kind == PLUS ? l + r : x->kind == MINUS ? l - r
                       : x->kind == TIMES ? l * r : x->kind == DIV ? l / r : fmod(l, r)};
    }
    if (x->kind == UNION) {
        for (size_t i = 0; i < b.n; i++)
            add(at, &a, b.nodes[i]);
        if (b.n)
            settle(&a);
        return a;
    }
    out.flag = compare(at, x->kind, &a, &b);
    return out;
}

hj_path_result hj_xpath_eval(const hj_xpath *x, hj_path_host *host, const xmlNode *root)
{
    place at = {.host = host, .root = root, .node = host->context, .position = 1, .size = 1};
    value v = evaluate(x, &at);
    if (spent(&at))
        return (hj_path_result){.kind = HJ_PATH_ERROR};
    switch (v.kind) {
    case NODES:
        return (hj_path_result){.kind = HJ_PATH_NODES, .n = v.n,
                                .nodes = (const void **)(void *)v.nodes};
    case BOOL: return (hj_path_result){.kind = HJ_PATH_BOOL, .flag = v.flag};
    case DOUBLE: return (hj_path_result){.kind = HJ_PATH_NUMBER, .number = v.number};
    default: return (hj_path_result){.kind = HJ_PATH_STRING, .text = v.text};
    }
}
