/* The hardened XML reader: every XML file hjemmel opens comes through here.
 *
 * The hard idea: refuse before building. The bytes are looked over once (size, NUL, UTF-8), then
 * libxml2 parses with our own hooks in front of its tree builder: a DOCTYPE ends the parse before
 * its subset is read, so no entity ever exists, and depth and node count are checked before a node
 * is made. Nothing outside the given bytes is ever opened. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "case/internal.h"

#define MAX_TEXT_NODE (8u << 20)
#define FO_NS "http://www.w3.org/1999/XSL/Format"

typedef struct reading {
    const char *name;
    hj_diags *diags;
    xmlParserCtxt *parser;
    startElementNsSAX2Func start;
    endElementNsSAX2Func end;
    charactersSAXFunc characters;
    int depth, deepest;
    int noted; /* reading a schema: how deep inside xs:annotation */
    size_t nodes, text;
    bool schema, failed;
} reading;

static reading *reading_of(void *parser)
{
    return ((xmlParserCtxt *)parser)->_private;
}

static hj_place here(const reading *r)
{
    return HJ_AT(r->name, r->parser->input ? r->parser->input->line : 0);
}

static void stop(reading *r)
{
    r->failed = true;
    xmlStopParser(r->parser);
}

static void too_many(reading *r)
{
    hj_error(r->diags, "HJ-CASE-012", here(r), "there are more than %d elements and attributes",
             HJ_LIMIT_XML_NODES);
    stop(r);
}

static void on_doctype(void *parser, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
    reading *r = reading_of(parser);
    (void)name, (void)id, (void)system;
    if (r->failed)
        return;
    hj_error(r->diags, "HJ-CASE-010", here(r), "a document type declaration is not allowed");
    hj_hint(r->diags, "remove <!DOCTYPE …>; write the characters themselves instead of entities");
    stop(r);
}

static void on_start(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces_n, const xmlChar **namespaces, int attributes_n, int defaulted,
                     const xmlChar **attributes)
{
    reading *r = reading_of(parser);
    if (r->failed)
        return;
    if (r->schema && (r->noted || strcmp((const char *)name, "annotation") == 0)) {
        r->noted++;
        return;
    }
    r->text = 0;
    r->nodes += 1 + (size_t)attributes_n + (size_t)namespaces_n;
    if (r->depth == 0 && uri && strcmp((const char *)uri, FO_NS) == 0)
        r->deepest = HJ_LIMIT_FO_DEPTH + HJ_LIMIT_XML_DEPTH; /* and pictures within it */
    if (++r->depth > r->deepest) {
        hj_error(r->diags, "HJ-CASE-011", here(r), "elements are nested deeper than %d levels",
                 r->deepest);
        stop(r);
    } else if (r->nodes > HJ_LIMIT_XML_NODES) {
        too_many(r);
    } else {
        r->start(parser, name, prefix, uri, namespaces_n, namespaces, attributes_n, defaulted,
                 attributes);
    }
}

static void on_end(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    reading *r = reading_of(parser);
    if (r->failed)
        return;
    if (r->noted) {
        r->noted--;
        return;
    }
    r->text = 0;
    r->depth--;
    r->end(parser, name, prefix, uri);
}

static void on_characters(void *parser, const xmlChar *text, int n)
{
    reading *r = reading_of(parser);
    if (r->failed)
        return;
    if (r->text == 0 && ++r->nodes > HJ_LIMIT_XML_NODES) {
        too_many(r);
        return;
    }
    r->text += (size_t)n;
    if (r->text > MAX_TEXT_NODE) {
        hj_error(r->diags, "HJ-CASE-013", here(r), "one text is longer than %u bytes",
                 MAX_TEXT_NODE);
        stop(r);
        return;
    }
    r->characters(parser, text, n);
}

