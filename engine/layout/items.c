/* A paragraph as boxes, glue and penalties.
 *
 * The hard idea: what may happen at a line's end is written down before any line is chosen. A blank
 * is glue that vanishes there, a hyphenation point a penalty as wide as the hyphen, a word that
 * fits no line a row of boxes, so that the breaker needs to know nothing about text. */
#include <stdlib.h>
#include <string.h>

#include "layout/para.h"

#define HYPHEN_PENALTY 60
#define SHORT_PART_PENALTY 40 /* more, when only two letters stand on one side */
#define SHORT_PART 2 /* a mark: such a point */
#define RAGGED_HYPHEN_PENALTY 150 /* there an uneven edge is expected */
#define DASH_PENALTY 40 /* after a hyphen that is there anyway */
#define INNER_PENALTY 80 /* after a slash and the like */
#define EMERGENCY_PENALTY 3000 /* inside a word that has no place to break */
#define HELD_PENALTY 2000 /* at a blank that should hold, before breaking words */
#define LONELY_PENALTY 120 /* before a last line of one short word */
#define FRAGMENT_PENALTY 100 /* more, before a last line that is only the end of a word */
#define SCRAP_PENALTY 1000 /* and that a short one */
#define HYPHENATE_LETTERS 6 /* shorter words are never parted */
#define HYPHENATE_CAPITALS 8 /* nor shorter ones in capitals */

typedef struct builder {
    hj_para *para;
    hj_len measure;
    hj_item_list *list;
    bool justify, hangs_start, hangs_end; /* hanging: only where lines are justified */
    size_t decided_at; /* ends_line */
    bool ends;
    bool no_patterns;
    const char *no_patterns_for; /* a language; told */
} builder;

void hj_item_add(hj_item_list *l, hj_item item, hj_slot s)
{
    if (l->n == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 256;
        l->items = realloc(l->items, l->cap * sizeof *l->items);
        l->slots = realloc(l->slots, l->cap * sizeof *l->slots);
        if (!l->items || !l->slots)
            abort();
    }
    item.index = (int32_t)l->n;
    l->items[l->n] = item;
    l->slots[l->n++] = s;
}

static const hj_slot nothing = {.piece = -1};

static void add_box(hj_item_list *l, hj_len width, hj_slot s)
{
    hj_item_add(l, (hj_item){.kind = HJ_BOX, .width = width}, s);
}

static void add_penalty(hj_item_list *l, int32_t penalty)
{
    hj_item_add(l, (hj_item){.kind = HJ_PENALTY, .penalty = penalty}, nothing);
}

/* The end of a line that is asked for: what is left of it is filled unless it is justified. */
static void add_line_end(builder *s)
{
    const hj_fo_inherited *in = s->para->block->in;
    hj_len indent = hj_length_resolve(in->last_line_end_indent, s->measure, 0);
    if (indent)
        add_box(s->list, indent, nothing);
    add_penalty(s->list, HJ_INFINITY);
    bool fil = in->text_align_last != HJ_ALIGN_JUSTIFY;
    hj_item_add(s->list, (hj_item){.kind = HJ_GLUE, .stretch = fil ? HJ_FIL : 0}, nothing);
    add_penalty(s->list, -HJ_INFINITY);
}

static int64_t glyph_count(const hj_piece *p)
{
    int64_t n = 0;
    for (int r = 0; r < p->n_runs; r++)
        n += p->runs[r].n_glyphs;
    return n;
}

static uint32_t runs_length(const hj_piece *p)
{
    uint32_t len = 0;
    for (int r = 0; r < p->n_runs; r++)
        len += p->runs[r].text_len;
    return len;
}

/* Characters of the Latin, Greek and Cyrillic scripts; signs and digits end a word. */
static bool is_letter(uint32_t c)
{
    return (c | 0x20) - 'a' < 26 || (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7)
           || (c >= 0x370 && c < 0x530) || (c >= 0x1e00 && c < 0x2000);
}

static bool is_mark(uint32_t c)
{
    return c >= 0x300 && c < 0x370;
}

/* A stretch of letters with what stands on either side of it in its word. */
typedef struct letters {
    uint32_t from, to, count, capitals;
} letters;

