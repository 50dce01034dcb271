/* The tree as stable text, and the coverage table. Both are made from the property table, so that
 * what is printed and what is done cannot differ. */
#include <stdlib.h>
#include <string.h>

#include "fo/internal.h"

static void length(hj_buf *out, hj_length l)
{
    switch (l.kind) {
    case HJ_AUTO: hj_buf_str(out, "auto"); break;
    case HJ_NONE: hj_buf_str(out, "none"); break;
    case HJ_ABS: hj_buf_milli(out, l.value); hj_buf_str(out, "pt"); break;
    case HJ_PERCENT: hj_buf_milli(out, l.value); hj_buf_char(out, '%'); break;
    case HJ_PROPORTIONAL:
        hj_buf_str(out, "proportional-column-width(");
        hj_buf_milli(out, l.value);
        hj_buf_char(out, ')');
        break;
    case HJ_LABEL_END: hj_buf_str(out, "label-end()"); break;
    case HJ_BODY_START: hj_buf_str(out, "body-start()"); break;
    }
}

/* One value as text, by the kind of its property; false when the kind is not shown. */
static bool show(hj_buf *out, const hj_property *p, const void *value)
{
    static const char *const styles[] = {"none", "hidden", "solid", "dashed", "dotted", "double"};
    switch ((hj_kind)p->kind) {
    case K_LEN: hj_buf_milli(out, *(const hj_len *)value); hj_buf_str(out, "pt"); return true;
    case K_LENGTH: case K_RANGE: case K_PADDING: case K_MARGIN:
        length(out, *(const hj_length *)value);
        return true;
    case K_SPACE: {
        const hj_space *s = value;
        length(out, s->minimum);
        hj_buf_char(out, ' ');
        length(out, s->optimum);
        hj_buf_char(out, ' ');
        length(out, s->maximum);
        if (s->precedence == HJ_FORCE)
            hj_buf_str(out, " force");
        else if (s->precedence)
            hj_buf_printf(out, " %d", s->precedence);
        if (s->retain)
            hj_buf_str(out, " retain");
        return true;
    }
    case K_INT16: hj_buf_int(out, *(const int16_t *)value); return true;
    case K_BOOL: hj_buf_str(out, *(const bool *)value ? "true" : "false"); return true;
    case K_ENUM: hj_buf_int(out, *(const int *)value); return true;
    case K_COLOR: hj_buf_printf(out, "#%08x", *(const hj_color *)value); return true;
    case K_KEEP: {
        const hj_keep *k = value;
        hj_buf_printf(out, "%d %d %d", k->line, k->column, k->page);
        return true;
    }
    case K_STRING: {
        const char *s = *(const char *const *)value;
        hj_buf_json(out, s ? s : "");
        return true;
    }
    case K_BORDER: {
        const hj_border *b = value;
        hj_buf_str(out, styles[b->style]);
        hj_buf_char(out, ' ');
        hj_buf_milli(out, b->width);
        hj_buf_printf(out, "pt #%08x", b->color);
        return true;
    }
    default: return false;
    }
}

static size_t size_of(const hj_property *p)
{
    switch ((hj_kind)p->kind) {
    case K_LEN: return sizeof(hj_len);
    case K_LENGTH: case K_RANGE: case K_PADDING: case K_MARGIN: return sizeof(hj_length);
    case K_SPACE: return sizeof(hj_space);
    case K_INT16: return sizeof(int16_t);
    case K_BOOL: return sizeof(bool);
    case K_ENUM: return sizeof(int);
    case K_COLOR: return sizeof(hj_color);
    case K_KEEP: return sizeof(hj_keep);
    case K_STRING: return sizeof(char *);
    case K_BORDER: return sizeof(hj_border);
    default: return 0;
    }
}

static bool differs(const hj_property *p, const void *a, const void *b)
{
    if (p->kind == K_STRING) {
        const char *x = *(const char *const *)a, *y = *(const char *const *)b;
        return x != y && (!x || !y || strcmp(x, y) != 0);
    }
    return memcmp(a, b, size_of(p)) != 0;
}

