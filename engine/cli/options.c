/* The table of options, and the reading of a command line by it. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

#define AT(field) offsetof(hj_cli, field)

const hj_option hj_options[] = {
    {"output", 'o', HJ_OPTION_TEXT, AT(output), HJ_T("FILE|FOLDER"),
     "render fo explain watch status dump test diff verify weave",
     HJ_T("Write here; - is stdout. Several documents need a folder, where each is named after its "
          "case and kind. Without -o one document goes to stdout, unless that is a terminal.")},
    {"dokument", 'd', HJ_OPTION_TEXT, AT(dokument), HJ_T("KIND"),
     "render check explain dump status diff console watch",
     HJ_T("The document kind, as templates/dokumenter.xml names it. Without it, the first that "
          "takes the input's root element.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "pdf|pdf-cairo|png|svg|fo", "render weave",
     HJ_T("pdf is the archival PDF (PDF/A-2a and PDF/UA-1); pdf-cairo a plain one; png and svg are "
          "previews, one file a page; fo is what the formatter is given. Without it, what the "
          "document kind is.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "pdf|pdf-cairo|png|svg", "fo",
     HJ_T("pdf is the archival PDF (PDF/A-2a and PDF/UA-1); pdf-cairo a plain one; png and svg are "
          "previews, one file a page.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "pdf|png|svg", "watch",
     HJ_T("pdf is the archival PDF; png and svg are previews, one file a page. Without it, what the "
          "document kind is.")},
    {"case", 'c', HJ_OPTION_TEXT, AT(case_file), HJ_T("FILE"), "watch",
     HJ_T("Make the document of this case after each save; written to -o, else named after the case "
          "in this folder.")},
    {"watch", 'w', HJ_OPTION_FLAG, AT(watch), NULL, "test",
     HJ_T("Stay, and run the tests again each time something in the folders is saved; only what "
          "fails is shown. Ctrl-C ends.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "text|json|html", "explain",
     HJ_T("text for people, json for programs, html for a browser (one file, one case).")},
    {"tekst", 0, HJ_OPTION_TEXT, AT(tekst), HJ_T("WORDS"), "explain",
     HJ_T("Instead of the whole: who said these words of the letter? The text and its line, the "
          "rule, the hjemmel, the facts and where they stand in the case. Part of a sentence is "
          "enough; capitals and kinds of space do not count. Text or json; exit 1 when the letter "
          "does not say so, with the nearest it says.")},
    {"tekster", 0, HJ_OPTION_FLAG, AT(texts), NULL, "diff",
     HJ_T("Compare the letters too: which texts are told instead of others, and which values are "
          "filled in otherwise, with an example. It takes longer, and the report then holds "
          "personal data.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "text|json|html", "diff",
     HJ_T("text for people, json for programs, html for a browser.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "text|json|csv", "status",
     HJ_T("text for people, json for programs, csv for spreadsheets (semicolons between, a line for each "
          "deadline).")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "text|json", "verify",
     HJ_T("text for people, json for programs.")},
    {"format", 'f', HJ_OPTION_CHOICE, AT(format), "tap|junit|json", "test",
     HJ_T("tap for people and harnesses, junit (XML) for build servers, json for programs.")},
    {"cases", 0, HJ_OPTION_LIST, AT(cases), HJ_T("FOLDER"), "test",
     HJ_T("With a folder of templates: the cases to make documents of; may be given several times. "
          "Without it, and without cases as arguments, the folder samples beside the templates.")},
    {"coverage", 0, HJ_OPTION_FLAG, AT(coverage), NULL, "test",
     HJ_T("After the tests: which conditions no test has seen as ja, nei or ukjent, and which could "
          "be turned around without a test failing.")},
    {"mutate", 0, HJ_OPTION_FLAG, AT(mutate), NULL, "test",
     HJ_T("After the tests: small mistakes put into the rules one at a time (a threshold one off, alle "
          "for noen, a condition left out), and those that no test notices.")},
    {"threshold", 0, HJ_OPTION_NUMBER, AT(threshold), HJ_T("N"), "test",
     HJ_T("With --coverage or --mutate: fail when less than N percent is covered or noticed. With "
          "templates: fail when less than N percent of branches, or of phrases, is reached.")},
    {"outcomes", 0, HJ_OPTION_NUMBER, AT(outcomes), HJ_T("N"), "test",
     HJ_T("With --coverage: fail when less than N percent of the outcomes are seen; --threshold then "
          "speaks of the conditions that decide.")},
    {"stage", 's', HJ_OPTION_CHOICE, AT(stage),
     "facts|record|grunnlag|fo|areas|tags|rules|fingerprint", "dump",
     HJ_T("Which stage's result to show.")},
    {"grunnlag", 0, HJ_OPTION_MAYBE, AT(grunnlag), "avtrykk", "render",
     HJ_T("The archive's copy: the PDF (PDF/A-3a) carries the case, the kommune file and the record "
          "with its trace, and says on every page that it may tell of third persons. With =avtrykk "
          "it carries their sums alone, is not marked, and may be sent.")},
    {"maalform", 'm', HJ_OPTION_CHOICE, AT(maalform), "nb|nn",
     "render check explain dump console watch weave",
     HJ_T("The document's målform; without it, the one the case or the kommune names.")},
    {"dato", 0, HJ_OPTION_TEXT, AT(dato), HJ_T("YYYY-MM-DD"),
     "render check explain diff dump fo console watch weave",
     HJ_T("The date law is chosen by and the document is dated with; without it, the case's own. "
          "The clock is never asked. fo: the date in the metadata, 1970-01-01 without it.")},
    {"dato", 0, HJ_OPTION_TEXT, AT(dato), HJ_T("YYYY-MM-DD"), "status",
     HJ_T("The day to look from: what has happened by then, and which deadlines have passed. The law is "
          "still that of each case's own date. The clock is never asked.")},
    {"kommune", 'k', HJ_OPTION_TEXT, AT(kommune), HJ_T("FILE"),
     "render check explain status diff dump console verify watch",
     HJ_T("The kommune file. Without it, for a case that names kommune=\"x\": kommune.xml beside "
          "the case, kommuner/x.xml beside it or in a folder above, then the program's own.")},
    {"case", 'c', HJ_OPTION_TEXT, AT(case_file), HJ_T("FILE"), "verify",
     HJ_T("The case the document was made from. Without it, the one an archive copy carries.")},
    {"key", 0, HJ_OPTION_TEXT, AT(key), HJ_T("FILE"), "sign",
     HJ_T("The secret key to sign with.")},
    {"new-key", 0, HJ_OPTION_TEXT, AT(new_key), HJ_T("FILE"), "sign",
     HJ_T("Make a new key: FILE is secret, and only you can read it; FILE.pub is for those who are "
          "to trust it, and is shown.")},
    {"page", 'p', HJ_OPTION_NUMBER, AT(page), HJ_T("N"), "render fo watch",
     HJ_T("png and svg: only page N.")},
    {"dpi", 0, HJ_OPTION_NUMBER, AT(dpi), HJ_T("N"), "render fo watch",
     HJ_T("png: dots per inch, 100 without it.")},
    {"profile", 0, HJ_OPTION_CHOICE, AT(profile), "pdfa-2a+ua-1|pdf", "fo",
     HJ_T("What the PDF claims to be: archival (PDF/A-2a and PDF/UA-1), an error when title, language "
          "or an alternative text is missing, or tagged PDF that claims nothing. Without it, the "
          "first when nothing is missing, else the second with one warning.")},
    {"strict", 0, HJ_OPTION_FLAG, AT(strict), NULL, "fo",
     HJ_T("What the formatter does not know is an error, not a warning, as in render.")},
    {"compat", 0, HJ_OPTION_CHOICE, AT(compat), "fop", "fo dump",
     HJ_T("Read XSL-FO as this formatter does where it differs from XSL 1.1 or from our own choices: "
          "unstated table-layout is fixed, a pixel is a point, lines are broken and stacked its "
          "way.")},
    {"old", 0, HJ_OPTION_TEXT, AT(old), HJ_T("FOLDER"), "diff",
     HJ_T("The rules before, instead of the argument BEFORE.")},
    {"new", 0, HJ_OPTION_TEXT, AT(new), HJ_T("FOLDER"), "diff",
     HJ_T("The rules after, instead of the argument AFTER.")},
    {"in", 0, HJ_OPTION_TEXT, AT(in), HJ_T("FOLDER"), "new",
     HJ_T("Write below this folder; without it, here.")},
    {"check", 0, HJ_OPTION_FLAG, AT(check), NULL, "format",
     HJ_T("Write nothing; fail when a file is not laid out as it should be.")},
    {"stdout", 0, HJ_OPTION_FLAG, AT(to_stdout), NULL, "format",
     HJ_T("Write the result to stdout and leave the file as it is.")},
    {"force", 0, HJ_OPTION_FLAG, AT(force), NULL, "editor",
     HJ_T("Write over files the command did not write.")},
    {"rules", 'r', HJ_OPTION_LIST, AT(rules), HJ_T("FOLDER"), NULL,
     HJ_T("Rule packs instead of the program's own; may be given several times.")},
    {"trust", 0, HJ_OPTION_LIST, AT(trust), HJ_T("FILE|FOLDER"), NULL,
     HJ_T("Public keys: use only packs signed with one of them. Of a folder, all files *.pub; may be "
          "given several times. Without it, the folder trust in the data folder, when it is there.")},
    {"templates", 't', HJ_OPTION_TEXT, AT(templates), HJ_T("FOLDER"), NULL,
     HJ_T("Templates instead of the program's own.")},
    {"fonts", 0, HJ_OPTION_TEXT, AT(fonts), HJ_T("FOLDER"), NULL,
     HJ_T("Fonts instead of the program's own.")},
    {"data", 0, HJ_OPTION_TEXT, AT(data), HJ_T("FOLDER"), NULL,
     HJ_T("The folder with rules, templates, schemas and fonts; without it, share/hjemmel beside "
          "the program's bin, else where it was installed.")},
    {"lang", 'l', HJ_OPTION_CHOICE, AT(lang_option), "en|nb", NULL,
     HJ_T("Language of messages and explanations; without it, what LANGUAGE, LC_ALL, LC_MESSAGES "
          "or LANG says.")},
    {"diagnostics", 0, HJ_OPTION_CHOICE, AT(diagnostics), "text|json", NULL,
     HJ_T("How errors, warnings and notes are written to stderr.")},
    {"help", 'h', HJ_OPTION_FLAG, AT(help), NULL, NULL, HJ_T("Show this help.")},
    {"man", 0, HJ_OPTION_FLAG, AT(man), NULL, "help", HJ_T("Write the manual page (troff).")},
    {"completion", 0, HJ_OPTION_FLAG, AT(completion), NULL, "help",
     HJ_T("Write the completions for bash.")},
    {0},
};

bool hj_option_belongs(const hj_option *option, const hj_command *command)
{
    if (!option->commands)
        return true;
    size_t n = strlen(command->name);
    for (const char *p = option->commands; *p;) {
        size_t len = strcspn(p, " ");
        if (len == n && strncmp(p, command->name, n) == 0)
            return true;
        p += len + strspn(p + len, " ");
    }
    return false;
}

static void usage_hint(hj_cli *cli)
{
    hj_hint(cli->diags, "see: hjemmel help %s", cli->command->name);
}

static const hj_option *find_name(hj_cli *cli, const char *name, size_t n)
{
    enum { MOST = 64 };
    const char *known[MOST];
    size_t count = 0;
    for (const hj_option *o = hj_options; o->name; o++) {
        if (!hj_option_belongs(o, cli->command))
            continue;
        if (strlen(o->name) == n && strncmp(o->name, name, n) == 0)
            return o;
        if (count < MOST)
            known[count++] = o->name;
    }
    const char *word = hj_arena_strndup(cli->arena, name, n);
    const char *near = hj_nearest(word, known, count);
    hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-001", HJ_NOWHERE,
                   "%s takes no option --%s", cli->command->name, word);
    if (near)
        hj_hint(cli->diags, "did you mean --%s?", near);
    else
        usage_hint(cli);
    return NULL;
}

static const hj_option *find_letter(hj_cli *cli, char letter)
{
    for (const hj_option *o = hj_options; o->name; o++)
        if (o->letter == letter && hj_option_belongs(o, cli->command))
            return o;
    hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-002", HJ_NOWHERE, "%s takes no option -%c",
                   cli->command->name, letter);
    usage_hint(cli);
    return NULL;
}

static bool is_choice(const char *choices, const char *value)
{
    size_t n = strlen(value);
    for (const char *p = choices; *p;) {
        size_t len = strcspn(p, "|");
        if (len == n && strncmp(p, value, n) == 0)
            return true;
        p += len + (p[len] == '|');
    }
    return false;
}

static bool set(hj_cli *cli, const hj_option *o, const char *value)
{
    void *field = (char *)cli + o->offset;
    const char **text = field;
    if (o->type == HJ_OPTION_FLAG) {
        *(bool *)field = true;
        return true;
    }
    if (!*value && o->type != HJ_OPTION_MAYBE) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-003", HJ_NOWHERE,
                       "--%s needs a value", o->name);
        return false;
    }
    if (o->type == HJ_OPTION_NUMBER) {
        char *end;
        long n = strtol(value, &end, 10);
        if (*end || n < 1 || n > 10000) {
            hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-004", HJ_NOWHERE,
                           "--%s takes a number from 1 to 10000, not \"%s\"", o->name, value);
            return false;
        }
        *(int *)field = (int)n;
        return true;
    }
    if ((o->type == HJ_OPTION_CHOICE || (o->type == HJ_OPTION_MAYBE && *value))
        && !is_choice(o->metavar, value)) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-005", HJ_NOWHERE,
                       "--%s is one of %s, not \"%s\"", o->name, o->metavar, value);
        return false;
    }
    if (*text && o->type != HJ_OPTION_LIST) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-006", HJ_NOWHERE, "--%s is given twice",
                       o->name);
        return false;
    }
    *text = *text ? hj_arena_printf(cli->arena, "%s:%s", *text, value) : value;
    return true;
}

/* An argument said by name stands where it would have stood without. */
static void put_in_place(hj_cli *cli, const char *argument, size_t at)
{
    if (!argument || at > cli->n_files)
        return;
    memmove(cli->files + at + 1, cli->files + at, (cli->n_files - at) * sizeof *cli->files);
    cli->files[at] = argument;
    cli->n_files++;
}

