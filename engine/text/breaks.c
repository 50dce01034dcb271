/* Where a line may end.
 *
 * The hard idea: UAX #14 knows scripts, not Norwegian. Its answer is taken from libunibreak and
 * then made stricter, never laxer, between two words that a reader takes in as one: "§ 13",
 * "12. november", "75 %", "kl. 12.00". Only opportunities at ordinary blanks are touched, so text
 * that already has hard blanks is left as it is. */
#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

#include "text/internal.h"

#define HELD_MAX 4

typedef struct token {
    const char *s;
    size_t len;
} token;

static inline bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Inline, so that the length of a literal is known when compiling. */
static inline bool begins(token t, const char *prefix)
{
    size_t n = strlen(prefix);
    return t.len >= n && memcmp(t.s, prefix, n) == 0;
}

static inline bool ends(token t, const char *suffix)
{
    size_t n = strlen(suffix);
    return t.len >= n && memcmp(t.s + t.len - n, suffix, n) == 0;
}

/* Opening punctuation before, closing punctuation after a word is not the word. */
static token bare(token t)
{
    for (;;) {
        if (t.len && strchr("([\"'", t.s[0]))
            t.s += 1, t.len -= 1;
        else if (begins(t, "«"))
            t.s += 2, t.len -= 2;
        else if (begins(t, "‘") || begins(t, "“"))
            t.s += 3, t.len -= 3;
        else
            break;
    }
    for (;;) {
        if (t.len && strchr(",.;:!?)]\"'", t.s[t.len - 1]))
            t.len -= 1;
        else if (ends(t, "»"))
            t.len -= 2;
        else if (ends(t, "’") || ends(t, "”"))
            t.len -= 3;
        else
            return t;
    }
}

/* The token as lower-case ASCII-folded text against a sorted-by-use list. */
static bool one_of(token t, const char *const *list, size_t n)
{
    char low[24];
    if (!t.len || t.len >= sizeof low)
        return false;
    for (size_t i = 0; i < t.len; i++)
        low[i] = t.s[i] >= 'A' && t.s[i] <= 'Z' ? (char)(t.s[i] + 32) : t.s[i];
    low[t.len] = '\0';
    for (size_t i = 0; i < n; i++)
        if (list[i][0] == low[0] && strcmp(low, list[i]) == 0)
            return true;
    return false;
}

/* 1 450,50  12–14  2-7: digits with the signs that stand inside numbers. */
static bool number(token t)
{
    if (!t.len || !digit(t.s[t.len - 1]))
        return false;
    for (size_t i = 0; i < t.len; i++) {
        if (digit(t.s[i]) || t.s[i] == ',' || t.s[i] == '.' || t.s[i] == '-' || t.s[i] == ':')
            continue;
        if (t.len - i >= 3
            && (memcmp(t.s + i, "–", 3) == 0 || memcmp(t.s + i, "−", 3) == 0)) {
            i += 2;
            continue;
        }
        if (t.len - i >= 2 && memcmp(t.s + i, "\xc2\xa0", 2) == 0) {
            i++;
            continue;
        }
        return false;
    }
    return true;
}

static bool all_digits(token t)
{
    for (size_t i = 0; i < t.len; i++)
        if (!digit(t.s[i]))
            return false;
    return t.len > 0;
}

static const char *const months[] = {
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
    "oktober", "november", "desember", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "okt", "nov", "des", "january", "february", "march", "may", "june", "july",
    "october", "december",
};

/* Bokmål, nynorsk and signs. */
static const char *const units[] = {
    "%", "‰", "°", "°c", "kr", "kroner", "krone", "øre", "euro", "€", "nok", "prosent",
    "prosentpoeng", "promille", "million", "millioner", "millionar", "milliard", "milliarder",
    "milliardar", "mill", "mrd", "time", "timer", "timar", "t", "minutt", "minutter", "min",
    "sekund", "sekunder", "dag", "dager", "dagar", "døgn", "uke", "uker", "veke", "veker",
    "virkedag", "virkedager", "virkedagar", "verkedag", "verkedagar", "måned", "måneder", "månad",
    "månader", "mnd", "md", "år", "ganger", "gonger", "km", "m", "m²", "m2", "cm", "mm", "kg",
    "g", "hg", "l", "dl", "ml", "kwh", "kw", "mb", "gb", "stk", "side", "sider", "årsverk", "g.",
};

