/* The Lua host.
 *
 * The hard idea: a rule file is data from someone else, and stock Lua cannot be stopped from
 * inside (pcall swallows a hook's error, C functions run without hooks). So the sandbox offers
 * nothing that could swallow, wait or multiply work: no pcall, no coroutines, no patterns, no
 * varargs (lint.c), and every cost is paid from one budget of steps that is the same on every
 * machine. Memory is paid in steps too; strings are short, so that no single instruction is slow.
 * When the budget is spent the error travels straight to our own lua_pcall. */
#include "rules/sandbox.h"

#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    HOOK_EVERY = 1000,
    DEPTH = 180, /* nested calls; below Lua's own C limit of 200 */
    STRING_BYTES = 256 << 10, /* one string */
    BYTES_PER_STEP = 16, /* allocation is work too */
    WEIGHT_BYTES = 512, /* comparing long strings makes one instruction cost more */
    WALK_BYTES = 128, /* of a table's room: some slots that are looked into */
    MAX_NAMES = 128
};

struct hj_host {
    lua_State *L;
    int n_files, cap_files;
    const char **files;
    int loading; /* file being compiled, or -1 */
    bool sealed, spent, counting;
    int depth;
    size_t live, total, steps;
    size_t longest, widest; /* string, block */
    size_t kept_longest, kept_widest; /* made while loading: functions may still hold them */
    size_t load_steps; /* of the files before */
    lua_CFunction missing;
    void *user;
    int n_names;
    const char *names[MAX_NAMES];
    int n_snaps;
    hj_lang lang;
    hj_trouble now; /* being raised */
};

/* Registry keys and raised markers: their addresses are their identity, never printed. */
static char names_key, frozen_key, env_key, proxy_meta, fns_key, snaps_key, proxies_key;
static char interrupt_mark, budget_mark;

hj_host *hj_host_of(lua_State *L)
{
    return *(hj_host **)lua_getextraspace(L);
}

void *hj_host_user(lua_State *L) { return hj_host_of(L)->user; }
void hj_host_set_user(hj_host *host, void *user) { host->user = user; }
lua_State *hj_host_state(hj_host *host) { return host->L; }
bool hj_host_spent(const hj_host *host) { return host->spent; }

/* ---- Places --------------------------------------------------------------------------------- */

int hj_host_add_file(hj_host *host, const char *path)
{
    if (host->n_files == host->cap_files) {
        host->cap_files = host->cap_files ? host->cap_files * 2 : 32;
        host->files = realloc(host->files, (size_t)host->cap_files * sizeof *host->files);
        if (!host->files)
            abort();
    }
    host->files[host->n_files] = path;
    return host->n_files++;
}

static const char *file_of(const hj_host *host, const char *source)
{
    /* Chunks are named "=12": a number cannot be cut short or imitated by a path. */
    char *end;
    long n = source && *source == '=' ? strtol(source + 1, &end, 10) : -1;
    return n >= 0 && n < host->n_files && *end == 0 ? host->files[n] : NULL;
}

/* Walks out to the first function written in Lua: a tail call removes frames, so a fixed level
 * would name the wrong line. Does not allocate. */
hj_place hj_host_place(hj_host *host, lua_State *L)
{
    lua_Debug ar;
    for (int level = 0; level < DEPTH + 20 && lua_getstack(L, level, &ar); level++) {
        lua_getinfo(L, "Sl", &ar);
        const char *file = ar.currentline > 0 ? file_of(host, ar.source) : NULL;
        if (file)
            return HJ_AT(file, ar.currentline);
    }
    return host->loading >= 0 ? HJ_FILE(host->files[host->loading]) : HJ_NOWHERE;
}

/* ---- Budgets -------------------------------------------------------------------------------- */

