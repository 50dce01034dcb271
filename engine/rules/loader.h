/* What the rooms of the loader share: construct.c and conditions.c build, resolve.c checks. */
#ifndef HJ_RULES_LOADER_H
#define HJ_RULES_LOADER_H

#include "rules/sandbox.h"
#include "rules/survey.h"
#include "rules/token.h"

/* Everything a pack holds in its hands is one of these, a userdata with a locked metatable. */
typedef enum {
    BOX_COND, BOX_BUILDER, BOX_FACT, BOX_PUNKT, BOX_UNNTAK, BOX_TRINN, BOX_OPERAND,
    BOX_UNKNOWN, BOX_BEGGE, BOX_TEKST, BOX_ANYTHING, BOX_HENDELSE, BOX_TILSTAND, BOX_OVERGANG,
    BOX_EVERY_STATE, BOX_ANYBODY, BOX_NOTHING
} box_kind;

typedef struct box {
    box_kind kind;
    void *p; /* hj_cond, builder, hj_faktum, hj_punkt, hj_unntak, hj_operand; text of begge */
    hj_known known; /* BOX_UNKNOWN */
} box;

typedef struct builder { /* regel "navn", before its table */
    const char *what, *name;
    hj_place place;
    bool used;
} builder;

/* Made and not (yet) put to use; what is left at the end of a file is a mistake. */
typedef struct made {
    hj_place place;
    const char *what;
    bool *used;
    struct made *next;
} made;

typedef struct loader {
    hj_rulebase *base;
    hj_arena *arena;
    hj_diags *diags;
    lua_State *L;
    int pack; /* index of the pack being read */
    const hj_trust *trust; /* NULL: packs need not be signed */
    bool check; /* for `check`: all there is to say */
    bool untrusted; /* one is not as trust wants it */
    bool unfit; /* the pack is in a version of the language we do not read */
    bool swallowed; /* this file named what does not exist: what it was given is not used */
    long cases; /* tried so far by hj_can_both */
    bool in_tests; /* what is referred to now is not thereby in use */
    const char **names[HJ_KIND_COUNT]; /* of each kind's table, for "did you mean" */
    size_t compared; /* names held against a misspelt one so far */
    double analysed; /* what the analysis of decision tables has cost so far */
    int searched; /* unread files gone through for a name */
    const char *dir; /* of the file being read */
    int folders; /* looked into so far */
    hj_lint *lint;
    hj_survey *survey; /* NULL: nobody is watching */
    made *made;
    /* growing lists */
    struct { int n, cap; hj_edition **items; } editions[HJ_KIND_COUNT];
    int cap_tests, cap_pakker, cap_sources, cap_places;
    bool twice; /* a fact is declared twice: what asks for it may mean either */
    int unread; /* files that could not be run: what they declare is not known */
    int unseen; /* those of them whose text is not known either */
    int not_found; /* names that may stand there */
    bool bad_date; /* of the test being read: told */
    hj_paths *paths;
    struct { int n, cap; hj_cond **items; } conds;
    struct { int n, cap; hj_function **items; } functions;
    struct { int n, cap; hj_unntak **items; } unntak;
    struct {
        int n, cap;
        struct read_fact { hj_place place; const char *name; hj_kind kind; } *items;
    } reads;
} loader;

/* A table being read: which keys it may have, and where it stands. */
typedef struct form {
    loader *ld;
    int t; /* stack index of the table */
    hj_place place;
    const char *what, *name;
    const char *const *allowed;
    int n; /* positional values 1 … n */
} form;

/* Opens the table at index t: refuses keys not in allowed (NULL-terminated) and holes. */
form hj_form(loader *ld, int t, hj_place place, const char *what, const char *name,
             const char *const *allowed, bool positional);
const char *hj_form_string(form *f, const char *key, bool required); /* in arena or NULL */
bool hj_form_number(form *f, const char *key, double *out, bool required);
bool hj_form_int(form *f, const char *key, int *out, int min, int max);
bool hj_form_flag(form *f, const char *key); /* ja; false when absent */
hj_date hj_form_date(form *f, const char *key);
void hj_form_period(form *f, hj_date *from, hj_date *to);
hj_maal hj_form_maal(form *f, const char *key, bool required);
hj_path *hj_form_path(form *f, const char *key);
hj_path *hj_form_places(form *f); /* gjelder, numbered in base->places */
hj_cites hj_form_cites(form *f, bool required);
hj_span hj_form_span(form *f);
/* A condition under key, or (key NULL) the positional value i. NULL when absent or wrong. */
hj_cond *hj_form_cond(form *f, const char *key, int i);
/* A list of texts: one text or a table of texts. */
const char **hj_form_strings(form *f, const char *key, int *n);
hj_property *hj_properties(loader *ld, int t, hj_place place, const char *const *skip, int *n);

