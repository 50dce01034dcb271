/* hjemmel: which command, in which language. */
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/cli.h"

static const hj_command *const commands[] = {
    &hj_cmd_render, &hj_cmd_check, &hj_cmd_explain, &hj_cmd_test, &hj_cmd_console, &hj_cmd_watch,
    &hj_cmd_status, &hj_cmd_diff, &hj_cmd_verify, &hj_cmd_sign,
    &hj_cmd_new, &hj_cmd_editor, &hj_cmd_weave, &hj_cmd_format,
    &hj_cmd_fo, &hj_cmd_dump, &hj_cmd_help, &hj_cmd_version,
};

const hj_command *hj_command_at(size_t i)
{
    return i < HJ_COUNT(commands) ? commands[i] : NULL;
}

const hj_command *hj_command_find(const char *name)
{
    for (size_t i = 0; i < HJ_COUNT(commands); i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/* nb, nn and no in any spelling (nb_NO.UTF-8) mean bokmål, en, C and POSIX English; 0: another. */
static int known_language(const char *s, size_t n)
{
    static const struct { const char *code; int lang; } table[] = {
        {"nb", 2}, {"nn", 2}, {"no", 2}, {"en", 1}, {"C", 1}, {"POSIX", 1}};
    for (size_t i = 0; i < HJ_COUNT(table); i++) {
        size_t m = strlen(table[i].code);
        if (n >= m && strncmp(s, table[i].code, m) == 0
            && (n == m || strchr("_.@", s[m])))
            return table[i].lang;
    }
    return 0;
}

/* --lang, else the text of the variables: setlocale would depend on the machine's locales. */
static hj_lang choose_language(int argc, char **argv)
{
    for (int i = 1; i < argc && argv[i]; i++) {
        const char *value = NULL;
        if (strncmp(argv[i], "--lang=", 7) == 0)
            value = argv[i] + 7;
        else if ((strcmp(argv[i], "--lang") == 0 || strcmp(argv[i], "-l") == 0) && i + 1 < argc)
            value = argv[i + 1];
        else if (strncmp(argv[i], "-l", 2) == 0)
            value = argv[i] + 2;
        if (value)
            return strcmp(value, "nb") == 0 ? HJ_LANG_NB : HJ_LANG_EN;
    }
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < HJ_COUNT(variables); i++) {
        const char *value = getenv(variables[i]);
        if (!value || !*value)
            continue;
        for (const char *p = value; *p;) { /* LANGUAGE is a list: the first we have */
            size_t n = strcspn(p, ":");
            int lang = known_language(p, n);
            if (lang)
                return lang == 2 ? HJ_LANG_NB : HJ_LANG_EN;
            p += n + (p[n] == ':');
        }
        if (i > 0)
            break; /* a language we do not have; LANGUAGE alone is only a wish list */
    }
    return HJ_LANG_EN;
}

static bool wants_color(void)
{
    const char *term = getenv("TERM"), *no_color = getenv("NO_COLOR");
    return isatty(STDERR_FILENO) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

static int no_such_command(hj_cli *cli, const char *name)
{
    const char *names[HJ_COUNT(commands)];
    for (size_t i = 0; i < HJ_COUNT(commands); i++)
        names[i] = commands[i]->name;
    const char *near = hj_nearest(name, names, HJ_COUNT(commands));
    hj_error_blame(cli->diags, HJ_BLAME_USAGE, "HJ-CLI-010", HJ_NOWHERE,
                   "there is no command \"%s\"", name);
    if (near)
        hj_hint(cli->diags, "did you mean %s?", near);
    else
        hj_hint(cli->diags, "see: hjemmel help");
    hj_cli_flush(cli);
    return cli->exit;
}

/* The command is the first word that is no option: options of every command may stand before it.
 * Moves it to argv[1] and what stood before behind it; NULL when there is none. */
static const char *take_command(int argc, char **argv)
{
    int at = 1;
    while (at < argc && argv[at][0] == '-' && !strchr("hV", argv[at][1])
           && strcmp(argv[at], "--help") != 0 && strcmp(argv[at], "--version") != 0) {
        const hj_option *o = hj_options;
        while (o->name && (o->commands || !(argv[at][1] == '-' ? strcmp(argv[at] + 2, o->name) == 0
                                                 : o->letter && argv[at][1] == o->letter
                                                       && !argv[at][2])))
            o++;
        at += o->name && o->type != HJ_OPTION_FLAG ? 2 : 1;
    }
    if (at >= argc)
        return NULL;
    char *command = argv[at];
    memmove(argv + 2, argv + 1, (size_t)(at - 1) * sizeof *argv);
    return argv[1] = command;
}

static int run(hj_cli *cli, int argc, char **argv)
{
    hj_buf help = {0};
    const char *name = take_command(argc, argv);
    if (!name) {
        hj_help_overview(cli->lang, &help);
        fputs(help.data, stderr);
        hj_buf_free(&help);
        return HJ_BLAME_USAGE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = "help";
    else if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0)
        name = "version";
    cli->command = hj_command_find(name);
    if (!cli->command)
        return no_such_command(cli, name);
    bool ok = hj_options_parse(cli, argv + 2, argc - 2);
    cli->json = cli->diagnostics && strcmp(cli->diagnostics, "json") == 0;
    if (ok && cli->help) {
        hj_help_command(cli->command, cli->lang, &help);
        cli->output = NULL;
        hj_cli_print(cli, help.data, help.len);
        hj_buf_free(&help);
    } else if (ok) {
        int blame = cli->command->run(cli);
        cli->exit = blame > cli->exit ? blame : cli->exit;
    }
    hj_cli_flush(cli);
    return cli->exit;
}

/* One heap in huge pages. A cold letter touches five megabytes; taken a page at a time that is a
 * tenth of its processor time, and a batch that trims and grows its heap pays it for every letter.
 * Only the program does this: a library must leave its host's allocator alone. */
static void prepare_heap(void)
{
    const size_t heap = 6 << 20, huge_page = 2 << 20;
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    uintptr_t start = ((uintptr_t)sbrk(0) + huge_page - 1) & ~(uintptr_t)(huge_page - 1);
    void *volatile room = malloc(heap + huge_page); /* the heap grows past them, and stays */
    free(room);
    madvise((void *)start, heap, MADV_HUGEPAGE);
}

int main(int argc, char **argv)
{
    prepare_heap();
    hj_arena *arena = hj_arena_new();
    hj_cli cli = {.arena = arena, .lang = choose_language(argc, argv), .color = wants_color()};
    cli.diags = hj_diags_new(arena, cli.lang);
    int status = run(&cli, argc, argv);
    /* The process ends: the system takes the memory back faster than it can be given piece by
     * piece. Only a leak checker wants to see every piece. */
#ifdef __SANITIZE_ADDRESS__
    hjemmel_free(cli.engine);
    hj_buf_free(&cli.json_diags);
    hj_arena_free(arena);
    return status;
#else
    fflush(NULL);
    _exit(status); /* nor need thirty libraries tidy up behind themselves */
#endif
}
