/* Can two conditions both hold? What a state table must know of two transitions that take the same
 * event.
 *
 * The hard idea is that of the decision tables (tabell.c): the conditions themselves cut what they
 * ask about into pieces they cannot tell apart, and every combination of pieces is tried. A fact
 * may also be unknown, which is a piece of its own: then `finnes` is nei and the rest ukjent. Two
 * dates are compared as one thing with three pieces (before, the same day, after), so that `etter`
 * and `ikke(etter)` are each other's opposite whatever they are compared with. What cannot be cut
 * (a function, a text) is taken to be able to be anything, and the answer is then not sure. */
#include <math.h>
#include <string.h>

#include "rules/loader.h"

enum { MOST_THINGS = 12, MOST_CUTS = 64, MOST_CASES = 200000, MOST_WORK = 3000000, MOST_DEEP = 20 };

typedef struct thing { /* what is asked about */
    enum { A_FACT, AN_ORDER, A_STATE, ANYTHING } kind;
    const hj_cond *c; /* the first that asks */
    const hj_faktum *f; /* A_FACT */
    const char *key;
    int n, piece;
    hj_value *pieces; /* A_FACT */
    int n_cuts;
    double cuts[MOST_CUTS + 4];
    const char *words[MOST_CUTS]; /* A_STATE */
    int n_words;
} thing;

typedef struct pair {
    hj_arena *arena; /* while the two are held against each other */
    thing *things;
    int n;
    bool too_much;
} pair;

/* ---- What is asked about -------------------------------------------------------------------- */

static bool constant(const hj_operand *o)
{
    return o->kind == HJ_OP_NONE || o->kind == HJ_OP_NUMBER || o->kind == HJ_OP_TEXT;
}

static const char *operand_key(pair *p, const hj_operand *o)
{
    char iso[11];
    if (o->kind == HJ_OP_DATE)
        return hj_arena_strdup(p->arena, hj_date_iso(o->date, iso));
    if (o->kind == HJ_OP_NUMBER)
        return hj_arena_printf(p->arena, "%g", o->number);
    return hj_arena_printf(p->arena, "%d:%s", o->kind, o->text ? o->text : "");
}

static int kind_of(const hj_cond *c)
{
    if (c->kind == HJ_I_TILSTAND)
        return A_STATE;
    if (!c->fact || c->kind == HJ_LENGDE || c->kind == HJ_INNEHOLDER || c->kind == HJ_EGNE_ORD)
        return ANYTHING;
    if (c->kind == HJ_ELDRE_ENN || c->kind == HJ_YNGRE_ENN)
        return AN_ORDER;
    if (c->kind == HJ_FINNES || c->kind == HJ_IKKE_RELEVANT || c->kind == HJ_ER)
        return A_FACT;
    const hj_faktum *f = hj_faktum_of(c->fact);
    bool text = c->kind == HJ_LIK || c->kind == HJ_ULIK;
    if (f->decl.type == HJ_FACT_VALG && !text)
        return ANYTHING; /* the steps of a stair */
    if (c->kind == HJ_FRA_TIL && !(constant(&c->a) && constant(&c->b)))
        return ANYTHING;
    return f->decl.type == HJ_FACT_DATO || f->decl.type == HJ_FACT_TEKST || !constant(&c->a)
        ? AN_ORDER : A_FACT;
}

static const char *key_of(pair *p, const hj_cond *c, int kind)
{
    hj_arena *arena = p->arena;
    if (kind == A_FACT)
        return c->fact_name;
    if (kind == A_STATE)
        return c->name;
    if (kind == ANYTHING)
        return c->function ? hj_arena_printf(arena, "%d", c->function->id) : c->vis;
    if (c->kind == HJ_ELDRE_ENN || c->kind == HJ_YNGRE_ENN)
        return hj_arena_printf(arena, "%s+%d.%d.%d.%d:%s", c->fact_name, c->span.aar,
                               c->span.maaneder, c->span.uker, c->span.dager,
                               c->ved_name ? c->ved_name : "");
    return hj_arena_printf(arena, "%s?%s", c->fact_name, operand_key(p, &c->a));
}

static thing *thing_of(pair *p, const hj_cond *c, bool make)
{
    int kind = kind_of(c);
    const char *key = key_of(p, c, kind);
    for (int i = 0; i < p->n; i++)
        if ((int)p->things[i].kind == kind && strcmp(p->things[i].key, key) == 0)
            return &p->things[i];
    if (!make || p->n == MOST_THINGS) {
        p->too_much |= make;
        return NULL;
    }
    thing *t = &p->things[p->n++];
    *t = (thing){.kind = kind, .c = c, .key = key, .f = c->fact ? hj_faktum_of(c->fact) : NULL};
    return t;
}

