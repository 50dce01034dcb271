/* From a stretch of a galley to areas on a page, in paint order.
 *
 * The hard idea: boxes that a page boundary cuts are nested, outermost first, so two cursors (top
 * and bottom) walk inwards through them, each box taking its retained edge or repeated header.
 * Everything that is not cut is only shifted. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

hj_area *hj_place_area(hj_placer *p, hj_area_kind kind, const hj_fo_node *fo)
{
    if (p->n == p->cap) {
        p->cap = p->cap ? p->cap * 2 : 256;
        p->areas = realloc(p->areas, p->cap * sizeof *p->areas);
        if (!p->areas)
            abort();
    }
    hj_area *area = &p->areas[p->n++];
    memset(area, 0, sizeof *area);
    area->kind = kind;
    area->node = fo;
    area->artifact = p->artifact;
    return area;
}

/* ---- boxes ---- */
static void rule(hj_placer *p, const hj_fo_node *fo, const hj_border *border, hj_len x, hj_len y,
                 hj_len w, hj_len h)
{
    hj_area *area = hj_place_area(p, HJ_AREA_RULE, fo);
    area->x = x;
    area->y = y;
    area->w = w;
    area->h = h;
    area->color = border->color;
    area->u.rule.thickness = border->width;
    area->u.rule.style = border->style;
}

static void background_image(hj_placer *p, const hj_fo_node *fo, hj_rect box)
{
    hj_tiles t;
    if (!hj_background(&p->run->lx, fo, box.x, box.y, box.w, box.h, &t))
        return;
    hj_area *save = hj_place_area(p, HJ_AREA_SAVE, fo);
    save->x = t.x;
    save->y = t.y;
    save->w = t.w;
    save->h = t.h;
    save->u.save.a = save->u.save.d = 1000;
    save->u.save.clip = true;
    for (int i = 0; i < t.across * t.down; i++) {
        hj_area *tile = hj_place_area(p, HJ_AREA_IMAGE, fo);
        tile->artifact = HJ_ARTIFACT_BACKGROUND;
        tile->x = t.first_x + i % t.across * t.tile_w;
        tile->y = t.first_y + i / t.across * t.tile_h;
        tile->w = t.tile_w;
        tile->h = t.tile_h;
        tile->u.link.uri = t.uri;
    }
    hj_place_area(p, HJ_AREA_RESTORE, fo);
}

static void background(hj_placer *p, const hj_fo_node *fo, hj_rect box)
{
    if (box.w <= 0 || box.h <= 0)
        return;
    if (fo->own->background & 0xff) {
        hj_area *area = hj_place_area(p, HJ_AREA_RECT, fo);
        area->x = box.x;
        area->y = box.y;
        area->w = box.w;
        area->h = box.h;
        area->color = fo->own->background;
    }
    if (fo->own->background_image)
        background_image(p, fo, box);
}

static void borders(hj_placer *p, const hj_fo_node *fo, hj_rect box, bool cut_top, bool cut_bottom)
{
    const hj_border *b = fo->own->border;
    if (b[HJ_BEFORE].width && (!cut_top || b[HJ_BEFORE].retain))
        rule(p, fo, &b[HJ_BEFORE], box.x, box.y + b[HJ_BEFORE].width / 2, box.w, 0);
    if (b[HJ_AFTER].width && (!cut_bottom || b[HJ_AFTER].retain))
        rule(p, fo, &b[HJ_AFTER], box.x, box.y + box.h - (b[HJ_AFTER].width + 1) / 2, box.w, 0);
    if (b[HJ_START].width)
        rule(p, fo, &b[HJ_START], box.x + b[HJ_START].width / 2, box.y, 0, box.h);
    if (b[HJ_END].width)
        rule(p, fo, &b[HJ_END], box.x + box.w - (b[HJ_END].width + 1) / 2, box.y, 0, box.h);
}