/* The loader at work; raises when a function calls a constructor after loading. */
loader *hj_loader_of(lua_State *L);
hj_place hj_loader_place(loader *ld);
box *hj_push_box(loader *ld, box_kind kind, void *p);
box *hj_to_box(lua_State *L, int i); /* NULL when not one */
void hj_made(loader *ld, hj_place place, const char *what, bool *used);
void hj_report_unused(loader *ld);
hj_function *hj_new_function(loader *ld, int i, hj_place place);
void hj_add_again(loader *ld, hj_kind kind, hj_edition *e); /* one more, named and placed */
void hj_add_edition(loader *ld, hj_kind kind, hj_edition *e, const char *name, hj_place place);
/* The value at i as a condition (also `regel "x"`), or NULL with an error. */
hj_cond *hj_as_cond(loader *ld, int i, hj_place place, const char *what);
const char *hj_copy(loader *ld, int i); /* the string at i, in the arena */
bool hj_name_ok(const char *name, bool hjemmel);

/* The value at i as a cell of a table's column: a condition on the fact, NULL for hva_som_helst. */
hj_cond *hj_cell(loader *ld, int i, const char *fact, hj_place place);
/* alle { a, b } or noen { a, b }; either may be NULL. */
hj_cond *hj_join_conds(loader *ld, hj_cond_kind kind, hj_cond *a, hj_cond *b, hj_place place);
hj_cond *hj_all_of(loader *ld, hj_cond **kids, int n, hj_place place);
void hj_conditions_open(loader *ld);
void hj_build_vilkaar(loader *ld, builder *b, int t); /* pushes the box */
int hj_call_ikke_relevant(lua_State *L);
int hj_call_tilstand(lua_State *L); /* tilstand("prosess", "tilstand") */
void hj_box_meta(lua_State *L);
void hj_constructors_open(loader *ld);
void hj_check_tests(loader *ld);
hj_test *hj_test_read(loader *ld, int t, const char *name, hj_place place);
/* Facts, rates … named in a list under key. */
hj_named *hj_form_names(form *f, const char *key, int *n);
/* A value to compare with or to stay within: 3, "text", sats "x", utregning "x" … */
hj_operand hj_operand_arg(loader *ld, int i, hj_place place, const char *what);
/* noen { regel "a", regel "b" } */
hj_cond *hj_any_rule(loader *ld, const hj_named *rules, int n, hj_place place);
void hj_check_absolute(loader *ld); /* absolute.c */
/* lokal.c */
void hj_form_override(form *f, hj_edition *e); /* overstyrer, grunn */
void hj_form_edition(form *f, hj_edition *e); /* fra, til, overstyrer, grunn */
int hj_layer_of(const loader *ld, const hj_edition *e); /* -1: holds everywhere */
void hj_check_layers(loader *ld, hj_kind kind, const char *what, const hj_entry *entry);
void hj_check_reach(loader *ld, const char *what, const hj_entry *e, hj_place place);
void hj_merge_checklists(loader *ld);
/* figures.c */
void hj_build_sats(loader *ld, builder *b, int t);
void hj_build_helligdag(loader *ld, builder *b, int t);
void hj_build_frist(loader *ld, builder *b, int t);
void hj_build_oppslag(loader *ld, builder *b, int t);
void hj_check_lookups(loader *ld);
void hj_check_looked_up(loader *ld, hj_regel *r);
/* manifest.c */
int hj_call_pakke(lua_State *L);
bool hj_packs_fit(loader *ld); /* told when they do not */
/* trapp.c */
void hj_build_trapp(loader *ld, builder *b, int t);
void hj_build_trinn(loader *ld, builder *b, int t); /* pushes the box */
void hj_build_utregning(loader *ld, builder *b, int t);
void hj_add_answers(loader *ld); /* a fact for every trapp and utregning */
void hj_check_answers(loader *ld);
/* tabell.c */
void hj_build_tabell(loader *ld, builder *b, int t);
void hj_mark_collected(loader *ld); /* facts that a table collects are many */
void hj_check_tables(loader *ld);
const char *hj_show_place(loader *ld, hj_place p); /* file:line */
const hj_faktum *hj_fact_of(loader *ld, const char *name, hj_place place, const hj_entry **entry);
void hj_choice(loader *ld, const hj_faktum *f, const char *word, hj_place place);
/* checklist.c */
int hj_call_punkt(lua_State *L);
void hj_build_sjekkliste(loader *ld, builder *b, int t);
/* prosess.c, graph.c, exclude.c */
enum { MOST_STATES = 100 }; /* of one process */
void hj_build_rolle(loader *ld, builder *b, int t);
void hj_build_hendelse(loader *ld, builder *b, int t); /* these two push the box */
void hj_build_tilstand(loader *ld, builder *b, int t);
void hj_build_prosess(loader *ld, builder *b, int t);
int hj_call_overgang(lua_State *L);
void hj_check_processes(loader *ld);
void hj_check_process_test(loader *ld, const hj_test *t);
/* Tells that a deadline counted from a state's beginning is used where there is no state. */
void hj_refuse_of_state(loader *ld, const hj_entry *frist, hj_place place);
/* Can both hold in the same case? The case in *example then; *sure: it was not only that they ask
 * for things that cannot be compared. NULL is a condition that always holds. */