/* Words that take a number or letter after them. */
static const char *const leaders[] = {
    "§", "§§", "kl", "nr", "kr", "nok", "ca", "s", "pkt", "punkt", "kap", "kapittel", "art",
    "artikkel", "bokstav", "side", "vedlegg", "jnr", "gnr", "bnr", "tlf", "uke", "veke", "klokken",
    "klokka", "jf", "jfr", "sak", "saksnr", "tabell", "figur", "trinn", "ledd", "eur", "usd", "sek",
    "dkk", "gbp", "€", "£", "−", "±", "fig", "tab", "rundskriv", "versjon",
};

static const char *const operators[] = {"=", "×", "+", "−", "÷", "·", "≤", "≥", "<", ">", "±", "≈"};

/* "12", "1.–3"; not the year that ends the sentence before "November kom …". */
static bool day_of_month(token t)
{
    size_t n = 0;
    while (n < t.len && digit(t.s[t.len - 1 - n]))
        n++;
    return n <= 2 && number(t);
}

/* "f. eks.", "bl. a.", "m. m.", "d. v. s.": the parts of an abbreviation. */
static bool abbreviates(token left, token right)
{
    return left.len >= 2 && left.len <= 3 && right.len >= 2 && right.len <= 4
           && ends(left, ".") && ends(right, ".") && left.s[0] >= 'a' && left.s[0] <= 'z'
           && right.s[0] >= 'a' && right.s[0] <= 'z' && left.s[left.len - 2] >= 'a';
}

/* Should the blank between two neighbouring words hold? before is the word before left. */
static bool hold(token before, token left, token right)
{
    if (ends(left, "§"))
        return true;
    if (abbreviates(left, right))
        return true;
    if (begins(right, "§")) { /* "jf. § 3-2" */
        token l = bare(left);
        return l.len >= 2 && l.len <= 3 && memcmp("jfr", l.s, l.len) == 0;
    }
    if (right.len == 3 && memcmp(right.s, "–", 3) == 0) /* a dash does not begin a line */
        return true;
    /* All that follows has a number on one side, or a single letter on the right. */
    bool two_letters = right.len >= 2 && (right.s[0] & 0x40) && (right.s[1] & 0x40);
    if ((right.len > 4 || two_letters) && !digit(right.s[0]) && !digit(left.s[left.len - 1])
        && !(left.len > 1 && digit(left.s[left.len - 2])))
        return false;
    token l = bare(left), r = bare(right);
    if (!l.len || !r.len)
        return false;
    bool r_number = digit(r.s[0]);
    /* 10 × 5 − 3 = 47 */
    if ((r_number && one_of(left, operators, HJ_COUNT(operators)))
        || (digit(left.s[left.len - 1]) && one_of(right, operators, HJ_COUNT(operators))))
        return true;
    if (one_of(l, leaders, HJ_COUNT(leaders))
        && (r_number || (r.len == 1 && r.s[0] >= 'a' && r.s[0] <= 'z')))
        return true;
    if (day_of_month(l) && one_of(r, months, HJ_COUNT(months)))
        return true;
    if (r.len == 4 && all_digits(r) && day_of_month(bare(before))
        && one_of(l, months, HJ_COUNT(months))) /* 22. november 2026 */
        return true;
    if (ends(left, ".") || ends(left, ",") || ends(left, ";") || ends(left, ":")
        || ends(left, "!") || ends(left, "?"))
        return false;
    if (number(l) && one_of(r, units, HJ_COUNT(units)))
        return true;
    if (begins(r, "%") && number(l))
        return true;
    /* Thousands: 10 450. Telephones: 62 49 65 00. */
    if (all_digits(l) && all_digits(r)) {
        if (r.len == 3 && l.len <= 3)
            return true;
        if (r.len == 2 && l.len == 2)
            return true;
    }
    /* § 2-1 e, but not "§ 13 i loven" */
    token b = bare(before);
    if (number(l) && (ends(b, "§") || ends(before, "§")) && r.len == 1 && r.s[0] >= 'a'
        && r.s[0] <= 'z' && r.s[0] != 'i')
        return true;
    return false;
}

