/* Values of the properties about type: font, line-height, spacing between words and letters.
 *
 * The hard idea: a font property is computed here as far as it goes without a font. Which face it
 * becomes, and what that face lacks, is for text/ to say: the same tree is laid out whatever is
 * installed. */
#include <string.h>

#include "fo/value.h"

static void font_size(hj_fo_state *s, const hj_property *p, const char *value)
{
    static const char words[] = "xx-small x-small small medium large x-large xx-large";
    static const hj_len sizes[] = {6944, 8333, 10000, 12000, 14400, 17280, 20736};
    hj_len parent = s->node->parent ? s->node->parent->in->font_size : 12000, size = 0;
    int i = hj_fo_word_index(words, value);
    if (i >= 0)
        size = sizes[i];
    else if (strcmp(value, "larger") == 0)
        size = hj_fo_rounded(parent * 1.2);
    else if (strcmp(value, "smaller") == 0)
        size = hj_fo_rounded(parent / 1.2);
    else {
        hj_numeric n = hj_fo_evaluate(s, value, parent);
        if (n.kind == N_LENGTH)
            size = hj_fo_rounded(n.value);
        else if (n.kind == N_PERCENT)
            size = hj_fo_rounded(parent * n.value / 100);
    }
    if (size >= 0 && size < 100 && i < 0) {
        hj_numeric n = hj_fo_evaluate(s, value, parent);
        if (n.kind == N_LENGTH || (n.kind == N_NUMBER && n.value == 0))
            size = 100; /* none, written around a picture: as little room as there is */
    }
    if (size < 100 || size > 1000000) {
        hj_fo_bad_value(s, p, value, "a length from 0.1pt to 1000pt, a percentage or a size word");
        return;
    }
    hj_fo_set_in(s)->font_size = size;
}

static void line_height(hj_fo_state *s, const hj_property *p, const char *value)
{
    hj_fo_inherited *v = hj_fo_set_in(s);
    if (strcmp(value, "normal") == 0) {
        v->line_height_is_factor = true;
        v->line_height_factor = 1200;
        return;
    }
    hj_numeric n = hj_fo_evaluate(s, value, v->font_size);
    if (n.value < 0)
        n.kind = N_BAD;
    if (n.kind == N_NUMBER && n.value < 1000) {
        v->line_height_is_factor = true;
        v->line_height_factor = hj_fo_rounded(n.value * 1000);
    } else if (n.kind == N_LENGTH || n.kind == N_PERCENT) {
        v->line_height_is_factor = false;
        v->line_height = hj_fo_rounded(n.kind == N_LENGTH ? n.value : v->font_size * n.value / 100);
    } else {
        hj_fo_bad_value(s, p, value, "normal, a number, a length or a percentage");
    }
}

static bool font_weight(hj_fo_state *s, const char *value);

/* font: [style|weight|variant]* size[/line-height] family. What is not stated gets its initial
 * value (XSL 1.1, 7.31.13). */
static void font(hj_fo_state *s, const hj_property *p, const char *value)
{
    char part[64];
    const char *at = value;
    hj_fo_inherited *v = hj_fo_set_in(s);
    if (!s->b->tree->readings->font_keeps) {
        v->font_italic = v->small_caps = v->font_condensed = false;
        v->font_weight = 400;
        v->font_size_adjust = 0;
        v->line_height_is_factor = true;
        v->line_height_factor = 1200;
    }
    while (hj_fo_token(&at, part, sizeof part)) {
        if (strcmp(part, "normal") == 0)
            continue;
        if (strcmp(part, "italic") == 0 || strcmp(part, "oblique") == 0) {
            v->font_italic = true;
        } else if (strcmp(part, "small-caps") == 0) {
            v->small_caps = true;
        } else if (hj_fo_word_index("bold bolder lighter 100 200 300 400 500 600 700 800 900",
                                    part) >= 0) {
            font_weight(s, part);
        } else {
            char *slash = strchr(part, '/'), height[64] = "";
            if (slash && slash[1]) {
                memcpy(height, slash + 1, strlen(slash + 1) + 1);
            } else {
                const char *ahead = at; /* "10pt / 12pt" */
                bool apart = !slash && hj_fo_token(&ahead, height, sizeof height)
                             && height[0] == '/';
                if (apart && height[1])
                    memmove(height, height + 1, strlen(height));
                else if ((!slash && !apart) || !hj_fo_token(slash ? &at : &ahead, height,
                                                            sizeof height))
                    height[0] = '\0';
                if (apart)
                    at = ahead;
            }
            if (slash)
                *slash = '\0';
            font_size(s, hj_property_find("font-size", 9), part);
            if (height[0])
                line_height(s, hj_property_find("line-height", 11), height);
            at += strspn(at, " ");
            if (*at)
                v->font_family = hj_arena_strdup(s->b->arena, at);
            return;
        }
    }
    hj_fo_bad_value(s, p, value, "style, weight, size/line-height and family");
}

