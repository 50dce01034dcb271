/* Reading declared facts.
 *
 * The hard idea: a value is never guessed. Either it stands in the case and fits its declaration,
 * or it is ukjent (with the kind of not knowing the case gives), or it is an error at its line. */
#include "facts/facts.h"

#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "case/case.h"

static const char *const type_names[] = {"janei", "tall", "valg", "dato", "tekst"};
static const char *const known_names[] = {"ja", "ikke_oppgitt", "ikke_relevant",
                                          "under_innhenting"};

const char *hj_fact_type_name(hj_fact_type type) { return type_names[type]; }
const char *hj_known_name(hj_known known) { return known_names[known]; }

/* ---- Text of a node ------------------------------------------------------------------------- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* Writes s after the n bytes of text, white space as one blank and none at the beginning; s may be
 * what stands there already. Returns how many there are then. */
static size_t squeeze(char *text, size_t n, const char *s)
{
    for (; *s; s++) {
        if (!is_space(*s))
            text[n++] = *s;
        else if (n && text[n - 1] != ' ')
            text[n++] = ' ';
    }
    return n;
}

static void add_text(hj_buf *out, const char *s)
{
    size_t n = out->len;
    hj_buf_str(out, s);
    out->len = squeeze(out->data, n, out->data + n);
    out->data[out->len] = 0;
}

static bool blank(const xmlNode *node)
{
    for (const xmlChar *p = node->content; p && *p; p++)
        if (!is_space((char)*p))
            return false;
    return true;
}

/* An element is inline when text stands beside it: <p>not <b>here</b>!</p>. */
static bool mixed(const xmlNode *parent)
{
    for (const xmlNode *c = parent->children; c; c = c->next)
        if (is_text(c) && !blank(c))
            return true;
    return false;
}

static void gather(hj_buf *out, const xmlNode *node, int depth)
{
    if (depth > HJ_LIMIT_XML_DEPTH)
        return;
    bool inlined = mixed(node);
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (is_text(c)) {
            add_text(out, (const char *)c->content);
        } else if (c->type == XML_ELEMENT_NODE) {
            if (!inlined)
                add_text(out, " ");
            gather(out, c, depth + 1);
            if (!inlined)
                add_text(out, " ");
        }
    }
}

/* As add_text, of all the text there is. */
static const char *squeezed(const char *s, hj_arena *arena)
{
    char *text = hj_arena_alloc(arena, strlen(s) + 1);
    size_t n = squeeze(text, 0, s);
    text[n - (n && text[n - 1] == ' ')] = 0;
    return text;
}

const char *hj_node_text(const void *any, hj_arena *arena)
{
    const xmlNode *node = any, *only = is_text(node) ? node : node->children;
    if (!only)
        return "";
    if (is_text(only) && (only == node || !only->next)) /* nearly always */
        return only->content ? squeezed((const char *)only->content, arena) : "";
    hj_buf out = {0};
    gather(&out, node, 0);
    while (out.len && out.data[out.len - 1] == ' ')
        out.data[--out.len] = 0;
    const char *text = hj_arena_strndup(arena, out.data ? out.data : "", out.len);
    hj_buf_free(&out);
    return text;
}

/* ---- Parsing -------------------------------------------------------------------------------- */

/* xs:decimal, nothing more: no exponent, no hex, no locale. */
static bool parse_number(const char *s, double *out)
{
    bool negative = *s == '-', digits = false;
    double n = 0, unit = 1;
    if (*s == '-' || *s == '+')
        s++;
    for (; *s >= '0' && *s <= '9'; s++, digits = true)
        n = n * 10 + (*s - '0');
    if (*s == '.')
        for (s++; *s >= '0' && *s <= '9'; s++, digits = true) {
            n = n * 10 + (*s - '0');
            unit *= 10;
        }
    *out = (negative ? -n : n) / unit;
    return digits && !*s && n < 1e15;
}

