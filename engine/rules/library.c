/* What a function in a pack may call: a short list, each with its work charged to the budget.
 * Deterministic: no addresses, no hash order, no locale. */
#include <lauxlib.h>
#include <lualib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rules/sandbox.h"

enum { MAX_SORT = 100000 };

/* ---- Basics --------------------------------------------------------------------------------- */

static int own_error(lua_State *L)
{
    /* Only texts: an error value that is a table could hide what happened. */
    lua_settop(L, 1);
    if (lua_type(L, 1) != LUA_TSTRING)
        return hj_raise(L, HJ_T("error() takes a text"));
    return lua_error(L);
}

static int own_assert(lua_State *L)
{
    if (lua_toboolean(L, 1))
        return lua_gettop(L);
    if (lua_type(L, 2) == LUA_TSTRING) {
        lua_settop(L, 2);
        return lua_error(L);
    }
    return hj_raise(L, HJ_T("an assert in the pack failed"));
}

static int own_tostring(lua_State *L)
{
    switch (lua_type(L, 1)) {
    case LUA_TNUMBER:
    case LUA_TSTRING:
        lua_settop(L, 1);
        hj_host_charge(L, 10); /* a number is printed */
        lua_tolstring(L, 1, NULL);
        return 1;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, 1) ? "ja" : "nei");
        return 1;
    default: /* an address would differ from run to run */
        lua_pushstring(L, luaL_typename(L, 1));
        return 1;
    }
}

/* ---- Tables --------------------------------------------------------------------------------- */

static int table_insert(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer n = (lua_Integer)lua_rawlen(L, 1), at = n + 1;
    if (lua_gettop(L) == 3) {
        at = luaL_checkinteger(L, 2);
        luaL_argcheck(L, at >= 1 && at <= n + 1, 2, "position out of bounds");
        hj_host_charge(L, (size_t)(n + 1 - at));
        for (lua_Integer i = n; i >= at; i--) {
            lua_rawgeti(L, 1, i);
            lua_rawseti(L, 1, i + 1);
        }
    } else if (lua_gettop(L) != 2) {
        return hj_raise(L, HJ_T("table.insert takes two or three arguments"));
    }
    lua_rawseti(L, 1, at);
    return 0;
}

static int table_concat(lua_State *L)
{
    luaL_checkany(L, 1);
    size_t between, total = 0;
    const char *separator = luaL_optlstring(L, 2, "", &between);
    lua_Integer n = luaL_len(L, 1);
    if (n > MAX_SORT)
        return hj_raise(L, HJ_T("table.concat: more than %d parts"), MAX_SORT);
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_geti(L, 1, i);
        size_t len;
        if (!lua_isstring(L, -1))
            return hj_raise(L, HJ_T("table.concat: part %d is not a text or a number"),
                            (int)i);
        lua_tolstring(L, -1, &len);
        total += len + between;
        hj_host_charge(L, 1 + len / 64);
        if (total > 200000)
            return hj_raise(L, HJ_T("table.concat: the text becomes too long"));
        luaL_addvalue(&b);
        if (i < n)
            luaL_addlstring(&b, separator, between);
    }
    luaL_pushresult(&b);
    return 1;
}

typedef struct sort_key {
    bool number;
    double n;
    const char *s;
    size_t len;
    lua_Integer at;
} sort_key;

static int by_key(const void *x, const void *y)
{
    const sort_key *a = x, *b = y;
    if (a->number != b->number)
        return a->number ? -1 : 1;
    if (a->number && a->n != b->n)
        return a->n < b->n ? -1 : 1;
    if (!a->number) {
        size_t n = a->len < b->len ? a->len : b->len;
        int c = n ? memcmp(a->s, b->s, n) : 0;
        if (c)
            return c;
        if (a->len != b->len)
            return a->len < b->len ? -1 : 1;
    }
    return a->at < b->at ? -1 : a->at > b->at; /* stable */
}

/* Pushes the plain table behind a frozen one, or the value itself. */
static void push_raw(lua_State *L, int i)
{
    if (lua_type(L, i) == LUA_TUSERDATA && lua_getiuservalue(L, i, 1) == LUA_TTABLE)
        return;
    lua_settop(L, lua_gettop(L) > i ? i : lua_gettop(L));
    luaL_checktype(L, i, LUA_TTABLE);
    lua_pushvalue(L, i);
}

