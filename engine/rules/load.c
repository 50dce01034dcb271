/* Finding packs (pack.c reads one), running their files, and what the rest of the program may ask
 * of a rule base. */
#include <lauxlib.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"
#include "rules/pack.h"

/* Folders may be links to each other: they are counted, so that no ring of them lasts. */
static bool enter_folder(loader *ld, const char *dir)
{
    if (++ld->folders == HJ_LIMIT_RULE_FILES)
        hj_error(ld->diags, "HJ-RULES-195", HJ_FILE(dir),
                 "more than %d folders; is one of them a link to itself?", HJ_LIMIT_RULE_FILES);
    return ld->folders < HJ_LIMIT_RULE_FILES;
}

/* What Lua says when a file or a function fails as it runs; its parser's words are in syntax.c. */
static void explain_trouble(loader *ld, const hj_trouble *t)
{
    static const struct {
        const char *part, *hint;
    } known[] = {
        {"attempt to call a table", HJ_T("is a comma missing between two { … }?")},
        {"attempt to call a string", HJ_T("is a comma missing between two values?")},
        {"attempt to call a nil", HJ_T("a name that has no value cannot be called; check it")},
        {"attempt to index a nil", HJ_T("a name that has no value has no fields; check it")},
        {"attempt to compare", HJ_T("only two numbers or two texts can be compared; "
                                    "about a fact, write minst(\"faktum\", 3)")},
        {"attempt to perform arithmetic", HJ_T("only numbers can be used in arithmetic")},
        {"attempt to concatenate", HJ_T("only texts and numbers can be joined with ..")},
        {"chunk has too many syntax levels", HJ_T("the nesting is too deep")},
        {"C stack overflow", HJ_T("the nesting is too deep")},
    };
    for (size_t i = 0; i < HJ_COUNT(known); i++)
        if (strstr(t->text, known[i].part)) {
            hj_hint(ld->diags, "%s", hj_tr(ld->diags->lang, known[i].hint));
            return;
        }
}

static void report(hj_diags *diags, const hj_trouble *t)
{
    loader ld = {.diags = diags};
    switch (t->kind) {
    case HJ_TROUBLE_MEMORY:
        hj_error(diags, "HJ-RULES-005", t->place,
                 "the rules used more memory than they may (or made a text that is too long)");
        break;
    case HJ_TROUBLE_STEPS:
        hj_error(diags, "HJ-RULES-006", t->place,
                 "the rules took more than %d steps; is there a loop without an end?",
                 HJ_LIMIT_LUA_STEPS);
        break;
    case HJ_TROUBLE_DEPTH:
        hj_error(diags, "HJ-RULES-007", t->place,
                 "a function calls itself too many times, one inside the other");
        break;
    case HJ_TROUBLE_ERROR:
        if (t->ours)
            hj_error(diags, "HJ-RULES-001", t->place, "%s", t->text);
        else
            hj_error(diags, "HJ-RULES-001", t->place, "Lua stopped: %s", t->text);
        explain_trouble(&ld, t);
        break;
    default:
        hj_error(diags, "HJ-RULES-001", t->place, "Lua stopped: %s", "?");
        break;
    }
}

typedef struct run {
    loader *ld;
    int file;
    const char *source;
    size_t n;
    bool compiled;
} run;

static int run_file(lua_State *L)
{
    run *r = lua_touserdata(L, 1);
    hj_host_load(r->ld->base->host, L, r->file, r->source, r->n);
    r->compiled = true;
    lua_call(L, 0, 0);
    return 0;
}

