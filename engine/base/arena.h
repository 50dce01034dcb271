/* Arena: one per document. Everything belonging to a document is allocated here and freed at once.
 * Foreign objects (xmlDoc, lua_State, cairo_surface_t …) are tied to it with hj_arena_defer. */
#ifndef HJ_BASE_ARENA_H
#define HJ_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct hj_arena hj_arena;

/* A new, empty arena. The caller owns it: hj_arena_free. Aborts when the system has no memory. */
hj_arena *hj_arena_new(void);

/* Runs the deferred destructors, last first, then frees everything. NULL is allowed. */
void hj_arena_free(hj_arena *arena);

/* Zeroed memory, aligned for any type. Never NULL: callers check hostile sizes against limits.h
 * before they ask; a request past memory aborts the process (see limits.h). */
void *hj_arena_alloc(hj_arena *arena, size_t size);

/* n elements of size bytes, zeroed; aborts on multiplication overflow. */
void *hj_arena_array(hj_arena *arena, size_t n, size_t size);

char *hj_arena_strdup(hj_arena *arena, const char *s);
char *hj_arena_strndup(hj_arena *arena, const char *s, size_t n);
char *hj_arena_printf(hj_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *hj_arena_vprintf(hj_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Calls destroy(object) when the arena is freed. */
void hj_arena_defer(hj_arena *arena, void (*destroy)(void *object), void *object);

/* Bytes handed out so far; for limits and tests. */
size_t hj_arena_used(const hj_arena *arena);

#define HJ_NEW(arena, type) ((type *)hj_arena_alloc((arena), sizeof(type)))
#define HJ_ARRAY(arena, n, type) ((type *)hj_arena_array((arena), (n), sizeof(type)))

#endif
