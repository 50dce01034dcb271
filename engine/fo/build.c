/* The tree of formatting objects.
 *
 * The hard idea: what may stand in what is a table of sets (XSL 1.1 chapter 6, the content
 * models as parameter entities), so that a misplaced object is named where it stands and is
 * never half laid out somewhere else. */
#include <libxml/tree.h>
#include <string.h>

#include "fo/value.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"
#define HJFO_NS "urn:hjemmel:fo:1"

#define B(type) ((uint64_t)1 << (type))
#define BLOCKS (B(HJ_FO_BLOCK) | B(HJ_FO_BLOCK_CONTAINER) | B(HJ_FO_TABLE)                 \
                | B(HJ_FO_TABLE_AND_CAPTION) | B(HJ_FO_LIST_BLOCK))
#define INLINES (B(HJ_FO_TEXT) | B(HJ_FO_INLINE) | B(HJ_FO_CHARACTER) | B(HJ_FO_BIDI_OVERRIDE) \
                 | B(HJ_FO_EXTERNAL_GRAPHIC) | B(HJ_FO_INSTREAM_FOREIGN_OBJECT)                \
                 | B(HJ_FO_PAGE_NUMBER) | B(HJ_FO_PAGE_NUMBER_CITATION)                        \
                 | B(HJ_FO_PAGE_NUMBER_CITATION_LAST) | B(HJ_FO_LEADER) | B(HJ_FO_BASIC_LINK)  \
                 | B(HJ_FO_INLINE_CONTAINER))
#define NEUTRAL (B(HJ_FO_WRAPPER) | B(HJ_FO_RETRIEVE_MARKER) | B(HJ_FO_RETRIEVE_TABLE_MARKER)  \
                 | B(HJ_FO_MARKER) | B(HJ_FO_FLOAT) | B(HJ_FO_FOOTNOTE)                        \
                 | B(HJ_FO_INITIAL_PROPERTY_SET))
#define MIXED (BLOCKS | INLINES | NEUTRAL)
#define TABLE_PARTS (B(HJ_FO_MARKER) | B(HJ_FO_WRAPPER))

