/* Every word of the input is in the output, once: shown on random documents that mix all objects:
 * tables in lists in containers, footnotes, keeps, breaks, spans, columns, markers.
 *
 *   test_words             the seeds below, as a test
 *   test_words FROM TO     these seeds, and also where the words are; each that fails is told
 *   test_words SEED        writes the document of one seed to stdout
 *   test_words FILE.fo     checks a file: what is left of a document that failed
 *
 * A word of the flow is q and a number, and must be there once; of a table's header or footer h and
 * a number, and must be there once or more; of static content s, once or more. Words that would not
 * fit the narrowest box are short, and nothing is hyphenated. */
#include "fo_fixture.h"

#include <signal.h>

/* ---- the documents ---- */

typedef struct maker {
    hj_buf out;
    uint64_t state;
    int words, ids, blocks;
    bool in_table, in_footnote, in_absolute, in_apart; /* what XSL 1.1 allows there */
    bool footnotes; /* this document has them */
    char letter; /* of the words */
    int columns;
    int width; /* of the narrowest box there may be, pt: no word shall be too wide for it */
} maker;

static uint32_t any(maker *m, uint32_t below)
{
    m->state ^= m->state << 13;
    m->state ^= m->state >> 7;
    m->state ^= m->state << 17;
    return (uint32_t)(m->state >> 33) % below;
}

static bool one_in(maker *m, uint32_t n)
{
    return any(m, n) == 0;
}

static void put(maker *m, const char *text)
{
    hj_buf_str(&m->out, text);
}

#define PICK(m, list) ((list)[any((m), HJ_COUNT(list))])

static void word(maker *m)
{
    hj_buf_printf(&m->out, "%c%d ", m->letter, ++m->words);
}

static void words(maker *m, int n)
{
    while (n-- > 0)
        word(m);
}

static void block_level(maker *m, int depth);

static void inlines(maker *m, int depth)
{
    static const char *const styles[] = {
        " font-weight='bold'", " font-style='italic'", " font-size='7pt'", " font-size='140%'",
        " color='red'", " baseline-shift='super' font-size='60%'", " text-decoration='underline'",
        " background-color='#eee'", " border='0.5pt solid black' padding='1pt'",
        " space-start='3pt'", " letter-spacing='1pt'", " text-transform='uppercase'",
        " vertical-align='sub'", " line-height='20pt'",
    };
    int n = 1 + (int)any(m, 4);
    while (n-- > 0) {
        switch (m->width < 40 ? 11 : any(m, 14)) {
        case 0: case 1: case 2:
            put(m, "<fo:inline");
            put(m, PICK(m, styles));
            put(m, ">");
            words(m, 1 + (int)any(m, 4));
            if (depth < 3 && one_in(m, 3))
                inlines(m, depth + 1);
            put(m, "</fo:inline> ");
            break;
        case 3:
            put(m, "<fo:basic-link internal-destination='slutt'>");
            words(m, 1 + (int)any(m, 3));
            put(m, "</fo:basic-link> ");
            break;
        case 4: put(m, "<fo:page-number/> "); break;
        case 5: put(m, "<fo:page-number-citation ref-id='slutt'/> "); break;
        case 6:
            put(m, "<fo:leader leader-pattern='dots' leader-length.minimum='5pt' "
                   "leader-length.optimum='20pt' leader-length.maximum='100%'/> ");
            break;
        case 7: put(m, "<fo:character character='x'/> "); break;
        case 8:
            if (m->in_footnote || m->in_absolute || m->in_apart || !m->footnotes)
                break;
            m->in_footnote = true;
            put(m, "<fo:footnote><fo:inline>");
            word(m);
            put(m, "</fo:inline><fo:footnote-body start-indent='0pt' end-indent='0pt'>");
            for (int i = 0, many = one_in(m, 6) ? 5 : 1; i < many; i++) {
                put(m, "<fo:block font-size='8pt'>");
                words(m, 1 + (int)any(m, one_in(m, 5) ? 60 : 8));
                put(m, "</fo:block>");
            }
            put(m, "</fo:footnote-body></fo:footnote> ");
            m->in_footnote = false;
            break;
        case 9:
            put(m, "<fo:instream-foreign-object hjfo:alt='f' content-width='12pt'>"
                   "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'>"
                   "<rect width='10' height='10'/></svg></fo:instream-foreign-object> ");
            break;
        case 10:
            put(m, "<fo:wrapper color='blue'>");
            words(m, 2);
            put(m, "</fo:wrapper>");
            break;
        default: words(m, 1 + (int)any(m, 12));
        }
    }
}