/* Which function reads what, told by the lines; on a line two functions share, nobody can say. */
static void give_reads(loader *ld, int first)
{
    const hj_lint *lint = ld->lint;
    if ((double)lint->n_reads * (ld->functions.n - first) > 1e7)
        return; /* no file a person wrote; what is circular is then found when a case is decided */
    for (int i = 0; i < lint->n_reads; i++) {
        const struct hj_lint_read *r = &lint->reads[i];
        hj_function *owner = NULL;
        int owners = 0;
        for (int k = first; k < ld->functions.n && owners < 2; k++) {
            hj_function *fn = ld->functions.items[k];
            if (r->line < fn->first_line || r->line > fn->last_line)
                continue;
            owner = fn;
            owners++;
        }
        if (owners != 1 || r->kind == HJ_SATS)
            continue;
        int n = owner->n_reads;
        if (!(n & (n - 1))) { /* full at every power of two */
            const char **more = HJ_ARRAY(ld->arena, n ? 2 * (size_t)n : 1, const char *);
            if (n)
                memcpy(more, owner->reads, (size_t)n * sizeof *more);
            owner->reads = more;
        }
        owner->reads[owner->n_reads++] = r->kind == HJ_FAKTUM
            ? r->name
            : hj_arena_printf(ld->arena, "%s.%s", r->kind == HJ_TRAPP ? "trapp" : "utregning",
                              r->name);
    }
}

static int first_bad_line(const char *text, size_t n)
{
    int line = 1;
    for (const char *p = text, *end = text + n; p < end; line++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop + 1 : end;
        if (!hj_utf8_valid(p, (size_t)(stop - p)))
            break;
        p = stop;
    }
    return line;
}

/* Where Lua gave up on the whole text and names no line: the line with the most on it. */
static int fullest_line(const char *text, size_t n)
{
    int line = 1, fullest = 1;
    size_t most = 0;
    for (const char *p = text, *end = text + n; p < end; line++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop + 1 : end;
        if ((size_t)(stop - p) > most) {
            most = (size_t)(stop - p);
            fullest = line;
        }
        p = stop;
    }
    return fullest;
}

static void run_source(loader *ld, const hj_pack_file *s)
{
    const char *path = s->path, *text = s->bytes;
    size_t n = s->n;
    if (!s->bytes) {
        ld->unread++;
        ld->unseen++;
        return;
    }
    if (!hj_utf8_valid(s->bytes, s->n)) {
        hj_error(ld->diags, "HJ-RULES-004", HJ_AT(path, first_bad_line(s->bytes, s->n)),
                 "the file is not UTF-8 text");
        hj_hint(ld->diags, "save it as UTF-8 in the editor; æ, ø and å are written another way");
        ld->unread++;
        ld->unseen++;
        return;
    }
    if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) { /* the mark some editors begin with */
        text += 3;
        n -= 3;
    }
    HJ_GROW(ld, ld->base->sources, ld->base->n_sources, ld->cap_sources, hj_source);
    ld->base->sources[ld->base->n_sources++] = (hj_source){.path = path, .text = text, .n = n};
    hj_source *self = &ld->base->sources[ld->base->n_sources - 1];
    hj_lint *lint = HJ_NEW(ld->arena, hj_lint);
    int file = hj_host_add_file(ld->base->host, path);
    if (!hj_lint_source(text, n, path, lint, ld->arena, ld->diags)) {
        ld->unread++;
        self->unread = true;
        return;
    }
    for (int i = 0; i < lint->n_reads; i++) {
        HJ_GROW(ld, ld->reads.items, ld->reads.n, ld->reads.cap, struct read_fact);
        ld->reads.items[ld->reads.n++] = (struct read_fact){
            HJ_AT(path, lint->reads[i].line), lint->reads[i].name, lint->reads[i].kind};
    }
    ld->lint = lint;
    ld->swallowed = false;
    int first = ld->functions.n;
    ld->dir = hj_path_dir(ld->arena, path);
    run r = {.ld = ld, .file = file, .source = text, .n = n};
    hj_trouble trouble;
    hj_host_reset(ld->base->host);
    if (!hj_host_protect(ld->base->host, run_file, &r, &trouble)) {
        ld->unread++;
        self->unread = true;
        if (!r.compiled && trouble.kind == HJ_TROUBLE_ERROR
            && !strstr(trouble.text, "too many syntax levels")
            && !strstr(trouble.text, "overflow")) {
            hj_explain_syntax(ld, text, n, path, &trouble);
        } else {
            if (!r.compiled && trouble.place.line < 1)
                trouble.place = HJ_AT(path, fullest_line(text, n));
            report(ld->diags, &trouble);
        }
        ld->made = NULL; /* the file stopped half way: what is unused is not the author's fault */
    }
    hj_report_unused(ld);
    give_reads(ld, first);
    if (ld->lint->by_name)
        for (int i = 0; i < ld->editions[HJ_FAKTUM].n; i++) {
            hj_edition *e = ld->editions[HJ_FAKTUM].items[i];
            ((hj_faktum *)e)->by_name |= e->place.file && strcmp(e->place.file, path) == 0;
        }
    ld->lint = NULL;
}

