/* The record as XML (urn:hjemmel:avgjoerelse:1; engine/decision/README.md is its manual).
 *
 * The hard idea: the record is written in one pass over what eval.c remembered; nothing is found
 * here that was not found there, except which edition of a hjemmel is in force. Names are shared by
 * all records through one dictionary, so that a record costs little more than its values. */
#include <libxml/tree.h>
#include <string.h>

#include "decision/writer.h"

/* ---- Hjemler the case names ------------------------------------------------------------------ */

/* Hjemler the case itself names by id, several in one value. */
static void write_case_hjemler(hj_writer *w, xmlNode *root)
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
                    hj_put_hjemmel(w, root, &c, place);
                    continue;
                }
                hj_error(ev->diags, "HJ-DECISION-018", place,
                         "the packs have no hjemmel '%s'", c.name);
                ev->failed = true;
            }
        }
    }
}

/* ---- Parts of the record -------------------------------------------------------------------- */

static const char *const gir_names[] = {"nei", "ja", "ukjent", "delvis"};

static void write_unntak(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_unntak *u,
                         bool decisive)
{
    xmlNode *node = hj_put_element(w, parent, "unntak");
    hj_put(w, node, "navn", u->name);
    hj_put(w, node, "gjelder", hj_kleene_name(hj_eval_cond(w->ev, sc, u->naar)));
    hj_put(w, node, "gir", gir_names[u->gir]);
    hj_put(w, node, "avgjorde", hj_ja_nei(decisive));
    hj_put_place(w, node, u->place);
    hj_put_both(w, node, "tekst", u->tekst);
    hj_put_hjemler(w, node, &u->hjemmel, u->place);
    hj_put_cond(w, node, sc, u->naar, false, 0);
}

static void write_asked(hj_writer *w, xmlNode *node, hj_scope *sc)
{
    const hj_ask *ask = w->ev->ask;
    for (size_t i = 0; ask && i < ask->n_fakta; i++) {
        const hj_entry *e = hj_rulebase_find(w->ev->base, HJ_FAKTUM, ask->fakta[i]);
        if (e)
            hj_put_fact(w, node, sc, hj_faktum_of(e), 0);
    }
}

static void write_post(hj_writer *w, xmlNode *root, const hj_post *p)
{
    hj_eval *ev = w->ev;
    const hj_regel *r = p->regel;
    xmlNode *node = hj_put_element(w, root, "post");
    hj_put(w, node, "id", p->id);
    hj_put(w, node, "regel", r->e.name);
    if (p->node_id)
        hj_put(w, node, "node", p->node_id);
    hj_put_node(w, node, p->scope->node);
    hj_put(w, node, "regelfil", r->e.place.file);
    hj_put_count(w, node, "regellinje", r->e.place.line);
    hj_put(w, node, "innstilling", r->utfall[p->gir]);
    if (p->irrelevant)
        hj_put(w, node, "ukjent_uten_betydning", "ja");
    if (p->vedtak)
        hj_put(w, node, "vedtak", p->vedtak->text);
    hj_put(w, node, "avvik", hj_ja_nei(p->avvik));
    hj_put_local(w, node, HJ_REGEL, &r->e);
    /* One that applies but gives what the rule gave already has decided nothing. */
    bool by_exception = false;
    for (int i = 0; i < r->n_unntak; i++)
        by_exception |=
            p->base != p->gir && hj_eval_cond(ev, p->scope, r->unntak[i]->naar) == HJ_JA;
    if (ev->changes && by_exception)
        hj_put(w, node, "uten_unntak", r->utfall[p->base]);
    for (int i = 0; i < r->n_egenskaper; i++)
        hj_put_property(w, node, "egenskap", &r->egenskaper[i]);
    for (int i = 0; i < r->n_oppslag; i++) {
        xmlNode *row = hj_put_element(w, node, "oppslag");
        hj_put(w, row, "navn", r->oppslag[i].name);
        hj_put(w, row, "noekkel", r->oppslag[i].key);
    }
    hj_put_hjemler(w, node, &r->hjemmel, r->e.place);
    if (r->naar->kind == HJ_ALLE)
        for (int i = 0; i < r->naar->n; i++)
            hj_put_cond(w, node, p->scope, r->naar->kids[i],
                       !by_exception && hj_decides(ev, p->scope, r->naar, r->naar->kids[i]), 0);
    else
        hj_put_cond(w, node, p->scope, r->naar, !by_exception, 0);
    if (r->delvis) {
        xmlNode *part = hj_put_element(w, node, "delvis");
        hj_put(w, part, "utfall", hj_kleene_name(hj_eval_cond(ev, p->scope, r->delvis)));
        hj_put_cond(w, part, p->scope, r->delvis, p->gir == HJ_GIR_DELVIS, 0);
    }
    for (int i = 0; i < r->n_unntak; i++)
        write_unntak(w, node, p->scope, r->unntak[i],
                     by_exception
                         && hj_eval_cond(ev, p->scope, r->unntak[i]->naar) == HJ_JA);
    for (int i = 0; i < p->n_missing; i++)
        hj_put_missing(w, node, p->missing[i].fact,
                      hj_get_fact(ev, p->scope, p->missing[i].fact)->known, i + 1);
    if (ev->changes)
        hj_put_why(w, node, p);
    for (int i = 0; i < r->n_fakta; i++)
        hj_put_fact(w, node, p->scope, hj_faktum_of(r->fakta[i].entry), 12);
    write_asked(w, node, p->scope);
}

