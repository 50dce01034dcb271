/* Stairs and amounts: `trapp`, `trinn` and `utregning`.
 *
 * The hard idea: the answer of a stair is a choice and an amount is a number, so each of them gets
 * a fact of its own ("trapp.navn", "utregning.navn"). Conditions, functions, hva-hvis and the list
 * of what is missing then need to know nothing new. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

enum { MOST_STEPS = 100 };

/* ---- Rounding ------------------------------------------------------------------------------- */

const hj_avrunding hj_avrundinger[] = {
    {"krone", 1, 0}, {"krone_ned", 1, -1}, {"krone_opp", 1, 1},
    {"oere", 100, 0}, {"oere_ned", 100, -1}, {"oere_opp", 100, 1},
    {"hel", 1, 0}, {"ned", 1, -1}, {"opp", 1, 1},
    {"halv", 2, 0}, {"kvart", 4, 0}, {"tidel", 10, 0}, {NULL, 0, 0}};

const hj_avrunding *hj_avrunding_of(const char *name)
{
    for (const hj_avrunding *a = hj_avrundinger; a->name; a++)
        if (strcmp(a->name, name) == 0)
            return a;
    return NULL;
}

/* 0.29 * 100 is 28.999…996 to a computer: what is a whole within a millionth, is that whole. */
double hj_round(const hj_avrunding *how, double x)
{
    double scaled = x * how->per, whole = round(scaled);
    if (fabs(scaled - whole) < 1e-6)
        return whole / how->per;
    if (how->way)
        return (how->way < 0 ? floor(scaled) : ceil(scaled)) / how->per;
    return (scaled < 0 ? ceil(scaled - 0.5 - 1e-6) : floor(scaled + 0.5 + 1e-6)) / how->per;
}

/* ---- Stairs ---------------------------------------------------------------------------------- */

void hj_build_trinn(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"nummer", "tekst", "hjemmel", "dekker_naar", "regler",
                                       "begrunnelse", "vurdering", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_trinn *s = HJ_NEW(ld->arena, hj_trinn);
    s->name = b->name;
    s->place = b->place;
    if (!hj_form_int(&f, "nummer", &s->nummer, 0, 1000))
        hj_error(ld->diags, "HJ-RULES-027", b->place, "%s '%s' has no %s", b->what, b->name,
                 "nummer");
    s->tekst = hj_form_maal(&f, "tekst", true);
    s->begrunnelse = hj_form_maal(&f, "begrunnelse", false);
    s->vurdering_name = hj_form_string(&f, "vurdering", false);
    s->hjemmel = hj_form_cites(&f, true);
    s->naar = hj_form_cond(&f, "dekker_naar", 0);
    s->regler = hj_form_names(&f, "regler", &s->n_regler);
    if (!s->naar == !s->n_regler)
        hj_error(ld->diags, "HJ-RULES-150", b->place,
                 "trinn '%s' must say when it covers the need: dekker_naar = … or regler = { … }, "
                 "one of them", b->name);
    if (!s->naar)
        s->naar = hj_any_rule(ld, s->regler, s->n_regler, b->place);
    if (strcmp(b->name, HJ_INGEN) == 0)
        hj_error(ld->diags, "HJ-RULES-057", b->place,
                 "'%s' already means something; choose another name", b->name);
    hj_push_box(ld, BOX_TRINN, s);
}

static void add_step(form *f, hj_trapp *t, hj_trinn *s)
{
    for (int i = 0; i < t->n; i++)
        if (strcmp(t->trinn[i]->name, s->name) == 0)
            hj_error(f->ld->diags, "HJ-RULES-151", s->place,
                     "trapp '%s': the step '%s' stands twice", f->name, s->name);
    if (t->n && t->trinn[t->n - 1]->nummer >= s->nummer)
        hj_error(f->ld->diags, "HJ-RULES-152", s->place,
                 "trapp '%s': the steps must stand from the lowest up; '%s' has number %d after %d",
                 f->name, s->name, s->nummer, t->trinn[t->n - 1]->nummer);
    t->trinn[t->n++] = s;
}

