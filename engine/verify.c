/* verify: what made a document, and does it make the same bytes again?
 *
 * The hard idea: the document states what decided its bytes, a line each (fingerprint.c). Made
 * again from the same case it states that once more; whatever lines differ are why the bytes do.
 * The file may come from anywhere: nothing in it is believed before the bytes are the same, and
 * what is shown of it is made harmless for a terminal. */
#include <libxml/tree.h>
#include <string.h>

#include "base/sum.h"
#include "handle.h"

#define HJ_LIMIT_PDF_BYTES ((size_t)256 << 20)
enum { MOST_LINES = 400, LONGEST = 400 };

/* "pack tildeling 0.1.0 blake2b-256:…" is key, name and value; "date 2026-11-24" key and value. */
typedef struct line {
    const char *key, *name, *value;
} line;

typedef struct lines {
    line *items;
    size_t n;
} lines;

typedef enum { NOT_MADE, SAME, DIFFERENT, FAILED } outcome;

typedef struct verify {
    hj_work *w;
    const char *bytes; /* the document */
    size_t n;
    hj_pdf_seen seen;
    lines stated, here; /* here: as made again, or what this program has */
    bool here_is_whole; /* it was made again: what is not among here is not used */
    hj_buf again; /* the bytes made now */
    const char *source; /* what it was made again from */
    outcome outcome;
} verify;

/* ---- the lines ---- */

static const char *const named_keys[] = {"program", "library", "pack", "hyphenation", "font",
                                         "case", "kommune", "picture", "record"};
/* What was asked for, and told first; the rest is what made it. */
static const char *const asked_keys[] = {"document", "language", "date", "law-date", "asked-date",
                                         "grounds"};

static bool is_among(const char *word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

static bool is_asked(const line *l)
{
    return is_among(l->key, asked_keys, HJ_COUNT(asked_keys));
}

/* Only what a terminal shows as it is: no control characters, none of C1's either. */
static char *harmless(hj_arena *arena, const char *s, size_t n)
{
    char *copy = hj_arena_strndup(arena, s, n < LONGEST ? n : LONGEST);
    for (char *p = copy; *p; p++)
        if ((unsigned char)*p < ' ' || *p == 0x7f
            || ((unsigned char)*p == 0xc2 && (unsigned char)p[1] < 0xa0))
            *p = '?';
    if (!hj_utf8_valid(copy, strlen(copy))) /* cut in a letter */
        for (char *p = copy; *p; p++)
            if ((unsigned char)*p >= 0x80)
                *p = '?';
    return copy;
}

static void add_line(lines *list, hj_arena *arena, const char *text, size_t n)
{
    if (!list->items)
        list->items = HJ_ARRAY(arena, MOST_LINES, line);
    if (!n || list->n == MOST_LINES)
        return;
    char *copy = harmless(arena, text, n), *rest = strchr(copy, ' ');
    line *l = &list->items[list->n++];
    *l = (line){.key = copy, .name = "", .value = ""};
    if (!rest)
        return;
    *rest++ = 0;
    l->value = rest;
    if (!is_among(copy, named_keys, HJ_COUNT(named_keys)))
        return;
    l->name = rest;
    rest = strchr(rest, ' ');
    l->value = "";
    if (rest) {
        *rest++ = 0;
        l->value = rest;
    }
}

static void add_lines(lines *list, hj_arena *arena, const char *text, size_t n)
{
    for (const char *end = text + n; text < end;) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop : end;
        add_line(list, arena, text, (size_t)(stop - text));
        text = stop + (stop < end);
    }
}

/* rdf:li of hjemmel:avtrykk, wherever that stands. */
static void add_items(lines *list, hj_arena *arena, const xmlNode *node, bool inside)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        bool ours = node->ns && strcmp((const char *)node->ns->href, HJ_PDF_MADE_BY) == 0
                    && strcmp((const char *)node->name, "avtrykk") == 0;
        if (inside && strcmp((const char *)node->name, "li") == 0) {
            xmlChar *text = xmlNodeGetContent(node);
            add_line(list, arena, (const char *)text, text ? strlen((const char *)text) : 0);
            xmlFree(text);
        } else {
            add_items(list, arena, node->children, inside || ours);
        }
    }
}

