/* Objects alike: a table of ten thousand cells has a handful of attribute lists.
 *
 * The hard idea: what an object's attributes come to depends on its type, on the attributes and on
 * the computed values of its parent, and on nothing else, when no value calls a function (which may
 * look further up), nothing was told, and nothing was written but shared blocks. Such an object is
 * remembered, and the next one like it takes its blocks. */
#include <libxml/tree.h>
#include <string.h>

#include "fo/internal.h"

#define HJFO_NS "urn:hjemmel:fo:1"

/* The next attribute that has a say in computed values: not the stylesheet's file and line. */
static const xmlAttr *saying(const xmlAttr *x)
{
    for (; x; x = x->next)
        if (!x->ns || strcmp((const char *)x->ns->href, HJFO_NS) != 0
            || (strcmp((const char *)x->name, "fil") && strcmp((const char *)x->name, "linje")))
            break;
    return x;
}

static const char *value_of(const xmlAttr *x)
{
    if (!x->children)
        return "";
    return x->children->next ? NULL : (const char *)x->children->content;
}

static bool same(const xmlChar *a, const xmlChar *b)
{
    return a == b || strcmp((const char *)a, (const char *)b) == 0;
}

static bool same_attributes(const xmlNode *one, const xmlNode *other)
{
    const xmlAttr *a = saying(one->properties), *b = saying(other->properties);
    for (; a && b; a = saying(a->next), b = saying(b->next)) {
        const char *value = value_of(a), *value_b = value_of(b);
        if (!same(a->name, b->name) || !a->ns != !b->ns
            || (a->ns && !same(a->ns->href, b->ns->href)) || !value || !value_b
            || strcmp(value, value_b) != 0)
            return false;
    }
    return !a && !b;
}

/* No function and no value in pieces. */
static bool plain(const xmlNode *e)
{
    for (const xmlAttr *x = e->properties; x; x = x->next) {
        const char *value = value_of(x);
        if (!value || strchr(value, '('))
            return false;
    }
    return true;
}

static bool take(hj_fo_builder *b, hj_fo_node *node, const xmlNode *e)
{
    for (int i = 0; i < HJ_FO_ALIKE; i++) {
        const hj_fo_alike *seen = &b->alike[node->type][i];
        if (seen->element && seen->parent_in == node->parent->in
            && seen->parent_own == node->parent->own && same_attributes(seen->element, e)) {
            node->in = seen->in;
            node->own = seen->own;
            return true;
        }
    }
    return false;
}

static int told(const hj_fo_builder *b)
{
    return b->told + b->diags->errors + b->diags->warnings + b->diags->dropped;
}

void hj_fo_apply(hj_fo_builder *b, hj_fo_node *node, const void *element)
{
    const xmlNode *e = element;
    if (!node->parent) {
        hj_fo_read_attributes(b, node, e);
        return;
    }
    if (take(b, node, e))
        return;
    hj_fo_node before;
    memcpy(&before, node, sizeof before);
    int told_before = told(b);
    hj_fo_read_attributes(b, node, e);
    before.in = node->in;
    before.own = node->own;
    if (told(b) != told_before || memcmp(&before, node, sizeof before) != 0 || !plain(e))
        return;
    uint8_t *next = &b->next_alike[node->type];
    b->alike[node->type][*next] = (hj_fo_alike){e, node->parent->in, node->parent->own, node->in,
                                                node->own};
    *next = (uint8_t)((*next + 1) % HJ_FO_ALIKE);
}
