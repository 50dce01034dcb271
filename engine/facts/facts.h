/* facts/: typed values with their origin, or ukjent.
 *
 * Owns: the value type, paths (XPath with the document's namespace implied), reading declared
 * facts from a document relative to a context node.
 * Refuses: values that do not fit the declared type or range (error at file:line of the value). */
#ifndef HJ_FACTS_H
#define HJ_FACTS_H

#include "base/base.h"

typedef enum { HJ_NEI = 0, HJ_JA = 1, HJ_UKJENT = 2 } hj_kleene;

typedef enum { HJ_FACT_JANEI, HJ_FACT_TALL, HJ_FACT_VALG, HJ_FACT_DATO, HJ_FACT_TEKST }
    hj_fact_type;

/* Kinds of not knowing; all evaluate as ukjent. */
typedef enum { HJ_KNOWN, HJ_NOT_STATED, HJ_NOT_RELEVANT, HJ_BEING_COLLECTED } hj_known;

typedef struct hj_value {
    hj_fact_type type;
    hj_known known;
    bool flag; /* JANEI */
    double number; /* TALL */
    hj_date date; /* DATO */
    const char *const *list; /* VALG that is many: its values, NULL-terminated; text: all */
    const char *text; /* VALG, TEKST; borrowed from the arena of the evaluation */
    struct hj_text_index *index; /* of text, made when first needed (decision/words.c); or NULL */
    hj_place place; /* where in the case; file NULL in tests and for derived values */
    const void *node; /* xmlNode * the value was read from, or NULL */
} hj_value;

/* "janei", "tall" …; and "ja", "ikke_oppgitt", "ikke_relevant", "under_innhenting". */
const char *hj_fact_type_name(hj_fact_type type);
const char *hj_known_name(hj_known known);

/* ---- Paths ---------------------------------------------------------------------------------
 * An XPath 1.0 expression in which element names without a prefix belong to the document's own
 * namespace. Compiled once; what rules use is walked by us, the rest by libxml2. */
typedef struct hj_path hj_path;

/* Compiles text. Syntax errors, prefixes and unknown functions are reported at place.
 * The path is freed with the arena. NULL when it may not be used. */
hj_path *hj_path_compile(const char *text, hj_place place, hj_arena *arena, hj_diags *diags);
/* The same for many: what is written with the same text is compiled once, each with its place. */
typedef struct hj_paths hj_paths;
hj_paths *hj_paths_new(hj_arena *arena);
hj_path *hj_paths_compile(hj_paths *paths, const char *text, hj_place place, hj_diags *diags);
bool hj_path_absolute(const hj_path *path);
bool hj_path_uses_here(const hj_path *path); /* $her */
/* The names of other variables used, NULL-terminated: facts. */
const char *const *hj_path_variables(const hj_path *path);
const char *hj_path_text(const hj_path *path);
bool hj_path_same(const hj_path *a, const hj_path *b); /* the same text */
unsigned hj_path_sum(const hj_path *path); /* of its text: the same for the same */
/* A number of the user's for all paths hj_paths_compile gave for one text; 0 until given. */
int hj_path_number(const hj_path *path);
void hj_path_give_number(hj_path *path, int number);
hj_place hj_path_place(const hj_path *path); /* as given when it was compiled */

/* What a path is evaluated in. One per document and evaluation. */
typedef struct hj_path_host {
    void *doc; /* xmlDoc * */
    const void *here; /* xmlNode *: value of $her, also in another document */
    const void *context; /* xmlNode *: where relative paths start */
    /* The text of a variable; "" when unknown. */
    const char *(*variable)(void *user, const char *name);
    void *user;
    void *xpath; /* xmlXPathContext *, made when first needed; freed with the arena */
    size_t steps; /* nodes looked at so far; past HJ_PATH_STEPS every path is an error */
    size_t bytes; /* of text in the document, counted when a path's cost hangs on it */
    const hj_path *failed; /* the first path that gave HJ_PATH_ERROR */
    hj_arena *arena;
} hj_path_host;

#define HJ_PATH_STEPS 50000000

typedef struct hj_path_result {
    enum { HJ_PATH_NODES, HJ_PATH_BOOL, HJ_PATH_NUMBER, HJ_PATH_STRING, HJ_PATH_ERROR } kind;
    size_t n;
    const void **nodes; /* xmlNode * (or xmlAttr *), document order, in the host's arena */
    bool flag;
    double number;
    const char *text;
} hj_path_result;

/* only_first: nodes past the first need not be found. */
hj_path_result hj_path_eval(const hj_path *path, hj_path_host *host, bool only_first);
/* The same asked of libxml2, and whether we walk the path ourselves: for tests that both agree. */
hj_path_result hj_path_eval_by_libxml(const hj_path *path, hj_path_host *host);
bool hj_path_is_ours(const hj_path *path);
/* Why a path gave HJ_PATH_ERROR: it searches too much, or it cannot be evaluated. */
void hj_path_tell(const hj_path *path, const hj_path_host *host, hj_diags *diags);
/* For a path of plain steps to an attribute: the first element (xmlNode *) that would carry it. */
const void *hj_path_holder(const hj_path *path, hj_path_host *host);

/* ---- Declarations --------------------------------------------------------------------------*/
typedef enum { HJ_FACT_GIVEN, HJ_FACT_PATH, HJ_FACT_EXISTS, HJ_FACT_COUNT } hj_fact_source;

typedef struct hj_fact_decl {
    const char *name;
    hj_fact_type type;
    hj_fact_source source;
    hj_path *path, *known_path;
    bool in_kommune;
    bool has_min, has_max, integer;
    double min, max;
    const char *const *not_relevant; /* NULL-terminated texts, or NULL */
    const char *const *values; /* VALG: NULL-terminated */
    bool many; /* VALG: any number of its values at once */
    const char *const *sorted; /* the same, by bytes */
    size_t n_values;
} hj_fact_decl;

/* Reads one fact. A value that does not fit is reported at its place (never the value itself) and
 * false is returned. file names the document. */
bool hj_fact_read(const hj_fact_decl *decl, hj_path_host *host, const char *file, hj_value *out,
                  hj_diags *diags);

/* Parses one text as a value of decl's type, checking range and choices; false when it does not
 * fit. out->text is copied to arena. */
bool hj_fact_parse(const hj_fact_decl *decl, const char *text, hj_value *out, hj_arena *arena);

/* Adds a hint that says what a value of decl may be. */
void hj_fact_expected(const hj_fact_decl *decl, hj_diags *diags);

/* Whether a number is one the fact can have. */
bool hj_fact_possible(const hj_fact_decl *decl, double x);
/* The same answer: known values of the same fact are compared by what they say, not by origin. */
bool hj_value_same(const hj_value *a, const hj_value *b);
int hj_number_order(const void *a, const void *b); /* for qsort of double */

/* All text under a node (xmlNode * or xmlAttr *): white space collapsed, one space between
 * blocks; an element with text beside it counts as inline. In arena. */
const char *hj_node_text(const void *node, hj_arena *arena);

#endif
