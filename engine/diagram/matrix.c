/* The risk matrix: where each risk is, and where it came from.
 *
 * The hard idea: every risk and every place a risk has left gets a seat of its own in its cell, and
 * cells grow until all have one; so no circle hides another, and an arrow has two ends to see. The
 * shade of a zone, the word in its corner and the product say the same thing three times: in
 * colour, in grey and read aloud. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "diagram/internal.h"

enum { COLUMNS = 3, NOW = 1, CHANGE = 2 };
#define SEAT 19500.0 /* a circle with the room around it */
#define RADIUS 8300.0
#define GHOST 6200.0

static const hj_zone *zone_of(const hj_diagram *d, int product)
{
    const hj_zone *found = NULL;
    for (int i = 0; i < d->n_zones; i++)
        if (product >= d->zones[i].from)
            found = &d->zones[i];
    return found;
}

static int product(const hj_risk *r)
{
    return r->x * r->y;
}

static bool moved(const hj_risk *r)
{
    return r->was_x && (r->was_x != r->x || r->was_y != r->y);
}

/* "kritisk (6)" */
static const char *level_text(const hj_diagram *d, int value)
{
    const hj_zone *zone = zone_of(d, value);
    const char *const with[] = {zone ? zone->name : "", hj_arena_printf(d->arena, "%d", value)};
    return zone && *zone->name ? hj_sentence(d->arena, d->lang, "matrix.level", with) : with[1];
}

static const char *change_text(const hj_diagram *d, const hj_risk *r)
{
    if (!r->was_x)
        return hj_word(d->lang, "change.new");
    int was = r->was_x * r->was_y;
    const char *const with[] = {level_text(d, was)};
    if (product(r) != was)
        return hj_sentence(d->arena, d->lang, product(r) > was ? "change.up" : "change.down",
                           with);
    return hj_word(d->lang, moved(r) ? "change.moved" : "change.same");
}

static const char *name_text(const hj_diagram *d, const hj_risk *r)
{
    return *r->label ? hj_arena_printf(d->arena, "%s %s", r->nr, r->label) : r->nr;
}

void hj_matrix_data(hj_diagram *d)
{
    hj_table_new(d, d->n_risks + 1, COLUMNS);
    hj_table_set(d, 0, 0, hj_word(d->lang, "risk"));
    hj_table_set(d, 0, NOW, hj_word(d->lang, "now"));
    hj_table_set(d, 0, CHANGE, hj_word(d->lang, "change"));
    for (int i = 0; i < d->n_risks; i++) {
        const hj_risk *r = &d->risks[i];
        const char *const now[] = {d->axis[1], d->levels[1][r->y - 1], d->axis[0],
                                   d->levels[0][r->x - 1]};
        hj_table_set(d, i + 1, 0, name_text(d, r));
        hj_table_set(d, i + 1, NOW,
                     hj_arena_printf(d->arena, "%s. %s", level_text(d, product(r)),
                                     hj_sentence(d->arena, d->lang, "matrix.now", now)));
        hj_table_set(d, i + 1, CHANGE, change_text(d, r));
    }
}

void hj_matrix_tell(const hj_diagram *d, hj_buf *out)
{
    const char *const axes[] = {d->axis[1], d->axis[0]};
    const hj_risk *worst = NULL;
    int up = 0, down = 0;
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.axes", axes));
    for (int i = 0; i < d->n_risks; i++) {
        const hj_risk *r = &d->risks[i];
        int was = r->was_x * r->was_y;
        up += was && product(r) > was;
        down += was && product(r) < was;
        if (!worst || product(r) > product(worst))
            worst = r;
    }
    if (!worst) {
        hj_buf_printf(out, " %s.", hj_word(d->lang, "none"));
        return;
    }
    const char *const with[] = {hj_arena_printf(d->arena, "%d", d->n_risks),
                                hj_arena_printf(d->arena, "%d", up),
                                hj_arena_printf(d->arena, "%d", down)};
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.count.risks", with));
    const char *const greatest[] = {hj_arena_printf(d->arena, "%s, %s", name_text(d, worst),
                                                    level_text(d, product(worst)))};
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.worst", greatest));
}