static void dress(maker *m)
{
    static const char *const some[] = {
        " space-before='6pt'", " space-after='4pt'", " space-before='8pt' space-before.conditionality='retain'",
        " space-after.minimum='1pt' space-after.optimum='5pt' space-after.maximum='9pt'",
        " space-before='3pt' space-before.precedence='force'", " margin-left='8pt'",
        " margin='2pt'", " padding='2pt' background-color='#eef'", " border='1pt solid black'",
        " border-top='2pt solid red' padding-top='1pt'", " end-indent='6pt'",
        " keep-together.within-page='always'", " keep-with-next.within-page='always'",
        " keep-with-previous='always'", " keep-together.within-column='5'",
        " keep-with-next.within-page='3'", " text-align='justify'", " text-align='center'",
        " text-align='end'", " text-indent='10pt'", " line-height='14pt'", " line-height='1.5'",
        " font-size='8pt'", " font-size='12pt'", " orphans='3'", " widows='3'",
        " orphans='1' widows='1'", " text-align-last='justify'",
        " last-line-end-indent='10pt'", " font-family='Liberation Serif'",
        " border='1pt solid' border-before-width.conditionality='retain' border-after-width.conditionality='retain'",
        " padding='3pt' padding-before.conditionality='retain'",
    };
    for (int n = (int)any(m, 4); n > 0; n--)
        put(m, PICK(m, some)); /* twice the same is no XML: see once() */
}

/* Attributes given twice are dropped: the maker need not remember them. */
static void once(hj_buf *out, size_t from)
{
    char *tag = strdup(out->data + from), *at = tag;
    char seen[40][64];
    int n = 0;
    out->len = from;
    out->data[from] = 0;
    while (*at) {
        while (*at == ' ')
            at++;
        char *equals = strchr(at, '='), *end = equals ? strchr(equals + 2, '\'') : NULL;
        if (!end)
            break;
        bool known = false;
        for (int i = 0; i < n; i++)
            known |= strlen(seen[i]) == (size_t)(equals - at)
                  && strncmp(seen[i], at, (size_t)(equals - at)) == 0;
        if (!known && n < 40) {
            snprintf(seen[n++], sizeof seen[0], "%.*s", (int)(equals - at), at);
            hj_buf_printf(out, " %.*s", (int)(end + 1 - at), at);
        }
        at = end + 1;
    }
    free(tag);
}

static void open_block(maker *m, const char *name, bool breaks)
{
    static const char *const kinds[] = {
        " break-before='page'", " break-after='page'", " break-before='odd-page'",
        " break-before='column'", " break-after='even-page'",
    };
    hj_buf_printf(&m->out, "<fo:%s", name);
    size_t from = m->out.len;
    dress(m);
    if (breaks && one_in(m, 15))
        put(m, PICK(m, kinds));
    if (one_in(m, 12))
        hj_buf_printf(&m->out, " id='i%d'", ++m->ids);
    once(&m->out, from);
    put(m, ">");
}

static void a_block(maker *m, int depth)
{
    open_block(m, "block", !m->in_absolute && !m->in_footnote && !m->in_apart);
    if (one_in(m, 10) && !m->in_footnote && !m->in_apart && !m->in_absolute)
        hj_buf_printf(&m->out, "<fo:marker marker-class-name='k'>m%d</fo:marker>", ++m->words);
    switch (any(m, 6)) {
    case 0: /* text and blocks mixed */
        if (depth < 5) {
            words(m, 3);
            block_level(m, depth + 1);
            words(m, 2);
            break;
        } /* fall through */
    case 1: words(m, 1 + (int)any(m, 120)); break;
    default: inlines(m, 0);
    }
    put(m, "</fo:block>");
}

static void a_list(maker *m, int depth)
{
    open_block(m, "list-block", false);
    m->out.len--; /* > */
    put(m, " provisional-distance-between-starts='42pt'");
    put(m, ">");
    m->width -= 60;
    for (int n = 1 + (int)any(m, 4); n > 0; n--) {
        open_block(m, "list-item", !m->in_absolute && !m->in_footnote && !m->in_apart);
        put(m, "<fo:list-item-label end-indent='label-end()'><fo:block>");
        word(m);
        put(m, "</fo:block></fo:list-item-label><fo:list-item-body start-indent='body-start()'>");
        for (int k = 1 + (int)any(m, 2); k > 0; k--)
            block_level(m, depth + 1);
        put(m, "</fo:list-item-body></fo:list-item>");
    }
    m->width += 60;
    put(m, "</fo:list-block>");
}