void hj_build_trapp(loader *ld, builder *b, int index)
{
    static const char *const keys[] = {"fra", "til", "tekst", "hjemmel", "gjelder", "vedtak_i",
                                       "overstyrer", "grunn", NULL};
    form f = hj_form(ld, index, b->place, b->what, b->name, keys, true);
    hj_trapp *t = HJ_NEW(ld->arena, hj_trapp);
    hj_form_edition(&f, &t->e);
    t->tekst = hj_form_maal(&f, "tekst", true);
    t->hjemmel = hj_form_cites(&f, true);
    t->gjelder = hj_form_places(&f);
    t->vedtak_name = hj_form_string(&f, "vedtak_i", false);
    t->trinn = HJ_ARRAY(ld->arena, (size_t)f.n + 1, hj_trinn *);
    for (int i = 1; i <= f.n && i <= MOST_STEPS; i++) {
        lua_rawgeti(ld->L, f.t, i);
        box *item = hj_to_box(ld->L, -1);
        if (item && item->kind == BOX_TRINN)
            add_step(&f, t, item->p);
        else if (!item || item->kind != BOX_NOTHING)
            hj_error(ld->diags, "HJ-RULES-153", b->place,
                     "trapp '%s': item %d must be trinn \"navn\" { … }", b->name, i);
        lua_pop(ld->L, 1);
    }
    if (f.n > MOST_STEPS)
        hj_error(ld->diags, "HJ-RULES-159", b->place, "trapp '%s' has more than %d steps", b->name,
                 MOST_STEPS);
    if (f.n < 2)
        hj_error(ld->diags, "HJ-RULES-154", b->place,
                 "trapp '%s' has fewer than two steps: then there is nothing to choose between",
                 b->name);
    hj_add_edition(ld, HJ_TRAPP, &t->e, b->name, b->place);
}

/* ---- Amounts --------------------------------------------------------------------------------- */

static hj_operand limit(form *f, const char *key)
{
    hj_operand o = {0};
    lua_getfield(f->ld->L, f->t, key);
    if (!lua_isnil(f->ld->L, -1))
        o = hj_operand_arg(f->ld, lua_gettop(f->ld->L), f->place, key);
    lua_pop(f->ld->L, 1);
    return o;
}

static const hj_avrunding *rounding(form *f)
{
    const char *name = hj_form_string(f, "avrunding", false), *all[16];
    const hj_avrunding *found = name ? hj_avrunding_of(name) : NULL;
    size_t n = 0;
    if (!name || found)
        return found;
    hj_buf list = {0};
    for (const hj_avrunding *a = hj_avrundinger; a->name; a++) {
        hj_buf_printf(&list, "%s%s", n ? ", " : "", a->name);
        all[n++] = a->name;
    }
    const char *near = hj_near(f->ld, name, all, n);
    hj_error(f->ld->diags, "HJ-RULES-155", f->place, "there is no rounding called '%s'", name);
    if (near)
        hj_hint(f->ld->diags, "did you mean '%s'?", near);
    else
        hj_hint(f->ld->diags, "the roundings are: %s", list.data);
    hj_buf_free(&list);
    return NULL;
}

