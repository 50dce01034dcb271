/* A page-sequence: its flow laid in segments, its pages chosen, numbered and filled. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

#define MOST_COLUMNS 100

static hj_page_build *add_page(hj_pass *run)
{
    if (run->n_pages == run->cap_pages) {
        run->cap_pages = run->cap_pages ? run->cap_pages * 2 : 16;
        hj_page_build *more = HJ_ARRAY(run->lx.arena, run->cap_pages, hj_page_build);
        if (run->n_pages)
            memcpy(more, run->pages, run->n_pages * sizeof *more);
        run->pages = more;
    }
    hj_page_build *page = &run->pages[run->n_pages++];
    *page = (hj_page_build){0};
    return page;
}

struct hj_laid {
    hj_sequence s;
    hj_segment *first;
    hj_galley *separator;
    hj_page_plan *plans;
    size_t n_plans;
    hj_context cx;
};

void hj_pass_set_frame(hj_pass *run, const hj_fo_node *master, hj_len w, hj_len h)
{
    hj_view body = hj_body_view(master);
    run->frame = (hj_pass_frame){
        .page_w = hj_length_resolve(master->raw->page_width, 0, HJ_MM(210)),
        .page_h = hj_length_resolve(master->raw->page_height, 0, HJ_MM(297)),
        .body_w = body.w, .body_h = body.h, .area_w = w, .area_h = h};
    run->lx.region_h = h;
}

static int first_number(hj_pass *run, const hj_fo_node *fo)
{
    int next = run->n_pages ? run->pages[run->n_pages - 1].number + 1 : 1;
    int asked = fo->raw->initial_page_number;
    if (asked > 0)
        return asked;
    if (asked == -1 && next % 2 == 0)
        return next + 1;
    if (asked == -2 && next % 2 != 0)
        return next + 1;
    return next;
}

const hj_fo_node *hj_child_of(const hj_fo_node *fo, hj_fo_type type, const char *name)
{
    for (const hj_fo_node *child = fo->first; child; child = child->next)
        if (child->type == type &&
            (!name || (child->name && strcmp(child->name, name) == 0)))
            return child;
    return NULL;
}

hj_context hj_root_context(hj_tag *tag, hj_artifact artifact)
{
    hj_context cx = {.tag = tag, .artifact = artifact, .in_flow = tag != NULL, .wrap = true};
    return cx;
}

static bool usable(hj_pass *run, const hj_fo_node *master)
{
    hj_view body = hj_body_view(master);
    if (run->frame.page_w <= 0 || run->frame.page_h <= 0 ||
        run->frame.page_w > HJ_LIMIT_PAGE_SIDE || run->frame.page_h > HJ_LIMIT_PAGE_SIDE) {
        hj_error(run->lx.diags, "HJ-LAYOUT-032", hj_fo_at(master, run->lx.diags),
                 "a page must be between 0 and %d pt wide and high", HJ_LIMIT_PAGE_SIDE / 1000);
        return false;
    }
    if (body.w <= 0 || body.h <= 0) {
        hj_error(run->lx.diags, "HJ-LAYOUT-033", hj_fo_at(master, run->lx.diags),
                 "the margins of page master \"%s\" leave no room for the body", master->name);
        return false;
    }
    return true;
}

/* A sequence's pages are numbered before anything is placed, so that pages can cite each other. */
static void number_pages(hj_pass *run, hj_laid *l)
{
    hj_sequence *s = &l->s;
    const char *format = s->fo->raw->format;
    size_t plan = 0;
    int last = l->n_plans ? l->plans[l->n_plans - 1].k : 0;
    for (int k = 0; k <= last; k++) {
        hj_page_build *page = add_page(run);
        page->blank = plan >= l->n_plans || l->plans[plan].k != k;
        if (!page->blank)
            page->master = l->plans[plan++].master;
        page->sequence = s->fo;
        page->number = s->first_number + k;
        page->label = hj_page_label(run->lx.arena, page->number, format);
        page->sequence_first = s->first_page;
        page->first = k == 0;
        page->last = k == last;
    }
}