static void rows(maker *m, int depth, int columns, int n)
{
    int until[4] = {0}; /* the row each column is covered up to */
    for (int r = 0; r < n; r++) {
        put(m, "<fo:table-row");
        size_t from = m->out.len;
        if (one_in(m, 6))
            put(m, " keep-with-next.within-page='always'");
        if (one_in(m, 6))
            put(m, " keep-together.within-page='always'");
        if (one_in(m, 20) && !m->in_absolute && !m->in_footnote && !m->in_apart)
            put(m, " break-before='page'");
        if (one_in(m, 8))
            put(m, " height='30pt'");
        once(&m->out, from);
        put(m, ">");
        for (int c = 0; c < columns; c++) {
            if (until[c] > r)
                continue;
            int wide = 1, high = one_in(m, 8) && n - r > 1 ? 1 + (int)any(m, (uint32_t)(n - r)) : 1;
            while (c + wide < columns && until[c + wide] <= r && one_in(m, 6))
                wide++;
            for (int k = c; k < c + wide; k++)
                until[k] = r + high;
            put(m, "<fo:table-cell start-indent='0pt' end-indent='0pt'"); /* they inherit */
            if (wide > 1)
                hj_buf_printf(&m->out, " number-columns-spanned='%d'", wide);
            if (high > 1)
                hj_buf_printf(&m->out, " number-rows-spanned='%d'", high);
            static const char *const cells[] = {
                "", "", " padding='2pt'", " border='1pt solid black'", " display-align='center'",
                " display-align='after'", " background-color='#efe'", " padding='1pt' border='2pt solid red'",
            };
            put(m, PICK(m, cells));
            put(m, ">");
            for (int k = 1 + (int)any(m, 2); k > 0; k--)
                block_level(m, depth + 2);
            put(m, "</fo:table-cell>");
            c += wide - 1;
        }
        put(m, "</fo:table-row>");
    }
}

static void a_table(maker *m, int depth)
{
    int columns = m->width > 220 ? 1 + (int)any(m, 3) : m->width > 150 ? 1 + (int)any(m, 2) : 1;
    int width = m->width;
    m->width = columns == 1 ? width - 20 : width / (columns == 2 ? 3 : 5) - 12;
    bool apart = m->in_apart;
    char letter = m->letter;
    open_block(m, "table", !m->in_absolute && !m->in_footnote && !m->in_apart);
    m->out.len--;
    static const char *const layouts[] = {
        " table-layout='fixed' width='100%'", " table-layout='fixed' width='100%' border-collapse='separate' border-spacing='2pt'",
        "", " width='100%'", " table-omit-header-at-break='true' table-layout='fixed' width='100%'",
        " table-omit-footer-at-break='true' width='90%'",
    };
    put(m, PICK(m, layouts));
    put(m, ">");
    if (one_in(m, 2))
        for (int c = 0; c < columns; c++)
            hj_buf_printf(&m->out, "<fo:table-column column-width='proportional-column-width(%d)'/>",
                          1 + (int)any(m, columns < 3 ? 2 : 1));
    for (int part = 0; part < 2; part++) {
        if (one_in(m, 2))
            continue;
        m->letter = letter == 'q' ? 'h' : letter;
        m->in_apart = true;
        hj_buf_printf(&m->out, "<fo:table-%s>", part ? "footer" : "header");
        put(m, "<fo:table-row>");
        for (int c = 0; c < columns; c++) {
            put(m, "<fo:table-cell start-indent='0pt' end-indent='0pt'><fo:block>");
            words(m, 1);
            if (one_in(m, 4) && !m->in_footnote && !m->in_absolute)
                put(m, "<fo:retrieve-table-marker retrieve-class-name='k' "
                       "retrieve-boundary-within-table='table-fragment'/>");
            put(m, "</fo:block></fo:table-cell>");
        }
        put(m, "</fo:table-row>");
        hj_buf_printf(&m->out, "</fo:table-%s>", part ? "footer" : "header");
        m->in_apart = apart;
        m->letter = letter;
    }
    for (int n = 1 + (int)one_in(m, 3); n > 0; n--) {
        put(m, "<fo:table-body>");
        rows(m, depth, columns, 1 + (int)any(m, 6));
        put(m, "</fo:table-body>");
    }
    m->width = width;
    put(m, "</fo:table>");
}

