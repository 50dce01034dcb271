/* hjemmel console: a conversation about one case.
 *
 * The hard idea: nothing is changed but a list of what the person has said («sett fall = 2»). Every
 * answer decides the case anew with that list over the document, and shows what the record says;
 * taking a word back is making the list shorter. So the console can tell no other story than
 * explain would about a case written like that. */
#include "console.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

/* ---- deciding ---- */

static hj_value value_of(const hj_fact_decl *decl, const hj_said *s, hj_arena *arena, bool *fits)
{
    hj_value v = {.type = decl->type, .known = HJ_NOT_STATED};
    *fits = true;
    if (s->unknown)
        v.known = s->known;
    else
        *fits = hj_fact_parse(decl, s->text, &v, arena);
    v.place = HJ_AT(hj_arena_strdup(arena, "console"), s->line);
    return v;
}

/* The list of what was said as facts over the document. A fact the packs no longer have is told. */
static void apply(hjemmel_console *c, hj_work *w)
{
    hj_rulebase *base = c->handle->rules.base;
    hj_given *given = HJ_ARRAY(w->arena, c->n + 1, hj_given);
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        const hj_said *s = &c->said[i];
        if (!s->fact) {
            c->job.dato = s->text;
            continue;
        }
        const hj_entry *e = hj_rulebase_find(base, HJ_FAKTUM, s->fact);
        bool fits = false;
        hj_value v = {0};
        if (e)
            v = value_of(&hj_faktum_of(e)->decl, s, w->arena, &fits);
        if (fits)
            given[n++] = (hj_given){.name = s->fact, .fact = e, .value = v, .at = s->at};
        else
            hj_warning(w->diags, "HJ-CONSOLE-007", HJ_AT("console", s->line),
                       "what was said of '%s' does not fit the packs as they are now", s->fact);
    }
    w->given = given;
    w->n_given = n;
}

hj_work *hj_console_decide(hjemmel_console *c, const struct hj_ask *ask)
{
    c->job.dato = c->dato;
    hj_work *w = hj_work_new(c->handle, c->path, &c->job);
    w->document = c->read->document;
    w->kommune = c->read->kommune;
    w->kommune_path = c->read->kommune_path;
    w->ask = ask;
    w->changes = true;
    apply(c, w);
    hj_work_decide(w);
    return w;
}

static void let_go(hj_work *w)
{
    if (w)
        hj_arena_free(w->arena);
}

/* Reads the case. False when it cannot be read: what was read before stays. */
static bool read_case(hjemmel_console *c, hj_diags *diags)
{
    hj_work *read = hj_work_new(c->handle, c->path, &c->job);
    bool ok = hj_work_read(read) && hj_handle_rules(c->handle, read->diags)
        && hj_handle_templates(c->handle, read->diags);
    hj_console_take(diags, read->diags);
    if (!ok) {
        let_go(read);
        return false;
    }
    c->read = read;
    return true;
}

void hj_console_take(hj_diags *diags, const hj_diags *from)
{
    for (const hj_diag *d = from->first; d; d = d->next) {
        if (d->severity == HJ_ERROR)
            hj_error_blame(diags, d->blame, d->code, d->place, "%s", d->message);
        else if (d->severity == HJ_WARNING)
            hj_warning(diags, d->code, d->place, "%s", d->message);
        else
            hj_note(diags, d->code, d->place, "%s", d->message);
        if (d->hint)
            hj_hint(diags, "%s", d->hint);
    }
}

/* Decides with what is now said; shows what came of it compared to before. */
static void decide_again(hjemmel_console *c, hj_talk *t)
{
    hj_work *before = c->now;
    c->now = hj_console_decide(c, NULL);
    hj_console_take(t->diags, c->now->diags);
    if (!c->now->record)
        hj_console_line(t, HJ_T("The case cannot be decided like this; undo takes the last change back."));
    else if (before && before->record)
        hj_console_difference(t, before->record, c->now->record);
    let_go(before);
}

/* ---- what can be said ---- */

static bool has_record(hjemmel_console *c, hj_talk *t)
{
    if (c->now && c->now->record)
        return true;
    hj_error(t->diags, "HJ-CONSOLE-001", HJ_NOWHERE, "the case cannot be decided as it is now");
    hj_hint(t->diags, "undo (angre) takes the last change back; reload (last) reads packs and case again");
    return false;
}

