/* What the validator found, in words a caseworker can act on.
 *
 * libxml2's own sentences quote values (personal data), name types by namespace and say the same
 * thing two or three times. From its message we take only the code, the node and names the schema
 * itself holds; the rest is looked up in the model. The same fault at the same place is told once,
 * because equal diagnostics are. */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlschemas.h>

#include "case/internal.h"

typedef struct telling {
    const hj_model *model;
    const char *file;
    hj_arena *arena;
    hj_diags *diags;
} telling;

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

/* The validator hands over the element also when an attribute is at fault; its message says
 * "attribute 'name'". */
static const xmlNode *fault_of(const xmlNode *node, const char *message)
{
    const char *at = strstr(message, ", attribute '");
    if (node->type != XML_ELEMENT_NODE || !at)
        return node;
    at += strlen(", attribute '");
    size_t len = strcspn(at, "'");
    const char *colon = memchr(at, '}', len);
    if (colon) {
        len -= (size_t)(colon + 1 - at);
        at = colon + 1;
    }
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strlen((const char *)a->name) == len && memcmp(a->name, at, len) == 0)
            return (const xmlNode *)a;
    return node;
}

static const xmlNode *element_of(const xmlNode *node)
{
    return node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
}

static const hj_complex *type_of(const telling *t, const xmlNode *element)
{
    const hj_child *d = hj_case_declaration(t->model, element);
    return d ? d->complex : NULL;
}

/* Adds "{ns}name" tokens of s as "name, name". */
static void names_in(const char *s, hj_buf *out)
{
    int n = 0;
    for (const char *p = s; (p = strchr(p, '}'));) {
        p++;
        size_t len = strcspn(p, " ,)'");
        if (n++)
            hj_buf_str(out, ", ");
        hj_buf_add(out, p, len);
        p += len;
    }
}

static void list_values(const hj_simple *type, hj_buf *out)
{
    for (size_t i = 0; i < type->values_n && i < 40; i++)
        hj_buf_printf(out, "%s%s", i ? ", " : "", type->values[i]);
    if (type->values_n > 40)
        hj_buf_str(out, ", …");
}

static void unexpected_element(telling *t, const xmlNode *node, const char *message)
{
    hj_place place = hj_xml_place(node, t->file, t->arena);
    const hj_complex *parent = node->parent->type == XML_ELEMENT_NODE
        ? type_of(t, node->parent) : NULL;
    const char *name = name_of(node), *ns = node->ns ? (const char *)node->ns->href : "";
    hj_buf expected = {0};
    const char *list = strstr(message, "xpected is");
    if (list)
        names_in(list, &expected);
    if (strcmp(ns, t->model->ns) != 0) {
        hj_error(t->diags, "HJ-CASE-031", place, "element '%s' is not in the namespace %s", name,
                 t->model->ns);
    } else if (hj_case_child(parent, name)) {
        hj_error(t->diags, "HJ-CASE-032", place,
                 "element '%s' is out of order here, or given too many times", name);
        if (expected.len)
            hj_hint(t->diags, "expected here: %s", expected.data);
        else
            hj_hint(t->diags, "'%s' has a fixed order of elements; see the schema",
                    node->parent->name);
    } else {
        hj_error(t->diags, "HJ-CASE-030", place, "unknown element '%s' in '%s'", name,
                 (const char *)node->parent->name);
        const char *names[256];
        size_t n = 0;
        for (; parent && n < parent->children_n && n < HJ_COUNT(names); n++)
            names[n] = parent->children[n].name;
        const char *near = n ? hj_nearest(name, names, n) : NULL;
        if (near)
            hj_hint(t->diags, "did you mean '%s'?", near);
        else if (expected.len)
            hj_hint(t->diags, "expected here: %s", expected.data);
    }
    hj_buf_free(&expected);
}

static void missing_element(telling *t, const xmlNode *node, const char *message)
{
    for (const xmlNode *c = node->children; c; c = c->next)
        if (c->type == XML_TEXT_NODE && !xmlIsBlankNode(c))
            return; /* stray text: told already, and the real fault */
    hj_buf expected = {0};
    const char *list = strstr(message, "xpected is");
    names_in(list ? list : "", &expected);
    hj_error(t->diags, "HJ-CASE-033", hj_xml_place(node, t->file, t->arena),
             "something is missing in '%s'; expected: %s", name_of(node),
             expected.len ? expected.data : "?");
    hj_buf_free(&expected);
}

static void unknown_attribute(telling *t, const xmlNode *node)
{
    const xmlNode *element = element_of(node);
    const hj_complex *type = type_of(t, element);
    const char *names[128];
    size_t n = 0;
    for (; type && n < type->attributes_n && n < HJ_COUNT(names); n++)
        names[n] = type->attributes[n].name;
    hj_error(t->diags, "HJ-CASE-034", hj_xml_place(node, t->file, t->arena),
             "unknown attribute '%s' on '%s'", name_of(node), name_of(element));
    const char *near = n ? hj_nearest(name_of(node), names, n) : NULL;
    if (near) {
        hj_hint(t->diags, "did you mean '%s'?", near);
    } else if (n) {
        hj_buf all = {0};
        for (size_t i = 0; i < n; i++)
            hj_buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
        hj_hint(t->diags, "it may have: %s", all.data);
        hj_buf_free(&all);
    } else {
        hj_hint(t->diags, "'%s' has no attributes", name_of(element));
    }
}

