/* Values taken from another object whole, whatever their nature: inherit (XSL 1.1, 5.9.10) and the
 * property value functions of 5.10.4 when they are the whole of an expression. Within arithmetic
 * they are numbers, and expr.c asks value.c for them.
 *
 * The hard idea: a computed value is bytes at a known place of a shared block, so that taking it
 * over is copying those bytes, and no property needs code of its own. */
#include <string.h>

#include "fo/value.h"

typedef struct piece { /* a piece of a computed value */
    hj_where where;
    size_t offset, size;
} piece;

#define SIZE(type, field) sizeof(((type *)NULL)->field)
#define IN(property, field) \
    {property, {W_IN, offsetof(hj_fo_inherited, field), SIZE(hj_fo_inherited, field)}}
#define OWN(property, field) \
    {property, {W_OWN, offsetof(hj_fo_own, field), SIZE(hj_fo_own, field)}}
/* What the properties with code of their own write, a row for each part. */
static const struct {
    const char *property;
    piece part;
} specials[] = {
    OWN("alignment-adjust", alignment_adjust), OWN("alignment-baseline", baseline),
    OWN("background", background), OWN("baseline-shift", baseline),
    OWN("baseline-shift", baseline_shift), IN("border-separation", border_spacing_inline),
    IN("border-separation", border_spacing_block), IN("border-spacing", border_spacing_inline),
    IN("border-spacing", border_spacing_block), OWN("content-height", content_height),
    OWN("content-height", fit_height), OWN("content-width", content_width),
    OWN("content-width", fit_width), IN("country", country), IN("font", font_family),
    IN("font", font_size), IN("font", font_weight), IN("font", font_italic),
    IN("font", small_caps), IN("font", line_height), IN("font", line_height_is_factor),
    IN("font", line_height_factor), IN("font-size", font_size),
    IN("font-size-adjust", font_size_adjust), IN("font-weight", font_weight),
    IN("hyphenation-character", hyphenation_character),
    IN("hyphenation-ladder-count", hyphenation_ladder), IN("language", language),
    IN("leader-length", leader_min), IN("leader-length", leader_opt),
    IN("leader-length", leader_max), IN("leader-pattern-width", leader_pattern_width),
    IN("letter-spacing", letter_spacing), IN("letter-spacing", letter_limits),
    IN("line-height", line_height), IN("line-height", line_height_is_factor),
    IN("line-height", line_height_factor), OWN("page-break-after", break_after),
    OWN("page-break-after", keep_with_next), OWN("page-break-before", break_before),
    OWN("page-break-before", keep_with_previous), IN("page-break-inside", keep_together),
    OWN("position", position), OWN("reference-orientation", reference_orientation),
    OWN("table-layout", table_fixed), IN("text-align", text_align),
    IN("text-align-last", text_align_last), IN("text-align-last", text_align_last_relative),
    OWN("text-decoration", decoration), OWN("vertical-align", baseline),
    OWN("vertical-align", baseline_shift), IN("white-space", linefeed_treatment),
    IN("white-space", white_space_collapse), IN("white-space", white_space_treatment),
    IN("white-space", wrap), IN("word-spacing", word_spacing), IN("word-spacing", word_limits),
    IN("xml:lang", language), IN("xml:lang", country),
};

enum { MOST_PARTS = 8 };