/* ---- drawing ---- */

typedef struct grid {
    double left, top, cell_w;
    double rows[HJ_MAX_LEVELS], heights[HJ_MAX_LEVELS]; /* by level, 0 the lowest */
    int across; /* seats side by side */
    int used[HJ_MAX_LEVELS][HJ_MAX_LEVELS]; /* [y][x] seats given */
} grid;

static void seat(grid *g, int x, int y, double *cx, double *cy)
{
    int n = g->used[y - 1][x - 1]++;
    double inset = (g->cell_w - g->across * SEAT) / 2;
    if (inset > 3000)
        inset = 3000;
    *cx = g->left + (x - 1) * g->cell_w + inset + (n % g->across + 0.5) * SEAT;
    *cy = g->rows[y - 1] + 2500 + (n / g->across + 0.5) * SEAT;
}

static hj_color tone_color(hj_tone tone)
{
    static const hj_color colors[] = {0xf4f6f7ff, 0xe6efdcff, 0xf6dd9cff, 0xeda993ff};
    return colors[tone];
}

/* Fewer letters than room: the zone's word, when the column is wide enough for all zones. */
static bool words_fit(hj_draw *w, double room)
{
    for (int i = 0; i < w->d->n_zones; i++)
        if (hj_draw_width(w, &w->plain, w->d->zones[i].name) > room)
            return false;
    return true;
}

static void shade(hj_draw *w, const hj_zone *zone, double x, double y, double wide, double high)
{
    hj_draw_box(w, x, y, wide, high, tone_color(zone ? zone->tone : HJ_TONE_NONE));
    if (zone && zone->tone == HJ_TONE_HIGH) /* a heavy edge, for those who print in grey */
        hj_draw_frame(w, x, y, wide, high, 1400, 0x8a2b1dff);
    else if (zone && zone->tone == HJ_TONE_MEDIUM)
        hj_draw_frame(w, x, y, wide, high, 600, 0x8a6a10ff);
}

static void draw_cells(hj_draw *w, const grid *g)
{
    for (int y = 1; y <= w->d->n_levels[1]; y++)
        for (int x = 1; x <= w->d->n_levels[0]; x++)
            shade(w, zone_of(w->d, x * y), g->left + (x - 1) * g->cell_w, g->rows[y - 1],
                  g->cell_w - 1500, g->heights[y - 1] - 1500);
}

/* On the ground of its cell: an arrow that passes goes under. */
static void corner(hj_draw *w, const char *text, double x, double base, hj_color ground)
{
    double width = hj_draw_width(w, &w->plain, text);
    hj_draw_box(w, x - 600, base - w->plain.cap - 500, width + 1200, w->plain.cap + 2100, ground);
    hj_draw_text(w, &w->plain, text, x, base, HJ_LEFT, w->ink);
}

/* In the foot of each cell the word of its zone, where all of them have room, and its product. */
static void draw_words(hj_draw *w, const grid *g, bool words)
{
    for (int y = 1; y <= w->d->n_levels[1]; y++)
        for (int x = 1; x <= w->d->n_levels[0]; x++) {
            const hj_zone *zone = zone_of(w->d, x * y);
            hj_color ground = tone_color(zone ? zone->tone : HJ_TONE_NONE);
            double left = g->left + (x - 1) * g->cell_w;
            double base = g->rows[y - 1] + g->heights[y - 1] - 5000;
            char number[12];
            snprintf(number, sizeof number, "%d", x * y);
            if (zone && words && *zone->name)
                corner(w, zone->name, left + 4000, base, ground);
            corner(w, number, left + g->cell_w - 5500 - hj_draw_width(w, &w->plain, number), base,
                   ground);
        }
}

