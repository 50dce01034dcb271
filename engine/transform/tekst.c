/* hj:tekst, and the caseworker's own words as FO.
 *
 * Both write into the result tree while the stylesheet runs, and both leave a trace: hjfo:kilde
 * says which key, or which place in the case, a block came from, so that a sentence on paper can
 * be led back to who wrote it. */
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "base/element.h"
#include "transform/internal.h"

static xmlNode *fo_element(xmlDoc *doc, xmlNode *parent, const char *name)
{
    xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST name, NULL);
    xmlAddChild(parent, node);
    xmlNs *ns = xmlSearchNsByHref(doc, node, BAD_CAST HJ_NS_FO);
    if (!ns)
        ns = xmlNewNs(node, BAD_CAST HJ_NS_FO, BAD_CAST "fo");
    xmlSetNs(node, ns);
    return node;
}

static void hjfo(xmlNode *node, const char *name, const char *value)
{
    xmlNs *ns = xmlSearchNsByHref(node->doc, node, BAD_CAST HJ_NS_HJFO);
    if (!ns || !ns->prefix)
        ns = xmlNewNs(node, BAD_CAST HJ_NS_HJFO, BAD_CAST "hjfo");
    if (ns)
        xmlNewNsProp(node, ns, BAD_CAST name, BAD_CAST value);
}

static void hjfo_place(xmlNode *node, hj_place place)
{
    char line[16];
    if (!place.file)
        return;
    snprintf(line, sizeof line, "%d", place.line);
    hjfo(node, "fil", place.file);
    hjfo(node, "linje", line);
}

static bool is_fo(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE && node->ns
        && strcmp((const char *)node->ns->href, HJ_NS_FO) == 0;
}

/* ---- hj:tekst ---- */

typedef struct telling {
    hj_run *run;
    xsltTransformContext *ctxt;
    xmlNode *node, *inst;
    const hj_call *call;
    const hj_text *text;
    const char **values; /* of slots with select, once each; NULL: content, or not asked yet */
    const char *kilde;
    hj_buf said; /* the end of what was written last, for hard spaces */
} telling;

static const hj_slot *slot_named(const telling *t, const char *name)
{
    for (const hj_slot *s = t->call->slots; s; s = s->next)
        if (strcmp(s->name, name) == 0)
            return s;
    return NULL;
}

static void write_text(telling *t, const char *s)
{
    hj_buf_clear(&t->said);
    hj_buf_str(&t->said, s);
    if (!*s)
        return;
    xmlNode *into = t->ctxt->insert;
    if (into->last && into->last->type == XML_TEXT_NODE)
        xmlNodeAddContent(into->last, BAD_CAST s);
    else
        xmlAddChild(into, xmlNewDocText(into->doc, BAD_CAST s));
    t->ctxt->lasttext = NULL; /* libxslt keeps a shortcut to the text it wrote last */
}

static const char *slot_value(hj_run *run, xmlNode *node, const hj_slot *slot)
{
    xsltTransformContext *ctxt = run->xslt;
    xmlXPathContext *xpath = ctxt->xpathCtxt;
    xmlNode *old_node = xpath->node;
    xmlDoc *old_doc = xpath->doc;
    xmlNs **old_ns = xpath->namespaces;
    int old_ns_n = xpath->nsNr, old_size = xpath->contextSize, old_at = xpath->proximityPosition;
    xpath->node = node;
    xpath->namespaces = slot->namespaces;
    xpath->nsNr = slot->namespaces_n;
    xmlNode *old_inst = ctxt->inst;
    ctxt->inst = slot->node; /* messages name the hj:verdi */
    xmlXPathObject *value = xmlXPathCompiledEval(slot->select, xpath);
    ctxt->inst = old_inst;
    xpath->node = old_node;
    xpath->doc = old_doc;
    xpath->namespaces = old_ns;
    xpath->nsNr = old_ns_n;
    xpath->contextSize = old_size;
    xpath->proximityPosition = old_at;
    if (!value) {
        hj_error(run->diags, "HJ-TRANSFORM-030", hj_run_place(run, slot->node),
                 "the value of '%s' could not be computed", slot->name);
        run->failed = true;
        return "";
    }
    xmlChar *string = xmlXPathCastToString(value);
    const char *copy = hj_arena_strdup(run->arena, string ? (char *)string : "");
    xmlFree(string);
    xmlXPathFreeObject(value);
    return copy;
}