static const xmlNode *post_named(hjemmel_console *c, hj_talk *t, const char *word)
{
    enum { MOST = 200 };
    const char *names[MOST];
    size_t n = 0;
    const xmlNode *root = xmlDocGetRootElement(c->now->record->xml);
    for (const xmlNode *p = hj_element_next(root->children, "post"); p;
         p = hj_element_next(p->next, "post")) {
        const char *id = hj_attribute(p, "id"), *rule = hj_attribute(p, "regel");
        if (strcmp(id, word) == 0 || strcmp(rule, word) == 0)
            return p;
        if (n + 2 < MOST) {
            names[n++] = id;
            names[n++] = rule;
        }
    }
    const hj_entry *e = hj_rulebase_find(c->handle->rules.base, HJ_REGEL, word);
    if (e) {
        hj_error(t->diags, "HJ-CONSOLE-002", e->editions[0]->place,
                 "the rule '%s' applies to nothing in this case", word);
        return NULL;
    }
    hj_error(t->diags, "HJ-CONSOLE-003", HJ_NOWHERE,
             "there is no rule or post '%s' in this case", word);
    const char *near = n ? hj_nearest(word, names, n) : NULL;
    if (near)
        hj_hint(t->diags, "did you mean '%s'?", near);
    else
        hj_hint(t->diags, "rules (regler) lists them");
    return NULL;
}

static const hj_entry *fact_named(hjemmel_console *c, hj_talk *t, const char *word)
{
    const hj_table *table = &c->handle->rules.base->tables[HJ_FAKTUM];
    const hj_entry *e = hj_rulebase_find(c->handle->rules.base, HJ_FAKTUM, word);
    if (e)
        return e;
    const char **names = HJ_ARRAY(t->arena, (size_t)table->n + 1, const char *);
    for (int i = 0; i < table->n; i++)
        names[i] = table->entries[i]->name;
    hj_error(t->diags, "HJ-CONSOLE-004", HJ_NOWHERE, "there is no fact '%s' in the packs", word);
    const char *near = table->n ? hj_nearest(word, names, (size_t)table->n) : NULL;
    if (near)
        hj_hint(t->diags, "did you mean '%s'?", near);
    return NULL;
}

static void say_rules(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    hj_console_overview(t, c->now->record);
}

static void say_rule(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    if (n == 0) {
        hj_console_overview(t, c->now->record);
        return;
    }
    const xmlNode *p = post_named(c, t, words[0]);
    if (p)
        hj_console_post(t, p);
}

static void say_why(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    const xmlNode *root = xmlDocGetRootElement(c->now->record->xml);
    if (n) {
        const xmlNode *p = post_named(c, t, words[0]);
        if (p)
            hj_record_text_part(c->now->record, HJ_PART_POST, hj_attribute(p, "id"),
                                t->lang, t->out);
        return;
    }
    for (const xmlNode *p = hj_element_next(root->children, "post"); p;
         p = hj_element_next(p->next, "post"))
        hj_record_text_part(c->now->record, HJ_PART_POST, hj_attribute(p, "id"), t->lang,
                            t->out);
}

static void say_facts(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    const hj_entry *e = NULL;
    if (n == 0) {
        hj_console_facts(t, c->now->record, NULL);
        return;
    }
    if (!(e = fact_named(c, t, words[0])))
        return;
    const char *const names[] = {e->name};
    hj_ask ask = {.fakta = names, .n_fakta = 1};
    hj_work *w = hj_console_decide(c, &ask);
    if (w->record)
        hj_console_facts(t, w->record, e->name);
    hj_console_declared(t, e);
    let_go(w);
}

static void say_missing(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    const xmlNode *only = NULL;
    if (n && !(only = post_named(c, t, words[0])))
        return;
    hj_console_missing(t, c->now->record, only);
}

static void say_deadlines(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    size_t before = t->out->len;
    hj_record_text_part(c->now->record, HJ_PART_FRISTER, NULL, t->lang, t->out);
    if (t->out->len == before)
        hj_console_line(t, HJ_T("No deadlines."));
}

static void say_checklist(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    size_t before = t->out->len;
    hj_record_text_part(c->now->record, HJ_PART_FUNN, NULL, t->lang, t->out);
    if (t->out->len == before)
        hj_console_line(t, HJ_T("The checklist has nothing to say."));
}