/* Upvalues: the table, its keys in order, and where each key stands there. Where the walk has come
 * is in the loop, not here: an iterator that is kept would carry it from case to case. */
static int par_next(lua_State *L)
{
    lua_settop(L, 2);
    lua_Integer i = 0;
    if (!lua_isnil(L, 2)) {
        lua_pushvalue(L, 2);
        lua_gettable(L, lua_upvalueindex(3));
        if (!lua_isinteger(L, -1))
            return hj_raise(L, HJ_T("par is for loops: for key, value in par(t) do … end"));
        i = lua_tointeger(L, -1);
    }
    if (lua_geti(L, lua_upvalueindex(2), i + 1) == LUA_TNIL)
        return 1;
    lua_pushvalue(L, -1);
    lua_gettable(L, lua_upvalueindex(1));
    return 2;
}

/* for nøkkel, verdi in par(t): keys in sorted order, numbers first. */
static int par(lua_State *L)
{
    lua_settop(L, 1);
    push_raw(L, 1); /* 2: raw */
    size_t n = 0;
    hj_host_charge_walk(L, 0);
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1))
        n++;
    if (n > MAX_SORT)
        return hj_raise(L, HJ_T("par: more than %d keys"), MAX_SORT);
    hj_host_charge_sort(L, n);
    sort_key *keys = lua_newuserdatauv(L, (n ? n : 1) * sizeof *keys, 0); /* 3 */
    lua_newtable(L); /* 4: keys as found */
    size_t i = 0;
    for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
        int type = lua_type(L, -2);
        if (type != LUA_TNUMBER && type != LUA_TSTRING)
            return hj_raise(L, HJ_T("par: keys must be texts or numbers"));
        keys[i] = (sort_key){.number = type == LUA_TNUMBER, .at = (lua_Integer)i + 1};
        if (type == LUA_TNUMBER)
            keys[i].n = lua_tonumber(L, -2);
        else
            keys[i].s = lua_tolstring(L, -2, &keys[i].len);
        lua_pushvalue(L, -2);
        lua_rawseti(L, 4, (lua_Integer)++i);
    }
    qsort(keys, n, sizeof *keys, by_key);
    lua_pushvalue(L, 1);
    lua_createtable(L, (int)n, 0); /* 6 */
    lua_createtable(L, 0, (int)n); /* 7 */
    for (i = 0; i < n; i++) {
        lua_rawgeti(L, 4, keys[i].at);
        lua_pushvalue(L, -1);
        lua_rawseti(L, 6, (lua_Integer)i + 1);
        lua_pushinteger(L, (lua_Integer)i + 1);
        lua_rawset(L, 7);
    }
    lua_pushcclosure(L, par_next, 3);
    return 1;
}

