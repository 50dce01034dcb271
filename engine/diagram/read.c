/* A diagram's XML, checked and taken into the model.
 *
 * The hard idea: everything is checked against the vocabulary first (names, places, what must be
 * there), so that the code for each kind only asks for values; every fault is told with its line,
 * and a diagram with a fault is not drawn at all. */
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "base/element.h"
#include "diagram/internal.h"

#define FO_EXTENSIONS "urn:hjemmel:fo:1"
#define XML_NS "http://www.w3.org/XML/1998/namespace"

typedef struct reader {
    hj_arena *arena;
    hj_diags *diags;
    hj_place place;
    bool own_lines; /* lines of the nodes are lines of place.file */
    bool full; /* something was over a cap: told once */
    int errors;
    hj_diagram *d;
} reader;

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

static const char *value_of(const xmlAttr *a)
{
    return a->children && a->children->content ? (const char *)a->children->content : "";
}

static bool in_namespace(const xmlNs *ns, const char *href)
{
    return ns && ns->href && strcmp((const char *)ns->href, href) == 0;
}

bool hj_diagram_is(const void *node)
{
    const xmlNode *n = node;
    return n && n->type == XML_ELEMENT_NODE && in_namespace(n->ns, HJ_DIAGRAM_NAMESPACE);
}

/* The template line written on the nearest element, else the node's own line where that counts. */
static hj_place place_of(const reader *r, const xmlNode *node)
{
    hj_place place = r->place;
    const char *above = place.path ? place.path : "";
    place.path = hj_arena_printf(r->arena, "%s%sd:%s", above, *above ? "/" : "", name_of(node));
    int depth = 0;
    for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE && depth < 4; n = n->parent) {
        depth++;
        const char *file = NULL, *line = NULL;
        for (const xmlAttr *a = n->properties; a; a = a->next) {
            if (!in_namespace(a->ns, FO_EXTENSIONS))
                continue;
            if (strcmp((const char *)a->name, "fil") == 0)
                file = value_of(a);
            else if (strcmp((const char *)a->name, "linje") == 0)
                line = value_of(a);
        }
        if (!file || !line)
            continue;
        place.file = hj_arena_strdup(r->arena, file);
        place.line = 0;
        for (; *line >= '0' && *line <= '9' && place.line < 10000000; line++)
            place.line = place.line * 10 + (*line - '0');
        return place;
    }
    long line = xmlGetLineNo((xmlNode *)node);
    if (r->own_lines && line > 0)
        place.line = (int)line;
    return place;
}

static void bad_value(reader *r, const xmlNode *node, const char *name, const char *wanted)
{
    r->errors++;
    hj_error(r->diags, "HJ-DIAGRAM-001", place_of(r, node),
             "d:%s, %s: \"%.40s\" is not what may stand there", name_of(node), name,
             hj_attribute_if(node, name));
    hj_hint(r->diags, "it may be: %s", wanted);
}

/* ---- names and places, by the vocabulary ---- */

static const char *suggest(const char *name, const char *parent)
{
    const char *names[64];
    size_t n = 0;
    for (size_t i = 0; i < hj_diagram_n_elements && n < HJ_COUNT(names); i++)
        if (hj_diagram_rule(hj_diagram_elements[i].name, parent) == &hj_diagram_elements[i])
            names[n++] = hj_diagram_elements[i].name;
    return hj_nearest(name, names, n);
}

