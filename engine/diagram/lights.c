/* Traffic lights and progress: rows of one thing each, told by shape, word and number.
 *
 * The hard idea: a light is a shape (circle, triangle, square, broken ring) and a word before it is
 * a colour, and a share is a number before it is a bar. */
#include <math.h>
#include <string.h>

#include "diagram/internal.h"

/* ---- lights ---- */

enum { LIGHT_COLUMNS = 4, STATUS = 1, REASON = 2, PREVIOUS = 3 };

static const char *state_word(const hj_diagram *d, hj_state state)
{
    static const char *const keys[] = {"state.none", "state.green", "state.yellow", "state.red"};
    return hj_word(d->lang, keys[state]);
}

static const char *was_word(const hj_diagram *d, const hj_light *light)
{
    static const char *const keys[] = {"was.none", "was.green", "was.yellow", "was.red"};
    return !light->has_was ? ""
           : light->was == light->state ? hj_word(d->lang, "change.same")
                                        : hj_word(d->lang, keys[light->was]);
}

void hj_lights_data(hj_diagram *d)
{
    hj_table_new(d, d->n_lights + 1, LIGHT_COLUMNS);
    hj_table_set(d, 0, 0, hj_word(d->lang, "area"));
    hj_table_set(d, 0, STATUS, hj_word(d->lang, "status"));
    hj_table_set(d, 0, REASON, hj_word(d->lang, "reason"));
    hj_table_set(d, 0, PREVIOUS, hj_word(d->lang, "change"));
    for (int i = 0; i < d->n_lights; i++) {
        const hj_light *light = &d->lights[i];
        hj_table_set(d, i + 1, 0, light->label);
        hj_table_set(d, i + 1, STATUS, state_word(d, light->state));
        hj_table_set(d, i + 1, REASON, light->text);
        hj_table_set(d, i + 1, PREVIOUS, was_word(d, light));
    }
}

void hj_lights_tell(const hj_diagram *d, hj_buf *out)
{
    if (!d->n_lights)
        hj_buf_printf(out, " %s.", hj_word(d->lang, "none"));
    for (int i = 0; i < d->n_lights; i++) {
        const char *const with[] = {d->lights[i].label, state_word(d, d->lights[i].state)};
        hj_buf_printf(out, "%s %s", i ? "," : "",
                      hj_sentence(d->arena, d->lang, "tell.light", with));
    }
    hj_buf_str(out, d->n_lights ? "." : "");
}

static double draw_light(hj_draw *w, int i, double x, double y, double width)
{
    const hj_diagram *d = w->d;
    const hj_light *light = &d->lights[i];
    int first = (i + 1) * LIGHT_COLUMNS;
    hj_label name = hj_draw_wrap(w, &w->plain, light->label, width);
    w->cell = first;
    hj_draw_label(w, &w->plain, &name, x, y, HJ_LEFT, w->muted);
    y += name.height + 1500;
    w->cell = first + STATUS;
    double size = w->bold.cap * 1.35;
    hj_draw_light(w, x + size / 2, y + w->bold.leading / 2, size, light->state);
    hj_label word = hj_draw_wrap(w, &w->bold, state_word(d, light->state), width - size - 5000);
    hj_draw_label(w, &w->bold, &word, x + size + 5000, y, HJ_LEFT, w->ink);
    y += word.height + 1500;
    hj_label reason = hj_draw_wrap(w, &w->plain, light->text, width);
    w->cell = first + REASON;
    hj_draw_label(w, &w->plain, &reason, x, y, HJ_LEFT, w->ink);
    y += reason.height;
    hj_label was = hj_draw_wrap(w, &w->plain, was_word(d, light), width);
    w->cell = first + PREVIOUS;
    hj_draw_label(w, &w->plain, &was, x, y, HJ_LEFT, w->muted);
    w->cell = HJ_DIAGRAM_FIGURE;
    return y + was.height;
}

