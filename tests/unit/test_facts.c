/* Facts: paths walked by us against libxml2's own, values and their places, kinds of unknown. */
#include "law_fixture.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static const char document[] =
    "<sak xmlns=\"urn:hjemmel:sak:1\" id=\"s\">\n"
    " <x id=\"1\" a=\"p\" b=\"q\">en<y a=\"p\"/><y a=\"r\"><z/>dyp</y></x>\n"
    " <x id=\"2\" a=\"r\"><w>to</w><y a=\"p\" b=\"2\"/></x>\n"
    " <n:x xmlns:n=\"urn:annet\" a=\"p\"/>\n"
    " <x xmlns=\"\" a=\"p\"/>\n"
    " <x id=\"3\" ref=\"1\"/>\n"
    "</sak>";

static hj_path_host host_of(hj_arena *arena)
{
    xmlDoc *doc = xmlReadMemory(document, (int)strlen(document), "sak.xml", NULL, 0);
    assert_non_null(doc);
    hj_arena_defer(arena, (void (*)(void *))xmlFreeDoc, doc);
    return (hj_path_host){.doc = doc, .arena = arena, .here = xmlDocGetRootElement(doc),
                          .context = xmlDocGetRootElement(doc)};
}

static const char *variable(void *user, const char *name)
{
    (void)user;
    return strcmp(name, "p") == 0 ? "p" : "";
}

static xmlXPathObject *lookup(void *user, const xmlChar *name, const xmlChar *uri)
{
    (void)uri;
    const hj_path_host *host = user;
    if (strcmp((const char *)name, "her") == 0)
        return xmlXPathNewNodeSet((xmlNode *)host->here);
    return xmlXPathNewCString(variable(NULL, (const char *)name));
}

/* Each path as an author writes it, and as libxml2 alone would want it. */
static const char *const paths[][2] = {
    {"/sak/x", "/d:sak/d:x"},
    {"x", "d:x"},
    {"x/@a", "d:x/@a"},
    {"x/y", "d:x/d:y"},
    {"x[@a='p']/y[@a=\"r\"]", "d:x[@a='p']/d:y[@a='r']"},
    {"x[y]", "d:x[d:y]"},
    {"x[w]/y/@b", "d:x[d:w]/d:y/@b"},
    {"x[@b]", "d:x[@b]"},
    {"x[@a='p' and @b='q']", "d:x[@a='p' and @b='q']"},
    {"x[@a=$p]", "d:x[@a=$p]"},
    {"x[@a=$ingen]", "d:x[@a=$ingen]"},
    {"x[@a=$her/@id]", "d:x[@a=$her/@id]"},
    {"/sak/x[@id=$her/x/@ref]", "/d:sak/d:x[@id=$her/d:x/@ref]"},
    {"$her/x/@id", "$her/d:x/@id"},
    {"$her", "$her"},
    {".", "."},
    {"..", ".."},
    {"../sak/x", "../d:sak/d:x"},
    {"./x", "./d:x"},
    {"x/..", "d:x/.."},
    {"//y", "//d:y"},
    {"x//z", "d:x//d:z"},
    {"x[2]", "d:x[2]"},
    {"x[last()]", "d:x[last()]"},
    {"x[position()>1]", "d:x[position()>1]"},
    {"x | x/y", "d:x | d:x/d:y"},
    {"x[not(y)]", "d:x[not(d:y)]"},
    {"x[y/@b]", "d:x[d:y/@b]"},
    {"x[@a!='p']", "d:x[@a!='p']"},
    {"x[y='dyp']", "d:x[d:y='dyp']"},
    {"*", "*"},
    {"x/@*", "d:x/@*"},
    {"child::x", "child::d:x"},
    {"attribute::id", "attribute::id"},
    {"descendant::y[@a='p']", "descendant::d:y[@a='p']"},
    {"/sak/x/text()", "/d:sak/d:x/text()"},
    {"x[@a='p or x']", "d:x[@a='p or x']"},
    {"x[@a='p' or @a='r']", "d:x[@a='p' or @a='r']"},
    {"x[@id = 1]", "d:x[@id = 1]"},
    {"x[@id*2=4]", "d:x[@id*2=4]"},
    {"x[@id mod 2 = 1]", "d:x[@id mod 2 = 1]"},
    {"finnes/ikke", "d:finnes/d:ikke"},
    {"x[ @a = 'p' ]", "d:x[ @a = 'p' ]"},
    {"x [@a='p'] / y", "d:x [@a='p'] / d:y"},
};

