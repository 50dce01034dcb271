/* The record as XML (urn:hjemmel:avgjoerelse:1; engine/decision/README.md is its manual).
 *
 * The hard idea: the record is written in one pass over what eval.c remembered; nothing is found
 * here that was not found there, except which edition of a hjemmel is in force. Names are shared by
 * all records through one dictionary, so that a record costs little more than its values. */
#include <libxml/parserInternals.h> /* xmlStringText */
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "decision/eval.h"

typedef struct writer {
    hj_eval *ev;
    xmlDoc *doc;
    xmlNs *ns;
    const xmlNode *owner; /* who got the newest attribute, */
    xmlAttr *last; /* and which */
    bool *unverified; /* by hjemmel id */
} writer;

/* ---- Nodes ---------------------------------------------------------------------------------- */

/* The nodes below the root live in the arena and are never given to libxml2 to free: a record has
 * thousands, and a malloc and a free for each cost more than deciding the case. libxml2 and libxslt
 * only read them (xsl:strip-space frees blank text nodes alone, and none is made). Names are our
 * own literals and values are borrowed: from the rule base, which outlives every record, or from
 * the same arena. */
typedef struct named_value { /* an attribute and its text, in one piece */
    xmlAttr attr;
    xmlNode text;
} named_value;

static xmlNode *element(writer *w, xmlNode *parent, const char *name)
{
    xmlNode *node = HJ_NEW(w->ev->arena, xmlNode);
    node->type = XML_ELEMENT_NODE;
    node->name = (const xmlChar *)name;
    node->ns = w->ns;
    node->doc = w->doc;
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
    return node;
}

static void fill_text(writer *w, xmlNode *node, xmlNode *parent, const char *s)
{
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->content = (xmlChar *)s;
    node->doc = w->doc;
    node->parent = parent;
}

/* Only for elements that are empty so far. */
static void text(writer *w, xmlNode *node, const char *s)
{
    if (!s[strspn(s, " \t\r\n")])
        return;
    xmlNode *t = HJ_NEW(w->ev->arena, xmlNode);
    fill_text(w, t, node, s);
    node->children = node->last = t;
}

static __attribute__((nonnull(1, 2, 3))) void attribute(writer *w, xmlNode *node, const char *name,
                                                        const char *value)
{
    named_value *v = HJ_NEW(w->ev->arena, named_value);
    v->attr.type = XML_ATTRIBUTE_NODE;
    v->attr.name = (const xmlChar *)name;
    v->attr.doc = w->doc;
    v->attr.parent = node;
    v->attr.children = v->attr.last = &v->text;
    fill_text(w, &v->text, (xmlNode *)&v->attr, value ? value : "");
    if (w->owner == node && w->last) {
        w->last->next = &v->attr;
        v->attr.prev = w->last;
    } else {
        xmlAttr **end = &node->properties;
        for (; *end; end = &(*end)->next)
            v->attr.prev = *end;
        *end = &v->attr;
    }
    w->owner = node;
    w->last = &v->attr;
}

static void number(writer *w, xmlNode *node, const char *name, int value)
{
    char digits[16], *p = digits + sizeof digits;
    unsigned n = (unsigned)(value < 0 ? 0 : value);
    *--p = 0;
    do
        *--p = (char)('0' + n % 10);
    while (n /= 10);
    attribute(w, node, name, hj_arena_strdup(w->ev->arena, p));
}

static void day(writer *w, xmlNode *node, const char *name, hj_date date)
{
    attribute(w, node, name,
              date == HJ_DATE_NONE ? "" : hj_date_iso(date, hj_arena_alloc(w->ev->arena, 11)));
}

/* A text in both maalformer; in a brief record only in its own. */
static void both(writer *w, xmlNode *parent, const char *name, hj_maal maal)
{
    static const char *const forms[] = {"nb", "nn"};
    const char *words[] = {maal.nb, maal.nn};
    for (int i = 0; i < 2; i++) {
        if (!words[i] || (w->ev->brief && strcmp(w->ev->maalform, forms[i]) != 0))
            continue;
        xmlNode *node = element(w, parent, name);
        attribute(w, node, "maalform", forms[i]);
        text(w, node, words[i]);
    }
}

static void at_place(writer *w, xmlNode *node, hj_place place)
{
    attribute(w, node, "fil", place.file);
    number(w, node, "linje", place.line);
}