static letters next_letters(const hj_piece *p, uint32_t from)
{
    letters l = {.from = from};
    const char *q = p->text + from, *end = p->text + p->len;
    while (q < end) {
        const char *before = q;
        uint32_t c = hj_utf8_next(&q, end);
        bool mark = l.count && is_mark(c);
        if (!mark && !is_letter(c)) {
            q = before;
            break;
        }
        l.count += !mark;
        l.capitals += hj_text_lower_point(c) != c;
    }
    l.to = (uint32_t)(q - p->text);
    return l;
}

/* Names on the net and codes are not parted with a hyphen: a reader could not tell whether it
 * belongs to them. An "a.b" or "a@b" makes one, or "a_b" or "a://", in the piece or before it with
 * no blank between. */
static bool is_code(const hj_para *para, const hj_piece *p)
{
    const char *end = p->text + p->len, *from = p->text;
    while (from > para->text && p->text - from < 200 && from[-1] != ' ' && from[-1] != '\n')
        from--;
    for (const char *c = from + 1; c + 1 < end; c++) {
        bool after_letter = is_letter((unsigned char)c[-1]) || ((unsigned char)c[-1] & 0x80);
        bool before_letter = is_letter((unsigned char)c[1]) || ((unsigned char)c[1] & 0x80);
        if (after_letter && (*c == '@' || *c == '_' || *c == '\\' || *c == '='
                             || (*c == '.' && before_letter) || (*c == ':' && c[1] == '/')))
            return true;
    }
    return false;
}

static bool is_digit_at(const hj_piece *p, uint32_t at)
{
    return at < p->len && p->text[at] >= '0' && p->text[at] <= '9';
}

/* Marks where the word may be parted: one byte for each of its text's. False when nowhere. */
static bool hyphen_points(builder *s, const hj_piece *p, uint8_t *marks)
{
    const hj_lx *lx = s->para->lx;
    const hj_fo_inherited *in = p->span->in;
    bool any = false;
    memset(marks, 0, p->len);
    if ((s->no_patterns && s->no_patterns_for == p->span->lang) || is_code(s->para, p))
        return false;
    for (uint32_t at = 0; at < p->len;) {
        letters l = next_letters(p, at);
        const char *q = p->text + l.to;
        if (l.to < p->len)
            hj_utf8_next(&q, p->text + p->len);
        at = (uint32_t)(q - p->text);
        /* Short words are not parted, nor short words in capitals, which are names for things
         * (UNESCO), nor letters of a number (2026A). */
        if (l.count < HYPHENATE_LETTERS || is_digit_at(p, l.to)
            || (l.capitals == l.count && l.count < HYPHENATE_CAPITALS)
            || (l.from && is_digit_at(p, l.from - 1)))
            continue;
        if (!hj_text_hyphenate(lx->fonts, p->span->lang, p->text + l.from, l.to - l.from,
                               marks + l.from, lx->diags)) {
            s->no_patterns = true; /* told */
            s->no_patterns_for = p->span->lang;
            return false;
        }
        uint32_t seen = 0; /* letters up to and with the one that ends at i */
        for (uint32_t i = l.from; i < l.to; i++) {
            const char *next = p->text + i + 1;
            if (i + 1 == l.to || (((unsigned char)*next & 0xc0) != 0x80
                                  && !is_mark(hj_utf8_next(&next, p->text + l.to))))
                seen++;
            if (marks[i] && ((int)seen < in->hyphenation_remain
                             || (int)(l.count - seen) < in->hyphenation_push))
                marks[i] = 0;
            else if (marks[i] && (seen < 3 || l.count - seen < 3))
                marks[i] = SHORT_PART;
            any = any || marks[i];
        }
    }
    return any;
}

static void warn_too_wide(builder *s, const hj_piece *p)
{
    hj_para *para = s->para;
    if (para->warned)
        return;
    para->warned = true;
    hj_warning(para->lx->diags, "HJ-LAYOUT-042", hj_fo_at(para->block, para->lx->diags),
               "a word of %d characters does not fit its line of %d pt and is broken without a hyphen",
               (int)hj_utf8_count(p->text, p->len), s->measure / 1000);
    hj_hint(para->lx->diags, "give it more room, a soft hyphen (U+00AD) or hyphenate=\"true\"");
}

