/* hjemmel sign */
#include <string.h>
#include <sys/random.h>

#include "cli/cli.h"

static void take(hj_cli *cli, hjemmel_result *r)
{
    hj_cli_tell(cli, r);
    if (r->bytes)
        hj_cli_print(cli, r->bytes, r->len);
    hjemmel_result_free(r);
}

static bool asked_well(hj_cli *cli)
{
    if (cli->new_key ? !cli->key && !cli->n_files : cli->key && cli->n_files)
        return true;
    hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-020", HJ_NOWHERE,
                   "sign takes packs and --key FILE, or --new-key FILE alone");
    hj_hint(cli->diags, "see: hjemmel help %s", cli->command->name);
    return false;
}

/* The one place where the program asks for chance: no document depends on it. */
static void make_key(hj_cli *cli, const hjemmel_job *job)
{
    unsigned char seed[32];
    if (getrandom(seed, sizeof seed, 0) != sizeof seed) {
        hj_error_blame(cli->diags, HJ_BLAME_ENVIRONMENT, "HJ-CLI-021", HJ_NOWHERE,
                       "the system gives no random numbers to make a key of");
        return;
    }
    take(cli, hjemmel_new_key(cli->engine, cli->new_key, seed, job));
    explicit_bzero(seed, sizeof seed);
}

static int run(hj_cli *cli)
{
    if (!asked_well(cli) || !hj_cli_engine(cli))
        return 0;
    hjemmel_job job = hj_cli_job(cli);
    if (cli->new_key)
        make_key(cli, &job);
    for (size_t i = 0; i < cli->n_files; i++)
        take(cli, hjemmel_sign(cli->engine, cli->files[i], cli->key, &job));
    return 0;
}

static const hj_example examples[] = {
    {"hjemmel sign --new-key kommunen", HJ_T("A new key: kommunen is secret, kommunen.pub is for "
                                             "those who are to trust it.")},
    {"hjemmel sign rules/*/ --key kommunen", HJ_T("Sign every pack.")},
    {"hjemmel render --rules rules --trust kommunen.pub sak.xml -o brev.pdf",
     HJ_T("Use the packs only when they are as they were signed.")},
    {0},
};

const hj_command hj_cmd_sign = {
    .name = "sign", .arguments = HJ_T("--key FILE PACK… | --new-key FILE"), .run = run,
    .examples = examples,
    .summary = HJ_T("sign rule packs, or make a key to sign with"),
    .description = HJ_T(
        "Writes pakke.sig beside pakke.lua: the sum of every Lua file, and a signature (Ed25519). "
        "Where trusted keys are given, with --trust or in the folder trust of the data folder, a "
        "pack that is unsigned, signed by another, or changed since is never used, and the file "
        "that was changed is named. Signing the same files again gives the same signature."),
};
