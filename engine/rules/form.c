/* Reading the tables authors write.
 *
 * The hard idea: nothing in a table may be lost. Keys are a closed set; positional values must be
 * 1 … n without a hole (a nil in the middle would silently drop a condition); every wrong type is
 * told in the author's words, and reading goes on so that all mistakes are told at once. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

enum { STEPS_PER_CALL = 150, STEPS_PER_ITEM = 20, STEPS_PER_PATH = 300, BYTES_PER_STEP = 8 };

static char box_meta; /* registry key */

/* ---- Boxes ---------------------------------------------------------------------------------- */

box *hj_push_box(loader *ld, box_kind kind, void *p)
{
    box *b = lua_newuserdatauv(ld->L, sizeof *b, 0);
    *b = (box){.kind = kind, .p = p};
    lua_rawgetp(ld->L, LUA_REGISTRYINDEX, &box_meta);
    lua_setmetatable(ld->L, -2);
    return b;
}

box *hj_to_box(lua_State *L, int i)
{
    if (lua_type(L, i) != LUA_TUSERDATA || !lua_getmetatable(L, i))
        return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &box_meta);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same ? lua_touserdata(L, i) : NULL;
}

void hj_box_meta(lua_State *L) /* the metatable at the top becomes every box's */
{
    lua_rawsetp(L, LUA_REGISTRYINDEX, &box_meta);
}

void hj_made(loader *ld, hj_place place, const char *what, bool *used)
{
    made *m = HJ_NEW(ld->arena, made);
    *m = (made){.place = place, .what = what, .used = used, .next = ld->made};
    ld->made = m;
}

static int by_line(const void *a, const void *b)
{
    const made *x = *(made *const *)a, *y = *(made *const *)b;
    return x->place.line - y->place.line;
}

void hj_report_unused(loader *ld)
{
    size_t n = 0;
    if (ld->swallowed)
        ld->made = NULL;
    for (made *m = ld->made; m; m = m->next)
        n += !*m->used;
    made **list = HJ_ARRAY(ld->arena, n + 1, made *);
    n = 0;
    for (made *m = ld->made; m; m = m->next)
        if (!*m->used)
            list[n++] = m;
    qsort(list, n, sizeof *list, by_line);
    for (size_t i = 0; i < n; i++) {
        hj_error(ld->diags, "HJ-RULES-020", list[i]->place, "this '%s' is made and not used",
                 list[i]->what);
        hj_hint(ld->diags, "between conditions, write alle { a, b } or noen { a, b } instead of "
                           "and, or, not; and every name needs its { … }");
    }
    ld->made = NULL;
}

loader *hj_loader_of(lua_State *L)
{
    loader *ld = hj_host_user(L); /* after loading, something else */
    if (hj_host_sealed(hj_host_of(L)) || !ld)
        hj_raise(L, HJ_T("constructors can only be used while the pack is loaded"));
    return ld;
}

/* Every constructor asks for its place: also the place to pay for what it will allocate. */
hj_place hj_loader_place(loader *ld)
{
    hj_host_charge(ld->L, STEPS_PER_CALL);
    return hj_host_place(ld->base->host, ld->L);
}

const char *hj_copy(loader *ld, int i)
{
    size_t n;
    const char *s = lua_tolstring(ld->L, i, &n);
    hj_host_charge(ld->L, 1 + n / BYTES_PER_STEP);
    if (!hj_text_ok(s, n)) {
        hj_error(ld->diags, "HJ-RULES-079", hj_host_place(ld->base->host, ld->L),
                 "a text has control characters or is not UTF-8");
        return "?";
    }
    return hj_arena_strndup(ld->arena, s, n);
}

const char *hj_near(loader *ld, const char *word, const char *const *candidates, size_t n)
{
    if (ld->compared + n > HJ_MOST_COMPARED)
        return NULL;
    ld->compared += n + 1;
    return hj_nearest(word, candidates, n);
}

bool hj_name_ok(const char *name, bool hjemmel)
{
    if (!*name || strlen(name) > 100)
        return false;
    for (; *name; name++)
        if (!((*name >= 'a' && *name <= 'z') || (*name >= '0' && *name <= '9') || *name == '_'
              || (*name >= 'A' && *name <= 'Z')
              || (hjemmel && (*name == '.' || *name == '-'))))
            return false;
    return true;
}

