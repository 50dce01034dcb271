/* hjemmel watch, and test --watch */
#include <stdio.h>
#include <string.h>

#include "cli/watch.h"

typedef struct watching {
    hj_cli *cli;
    hj_saves *watch;
    const char *rules[64]; /* folders, as given */
    size_t n_rules;
    bool have_rules, have_templates; /* in use */
    hjemmel_result *(*test)(hj_cli *cli);
} watching;

static void say(watching *w, const char *english)
{
    fprintf(stdout, "%s\n", hj_tr(w->cli->lang, english));
    fflush(stdout);
}

/* Is path the folder, or below it? */
static bool below(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    if (n == 1 && *folder == '.' && *path != '/')
        return true;
    return strncmp(path, folder, n) == 0 && (!path[n] || path[n] == '/');
}

/* ---- what is done after a save ---- */

static void tell_loaded(watching *w, bool ok, bool *have, const char *in_use, const char *kept,
                        const char *none)
{
    say(w, ok ? in_use : *have ? kept : none);
    *have |= ok;
}

/* True when something new was taken into use. */
static bool reload(watching *w, bool rules, bool templates)
{
    bool any = false;
    hjemmel_job job = hj_cli_job(w->cli);
    for (int part = 0; part < 2; part++) {
        if (part ? !templates : !rules)
            continue;
        hjemmel_result *r = hjemmel_reload(w->cli->engine, part == 0, part == 1, &job);
        hj_cli_tell(w->cli, r);
        bool ok = r->blame == 0;
        if (part == 0)
            tell_loaded(w, ok, &w->have_rules, HJ_T("rules: in use"),
                        HJ_T("rules: not taken into use; those read before still are"),
                        HJ_T("rules: none in use until they can be loaded"));
        else
            tell_loaded(w, ok, &w->have_templates, HJ_T("templates: in use"),
                        HJ_T("templates: not taken into use; those read before still are"),
                        HJ_T("templates: none in use until they can be loaded"));
        any |= ok;
        hjemmel_result_free(r);
    }
    return any;
}

/* Of a TAP report: what failed, with its reasons, and reports; then how many. */
static void show_tests(watching *w, const hjemmel_result *r)
{
    int passed = 0, failed = 0;
    for (const char *p = r->bytes ? r->bytes : ""; *p;) {
        size_t n = strcspn(p, "\n");
        if (strncmp(p, "ok ", 3) == 0) {
            passed++;
        } else if (strncmp(p, "1..", 3) != 0) {
            failed += strncmp(p, "not ok ", 7) == 0;
            fprintf(stdout, "%.*s\n", (int)n, p);
        }
        p += n + (p[n] == '\n');
    }
    if (failed)
        fprintf(stdout, hj_tr(w->cli->lang, HJ_T("tests: %d of %d failed\n")), failed,
                passed + failed);
    else
        fprintf(stdout, hj_tr(w->cli->lang, HJ_T("tests: all %d passed\n")), passed);
    fflush(stdout);
}

static void run_tests(watching *w)
{
    hjemmel_job job = hj_cli_job(w->cli);
    hjemmel_result *r = w->test ? w->test(w->cli) : hjemmel_test(w->cli->engine, &job);
    if (!r)
        return;
    show_tests(w, r);
    hj_cli_tell(w->cli, r);
    hjemmel_result_free(r);
}

static hjemmel_result *make(hj_cli *cli, const char *path, const hjemmel_job *job)
{
    return hjemmel_render(cli->engine, path, job);
}

static void render(watching *w)
{
    hj_cli *cli = w->cli;
    if (!cli->case_file || !w->have_rules || !w->have_templates)
        return;
    cli->files = &cli->case_file;
    cli->n_files = 1;
    cli->written = NULL;
    cli->exit = 0;
    hj_cli_make_documents(cli, make);
    hj_cli_flush(cli);
    say(w, cli->exit == 0 ? HJ_T("document: written") : HJ_T("document: not made; the one written before is as it was"));
}

/* ---- the loop ---- */

