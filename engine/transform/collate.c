/* xsl:sort in Norwegian order: … x y z æ ø å, aa as å, case only when nothing else differs.
 *
 * Each text is turned once into a string of weights (one byte a letter); the nodes are merge-sorted
 * on those, so equal nodes keep document order. No locale is asked. Foreign letters sort with the
 * Norwegian letter they are kin to: é as e, ö as ø, ä as æ, ü as y. */
#include <stdlib.h>
#include <string.h>

#include <libxslt/templates.h>
#include <libxslt/xsltutils.h>

#include "transform/internal.h"

enum { WEIGHT_SPACE = 1, WEIGHT_SIGN = 2, WEIGHT_DIGIT = 3, WEIGHT_A = 20, WEIGHT_AE = 46,
       WEIGHT_OE = 47, WEIGHT_AA = 48, WEIGHT_OTHER = 60 };

static uint32_t lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7))
        return c + 0x20;
    if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
        return c | 1;
    if (c >= 0x139 && c <= 0x148)
        return c & 1 ? c + 1 : c;
    if (c == 0x179 || c == 0x17b || c == 0x17d)
        return c + 1;
    return c;
}

/* The plain letter behind a letter with marks, 0x0e0–0x17f. */
static int kin(uint32_t c)
{
    static const char latin1[] = "aaaa...ceeeeiiii" "dnoooo...uuu.yty";
    if (c == 0xe5)
        return WEIGHT_AA;
    if (c == 0xe6 || c == 0xe4)
        return WEIGHT_AE;
    if (c == 0xf8 || c == 0xf6 || c == 0x151 || c == 0x153)
        return WEIGHT_OE;
    if (c == 0xfc || c == 0x171)
        return WEIGHT_A + 'y' - 'a';
    if (c == 0xdf)
        return WEIGHT_A + 's' - 'a';
    if (c >= 0xe0 && c <= 0xff && latin1[c - 0xe0] >= 'a')
        return WEIGHT_A + latin1[c - 0xe0] - 'a';
    static const struct { uint16_t last; char letter; } extended[] = {
        {0x105, 'a'}, {0x10d, 'c'}, {0x111, 'd'}, {0x11b, 'e'}, {0x123, 'g'}, {0x127, 'h'},
        {0x133, 'i'}, {0x135, 'j'}, {0x138, 'k'}, {0x142, 'l'}, {0x14b, 'n'}, {0x153, 'o'},
        {0x159, 'r'}, {0x161, 's'}, {0x167, 't'}, {0x173, 'u'}, {0x175, 'w'}, {0x178, 'y'},
        {0x17e, 'z'}, {0x17f, 's'},
    };
    if (c >= 0x100 && c <= 0x17f)
        for (size_t i = 0; i < HJ_COUNT(extended); i++)
            if (c <= extended[i].last)
                return WEIGHT_A + extended[i].letter - 'a';
    return 0;
}

static int weight(uint32_t c)
{
    if (c == ' ' || c == 0xa0 || c == '\t' || c == '\n')
        return WEIGHT_SPACE;
    if (c >= '0' && c <= '9')
        return WEIGHT_DIGIT + (int)(c - '0');
    if (c >= 'a' && c <= 'z')
        return WEIGHT_A + (int)(c - 'a');
    int w = c >= 0xdf ? kin(c) : 0;
    return w ? w : c < 0xc0 ? WEIGHT_SIGN : WEIGHT_OTHER;
}

/* One byte per letter; aa, Aa and AA are one å. */
static void weights(const char *s, hj_buf *out)
{
    const char *p = s, *end = s + strlen(s);
    while (p < end) {
        uint32_t c = lower(hj_utf8_next(&p, end));
        if (c == 'a' && p < end && (*p == 'a' || *p == 'A')) {
            p++;
            hj_buf_char(out, WEIGHT_AA);
        } else {
            hj_buf_char(out, (char)weight(c));
        }
    }
}

static bool native(uint32_t c)
{
    return c < 0x80 || c == 0xe6 || c == 0xf8 || c == 0xe5;
}

/* When the letters are the same: our own before foreign ones, å before aa, small before capital. */
static int finer(const char *a, const char *b)
{
    const char *p = a, *q = b, *pe = a + strlen(a), *qe = b + strlen(b);
    while (p < pe && q < qe) {
        uint32_t c = hj_utf8_next(&p, pe), d = hj_utf8_next(&q, qe);
        if (c == d)
            continue;
        uint32_t lc = lower(c), ld = lower(d);
        if (lc == ld)
            return c > d ? -1 : 1;
        if ((lc == 0xe5) != (ld == 0xe5))
            return lc == 0xe5 ? -1 : 1;
        if (native(lc) != native(ld))
            return native(lc) ? -1 : 1;
        return lc < ld ? -1 : 1;
    }
    return (p < pe) - (q < qe);
}

