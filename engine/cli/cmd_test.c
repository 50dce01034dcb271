/* hjemmel test */
#include "cli/cli.h"

/* The folders named are the rules tested: the same as --rules. */
static int run(hj_cli *cli)
{
    for (size_t i = 0; i < cli->n_files; i++)
        cli->rules = cli->rules ? hj_arena_printf(cli->arena, "%s:%s", cli->rules, cli->files[i])
                                : cli->files[i];
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = hjemmel_test(cli->engine, &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel test rules/", HJ_T("Run every test that stands beside the rules.")},
    {"hjemmel test --coverage --threshold 95 rules/",
     HJ_T("Fail when conditions are not tested: by what they come out as, and by whether it matters.")},
    {"hjemmel test --mutate rules/", HJ_T("Which small mistakes would nobody notice?")},
    {0},
};

const hj_command hj_cmd_test = {
    .name = "test", .arguments = HJ_T("[OPTIONS] [FOLDER…]"), .run = run, .examples = examples,
    .summary = HJ_T("run the tests beside the rules"),
    .description = HJ_T(
        "Runs the tests written beside the rules, and prints TAP: one line a test, and for one "
        "that fails what was expected, what came, and the line it stands on."),
};
