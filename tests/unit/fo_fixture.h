/* FO from memory to areas, for tests that make their own documents. Tests run from the top of the
 * repository. */
#ifndef FO_FIXTURE_H
#define FO_FIXTURE_H

#include "text_fixture.h"

#include <libxml/parser.h>

#include "layout/layout.h"
#include "paint/paint.h"

static hj_fonts *fonts;
static hj_arena *font_arena;

typedef struct laid {
    hj_arena *arena;
    hj_diags *diags;
    hj_areas *areas; /* NULL: refused */
} laid;

/* fo must live until drop(). */
static inline laid lay(const char *fo, size_t n, bool strict)
{
    laid l = {.arena = hj_arena_new()};
    l.diags = hj_diags_new(l.arena, HJ_LANG_EN);
    xmlDoc *doc = xmlReadMemory(fo, (int)n, "test.fo", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR
                                | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    if (!doc)
        return l;
    hj_arena_defer(l.arena, (void (*)(void *))xmlFreeDoc, doc);
    hj_fo_options options = {.strict = strict, .file = "test.fo"};
    hj_fo_tree *tree = hj_fo_build(doc, &options, l.arena, l.diags);
    if (!tree)
        return l;
    hj_pictures *pictures = hj_pictures_new(l.arena, fonts, "tests/spec", NULL);
    hj_picture_source source = hj_pictures_source(pictures);
    l.areas = hj_layout(tree, fonts, &source, l.arena, l.diags);
    return l;
}

static inline void drop(laid *l)
{
    hj_arena_free(l->arena);
    *l = (laid){0};
}

static inline int open_fonts(void **state)
{
    (void)state;
    link_fonts();
    font_arena = hj_arena_new();
    fonts = load_fonts(hj_diags_new(font_arena, HJ_LANG_EN));
    return 0;
}

static inline int close_fonts(void **state)
{
    (void)state;
    hj_fonts_free(fonts);
    hj_arena_free(font_arena);
    unlink_fonts();
    xmlCleanupParser();
    return 0;
}

#endif