/* {navn} in an explanation; what the pack did not foresee stays as it is and is an error. */
static const char *fill(hj_writer *w, const hj_due *d, const char *form, bool nn)
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

xmlNode *hj_put_due(hj_writer *w, xmlNode *root, const hj_due *d)
{
    static const char *const directions[] = {"nei", "fram", "tilbake"};
    const hj_frist *f = d->frist;
    xmlNode *node = hj_put_element(w, root, "frist");
    hj_put(w, node, "navn", f->som);
    hj_put(w, node, "regel", f->e.name);
    hj_put(w, node, "for", d->post);
    hj_put(w, node, "gjelder", hj_kleene_name(d->gjelder));
    hj_put_day(w, node, "fra", d->known ? d->fra : HJ_DATE_NONE);
    hj_put_day(w, node, "raa", d->known ? d->raa : HJ_DATE_NONE);
    hj_put_day(w, node, "dato", d->known ? d->dato : HJ_DATE_NONE);
    hj_put(w, node, "klokkeslett", f->klokkeslett);
    hj_put(w, node, "anslag", hj_ja_nei(d->anslag));
    hj_put(w, node, "retning", directions[f->retning]);
    if (f->span.aar)
        hj_put_count(w, node, "aar", f->span.aar);
    if (f->span.maaneder)
        hj_put_count(w, node, "maaneder", f->span.maaneder);
    if (f->span.uker)
        hj_put_count(w, node, "uker", f->span.uker);
    if (f->span.dager)
        hj_put_count(w, node, "dager", f->span.dager);
    hj_put_node(w, node, d->scope->node);
    hj_put_local(w, node, HJ_FRIST, &f->e);
    hj_put_both(w, node, "tekst", f->tekst);
    (d->known ? hj_put_hjemler : hj_put_idle_hjemler)(w, node, &f->hjemmel, f->e.place);
    for (int i = 0; i < d->n_why; i++) {
        xmlNode *why = hj_put_element(w, node, "flyttet");
        hj_put(w, why, "helligdag", d->why[i]->e.name);
        hj_put_day(w, why, "dato", d->raa + (f->retning == HJ_FRAM ? i : -i));
        hj_put_both(w, why, "tekst", d->why[i]->tekst);
    }
    if (f->forklaring.nb && d->n_why && d->known)
        hj_put_both(w, node, "forklaring", (hj_maal){fill(w, d, f->forklaring.nb, false),
                                              fill(w, d, f->forklaring.nn, true)});
    if (w->ev->changes)
        hj_put_counting(w, node, d);
    for (int i = 0; i < d->missing.n && !d->known; i++)
        hj_put_missing(w, node, d->missing.items[i],
                      hj_get_fact(w->ev, (hj_scope *)d->scope, d->missing.items[i])->known, 0);
    return node;
}