/* XSL 1.1, 7.17.2 and 7.17.8. A length alone leaves justification its usual room. The components
 * come after it, the optimum first (rank), so that the limits can be kept as differences. */
static bool spacing(hj_fo_state *s, const char *component, const char *value, bool letter)
{
    hj_len length = 0;
    if (component && strcmp(component, "conditionality") == 0)
        return hj_fo_word_index("discard retain", value) >= 0;
    if (component && strcmp(component, "precedence") == 0)
        return true; /* between words and letters nothing else can stand that it would outweigh */
    if (strcmp(value, "normal") != 0 && !hj_fo_absolute(s, value, &length))
        return false;
    hj_fo_inherited *in = hj_fo_set_in(s);
    hj_len *optimum = letter ? &in->letter_spacing : &in->word_spacing;
    hj_spacing_limits *limits = letter ? &in->letter_limits : &in->word_limits;
    if (!component) {
        *limits = (hj_spacing_limits){0};
        *optimum = length;
    } else if (strcmp(component, "optimum") == 0) {
        *optimum = length;
    } else if (strcmp(component, "minimum") == 0) {
        limits->less = length < *optimum ? *optimum - length : 0;
        limits->less_stated = true;
    } else {
        limits->more = length > *optimum ? length - *optimum : 0;
        limits->more_stated = true;
    }
    return true;
}

/* bolder and lighter as CSS Fonts 3, 3.2, has them: the next weight of a family that has four. */
static bool font_weight(hj_fo_state *s, const char *value)
{
    bool ok = true;
    int i = hj_fo_word_index("normal bold bolder lighter", value);
    int from = s->node->parent ? s->node->parent->in->font_weight : 400;
    int weight = i == 0 ? 400 : i == 1 ? 700
               : i == 2 ? (from < 350 ? 400 : from < 550 ? 700 : 900)
               : i == 3 ? (from < 550 ? 100 : from < 750 ? 400 : 700)
                        : hj_fo_integer(value, 100, 900, &ok);
    if (i >= 2 && s->b->tree->readings->weights_step)
        weight = i == 2 ? (from < 900 ? from + 100 : 900) : from > 100 ? from - 100 : 100;
    if (ok)
        hj_fo_set_in(s)->font_weight = (int16_t)weight;
    return ok;
}

bool hj_fo_type_property(hj_fo_state *s, const hj_property *p, const char *component,
                         const char *value, bool *ok)
{
#define IS(text) (strcmp(p->name, text) == 0)
    *ok = true;
    if (IS("font-size")) {
        font_size(s, p, value);
    } else if (IS("font")) {
        font(s, p, value);
    } else if (IS("font-weight")) {
        *ok = font_weight(s, value);
    } else if (IS("font-size-adjust")) {
        hj_numeric n = strcmp(value, "none") ? hj_fo_evaluate(s, value, s->node->in->font_size)
                                             : (hj_numeric){N_NUMBER, 0};
        *ok = n.kind == N_NUMBER && n.value >= 0 && n.value < 10;
        if (*ok)
            hj_fo_set_in(s)->font_size_adjust = hj_fo_rounded(n.value * 1000);
    } else if (IS("line-height")) {
        if (!component || strcmp(component, "optimum") == 0)
            line_height(s, p, value);
        else
            *ok = strcmp(component, "conditionality") == 0
                  || strcmp(component, "precedence") == 0;
    } else if (IS("letter-spacing") || IS("word-spacing")) {
        *ok = spacing(s, component, value, IS("letter-spacing"));
    } else {
        return false;
    }
    return true;
#undef IS
}
