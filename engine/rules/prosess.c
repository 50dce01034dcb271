/* Processes: rolle, hendelse, tilstand, overgang, prosess, as their author wrote them.
 *
 * The hard idea: a process is a table of what may follow what, and nothing else. Which states there
 * are, who may do what and what a deadline leads to is data; the engine only follows the lines.
 * Names are looked up when everything is read (graph.c), so that the order of writing is free. */
#include <string.h>

#include "rules/loader.h"

enum { MOST_TRANSITIONS = 300, MOST_EVENTS = 200 };

static const char *const no_keys[] = {NULL};

void hj_build_rolle(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"tekst", "i_saken", "kalles", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_rolle *r = HJ_NEW(ld->arena, hj_rolle);
    r->e.from = r->e.to = HJ_DATE_NONE;
    r->tekst = hj_form_maal(&f, "tekst", true);
    r->i_saken = hj_form_strings(&f, "i_saken", &r->n_i_saken);
    if (!r->n_i_saken) {
        r->i_saken = HJ_ARRAY(ld->arena, 1, const char *);
        r->i_saken[r->n_i_saken++] = b->name;
    }
    r->kalles = hj_form_path(&f, "kalles");
    if (r->kalles && !hj_path_absolute(r->kalles))
        hj_error(ld->diags, "HJ-RULES-293", b->place,
                 "kalles is a place in the kommune file and must begin at the root: /%s",
                 hj_path_text(r->kalles));
    hj_add_edition(ld, HJ_ROLLE, &r->e, b->name, b->place);
}

void hj_build_hendelse(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"tekst", "uten_virkning", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_hendelse *h = HJ_NEW(ld->arena, hj_hendelse);
    h->name = b->name;
    h->place = b->place;
    h->tekst = hj_form_maal(&f, "tekst", true);
    h->uten_virkning = hj_form_flag(&f, "uten_virkning");
    hj_push_box(ld, BOX_HENDELSE, h);
}

/* { { "svarfrist", ved_brudd = "varsles", tekst = … }, … } */
static void read_frister(form *f, hj_tilstand *s)
{
    static const char *const keys[] = {"ved_brudd", "tekst", NULL};
    loader *ld = f->ld;
    lua_State *L = ld->L;
    lua_getfield(L, f->t, "frister");
    if (!lua_isnil(L, -1)) {
        form list = hj_form(ld, -1, f->place, "frister", NULL, no_keys, true);
        s->frister = HJ_ARRAY(ld->arena, (size_t)list.n + 1, hj_tilstandsfrist);
        for (int i = 1; i <= list.n; i++) {
            hj_tilstandsfrist *d = &s->frister[s->n_frister++];
            lua_rawgeti(L, list.t, i);
            form one = hj_form(ld, -1, f->place, "frister", s->name, keys, true);
            lua_rawgeti(L, one.t, 1);
            if (one.n == 1 && lua_type(L, -1) == LUA_TSTRING) {
                d->frist.name = hj_copy(ld, -1);
            } else {
                hj_error(ld->diags, "HJ-RULES-160", f->place,
                         "tilstand '%s': item %d of frister must be { \"frist\", ved_brudd = \"…\" }",
                         s->name, i);
                d->frist.name = "";
            }
            d->ved_brudd = hj_form_string(&one, "ved_brudd", false);
            d->tekst = hj_form_maal(&one, "tekst", false);
            d->til = d->hendelse = -1;
            if (!d->ved_brudd) {
                hj_error(ld->diags, "HJ-RULES-161", f->place,
                         "tilstand '%s': nothing follows when '%s' passes", s->name, d->frist.name);
                hj_hint(ld->diags, "say ved_brudd = \"varsles\", the state it then passes into, or the "
                                   "event that should then be made");
            }
            lua_pop(L, 2);
        }
    }
    lua_pop(L, 1);
}

/* Why no deadline runs: a note, so one text is enough. */
static void read_uten_frist(form *f, hj_tilstand *s)
{
    lua_getfield(f->ld->L, f->t, "uten_frist");
    bool plain = lua_type(f->ld->L, -1) == LUA_TSTRING;
    lua_pop(f->ld->L, 1);
    if (plain)
        s->uten_frist.nb = s->uten_frist.nn = hj_form_string(f, "uten_frist", true);
    else
        s->uten_frist = hj_form_maal(f, "uten_frist", false);
}

