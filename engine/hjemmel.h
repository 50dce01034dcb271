/* libhjemmel: case -> decision -> document, in one call or stage by stage.
 *
 * A handle holds everything that is made once: packs, stylesheets, schemas, fonts. It is not
 * thread-safe; use one per thread or process. No function reads the clock, the locale, the
 * environment or the network, and none writes to stdout or stderr.
 *
 *     hjemmel *h = hjemmel_new(&(hjemmel_options){.root = "/usr/share/hjemmel"});
 *     hjemmel_result *r = hjemmel_render(h, "sak.xml", &(hjemmel_job){.dokument = "vedtak"});
 *     if (r->blame == 0) fwrite(r->bytes, 1, r->len, file);
 *     else fputs(r->diagnostics, stderr);
 *     hjemmel_result_free(r); hjemmel_free(h); */
#ifndef HJEMMEL_H
#define HJEMMEL_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HJEMMEL_API __attribute__((visibility("default")))

typedef struct hjemmel hjemmel;

typedef struct hjemmel_options {
    const char *root; /* folder with rules, templates, fonts, schemas; NULL: as installed */
    const char *rules; /* folders below override root's; several separated by ':' */
    const char *templates;
    const char *fonts;
    const char *trust; /* public keys, files or folders; packs must be signed with one of them.
                          NULL: root's folder trust when it is there, else none need be signed */
    const char *lang; /* "en" or "nb": language of diagnostics and explanations */
} hjemmel_options;

/* NATIVE is what the document kind is: PDF for pages, the bytes themselves for XML and text. */

typedef enum {
    HJEMMEL_PDF, HJEMMEL_PDF_CAIRO, HJEMMEL_PNG, HJEMMEL_SVG, HJEMMEL_FO, HJEMMEL_NATIVE
} hjemmel_format;

/* What the PDF carries of what it was made from. ALL: the case, the kommune and the record with
 * its trace, and every page says that it is the archive's copy; PRINTS: sums alone, which may be
 * sent. */

typedef enum { HJEMMEL_GROUNDS_NONE, HJEMMEL_GROUNDS_PRINTS, HJEMMEL_GROUNDS_ALL } hjemmel_grounds;

typedef struct hjemmel_job {
    const char *dokument; /* document kind; NULL: the default of the input's root element */
    hjemmel_format format;
    const char *kommune; /* path of the kommune file; NULL: the one the case names */
    const char *maalform; /* "nb", "nn"; NULL: from the case */
    const char *dato; /* ÅÅÅÅ-MM-DD; NULL: from the case */
    int page; /* PNG, SVG: 1 …; 0 means 1 */
    double dpi; /* PNG; 0 means 100 */
    bool json; /* explanations and status as JSON, else text */
    bool csv; /* status as a table for spreadsheets: semicolons between, one line a deadline */
    bool html; /* explanations as a page for a browser */
    const char *tekst; /* hjemmel_explain: part of a sentence: who said it? */
    bool json_diagnostics; /* diagnostics as JSON, else text */
    const char *profile; /* hjemmel_fo, PDF: "pdfa-2a+ua-1", or "pdf", tagged without that claim;
                            NULL: the first when the document has what it asks for */
    bool coverage, mutate, junit; /* hjemmel_test: these reports; JUnit XML (or json) for TAP */
    int threshold; /* hjemmel_test: percent; a report below it is a failure; 0: none */
    const char *only; /* hjemmel_test, hjemmel_weave: the file or folder of the rules it is about;
                       * NULL: all */
    int outcomes; /* hjemmel_test, coverage: percent of outcomes instead; 0: threshold says */
    bool texts; /* hjemmel_diff: the letters' texts and values too */
    void (*progress)(void *user, size_t done, size_t of); /* hjemmel_diff: now and then; or NULL */
    void *progress_user;
    bool color; /* diagnostics as text coloured for a terminal */
    hjemmel_grounds grunnlag; /* hjemmel_render */
    const char *case_file; /* hjemmel_verify: what the document was made from; NULL: not given */
    bool compat_fop; /* hjemmel_fo: XSL-FO as FOP 2.8 reads it, for stylesheets written for it */
} hjemmel_job;

typedef struct hjemmel_result {
    int blame; /* 0 ok; 1 input, 2 usage, 3 environment, 70 our bug: the exit code */
    int level; /* checklist: 0 ok, 1 VARSEL, 2 UTKAST, 3 STOPP (no bytes then) */
    char *bytes; /* the document; NULL when none was made */
    size_t len;
    int pages;
    char *name; /* what to call the file, without folder and ending: 2026-104-vedtak; or NULL */
    const char *ending; /* pdf, png, svg, fo, xml, txt; NULL when no bytes */
    char *diagnostics; /* text or JSON, "" when nothing to say */
    int errors, warnings;
} hjemmel_result;

/* Never NULL for lack of memory (aborts). On failure to load, NULL, and *diagnostics (when not
 * NULL) is a text the caller frees with hjemmel_text_free. */
HJEMMEL_API hjemmel *hjemmel_new(const hjemmel_options *options, char **diagnostics);
HJEMMEL_API void hjemmel_free(hjemmel *h);

