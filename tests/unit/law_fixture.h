/* A pack in a temporary folder, loaded, and a case to decide: for the tests of the law tower. */
#ifndef LAW_FIXTURE_H
#define LAW_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "author/author.h"
#include "rules/compiled.h"

typedef struct rig {
    hj_arena *arena;
    hj_diags *diags;
    hj_rulebase *base;
    char dir[64];
    char *out; /* the diagnostics as text */
} rig;

static const char rig_manifest[] =
    "pakke { navn = \"prove\", versjon = \"0.1.0\", spraakversjon = 1 }\n"
    "dokument \"sak\" { navnerom = \"urn:hjemmel:sak:1\", dato = \"/sak/@dato\", maalform = \"@maalform\" }\n"
    "lov \"l.\" { navn = { nb = \"loven\", nn = \"lova\" } }\n"
    "hjemmel \"h\" { lov = \"l.\", vis = \"l. § 1\", fra = \"1900-01-01\", kilde = \"-\", status = \"gjeldende\" }\n"
    "hjemmel \"ny\" { lov = \"l.\", vis = \"l. § 2\", kilde = \"-\", status = \"gjeldende\" }\n"
    "hjemmel \"gammel\" { lov = \"l.\", vis = \"l. § 3\", fra = \"1900-01-01\", til = \"2020-01-01\", kilde = \"-\", status = \"gjeldende\" }\n";

/* Facts, holidays and a rule's shell that most tests want; one line each, so that the body of a
 * test begins on line 1 of its own file. */
static const char rig_facts[] =
    "fakta { a = janei { tekst = begge \"a\", sti = \"@a\" }, b = janei { tekst = begge \"b\", sti = \"@b\" },\n"
    " c = janei { tekst = begge \"c\", sti = \"@c\" }, n = tall { tekst = begge \"n\", sti = \"@n\", min = 0, maks = 100 },\n"
    " m = tall { tekst = begge \"m\", sti = \"@m\" }, v = valg { tekst = begge \"v\", sti = \"@v\", verdier = { \"innvilget\", \"avslaatt\", \"delvis\" } },\n"
    " d = dato { tekst = begge \"d\", sti = \"@d\" }, e = dato { tekst = begge \"e\", sti = \"@e\" }, t = tekst { tekst = begge \"t\", sti = \"t\" } }\n"
    "helligdag \"loerdag\" { ukedag = 6, hjemmel = \"h\", tekst = begge \"lørdag\" }\n"
    "helligdag \"soendag\" { ukedag = 7, hjemmel = \"h\", tekst = begge \"søndag\" }\n"
    "helligdag \"foerste_juledag\" { maaned = 12, dag = 25, hjemmel = \"h\", tekst = begge \"1. juledag\" }\n"
    "helligdag \"langfredag\" { paaske = -2, hjemmel = \"h\", tekst = begge \"langfredag\" }\n";

static void rig_write(const rig *r, const char *name, const char *text, size_t n)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", r->dir, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, n, f), n);
    fclose(f);
}

static void rig_print(rig *r)
{
    hj_buf out = {0};
    hj_diags_text(r->diags, &out, false);
    free(r->out);
    r->out = strdup(out.data ? out.data : "");
    hj_buf_free(&out);
}

/* A pack of the manifest, the common facts and prove.lua with these bytes. */
static rig rig_open_bytes(const char *body, size_t n)
{
    rig r = {.dir = "/tmp/hj-law-XXXXXX"};
    assert_non_null(mkdtemp(r.dir));
    rig_write(&r, "pakke.lua", rig_manifest, strlen(rig_manifest));
    rig_write(&r, "fakta.lua", rig_facts, strlen(rig_facts));
    rig_write(&r, "prove.lua", body, n);
    r.arena = hj_arena_new();
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    const char *dirs[] = {r.dir, NULL};
    r.base = hj_rulebase_load(dirs, r.diags);
    rig_print(&r);
    return r;
}

static inline rig rig_open(const char *body) { return rig_open_bytes(body, strlen(body)); }

static void rig_close(rig *r)
{
    static const char *const names[] = {"pakke.lua", "fakta.lua", "prove.lua"};
    for (int i = 0; i < 3; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", r->dir, names[i]);
        unlink(path);
    }
    rmdir(r->dir);
    hj_rulebase_free(r->base);
    hj_arena_free(r->arena);
    free(r->out);
}

/* A diagnostic with this code at this line of prove.lua (line 0: anywhere). */
static inline bool rig_says(const rig *r, const char *code, int line)
{
    for (const hj_diag *d = r->diags->first; d; d = d->next)
        if (strcmp(d->code, code) == 0
            && (!line || (d->place.line == line && d->place.file
                          && strcmp(hj_path_base(d->place.file), "prove.lua") == 0)))
            return true;
    return false;
}

/* A case: <sak dato="…" attributes>content</sak>. */
static inline hj_document *rig_case(rig *r, const char *attributes, const char *content)
{
    char *xml = hj_arena_printf(r->arena, "<sak xmlns=\"urn:hjemmel:sak:1\" dato=\"2026-11-24\" %s>%s</sak>",
                                attributes, content);
    xmlDoc *doc = xmlReadMemory(xml, (int)strlen(xml), "sak.xml", NULL, XML_PARSE_BIG_LINES);
    assert_non_null(doc);
    hj_arena_defer(r->arena, (void (*)(void *))xmlFreeDoc, doc);
    hj_document *out = HJ_NEW(r->arena, hj_document);
    *out = (hj_document){.file = "sak.xml", .kind = "sak", .xml = doc};
    return out;
}

static inline hj_record *rig_decide(rig *r, const char *attributes, const char *content,
                             const char *checklist)
{
    const char *lists[] = {checklist, NULL};
    hj_decide_options options = {.date = HJ_DATE_NONE, .sjekklister = checklist ? lists : NULL};
    if (!r->base)
        fail_msg("%s", r->out);
    hj_record *record =
        hj_decide(r->base, rig_case(r, attributes, content), &options, r->arena, r->diags);
    rig_print(r);
    return record;
}

/* The record as text, in the rig's arena. */
static inline char *rig_xml(rig *r, const hj_record *record)
{
    xmlChar *bytes;
    int n;
    if (!record)
        fail_msg("%s", r->out);
    xmlDocDumpMemoryEnc(record->xml, &bytes, &n, "UTF-8");
    char *text = hj_arena_strndup(r->arena, (char *)bytes, (size_t)n);
    xmlFree(bytes);
    return text;
}

/* The folder's name differs from run to run. */
static inline char *rig_mask(char *text)
{
    for (char *p = text; (p = strstr(p, "hj-law-"));)
        memset(p, '-', 13);
    for (char *p = text; (p = strstr(p, " sum=\"")); p++) /* of the pack's own text */
        for (char *q = p + 6; *q && *q != '"'; q++)
            *q = '-';
    return text;
}

#define assert_has(text, part)                                                   \
    do {                                                                         \
        if (!strstr((text), (part)))                                             \
            fail_msg("no %s in:\n%s", (part), (text));                           \
    } while (0)
#define assert_has_not(text, part)                                               \
    do {                                                                         \
        if (strstr((text), (part)))                                              \
            fail_msg("%s in:\n%s", (part), (text));                              \
    } while (0)

#endif