static void *allocate(void *ud, void *old, size_t old_size, size_t size)
{
    hj_host *host = ud;
    if (size == 0) {
        if (old) {
            host->live -= old_size;
            free(old);
        }
        return NULL;
    }
    size_t had = old ? old_size : 0;
    if (host->counting && size > had) {
        /* For a new block old_size is the type: a string may not be longer than its cap. */
        bool too_long = !old && old_size == LUA_TSTRING && size > STRING_BYTES;
        if (!old && old_size == LUA_TSTRING && size > host->longest && !too_long)
            host->longest = size;
        if (too_long || host->live - had + size > HJ_LIMIT_LUA_BYTES
            || host->total + (size - had) > HJ_LIMIT_LUA_BYTES_TOTAL) {
            /* No message handler runs for a memory error: remember the place here. */
            host->now.place = hj_host_place(host, host->L);
            return NULL;
        }
        if (size > host->widest)
            host->widest = size;
        host->total += size - had;
        host->steps += 1 + (size - had) / BYTES_PER_STEP;
    }
    void *p = realloc(old, size);
    if (!p)
        abort();
    host->live += size - had;
    return p;
}

static _Noreturn void raise_budget(hj_host *host, lua_State *L, int kind)
{
    host->now.kind = kind;
    host->spent = true;
    lua_pushlightuserdata(L, &budget_mark);
    lua_error(L);
    abort();
}

void hj_host_charge(lua_State *L, size_t steps)
{
    hj_host *host = hj_host_of(L);
    host->steps += steps;
    if (host->steps > HJ_LIMIT_LUA_STEPS
        || (!host->sealed && host->load_steps + host->steps > HJ_LIMIT_LUA_LOAD_STEPS))
        raise_budget(host, L, HJ_TROUBLE_STEPS);
}

void hj_host_charge_sort(lua_State *L, size_t n)
{
    hj_host_charge(L, n * (20 + hj_host_of(L)->longest / 64));
}

void hj_host_charge_walk(lua_State *L, size_t n)
{
    hj_host_charge(L, 4 * n + hj_host_of(L)->widest / WALK_BYTES);
}

static void hook(lua_State *L, lua_Debug *ar)
{
    hj_host *host = hj_host_of(L);
    switch (ar->event) {
    case LUA_HOOKCOUNT:
        hj_host_charge(L, HOOK_EVERY * (1 + host->longest / WEIGHT_BYTES));
        break;
    case LUA_HOOKCALL:
        /* Deep calls that pass their results on cost the square of the depth. */
        if (++host->depth > DEPTH)
            raise_budget(host, L, HJ_TROUBLE_DEPTH);
        break;
    case LUA_HOOKRET:
        host->depth--;
        break;
    default:
        break;
    }
}

void hj_host_reset(hj_host *host)
{
    if (host->total > (256u << 10)) /* leave no garbage whose size could be seen by the next */
        lua_gc(host->L, LUA_GCCOLLECT);
    host->spent = false;
    host->depth = 0;
    if (!host->sealed) {
        host->load_steps += host->steps;
        host->kept_longest = host->longest;
        host->kept_widest = host->widest;
    }
    host->total = host->steps = 0;
    host->longest = host->kept_longest;
    host->widest = host->kept_widest;
    host->now = (hj_trouble){0};
    lua_sethook(host->L, hook, LUA_MASKCOUNT | LUA_MASKCALL | LUA_MASKRET, HOOK_EVERY);
}

/* ---- Errors --------------------------------------------------------------------------------- */

/* One line, valid UTF-8, no control characters, at most 500 bytes. */
static void copy_text(char *to, size_t room, const char *s, size_t n)
{
    size_t at = 0;
    for (const char *p = s, *end = s + n; p < end;) {
        const char *start = p;
        uint32_t c = hj_utf8_next(&p, end);
        size_t bytes = (size_t)(p - start);
        if (at + bytes > 500 || at + bytes + 1 > room)
            break;
        if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0))
            to[at++] = ' ';
        else if (c == 0xfffd && bytes == 1)
            to[at++] = '?';
        else {
            memcpy(to + at, start, bytes);
            at += bytes;
        }
    }
    to[at] = 0;
}

