/* Dates, numbers and words as Norwegian writes them.
 *
 * Forms from Språkrådet: 24. november 2026 and 24.11.2026, decimal comma, thousands by hard space,
 * hard space wherever a line break would part a sign from what it belongs to. Only the calendar and
 * the grammar of numbers are here; every sentence is in the template folder. */
#include <math.h>
#include <string.h>

#include "transform/internal.h"

const char *const hj_maalform_names[2] = {"nb", "nn"};

int hj_maalform_index(const char *name)
{
    return name && strcmp(name, "nn") == 0 ? HJ_NN : HJ_NB;
}

/* Month names are the same in both maalformer. */
static const char *const months[] = {
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
};
static const char *const weekdays[2][7] = {
    {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
    {"måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"},
};
static const char *const words[2][13] = {
    {"null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"},
    {"null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve",
     "tolv"},
};

void hj_lang_date(hj_buf *out, hj_date date, hj_date_form form, int maal)
{
    hj_ymd d = hj_date_ymd(date);
    if (form == HJ_DATE_SHORT) {
        hj_buf_printf(out, "%d.%d.%d", d.day, d.month, d.year);
        return;
    }
    if (form == HJ_DATE_WEEKDAY)
        hj_buf_printf(out, "%s ", weekdays[maal][hj_date_weekday(date) - 1]);
    hj_buf_printf(out, "%d." HJ_NBSP "%s %d", d.day, months[d.month - 1], d.year);
}

bool hj_lang_number(hj_buf *out, double value, int decimals)
{
    if (!isfinite(value) || fabs(value) > 1e15)
        return false;
    if (decimals < 0)
        decimals = 0;
    if (decimals > 6)
        decimals = 6;
    int64_t scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (fabs(value) > 9e18 / (double)scale)
        return false;
    /* The nudge makes 0.145 (stored a hair below) round as it is written. */
    double scaled = fabs(value) * (double)scale;
    int64_t n = (int64_t)floor(scaled + 0.5 + scaled * 1e-15);
    if (value < 0 && n)
        hj_buf_str(out, "\xe2\x88\x92"); /* minus sign */
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%lld", (long long)(n / scale));
    for (int i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            hj_buf_str(out, HJ_NBSP);
        hj_buf_char(out, digits[i]);
    }
    if (decimals)
        hj_buf_printf(out, ",%0*lld", decimals, (long long)(n % scale));
    return true;
}

bool hj_lang_money(hj_buf *out, double value, int maal)
{
    (void)maal; /* krone, kroner in both */
    bool whole = value == floor(value);
    if (!hj_lang_number(out, value, whole ? 0 : 2))
        return false;
    hj_buf_str(out, fabs(value) == 1 ? HJ_NBSP "krone" : HJ_NBSP "kroner");
    return true;
}

bool hj_lang_word(hj_buf *out, double value, int maal)
{
    if (value == floor(value) && value >= 0 && value <= 12) {
        hj_buf_str(out, words[maal][(int)value]);
        return true;
    }
    return hj_lang_number(out, value, value == floor(value) ? 0 : 1);
}

void hj_lang_capital(hj_buf *out, const char *s)
{
    const char *p = s, *end = s + strlen(s);
    if (p == end)
        return;
    uint32_t c = hj_utf8_next(&p, end);
    if ((c >= 'a' && c <= 'z') || (c >= 0xe0 && c <= 0xfe && c != 0xf7))
        c -= 0x20;
    else if (c >= 0x100 && c <= 0x137 && (c & 1))
        c--;
    else if (c >= 0x139 && c <= 0x148 && !(c & 1))
        c--;
    else if (c >= 0x14a && c <= 0x177 && (c & 1))
        c--;
    else if (c == 0x17a || c == 0x17c || c == 0x17e)
        c--;
    char bytes[4];
    hj_buf_add(out, bytes, (size_t)hj_utf8_put(c, bytes));
    hj_buf_str(out, p);
}

/* ---- hard spaces ---- */

#define SECTION "\xc2\xa7" /* the section sign */

/* Words that hold on to the number after them. */
static const char *const leaders[] = {
    SECTION, SECTION SECTION, "kl.", "nr.", "kr", "ca.", "kap.", "art.", "pkt.", "s.", "uke",
    "veke", "Uke", "Veke", "side", "sak", "Sak", "trinn", "punkt", "bokstav", "omtrent", "jf.",
};
/* Words a number holds on to. */
static const char *const units[] = {
    "%", "prosent", "krone", "kroner", "kr", "øre", "time", "timer", "timar", "minutt", "minutter",
    "sekund", "dag", "dager", "dagar", "døgn", "uke", "uker", "veke", "veker", "måned", "måneder",
    "månad", "månader", "år", "gang", "ganger", "gong", "gonger", "mm", "cm", "m", "km", "g", "kg",
    "mg", "ml", "dl", "l", "mill.", "millioner", "millionar", "milliarder", "milliardar", "tusen",
};

static bool in_list(const char *const *list, size_t n, const char *word, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(list[i]) == len && memcmp(list[i], word, len) == 0)
            return true;
    return false;
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t word_end(const char *s, size_t n)
{
    size_t i = 0;
    for (; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == ' ' || (c < 0x20 && (c == '\n' || c == '\t' || c == '\r'))
            || (c == 0xc2 && i + 1 < n && (unsigned char)s[i + 1] == 0xa0))
            break;
    }
    return i;
}

