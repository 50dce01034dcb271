/* The constructors of what is looked up and counted: sats helligdag frist oppslag.
 *
 * The hard idea: figures change while the rules that use them stand, so it is the rows that carry
 * the dates, and every row its source. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static const char *const no_keys[] = {NULL};

void hj_build_sats(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"enhet", "hjemmel", "tekst", "overstyrer", "grunn", NULL};
    static const char *const row_keys[] = {"fra", "til", "verdi", "kilde", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, true);
    hj_sats *s = HJ_NEW(ld->arena, hj_sats);
    s->e.from = s->e.to = HJ_DATE_NONE;
    hj_form_override(&f, &s->e);
    s->enhet = hj_form_string(&f, "enhet", true);
    s->tekst = hj_form_maal(&f, "tekst", false);
    s->hjemmel = hj_form_cites(&f, true);
    s->rows = HJ_ARRAY(ld->arena, (size_t)f.n + 1, hj_rate);
    if (!f.n)
        hj_error(ld->diags, "HJ-RULES-064", b->place, "sats '%s' has no rows", b->name);
    for (int i = 1; i <= f.n; i++) {
        lua_rawgeti(L, f.t, i);
        form row = hj_form(ld, -1, b->place, "sats", b->name, row_keys, false);
        hj_rate *r = &s->rows[s->n++];
        hj_form_period(&row, &r->from, &r->to);
        if (r->from == HJ_DATE_NONE)
            hj_error(ld->diags, "HJ-RULES-065", b->place, "sats '%s': row %d has no fra", b->name,
                     i);
        lua_getfield(L, row.t, "verdi");
        const box *said = hj_to_box(L, lua_gettop(L));
        r->ukjent = said && said->kind == BOX_UNKNOWN;
        lua_pop(L, 1);
        if (!r->ukjent)
            hj_form_number(&row, "verdi", &r->verdi, true);
        r->kilde = hj_form_string(&row, "kilde", true);
        if (i > 1 && r->from != HJ_DATE_NONE) {
            hj_rate *before = r - 1;
            if (before->from >= r->from)
                hj_error(ld->diags, "HJ-RULES-066", b->place,
                         "sats '%s': rows must be ordered by fra (row %d)", b->name, i);
            else if (before->to != HJ_DATE_NONE && before->to != r->from)
                hj_error(ld->diags, "HJ-RULES-067", b->place,
                         "sats '%s': row %d does not begin where the row before ends", b->name,
                         i);
            before->to = r->from;
        }
        lua_pop(L, 1);
    }
    hj_add_edition(ld, HJ_SATS, &s->e, b->name, b->place);
}

void hj_build_helligdag(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"tekst", "hjemmel", "ukedag", "maaned", "dag", "paaske",
                                       "fra", "til", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_helligdag *h = HJ_NEW(ld->arena, hj_helligdag);
    h->tekst = hj_form_maal(&f, "tekst", true);
    h->hjemmel = hj_form_cites(&f, true);
    hj_form_period(&f, &h->e.from, &h->e.to);
    bool weekday = hj_form_int(&f, "ukedag", &h->ukedag, 1, 7);
    bool month = hj_form_int(&f, "maaned", &h->maaned, 1, 12);
    bool day = hj_form_int(&f, "dag", &h->dag, 1, 31);
    h->by_easter = hj_form_int(&f, "paaske", &h->paaske, -100, 100);
    if (month != day || weekday + (month && day) + h->by_easter != 1)
        hj_error(ld->diags, "HJ-RULES-068", b->place,
                 "helligdag '%s': exactly one of ukedag, maaned with dag, and paaske", b->name);
    else if (month && hj_date_make(2024, h->maaned, h->dag) == HJ_DATE_NONE)
        hj_error(ld->diags, "HJ-RULES-069", b->place, "helligdag '%s': there is no such day",
                 b->name);
    hj_add_edition(ld, HJ_HELLIGDAG, &h->e, b->name, b->place);
}

/* Which way a day moves off a holiday. Left alone when the key is missing or wrong. */
static void read_retning(form *f, bool required, hj_retning *out)
{
    static const char *const shifts[] = {"nei", "fram", "tilbake"};
    static const hj_retning ways[] = {HJ_STAAR, HJ_FRAM, HJ_TILBAKE};
    const char *shift = hj_form_string(f, "forskyves", required);
    if (!shift)
        return;
    for (int i = 0; i < 3; i++)
        if (strcmp(shift, shifts[i]) == 0) {
            *out = ways[i];
            return;
        }
    hj_error(f->ld->diags, "HJ-RULES-071", f->place,
             "frist '%s': forskyves is \"fram\", \"tilbake\" or \"nei\"", f->name);
}

