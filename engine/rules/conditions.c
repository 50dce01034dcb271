/* The constructors of conditions: alle noen ikke er minst … funksjon.
 *
 * The hard idea: a condition is data. Each call makes one node and hands back a box; the box does
 * nothing but wait to be put into another. `and`, `or` and `not` between boxes would lose one of
 * them, so every node remembers whether it was used. */
#include <string.h>

#include "rules/loader.h"

/* Conditions can share parts, so a few lines could describe a tree without end: both its depth and
 * its size written out are capped when it is built. */
enum { MAX_DEPTH = 60, MAX_SIZE = 5000, MAX_WORDS = 1000 };

typedef struct tracked { /* a node while loading */
    hj_cond c;
    bool used;
    int depth, size;
} tracked;

static void measure(loader *ld, hj_cond *c)
{
    tracked *t = (tracked *)c;
    t->depth = t->size = 1;
    for (int i = 0; i < c->n; i++) {
        const tracked *kid = (const tracked *)c->kids[i];
        t->depth = kid->depth + 1 > t->depth ? kid->depth + 1 : t->depth;
        t->size += kid->size;
    }
    if (t->depth <= MAX_DEPTH && t->size <= MAX_SIZE)
        return;
    hj_error(ld->diags, "HJ-RULES-039", c->place,
             "this condition is too large (more than %d parts, or nested deeper than %d)",
             MAX_SIZE, MAX_DEPTH);
    c->n = 0;
    t->depth = t->size = 1;
}

static const struct {
    const char *name;
    hj_cond_kind kind;
} kinds[] = {
    {"alle", HJ_ALLE}, {"noen", HJ_NOEN}, {"ikke", HJ_IKKE}, {"vilkaar", HJ_VILKAAR},
    {"er", HJ_ER}, {"minst", HJ_MINST}, {"hoyst", HJ_HOYST}, {"over", HJ_OVER},
    {"under", HJ_UNDER}, {"fra_til", HJ_FRA_TIL}, {"lik", HJ_LIK}, {"ulik", HJ_ULIK},
    {"finnes", HJ_FINNES}, {"ikke_relevant", HJ_IKKE_RELEVANT}, {"foer", HJ_FOER},
    {"etter", HJ_ETTER}, {"eldre_enn", HJ_ELDRE_ENN}, {"yngre_enn", HJ_YNGRE_ENN},
    {"lengde", HJ_LENGDE}, {"inneholder", HJ_INNEHOLDER}, {"egne_ord", HJ_EGNE_ORD},
    {"funksjon", HJ_FUNKSJON}, {"regel", HJ_REGEL_GIR}, {"innstilling", HJ_INNSTILLING},
    {"avvik", HJ_AVVIK}, {"egenskap", HJ_EGENSKAP}, {"har_regel", HJ_HAR_REGEL},
    {"tilstand", HJ_I_TILSTAND}};

const char *hj_cond_name(hj_cond_kind kind)
{
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        if (kinds[i].kind == kind)
            return kinds[i].name;
    return "";
}

static hj_cond *make(loader *ld, hj_cond_kind kind, hj_place place)
{
    tracked *t = HJ_NEW(ld->arena, tracked);
    t->c.kind = kind;
    t->c.place = place;
    t->c.id = ld->conds.n;
    HJ_GROW(ld, ld->conds.items, ld->conds.n, ld->conds.cap, hj_cond *);
    ld->conds.items[ld->conds.n++] = &t->c;
    return &t->c;
}

static int give(loader *ld, hj_cond *c)
{
    tracked *t = (tracked *)c;
    measure(ld, c);
    hj_made(ld, c->place, hj_cond_name(c->kind), &t->used);
    hj_push_box(ld, BOX_COND, c);
    return 1;
}

static bool is_cell(const hj_cond *c)
{
    return c->kind >= HJ_MINST && c->kind <= HJ_FRA_TIL && !c->fact_name
        && c->a.kind == HJ_OP_NUMBER;
}