void hj_sequence_end(hj_pass *run, hj_laid *l, const hj_fo_node *next)
{
    int count = (int)run->n_pages - l->s.first_page;
    int number = run->pages[run->n_pages - 1].number;
    bool more = false;
    switch (l->s.fo->raw->force_page_count) {
    case HJ_FORCE_EVEN: more = count % 2 != 0; break;
    case HJ_FORCE_ODD: more = count % 2 == 0; break;
    case HJ_FORCE_END_EVEN: more = number % 2 != 0; break;
    case HJ_FORCE_END_ODD: more = number % 2 == 0; break;
    case HJ_FORCE_AUTO:
        if (next && next->raw->initial_page_number) {
            int asked = next->raw->initial_page_number;
            int odd = asked > 0 ? asked % 2 : asked == -1;
            more = (number + 1) % 2 != odd;
        }
        break;
    default: break;
    }
    if (!more)
        return;
    hj_page_build before = run->pages[run->n_pages - 1];
    run->pages[run->n_pages - 1].last = false;
    hj_page_build *page = add_page(run);
    *page = (hj_page_build){.sequence = before.sequence, .number = number + 1, .blank = true,
                            .last = true, .sequence_first = before.sequence_first};
    page->label = hj_page_label(run->lx.arena, page->number, l->s.fo->raw->format);
}

static bool region_named(const hj_fo_node *root, const char *name)
{
    for (const hj_fo_node *set = root->first; set; set = set->next)
        for (const hj_fo_node *m = set->type == HJ_FO_LAYOUT_MASTER_SET ? set->first : NULL; m;
             m = m->next)
            for (const hj_fo_node *region = m->type == HJ_FO_SIMPLE_PAGE_MASTER ? m->first : NULL;
                 region; region = region->next)
                if (strcmp(hj_region_name(region), name) == 0)
                    return true;
    return false;
}

/* Static content no page shows is a slip of the pen, and would vanish without a word. */
static void check_static(hj_pass *run, const hj_fo_node *fo)
{
    for (const hj_fo_node *child = fo->first; child; child = child->next)
        if (child->type == HJ_FO_STATIC_CONTENT && child->name &&
            strcmp(child->name, "xsl-footnote-separator") != 0 &&
            !region_named(run->lx.tree->root, child->name))
            hj_warning(run->lx.diags, "HJ-LAYOUT-056", hj_fo_at(child, run->lx.diags),
                       "no region is named \"%s\": this static content is on no page",
                       child->name);
}

/* ---- the flow ---- */
int hj_body_columns(const hj_fo_node *master, hj_len *column)
{
    const hj_fo_node *region = hj_region_of(master, HJ_FO_REGION_BODY);
    hj_len width = hj_body_view(master).w;
    int n = region && region->own->column_count > 1 ? region->own->column_count : 1;
    *column = width;
    if (n == 1)
        return 1;
    hj_len gap = region->own->column_gap;
    if (n > MOST_COLUMNS || gap < 0 || (int64_t)gap * (n - 1) + (int64_t)1000 * n > width)
        return 1;
    *column = (width - gap * (n - 1)) / n;
    return n;
}

static hj_segment *add_segment(hj_laid *l, hj_segment *last, int n, hj_len width)
{
    hj_segment *segment = HJ_NEW(l->s.run->lx.arena, hj_segment);
    segment->galley = hj_galley_new(&l->s.run->lx, width);
    segment->galley->endless = true;
    segment->columns = n;
    if (last)
        last->next = segment;
    return segment;
}

/* Lays the flow for pages with this master, from its beginning or from where resume says, until it
 * is so high (0: all of it). Blocks that span all columns have a segment to themselves, and so have
 * the blocks between them. */