bool hj_can_both(loader *ld, const hj_cond *a, const hj_cond *b, const char **example, bool *sure);
/* Values that stand for all a number can be, as far as the numbers at[0 … n-1] can tell; room for
 * 2 n + 2. Returns how many. */
int hj_cut_numbers(const hj_fact_decl *d, double *at, int n, hj_value *pieces);
bool hj_takes(const hj_cond *cell, const hj_value *v);
/* hj_nearest, until so many names have been compared that nobody can have misspelt them all. */
enum { HJ_MOST_COMPARED = 2000000 };
const char *hj_near(loader *ld, const char *word, const char *const *candidates, size_t n);
/* resolve.c: a name as what it names, told with the nearest when there is none. */
const hj_entry *hj_find_named(loader *ld, hj_kind kind, const char *name, hj_place place);
void hj_check_cites(loader *ld, hj_cites *list, hj_place place, hj_date from, hj_date to);
/* Sorts, links and checks everything; all errors at once. */
void hj_resolve(loader *ld);

/* survey.c: what is seen of the language, told by form.c as it reads. */
hj_survey_form *hj_survey_opened(hj_survey *s, const char *what, const char *const *allowed,
                                 bool positional);
void hj_survey_read(const form *f, const char *key, hj_key_type type, bool required);
void hj_survey_probe(loader *ld);
void hj_survey_sort(hj_survey *s);

/* syntax.c: why Lua could not read the file, in plain words. */
void hj_explain_syntax(loader *ld, const char *source, size_t n, const char *file,
                       const hj_trouble *trouble);
/* spot.c. */
/* What follows name on the line of place; kind END when name is not there. */
hj_token hj_token_after(const hj_rulebase *base, hj_place place, const char *name);
/* Gives every diagnostic after `after` (NULL: all) its column where the source shows it. */
void hj_rulebase_spot(const hj_rulebase *base, hj_diags *diags, const hj_diag *after);

/* What `check` also asks, all warnings. tidy.c: all of them; with a date, also of the rates then */
void hj_rulebase_tidy(const hj_rulebase *base, hj_date date, hj_diags *diags);
void hj_check_scopes(const hj_rulebase *base, const hj_source *source, hj_diags *diags,
                     hj_arena *arena); /* scopes.c: local variables */
void hj_check_logic(const hj_rulebase *base, hj_diags *diags); /* logic.c: conditions */
void hj_check_wording(const hj_rulebase *base, hj_diags *diags); /* wording.c: texts */

/* named.c: fills d->names from the paths of all facts. */
void hj_collect_names(loader *ld, hj_dokument *d);

/* Lists whose room is not remembered: they grow at every power of two. */
#define HJ_GROW_DOUBLING(ld, list, n_, type)                                       \
    do {                                                                           \
        if (((n_) & ((n_) - 1)) == 0) {                                            \
            type *more__ = HJ_ARRAY((ld)->arena, (size_t)(n_) * 2 + 1, type);      \
            if (n_)                                                                \
                memcpy(more__, (list), (size_t)(n_) * sizeof *more__);             \
            (list) = more__;                                                       \
        }                                                                          \
    } while (0)

#define HJ_GROW(ld, list, n_, cap_, type)                                          \
    do {                                                                           \
        if ((n_) == (cap_)) {                                                      \
            int cap__ = (cap_) ? (cap_) * 2 : 16;                                  \
            type *more__ = HJ_ARRAY((ld)->arena, (size_t)cap__, type);             \
            if (n_)                                                                \
                memcpy(more__, (list), (size_t)(n_) * sizeof *more__);             \
            (list) = more__;                                                       \
            (cap_) = cap__;                                                        \
        }                                                                          \
    } while (0)

#endif
