/* Letters compared by what is told in them: text keys and the values filled in, without setting a
 * page.
 *
 * The hard idea: the same stylesheet runs over both decisions, so what differs between the letters
 * differs because of the rules. Each text is laid beside the one with the same key about the same
 * thing; what is left over was told instead of something, when the same instruction told it. */
#include <libxml/tree.h>
#include <string.h>

#include "author/difference.h"

typedef struct letter {
    hj_heard heard;
    bool made;
    bool *met; /* by place in heard: the other letter has its like */
} letter;

static const char *maalform_of(const hj_record *record, hj_arena *arena)
{
    xmlChar *value = xmlGetNoNsProp(xmlDocGetRootElement(record->xml), BAD_CAST "maalform");
    const char *copy = hj_arena_strdup(arena, value ? (const char *)value : "nb");
    xmlFree(value);
    return copy;
}

static letter make(hj_pair *p, const hj_eval *decided, const hj_diff_case_input *in)
{
    letter l = {.heard = {.arena = p->arena}};
    hj_diags *diags = hj_diags_new(p->arena, in->lang);
    hj_decide_options brief = *in->options;
    brief.brief = true; /* as a letter's record is */
    brief.first = decided;
    hj_record *record = hj_decide(decided->base, in->document, &brief, p->arena, diags);
    if (record) {
        hj_templates_hear(in->templates, &l.heard);
        l.made = hj_transform(in->templates, in->type, in->document, brief.kommune, record,
                              maalform_of(record, p->arena), p->arena, diags) != NULL;
        hj_templates_hear(in->templates, NULL);
    }
    l.met = HJ_ARRAY(p->arena, (size_t)l.heard.n + 1, bool);
    return l;
}

/* ---- Why ------------------------------------------------------------------------------------- */

/* Which of two causes is nearer: one about the same post; then, for a value, a deadline or amount
 * before an outcome, and for a text the outcome. Else the one met first. */
static int nearness(const hj_cause *c, const char *post, bool value)
{
    bool outcome = strcmp(c->kind, "utfall") == 0;
    int about = post && strcmp(c->post, post) == 0 ? 4 : !*c->post ? 1 : 0;
    return about + (outcome != value ? 2 : 0);
}

static void tell(hj_pair *p, int n_causes, const hj_spoken *said, hj_difference found)
{
    bool value = strcmp(found.kind, "verdi") == 0;
    const hj_cause *c = NULL;
    for (int i = 0; i < n_causes; i++)
        if (!c || nearness(&p->causes[i], said->id, value) > nearness(c, said->id, value))
            c = &p->causes[i];
    found.why = c ? c->why : "";
    found.place = c ? c->place : said->call;
    found.hjemmel = c ? c->hjemmel : "";
    hj_diff_add(p, said->id ? said->id : "", found);
}

/* ---- Laying side by side --------------------------------------------------------------------- */

static bool same_thing(const hj_spoken *a, const hj_spoken *b)
{
    return a->id == b->id || (a->id && b->id && strcmp(a->id, b->id) == 0);
}

static bool same_call(const hj_spoken *a, const hj_spoken *b)
{
    return a->call.line == b->call.line && a->call.file && b->call.file
        && strcmp(a->call.file, b->call.file) == 0;
}

static void values(hj_pair *p, int n_causes, const hj_spoken *was, const hj_spoken *is)
{
    for (int i = 0; i < was->n && i < is->n; i++)
        if (strcmp(was->values[i], is->values[i]) != 0)
            tell(p, n_causes, is, (hj_difference){
                .kind = "verdi", .was = "", .is = "",
                .name = hj_arena_printf(p->arena, "%s {%s}", is->key, is->names[i]),
                .example = {was->values[i], is->values[i]}});
}

static void match_keys(hj_pair *p, int n_causes, letter *a, letter *b)
{
    int from = 0; /* what stands in order is found at once */
    for (int i = 0; i < a->heard.n; i++) {
        const hj_spoken *was = &a->heard.items[i];
        for (int turn = 0; turn < b->heard.n && was->key && !a->met[i]; turn++) {
            int k = (from + turn) % b->heard.n;
            const hj_spoken *is = &b->heard.items[k];
            if (b->met[k] || !is->key || strcmp(was->key, is->key) != 0 || !same_thing(was, is))
                continue;
            a->met[i] = b->met[k] = true;
            from = k + 1;
            values(p, n_causes, was, is);
        }
    }
}

static void match_calls(hj_pair *p, int n_causes, letter *a, letter *b)
{
    for (int i = 0; i < a->heard.n; i++) {
        const hj_spoken *was = &a->heard.items[i];
        for (int k = 0; k < b->heard.n && was->key && !a->met[i]; k++) {
            const hj_spoken *is = &b->heard.items[k];
            if (b->met[k] || !is->key || !same_call(was, is) || !same_thing(was, is))
                continue;
            a->met[i] = b->met[k] = true;
            tell(p, n_causes, is, (hj_difference){.kind = "tekst", .name = "", .was = was->key,
                                                  .is = is->key});
        }
    }
}

static void left_over(hj_pair *p, int n_causes, const letter *l, bool gone)
{
    for (int i = 0; i < l->heard.n; i++) {
        const hj_spoken *said = &l->heard.items[i];
        if (said->key && !l->met[i])
            tell(p, n_causes, said, (hj_difference){.kind = "tekst", .name = "",
                                                    .was = gone ? said->key : "–",
                                                    .is = gone ? "–" : said->key});
    }
}

void hj_diff_letters(hj_pair *p, const hj_diff_case_input *in)
{
    int n_causes = p->n_causes; /* a text is no cause of another */
    letter a = make(p, p->old, in), b = make(p, p->new, in);
    if (a.made != b.made)
        hj_diff_add(p, "", (hj_difference){.kind = "brev", .name = in->type->name, .why = "",
                                           .was = a.made ? "ok" : "feil",
                                           .is = b.made ? "ok" : "feil"});
    p->d->n_unmade += !a.made && !b.made;
    if (!a.made || !b.made)
        return;
    match_keys(p, n_causes, &a, &b);
    match_calls(p, n_causes, &a, &b);
    left_over(p, n_causes, &a, true);
    left_over(p, n_causes, &b, false);
}