static const hj_attachment *attached(const hj_pdf_seen *seen, const char *name)
{
    for (size_t i = 0; i < seen->n_attachments; i++)
        if (strcmp(seen->attachments[i].name, name) == 0)
            return &seen->attachments[i];
    return NULL;
}

/* The attached lines tell of what went in too; without them, those of the metadata. */
static lines lines_of(const hj_pdf_seen *seen, hj_arena *arena, hj_lang lang)
{
    lines list = {0};
    const hj_attachment *a = attached(seen, HJ_FINGERPRINT_FILE);
    if (a) {
        add_lines(&list, arena, a->bytes, a->len);
        return list;
    }
    const xmlDoc *xmp = hj_xml_parse(seen->xmp, seen->n_xmp, "XMP", arena,
                                     hj_diags_new(arena, lang));
    if (xmp)
        add_items(&list, arena, xmlDocGetRootElement(xmp), false);
    return list;
}

static const line *find(const lines *list, const char *key, const char *name)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->items[i].key, key) == 0 && strcmp(list->items[i].name, name) == 0)
            return &list->items[i];
    return NULL;
}

static const char *value_of(const lines *list, const char *key)
{
    const line *l = find(list, key, "");
    return l ? l->value : NULL;
}

/* ---- making it again ---- */

static const char *first_name(const lines *list, const char *key)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->items[i].key, key) == 0)
            return list->items[i].name;
    return NULL;
}

static void give(verify *v, hj_work *again)
{
    const hj_attachment **kinds[] = {&again->copy_case, &again->copy_kommune};
    static const char *const keys[] = {"case", "kommune"};
    for (size_t i = 0; i < HJ_COUNT(keys); i++) {
        const char *name = first_name(&v->stated, keys[i]);
        *kinds[i] = name ? attached(&v->seen, name) : NULL;
    }
    hj_attachment *pictures = HJ_ARRAY(again->arena, v->seen.n_attachments + 1, hj_attachment);
    for (size_t i = 0; i < v->seen.n_attachments; i++)
        if (find(&v->stated, "picture", v->seen.attachments[i].name))
            pictures[again->n_copied++] = v->seen.attachments[i];
    again->copied = pictures;
}

/* From the case given, else from the one attached. What is wrong on the way is told as why. */
static void make_again(verify *v)
{
    hj_work *w = v->w;
    const char *grounds = value_of(&v->stated, "grounds"), *ending = NULL;
    hjemmel_job job = {.dokument = value_of(&v->stated, "document"),
                       .dato = value_of(&v->stated, "asked-date"), .kommune = w->job->kommune,
                       .maalform = value_of(&v->stated, "language"), .format = HJEMMEL_PDF};
    if (grounds)
        job.grunnlag = strcmp(grounds, "attached") == 0 ? HJEMMEL_GROUNDS_ALL
                                                        : HJEMMEL_GROUNDS_PRINTS;
    hj_work *again = hj_work_new(w->handle, w->job->case_file ? w->job->case_file : w->path, &job);
    if (!w->job->case_file)
        give(v, again);
    v->source = w->job->case_file;
    if (again->copy_case)
        v->source = hj_arena_printf(w->arena, "%s:%s", w->path, again->copy_case->name);
    v->outcome = NOT_MADE;
    if (v->source) {
        bool made = hj_work_render(again, &v->again, &ending) && !again->diags->errors;
        hj_pdf_seen seen;
        v->outcome = FAILED;
        if (!made) {
            hj_error(w->diags, "HJ-VERIFY-004", HJ_FILE(w->path),
                     "the document could not be made again from %s; what stood in the way is told "
                     "below", v->source);
            hj_diags_soften(w->diags, again->diags);
        } else if (hj_pdf_read(v->again.data, v->again.len, w->arena, &seen) == HJ_PDF_OURS) {
            v->here = lines_of(&seen, w->arena, w->handle->lang);
            v->here_is_whole = true;
            v->outcome = v->again.len == v->n && memcmp(v->again.data, v->bytes, v->n) == 0
                             ? SAME : DIFFERENT;
        }
    }
    if (!v->here.n) { /* what we have can still be held against what is stated */
        hj_buf text = {0};
        hj_diags *own = w->diags;
        w->diags = hj_diags_new(w->arena, own->lang);
        hj_fingerprint_law(w->handle, w->diags, &text);
        w->diags = own;
        add_lines(&v->here, w->arena, text.data ? text.data : "", text.len);
        hj_buf_free(&text);
    }
    hj_arena_free(again->arena);
}

