/* XML elements as every stage reads them: by local name, attributes without a namespace.
 *
 * What is returned points into the tree and lives as long as it. The trees have no entity nodes
 * (no document type is let in), so an attribute's value is one text node. */
#ifndef HJ_BASE_ELEMENT_H
#define HJ_BASE_ELEMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/arena.h"

bool hj_element_is(const xmlNode *node, const char *name); /* an element of that name */
/* from, or the first after it among its siblings, of that name; NULL when none, or no from. */
const xmlNode *hj_element_next(const xmlNode *from, const char *name);

/* An attribute's value; node may be NULL. */
const char *hj_attribute(const xmlNode *node, const char *name); /* "" when there is none */
const char *hj_attribute_if(const xmlNode *node, const char *name); /* NULL when there is none */
/* A copy; NULL when there is none, or nothing in it. */
const char *hj_attribute_copy(const xmlNode *node, const char *name, hj_arena *arena);

#endif