static bool is_dash(const hj_piece *p)
{
    return p->len && (p->text[p->len - 1] == '-'
                      || (p->len >= 3 && memcmp(p->text + p->len - 3, "\u2013", 3) == 0));
}

/* How far the sign that ends the word hangs past the line's edge, when a line ends there. The less
 * ink a sign has, the farther: the eye follows the letters. */
static hj_len hang_end(const builder *s, const hj_piece *p)
{
    static const struct { const char *sign; int mille; } signs[] = {
        {".", 700}, {",", 700}, {"-", 700}, {"\u00ad", 700}, {"\u2010", 700}, {":", 400},
        {";", 400}, {"\u2013", 300}, {"\u00bb", 500}, {"\u201d", 600}, {"\u2019", 600},
        {"\"", 500}, {"!", 250}, {"?", 200}, {")", 200},
    };
    if (!s->hangs_end || !p->n_runs)
        return 0;
    const hj_run *run = &p->runs[p->n_runs - 1];
    for (size_t i = 0; i < HJ_COUNT(signs); i++) {
        size_t n = strlen(signs[i].sign);
        if (run->n_glyphs && run->text_len >= n
            && memcmp(run->text + run->text_len - n, signs[i].sign, n) == 0)
            return hj_scaled(run->glyphs[run->n_glyphs - 1].advance * signs[i].mille / 1000,
                             p->span->in->font_size);
    }
    return 0;
}

/* The same for the sign that begins p, at the beginning of a line. */
static hj_len hang_start(const builder *s, const hj_piece *p)
{
    static const struct { const char *sign; int mille; } signs[] = {
        {"\u00ab", 500}, {"\u201c", 600}, {"\u2018", 600}, {"\"", 500}, {"(", 200}, {"\u2013", 300},
    };
    if (!s->hangs_start || p->kind != HJ_PIECE_WORD || !p->n_runs)
        return 0;
    const hj_run *run = &p->runs[0];
    for (size_t i = 0; i < HJ_COUNT(signs); i++) {
        size_t n = strlen(signs[i].sign);
        if (run->n_glyphs && run->text_len >= n && memcmp(run->text, signs[i].sign, n) == 0)
            return hj_scaled(run->glyphs[0].advance * signs[i].mille / 1000,
                             p->span->in->font_size);
    }
    return 0;
}

static hj_len hyphen_hang(const builder *s, const hj_span *span)
{
    return s->hangs_end ? span->hyphen_width * 7 / 10 : 0;
}

/* Where a word that is too wide may be broken without a hyphen. */
typedef enum { NOWHERE, AT_SIGNS, ANYWHERE } where;

/* Past a sign of a name on the net the end of a line is easier to read than inside its words. */
static bool may_end(const hj_piece *p, uint32_t at, where places)
{
    if (places != AT_SIGNS)
        return places == ANYWHERE;
    return at < p->len && p->text[at] != '/' && strchr("/.@_-=&?:\\+%#~,;", p->text[at - 1]);
}

static void add_letters(const builder *s, hj_len width, int64_t n, const hj_span *span,
                        hj_slot slot)
{
    hj_item box = {.kind = HJ_BOX, .width = width};
    if (s->justify && hj_letters_give(span)) {
        box.stretch = hj_clamped(n * span->in->letter_limits.more);
        box.shrink = hj_clamped(n * span->in->letter_limits.less);
    }
    hj_item_add(s->list, box, slot);
}

/* A hyphenation point with rest of the word behind it. The last line should have more than part of
 * a word, least of all a short one. */
static void add_hyphen(const builder *s, int32_t index, hj_len rest, bool short_part)
{
    const hj_piece *p = &s->para->pieces[index];
    bool last_word = s->para->last_blank >= 0 && index > s->para->last_blank;
    int32_t more = !last_word ? 0 : rest < 2 * p->span->in->font_size ? SCRAP_PENALTY
                                                                      : FRAGMENT_PENALTY;
    more += short_part ? SHORT_PART_PENALTY : 0;
    more += s->justify ? HYPHEN_PENALTY : RAGGED_HYPHEN_PENALTY;
    hj_item_add(s->list,
                (hj_item){.kind = HJ_PENALTY, .flagged = true, .penalty = more,
                          .width = p->span->hyphen_width - hyphen_hang(s, p->span)},
                (hj_slot){.piece = index, .hyphen = true});
}

