/* The text blocks: every sentence a template can say, keyed, bokmål and nynorsk side by side.
 *
 * A block is compiled at load into a short list of operations (text, placeholder, open, close),
 * with white space collapsed and hard spaces set, so that telling it in a letter is a walk over
 * a few ops. What is wrong with a block is found here, not in the letter that first needs it. */
#include <stdlib.h>
#include <string.h>

#include "base/element.h"
#include "transform/internal.h"

#define NS_TEKSTER "urn:hjemmel:tekster:1"

typedef struct building {
    hj_text *text;
    int maal;
    hj_arena *arena;
    hj_diags *diags;
    int ops_cap;
    bool space; /* white space is owed before the next word */
    bool start; /* nothing said yet in this block */
    bool ok;
} building;

static hj_place at(const building *b, const xmlNode *node)
{
    return HJ_AT(b->text->file, (int)xmlGetLineNo((xmlNode *)node));
}

static hj_op *add_op(building *b, hj_op_kind kind)
{
    hj_text *t = b->text;
    if (t->ops_n[b->maal] == b->ops_cap) {
        int cap = b->ops_cap ? b->ops_cap * 2 : 8;
        hj_op *more = HJ_ARRAY(b->arena, (size_t)cap, hj_op);
        if (b->ops_cap)
            memcpy(more, t->ops[b->maal], (size_t)b->ops_cap * sizeof *more);
        t->ops[b->maal] = more;
        b->ops_cap = cap;
    }
    hj_op *op = &t->ops[b->maal][t->ops_n[b->maal]++];
    op->kind = kind;
    return op;
}

/* Before a placeholder the text is hardened as if a number followed: § {paragraf}, kl. {tid}. */
static void flush(building *b, hj_buf *raw, bool slot_follows)
{
    if (!raw->len)
        return;
    hj_buf hard = {0};
    if (slot_follows)
        hj_buf_char(raw, '1');
    hj_lang_harden(&hard, raw->data, raw->len);
    add_op(b, HJ_OP_TEXT)->text = hj_arena_strndup(b->arena, hard.data, hard.len - slot_follows);
    hj_buf_free(&hard);
    hj_buf_clear(raw);
}

static int slot_index(building *b, const char *name)
{
    hj_text *t = b->text;
    for (int i = 0; i < t->names_n; i++)
        if (strcmp(t->names[i], name) == 0)
            return i;
    const char **more = HJ_ARRAY(b->arena, (size_t)t->names_n + 1, const char *);
    if (t->names_n)
        memcpy(more, t->names, (size_t)t->names_n * sizeof *more);
    more[t->names_n] = name;
    t->names = more;
    return t->names_n++;
}

static bool name_char(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || c == '_' || (!first && c >= '0' && c <= '9');
}

static void owe(building *b, hj_buf *raw)
{
    if (b->space && !b->start)
        hj_buf_char(raw, ' ');
    b->space = b->start = false;
}

/* Text with {placeholders}; {{ and }} are the braces themselves. */
static void add_text(building *b, const xmlNode *node)
{
    hj_buf raw = {0};
    for (const char *p = node->content ? (const char *)node->content : ""; *p;) {
        if (strchr(" \t\r\n", *p)) {
            b->space = true;
            p++;
            continue;
        }
        if ((*p == '{' && p[1] == '{') || (*p == '}' && p[1] == '}')) {
            owe(b, &raw);
            hj_buf_char(&raw, *p);
            p += 2;
            continue;
        }
        if (*p == '{') {
            size_t n = 0;
            while (name_char(p[1 + n], n == 0))
                n++;
            if (!n || p[1 + n] != '}') {
                hj_error(b->diags, "HJ-TRANSFORM-020", at(b, node),
                         "a placeholder is written {navn}: a–z, digits and _");
                hj_hint(b->diags, "a brace that is meant as a brace is written twice: {{");
                b->ok = false;
                break;
            }
            owe(b, &raw);
            flush(b, &raw, true);
            int slot = slot_index(b, hj_arena_strndup(b->arena, p + 1, n));
            add_op(b, HJ_OP_SLOT)->slot = slot;
            p += n + 2;
            continue;
        }
        if (*p == '}') {
            hj_error(b->diags, "HJ-TRANSFORM-020", at(b, node), "a } stands alone");
            hj_hint(b->diags, "a brace that is meant as a brace is written twice: }}");
            b->ok = false;
            break;
        }
        owe(b, &raw);
        hj_buf_char(&raw, *p++);
    }
    if (b->space && !b->start && node->next) { /* a space before <b> belongs outside it */
        hj_buf_char(&raw, ' ');
        b->space = false;
        b->start = true;
    }
    flush(b, &raw, false);
    hj_buf_free(&raw);
}