static void check_attributes(reader *r, const xmlNode *node, const hj_element_rule *rule)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (in_namespace(a->ns, FO_EXTENSIONS) || in_namespace(a->ns, XML_NS))
            continue;
        const char *names[HJ_COUNT(rule->attributes)];
        size_t n = 0;
        bool known = false;
        for (const hj_attribute_rule *at = rule->attributes; at->name; at++) {
            names[n++] = at->name;
            known |= !a->ns && strcmp(at->name, (const char *)a->name) == 0;
        }
        if (known)
            continue;
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-002", place_of(r, node), "d:%s has no attribute %s",
                 rule->name, (const char *)a->name);
        const char *near = hj_nearest((const char *)a->name, names, n);
        if (near)
            hj_hint(r->diags, "did you mean %s?", near);
    }
    for (const hj_attribute_rule *at = rule->attributes; at->name; at++) {
        const char *value = hj_attribute_if(node, at->name);
        if (at->needed && !value) {
            r->errors++;
            hj_error(r->diags, "HJ-DIAGRAM-003", place_of(r, node), "d:%s needs the attribute %s",
                     rule->name, at->name);
        } else if (value && hj_utf8_count(value, strlen(value)) > HJ_MAX_TEXT) {
            r->errors++;
            hj_error(r->diags, "HJ-DIAGRAM-004", place_of(r, node),
                     "d:%s, %s: longer than %d characters", rule->name, at->name, HJ_MAX_TEXT);
        }
    }
}

static bool is_blank(const char *s)
{
    return !s[strspn(s, " \t\r\n")];
}

/* The element and all below it. Elements have at most three levels, so depth is bound by the
 * vocabulary: what is unknown is told and not gone into. */
static void check(reader *r, const xmlNode *node, const hj_element_rule *rule)
{
    check_attributes(r, node, rule);
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) {
            if (!rule->text && c->content && !is_blank((const char *)c->content)) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-005", place_of(r, node),
                         "text may not stand directly in d:%s", rule->name);
            }
            continue;
        }
        if (c->type != XML_ELEMENT_NODE)
            continue;
        const hj_element_rule *inner = in_namespace(c->ns, HJ_DIAGRAM_NAMESPACE)
                                           ? hj_diagram_rule(name_of(c), rule->name) : NULL;
        if (inner) {
            check(r, c, inner);
            continue;
        }
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-006", place_of(r, c), "%s may not stand in d:%s",
                 name_of(c), rule->name);
        const char *near = suggest(name_of(c), rule->name);
        if (near)
            hj_hint(r->diags, "did you mean d:%s?", near);
    }
}

/* ---- values ---- */

/* The text of s with white space collapsed, in the diagram's arena. */
static const char *collapsed(reader *r, const char *s, size_t n)
{
    char *out = hj_arena_strndup(r->arena, s, n), *to = out;
    for (size_t i = 0; i < n; i++) {
        bool blank = strchr(" \t\r\n", s[i]) != NULL;
        if (!blank)
            *to++ = s[i];
        else if (to > out && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > out && to[-1] == ' ')
        to--;
    *to = 0;
    return out;
}

static const char *text_of(reader *r, const xmlNode *node)
{
    hj_buf all = {0};
    for (const xmlNode *c = node->children; c; c = c->next)
        if ((c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE) && c->content)
            hj_buf_str(&all, (const char *)c->content);
    const char *text = collapsed(r, all.data ? all.data : "", all.len);
    hj_buf_free(&all);
    if (hj_utf8_count(text, strlen(text)) > HJ_MAX_TEXT) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-007", place_of(r, node),
                 "d:%s holds more than %d characters", name_of(node), HJ_MAX_TEXT);
        return "";
    }
    return text;
}

static const char *string(reader *r, const xmlNode *node, const char *name, const char *fallback)
{
    const char *text = hj_attribute_if(node, name);
    text = text ? collapsed(r, text, strlen(text)) : "";
    return *text ? text : fallback;
}

static const char *needed(reader *r, const xmlNode *node, const char *name)
{
    const char *text = string(r, node, name, NULL);
    if (!text && hj_attribute_if(node, name)) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-008", place_of(r, node), "d:%s: %s is empty", name_of(node),
                 name);
    }
    return text ? text : "";
}

