/* hjemmel weave */
#include "cli/cli.h"

static hjemmel_result *make(hj_cli *cli, const char *path, const hjemmel_job *job)
{
    (void)path;
    return hjemmel_weave(cli->engine, job);
}

/* The book has no input of its own: the packs are it. */
static int run(hj_cli *cli)
{
    static const char *book[] = {"regelbok"};
    if (cli->n_files == 1 && !hj_cli_part_of_rules(cli, cli->files[0]))
        cli->rules = cli->files[0];
    cli->files = book;
    cli->n_files = 1;
    hj_cli_make_documents(cli, make);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel weave rules/ -o regelbok.pdf",
     HJ_T("The law on the left, on the right what the packs make of it.")},
    {"hjemmel weave rules/klage -o klageboka.pdf",
     HJ_T("Only the law one pack rests on, and only what that pack makes of it.")},
    {"hjemmel weave -m nn rules/ -o regelbok-nn.pdf", HJ_T("The same in nynorsk.")},
    {0},
};

const hj_command hj_cmd_weave = {
    .name = "weave", .arguments = HJ_T("[OPTIONS] [FOLDER]"), .most = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("make a book of the law and the rules that rest on it"),
    .description = HJ_T(
        "Every statute the packs know, paragraph by paragraph with its text, source and the days it "
        "is in force, and beside each the rules, conditions, exceptions, deadlines, rates, tables, "
        "processes and checklist points that cite it, in words, with file and line. For a lawyer who "
        "reads what the nurse has written, and the other way round."),
};
