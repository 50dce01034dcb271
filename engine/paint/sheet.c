/* Style sheets in SVG: what drawing programs write into <style>.
 *
 * The hard idea: only simple selectors (CSS 2.1, 5.2: an element's name, classes and an id in any
 * order, and lists of them). They can be matched by looking at one element, so that a sheet never
 * costs more than its rules times the elements. Whatever looks at neighbours is refused by name. */
#include <string.h>

#include "paint/svg.h"

enum { PARTS = 8, MOST_RULES = 5000 };

typedef struct rule {
    const char *parts[PARTS]; /* "rect", ".class", "#id"; none: every element */
    int n_parts;
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

/* One selector, without white space around it. False when it is not a simple one. */
static bool read_selector(hj_reader *r, const char *text, size_t n, rule *out)
{
    static const char names[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    *out = (rule){0};
    for (size_t i = 0; i < n;) {
        if (text[i] == '*' && i == 0) {
            i++;
            continue;
        }
        size_t from = i;
        bool marked = text[i] == '.' || text[i] == '#';
        for (i += marked; i < n && (strchr(names, text[i]) || (unsigned char)text[i] >= 0x80); i++)
            ;
        if (i == from + marked || out->n_parts == PARTS || (!marked && from))
            return false;
        out->parts[out->n_parts++] = hj_arena_strndup(r->arena, text + from, i - from);
        out->weight += text[from] == '#' ? 10000 : text[from] == '.' ? 100 : 1;
    }
    return n > 0;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
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
            hj_svg_fault(r, node, HJ_T("has a rule that is not understood"),
                         hj_arena_strndup(r->arena, p, strcspn(p, " \t\r\n{;")));
            p += strcspn(p, "{;");
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
            if (!read_selector(r, s, n, one)) {
                hj_svg_fault(r, node, HJ_T("has a selector that is not understood"),
                             hj_arena_strndup(r->arena, s, n));
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
    const char *type = hj_svg_attribute(node, "type"), *media = hj_svg_attribute(node, "media");
    if (type && *type && strcmp(type, "text/css") != 0) {
        hj_svg_wrong(r, node, "type", type);
        return;
    }
    if (media && !strstr(media, "all") && !strstr(media, "print"))
        return; /* not for paper */
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
    const char *list = hj_svg_attribute(node, "class");
    size_t n = strlen(name);
    for (const char *p = list; p && (p = strstr(p, name)); p += n)
        if ((p == list || blank(p[-1])) && (!p[n] || blank(p[n])))
            return true;
    return false;
}

static bool matches(const rule *one, const xmlNode *node)
{
    for (int i = 0; i < one->n_parts; i++) {
        const char *part = one->parts[i];
        const char *id = *part == '#' ? hj_svg_attribute(node, "id") : NULL;
        bool fits = *part == '#' ? id && strcmp(id, part + 1) == 0
                    : *part == '.' ? has_class(node, part + 1)
                                   : strcmp((const char *)node->name, part) == 0;
        if (!fits)
            return false;
    }
    return true;
}

void hj_sheet_apply(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                    const hj_svg_style *parent)
{
    int used = 0; /* hostile: many rules over many elements are so much work as if they were more */
    for (const rule *one = r->sheet->first; one && r->elements <= HJ_LIMIT_SVG_ELEMENTS;
         one = one->next)
        if (matches(one, node)) {
            hj_svg_declarations(r, node, style, parent, one->declarations);
            r->elements += ++used % 8 == 0;
        }
    r->elements += r->sheet->n / 256;
}