static const char *ja_nei(bool b) { return b ? "ja" : "nei"; }

static const char *const kleene_names[] = {"nei", "ja", "ukjent"};
static const char *const gir_names[] = {"nei", "ja", "ukjent", "delvis"};

/* ---- Hjemler -------------------------------------------------------------------------------- */

static void write_hjemmel(writer *w, xmlNode *parent, const hj_cite *c, hj_place place)
{
    bool nn = strcmp(w->ev->maalform, "nn") == 0;
    const hj_hjemmel *h = (const hj_hjemmel *)hj_edition_at(c->entry, w->ev->date);
    if (!h) {
        char iso[11];
        const hj_edition *last = c->entry->editions[c->entry->n - 1];
        hj_error(w->ev->diags, "HJ-DECISION-004", place, "the hjemmel '%s' is not in force on %s",
                 c->name, hj_date_iso(w->ev->date, iso));
        if (last->place.file)
            hj_hint(w->ev->diags, "see fra and til at %s:%d", last->place.file, last->place.line);
        w->ev->failed = true;
        return;
    }
    xmlNode *node = element(w, parent, "hjemmel");
    attribute(w, node, "id", c->name);
    attribute(w, node, "lov", h->lov_name);
    if (h->paragraf)
        attribute(w, node, "paragraf", h->paragraf);
    if (h->ledd)
        attribute(w, node, "ledd", h->ledd);
    if (h->nr)
        attribute(w, node, "nr", h->nr);
    if (h->bokstav)
        attribute(w, node, "bokstav", h->bokstav);
    attribute(w, node, "vis", nn ? h->vis.nn : h->vis.nb);
    const hj_lov *lov = (const hj_lov *)hj_edition_at(h->lov, w->ev->date);
    if (lov)
        attribute(w, node, "lovnavn", nn ? lov->navn.nn : lov->navn.nb);
    if (c->role)
        attribute(w, node, "rolle", c->role);
    attribute(w, node, "status", h->status);
    both(w, node, "tekst", h->tekst);
    if (strcmp(h->status, "uverifisert") == 0)
        w->unverified[c->entry->id] = true;
}

static void write_hjemler(writer *w, xmlNode *parent, const hj_cites *cites, hj_place place)
{
    for (int i = 0; i < cites->n; i++)
        write_hjemmel(w, parent, &cites->items[i], place);
}

/* Hjemler the case itself names by id, several in one value. */
static void write_case_hjemler(writer *w, xmlNode *root)
{
    hj_eval *ev = w->ev;
    const hj_entry *kind = ev->doc ? hj_rulebase_find(ev->base, HJ_DOKUMENT, ev->doc->kind) : NULL;
    const hj_dokument *d = kind ? (const hj_dokument *)kind->editions[0] : NULL;
    for (int i = 0; d && i < d->n_hjemler; i++) {
        ev->doc_host.here = ev->doc_host.context = ev->root->node;
        hj_path_result r = hj_path_eval(d->hjemler[i].path, &ev->doc_host, false);
        for (size_t k = 0; r.kind == HJ_PATH_NODES && k < r.n; k++) {
            const char *ids = hj_node_text(r.nodes[k], ev->arena);
            hj_place place = hj_xml_place(r.nodes[k], ev->doc->file, ev->arena);
            for (size_t n; *ids; ids += n + (ids[n] == ' ')) {
                n = strcspn(ids, " ");
                hj_cite c = {.name = hj_arena_strndup(ev->arena, ids, n),
                             .role = d->hjemler[i].role};
                c.entry = hj_rulebase_find(ev->base, HJ_HJEMMEL, c.name);
                if (c.entry) {
                    write_hjemmel(w, root, &c, place);
                    continue;
                }
                hj_error(ev->diags, "HJ-DECISION-018", place,
                         "the packs have no hjemmel '%s'", c.name);
                ev->failed = true;
            }
        }
    }
}

/* ---- Values --------------------------------------------------------------------------------- */

static const char *value_text(hj_eval *ev, const hj_value *v)
{
    char iso[11];
    if (v->known != HJ_KNOWN)
        return "";
    switch (v->type) {
    case HJ_FACT_JANEI: return ja_nei(v->flag);
    case HJ_FACT_DATO: return hj_arena_strdup(ev->arena, hj_date_iso(v->date, iso));
    case HJ_FACT_TALL: {
        hj_buf out = {0};
        hj_buf_milli(&out, (int64_t)llround(v->number * 1000));
        const char *s = hj_arena_strdup(ev->arena, out.data);
        hj_buf_free(&out);
        return s;
    }
    default: return v->text;
    }
}

