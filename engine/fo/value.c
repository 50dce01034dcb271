/* Reading one value: lengths, words, numbers, and the blocks they are written into.
 *
 * The hard idea: a block of computed values is shared until the first value differs. The three
 * functions that hand out a block to write in make the private copy; nobody else may write. */
#include <string.h>

#include "fo/value.h"

hj_fo_inherited *hj_fo_set_in(hj_fo_state *s)
{
    if (!s->in) {
        s->in = memcpy(&s->scratch.in, s->node->in, sizeof *s->in);
        s->node->in = s->in;
    }
    return s->in;
}

hj_fo_own *hj_fo_set_own(hj_fo_state *s)
{
    if (!s->own) {
        s->own = memcpy(&s->scratch.own, s->node->own, sizeof *s->own);
        s->node->own = s->own;
    }
    return s->own;
}

hj_fo_raw *hj_fo_set_raw(hj_fo_state *s)
{
    if (!s->raw) {
        s->raw = HJ_NEW(s->b->arena, hj_fo_raw);
        *s->raw = *s->node->raw;
        s->node->raw = s->raw;
    }
    return s->raw;
}

void *hj_fo_slot(hj_fo_state *s, const hj_property *p)
{
    switch (p->where) {
    case W_IN: return (char *)hj_fo_set_in(s) + p->offset;
    case W_OWN: return (char *)hj_fo_set_own(s) + p->offset;
    case W_RAW: return (char *)hj_fo_set_raw(s) + p->offset;
    case W_NODE: return (char *)s->node + p->offset;
    default: return NULL;
    }
}

void hj_fo_bad_value(hj_fo_state *s, const hj_property *p, const char *value, const char *expected)
{
    if (hj_fo_refuse(s->b, "HJ-FO-011", s->node, "%s: '%s' is not a value of %s",
                     hj_fo_type_name(s->node->type), value, p->name))
        hj_hint(s->b->diags, "expected: %s", expected);
}

/* from-parent() and its like: the computed value of a property on the parent. */
static bool parent_value(const hj_expr_context *context, const char *name, hj_numeric *out)
{
    const hj_fo_node *node = context->self, *parent = node->parent;
    const hj_property *p = hj_property_find(name, strlen(name));
    const hj_fo_inherited *from = parent ? parent->in : &hj_fo_initial_in;
    const hj_fo_own *from_own = parent ? parent->own : &hj_fo_initial_own;
    if (strcmp(name, "font-size") == 0) {
        *out = (hj_numeric){N_LENGTH, from->font_size};
        return true;
    }
    if (strcmp(name, "line-height") == 0) {
        *out = (hj_numeric){N_LENGTH, from->line_height};
        return true;
    }
    if (!p || (p->where != W_IN && p->where != W_OWN))
        return false;
    const void *block = p->where == W_IN ? (const void *)from : from_own;
    const void *value = (const char *)block + p->offset;
    hj_length length;
    switch (p->kind) {
    case K_LEN: *out = (hj_numeric){N_LENGTH, *(const hj_len *)value}; return true;
    case K_INT16: *out = (hj_numeric){N_NUMBER, *(const int16_t *)value}; return true;
    case K_BORDER_WIDTH:
        *out = (hj_numeric){N_LENGTH, ((const hj_border *)value)->width};
        return true;
    case K_LENGTH: case K_RANGE: case K_PADDING: case K_MARGIN:
        length = *(const hj_length *)value;
        break;
    case K_SPACE: length = ((const hj_space *)value)->optimum; break;
    default: return false;
    }
    if (length.kind == HJ_ABS)
        *out = (hj_numeric){N_LENGTH, length.value};
    else if (length.kind == HJ_PERCENT)
        *out = (hj_numeric){N_PERCENT, length.value / 1000.0};
    else
        return false;
    return true;
}

hj_numeric hj_fo_evaluate(hj_fo_state *s, const char *value, hj_len em)
{
    /* The common case, a plain word, never reaches the evaluator. */
    hj_expr_context context = {.em = em, .px = s->b->tree->readings->px,
                               .from_parent = parent_value, .self = s->node,
                               .property = s->now ? s->now->name : ""};
    return hj_expr(value, &context);
}

hj_len hj_fo_clamped(int64_t v)
{
    return v > HJ_LIMIT_LENGTH ? HJ_LIMIT_LENGTH : v < -HJ_LIMIT_LENGTH ? -HJ_LIMIT_LENGTH
                                                                        : (hj_len)v;
}

int32_t hj_fo_rounded(double v)
{
    return v >= HJ_LIMIT_LENGTH ? HJ_LIMIT_LENGTH : v <= -HJ_LIMIT_LENGTH ? -HJ_LIMIT_LENGTH
                                                  : (int32_t)(v < 0 ? v - 0.5 : v + 0.5);
}