static const struct object {
    const char *name;
    uint64_t children;
    bool text; /* character data is content here */
    bool supported;
} objects[HJ_FO_TYPES] = {
    [HJ_FO_TEXT] = {"#text", 0, false, true},
    [HJ_FO_ROOT] = {"root", B(HJ_FO_LAYOUT_MASTER_SET) | B(HJ_FO_DECLARATIONS)
                    | B(HJ_FO_BOOKMARK_TREE) | B(HJ_FO_PAGE_SEQUENCE), false, true},
    [HJ_FO_LAYOUT_MASTER_SET] = {"layout-master-set", B(HJ_FO_SIMPLE_PAGE_MASTER)
                                 | B(HJ_FO_PAGE_SEQUENCE_MASTER), false, true},
    [HJ_FO_SIMPLE_PAGE_MASTER] = {"simple-page-master", B(HJ_FO_REGION_BODY)
                                  | B(HJ_FO_REGION_BEFORE) | B(HJ_FO_REGION_AFTER)
                                  | B(HJ_FO_REGION_START) | B(HJ_FO_REGION_END), false, true},
    [HJ_FO_PAGE_SEQUENCE_MASTER] = {"page-sequence-master",
                                    B(HJ_FO_SINGLE_PAGE_MASTER_REFERENCE)
                                    | B(HJ_FO_REPEATABLE_PAGE_MASTER_REFERENCE)
                                    | B(HJ_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES), false, true},
    [HJ_FO_SINGLE_PAGE_MASTER_REFERENCE] = {"single-page-master-reference", 0, false, true},
    [HJ_FO_REPEATABLE_PAGE_MASTER_REFERENCE] = {"repeatable-page-master-reference", 0, false, true},
    [HJ_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES] = {"repeatable-page-master-alternatives",
                                                   B(HJ_FO_CONDITIONAL_PAGE_MASTER_REFERENCE),
                                                   false, true},
    [HJ_FO_CONDITIONAL_PAGE_MASTER_REFERENCE] = {"conditional-page-master-reference", 0, false, true},
    [HJ_FO_REGION_BODY] = {"region-body", 0, false, true},
    [HJ_FO_REGION_BEFORE] = {"region-before", 0, false, true},
    [HJ_FO_REGION_AFTER] = {"region-after", 0, false, true},
    [HJ_FO_REGION_START] = {"region-start", 0, false, true},
    [HJ_FO_REGION_END] = {"region-end", 0, false, true},
    [HJ_FO_DECLARATIONS] = {"declarations", 0, false, true},
    [HJ_FO_BOOKMARK_TREE] = {"bookmark-tree", B(HJ_FO_BOOKMARK), false, true},
    [HJ_FO_BOOKMARK] = {"bookmark", B(HJ_FO_BOOKMARK_TITLE) | B(HJ_FO_BOOKMARK), false, true},
    [HJ_FO_BOOKMARK_TITLE] = {"bookmark-title", B(HJ_FO_TEXT), true, true},
    [HJ_FO_PAGE_SEQUENCE] = {"page-sequence", B(HJ_FO_TITLE) | B(HJ_FO_STATIC_CONTENT)
                             | B(HJ_FO_FLOW), false, true},
    [HJ_FO_TITLE] = {"title", INLINES | B(HJ_FO_WRAPPER), true, true},
    [HJ_FO_STATIC_CONTENT] = {"static-content", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_FLOW] = {"flow", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_BLOCK] = {"block", MIXED, true, true},
    [HJ_FO_BLOCK_CONTAINER] = {"block-container", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_INLINE] = {"inline", MIXED, true, true},
    [HJ_FO_INLINE_CONTAINER] = {"inline-container", BLOCKS | NEUTRAL, false, false},
    [HJ_FO_CHARACTER] = {"character", 0, false, true},
    [HJ_FO_WRAPPER] = {"wrapper", MIXED | B(HJ_FO_TABLE_ROW) | B(HJ_FO_TABLE_CELL)
                       | B(HJ_FO_LIST_ITEM), true, true},
    [HJ_FO_BIDI_OVERRIDE] = {"bidi-override", MIXED, true, true},
    [HJ_FO_INITIAL_PROPERTY_SET] = {"initial-property-set", 0, false, false},
    [HJ_FO_EXTERNAL_GRAPHIC] = {"external-graphic", 0, false, true},
    [HJ_FO_INSTREAM_FOREIGN_OBJECT] = {"instream-foreign-object", 0, false, true},
    [HJ_FO_PAGE_NUMBER] = {"page-number", 0, false, true},
    [HJ_FO_PAGE_NUMBER_CITATION] = {"page-number-citation", 0, false, true},
    [HJ_FO_PAGE_NUMBER_CITATION_LAST] = {"page-number-citation-last", 0, false, true},
    [HJ_FO_LEADER] = {"leader", INLINES, true, true},
    [HJ_FO_BASIC_LINK] = {"basic-link", MIXED, true, true},
    [HJ_FO_TABLE] = {"table", B(HJ_FO_TABLE_COLUMN) | B(HJ_FO_TABLE_HEADER) | B(HJ_FO_TABLE_FOOTER)
                     | B(HJ_FO_TABLE_BODY) | B(HJ_FO_MARKER), false, true},
    [HJ_FO_TABLE_AND_CAPTION] = {"table-and-caption", B(HJ_FO_TABLE_CAPTION) | B(HJ_FO_TABLE)
                                 | B(HJ_FO_MARKER), false, true},
    [HJ_FO_TABLE_CAPTION] = {"table-caption", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_TABLE_COLUMN] = {"table-column", 0, false, true},
    [HJ_FO_TABLE_HEADER] = {"table-header", B(HJ_FO_TABLE_ROW) | B(HJ_FO_TABLE_CELL) | TABLE_PARTS,
                            false, true},
    [HJ_FO_TABLE_FOOTER] = {"table-footer", B(HJ_FO_TABLE_ROW) | B(HJ_FO_TABLE_CELL) | TABLE_PARTS,
                            false, true},
    [HJ_FO_TABLE_BODY] = {"table-body", B(HJ_FO_TABLE_ROW) | B(HJ_FO_TABLE_CELL) | TABLE_PARTS,
                          false, true},
    [HJ_FO_TABLE_ROW] = {"table-row", B(HJ_FO_TABLE_CELL) | TABLE_PARTS, false, true},
    [HJ_FO_TABLE_CELL] = {"table-cell", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_LIST_BLOCK] = {"list-block", B(HJ_FO_LIST_ITEM) | TABLE_PARTS, false, true},
    [HJ_FO_LIST_ITEM] = {"list-item", B(HJ_FO_LIST_ITEM_LABEL) | B(HJ_FO_LIST_ITEM_BODY)
                         | B(HJ_FO_MARKER), false, true},
    [HJ_FO_LIST_ITEM_LABEL] = {"list-item-label", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_LIST_ITEM_BODY] = {"list-item-body", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_FOOTNOTE] = {"footnote", B(HJ_FO_INLINE) | B(HJ_FO_FOOTNOTE_BODY), false, true},
    [HJ_FO_FOOTNOTE_BODY] = {"footnote-body", BLOCKS | NEUTRAL, false, true},
    [HJ_FO_FLOAT] = {"float", BLOCKS, false, false},
    [HJ_FO_MARKER] = {"marker", MIXED, true, true},
    [HJ_FO_RETRIEVE_MARKER] = {"retrieve-marker", 0, false, true},
    [HJ_FO_RETRIEVE_TABLE_MARKER] = {"retrieve-table-marker", 0, false, true},
};

