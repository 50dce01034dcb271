/* What XSD cannot say, and who points to whom.
 *
 * One walk over the document beside its model. Identity constraints (key, keyref, unique) stand in
 * the XSD for everyone to read, but are checked here: libxml2 runs every selector as a stream over
 * every node, and then tells only the line. Here each selector was resolved to its element when the
 * schema was loaded, so the walk just gathers the values and compares them at the end. */
#include <stdlib.h>
#include <string.h>

#include "case/internal.h"

typedef struct gathered {
    int constraint;
    size_t order;
    const char *value;
    const xmlAttr *attribute;
} gathered;

typedef struct checking {
    const hj_model *model;
    const char *file;
    hj_arena *arena;
    hj_diags *diags;
    gathered *all;
    size_t n, cap;
    bool full; /* so much is wrong that no more is looked for */
} checking;

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

static void gather(checking *t, const xmlNode *node, const hj_mark *mark)
{
    const char *field = t->model->constraints[mark->constraint].field;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (strcmp((const char *)a->name, field) != 0 || !a->children || !a->children->content)
            continue;
        if (t->n == t->cap) {
            t->cap = t->cap ? t->cap * 2 : 64;
            t->all = realloc(t->all, t->cap * sizeof *t->all);
            if (!t->all)
                abort();
        }
        t->all[t->n] = (gathered){mark->constraint, t->n, (const char *)a->children->content, a};
        t->n++;
    }
}

static int by_value(const void *a, const void *b)
{
    const gathered *x = a, *y = b;
    if (x->constraint != y->constraint)
        return x->constraint < y->constraint ? -1 : 1;
    int order = strcmp(x->value, y->value);
    return order ? order : x->order < y->order ? -1 : 1;
}

static int by_key(const void *a, const void *b)
{
    const gathered *x = a, *y = b;
    if (x->constraint != y->constraint)
        return x->constraint < y->constraint ? -1 : 1;
    return strcmp(x->value, y->value);
}

static int by_order(const void *a, const void *b)
{
    const gathered *const *x = a, *const *y = b;
    return (*x)->order < (*y)->order ? -1 : 1;
}

static void tell_identity(checking *t, const gathered *g)
{
    const hj_constraint *k = &t->model->constraints[g->constraint];
    hj_place place = hj_xml_place(g->attribute, t->file, t->arena);
    if (!k->refer) {
        hj_error(t->diags, "HJ-CASE-051", place, "this '%s' is used more than once", k->field);
    } else if (strcmp(k->refer, "id") == 0) {
        hj_error(t->diags, "HJ-CASE-050", place,
                 "'%s' points to an id that nothing in the file has", k->field);
        hj_hint(t->diags, "give it the id of one that is, or add the one that is missing");
    } else {
        hj_error(t->diags, "HJ-CASE-050", place,
                 "'%s' points to an id that no '%s' in the file has", k->field, k->refer);
        hj_hint(t->diags, "give it the id of one that is, or add the one that is missing");
    }
}

/* Sorted by constraint and value, a double stands beside its twin and a reference is found by
 * halving; what is wrong is told in document order. */
static void check_identity(checking *t)
{
    const gathered **wrong = malloc((t->n + 1) * sizeof *wrong);
    size_t wrong_n = 0;
    if (!wrong)
        abort();
    if (t->n)
        qsort(t->all, t->n, sizeof *t->all, by_value);
    for (size_t i = 0; i < t->n; i++) {
        const gathered *g = &t->all[i];
        const hj_constraint *k = &t->model->constraints[g->constraint];
        gathered key = {.constraint = k->key, .value = g->value};
        bool bad = k->refer ? !bsearch(&key, t->all, t->n, sizeof key, by_key)
                            : i && by_key(g - 1, g) == 0;
        if (bad)
            wrong[wrong_n++] = g;
    }
    if (wrong_n)
        qsort(wrong, wrong_n, sizeof *wrong, by_order);
    for (size_t i = 0; i < wrong_n && i < 2 * HJ_LIMIT_DIAGS; i++)
        tell_identity(t, wrong[i]);
    free(wrong);
}

