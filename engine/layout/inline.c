/* A paragraph, collected: from inline formatting objects to pieces.
 *
 * The hard idea: white space, break opportunities and "§ 13" go across the borders of inline
 * objects, shaping does not. So the text of the whole paragraph is first written into one string
 * (white space treated as XSL 1.1, 7.17 says), with marks for where each object begins and ends;
 * break opportunities are found in that string; and only then is it cut at the marks and the
 * opportunities into pieces, each shaped in its own span. Objects stand in the string as
 * characters that break as they should. */
#include <stdlib.h>
#include <string.h>

#include "layout/para.h"

#define OBJECT_CHARACTER "\xef\xbf\xbc" /* U+FFFC: a line may end on either side */
#define LEADER_CHARACTER "\xe2\x81\xa0" /* U+2060: it may not */

#define WORD_BYTES_MAX 256 /* longer than any word; a longer one is several pieces with no break */

typedef enum { MARK_TEXT, MARK_OBJECT, MARK_LEADER, MARK_START, MARK_END, MARK_DEST,
               MARK_FOOTNOTE } mark_kind;

typedef struct mark {
    mark_kind kind;
    bool keep; /* TEXT: blanks are kept as they are */
    bool wide; /* TEXT: a page number that lines are broken without knowing */
    uint32_t at; /* in the string; the mark reaches to the next one */
    hj_span *span;
    hj_tag *leaf;
    const hj_fo_node *node;
    hj_place place;
} mark;

typedef struct collector {
    hj_lx *lx;
    hj_para *para;
    hj_buf text;
    mark *marks;
    size_t n, cap;
    bool after_blank; /* a further blank would collapse into the last */
    bool after_feed; /* blanks are ignored up to the next character */
    bool in_word; /* for capitalize */
    bool edge_blanks; /* readings: blanks do not collapse across the edges of objects */
} collector;

static void *zeroed(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        abort();
    return memory;
}

/* ---- which objects belong in a line ---- */

/* The first thing in parent that is seen; wrappers are looked into, empty ones passed over. */
static const hj_fo_node *first_content(const hj_fo_node *parent)
{
    for (const hj_fo_node *n = parent->first; n; n = n->next) {
        if (n->type == HJ_FO_MARKER)
            continue;
        if (n->type == HJ_FO_WRAPPER) {
            const hj_fo_node *inner = first_content(n);
            if (inner)
                return inner;
            continue;
        }
        if (n->type != HJ_FO_TEXT)
            return n;
        for (size_t i = 0; i < n->text_len; i++)
            if (!strchr(" \t\r\n", n->text[i]))
                return n;
    }
    return NULL;
}

bool hj_is_inline(const hj_fo_node *node)
{
    switch (node->type) {
    case HJ_FO_TEXT:
    case HJ_FO_INLINE:
    case HJ_FO_CHARACTER:
    case HJ_FO_EXTERNAL_GRAPHIC:
    case HJ_FO_INSTREAM_FOREIGN_OBJECT:
    case HJ_FO_PAGE_NUMBER:
    case HJ_FO_PAGE_NUMBER_CITATION:
    case HJ_FO_PAGE_NUMBER_CITATION_LAST:
    case HJ_FO_LEADER:
    case HJ_FO_BASIC_LINK:
    case HJ_FO_FOOTNOTE:
    case HJ_FO_BIDI_OVERRIDE:
        return true;
    case HJ_FO_WRAPPER: {
        const hj_fo_node *content = first_content(node);
        if (content)
            return hj_is_inline(content);
        /* Nothing in it: only an id. Inside text it is part of the text. */
        const hj_fo_node *outer = node->parent;
        while (outer && outer->type == HJ_FO_WRAPPER)
            outer = outer->parent;
        hj_fo_type around = outer ? outer->type : HJ_FO_ROOT;
        return around == HJ_FO_BLOCK || around == HJ_FO_INLINE || around == HJ_FO_BASIC_LINK;
    }
    case HJ_FO_RETRIEVE_MARKER:
    case HJ_FO_RETRIEVE_TABLE_MARKER: {
        hj_fo_type around = node->parent ? node->parent->type : HJ_FO_ROOT;
        return around == HJ_FO_BLOCK || around == HJ_FO_INLINE || around == HJ_FO_BASIC_LINK
               || around == HJ_FO_WRAPPER;
    }
    default:
        return false;
    }
}