/* The first fault in our own words; what libxml2 says may quote the file's content. */
static const char *syntax(int code)
{
    switch (code) {
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
        return HJ_T("the tags do not match: one is not closed, or closed in the wrong order");
    case XML_ERR_DOCUMENT_END: return HJ_T("there is something after the end of the root element");
    case XML_ERR_DOCUMENT_EMPTY: return HJ_T("the document does not start with an element");
    case XML_ERR_DOCUMENT_START: return HJ_T("the document does not start with an element");
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
        return HJ_T("an entity is used that XML does not have");
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_ENTITYREF_NO_NAME:
    case XML_ERR_NAME_REQUIRED:
        return HJ_T("a name is missing, or an & stands alone");
    case XML_ERR_LT_IN_ATTRIBUTE: return HJ_T("a < stands alone inside an attribute");
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return HJ_T("an attribute lacks its value or its quotation marks");
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
        return HJ_T("the same attribute is given twice");
    case XML_ERR_SPACE_REQUIRED: return HJ_T("a space is missing between attributes");
    case XML_NS_ERR_UNDEFINED_NAMESPACE: return HJ_T("a namespace prefix is used but not declared");
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
        return HJ_T("a character is not allowed in XML");
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_HYPHEN_IN_COMMENT:
        return HJ_T("a comment is not closed, or has -- inside");
    case XML_ERR_CDATA_NOT_FINISHED: return HJ_T("a CDATA section is not closed");
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
        return HJ_T("the declared encoding is not UTF-8");
    default: return HJ_T("this is not well-formed XML");
    }
}

static void on_error(void *parser, hj_xml_error error)
{
    reading *r = reading_of(parser);
    if (r->failed || !error || error->level < XML_ERR_ERROR)
        return;
    r->failed = true;
    hj_error(r->diags, "HJ-CASE-014", HJ_AT(r->name, error->line), "%s (column %d)",
             hj_tr(r->diags->lang, syntax(error->code)), error->int2);
    if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY)
        hj_hint(r->diags, "XML has only &amp; &lt; &gt; &quot; &apos; and numbers like &#160;");
    else if (error->code == XML_ERR_NAME_REQUIRED || error->code == XML_ERR_ENTITYREF_NO_NAME)
        hj_hint(r->diags, "write &amp; for &, &lt; for <");
}

static int line_of(const char *bytes, const char *at)
{
    int line = 1;
    for (const char *p = bytes; p < at && (p = memchr(p, '\n', (size_t)(at - p))); p++)
        line++;
    return line;
}

static bool is_utf8_name(const char *p, size_t n)
{
    return n == 5 && strncasecmp(p, "utf-8", 5) == 0;
}

/* The encoding an XML declaration names, as a span; n is 0 when it names none. */
static const char *declared_encoding(const char *bytes, size_t n, size_t *len)
{
    *len = 0;
    if (n < 6 || memcmp(bytes, "<?xml", 5) != 0)
        return NULL;
    const char *end = memchr(bytes, '>', n < 400 ? n : 400);
    const char *p = end ? memmem(bytes, (size_t)(end - bytes), "encoding", 8) : NULL;
    if (!p)
        return NULL;
    while (p < end && *p != '"' && *p != '\'')
        p++;
    const char *from = p + 1, *to = p < end ? memchr(from, *p, (size_t)(end - from)) : NULL;
    if (!to)
        return NULL;
    *len = (size_t)(to - from);
    return from;
}

