/* pakke { … }: what a pack says of itself, and whether the packs that are read fit together.
 *
 * The hard idea: a wrong combination is told once, in words about packs, before names are looked
 * up; looked up, it would be told a hundred times in words about names. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

enum { LANGUAGE = 1 }; /* the version of the rule language this program reads */
enum { MOST = 50 }; /* packs one may build on */

/* ---- reading ---- */

static bool name_ok(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return n && !name[n] && n <= 100;
}

/* 0.1.0, 2, 1.4-rc1: numbers between points first, so that 0.1 can be the beginning of 0.1.3. */
static bool version_ok(const char *version)
{
    size_t n = strspn(version, "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-");
    return n && !version[n] && n <= 40 && *version >= '0' && *version <= '9';
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const hj_bygger_paa *)a)->navn, ((const hj_bygger_paa *)b)->navn);
}

/* { felles = "0.1", … }: any name may be a key. */
static void read_foundations(loader *ld, hj_pakke *p, hj_place place)
{
    lua_State *L = ld->L;
    lua_getfield(L, 1, "bygger_paa");
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        return;
    }
    form f = hj_form(ld, -1, place, "bygger_paa", NULL, NULL, false);
    p->bygger_paa = HJ_ARRAY(ld->arena, MOST, hj_bygger_paa);
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            continue;
        if (p->n_bygger_paa == MOST) {
            hj_error(ld->diags, "HJ-PACK-001", place, "bygger_paa has more than %d packs", MOST);
            lua_pop(L, 2);
            break;
        }
        hj_bygger_paa *b = &p->bygger_paa[p->n_bygger_paa];
        *b = (hj_bygger_paa){.navn = hj_copy(ld, -2)};
        if (lua_type(L, -1) == LUA_TSTRING)
            b->versjon = hj_copy(ld, -1);
        p->n_bygger_paa++;
    }
    if (p->n_bygger_paa)
        qsort(p->bygger_paa, (size_t)p->n_bygger_paa, sizeof *p->bygger_paa, by_name);
    for (int i = 0; i < p->n_bygger_paa; i++)
        if (!p->bygger_paa[i].versjon || !version_ok(p->bygger_paa[i].versjon)) {
            hj_error(ld->diags, "HJ-PACK-002", place,
                     "bygger_paa: '%s' needs the version it builds on, as a text",
                     p->bygger_paa[i].navn);
            hj_hint(ld->diags, "for example %s = \"0.1\", which is 0.1.0 and 0.1.7, and not 0.2.0",
                    p->bygger_paa[i].navn);
            p->bygger_paa[i].versjon = NULL;
        }
    lua_pop(L, 1);
}

static void read_language(loader *ld, form *f)
{
    double version = 0;
    if (!hj_form_number(f, "spraakversjon", &version, true) || version == LANGUAGE)
        return;
    if (version > LANGUAGE) {
        hj_error(ld->diags, "HJ-RULES-051", f->place,
                 "the pack is written in version %g of the rule language; this program reads "
                 "version %d", version, LANGUAGE);
        hj_hint(ld->diags, "a newer hjemmel reads it; the pack's other files are not read now");
    } else {
        hj_error(ld->diags, "HJ-RULES-051", f->place,
                 "there is no version %g of the rule language; this program reads version %d",
                 version, LANGUAGE);
    }
    ld->unfit = true;
}

