/* Background images: where the tiles stand (XSL 1.1, 7.8.4 to 7.8.8).
 *
 * The hard idea: an image is placed once, by the position, and the box is then filled from there in
 * every direction it is repeated. Tiles are real areas, so both canvases draw the same; what would
 * need thousands of them is told and drawn once. */
#include "layout/internal.h"

enum { MOST_TILES = 5000 };

static hj_len placed(hj_length at, hj_len room)
{
    return at.kind == HJ_PERCENT ? (hj_len)((int64_t)room * at.value / 100000) : at.value;
}

/* How many tiles cover extent; *start is moved to the first of them. */
static int64_t tiles(hj_len *start, hj_len size, hj_len from, hj_len extent, bool repeated)
{
    if (!repeated)
        return 1;
    int64_t over = ((int64_t)*start - from) % size; /* into the box: one before it shows too */
    *start = (hj_len)(from + (over > 0 ? over - size : over));
    return ((int64_t)from + extent - *start + size - 1) / size;
}

bool hj_background(hj_lx *lx, const hj_fo_node *fo, hj_len x, hj_len y, hj_len w, hj_len h,
                   hj_tiles *out)
{
    const hj_fo_own *own = fo->own;
    hj_len tile_w, tile_h;
    if (!own->background_image || !lx->pictures || w <= 0 || h <= 0)
        return false;
    if (!lx->pictures->measure(lx->pictures->self, own->background_image, NULL, fo->place, &tile_w,
                               &tile_h, lx->diags))
        return false;
    /* Inside the border: that is drawn over it in any case. */
    hj_len left = own->border[HJ_START].width, top = own->border[HJ_BEFORE].width;
    *out = (hj_tiles){.uri = own->background_image, .x = x + left, .y = y + top,
                      .w = w - left - own->border[HJ_END].width,
                      .h = h - top - own->border[HJ_AFTER].width, .tile_w = tile_w,
                      .tile_h = tile_h};
    if (out->w <= 0 || out->h <= 0 || tile_w <= 0 || tile_h <= 0)
        return false;
    out->first_x = out->x + placed(own->background_position[0], out->w - tile_w);
    out->first_y = out->y + placed(own->background_position[1], out->h - tile_h);
    const hj_len once_x = out->first_x, once_y = out->first_y;
    int64_t across = tiles(&out->first_x, tile_w, out->x, out->w, own->background_repeat & 1);
    int64_t down = tiles(&out->first_y, tile_h, out->y, out->h, own->background_repeat & 2);
    if (across * down > MOST_TILES) {
        hj_warning(lx->diags, "HJ-LAYOUT-045", hj_fo_at(fo, lx->diags),
                   "the background image of %s would be repeated %lld times; it is drawn once",
                   hj_fo_type_name(fo->type), (long long)(across * down));
        hj_hint(lx->diags, "make the picture larger");
        out->first_x = once_x;
        out->first_y = once_y;
        across = down = 1;
    }
    out->across = (int)across;
    out->down = (int)down;
    return true;
}
