/* Arena memory: a list of growing blocks, freed together.
 *
 * The hard idea: a document is one lifetime. Nothing in it is freed alone, so nothing leaks and
 * nothing dangles; foreign objects join the lifetime through a destructor list. */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)1 << 20)

typedef struct block {
    struct block *next;
    size_t size, used;
    max_align_t data[];
} block;

typedef struct deferred {
    struct deferred *next;
    void (*destroy)(void *);
    void *object;
} deferred;

struct hj_arena {
    block *blocks;
    deferred *deferred;
    size_t used, next_size;
};

static void *must(void *p)
{
    if (!p) {
        fputs("hjemmel: out of memory\n", stderr);
        abort();
    }
    return p;
}

hj_arena *hj_arena_new(void)
{
    hj_arena *arena = must(calloc(1, sizeof *arena));
    arena->next_size = FIRST_BLOCK;
    return arena;
}

void hj_arena_free(hj_arena *arena)
{
    if (!arena)
        return;
    for (deferred *d = arena->deferred; d; d = d->next)
        d->destroy(d->object);
    for (block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

void *hj_arena_alloc(hj_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        must(NULL);
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    arena->used += size;
    block *b = arena->blocks;
    if (!b || b->size - b->used < size) {
        size_t room = arena->next_size;
        if (size > room / 4) { /* a large object gets its own block, behind the one in use */
            block *own = must(calloc(1, sizeof *own + size));
            own->size = own->used = size;
            if (b) {
                own->next = b->next;
                b->next = own;
            } else {
                arena->blocks = own;
            }
            return own->data;
        }
        b = must(calloc(1, sizeof *b + room));
        b->size = room;
        b->next = arena->blocks;
        arena->blocks = b;
        if (arena->next_size < LARGEST_BLOCK)
            arena->next_size *= 2;
    }
    void *p = (char *)b->data + b->used;
    b->used += size;
    return p;
}

void *hj_arena_array(hj_arena *arena, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 2 / size)
        must(NULL);
    return hj_arena_alloc(arena, n * size);
}

char *hj_arena_strdup(hj_arena *arena, const char *s)
{
    return hj_arena_strndup(arena, s, strlen(s));
}

char *hj_arena_strndup(hj_arena *arena, const char *s, size_t n)
{
    char *copy = hj_arena_alloc(arena, n + 1);
    memcpy(copy, s, n);
    return copy;
}

char *hj_arena_vprintf(hj_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = hj_arena_alloc(arena, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0)
        vsnprintf(text, (size_t)n + 1, format, args);
    return text;
}

char *hj_arena_printf(hj_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = hj_arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void hj_arena_defer(hj_arena *arena, void (*destroy)(void *object), void *object)
{
    deferred *d = hj_arena_alloc(arena, sizeof *d);
    *d = (deferred){arena->deferred, destroy, object};
    arena->deferred = d;
}

size_t hj_arena_used(const hj_arena *arena)
{
    return arena->used;
}