static void paths_agree_with_libxml(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_path_host host = host_of(arena);
    host.variable = variable;
    xmlXPathContext *ctxt = xmlXPathNewContext(host.doc);
    xmlXPathRegisterNs(ctxt, (const xmlChar *)"d", (const xmlChar *)"urn:hjemmel:sak:1");
    xmlXPathRegisterVariableLookup(ctxt, lookup, &host);
    for (size_t i = 0; i < HJ_COUNT(paths); i++) {
        hj_path *path = hj_path_compile(paths[i][0], HJ_NOWHERE, arena, diags);
        if (!path)
            fail_msg("%s", paths[i][0]);
        hj_path_result r = hj_path_eval(path, &host, false);
        ctxt->node = (xmlNode *)host.context;
        xmlXPathObject *o = xmlXPathEvalExpression((const xmlChar *)paths[i][1], ctxt);
        assert_non_null(o);
        xmlXPathNodeSetSort(o->nodesetval);
        int n = o->nodesetval ? o->nodesetval->nodeNr : 0;
        if (r.kind != HJ_PATH_NODES || (int)r.n != n)
            fail_msg("%s: %zu nodes, libxml2 has %d", paths[i][0], r.n, n);
        for (int k = 0; k < n; k++)
            if (r.nodes[k] != (const void *)o->nodesetval->nodeTab[k])
                fail_msg("%s: node %d is another", paths[i][0], k);
        hj_path_result first = hj_path_eval(path, &host, true);
        if (n)
            assert_ptr_equal(first.nodes[0], r.nodes[0]);
        xmlXPathFreeObject(o);
    }
    xmlXPathFreeContext(ctxt);
    hj_arena_free(arena);
}

static void paths_that_are_values(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_path_host host = host_of(arena);
    hj_path_result r = hj_path_eval(hj_path_compile("count(x) = 3", HJ_NOWHERE, arena, diags), &host, true);
    assert_true(r.kind == HJ_PATH_BOOL && r.flag);
    r = hj_path_eval(hj_path_compile("count(x) * 2 - 1", HJ_NOWHERE, arena, diags), &host, true);
    assert_true(r.kind == HJ_PATH_NUMBER && r.number > 4.9 && r.number < 5.1);
    r = hj_path_eval(hj_path_compile("concat(x/@a, '-')", HJ_NOWHERE, arena, diags), &host, true);
    assert_true(r.kind == HJ_PATH_STRING && strcmp(r.text, "p-") == 0);
    hj_arena_free(arena);
}

static void paths_refused(void **state)
{
    static const char *const bad[] = {"", "x[", "x[@a='p]", "d:x", "x/s:y", "document('x')", "key('a','b')",
                                      "x[@a=1", "]x", "x//", "unparsed-entity-uri('x')", "x[foo(1)]",
                                      "current()", "@", "x/@", "namespace::x:y"};
    (void)state;
    hj_arena *arena = hj_arena_new();
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
        if (hj_path_compile(bad[i], HJ_AT("x.lua", 3), arena, diags))
            fail_msg("taken: %s", bad[i]);
        assert_int_equal(diags->errors, 1);
        assert_int_equal(diags->first->place.line, 3);
    }
    char *deep = hj_arena_alloc(arena, 3000);
    memset(deep, '(', 1900);
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    assert_null(hj_path_compile(deep, HJ_NOWHERE, arena, diags));
    memset(deep, 'x', 2500);
    assert_null(hj_path_compile(deep, HJ_NOWHERE, arena, diags));
    hj_arena_free(arena);
}

/* Paths of random pieces: never a crash, and whatever compiles can be evaluated. */
static void random_paths(void **state)
{
    static const char *const pieces[] = {"x", "/", "@", "[", "]", "'p'", "=", "$her", "$p", "y", "(", ")", "count",
                                         "and", "or", "..", ".", "*", "|", "-", "1", " ", "//", "::", ":", "child",
                                         "not", "a", "\"", ",", "div"};
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_path_host host = host_of(arena);
    host.variable = variable;
    unsigned seed = 1;
    int compiled = 0;
    for (int i = 0; i < 20000; i++) {
        char text[200] = "";
        hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
        seed = seed * 1103515245u + 12345u;
        for (int n = (int)(seed >> 16) % 9 + 1; n > 0; n--) {
            seed = seed * 1103515245u + 12345u;
            strcat(text, pieces[(seed >> 16) % HJ_COUNT(pieces)]);
        }
        hj_path *path = hj_path_compile(text, HJ_NOWHERE, arena, diags);
        assert_true(path ? !diags->errors : diags->errors > 0);
        if (path) {
            hj_path_eval(path, &host, false);
            compiled++;
        }
    }
    assert_true(compiled > 200);
    hj_arena_free(arena);
}

