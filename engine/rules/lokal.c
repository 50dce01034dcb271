/* A municipality's own pack: which editions hold for whom.
 *
 * The hard idea: editions lie in layers. What holds everywhere is one layer; each pack that holds
 * only where its gjelder_naar is true is another, and what replaces something says what, and why.
 * Within a layer editions follow each other in time as always; where a local edition is in force
 * for this municipality on this day, it is taken, and the one below it is told beside it. */
#include <string.h>

#include "rules/loader.h"

/* ---- Asking ---------------------------------------------------------------------------------- */

static bool holds_here(const hj_entry *entry, const hj_edition *e)
{
    return e->pack < 0 || entry->active[e->pack];
}

static bool in_force(const hj_entry *entry, const hj_edition *e, hj_date date)
{
    if (entry->kind == HJ_HJEMMEL && ((const hj_hjemmel *)e)->never)
        return false;
    return holds_here(entry, e) && (e->from == HJ_DATE_NONE || date >= e->from)
        && (e->to == HJ_DATE_NONE || date < e->to);
}

const hj_edition *hj_edition_at(const hj_entry *entry, hj_date date)
{
    const hj_edition *found = NULL;
    for (int i = 0; entry && i < entry->n; i++) {
        const hj_edition *e = entry->editions[i];
        if (!in_force(entry, e, date))
            continue;
        if (e->overstyrer)
            return e;
        found = found ? found : e;
    }
    return found;
}

const hj_edition *hj_edition_replaced(const hj_entry *entry, const hj_edition *by, hj_date date)
{
    for (int i = 0; by->overstyrer && i < entry->n; i++)
        if (!entry->editions[i]->overstyrer && in_force(entry, entry->editions[i], date))
            return entry->editions[i];
    return NULL;
}

bool hj_holds_here(const hj_entry *entry, const hj_edition *e)
{
    return holds_here(entry, e);
}

const hj_sats *hj_sats_at(const hj_entry *entry, hj_date date)
{
    const hj_sats *found = NULL;
    for (int i = 0; i < entry->n; i++) {
        const hj_edition *e = entry->editions[i];
        if (!holds_here(entry, e))
            continue;
        if (e->overstyrer && hj_rate_at((const hj_sats *)e, date))
            return (const hj_sats *)e;
        if (!e->overstyrer)
            found = (const hj_sats *)e;
    }
    return found;
}

const hj_oppslag_row *hj_row_at(const hj_entry *entry, const char *key, hj_date date,
                                const hj_oppslag **of)
{
    const hj_oppslag_row *found = NULL;
    for (int i = 0; i < entry->n; i++) {
        const hj_oppslag *o = (const hj_oppslag *)entry->editions[i];
        for (int k = 0; holds_here(entry, &o->e) && k < o->n; k++) {
            const hj_oppslag_row *r = &o->rows[k];
            if (strcmp(r->key, key) != 0 || (r->from != HJ_DATE_NONE && date < r->from)
                || (r->to != HJ_DATE_NONE && date >= r->to) || (found && !o->e.overstyrer))
                continue;
            found = r;
            *of = o;
            break;
        }
    }
    return found;
}

bool hj_packs_agree(const hj_rulebase *base, hj_diags *diags)
{
    int local = 0;
    bool agree = true;
    for (int i = 0; i < base->n_pakker; i++)
        local += base->active[i] && base->pakker[i].gjelder_naar;
    for (hj_kind kind = 0; local > 1 && kind < HJ_KIND_COUNT; kind++)
        for (int i = 0; i < base->tables[kind].n; i++) {
            const hj_entry *e = base->tables[kind].entries[i];
            for (int a = 1; a < e->n; a++)
                for (int b = 0; b < a; b++) {
                    const hj_edition *x = e->editions[b], *y = e->editions[a];
                    if (x->pack == y->pack || !x->overstyrer != !y->overstyrer
                        || !holds_here(e, x) || !holds_here(e, y)
                        || (!x->overstyrer && !base->pakker[x->pack].gjelder_naar
                            && !base->pakker[y->pack].gjelder_naar)
                        || (x->to != HJ_DATE_NONE && y->from != HJ_DATE_NONE && x->to <= y->from)
                        || (y->to != HJ_DATE_NONE && x->from != HJ_DATE_NONE && y->to <= x->from))
                        continue;
                    hj_error(diags, "HJ-RULES-256", y->place,
                             "the packs '%s' and '%s' both hold here, and both have '%s'",
                             base->pakker[x->pack].navn, base->pakker[y->pack].navn, e->name);
                    agree = false;
                }
        }
    return agree;
}