hj_cond *hj_as_cond(loader *ld, int i, hj_place place, const char *what)
{
    lua_State *L = ld->L;
    box *b = hj_to_box(L, i);
    if (b && b->kind == BOX_COND) {
        const hj_cond *c = b->p;
        ((tracked *)b->p)->used = true;
        hj_host_charge(L, (size_t)((tracked *)b->p)->size / 4); /* walked wherever it stands */
        if (is_cell(c)) {
            hj_error(ld->diags, "HJ-RULES-128", c->place,
                     "%s without the name of a fact belongs in a beslutningstabell", c->vis);
            hj_hint(ld->diags, "write %s(\"faktum\", …)", hj_cond_name(c->kind));
        }
        return b->p;
    }
    if (b && b->kind == BOX_BUILDER && strcmp(((builder *)b->p)->what, "regel") == 0) {
        builder *r = b->p;
        r->used = true;
        hj_cond *c = make(ld, HJ_REGEL_GIR, r->place);
        c->name = r->name;
        c->vis = hj_arena_printf(ld->arena, "regel \"%s\"", r->name);
        measure(ld, c);
        return c;
    }
    if (b && b->kind == BOX_NOTHING)
        return NULL; /* told already */
    hj_error(ld->diags, "HJ-RULES-040", place, "'%s': a condition was expected, found %s", what,
             b ? "something else" : lua_isfunction(L, i) ? "a function" : luaL_typename(L, i));
    if (lua_isfunction(L, i))
        hj_hint(ld->diags, "write funksjon(function(f) return … end)");
    else if (lua_isboolean(L, i))
        hj_hint(ld->diags, "comparing gives ja or nei at once; write lik(\"faktum\", …)");
    else
        hj_hint(ld->diags, "conditions are er(\"faktum\"), minst(\"faktum\", 3), alle { … } …");
    return NULL;
}

hj_function *hj_new_function(loader *ld, int i, hj_place place)
{
    hj_function *fn = HJ_NEW(ld->arena, hj_function);
    fn->id = ld->functions.n;
    fn->place = place;
    lua_Debug ar;
    lua_pushvalue(ld->L, i);
    lua_getinfo(ld->L, ">S", &ar);
    fn->first_line = ar.linedefined;
    fn->last_line = ar.lastlinedefined;
    lua_pushvalue(ld->L, i);
    fn->ref = luaL_ref(ld->L, LUA_REGISTRYINDEX);
    HJ_GROW(ld, ld->functions.items, ld->functions.n, ld->functions.cap, hj_function *);
    ld->functions.items[ld->functions.n++] = fn;
    return fn;
}

/* ---- Arguments ------------------------------------------------------------------------------ */

/* trapp "x" and utregning "x" are facts of their own. */
static const char *answer_of(loader *ld, box *b)
{
    builder *r = b && b->kind == BOX_BUILDER ? b->p : NULL;
    if (!r || (strcmp(r->what, "trapp") != 0 && strcmp(r->what, "utregning") != 0))
        return NULL;
    r->used = true;
    return hj_arena_printf(ld->arena, "%s.%s", r->what, r->name);
}

static const char *fact_arg(loader *ld, int i, hj_place place, const char *what)
{
    lua_State *L = ld->L;
    if (lua_type(L, i) == LUA_TSTRING)
        return hj_copy(ld, i);
    box *b = hj_to_box(L, i);
    if (b && b->kind == BOX_OPERAND && ((hj_operand *)b->p)->kind == HJ_OP_FAKTUM)
        return ((hj_operand *)b->p)->text;
    const char *answer = answer_of(ld, b);
    if (answer)
        return answer;
    if (!b || b->kind != BOX_NOTHING) {
        hj_error(ld->diags, "HJ-RULES-041", place, "%s: the first value is the name of a fact",
                 what);
        hj_hint(ld->diags, "write %s(\"bor_alene\" …) with quotes", what);
    }
    return NULL;
}

/* A number that can be counted with: neither 0/0, nor beyond what cases hold. */
static double number_of(loader *ld, int i, hj_place place, const char *what)
{
    double n = lua_tonumber(ld->L, i);
    if (n > -1e15 && n < 1e15)
        return n;
    hj_error(ld->diags, "HJ-RULES-042", place, "%s: a number of reasonable size was expected",
             what);
    return 0;
}