/* ---- why the bytes differ ---- */

/* A sum is told by its first letters; who wants all of it asks for JSON. */
static const char *brief(hj_arena *arena, const char *value)
{
    enum { SHOWN = 12 };
    const char *colon = strrchr(value, ':');
    const char *from = colon && !strchr(colon, ' ') ? colon : NULL;
    if (!from || strlen(from + 1) <= SHOWN)
        return value;
    while (from > value && from[-1] != ' ')
        from--;
    return hj_arena_printf(arena, "%.*s%.*s…", (int)(from - value), value, SHOWN, colon + 1);
}

static void tell_pack(verify *v, const line *was, const line *is)
{
    hj_work *w = v->w;
    if (is && was)
        hj_error(w->diags, "HJ-VERIFY-010", HJ_FILE(w->path),
                 "it was made with the pack %s %s; the one here is %s", was->name,
                 brief(w->arena, was->value), brief(w->arena, is->value));
    else if (was)
        hj_error(w->diags, "HJ-VERIFY-011", HJ_FILE(w->path),
                 "it was made with the pack %s %s, which is not here", was->name,
                 brief(w->arena, was->value));
    else
        hj_error(w->diags, "HJ-VERIFY-012", HJ_FILE(w->path),
                 "the pack %s is here, and was not when it was made", is->name);
    hj_hint(w->diags, "give the packs it was made with: --rules FOLDER");
}

static void tell_other(verify *v, const line *was, const line *is)
{
    hj_work *w = v->w;
    hj_place place = HJ_FILE(w->path);
    const char *key = was ? was->key : is->key, *name = was ? was->name : is->name;
    const char *a = was ? brief(w->arena, was->value) : hj_tr(w->diags->lang, HJ_T("none"));
    const char *b = is ? brief(w->arena, is->value) : hj_tr(w->diags->lang, HJ_T("none"));
    if (strcmp(key, "templates") == 0) {
        hj_error(w->diags, "HJ-VERIFY-013", place,
                 "it was made with the templates %s; those here are %s", a, b);
        hj_hint(w->diags, "give the templates it was made with: --templates FOLDER");
    } else if (strcmp(key, "program") == 0) {
        hj_error(w->diags, "HJ-VERIFY-014", place, "it was made by %s %s; this is %s %s", name, a,
                 name, b);
        hj_hint(w->diags, "another version may set the same letter otherwise");
    } else if (strcmp(key, "library") == 0) {
        hj_error(w->diags, "HJ-VERIFY-015", place, "it was made with %s %s; here it is %s", name, a,
                 b);
        hj_hint(w->diags, "another version of a library may give other bytes");
    } else if (strcmp(key, "font") == 0) {
        hj_error(w->diags, "HJ-VERIFY-016", place,
                 "it was made with the font %s %s; the one used here is %s", name, a, b);
    } else if (strcmp(key, "hyphenation") == 0) {
        hj_error(w->diags, "HJ-VERIFY-017", place,
                 "its words were parted by other patterns for %s (%s) than those here (%s)", name,
                 a, b);
    } else if (strcmp(key, "case") == 0) {
        hj_error(w->diags, "HJ-VERIFY-018", place,
                 "%s is not the case it was made from: that has the sum %s, this %s", v->source, a,
                 b);
    } else if (strcmp(key, "kommune") == 0) {
        hj_error(w->diags, "HJ-VERIFY-019", place,
                 "the kommune file is another than it was made with: %s, here %s", a, b);
    } else if (strcmp(key, "picture") == 0) {
        hj_error(w->diags, "HJ-VERIFY-020", place,
                 "the picture %s is another than it was made with: %s, here %s", name, a, b);
    } else if (strcmp(key, "record") == 0) {
        hj_error(w->diags, "HJ-VERIFY-021", place,
                 "the rules decide otherwise than when it was made: the record was %s, now %s", a,
                 b);
    } else {
        hj_error(w->diags, "HJ-VERIFY-022", place, "%s was %s; made again it is %s", key, a, b);
    }
}

