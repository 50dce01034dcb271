/* The table status shows people, and the one for spreadsheets. Text is set in columns that together
 * take no more than a terminal gives; a cell that is longer goes on below itself. A column nobody
 * has anything in is left out. */
#include <stdlib.h>
#include <string.h>

#include "status.h"

enum { LINE = 100, GAP = 2, NARROWEST = 8 };
enum { CASE, ABOUT, STANDS, TO_ACT, DEADLINES, COLUMNS };

typedef struct line {
    const char *cell[COLUMNS];
} line;

static int rank(const hj_status_thing *t)
{
    bool open = t->processes > t->ended || *t->to_act;
    return !t->label ? 0 : t->passed ? 1 : t->duty ? 2 : open ? 3 : t->other ? 4 : 5;
}

int hj_status_urgency(const hj_status_thing *a, const hj_status_thing *b)
{
    int x = rank(a), y = rank(b);
    if (x != y)
        return x < y ? -1 : 1;
    const char *day = x <= 2 ? a->duty : a->other, *other = x <= 2 ? b->duty : b->other;
    int d = strcmp(day ? day : "~", other ? other : "~");
    return d ? d : a->order < b->order ? -1 : a->order > b->order;
}

static int by_urgency(const void *a, const void *b)
{
    return hj_status_urgency(*(hj_status_thing *const *)a, *(hj_status_thing *const *)b);
}

static int by_thing(const void *a, const void *b)
{
    const hj_status_row *x = *(hj_status_row *const *)a, *y = *(hj_status_row *const *)b;
    int d = hj_status_urgency(x->thing, y->thing);
    return d ? d : x->order < y->order ? -1 : 1;
}

/* ---- text ---- */

/* Columns on a terminal: code points, combining marks not counted. */
static size_t width(const char *s, size_t n)
{
    size_t columns = 0;
    for (const char *end = s + n; s < end;) {
        uint32_t c = hj_utf8_next(&s, end);
        columns += !(c >= 0x300 && c <= 0x36f);
    }
    return columns;
}

static size_t widest_line(const char *cell)
{
    size_t most = 0;
    while (*cell) {
        size_t n = strcspn(cell, "\n"), w = width(cell, n);
        most = w > most ? w : most;
        cell += n + (cell[n] == '\n');
    }
    return most;
}

/* Bytes of cell that go on one line of so many columns, and (next) where the one after begins:
 * whole words when one fits, a name after its / or -, else as much as there is room for. */
static size_t fits(const char *cell, size_t columns, const char **next)
{
    size_t whole = strcspn(cell, "\n"), good = 0, all = 0;
    bool name = !memchr(cell, ' ', whole); /* else a - may be within a date */
    const char *end = cell + whole;
    if (width(cell, whole) <= columns) {
        *next = end + (*end == '\n');
        return whole;
    }
    for (const char *p = cell; p < end;) {
        const char *was = p;
        hj_utf8_next(&p, end);
        if (width(cell, (size_t)(p - cell)) > columns) {
            good = *was == ' ' ? (size_t)(was - cell) : good;
            break;
        }
        all = (size_t)(p - cell);
        good = *was == ' ' ? (size_t)(was - cell) : strchr("/-", *was) && name ? all : good;
    }
    size_t n = good ? good : all ? all : whole;
    *next = cell + n + (cell[n] == ' ');
    return n;
}

static void print_line(const line *l, const size_t *widths, hj_buf *out)
{
    const char *rest[COLUMNS];
    memcpy(rest, l->cell, sizeof rest);
    for (bool more = true; more;) {
        size_t pad = 0;
        more = false;
        for (size_t c = 0; c < COLUMNS; c++) {
            if (!widths[c])
                continue;
            const char *next = rest[c];
            size_t n = *rest[c] ? fits(rest[c], widths[c], &next) : 0;
            for (; n && pad; pad--)
                hj_buf_char(out, ' ');
            hj_buf_add(out, rest[c], n);
            pad += widths[c] + GAP - width(rest[c], n);
            rest[c] = next;
            more = more || *next;
        }
        hj_buf_char(out, '\n');
    }
}

