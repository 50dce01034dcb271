/* hjemmel check */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    for (size_t i = 0; i < cli->n_files; i++) {
        hjemmel_result *r = hjemmel_check(cli->engine, cli->files[i], &job);
        hj_cli_tell(cli, r);
        hjemmel_result_free(r);
    }
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel check sak.xml",
     HJ_T("Can the letter of this case be made, and what is said about it?")},
    {"hjemmel check rules/ templates/", HJ_T("Are the rules and the templates whole?")},
    {0},
};

const hj_command hj_cmd_check = {
    .name = "check", .arguments = HJ_T("[OPTIONS] FILE|FOLDER…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("find everything that is wrong, and write nothing"),
    .description = HJ_T(
        "Takes cases, kommune files, FO files, Lua files, and folders of them; rules/ and "
        "templates/ are known by their pakke.lua and dokumenter.xml. A case is taken all the way "
        "to laid-out pages. Every finding is shown at once. Exit 0 when nothing stands in the "
        "way."),
};