/* Objects of XSL 1.1 that are known by name and refused, in order of their names. */
static const char *const refused[] = {
    "change-bar-begin", "change-bar-end", "color-profile", "flow-assignment", "flow-map",
    "flow-name-specifier", "flow-source-list", "flow-target-list", "folio-prefix", "folio-suffix",
    "index-key-reference", "index-page-citation-list", "index-page-citation-list-separator",
    "index-page-citation-range-separator", "index-page-number-prefix", "index-page-number-suffix",
    "index-range-begin", "index-range-end", "multi-case", "multi-properties", "multi-property-set",
    "multi-switch", "multi-toggle", "page-sequence-wrapper", "region-name-specifier",
    "scaling-value-citation", "static-content-specifier",
};

const char *hj_fo_type_name(hj_fo_type type)
{
    static const char *const names[HJ_FO_TYPES] = {
        "#text", "fo:root", "fo:layout-master-set", "fo:simple-page-master",
        "fo:page-sequence-master", "fo:single-page-master-reference",
        "fo:repeatable-page-master-reference", "fo:repeatable-page-master-alternatives",
        "fo:conditional-page-master-reference", "fo:region-body", "fo:region-before",
        "fo:region-after", "fo:region-start", "fo:region-end", "fo:declarations",
        "fo:bookmark-tree", "fo:bookmark", "fo:bookmark-title", "fo:page-sequence", "fo:title",
        "fo:static-content", "fo:flow", "fo:block", "fo:block-container", "fo:inline",
        "fo:inline-container", "fo:character", "fo:wrapper", "fo:bidi-override",
        "fo:initial-property-set", "fo:external-graphic", "fo:instream-foreign-object",
        "fo:page-number", "fo:page-number-citation", "fo:page-number-citation-last", "fo:leader",
        "fo:basic-link", "fo:table", "fo:table-and-caption", "fo:table-caption",
        "fo:table-column", "fo:table-header", "fo:table-footer", "fo:table-body", "fo:table-row",
        "fo:table-cell", "fo:list-block", "fo:list-item", "fo:list-item-label",
        "fo:list-item-body", "fo:footnote", "fo:footnote-body", "fo:float", "fo:marker",
        "fo:retrieve-marker", "fo:retrieve-table-marker",
    };
    return (unsigned)type < HJ_FO_TYPES ? names[type] : "?";
}

bool hj_fo_object_supported(hj_fo_type type)
{
    return objects[type].supported;
}

const char *const *hj_fo_refused_objects(size_t *n)
{
    *n = HJ_COUNT(refused);
    return refused;
}

static int find_type(const char *name)
{
    /* Perfect enough: the first letters differ early, and a document has few distinct names. */
    static uint8_t hashed[256];
    static bool ready;
    if (!ready) {
        for (int t = 1; t < HJ_FO_TYPES; t++) {
            unsigned h = 5381;
            for (const char *p = objects[t].name; *p; p++)
                h = h * 33 + (unsigned char)*p;
            while (hashed[h % 256])
                h++;
            hashed[h % 256] = (uint8_t)t;
        }
        ready = true;
    }
    unsigned h = 5381;
    for (const char *p = name; *p; p++)
        h = h * 33 + (unsigned char)*p;
    for (; hashed[h % 256]; h++)
        if (strcmp(objects[hashed[h % 256]].name, name) == 0)
            return hashed[h % 256];
    return -1;
}

typedef struct ids { /* open addressing; grows by doubling */
    const hj_fo_node **slots;
    size_t n, cap;
} ids;

typedef struct walk {
    hj_fo_builder b;
    ids ids;
    bool full;
} walk;

static bool blank(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\r\n", s[i]) || !s[i])
            return false;
    return true;
}

static void remember_id(walk *w, hj_fo_node *node)
{
    ids *t = &w->ids;
    if ((t->n + 1) * 2 > t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 64;
        const hj_fo_node **slots = HJ_ARRAY(w->b.arena, cap, const hj_fo_node *);
        for (size_t i = 0; i < t->cap; i++) {
            if (!t->slots[i])
                continue;
            uint32_t h = 5381;
            for (const char *p = t->slots[i]->id; *p; p++)
                h = h * 33 + (unsigned char)*p;
            while (slots[h & (cap - 1)])
                h++;
            slots[h & (cap - 1)] = t->slots[i];
        }
        t->slots = slots;
        t->cap = cap;
    }
    uint32_t h = 5381;
    for (const char *p = node->id; *p; p++)
        h = h * 33 + (unsigned char)*p;
    for (; t->slots[h & (t->cap - 1)]; h++) {
        const hj_fo_node *other = t->slots[h & (t->cap - 1)];
        if (strcmp(other->id, node->id) == 0) {
            hj_fo_refuse(&w->b, "HJ-FO-020", node,
                         "%s: the id '%s' is used before, on line %d", hj_fo_type_name(node->type),
                         node->id, other->place.line);
            node->id = NULL;
            return;
        }
    }
    t->slots[h & (t->cap - 1)] = node;
    t->n++;
}

