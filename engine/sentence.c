/* explain --tekst "…": who said this in the letter?
 *
 * The hard idea: the letter is made once more while every text told is written down, and the
 * sentence is looked for in what came out. The texts whose words lie under it said it; the values
 * in them, and the words that are nobody's text, are found where they stand in the case, the
 * municipality's file and the record, and the record knows rule, hjemmel and fact. */
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

#include "decision/eval.h"
#include "decision/telling.h"

#define HJ_NS_HJFO "urn:hjemmel:fo:1"

enum { MOST_HITS = 20, MOST_ORIGINS = 4, SHORT = 12, MOST_NEAR = 3 };

typedef struct passage { /* words that stand together: a paragraph, a heading, a cell */
    const char *words, *plain;
} passage;

typedef struct span {
    size_t at, n;
} span;

typedef struct teller { /* a text told under the sentence */
    const hj_spoken *said;
    span span;
} teller;

typedef struct source { /* where words under the sentence stand */
    const hj_origin *origin;
    const char *slot; /* the placeholder they fill; NULL: they are the sentence's own */
    const hj_spoken *said; /* whose placeholder */
} source;

typedef struct hit {
    const passage *passage;
    int n_tellers, cap_tellers, n_sources, cap_sources, n_related, cap_related;
    teller *tellers;
    source *sources;
    const xmlNode **related; /* post, vilkaar, unntak, frist, sats … of the record */
} hit;

typedef struct finder {
    hj_work *w, *letter;
    hj_arena *arena;
    hj_telling t; /* out: what is printed */
    hj_heard heard;
    hj_origins origins;
    const char *query; /* plain */
    int n_passages, cap_passages, n_hits, n_more;
    passage *passages;
    hit hits[MOST_HITS];
} finder;

/* ---- What the letter says ------------------------------------------------------------------- */

static void end_passage(finder *f, hj_buf *run)
{
    if (run->len) {
        passage p = {.plain = hj_plain_words(run->data, f->arena)};
        hj_buf words = {0}; /* as it reads, on one line */
        for (const char *s = run->data; *s; s++) {
            bool gap = *s == '\n' || *s == '\t' || *s == ' ';
            if (!gap || (words.len && words.data[words.len - 1] != ' '))
                hj_buf_char(&words, gap ? ' ' : *s);
        }
        p.words = hj_arena_strdup(f->arena, words.data ? words.data : "");
        hj_buf_free(&words);
        if (*p.plain)
            HJ_LIST_ADD(f->arena, f->passages, f->n_passages, f->cap_passages, p, passage);
    }
    hj_buf_clear(run);
}

static bool runs_on(const xmlNode *node)
{
    static const char *const inlines[] = {"inline", "basic-link", "wrapper", "b", "i"};
    for (size_t i = 0; i < HJ_COUNT(inlines); i++)
        if (strcmp((const char *)node->name, inlines[i]) == 0)
            return true;
    return false;
}

static void read_letter(finder *f, const xmlNode *node, hj_buf *run, int depth)
{
    if (depth > HJ_LIMIT_XSLT_DEPTH)
        return;
    for (const xmlNode *c = node->children; c; c = c->next) {
        if ((c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) && c->content) {
            hj_buf_str(run, (const char *)c->content);
        } else if (c->type == XML_ELEMENT_NODE) {
            bool on = runs_on(c);
            if (!on)
                end_passage(f, run);
            read_letter(f, c, run, depth + 1);
            if (!on)
                end_passage(f, run);
        }
    }
}

/* ---- Who said it ---------------------------------------------------------------------------- */

/* Where part stands in the whole, at or across the span; n 0 when it does not. */
static span across(const char *whole, const char *part, span wanted)
{
    size_t n = strlen(part);
    for (const char *p = n ? strstr(whole, part) : NULL; p; p = strstr(p + 1, part)) {
        size_t at = (size_t)(p - whole);
        if (at < wanted.at + wanted.n && at + n > wanted.at)
            return (span){at, n};
    }
    return (span){0, 0};
}

static bool within(span inner, span outer)
{
    return inner.at >= outer.at && inner.at + inner.n <= outer.at + outer.n;
}

