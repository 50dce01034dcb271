/* What a document carries of what it was made from (render --grunnlag).
 *
 * The hard idea: whoever has the file can make it again. So everything that went in is there as it
 * was read, byte for byte: the case, the kommune file and its pictures; and beside them what came
 * of it, the record with its trace, and the sum of each. Names say nothing of the person or of the
 * folders the files stood in: these copies are the same wherever they are made.
 *
 * AFRelationship is Data for all of them (ISO 32000-2, table 44): they are what the document
 * presents. Source would say that a person edits them to make the document anew. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/sum.h"
#include "handle.h"
#include "rules/compiled.h"

enum { MOST = 60 }; /* attachments */

typedef struct carried {
    hj_work *w;
    hj_attachment files[MOST];
    size_t n;
    hj_buf lines; /* the fingerprint with what went in */
} carried;

/* Descriptions are the archive's words: bokmål, whatever language the messages are in. */
static bool carry(carried *c, const char *key, const char *name, const char *says,
                  const char *mime, const void *bytes, size_t n)
{
    char hex[HJ_SUM_HEX];
    if (c->n == MOST) {
        hj_error(c->w->diags, "HJ-HJEMMEL-013", HJ_FILE(c->w->path),
                 "the document uses more than %d files; they cannot all be attached", MOST);
        return false;
    }
    if (key) {
        hj_sum_hex(bytes, n, hex);
        hj_buf_printf(&c->lines, "%s %s " HJ_SUM_NAME ":%s\n", key, name, hex);
    }
    c->files[c->n++] = (hj_attachment){
        .name = name, .description = hj_tr(HJ_LANG_NB, says), .mime = mime, .bytes = bytes,
        .len = n, .relationship = "Data"};
    return true;
}

static bool carry_document(carried *c, const char *key, const hj_document *document,
                           const char *says)
{
    const char *name = hj_arena_printf(c->w->arena, "%s.xml", document->kind);
    return carry(c, key, name, says, "text/xml", document->bytes, document->len);
}

static const char *picture_mime(const hj_picture_file *file)
{
    if (file->len > 4 && memcmp(file->bytes, "\x89PNG", 4) == 0)
        return "image/png";
    return file->len > 3 && memcmp(file->bytes, "\xff\xd8\xff", 3) == 0 ? "image/jpeg"
                                                                        : "image/svg+xml";
}

/* Those that stand with the kommune; the templates' own have part in the templates' sum. */
static bool carry_pictures(carried *c)
{
    hj_work *w = c->w;
    size_t n = 0;
    const hj_picture_file *read = hj_pictures_read(w->pictures, &n);
    for (size_t i = 0; i < w->n_copied; i++)
        if (!carry(c, "picture", w->copied[i].name, HJ_T("a picture from the kommune"),
                   w->copied[i].mime, w->copied[i].bytes, w->copied[i].len))
            return false;
    char *home = w->kommune_path ? realpath(hj_path_dir(w->arena, w->kommune_path), NULL) : NULL;
    size_t skip = home ? strlen(home) : 0;
    bool ok = true;
    for (size_t i = 0; home && ok && i < n; i++)
        if (strncmp(read[i].name, home, skip) == 0 && read[i].name[skip] == '/')
            ok = carry(c, "picture", read[i].name + skip + 1,
                       HJ_T("a picture from the kommune"), picture_mime(&read[i]), read[i].bytes,
                       read[i].len);
    free(home);
    return ok;
}

/* ---- the record ---- */

/* Where something stands, without the folders of this machine: sak.xml, tildeling/fakta.lua. */
static const char *local_name(const hj_work *w, const char *path)
{
    const hj_document *documents[] = {w->document, w->kommune};
    const hj_rulebase *base = w->handle->rules.base;
    for (size_t i = 0; i < HJ_COUNT(documents); i++)
        if (documents[i] && strcmp(documents[i]->file, path) == 0)
            return hj_arena_printf(w->arena, "%s.xml", documents[i]->kind);
    for (int i = 0; i < base->n_pakker; i++) {
        const hj_pakke *p = &base->pakker[i];
        size_t n = strlen(p->dir);
        if (strncmp(p->dir, path, n) == 0 && path[n + strspn(path + n, "/")] && path[n] == '/')
            return hj_arena_printf(w->arena, "%s/%s", p->navn, path + n + strspn(path + n, "/"));
    }
    return hj_path_base(path);
}

static bool is_path(const char *name)
{
    size_t n = strlen(name);
    return n >= 3 && strcmp(name + n - 3, "fil") == 0;
}

/* The record's nodes are the arena's: their values are set without freeing. */
static void make_local(const hj_work *w, xmlNode *node)
{
    for (; node; node = node->next) {
        for (xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next)
            if (is_path((const char *)a->name) && a->children && a->children->content)
                a->children->content =
                    (xmlChar *)local_name(w, (const char *)a->children->content);
        make_local(w, node->children); /* as deep as conditions nest: the compiler caps that */
    }
}

/* The letter is made from the brief record; the archive gets the whole one. */
static bool carry_record(carried *c)
{
    hj_work *w = c->w;
    hj_decide_options options;
    w->brief = false;
    if (!hj_work_options(w, &options))
        return false;
    hj_record *whole = hj_decide(w->handle->rules.base, w->document, &options, w->arena, w->diags);
    if (!whole)
        return false;
    xmlChar *bytes = NULL;
    int n = 0;
    make_local(w, ((xmlDoc *)whole->xml)->children);
    xmlDocDumpFormatMemoryEnc(whole->xml, &bytes, &n, "UTF-8", 1);
    char *kept = hj_arena_strndup(w->arena, bytes ? (const char *)bytes : "", (size_t)n);
    xmlFree(bytes);
    return carry(c, "record", "avgjoerelse.xml", HJ_T("what the rules made of the case, and why"),
                 "text/xml", kept, (size_t)n);
}

/* ---- the whole ---- */

bool hj_work_grounds(hj_work *w, const hj_attachment **list, size_t *n)
{
    if (w->job->grunnlag == HJEMMEL_GROUNDS_NONE || !w->document)
        return true;
    carried *c = HJ_NEW(w->arena, carried);
    c->w = w;
    hj_work_fingerprint(w, &c->lines);
    bool ok = carry_document(c, "case", w->document, HJ_T("the case the document is made from"))
              && (!w->kommune
                  || carry_document(c, "kommune", w->kommune, HJ_T("what is said of the kommune")))
              && carry_pictures(c) && carry_record(c);
    if (w->job->grunnlag == HJEMMEL_GROUNDS_PRINTS)
        c->n = 0; /* the lines are all that may be sent */
    const char *lines = hj_arena_strndup(w->arena, c->lines.data, c->lines.len);
    ok = ok && carry(c, NULL, HJ_FINGERPRINT_FILE, HJ_T("what the document was made by"),
                     "text/plain", lines, c->lines.len);
    hj_buf_free(&c->lines);
    *list = c->files;
    *n = c->n;
    return ok;
}