/* ---- the string and its marks ---- */

static void add_mark(collector *c, mark_kind kind, hj_span *span, const hj_fo_node *node)
{
    if (c->n == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 64;
        mark *bigger = realloc(c->marks, c->cap * sizeof *bigger);
        if (!bigger)
            abort();
        c->marks = bigger;
    }
    bool leaf = kind == MARK_TEXT || kind == MARK_OBJECT;
    c->marks[c->n++] = (mark){
        .kind = kind, .at = (uint32_t)c->text.len, .span = span, .node = node,
        .place = node->place,
        .leaf = leaf ? hj_tag_content(c->lx, span->tag, node) : NULL,
        .keep = span->in->white_space_treatment == HJ_WS_PRESERVE,
    };
}

static const char *capitalize(collector *c, const char *text, size_t *len)
{
    char *out = hj_arena_alloc(c->lx->arena, *len * 3 + 1);
    size_t to = 0;
    for (const char *p = text, *end = text + *len; p < end;) {
        uint32_t ch = hj_utf8_next(&p, end);
        /* Quotation marks, dashes and other signs are no part of a word. */
        bool letter = (ch >= 0xc0 && ch != 0xd7 && ch != 0xf7 && !(ch >= 0x2000 && ch < 0x2c00))
                      || (ch | 0x20) - 'a' < 26 || ch - '0' < 10 || ch == '\'' || ch == '-';
        if (letter && !c->in_word)
            ch = hj_text_upper_point(ch);
        c->in_word = letter;
        to += (size_t)hj_utf8_put(ch, out + to);
    }
    out[to] = '\0';
    *len = to;
    return out;
}

static bool ignores_after_feed(const hj_fo_inherited *in)
{
    return in->white_space_treatment == HJ_WS_IGNORE_AFTER
           || in->white_space_treatment == HJ_WS_IGNORE_SURROUNDING;
}

/* XSL 1.1, 7.17.2–7.17.4: line feeds, then blanks around them, then collapsing. */
static void add_text(collector *c, hj_span *span, const hj_fo_node *node, const char *text,
                     size_t len)
{
    const hj_fo_inherited *in = span->in;
    const hj_fo_inherited *white = c->edge_blanks ? c->para->block->in : in;
    text = hj_text_nfc(c->lx->arena, text, &len);
    switch (in->text_transform) {
    case HJ_TRANSFORM_UPPERCASE:
        text = hj_text_upper(c->lx->arena, text, &len, c->lx->tree->readings->upper_singly);
        break;
    case HJ_TRANSFORM_LOWERCASE: text = hj_text_lower(c->lx->arena, text, &len); break;
    case HJ_TRANSFORM_CAPITALIZE: text = capitalize(c, text, &len); break;
    default: break;
    }
    bool marked = false;
    const char *from = text, *end = text + len;
    for (const char *p = text; p <= end; p++) {
        bool blank = p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n');
        if (p < end && !blank)
            continue;
        if (p > from) { /* everything since the last blank */
            if (!marked)
                add_mark(c, MARK_TEXT, span, node);
            marked = true;
            hj_buf_add(&c->text, from, (size_t)(p - from));
            c->after_blank = c->after_feed = false;
        }
        from = p + 1;
        if (p == end)
            break;
        char out = ' ';
        if (*p == '\n' && white->linefeed_treatment == HJ_WS_PRESERVE)
            out = '\n';
        else if (*p == '\n' && white->linefeed_treatment == HJ_WS_IGNORE)
            continue;
        else if (*p == '\n' && white->linefeed_treatment == HJ_WS_TREAT_AS_ZERO_WIDTH)
            out = 0;
        else if (white->white_space_treatment == HJ_WS_IGNORE)
            continue;
        bool collapses = white->white_space_collapse && out == ' ';
        if (out == ' ' && ((collapses && c->after_blank) || c->after_feed))
            continue;
        if (!marked)
            add_mark(c, MARK_TEXT, span, node);
        marked = true;
        if (out)
            hj_buf_char(&c->text, out);
        else
            hj_buf_str(&c->text, "\u200b");
        c->after_blank = collapses
                         || (out == '\n' && white->white_space_collapse && !c->edge_blanks);
        c->after_feed = out == '\n' && ignores_after_feed(white);
    }
}