static void a_container(maker *m, int depth)
{
    bool absolute = m->in_absolute, high = one_in(m, 5);
    put(m, "<fo:block-container");
    size_t from = m->out.len;
    if (high) {
        hj_buf_printf(&m->out, " height='%dpt' display-align='%s'", 40 + (int)any(m, 60),
                      one_in(m, 2) ? "center" : "after");
        m->in_absolute = true; /* nothing breaks out of it */
    } else if (one_in(m, 6) && !m->in_footnote) {
        put(m, " reference-orientation='90' inline-progression-dimension='80pt' width='80pt'");
        m->in_absolute = true;
    }
    once(&m->out, from);
    put(m, "><fo:wrapper start-indent='0pt' end-indent='0pt'>"); /* they inherit */
    for (int n = 1 + (int)any(m, high ? 1 : 3); n > 0; n--)
        block_level(m, depth + 1);
    put(m, "</fo:wrapper></fo:block-container>");
    m->in_absolute = absolute;
}

static void block_level(maker *m, int depth)
{
    m->blocks++;
    uint32_t kind = depth > 5 || m->blocks > 60 || m->width < 90 ? 0 : any(m, 12);
    switch (kind) {
    case 8: a_list(m, depth); break;
    case 9: a_table(m, depth); break;
    case 10: a_container(m, depth); break;
    case 11:
        put(m, "<fo:wrapper font-style='italic'>");
        block_level(m, depth + 1);
        put(m, "</fo:wrapper>");
        break;
    default: a_block(m, depth);
    }
}

static void document(maker *m, uint64_t seed)
{
    static const int widths[] = {200, 260, 330, 420};
    static const char *const heights[] = {"160pt", "220pt", "300pt", "420pt"};
    hj_buf_clear(&m->out);
    *m = (maker){.out = m->out, .state = seed * 0x9e3779b97f4a7c15u + 1, .letter = 'q'};
    for (int i = 0; i < 8; i++)
        any(m, 2);
    m->footnotes = one_in(m, 3);
    put(m, "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:hjfo='urn:hjemmel:fo:1' xml:lang='nb' "
           "font-family='Liberation Sans' font-size='10pt' line-height='1.2'>\n<fo:layout-master-set>");
    hj_buf_printf(&m->out, "<fo:simple-page-master master-name='p' page-width='%dpt' page-height='%s' margin='15pt'>",
                  m->width = PICK(m, widths), PICK(m, heights));
    m->columns = m->width > 300 && one_in(m, 4) ? 2 : 1;
    m->width = m->width / m->columns - 40;
    if (m->columns > 1)
        put(m, "<fo:region-body margin='14pt 0pt' column-count='2' column-gap='8pt'/>");
    else
        put(m, "<fo:region-body margin='14pt 0pt'/>");
    put(m, "<fo:region-before extent='14pt'/><fo:region-after extent='14pt'/>"
           "</fo:simple-page-master></fo:layout-master-set>\n");
    for (int n = one_in(m, 5) ? 2 : 1; n > 0; n--) {
        put(m, "<fo:page-sequence master-reference='p'");
        if (one_in(m, 6))
            put(m, " force-page-count='even'");
        put(m, "><fo:title>Tilfeldig</fo:title><fo:static-content flow-name='xsl-region-before'><fo:block font-size='7pt'>");
        m->letter = 's';
        word(m);
        put(m, "<fo:page-number/> <fo:retrieve-marker retrieve-class-name='k'/></fo:block></fo:static-content>");
        m->letter = 'q';
        put(m, "<fo:flow flow-name='xsl-region-body'>\n");
        for (int k = 1 + (int)any(m, 12); k > 0; k--) {
            if (m->columns > 1 && one_in(m, 6)) {
                put(m, "<fo:block span='all'>");
                words(m, 5);
                put(m, "</fo:block>");
            } else {
                block_level(m, 0);
            }
            put(m, "\n");
        }
        put(m, n == 1 ? "<fo:block id='slutt'/>" : "");
        put(m, "</fo:flow></fo:page-sequence>\n");
    }
    put(m, "</fo:root>\n");
}

/* ---- the check ---- */

typedef struct count {
    int in, tagged, apart;
} count;

static size_t number_at(const char *p, const char *end, char letter)
{
    char upper = (char)(letter - 'a' + 'A');
    if (p >= end || (*p != letter && *p != upper))
        return 0;
    size_t n = 0;
    while (p + 1 + n < end && p[1 + n] >= '0' && p[1 + n] <= '9')
        n++;
    return n;
}