void hj_build_utregning(loader *ld, builder *b, int index)
{
    static const char *const keys[] = {"fra", "til", "tekst", "hjemmel", "enhet", "avrunding",
                                       "naar", "beregn", "hoyst", "minst", "overstyrer", "grunn",
                                       NULL};
    form f = hj_form(ld, index, b->place, b->what, b->name, keys, false);
    hj_utregning *u = HJ_NEW(ld->arena, hj_utregning);
    hj_form_edition(&f, &u->e);
    u->tekst = hj_form_maal(&f, "tekst", true);
    u->hjemmel = hj_form_cites(&f, true);
    u->enhet = hj_form_string(&f, "enhet", true);
    u->avrunding = rounding(&f);
    u->naar = hj_form_cond(&f, "naar", 0);
    u->hoyst = limit(&f, "hoyst");
    u->minst = limit(&f, "minst");
    lua_getfield(ld->L, f.t, "beregn");
    if (lua_isfunction(ld->L, -1) && !lua_iscfunction(ld->L, -1))
        u->beregn = hj_new_function(ld, lua_gettop(ld->L), b->place);
    else
        hj_error(ld->diags, "HJ-RULES-156", b->place,
                 "utregning '%s' must say how: beregn = function(f) return … end", b->name);
    lua_pop(ld->L, 1);
    hj_add_edition(ld, HJ_UTREGNING, &u->e, b->name, b->place);
}

/* ---- Their facts ----------------------------------------------------------------------------- */