/* ---- Reading --------------------------------------------------------------------------------- */

void hj_form_override(form *f, hj_edition *e)
{
    e->overstyrer = hj_form_string(f, "overstyrer", false);
    e->grunn = hj_form_maal(f, "grunn", e->overstyrer != NULL);
    if (e->grunn.nb && !e->overstyrer)
        hj_error(f->ld->diags, "HJ-RULES-257", f->place,
                 "'%s': grunn stands with overstyrer = \"pakke\"", f->what);
}

void hj_form_edition(form *f, hj_edition *e)
{
    hj_form_period(f, &e->from, &e->to);
    hj_form_override(f, e);
}

/* ---- Checking -------------------------------------------------------------------------------- */

int hj_layer_of(const loader *ld, const hj_edition *e)
{
    if (e->pack < 0)
        return -1;
    return e->overstyrer || ld->base->pakker[e->pack].gjelder_naar ? e->pack : -1;
}

static bool can_be_replaced(hj_kind kind)
{
    return kind != HJ_FAKTUM && kind != HJ_DOKUMENT && kind != HJ_LOV && kind != HJ_HJEMMEL
        && kind != HJ_HELLIGDAG && kind != HJ_ROLLE;
}

static int pack_named(const loader *ld, const char *name)
{
    for (int i = 0; i < ld->base->n_pakker; i++)
        if (ld->base->pakker[i].navn && strcmp(ld->base->pakker[i].navn, name) == 0)
            return i;
    return -1;
}

static bool meet(const hj_edition *a, const hj_edition *b)
{
    return !(a->to != HJ_DATE_NONE && b->from != HJ_DATE_NONE && a->to <= b->from)
        && !(b->to != HJ_DATE_NONE && a->from != HJ_DATE_NONE && b->to <= a->from);
}

static void nothing_replaced(loader *ld, hj_kind kind, const char *what, const hj_edition *e,
                             int pack)
{
    const hj_table *t = &ld->base->tables[kind];
    const char **names = HJ_ARRAY(ld->arena, (size_t)t->n + 1, const char *);
    size_t n = 0;
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++)
            if (t->entries[i]->editions[k]->pack == pack) {
                names[n++] = t->entries[i]->name;
                break;
            }
    hj_error(ld->diags, "HJ-RULES-251", e->place,
             "overstyrer replaces nothing: the pack '%s' has no %s '%s' in these dates",
             e->overstyrer, what, e->name);
    const char *near = hj_nearest(e->name, names, n);
    if (near && strcmp(near, e->name) != 0)
        hj_hint(ld->diags, "did you mean '%s'?", near);
}

