/* Where a word may be parted.
 *
 * The hard idea: the patterns are not ours to ship, and what a pattern says of a word is not worth
 * a millisecond of a letter's three. So the files are mapped where the system's package put them
 * and stay there: one pass over the lines makes a table of where each one begins, found again by
 * a hash of its letters; no pattern is copied or taken apart before a word meets it. The values of
 * all patterns in a word are put together as F. M. Liang does (Word Hy-phen-a-tion by Com-put-er,
 * 1983). Our own lists of words the patterns part wrongly (hyphenation/README.md) are read the same
 * way: a pattern is letters with digits between, an exception letters with hyphens between. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sum.h"
#include "text/internal.h"

#define WORD_MAX 100 /* letters; a longer word is not parted by patterns */
#define FILE_BYTES_MAX (1u << 20) /* a place in the file is 20 bits of a slot */
#define LONGEST_MAX 64 /* letters of a pattern */

/* Lines of a file by their letters. */
typedef struct lines {
    const char *bytes; /* mapped; NULL when there is no such file */
    size_t len;
    uint32_t *slots; /* 12 bits of the hash, 20 bits place in the file plus one; 0 free */
    uint32_t mask, n;
    uint32_t longest; /* letters */
    bool marks_are_hyphens; /* else digits */
    bool utf8; /* else ISO 8859-1 */
    int left, right; /* letters that must stand before the first and after the last point */
} lines;

enum { NORWEGIAN, ENGLISH, BRITISH, PATTERN_SETS };
/* Which files may hold the patterns, most fitting first. The Norwegian written standards share one
 * set, and either file stands in for the other. */
static const char *const pattern_files[PATTERN_SETS][2] = {
    [NORWEGIAN] = {"hyph_nb_NO.dic", "hyph_nn_NO.dic"},
    [ENGLISH] = {"hyph_en_US.dic", "hyph_en_GB.dic"},
    [BRITISH] = {"hyph_en_GB.dic", "hyph_en_US.dic"},
};

enum { BOKMAAL, NYNORSK, EXCEPTION_LISTS, NO_EXCEPTIONS = EXCEPTION_LISTS };
static const char *const exception_files[EXCEPTION_LISTS] = {"nb.txt", "nn.txt"};

static const struct language {
    const char *tag; /* primary subtag, or with region: the longer stands first */
    int patterns, exceptions;
} languages[] = {
    {"nb", NORWEGIAN, BOKMAAL},      {"nn", NORWEGIAN, NYNORSK},
    {"no-nyn", NORWEGIAN, NYNORSK},  {"no", NORWEGIAN, BOKMAAL},
    {"nob", NORWEGIAN, BOKMAAL},     {"nno", NORWEGIAN, NYNORSK},
    {"nor", NORWEGIAN, BOKMAAL},     {"en-gb", BRITISH, NO_EXCEPTIONS},
    {"en", ENGLISH, NO_EXCEPTIONS},  {"eng", ENGLISH, NO_EXCEPTIONS},
};

struct hj_hyphens {
    bool tried_patterns[PATTERN_SETS], tried_exceptions[EXCEPTION_LISTS];
    lines patterns[PATTERN_SETS], exceptions[EXCEPTION_LISTS];
    char sums[HJ_COUNT(languages)][HJ_SUM_HEX]; /* "" until asked for */
};

static const struct language *find_language(const char *lang)
{
    for (size_t k = 0; lang && k < HJ_COUNT(languages); k++) {
        const char *tag = languages[k].tag;
        size_t i = 0;
        for (; tag[i]; i++) {
            char c = lang[i] >= 'A' && lang[i] <= 'Z' ? (char)(lang[i] + 32)
                     : lang[i] == '_'                 ? '-'
                                                      : lang[i];
            if (c != tag[i])
                break;
        }
        if (!tag[i] && (lang[i] == '\0' || lang[i] == '-' || lang[i] == '_'))
            return &languages[k];
    }
    return NULL;
}

/* ---- reading ---- */

static bool is_mark(const lines *l, char c)
{
    return l->marks_are_hyphens ? c == '-' : (unsigned char)(c - '0') < 10;
}

static inline uint32_t hash_letter(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}
#define HASH_BASIS 2166136261u

static bool map_file(lines *l, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct stat st;
    void *data = MAP_FAILED;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0
        && st.st_size < FILE_BYTES_MAX)
        data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (data == MAP_FAILED)
        return false;
    l->bytes = data;
    l->len = (size_t)st.st_size;
    return true;
}

