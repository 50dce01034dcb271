/* What a command says and writes: stdout for results, stderr for diagnostics, files whole. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* share/hjemmel beside the folder the program stands in: a build tree or an installation that was
 * moved. NULL: where it was installed. */
static const char *data_folder(hj_cli *cli)
{
    char exe[4096];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0 || (size_t)n >= sizeof exe - 1)
        return NULL;
    exe[n] = 0;
    const char *bin = hj_path_dir(cli->arena, exe);
    const char *data = hj_path_join(cli->arena, hj_path_dir(cli->arena, bin), "share/hjemmel");
    return hj_file_is_dir(data) ? data : NULL;
}

hjemmel *hj_cli_engine(hj_cli *cli)
{
    if (cli->engine)
        return cli->engine;
    hjemmel_options options = {
        .root = cli->data ? cli->data : data_folder(cli), .rules = cli->rules,
        .templates = cli->templates, .fonts = cli->fonts, .trust = cli->trust,
        .lang = cli->lang == HJ_LANG_NB ? "nb" : "en"};
    char *said = NULL;
    cli->engine = hjemmel_new(&options, &said);
    if (!cli->engine) {
        fputs(said ? said : "", stderr);
        hjemmel_text_free(said);
        cli->exit = HJ_BLAME_ENVIRONMENT;
    }
    return cli->engine;
}

/* The folder with the packs path is a part of; NULL when it is no such part. */
static const char *folder_of_part(hj_cli *cli, const char *path)
{
    const char *dir = hj_file_is_dir(path) ? path : hj_path_dir(cli->arena, path);
    while (!hj_file_exists(hj_path_join(cli->arena, dir, "pakke.lua"))) {
        if (dir == path || !strchr(dir, '/'))
            return NULL;
        dir = hj_path_dir(cli->arena, dir);
    }
    const char *around = strchr(dir, '/') ? hj_path_dir(cli->arena, dir) : NULL;
    int packs = 0;
    for (char **names = around ? hj_dir_list(cli->arena, around, cli->diags) : NULL;
         names && *names; names++)
        packs += hj_file_exists(hj_path_join(cli->arena, hj_path_join(cli->arena, around, *names),
                                             "pakke.lua"));
    return packs > 1 ? around : NULL;
}

static const char *plain(hj_cli *cli, const char *path)
{
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    return hj_arena_strndup(cli->arena, path, n);
}

bool hj_cli_part_of_rules(hj_cli *cli, const char *path)
{
    const char *part = plain(cli, path), *around = folder_of_part(cli, part);
    if (!around)
        return false;
    cli->rules = around;
    cli->part = part;
    return true;
}

hjemmel_job hj_cli_job(const hj_cli *cli)
{
    static const struct { const char *name; hjemmel_format format; } formats[] = {
        {"pdf", HJEMMEL_PDF}, {"pdf-cairo", HJEMMEL_PDF_CAIRO}, {"png", HJEMMEL_PNG},
        {"svg", HJEMMEL_SVG}, {"fo", HJEMMEL_FO}};
    hjemmel_job job = {.dokument = cli->dokument, .format = HJEMMEL_NATIVE,
                       .kommune = cli->kommune, .maalform = cli->maalform, .dato = cli->dato,
                       .profile = cli->profile, .case_file = cli->case_file, .page = cli->page,
                       .dpi = cli->dpi,
                       .json = cli->format && strcmp(cli->format, "json") == 0,
                       .csv = cli->format && strcmp(cli->format, "csv") == 0,
                       .html = cli->format && strcmp(cli->format, "html") == 0,
                       .junit = cli->format && strcmp(cli->format, "junit") == 0,
                       .coverage = cli->coverage, .mutate = cli->mutate,
                       .threshold = cli->threshold, .outcomes = cli->outcomes,
                       .json_diagnostics = cli->json,
                       .color = cli->color, .tekst = cli->tekst, .texts = cli->texts,
                       .only = cli->part,
                       .compat_fop = cli->compat != NULL};
    if (cli->grunnlag)
        job.grunnlag = *cli->grunnlag ? HJEMMEL_GROUNDS_PRINTS : HJEMMEL_GROUNDS_ALL;
    for (size_t i = 0; cli->format && i < HJ_COUNT(formats); i++)
        if (strcmp(formats[i].name, cli->format) == 0)
            job.format = formats[i].format;
    return job;
}

static void tell(hj_cli *cli, const char *diagnostics)
{
    if (!cli->json) {
        fputs(diagnostics, stderr);
        return;
    }
    /* "[\n …\n]\n": what is between the brackets goes into the run's one array. */
    const char *from = strchr(diagnostics, '['), *to = strrchr(diagnostics, ']');
    if (!from || !to || to - from < 3)
        return;
    if (cli->json_diags.len)
        hj_buf_char(&cli->json_diags, ',');
    hj_buf_add(&cli->json_diags, from + 1, (size_t)(to - from - 2));
}

void hj_cli_tell(hj_cli *cli, const hjemmel_result *result)
{
    tell(cli, result->diagnostics);
    if (result->blame > cli->exit)
        cli->exit = result->blame;
}

static void tell_own(hj_cli *cli)
{
    hj_buf text = {0};
    if (cli->json)
        hj_diags_json(cli->diags, &text);
    else
        hj_diags_text(cli->diags, &text, cli->color);
    tell(cli, text.data ? text.data : "");
    hj_buf_free(&text);
    if ((int)cli->diags->blame > cli->exit)
        cli->exit = (int)cli->diags->blame;
    cli->diags = hj_diags_new(cli->arena, cli->lang);
}

void hj_cli_flush(hj_cli *cli)
{
    tell_own(cli);
    if (cli->json) {
        fprintf(stderr, "[%s%s]\n", cli->json_diags.len ? cli->json_diags.data : "",
                cli->json_diags.len ? "\n" : "");
        hj_buf_clear(&cli->json_diags);
    }
}

bool hj_cli_write(hj_cli *cli, const char *path, const char *bytes, size_t n)
{
    bool ok = hj_file_write(path, bytes, n, cli->diags);
    if (!ok)
        tell_own(cli);
    return ok;
}

void hj_cli_print(hj_cli *cli, const char *bytes, size_t n)
{
    hj_cli_write(cli, cli->output ? cli->output : "-", bytes, n);
}