int hj_collate(const char *a, const char *b)
{
    hj_buf wa = {0}, wb = {0};
    weights(a, &wa);
    weights(b, &wb);
    int order = strcmp(wa.data ? wa.data : "", wb.data ? wb.data : "");
    hj_buf_free(&wa);
    hj_buf_free(&wb);
    return order ? order : finer(a, b);
}

/* ---- the sort ---- */

typedef struct key {
    const char *weights, *text; /* text keys */
    double number; /* number keys */
    bool nan;
} key;

typedef struct sorting {
    int levels, n;
    bool number[16], descending[16];
    key *keys; /* levels rows of n */
} sorting;

static int compare(const sorting *s, int a, int b)
{
    for (int level = 0; level < s->levels; level++) {
        const key *x = &s->keys[(size_t)level * (size_t)s->n + (size_t)a];
        const key *y = &s->keys[(size_t)level * (size_t)s->n + (size_t)b];
        int order;
        if (s->number[level]) {
            order = x->nan || y->nan ? y->nan - x->nan
                                     : (x->number > y->number) - (x->number < y->number);
        } else {
            order = strcmp(x->weights, y->weights);
            if (!order)
                order = finer(x->text, y->text);
        }
        if (order)
            return s->descending[level] ? -order : order;
    }
    return 0;
}

static void merge_sort(const sorting *s, int *index, int *scratch, int n)
{
    for (int width = 1; width < n; width *= 2) {
        for (int low = 0; low < n; low += 2 * width) {
            int middle = low + width < n ? low + width : n;
            int high = low + 2 * width < n ? low + 2 * width : n;
            int i = low, j = middle;
            for (int k = low; k < high; k++)
                scratch[k] = i < middle && (j >= high || compare(s, index[i], index[j]) <= 0)
                    ? index[i++] : index[j++];
        }
        memcpy(index, scratch, (size_t)n * sizeof *index);
    }
}

static bool attribute_is(xsltTransformContext *ctxt, xmlNode *sort, const char *name,
                         const char *wanted)
{
    xmlChar *value = xsltEvalAttrValueTemplate(ctxt, sort, BAD_CAST name, NULL);
    bool is = value && strcmp((char *)value, wanted) == 0;
    xmlFree(value);
    return is;
}

void hj_sort(xsltTransformContext *ctxt, xmlNode **sorts, int sorts_n)
{
    xmlNodeSet *list = ctxt->nodeList;
    if (!list || list->nodeNr <= 1 || sorts_n < 1 || sorts_n > 16)
        return;
    hj_arena *arena = hj_arena_new();
    sorting s = {.levels = sorts_n, .n = list->nodeNr};
    size_t n = (size_t)s.n;
    s.keys = HJ_ARRAY(arena, n * (size_t)sorts_n, key);
    bool ok = true;
    for (int level = 0; level < sorts_n && ok; level++) {
        s.number[level] = attribute_is(ctxt, sorts[level], "data-type", "number");
        s.descending[level] = attribute_is(ctxt, sorts[level], "order", "descending");
        xmlXPathObject **values = xsltComputeSortResult(ctxt, sorts[level]);
        ok = values != NULL;
        for (size_t i = 0; ok && i < n; i++) {
            key *k = &s.keys[(size_t)level * n + i];
            xmlXPathObject *v = values[i];
            if (s.number[level]) {
                k->number = v ? v->type == XPATH_NUMBER
                        ? v->floatval : xmlXPathCastStringToNumber(v->stringval) : xmlXPathNAN;
                k->nan = xmlXPathIsNaN(k->number);
            } else {
                hj_buf w = {0};
                k->text = v && v->type == XPATH_STRING && v->stringval
                    ? hj_arena_strdup(arena, (char *)v->stringval) : "";
                weights(k->text, &w);
                k->weights = hj_arena_strndup(arena, w.data ? w.data : "", w.len);
                hj_buf_free(&w);
            }
        }
        for (size_t i = 0; values && i < n; i++)
            xmlXPathFreeObject(values[i]);
        xmlFree(values);
    }
    if (ok) {
        int *index = HJ_ARRAY(arena, n, int), *scratch = HJ_ARRAY(arena, n, int);
        xmlNode **nodes = HJ_ARRAY(arena, n, xmlNode *);
        for (int i = 0; i < s.n; i++)
            index[i] = i;
        merge_sort(&s, index, scratch, s.n);
        for (size_t i = 0; i < n; i++)
            nodes[i] = list->nodeTab[index[i]];
        memcpy(list->nodeTab, nodes, n * sizeof *nodes);
    }
    hj_arena_free(arena);
}
