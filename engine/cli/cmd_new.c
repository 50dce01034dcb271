/* hjemmel new */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = hjemmel_start(cli->engine, cli->files[0], cli->files[1], cli->in, &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel new service middag --in rules/tildeling",
     HJ_T("Facts, rule, hjemmel, texts and tests for a service, beside the others.")},
    {"hjemmel new letter paaminnelse --in templates",
     HJ_T("A stylesheet, its texts, and the entry in dokumenter.xml.")},
    {"hjemmel new kommune eidskog --in kommuner",
     HJ_T("A kommune file; what must be filled in is listed.")},
    {0},
};

const hj_command hj_cmd_new = {
    .name = "new", .arguments = HJ_T("[OPTIONS] rule|service|letter|case|municipality NAME"),
    .least = 2, .most = 2, .run = run, .examples = examples,
    .summary = HJ_T("write a start: rule, service, letter, case or municipality"),
    .description = HJ_T(
        "Writes files that load and check as they are, and lists what must be filled in, with file "
        "and line. A rule or service has one test that fails until it is. A folder with pakke.lua "
        "gets the files; any other gets a pack of its own. No file is ever written over. regel, "
        "tjeneste, brev, sak and kommune are the same words in Norwegian."),
};
