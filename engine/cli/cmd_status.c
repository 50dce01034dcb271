/* hjemmel status */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = hjemmel_status(cli->engine, cli->files, cli->n_files, &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel status saker/", HJ_T("Every case in a folder, the most urgent first.")},
    {"hjemmel status --dato 2026-12-01 --format csv -o frister.csv saker/",
     HJ_T("For a spreadsheet, seen from a day.")},
    {0},
};

const hj_command hj_cmd_status = {
    .name = "status", .arguments = HJ_T("[OPTIONS] FILE|FOLDER…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("list cases: outcome, what is missing, deadlines"),
    .description = HJ_T(
        "One row for each thing in a case that somebody acts upon: where it stands and since when, "
        "what a person has decided or, before that, what the rules propose, the fact most needed "
        "of those still missing, who is to act, and the deadlines. The most urgent first: what "
        "cannot be read, what is too late, what has a day, what somebody is to do. json and csv "
        "tell the same in full, each decision and each process by itself. With --dato it is said "
        "which deadlines have passed by that day or are near; without it nothing is, for the clock "
        "is never asked."),
};
