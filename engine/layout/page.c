/* hj_layout: static content, and runs until page numbers have settled. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

bool hj_body_room(hj_lx *lx, hj_len *width, hj_len *height)
{
    if (!lx->self)
        return false;
    *width = hj_pass_get_frame(lx)->body_w;
    *height = hj_pass_get_frame(lx)->body_h;
    return true;
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
    const hj_fo_node *fo = hj_child_of(page->sequence, HJ_FO_STATIC_CONTENT,
                                       hj_region_name(region));
    if (!fo)
        return;
    hj_view v = hj_region_view(page->master, region);
    if (v.w <= 0)
        return;
    kept *k = *known;
    while (k && (k->fo != fo || k->w != v.w || k->h != v.h))
        k = k->next;
    hj_galley *g = k ? k->galley : NULL;
    if (!g) {
        hj_pass_set_frame(run, page->master, v.w, v.h);
        hj_context cx = hj_root_context(NULL, artifact);
        run->asked_page = run->asked_id = run->asked_marker = false;
        g = hj_lay(&run->lx, fo, fo->first, v.w, &cx);
        if (!run->asked_page && !run->asked_marker) {
            k = HJ_NEW(run->lx.arena, kept);
            *k = (kept){fo, v.w, v.h, g, *known};
            *known = k;
        }
        if (g->y > v.h)
            hj_warning(run->lx.diags, "HJ-LAYOUT-053", hj_fo_at(fo, run->lx.diags),
                       "the static content is %d.%d pt high and %s has %d.%d pt",
                       (int)(g->y / 1000), (int)(g->y % 1000 / 100),
                       hj_fo_type_name(region->type), v.h / 1000, v.h % 1000 / 100);
    }
    hj_len x = v.seen.x, y = v.seen.y, free = v.h - (hj_len)g->y;
    p->artifact = artifact;
    p->strip = true;
    bool turned = hj_place_turned(p, region, v.seen, v.turn, false);
    if (turned)
        x = y = 0;
    p->base_x = x;
    p->base_y = y;
    if (region->in->display_align == HJ_DISPLAY_AFTER)
        y += free;
    else if (region->in->display_align == HJ_DISPLAY_CENTER)
        y += free / 2;
    hj_place_galley(p, g, -1, g->n_breaks, x, y);
    if (turned)
        hj_place_area(p, HJ_AREA_RESTORE, region);
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

typedef struct laid_list { /* the sequences of a run */
    hj_laid *laid;
    struct laid_list *next;
} laid_list;

static void place_all(hj_pass *run, const laid_list *first, hj_placer *p)
{
    run->ids = (hj_ids){0};
    run->first_marker = run->last_marker = run->newest_marker = NULL;
    for (const laid_list *l = first; l; l = l->next)
        hj_sequence_place(l->laid, p);
    if (run->lx.tree->root->id) {
        hj_id_seen(run, run->lx.tree->root->id, 0);
        hj_id_seen(run, run->lx.tree->root->id, (int)run->n_pages - 1);
    }
}

static hj_len reserved(const hj_pass *run)
{
    hj_len sum = 0;
    for (const hj_reserve *r = run->reserves; r; r = r->next)
        sum += r->h[0] + r->h[1] + r->h[2] + r->h[3];
    return sum;
}

/* One run. done: page numbers are settled and placed. */
static bool attempt(hj_pass *run, hj_placer *p, bool *done)
{
    laid_list *first = NULL, **link = &first;
    restart(run);
    const hj_fo_node *root = run->lx.tree->root;
    for (const hj_fo_node *fo = root->first; fo; fo = fo->next) {
        if (fo->type != HJ_FO_PAGE_SEQUENCE)
            continue;
        laid_list *l = HJ_NEW(run->lx.arena, laid_list);
        l->laid = hj_sequence_lay(run, fo);
        if (!l->laid)
            return false;
        const hj_fo_node *next = fo->next;
        while (next && next->type != HJ_FO_PAGE_SEQUENCE)
            next = next->next;
        hj_sequence_end(run, l->laid, next);
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

/* A reference to an object that is on no page. Documents made for others are set without it. */
static void leads_nowhere(hj_pass *run, const hj_fo_node *fo, const char *id)
{
    hj_diags *diags = run->lx.diags;
    if (run->lx.tree->strict)
        hj_error(diags, "HJ-LAYOUT-055", hj_fo_at(fo, diags),
                 "%s refers to \"%s\", which is on no page", hj_fo_type_name(fo->type), id);
    else
        hj_warning(diags, "HJ-LAYOUT-055", hj_fo_at(fo, diags),
                   "%s refers to \"%s\", which is on no page", hj_fo_type_name(fo->type), id);
}

static void missing_ids(hj_pass *run, const hj_fo_node *fo)
{
    for (; fo; fo = fo->next) {
        if (fo->first)
            missing_ids(run, fo->first);
        bool cites = fo->type == HJ_FO_PAGE_NUMBER_CITATION ||
                     fo->type == HJ_FO_PAGE_NUMBER_CITATION_LAST || fo->type == HJ_FO_BASIC_LINK;
        if (cites && fo->ref && !hj_id_find(&run->known, fo->ref))
            leads_nowhere(run, fo, fo->ref);
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
        if (mark->dest && !hj_id_find(&run->known, mark->dest)) {
            leads_nowhere(run, child, mark->dest);
            *link = bookmarks(run, child); /* those below take its place */
            while (*link)
                link = &(*link)->next;
            continue;
        }
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