/* The parts of p's computed value; 0 when it is none that can be taken over. */
static int parts_of(const hj_property *p, piece *out)
{
    static const uint8_t sizes[] = {
        [K_LEN] = sizeof(hj_len), [K_LENGTH] = sizeof(hj_length), [K_SPACE] = sizeof(hj_space),
        [K_INT16] = sizeof(int16_t), [K_BOOL] = sizeof(bool), [K_ENUM] = sizeof(int),
        [K_COLOR] = sizeof(hj_color), [K_KEEP] = sizeof(hj_keep), [K_STRING] = sizeof(char *),
        [K_BORDER] = sizeof(hj_border), [K_PADDING] = sizeof(hj_length),
        [K_MARGIN] = sizeof(hj_length), [K_RANGE] = sizeof(hj_length)};
    int n = 0;
    switch ((hj_kind)p->kind) {
    case K_SPECIAL:
        for (size_t i = 0; i < HJ_COUNT(specials) && n < MOST_PARTS; i++)
            if (strcmp(specials[i].property, p->name) == 0)
                out[n++] = specials[i].part;
        return n;
    case K_BORDER_WIDTH:
        *out = (piece){W_OWN, p->offset + offsetof(hj_border, width), sizeof(hj_len)};
        return 1;
    case K_BORDER_STYLE:
        *out = (piece){W_OWN, p->offset + offsetof(hj_border, style), sizeof(hj_border_style)};
        return 1;
    case K_BORDER_COLOR:
        *out = (piece){W_OWN, p->offset + offsetof(hj_border, color), sizeof(hj_color)};
        return 1;
    default:
        if (p->where > W_RAW || p->kind >= HJ_COUNT(sizes) || !sizes[p->kind])
            return 0;
        *out = (piece){(hj_where)p->where, p->offset, sizes[p->kind]};
        return 1;
    }
}

/* Values of one nature are kept alike: a colour is a colour, of a border too. */
static int nature(const hj_property *p)
{
    switch ((hj_kind)p->kind) {
    case K_BORDER_COLOR: return K_COLOR;
    case K_BORDER_WIDTH: return K_LEN;
    case K_RANGE: case K_PADDING: case K_MARGIN: return K_LENGTH;
    default: return p->kind;
    }
}

static const char *block_of(const hj_fo_node *node, hj_where where)
{
    switch (where) {
    case W_IN: return (const char *)(node ? node->in : &hj_fo_initial_in);
    case W_OWN: return (const char *)(node ? node->own : &hj_fo_initial_own);
    default: return (const char *)(node ? node->raw : &hj_fo_initial_raw);
    }
}

static bool is_initial(const hj_fo_node *node, const piece *parts, int n)
{
    for (int i = 0; i < n; i++)
        if (memcmp(block_of(node, parts[i].where) + parts[i].offset,
                   block_of(NULL, parts[i].where) + parts[i].offset, parts[i].size) != 0)
            return false;
    return true;
}

/* ---- from-table-column() ---- */

static bool is_cell(const hj_fo_node *node)
{
    return node->type == HJ_FO_TABLE_CELL;
}

/* The column after the one a cell begins in: past what it covers, and noted for rows below. */
static int past(hj_fo_column_state *c, const hj_fo_node *cell, int column)
{
    int at = (cell->own->column_number > 0 ? cell->own->column_number : column) - 1;
    at = at < 0 ? 0 : at;
    while (at < HJ_FO_COLUMNS && c->until[at] > c->row)
        at++;
    int after = at + (cell->own->columns_spanned > 1 ? cell->own->columns_spanned : 1);
    for (int k = at; k < after && k < HJ_FO_COLUMNS; k++)
        c->until[k] = c->row + (cell->own->rows_spanned > 1 ? cell->own->rows_spanned : 1);
    c->begins = at + 1;
    return after + 1;
}

/* The column that cell begins in, 1 for the first. Rows before it are walked once for each part of
 * a table, not once for each cell. */
static int column_of(hj_fo_builder *b, const hj_fo_node *cell)
{
    hj_fo_column_state *c = &b->columns;
    const hj_fo_node *row = cell->parent, *part = row ? row->parent : NULL;
    if (!row || row->type != HJ_FO_TABLE_ROW) { /* cells straight in the body: starts-row */
        int column = 1;
        for (const hj_fo_node *n = row ? row->first : NULL; n && n != cell; n = n->next)
            if (is_cell(n))
                column = n->own->ends_row ? 1 : column + (n->own->columns_spanned > 1
                                                              ? n->own->columns_spanned : 1);
        return cell->own->column_number > 0 ? cell->own->column_number
             : cell->own->starts_row ? 1 : column;
    }
    if (c->part != part) {
        *c = (hj_fo_column_state){.part = part};
        c->next = part->first;
    }
    for (; c->next && c->next != row; c->next = c->next->next) {
        if (c->next->type != HJ_FO_TABLE_ROW)
            continue;
        int column = 1;
        for (const hj_fo_node *n = c->next->first; n; n = n->next)
            if (is_cell(n))
                column = past(c, n, column);
        c->row++;
    }
    hj_fo_column_state here = *c; /* the row itself is walked again by its next cell */
    int column = 1;
    for (const hj_fo_node *n = row->first; n; n = n->next) {
        if (is_cell(n))
            column = past(&here, n, column);
        if (n == cell)
            break;
    }
    return here.begins;
}