void hj_place_box(hj_placer *p, const hj_fo_node *fo, hj_rect box, bool cut_top, bool cut_bottom)
{
    background(p, fo, box);
    borders(p, fo, box, cut_top, cut_bottom);
}

/* ---- figures need to know where they are ---- */
static void figure_box(hj_placer *p, const hj_tag *tag, hj_rect box)
{
    for (int i = 0; tag && i < 3; i++, tag = tag->parent) {
        if (!tag->role || strcmp(tag->role, "Figure") != 0)
            continue;
        hj_tag *figure = (hj_tag *)tag; /* ours: made in this run */
        if (figure->bbox_page != p->page) {
            if (figure->bbox_page >= 0)
                return; /* its first page counts */
            figure->bbox_page = p->page;
            figure->bbox[0] = box.x;
            figure->bbox[1] = box.y;
            figure->bbox[2] = box.x + box.w;
            figure->bbox[3] = box.y + box.h;
            return;
        }
        if (box.x < figure->bbox[0])
            figure->bbox[0] = box.x;
        if (box.y < figure->bbox[1])
            figure->bbox[1] = box.y;
        if (box.x + box.w > figure->bbox[2])
            figure->bbox[2] = box.x + box.w;
        if (box.y + box.h > figure->bbox[3])
            figure->bbox[3] = box.y + box.h;
        return;
    }
}

/* ---- nodes ---- */
typedef struct window { /* the stretch of a galley that this page shows */
    int32_t from, to;
    hj_len x;
    hj_pos dy; /* galley coordinates to the page */
} window;

static hj_len on_page(const window *w, hj_pos y)
{
    return (hj_len)(y + w->dy);
}

static void place_list(hj_placer *p, hj_node *first, hj_node **cursor, bool resume,
                       const window *w);

static void place_line(hj_placer *p, hj_node *node, const window *w)
{
    hj_len x = w->x + node->x, y = on_page(w, node->y0);
    for (size_t i = 0; i < node->u.line.n; i++) {
        const hj_area *from = &node->u.line.areas[i];
        if (p->strip && (from->kind == HJ_AREA_LINK || from->kind == HJ_AREA_DEST))
            continue;
        if (from->kind == HJ_AREA_DEST && from->node)
            for (const hj_fo_node *fo = from->node->first; fo; fo = fo->next)
                if (fo->type == HJ_FO_MARKER)
                    hj_marker_seen(p->run, fo, p->page);
        if (from->kind == HJ_AREA_DEST && !from->u.link.dest)
            continue;
        hj_area *area = hj_place_area(p, from->kind, from->node);
        *area = *from;
        if (from->kind != HJ_AREA_RESTORE) {
            area->x += x;
            area->y += y;
        }
        if (!area->node)
            area->node = node->fo;
        if (p->strip) {
            area->tag = NULL;
            area->artifact = p->artifact;
        }
        if (area->kind == HJ_AREA_DEST && area->u.link.dest)
            hj_id_seen(p->run, area->u.link.dest, p->page);
        if (area->tag && (area->kind == HJ_AREA_IMAGE || area->kind == HJ_AREA_FOREIGN))
            figure_box(p, area->tag, (hj_rect){area->x, area->y, area->w, area->h});
    }
}

bool hj_place_turned(hj_placer *p, const hj_fo_node *fo, hj_rect seen, int turn, bool clip)
{
    if (!turn && !clip)
        return false;
    hj_area *save = hj_place_area(p, HJ_AREA_SAVE, fo);
    save->u.save.clip = clip;
    switch (turn) {
    case 90: save->u.save.b = -1000; save->u.save.c = 1000; break;
    case 180: save->u.save.a = save->u.save.d = -1000; break;
    case 270: save->u.save.b = 1000; save->u.save.c = -1000; break;
    default: save->u.save.a = save->u.save.d = 1000; break;
    }
    if (turn) {
        save->u.save.e = turn == 90 ? seen.x : seen.x + seen.w;
        save->u.save.f = turn == 270 ? seen.y : seen.y + seen.h;
        save->w = turn % 180 ? seen.h : seen.w;
        save->h = turn % 180 ? seen.w : seen.h;
    } else {
        save->x = seen.x;
        save->y = seen.y;
        save->w = seen.w;
        save->h = seen.h;
    }
    return true;
}

