/* The constructors of everything that has a name: lov hjemmel fakta regel sats frist … test.
 *
 * The hard idea: `regel "x" { … }` is two calls. The first gives a builder that remembers where it
 * stands; the second reads the table in C, at once, into the arena. After the file has run nothing
 * of it is left in Lua but the functions. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

void hj_add_edition(loader *ld, hj_kind kind, hj_edition *e, const char *name, hj_place place)
{
    e->name = name;
    e->place = place;
    e->pack = ld->pack;
    hj_add_again(ld, kind, e);
}

void hj_add_again(loader *ld, hj_kind kind, hj_edition *e)
{
    HJ_GROW(ld, ld->editions[kind].items, ld->editions[kind].n, ld->editions[kind].cap,
            hj_edition *);
    ld->editions[kind].items[ld->editions[kind].n++] = e;
}

static const char *const no_keys[] = {NULL};

static hj_path **path_list(loader *ld, builder *b, form *f, const char *key, int *n)
{
    enum { MOST_PATHS = 20 };
    const char **texts = hj_form_strings(f, key, n);
    if (*n > MOST_PATHS) {
        hj_error(ld->diags, "HJ-RULES-190", b->place, "dokument '%s': %s has more than %d paths",
                 b->name, key, MOST_PATHS);
        *n = MOST_PATHS;
    }
    hj_path **paths = HJ_ARRAY(ld->arena, (size_t)*n + 1, hj_path *);
    for (int i = 0; i < *n; i++)
        paths[i] = hj_paths_compile(ld->paths, texts[i], b->place, ld->diags);
    return paths;
}

static void build_dokument(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"navnerom", "dato", "dokumentdato", "maalform", "hjemler",
                                       "navngitt", NULL};
    static const char *const cite_keys[] = {"rolle", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_dokument *d = HJ_NEW(ld->arena, hj_dokument);
    d->e.from = d->e.to = HJ_DATE_NONE;
    d->navnerom = hj_form_string(&f, "navnerom", true);
    d->dato = path_list(ld, b, &f, "dato", &d->n_dato);
    d->dokumentdato = path_list(ld, b, &f, "dokumentdato", &d->n_dokumentdato);
    d->maalform = hj_form_path(&f, "maalform");
    d->navngitt = path_list(ld, b, &f, "navngitt", &d->n_navngitt);
    lua_getfield(L, f.t, "hjemler");
    if (!lua_isnil(L, -1)) {
        form list = hj_form(ld, -1, b->place, "hjemler", NULL, no_keys, true);
        d->hjemler = HJ_ARRAY(ld->arena, (size_t)list.n + 1, hj_case_cites);
        for (int i = 1; i <= list.n; i++) {
            lua_rawgeti(L, list.t, i);
            form one = hj_form(ld, -1, b->place, "hjemler", NULL, cite_keys, true);
            lua_rawgeti(L, one.t, 1);
            hj_case_cites *c = &d->hjemler[d->n_hjemler];
            c->role = hj_form_string(&one, "rolle", true);
            c->path = lua_type(L, -1) == LUA_TSTRING
                ? hj_paths_compile(ld->paths, lua_tostring(L, -1), b->place, ld->diags) : NULL;
            if (lua_type(L, -1) != LUA_TSTRING)
                hj_error(ld->diags, "HJ-RULES-059", b->place,
                         "hjemler: item %d must be { \"/path\", rolle = \"…\" }", i);
            d->n_hjemler += c->path != NULL;
            lua_pop(L, 2);
        }
    }
    lua_pop(L, 1);
    hj_add_edition(ld, HJ_DOKUMENT, &d->e, b->name, b->place);
}

/* ---- Facts ---------------------------------------------------------------------------------- */