/* Walks a word in one go and parts it at marks (bytes after which a hyphen may come; NULL: none)
 * and, without a hyphen, at places. Adds the parts when list is given. Returns the
 * width of the widest, hyphen and all. */
static hj_len part_word(const builder *s, int32_t index, const uint8_t *marks, where places,
                        bool adds)
{
    const hj_piece *p = &s->para->pieces[index];
    const hj_fo_inherited *in = p->span->in;
    uint32_t from = 0, base = 0, len = runs_length(p);
    int64_t advance = 0, n = 0;
    hj_len widest = 0, left = p->width;
    for (int r = 0; r < p->n_runs; base += p->runs[r].text_len, r++) {
        const hj_run *run = &p->runs[r];
        for (uint32_t g = 0; g < run->n_glyphs; advance += run->glyphs[g++].advance, n++) {
            uint32_t at = base + run->glyphs[g].cluster;
            bool new_cluster = at > from
                               && (!g || run->glyphs[g - 1].cluster != run->glyphs[g].cluster);
            bool point = new_cluster && marks && marks[at - 1];
            if (!point && !(new_cluster && may_end(p, at, places)))
                continue;
            hj_len w = hj_clamped(hj_scaled(advance, in->font_size) + n * in->letter_spacing);
            hj_len with = w + (point ? p->span->hyphen_width : 0);
            widest = with > widest ? with : widest;
            left = hj_clamped((int64_t)left - w);
            if (adds) {
                add_letters(s, w, n, p->span, (hj_slot){.piece = index, .from = from, .to = at});
                if (point)
                    add_hyphen(s, index, left, marks[at - 1] == SHORT_PART);
                else
                    add_penalty(s->list, EMERGENCY_PENALTY);
            }
            advance = n = 0;
            from = at;
        }
    }
    if (adds)
        add_letters(s, left, n, p->span, (hj_slot){.piece = index, .from = from, .to = len});
    return left > widest ? left : widest;
}

/* Nothing that may not be parted from it on either side. */
static bool stands_alone(const hj_para *para, int32_t index)
{
    const hj_piece *p = &para->pieces[index];
    bool before = index == 0 || (p[-1].kind == HJ_PIECE_BLANK && p[-1].brk);
    bool after = (size_t)index + 1 == para->n_pieces || p[1].kind == HJ_PIECE_FORCED
                 || (p[1].kind == HJ_PIECE_BLANK && p[1].brk) || p->brk;
    return before && after;
}

static void add_word(builder *s, int32_t index, bool hyphenate)
{
    const hj_piece *p = &s->para->pieces[index];
    uint32_t len = runs_length(p);
    bool too_wide = p->span->in->wrap == HJ_WRAP && p->wide;
    uint8_t small[128], *marks = NULL;
    /* marks go by the bytes of the piece; a character that left no glyph would shift them */
    bool tied = index > 0 && p[-1].kind == HJ_PIECE_BLANK && !p[-1].brk; /* "3. november" */
    if (len == p->len && p->whole && p->span->in->hyphenate && ((hyphenate && !tied) || too_wide)
        && p->span->in->wrap == HJ_WRAP) {
        marks = p->len <= sizeof small ? small : malloc(p->len);
        if (!marks)
            abort();
        if (!hyphen_points(s, p, marks)) {
            if (marks != small)
                free(marks);
            marks = NULL;
        }
    }
    if (!marks && !too_wide) {
        add_letters(s, p->width, hj_letters_give(p->span) ? glyph_count(p) : 0, p->span,
                    (hj_slot){.piece = index, .to = len});
        return;
    }
    /* Too wide, with its hyphens and all: any character may begin a line, if it must. */
    where places = NOWHERE;
    if (too_wide && (!marks || part_word(s, index, marks, NOWHERE, false) > s->measure)) {
        bool signs = len == p->len && stands_alone(s->para, index)
                     && part_word(s, index, marks, AT_SIGNS, false) <= s->measure;
        places = signs ? AT_SIGNS : ANYWHERE;
        if (!signs)
            warn_too_wide(s, p);
    }
    part_word(s, index, marks, places, true);
    if (marks && marks != small)
        free(marks);
}