static void after_save(watching *w, const char *const *changed)
{
    bool rules = false, templates = false, other = false;
    for (; *changed; changed++) {
        bool of_rules = false, of_templates;
        for (size_t i = 0; i < w->n_rules; i++)
            of_rules |= below(*changed, w->rules[i]);
        of_templates = w->cli->templates && below(*changed, w->cli->templates);
        rules |= of_rules;
        templates |= of_templates;
        other |= !of_rules && !of_templates;
        fprintf(stdout, hj_tr(w->cli->lang, HJ_T("changed: %s\n")), *changed);
    }
    fflush(stdout);
    bool any = reload(w, rules, templates);
    if (other) {
        hjemmel_job job = hj_cli_job(w->cli);
        hjemmel_result_free(hjemmel_reload(w->cli->engine, false, false, &job)); /* kommune files */
    }
    if (w->have_rules && (w->test ? any || other : any && rules))
        run_tests(w);
    if (any || other)
        render(w);
    hj_cli_flush(w->cli);
}

static void loop(watching *w)
{
    hj_cli *cli = w->cli;
    hj_saves *watch = w->watch;
    for (;;) {
        hj_arena *arena = hj_arena_new();
        const char **changed = hj_saves_wait(watch, arena);
        if (changed && *changed)
            after_save(w, changed);
        hj_arena_free(arena);
        if (!changed)
            break;
    }
    cli->exit = 0; /* what was wrong on the way has been told, and may be mended by now */
    say(w, HJ_T("ended"));
}

/* Folders with dokumenter.xml are templates, the others rules; beside tests of templates, cases. */
static void take_folders(watching *w)
{
    hj_cli *cli = w->cli;
    for (size_t i = 0; i < cli->n_files; i++) {
        const char *f = cli->files[i];
        if (hj_file_exists(hj_path_join(cli->arena, f, "dokumenter.xml"))) {
            cli->templates = f;
        } else if (!w->test && w->n_rules < HJ_COUNT(w->rules)) {
            w->rules[w->n_rules++] = f;
            cli->rules = cli->rules ? hj_arena_printf(cli->arena, "%s:%s", cli->rules, f) : f;
        }
        hj_saves_add(w->watch, f);
    }
}

static void start(watching *w)
{
    hj_cli *cli = w->cli;
    bool picture = cli->format && strcmp(cli->format, "pdf") != 0;
    /* A picture that is written where templates lie must not start the next round. */
    hj_saves_endings(w->watch, picture ? "lua xsl xml" : "lua xsl xml svg png jpg jpeg");
    take_folders(w);
    if (cli->case_file) {
        hj_saves_add(w->watch, cli->case_file);
        if (!cli->output)
            cli->output = "."; /* named after the case */
    }
    if (cli->kommune)
        hj_saves_add(w->watch, cli->kommune);
    if (!hj_cli_engine(cli))
        return;
    hj_saves_begin(w->watch);
    say(w, HJ_T("watching; Ctrl-C ends"));
    reload(w, true, true);
    if (w->have_rules)
        run_tests(w);
    render(w);
    hj_cli_flush(cli);
    loop(w);
}

void hj_watch_tests(hj_cli *cli, hjemmel_result *(*test)(hj_cli *cli))
{
    watching w = {.cli = cli, .watch = hj_saves_new(cli), .test = test};
    if (w.watch)
        start(&w);
}

static int run(hj_cli *cli)
{
    hj_watch_tests(cli, NULL);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel watch rules/", HJ_T("Load the rules and run their tests each time one is saved.")},
    {"hjemmel watch --case sak.xml -o brev.pdf rules/ templates/",
     HJ_T("And make the letter anew; a viewer that reloads shows it at once.")},
    {0},
};

const hj_command hj_cmd_watch = {
    .name = "watch", .arguments = HJ_T("[OPTIONS] FOLDER…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("on each save: load, run the tests, make the chosen document"),
    .description = HJ_T(
        "Waits for files to be saved in the folders named (one with dokumenter.xml holds templates, "
        "the others rules) and for the case of --case. After a save what changed is loaded; when "
        "it has errors they are shown, and what was in use before stays in use. Then all tests of "
        "the rules are run, since a rule may lean on any other, and the document is made anew, "
        "whole or not at all. Ctrl-C ends."),
};
