/* hjemmel explain */
#include <string.h>

#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (cli->n_files > 1 && cli->format && strcmp(cli->format, "html") == 0) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-018", HJ_NOWHERE,
                       "an html page explains one case; run explain once for each");
        return 0;
    }
    if (cli->tekst && cli->format && strcmp(cli->format, "html") == 0) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-020", HJ_NOWHERE,
                       "--tekst is answered as text or json, not html");
        return 0;
    }
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hj_buf out = {0};
    for (size_t i = 0; i < cli->n_files; i++) {
        hjemmel_result *r = hjemmel_explain(cli->engine, cli->files[i], &job);
        hj_cli_tell(cli, r);
        if (r->bytes)
            hj_buf_add(&out, r->bytes, r->len);
        hjemmel_result_free(r);
    }
    if (out.len)
        hj_cli_print(cli, out.data, out.len);
    hj_buf_free(&out);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel explain sak.xml",
     HJ_T("Why this outcome: conditions, facts, where they stand, hjemmel.")},
    {"hjemmel explain --format html -o hvorfor.html sak.xml",
     HJ_T("The same as a page for a browser or for paper.")},
    {"hjemmel explain --tekst \"kan du klage\" sak.xml",
     HJ_T("Who says that in the letter: text, rule, hjemmel, fact, and line in the case?")},
    {"hjemmel explain --format json sak.xml",
     HJ_T("The same for a program.")},
    {0},
};

const hj_command hj_cmd_explain = {
    .name = "explain", .arguments = HJ_T("[OPTIONS] FILE…"), .least = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("show why: outcome, conditions, facts, and where they stand"),
    .description = HJ_T(
        "Shows the record of a case as a tree: what the rules propose and what was decided, each "
        "condition with its hjemmel and the line of the rule, each fact with its line in the case; "
        "what was unknown and whether it matters, which exception won, the smallest change that "
        "would have given another outcome, and how deadlines were counted. With --tekst it goes the "
        "other way: from words of the letter to who said them. The explanation holds personal data."),
};
