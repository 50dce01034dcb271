/* How heavy a document is to read: LIX (Björnsson 1968), sentences that go on for too long, and how
 * many of them are passive.
 *
 * LIX is words a sentence plus the share of words of more than six letters. It knows no language,
 * so no word list is needed. The passive does: its words are data (passive.c). The share is
 * sentences with at least one passive verb of all sentences, in per cent. What is asked of a kind
 * of document stands in dokumenter.xml, what is asked of the texts together in lesbarhet.xml. Only
 * running text counts: what stands in tables, headers and footers is not read as sentences. */
#include <stdlib.h>
#include <string.h>

#include "transform/internal.h"

enum { LONG_WORD = 6, WORD_BYTES = 96 };

typedef struct block { /* where sentences stand, and how many of them are passive */
    hj_place place;
    int sentences, passive;
} block;

typedef struct reading {
    int words, long_words, sentences, passive;
    int here; /* words in the sentence so far */
    int most; /* words a sentence may have; 0: any number */
    int letters; /* of the word so far */
    char word[WORD_BYTES]; /* as far as there is room, in small letters */
    size_t length;
    bool capital; /* the word began with one */
    bool stopped; /* a full stop was met, and what follows decides whether it ends a sentence */
    bool is_passive; /* the sentence so far */
    block at; /* the block being read */
    block *heavy; /* those with a passive sentence */
    size_t heavy_n, heavy_cap;
    hj_passives *passives;
    int maal;
    hj_arena *arena;
    hj_diags *diags;
} reading;

static bool is_fo(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && n->ns
        && strcmp((const char *)n->ns->href, HJ_NS_FO) == 0
        && strcmp((const char *)n->name, name) == 0;
}

/* Where the words stand: nearest hjfo:fil and hjfo:linje above. */
static hj_place place_of(const xmlNode *n)
{
    for (; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        const char *file = NULL;
        int line = 0;
        for (const xmlAttr *a = n->properties; a; a = a->next) {
            if (!a->ns || strcmp((const char *)a->ns->href, HJ_NS_HJFO) != 0 || !a->children)
                continue;
            if (strcmp((const char *)a->name, "fil") == 0)
                file = (const char *)a->children->content;
            else if (strcmp((const char *)a->name, "linje") == 0)
                line = (int)strtol((const char *)a->children->content, NULL, 10);
        }
        if (file)
            return HJ_AT(file, line);
    }
    return HJ_NOWHERE;
}

static void end_word(reading *r)
{
    if (!r->letters)
        return;
    r->word[r->length] = 0;
    if (r->passives && r->length + 4 < WORD_BYTES)
        r->is_passive |= hj_passives_word(r->passives, r->maal, r->word, r->capital && r->here);
    r->words++;
    r->here++;
    r->long_words += r->letters > LONG_WORD;
    r->letters = 0;
    r->length = 0;
}

static void end_sentence(reading *r)
{
    end_word(r);
    if (r->here) {
        r->sentences++;
        r->at.sentences++;
        r->passive += r->is_passive;
        r->at.passive += r->is_passive;
    }
    if (r->most && r->here > r->most) {
        hj_warning(r->diags, "HJ-TRANSFORM-081", r->at.place,
                   "a sentence of %d words; %d are as many as most people hold", r->here, r->most);
        hj_hint(r->diags, "make two of it");
    }
    r->here = 0;
    r->stopped = r->is_passive = false;
    if (r->passives)
        hj_passives_clause(r->passives, r->maal);
}

/* A block ends, and one that begins at place is read from now on. */
static void turn(reading *r, hj_place place)
{
    end_sentence(r);
    if (r->at.passive) {
        if (r->heavy_n == r->heavy_cap) {
            size_t cap = r->heavy_cap ? r->heavy_cap * 2 : 16;
            block *more = HJ_ARRAY(r->arena, cap, block);
            if (r->heavy_n)
                memcpy(more, r->heavy, r->heavy_n * sizeof *more);
            r->heavy = more;
            r->heavy_cap = cap;
        }
        r->heavy[r->heavy_n++] = r->at;
    }
    r->at = (block){.place = place};
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c != 0xD7 && c != 0xF7
                                                               && c < 0x2000);
}