void hj_lights_draw(hj_draw *w)
{
    const hj_diagram *d = w->d;
    double y = hj_draw_title(w), gap = 11000;
    if (!d->n_lights) {
        hj_draw_nothing(w, y);
        return;
    }
    w->bold.size *= 1.15; /* the word is what is read first */
    w->bold.cap *= 1.15;
    w->bold.ascent *= 1.15;
    w->bold.descent *= 1.15;
    w->bold.leading *= 1.15;
    int across = (int)((w->width + gap) / (w->plain.size * 8 + gap));
    across = across < 1 ? 1 : across > 6 ? 6 : across > d->n_lights ? d->n_lights : across;
    int lines = (d->n_lights + across - 1) / across;
    across = (d->n_lights + lines - 1) / lines; /* as even as can be: 4 + 3, not 6 + 1 */
    double width = (w->width - gap * (across - 1)) / across;
    for (int i = 0; i < d->n_lights; i += across) {
        double end = y;
        for (int k = 0; k < across && i + k < d->n_lights; k++) {
            double x = k * (width + gap);
            if (i + k == 0)
                hj_draw_heads(w, x, y + 1000, x + width, y + 1000, 2000, d->dark, 0,
                              LIGHT_COLUMNS - 1);
            else
                hj_draw_line(w, x, y + 1000, x + width, y + 1000, 2000, d->dark, NULL, 0);
            double foot = draw_light(w, i + k, x, y + 4500, width);
            end = foot > end ? foot : end;
        }
        w->height = end;
        y = end + 10000;
    }
}

/* ---- progress ---- */

enum { VALUE = 1, OF = 2, SHARE = 3 };

static bool wholes(const hj_diagram *d)
{
    for (int i = 0; i < d->n_bars; i++)
        if (d->bars[i].has_of)
            return true;
    return false;
}

/* Per cent; negative when there is no whole to be part of. */
static double share(const hj_progress *p)
{
    return p->of.v > 0 ? 100 * p->value.v / p->of.v : -1;
}

static const char *number_text(const hj_diagram *d, double v, int decimals)
{
    hj_buf out = {0};
    hj_put_number(&out, d->lang, v, decimals);
    const char *text = hj_arena_strndup(d->arena, out.data, out.len);
    hj_buf_free(&out);
    return text;
}

static const char *share_text(const hj_diagram *d, const hj_progress *p)
{
    double s = share(p);
    if (s < 0)
        return hj_word(d->lang, "missing");
    int decimals = !p->has_of ? d->decimals : s > 0 && s < 1 ? 1 : 0;
    return hj_arena_printf(d->arena, "%s%s", number_text(d, s, decimals),
                           hj_word(d->lang, "percent"));
}

void hj_progress_data(hj_diagram *d)
{
    bool of = wholes(d);
    const char *heads[] = {"value", "whole"};
    hj_table_new(d, d->n_bars + 1, of ? 4 : 2);
    hj_table_set(d, 0, 0, hj_word(d->lang, "task"));
    hj_table_set(d, 0, of ? SHARE : 1, hj_word(d->lang, "share"));
    for (int k = 0; of && k < 2; k++) {
        const char *const with[] = {hj_word(d->lang, heads[k]), d->unit};
        hj_table_set(d, 0, VALUE + k,
                     *d->unit ? hj_sentence(d->arena, d->lang, "axis.unit", with) : with[0]);
    }
    for (int i = 0; i < d->n_bars; i++) {
        const hj_progress *p = &d->bars[i];
        hj_table_set(d, i + 1, 0, p->label);
        hj_table_set(d, i + 1, of ? SHARE : 1, share_text(d, p));
        if (p->has_of) {
            hj_table_set(d, i + 1, VALUE, number_text(d, p->value.v, d->decimals));
            hj_table_set(d, i + 1, OF, number_text(d, p->of.v, d->decimals));
        }
    }
}

void hj_progress_tell(const hj_diagram *d, hj_buf *out)
{
    if (!d->n_bars)
        hj_buf_printf(out, " %s.", hj_word(d->lang, "none"));
    for (int i = 0; i < d->n_bars && i < 6; i++) {
        const char *const with[] = {d->bars[i].label, share_text(d, &d->bars[i])};
        hj_buf_printf(out, "%s %s", i ? "," : "",
                      hj_sentence(d->arena, d->lang, "tell.light", with));
    }
    hj_buf_str(out, !d->n_bars ? "" : d->n_bars > 6 ? " …" : ".");
}