static double number_or_error(form *f, const char *key, bool *has)
{
    double n = 0;
    *has = hj_form_number(f, key, &n, false);
    return n;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int fact(lua_State *L, hj_fact_type type, int t)
{
    enum { MOST_VALUES = 1000 };
    static const char *const keys[] = {"tekst", "spoersmaal", "sti", "finnes", "antall",
                                       "utledet", "kjent",
                                       "dokument", "min", "maks", "heltall", "ikke_relevant",
                                       "tabell",
                                       "verdier", "hjemmel", NULL};
    loader *ld = hj_loader_of(L);
    hj_faktum *fact = HJ_NEW(ld->arena, hj_faktum);
    hj_place place = hj_loader_place(ld);
    lua_settop(L, 1);
    form f = hj_form(ld, t, place, hj_fact_type_name(type), NULL, keys, false);
    fact->e.place = place;
    fact->e.from = fact->e.to = HJ_DATE_NONE;
    fact->decl.type = type;
    fact->tekst = hj_form_maal(&f, "tekst", true);
    fact->spoersmaal = hj_form_maal(&f, "spoersmaal", false);
    fact->hjemmel = hj_form_cites(&f, false);
    int sources = 0;
    static const struct {
        const char *key;
        hj_fact_source source;
    } from[] = {{"sti", HJ_FACT_PATH}, {"finnes", HJ_FACT_EXISTS}, {"antall", HJ_FACT_COUNT}};
    for (size_t i = 0; i < HJ_COUNT(from); i++) {
        lua_getfield(L, f.t, from[i].key);
        bool there = !lua_isnil(L, -1);
        lua_pop(L, 1);
        if (!there)
            continue;
        sources++;
        fact->decl.source = from[i].source;
        fact->decl.path = hj_form_path(&f, from[i].key);
        if ((from[i].source == HJ_FACT_EXISTS && type != HJ_FACT_JANEI)
            || (from[i].source == HJ_FACT_COUNT && type != HJ_FACT_TALL))
            hj_error(ld->diags, "HJ-RULES-052", place, "'%s' is only for %s", from[i].key,
                     from[i].source == HJ_FACT_EXISTS ? "janei" : "tall");
    }
    lua_getfield(L, f.t, "utledet");
    if (!lua_isnil(L, -1)) {
        sources++;
        if (lua_isfunction(L, -1) && !lua_iscfunction(L, -1))
            fact->funksjon = hj_new_function(ld, lua_gettop(L), place);
        else
            fact->utledet = hj_as_cond(ld, -1, place, "utledet");
        if (fact->utledet && type != HJ_FACT_JANEI)
            hj_error(ld->diags, "HJ-RULES-052", place, "'%s' is only for %s",
                     "utledet = condition", "janei");
    }
    lua_pop(L, 1);
    fact->tabell_name = hj_form_string(&f, "tabell", false);
    sources += fact->tabell_name != NULL;
    if (sources > 1)
        hj_error(ld->diags, "HJ-RULES-053", place,
                 "only one of sti, finnes, antall, utledet and tabell may stand");
    fact->decl.known_path = hj_form_path(&f, "kjent");
    const char *document = hj_form_string(&f, "dokument", false);
    if (document && strcmp(document, "kommune") != 0)
        hj_error(ld->diags, "HJ-RULES-054", place, "dokument can only be \"kommune\"");
    fact->decl.in_kommune = document != NULL;
    fact->decl.min = number_or_error(&f, "min", &fact->decl.has_min);
    fact->decl.max = number_or_error(&f, "maks", &fact->decl.has_max);
    fact->decl.integer = hj_form_flag(&f, "heltall");
    if ((fact->decl.has_min || fact->decl.has_max || fact->decl.integer) && type != HJ_FACT_TALL)
        hj_error(ld->diags, "HJ-RULES-052", place, "'%s' is only for %s", "min, maks, heltall",
                 "tall");
    int n;
    lua_getfield(L, f.t, "ikke_relevant");
    if (lua_isinteger(L, -1)) { /* 9, as people write it */
        const char **one = HJ_ARRAY(ld->arena, 2, const char *);
        one[0] = hj_arena_printf(ld->arena, "%lld", (long long)lua_tointeger(L, -1));
        fact->decl.not_relevant = one;
        lua_pop(L, 1);
    } else {
        lua_pop(L, 1);
        fact->decl.not_relevant = hj_form_strings(&f, "ikke_relevant", &n);
    }
    const char **values = hj_form_strings(&f, "verdier", &n);
    if (n > MOST_VALUES) {
        hj_error(ld->diags, "HJ-RULES-192", place, "valg has more than %d verdier", MOST_VALUES);
        values[n = MOST_VALUES] = NULL;
    }
    fact->decl.values = values;
    if (n) {
        const char **sorted = HJ_ARRAY(ld->arena, (size_t)n, const char *);
        memcpy(sorted, values, (size_t)n * sizeof *sorted);
        qsort(sorted, (size_t)n, sizeof *sorted, by_text);
        fact->decl.sorted = sorted;
        fact->decl.n_values = (size_t)n;
    }
    if (type == HJ_FACT_VALG && n < 1)
        hj_error(ld->diags, "HJ-RULES-055", place, "valg needs verdier = { \"…\", … }");
    else if (type != HJ_FACT_VALG && fact->decl.values)
        hj_error(ld->diags, "HJ-RULES-052", place, "'%s' is only for %s", "verdier", "valg");
    hj_push_box(ld, BOX_FACT, fact);
    bool *used = HJ_NEW(ld->arena, bool);
    hj_made(ld, place, hj_fact_type_name(type), used);
    fact->e.name = (const char *)used; /* until fakta { } gives the name */
    return 1;
}

static int janei(lua_State *L) { return fact(L, HJ_FACT_JANEI, 1); }
static int tall(lua_State *L) { return fact(L, HJ_FACT_TALL, 1); }
static int valg(lua_State *L) { return fact(L, HJ_FACT_VALG, 1); }
static int dato(lua_State *L) { return fact(L, HJ_FACT_DATO, 1); }

static int fakta(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    hj_place place = hj_loader_place(ld);
    lua_settop(L, 1);
    form f = hj_form(ld, 1, place, "fakta", NULL, NULL, false);
    size_t n = 0, i = 0;
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1))
        n += lua_type(L, -2) == LUA_TSTRING;
    const char **names = HJ_ARRAY(ld->arena, n + 1, const char *);
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING)
            names[i++] = hj_copy(ld, -2);
    qsort(names, n, sizeof *names, by_text);
    for (i = 0; i < n; i++) {
        lua_getfield(L, f.t, names[i]);
        box *b = hj_to_box(L, -1);
        if (b && b->kind == BOX_FACT) {
            hj_faktum *fact = b->p;
            if (fact->decl.name)
                hj_error(ld->diags, "HJ-RULES-056", fact->e.place,
                         "the same fact has two names: '%s' and '%s'", fact->decl.name, names[i]);
            else
                *(bool *)fact->e.name = true;
            if (!hj_name_ok(names[i], false))
                hj_error(ld->diags, "HJ-RULES-032", fact->e.place,
                         "'%s' is not a name: use a-z, digits and _", names[i]);
            static const char *const taken[] = {"dato", "dokumentdato", "sats", "utregning",
                                                "trapp", "her", "tilstand", NULL};
            int k = 0;
            while (taken[k] && strcmp(names[i], taken[k]) != 0)
                k++;
            if (taken[k])
                hj_error(ld->diags, "HJ-RULES-057", fact->e.place,
                         "'%s' already means something; choose another name", names[i]);
            if (!fact->decl.name) {
                fact->decl.name = names[i];
                hj_add_edition(ld, HJ_FAKTUM, &fact->e, names[i], fact->e.place);
            }
        } else if (!b || b->kind != BOX_NOTHING) {
            hj_error(ld->diags, "HJ-RULES-058", place,
                     "fakta: '%s' must be janei { … }, tall { … }, valg { … }, dato { … } or "
                     "tekst { … }", names[i]);
        }
        lua_pop(L, 1);
    }
    return 0;
}

