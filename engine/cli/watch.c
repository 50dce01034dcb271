/* Files being saved.
 *
 * The hard idea: editors save in three ways (write in place, write beside and rename over, take
 * away and make anew), and only the folder sees all of them. So folders are watched, never files,
 * and a name in a folder is what changed. The folders are walked again before each wait: one that
 * is new, or was taken away and put back, is watched from then on, and what it then holds counts as
 * changed. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/watch.h"

enum {
    QUIET_MS = 60, /* saved is when nothing has happened for so long */
    MOST_ROUNDS = 40, /* but something that never rests is looked at all the same */
    DEEPEST = 32,
    MOST_FOLDERS = 10000
};

#define EVENTS (IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR \
                | IN_EXCL_UNLINK)

typedef struct folder {
    int wd;
    const char *path, *only; /* only: the one name in it that matters; NULL: all */
} folder;

struct hj_saves {
    hj_cli *cli;
    int fd;
    const char *roots[256];
    size_t n_roots;
    folder *folders;
    size_t n, cap;
    const char *endings;
    bool first, overflow;
};

static volatile sig_atomic_t told_to_end;

static void on_signal(int signal)
{
    (void)signal;
    told_to_end = 1;
}

hj_saves *hj_saves_new(hj_cli *cli)
{
    hj_saves *w = HJ_NEW(cli->arena, hj_saves);
    *w = (hj_saves){.cli = cli, .fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), .first = true};
    if (w->fd < 0) {
        hj_error_blame(cli->diags, HJ_BLAME_ENVIRONMENT, "HJ-CLI-030", HJ_NOWHERE,
                       "the system gives no more watches on files: %s", strerror(errno));
        hj_hint(cli->diags, "see fs.inotify.max_user_instances, or end other programs that watch");
        return NULL;
    }
    /* Held back while something is made; let in only while waiting. */
    struct sigaction act = {.sa_handler = on_signal};
    sigset_t both;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigprocmask(SIG_BLOCK, &both, NULL);
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    return w;
}

void hj_saves_endings(hj_saves *w, const char *endings)
{
    w->endings = endings;
}

void hj_saves_add(hj_saves *w, const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    if (w->n_roots < HJ_COUNT(w->roots))
        w->roots[w->n_roots++] = hj_arena_strndup(w->cli->arena, path, n);
}

/* ---- which folders ---- */

/* True when the folder was not watched before. */
static bool watch_folder(hj_saves *w, const char *path, const char *only)
{
    int wd = w->n < MOST_FOLDERS ? inotify_add_watch(w->fd, path, EVENTS) : -1;
    if (wd < 0)
        return false;
    for (size_t i = 0; i < w->n; i++)
        if (w->folders[i].wd == wd && strcmp(w->folders[i].path, path) == 0
            && (w->folders[i].only == only
                || (only && w->folders[i].only && strcmp(only, w->folders[i].only) == 0)))
            return false;
    if (w->n == w->cap) {
        w->cap = w->cap ? w->cap * 2 : 64;
        folder *more = HJ_ARRAY(w->cli->arena, w->cap, folder);
        if (w->n)
            memcpy(more, w->folders, w->n * sizeof *more);
        w->folders = more;
    }
    w->folders[w->n++] = (folder){.wd = wd, .path = hj_arena_strdup(w->cli->arena, path),
                                  .only = only};
    return true;
}

static void forget_folder(hj_saves *w, int wd)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->n; i++)
        if (w->folders[i].wd != wd)
            w->folders[kept++] = w->folders[i];
    w->n = kept;
}

/* ---- what changed ---- */

typedef struct found {
    hj_arena *arena;
    const char **paths;
    size_t n, cap;
} found;

static void add_path(found *f, const char *path)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->paths[i], path) == 0)
            return;
    if (f->n + 1 >= f->cap) {
        size_t cap = f->cap ? f->cap * 2 : 16;
        const char **more = HJ_ARRAY(f->arena, cap, const char *);
        if (f->n)
            memcpy(more, f->paths, f->n * sizeof *more);
        f->paths = more;
        f->cap = cap;
    }
    f->paths[f->n++] = hj_arena_strdup(f->arena, path);
}

