/* hjemmel new: a working start, copied from templates/nytt.
 *
 * The hard idea: what a start looks like is data (templates/nytt/LESMEG.md says how it is written);
 * this only puts the name in, leaves out lines that lean on packs that are not there, and never
 * writes over a file. All is read and held against the disk before the first byte is written. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "handle.h"

enum { MOST_FILES = 40, MOST_BYTES = 200000 };

typedef enum { INTO_PACK, INTO_TEMPLATES, BESIDE } placement;

static const struct kind {
    const char *names[4]; /* the first is the folder in templates/nytt */
    placement where;
} kinds[] = {
    {{"regel", "rule"}, INTO_PACK},
    {{"tjeneste", "service", "teneste"}, INTO_PACK},
    {{"brev", "letter"}, INTO_TEMPLATES},
    {{"sak", "case"}, BESIDE},
    {{"kommune", "municipality"}, BESIDE},
};

typedef struct file {
    const char *path;
    char *bytes;
    size_t n;
    bool replaces; /* dokumenter.xml, with an entry more */
} file;

typedef struct start {
    hj_work *w;
    const char *from, *into, *name; /* from: templates/nytt */
    const char *packs; /* the folder whose packs the new one stands among */
    file files[MOST_FILES];
    int n;
} start;

static const struct kind *kind_of(const char *word)
{
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        for (int k = 0; k < 4 && kinds[i].names[k]; k++)
            if (strcmp(kinds[i].names[k], word) == 0)
                return &kinds[i];
    return NULL;
}

static void no_such_kind(hj_work *w, const char *word)
{
    const char *all[HJ_COUNT(kinds) * 4];
    size_t n = 0;
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        for (int k = 0; k < 4 && kinds[i].names[k]; k++)
            all[n++] = kinds[i].names[k];
    hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-NEW-001", HJ_NOWHERE,
                   "there is no start for \"%s\"", word);
    const char *near = hj_nearest(word, all, n);
    if (near)
        hj_hint(w->diags, "did you mean %s?", near);
    else
        hj_hint(w->diags, "rule, service, letter, case or municipality");
}

/* A name must do in Lua, in XML, as a key of texts and as a file. */
static bool name_ok(hj_work *w, const char *name)
{
    static const struct {
        const char *from, *to;
    } ascii[] = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "ae"}, {"Ø", "oe"}, {"Å", "aa"},
                 {"-", "_"}, {" ", "_"}};
    size_t n = strlen(name);
    bool ok = n >= 2 && n <= 40 && name[0] >= 'a' && name[0] <= 'z';
    for (const char *p = name; *p && ok; p++)
        ok = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_';
    if (ok)
        return true;
    hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-NEW-002", HJ_NOWHERE,
                   "\"%s\" cannot be a name: 2 to 40 of a-z, 0-9 and _, a letter first", name);
    hj_buf better = {0};
    for (const char *p = name; *p && better.len < 40;) {
        size_t i = 0;
        while (i < HJ_COUNT(ascii) && strncmp(p, ascii[i].from, strlen(ascii[i].from)) != 0)
            i++;
        if (i < HJ_COUNT(ascii))
            hj_buf_str(&better, ascii[i].to);
        else if (*p >= 'A' && *p <= 'Z')
            hj_buf_char(&better, (char)(*p + 'a' - 'A'));
        else if ((*p >= 'a' && *p <= 'z') || *p == '_'
                 || (better.len && *p >= '0' && *p <= '9'))
            hj_buf_char(&better, *p);
        p += i < HJ_COUNT(ascii) ? strlen(ascii[i].from) : 1;
    }
    if (better.len >= 2)
        hj_hint(w->diags, "write %s", better.data);
    hj_buf_free(&better);
    return false;
}

/* NYTTKODE: at most eight capital letters and digits. */
static const char *code_of(hj_arena *arena, const char *name)
{
    char code[9];
    size_t n = 0;
    for (; *name && n < 8; name++)
        if (*name != '_')
            code[n++] = *name >= 'a' ? (char)(*name - 'a' + 'A') : *name;
    return hj_arena_strndup(arena, code, n);
}

static void put_names(hj_buf *out, const char *s, size_t n, const char *name, const char *code)
{
    static const char *const marks[] = {"nytt_navn", "Nytt_navn", "NYTTKODE"};
    for (const char *p = s, *end = s + n; p < end;) {
        size_t i = 0;
        while (i < HJ_COUNT(marks) && ((size_t)(end - p) < strlen(marks[i])
                                       || memcmp(p, marks[i], strlen(marks[i])) != 0))
            i++;
        if (i == HJ_COUNT(marks)) {
            hj_buf_char(out, *p++);
            continue;
        }
        size_t at = out->len;
        hj_buf_str(out, i == 2 ? code : name);
        if (i == 1)
            out->data[at] = (char)(out->data[at] - 'a' + 'A');
        p += strlen(marks[i]);
    }
}