void hj_progress_draw(hj_draw *w)
{
    const hj_diagram *d = w->d;
    bool of = wholes(d);
    double y = hj_draw_title(w), names = 0, shares = 0, values = 0, most = 100;
    if (!d->n_bars) {
        hj_draw_nothing(w, y);
        return;
    }
    const char **texts = HJ_ARRAY(w->arena, (size_t)d->n_bars, const char *);
    for (int i = 0; i < d->n_bars; i++) {
        const hj_progress *p = &d->bars[i];
        hj_buf whole = {0};
        hj_put_value(&whole, d, p->of.v, d->decimals);
        const char *const with[] = {number_text(d, p->value.v, d->decimals),
                                    whole.data ? whole.data : ""};
        texts[i] = p->has_of ? hj_sentence(w->arena, d->lang, "of", with) : "";
        hj_buf_free(&whole);
        double name = hj_draw_width(w, &w->plain, p->label);
        double value = hj_draw_width(w, &w->plain, texts[i]);
        double part = hj_draw_width(w, &w->bold, share_text(d, p));
        names = name > names ? name : names;
        values = value > values ? value : values;
        shares = part > shares ? part : shares;
        most = share(p) > most ? share(p) : most;
    }
    if (most > 250)
        most = 250; /* beyond it the number says it, and an arrow */
    if (names > w->width * 0.34)
        names = w->width * 0.34;
    bool below = values > 0 && names + shares + values + 90000 > w->width;
    double left = names + 10000, right = w->width - shares - 8000;
    if (values > 0 && !below)
        right -= values + 8000;
    if (below && w->width < left + 4000 + values)
        w->width = left + 4000 + values; /* wider than was asked */
    double full = left + (right - left) * 100 / most, end = y;
    double first = y;
    int from, to_row;
    hj_draw_rows(w, d->n_bars, &from, &to_row);
    for (int i = from; i < to_row; i++) {
        const hj_progress *p = &d->bars[i];
        hj_label name = hj_draw_wrap(w, &w->plain, p->label, names);
        double height = w->plain.leading + (below ? w->plain.leading : 0), s = share(p);
        height = name.height > height ? name.height : height;
        double middle = y + w->plain.leading / 2, thick = 8600;
        int row = (i + 1) * d->data.columns;
        w->cell = row;
        hj_draw_label(w, &w->plain, &name, 0, y, HJ_LEFT, w->ink);
        if (of)
            w->cell = p->has_of ? row + OF : HJ_DIAGRAM_FIGURE;
        else
            w->cell = HJ_DIAGRAM_FIGURE;
        hj_draw_box(w, left, middle - thick / 2, full - left, thick, HJ_WHITE);
        hj_draw_frame(w, left, middle - thick / 2, full - left, thick, 800, d->colors[0]);
        w->cell = !of ? row + 1 : p->has_of ? row + VALUE : row + SHARE;
        double to = s < 0 ? left : left + (right - left) * (s > most ? most : s) / most;
        hj_draw_box(w, left, middle - thick / 2, (to < full ? to : full) - left, thick,
                    d->colors[0]);
        if (to > full) { /* more than all of it */
            hj_draw_pattern(w, full, middle - thick / 2, to - full, thick, 1, 0x8a2b1dff);
            hj_draw_line(w, full, middle - thick * 0.75, full, middle + thick * 0.75, 1200, w->ink,
                         NULL, 0);
        }
        double base = hj_draw_middle(&w->plain, middle);
        if (*texts[i] && below)
            hj_draw_text(w, &w->plain, texts[i], left + 3000, base + w->plain.leading, HJ_LEFT,
                         w->muted);
        else if (*texts[i])
            hj_draw_text(w, &w->plain, texts[i], w->width, base, HJ_RIGHT, w->muted);
        w->cell = of ? row + SHARE : row + 1;
        hj_draw_text(w, &w->bold, share_text(d, p), right + 8000 + shares, base, HJ_RIGHT, w->ink);
        w->cell = HJ_DIAGRAM_FIGURE;
        end = y + height;
        y = end + 5500;
    }
    /* The line that all bars begin at stands for the heads of the columns. */
    hj_draw_heads(w, left, first, left, end, 1000, w->axis, 0, d->data.columns - 1);
    w->height = end;
}