hj_operand hj_operand_arg(loader *ld, int i, hj_place place, const char *what)
{
    lua_State *L = ld->L;
    hj_operand o = {0};
    box *b = hj_to_box(L, i);
    if (lua_type(L, i) == LUA_TNUMBER) {
        o.kind = HJ_OP_NUMBER;
        o.number = number_of(ld, i, place, what);
    } else if (lua_type(L, i) == LUA_TSTRING) {
        o.kind = HJ_OP_TEXT;
        o.text = hj_copy(ld, i);
    } else if (b && b->kind == BOX_OPERAND) {
        o = *(hj_operand *)b->p;
    } else if (b && b->kind == BOX_BUILDER) {
        builder *r = b->p;
        r->used = true;
        o.text = r->name;
        const char *answer = answer_of(ld, b);
        if (answer) {
            o.kind = HJ_OP_FAKTUM;
            o.text = answer;
        } else if (strcmp(r->what, "sats") == 0)
            o.kind = HJ_OP_SATS;
        else if (strcmp(r->what, "frist") == 0)
            o.kind = HJ_OP_FRIST;
        else
            hj_error(ld->diags, "HJ-RULES-042", place, "%s: cannot compare with %s \"%s\"", what,
                     r->what, r->name);
    } else if (!b || b->kind != BOX_NOTHING) {
        hj_error(ld->diags, "HJ-RULES-042", place,
                 "%s: a value is missing to compare with, found %s", what, luaL_typename(L, i));
        hj_hint(ld->diags, "a number, a \"text\", faktum \"x\", sats \"x\", utregning \"x\" or "
                "frist \"x\"");
    }
    return o;
}

/* "bor_alene", and trapp "x" for what the engine calls trapp.x. */
static void show_fact(hj_buf *out, const char *before, const char *name)
{
    const char *dot = strchr(name, '.');
    if (dot)
        hj_buf_printf(out, "%.*s \"%s\"", (int)(dot - name), name, dot + 1);
    else
        hj_buf_printf(out, "%s\"%s\"", before, name);
}

static void show_operand(hj_buf *out, const hj_operand *o)
{
    switch (o->kind) {
    case HJ_OP_NUMBER: hj_buf_milli(out, (int64_t)(o->number * 1000)); break;
    case HJ_OP_TEXT:
    case HJ_OP_DATE: hj_buf_printf(out, "\"%s\"", o->text); break;
    case HJ_OP_FAKTUM: show_fact(out, "faktum ", o->text); break;
    case HJ_OP_SATS: hj_buf_printf(out, "sats \"%s\"", o->text); break;
    case HJ_OP_FRIST: hj_buf_printf(out, "frist \"%s\"", o->text); break;
    case HJ_OP_NONE: break;
    }
}

static void show_words(hj_buf *out, const hj_cond *c)
{
    if (c->n_words == 1) {
        hj_buf_printf(out, "\"%s\"", c->words[0]);
        return;
    }
    hj_buf_str(out, "{");
    for (int i = 0; i < c->n_words; i++)
        hj_buf_printf(out, "%s\"%s\"", i ? ", " : " ", c->words[i]);
    hj_buf_str(out, " }");
}

static void show_span(hj_buf *out, hj_span s)
{
    const int n[] = {s.aar, s.maaneder, s.uker, s.dager};
    static const char *const unit[] = {"aar", "maaneder", "uker", "dager"};
    const char *comma = "{ ";
    for (int i = 0; i < 4; i++)
        if (n[i]) {
            hj_buf_printf(out, "%s%s = %d", comma, unit[i], n[i]);
            comma = ", ";
        }
    hj_buf_str(out, " }");
}

