/* A fuzz target: bytes as an FO document, laid out and painted on the archival canvas.
 *
 * What begins with < is the document itself. Other bytes are decisions: which object comes next
 * among those its parent may hold, which properties it gets and with which values, so that most of
 * what is tried gets past the reader. `make fuzz-fo` builds it with clang. With HJ_SHOW set the
 * document is written out: what once made it fall goes into tests/fuzz/corpus/fo as FO. */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "fo/internal.h"
#include "paint/internal.h"
#include "pdf/pdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static hj_fonts *fonts(void)
{
    static hj_fonts *opened;
    if (!opened) {
        hj_arena *arena = hj_arena_new();
        const char *folder = getenv("HJ_FONTS");
        opened = hj_fonts_load("fonts/fonts.xml",
                               folder ? folder : "build/share/hjemmel/fonts", NULL,
                               hj_diags_new(arena, HJ_LANG_EN));
        hj_arena_free(arena);
    }
    return opened;
}

/* ---- bytes -> document ---- */

typedef struct maker {
    const uint8_t *p, *end;
    hj_buf out;
    int depth, objects, ids;
} maker;

static unsigned next(maker *m)
{
    return m->p < m->end ? *m->p++ : 0;
}

static const char *const values[] = {
    "0pt", "10pt", "3pt", "1pt", "-5pt", "40pt", "200pt", "50%", "100%", "2", "1", "3", "always", "auto",
    "true", "false", "page", "column", "even-page", "odd-page", "all", "none", "solid", "red", "1pt solid red",
    "2pt dashed", "center", "end", "justify", "start", "after", "before", "retain", "discard", "force",
    "absolute", "fixed", "90", "180", "270", "collapse", "separate", "preserve", "pre", "nowrap", "no-wrap",
    "hidden", "super", "sub", "middle", "7pt", "20pt", "1.5", "inherit", "from-parent()", "label-end()",
    "body-start()", "proportional-column-width(1)", "proportional-column-width(3)", "9999pt", "-9999pt",
    "first-including-carryover", "last-starting", "table-fragment", "document", "dots", "rule",
    "use-content", "nb", "nn", "i1", "i2", "uppercase", "underline", "bold", "Liberation Serif", "0", "",
    "from-table-column()", "scale-to-fit", "scale-down-to-fit", "no-force", "#abc", "2em", "url(x.png)",
};

/* Properties with a bearing on layout come up far more often than the others. */
static const char *const likely[] = {
    "space-before", "space-after", "space-before.conditionality", "space-before.precedence", "break-before",
    "break-after", "keep-together.within-page", "keep-with-next.within-page", "keep-with-previous",
    "keep-together.within-column", "margin", "margin-left", "padding", "border", "start-indent", "end-indent",
    "text-indent", "font-size", "line-height", "height", "width", "min-height", "max-width", "span",
    "absolute-position", "top", "left", "right", "bottom", "reference-orientation", "display-align",
    "text-align", "text-align-last", "orphans", "widows", "number-columns-spanned", "number-rows-spanned",
    "column-number", "column-width", "table-layout", "border-collapse", "border-spacing",
    "table-omit-header-at-break", "table-omit-footer-at-break", "white-space", "linefeed-treatment",
    "baseline-shift", "letter-spacing", "leader-pattern", "leader-length", "background-color",
    "provisional-distance-between-starts", "starts-row", "ends-row", "overflow", "content-width",
    "inline-progression-dimension", "block-progression-dimension", "relative-align", "text-transform",
    "border-before-width.conditionality", "padding-after.conditionality", "number-columns-repeated",
    "vertical-align", "hyphenate", "xml:lang", "border-top", "border-after-style", "wrap-option",
};