static size_t longest_word(const char *cell)
{
    size_t most = 0;
    while (*cell) {
        size_t here = strcspn(cell, "\n");
        size_t n = strcspn(cell, memchr(cell, ' ', here) ? " /\n" : "/-\n");
        size_t w = width(cell, n) + (cell[n] == '/' || cell[n] == '-');
        most = w > most ? w : most;
        cell += n + (cell[n] != 0);
    }
    return most;
}

/* Each as wide as its widest line; the widest give way until all have room, but no word is cut
 * while another has blanks to break at. */
static void set_widths(const line *lines, int n, size_t *widths)
{
    size_t least[COLUMNS] = {0};
    memset(widths, 0, COLUMNS * sizeof *widths);
    for (int i = n; i--;)
        for (size_t c = 0; c < COLUMNS; c++) {
            if (i == 0 && !widths[c])
                continue; /* nobody has anything in it */
            size_t w = widest_line(lines[i].cell[c]), word = longest_word(lines[i].cell[c]);
            widths[c] = w > widths[c] ? w : widths[c];
            least[c] = word > least[c] ? word : least[c];
        }
    for (bool cut = false;;) {
        size_t total = 0, shown = 0, widest = COLUMNS;
        for (size_t c = 0; c < COLUMNS; c++) {
            total += widths[c];
            shown += widths[c] > 0;
            if (widths[c] > (cut ? NARROWEST : least[c])
                && (widest == COLUMNS || widths[c] > widths[widest]))
                widest = c;
        }
        if (!shown || total + GAP * (shown - 1) <= LINE || (cut && widest == COLUMNS))
            return;
        if (widest == COLUMNS)
            cut = true;
        else
            widths[widest]--;
    }
}

/* Bytes that the folders of all the files have in common. */
static size_t common_folder(hj_status_thing **things, int n)
{
    size_t same = 0, folder = 0;
    for (const char *first = things[0]->file; first[same]; same++) {
        for (int i = 1; i < n; i++)
            if (things[i]->file[same] != first[same])
                return folder;
        folder = first[same] == '/' ? same + 1 : folder;
    }
    return folder;
}

/* The case's number; and its file when another file has the same number. */
static const char *case_cell(hj_status_thing **things, int n, int at, size_t folder,
                             hj_arena *arena)
{
    const hj_status_thing *t = things[at];
    if (!t->label)
        return t->file;
    for (int i = 0; i < n; i++)
        if (things[i]->label && strcmp(things[i]->label, t->label) == 0
            && strcmp(things[i]->file, t->file) != 0)
            return hj_arena_printf(arena, "%s\n%s", t->label, t->file + folder);
    return t->label;
}

/* All that bind those who are to act; of the others' the first still to come. */
static const char *deadlines_cell(const hj_status_thing *t, hj_work *w)
{
    size_t first = strcspn(t->others, "\n");
    int more = 0;
    for (const char *p = t->others + first; *p; p++)
        more += *p == '\n';
    const char *next = hj_arena_printf(w->arena, "%.*s", (int)first, t->others);
    if (more)
        next = hj_arena_printf(w->arena, hj_tr(w->diags->lang, HJ_T("%s (and %d more)")), next,
                               more);
    return !*t->duties ? next : !first ? t->duties
         : hj_arena_printf(w->arena, "%s\n%s", t->duties, next);
}

static const char *stands_cell(const hj_status_thing *t, hj_work *w)
{
    const char *parts[] = {t->state, *t->decided ? t->decided : t->proposed, t->level}, *cell = "";
    for (size_t i = 0; i < HJ_COUNT(parts); i++)
        if (*parts[i])
            cell = *cell ? hj_arena_printf(w->arena, "%s\n%s", cell, parts[i]) : parts[i];
    int all = *t->missing != 0;
    for (const char *p = t->missing; *p; p++)
        all += *p == '\n';
    hj_lang lang = w->diags->lang;
    const char *missing =
        all > 1 ? hj_arena_printf(w->arena, hj_tr(lang, HJ_T("missing: %d facts")), all)
                : hj_arena_printf(w->arena, hj_tr(lang, HJ_T("missing: %s")), t->missing);
    if (all)
        cell = hj_arena_printf(w->arena, "%s%s%s", cell, *cell ? "\n" : "", missing);
    return cell;
}