static bool line_is(const char *p, const char *end, const char *word, int *value)
{
    size_t n = strlen(word);
    if ((size_t)(end - p) < n || memcmp(p, word, n) != 0)
        return false;
    int v = 0;
    for (p += n; p < end; p++)
        if (*p >= '0' && *p <= '9' && v < 100)
            v = v * 10 + *p - '0';
    *value = v;
    return true;
}

/* Comments, and the settings of a pattern file. */
static bool is_setting(lines *l, const char *p, const char *end)
{
    int ignored;
    if (*p == '%' || *p == '#')
        return true;
    return *p >= 'A' && *p <= 'Z'
           && (line_is(p, end, "LEFTHYPHENMIN", &l->left)
               || line_is(p, end, "RIGHTHYPHENMIN", &l->right)
               || line_is(p, end, "COMPOUND", &ignored) || line_is(p, end, "NOHYPHEN", &ignored)
               || line_is(p, end, "NEXTLEVEL", &ignored));
}

static void add_line(lines *l, const char *start, const char *end, uint32_t hash,
                     uint32_t letters)
{
    if (!letters || letters > LONGEST_MAX || l->n > l->mask / 4 * 3 || is_setting(l, start, end))
        return;
    uint32_t slot = hash & l->mask;
    while (l->slots[slot])
        slot = (slot + 1) & l->mask;
    l->slots[slot] = (hash & 0xfff00000u) | (uint32_t)(start - l->bytes + 1);
    l->n++;
    if (letters > l->longest)
        l->longest = letters;
}

/* Takes what is mapped into the table: all of the file is walked once, so every instruction in
 * the loop counts a hundred thousand times. */
static void index_lines(lines *l)
{
    const char *start = l->bytes, *all = l->bytes + l->len;
    uint32_t size = 64;
    while (size < l->len / 3) /* of six bytes a line, the table is half full */
        size *= 2;
    l->mask = size - 1;
    l->slots = calloc(size, sizeof *l->slots);
    if (!l->slots)
        abort();
    l->left = l->right = 2;
    l->utf8 = true;
    if (!l->marks_are_hyphens) { /* the first line names the character set */
        l->utf8 = l->len >= 5 && memcmp(start, "UTF-8", 5) == 0;
        start = memchr(start, '\n', l->len);
        start = start ? start + 1 : all;
    }
    enum { LETTER, MARK, FEED, SLASH };
    uint8_t kinds[256] = {['\n'] = FEED, ['\r'] = FEED, ['/'] = SLASH};
    if (l->marks_are_hyphens)
        kinds['-'] = MARK;
    else
        memset(&kinds['0'], MARK, 10);
    uint32_t hash = HASH_BASIS, letters = 0;
    for (const char *p = start; p < all; p++) {
        switch (kinds[(unsigned char)*p]) {
        case LETTER:
            hash = hash_letter(hash, *p);
            letters++;
            break;
        case MARK:
            break;
        case SLASH: /* a pattern that changes the spelling: the text must read back as written */
            letters = LONGEST_MAX + 1;
            break;
        default:
            add_line(l, start, p, hash, letters);
            hash = HASH_BASIS;
            letters = 0;
            start = p + 1;
        }
    }
    add_line(l, start, all, hash, letters); /* a last line without its line feed */
}

static bool load(hj_fonts *fonts, lines *l, const char *file)
{
    hj_arena *arena = hj_arena_new();
    bool there = false;
    for (const char *const *dir = fonts->hyphen_dirs; *dir && !there; dir++)
        there = map_file(l, hj_path_join(arena, *dir, file));
    hj_arena_free(arena);
    if (there)
        index_lines(l);
    return there;
}

static void begin(hj_fonts *fonts)
{
    if (!fonts->hyphens && !(fonts->hyphens = calloc(1, sizeof *fonts->hyphens)))
        abort();
}

static const lines *patterns_of(hj_fonts *fonts, const struct language *l)
{
    struct hj_hyphens *h = fonts->hyphens;
    lines *set = &h->patterns[l->patterns];
    if (!h->tried_patterns[l->patterns]) {
        h->tried_patterns[l->patterns] = true;
        for (size_t f = 0; f < HJ_COUNT(pattern_files[0]) && !set->bytes; f++)
            load(fonts, set, pattern_files[l->patterns][f]);
    }
    return set->bytes ? set : NULL;
}