static void write_cond(writer *w, xmlNode *parent, hj_scope *sc, const hj_cond *c, bool decisive,
                       int depth);

/* Where the answer stands: the row, its place, and the hjemmel of row and table. */
static void write_table(writer *w, xmlNode *node, hj_scope *sc, const hj_tabell *t)
{
    const hj_value *gir;
    const hj_rad *row = t->treff > HJ_FOERSTE ? NULL : hj_find_row(w->ev, sc, t, &gir);
    attribute(w, node, "tabell", t->e.name);
    if (row) {
        attribute(w, node, "rad", hj_arena_printf(w->ev->arena, "%d", (int)(row - t->rader) + 1));
        at_place(w, node, row->place);
    }
    write_hjemler(w, node, &t->hjemmel, t->e.place);
    if (row && row->hjemmel.n)
        write_hjemler(w, node, &row->hjemmel, row->place);
}

static void write_fact(writer *w, xmlNode *parent, hj_scope *sc, const hj_faktum *f, int depth)
{
    const hj_value *v = hj_get_fact(w->ev, sc, f);
    xmlNode *node = element(w, parent, "faktum");
    attribute(w, node, "navn", f->decl.name);
    attribute(w, node, "type", hj_fact_type_name(f->decl.type));
    attribute(w, node, "verdi", value_text(w->ev, v));
    attribute(w, node, "kjent", hj_known_name(v->known));
    if (v->place.file)
        at_place(w, node, v->place);
    if (f->decl.path)
        attribute(w, node, "sti", f->goes_in);
    if (hj_is_derived(f))
        attribute(w, node, "utledet", "ja");
    const hj_edition *table = f->tabell ? hj_edition_at(f->tabell, w->ev->date) : NULL;
    if (table)
        write_table(w, node, f->global ? w->ev->root : sc, (const hj_tabell *)table);
    both(w, node, "tekst", f->tekst);
    if (f->hjemmel.n)
        write_hjemler(w, node, &f->hjemmel, f->e.place);
    if (f->utledet && depth < 12 && !w->ev->by_given)
        write_cond(w, node, f->global ? w->ev->root : sc, f->utledet, false, depth + 1);
}

/* ---- Conditions ----------------------------------------------------------------------------- */

/* Whether a part decides: what made an `alle` nei or a `noen` ja; all parts when none did alone. */
static bool decides(hj_eval *ev, hj_scope *sc, const hj_cond *parent, const hj_cond *kid)
{
    hj_kleene outcome = hj_eval_cond(ev, sc, parent);
    return hj_eval_cond(ev, sc, kid) == outcome || parent->kind == HJ_IKKE
        || parent->kind == HJ_VILKAAR;
}

static void write_operand(writer *w, xmlNode *node, hj_scope *sc, const hj_operand *o, int depth)
{
    if (o->kind == HJ_OP_FAKTUM)
        write_fact(w, node, sc, hj_faktum_of(o->entry), depth);
    if (o->kind == HJ_OP_SATS) {
        const hj_sats *s = (const hj_sats *)o->entry->editions[0];
        const hj_rate *rate = hj_rate_at(s, w->ev->date);
        xmlNode *n = element(w, node, "sats");
        attribute(w, n, "navn", s->e.name);
        if (rate) {
            hj_value v = {.type = HJ_FACT_TALL, .number = rate->verdi};
            attribute(w, n, "verdi", value_text(w->ev, &v));
            attribute(w, n, "enhet", s->enhet);
            day(w, n, "fra", rate->from);
            attribute(w, n, "kilde", rate->kilde);
        }
    }
}

static void write_rule_inside(writer *w, xmlNode *node, hj_scope *sc, const hj_cond *c, int depth)
{
    const hj_edition *e = hj_edition_at(c->regel, w->ev->date);
    attribute(w, node, "regel", c->name);
    if (e && depth < 12)
        write_cond(w, node, sc, ((const hj_regel *)e)->naar, false, depth + 1);
}

