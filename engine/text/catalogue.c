/* The font catalogue and the choice of faces.
 *
 * The hard idea: a request (families, weight, style) becomes a chain once, by the matching rules
 * of CSS Fonts 3 § 5.2 (which XSL-FO follows in spirit), and the chain is all that shaping sees.
 * Chains and faces live as long as the handle; what a document gets never depends on which
 * documents came before it. */
#include <ft2build.h>
#include FT_FREETYPE_H
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/element.h"
#include "text/internal.h"

#define CATALOGUE_BYTES_MAX (1u << 20)
#define CHAINS_MAX 1000 /* in one process: they are kept */

/* A small string hash (FNV-1a, 32 bits): keys are our own, collisions are compared. */
uint32_t hj_text_hash(uint32_t seed, const void *bytes, size_t n)
{
    uint32_t h = seed ^ 2166136261u;
    for (const unsigned char *p = bytes, *end = p + n; p < end; p++)
        h = (h ^ *p) * 16777619u;
    return h;
}

/* Family names are compared as CSS does: ASCII case folded, nothing else. */
static bool same_name(const char *a, const char *b, size_t b_len)
{
    size_t i = 0;
    for (; i < b_len && a[i]; i++) {
        char x = a[i], y = b[i];
        if (x >= 'A' && x <= 'Z')
            x = (char)(x + 32);
        if (y >= 'A' && y <= 'Z')
            y = (char)(y + 32);
        if (x != y)
            return false;
    }
    return i == b_len && !a[i];
}

/* ---- reading fonts.xml ---- */

typedef struct reader {
    hj_fonts *fonts;
    hj_diags *diags;
    bool ok;
} reader;

static hj_place at(const reader *r, const xmlNode *node)
{
    return HJ_AT(r->fonts->catalogue, (int)xmlGetLineNo(node));
}

/* An attribute that must be there, in the arena; "" after an error. */
static const char *want(reader *r, xmlNode *node, const char *attribute)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)attribute);
    if (!value || !value[0]) {
        hj_error(r->diags, "HJ-TEXT-001", at(r, node),
                 "<%s> in the font catalogue lacks the attribute %s", (const char *)node->name,
                 attribute);
        r->ok = false;
        xmlFree(value);
        return "";
    }
    const char *copy = hj_arena_strdup(r->fonts->arena, (const char *)value);
    xmlFree(value);
    return copy;
}

static void unexpected(reader *r, xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return;
    hj_error(r->diags, "HJ-TEXT-001", at(r, node),
             "<%s> has no place here in the font catalogue", (const char *)node->name);
    r->ok = false;
}

static void read_face(reader *r, hj_family *family, xmlNode *node)
{
    hj_face *face = HJ_NEW(r->fonts->arena, hj_face);
    face->fonts = r->fonts;
    face->family = family->name;
    face->line = (int)xmlGetLineNo(node);
    face->file = want(r, node, "file");
    face->path = hj_path_join(r->fonts->arena, r->fonts->dir, face->file);
    const char *weight = want(r, node, "weight"), *style = want(r, node, "style");
    face->weight = atoi(weight);
    face->italic = strcmp(style, "italic") == 0;
    if (r->ok && (face->weight < 100 || face->weight > 900
                  || (!face->italic && strcmp(style, "normal") != 0)
                  || strchr(face->file, '/'))) {
        hj_error(r->diags, "HJ-TEXT-001", at(r, node),
                 "a face needs a file name without folder, a weight from 100 to 900 and the style normal or italic");
        r->ok = false;
    }
    hj_font_source **end = &face->sources;
    for (xmlNode *n = node->children; n; n = n->next) {
        if (!hj_element_is(n, "source")) {
            unexpected(r, n);
            continue;
        }
        hj_font_source *source = HJ_NEW(r->fonts->arena, hj_font_source);
        source->package = want(r, n, "package");
        source->sha256 = want(r, n, "sha256");
        source->bytes = want(r, n, "bytes");
        source->checksum = want(r, n, "checksum");
        *end = source;
        end = &source->next;
    }
    *family->end = face;
    family->end = &face->next;
}

static void read_root(reader *r, xmlNode *root)
{
    if (!hj_element_is(root, "fonts")) {
        unexpected(r, root);
        return;
    }
    r->fonts->default_families = want(r, root, "default");
    for (xmlNode *n = root->children; n; n = n->next) {
        if (hj_element_is(n, "family")) {
            hj_family *family = HJ_NEW(r->fonts->arena, hj_family);
            family->name = want(r, n, "name");
            family->end = &family->faces;
            for (xmlNode *f = n->children; f; f = f->next) {
                if (hj_element_is(f, "face"))
                    read_face(r, family, f);
                else
                    unexpected(r, f);
            }
            *r->fonts->families_end = family;
            r->fonts->families_end = &family->next;
        } else if (hj_element_is(n, "alias")) {
            hj_alias *alias = HJ_NEW(r->fonts->arena, hj_alias);
            alias->name = want(r, n, "name");
            alias->family = want(r, n, "family");
            alias->next = r->fonts->aliases;
            r->fonts->aliases = alias;
        } else {
            unexpected(r, n);
        }
    }
}

