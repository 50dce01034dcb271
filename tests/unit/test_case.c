/* case/: the reader's refusals, the schemas, and messages that name the place but never a value. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "case/case.h"

#define XSD "engine/case/xsd"

static hj_schemas *schemas;
static char folder[] = "/tmp/hj-case-XXXXXX";
static char file[sizeof folder + 32];

static int setup(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(file, sizeof file, "%s/sak.xml", folder);
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    schemas = hj_schemas_load(XSD, diags);
    hj_buf out = {0};
    hj_diags_text(diags, &out, false);
    if (out.len)
        print_error("%s", out.data);
    hj_buf_free(&out);
    hj_arena_free(arena);
    return schemas ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    hj_schemas_free(schemas);
    unlink(file);
    rmdir(folder);
    xmlCleanupParser();
    return 0;
}

/* ---- helpers ---- */

typedef struct reading {
    hj_arena *arena;
    hj_diags *diags;
    hj_document *doc;
} reading;

static void put(const char *bytes, size_t n)
{
    FILE *f = fopen(file, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static reading read_file(const char *path)
{
    reading r = {.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.doc = hj_document_read(schemas, path, r.arena, r.diags);
    assert_int_equal(r.doc == NULL, r.diags->errors > 0);
    return r;
}

static reading read_bytes(const char *bytes, size_t n)
{
    put(bytes, n);
    return read_file(file);
}

static reading read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void done(reading r)
{
    hj_arena_free(r.arena);
}

static char *as_text(reading r)
{
    hj_buf out = {0};
    hj_diags_text(r.diags, &out, false);
    char *copy = hj_arena_strdup(r.arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return copy;
}

/* Is there a diagnostic with this code, line, path, and these words in message and hint? */
static void told(reading r, const char *code, int line, const char *path, const char *message,
                 const char *hint)
{
    for (const hj_diag *d = r.diags->first; d; d = d->next)
        if (strcmp(d->code, code) == 0 && (!line || d->place.line == line)
            && (!path || (d->place.path && strcmp(d->place.path, path) == 0))
            && (!message || strstr(d->message, message))
            && (!hint || (d->hint && strstr(d->hint, hint))))
            return;
    fail_msg("expected %s line %d %s '%s' '%s', got:\n%s", code, line, path ? path : "",
             message ? message : "", hint ? hint : "", as_text(r));
}

#define HEAD "<sak xmlns=\"urn:hjemmel:sak:1\" saksaar=\"2026\" sakssekvensnummer=\"1\" kommune=\"tolga\""
#define START HEAD ">\n<tittel>Sak</tittel>\n"
#define PARTER "<parter><part id=\"p1\" rolle=\"soeker\"><navn>A</navn></part></parter>\n"

static void one(const char *text, const char *code, int line, const char *path,
                const char *message, const char *hint)
{
    reading r = read_text(text);
    assert_null(r.doc);
    told(r, code, line, path, message, hint);
    if (r.diags->errors != 1)
        fail_msg("expected one error, got:\n%s", as_text(r));
    done(r);
}

/* ---- good documents ---- */

static void smallest(void **state)
{
    (void)state;
    reading r = read_text(START PARTER "</sak>");
    assert_non_null(r.doc);
    assert_string_equal(r.doc->kind, "sak");
    assert_string_equal(r.doc->file, file);
    assert_string_equal((char *)xmlDocGetRootElement(r.doc->xml)->name, "sak");
    done(r);
    r = read_text("\xef\xbb\xbf<?xml version=\"1.0\" encoding='utf-8'?>\n" START PARTER "</sak>\n");
    assert_non_null(r.doc); /* a byte order mark and a declaration are fine */
    done(r);
}

static void check_folder(const char *path, int depth, int *seen)
{
    hj_arena *arena = hj_arena_new();
    char **names = hj_dir_list(arena, path, hj_diags_new(arena, HJ_LANG_EN));
    for (; names && *names && depth < 5; names++) {
        const char *full = hj_path_join(arena, path, *names);
        size_t n = strlen(full);
        if (hj_file_is_dir(full)) {
            check_folder(full, depth + 1, seen);
        } else if (n > 4 && strcmp(full + n - 4, ".xml") == 0) {
            reading r = read_file(full);
            if (!r.doc)
                fail_msg("%s", as_text(r));
            ++*seen;
            done(r);
        }
    }
    hj_arena_free(arena);
}

static void every_sample_is_valid(void **state)
{
    (void)state;
    int seen = 0;
    check_folder("samples/saker", 0, &seen);
    assert_true(seen >= 10);
    seen = 0;
    check_folder("samples/kommuner", 0, &seen);
    assert_true(seen >= 2);
    seen = 0;
    if (hj_file_is_dir("samples/moeter")) {
        check_folder("samples/moeter", 0, &seen);
        assert_true(seen >= 1);
    }
    if (hj_file_is_dir("samples/prosjekter"))
        check_folder("samples/prosjekter", 0, &seen);
}

/* Everything a case can hold, once, so that the schema cannot lose a part unnoticed. */
static void everything(void **state)
{
    (void)state;
    reading r = read_text(
        HEAD " journalpostnummer=\"4\" enhet=\"fk\" maalform=\"nn\" dato=\"2026-11-24\" saksbehandler=\"a1\""
        " saksdato=\"2026-11-02\" deresReferanse=\"X 1\">\n"
        "<tittel>Sak</tittel><skjerming hjemmel=\"offl.13 hol.12-1\"/>"
        "<parter><part id=\"p1\" rolle=\"soeker\" storSkrift=\"ja\"><navn>Kari Eksempel</navn>"
        "<foedselsdato>1942-03-14</foedselsdato><foedselsnummer>14034212345</foedselsnummer>"
        "<adresse><linje>Vegen 4</linje><postnummer>2540</postnummer><poststed>TOLGA</poststed></adresse>"
        "<telefon>62 49 65 00</telefon><epost>a@b.no</epost><digitalPost reservert=\"ja\"/>"
        "<tolk behov=\"ja\" spraak=\"polsk\"/><beslutningskompetanse har=\"delvis\" dato=\"2026-11-01\">"
        "<vurdering><p>Ja.</p></vurdering></beslutningskompetanse></part>"
        "<part id=\"p2\" rolle=\"fullmektig\" for=\"p1\" relasjon=\"datter\" mottaker=\"ja\"><navn>Eva</navn>"
        "<fullmakt dato=\"2026-10-30\" omfang=\"hele saken\" dokument=\"2026/1-2\" skriftlig=\"ja\"/></part>"
        "<part id=\"p3\" rolle=\"verge\" for=\"p1\"><navn>Ole</navn><vergemaal mandat=\"personlig\" fra=\"2020-01-01\"/></part>"
        "<barn id=\"b1\" relasjon=\"sønn\" beroert=\"ja\"><navn>Per</navn><foedselsdato>2015-01-01</foedselsdato>"
        "<syn><p>Vil bo hjemme.</p></syn></barn></parter>"
        "<ansatte><ansatt id=\"a1\" rolle=\"saksbehandler\" leder=\"a2\"><navn>Ola</navn><tittel>konsulent</tittel></ansatt>"
        "<ansatt id=\"a2\" rolle=\"enhetsleder\"><navn>Anne</navn><tittel>leder</tittel>"
        "<inhabil hjemmel=\"fvl.6\" part=\"p1\" stedfortreder=\"a1\">søster</inhabil></ansatt></ansatte>"
        "<soeknad mottatt=\"2026-11-02\" datert=\"2026-10-30\" fra=\"p1\" form=\"skriftlig\"><gjelder tjeneste=\"t1\"/>"
        "<oenske><p>Hjelp <b>hver <i>dag</i></b>.</p><liste nummerert=\"ja\"><p>en</p></liste><mellomtittel>x</mellomtittel></oenske></soeknad>"
        "<kartlegging dato=\"2026-11-12\" form=\"hjemmebesoek\" av=\"a1\"><deltaker rolle=\"datter\">Eva</deltaker>"
        "<samtykke dato=\"2026-11-12\" fra=\"fastlege\"/><husstand borAlene=\"ja\" boform=\"egen_bolig\"><person relasjon=\"mann\" kanHjelpe=\"nei\"/></husstand>"
        "<diagnose kilde=\"fastlege\">hjertesvikt</diagnose><iplos dato=\"2026-11-12\" type=\"foerstegang\" av=\"a1\">"
        "<variabel navn=\"hoersel\" skaar=\"9\"/><variabel navn=\"spise\"/><variabel navn=\"hukommelse\" kjent=\"under_innhenting\"/></iplos>"
        "<risiko type=\"fall\" nivaa=\"hoey\"/><hjelpemiddel>rullator</hjelpemiddel><velferdsteknologi vurdert=\"ja\">alarm</velferdsteknologi>"
        "<tjenesteNaa kode=\"PB\" fra=\"2025-01-01\"><omfang enhet=\"hele_doegnet\"/></tjenesteNaa>"
        "<opplysning navn=\"fall_siste_aar\" verdi=\"2\" kilde=\"soeker\"/><opplysning navn=\"x\" kjent=\"ikke_oppgitt\"/>"
        "<nettverk><p>x</p></nettverk><ressurser><p>x</p></ressurser><maal><p>x</p></maal><beskrivelse><p>x</p></beskrivelse></kartlegging>"
        "<uttalelse fra=\"Fastlege\" dato=\"2026-11-10\"><gjelder tjeneste=\"t1\"/><innhold><p>x</p></innhold></uttalelse>"
        "<opplysning navn=\"y\" verdi=\"ja\"/>"
        "<tjenester><tjeneste id=\"t1\" kode=\"HSH\" iplosKode=\"15\" sakstype=\"ny\" enhet=\"hj\" part=\"p1\">"
        "<soekt fra=\"2026-11-01\"><omfang verdi=\"5\" enhet=\"timer_per_uke\"/></soekt><loepende inntilVidere=\"ja\" referanse=\"2025/1\"/>"
        "<opplysning navn=\"z\" verdi=\"26\"/><alternativ kode=\"MAT\" forkastet=\"ja\"><vurdering><p>x</p></vurdering></alternativ>"
        "<innstilling utfall=\"delvis\" av=\"a1\" dato=\"2026-11-20\"><vurdering><p>x</p></vurdering></innstilling>"
        "<moetebehandling dato=\"2026-11-25\" saksnummer=\"T 12/26\"/>"
        "<vedtak utfall=\"delvis\" besluttetAv=\"a2\" dato=\"2026-11-24\" virkningFra=\"2026-11-25\" til=\"2027-05-24\" revurdering=\"2027-04-24\" delegasjon=\"PS 5/20\">"
        "<omfang verdi=\"1.5\" enhet=\"timer_per_gang\" hver=\"3\" hverEnhet=\"uke\">ordning</omfang><innhold>sårstell</innhold><sted>hjemme</sted>"
        "<venteliste fra=\"2026-11-24\"/><vilkaar><p>x</p></vilkaar><faktagrunnlag><p>x</p></faktagrunnlag><hensyn><p>x</p></hensyn>"
        "<begrunnelse><p>x</p></begrunnelse><avvikFraInnstilling><p>x</p></avvikFraInnstilling><brukersSyn vekt=\"stor\"><p>x</p></brukersSyn>"
        "<forsvarlighet><p>x</p></forsvarlighet><barnetsBeste><p>x</p></barnetsBeste><egenandel betaler=\"ja\" beloep=\"241.50\" per=\"maaned\"/>"
        "<begrunnelseUnntatt misnoeyeVentet=\"nei\" hjemmel=\"fvl.24\"/><utsattIverksetting bedtOm=\"nei\"/><lokalForskrift>lto</lokalForskrift></vedtak></tjeneste></tjenester>"
        "<forhaandsvarsel sendt=\"2026-11-01\" uttalefrist=\"2026-11-15\"><gjelder tjeneste=\"t1\"/></forhaandsvarsel>"
        "<hendelser><hendelse type=\"vedtak_sendt\" dato=\"2026-11-24\" klokkeslett=\"12:30\" for=\"t1\" av=\"a1\"/>"
        "<hendelse type=\"klage_mottatt\" dato=\"2027-01-04\" poststemplet=\"2026-12-28\" for=\"k1\">brev</hendelse></hendelser>"
        "<klage id=\"k1\" gjelder=\"t1\" mottatt=\"2027-01-04\" poststemplet=\"2026-12-28\" fra=\"p2\" form=\"brev\" signert=\"ja\">"
        "<oensketEndring><p>Mer.</p></oensketEndring><anfoersel id=\"k1a\" medhold=\"nei\"><tekst><p>x</p></tekst><vurdering><p>y</p></vurdering></anfoersel>"
        "<forsinkelse kanLastes=\"nei\"><grunn><p>syk</p></grunn></forsinkelse><avgjoerelse utfall=\"opprettholdt\" besluttetAv=\"a2\" dato=\"2027-01-10\"/>"
        "<oversendelse dato=\"2027-01-12\" kopiTilKlager=\"ja\"/></klage>"
        "<dokumenter><dokument dokument=\"2026/1-1\" dato=\"2026-11-02\" type=\"soeknad\">Søknad</dokument></dokumenter>"
        "<vedlegg>Tiltaksplan</vedlegg><kopiTil part=\"p2\"/></sak>");
    if (!r.doc)
        fail_msg("%s", as_text(r));
    done(r);
}

/* ---- what is wrong, and how it is told ---- */

static void names(void **state)
{
    (void)state;
    one(HEAD ">\n<titel>Sak</titel>\n" PARTER "</sak>", "HJ-CASE-030", 2, "/sak/titel",
        "unknown element 'titel' in 'sak'", "did you mean 'tittel'?");
    one(HEAD " maalfrom=\"nb\">\n<tittel>x</tittel>\n" PARTER "</sak>", "HJ-CASE-034", 1,
        "/sak/@maalfrom", "unknown attribute 'maalfrom' on 'sak'", "did you mean 'maalform'?");
    one(START "<parter><part id=\"p1\" rolle=\"soeker\"><navn xyz=\"1\">A</navn></part></parter></sak>",
        "HJ-CASE-034", 3, "/sak/parter/part/navn/@xyz", "unknown attribute", "has no attributes");
    one(START "</sak>", "HJ-CASE-033", 1, "/sak", "something is missing in 'sak'; expected: skjerming, parter",
        NULL);
    one(START "<parter><part rolle=\"soeker\"><navn>A</navn></part></parter></sak>", "HJ-CASE-035", 3,
        "/sak/parter/part", "attribute 'id' is missing on 'part'", NULL);
    one(START "<parter><part id=\"a\"><navn>A</navn></part></parter></sak>", "HJ-CASE-035", 3,
        "/sak/parter/part", "attribute 'rolle' is missing", "one of: soeker");
    one(START PARTER "<tittel>y</tittel></sak>", "HJ-CASE-032", 4, "/sak/tittel[2]", "out of order",
        "expected here: ansatte");
    one("<sakk xmlns=\"urn:hjemmel:sak:1\"/>", "HJ-CASE-020", 1, "/sakk", "unknown root element 'sakk'",
        "did you mean 'sak'?");
    one("<html/>", "HJ-CASE-020", 1, "/html", "unknown root element", "sak, moete, prosjekt, kommune");
    one("<sak saksaar=\"2026\"/>", "HJ-CASE-021", 1, "/sak", "not in the namespace urn:hjemmel:sak:1",
        "xmlns=\"urn:hjemmel:sak:1\"");
    one(START PARTER "<x xmlns=\"urn:y\"/></sak>", "HJ-CASE-031", 4, "/sak/x", "not in the namespace",
        NULL);
    one(START PARTER "bare tekst</sak>", "HJ-CASE-036", 1, "/sak", "cannot hold text", NULL);
    one(START PARTER "<soeknad mottatt=\"2026-11-01\" fra=\"p1\">\n<oenske>tekst</oenske></soeknad></sak>",
        "HJ-CASE-036", 5, "/sak/soeknad/oenske", "cannot hold text", "<p>");
    one(HEAD ">\n<tittel>x<b>y</b></tittel>\n" PARTER "</sak>", "HJ-CASE-037", 2, "/sak/tittel",
        "holds only text", NULL);
}

static void values(void **state)
{
    (void)state;
    one(HEAD " dato=\"2026-02-30\"><tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-041", 1, "/sak/@dato",
        "no such date in 'dato'", NULL);
    one(HEAD " dato=\"2026-2-3\"><tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-042", 1, "/sak/@dato",
        "must be a date written as ÅÅÅÅ-MM-DD", NULL);
    one(HEAD " dato=\"2026-02-28Z\"><tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-042", 1, "/sak/@dato",
        "must be a date", NULL);
    one(HEAD " maalform=\"bokmaal\"><tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-043", 1,
        "/sak/@maalform", "not in the list", "allowed: nb, nn");
    one(START "<parter><part id=\"p\" rolle=\"soekar\"><navn>A</navn></part></parter></sak>", "HJ-CASE-043",
        3, "/sak/parter/part/@rolle", "not in the list", "did you mean 'soeker'?");
    one("<sak xmlns=\"urn:hjemmel:sak:1\" saksaar=\"26\" sakssekvensnummer=\"1\" kommune=\"tolga\">"
        "<tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-044", 1, "/sak/@saksaar",
        "a whole number from 1583 to 9999", NULL);
    one(HEAD "><tittel></tittel>" PARTER "</sak>", "HJ-CASE-045", 1, "/sak/tittel", "'tittel' is empty",
        NULL);
    one(START PARTER "<tjenester><tjeneste id=\"t\" kode=\"hsh\"/></tjenester></sak>", "HJ-CASE-047", 4,
        "/sak/tjenester/tjeneste/@kode", "the form of 'tjenestekode'", "[A-Z]");
    one(START PARTER "<tjenester><tjeneste id=\"t\" kode=\"HSH\"><soekt><omfang verdi=\"3,5\"/></soekt>"
        "</tjeneste></tjenester></sak>", "HJ-CASE-044", 4, "/sak/tjenester/tjeneste/soekt/omfang/@verdi",
        "must be a number", "after a point");
    hj_buf text = {0};
    hj_buf_str(&text, HEAD "><tittel>");
    for (int i = 0; i < 301; i++)
        hj_buf_str(&text, "å");
    hj_buf_str(&text, "</tittel>" PARTER "</sak>");
    one(text.data, "HJ-CASE-046", 1, "/sak/tittel", "longer than 300 characters", NULL);
    hj_buf_clear(&text);
    hj_buf_str(&text, START PARTER "<soeknad mottatt=\"2026-11-01\" fra=\"p1\"><oenske><p>");
    for (int i = 0; i < 10001; i++)
        hj_buf_str(&text, "å<b>b</b>");
    hj_buf_str(&text, "</p></oenske></soeknad></sak>");
    reading r = read_text(text.data);
    told(r, "HJ-CASE-063", 4, "/sak/soeknad/oenske/p", "longer than 20000 characters", NULL);
    done(r);
    hj_buf_free(&text);
}

static void beyond_xsd(void **state)
{
    (void)state;
    one(START PARTER "<opplysning navn=\"x\"/></sak>", "HJ-CASE-061", 4, "/sak/opplysning",
        "needs one of: verdi, kjent", "ikke_oppgitt");
    one(START PARTER "<opplysning navn=\"x\" verdi=\"1\" kjent=\"ikke_oppgitt\"/></sak>", "HJ-CASE-060", 4,
        "/sak/opplysning", "only one of: verdi, kjent", NULL);
    one(START PARTER "<tjenester><tjeneste id=\"t\" kode=\"HSH\"><vedtak utfall=\"innvilget\" "
        "virkningFra=\"2026-12-01\" til=\"2026-11-30\"/></tjeneste></tjenester></sak>", "HJ-CASE-062", 4,
        "/sak/tjenester/tjeneste/vedtak", "'virkningFra' is after 'til'", NULL);
    one(START PARTER "<klage id=\"k\" mottatt=\"2026-12-01\" poststemplet=\"2026-12-02\" fra=\"p1\"/></sak>",
        "HJ-CASE-062", 4, "/sak/klage", "'poststemplet' is after 'mottatt'", NULL);
}

static void references(void **state)
{
    (void)state;
    one(HEAD " saksbehandler=\"a9\"><tittel>x</tittel>" PARTER "</sak>", "HJ-CASE-050", 1,
        "/sak/@saksbehandler", "no 'ansatt' in the file has", NULL);
    one(START "<parter><part id=\"p1\" rolle=\"soeker\"><navn>A</navn></part>\n"
        "<part id=\"p2\" rolle=\"verge\" for=\"p7\"><navn>B</navn></part></parter></sak>", "HJ-CASE-050", 4,
        "/sak/parter/part[2]/@for", "no 'part' in the file has", NULL);
    one(START PARTER "<hendelser>\n<hendelse type=\"vedtak_sendt\" dato=\"2026-11-24\" for=\"t4\"/></hendelser></sak>",
        "HJ-CASE-050", 5, "/sak/hendelser/hendelse/@for", "nothing in the file has", NULL);
    reading r = read_text(START "<parter><part id=\"p1\" rolle=\"soeker\"><navn>A</navn></part>\n"
        "<part id=\"p1\" rolle=\"verge\"><navn>B</navn></part></parter></sak>");
    told(r, "HJ-CASE-051", 4, "/sak/parter/part[2]/@id", "used more than once", NULL);
    assert_int_equal(r.diags->errors, 1); /* told once, though two constraints break */
    done(r);
    /* A person and a service may not share an id either: events point to both. */
    one(START PARTER "<tjenester><tjeneste id=\"p1\" kode=\"HSH\"/></tjenester></sak>", "HJ-CASE-051", 4,
        "/sak/tjenester/tjeneste/@id", "used more than once", NULL);
}

static void all_at_once(void **state)
{
    (void)state;
    reading r = read_text(
        HEAD " dato=\"2026-02-30\" saksbehandler=\"HEMMELIGID\">\n<tittel>x</tittel>\n"
        "<parter><part id=\"p1\" rolle=\"HEMMELIG\"><navn>A</navn><foedselsdato>HEMMELIG</foedselsdato>"
        "<epost>HEMMELIG</epost><telefon>HEMMELIG</telefon><foedselsnummer>HEMMELIG</foedselsnummer></part></parter>\n"
        "<opplysning navn=\"HEMMELIG\" verdi=\"HEMMELIG\" kjent=\"HEMMELIG\"/>\n"
        "<tjenester><tjeneste id=\"t\" kode=\"HEMMELIG 1\">HEMMELIG</tjeneste></tjenester></sak>");
    assert_true(r.diags->errors >= 8);
    told(r, "HJ-CASE-041", 1, NULL, NULL, NULL);
    told(r, "HJ-CASE-050", 1, NULL, NULL, NULL);
    told(r, "HJ-CASE-043", 3, NULL, NULL, NULL);
    told(r, "HJ-CASE-042", 3, NULL, NULL, NULL);
    told(r, "HJ-CASE-036", 5, NULL, NULL, NULL);
    if (strstr(as_text(r), "HEMMELIG"))
        fail_msg("a value leaked: %s", as_text(r));
    hj_buf json = {0};
    hj_diags_json(r.diags, &json);
    assert_null(strstr(json.data, "HEMMELIG"));
    hj_buf_free(&json);
    done(r);
}

static void norwegian_and_far_lines(void **state)
{
    (void)state;
    hj_buf text = {0};
    hj_buf_str(&text, START PARTER "<soeknad mottatt=\"2026-11-01\" fra=\"p1\"><oenske>");
    for (int i = 0; i < 290; i++) { /* real content on far lines, past the 65535 a node can hold */
        hj_buf_str(&text, "<p>");
        for (int k = 0; k < 300; k++)
            hj_buf_char(&text, '\n');
        hj_buf_str(&text, "ord</p>");
    }
    hj_buf_str(&text, "</oenske></soeknad>\n<soeknadd>x</soeknadd></sak>");
    reading r = read_text(text.data);
    told(r, "HJ-CASE-030", 87005, "/sak/soeknadd", NULL, "did you mean 'soeknad'?");
    done(r);
    hj_buf_free(&text);
}

/* ---- hostile input ---- */

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void not_xml(void **state)
{
    (void)state;
    one("", "HJ-CASE-016", 0, NULL, "the file is empty", NULL);
    one(" \n\t\r\n", "HJ-CASE-016", 0, NULL, "the file is empty", NULL);
    one("hei", "HJ-CASE-014", 1, NULL, "does not start with an element", NULL);
    one("<sak>\n<a></b></sak>", "HJ-CASE-014", 2, NULL, "tags do not match", NULL);
    one("<sak>\n", "HJ-CASE-014", 2, NULL, "tags do not match", NULL);
    one("<sak/><sak/>", "HJ-CASE-014", 1, NULL, "after the end", NULL);
    one("<sak a=1/>", "HJ-CASE-014", 1, NULL, "quotation marks", NULL);
    one("<sak a=\"1\" a=\"2\"/>", "HJ-CASE-014", 1, NULL, "given twice", NULL);
    one("<sak>A & B</sak>", "HJ-CASE-014", 1, NULL, "& stands alone", "&amp;");
    one("<sak>&aring;</sak>", "HJ-CASE-014", 1, NULL, "an entity is used", "&#160;");
    one("<x:sak/>", "HJ-CASE-014", 1, NULL, "prefix is used but not declared", NULL);
    one("<sak>\x01</sak>", "HJ-CASE-014", 1, NULL, "not allowed in XML", NULL);
    one("<sak>\n\n\xe5</sak>", "HJ-CASE-019", 3, NULL, "not valid UTF-8", "UTF-8");
    one("<sak>\xed\xa0\x80</sak>", "HJ-CASE-019", 1, NULL, "not valid UTF-8", NULL); /* half a pair */
    one("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><sak/>", "HJ-CASE-017", 1, NULL,
        "another encoding", NULL);
    reading r = read_bytes("<sak>\n\0</sak>", 13);
    told(r, "HJ-CASE-018", 2, NULL, "NUL", NULL);
    done(r);
    r = read_bytes("\xff\xfe<\0s\0a\0k\0/\0>\0", 14);
    told(r, "HJ-CASE-017", 0, NULL, "UTF-16", NULL);
    done(r);
    r = read_file("/tmp/hj-no-such-file.xml");
    assert_int_equal(r.diags->blame, HJ_BLAME_ENVIRONMENT);
    told(r, "HJ-FILE-001", 0, NULL, "no such file", NULL);
    done(r);
    r = read_file(folder);
    told(r, "HJ-FILE-002", 0, NULL, "folder", NULL);
    done(r);
}

static void no_document_types(void **state)
{
    (void)state;
    const char *laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE sak [\n<!ENTITY a \"ha\">\n"
        "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\n"
        "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\n]>\n<sak>&d;</sak>";
    one(laughs, "HJ-CASE-010", 2, NULL, "document type declaration is not allowed", "DOCTYPE");
    one("<!DOCTYPE sak SYSTEM \"http://127.0.0.1:9/x.dtd\"><sak/>", "HJ-CASE-010", 1, NULL, NULL, NULL);
    one("<!DOCTYPE sak [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sak>&x;</sak>", "HJ-CASE-010", 1,
        NULL, NULL, NULL);
    one("<!DOCTYPE sak [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><sak/>", "HJ-CASE-010", 1, NULL,
        NULL, NULL);
    one("<!DOCTYPE sak PUBLIC \"a\" \"b\"><sak/>", "HJ-CASE-010", 1, NULL, NULL, NULL);
    /* XInclude is an element like any other: unknown. */
    reading r = read_text(START PARTER "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" "
                          "href=\"/etc/passwd\" parse=\"text\"/></sak>");
    told(r, "HJ-CASE-031", 4, NULL, NULL, NULL);
    done(r);
}

static void schema_hints_are_not_followed(void **state)
{
    (void)state;
    reading r = read_text(HEAD " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"urn:hjemmel:sak:1 http://127.0.0.1:9/x.xsd\">\n<tittel>x</tittel>" PARTER "</sak>");
    assert_non_null(r.doc);
    assert_null(xmlHasNsProp(xmlDocGetRootElement(r.doc->xml), BAD_CAST "schemaLocation",
                             BAD_CAST "http://www.w3.org/2001/XMLSchema-instance"));
    done(r);
    one(HEAD ">\n<tittel xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\">x</tittel>"
        PARTER "</sak>", "HJ-CASE-023", 2, "/sak/tittel/@nil", "xsi:nil is not allowed", NULL);
}

/* Each in well under the time and memory that the input's size would suggest. */
static void too_much(void **state)
{
    (void)state;
    double start = seconds();
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);

    FILE *f = fopen(file, "wb"); /* 200 MB, a hole */
    assert_non_null(f);
    assert_int_equal(ftruncate(fileno(f), 200l << 20), 0);
    fclose(f);
    reading r = read_file(file);
    told(r, "HJ-FILE-003", 0, NULL, "larger than the limit", NULL);
    done(r);

    hj_buf text = {0};
    for (int i = 0; i < 100000; i++)
        hj_buf_str(&text, "<a>\n");
    r = read_text(text.data);
    told(r, "HJ-CASE-011", 257, NULL, "deeper than 256", NULL);
    done(r);

    hj_buf_clear(&text);
    hj_buf_str(&text, "<a>");
    for (int i = 0; i < 9 << 20; i++)
        hj_buf_char(&text, 'x');
    hj_buf_str(&text, "</a>");
    r = read_text(text.data);
    told(r, "HJ-CASE-013", 1, NULL, "one text is longer", NULL);
    done(r);
    hj_buf_free(&text);

    getrusage(RUSAGE_SELF, &after);
    assert_true(after.ru_maxrss - before.ru_maxrss < 120 * 1024); /* KB */
    assert_true(seconds() - start < 10);
}

static void too_many_nodes(void **state)
{
    (void)state;
    hj_buf text = {0};
    hj_buf_str(&text, "<a>\n");
    for (int i = 0; i < HJ_LIMIT_XML_NODES / 10 + 10; i++)
        hj_buf_str(&text, "<b a='' b='' c='' d='' e='' f='' g='' h='' i=''/>");
    hj_buf_str(&text, "</a>");
    assert_true(text.len < HJ_LIMIT_XML_BYTES);
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    assert_null(hj_xml_parse(text.data, text.len, "x", arena, diags));
    assert_string_equal(diags->first->code, "HJ-CASE-012");
    hj_arena_free(arena);
    hj_buf_free(&text);
}

static void many_errors_stay_bounded(void **state)
{
    (void)state;
    hj_buf text = {0};
    hj_buf_str(&text, START PARTER);
    for (int i = 0; i < 400; i++)
        hj_buf_printf(&text, "<opplysning navn=\"X%d\"/>\n", i);
    hj_buf_str(&text, "</sak>");
    double start = seconds();
    reading r = read_text(text.data);
    assert_true(r.diags->errors >= 200);
    assert_true(r.diags->dropped > 0);
    assert_true(seconds() - start < 3);
    done(r);
    /* Half a million, each wrong in a way only our own walk sees. */
    hj_buf_clear(&text);
    hj_buf_str(&text, START PARTER "<tjenester><tjeneste id=\"t\" kode=\"HSH\"><vedtak utfall=\"delvis\"><begrunnelse><p>");
    for (int i = 0; i < 400; i++)
        hj_buf_str(&text, "<b>b</b>");
    hj_buf_str(&text, "</p></begrunnelse></vedtak></tjeneste></tjenester><hendelser>");
    for (int i = 0; i < 500000; i++)
        hj_buf_str(&text, "<hendelse type=\"tiltaksmoete\" dato=\"2026-01-01\" for=\"x\"/>\n");
    hj_buf_str(&text, "</hendelser></sak>");
    start = seconds();
    r = read_text(text.data);
    assert_true(r.diags->errors >= 200);
    assert_true(seconds() - start < 15);
    done(r);
    hj_buf_free(&text);
}

static void standard_input(void **state)
{
    (void)state;
    put(START PARTER "</sak>", strlen(START PARTER "</sak>"));
    int saved = dup(0);
    assert_non_null(freopen(file, "rb", stdin));
    reading r = read_file("-");
    assert_non_null(r.doc);
    assert_string_equal(r.doc->file, "-");
    done(r);
    dup2(saved, 0);
    close(saved);
}

/* Nothing of libxml2's ever reaches the terminal, and the host's own handlers are put back. */
static int host_calls;

static void host_handler(void *ctx, const char *format, ...)
{
    (void)ctx, (void)format;
    host_calls++;
}

static void quiet(void **state)
{
    (void)state;
    fflush(stderr);
    char path[64];
    snprintf(path, sizeof path, "%s/stderr", folder);
    int saved = dup(2);
    assert_non_null(freopen(path, "wb", stderr));
    static const char *const bad[] = {
        "<a", "<a>&x;</a>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", START "<x/></sak>",
        HEAD " dato=\"x\"/>", "<sak xmlns=\"relative\"/>", "<a xmlns:b=\"\"/>",
    };
    for (size_t i = 0; i < HJ_COUNT(bad); i++)
        done(read_text(bad[i]));
    hj_arena *arena = hj_arena_new();
    hj_schemas *none = hj_schemas_load("/tmp", hj_diags_new(arena, HJ_LANG_EN));
    hj_arena_free(arena);
    fflush(stderr);
    dup2(saved, 2);
    close(saved);
    FILE *f = fopen(path, "rb");
    char byte;
    size_t n = fread(&byte, 1, 1, f);
    fclose(f);
    unlink(path);
    assert_int_equal(n, 0);
    assert_null(none);

    xmlSetGenericErrorFunc(NULL, host_handler);
    done(read_text(HEAD " dato=\"x\"/>"));
    assert_int_equal(host_calls, 0);
    assert_ptr_equal(xmlGenericError, host_handler);
    xmlSetGenericErrorFunc(NULL, NULL);
}

static void broken_schema(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    assert_null(hj_schemas_load("/tmp/hj-no-such-folder", diags));
    assert_int_equal(diags->blame, HJ_BLAME_ENVIRONMENT);
    assert_true(diags->errors >= 4); /* every schema is named, not only the first */
    hj_arena_free(arena);

    arena = hj_arena_new();
    diags = hj_diags_new(arena, HJ_LANG_EN);
    assert_true(hj_schemas_check(schemas, diags));
    assert_int_equal(diags->errors, 0);
    hj_arena_free(arena);

    /* One that is there and does not compile is told when the first document of its kind comes. */
    char command[400];
    snprintf(command, sizeof command, "mkdir -p %s/xsd && cp " XSD "/*.xsd %s/xsd/ && "
             "sed -i 's/type=\"kortTekst\"/type=\"kortTekts\"/' %s/xsd/sak.xsd", folder, folder, folder);
    assert_int_equal(system(command), 0);
    arena = hj_arena_new();
    diags = hj_diags_new(arena, HJ_LANG_EN);
    snprintf(command, sizeof command, "%s/xsd", folder);
    hj_schemas *broken = hj_schemas_load(command, diags);
    assert_non_null(broken);
    put(START PARTER "</sak>", strlen(START PARTER "</sak>"));
    assert_null(hj_document_read(broken, file, arena, diags));
    assert_int_equal(diags->blame, HJ_BLAME_ENVIRONMENT);
    assert_string_equal(diags->first->code, "HJ-CASE-002");
    assert_false(hj_schemas_check(broken, diags));
    hj_schemas_free(broken);
    hj_arena_free(arena);
    snprintf(command, sizeof command, "rm -rf %s/xsd", folder);
    assert_int_equal(system(command), 0);
}

static void places(void **state)
{
    (void)state;
    reading r = read_text(START "<parter>\n<part id=\"p1\" rolle=\"soeker\"><navn>A</navn></part>\n"
                          "<part id=\"p2\" rolle=\"verge\"><navn>B</navn></part></parter></sak>");
    assert_non_null(r.doc);
    xmlNode *parter = xmlDocGetRootElement(r.doc->xml)->children->next->next->next;
    xmlNode *second = xmlLastElementChild(parter);
    hj_place p = hj_xml_place(second, "f", r.arena);
    assert_string_equal(p.path, "/sak/parter/part[2]");
    assert_string_equal(p.file, "f");
    assert_int_equal(p.line, 5);
    p = hj_xml_place(second->properties, "f", r.arena);
    assert_string_equal(p.path, "/sak/parter/part[2]/@id");
    p = hj_xml_place(second->children->children, "f", r.arena); /* a text node: its element */
    assert_string_equal(p.path, "/sak/parter/part[2]/navn");
    p = hj_xml_place(NULL, "f", r.arena);
    assert_int_equal(p.line, 0);
    done(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest), cmocka_unit_test(everything),
        cmocka_unit_test(every_sample_is_valid), cmocka_unit_test(names), cmocka_unit_test(values),
        cmocka_unit_test(beyond_xsd), cmocka_unit_test(references), cmocka_unit_test(all_at_once),
        cmocka_unit_test(norwegian_and_far_lines), cmocka_unit_test(not_xml),
        cmocka_unit_test(no_document_types), cmocka_unit_test(schema_hints_are_not_followed),
        cmocka_unit_test(too_much), cmocka_unit_test(too_many_nodes),
        cmocka_unit_test(many_errors_stay_bounded), cmocka_unit_test(standard_input),
        cmocka_unit_test(quiet), cmocka_unit_test(broken_schema), cmocka_unit_test(places),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
