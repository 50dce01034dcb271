/* The fingerprint: what decided the bytes of a document, one thing a line (pdf/README.md).
 *
 * The hard idea: everything that decided is named (program and libraries, packs, templates,
 * patterns, the faces the document uses) and nothing that did not: what the handle made before
 * must not show. The same lines stand in the document and are made again to compare with it. */
#include <hb.h>
#include <libdeflate.h>
#include <libxml/xmlversion.h>
#include <libxml/parser.h>
#include <libxslt/xslt.h>
#include <lua.h>
#include <string.h>

#include "handle.h"

/* libunibreak changed its header and the name of its version between Debian 12 and 13. */
#if __has_include(<unibreakbase.h>)
#include <unibreakbase.h>
#else
#include <linebreak.h>
#define unibreak_version linebreak_version
#endif

/* In order of first use. A file the catalogue does not know is used all the same, and told. */
static void faces_used(hj_work *w, hj_buf *out)
{
    enum { MOST = 64 };
    const hj_face *used[MOST];
    size_t n = 0;
    for (size_t p = 0; p < w->areas->n_pages; p++)
        for (size_t i = 0; i < w->areas->pages[p].n_areas; i++) {
            const hj_area *area = &w->areas->pages[p].areas[i];
            if (area->kind != HJ_AREA_GLYPHS)
                continue;
            size_t k = 0;
            while (k < n && used[k] != area->u.glyphs.run->face)
                k++;
            if (k == n && n < MOST)
                used[n++] = area->u.glyphs.run->face;
        }
    for (size_t k = 0; k < n; k++) {
        hj_face_fingerprint(used[k], out);
        hj_face_verify(used[k], w->diags);
    }
}

static void versions(hj_buf *out)
{
    hj_buf_printf(out, "program hjemmel %s\nlibrary libxml2 %s\nlibrary libxslt %s\n"
                  "library lua %s\nlibrary harfbuzz %s\nlibrary libdeflate %s\n"
                  "library libunibreak %d\n",
                  HJ_VERSION, xmlParserVersion, xsltEngineVersion, &LUA_RELEASE[sizeof "Lua"],
                  hb_version_string(), LIBDEFLATE_VERSION_STRING, unibreak_version);
}

static void law(hjemmel *h, bool all, hj_buf *out)
{
    hj_rulebase_fingerprint(h->rules.base, all, out);
    hj_templates_fingerprint(h->templates.templates, out);
}

void hj_fingerprint_law(hjemmel *h, hj_diags *diags, hj_buf *out)
{
    versions(out);
    if (hj_handle_rules(h, diags) && hj_handle_templates(h, diags))
        law(h, true, out);
}

/* What was asked for, so that it can be asked for again. */
static void asked(const hj_work *w, hj_buf *out)
{
    char iso[11];
    if (w->type)
        hj_buf_printf(out, "document %s\n", w->type->name);
    if (w->maalform)
        hj_buf_printf(out, "language %s\n", w->maalform);
    hj_buf_printf(out, "date %s\n", hj_date_iso(hj_work_date(w), iso));
    if (w->record && w->record->date != w->record->document_date)
        hj_buf_printf(out, "law-date %s\n", hj_date_iso(w->record->date, iso));
    if (w->job->dato)
        hj_buf_printf(out, "asked-date %s\n", w->job->dato);
    if (w->job->grunnlag != HJEMMEL_GROUNDS_NONE)
        hj_buf_printf(out, "grounds %s\n",
                      w->job->grunnlag == HJEMMEL_GROUNDS_ALL ? "attached" : "fingerprints");
}

void hj_work_fingerprint(hj_work *w, hj_buf *out)
{
    versions(out);
    asked(w, out);
    if (w->record)
        law(w->handle, false, out);
    if (w->areas) {
        hj_hyphens_fingerprint(w->handle->fonts.fonts, w->areas->lang, out);
        faces_used(w, out);
    }
}
