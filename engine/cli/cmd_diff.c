/* hjemmel diff */
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"

static void progress(void *user, size_t done, size_t of)
{
    (void)user;
    fprintf(stderr, done == of ? "\r\033[K" : "\r%zu / %zu", done, of);
}

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    if (isatty(2))
        job.progress = progress;
    hjemmel_result *r = hjemmel_diff(cli->engine, cli->files[0], cli->files[1], cli->files + 2,
                                     cli->n_files - 2, &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel diff rules/ nye-regler/ saker/", HJ_T("Whom does the change hit, and why?")},
    {"hjemmel diff --tekster -f html -o endret.html rules/ nye-regler/ saker/",
     HJ_T("The letters too, as a page for a browser.")},
    {0},
};

const hj_command hj_cmd_diff = {
    .name = "diff", .arguments = HJ_T("[OPTIONS] BEFORE AFTER FILE|FOLDER…"), .least = 3,
    .run = run, .examples = examples,
    .summary = HJ_T("compare two versions of the rules over many cases"),
    .description = HJ_T(
        "Decides every case by the rules in the folder BEFORE and by those in AFTER, and tells which "
        "outcomes, steps, states, deadlines, amounts and checklist findings differ. Cases that differ "
        "in the same way for the same reason stand together, with the first condition that flipped, "
        "its line and its hjemmel. Facts are never shown. A case that cannot be decided is named with "
        "the reason, and the others go on. Exit 0 when the cases were compared, also when they "
        "differ; 1 when rules do not load or a case named on the command line cannot be read."),
};