bool hj_fact_parse(const hj_fact_decl *decl, const char *text, hj_value *out, hj_arena *arena)
{
    out->type = decl->type;
    if (!*text) {
        out->known = HJ_NOT_STATED;
        return true;
    }
    out->known = HJ_KNOWN;
    if (hj_listed(decl->not_relevant, text)) {
        out->known = HJ_NOT_RELEVANT;
        return true;
    }
    switch (decl->type) {
    case HJ_FACT_JANEI:
        out->flag = strcmp(text, "ja") == 0 || strcmp(text, "true") == 0;
        return out->flag || strcmp(text, "nei") == 0 || strcmp(text, "false") == 0;
    case HJ_FACT_TALL:
        return parse_number(text, &out->number)
            && !(decl->has_min && out->number < decl->min)
            && !(decl->has_max && out->number > decl->max)
            && !(decl->integer && out->number != floor(out->number));
    case HJ_FACT_VALG:
        out->text = hj_arena_strdup(arena, text);
        return hj_listed(decl->values, text);
    case HJ_FACT_DATO: {
        char day[11] = {0};
        size_t n = strlen(text);
        if (n > 10 && text[10] != 'T')
            return false;
        memcpy(day, text, n < 10 ? n : 10);
        out->date = hj_date_parse(day);
        return out->date != HJ_DATE_NONE;
    }
    case HJ_FACT_TEKST:
        out->text = hj_arena_strdup(arena, text);
        return true;
    }
    return false;
}

/* ---- Reading -------------------------------------------------------------------------------- */

static hj_known known_from(const char *text)
{
    for (size_t i = 0; i < HJ_COUNT(known_names); i++)
        if (strcmp(known_names[i], text) == 0)
            return (hj_known)i;
    return HJ_NOT_STATED;
}

static const char *kjent_attribute(const xmlNode *node, hj_arena *arena)
{
    for (const xmlAttr *a = node && node->type == XML_ELEMENT_NODE ? node->properties : NULL; a;
         a = a->next)
        if (!a->ns && strcmp((const char *)a->name, "kjent") == 0)
            return hj_node_text(a, arena);
    return NULL;
}

/* Why a value is missing: the declared path, else the attribute kjent of the element. */
static hj_known why_unknown(const hj_fact_decl *decl, hj_path_host *host, const xmlNode *node)
{
    const char *text = NULL;
    if (decl->known_path) {
        hj_path_result r = hj_path_eval(decl->known_path, host, true);
        if (r.kind == HJ_PATH_NODES && r.n)
            text = hj_node_text(r.nodes[0], host->arena);
        else if (r.kind == HJ_PATH_STRING)
            text = r.text;
    } else if (node) {
        text = kjent_attribute(node, host->arena);
    } else if (decl->path) {
        /* …/@x found nothing: ask the element the attribute would stand on. */
        text = kjent_attribute(hj_path_holder(decl->path, host), host->arena);
    }
    return text ? known_from(text) : HJ_NOT_STATED;
}

void hj_fact_expected(const hj_fact_decl *decl, hj_diags *diags)
{
    switch (decl->type) {
    case HJ_FACT_JANEI: hj_hint(diags, "expected ja or nei"); break;
    case HJ_FACT_TALL:
        if (decl->has_min && decl->has_max)
            hj_hint(diags, "expected a number from %g to %g", decl->min, decl->max);
        else
            hj_hint(diags, "expected a number such as 3 or 3.5");
        break;
    case HJ_FACT_VALG: {
        hj_buf list = {0};
        for (const char *const *v = decl->values; v && *v; v++)
            hj_buf_printf(&list, "%s%s", list.len ? ", " : "", *v);
        hj_hint(diags, "expected one of: %s", list.data ? list.data : "");
        hj_buf_free(&list);
        break;
    }
    case HJ_FACT_DATO: hj_hint(diags, "expected a date that exists, as 2026-11-24"); break;
    case HJ_FACT_TEKST: break;
    }
}

/* 1 div 0 is a number in XPath. */
static bool reasonable(const hj_fact_decl *decl, hj_value *v, hj_diags *diags)
{
    if (v->number > -1e15 && v->number < 1e15)
        return true;
    v->known = HJ_NOT_STATED;
    hj_error(diags, "HJ-FACTS-013", hj_path_place(decl->path),
             "the path of the fact '%s' gives a number that cannot be used", decl->name);
    return false;
}