static void write_slot(telling *t, int index)
{
    const char *name = t->text->names[index];
    const hj_slot *slot = slot_named(t, name);
    if (!slot)
        return; /* told before anything was written */
    if (!slot->select) {
        xmlNode *last = t->ctxt->insert->last;
        bool heard = t->run->templates->heard != NULL;
        hj_mark mark = {0};
        if (heard)
            mark = hj_said_mark(t->ctxt->insert);
        xsltApplyOneTemplate(t->ctxt, t->node, slot->node->children, NULL, NULL);
        if (heard)
            t->values[index] = hj_said_since(&mark, t->run->arena);
        hj_buf_clear(&t->said);
        if (t->ctxt->insert->last && t->ctxt->insert->last != last
            && t->ctxt->insert->last->type == XML_TEXT_NODE)
            hj_buf_str(&t->said, (char *)t->ctxt->insert->last->content);
        return;
    }
    if (!t->values[index])
        t->values[index] = slot_value(t->run, t->node, slot);
    write_text(t, t->values[index]);
}

static void open_element(telling *t, const char *name)
{
    t->ctxt->insert = fo_element(t->ctxt->output, t->ctxt->insert, name);
    t->ctxt->lasttext = NULL;
}

static void close_element(telling *t)
{
    t->ctxt->insert = t->ctxt->insert->parent;
    t->ctxt->lasttext = NULL;
}

/* One op list into the result; blocks and lists become FO, other media get the words alone. */
static void write_ops(telling *t)
{
    const hj_op *ops = t->text->ops[t->run->maal];
    int n = t->text->ops_n[t->run->maal], blocks = 0;
    hj_place place = HJ_NOWHERE;
    for (int i = 0; i < n; i++) {
        hj_op_kind kind = ops[i].kind;
        if (kind == HJ_OP_TEXT) {
            const char *s = ops[i].text;
            if (t->said.len && hj_lang_hard_after(t->said.data, s)) {
                write_text(t, HJ_NBSP);
                s++;
            }
            write_text(t, s);
        } else if (kind == HJ_OP_SLOT) {
            write_slot(t, ops[i].slot);
        } else if (kind != HJ_OP_END) {
            if (kind >= HJ_OP_BLOCK && !place.file)
                place = hj_run_place(t->run, t->inst);
            if (!t->run->pdf) {
                if ((kind == HJ_OP_BLOCK || kind == HJ_OP_ITEM) && blocks++)
                    write_text(t, "\n");
                continue;
            }
            if (kind == HJ_OP_BOLD || kind == HJ_OP_ITALIC) {
                open_element(t, "inline");
                xmlNewProp(t->ctxt->insert,
                           BAD_CAST(kind == HJ_OP_BOLD ? "font-weight" : "font-style"),
                           BAD_CAST(kind == HJ_OP_BOLD ? "600" : "italic"));
            } else if (kind == HJ_OP_BLOCK) {
                open_element(t, "block");
                hjfo_place(t->ctxt->insert, place);
                hjfo(t->ctxt->insert, "kilde", t->kilde);
                hj_buf_clear(&t->said);
            } else if (kind == HJ_OP_LIST) {
                open_element(t, "list-block");
                hjfo_place(t->ctxt->insert, place);
            } else {
                open_element(t, "list-item");
                open_element(t, "list-item-label");
                xmlNewProp(t->ctxt->insert, BAD_CAST "end-indent", BAD_CAST "label-end()");
                open_element(t, "block");
                write_text(t, "•");
                close_element(t);
                close_element(t);
                open_element(t, "list-item-body");
                xmlNewProp(t->ctxt->insert, BAD_CAST "start-indent", BAD_CAST "body-start()");
                open_element(t, "block");
                hjfo_place(t->ctxt->insert, place);
                hjfo(t->ctxt->insert, "kilde", t->kilde);
                hj_buf_clear(&t->said);
            }
        } else if (t->run->pdf) {
            if (ops[i].opened == HJ_OP_ITEM) {
                close_element(t);
                close_element(t);
            }
            close_element(t);
        }
    }
}

