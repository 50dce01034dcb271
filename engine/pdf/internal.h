/* pdf/ inside: what its files share.
 *
 * canvas.c  content streams: text, paths, pictures, marks; the hj_canvas itself
 * text.c    glyph runs -> one TJ a line, pen kept in step with the rounded widths
 * font.c    codes, subsets, widths, ToUnicode
 * image.c   picture objects
 * shade.c   gradients: patterns and soft masks
 * tree.c    structure tree, parent tree, links, destinations, bookmarks, page labels
 * md5.c     the checksum of attached files
 * meta.c    XMP, document information, output intent, attachments, catalog
 * file.c    objects, object streams, cross-reference stream
 * read.c    the way back: what a file of ours says
 * cache.c   what an engine keeps between documents: subsets, pictures, the compressor
 * mkicc.c   the sRGB profile, made at build */
#ifndef HJ_PDF_INTERNAL_H
#define HJ_PDF_INTERNAL_H

#include "pdf/pdf.h"

/* ---- file.c ---- */
typedef struct hj_pdf_entry {
    bool packed; /* in an object stream: offset is into objects */
    size_t offset;
    size_t length; /* packed only */
} hj_pdf_entry;

typedef struct hj_pdf_file {
    hj_buf out; /* the file so far: header and streams */
    hj_buf objects; /* dictionaries that will go into object streams */
    hj_buf dict, packed; /* scratch */
    hj_pdf_entry *entries; /* by object number */
    uint32_t n, cap; /* entries used; number 0 is never an object */
    uint32_t open; /* object begun and not ended */
    struct hj_pdf_cache *cache;
    int level;
    bool font_boxes;
} hj_pdf_file;

void hj_pdf_file_begin(hj_pdf_file *file);
void hj_pdf_file_free(hj_pdf_file *file);
/* A new object number. */
uint32_t hj_pdf_id(hj_pdf_file *file);
/* Begins object id; its text is written to the returned buffer until the next call here. */
hj_buf *hj_pdf_object(hj_pdf_file *file, uint32_t id);
/* A stream: dict is the entries without Length and Filter. deflated: bytes already are. plain:
 * stored as they are (XMP, JPEG: dict then names the filter, if any). */
enum { HJ_PDF_DEFLATE, HJ_PDF_DEFLATED, HJ_PDF_PLAIN };
void hj_pdf_stream(hj_pdf_file *file, uint32_t id, const char *dict, const void *bytes, size_t n,
                   int how);
/* Writes object streams, cross-references and trailer after which out is the whole file. */
void hj_pdf_file_end(hj_pdf_file *file, uint32_t catalog, uint32_t info);

/* Deflate with zlib header, appended to out. */
void hj_pdf_deflate(hj_pdf_file *file, const void *bytes, size_t n, hj_buf *out);

/* Numbers and strings as PDF writes them. */
void hj_pdf_ref(hj_buf *buf, uint32_t id); /* " 12 0 R" */
void hj_pdf_hundredth(hj_buf *buf, int64_t n); /* n/100 */
/* 1/1000 pt to 1/100 pt. What lies more than 5 000 000 pt off is brought nearer: no reader takes
 * whole numbers past 2^31 (ISO 19005-2, 6.1.13), and a hostile drawing may ask for them. */
static inline int64_t hj_pdf_round(double milli)
{
    if (!(milli > -5e9))
        milli = -5e9;
    if (milli > 5e9)
        milli = 5e9;
    return (int64_t)(milli >= 0 ? milli / 10 + 0.5 : milli / 10 - 0.5);
}
void hj_pdf_text(hj_buf *buf, const char *utf8, size_t n); /* a text string with parentheses */
void hj_pdf_bytes(hj_buf *buf, const void *bytes, size_t n); /* a byte string with parentheses */
void hj_pdf_name(hj_buf *buf, const char *name); /* with the slash, escaped */
char *hj_pdf_grow(hj_buf *buf, size_t n);
/* Where n more bytes may be written; add to len what was. */
static inline char *hj_pdf_room(hj_buf *buf, size_t n)
{
    return buf->cap - buf->len > n ? buf->data + buf->len : hj_pdf_grow(buf, n);
}

/* ---- md5.c ---- */
void hj_pdf_md5(const void *bytes, size_t n, unsigned char sum[16]);

/* ---- font.c ---- */
typedef struct hj_pdf_code {
    uint16_t gid, next; /* next code of the same glyph, 0 at the end */
    int16_t width; /* as in /W */
    uint8_t text_len;
    uint32_t text; /* offset in texts */
} hj_pdf_code;