/* What the author wrote, in one form. No Lua is called: nothing here can raise. */
static void show(loader *ld, hj_cond *c)
{
    hj_buf out = {0};
    hj_buf_printf(&out, "%s(", hj_cond_name(c->kind));
    if (c->fact_name)
        show_fact(&out, "", c->fact_name);
    if (c->name)
        hj_buf_printf(&out, "\"%s\"", c->name);
    const char *comma = c->fact_name || c->name ? ", " : "";
    if (c->kind == HJ_ER && !c->n_words && !c->flag)
        hj_buf_printf(&out, "%snei", comma);
    if (c->n_words) {
        hj_buf_str(&out, comma);
        show_words(&out, c);
    }
    if (c->a.kind) {
        hj_buf_str(&out, comma);
        show_operand(&out, &c->a);
    }
    if (c->b.kind) {
        hj_buf_str(&out, ", ");
        show_operand(&out, &c->b);
    }
    if (c->kind == HJ_ELDRE_ENN || c->kind == HJ_YNGRE_ENN) {
        hj_buf_str(&out, ", ");
        show_span(&out, c->span);
        if (c->ved_name)
            hj_buf_printf(&out, ", \"%s\"", c->ved_name);
    }
    if (c->kind == HJ_EGNE_ORD) {
        hj_buf_printf(&out, ", { utover = \"%s\", minst = ", c->utover ? c->utover : "");
        hj_buf_milli(&out, (int64_t)(c->a.number * 1000));
        hj_buf_str(&out, " }");
    }
    if (c->kind == HJ_FUNKSJON)
        hj_buf_str(&out, "…");
    hj_buf_str(&out, ")");
    c->vis = hj_arena_strdup(ld->arena, out.data);
    hj_buf_free(&out);
}

/* ---- alle, noen, ikke, vilkaar -------------------------------------------------------------- */

/* A nil at the end of the table leaves no trace in it: the lint counted what is written. */
static void check_count(loader *ld, hj_place place, bool noen, int n)
{
    int written = -1, first = 0, end = ld->lint ? ld->lint->n_lists : 0;
    for (int half; first < end;) { /* they stand in the order of the lines */
        half = (first + end) / 2;
        if (ld->lint->lists[half].line < place.line)
            first = half + 1;
        else
            end = half;
    }
    for (int i = first; ld->lint && i < ld->lint->n_lists
         && ld->lint->lists[i].line == place.line; i++)
        if (hj_host_charge(ld->L, 1), ld->lint->lists[i].noen == noen) {
            written = ld->lint->lists[i].items;
            if (written == n)
                return;
        }
    if (written < 0)
        return; /* made by a helper under another name */
    hj_error(ld->diags, "HJ-RULES-024", place, "'%s': %d items are written, but %d have a value",
             noen ? "noen" : "alle", written, n);
    hj_hint(ld->diags, "a name that has no value makes the item vanish; check its spelling");
}

static int list(lua_State *L, hj_cond_kind kind)
{
    static const char *const none[] = {NULL};
    loader *ld = hj_loader_of(L);
    lua_settop(L, 1);
    hj_cond *c = make(ld, kind, hj_loader_place(ld));
    form f = hj_form(ld, 1, c->place, hj_cond_name(kind), NULL, none, true);
    check_count(ld, c->place, kind == HJ_NOEN, f.n);
    if (!f.n)
        hj_error(ld->diags, "HJ-RULES-043", c->place, "'%s' is empty", hj_cond_name(kind));
    c->kids = HJ_ARRAY(ld->arena, (size_t)f.n + 1, hj_cond *);
    for (int i = 1; i <= f.n; i++) {
        hj_cond *kid = hj_form_cond(&f, NULL, i);
        if (kid)
            c->kids[c->n++] = kid;
    }
    c->vis = hj_cond_name(kind);
    return give(ld, c);
}

static int alle(lua_State *L) { return list(L, HJ_ALLE); }
static int noen(lua_State *L) { return list(L, HJ_NOEN); }

static int ikke(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = make(ld, HJ_IKKE, hj_loader_place(ld));
    if (lua_gettop(L) != 1)
        hj_error(ld->diags, "HJ-RULES-044", c->place, "ikke(…) takes one condition");
    lua_settop(L, 1);
    hj_cond *kid = hj_as_cond(ld, 1, c->place, "ikke");
    c->kids = HJ_ARRAY(ld->arena, 1, hj_cond *);
    if (kid)
        c->kids[c->n++] = kid;
    c->vis = "ikke";
    return give(ld, c);
}