static void add(hjemmel_console *c, hj_said said)
{
    if (c->n == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 16;
        hj_said *more = HJ_ARRAY(c->arena, c->cap, hj_said);
        if (c->n)
            memcpy(more, c->said, c->n * sizeof *more);
        c->said = more;
    }
    said.line = c->line;
    c->said[c->n++] = said;
}

static bool unknown_word(const char *word, hj_known *known)
{
    static const struct { const char *word; hj_known known; } words[] = {
        {"ukjent", HJ_NOT_STATED}, {"unknown", HJ_NOT_STATED}, {"ikke_oppgitt", HJ_NOT_STATED},
        {"ikke_relevant", HJ_NOT_RELEVANT}, {"under_innhenting", HJ_BEING_COLLECTED}};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(word, words[i].word) == 0) {
            *known = words[i].known;
            return true;
        }
    return false;
}

/* What a person writes for a value: yes and no, a comma in a number, quotes round a text. */
static const char *plain_value(hjemmel_console *c, hj_fact_type type, char *s)
{
    size_t n = strlen(s);
    if (n > 1 && (s[0] == '"' || s[0] == '\'') && s[n - 1] == s[0]) {
        s[n - 1] = 0;
        s++;
    }
    if (type == HJ_FACT_JANEI && (strcmp(s, "yes") == 0 || strcmp(s, "no") == 0))
        return strcmp(s, "yes") == 0 ? "ja" : "nei";
    char *comma = type == HJ_FACT_TALL ? strchr(s, ',') : NULL;
    if (comma)
        *comma = '.';
    return hj_arena_strdup(c->arena, s);
}

static bool is_date_word(const char *word)
{
    return strcmp(word, "dato") == 0 || strcmp(word, "date") == 0;
}

static void set_date(hjemmel_console *c, hj_talk *t, const char *word)
{
    if (hj_date_parse(word) == HJ_DATE_NONE) {
        hj_error(t->diags, "HJ-CONSOLE-005", HJ_NOWHERE,
                 "%s is no date; dates are written as 2026-11-24", word);
        return;
    }
    add(c, (hj_said){.text = hj_arena_strdup(c->arena, word)});
    decide_again(c, t);
}

/* [POST] FACT, where the post may be left out or stand as POST.FACT. */
static const hj_entry *place_and_fact(hjemmel_console *c, hj_talk *t, char **words, int n,
                                      const char **at)
{
    char *fact = words[n - 1], *post = n > 1 ? words[0] : NULL, *dot = strchr(fact, '.');
    if (dot && !post) {
        *dot = 0;
        post = fact;
        fact = dot + 1;
    }
    *at = NULL;
    if (post) {
        if (!has_record(c, t))
            return NULL;
        const xmlNode *p = post_named(c, t, post);
        if (!p)
            return NULL;
        *at = hj_attribute(p, "node");
        if (!*at || !**at) {
            hj_error(t->diags, "HJ-CONSOLE-006", HJ_NOWHERE,
                     "'%s' has no id in the case; a fact can only be set everywhere", post);
            return NULL;
        }
        *at = hj_arena_strdup(c->arena, *at);
    }
    return fact_named(c, t, fact);
}

static void say_set(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    const char *at;
    if (n == 2 && is_date_word(words[0])) {
        set_date(c, t, words[1]);
        return;
    }
    if (n < 2) {
        hj_error(t->diags, "HJ-CONSOLE-008", HJ_NOWHERE, "set needs a fact and a value");
        hj_hint(t->diags, "as in: sett fall_siste_aar = 2; or for one post: sett t1 utfall = innvilget");
        return;
    }
    const hj_entry *e = place_and_fact(c, t, words, n - 1, &at);
    if (!e)
        return;
    const hj_fact_decl *decl = &hj_faktum_of(e)->decl;
    hj_said said = {.fact = hj_arena_strdup(c->arena, e->name), .at = at};
    said.unknown = unknown_word(words[n - 1], &said.known);
    said.text = plain_value(c, decl->type, words[n - 1]);
    hj_value v = {.type = decl->type};
    if (!said.unknown && !hj_fact_parse(decl, said.text, &v, t->arena)) {
        hj_error(t->diags, "HJ-CONSOLE-009", HJ_NOWHERE, "'%s' cannot have that value", e->name);
        hj_fact_expected(decl, t->diags);
        return;
    }
    add(c, said);
    decide_again(c, t);
}

