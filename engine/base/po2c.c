/* Build tool: a .po file on stdin becomes a C table sorted by msgid on stdout.
 * Fuzzy and obsolete entries are left out, so that a doubtful translation is never shown. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char *id, *str; } entry;

static int by_id(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->id, ((const entry *)b)->id);
}

/* Appends the bytes of a quoted PO string to *to, undoing its escapes. */
static void append(char **to, const char *quoted)
{
    size_t n = *to ? strlen(*to) : 0;
    *to = realloc(*to, n + strlen(quoted) + 1);
    if (!*to)
        abort();
    char *out = *to + n;
    for (const char *p = strchr(quoted, '"') + 1; *p && *p != '"'; p++) {
        if (*p == '\\' && p[1]) {
            p++;
            *out++ = *p == 'n' ? '\n' : *p == 't' ? '\t' : *p;
        } else {
            *out++ = *p;
        }
    }
    *out = 0;
}

static void print_quoted(const char *s)
{
    putchar('"');
    for (; *s; s++) {
        if (*s == '\n')
            fputs("\\n", stdout);
        else if (*s == '\t')
            fputs("\\t", stdout);
        else if (*s == '"' || *s == '\\')
            printf("\\%c", *s);
        else
            putchar(*s);
    }
    putchar('"');
}

int main(int argc, char **argv)
{
    entry *entries = NULL;
    size_t n = 0, cap = 0;
    char line[8192];
    bool fuzzy = false, next_fuzzy = false;
    char **into = NULL;
    if (argc != 2)
        return 2;
    while (fgets(line, sizeof line, stdin)) {
        if (strncmp(line, "#,", 2) == 0 && strstr(line, "fuzzy"))
            next_fuzzy = true;
        if (line[0] == '#' || line[0] == '\n') {
            into = NULL;
            continue;
        }
        if (strncmp(line, "msgid ", 6) == 0) {
            if (n == cap) {
                entries = realloc(entries, (cap = cap ? cap * 2 : 256) * sizeof *entries);
                if (!entries)
                    abort();
            }
            fuzzy = next_fuzzy;
            next_fuzzy = false;
            entries[n] = (entry){0};
            into = &entries[n].id;
            append(into, line);
            n++;
        } else if (strncmp(line, "msgstr ", 7) == 0 && n) {
            into = &entries[n - 1].str;
            append(into, line);
            if (fuzzy)
                entries[n - 1].str[0] = 0;
        } else if (line[0] == '"' && into && !(fuzzy && into == &entries[n - 1].str)) {
            append(into, line);
        }
    }
    if (n)
        qsort(entries, n, sizeof *entries, by_id);
    printf("#include \"base/i18n.h\"\n\nconst hj_message %s[] = {\n", argv[1]);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (!entries[i].id || !entries[i].id[0] || !entries[i].str || !entries[i].str[0])
            continue;
        printf("    {");
        print_quoted(entries[i].id);
        printf(", ");
        print_quoted(entries[i].str);
        printf("},\n");
        kept++;
    }
    if (!kept)
        printf("    {\"\", \"\"},\n");
    printf("};\nconst size_t %s_count = %zu;\n", argv[1], kept);
    return 0;
}