/* ---- Forms ---------------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void unknown_key(form *f, const char *key, const char *const *allowed)
{
    size_t n = 0;
    while (allowed[n])
        n++;
    hj_error(f->ld->diags, "HJ-RULES-021", f->place, "'%s' has no key '%s'", f->what, key);
    const char *near = hj_near(f->ld, key, allowed, n);
    if (near) {
        hj_hint(f->ld->diags, "did you mean '%s'?", near);
        return;
    }
    hj_buf list = {0};
    for (size_t i = 0; i < n; i++)
        hj_buf_printf(&list, "%s%s", i ? ", " : "", allowed[i]);
    hj_hint(f->ld->diags, "its keys are: %s", list.data ? list.data : "");
    hj_buf_free(&list);
}

form hj_form(loader *ld, int t, hj_place place, const char *what, const char *name,
             const char *const *allowed, bool positional)
{
    lua_State *L = ld->L;
    form f = {.ld = ld, .t = lua_absindex(L, t), .place = place, .what = what, .name = name,
              .allowed = allowed};
    luaL_checkstack(L, 20, NULL); /* tables stand in tables, each with a few values at work */
    hj_host_charge_walk(L, 0);
    if (ld->survey)
        hj_survey_opened(ld->survey, what, allowed, positional);
    lua_Integer highest = 0, count = 0;
    size_t n_unknown = 0, cap = 0;
    const char **unknown = NULL;
    if (!lua_istable(L, f.t)) {
        hj_error(ld->diags, "HJ-RULES-022", place, "'%s' is followed by a table { … }", what);
        lua_newtable(L); /* an empty one, so that reading can go on */
        lua_replace(L, f.t);
    }
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1)) {
        hj_host_charge(L, STEPS_PER_ITEM);
        if (lua_isinteger(L, -2)) {
            lua_Integer i = lua_tointeger(L, -2);
            highest = i > highest ? i : highest;
            count++;
            if (i < 1)
                count = -1000000;
        } else if (lua_type(L, -2) == LUA_TSTRING) {
            const char *key = lua_tostring(L, -2);
            if (allowed && !hj_listed(allowed, key)) {
                if (n_unknown == cap) {
                    size_t more = cap ? cap * 2 : 8;
                    const char **list = HJ_ARRAY(ld->arena, more, const char *);
                    if (n_unknown)
                        memcpy(list, unknown, n_unknown * sizeof *list);
                    unknown = list;
                    cap = more;
                }
                unknown[n_unknown++] = hj_arena_strdup(ld->arena, key);
            }
        } else {
            hj_error(ld->diags, "HJ-RULES-023", place, "'%s' has a key that is not a name", what);
        }
    }
    if (n_unknown)
        qsort(unknown, n_unknown, sizeof *unknown, by_text); /* lua_next has no order */
    for (size_t i = 0; i < n_unknown; i++)
        unknown_key(&f, unknown[i], allowed);
    if (count != highest) {
        lua_Integer hole = 1;
        while (hole < highest) {
            int type = lua_rawgeti(L, f.t, hole);
            lua_pop(L, 1);
            if (type == LUA_TNIL)
                break;
            hole++;
        }
        hj_error(ld->diags, "HJ-RULES-024", place, "'%s': item %d is missing (nil)", what,
                 (int)hole);
        hj_hint(ld->diags, "a name that has no value makes the item vanish; check its spelling");
        highest = 0;
    } else if (highest > 0 && !positional) {
        hj_error(ld->diags, "HJ-RULES-025", place, "'%s' takes only named values: key = value",
                 what);
    }
    f.n = (int)highest;
    return f;
}

static void note(const form *f, const char *key, hj_key_type type, bool required)
{
    if (f->ld->survey && key)
        hj_survey_read(f, key, type, required);
}

static void wrong_type(form *f, const char *key, const char *wanted)
{
    lua_getfield(f->ld->L, f->t, key);
    const box *b = hj_to_box(f->ld->L, -1);
    lua_pop(f->ld->L, 1);
    if (b && b->kind == BOX_NOTHING)
        return; /* a name that does not exist: told */
    hj_error(f->ld->diags, "HJ-RULES-026", f->place, "'%s': '%s' must be %s", f->what, key,
             hj_tr(f->ld->diags->lang, wanted));
    if (strstr(wanted, "2026"))
        hj_hint(f->ld->diags, "year, month and day, with quotes around");
}

