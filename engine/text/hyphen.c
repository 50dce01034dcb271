/* Where a word may be parted.
 *
 * The hard idea: the patterns are not ours to ship. They are read where the system's package put
 * them, whole, when the first word of their language asks, and turned from their own character set
 * to ours a word at a time. Without them nothing is hyphenated and one warning says so. */
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "text/internal.h"

#define WORD_MAX 100 /* characters; libhyphen's own limit for its buffers */

/* Which files may hold the patterns of a language, most fitting first. The Norwegian written
 * standards share one set, and either file stands in for the other. */
static const struct language {
    const char *tag; /* primary subtag, or with region */
    const char *files[4];
} languages[] = {
    {"nb", {"hyph_nb_NO.dic", "hyph_nn_NO.dic"}},
    {"nn", {"hyph_nn_NO.dic", "hyph_nb_NO.dic"}},
    {"no", {"hyph_nb_NO.dic", "hyph_nn_NO.dic"}},
    {"en-gb", {"hyph_en_GB.dic", "hyph_en_US.dic"}},
    {"en", {"hyph_en_US.dic", "hyph_en_GB.dic"}},
};

struct hj_hyphens {
    struct pattern_set {
        bool tried;
        HyphenDict *dict;
    } sets[HJ_COUNT(languages)];
};

static size_t tag_prefix(const char *lang, const char *tag)
{
    size_t i = 0;
    for (; tag[i]; i++) {
        char c = lang[i] >= 'A' && lang[i] <= 'Z' ? (char)(lang[i] + 32)
                 : lang[i] == '_'                 ? '-'
                                                  : lang[i];
        if (c != tag[i])
            return 0;
    }
    return lang[i] == '\0' || lang[i] == '-' || lang[i] == '_' ? i : 0;
}

static HyphenDict *load(hj_fonts *fonts, const struct language *l)
{
    hj_arena *arena = hj_arena_new();
    HyphenDict *dict = NULL;
    for (size_t f = 0; f < HJ_COUNT(l->files) && l->files[f] && !dict; f++)
        for (const char *const *dir = fonts->hyphen_dirs; *dir && !dict; dir++) {
            const char *path = hj_path_join(arena, *dir, l->files[f]);
            if (hj_file_exists(path))
                dict = hnj_hyphen_load(path);
        }
    hj_arena_free(arena);
    return dict;
}

static HyphenDict *patterns(hj_fonts *fonts, const char *lang, hj_diags *diags)
{
    const struct language *l = NULL;
    for (size_t i = 0; lang && i < HJ_COUNT(languages) && !l; i++)
        if (tag_prefix(lang, languages[i].tag))
            l = &languages[i];
    HyphenDict *dict = NULL;
    if (l) {
        if (!fonts->hyphens && !(fonts->hyphens = calloc(1, sizeof *fonts->hyphens)))
            abort();
        struct pattern_set *set = &fonts->hyphens->sets[l - languages];
        if (!set->tried)
            set->dict = load(fonts, l);
        set->tried = true;
        dict = set->dict;
    }
    if (!dict) {
        hj_warning(diags, "HJ-TEXT-020", HJ_NOWHERE,
                   "there are no hyphenation patterns for the language \"%s\"; its words are not parted",
                   lang ? lang : "");
        if (l)
            hj_hint(diags, "install the package %s",
                    l->tag[0] == 'n' ? "hyphen-no" : "hyphen-en-us");
    }
    return dict;
}

bool hj_text_hyphenate(hj_fonts *fonts, const char *lang, const char *word, size_t len,
                       uint8_t *out, hj_diags *diags)
{
    memset(out, 0, len);
    char bytes[WORD_MAX * 4 + 8], marks[WORD_MAX * 4 + 16];
    uint16_t from[WORD_MAX * 4 + 8]; /* where in word the character of each of bytes ends */
    int n = 0, chars = 0;
    bool soft = false;
    for (const char *p = word, *end = word + len; p < end;) {
        if (hj_utf8_next(&p, end) == 0xad) {
            out[p - word - 1] = 1;
            soft = true;
        }
    }
    HyphenDict *dict = patterns(fonts, lang, diags);
    if (soft || !dict || len > WORD_MAX * 4) /* the writer's own points are the only ones then */
        return soft || dict;
    for (const char *p = word, *end = word + len; p < end;) {
        uint32_t c = hj_text_lower_point(hj_utf8_next(&p, end));
        if (++chars > WORD_MAX)
            return true;
        if (dict->utf8) {
            char utf8[4];
            int k = hj_utf8_put(c, utf8);
            for (int i = 0; i < k; i++) {
                from[n] = i == k - 1 ? (uint16_t)(p - word) : 0;
                bytes[n++] = utf8[i];
            }
        } else {
            /* ISO 8859-1 is the first 256 code points; a letter outside stands for itself as one
             * no pattern knows. */
            from[n] = (uint16_t)(p - word);
            bytes[n++] = c < 256 ? (char)c : (char)0xd7;
        }
    }
    bytes[n] = '\0';
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    memset(marks, 0, sizeof marks);
    if (hnj_hyphen_hyphenate2(dict, bytes, n, marks, NULL, &rep, &pos, &cut) == 0) {
        /* With UTF-8 patterns marks go by characters, else by bytes. A point that would change
         * the spelling (rep) is left out: the text must read back as it was written. */
        int mark = 0;
        for (int i = 0; i < n; i++) {
            if (!from[i])
                continue;
            if ((marks[mark] & 1) && !(rep && rep[mark]) && from[i] < len)
                out[from[i] - 1] = 1;
            mark++;
        }
    }
    if (rep)
        for (int i = 0; i < n; i++)
            free(rep[i]);
    free(rep);
    free(pos);
    free(cut);
    return true;
}

void hj_hyphens_free(hj_fonts *fonts)
{
    if (fonts->hyphens)
        for (size_t i = 0; i < HJ_COUNT(languages); i++)
            if (fonts->hyphens->sets[i].dict)
                hnj_hyphen_free(fonts->hyphens->sets[i].dict);
    free(fonts->hyphens);
}