static void check_replaced(loader *ld, hj_kind kind, const char *what, const hj_entry *entry,
                           const hj_edition *e)
{
    int pack = pack_named(ld, e->overstyrer);
    if (pack < 0) {
        const char **names = HJ_ARRAY(ld->arena, (size_t)ld->base->n_pakker + 1, const char *);
        for (int i = 0; i < ld->base->n_pakker; i++)
            names[i] = ld->base->pakker[i].navn;
        const char *near = hj_nearest(e->overstyrer, names, (size_t)ld->base->n_pakker);
        hj_error(ld->diags, "HJ-RULES-252", e->place, "overstyrer: no pack is called '%s'",
                 e->overstyrer);
        if (near)
            hj_hint(ld->diags, "did you mean '%s'?", near);
        return;
    }
    if (!can_be_replaced(kind)) {
        hj_error(ld->diags, "HJ-RULES-253", e->place, "%s cannot be replaced by a local pack",
                 what);
        return;
    }
    for (int i = 0; i < entry->n; i++) {
        const hj_edition *b = entry->editions[i];
        if (b->pack != pack || b->overstyrer || !meet(b, e))
            continue;
        const char *was = kind == HJ_SATS ? ((const hj_sats *)b)->enhet : NULL;
        const char *is = kind == HJ_SATS ? ((const hj_sats *)e)->enhet : NULL;
        if (was && is && strcmp(was, is) != 0)
            hj_error(ld->diags, "HJ-RULES-254", e->place,
                     "sats '%s' has another enhet than the one it replaces at %s", e->name,
                     hj_show_place(ld, b->place));
        return;
    }
    nothing_replaced(ld, kind, what, e, pack);
}

void hj_check_layers(loader *ld, hj_kind kind, const char *what, const hj_entry *entry)
{
    const hj_edition *below = NULL;
    for (int i = 0; i < entry->n; i++)
        if (hj_layer_of(ld, entry->editions[i]) < 0)
            below = below ? below : entry->editions[i];
    for (int i = 0; i < entry->n; i++) {
        const hj_edition *e = entry->editions[i];
        if (hj_layer_of(ld, e) < 0)
            continue;
        if (e->overstyrer) {
            check_replaced(ld, kind, what, entry, e);
        } else if (below) {
            hj_error(ld->diags, "HJ-RULES-250", e->place, "%s '%s' stands in the pack '%s' too",
                     what, e->name, ld->base->pakker[below->pack].navn);
            if (can_be_replaced(kind))
                hj_hint(ld->diags, "to replace the one at %s, write overstyrer = \"%s\" and "
                        "grunn = { nb = \"…\", nn = \"…\" }", hj_show_place(ld, below->place),
                        ld->base->pakker[below->pack].navn);
            else
                hj_hint(ld->diags, "the other is at %s", hj_show_place(ld, below->place));
        }
    }
}

static int pack_of_file(const loader *ld, const char *file)
{
    int found = -1;
    size_t longest = 0;
    for (int i = 0; file && i < ld->base->n_pakker; i++) {
        const char *dir = ld->base->pakker[i].dir;
        size_t n = strlen(dir);
        if (n >= longest && strncmp(file, dir, n) == 0) {
            found = i;
            longest = n;
        }
    }
    return found;
}

/* What holds everywhere cannot rest on what holds in some places. */
void hj_check_reach(loader *ld, const char *what, const hj_entry *e, hj_place place)
{
    int only = -1;
    for (int i = 0; i < e->n; i++) {
        int pack = e->editions[i]->pack;
        if (pack < 0 || !ld->base->pakker[pack].gjelder_naar)
            return;
        only = pack;
    }
    int from = pack_of_file(ld, place.file);
    if (from < 0 || ld->base->pakker[from].gjelder_naar)
        return;
    hj_error(ld->diags, "HJ-RULES-255", place,
             "%s '%s' stands only in the pack '%s', which does not hold everywhere", what, e->name,
             ld->base->pakker[only].navn);
    hj_hint(ld->diags, "it is at %s", hj_show_place(ld, e->editions[0]->place));
}

/* ---- Checklists ------------------------------------------------------------------------------ */