enum { MOST_WORDS = 20000 };

/* Adds the words of text to counts, whose field is given. */
static void count_words(const char *text, size_t n, const char *letters, count *counts, size_t field)
{
    const char *end = text + n;
    for (const char *p = text; p < end; p++) {
        for (const char *l = letters; *l; l++) {
            size_t digits = number_at(p, end, *l);
            if (digits && digits < 6) {
                int number = atoi(p + 1);
                if (number < MOST_WORDS)
                    (*(int *)((char *)&counts[number] + field))++;
                p += digits;
                break;
            }
        }
    }
}

static hj_len top_of(const hj_area *a)
{
    return a->y - a->u.glyphs.size * 45 / 100;
}

/* Where the letters end: a space at the end of a line hangs over its edge. */
static hj_len right_of(const hj_area *a)
{
    const char *text = a->u.glyphs.run->text;
    size_t n = a->u.glyphs.run->text_len;
    hj_len right = a->x + a->w;
    for (; n && text[n - 1] == ' '; n--)
        right -= a->u.glyphs.size / 4 + a->u.glyphs.word_spacing;
    return right;
}

/* Do the letters of two areas lie on each other? Half an x-height is not enough to say so. */
static bool overlap(const hj_area *a, const hj_area *b)
{
    hj_len left = a->x > b->x ? a->x : b->x;
    hj_len right = right_of(a) < right_of(b) ? right_of(a) : right_of(b);
    hj_len top = top_of(a) > top_of(b) ? top_of(a) : top_of(b);
    hj_len bottom = a->y < b->y ? a->y : b->y;
    return right - left > 1200 && bottom - top > 1200;
}

static bool is_told(const hj_diags *diags, const char *code)
{
    for (const hj_diag *d = diags->first; d; d = d->next)
        if (strcmp(d->code, code) == 0)
            return true;
    return false;
}

static bool blank_run(const hj_area *a)
{
    for (size_t i = 0; i < a->u.glyphs.run->text_len; i++)
        if (!strchr(" .", a->u.glyphs.run->text[i]))
            return false;
    return true;
}

/* NULL when all is well, else what is not (static). places: also that nothing lies on anything. */
static const char *check(const char *fo, size_t n, bool places)
{
    static char said[300];
    static count counts[MOST_WORDS];
    laid l = lay(fo, n, true);
    said[0] = 0;
    for (const hj_diag *d = l.diags->first; d; d = d->next)
        if (d->severity == HJ_ERROR && !said[0])
            snprintf(said, sizeof said, "line %d: %s [%s]", d->place.line, d->message, d->code);
    if (!l.areas || said[0]) {
        if (!said[0])
            snprintf(said, sizeof said, "no areas");
        drop(&l);
        return said;
    }
    memset(counts, 0, sizeof counts);
    count_words(fo, n, "qh", counts, offsetof(count, in));
    /* A word may be broken over lines: its pieces belong to one leaf, in the order of the pages. */
    hj_buf *leaves = calloc(l.areas->n_tags + 1, sizeof *leaves), apart = {0};
    bool tells = !places || is_told(l.diags, "HJ-LAYOUT-003") || is_told(l.diags, "HJ-LAYOUT-053")
              || is_told(l.diags, "HJ-LAYOUT-018");
    for (size_t p = 0; p < l.areas->n_pages; p++) {
        const hj_page *page = &l.areas->pages[p];
        int turned = 0;
        for (size_t i = 0; i < page->n_areas; i++) {
            const hj_area *a = &page->areas[i];
            turned += a->kind == HJ_AREA_SAVE ? 1 : a->kind == HJ_AREA_RESTORE ? -1 : 0;
            if (a->kind != HJ_AREA_GLYPHS)
                continue;
            hj_buf *to = a->tag ? &leaves[a->tag->index] : &apart;
            hj_buf_add(to, a->u.glyphs.run->text, a->u.glyphs.run->text_len);
            if (turned || blank_run(a))
                continue;
            if (!tells && (a->y > page->height - 14000 || a->y < 15000) && !said[0])
                snprintf(said, sizeof said, "page %zu: %.*s at y %d.%03d is outside the regions",
                         p + 1, (int)a->u.glyphs.run->text_len, a->u.glyphs.run->text,
                         a->y / 1000, a->y % 1000);
            int depth = 0;
            for (size_t k = i + 1; k < page->n_areas && k < i + 400 && !said[0] && !tells; k++) {
                const hj_area *b = &page->areas[k];
                depth += b->kind == HJ_AREA_SAVE ? 1 : b->kind == HJ_AREA_RESTORE ? -1 : 0;
                if (b->kind == HJ_AREA_GLYPHS && depth == 0 && !blank_run(b) && overlap(a, b))
                    snprintf(said, sizeof said, "page %zu: %.*s and %.*s lie on each other", p + 1,
                             (int)a->u.glyphs.run->text_len, a->u.glyphs.run->text,
                             (int)b->u.glyphs.run->text_len, b->u.glyphs.run->text);
            }
        }
        hj_buf_char(&apart, ' ');
    }
    for (uint32_t i = 0; i <= l.areas->n_tags; i++) {
        count_words(leaves[i].data, leaves[i].len, "qh", counts, offsetof(count, tagged));
        hj_buf_free(&leaves[i]);
    }
    count_words(apart.data, apart.len, "qh", counts, offsetof(count, apart));
    free(leaves);
    hj_buf_free(&apart);
    for (int i = 0; i < MOST_WORDS; i++) {
        count c = counts[i];
        bool header = false;
        if (c.in) {
            char h[16];
            snprintf(h, sizeof h, "h%d ", i);
            header = strstr(fo, h) != NULL;
        }
        bool good = c.in == 0 ? c.tagged + c.apart == 0
                  : header ? c.tagged == 1 : c.tagged == 1 && c.apart == 0;
        if (!good) {
            snprintf(said, sizeof said, "word %d: %d times in the document, %d in the text, %d apart",
                     i, c.in, c.tagged, c.apart);
            break;
        }
    }
    drop(&l);
    return said[0] ? said : NULL;
}