bool hj_fo_length(hj_fo_state *s, const char *value, hj_length *out)
{
    hj_numeric n = hj_fo_evaluate(s, value, s->node->in->font_size);
    switch (n.kind) {
    case N_LENGTH: *out = (hj_length){HJ_ABS, hj_fo_rounded(n.value)}; return true;
    case N_PERCENT: *out = (hj_length){HJ_PERCENT, hj_fo_rounded(n.value * 1000)}; return true;
    case N_PROPORTIONAL:
        *out = (hj_length){HJ_PROPORTIONAL, hj_fo_rounded(n.value * 1000)};
        return true;
    case N_NUMBER:
        if (n.value != 0)
            return false;
        *out = (hj_length){HJ_ABS, 0};
        return true;
    case N_LABEL_END: *out = (hj_length){HJ_LABEL_END, hj_fo_rounded(n.value)}; return true;
    case N_BODY_START: {
        /* Known here: the item's start-indent and the list's distance (XSL 1.1, 7.30.11 says of
         * the closest list); children inherit the sum. */
        const hj_fo_node *item = s->node->parent ? s->node->parent : s->node;
        for (const hj_fo_node *up = item; up; up = up->parent)
            if (up->type == HJ_FO_LIST_ITEM) {
                item = up;
                break;
            }
        const hj_fo_inherited *list = item->parent ? item->parent->in : item->in;
        if (item->in->start_indent.kind == HJ_ABS)
            *out = (hj_length){HJ_ABS, hj_fo_clamped((int64_t)item->in->start_indent.value
                                                     + list->provisional_distance
                                                     + hj_fo_rounded(n.value))};
        else
            *out = (hj_length){HJ_BODY_START, hj_fo_rounded(n.value)};
        return true;
    }
    default: return false;
    }
}

bool hj_fo_absolute(hj_fo_state *s, const char *value, hj_len *out)
{
    hj_length l;
    if (!hj_fo_length(s, value, &l) || l.kind != HJ_ABS)
        return false;
    *out = l.value;
    return true;
}

/* The index of value among blank-separated words; -1 when it is none. */
int hj_fo_word_index(const char *words, const char *value)
{
    size_t n = strlen(value);
    int index = 0;
    for (const char *p = words; ; index++) {
        const char *end = strchr(p, ' ');
        size_t len = end ? (size_t)(end - p) : strlen(p);
        const char *w = p;
        if (len && *w == '+') {
            w++;
            len--;
        }
        if (len == n && n && memcmp(w, value, n) == 0)
            return index;
        if (!end)
            return -1;
        p = end + 1;
    }
}

bool hj_fo_word_is_true(const char *words, int index)
{
    for (; index; index--)
        words = strchr(words, ' ') + 1;
    return *words == '+';
}

bool hj_fo_whole(hj_fo_state *s, const char *value, int *out)
{
    hj_numeric n = hj_fo_evaluate(s, value, s->node->in->font_size);
    if (n.kind != N_NUMBER || n.value > 10000)
        return false;
    *out = n.value < 1 ? 1 : (int)(n.value + 0.5);
    return true;
}

int hj_fo_integer(const char *value, int low, int high, bool *ok)
{
    int n = 0;
    const char *p = value;
    bool minus = *p == '-';
    p += minus;
    *ok = *p != 0;
    for (; *p; p++) {
        if (*p < '0' || *p > '9' || n > 10000000) {
            *ok = false;
            return 0;
        }
        n = n * 10 + (*p - '0');
    }
    if (minus)
        n = -n;
    if (n < low || n > high)
        *ok = false;
    return n;
}

bool hj_fo_keep_value(const char *value, int32_t *out)
{
    bool ok;
    if (strcmp(value, "always") == 0)
        *out = HJ_KEEP_ALWAYS;
    else if (strcmp(value, "auto") == 0)
        *out = 0;
    else
        *out = hj_fo_integer(value, 0, 1000000, &ok);
    return *out != 0 || strcmp(value, "auto") == 0 || strcmp(value, "0") == 0;
}

bool hj_fo_border_width(hj_fo_state *s, const char *value, hj_len *out)
{
    if (strcmp(value, "thin") == 0)
        *out = 500;
    else if (strcmp(value, "medium") == 0)
        *out = 1000;
    else if (strcmp(value, "thick") == 0)
        *out = 2000;
    else
        return hj_fo_absolute(s, value, out) && *out >= 0;
    return true;
}

/* Copies the next blank-separated token of *p (parentheses kept together); false at the end. */
bool hj_fo_token(const char **p, char *out, size_t room)
{
    size_t n = 0;
    int depth = 0;
    while (**p == ' ' || **p == '\t' || **p == '\n' || **p == '\r')
        (*p)++;
    for (; **p && (depth || !strchr(" \t\n\r", **p)); (*p)++) {
        depth += **p == '(' ? 1 : **p == ')' ? -1 : 0;
        if (n < room - 1)
            out[n++] = **p;
    }
    out[n] = 0;
    return n != 0;
}
