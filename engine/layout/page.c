/* hj_layout: page sequences, static content, and runs until page numbers have settled. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

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

/* ---- one page-sequence ---- */
typedef struct laid { /* a sequence between choosing pages and placing them */
    hj_sequence s;
    hj_galley *galley;
    hj_page_cut *cuts;
    size_t n_cuts;
    hj_galley *separator;
    hj_context cx;
    struct laid *next;
} laid;

static void set_frame(hj_pass *run, const hj_fo_node *master, hj_rect area)
{
    hj_rect body = hj_body_rect(master);
    run->frame = (hj_pass_frame){
        .page_w = hj_length_resolve(master->raw->page_width, 0, HJ_MM(210)),
        .page_h = hj_length_resolve(master->raw->page_height, 0, HJ_MM(297)),
        .body_x = body.x, .body_y = body.y, .body_w = body.w, .body_h = body.h,
        .area_w = area.w, .area_h = area.h};
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

static const hj_fo_node *child_of(const hj_fo_node *fo, hj_fo_type type, const char *name)
{
    for (const hj_fo_node *child = fo->first; child; child = child->next)
        if (child->type == type &&
            (!name || (child->name && strcmp(child->name, name) == 0)))
            return child;
    return NULL;
}

static hj_context root_context(hj_tag *tag, hj_artifact artifact)
{
    hj_context cx = {.tag = tag, .artifact = artifact, .in_flow = tag != NULL, .wrap = true};
    return cx;
}

static bool usable(hj_pass *run, const hj_fo_node *master)
{
    hj_rect body = hj_body_rect(master);
    const hj_fo_node *region = hj_region_of(master, HJ_FO_REGION_BODY);
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
    if (region && region->own->column_count > 1) {
        hj_error(run->lx.diags, "HJ-LAYOUT-034", hj_fo_at(region, run->lx.diags),
                 "more than one column is not supported");
        return false;
    }
    for (region = master->first; region; region = region->next)
        if (region->in->reference_orientation) {
            hj_error(run->lx.diags, "HJ-LAYOUT-035", hj_fo_at(region, run->lx.diags),
                     "%s cannot be turned: put a block-container in it",
                     hj_fo_type_name(region->type));
            return false;
        }
    return true;
}

/* A sequence's pages are numbered before anything is placed, so that pages can cite each other. */
static void number_pages(hj_pass *run, laid *l)
{
    hj_sequence *s = &l->s;
    const char *format = s->fo->raw->format;
    size_t cut = 0;
    int last = l->n_cuts ? l->cuts[l->n_cuts - 1].k : 0;
    for (int k = 0; k <= last; k++) {
        hj_page_build *page = add_page(run);
        page->blank = cut >= l->n_cuts || l->cuts[cut].k != k;
        if (!page->blank)
            cut++;
        page->sequence = s->fo;
        page->number = s->first_number + k;
        page->label = hj_page_label(run->lx.arena, page->number, format);
        page->sequence_first = s->first_page;
        page->first = k == 0;
        page->last = k == last;
    }
}

static void force_count(hj_pass *run, laid *l, const hj_fo_node *next)
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

static laid *lay_sequence(hj_pass *run, const hj_fo_node *fo)
{
    hj_lx *lx = &run->lx;
    laid *l = HJ_NEW(lx->arena, laid);
    l->s = (hj_sequence){.run = run, .fo = fo, .first_number = first_number(run, fo),
                         .first_page = (int)run->n_pages};
    l->s.flow = child_of(fo, HJ_FO_FLOW, NULL);
    if (!l->s.flow) {
        hj_error(lx->diags, "HJ-LAYOUT-036", hj_fo_at(fo, lx->diags),
                 "fo:page-sequence has no fo:flow");
        return NULL;
    }
    const hj_fo_node *master = hj_master_for(&l->s, 0, false, false);
    if (!master)
        return NULL;
    check_static(run, fo);
    hj_rect body = hj_body_rect(master);
    set_frame(run, master, body);
    if (!usable(run, master))
        return NULL;
    const hj_fo_node *region = hj_region_of(master, HJ_FO_REGION_BODY);
    if (l->s.flow->name && strcmp(l->s.flow->name, region ? hj_region_name(region)
                                                          : "xsl-region-body") != 0)
        hj_warning(lx->diags, "HJ-LAYOUT-037", hj_fo_at(l->s.flow, lx->diags),
                   "the flow is named \"%s\" and is put into region-body", l->s.flow->name);
    l->cx = root_context(run->document, HJ_ARTIFACT_LAYOUT);
    if (hj_role_is(fo, "Artifact") || hj_role_is(l->s.flow, "Artifact")) {
        l->cx.tag = NULL;
        l->cx.in_flow = true;
    } else if (fo->role || l->s.flow->role) {
        const hj_fo_node *with = fo->role ? fo : l->s.flow;
        l->cx.tag = hj_tag_new(lx, run->document, with->role, with);
    }
    l->galley = hj_galley_new(lx, body.w);
    hj_anchors_before(l->galley, fo, &l->cx);
    hj_anchors_before(l->galley, l->s.flow, &l->cx);
    hj_block_children(l->galley, l->s.flow, l->s.flow->first, &l->cx);
    hj_anchors_after(l->galley, l->s.flow, &l->cx);
    hj_anchors_after(l->galley, fo, &l->cx);
    hj_galley_finish(l->galley);
    if (l->galley->first_note) {
        const hj_fo_node *rule = child_of(fo, HJ_FO_STATIC_CONTENT, "xsl-footnote-separator");
        hj_context cx = root_context(NULL, HJ_ARTIFACT_LAYOUT);
        if (rule)
            l->separator = hj_lay(lx, rule, rule->first, body.w, &cx);
    }
    l->n_cuts = hj_page_breaks(&l->s, l->galley, l->separator ? l->separator->y : 0, &l->cuts);
    if (run->n_pages + l->n_cuts > HJ_LIMIT_PAGES) {
        hj_error(lx->diags, "HJ-LAYOUT-038", hj_fo_at(fo, lx->diags),
                 "the document has more than %d pages",
                 HJ_LIMIT_PAGES);
        return NULL;
    }
    number_pages(run, l);
    return l;
}

static void place_notes(hj_placer *p, const laid *l, const hj_page_cut *cut, hj_rect body)
{
    hj_len h = 0;
    const hj_footnote *first = l->galley->first_note;
    while (first && first->seq <= cut->from)
        first = first->next;
    for (const hj_footnote *note = first; note && note->seq <= cut->to; note = note->next)
        h += note->galley->y;
    if (!h)
        return;
    hj_len y = body.y + body.h - h;
    if (l->separator)
        hj_place_galley(p, l->separator, -1, l->separator->n_breaks, body.x, y - l->separator->y);
    for (const hj_footnote *note = first; note && note->seq <= cut->to; note = note->next) {
        hj_place_galley(p, note->galley, -1, note->galley->n_breaks, body.x, y);
        y += note->galley->y;
    }
}

static hj_area *keep_areas(hj_pass *run, const hj_placer *p)
{
    hj_area *kept = HJ_ARRAY(run->lx.arena, p->n ? p->n : 1, hj_area);
    if (p->n)
        memcpy(kept, p->areas, p->n * sizeof *kept);
    return kept;
}

static void place_pages(hj_pass *run, laid *l, hj_placer *p)
{
    run->sequence_first = l->s.first_page;
    for (size_t i = 0; i < l->n_cuts; i++) {
        const hj_page_cut *cut = &l->cuts[i];
        hj_page_build *page = &run->pages[l->s.first_page + cut->k];
        page->master = hj_master_for(&l->s, cut->k, page->last, false);
        if (!page->master)
            return;
        hj_rect body = hj_body_rect(page->master);
        const hj_fo_node *region = hj_region_of(page->master, HJ_FO_REGION_BODY);
        if (body.w != l->galley->width)
            hj_warning(run->lx.diags, "HJ-LAYOUT-039", hj_fo_at(page->master, run->lx.diags),
                       "this body is %d.%d pt wide and the text keeps the first page's width, %d.%d pt",
                       body.w / 1000, body.w % 1000 / 100, l->galley->width / 1000,
                       l->galley->width % 1000 / 100);
        p->page = l->s.first_page + cut->k;
        p->n = 0;
        p->artifact = HJ_ARTIFACT_LAYOUT;
        p->base_x = body.x;
        p->base_y = body.y;
        hj_len shift = 0, room = body.h - cut->height;
        if (region && room > 0 && region->in->display_align == HJ_DISPLAY_CENTER)
            shift = room / 2;
        else if (region && room > 0 && region->in->display_align == HJ_DISPLAY_AFTER)
            shift = room;
        hj_place_galley(p, l->galley, cut->from, cut->to, body.x, body.y + shift);
        place_notes(p, l, cut, body);
        page->areas = keep_areas(run, p);
        page->n = p->n;
    }
    if (l->s.fo->id)
        hj_id_seen(run, l->s.fo->id, l->s.first_page);
}

/* ---- static content ---- */
typedef struct kept { /* static content that says the same on every page */
    const hj_fo_node *fo;
    hj_len w, h;
    hj_galley *galley;
    struct kept *next;
} kept;

static void place_region(hj_pass *run, hj_placer *p, const hj_page_build *page,
                         const hj_fo_node *region, kept **known)
{
    hj_rect r = hj_region_rect(page->master, region);
    hj_artifact artifact = region->type == HJ_FO_REGION_BEFORE ? HJ_ARTIFACT_HEADER
                           : region->type == HJ_FO_REGION_AFTER ? HJ_ARTIFACT_FOOTER
                                                                : HJ_ARTIFACT_LAYOUT;
    p->artifact = HJ_ARTIFACT_LAYOUT;
    if (r.w > 0 && r.h > 0)
        hj_place_box(p, region, r, false, false);
    if (region->type == HJ_FO_REGION_BODY)
        return;
    const hj_fo_node *fo = child_of(page->sequence, HJ_FO_STATIC_CONTENT, hj_region_name(region));
    if (!fo)
        return;
    hj_len left = hj_edge(region, HJ_START, r.w), top = hj_edge(region, HJ_BEFORE, r.w);
    r.x += left;
    r.y += top;
    r.w -= left + hj_edge(region, HJ_END, r.w);
    r.h -= top + hj_edge(region, HJ_AFTER, r.w);
    if (r.w <= 0)
        return;
    kept *k = *known;
    while (k && (k->fo != fo || k->w != r.w || k->h != r.h))
        k = k->next;
    hj_galley *g = k ? k->galley : NULL;
    if (!g) {
        set_frame(run, page->master, r);
        hj_context cx = root_context(NULL, artifact);
        run->asked_page = run->asked_id = run->asked_marker = false;
        g = hj_lay(&run->lx, fo, fo->first, r.w, &cx);
        if (!run->asked_page && !run->asked_marker) {
            k = HJ_NEW(run->lx.arena, kept);
            *k = (kept){fo, r.w, r.h, g, *known};
            *known = k;
        }
        if (g->y > r.h)
            hj_warning(run->lx.diags, "HJ-LAYOUT-053", hj_fo_at(fo, run->lx.diags),
                       "the static content is %d.%d pt high and %s has %d.%d pt", g->y / 1000,
                       g->y % 1000 / 100, hj_fo_type_name(region->type), r.h / 1000,
                       r.h % 1000 / 100);
    }
    hj_len y = r.y;
    if (region->in->display_align == HJ_DISPLAY_AFTER)
        y += r.h - g->y;
    else if (region->in->display_align == HJ_DISPLAY_CENTER)
        y += (r.h - g->y) / 2;
    p->artifact = artifact;
    p->strip = true;
    p->base_x = r.x;
    p->base_y = r.y;
    hj_place_galley(p, g, -1, g->n_breaks, r.x, y);
    p->strip = false;
}

static bool finish_page(hj_pass *run, size_t i, hj_placer *p, hj_page *out, kept **known)
{
    hj_page_build *page = &run->pages[i];
    if (!page->master) {
        hj_sequence s = {.run = run, .fo = page->sequence, .first_page = page->sequence_first,
                         .first_number = run->pages[page->sequence_first].number};
        page->master = hj_master_for(&s, (int)i - s.first_page, page->last, page->blank);
        if (!page->master)
            return false;
    }
    run->page = p->page = (int)i;
    run->sequence_first = page->sequence_first;
    p->n = 0;
    for (const hj_fo_node *region = page->master->first; region; region = region->next)
        if (region->type == HJ_FO_REGION_BODY)
            place_region(run, p, page, region, known);
    for (const hj_fo_node *region = page->master->first; region; region = region->next)
        if (region->type != HJ_FO_REGION_BODY)
            place_region(run, p, page, region, known);
    hj_area *areas = HJ_ARRAY(run->lx.arena, p->n + page->n + 1, hj_area);
    if (p->n)
        memcpy(areas, p->areas, p->n * sizeof *areas);
    if (page->n)
        memcpy(areas + p->n, page->areas, page->n * sizeof *areas);
    *out = (hj_page){
        .width = hj_length_resolve(page->master->raw->page_width, 0, HJ_MM(210)),
        .height = hj_length_resolve(page->master->raw->page_height, 0, HJ_MM(297)),
        .number = page->label, .areas = areas, .n_areas = p->n + page->n};
    return true;
}

/* ---- runs ---- */
static void remember(hj_pass *run)
{
    run->known = run->ids;
    run->n_known = run->n_pages;
    run->known_labels = HJ_ARRAY(run->lx.arena, run->n_pages ? run->n_pages : 1, const char *);
    for (size_t i = 0; i < run->n_pages; i++)
        run->known_labels[i] = run->pages[i].label;
}

static void restart(hj_pass *run)
{
    run->n_pages = 0;
    run->ids = (hj_ids){0};
    run->first_marker = run->last_marker = run->newest_marker = NULL;
    run->first_watched = run->last_watched = NULL;
    run->page = -1;
    run->lx.unresolved = false;
    run->document = hj_tag_new(&run->lx, NULL, "Document", NULL);
    run->document->lang = run->lx.tree->lang;
}

static void place_all(hj_pass *run, laid *first, hj_placer *p)
{
    run->ids = (hj_ids){0};
    run->first_marker = run->last_marker = run->newest_marker = NULL;
    for (laid *l = first; l; l = l->next)
        place_pages(run, l, p);
    if (run->lx.tree->root->id) {
        hj_id_seen(run, run->lx.tree->root->id, 0);
        hj_id_seen(run, run->lx.tree->root->id, (int)run->n_pages - 1);
    }
}

static hj_len reserved(const hj_pass *run)
{
    hj_len sum = 0;
    for (const hj_reserve *r = run->reserves; r; r = r->next)
        sum += r->header + r->footer;
    return sum;
}

/* One run. done: page numbers are settled and placed. */
static bool attempt(hj_pass *run, hj_placer *p, bool *done)
{
    laid *first = NULL, **link = &first;
    restart(run);
    const hj_fo_node *root = run->lx.tree->root;
    for (const hj_fo_node *fo = root->first; fo; fo = fo->next) {
        if (fo->type != HJ_FO_PAGE_SEQUENCE)
            continue;
        laid *l = lay_sequence(run, fo);
        if (!l)
            return false;
        const hj_fo_node *next = fo->next;
        while (next && next->type != HJ_FO_PAGE_SEQUENCE)
            next = next->next;
        force_count(run, l, next);
        *link = l;
        link = &l->next;
    }
    if (!first) {
        hj_error(run->lx.diags, "HJ-LAYOUT-054", hj_fo_at(root, run->lx.diags),
                 "there is no fo:page-sequence");
        return false;
    }
    hj_len before = reserved(run);
    place_all(run, first, p);
    remember(run);
    *done = reserved(run) == before;
    if (run->first_watched) {
        *done &= hj_watched_refresh(run);
        if (*done || run->attempt + 1 == HJ_RUNS)
            place_all(run, first, p);
    }
    return true;
}

static void missing_ids(hj_pass *run, const hj_fo_node *fo)
{
    for (; fo; fo = fo->next) {
        if (fo->first)
            missing_ids(run, fo->first);
        bool cites = fo->type == HJ_FO_PAGE_NUMBER_CITATION ||
                     fo->type == HJ_FO_PAGE_NUMBER_CITATION_LAST || fo->type == HJ_FO_BASIC_LINK;
        if (cites && fo->ref && !hj_id_find(&run->known, fo->ref))
            hj_error(run->lx.diags, "HJ-LAYOUT-055", hj_fo_at(fo, run->lx.diags),
                     "%s refers to \"%s\", which is on no page", hj_fo_type_name(fo->type),
                     fo->ref);
    }
}

static hj_bookmark *bookmarks(hj_pass *run, const hj_fo_node *fo)
{
    hj_bookmark *first = NULL, **link = &first;
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        if (child->type != HJ_FO_BOOKMARK)
            continue;
        hj_bookmark *mark = HJ_NEW(run->lx.arena, hj_bookmark);
        mark->dest = child->ref;
        mark->open = !child->raw->starting_state_hide;
        mark->title = "";
        for (const hj_fo_node *title = child->first; title; title = title->next)
            if (title->type == HJ_FO_BOOKMARK_TITLE && title->first)
                mark->title = title->first->text;
        if (mark->dest && !hj_id_find(&run->known, mark->dest))
            hj_error(run->lx.diags, "HJ-LAYOUT-055", hj_fo_at(child, run->lx.diags),
                     "%s refers to \"%s\", which is on no page", hj_fo_type_name(child->type),
                     mark->dest);
        mark->first = bookmarks(run, child);
        *link = mark;
        link = &mark->next;
    }
    return first;
}