void hj_put_rate(hj_writer *w, xmlNode *root, const hj_sats *s, const char *post)
{
    if (!s)
        return; /* of a pack that does not hold here */
    const hj_rate *rate = hj_rate_at(s, w->ev->date), *row = hj_rate_row(s, w->ev->date);
    xmlNode *node = hj_put_element(w, root, "sats");
    hj_put(w, node, "navn", s->e.name);
    if (post)
        hj_put(w, node, "for", post);
    hj_put_rate_value(w, node, s, rate);
    if (row) {
        hj_put_day(w, node, "fra", row->from);
        hj_put(w, node, "kilde", row->kilde);
    }
    hj_put_local(w, node, HJ_SATS, &s->e);
    hj_put_both(w, node, "tekst", s->tekst);
    hj_put_hjemler(w, node, &s->hjemmel, s->e.place);
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
static void write_lookup(hj_writer *w, xmlNode *root, const hj_post *p, const hj_named *ref)
{
    if (written_before(w->ev, p, ref))
        return;
    const hj_oppslag *of = NULL;
    const hj_oppslag_row *r = hj_row_at(ref->entry, ref->key, w->ev->date, &of);
    if (!r) {
        char iso[11];
        hj_error(w->ev->diags, "HJ-DECISION-016", p->regel->e.place,
                 "oppslag '%s' has no row '%s' in force on %s", ref->name, ref->key,
                 hj_date_iso(w->ev->date, iso));
        w->ev->failed = true;
        return;
    }
    xmlNode *node = hj_put_element(w, root, "oppslag");
    hj_put(w, node, "navn", ref->name);
    hj_put(w, node, "noekkel", ref->key);
    hj_put_local(w, node, HJ_OPPSLAG, &of->e);
    for (int i = 0; i < r->n; i++)
        hj_put_property(w, node, "felt", &r->felt[i]);
    hj_put_hjemler(w, node, &r->hjemmel, r->place);
}

/* The rates and amounts a point holds something against: the reader is to see how much, and who
 * says so. */
static void write_limits(hj_writer *w, xmlNode *node, hj_scope *sc, const hj_cond *c)
{
    const hj_operand *operands[] = {&c->a, &c->b};
    for (size_t i = 0; i < HJ_COUNT(operands); i++)
        if ((operands[i]->kind == HJ_OP_SATS
             || (operands[i]->kind == HJ_OP_FAKTUM && hj_faktum_of(operands[i]->entry)->utregning))
            && hj_eval_cond(w->ev, sc, c) != HJ_JA)
            hj_put_operand(w, node, sc, operands[i], 0);
    for (int i = 0; i < c->n; i++)
        write_limits(w, node, sc, c->kids[i]);
}

static void write_finding(hj_writer *w, xmlNode *root, const hj_finding *f)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    const hj_punkt *p = f->punkt;
    xmlNode *node = hj_put_element(w, root, "funn");
    hj_put(w, node, "sjekkliste", f->list->e.name);
    hj_put(w, node, "punkt", p->nummer);
    hj_put(w, node, "nivaa", levels[p->nivaa]);
    hj_put_node(w, node, f->node);
    hj_put(w, node, "regelfil", p->place.file);
    hj_put_count(w, node, "regellinje", p->place.line);
    for (int i = 0; i < w->ev->n_posts; i++)
        if (w->ev->posts[i].scope == f->scope) {
            hj_put(w, node, "for", w->ev->posts[i].id);
            break;
        }
    if (p->lokal)
        hj_put_local(w, node, HJ_SJEKKLISTE, &f->list->e);
    hj_put_both(w, node, "tekst", p->tekst);
    hj_put_both(w, node, "hvor", p->hvor);
    hj_put_hjemler(w, node, &p->hjemmel, p->place);
    if (p->krav)
        write_limits(w, node, f->scope, p->krav);
    for (int i = 0; i < f->missing.n; i++)
        hj_put_missing(w, node, f->missing.items[i],
                      hj_get_fact(w->ev, f->scope, f->missing.items[i])->known,
                      f->of_outcome ? i + 1 : 0);
}

/* What decided: the program and the packs, each with the sum of its files. */
static void write_fingerprint(hj_writer *w, xmlNode *root)
{
    xmlNode *node = hj_put_element(w, root, "avtrykk");
    hj_put(w, node, "program", "hjemmel " HJ_VERSION);
    for (int i = 0; i < w->ev->base->n_pakker; i++) {
        const hj_pakke *p = &w->ev->base->pakker[i];
        xmlNode *pack = hj_put_element(w, node, "pakke");
        hj_put(w, pack, "navn", p->navn);
        hj_put(w, pack, "versjon", p->versjon);
        hj_put(w, pack, "sum", p->sum);
        if (!w->ev->base->active[i])
            hj_put(w, pack, "gjelder", "nei");
    }
}

