/* hjemmel help, hjemmel version */
#include <string.h>

#include "cli/cli.h"

static int run_help(hj_cli *cli)
{
    hj_buf out = {0};
    if (cli->man) {
        hj_help_man(cli->lang, &out);
    } else if (cli->completion) {
        hj_help_completion(&out);
    } else if (cli->n_files) {
        const hj_command *command = hj_command_find(cli->files[0]);
        if (!command) {
            hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-010", HJ_NOWHERE,
                           "there is no command \"%s\"", cli->files[0]);
            hj_hint(cli->diags, "see: hjemmel help");
            return 0;
        }
        hj_help_command(command, cli->lang, &out);
    } else {
        hj_help_overview(cli->lang, &out);
    }
    hj_cli_print(cli, out.data, out.len);
    hj_buf_free(&out);
    return 0;
}

const hj_command hj_cmd_help = {
    .name = "help", .arguments = HJ_T("[COMMAND]"), .most = 1, .run = run_help,
    .summary = HJ_T("show help for a command"),
    .description = HJ_T("Without a command, lists them all."),
};

static int run_version(hj_cli *cli)
{
    const char *line = hj_arena_printf(cli->arena, "hjemmel %s\n", hjemmel_version());
    hj_cli_print(cli, line, strlen(line));
    return 0;
}

const hj_command hj_cmd_version = {
    .name = "version", .arguments = "", .most = 0, .run = run_version,
    .summary = HJ_T("show the version"), .description = "",
};