/* Digits with at most one point; at most 15 of them count, so that v is exact. */
static bool number(const char *s, hj_datum *out)
{
    bool minus = *s == '-', point = false;
    double v = 0, scale = 1;
    int digits = 0, decimals = 0, seen = 0;
    if (minus)
        s++;
    for (; (*s >= '0' && *s <= '9') || (*s == '.' && !point); s++) {
        if (*s == '.') {
            point = true;
            continue;
        }
        seen++;
        digits += digits || *s != '0';
        decimals += point;
        if (digits > 15 || decimals > 9)
            continue; /* beyond what is drawn */
        v = v * 10 + (*s - '0');
        if (point)
            scale *= 10;
    }
    if (*s || !seen || seen > 40 || digits - decimals > 15)
        return false;
    out->v = (minus ? -v : v) / scale;
    out->decimals = decimals < 9 ? decimals : 9;
    return fabs(out->v) <= HJ_MAX_VALUE;
}

static void wrong_number(reader *r, const xmlNode *node, const char *text)
{
    r->errors++;
    hj_error(r->diags, "HJ-DIAGRAM-009", place_of(r, node),
             "d:%s: \"%.40s\" is not a number a diagram can show", name_of(node), text);
    if (strchr(text, ','))
        hj_hint(r->diags, "numbers have a decimal point here: 3.5; the comma is set in print");
    else if (!*text)
        hj_hint(r->diags, "when there is no value, write d:missing");
    else
        hj_hint(r->diags, "digits, a point and a minus; at most 15 digits before the point");
}

static hj_datum number_of(reader *r, const xmlNode *node, const char *name)
{
    hj_datum v = {0};
    const char *text = hj_attribute_if(node, name);
    if (text && !number(collapsed(r, text, strlen(text)), &v))
        wrong_number(r, node, text);
    return v;
}

static int whole(reader *r, const xmlNode *node, const char *name, int low, int high)
{
    const char *text = hj_attribute_if(node, name);
    hj_datum v = {0};
    if (!text)
        return 0;
    if (!number(text, &v) || v.decimals || v.v < low || v.v > high) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-010", place_of(r, node),
                 "d:%s, %s: \"%.40s\" is not a whole number from %d to %d", name_of(node), name,
                 text, low, high);
        return low;
    }
    return (int)v.v;
}

/* Index of the word among words, blank between; fallback when the attribute is not there. */
static int choice(reader *r, const xmlNode *node, const char *name, const char *words,
                  int fallback)
{
    const char *text = hj_attribute_if(node, name), *p = words;
    if (!text)
        return fallback;
    for (int i = 0; *p; i++) {
        size_t n = strcspn(p, " ");
        if (strlen(text) == n && memcmp(text, p, n) == 0)
            return i;
        p += n + (p[n] == ' ');
    }
    bad_value(r, node, name, words);
    return fallback;
}

static bool truth(reader *r, const xmlNode *node, const char *name, bool fallback)
{
    return choice(r, node, name, "false true", fallback) == 1;
}

static bool digits(const char *s, int n, int *out)
{
    *out = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return false;
        *out = *out * 10 + (s[i] - '0');
    }
    return true;
}

static hj_when when(reader *r, const xmlNode *node, const char *name)
{
    hj_when none = {HJ_DATE_NONE, HJ_DATE_NONE, false}, out = none;
    const char *text = hj_attribute_if(node, name);
    int year, week;
    if (!text)
        return none;
    if (strlen(text) == 8 && digits(text, 4, &year) && text[4] == '-' && text[5] == 'W'
        && digits(text + 6, 2, &week)) {
        out.from = hj_date_from_iso_week(year, week, 1);
        out.to = hj_date_from_iso_week(year, week, 7);
        out.week = true;
    } else {
        out.from = out.to = hj_date_parse(text);
    }
    if (out.from == HJ_DATE_NONE || out.to == HJ_DATE_NONE) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-011", place_of(r, node),
                 "d:%s, %s: \"%.40s\" is not a date", name_of(node), name, text);
        hj_hint(r->diags, "a day is written 2026-11-22, a week 2026-W47");
        return none;
    }
    r->d->weeks |= out.week;
    return out;
}

