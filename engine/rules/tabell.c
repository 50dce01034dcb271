/* Decision tables: read, and held against every case there can be.
 *
 * The hard idea: a table is finite, however many numbers there are. Its own cells cut each column
 * into pieces between which it cannot tell a difference; one value of each piece stands for all of
 * them, and every combination of pieces is tried. What no row takes is a gap, what two take an
 * overlap, and both are told with the case that shows it. Columns are never judged one by one: a
 * gap is often only where two of them meet. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

enum { MOST_COLUMNS = 10, MOST_ROWS = 500, MOST_CASES = 1000000, MOST_TOLD = 5,
       MOST_WORK = 120000000 };

/* ---- Reading --------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    int treff;
} policies[] = {{"entydig", HJ_ENTYDIG}, {"foerste", HJ_FOERSTE}, {"sum", HJ_SUM},
                {"stoerst", HJ_STOERST}, {"minst", HJ_MINST_AV}, {"samle", HJ_SAMLE}};

static void read_policy(form *f, hj_tabell *t)
{
    const char *name = hj_form_string(f, "treff", true);
    for (size_t i = 0; name && i < HJ_COUNT(policies); i++)
        if (strcmp(policies[i].name, name) == 0) {
            t->treff = policies[i].treff;
            return;
        }
    if (name)
        hj_error(f->ld->diags, "HJ-RULES-130", f->place,
                 "treff is \"entydig\", \"foerste\", \"samle\", \"sum\", \"stoerst\" or \"minst\"");
}

/* ja, a number or a text; what kind it must be is the fact's business. False when it is none. */
static bool read_value(loader *ld, int i, hj_value *out)
{
    lua_State *L = ld->L;
    *out = (hj_value){.known = HJ_KNOWN};
    if (lua_isboolean(L, i)) {
        out->type = HJ_FACT_JANEI;
        out->flag = lua_toboolean(L, i);
    } else if (lua_type(L, i) == LUA_TNUMBER) {
        out->type = HJ_FACT_TALL;
        out->number = lua_tonumber(L, i);
        return out->number == out->number && fabs(out->number) < 1e15;
    } else if (lua_type(L, i) == LUA_TSTRING) {
        out->type = HJ_FACT_TEKST;
        out->text = hj_copy(ld, i);
    } else {
        return false;
    }
    return true;
}

/* A table in Lua does not know its line; the lint wrote down where the rows begin. */
static hj_place place_of_row(loader *ld, const builder *b, int number)
{
    hj_place place = b->place;
    int low = 0, end = ld->lint ? ld->lint->n_rows : 0, high = end;
    while (low < high) { /* its first row: they stand in the order of the lines */
        int half = (low + high) / 2;
        if (ld->lint->rows[half].table < place.line)
            low = half + 1;
        else
            high = half;
    }
    int at = low + number - 1;
    if (low < end && at < end && ld->lint->rows[at].table == ld->lint->rows[low].table)
        place.line = ld->lint->rows[at].line;
    return place;
}

static void too_large(loader *ld, const char *name, hj_place place)
{
    hj_error(ld->diags, "HJ-RULES-136", place,
             "beslutningstabell '%s' has more than %d innganger or %d rows", name, MOST_COLUMNS,
             MOST_ROWS);
}