static void add_teller(finder *f, hit *h, const hj_spoken *said, span at)
{
    for (int i = 0; i < h->n_tellers; i++) {
        const teller *t = &h->tellers[i];
        bool same = said->key && t->said->key ? strcmp(t->said->key, said->key) == 0
                  : !said->key && !t->said->key && t->said->place.line == said->place.line;
        if (same && t->span.at == at.at && t->span.n == at.n)
            return;
    }
    teller one = {.said = said, .span = at};
    HJ_LIST_ADD(f->arena, h->tellers, h->n_tellers, h->cap_tellers, one, teller);
}

/* A few letters that happen to be part of what something longer says were not said by it. */
static void drop_accidents(hit *h)
{
    int n = 0;
    for (int i = 0; i < h->n_tellers; i++) {
        bool drop = false;
        for (int k = 0; k < h->n_tellers && h->tellers[i].span.n < SHORT; k++)
            drop |= h->tellers[k].span.n > h->tellers[i].span.n
                && within(h->tellers[i].span, h->tellers[k].span);
        if (!drop)
            h->tellers[n++] = h->tellers[i];
    }
    h->n_tellers = n;
}

static void find_tellers(finder *f, hit *h, span wanted)
{
    for (int i = 0; i < f->heard.n; i++) {
        const hj_spoken *said = &f->heard.items[i];
        for (const char *line = said->words; *line;) {
            size_t n = strcspn(line, "\n");
            const char *plain = hj_plain_words(hj_arena_strndup(f->arena, line, n), f->arena);
            span at = across(h->passage->plain, plain, wanted);
            if (at.n)
                add_teller(f, h, said, at);
            line += n + (line[n] == '\n');
        }
    }
    drop_accidents(h);
}

/* ---- Where it stands ------------------------------------------------------------------------ */

static const xmlNode *part_of_record(const xmlNode *node)
{
    static const char *const parts[] = {"vilkaar", "unntak", "frist", "sats", "utregning",
                                        "trapp", "prosess", "post", "funn"};
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        for (size_t i = 0; i < HJ_COUNT(parts); i++)
            if (hj_told_is(node, parts[i]))
                return node;
    return NULL;
}

/* What stands twice in one part of the record stands there. */
static const xmlNode *home(const hj_origin *o)
{
    const xmlNode *part = o->kind == HJ_FROM_RECORD ? part_of_record(o->node) : NULL;
    return part ? part : o->node;
}

static void add_source(finder *f, hit *h, source one)
{
    int of_slot = 0;
    for (int i = 0; i < h->n_sources; i++) {
        const source *s = &h->sources[i];
        bool same = s->slot == one.slot && s->said == one.said;
        of_slot += same;
        if (home(s->origin) == home(one.origin) && (same || !one.slot))
            return;
    }
    if (of_slot < MOST_ORIGINS)
        HJ_LIST_ADD(f->arena, h->sources, h->n_sources, h->cap_sources, one, source);
}

/* "tirsdag 24. november" fills a place where the year goes without saying. */
static bool same_words(const char *origin, const char *value)
{
    size_t n = strlen(value);
    if (strncmp(origin, value, n) != 0)
        return false;
    return !origin[n] || (n > 8 && origin[n] == ' ' && strspn(origin + n + 1, "0123456789") == 4
                          && !origin[n + 5]);
}

static void find_values(finder *f, hit *h)
{
    for (int i = 0; i < h->n_tellers; i++) {
        const hj_spoken *said = h->tellers[i].said;
        for (int k = 0; k < said->n; k++) {
            const char *value = hj_plain_words(said->values[k], f->arena);
            for (int o = 0; strlen(value) >= 2 && o < f->origins.n; o++)
                if (same_words(f->origins.items[o].words, value))
                    add_source(f, h, (source){&f->origins.items[o], said->names[k], said});
        }
    }
}