static inline bool blank(char c)
{
    return (unsigned char)c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
}

/* "e-post": a hyphen after a single letter is no place to end a line. i is at the hyphen. */
static bool short_before_hyphen(const char *text, size_t i)
{
    size_t letters = 0;
    while (i > 0 && letters < 2) {
        char c = text[--i];
        if (blank(c) || c == '(' || c == '/')
            break;
        if (((unsigned char)c & 0xc0) != 0x80)
            letters++;
    }
    return letters < 2;
}

/* libunibreak 1.1 aborts on broken UTF-8, on U+FFFF, on U+FFFC (class CB) and on the letters of
 * flags (class RI). An ideograph of as many bytes stands in for them: a line may break on either
 * side of it too. A copy, or NULL when there is none of them. */
static char *without_traps(const char *text, size_t len)
{
    char *copy = NULL;
    if (!hj_utf8_valid(text, len)) { /* another abort: what is no character counts as letters */
        copy = malloc(len);
        if (!copy)
            abort();
        for (size_t i = 0; i < len; i++)
            copy[i] = (unsigned char)text[i] < 0x80 ? text[i] : 'a';
        return copy;
    }
    for (size_t i = 0; i + 2 < len; i++) {
        const char *by = NULL;
        if (memcmp(text + i, "\xef\xbf\xbc", 3) == 0
            || memcmp(text + i, "\xef\xbf\xbf", 3) == 0)
            by = "\xe4\xb8\x80";
        else if (i + 3 < len && memcmp(text + i, "\xf0\x9f\x87", 3) == 0
                 && (unsigned char)text[i + 3] >= 0xa6)
            by = "\xf0\xa0\x80\x80";
        if (!by)
            continue;
        if (!copy) {
            copy = malloc(len);
            if (!copy)
                abort();
            memcpy(copy, text, len);
        }
        memcpy(copy + i, by, strlen(by));
    }
    return copy;
}

static void ask_unibreak(const char *text, size_t len, uint8_t *out)
{
    char *brks = (char *)out; /* one byte each: translated in place */
    char *copy = without_traps(text, len);
    set_linebreaks_utf8((const utf8_t *)(copy ? copy : text), len, NULL, brks);
    free(copy);
    for (size_t i = 0; i < len; i++)
        out[i] = brks[i] == LINEBREAK_MUSTBREAK    ? HJ_BREAK_MANDATORY
                 : brks[i] == LINEBREAK_ALLOWBREAK ? HJ_BREAK_ALLOWED
                                                   : HJ_BREAK_NO;
    /* The end of what was asked about is told as a break, which it is not unless it says so. */
    if (text[len - 1] != '\n' && text[len - 1] != '\r')
        out[len - 1] = HJ_BREAK_NO;
}

/* A word of the text with the blanks behind it. */
typedef struct word {
    uint32_t start, end, next; /* next: where the following word begins */
    bool simple; /* see below */
    bool feeds; /* other white space than U+0020 behind it */
} word;

typedef enum { OTHER, BLANK, LETTER, LEAD, POINT, END_POINT } sign;