bool hj_options_parse(hj_cli *cli, char **argv, int n)
{
    bool ok = true, only_files = false;
    cli->files = HJ_ARRAY(cli->arena, (size_t)n + 1, const char *);
    for (int i = 0; i < n; i++) {
        const char *a = argv[i];
        if (only_files || a[0] != '-' || a[1] == 0) {
            cli->files[cli->n_files++] = a;
            continue;
        }
        if (strcmp(a, "--") == 0) {
            only_files = true;
            continue;
        }
        const char *value = NULL;
        const hj_option *o;
        if (a[1] == '-') {
            size_t len = strcspn(a + 2, "=");
            o = find_name(cli, a + 2, len);
            value = a[2 + len] ? a + 3 + len : NULL;
        } else {
            o = find_letter(cli, a[1]);
            value = a[2] ? a + 2 : NULL;
        }
        if (!o) {
            ok = false;
            continue;
        }
        if (o->type == HJ_OPTION_FLAG && value) {
            hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-007", HJ_NOWHERE,
                           "--%s takes no value", o->name);
            ok = false;
            continue;
        }
        if (o->type != HJ_OPTION_FLAG && o->type != HJ_OPTION_MAYBE && !value)
            value = i + 1 < n ? argv[++i] : "";
        ok = set(cli, o, value ? value : "") && ok;
    }
    if (!ok || cli->help)
        return ok;
    put_in_place(cli, cli->old, 0);
    put_in_place(cli, cli->new, 1);
    if (cli->n_files < cli->command->least) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-008", HJ_NOWHERE,
                       "%s needs something to work on: hjemmel %s %s", cli->command->name,
                       cli->command->name, hj_tr(cli->lang, cli->command->arguments));
        ok = false;
    } else if ((cli->command->most || !*cli->command->arguments)
               && cli->n_files > cli->command->most) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-009", HJ_NOWHERE,
                       "%s does not take so many arguments; \"%s\" is one too many",
                       cli->command->name, cli->files[cli->command->most]);
        ok = false;
    }
    if (!ok)
        usage_hint(cli);
    return ok;
}
