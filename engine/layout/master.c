/* Page masters: which one a page gets, where its regions lie, how its number is written. */
#include <string.h>

#include "layout/run.h"

static const hj_fo_node *masters(const hj_fo_node *fo)
{
    while (fo->parent)
        fo = fo->parent;
    for (fo = fo->first; fo; fo = fo->next)
        if (fo->type == HJ_FO_LAYOUT_MASTER_SET)
            return fo->first;
    return NULL;
}

static const hj_fo_node *named(const hj_fo_node *first, const char *name, bool simple)
{
    for (; first; first = first->next)
        if (first->name && strcmp(first->name, name) == 0 &&
            (first->type == HJ_FO_SIMPLE_PAGE_MASTER ||
             (!simple && first->type == HJ_FO_PAGE_SEQUENCE_MASTER)))
            return first;
    return NULL;
}

static bool condition_holds(const hj_fo_raw *raw, int k, int number, bool last, bool blank)
{
    bool odd = number % 2 != 0;
    switch (raw->page_position) {
    case HJ_PAGE_FIRST: if (k != 0) return false; break;
    case HJ_PAGE_LAST: if (!last) return false; break;
    case HJ_PAGE_REST: if (k == 0 || last) return false; break;
    case HJ_PAGE_ONLY: if (k != 0 || !last) return false; break;
    default: break;
    }
    if ((raw->odd_or_even == HJ_PARITY_ODD && !odd) || (raw->odd_or_even == HJ_PARITY_EVEN && odd))
        return false;
    if ((raw->blank_or_not_blank == HJ_BLANK_BLANK && !blank) ||
        (raw->blank_or_not_blank == HJ_BLANK_NOT_BLANK && blank))
        return false;
    return true;
}

/* "rest" is neither first nor last; but where no alternative names the last page, what stands for
 * the rest stands for it too, as every formatter does. */
static const hj_fo_node *alternative(const hj_fo_node *list, int k, int number, bool last,
                                     bool blank)
{
    for (int pass = 0; pass < 2; pass++) {
        for (const hj_fo_node *c = list->first; c; c = c->next)
            if (c->type == HJ_FO_CONDITIONAL_PAGE_MASTER_REFERENCE &&
                condition_holds(c->raw, k, number, last && pass == 0, blank))
                return c;
        if (!last)
            break;
    }
    return NULL;
}

/* The n-th part of the sequence master that page k falls into; k becomes the page in it. */
static const hj_fo_node *sub_sequence(const hj_fo_node *master, int k)
{
    const hj_fo_node *child = master->first, *last = NULL;
    for (; child; child = child->next) {
        if (child->type == HJ_FO_SINGLE_PAGE_MASTER_REFERENCE) {
            if (k == 0)
                return child;
            k--;
        } else if (child->type == HJ_FO_REPEATABLE_PAGE_MASTER_REFERENCE ||
                   child->type == HJ_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES) {
            int repeats = child->raw->maximum_repeats;
            if (repeats < 0 || k < repeats)
                return child;
            k -= repeats;
        } else {
            continue;
        }
        last = child;
    }
    return last; /* used up: its last part goes on */
}