static void read_pack(loader *ld, const char *dir, const char *single)
{
    hj_rulebase *base = ld->base;
    HJ_GROW(ld, base->pakker, base->n_pakker, ld->cap_pakker, hj_pakke);
    ld->pack = base->n_pakker++;
    base->pakker[ld->pack] = (hj_pakke){.dir = dir, .from = HJ_DATE_NONE, .to = HJ_DATE_NONE};
    const hj_pack *pack = hj_pack_read(dir, single, ld->arena, ld->diags);
    base->pakker[ld->pack].sum = hj_arena_printf(ld->arena, HJ_SUM_NAME ":%s", pack->sum);
    if (ld->trust && !hj_pack_is_trusted(pack, ld->trust, ld->diags)) {
        ld->untrusted = true; /* nothing of it is run, nor anything that leans on it */
        return;
    }
    if (ld->check && !single)
        hj_pack_check_signature(pack, ld->diags);
    bool unfit = ld->unfit;
    int unread = ld->unread;
    ld->unfit = false;
    for (int i = 0; i < pack->n && !ld->unfit; i++)
        run_source(ld, &pack->files[i]);
    ld->unfit |= unfit;
    hj_pakke *p = &base->pakker[ld->pack];
    if (!p->navn) {
        if (ld->unread == unread) /* it may stand in a file that could not be read */
            hj_error(ld->diags, "HJ-RULES-008", HJ_AT(pack->files[0].path, 1),
                     "the pack has no pakke { navn = … }");
        p->navn = hj_path_base(dir);
    }
}

static int search(loader *ld, const char *dir, int depth)
{
    if (hj_file_exists(hj_path_join(ld->arena, dir, "pakke.lua"))) {
        read_pack(ld, dir, NULL);
        return 1;
    }
    bool further = depth < 4 && enter_folder(ld, dir);
    char **names = further ? hj_dir_list(ld->arena, dir, ld->diags) : NULL;
    int found = 0;
    for (size_t i = 0; names && names[i]; i++) {
        const char *path = hj_path_join(ld->arena, dir, names[i]);
        if (names[i][0] != '.' && hj_file_is_dir(path))
            found += search(ld, path, depth + 1);
    }
    return found;
}

/* ---- The rule base -------------------------------------------------------------------------- */

static int open_constructors(lua_State *L)
{
    hj_constructors_open(lua_touserdata(L, 1));
    return 0;
}

typedef struct frozen_set {
    loader *ld;
} frozen_set;

static int freeze_all(lua_State *L)
{
    loader *ld = ((frozen_set *)lua_touserdata(L, 1))->ld;
    for (int i = 0; i < ld->functions.n; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, ld->functions.items[i]->ref);
        hj_host_freeze(ld->base->host, L);
        lua_pop(L, 1);
    }
    return 0;
}

static void free_dict(void *dict) { xmlDictFree(dict); }
static void free_host(void *host) { hj_host_free(host); }

typedef struct manner {
    const hj_trust *trust; /* NULL: packs need not be signed */
    bool check;
    hj_date date; /* with check: the day rates are to have a value; or HJ_DATE_NONE */
    hj_survey *survey;
} manner;