void hj_build_vilkaar(loader *ld, builder *b, int t)
{
    static const char *const keys[] = {"tekst", "hjemmel", "funksjon", NULL};
    hj_cond *c = make(ld, HJ_VILKAAR, b->place);
    c->name = b->name;
    form f = hj_form(ld, t, b->place, "vilkaar", b->name, keys, true);
    c->tekst = hj_form_maal(&f, "tekst", true);
    c->hjemmel = hj_form_cites(&f, true);
    c->kids = HJ_ARRAY(ld->arena, 1, hj_cond *);
    lua_getfield(ld->L, f.t, "funksjon");
    bool by_function = lua_isfunction(ld->L, -1);
    if (by_function) {
        hj_cond *kid = make(ld, HJ_FUNKSJON, b->place);
        kid->function = hj_new_function(ld, lua_gettop(ld->L), b->place);
        kid->vis = "funksjon(…)";
        measure(ld, kid);
        c->kids[c->n++] = kid;
    } else if (!lua_isnil(ld->L, -1)) {
        hj_error(ld->diags, "HJ-RULES-045", b->place,
                 "vilkaar '%s': funksjon must be a function(f) … end", b->name);
    }
    lua_pop(ld->L, 1);
    if (f.n + by_function != 1) {
        hj_error(ld->diags, "HJ-RULES-046", b->place,
                 "vilkaar '%s' must hold exactly one condition, found %d", b->name,
                 f.n + by_function);
        hj_hint(ld->diags, "gather several in alle { … } or noen { … }");
    }
    for (int i = 1; i <= f.n && c->n < 1; i++) {
        hj_cond *kid = hj_form_cond(&f, NULL, i);
        if (kid)
            c->kids[c->n++] = kid;
    }
    c->vis = hj_arena_printf(ld->arena, "vilkaar \"%s\"", c->name);
    give(ld, c);
}

/* ---- Predicates ----------------------------------------------------------------------------- */

static void too_many(loader *ld, hj_cond *c, int most)
{
    if (lua_gettop(ld->L) > most)
        hj_error(ld->diags, "HJ-RULES-047", c->place, "%s takes at most %d values, found %d",
                 hj_cond_name(c->kind), most, lua_gettop(ld->L));
    lua_settop(ld->L, most);
}

static hj_cond *predicate(lua_State *L, hj_cond_kind kind, int most)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = make(ld, kind, hj_loader_place(ld));
    bool cell = kind >= HJ_MINST && kind <= HJ_FRA_TIL && lua_type(L, 1) == LUA_TNUMBER;
    if (cell) { /* a cell of a table: the fact is the column's */
        lua_pushnil(L);
        lua_insert(L, 1);
    }
    too_many(ld, c, most);
    if (cell)
        return c;
    c->fact_name = fact_arg(ld, 1, c->place, hj_cond_name(kind));
    return c;
}

static int done(lua_State *L, hj_cond *c)
{
    loader *ld = hj_loader_of(L);
    show(ld, c);
    return give(ld, c);
}