/* Is the line wanted? Its mark, --med:pack or --uten:pack, is taken off. */
static bool wanted(const start *s, const char *line, size_t *n)
{
    static const char *const marks[] = {"--med:", "--uten:"};
    for (int i = 0; i < 2; i++) {
        const char *mark = memmem(line, *n, marks[i], strlen(marks[i]));
        if (!mark)
            continue;
        const char *pack = mark + strlen(marks[i]);
        pack = hj_arena_strndup(s->w->arena, pack, *n - (size_t)(pack - line));
        const char *path = hj_path_join(s->w->arena, s->packs ? s->packs : s->into,
                                        hj_path_join(s->w->arena, pack, "pakke.lua"));
        if (hj_file_exists(path) == (i == 1))
            return false;
        *n = (size_t)(mark - line);
        while (*n && line[*n - 1] == ' ')
            (*n)--;
    }
    return true;
}

static char *filled_in(start *s, const char *from, size_t n, const char *name, size_t *len)
{
    const char *code = code_of(s->w->arena, name);
    hj_buf out = {0};
    for (const char *p = from, *end = from + n; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        size_t line = stop ? (size_t)(stop - p) : (size_t)(end - p);
        size_t kept = line;
        if (wanted(s, p, &kept)) {
            put_names(&out, p, kept, name, code);
            hj_buf_char(&out, '\n');
        }
        p += line + 1;
    }
    char *bytes = hj_arena_strndup(s->w->arena, out.data ? out.data : "", out.len);
    *len = out.len;
    hj_buf_free(&out);
    return bytes;
}

static bool add(start *s, const char *from, const char *to, const char *name)
{
    size_t n;
    char *bytes = hj_file_read(s->w->arena, from, MOST_BYTES, &n, s->w->diags);
    if (!bytes || s->n == MOST_FILES)
        return false;
    file *f = &s->files[s->n++];
    *f = (file){.path = to};
    f->bytes = filled_in(s, bytes, n, name, &f->n);
    return true;
}

/* Every file below from/sub, to the same place below into. */
static bool add_all(start *s, const char *from, const char *into, int depth)
{
    char **names = depth < 5 ? hj_dir_list(s->w->arena, from, s->w->diags) : NULL;
    for (; names && *names; names++) {
        const char *path = hj_path_join(s->w->arena, from, *names);
        if ((*names)[0] == '.' || strstr(*names, ".del"))
            continue;
        hj_buf name = {0};
        put_names(&name, *names, strlen(*names), s->name, "");
        const char *to = hj_path_join(s->w->arena, into, name.data);
        hj_buf_free(&name);
        if (hj_file_is_dir(path) ? !add_all(s, path, to, depth + 1) : !add(s, path, to, s->name))
            return false;
    }
    return s->w->diags->errors == 0;
}

static const char *sub(const start *s, const char *name)
{
    return hj_path_join(s->w->arena, s->from, name);
}

/* Into the pack that is there, else a pack of its own. */
static bool into_pack(start *s, const struct kind *kind)
{
    hj_arena *arena = s->w->arena;
    const char *into = s->into;
    if (hj_file_exists(hj_path_join(arena, into, "pakke.lua"))) {
        s->packs = hj_path_join(arena, into, "..");
    } else {
        s->packs = into;
        into = hj_path_join(arena, into, s->name);
        if (!add_all(s, sub(s, "pakke"), into, 0))
            return false;
    }
    return add_all(s, sub(s, kind->names[0]), into, 0);
}

/* Keys of texts are shared by all letters: NAME.title may be another's already. */
static void look_for_texts(start *s)
{
    hj_arena *arena = s->w->arena;
    const char *dir = hj_path_join(arena, s->into, "tekster");
    const char *key = hj_arena_printf(arena, "noekkel=\"%s.", s->name);
    char **names = hj_file_is_dir(dir) ? hj_dir_list(arena, dir, s->w->diags) : NULL;
    for (; names && *names; names++) {
        size_t n;
        const char *path = hj_path_join(arena, dir, *names);
        char *text = hj_file_is_dir(path)
            ? NULL : hj_file_read(arena, path, 4 << 20, &n, s->w->diags);
        if (text && strstr(text, key)) {
            hj_error(s->w->diags, "HJ-NEW-007", HJ_FILE(path),
                     "there are texts called %s.… already", s->name);
            hj_hint(s->w->diags, "choose another name for the letter");
            return;
        }
    }
}

