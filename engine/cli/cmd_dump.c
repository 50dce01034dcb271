/* hjemmel dump */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!cli->stage) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-017", HJ_NOWHERE,
                       "dump needs --stage: which stage's result to show");
        hj_hint(cli->diags, "see: hjemmel help %s", cli->command->name);
        return 0;
    }
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hj_buf out = {0};
    for (size_t i = 0; i < cli->n_files || (i == 0 && cli->n_files == 0); i++) {
        hjemmel_result *r = hjemmel_dump(cli->engine, cli->n_files ? cli->files[i] : "-",
                                         cli->stage, &job);
        hj_cli_tell(cli, r);
        if (r->bytes)
            hj_buf_add(&out, r->bytes, r->len);
        hjemmel_result_free(r);
    }
    if (out.len)
        hj_cli_print(cli, out.data, out.len);
    hj_buf_free(&out);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel dump --stage record sak.xml",
     HJ_T("What the decision found, as XML.")},
    {"hjemmel dump --stage rules", HJ_T("The compiled rules.")},
    {0},
};

const hj_command hj_cmd_dump = {
    .name = "dump", .arguments = HJ_T("--stage STAGE [OPTIONS] [FILE…]"), .run = run,
    .examples = examples,
    .summary = HJ_T("show a stage's result as stable text"),
    .description = HJ_T(
        "For finding faults and for tests. facts, record and grunnlag hold what the case holds. "
        "fo, areas and tags take FO files too. rules needs no file; the others read stdin without "
        "one."),
};