/* XSL 1.1 leaves the first font family to the formatter. */
static const hj_fo_inherited *initial_values(walk *w)
{
    const char *family = w->b.tree->readings->first_family;
    if (!family)
        return &hj_fo_initial_in;
    hj_fo_inherited *in = HJ_NEW(w->b.arena, hj_fo_inherited);
    *in = hj_fo_initial_in;
    in->font_family = family;
    return in;
}

static bool is_id(const walk *w, const char *id)
{
    const ids *t = &w->ids;
    uint32_t h = 5381;
    for (const char *p = id; *p; p++)
        h = h * 33 + (unsigned char)*p;
    for (; t->cap && t->slots[h & (t->cap - 1)]; h++)
        if (strcmp(t->slots[h & (t->cap - 1)]->id, id) == 0)
            return true;
    return false;
}

/* References to objects there are none of: in documents made for others a link's text is text,
 * and a page number is a question mark. */
static void unlink_strays(walk *w, hj_fo_node *node)
{
    while (node) {
        bool cites = node->type == HJ_FO_PAGE_NUMBER_CITATION
                  || node->type == HJ_FO_PAGE_NUMBER_CITATION_LAST;
        if ((cites || node->type == HJ_FO_BASIC_LINK) && node->ref && !is_id(w, node->ref)) {
            hj_fo_refuse(&w->b, "HJ-FO-033", node, "%s refers to \"%s\", which no object is called",
                         hj_fo_type_name(node->type), node->ref);
            node->ref = NULL;
            if (cites) {
                hj_fo_raw *raw = HJ_NEW(w->b.arena, hj_fo_raw);
                *raw = *node->raw;
                raw->character = '?';
                node->raw = raw;
                node->type = HJ_FO_CHARACTER;
            } else if (!node->uri) {
                node->type = HJ_FO_INLINE;
            }
        }
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node && !node->next)
            node = node->parent;
        node = node ? node->next : NULL;
    }
}

/* Where the object came from: the stylesheet line transform/ wrote on it, else the FO line. */
static hj_place place_of(walk *w, const xmlNode *e, const hj_fo_node *parent)
{
    hj_place place = {.file = w->b.options->file, .line = (int)xmlGetLineNo((xmlNode *)e)};
    for (const xmlAttr *x = e->properties; x; x = x->next) {
        if (!x->ns || strcmp((const char *)x->ns->href, HJFO_NS) != 0 || !x->children
            || !x->children->content)
            continue;
        const char *value = (const char *)x->children->content;
        if (strcmp((const char *)x->name, "fil") == 0) {
            /* Children mostly come from the same file as their parent. */
            if (parent && parent->place.file && strcmp(parent->place.file, value) == 0)
                place.file = parent->place.file;
            else
                place.file = hj_arena_strdup(w->b.arena, value);
        } else if (strcmp((const char *)x->name, "linje") == 0) {
            int line = 0;
            for (; *value >= '0' && *value <= '9' && line < 10000000; value++)
                line = line * 10 + (*value - '0');
            place.line = line;
        }
    }
    return place;
}

static hj_fo_node *new_node(walk *w, hj_fo_type type, hj_fo_node *parent)
{
    hj_fo_node *node = HJ_NEW(w->b.arena, hj_fo_node);
    node->type = type;
    node->parent = parent;
    node->in = parent ? parent->in : initial_values(w);
    node->own = &hj_fo_initial_own;
    node->raw = &hj_fo_initial_raw;
    node->index = w->b.tree->count++;
    if (parent) {
        if (parent->last)
            parent->last->next = node;
        else
            parent->first = node;
        parent->last = node;
    }
    return node;
}

static void add_text(walk *w, hj_fo_node *parent, const xmlNode *text)
{
    const char *content = text->content ? (const char *)text->content : "";
    size_t n = strlen(content);
    if (!n || !parent)
        return;
    if (!objects[parent->type].text) {
        if (!blank(content, n))
            hj_error(w->b.diags, "HJ-FO-021", hj_fo_at(parent, w->b.diags),
                     "text may not stand directly in %s", hj_fo_type_name(parent->type));
        return;
    }
    /* White space between blocks carries nothing; keeping it would cost a node a line. */
    if (parent->type == HJ_FO_WRAPPER && blank(content, n) && parent->first
        && parent->first->type != HJ_FO_TEXT && (B(parent->first->type) & BLOCKS))
        return;
    hj_fo_node *node = new_node(w, HJ_FO_TEXT, parent);
    node->place = parent->place;
    node->text = (const char *)text->content; /* the xmlDoc outlives the tree: see hj_fo_build */
    node->text_len = n;
}

