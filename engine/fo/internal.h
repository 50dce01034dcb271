/* fo/ inside: the property table and the expression evaluator.
 *
 * properties.c  the table: name, kind, where the computed value lives, initial value, coverage note
 * expr.c        lengths, numbers, colours, functions
 * value.c       one value of a property
 * type.c        font, line-height, spacing of words and letters
 * alike.c       objects with the attributes of one seen before
 * baseline.c    the baseline properties of inline objects
 * apply.c       attributes of one object -> computed values, inheritance, corresponding properties
 * build.c       the tree: objects, nesting, text, foreign content
 * from.c        inherit, from-parent(), from-table-column(): values taken over whole
 * graft.c       retrieved markers inherit from where they are retrieved to
 * archive.c     what archival PDF asks for and the document does not have
 * dump.c        stable text and the coverage table */
#ifndef HJ_FO_INTERNAL_H
#define HJ_FO_INTERNAL_H

#include "fo/fo.h"

typedef enum {
    K_IGNORED, /* known, has no bearing on paged output of ours */
    K_ONLY, /* accepted with the values in words only; no effect */
    K_REFUSED, /* XSL 1.1 has it, the subset does not */
    K_LEN, /* hj_len */
    K_LENGTH, /* hj_length; auto allowed when words says so */
    K_SPACE, /* hj_space with components */
    K_INT16, /* int16_t */
    K_BOOL, /* bool; a word with + in front means true */
    K_ENUM, /* int-sized enum; words in enum order, "" skips a value */
    K_COLOR,
    K_KEEP, /* hj_keep with components */
    K_STRING, /* const char * */
    K_BORDER, /* shorthand of one side: width style color */
    K_BORDER_WIDTH, K_BORDER_STYLE, K_BORDER_COLOR,
    K_SIDES, /* one to four values spread over the longhands of `words` */
    K_PADDING, K_MARGIN,
    K_RANGE, /* inline-/block-progression-dimension with .minimum .optimum .maximum */
    K_SPECIAL /* build.c has a case for the name */
} hj_kind;

typedef enum { W_IN, W_OWN, W_RAW, W_NODE, W_NONE } hj_where;

typedef struct hj_property {
    const char *name;
    uint8_t kind, where, rank;
    uint16_t offset;
    const char *words;
    const char *initial; /* as XSL 1.1 states it; for the coverage table */
    const char *note; /* what is left out, for the coverage table; NULL: all of it works */
} hj_property;

/* The property called name (without component), or NULL. */
const hj_property *hj_property_find(const char *name, size_t len);
const hj_property *hj_property_at(size_t i); /* NULL past the end; sorted by name */

/* Object coverage, for README.md. */
bool hj_fo_object_supported(hj_fo_type type);
const char *const *hj_fo_refused_objects(size_t *n);

/* ---- expressions ---- */
typedef enum { N_BAD, N_NUMBER, N_LENGTH, N_PERCENT, N_PROPORTIONAL, N_LABEL_END, N_BODY_START,
               N_WORD } hj_numeric_kind;
typedef struct hj_numeric {
    hj_numeric_kind kind;
    double value; /* NUMBER as is; LENGTH 1/1000 pt; PERCENT in % ; PROPORTIONAL units */
} hj_numeric;

typedef struct hj_expr_context {
    double em; /* 1/1000 pt */
    double px; /* 1/1000 pt */
    /* value of from-parent(name), inherited-property-value(name): false when not numeric */
    bool (*from_parent)(const struct hj_expr_context *, const char *name, hj_numeric *out);
    const void *self;
    const char *property; /* the one being set: what from-parent() without a name means */
} hj_expr_context;

/* Evaluates an expression; N_BAD when it is not one, N_WORD for a bare keyword. */
hj_numeric hj_expr(const char *text, const hj_expr_context *context);
/* #rgb, #rrggbb, rgb(), transparent, names; false when it is none of these. */
bool hj_expr_color(const char *text, hj_color *out);

/* ---- one build ---- */
enum { HJ_FO_SEEN = 512, HJ_FO_ALIKE = 4 };
typedef struct hj_fo_alike {
    const void *element;
    const hj_fo_inherited *parent_in;
    const hj_fo_own *parent_own;
    const hj_fo_inherited *in;
    const hj_fo_own *own;
} hj_fo_alike;
/* How far the rows of one part of a table have been walked, for from-table-column() (from.c). */
#define HJ_FO_COLUMNS 256
typedef struct hj_fo_column_state {
    const hj_fo_node *part, *next; /* the body, and the first row not walked yet */
    int row, begins; /* rows walked; where the last cell began */
    int until[HJ_FO_COLUMNS]; /* the row each column is covered up to */
} hj_fo_column_state;

typedef struct hj_fo_builder {
    const hj_fo_options *options;
    hj_arena *arena;
    hj_diags *diags;
    hj_fo_tree *tree;
    /* Blocks of computed values seen so far: a table of ten thousand cells shares a handful. */
    const void *seen[2][HJ_FO_SEEN];
    hj_fo_alike alike[HJ_FO_TYPES][HJ_FO_ALIKE]; /* the last of each type */
    uint8_t next_alike[HJ_FO_TYPES];
    int told; /* warnings, those only counted too */
    hj_fo_column_state columns;
} hj_fo_builder;

/* Reads the attributes of element (xmlNode *) into node, whose parent is set: computed values,
 * inheritance, corresponding properties. The second does it (apply.c); the first looks for an
 * object alike before (alike.c). */
void hj_fo_apply(hj_fo_builder *b, hj_fo_node *node, const void *element);
void hj_fo_read_attributes(hj_fo_builder *b, hj_fo_node *node, const void *element);

/* Outside the subset: an error when strict, else a warning, once for each kind with a count, and
 * the initial value. Gives the diagnostic for a hint, or NULL when it was given before. */
#define hj_fo_refuse(b, code, node, ...)                                                         \
    ((b)->options->strict                                                                        \
         ? hj_error((b)->diags, (code), hj_fo_at((node), (b)->diags), __VA_ARGS__)               \
         : hj_fo_first((b), (node),                                                              \
                       hj_warning_once((b)->diags, (code), (node)->place, __VA_ARGS__)))
/* The first of a kind gets its path; the others are only counted. */
hj_diag *hj_fo_first(hj_fo_builder *b, const hj_fo_node *node, hj_diag *diag);

extern const hj_fo_inherited hj_fo_initial_in;
extern const hj_fo_own hj_fo_initial_own;
extern const hj_fo_raw hj_fo_initial_raw;

#endif