static void collect(collector *c, hj_span *span, const hj_fo_node *first, int depth);

static void add_span(collector *c, hj_span *parent, const hj_fo_node *node, int depth)
{
    hj_span *span = hj_span_new(c->para, parent, node);
    if (!span)
        return;
    hj_span_dress(c->lx, span);
    if (node->id || hj_has_markers(node))
        add_mark(c, MARK_DEST, span, node);
    if (span->start_space || span->start_edge)
        add_mark(c, MARK_START, span, node);
    if (c->edge_blanks)
        c->after_blank = false;
    collect(c, span, node->first, depth + 1);
    if (c->edge_blanks)
        c->after_blank = c->after_feed = false;
    if (span->end_space || span->end_edge)
        add_mark(c, MARK_END, span, node);
}

static void add_string(collector *c, hj_span *parent, const hj_fo_node *node, const char *text)
{
    hj_span *span = hj_span_new(c->para, parent, node);
    if (!span)
        return;
    hj_span_dress(c->lx, span);
    if (node->id)
        add_mark(c, MARK_DEST, span, node);
    add_mark(c, MARK_TEXT, span, node);
    hj_buf_str(&c->text, text);
    c->after_blank = c->after_feed = false;
}

static void add_object(collector *c, hj_span *parent, const hj_fo_node *node)
{
    hj_lx *lx = c->lx;
    hj_span *span = hj_span_new(c->para, parent, node);
    if (!span)
        return;
    hj_tag *around = span->tag;
    hj_len w, h;
    bool diagram = hj_diagram_is(node->foreign);
    if (!diagram && node->alt && node->alt[0] && !lx->tree->readings->missing_silent
        && (!lx->pictures || !lx->pictures->measure(lx->pictures->self, node->uri, node->foreign,
                                                    node->place, &w, &h, lx->diags))) {
        /* It cannot be shown, and that has been told: the reader gets its text. */
        hj_fo_node *words = HJ_NEW(lx->arena, hj_fo_node);
        *words = *node;
        words->alt = NULL;
        add_string(c, parent, words, hj_arena_printf(lx->arena, "[%s]", node->alt));
        return;
    }
    hj_span_dress(c->lx, span);
    bool artifact = node->role && strcmp(node->role, "Artifact") == 0;
    if (diagram) {
        span->shown = hj_shown_new(lx, span, artifact ? NULL : around);
        if (!span->shown)
            return; /* told; nothing to show */
        span->tag = NULL; /* its marks know their own */
    }
    if (around && !artifact && !span->shown) {
        /* PDF/UA-1, 7.3: a picture has a text in its place, or it is decoration. An Alt on a Span
         * made for the role would be on the wrong element. */
        if (node->alt && node->alt[0]) {
            if (span->tag == around || strcmp(span->tag->role, "Figure") != 0)
                span->tag = hj_tag_new(lx, around, "Figure", node);
        } else {
            if (!lx->tree->pictures_told) {
                hj_warning(lx->diags, "HJ-LAYOUT-041", hj_fo_at(node, lx->diags),
                           "%s has no alternative text and is treated as decoration",
                           hj_fo_type_name(node->type));
                hj_hint(lx->diags, "write it in hjfo:alt, or set role=\"Artifact\"");
            }
            span->tag = NULL;
            span->artifact = HJ_ARTIFACT_LAYOUT;
        }
    }
    if (node->id)
        add_mark(c, MARK_DEST, span, node);
    add_mark(c, MARK_OBJECT, span, node);
    hj_buf_str(&c->text, OBJECT_CHARACTER);
    c->after_blank = c->after_feed = false;
}

