/* rules: what loading and deciding cost, and what plain Lua costs for the same rules and facts.
 *
 *   rules FOLDER [--rounds N] [--letters N]     FOLDER as rules60.py makes it
 *
 * Load: from files on disk to a rule base that can decide (compiled, linked, checked). Evaluate: from
 * a document that has been read to all outcomes and their trace: facts are found in the XML, and every
 * condition's value, the facts it rests on and where in the case each stands, are kept; `whole` says
 * that all of them are there. The record is the XML the trace is told by; it is counted by itself. The
 * floor is the same rules as functions in bare Lua, facts in a table, no trace. Rounds alternate; medians.
 * --letters N does only so many evaluations (--what load: loads), for counting instructions. One JSON
 * line on stdout. */
#include <lauxlib.h>
#include <libxml/parser.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "decision/eval.h"

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *v, int n)
{
    qsort(v, (size_t)n, sizeof *v, by_value);
    return v[n / 2];
}

static hj_rulebase *load(const char *dir)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_rulebase *base = hj_rulebase_load((const char *[]){dir, NULL}, diags);
    if (!base) {
        hj_buf out = {0};
        hj_diags_text(diags, &out, false);
        fputs(out.data, stderr);
        exit(1);
    }
    hj_arena_free(arena);
    return base;
}

/* Every condition of every rule with its value; every fact of a condition with where it stands. */
static bool whole(const hj_eval *ev, int *conditions)
{
    bool ok = ev->n_posts > 0;
    *conditions = 0;
    for (int i = 0; i < ev->base->n_conds; i++) {
        ok &= hj_memo(ev->root, i) != HJ_MEMO_NONE;
        ++*conditions;
    }
    const hj_table *facts = &ev->base->tables[HJ_FAKTUM];
    for (int i = 0; i < facts->n; i++) {
        const hj_value *v = ev->root->values[hj_faktum_of(facts->entries[i])->id];
        if (v && v->known == HJ_KNOWN)
            ok &= v->place.file && v->place.line > 0;
    }
    return ok;
}

typedef struct one {
    double us, bytes;
    int granted, conditions;
    bool whole;
} one;

static one evaluate(hj_rulebase *base, const hj_document *doc, bool record)
{
    static const hj_decide_options none = {.date = HJ_DATE_NONE};
    one r = {0};
    double start = now_us();
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    if (record) {
        if (!hj_decide(base, doc, &none, arena, diags))
            exit(1);
    } else {
        hj_eval *ev = hj_evaluate(base, doc, &none, arena, diags);
        if (!ev)
            exit(1);
        r.us = now_us() - start; /* what follows looks at it */
        r.whole = whole(ev, &r.conditions);
        for (int i = 0; i < ev->n_posts; i++)
            r.granted += ev->posts[i].gir == HJ_GIR_JA;
    }
    r.bytes = (double)hj_arena_used(arena);
    double before = now_us();
    hj_arena_free(arena);
    r.us = record ? now_us() - start : r.us + now_us() - before;
    return r;
}

static double plain(lua_State *L, int n, int *granted)
{
    double start = now_us();
    for (int i = 0; i < n; i++) {
        lua_pushvalue(L, 1);
        if (lua_pcall(L, 0, 1, 0) != LUA_OK)
            exit(1);
        *granted = 0;
        for (int k = 1; lua_rawgeti(L, -1, k) != LUA_TNIL; k++) {
            *granted += lua_toboolean(L, -1);
            lua_pop(L, 1);
        }
        lua_settop(L, 1);
    }
    return (now_us() - start) / n;
}

int main(int argc, char **argv)
{
    enum { MOST = 1000, PER_ROUND = 100 };
    char pack[1000], sak[1000], lua[1000];
    int rounds = 30, letters = 0;
    bool loading = false;
    for (int i = 2; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--rounds") == 0)
            rounds = atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--letters") == 0)
            letters = atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--what") == 0)
            loading = strcmp(argv[i + 1], "load") == 0;
    }
    rounds = rounds < 1 ? 1 : rounds > MOST ? MOST : rounds;
    snprintf(pack, sizeof pack, "%s/pakke", argc > 1 ? argv[1] : ".");
    snprintf(sak, sizeof sak, "%s/sak.xml", argc > 1 ? argv[1] : ".");
    snprintf(lua, sizeof lua, "%s/plain.lua", argc > 1 ? argv[1] : ".");
    hj_rulebase *base = load(pack);
    xmlDoc *xml = xmlReadFile(sak, NULL, 0);
    hj_document doc = {.file = "sak.xml", .kind = "sak", .xml = xml};
    if (!xml)
        return 1;
    for (int i = 0; i < letters; i++) {
        if (loading)
            hj_rulebase_free(load(pack));
        else
            evaluate(base, &doc, false);
    }
    if (letters) { /* counted by someone else */
        hj_rulebase_free(base);
        puts("{}");
        return 0;
    }
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    if (luaL_dofile(L, lua) != LUA_OK)
        return 1;
    double loads[MOST], evaluations[MOST], records[MOST], floors[MOST], inside[PER_ROUND];
    one e = {0}, r = {0};
    int granted = 0;
    evaluate(base, &doc, true);
    plain(L, PER_ROUND, &granted);
    for (int i = 0; i < rounds; i++) {
        double start = now_us();
        hj_rulebase_free(load(pack));
        loads[i] = now_us() - start;
        for (int k = 0; k < PER_ROUND; k++) {
            e = evaluate(base, &doc, false);
            inside[k] = e.us;
        }
        evaluations[i] = median(inside, PER_ROUND);
        for (int k = 0; k < PER_ROUND; k++) {
            r = evaluate(base, &doc, true);
            inside[k] = r.us;
        }
        records[i] = median(inside, PER_ROUND);
        floors[i] = plain(L, PER_ROUND, &granted);
    }
    if (granted != e.granted) {
        fprintf(stderr, "the floor grants %d rules, ours %d\n", granted, e.granted);
        return 1;
    }
    printf("{\"load_ms\": %.3f, \"evaluate_us\": %.2f, \"evaluate_kb\": %.1f, \"record_us\": %.2f, "
           "\"record_kb\": %.1f, \"plain_lua_us\": %.3f, \"granted\": %d, \"conditions\": %d, \"whole\": %s}\n",
           median(loads, rounds) / 1000, median(evaluations, rounds), e.bytes / 1024,
           median(records, rounds), r.bytes / 1024, median(floors, rounds), granted, e.conditions,
           e.whole ? "true" : "false");
    lua_close(L);
    xmlFreeDoc(xml);
    hj_rulebase_free(base);
    return 0;
}