/* ---- Law ------------------------------------------------------------------------------------ */

static void build_lov(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"navn", "id", "fra", "til", "lokal", "advarsel", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_lov *lov = HJ_NEW(ld->arena, hj_lov);
    lov->navn = hj_form_maal(&f, "navn", true);
    lov->id = hj_form_string(&f, "id", false);
    lov->lokal = hj_form_flag(&f, "lokal");
    lov->advarsel = hj_form_maal(&f, "advarsel", false);
    if (lov->advarsel.nb && !lov->lokal)
        hj_error(ld->diags, "HJ-RULES-261", b->place, "lov '%s': advarsel stands with lokal = ja",
                 b->name);
    hj_form_period(&f, &lov->e.from, &lov->e.to);
    hj_add_edition(ld, HJ_LOV, &lov->e, b->name, b->place);
}

static void build_hjemmel(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"lov", "paragraf", "ledd", "nr", "bokstav", "vis", "fra",
                                       "til", "tekst", "kilde", "status", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_hjemmel *h = HJ_NEW(ld->arena, hj_hjemmel);
    h->lov_name = hj_form_string(&f, "lov", true);
    h->paragraf = hj_form_string(&f, "paragraf", false);
    h->ledd = hj_form_string(&f, "ledd", false);
    h->nr = hj_form_string(&f, "nr", false);
    h->bokstav = hj_form_string(&f, "bokstav", false);
    lua_getfield(ld->L, f.t, "vis");
    bool plain = lua_type(ld->L, -1) == LUA_TSTRING;
    lua_pop(ld->L, 1);
    if (plain)
        h->vis.nb = h->vis.nn = hj_form_string(&f, "vis", true);
    else
        h->vis = hj_form_maal(&f, "vis", true);
    h->tekst = hj_form_maal(&f, "tekst", false);
    h->kilde = hj_form_string(&f, "kilde", true);
    h->status = hj_form_string(&f, "status", true);
    if (h->status && strcmp(h->status, "gjeldende") != 0 && strcmp(h->status, "uverifisert") != 0)
        hj_error(ld->diags, "HJ-RULES-060", b->place,
                 "hjemmel '%s': status is \"gjeldende\" or \"uverifisert\"", b->name);
    hj_form_period(&f, &h->e.from, &h->e.to);
    lua_getfield(ld->L, f.t, "fra");
    h->never = lua_isnil(ld->L, -1);
    lua_pop(ld->L, 1);
    hj_add_edition(ld, HJ_HJEMMEL, &h->e, b->name, b->place);
}