/* One call may choose among texts (noekkel="{…}") and fill what any of them needs: the name must be
 * a placeholder of some text of the same family, the key's part before the first dot. */
static bool family_has(const hj_texts *texts, const hj_text *text, const char *name)
{
    size_t n = strcspn(text->key, ".");
    for (size_t i = 0; i < texts->n; i++) {
        const hj_text *other = &texts->all[i];
        if (strncmp(other->key, text->key, n) != 0)
            continue;
        for (int k = 0; k < other->names_n; k++)
            if (strcmp(other->names[k], name) == 0)
                return true;
    }
    return false;
}

/* Every placeholder filled, and nothing filled that is not a placeholder. */
static bool slots_fit(telling *t)
{
    bool ok = true;
    for (int i = 0; i < t->text->names_n; i++)
        if (!slot_named(t, t->text->names[i])) {
            hj_error(t->run->diags, "HJ-TRANSFORM-031", hj_run_place(t->run, t->inst),
                     "placeholder {%s} of text '%s' is not filled", t->text->names[i],
                     t->text->key);
            hj_hint(t->run->diags,
                    "add <hj:verdi navn=\"%s\" select=\"…\"/>; the text stands in %s:%d",
                    t->text->names[i], t->text->file, t->text->line);
            ok = false;
        }
    for (const hj_slot *s = t->call->slots; s; s = s->next) {
        bool found = false;
        for (int i = 0; i < t->text->names_n; i++)
            found |= strcmp(t->text->names[i], s->name) == 0;
        if (!found && !t->call->text)
            found = family_has(&t->run->templates->texts, t->text, s->name);
        if (!found) {
            hj_error(t->run->diags, "HJ-TRANSFORM-032", hj_run_place(t->run, s->node),
                     "text '%s' has no placeholder {%s}", t->text->key, s->name);
            const char *near = t->text->names_n
                ? hj_nearest(s->name, t->text->names, (size_t)t->text->names_n) : NULL;
            if (near)
                hj_hint(t->run->diags, "did you mean '%s'?", near);
            ok = false;
        }
    }
    return ok;
}

void hj_tekst_element(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst,
                      xsltElemPreComp *comp)
{
    (void)comp;
    hj_run *run = ctxt->_private;
    hj_call *call = inst->_private;
    if (!ctxt->insert || !call)
        return;
    const hj_text *text = call->text;
    if (!text) {
        const char *key;
        if (call->key) {
            key = slot_value(run, node, call->key);
        } else {
            xmlChar *made = xsltEvalAttrValueTemplate(ctxt, inst, BAD_CAST "noekkel", NULL);
            key = hj_arena_strdup(run->arena, made ? (char *)made : "");
            xmlFree(made);
        }
        text = hj_texts_find(&run->templates->texts, key);
        if (!text) {
            hj_error(run->diags, "HJ-TRANSFORM-033", hj_run_place(run, inst),
                     "there is no text with the key '%s'", key);
            const char *near = hj_texts_nearest(&run->templates->texts, key);
            if (near)
                hj_hint(run->diags, "did you mean '%s'?", near);
            run->failed = true;
            return;
        }
    }
    telling t = {.run = run, .ctxt = ctxt, .node = node, .inst = inst, .call = call, .text = text};
    if (call->fits != text && !slots_fit(&t)) {
        run->failed = true;
        return;
    }
    call->fits = text;
    hj_trace_told(run, text);
    t.values = HJ_ARRAY(run->arena, (size_t)text->names_n + 1, const char *);
    xmlNode *into = ctxt->insert;
    if (run->pdf) {
        t.kilde = hj_arena_printf(run->arena, "tekst:%s", text->key);
        if (is_fo(into) && !xmlHasNsProp(into, BAD_CAST "kilde", BAD_CAST HJ_NS_HJFO))
            hjfo(into, "kilde", t.kilde);
    }
    xmlNode *last = into->type == XML_ELEMENT_NODE || into->type == XML_DOCUMENT_NODE ? into->last
                                                                                      : NULL;
    if (last && last->type == XML_TEXT_NODE)
        hj_buf_str(&t.said, (char *)last->content);
    hj_mark mark = {0};
    if (run->templates->heard)
        mark = hj_said_mark(into);
    write_ops(&t);
    hj_buf_free(&t.said);
    if (run->templates->heard)
        hj_said_text(run, text, inst, node, hj_said_since(&mark, run->arena), t.values);
}

