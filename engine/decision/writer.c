/* The words of the record: elements, attributes, hjemler, facts and conditions as XML.
 *
 * The hard idea: a record is thousands of small nodes that are only read, so they are laid out in
 * the arena by us and never given to libxml2 to free. */
#include <libxml/parserInternals.h> /* xmlStringText */
#include <libxml/tree.h>
#include <string.h>

#include "decision/writer.h"

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

xmlNode *hj_put_element(hj_writer *w, xmlNode *parent, const char *name)
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

static void fill_text(hj_writer *w, xmlNode *node, xmlNode *parent, const char *s)
{
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->content = (xmlChar *)s;
    node->doc = w->doc;
    node->parent = parent;
}

/* Only for elements that are empty so far. */
void hj_put_text(hj_writer *w, xmlNode *node, const char *s)
{
    if (!s[strspn(s, " \t\r\n")])
        return;
    xmlNode *t = HJ_NEW(w->ev->arena, xmlNode);
    fill_text(w, t, node, s);
    node->children = node->last = t;
}

void hj_put(hj_writer *w, xmlNode *node, const char *name,
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

void hj_put_count(hj_writer *w, xmlNode *node, const char *name, int value)
{
    char digits[16], *p = digits + sizeof digits;
    unsigned n = (unsigned)(value < 0 ? 0 : value);
    *--p = 0;
    do
        *--p = (char)('0' + n % 10);
    while (n /= 10);
    hj_put(w, node, name, hj_arena_strdup(w->ev->arena, p));
}

void hj_put_day(hj_writer *w, xmlNode *node, const char *name, hj_date date)
{
    hj_put(w, node, name,
              date == HJ_DATE_NONE ? "" : hj_date_iso(date, hj_arena_alloc(w->ev->arena, 11)));
}

/* A text in both maalformer; in a brief record only in its own. */
void hj_put_both(hj_writer *w, xmlNode *parent, const char *name, hj_maal maal)
{
    static const char *const forms[] = {"nb", "nn"};
    const char *words[] = {maal.nb, maal.nn};
    for (int i = 0; i < 2 && !w->ev->bare; i++) {
        if (!words[i] || (w->ev->brief && strcmp(w->ev->maalform, forms[i]) != 0))
            continue;
        xmlNode *node = hj_put_element(w, parent, name);
        hj_put(w, node, "maalform", forms[i]);
        hj_put_text(w, node, words[i]);
    }
}

void hj_put_place(hj_writer *w, xmlNode *node, hj_place place)
{
    if (w->ev->bare)
        return;
    hj_put(w, node, "fil", place.file);
    hj_put_count(w, node, "linje", place.line);
}

const char *hj_ja_nei(bool b) { return b ? "ja" : "nei"; }

const char *hj_kleene_name(hj_kleene k)
{
    static const char *const names[] = {"nei", "ja", "ukjent"};
    return names[k];
}

/* ---- Hjemler -------------------------------------------------------------------------------- */

void hj_put_hjemmel(hj_writer *w, xmlNode *parent, const hj_cite *c, hj_place place)
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
    xmlNode *node = hj_put_element(w, parent, "hjemmel");
    hj_put(w, node, "id", c->name);
    hj_put(w, node, "lov", h->lov_name);
    if (h->paragraf)
        hj_put(w, node, "paragraf", h->paragraf);
    if (h->ledd)
        hj_put(w, node, "ledd", h->ledd);
    if (h->nr)
        hj_put(w, node, "nr", h->nr);
    if (h->bokstav)
        hj_put(w, node, "bokstav", h->bokstav);
    hj_put(w, node, "vis", nn ? h->vis.nn : h->vis.nb);
    const hj_lov *lov = (const hj_lov *)hj_edition_at(h->lov, w->ev->date);
    if (lov)
        hj_put(w, node, "lovnavn", nn ? lov->navn.nn : lov->navn.nb);
    if (c->role)
        hj_put(w, node, "rolle", c->role);
    hj_put(w, node, "status", h->status);
    hj_put_both(w, node, "tekst", h->tekst);
    if (!w->idle && strcmp(h->status, "uverifisert") == 0)
        w->unverified[c->entry->id] = true;
}

void hj_put_hjemler(hj_writer *w, xmlNode *parent, const hj_cites *cites, hj_place place)
{
    for (int i = 0; i < cites->n && !w->ev->bare; i++)
        hj_put_hjemmel(w, parent, &cites->items[i], place);
}

void hj_put_idle_hjemler(hj_writer *w, xmlNode *parent, const hj_cites *cites, hj_place place)
{
    w->idle = true;
    hj_put_hjemler(w, parent, cites, place);
    w->idle = false;
}

/* ---- Local editions -------------------------------------------------------------------------- */

void hj_put_pack(hj_writer *w, xmlNode *node, const hj_edition *e)
{
    const hj_pakke *p = e->pack < 0 ? NULL : &w->ev->base->pakker[e->pack];
    if (p && (p->gjelder_naar || e->overstyrer))
        hj_put(w, node, "pakke", p->navn);
    if (e->overstyrer)
        hj_put(w, node, "overstyrer", e->overstyrer);
}