/* ---- Rules ---------------------------------------------------------------------------------- */

static hj_gir gir_arg(form *f)
{
    lua_State *L = f->ld->L;
    hj_gir gir = HJ_GIR_NEI;
    lua_getfield(L, f->t, "gir");
    if (lua_isboolean(L, -1))
        gir = lua_toboolean(L, -1) ? HJ_GIR_JA : HJ_GIR_NEI;
    else if (lua_type(L, -1) == LUA_TSTRING && strcmp(lua_tostring(L, -1), "delvis") == 0)
        gir = HJ_GIR_DELVIS;
    else
        hj_error(f->ld->diags, "HJ-RULES-061", f->place,
                 "unntak '%s': gir is ja, nei or \"delvis\"", f->name);
    lua_pop(L, 1);
    return gir;
}

static void build_unntak(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"naar", "gir", "tekst", "hjemmel", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_unntak *u = HJ_NEW(ld->arena, hj_unntak);
    u->name = b->name;
    u->place = b->place;
    u->naar = hj_form_cond(&f, "naar", 0);
    if (!u->naar)
        hj_error(ld->diags, "HJ-RULES-027", b->place, "%s '%s' has no %s", b->what, b->name,
                 "naar");
    u->gir = gir_arg(&f);
    u->tekst = hj_form_maal(&f, "tekst", true);
    u->hjemmel = hj_form_cites(&f, true);
    HJ_GROW(ld, ld->unntak.items, ld->unntak.n, ld->unntak.cap, hj_unntak *);
    ld->unntak.items[ld->unntak.n++] = u;
    hj_push_box(ld, BOX_UNNTAK, u);
}