static int handle(lua_State *L) /* must not allocate */
{
    hj_host *host = hj_host_of(L);
    if (lua_islightuserdata(L, 1)) {
        const void *mark = lua_touserdata(L, 1);
        if (mark == &interrupt_mark)
            host->now.kind = HJ_TROUBLE_UNKNOWN;
        host->now.place = hj_host_place(host, L);
        return 1;
    }
    host->now.kind = HJ_TROUBLE_ERROR;
    hj_place place = hj_host_place(host, L);
    const char *text = "";
    size_t n = 0;
    if (lua_type(L, 1) == LUA_TSTRING) { /* never __tostring */
        text = lua_tolstring(L, 1, &n);
        char *end;
        long file = strtol(text, &end, 10);
        if (end != text && *end == ':') {
            char *after;
            long line = strtol(end + 1, &after, 10);
            bool real = file >= 0 && file < host->n_files && after != end + 1 && *after == ':';
            if (real && host->loading == file)
                place = HJ_AT(host->files[file], (int)line); /* the parser's own place */
            if (real && place.file == host->files[file] && place.line == line) {
                n -= (size_t)(after + 1 - text);
                text = after + 1;
                while (n && *text == ' ') {
                    text++;
                    n--;
                }
            }
        }
    } else {
        text = "(no text)";
        n = strlen(text);
    }
    copy_text(host->now.text, sizeof host->now.text, text, n);
    host->now.place = place;
    return 1;
}

bool hj_host_protect(hj_host *host, lua_CFunction f, void *arg, hj_trouble *trouble)
{
    lua_State *L = host->L;
    int top = lua_gettop(L), loading = host->loading, depth = host->depth;
    host->now = (hj_trouble){0};
    lua_pushcfunction(L, handle);
    lua_pushcfunction(L, f);
    lua_pushlightuserdata(L, arg);
    int status = lua_pcall(L, 1, 0, top + 1);
    if (status == LUA_ERRMEM) {
        host->now.kind = HJ_TROUBLE_MEMORY;
        if (!host->now.place.file && host->loading >= 0)
            host->now.place = HJ_FILE(host->files[host->loading]);
        host->spent = true;
    } else if (status != LUA_OK && host->now.kind == HJ_TROUBLE_NONE) {
        host->now.kind = HJ_TROUBLE_ERROR; /* LUA_ERRERR */
    }
    lua_settop(L, top);
    host->loading = loading;
    host->depth = depth; /* an error skips the returns */
    *trouble = host->now;
    return status == LUA_OK;
}

_Noreturn void hj_host_interrupt(hj_host *host, lua_State *L)
{
    (void)host;
    lua_pushlightuserdata(L, &interrupt_mark);
    lua_error(L);
    abort();
}

void hj_host_set_lang(hj_host *host, hj_lang lang) { host->lang = lang; }

int hj_raise(lua_State *L, const char *format, ...)
{
    char text[300]; /* on the stack: nothing is lost when lua_error leaves */
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, hj_tr(hj_host_of(L)->lang, format), args);
    va_end(args);
    hj_host_of(L)->now.ours = true; /* nothing can catch it on its way */
    lua_pushstring(L, text);
    return lua_error(L);
}

/* ---- The environment of packs --------------------------------------------------------------- */

static int env_index(lua_State *L)
{
    hj_host *host = hj_host_of(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key);
    lua_pushvalue(L, 2);
    if (lua_rawget(L, -2) != LUA_TNIL)
        return 1;
    if (!host->sealed && host->missing)
        return host->missing(L);
    return hj_raise(L, HJ_T("the name '%s' does not exist"), lua_tostring(L, 2));
}

static int env_newindex(lua_State *L)
{
    return hj_raise(L, HJ_T("global variables are not allowed; write 'local' before '%s'"),
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

void hj_host_set_global(hj_host *host, lua_State *L, const char *name)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, name); /* a plain table: no metamethod runs */
    lua_pop(L, 2);
    if (host->n_names < MAX_NAMES)
        host->names[host->n_names++] = name;
}

void hj_host_on_missing(hj_host *host, lua_CFunction missing) { host->missing = missing; }
void hj_host_seal(hj_host *host)
{
    hj_host_reset(host); /* keeps what was made */
    host->sealed = true;
}
bool hj_host_sealed(const hj_host *host) { return host->sealed; }

