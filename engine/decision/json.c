/* The record as JSON.
 *
 * The hard idea: one general mapping, so that the two forms can never drift apart. An element is an
 * object: its attributes are strings, its child elements are arrays under their names (document
 * order within a name), its own text is "tekst". Element and attribute names are distinct in the
 * record, except tekst, which then is the array. */
#include <libxml/tree.h>
#include <string.h>

#include "decision/decision.h"

static void pad(hj_buf *out, int depth)
{
    hj_buf_char(out, '\n');
    for (int i = 0; i < depth; i++)
        hj_buf_char(out, ' ');
}

static bool seen_before(const xmlNode *node)
{
    for (const xmlNode *p = node->prev; p; p = p->prev)
        if (p->type == XML_ELEMENT_NODE && xmlStrEqual(p->name, node->name))
            return true;
    return false;
}

static void object(hj_buf *out, const xmlNode *node, int depth)
{
    bool comma = false;
    hj_buf_char(out, '{');
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        hj_buf_str(out, comma ? ", " : "");
        hj_buf_json(out, (const char *)a->name);
        hj_buf_str(out, ": ");
        const xmlNode *value = a->children;
        hj_buf_json(out, value && value->content ? (const char *)value->content : "");
        comma = true;
    }
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE && c->content && !xmlIsBlankNode((xmlNode *)c)) {
            hj_buf_str(out, comma ? ", \"tekst\": " : "\"tekst\": ");
            hj_buf_json(out, (const char *)c->content);
            comma = true;
            continue;
        }
        if (c->type != XML_ELEMENT_NODE || seen_before(c))
            continue;
        hj_buf_str(out, comma ? "," : "");
        comma = true;
        pad(out, depth + 1);
        hj_buf_json(out, (const char *)c->name);
        hj_buf_str(out, ": [");
        bool first = true;
        for (const xmlNode *s = c; s; s = s->next) {
            if (s->type != XML_ELEMENT_NODE || !xmlStrEqual(s->name, c->name))
                continue;
            hj_buf_str(out, first ? "" : ",");
            first = false;
            pad(out, depth + 2);
            object(out, s, depth + 2);
        }
        hj_buf_char(out, ']');
    }
    hj_buf_char(out, '}');
}

void hj_record_json(const hj_record *record, hj_buf *out)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)record->xml);
    if (root)
        object(out, root, 0);
    hj_buf_char(out, '\n');
}
