/* The compiled base as stable text: what the engine will follow, as it understood it.
 *
 * The hard idea: printed from the compiled form and not from the source, so that a rule author (and
 * a golden test) sees what was taken, edition by edition, in sorted order. */
#include "rules/compiled.h"

static void dates(hj_buf *out, hj_date from, hj_date to)
{
    char iso[11];
    hj_buf_printf(out, " [%s, ", from == HJ_DATE_NONE ? "" : hj_date_iso(from, iso));
    hj_buf_printf(out, "%s)", to == HJ_DATE_NONE ? "" : hj_date_iso(to, iso));
}

static void place(hj_buf *out, hj_place p)
{
    if (p.file)
        hj_buf_printf(out, " %s:%d", p.file, p.line);
}

static void cites(hj_buf *out, const hj_cites *c)
{
    for (int i = 0; i < c->n; i++)
        hj_buf_printf(out, "%s%s%s%s", i ? ", " : " <- ", c->items[i].name,
                      c->items[i].role ? ":" : "", c->items[i].role ? c->items[i].role : "");
}

static void text(hj_buf *out, const char *label, hj_maal maal)
{
    if (!maal.nb)
        return;
    hj_buf_printf(out, " %s=", label);
    hj_buf_json(out, maal.nb);
    if (maal.nn) {
        hj_buf_char(out, '/');
        hj_buf_json(out, maal.nn);
    }
}

static void condition(hj_buf *out, const hj_cond *c, int depth)
{
    for (int i = 0; i < depth; i++)
        hj_buf_str(out, "  ");
    hj_buf_str(out, hj_cond_name(c->kind));
    if (c->kind == HJ_VILKAAR && c->name)
        hj_buf_printf(out, " %s", c->name);
    else if (c->vis)
        hj_buf_printf(out, " (%s)", c->vis);
    cites(out, &c->hjemmel);
    text(out, "tekst", c->tekst);
    place(out, c->place);
    hj_buf_char(out, '\n');
    for (int i = 0; i < c->n; i++)
        condition(out, c->kids[i], depth + 1);
}

static void span(hj_buf *out, hj_span s)
{
    const struct { int n; const char *unit; } parts[] = {
        {s.aar, "aar"}, {s.maaneder, "maaneder"}, {s.uker, "uker"}, {s.dager, "dager"}};
    for (size_t i = 0; i < HJ_COUNT(parts); i++)
        if (parts[i].n)
            hj_buf_printf(out, " %d %s", parts[i].n, parts[i].unit);
}

static void properties(hj_buf *out, const hj_property *p, int n)
{
    for (int i = 0; i < n; i++)
        text(out, p[i].name, p[i].text);
}

static void regel(hj_buf *out, const hj_regel *r)
{
    if (r->gjelder)
        hj_buf_printf(out, "  gjelder %s\n", hj_path_text(r->gjelder));
    if (r->n_egenskaper) {
        hj_buf_str(out, " ");
        properties(out, r->egenskaper, r->n_egenskaper);
        hj_buf_char(out, '\n');
    }
    for (int i = 0; i < r->n_oppslag; i++)
        hj_buf_printf(out, "  oppslag %s %s\n", r->oppslag[i].name, r->oppslag[i].key);
    for (int i = 0; i < r->n_frister; i++)
        hj_buf_printf(out, "  frist %s\n", r->frister[i].name);
    for (int i = 0; i < r->n_satser; i++)
        hj_buf_printf(out, "  sats %s\n", r->satser[i].name);
    for (int i = 0; i < r->n_utregninger; i++)
        hj_buf_printf(out, "  utregning %s\n", r->utregninger[i].name);
    if (r->naar)
        condition(out, r->naar, 1);
    if (r->delvis) {
        hj_buf_str(out, "  delvis\n");
        condition(out, r->delvis, 2);
    }
    static const char *const gir[] = {"nei", "ja", "ukjent", "delvis"};
    for (int i = 0; i < r->n_unntak; i++) {
        const hj_unntak *u = r->unntak[i];
        hj_buf_printf(out, "  unntak %s gir %s", u->name, gir[u->gir]);
        cites(out, &u->hjemmel);
        place(out, u->place);
        hj_buf_char(out, '\n');
        if (u->naar)
            condition(out, u->naar, 2);
    }
}

static void frist(hj_buf *out, const hj_frist *f)
{
    static const char *const ways[] = {"staar", "fram", "tilbake"};
    hj_buf_printf(out, "  fra %s", f->fra_name ? f->fra_name : "?");
    span(out, f->span);
    if (f->ukedag)
        hj_buf_printf(out, " ukedag %d", f->ukedag);
    if (f->klokkeslett)
        hj_buf_printf(out, " kl. %s", f->klokkeslett);
    hj_buf_printf(out, " %s", ways[f->retning]);
    if (f->som)
        hj_buf_printf(out, " som %s", f->som);
    hj_buf_char(out, '\n');
    if (f->naar)
        condition(out, f->naar, 1);
}