/* Each takes a path ("-" is stdin) and returns a result the caller frees. */
HJEMMEL_API hjemmel_result *hjemmel_render(hjemmel *h, const char *path, const hjemmel_job *job);
HJEMMEL_API hjemmel_result *hjemmel_check(hjemmel *h, const char *path, const hjemmel_job *job);
HJEMMEL_API hjemmel_result *hjemmel_explain(hjemmel *h, const char *path, const hjemmel_job *job);
HJEMMEL_API hjemmel_result *hjemmel_status(hjemmel *h, const char *const *paths, size_t n,
                                           const hjemmel_job *job);
/* What two versions of the rules, each a folder as in hjemmel_options.rules, make of the cases in
 * files and folders: text, or as json and html say. The handle's own rules are not read. */
HJEMMEL_API hjemmel_result *hjemmel_diff(hjemmel *h, const char *before, const char *after,
                                         const char *const *paths, size_t n,
                                         const hjemmel_job *job);
/* The formatter alone: an FO file. strict: outside the subset is an error. */
/* The packs as a book: law by law, with what of the rules rests on each paragraph (PDF; FO, PNG,
 * SVG by job->format). */
HJEMMEL_API hjemmel_result *hjemmel_weave(hjemmel *h, const hjemmel_job *job);
HJEMMEL_API hjemmel_result *hjemmel_fo(hjemmel *h, const char *path, bool strict,
                                       const hjemmel_job *job);
/* A stage's result as stable text: facts, record, grunnlag, fo, areas, tags, rules. */
HJEMMEL_API hjemmel_result *hjemmel_dump(hjemmel *h, const char *path, const char *stage,
                                         const hjemmel_job *job);
/* Which program, packs, templates, fonts and libraries made a PDF of ours; and with the case, in
 * job->case_file or attached to the PDF, does making it again give the same bytes? Text or as json
 * says. blame 0 when all is as the document states. */
HJEMMEL_API hjemmel_result *hjemmel_verify(hjemmel *h, const char *path, const hjemmel_job *job);
/* Signs the pack in a folder with the secret key in a file: writes pakke.sig beside pakke.lua. */
HJEMMEL_API hjemmel_result *hjemmel_sign(hjemmel *h, const char *pack, const char *key,
                                         const hjemmel_job *job);
/* A new key to sign with: writes path, which only its owner may read, and path.pub. seed is 32
 * bytes nobody can guess; the library has no chance of its own, ask the system (getrandom). */
HJEMMEL_API hjemmel_result *hjemmel_new_key(hjemmel *h, const char *path,
                                            const unsigned char seed[32], const hjemmel_job *job);
/* Tests beside the rules, as TAP or JUnit XML. With mutate the rules are changed while it runs. */
HJEMMEL_API hjemmel_result *hjemmel_test(hjemmel *h, const hjemmel_job *job);
/* The handle's templates over cases (files and folders; n 0: the folder samples beside them), in
 * both målformer: which documents cannot be made, and which branches and phrases none reaches.
 * From then on the handle counts what its templates do. */
HJEMMEL_API hjemmel_result *hjemmel_test_templates(hjemmel *h, const char *const *cases, size_t n,
                                                   const hjemmel_job *job);

/* A conversation about one case: a line in, an answer out (result->bytes as text; what was wrong
 * with the line in its diagnostics). Nothing is written anywhere. opening (not NULL) gets the first
 * answer; NULL when the case cannot be talked about, and opening then says why. */
typedef struct hjemmel_console hjemmel_console;
HJEMMEL_API hjemmel_console *hjemmel_console_new(hjemmel *h, const char *path,
                                                 const hjemmel_job *job, hjemmel_result **opening);
HJEMMEL_API hjemmel_result *hjemmel_console_say(hjemmel_console *console, const char *line);
HJEMMEL_API bool hjemmel_console_over(const hjemmel_console *console); /* it was told to end */
HJEMMEL_API void hjemmel_console_free(hjemmel_console *console);

/* Writes a start of that kind (rule, service, letter, case, municipality, or in Norwegian) below
 * dir (NULL: here), from templates/nytt; bytes tell what was written and what must be filled in. No
 * file is written over. */
HJEMMEL_API hjemmel_result *hjemmel_start(hjemmel *h, const char *kind, const char *name,
                                          const char *dir, const hjemmel_job *job);

/* Reads rules, templates, or both anew, and takes each into use when nothing is wrong with it; else
 * what was in use stays, and the result says why (blame). Kommune files are read again anyhow. */
HJEMMEL_API hjemmel_result *hjemmel_reload(hjemmel *h, bool rules, bool templates,
                                           const hjemmel_job *job);

/* Writes into dir (NULL: here) what gives editors completion and squiggles for the handle's rules;
 * force: also over files it did not write. */
HJEMMEL_API hjemmel_result *hjemmel_editor(hjemmel *h, const char *dir, bool force,
                                           const hjemmel_job *job);

typedef enum {
    HJEMMEL_FORMAT_WRITE, HJEMMEL_FORMAT_CHECK, HJEMMEL_FORMAT_STDOUT
} hjemmel_format_mode;
/* Lays out rule files (and those in folders): written back where they stand, only looked at (an
 * error for each that differs), or as bytes. */
HJEMMEL_API hjemmel_result *hjemmel_lay_out(hjemmel *h, const char *const *paths, size_t n,
                                            hjemmel_format_mode mode, const hjemmel_job *job);

HJEMMEL_API void hjemmel_result_free(hjemmel_result *result);
HJEMMEL_API void hjemmel_text_free(char *text);
HJEMMEL_API const char *hjemmel_version(void);

#ifdef __cplusplus
}
#endif

#endif
