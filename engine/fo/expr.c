/* Expressions of XSL 1.1 section 5.9: numbers with units, arithmetic, functions, colours.
 *
 * The hard idea: a value is a number with one of few natures (number, length, percent …); every
 * operator states which natures it takes, so that 2pt * 2pt or 5 + 1pt is caught and not
 * guessed. */
#include <string.h>

#include "fo/internal.h"

typedef struct parser {
    const char *p;
    const hj_expr_context *context;
    int depth;
} parser;

static const hj_numeric bad = {N_BAD, 0};

static void blanks(parser *s)
{
    while (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r')
        s->p++;
}

/* Past a closing bracket, and never past the end of the text. */
static bool closing(parser *s)
{
    if (*s->p != ')')
        return false;
    s->p++;
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Decimal digits with an optional point; no exponent and no locale. */
static bool decimal(parser *s, double *out)
{
    double value = 0, scale = 1;
    const char *start = s->p;
    int digits = 0;
    for (; *s->p >= '0' && *s->p <= '9'; s->p++, digits++)
        value = value * 10 + (*s->p - '0');
    if (*s->p == '.') {
        for (s->p++; *s->p >= '0' && *s->p <= '9'; s->p++, digits++) {
            value = value * 10 + (*s->p - '0');
            scale *= 10;
        }
    }
    if (!digits || digits > 15) {
        s->p = start;
        return false;
    }
    *out = value / scale;
    return true;
}

static hj_numeric unit(parser *s, double value)
{
    static const struct { const char *name; double factor; } units[] = {
        {"pt", 1000}, {"mm", 360000.0 / 127}, {"cm", 3600000.0 / 127}, {"in", 72000},
        {"pc", 12000},
    };
    if (*s->p == '%') {
        s->p++;
        return (hj_numeric){N_PERCENT, value};
    }
    if (!is_letter(*s->p))
        return (hj_numeric){N_NUMBER, value};
    size_t n = 0;
    while (is_letter(s->p[n]))
        n++;
    double factor = 0;
    for (size_t i = 0; i < HJ_COUNT(units); i++)
        if (n == 2 && memcmp(s->p, units[i].name, 2) == 0)
            factor = units[i].factor;
    if (n == 2 && memcmp(s->p, "em", 2) == 0)
        factor = s->context->em;
    else if (n == 2 && memcmp(s->p, "px", 2) == 0)
        factor = s->context->px;
    else if (n == 3 && memcmp(s->p, "mpt", 3) == 0)
        factor = 1;
    else if (factor == 0)
        return bad;
    s->p += n;
    return (hj_numeric){N_LENGTH, value * factor};
}

static hj_numeric sum(parser *s);

/* name(argument): the functions of section 5.10 that give numbers. */
static hj_numeric function(parser *s, const char *name, size_t n)
{
#define IS(text) (n == sizeof(text) - 1 && memcmp(name, text, n) == 0)
    hj_numeric a = bad, b = bad;
    blanks(s);
    if (IS("label-end") || IS("body-start")) {
        if (!closing(s))
            return bad;
        return (hj_numeric){IS("label-end") ? N_LABEL_END : N_BODY_START, 0};
    }
    if (IS("from-parent") || IS("inherited-property-value") || IS("from-nearest-specified-value")) {
        char property[64];
        size_t len = 0;
        while (is_name(*s->p) && len < sizeof property - 1)
            property[len++] = *s->p++;
        property[len] = 0;
        blanks(s);
        const char *wanted = len ? property : s->context->property;
        if (!closing(s) || !wanted || !s->context->from_parent(s->context, wanted, &a))
            return bad;
        return a;
    }
    a = sum(s);
    blanks(s);
    if (*s->p == ',') {
        s->p++;
        b = sum(s);
        blanks(s);
        if (b.kind == N_BAD || b.kind != a.kind)
            return bad;
    }
    if (!closing(s) || a.kind == N_BAD || a.kind == N_WORD)
        return bad;
    bool two = b.kind != N_BAD;
    if (IS("proportional-column-width") && a.kind == N_NUMBER && !two)
        return (hj_numeric){N_PROPORTIONAL, a.value};
    if (IS("abs") && !two)
        return (hj_numeric){a.kind, a.value < 0 ? -a.value : a.value};
    if (IS("max") && two)
        return a.value > b.value ? a : b;
    if (IS("min") && two)
        return a.value < b.value ? a : b;
    if (a.kind == N_NUMBER && !two && a.value > -1e15 && a.value < 1e15) {
        double whole = (double)(int64_t)a.value;
        if (IS("floor"))
            return (hj_numeric){N_NUMBER, whole > a.value ? whole - 1 : whole};
        if (IS("ceiling"))
            return (hj_numeric){N_NUMBER, whole < a.value ? whole + 1 : whole};
        if (IS("round"))
            return (hj_numeric){N_NUMBER, (double)(int64_t)(a.value + (a.value < 0 ? -0.5 : 0.5))};
    }
#undef IS
    return bad;
}

static hj_numeric primary(parser *s)
{
    blanks(s);
    if (++s->depth > 40)
        return bad;
    hj_numeric v = bad;
    double value;
    if (*s->p == '(') {
        s->p++;
        v = sum(s);
        blanks(s);
        if (!closing(s))
            return bad;
    } else if (*s->p == '-' || *s->p == '+') {
        bool minus = *s->p++ == '-';
        v = primary(s);
        if (minus)
            v.value = -v.value;
        if (v.kind == N_WORD)
            return bad;
    } else if (decimal(s, &value)) {
        v = unit(s, value);
    } else if (is_letter(*s->p)) {
        const char *name = s->p;
        while (is_name(*s->p))
            s->p++;
        size_t n = (size_t)(s->p - name);
        if (*s->p == '(') {
            s->p++;
            v = function(s, name, n);
        } else {
            v = (hj_numeric){N_WORD, 0};
        }
    }
    s->depth--;
    return v;
}

static bool word(parser *s, const char *name)
{
    size_t n = strlen(name);
    blanks(s);
    if (strncmp(s->p, name, n) != 0 || is_name(s->p[n]))
        return false;
    s->p += n;
    return true;
}

static hj_numeric product(parser *s)
{
    hj_numeric a = primary(s);
    for (;;) {
        blanks(s);
        int op = 0;
        if (*s->p == '*') {
            op = '*';
            s->p++;
        } else if (a.kind != N_WORD && word(s, "div")) {
            op = '/';
        } else if (a.kind != N_WORD && word(s, "mod")) {
            op = '%';
        } else {
            return a;
        }
        hj_numeric b = primary(s);
        if (a.kind == N_BAD || a.kind >= N_LABEL_END || b.kind == N_BAD || b.kind >= N_LABEL_END)
            return bad;
        if (op == '*') {
            if (a.kind != N_NUMBER && b.kind != N_NUMBER)
                return bad;
            a = (hj_numeric){a.kind == N_NUMBER ? b.kind : a.kind, a.value * b.value};
        } else {
            if (b.value == 0 || (b.kind != N_NUMBER && b.kind != a.kind))
                return bad;
            double q = a.value / b.value;
            if (op == '%') {
                if (q > 1e15 || q < -1e15)
                    return bad;
                a.value -= b.value * (double)(int64_t)q;
            } else {
                a = (hj_numeric){b.kind == N_NUMBER ? a.kind : N_NUMBER, q};
            }
        }
    }
}

static hj_numeric sum(parser *s)
{
    hj_numeric a = product(s);
    for (;;) {
        blanks(s);
        char op = *s->p;
        if (op != '+' && op != '-')
            return a;
        s->p++;
        hj_numeric b = product(s);
        bool list = (a.kind == N_LABEL_END || a.kind == N_BODY_START) && b.kind == N_LENGTH;
        if (a.kind == N_BAD || a.kind == N_WORD || (a.kind != b.kind && !list))
            return bad;
        a.value += op == '+' ? b.value : -b.value;
    }
}

hj_numeric hj_expr(const char *text, const hj_expr_context *context)
{
    parser s = {text, context, 0};
    hj_numeric v = sum(&s);
    blanks(&s);
    if (*s.p)
        return bad;
    if (!(v.value <= HJ_LIMIT_LENGTH && v.value >= -HJ_LIMIT_LENGTH))
        return bad;
    return v;
}

/* ---- colours ---- */

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* r, g and b of rgb( or rgb-icc(, numbers to 255 or percentages; *end is what comes after them. */
static bool components(const char *text, uint32_t *out, const char **end)
{
    parser s = {text, NULL, 0};
    uint32_t rgb = 0;
    for (int i = 0; i < 3; i++) {
        double value;
        blanks(&s);
        if (!decimal(&s, &value))
            return false;
        if (*s.p == '%') {
            s.p++;
            value = value * 255 / 100;
        }
        blanks(&s);
        if (value > 255 || (i < 2 && *s.p != ','))
            return false;
        s.p += i < 2;
        rgb = rgb << 8 | (uint32_t)(value + 0.5);
    }
    *out = rgb << 8 | 0xff;
    *end = s.p;
    return true;
}

bool hj_expr_color(const char *text, hj_color *out)
{
    if (*text == '#') {
        size_t n = strlen(text + 1);
        uint32_t rgb = 0;
        if (n != 3 && n != 6)
            return false;
        for (size_t i = 1; i <= n; i++) {
            int d = hex(text[i]);
            if (d < 0)
                return false;
            rgb = n == 3 ? rgb << 8 | (uint32_t)(d * 17) : rgb << 4 | (uint32_t)d;
        }
        *out = rgb << 8 | 0xff;
        return true;
    }
    if (strcmp(text, "transparent") == 0) {
        *out = 0;
        return true;
    }
    const char *end;
    uint32_t rgb;
    if (strncmp(text, "rgb(", 4) == 0)
        return components(text + 4, out, &end) && end[0] == ')' && end[1] == 0;
    if (strncmp(text, "rgb-icc(", 8) == 0) /* the fallback (5.10.2): no profile is ever read */
        return components(text + 8, out, &end) && *end == ',' && end[strlen(end) - 1] == ')';
    if (!hj_color_named(text, &rgb))
        return false;
    *out = rgb << 8 | 0xff;
    return true;
}
