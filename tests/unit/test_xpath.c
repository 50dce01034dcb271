/* Our XPath against libxml2's: the same nodes in the same order, the same values. First what the
 * language has, then every path of the shipped packs at places all over the sample cases. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/tree.h>
#include <math.h>

#include "case/case.h"
#include "rules/compiled.h"

static const char document[] =
    "<sak xmlns=\"urn:hjemmel:sak:1\" id=\"s\" dato=\"2026-11-24\">\n"
    " <x id=\"1\" a=\"p\" b=\"q\">en<y a=\"p\" n=\"3\"/><y a=\"r\" n=\"12.5\"><z/>dyp <b>tekst</b></y></x>\n"
    " <x id=\"2\" a=\"r\"><w>to</w><y a=\"p\" b=\"2\" n=\"-1\"/><x id=\"21\" a=\"p\"><y n=\"7\"/></x></x>\n"
    " <n:x xmlns:n=\"urn:annet\" a=\"p\"/>\n"
    " <x id=\"3\" ref=\"1\" til=\"2026-06-01\"> mye   rom\tog\nlinjer </x>\n"
    " <tom/><tall>1e3</tall><tall> 42 </tall><tall>syv</tall><aa n=\"&#230;&#248;&#229;\"/>\n"
    "</sak>";

static const char *const paths[] = {
    "/", "/sak", "//y", "/sak//y/@n", ".//y", "//@a", "//x[@a='p']", "/sak/*", "*", "@*", "x/*/@n",
    "x[1]", "x[2]/y", "x[last()]", "x[position()=2]", "x[position()>1]/@id", "x[@a][1]", "x[1][@a]",
    "//y[1]", "/descendant::y[1]", "x/y[last()]/@n", "x[y[@n>2]]", "x[y/@n=7]", "x[.//y/@n=7]",
    "x[y/@n>2 and @a='p']", "x[@a='p' or @ref]", "x[not(y)]", "x[not(@a='p')]/@id", "x[count(y)=2]",
    "x | tom", "tom | x", "x/y | x/@id | w", "//y | //y[@a]", "x/..", "x/y/..", "x/y/../@id",
    "//z/ancestor::x", "//z/ancestor::*[1]", "//z/parent::y", "x/parent::sak", "x[parent::soeknad]",
    "x/following-sibling::x", "x[1]/following-sibling::x[1]/@id", "tom/preceding-sibling::x[1]/@id",
    "x/y/self::y", "self::sak", "x[self::x]", "x/text()", "x/node()", "//text()",
    "/sak/x[@id=$her/x/@ref]", "$her/x", "$her", "x[@a=$p]", "x[@a=$ingen]", "$p", "$her/@id=@id",
    "count(x)", "count(//y)", "count(x | tom)", "count(x)+1", "count(x)-1", "count(x) - count(tom)",
    "number(x/y/@n)", "number('12.50')", "number('x')", "number(tall[1])", "number(tall[2])",
    "number(tall[3])", "number(translate(@dato,'-',''))", "string(x)", "string(12)", "string(0.5)",
    "string(x/y/@n)", "string(count(x))", "string(true())", "normalize-space(x[3])",
    "normalize-space(' a  b ')", "normalize-space()", "string-length(aa/@n)", "string-length('')",
    "contains('abc','b')", "contains(x[3],'rom')", "contains(concat(' ',normalize-space('A B'),' '),' A ')",
    "starts-with(@dato,'2026')", "starts-with('a','ab')", "translate('abc','ab','x')",
    "translate(aa/@n,'\xc3\xa6\xc3\xb8','ao')", "translate('2026-11-24','-','')", "concat('a',1,true())",
    "not(x)", "not(ingen)", "boolean(x)", "boolean(0)", "boolean('')", "boolean('0')", "true()", "false()",
    "x = 'to'", "x/w = 'to'", "x/@id = 2", "x/@id != 2", "x/@id > 2", "2 < x/@id", "x/@id <= 1",
    "x/y/@n = x/y/@n", "x/@a = x/y/@a", "x/@id = x/y/@n", "x/y/@n > x/@id", "ingen = ingen", "ingen != 1",
    "ingen = ''", "x = true()", "ingen = false()", "ingen = true()", "true() = 1", "1 = '1'", "'a' = 'a'",
    "'a' != 'b'", "'a' < 'b'", "1 < 2", "2 <= '2'", "true() > false()", "x > true()", "number('x') = number('x')",
    "number(translate(@dato,'-','')) > number(translate(x/@til,'-',''))",
    "x[number(translate(@til,'-','')) <= 20261124]/@id", "x[y and not(@ref)]", "x[y or @ref]/@id",
    "x[@id='1' or (@id='2' and w)]/@id", "x[contains(.,'to')]/@id", "x[.='to']", "x[w='to']/@id", "x[@a and @b]",
    "x[not(@a) or @a='r']/@id", "x[string-length(@id)=2]", "//x[@id=21]/y/@n", "//x//y/@n", "//x[x]//y/@n",
    "x/x/y | x/y", "sak", "@ingen", "x[0]", "x[1.5]", "x[3]/node()", "x[@a='p']/y[@a='r']/b", "x [ @a = 'p' ] / y",
    "child::x/attribute::id", "descendant::y/@n", "descendant-or-self::x/@id", "x[y[2]]/@id", "//y[../@id='2']/@n",
    "x[../tom]/@id", "x[@id=../x/@ref]/@a", "tom[../x[@a='p']]", "(x)", "(x | tom)/@id", "(x | tom)[1]",
    "(//x)[last()]/@id", "(//y)[2]", "(//y)[@n>2][1]/..", "(x | //x)[position()>1]", "$her[x]/@id",
    "(x/y)[1][@a='r']", "(tom | x)[2]/y", "(1)", "('a')",
    "x[last()-1]/@id", "x[position()=last()]/@id", "count(x[@a='p']) = 1 and not(ingen)", "x and tom", "x or ingen",
    "x and not(tom) or ingen",
    "substring('abcde', 2)", "substring('abcde', 2, 3)", "substring('abcde', 1.5, 2.6)", "substring('abcde', 0, 3)",
    "substring('abcde', -1)", "substring('a', number('x'))", "substring('abc', 2, number('x'))", "substring('\xc3\xa6\xc3\xb8\xc3\xa5', 2, 1)",
    "substring('abc', 1, 99 * boolean(x))", "substring('abc', 1, 99 * boolean(ingen))", "substring('abc', 5)",
    "concat(@id, substring('v', 1, 99 * boolean(self::x)), substring('w', 1, 99 * boolean(self::tom)))",
    "x[@a != 'p']/@id", "x[@ingen != 'p']", "x[not(@a)]/@id", "x[@a]/@id", "x[(@a='p') or @a='q']/@id", "x[not(@a='p') and @id]/@id",
    "x[not(not(@a='p'))]/@id", "//@a[@b]", "//@a[. = 'p']", "//text()[@a = 'p']", "x[@a='p'][1]/@id", "x[@a='p' and 1]/@id", "x[@a='p' and position()=1]/@id",
    "x[string(@a)='p']", "x['p'=@a]/@id", "x[@a=@id]", "x[not(y) or @a!='']/@id", "not(@id='1') or @id", "x[@*]/@id", "x[../@id]/@id",
    "sum(x/@id)", "sum(ingen)", "sum(//@n) > 2", "sum(x)", "substring-before('ab-c-d', '-')", "substring-after('ab-c-d', '-')",
    "substring-before('abc', 'x')", "substring-after('abc', 'x')", "substring-after('abc', '')", "substring-before('abc', '')",
    "substring-after('\xc3\xa6\xc3\xb8', '\xc3\xa6')", "substring-before(x/@a, 'p')",
    /* what brackets compare with is found once */
    "x[@id=/sak/x/@ref]/@a", "x[(/sak/x | /sak/tom)[2]/@id = @id]", "x[(/sak/x | y)/@a = 'p']/@id", "x[(y | /sak/x)[1]/@n > 2]/@id",
    "x[(/sak/x | y)[last()]/@n]/@id", "x[count(/sak/x)]", "x[count(/sak/x) - 1]/@id", "x[/sak/tom]/@id", "x[/sak/ingen]", "x[not(/sak/ingen) and @id=2]/@a",
    "x[@id=$her/x/@ref or @a=$p]/@id", "x[$her/@id='s'][2]/@id", "//x[y[@n=/sak/x/y/@n]]/@id", "//y[../@a=/sak/x[@id=/sak/x/@ref]/@a]/@n",
    "x[number(translate(@til,'-','')) <= number(translate($dato,'-',''))]/@id", "x[contains(concat(' ',$p,' '),' p ') and @a]/@id", "x[starts-with($dato,'2026')][last()]/@id",
    "x[@id<$her/x/y/@n]/@id", "x[@id>=2]/@a", "x[@ingen=/sak/ingen]", "x[@ingen!=/sak/x/@id]", "x[@a=true()]/@id", "x[@ingen=false()]/@id", "x[(/sak/x)[2]/@a=@a]/@id",
    "x[true()]/@id", "x[($her | /sak/x)[1]/@id]", "x[y[@a=$p or @n=/sak/x/@id]]/@id", "x[string(/sak/x[2]/@id)=@id]/w", "//x[//x[@a='r']/@id=@id]/@a", "x[1=1][2]/@id",
    "x[/sak/@id='s' and position()=2]/@id", "x[sum(/sak/x/@id) > @id]/@id", "x[-1 + count(/sak/x) = position()]/@id", "x[substring(@id, count(/sak/tom))]/@id",
    "2 * 3", "x/@id * 2", "count(x) * count(tom) + 1", "7 div 2", "7 mod 3", "-7 mod 3", "1 div 0", "-1", "- x/@id", "2 - -1", "1 + 2 * 3",
    "x[@id * 2 = 4]/@a", "x[position() mod 2 = 1]/@id", "* * 2", "count(*) * 2", "x[* and @a]/@id", "concat('a','b','c','d','e','f','g','h','i','j')",
};