static void place_sub(hj_placer *p, const hj_sub *sub, hj_len x, hj_len y)
{
    bool sideways = sub->turn == 90 || sub->turn == 270;
    hj_len w = sideways ? sub->h : sub->w, h = sideways ? sub->w : sub->h;
    hj_len base_x = p->base_x, base_y = p->base_y, top = p->top, bottom = p->bottom;
    x += sub->x;
    y += sub->y;
    bool state = hj_place_turned(p, sub->fo, (hj_rect){x, y, w, h}, sub->turn, sub->clip);
    if (sub->turn)
        x = y = 0;
    p->base_x = x;
    p->base_y = y;
    hj_place_galley(p, sub->galley, -1, sub->galley->n_breaks, x, y + sub->shift);
    if (state)
        hj_place_area(p, HJ_AREA_RESTORE, sub->fo);
    p->base_x = base_x;
    p->base_y = base_y;
    p->top = top;
    p->bottom = bottom;
}

static void place_anchor(hj_placer *p, hj_node *node, const window *w)
{
    hj_pass *run = p->run;
    hj_sub *out = node->u.anchor.out;
    switch (node->u.anchor.kind) {
    case HJ_ANCHOR_START: {
        if (p->strip)
            break;
        hj_area *area = hj_place_area(p, HJ_AREA_DEST, node->fo);
        area->x = w->x;
        area->y = on_page(w, node->y0);
        area->u.link.dest = node->u.anchor.id;
        hj_id_seen(run, node->u.anchor.id, p->page);
        break;
    }
    case HJ_ANCHOR_END:
        if (!p->strip)
            hj_id_seen(run, node->u.anchor.id, p->page);
        break;
    case HJ_ANCHOR_MARKER:
        if (!p->strip)
            hj_marker_seen(run, node->fo, p->page);
        break;
    case HJ_ANCHOR_MARKER_END:
        if (!p->strip)
            hj_marker_ends(run, node->fo, p->page);
        break;
    case HJ_ANCHOR_OUT: {
        hj_len x = out->box_x + (out->fixed ? 0 : p->base_x);
        hj_len y = out->box_y + (out->fixed ? 0 : p->base_y);
        hj_place_box(p, out->fo, (hj_rect){x, y, out->box_w, out->box_h}, false, false);
        place_sub(p, out, x, y);
        break;
    }
    }
}

static void place_box(hj_placer *p, hj_node *node, const window *w)
{
    bool cut_top = node->seq0 <= w->from, cut_bottom = node->seq1 > w->to;
    hj_len top = cut_top ? p->top : on_page(w, node->y0);
    hj_len bottom = cut_bottom ? p->bottom : on_page(w, node->y1);
    hj_len saved_top = p->top, saved_bottom = p->bottom;
    hj_rect box = {w->x + node->x, top, node->w, bottom - top};
    hj_place_box(p, node->fo, box, cut_top || node->resumed, cut_bottom);
    if (node->tag && node->tag->role && strcmp(node->tag->role, "Figure") == 0)
        figure_box(p, node->tag, box);
    if (cut_top)
        p->top += node->retain_before;
    if (cut_bottom)
        p->bottom -= node->retain_after;
    place_list(p, node->first, &node->cursor, cut_top, w);
    p->top = saved_top;
    p->bottom = saved_bottom;
}

