/* What the files of case/ share. Not for other stages. */
#ifndef HJ_CASE_INTERNAL_H
#define HJ_CASE_INTERNAL_H

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "case/case.h"

#if LIBXML_VERSION >= 21200
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" /* fields newer versions hide */
typedef const xmlError *hj_xml_error; /* the handler's signature changed in 2.12 */
#else
typedef xmlErrorPtr hj_xml_error;
#endif

/* The schema as we explain it: libxml2 validates, this model knows the names. One element type,
 * one attribute, one simple type each; all strings live in the model's arena. */
typedef struct hj_simple {
    const char *name; /* type name, or NULL when anonymous */
    const char *base; /* built-in it rests on: date, integer, decimal, string, token */
    const char *const *values; /* enumeration, NULL-terminated; NULL when open */
    size_t values_n;
    const char *pattern, *min, *max; /* as written; NULL when none */
    int min_length, max_length; /* -1 when none */
} hj_simple;

typedef struct hj_schema_attribute {
    const char *name;
    const hj_simple *type;
} hj_schema_attribute;

/* This child is what constraint number n of the model selects. */
typedef struct hj_mark {
    int constraint;
    const struct hj_mark *next;
} hj_mark;

typedef struct hj_child {
    const char *name;
    struct hj_complex *complex; /* one of complex and simple is set */
    const hj_simple *simple;
    const hj_mark *marks;
} hj_child;

typedef struct hj_complex {
    const char *name; /* NULL when anonymous */
    hj_child *children;
    size_t children_n;
    hj_schema_attribute *attributes;
    size_t attributes_n;
    const hj_simple *content; /* type of the text when the element has only text */
    bool mixed;
    /* Three things XSD 1.0 cannot say, as attributes in urn:hjemmel:skjema:1 on the complexType. */
    const char *const *exactly_one; /* NULL or NULL-terminated attribute names */
    const char *const *at_most_one;
    const char *const *order; /* pairs: the first date not after the second */
    const char *const *distinct; /* pairs: child elements, and the attribute no two of them share */
    const char *const *editions; /* element, key, from and to: one a day */
    int max_chars; /* of all text inside; 0: none */
} hj_complex;

/* key, keyref or unique. We check these ourselves (check.c). */
typedef struct hj_constraint {
    const char *name, *field; /* field: the attribute */
    const char *refer; /* keyref: name of the key it points into; NULL for key and unique */
    int key; /* keyref: index of that key */
} hj_constraint;

typedef struct hj_model {
    const char *root, *ns;
    hj_complex *top; /* its only child is the root element */
    hj_constraint *constraints;
    int constraints_n;
    const char *bad; /* a constraint that selects nothing we understand; NULL when all is well */
} hj_model;

/* As hj_xml_read(), but elements and attributes only: no text, no xs:annotation. */
xmlDoc *hj_xml_read_schema(const char *path, hj_arena *arena, hj_diags *diags);

/* schema: a whole XSD document, includes merged. */
hj_model *hj_case_model(xmlDoc *schema, const char *root, hj_arena *arena);
const hj_child *hj_case_child(const hj_complex *type, const char *name);
const hj_simple *hj_case_attribute(const hj_complex *type, const char *name);
/* The declaration of an element of a document; NULL when the schema does not know it. */
const hj_child *hj_case_declaration(const hj_model *model, const xmlNode *element);

/* One message of the validator in plain words. */
void hj_case_explain(const hj_model *model, hj_xml_error error, const char *file, hj_arena *arena,
                     hj_diags *diags);
/* What XSD cannot say (see hj_complex), and that every id is one and every reference has one. */
void hj_case_check_more(const hj_model *model, xmlDoc *doc, const char *file, hj_arena *arena,
                        hj_diags *diags);

#endif