static void read_anslag(form *f, hj_frist *frist)
{
    static const char *const keys[] = {"fra", "dager", "forskyves", NULL};
    loader *ld = f->ld;
    lua_State *L = ld->L;
    lua_getfield(L, f->t, "anslag");
    if (lua_istable(L, -1)) {
        int at = lua_gettop(L);
        lua_getfield(L, at, "fra");
        bool single = !lua_isnil(L, -1);
        lua_pop(L, 1);
        int n = single ? 1 : (int)lua_rawlen(L, at);
        if (!single)
            n = hj_form(ld, at, f->place, "anslag", NULL, no_keys, true).n;
        frist->anslag = HJ_ARRAY(ld->arena, (size_t)n + 1, hj_anslag);
        for (int i = 1; i <= n; i++) {
            if (single)
                lua_pushvalue(L, at);
            else
                lua_rawgeti(L, at, i);
            form a = hj_form(ld, -1, f->place, "anslag", f->name, keys, false);
            hj_anslag *out = &frist->anslag[frist->n_anslag++];
            out->fra_name = hj_form_string(&a, "fra", true);
            lua_getfield(L, a.t, "dager");
            if (lua_type(L, -1) == LUA_TSTRING)
                out->dager_name = hj_copy(ld, -1);
            else if (!lua_isnil(L, -1))
                hj_form_int(&a, "dager", &out->dager, 0, 1000);
            read_retning(&a, false, &out->retning);
            lua_pop(L, 2);
        }
    } else if (!lua_isnil(L, -1)) {
        hj_error(ld->diags, "HJ-RULES-026", f->place, "'%s': '%s' must be %s", f->what, "anslag",
                 "{ fra = \"…\", dager = 3 }");
    }
    lua_pop(L, 1);
}

static bool is_there(form *f, const char *key)
{
    lua_getfield(f->ld->L, f->t, key);
    bool there = !lua_isnil(f->ld->L, -1);
    lua_pop(f->ld->L, 1);
    return there;
}