static void write_cond(writer *w, xmlNode *parent, hj_scope *sc, const hj_cond *c, bool decisive,
                       int depth)
{
    bool vilkaar = c->kind == HJ_VILKAAR;
    if (w->ev->brief && !vilkaar) { /* the vilkaar inside stand where it would have stood */
        for (int i = 0; i < c->n; i++)
            write_cond(w, parent, sc, c->kids[i], decisive && decides(w->ev, sc, c, c->kids[i]),
                       depth);
        return;
    }
    xmlNode *node = element(w, parent, vilkaar ? "vilkaar" : "uttrykk");
    if (vilkaar)
        attribute(w, node, "navn", c->name);
    else
        attribute(w, node, "slag", hj_cond_name(c->kind));
    attribute(w, node, "utfall", kleene_names[hj_eval_cond(w->ev, sc, c)]);
    if (vilkaar)
        attribute(w, node, "avgjorde", ja_nei(decisive));
    else
        attribute(w, node, "vis", c->vis);
    at_place(w, node, c->place);
    if (vilkaar) {
        both(w, node, "tekst", c->tekst);
        write_hjemler(w, node, &c->hjemmel, c->place);
    }
    for (int i = 0; i < c->n; i++)
        write_cond(w, node, sc, c->kids[i],
                   decisive && decides(w->ev, sc, c, c->kids[i]), depth);
    if (w->ev->brief)
        return;
    if (c->fact)
        write_fact(w, node, sc, hj_faktum_of(c->fact), depth);
    if (c->ved)
        write_fact(w, node, sc, hj_faktum_of(c->ved), depth);
    write_operand(w, node, sc, &c->a, depth);
    write_operand(w, node, sc, &c->b, depth);
    if (c->regel)
        write_rule_inside(w, node, sc, c, depth);
    if (c->kind == HJ_FUNKSJON) {
        const hj_fact_list *needs = sc->needs[c->function->id];
        for (int i = 0; needs && i < needs->n; i++)
            write_fact(w, node, sc, needs->items[i], 12);
    }
}

/* ---- Parts of the record -------------------------------------------------------------------- */

static void write_property(writer *w, xmlNode *parent, const char *name, const hj_property *p)
{
    const char *values[] = {p->text.nb, p->text.nn};
    static const char *const forms[] = {"nb", "nn"};
    for (int i = 0; i < (p->text.nn ? 2 : 1); i++) {
        if (p->text.nn && w->ev->brief && strcmp(w->ev->maalform, forms[i]) != 0)
            continue;
        xmlNode *node = element(w, parent, name);
        attribute(w, node, "navn", p->name);
        if (p->text.nn)
            attribute(w, node, "maalform", forms[i]);
        text(w, node, values[i] ? values[i] : "");
    }
}

static void write_missing(writer *w, xmlNode *parent, const hj_faktum *f, hj_known known, int rank)
{
    xmlNode *node = element(w, parent, "mangler");
    attribute(w, node, "faktum", f->decl.name);
    if (rank)
        number(w, node, "rang", rank);
    attribute(w, node, "kjent", hj_known_name(known));
    if (f->decl.path)
        attribute(w, node, "sti", f->goes_in);
    both(w, node, "tekst", f->tekst);
}

static void node_place(writer *w, xmlNode *node, const void *at)
{
    if (!at || !w->ev->doc)
        return;
    hj_place place = hj_xml_place(at, w->ev->doc->file, w->ev->arena);
    attribute(w, node, "sti", place.path);
    at_place(w, node, place);
}

static void write_unntak(writer *w, xmlNode *parent, hj_scope *sc, const hj_unntak *u,
                         bool decisive)
{
    xmlNode *node = element(w, parent, "unntak");
    attribute(w, node, "navn", u->name);
    attribute(w, node, "gjelder", kleene_names[hj_eval_cond(w->ev, sc, u->naar)]);
    attribute(w, node, "gir", gir_names[u->gir]);
    attribute(w, node, "avgjorde", ja_nei(decisive));
    at_place(w, node, u->place);
    both(w, node, "tekst", u->tekst);
    write_hjemler(w, node, &u->hjemmel, u->place);
    write_cond(w, node, sc, u->naar, false, 0);
}

