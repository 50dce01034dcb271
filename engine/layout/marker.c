/* What a document asks about its own pages: page numbers, citations, markers.
 *
 * The hard idea: nothing waits for an answer. While lines are made the last run's answers are
 * given (none in the first), and every paragraph that asked is watched; once pages are known it is
 * set again in place. Only if that changes its height is there another run. */
#include <string.h>

#include "layout/run.h"

/* ---- ids ---- */
static uint32_t hash(const char *s)
{
    uint32_t h = 2166136261u;
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

static hj_id *slot(const hj_ids *ids, const char *id)
{
    uint32_t i = hash(id) & (ids->size - 1);
    while (ids->slots[i].id && strcmp(ids->slots[i].id, id) != 0)
        i = (i + 1) & (ids->size - 1);
    return &ids->slots[i];
}

const hj_id *hj_id_find(const hj_ids *ids, const char *id)
{
    if (!ids->size || !id)
        return NULL;
    hj_id *found = slot(ids, id);
    return found->id ? found : NULL;
}

void hj_id_seen(hj_pass *run, const char *id, int page)
{
    hj_ids *ids = &run->ids;
    if (ids->n * 2 >= ids->size) {
        hj_ids more = {.size = ids->size ? ids->size * 2 : 64};
        more.slots = HJ_ARRAY(run->lx.arena, more.size, hj_id);
        for (uint32_t i = 0; i < ids->size; i++)
            if (ids->slots[i].id)
                *slot(&more, ids->slots[i].id) = ids->slots[i];
        more.n = ids->n;
        *ids = more;
    }
    hj_id *at = slot(ids, id);
    if (!at->id) {
        *at = (hj_id){id, page, page};
        ids->n++;
    }
    if (page < at->first)
        at->first = page;
    if (page > at->last)
        at->last = page;
}

/* ---- markers ---- */
bool hj_has_markers(const hj_fo_node *node)
{
    const hj_fo_node *child = node->first;
    while (child && child->type != HJ_FO_MARKER && child->type == HJ_FO_TEXT &&
           strspn(child->text, " \t\r\n") == child->text_len)
        child = child->next;
    return child && child->type == HJ_FO_MARKER;
}

void hj_marker_seen(hj_pass *run, const hj_fo_node *fo, int page)
{
    hj_marker *marker = HJ_NEW(run->lx.arena, hj_marker);
    marker->fo = fo;
    marker->first = marker->last = page;
    marker->previous = run->newest_marker;
    run->newest_marker = marker;
    if (run->last_marker)
        run->last_marker->next = marker;
    else
        run->first_marker = marker;
    run->last_marker = marker;
}

/* The object that holds the marker ends here; few are open at a time, and those are the newest. */
void hj_marker_ends(hj_pass *run, const hj_fo_node *fo, int page)
{
    for (hj_marker *m = run->newest_marker; m; m = m->previous)
        if (m->fo == fo) {
            m->last = page;
            return;
        }
}

/* XSL 1.1, 6.13.6: the best area on the page, else any there, else the last on earlier pages. */
static const hj_fo_node *page_marker(hj_pass *run, const hj_fo_node *retrieve)
{
    const hj_marker *best = NULL, *before = NULL, *first = NULL, *last = NULL;
    int page = run->page;
    for (const hj_marker *m = run->first_marker; m; m = m->next) {
        if (strcmp(m->fo->name, retrieve->name) != 0)
            continue;
        bool starts = m->first == page, ends = m->last == page;
        if (m->first <= page && m->last >= page) {
            if (!first)
                first = m;
            last = m;
        }
        switch (retrieve->raw->retrieve_position) {
        case HJ_RETRIEVE_FIRST_STARTING:
            if (starts && !best)
                best = m;
            break;
        case HJ_RETRIEVE_FIRST_INCLUDING: best = first; break;
        case HJ_RETRIEVE_LAST_STARTING:
            if (starts)
                best = m;
            break;
        case HJ_RETRIEVE_LAST_ENDING:
            if (ends)
                best = m;
            break;
        }
        if (m->first < page)
            before = m;
    }
    if (!best)
        best = retrieve->raw->retrieve_position == HJ_RETRIEVE_FIRST_STARTING ? first : last;
    if (best)
        return best->fo;
    if (retrieve->raw->retrieve_boundary == HJ_BOUNDARY_PAGE || !before)
        return NULL;
    if (retrieve->raw->retrieve_boundary != HJ_BOUNDARY_DOCUMENT &&
        before->first < run->sequence_first)
        return NULL;
    return before->fo;
}

/* The markers of a class in a stretch of a table. */
typedef struct stretch {
    const hj_table_marker *first_started, *second_started, *last_started, *last_ended;
    const hj_table_marker *first, *last; /* that are there at all */
    const hj_table_marker *before; /* the last that was over before it */
} stretch;

static void look(stretch *s, const hj_table_marker *m, const hj_pass_heading *at)
{
    if (m->start > at->from) {
        if (!s->first_started)
            s->first_started = m;
        else if (!s->second_started)
            s->second_started = m;
        s->last_started = m;
    }
    if (m->end <= at->to)
        s->last_ended = m;
    if (!s->first)
        s->first = m;
    s->last = m;
}

static stretch find_stretch(const hj_pass_heading *at, const char *name)
{
    const hj_table *table = at->table;
    stretch s = {0};
    int low = 0, high = table->n_markers;
    while (low < high) { /* the first that starts in it */
        int middle = (low + high) / 2;
        if (table->markers[middle].start > at->from)
            high = middle;
        else
            low = middle + 1;
    }
    int from = low;
    while (low > 0 && !s.before) { /* carried over from before it */
        const hj_table_marker *m = &table->markers[--low];
        if (strcmp(m->fo->name, name) != 0)
            continue;
        if (m->end <= at->from)
            s.before = m;
        else
            from = low;
    }
    for (; from < table->n_markers && table->markers[from].start <= at->to; from++)
        if (strcmp(table->markers[from].fo->name, name) == 0 &&
            (table->markers[from].end > at->from || at->from < -1))
            look(&s, &table->markers[from], at);
    return s;
}

/* XSL 1.1, 6.13.7: the best of those in the stretch, any there before none there, and then, unless
 * the boundary is the stretch or its page, the last before it. */
static const hj_fo_node *table_marker(hj_pass *run, const hj_fo_node *retrieve)
{
    const hj_table_marker *best = NULL, *other = NULL;
    if (!run->heading.table)
        return NULL;
    stretch s = find_stretch(&run->heading, retrieve->name);
    switch (retrieve->raw->retrieve_position) {
    case HJ_RETRIEVE_FIRST_STARTING:
        best = run->heading.second && s.second_started ? s.second_started : s.first_started;
        other = s.first;
        break;
    case HJ_RETRIEVE_FIRST_INCLUDING:
        best = run->heading.second && s.second_started ? s.second_started : s.first;
        break;
    case HJ_RETRIEVE_LAST_STARTING:
        best = s.last_started;
        other = s.last;
        break;
    case HJ_RETRIEVE_LAST_ENDING:
        best = s.last_ended;
        other = s.last;
        break;
    }
    if (!best)
        best = other;
    if (!best && retrieve->raw->retrieve_boundary != HJ_BOUNDARY_PAGE &&
        retrieve->raw->retrieve_boundary != HJ_BOUNDARY_TABLE_FRAGMENT)
        best = s.before; /* the boundary is the table unless it is stated */
    return best ? best->fo : NULL;
}

static const hj_fo_node *marker(hj_lx *lx, const hj_fo_node *retrieve)
{
    hj_pass *run = hj_pass_of(lx);
    const hj_fo_node *found;
    if (retrieve->type == HJ_FO_RETRIEVE_TABLE_MARKER) {
        found = table_marker(run, retrieve);
    } else {
        run->asked_marker = true;
        found = run->page < 0 ? NULL : page_marker(run, retrieve);
    }
    return found ? hj_fo_graft(found, retrieve, lx->arena) : NULL;
}

bool hj_marker_is_inline(hj_lx *lx, const hj_fo_node *retrieve)
{
    const hj_fo_node *found = marker(lx, retrieve);
    for (const hj_fo_node *child = found ? found->first : NULL; child; child = child->next) {
        if (child->type == HJ_FO_TEXT && strspn(child->text, " \t\r\n") == child->text_len)
            continue;
        return hj_is_inline(child);
    }
    return false;
}

/* ---- numbers ---- */
static const char *page_of(hj_lx *lx, const char *id, bool last)
{
    hj_pass *run = hj_pass_of(lx);
    run->asked_id = true;
    const hj_id *found = hj_id_find(&run->known, id);
    size_t page = found ? (size_t)(last ? found->last : found->first) : run->n_known;
    if (page >= run->n_known) {
        lx->unresolved = true;
        return NULL;
    }
    return run->known_labels[page];
}

/* Pages are finished at the end of a page-sequence, and before a forced break. One walk from the
 * document's beginning to the citation, or to the page-sequence whose static content it is in. */
static bool is_behind(hj_lx *lx, const hj_fo_node *citation)
{
    const hj_fo_node *stop = citation, *n = lx->tree->root;
    for (const hj_fo_node *up = citation->parent; up; up = up->parent)
        if (up->type == HJ_FO_STATIC_CONTENT)
            stop = up->parent;
    bool found = false, finished = false;
    while (n && n != stop && !finished) {
        finished = found && n->own->break_before >= HJ_BREAK_PAGE;
        found = found || (n->id && strcmp(n->id, citation->ref) == 0);
        if (n->first && n->type != HJ_FO_STATIC_CONTENT) {
            n = n->first;
            continue;
        }
        for (; n; n = n->parent) {
            bool ends = n->type == HJ_FO_PAGE_SEQUENCE || n->own->break_after >= HJ_BREAK_PAGE;
            finished = finished || (found && ends);
            if (n->next)
                break;
        }
        n = n ? n->next : NULL;
    }
    return finished || (found && n && n == stop && n->own->break_before >= HJ_BREAK_PAGE);
}

static const char **guess(hj_pass *run, const hj_fo_node *number)
{
    uint32_t count = run->lx.tree->count;
    if (!run->guesses)
        run->guesses = HJ_ARRAY(run->lx.arena, count + 1, const char *);
    return &run->guesses[number->index < count ? number->index : count];
}

/* A number wider or narrower than was thought moves the lines, so the next run begins with it. */
static const char *current_page(hj_lx *lx, const hj_fo_node *number)
{
    hj_pass *run = hj_pass_of(lx);
    run->asked_page = true;
    if (run->page >= 0)
        *guess(run, number) = run->pages[run->page].label;
    return *guess(run, number);
}

void hj_pass_callbacks(hj_pass *run)
{
    run->lx.page_of = page_of;
    run->lx.is_behind = is_behind;
    run->lx.current_page = current_page;
    run->lx.marker = marker;
}

hj_len hj_pass_reserve(hj_pass *run, const hj_fo_node *table, int which, hj_len h)
{
    hj_reserve *r = run->reserves;
    while (r && r->table != table)
        r = r->next;
    if (!r) {
        if (h <= 0)
            return 0;
        r = HJ_NEW(run->lx.arena, hj_reserve);
        r->table = table;
        r->next = run->reserves;
        run->reserves = r;
    }
    if (h > r->h[which])
        r->h[which] = h;
    return r->h[which];
}

/* ---- watched paragraphs ---- */
void hj_watch_begin(hj_lx *lx, hj_watch *watch, hj_tag *tag)
{
    hj_pass *run = hj_pass_of(lx);
    watch->unresolved = lx->unresolved;
    watch->asked_page = run->asked_page;
    watch->asked_id = run->asked_id;
    watch->before = tag ? hj_tag_latest(lx, tag) : NULL;
    /* Gone on with in the middle of an element: what stands before in it is not known here. */
    watch->amid = lx->round && tag && !watch->before && tag->first;
    lx->unresolved = run->asked_page = run->asked_id = false;
}

void hj_watch_end(hj_lx *lx, hj_watch *watch, bool divided, hj_node *line, size_t n,
                  const hj_fo_node *block, const hj_fo_node *first, hj_tag *tag,
                  hj_artifact artifact, hj_len measure)
{
    hj_pass *run = hj_pass_of(lx);
    if (line && run->page < 0 && (run->asked_page || run->asked_id)) {
        hj_watched *w = HJ_NEW(lx->arena, hj_watched);
        w->block = block;
        w->first = first;
        w->tag = tag;
        w->before = watch->before;
        w->last = tag ? hj_tag_latest(lx, tag) : NULL;
        w->divided = divided || watch->amid;
        w->artifact = artifact;
        w->measure = measure;
        w->line = line;
        w->n = n;
        if (run->last_watched)
            run->last_watched->next = w;
        else
            run->first_watched = w;
        run->last_watched = w;
    }
    lx->unresolved |= watch->unresolved;
    run->asked_page |= watch->asked_page;
    run->asked_id |= watch->asked_id;
}

/* The tag's children after before up to last give way to those of fresh; footnotes among them stay:
 * they are not set again. */
static void splice(hj_lx *lx, hj_tag *tag, hj_tag *before, hj_tag *last, hj_tag *fresh)
{
    hj_tag *from = before ? before->next : tag->first;
    hj_tag *after = !last || last == before ? from : last->next;
    for (hj_tag *child = from, *next; child != after; child = next) {
        next = child->next;
        if (child->role && child->node && child->node->type == HJ_FO_FOOTNOTE_BODY) {
            child->next = NULL;
            hj_tag_adopt(lx, fresh, child);
        }
    }
    for (hj_tag *child = fresh->first; child; child = child->next)
        child->parent = tag;
    hj_tag *head = fresh->first ? fresh->first : after;
    if (before)
        before->next = head;
    else
        tag->first = head;
    if (fresh->last)
        fresh->last->next = after;
    if (!after)
        tag->last = fresh->last ? fresh->last : before;
}

void hj_watch_drop(hj_pass *run, const hj_fo_node *start, bool within)
{
    hj_watched **link = &run->first_watched, *last = NULL;
    while (*link && (*link)->first->index < start->index) {
        last = *link;
        link = &last->next;
    }
    if (within && *link && (*link)->first == start) {
        (*link)->divided = true;
        last = *link;
        link = &last->next;
    }
    *link = NULL;
    run->last_watched = last;
}

/* Each number of the paragraph becomes that of its line's page; false when they all were. */
static bool guess_pages(hj_pass *run, const hj_watched *w, const hj_line *lines)
{
    bool other = false;
    const hj_node *node = w->line;
    for (size_t i = 0; i < w->n && node; i++, node = node->next) {
        while (node && (node->kind != HJ_NODE_LINE || node->fo != w->block))
            node = node->next;
        if (!node || (size_t)node->page >= run->n_pages)
            break;
        for (size_t k = 0; k < lines[i].n_numbers; k++) {
            *guess(run, lines[i].numbers[k]) = run->pages[node->page].label;
            other = other || node->page != w->line->page;
        }
    }
    return other;
}

static bool refresh(hj_pass *run, hj_watched *w)
{
    hj_lx *lx = &run->lx;
    const hj_fo_node *rest;
    size_t n = 0;
    hj_tag *fresh = NULL;
    if (w->divided) /* set in two measures: another run answers it */
        return run->attempt > 0;
    if (w->tag) {
        fresh = HJ_NEW(lx->arena, hj_tag);
        *fresh = *w->tag;
        fresh->first = fresh->last = fresh->met = NULL;
    }
    run->page = w->line->page;
    hj_para *para = hj_para_new(lx, w->block, w->first, &rest, fresh, w->artifact);
    const hj_line *lines = para ? hj_para_break(para, w->measure, &n) : NULL;
    hj_para_free(para);
    run->page = -1;
    if (n == w->n && guess_pages(run, w, lines)) { /* some of its lines are on another page */
        if (fresh)
            fresh->first = fresh->last = fresh->met = NULL;
        para = hj_para_new(lx, w->block, w->first, &rest, fresh, w->artifact);
        lines = para ? hj_para_break(para, w->measure, &n) : NULL;
        hj_para_free(para);
    }
    if (n != w->n)
        return false;
    hj_node *node = w->line;
    for (size_t i = 0; i < n; i++) {
        while (node && (node->kind != HJ_NODE_LINE || node->fo != w->block))
            node = node->next;
        if (!node || !lines || lines[i].height != node->y1 - node->y0)
            return false;
        node = node->next;
    }
    node = w->line;
    for (size_t i = 0; i < n; i++) {
        while (node->kind != HJ_NODE_LINE || node->fo != w->block)
            node = node->next;
        node->u.line.areas = lines[i].areas;
        node->u.line.n = lines[i].n_areas;
        node = node->next;
    }
    if (w->tag) {
        hj_tag *last = w->last;
        w->last = fresh->last ? fresh->last : w->before;
        splice(lx, w->tag, w->before, last, fresh);
    }
    return true;
}

bool hj_watched_refresh(hj_pass *run)
{
    bool same = true;
    for (hj_watched *w = run->first_watched; w; w = w->next)
        same &= refresh(run, w);
    return same;
}
