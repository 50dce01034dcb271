/* Arena memory: a list of growing blocks, freed together.
 *
 * The hard idea: a document is one lifetime. Nothing in it is freed alone, so nothing leaks and
 * nothing dangles; foreign objects join the lifetime through a destructor list.
 *
 * Blocks of a freed arena are kept for the next one, up to POOL_BYTES: given back to the system
 * they would be faulted in again page by page, which cost a letter more than deciding the case. */
#include "base/arena.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)256 << 10) /* half of the last one stands empty, but is paid for */

typedef struct block {
    struct block *next;
    size_t size, used;
    max_align_t data[];
} block;

/* Sanitizers must see every use of freed memory, so they get no pool. */
#if defined(__SANITIZE_ADDRESS__)
#define POOL_BYTES ((size_t)0)
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define POOL_BYTES ((size_t)0)
#endif
#endif
#ifndef POOL_BYTES
#define POOL_BYTES ((size_t)8 << 20)
#endif

enum { CLASSES = 5 }; /* FIRST_BLOCK doubled until LARGEST_BLOCK */
static struct {
    atomic_flag busy; /* another thread is in: go to the system instead of waiting */
    size_t bytes;
    block *free[CLASSES];
} pool = {.busy = ATOMIC_FLAG_INIT};

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

static int class_of(size_t size)
{
    int c = 0;
    for (size_t s = FIRST_BLOCK; s < size && c < CLASSES; s *= 2)
        c++;
    return c < CLASSES && FIRST_BLOCK << c == size ? c : -1;
}

/* A block of the size, its memory not cleared. */
static block *take_block(size_t size)
{
    int c = class_of(size);
    block *b = NULL;
    if (c >= 0 && !atomic_flag_test_and_set_explicit(&pool.busy, memory_order_acquire)) {
        b = pool.free[c];
        if (b) {
            pool.free[c] = b->next;
            pool.bytes -= size;
        }
        atomic_flag_clear_explicit(&pool.busy, memory_order_release);
    }
    if (!b)
        b = must(malloc(sizeof *b + size));
    b->next = NULL;
    b->size = size;
    b->used = 0;
    return b;
}

static void give_block(block *b)
{
    int c = class_of(b->size);
    if (c >= 0 && !atomic_flag_test_and_set_explicit(&pool.busy, memory_order_acquire)) {
        bool kept = pool.bytes + b->size <= POOL_BYTES;
        if (kept) {
            b->next = pool.free[c];
            pool.free[c] = b;
            pool.bytes += b->size;
        }
        atomic_flag_clear_explicit(&pool.busy, memory_order_release);
        if (kept)
            return;
    }
    free(b);
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
        give_block(b);
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
        b = take_block(room);
        b->next = arena->blocks;
        arena->blocks = b;
        if (arena->next_size < LARGEST_BLOCK)
            arena->next_size *= 2;
    }
    void *p = (char *)b->data + b->used;
    b->used += size;
    return memset(p, 0, size);
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
