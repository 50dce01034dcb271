/* hjemmel render */
#include "cli/cli.h"

static hjemmel_result *make(hj_cli *cli, const char *path, const hjemmel_job *job)
{
    return hjemmel_render(cli->engine, path, job);
}

static int run(hj_cli *cli)
{
    hj_cli_make_documents(cli, make);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel render sak.xml -o brev.pdf",
     HJ_T("The decision letter of a case.")},
    {"hjemmel render --maalform nn sak.xml -o brev-nn.pdf",
     HJ_T("The same in nynorsk.")},
    {"hjemmel render --format png sak.xml -o side.png",
     HJ_T("A picture of each page: side-1.png, side-2.png.")},
    {"hjemmel render --grunnlag sak.xml -o arkiv/",
     HJ_T("The copy for the archive, with the case and the record attached.")},
    {0},
};

const hj_command hj_cmd_render = {
    .name = "render", .arguments = HJ_T("[OPTIONS] FILE…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("make documents from cases, meetings and projects"),
    .description = HJ_T(
        "Reads each file, asks the rules, and makes its document. What the checklist finds is "
        "shown with where to mend it: after STOPP no document is made, after UTKAST it is marked "
        "as a draft on every page, VARSEL is only said. Of several files, one that cannot be made "
        "never stops the others. Nothing is left half-written."),
};