static void draw_risks(hj_draw *w, grid *g, bool words)
{
    const hj_diagram *d = w->d;
    const hj_color color = d->dark;
    size_t n = (size_t)d->n_risks + 1;
    double (*now)[2] = hj_arena_array(w->arena, n, sizeof *now);
    double (*was)[2] = hj_arena_array(w->arena, n, sizeof *was);
    /* Who came from the left or goes there sits to the left, so that arrows cross nobody. */
    for (int side = -1; side <= 1; side++)
        for (int i = 0; i < d->n_risks; i++) {
            const hj_risk *r = &d->risks[i];
            int from = moved(r) ? (r->was_x > r->x) - (r->was_x < r->x) : 0;
            if (from == side)
                seat(g, r->x, r->y, &now[i][0], &now[i][1]);
            if (moved(r) && -from == side)
                seat(g, r->was_x, r->was_y, &was[i][0], &was[i][1]);
        }
    for (int i = 0; i < d->n_risks; i++) {
        if (!moved(&d->risks[i]))
            continue;
        double dx = now[i][0] - was[i][0], dy = now[i][1] - was[i][1], size = hypot(dx, dy);
        w->cell = (i + 1) * COLUMNS + CHANGE;
        if (size > GHOST + RADIUS + 1500)
            hj_draw_arrow(w, was[i][0] + dx * GHOST / size, was[i][1] + dy * GHOST / size,
                          now[i][0] - dx * (RADIUS + 700) / size,
                          now[i][1] - dy * (RADIUS + 700) / size, 1300, color);
    }
    w->cell = HJ_DIAGRAM_FIGURE;
    draw_words(w, g, words);
    for (int i = 0; i < d->n_risks; i++) {
        if (!moved(&d->risks[i]))
            continue;
        w->cell = (i + 1) * COLUMNS + CHANGE;
        hj_draw_circle(w, was[i][0], was[i][1], GHOST, HJ_WHITE, color, 900, true);
        hj_draw_text(w, &w->plain, d->risks[i].nr, was[i][0],
                     hj_draw_middle(&w->plain, was[i][1]), HJ_CENTER, w->muted);
    }
    for (int i = 0; i < d->n_risks; i++) {
        w->cell = (i + 1) * COLUMNS + NOW;
        hj_draw_circle(w, now[i][0], now[i][1], RADIUS, color, HJ_CLEAR, 0, false);
        if (!moved(&d->risks[i])) /* what has not moved stays within its ring */
            w->cell = (i + 1) * COLUMNS + CHANGE;
        hj_draw_circle(w, now[i][0], now[i][1], RADIUS, HJ_CLEAR, HJ_WHITE, 800, false);
        w->cell = (i + 1) * COLUMNS;
        hj_pen_font font = w->bold;
        double width = hj_draw_width(w, &font, d->risks[i].nr), room = 2 * RADIUS - 3500;
        if (width > room) {
            font.size *= room / width;
            font.cap *= room / width;
        }
        hj_draw_text(w, &font, d->risks[i].nr, now[i][0], hj_draw_middle(&font, now[i][1]),
                     HJ_CENTER, HJ_WHITE);
    }
    w->cell = HJ_DIAGRAM_FIGURE;
}

/* The names of the risks with what has changed, in columns from x. Returns where it ends. */
static double draw_list(hj_draw *w, double x, double y, double width)
{
    const hj_diagram *d = w->d;
    double column = 0;
    for (int i = 0; i < d->n_risks; i++) {
        double number = hj_draw_width(w, &w->bold, d->risks[i].nr) + 6000;
        column = number > column ? number : column;
    }
    for (int i = 0; i < d->n_risks; i++) {
        const hj_risk *r = &d->risks[i];
        const char *text = hj_arena_printf(w->arena, "%s, %s", level_text(d, product(r)),
                                           change_text(d, r));
        hj_label name = hj_draw_wrap(w, &w->bold, r->label, width - column);
        hj_label what = hj_draw_wrap(w, &w->plain, text, width - column);
        w->cell = (i + 1) * COLUMNS;
        hj_draw_text(w, &w->bold, r->nr, x, hj_draw_middle(&w->bold, y + w->bold.leading / 2),
                     HJ_LEFT, w->ink);
        hj_draw_label(w, &w->bold, &name, x + column, y, HJ_LEFT, w->ink);
        y += name.height;
        w->cell = (i + 1) * COLUMNS + CHANGE;
        hj_draw_label(w, &w->plain, &what, x + column, y, HJ_LEFT, w->muted);
        y += what.height + 4000;
    }
    w->cell = HJ_DIAGRAM_FIGURE;
    return y;
}