static void words_arg(loader *ld, hj_cond *c, int i)
{
    lua_State *L = ld->L;
    if (lua_type(L, i) == LUA_TSTRING || lua_type(L, i) == LUA_TNUMBER) {
        c->words = HJ_ARRAY(ld->arena, 1, const char *);
        lua_tolstring(L, i, NULL);
        c->words[c->n_words++] = hj_copy(ld, i);
        return;
    }
    static const char *const none[] = {NULL};
    if (!lua_istable(L, i)) {
        hj_error(ld->diags, "HJ-RULES-048", c->place,
                 "%s: a \"text\" or { \"a\", \"b\" } was expected",
                 hj_cond_name(c->kind));
        return;
    }
    form f = hj_form(ld, i, c->place, hj_cond_name(c->kind), NULL, none, true);
    if (f.n > MAX_WORDS) {
        hj_error(ld->diags, "HJ-RULES-193", c->place, "%s: more than %d texts",
                 hj_cond_name(c->kind), MAX_WORDS);
        f.n = MAX_WORDS;
    }
    c->words = HJ_ARRAY(ld->arena, (size_t)f.n + 1, const char *);
    for (int k = 1; k <= f.n; k++) {
        lua_rawgeti(L, i, k);
        if (lua_type(L, -1) == LUA_TSTRING)
            c->words[c->n_words++] = hj_copy(ld, -1);
        else
            hj_error(ld->diags, "HJ-RULES-048", c->place,
                     "%s: a \"text\" or { \"a\", \"b\" } was expected", hj_cond_name(c->kind));
        lua_pop(L, 1);
    }
    if (!c->n_words)
        hj_error(ld->diags, "HJ-RULES-043", c->place, "'%s' is empty", hj_cond_name(c->kind));
}

hj_cond *hj_join_conds(loader *ld, hj_cond_kind kind, hj_cond *a, hj_cond *b, hj_place place)
{
    if (!a || !b)
        return a ? a : b;
    hj_cond *c = make(ld, kind, place);
    c->kids = HJ_ARRAY(ld->arena, 2, hj_cond *);
    c->kids[0] = a;
    c->kids[1] = b;
    c->n = 2;
    c->vis = hj_cond_name(kind);
    measure(ld, c);
    return c;
}

hj_cond *hj_any_rule(loader *ld, const hj_named *rules, int n, hj_place place)
{
    hj_cond *c = make(ld, HJ_NOEN, place);
    c->kids = HJ_ARRAY(ld->arena, (size_t)n + 1, hj_cond *);
    for (int i = 0; i < n; i++) {
        hj_cond *kid = c->kids[c->n++] = make(ld, HJ_REGEL_GIR, place);
        kid->name = rules[i].name;
        kid->vis = hj_arena_printf(ld->arena, "regel \"%s\"", kid->name);
        measure(ld, kid);
    }
    c->vis = "noen";
    measure(ld, c);
    return c;
}

hj_cond *hj_all_of(loader *ld, hj_cond **kids, int n, hj_place place)
{
    hj_cond *c = make(ld, HJ_ALLE, place);
    c->kids = kids;
    c->n = n;
    c->vis = "rad";
    measure(ld, c);
    return c;
}

/* ja, "text", 7, { "a", "b" }, fra_til(0, 6), hva_som_helst. */
hj_cond *hj_cell(loader *ld, int i, const char *fact, hj_place place)
{
    lua_State *L = ld->L;
    i = lua_absindex(L, i);
    box *b = hj_to_box(L, i);
    if (b && (b->kind == BOX_ANYTHING || b->kind == BOX_NOTHING))
        return NULL;
    hj_cond *c;
    if (b && b->kind == BOX_COND && is_cell(b->p)) {
        ((tracked *)b->p)->used = true;
        const hj_cond *written = b->p;
        c = make(ld, written->kind, place);
        c->a = written->a;
        c->b = written->b;
    } else if (lua_isboolean(L, i)) {
        c = make(ld, HJ_ER, place);
        c->flag = lua_toboolean(L, i);
    } else if (lua_type(L, i) == LUA_TNUMBER) {
        c = make(ld, HJ_LIK, place);
        c->a = (hj_operand){.kind = HJ_OP_NUMBER, .number = number_of(ld, i, place, fact)};
    } else if (lua_type(L, i) == LUA_TSTRING || (!b && lua_istable(L, i))) {
        c = make(ld, HJ_ER, place);
        c->flag = true;
        words_arg(ld, c, i);
    } else {
        hj_error(ld->diags, "HJ-RULES-129", place,
                 "a cell under '%s' is ja, nei, a number, a \"text\", { \"a\", \"b\" }, fra_til(0, 6), "
                 "minst(3) or hva_som_helst", fact);
        return NULL;
    }
    c->fact_name = fact;
    show(ld, c);
    measure(ld, c);
    return c;
}

