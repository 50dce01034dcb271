/* The woven book: every law with its text, and beside each paragraph what of the rules rests on it.
 *
 * The hard idea: the packs are turned around. An author writes a rule and cites the law; who reads
 * the law wants to see what was made of it. So everything that cites is met once, and filed under
 * each hjemmel it names. The result is XML (urn:hjemmel:regelbok:1, templates/README.md) for a
 * stylesheet to tell; no word of it is written here. */
#include <libxml/tree.h>
#include <string.h>

#include "author/internal.h"
#include "author/weave.h"

#define NS "urn:hjemmel:regelbok:1"

typedef struct use { /* something that cites */
    const char *kind, *name, *owner; /* owner: the rule, the list … it is part of; or NULL */
    hj_maal tekst;
    const hj_cond *cond; /* or NULL */
    hj_place place;
    const hj_edition *edition;
    const char *verdi; /* what it gives: ja, nei, stopp … or NULL */
    const hj_oppslag_row *row; /* of an oppslag; or NULL */
} use;

typedef struct filed {
    int n, cap;
    use *items;
} filed;

typedef struct weaver {
    const hj_rulebase *base;
    hj_arena *arena;
    const char *maalform, *only;
    filed *by_hjemmel; /* by entry id */
} weaver;

/* ---- Filing --------------------------------------------------------------------------------- */

static void file_under(weaver *w, const hj_cites *cites, use u)
{
    if (!hj_asked_about(w->only, u.place))
        return;
    for (int i = 0; i < cites->n; i++) {
        const hj_entry *e = cites->items[i].entry;
        if (!e)
            continue;
        filed *f = &w->by_hjemmel[e->id];
        if (f->n == f->cap) {
            int cap = f->cap ? f->cap * 2 : 4;
            use *more = HJ_ARRAY(w->arena, (size_t)cap, use);
            if (f->n)
                memcpy(more, f->items, (size_t)f->n * sizeof *more);
            f->items = more;
            f->cap = cap;
        }
        f->items[f->n++] = u;
    }
}

/* The vilkaar inside a condition, and a condition that cites by itself. */
static void file_cond(weaver *w, const hj_cond *c, use of)
{
    if (!c)
        return;
    if (c->kind == HJ_VILKAAR) {
        of.kind = "vilkaar";
        of.name = c->name;
        of.tekst = c->tekst;
        of.cond = c->n ? c->kids[0] : NULL;
        of.place = c->place;
        file_under(w, &c->hjemmel, of);
    }
    for (int i = 0; i < c->n; i++)
        file_cond(w, c->kids[i], of);
}

static hj_maal titled(const hj_regel *r)
{
    for (int i = 0; i < r->n_egenskaper; i++)
        if (strcmp(r->egenskaper[i].name, "tittel") == 0)
            return r->egenskaper[i].text;
    return (hj_maal){NULL, NULL};
}

static void file_regel(weaver *w, const hj_regel *r, use u)
{
    static const char *const gives[] = {"nei", "ja", "ukjent", "delvis"};
    u.tekst = titled(r);
    file_under(w, &r->hjemmel, u);
    u.owner = r->e.name;
    file_cond(w, r->naar, u);
    file_cond(w, r->delvis, u);
    for (int i = 0; i < r->n_unntak; i++) {
        const hj_unntak *x = r->unntak[i];
        use v = u;
        v.kind = "unntak";
        v.name = x->name;
        v.tekst = x->tekst;
        v.cond = x->naar;
        v.place = x->place;
        v.verdi = gives[x->gir];
        file_under(w, &x->hjemmel, v);
        file_cond(w, x->naar, u);
    }
}

static void file_list(weaver *w, const hj_sjekkliste *list, use u)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    for (int i = 0; i < list->n; i++) {
        const hj_punkt *p = list->punkter[i];
        use v = u;
        v.kind = "punkt";
        v.name = p->nummer;
        v.owner = list->e.name;
        v.tekst = p->tekst;
        v.cond = p->krav;
        v.place = p->place;
        v.verdi = levels[p->nivaa];
        file_under(w, &p->hjemmel, v);
    }
}

static void file_trapp(weaver *w, const hj_trapp *t, use u)
{
    u.tekst = t->tekst;
    file_under(w, &t->hjemmel, u);
    for (int i = 0; i < t->n; i++) {
        use v = u;
        v.kind = "trinn";
        v.owner = t->e.name;
        v.name = t->trinn[i]->name;
        v.tekst = t->trinn[i]->tekst;
        v.cond = t->trinn[i]->naar;
        v.place = t->trinn[i]->place;
        file_under(w, &t->trinn[i]->hjemmel, v);
    }
}