char *hj_tekst_string(hj_run *run, const hj_text *text)
{
    hj_buf out = {0};
    bool blocks = false;
    for (int i = 0; i < text->ops_n[run->maal]; i++) {
        const hj_op *op = &text->ops[run->maal][i];
        if (op->kind == HJ_OP_TEXT)
            hj_buf_str(&out, op->text);
        else if ((op->kind == HJ_OP_BLOCK || op->kind == HJ_OP_ITEM) && blocks)
            hj_buf_char(&out, ' ');
        blocks |= op->kind == HJ_OP_BLOCK || op->kind == HJ_OP_ITEM;
    }
    char *copy = hj_arena_strdup(run->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return copy;
}

/* ---- hj:avsnitt ---- */

typedef struct prose {
    hj_run *run;
    xmlDoc *doc;
    const char *file;
    bool space, start;
    hj_buf raw;
    const xmlNode *home; /* whose path prefix is */
    const char *prefix;
    xmlNode *into; /* where raw belongs */
    hj_buf tail; /* what was written last in this block, for hard spaces over <b> */
} prose;

static void prose_flush(prose *p)
{
    if (p->raw.len) {
        hj_buf hard = {0};
        size_t from = 0;
        if (p->tail.len && hj_lang_hard_after(p->tail.data, p->raw.data)) {
            hj_buf_str(&hard, HJ_NBSP);
            from = 1;
        }
        hj_lang_harden(&hard, p->raw.data + from, p->raw.len - from);
        xmlNode *last = p->into->last;
        if (last && last->type == XML_TEXT_NODE)
            xmlNodeAddContent(last, BAD_CAST hard.data);
        else
            xmlAddChild(p->into, xmlNewDocText(p->doc, BAD_CAST hard.data));
        hj_buf_clear(&p->tail);
        hj_buf_str(&p->tail, hard.data);
        hj_buf_free(&hard);
    }
    hj_buf_clear(&p->raw);
}

static void prose_text(prose *p, const char *s)
{
    for (;;) {
        size_t gap = strspn(s, " \t\r\n");
        p->space |= gap > 0;
        s += gap;
        if (!*s)
            return;
        if (p->space && !p->start)
            hj_buf_char(&p->raw, ' ');
        p->space = p->start = false;
        size_t word = strcspn(s, " \t\r\n");
        hj_buf_add(&p->raw, s, word);
        s += word;
    }
}

static void prose_inline(prose *p, const xmlNode *source, int depth)
{
    for (const xmlNode *c = source->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE && c->content) {
            prose_text(p, (const char *)c->content);
        } else if (c->type == XML_ELEMENT_NODE && depth < 8) {
            if (p->space && !p->start) {
                hj_buf_char(&p->raw, ' ');
                p->space = false;
                p->start = true;
            }
            prose_flush(p);
            xmlNode *outer = p->into;
            bool bold = strcmp((const char *)c->name, "b") == 0;
            p->into = fo_element(p->doc, outer, "inline");
            xmlNewProp(p->into, BAD_CAST(bold ? "font-weight" : "font-style"),
                       BAD_CAST(bold ? "600" : "italic"));
            prose_inline(p, c, depth + 1);
            prose_flush(p);
            p->into = outer;
        }
    }
}

/* sak:/sak/tjenester/…/p[2]:57, without the wrapper the stylesheet sees. Blocks are siblings, so
 * the path of their parent is worked out once. */
