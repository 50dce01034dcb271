/* Where the words of a letter can have come from: every attribute and text of the case, the
 * municipality's file and the record, in the forms a letter uses (24. november 2026 for
 * 2026-11-24).
 *
 * The hard idea: a stylesheet may do anything with a value, so its way is not followed; that the
 * same words stand there is what can be said truly, and it is said so. */
#include <stdlib.h>
#include <string.h>

#include "rules/compiled.h"
#include "sentence.h"

const char *hj_plain_words(const char *s, hj_arena *arena)
{
    hj_buf out = {0};
    bool space = false;
    for (const char *p = s, *end = s + strlen(s); p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        char bytes[4];
        if (c == 0xad) /* copied from a page, a line may end here */
            p += strspn(p, " \t\r\n");
        if (c == 0xad || c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff)
            continue;
        if (c <= ' ' || c == 0xa0 || c == 0x202f || (c >= 0x2000 && c <= 0x200a)) {
            space = out.len > 0;
            continue;
        }
        if (c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f))
            c = '"';
        else if (c == 0x2018 || c == 0x2019)
            c = '\'';
        else if (c >= 0x2010 && c <= 0x2015)
            c = '-';
        if (space)
            hj_buf_char(&out, ' ');
        space = false;
        hj_buf_add(&out, bytes, (size_t)hj_utf8_put(hj_lower(c), bytes));
    }
    const char *kept = hj_arena_strdup(arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return kept;
}

typedef struct source {
    hj_origins *all;
    hj_origin_kind kind;
    const char *file;
    int nn;
} source;

static void add_form(const source *s, const xmlNode *node, const char *name, const char *words)
{
    hj_origins *all = s->all;
    if (all->n == all->cap) {
        all->cap = all->cap ? all->cap * 2 : 512;
        hj_origin *more = HJ_ARRAY(all->arena, (size_t)all->cap, hj_origin);
        if (all->n)
            memcpy(more, all->items, (size_t)all->n * sizeof *more);
        all->items = more;
    }
    all->items[all->n++] = (hj_origin){.kind = s->kind, .node = node, .name = name,
                                       .words = hj_plain_words(words, all->arena),
                                       .file = s->file, .line = (int)xmlGetLineNo((xmlNode *)node)};
}

static void add_forms(const source *s, const xmlNode *node, const char *name, const char *words)
{
    if (!words[strspn(words, " \t\r\n")])
        return;
    add_form(s, node, name, words);
    hj_date day = strlen(words) >= 10 && strlen(words) < 30
        ? hj_date_parse(hj_arena_strndup(s->all->arena, words, 10)) : HJ_DATE_NONE;
    for (int form = HJ_DATE_LONG; day != HJ_DATE_NONE && form <= HJ_DATE_WEEKDAY; form++) {
        hj_buf out = {0};
        hj_lang_date(&out, day, (hj_date_form)form, s->nn);
        add_form(s, node, name, out.data);
        hj_buf_free(&out);
    }
}

static bool said_elsewhere(const source *s, const xmlNode *node)
{
    static const char *const forms[] = {"nb", "nn"};
    xmlChar *maalform = s->kind == HJ_FROM_RECORD
        ? xmlGetNoNsProp((xmlNode *)node, BAD_CAST "maalform") : NULL;
    bool other = maalform && node->parent->type == XML_ELEMENT_NODE
        && strcmp((const char *)maalform, forms[!s->nn]) == 0;
    xmlFree(maalform);
    return other;
}

static void gather(const source *s, const xmlNode *node, int depth)
{
    if (depth > HJ_LIMIT_XML_DEPTH || said_elsewhere(s, node))
        return;
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (a->children && a->children->content)
            add_forms(s, node, (const char *)a->name, (const char *)a->children->content);
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE && c->content)
            add_forms(s, node, (const char *)node->name, (const char *)c->content);
        else if (c->type == XML_ELEMENT_NODE)
            gather(s, c, depth + 1);
    }
}

void hj_origins_gather(hj_origins *all, const hj_work *w)
{
    source s = {.all = all, .kind = HJ_FROM_CASE, .file = w->document->file,
                .nn = w->maalform && strcmp(w->maalform, "nn") == 0};
    gather(&s, xmlDocGetRootElement(w->document->xml), 0);
    s.kind = HJ_FROM_RECORD;
    s.file = NULL;
    gather(&s, xmlDocGetRootElement(w->record->xml), 0);
    if (w->kommune) {
        s.kind = HJ_FROM_KOMMUNE;
        s.file = w->kommune->file;
        gather(&s, xmlDocGetRootElement(w->kommune->xml), 0);
    }
}