static void file_prosess(weaver *w, const hj_prosess *p, use u)
{
    u.tekst = p->tekst;
    file_under(w, &p->hjemmel, u);
    for (int i = 0; i < p->n_overganger; i++) {
        const hj_overgang *o = p->overganger[i];
        use v = u;
        v.kind = "overgang";
        v.owner = p->e.name;
        v.name = o->hendelse_name;
        v.tekst = o->tekst;
        v.cond = o->naar;
        v.place = o->place;
        v.verdi = o->til_name;
        file_under(w, &o->hjemmel, v);
    }
}

static void file_edition(weaver *w, hj_kind kind, const hj_edition *e, use u)
{
    switch (kind) {
    case HJ_REGEL: file_regel(w, (const hj_regel *)e, u); break;
    case HJ_FAKTUM: {
        const hj_faktum *f = (const hj_faktum *)e;
        u.tekst = f->tekst;
        u.cond = f->utledet;
        file_under(w, &f->hjemmel, u);
        break;
    }
    case HJ_SATS: {
        const hj_sats *s = (const hj_sats *)e;
        u.tekst = s->tekst;
        file_under(w, &s->hjemmel, u);
        break;
    }
    case HJ_FRIST: {
        const hj_frist *f = (const hj_frist *)e;
        u.tekst = f->tekst;
        u.cond = f->naar;
        file_under(w, &f->hjemmel, u);
        break;
    }
    case HJ_HELLIGDAG:
        u.tekst = ((const hj_helligdag *)e)->tekst;
        file_under(w, &((const hj_helligdag *)e)->hjemmel, u);
        break;
    case HJ_OPPSLAG: {
        const hj_oppslag *o = (const hj_oppslag *)e;
        for (int i = 0; i < o->n; i++) {
            use v = u;
            v.owner = o->e.name;
            v.name = o->rows[i].key;
            v.place = o->rows[i].place;
            v.row = &o->rows[i];
            file_under(w, &o->rows[i].hjemmel, v);
        }
        break;
    }
    case HJ_TABELL: file_under(w, &((const hj_tabell *)e)->hjemmel, u); break;
    case HJ_SJEKKLISTE: file_list(w, (const hj_sjekkliste *)e, u); break;
    case HJ_TRAPP: file_trapp(w, (const hj_trapp *)e, u); break;
    case HJ_UTREGNING:
        u.tekst = ((const hj_utregning *)e)->tekst;
        u.cond = ((const hj_utregning *)e)->naar;
        file_under(w, &((const hj_utregning *)e)->hjemmel, u);
        break;
    case HJ_PROSESS: file_prosess(w, (const hj_prosess *)e, u); break;
    default: break;
    }
}

static void file_all(weaver *w)
{
    static const char *const names[HJ_KIND_COUNT] = {
        [HJ_REGEL] = "regel", [HJ_FAKTUM] = "faktum", [HJ_SATS] = "sats", [HJ_FRIST] = "frist",
        [HJ_HELLIGDAG] = "helligdag", [HJ_OPPSLAG] = "oppslag", [HJ_TABELL] = "tabell",
        [HJ_SJEKKLISTE] = "sjekkliste", [HJ_TRAPP] = "trapp", [HJ_UTREGNING] = "utregning",
        [HJ_PROSESS] = "prosess"};
    static const hj_kind order[] = {HJ_REGEL, HJ_TRAPP, HJ_TABELL, HJ_UTREGNING, HJ_SATS, HJ_FRIST,
                                    HJ_HELLIGDAG, HJ_OPPSLAG, HJ_FAKTUM, HJ_PROSESS,
                                    HJ_SJEKKLISTE};
    for (size_t k = 0; k < HJ_COUNT(order); k++) {
        const hj_table *t = &w->base->tables[order[k]];
        for (int i = 0; i < t->n; i++)
            for (int j = 0; j < t->entries[i]->n; j++) {
                const hj_edition *e = t->entries[i]->editions[j];
                file_edition(w, order[k], e,
                             (use){.kind = names[order[k]], .name = e->name, .place = e->place,
                                   .edition = e});
            }
    }
}

/* ---- Writing -------------------------------------------------------------------------------- */

static xmlNode *put(xmlNode *parent, const char *name)
{
    return xmlNewChild(parent, parent->ns, BAD_CAST name, NULL);
}