/* Words that stand word for word in a text of the rules, the case or the municipality. */
static void find_words(finder *f, hit *h, span wanted)
{
    for (int o = 0; o < f->origins.n; o++) {
        const hj_origin *origin = &f->origins.items[o];
        size_t n = strlen(origin->words);
        if (n < SHORT && n < wanted.n)
            continue;
        span at = across(h->passage->plain, origin->words, wanted);
        bool own = false; /* the caseworker's words are told already, with their line */
        for (int i = 0; i < h->n_tellers; i++)
            own |= !h->tellers[i].said->key && origin->kind != HJ_FROM_RECORD;
        if (at.n && !own)
            add_source(f, h, (source){origin, NULL, NULL});
    }
}

/* ---- What it rests on ----------------------------------------------------------------------- */

static void relate(finder *f, hit *h, const xmlNode *node)
{
    for (int i = 0; i < h->n_related; i++)
        if (h->related[i] == node)
            return;
    HJ_LIST_ADD(f->arena, h->related, h->n_related, h->cap_related, node, const xmlNode *);
}

/* /sak/tjenester/tjeneste[2]/vedtak is below /sak/tjenester/tjeneste[2]. */
static bool below(const char *path, const char *above)
{
    size_t n = strlen(above);
    return n && strncmp(path, above, n) == 0 && (path[n] == '/' || path[n] == 0);
}

static void find_related(finder *f, hit *h)
{
    const xmlNode *root = f->t.root, *first = hj_told_child(root, "post");
    for (int i = 0; i < h->n_sources; i++) {
        const hj_origin *o = h->sources[i].origin;
        if (o->kind == HJ_FROM_RECORD && part_of_record(o->node))
            relate(f, h, part_of_record(o->node));
    }
    bool any = h->n_related > 0;
    for (const xmlNode *p = first; p && !any; p = hj_told_next(p))
        for (int i = 0; i < h->n_tellers; i++) {
            const hj_spoken *said = h->tellers[i].said;
            if ((said->id && strcmp(said->id, hj_told(p, "id")) == 0)
                || (said->path && below(said->path, hj_told(p, "sti"))))
                relate(f, h, p);
        }
}

static void look(finder *f)
{
    for (int i = 0; i < f->n_passages; i++) {
        const char *found = strstr(f->passages[i].plain, f->query);
        bool again = false;
        for (int k = 0; k < f->n_hits; k++)
            again |= strcmp(f->hits[k].passage->plain, f->passages[i].plain) == 0;
        if (!found || again)
            continue;
        if (f->n_hits == MOST_HITS) {
            f->n_more++;
            continue;
        }
        hit *h = &f->hits[f->n_hits++];
        span wanted = {(size_t)(found - f->passages[i].plain), strlen(f->query)};
        h->passage = &f->passages[i];
        find_tellers(f, h, wanted);
        find_values(f, h);
        find_words(f, h, wanted);
        find_related(f, h);
    }
}

/* ---- The nearest, when nothing says it ------------------------------------------------------ */

/* The length of the word at s without what is set after it; *step: to the next one. */
static size_t word_at(const char *s, size_t *step)
{
    size_t n = strcspn(s, " ");
    *step = n + (s[n] == ' ');
    while (n && strchr(".,:;!?)\"", s[n - 1]))
        n--;
    return n;
}

/* Letters in the words they have in common; short words are in every sentence. */
static int words_shared(const char *a, const char *b)
{
    int sum = 0;
    for (size_t step; *a; a += step) {
        size_t n = word_at(a, &step), other, next;
        bool found = false;
        for (const char *p = b; n > 2 && *p && !found; p += next) {
            other = word_at(p, &next);
            found = other == n && memcmp(a, p, n) == 0;
        }
        sum += found ? (int)n : 0;
    }
    return sum;
}

static int nearest(finder *f, const char *near[MOST_NEAR])
{
    int best[MOST_NEAR] = {0}, n = 0;
    for (int i = 0; i < f->n_passages; i++) {
        int score = words_shared(f->query, f->passages[i].plain), at = n;
        bool again = false;
        for (int k = 0; k < n; k++)
            again |= strcmp(near[k], f->passages[i].words) == 0;
        while (at > 0 && best[at - 1] < score)
            at--;
        if (!score || again || at == MOST_NEAR)
            continue;
        n += n < MOST_NEAR;
        for (int k = n - 1; k > at; k--) {
            near[k] = near[k - 1];
            best[k] = best[k - 1];
        }
        near[at] = f->passages[i].words;
        best[at] = score;
    }
    return n;
}