static hj_faktum *add_fact(loader *ld, const hj_entry *e, hj_maal text)
{
    hj_faktum *f = HJ_NEW(ld->arena, hj_faktum);
    bool trapp = e->kind == HJ_TRAPP;
    f->decl.name = hj_arena_printf(ld->arena, "%s.%s", trapp ? "trapp"
                                   : e->kind == HJ_SATS ? "sats" : "utregning", e->name);
    f->decl.type = trapp ? HJ_FACT_VALG : HJ_FACT_TALL;
    f->e.from = f->e.to = HJ_DATE_NONE;
    f->tekst = text;
    if (trapp)
        f->trapp = e;
    else if (e->kind == HJ_UTREGNING)
        f->utregning = e;
    hj_add_edition(ld, HJ_FAKTUM, &f->e, f->decl.name, HJ_NOWHERE);
    f->e.place = e->editions[0]->place;
    return f;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every step of every edition once, and "ingen". */
static const char *const *steps_of(loader *ld, const hj_entry *e)
{
    int cap = 2, n = 0;
    for (int k = 0; k < e->n; k++)
        cap += ((const hj_trapp *)e->editions[k])->n;
    const char **names = HJ_ARRAY(ld->arena, (size_t)cap, const char *);
    for (int k = 0; k < e->n; k++)
        for (int i = 0; i < ((const hj_trapp *)e->editions[k])->n; i++)
            names[n++] = ((const hj_trapp *)e->editions[k])->trinn[i]->name;
    qsort(names, (size_t)n, sizeof *names, by_text);
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (!kept || strcmp(names[kept - 1], names[i]) != 0)
            names[kept++] = names[i];
    names[kept++] = HJ_INGEN;
    names[kept] = NULL;
    return names;
}

void hj_add_answers(loader *ld)
{
    const hj_table *t = &ld->base->tables[HJ_TRAPP];
    for (int i = 0; i < t->n; i++) {
        hj_faktum *f =
            add_fact(ld, t->entries[i], ((const hj_trapp *)t->entries[i]->editions[0])->tekst);
        f->decl.values = steps_of(ld, t->entries[i]);
        while (f->decl.values[f->decl.n_values])
            f->decl.n_values++;
        const char **sorted = HJ_ARRAY(ld->arena, f->decl.n_values, const char *);
        memcpy(sorted, f->decl.values, f->decl.n_values * sizeof *sorted);
        qsort(sorted, f->decl.n_values, sizeof *sorted, by_text);
        f->decl.sorted = sorted;
    }
    t = &ld->base->tables[HJ_UTREGNING];
    for (int i = 0; i < t->n; i++)
        add_fact(ld, t->entries[i], ((const hj_utregning *)t->entries[i]->editions[0])->tekst);
    /* A rate has a fact too: on a day without a value it is what is missing. */
    t = &ld->base->tables[HJ_SATS];
    for (int i = 0; i < t->n; i++) {
        const hj_faktum *f =
            add_fact(ld, t->entries[i], ((const hj_sats *)t->entries[i]->editions[0])->tekst);
        for (int k = 0; k < t->entries[i]->n; k++)
            ((hj_sats *)t->entries[i]->editions[k])->faktum = f;
    }
}

/* ---- Checking -------------------------------------------------------------------------------- */

static void check_step(loader *ld, const hj_trapp *t, hj_trinn *s)
{
    hj_check_cites(ld, &s->hjemmel, s->place, t->e.from, t->e.to);
    for (int i = 0; i < s->n_regler; i++)
        s->regler[i].entry = hj_rulebase_find(ld->base, HJ_REGEL, s->regler[i].name);
    const hj_faktum *f = hj_fact_of(ld, s->vurdering_name, s->place, &s->vurdering);
    if (f && f->decl.type != HJ_FACT_TEKST)
        hj_error(ld->diags, "HJ-RULES-292", s->place, "vurdering names a tekst; '%s' is %s",
                 f->decl.name, hj_fact_type_name(f->decl.type));
}

static void check_stair(loader *ld, hj_trapp *t)
{
    hj_check_cites(ld, &t->hjemmel, t->e.place, t->e.from, t->e.to);
    if (t->gjelder && !hj_path_absolute(t->gjelder))
        hj_error(ld->diags, "HJ-RULES-114", t->e.place, "gjelder must begin at the root: /%s",
                 hj_path_text(t->gjelder));
    for (int i = 0; i < t->n; i++)
        check_step(ld, t, t->trinn[i]);
    const hj_faktum *f = hj_fact_of(ld, t->vedtak_name, t->e.place, &t->vedtak_i);
    if (f && f->decl.type != HJ_FACT_VALG)
        hj_error(ld->diags, "HJ-RULES-115", t->e.place, "vedtak_i names a valg; '%s' is %s",
                 f->decl.name, hj_fact_type_name(f->decl.type));
    for (int i = 0; f && f->decl.type == HJ_FACT_VALG && i < t->n; i++)
        hj_choice(ld, f, t->trinn[i]->name, t->e.place);
}

static void check_limit(loader *ld, const hj_utregning *u, hj_operand *o, const char *key)
{
    const hj_faktum *f = NULL;
    if (o->kind == HJ_OP_SATS)
        o->entry = hj_find_named(ld, HJ_SATS, o->text, u->e.place);
    else if (o->kind == HJ_OP_FAKTUM)
        f = hj_fact_of(ld, o->text, u->e.place, &o->entry);
    if (o->kind == HJ_OP_TEXT || o->kind == HJ_OP_FRIST || (f && f->decl.type != HJ_FACT_TALL))
        hj_error(ld->diags, "HJ-RULES-157", u->e.place,
                 "utregning '%s': %s is a number, sats \"x\", utregning \"x\" or faktum \"x\" that "
                 "is a tall", u->e.name, key);
}

void hj_check_answers(loader *ld)
{
    hj_table *facts = &ld->base->tables[HJ_FAKTUM];
    for (int i = 0; i < facts->n; i++) {
        const hj_faktum *f = hj_faktum_of(facts->entries[i]);
        facts->entries[i]->used |= f->trapp || f->utregning;
    }
    const hj_table *rates = &ld->base->tables[HJ_SATS];
    for (int i = 0; i < rates->n; i++)
        facts->entries[((const hj_sats *)rates->entries[i]->editions[0])->faktum->id]->used = true;
    const hj_table *t = &ld->base->tables[HJ_TRAPP];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++)
            check_stair(ld, (hj_trapp *)t->entries[i]->editions[k]);
    t = &ld->base->tables[HJ_UTREGNING];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_utregning *u = (hj_utregning *)t->entries[i]->editions[k];
            hj_check_cites(ld, &u->hjemmel, u->e.place, u->e.from, u->e.to);
            check_limit(ld, u, &u->hoyst, "hoyst");
            check_limit(ld, u, &u->minst, "minst");
        }
}