/* A blank at the end of a line that was asked for is not seen. What holds for one blank holds for
 * those behind it up to the piece that decided, which is remembered: a row of them may be long. */
static bool ends_line(builder *s, size_t i)
{
    const hj_para *para = s->para;
    if (i < s->decided_at)
        return s->ends;
    s->ends = true;
    for (i++; i < para->n_pieces; i++) {
        hj_piece_kind kind = para->pieces[i].kind;
        if (kind == HJ_PIECE_FORCED)
            break;
        if (kind != HJ_PIECE_END && kind != HJ_PIECE_DEST && kind != HJ_PIECE_FOOTNOTE
            && !(kind == HJ_PIECE_BLANK && !para->pieces[i].keep)) {
            s->ends = false;
            break;
        }
    }
    s->decided_at = i;
    return s->ends;
}

/* The word that ends before the blank at index, or NULL. */
static const hj_piece *word_before(const hj_para *para, int32_t index)
{
    while (index > 0 && para->pieces[index - 1].kind == HJ_PIECE_END)
        index--;
    return index > 0 && para->pieces[index - 1].kind == HJ_PIECE_WORD ? &para->pieces[index - 1]
                                                                      : NULL;
}

static hj_len hang_after(const builder *s, int32_t index)
{
    const hj_para *para = s->para;
    size_t i = (size_t)index + 1;
    while (i < para->n_pieces && para->pieces[i].kind == HJ_PIECE_START && !para->pieces[i].width)
        i++;
    return i < para->n_pieces ? hang_start(s, &para->pieces[i]) : 0;
}

static void add_blank(builder *s, int32_t index)
{
    const hj_para *para = s->para;
    const hj_piece *p = &para->pieces[index];
    hj_item_list *l = s->list;
    bool wraps = p->span->in->wrap == HJ_WRAP, may_break = p->brk && wraps;
    hj_slot me = {.piece = index, .to = runs_length(p)};
    if (p->keep && (unsigned char)p->text[0] == ' ') { /* preserved white space */
        add_box(l, p->width, me);
        if (may_break)
            add_penalty(l, 0);
        return;
    }
    if (ends_line(s, (size_t)index))
        return;
    bool after_box = l->n && l->items[l->n - 1].kind == HJ_BOX;
    const hj_piece *word = s->hangs_end ? word_before(para, index) : NULL;
    hj_len hang = word && may_break ? hang_end(s, word) : 0;
    bool lonely = index == para->last_blank && para->last_width < 4 * p->span->in->font_size;
    if (p->keep)
        add_box(l, 0, nothing); /* a hard blank does not vanish at the beginning of a line */
    if (!may_break)
        add_penalty(l, p->wide && wraps ? HELD_PENALTY : HJ_INFINITY);
    else if (lonely || hang)
        hj_item_add(l, (hj_item){.kind = HJ_PENALTY, .width = -hang,
                              .penalty = lonely ? LONELY_PENALTY : 0},
                 nothing);
    else if (!after_box)
        add_penalty(l, 0);
    hj_item glue = {.kind = HJ_GLUE, .width = p->width};
    if (s->justify) {
        glue.stretch = hj_blank_stretch(p->span) + p->span->in->letter_limits.more;
        glue.shrink = hj_blank_shrink(p->span) + p->span->in->letter_limits.less;
    }
    hj_item_add(l, glue, me);
    hj_len back = s->hangs_start && may_break ? hang_after(s, index) : 0;
    if (back) { /* the glue vanishes at the beginning of a line, the box does not */
        hj_item_add(l, (hj_item){.kind = HJ_GLUE, .width = back}, nothing);
        add_box(l, -back, nothing);
    }
}

/* Marks what lies between two opportunities and is together wider than any line. */
static void mark_wide(hj_para *para, hj_len measure)
{
    size_t from = 0;
    int64_t width = 0;
    for (size_t i = 0; i < para->n_pieces; i++) {
        hj_piece *p = &para->pieces[i];
        if (p->kind != HJ_PIECE_LEADER && !(p->kind == HJ_PIECE_BLANK && p->brk))
            width += p->width;
        if (!p->brk && p->kind != HJ_PIECE_FORCED && i + 1 < para->n_pieces)
            continue;
        for (size_t k = from; k <= i; k++)
            para->pieces[k].wide = width > measure;
        from = i + 1;
        width = 0;
    }
}

