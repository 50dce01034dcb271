/* Diagnostics.
 *
 * The hard idea: the list is the only channel. Each stage adds what it knows where it knows it, in
 * the source language of the program; translation, caret and colour happen when it is printed. */
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/limits.h"
#include "base/utf8.h"

static int by_english(const void *key, const void *message)
{
    return strcmp(key, ((const hj_message *)message)->english);
}

const char *hj_tr(hj_lang lang, const char *english)
{
    if (lang == HJ_LANG_NB && hj_messages_nb_count) {
        const hj_message *m = bsearch(english, hj_messages_nb, hj_messages_nb_count,
                                      sizeof *hj_messages_nb, by_english);
        if (m && m->translated[0])
            return m->translated;
    }
    return english;
}

hj_diags *hj_diags_new(hj_arena *arena, hj_lang lang)
{
    hj_diags *diags = HJ_NEW(arena, hj_diags);
    diags->arena = arena;
    diags->lang = lang;
    return diags;
}

/* Texts from hostile input may carry control characters; a terminal must not obey them. */
static void tame(char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            *s = ' ';
}

/* Nobody reads more than this of one message; a name in it may be a megabyte. */
enum { LONGEST = 1500 };

static void print_cut(char *to, size_t room, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));
static void print_cut(char *to, size_t room, const char *format, va_list args)
{
    static const char dots[] = "…";
    if (vsnprintf(to, room, format, args) >= (int)room) {
        size_t at = room - sizeof dots;
        while (at && ((unsigned char)to[at] & 0xc0) == 0x80) /* not in the middle of a letter */
            at--;
        memcpy(to + at, dots, sizeof dots);
    }
    tame(to);
}

/* Puts a message at the end of the list, unless the list is full. */
static hj_diag *put(hj_diags *diags, hj_severity severity, hj_blame blame, const char *code,
                    hj_place place, const char *message)
{
    hj_diag *d = HJ_NEW(diags->arena, hj_diag);
    *d = (hj_diag){.severity = severity, .blame = blame, .code = code, .place = place,
                   .message = message};
    if (place.file)
        d->place.file = hj_arena_strdup(diags->arena, place.file);
    if (place.path)
        d->place.path = hj_arena_strdup(diags->arena, place.path);
    if (severity == HJ_ERROR) {
        diags->errors++;
        if (blame > diags->blame)
            diags->blame = blame;
    } else if (severity == HJ_WARNING) {
        diags->warnings++;
    }
    if (diags->errors + diags->warnings > HJ_LIMIT_DIAGS) {
        diags->dropped++;
        /* An error must be read even so: the first ones past the cap are kept. */
        if (severity != HJ_ERROR || diags->errors > HJ_LIMIT_DIAGS / 4)
            return d;
        diags->dropped--;
    }
    if (diags->last)
        diags->last->next = d;
    else
        diags->first = d;
    diags->last = d;
    return d;
}

static hj_diag *add(hj_diags *diags, hj_severity severity, hj_blame blame, const char *code,
                    hj_place place, const char *format, va_list args)
    __attribute__((format(printf, 6, 0)));
static hj_diag *add(hj_diags *diags, hj_severity severity, hj_blame blame, const char *code,
                    hj_place place, const char *format, va_list args)
{
    /* Past the cap nothing is formatted or compared: a million errors cost no more. */
    if (diags->errors + diags->warnings > HJ_LIMIT_DIAGS && diags->last
        && (severity != HJ_ERROR || diags->errors > HJ_LIMIT_DIAGS / 4)) {
        diags->errors += severity == HJ_ERROR;
        diags->warnings += severity == HJ_WARNING;
        if (severity == HJ_ERROR && blame > diags->blame)
            diags->blame = blame;
        diags->dropped++;
        return diags->last;
    }
    char message[LONGEST]; /* what was told before leaves nothing behind */
    print_cut(message, sizeof message, hj_tr(diags->lang, format), args);
    for (hj_diag *d = diags->first; d; d = d->next)
        if (d->place.line == place.line && d->place.column == place.column
            && hj_same_text(d->place.file, place.file) && hj_same_text(d->place.path, place.path)
            && strcmp(d->code, code) == 0 && strcmp(d->message, message) == 0)
            return d;
    return put(diags, severity, blame, code, place, hj_arena_strdup(diags->arena, message));
}

#define ADD(severity, blame)                                                  \
    va_list args;                                                             \
    va_start(args, format);                                                   \
    hj_diag *d = add(diags, (severity), (blame), code, place, format, args);  \
    va_end(args);                                                             \
    return d