static void bad_element(building *b, const xmlNode *node)
{
    hj_error(b->diags, "HJ-TRANSFORM-021", at(b, node), "'%s' is not allowed in a text",
             (const char *)node->name);
    hj_hint(b->diags, "a text holds words, <b> and <i>; or <p>…</p> and <liste><p>…</p></liste>");
    b->ok = false;
}

static void inline_content(building *b, const xmlNode *parent, int depth)
{
    for (const xmlNode *c = parent->children; c && b->ok; c = c->next) {
        if (c->type == XML_TEXT_NODE) {
            add_text(b, c);
        } else if (c->type == XML_ELEMENT_NODE) {
            bool bold = hj_element_is(c, "b");
            if ((!bold && !hj_element_is(c, "i")) || depth > 3) {
                bad_element(b, c);
                return;
            }
            add_op(b, bold ? HJ_OP_BOLD : HJ_OP_ITALIC);
            inline_content(b, c, depth + 1);
            add_op(b, HJ_OP_END)->opened = bold ? HJ_OP_BOLD : HJ_OP_ITALIC;
        }
    }
}

static bool has_blocks(const xmlNode *parent)
{
    for (const xmlNode *c = parent->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE && (hj_element_is(c, "p") || hj_element_is(c, "liste")))
            return true;
    return false;
}

static void one_block(building *b, const xmlNode *node, hj_op_kind kind)
{
    add_op(b, kind);
    b->space = false;
    b->start = true;
    inline_content(b, node, 0);
    add_op(b, HJ_OP_END)->opened = kind;
}

static void content(building *b, const xmlNode *parent)
{
    b->start = true;
    b->space = false;
    if (!has_blocks(parent)) {
        inline_content(b, parent, 0);
        return;
    }
    for (const xmlNode *c = parent->children; c && b->ok; c = c->next) {
        if (c->type == XML_TEXT_NODE && !xmlIsBlankNode((xmlNode *)c)) {
            hj_error(b->diags, "HJ-TRANSFORM-021", at(b, c), "text stands between paragraphs");
            b->ok = false;
        }
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (hj_element_is(c, "p")) {
            one_block(b, c, HJ_OP_BLOCK);
        } else if (hj_element_is(c, "liste")) {
            add_op(b, HJ_OP_LIST);
            for (const xmlNode *p = c->children; p && b->ok; p = p->next) {
                if (p->type == XML_ELEMENT_NODE && hj_element_is(p, "p"))
                    one_block(b, p, HJ_OP_ITEM);
                else if (p->type == XML_ELEMENT_NODE)
                    bad_element(b, p);
            }
            add_op(b, HJ_OP_END)->opened = HJ_OP_LIST;
        } else {
            bad_element(b, c);
        }
    }
}

static bool uses_slot(const hj_text *t, int maal, int slot)
{
    for (int i = 0; i < t->ops_n[maal]; i++)
        if (t->ops[maal][i].kind == HJ_OP_SLOT && t->ops[maal][i].slot == slot)
            return true;
    return false;
}

static bool load_text(hj_text *text, const xmlNode *node, const char *file, hj_arena *arena,
                      hj_diags *diags)
{
    text->file = file;
    text->line = (int)xmlGetLineNo((xmlNode *)node);
    building b = {.text = text, .arena = arena, .diags = diags, .ok = true};
    xmlChar *key = xmlGetNoNsProp((xmlNode *)node, BAD_CAST "noekkel");
    if (!key || !*key) {
        hj_error(diags, "HJ-TRANSFORM-022", at(&b, node), "a text needs a key: noekkel=\"…\"");
        xmlFree(key);
        return false;
    }
    text->key = hj_arena_strdup(arena, (char *)key);
    xmlFree(key);
    bool seen[2] = {false, false};
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        int maal = hj_element_is(c, "nb") ? HJ_NB : hj_element_is(c, "nn") ? HJ_NN : -1;
        if (maal < 0 || seen[maal]) {
            hj_error(diags, "HJ-TRANSFORM-023", at(&b, c), "a text holds one <nb> and one <nn>");
            return false;
        }
        seen[maal] = true;
        b.maal = maal;
        text->at[maal] = at(&b, c).line;
        b.ops_cap = 0;
        content(&b, c);
        if (b.ok && !text->ops_n[maal]) {
            hj_error(diags, "HJ-TRANSFORM-024", at(&b, c), "text '%s' is empty in %s", text->key,
                     hj_maalform_names[maal]);
            b.ok = false;
        }
    }
    for (int maal = 0; maal < 2; maal++)
        if (!seen[maal]) {
            hj_error(diags, "HJ-TRANSFORM-025", at(&b, node), "text '%s' is missing in %s",
                     text->key, hj_maalform_names[maal]);
            hj_hint(diags, "every text stands in both målformer, side by side");
            b.ok = false;
        }
    for (int i = 0; b.ok && i < text->names_n; i++)
        if (uses_slot(text, HJ_NB, i) != uses_slot(text, HJ_NN, i)) {
            hj_error(diags, "HJ-TRANSFORM-026", at(&b, node),
                     "placeholder {%s} of text '%s' stands in only one målform", text->names[i],
                     text->key);
            b.ok = false;
        }
    return b.ok;
}