static const char *variable(void *user, const char *name)
{
    (void)user;
    return strcmp(name, "p") == 0 ? "p" : strcmp(name, "dato") == 0 ? "2026-11-24" : "";
}

static void agree(hj_path *path, hj_path_host *host)
{
    hj_path_result a = hj_path_eval(path, host, false);
    hj_path_result b = hj_path_eval_by_libxml(path, host);
    if (a.kind != b.kind)
        fail_msg("%s: kinds %d and %d", hj_path_text(path), (int)a.kind, (int)b.kind);
    if (a.kind == HJ_PATH_NODES && a.n != b.n)
        fail_msg("%s: %zu and %zu nodes", hj_path_text(path), a.n, b.n);
    for (size_t i = 0; a.kind == HJ_PATH_NODES && i < a.n; i++)
        if (a.nodes[i] != b.nodes[i])
            fail_msg("%s: node %zu differs", hj_path_text(path), i);
    if (a.kind == HJ_PATH_BOOL && a.flag != b.flag)
        fail_msg("%s: %d and %d", hj_path_text(path), a.flag, b.flag);
    bool nan = isnan(a.number) && isnan(b.number);
    if (a.kind == HJ_PATH_NUMBER && !nan && fabs(a.number - b.number) > 0)
        fail_msg("%s: %g and %g", hj_path_text(path), a.number, b.number);
    if (a.kind == HJ_PATH_STRING && strcmp(a.text, b.text) != 0)
        fail_msg("%s: '%s' and '%s'", hj_path_text(path), a.text, b.text);
}