void hj_put_local(hj_writer *w, xmlNode *node, hj_kind kind, const hj_edition *e)
{
    hj_put_pack(w, node, e);
    if (!e->overstyrer)
        return;
    const hj_entry *entry = hj_rulebase_find(w->ev->base, kind, e->name);
    const hj_edition *below = hj_edition_replaced(entry, e, w->ev->date);
    xmlNode *local = hj_put_element(w, node, "lokal");
    hj_put(w, local, "pakke", w->ev->base->pakker[e->pack].navn);
    hj_put(w, local, "erstatter", e->overstyrer);
    hj_put_place(w, local, below ? below->place : HJ_NOWHERE);
    hj_put_both(w, local, "grunn", e->grunn);
}

/* ---- Values --------------------------------------------------------------------------------- */

/* Where the answer stands: the row, its place, and the hjemmel of row and table. */
static void write_table(hj_writer *w, xmlNode *node, hj_scope *sc, const hj_tabell *t)
{
    const hj_value *gir;
    const hj_rad *row = t->treff > HJ_FOERSTE ? NULL : hj_find_row(w->ev, sc, t, &gir);
    hj_put(w, node, "tabell", t->e.name);
    if (row) {
        hj_put(w, node, "rad", hj_arena_printf(w->ev->arena, "%d", (int)(row - t->rader) + 1));
        hj_put_place(w, node, row->place);
    }
    hj_put_local(w, node, HJ_TABELL, &t->e);
    hj_put_hjemler(w, node, &t->hjemmel, t->e.place);
    if (row && row->hjemmel.n)
        hj_put_hjemler(w, node, &row->hjemmel, row->place);
}

void hj_put_fact(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_faktum *f, int depth)
{
    const hj_value *v = hj_get_fact(w->ev, sc, f);
    xmlNode *node = hj_put_element(w, parent, "faktum");
    hj_put(w, node, "navn", f->decl.name);
    hj_put(w, node, "type", hj_fact_type_name(f->decl.type));
    hj_put(w, node, "verdi", hj_value_text(w->ev, v));
    hj_put(w, node, "kjent", hj_known_name(v->known));
    if (v->place.file)
        hj_put_place(w, node, v->place);
    if (f->decl.path)
        hj_put(w, node, "sti", f->goes_in);
    if (hj_is_derived(f))
        hj_put(w, node, "utledet", "ja");
    if (f->trapp)
        hj_put(w, node, "trapp", f->trapp->name);
    if (f->utregning) {
        hj_put(w, node, "utregning", f->utregning->name);
        hj_put(w, node, "enhet", ((const hj_utregning *)f->utregning->editions[0])->enhet);
    }
    const hj_edition *table = f->tabell ? hj_edition_at(f->tabell, w->ev->date) : NULL;
    if (table)
        write_table(w, node, f->global ? w->ev->root : sc, (const hj_tabell *)table);
    hj_put_both(w, node, "tekst", f->tekst);
    for (int i = 0; v->list && v->list[i]; i++)
        hj_put_text(w, hj_put_element(w, node, "ledd"), v->list[i]);
    /* A fact that is not known, or that says no, leans on no law. */
    bool idle = v->known != HJ_KNOWN || (f->decl.type == HJ_FACT_JANEI && !v->flag);
    if (f->hjemmel.n)
        (idle ? hj_put_idle_hjemler : hj_put_hjemler)(w, node, &f->hjemmel, f->e.place);
    if (f->utledet && !w->ev->bare && depth < 12 && !w->ev->by_given && !hj_given_of(w->ev, sc, f))
        hj_put_cond(w, node, f->global ? w->ev->root : sc, f->utledet, false, depth + 1);
}

/* ---- Conditions ----------------------------------------------------------------------------- */

/* Whether a part decides: what made an `alle` nei or a `noen` ja; all parts when none did alone. */
bool hj_decides(hj_eval *ev, hj_scope *sc, const hj_cond *parent, const hj_cond *kid)
{
    hj_kleene outcome = hj_eval_cond(ev, sc, parent);
    return hj_eval_cond(ev, sc, kid) == outcome || parent->kind == HJ_IKKE
        || parent->kind == HJ_VILKAAR;
}

/* On a day without a value verdi is empty, and kjent says so. */
void hj_put_rate_value(hj_writer *w, xmlNode *node, const hj_sats *s, const hj_rate *rate)
{
    hj_value v = {.type = HJ_FACT_TALL, .number = rate ? rate->verdi : 0};
    hj_put(w, node, "verdi", rate ? hj_value_text(w->ev, &v) : "");
    hj_put(w, node, "enhet", s->enhet);
    if (!rate)
        hj_put(w, node, "kjent", hj_known_name(HJ_NOT_STATED));
}