bool hj_fact_read(const hj_fact_decl *decl, hj_path_host *host, const char *file, hj_value *out,
                  hj_diags *diags)
{
    *out = (hj_value){.type = decl->type, .known = HJ_NOT_STATED};
    if (decl->source == HJ_FACT_GIVEN || !decl->path || !host->doc || !host->context)
        return true;
    hj_path_result r = hj_path_eval(decl->path, host, decl->source != HJ_FACT_COUNT);
    if (host->steps > HJ_PATH_STEPS || r.kind == HJ_PATH_ERROR) {
        hj_path_tell(decl->path, host, diags);
        return false;
    }
    const xmlNode *node = r.kind == HJ_PATH_NODES && r.n ? r.nodes[0] : NULL;
    if (node) {
        out->node = node;
        const xmlNode *at = node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
        out->place = (hj_place){.file = file, .line = (int)xmlGetLineNo((xmlNode *)at)};
    }
    if (decl->source == HJ_FACT_EXISTS) {
        out->known = HJ_KNOWN;
        out->flag = r.kind == HJ_PATH_BOOL ? r.flag : r.kind == HJ_PATH_NUMBER ? r.number != 0
                  : r.kind == HJ_PATH_STRING ? r.text[0] != 0 : r.n > 0;
        return true;
    }
    if (decl->source == HJ_FACT_COUNT) {
        out->known = HJ_KNOWN;
        out->number = r.kind == HJ_PATH_NODES ? (double)r.n : r.number;
        return reasonable(decl, out, diags);
    }
    const char *text = NULL;
    if (r.kind == HJ_PATH_BOOL)
        text = r.flag ? "ja" : "nei";
    else if (r.kind == HJ_PATH_STRING)
        text = r.text;
    else if (r.kind == HJ_PATH_NODES && node)
        text = hj_node_text(node, host->arena);
    if (r.kind == HJ_PATH_NUMBER && decl->type == HJ_FACT_TALL) {
        if (isnan(r.number))
            return true;
        out->known = HJ_KNOWN;
        out->number = r.number;
        if (!reasonable(decl, out, diags))
            return false;
        if (!(decl->has_min && r.number < decl->min) && !(decl->has_max && r.number > decl->max)
            && !(decl->integer && r.number != floor(r.number)))
            return true; /* outside its bounds: the error below */
    } else if (text && hj_fact_parse(decl, text, out, host->arena)) {
        if (out->known == HJ_NOT_STATED) {
            const xmlNode *element = node && node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
            out->known = why_unknown(decl, host, element);
            if (out->known == HJ_KNOWN)
                out->known = HJ_NOT_STATED;
        }
        return true;
    } else if (!text) {
        out->known = why_unknown(decl, host, NULL);
        if (out->known == HJ_KNOWN)
            out->known = HJ_NOT_STATED;
        return true;
    }
    hj_place place = node ? hj_xml_place(node, file, host->arena) : HJ_FILE(file);
    out->known = HJ_NOT_STATED;
    hj_error(diags, "HJ-FACTS-011", place, "the fact '%s' (%s) has a value that does not fit",
             decl->name, hj_fact_type_name(decl->type));
    hj_fact_expected(decl, diags);
    return false;
}

bool hj_fact_possible(const hj_fact_decl *d, double x)
{
    return !(d->has_min && x < d->min) && !(d->has_max && x > d->max)
        && !(d->integer && x != floor(x));
}

bool hj_value_same(const hj_value *a, const hj_value *b)
{
    if (a->type != b->type)
        return false;
    switch (a->type) {
    case HJ_FACT_JANEI: return a->flag == b->flag;
    case HJ_FACT_TALL: return a->number == b->number;
    case HJ_FACT_DATO: return a->date == b->date;
    default:
        return hj_same_text(a->text, b->text);
    }
}

int hj_number_order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}