void hj_build_frist(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {
        "som", "tekst", "hjemmel", "uker", "maaneder", "dager", "aar", "regnes_fra", "forskyves",
        "ukedag", "klokkeslett", "anslag", "forklaring", "gjelder", "naar", "fra", "til",
        "overstyrer", "grunn", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_frist *d = HJ_NEW(ld->arena, hj_frist);
    d->som = hj_form_string(&f, "som", false);
    d->som = d->som ? d->som : b->name;
    d->tekst = hj_form_maal(&f, "tekst", true);
    d->forklaring = hj_form_maal(&f, "forklaring", false);
    d->hjemmel = hj_form_cites(&f, true);
    d->gjelder = hj_form_places(&f);
    d->naar = hj_form_cond(&f, "naar", 0);
    d->span = hj_form_span(&f);
    hj_form_int(&f, "ukedag", &d->ukedag, 1, 7);
    d->fra_name = hj_form_string(&f, "regnes_fra", true);
    d->klokkeslett = hj_form_string(&f, "klokkeslett", false);
    const char *k = d->klokkeslett;
    if (k && !(strlen(k) == 5 && k[0] >= '0' && k[0] <= '2' && k[1] >= '0' && k[1] <= '9'
               && (k[0] < '2' || k[1] < '4') && k[2] == ':' && k[3] >= '0' && k[3] <= '5'
               && k[4] >= '0' && k[4] <= '9'))
        hj_error(ld->diags, "HJ-RULES-070", b->place,
                 "frist '%s': klokkeslett is written as \"12:00\"", b->name);
    read_retning(&f, true, &d->retning);
    bool that_day = is_there(&f, "dager"); /* dager = 0: the day itself */
    if (!d->span.aar && !d->span.maaneder && !d->span.uker && !that_day && !d->ukedag)
        hj_error(ld->diags, "HJ-RULES-072", b->place,
                 "frist '%s' has no length: uker, maaneder, dager, aar or ukedag", b->name);
    read_anslag(&f, d);
    hj_form_edition(&f, &d->e);
    hj_add_edition(ld, HJ_FRIST, &d->e, b->name, b->place);
}

void hj_build_oppslag(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"egenskap", "overstyrer", "grunn", NULL};
    static const char *const fixed[] = {"fra", "til", "hjemmel", "frist", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, true);
    hj_oppslag *o = HJ_NEW(ld->arena, hj_oppslag);
    o->e.from = o->e.to = HJ_DATE_NONE;
    hj_form_override(&f, &o->e);
    o->egenskap = hj_form_string(&f, "egenskap", false);
    o->rows = HJ_ARRAY(ld->arena, (size_t)f.n + 1, hj_oppslag_row);
    for (int i = 1; i <= f.n && o->n <= HJ_LIMIT_LOOKUP_ROWS; i++) { /* one more: told later */
        lua_rawgeti(L, f.t, i);
        hj_loader_place(ld); /* a row is held against the others: it costs as much as a call */
        form row = hj_form(ld, -1, b->place, "oppslag", b->name, NULL, true);
        hj_oppslag_row *r = &o->rows[o->n++];
        r->place = b->place;
        lua_rawgeti(L, row.t, 1);
        if (row.n == 1 && (lua_type(L, -1) == LUA_TSTRING || lua_isinteger(L, -1))) {
            lua_tolstring(L, -1, NULL);
            r->key = hj_copy(ld, -1);
        } else {
            hj_error(ld->diags, "HJ-RULES-073", b->place,
                     "oppslag '%s': row %d must begin with its key: { \"A\", … }", b->name, i);
            r->key = "";
        }
        lua_pop(L, 1);
        hj_form_period(&row, &r->from, &r->to);
        r->hjemmel = hj_form_cites(&row, false);
        r->frist.name = hj_form_string(&row, "frist", false);
        r->felt = hj_properties(ld, row.t, b->place, fixed, &r->n);
        lua_pop(L, 1);
    }
    hj_add_edition(ld, HJ_OPPSLAG, &o->e, b->name, b->place);
}

/* ---- Checking ------------------------------------------------------------------------------- */

static void check_rows(loader *ld, hj_oppslag *o)
{
    if (o->n > HJ_LIMIT_LOOKUP_ROWS) { /* every row is held against every other below */
        hj_error(ld->diags, "HJ-RULES-127", o->e.place,
                 "oppslag '%s' has more than %d rows", o->e.name, HJ_LIMIT_LOOKUP_ROWS);
        return;
    }
    for (int k = 0; k < o->n; k++) {
        hj_oppslag_row *r = &o->rows[k];
        bool told = false;
        hj_check_cites(ld, &r->hjemmel, r->place, r->from, r->to);
        if (r->frist.name)
            r->frist.entry = hj_find_named(ld, HJ_FRIST, r->frist.name, r->place);
        hj_refuse_of_state(ld, r->frist.entry, r->place);
        bool follows = r->from == HJ_DATE_NONE, other = false;
        for (int m = 0; m < o->n; m++) {
            const hj_oppslag_row *q = &o->rows[m];
            if (m == k || strcmp(q->key, r->key) != 0)
                continue;
            other |= m < k;
            follows |= q->to == r->from;
            bool before = q->to != HJ_DATE_NONE && r->from != HJ_DATE_NONE && q->to <= r->from;
            bool after = r->to != HJ_DATE_NONE && q->from != HJ_DATE_NONE && r->to <= q->from;
            if (m < k && !before && !after && !told)
                hj_error(ld->diags, "HJ-RULES-118", r->place,
                         "oppslag '%s': row '%s' has two editions in force on the same day",
                         o->e.name, r->key);
            told |= m < k && !before && !after;
        }
        if (other && !follows)
            hj_error(ld->diags, "HJ-RULES-119", r->place,
                     "oppslag '%s': row '%s' leaves days without an edition", o->e.name,
                     r->key);
    }
}