static void write_asked(writer *w, xmlNode *node, hj_scope *sc)
{
    const hj_ask *ask = w->ev->ask;
    for (size_t i = 0; ask && i < ask->n_fakta; i++) {
        const hj_entry *e = hj_rulebase_find(w->ev->base, HJ_FAKTUM, ask->fakta[i]);
        if (e)
            write_fact(w, node, sc, hj_faktum_of(e), 0);
    }
}

static void write_changes(writer *w, xmlNode *post, const hj_post *p)
{
    hj_change all[HJ_MAX_CHANGES];
    int n = hj_whatif_changes(w->ev, p, all);
    for (int i = 0; i < n; i++) {
        xmlNode *node = element(w, post, "endring");
        attribute(w, node, "utfall", p->regel->utfall[all[i].gir]);
        for (int k = 0; k < all[i].n; k++) {
            const hj_faktum *f = all[i].facts[k];
            xmlNode *to = element(w, node, "til");
            attribute(w, to, "faktum", f->decl.name);
            attribute(w, to, "fra", value_text(w->ev, hj_get_fact(w->ev, p->scope, f)));
            attribute(w, to, "verdi", value_text(w->ev, &all[i].to[k]));
            both(w, to, "tekst", f->tekst);
        }
    }
}

static void write_post(writer *w, xmlNode *root, const hj_post *p)
{
    hj_eval *ev = w->ev;
    const hj_regel *r = p->regel;
    xmlNode *node = element(w, root, "post");
    attribute(w, node, "id", p->id);
    attribute(w, node, "regel", r->e.name);
    if (p->node_id)
        attribute(w, node, "node", p->node_id);
    node_place(w, node, p->scope->node);
    attribute(w, node, "regelfil", r->e.place.file);
    number(w, node, "regellinje", r->e.place.line);
    attribute(w, node, "innstilling", r->utfall[p->gir]);
    if (p->irrelevant)
        attribute(w, node, "ukjent_uten_betydning", "ja");
    if (p->vedtak)
        attribute(w, node, "vedtak", p->vedtak->text);
    attribute(w, node, "avvik", ja_nei(p->avvik));
    for (int i = 0; i < r->n_egenskaper; i++)
        write_property(w, node, "egenskap", &r->egenskaper[i]);
    for (int i = 0; i < r->n_oppslag; i++) {
        xmlNode *row = element(w, node, "oppslag");
        attribute(w, row, "navn", r->oppslag[i].name);
        attribute(w, row, "noekkel", r->oppslag[i].key);
    }
    write_hjemler(w, node, &r->hjemmel, r->e.place);
    bool by_exception = false;
    for (int i = 0; i < r->n_unntak; i++)
        by_exception |= hj_eval_cond(ev, p->scope, r->unntak[i]->naar) == HJ_JA;
    if (r->naar->kind == HJ_ALLE)
        for (int i = 0; i < r->naar->n; i++)
            write_cond(w, node, p->scope, r->naar->kids[i],
                       !by_exception && decides(ev, p->scope, r->naar, r->naar->kids[i]), 0);
    else
        write_cond(w, node, p->scope, r->naar, !by_exception, 0);
    if (r->delvis) {
        xmlNode *part = element(w, node, "delvis");
        attribute(w, part, "utfall", kleene_names[hj_eval_cond(ev, p->scope, r->delvis)]);
        write_cond(w, part, p->scope, r->delvis, p->gir == HJ_GIR_DELVIS, 0);
    }
    for (int i = 0; i < r->n_unntak; i++)
        write_unntak(w, node, p->scope, r->unntak[i],
                     hj_eval_cond(ev, p->scope, r->unntak[i]->naar) == HJ_JA);
    for (int i = 0; i < p->n_missing; i++)
        write_missing(w, node, p->missing[i].fact,
                      hj_get_fact(ev, p->scope, p->missing[i].fact)->known, i + 1);
    if (ev->changes)
        write_changes(w, node, p);
    write_asked(w, node, p->scope);
}