static void say_forget(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    const char *at;
    const hj_entry *e = n ? place_and_fact(c, t, words, n, &at) : NULL;
    if (n == 0)
        hj_error(t->diags, "HJ-CONSOLE-010", HJ_NOWHERE, "forget needs a fact");
    if (!e)
        return;
    add(c, (hj_said){.fact = hj_arena_strdup(c->arena, e->name), .at = at, .text = "ukjent",
                     .unknown = true, .known = HJ_NOT_STATED});
    decide_again(c, t);
}

static void say_undo(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    if (!c->n) {
        hj_console_line(t, HJ_T("Nothing has been changed."));
        return;
    }
    c->n--;
    decide_again(c, t);
}

static void say_date(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    char iso[11];
    if (n)
        set_date(c, t, words[0]);
    else if (has_record(c, t))
        hj_buf_printf(t->out, "%s\n", hj_date_iso(c->now->record->date, iso));
}

static void say_changes(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    for (size_t i = 0; i < c->n; i++)
        hj_buf_printf(t->out, "%d. %s%s%s = %s\n", c->said[i].line,
                      c->said[i].at ? c->said[i].at : "", c->said[i].at ? "." : "",
                      c->said[i].fact ? c->said[i].fact : "dato", c->said[i].text);
    if (!c->n)
        hj_console_line(t, HJ_T("Nothing has been changed."));
}

static void say_reload(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)words;
    (void)n;
    hj_rulebase *old;
    hj_work *read = c->read;
    if (!hj_handle_reload_rules(c->handle, &old, t->diags)) {
        hj_console_line(t, HJ_T("The packs do not load; the ones read before are still in use."));
        return;
    }
    if (!read_case(c, t->diags))
        hj_console_line(t, HJ_T("The case cannot be read; it is as it was read before."));
    decide_again(c, t);
    if (read != c->read)
        let_go(read);
    hj_rulebase_free(old); /* the record before was made with its words */
}

static void say_end(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)t;
    (void)words;
    (void)n;
    c->over = true;
}

static void say_help(hjemmel_console *c, hj_talk *t, char **words, int n);

/* ---- the commands ---- */

static const struct command {
    const char *nb, *en, *arguments, *says;
    bool needs_record;
    void (*run)(hjemmel_console *c, hj_talk *t, char **words, int n);
} commands[] = {
    {"fakta", "facts", HJ_T("[FACT]"), HJ_T("what is known, and where it stands; one fact"), true, say_facts},
    {"regler", "rules", "", HJ_T("what the rules propose"), true, say_rules},
    {"regel", "rule", HJ_T("RULE|POST"), HJ_T("what one rule proposes"), true, say_rule},
    {"hvorfor", "why", HJ_T("[RULE|POST]"), HJ_T("conditions, facts, hjemler"), true, say_why},
    {"mangler", "missing", HJ_T("[RULE|POST]"), HJ_T("what is missing and can change the outcome"), true, say_missing},
    {"frister", "deadlines", "", HJ_T("deadlines"), true, say_deadlines},
    {"sjekk", "check", "", HJ_T("what the checklist says"), true, say_checklist},
    {"sett", "set", HJ_T("[POST] FACT = VALUE"), HJ_T("take a fact to be so, and see what changes"), false, say_set},
    {"glem", "forget", HJ_T("[POST] FACT"), HJ_T("take a fact to be unknown"), false, say_forget},
    {"dato", "date", "[YYYY-MM-DD]", HJ_T("the date the law is chosen by; another date"), false, say_date},
    {"angre", "undo", "", HJ_T("take the last change back"), false, say_undo},
    {"endringer", "changes", "", HJ_T("what has been changed"), false, say_changes},
    {"last", "reload", "", HJ_T("read packs and case again"), false, say_reload},
    {"hjelp", "help", "", HJ_T("this"), false, say_help},
    {"slutt", "quit", "", HJ_T("end; also Ctrl-D"), false, say_end},
};

