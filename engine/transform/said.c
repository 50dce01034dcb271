/* What was said: every text told, with its values, so that a sentence on paper can be led back to
 * who wrote it, and two versions of a letter compared without setting either.
 *
 * The hard idea: what a text became is read off the result tree. It is told by many instructions
 * (words, values, whole templates inside a placeholder), and the tree is where they meet. */
#include <string.h>

#include "base/element.h"
#include "transform/internal.h"

void hj_templates_hear(hj_templates *templates, hj_heard *heard)
{
    templates->heard = heard;
}

hj_mark hj_said_mark(xmlNode *into)
{
    hj_mark mark = {.into = into, .last = into->last};
    if (mark.last && mark.last->type == XML_TEXT_NODE && mark.last->content)
        mark.length = strlen((const char *)mark.last->content);
    return mark;
}

static bool parts_lines(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    return node->type == XML_ELEMENT_NODE && strcmp(name, "inline") != 0;
}

/* The result tree of a stylesheet nests no deeper than its templates do. */
static void add(hj_buf *out, const xmlNode *node, int depth)
{
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
        hj_buf_str(out, (const char *)node->content);
    if (node->type != XML_ELEMENT_NODE || depth > HJ_LIMIT_XSLT_DEPTH)
        return;
    if (strcmp((const char *)node->name, "list-item-label") == 0)
        return;
    if (parts_lines(node) && out->len && out->data[out->len - 1] != '\n')
        hj_buf_char(out, '\n');
    for (const xmlNode *c = node->children; c; c = c->next)
        add(out, c, depth + 1);
    if (parts_lines(node) && out->len && out->data[out->len - 1] != '\n')
        hj_buf_char(out, '\n');
}

static const char *taken(hj_buf *text, hj_arena *arena)
{
    while (text->len && text->data[text->len - 1] == '\n')
        text->data[--text->len] = 0;
    const char *words = hj_arena_strdup(arena, text->data ? text->data : "");
    hj_buf_free(text);
    return words;
}

const char *hj_said_since(const hj_mark *mark, hj_arena *arena)
{
    hj_buf text = {0};
    const xmlNode *first = mark->last ? mark->last->next : mark->into->children;
    if (mark->last && mark->last->type == XML_TEXT_NODE && mark->last->content
        && strlen((const char *)mark->last->content) > mark->length)
        hj_buf_str(&text, (const char *)mark->last->content + mark->length);
    for (const xmlNode *n = first; n; n = n->next)
        add(&text, n, 0);
    return taken(&text, arena);
}

/* "Fristen er {dato}." */
static const char *form_of(const hj_text *text, int maal, hj_arena *arena)
{
    hj_buf out = {0};
    for (int i = 0; i < text->ops_n[maal]; i++) {
        const hj_op *op = &text->ops[maal][i];
        if (op->kind == HJ_OP_TEXT)
            hj_buf_str(&out, op->text);
        else if (op->kind == HJ_OP_SLOT)
            hj_buf_printf(&out, "{%s}", text->names[op->slot]);
        else if ((op->kind == HJ_OP_BLOCK || op->kind == HJ_OP_ITEM) && out.len)
            hj_buf_char(&out, '\n');
    }
    return taken(&out, arena);
}

static void find_where(hj_spoken *said, const hj_run *run, const xmlNode *node, hj_arena *arena)
{
    static const char *const ids[] = {"node", "for", "id"};
    for (const xmlNode *n = node; n && !said->id; n = n->parent)
        for (size_t i = 0; i < HJ_COUNT(ids) && !said->id && n->type == XML_ELEMENT_NODE; i++)
            said->id = hj_attribute_copy(n, ids[i], arena);
    if (!node || !run->xslt || node->doc != run->xslt->initialContextDoc
        || node->type != XML_ELEMENT_NODE)
        return;
    const char *path = hj_xml_place(node, NULL, arena).path;
    if (strncmp(path, "/grunnlag/", 10) == 0)
        said->path = path + 9;
}

static hj_spoken *next(hj_heard *heard)
{
    if (heard->n == heard->cap) {
        heard->cap = heard->cap ? heard->cap * 2 : 64;
        hj_spoken *more = HJ_ARRAY(heard->arena, (size_t)heard->cap, hj_spoken);
        if (heard->n)
            memcpy(more, heard->items, (size_t)heard->n * sizeof *more);
        heard->items = more;
    }
    hj_spoken *said = &heard->items[heard->n++];
    *said = (hj_spoken){0};
    return said;
}

static const hj_slot *slot_named(const hj_call *call, const char *name)
{
    for (const hj_slot *s = call ? call->slots : NULL; s; s = s->next)
        if (strcmp(s->name, name) == 0)
            return s;
    return NULL;
}

void hj_said_text(hj_run *run, const hj_text *text, const xmlNode *inst, const xmlNode *node,
                  const char *words, const char *const *values)
{
    hj_heard *heard = run->templates->heard;
    hj_arena *arena = heard->arena;
    hj_spoken *said = next(heard);
    const hj_call *call = inst ? inst->_private : NULL;
    hj_place at = hj_run_place(run, inst);
    size_t n = (size_t)text->names_n;
    const char **names = HJ_ARRAY(arena, n + 1, const char *);
    const char **selects = HJ_ARRAY(arena, n + 1, const char *);
    const char **filled = HJ_ARRAY(arena, n + 1, const char *);
    said->key = text->key;
    said->place = HJ_AT(text->file, text->line);
    said->call = (hj_place){.file = at.file ? hj_arena_strdup(arena, at.file) : NULL,
                            .line = at.line};
    said->form = form_of(text, run->maal, arena);
    said->words = hj_arena_strdup(arena, words);
    said->n = values ? text->names_n : 0;
    for (int i = 0; i < said->n; i++) {
        const hj_slot *slot = slot_named(call, text->names[i]);
        names[i] = text->names[i];
        selects[i] = slot && slot->select ? hj_attribute_copy(slot->node, "select", arena) : NULL;
        selects[i] = selects[i] ? selects[i] : "";
        filled[i] = hj_arena_strdup(arena, values[i] ? values[i] : "");
    }
    said->names = names;
    said->selects = selects;
    said->values = filled;
    find_where(said, run, node, arena);
}

void hj_said_own(hj_run *run, hj_place place, const char *path, const xmlNode *block)
{
    hj_heard *heard = run->templates->heard;
    hj_spoken *said = next(heard);
    hj_buf text = {0};
    const char *start = strchr(path, ':'), *end = strrchr(path, ':');
    for (const xmlNode *c = block->children; c; c = c->next)
        add(&text, c, 0);
    said->words = taken(&text, heard->arena);
    said->place = (hj_place){.file = place.file, .line = place.line};
    said->call = hj_run_place(run, NULL);
    if (start && end > start)
        said->path = hj_arena_strndup(heard->arena, start + 1, (size_t)(end - start - 1));
}