/* sortert(t, felt): a new list, ordered by a field (or the elements themselves), stable. */
static int sorted(lua_State *L)
{
    lua_settop(L, 2);
    luaL_checkany(L, 1);
    lua_Integer n = luaL_len(L, 1);
    if (n > MAX_SORT)
        return hj_raise(L, HJ_T("sortert: more than %d elements"), MAX_SORT);
    hj_host_charge_sort(L, (size_t)n);
    sort_key *keys = lua_newuserdatauv(L, (size_t)(n ? n : 1) * sizeof *keys, 0); /* 3 */
    lua_createtable(L, (int)n, 0); /* 4: keeps the key texts alive */
    for (lua_Integer i = 0; i < n; i++) {
        lua_geti(L, 1, i + 1);
        if (!lua_isnil(L, 2)) {
            lua_pushvalue(L, 2);
            lua_gettable(L, -2);
            lua_remove(L, -2);
        }
        int type = lua_type(L, -1);
        bool nan = type == LUA_TNUMBER && isnan(lua_tonumber(L, -1)); /* has no place in an order */
        if ((type != LUA_TNUMBER && type != LUA_TSTRING) || nan)
            return hj_raise(L, HJ_T("sortert: element %d has no text or number to sort by"),
                              (int)i + 1);
        keys[i] = (sort_key){.number = type == LUA_TNUMBER, .at = i + 1};
        if (type == LUA_TNUMBER)
            keys[i].n = lua_tonumber(L, -1);
        else
            keys[i].s = lua_tolstring(L, -1, &keys[i].len);
        lua_rawseti(L, 4, i + 1);
    }
    qsort(keys, (size_t)n, sizeof *keys, by_key);
    lua_createtable(L, (int)n, 0);
    for (lua_Integer i = 0; i < n; i++) {
        lua_geti(L, 1, keys[i].at);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

/* ---- Texts ---------------------------------------------------------------------------------- */

static const char *text_arg(lua_State *L, int i, size_t *n)
{
    luaL_checktype(L, i, LUA_TSTRING);
    const char *s = lua_tolstring(L, i, n);
    hj_host_charge(L, 1 + *n / 32);
    return s;
}

static int text_contains(lua_State *L)
{
    size_t n, m;
    const char *s = text_arg(L, 1, &n), *part = text_arg(L, 2, &m);
    lua_pushboolean(L, m == 0 || memmem(s, n, part, m) != NULL);
    return 1;
}

static int text_starts(lua_State *L)
{
    size_t n, m;
    const char *s = text_arg(L, 1, &n), *part = text_arg(L, 2, &m);
    lua_pushboolean(L, n >= m && memcmp(s, part, m) == 0);
    return 1;
}

static int text_trim(lua_State *L)
{
    size_t n;
    const char *s = text_arg(L, 1, &n);
    while (n && strchr(" \t\r\n", s[n - 1]) && s[n - 1])
        n--;
    while (n && strchr(" \t\r\n", *s) && *s) {
        s++;
        n--;
    }
    lua_pushlstring(L, s, n);
    return 1;
}

static int text_length(lua_State *L)
{
    size_t n;
    const char *s = text_arg(L, 1, &n);
    lua_pushinteger(L, (lua_Integer)hj_utf8_count(s, n));
    return 1;
}

/* Latin-1 and Latin Extended-A, enough for Norwegian, Sámi and the names met here. */
uint32_t hj_lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7))
        return c + 32;
    if (c >= 0x100 && c <= 0x17e) {
        bool odd_is_lower = c < 0x138 || (c > 0x148 && c < 0x178);
        if (c == 0x130 || c == 0x131 || c == 0x138 || c == 0x149)
            return c;
        if (c == 0x178)
            return 0xff;
        return odd_is_lower ? c | 1 : c & 1 ? c + 1 : c;
    }
    return c;
}

uint32_t hj_upper(uint32_t c)
{
    if (c == 0xff)
        return 0x178;
    if ((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0xfe && c != 0xf7))
        return c - 32;
    return c >= 0x101 && c <= 0x17e && hj_lower(c - 1) == c ? c - 1 : c;
}

bool hj_text_ok(const char *s, size_t n)
{
    for (const char *end = s + n; s < end;) {
        const char *start = s;
        uint32_t c = hj_utf8_next(&s, end);
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || c == 0xfffe
            || c == 0xffff || (c == 0xfffd && s - start == 1))
            return false;
    }
    return true;
}

char *hj_fold(const char *s, hj_arena *arena)
{
    /* Lower case never takes more than half again as many bytes (U+0178 and the like). */
    size_t n = strlen(s), at = 0;
    char *out = hj_arena_alloc(arena, 2 * n + 1);
    for (const char *end = s + n; s < end;) {
        if ((unsigned char)*s < 0x80) {
            out[at++] = *s >= 'A' && *s <= 'Z' ? (char)(*s + 32) : *s;
            s++;
            continue;
        }
        uint32_t c = hj_utf8_next(&s, end);
        at += (size_t)hj_utf8_put(c == 0xa0 || c == 0x202f ? ' ' : hj_lower(c), out + at);
    }
    return out;
}

static int text_case(lua_State *L, uint32_t (*change)(uint32_t))
{
    size_t n;
    const char *s = text_arg(L, 1, &n), *end = s + n;
    hj_host_charge(L, n / 2); /* letter by letter */
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    while (s < end) {
        char out[4];
        luaL_addlstring(&b, out, (size_t)hj_utf8_put(change(hj_utf8_next(&s, end)), out));
    }
    luaL_pushresult(&b);
    return 1;
}

static int text_upper(lua_State *L) { return text_case(L, hj_upper); }
static int text_lower(lua_State *L) { return text_case(L, hj_lower); }

/* ---- Dates ---------------------------------------------------------------------------------- */

static hj_date date_arg(lua_State *L, int i)
{
    luaL_checktype(L, i, LUA_TSTRING);
    hj_date d = hj_date_parse(lua_tostring(L, i));
    luaL_argcheck(L, d != HJ_DATE_NONE, i, "a date as \"2026-11-24\" was expected");
    return d;
}