static void write_amounts(hj_writer *w, xmlNode *root)
{
    hj_eval *ev = w->ev;
    for (int i = 0; i < ev->n_posts; i++)
        for (int k = 0; k < ev->posts[i].regel->n_utregninger; k++) {
            const hj_utregning *u = hj_utregning_at(ev, ev->posts[i].regel->utregninger[k].entry,
                                                    ev->posts[i].regel->e.place);
            if (u)
                hj_write_amount(w, root, hj_amount_at(ev, ev->posts[i].scope, u), ev->posts[i].id);
        }
    for (size_t i = 0; ev->ask && i < ev->ask->n_utregninger; i++) {
        const hj_entry *e = hj_rulebase_find(ev->base, HJ_UTREGNING, ev->ask->utregninger[i]);
        const hj_utregning *u = e ? hj_utregning_at(ev, e, e->editions[0]->place) : NULL;
        if (u)
            hj_write_amount(w, root, hj_amount_at(ev, ev->root, u), "");
    }
}

static void warn_unverified(const hj_writer *w)
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
    hj_writer w = {.ev = ev, .doc = xmlNewDoc((const xmlChar *)"1.0")};
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
    hj_put_day(&w, root, "dato", ev->date);
    hj_put_day(&w, root, "dokumentdato", ev->document_date);
    hj_put(&w, root, "maalform", ev->maalform);
    if (ev->dokument)
        hj_put(&w, root, "dokument", ev->dokument);
    hj_put(&w, root, "nivaa", levels[ev->level]);
    if (!ev->bare)
        write_case_hjemler(&w, root);
    for (int i = 0; i < ev->n_posts; i++)
        write_post(&w, root, &ev->posts[i]);
    for (int i = 0; i < ev->n_climbs; i++)
        hj_write_climb(&w, root, ev->climbs[i]);
    for (int i = 0; i < ev->n_due; i++)
        if (ev->due[i]->gjelder != HJ_NEI)
            hj_put_due(&w, root, ev->due[i]);
    for (int i = 0; i < ev->n_posts; i++)
        for (int k = 0; k < ev->posts[i].regel->n_satser; k++)
            hj_put_rate(&w, root,
                       hj_sats_at(ev->posts[i].regel->satser[k].entry, ev->date),
                       ev->posts[i].id);
    for (size_t i = 0; ev->ask && i < ev->ask->n_satser; i++) {
        const hj_entry *e = hj_rulebase_find(ev->base, HJ_SATS, ev->ask->satser[i]);
        if (e)
            hj_put_rate(&w, root, hj_sats_at(e, ev->date), "");
    }
    write_amounts(&w, root);
    for (int i = 0; i < ev->n_posts; i++)
        for (int k = 0; k < ev->posts[i].regel->n_oppslag; k++)
            write_lookup(&w, root, &ev->posts[i], &ev->posts[i].regel->oppslag[k]);
    const hj_table *t = &ev->base->tables[HJ_TEKST];
    for (int i = 0; i < t->n && !ev->bare; i++) {
        const hj_tekst *in_force = (const hj_tekst *)hj_edition_at(t->entries[i], ev->date);
        if (!in_force)
            continue;
        const char *words[] = {in_force->tekst.nb, in_force->tekst.nn};
        for (int k = 0; k < 2; k++) {
            if (ev->brief && (strcmp(ev->maalform, "nn") == 0) != k)
                continue;
            xmlNode *node = hj_put_element(&w, root, "tekst");
            hj_put(&w, node, "noekkel", in_force->e.name);
            hj_put(&w, node, "maalform", k ? "nn" : "nb");
            if (ev->changes)
                hj_put_place(&w, node, in_force->e.place);
            hj_put_pack(&w, node, &in_force->e);
            hj_put_text(&w, node, words[k]);
        }
    }
    write_asked(&w, root, ev->root);
    hj_put_processes(&w, root);
    for (int i = 0; i < ev->n_findings; i++)
        write_finding(&w, root, ev->findings[i]);
    if (!ev->bare)
        write_fingerprint(&w, root);
    warn_unverified(&w);
    hj_record *record = HJ_NEW(ev->arena, hj_record);
    record->xml = w.doc;
    record->level = ev->level;
    record->date = ev->date;
    record->document_date = ev->document_date;
    return record;
}