int hj_call_pakke(lua_State *L)
{
    static const char *const keys[] = {"navn", "versjon", "spraakversjon", "gyldig", "gjelder_naar",
                                       "bygger_paa", NULL};
    static const char *const period[] = {"fra", "til", NULL};
    loader *ld = hj_loader_of(L);
    lua_settop(L, 1);
    form f = hj_form(ld, 1, hj_loader_place(ld), "pakke", NULL, keys, false);
    hj_pakke *p = &ld->base->pakker[ld->pack];
    if (p->navn)
        hj_error(ld->diags, "HJ-RULES-050", f.place, "this pack has two pakke { … }");
    p->navn = hj_form_string(&f, "navn", true);
    p->versjon = hj_form_string(&f, "versjon", true);
    p->place = f.place;
    if (p->navn && !name_ok(p->navn))
        hj_error(ld->diags, "HJ-PACK-003", f.place,
                 "a pack's name is small letters a to z, digits, _ and -");
    if (p->versjon && !version_ok(p->versjon)) {
        hj_error(ld->diags, "HJ-PACK-004", f.place,
                 "a pack's version is numbers with points between, as \"0.1.0\"");
        p->versjon = NULL;
    }
    read_language(ld, &f);
    lua_getfield(L, 1, "gyldig");
    if (!lua_isnil(L, -1)) {
        form g = hj_form(ld, -1, f.place, "gyldig", NULL, period, false);
        hj_form_period(&g, &p->from, &p->to);
    }
    lua_pop(L, 1);
    p->gjelder_naar = hj_form_path(&f, "gjelder_naar");
    if (p->gjelder_naar && !hj_path_absolute(p->gjelder_naar))
        hj_error(ld->diags, "HJ-RULES-114", f.place, "%s must begin at the root: /%s",
                 "gjelder_naar", hj_path_text(p->gjelder_naar));
    read_foundations(ld, p, f.place);
    return 0;
}

/* ---- do they fit together? ---- */

/* Is "0.1" the version "0.1.3", or the beginning of it? */
static bool fits(const char *wanted, const char *version)
{
    size_t n = strlen(wanted);
    return strncmp(version, wanted, n) == 0 && (!version[n] || version[n] == '.');
}

static const hj_pakke *find(const loader *ld, const char *name)
{
    for (int i = 0; i < ld->base->n_pakker; i++)
        if (strcmp(ld->base->pakker[i].navn, name) == 0)
            return &ld->base->pakker[i];
    return NULL;
}

static void tell_missing(loader *ld, const hj_pakke *p, const hj_bygger_paa *b)
{
    const char *names[MOST];
    size_t n = 0;
    for (int i = 0; i < ld->base->n_pakker && n < MOST; i++)
        if (&ld->base->pakker[i] != p)
            names[n++] = ld->base->pakker[i].navn;
    const char *near = hj_nearest(b->navn, names, n);
    hj_error(ld->diags, "HJ-PACK-005", p->place,
             "the pack '%s' builds on the pack '%s', which is not among those that are read",
             p->navn, b->navn);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
    else
        hj_hint(ld->diags, "give the folder that holds both, or each with --rules FOLDER");
}

bool hj_packs_fit(loader *ld)
{
    int before = ld->diags->errors;
    for (int i = 0; i < ld->base->n_pakker; i++) {
        const hj_pakke *p = &ld->base->pakker[i];
        for (int k = 0; k < i; k++)
            if (strcmp(ld->base->pakker[k].navn, p->navn) == 0) {
                hj_error(ld->diags, "HJ-PACK-006",
                         p->place.file ? p->place : HJ_FILE(p->dir),
                         "two packs are called '%s': this one, and that in %s", p->navn,
                         ld->base->pakker[k].dir);
                hj_hint(ld->diags, "only one of them can be read at a time; is a folder given "
                        "twice?");
                break;
            }
        for (int k = 0; k < p->n_bygger_paa; k++) {
            const hj_bygger_paa *b = &p->bygger_paa[k];
            const hj_pakke *there = find(ld, b->navn);
            if (!there || there == p) {
                tell_missing(ld, p, b);
            } else if (b->versjon && there->versjon && !fits(b->versjon, there->versjon)) {
                hj_error(ld->diags, "HJ-PACK-007", p->place,
                         "the pack '%s' builds on '%s' %s; the one in %s is %s", p->navn, b->navn,
                         b->versjon, there->dir, there->versjon);
                hj_hint(ld->diags, "give the version of '%s' it was made for; or try it on this "
                        "one, run its tests, and write the new version in bygger_paa", b->navn);
            }
        }
    }
    return ld->diags->errors == before;
}