static void node(hj_buf *out, const hj_fo_node *n, int depth)
{
    const hj_fo_inherited *from = n->parent ? n->parent->in : &hj_fo_initial_in;
    for (int i = 0; i < depth; i++)
        hj_buf_str(out, "  ");
    hj_buf_str(out, hj_fo_type_name(n->type));
    if (n->type == HJ_FO_TEXT) {
        char *text = malloc(n->text_len + 1);
        if (!text)
            abort();
        memcpy(text, n->text, n->text_len);
        text[n->text_len] = 0;
        hj_buf_char(out, ' ');
        hj_buf_json(out, text);
        free(text);
        hj_buf_char(out, '\n');
        return;
    }
    const struct { const char *name, *value; } strings[] = {
        {"id", n->id}, {"name", n->name}, {"ref", n->ref}, {"uri", n->uri}, {"role", n->role},
        {"lang", n->lang}, {"alt", n->alt}, {"actual", n->actual}, {"scope", n->scope},
        {"kilde", n->kilde},
    };
    for (size_t i = 0; i < HJ_COUNT(strings); i++)
        if (strings[i].value) {
            hj_buf_printf(out, " %s=", strings[i].name);
            hj_buf_json(out, strings[i].value);
        }
    if (n->in->font_size != from->font_size) {
        hj_buf_str(out, " font-size=");
        hj_buf_milli(out, n->in->font_size);
        hj_buf_str(out, "pt");
    }
    if (n->in->font_weight != from->font_weight)
        hj_buf_printf(out, " font-weight=%d", n->in->font_weight);
    if (n->in->line_height != from->line_height) {
        hj_buf_str(out, " line-height=");
        hj_buf_milli(out, n->in->line_height);
        hj_buf_str(out, "pt");
    }
    if (n->in->text_align != from->text_align)
        hj_buf_printf(out, " text-align=%d", n->in->text_align);
    const hj_property *p;
    for (size_t i = 0; (p = hj_property_at(i)); i++) {
        const void *value = NULL, *initial = NULL;
        /* Every place once: the relative and absolute names of a side share it. */
        bool twin = p->rank == 6 || strncmp(p->name, "border-top", 10) == 0
            || strncmp(p->name, "border-bottom", 13) == 0
            || strncmp(p->name, "border-left", 11) == 0
            || strncmp(p->name, "border-right", 12) == 0;
        if (p->where == W_IN) {
            value = (const char *)n->in + p->offset;
            initial = (const char *)from + p->offset;
        } else if (p->where == W_OWN && (!twin || p->kind == K_LENGTH)
                   && (p->kind != K_LENGTH || p->rank != 6 || strlen(p->name) > 6)) {
            value = (const char *)n->own + p->offset;
            initial = (const char *)&hj_fo_initial_own + p->offset;
        }
        if (!value || !size_of(p) || !differs(p, value, initial))
            continue;
        hj_buf_printf(out, " %s=", p->name);
        show(out, p, value);
    }
    hj_buf_char(out, '\n');
    for (const hj_fo_node *c = n->first; c; c = c->next)
        node(out, c, depth + 1);
}

void hj_fo_dump(const hj_fo_tree *tree, hj_buf *out)
{
    hj_buf_str(out, "title ");
    hj_buf_json(out, tree->title ? tree->title : "");
    hj_buf_str(out, "\nlang ");
    hj_buf_json(out, tree->lang ? tree->lang : "");
    hj_buf_char(out, '\n');
    node(out, tree->root, 0);
}

void hj_fo_coverage(hj_buf *out)
{
    hj_buf_str(out, "### Objects\n\n| object | |\n|---|---|\n");
    for (int t = 1; t < HJ_FO_TYPES; t++)
        hj_buf_printf(out, "| `%s` | %s |\n", hj_fo_type_name((hj_fo_type)t),
                      hj_fo_object_supported((hj_fo_type)t) ? "supported" : "refused");
    size_t n;
    const char *const *refused = hj_fo_refused_objects(&n);
    for (size_t i = 0; i < n; i++)
        hj_buf_printf(out, "| `fo:%s` | refused |\n", refused[i]);
    hj_buf_str(out, "\n### Properties\n\n"
                    "| property | | initial value | limits |\n|---|---|---|---|\n");
    const hj_property *p;
    for (size_t i = 0; (p = hj_property_at(i)); i++) {
        const char *state = p->kind == K_REFUSED ? "refused"
                          : p->kind == K_IGNORED ? "no bearing on pages"
                          : p->kind == K_ONLY ? "these values only" : "supported";
        hj_buf_printf(out, "| `%s` | %s | %s | ", p->name, state, p->initial);
        if (p->note)
            hj_buf_str(out, p->note);
        else if (p->kind == K_ONLY)
            hj_buf_str(out, p->words);
        hj_buf_str(out, " |\n");
    }
}
