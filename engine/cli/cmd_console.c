/* hjemmel console */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/cli.h"

/* The answer before what was wrong, and both before the next line is waited for. */
static void show(hj_cli *cli, const hjemmel_result *r)
{
    if (r->bytes)
        fwrite(r->bytes, 1, r->len, stdout);
    fflush(stdout);
    hj_cli_tell(cli, r);
    fflush(stderr);
}

static void talk(hj_cli *cli, hjemmel_console *console)
{
    bool person = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    char *line = NULL;
    size_t cap = 0;
    while (!hjemmel_console_over(console)) {
        if (person) {
            fputs("hjemmel> ", stdout);
            fflush(stdout);
        }
        if (getline(&line, &cap, stdin) < 0)
            break;
        hjemmel_result *r = hjemmel_console_say(console, line);
        show(cli, r);
        hjemmel_result_free(r);
    }
    free(line);
    if (person) {
        putchar('\n');
        cli->exit = 0; /* what a person mistyped is between them and the screen */
    }
}

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *opening;
    hjemmel_console *console = hjemmel_console_new(cli->engine, cli->files[0], &job, &opening);
    show(cli, opening);
    hjemmel_result_free(opening);
    if (console)
        talk(cli, console);
    hjemmel_console_free(console);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel console sak.xml", HJ_T("Ask, change a fact, see what it does; help lists what can be said.")},
    {"echo 'sett fall_siste_aar = 2' | hjemmel console sak.xml",
     HJ_T("What that fact would change; the exit status tells whether every line was understood.")},
    {0},
};

const hj_command hj_cmd_console = {
    .name = "console", .arguments = HJ_T("[OPTIONS] FILE"), .least = 1, .most = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("talk with a case: ask a rule, change a fact, see the difference"),
    .description = HJ_T(
        "Reads a case and answers questions about it, line by line: what is known and where it "
        "stands, what the rules propose and why, what is missing, and what would be otherwise if a "
        "fact or the date were. Nothing is written. The words are in bokmål and in English, in any "
        "mixture. Answers hold personal data."),
};