void hj_put_operand(hj_writer *w, xmlNode *node, hj_scope *sc, const hj_operand *o, int depth)
{
    if (o->kind == HJ_OP_FAKTUM)
        hj_put_fact(w, node, sc, hj_faktum_of(o->entry), depth);
    if (o->kind == HJ_OP_SATS) {
        const hj_sats *s = hj_sats_at(o->entry, w->ev->date);
        const hj_rate *rate = hj_rate_at(s, w->ev->date);
        xmlNode *n = hj_put_element(w, node, "sats");
        hj_put(w, n, "navn", o->entry->name);
        if (!s)
            return; /* of a pack that does not hold here */
        hj_put_rate_value(w, n, s, rate);
        if (rate) {
            hj_put_day(w, n, "fra", rate->from);
            hj_put(w, n, "kilde", rate->kilde);
        }
    }
}

static void write_rule_inside(hj_writer *w, xmlNode *node, hj_scope *sc, const hj_cond *c,
                              int depth)
{
    const hj_edition *e = hj_edition_at(c->regel, w->ev->date);
    hj_put(w, node, "regel", c->name);
    if (e && depth < 12)
        hj_put_cond(w, node, sc, ((const hj_regel *)e)->naar, false, depth + 1);
}

void hj_put_cond(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_cond *c, bool decisive,
                       int depth)
{
    bool vilkaar = c->kind == HJ_VILKAAR;
    if (++w->parts > HJ_LIMIT_RECORD_PARTS) {
        if (!w->ev->failed)
            hj_error(w->ev->diags, "HJ-DECISION-191", c->place,
                     "the record of this case becomes too large: more than %d conditions in all its "
                     "posts", HJ_LIMIT_RECORD_PARTS);
        w->ev->failed = true;
        return;
    }
    if (w->ev->brief && !vilkaar) { /* the vilkaar inside stand where it would have stood */
        for (int i = 0; i < c->n; i++)
            hj_put_cond(w, parent, sc, c->kids[i], decisive && hj_decides(w->ev, sc, c, c->kids[i]),
                       depth);
        return;
    }
    xmlNode *node = hj_put_element(w, parent, vilkaar ? "vilkaar" : "uttrykk");
    if (vilkaar)
        hj_put(w, node, "navn", c->name);
    else
        hj_put(w, node, "slag", hj_cond_name(c->kind));
    hj_put(w, node, "utfall", hj_kleene_name(hj_eval_cond(w->ev, sc, c)));
    if (vilkaar)
        hj_put(w, node, "avgjorde", hj_ja_nei(decisive));
    else
        hj_put(w, node, "vis", c->vis);
    hj_put_place(w, node, c->place);
    if (vilkaar) {
        hj_put_both(w, node, "tekst", c->tekst);
        hj_put_hjemler(w, node, &c->hjemmel, c->place);
    }
    for (int i = 0; i < c->n; i++)
        hj_put_cond(w, node, sc, c->kids[i],
                   decisive && hj_decides(w->ev, sc, c, c->kids[i]), depth);
    if (w->ev->brief)
        return;
    if (c->fact)
        hj_put_fact(w, node, sc, hj_faktum_of(c->fact), depth);
    if (c->ved)
        hj_put_fact(w, node, sc, hj_faktum_of(c->ved), depth);
    hj_put_operand(w, node, sc, &c->a, depth);
    hj_put_operand(w, node, sc, &c->b, depth);
    if (c->regel)
        write_rule_inside(w, node, sc, c, depth);
    if (c->kind == HJ_FUNKSJON) {
        const hj_fact_list *needs = hj_needs(sc, c->function);
        for (int i = 0; needs && i < needs->n; i++)
            hj_put_fact(w, node, sc, needs->items[i], 12);
    }
}

/* ---- Properties, what is missing, places ---------------------------------------------------- */

void hj_put_property(hj_writer *w, xmlNode *parent, const char *name, const hj_property *p)
{
    const char *values[] = {p->text.nb, p->text.nn};
    static const char *const forms[] = {"nb", "nn"};
    for (int i = 0; i < (p->text.nn ? 2 : 1) && !w->ev->bare; i++) {
        if (p->text.nn && w->ev->brief && strcmp(w->ev->maalform, forms[i]) != 0)
            continue;
        xmlNode *node = hj_put_element(w, parent, name);
        hj_put(w, node, "navn", p->name);
        if (p->text.nn)
            hj_put(w, node, "maalform", forms[i]);
        hj_put_text(w, node, values[i] ? values[i] : "");
    }
}

void hj_put_missing(hj_writer *w, xmlNode *parent, const hj_faktum *f, hj_known known, int rank)
{
    xmlNode *node = hj_put_element(w, parent, "mangler");
    hj_put(w, node, "faktum", f->decl.name);
    if (rank)
        hj_put_count(w, node, "rang", rank);
    hj_put(w, node, "kjent", hj_known_name(known));
    if (f->decl.path)
        hj_put(w, node, "sti", f->goes_in);
    hj_put_both(w, node, "tekst", f->tekst);
    hj_put_both(w, node, "spoersmaal", f->spoersmaal);
}

void hj_put_node(hj_writer *w, xmlNode *node, const void *at)
{
    if (!at || !w->ev->doc || w->ev->bare)
        return;
    hj_place place = hj_xml_place(at, w->ev->doc->file, w->ev->arena);
    hj_put(w, node, "sti", place.path);
    hj_put_place(w, node, place);
}