static bool is_capital(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

static void add_letter(reading *r, uint32_t c)
{
    if (!r->letters++)
        r->capital = is_capital(c);
    if (r->length + 4 < WORD_BYTES)
        r->length += (size_t)hj_utf8_put(is_capital(c) ? c + 32 : c, r->word + r->length);
}

/* «kl. 9» and «nr. 6» go on; «… ferdig. Nå …» does not. */
static void read_text(reading *r, const char *p)
{
    for (const char *end = p + strlen(p); p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (is_letter(c) || (c >= '0' && c <= '9') || (r->letters && (c == '-' || c == 0x2011))) {
            if (r->stopped && (is_capital(c) || !r->here))
                end_sentence(r);
            r->stopped = false;
            add_letter(r, c);
            continue;
        }
        end_word(r);
        if (c == '!' || c == '?')
            end_sentence(r);
        else if (c == '.' || c == ':')
            r->stopped = true;
        if (r->passives && strchr(",;:", (int)(c < 128 && c ? c : 'x')))
            hj_passives_clause(r->passives, r->maal);
    }
}

static void read_node(reading *r, const xmlNode *n, int depth)
{
    for (; n && depth < 200; n = n->next) {
        if (n->type == XML_TEXT_NODE) {
            read_text(r, (const char *)n->content);
            continue;
        }
        if (n->type != XML_ELEMENT_NODE || is_fo(n, "table") || is_fo(n, "block-container")
            || is_fo(n, "list-item-label"))
            continue;
        bool begins = is_fo(n, "block");
        hj_place around = r->at.place;
        if (begins)
            turn(r, place_of(n));
        read_node(r, n->children, depth + 1);
        if (begins)
            turn(r, around);
    }
}

static void read_flows(reading *r, const xmlNode *n, int depth)
{
    for (; n && depth < 6; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (is_fo(n, "flow"))
            read_node(r, n->children, 0);
        else
            read_flows(r, n->children, depth + 1);
    }
}

static int per_cent(int part, int whole)
{
    return (100 * part + whole / 2) / whole;
}

static int lix_of(const reading *r)
{
    return (r->words + r->sentences / 2) / r->sentences + per_cent(r->long_words, r->words);
}

/* about: a kind of document, or the maalform of the texts. */
static void judge(const reading *r, const char *about, int lix, int share)
{
    if (lix && lix_of(r) > lix) {
        hj_warning(r->diags, "HJ-TRANSFORM-080", HJ_NOWHERE,
                   "the text of '%s' is heavy: LIX %d, where at most %d is asked for (%d words in "
                   "%d sentences, %d of them long)", about, lix_of(r), lix, r->words,
                   r->sentences, r->long_words);
        hj_hint(r->diags, "shorter sentences and words people use; dokumenter.xml says what is "
                "asked");
    }
    if (!share || per_cent(r->passive, r->sentences) <= share)
        return;
    hj_warning(r->diags, "HJ-TRANSFORM-082", HJ_NOWHERE,
               "the text of '%s' is passive: %d of %d sentences (%d %%), where at most %d %% is "
               "asked for", about, r->passive, r->sentences, per_cent(r->passive, r->sentences),
               share);
    hj_hint(r->diags, "say who does it: «vi behandler», not «behandles» or «blir behandlet»");
    for (size_t i = 0; i < r->heavy_n; i++)
        hj_note(r->diags, "HJ-TRANSFORM-083", r->heavy[i].place,
                "%d of %d sentences here are passive", r->heavy[i].passive,
                r->heavy[i].sentences);
}

int hj_readability(const hj_templates *templates, const hj_doctype *type, const char *maalform,
                   void *fo, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    int maal = hj_maalform_index(maalform), lix = 0;
    hj_passives *passives = type->passiv ? hj_passives_load(templates->dir, arena, diags) : NULL;
    if (type->passiv && passives && !hj_passives_any(passives, maal))
        hj_error(diags, "HJ-TRANSFORM-084", HJ_FILE(templates->dir),
                 "dokumenter.xml asks for a share of passive sentences, but lesbarhet.xml does not say "
                 "what is passive in %s", hj_maalform_names[maal]);
    reading r = {.diags = diags, .most = type->setning, .maal = maal, .arena = arena,
                 .passives = hj_passives_any(passives, maal) ? passives : NULL};
    turn(&r, HJ_NOWHERE);
    read_flows(&r, xmlDocGetRootElement(fo), 0);
    turn(&r, HJ_NOWHERE);
    if (r.sentences && r.words) {
        lix = lix_of(&r);
        judge(&r, type->name, type->lix, r.passives ? type->passiv : 0);
    }
    hj_arena_free(arena);
    return lix;
}

/* ---- the texts by themselves ---- */

/* A text that ends no sentence is a label, a heading or a part of one, and is not read. */
static bool has_sentence(const hj_text *text, int maal)
{
    for (int i = 0; i < text->ops_n[maal]; i++)
        if (text->ops[maal][i].kind == HJ_OP_TEXT && strpbrk(text->ops[maal][i].text, ".?!"))
            return true;
    return false;
}

static void read_own(reading *r, const hj_text *text)
{
    hj_place place = HJ_AT(text->file, text->at[r->maal]);
    turn(r, place);
    for (int i = 0; i < text->ops_n[r->maal]; i++) {
        const hj_op *op = &text->ops[r->maal][i];
        if (op->kind == HJ_OP_TEXT)
            read_text(r, op->text);
        else if (op->kind == HJ_OP_SLOT)
            read_text(r, "x"); /* something of one word, at least */
        else if (op->kind == HJ_OP_BLOCK || op->kind == HJ_OP_ITEM)
            turn(r, place);
    }
}

void hj_readability_texts(const hj_templates *templates, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    hj_passives *passives = hj_passives_load(templates->dir, arena, diags);
    int lix = 0, most = 0, share = 0;
    if (passives)
        hj_passives_limits(passives, &lix, &most, &share);
    for (int maal = HJ_NB; maal <= HJ_NN; maal++) {
        reading r = {.diags = diags, .most = most, .maal = maal, .arena = arena,
                     .passives = hj_passives_any(passives, maal) ? passives : NULL};
        turn(&r, HJ_NOWHERE);
        for (size_t i = 0; i < templates->texts.n; i++)
            if (has_sentence(&templates->texts.all[i], maal))
                read_own(&r, &templates->texts.all[i]);
        turn(&r, HJ_NOWHERE);
        if (r.sentences && r.words)
            judge(&r, hj_maalform_names[maal], lix, r.passives ? share : 0);
    }
    hj_arena_free(arena);
}
