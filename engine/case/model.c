/* The schema as names: what may stand where, in words a message can use.
 *
 * libxml2 says that something is wrong; this model, read from the same XSD, says what would have
 * been right. It understands the XSD we write: named and anonymous types, sequence and choice,
 * extension and restriction, attributes, simple facets. */
#include <stdlib.h>
#include <string.h>

#include "base/element.h"
#include "case/internal.h"

#define XSD "http://www.w3.org/2001/XMLSchema"
#define MORE "urn:hjemmel:skjema:1"

typedef struct builder {
    hj_arena *arena;
    xmlNode *root;
    struct { const xmlNode *node; void *made; } known[600];
    size_t known_n;
    struct { const xmlNode *node; const char *name; } *definitions; /* those of the top level */
    size_t definitions_n;
} builder;

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0
        && node->ns && strcmp((const char *)node->ns->href, XSD) == 0;
}

/* The attribute's value where it stands; a schema has no entities, so it is one text node. */
static const char *get(builder *b, const xmlNode *node, const char *name)
{
    const char *value = hj_attribute_if(node, name);
    return value ? hj_arena_strdup(b->arena, value) : NULL;
}

static const xmlNode *kid(const xmlNode *node, const char *name)
{
    for (const xmlNode *c = node->children; c; c = c->next)
        if (is(c, name))
            return c;
    return NULL;
}

/* The top-level definition a QName names, or NULL for a built-in; *local gets the local name. */
static const xmlNode *definition(builder *b, const xmlNode *from, const char *qname,
                                 const char *kind, const char **local)
{
    const char *colon = strchr(qname, ':');
    *local = colon ? colon + 1 : qname;
    char prefix[32] = "";
    if (colon && (size_t)(colon - qname) < sizeof prefix)
        memcpy(prefix, qname, (size_t)(colon - qname));
    xmlNs *ns = xmlSearchNs(from->doc, (xmlNode *)from, colon ? BAD_CAST prefix : NULL);
    if (ns && strcmp((const char *)ns->href, XSD) == 0)
        return NULL;
    for (size_t i = 0; i < b->definitions_n; i++)
        if (*b->definitions[i].name == **local && strcmp(b->definitions[i].name, *local) == 0
            && is(b->definitions[i].node, kind))
            return b->definitions[i].node;
    return NULL;
}

static void list_definitions(builder *b)
{
    size_t n = 0;
    for (const xmlNode *c = b->root->children; c; c = c->next)
        n++;
    b->definitions = hj_arena_array(b->arena, n, sizeof *b->definitions);
    for (const xmlNode *c = b->root->children; c; c = c->next) {
        const char *name = c->type == XML_ELEMENT_NODE ? hj_attribute_if(c, "name") : NULL;
        if (name) {
            b->definitions[b->definitions_n].node = c;
            b->definitions[b->definitions_n++].name = name;
        }
    }
}

static void *known(builder *b, const xmlNode *node)
{
    for (size_t i = 0; i < b->known_n; i++)
        if (b->known[i].node == node)
            return b->known[i].made;
    return NULL;
}

static void remember(builder *b, const xmlNode *node, void *made)
{
    if (b->known_n < HJ_COUNT(b->known)) {
        b->known[b->known_n].node = node;
        b->known[b->known_n++].made = made;
    }
}

static int to_int(const char *s, int otherwise)
{
    return s ? atoi(s) : otherwise;
}

static const char *facet(builder *b, const xmlNode *restriction, const char *name)
{
    const xmlNode *f = kid(restriction, name);
    return f ? get(b, f, "value") : NULL;
}

static hj_simple *builtin(builder *b, const char *name)
{
    hj_simple *type = HJ_NEW(b->arena, hj_simple);
    type->base = hj_arena_strdup(b->arena, name);
    type->min_length = type->max_length = -1;
    return type;
}

static const hj_simple *simple_named(builder *b, const xmlNode *from, const char *qname, int depth);

/* An anonymous or named simpleType, or the restriction inside it. Lists and unions are known by
 * their first member only: enough for a message. */