typedef struct hj_pdf_font {
    const hj_face *face;
    uint32_t id;
    int number; /* /F1 … in order of first use in this document */
    uint16_t *by_gid; /* first code of a glyph, 0: none yet */
    uint32_t n_gids;
    hj_pdf_code *codes; /* 1 … n-1 */
    uint32_t n, cap;
    hj_buf texts;
} hj_pdf_font;

/* The code that shows glyph gid and reads as text; 0 when the font is full. */
uint16_t hj_pdf_font_any_code(hj_pdf_font *font, uint16_t gid, const char *text, size_t len);
static inline uint16_t hj_pdf_font_code(hj_pdf_font *font, uint16_t gid, const char *text,
                                        size_t len)
{
    uint16_t c = len == 1 && gid < font->n_gids ? font->by_gid[gid] : 0; /* a letter seen before */
    return c && font->codes[c].text_len == 1 && font->texts.data[font->codes[c].text] == *text
               ? c : hj_pdf_font_any_code(font, gid, text, len);
}
bool hj_pdf_font_write(hj_pdf_file *file, hj_pdf_font *font, hj_arena *arena, hj_diags *diags);

/* ---- cache.c ---- */
typedef struct hj_pdf_subset {
    const hj_face *face;
    int level;
    uint8_t *glyphs; /* bitmap of the glyphs asked for */
    size_t n_glyphs; /* its bytes */
    uint16_t *gids; /* new number of each glyph asked for, in order */
    size_t n_gids;
    uint8_t *deflated;
    size_t n_deflated, n_plain;
} hj_pdf_subset;

typedef struct hj_pdf_image_data {
    uint64_t key[2];
    int width, height, channels, level;
    uint8_t *deflated, *alpha; /* alpha NULL: opaque; deflated NULL: the file's own rows serve */
    size_t n_deflated, n_alpha;
} hj_pdf_image_data;

struct libdeflate_compressor *hj_pdf_compressor(hj_pdf_cache *cache, int level);
/* The sRGB profile, deflated: kept by the file's cache, else in room, which the caller frees. */
const hj_buf *hj_pdf_profile(hj_pdf_file *file, hj_buf *room);
const hj_pdf_subset *hj_pdf_cached_subset(hj_pdf_cache *cache, const hj_pdf_subset *wanted);
const hj_pdf_image_data *hj_pdf_cached_image(hj_pdf_cache *cache, const hj_raster *raster,
                                             int level);
/* The cache takes what the pointers own (malloc) and gives it back, or NULL when it is too large
 * to keep: the caller then still owns it. */
const hj_pdf_subset *hj_pdf_keep_subset(hj_pdf_cache *cache, const hj_pdf_subset *subset);
const hj_pdf_image_data *hj_pdf_keep_image(hj_pdf_cache *cache, const hj_pdf_image_data *image);

/* ---- the canvas (canvas.c) ---- */
typedef struct hj_pdf_mark { /* a marked-content sequence */
    uint32_t page, mcid;
    struct hj_pdf_mark *next; /* of the same leaf */
} hj_pdf_mark;

typedef struct hj_pdf_link { /* one annotation: one link on one page */
    const hj_tag *tag;
    const hj_area *area; /* for messages; NULL */
    const char *uri, *dest;
    uint32_t page, id;
    double *quads; /* left, bottom, right, top in page space, 1/1000 pt, y up */
    size_t n_quads, cap;
    struct hj_pdf_link *next; /* next of the document */
} hj_pdf_link;

typedef struct hj_pdf_node { /* what the writer knows of a tag, by tag->index */
    hj_pdf_mark *first, *last; /* leaves */
    hj_pdf_link *links, *last_link; /* Link elements: index of annotations, by same_tag */
    hj_buf text; /* Link elements: what its leaves say */
    uint32_t id;
} hj_pdf_node;

typedef struct hj_pdf_page {
    uint32_t id, content;
    hj_len width, height;
    const hj_tag **leaves; /* by MCID */
    uint32_t n_leaves, cap;
    const char *number;
} hj_pdf_page;

typedef struct hj_pdf_dest {
    const char *name;
    uint32_t page;
    double x, y; /* 1/1000 pt, y up */
} hj_pdf_dest;

typedef struct hj_pdf_image {
    const hj_raster *raster;
    uint32_t id;
} hj_pdf_image;

typedef struct hj_pdf_state { /* graphics state that q saves */
    hj_color fill, stroke;
    uint8_t fill_alpha, stroke_alpha;
    const hj_pdf_font *font;
    hj_len size;
    int64_t char_space;
    int64_t line_width; /* 1/100 pt, -1 unknown */
    int cap, join;
    double miter;
    char dash[160];
    hj_matrix ctm; /* page units, y down */
} hj_pdf_state;

typedef struct hj_pdf_shared { /* an object that is written once, however often it is used */
    const char *text;
    uint64_t hash;
    uint32_t id, number;
    struct hj_pdf_shared *next;
} hj_pdf_shared;