static void say_what_is_near(hj_status_thing **things, int n, const char *today, hj_work *w,
                             hj_buf *out)
{
    hj_lang lang = w->diags->lang;
    int passed = 0, near = 0;
    hj_buf_char(out, '\n');
    if (!today) {
        hj_buf_str(out, hj_tr(lang, HJ_T("Which deadlines are near or have passed is told with "
                                         "--dato YYYY-MM-DD.")));
    } else {
        for (int i = 0; i < n; i++) {
            passed += things[i]->passed;
            near += !things[i]->passed && things[i]->duty
                && hj_date_parse(things[i]->duty) - hj_date_parse(today) <= HJ_STATUS_NEAR;
        }
        hj_buf_printf(out, hj_tr(lang, HJ_T("Seen from %s: %d with a deadline that has passed, %d "
                                            "with one within %d days.")), today, passed, near,
                      HJ_STATUS_NEAR);
    }
    hj_buf_char(out, '\n');
}

void hj_status_table(hj_status_thing **things, int n, const char *today, hj_work *w, hj_buf *out)
{
    hj_lang lang = w->diags->lang;
    line *lines = HJ_ARRAY(w->arena, (size_t)n + 1, line);
    size_t widths[COLUMNS];
    int shown = 0;
    size_t folder = common_folder(things, n);
    qsort(things, (size_t)n, sizeof *things, by_urgency);
    lines[shown++] = (line){{hj_tr(lang, "Case"), hj_tr(lang, "Decision on"),
                             hj_tr(lang, HJ_T("Where it stands")), hj_tr(lang, HJ_T("To act")),
                             hj_tr(lang, "Deadlines")}};
    for (int i = 0; i < n; i++) {
        line l = {{case_cell(things, n, i, folder, w->arena), things[i]->about,
                   stands_cell(things[i], w), things[i]->to_act, deadlines_cell(things[i], w)}};
        if (*l.cell[STANDS] || *l.cell[DEADLINES])
            lines[shown++] = l;
    }
    set_widths(lines, shown, widths);
    for (int i = 0; i < shown; i++)
        print_line(&lines[i], widths, out);
    say_what_is_near(things, n, today, w, out);
}

/* ---- for spreadsheets ---- */

/* In quotes when it must be; a program shall not take a text for a formula. */
static void field(hj_buf *out, const char *s)
{
    bool number = *s == '-' && s[1] && !s[1 + strspn(s + 1, "0123456789")];
    bool formula = *s && strchr("=+-@\t", *s) && !number;
    if (!formula && !s[strcspn(s, ";\"\n\r")]) {
        hj_buf_str(out, s);
        return;
    }
    hj_buf_str(out, formula ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            hj_buf_char(out, '"');
        if (*s == '\n')
            hj_buf_str(out, ", ");
        else
            hj_buf_char(out, *s);
    }
    hj_buf_char(out, '"');
}

void hj_status_csv(hj_status_row **rows, int n, hj_buf *out)
{
    static const hj_status_due none = {"", "", "", "", false};
    if (n)
        qsort(rows, (size_t)n, sizeof *rows, by_thing);
    hj_buf_str(out, "fil;sak;slag;gjelder;stand;siden;ansvar;mangler;frist;dato;anslag;passert;"
                    "dager\n");
    for (int i = 0; i < n; i++) {
        const hj_status_row *r = rows[i];
        for (int k = 0; k < (r->n_due ? r->n_due : 1); k++) {
            const hj_status_due *d = r->n_due ? &r->due[k] : &none;
            const char *cells[] = {r->file, r->label, r->kind, r->about, r->stands, r->since,
                                   r->to_act, r->missing, d->name, d->date,
                                   !r->n_due ? "" : d->estimate ? "ja" : "nei", d->passed,
                                   d->left};
            for (size_t c = 0; c < HJ_COUNT(cells); c++) {
                hj_buf_str(out, c ? ";" : "");
                field(out, cells[c]);
            }
            hj_buf_char(out, '\n');
        }
    }
}