/* The attribute of node when node is such a child; NULL when it has none. */
static const xmlAttr *named(const xmlNode *node, const char *child, const char *name)
{
    if (node->type != XML_ELEMENT_NODE || strcmp(name_of(node), child) != 0)
        return NULL;
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (strcmp((const char *)a->name, name) == 0 && a->children && a->children->content)
            return a;
    return NULL;
}

static const char *attribute_value(const xmlNode *node, const char *name, hj_arena *arena)
{
    xmlChar *v = xmlGetNoNsProp((xmlNode *)node, BAD_CAST name);
    const char *copy = v ? hj_arena_strdup(arena, (char *)v) : NULL;
    xmlFree(v);
    return copy;
}

static void check_choice(checking *t, const xmlNode *node, const char *const *names, bool needed)
{
    int given = 0;
    for (const xmlAttr *a = node->properties; a; a = a->next)
        for (int i = 0; names[i]; i++)
            given += strcmp((const char *)a->name, names[i]) == 0;
    if (given == 1 || (given == 0 && !needed))
        return;
    hj_buf all = {0};
    for (int i = 0; names[i]; i++)
        hj_buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    hj_place place = hj_xml_place(node, t->file, t->arena);
    if (given > 1) {
        hj_error(t->diags, "HJ-CASE-060", place, "'%s' can have only one of: %s", name_of(node),
                 all.data);
    } else {
        hj_error(t->diags, "HJ-CASE-061", place, "'%s' needs one of: %s", name_of(node), all.data);
        hj_hint(t->diags, "a fact nobody knows is written with kjent=\"ikke_oppgitt\"");
    }
    hj_buf_free(&all);
}

/* Two answers to one question: whichever were taken, the other would be ignored. */
static void check_distinct(checking *t, const xmlNode *node, const char *child, const char *name)
{
    for (const xmlNode *c = node->children; c; c = c->next) {
        const xmlAttr *mine = named(c, child, name);
        const xmlNode *p = mine ? c->prev : NULL;
        for (; p; p = p->prev) {
            const xmlAttr *other = named(p, child, name);
            if (other && xmlStrEqual(mine->children->content, other->children->content))
                break;
        }
        if (!p)
            continue;
        hj_error(t->diags, "HJ-CASE-064", hj_xml_place(c, t->file, t->arena),
                 "there is already a '%s' with this '%s'", child, name);
        hj_hint(t->diags, "the other one is in line %d; keep the one that is right",
                hj_xml_place(p, t->file, t->arena).line);
    }
}

/* The same word in two lists: a complaints body may be for several regimes. */
static bool share_word(const char *a, const char *b)
{
    for (size_t n; *a; a += n + strspn(a + n, " ")) {
        n = strcspn(a, " ");
        for (size_t m, at = 0; b[at]; at += m + strspn(b + at + m, " ")) {
            m = strcspn(b + at, " ");
            if (m == n && n && memcmp(a, b + at, n) == 0)
                return true;
        }
    }
    return false;
}

typedef struct period { /* ISO dates compare as text; NULL is open */
    const xmlNode *node;
    const char *key, *from, *to;
} period;

static bool meets(const period *a, const period *b)
{
    return !(a->to && b->from && strcmp(a->to, b->from) <= 0)
        && !(b->to && a->from && strcmp(b->to, a->from) <= 0);
}

/* What changes with time has one edition a day: two at once and one would be taken unseen; days
 * without any are told, for then nothing is. */
