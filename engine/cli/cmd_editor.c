/* hjemmel editor */
#include "cli/cli.h"

static int run(hj_cli *cli)
{
    if (!hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = hjemmel_editor(cli->engine, cli->n_files ? cli->files[0] : NULL, cli->force,
                                       &job);
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel editor -r rules .",
     HJ_T("Completion and types for the packs in rules/, in the folder an editor is opened in.")},
    {0},
};

const hj_command hj_cmd_editor = {
    .name = "editor", .arguments = HJ_T("[OPTIONS] [FOLDER]"), .most = 1, .run = run,
    .examples = examples,
    .summary = HJ_T("write what gives editors completion and squiggles"),
    .description = HJ_T(
        "Writes .luarc.json and .hjemmel/hjemmel.lua for the Lua language server (the words of the "
        "rule language, the keys of each table, and the names of facts, rules and law in the "
        "packs), .luacheckrc for luacheck, and .hjemmel/katalog.xml, an XML catalog of the schemas "
        "of cases and kommune files. Run it again when the packs change; it writes over its own "
        "files only."),
};