/* ---- As text -------------------------------------------------------------------------------- */

static void label(const finder *f, const char *english)
{
    const char *word = hj_tr(f->t.lang, english);
    hj_buf_printf(f->t.out, "   %s", word);
    for (size_t n = hj_utf8_count(word, strlen(word)); n < 14; n++)
        hj_buf_char(f->t.out, ' ');
}

static void place(hj_buf *out, const char *file, const char *line)
{
    if (file && *file)
        hj_buf_printf(out, "  (%s:%s)", file, line);
}

static void lines_of(hj_buf *out, const char *text, const char *before)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        hj_buf_printf(out, "%s%.*s\n", before, (int)n, text);
        text += n + (text[n] == '\n');
    }
}

static const char *kind_of(const finder *f, const hj_origin *o)
{
    return o->kind == HJ_FROM_CASE ? hj_tr(f->t.lang, HJ_T("in the case"))
         : o->kind == HJ_FROM_KOMMUNE ? hj_tr(f->t.lang, HJ_T("in the municipality's file"))
         : hj_tr(f->t.lang, HJ_T("in the record"));
}

static void say_source(finder *f, const source *s)
{
    const hj_origin *o = s->origin;
    hj_buf *out = f->t.out;
    hj_buf_printf(out, "%s: ", kind_of(f, o));
    if (o->kind == HJ_FROM_RECORD) {
        const xmlNode *n = home(o);
        hj_buf_printf(out, "%s %s", (const char *)n->name,
                      hj_told_is(n, "post") ? hj_told_title(&f->t, n)
                      : *hj_told(n, "noekkel") ? hj_told(n, "noekkel")
                                               : hj_told_name(&f->t, n, "navn"));
        place(out, hj_told(n, "fil"), hj_told(n, "linje"));
    } else {
        hj_buf_printf(out, "%s  (%s:%d)", o->name, o->file, o->line);
    }
    hj_buf_char(out, '\n');
}

static void say_hjemler(finder *f, const xmlNode *node)
{
    for (const xmlNode *h = hj_told_child(node, "hjemmel"); h; h = hj_told_next(h)) {
        const char *text = hj_told_text(&f->t, h, "tekst", NULL);
        label(f, HJ_T("legal basis"));
        hj_buf_printf(f->t.out, "%s%s%s\n", hj_told(h, "vis"), *text ? ": " : "", text);
    }
}

static void say_facts(finder *f, const xmlNode *node)
{
    const xmlNode **all = hj_told_distinct(node, "faktum", "navn", f->arena);
    for (; *all; all++) {
        label(f, HJ_T("fact"));
        hj_buf_printf(f->t.out, "%s: ", hj_told_name(&f->t, *all, "navn"));
        hj_say_value(&f->t, *all, f->t.out);
        place(f->t.out, hj_told(*all, "fil"), hj_told(*all, "linje"));
        hj_buf_char(f->t.out, '\n');
    }
}

static const xmlNode *post_of(const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (hj_told_is(node, "post"))
            return node;
    return NULL;
}

static bool decided(const xmlNode *c)
{
    return (hj_told_is(c, "vilkaar") || hj_told_is(c, "unntak")) && hj_told_yes(c, "avgjorde");
}