/* ---- tables ---- */
static void add_strip(hj_placer *p, const hj_row *row, hj_len top, hj_len bottom, bool cut_top,
                      bool cut_bottom)
{
    if (p->n_strips == p->cap_strips) {
        int cap = p->cap_strips ? p->cap_strips * 2 : 64;
        hj_strip *more = HJ_ARRAY(p->run->lx.arena, (size_t)cap, hj_strip);
        if (p->n_strips)
            memcpy(more, p->strips, (size_t)p->n_strips * sizeof *more);
        p->strips = more;
        p->cap_strips = cap;
    }
    p->strips[p->n_strips++] = (hj_strip){row, top, bottom, cut_top, cut_bottom};
}

typedef struct span { hj_len top, bottom; bool cut_top, cut_bottom; } span;

typedef struct group_view { /* a group, or what is left of it, on a page */
    const hj_group *group;
    hj_len x, y; /* of its uncut top left corner */
    const hj_step *first, *last; /* cuts; NULL: begins, ends here */
    hj_len top, bottom;
    bool leads, trails; /* the page begins, ends with it */
} group_view;

/* Where something from y to y+h of the group stands; false when on another page. */
static bool visible(const group_view *v, hj_len y, hj_len h, span *s)
{
    if (v->first && y + h <= v->first->y && h > 0)
        return false;
    if (v->last && y >= v->last->y && v->last->y > 0)
        return false;
    s->cut_top = v->first && y < v->first->y;
    s->cut_bottom = v->last && y + h > v->last->y;
    s->top = v->first && y <= v->first->y ? v->top : v->y + y;
    s->bottom = s->cut_bottom ? v->bottom : v->y + y + h;
    if (v->leads && y == 0)
        s->top -= v->group->lead;
    if (v->trails && y + h == v->group->h)
        s->bottom += v->group->trail;
    return true;
}

/* Not behind cells from rows above. */
static void row_background(hj_placer *p, const hj_table *table, const hj_row *row, int r,
                           hj_rect box)
{
    hj_len x = box.x;
    for (int c = 0, end; c < table->n_columns; c = end) {
        bool own = row->grid[c]->row == r;
        for (end = c; end < table->n_columns && (row->grid[end]->row == r) == own; end++)
            ;
        box.x = x + table->column_x[c];
        if (end == table->n_columns)
            box.w = x + table->width - box.x;
        else
            box.w = table->column_x[end] - table->column_x[c];
        if (own)
            background(p, row->fo, box);
    }
}

/* Backgrounds lie on each other as in CSS 2.1, 17.5.1: columns, then the part, its rows, cells. A
 * cell over several rows has the background of the row it begins in; between separate borders
 * only the table's is seen (17.6.1). */
static void group_backgrounds(hj_placer *p, const group_view *v)
{
    const hj_group *group = v->group;
    const hj_table *table = group->table;
    bool apart = table->gap_x > 0 || table->gap_y > 0;
    span s;
    for (int i = 0; i < group->n_cells; i++) {
        const hj_cell *cell = group->cell[i];
        const hj_fo_node *column = table->column_fo[cell->column];
        if (!visible(v, cell->y, cell->h, &s))
            continue;
        hj_rect box = {v->x + cell->x, s.top, cell->w, s.bottom - s.top};
        if (column)
            background(p, column, box);
        if (apart)
            background(p, group->rows[cell->row].part, box);
        if (apart && group->rows[cell->row].fo)
            background(p, group->rows[cell->row].fo, box);
    }
    for (int r = 0; r < group->n_rows && !apart; r++) {
        const hj_row *row = &group->rows[r];
        if (!visible(v, row->y, row->h, &s))
            continue;
        hj_rect box = {v->x + table->x, s.top, table->width, s.bottom - s.top};
        background(p, row->part, box);
        if (row->fo)
            row_background(p, table, row, r, box);
    }
}

/* Nothing is seen of an empty cell that is hidden (XSL 1.1, 7.28.4). */
static bool hidden(const hj_group *group, const hj_cell *cell)
{
    return group->table && !group->table->collapse && cell->fo && cell->fo->in->empty_cells_hide &&
           cell->galley && !cell->galley->content;
}