/* The word without the punctuation that closes it; a unit's own full stop is tried first. */
static bool is_unit(const char *word, size_t len)
{
    if (in_list(units, HJ_COUNT(units), word, len))
        return true;
    while (len && strchr(".,;:!?)", word[len - 1]))
        len--;
    return len && in_list(units, HJ_COUNT(units), word, len);
}

static bool is_month(const char *word, size_t len)
{
    while (len && strchr(".,;:!?)", word[len - 1]))
        len--;
    return in_list(months, HJ_COUNT(months), word, len);
}

/* Left, right: the words around one space. */
static bool holds(const char *left, size_t left_n, const char *right, size_t right_n,
                  const char *before, size_t before_n)
{
    if (!left_n || !right_n)
        return false;
    while (left_n && strchr("(\"", *left)) {
        left++;
        left_n--;
    }
    if (left_n >= 2 && memcmp(left, "\xc2\xab", 2) == 0) {
        left += 2;
        left_n -= 2;
    }
    if (!left_n)
        return false;
    bool right_digit = digit(right[0]);
    if (in_list(leaders, HJ_COUNT(leaders), left, left_n)) {
        if (right_digit || memcmp(right, SECTION, right_n < 2 ? 1 : 2) == 0)
            return true;
        return left_n == 7 && memcmp(left, "bokstav", 7) == 0 && right_n <= 2;
    }
    bool left_number = digit(left[left_n - 1]);
    if (left_number && is_unit(right, right_n))
        return true;
    /* 10 450: up to three digits, then exactly three. */
    if (left_number && left_n <= 3 && digit(left[0]) && right_n >= 3 && digit(right[0])
        && digit(right[1]) && digit(right[2]) && (right_n == 3 || !digit(right[3])))
        return true;
    if (left[left_n - 1] == '.' && left_n >= 2 && digit(left[left_n - 2])
        && is_month(right, right_n))
        return true;
    /* § 2-1 e: the letter belongs to the paragraph before it. */
    if (left_number && before_n >= 2 && memcmp(before + before_n - 2, SECTION, 2) == 0) {
        size_t len = right_n;
        while (len && strchr(".,;:)", right[len - 1]))
            len--;
        return len == 1 && right[0] >= 'a' && right[0] <= 'z';
    }
    return false;
}

/* Most spaces are between plain words: one look at the letters beside them is enough. */
static bool may_hold(const char *left, size_t left_n, const char *right, size_t right_n)
{
    if (!left_n || !right_n)
        return false;
    char last = left[left_n - 1];
    return digit(last) || digit(right[0]) || right[0] == '\xc2' || last == '.' || last == 'v';
}

void hj_lang_harden(hj_buf *out, const char *s, size_t n)
{
    const char *before = "", *left = s, *copied = s;
    size_t before_n = 0, left_n = word_end(s, n);
    for (size_t i = left_n; i < n;) {
        size_t gap = (unsigned char)s[i] == 0xc2 ? 2 : 1;
        const char *right = s + i + gap;
        size_t right_n = word_end(right, n - i - gap);
        if (s[i] == ' ' && may_hold(left, left_n, right, right_n)
            && holds(left, left_n, right, right_n, before, before_n)) {
            hj_buf_add(out, copied, (size_t)(s + i - copied));
            hj_buf_str(out, HJ_NBSP);
            copied = right;
        }
        before = left;
        before_n = left_n;
        left = right;
        left_n = right_n;
        i += gap + right_n;
    }
    hj_buf_add(out, copied, (size_t)(s + n - copied));
}

bool hj_lang_hard_after(const char *before, const char *text)
{
    size_t n = strlen(before), from = n;
    if (!n || text[0] != ' ')
        return false;
    while (from && before[from - 1] != ' ' && (unsigned char)before[from - 1] != 0xa0)
        from--;
    return holds(before + from, n - from, text + 1, word_end(text + 1, strlen(text + 1)), "", 0);
}