static void say_related(finder *f, const xmlNode *r)
{
    const xmlNode *post = post_of(r);
    hj_buf *out = f->t.out;
    if (post) {
        label(f, HJ_T("rule"));
        hj_buf_printf(out, "%s → %s", hj_told(post, "regel"),
                      hj_told_outcome(&f->t, hj_told(post, "innstilling")));
        place(out, hj_told(post, "regelfil"), hj_told(post, "regellinje"));
        hj_buf_char(out, '\n');
    }
    if (r != post) {
        const char *kind = hj_told_is(r, "vilkaar") ? HJ_T("condition")
                         : hj_told_is(r, "unntak") ? HJ_T("exception")
                         : hj_told_is(r, "frist") ? HJ_T("deadline")
                         : hj_told_is(r, "sats") ? HJ_T("rate")
                         : hj_told_is(r, "utregning") ? HJ_T("amount")
                         : hj_told_is(r, "trapp") ? HJ_T("stair")
                         : hj_told_is(r, "prosess") ? HJ_T("process") : HJ_T("checklist");
        const char *answer = hj_told(r, hj_told_is(r, "unntak") ? "gjelder" : "utfall");
        label(f, kind);
        hj_buf_str(out, hj_told_name(&f->t, r, "navn"));
        if (*answer)
            hj_buf_printf(out, ": %s", hj_told_answer(&f->t, answer));
        if (hj_told_is(r, "frist") && *hj_told(r, "dato")) {
            hj_buf_str(out, ": ");
            hj_say_counting(&f->t, r, out);
        }
        bool own = *hj_told(r, "regelfil");
        place(out, hj_told(r, own ? "regelfil" : "fil"), hj_told(r, own ? "regellinje" : "linje"));
        hj_buf_char(out, '\n');
    }
    say_hjemler(f, r);
    if (!post || r != post) {
        say_facts(f, r);
        return;
    }
    for (const xmlNode *c = post->children; c; c = c->next)
        if (decided(c))
            say_facts(f, c);
}

static void say_teller(finder *f, const hit *h, const teller *t)
{
    const hj_spoken *said = t->said;
    hj_buf *out = f->t.out;
    if (!said->key) {
        bool kommune = f->w->kommune && said->place.file
            && strcmp(said->place.file, f->w->kommune->file) == 0;
        label(f, HJ_T("own words"));
        hj_buf_printf(out, "%s  (%s:%d)\n",
                      kommune ? hj_tr(f->t.lang, HJ_T("written by the municipality"))
                              : hj_tr(f->t.lang, HJ_T("written by the caseworker")),
                      said->place.file ? said->place.file : "", said->place.line);
        return;
    }
    label(f, HJ_T("text"));
    hj_buf_printf(out, "%s  (%s:%d)\n", said->key, said->place.file, said->place.line);
    lines_of(out, said->form, "                 ");
    label(f, HJ_T("template"));
    hj_buf_printf(out, "%s:%d\n", said->call.file ? said->call.file : "", said->call.line);
    for (int i = 0; i < said->n; i++) {
        label(f, HJ_T("value"));
        hj_buf_printf(out, "{%s} = %s\n", said->names[i], said->values[i]);
        for (int k = 0; k < h->n_sources; k++)
            if (h->sources[k].said == said && h->sources[k].slot == said->names[i]) {
                hj_buf_str(out, "                   ");
                say_source(f, &h->sources[k]);
            }
    }
}

static void as_text(finder *f)
{
    hj_buf *out = f->t.out;
    for (int i = 0; i < f->n_hits; i++) {
        const hit *h = &f->hits[i];
        hj_buf_printf(out, "%s%d. %s\n", i ? "\n" : "", i + 1, h->passage->words);
        for (int k = 0; k < h->n_tellers; k++)
            say_teller(f, h, &h->tellers[k]);
        for (int k = 0; k < h->n_sources; k++)
            if (!h->sources[k].slot) {
                label(f, HJ_T("the words"));
                say_source(f, &h->sources[k]);
            }
        for (int k = 0; k < h->n_related; k++)
            say_related(f, h->related[k]);
        if (!h->n_related) {
            label(f, HJ_T("rule"));
            hj_buf_printf(out, "%s\n", hj_tr(f->t.lang, HJ_T("belongs to no single rule")));
        }
    }
    if (f->n_more) {
        hj_buf_char(out, '\n');
        hj_buf_printf(out, hj_tr(f->t.lang, "and in %d more places; more words find fewer"),
                      f->n_more);
        hj_buf_char(out, '\n');
    }
    const char *near[MOST_NEAR];
    int n = f->n_hits ? 0 : nearest(f, near);
    if (!f->n_hits)
        hj_buf_printf(out, "%s\n", n ? hj_tr(f->t.lang, HJ_T("The letter does not say that. The nearest it says:"))
                                     : hj_tr(f->t.lang, HJ_T("The letter does not say that, nor anything near it.")));
    for (int i = 0; i < n; i++)
        hj_buf_printf(out, "   %s\n", near[i]);
}