static void numbers_and_dates(void **state)
{
    static const struct {
        hj_fact_type type;
        const char *text;
        bool ok;
        double number;
    } rows[] = {
        {HJ_FACT_TALL, "3", true, 3}, {HJ_FACT_TALL, "-3.5", true, -3.5}, {HJ_FACT_TALL, "+2", true, 2},
        {HJ_FACT_TALL, ".5", true, 0.5}, {HJ_FACT_TALL, "5.", true, 5}, {HJ_FACT_TALL, "007", true, 7},
        {HJ_FACT_TALL, "0.1", true, 0.1}, {HJ_FACT_TALL, "1e3", false, 0}, {HJ_FACT_TALL, "0x10", false, 0},
        {HJ_FACT_TALL, "1,5", false, 0}, {HJ_FACT_TALL, "nan", false, 0}, {HJ_FACT_TALL, "inf", false, 0},
        {HJ_FACT_TALL, "-", false, 0}, {HJ_FACT_TALL, ".", false, 0}, {HJ_FACT_TALL, "1 2", false, 0},
        {HJ_FACT_TALL, "99999999999999999999999999", false, 0},
        {HJ_FACT_JANEI, "ja", true, 0}, {HJ_FACT_JANEI, "true", true, 0}, {HJ_FACT_JANEI, "nei", true, 0},
        {HJ_FACT_JANEI, "Ja", false, 0}, {HJ_FACT_JANEI, "1", false, 0},
        {HJ_FACT_DATO, "2026-11-24", true, 0}, {HJ_FACT_DATO, "2026-11-24T12:00:00+01:00", true, 0},
        {HJ_FACT_DATO, "2026-11-31", false, 0}, {HJ_FACT_DATO, "24.11.2026", false, 0},
        {HJ_FACT_DATO, "2026-11-24x", false, 0}, {HJ_FACT_DATO, "2026-1-1", false, 0}};
    (void)state;
    hj_arena *arena = hj_arena_new();
    for (size_t i = 0; i < HJ_COUNT(rows); i++) {
        hj_fact_decl decl = {.name = "x", .type = rows[i].type};
        hj_value v = {0};
        if (hj_fact_parse(&decl, rows[i].text, &v, arena) != rows[i].ok)
            fail_msg("%s", rows[i].text);
        if (rows[i].ok && rows[i].type == HJ_FACT_TALL)
            assert_true(v.number == rows[i].number);
    }
    hj_arena_free(arena);
}

/* The case says why a value is missing; all kinds are ukjent, none is no. */
static void kinds_of_unknown(void **state)
{
    static const struct {
        const char *content, *kjent;
    } rows[] = {
        {"<v k=\"3\"/>", "kjent=\"ja\""},
        {"<v/>", "kjent=\"ikke_oppgitt\""},
        {"", "kjent=\"ikke_oppgitt\""},
        {"<v kjent=\"under_innhenting\"/>", "kjent=\"under_innhenting\""},
        {"<v kjent=\"ikke_relevant\"/>", "kjent=\"ikke_relevant\""},
        {"<v k=\"\" kjent=\"under_innhenting\"/>", "kjent=\"under_innhenting\""},
        {"<v k=\"9\"/>", "kjent=\"ikke_relevant\""},
        {"<v kjent=\"tull\"/>", "kjent=\"ikke_oppgitt\""},
        {"<v kjent=\"ja\"/>", "kjent=\"ikke_oppgitt\""}};
    (void)state;
    rig r = rig_open("fakta { k = tall { tekst = begge \"k\", sti = \"v/@k\", min = 1, maks = 5, ikke_relevant = 9, heltall = ja } }\n"
                     "regel \"r\" { hjemmel = \"h\", innvilges_naar = minst(\"k\", 2) }");
    for (size_t i = 0; i < HJ_COUNT(rows); i++) {
        char *xml = rig_xml(&r, rig_decide(&r, "", rows[i].content, NULL));
        char *fact = strstr(xml, "<faktum navn=\"k\"");
        assert_non_null(fact);
        fact = hj_arena_strndup(r.arena, fact, strcspn(fact, ">"));
        assert_has(fact, rows[i].kjent);
        assert_has(xml, i == 0 ? "innstilling=\"innvilget\"" : "innstilling=\"ukjent\"");
    }
    assert_null(rig_decide(&r, "", "<v k=\"2.5\"/>", NULL)); /* whole numbers only */
    rig_close(&r);
}