static void place_cell(hj_placer *p, const group_view *v, int i)
{
    const hj_group *group = v->group;
    const hj_cell *cell = group->cell[i];
    const hj_table *table = group->table;
    span s;
    if (!cell->fo || !visible(v, cell->y, cell->h, &s))
        return;
    hj_rect box = {v->x + cell->x, s.top, cell->w, s.bottom - s.top};
    if (table && !hidden(group, cell)) {
        const hj_row *row = &group->rows[cell->row];
        if (cell->rows > 1 && row->fo && !table->gap_x && !table->gap_y)
            background(p, row->fo, box);
        background(p, cell->fo, box);
        if (!table->collapse)
            borders(p, cell->fo, box, s.cut_top, s.cut_bottom);
    }
    if (!cell->galley)
        return;
    int32_t n = cell->galley->n_breaks;
    int32_t from = v->first ? hj_step_cut(group, v->first, i) : -1;
    int32_t to = v->last ? hj_step_cut(group, v->last, i) : n;
    if (to < 0 || (from >= n && v->first && s.cut_top))
        return;
    hj_len lead = v->leads && cell->row == 0 ? cell->lead : 0;
    hj_len trail = v->trails && cell->row + cell->rows == group->n_rows ? cell->trail : 0;
    hj_len top = s.top + (from < 0 ? cell->before + lead : cell->retain_before);
    hj_len below = s.cut_bottom ? cell->retain_after : cell->after + trail;
    if (table) /* each part of a cell is an area of its own (XSL 1.1, 6.7.10): aligned in it */
        top += hj_cell_shift(cell, s.bottom - below - top -
                                       (hj_len)hj_galley_height(cell->galley, from, to));
    hj_len saved_top = p->top, saved_bottom = p->bottom;
    hj_strip *strips = p->strips;
    int n_strips = p->n_strips, cap_strips = p->cap_strips;
    p->strips = NULL;
    p->n_strips = p->cap_strips = 0;
    hj_place_galley(p, cell->galley, from, to, v->x + cell->x + cell->start, top);
    p->strips = strips;
    p->n_strips = n_strips;
    p->cap_strips = cap_strips;
    p->top = saved_top;
    p->bottom = saved_bottom;
}

static void place_group(hj_placer *p, const group_view *v)
{
    const hj_group *group = v->group;
    span s;
    if (group->rows)
        group_backgrounds(p, v);
    for (int r = 0; group->rows && r < group->n_rows; r++)
        if (visible(v, group->rows[r].y, group->rows[r].h, &s))
            add_strip(p, &group->rows[r], s.top, s.bottom, s.cut_top, s.cut_bottom);
    for (int i = 0; i < group->n_cells; i++)
        place_cell(p, v, i);
}

static void place_group_node(hj_placer *p, hj_node *node, const window *w)
{
    const hj_group *group = node->u.group;
    int32_t from = w->from - group->break0, to = w->to - group->break0;
    group_view v = {.group = group, .x = w->x, .y = on_page(w, node->y0)};
    v.top = v.y;
    v.bottom = on_page(w, node->y1);
    if (from >= 0 && from < group->n_steps) {
        v.first = &group->steps[from];
        v.top = p->top;
    }
    if (to >= 0 && to < group->n_steps) {
        v.last = &group->steps[to];
        v.bottom = p->bottom;
    }
    const hj_node *around = node->parent;
    const hj_table *table = group->table;
    bool cut_top = table && around->seq0 <= w->from, cut_bottom = table && around->seq1 > w->to;
    v.leads = cut_top && w->from == node->seq0 - 1;
    v.trails = cut_bottom && w->to == node->seq1;
    if (table && group == table->ends[HJ_TABLE_HEAD].group && cut_bottom && !v.last)
        v.group = hj_heading_on(p->run, table, HJ_TABLE_HEAD, w->from, w->to, p->page, true);
    else if (table && group == table->ends[HJ_TABLE_FOOT].group && cut_top && !v.first)
        v.group = hj_heading_on(p->run, table, HJ_TABLE_FOOT, w->from, w->to, p->page, true);
    place_group(p, &v);
}

