/* Files being saved, told by the kernel (inotify). Only the program waits, never the library. */
#ifndef HJ_CLI_WATCH_H
#define HJ_CLI_WATCH_H

#include "cli/cli.h"

typedef struct hj_saves hj_saves;

/* In the program's arena. NULL when the kernel has no watches left (told). */
hj_saves *hj_saves_new(hj_cli *cli);
/* A folder with all below it, or one file. Need not exist yet; the folder it stands in must. */
void hj_saves_add(hj_saves *watch, const char *path);
/* Endings of files that matter, parted by blanks: "lua xsl". */
void hj_saves_endings(hj_saves *watch, const char *endings);
/* From here on no save is missed: to be said before what is watched is read. */
void hj_saves_begin(hj_saves *watch);
/* Waits until files that matter have been written, moved here or taken away, and it has been quiet
 * for a moment. Their paths, each begun with the path added; NULL-terminated, in arena. NULL when
 * the program was told to end (SIGINT, SIGTERM). */
const char **hj_saves_wait(hj_saves *watch, hj_arena *arena);

/* cmd_watch.c: for `test --watch`, which makes no document. test: what runs the tests. */
void hj_watch_tests(hj_cli *cli, hjemmel_result *(*test)(hj_cli *cli));

#endif