/* ---- As JSON -------------------------------------------------------------------------------- */

static void field(hj_buf *out, const char *name, const char *value, const char *after)
{
    hj_buf_printf(out, "\"%s\": ", name);
    hj_buf_json(out, value ? value : "");
    hj_buf_str(out, after);
}

static void json_place(hj_buf *out, const char *file, int line)
{
    field(out, "fil", file, ", ");
    hj_buf_printf(out, "\"linje\": %d", line);
}

static void json_source(const finder *f, const source *s)
{
    static const char *const kinds[] = {"sak", "kommune", "avgjoerelse"};
    const hj_origin *o = s->origin;
    const xmlNode *part = home(o);
    hj_buf *out = f->t.out;
    hj_buf_char(out, '{');
    field(out, "i", kinds[o->kind], ", ");
    field(out, "navn", o->kind == HJ_FROM_RECORD ? (const char *)part->name : o->name, ", ");
    if (o->kind == HJ_FROM_RECORD)
        json_place(out, hj_told(part, "fil"), atoi(hj_told(part, "linje")));
    else
        json_place(out, o->file, o->line);
    hj_buf_char(out, '}');
}

static void json_sources(const finder *f, const hit *h, const hj_spoken *said, const char *slot)
{
    const char *before = "";
    hj_buf_str(f->t.out, "\"staar\": [");
    for (int k = 0; k < h->n_sources; k++)
        if (h->sources[k].said == said && h->sources[k].slot == slot) {
            hj_buf_str(f->t.out, before);
            json_source(f, &h->sources[k]);
            before = ", ";
        }
    hj_buf_char(f->t.out, ']');
}

static void json_teller(const finder *f, const hit *h, const teller *t)
{
    const hj_spoken *said = t->said;
    hj_buf *out = f->t.out;
    hj_buf_char(out, '{');
    field(out, "noekkel", said->key, ", ");
    json_place(out, said->place.file, said->place.line);
    hj_buf_str(out, ", ");
    if (!said->key) {
        hj_buf_str(out, "\"egne_ord\": true, ");
        field(out, "sti", said->path, "}");
        return;
    }
    field(out, "tekst", said->form, ", ");
    hj_buf_str(out, "\"mal\": {");
    json_place(out, said->call.file, said->call.line);
    hj_buf_str(out, "}, \"verdier\": [");
    for (int i = 0; i < said->n; i++) {
        hj_buf_str(out, i ? ", {" : "{");
        field(out, "navn", said->names[i], ", ");
        field(out, "verdi", said->values[i], ", ");
        field(out, "uttrykk", said->selects[i], ", ");
        json_sources(f, h, said, said->names[i]);
        hj_buf_char(out, '}');
    }
    hj_buf_str(out, "]}");
}

static void json_facts(const finder *f, const xmlNode *node, const char **before)
{
    for (const xmlNode **all = hj_told_distinct(node, "faktum", "navn", f->arena); *all; all++) {
        hj_buf_printf(f->t.out, "%s{", *before);
        field(f->t.out, "navn", hj_told(*all, "navn"), ", ");
        field(f->t.out, "verdi", hj_told(*all, "verdi"), ", ");
        field(f->t.out, "kjent", hj_told(*all, "kjent"), ", ");
        json_place(f->t.out, hj_told(*all, "fil"), atoi(hj_told(*all, "linje")));
        hj_buf_char(f->t.out, '}');
        *before = ", ";
    }
}