static void missing(form *f, const char *key)
{
    if (f->name)
        hj_error(f->ld->diags, "HJ-RULES-027", f->place, "%s '%s' has no %s", f->what, f->name,
                 key);
    else
        hj_error(f->ld->diags, "HJ-RULES-027", f->place, "'%s' has no %s", f->what, key);
}

const char *hj_form_string(form *f, const char *key, bool required)
{
    note(f, key, HJ_KEY_STRING, required);
    lua_State *L = f->ld->L;
    const char *s = NULL;
    lua_getfield(L, f->t, key);
    if (lua_type(L, -1) == LUA_TSTRING)
        s = hj_copy(f->ld, -1);
    else if (!lua_isnil(L, -1))
        wrong_type(f, key, HJ_T("a text in quotes"));
    if (required && lua_isnil(L, -1))
        missing(f, key);
    else if (required && s && !*s)
        missing(f, key);
    lua_pop(L, 1);
    return s;
}

bool hj_form_number(form *f, const char *key, double *out, bool required)
{
    note(f, key, HJ_KEY_NUMBER, required);
    lua_State *L = f->ld->L;
    lua_getfield(L, f->t, key);
    bool ok = lua_type(L, -1) == LUA_TNUMBER;
    double n = ok ? lua_tonumber(L, -1) : 0;
    if (ok && n > -1e15 && n < 1e15)
        *out = n;
    else if (ok)
        ok = (wrong_type(f, key, HJ_T("a number of reasonable size")), false);
    else if (!ok && !lua_isnil(L, -1))
        wrong_type(f, key, HJ_T("a number"));
    else if (!ok && required)
        missing(f, key);
    lua_pop(L, 1);
    return ok;
}

bool hj_form_int(form *f, const char *key, int *out, int min, int max)
{
    note(f, key, HJ_KEY_INTEGER, false);
    double n;
    if (!hj_form_number(f, key, &n, false))
        return false;
    if (n != (double)(long)n || n < min || n > max) {
        hj_error(f->ld->diags, "HJ-RULES-028", f->place,
                 "'%s': %s must be a whole number from %d to %d", f->what, key, min, max);
        return false;
    }
    *out = (int)n;
    return true;
}

bool hj_form_flag(form *f, const char *key)
{
    note(f, key, HJ_KEY_FLAG, false);
    lua_State *L = f->ld->L;
    lua_getfield(L, f->t, key);
    bool flag = lua_toboolean(L, -1);
    if (!lua_isnil(L, -1) && !lua_isboolean(L, -1))
        wrong_type(f, key, HJ_T("ja or nei"));
    lua_pop(L, 1);
    return flag;
}

hj_date hj_form_date(form *f, const char *key)
{
    note(f, key, HJ_KEY_DATE, false);
    const char *s = hj_form_string(f, key, false);
    if (!s)
        return HJ_DATE_NONE;
    hj_date d = hj_date_parse(s);
    if (d == HJ_DATE_NONE)
        wrong_type(f, key, HJ_T("a date that exists, as \"2026-11-24\""));
    return d;
}

void hj_form_period(form *f, hj_date *from, hj_date *to)
{
    *from = hj_form_date(f, "fra");
    *to = hj_form_date(f, "til");
    if (*from != HJ_DATE_NONE && *to != HJ_DATE_NONE && *from >= *to)
        hj_error(f->ld->diags, "HJ-RULES-029", f->place,
                 "'%s': til must be after fra (til is the first day it no longer applies)",
                 f->what);
}

static hj_maal maal_at(form *f, int i, const char *key)
{
    lua_State *L = f->ld->L;
    i = lua_absindex(L, i);
    hj_maal text = {0};
    box *b = hj_to_box(L, i);
    if (b && b->kind == BOX_BEGGE) {
        text.nb = text.nn = b->p;
    } else if (lua_istable(L, i)) {
        static const char *const keys[] = {"nb", "nn", NULL};
        form inner = hj_form(f->ld, i, f->place, key, NULL, keys, false);
        text.nb = hj_form_string(&inner, "nb", true);
        text.nn = hj_form_string(&inner, "nn", true);
        if (!text.nb || !text.nn)
            text = (hj_maal){"", ""}; /* told: nothing more to say about it */
    } else if (lua_type(L, i) == LUA_TSTRING) {
        hj_error(f->ld->diags, "HJ-RULES-030", f->place,
                 "'%s': %s needs both bokmål and nynorsk", f->what, key);
        hj_hint(f->ld->diags, "write %s = { nb = \"…\", nn = \"…\" }, or begge \"…\" when they "
                              "are the same", key);
        text.nb = text.nn = hj_copy(f->ld, i);
    } else if (!b || b->kind != BOX_NOTHING) {
        wrong_type(f, key, HJ_T("{ nb = \"…\", nn = \"…\" }"));
    }
    return text;
}

