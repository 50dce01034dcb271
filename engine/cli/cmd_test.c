/* hjemmel test */
#include <string.h>

#include "cli/watch.h"

static bool is_template_folder(hj_cli *cli, const char *path)
{
    return hj_file_exists(hj_path_join(cli->arena, path, "dokumenter.xml"));
}

static void add_folders(hj_cli *cli, const char ***list, size_t *n, const char *folders)
{
    while (*folders) {
        size_t len = strcspn(folders, ":");
        if (len)
            (*list)[(*n)++] = hj_arena_strndup(cli->arena, folders, len);
        folders += len + (folders[len] == ':');
    }
}

/* The templates are the folder named, the other arguments cases. */
static hjemmel_result *test_templates(hj_cli *cli, const char *templates)
{
    size_t n = 0, most = cli->n_files + (cli->cases ? strlen(cli->cases) : 0);
    const char **cases = HJ_ARRAY(cli->arena, most + 1, const char *);
    for (size_t i = 0; i < cli->n_files; i++)
        if (cli->files[i] != templates)
            cases[n++] = cli->files[i];
    if (cli->cases)
        add_folders(cli, &cases, &n, cli->cases);
    cli->templates = templates;
    if (!hj_cli_engine(cli))
        return NULL;
    hjemmel_job job = hj_cli_job(cli);
    return hjemmel_test_templates(cli->engine, cases, n, &job);
}

/* The folders named are the rules tested: the same as --rules. */
static hjemmel_result *test_rules(hj_cli *cli)
{
    if (cli->n_files == 1 && !cli->rules && hj_cli_part_of_rules(cli, cli->files[0])) {
        if (!hj_cli_engine(cli))
            return NULL;
        hjemmel_job job = hj_cli_job(cli);
        return hjemmel_test(cli->engine, &job);
    }
    for (size_t i = 0; i < cli->n_files; i++)
        cli->rules = cli->rules ? hj_arena_printf(cli->arena, "%s:%s", cli->rules, cli->files[i])
                                : cli->files[i];
    if (!hj_cli_engine(cli))
        return NULL;
    hjemmel_job job = hj_cli_job(cli);
    return hjemmel_test(cli->engine, &job);
}

static hjemmel_result *test_watched_templates(hj_cli *cli)
{
    return test_templates(cli, cli->templates);
}

static void watch(hj_cli *cli, bool templates)
{
    if (!cli->n_files || cli->format || cli->output) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-031", HJ_NOWHERE,
                       "--watch takes the folders to watch, and neither --format nor --output");
        return;
    }
    hj_watch_tests(cli, templates ? test_watched_templates : NULL);
}

static int run(hj_cli *cli)
{
    const char *templates = NULL;
    for (size_t i = 0; i < cli->n_files && !templates; i++)
        if (is_template_folder(cli, cli->files[i]))
            templates = cli->files[i];
    if (!templates && cli->cases) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-019", HJ_NOWHERE,
                       "--cases goes with a folder of templates");
        hj_hint(cli->diags, "as in: hjemmel test templates/ --cases samples/");
        return 0;
    }
    if (cli->watch) {
        watch(cli, templates != NULL);
        return 0;
    }
    hjemmel_result *r = templates ? test_templates(cli, templates) : test_rules(cli);
    if (!r)
        return 0;
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel test rules/", HJ_T("Run every test that stands beside the rules.")},
    {"hjemmel test rules/tildeling",
     HJ_T("Only the tests of one pack; the packs beside it are read, for it leans on them.")},
    {"hjemmel test --coverage --threshold 95 rules/",
     HJ_T("Fail when conditions are not tested: by what they come out as, and by whether it matters.")},
    {"hjemmel test --mutate rules/", HJ_T("Which small mistakes would nobody notice?")},
    {"hjemmel test --watch rules/", HJ_T("Run them again each time a rule is saved.")},
    {"hjemmel test templates/",
     HJ_T("Which branches and phrases of the templates does no sample case reach?")},
    {0},
};

const hj_command hj_cmd_test = {
    .name = "test", .arguments = HJ_T("[OPTIONS] [FOLDER…]"), .run = run, .examples = examples,
    .summary = HJ_T("run the tests beside the rules, or try the templates"),
    .description = HJ_T(
        "Runs the tests written beside the rules, and prints TAP: one line a test, and for one "
        "that fails what was expected, what came, and the line it stands on. A folder with "
        "dokumenter.xml holds templates: every case is then made into every document it can become, "
        "in bokmål and in nynorsk, and the branches and phrases that none of them reaches are "
        "listed."),
};