static void missing_attribute(telling *t, const xmlNode *node, const char *message)
{
    const char *from = strstr(message, "attribute '");
    size_t len = from ? strcspn(from + 11, "'") : 0;
    char *name = hj_arena_strndup(t->arena, from ? from + 11 : "?", from ? len : 1);
    hj_error(t->diags, "HJ-CASE-035", hj_xml_place(node, t->file, t->arena),
             "attribute '%s' is missing on '%s'", name, name_of(element_of(node)));
    const hj_simple *type = hj_case_attribute(type_of(t, element_of(node)), name);
    if (type && type->values_n) {
        hj_buf all = {0};
        list_values(type, &all);
        hj_hint(t->diags, "one of: %s", all.data);
        hj_buf_free(&all);
    }
}

static bool looks_like_date(const char *s)
{
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? s[i] != '-' : s[i] < '0' || s[i] > '9')
            return false;
    return s[10] == 0;
}

static void wrong_value(telling *t, const xmlNode *node)
{
    const xmlNode *element = element_of(node);
    const hj_child *d = hj_case_declaration(t->model, element);
    const hj_simple *type = NULL;
    if (node->type == XML_ATTRIBUTE_NODE)
        type = d ? hj_case_attribute(d->complex, name_of(node)) : NULL;
    else if (d)
        type = d->simple ? d->simple : d->complex->content;
    hj_place place = hj_xml_place(node, t->file, t->arena);
    xmlChar *value = xmlNodeGetContent(node);
    const char *v = value ? (const char *)value : "";
    size_t n = strlen(v);
    const char *what = name_of(node);
    if (!type) {
        hj_error(t->diags, "HJ-CASE-040", place, "'%s' does not hold what the schema asks for",
                 what);
    } else if (strcmp(type->base, "date") == 0) {
        if (looks_like_date(v) && hj_date_parse(v) == HJ_DATE_NONE) {
            hj_error(t->diags, "HJ-CASE-041", place, "there is no such date in '%s'", what);
            hj_hint(t->diags, "the month or the day does not exist in that year");
        } else {
            hj_error(t->diags, "HJ-CASE-042", place, "'%s' must be a date written as ÅÅÅÅ-MM-DD",
                     what);
        }
    } else if (type->values_n) {
        hj_error(t->diags, "HJ-CASE-043", place, "'%s' has a value that is not in the list", what);
        const char *near = n > 2 && n < 100 ? hj_nearest(v, type->values, type->values_n) : NULL;
        hj_buf all = {0};
        list_values(type, &all);
        if (near)
            hj_hint(t->diags, "did you mean '%s'?", near);
        else
            hj_hint(t->diags, "allowed: %s", all.data);
        hj_buf_free(&all);
    } else if (strcmp(type->base, "integer") == 0 || strcmp(type->base, "decimal") == 0) {
        const char *kind = strcmp(type->base, "integer") == 0 ? HJ_T("a whole number")
                                                              : HJ_T("a number");
        kind = hj_tr(t->diags->lang, kind);
        if (type->min && type->max)
            hj_error(t->diags, "HJ-CASE-044", place, "'%s' must be %s from %s to %s", what, kind,
                     type->min, type->max);
        else
            hj_error(t->diags, "HJ-CASE-044", place, "'%s' must be %s", what, kind);
        if (strchr(v, ','))
            hj_hint(t->diags, "write the decimals after a point, as 3.5");
    } else if (n == 0) {
        hj_error(t->diags, "HJ-CASE-045", place, "'%s' is empty", what);
        hj_hint(t->diags, "leave it out when there is nothing to say");
    } else if (type->max_length >= 0 && hj_utf8_count(v, n) > (size_t)type->max_length) {
        hj_error(t->diags, "HJ-CASE-046", place, "'%s' is longer than %d characters", what,
                 type->max_length);
    } else if (type->pattern) {
        hj_error(t->diags, "HJ-CASE-047", place, "'%s' does not have the form of '%s'", what,
                 type->name ? type->name : what);
        hj_hint(t->diags, "the form is %s", type->pattern);
    } else {
        hj_error(t->diags, "HJ-CASE-040", place, "'%s' does not hold what the schema asks for",
                 what);
    }
    xmlFree(value);
}

static void stray_text(telling *t, const xmlNode *node)
{
    const hj_complex *type = type_of(t, node);
    hj_error(t->diags, "HJ-CASE-036", hj_xml_place(node, t->file, t->arena),
             "'%s' cannot hold text directly", name_of(node));
    if (hj_case_child(type, "p"))
        hj_hint(t->diags, "put the text in <p>…</p>");
}

void hj_case_explain(const hj_model *model, hj_xml_error error, const char *file, hj_arena *arena,
                     hj_diags *diags)
{
    telling t = {model, file, arena, diags};
    const xmlNode *node = error->node;
    const char *message = error->message ? error->message : "";
    if (!node || (node->type != XML_ELEMENT_NODE && node->type != XML_ATTRIBUTE_NODE)) {
        hj_error(diags, "HJ-CASE-040", HJ_AT(file, error->line),
                 "this does not fit the schema (code %d)", error->code);
        return;
    }
    node = fault_of(node, message);
    switch (error->code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        if (strstr(message, "Missing child"))
            missing_element(&t, node, message);
        else
            unexpected_element(&t, node, message);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_TYPE_3_1_1: unknown_attribute(&t, node); break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: missing_attribute(&t, node, message); break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: stray_text(&t, node); break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
    case XML_SCHEMAV_CVC_TYPE_3_1_2:
        hj_error(diags, "HJ-CASE-037", hj_xml_place(node, file, arena),
                 "'%s' holds only text, no elements", name_of(node));
        break;
    default: wrong_value(&t, node); break;
    }
}
