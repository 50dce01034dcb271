/* hjemmel format: rule files laid out in the one way. */
#include <string.h>

#include "handle.h"

static bool is_lua(const char *path)
{
    size_t n = strlen(path);
    return n > 4 && strcmp(path + n - 4, ".lua") == 0;
}

typedef struct tally {
    hj_work *w;
    hjemmel_format_mode mode;
    hj_buf *out;
    int files, changed;
} tally;

static void one_file(tally *t, const char *path)
{
    hj_work *w = t->w;
    hj_arena *arena = hj_arena_new();
    hj_buf laid = {0};
    size_t n;
    char *source = hj_file_read(arena, path, HJ_LIMIT_RULE_BYTES, &n, w->diags);
    t->files++;
    if (!source || !hj_format_source(source, n, path, &laid, w->diags)) {
        /* told */
    } else if (t->mode == HJEMMEL_FORMAT_STDOUT) {
        hj_buf_add(t->out, laid.data, laid.len);
    } else if (laid.len != n || memcmp(laid.data, source, n) != 0) {
        t->changed++;
        if (t->mode == HJEMMEL_FORMAT_CHECK)
            hj_error(w->diags, "HJ-FORMAT-001", HJ_FILE(path),
                     "not laid out as hjemmel format does");
        else if (hj_file_write(path, laid.data ? laid.data : "", laid.len, w->diags))
            hj_buf_printf(t->out, "%s: %s\n", path, hj_tr(w->handle->lang, HJ_T("laid out")));
    }
    hj_buf_free(&laid);
    hj_arena_free(arena);
}

static void walk(tally *t, const char *dir, int depth)
{
    enum { DEEPEST = 32 };
    char **names = depth < DEEPEST ? hj_dir_list(t->w->arena, dir, t->w->diags) : NULL;
    for (; names && *names; names++) {
        const char *path = hj_path_join(t->w->arena, dir, *names);
        if ((*names)[0] == '.')
            continue;
        if (hj_file_is_dir(path))
            walk(t, path, depth + 1);
        else if (is_lua(path))
            one_file(t, path);
    }
}

hjemmel_result *hjemmel_lay_out(hjemmel *h, const char *const *paths, size_t n,
                                hjemmel_format_mode mode, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, n ? paths[0] : ".", job);
    hj_buf out = {0};
    tally t = {.w = w, .mode = mode, .out = &out};
    for (size_t i = 0; i < n; i++) {
        int before = t.files;
        if (hj_file_is_dir(paths[i]))
            walk(&t, paths[i], 0);
        else
            one_file(&t, paths[i]);
        if (t.files == before)
            hj_error(w->diags, "HJ-FORMAT-002", HJ_FILE(paths[i]), "there are no .lua files here");
    }
    if (mode == HJEMMEL_FORMAT_CHECK && t.changed)
        hj_hint(w->diags, "run hjemmel format; only blanks and line breaks are changed");
    return hj_work_finish(w, &out);
}