/* A derived fact is what it is derived from. */
static const hj_cond *behind(const hj_cond *c)
{
    const hj_faktum *f = c->kind == HJ_ER && c->fact ? hj_faktum_of(c->fact) : NULL;
    return f ? f->utledet : NULL;
}

static void gather(pair *p, const hj_cond *c, int depth)
{
    if (!c || p->too_much)
        return;
    if (depth > MOST_DEEP) {
        p->too_much = true;
        return;
    }
    for (int i = 0; i < c->n; i++)
        gather(p, c->kids[i], depth + 1);
    if (c->n)
        return;
    if (behind(c)) {
        gather(p, behind(c), depth + 1);
        return;
    }
    thing *t = thing_of(p, c, true);
    if (!t)
        return;
    if (t->n_cuts + 2 > MOST_CUTS || t->n_words + c->n_words > MOST_CUTS) {
        p->too_much = true;
        return;
    }
    if (c->a.kind == HJ_OP_NUMBER)
        t->cuts[t->n_cuts++] = c->a.number;
    if (c->b.kind == HJ_OP_NUMBER)
        t->cuts[t->n_cuts++] = c->b.number;
    for (int i = 0; t->kind == A_STATE && i < c->n_words; i++)
        t->words[t->n_words++] = c->words[i];
}

static void cut(pair *p, thing *t)
{
    const char *const *values = t->f ? t->f->decl.values : NULL;
    t->n = t->kind == AN_ORDER ? 3 : t->kind == ANYTHING ? 2 : t->n_words + 1;
    if (t->kind != A_FACT || !t->f)
        return;
    t->n = 0;
    while (values && values[t->n])
        t->n++;
    t->pieces = HJ_ARRAY(p->arena, (size_t)t->n + 2 * MOST_CUTS + 20, hj_value);
    if (t->f->decl.type == HJ_FACT_VALG) {
        for (int i = 0; i < t->n; i++)
            t->pieces[i] = (hj_value){.type = HJ_FACT_VALG, .text = values[i]};
    } else if (t->f->decl.type == HJ_FACT_JANEI) {
        t->n = 2;
        t->pieces[0] = (hj_value){.type = HJ_FACT_JANEI, .flag = true};
        t->pieces[1] = (hj_value){.type = HJ_FACT_JANEI};
    } else if (t->f->decl.type == HJ_FACT_TALL) {
        t->n = hj_cut_numbers(&t->f->decl, t->cuts, t->n_cuts, t->pieces);
    } else {
        t->pieces[t->n++] = (hj_value){.type = t->f->decl.type};
    }
    t->pieces[t->n++] = (hj_value){.type = t->f->decl.type, .known = HJ_NOT_STATED};
    t->pieces[t->n++] = (hj_value){.type = t->f->decl.type, .known = HJ_NOT_RELEVANT};
}

/* ---- One combination ------------------------------------------------------------------------ */

static hj_kleene truth(bool b) { return b ? HJ_JA : HJ_NEI; }

static const hj_value *fact_piece(const pair *p, const hj_faktum *f)
{
    for (int i = 0; i < p->n; i++)
        if (p->things[i].kind == A_FACT && p->things[i].f == f)
            return &p->things[i].pieces[p->things[i].piece];
    return NULL;
}

static hj_kleene ordered(const hj_cond *c, int order)
{
    switch (c->kind) {
    case HJ_ELDRE_ENN:
    case HJ_FOER:
    case HJ_UNDER: return truth(order < 0);
    case HJ_YNGRE_ENN:
    case HJ_ETTER:
    case HJ_OVER: return truth(order > 0);
    case HJ_MINST: return truth(order >= 0);
    case HJ_HOYST: return truth(order <= 0);
    case HJ_LIK: return truth(order == 0);
    default: return truth(order != 0);
    }
}

static hj_kleene leaf(pair *p, const hj_cond *c)
{
    const thing *t = thing_of(p, c, false);
    static const hj_value asks_no_fact = {.known = HJ_KNOWN};
    const hj_value *v = c->fact ? fact_piece(p, hj_faktum_of(c->fact)) : NULL;
    if (!v)
        v = &asks_no_fact;
    if (c->kind == HJ_FINNES)
        return truth(v->known == HJ_KNOWN);
    if (c->kind == HJ_IKKE_RELEVANT)
        return truth(v->known == HJ_NOT_RELEVANT);
    if (v->known != HJ_KNOWN)
        return HJ_UKJENT;
    switch (t->kind) {
    case AN_ORDER: return ordered(c, t->piece - 1);
    case ANYTHING: return truth(t->piece == 0);
    case A_STATE:
        for (int i = 0; t->piece < t->n_words && i < c->n_words; i++)
            if (strcmp(c->words[i], t->words[t->piece]) == 0)
                return HJ_JA;
        return HJ_NEI;
    default: break;
    }
    if (c->kind == HJ_ULIK || c->a.kind == HJ_OP_TEXT) {
        bool same = c->a.kind == HJ_OP_TEXT ? v->text && strcmp(v->text, c->a.text) == 0
                                            : v->number == c->a.number;
        return truth(same == (c->kind == HJ_LIK));
    }
    return truth(hj_takes(c, v));
}