static int er(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    bool alone = lua_gettop(L) < 2;
    hj_cond *c = predicate(L, HJ_ER, 2);
    c->flag = true;
    if (lua_isboolean(L, 2))
        c->flag = lua_toboolean(L, 2);
    else if (!alone)
        words_arg(ld, c, 2);
    return done(L, c);
}

static int compare(lua_State *L, hj_cond_kind kind)
{
    hj_cond *c = predicate(L, kind, 2);
    c->a = hj_operand_arg(hj_loader_of(L), 2, c->place, hj_cond_name(kind));
    return done(L, c);
}

static int minst(lua_State *L) { return compare(L, HJ_MINST); }
static int hoyst(lua_State *L) { return compare(L, HJ_HOYST); }
static int over(lua_State *L) { return compare(L, HJ_OVER); }
static int under(lua_State *L) { return compare(L, HJ_UNDER); }
static int lik(lua_State *L) { return compare(L, HJ_LIK); }
static int ulik(lua_State *L) { return compare(L, HJ_ULIK); }
static int foer(lua_State *L) { return compare(L, HJ_FOER); }
static int etter(lua_State *L) { return compare(L, HJ_ETTER); }

static int fra_til(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = predicate(L, HJ_FRA_TIL, 3);
    c->a = hj_operand_arg(ld, 2, c->place, "fra_til");
    if (!lua_isnil(L, 3))
        c->b = hj_operand_arg(ld, 3, c->place, "fra_til");
    if (c->a.kind == HJ_OP_NUMBER && c->b.kind == HJ_OP_NUMBER && c->a.number > c->b.number)
        hj_error(ld->diags, "HJ-RULES-049", c->place, "fra_til: from is greater than to");
    return done(L, c);
}

static int finnes(lua_State *L) { return done(L, predicate(L, HJ_FINNES, 1)); }

static int age(lua_State *L, hj_cond_kind kind)
{
    static const char *const keys[] = {"aar", "maaneder", "uker", "dager", NULL};
    loader *ld = hj_loader_of(L);
    hj_cond *c = predicate(L, kind, 3);
    form f = hj_form(ld, 2, c->place, hj_cond_name(kind), NULL, keys, false);
    c->span = hj_form_span(&f);
    if (!lua_isnil(L, 3))
        c->ved_name = fact_arg(ld, 3, c->place, hj_cond_name(kind));
    return done(L, c);
}

static int eldre_enn(lua_State *L) { return age(L, HJ_ELDRE_ENN); }
static int yngre_enn(lua_State *L) { return age(L, HJ_YNGRE_ENN); }

static int lengde(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = predicate(L, HJ_LENGDE, 2);
    c->a = hj_operand_arg(ld, 2, c->place, "lengde");
    if (c->a.kind != HJ_OP_NUMBER)
        hj_error(ld->diags, "HJ-RULES-048", c->place,
                 "lengde: the number of characters is missing");
    return done(L, c);
}

static int inneholder(lua_State *L)
{
    hj_cond *c = predicate(L, HJ_INNEHOLDER, 2);
    words_arg(hj_loader_of(L), c, 2);
    return done(L, c);
}

static int egne_ord(lua_State *L)
{
    static const char *const keys[] = {"utover", "minst", NULL};
    loader *ld = hj_loader_of(L);
    hj_cond *c = predicate(L, HJ_EGNE_ORD, 2);
    form f = hj_form(ld, 2, c->place, "egne_ord", NULL, keys, false);
    c->utover = hj_form_string(&f, "utover", true);
    double minst_ord = 1;
    hj_form_number(&f, "minst", &minst_ord, true);
    c->a = (hj_operand){.kind = HJ_OP_NONE, .number = minst_ord};
    return done(L, c);
}

static int funksjon(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    lua_settop(L, 1);
    hj_cond *c = make(ld, HJ_FUNKSJON, hj_loader_place(ld));
    if (lua_isfunction(L, 1) && !lua_iscfunction(L, 1))
        c->function = hj_new_function(ld, 1, c->place);
    else
        hj_error(ld->diags, "HJ-RULES-045", c->place, "funksjon takes a function(f) … end");
    return done(L, c);
}