static void set(xmlNode *node, const char *name, const char *value)
{
    if (value)
        xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

static void set_number(xmlNode *node, const char *name, int value)
{
    char text[16];
    snprintf(text, sizeof text, "%d", value);
    set(node, name, text);
}

static const char *in_maal(const weaver *w, hj_maal m)
{
    return strcmp(w->maalform, "nn") == 0 && m.nn ? m.nn : m.nb;
}

static void say(const weaver *w, xmlNode *parent, const char *name, hj_maal m)
{
    const char *words = in_maal(w, m);
    if (words)
        xmlNewTextChild(parent, parent->ns, BAD_CAST name, BAD_CAST words);
}

static void put_dates(xmlNode *node, const hj_edition *e)
{
    char iso[11];
    if (e->from != HJ_DATE_NONE)
        set(node, "fra", hj_date_iso(e->from, iso));
    if (e->to != HJ_DATE_NONE)
        set(node, "til", hj_date_iso(e->to, iso));
}

static void put_place(xmlNode *node, hj_place place)
{
    set(node, "fil", place.file);
    if (place.file)
        set_number(node, "linje", place.line);
}

/* A condition as its parts: what it does, and to which fact; the value as the author wrote it. */
static void put_cond(const weaver *w, xmlNode *parent, const hj_cond *c, int depth)
{
    if (!c || depth > 40)
        return;
    xmlNode *node = put(parent, "betingelse");
    set(node, "slag", hj_cond_name(c->kind));
    set(node, "vis", c->vis);
    if (c->kind == HJ_ER && !c->n_words)
        set(node, "verdi", c->flag ? "ja" : "nei");
    hj_buf words = {0};
    for (int i = 0; i < c->n_words; i++)
        hj_buf_printf(&words, "%s%s", i ? ", " : "", c->words[i]);
    if (words.len)
        set(node, "verdi", words.data);
    hj_buf_free(&words);
    const hj_operand *ops[] = {&c->a, &c->b};
    static const char *const names[] = {"verdi", "hoyst"};
    for (int i = 0; i < 2; i++) {
        hj_buf value = {0};
        char iso[11];
        switch (ops[i]->kind) {
        case HJ_OP_NUMBER: hj_buf_printf(&value, "%.10g", ops[i]->number); break;
        case HJ_OP_TEXT: hj_buf_str(&value, ops[i]->text); break;
        case HJ_OP_DATE: hj_buf_str(&value, hj_date_iso(ops[i]->date, iso)); break;
        case HJ_OP_NONE: break;
        case HJ_OP_FAKTUM:
            if (ops[i]->entry)
                hj_buf_str(&value, in_maal(w, hj_faktum_of(ops[i]->entry)->tekst));
            break;
        default: hj_buf_str(&value, ops[i]->text ? ops[i]->text : ""); break;
        }
        if (value.len && !xmlHasProp(node, BAD_CAST names[i]))
            set(node, names[i], value.data);
        hj_buf_free(&value);
    }
    if (c->kind == HJ_EGENSKAP || c->kind == HJ_REGEL_GIR)
        set(node, "navn", c->name);
    if (c->fact)
        say(w, node, "tekst", hj_faktum_of(c->fact)->tekst);
    else if (c->kind == HJ_VILKAAR)
        say(w, node, "tekst", c->tekst);
    for (int i = 0; i < c->n; i++)
        put_cond(w, node, c->kids[i], depth + 1);
}

/* ---- What it comes to: amounts, lengths, rows ------------------------------------------------ */

static void put_rates(xmlNode *node, const hj_sats *s)
{
    set(node, "enhet", s->enhet);
    for (int i = 0; i < s->n; i++) {
        xmlNode *rate = put(node, "verdi");
        hj_edition days = {.from = s->rows[i].from, .to = s->rows[i].to};
        char number[32];
        snprintf(number, sizeof number, "%.10g", s->rows[i].verdi);
        put_dates(rate, &days);
        if (!s->rows[i].ukjent)
            set(rate, "tall", number);
        set(rate, "kilde", s->rows[i].kilde);
    }
}

static void put_length(xmlNode *node, const hj_frist *f)
{
    const int parts[] = {f->span.aar, f->span.maaneder, f->span.uker, f->span.dager};
    static const char *const names[] = {"aar", "maaneder", "uker", "dager"};
    for (size_t i = 0; i < HJ_COUNT(parts); i++)
        if (parts[i]) {
            xmlNode *part = put(node, "lengde");
            set(part, "enhet", names[i]);
            set_number(part, "tall", parts[i]);
        }
}

static void put_row(const weaver *w, xmlNode *node, const hj_tabell *t, int i)
{
    const hj_rad *rad = &t->rader[i];
    xmlNode *row = put(node, "rad");
    char number[32];
    if (rad->gir.type == HJ_FACT_JANEI) {
        set(row, "gir", rad->gir.flag ? "ja" : "nei");
    } else if (rad->gir.type == HJ_FACT_TALL) {
        snprintf(number, sizeof number, "%.10g", rad->gir.number);
        set(row, "gir", number);
    } else {
        set(row, "gir", rad->gir.text);
    }
    set_number(row, "linje", rad->place.line);
    put_cond(w, row, rad->naar, 0);
}

static void put_fields(const weaver *w, xmlNode *node, const hj_oppslag_row *r)
{
    for (int i = 0; i < r->n; i++)
        if (in_maal(w, r->felt[i].text))
            set(xmlNewTextChild(node, node->ns, BAD_CAST "felt",
                                BAD_CAST in_maal(w, r->felt[i].text)), "navn", r->felt[i].name);
}

static void put_what_it_comes_to(const weaver *w, xmlNode *node, const use *u)
{
    if (u->row)
        put_fields(w, node, u->row);
    else if (strcmp(u->kind, "sats") == 0)
        put_rates(node, (const hj_sats *)u->edition);
    else if (strcmp(u->kind, "frist") == 0)
        put_length(node, (const hj_frist *)u->edition);
    else if (strcmp(u->kind, "tabell") == 0)
        for (int i = 0; i < ((const hj_tabell *)u->edition)->n; i++)
            put_row(w, node, (const hj_tabell *)u->edition, i);
}

static void put_use(const weaver *w, xmlNode *parent, const use *u)
{
    xmlNode *node = put(parent, "bruk");
    set(node, "slag", u->kind);
    set(node, "navn", u->name);
    set(node, "del_av", u->owner);
    set(node, "gir", u->verdi);
    put_dates(node, u->edition);
    put_place(node, u->place);
    say(w, node, "tekst", u->tekst);
    put_cond(w, node, u->cond, 0);
    put_what_it_comes_to(w, node, u);
}

static void put_hjemmel(const weaver *w, xmlNode *parent, const hj_hjemmel *h, const filed *uses)
{
    if (!uses->n && !hj_asked_about(w->only, h->e.place))
        return;
    xmlNode *node = put(parent, "hjemmel");
    set(node, "id", h->e.name);
    set(node, "status", h->status);
    set(node, "kilde", h->kilde);
    set(node, "i_kraft", h->never ? "nei" : "ja");
    put_dates(node, &h->e);
    put_place(node, h->e.place);
    say(w, node, "vis", h->vis);
    say(w, node, "tekst", h->tekst);
    /* What rests on it holds in this edition's days. */
    for (int i = 0; i < uses->n; i++) {
        const hj_edition *e = uses->items[i].edition;
        bool before = e->to != HJ_DATE_NONE && h->e.from != HJ_DATE_NONE && e->to <= h->e.from;
        bool after = h->e.to != HJ_DATE_NONE && e->from != HJ_DATE_NONE && e->from >= h->e.to;
        if (!before && !after && !h->never)
            put_use(w, node, &uses->items[i]);
    }
}

static void free_doc(void *doc)
{
    xmlFreeDoc(doc);
}

void *hj_weave(const hj_rulebase *base, const char *maalform, const char *only, hj_arena *arena)
{
    const hj_table *laws = &base->tables[HJ_LOV], *all = &base->tables[HJ_HJEMMEL];
    weaver w = {.base = base, .arena = arena, .maalform = maalform, .only = only,
                .by_hjemmel = HJ_ARRAY(arena, (size_t)all->n + 1, filed)};
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    if (!doc)
        abort();
    hj_arena_defer(arena, free_doc, doc);
    xmlNode *root = xmlNewDocNode(doc, NULL, BAD_CAST "regelbok", NULL);
    xmlSetNs(root, xmlNewNs(root, BAD_CAST NS, NULL));
    xmlDocSetRootElement(doc, root);
    set(root, "maalform", maalform);
    file_all(&w);
    for (int i = 0; i < base->n_pakker; i++) {
        xmlNode *p = put(root, "pakke");
        set(p, "navn", base->pakker[i].navn);
        set(p, "versjon", base->pakker[i].versjon);
        set(p, "sum", base->pakker[i].sum);
    }
    set_number(root, "proever", base->n_tests);
    for (int i = 0; i < laws->n; i++) {
        const hj_lov *law = (const hj_lov *)laws->entries[i]->editions[0];
        xmlNode *node = put(root, "lov");
        set(node, "kort", law->e.name);
        set(node, "id", law->id);
        say(&w, node, "navn", law->navn);
        for (int k = 0; k < all->n; k++)
            for (int j = 0; j < all->entries[k]->n; j++) {
                const hj_hjemmel *h = (const hj_hjemmel *)all->entries[k]->editions[j];
                if (h->lov == laws->entries[i])
                    put_hjemmel(&w, node, h, &w.by_hjemmel[all->entries[k]->id]);
            }
    }
    return doc;
}