static void add_footnote(collector *c, hj_span *parent, const hj_fo_node *node, int depth)
{
    const hj_fo_node *body = NULL;
    for (const hj_fo_node *n = node->first; n; n = n->next) {
        if (n->type == HJ_FO_FOOTNOTE_BODY)
            body = n;
        else if (n->type == HJ_FO_INLINE)
            add_span(c, parent, n, depth);
    }
    if (body)
        add_mark(c, MARK_FOOTNOTE, parent, body);
}

static void refuse_block(collector *c, const hj_span *span, const hj_fo_node *node)
{
    hj_error(c->lx->diags, "HJ-LAYOUT-040", hj_fo_at(node, c->lx->diags),
             "%s cannot stand inside %s: the text around it is one paragraph",
             hj_fo_type_name(node->type), hj_fo_type_name(span->node->type));
    hj_hint(c->lx->diags, "end the inline object before it, or use fo:block around both");
}

/* The content of the marker a retrieve object asks for; *block is set when it is block-level. */
static const hj_fo_node *retrieved(hj_lx *lx, const hj_fo_node *node, bool *block)
{
    *block = false;
    const hj_fo_node *marker = lx->marker ? lx->marker(lx, node) : NULL;
    const hj_fo_node *content = marker ? first_content(marker) : NULL;
    *block = content && !hj_is_inline(content);
    return content ? marker : NULL;
}

/* One inline-level object. */
static void collect_one(collector *c, hj_span *span, const hj_fo_node *n, int depth)
{
    hj_lx *lx = c->lx;
    switch (n->type) {
    case HJ_FO_TEXT:
        add_text(c, span, n->parent ? n->parent : n, n->text, n->text_len);
        break;
    case HJ_FO_INLINE:
    case HJ_FO_BASIC_LINK:
    case HJ_FO_WRAPPER:
    case HJ_FO_BIDI_OVERRIDE:
        add_span(c, span, n, depth);
        break;
    case HJ_FO_CHARACTER: {
        char utf8[5] = "";
        hj_utf8_put(n->raw ? n->raw->character : ' ', utf8);
        add_string(c, span, n, utf8);
        break;
    }
    case HJ_FO_EXTERNAL_GRAPHIC:
    case HJ_FO_INSTREAM_FOREIGN_OBJECT:
        add_object(c, span, n);
        break;
    case HJ_FO_PAGE_NUMBER: {
        const char *number = lx->current_page ? lx->current_page(lx, n) : NULL;
        add_string(c, span, n, number ? number : "00"); /* while measuring: room for two */
        break;
    }
    case HJ_FO_PAGE_NUMBER_CITATION:
    case HJ_FO_PAGE_NUMBER_CITATION_LAST: {
        bool last = n->type == HJ_FO_PAGE_NUMBER_CITATION_LAST;
        const char *number = lx->page_of && n->ref ? lx->page_of(lx, n->ref, last) : NULL;
        size_t before = c->n;
        add_string(c, span, n, number ? number : "00");
        if (c->n > before && lx->tree->readings->citations_wide && n->ref)
            c->marks[c->n - 1].wide = !lx->is_behind || !lx->is_behind(lx, n);
        break;
    }
    case HJ_FO_LEADER: {
        hj_span *own = hj_span_new(c->para, span, n);
        if (!own)
            break;
        hj_span_dress(c->lx, own);
        if (n->id)
            add_mark(c, MARK_DEST, own, n);
        add_mark(c, MARK_LEADER, own, n);
        hj_buf_str(&c->text, LEADER_CHARACTER);
        c->after_blank = c->after_feed = false;
        break;
    }
    case HJ_FO_FOOTNOTE:
        add_footnote(c, span, n, depth);
        break;
    case HJ_FO_RETRIEVE_MARKER:
    case HJ_FO_RETRIEVE_TABLE_MARKER: {
        bool block;
        const hj_fo_node *marker = retrieved(lx, n, &block);
        if (marker && block)
            refuse_block(c, span, first_content(marker));
        else if (marker)
            collect(c, span, marker->first, depth + 1);
        break;
    }
    case HJ_FO_MARKER:
        break;
    default:
        refuse_block(c, span, n);
    }
}

