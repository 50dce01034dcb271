/* See survey.h. */
#include "rules/survey.h"

#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static bool same_keys(const hj_survey_form *s, const char *const *allowed)
{
    int n = 0;
    while (allowed[n])
        n++;
    if (n != s->n)
        return false;
    for (int i = 0; i < n; i++)
        if (strcmp(s->keys[i].name, allowed[i]) != 0)
            return false;
    return true;
}

hj_survey_form *hj_survey_opened(hj_survey *s, const char *what, const char *const *allowed,
                                 bool positional)
{
    if (!allowed || !allowed[0])
        return NULL; /* any key, or none: nothing to tell */
    if (allowed[1] && !allowed[2] && strcmp(allowed[0], "nb") == 0 && strcmp(allowed[1], "nn") == 0)
        return NULL; /* a text in both målformer, whatever it is called */
    for (int i = 0; i < s->n_forms; i++)
        if (strcmp(s->forms[i].what, what) == 0 && same_keys(&s->forms[i], allowed))
            return &s->forms[i];
    if (s->n_forms == s->cap_forms) {
        int cap = s->cap_forms ? s->cap_forms * 2 : 64;
        hj_survey_form *more = HJ_ARRAY(s->arena, (size_t)cap, hj_survey_form);
        if (s->n_forms)
            memcpy(more, s->forms, (size_t)s->n_forms * sizeof *more);
        s->forms = more;
        s->cap_forms = cap;
    }
    hj_survey_form *f = &s->forms[s->n_forms++];
    *f = (hj_survey_form){.what = hj_arena_strdup(s->arena, what), .positional = positional};
    while (allowed[f->n])
        f->n++;
    f->keys = HJ_ARRAY(s->arena, (size_t)f->n, hj_survey_key);
    for (int i = 0; i < f->n; i++)
        f->keys[i].name = hj_arena_strdup(s->arena, allowed[i]);
    return f;
}

void hj_survey_read(const form *f, const char *key, hj_key_type type, bool required)
{
    hj_survey *s = f->ld->survey;
    for (int i = 0; f->allowed && i < s->n_forms; i++) {
        hj_survey_form *seen = &s->forms[i];
        if (strcmp(seen->what, f->what) != 0 || !same_keys(seen, f->allowed))
            continue;
        for (int k = 0; k < seen->n; k++)
            if (strcmp(seen->keys[k].name, key) == 0) {
                /* asked for in two ways: it may be either */
                seen->keys[k].type = seen->keys[k].type == HJ_KEY_ANY ? type : seen->keys[k].type;
                seen->keys[k].required |= required;
            }
        return;
    }
}

static int run_probe(lua_State *L)
{
    const char *source = lua_touserdata(L, 1);
    hj_host_load(hj_host_of(L), L, 0, source, strlen(source));
    lua_call(L, 0, 0);
    return 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every word with an empty table, and with a name and an empty table; most are refused. */
void hj_survey_probe(loader *ld)
{
    hj_survey *s = ld->survey;
    hj_host *host = ld->base->host;
    const char *const *names;
    hj_trouble ignored;
    s->n_words = hj_host_names(host, &names);
    s->words = HJ_ARRAY(s->arena, s->n_words + 1, const char *);
    for (size_t i = 0; i < s->n_words; i++)
        s->words[i] = hj_arena_strdup(s->arena, names[i]);
    qsort(s->words, s->n_words, sizeof *s->words, by_text);
    hj_host_add_file(host, "survey");
    HJ_GROW(ld, ld->base->pakker, ld->base->n_pakker, ld->cap_pakker, hj_pakke);
    ld->pack = ld->base->n_pakker++;
    ld->base->pakker[ld->pack] = (hj_pakke){.dir = "."};
    ld->dir = ".";
    ld->lint = HJ_NEW(ld->arena, hj_lint);
    for (size_t i = 0; i < s->n_words; i++) {
        char *with = hj_arena_printf(s->arena, "%s \"x\" {}", s->words[i]);
        char *without = hj_arena_printf(s->arena, "%s {}", s->words[i]);
        hj_host_reset(host);
        hj_host_protect(host, run_probe, with, &ignored);
        hj_host_protect(host, run_probe, without, &ignored);
    }
    ld->lint = NULL;
}

static int by_form(const void *a, const void *b)
{
    const hj_survey_form *x = a, *y = b;
    int c = strcmp(x->what, y->what);
    for (int i = 0; !c && i < x->n && i < y->n; i++)
        c = strcmp(x->keys[i].name, y->keys[i].name);
    return c ? c : x->n - y->n;
}

void hj_survey_sort(hj_survey *s)
{
    if (s->n_forms)
        qsort(s->forms, (size_t)s->n_forms, sizeof *s->forms, by_form);
}