/* The text of a Dublin Core property anywhere below fo:declarations (XMP): the first item of its
 * list, or what stands in it. For documents made for other tools. */
static const char *xmp(walk *w, const xmlNode *e, const char *property, int depth)
{
    for (const xmlNode *c = e->children; c && depth < 20; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        const char *below = NULL;
        if (c->ns && strcmp((const char *)c->ns->href, "http://purl.org/dc/elements/1.1/") == 0
            && strcmp((const char *)c->name, property) == 0) {
            const xmlNode *item = c;
            for (const xmlNode *in; (in = xmlFirstElementChild((xmlNode *)item)) && depth < 20;
                 depth++)
                item = in; /* rdf:Alt, rdf:Bag, rdf:li */
            xmlChar *text = xmlNodeGetContent((xmlNode *)item);
            const char *start = (const char *)text;
            size_t n = strlen(start);
            while (n && strchr(" \t\r\n", *start))
                start++, n--;
            while (n && strchr(" \t\r\n", start[n - 1]))
                n--;
            below = n ? hj_arena_strndup(w->b.arena, start, n) : NULL;
            xmlFree(text);
        } else {
            below = xmp(w, c, property, depth + 1);
        }
        if (below)
            return below;
    }
    return NULL;
}

static void required(walk *w, const hj_fo_node *node)
{
    const char *missing = NULL;
    switch (node->type) {
    case HJ_FO_SIMPLE_PAGE_MASTER:
    case HJ_FO_PAGE_SEQUENCE_MASTER: missing = node->name ? NULL : "master-name"; break;
    case HJ_FO_PAGE_SEQUENCE:
    case HJ_FO_SINGLE_PAGE_MASTER_REFERENCE:
    case HJ_FO_REPEATABLE_PAGE_MASTER_REFERENCE:
    case HJ_FO_CONDITIONAL_PAGE_MASTER_REFERENCE:
        missing = node->ref ? NULL : "master-reference";
        break;
    case HJ_FO_STATIC_CONTENT:
    case HJ_FO_FLOW: missing = node->name ? NULL : "flow-name"; break;
    case HJ_FO_PAGE_NUMBER_CITATION:
    case HJ_FO_PAGE_NUMBER_CITATION_LAST: missing = node->ref ? NULL : "ref-id"; break;
    case HJ_FO_EXTERNAL_GRAPHIC: missing = node->uri ? NULL : "src"; break;
    case HJ_FO_MARKER: missing = node->name ? NULL : "marker-class-name"; break;
    case HJ_FO_RETRIEVE_MARKER:
    case HJ_FO_RETRIEVE_TABLE_MARKER: missing = node->name ? NULL : "retrieve-class-name"; break;
    case HJ_FO_CHARACTER: missing = node->raw->character ? NULL : "character"; break;
    case HJ_FO_BOOKMARK:
        missing = node->ref || node->uri ? NULL : "internal-destination";
        break;
    default: break;
    }
    if (missing)
        hj_error(w->b.diags, "HJ-FO-022", hj_fo_at(node, w->b.diags), "%s needs the property %s",
                 hj_fo_type_name(node->type), missing);
}

/* The place of an element that has no node, with the path it would have had. */
static hj_place below(walk *w, const hj_fo_node *parent, hj_place place, const char *name)
{
    hj_place at = parent ? hj_fo_at(parent, w->b.diags) : place;
    place.path = at.path && parent ? hj_arena_printf(w->b.diags->arena, "%s/%s", at.path, name)
                                   : NULL;
    return place;
}

/* As hj_fo_refuse, of an element without a node. */
#define refuse_below(w, code, parent, place, name, ...)                                          \
    ((w)->b.options->strict                                                                      \
         ? hj_error((w)->b.diags, (code), below((w), (parent), (place), (name)), __VA_ARGS__)    \
         : first_below((w), (parent), (name),                                                    \
                       hj_warning_once((w)->b.diags, (code), (place), __VA_ARGS__)))
static hj_diag *first_below(walk *w, const hj_fo_node *parent, const char *name, hj_diag *diag)
{
    if (diag)
        diag->place.path = below(w, parent, diag->place, name).path;
    return diag;
}

static const char *full_name(walk *w, const xmlNode *e)
{
    const char *prefix = e->ns && e->ns->prefix ? (const char *)e->ns->prefix : "";
    return hj_arena_printf(w->b.arena, "%s%s%s", prefix, *prefix ? ":" : "",
                           (const char *)e->name);
}

