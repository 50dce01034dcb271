/* The passive: which words make one is data (lesbarhet.xml), and knows its maalform.
 *
 * A rule is a set of words and endings, and perhaps words that must stand shortly before in the
 * same clause. «behandles» is an ending alone; «blir … endret» and nynorsk «kan behandlast» are an
 * ending after an auxiliary. That is a count by form, not a parse: the words that only look
 * passive («finnes», «synes») are listed as exceptions beside the endings, and names (a capital
 * that does not begin the sentence) are never counted. */
#include <stdlib.h>
#include <string.h>

#include "base/element.h"
#include "transform/internal.h"

#define NS_LESBARHET "urn:hjemmel:lesbarhet:1"

enum { NOTHING_BEFORE = -1 };

typedef struct words {
    const char **all; /* sorted, unless they are endings */
    size_t n;
} words;

typedef struct passive_rule {
    words before, word, ending, not_word, not_ending;
    int within; /* of before: as many words back */
    size_t least; /* letters a word needs for an ending to count */
    int since; /* words since one of before; NOTHING_BEFORE when there is none in this clause */
    struct passive_rule *next;
} passive_rule;

struct hj_passives {
    passive_rule *rules[2];
    int lix, sentence, share; /* what is asked of the texts together; 0: nothing */
};

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static words split(const char *text, hj_arena *arena)
{
    words w = {0};
    char *copy = hj_arena_strdup(arena, text ? text : "");
    w.all = HJ_ARRAY(arena, strlen(copy) / 2 + 1, const char *);
    for (char *p = copy; *(p += strspn(p, " \t\r\n"));) {
        size_t n = strcspn(p, " \t\r\n");
        bool more = p[n] != 0;
        p[n] = 0;
        w.all[w.n++] = p;
        p += n + more;
    }
    qsort(w.all, w.n, sizeof *w.all, compare);
    return w;
}

static bool has(const words *w, const char *word)
{
    return w->n && bsearch(&word, w->all, w->n, sizeof *w->all, compare);
}

static bool ends(const words *w, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i < w->n; i++) {
        size_t m = strlen(w->all[i]);
        if (m < n && strcmp(word + n - m, w->all[i]) == 0)
            return true;
    }
    return false;
}

/* ---- the file ---- */

/* A whole number of 1 … 200; left alone when it is not there. */
static bool number(const xmlNode *node, const char *name, int *out, const char *file,
                   hj_arena *arena, hj_diags *diags)
{
    const char *text = hj_attribute_copy(node, name, arena);
    char *end = NULL;
    long value = text ? strtol(text, &end, 10) : 0;
    if (!text)
        return true;
    if (*text && !*end && value > 0 && value <= 200) {
        *out = (int)value;
        return true;
    }
    hj_error(diags, "HJ-TRANSFORM-084", HJ_AT(file, (int)xmlGetLineNo((xmlNode *)node)),
             "'%s' is a whole number from 1 to 200", name);
    return false;
}

static bool known_attributes(const xmlNode *node, const char *const *names, size_t n,
                             const char *file, hj_diags *diags)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        bool found = false;
        for (size_t i = 0; i < n; i++)
            found |= strcmp((const char *)a->name, names[i]) == 0;
        if (!found) {
            hj_error(diags, "HJ-TRANSFORM-084", HJ_AT(file, (int)xmlGetLineNo((xmlNode *)node)),
                     "unknown attribute '%s' on '%s'", (const char *)a->name,
                     (const char *)node->name);
            return false;
        }
    }
    return true;
}

static bool load_rule(passive_rule *rule, const xmlNode *node, const char *file, hj_arena *arena,
                      hj_diags *diags)
{
    static const char *const allowed[] = {"etter", "innen", "minst"};
    int within = 4, least = 1;
    bool ok = known_attributes(node, allowed, HJ_COUNT(allowed), file, diags)
        && number(node, "innen", &within, file, arena, diags)
        && number(node, "minst", &least, file, arena, diags);
    rule->before = split(hj_attribute_copy(node, "etter", arena), arena);
    rule->within = within;
    rule->least = (size_t)least;
    const struct { const char *name; words *into; } parts[] = {
        {"ord", &rule->word}, {"ender", &rule->ending},
        {"ikke_ord", &rule->not_word}, {"ikke_ender", &rule->not_ending},
    };
    for (const xmlNode *c = node->children; ok && c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        words *into = NULL;
        for (size_t i = 0; i < HJ_COUNT(parts); i++)
            if (hj_element_is(c, parts[i].name))
                into = parts[i].into;
        if (!into || into->n) {
            hj_error(diags, "HJ-TRANSFORM-084", HJ_AT(file, (int)xmlGetLineNo((xmlNode *)c)),
                     "unknown element '%s' in '%s'", (const char *)c->name, "passiv");
            hj_hint(diags, "expected here: %s", "ord, ender, ikke_ord, ikke_ender, once each");
            return false;
        }
        xmlChar *text = xmlNodeGetContent(c);
        *into = split((const char *)text, arena);
        xmlFree(text);
    }
    return ok;
}