static void sjekkliste(hj_buf *out, const hj_sjekkliste *s)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    for (int i = 0; i < s->n; i++) {
        const hj_punkt *p = s->punkter[i];
        hj_buf_printf(out, "  punkt %s %s", p->nummer, levels[p->nivaa & 3]);
        cites(out, &p->hjemmel);
        text(out, "tekst", p->tekst);
        place(out, p->place);
        hj_buf_char(out, '\n');
        if (p->naar) {
            hj_buf_str(out, "    naar\n");
            condition(out, p->naar, 3);
        }
        if (p->krav) {
            hj_buf_str(out, "    krav\n");
            condition(out, p->krav, 3);
        }
    }
}

static void tabell(hj_buf *out, const hj_tabell *t)
{
    for (int i = 0; i < t->n; i++) {
        const hj_value *v = &t->rader[i].gir;
        hj_buf_str(out, "  gir ");
        if (v->type == HJ_FACT_JANEI)
            hj_buf_str(out, v->flag ? "ja" : "nei");
        else if (v->type == HJ_FACT_TALL)
            hj_buf_printf(out, "%g", v->number);
        else
            hj_buf_json(out, v->text);
        cites(out, &t->rader[i].hjemmel);
        hj_buf_char(out, '\n');
        condition(out, t->rader[i].naar, 2);
    }
}

static void trapp(hj_buf *out, const hj_trapp *t)
{
    for (int i = 0; i < t->n; i++) {
        const hj_trinn *s = t->trinn[i];
        hj_buf_printf(out, "  trinn %d %s", s->nummer, s->name);
        cites(out, &s->hjemmel);
        text(out, "tekst", s->tekst);
        place(out, s->place);
        hj_buf_char(out, '\n');
        condition(out, s->naar, 2);
    }
}

static void utregning(hj_buf *out, const hj_utregning *u)
{
    hj_buf_printf(out, "  %s avrunding %s\n", u->enhet ? u->enhet : "",
                  u->avrunding ? u->avrunding->name : "-");
    if (u->naar)
        condition(out, u->naar, 1);
}

static void names(hj_buf *out, const hj_named *list, int n)
{
    for (int i = 0; i < n; i++)
        hj_buf_printf(out, " %s", list[i].name);
}

static void prosess(hj_buf *out, const hj_prosess *p)
{
    hj_buf_printf(out, "  start %s%s\n", p->start_name, p->foerste ? " foerste" : "");
    for (int i = 0; i < p->n_hendelser; i++)
        hj_buf_printf(out, "  hendelse %s%s\n", p->hendelser[i]->name,
                      p->hendelser[i]->uten_virkning ? " uten virkning" : "");
    for (int i = 0; i < p->n_tilstander; i++) {
        const hj_tilstand *s = p->tilstander[i];
        hj_buf_printf(out, "  tilstand %s%s", s->name, s->slutt ? " slutt" : "");
        names(out, s->ansvar, s->n_ansvar);
        for (int k = 0; k < s->n_frister; k++)
            hj_buf_printf(out, " frist %s: %s", s->frister[k].frist.name, s->frister[k].ved_brudd);
        cites(out, &s->hjemmel);
        place(out, s->place);
        hj_buf_char(out, '\n');
    }
    for (int i = 0; i < p->n_overganger; i++) {
        const hj_overgang *o = p->overganger[i];
        hj_buf_str(out, "  overgang");
        for (int k = 0; k < p->n_tilstander; k++)
            if (o->fra[k])
                hj_buf_printf(out, " %s", p->tilstander[k]->name);
        hj_buf_printf(out, " - %s -> %s av%s", o->hendelse_name, o->til_name,
                      o->hvem_som_helst ? " alle" : "");
        names(out, o->roller, o->n_roller);
        cites(out, &o->hjemmel);
        place(out, o->place);
        hj_buf_char(out, '\n');
        if (o->naar)
            condition(out, o->naar, 2);
    }
}

