/* pdf/: the archival canvas. Writes PDF 1.7 that is PDF/A-2a and PDF/UA-1 at once.
 *
 * Owns: content streams, per-document font subsets (cached when a document needs the same glyphs
 * again), the structure tree, XMP, output intent, links, bookmarks, the file structure.
 * Refuses: glyph 0, a title or language missing when the standard is claimed, a Figure without
 * alternate text, content that is neither tagged nor an artifact.
 * Same areas, same info: same bytes, in every run, whatever was written before. */
#ifndef HJ_PDF_H
#define HJ_PDF_H

#include "paint/paint.h"

/* The namespace of the XMP property that tells what made the document. */
#define HJ_PDF_MADE_BY "urn:hjemmel:avtrykk:1"

typedef struct hj_attachment { /* PDF/A-3a when any are given */
    const char *name, *description, *mime; /* mime e.g. "text/xml" */
    const char *relationship; /* Data, Source, Alternative, Supplement, Unspecified */
    const void *bytes;
    size_t len;
    const char *date;
} hj_attachment;

typedef struct hj_pdf_options {
    int compression; /* libdeflate level 1–12; 0 means the default, 1. Level 6 costs a
                        tenth of a letter's time and saves a twentieth of its bytes */
    bool font_boxes; /* Ascent and Descent in font descriptors are the FontBBox's, as FOP writes
                        them: readers of text go by them where words stand */
    const hj_attachment *attachments;
    size_t n_attachments;
} hj_pdf_options;

/* Font subsets by (face, glyph set); belongs to an engine handle, capped, changes no byte. */
typedef struct hj_pdf_cache hj_pdf_cache;
hj_pdf_cache *hj_pdf_cache_new(void);
void hj_pdf_cache_free(hj_pdf_cache *cache);

/* A canvas for a whole document. cache may be NULL. options may be NULL. */
hj_canvas *hj_pdf_canvas(const hj_areas *areas, const hj_document_info *info,
                         const hj_pdf_options *options, hj_pdf_cache *cache, hj_arena *arena);

/* ---- reading back ---- */
typedef enum {
    HJ_PDF_NONE, /* no PDF at all */
    HJ_PDF_FOREIGN, /* a PDF we did not write */
    HJ_PDF_BROKEN, /* we wrote it, and it has been damaged since */
    HJ_PDF_OURS
} hj_pdf_kind;
typedef struct hj_pdf_seen {
    const char *xmp;
    size_t n_xmp;
    const hj_attachment *attachments; /* names and so on never NULL; date is not read */
    size_t n_attachments;
    size_t written; /* where we stopped writing; what comes after, others have added */
    bool intact; /* the bytes are those the file's identifier was made from */
} hj_pdf_seen;
/* Reads a file this writer wrote; any other, and any bytes at all, safely. What is found lives in
 * arena or in data. */
hj_pdf_kind hj_pdf_read(const void *data, size_t n, hj_arena *arena, hj_pdf_seen *out);

#endif