/* What kind of byte c is: LEAD begins a letter of two bytes, U+00C0 … U+017F. */
static inline sign sign_of(unsigned char c)
{
    static const uint8_t signs[128] = {
        ['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK, [' '] = BLANK, ['!'] = END_POINT,
        ['?'] = END_POINT, ['.'] = POINT, [','] = POINT, [':'] = POINT, [';'] = POINT,
        ['0'] = LETTER, ['1'] = LETTER, ['2'] = LETTER, ['3'] = LETTER, ['4'] = LETTER,
        ['5'] = LETTER, ['6'] = LETTER, ['7'] = LETTER, ['8'] = LETTER, ['9'] = LETTER,
    };
    if (c >= 0x80)
        return c >= 0xc3 && c <= 0xc5 ? LEAD : OTHER;
    return (unsigned char)((c | 0x20) - 'a') < 26 ? LETTER : (sign)signs[c];
}

/* The word at start. It is simple when UAX #14 never parts it and always allows a break after its
 * blank, if the next word is simple too: European letters and digits, with points and commas inside
 * or behind. Most words are, and libunibreak is slow, so it is asked only about the others. */
static word word_at(const char *text, size_t len, size_t start)
{
    size_t i = start;
    bool is_simple = true, ended = false;
    for (; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        sign k = sign_of(c);
        if (k == BLANK)
            break;
        if (k == LETTER) {
            is_simple = is_simple && !ended;
        } else if (k == LEAD && i + 1 < len) {
            unsigned char d = (unsigned char)text[++i];
            is_simple = is_simple && !ended && !(c == 0xc3 && (d == 0x97 || d == 0xb7)); /* × ÷ */
        } else if (k == END_POINT && i > start) {
            ended = true;
        } else if (k != POINT || i == start) {
            is_simple = false;
        }
    }
    word w = {.start = (uint32_t)start, .end = (uint32_t)i, .simple = is_simple && i > start};
    for (; i < len && blank(text[i]); i++)
        w.feeds = w.feeds || text[i] != ' ';
    w.simple = w.simple && !w.feeds;
    w.next = (uint32_t)i;
    return w;
}

/* UAX #14 over the words. Stretches of words that are not simple go to libunibreak together with
 * the simple word on either side, which is as far as any of its rules looks. */
static void uax14(const char *text, const word *words, size_t n, uint8_t *out)
{
    for (size_t i = 0; i < n;) {
        if (words[i].simple) {
            if (words[i].next > words[i].end)
                out[words[i].next - 1] = HJ_BREAK_ALLOWED;
            i++;
            continue;
        }
        size_t from = i ? i - 1 : 0;
        while (i < n && !words[i].simple)
            i++;
        size_t end = i < n ? words[i].end : words[n - 1].next;
        ask_unibreak(text + words[from].start, end - words[from].start, out + words[from].start);
    }
}

/* Breaks inside a word that Norwegian does not want. */
static void mend_inside(const char *text, size_t len, const word *w, uint8_t *out)
{
    for (size_t i = w->start; i < w->end; i++) {
        if (out[i] != HJ_BREAK_ALLOWED)
            continue;
        if (text[i] == '-' && short_before_hyphen(text, i))
            out[i] = HJ_BREAK_NO;
        else if (i >= w->start + 3 && i + 1 < len && digit(text[i + 1])
                 && memcmp(text + i - 2, "–", 3) == 0 && digit(text[i - 3]))
            out[i] = HJ_BREAK_NO; /* 10.00–12.00 */
    }
}

void hj_text_breaks(const char *text, size_t len, bool ties, uint8_t *out)
{
    static bool ready;
    if (!ready)
        init_linebreak();
    ready = true;
    memset(out, HJ_BREAK_NO, len);
    if (!len || len > UINT32_MAX / 2)
        return;
    word few[64], *words = few;
    size_t n = 0, cap = HJ_COUNT(few);
    for (size_t at = 0; at < len; at = words[n++].next) {
        if (n == cap) {
            cap *= 4;
            word *more = malloc(cap * sizeof *more);
            if (!more)
                abort();
            memcpy(more, words, n * sizeof *more);
            if (words != few)
                free(words);
            words = more;
        }
        words[n] = word_at(text, len, at);
    }
    uax14(text, words, n, out);

    token before = {"", 0}, left = {"", 0};
    int held = 0; /* in a row: a table row of numbers set as text must not become one word */
    for (size_t i = 0; i < n; i++) {
        const word *w = &words[i];
        if (w->end == w->start)
            continue; /* blanks before the first word */
        if (ties && !w->simple)
            mend_inside(text, len, w, out);
        token right = {text + w->start, w->end - w->start};
        /* Only ordinary blanks are held: a line feed that was asked for stays one. */
        bool holds = ties && left.len && !words[i - 1].feeds && held < HELD_MAX
                     && hold(before, left, right);
        held = holds ? held + 1 : 0;
        /* UAX #14, LB15, takes any quotation mark before a bracket for an opening one. */
        if (ties && !holds && right.s[0] == '(' && ends(left, "»"))
            out[w->start - 1] = HJ_BREAK_ALLOWED;
        if (holds)
            memset(out + words[i - 1].end, HJ_BREAK_NO, w->start - words[i - 1].end);
        before = left;
        left = right;
    }
    if (words != few)
        free(words);
}