hj_named *hj_form_names(form *f, const char *key, int *n)
{
    const char **names = hj_form_strings(f, key, n);
    hj_named *list = HJ_ARRAY(f->ld->arena, (size_t)*n + 1, hj_named);
    for (int i = 0; i < *n; i++)
        list[i].name = names[i];
    return list;
}

static void read_unntak(form *f, hj_regel *r)
{
    lua_State *L = f->ld->L;
    lua_getfield(L, f->t, "unntak");
    if (!lua_isnil(L, -1)) {
        form list = hj_form(f->ld, -1, f->place, "unntak", NULL, no_keys, true);
        r->unntak = HJ_ARRAY(f->ld->arena, (size_t)list.n + 1, hj_unntak *);
        for (int i = 1; i <= list.n; i++) {
            lua_rawgeti(L, list.t, i);
            box *b = hj_to_box(L, -1);
            if (b && b->kind == BOX_UNNTAK) {
                r->unntak[r->n_unntak++] = b->p;
            } else if (!b || b->kind != BOX_NOTHING) {
                hj_error(f->ld->diags, "HJ-RULES-062", f->place,
                         "unntak: item %d must be unntak \"navn\" { … }", i);
            }
            lua_pop(L, 1);
        }
        for (int i = 0; i < r->n_unntak; i++) {
            hj_host_charge(L, (size_t)i / 2);
            for (int k = 0; k < i; k++)
                if (strcmp(r->unntak[i]->name, r->unntak[k]->name) == 0) {
                    hj_error(f->ld->diags, "HJ-RULES-063", r->unntak[i]->place,
                             "unntak '%s' stands twice in this rule", r->unntak[i]->name);
                    break;
                }
        }
    }
    lua_pop(L, 1);
}

static void build_regel(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {
        "fra", "til", "gjelder", "hjemmel", "egenskaper", "oppslag", "frister", "satser",
        "vedtak_i", "innvilges_naar", "delvis_naar", "unntak", "utfall", "utregninger", "fakta",
        "overstyrer", "grunn", NULL};
    static const char *const outcomes[] = {"ja", "nei", "delvis", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_regel *r = HJ_NEW(ld->arena, hj_regel);
    hj_form_edition(&f, &r->e);
    r->gjelder = hj_form_places(&f);
    r->hjemmel = hj_form_cites(&f, true);
    lua_getfield(L, f.t, "egenskaper");
    if (!lua_isnil(L, -1)) {
        hj_form(ld, -1, b->place, "egenskaper", NULL, NULL, false);
        r->egenskaper = hj_properties(ld, lua_gettop(L), b->place, NULL, &r->n_egenskaper);
    }
    lua_pop(L, 1);
    lua_getfield(L, f.t, "oppslag");
    if (!lua_isnil(L, -1)) {
        hj_form(ld, -1, b->place, "oppslag", NULL, NULL, false);
        int n;
        hj_property *keyed = hj_properties(ld, lua_gettop(L), b->place, NULL, &n);
        r->oppslag = HJ_ARRAY(ld->arena, (size_t)n + 1, hj_named);
        for (int i = 0; i < n; i++)
            r->oppslag[r->n_oppslag++] = (hj_named){.name = keyed[i].name, .key = keyed[i].text.nb};
    }
    lua_pop(L, 1);
    r->frister = hj_form_names(&f, "frister", &r->n_frister);
    r->satser = hj_form_names(&f, "satser", &r->n_satser);
    r->fakta = hj_form_names(&f, "fakta", &r->n_fakta);
    r->utregninger = hj_form_names(&f, "utregninger", &r->n_utregninger);
    r->vedtak_name = hj_form_string(&f, "vedtak_i", false);
    r->naar = hj_form_cond(&f, "innvilges_naar", 0);
    lua_getfield(L, f.t, "innvilges_naar");
    if (lua_isnil(L, -1))
        hj_error(ld->diags, "HJ-RULES-027", b->place, "%s '%s' has no %s", b->what, b->name,
                 "innvilges_naar");
    lua_pop(L, 1);
    r->delvis = hj_form_cond(&f, "delvis_naar", 0);
    read_unntak(&f, r);
    r->utfall[HJ_GIR_JA] = "innvilget";
    r->utfall[HJ_GIR_NEI] = "avslaatt";
    r->utfall[HJ_GIR_DELVIS] = "delvis";
    r->utfall[HJ_GIR_UKJENT] = "ukjent";
    lua_getfield(L, f.t, "utfall");
    if (!lua_isnil(L, -1)) {
        form u = hj_form(ld, -1, b->place, "utfall", NULL, outcomes, false);
        const char *s;
        if ((s = hj_form_string(&u, "ja", true)))
            r->utfall[HJ_GIR_JA] = s;
        if ((s = hj_form_string(&u, "nei", true)))
            r->utfall[HJ_GIR_NEI] = s;
        if ((s = hj_form_string(&u, "delvis", false)))
            r->utfall[HJ_GIR_DELVIS] = s;
    }
    lua_pop(L, 1);
    hj_add_edition(ld, HJ_REGEL, &r->e, b->name, b->place);
}

static void build_tekst(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"nb", "nn", "fra", "til", "overstyrer", "grunn", NULL};
    form f = hj_form(ld, t, b->place, b->what, b->name, keys, false);
    hj_tekst *text = HJ_NEW(ld->arena, hj_tekst);
    text->tekst.nb = hj_form_string(&f, "nb", true);
    text->tekst.nn = hj_form_string(&f, "nn", true);
    hj_form_edition(&f, &text->e);
    hj_add_edition(ld, HJ_TEKST, &text->e, b->name, b->place);
}