static bool load_maalform(hj_passives *p, const xmlNode *node, const char *file, hj_arena *arena,
                          hj_diags *diags)
{
    const char *name = hj_attribute_copy(node, "kode", arena);
    hj_place place = HJ_AT(file, (int)xmlGetLineNo((xmlNode *)node));
    if (!hj_element_is(node, "maalform") || !name
        || (strcmp(name, "nb") != 0 && strcmp(name, "nn") != 0)) {
        hj_error(diags, "HJ-TRANSFORM-084", place,
                 "expected here: <maalform kode=\"nb\"> or <maalform kode=\"nn\">");
        return false;
    }
    passive_rule **last = &p->rules[hj_maalform_index(name)];
    if (*last) {
        hj_error(diags, "HJ-TRANSFORM-084", place, "'%s' is given twice", name);
        return false;
    }
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (!hj_element_is(c, "passiv")) {
            hj_error(diags, "HJ-TRANSFORM-084", HJ_AT(file, (int)xmlGetLineNo((xmlNode *)c)),
                     "unknown element '%s' in '%s'", (const char *)c->name, "maalform");
            return false;
        }
        *last = HJ_NEW(arena, passive_rule);
        if (!load_rule(*last, c, file, arena, diags))
            return false;
        last = &(*last)->next;
    }
    return true;
}

hj_passives *hj_passives_load(const char *dir, hj_arena *arena, hj_diags *diags)
{
    hj_passives *p = HJ_NEW(arena, hj_passives);
    const char *path = hj_path_join(arena, dir, "lesbarhet.xml");
    if (!hj_file_exists(path))
        return p;
    xmlDoc *doc = hj_xml_read(path, HJ_LIMIT_XML_BYTES, arena, diags);
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    if (!root)
        return NULL;
    if (!hj_element_is(root, "lesbarhet") || !root->ns
        || strcmp((char *)root->ns->href, NS_LESBARHET) != 0) {
        hj_error(diags, "HJ-TRANSFORM-084", HJ_AT(path, (int)xmlGetLineNo(root)),
                 "the file begins with <lesbarhet xmlns=\"%s\">", NS_LESBARHET);
        return NULL;
    }
    static const char *const allowed[] = {"lix", "setning", "passiv"};
    if (!known_attributes(root, allowed, HJ_COUNT(allowed), path, diags)
        || !number(root, "lix", &p->lix, path, arena, diags)
        || !number(root, "setning", &p->sentence, path, arena, diags)
        || !number(root, "passiv", &p->share, path, arena, diags))
        return NULL;
    for (const xmlNode *c = root->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE && !load_maalform(p, c, path, arena, diags))
            return NULL;
    return p;
}

void hj_passives_limits(const hj_passives *p, int *lix, int *sentence, int *share)
{
    *lix = p->lix;
    *sentence = p->sentence;
    *share = p->share;
}

bool hj_passives_any(const hj_passives *p, int maal)
{
    return p && p->rules[maal];
}

/* ---- word by word ---- */

void hj_passives_clause(hj_passives *p, int maal)
{
    for (passive_rule *r = p->rules[maal]; r; r = r->next)
        r->since = NOTHING_BEFORE;
}

bool hj_passives_word(hj_passives *p, int maal, const char *word, bool name)
{
    size_t letters = hj_utf8_count(word, strlen(word));
    bool passive = false;
    for (passive_rule *r = p->rules[maal]; r; r = r->next) {
        bool near = !r->before.n || (r->since != NOTHING_BEFORE && r->since < r->within);
        bool looks = has(&r->word, word)
            || (letters >= r->least && ends(&r->ending, word) && !ends(&r->not_ending, word));
        if (near && looks && !name && !has(&r->not_word, word)) {
            passive = true;
            r->since = NOTHING_BEFORE;
        } else if (has(&r->before, word)) {
            r->since = 0;
        } else if (r->since != NOTHING_BEFORE) {
            r->since++;
        }
    }
    return passive;
}