/* ---- What the rules said about the node ----------------------------------------------------- */

static int about_node(lua_State *L, hj_cond_kind kind, int values)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = make(ld, kind, hj_loader_place(ld));
    bool elsewhere = kind == HJ_EGENSKAP || kind == HJ_HAR_REGEL;
    too_many(ld, c, values + elsewhere);
    if (elsewhere && !lua_isnoneornil(L, values + 1)) {
        const char *path = lua_type(L, values + 1) == LUA_TSTRING ? hj_copy(ld, values + 1) : "";
        c->sted = hj_paths_compile(ld->paths, path, c->place, ld->diags);
    }
    if (kind == HJ_EGENSKAP) {
        if (lua_type(L, 1) == LUA_TSTRING)
            c->name = hj_copy(ld, 1);
        else
            hj_error(ld->diags, "HJ-RULES-048", c->place, "egenskap: the name is missing");
    }
    if (values)
        words_arg(ld, c, values);
    return done(L, c);
}

static int innstilling(lua_State *L) { return about_node(L, HJ_INNSTILLING, 1); }
static int avvik(lua_State *L) { return about_node(L, HJ_AVVIK, 0); }
static int egenskap(lua_State *L) { return about_node(L, HJ_EGENSKAP, 2); }
static int har_regel(lua_State *L) { return about_node(L, HJ_HAR_REGEL, 0); }

/* `tilstand "x" { … }` is a state of a process; with two values it asks for one. */
int hj_call_tilstand(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    hj_cond *c = make(ld, HJ_I_TILSTAND, hj_loader_place(ld));
    too_many(ld, c, 2);
    if (lua_type(L, 1) == LUA_TSTRING)
        c->name = hj_copy(ld, 1);
    else
        hj_error(ld->diags, "HJ-RULES-187", c->place,
                 "tilstand(\"prosess\", \"tilstand\"): the name of the process is missing");
    words_arg(ld, c, 2);
    return done(L, c);
}

/* `ikke_relevant` is a predicate and, in tests, a kind of unknown. */
static int ikke_relevant(lua_State *L)
{
    lua_remove(L, 1); /* the box called */
    return done(L, predicate(L, HJ_IKKE_RELEVANT, 1));
}

int hj_call_ikke_relevant(lua_State *L) { return ikke_relevant(L); }

static int faktum(lua_State *L)
{
    loader *ld = hj_loader_of(L);
    lua_settop(L, 1);
    hj_place place = hj_loader_place(ld);
    hj_operand *o = HJ_NEW(ld->arena, hj_operand);
    o->kind = HJ_OP_FAKTUM;
    o->text = lua_type(L, 1) == LUA_TSTRING ? hj_copy(ld, 1) : "";
    if (!*o->text)
        hj_error(ld->diags, "HJ-RULES-041", place, "%s: the first value is the name of a fact",
                 "faktum");
    hj_push_box(ld, BOX_OPERAND, o);
    return 1;
}

void hj_conditions_open(loader *ld)
{
    static const luaL_Reg all[] = {
        {"alle", alle}, {"noen", noen}, {"ikke", ikke}, {"er", er}, {"minst", minst},
        {"hoyst", hoyst}, {"over", over}, {"under", under}, {"fra_til", fra_til}, {"lik", lik},
        {"ulik", ulik}, {"finnes", finnes}, {"foer", foer}, {"etter", etter},
        {"eldre_enn", eldre_enn}, {"yngre_enn", yngre_enn}, {"lengde", lengde},
        {"inneholder", inneholder}, {"egne_ord", egne_ord}, {"funksjon", funksjon},
        {"innstilling", innstilling}, {"avvik", avvik}, {"egenskap", egenskap},
        {"har_regel", har_regel}, {"faktum", faktum}};
    for (size_t i = 0; i < HJ_COUNT(all); i++) {
        lua_pushcfunction(ld->L, all[i].func);
        hj_host_set_global(ld->base->host, ld->L, all[i].name);
    }
}