void hj_para_items(hj_para *para, hj_len measure, bool hyphenate, hj_item_list *l)
{
    builder b = {.para = para, .measure = measure, .list = l}, *s = &b;
    const hj_fo_inherited *in = para->block->in;
    s->justify = in->text_align == HJ_ALIGN_JUSTIFY || in->text_align_last == HJ_ALIGN_JUSTIFY;
    s->hangs_start = in->text_align == HJ_ALIGN_JUSTIFY && (in->hanging & HJ_HANGS_START);
    s->hangs_end = in->text_align == HJ_ALIGN_JUSTIFY && (in->hanging & HJ_HANGS_END);
    l->n = 0;
    mark_wide(para, measure);
    hj_len indent = hj_length_resolve(in->text_indent, measure, 0);
    if (indent)
        add_box(l, indent, nothing);
    else if (s->hangs_start && hang_start(s, &para->pieces[0]))
        add_box(l, -hang_start(s, &para->pieces[0]), nothing);
    for (size_t i = 0; i < para->n_pieces; i++) {
        const hj_piece *p = &para->pieces[i];
        hj_slot me = {.piece = (int32_t)i};
        switch (p->kind) {
        case HJ_PIECE_WORD: add_word(s, (int32_t)i, hyphenate); break;
        case HJ_PIECE_BLANK: add_blank(s, (int32_t)i); break;
        case HJ_PIECE_FORCED: add_line_end(s); continue;
        case HJ_PIECE_OBJECT: add_box(l, hj_object_measure(para->lx, p, s->measure).w, me); break;
        case HJ_PIECE_LEADER: {
            const hj_fo_inherited *own = p->span->in;
            hj_len least = hj_length_resolve(own->leader_min, s->measure, 0);
            hj_len most = hj_length_resolve(own->leader_max, s->measure, s->measure);
            hj_len opt = hj_length_resolve(own->leader_opt, s->measure, 12000);
            opt = opt > most ? most : opt;
            opt = opt < least ? least : opt;
            add_box(l, 0, nothing); /* so that it does not vanish at the beginning of a line */
            add_penalty(l, HJ_INFINITY);
            hj_item_add(l, (hj_item){.kind = HJ_GLUE, .width = opt,
                                  .stretch = most > opt ? most - opt : 0, .shrink = opt - least},
                     me);
            break;
        }
        default: /* edges and marks */
            if (p->width || p->kind == HJ_PIECE_DEST || p->kind == HJ_PIECE_FOOTNOTE)
                add_box(l, p->width, me);
        }
        /* The opportunity after a word comes after the edges that close there. */
        size_t carrier = i;
        while (i + 1 < para->n_pieces && para->pieces[i + 1].kind == HJ_PIECE_END) {
            i++;
            if (para->pieces[i].width)
                add_box(l, para->pieces[i].width, (hj_slot){.piece = (int32_t)i});
        }
        p = &para->pieces[carrier];
        if ((p->kind != HJ_PIECE_WORD && p->kind != HJ_PIECE_OBJECT) || p->brk != HJ_BREAK_ALLOWED
            || in->wrap != HJ_WRAP)
            continue;
        if (p->soft)
            add_hyphen(s, (int32_t)carrier, para->last_width, false);
        else if (p->kind == HJ_PIECE_WORD && is_dash(p))
            hj_item_add(l, (hj_item){.kind = HJ_PENALTY, .flagged = true, .width = -hang_end(s, p),
                                  .penalty = DASH_PENALTY},
                     nothing);
        else
            add_penalty(l, p->kind == HJ_PIECE_OBJECT ? 0 : INNER_PENALTY);
    }
    add_line_end(s);
}

int32_t hj_para_begin(const hj_para *para, const hj_item_list *list)
{
    const hj_slot *start = &para->start;
    size_t i = 0;
    if (!para->skips)
        return 0;
    while (i < list->n && (list->slots[i].piece < start->piece ||
                           (list->slots[i].piece == start->piece &&
                            list->slots[i].from < start->from)))
        i++;
    return (int32_t)(i < list->n ? i : list->n - 1);
}
