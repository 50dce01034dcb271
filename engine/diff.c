/* hjemmel diff: the cases of a folder decided by two versions of the rules. */
#include <string.h>

#include "author/diff.h"
#include "handle.h"

typedef struct comparison {
    hj_work *w;
    hj_diff *diff;
    size_t done, of, cases;
} comparison;

/* Found in a folder, it keeps its diagnostics to itself: the report names what is broken. */
static void look_at(comparison *c, const char *path, bool named)
{
    hj_work *one = hj_work_new(c->w->handle, path, c->w->job);
    hj_decide_options options;
    bool is_case = true;
    if (named)
        one->diags = c->w->diags;
    if (!hj_work_read(one)) {
        /* A template or an FO file in a folder is no case. */
        is_case = named || hj_input_sniff(path) == HJ_INPUT_CASE;
        if (is_case)
            hj_diff_unreadable(c->diff, path, one->diags);
    } else if (!named && !hj_work_has_doctype(one)) {
        is_case = false; /* nothing is made of it */
    } else if (!hj_work_options(one, &options)) {
        hj_diff_unreadable(c->diff, path, one->diags);
    } else {
        hj_diff_case(c->diff, &(hj_diff_case_input){
            .label = path, .document = one->document, .options = &options, .type = one->type,
            .templates = c->w->job->texts ? c->w->handle->templates.templates : NULL,
            .lang = c->w->handle->lang});
    }
    hj_arena_free(one->arena);
    c->cases += is_case;
    c->done++;
    if (c->w->job->progress && (c->done % 100 == 0 || c->done == c->of))
        c->w->job->progress(c->w->job->progress_user, c->done, c->of);
}

static void look_at_all(comparison *c, const char *const *paths, size_t n)
{
    const char ***below = HJ_ARRAY(c->w->arena, n + 1, const char **);
    for (size_t i = 0; i < n; i++) {
        below[i] = hj_file_is_dir(paths[i]) ? hj_documents_below(paths[i], c->w->arena, c->w->diags)
                                            : NULL;
        c->of += !below[i];
        for (const char **file = below[i]; file && *file; file++)
            c->of++;
    }
    for (size_t i = 0; i < n; i++) {
        if (!below[i])
            look_at(c, paths[i], true);
        for (const char **file = below[i]; file && *file; file++)
            look_at(c, *file, false);
    }
}

hjemmel_result *hjemmel_diff(hjemmel *h, const char *before, const char *after,
                             const char *const *paths, size_t n, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, before, job);
    hj_rulebase *old = hj_rulebase_load(hj_split_dirs(w->arena, before), w->diags);
    hj_rulebase *new = hj_rulebase_load(hj_split_dirs(w->arena, after), w->diags);
    hj_buf out = {0};
    hj_date date;
    if (hj_work_asked_date(w, &date) && old && new) {
        comparison c = {.w = w, .diff = hj_diff_new(old, new, w->arena)};
        look_at_all(&c, paths, n);
        if (!c.cases)
            hj_error(w->diags, "HJ-DIFF-001", HJ_FILE(n ? paths[0] : before),
                     "there are no cases here to compare the two versions with");
        hj_diff_format format = w->job->json ? HJ_DIFF_JSON
            : w->job->html ? HJ_DIFF_HTML : HJ_DIFF_TEXT;
        hj_diff_report(c.diff, format, h->lang, &out);
    }
    hj_rulebase_free(old);
    hj_rulebase_free(new);
    return hj_work_finish(w, &out);
}
