/* What the files of transform/ share. Not for other stages. */
#ifndef HJ_TRANSFORM_INTERNAL_H
#define HJ_TRANSFORM_INTERNAL_H

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxslt/xsltInternals.h>

#include "base/sum.h"
#include "transform/transform.h"

#if LIBXML_VERSION >= 21200
#pragma GCC diagnostic ignored "-Wdeprecated-declarations" /* fields newer versions hide */
typedef const xmlError *hj_xml_error; /* the handler's signature changed in 2.12 */
#else
typedef xmlErrorPtr hj_xml_error;
#endif

#define HJ_NS_FO "http://www.w3.org/1999/XSL/Format"
#define HJ_NS_HJFO "urn:hjemmel:fo:1"
#define HJ_NS_MAL "urn:hjemmel:mal:1"
#define HJ_NS_COMMON "http://exslt.org/common"
#define HJ_NS_STRINGS "http://exslt.org/strings"
#define HJ_NBSP "\xc2\xa0"

enum { HJ_NB, HJ_NN }; /* index of the maalform */
extern const char *const hj_maalform_names[2];
int hj_maalform_index(const char *name); /* anything but "nn" is bokmål */

/* ---- texts.c: keyed blocks ---- */

typedef enum {
    HJ_OP_TEXT, HJ_OP_SLOT, HJ_OP_BOLD, HJ_OP_ITALIC, HJ_OP_BLOCK, HJ_OP_LIST, HJ_OP_ITEM,
    HJ_OP_END
} hj_op_kind;

typedef struct hj_op {
    hj_op_kind kind;
    const char *text; /* TEXT: white space collapsed, hard spaces set */
    int slot; /* SLOT: index into names */
    hj_op_kind opened; /* END: what it ends */
} hj_op;

typedef struct hj_text {
    const char *key, *file;
    int line;
    int at[2]; /* lines of nb and nn */
    hj_op *ops[2];
    int ops_n[2];
    const char **names; /* placeholders, both maalformer */
    int names_n;
    bool used; /* set by the check only */
} hj_text;

typedef struct hj_texts {
    hj_text *all; /* sorted by key */
    size_t n;
} hj_texts;

bool hj_texts_load(hj_texts *texts, const char *dir, hj_arena *arena, hj_diags *diags);
hj_text *hj_texts_find(const hj_texts *texts, const char *key);
const char *hj_texts_nearest(const hj_texts *texts, const char *key);

/* ---- sheets.c: stylesheets made ready ---- */

/* What a prepared hj:verdi keeps in its node's _private. */
typedef struct hj_slot {
    const char *name;
    xmlXPathCompExpr *select; /* NULL: the content is the value */
    xmlNs **namespaces;
    int namespaces_n;
    struct hj_slot *next; /* of the same hj:tekst */
    xmlNode *node;
} hj_slot;

/* What a prepared hj:tekst keeps. */
typedef struct hj_call {
    const hj_text *text; /* NULL when the key is computed */
    hj_slot *key; /* the expression of noekkel="{…}"; NULL when it is not one expression */
    const hj_text *fits; /* the text last found to fit the slots */
    hj_slot *slots;
} hj_call;

typedef struct hj_sheet {
    xsltStylesheet *style; /* NULL until compiled */
    struct hj_compiled *compiled; /* XPath expressions to free */
} hj_sheet;

struct hj_templates {
    hj_arena *arena;
    const char *dir;
    hj_doctype *types;
    hj_sheet *sheets; /* one per type */
    size_t types_n;
    hj_texts texts;
    char sum[HJ_SUM_HEX]; /* "" until asked for */
    struct hj_trace *trace; /* NULL: nobody counts what runs */
    hj_heard *heard; /* NULL: nobody asks what is said */
};

/* The running work of this thread: where errors go, and what functions need. One at a time. */
typedef struct hj_run {
    hj_templates *templates;
    hj_sheet *sheet;
    bool pdf; /* the medium: FO elements get their place, texts become fo:inline */
    int maal;
    hj_arena *arena;
    hj_diags *diags;
    xsltTransformContext *xslt; /* NULL while compiling */
    const hj_document *doc, *kommune;
    bool failed;
    const char *outside; /* an import that was refused; its place comes with libxslt's message */
    bool refused; /* a file was refused and told; libxslt's own words on it are not needed */
    bool endless; /* an endless recursion was told; its stack is not */
    hj_place pending; /* from the header line libxslt prints before a message */
    const char *detail; /* what XPath said just before */
    hj_place detail_place;
} hj_run;

bool hj_sheet_compile(hj_templates *templates, size_t type, hj_diags *diags);
void hj_sheet_free(hj_sheet *sheet);
/* Puts run in charge of all messages of libxml2 and libxslt on this thread; and back. */
void hj_run_enter(hj_run *run);
void hj_run_leave(hj_run *run);
/* The place of a stylesheet node, or of the instruction at work when node is NULL. */
hj_place hj_run_place(hj_run *run, const xmlNode *node);
/* Virtual URI in the template folder -> path on disk; NULL when it is outside. */
const char *hj_template_path(const hj_templates *templates, const char *uri, hj_arena *arena);