static void collect(collector *c, hj_span *span, const hj_fo_node *first, int depth)
{
    if (depth > HJ_LIMIT_FO_DEPTH)
        return; /* fo/ has refused such a tree; a marker inside a marker could still come here */
    for (const hj_fo_node *n = first; n; n = n->next)
        collect_one(c, span, n, depth);
}

/* ---- from string to pieces ---- */

typedef struct cutter {
    hj_para *para;
    const char *text;
    const uint8_t *breaks;
    size_t len, cap, first_cap;
} cutter;

static hj_piece *add_piece(cutter *k, hj_piece_kind kind, const mark *m)
{
    hj_para *para = k->para;
    if (para->n_pieces == k->cap) {
        k->cap = k->cap ? k->cap * 2 : k->first_cap;
        para->pieces = realloc(para->pieces, k->cap * sizeof *para->pieces);
        if (!para->pieces)
            abort();
    }
    hj_piece *piece = &para->pieces[para->n_pieces++];
    *piece = (hj_piece){.kind = (uint8_t)kind, .span = m->span, .leaf = m->leaf, .node = m->node};
    return piece;
}

/* The parts of a diagram after the piece of its first. */
static void add_shown(cutter *k, const mark *m)
{
    hj_shown *shown = m->span->shown;
    int n = hj_shown_parts(k->para->lx, shown, m->node);
    uint8_t brk = k->para->pieces[k->para->n_pieces - 1].brk;
    for (int part = 0; part < n; part++) {
        hj_piece *piece = &k->para->pieces[k->para->n_pieces - 1];
        if (part) {
            add_piece(k, HJ_PIECE_FORCED, m);
            piece = add_piece(k, HJ_PIECE_OBJECT, m);
            piece->brk = brk;
        }
        hj_len least;
        hj_shown_widths(shown, m->node, &least, &piece->width);
        piece->len = (uint32_t)part;
    }
}

static hj_len run_width(const hj_span *span, const hj_run *runs, int n)
{
    int64_t width = 0;
    for (int i = 0; i < n; i++)
        width += hj_scaled(runs[i].width, span->in->font_size)
                 + (int64_t)runs[i].n_glyphs * span->in->letter_spacing;
    return hj_clamped(width);
}

static bool is_nbsp(const char *p)
{
    return (unsigned char)p[0] == 0xc2 && (unsigned char)p[1] == 0xa0;
}

static bool is_soft_hyphen(const char *p)
{
    return (unsigned char)p[0] == 0xc2 && (unsigned char)p[1] == 0xad;
}

/* Does the letter at p become a small capital? A mark is as its letter. */
static bool becomes_small(const char *p, const char *end, bool before)
{
    uint32_t c = hj_utf8_next(&p, end);
    if (c >= 0x300 && c < 0x370)
        return before;
    return c == 0xdf || hj_text_upper_point(c) != c;
}

/* Of the three letters that stand for a page number as long as it is not known. */
static hj_len stand_in_width(hj_lx *lx, const mark *m)
{
    const hj_run *runs;
    int n = hj_text_shape(lx->fonts, m->span->font, m->span->lang, "MMM", 3, m->place, lx->arena,
                          &runs, lx->diags);
    return run_width(m->span, runs, n);
}

