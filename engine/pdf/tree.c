/* Structure: what a screen reader is told (ISO 32000-1, 14.7–14.8; ISO 14289-1, clause 7).
 *
 * The hard idea: the tree of tags is walked once in document order. Every leaf knows the marked
 * sequences it was painted as, so an element's kids are its child elements and its leaves' marks in
 * reading order, and the parent tree is the same relation read from the page. Both come from the
 * one list of marks and therefore agree. */
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

static const hj_tag *next_tag(const hj_tag *tag) /* document order, without recursion */
{
    if (tag->first)
        return tag->first;
    while (tag && !tag->next)
        tag = tag->parent;
    return tag ? tag->next : NULL;
}

static hj_place place_of(hj_pdf *pdf, const hj_tag *tag)
{
    if (!tag->node)
        return HJ_NOWHERE;
    hj_place place = tag->node->place;
    if (!place.path)
        place.path = hj_fo_path(tag->node, pdf->arena);
    return place;
}

static int by_name(const void *a, const void *b)
{
    const hj_pdf_dest *d = a, *e = b;
    int order = strcmp(d->name, e->name);
    return order ? order : (d->page > e->page) - (d->page < e->page);
}

static const hj_pdf_dest *find_dest(const hj_pdf *pdf, const char *name)
{
    size_t low = 0, high = pdf->n_dests; /* the first of equal names */
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strcmp(pdf->dests[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < pdf->n_dests && strcmp(pdf->dests[low].name, name) == 0 ? &pdf->dests[low] : NULL;
}

static void check_bookmarks(hj_pdf *pdf, const hj_bookmark *b, hj_diags *diags)
{
    for (; b; b = b->next) {
        if (!b->dest || !find_dest(pdf, b->dest))
            hj_error(diags, "HJ-PDF-007", HJ_NOWHERE, "bookmark \"%s\" points to \"%s\", which is "
                     "not on any page", b->title, b->dest ? b->dest : "");
        check_bookmarks(pdf, b->first, diags);
    }
}

bool hj_pdf_check_tree(hj_pdf *pdf, hj_diags *diags)
{
    int before = diags->errors;
    if (pdf->n_dests)
        qsort(pdf->dests, pdf->n_dests, sizeof *pdf->dests, by_name);
    if (pdf->info.claim_standard) {
        hj_place top = pdf->areas->document->node ? place_of(pdf, pdf->areas->document)
                                                  : HJ_NOWHERE;
        if (!pdf->info.title || !*pdf->info.title) {
            hj_error(diags, "HJ-PDF-003", top, "an archival PDF must have a title");
            hj_hint(diags, "give the page-sequence an fo:title");
        }
        if (!pdf->info.lang || !*pdf->info.lang) {
            hj_error(diags, "HJ-PDF-004", top, "an archival PDF must state its language");
            hj_hint(diags, "set xml:lang on fo:root");
        }
        for (const hj_tag *t = pdf->areas->document; t; t = next_tag(t))
            if (t->role && strcmp(t->role, "Figure") == 0 && (!t->alt || !*t->alt)
                && (!t->actual || !*t->actual)) {
                hj_error(diags, "HJ-PDF-005", place_of(pdf, t),
                         "a picture without alternate text cannot be read aloud");
                hj_hint(diags, "set alt=\"…\" (urn:hjemmel:fo:1), or role=\"Artifact\" when it "
                        "tells nothing");
            }
    }
    for (const hj_pdf_link *l = pdf->links; l; l = l->next)
        if (!l->uri && (!l->dest || !find_dest(pdf, l->dest)))
            hj_error(diags, "HJ-PDF-006", place_of(pdf, l->tag),
                     "the link points to \"%s\", which is not on any page", l->dest ? l->dest : "");
    check_bookmarks(pdf, pdf->areas->bookmarks, diags);
    return diags->errors == before;
}

/* ---- pages and annotations ---- */

static void put_dest(hj_pdf *pdf, hj_buf *o, const char *name)
{
    const hj_pdf_dest *d = find_dest(pdf, name);
    hj_buf_str(o, "/Dest[");
    hj_buf_int(o, pdf->pages[d->page].id);
    hj_buf_str(o, " 0 R/XYZ ");
    hj_pdf_hundredth(o, hj_pdf_round(d->x));
    hj_buf_char(o, ' ');
    hj_pdf_hundredth(o, hj_pdf_round(d->y));
    hj_buf_str(o, " null]");
}

/* URIs are ASCII (12.6.4.7); what is not is escaped as RFC 3987 does. */
static void put_uri(hj_buf *o, const char *uri)
{
    hj_buf ascii = {0};
    for (; *uri; uri++) {
        unsigned char c = (unsigned char)*uri;
        if (c > 0x20 && c < 0x7f)
            hj_buf_char(&ascii, (char)c);
        else
            hj_buf_printf(&ascii, "%%%02X", c);
    }
    hj_buf_str(o, "/A<</S/URI/URI");
    hj_pdf_bytes(o, ascii.data ? ascii.data : "", ascii.len);
    hj_buf_str(o, ">>");
    hj_buf_free(&ascii);
}

static void put_box(hj_buf *o, const double box[4])
{
    for (int i = 0; i < 4; i++) {
        hj_buf_char(o, i ? ' ' : '[');
        hj_pdf_hundredth(o, hj_pdf_round(box[i]));
    }
    hj_buf_char(o, ']');
}

static void write_link(hj_pdf *pdf, const hj_pdf_link *link, uint32_t key)
{
    hj_buf *o = hj_pdf_object(&pdf->file, link->id);
    double box[4] = {1e18, 1e18, -1e18, -1e18};
    for (size_t i = 0; i < link->n_quads; i++) {
        const double *q = link->quads + 4 * i;
        box[0] = q[0] < box[0] ? q[0] : box[0];
        box[1] = q[1] < box[1] ? q[1] : box[1];
        box[2] = q[2] > box[2] ? q[2] : box[2];
        box[3] = q[3] > box[3] ? q[3] : box[3];
    }
    hj_buf_str(o, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent ");
    hj_buf_int(o, key);
    hj_buf_str(o, "/Rect");
    put_box(o, box);
    if (link->n_quads > 1) {
        /* Top left, top right, bottom left, bottom right: the order readers agree on. */
        static const uint8_t corner[8] = {0, 3, 2, 3, 0, 1, 2, 1};
        hj_buf_str(o, "/QuadPoints[");
        for (size_t i = 0; i < link->n_quads * 8; i++) {
            if (i)
                hj_buf_char(o, ' ');
            hj_pdf_hundredth(o, hj_pdf_round(link->quads[i / 8 * 4 + corner[i % 8]]));
        }
        hj_buf_char(o, ']');
    }
    hj_buf_str(o, "/Contents");
    const hj_buf *text = &pdf->nodes[link->tag->index].text;
    if (link->tag->alt)
        hj_pdf_text(o, link->tag->alt, strlen(link->tag->alt));
    else if (text->len)
        hj_pdf_text(o, text->data, text->len);
    else
        hj_pdf_text(o, link->uri ? link->uri : link->dest,
                    strlen(link->uri ? link->uri : link->dest));
    if (link->uri)
        put_uri(o, link->uri);
    else
        put_dest(pdf, o, link->dest);
    hj_buf_str(o, ">>");
}

void hj_pdf_write_pages(hj_pdf *pdf, uint32_t pages_id, uint32_t resources)
{
    uint32_t key = pdf->n_pages;
    for (const hj_pdf_link *l = pdf->links; l; l = l->next)
        write_link(pdf, l, key++);

    const hj_pdf_link *link = pdf->links; /* in page order */
    for (uint32_t p = 0; p < pdf->n_pages; p++) {
        const hj_pdf_page *page = &pdf->pages[p];
        hj_buf *o = hj_pdf_object(&pdf->file, page->id);
        hj_buf_printf(o, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", pages_id);
        hj_pdf_hundredth(o, hj_pdf_round(page->width));
        hj_buf_char(o, ' ');
        hj_pdf_hundredth(o, hj_pdf_round(page->height));
        hj_buf_printf(o, "]/Contents %u 0 R/Resources %u 0 R/StructParents %u/Tabs/S",
                      page->content, resources, p);
        if (link && link->page == p) {
            hj_buf_str(o, "/Annots[");
            for (; link && link->page == p; link = link->next)
                hj_pdf_ref(o, link->id);
            hj_buf_char(o, ']');
        }
        hj_buf_str(o, ">>");
    }
    hj_buf *o = hj_pdf_object(&pdf->file, pages_id);
    hj_buf_printf(o, "<</Type/Pages/Count %u/Kids[", pdf->n_pages);
    for (uint32_t p = 0; p < pdf->n_pages; p++)
        hj_pdf_ref(o, pdf->pages[p].id);
    hj_buf_str(o, "]>>");
}

/* ---- the tree ---- */

static void put_text_key(hj_buf *o, const char *key, const char *value)
{
    if (value) {
        hj_buf_str(o, key);
        hj_pdf_text(o, value, strlen(value));
    }
}

static bool is(const hj_tag *tag, const char *role)
{
    return strcmp(tag->role, role) == 0;
}

/* Attributes (14.8.5): scope and spans of cells, numbering of lists, the box of a figure. */
static void put_attributes(hj_pdf *pdf, hj_buf *o, const hj_tag *t)
{
    bool cell = is(t, "TH") || is(t, "TD");
    if (cell && (t->scope || t->col_span > 1 || t->row_span > 1)) {
        hj_buf_str(o, "/A<</O/Table");
        if (t->scope && is(t, "TH")) {
            const char *scope = strcmp(t->scope, "row") == 0      ? "Row"
                                : strcmp(t->scope, "column") == 0 ? "Column"
                                : strcmp(t->scope, "col") == 0    ? "Column"
                                : strcmp(t->scope, "both") == 0   ? "Both"
                                                                  : t->scope;
            hj_buf_str(o, "/Scope");
            hj_pdf_name(o, scope);
        }
        if (t->col_span > 1)
            hj_buf_printf(o, "/ColSpan %d", t->col_span);
        if (t->row_span > 1)
            hj_buf_printf(o, "/RowSpan %d", t->row_span);
        hj_buf_str(o, ">>");
    } else if (is(t, "L") && t->list_numbering) {
        hj_buf_str(o, "/A<</O/List/ListNumbering");
        hj_pdf_name(o, t->list_numbering);
        hj_buf_str(o, ">>");
    } else if (is(t, "Figure") && t->bbox_page >= 0 && (uint32_t)t->bbox_page < pdf->n_pages) {
        double height = pdf->pages[t->bbox_page].height;
        double box[4] = {t->bbox[0], height - t->bbox[3], t->bbox[2], height - t->bbox[1]};
        hj_buf_str(o, "/A<</O/Layout/Placement/Block/BBox");
        put_box(o, box);
        hj_buf_str(o, ">>");
    }
}

static const char *language_above(const hj_pdf *pdf, const hj_tag *tag)
{
    for (const hj_tag *t = tag->parent; t; t = t->parent)
        if (t->lang)
            return t->lang;
    return pdf->info.lang ? pdf->info.lang : "";
}

static void put_kids(hj_pdf *pdf, hj_buf *o, const hj_tag *t, int64_t page)
{
    const hj_pdf_node *self = &pdf->nodes[t->index];
    bool any = false;
    for (const hj_tag *kid = t->first; kid; kid = kid->next) {
        if (kid->role) {
            hj_buf_str(o, any ? "" : "/K[");
            hj_pdf_ref(o, pdf->nodes[kid->index].id);
            any = true;
            continue;
        }
        for (const hj_pdf_mark *m = pdf->nodes[kid->index].first; m; m = m->next) {
            hj_buf_str(o, any ? " " : "/K[");
            if (m->page != page) {
                hj_buf_str(o, "<</Type/MCR/Pg");
                hj_pdf_ref(o, pdf->pages[m->page].id);
                hj_buf_str(o, "/MCID ");
                hj_buf_int(o, m->mcid);
                hj_buf_str(o, ">>");
            } else {
                hj_buf_int(o, m->mcid);
            }
            any = true;
        }
    }
    for (const hj_pdf_link *l = self->links; l; l = l->next) {
        if (l->tag != t)
            continue;
        hj_buf_str(o, any ? "" : "/K[");
        hj_buf_str(o, "<</Type/OBJR/Pg");
        hj_pdf_ref(o, pdf->pages[l->page].id);
        hj_buf_str(o, "/Obj");
        hj_pdf_ref(o, l->id);
        hj_buf_str(o, ">>");
        any = true;
        if (l == self->last_link)
            break;
    }
    if (any)
        hj_buf_char(o, ']');
}

static void write_element(hj_pdf *pdf, const hj_tag *t, uint32_t root)
{
    hj_buf *o = hj_pdf_object(&pdf->file, pdf->nodes[t->index].id);
    hj_buf_str(o, "<</S");
    hj_pdf_name(o, t->role);
    hj_buf_str(o, "/P");
    hj_pdf_ref(o, t->parent ? pdf->nodes[t->parent->index].id : root);
    int64_t page = -1; /* of the first mark: MCIDs alone mean this page */
    for (const hj_tag *kid = t->first; kid && page < 0; kid = kid->next)
        if (!kid->role && pdf->nodes[kid->index].first)
            page = pdf->nodes[kid->index].first->page;
    if (page < 0 && is(t, "Figure") && t->bbox_page >= 0 && (uint32_t)t->bbox_page < pdf->n_pages)
        page = t->bbox_page;
    if (page >= 0) {
        hj_buf_str(o, "/Pg");
        hj_pdf_ref(o, pdf->pages[page].id);
    }
    put_kids(pdf, o, t, page);
    put_text_key(o, "/T", t->title);
    if (t->lang && strcmp(t->lang, language_above(pdf, t)) != 0)
        put_text_key(o, "/Lang", t->lang);
    if (!is(t, "Link"))
        put_text_key(o, "/Alt", t->alt);
    put_text_key(o, "/ActualText", t->actual);
    if (is(t, "Note"))
        hj_buf_printf(o, "/ID(n%u)", t->index);
    put_attributes(pdf, o, t);
    hj_buf_str(o, ">>");
}

static uint32_t write_parents(hj_pdf *pdf)
{
    uint32_t id = hj_pdf_id(&pdf->file);
    hj_buf *o = hj_pdf_object(&pdf->file, id);
    hj_buf_str(o, "<</Nums[");
    for (uint32_t p = 0; p < pdf->n_pages; p++) {
        hj_buf_int(o, p);
        hj_buf_char(o, '[');
        for (uint32_t m = 0; m < pdf->pages[p].n_leaves; m++)
            hj_pdf_ref(o, pdf->nodes[pdf->pages[p].leaves[m]->parent->index].id);
        hj_buf_char(o, ']');
    }
    uint32_t key = pdf->n_pages;
    for (const hj_pdf_link *l = pdf->links; l; l = l->next) {
        hj_buf_int(o, key++);
        hj_pdf_ref(o, pdf->nodes[l->tag->index].id);
        hj_buf_char(o, ' ');
    }
    hj_buf_str(o, "]>>");
    return id;
}

typedef struct note {
    char name[16];
    uint32_t id;
} note;

static int by_note(const void *a, const void *b)
{
    return strcmp(((const note *)a)->name, ((const note *)b)->name);
}

/* Elements with an /ID must stand in a name tree (14.7.2). */
static void put_notes(hj_pdf *pdf, hj_buf *o, uint32_t n)
{
    note *notes = HJ_ARRAY(pdf->arena, n, note);
    uint32_t i = 0;
    for (const hj_tag *t = pdf->areas->document; t; t = next_tag(t))
        if (t->role && is(t, "Note") && i < n) {
            hj_buf name = {0};
            hj_buf_printf(&name, "n%u", t->index);
            memcpy(notes[i].name, name.data, name.len + 1);
            notes[i++].id = pdf->nodes[t->index].id;
            hj_buf_free(&name);
        }
    qsort(notes, n, sizeof *notes, by_note);
    hj_buf_str(o, "/IDTree<</Names[");
    for (i = 0; i < n; i++) {
        hj_buf_printf(o, "(%s)", notes[i].name);
        hj_pdf_ref(o, notes[i].id);
    }
    hj_buf_str(o, "]>>");
}

uint32_t hj_pdf_write_tree(hj_pdf *pdf)
{
    const hj_tag *document = pdf->areas->document, *t = document; /* never NULL */
    uint32_t root = hj_pdf_id(&pdf->file), notes = 0;
    do {
        if (t->role) {
            pdf->nodes[t->index].id = hj_pdf_id(&pdf->file);
            notes += is(t, "Note");
        }
    } while ((t = next_tag(t)));
    t = document;
    do {
        if (t->role)
            write_element(pdf, t, root);
    } while ((t = next_tag(t)));
    uint32_t parents = write_parents(pdf);
    hj_buf *o = hj_pdf_object(&pdf->file, root);
    hj_buf_printf(o, "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R",
                  pdf->nodes[document->index].id, parents);
    if (notes)
        put_notes(pdf, o, notes);
    hj_buf_str(o, ">>");
    return root;
}

/* ---- bookmarks and page labels ---- */

typedef struct outline {
    uint32_t first, last;
    int visible; /* items shown when this level is */
} outline;

static outline write_outline(hj_pdf *pdf, const hj_bookmark *b, uint32_t parent)
{
    outline level = {0};
    uint32_t self = b ? hj_pdf_id(&pdf->file) : 0, before = 0;
    level.first = self;
    while (b) {
        uint32_t next = b->next ? hj_pdf_id(&pdf->file) : 0;
        outline inner = write_outline(pdf, b->first, self);
        hj_buf *o = hj_pdf_object(&pdf->file, self);
        hj_buf_str(o, "<</Title");
        hj_pdf_text(o, b->title, strlen(b->title));
        hj_buf_printf(o, "/Parent %u 0 R", parent);
        if (before)
            hj_buf_printf(o, "/Prev %u 0 R", before);
        if (next)
            hj_buf_printf(o, "/Next %u 0 R", next);
        if (inner.first)
            hj_buf_printf(o, "/First %u 0 R/Last %u 0 R/Count %d", inner.first, inner.last,
                          b->open ? inner.visible : -inner.visible);
        put_dest(pdf, o, b->dest);
        hj_buf_str(o, ">>");
        level.visible += 1 + (b->open ? inner.visible : 0);
        level.last = before = self;
        self = next;
        b = b->next;
    }
    return level;
}

uint32_t hj_pdf_write_bookmarks(hj_pdf *pdf)
{
    if (!pdf->areas->bookmarks)
        return 0;
    uint32_t root = hj_pdf_id(&pdf->file);
    outline top = write_outline(pdf, pdf->areas->bookmarks, root);
    hj_buf *o = hj_pdf_object(&pdf->file, root);
    hj_buf_printf(o, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %d>>", top.first, top.last,
                  top.visible);
    return root;
}

static long decimal(const char *s) /* 0 unless s is a plain number */
{
    if (!s || *s < '1' || *s > '9' || strspn(s, "0123456789") != strlen(s) || strlen(s) > 6)
        return 0;
    return strtol(s, NULL, 10);
}

void hj_pdf_write_labels(hj_pdf *pdf, hj_buf *out)
{
    bool needed = false;
    for (uint32_t p = 0; p < pdf->n_pages; p++)
        needed |= decimal(pdf->pages[p].number) != (long)p + 1;
    if (!needed)
        return;
    hj_buf_str(out, "/PageLabels<</Nums[");
    long before = 0;
    for (uint32_t p = 0; p < pdf->n_pages; p++) {
        const char *number = pdf->pages[p].number;
        long n = decimal(number);
        if (!n || n != before + 1 || !before) {
            hj_buf_printf(out, "%u<<", p);
            if (n)
                hj_buf_printf(out, "/S/D/St %ld", n);
            else
                put_text_key(out, "/P", number ? number : "");
            hj_buf_str(out, ">>");
        }
        before = n;
    }
    hj_buf_str(out, "]>>");
}