static hj_rulebase *load(const char *const *dirs, manner how, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    hj_rulebase *base = HJ_NEW(arena, hj_rulebase);
    loader *ld = HJ_NEW(arena, loader);
    int errors = diags->errors;
    const hj_diag *told = diags->last;
    base->arena = arena;
    base->host = hj_host_new();
    hj_arena_defer(arena, free_host, base->host);
    base->dict = xmlDictCreate();
    hj_arena_defer(arena, free_dict, base->dict);
    *ld = (loader){.base = base, .arena = arena, .paths = hj_paths_new(arena), .diags = diags,
                   .L = hj_host_state(base->host), .trust = how.trust, .check = how.check,
                   .survey = how.survey};
    hj_host_set_user(base->host, ld);
    hj_host_set_lang(base->host, diags->lang);
    hj_trouble trouble;
    if (!hj_host_protect(base->host, open_constructors, ld, &trouble))
        report(diags, &trouble);
    if (how.survey && !*dirs)
        hj_survey_probe(ld);
    for (; *dirs; dirs++) {
        const char *dir = hj_arena_strdup(arena, *dirs);
        if (!hj_file_is_dir(dir) && hj_ends_with(dir, ".lua"))
            read_pack(ld, hj_path_dir(arena, dir), dir);
        else if (hj_file_is_dir(dir) || !hj_file_exists(dir)) {
            int before = diags->errors;
            if (!search(ld, dir, 0) && diags->errors == before) {
                hj_error(diags, "HJ-RULES-009", HJ_FILE(dir), "there is no rule pack here");
                hj_hint(diags, "a pack is a folder with a pakke.lua");
            }
        } else {
            hj_error(diags, "HJ-RULES-009", HJ_FILE(dir), "there is no rule pack here");
            hj_hint(diags, "a pack is a folder with a pakke.lua");
        }
    }
    /* What the rest misses then is no fault of theirs. */
    if (ld->untrusted || ld->unfit || !hj_packs_fit(ld)) {
        hj_rulebase_free(base);
        return NULL;
    }
    hj_resolve(ld);
    hj_host_reset(base->host);
    frozen_set set = {ld};
    if (!hj_host_protect(base->host, freeze_all, &set, &trouble))
        report(diags, &trouble);
    hj_host_set_user(base->host, NULL);
    hj_host_seal(base->host);
    if (how.check && !ld->twice
        && !ld->unread) /* a file that could not be read may be what uses the rest */
        hj_rulebase_tidy(base, how.date, diags);
    if (how.check || diags->errors > errors)
        hj_rulebase_spot(base, diags, told);
    if (diags->errors > errors) {
        hj_rulebase_free(base);
        return NULL;
    }
    return base;
}

hj_rulebase *hj_rulebase_load(const char *const *dirs, hj_diags *diags)
{
    return load(dirs, (manner){0}, diags);
}

hj_rulebase *hj_rulebase_load_trusted(const char *const *dirs, const hj_trust *trust,
                                      hj_diags *diags)
{
    return load(dirs, (manner){.trust = trust}, diags);
}

hj_rulebase *hj_rulebase_survey(const char *const *dirs, hj_survey *survey, hj_arena *arena,
                                hj_diags *diags)
{
    static const char *const nowhere[] = {NULL};
    *survey = (hj_survey){.arena = arena};
    const manner surveying = {.survey = survey};
    hj_rulebase_free(load(nowhere, surveying, hj_diags_new(arena, diags->lang)));
    hj_rulebase *base = load(dirs, surveying, diags);
    hj_survey_sort(survey);
    return base;
}

void hj_rulebase_check(const char *const *dirs, hj_date date, hj_diags *diags)
{
    hj_rulebase_free(load(dirs, (manner){.check = true, .date = date}, diags));
}

void hj_rulebase_free(hj_rulebase *base)
{
    if (base)
        hj_arena_free(base->arena);
}

