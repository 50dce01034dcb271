/* Help, the manual page and shell completion, all read out of the two tables. */
#include <string.h>

#include "cli/cli.h"

enum { MARGIN = 80 };

static size_t width(const char *s, size_t n)
{
    return hj_utf8_count(s, n);
}

/* text folded at MARGIN, every line after the first indented; column: where the cursor is. */
static void fold(hj_buf *out, const char *text, size_t indent, size_t column)
{
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, " "), w = width(p, n);
        if (column > indent && column + 1 + w > MARGIN) {
            hj_buf_printf(out, "\n%*s", (int)indent, "");
            column = indent;
        } else if (p != text) {
            hj_buf_char(out, ' ');
            column++;
        }
        hj_buf_add(out, p, n);
        column += w;
        p += n + strspn(p + n, " ");
    }
    hj_buf_char(out, '\n');
}

static const struct { int code; const char *says; } exits[] = {
    {0, HJ_T("all is well")},
    {1, HJ_T("the case, the rules or the template is at fault")},
    {2, HJ_T("the command line is at fault")},
    {3, HJ_T("the machine is at fault: disk, permission, missing files")},
    {70, HJ_T("hjemmel is at fault; please report it")},
};

static const char about[] = HJ_T(
    "hjemmel reads a case, asks the rules what follows and why, and makes the letter: a PDF that "
    "can be archived, read aloud, explained down to the fact and the paragraph, and made again "
    "byte for byte.");

void hj_help_overview(hj_lang lang, hj_buf *out)
{
    fold(out, hj_tr(lang, about), 0, 0);
    hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("Commands:")));
    const hj_command *c;
    for (size_t i = 0; (c = hj_command_at(i)); i++)
        hj_buf_printf(out, "  %-9s %s\n", c->name, hj_tr(lang, c->summary));
    hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("Exit status:")));
    for (size_t i = 0; i < HJ_COUNT(exits); i++)
        hj_buf_printf(out, "  %-3d %s\n", exits[i].code, hj_tr(lang, exits[i].says));
    hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("More: hjemmel help COMMAND")));
}

/* The choices are words of the program; what stands for a value is words of the reader. */
static const char *metavar(const hj_option *o, hj_lang lang)
{
    bool choices = o->type == HJ_OPTION_CHOICE || o->type == HJ_OPTION_MAYBE;
    return !o->metavar ? "" : choices ? o->metavar : hj_tr(lang, o->metavar);
}

/* What stands between the name and the value. */
static const char *before_value(const hj_option *o)
{
    return !o->metavar ? "" : o->type == HJ_OPTION_MAYBE ? "[=" : " ";
}

static const char *spelled(const hj_option *o, hj_lang lang, hj_buf *into)
{
    hj_buf_clear(into);
    if (o->letter)
        hj_buf_printf(into, "-%c, ", o->letter);
    hj_buf_printf(into, "--%s%s%s%s", o->name, before_value(o), metavar(o, lang),
                  o->type == HJ_OPTION_MAYBE ? "]" : "");
    return into->data;
}

void hj_help_command(const hj_command *command, hj_lang lang, hj_buf *out)
{
    enum { INDENT = 8 };
    hj_buf words = {0};
    hj_buf_printf(out, "hjemmel %s %s\n\n", command->name,
                  *command->arguments ? hj_tr(lang, command->arguments) : "");
    if (*command->description)
        fold(out, hj_tr(lang, command->description), 0, 0);
    hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("Options:")));
    for (const hj_option *o = hj_options; o->name; o++)
        if (hj_option_belongs(o, command)) {
            hj_buf_printf(out, "  %s\n%*s", spelled(o, lang, &words), INDENT, "");
            fold(out, hj_tr(lang, o->help), INDENT, INDENT);
        }
    if (command->examples)
        hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("Examples:")));
    for (const hj_example *e = command->examples; e && e->line; e++) {
        hj_buf_printf(out, "  %s\n%*s", e->line, INDENT, "");
        fold(out, hj_tr(lang, e->says), INDENT, INDENT);
    }
    hj_buf_free(&words);
}

/* ---- the manual page ---- */

/* troff: a backslash and a leading point or quote would be commands, a hyphen a typographic one. */
static void troff(hj_buf *out, const char *s)
{
    if (*s == '.' || *s == '\'')
        hj_buf_str(out, "\\&");
    for (; *s; s++) {
        if (*s == '\\')
            hj_buf_str(out, "\\e");
        else if (*s == '-')
            hj_buf_str(out, "\\-");
        else
            hj_buf_char(out, *s);
    }
}

static void man_option(const hj_option *o, hj_lang lang, hj_buf *out)
{
    hj_buf_str(out, ".TP\n.B ");
    if (o->letter)
        hj_buf_printf(out, "\\-%c, ", o->letter);
    hj_buf_printf(out, "\\-\\-%s", o->name);
    if (o->metavar) {
        hj_buf_printf(out, "%s\\fI", before_value(o));
        troff(out, metavar(o, lang));
        hj_buf_printf(out, "\\fR%s", o->type == HJ_OPTION_MAYBE ? "]" : "");
    }
    hj_buf_char(out, '\n');
    troff(out, hj_tr(lang, o->help));
    hj_buf_char(out, '\n');
}

