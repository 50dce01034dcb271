/* How heavy a document is to read: LIX (Björnsson 1968), and sentences that go on for too long.
 *
 * LIX is words a sentence plus the share of words of more than six letters. It knows no language,
 * so no word list is needed; what is asked of a kind of document stands in dokumenter.xml. Only
 * running text counts: what stands in tables, headers and footers is not read as sentences. */
#include <string.h>

#include "transform/internal.h"

enum { LONG_WORD = 6 };

typedef struct reading {
    int words, long_words, sentences;
    int here; /* words in the sentence so far */
    int most; /* words a sentence may have; 0: any number */
    int letters; /* of the word so far */
    bool stopped; /* a full stop was met, and what follows decides whether it ends a sentence */
    const xmlNode *block;
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
    r->words += r->letters > 0;
    r->here += r->letters > 0;
    r->long_words += r->letters > LONG_WORD;
    r->letters = 0;
}

static void end_sentence(reading *r)
{
    end_word(r);
    r->sentences += r->here > 0;
    if (r->most && r->here > r->most) {
        hj_warning(r->diags, "HJ-TRANSFORM-081", place_of(r->block),
                   "a sentence of %d words; %d are as many as most people hold", r->here, r->most);
        hj_hint(r->diags, "make two of it");
    }
    r->here = 0;
    r->stopped = false;
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

/* «kl. 9» and «nr. 6» go on; «… ferdig. Nå …» does not. */
static void read_text(reading *r, const char *p)
{
    for (const char *end = p + strlen(p); p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (is_letter(c) || (c >= '0' && c <= '9') || (r->letters && (c == '-' || c == 0x2011))) {
            if (r->stopped && (is_capital(c) || !r->here))
                end_sentence(r);
            r->stopped = false;
            r->letters++;
            continue;
        }
        end_word(r);
        if (c == '!' || c == '?')
            end_sentence(r);
        else if (c == '.' || c == ':')
            r->stopped = true;
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
        bool block = is_fo(n, "block");
        if (block) {
            end_sentence(r);
            r->block = n;
        }
        read_node(r, n->children, depth + 1);
        if (block)
            end_sentence(r);
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

int hj_readability(const hj_doctype *type, void *fo, hj_diags *diags)
{
    reading r = {.diags = diags, .most = type->setning};
    read_flows(&r, xmlDocGetRootElement(fo), 0);
    if (!r.sentences || !r.words)
        return 0;
    int lix = (r.words + r.sentences / 2) / r.sentences
        + (100 * r.long_words + r.words / 2) / r.words;
    if (type->lix && lix > type->lix) {
        hj_warning(diags, "HJ-TRANSFORM-080", HJ_NOWHERE,
                   "the text of '%s' is heavy: LIX %d, where at most %d is asked for (%d words in "
                   "%d sentences, %d of them long)", type->name, lix, type->lix, r.words,
                   r.sentences, r.long_words);
        hj_hint(diags, "shorter sentences and words people use; dokumenter.xml says what is asked");
    }
    return lix;
}
