/* Checklists, as their author wrote them: sjekkliste "navn" { punkt { … }, … }.
 *
 * The hard idea is decision/sjekk.c's: what is required and not known to be met is a finding. Here
 * it is only seen to that every point says how grave it is, by what law, and where to mend it. */
#include <string.h>

#include "rules/loader.h"

int hj_call_punkt(lua_State *L)
{
    static const char *const keys[] = {"nummer", "nivaa", "gjelder", "naar", "krav", "sted",
                                       "hjemmel", "tekst", "hvor", NULL};
    static const char *const levels[] = {"varsel", "utkast", "stopp"};
    loader *ld = hj_loader_of(L);
    hj_place place = hj_loader_place(ld);
    lua_settop(L, 1);
    form f = hj_form(ld, 1, place, "punkt", NULL, keys, false);
    hj_punkt *p = HJ_NEW(ld->arena, hj_punkt);
    p->place = place;
    lua_getfield(L, 1, "nummer");
    if (lua_isinteger(L, -1) || lua_type(L, -1) == LUA_TSTRING) {
        lua_tolstring(L, -1, NULL);
        p->nummer = hj_copy(ld, -1);
    } else {
        hj_error(ld->diags, "HJ-RULES-027", place, "'%s' has no %s", "punkt", "nummer");
        p->nummer = "?";
    }
    lua_pop(L, 1);
    const char *level = hj_form_string(&f, "nivaa", true);
    for (int i = 0; level && i < 3; i++)
        if (strcmp(level, levels[i]) == 0)
            p->nivaa = i + 1;
    if (level && !p->nivaa)
        hj_error(ld->diags, "HJ-RULES-074", place,
                 "punkt: nivaa is \"stopp\", \"utkast\" or \"varsel\"");
    p->gjelder = hj_form_places(&f);
    p->places = p->gjelder ? hj_path_number(p->gjelder) : 0;
    p->sted = hj_form_path(&f, "sted");
    p->naar = hj_form_cond(&f, "naar", 0);
    p->krav = hj_form_cond(&f, "krav", 0);
    lua_getfield(L, 1, "krav");
    if (lua_isnil(L, -1))
        hj_error(ld->diags, "HJ-RULES-027", place, "'%s' has no %s", "punkt", "krav");
    lua_pop(L, 1);
    p->tekst = hj_form_maal(&f, "tekst", true);
    p->hvor = hj_form_maal(&f, "hvor", true);
    p->hjemmel = hj_form_cites(&f, true);
    hj_push_box(ld, BOX_PUNKT, p);
    return 1;
}

void hj_build_sjekkliste(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"dokument", "fra", "til", "overstyrer", "grunn", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, true);
    hj_sjekkliste *s = HJ_NEW(ld->arena, hj_sjekkliste);
    s->dokument = hj_form_strings(&f, "dokument", &s->n_dokument);
    hj_form_edition(&f, &s->e);
    s->punkter = HJ_ARRAY(ld->arena, (size_t)f.n + 1, hj_punkt *);
    if (!f.n)
        hj_error(ld->diags, "HJ-RULES-043", b->place, "'%s' is empty", "sjekkliste");
    for (int i = 1; i <= f.n; i++) {
        lua_rawgeti(L, f.t, i);
        hj_host_charge(L, (size_t)i / 2); /* numbers are held against each other */
        box *item = hj_to_box(L, -1);
        if (item && item->kind == BOX_PUNKT)
            s->punkter[s->n++] = item->p;
        else if (!item || item->kind != BOX_NOTHING)
            hj_error(ld->diags, "HJ-RULES-075", b->place,
                     "sjekkliste '%s': item %d must be punkt { … }", b->name, i);
        lua_pop(L, 1);
    }
    hj_add_edition(ld, HJ_SJEKKLISTE, &s->e, b->name, b->place);
}