static bool same_value(const line *a, const line *b)
{
    return a && b && strcmp(a->value, b->value) == 0;
}

static void tell_difference(verify *v, const line *was, const line *is)
{
    if (strcmp(was ? was->key : is->key, "pack") == 0)
        tell_pack(v, was, is);
    else
        tell_other(v, was, is);
}

/* Other dates, fonts or records follow from something else. */
static bool is_cause(const line *l)
{
    static const char *const causes[] = {"program", "library", "pack", "templates", "case",
                                         "kommune", "picture", "hyphenation"};
    return is_among(l->key, causes, HJ_COUNT(causes));
}

static void tell_why(verify *v)
{
    hj_work *w = v->w;
    hj_place place = HJ_FILE(w->path);
    bool cause = !v->seen.intact || v->seen.written < v->n; /* told by tell_file */
    for (size_t i = 0; i < v->stated.n; i++) {
        const line *was = &v->stated.items[i], *is = find(&v->here, was->key, was->name);
        if (same_value(was, is))
            continue;
        tell_difference(v, was, is);
        cause |= is_cause(was);
    }
    for (size_t i = 0; i < v->here.n; i++) {
        const line *is = &v->here.items[i];
        if (find(&v->stated, is->key, is->name))
            continue;
        tell_difference(v, NULL, is);
        cause |= is_cause(is);
    }
    if (cause)
        return;
    size_t at = 0, most = v->n < v->again.len ? v->n : v->again.len;
    while (at < most && v->bytes[at] == v->again.data[at])
        at++;
    if (!first_name(&v->stated, "case")) {
        hj_error(w->diags, "HJ-VERIFY-023", place,
                 "packs, templates and versions are the same, but the bytes differ from number %zu "
                 "on", at);
        hj_hint(w->diags, "then %s or its kommune file is not what it was made from; the document "
                "does not say which that was (render --grunnlag=avtrykk makes one that does)",
                v->source);
    } else {
        hj_error(w->diags, "HJ-VERIFY-024", place,
                 "everything it was made from is the same, but the bytes differ from number %zu on",
                 at);
        hj_hint(w->diags, "either the file has been changed since, or hjemmel is at fault; then "
                "please report it");
    }
}

/* Is the file as hjemmel left it? */
static void tell_file(verify *v)
{
    hj_work *w = v->w;
    hj_place place = HJ_FILE(w->path);
    if (!v->seen.intact) {
        hj_error(w->diags, "HJ-VERIFY-005", place,
                 "the file has been changed since hjemmel wrote it");
    } else if (v->seen.written < v->n) {
        bool same = v->again.len == v->seen.written
                    && memcmp(v->again.data, v->bytes, v->again.len) == 0;
        hj_error(w->diags, "HJ-VERIFY-006", place,
                 "%zu bytes have been added after what hjemmel wrote", v->n - v->seen.written);
        if (same)
            hj_hint(w->diags, "what stands before them is the same, made again; a signature adds "
                    "bytes so");
        else
            hj_hint(w->diags, "a signature adds bytes so, and so does an edit");
    }
    for (size_t i = 0; i < v->seen.n_attachments; i++) {
        const hj_attachment *a = &v->seen.attachments[i];
        static const char *const keys[] = {"case", "kommune", "picture", "record"};
        char hex[HJ_SUM_HEX];
        const line *l = NULL;
        for (size_t k = 0; k < HJ_COUNT(keys) && !l; k++)
            l = find(&v->stated, keys[k], a->name);
        hj_sum_hex(a->bytes, a->len, hex);
        if (l && (strncmp(l->value, HJ_SUM_NAME ":", sizeof HJ_SUM_NAME) != 0
                  || strcmp(l->value + sizeof HJ_SUM_NAME, hex) != 0))
            hj_error(w->diags, "HJ-VERIFY-007", place,
                     "the attached %s is not the one it was made with", a->name);
    }
}