static int by_line(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void hj_rulebase_fingerprint(const hj_rulebase *base, bool all, hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    const char **lines = HJ_ARRAY(arena, (size_t)base->n_pakker + 1, const char *);
    size_t n = 0;
    for (int i = 0; i < base->n_pakker; i++) {
        const hj_pakke *p = &base->pakker[i];
        if (all || base->active[i])
            lines[n++] = hj_arena_printf(arena, "pack %s %s %s\n", p->navn, p->versjon, p->sum);
    }
    if (n)
        qsort(lines, n, sizeof *lines, by_line);
    for (size_t i = 0; i < n; i++)
        hj_buf_str(out, lines[i]);
    hj_arena_free(arena);
}

const hj_entry *hj_rulebase_find(const hj_rulebase *base, hj_kind kind, const char *name)
{
    const hj_table *t = &base->tables[kind];
    int low = 0, high = t->n - 1;
    while (low <= high) {
        int mid = (low + high) / 2, c = strcmp(name, t->entries[mid]->name);
        if (c == 0)
            return t->entries[mid];
        if (c < 0)
            high = mid - 1;
        else
            low = mid + 1;
    }
    return NULL;
}

const hj_rate *hj_rate_row(const hj_sats *sats, hj_date date)
{
    for (int i = 0; sats && i < sats->n; i++)
        if (date >= sats->rows[i].from
            && (sats->rows[i].to == HJ_DATE_NONE || date < sats->rows[i].to))
            return &sats->rows[i];
    return NULL;
}

const hj_rate *hj_rate_at(const hj_sats *sats, hj_date date)
{
    const hj_rate *row = hj_rate_row(sats, date);
    return row && !row->ukjent ? row : NULL;
}

hj_date hj_span_add(hj_date date, hj_span span)
{
    date = hj_date_add_months(date, span.aar * 12 + span.maaneder);
    if (date == HJ_DATE_NONE)
        return date;
    int64_t days = (int64_t)date + span.uker * 7 + span.dager;
    hj_date first = hj_date_make(1583, 1, 1), last = hj_date_make(9999, 12, 31);
    return days < first || days > last ? HJ_DATE_NONE : (hj_date)days;
}

/* ---- Functions at work ---------------------------------------------------------------------- */

static char facts_key; /* registry: the value packs know as f */

typedef struct call {
    const hj_function *function;
    const hj_reader *reader;
    hj_arena *arena;
    hj_answer answer;
} call;

static call *current(lua_State *L) { return hj_host_user(L); }

static int read_fact_named(lua_State *L, const char *name);

static int read_amount(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        return hj_raise(L, HJ_T("a fact is read as f.name"));
    return read_fact_named(L, lua_pushfstring(L, "utregning.%s", lua_tostring(L, 2)));
}

static int read_stair(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        return hj_raise(L, HJ_T("a fact is read as f.name"));
    return read_fact_named(L, lua_pushfstring(L, "trapp.%s", lua_tostring(L, 2)));
}

static int read_rate(lua_State *L)
{
    call *c = current(L);
    double value;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    if (!c)
        return hj_raise(L, HJ_T("facts can only be read while a case is decided"));
    switch (c->reader->rate(c->reader->user, name, &value)) {
    case HJ_READ_UNKNOWN: hj_host_interrupt(hj_host_of(L), L);
    case HJ_READ_KNOWN: break;
    default: return hj_raise(L, HJ_T("there is no sats '%s' here"), name);
    }
    lua_pushnumber(L, value);
    return 1;
}

/* f.sats, f.utregning and f.trapp: what is read is the name after the next dot. */
static int push_group(lua_State *L, lua_CFunction read)
{
    lua_newuserdatauv(L, 0, 0);
    lua_newtable(L);
    lua_pushcfunction(L, read);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    return 1;
}

static int read_fact(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        return hj_raise(L, HJ_T("a fact is read as f.name"));
    const char *name = lua_tostring(L, 2);
    if (strcmp(name, "sats") == 0)
        return push_group(L, read_rate);
    if (strcmp(name, "utregning") == 0)
        return push_group(L, read_amount);
    if (strcmp(name, "trapp") == 0)
        return push_group(L, read_stair);
    return read_fact_named(L, name);
}

static int read_fact_named(lua_State *L, const char *name)
{
    call *c = current(L);
    hj_value v = {0};
    char iso[11];
    if (!c)
        return hj_raise(L, HJ_T("facts can only be read while a case is decided"));
    switch (c->reader->fact(c->reader->user, name, &v)) {
    case HJ_READ_UNKNOWN: hj_host_interrupt(hj_host_of(L), L);
    case HJ_READ_NO_SUCH: return hj_raise(L, HJ_T("the fact '%s' does not exist"), name);
    case HJ_READ_FAILED:
        return hj_raise(L, HJ_T("the fact '%s' has a value that does not fit"), name);
    case HJ_READ_KNOWN: break;
    }
    switch (v.type) {
    case HJ_FACT_JANEI: lua_pushboolean(L, v.flag); break;
    case HJ_FACT_TALL:
        if (v.number == (double)(long long)v.number && v.number > -1e15 && v.number < 1e15)
            lua_pushinteger(L, (lua_Integer)v.number);
        else
            lua_pushnumber(L, v.number);
        break;
    case HJ_FACT_DATO: lua_pushstring(L, hj_date_iso(v.date, iso)); break;
    default:
        if (v.list) {
            lua_newtable(L);
            for (int i = 0; v.list[i]; i++) {
                lua_pushstring(L, v.list[i]);
                lua_rawseti(L, -2, i + 1);
            }
            break;
        }
        lua_pushstring(L, v.text ? v.text : "");
        break;
    }
    return 1;
}

static int write_fact(lua_State *L)
{
    return hj_raise(L, HJ_T("facts cannot be changed"));
}

static int run_function(lua_State *L)
{
    call *c = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, c->function->ref);
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &facts_key) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newuserdatauv(L, 0, 0);
        lua_newtable(L);
        lua_pushcfunction(L, read_fact);
        lua_setfield(L, -2, "__index");
        lua_pushcfunction(L, write_fact);
        lua_setfield(L, -2, "__newindex");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_setmetatable(L, -2);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &facts_key);
    }
    lua_call(L, 1, 1);
    switch (lua_type(L, -1)) {
    case LUA_TBOOLEAN:
        c->answer.kind = HJ_ANSWER_FLAG;
        c->answer.flag = lua_toboolean(L, -1);
        break;
    case LUA_TNUMBER:
        c->answer.kind = HJ_ANSWER_NUMBER;
        c->answer.number = lua_tonumber(L, -1);
        break;
    case LUA_TSTRING: {
        size_t n;
        const char *s = lua_tolstring(L, -1, &n);
        c->answer.kind = HJ_ANSWER_TEXT;
        c->answer.text = hj_arena_strndup(c->arena, s, n);
        break;
    }
    default:
        return hj_raise(L, HJ_T("the function must answer ja or nei, not %s"),
                        luaL_typename(L, -1));
    }
    return 0;
}

