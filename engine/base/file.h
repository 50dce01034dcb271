/* Files: read whole under a cap, written whole or not at all. */
#ifndef HJ_BASE_FILE_H
#define HJ_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

/* Reads a regular file (or "-" for stdin) of at most cap bytes. NULL and a diagnostic on failure:
 * missing, not a file, larger than cap (nothing is read then), unreadable. NUL-terminated. */
char *hj_file_read(hj_arena *arena, const char *path, size_t cap, size_t *len, hj_diags *diags);

/* Writes a file whole or not at all: a temporary file beside it, then rename. "-" is stdout. Not
 * synced to the disk: a document can be made again, and a sync a letter would rule a batch's time.
 * On failure (no permission, full disk) a diagnostic, false, and nothing left behind. */
bool hj_file_write(const char *path, const void *bytes, size_t n, hj_diags *diags);

/* A file that is not there yet, with these permissions (less the umask); never written over. */
bool hj_file_create(const char *path, const void *bytes, size_t n, unsigned mode, hj_diags *diags);

bool hj_file_is_dir(const char *path);
bool hj_file_is_plain(const char *path); /* no folder, pipe or device */
bool hj_file_exists(const char *path);

/* Names in a directory, sorted by byte value, without . and ..; NULL-terminated array.
 * NULL and a diagnostic on failure. */
char **hj_dir_list(hj_arena *arena, const char *path, hj_diags *diags);

/* dir + "/" + name, or name alone when it is absolute or dir is NULL or "". */
char *hj_path_join(hj_arena *arena, const char *dir, const char *name);
/* Everything before the last slash; "." when there is none. */
char *hj_path_dir(hj_arena *arena, const char *path);
/* Everything after the last slash (borrowed from path). */
const char *hj_path_base(const char *path);

#endif