static void json_related(const finder *f, const xmlNode *r)
{
    const xmlNode *post = post_of(r);
    hj_buf *out = f->t.out;
    const char *before = "";
    bool own = *hj_told(r, "regelfil");
    hj_buf_char(out, '{');
    field(out, "slag", (const char *)r->name, ", ");
    field(out, "navn", r == post ? hj_told(r, "regel") : hj_told(r, "navn"), ", ");
    if (post) {
        field(out, "regel", hj_told(post, "regel"), ", ");
        field(out, "post", hj_told(post, "id"), ", ");
        field(out, "innstilling", hj_told(post, "innstilling"), ", ");
    }
    json_place(out, hj_told(r, own ? "regelfil" : "fil"),
               atoi(hj_told(r, own ? "regellinje" : "linje")));
    hj_buf_str(out, ", \"hjemmel\": [");
    for (const xmlNode *h = hj_told_child(r, "hjemmel"); h; h = hj_told_next(h)) {
        hj_buf_printf(out, "%s{", before);
        field(out, "id", hj_told(h, "id"), ", ");
        field(out, "vis", hj_told(h, "vis"), ", ");
        field(out, "tekst", hj_told_text(&f->t, h, "tekst", NULL), "}");
        before = ", ";
    }
    hj_buf_str(out, "], \"fakta\": [");
    before = "";
    if (r != post)
        json_facts(f, r, &before);
    for (const xmlNode *c = r == post ? post->children : NULL; c; c = c->next)
        if (decided(c))
            json_facts(f, c, &before);
    hj_buf_str(out, "]}");
}

static void as_json(finder *f)
{
    hj_buf *out = f->t.out;
    hj_buf_char(out, '{');
    field(out, "tekst", f->w->job->tekst, ", ");
    field(out, "dokument", f->letter->type->name, ", ");
    hj_buf_str(out, "\"treff\": [");
    for (int i = 0; i < f->n_hits; i++) {
        const hit *h = &f->hits[i];
        hj_buf_str(out, i ? ",\n {" : "\n {");
        field(out, "avsnitt", h->passage->words, ",\n  \"sagt_av\": [");
        for (int k = 0; k < h->n_tellers; k++) {
            hj_buf_str(out, k ? ", " : "");
            json_teller(f, h, &h->tellers[k]);
        }
        hj_buf_str(out, "],\n  ");
        json_sources(f, h, NULL, NULL);
        hj_buf_str(out, ",\n  \"hviler_paa\": [");
        for (int k = 0; k < h->n_related; k++) {
            hj_buf_str(out, k ? ", " : "");
            json_related(f, h->related[k]);
        }
        hj_buf_str(out, "]}");
    }
    hj_buf_printf(out, "], \"flere\": %d, \"naermest\": [", f->n_more);
    const char *near[MOST_NEAR];
    int n = f->n_hits ? 0 : nearest(f, near);
    for (int i = 0; i < n; i++) {
        hj_buf_str(out, i ? ", " : "");
        hj_buf_json(out, near[i]);
    }
    hj_buf_str(out, "]}\n");
}

/* ---- The whole ------------------------------------------------------------------------------ */

bool hj_sentence_explain(hj_work *w, hj_buf *out)
{
    finder *f = HJ_NEW(w->arena, finder);
    hj_buf run = {0};
    *f = (finder){.w = w, .arena = w->arena, .heard = {.arena = w->arena},
                  .origins = {.arena = w->arena},
                  .query = hj_plain_words(w->job->tekst, w->arena)};
    if (!*f->query) {
        hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-EXPLAIN-001", HJ_NOWHERE,
                       "--tekst needs words of the letter to look for");
        return false;
    }
    w->changes = true;
    /* The letter is made of a record of its own: what a template sees is brief. */
    f->letter = hj_work_new(w->handle, w->path, w->job);
    f->letter->diags = w->diags;
    f->letter->brief = true;
    bool ok = hj_work_decide(w) && hj_telling_open(&f->t, w->record, w->handle->lang, out);
    if (ok) {
        f->letter->document = w->document;
        f->letter->kommune = w->kommune;
        f->letter->kommune_path = w->kommune_path;
        hj_templates_hear(w->handle->templates.templates, &f->heard);
        ok = hj_work_transform(f->letter);
        hj_templates_hear(w->handle->templates.templates, NULL);
    }
    if (ok) {
        read_letter(f, f->letter->output, &run, 0);
        end_passage(f, &run);
        hj_origins_gather(&f->origins, w);
        look(f);
        if (w->job->json)
            as_json(f);
        else
            as_text(f);
        if (!f->n_hits)
            hj_error(w->diags, "HJ-EXPLAIN-002", HJ_FILE(w->path),
                     "nothing in the document %s says that", f->letter->type->name);
    }
    hj_buf_free(&run);
    hj_arena_free(f->letter->arena);
    return ok;
}
