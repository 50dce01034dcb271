/* The alternate text: what kind of diagram, its title, what stands out, and where the data is. */
#include <string.h>

#include "diagram/internal.h"

/* "Januar: Søknader 12, Vedtak 10; februar: …": the table as sentences. */
static void put_data(const hj_diagram *d, hj_buf *out)
{
    const hj_diagram_table *t = &d->data;
    for (int row = 1; row < t->rows; row++) {
        const char *const *cells = t->cells + row * t->columns;
        bool first = true;
        hj_buf_printf(out, " %s", cells[0]);
        for (int column = 1; column < t->columns; column++) {
            if (!*cells[column])
                continue;
            hj_buf_str(out, first ? ": " : ", ");
            first = false;
            if (t->columns > 2)
                hj_buf_printf(out, "%s ", t->cells[column]);
            hj_buf_str(out, cells[column]);
        }
        hj_buf_char(out, row + 1 < t->rows ? ';' : '.');
    }
}

const char *hj_diagram_alt(const hj_diagram *d, bool whole)
{
    static void (*const tell[])(const hj_diagram *, hj_buf *) = {
        hj_xy_tell, hj_xy_tell, hj_timeline_tell, hj_matrix_tell, hj_lights_tell, hj_progress_tell,
    };
    static const char *const names[] = {"bars", "line", "timeline", "matrix", "lights", "progress"};
    const char *kind = hj_word(d->lang, d->stacked ? "bars.stacked" : names[d->kind]);
    const char *const with[] = {kind, d->title};
    hj_buf out = {0};
    hj_buf_str(&out, hj_sentence(d->arena, d->lang, d->title ? "titled" : "untitled", with));
    tell[d->kind](d, &out);
    if (whole)
        put_data(d, &out);
    else if (d->data.rows > 1)
        hj_buf_printf(&out, " %s", hj_word(d->lang, d->kind <= HJ_D_LINE ? "tell.table"
                                                                         : "tell.rows"));
    const char *text = hj_arena_strndup(d->arena, out.data ? out.data : "", out.len);
    hj_buf_free(&out);
    return text;
}