/* ---- trace.c: what ran ---- */

typedef struct hj_trace hj_trace;
void hj_trace_begin(hj_trace *trace, const char *path); /* a copy of this file will be marked */
/* Puts milestones before and in an instruction that branches; ns is ours. */
void hj_trace_mark(hj_trace *trace, const char *path, xmlNs *ns, xmlNode *node);
bool hj_trace_is_milestone(const xmlNode *node);
void hj_trace_listen(xsltTransformContext *ctxt);
void hj_trace_told(hj_run *run, const hj_text *text); /* when somebody counts */

/* ---- said.c: what was said ---- */

typedef struct hj_mark { /* an end of the result tree, to tell later what came after it */
    xmlNode *into, *last;
    size_t length; /* of last, when it is text */
} hj_mark;
hj_mark hj_said_mark(xmlNode *into);
/* The words that came after the mark, a line for each block. In arena. */
const char *hj_said_since(const hj_mark *mark, hj_arena *arena);
/* A text, when somebody asks; values by placeholder. inst: its hj:tekst; node: what the stylesheet
 * stands at. */
void hj_said_text(hj_run *run, const hj_text *text, const xmlNode *inst, const xmlNode *node,
                  const char *words, const char *const *values);
/* Own words. path: as in kilde. */
void hj_said_own(hj_run *run, hj_place place, const char *path, const xmlNode *block);

/* ---- tekst.c: hj:tekst and the caseworker's own words as FO ---- */

void hj_tekst_element(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst,
                      xsltElemPreComp *comp);
char *hj_tekst_string(hj_run *run, const hj_text *text);
/* Builds fo:block, fo:list-block … under parent from a node of the document (its content). */
void hj_avsnitt_build(hj_run *run, xmlDoc *doc, xmlNode *parent, const xmlNode *source);

/* ---- functions.c ---- */

/* Takes EXSLT's listed functions from find, once in a process (exslt.c). */
void hj_functions_borrow(xmlXPathFunction (*find)(const char *ns, const char *name));
void hj_functions_register(xsltTransformContext *ctxt);
/* Is {ns}name( ) callable? known: the namespace is one of ours or EXSLT's. */
bool hj_function_listed(const char *ns, const char *name, bool *known);
const char *hj_function_nearest(const char *ns, const char *name);

/* ---- exslt.c ---- */

/* Opens libexslt, once; false when there is none. Needed before a stylesheet with func:function is
 * compiled, and before one that calls str:, set: or math: runs. */
bool hj_exslt_open(void);

/* ---- passive.c ---- */

typedef struct hj_passives hj_passives; /* lesbarhet.xml: words, and where the reading stands */

/* Without the file there are no rules and no limits; NULL with a diagnostic when it is wrong. */
hj_passives *hj_passives_load(const char *dir, hj_arena *arena, hj_diags *diags);
/* What is asked of the texts together; 0: nothing. share: per cent of sentences. */
void hj_passives_limits(const hj_passives *passives, int *lix, int *sentence, int *share);
bool hj_passives_any(const hj_passives *passives, int maal); /* has it rules for this one? */
/* A clause (or a sentence) ends: what stood before says nothing of what follows. */
void hj_passives_clause(hj_passives *passives, int maal);
/* The next word, in small letters; does it make the clause passive? name: it had a capital and
 * does not begin the sentence. */
bool hj_passives_word(hj_passives *passives, int maal, const char *word, bool name);

/* ---- readable.c ---- */

/* The texts in each maalform, against the limits of lesbarhet.xml. */
void hj_readability_texts(const hj_templates *templates, hj_diags *diags);

/* ---- collate.c ---- */

void hj_sort(xsltTransformContext *ctxt, xmlNode **sorts, int sorts_n);
/* Norwegian order: <0, 0, >0. Equal only for identical strings. */
int hj_collate(const char *a, const char *b);

/* ---- language.c: dates, numbers and words in the two maalformer ---- */

/* value with a fixed number of decimals (0–6), decimal comma, thousands by hard space. False when
 * it is not a number or past 10^15. */
bool hj_lang_number(hj_buf *out, double value, int decimals);
bool hj_lang_money(hj_buf *out, double value, int maal);
bool hj_lang_word(hj_buf *out, double value, int maal); /* as word up to tolv */
void hj_lang_capital(hj_buf *out, const char *s);
/* s with hard spaces where a line must not be broken: § 2-7, 24. november, kl. 12, 4 uker. */
void hj_lang_harden(hj_buf *out, const char *s, size_t n);
/* Must the space that begins text be hard after a value that ends in before? */
bool hj_lang_hard_after(const char *before, const char *text);

#endif
