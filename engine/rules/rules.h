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

/* What stands in a beginning made by hjemmel new until its author has written something there. */
#define HJ_FILL_IN "FYLL UT"

/* Loads every pack under dirs (NULL-terminated; a folder with pakke.lua is a pack, a folder of
 * such folders is searched; a single FILE.lua is a pack of one). Files run in sorted order.
 * NULL when there was any error; all errors found are reported. Owned: hj_rulebase_free. */
hj_rulebase *hj_rulebase_load(const char *const *dirs, hj_diags *diags);
/* The same when every pack must be signed by a key of trust (NULL: none need be). No file of a
 * pack that is not has been run when this returns NULL for it. */
typedef struct hj_trust hj_trust;
hj_rulebase *hj_rulebase_load_trusted(const char *const *dirs, const hj_trust *trust,
                                      hj_diags *diags);
void hj_rulebase_free(hj_rulebase *base);
/* Lines `pack NAME VERSION blake2b-256:…` (base/sum.h), sorted: for the fingerprint. Of all packs,
 * or of those that hold for the case decided last: a neighbour's own pack decides nothing. */
void hj_rulebase_fingerprint(const hj_rulebase *base, bool all, hj_buf *out);
/* For `check`: loads, and also warns of what is not wrong but could be left out, cannot happen or
 * proves nothing. A pack that has some of that loads all the same. With a date, also of the rates
 * whose value on that day is not known. */
void hj_rulebase_check(const char *const *dirs, hj_date date, hj_diags *diags);
/* For editors: what the packs under dirs and the language itself hold, as definitions for the Lua
 * language server and as a .luacheckrc. False with diagnostics when the packs do not load. */
bool hj_rulebase_definitions(const char *const *dirs, hj_buf *lua, hj_buf *check, hj_diags *diags);
/* The file laid out in the one way, appended to out: spaces, indentation, columns, lines of at most
 * 120. Only blanks differ from source, which is proved before it returns; else false, and out is of
 * no use. */
bool hj_format_source(const char *source, size_t n, const char *file, hj_buf *out,
                      hj_diags *diags);
/* Stable text of the compiled base. */
void hj_rulebase_dump(const hj_rulebase *base, hj_buf *out);

/* ---- signatures ---- */
/* Public keys from files and folders (NULL-terminated; of a folder, all its *.pub), in arena. NULL
 * with diagnostics when one cannot be read, or there is none. */
hj_trust *hj_trust_load(const char *const *paths, hj_arena *arena, hj_diags *diags);
/* Writes pakke.sig into the pack's folder; *told gets a line for people. */
bool hj_pack_sign(const char *dir, const char *key_file, hj_buf *told, hj_diags *diags);
/* A new key from 32 bytes of chance, which the caller has asked for: path, for its owner alone, and
 * path.pub; *told gets the public one. Neither may be there before. */
bool hj_key_make(const char *path, const unsigned char seed[32], hj_buf *told, hj_diags *diags);

#endif