static void read_row(loader *ld, hj_tabell *t, int number, builder *b)
{
    static const char *const keys[] = {"gir", "hjemmel", NULL};
    lua_State *L = ld->L;
    hj_rad *r = &t->rader[t->n++];
    r->place = place_of_row(ld, b, number);
    form f = hj_form(ld, -1, r->place, "rad", b->name, keys, true);
    r->cells = HJ_ARRAY(ld->arena, (size_t)t->n_innganger + 1, hj_cond *);
    r->hjemmel = hj_form_cites(&f, false);
    if (f.n != t->n_innganger)
        hj_error(ld->diags, "HJ-RULES-131", r->place,
                 "beslutningstabell '%s': row %d has %d cells, but there are %d innganger", b->name,
                 number, f.n, t->n_innganger);
    hj_cond **set = HJ_ARRAY(ld->arena, (size_t)t->n_innganger + 1, hj_cond *);
    int n = 0;
    for (int i = 0; i < f.n && i < t->n_innganger; i++) {
        lua_rawgeti(L, f.t, i + 1);
        r->cells[r->n_cells++] = hj_cell(ld, -1, t->innganger[i].name, r->place);
        if (r->cells[i])
            set[n++] = r->cells[i];
        lua_pop(L, 1);
    }
    r->naar = hj_all_of(ld, set, n, r->place);
    r->naar->vis = hj_arena_printf(ld->arena, "rad %d", number);
    lua_getfield(L, f.t, "gir");
    if (!read_value(ld, -1, &r->gir))
        hj_error(ld->diags, "HJ-RULES-132", r->place,
                 "beslutningstabell '%s': row %d has no gir = ja, nei, a number or a \"text\"",
                 b->name, number);
    lua_pop(L, 1);
}

