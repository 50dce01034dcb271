/* hjemmel fo */
#include "cli/cli.h"

static hjemmel_result *make(hj_cli *cli, const char *path, const hjemmel_job *job)
{
    return hjemmel_fo(cli->engine, path, cli->strict, job);
}

static int run(hj_cli *cli)
{
    hj_cli_make_documents(cli, make);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel fo brev.fo -o brev.pdf", HJ_T("The formatter alone.")},
    {"hjemmel fo --compat fop brev.fo -o brev.pdf", HJ_T("Pages as FOP 2.8 makes them.")},
    {0},
};

const hj_command hj_cmd_fo = {
    .name = "fo", .arguments = HJ_T("[OPTIONS] FILE.fo…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("set XSL-FO files: the formatter alone"),
    .description = HJ_T(
        "Sets XSL-FO 1.1 without any case or rule. The PDF is archival (PDF/A-2a and PDF/UA-1) "
        "when the file has an fo:title and xml:lang on fo:root. Objects and properties outside the "
        "subset (engine/fo/README.md) give a warning, with --strict an error."),
};
