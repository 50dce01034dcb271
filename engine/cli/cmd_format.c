/* hjemmel format */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_format_mode mode = cli->check ? HJEMMEL_FORMAT_CHECK
        : cli->to_stdout ? HJEMMEL_FORMAT_STDOUT : HJEMMEL_FORMAT_WRITE;
    hjemmel_result *r = hjemmel_lay_out(cli->engine, (const char *const *)cli->files, cli->n_files,
                                        mode, &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel format rules/", HJ_T("Lay out every rule file; those that changed are named.")},
    {"hjemmel format --check rules/", HJ_T("Fail when some file is not laid out so.")},
    {0},
};

const hj_command hj_cmd_format = {
    .name = "format", .arguments = HJ_T("[OPTIONS] FILE.lua|FOLDER…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("lay out rule files in the one way"),
    .description = HJ_T(
        "Puts right what nobody should decide about: spaces, indentation, rows in columns, blank "
        "lines, lines longer than 120. Line breaks of the author's and comments stay where they "
        "are. Only blanks and line breaks are changed; that is proved for each file before it is "
        "written."),
};
