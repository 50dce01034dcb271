/* Backgrounds: the image, where it stands and how it is repeated (XSL 1.1, 7.8, 7.31.1).
 *
 * The hard idea: position keywords may come in either order, so a word says itself which direction
 * it is for; only center and lengths go by their place. */
#include <string.h>

#include "fo/value.h"

/* url(name), with or without quotes and white space; a bare name as well. In arena. */
const char *hj_fo_uri(hj_fo_state *s, const char *value)
{
    static const char blank[] = " \t\r\n";
    size_t n = strlen(value);
    if (n > 5 && strncmp(value, "url(", 4) == 0 && value[n - 1] == ')') {
        value += 4;
        n -= 5;
        for (; n && strchr(blank, *value); n--)
            value++;
        for (; n && strchr(blank, value[n - 1]); n--)
            ;
    }
    if (n >= 2 && (value[0] == '\'' || value[0] == '"') && value[n - 1] == value[0]) {
        value++;
        n -= 2;
    }
    return hj_arena_strndup(s->b->arena, value, n);
}

/* -1: for either direction; 0, 1: horizontal, vertical. */
static bool position(hj_fo_state *s, const char *word, hj_length *out, int *axis)
{
    static const char words[] = "left center right top bottom";
    static const struct {
        int axis;
        int32_t percent;
    } places[] = {{0, 0}, {-1, 50000}, {0, 100000}, {1, 0}, {1, 100000}};
    int i = hj_fo_word_index(words, word);
    *axis = -1;
    if (i < 0)
        return hj_fo_length(s, word, out) && (out->kind == HJ_ABS || out->kind == HJ_PERCENT);
    *out = (hj_length){HJ_PERCENT, places[i].percent};
    *axis = places[i].axis;
    return true;
}

/* One or two words; one alone puts the middle in the other direction. */
static bool positions(hj_fo_state *s, char word[2][64], int n)
{
    hj_length at[2] = {{HJ_PERCENT, 50000}, {HJ_PERCENT, 50000}};
    int axis[2] = {-1, -1};
    hj_length given[2];
    for (int i = 0; i < n; i++)
        if (!position(s, word[i], &given[i], &axis[i]))
            return false;
    if (n == 2 && axis[0] >= 0 && axis[0] == axis[1])
        return false;
    bool swapped = axis[0] == 1 || (n == 2 && axis[1] == 0);
    for (int i = 0; i < n; i++)
        at[swapped ? 1 - i : i] = given[i];
    memcpy(hj_fo_set_own(s)->background_position, at, sizeof at);
    return n > 0;
}

static bool repeat(hj_fo_state *s, const char *value)
{
    int i = hj_fo_word_index("no-repeat repeat-x repeat-y repeat", value);
    if (i >= 0)
        hj_fo_set_own(s)->background_repeat = (uint8_t)i; /* bits: 1 across, 2 down */
    return i >= 0;
}

static void image(hj_fo_state *s, const char *value)
{
    hj_fo_set_own(s)->background_image =
        strcmp(value, "none") == 0 ? NULL : hj_fo_uri(s, value);
}

/* In any order: a colour, url(…), a repeat, scroll, up to two words of position. */
static bool shorthand(hj_fo_state *s, const char *value)
{
    char place[2][64];
    int n = 0;
    hj_fo_own *own = hj_fo_set_own(s);
    own->background = 0;
    own->background_image = NULL;
    own->background_repeat = 3;
    own->background_position[0] = own->background_position[1] = (hj_length){HJ_PERCENT, 0};
    char *word = hj_arena_alloc(s->b->arena, strlen(value) + 1);
    for (const char *at = value; hj_fo_token(&at, word, strlen(value) + 1);) {
        int axis;
        hj_length length;
        hj_color color;
        if (strncmp(word, "url(", 4) == 0)
            image(s, word);
        else if (strcmp(word, "none") == 0 || strcmp(word, "scroll") == 0 || repeat(s, word))
            continue;
        else if (hj_expr_color(word, &color))
            hj_fo_set_own(s)->background = color;
        else if (n < 2 && strlen(word) < sizeof place[0] && position(s, word, &length, &axis))
            memcpy(place[n++], word, strlen(word) + 1);
        else
            return false;
    }
    return !n || positions(s, place, n);
}

bool hj_fo_background_property(hj_fo_state *s, const hj_property *p, const char *value, bool *ok)
{
    const char *name = p->name;
    if (strncmp(name, "background", 10) != 0)
        return false;
    name += 10;
    if (!*name) {
        *ok = shorthand(s, value);
    } else if (strcmp(name, "-image") == 0) {
        image(s, value);
    } else if (strcmp(name, "-repeat") == 0) {
        *ok = repeat(s, value);
    } else if (strcmp(name, "-position") == 0) {
        char part[2][64], more[2];
        int n = 0;
        const char *at = value;
        while (n < 2 && hj_fo_token(&at, part[n], sizeof part[n]))
            n++;
        *ok = n && !hj_fo_token(&at, more, sizeof more) && positions(s, part, n);
    } else {
        bool down = strcmp(name, "-position-vertical") == 0;
        hj_length l;
        int axis;
        *ok = position(s, value, &l, &axis) && (axis < 0 || axis == down);
        if (*ok)
            hj_fo_set_own(s)->background_position[down] = l;
    }
    return true;
}
