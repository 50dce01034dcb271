/* What a pack could do without.
 *
 * The hard idea: unused is not wrong, so it is no error and never told to those who make letters;
 * but a fact nobody asks for is often the sign of a condition that was forgotten. */
#include "rules/compiled.h"

static void unused(const hj_rulebase *base, hj_kind kind, const char *what, hj_diags *diags)
{
    const hj_table *t = &base->tables[kind];
    for (int i = 0; i < t->n; i++) {
        const hj_entry *e = t->entries[i];
        if (e->used || !e->editions[0]->place.file)
            continue;
        if (kind == HJ_FAKTUM && hj_faktum_of(e)->by_name)
            continue;
        if (kind == HJ_FRIST && ((const hj_frist *)e->editions[0])->gjelder)
            continue; /* it applies by itself */
        hj_warning(diags, "HJ-RULES-142", e->editions[0]->place,
                   "%s '%s' is never used: no condition, rule or deadline refers to it", what,
                   e->name);
    }
}

void hj_rulebase_tidy(const hj_rulebase *base, hj_diags *diags)
{
    unused(base, HJ_FAKTUM, "faktum", diags);
    unused(base, HJ_SATS, "sats", diags);
    unused(base, HJ_FRIST, "frist", diags);
    unused(base, HJ_OPPSLAG, "oppslag", diags);
    unused(base, HJ_LOV, "lov", diags);
}