hj_diag *hj_error(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
{
    ADD(HJ_ERROR, HJ_BLAME_INPUT);
}

hj_diag *hj_error_blame(hj_diags *diags, hj_blame blame, const char *code, hj_place place,
                        const char *format, ...)
{
    ADD(HJ_ERROR, blame);
}

hj_diag *hj_warning(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
{
    ADD(HJ_WARNING, HJ_BLAME_NONE);
}

hj_diag *hj_warning_once(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
{
    char message[600]; /* longer ones are cut: nothing is kept of what was given before */
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, hj_tr(diags->lang, format), args);
    va_end(args);
    tame(message);
    for (hj_diag *d = diags->first; d; d = d->next)
        if (d->times && strcmp(d->code, code) == 0 && strcmp(d->message, message) == 0) {
            d->times++;
            return NULL;
        }
    if (diags->errors + diags->warnings > HJ_LIMIT_DIAGS) {
        diags->warnings++;
        diags->dropped++;
        return NULL;
    }
    hj_diag *d = put(diags, HJ_WARNING, HJ_BLAME_NONE, code, place,
                     hj_arena_strdup(diags->arena, message));
    d->times = 1;
    return d;
}

hj_diag *hj_note(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
{
    ADD(HJ_NOTE, HJ_BLAME_NONE);
}

static hj_diag *retell(hj_diags *diags, hj_severity severity, const hj_diag *d, const char *format,
                       ...) __attribute__((format(printf, 4, 5)));
static hj_diag *retell(hj_diags *diags, hj_severity severity, const hj_diag *d, const char *format,
                       ...)
{
    va_list args;
    va_start(args, format);
    hj_diag *added = add(diags, severity, HJ_BLAME_NONE, d->code, d->place, format, args);
    va_end(args);
    return added;
}

void hj_diags_soften(hj_diags *diags, const hj_diags *from)
{
    for (const hj_diag *d = from->first; d; d = d->next) {
        hj_severity severity = d->severity == HJ_NOTE ? HJ_NOTE : HJ_WARNING;
        hj_diag *added = retell(diags, severity, d, "%s", d->message);
        if (d->hint && added == diags->last && !added->hint)
            added->hint = hj_arena_strdup(diags->arena, d->hint);
    }
}

void hj_hint(hj_diags *diags, const char *format, ...)
{
    if (!diags->last || diags->last->hint)
        return;
    va_list args;
    va_start(args, format);
    char hint[LONGEST];
    print_cut(hint, sizeof hint, hj_tr(diags->lang, format), args);
    va_end(args);
    diags->last->hint = hj_arena_strdup(diags->arena, hint);
}

/* The text of one line of a file, or NULL; long lines and unreadable files give none. */
static char *source_line(hj_arena *arena, const char *file, int line)
{
    char buffer[400], *found = NULL;
    struct stat st;
    bool readable = strcmp(file, "-") && stat(file, &st) == 0 && S_ISREG(st.st_mode);
    FILE *f = readable ? fopen(file, "rb") : NULL;
    if (!f)
        return NULL;
    for (int at = 1; at <= line && at < 200000; ) {
        if (!fgets(buffer, sizeof buffer, f))
            break;
        size_t n = strlen(buffer);
        bool whole = n && buffer[n - 1] == '\n';
        if (at == line) {
            if (whole || n < sizeof buffer - 1) {
                buffer[whole ? n - 1 : n] = 0;
                found = hj_arena_strdup(arena, buffer);
            }
            break;
        }
        at += whole;
    }
    fclose(f);
    return found;
}

static const char *severity_word(const hj_diags *diags, hj_severity severity)
{
    return hj_tr(diags->lang, severity == HJ_ERROR ? HJ_T("error")
                              : severity == HJ_WARNING ? HJ_T("warning") : HJ_T("note"));
}

void hj_diags_text(const hj_diags *diags, hj_buf *out, bool color)
{
    for (const hj_diag *d = diags->first; d; d = d->next) {
        if (d->place.file) {
            hj_buf_str(out, d->place.file);
            if (d->place.line)
                hj_buf_printf(out, ":%d", d->place.line);
            if (d->place.line && d->place.column)
                hj_buf_printf(out, ":%d", d->place.column);
            hj_buf_str(out, ": ");
        } else {
            hj_buf_str(out, "hjemmel: ");
        }
        if (color)
            hj_buf_str(out, d->severity == HJ_ERROR ? "\033[1;31m" : "\033[1;33m");
        hj_buf_str(out, severity_word(diags, d->severity));
        if (color)
            hj_buf_str(out, "\033[0m");
        hj_buf_printf(out, ": %s ", d->message);
        if (d->times > 1) {
            hj_buf_printf(out, hj_tr(diags->lang, HJ_T("(%d times, here first)")), d->times);
            hj_buf_char(out, ' ');
        }
        hj_buf_printf(out, "[%s]\n", d->code);
        if (d->place.path)
            hj_buf_printf(out, "    %s %s\n", hj_tr(diags->lang, HJ_T("in")), d->place.path);
        const char *source = d->source;
        if (!source && d->place.file && d->place.line)
            source = source_line(diags->arena, d->place.file, d->place.line);
        /* A case's own lines are personal data: only a column, given by who knows better, shows
         * the line; XML nodes have none. */
        if (source && d->place.column) {
            char *line = hj_arena_strdup(diags->arena, source);
            tame(line);
            hj_buf_printf(out, "    %s\n    ", line);
            size_t n = strlen(line);
            const char *p = line, *end = line + n;
            for (int c = 1; c < d->place.column && p < end; c++) {
                hj_utf8_next(&p, end);
                hj_buf_char(out, ' ');
            }
            hj_buf_str(out, "^\n");
        }
        if (d->hint)
            hj_buf_printf(out, "    %s: %s\n", hj_tr(diags->lang, HJ_T("hint")), d->hint);
    }
    if (diags->dropped)
        hj_buf_printf(out, hj_tr(diags->lang, HJ_T("hjemmel: and %d more\n")), diags->dropped);
}

void hj_diags_json(const hj_diags *diags, hj_buf *out)
{
    static const char *const severity[] = {"note", "warning", "error"};
    hj_buf_str(out, "[");
    for (const hj_diag *d = diags->first; d; d = d->next) {
        hj_buf_printf(out, "%s\n {\"severity\": \"%s\", \"code\": \"%s\"",
                      d == diags->first ? "" : ",", severity[d->severity], d->code);
        if (d->place.file) {
            hj_buf_str(out, ", \"file\": ");
            hj_buf_json(out, d->place.file);
        }
        if (d->place.line)
            hj_buf_printf(out, ", \"line\": %d", d->place.line);
        if (d->place.column)
            hj_buf_printf(out, ", \"column\": %d", d->place.column);
        if (d->place.path) {
            hj_buf_str(out, ", \"path\": ");
            hj_buf_json(out, d->place.path);
        }
        if (d->times > 1)
            hj_buf_printf(out, ", \"times\": %d", d->times);
        hj_buf_str(out, ", \"message\": ");
        hj_buf_json(out, d->message);
        if (d->hint) {
            hj_buf_str(out, ", \"hint\": ");
            hj_buf_json(out, d->hint);
        }
        hj_buf_str(out, "}");
    }
    hj_buf_str(out, diags->first ? "\n]\n" : "]\n");
}

const char *hj_nearest(const char *word, const char *const *candidates, size_t n)
{
    enum { MAX = 64 };
    size_t len = strlen(word), best_distance = len / 3 + 1;
    const char *best = NULL;
    if (len >= MAX)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t other = strlen(candidates[i]);
        if (other >= MAX || other > len + best_distance || len > other + best_distance)
            continue;
        size_t row[3][MAX + 1]; /* Damerau–Levenshtein, optimal string alignment */
        for (size_t j = 0; j <= other; j++)
            row[0][j] = j;
        for (size_t k = 1; k <= len; k++) {
            size_t *now = row[k % 3], *before = row[(k + 2) % 3], *two = row[(k + 1) % 3];
            now[0] = k;
            for (size_t j = 1; j <= other; j++) {
                size_t cost = word[k - 1] != candidates[i][j - 1];
                size_t d = before[j - 1] + cost;
                if (before[j] + 1 < d)
                    d = before[j] + 1;
                if (now[j - 1] + 1 < d)
                    d = now[j - 1] + 1;
                if (k > 1 && j > 1 && word[k - 1] == candidates[i][j - 2]
                    && word[k - 2] == candidates[i][j - 1] && two[j - 2] + 1 < d)
                    d = two[j - 2] + 1;
                now[j] = d;
            }
        }
        size_t d = row[len % 3][other];
        if (d < best_distance || (!best && d == best_distance)) {
            best_distance = d;
            best = candidates[i];
        }
    }
    return best;
}