typedef struct hj_pdf_group { /* an open group: what is painted becomes a form */
    hj_buf content; /* of what lies around it */
    hj_pdf_state state;
    hj_len x, y, w, h;
    uint8_t opacity;
} hj_pdf_group;

#define HJ_PDF_NESTING 26 /* ISO 19005-2, 6.1.13: at most 28 levels of q */

typedef struct hj_pdf {
    hj_canvas canvas;
    const hj_areas *areas;
    hj_document_info info;
    hj_pdf_options options;
    hj_arena *arena;
    hj_pdf_file file;

    hj_pdf_page *pages;
    uint32_t n_pages, cap_pages, page; /* page: the one being painted */
    hj_buf content;

    hj_pdf_node *nodes; /* by tag->index */
    uint32_t n_nodes;
    const hj_tag *leaf; /* wanted mark */
    hj_artifact artifact;
    bool marked; /* a BDC is open */
    int marked_depth; /* q depth it was opened at */
    hj_pdf_node *link_text; /* the Link that the open leaf belongs to */

    hj_pdf_state state, stack[HJ_PDF_NESTING];
    int depth, beyond; /* levels open; levels past the limit, which were not written */
    bool too_deep;

    /* text: positions in 1/1000000 pt, y up */
    bool in_text, in_array, in_string;
    int64_t line_x, line_y; /* start of the line, 1/100 pt */
    int64_t pen; /* where the reader's pen is */
    hj_len rise;

    hj_pdf_font **fonts; /* by face index */
    uint32_t cap_fonts;
    hj_pdf_font **used_fonts; /* by number - 1 */
    int n_fonts;
    hj_pdf_image *images;
    uint32_t n_images, cap_images;
    hj_pdf_shared *patterns, *masks; /* /P1 …, /S1 …, newest first */
    uint32_t n_patterns, n_masks, n_forms;
    hj_buf forms; /* entries of the resources: /G1 12 0 R … */
    hj_pdf_group groups[HJ_PDF_NESTING];
    int n_groups, groups_beyond;
    uint32_t resources; /* the one dictionary all pages and forms share; 0: not yet */
    uint8_t alphas[256]; /* 1: this opacity is used */
    uint8_t n_alphas;

    hj_pdf_link *links, *last_link;
    hj_pdf_dest *dests;
    uint32_t n_dests, cap_dests;

    /* What went wrong before finish() had a list of diagnostics. */
    bool broken_glyph, bad_tag;
} hj_pdf;

/* text.c */
void hj_pdf_glyphs(hj_canvas *canvas, const hj_run *run, hj_len x, hj_len y, hj_len size,
                   hj_len letter_spacing, hj_len word_spacing, hj_color color);
void hj_pdf_end_text(hj_pdf *pdf);

/* canvas.c, for text.c and image.c */
void hj_pdf_begin_mark(hj_pdf *pdf);
void hj_pdf_set_fill(hj_pdf *pdf, hj_color color);
hj_pdf_font *hj_pdf_use_font(hj_pdf *pdf, const hj_face *face);

void hj_pdf_put_path(hj_pdf *pdf, const hj_path *path);
void hj_pdf_put_factor(hj_buf *out, double v); /* six decimals and a blank */
void hj_pdf_set_pen(hj_pdf *pdf, const hj_stroke *pen);
uint32_t hj_pdf_resources(hj_pdf *pdf); /* the id */

/* shade.c */
void hj_pdf_shade(hj_canvas *canvas, const hj_path *path, bool even_odd, const hj_stroke *pen,
                  const hj_shade *shade);

/* image.c */
uint32_t hj_pdf_use_image(hj_pdf *pdf, const hj_raster *raster); /* number, /I1 … */

/* tree.c: each writes objects; false with diagnostics when the standard would be broken. */
bool hj_pdf_check_tree(hj_pdf *pdf, hj_diags *diags);
void hj_pdf_write_pages(hj_pdf *pdf, uint32_t pages_id, uint32_t resources);
uint32_t hj_pdf_write_tree(hj_pdf *pdf);
uint32_t hj_pdf_write_bookmarks(hj_pdf *pdf); /* 0: none */
void hj_pdf_write_labels(hj_pdf *pdf, hj_buf *out); /* /PageLabels, or nothing */

/* meta.c */
uint32_t hj_pdf_write_info(hj_pdf *pdf);
uint32_t hj_pdf_write_xmp(hj_pdf *pdf);
void hj_pdf_write_intent(hj_pdf *pdf, hj_buf *out);
void hj_pdf_write_attachments(hj_pdf *pdf, hj_buf *out); /* /AF and /Names entries */

extern const unsigned char hj_srgb_profile[];
extern const unsigned hj_srgb_profile_size;

#endif