static void say_help(hjemmel_console *c, hj_talk *t, char **words, int n)
{
    (void)c;
    (void)words;
    (void)n;
    for (size_t i = 0; i < HJ_COUNT(commands); i++) {
        const struct command *k = &commands[i];
        bool nb = t->lang == HJ_LANG_NB;
        const char *arguments = *k->arguments ? hj_tr(t->lang, k->arguments) : "";
        char *left = hj_arena_printf(t->arena, "%s %s", nb ? k->nb : k->en, arguments);
        hj_buf_printf(t->out, "  %-26s %s (%s)\n", left, hj_tr(t->lang, k->says),
                      nb ? k->en : k->nb);
    }
}

static const struct command *command_named(hj_talk *t, const char *word)
{
    const char *names[2 * HJ_COUNT(commands)];
    for (size_t i = 0; i < HJ_COUNT(commands); i++) {
        if (strcmp(word, commands[i].nb) == 0 || strcmp(word, commands[i].en) == 0)
            return &commands[i];
        names[2 * i] = commands[i].nb;
        names[2 * i + 1] = commands[i].en;
    }
    const char *near = hj_nearest(word, names, HJ_COUNT(names));
    hj_error(t->diags, "HJ-CONSOLE-011", HJ_NOWHERE, "there is no command \"%s\" here", word);
    if (near)
        hj_hint(t->diags, "did you mean '%s'?", near);
    else
        hj_hint(t->diags, "help (hjelp) lists what can be said");
    return NULL;
}

/* Words of a line; what stands after = is one value, blanks and all. */
static int split(char *line, char **words, int most)
{
    int n = 0;
    char *value = strchr(line, '=');
    if (value)
        *value++ = 0;
    for (char *save, *w = strtok_r(line, " \t\r\n", &save); w && n < most;
         w = strtok_r(NULL, " \t\r\n", &save))
        words[n++] = w;
    if (!value || n == most)
        return n;
    value += strspn(value, " \t\r\n");
    size_t len = strlen(value);
    while (len && strchr(" \t\r\n", value[len - 1]))
        value[--len] = 0;
    if (len)
        words[n++] = value;
    return n;
}

/* ---- the conversation ---- */

static hjemmel_result *answer(hj_work *w, hj_buf *out)
{
    if (!out->data)
        hj_buf_add(out, "", 0);
    return hj_work_finish(w, out);
}

hjemmel_result *hjemmel_console_say(hjemmel_console *c, const char *line)
{
    enum { MOST = 8 };
    char *words[MOST];
    hj_buf out = {0};
    hj_work *w = hj_work_new(c->handle, c->path, &c->job);
    hj_talk t = {.lang = c->handle->lang, .diags = w->diags, .arena = w->arena, .out = &out};
    c->line++;
    int n = split(hj_arena_strdup(w->arena, line), words, MOST);
    const struct command *k = n && *words[0] != '#' ? command_named(&t, words[0]) : NULL;
    if (k && (!k->needs_record || has_record(c, &t)))
        k->run(c, &t, words + 1, n - 1);
    return answer(w, &out);
}

bool hjemmel_console_over(const hjemmel_console *c)
{
    return c->over;
}

hjemmel_console *hjemmel_console_new(hjemmel *h, const char *path, const hjemmel_job *job,
                                     hjemmel_result **opening)
{
    hj_arena *arena = hj_arena_new();
    hjemmel_console *c = HJ_NEW(arena, hjemmel_console);
    *c = (hjemmel_console){.handle = h, .arena = arena, .path = hj_arena_strdup(arena, path)};
    if (job)
        c->job = *job;
    c->dato = c->job.dato;
    hj_work *w = hj_work_new(h, path, &c->job);
    hj_buf out = {0};
    hj_talk t = {.lang = h->lang, .diags = w->diags, .arena = w->arena, .out = &out};
    bool ok = read_case(c, w->diags);
    if (ok) {
        c->now = hj_console_decide(c, NULL);
        hj_console_take(w->diags, c->now->diags);
        if (c->now->record)
            hj_console_overview(&t, c->now->record);
    }
    *opening = answer(w, &out);
    if (ok)
        return c;
    hjemmel_console_free(c);
    return NULL;
}

void hjemmel_console_free(hjemmel_console *c)
{
    if (!c)
        return;
    let_go(c->now);
    let_go(c->read);
    hj_arena_free(c->arena);
}
