/* The Lua host: one state per rule base, on a tiny allow-list, with deterministic budgets. */
#ifndef HJ_RULES_SANDBOX_H
#define HJ_RULES_SANDBOX_H

#include <lauxlib.h>
#include <lua.h>

#include "rules/compiled.h"

/* What went wrong in a protected call. */
typedef struct hj_trouble {
    enum { HJ_TROUBLE_NONE, HJ_TROUBLE_ERROR, HJ_TROUBLE_MEMORY, HJ_TROUBLE_STEPS,
           HJ_TROUBLE_DEPTH, HJ_TROUBLE_UNKNOWN } kind;
    hj_place place; /* file borrowed from the host */
    bool ours; /* the text is the engine's own, in the host's language */
    char text[520]; /* one line, control characters escaped */
} hj_trouble;

hj_host *hj_host_new(void);
void hj_host_free(hj_host *host);
lua_State *hj_host_state(hj_host *host);

/* Names a file; the number becomes its chunk name. The string must outlive the host. */
int hj_host_add_file(hj_host *host, const char *path);
/* The place of the innermost function of a pack that is running. */
hj_place hj_host_place(hj_host *host, lua_State *L);

/* New budgets: instructions and bytes. Until the host is sealed what was used before is counted
 * too, against the budget of a whole load. */
void hj_host_reset(hj_host *host);
bool hj_host_spent(const hj_host *host);
/* Charges work done in C to the instruction budget; raises when it is spent. */
void hj_host_charge(lua_State *L, size_t steps);
/* Charges a walk with lua_next through n entries; a table emptied by hand is still as wide as it
 * was, and how wide cannot be asked: the widest thing made so far is paid for. */
void hj_host_charge_walk(lua_State *L, size_t n);
void hj_host_charge_sort(lua_State *L, size_t n); /* n values, any of them a long text */

/* Runs f protected; f finds arg as lightuserdata at index 1 and returns no results. */
bool hj_host_protect(hj_host *host, lua_CFunction f, void *arg, hj_trouble *trouble);

/* Compiles source (text only) as file number `file` and pushes the function, with env as its
 * environment. Inside a protected call only. Raises on syntax errors. */
void hj_host_load(hj_host *host, lua_State *L, int file, const char *source, size_t n);

/* The table constructors are put in; reading a name that is not there calls missing(L) with the
 * name at index 2. Writing is refused. */
void hj_host_set_global(hj_host *host, lua_State *L, const char *name); /* pops the value */
void hj_host_on_missing(hj_host *host, lua_CFunction missing);
/* All names there are, for "did you mean". */
size_t hj_host_names(const hj_host *host, const char *const **names);

/* Raises an error of ours, in the host's language; format is English, marked HJ_T. Returns never,
 * int only so that it can be returned. */
int hj_raise(lua_State *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
void hj_host_set_lang(hj_host *host, hj_lang lang);

/* Raised by the fact reader to leave a function at an unknown fact. */
_Noreturn void hj_host_interrupt(hj_host *host, lua_State *L);

/* Freezes what the function at the top of the stack can reach: tables become read-only, scalars
 * are remembered. Leaves the stack as it was. */
void hj_host_freeze(hj_host *host, lua_State *L);
/* Ends loading: names that are missing from now on are errors when a function runs. */
void hj_host_seal(hj_host *host);
bool hj_host_sealed(const hj_host *host);
/* Puts changed locals back; true when none had changed. place and name tell the first. */
bool hj_host_unchanged(hj_host *host, hj_place *place, const char **name);

void *hj_host_user(lua_State *L); /* what hj_host_set_user gave */
void hj_host_set_user(hj_host *host, void *user);
hj_host *hj_host_of(lua_State *L);

/* The allow-listed functions (library.c). */
void hj_library_open(hj_host *host, lua_State *L);
/* tekst.inneholder and its kin; the name `tekst` is also a constructor, so construct.c opens it. */
extern const luaL_Reg hj_text_functions[];

/* What a source file says before it runs (lint.c). */
typedef struct hj_lint {
    int n_lists, cap_lists;
    struct hj_lint_list { /* alle { … } and noen { … }: how many items are written */
        int line, items;
        bool noen;
    } *lists;
    int n_reads, cap_reads;
    struct hj_lint_read { /* f.name, f.sats.name … in functions of one parameter */
        int line;
        hj_kind kind;
        const char *name;
    } *reads;
    bool by_name; /* some function reads f[…]: which facts, cannot be seen */
    int n_rows, cap_rows;
    struct hj_lint_row { /* rader = { {…}, {…} }: where each row begins */
        int table, line; /* line of the word rader */
    } *rows;
} hj_lint;

/* Reports what Lua would accept and the rule language does not: a key twice in one table, letters
 * outside a-z in names, varargs, goto, bitwise operators. False when the file must not be run. */
bool hj_lint_source(const char *source, size_t n, const char *file, hj_lint *lint,
                    hj_arena *arena, hj_diags *diags);

#endif