hj_areas *hj_layout(const hj_fo_tree *tree, hj_fonts *fonts, const hj_picture_source *pictures,
                    hj_arena *arena, hj_diags *diags)
{
    hj_pass *run = HJ_NEW(arena, hj_pass);
    run->lx = (hj_lx){.tree = tree, .fonts = fonts, .pictures = pictures, .arena = arena,
                      .diags = diags, .self = run};
    hj_pass_callbacks(run);
    hj_placer p = {.run = run};
    hj_areas *areas = NULL;
    bool done = false;
    for (run->attempt = 0; run->attempt < HJ_RUNS && !done; run->attempt++)
        if (!attempt(run, &p, &done))
            goto out;
    if (!done)
        hj_warning(diags, "HJ-LAYOUT-056", hj_fo_at(tree->root, diags),
                   "page numbers in the text did not settle after %d runs", HJ_RUNS);
    missing_ids(run, tree->root->first);
    areas = HJ_NEW(arena, hj_areas);
    hj_page *pages = HJ_ARRAY(arena, run->n_pages, hj_page);
    kept *known = NULL;
    for (size_t i = 0; i < run->n_pages; i++)
        if (!finish_page(run, i, &p, &pages[i], &known)) {
            areas = NULL;
            goto out;
        }
    areas->pages = pages;
    areas->n_pages = run->n_pages;
    areas->document = run->document;
    areas->n_tags = hj_tags_finish(run->document);
    areas->title = tree->title;
    areas->lang = tree->lang;
    for (const hj_fo_node *fo = tree->root->first; fo; fo = fo->next)
        if (fo->type == HJ_FO_BOOKMARK_TREE)
            areas->bookmarks = bookmarks(run, fo);
out:
    free(p.areas);
    return areas;
}