/* ---- Builders and boxes --------------------------------------------------------------------- */

static void build_test(loader *ld, builder *b, int t)
{
    hj_test_read(ld, t, b->name, b->place);
}

static const struct constructor {
    const char *what;
    void (*build)(loader *ld, builder *b, int t);
    bool gives; /* leaves a box on the stack */
    bool hjemmel_name, any_name;
} constructors[] = {
    {"lov", build_lov, false, true, true}, {"hjemmel", build_hjemmel, false, true, false},
    {"dokument", build_dokument, false, true, false}, {"regel", build_regel, false, false, false},
    {"vilkaar", hj_build_vilkaar, true, false, false}, {"unntak", build_unntak, true, false, false},
    {"sats", hj_build_sats, false, false, false}, {"frist", hj_build_frist, false, false, false},
    {"helligdag", hj_build_helligdag, false, false, false},
    {"oppslag", hj_build_oppslag, false, false, false},
    {"beslutningstabell", hj_build_tabell, false, false, false},
    {"sjekkliste", hj_build_sjekkliste, false, false, false},
    {"trapp", hj_build_trapp, false, false, false}, {"trinn", hj_build_trinn, true, false, false},
    {"utregning", hj_build_utregning, false, false, false},
    {"rolle", hj_build_rolle, false, false, false},
    {"hendelse", hj_build_hendelse, true, false, false},
    {"tilstand", hj_build_tilstand, true, false, false},
    {"prosess", hj_build_prosess, false, false, false},
    {"tekst", build_tekst, false, true, false}, {"test", build_test, false, false, true}};

static const struct constructor *constructor_of(const char *what)
{
    for (size_t i = 0; i < HJ_COUNT(constructors); i++)
        if (strcmp(constructors[i].what, what) == 0)
            return &constructors[i];
    return NULL;
}