static void misplaced(walk *w, const hj_fo_node *parent, const xmlNode *e, hj_place place)
{
    hj_error(w->b.diags, "HJ-FO-023", below(w, parent, place, full_name(w, e)),
             "fo:%s may not stand in %s", (const char *)e->name,
             parent ? hj_fo_type_name(parent->type) : "the document root");
}

static hj_fo_node *element(walk *w, const xmlNode *e, hj_fo_node *parent, int depth);

static void children(walk *w, const xmlNode *e, hj_fo_node *node, int depth)
{
    for (const xmlNode *c = e->children; c; c = c->next) {
        if (c->type == XML_ELEMENT_NODE)
            element(w, c, node, depth + 1);
        else if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
            add_text(w, node, c);
    }
}

static void add_child(hj_fo_node *parent, hj_fo_node *child)
{
    child->parent = parent;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static bool is_block_level(const hj_fo_node *node)
{
    if (node->type != HJ_FO_WRAPPER)
        return (B(node->type) & BLOCKS) != 0;
    for (const hj_fo_node *c = node->first; c; c = c->next)
        if (is_block_level(c))
            return true;
    return false;
}

/* A part of an inline object, after the first: all of it but the id. */
static hj_fo_node *part_of(walk *w, const hj_fo_node *node)
{
    hj_fo_node *part = HJ_NEW(w->b.arena, hj_fo_node);
    *part = *node;
    part->first = part->last = part->next = NULL;
    part->id = NULL;
    part->index = w->b.tree->count++;
    return part;
}

/* XSL 1.1, 6.6.7: an inline object may hold blocks; its areas then stand before, between and after
 * them. The blocks are put beside the parts of the inline, so that layout only meets lines and
 * blocks; what they inherit is settled already. A link is carried into them. */
static void lift_blocks(walk *w, hj_fo_node *node)
{
    bool blocks = false;
    for (const hj_fo_node *c = node->first; c; c = c->next)
        blocks = blocks || is_block_level(c);
    if (!blocks || node->parent->type == HJ_FO_FOOTNOTE)
        return;
    hj_fo_node *parent = node->parent, *part = node, *c = node->first;
    node->first = node->last = NULL;
    for (hj_fo_node *after; c; c = after) {
        after = c->next;
        if (!is_block_level(c)) {
            if (!part) {
                part = part_of(w, node);
                add_child(parent, part);
            }
            add_child(part, c);
            continue;
        }
        part = NULL;
        if (node->type == HJ_FO_BASIC_LINK && c->type == HJ_FO_BLOCK && c->first) {
            hj_fo_node *link = part_of(w, node), *in = c->first;
            link->in = c->in;
            c->first = c->last = NULL;
            add_child(c, link);
            for (hj_fo_node *n; in; in = n) {
                n = in->next;
                add_child(link, in);
            }
            lift_blocks(w, link);
        }
        add_child(parent, c);
    }
}

static bool is_fo(const xmlNode *e)
{
    return e->ns && strcmp((const char *)e->ns->href, FO_NS) == 0;
}

/* An element of another vocabulary (rx:, axf:, fox: …): it is told and left out, but the formatting
 * objects within it are kept as if they stood in its place. */
static void foreign(walk *w, const xmlNode *e, hj_fo_node *parent, hj_place place, int depth)
{
    const char *name = full_name(w, e);
    if (!e->ns || !parent) {
        hj_error(w->b.diags, "HJ-FO-027", parent ? below(w, parent, place, name) : place,
                 "the element %s is not XSL-FO", name);
        if (!e->ns)
            hj_hint(w->b.diags, "it is in no namespace; XSL-FO is %s", FO_NS);
        return;
    }
    refuse_below(w, "HJ-FO-027", parent, place, name,
                 "the extension element %s is not supported", name);
    for (const xmlNode *c = e->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE && is_fo(c))
            element(w, c, parent, depth + 1);
}

/* An object outside the subset. What it holds must not be lost: when that is no error, a wrapper
 * stands in for it, and the content is set where it stands. */
static hj_fo_node *refuse(walk *w, const xmlNode *e, hj_fo_node *parent, hj_place place, int depth)
{
    static const char keep[] = "float inline-container multi-switch multi-case multi-properties "
                               "multi-toggle";
    const char *name = (const char *)e->name;
    if (refuse_below(w, "HJ-FO-028", parent, place, full_name(w, e),
                     "fo:%s is not in hjemmel's subset of XSL-FO", name)
        && hj_fo_word_index(keep, name) >= 0 && !w->b.options->strict)
        hj_hint(w->b.diags, "what it holds is set where it stands");
    if (w->b.options->strict)
        return NULL;
    if (strcmp(name, "page-sequence-wrapper") == 0)
        children(w, e, parent, depth);
    if (hj_fo_word_index(keep, name) < 0)
        return NULL;
    if (strcmp(name, "multi-case") == 0) {
        /* Of a switch, the first case that begins by being shown. */
        xmlChar *state = xmlGetNoNsProp((xmlNode *)e, BAD_CAST "starting-state");
        bool hidden = state && strcmp((const char *)state, "hide") == 0;
        xmlFree(state);
        if (hidden || !parent || parent->first)
            return NULL;
    }
    hj_fo_node *node = new_node(w, HJ_FO_WRAPPER, parent);
    node->place = place;
    hj_fo_apply(&w->b, node, e);
    if (node->id)
        remember_id(w, node);
    children(w, e, node, depth);
    return node;
}

/* fo:declarations: what XMP says of title and language. */
static void declarations(walk *w, const xmlNode *e, hj_fo_node *node)
{
    const char *title = xmp(w, e, "title", 0), *lang = xmp(w, e, "language", 0);
    if (title)
        w->b.tree->title = title;
    if (lang && hj_fo_is_language(lang))
        w->b.tree->lang = lang;
    for (const xmlNode *c = e->children; c; c = c->next) {
        const char *name = (const char *)c->name;
        if (c->type != XML_ELEMENT_NODE || strcmp(name, "xmpmeta") == 0
            || strcmp(name, "RDF") == 0)
            continue;
        refuse_below(w, "HJ-FO-027", node, place_of(w, c, node), full_name(w, c),
                     "the extension element %s is not supported", full_name(w, c));
    }
}

static hj_fo_node *element(walk *w, const xmlNode *e, hj_fo_node *parent, int depth)
{
    const char *name = (const char *)e->name;
    hj_place place = place_of(w, e, parent);
    if (w->full)
        return NULL;
    if (depth > HJ_LIMIT_FO_DEPTH || w->b.tree->count >= HJ_LIMIT_FO_NODES) {
        w->full = true;
        if (depth > HJ_LIMIT_FO_DEPTH)
            hj_error(w->b.diags, "HJ-FO-024", place, "objects are nested deeper than %d levels",
                     HJ_LIMIT_FO_DEPTH);
        else
            hj_error(w->b.diags, "HJ-FO-025", place, "the document has more than %d objects",
                     HJ_LIMIT_FO_NODES);
        return NULL;
    }
    if (!e->ns || strcmp((const char *)e->ns->href, FO_NS) != 0) {
        if (parent && parent->type == HJ_FO_INSTREAM_FOREIGN_OBJECT) {
            if (parent->foreign)
                hj_error(w->b.diags, "HJ-FO-026", hj_fo_at(parent, w->b.diags),
                         "fo:instream-foreign-object holds one element, not several");
            else
                parent->foreign = (void *)e;
        } else {
            foreign(w, e, parent, place, depth);
        }
        return NULL;
    }
    int type = find_type(name);
    if (type < 0) {
        for (size_t i = 0; i < HJ_COUNT(refused); i++)
            if (parent && strcmp(refused[i], name) == 0)
                return refuse(w, e, parent, place, depth);
        hj_error(w->b.diags, "HJ-FO-029", below(w, parent, place, full_name(w, e)),
                 "there is no fo:%s in XSL-FO", name);
        const char *names[HJ_FO_TYPES];
        for (int t = 1; t < HJ_FO_TYPES; t++)
            names[t - 1] = objects[t].name;
        const char *near = hj_nearest(name, names, HJ_FO_TYPES - 1);
        if (near)
            hj_hint(w->b.diags, "did you mean fo:%s?", near);
        return NULL;
    }
    if (parent ? !(objects[parent->type].children & B(type)) : type != HJ_FO_ROOT) {
        misplaced(w, parent, e, place);
        return NULL;
    }
    if (!objects[type].supported)
        return refuse(w, e, parent, place, depth);
    if (type == HJ_FO_BIDI_OVERRIDE) /* left to right is the one direction there is */
        type = HJ_FO_WRAPPER;
    hj_fo_node *node = new_node(w, (hj_fo_type)type, parent);
    node->place = place;
    hj_fo_apply(&w->b, node, e);
    required(w, node);
    if (type == HJ_FO_BASIC_LINK && !node->ref && !node->uri) {
        hj_fo_refuse(&w->b, "HJ-FO-022", node, "%s needs the property %s",
                     hj_fo_type_name(node->type), "internal-destination");
        node->type = HJ_FO_INLINE; /* its text stays, and leads nowhere */
    }
    if (node->id)
        remember_id(w, node);
    if (type == HJ_FO_DECLARATIONS) {
        declarations(w, e, node);
        return node;
    }
    children(w, e, node, depth);
    if (type == HJ_FO_INLINE || type == HJ_FO_BASIC_LINK)
        lift_blocks(w, node);
    if (type == HJ_FO_INSTREAM_FOREIGN_OBJECT && !node->foreign)
        hj_error(w->b.diags, "HJ-FO-030", hj_fo_at(node, w->b.diags),
                 "fo:instream-foreign-object is empty");
    return node;
}

/* The text below a node with white space collapsed: titles. */
static void collect(const hj_fo_node *node, hj_buf *out)
{
    for (const hj_fo_node *c = node->first; c; c = c->next) {
        if (c->type != HJ_FO_TEXT) {
            collect(c, out);
            continue;
        }
        for (size_t i = 0; i < c->text_len; i++) {
            bool space = strchr(" \t\r\n", c->text[i]) != NULL;
            if (!space)
                hj_buf_char(out, c->text[i]);
            else if (out->len && out->data[out->len - 1] != ' ')
                hj_buf_char(out, ' ');
        }
    }
}

hj_fo_tree *hj_fo_build(void *doc, const hj_fo_options *options, hj_arena *arena, hj_diags *diags)
{
    walk w = {.b = {.options = options, .arena = arena, .diags = diags}};
    const xmlNode *e = xmlDocGetRootElement((xmlDoc *)doc);
    int errors = diags->errors;
    w.b.tree = HJ_NEW(arena, hj_fo_tree);
    w.b.tree->readings = options->readings ? options->readings : &hj_readings_xsl;
    if (!e) {
        hj_error(diags, "HJ-FO-031", HJ_FILE(options->file), "the document is empty");
        return NULL;
    }
    hj_fo_node *root = w.b.tree->root = element(&w, e, NULL, 0);
    if (!root)
        return NULL;
    bool masters = false, sequences = false;
    w.b.tree->strict = options->strict;
    if (root->in->language)
        w.b.tree->lang = root->in->language;
    for (const hj_fo_node *c = root->first; c; c = c->next) {
        masters |= c->type == HJ_FO_LAYOUT_MASTER_SET;
        if (c->type != HJ_FO_PAGE_SEQUENCE)
            continue;
        sequences = true;
        if (!w.b.tree->lang)
            w.b.tree->lang = c->in->language;
        for (const hj_fo_node *t = c->first; t; t = t->next) {
            if (t->type != HJ_FO_TITLE || w.b.tree->title)
                continue;
            hj_buf title = {0};
            collect(t, &title);
            while (title.len && title.data[title.len - 1] == ' ')
                title.data[--title.len] = 0;
            if (title.len)
                w.b.tree->title = hj_arena_strdup(arena, title.data);
            hj_buf_free(&title);
        }
    }
    if (!options->strict)
        unlink_strays(&w, root);
    if (!masters || !sequences)
        hj_error(diags, "HJ-FO-032", hj_fo_at(root, diags),
                 "fo:root needs fo:layout-master-set and at least one fo:page-sequence");
    /* A tree with errors is not laid out: what is wrong is told, and nothing is half made. */
    return diags->errors == errors ? w.b.tree : NULL;
}

/* No number where there can only be one. */
static bool only_one(hj_fo_type type)
{
    return type < HJ_FO_SIMPLE_PAGE_MASTER || type == HJ_FO_FLOW || type == HJ_FO_TITLE
        || type == HJ_FO_DECLARATIONS || type == HJ_FO_BOOKMARK_TREE
        || (type >= HJ_FO_REGION_BODY && type <= HJ_FO_REGION_END);
}

const char *hj_fo_path(const hj_fo_node *node, hj_arena *arena)
{
    const char *path = "";
    for (; node; node = node->parent) {
        int before = 1;
        for (const hj_fo_node *c = node->parent ? node->parent->first : NULL; c && c != node;
             c = c->next)
            before += c->type == node->type;
        const char *name = node->type == HJ_FO_TEXT ? "text()" : hj_fo_type_name(node->type);
        path = only_one(node->type) ? hj_arena_printf(arena, "/%s%s", name, path)
                                    : hj_arena_printf(arena, "/%s[%d]%s", name, before, path);
    }
    return path;
}

hj_place hj_fo_at(const hj_fo_node *node, const hj_diags *diags)
{
    hj_place place = node->place;
    if (diags->errors + diags->warnings <= HJ_LIMIT_DIAGS) /* else nobody will read it */
        place.path = hj_fo_path(node, diags->arena);
    return place;
}

hj_diag *hj_fo_first(hj_fo_builder *b, const hj_fo_node *node, hj_diag *diag)
{
    b->told++;
    if (diag && !diag->place.path)
        diag->place.path = hj_fo_path(node, b->diags->arena);
    return diag;
}

hj_len hj_length_resolve(hj_length length, hj_len reference, hj_len otherwise)
{
    switch (length.kind) {
    case HJ_ABS: return length.value;
    case HJ_PERCENT: return hj_fo_clamped((int64_t)reference * length.value / 100000);
    default: return otherwise;
    }
}