static void the_language(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    xmlDoc *doc = hj_xml_parse(document, strlen(document), "sak.xml", arena, diags);
    assert_non_null(doc);
    xmlNode *root = xmlDocGetRootElement(doc);
    int ours = 0;
    for (size_t i = 0; i < HJ_COUNT(paths); i++) {
        hj_path *path = hj_path_compile(paths[i], HJ_NOWHERE, arena, diags);
        if (!path)
            fail_msg("%s does not compile", paths[i]);
        ours += hj_path_is_ours(path);
        hj_path_host host = {.doc = doc, .arena = arena, .here = root, .variable = variable};
        for (xmlNode *n = root; n; n = n == root ? root->children : n->next) {
            if (n->type != XML_ELEMENT_NODE)
                continue;
            host.context = n;
            agree(path, &host);
        }
    }
    /* What is left to libxml2 agrees with itself: few may be. */
    assert_true(ours > (int)HJ_COUNT(paths) - 8);
    hj_arena_free(arena);
}

/* Hostile paths end in good time, as an error or an answer. */
static void the_budget(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_buf xml = {0}, deep = {0};
    hj_buf_str(&xml, "<sak>");
    for (int i = 0; i < 4000; i++)
        hj_buf_str(&xml, "<x a='1'><y/></x>");
    hj_buf_str(&xml, "</sak>");
    xmlDoc *doc = hj_xml_parse(xml.data, xml.len, "sak.xml", arena, diags);
    hj_path_host host = {.doc = doc, .arena = arena, .here = xmlDocGetRootElement(doc),
                         .context = xmlDocGetRootElement(doc)};
    /* The same for every node: one search. */
    hj_path *path = hj_path_compile("//x[//x[@a=2]]", HJ_NOWHERE, arena, diags);
    hj_path_result r = hj_path_eval(path, &host, false);
    assert_true(r.kind == HJ_PATH_NODES && !r.n && host.steps < 1000000);
    path = hj_path_compile("//x[../x[@a=2] or ../x[@a=3]]", HJ_NOWHERE, arena, diags);
    r = hj_path_eval(path, &host, false);
    assert_int_equal(r.kind, HJ_PATH_ERROR);
    assert_true(host.steps > HJ_PATH_STEPS);
    for (int i = 0; i < 300; i++)
        hj_buf_str(&deep, "(");
    hj_buf_str(&deep, "x");
    for (int i = 0; i < 300; i++)
        hj_buf_str(&deep, ")");
    path = hj_path_compile(deep.data, HJ_NOWHERE, arena, diags);
    assert_true(!path || !hj_path_is_ours(path));
    hj_buf_free(&xml);
    hj_buf_free(&deep);
    hj_arena_free(arena);
}

