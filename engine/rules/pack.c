/* A pack's folder: which files it has, read once and summed. */
#include <stdlib.h>
#include <string.h>

#include "rules/pack.h"

enum { DEEPEST = 8 };

typedef struct gathering {
    hj_pack *pack;
    hj_arena *arena;
    hj_diags *diags;
    size_t cap, bytes;
    int folders;
} gathering;

static void add(gathering *g, const char *path)
{
    hj_pack *pack = g->pack;
    if ((size_t)pack->n == g->cap) {
        size_t cap = g->cap ? g->cap * 2 : 32;
        hj_pack_file *more = HJ_ARRAY(g->arena, cap, hj_pack_file);
        if (pack->n)
            memcpy(more, pack->files, (size_t)pack->n * sizeof *more);
        pack->files = more;
        g->cap = cap;
    }
    size_t n = strlen(pack->dir);
    hj_pack_file *f = &pack->files[pack->n++];
    *f = (hj_pack_file){.path = path,
                        .name = strncmp(path, pack->dir, n) == 0 ? path + n : path};
    while (*f->name == '/')
        f->name++;
    if (hj_file_exists(path) && !hj_file_is_plain(path)) { /* a pipe would wait for ever */
        hj_error(g->diags, "HJ-RULES-194", HJ_FILE(path), "this is not a file that can be read");
        return;
    }
    f->bytes = hj_file_read(g->arena, path, HJ_LIMIT_RULE_BYTES, &f->n, g->diags);
    g->bytes += f->n;
    if (f->bytes)
        hj_sums_add(&pack->sums, f->name, f->bytes, f->n);
}

static void gather(gathering *g, const char *dir, int depth)
{
    /* Folders may be links to each other: they are counted, so that no ring of them lasts. */
    if (++g->folders == HJ_LIMIT_RULE_FILES)
        hj_error(g->diags, "HJ-RULES-195", HJ_FILE(dir),
                 "more than %d folders; is one of them a link to itself?", HJ_LIMIT_RULE_FILES);
    if (g->folders >= HJ_LIMIT_RULE_FILES)
        return;
    char **names = hj_dir_list(g->arena, dir, g->diags);
    for (size_t i = 0; names && names[i]; i++) {
        const char *path = hj_path_join(g->arena, dir, names[i]);
        if (names[i][0] == '.')
            continue;
        if (hj_file_is_dir(path)) {
            if (depth < DEEPEST)
                gather(g, path, depth + 1);
            continue;
        }
        if (!hj_ends_with(names[i], ".lua") && strstr(names[i], ".lua") &&
            !hj_ends_with(names[i], "~"))
            hj_warning(g->diags, "HJ-RULES-288", HJ_FILE(path),
                       "this file is not read: the name of a rule file ends with .lua");
        if (!hj_ends_with(names[i], ".lua") || strcmp(names[i], "pakke.lua") == 0)
            continue;
        if (g->pack->n > HJ_LIMIT_RULE_FILES || g->bytes > HJ_LIMIT_PACK_BYTES) {
            hj_error(g->diags, "HJ-RULES-003", HJ_FILE(dir), "more than %d rule files",
                     HJ_LIMIT_RULE_FILES);
            return;
        }
        add(g, path);
    }
}

hj_pack *hj_pack_read(const char *dir, const char *single, hj_arena *arena, hj_diags *diags)
{
    hj_pack *pack = HJ_NEW(arena, hj_pack);
    pack->dir = dir;
    pack->sums.arena = arena;
    gathering g = {.pack = pack, .arena = arena, .diags = diags};
    add(&g, single ? single : hj_path_join(arena, dir, "pakke.lua"));
    if (!single)
        gather(&g, dir, 0);
    hj_sums_hex(&pack->sums, pack->sum);
    return pack;
}

bool hj_pack_stays_inside(const hj_pack *pack, hj_diags *diags)
{
    char *home = realpath(pack->dir, NULL);
    size_t n = home ? strlen(home) : 0;
    bool ok = home != NULL;
    for (int i = 0; home && i < pack->n; i++) {
        char *real = realpath(pack->files[i].path, NULL);
        if (real && (strncmp(real, home, n) != 0 || real[n] != '/')) {
            hj_error(diags, "HJ-SIGN-008", HJ_FILE(pack->files[i].path),
                     "this is a link out of the pack; a signed pack holds all of its files");
            ok = false;
        }
        free(real);
    }
    free(home);
    return ok;
}