static hj_segment *lay_flow(hj_laid *l, const hj_fo_node *master, hj_resume *resume, hj_pos high)
{
    const hj_fo_node *flow = l->s.flow, *child = flow->first;
    const hj_fo_node *region = hj_region_of(master, HJ_FO_REGION_BODY);
    hj_segment *first = NULL, *last = NULL;
    hj_len column, width = hj_body_view(master).w;
    int n = hj_body_columns(master, &column);
    if (resume)
        child = resume->n ? resume->path[0] : resume->start;
    l->s.run->resume = resume;
    do {
        bool spans = child && child->own->span_all && n > 1;
        const hj_fo_node *end = child;
        while (end && (end->own->span_all == spans || n == 1))
            end = end->next;
        last = add_segment(l, last, spans ? 1 : n, spans ? width : column);
        last->gap = region ? region->own->column_gap : 0;
        last->body_w = width;
        last->body_columns = n;
        last->child = child;
        last->galley->enough = high;
        if (!first) {
            first = last;
            if (resume) {
                hj_resume *kept = HJ_NEW(l->s.run->lx.arena, hj_resume);
                *kept = *resume;
                last->resume = kept;
            } else {
                hj_anchors_before(last->galley, l->s.fo, &l->cx);
                hj_anchors_before(last->galley, flow, &l->cx);
            }
        }
        hj_block_range(last->galley, flow, child, end, &l->cx);
        if (high)
            high = high > last->galley->y ? high - last->galley->y : 1;
        last->more = last->galley->enough && last->galley->y >= last->galley->enough;
        if (!end && !last->more) {
            hj_anchors_after(last->galley, flow, &l->cx);
            hj_anchors_after(last->galley, l->s.fo, &l->cx);
        }
        hj_galley_finish(last->galley);
        last->until = last->galley->n_breaks;
        child = end;
    } while (child && !last->more);
    l->s.run->resume = NULL;
    return first;
}

hj_segment *hj_sequence_again(hj_laid *l, const hj_fo_node *master, hj_resume *resume, hj_pos high)
{
    hj_pass *run = l->s.run;
    hj_view body = hj_body_view(master);
    hj_watch_drop(run, resume->start, resume->within);
    hj_pass_set_frame(run, master, body.w, body.h);
    run->lx.round = ++run->rounds;
    hj_segment *first = lay_flow(l, master, resume, high);
    run->lx.round = 0;
    return first;
}