hj_maal hj_form_maal(form *f, const char *key, bool required)
{
    note(f, key, HJ_KEY_MAAL, required);
    hj_maal text = {0};
    lua_getfield(f->ld->L, f->t, key);
    if (!lua_isnil(f->ld->L, -1))
        text = maal_at(f, -1, key);
    else if (required)
        missing(f, key);
    lua_pop(f->ld->L, 1);
    return text;
}

hj_path *hj_form_path(form *f, const char *key)
{
    note(f, key, HJ_KEY_PATH, false);
    const char *text = hj_form_string(f, key, false);
    if (text)
        hj_host_charge(f->ld->L, STEPS_PER_PATH);
    return text ? hj_paths_compile(f->ld->paths, text, f->place, f->ld->diags) : NULL;
}

hj_path *hj_form_places(form *f)
{
    hj_rulebase *base = f->ld->base;
    hj_path *path = hj_form_path(f, "gjelder");
    if (path && !hj_path_number(path)) {
        HJ_GROW(f->ld, base->places, base->n_places, f->ld->cap_places, hj_path *);
        base->places[base->n_places++] = path;
        hj_path_give_number(path, base->n_places);
    }
    return path;
}

static void cite(form *f, hj_cites *cites, const char *name, const char *role)
{
    if (!hj_name_ok(name, true)) {
        hj_error(f->ld->diags, "HJ-RULES-031", f->place,
                 "'%s': a hjemmel is named by its id, as \"lov.3-2\"", f->what);
        return;
    }
    HJ_GROW_DOUBLING(f->ld, cites->items, cites->n, hj_cite);
    cites->items[cites->n++] = (hj_cite){.name = name, .role = role};
}

hj_cites hj_form_cites(form *f, bool required)
{
    note(f, "hjemmel", HJ_KEY_CITES, required);
    static const char *const keys[] = {"rolle", NULL};
    lua_State *L = f->ld->L;
    hj_cites cites = {0};
    lua_getfield(L, f->t, "hjemmel");
    int at = lua_gettop(L);
    if (lua_type(L, at) == LUA_TSTRING) {
        cite(f, &cites, hj_copy(f->ld, at), NULL);
    } else if (lua_istable(L, at)) {
        form list = hj_form(f->ld, at, f->place, "hjemmel", NULL, keys + 1, true);
        for (int i = 1; i <= list.n; i++) {
            lua_rawgeti(L, at, i);
            if (lua_type(L, -1) == LUA_TSTRING) {
                cite(f, &cites, hj_copy(f->ld, -1), NULL);
            } else if (lua_istable(L, -1)) {
                form one = hj_form(f->ld, -1, f->place, "hjemmel", NULL, keys, true);
                const char *role = hj_form_string(&one, "rolle", true);
                lua_rawgeti(L, one.t, 1);
                if (lua_type(L, -1) == LUA_TSTRING && one.n == 1)
                    cite(f, &cites, hj_copy(f->ld, -1), role);
                else
                    wrong_type(f, "hjemmel",
                               HJ_T("\"id\", { \"id\", … } or { { \"id\", rolle = \"…\" } }"));
                lua_pop(L, 1);
            } else {
                wrong_type(f, "hjemmel",
                           HJ_T("\"id\", { \"id\", … } or { { \"id\", rolle = \"…\" } }"));
            }
            lua_pop(L, 1);
        }
    } else if (!lua_isnil(L, at)) {
        wrong_type(f, "hjemmel", HJ_T("\"id\", { \"id\", … } or { { \"id\", rolle = \"…\" } }"));
        required = false;
    }
    lua_settop(L, at - 1);
    if (required && !cites.n)
        missing(f, "hjemmel");
    return cites;
}

