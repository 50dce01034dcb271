/* The test runner: every `test` of the packs, as TAP.
 *
 * The hard idea: a test reads the record, not the engine. What it compares is exactly what a letter
 * would have been given, so a passing test says something about the letter. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "author/internal.h"
#include "base/element.h"

#define attr hj_attribute_if
#define named hj_element_is

typedef hj_test_runner runner;

/* ---- Reading the record --------------------------------------------------------------------- */

/* The next element with this name after `after` among root's children; attribute key=value when
 * key is given. */
static const xmlNode *next(const xmlNode *root, const xmlNode *after, const char *name,
                           const char *key, const char *value)
{
    for (const xmlNode *n = after ? after->next : root->children; n; n = n->next) {
        const char *has = named(n, name) && key ? attr(n, key) : NULL;
        if (named(n, name) && (!key || (has && strcmp(has, value) == 0)))
            return n;
    }
    return NULL;
}

/* A post by its rule, or by its id. */
static const xmlNode *find_post(const xmlNode *root, const char *key)
{
    const xmlNode *n = next(root, NULL, "post", "id", key);
    n = n ? n : next(root, NULL, "post", "regel", key);
    n = n ? n : next(root, NULL, "trapp", "navn", key); /* they too lack facts and have vilkaar */
    return n ? n : next(root, NULL, "utregning", "navn", key);
}

static const xmlNode *find_below(const xmlNode *node, const char *name, const char *key,
                                 const char *value, int depth)
{
    for (const xmlNode *n = node->children; n && depth < 200; n = n->next) {
        const char *has = named(n, name) ? attr(n, key) : NULL;
        if (has && strcmp(has, value) == 0)
            return n;
        const xmlNode *deeper =
            n->type == XML_ELEMENT_NODE ? find_below(n, name, key, value, depth + 1) : NULL;
        if (deeper)
            return deeper;
    }
    return NULL;
}

/* ---- Comparing ------------------------------------------------------------------------------ */

static void differs(runner *r, const char *what, const char *key, const char *wanted,
                    const char *found)
{
    hj_buf_printf(&r->why, hj_tr(r->lang, HJ_T("%s%s%s: expected %s, found %s\n")), what,
                  *key ? " " : "", key, *wanted ? wanted : "\"\"",
                  !found ? hj_tr(r->lang, HJ_T("nothing")) : *found ? found : "\"\"");
}

static void expect(runner *r, const char *what, const char *key, const char *wanted,
                   const char *found)
{
    if (!found || strcmp(wanted, found) != 0)
        differs(r, what, key, wanted, found);
}

static const char *join(runner *r, const char *const *list, int n)
{
    hj_buf out = {0};
    hj_buf_str(&out, "{");
    for (int i = 0; i < n; i++)
        hj_buf_printf(&out, "%s%s", i ? ", " : " ", list[i]);
    hj_buf_str(&out, n ? " }" : "}");
    const char *s = hj_arena_strdup(r->arena, out.data);
    hj_buf_free(&out);
    return s;
}

static void expect_list(runner *r, const char *what, const hj_expect *e, const char **found, int n)
{
    bool same = n == e->n;
    for (int i = 0; same && i < n; i++)
        same = strcmp(found[i], e->list[i]) == 0;
    if (!same)
        differs(r, what, e->key, join(r, e->list, e->n), join(r, found, n));
}