/* ---- the shipped packs ---- */

typedef struct shipped {
    hj_arena *arena;
    hj_rulebase *base;
    hj_schemas *schemas;
    int n, ours;
} shipped;

static void try_at_places(hj_path *path, const hj_document *doc, hj_arena *arena)
{
    hj_path_host host = {.doc = doc->xml, .arena = arena, .variable = variable};
    int i = 0;
    for (xmlNode *n = xmlDocGetRootElement(doc->xml); n;) {
        bool service = strcmp((const char *)n->name, "tjeneste") == 0;
        if (n->type == XML_ELEMENT_NODE && (service || i++ % 37 == 0)) {
            host.here = host.context = n;
            agree(path, &host);
        }
        if (n->children && n->type == XML_ELEMENT_NODE) {
            n = n->children;
            continue;
        }
        while (n && !n->next)
            n = n->parent && n->parent->type == XML_ELEMENT_NODE ? n->parent : NULL;
        n = n ? n->next : NULL;
    }
}

static void try_path(hj_path *path, const hj_document *doc)
{
    hj_arena *arena = hj_arena_new();
    if (path)
        try_at_places(path, doc, arena);
    hj_arena_free(arena);
}

static void every_path_of_the_packs(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "samples/saker/02-hjelp-alarm-og-rengjoering/sak.xml", "samples/saker/12-verge/sak.xml",
        "samples/saker/13-barn/sak.xml", "samples/saker/19-mindre-hjelp-etter-varsel/sak.xml",
    };
    shipped s = {.arena = hj_arena_new()};
    hj_diags *diags = hj_diags_new(s.arena, HJ_LANG_EN);
    s.base = hj_rulebase_load((const char *const[]){"rules", NULL}, diags);
    s.schemas = hj_schemas_load("engine/case/xsd", diags);
    assert_non_null(s.base);
    for (size_t c = 0; c <= HJ_COUNT(cases); c++) {
        bool kommune = c == HJ_COUNT(cases);
        const hj_document *doc = hj_document_read(
            s.schemas, kommune ? "samples/kommuner/tolga.xml" : cases[c], s.arena, diags);
        assert_non_null(doc);
        const hj_table *t = &s.base->tables[HJ_FAKTUM];
        for (int i = 0; i < t->n; i++) {
            const hj_faktum *f = hj_faktum_of(t->entries[i]);
            if (f->decl.in_kommune != kommune || !f->decl.path)
                continue;
            try_path(f->decl.path, doc);
            try_path(f->decl.known_path, doc);
            s.n++;
            s.ours += hj_path_is_ours(f->decl.path);
            if (!hj_path_is_ours(f->decl.path))
                print_message("not ours: %s\n", f->decl.name);
        }
        t = &s.base->tables[HJ_PROSESS];
        for (int i = 0; i < t->n && !kommune; i++) {
            const hj_prosess *p = (const hj_prosess *)t->entries[i]->editions[0];
            hj_path *const of[] = {p->gjelder, p->sti, p->slag, p->dato, p->rolle};
            for (size_t k = 0; k < HJ_COUNT(of); k++) {
                try_path(of[k], doc);
                s.n += of[k] != NULL;
                s.ours += of[k] && hj_path_is_ours(of[k]);
            }
        }
        t = &s.base->tables[HJ_SJEKKLISTE];
        for (int i = 0; i < t->n && !kommune; i++)
            for (int k = 0; k < ((const hj_sjekkliste *)t->entries[i]->editions[0])->n; k++) {
                hj_punkt *p = ((const hj_sjekkliste *)t->entries[i]->editions[0])->punkter[k];
                try_path(p->gjelder, doc);
                try_path(p->sted, doc);
            }
    }
    assert_true(s.n > 400);
    if (s.ours < s.n)
        fail_msg("only %d of %d paths are walked by us", s.ours, s.n);
    hj_rulebase_free(s.base);
    hj_schemas_free(s.schemas);
    hj_arena_free(s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language), cmocka_unit_test(the_budget),
        cmocka_unit_test(every_path_of_the_packs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