/* The fo:table-column of the cell that node is or stands in. */
static const hj_fo_node *table_column(hj_fo_builder *b, const hj_fo_node *node)
{
    while (node && !is_cell(node))
        node = node->parent;
    const hj_fo_node *table = node;
    while (table && table->type != HJ_FO_TABLE)
        table = table->parent;
    if (!table)
        return NULL;
    int wanted = column_of(b, node), next = 1;
    for (const hj_fo_node *c = table->first; c; c = c->next) {
        if (c->type != HJ_FO_TABLE_COLUMN)
            continue;
        int first = c->own->column_number > 0 ? c->own->column_number : next;
        next = first + (c->own->columns_repeated > 1 ? c->own->columns_repeated : 1);
        if (wanted >= first && wanted < next)
            return c;
    }
    return NULL;
}

/* ---- the functions ---- */

/* The name between the brackets of value when it is this function alone, p's own when there is
 * none; NULL when it is another function or more than one. */
static const hj_property *argument(const char *value, const char *function, const hj_property *p)
{
    size_t n = strlen(function);
    if (strncmp(value, function, n) != 0 || value[n] != '(')
        return NULL;
    const char *name = value + n + 1, *end = strchr(name, ')');
    if (!end || end[1])
        return NULL;
    while (name < end && *name == ' ')
        name++;
    while (end > name && end[-1] == ' ')
        end--;
    return end == name ? p : hj_property_find(name, (size_t)(end - name));
}

bool hj_fo_taken(hj_fo_state *s, const hj_property *p, const char *value)
{
    piece to[MOST_PARTS], at[MOST_PARTS];
    const hj_fo_node *from = s->node->parent;
    const hj_property *q = p;
    bool nearest = false;
    if (strcmp(value, "from-page-master-region()") == 0)
        return true; /* the one writing mode; an orientation is turned with its region */
    if (strcmp(value, "inherit") != 0) {
        if (!(q = argument(value, "from-parent", p)) &&
            !(q = argument(value, "inherited-property-value", p))) {
            if ((q = argument(value, "from-nearest-specified-value", p)))
                nearest = true;
            else if ((q = argument(value, "from-table-column", p)))
                from = table_column(s->b, s->node);
            else
                return false;
        }
    }
    int n = parts_of(p, to), m = parts_of(q, at);
    bool alike = nature(q) == nature(p) && p->kind != K_SPECIAL && p->kind != K_ENUM
              && p->kind != K_BOOL;
    if (n == 0 || m != n)
        return false;
    for (int i = 0; i < n; i++)
        if (to[i].size != at[i].size || (q != p && !alike))
            return false;
    while (nearest && from && is_initial(from, at, m))
        from = from->parent;
    for (int i = 0; i < n; i++) {
        void *block = to[i].where == W_IN ? (void *)hj_fo_set_in(s)
                    : to[i].where == W_OWN ? (void *)hj_fo_set_own(s) : (void *)hj_fo_set_raw(s);
        memcpy((char *)block + to[i].offset, block_of(from, at[i].where) + at[i].offset,
               to[i].size);
    }
    if (p->kind == K_MARGIN)
        hj_fo_set_own(s)->margin_given[(p->offset - offsetof(hj_fo_own, margin))
                                       / sizeof(hj_length)] = true;
    return true;
}