static int begin(lua_State *L, const char *what)
{
    loader *ld = hj_loader_of(L);
    const struct constructor *c = constructor_of(what);
    hj_place place = hj_loader_place(ld);
    builder *b = HJ_NEW(ld->arena, builder);
    b->what = c->what;
    b->place = place;
    b->name = "";
    if (lua_type(L, 1) == LUA_TSTRING)
        b->name = hj_copy(ld, 1);
    bool ok = c->any_name ? *b->name != 0 : hj_name_ok(b->name, c->hjemmel_name);
    if (!ok) {
        if (*b->name)
            hj_error(ld->diags, "HJ-RULES-076", place, "%s \"%s\" is no name", what, b->name);
        else
            hj_error(ld->diags, "HJ-RULES-076", place, "'%s' is followed by its name in quotes",
                     what);
        hj_hint(ld->diags, "names have a-z, digits and _ (å is written aa, ø oe, æ ae): "
                           "%s \"navn\" { … }", what);
    }
    hj_made(ld, place, c->what, &b->used);
    hj_push_box(ld, BOX_BUILDER, b);
    return 1;
}

/* One C function per constructor, its name as upvalue. */
static int constructor(lua_State *L)
{
    const char *what = lua_tostring(L, lua_upvalueindex(1));
    if (lua_gettop(L) > 1 && strcmp(what, "tilstand") == 0)
        return hj_call_tilstand(L);
    return begin(L, what);
}

static int begge(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    if (lua_type(L, 1) != LUA_TSTRING) {
        hj_error(ld->diags, "HJ-RULES-077", hj_loader_place(ld), "begge takes one text");
        hj_push_box(ld, BOX_NOTHING, NULL);
        return 1;
    }
    hj_push_box(ld, BOX_BEGGE, (void *)hj_copy(ld, 1));
    return 1;
}

static int box_call(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    box *b = hj_to_box(L, 1);
    if (b->kind == BOX_NOTHING) {
        lua_settop(L, 1);
        return 1;
    }
    if (b->kind == BOX_TEKST) {
        lua_remove(L, 1);
        return lua_istable(L, 1) ? fact(L, HJ_FACT_TEKST, 1) : begin(L, "tekst");
    }
    if (b->kind == BOX_UNKNOWN && b->known == HJ_NOT_RELEVANT)
        return hj_call_ikke_relevant(L);
    if (b->kind == BOX_BUILDER) {
        builder *made_ = b->p;
        const struct constructor *c = constructor_of(made_->what);
        if (made_->used) {
            hj_error(ld->diags, "HJ-RULES-078", made_->place, "%s '%s' is given two tables",
                     made_->what, made_->name);
            return 0;
        }
        made_->used = true;
        lua_settop(L, 2);
        c->build(ld, made_, 2);
        return c->gives ? 1 : 0;
    }
    return hj_raise(L, HJ_T("this cannot be called"));
}

static int box_index(lua_State *L)
{
    box *b = hj_to_box(L, 1);
    if (b->kind == BOX_NOTHING) {
        hj_host_charge(L, 20); /* it has every field, and so no end */
        lua_settop(L, 1);
        return 1;
    }
    if (b->kind == BOX_TEKST && lua_type(L, 2) == LUA_TSTRING)
        for (const luaL_Reg *r = hj_text_functions; r->name; r++)
            if (strcmp(r->name, lua_tostring(L, 2)) == 0) {
                lua_pushcfunction(L, r->func);
                return 1;
            }
    if (b->kind == BOX_TEKST)
        return hj_raise(L, HJ_T("tekst has no function with that name"));
    return hj_raise(L, HJ_T("a condition has no fields to read"));
}

static int box_newindex(lua_State *L)
{
    return hj_raise(L, HJ_T("this cannot be changed"));
}