/* ---- the run ---- */

enum { SEEDS = 400 };
static uint64_t seed_now;

static void too_long(int number)
{
    (void)number;
    fprintf(stderr, "seed %llu takes too long\n", (unsigned long long)seed_now);
    abort();
}

static int run(uint64_t from, uint64_t to, bool places)
{
    maker m = {0};
    int failed = 0;
    signal(SIGALRM, too_long);
    for (uint64_t seed = from; seed <= to; seed++) {
        seed_now = seed;
        alarm(60);
        document(&m, seed);
        const char *wrong = check(m.out.data, m.out.len, places);
        if (wrong) {
            failed++;
            fprintf(stderr, "seed %llu: %s\n", (unsigned long long)seed, wrong);
        }
    }
    alarm(0);
    hj_buf_free(&m.out);
    return failed;
}

static void every_word(void **state)
{
    (void)state;
    assert_int_equal(run(1, SEEDS, false), 0);
}

/* Fewer: a table of width 100% in a list is as wide as the list (XSL 1.1, 7.15.14), and may so lie
 * on what is beside it. */
static void no_word_on_another(void **state)
{
    (void)state;
    assert_int_equal(run(1, 300, true), 0);
}

/* The check itself: a word that is missing, doubled or strange is seen. */
static void words_are_counted(void **state)
{
    (void)state;
    static count counts[MOST_WORDS];
    count_words("q1 q2,q2 Q17 h3", 15, "qh", counts, 0);
    assert_int_equal(counts[1].in, 1);
    assert_int_equal(counts[2].in, 2);
    assert_int_equal(counts[17].in, 1);
    assert_int_equal(counts[3].in, 1);
}

static int check_file(const char *path)
{
    hj_arena *arena = hj_arena_new();
    size_t n;
    char *fo = hj_file_read(arena, path, 1 << 24, &n, hj_diags_new(arena, HJ_LANG_EN));
    const char *wrong = fo ? check(fo, n, true) : "cannot be read";
    if (wrong)
        fprintf(stderr, "%s: %s\n", path, wrong);
    hj_arena_free(arena);
    return wrong != NULL;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_counted),
                                       cmocka_unit_test(every_word),
                                       cmocka_unit_test(no_word_on_another)};
    if (argc == 1)
        return cmocka_run_group_tests_name("words", tests, open_fonts, close_fonts);
    if (argc == 2 && !strchr(argv[1], '.')) {
        maker m = {0};
        document(&m, strtoull(argv[1], NULL, 10));
        fwrite(m.out.data, 1, m.out.len, stdout);
        hj_buf_free(&m.out);
        return 0;
    }
    open_fonts(NULL);
    int failed = argc == 2 ? check_file(argv[1])
                           : run(strtoull(argv[1], NULL, 10), strtoull(argv[2], NULL, 10), true);
    close_fonts(NULL);
    return failed != 0;
}