static void edition(hj_buf *out, hj_kind kind, const hj_edition *e)
{
    switch (kind) {
    case HJ_HJEMMEL: {
        const hj_hjemmel *h = (const hj_hjemmel *)e;
        text(out, "vis", h->vis);
        hj_buf_printf(out, " %s%s\n", h->status ? h->status : "", h->never ? " aldri i kraft" : "");
        break;
    }
    case HJ_LOV:
        text(out, "navn", ((const hj_lov *)e)->navn);
        hj_buf_char(out, '\n');
        break;
    case HJ_FAKTUM: {
        const hj_faktum *f = (const hj_faktum *)e;
        hj_buf_printf(out, " %s", hj_fact_type_name(f->decl.type));
        text(out, "tekst", f->tekst);
        hj_buf_char(out, '\n');
        if (f->utledet)
            condition(out, f->utledet, 1);
        break;
    }
    case HJ_REGEL: {
        const hj_regel *r = (const hj_regel *)e;
        cites(out, &r->hjemmel);
        hj_buf_char(out, '\n');
        regel(out, r);
        break;
    }
    case HJ_SATS: {
        const hj_sats *s = (const hj_sats *)e;
        cites(out, &s->hjemmel);
        hj_buf_char(out, '\n');
        for (int i = 0; i < s->n; i++) {
            hj_buf_printf(out, "  %.10g %s", s->rows[i].verdi, s->enhet ? s->enhet : "");
            dates(out, s->rows[i].from, s->rows[i].to);
            hj_buf_char(out, '\n');
        }
        break;
    }
    case HJ_FRIST: {
        const hj_frist *f = (const hj_frist *)e;
        cites(out, &f->hjemmel);
        hj_buf_char(out, '\n');
        frist(out, f);
        break;
    }
    case HJ_HELLIGDAG: {
        const hj_helligdag *d = (const hj_helligdag *)e;
        if (d->by_easter)
            hj_buf_printf(out, " paaske %+d", d->paaske);
        else if (d->ukedag)
            hj_buf_printf(out, " ukedag %d", d->ukedag);
        else
            hj_buf_printf(out, " %d.%d.", d->dag, d->maaned);
        cites(out, &d->hjemmel);
        hj_buf_char(out, '\n');
        break;
    }
    case HJ_OPPSLAG: {
        const hj_oppslag *o = (const hj_oppslag *)e;
        hj_buf_char(out, '\n');
        for (int i = 0; i < o->n; i++) {
            hj_buf_printf(out, "  %s", o->rows[i].key);
            dates(out, o->rows[i].from, o->rows[i].to);
            if (o->rows[i].frist.name)
                hj_buf_printf(out, " frist %s", o->rows[i].frist.name);
            cites(out, &o->rows[i].hjemmel);
            properties(out, o->rows[i].felt, o->rows[i].n);
            hj_buf_char(out, '\n');
        }
        break;
    }
    case HJ_SJEKKLISTE:
        hj_buf_char(out, '\n');
        sjekkliste(out, (const hj_sjekkliste *)e);
        break;
    case HJ_TEKST:
        text(out, "tekst", ((const hj_tekst *)e)->tekst);
        hj_buf_char(out, '\n');
        break;
    case HJ_DOKUMENT:
        hj_buf_printf(out, " %s\n", ((const hj_dokument *)e)->navnerom
                                        ? ((const hj_dokument *)e)->navnerom : "");
        break;
    case HJ_TABELL:
        hj_buf_char(out, '\n');
        tabell(out, (const hj_tabell *)e);
        break;
    case HJ_TRAPP:
        cites(out, &((const hj_trapp *)e)->hjemmel);
        hj_buf_char(out, '\n');
        trapp(out, (const hj_trapp *)e);
        break;
    case HJ_UTREGNING:
        cites(out, &((const hj_utregning *)e)->hjemmel);
        hj_buf_char(out, '\n');
        utregning(out, (const hj_utregning *)e);
        break;
    case HJ_ROLLE: {
        const hj_rolle *r = (const hj_rolle *)e;
        text(out, "tekst", r->tekst);
        for (int i = 0; i < r->n_i_saken; i++)
            hj_buf_printf(out, " %s", r->i_saken[i]);
        hj_buf_char(out, '\n');
        break;
    }
    case HJ_PROSESS:
        cites(out, &((const hj_prosess *)e)->hjemmel);
        hj_buf_char(out, '\n');
        prosess(out, (const hj_prosess *)e);
        break;
    case HJ_KIND_COUNT: break;
    }
}

void hj_rulebase_dump(const hj_rulebase *base, hj_buf *out)
{
    static const char *const kinds[HJ_KIND_COUNT] = {
        "lov", "hjemmel", "faktum", "regel", "sats", "frist", "helligdag", "oppslag", "sjekkliste",
        "tekst", "dokument", "beslutningstabell", "trapp", "utregning", "rolle", "prosess"};
    for (int i = 0; i < base->n_pakker; i++) {
        const hj_pakke *p = &base->pakker[i];
        hj_buf_printf(out, "pakke %s %s", p->navn, p->versjon);
        for (int k = 0; k < p->n_bygger_paa; k++)
            hj_buf_printf(out, "%s%s %s", k ? ", " : " bygger_paa ", p->bygger_paa[k].navn,
                          p->bygger_paa[k].versjon);
        if (p->gjelder_naar)
            hj_buf_printf(out, " gjelder_naar %s", hj_path_text(p->gjelder_naar));
        hj_buf_char(out, '\n');
    }
    for (int kind = 0; kind < HJ_KIND_COUNT; kind++) {
        const hj_table *table = &base->tables[kind];
        for (int i = 0; i < table->n; i++) {
            const hj_entry *entry = table->entries[i];
            for (int j = 0; j < entry->n; j++) {
                hj_buf_printf(out, "%s %s", kinds[kind], entry->name);
                dates(out, entry->editions[j]->from, entry->editions[j]->to);
                place(out, entry->editions[j]->place);
                if (entry->editions[j]->overstyrer)
                    hj_buf_printf(out, " overstyrer %s", entry->editions[j]->overstyrer);
                edition(out, (hj_kind)kind, entry->editions[j]);
            }
        }
    }
    hj_buf_printf(out, "test %d\n", base->n_tests);
}