static const hj_simple *simple_of(builder *b, const xmlNode *node, int depth)
{
    hj_simple *type = known(b, node);
    if (type || depth > 20)
        return type;
    const xmlNode *restriction = is(node, "restriction") ? node : kid(node, "restriction");
    const xmlNode *list = kid(node, "list"), *several = kid(node, "union");
    const hj_simple *base = NULL;
    const char *from = restriction ? get(b, restriction, "base")
        : list ? get(b, list, "itemType") : several ? get(b, several, "memberTypes") : NULL;
    if (from) {
        char *first = hj_arena_strdup(b->arena, from);
        first[strcspn(first, " ")] = 0;
        base = simple_named(b, node, first, depth + 1);
    }
    type = HJ_NEW(b->arena, hj_simple);
    if (base)
        *type = *base;
    else
        *type = *builtin(b, "string");
    type->name = is(node, "simpleType") ? get(b, node, "name") : NULL;
    if (list || several) {
        type->values = NULL;
        type->values_n = 0;
        type->min_length = type->max_length = -1;
        if (several)
            type->pattern = NULL;
    }
    if (restriction) {
        size_t n = 0;
        for (const xmlNode *c = restriction->children; c; c = c->next)
            n += is(c, "enumeration");
        if (n) {
            const char **values = HJ_ARRAY(b->arena, n + 1, const char *);
            n = 0;
            for (const xmlNode *c = restriction->children; c; c = c->next)
                if (is(c, "enumeration"))
                    values[n++] = get(b, c, "value");
            type->values = values;
            type->values_n = n;
        }
        const char *pattern = facet(b, restriction, "pattern");
        const char *min = facet(b, restriction, "minInclusive");
        const char *max = facet(b, restriction, "maxInclusive");
        if (pattern)
            type->pattern = pattern;
        if (min)
            type->min = min;
        if (max)
            type->max = max;
        type->min_length = to_int(facet(b, restriction, "minLength"), type->min_length);
        type->max_length = to_int(facet(b, restriction, "maxLength"), type->max_length);
    }
    remember(b, node, type);
    return type;
}

static const hj_simple *simple_named(builder *b, const xmlNode *from, const char *qname, int depth)
{
    const char *local;
    const xmlNode *node = definition(b, from, qname, "simpleType", &local);
    return node ? simple_of(b, node, depth) : builtin(b, local);
}

static const char *const *words(builder *b, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNsProp((xmlNode *)node, BAD_CAST name, BAD_CAST MORE);
    if (!value)
        return NULL;
    const char **list = HJ_ARRAY(b->arena, strlen((char *)value) / 2 + 2, const char *);
    size_t n = 0;
    for (char *save, *w = strtok_r((char *)value, " ", &save); w; w = strtok_r(NULL, " ", &save))
        list[n++] = hj_arena_strdup(b->arena, w);
    xmlFree(value);
    return list;
}

static hj_complex *complex_of(builder *b, const xmlNode *node, int depth);

static void add_child(builder *b, hj_complex *type, const xmlNode *element, int depth)
{
    hj_child *more = HJ_ARRAY(b->arena, type->children_n + 1, hj_child);
    if (type->children_n)
        memcpy(more, type->children, type->children_n * sizeof *more);
    hj_child *child = &more[type->children_n];
    type->children = more;
    type->children_n++;
    child->name = get(b, element, "name");
    const char *qname = get(b, element, "type"), *local;
    const xmlNode *inner = kid(element, "complexType");
    if (qname) {
        inner = definition(b, element, qname, "complexType", &local);
        if (!inner)
            child->simple = simple_named(b, element, qname, depth + 1);
    } else if (!inner) {
        const xmlNode *s = kid(element, "simpleType");
        child->simple = s ? simple_of(b, s, depth + 1) : builtin(b, "string");
    }
    if (inner)
        child->complex = complex_of(b, inner, depth + 1);
}

/* Everything in a content model: groups are looked through, extensions bring their base first. */
static void collect(builder *b, hj_complex *type, const xmlNode *node, int depth)
{
    if (depth > 60)
        return;
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (is(c, "sequence") || is(c, "choice") || is(c, "all") || is(c, "complexContent")
            || is(c, "simpleContent")) {
            collect(b, type, c, depth + 1);
        } else if (is(c, "extension") || is(c, "restriction")) {
            const char *qname = get(b, c, "base"), *local;
            const xmlNode *base = qname ? definition(b, c, qname, "complexType", &local) : NULL;
            if (base)
                collect(b, type, base, depth + 1);
            else if (qname)
                type->content = simple_named(b, c, qname, depth + 1);
            collect(b, type, c, depth + 1);
        } else if (is(c, "element")) {
            add_child(b, type, c, depth);
        } else if (is(c, "attribute")) {
            hj_schema_attribute *more =
                HJ_ARRAY(b->arena, type->attributes_n + 1, hj_schema_attribute);
            if (type->attributes_n)
                memcpy(more, type->attributes, type->attributes_n * sizeof *more);
            hj_schema_attribute *a = &more[type->attributes_n++];
            type->attributes = more;
            const char *qname = get(b, c, "type");
            const xmlNode *s = kid(c, "simpleType");
            a->name = get(b, c, "name");
            a->type = qname ? simple_named(b, c, qname, depth + 1)
                : s ? simple_of(b, s, depth + 1) : builtin(b, "string");
        }
    }
    if (is(node, "complexType")) {
        const char *const *w;
        if ((w = words(b, node, "en")))
            type->exactly_one = w;
        if ((w = words(b, node, "hoeyst_en")))
            type->at_most_one = w;
        if ((w = words(b, node, "rekkefoelge")))
            type->order = w;
        if ((w = words(b, node, "ulike")))
            type->distinct = w;
        if ((w = words(b, node, "utgaver")))
            type->editions = w;
        if ((w = words(b, node, "tegn")) && w[0])
            type->max_chars = atoi(w[0]);
        const char *mixed = get(b, node, "mixed");
        type->mixed |= mixed && strcmp(mixed, "true") == 0;
    }
}

