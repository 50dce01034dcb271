/* What the files that implement hjemmel.h share: the handle, and one run over one document.
 *
 * The two towers meet here: the law tower (case, rules, decision) gives a record, the print tower
 * (fo, layout, paint, pdf) sets what transform/ makes of it. */
#ifndef HJ_HANDLE_H
#define HJ_HANDLE_H

#include "author/author.h"
#include "base/base.h"
#include "case/case.h"
#include "decision/decision.h"
#include "fo/fo.h"
#include "hjemmel.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"
#include "rules/rules.h"
#include "text/text.h"
#include "transform/transform.h"

typedef struct hj_kommune_file { /* read once for each path */
    const char *path;
    const hj_document *document; /* NULL: it could not be read, and that has been told */
    struct hj_kommune_file *next;
} hj_kommune_file;

struct hjemmel {
    hj_arena *arena;
    hj_lang lang;
    const char *root;
    const char *const *rule_dirs; /* NULL-terminated */
    const char *const *trust_paths; /* public keys; NULL: packs need not be signed */
    const hj_trust *trust; /* once read */
    const char *template_dir, *font_dir, *schema_dir, *kommune_dir;
    /* Made when first needed, so that `fo` does not wait for the rules; a failure is remembered
     * and told once. */
    struct { hj_schemas *schemas; bool failed; } schemas;
    struct { hj_rulebase *base; bool failed; } rules;
    struct { hj_templates *templates; bool failed; } templates;
    struct { hj_fonts *fonts; bool failed; } fonts;
    hj_pdf_cache *pdf_cache;
    hj_kommune_file *kommuner;
    hj_arena *spent; /* the last run's memory: given back when the next one starts, so that a
                      * process that makes one document leaves it to the system */
};

/* "a:b" as a NULL-terminated list. */
const char *const *hj_split_dirs(hj_arena *arena, const char *list);

/* NULL with diagnostics. */
const hj_schemas *hj_handle_schemas(hjemmel *h, hj_diags *diags);
hj_rulebase *hj_handle_rules(hjemmel *h, hj_diags *diags);
hj_templates *hj_handle_templates(hjemmel *h, hj_diags *diags);
hj_fonts *hj_handle_fonts(hjemmel *h, hj_diags *diags);
/* Reads rules (templates) anew and takes them into use when nothing is wrong with them; else false
 * with diagnostics, and what was in use stays. Kommune files are read again too. *old (or NULL) is
 * what was in use: the caller frees it when nothing made with it is looked at any more. */
bool hj_handle_reload_rules(hjemmel *h, hj_rulebase **old, hj_diags *diags);
bool hj_handle_reload_templates(hjemmel *h, hj_templates **old, hj_diags *diags);

/* One run over one document: everything lives in arena. Filled stage by stage. */
typedef struct hj_work {
    hjemmel *handle;
    const hjemmel_job *job;
    const char *path;
    hj_arena *arena;
    hj_diags *diags;
    const hj_document *document, *kommune;
    const char *kommune_path;
    const hj_doctype *type;
    bool changes; /* the record tells what would have given another outcome */
    bool only_look; /* the job's date is the day the case is looked at */
    bool brief; /* the record leaves out conditions and facts, which no template reads */
    const struct hj_given *given; /* facts to take so, whatever the document says */
    size_t n_given;
    const struct hj_ask *ask; /* what the record should hold besides what follows by itself */
    hj_record *record;
    const char *maalform;
    /* verify: what an archive copy carries, used instead of files; NULL: files. */
    const hj_attachment *copy_case, *copy_kommune, *copied;
    size_t n_copied;
    void *output; /* xmlDoc * of the transform: FO, or another medium */
    hj_fo_tree *tree;
    hj_areas *areas;
    hj_pictures *pictures;
} hj_work;

hj_work *hj_work_new(hjemmel *h, const char *path, const hjemmel_job *job);
/* The steps; each does those before it, once. False with diagnostics when it cannot go on. */
bool hj_work_read(hj_work *w); /* document and kommune */
/* Is there a document kind for what was read? A kommune file has none. */
bool hj_work_has_doctype(hj_work *w);
/* The day the job is done for; HJ_DATE_NONE when it names none. False: it is no date, and told. */
bool hj_work_asked_date(hj_work *w, hj_date *date);
/* Document kind, and what it is decided with; document and kommune must be read. */
bool hj_work_options(hj_work *w, hj_decide_options *options);
bool hj_work_decide(hj_work *w); /* document kind and record */
/* The checklist's findings as diagnostics: STOPP an error, UTKAST a warning, VARSEL a note. */
void hj_work_tell_findings(hj_work *w);
bool hj_work_transform(hj_work *w); /* output */
bool hj_work_layout(hj_work *w, bool strict); /* tree, areas */
/* The packs as input instead of a case: output is the book of them. */
#define HJ_BOOK "regelbok" /* root element, as dokumenter.xml names the input */
bool hj_work_weave(hj_work *w, hj_rulebase *base); /* NULL: the handle's own packs */
/* FO as input instead of a case: output is read from path. */
bool hj_work_read_fo(hj_work *w);
/* What people call the document: the saksmappe's number, as 2026/104 (between the two); without
 * one the file's name, or the folder's when the file is only called after its root element. */
const char *hj_work_label(const hj_work *w, char between);
/* The date a document shows. The clock is never asked: it is the record's, and an FO file alone
 * has the one given or the first day of the calendar computers count from. */
hj_date hj_work_date(const hj_work *w);
/* What decided the bytes, as far as the run has come (fingerprint.c). */
void hj_work_fingerprint(hj_work *w, hj_buf *out);
/* The lines that need no document: program, libraries, packs, templates; the latter only when they
 * can be loaded. */
void hj_fingerprint_law(hjemmel *h, hj_diags *diags, hj_buf *out);
/* The lines of what went in (case, kommune, pictures, record), as they stand in attachments. */
#define HJ_FINGERPRINT_FILE "avtrykk.txt"
/* After layout: what job->grunnlag says the document carries (archive.c). */
bool hj_work_grounds(hj_work *w, const hj_attachment **list, size_t *n);
/* All the way: the document in out. False with diagnostics; *ending says what it is. */
bool hj_work_render(hj_work *w, hj_buf *out, const char **ending);
/* Ends the run: bytes (taken from out, may be NULL) and diagnostics become the result. */
hjemmel_result *hj_work_finish(hj_work *w, hj_buf *out);

hj_report_format hj_report_format_of(const hjemmel_job *job);

/* All .xml and .fo files below dir, folder by folder in sorted order, hidden ones left out;
 * NULL-terminated, in arena. */
const char **hj_documents_below(const char *dir, hj_arena *arena, hj_diags *diags);

/* The folder a folder stands in, in words a message can use: rules for rules/felles/. */
const char *hj_folder_of(hj_arena *arena, const char *dir);

/* What an XML file is, by its root element; HJ_INPUT_CASE also for what cannot be read (the real
 * reader then says why) and for "-". */
typedef enum { HJ_INPUT_CASE, HJ_INPUT_FO, HJ_INPUT_TEMPLATE } hj_input_kind;
hj_input_kind hj_input_sniff(const char *path);

#endif