void hj_build_tilstand(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"tekst", "ansvar", "frister", "uten_frist", "slutt",
                                       "hjemmel", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_tilstand *s = HJ_NEW(ld->arena, hj_tilstand);
    s->name = b->name;
    s->place = b->place;
    s->tekst = hj_form_maal(&f, "tekst", true);
    s->hjemmel = hj_form_cites(&f, false);
    s->slutt = hj_form_flag(&f, "slutt");
    s->ansvar = hj_form_names(&f, "ansvar", &s->n_ansvar);
    read_frister(&f, s);
    read_uten_frist(&f, s);
    if (!s->slutt && !s->n_ansvar)
        hj_error(ld->diags, "HJ-RULES-162", b->place,
                 "tilstand '%s' has no ansvar: who is to act when a case stands here?", b->name);
    if (!s->slutt && !s->n_frister && !s->uten_frist.nb) {
        hj_error(ld->diags, "HJ-RULES-163", b->place,
                 "tilstand '%s' has no deadline: a case could stand here for ever", b->name);
        hj_hint(ld->diags, "give it frister = { … }, or say why there is none: uten_frist = \"…\"");
    }
    if (s->n_frister && s->uten_frist.nb)
        hj_error(ld->diags, "HJ-RULES-164", b->place,
                 "tilstand '%s' has both frister and uten_frist; choose one", b->name);
    if (s->slutt && s->n_frister)
        hj_error(ld->diags, "HJ-RULES-165", b->place,
                 "tilstand '%s' is an end: no deadline runs there", b->name);
    hj_push_box(ld, BOX_TILSTAND, s);
}

static bool is_box(form *f, const char *key, box_kind kind)
{
    lua_getfield(f->ld->L, f->t, key);
    box *b = hj_to_box(f->ld->L, -1);
    lua_pop(f->ld->L, 1);
    return b && b->kind == kind;
}

int hj_call_overgang(lua_State *L)
{
    static const char *const keys[] = {"fra", "hendelse", "til", "naar", "rolle", "hjemmel",
                                       "tekst", NULL};
    loader *ld = hj_loader_of(L);
    hj_place place = hj_loader_place(ld);
    lua_settop(L, 1);
    form f = hj_form(ld, 1, place, "overgang", NULL, keys, false);
    hj_overgang *o = HJ_NEW(ld->arena, hj_overgang);
    o->place = place;
    o->id = ld->base->n_overganger++;
    o->alle = is_box(&f, "fra", BOX_EVERY_STATE);
    if (!o->alle)
        o->fra_names = hj_form_strings(&f, "fra", &o->n_fra);
    if (!o->alle && !o->n_fra)
        hj_error(ld->diags, "HJ-RULES-027", place, "'%s' has no %s", "overgang", "fra");
    o->hendelse_name = hj_form_string(&f, "hendelse", true);
    o->til_name = hj_form_string(&f, "til", true);
    o->naar = hj_form_cond(&f, "naar", 0);
    o->hvem_som_helst = is_box(&f, "rolle", BOX_ANYBODY);
    if (!o->hvem_som_helst)
        o->roller = hj_form_names(&f, "rolle", &o->n_roller);
    if (!o->hvem_som_helst && !o->n_roller) {
        hj_error(ld->diags, "HJ-RULES-166", place, "this overgang does not say who may make it");
        hj_hint(ld->diags, "write rolle = \"…\", rolle = { \"…\", \"…\" } or rolle = hvem_som_helst");
    }
    o->hjemmel = hj_form_cites(&f, true);
    o->tekst = hj_form_maal(&f, "tekst", false);
    o->hendelse = o->til = -1;
    hj_push_box(ld, BOX_OVERGANG, o);
    return 1;
}