static bool in_list(const char *const *list, int n, const char *word)
{
    for (int i = 0; i < n; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

/* All values of attribute key of elements called name. */
static const char **gather(runner *r, const xmlNode *root, const char *name, const char *key,
                           int *n)
{
    int count = 0;
    for (const xmlNode *c = root ? next(root, NULL, name, NULL, NULL) : NULL; c;
         c = next(root, c, name, NULL, NULL))
        count++;
    const char **list = HJ_ARRAY(r->arena, (size_t)count + 1, const char *);
    *n = 0;
    for (const xmlNode *c = root ? next(root, NULL, name, NULL, NULL) : NULL; c;
         c = next(root, c, name, NULL, NULL))
        list[(*n)++] = attr(c, key) ? attr(c, key) : "";
    return list;
}

static const char *frist_text(runner *r, const xmlNode *frist, const char *key)
{
    const char *date = frist ? attr(frist, key) : NULL;
    const char *clock = frist ? attr(frist, "klokkeslett") : NULL;
    if (!frist)
        return "ingen"; /* its naar is nei, or nothing asks for it */
    if (!date || !*date)
        return "ukjent";
    if (clock && *clock && strcmp(key, "dato") == 0)
        return hj_arena_printf(r->arena, "%s %s", date, clock);
    return date;
}

/* A deadline of the case, or of the state a process stands in. */
static const xmlNode *find_frist(const xmlNode *root, const char *key)
{
    for (const xmlNode *p = next(root, NULL, "prosess", NULL, NULL); p;
         p = next(root, p, "prosess", NULL, NULL)) {
        const xmlNode *f = next(p, NULL, "frist", "regel", key);
        if (f)
            return f;
    }
    const xmlNode *n = next(root, NULL, "frist", "navn", key);
    return n ? n : next(root, NULL, "frist", "regel", key);
}

static const xmlNode *the_post(const hj_test *t, const xmlNode *root, const char *key)
{
    if (*key)
        return find_post(root, key);
    for (int i = 0; i < t->n_expect; i++) /* the rule that is mentioned */
        if (t->expect[i].kind == HJ_EXPECT_RESULT || t->expect[i].kind == HJ_EXPECT_TRAPP
            || t->expect[i].kind == HJ_EXPECT_UTREGNING)
            return find_post(root, t->expect[i].key);
    return next(root, NULL, "post", NULL, NULL);
}

static void compare_vilkaar(runner *r, const xmlNode *root, const hj_expect *e)
{
    const char *dot = strrchr(e->key, '.');
    const xmlNode *found = NULL;
    if (dot) {
        char *rule = hj_arena_strndup(r->arena, e->key, (size_t)(dot - e->key));
        const xmlNode *post = find_post(root, rule);
        found = post ? find_below(post, "vilkaar", "navn", dot + 1, 0) : NULL;
    }
    expect(r, "vilkaar", e->key, e->text, found ? attr(found, "utfall") : NULL);
}

/* Of what is missing, what is being collected already. */
static void compare_collected(runner *r, const xmlNode *post, const hj_expect *e)
{
    const char *list[64];
    int n = 0;
    const xmlNode *m = post ? next(post, NULL, "mangler", "kjent", "under_innhenting") : NULL;
    for (; m && n < (int)HJ_COUNT(list);
         m = next(post, m, "mangler", "kjent", "under_innhenting"))
        list[n++] = attr(m, "faktum");
    expect_list(r, "innhentes", e, list, n);
}

/* "omsorgstrapp.hjemmetjenester" */
static void compare_step(runner *r, const xmlNode *root, const hj_expect *e)
{
    const char *dot = strrchr(e->key, '.');
    const xmlNode *stair = NULL, *step = NULL;
    if (dot)
        stair = next(root, NULL, "trapp", "navn",
                     hj_arena_strndup(r->arena, e->key, (size_t)(dot - e->key)));
    if (stair)
        step = next(stair, NULL, "trinn", "navn", dot + 1);
    expect(r, "trinn", e->key, e->text, step ? attr(step, "utfall") : NULL);
}

static void compare_result(runner *r, const hj_test *t, const xmlNode *root, const hj_expect *e)
{
    const xmlNode *post = find_post(root, e->key);
    if (!post || !t->dokument || next(root, NULL, "post", "id", e->key)) {
        expect(r, "", e->key, e->text, post ? attr(post, "innstilling") : NULL);
        return;
    }
    /* In a document a rule may apply in several places: all must agree. */
    for (; post; post = next(root, post, "post", "regel", e->key))
        expect(r, attr(post, "id"), e->key, e->text, attr(post, "innstilling"));
}

/* ---- Processes ---- */

/* The run a test speaks of: by id, or the first of its process. */
static const xmlNode *find_run(const hj_test *t, const xmlNode *root, const char *key)
{
    for (const xmlNode *p = next(root, NULL, "prosess", "navn", t->prosess); p;
         p = next(root, p, "prosess", "navn", t->prosess))
        if (!*key || strcmp(attr(p, "for"), key) == 0)
            return p;
    return NULL;
}

static const char *or_ukjent(const char *s)
{
    return s && *s ? s : "ukjent";
}

/* Events that may happen next: those with some transition that is open, or none that is but some
 * that may be; each once, in the order of the process. */
static const char **next_events(runner *r, const xmlNode *run, const char *open, int *n)
{
    static const char *const better[] = {"ja", "ukjent", "nei"};
    int all;
    const char **events = gather(r, run, "neste", "hendelse", &all);
    const char **answers = gather(r, run, "neste", "mulig", &all);
    const char **list = HJ_ARRAY(r->arena, (size_t)all + 1, const char *);
    *n = 0;
    for (int i = 0; i < all; i++) {
        const char *best = NULL;
        for (size_t b = 0; !best && b < HJ_COUNT(better); b++)
            for (int k = 0; k < all; k++)
                if (strcmp(events[k], events[i]) == 0 && strcmp(answers[k], better[b]) == 0)
                    best = better[b];
        if (best && strcmp(best, open) == 0 && !in_list(list, *n, events[i]))
            list[(*n)++] = events[i];
    }
    return list;
}

static void compare_process(runner *r, const hj_test *t, const xmlNode *root, const hj_expect *e)
{
    bool by_id = e->kind == HJ_EXPECT_TILSTAND || e->kind == HJ_EXPECT_SIDEN;
    const xmlNode *run = find_run(t, root, by_id ? e->key : ""), *frist;
    int n = 0;
    const char **list = NULL;
    if (!run) {
        expect(r, "prosess", by_id && *e->key ? e->key : t->prosess, e->text, NULL);
        return;
    }
    switch (e->kind) {
    case HJ_EXPECT_TILSTAND:
        expect(r, "tilstand", e->key, e->text, or_ukjent(attr(run, "tilstand")));
        return;
    case HJ_EXPECT_SIDEN:
        expect(r, "siden", e->key, e->text, or_ukjent(attr(run, "siden")));
        return;
    case HJ_EXPECT_PASSERT:
        frist = next(run, NULL, "frist", "regel", e->key);
        expect(r, "passert", e->key, e->text, frist ? attr(frist, "passert") : NULL);
        return;
    case HJ_EXPECT_ANSVAR: list = gather(r, run, "ansvar", "rolle", &n); break;
    case HJ_EXPECT_NESTE: list = next_events(r, run, "ja", &n); break;
    case HJ_EXPECT_STENGT: list = next_events(r, run, "nei", &n); break;
    case HJ_EXPECT_UAVKLART: list = next_events(r, run, "ukjent", &n); break;
    default: list = gather(r, run, "avvik", "slag", &n); break;
    }
    static const char *const names[] = {"ansvar", "neste", "stengt", "uavklart", "prosessfunn"};
    expect_list(r, names[e->kind - HJ_EXPECT_ANSVAR], e, list, n);
}

static void compare(runner *r, const hj_test *t, const hj_expect *e, const hj_record *record,
                    const hj_diags *diags)
{
    const xmlNode *root = record ? xmlDocGetRootElement(record->xml) : NULL;
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    int n;
    const char **list;
    const xmlNode *node;
    if (e->kind == HJ_EXPECT_FEIL) {
        const char *found = NULL;
        for (const hj_diag *d = diags->first; d; d = d->next)
            if (d->severity == HJ_ERROR && (!found || strcmp(d->code, e->text) == 0))
                found = d->code;
        expect(r, "feil", "", e->text, found);
        return;
    }
    if (!root)
        return;
    if (e->kind >= HJ_EXPECT_TILSTAND) {
        compare_process(r, t, root, e);
        return;
    }
    switch (e->kind) {
    case HJ_EXPECT_RESULT: compare_result(r, t, root, e); break;
    case HJ_EXPECT_MANGLER:
        node = the_post(t, root, e->key);
        list = gather(r, node, "mangler", "faktum", &n);
        expect_list(r, "mangler", e, list, n);
        break;
    case HJ_EXPECT_VILKAAR: compare_vilkaar(r, root, e); break;
    case HJ_EXPECT_FAKTUM:
        node = the_post(t, root, ""); /* as seen from the post that is mentioned */
        node = next(node ? node : root, NULL, "faktum", "navn", e->key);
        expect(r, "faktum", e->key, e->text,
               !node                                    ? NULL
               : strcmp(attr(node, "kjent"), "ja") == 0 ? attr(node, "verdi")
               : strcmp(e->text, "ukjent") == 0         ? "ukjent" : attr(node, "kjent"));
        break;
    case HJ_EXPECT_INNHENTES: compare_collected(r, the_post(t, root, ""), e); break;
    case HJ_EXPECT_FRIST:
        expect(r, "frist", e->key, e->text, frist_text(r, find_frist(root, e->key), "dato"));
        break;
    case HJ_EXPECT_RAA:
        expect(r, "raa", e->key, e->text, frist_text(r, find_frist(root, e->key), "raa"));
        break;
    case HJ_EXPECT_ANSLAG:
        node = find_frist(root, e->key);
        expect(r, "anslag", e->key, e->text, node ? attr(node, "anslag") : NULL);
        break;
    case HJ_EXPECT_SATS:
        node = next(root, NULL, "sats", "navn", e->key);
        expect(r, "sats", e->key, e->text,
               !node ? NULL : *attr(node, "verdi") ? attr(node, "verdi") : "ukjent");
        break;
    case HJ_EXPECT_TRAPP:
        node = next(root, NULL, "trapp", "navn", e->key);
        expect(r, "trapp", e->key, e->text, node ? attr(node, "utfall") : NULL);
        break;
    case HJ_EXPECT_TRINN: compare_step(r, root, e); break;
    case HJ_EXPECT_UTREGNING:
        node = next(root, NULL, "utregning", "navn", e->key);
        expect(r, "utregning", e->key, e->text,
               !node ? "ingen" : *attr(node, "verdi") ? attr(node, "verdi") : "ukjent");
        break;
    case HJ_EXPECT_TEKST:
        node = next(root, NULL, "tekst", "noekkel", e->key); /* bokmål comes first */
        expect(r, "tekst", e->key, e->text, node ? hj_node_text(node, r->arena) : NULL);
        break;
    case HJ_EXPECT_VEDTAK:
        node = the_post(t, root, "");
        expect(r, "vedtak", "", e->text, node && attr(node, "vedtak") ? attr(node, "vedtak")
                                                                      : "ukjent");
        break;
    case HJ_EXPECT_AVVIK:
        node = the_post(t, root, "");
        expect(r, "avvik", "", e->text, node ? attr(node, "avvik") : NULL);
        break;
    case HJ_EXPECT_UNNTAK: /* the exception that decided; "ingen" when none did */
        node = the_post(t, root, "");
        node = node ? next(node, NULL, "unntak", "avgjorde", "ja") : NULL;
        expect(r, "unntak", "", e->text, node ? attr(node, "navn") : "ingen");
        break;
    case HJ_EXPECT_FUNN:
        list = gather(r, root, "funn", "punkt", &n);
        expect_list(r, "funn", e, list, n);
        break;
    case HJ_EXPECT_FUNN_HAR:
    case HJ_EXPECT_FUNN_IKKE:
        list = gather(r, root, "funn", "punkt", &n);
        for (int i = 0; i < e->n; i++)
            if (in_list(list, n, e->list[i]) != (e->kind == HJ_EXPECT_FUNN_HAR))
                differs(r, e->kind == HJ_EXPECT_FUNN_HAR ? "funn_har" : "funn_ikke", "",
                        e->list[i], join(r, list, n));
        break;
    case HJ_EXPECT_NIVAA: expect(r, "nivaa", "", e->text, levels[record->level]); break;
    default: break;
    }
}

/* ---- Running -------------------------------------------------------------------------------- */

static const char **keys_of(runner *r, const hj_test *t, int kind, int kind2, size_t *n)
{
    const char **list = HJ_ARRAY(r->arena, (size_t)t->n_expect + 1, const char *);
    *n = 0;
    for (int i = 0; i < t->n_expect; i++)
        if ((int)t->expect[i].kind == kind || (int)t->expect[i].kind == kind2)
            list[(*n)++] = t->expect[i].key;
    return list;
}

/* Rules asked for directly, as `rule.vilkaar` or for what is missing. */
static const char **rules_of(runner *r, const hj_test *t, size_t *n)
{
    const char **list = HJ_ARRAY(r->arena, (size_t)t->n_expect + 1, const char *);
    *n = 0;
    for (int i = 0; i < t->n_expect; i++) {
        const hj_expect *e = &t->expect[i];
        const char *name = e->key;
        if (e->kind == HJ_EXPECT_VILKAAR && strrchr(e->key, '.'))
            name = hj_arena_strndup(r->arena, e->key, (size_t)(strrchr(e->key, '.') - e->key));
        else if (e->kind != HJ_EXPECT_RESULT && (e->kind != HJ_EXPECT_MANGLER || !*e->key))
            continue;
        if (!in_list(list, (int)*n, name))
            list[(*n)++] = name;
    }
    return list;
}

static const char **stairs_of(runner *r, const hj_test *t, size_t *n)
{
    const char **list = keys_of(r, t, HJ_EXPECT_TRAPP, HJ_EXPECT_TRINN, n);
    for (size_t i = 0; i < *n; i++)
        if (strchr(list[i], '.'))
            list[i] = hj_arena_strndup(r->arena, list[i], strcspn(list[i], "."));
    return list;
}

static hj_document *read_document(runner *r, const char *path, hj_diags *diags)
{
    void *xml = hj_xml_read(path, HJ_LIMIT_XML_BYTES, r->arena, diags);
    const xmlNode *root = xml ? xmlDocGetRootElement(xml) : NULL;
    if (!root)
        return NULL;
    hj_document *doc = HJ_NEW(r->arena, hj_document);
    *doc = (hj_document){.file = path, .kind = (const char *)root->name, .xml = xml};
    return doc;
}

/* Words of the packs, and that a hjemmel is not in force, stand only in a record with both. */
static bool wants_words(const hj_test *t)
{
    for (int i = 0; i < t->n_expect; i++)
        if (t->expect[i].kind == HJ_EXPECT_TEKST || t->expect[i].kind == HJ_EXPECT_FEIL)
            return true;
    return false;
}

static hj_record *decide(runner *r, const hj_test *t, hj_diags *diags)
{
    hj_decide_options options = {.date = t->date, .probe = r->probe,
                                 .bare = r->only_whether && !wants_words(t),
                                 .pakke = t->pakke,
                                 .sjekklister = (const char *const *)t->sjekklister};
    hj_ask ask = {0};
    ask.regler = rules_of(r, t, &ask.n_regler);
    ask.frister = keys_of(r, t, HJ_EXPECT_FRIST, HJ_EXPECT_RAA, &ask.n_frister);
    ask.satser = keys_of(r, t, HJ_EXPECT_SATS, -1, &ask.n_satser);
    ask.utregninger = keys_of(r, t, HJ_EXPECT_UTREGNING, -1, &ask.n_utregninger);
    ask.trapper = stairs_of(r, t, &ask.n_trapper);
    ask.fakta = keys_of(r, t, HJ_EXPECT_FAKTUM, -1, &ask.n_fakta);
    ask.tenkt_regel = t->tenkt_regel;
    ask.ingen_regel = t->ingen_regel;
    ask.tenkt_ved = t->tenkt_ved;
    ask.prosess = t->prosess;
    ask.hendelser = t->hendelser;
    ask.n_hendelser = (size_t)t->n_hendelser;
    options.ask = &ask;
    if (t->dokument) {
        hj_document *doc = read_document(r, t->dokument, diags);
        if (t->kommune)
            options.kommune = read_document(r, t->kommune, diags);
        return doc && (!t->kommune || options.kommune)
            ? hj_decide(r->base, doc, &options, r->arena, diags) : NULL;
    }
    return hj_decide_given(r->base, t->given, (size_t)t->n_given, &options, r->arena, diags);
}

bool hj_test_passes(hj_test_runner *r, const hj_test *t)
{
    r->arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(r->arena, r->lang);
    bool wants_error = false;
    hj_buf_clear(&r->why);
    hj_record *record = decide(r, t, diags);
    for (int i = 0; i < t->n_expect; i++) {
        compare(r, t, &t->expect[i], record, diags);
        wants_error |= t->expect[i].kind == HJ_EXPECT_FEIL;
    }
    if (!record && !wants_error) {
        hj_buf_printf(&r->why, "%s\n", hj_tr(r->lang, HJ_T("the decision stopped:")));
        hj_diags_text(diags, &r->why, false);
    } else if (r->tells && r->why.len && !t->dokument) {
        hj_test_tell(r, record);
    }
    hj_arena_free(r->arena);
    r->arena = NULL;
    return !r->why.len;
}