const hj_fo_node *hj_master_find(const hj_sequence *s, int k, bool last, bool blank,
                                 const hj_fo_node **wanting)
{
    const hj_fo_node *first = masters(s->fo), *sub = NULL;
    const hj_fo_node *master = first && s->fo->ref ? named(first, s->fo->ref, false) : NULL;
    *wanting = s->fo;
    if (!master || master->type == HJ_FO_SIMPLE_PAGE_MASTER)
        return master;
    *wanting = master;
    sub = sub_sequence(master, k);
    if (sub && sub->type == HJ_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
        sub = alternative(sub, k, s->first_number + k, last, blank);
    if (!sub || !sub->ref)
        return NULL;
    *wanting = sub;
    return named(first, sub->ref, true);
}

const hj_fo_node *hj_master_for(const hj_sequence *s, int k, bool last, bool blank)
{
    hj_diags *diags = s->run->lx.diags;
    const hj_fo_node *wanting, *found = hj_master_find(s, k, last, blank, &wanting);
    if (!found && wanting->type == HJ_FO_PAGE_SEQUENCE_MASTER)
        hj_error(diags, "HJ-LAYOUT-031", hj_fo_at(wanting, diags),
                 "page-sequence-master \"%s\" has no master for page %d", wanting->name, k + 1);
    else if (!found)
        hj_error(diags, "HJ-LAYOUT-030", hj_fo_at(wanting, diags),
                 "there is no page master named \"%s\"",
                 wanting->ref ? wanting->ref : "");
    return found;
}

const hj_fo_node *hj_region_of(const hj_fo_node *master, hj_fo_type type)
{
    for (const hj_fo_node *child = master->first; child; child = child->next)
        if (child->type == type)
            return child;
    return NULL;
}

const char *hj_region_name(const hj_fo_node *region)
{
    if (region->name)
        return region->name;
    switch (region->type) {
    case HJ_FO_REGION_BEFORE: return "xsl-region-before";
    case HJ_FO_REGION_AFTER: return "xsl-region-after";
    case HJ_FO_REGION_START: return "xsl-region-start";
    case HJ_FO_REGION_END: return "xsl-region-end";
    default: return "xsl-region-body";
    }
}

static hj_len page_width(const hj_fo_node *master)
{
    return hj_length_resolve(master->raw->page_width, 0, HJ_MM(210));
}

static hj_len page_height(const hj_fo_node *master)
{
    return hj_length_resolve(master->raw->page_height, 0, HJ_MM(297));
}

static hj_rect page_area(const hj_fo_node *master)
{
    const hj_length *m = master->own->margin;
    hj_len w = page_width(master), h = page_height(master);
    hj_rect r;
    r.x = hj_length_resolve(m[HJ_START], w, 0);
    r.y = hj_length_resolve(m[HJ_BEFORE], h, 0);
    r.w = w - r.x - hj_length_resolve(m[HJ_END], w, 0);
    r.h = h - r.y - hj_length_resolve(m[HJ_AFTER], h, 0);
    return r;
}

/* A percentage of extent refers to the page (XSL 1.1, 7.27.4), and so do here those of a region's
 * margins, whose containing block is the page. */
static hj_len extent(const hj_fo_node *region, hj_len reference)
{
    return region ? hj_length_resolve(region->own->extent, reference, 0) : 0;
}

hj_rect hj_region_rect(const hj_fo_node *master, const hj_fo_node *region)
{
    hj_rect r = page_area(master);
    const hj_fo_node *before = hj_region_of(master, HJ_FO_REGION_BEFORE);
    const hj_fo_node *after = hj_region_of(master, HJ_FO_REGION_AFTER);
    hj_len w = page_width(master), h = page_height(master);
    hj_len top = extent(before, h), bottom = extent(after, h);
    hj_len start = extent(hj_region_of(master, HJ_FO_REGION_START), w);
    hj_len end = extent(hj_region_of(master, HJ_FO_REGION_END), w);
    const hj_length *m = region->own->margin;
    switch (region->type) {
    case HJ_FO_REGION_BEFORE:
    case HJ_FO_REGION_AFTER:
        if (region->type == HJ_FO_REGION_AFTER)
            r.y += r.h - bottom;
        r.h = region->type == HJ_FO_REGION_BEFORE ? top : bottom;
        if (!region->own->precedence) {
            r.x += start;
            r.w -= start + end;
        }
        break;
    case HJ_FO_REGION_START:
    case HJ_FO_REGION_END:
        if (region->type == HJ_FO_REGION_END)
            r.x += r.w - end;
        r.w = region->type == HJ_FO_REGION_START ? start : end;
        if (before && before->own->precedence) {
            r.y += top;
            r.h -= top;
        }
        if (after && after->own->precedence)
            r.h -= bottom;
        break;
    default: {
        hj_rect page = r;
        r.x += hj_length_resolve(m[HJ_START], w, 0);
        r.y += hj_length_resolve(m[HJ_BEFORE], h, 0);
        r.w -= r.x - page.x + hj_length_resolve(m[HJ_END], w, 0);
        r.h -= r.y - page.y + hj_length_resolve(m[HJ_AFTER], h, 0);
        break;
    }
    }
    return r;
}

hj_view hj_region_view(const hj_fo_node *master, const hj_fo_node *region)
{
    hj_view v = {0};
    hj_rect r = region ? hj_region_rect(master, region) : page_area(master);
    if (region) {
        hj_len reference = r.w, left = hj_edge(region, HJ_START, reference);
        hj_len top = hj_edge(region, HJ_BEFORE, reference);
        r.x += left;
        r.y += top;
        r.w -= left + hj_edge(region, HJ_END, reference);
        r.h -= top + hj_edge(region, HJ_AFTER, reference);
        v.turn = region->own->reference_orientation;
    }
    v.seen = r;
    v.w = v.turn % 180 ? r.h : r.w;
    v.h = v.turn % 180 ? r.w : r.h;
    return v;
}

hj_view hj_body_view(const hj_fo_node *master)
{
    return hj_region_view(master, hj_region_of(master, HJ_FO_REGION_BODY));
}

/* ---- numbers ---- */
static const char *roman(hj_arena *arena, int n, bool upper)
{
    static const struct { int value; const char *low, *high; } parts[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"}, {100, "c", "C"},
        {90, "xc", "XC"}, {50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"}, {9, "ix", "IX"},
        {5, "v", "V"}, {4, "iv", "IV"}, {1, "i", "I"}};
    char out[64] = "";
    for (size_t i = 0; i < HJ_COUNT(parts); i++)
        for (; n >= parts[i].value && strlen(out) < 60; n -= parts[i].value)
            strcat(out, upper ? parts[i].high : parts[i].low);
    return hj_arena_strdup(arena, out);
}

static const char *letters(hj_arena *arena, int n, char a)
{
    char out[16];
    size_t at = sizeof out;
    out[--at] = 0;
    for (; n > 0 && at > 0; n = (n - 1) / 26)
        out[--at] = (char)(a + (n - 1) % 26);
    return hj_arena_strdup(arena, out + at);
}

const char *hj_page_label(hj_arena *arena, int number, const char *format)
{
    if (!format || !*format)
        format = "1";
    char last = format[strlen(format) - 1];
    if ((last == 'i' || last == 'I') && number > 0 && number < 4000)
        return roman(arena, number, last == 'I');
    if ((last == 'a' || last == 'A') && number > 0)
        return letters(arena, number, last);
    int width = 0;
    for (const char *p = format; *p == '0' || *p == '1'; p++)
        width++;
    return hj_arena_printf(arena, "%0*d", width, number);
}
