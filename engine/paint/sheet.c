/* Style sheets in SVG: what drawing programs write into <style>.
 *
 * The hard idea: a selector is read from its end (CSS 2.1, 5.5 and 5.6). The last part is matched
 * against the element, the parts before it against what it stands in, so that a sheet never costs
 * more than its rules times the elements and their ancestors. Attributes and neighbours are refused
 * by name; what only happens on a screen (:hover) never happens here. */
#include <string.h>

#include "paint/svg.h"

enum { PARTS = 8, STEPS = 6, MOST_RULES = 5000 };

typedef struct step { /* what one element must be; none: any element */
    const char *parts[PARTS]; /* "rect", ".class", "#id" */
    int n;
    bool child; /* the step before must be its parent, not any ancestor */
} step;

typedef struct rule {
    step steps[STEPS]; /* outermost first */
    int n_steps;
    int weight; /* specificity */
    const char *declarations;
    struct rule *next; /* by weight, then by order */
} rule;

struct hj_sheet {
    rule *first;
    int n;
};

static void add_rule(hj_sheet *sheet, rule *added)
{
    rule **at = &sheet->first;
    while (*at && (*at)->weight <= added->weight)
        at = &(*at)->next;
    added->next = *at;
    *at = added;
    sheet->n++;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

typedef enum { READ, NEVER, STRANGE } verdict;

/* One step of n characters. */
static verdict read_step(hj_reader *r, const char *text, size_t n, step *out, int *weight)
{
    static const char names[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    verdict found = READ;
    for (size_t i = 0; i < n;) {
        if (text[i] == '*' && i == 0) {
            i++;
            continue;
        }
        size_t from = i;
        bool marked = text[i] == '.' || text[i] == '#' || text[i] == ':';
        for (i += marked; i < n && (strchr(names, text[i]) || (unsigned char)text[i] >= 0x80); i++)
            ;
        if (i == from + marked || out->n == PARTS || (!marked && from))
            return STRANGE;
        const char *part = hj_arena_strndup(r->arena, text + from, i - from);
        if (*part == ':' && strcmp(part, ":root") != 0) {
            if (!hj_svg_listed("|hover|active|focus|focus-within|focus-visible|visited|target|",
                               part + 1))
                return STRANGE;
            found = NEVER;
            continue;
        }
        out->parts[out->n++] = part;
        *weight += *part == '#' ? 10000 : *part == '.' || *part == ':' ? 100 : 1;
    }
    return found;
}

/* One selector, without white space around it. */
static verdict read_selector(hj_reader *r, const char *text, size_t n, rule *out)
{
    verdict found = READ;
    *out = (rule){0};
    bool child = false;
    for (size_t i = 0; i < n;) {
        if (blank(text[i]) || text[i] == '>') {
            child |= text[i++] == '>';
            continue;
        }
        size_t from = i;
        while (i < n && !blank(text[i]) && text[i] != '>')
            i++;
        if (out->n_steps == STEPS || (child && !out->n_steps))
            return STRANGE;
        step *one = &out->steps[out->n_steps++];
        one->child = child;
        child = false;
        verdict v = read_step(r, text + from, i - from, one, &out->weight);
        found = v > found ? v : found;
    }
    return out->n_steps && !child ? found : STRANGE;
}

/* Without words like (min-width: 600px) a query is a list of media. */
static bool for_paper(const char *media)
{
    return (strstr(media, "all") || strstr(media, "print")) && !strstr(media, "not");
}

static void read_rules(hj_reader *r, const xmlNode *node, hj_sheet *sheet, char *text)
{
    for (char *p = text; *p;) {
        while (blank(*p) || *p == '}' || *p == ';')
            p++;
        if (!*p)
            break;
        char *end = p + strcspn(p, "{");
        if (*p == '@') {
            size_t word = strcspn(p, " \t\r\n{;"), all = strcspn(p, "{;");
            const char *media = hj_arena_strndup(r->arena, p + word, all - word);
            bool is_media = word == 6 && memcmp(p, "@media", 6) == 0 && p[all] == '{';
            if (is_media && for_paper(media)) {
                p += all + 1; /* its rules follow; the brace that ends it is passed over */
                continue;
            }
            if (!is_media && (word != 8 || memcmp(p, "@charset", 8) != 0))
                hj_svg_fault(r, node, HJ_T("has a rule that is not understood"),
                             hj_arena_strndup(r->arena, p, word));
            p += all;
            int depth = 0;
            for (; *p; p++) { /* past its block, and blocks within */
                depth += *p == '{';
                depth -= *p == '}';
                if ((*p == '}' || *p == ';') && depth <= 0)
                    break;
            }
            continue;
        }
        char *close = *end ? end + strcspn(end, "}") : end;
        const char *declarations =
            *end ? hj_arena_strndup(r->arena, end + 1, (size_t)(close - end - 1)) : "";
        for (char *s = p; s < end;) {
            size_t n = strcspn(s, ",{");
            char *after = s + n + 1;
            while (n && blank(*s))
                s++, n--;
            while (n && blank(s[n - 1]))
                n--;
            rule *one = HJ_NEW(r->arena, rule);
            verdict found = read_selector(r, s, n, one);
            if (found == STRANGE) {
                hj_svg_fault(r, node, HJ_T("has a selector that is not understood"),
                             hj_arena_strndup(r->arena, s, n));
            } else if (found == NEVER) {
                ; /* on a screen only */
            } else if (sheet->n < MOST_RULES) {
                one->declarations = declarations;
                add_rule(sheet, one);
            } else {
                hj_svg_fault(r, node, HJ_T("has more rules than are read"), "style");
                return;
            }
            s = after;
        }
        p = *close ? close + 1 : close;
    }
}

static void drop_comments(char *text)
{
    char *to = text;
    for (const char *p = text; *p;) {
        if (p[0] == '/' && p[1] == '*') {
            const char *end = strstr(p + 2, "*/");
            p = end ? end + 2 : p + strlen(p);
        } else if (strncmp(p, "<!--", 4) == 0) {
            p += 4;
        } else if (strncmp(p, "-->", 3) == 0) {
            p += 3;
        } else {
            *to++ = *p++;
        }
    }
    *to = 0;
}

static void read_style(hj_reader *r, const xmlNode *node, hj_sheet *sheet)
{
    const char *type = hj_attribute_if(node, "type"), *media = hj_attribute_if(node, "media");
    if (type && *type && strcmp(type, "text/css") != 0) {
        hj_svg_wrong(r, node, "type", type);
        return;
    }
    if (media && *media && !for_paper(media))
        return;
    hj_buf all = {0};
    for (const xmlNode *kid = node->children; kid; kid = kid->next)
        if ((kid->type == XML_TEXT_NODE || kid->type == XML_CDATA_SECTION_NODE) && kid->content)
            hj_buf_str(&all, (const char *)kid->content);
    if (all.data) {
        drop_comments(all.data);
        read_rules(r, node, sheet, all.data);
    }
    hj_buf_free(&all);
}

const hj_sheet *hj_sheet_read(hj_reader *r, const xmlNode *root)
{
    hj_sheet *sheet = NULL;
    for (const xmlNode *n = root; n;) {
        if (hj_svg_is(n, "style")) {
            if (!sheet)
                sheet = HJ_NEW(r->arena, hj_sheet);
            read_style(r, n, sheet);
        } else if (n->type == XML_ELEMENT_NODE && n->children) {
            n = n->children;
            continue;
        }
        while (n != root && !n->next)
            n = n->parent;
        n = n == root ? NULL : n->next;
    }
    return sheet;
}

static bool has_class(const xmlNode *node, const char *name)
{
    const char *list = hj_attribute_if(node, "class");
    size_t n = strlen(name);
    for (const char *p = list; p && (p = strstr(p, name)); p += n)
        if ((p == list || blank(p[-1])) && (!p[n] || blank(p[n])))
            return true;
    return false;
}

static bool is_step(const step *one, const hj_reader *r, const xmlNode *node)
{
    for (int i = 0; i < one->n; i++) {
        const char *part = one->parts[i];
        const char *id = *part == '#' ? hj_attribute_if(node, "id") : NULL;
        bool fits = *part == '#' ? id && strcmp(id, part + 1) == 0
                    : *part == '.' ? has_class(node, part + 1)
                    : *part == ':' ? node == r->root
                                   : strcmp((const char *)node->name, part) == 0;
        if (!fits)
            return false;
    }
    return true;
}

/* From the last step outwards; an ancestor is the nearest that fits, which is enough but where a
 * child step follows, and there the next one is tried. */
static bool matches(const rule *one, const hj_reader *r, const xmlNode *node)
{
    int i = one->n_steps - 1;
    if (!is_step(&one->steps[i], r, node))
        return false;
    const xmlNode *retry = NULL;
    int retry_step = 0;
    while (i > 0) {
        bool child = one->steps[i].child;
        const xmlNode *up = node == r->root ? NULL : node->parent;
        while (up && !child && !is_step(&one->steps[i - 1], r, up))
            up = up == r->root ? NULL : up->parent;
        if (up && is_step(&one->steps[i - 1], r, up)) {
            if (!child) {
                retry = up;
                retry_step = i;
            }
            node = up;
            i--;
        } else if (retry && retry != r->root) {
            node = retry; /* look further out for the last ancestor step */
            retry = NULL;
            i = retry_step;
        } else {
            return false;
        }
    }
    return true;
}

void hj_sheet_apply(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                    const hj_svg_style *parent)
{
    int used = 0; /* hostile: many rules over many elements are so much work as if they were more */
    for (const rule *one = r->sheet->first; one && r->elements <= HJ_LIMIT_SVG_ELEMENTS;
         one = one->next)
        if (matches(one, r, node)) {
            hj_svg_declarations(r, node, style, parent, one->declarations);
            r->elements += ++used % 8 == 0;
        }
    r->elements += r->sheet->n / 256;
}
