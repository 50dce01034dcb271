/* What an explanation wants in the record besides what follows by itself: the unknown facts and
 * whether they mattered, what would have given another outcome, what is asked of a decision that
 * differs, where a deadline was counted from. Written only when asked for: none of it is part of a
 * decision, and all of it is found by trying. */
#include "decision/writer.h"

static void write_unknown(hj_writer *w, xmlNode *post, const hj_post *p)
{
    hj_unknown *all;
    int n = hj_whatif_unknown(w->ev, p, &all);
    for (int i = 0; i < n; i++) {
        const hj_faktum *f = all[i].fact;
        xmlNode *node = hj_put_element(w, post, "ukjent");
        hj_put(w, node, "faktum", f->decl.name);
        hj_put(w, node, "kjent", hj_known_name(hj_get_fact(w->ev, p->scope, f)->known));
        hj_put(w, node, "betydning", hj_ja_nei(all[i].matters));
        if (f->decl.path)
            hj_put(w, node, "sti", f->goes_in);
        for (int k = 0; k < all[i].n; k++) {
            xmlNode *to = hj_put_element(w, node, "svar");
            hj_put(w, to, "verdi", hj_value_text(w->ev, &all[i].to[k]));
            hj_put(w, to, "utfall", p->regel->utfall[all[i].gir[k]]);
        }
        hj_put_both(w, node, "tekst", f->tekst);
    }
}

static void write_changes(hj_writer *w, xmlNode *post, const hj_post *p)
{
    hj_change all[HJ_MAX_CHANGES];
    int n = hj_whatif_changes(w->ev, p, all);
    for (int i = 0; i < n; i++) {
        xmlNode *node = hj_put_element(w, post, "endring");
        hj_put(w, node, "utfall", p->regel->utfall[all[i].gir]);
        for (int k = 0; k < all[i].n; k++) {
            const hj_faktum *f = all[i].facts[k];
            xmlNode *to = hj_put_element(w, node, "til");
            hj_put(w, to, "faktum", f->decl.name);
            hj_put(w, to, "fra", hj_value_text(w->ev, hj_get_fact(w->ev, p->scope, f)));
            hj_put(w, to, "verdi", hj_value_text(w->ev, &all[i].to[k]));
            hj_put_both(w, to, "tekst", f->tekst);
        }
    }
}

static void write_reasons(hj_writer *w, xmlNode *post, const hj_post *p)
{
    for (int i = 0; p->avvik && i < w->ev->n_reasons; i++) {
        const hj_finding *f = w->ev->reasons[i];
        if (f->scope != p->scope)
            continue;
        xmlNode *node = hj_put_element(w, post, "avvikskrav");
        hj_put(w, node, "sjekkliste", f->list->e.name);
        hj_put(w, node, "punkt", f->punkt->nummer);
        hj_put(w, node, "oppfylt", hj_ja_nei(f->met));
        hj_put_node(w, node, f->node);
        hj_put_both(w, node, "tekst", f->punkt->tekst);
        hj_put_both(w, node, "hvor", f->punkt->hvor);
        hj_put_hjemler(w, node, &f->punkt->hjemmel, f->punkt->place);
    }
}

void hj_put_why(hj_writer *w, xmlNode *node, const hj_post *p)
{
    write_unknown(w, node, p);
    write_changes(w, node, p);
    write_reasons(w, node, p);
}

void hj_put_counting(hj_writer *w, xmlNode *node, const hj_due *d)
{
    const hj_entry *from = d->by ? d->by->fra : d->frist->fra;
    hj_put(w, node, "regelfil", d->frist->e.place.file);
    hj_put_count(w, node, "regellinje", d->frist->e.place.line);
    if (!d->known)
        return;
    hj_put(w, node, "regnet_fra", from->name);
    if (d->by)
        hj_put_count(w, node, "anslag_dager", d->days);
    hj_put_fact(w, node, (hj_scope *)d->scope, hj_faktum_of(from), 12);
}
