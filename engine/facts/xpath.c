/* XPath 1.0 as rules use it: location paths with predicates, comparisons, a dozen functions.
 *
 * The hard idea: a case asks hundreds of paths, and nearly all the time libxml2 spends on them goes
 * to building and tearing down values on its heap. Here a value is a span of node pointers, a
 * borrowed string or a number, all in the arena of the evaluation, so a path costs little more than
 * the nodes it looks at; and what brackets compare with, the same for every node, is found for the
 * first one. What is not known here is not guessed at: compiling says no, and libxml2
 * has the path. Numbers are read and written by libxml2's own conversions, so that both agree to
 * the last digit (tests/unit/test_xpath.c asks both the same). */
#include "facts/xtree.h"

#include <libxml/xpath.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Values --------------------------------------------------------------------------------- */

typedef struct value { /* small: it is handed about by the thousand */
    enum { NODES, BOOL, DOUBLE, STRING } kind;
    uint32_t n, cap; /* of nodes: never more than HJ_PATH_STEPS */
    union {
        const xmlNode **nodes; /* distinct, in document order */
        bool flag;
        double number;
        const char *text;
    };
} value;

typedef struct slot { /* what was found once */
    bool found;
    value v;
} slot;

typedef struct place { /* where an expression stands */
    hj_path_host *host;
    const xmlNode *root, *node;
    slot *slots;
    size_t position, size;
} place;

static bool spent(const place *at)
{
    return at->host->steps > HJ_PATH_STEPS;
}

