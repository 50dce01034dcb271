/* Facts a document gives by name: <opplysning navn="bor_alene" verdi="ja"/>.
 *
 * The hard idea: the schema lets such a name be anything, so that a pack may add facts without
 * touching it; then only the packs can tell a misspelt name, by all the names their paths ask for.
 * A name nobody asks for would be silence where somebody wrote an answer. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

typedef struct names {
    const char **items;
    int n, cap;
} names;

/* Adds each 'x' of @attribute='x' in text. */
static void add_asked_for(loader *ld, names *all, const char *text, const char *attribute)
{
    size_t length = strlen(attribute);
    for (const char *p = text; (p = strstr(p, attribute)); p += length) {
        const char *q = p + length;
        q += strspn(q, " ");
        if (*q != '=')
            continue;
        q += 1 + strspn(q + 1, " ");
        const char *end = *q == '\'' || *q == '"' ? strchr(q + 1, *q) : NULL;
        if (!end)
            continue;
        if (all->n == all->cap) {
            const char **more = HJ_ARRAY(ld->arena, (size_t)all->cap * 2 + 64, const char *);
            if (all->n)
                memcpy(more, all->items, (size_t)all->n * sizeof *more);
            all->items = more;
            all->cap = all->cap * 2 + 64;
        }
        all->items[all->n++] = hj_arena_strndup(ld->arena, q + 1, (size_t)(end - q - 1));
    }
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void hj_collect_names(loader *ld, hj_dokument *d)
{
    names all = {0};
    const hj_table *t = &ld->base->tables[HJ_FAKTUM];
    for (int i = 0; i < d->n_navngitt; i++) {
        const char *text = d->navngitt[i] ? hj_path_text(d->navngitt[i]) : "";
        const char *attribute = strrchr(text, '@');
        for (int k = 0; attribute && k < t->n; k++) {
            const hj_path *path = hj_faktum_of(t->entries[k])->decl.path;
            if (path)
                add_asked_for(ld, &all, hj_path_text(path), attribute);
        }
    }
    if (all.n)
        qsort(all.items, (size_t)all.n, sizeof *all.items, by_text);
    d->names = all.items;
    d->n_names = all.n;
}

bool hj_name_asked_for(const hj_dokument *d, const char *name)
{
    return d->n_names
        && bsearch(&name, d->names, (size_t)d->n_names, sizeof *d->names, by_text) != NULL;
}