static int by_key(const void *a, const void *b)
{
    const hj_text *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (!order)
        order = strcmp(x->file, y->file);
    return order ? order : x->line - y->line;
}

static bool load_file(hj_texts *texts, size_t *cap, const char *path, hj_arena *arena,
                      hj_diags *diags)
{
    xmlDoc *doc = hj_xml_read(path, HJ_LIMIT_XML_BYTES, arena, diags);
    if (!doc)
        return false;
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!hj_element_is(root, "tekster") || !root->ns
        || strcmp((char *)root->ns->href, NS_TEKSTER) != 0) {
        hj_error(diags, "HJ-TRANSFORM-027", HJ_AT(path, (int)xmlGetLineNo(root)),
                 "a file of texts starts with <tekster xmlns=\"%s\">", NS_TEKSTER);
        return false;
    }
    bool ok = true;
    for (xmlNode *c = root->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (!hj_element_is(c, "tekst")) {
            hj_error(diags, "HJ-TRANSFORM-021", HJ_AT(path, (int)xmlGetLineNo(c)),
                     "'%s' stands where a <tekst> was expected", (const char *)c->name);
            ok = false;
            continue;
        }
        if (texts->n == *cap) {
            *cap = *cap ? *cap * 2 : 64;
            hj_text *more = HJ_ARRAY(arena, *cap, hj_text);
            if (texts->n)
                memcpy(more, texts->all, texts->n * sizeof *more);
            texts->all = more;
        }
        texts->all[texts->n] = (hj_text){0};
        if (load_text(&texts->all[texts->n], c, path, arena, diags))
            texts->n++;
        else
            ok = false;
    }
    return ok;
}

bool hj_texts_load(hj_texts *texts, const char *dir, hj_arena *arena, hj_diags *diags)
{
    const char *folder = hj_path_join(arena, dir, "tekster");
    if (!hj_file_is_dir(folder))
        return true; /* a template folder without texts: asking for a key is the error */
    char **names = hj_dir_list(arena, folder, diags);
    if (!names)
        return false;
    bool ok = true;
    size_t cap = 0;
    for (; *names; names++) {
        size_t n = strlen(*names);
        if (n < 4 || strcmp(*names + n - 4, ".xml") != 0 || (*names)[0] == '.')
            continue;
        ok = load_file(texts, &cap, hj_path_join(arena, folder, *names), arena, diags) && ok;
    }
    if (texts->n)
        qsort(texts->all, texts->n, sizeof *texts->all, by_key);
    for (size_t i = 1; i < texts->n; i++)
        if (strcmp(texts->all[i - 1].key, texts->all[i].key) == 0) {
            hj_error(diags, "HJ-TRANSFORM-028", HJ_AT(texts->all[i].file, texts->all[i].line),
                     "text '%s' is given twice", texts->all[i].key);
            hj_hint(diags, "the other stands in %s:%d", texts->all[i - 1].file,
                    texts->all[i - 1].line);
            ok = false;
        }
    return ok;
}

static int key_order(const void *key, const void *text)
{
    return strcmp(key, ((const hj_text *)text)->key);
}

hj_text *hj_texts_find(const hj_texts *texts, const char *key)
{
    return texts->n ? bsearch(key, texts->all, texts->n, sizeof *texts->all, key_order) : NULL;
}

const char *hj_texts_nearest(const hj_texts *texts, const char *key)
{
    const char **keys = malloc((texts->n + 1) * sizeof *keys);
    if (!keys)
        abort();
    for (size_t i = 0; i < texts->n; i++)
        keys[i] = texts->all[i].key;
    const char *near = texts->n ? hj_nearest(key, keys, texts->n) : NULL;
    free(keys);
    return near;
}
