/* Elements and attributes, looked up by name. */
#include "base/element.h"

#include <string.h>

bool hj_element_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

const xmlNode *hj_element_next(const xmlNode *from, const char *name)
{
    while (from && !hj_element_is(from, name))
        from = from->next;
    return from;
}

const char *hj_attribute_if(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node ? node->properties : NULL; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

const char *hj_attribute(const xmlNode *node, const char *name)
{
    const char *value = hj_attribute_if(node, name);
    return value ? value : "";
}

const char *hj_attribute_copy(const xmlNode *node, const char *name, hj_arena *arena)
{
    const char *value = hj_attribute(node, name);
    return *value ? hj_arena_strdup(arena, value) : NULL;
}