/* A local point beside the one it sharpens: it fires whenever that one would. */
static hj_punkt *sharpen(loader *ld, const hj_sjekkliste *list, const hj_punkt *b, hj_punkt *p)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    hj_punkt *m = HJ_NEW(ld->arena, hj_punkt);
    *m = *p;
    if (p->nivaa < b->nivaa) {
        hj_error(ld->diags, "HJ-RULES-258", p->place,
                 "a local pack may add points or make them stricter, never weaker: punkt %s in "
                 "sjekkliste '%s' is %s, here %s", b->nummer, list->e.name, levels[b->nivaa],
                 levels[p->nivaa]);
        hj_hint(ld->diags, "the other is at %s", hj_show_place(ld, b->place));
    }
    if (!p->gjelder)
        m->gjelder = b->gjelder;
    else if (!b->gjelder || strcmp(hj_path_text(p->gjelder), hj_path_text(b->gjelder)) != 0)
        hj_error(ld->diags, "HJ-RULES-259", p->place,
                 "punkt %s must be for the same places as the one it sharpens at %s; leave gjelder out",
                 p->nummer, hj_show_place(ld, b->place));
    m->sted = p->sted ? p->sted : b->sted;
    m->places = b->places;
    m->krav = hj_join_conds(ld, HJ_ALLE, b->krav, p->krav, p->place);
    m->naar = b->naar && p->naar ? hj_join_conds(ld, HJ_NOEN, b->naar, p->naar, p->place) : NULL;
    m->lokal = true;
    return m;
}

static hj_sjekkliste *merge(loader *ld, const hj_sjekkliste *b, const hj_sjekkliste *l)
{
    hj_sjekkliste *m = HJ_NEW(ld->arena, hj_sjekkliste);
    *m = *l;
    if (b->e.from != HJ_DATE_NONE && (l->e.from == HJ_DATE_NONE || l->e.from < b->e.from))
        m->e.from = b->e.from;
    if (b->e.to != HJ_DATE_NONE && (l->e.to == HJ_DATE_NONE || l->e.to > b->e.to))
        m->e.to = b->e.to;
    m->dokument = HJ_ARRAY(ld->arena, (size_t)(b->n_dokument + l->n_dokument) + 1, const char *);
    m->n_dokument = 0;
    for (int i = 0; i < b->n_dokument; i++)
        m->dokument[m->n_dokument++] = b->dokument[i];
    for (int i = 0; i < l->n_dokument; i++)
        m->dokument[m->n_dokument++] = l->dokument[i];
    m->punkter = HJ_ARRAY(ld->arena, (size_t)(b->n + l->n) + 1, hj_punkt *);
    m->n = 0;
    for (int i = 0; i < b->n; i++) {
        hj_punkt *own = NULL;
        for (int k = 0; k < l->n && !own; k++)
            own = strcmp(l->punkter[k]->nummer, b->punkter[i]->nummer) == 0 ? l->punkter[k] : NULL;
        m->punkter[m->n++] = own ? sharpen(ld, b, b->punkter[i], own) : b->punkter[i];
    }
    for (int k = 0; k < l->n; k++) {
        bool there = false;
        for (int i = 0; i < b->n && !there; i++)
            there = strcmp(l->punkter[k]->nummer, b->punkter[i]->nummer) == 0;
        if (there)
            continue;
        hj_punkt *own = HJ_NEW(ld->arena, hj_punkt);
        *own = *l->punkter[k];
        own->lokal = true;
        m->punkter[m->n++] = own;
    }
    return m;
}

/* A checklist is not replaced but added to: one edition for every edition it meets. */
void hj_merge_checklists(loader *ld)
{
    int n = ld->editions[HJ_SJEKKLISTE].n;
    hj_edition **all = ld->editions[HJ_SJEKKLISTE].items;
    for (int i = 0; i < n; i++) {
        const hj_sjekkliste *l = (const hj_sjekkliste *)all[i];
        int pack = l->e.overstyrer ? pack_named(ld, l->e.overstyrer) : -1;
        hj_sjekkliste *first = NULL;
        for (int k = 0; k < n && pack >= 0; k++) {
            if (all[k]->pack != pack || all[k]->overstyrer || !meet(all[k], &l->e)
                || strcmp(all[k]->name, l->e.name) != 0)
                continue;
            hj_sjekkliste *m = merge(ld, (const hj_sjekkliste *)all[k], l);
            if (first)
                hj_add_again(ld, HJ_SJEKKLISTE, &m->e);
            first = first ? first : m;
        }
        all = ld->editions[HJ_SJEKKLISTE].items;
        if (first)
            all[i] = &first->e;
    }
}