/* ---- what is shown ---- */

static const char *word(hj_lang lang, const char *key)
{
    static const struct { const char *key, *word; } words[] = {
        {"program", HJ_T("program")}, {"library", HJ_T("library")}, {"pack", HJ_T("pack")},
        {"templates", HJ_T("templates")}, {"hyphenation", HJ_T("hyphenation")},
        {"font", HJ_T("font")}, {"case", HJ_T("case")}, {"kommune", HJ_T("kommune")},
        {"picture", HJ_T("picture")}, {"record", HJ_T("record")}};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(words[i].key, key) == 0)
            return hj_tr(lang, words[i].word);
    return key;
}

static void pad(hj_buf *out, const char *text, size_t width)
{
    hj_buf_str(out, text);
    for (size_t n = hj_utf8_count(text, strlen(text)); n < width; n++)
        hj_buf_char(out, ' ');
}

static void show_text(verify *v, hj_buf *out)
{
    hj_work *w = v->w;
    hj_lang lang = w->diags->lang;
    const char *kind = value_of(&v->stated, "document"), *date = value_of(&v->stated, "date");
    const char *law = value_of(&v->stated, "law-date"), *maal = value_of(&v->stated, "language");
    const char *grounds = value_of(&v->stated, "grounds");
    hj_buf_printf(out, "%s: %s", w->path, kind ? kind : hj_tr(lang, HJ_T("made from XSL-FO")));
    hj_buf_printf(out, "%s%s%s%s\n", maal ? ", " : "", maal ? maal : "", date ? ", " : "",
                  date ? date : "");
    if (law) {
        hj_buf_str(out, "  ");
        hj_buf_printf(out, hj_tr(lang, HJ_T("decided by the law of %s")), law);
        hj_buf_char(out, '\n');
    }
    if (grounds)
        hj_buf_printf(out, "  %s\n", strcmp(grounds, "attached") == 0
                      ? hj_tr(lang, HJ_T("the archive's copy: it carries its grounds"))
                      : hj_tr(lang, HJ_T("it carries the sums of what it was made from")));
    size_t wide = 0;
    for (size_t i = 0; i < v->stated.n; i++) {
        const char *key = word(lang, v->stated.items[i].key);
        size_t n = hj_utf8_count(key, strlen(key));
        wide = n > wide && !is_asked(&v->stated.items[i]) ? n : wide;
    }
    for (size_t i = 0; i < v->stated.n; i++) {
        const line *was = &v->stated.items[i], *is = find(&v->here, was->key, was->name);
        if (is_asked(was))
            continue;
        hj_buf_str(out, "  ");
        pad(out, word(lang, was->key), wide + 2);
        const char *value = brief(w->arena, was->value);
        pad(out, hj_arena_printf(w->arena, "%s%s%s", was->name, *was->name ? " " : "", value), 50);
        if (is)
            hj_buf_printf(out, "  %s", same_value(was, is)
                          ? hj_tr(lang, HJ_T("the same here"))
                          : hj_arena_printf(w->arena, hj_tr(lang, HJ_T("here: %s")),
                                            brief(w->arena, is->value)));
        else if (v->here_is_whole || strcmp(was->key, "pack") == 0)
            hj_buf_printf(out, "  %s", hj_tr(lang, HJ_T("not here")));
        while (out->len && out->data[out->len - 1] == ' ')
            out->len--;
        hj_buf_char(out, '\n');
    }
    switch (v->outcome) {
    case SAME:
        hj_buf_printf(out, hj_tr(lang, HJ_T("Made again from %s: the same %zu bytes.")),
                      v->source, v->n);
        break;
    case DIFFERENT:
        hj_buf_printf(out, hj_tr(lang, HJ_T("Made again from %s: not the same.")), v->source);
        break;
    case FAILED:
        hj_buf_printf(out, hj_tr(lang, HJ_T("It could not be made again from %s.")), v->source);
        break;
    case NOT_MADE:
        hj_buf_str(out, hj_tr(lang, kind
                                        ? HJ_T("Not made again: give the case with --case.")
                                        : HJ_T("Only documents made from a case are made again.")));
        break;
    }
    hj_buf_char(out, '\n');
}