static void man_heading(hj_buf *out, hj_lang lang, const char *text)
{
    hj_buf_printf(out, ".SH \"%s\"\n", hj_tr(lang, text));
}

void hj_help_man(hj_lang lang, hj_buf *out)
{
    const hj_command *c;
    hj_buf_printf(out, ".TH HJEMMEL 1 \"\" \"hjemmel %s\"\n", hjemmel_version());
    man_heading(out, lang, HJ_T("NAME"));
    hj_buf_printf(out, "hjemmel \\- %s\n",
                  hj_tr(lang, HJ_T("from a case to a letter that can be sent")));
    man_heading(out, lang, HJ_T("SYNOPSIS"));
    for (size_t i = 0; (c = hj_command_at(i)); i++) {
        hj_buf_printf(out, "%s.B hjemmel %s\n", i ? ".br\n" : "", c->name);
        troff(out, *c->arguments ? hj_tr(lang, c->arguments) : "");
        hj_buf_char(out, '\n');
    }
    man_heading(out, lang, HJ_T("DESCRIPTION"));
    troff(out, hj_tr(lang, about));
    hj_buf_char(out, '\n');
    man_heading(out, lang, HJ_T("COMMANDS"));
    for (size_t i = 0; (c = hj_command_at(i)); i++) {
        hj_buf_printf(out, ".SS \"hjemmel %s\"\n", c->name);
        troff(out, hj_tr(lang, *c->description ? c->description : c->summary));
        hj_buf_char(out, '\n');
        for (const hj_option *o = hj_options; o->name; o++)
            if (o->commands && hj_option_belongs(o, c))
                man_option(o, lang, out);
        for (const hj_example *e = c->examples; e && e->line; e++) {
            hj_buf_str(out, ".PP\n");
            troff(out, hj_tr(lang, e->says));
            hj_buf_str(out, "\n.PP\n.RS\n.nf\n");
            troff(out, e->line);
            hj_buf_str(out, "\n.fi\n.RE\n");
        }
    }
    man_heading(out, lang, HJ_T("OPTIONS OF EVERY COMMAND"));
    for (const hj_option *o = hj_options; o->name; o++)
        if (!o->commands)
            man_option(o, lang, out);
    man_heading(out, lang, HJ_T("EXIT STATUS"));
    for (size_t i = 0; i < HJ_COUNT(exits); i++) {
        hj_buf_printf(out, ".TP\n.B %d\n", exits[i].code);
        troff(out, hj_tr(lang, exits[i].says));
        hj_buf_char(out, '\n');
    }
    man_heading(out, lang, HJ_T("ENVIRONMENT"));
    hj_buf_str(out, ".TP\n.B LANGUAGE, LC_ALL, LC_MESSAGES, LANG\n");
    troff(out, hj_tr(lang, HJ_T("Their text chooses the language: nb, nn and no give bokmål, all "
                                "else English. No system locale is needed or used.")));
    hj_buf_str(out, "\n.TP\n.B NO_COLOR\n");
    troff(out, hj_tr(lang, HJ_T("When set, diagnostics on a terminal have no colour.")));
    hj_buf_char(out, '\n');
}

/* ---- completion for bash ---- */

void hj_help_completion(hj_buf *out)
{
    const hj_command *c;
    hj_buf_str(out, "# bash completion for hjemmel, written by `hjemmel help --completion`\n"
                    "_hjemmel() {\n"
                    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
                    "    local command=${COMP_WORDS[1]} options=\n"
                    "    COMPREPLY=()\n"
                    "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                    "        COMPREPLY=($(compgen -W \"");
    for (size_t i = 0; (c = hj_command_at(i)); i++)
        hj_buf_printf(out, "%s%s", i ? " " : "", c->name);
    hj_buf_str(out, "\" -- \"$word\"))\n        return\n    fi\n    case $command,$before in\n");
    for (size_t i = 0; (c = hj_command_at(i)); i++)
        for (const hj_option *o = hj_options; o->name; o++)
            if (o->type == HJ_OPTION_CHOICE && hj_option_belongs(o, c)) {
                hj_buf_printf(out, "    %s,--%s", c->name, o->name);
                if (o->letter)
                    hj_buf_printf(out, "|%s,-%c", c->name, o->letter);
                hj_buf_str(out, ") COMPREPLY=($(compgen -W \"");
                for (const char *p = o->metavar; *p; p++)
                    hj_buf_char(out, *p == '|' ? ' ' : *p);
                hj_buf_str(out, "\" -- \"$word\")); return ;;\n");
            }
    hj_buf_str(out, "    esac\n    case $command in\n");
    for (size_t i = 0; (c = hj_command_at(i)); i++) {
        hj_buf_printf(out, "    %s) options=\"", c->name);
        for (const hj_option *o = hj_options; o->name; o++)
            if (hj_option_belongs(o, c))
                hj_buf_printf(out, "--%s ", o->name);
        hj_buf_str(out, "\" ;;\n");
    }
    hj_buf_str(out, "    esac\n"
                    "    case $word in\n"
                    "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                    "    *) compopt -o default 2>/dev/null ;;\n"
                    "    esac\n"
                    "}\n"
                    "complete -F _hjemmel hjemmel\n");
}