static hj_kleene holds(pair *p, const hj_cond *c)
{
    hj_kleene all = HJ_JA, any = HJ_NEI;
    if (!c)
        return HJ_JA;
    for (int i = 0; i < c->n; i++) {
        hj_kleene k = holds(p, c->kids[i]);
        all = all == HJ_NEI || k == HJ_NEI ? HJ_NEI : all == HJ_UKJENT ? all : k;
        any = any == HJ_JA || k == HJ_JA ? HJ_JA : any == HJ_UKJENT ? any : k;
    }
    if (c->kind == HJ_ALLE || c->kind == HJ_VILKAAR)
        return all;
    if (c->kind == HJ_NOEN)
        return any;
    if (c->kind == HJ_IKKE)
        return all == HJ_UKJENT ? all : truth(all == HJ_NEI);
    if (behind(c)) {
        hj_kleene k = holds(p, behind(c));
        return k == HJ_UKJENT ? k : truth((k == HJ_JA) == c->flag);
    }
    return leaf(p, c);
}

/* ---- All of them ---------------------------------------------------------------------------- */

static const char *example_of(pair *p, bool *sure)
{
    static const char *const orders[] = {"<", "=", ">"};
    hj_buf out = {0};
    for (int i = 0; i < p->n; i++) {
        const thing *t = &p->things[i];
        const hj_value *v = t->kind == A_FACT ? &t->pieces[t->piece] : NULL;
        *sure &= t->kind != ANYTHING;
        hj_buf_str(&out, i ? ", " : "");
        if (t->kind == AN_ORDER) {
            hj_buf_printf(&out, "%s: %s", t->c->vis, orders[t->piece]);
        } else if (t->kind == ANYTHING) {
            hj_buf_printf(&out, "%s = %s", t->c->vis, t->piece ? "nei" : "ja");
        } else if (t->kind == A_STATE) {
            hj_buf_printf(&out, "%s = %s", t->key, t->piece < t->n_words ? t->words[t->piece] : "…");
        } else {
            hj_buf_printf(&out, "%s = ", t->key);
            if (v->known != HJ_KNOWN)
                hj_buf_str(&out, hj_known_name(v->known));
            else if (v->type == HJ_FACT_JANEI)
                hj_buf_str(&out, v->flag ? "ja" : "nei");
            else if (v->type == HJ_FACT_TALL)
                hj_buf_milli(&out, (int64_t)llround(v->number * 1000));
            else
                hj_buf_printf(&out, "\"%s\"", v->text ? v->text : "…");
        }
    }
    const char *text = hj_arena_strdup(p->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return text;
}

/* The next combination; false when all have been. */
static bool turn(pair *p)
{
    for (int i = 0; i < p->n; i++) {
        if (++p->things[i].piece < p->things[i].n)
            return true;
        p->things[i].piece = 0;
    }
    return false;
}

bool hj_can_both(loader *ld, const hj_cond *a, const hj_cond *b, const char **example, bool *sure)
{
    pair p = {.arena = hj_arena_new()};
    double cases = 1;
    bool both = !a && !b;
    *example = "";
    *sure = true;
    p.things = HJ_ARRAY(p.arena, MOST_THINGS, thing);
    gather(&p, a, 0);
    gather(&p, b, 0);
    for (int i = 0; i < p.n && !p.too_much; i++) {
        cut(&p, &p.things[i]);
        cases *= p.things[i].n;
    }
    ld->cases += cases < MOST_CASES ? (long)cases : 0;
    if (p.too_much || cases > MOST_CASES || ld->cases > MOST_WORK) {
        *example = "…";
        *sure = false;
        both = true;
    } else if (!both) {
        do
            both = holds(&p, a) == HJ_JA && holds(&p, b) == HJ_JA;
        while (!both && turn(&p));
        if (both)
            *example = hj_arena_strdup(ld->arena, example_of(&p, sure));
    }
    hj_arena_free(p.arena);
    return both;
}