static void cut_text(cutter *k, const mark *m, size_t at, size_t end)
{
    hj_lx *lx = k->para->lx;
    bool small_caps = m->span->in->small_caps && lx->tree->readings->font_variants;
    while (at < end) {
        size_t from = at;
        bool nbsp = is_nbsp(k->text + at);
        if (k->text[at] == ' ' || nbsp) {
            at += nbsp ? 2 : 1;
            /* A hard blank is read back as a blank: what it holds together is decided here, and a
             * search for "12. november" finds it. */
            hj_piece *piece = add_piece(k, HJ_PIECE_BLANK, m);
            piece->runs = m->span->space;
            piece->n_runs = m->span->n_space;
            piece->text = k->text + from;
            piece->len = (uint32_t)(at - from);
            piece->width = m->span->space_width;
            piece->keep = m->keep || nbsp;
            piece->brk = k->breaks[at - 1];
            continue;
        }
        if (k->text[at] == '\n') {
            at++;
            add_piece(k, HJ_PIECE_FORCED, m);
            continue;
        }
        bool soft = false;
        bool small = small_caps && becomes_small(k->text + at, k->text + end, false);
        size_t stop = at;
        while (stop < end && stop - at < WORD_BYTES_MAX && k->text[stop] != ' '
               && k->text[stop] != '\n' && !is_nbsp(k->text + stop)) {
            soft = is_soft_hyphen(k->text + stop);
            stop++;
            while (stop < end && ((unsigned char)k->text[stop] & 0xc0) == 0x80)
                stop++;
            if (soft || k->breaks[stop - 1] != HJ_BREAK_NO)
                break;
            if (small_caps && stop < end
                && becomes_small(k->text + stop, k->text + end, small) != small)
                break;
        }
        at = stop;
        hj_piece *piece = add_piece(k, HJ_PIECE_WORD, m);
        piece->text = k->text + from;
        piece->len = (uint32_t)(stop - from - (soft ? 2 : 0));
        piece->soft = soft;
        piece->brk = k->breaks[stop - 1];
        hj_span *span = piece->span = small ? hj_span_small(k->para, m->span) : m->span;
        const hj_run *runs;
        piece->n_runs = hj_text_shape(lx->fonts, span->font, span->lang, piece->text, piece->len,
                                      m->place, lx->arena, &runs, lx->diags);
        piece->runs = runs;
        piece->width = run_width(span, piece->runs, piece->n_runs);
        if (m->wide)
            piece->stand_in = stand_in_width(lx, m);
        if (soft || m->span->in->hyphenate)
            k->para->hyphenates = true;
        if (piece->brk == HJ_BREAK_MANDATORY)
            add_piece(k, HJ_PIECE_FORCED, m);
    }
}

static void prepare_hyphen(hj_lx *lx, hj_span *span)
{
    char character[5] = "-";
    if (span->in->hyphenation_character) {
        int n = hj_utf8_put(span->in->hyphenation_character, character);
        character[n] = '\0';
    }
    const hj_run *shaped;
    span->n_hyphen = hj_text_shape(lx->fonts, span->font, span->lang, character,
                                   strlen(character), span->node->place, lx->arena, &shaped,
                                   lx->diags);
    hj_run *runs = HJ_ARRAY(lx->arena, (size_t)span->n_hyphen, hj_run);
    for (int i = 0; i < span->n_hyphen; i++) {
        runs[i] = shaped[i];
        runs[i].text = "\u00ad"; /* so that the word reads back whole */
        runs[i].text_len = 2;
    }
    span->hyphen = runs;
    span->hyphen_width = run_width(span, runs, span->n_hyphen);
}

static bool joins(const hj_piece *p)
{
    return p->kind == HJ_PIECE_WORD && p->brk == HJ_BREAK_NO;
}

