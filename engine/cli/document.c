/* Writing documents where -o says. What cannot be made is told, and the rest is made. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct hj_written {
    const char *path, *input;
    struct hj_written *next;
} hj_written;

static bool to_stdout(const hj_cli *cli)
{
    return !cli->output || strcmp(cli->output, "-") == 0;
}

static bool to_folder(const hj_cli *cli)
{
    return !to_stdout(cli) && (cli->n_files > 1 || hj_file_is_dir(cli->output)
                               || cli->output[strlen(cli->output) - 1] == '/');
}

/* Is there somewhere to write, before anything is made? A new folder is made, one level. */
static bool open_output(hj_cli *cli)
{
    if (to_stdout(cli) && cli->n_files > 1) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-012", HJ_NOWHERE,
                       "several documents need a folder to be written to: -o FOLDER");
        return false;
    }
    if (!cli->output && isatty(STDOUT_FILENO)) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-011", HJ_NOWHERE,
                       "a document would be written to the terminal");
        hj_hint(cli->diags, "say where with -o FILE or -o FOLDER; -o - if the terminal is meant");
        return false;
    }
    if (!to_folder(cli) || hj_file_is_dir(cli->output))
        return true;
    if (hj_file_exists(cli->output)) {
        hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-014", HJ_FILE(cli->output),
                       "several documents need a folder, this is a file");
        return false;
    }
    if (mkdir(cli->output, 0777) != 0) {
        hj_error_blame(cli->diags, HJ_BLAME_ENVIRONMENT, "HJ-CLI-013", HJ_FILE(cli->output),
                       "the folder cannot be made");
        hj_hint(cli->diags, "the folder it belongs in must exist and be writable");
        return false;
    }
    return true;
}

/* page 0: the whole document. A page of several gets its number: -1, or -01 when there are tens. */
static const char *output_path(hj_cli *cli, const char *input, const hjemmel_result *r, int page)
{
    char number[16] = "";
    int digits = r->pages >= 1000 ? 4 : r->pages >= 100 ? 3 : r->pages >= 10 ? 2 : 1;
    if (page)
        snprintf(number, sizeof number, "-%0*d", digits, page);
    if (to_folder(cli)) {
        const char *name = r->name;
        if (!name) { /* an FO file has no case to be named after */
            char *stem = hj_arena_strdup(cli->arena, hj_path_base(input));
            char *dot = strrchr(stem, '.');
            if (dot && dot != stem)
                *dot = 0;
            name = strcmp(stem, "-") == 0 ? "stdin" : stem;
        }
        return hj_path_join(cli->arena, cli->output,
                            hj_arena_printf(cli->arena, "%s%s.%s", name, number, r->ending));
    }
    if (to_stdout(cli) || !page)
        return cli->output ? cli->output : "-";
    const char *base = hj_path_base(cli->output), *dot = strrchr(base, '.');
    if (!dot || dot == base)
        dot = base + strlen(base);
    return hj_arena_printf(cli->arena, "%.*s%s%s", (int)(dot - cli->output), cli->output, number,
                           dot);
}

/* Two inputs with one name would leave only the last; the second is refused. */
static bool is_taken(hj_cli *cli, const char *path, const char *input)
{
    for (hj_written *w = cli->written; w; w = w->next)
        if (strcmp(w->path, path) == 0) {
            hj_error(cli->diags, "HJ-CLI-015", HJ_FILE(input),
                     "its document would be called %s, as that of %s", path, w->input);
            hj_hint(cli->diags, "write them to different folders");
            return true;
        }
    hj_written *w = HJ_NEW(cli->arena, hj_written);
    *w = (hj_written){.path = path, .input = input, .next = cli->written};
    cli->written = w;
    return false;
}

static bool write_one(hj_cli *cli, const char *input, const hjemmel_result *r, int page)
{
    const char *path = output_path(cli, input, r, page);
    if (strcmp(path, "-") != 0 && is_taken(cli, path, input))
        return false;
    if (!hj_cli_write(cli, path, r->bytes, r->len))
        return false;
    if (to_folder(cli)) { /* the name is ours, so it is told */
        fputs(path, stdout);
        putchar('\n');
    }
    return true;
}

static bool is_picture(const hjemmel_result *r)
{
    return strcmp(r->ending, "png") == 0 || strcmp(r->ending, "svg") == 0;
}

static void make_one(hj_cli *cli, hj_maker make, const char *input)
{
    hjemmel_job job = hj_cli_job(cli);
    hjemmel_result *r = make(cli, input, &job);
    hj_cli_tell(cli, r);
    int pages = r->bytes && is_picture(r) && !job.page ? r->pages : 1;
    if (pages > 1 && to_stdout(cli)) {
        hj_warning(cli->diags, "HJ-CLI-016", HJ_FILE(input),
                   "only page 1 of %d is written; choose with --page, or give -o", pages);
        pages = 1;
    }
    bool ok = r->bytes && write_one(cli, input, r, pages > 1 ? 1 : 0);
    hjemmel_result_free(r);
    for (job.page = 2; ok && job.page <= pages; job.page++) {
        r = make(cli, input, &job);
        ok = r->bytes && write_one(cli, input, r, job.page);
        hjemmel_result_free(r);
    }
}

void hj_cli_make_documents(hj_cli *cli, hj_maker make)
{
    if (!open_output(cli) || !hj_cli_engine(cli))
        return;
    for (size_t i = 0; i < cli->n_files; i++)
        make_one(cli, make, cli->files[i]);
}