/* What the parser should never see: too much, nothing, NUL, another encoding than UTF-8. */
static bool bytes_ok(const char *bytes, size_t n, const char *name, hj_diags *diags)
{
    if (n > HJ_LIMIT_XML_BYTES) {
        hj_error(diags, "HJ-CASE-015", HJ_FILE(name),
                 "the file is larger than the limit of %u bytes", HJ_LIMIT_XML_BYTES);
        return false;
    }
    if (n >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0
                   || memcmp(bytes, "<\0", 2) == 0 || memcmp(bytes, "\0<", 2) == 0)) {
        hj_error(diags, "HJ-CASE-017", HJ_FILE(name), "the file is UTF-16, UTF-8 was expected");
        hj_hint(diags, "save it again as UTF-8");
        return false;
    }
    if (strspn(bytes, " \t\r\n") >= n) {
        hj_error(diags, "HJ-CASE-016", HJ_FILE(name), "the file is empty");
        return false;
    }
    const char *nul = memchr(bytes, 0, n);
    if (nul) {
        hj_error(diags, "HJ-CASE-018", HJ_AT(name, line_of(bytes, nul)),
                 "there is a NUL byte here: this is not a text file");
        return false;
    }
    if (!hj_utf8_valid(bytes, n)) {
        const char *bad = bytes;
        for (const char *p = bytes; p < bytes + n; bad = p)
            if (hj_utf8_next(&p, bytes + n) == 0xfffd && p - bad != 3)
                break;
        hj_error(diags, "HJ-CASE-019", HJ_AT(name, line_of(bytes, bad)),
                 "the text is not valid UTF-8");
        hj_hint(diags, "the file may be in another encoding; save it again as UTF-8");
        return false;
    }
    size_t len;
    size_t skip = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    const char *encoding = declared_encoding(bytes + skip, n - skip, &len);
    if (encoding && !is_utf8_name(encoding, len)
        && !(len == 8 && strncasecmp(encoding, "us-ascii", 8) == 0)) {
        hj_error(diags, "HJ-CASE-017", HJ_AT(name, 1),
                 "the file says another encoding than UTF-8");
        hj_hint(diags, "save it as UTF-8 and write encoding=\"UTF-8\"");
        return false;
    }
    return true;
}

static void free_doc(void *doc)
{
    xmlFreeDoc(doc);
}

static xmlDoc *parse(const char *bytes, size_t n, const char *name, bool schema, hj_arena *arena,
                     hj_diags *diags)
{
    if (!bytes_ok(bytes, n, name, diags))
        return NULL;
    if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        bytes += 3, n -= 3;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        abort();
    reading r = {.name = name, .diags = diags, .parser = parser, .schema = schema,
                 .deepest = HJ_LIMIT_XML_DEPTH};
    xmlSAXHandler *sax = parser->sax;
    r.start = sax->startElementNs;
    r.end = sax->endElementNs;
    r.characters = sax->characters;
    sax->startElementNs = on_start;
    sax->endElementNs = on_end;
    sax->characters = sax->ignorableWhitespace = schema ? NULL : on_characters;
    sax->comment = NULL; /* nobody reads them: no nodes are made */
    sax->processingInstruction = NULL;
    sax->internalSubset = on_doctype;
    sax->externalSubset = NULL;
    sax->serror = on_error;
    sax->error = NULL;
    sax->warning = NULL;
    sax->fatalError = NULL;
    parser->_private = &r;
    /* NOCDATA: a CDATA section is just text to everyone after us. HUGE: the limits are our own
     * (base/limits.h), and a DTD is refused, so nothing can grow. */
    xmlDoc *doc = xmlCtxtReadMemory(parser, bytes, (int)n, name, "UTF-8",
                                    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES
                                        | XML_PARSE_HUGE);
    bool usable = doc && parser->wellFormed && !r.failed;
    if (!usable && !r.failed)
        hj_error(diags, "HJ-CASE-014", HJ_FILE(name), "this is not well-formed XML");
    xmlFreeParserCtxt(parser);
    if (!usable) {
        xmlFreeDoc(doc);
        return NULL;
    }
    hj_arena_defer(arena, free_doc, doc);
    return doc;
}

static xmlDoc *read_file(const char *path, size_t cap, bool schema, hj_arena *arena,
                         hj_diags *diags)
{
    size_t n = 0;
    if (cap > HJ_LIMIT_XML_BYTES)
        cap = HJ_LIMIT_XML_BYTES;
    const char *bytes = hj_file_read(arena, path, cap, &n, diags);
    return bytes ? parse(bytes, n, path, schema, arena, diags) : NULL;
}

void *hj_xml_parse(const char *bytes, size_t n, const char *name, hj_arena *arena, hj_diags *diags)
{
    return parse(bytes, n, name, false, arena, diags);
}

void *hj_xml_read(const char *path, size_t cap, hj_arena *arena, hj_diags *diags)
{
    return read_file(path, cap, false, arena, diags);
}