/* What the breaker wants to know about neighbours. */
static void finish_pieces(hj_para *para)
{
    hj_piece *pieces = para->pieces;
    size_t n = para->n_pieces;
    /* Blanks that end the paragraph vanish, unless kept. */
    while (n) {
        hj_piece *p = &pieces[n - 1];
        if ((p->kind == HJ_PIECE_BLANK && !p->keep) || p->kind == HJ_PIECE_FORCED) {
            bool feed = p->kind == HJ_PIECE_FORCED;
            memmove(p, p + 1, (para->n_pieces - n) * sizeof *p);
            para->n_pieces--;
            n--;
            if (feed)
                break; /* one line feed ends the last line; another one makes an empty line */
        } else if (p->kind == HJ_PIECE_DEST || p->kind == HJ_PIECE_END
                   || p->kind == HJ_PIECE_FOOTNOTE) {
            n--;
        } else {
            break;
        }
    }
    para->last_blank = -1;
    for (size_t i = 0; i < para->n_pieces; i++) {
        hj_piece *p = &pieces[i];
        bool edge = p->kind == HJ_PIECE_DEST || p->kind == HJ_PIECE_START
                    || p->kind == HJ_PIECE_END;
        bool nothing = p->kind == HJ_PIECE_WORD && p->len == 3 && !memcmp(p->text, "\u200b", 3);
        para->visible = para->visible || (!edge && !nothing);
        para->marked = para->marked || p->kind == HJ_PIECE_DEST;
        if (p->kind == HJ_PIECE_BLANK && p->brk && !p->keep) {
            para->last_blank = (int32_t)i;
            para->last_width = 0;
        } else {
            para->last_width = hj_clamped((int64_t)para->last_width + p->width);
        }
        if (p->kind != HJ_PIECE_WORD)
            continue;
        p->whole = !(i > 0 && joins(p - 1)) && !p->soft
                   && !(joins(p) && i + 1 < para->n_pieces && p[1].kind == HJ_PIECE_WORD);
        bool parted = p->brk && para->lx->tree->readings->compat_lines;
        if ((p->soft || p->span->in->hyphenate || parted) && !p->span->hyphen)
            prepare_hyphen(para->lx, p->span);
    }
}

/* One text node at a time: between two objects only a blank gives an opportunity. */
static void breaks_by_object(const collector *c, const char *text, size_t len, uint8_t *breaks)
{
    memset(breaks, HJ_BREAK_NO, len);
    for (size_t i = 0; i < c->n; i++) {
        size_t at = c->marks[i].at, end = i + 1 < c->n ? c->marks[i + 1].at : len;
        if (c->marks[i].kind != MARK_TEXT || end == at)
            continue;
        if (c->marks[i].span->in->keep_together.line == HJ_KEEP_ALWAYS)
            continue; /* also that of a block, for keep-together is inherited */
        hj_text_breaks(text + at, end - at, c->lx->tree->readings->ties, breaks + at);
        if (breaks[end - 1] == HJ_BREAK_ALLOWED || text[end - 1] == ' ')
            breaks[end - 1] = text[end - 1] == ' ' ? HJ_BREAK_ALLOWED : HJ_BREAK_NO;
        size_t first = at; /* as after those it begins with */
        while (first < end && text[first] == ' ')
            first++;
        if (first > at)
            breaks[first - 1] = HJ_BREAK_ALLOWED;
    }
}

static void cut(collector *c)
{
    hj_para *para = c->para;
    hj_lx *lx = c->lx;
    cutter k = {.para = para, .len = c->text.len};
    hj_buf_str(&c->text, ""); /* NUL-terminated, if there is none: is_nbsp looks a byte ahead */
    k.text = para->text = c->text.data;
    c->text.data = NULL; /* the paragraph's now */
    uint8_t *breaks = malloc(k.len + 1);
    if (!breaks)
        abort();
    if (lx->tree->readings->breaks_by_object)
        breaks_by_object(c, k.text, k.len, breaks);
    else
        hj_text_breaks(k.text, k.len, lx->tree->readings->ties, breaks);
    k.breaks = breaks;
    k.first_cap = k.len / 3 + c->n + 8; /* a word and a blank in six bytes */
    for (size_t i = 0; i < c->n; i++) {
        const mark *m = &c->marks[i];
        size_t end = i + 1 < c->n ? c->marks[i + 1].at : k.len;
        hj_piece *piece;
        switch (m->kind) {
        case MARK_TEXT: cut_text(&k, m, m->at, end); break;
        case MARK_OBJECT:
            piece = add_piece(&k, HJ_PIECE_OBJECT, m);
            piece->brk = breaks[end - 1];
            if (m->span->shown) {
                add_shown(&k, m);
                break;
            }
            if (!lx->pictures
                || !lx->pictures->measure(lx->pictures->self, m->node->uri, m->node->foreign,
                                          m->node->place, &piece->intrinsic_w,
                                          &piece->intrinsic_h, lx->diags)) {
                if (!lx->tree->readings->missing_silent || lx->diags->errors) {
                    para->n_pieces--; /* told; nothing to show */
                    break;
                }
                piece->intrinsic_w = piece->intrinsic_h = 0;
            }
            piece->width = hj_object_measure(lx, piece, 0).w;
            break;
        case MARK_LEADER:
            piece = add_piece(&k, HJ_PIECE_LEADER, m);
            piece->width = hj_length_resolve(m->span->in->leader_opt, 0, 0);
            break;
        case MARK_START:
            add_piece(&k, HJ_PIECE_START, m)->width = m->span->start_space + m->span->start_edge;
            break;
        case MARK_END:
            add_piece(&k, HJ_PIECE_END, m)->width = m->span->end_space + m->span->end_edge;
            break;
        case MARK_DEST: add_piece(&k, HJ_PIECE_DEST, m); break;
        case MARK_FOOTNOTE: add_piece(&k, HJ_PIECE_FOOTNOTE, m); break;
        }
    }
    free(breaks);
    finish_pieces(para);
}