hj_span hj_form_span(form *f)
{
    hj_span s = {0};
    hj_form_int(f, "aar", &s.aar, 0, 200);
    hj_form_int(f, "maaneder", &s.maaneder, 0, 2400);
    hj_form_int(f, "uker", &s.uker, 0, 10000);
    hj_form_int(f, "dager", &s.dager, 0, 70000);
    return s;
}

hj_cond *hj_form_cond(form *f, const char *key, int i)
{
    note(f, key, HJ_KEY_COND, false);
    lua_State *L = f->ld->L;
    hj_cond *c = NULL;
    if (key)
        lua_getfield(L, f->t, key);
    else
        lua_rawgeti(L, f->t, i);
    if (!lua_isnil(L, -1))
        c = hj_as_cond(f->ld, -1, f->place, key ? key : f->what);
    lua_pop(L, 1);
    return c;
}

const char **hj_form_strings(form *f, const char *key, int *n)
{
    note(f, key, HJ_KEY_STRINGS, false);
    static const char *const none[] = {NULL};
    lua_State *L = f->ld->L;
    const char **list = NULL;
    *n = 0;
    lua_getfield(L, f->t, key);
    int at = lua_gettop(L);
    if (lua_type(L, at) == LUA_TSTRING) {
        list = HJ_ARRAY(f->ld->arena, 2, const char *);
        list[(*n)++] = hj_copy(f->ld, at);
    } else if (lua_istable(L, at)) {
        form inner = hj_form(f->ld, at, f->place, key, NULL, none, true);
        list = HJ_ARRAY(f->ld->arena, (size_t)inner.n + 1, const char *);
        for (int i = 1; i <= inner.n; i++) {
            lua_rawgeti(L, at, i);
            if (lua_type(L, -1) == LUA_TSTRING || lua_type(L, -1) == LUA_TNUMBER) {
                lua_tolstring(L, -1, NULL);
                list[(*n)++] = hj_copy(f->ld, -1);
            } else {
                wrong_type(f, key, HJ_T("a list of texts"));
            }
            lua_pop(L, 1);
        }
    } else if (!lua_isnil(L, at)) {
        wrong_type(f, key, HJ_T("a text or a list of texts"));
    }
    lua_settop(L, at - 1);
    return list;
}

static int by_property(const void *a, const void *b)
{
    return strcmp(((const hj_property *)a)->name, ((const hj_property *)b)->name);
}

hj_property *hj_properties(loader *ld, int t, hj_place place, const char *const *skip, int *n)
{
    lua_State *L = ld->L;
    t = lua_absindex(L, t);
    int count = 0;
    hj_host_charge_walk(L, 0);
    for (lua_pushnil(L); lua_next(L, t); lua_pop(L, 1))
        count++;
    hj_host_charge(L, (size_t)count * STEPS_PER_ITEM);
    hj_property *list = HJ_ARRAY(ld->arena, (size_t)count + 1, hj_property);
    *n = 0;
    for (lua_pushnil(L); lua_next(L, t); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING || hj_listed(skip, lua_tostring(L, -2)))
            continue;
        list[(*n)++].name = hj_copy(ld, -2);
    }
    qsort(list, (size_t)*n, sizeof *list, by_property);
    for (int i = 0; i < *n; i++) {
        hj_property *p = &list[i];
        form f = {.ld = ld, .t = t, .place = place, .what = p->name};
        if (!hj_name_ok(p->name, false))
            hj_error(ld->diags, "HJ-RULES-032", place,
                     "'%s' is not a name: use a-z, digits and _", p->name);
        lua_getfield(L, t, p->name);
        if (lua_type(L, -1) == LUA_TSTRING) {
            p->text.nb = hj_copy(ld, -1);
        } else if (lua_type(L, -1) == LUA_TNUMBER) {
            hj_buf number = {0};
            double v = lua_tonumber(L, -1);
            bool sane = v > -1e12 && v < 1e12;
            hj_buf_milli(&number, sane ? (int64_t)(v * 1000 + (v < 0 ? -0.5 : 0.5)) : 0);
            p->text.nb = hj_arena_strdup(ld->arena, number.data);
            hj_buf_free(&number);
        } else if (lua_isboolean(L, -1)) {
            p->text.nb = lua_toboolean(L, -1) ? "ja" : "nei";
        } else {
            p->text = maal_at(&f, -1, p->name);
        }
        lua_pop(L, 1);
    }
    return list;
}