/* A schema says everything in elements and attributes; its text is for people. */
xmlDoc *hj_xml_read_schema(const char *path, hj_arena *arena, hj_diags *diags)
{
    return read_file(path, HJ_LIMIT_XML_BYTES, true, arena, diags);
}

typedef struct root {
    hj_arena *arena;
    const char *name, *ns;
} root;

static void on_root(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                    int namespaces_n, const xmlChar **namespaces, int attributes_n, int defaulted,
                    const xmlChar **attributes)
{
    root *r = ((xmlParserCtxt *)parser)->_private;
    (void)prefix, (void)namespaces_n, (void)namespaces;
    (void)attributes_n, (void)defaulted, (void)attributes;
    if (!r->name) {
        r->name = hj_arena_strdup(r->arena, (const char *)name);
        r->ns = hj_arena_strdup(r->arena, uri ? (const char *)uri : "");
    }
    xmlStopParser(parser);
}

static void on_silent_error(void *user, hj_xml_error error)
{
    (void)user, (void)error;
}

static void stop_at_doctype(void *parser, const xmlChar *name, const xmlChar *id,
                            const xmlChar *system)
{
    (void)name, (void)id, (void)system;
    xmlStopParser(parser);
}

bool hj_xml_root(const char *path, hj_arena *arena, const char **name, const char **ns)
{
    size_t n = 0;
    hj_diags *unheard = hj_diags_new(arena, HJ_LANG_EN);
    const char *bytes = hj_file_read(arena, path, HJ_LIMIT_XML_BYTES, &n, unheard);
    if (!bytes || !bytes_ok(bytes, n, path, unheard))
        return false;
    size_t skip = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    root r = {.arena = arena};
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        abort();
    xmlSAXHandler silent = {.initialized = XML_SAX2_MAGIC, .startElementNs = on_root,
                            .internalSubset = stop_at_doctype,
                            .serror = (xmlStructuredErrorFunc)on_silent_error};
    *parser->sax = silent;
    parser->_private = &r;
    xmlFreeDoc(xmlCtxtReadMemory(parser, bytes + skip, (int)(n - skip), path, "UTF-8",
                                 XML_PARSE_NONET));
    xmlFreeParserCtxt(parser);
    *name = r.name;
    *ns = r.ns;
    return r.name != NULL;
}

/* Steps from the root, so that hostile width costs nothing: a place is asked for per message. */
hj_place hj_xml_place(const void *any, const char *file, hj_arena *arena)
{
    const xmlNode *node = any;
    if (!node)
        return HJ_FILE(file);
    const xmlNode *steps[HJ_LIMIT_XML_DEPTH + 2];
    int n = 0;
    const xmlNode *element = node->type == XML_ELEMENT_NODE ? node : node->parent;
    for (const xmlNode *at = node; at && n <= HJ_LIMIT_XML_DEPTH + 1; at = at->parent)
        if (at->type == XML_ELEMENT_NODE || at->type == XML_ATTRIBUTE_NODE)
            steps[n++] = at;
    hj_buf path = {0};
    while (n-- > 0) {
        const xmlNode *at = steps[n];
        if (at->type == XML_ATTRIBUTE_NODE) {
            hj_buf_str(&path, "/@");
            hj_buf_str(&path, (const char *)at->name);
            continue;
        }
        hj_buf_char(&path, '/');
        hj_buf_str(&path, (const char *)at->name);
        int before = 0, after = 0;
        for (const xmlNode *s = at->prev; s; s = s->prev)
            before += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, at->name);
        for (const xmlNode *s = at->next; s && !before && !after; s = s->next)
            after += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, at->name);
        if (before || after)
            hj_buf_printf(&path, "[%d]", before + 1);
    }
    long line = element && element->type == XML_ELEMENT_NODE ? xmlGetLineNo(element) : 0;
    hj_place place = {.file = file, .line = line > 0 ? (int)line : 0,
                      .path = hj_arena_strdup(arena, path.data ? path.data : "/")};
    hj_buf_free(&path);
    return place;
}