void hj_functions_begin(hj_rulebase *base)
{
    hj_host_reset(base->host);
}

hj_answer hj_functions_call(hj_rulebase *base, const hj_function *function,
                            const hj_reader *reader, hj_arena *arena, hj_diags *diags)
{
    call c = {.function = function, .reader = reader, .arena = arena};
    if (hj_host_spent(base->host))
        return (hj_answer){.kind = HJ_ANSWER_TROUBLE};
    hj_trouble trouble;
    void *outer = hj_host_user(hj_host_state(base->host)); /* a derived fact may need another */
    hj_host_set_user(base->host, &c);
    hj_host_set_lang(base->host, diags->lang);
    bool ok = hj_host_protect(base->host, run_function, &c, &trouble);
    hj_host_set_user(base->host, outer);
    if (ok)
        return c.answer;
    if (trouble.kind == HJ_TROUBLE_UNKNOWN)
        return (hj_answer){.kind = HJ_ANSWER_UNKNOWN};
    if (!trouble.place.file)
        trouble.place = function->place;
    report(diags, &trouble);
    return (hj_answer){.kind = HJ_ANSWER_TROUBLE};
}

bool hj_functions_end(hj_rulebase *base, hj_diags *diags)
{
    hj_place place;
    const char *name;
    if (hj_host_unchanged(base->host, &place, &name))
        return true;
    hj_error(diags, "HJ-RULES-015", place,
             "the function changes the local variable '%s', which is shared between cases", name);
    hj_hint(diags, "move the variable into the function");
    return false;
}
