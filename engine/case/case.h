/* case/: from bytes to a checked document.
 *
 * Owns: the hardened libxml2 reader, the table root element -> schema (schemas.c, data), the XSDs
 * in engine/case/xsd/ (sak, kommune, moete, prosjekt).
 * Refuses: DTDs, entities, network, XInclude, too big, too deep, unknown root elements, anything
 * the schema does not know; impossible dates. Every refusal names file:line and what was expected.
 * A schema message is translated into plain words with a "did you mean" where a name is near. */
#ifndef HJ_CASE_H
#define HJ_CASE_H

#include "base/base.h"

typedef struct hj_schemas hj_schemas; /* each compiled once per engine handle */
/* dir: folder of the XSDs; NULL and diagnostics when one is missing. Each is compiled when the
 * first document of its kind is read. */
hj_schemas *hj_schemas_load(const char *dir, hj_diags *diags);
/* Compiles them all now. */
bool hj_schemas_check(const hj_schemas *schemas, hj_diags *diags);
void hj_schemas_free(hj_schemas *schemas);

typedef struct hj_document {
    const char *file; /* as given; "-" for stdin */
    const char *kind; /* root element's local name: sak, moete, prosjekt, kommune */
    void *xml; /* xmlDoc *, freed with the arena */
    const char *bytes; /* the file itself; NULL when it was not made from one */
    size_t len;
} hj_document;

/* Parses without a DTD, entities or network. For any XML: cases, catalogues, FO, SVG. An xmlDoc *
 * freed with the arena, or NULL with diagnostics. Lines above 65535 are kept (big lines). */
void *hj_xml_read(const char *path, size_t cap, hj_arena *arena, hj_diags *diags);
/* Only the root element's name and namespace; the rest is not read and may be broken. False when
 * there is none to be seen. Nothing is told. */
bool hj_xml_root(const char *path, hj_arena *arena, const char **name, const char **ns);
void *hj_xml_parse(const char *bytes, size_t n, const char *name, hj_arena *arena,
                   hj_diags *diags);

/* Reads and validates one document. NULL with diagnostics when it may not be used. */
hj_document *hj_document_read(const hj_schemas *schemas, const char *path, hj_arena *arena,
                              hj_diags *diags);
/* The same from bytes, which live as long as arena; name is what messages call them. */
hj_document *hj_document_parse(const hj_schemas *schemas, const char *bytes, size_t n,
                               const char *name, hj_arena *arena, hj_diags *diags);

/* The line of a node (xmlNode *), and its path as /sak/tjenester/tjeneste[2]/omfang. In arena. */
hj_place hj_xml_place(const void *node, const char *file, hj_arena *arena);

#endif