hj_para *hj_para_new(hj_lx *lx, const hj_fo_node *block, const hj_fo_node *first,
                     const hj_fo_node **rest, hj_tag *tag, hj_artifact artifact)
{
    hj_para *para = zeroed(sizeof *para);
    collector c = {.lx = lx, .para = para};
    para->lx = lx;
    para->block = block;
    hj_span *root = para->root = hj_span_new(para, NULL, block);
    if (root) {
        root->tag = tag;
        root->artifact = artifact;
        c.edge_blanks = lx->tree->readings->edge_blanks;
        c.after_blank = !c.edge_blanks && block->in->white_space_treatment != HJ_WS_PRESERVE;
        c.after_feed = c.edge_blanks && ignores_after_feed(block->in);
    }
    const hj_fo_node *n = first;
    for (; n && hj_is_inline(n); n = n->next) {
        bool retrieves = n->type == HJ_FO_RETRIEVE_MARKER
                         || n->type == HJ_FO_RETRIEVE_TABLE_MARKER;
        bool is_block = false;
        if (retrieves)
            retrieved(lx, n, &is_block);
        if (is_block)
            break;
        if (root)
            collect_one(&c, root, n, 0);
    }
    *rest = n;
    if (c.n)
        cut(&c);
    hj_buf_free(&c.text);
    free(c.marks);
    if (para->n_pieces)
        return para;
    hj_para_free(para);
    return NULL;
}

void hj_para_free(hj_para *para)
{
    if (!para)
        return;
    for (hj_span *span = para->spans, *next; span; span = next) {
        next = span->next;
        free(span);
    }
    free(para->pieces);
    free(para->text);
    free(para);
}

/* ---- sizes ---- */

void hj_para_widths(const hj_para *para, hj_len *minimum, hj_len *maximum)
{
    int64_t least = 0, most = 0, line, part;
    bool wraps = para->block->in->wrap == HJ_WRAP;
    line = part = hj_length_resolve(para->block->in->text_indent, 0, 0);
    for (size_t i = 0; i < para->n_pieces; i++) {
        const hj_piece *p = &para->pieces[i];
        if (p->kind == HJ_PIECE_FORCED) {
            least = part > least ? part : least;
            most = line > most ? line : most;
            part = line = 0;
            continue;
        }
        line += p->width;
        if (p->kind == HJ_PIECE_OBJECT && p->span->shown) {
            hj_len low, high;
            hj_shown_widths(p->span->shown, p->node, &low, &high);
            least = low > least ? low : least;
            continue;
        }
        if (p->kind == HJ_PIECE_LEADER)
            part += hj_length_resolve(p->span->in->leader_min, 0, 0);
        else if (p->kind != HJ_PIECE_BLANK || p->keep || p->brk == HJ_BREAK_NO || !wraps)
            part += p->width;
        bool end_follows = i + 1 < para->n_pieces && p[1].kind == HJ_PIECE_END;
        if (p->brk && wraps && !end_follows) {
            if (p->soft)
                part += p->span->hyphen_width;
            least = part > least ? part : least;
            part = 0;
        }
    }
    *minimum = hj_clamped(part > least ? part : least);
    *maximum = hj_clamped(line > most ? line : most);
}