size_t hj_host_names(const hj_host *host, const char *const **names)
{
    *names = host->names;
    return (size_t)host->n_names;
}

void hj_host_load(hj_host *host, lua_State *L, int file, const char *source, size_t n)
{
    char chunk[16];
    snprintf(chunk, sizeof chunk, "=%d", file);
    host->loading = file;
    if (luaL_loadbufferx(L, source, n, chunk, "t") != LUA_OK)
        lua_error(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    lua_setupvalue(L, -2, 1); /* _ENV is a main chunk's only upvalue */
    host->loading = -1;
}

/* ---- Freezing ------------------------------------------------------------------------------- */

static int proxy_index(lua_State *L)
{
    lua_getiuservalue(L, 1, 1);
    lua_pushvalue(L, 2);
    lua_rawget(L, -2);
    if (lua_type(L, -1) == LUA_TTABLE) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &proxies_key);
        lua_pushvalue(L, -2);
        lua_rawget(L, -2);
    }
    return 1;
}

static int proxy_newindex(lua_State *L)
{
    return hj_raise(L, HJ_T("this table is shared between cases and cannot be changed"));
}

static int proxy_len(lua_State *L)
{
    lua_getiuservalue(L, 1, 1);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

/* Replaces the table at the top by its read-only proxy. */
static void push_proxy(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &proxies_key); /* table proxies */
    lua_pushvalue(L, -2);
    if (lua_rawget(L, -2) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newuserdatauv(L, 0, 1); /* table proxies proxy */
        lua_pushvalue(L, -3);
        lua_setiuservalue(L, -2, 1);
        lua_rawgetp(L, LUA_REGISTRYINDEX, &proxy_meta);
        lua_setmetatable(L, -2);
        lua_pushvalue(L, -3);
        lua_pushvalue(L, -2);
        lua_rawset(L, -4);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

static void add_snapshot(hj_host *host, lua_State *L, int fn, int upvalue)
{
    /* value at the top is kept */
    int i = ++host->n_snaps;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &snaps_key);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, i);
    lua_pop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &fns_key);
    lua_pushvalue(L, fn);
    lua_rawseti(L, -2, 2 * i - 1);
    lua_pushinteger(L, upvalue);
    lua_rawseti(L, -2, 2 * i);
    lua_pop(L, 1);
}

/* A worklist, not recursion: closures may hold closures as deep as a hostile file likes. */
void hj_host_freeze(hj_host *host, lua_State *L)
{
    int top = lua_gettop(L);
    luaL_checkstack(L, 20, NULL);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &frozen_key);
    int seen = top + 1;
    lua_newtable(L);
    int work = top + 2;
    lua_Integer n = 1;
    lua_pushvalue(L, top);
    lua_rawseti(L, work, 1);
    while (n > 0) {
        lua_rawgeti(L, work, n);
        lua_pushnil(L);
        lua_rawseti(L, work, n--);
        int value = lua_gettop(L);
        lua_pushvalue(L, value);
        bool done = lua_rawget(L, seen) != LUA_TNIL;
        lua_pop(L, 1);
        if (!done) {
            lua_pushvalue(L, value);
            lua_pushboolean(L, 1);
            lua_rawset(L, seen);
            if (lua_type(L, value) == LUA_TTABLE) {
                lua_pushvalue(L, value);
                push_proxy(L);
                lua_pop(L, 1);
                for (lua_pushnil(L); lua_next(L, value); lua_pop(L, 1))
                    if (lua_istable(L, -1) || lua_isfunction(L, -1)) {
                        lua_pushvalue(L, -1);
                        lua_rawseti(L, work, ++n);
                    }
            } else if (lua_isfunction(L, value)) { /* ours in C too: par's iterator holds tables */
                for (int u = 1; lua_getupvalue(L, value, u); u++) {
                    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
                    bool env = lua_rawequal(L, -1, -2);
                    lua_pop(L, 1);
                    if (env) {
                        lua_pop(L, 1);
                        continue;
                    }
                    if (lua_istable(L, -1) || lua_isfunction(L, -1)) {
                        lua_pushvalue(L, -1);
                        lua_rawseti(L, work, ++n);
                    }
                    if (lua_istable(L, -1)) {
                        push_proxy(L);
                        lua_pushvalue(L, -1);
                        lua_setupvalue(L, value, u);
                    }
                    add_snapshot(host, L, value, u);
                    lua_pop(L, 1);
                }
            }
        }
        lua_settop(L, work);
    }
    lua_settop(L, top);
}