static hj_complex *complex_of(builder *b, const xmlNode *node, int depth)
{
    hj_complex *type = known(b, node);
    if (type || depth > 60)
        return type;
    type = HJ_NEW(b->arena, hj_complex);
    remember(b, node, type); /* before its children: types may be recursive */
    type->name = get(b, node, "name");
    collect(b, type, node, depth);
    return type;
}

/* A selector is "." or alternatives "s:a/s:b|s:c" from the root element: each is walked through the
 * model to the child it selects. */
static bool mark_selected(builder *b, hj_model *model, const char *selector, int constraint)
{
    char *copy = hj_arena_strdup(b->arena, selector), *save;
    bool ok = *selector != 0;
    for (char *path = strtok_r(copy, "|", &save); path; path = strtok_r(NULL, "|", &save)) {
        hj_child *child = &model->top->children[0];
        char *inner;
        for (char *step = strtok_r(path, "/ \n", &inner); step && child;
             step = strtok_r(NULL, "/ \n", &inner)) {
            if (strcmp(step, ".") == 0)
                continue;
            const char *colon = strchr(step, ':');
            child = (hj_child *)hj_case_child(child->complex, colon ? colon + 1 : step);
        }
        if (!child) {
            ok = false;
            continue;
        }
        hj_mark *mark = HJ_NEW(b->arena, hj_mark);
        *mark = (hj_mark){constraint, child->marks};
        child->marks = mark;
    }
    return ok;
}

static void constraints(builder *b, hj_model *model, const xmlNode *element)
{
    int n = 0;
    for (const xmlNode *c = element->children; c; c = c->next)
        n += is(c, "key") || is(c, "keyref") || is(c, "unique");
    model->constraints = HJ_ARRAY(b->arena, (size_t)n + 1, hj_constraint);
    for (const xmlNode *c = element->children; c; c = c->next) {
        if (!is(c, "key") && !is(c, "keyref") && !is(c, "unique"))
            continue;
        const xmlNode *selector = kid(c, "selector"), *field = kid(c, "field");
        const char *path = selector ? get(b, selector, "xpath") : "";
        const char *attribute = field ? get(b, field, "xpath") : "";
        hj_constraint *k = &model->constraints[model->constraints_n];
        k->name = get(b, c, "name");
        k->field = attribute && attribute[0] == '@' ? attribute + 1 : NULL;
        k->refer = is(c, "keyref") ? get(b, c, "refer") : NULL;
        if (!k->field || !path || !mark_selected(b, model, path, model->constraints_n))
            model->bad = k->name;
        model->constraints_n++;
    }
    for (int i = 0; i < model->constraints_n; i++) {
        hj_constraint *k = &model->constraints[i];
        k->key = -1;
        for (int j = 0; k->refer && j < model->constraints_n; j++)
            if (!model->constraints[j].refer && strcmp(model->constraints[j].name, k->refer) == 0)
                k->key = j;
        if (k->refer && k->key < 0)
            model->bad = k->name;
    }
}

hj_model *hj_case_model(xmlDoc *schema, const char *root, hj_arena *arena)
{
    builder b = {.arena = arena, .root = xmlDocGetRootElement(schema)};
    list_definitions(&b);
    hj_model *model = HJ_NEW(arena, hj_model);
    model->root = root;
    model->ns = get(&b, b.root, "targetNamespace");
    for (const xmlNode *e = b.root->children; e; e = e->next) {
        const char *name = is(e, "element") ? get(&b, e, "name") : NULL;
        if (!name || strcmp(name, root) != 0)
            continue;
        hj_complex *holder = HJ_NEW(arena, hj_complex);
        add_child(&b, holder, e, 0);
        model->top = holder;
        constraints(&b, model, e);
    }
    return model;
}

const hj_child *hj_case_child(const hj_complex *type, const char *name)
{
    for (size_t i = 0; type && i < type->children_n; i++)
        if (strcmp(type->children[i].name, name) == 0)
            return &type->children[i];
    return NULL;
}

const hj_simple *hj_case_attribute(const hj_complex *type, const char *name)
{
    for (size_t i = 0; type && i < type->attributes_n; i++)
        if (strcmp(type->attributes[i].name, name) == 0)
            return type->attributes[i].type;
    return NULL;
}

const hj_child *hj_case_declaration(const hj_model *model, const xmlNode *element)
{
    const xmlNode *steps[HJ_LIMIT_XML_DEPTH + 1];
    int n = 0;
    for (const xmlNode *at = element; at && at->type == XML_ELEMENT_NODE; at = at->parent) {
        if (n > HJ_LIMIT_XML_DEPTH)
            return NULL;
        steps[n++] = at;
    }
    const hj_complex *type = model->top;
    const hj_child *found = NULL;
    while (n-- > 0) {
        found = hj_case_child(type, (const char *)steps[n]->name);
        if (!found)
            return NULL;
        type = found->complex;
    }
    return found;
}