static void attributes(maker *m)
{
    char seen[8][64];
    int n = 0;
    for (unsigned k = next(m) % 5; k > 0; k--) {
        unsigned pick = next(m), high = next(m);
        const char *name = likely[pick % HJ_COUNT(likely)];
        if (high % 16 == 0 && hj_property_at(pick))
            name = hj_property_at(pick)->name;
        bool twice = strcmp(name, "id") == 0;
        for (int i = 0; i < n; i++)
            twice = twice || strcmp(seen[i], name) == 0;
        if (twice || n == (int)HJ_COUNT(seen))
            continue;
        snprintf(seen[n++], sizeof seen[0], "%s", name);
        hj_buf_printf(&m->out, " %s='%s'", name, values[next(m) % HJ_COUNT(values)]);
    }
}

static void open_tag(maker *m, const char *name, const char *fixed)
{
    m->objects++;
    hj_buf_printf(&m->out, "<fo:%s%s", name, fixed);
    attributes(m);
    hj_buf_char(&m->out, '>');
}

static void close_tag(maker *m, const char *name)
{
    hj_buf_printf(&m->out, "</fo:%s>", name);
}

static void blocks(maker *m);

static void text(maker *m)
{
    static const char *const words[] = {
        "ord ", "og ", "en lengre tekst som går over flere linjer i smale spalter ", "§ 13 ", "lang­ord ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\n", "  ", "Čáhci ", "12. mai ",
    };
    for (unsigned k = next(m) % 12; k > 0; k--)
        hj_buf_str(&m->out, words[next(m) % HJ_COUNT(words)]);
}

static void inlines(maker *m)
{
    if (m->depth > 12 || m->objects > 400)
        return;
    m->depth++;
    for (unsigned k = next(m) % 5; k > 0; k--) {
        switch (next(m) % 12) {
        case 0: open_tag(m, "inline", ""); inlines(m); close_tag(m, "inline"); break;
        case 1:
            open_tag(m, "footnote", "");
            hj_buf_str(&m->out, "<fo:inline>1</fo:inline><fo:footnote-body>");
            blocks(m);
            hj_buf_str(&m->out, "</fo:footnote-body></fo:footnote>");
            break;
        case 2: open_tag(m, "leader", ""); inlines(m); close_tag(m, "leader"); break;
        case 3: hj_buf_str(&m->out, "<fo:page-number/>"); break;
        case 4: hj_buf_str(&m->out, "<fo:page-number-citation-last ref-id='z'/>"); break;
        case 5:
            open_tag(m, "basic-link", " internal-destination='z'");
            inlines(m);
            close_tag(m, "basic-link");
            break;
        case 6:
            open_tag(m, "instream-foreign-object", "");
            hj_buf_str(&m->out, "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>"
                       "</fo:instream-foreign-object>");
            break;
        case 7: open_tag(m, "wrapper", ""); inlines(m); close_tag(m, "wrapper"); break;
        case 8: open_tag(m, "character", " character='x'"); close_tag(m, "character"); break;
        default: text(m);
        }
    }
    m->depth--;
}

static void row_group(maker *m, const char *name)
{
    open_tag(m, name, "");
    for (unsigned rows = 1 + next(m) % 5; rows > 0; rows--) {
        open_tag(m, "table-row", "");
        if (next(m) % 4 == 0)
            hj_buf_printf(&m->out, "<fo:marker marker-class-name='m'>%u</fo:marker>", rows);
        for (unsigned cells = 1 + next(m) % 3; cells > 0; cells--) {
            open_tag(m, "table-cell", "");
            blocks(m);
            if (name[6] != 'b' && next(m) % 3 == 0)
                hj_buf_str(&m->out, "<fo:block><fo:retrieve-table-marker "
                           "retrieve-class-name='m'/></fo:block>");
            close_tag(m, "table-cell");
        }
        close_tag(m, "table-row");
    }
    close_tag(m, name);
}

