/* rules/: from Lua packs to a compiled, immutable rule base.
 *
 * Owns: the Lua host and its sandbox, the constructors of the rule language (rules/README.md is
 * their manual), the compilation into node arrays, all checks at load.
 * Refuses: everything that is not on the allow-list; unknown keys (with a suggestion), missing
 * hjemler, overlapping or gapping editions, facts and texts that are not declared.
 *
 * One hard idea: Lua runs at load and builds data; evaluation walks that data in C with Kleene
 * logic and enters Lua only for `funksjon` conditions, where reading an unknown fact interrupts. */
#ifndef HJ_RULES_H
#define HJ_RULES_H

#include "base/base.h"

typedef struct hj_rulebase hj_rulebase;

/* Loads every pack under dirs (NULL-terminated; a folder with pakke.lua is a pack, a folder of
 * such folders is searched; a single FILE.lua is a pack of one). Files run in sorted order.
 * NULL when there was any error; all errors found are reported. Owned: hj_rulebase_free. */
hj_rulebase *hj_rulebase_load(const char *const *dirs, hj_diags *diags);
void hj_rulebase_free(hj_rulebase *base);
/* Lines `pack NAME VERSION blake2b-256:…` (base/sum.h), sorted: for the fingerprint. */
void hj_rulebase_fingerprint(const hj_rulebase *base, hj_buf *out);
/* For `check`: loads, and also warns of what is not wrong but could be left out, cannot happen or
 * proves nothing. A pack that has some of that loads all the same. */
void hj_rulebase_check(const char *const *dirs, hj_diags *diags);
/* For editors: what the packs under dirs and the language itself hold, as definitions for the Lua
 * language server and as a .luacheckrc. False with diagnostics when the packs do not load. */
bool hj_rulebase_definitions(const char *const *dirs, hj_buf *lua, hj_buf *check, hj_diags *diags);
/* Stable text of the compiled base. */
void hj_rulebase_dump(const hj_rulebase *base, hj_buf *out);

#endif