static void origin(void **state)
{
    (void)state;
    rig r = rig_open("fakta { k = tall { tekst = begge \"k\", sti = \"v/@k\" }, l = janei { tekst = begge \"l\", finnes = \"w\" }, o = tall { tekst = begge \"o\", antall = \"w\" } }\n"
                     "regel \"r\" { hjemmel = \"h\", innvilges_naar = alle { minst(\"k\", 2), er(\"l\"), minst(\"o\", 2), er(\"a\") } }");
    char *xml = rig_xml(&r, rig_decide(&r, "a=\"ja\"", "\n\n<v k=\"3\"/>\n<w/><w/>", NULL));
    assert_has(xml, "navn=\"k\" type=\"tall\" verdi=\"3\" kjent=\"ja\" fil=\"sak.xml\" linje=\"3\" sti=\"v/@k\"");
    assert_has(xml, "navn=\"l\" type=\"janei\" verdi=\"ja\" kjent=\"ja\" fil=\"sak.xml\" linje=\"4\"");
    assert_has(xml, "navn=\"o\" type=\"tall\" verdi=\"2\"");
    xml = rig_xml(&r, rig_decide(&r, "a=\"ja\"", "<v k=\"3\"/>", NULL));
    assert_has(xml, "innstilling=\"avslaatt\""); /* finnes and antall are never unknown */
    rig_close(&r);
}

/* Facts of the node at hand, of the whole case, and of the municipality, joined. */
static void joins(void **state)
{
    (void)state;
    rig r = rig_open(
        "fakta { kode = tekst { tekst = begge \"kode\", sti = \"@kode\" },\n"
        " rolle = tekst { tekst = begge \"rolle\", sti = \"/sak/ansatt[@id=$her/@av]/@rolle\" },\n"
        " delegert = janei { tekst = begge \"delegert\", dokument = \"kommune\", finnes = \"/kommune/delegasjon[@kode=$kode and @rolle=$rolle]\" },\n"
        " portoedager = tall { tekst = begge \"porto\", dokument = \"kommune\", sti = \"post/@dager\" } }\n"
        "regel \"r\" { gjelder = \"/sak/t\", hjemmel = \"h\", innvilges_naar = alle { er(\"delegert\"), minst(\"portoedager\", 3) } }");
    static const char kommune[] = "<kommune xmlns=\"urn:hjemmel:kommune:1\"><delegasjon kode=\"A\" rolle=\"leder\"/><post dager=\"3\"/></kommune>";
    xmlDoc *doc = xmlReadMemory(kommune, (int)strlen(kommune), "kommune.xml", NULL, 0);
    hj_document k = {.file = "kommune.xml", .kind = "kommune", .xml = doc};
    hj_decide_options options = {.kommune = &k, .date = HJ_DATE_NONE};
    hj_document *sak = rig_case(&r, "", "<t kode=\"A\" av=\"1\"/><t kode=\"B\" av=\"1\"/><t kode=\"A\" av=\"2\"/><ansatt id=\"1\" rolle=\"leder\"/><ansatt id=\"2\" rolle=\"vikar\"/>");
    char *xml = rig_xml(&r, hj_decide(r.base, sak, &options, r.arena, r.diags));
    static const char *const wanted[] = {"innvilget", "avslaatt", "avslaatt"};
    char *at = xml;
    for (int i = 0; i < 3; i++) {
        at = strstr(at, "innstilling=\"");
        assert_non_null(at);
        at += strlen("innstilling=\"");
        assert_memory_equal(at, wanted[i], strlen(wanted[i]));
    }
    options.kommune = NULL; /* no municipality: not known, not no */
    xml = rig_xml(&r, hj_decide(r.base, sak, &options, r.arena, r.diags));
    assert_has(xml, "innstilling=\"ukjent\"");
    assert_has_not(xml, "innstilling=\"avslaatt\"");
    xmlFreeDoc(doc);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_agree_with_libxml), cmocka_unit_test(paths_that_are_values),
        cmocka_unit_test(paths_refused), cmocka_unit_test(random_paths),
        cmocka_unit_test(numbers_and_dates), cmocka_unit_test(kinds_of_unknown),
        cmocka_unit_test(origin), cmocka_unit_test(joins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