/* Editors' own files (.x.swp, x~, #x#, 4913) have no ending that matters, or begin with a point. */
static bool matters(const hj_saves *w, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (name[0] == '.' || name[0] == '#' || !dot)
        return false;
    size_t n = strlen(dot + 1);
    for (const char *p = w->endings; p && *p;) {
        size_t len = strcspn(p, " ");
        if (len == n && strncmp(p, dot + 1, n) == 0)
            return true;
        p += len + strspn(p + len, " ");
    }
    return false;
}

static void walk(hj_saves *w, const char *path, found *f, int depth)
{
    bool is_new = watch_folder(w, path, NULL) && !w->first;
    hj_diags *quiet = hj_diags_new(f->arena, w->cli->lang); /* it may be gone again: not a fault */
    char **names = depth < DEEPEST ? hj_dir_list(f->arena, path, quiet) : NULL;
    for (; names && *names; names++) {
        if ((*names)[0] == '.')
            continue;
        const char *below = hj_path_join(f->arena, path, *names);
        if (hj_file_is_dir(below))
            walk(w, below, f, depth + 1);
        else if (is_new && matters(w, *names))
            add_path(f, below);
    }
}

static void walk_all(hj_saves *w, found *f)
{
    for (size_t i = 0; i < w->n_roots; i++) {
        const char *root = w->roots[i];
        /* The folder above sees a root that is taken away, put back, or is a file. */
        watch_folder(w, hj_path_dir(f->arena, root), hj_path_base(root));
        if (hj_file_is_dir(root))
            walk(w, root, f, 0);
    }
    w->first = false;
}

void hj_saves_begin(hj_saves *w)
{
    hj_arena *arena = hj_arena_new();
    found nothing = {.arena = arena};
    walk_all(w, &nothing);
    hj_arena_free(arena);
}

/* A file that is made is told again when it is written; a link is whole from the start. */
static bool made_whole(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && (S_ISLNK(st.st_mode) || st.st_nlink > 1);
}

static void take(hj_saves *w, const struct inotify_event *e, found *f)
{
    if (e->mask & IN_Q_OVERFLOW)
        w->overflow = true;
    if (e->mask & IN_IGNORED)
        forget_folder(w, e->wd);
    if (!e->len)
        return;
    for (size_t i = 0; i < w->n; i++) {
        const folder *d = &w->folders[i];
        if (d->wd != e->wd || (d->only && strcmp(d->only, e->name) != 0))
            continue;
        const char *path = strcmp(d->path, ".") == 0
            ? hj_arena_strdup(f->arena, e->name) : hj_path_join(f->arena, d->path, e->name);
        if (d->only && (e->mask & (IN_DELETE | IN_MOVED_FROM)) && (e->mask & IN_ISDIR))
            add_path(f, path); /* a whole root is gone */
        if ((e->mask & IN_ISDIR) || (!d->only && !matters(w, e->name)))
            continue;
        if (!(e->mask & IN_CREATE) || made_whole(path))
            add_path(f, path);
    }
}

static void read_events(hj_saves *w, found *f)
{
    union {
        struct inotify_event event; /* for its alignment */
        char bytes[16384];
    } buffer;
    ssize_t n;
    while ((n = read(w->fd, buffer.bytes, sizeof buffer.bytes)) > 0)
        for (const char *p = buffer.bytes; p < buffer.bytes + n;) {
            const struct inotify_event *e = (const struct inotify_event *)(const void *)p;
            take(w, e, f);
            p += sizeof *e + e->len;
        }
}

const char **hj_saves_wait(hj_saves *w, hj_arena *arena)
{
    found f = {.arena = arena};
    struct pollfd ready = {.fd = w->fd, .events = POLLIN};
    const struct timespec quiet = {.tv_nsec = QUIET_MS * 1000000L};
    sigset_t none;
    sigemptyset(&none);
    walk_all(w, &f);
    for (int rounds = 0; !told_to_end && rounds < MOST_ROUNDS; rounds += f.n > 0) {
        int n = ppoll(&ready, 1, f.n ? &quiet : NULL, &none);
        if (n > 0) {
            read_events(w, &f);
            walk_all(w, &f);
        } else if (n == 0) {
            break;
        } else if (errno != EINTR) {
            told_to_end = 1; /* there is nothing to wait for any more */
        }
        for (size_t i = 0; w->overflow && i < w->n_roots; i++)
            add_path(&f, w->roots[i]); /* more happened than was told: anything may have changed */
        w->overflow = false;
    }
    if (told_to_end)
        return NULL;
    add_path(&f, ""); /* makes room for the end */
    f.paths[f.n - 1] = NULL;
    return f.paths;
}
