/* Reading under a cap and writing whole or not at all. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* strerror follows the locale; the few causes a user meets are told in our own words. */
static const char *cause(int error)
{
    switch (error) {
    case ENOENT: return HJ_T("there is no such file or folder");
    case EACCES:
    case EPERM:
    case EROFS: return HJ_T("permission denied");
    case ENOSPC:
    case EDQUOT: return HJ_T("the disk is full");
    case ENOTDIR: return HJ_T("a part of the path is not a folder");
    case EISDIR: return HJ_T("it is a folder");
    case ENAMETOOLONG: return HJ_T("the name is too long");
    case EEXIST: return HJ_T("it is there already, and is not written over");
    case EPIPE: return HJ_T("the receiver closed the pipe");
    default: return HJ_T("the system refused");
    }
}

char *hj_file_read(hj_arena *arena, const char *path, size_t cap, size_t *len, hj_diags *diags)
{
    bool input = strcmp(path, "-") == 0;
    int fd = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-FILE-001", HJ_FILE(path),
                       "cannot read: %s", hj_tr(diags->lang, cause(errno)));
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    char *bytes = NULL;
    size_t size = 0, room = 0;
    if (S_ISDIR(st.st_mode)) {
        hj_error(diags, "HJ-FILE-002", HJ_FILE(path), "this is a folder, a file was expected");
        goto out;
    }
    if (S_ISREG(st.st_mode)) {
        if (st.st_size > 0 && (size_t)st.st_size > cap)
            goto too_big;
        room = (size_t)st.st_size + 1;
    } else {
        room = 64 << 10;
    }
    char *buffer = malloc(room + 1);
    if (!buffer)
        abort();
    for (;;) {
        ssize_t n = read(fd, buffer + size, room - size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-FILE-001", HJ_FILE(path),
                           "cannot read: %s", hj_tr(diags->lang, cause(errno)));
            free(buffer);
            goto out;
        }
        if (n == 0)
            break;
        size += (size_t)n;
        if (size > cap) {
            free(buffer);
            goto too_big;
        }
        if (size == room) {
            char *more = realloc(buffer, (room *= 2) + 1);
            if (!more)
                abort();
            buffer = more;
        }
    }
    bytes = hj_arena_strndup(arena, buffer, size);
    free(buffer);
    if (len)
        *len = size;
    goto out;
too_big:
    hj_error(diags, "HJ-FILE-003", HJ_FILE(path), "the file is larger than the limit of %zu bytes",
             cap);
    hj_hint(diags, "nothing was read; split the file if it is really meant");
out:
    if (!input)
        close(fd);
    return bytes;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
    while (n) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        bytes += done;
        n -= (size_t)done;
    }
    return true;
}

bool hj_file_write(const char *path, const void *bytes, size_t n, hj_diags *diags)
{
    int error = 0;
    if (strcmp(path, "-") == 0) {
        if (write_all(STDOUT_FILENO, bytes, n))
            return true;
        error = errno;
    } else {
        struct stat st;
        bool special = stat(path, &st) == 0 && !S_ISREG(st.st_mode); /* /dev/full, a pipe */
        size_t room = strlen(path) + 8;
        char *temporary = malloc(room);
        if (!temporary)
            abort();
        snprintf(temporary, room, "%s.XXXXXX", path);
        int fd = special ? open(path, O_WRONLY | O_CLOEXEC) : mkstemp(temporary);
        if (fd < 0) {
            error = errno;
        } else {
            mode_t mask = umask(0);
            umask(mask);
            bool ok = write_all(fd, bytes, n)
                && (special || fchmod(fd, 0666 & ~mask) == 0);
            if (!ok)
                error = errno;
            if (close(fd) != 0 && ok)
                error = errno;
            if (!special && !error && rename(temporary, path) != 0)
                error = errno;
            if (!special && error)
                unlink(temporary);
        }
        free(temporary);
        if (!error)
            return true;
    }
    hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-FILE-004", HJ_FILE(path), "cannot write: %s",
                   hj_tr(diags->lang, cause(error)));
    hj_hint(diags, "nothing was left half-written");
    return false;
}

bool hj_file_create(const char *path, const void *bytes, size_t n, unsigned mode, hj_diags *diags)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);
    bool ok = fd >= 0 && write_all(fd, bytes, n);
    int error = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        error = errno;
        ok = false;
    }
    if (ok)
        return true;
    if (fd >= 0)
        unlink(path);
    hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-FILE-004", HJ_FILE(path), "cannot write: %s",
                   hj_tr(diags->lang, cause(error)));
    return false;
}

bool hj_file_is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool hj_file_is_plain(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool hj_file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **hj_dir_list(hj_arena *arena, const char *path, hj_diags *diags)
{
    DIR *dir = opendir(path);
    if (!dir) {
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-FILE-001", HJ_FILE(path),
                       "cannot read: %s", hj_tr(diags->lang, cause(errno)));
        return NULL;
    }
    size_t n = 0, cap = 16;
    char **names = HJ_ARRAY(arena, cap + 1, char *);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (n == cap) {
            char **more = HJ_ARRAY(arena, cap * 2 + 1, char *);
            memcpy(more, names, n * sizeof *names);
            names = more;
            cap *= 2;
        }
        names[n++] = hj_arena_strdup(arena, entry->d_name);
    }
    closedir(dir);
    qsort(names, n, sizeof *names, by_bytes);
    return names;
}

char *hj_path_join(hj_arena *arena, const char *dir, const char *name)
{
    if (!dir || !*dir || name[0] == '/')
        return hj_arena_strdup(arena, name);
    return hj_arena_printf(arena, "%s%s%s", dir, dir[strlen(dir) - 1] == '/' ? "" : "/", name);
}

char *hj_path_dir(hj_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return hj_arena_strdup(arena, ".");
    return hj_arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

const char *hj_path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}