static const char *kilde_of(prose *p, const xmlNode *source)
{
    hj_arena *arena = p->run->arena;
    if (p->home != source->parent) {
        const char *path = hj_xml_place(source->parent, NULL, arena).path;
        if (strncmp(path, "/grunnlag", 9) == 0)
            path += 9;
        size_t n = *path ? strcspn(path + 1, "/") : 0;
        const char *name = n ? path + 1 : (const char *)source->name;
        p->home = source->parent;
        p->prefix = hj_arena_printf(arena, "%.*s:%s/", (int)(n ? n : strlen(name)), name, path);
    }
    int before = 0, after = 0;
    for (const xmlNode *s = source->prev; s; s = s->prev)
        before += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, source->name);
    for (const xmlNode *s = source->next; s && !before && !after; s = s->next)
        after += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, source->name);
    char index[16] = "";
    if (before || after)
        snprintf(index, sizeof index, "[%d]", before + 1);
    return hj_arena_printf(arena, "%s%s%s:%ld", p->prefix, (const char *)source->name, index,
                           xmlGetLineNo((xmlNode *)source));
}

static xmlNode *prose_block(prose *p, xmlNode *parent, const xmlNode *source)
{
    xmlNode *block = fo_element(p->doc, parent, "block");
    hjfo_place(block, HJ_AT(p->file, (int)xmlGetLineNo((xmlNode *)source)));
    hjfo(block, "kilde", kilde_of(p, source));
    p->into = block;
    p->space = false;
    p->start = true;
    hj_buf_clear(&p->tail);
    prose_inline(p, source, 0);
    prose_flush(p);
    if (p->run->templates->heard)
        hj_said_own(p->run, HJ_AT(p->file, (int)xmlGetLineNo((xmlNode *)source)),
                    kilde_of(p, source), block);
    return block;
}

static void prose_list(prose *p, xmlNode *parent, const xmlNode *source)
{
    xmlChar *numbered = xmlGetNoNsProp((xmlNode *)source, BAD_CAST "nummerert");
    bool numbers = numbered && strcmp((char *)numbered, "ja") == 0;
    xmlFree(numbered);
    xmlNode *list = fo_element(p->doc, parent, "list-block");
    hjfo_place(list, HJ_AT(p->file, (int)xmlGetLineNo((xmlNode *)source)));
    int n = 0;
    for (const xmlNode *c = source->children; c; c = c->next) {
        if (!hj_element_is(c, "p"))
            continue;
        xmlNode *item = fo_element(p->doc, list, "list-item");
        xmlNode *label = fo_element(p->doc, item, "list-item-label");
        xmlNewProp(label, BAD_CAST "end-indent", BAD_CAST "label-end()");
        char sign[16] = "•";
        if (numbers)
            snprintf(sign, sizeof sign, "%d.", ++n);
        xmlAddChild(fo_element(p->doc, label, "block"), xmlNewDocText(p->doc, BAD_CAST sign));
        xmlNode *body = fo_element(p->doc, item, "list-item-body");
        xmlNewProp(body, BAD_CAST "start-indent", BAD_CAST "body-start()");
        prose_block(p, body, c);
    }
}

void hj_avsnitt_build(hj_run *run, xmlDoc *doc, xmlNode *parent, const xmlNode *source)
{
    prose p = {.run = run, .doc = doc};
    const xmlNode *top = source; /* the case or the municipality: whose file it is */
    while (top->parent && top->parent->type == XML_ELEMENT_NODE
           && strcmp((const char *)top->parent->name, "grunnlag") != 0)
        top = top->parent;
    bool from_kommune = run->kommune && strcmp((const char *)top->name, run->kommune->kind) == 0;
    p.file = from_kommune ? run->kommune->file : run->doc ? run->doc->file : NULL;
    bool blocks = false;
    for (const xmlNode *c = source->children; c; c = c->next) {
        if (hj_element_is(c, "p")) {
            prose_block(&p, parent, c);
            blocks = true;
        } else if (hj_element_is(c, "liste")) {
            prose_list(&p, parent, c);
            blocks = true;
        } else if (hj_element_is(c, "mellomtittel")) {
            xmlNode *block = prose_block(&p, parent, c);
            xmlNewProp(block, BAD_CAST "role", BAD_CAST "H3");
            xmlNewProp(block, BAD_CAST "font-weight", BAD_CAST "600");
            xmlNewProp(block, BAD_CAST "keep-with-next.within-page", BAD_CAST "always");
            blocks = true;
        }
    }
    if (!blocks)
        prose_block(&p, parent, source);
    hj_buf_free(&p.raw);
    hj_buf_free(&p.tail);
}