static void add(const place *at, value *v, const xmlNode *node)
{
    if (v->n == v->cap) {
        uint32_t cap = v->cap ? v->cap * 2 : 8;
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

/* Most names differ in the first two letters. */
static bool called(const xmlNode *node, const char *name)
{
    const char *own = (const char *)node->name;
    return own[0] == name[0] && own[1] == name[1] && strcmp(own, name) == 0;
}

static bool same_namespace(const xmlNs *a, const xmlNs *b)
{
    return a == b || (a && b && a->href && b->href && xmlStrEqual(a->href, b->href));
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
    return node->type == XML_ELEMENT_NODE && called(node, s->name)
        && same_namespace(node->ns, at->root->ns);
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

static const xmlNode *attribute_of(const xmlNode *node, const char *name)
{
    const xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
    while (a && (a->ns || !called((const xmlNode *)a, name)))
        a = a->next;
    return (const xmlNode *)a;
}

/* The steps nearly all paths are made of. */
static void named_children(const place *at, const step *s, const xmlNode *node, value *out)
{
    size_t met = 0;
    for (const xmlNode *c = node->children; c; c = c->next, met++)
        if (c->type == XML_ELEMENT_NODE && called(c, s->name)
            && same_namespace(c->ns, at->root->ns))
            add(at, out, c);
    at->host->steps += met;
}

/* The nodes of the axis in its own order: preceding and ancestors are met backwards. */
static void along(const place *at, const step *s, const xmlNode *node, value *out)
{
    bool attribute = node->type == XML_ATTRIBUTE_NODE;
    const xmlNode *c;
    switch (s->axis) {
    case CHILD:
        if (s->test == NAMED && node->type == XML_ELEMENT_NODE) {
            named_children(at, s, node, out);
            break;
        }
        for (c = attribute ? NULL : node->children; c && !spent(at); c = c->next)
            if (passes_test(at, s, c))
                add(at, out, c);
        break;
    case ATTRIBUTE:
        if (s->test == NAMED && (c = attribute_of(node, s->name)))
            add(at, out, c);
        if (s->test != NAMED && node->type == XML_ELEMENT_NODE)
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
    uint32_t n = 1;
    for (size_t i = 1; i < v->n; i++)
        if (v->nodes[i] != v->nodes[n - 1])
            v->nodes[n++] = v->nodes[i];
    v->n = n;
}

static value work_out(const hj_xpath *x, const place *at);
static value evaluate(const hj_xpath *x, const place *at);

/* ---- What is only yes or no ---- */

/* An expression of which only the truth can be asked: never a number that would be a position. */
static bool is_logical(const hj_xpath *x)
{
    return x->kind <= GE || x->kind == PATH || x->kind == UNION
        || (x->kind == CALL && (x->function <= F_FALSE || x->function == F_CONTAINS
                                || x->function == F_STARTS_WITH));
}

static bool compare(const place *at, kind k, const value *a, const value *b);

/* @name against something. */
static bool attribute_against(const hj_xpath *x, const place *at)
{
    const xmlNode *found = attribute_of(at->node, x->a->attribute);
    if (x->b->kind == LITERAL && x->kind <= NE)
        return found && (strcmp(string_of(at, found), x->b->text) == 0) == (x->kind == EQ);
    value a = {.kind = NODES, .n = found != NULL, .nodes = &found}, b = evaluate(x->b, at);
    return compare(at, x->kind, &a, &b);
}

/* The truth of x. Most of what stands in brackets compares @name, or is and, or and not of such:
 * those are answered where they stand, without a list of nodes. */
static bool holds(const hj_xpath *x, const place *at);

static bool truth(const hj_xpath *x, const place *at)
{
    bool about_attribute = x->kind >= EQ && x->kind <= GE && x->a->attribute;
    if (x->kind == AND || x->kind == OR || x->attribute || about_attribute
        || (x->kind == CALL && x->function == F_NOT)) {
        if (++at->host->steps > HJ_PATH_STEPS)
            return false;
    }
    switch (x->kind) {
    case AND: return holds(x->a, at) && holds(x->b, at);
    case OR: return holds(x->a, at) || holds(x->b, at);
    case PATH:
        if (x->attribute)
            return attribute_of(at->node, x->attribute);
        break;
    case CALL:
        if (x->function == F_NOT)
            return !holds(x->arguments[0], at);
        break;
    default:
        if (about_attribute)
            return attribute_against(x, at);
    }
    value v = work_out(x, at);
    return to_bool(&v);
}

static bool holds(const hj_xpath *x, const place *at)
{
    if (!x->slot)
        return truth(x, at);
    value v = evaluate(x, at);
    return to_bool(&v);
}

static void filter(const place *at, const hj_xpath *predicate, value *v)
{
    uint32_t n = 0;
    bool logical = is_logical(predicate);
    for (size_t i = 0; i < v->n && !spent(at); i++) {
        place here = {.host = at->host, .root = at->root, .node = v->nodes[i], .slots = at->slots,
                      .position = i + 1, .size = v->n};
        if (logical) {
            if (holds(predicate, &here))
                v->nodes[n++] = v->nodes[i];
            continue;
        }
        value p = evaluate(predicate, &here);
        if (p.kind == DOUBLE ? p.number == (double)(i + 1) : to_bool(&p))
            v->nodes[n++] = v->nodes[i];
    }
    v->n = n;
}

/* A list of its own, which may be changed. */
static void own(const place *at, value *v)
{
    v->cap = v->n;
    if (!v->n)
        return;
    add(at, v, v->nodes[0]);
    v->n--;
}

static value walk(const hj_xpath *x, const place *at)
{
    const xmlNode *start = x->absolute ? (const xmlNode *)at->host->doc : at->node;
    value from = {.kind = NODES};
    if (x->a)
        from = evaluate(x->a, at);
    else if (x->steps) /* and they make a list of their own */
        from = (value){.kind = NODES, .n = 1, .nodes = &start};
    else
        add(at, &from, start);
    if (x->whole)
        own(at, &from);
    for (int k = 0; x->whole && k < x->whole->n; k++)
        filter(at, x->whole->predicates[k], &from);
    for (const step *s = x->steps; s && from.n && !spent(at); s = s->next) {
        value to = {.kind = NODES}, one = {.kind = NODES};
        for (size_t i = 0; i < from.n && !spent(at); i++) {
            value *into = s->n ? &one : &to;
            one.n = 0;
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

/* Where every letter is one byte. */
static const char *translated_ascii(const place *at, const char *s, const char *from,
                                    const char *to)
{
    char *out = hj_arena_alloc(at->host->arena, strlen(s) + 1), *p = out;
    size_t n = strlen(to);
    for (; *s; s++) {
        const char *found = strchr(from, *s);
        if (!found)
            *p++ = *s;
        else if ((size_t)(found - from) < n)
            *p++ = to[found - from];
    }
    return out;
}

static bool is_ascii(const char *s)
{
    while (*s && !(*s & 0x80))
        s++;
    return !*s;
}

static const char *translated(const place *at, const char *s, const char *from, const char *to)
{
    hj_buf out = {0};
    at->host->steps += strlen(s) * (1 + strlen(from) / 2);
    if (is_ascii(s) && is_ascii(from) && is_ascii(to))
        return translated_ascii(at, s, from, to);
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

static double sum(const place *at, const value *v)
{
    double total = 0;
    for (size_t i = 0; i < v->n; i++)
        total += xmlXPathCastStringToNumber((const xmlChar *)string_of(at, v->nodes[i]));
    return total;
}

/* What stands before the first part in s, or after it; nothing when it is not there. */
static const char *beside(const place *at, const char *s, const char *part, bool after)
{
    const char *found = strstr(s, part);
    if (!found)
        return "";
    return after ? found + strlen(part)
                 : hj_arena_strndup(at->host->arena, s, (size_t)(found - s));
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
    value v[FEW] = {{.kind = BOOL}}, out = {.kind = BOOL};
    const char *s[FEW] = {"", "", ""};
    if (x->function == F_CONCAT)
        return concatenated(x, at);
    for (int i = 0; i < x->n; i++)
        v[i] = evaluate(x->arguments[i], at);
    if (!x->n && hj_xpath_functions[x->function].most) { /* of the node itself */
        v[0] = (value){.kind = NODES};
        add(at, &v[0], at->node);
    }
    switch (x->function) {
    case F_NOT: out.flag = !to_bool(&v[0]); return out;
    case F_BOOLEAN: out.flag = to_bool(&v[0]); return out;
    case F_TRUE: out.flag = true; return out;
    case F_FALSE: return out;
    case F_COUNT: return (value){.kind = DOUBLE, .number = (double)v[0].n};
    case F_SUM: return (value){.kind = DOUBLE, .number = sum(at, &v[0])};
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
    case F_SUBSTRING_BEFORE:
        return (value){.kind = STRING, .text = beside(at, s[0], s[1], false)};
    case F_SUBSTRING_AFTER:
        return (value){.kind = STRING, .text = beside(at, s[0], s[1], true)};
    case F_SUBSTRING: {
        double length = x->n == 3 ? to_number(at, &v[2]) : INFINITY;
        return (value){.kind = STRING, .text = part(at, s[0], to_number(at, &v[1]), length)};
    }
    default: return (value){.kind = STRING, .text = ""};
    }
}

static value work_out(const hj_xpath *x, const place *at)
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
    if (x->kind == AND || x->kind == OR) {
        out.flag = truth(x, at);
        return out;
    }
    a = evaluate(x->a, at);
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

static value evaluate(const hj_xpath *x, const place *at)
{
    if (!x->slot)
        return work_out(x, at);
    slot *s = &at->slots[x->slot - 1];
    if (!s->found) {
        s->v = work_out(x, at);
        s->v.cap = s->v.n; /* who adds to it gets a list of his own */
        s->found = true;
    }
    return s->v;
}

hj_path_result hj_xpath_eval(const hj_xpath *x, hj_path_host *host, const xmlNode *root)
{
    enum { FEW = 8 };
    slot few[FEW];
    place at = {.host = host, .root = root, .node = host->context, .slots = few, .position = 1,
                .size = 1};
    if (x->slots > FEW)
        at.slots = HJ_ARRAY(host->arena, (size_t)x->slots, slot);
    for (int i = 0; i < FEW; i++)
        few[i].found = false;
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