/* ---- counting, so that memory is asked for once and under a cap ---- */

static int count(reader *r, const xmlNode *node, const char *name, int most)
{
    int n = 0;
    for (const xmlNode *c = node->children; c; c = c->next)
        n += c->type == XML_ELEMENT_NODE && (!name || strcmp(name_of(c), name) == 0);
    if (n > most) {
        r->errors++;
        r->full = true;
        hj_error(r->diags, "HJ-DIAGRAM-012", place_of(r, node),
                 "d:%s has %d d:%s: at most %d can be shown", name_of(node), n,
                 name ? name : "bar", most);
        hj_hint(r->diags, "divide it into several diagrams, or sum the small ones up");
        return 0;
    }
    return n;
}

#define EACH(child, node, called)                                                              \
    for (const xmlNode *child = (node)->children; child; child = child->next)                  \
        if (child->type == XML_ELEMENT_NODE && strcmp(name_of(child), called) == 0)

/* ---- colours ---- */

static double linear(unsigned channel)
{
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Contrast against white (WCAG 2.1, 1.4.11 wants 3:1 of what must be seen). */
double hj_contrast(hj_color color)
{
    double l = 0.2126 * linear(color >> 24) + 0.7152 * linear(color >> 16 & 255)
               + 0.0722 * linear(color >> 8 & 255);
    return 1.05 / (l + 0.05);
}

static void colors(reader *r, const xmlNode *node)
{
    /* Told apart by those who do not see red or green, and in grey by their patterns. */
    static const hj_color palette[HJ_MAX_SERIES] = {
        0x0f6673ff, 0xc2560aff, 0x2f62b5ff, 0xa83279ff, 0x6b7000ff, 0x4d5a61ff, 0x7a2e1dff,
        0x12313fff,
    };
    memcpy(r->d->colors, palette, sizeof palette);
    r->d->dark = palette[HJ_MAX_SERIES - 1];
    const char *text = hj_attribute_if(node, "colors");
    for (int i = 0; text && *(text += strspn(text, " ,")); i++) {
        uint32_t rgb = 0;
        int n = 0;
        if (*text == '#')
            for (n = 1; n < 7; n++) {
                char c = text[n];
                int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
                            : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
                if (digit < 0)
                    break;
                rgb = rgb << 4 | (uint32_t)digit;
            }
        if (n != 7 || (text[7] && !strchr(" ,", text[7])) || i >= HJ_MAX_SERIES) {
            bad_value(r, node, "colors", "#rrggbb …, at most 8");
            return;
        }
        text += 7;
        r->d->colors[i] = rgb << 8 | 0xff;
        if (i == (r->d->kind == HJ_D_TIMELINE))
            r->d->dark = r->d->colors[i];
        if (hj_contrast(r->d->colors[i]) < 3) {
            hj_warning(r->diags, "HJ-DIAGRAM-013", place_of(r, node), "the colour #%06x can hardly "
                       "be seen on white: its contrast is below 3:1", (unsigned)rgb);
            hj_hint(r->diags, "WCAG 2.1, 1.4.11; take a darker one");
        }
    }
}

/* ---- the kinds ---- */

static void read_row(reader *r, const xmlNode *node, hj_xy_row *row, bool line)
{
    hj_diagram *d = r->d;
    row->label = string(r, node, "label", "");
    row->date = when(r, node, "date");
    row->values = HJ_ARRAY(r->arena, (size_t)d->n_series + 1, hj_datum);
    bool dated = row->date.from != HJ_DATE_NONE;
    if (!line && (dated || !*row->label)) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-014", place_of(r, node),
                 "a d:row of d:bars needs a label, and has no date");
    }
    int n = 0;
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (n < d->n_series) {
            hj_datum *v = &row->values[n];
            v->missing = strcmp(name_of(c), "missing") == 0;
            if (!v->missing) {
                const char *text = text_of(r, c);
                if (!number(text, v))
                    wrong_number(r, c, text);
            }
            if (v->decimals > d->decimals)
                d->decimals = v->decimals;
        }
        n++;
    }
    if (n != d->n_series) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-015", place_of(r, node),
                 "the row has %d values, but there are %d series", n, d->n_series);
        hj_hint(r->diags, "where there is no value, write d:missing");
    }
}

