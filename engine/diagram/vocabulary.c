/* The vocabulary: every element and attribute there is, with what it means. The reader refuses what
 * is not here, and the manual in README.md is made of it, so neither can know what the other does
 * not. */
#include <string.h>

#include "diagram/internal.h"

#define COMMON_TITLE {"title", "text", false, "drawn above, and the caption of the table"}
#define COMMON_TABLE {"table", "true | false", false, "false: the same data stands in print beside it; the alternate text then holds it instead of a table"}
#define COMMON_COLORS {"colors", "#rrggbb …", false, "a colour for each series, at least 3:1 against white; the rest from the palette"}
#define COMMON_UNIT {"unit", "text", false, "what is counted: %, kr, saker"}

const hj_element_rule hj_diagram_elements[] = {
    {"bars", "", false, "Bars from nought: one group for each row, one bar for each series.", {
        COMMON_TITLE, COMMON_UNIT,
        {"direction", "auto | vertical | horizontal", false, "auto: vertical when the labels fit below in at most three lines"},
        {"stacked", "true | false", false, "bars of a row on top of each other; negative ones below nought"},
        {"values", "auto | show | hide", false, "numbers at the bars; auto: when they fit, and then there is no axis"},
        COMMON_COLORS, COMMON_TABLE}},
    {"line", "", false, "A line for each series over rows in order, or over time when rows have dates.", {
        COMMON_TITLE, COMMON_UNIT,
        {"zero", "true | false", false, "true: the axis holds nought even when the values are far from it"},
        {"values", "auto | show | hide", false, "numbers at the points; auto: for one series of few"},
        COMMON_COLORS, COMMON_TABLE}},
    {"series", "bars line", false, "One series; at most 8, or they cannot be told apart.", {
        {"name", "text", false, "needed when there are several"}}},
    {"row", "bars line", false, "One group of values, a d:value or d:missing for each series, in their order.", {
        {"label", "text", false, "its name; needed in bars"},
        {"date", "date", false, "line: stands at this date instead; all rows or none"}}},
    {"value", "row", true, "A number: digits, a point, a minus. No exponent, no unit, no blank.", {{0}}},
    {"missing", "row", false, "There is no value. Left open and named as missing, never taken for nought.", {{0}}},
    {"timeline", "", false, "Tasks with bars and milestones over time; today is said, never asked of a clock.", {
        COMMON_TITLE,
        {"from", "date", false, "first day shown; without it the first there is"},
        {"to", "date", false, "last day shown (a week: its Sunday)"},
        {"today", "date", false, "a line there, with its date"},
        {"tick", "auto | day | week | month | quarter | year", false, "unit of the axis"},
        {"colors", "#rrggbb #rrggbb", false, "of bars and of milestones"},
        {"points", "text", false, "what its milestones are called, when that is not milestones: milepæler og møter"},
        COMMON_TABLE}},
    {"task", "timeline", false, "One row of the timeline.", {{"label", "text", true, "its name"}}},
    {"bar", "task", false, "A stretch of time, both ends within it.", {
        {"from", "date", true, "first day"}, {"to", "date", true, "last day"},
        {"done", "true | false | per cent", false, "how much is done: 0 to 100, or all or nothing"}}},
    {"milestone", "task", false, "A point in time; a week means the middle of it.", {
        {"date", "date", true, "when"}, {"label", "text", false, "set beside it where there is room, else below"},
        {"was", "date", false, "the date it was moved from: drawn open, with an arrow"},
        {"done", "true | false", false, "reached"}}},
    {"matrix", "", false, "Risks by two scales, with where they were before.", {
        COMMON_TITLE,
        {"list", "true | false", false, "false: the names of the risks stand in print beside it"},
        {"colors", "#rrggbb", false, "of the circles"}, COMMON_TABLE}},
    {"x", "matrix", false, "The scale across; 2 to 7 levels, least first.", {{"label", "text", true, "what it measures"}}},
    {"y", "matrix", false, "The scale upwards.", {{"label", "text", true, "what it measures"}}},
    {"level", "x y", true, "The name of one level.", {{0}}},
    {"zone", "matrix", true, "Name of the level of risk from a product of the two numbers upwards.", {
        {"from", "number", true, "least product"},
        {"tone", "none | low | medium | high", true, "how it is shaded"}}},
    {"risk", "matrix", true, "One risk; the text is its name.", {
        {"nr", "text", true, "at most four characters, in its circle"},
        {"x", "number", true, "level across, from 1"}, {"y", "number", true, "level upwards, from 1"},
        {"was-x", "number", false, "level before; both or none"}, {"was-y", "number", false, "level before"}}},
    {"lights", "", false, "Traffic lights side by side, by shape and word as well as colour.", {
        COMMON_TITLE, {"colors", "#rrggbb", false, "of the rules above them"}, COMMON_TABLE}},
    {"light", "lights", true, "One light; the text is the reason, and may be empty.", {
        {"label", "text", true, "what it is about"},
        {"state", "green | yellow | red | none", true, "none: not assessed"},
        {"was", "green | yellow | red | none", false, "last time; told when it differs"}}},
    {"progress", "", false, "How much of a whole, one bar a part; more than all of it shows as more.", {
        COMMON_TITLE, COMMON_UNIT, COMMON_COLORS, COMMON_TABLE}},
    {"part", "progress", false, "One bar.", {
        {"label", "text", true, "its name"}, {"value", "number", true, "how much"},
        {"of", "number", false, "of how much; without it the value is per cent"}}},
};
const size_t hj_diagram_n_elements = HJ_COUNT(hj_diagram_elements);

static bool in_list(const char *list, const char *name)
{
    size_t n = strlen(name);
    if (!*list)
        return n == 0;
    for (const char *p = list; n && (p = strstr(p, name)); p += n)
        if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
            return true;
    return false;
}

const hj_element_rule *hj_diagram_rule(const char *name, const char *parent)
{
    for (size_t i = 0; i < hj_diagram_n_elements; i++)
        if (strcmp(hj_diagram_elements[i].name, name) == 0
            && in_list(hj_diagram_elements[i].inside, parent))
            return &hj_diagram_elements[i];
    return NULL;
}

static void cell(hj_buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            hj_buf_char(out, '\\');
        hj_buf_char(out, *text);
    }
}

void hj_diagram_vocabulary(hj_buf *out)
{
    for (size_t i = 0; i < hj_diagram_n_elements; i++) {
        const hj_element_rule *e = &hj_diagram_elements[i];
        hj_buf_printf(out, "### `d:%s`%s%s\n\n%s%s\n", e->name, *e->inside ? " in " : "", e->inside,
                      e->says, e->text ? " Holds text." : "");
        if (e->attributes[0].name)
            hj_buf_str(out, "\n| attribute | value | |\n|---|---|---|\n");
        for (const hj_attribute_rule *a = e->attributes; a->name; a++) {
            hj_buf_printf(out, "| `%s`%s | ", a->name, a->needed ? " (needed)" : "");
            cell(out, a->value);
            hj_buf_str(out, " | ");
            cell(out, a->says);
            hj_buf_str(out, " |\n");
        }
        hj_buf_char(out, '\n');
    }
}