hj_laid *hj_sequence_lay(hj_pass *run, const hj_fo_node *fo)
{
    hj_lx *lx = &run->lx;
    hj_laid *l = HJ_NEW(lx->arena, hj_laid);
    l->s = (hj_sequence){.run = run, .fo = fo, .first_number = first_number(run, fo),
                         .first_page = (int)run->n_pages};
    l->s.flow = hj_child_of(fo, HJ_FO_FLOW, NULL);
    if (!l->s.flow) {
        hj_error(lx->diags, "HJ-LAYOUT-036", hj_fo_at(fo, lx->diags),
                 "fo:page-sequence has no fo:flow");
        return NULL;
    }
    const hj_fo_node *master = hj_master_for(&l->s, 0, false, false);
    if (!master)
        return NULL;
    check_static(run, fo);
    hj_view body = hj_body_view(master);
    hj_pass_set_frame(run, master, body.w, body.h);
    if (!usable(run, master))
        return NULL;
    const hj_fo_node *region = hj_region_of(master, HJ_FO_REGION_BODY);
    if (l->s.flow->name && strcmp(l->s.flow->name, region ? hj_region_name(region)
                                                          : "xsl-region-body") != 0)
        hj_warning(lx->diags, "HJ-LAYOUT-037", hj_fo_at(l->s.flow, lx->diags),
                   "the flow is named \"%s\" and is put into region-body", l->s.flow->name);
    l->cx = hj_root_context(run->document, HJ_ARTIFACT_LAYOUT);
    if (hj_role_is(fo, "Artifact") || hj_role_is(l->s.flow, "Artifact")) {
        l->cx.tag = NULL;
        l->cx.in_flow = true;
    } else if (fo->role || l->s.flow->role) {
        const hj_fo_node *with = fo->role ? fo : l->s.flow;
        l->cx.tag = hj_tag_new(lx, run->document, with->role, with);
    }
    l->s.laid = l;
    hj_len column;
    if (region && region->own->column_count > 1 && hj_body_columns(master, &column) == 1)
        hj_warning(run->lx.diags, "HJ-LAYOUT-034", hj_fo_at(region, run->lx.diags),
                   "%d columns with these gaps do not fit in %d pt: the text is set in one",
                   region->own->column_count, body.w / 1000);
    l->first = lay_flow(l, master, NULL, hj_pages_ahead(&l->s, 0));
    bool notes = false;
    for (const hj_segment *segment = l->first; segment; segment = segment->next)
        notes |= segment->galley->first_note != NULL;
    const hj_fo_node *rule = hj_child_of(fo, HJ_FO_STATIC_CONTENT, "xsl-footnote-separator");
    if ((notes || (l->first && l->first->more)) && rule) {
        hj_context cx = hj_root_context(NULL, HJ_ARTIFACT_LAYOUT);
        l->separator = hj_lay(lx, rule, rule->first, body.w, &cx);
    }
    l->n_plans = hj_pages_make(&l->s, l->first, l->separator, &l->plans);
    if (run->n_pages + l->n_plans > HJ_LIMIT_PAGES) {
        hj_error(lx->diags, "HJ-LAYOUT-038", hj_fo_at(fo, lx->diags),
                 "the document has more than %d pages",
                 HJ_LIMIT_PAGES);
        return NULL;
    }
    number_pages(run, l);
    return l;
}

/* ---- placing ---- */
static hj_area *keep_areas(hj_pass *run, const hj_placer *p)
{
    hj_area *kept = HJ_ARRAY(run->lx.arena, p->n ? p->n : 1, hj_area);
    if (p->n)
        memcpy(kept, p->areas, p->n * sizeof *kept);
    return kept;
}

static void place_page(const hj_page_plan *plan, hj_placer *p)
{
    hj_view body = hj_body_view(plan->master);
    const hj_fo_node *region = hj_region_of(plan->master, HJ_FO_REGION_BODY);
    hj_len x = body.seen.x, y = body.seen.y, shift = 0, room = body.h - plan->height;
    bool turned = hj_place_turned(p, region, body.seen, body.turn, false);
    if (turned)
        x = y = 0;
    if (region && room > 0 && region->in->display_align == HJ_DISPLAY_CENTER)
        shift = room / 2;
    else if (region && room > 0 && region->in->display_align == HJ_DISPLAY_AFTER)
        shift = room;
    p->base_x = x;
    p->base_y = y;
    for (size_t i = 0; i < plan->n; i++) {
        const hj_piece *piece = &plan->pieces[i];
        hj_place_galley(p, piece->galley, piece->from, piece->to, x + piece->x,
                        y + piece->y + (piece->note ? body.h : shift));
    }
    if (turned)
        hj_place_area(p, HJ_AREA_RESTORE, region);
}

void hj_sequence_place(hj_laid *l, hj_placer *p)
{
    hj_pass *run = l->s.run;
    run->sequence_first = l->s.first_page;
    for (size_t i = 0; i < l->n_plans; i++) {
        hj_page_plan *plan = &l->plans[i];
        hj_page_build *page = &run->pages[l->s.first_page + plan->k];
        if (!plan->master)
            plan->master = page->master = hj_master_for(&l->s, plan->k, page->last, false);
        if (!plan->master)
            return;
        p->page = l->s.first_page + plan->k;
        p->n = 0;
        p->artifact = HJ_ARTIFACT_LAYOUT;
        place_page(plan, p);
        page->areas = keep_areas(run, p);
        page->n = p->n;
    }
    if (l->s.fo->id)
        hj_id_seen(run, l->s.fo->id, l->s.first_page);
}