static const lines *exceptions_of(hj_fonts *fonts, const struct language *l)
{
    struct hj_hyphens *h = fonts->hyphens;
    if (l->exceptions == NO_EXCEPTIONS)
        return NULL;
    lines *list = &h->exceptions[l->exceptions];
    if (!h->tried_exceptions[l->exceptions]) {
        h->tried_exceptions[l->exceptions] = true;
        list->marks_are_hyphens = true;
        load(fonts, list, exception_files[l->exceptions]);
    }
    return list->bytes ? list : NULL;
}

/* ---- the fingerprint ---- */

void hj_hyphens_fingerprint(hj_fonts *fonts, const char *lang, hj_buf *out)
{
    const struct language *l = find_language(lang);
    begin(fonts);
    const lines *patterns = l ? patterns_of(fonts, l) : NULL;
    const lines *exceptions = l ? exceptions_of(fonts, l) : NULL;
    hj_buf_printf(out, "hyphenation %s ", lang && *lang ? lang : "-");
    if (!patterns && !exceptions) {
        hj_buf_str(out, "none\n");
        return;
    }
    char *hex = fonts->hyphens->sums[l - languages];
    if (!*hex) {
        hj_sums sums = {.arena = hj_arena_new()};
        if (patterns)
            hj_sums_add(&sums, "patterns", patterns->bytes, patterns->len);
        if (exceptions)
            hj_sums_add(&sums, "exceptions", exceptions->bytes, exceptions->len);
        hj_sums_hex(&sums, hex);
        hj_arena_free(sums.arena);
    }
    hj_buf_printf(out, HJ_SUM_NAME ":%s\n", hex);
}

/* ---- asking ---- */

/* The next line after slot *at of these letters, or NULL; its end in *end. */
static const char *next_line(const lines *l, uint32_t hash, const char *letters, size_t n,
                             uint32_t *at, const char **end)
{
    for (uint32_t slot; (slot = l->slots[*at & l->mask]); ) {
        ++*at;
        if ((slot ^ hash) & 0xfff00000u)
            continue;
        const char *line = l->bytes + (slot & 0xfffffu) - 1, *p = line;
        const char *all = l->bytes + l->len;
        size_t k = 0;
        for (; p < all && *p != '\n' && *p != '\r'; p++) {
            if (is_mark(l, *p))
                continue;
            if (k == n || *p != letters[k])
                break;
            k++;
        }
        if (k == n && (p == all || *p == '\n' || *p == '\r')) {
            *end = p;
            return line;
        }
    }
    return NULL;
}

typedef struct encoded {
    char bytes[WORD_MAX * 4 + 8]; /* "." word "." in the character set asked for, lower case */
    uint16_t ends[WORD_MAX * 4 + 8]; /* the place in the word where its character ends; or 0 */
    int n, letters;
} encoded;

static void put_letter(encoded *e, uint32_t c, size_t end, bool utf8)
{
    char out[4];
    int n = 1;
    if (utf8)
        n = hj_utf8_put(c, out);
    else /* a letter outside the set stands for itself as one no pattern knows */
        out[0] = c < 256 ? (char)c : (char)0xd7;
    for (int i = 0; i < n; i++) {
        e->ends[e->n] = i == n - 1 ? (uint16_t)end : 0;
        e->bytes[e->n++] = out[i];
    }
}

/* False when the word is too long for patterns. A letter and its marks become one where Unicode
 * has one for them (NFC); patterns know no other. */
static bool encode(const char *word, size_t len, bool utf8, encoded *e)
{
    e->n = e->letters = 0;
    if (len > WORD_MAX * 4)
        return false;
    put_letter(e, '.', 0, utf8);
    const char *p = word, *end = word + len;
    for (uint32_t c = p < end ? hj_utf8_next(&p, end) : 0; c;) {
        size_t so_far = (size_t)(p - word);
        uint32_t after = p < end ? hj_utf8_next(&p, end) : 0;
        hb_codepoint_t both;
        while (after >= 0x300 && after < 0x370
               && hb_unicode_compose(hb_unicode_funcs_get_default(), c, after, &both)) {
            c = both;
            so_far = (size_t)(p - word);
            after = p < end ? hj_utf8_next(&p, end) : 0;
        }
        if (++e->letters > WORD_MAX)
            return false;
        put_letter(e, hj_text_lower_point(c), so_far, utf8);
        c = after;
    }
    put_letter(e, '.', 0, utf8);
    return true;
}

