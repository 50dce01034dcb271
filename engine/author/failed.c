/* What a person needs beside «expected, found»: the facts as the test took them, and what each
 * condition came out as, with its line. Told of each post the record has, briefly. */
#include <libxml/tree.h>
#include <string.h>

#include "author/internal.h"
#include "base/element.h"

#define attr hj_attribute
#define is hj_element_is

enum { DEEPEST = 200, MOST_CONDITIONS = 40, MOST_FACTS = 100 };

typedef struct failure {
    hj_test_runner *r;
    const char *facts[MOST_FACTS]; /* told already */
    size_t n_facts;
    int conditions;
} failure;

static void tell_fact(failure *f, const xmlNode *fact)
{
    const char *name = attr(fact, "navn");
    for (size_t i = 0; i < f->n_facts; i++)
        if (strcmp(f->facts[i], name) == 0)
            return;
    if (f->n_facts == MOST_FACTS)
        return;
    const char *known = attr(fact, "kjent");
    hj_buf_printf(&f->r->why, "%s%s = %s", f->n_facts ? ", " : "", name,
                  strcmp(known, "ja") == 0 ? attr(fact, "verdi")
                  : strcmp(known, "ikke_oppgitt") == 0 ? "ukjent" : known);
    f->facts[f->n_facts++] = name;
}

static void facts(failure *f, const xmlNode *node, int depth)
{
    for (const xmlNode *n = node->children; n && depth < DEEPEST; n = n->next) {
        if (is(n, "faktum"))
            tell_fact(f, n);
        if (n->type == XML_ELEMENT_NODE)
            facts(f, n, depth + 1);
    }
}

/* A condition that is not made of others. */
static bool is_leaf(const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next)
        if (is(n, "uttrykk") || is(n, "vilkaar"))
            return false;
    return is(node, "uttrykk");
}

static void conditions(failure *f, const xmlNode *node, int depth)
{
    for (const xmlNode *n = node->children; n && depth < DEEPEST; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (is_leaf(n) && f->conditions++ < MOST_CONDITIONS)
            hj_buf_printf(&f->r->why, "  %-6s %s  (%s:%s)\n", attr(n, "utfall"), attr(n, "vis"),
                          attr(n, "fil"), attr(n, "linje"));
        if (is(n, "uttrykk") || is(n, "vilkaar") || is(n, "unntak") || is(n, "delvis"))
            conditions(f, n, depth + 1);
    }
}

void hj_test_tell(hj_test_runner *r, const hj_record *record)
{
    const xmlNode *root = record ? xmlDocGetRootElement((xmlDoc *)record->xml) : NULL;
    for (const xmlNode *p = root ? root->children : NULL; p; p = p->next) {
        if (!is(p, "post"))
            continue;
        failure f = {.r = r};
        hj_buf_printf(&r->why, "%s: ", attr(p, "id"));
        facts(&f, p, 0);
        hj_buf_char(&r->why, '\n');
        conditions(&f, p, 0);
    }
}