static void read_xy(reader *r, const xmlNode *node)
{
    static const hj_series unnamed = {""};
    hj_diagram *d = r->d;
    bool line = d->kind == HJ_D_LINE;
    d->unit = string(r, node, "unit", "");
    d->show = choice(r, node, "values", "auto show hide", HJ_VALUES_AUTO);
    if (line) {
        d->zero = truth(r, node, "zero", false);
    } else {
        d->direction = choice(r, node, "direction", "auto vertical horizontal", HJ_AUTO_WAY);
        d->stacked = truth(r, node, "stacked", false);
    }
    int n = count(r, node, "series", HJ_MAX_SERIES);
    d->series = HJ_ARRAY(r->arena, (size_t)n + 1, hj_series);
    if (!n)
        d->series[d->n_series++] = unnamed;
    EACH(c, node, "series")
        if (d->n_series < n) {
            const char *name = string(r, c, "name", "");
            if (n > 1 && !*name) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-016", place_of(r, c),
                         "a series needs a name when there are several");
            }
            d->series[d->n_series++].name = name;
        }
    int rows = count(r, node, "row", HJ_MAX_ROWS);
    if (rows * d->n_series > HJ_MAX_VALUES)
        rows = count(r, node, "row", HJ_MAX_VALUES / d->n_series);
    if (r->full)
        return;
    d->rows = HJ_ARRAY(r->arena, (size_t)rows + 1, hj_xy_row);
    int dated = 0;
    EACH(c, node, "row")
        if (d->n_rows < rows) {
            hj_xy_row *row = &d->rows[d->n_rows++];
            read_row(r, c, row, line);
            dated += row->date.from != HJ_DATE_NONE;
            if (line && row->date.from == HJ_DATE_NONE && !*row->label) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-017", place_of(r, c),
                         "a d:row of d:line needs a label or a date");
            }
            if (dated && d->n_rows > 1 && row->date.from != HJ_DATE_NONE
                && row->date.from <= d->rows[d->n_rows - 2].date.from) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-018", place_of(r, c),
                         "the dates of rows must rise, and this one does not");
            }
        }
    if (line && dated && dated != d->n_rows) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-019", place_of(r, node),
                 "some rows have a date and some have none");
    }
    d->dated = dated > 0;
}

static void in_order(reader *r, const xmlNode *node, const hj_when *from, const hj_when *to)
{
    if (from->from == HJ_DATE_NONE || to->to == HJ_DATE_NONE || from->from <= to->to)
        return;
    r->errors++;
    hj_error(r->diags, "HJ-DIAGRAM-020", place_of(r, node), "d:%s ends before it begins",
             name_of(node));
}

static int done_of(reader *r, const xmlNode *node)
{
    const char *text = hj_attribute_if(node, "done");
    hj_datum v;
    if (!text || strcmp(text, "false") == 0)
        return 0;
    if (strcmp(text, "true") == 0)
        return 100;
    if (number(text, &v) && v.v >= 0 && v.v <= 100)
        return (int)(v.v + 0.5);
    bad_value(r, node, "done", "true, false, 0 … 100");
    return 0;
}

static void read_task(reader *r, const xmlNode *node, hj_task *task)
{
    int n = count(r, node, NULL, HJ_MAX_ITEMS);
    task->label = needed(r, node, "label");
    task->items = HJ_ARRAY(r->arena, (size_t)n + 1, hj_span_item);
    for (const xmlNode *c = node->children; c && task->n_items < n; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        hj_span_item *item = &task->items[task->n_items++];
        item->milestone = strcmp(name_of(c), "milestone") == 0;
        if (item->milestone) {
            item->from = when(r, c, "date");
            item->to = when(r, c, "was");
            item->label = string(r, c, "label", NULL);
            item->done = truth(r, c, "done", false) ? 100 : 0;
        } else {
            item->from = when(r, c, "from");
            item->to = when(r, c, "to");
            item->done = done_of(r, c);
            in_order(r, c, &item->from, &item->to);
        }
    }
}