/* The boxes of one kind at 1 … n of the form; at most `most`. */
static void **boxes(form *f, box_kind kind, const char *what, int most, int *n)
{
    loader *ld = f->ld;
    lua_State *L = ld->L;
    void **list = HJ_ARRAY(ld->arena, (size_t)f->n + 1, void *);
    *n = 0;
    if (f->n > most)
        hj_error(ld->diags, "HJ-RULES-167", f->place, "prosess '%s' has more than %d of '%s'",
                 f->name, most, what);
    for (int i = 1; i <= f->n && i <= most; i++) {
        lua_rawgeti(L, f->t, i);
        box *b = hj_to_box(L, -1);
        if (b && b->kind == kind)
            list[(*n)++] = b->p;
        else if (!b || b->kind != BOX_NOTHING)
            hj_error(ld->diags, "HJ-RULES-168", f->place, "prosess '%s': item %d of %s must be %s",
                     f->name, i, f->what, what);
        lua_pop(L, 1);
    }
    return list;
}

static void **part(form *f, const char *key, box_kind kind, const char *what, int most, int *n)
{
    lua_State *L = f->ld->L;
    void **list = NULL;
    *n = 0;
    lua_getfield(L, f->t, key);
    if (lua_isnil(L, -1)) {
        hj_error(f->ld->diags, "HJ-RULES-027", f->place, "%s '%s' has no %s", f->what, f->name,
                 key);
    } else {
        form inner = hj_form(f->ld, -1, f->place, key, f->name, no_keys, true);
        list = boxes(&inner, kind, what, most, n);
    }
    lua_pop(L, 1);
    return list;
}

static void read_hendelser(form *f, hj_prosess *p)
{
    static const char *const keys[] = {"sti", "slag", "dato", "rolle", NULL};
    loader *ld = f->ld;
    lua_State *L = ld->L;
    lua_getfield(L, f->t, "hendelser");
    if (lua_isnil(L, -1)) {
        hj_error(ld->diags, "HJ-RULES-027", f->place, "%s '%s' has no %s", f->what, f->name,
                 "hendelser");
    } else {
        form h = hj_form(ld, -1, f->place, "hendelser", f->name, keys, true);
        hj_path **const paths[] = {&p->sti, &p->slag, &p->dato, &p->rolle};
        for (int i = 0; i < 4; i++) {
            *paths[i] = hj_form_path(&h, keys[i]);
            lua_getfield(L, h.t, keys[i]);
            if (i < 3 && lua_isnil(L, -1))
                hj_error(ld->diags, "HJ-RULES-027", f->place, "'%s' has no %s", "hendelser",
                         keys[i]);
            lua_pop(L, 1);
        }
        p->hendelser = (hj_hendelse **)boxes(&h, BOX_HENDELSE, "hendelse \"navn\" { … }",
                                             MOST_EVENTS, &p->n_hendelser);
    }
    lua_pop(L, 1);
}

static void read_treff(form *f, hj_prosess *p)
{
    const char *treff = hj_form_string(f, "treff", false);
    p->foerste = treff && strcmp(treff, "foerste") == 0;
    if (treff && !p->foerste && strcmp(treff, "entydig") != 0)
        hj_error(f->ld->diags, "HJ-RULES-169", f->place, "treff is \"entydig\" or \"foerste\"");
}

void hj_build_prosess(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"fra", "til", "tekst", "hjemmel", "gjelder", "hendelser",
                                       "start", "startet", "treff", "tilstander", "overganger",
                                       "overstyrer", "grunn", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_prosess *p = HJ_NEW(ld->arena, hj_prosess);
    hj_form_edition(&f, &p->e);
    p->tekst = hj_form_maal(&f, "tekst", true);
    p->hjemmel = hj_form_cites(&f, true);
    p->gjelder = hj_form_places(&f);
    read_hendelser(&f, p);
    read_treff(&f, p);
    p->start_name = hj_form_string(&f, "start", true);
    p->startet_name = hj_form_string(&f, "startet", false);
    p->tilstander = (hj_tilstand **)part(&f, "tilstander", BOX_TILSTAND, "tilstand \"navn\" { … }",
                                         MOST_STATES, &p->n_tilstander);
    p->overganger = (hj_overgang **)part(&f, "overganger", BOX_OVERGANG, "overgang { … }",
                                         MOST_TRANSITIONS, &p->n_overganger);
    hj_add_edition(ld, HJ_PROSESS, &p->e, b->name, b->place);
}