static void blocks(maker *m)
{
    if (m->depth > 12 || m->objects > 400) {
        hj_buf_str(&m->out, "<fo:block/>");
        return;
    }
    m->depth++;
    for (unsigned k = 1 + next(m) % 4; k > 0; k--) {
        switch (next(m) % 9) {
        case 0: open_tag(m, "block-container", ""); blocks(m); close_tag(m, "block-container"); break;
        case 1:
            open_tag(m, "list-block", "");
            for (unsigned items = 1 + next(m) % 3; items > 0; items--) {
                open_tag(m, "list-item", "");
                hj_buf_str(&m->out, "<fo:list-item-label end-indent='label-end()'>");
                blocks(m);
                hj_buf_str(&m->out, "</fo:list-item-label><fo:list-item-body "
                           "start-indent='body-start()'>");
                blocks(m);
                hj_buf_str(&m->out, "</fo:list-item-body></fo:list-item>");
            }
            close_tag(m, "list-block");
            break;
        case 2: case 3:
            open_tag(m, "table", "");
            for (unsigned columns = next(m) % 4; columns > 0; columns--) {
                open_tag(m, "table-column", "");
                close_tag(m, "table-column");
            }
            if (next(m) % 2)
                row_group(m, "table-header");
            if (next(m) % 3 == 0)
                row_group(m, "table-footer");
            row_group(m, "table-body");
            close_tag(m, "table");
            break;
        case 4: open_tag(m, "wrapper", ""); blocks(m); close_tag(m, "wrapper"); break;
        case 5: open_tag(m, "block", ""); inlines(m); blocks(m); close_tag(m, "block"); break;
        default:
            open_tag(m, "block", "");
            text(m);
            inlines(m);
            close_tag(m, "block");
        }
    }
    m->depth--;
}

static void document(maker *m)
{
    hj_buf_str(&m->out, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='nb' "
               "font-family='Liberation Sans' font-size='10pt'><fo:layout-master-set>"
               "<fo:simple-page-master master-name='p' page-width='200pt' page-height='150pt'");
    attributes(m);
    hj_buf_str(&m->out, "><fo:region-body");
    if (next(m) % 4 == 0)
        hj_buf_printf(&m->out, " column-count='%u'", next(m) % 4);
    hj_buf_str(&m->out, "/><fo:region-before extent='12pt'/></fo:simple-page-master>"
               "</fo:layout-master-set><fo:page-sequence master-reference='p'>"
               "<fo:static-content flow-name='xsl-region-before'><fo:block><fo:page-number/>"
               "<fo:retrieve-marker retrieve-class-name='m'/></fo:block></fo:static-content>"
               "<fo:flow flow-name='xsl-region-body'>");
    while (m->p < m->end && m->objects < 400)
        blocks(m);
    hj_buf_str(&m->out, "<fo:block id='z'/></fo:flow></fo:page-sequence></fo:root>");
}

/* ---- the target ---- */

static void set(const char *fo, size_t n, bool like_fop)
{
    xmlDoc *doc = xmlReadMemory(fo, (int)n, "fuzz.fo", NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!doc)
        return;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_fo_options options = {.readings = like_fop ? &hj_readings_fop : NULL, .file = "fuzz.fo"};
    hj_fo_tree *tree = hj_fo_build(doc, &options, arena, diags);
    if (tree) {
        hj_pictures *pictures = hj_pictures_new(arena, fonts(), "/nowhere", NULL);
        hj_picture_source source = hj_pictures_source(pictures);
        hj_areas *areas = hj_layout(tree, fonts(), &source, arena, diags);
        if (areas && !diags->errors && areas->n_pages < 500) {
            const hj_document_info info = {.title = "fuzz", .lang = "nb",
                                           .date = "2026-01-01T00:00:00+01:00"};
            hj_buf out = {0};
            hj_paint(areas, pictures, hj_pdf_canvas(areas, &info, NULL, NULL, arena), arena, &out,
                     diags);
            hj_buf_free(&out);
        }
    }
    hj_arena_free(arena);
    xmlFreeDoc(doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n && bytes[0] == '<') {
        set((const char *)bytes, n, false);
        return 0;
    }
    maker m = {.p = bytes, .end = bytes + n};
    bool like_fop = next(&m) & 1;
    document(&m);
    if (getenv("HJ_SHOW"))
        fwrite(m.out.data, 1, m.out.len, stdout);
    set(m.out.data, m.out.len, like_fop);
    hj_buf_free(&m.out);
    return 0;
}