void hj_build_tabell(loader *ld, builder *b, int index)
{
    static const char *const keys[] = {"fra", "til", "hjemmel", "treff", "innganger", "rader",
                                       "ellers", "overstyrer", "grunn", NULL};
    static const char *const none[] = {NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, index, b->place, b->what, b->name, keys, false);
    hj_tabell *t = HJ_NEW(ld->arena, hj_tabell);
    hj_form_edition(&f, &t->e);
    t->hjemmel = hj_form_cites(&f, true);
    read_policy(&f, t);
    const char **names = hj_form_strings(&f, "innganger", &t->n_innganger);
    if (t->n_innganger > MOST_COLUMNS) {
        too_large(ld, b->name, b->place);
        t->n_innganger = 0;
        return;
    }
    t->innganger = HJ_ARRAY(ld->arena, (size_t)t->n_innganger + 1, hj_named);
    for (int i = 0; i < t->n_innganger; i++)
        t->innganger[i].name = names[i];
    lua_getfield(L, f.t, "ellers");
    if (!lua_isnil(L, -1)) {
        t->has_ellers = read_value(ld, -1, &t->ellers);
        if (!t->has_ellers)
            hj_error(ld->diags, "HJ-RULES-132", b->place,
                     "beslutningstabell '%s': ellers is ja, nei, a number or a \"text\"", b->name);
    }
    lua_pop(L, 1);
    lua_getfield(L, f.t, "rader");
    if (!t->n_innganger || lua_isnil(L, -1)) {
        hj_error(ld->diags, "HJ-RULES-027", b->place, "%s '%s' has no %s", b->what, b->name,
                 t->n_innganger ? "rader" : "innganger");
    } else {
        form rows = hj_form(ld, -1, b->place, "rader", b->name, none, true);
        if (rows.n > MOST_ROWS) {
            too_large(ld, b->name, b->place);
            rows.n = 0;
        }
        t->rader = HJ_ARRAY(ld->arena, (size_t)rows.n + 1, hj_rad);
        for (int i = 1; i <= rows.n; i++) {
            lua_rawgeti(L, rows.t, i);
            read_row(ld, t, i, b);
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    hj_add_edition(ld, HJ_TABELL, &t->e, b->name, b->place);
}

/* ---- The pieces of a column ------------------------------------------------------------------ */

typedef struct column {
    const hj_faktum *f;
    int n;
    hj_value *pieces; /* one value of each */
    uint64_t *rows; /* [piece * words + w]: the rows that take it */
} column;

static int add_number(const hj_fact_decl *d, double x, hj_value *piece)
{
    if (!hj_fact_possible(d, x))
        return 0;
    *piece = (hj_value){.type = HJ_FACT_TALL, .number = x};
    return 1;
}

/* A number strictly between two bounds; for whole numbers one that is whole, when there is one. */
static bool between(const hj_fact_decl *d, double low, double high, double *out)
{
    if (d->integer) {
        *out = floor(low) + 1;
        return *out < high;
    }
    *out = low + (high - low) / 2;
    return *out > low && *out < high;
}

int hj_cut_numbers(const hj_fact_decl *d, double *at, int n, hj_value *pieces)
{
    double x;
    int count = 0;
    if (d->has_min)
        at[n++] = d->min;
    if (d->has_max)
        at[n++] = d->max;
    if (!n)
        at[n++] = 0;
    qsort(at, (size_t)n, sizeof *at, hj_number_order);
    count += add_number(d, d->integer ? ceil(at[0]) - 1 : at[0] - 1, pieces);
    for (int i = 0; i < n; i++) {
        if (i && at[i] == at[i - 1])
            continue;
        if (i && between(d, at[i - 1], at[i], &x))
            count += add_number(d, x, pieces + count);
        count += add_number(d, at[i], pieces + count);
    }
    return count + add_number(d, d->integer ? floor(at[n - 1]) + 1 : at[n - 1] + 1, pieces + count);
}

static void cut_numbers(loader *ld, const hj_tabell *t, int k, column *c)
{
    double *at = HJ_ARRAY(ld->arena, 2 * (size_t)t->n + 3, double);
    int n = 0;
    for (int i = 0; i < t->n; i++) {
        const hj_cond *cell = t->rader[i].cells[k];
        if (cell && cell->a.kind == HJ_OP_NUMBER)
            at[n++] = cell->a.number;
        if (cell && cell->b.kind == HJ_OP_NUMBER)
            at[n++] = cell->b.number;
    }
    c->pieces = HJ_ARRAY(ld->arena, 2 * ((size_t)n + 3) + 2, hj_value);
    c->n = hj_cut_numbers(&c->f->decl, at, n, c->pieces);
}

bool hj_takes(const hj_cond *cell, const hj_value *v)
{
    double x = v->number;
    if (!cell)
        return true;
    switch (cell->kind) {
    case HJ_ER:
        if (v->type == HJ_FACT_JANEI)
            return v->flag == cell->flag;
        for (int i = 0; v->text && i < cell->n_words; i++) /* a number has none: told already */
            if (strcmp(cell->words[i], v->text) == 0)
                return true;
        return false;
    case HJ_LIK: return x == cell->a.number;
    case HJ_MINST: return x >= cell->a.number;
    case HJ_HOYST: return x <= cell->a.number;
    case HJ_OVER: return x > cell->a.number;
    case HJ_UNDER: return x < cell->a.number;
    case HJ_FRA_TIL:
        return x >= cell->a.number && (cell->b.kind == HJ_OP_NONE || x <= cell->b.number);
    default: return false;
    }
}

static size_t words_of(const hj_tabell *t)
{
    return ((size_t)t->n + 63) / 64;
}

/* Each table may be large, but not many of them: a load takes no longer than people wait. */
static bool affordable(loader *ld, const hj_tabell *t, double work)
{
    bool before = ld->analysed <= MOST_WORK;
    ld->analysed += work;
    if (before && ld->analysed > MOST_WORK)
        hj_error(ld->diags, "HJ-RULES-191", t->e.place,
                 "the tables tell too many kinds of cases apart together; from beslutningstabell "
                 "'%s' on they are not checked", t->e.name);
    return ld->analysed <= MOST_WORK;
}

static bool cut(loader *ld, const hj_tabell *t, int k, column *c)
{
    c->f = hj_faktum_of(t->innganger[k].entry);
    if (c->f->decl.many) {
        hj_error(ld->diags, "HJ-RULES-265", t->e.place,
                 "beslutningstabell '%s': '%s' can be several things at once; a column asks for one",
                 t->e.name, c->f->decl.name);
        return false;
    }
    const char *const *values = c->f->decl.values;
    double words = 0;
    for (int i = 0; i < t->n; i++)
        words += t->rader[i].cells[k] ? 1 + t->rader[i].cells[k]->n_words : 1;
    if (!affordable(ld, t, 4 * words * (double)(c->f->decl.n_values + 2 * (size_t)t->n)))
        return false;
    switch (c->f->decl.type) {
    case HJ_FACT_JANEI:
        c->n = 2;
        c->pieces = HJ_ARRAY(ld->arena, 2, hj_value);
        c->pieces[0] = (hj_value){.type = HJ_FACT_JANEI, .flag = true};
        c->pieces[1] = (hj_value){.type = HJ_FACT_JANEI};
        break;
    case HJ_FACT_VALG:
        while (values && values[c->n])
            c->n++;
        c->pieces = HJ_ARRAY(ld->arena, (size_t)c->n + 1, hj_value);
        for (int i = 0; i < c->n; i++)
            c->pieces[i] = (hj_value){.type = HJ_FACT_VALG, .text = values[i]};
        break;
    case HJ_FACT_TALL: cut_numbers(ld, t, k, c); break;
    default:
        hj_error(ld->diags, "HJ-RULES-133", t->e.place,
                 "beslutningstabell '%s': '%s' is %s; a column is janei, valg or tall", t->e.name,
                 c->f->decl.name, hj_fact_type_name(c->f->decl.type));
        return false;
    }
    c->rows = HJ_ARRAY(ld->arena, (size_t)c->n * words_of(t) + 1, uint64_t);
    for (int p = 0; p < c->n; p++)
        for (int i = 0; i < t->n; i++)
            if (hj_takes(t->rader[i].cells[k], &c->pieces[p]))
                c->rows[(size_t)p * words_of(t) + (size_t)i / 64] |= 1ull << (i % 64);
    return true;
}

/* ---- Every case there can be ----------------------------------------------------------------- */

typedef struct search {
    loader *ld;
    const hj_tabell *t;
    column columns[MOST_COLUMNS];
    int piece[MOST_COLUMNS];
    uint64_t *left[MOST_COLUMNS + 1]; /* rows that take the first k columns */
    uint64_t *reached; /* rows that give the answer in some case */
    bool *told; /* [row * n + row]: this overlap is told */
    int gaps, overlaps;
} search;

static const char *example(search *s, int known)
{
    hj_buf out = {0};
    for (int k = 0; k < s->t->n_innganger; k++) {
        const hj_value *v = &s->columns[k].pieces[k < known ? s->piece[k] : 0];
        hj_buf_printf(&out, "%s%s = ", k ? ", " : "", s->t->innganger[k].name);
        if (v->type == HJ_FACT_JANEI)
            hj_buf_str(&out, v->flag ? "ja" : "nei");
        else if (v->type == HJ_FACT_VALG)
            hj_buf_printf(&out, "\"%s\"", v->text);
        else
            hj_buf_milli(&out, (int64_t)llround(v->number * 1000));
    }
    const char *text = hj_arena_strdup(s->ld->arena, out.data);
    hj_buf_free(&out);
    return text;
}

static void gap(search *s, int known)
{
    if (s->t->has_ellers || s->t->treff == HJ_SAMLE || s->gaps++ >= MOST_TOLD)
        return; /* nothing collected is an answer */
    hj_error(s->ld->diags, "HJ-RULES-134", s->t->e.place,
             "beslutningstabell '%s': no row takes the case %s", s->t->e.name, example(s, known));
    hj_hint(s->ld->diags, "add a row for it, or say what holds otherwise with ellers = …");
}

static void overlap(search *s, int a, int b)
{
    bool *told = &s->told[a * s->t->n + b];
    if (*told || s->overlaps >= MOST_TOLD)
        return;
    *told = true;
    s->overlaps++;
    hj_error(s->ld->diags, "HJ-RULES-135", s->t->rader[b].place,
             "beslutningstabell '%s': rows %d and %d both take the case %s", s->t->e.name, a + 1,
             b + 1, example(s, s->t->n_innganger));
    hj_hint(s->ld->diags, "with treff = \"entydig\" exactly one row may; \"foerste\" takes the upper one");
}

/* All columns are chosen: who is left? Sixty-four rows at a time. */
static void judge(search *s, const uint64_t *rows)
{
    size_t words = words_of(s->t), w = 0;
    while (w < words && !rows[w])
        w++;
    if (w == words)
        return;
    int first = (int)(64 * w) + __builtin_ctzll(rows[w]);
    s->reached[first / 64] |= 1ull << (first % 64);
    if (s->t->treff == HJ_FOERSTE)
        return;
    for (; w < words; w++) {
        s->reached[w] |= rows[w];
        for (uint64_t left = rows[w]; left && s->t->treff == HJ_ENTYDIG
             && s->overlaps < MOST_TOLD; left &= left - 1) {
            int row = (int)(64 * w) + __builtin_ctzll(left);
            if (row != first)
                overlap(s, first, row);
        }
    }
}

/* Depth is the number of columns. What no row takes half-way, none takes at the end. */
static void choose(search *s, int k)
{
    size_t words = words_of(s->t);
    if (k == s->t->n_innganger) {
        judge(s, s->left[k]);
        return;
    }
    for (int p = 0; p < s->columns[k].n; p++) {
        bool any = false;
        s->piece[k] = p;
        for (size_t w = 0; w < words; w++) {
            s->left[k + 1][w] = s->left[k][w] & s->columns[k].rows[(size_t)p * words + w];
            any |= s->left[k + 1][w] != 0;
        }
        if (any)
            choose(s, k + 1);
        else
            gap(s, k + 1);
    }
}

static void analyse(loader *ld, const hj_tabell *t)
{
    search s = {.ld = ld, .t = t};
    double cases = 1;
    for (int i = 0; i < t->n; i++)
        if (t->rader[i].n_cells != t->n_innganger)
            return; /* told */
    for (int k = 0; k < t->n_innganger; k++) {
        if (!t->innganger[k].entry || !cut(ld, t, k, &s.columns[k]))
            return;
        cases *= s.columns[k].n;
    }
    if (cases > MOST_CASES) {
        hj_error(ld->diags, "HJ-RULES-137", t->e.place,
                 "beslutningstabell '%s' tells more than %d kinds of cases apart; nobody can check it",
                 t->e.name, MOST_CASES);
        hj_hint(ld->diags, "make two tables of it, one giving a fact to the other");
        return;
    }
    if (!affordable(ld, t, cases * (double)(4 + 2 * words_of(t))))
        return;
    uint64_t *every = HJ_ARRAY(ld->arena, words_of(t) + 1, uint64_t);
    for (int i = 0; i < t->n; i++)
        every[i / 64] |= 1ull << (i % 64);
    s.left[0] = every;
    for (int k = 1; k <= t->n_innganger; k++)
        s.left[k] = HJ_ARRAY(ld->arena, words_of(t) + 1, uint64_t);
    s.reached = HJ_ARRAY(ld->arena, words_of(t) + 1, uint64_t);
    s.told = HJ_ARRAY(ld->arena, (size_t)t->n * (size_t)t->n + 1, bool);
    choose(&s, 0);
    for (int i = 0; i < t->n; i++)
        if (!(s.reached[i / 64] >> (i % 64) & 1))
            hj_error(ld->diags, "HJ-RULES-138", t->rader[i].place,
                     "beslutningstabell '%s': row %d never gives the answer: the rows above take all its cases",
                     t->e.name, i + 1);
}

/* ---- What a fact may be given ---------------------------------------------------------------- */

static bool fits(const hj_fact_decl *d, hj_value *v)
{
    if (d->type == HJ_FACT_VALG && v->type == HJ_FACT_TEKST) {
        for (const char *const *w = d->values; w && *w; w++)
            if (strcmp(*w, v->text) == 0) {
                v->type = HJ_FACT_VALG;
                return true;
            }
        return false;
    }
    return d->type == v->type && (v->type != HJ_FACT_TALL || hj_fact_possible(d, v->number));
}

static const char *shown(loader *ld, const hj_value *v)
{
    if (v->type == HJ_FACT_JANEI)
        return v->flag ? "ja" : "nei";
    return v->type == HJ_FACT_TALL ? hj_arena_printf(ld->arena, "%g", v->number)
                                   : hj_arena_printf(ld->arena, "\"%s\"", v->text);
}

static void check_values(loader *ld, const hj_faktum *f, hj_tabell *t)
{
    if (f->decl.many != (t->treff == HJ_SAMLE))
        hj_error(ld->diags, "HJ-RULES-263", t->e.place,
                 "beslutningstabell '%s': either all editions collect (treff = \"samle\") or none",
                 t->e.name);
    if (t->treff == HJ_SAMLE && f->decl.type != HJ_FACT_VALG)
        hj_error(ld->diags, "HJ-RULES-264", f->e.place,
                 "'%s' is %s, but beslutningstabell '%s' collects: that is for valg", f->decl.name,
                 hj_fact_type_name(f->decl.type), t->e.name);
    else if (t->treff > HJ_FOERSTE && t->treff != HJ_SAMLE && f->decl.type != HJ_FACT_TALL)
        hj_error(ld->diags, "HJ-RULES-139", f->e.place,
                 "'%s' is %s, but beslutningstabell '%s' adds or compares numbers", f->decl.name,
                 hj_fact_type_name(f->decl.type), t->e.name);
    for (int i = 0; i <= t->n; i++) {
        hj_value *v = i < t->n ? &t->rader[i].gir : &t->ellers;
        if ((i < t->n || t->has_ellers) && !fits(&f->decl, v))
            hj_error(ld->diags, "HJ-RULES-140", i < t->n ? t->rader[i].place : t->e.place,
                     "beslutningstabell '%s' gives %s, which '%s' (%s) cannot be", t->e.name,
                     shown(ld, v), f->decl.name, hj_fact_type_name(f->decl.type));
    }
}

void hj_mark_collected(loader *ld)
{
    hj_table *facts = &ld->base->tables[HJ_FAKTUM];
    for (int i = 0; i < facts->n; i++) {
        hj_faktum *f = (hj_faktum *)facts->entries[i]->editions[0];
        const hj_entry *e = f->tabell_name
            ? hj_rulebase_find(ld->base, HJ_TABELL, f->tabell_name) : NULL;
        for (int k = 0; e && k < e->n; k++)
            f->decl.many |= ((const hj_tabell *)e->editions[k])->treff == HJ_SAMLE;
    }
}

void hj_check_tables(loader *ld)
{
    hj_table *tables = &ld->base->tables[HJ_TABELL], *facts = &ld->base->tables[HJ_FAKTUM];
    bool *asked = HJ_ARRAY(ld->arena, (size_t)tables->n + 1, bool);
    for (int i = 0; i < tables->n; i++)
        for (int k = 0; k < tables->entries[i]->n; k++) {
            hj_tabell *t = (hj_tabell *)tables->entries[i]->editions[k];
            hj_check_cites(ld, &t->hjemmel, t->e.place, t->e.from, t->e.to);
            for (int r = 0; r < t->n; r++)
                hj_check_cites(ld, &t->rader[r].hjemmel, t->rader[r].place, t->e.from, t->e.to);
            for (int c = 0; c < t->n_innganger; c++)
                t->innganger[c].entry = hj_find_named(ld, HJ_FAKTUM, t->innganger[c].name,
                                                      t->e.place);
            analyse(ld, t);
        }
    for (int i = 0; i < facts->n; i++) {
        hj_faktum *f = (hj_faktum *)facts->entries[i]->editions[0];
        if (!f->tabell_name)
            continue;
        f->tabell = hj_find_named(ld, HJ_TABELL, f->tabell_name, f->e.place);
        for (int k = 0; f->tabell && k < f->tabell->n; k++)
            check_values(ld, f, (hj_tabell *)f->tabell->editions[k]);
        if (f->tabell)
            asked[f->tabell->id] = true;
    }
    for (int i = 0; i < tables->n; i++)
        if (!asked[i])
            hj_warning(ld->diags, "HJ-RULES-141", tables->entries[i]->editions[0]->place,
                       "no fact has tabell = \"%s\": nothing asks for it",
                       tables->entries[i]->name);
}