static int days_between(lua_State *L)
{
    hj_date from = date_arg(L, 1);
    lua_pushinteger(L, date_arg(L, 2) - from);
    return 1;
}

static int span_field(lua_State *L, const char *name)
{
    lua_getfield(L, 2, name);
    lua_Integer n = lua_isnil(L, -1) ? 0 : luaL_checkinteger(L, -1);
    lua_pop(L, 1);
    if (n < -100000 || n > 100000)
        hj_raise(L, HJ_T("legg_til: '%s' is too large"), name);
    return (int)n;
}

static int add_span(lua_State *L)
{
    hj_date d = date_arg(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    hj_span span = {span_field(L, "aar"), span_field(L, "maaneder"), span_field(L, "uker"),
                    span_field(L, "dager")};
    d = hj_span_add(d, span);
    if (d == HJ_DATE_NONE)
        return hj_raise(L, HJ_T("legg_til: there is no such date"));
    char iso[11];
    lua_pushstring(L, hj_date_iso(d, iso));
    return 1;
}

/* ---- Opening -------------------------------------------------------------------------------- */

static void take_function(hj_host *host, lua_State *L, const char *name)
{
    lua_getfield(L, -1, name);
    hj_host_set_global(host, L, name);
}

/* The table at the top as a read-only global. */
static void set_module(hj_host *host, lua_State *L, const char *name, bool frozen)
{
    if (frozen) {
        lua_newuserdatauv(L, 0, 1);
        lua_newtable(L);
        lua_pushvalue(L, -3);
        lua_setfield(L, -2, "__index");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_setmetatable(L, -2);
        lua_remove(L, -2);
    }
    hj_host_set_global(host, L, name);
}

const luaL_Reg hj_text_functions[] = {
    {"inneholder", text_contains}, {"begynner", text_starts}, {"trim", text_trim},
    {"store", text_upper}, {"smaa", text_lower}, {"lengde", text_length}, {NULL, NULL}};

void hj_library_open(hj_host *host, lua_State *L)
{
    static const luaL_Reg own[] = {
        {"error", own_error}, {"assert", own_assert}, {"tostring", own_tostring}, {"par", par},
        {"sortert", sorted}, {"dager_mellom", days_between}, {"legg_til", add_span}};
    luaL_requiref(L, "_G", luaopen_base, 0);
    static const char *const base[] = {"type", "tonumber", "ipairs"};
    for (size_t i = 0; i < HJ_COUNT(base); i++)
        take_function(host, L, base[i]);
    lua_pop(L, 1);
    luaL_requiref(L, "math", luaopen_math, 0);
    static const char *const math[] = {"floor", "ceil", "min", "max", "abs"};
    lua_newtable(L);
    for (size_t i = 0; i < HJ_COUNT(math); i++) {
        lua_getfield(L, -2, math[i]);
        lua_setfield(L, -2, math[i]);
    }
    set_module(host, L, "math", true);
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushcfunction(L, table_insert);
    lua_setfield(L, -2, "insert");
    lua_pushcfunction(L, table_concat);
    lua_setfield(L, -2, "concat");
    set_module(host, L, "table", true);
    for (size_t i = 0; i < HJ_COUNT(own); i++) {
        lua_pushcfunction(L, own[i].func);
        hj_host_set_global(host, L, own[i].name);
    }
    /* luaopen_base filled the true global table, which no pack can reach: empty it all the same. */
    lua_pushglobaltable(L);
    for (lua_pushnil(L); lua_next(L, -2); lua_pushnil(L)) {
        lua_pop(L, 1);
        lua_pushnil(L);
        lua_rawset(L, -3);
    }
    lua_pop(L, 1);
}

const uint16_t *hj_letters_of(const char *const *words, int n, hj_arena *arena)
{
    uint16_t *pairs = HJ_ARRAY(arena, (size_t)n * 2 + 1, uint16_t);
    for (int i = 0; i < n; i++) {
        size_t len = strlen(words[i]);
        if (len < 2)
            return NULL;
        pairs[2 * i] = (uint16_t)hj_letters(words[i]);
        pairs[2 * i + 1] = (uint16_t)hj_letters(words[i] + len - 2);
    }
    return pairs;
}