/* The list's own word on this word. */
static bool except(const lines *l, const encoded *e, uint8_t *out)
{
    const char *letters = e->bytes + 1, *end;
    size_t n = (size_t)e->n - 2;
    uint32_t hash = HASH_BASIS;
    for (size_t i = 0; i < n; i++)
        hash = hash_letter(hash, letters[i]);
    uint32_t at = hash;
    const char *line = next_line(l, hash, letters, n, &at, &end);
    if (!line)
        return false;
    int i = 0; /* of e->bytes: the letter before p */
    for (const char *p = line; p < end; p++) {
        if (*p != '-')
            i++;
        else if (i > 0 && e->ends[i])
            out[e->ends[i] - 1] = 1;
    }
    return true;
}

static void by_patterns(const lines *l, const encoded *e, size_t len, uint8_t *out)
{
    uint8_t values[WORD_MAX * 4 + 9] = {0}; /* before each byte */
    for (int from = 0; from < e->n; from++) {
        uint32_t hash = HASH_BASIS;
        for (int to = from; to < e->n && (uint32_t)(to - from) < l->longest; to++) {
            hash = hash_letter(hash, e->bytes[to]);
            uint32_t at = hash;
            const char *line, *end;
            while ((line = next_line(l, hash, e->bytes + from, (size_t)(to - from) + 1, &at,
                                     &end))) {
                int i = from;
                for (; line < end; line++) {
                    uint8_t digit = (uint8_t)(*line - '0');
                    if (digit > 9)
                        i++;
                    else if (digit > values[i])
                        values[i] = digit;
                }
            }
        }
    }
    int seen = 0;
    for (int i = 1; i + 1 < e->n; i++) {
        if (!e->ends[i])
            continue;
        seen++;
        if ((values[i + 1] & 1) && seen >= l->left && e->letters - seen >= l->right
            && e->ends[i] < len)
            out[e->ends[i] - 1] = 1;
    }
}

static bool soft_hyphens(const char *word, size_t len, uint8_t *out)
{
    bool any = false;
    for (size_t i = 0; i + 1 < len; i++)
        if ((unsigned char)word[i] == 0xc2 && (unsigned char)word[i + 1] == 0xad)
            out[i + 1] = any = true;
    return any;
}

bool hj_text_hyphenate(hj_fonts *fonts, const char *lang, const char *word, size_t len,
                       uint8_t *out, hj_diags *diags)
{
    memset(out, 0, len);
    if (soft_hyphens(word, len, out)) /* the writer's own points are the only ones then */
        return true;
    begin(fonts);
    const struct language *l = find_language(lang);
    begin(fonts);
    const lines *patterns = l ? patterns_of(fonts, l) : NULL;
    if (!patterns && (!lang || !lang[0])) {
        hj_warning(diags, "HJ-TEXT-021", HJ_NOWHERE,
                   "hyphenation is asked for, but the text has no language; its words are not parted");
        hj_hint(diags, "write xml:lang=\"nb\" on fo:root");
    } else if (!patterns) {
        hj_warning(diags, "HJ-TEXT-020", HJ_NOWHERE,
                   "there are no hyphenation patterns for the language \"%s\"; its words are not parted",
                   lang);
        if (l)
            hj_hint(diags, "install the package %s",
                    l->patterns == NORWEGIAN ? "hyphen-no" : "hyphen-en-us");
    }
    if (!patterns)
        return false;
    encoded e = {0};
    const lines *exceptions = exceptions_of(fonts, l);
    if (exceptions && encode(word, len, true, &e) && except(exceptions, &e, out))
        return true;
    if (encode(word, len, patterns->utf8, &e))
        by_patterns(patterns, &e, len, out);
    return true;
}

static void unload(lines *l)
{
    if (l->bytes)
        munmap((void *)(uintptr_t)l->bytes, l->len);
    free(l->slots);
}

void hj_hyphens_free(hj_fonts *fonts)
{
    if (!fonts->hyphens)
        return;
    for (int i = 0; i < PATTERN_SETS; i++)
        unload(&fonts->hyphens->patterns[i]);
    for (int i = 0; i < EXCEPTION_LISTS; i++)
        unload(&fonts->hyphens->exceptions[i]);
    free(fonts->hyphens);
}