static bool into_templates(start *s, const struct kind *kind)
{
    hj_arena *arena = s->w->arena;
    const char *list = hj_path_join(arena, s->into, "dokumenter.xml");
    if (!hj_file_exists(list)) {
        hj_error(s->w->diags, "HJ-NEW-003", HJ_FILE(*s->into ? s->into : "."),
                 "a letter belongs to a folder of templates: there is no dokumenter.xml here");
        hj_hint(s->w->diags, "copy the program's: cp -rL %s my-templates, and give --in my-templates",
                s->w->handle->template_dir);
        return false;
    }
    size_t n, m;
    char *old = hj_file_read(arena, list, MOST_BYTES, &n, s->w->diags);
    char *entry = hj_file_read(arena, hj_path_join(arena, sub(s, kind->names[0]), "dokumenter.del"),
                               MOST_BYTES, &m, s->w->diags);
    if (!old || !entry)
        return false;
    const char *end = strstr(old, "</dokumenter>");
    const char *same = hj_arena_printf(arena, "navn=\"%s\"", s->name);
    if (!end)
        hj_error(s->w->diags, "HJ-NEW-004", HJ_FILE(list), "the list of documents has no end");
    else if (strstr(old, same))
        hj_error(s->w->diags, "HJ-NEW-004", HJ_FILE(list), "there is a document called %s already",
                 s->name);
    look_for_texts(s);
    if (s->w->diags->errors)
        return false;
    if (!add_all(s, sub(s, kind->names[0]), s->into, 0))
        return false;
    entry = filled_in(s, entry, m, s->name, &m);
    hj_buf out = {0};
    hj_buf_add(&out, old, (size_t)(end - old));
    hj_buf_add(&out, entry, m);
    hj_buf_str(&out, end);
    s->files[s->n++] = (file){.path = list, .bytes = hj_arena_strdup(arena, out.data),
                              .n = out.len, .replaces = true};
    hj_buf_free(&out);
    return true;
}

static bool beside(start *s, const struct kind *kind)
{
    if (!add_all(s, sub(s, kind->names[0]), s->into, 0))
        return false;
    if (strcmp(kind->names[0], "sak") != 0)
        return true;
    /* The case names a kommune that stands beside it: it can be rendered as it is. */
    const char *folder = hj_path_join(s->w->arena, s->into, s->name);
    return add(s, sub(s, "kommune/nytt_navn.xml"),
               hj_path_join(s->w->arena, folder, "kommune.xml"), "eksempel");
}

/* ---- Onto the disk --------------------------------------------------------------------------- */

static bool free_to_write(start *s)
{
    struct stat st;
    for (int i = 0; i < s->n; i++)
        if (!s->files[i].replaces && lstat(s->files[i].path, &st) == 0)
            hj_error(s->w->diags, "HJ-NEW-005", HJ_FILE(s->files[i].path),
                     "this file is there already, and nothing is written over it");
    return s->w->diags->errors == 0;
}

static bool make_folders(hj_work *w, const char *path)
{
    const char *dir = hj_path_dir(w->arena, path);
    if (hj_file_is_dir(dir))
        return true;
    if (strcmp(dir, path) == 0 || !make_folders(w, dir))
        return false;
    return mkdir(dir, 0777) == 0 || hj_file_is_dir(dir);
}

static bool write_all(start *s)
{
    for (int i = 0; i < s->n; i++) {
        const file *f = &s->files[i];
        bool folder = make_folders(s->w, f->path);
        if (!folder)
            hj_error_blame(s->w->diags, HJ_BLAME_ENVIRONMENT, "HJ-NEW-006", HJ_FILE(f->path),
                           "the folder for this file cannot be made");
        if (folder && hj_file_write(f->path, f->bytes, f->n, s->w->diags))
            continue;
        while (i-- > 0)
            unlink(s->files[i].path); /* what replaces another is written last */
        return false;
    }
    return true;
}

/* What was written, and every place that asks to be filled in. */
static void tell(const start *s, hj_buf *out)
{
    hj_lang lang = s->w->handle->lang;
    for (int i = 0; i < s->n; i++)
        hj_buf_printf(out, "%s: %s\n", s->files[i].path,
                      hj_tr(lang, s->files[i].replaces ? HJ_T("one entry more") : HJ_T("written")));
    for (int i = 0; i < s->n; i++) {
        const char *p = s->files[i].bytes, *end = p + s->files[i].n;
        for (int line = 1; p < end; line++) {
            const char *stop = memchr(p, '\n', (size_t)(end - p));
            stop = stop ? stop : end;
            const char *mark = memmem(p, (size_t)(stop - p), HJ_FILL_IN, strlen(HJ_FILL_IN));
            if (mark) {
                size_t n = (size_t)(stop - mark);
                while (n && strchr(" ->{\"", mark[n - 1]))
                    n--;
                hj_buf_printf(out, "%s:%d: %.*s\n", s->files[i].path, line, (int)n, mark);
            }
            p = stop + 1;
        }
    }
}

hjemmel_result *hjemmel_start(hjemmel *h, const char *kind, const char *name, const char *dir,
                              const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, dir ? dir : ".", job);
    start *s = HJ_NEW(w->arena, start);
    const struct kind *k = kind_of(kind);
    *s = (start){.w = w, .from = hj_path_join(w->arena, h->template_dir, "nytt"),
                 .into = dir ? dir : "", .name = name};
    hj_buf out = {0};
    if (!hj_file_is_dir(s->from)) /* the user's own templates need not hold starts */
        s->from = hj_path_join(w->arena, h->root, "templates/nytt");
    if (!k)
        no_such_kind(w, kind);
    else if (name_ok(w, name)
             && (k->where == INTO_PACK ? into_pack(s, k)
                 : k->where == INTO_TEMPLATES ? into_templates(s, k) : beside(s, k))
             && free_to_write(s) && write_all(s))
        tell(s, &out);
    return hj_work_finish(w, &out);
}