/* A name nobody knows: told once, with the nearest; reading goes on with a value that swallows. */
static int missing_name(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? hj_copy(ld, 2) : "?";
    hj_error(ld->diags, "HJ-RULES-002", hj_loader_place(ld), "the name '%s' does not exist", name);
    const char *const *names;
    size_t n = hj_host_names(ld->base->host, &names);
    const char *near = hj_near(ld, name, names, n);
    static const struct {
        const char *name, *hint;
    } known[] = {
        {"pcall", HJ_T("errors cannot be caught; an unknown fact must reach the engine")},
        {"pairs", HJ_T("write par(t): it gives the keys in sorted order")},
        {"select", HJ_T("functions have a fixed number of parameters here")},
        {"print", HJ_T("rules do not print; hjemmel explain shows what happened")},
        {"os", HJ_T("there is no clock; the date of the case is the fact dato")},
        {"string", HJ_T("use tekst.inneholder(s, del) and the like")},
        {"require", HJ_T("each file stands for itself; packs are loaded together")},
        {"true_", HJ_T("write ja or nei")}};
    bool hinted = false;
    for (size_t i = 0; i < HJ_COUNT(known); i++)
        if (strcmp(known[i].name, name) == 0) {
            hj_hint(ld->diags, "%s", hj_tr(ld->diags->lang, known[i].hint));
            hinted = true;
        }
    if (near && !hinted) {
        hj_hint(ld->diags, "did you mean '%s'?", near);
    } else if (!hinted) {
        hj_token next = hj_token_after(ld->base, hj_loader_place(ld), name);
        if (next.kind == HJ_TOKEN_STRING || next.kind == HJ_TOKEN_NUMBER || hj_token_is(&next, "{"))
            hj_hint(ld->diags, "is there a = missing after it? %s = …", name);
        else
            hj_hint(ld->diags, "texts and the names of facts stand in quotes: \"%s\"", name);
    }
    ld->swallowed = true;
    hj_push_box(ld, BOX_NOTHING, NULL);
    return 1;
}

void hj_constructors_open(loader *ld)
{
    lua_State *L = ld->L;
    hj_host *host = ld->base->host;
    lua_newtable(L);
    static const luaL_Reg meta[] = {{"__call", box_call}, {"__index", box_index},
                                    {"__newindex", box_newindex}, {NULL, NULL}};
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    hj_box_meta(L);
    for (size_t i = 0; i < HJ_COUNT(constructors); i++) {
        if (strcmp(constructors[i].what, "tekst") == 0) {
            hj_push_box(ld, BOX_TEKST, NULL);
        } else {
            lua_pushstring(L, constructors[i].what);
            lua_pushcclosure(L, constructor, 1);
        }
        hj_host_set_global(host, L, constructors[i].what);
    }
    static const luaL_Reg plain[] = {
        {"pakke", hj_call_pakke}, {"fakta", fakta}, {"janei", janei}, {"tall", tall}, {"valg", valg},
        {"dato", dato}, {"punkt", hj_call_punkt}, {"begge", begge}, {"overgang", hj_call_overgang}};
    for (size_t i = 0; i < HJ_COUNT(plain); i++) {
        lua_pushcfunction(L, plain[i].func);
        hj_host_set_global(host, L, plain[i].name);
    }
    lua_pushboolean(L, 1);
    hj_host_set_global(host, L, "ja");
    lua_pushboolean(L, 0);
    hj_host_set_global(host, L, "nei");
    static const struct {
        const char *name;
        hj_known known;
    } unknown[] = {{"ukjent", HJ_NOT_STATED}, {"ikke_oppgitt", HJ_NOT_STATED},
                   {"ikke_relevant", HJ_NOT_RELEVANT}, {"under_innhenting", HJ_BEING_COLLECTED}};
    for (size_t i = 0; i < HJ_COUNT(unknown); i++) {
        /* ukjent: of any kind */
        hj_push_box(ld, BOX_UNKNOWN, i ? (void *)unknown[i].name : NULL)->known = unknown[i].known;
        hj_host_set_global(host, L, unknown[i].name);
    }
    hj_push_box(ld, BOX_ANYTHING, NULL);
    hj_host_set_global(host, L, "hva_som_helst");
    hj_push_box(ld, BOX_EVERY_STATE, NULL);
    hj_host_set_global(host, L, "alle_tilstander");
    hj_push_box(ld, BOX_ANYBODY, NULL);
    hj_host_set_global(host, L, "hvem_som_helst");
    hj_host_on_missing(host, missing_name);
    hj_conditions_open(ld);
}