static bool same_value(lua_State *L, int a, int b)
{
    if (lua_rawequal(L, a, b))
        return lua_type(L, a) == lua_type(L, b);
    return lua_type(L, a) == LUA_TNUMBER && lua_type(L, b) == LUA_TNUMBER
        && isnan(lua_tonumber(L, a)) && isnan(lua_tonumber(L, b));
}

bool hj_host_unchanged(hj_host *host, hj_place *place, const char **name)
{
    lua_State *L = host->L;
    int top = lua_gettop(L);
    bool same = true;
    if (!host->n_snaps)
        return true;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &fns_key);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &snaps_key);
    for (int i = 1; i <= host->n_snaps; i++) {
        lua_rawgeti(L, top + 1, 2 * i - 1);
        lua_rawgeti(L, top + 1, 2 * i);
        int upvalue = (int)lua_tointeger(L, -1);
        const char *called = lua_getupvalue(L, top + 3, upvalue);
        lua_rawgeti(L, top + 2, i);
        if (!same_value(L, -1, -2)) {
            if (same) {
                lua_Debug ar;
                lua_pushvalue(L, top + 3);
                lua_getinfo(L, ">S", &ar);
                *place = HJ_AT(file_of(host, ar.source), ar.linedefined);
                *name = called;
            }
            same = false;
            lua_setupvalue(L, top + 3, upvalue); /* pops the remembered value */
        }
        lua_settop(L, top + 2);
    }
    lua_settop(L, top);
    return same;
}

/* ---- Birth and death ------------------------------------------------------------------------ */

static int no_string_methods(lua_State *L)
{
    return hj_raise(L,
                    HJ_T("texts have no methods here; use tekst.inneholder(s, del) and the like"));
}

static void registry_table(lua_State *L, const void *key)
{
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

static int set_up(lua_State *L)
{
    hj_host *host = hj_host_of(L);
    registry_table(L, &names_key);
    registry_table(L, &frozen_key);
    registry_table(L, &fns_key);
    registry_table(L, &snaps_key);
    registry_table(L, &proxies_key);
    const luaL_Reg proxy[] = {{"__index", proxy_index}, {"__newindex", proxy_newindex},
                              {"__len", proxy_len}, {NULL, NULL}};
    lua_newtable(L);
    luaL_setfuncs(L, proxy, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &proxy_meta);

    lua_newuserdatauv(L, 0, 0);
    lua_newtable(L);
    lua_pushcfunction(L, env_index);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, env_newindex);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);

    /* ("x"):rep reaches the string library without a global; there is none, and this says so. */
    lua_pushliteral(L, "");
    lua_newtable(L);
    lua_pushcfunction(L, no_string_methods);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    hj_library_open(host, L);
    return 0;
}

static int panic(lua_State *L)
{
    (void)L;
    fputs("hjemmel: Lua failed outside a protected call\n", stderr);
    abort();
}

hj_host *hj_host_new(void)
{
    hj_host *host = calloc(1, sizeof *host);
    if (!host)
        abort();
    host->loading = -1;
    host->L = lua_newstate(allocate, host);
    if (!host->L)
        abort();
    *(hj_host **)lua_getextraspace(host->L) = host;
    lua_atpanic(host->L, panic);
    hj_trouble trouble;
    if (!hj_host_protect(host, set_up, NULL, &trouble))
        abort();
    host->counting = true;
    hj_host_reset(host);
    return host;
}

void hj_host_free(hj_host *host)
{
    if (!host)
        return;
    host->counting = false;
    lua_close(host->L);
    free(host->files);
    free(host);
}