hj_fonts *hj_fonts_load(const char *catalogue, const char *font_dir,
                        const char *const *hyphen_dirs, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    hj_fonts *fonts = HJ_NEW(arena, hj_fonts);
    fonts->arena = arena;
    fonts->catalogue = hj_arena_strdup(arena, catalogue);
    fonts->dir = hj_arena_strdup(arena, font_dir);
    fonts->families_end = &fonts->families;
    size_t n_dirs = 0;
    while (hyphen_dirs && hyphen_dirs[n_dirs])
        n_dirs++;
    const char **dirs = HJ_ARRAY(arena, n_dirs + 1, const char *);
    for (size_t i = 0; i < n_dirs; i++)
        dirs[i] = hj_arena_strdup(arena, hyphen_dirs[i]);
    fonts->hyphen_dirs = dirs;

    reader r = {.fonts = fonts, .diags = diags, .ok = true};
    hj_arena *scratch = hj_arena_new();
    size_t len;
    char *xml = hj_file_read(scratch, catalogue, CATALOGUE_BYTES_MAX, &len, diags);
    if (xml) {
        xmlParserCtxt *ctxt = xmlNewParserCtxt();
        xmlDoc *doc = xmlCtxtReadMemory(ctxt, xml, (int)len, catalogue, NULL,
                                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
        if (doc && doc->intSubset) {
            hj_error(diags, "HJ-TEXT-001", HJ_FILE(catalogue),
                     "the font catalogue may not have a document type");
            r.ok = false;
        } else if (doc) {
            read_root(&r, xmlDocGetRootElement(doc));
        } else {
            const xmlError *e = xmlCtxtGetLastError(ctxt);
            hj_error(diags, "HJ-TEXT-001", HJ_AT(catalogue, e ? e->line : 0),
                     "the font catalogue is not well-formed XML");
            r.ok = false;
        }
        xmlFreeDoc(doc);
        xmlFreeParserCtxt(ctxt);
    }
    hj_arena_free(scratch);
    if (!xml || !r.ok) {
        hj_fonts_free(fonts);
        return NULL;
    }
    return fonts;
}

void hj_fonts_free(hj_fonts *fonts)
{
    if (!fonts)
        return;
    hj_shape_free(fonts);
    hj_hyphens_free(fonts);
    for (hj_family *family = fonts->families; family; family = family->next)
        for (hj_face *face = family->faces; face; face = face->next)
            hj_face_close(face);
    if (fonts->ft)
        FT_Done_FreeType(fonts->ft);
    hj_arena_free(fonts->arena);
}

/* ---- choosing ---- */

static const hj_family *find_family(const hj_fonts *fonts, const char *name, size_t len)
{
    for (const hj_alias *a = fonts->aliases; a; a = a->next)
        if (same_name(a->name, name, len)) {
            name = a->family;
            len = strlen(name);
            break;
        }
    for (const hj_family *f = fonts->families; f; f = f->next)
        if (same_name(f->name, name, len))
            return f;
    return NULL;
}

/* How far a face's weight is from the wanted one; CSS Fonts 3 § 5.2: above 500 look upwards first,
 * below 400 downwards, 400 and 500 try each other before going down. */
static int weight_distance(int wanted, int weight)
{
    if (weight == wanted)
        return 0;
    if (wanted >= 400 && wanted <= 500) {
        if (weight > wanted && weight <= 500)
            return weight - wanted;
        return weight < wanted ? 1000 + wanted - weight : 2000 + weight - wanted;
    }
    if (wanted > 500)
        return weight > wanted ? weight - wanted : 1000 + wanted - weight;
    return weight < wanted ? wanted - weight : 1000 + weight - wanted;
}

static hj_face *best_face(const hj_family *family, int weight, bool italic)
{
    hj_face *best = NULL;
    int least = 0;
    for (hj_face *face = family->faces; face; face = face->next) {
        int distance = weight_distance(weight, face->weight) + (face->italic != italic) * 10000;
        if (!best || distance < least) {
            best = face;
            least = distance;
        }
    }
    return best;
}

static void add_families(hj_fonts *fonts, hj_font *font, const char *list)
{
    while (*list) {
        list += strspn(list, " \t\r\n,");
        size_t len;
        char quote = *list == '"' || *list == '\'' ? *list : 0;
        if (quote) {
            list++;
            const char *end = strchr(list, quote);
            len = end ? (size_t)(end - list) : strlen(list);
        } else {
            len = strcspn(list, ",");
        }
        const char *next = list + len;
        if (quote)
            next += strcspn(next, ",");
        while (len && strchr(" \t\r\n", list[len - 1]))
            len--;
        const hj_family *family = len ? find_family(fonts, list, len) : NULL;
        hj_face *face = family ? best_face(family, font->weight, font->italic) : NULL;
        bool there = !face;
        for (int i = 0; i < font->n_faces; i++)
            there = there || font->faces[i] == face;
        if (!there && font->n_faces < HJ_CHAIN_MAX)
            font->faces[font->n_faces++] = face;
        /* One after a family that is there is never asked for, but for a character it lacks. */
        if (len && !family && !font->n_faces && font->n_unknown < (int)HJ_COUNT(font->unknown))
            font->unknown[font->n_unknown++] = hj_arena_strndup(fonts->arena, list, len);
        list = next;
    }
}

/* The chain's faces that cannot be used leave it; what is left is in order. */
static bool settle(hj_font *font, hj_diags *diags)
{
    for (int i = 0; i < font->n_unknown; i++) {
        hj_warning(diags, "HJ-TEXT-006", HJ_NOWHERE,
                   "the font family \"%s\" is not in the catalogue; the next in the list is used",
                   font->unknown[i]);
        hj_hint(diags, "fonts/README.md tells how to add a family");
    }
    for (int i = 0; i < font->n_faces; i++)
        if (hj_face_use(font->faces[i], diags))
            return true;
    return false;
}

const hj_font *hj_fonts_select(hj_fonts *fonts, const char *families, int weight, bool italic,
                               hj_diags *diags)
{
    if (!families)
        families = "";
    uint32_t hash = hj_text_hash((uint32_t)weight << 1 | italic, families, strlen(families));
    for (hj_font *f = fonts->chains; f; f = f->next)
        if (!f->of && f->hash == hash && f->weight == weight && f->italic == italic
            && strcmp(f->families, families) == 0)
            return settle(f, diags) ? f : NULL;
    if (fonts->n_chains == CHAINS_MAX) {
        hj_error(diags, "HJ-TEXT-008", HJ_NOWHERE,
                 "more than %d different font requests; \"%s\" is refused", CHAINS_MAX, families);
        return NULL;
    }
    hj_font *font = HJ_NEW(fonts->arena, hj_font);
    font->hash = hash;
    font->families = hj_arena_strdup(fonts->arena, families);
    font->weight = weight;
    font->italic = italic;
    font->id = fonts->n_chains++;
    add_families(fonts, font, families);
    add_families(fonts, font, fonts->default_families);
    font->next = fonts->chains;
    fonts->chains = font;
    return settle(font, diags) ? font : NULL;
}

const hj_font *hj_fonts_variant(hj_fonts *fonts, const hj_font *font, unsigned variant)
{
    if (!variant)
        return font;
    for (const hj_font *f = fonts->chains; f; f = f->next)
        if (f->of == font && f->variant == variant)
            return f;
    if (fonts->n_chains == CHAINS_MAX)
        return font;
    hj_font *made = HJ_NEW(fonts->arena, hj_font);
    *made = *font;
    made->of = font;
    made->variant = variant;
    made->hash = 0;
    made->id = fonts->n_chains++;
    if (variant & HJ_FONT_CONDENSED) {
        made->n_faces = 0;
        for (int i = 0; i < font->n_faces; i++) {
            char name[128];
            int n = snprintf(name, sizeof name, "%s Condensed", font->faces[i]->family);
            const hj_family *family = n < (int)sizeof name ? find_family(fonts, name, (size_t)n)
                                                           : NULL;
            hj_face *both[] = {family ? best_face(family, font->weight, font->italic) : NULL,
                               font->faces[i]};
            for (size_t k = 0; k < HJ_COUNT(both); k++)
                if (both[k] && made->n_faces < HJ_CHAIN_MAX)
                    made->faces[made->n_faces++] = both[k];
        }
        hj_diags *nowhere = hj_diags_new(fonts->arena, HJ_LANG_EN); /* a missing file is told when
                                                                       it is needed */
        for (int i = 0; i < made->n_faces && !hj_face_use(made->faces[i], nowhere); i++)
            ;
    }
    made->next = fonts->chains;
    fonts->chains = made;
    return made;
}

void hj_fonts_stand_in(hj_fonts *fonts, uint32_t sign)
{
    fonts->stand_in = sign;
}

const hj_font_metrics *hj_font_get_metrics(const hj_font *font)
{
    for (int i = 0; i < font->n_faces; i++)
        if (font->faces[i]->state == HJ_FACE_OPEN)
            return &font->faces[i]->metrics;
    return &font->faces[0]->metrics;
}
