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
    {"hjemmel fo --strict --profile pdfa-2a+ua-1 brev.fo -o brev.pdf",
     HJ_T("Archival PDF, or an error that says what is missing.")},
    {0},
};

const hj_command hj_cmd_fo = {
    .name = "fo", .arguments = HJ_T("[OPTIONS] FILE.fo…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("set XSL-FO files: the formatter alone"),
    .description = HJ_T(
        "Sets XSL-FO 1.1 without any case or rule. The PDF is archival (PDF/A-2a and PDF/UA-1) "
        "when the file has a title (fo:title, or dc:title in the XMP of fo:declarations), a language "
        "(xml:lang on fo:root, or dc:language) and for every picture an alternative text (fox:alt-text "
        "or hjfo:alt) or role=\"Artifact\"; --profile asks for it or forgoes it. Objects, properties "
        "and extensions outside the subset (engine/fo/README.md) give one warning for each kind, "
        "and the initial value is used; with --strict an error."),
};
