/* hjemmel verify */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = hjemmel_verify(cli->engine, cli->files[0], &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel verify brev.pdf", HJ_T("Which packs, templates, fonts and versions made it?")},
    {"hjemmel verify brev.pdf --case sak.xml",
     HJ_T("Does the case give this very letter, byte for byte? If not, why?")},
    {0},
};

const hj_command hj_cmd_verify = {
    .name = "verify", .arguments = HJ_T("[OPTIONS] DOCUMENT"), .least = 1, .most = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("tell what made a document, make it again and compare"),
    .description = HJ_T(
        "Reads a PDF that hjemmel made and tells which program, packs, templates, fonts and "
        "libraries made it, and whether those here are the same. With the case, given or attached "
        "to the document, it is made again and every byte is compared; where they differ, what "
        "differs is named. Exit 0 when all is as the document says, 1 when it is not, or when "
        "hjemmel did not make it."),
};