/* {navn} in an explanation; what the pack did not foresee stays as it is and is an error. */
static const char *fill(writer *w, const hj_due *d, const char *form, bool nn)
{
    const hj_frist *f = d->frist;
    const int lengths[] = {f->span.aar, f->span.maaneder, f->span.uker, f->span.dager};
    int unit = -1;
    for (int i = 0; i < 4; i++)
        if (lengths[i] && unit < 0)
            unit = i;
    hj_buf out = {0};
    for (const char *p = form; *p; p++) {
        const char *end = *p == '{' ? strchr(p, '}') : NULL;
        if (!end) {
            hj_buf_char(&out, *p);
            continue;
        }
        size_t n = (size_t)(end - p - 1);
        hj_date date = HJ_DATE_NONE;
        if (n == 3 && memcmp(p + 1, "fra", n) == 0)
            date = d->fra;
        else if (n == 3 && memcmp(p + 1, "raa", n) == 0)
            date = d->raa;
        else if (n == 4 && memcmp(p + 1, "dato", n) == 0)
            date = d->dato;
        if (date != HJ_DATE_NONE) {
            hj_ymd y = hj_date_ymd(date);
            hj_buf_printf(&out, "%d.%d.%d", y.day, y.month, y.year);
        } else if (n == 11 && memcmp(p + 1, "klokkeslett", n) == 0) {
            hj_buf_str(&out, f->klokkeslett ? f->klokkeslett : "");
        } else if (n == 6 && memcmp(p + 1, "lengde", n) == 0) {
            hj_buf_int(&out, unit >= 0 ? lengths[unit] : 0);
        } else if (n == 5 && memcmp(p + 1, "enhet", n) == 0) {
            static const char *const nb_words[] = {"år", "måneder", "uker", "dager"};
            static const char *const nn_words[] = {"år", "månader", "veker", "dagar"};
            static const char *const nb_one[] = {"år", "måned", "uke", "dag"};
            static const char *const nn_one[] = {"år", "månad", "veke", "dag"};
            const char *const *words = lengths[unit >= 0 ? unit : 0] == 1 ? (nn ? nn_one : nb_one)
                                                                      : (nn ? nn_words : nb_words);
            hj_buf_str(&out, unit >= 0 ? words[unit] : "");
        } else if (n == 6 && memcmp(p + 1, "aarsak", n) == 0) {
            for (int i = 0; i < d->n_why; i++)
                hj_buf_printf(&out, "%s%s", !i ? "" : i + 1 == d->n_why ? " og " : ", ",
                              nn ? d->why[i]->tekst.nn : d->why[i]->tekst.nb);
        } else {
            hj_error(w->ev->diags, "HJ-DECISION-015", f->e.place,
                     "frist '%s': forklaring has an unknown placeholder {%.*s}", f->e.name,
                     (int)(n < 40 ? n : 40), p + 1);
            w->ev->failed = true;
        }
        p = end;
    }
    const char *s = hj_arena_strdup(w->ev->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return s;
}

static void write_due(writer *w, xmlNode *root, const hj_due *d)
{
    static const char *const directions[] = {"nei", "fram", "tilbake"};
    const hj_frist *f = d->frist;
    xmlNode *node = element(w, root, "frist");
    attribute(w, node, "navn", f->som);
    attribute(w, node, "regel", f->e.name);
    attribute(w, node, "for", d->post);
    attribute(w, node, "gjelder", kleene_names[d->gjelder]);
    day(w, node, "fra", d->known ? d->fra : HJ_DATE_NONE);
    day(w, node, "raa", d->known ? d->raa : HJ_DATE_NONE);
    day(w, node, "dato", d->known ? d->dato : HJ_DATE_NONE);
    attribute(w, node, "klokkeslett", f->klokkeslett);
    attribute(w, node, "anslag", ja_nei(d->anslag));
    attribute(w, node, "retning", directions[f->retning]);
    if (f->span.aar)
        number(w, node, "aar", f->span.aar);
    if (f->span.maaneder)
        number(w, node, "maaneder", f->span.maaneder);
    if (f->span.uker)
        number(w, node, "uker", f->span.uker);
    if (f->span.dager)
        number(w, node, "dager", f->span.dager);
    node_place(w, node, d->scope->node);
    both(w, node, "tekst", f->tekst);
    write_hjemler(w, node, &f->hjemmel, f->e.place);
    for (int i = 0; i < d->n_why; i++) {
        xmlNode *why = element(w, node, "flyttet");
        attribute(w, why, "helligdag", d->why[i]->e.name);
        day(w, why, "dato", d->raa + (f->retning == HJ_FRAM ? i : -i));
        both(w, why, "tekst", d->why[i]->tekst);
    }
    if (f->forklaring.nb && d->n_why && d->known)
        both(w, node, "forklaring", (hj_maal){fill(w, d, f->forklaring.nb, false),
                                              fill(w, d, f->forklaring.nn, true)});
    for (int i = 0; i < d->missing.n && !d->known; i++)
        write_missing(w, node, d->missing.items[i],
                      hj_get_fact(w->ev, (hj_scope *)d->scope, d->missing.items[i])->known, 0);
}

static void write_rate(writer *w, xmlNode *root, const hj_sats *s, const char *post)
{
    const hj_rate *rate = hj_rate_at(s, w->ev->date);
    if (!rate) {
        char iso[11];
        hj_error(w->ev->diags, "HJ-DECISION-005", s->e.place, "sats '%s' has no value on %s",
                 s->e.name, hj_date_iso(w->ev->date, iso));
        w->ev->failed = true;
        return;
    }
    hj_value v = {.type = HJ_FACT_TALL, .number = rate->verdi};
    xmlNode *node = element(w, root, "sats");
    attribute(w, node, "navn", s->e.name);
    attribute(w, node, "for", post);
    attribute(w, node, "verdi", value_text(w->ev, &v));
    attribute(w, node, "enhet", s->enhet);
    day(w, node, "fra", rate->from);
    attribute(w, node, "kilde", rate->kilde);
    both(w, node, "tekst", s->tekst);
    write_hjemler(w, node, &s->hjemmel, s->e.place);
}

static const hj_oppslag_row *row_in_force(const hj_eval *ev, const hj_named *ref)
{
    const hj_oppslag *o = (const hj_oppslag *)ref->entry->editions[0];
    for (int i = 0; i < o->n; i++) {
        const hj_oppslag_row *r = &o->rows[i];
        if (strcmp(r->key, ref->key) == 0 && (r->from == HJ_DATE_NONE || ev->date >= r->from)
            && (r->to == HJ_DATE_NONE || ev->date < r->to))
            return r;
    }
    return NULL;
}

static bool written_before(const hj_eval *ev, const hj_post *p, const hj_named *ref)
{
    for (const hj_post *q = ev->posts; q <= p; q++)
        for (int i = 0; i < q->regel->n_oppslag; i++) {
            const hj_named *other = &q->regel->oppslag[i];
            if (other == ref)
                return q < p;
            if (other->entry == ref->entry && strcmp(other->key, ref->key) == 0)
                return true;
        }
    return false;
}

/* Each row once, however many posts point to it. */
static void write_lookup(writer *w, xmlNode *root, const hj_post *p, const hj_named *ref)
{
    if (written_before(w->ev, p, ref))
        return;
    const hj_oppslag_row *r = row_in_force(w->ev, ref);
    if (!r) {
        char iso[11];
        hj_error(w->ev->diags, "HJ-DECISION-016", p->regel->e.place,
                 "oppslag '%s' has no row '%s' in force on %s", ref->name, ref->key,
                 hj_date_iso(w->ev->date, iso));
        w->ev->failed = true;
        return;
    }
    xmlNode *node = element(w, root, "oppslag");
    attribute(w, node, "navn", ref->name);
    attribute(w, node, "noekkel", ref->key);
    for (int i = 0; i < r->n; i++)
        write_property(w, node, "felt", &r->felt[i]);
    write_hjemler(w, node, &r->hjemmel, r->place);
}

static void write_finding(writer *w, xmlNode *root, const hj_finding *f)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    const hj_punkt *p = f->punkt;
    xmlNode *node = element(w, root, "funn");
    attribute(w, node, "sjekkliste", f->list->e.name);
    attribute(w, node, "punkt", p->nummer);
    attribute(w, node, "nivaa", levels[p->nivaa]);
    node_place(w, node, f->node);
    attribute(w, node, "regelfil", p->place.file);
    number(w, node, "regellinje", p->place.line);
    for (int i = 0; i < w->ev->n_posts; i++)
        if (w->ev->posts[i].scope == f->scope) {
            attribute(w, node, "for", w->ev->posts[i].id);
            break;
        }
    both(w, node, "tekst", p->tekst);
    both(w, node, "hvor", p->hvor);
    write_hjemler(w, node, &p->hjemmel, p->place);
    for (int i = 0; i < f->missing.n; i++)
        write_missing(w, node, f->missing.items[i],
                      hj_get_fact(w->ev, f->scope, f->missing.items[i])->known,
                      f->of_outcome ? i + 1 : 0);
}