static void read_timeline(reader *r, const xmlNode *node)
{
    hj_diagram *d = r->d;
    d->from = when(r, node, "from");
    d->to = when(r, node, "to");
    d->points = string(r, node, "points", NULL);
    d->today = when(r, node, "today");
    in_order(r, node, &d->from, &d->to);
    d->tick = choice(r, node, "tick", "auto day week month quarter year", HJ_TICK_AUTO);
    int n = count(r, node, "task", HJ_MAX_TASKS);
    d->tasks = HJ_ARRAY(r->arena, (size_t)n + 1, hj_task);
    EACH(c, node, "task")
        if (d->n_tasks < n)
            read_task(r, c, &d->tasks[d->n_tasks++]);
}

static void read_axis(reader *r, const xmlNode *node, int axis)
{
    hj_diagram *d = r->d;
    if (d->axis[axis]) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-021", place_of(r, node), "there are two d:%s",
                 name_of(node));
        return;
    }
    d->axis[axis] = needed(r, node, "label");
    int n = count(r, node, "level", HJ_MAX_LEVELS);
    EACH(c, node, "level")
        if (d->n_levels[axis] < n)
            d->levels[axis][d->n_levels[axis]++] = text_of(r, c);
    if (d->n_levels[axis] < 2) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-022", place_of(r, node), "d:%s needs at least two d:level",
                 name_of(node));
    }
}

static void read_risk(reader *r, const xmlNode *node, hj_risk *risk)
{
    const hj_diagram *d = r->d;
    int x = d->n_levels[0] ? d->n_levels[0] : 1, y = d->n_levels[1] ? d->n_levels[1] : 1;
    risk->nr = needed(r, node, "nr");
    if (hj_utf8_count(risk->nr, strlen(risk->nr)) > 4) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-023", place_of(r, node),
                 "d:risk, nr: more than four characters have no room in its circle");
    }
    risk->label = text_of(r, node);
    risk->x = whole(r, node, "x", 1, x);
    risk->y = whole(r, node, "y", 1, y);
    risk->was_x = whole(r, node, "was-x", 1, x);
    risk->was_y = whole(r, node, "was-y", 1, y);
    if (!risk->was_x != !risk->was_y) {
        r->errors++;
        hj_error(r->diags, "HJ-DIAGRAM-024", place_of(r, node),
                 "d:risk has only one of was-x and was-y");
    }
}

static void read_matrix(reader *r, const xmlNode *node)
{
    hj_diagram *d = r->d;
    d->list = truth(r, node, "list", true);
    EACH(c, node, "x")
        read_axis(r, c, 0);
    EACH(c, node, "y")
        read_axis(r, c, 1);
    for (int axis = 0; axis < 2; axis++)
        if (!d->axis[axis]) {
            r->errors++;
            hj_error(r->diags, "HJ-DIAGRAM-025", place_of(r, node), "d:matrix needs d:x and d:y");
            return;
        }
    int zones = count(r, node, "zone", HJ_MAX_LEVELS), n = count(r, node, "risk", HJ_MAX_RISKS);
    EACH(c, node, "zone")
        if (d->n_zones < zones) {
            hj_zone *z = &d->zones[d->n_zones++];
            z->from = whole(r, c, "from", 1, HJ_MAX_LEVELS * HJ_MAX_LEVELS);
            z->tone = choice(r, c, "tone", "none low medium high", HJ_TONE_NONE);
            z->name = text_of(r, c);
            if (d->n_zones > 1 && z->from <= z[-1].from) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-026", place_of(r, c),
                         "the zones must rise, and this one does not");
            }
        }
    d->risks = HJ_ARRAY(r->arena, (size_t)n + 1, hj_risk);
    EACH(c, node, "risk")
        if (d->n_risks < n)
            read_risk(r, c, &d->risks[d->n_risks++]);
}