static void check_editions(checking *t, const xmlNode *node, const char *const *names)
{
    period *all = NULL;
    size_t n = 0, cap = 0;
    for (const xmlNode *c = node->children; c; c = c->next) {
        const xmlAttr *key = named(c, names[0], names[1]);
        if (!key)
            continue;
        if (n == cap) {
            period *more = HJ_ARRAY(t->arena, cap ? 2 * cap : 16, period);
            if (n)
                memcpy(more, all, n * sizeof *more);
            all = more;
            cap = cap ? 2 * cap : 16;
        }
        all[n++] = (period){c, (const char *)key->children->content,
                            attribute_value(c, names[2], t->arena),
                            attribute_value(c, names[3], t->arena)};
    }
    for (size_t i = 0; i < n; i++) {
        const period *p = &all[i], *before = NULL;
        size_t k = 0;
        while (k < i && !(share_word(p->key, all[k].key) && meets(p, &all[k])))
            k++;
        if (k < i) {
            hj_error(t->diags, "HJ-CASE-065", hj_xml_place(p->node, t->file, t->arena),
                     "two '%s' with the same '%s' hold on the same day", names[0], names[1]);
            hj_hint(t->diags, "the other one is in line %d; give one of them '%s'",
                    hj_xml_place(all[k].node, t->file, t->arena).line, names[3]);
            continue;
        }
        for (size_t m = 0; p->from && m < n; m++)
            if (m != i && all[m].to && strcmp(all[m].to, p->from) <= 0
                && share_word(p->key, all[m].key)
                && (!before || strcmp(all[m].to, before->to) > 0))
                before = &all[m];
        if (before && strcmp(before->to, p->from) < 0)
            hj_warning(t->diags, "HJ-CASE-066", hj_xml_place(p->node, t->file, t->arena),
                       "no '%s' with this '%s' holds from %s to %s", names[0], names[1], before->to,
                       p->from);
    }
}

static void check_one(checking *t, const xmlNode *node, const hj_complex *type)
{
    if (type->exactly_one)
        check_choice(t, node, type->exactly_one, true);
    if (type->at_most_one)
        check_choice(t, node, type->at_most_one, false);
    for (int i = 0; type->order && type->order[i] && type->order[i + 1]; i += 2) {
        const char *from = attribute_value(node, type->order[i], t->arena);
        const char *to = attribute_value(node, type->order[i + 1], t->arena);
        if (from && to && strcmp(from, to) > 0)
            hj_error(t->diags, "HJ-CASE-062", hj_xml_place(node, t->file, t->arena),
                     "'%s' is after '%s'", type->order[i], type->order[i + 1]);
    }
    for (int i = 0; type->distinct && type->distinct[i] && type->distinct[i + 1]; i += 2)
        check_distinct(t, node, type->distinct[i], type->distinct[i + 1]);
    for (int i = 0; type->editions && type->editions[i] && type->editions[i + 1]
         && type->editions[i + 2] && type->editions[i + 3]; i += 4)
        check_editions(t, node, type->editions + i);
    if (type->max_chars) {
        size_t bytes = 0; /* cheap and enough, most of the time */
        for (const xmlNode *c = node->children; c; c = c->next)
            bytes += c->type == XML_TEXT_NODE ? strlen((const char *)c->content)
                                              : (size_t)type->max_chars;
        if (bytes <= (size_t)type->max_chars)
            return;
        xmlChar *text = xmlNodeGetContent(node);
        if (text && hj_utf8_count((char *)text, strlen((char *)text)) > (size_t)type->max_chars)
            hj_error(t->diags, "HJ-CASE-063", hj_xml_place(node, t->file, t->arena),
                     "'%s' is longer than %d characters", name_of(node), type->max_chars);
        xmlFree(text);
    }
}

static void check_tree(checking *t, const xmlNode *node, const hj_child *declared)
{
    if (!declared || !declared->complex || t->full)
        return;
    for (const hj_mark *m = declared->marks; m; m = m->next)
        gather(t, node, m);
    check_one(t, node, declared->complex);
    t->full = t->diags->errors > 2 * HJ_LIMIT_DIAGS;
    const hj_complex *type = declared->complex;
    size_t at = 0; /* elements come in the schema's order: look where the last one was */
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        while (at < type->children_n && strcmp(type->children[at].name, name_of(c)) != 0)
            at++;
        if (at < type->children_n) {
            check_tree(t, c, &type->children[at]);
        } else {
            at = 0;
            check_tree(t, c, hj_case_child(type, name_of(c)));
        }
    }
}

void hj_case_check_more(const hj_model *model, xmlDoc *doc, const char *file, hj_arena *arena,
                        hj_diags *diags)
{
    checking t = {.model = model, .file = file, .arena = arena, .diags = diags};
    const xmlNode *root = xmlDocGetRootElement(doc);
    check_tree(&t, root, hj_case_child(model->top, name_of(root)));
    if (!t.full)
        check_identity(&t);
    free(t.all);
}