void hj_check_lookups(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_OPPSLAG];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++)
            check_rows(ld, (hj_oppslag *)t->entries[i]->editions[k]);
    t = &ld->base->tables[HJ_SATS];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_sats *s = (hj_sats *)t->entries[i]->editions[k];
            hj_check_cites(ld, &s->hjemmel, s->e.place, s->n ? s->rows[0].from : HJ_DATE_NONE,
                           HJ_DATE_NONE);
        }
}

static void row_there_is(loader *ld, hj_regel *r, hj_named *ref)
{
    ref->entry = hj_find_named(ld, HJ_OPPSLAG, ref->name, r->e.place);
    if (!ref->entry)
        return;
    int n = 0;
    for (int k = 0; k < ref->entry->n; k++) {
        const hj_oppslag *o = (const hj_oppslag *)ref->entry->editions[k];
        n += o->n;
        for (int i = 0; i < o->n; i++)
            if (strcmp(o->rows[i].key, ref->key) == 0)
                return;
    }
    hj_error(ld->diags, "HJ-RULES-113", r->e.place, "oppslag '%s' has no row '%s'", ref->name,
             ref->key);
    if (ld->compared > HJ_MOST_COMPARED)
        return;
    const char **keys = HJ_ARRAY(ld->arena, (size_t)n + 1, const char *);
    n = 0;
    for (int k = 0; k < ref->entry->n; k++) {
        const hj_oppslag *o = (const hj_oppslag *)ref->entry->editions[k];
        for (int i = 0; i < o->n; i++)
            keys[n++] = o->rows[i].key;
    }
    const char *near = hj_near(ld, ref->key, keys, (size_t)n);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
}

/* Where a table says which egenskap is its key, a rule that has it looks up that row without being
 * asked to; one that names the row itself must name the same. */
static void look_up_by_property(loader *ld, hj_regel *r)
{
    hj_table *t = &ld->base->tables[HJ_OPPSLAG];
    hj_named *all = HJ_ARRAY(ld->arena, (size_t)r->n_oppslag + (size_t)t->n + 1, hj_named);
    int n = 0;
    for (int i = 0; i < t->n; i++) {
        const char *egenskap = ((const hj_oppslag *)t->entries[i]->editions[0])->egenskap;
        const char *key = NULL, *name = t->entries[i]->name, *named = NULL;
        for (int k = 0; egenskap && k < r->n_egenskaper; k++)
            if (strcmp(r->egenskaper[k].name, egenskap) == 0)
                key = r->egenskaper[k].text.nb;
        for (int k = 0; key && k < r->n_oppslag; k++)
            if (strcmp(r->oppslag[k].name, name) == 0)
                named = r->oppslag[k].key;
        if (named && strcmp(named, key) != 0) {
            hj_error(ld->diags, "HJ-RULES-286", r->e.place,
                     "regel '%s' has %s = \"%s\", but looks up '%s' in oppslag '%s'", r->e.name,
                     egenskap, key, named, name);
            hj_hint(ld->diags, "%s is the key of that oppslag: leave %s out of the rule's oppslag",
                    egenskap, name);
        } else if (key && !named) {
            all[n++] = (hj_named){.name = name, .key = key};
        }
    }
    for (int i = 0; i < r->n_oppslag; i++)
        all[n++] = r->oppslag[i];
    r->oppslag = all;
    r->n_oppslag = n;
}

void hj_check_looked_up(loader *ld, hj_regel *r)
{
    look_up_by_property(ld, r);
    for (int i = 0; i < r->n_oppslag; i++)
        row_there_is(ld, r, &r->oppslag[i]);
}