static void read_lights(reader *r, const xmlNode *node)
{
    static const char states[] = "none green yellow red";
    hj_diagram *d = r->d;
    int n = count(r, node, "light", HJ_MAX_LIGHTS);
    d->lights = HJ_ARRAY(r->arena, (size_t)n + 1, hj_light);
    EACH(c, node, "light")
        if (d->n_lights < n) {
            hj_light *light = &d->lights[d->n_lights++];
            light->label = needed(r, c, "label");
            light->text = text_of(r, c);
            light->state = choice(r, c, "state", states, HJ_STATE_NONE);
            light->has_was = hj_attribute_if(c, "was") != NULL;
            light->was = choice(r, c, "was", states, HJ_STATE_NONE);
        }
}

static void read_progress(reader *r, const xmlNode *node)
{
    hj_diagram *d = r->d;
    int n = count(r, node, "part", HJ_MAX_TASKS);
    d->unit = string(r, node, "unit", "");
    d->bars = HJ_ARRAY(r->arena, (size_t)n + 1, hj_progress);
    EACH(c, node, "part")
        if (d->n_bars < n) {
            hj_progress *p = &d->bars[d->n_bars++];
            p->label = needed(r, c, "label");
            p->value = number_of(r, c, "value");
            p->has_of = hj_attribute_if(c, "of") != NULL;
            p->of = p->has_of ? number_of(r, c, "of") : (hj_datum){.v = 100};
            if (p->value.v < 0 || (p->has_of && p->of.v < 0)) {
                r->errors++;
                hj_error(r->diags, "HJ-DIAGRAM-027", place_of(r, c),
                         "d:part: less than nothing cannot be done, nor be the whole");
            }
            if (p->value.decimals > d->decimals)
                d->decimals = p->value.decimals;
            if (p->of.decimals > d->decimals)
                d->decimals = p->of.decimals;
        }
}

hj_diagram *hj_diagram_read(const void *root, hj_place place, const char *lang, hj_arena *arena,
                            hj_diags *diags)
{
    static void (*const readers[])(reader *, const xmlNode *) = {
        read_xy, read_xy, read_timeline, read_matrix, read_lights, read_progress,
    };
    static void (*const data[])(hj_diagram *) = {
        hj_xy_data, hj_xy_data, hj_timeline_data, hj_matrix_data, hj_lights_data, hj_progress_data,
    };
    static const char *const kinds[] = {"bars", "line", "timeline", "matrix", "lights", "progress"};
    const xmlNode *node = root;
    reader r = {.arena = arena, .diags = diags, .place = place};
    r.own_lines = node->parent && xmlGetLineNo((xmlNode *)node->parent) == place.line;
    const hj_element_rule *rule = hj_diagram_rule(name_of(node), "");
    if (!rule) {
        hj_error(diags, "HJ-DIAGRAM-028", place_of(&r, node), "there is no diagram d:%s",
                 name_of(node));
        const char *near = suggest(name_of(node), "");
        if (near)
            hj_hint(diags, "did you mean d:%s?", near);
        return NULL;
    }
    check(&r, node, rule);
    hj_diagram *d = r.d = HJ_NEW(arena, hj_diagram);
    d->arena = arena;
    d->place = place_of(&r, node);
    d->lang = hj_words_language(lang);
    d->unit = "";
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        if (strcmp(rule->name, kinds[i]) == 0)
            d->kind = (hj_diagram_kind)i;
    d->title = string(&r, node, "title", NULL);
    d->table = truth(&r, node, "table", true);
    colors(&r, node);
    readers[d->kind](&r, node);
    if (r.errors)
        return NULL;
    data[d->kind](d);
    return d;
}
