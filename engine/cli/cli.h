/* cli/: the program hjemmel. Thin: it reads the command line, calls libhjemmel, writes files.
 *
 * Leans on hjemmel.h and base/ only. The hard idea: one table of options (options.c) and one of
 * commands (main.c) are the only places where they are named; parsing, --help, the man page and
 * shell completion are read out of them. */
#ifndef HJ_CLI_H
#define HJ_CLI_H

#include "base/base.h"
#include "hjemmel.h"

/* What the command line said, and what the run has said back so far. */
typedef struct hj_cli {
    /* options; NULL, false or 0 when not given */
    const char *cases; /* folders parted by : */
    const char *dokument, *format, *maalform, *dato, *kommune, *output, *stage, *compat, *profile;
    const char *tekst;
    const char *case_file, *grunnlag, *key, *new_key, *trust;
    const char *in; /* new: the folder to write in */
    bool force; /* editor */
    bool check, to_stdout; /* format */
    const char *lang_option, *diagnostics, *rules, *templates, *fonts, *data;
    int page, dpi, threshold, outcomes;
    const char *old, *new; /* diff: BEFORE and AFTER by name */
    bool texts; /* diff */
    bool watch, coverage, mutate, strict, help, man, completion;
    const char *part; /* of the rules: what the command is about; NULL: all of them */
    const char **files; /* arguments that are no options; NULL-terminated */
    size_t n_files;

    const struct hj_command *command;
    hj_arena *arena;
    hj_lang lang;
    hj_diags *diags; /* the program's own: usage, writing */
    hjemmel *engine;
    bool json, color;
    struct hj_written *written; /* the documents made so far, newest first */
    hj_buf json_diags; /* all results' diagnostics, one array at the end */
    int exit; /* greatest blame so far */
} hj_cli;

typedef struct hj_example {
    const char *line, *says;
} hj_example;

typedef struct hj_command {
    const char *name, *arguments, *summary, *description;
    size_t least, most; /* arguments; most 0: no limit */
    int (*run)(hj_cli *cli);
    const hj_example *examples; /* ended by one without a line */
} hj_command;

extern const hj_command hj_cmd_render, hj_cmd_check, hj_cmd_explain, hj_cmd_test, hj_cmd_status,
    hj_cmd_new, hj_cmd_editor, hj_cmd_weave, hj_cmd_format,
    hj_cmd_fo, hj_cmd_console, hj_cmd_watch, hj_cmd_diff, hj_cmd_verify, hj_cmd_sign,
    hj_cmd_dump, hj_cmd_help, hj_cmd_version;

const hj_command *hj_command_at(size_t i); /* NULL past the end */
const hj_command *hj_command_find(const char *name);

/* ---- options.c ---- */
typedef enum { HJ_OPTION_FLAG, HJ_OPTION_TEXT, HJ_OPTION_LIST, HJ_OPTION_CHOICE, HJ_OPTION_NUMBER,
               HJ_OPTION_MAYBE } /* alone, or with =value, one of the choices */
    hj_option_type;

typedef struct hj_option {
    const char *name; /* without the hyphens */
    char letter; /* 0 when none */
    hj_option_type type;
    size_t offset; /* of its field in hj_cli */
    const char *metavar; /* CHOICE: the choices, parted by | */
    const char *commands; /* names parted by blanks; NULL: every command */
    const char *help;
} hj_option;

extern const hj_option hj_options[]; /* ended by one without a name */
bool hj_option_belongs(const hj_option *option, const hj_command *command);
/* Reads argv[0 … n-1] after the command's name. False with diagnostics of blame USAGE. */
bool hj_options_parse(hj_cli *cli, char **argv, int n);

/* ---- help.c ---- */
void hj_help_overview(hj_lang lang, hj_buf *out);
void hj_help_command(const hj_command *command, hj_lang lang, hj_buf *out);
void hj_help_man(hj_lang lang, hj_buf *out);
void hj_help_completion(hj_buf *out);

/* ---- output.c ---- */
/* The engine, made at first need with the options given. NULL when its data is missing (told). */
hjemmel *hj_cli_engine(hj_cli *cli);
/* A pack among others (rules/felles), or a file of one, needs those beside it: they become the
 * rules, and path the part asked about. False: path is no such part. Before hj_cli_engine. */
bool hj_cli_part_of_rules(hj_cli *cli, const char *path);
/* What the options say about the job; a format the command takes or HJEMMEL_NATIVE. */
hjemmel_job hj_cli_job(const hj_cli *cli);
/* Shows the result's diagnostics and takes its blame into the exit code. */
void hj_cli_tell(hj_cli *cli, const hjemmel_result *result);
/* Shows what the program itself has to say, and empties it. */
void hj_cli_flush(hj_cli *cli);
/* Text for a person or a pipe to stdout, or to -o FILE. */
void hj_cli_print(hj_cli *cli, const char *bytes, size_t n);
/* To path, whole or not at all, or to stdout when path is "-". False when it could not (told). */
bool hj_cli_write(hj_cli *cli, const char *path, const char *bytes, size_t n);

/* ---- document.c ---- */
typedef hjemmel_result *(*hj_maker)(hj_cli *cli, const char *path, const hjemmel_job *job);
/* Makes a document of every file on the command line and writes each where -o says: one to a file
 * or stdout, several into a folder; one file a page for png and svg. One that cannot be made never
 * stops the others. */
void hj_cli_make_documents(hj_cli *cli, hj_maker make);

#endif