static void warn_unverified(const writer *w)
{
    const hj_table *t = &w->ev->base->tables[HJ_HJEMMEL];
    hj_buf list = {0};
    for (int i = 0; i < t->n; i++)
        if (w->unverified[i])
            hj_buf_printf(&list, "%s%s", list.len ? ", " : "", t->entries[i]->name);
    if (list.len)
        hj_warning(w->ev->diags, "HJ-DECISION-020", HJ_NOWHERE,
                   "these hjemler are not verified yet: %s", list.data);
    hj_buf_free(&list);
}

/* What lives in the arena is taken out first. */
static void free_doc(void *doc)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    root->children = root->last = NULL;
    root->properties = NULL;
    xmlFreeDoc(doc);
}

hj_record *hj_write_record(hj_eval *ev)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    writer w = {.ev = ev, .doc = xmlNewDoc((const xmlChar *)"1.0")};
    w.unverified = HJ_ARRAY(ev->arena, (size_t)ev->base->tables[HJ_HJEMMEL].n + 1, bool);
    if (w.doc->dict)
        xmlDictFree(w.doc->dict);
    w.doc->dict = ev->base->dict;
    xmlDictReference(w.doc->dict);
    hj_arena_defer(ev->arena, free_doc, w.doc);
    xmlNode *root = xmlNewDocNodeEatName(
        w.doc, NULL, (xmlChar *)xmlDictLookup(w.doc->dict, (const xmlChar *)"avgjoerelse", -1),
        NULL);
    xmlDocSetRootElement(w.doc, root);
    w.ns = xmlNewNs(root, (const xmlChar *)"urn:hjemmel:avgjoerelse:1", NULL);
    xmlSetNs(root, w.ns);
    day(&w, root, "dato", ev->date);
    day(&w, root, "dokumentdato", ev->document_date);
    attribute(&w, root, "maalform", ev->maalform);
    if (ev->dokument)
        attribute(&w, root, "dokument", ev->dokument);
    attribute(&w, root, "nivaa", levels[ev->level]);
    write_case_hjemler(&w, root);
    for (int i = 0; i < ev->n_posts; i++)
        write_post(&w, root, &ev->posts[i]);
    for (int i = 0; i < ev->n_due; i++)
        if (ev->due[i]->gjelder != HJ_NEI)
            write_due(&w, root, ev->due[i]);
    for (int i = 0; i < ev->n_posts; i++)
        for (int k = 0; k < ev->posts[i].regel->n_satser; k++)
            write_rate(&w, root,
                       (const hj_sats *)ev->posts[i].regel->satser[k].entry->editions[0],
                       ev->posts[i].id);
    for (size_t i = 0; ev->ask && i < ev->ask->n_satser; i++) {
        const hj_entry *e = hj_rulebase_find(ev->base, HJ_SATS, ev->ask->satser[i]);
        if (e)
            write_rate(&w, root, (const hj_sats *)e->editions[0], "");
    }
    for (int i = 0; i < ev->n_posts; i++)
        for (int k = 0; k < ev->posts[i].regel->n_oppslag; k++)
            write_lookup(&w, root, &ev->posts[i], &ev->posts[i].regel->oppslag[k]);
    const hj_table *t = &ev->base->tables[HJ_TEKST];
    for (int i = 0; i < t->n; i++) {
        const hj_tekst *in_force = (const hj_tekst *)hj_edition_at(t->entries[i], ev->date);
        if (!in_force)
            continue;
        const char *words[] = {in_force->tekst.nb, in_force->tekst.nn};
        for (int k = 0; k < 2; k++) {
            if (ev->brief && (strcmp(ev->maalform, "nn") == 0) != k)
                continue;
            xmlNode *node = element(&w, root, "tekst");
            attribute(&w, node, "noekkel", in_force->e.name);
            attribute(&w, node, "maalform", k ? "nn" : "nb");
            text(&w, node, words[k]);
        }
    }
    write_asked(&w, root, ev->root);
    for (int i = 0; i < ev->n_findings; i++)
        write_finding(&w, root, ev->findings[i]);
    warn_unverified(&w);
    hj_record *record = HJ_NEW(ev->arena, hj_record);
    record->xml = w.doc;
    record->level = ev->level;
    record->date = ev->date;
    record->document_date = ev->document_date;
    return record;
}