void hj_matrix_draw(hj_draw *w)
{
    const hj_diagram *d = w->d;
    double top = hj_draw_title(w), leading = w->plain.leading, y_names = 0;
    int nx = d->n_levels[0], ny = d->n_levels[1];
    for (int i = 0; i < ny; i++) {
        double width = hj_draw_width(w, &w->plain, d->levels[1][i]);
        y_names = width > y_names ? width : y_names;
    }
    bool beside = d->list && d->n_risks && w->width >= 330000;
    double whole = beside ? w->width * 0.54 : w->width;
    if (y_names > whole * 0.3)
        y_names = whole * 0.3;
    grid g = {.left = y_names + 5000};
    g.cell_w = (whole - g.left) / nx;
    if (g.cell_w > 76000)
        g.cell_w = 76000;
    g.across = (int)((g.cell_w - 3000) / SEAT);
    g.across = g.across < 1 ? 1 : g.across;
    whole = g.left + g.cell_w * nx;

    int seats[HJ_MAX_LEVELS][HJ_MAX_LEVELS] = {{0}};
    for (int i = 0; i < d->n_risks; i++) {
        seats[d->risks[i].y - 1][d->risks[i].x - 1]++;
        if (moved(&d->risks[i]))
            seats[d->risks[i].was_y - 1][d->risks[i].was_x - 1]++;
    }
    hj_label title = hj_draw_wrap(w, &w->plain, d->axis[1], whole);
    hj_draw_label(w, &w->plain, &title, 0, top, HJ_LEFT, w->muted);
    double y = top + title.height + 3000;
    g.top = y;
    for (int row = ny - 1; row >= 0; row--) {
        int lines = 1;
        for (int x = 0; x < nx; x++) {
            int need = (seats[row][x] + g.across - 1) / g.across;
            lines = need > lines ? need : lines;
        }
        hj_label name = hj_draw_wrap(w, &w->plain, d->levels[1][row], y_names);
        double height = lines * SEAT + leading + 9500;
        height = name.height + 4000 > height ? name.height + 4000 : height;
        g.rows[row] = y;
        g.heights[row] = height;
        hj_draw_label(w, &w->plain, &name, y_names, y + (height - name.height) / 2, HJ_RIGHT,
                      w->ink);
        y += height;
    }
    bool words = words_fit(w, g.cell_w - 10000 - hj_draw_width(w, &w->plain, "49"));
    draw_cells(w, &g);
    double foot = y + 1500, names = 0;
    for (int x = 0; x < nx; x++) {
        hj_label name = hj_draw_wrap(w, &w->plain, d->levels[0][x], g.cell_w - 3000);
        hj_draw_label(w, &w->plain, &name, g.left + (x + 0.5) * g.cell_w, foot, HJ_CENTER, w->ink);
        names = name.height > names ? name.height : names;
    }
    foot += names + 1500;
    title = hj_draw_wrap(w, &w->plain, d->axis[0], whole - g.left);
    hj_draw_label(w, &w->plain, &title, (g.left + whole) / 2, foot, HJ_CENTER, w->muted);
    foot += title.height;
    if (!words) {
        double all = w->width, middle;
        hj_flow f = {.w = w, .y = foot + 4000};
        w->width = whole;
        for (int i = 0; i < d->n_zones; i++) {
            double at = hj_flow_entry(&f, d->zones[i].name, 18000, w->ink, &middle);
            shade(w, &d->zones[i], at, middle - 4500, 13000, 9000);
        }
        w->width = all;
        foot = hj_flow_end(&f);
    }
    hj_draw_heads(w, g.left, y - 800, whole - 1500, y - 800, 800, w->axis, 0, COLUMNS - 1);
    draw_risks(w, &g, words);
    if (beside) {
        double end = draw_list(w, whole + 16000, g.top, w->width - whole - 16000);
        foot = end > foot ? end : foot;
    } else if (d->list && d->n_risks) {
        foot = draw_list(w, 0, foot + 8000, w->width) - 4000;
    } else {
        w->width = whole; /* no more than it needs */
    }
    w->height = foot;
}