/* A repeated header or footer: its content is an artifact, for it was told once. */
static void repeat(hj_placer *p, const hj_table *table, int end, hj_len x, hj_len y,
                   const window *w)
{
    const hj_group *group = hj_heading_on(p->run, table, end, w->from, w->to, p->page, false);
    bool strip = p->strip;
    p->strip = true;
    group_view v = {.group = group, .x = x, .y = y, .top = y, .bottom = y + group->h};
    place_group(p, &v);
    p->strip = strip;
}

static void place_table(hj_placer *p, hj_node *node, const window *w)
{
    const hj_table *table = node->u.table;
    bool cut_top = node->seq0 <= w->from, cut_bottom = node->seq1 > w->to;
    hj_len top = cut_top ? p->top : on_page(w, node->y0);
    hj_len bottom = cut_bottom ? p->bottom : on_page(w, node->y1);
    hj_len saved_top = p->top, saved_bottom = p->bottom;
    hj_strip *strips = p->strips;
    int n_strips = p->n_strips, cap_strips = p->cap_strips;
    p->strips = NULL;
    p->n_strips = p->cap_strips = 0;
    if (table->collapse)
        background(p, table->fo, (hj_rect){w->x + node->x, top, node->w, bottom - top});
    if (cut_top) {
        if (table->ends[HJ_TABLE_HEAD].repeat)
            repeat(p, table, HJ_TABLE_HEAD, w->x, top, w);
        p->top += node->retain_before;
    }
    if (cut_bottom)
        p->bottom -= node->retain_after;
    hj_len foot = p->bottom;
    place_list(p, node->first, &node->cursor, cut_top, w);
    if (cut_bottom && table->ends[HJ_TABLE_FOOT].repeat)
        repeat(p, table, HJ_TABLE_FOOT, w->x, foot, w);
    if (table->collapse)
        hj_place_edges(p, table, w->x + table->x, p->strips, p->n_strips);
    p->strips = strips;
    p->n_strips = n_strips;
    p->cap_strips = cap_strips;
    p->top = saved_top;
    p->bottom = saved_bottom;
}

/* ---- walking ---- */
/* resume: the page before ended in this list; where is in the cursor. */
static void place_list(hj_placer *p, hj_node *first, hj_node **cursor, bool resume,
                       const window *w)
{
    hj_node *node = resume && *cursor ? *cursor : first;
    bool kept = false;
    for (; node; node = node->next) {
        if (!node->placed || node->seq1 <= w->from)
            continue;
        if (node->seq0 > w->to)
            break;
        if (!kept || node->seq1 <= w->to) {
            *cursor = node;
            kept = true;
        }
        node->page = p->page;
        switch (node->kind) {
        case HJ_NODE_BOX: place_box(p, node, w); break;
        case HJ_NODE_LINE: place_line(p, node, w); break;
        case HJ_NODE_SUB:
            place_sub(p, node->u.sub, w->x + node->x, on_page(w, node->y0));
            break;
        case HJ_NODE_TABLE: place_table(p, node, w); break;
        case HJ_NODE_GROUP: place_group_node(p, node, w); break;
        case HJ_NODE_ANCHOR: place_anchor(p, node, w); break;
        }
    }
}

void hj_place_galley(hj_placer *p, const hj_galley *g, int32_t from, int32_t to, hj_len x,
                     hj_len top)
{
    window w = {from, to, x, top};
    if (from >= 0 && from < g->n_breaks)
        w.dy = top + g->breaks[from].start_extra - g->breaks[from].start_y;
    p->top = top;
    p->bottom = top + (hj_len)hj_galley_height(g, from, to);
    hj_galley *mine = (hj_galley *)g; /* the cursors in it are ours */
    place_list(p, mine->first, &mine->cursor, from >= 0, &w);
}