static void json_field(hj_buf *out, const char *name, const char *value)
{
    hj_buf_printf(out, ", \"%s\": ", name);
    if (value)
        hj_buf_json(out, value);
    else
        hj_buf_str(out, "null");
}

static void show_json(verify *v, hj_buf *out)
{
    static const char *const outcomes[] = {"no", "same", "different", "failed"};
    hj_buf_str(out, "{\"file\": ");
    hj_buf_json(out, v->w->path);
    for (size_t i = 0; i < HJ_COUNT(asked_keys); i++)
        json_field(out, asked_keys[i], value_of(&v->stated, asked_keys[i]));
    hj_buf_printf(out, ", \"intact\": %s, \"added\": %zu", v->seen.intact ? "true" : "false",
                  v->n - v->seen.written);
    json_field(out, "source", v->source);
    json_field(out, "remade", outcomes[v->outcome]);
    hj_buf_str(out, ",\n \"parts\": [");
    bool comma = false;
    for (size_t i = 0; i < v->stated.n; i++) {
        const line *was = &v->stated.items[i], *is = find(&v->here, was->key, was->name);
        if (is_asked(was))
            continue;
        hj_buf_str(out, comma ? ",\n  {\"what\": " : "\n  {\"what\": ");
        hj_buf_json(out, was->key);
        json_field(out, "name", was->name);
        json_field(out, "stated", was->value);
        json_field(out, "here", is ? is->value : NULL);
        hj_buf_char(out, '}');
        comma = true;
    }
    hj_buf_str(out, "]}\n");
}

/* ---- the call ---- */

static bool read_document(verify *v)
{
    hj_work *w = v->w;
    hj_place place = HJ_FILE(w->path);
    v->bytes = hj_file_read(w->arena, w->path, HJ_LIMIT_PDF_BYTES, &v->n, w->diags);
    if (!v->bytes)
        return false;
    switch (hj_pdf_read(v->bytes, v->n, w->arena, &v->seen)) {
    case HJ_PDF_NONE:
        hj_error(w->diags, "HJ-VERIFY-001", place, "this is not a PDF");
        return false;
    case HJ_PDF_FOREIGN:
        hj_error(w->diags, "HJ-VERIFY-002", place,
                 "hjemmel did not make this PDF, so nothing can be said about what did");
        hj_hint(w->diags, "or another program has written it anew, and what hjemmel said is lost");
        return false;
    case HJ_PDF_BROKEN:
        hj_error(w->diags, "HJ-VERIFY-003", place,
                 "hjemmel made this PDF, but it has been damaged or rewritten since and cannot be "
                 "read");
        return false;
    case HJ_PDF_OURS: break;
    }
    v->stated = lines_of(&v->seen, w->arena, w->diags->lang);
    if (v->stated.n)
        return true;
    hj_error(w->diags, "HJ-VERIFY-008", place,
             "hjemmel made this PDF, but a version that did not write what made it");
    return false;
}

hjemmel_result *hjemmel_verify(hjemmel *h, const char *path, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    verify v = {.w = w};
    hj_buf out = {0};
    if (read_document(&v)) {
        if (value_of(&v.stated, "document"))
            make_again(&v);
        tell_file(&v);
        if (v.outcome == DIFFERENT)
            tell_why(&v);
        if (w->job->json)
            show_json(&v, &out);
        else
            show_text(&v, &out);
    }
    hj_buf_free(&v.again);
    return hj_work_finish(w, &out);
}
