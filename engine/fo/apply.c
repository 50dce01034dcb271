/* From the attributes of one object to its computed values.
 *
 * The hard idea: values are written into a private copy made only when the first one differs, so
 * most nodes share their parent's inherited block and the one block of initial values. Attributes
 * are applied in rank order (shorthands before longhands, font-size before em), after which the
 * corresponding properties of XSL 1.1 section 5.3 are settled. */
#include <libxml/tree.h>
#include <string.h>

#include "fo/value.h"

#define HJFO_NS "urn:hjemmel:fo:1"
#define FOX_NS "http://xmlgraphics.apache.org/fop/extensions"
#define XML_NS "http://www.w3.org/XML/1998/namespace"

typedef struct attribute {
    const hj_property *property;
    const char *component; /* after the dot, or NULL */
    const char *value;
    int rank;
} attribute;

static void apply(hj_fo_state *s, const attribute *a);

static void apply_named(hj_fo_state *s, const char *name, size_t len, const char *value)
{
    attribute a = {hj_property_find(name, len), NULL, value, 0};
    apply(s, &a);
}

/* One to four values for top, right, bottom, left (CSS 2). */
static void sides(hj_fo_state *s, const hj_property *p, const char *value)
{
    char part[4][64];
    int n = 0;
    const char *name = p->words;
    if (strcmp(p->name, "border") == 0) { /* the same width, style and colour on all sides */
        for (int i = 0; i < 4; i++) {
            size_t len = strcspn(name, " ");
            apply_named(s, name, len, value);
            name += len + (name[len] == ' ');
        }
        return;
    }
    const char *at = value;
    while (n < 4 && hj_fo_token(&at, part[n], sizeof part[n]))
        n++;
    char rest[8];
    if (!n || hj_fo_token(&at, rest, sizeof rest)) {
        hj_fo_bad_value(s, p, value, "one to four values");
        return;
    }
    static const int pick[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    for (int i = 0; i < 4; i++) {
        size_t len = strcspn(name, " ");
        apply_named(s, name, len, part[pick[n - 1][i]]);
        name += len + (name[len] == ' ');
    }
}

static void border(hj_fo_state *s, const hj_property *p, const char *value)
{
    static const char styles[] = "none hidden solid dashed dotted double";
    char part[64];
    hj_border border = {HJ_BORDER_NONE, 1000, s->node->in->color, false};
    for (const char *at = value; hj_fo_token(&at, part, sizeof part);) {
        int style = hj_fo_word_index(styles, part);
        hj_len width;
        hj_color color;
        if (style >= 0) {
            border.style = (hj_border_style)style;
        } else if (hj_fo_border_width(s, part, &width)) {
            border.width = width;
        } else if (hj_expr_color(part, &color)) {
            border.color = color;
        } else {
            hj_fo_bad_value(s, p, value,
                            "width, style (none solid dashed dotted double) and colour");
            return;
        }
    }
    *(hj_border *)hj_fo_slot(s, p) = border;
}

bool hj_fo_is_language(const char *value)
{
    size_t n = strlen(value);
    if (n < 2 || n > 20)
        return false;
    for (; *value; value++)
        if (!((*value >= 'a' && *value <= 'z') || (*value >= 'A' && *value <= 'Z')
              || (*value >= '0' && *value <= '9') || *value == '-'))
            return false;
    return true;
}

static bool leader_length(hj_fo_state *s, const char *component, const char *value)
{
    hj_length l;
    if (!hj_fo_length(s, value, &l))
        return false;
    hj_fo_inherited *v = hj_fo_set_in(s);
    if (!component || strcmp(component, "minimum") == 0)
        v->leader_min = l;
    if (!component || strcmp(component, "optimum") == 0)
        v->leader_opt = l;
    if (!component || strcmp(component, "maximum") == 0)
        v->leader_max = l;
    return true;
}

static bool content_size(hj_fo_state *s, const char *value, hj_length *out, hj_fit *fit)
{
    int i = hj_fo_word_index("auto scale-to-fit scale-down-to-fit scale-up-to-fit", value);
    *fit = i < 0 ? HJ_FIT_NONE : (hj_fit)i; /* the words in the order of hj_fit */
    if (i >= 0) {
        *out = (hj_length){i == 0 ? HJ_AUTO : HJ_NONE, 0};
        return true;
    }
    hj_length given;
    if (!hj_fo_length(s, value, &given) || (given.kind != HJ_ABS && given.kind != HJ_PERCENT)
        || given.value <= 0)
        return false;
    *out = given;
    return true;
}

static bool decoration(hj_fo_state *s, const char *value)
{
    char part[32];
    for (const char *at = value; hj_fo_token(&at, part, sizeof part);) {
        static const struct { const char *word; uint8_t bit; } words[] = {
            {"underline", HJ_DECORATION_UNDERLINE}, {"overline", HJ_DECORATION_OVERLINE},
            {"line-through", HJ_DECORATION_LINE_THROUGH},
        };
        bool known = strcmp(part, "none") == 0;
        if (known)
            hj_fo_set_own(s)->decoration = 0;
        for (size_t i = 0; i < HJ_COUNT(words); i++) {
            if (strcmp(part, words[i].word) == 0) {
                hj_fo_set_own(s)->decoration |= words[i].bit;
                known = true;
            } else if (strncmp(part, "no-", 3) == 0 && strcmp(part + 3, words[i].word) == 0) {
                hj_fo_set_own(s)->decoration &= (uint8_t)~words[i].bit;
                known = true;
            }
        }
        if (!known)
            return false;
    }
    return true;
}

static bool text_align(const char *value, hj_align *out)
{
    /* left/right are start/end in the one writing mode there is; inside/outside as on odd pages. */
    static const struct { const char *word; hj_align align; } words[] = {
        {"start", HJ_ALIGN_START}, {"left", HJ_ALIGN_START}, {"inside", HJ_ALIGN_START},
        {"center", HJ_ALIGN_CENTER}, {"end", HJ_ALIGN_END}, {"right", HJ_ALIGN_END},
        {"outside", HJ_ALIGN_END}, {"justify", HJ_ALIGN_JUSTIFY},
    };
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(value, words[i].word) == 0) {
            *out = words[i].align;
            return true;
        }
    return false;
}

/* size: auto, landscape, portrait (of A4), or width and height: the shorthand of both (7.31.21). */
static bool page_size(hj_fo_state *s, const char *value)
{
    hj_length w = {HJ_AUTO, 0}, h = {HJ_AUTO, 0};
    int i = hj_fo_word_index("auto portrait landscape", value);
    if (i < 0) {
        char part[2][64], rest[8];
        const char *at = value;
        if (!hj_fo_token(&at, part[0], sizeof part[0]))
            return false;
        bool two = hj_fo_token(&at, part[1], sizeof part[1]);
        if (!hj_fo_length(s, part[0], &w) || !hj_fo_length(s, part[two], &h)
            || hj_fo_token(&at, rest, sizeof rest))
            return false;
    } else if (i == 2) {
        w = (hj_length){HJ_ABS, HJ_MM(297)};
        h = (hj_length){HJ_ABS, HJ_MM(210)};
    }
    hj_fo_set_raw(s)->page_width = w;
    hj_fo_set_raw(s)->page_height = h;
    return true;
}

static bool special(hj_fo_state *s, const attribute *a)
{
    const char *name = a->property->name, *value = a->value;
    hj_arena *arena = s->b->arena;
    bool ok = true;
#define IS(text) (strcmp(name, text) == 0)
    if (hj_fo_type_property(s, a->property, a->component, value, &ok)) {
        return ok;
    } else if (hj_fo_background_property(s, a->property, value, &ok)) {
        return ok;
    } else if (strstr(name, "baseline") || IS("alignment-adjust")
               || IS("vertical-align")) {
        ok = hj_fo_baseline(s, name, value);
    } else if (IS("border-spacing") || IS("border-separation")) {
        char part[2][64];
        const char *at = value;
        int n = 0;
        while (n < 2 && hj_fo_token(&at, part[n], sizeof part[n]))
            n++;
        hj_len inline_, block;
        ok = n && hj_fo_absolute(s, part[0], &inline_) && hj_fo_absolute(s, part[n - 1], &block);
        if (ok) {
            const char *c = a->component;
            if (!c || strncmp(c, "inline", 6) == 0)
                hj_fo_set_in(s)->border_spacing_inline = inline_;
            if (!c || strncmp(c, "block", 5) == 0)
                hj_fo_set_in(s)->border_spacing_block = block;
        }
    } else if (IS("character") || IS("hyphenation-character")) {
        const char *p = value;
        uint32_t c = *p ? hj_utf8_next(&p, value + strlen(value)) : 0;
        ok = c && !*p;
        if (ok && IS("character"))
            hj_fo_set_raw(s)->character = c;
        else if (ok)
            hj_fo_set_in(s)->hyphenation_character = c;
    } else if (IS("content-height")) {
        hj_fo_own *own = hj_fo_set_own(s);
        ok = content_size(s, value, &own->content_height, &own->fit_height);
    } else if (IS("content-width")) {
        hj_fo_own *own = hj_fo_set_own(s);
        ok = content_size(s, value, &own->content_width, &own->fit_width);
    } else if (IS("country")) {
        hj_fo_set_in(s)->country = strcmp(value, "none") ? hj_arena_strdup(arena, value) : NULL;
    } else if (IS("language") || IS("xml:lang")) {
        if (strcmp(value, "none") == 0) {
            hj_fo_set_in(s)->language = NULL;
        } else if ((ok = hj_fo_is_language(value))) {
            const char *lang = hj_arena_strdup(arena, value);
            hj_fo_set_in(s)->language = lang;
            s->node->lang = lang;
        }
    } else if (IS("external-destination") || IS("src")) {
        s->node->uri = hj_fo_uri(s, value);
    } else if (IS("hyphenation-ladder-count")) {
        int n = strcmp(value, "no-limit") ? hj_fo_integer(value, 1, 1000, &ok) : 0;
        if (ok)
            hj_fo_set_in(s)->hyphenation_ladder = (int16_t)n;
    } else if (IS("initial-page-number")) {
        int i = hj_fo_word_index("auto auto-odd auto-even", value);
        int n = i >= 0 ? -i : hj_fo_integer(value, 1, 1000000, &ok);
        if (ok)
            hj_fo_set_raw(s)->initial_page_number = n;
    } else if (IS("maximum-repeats")) {
        int n = strcmp(value, "no-limit") ? hj_fo_integer(value, 0, 1000000, &ok) : -1;
        if (ok)
            hj_fo_set_raw(s)->maximum_repeats = n;
    } else if (IS("leader-length")) {
        ok = leader_length(s, a->component, value);
    } else if (IS("leader-pattern-width")) {
        hj_length l = {HJ_AUTO, 0};
        ok = strcmp(value, "use-font-metrics") == 0 || hj_fo_length(s, value, &l);
        if (ok)
            hj_fo_set_in(s)->leader_pattern_width = l;
    } else if (IS("page-break-after") || IS("page-break-before")) {
        int i = hj_fo_word_index("auto always avoid left right", value);
        hj_break_kind kind = i == 1 ? HJ_BREAK_PAGE : i == 3 ? HJ_BREAK_EVEN_PAGE
                           : i == 4 ? HJ_BREAK_ODD_PAGE : HJ_BREAK_AUTO;
        ok = i >= 0;
        hj_keep always = {0, HJ_KEEP_ALWAYS, HJ_KEEP_ALWAYS};
        if (IS("page-break-after")) {
            hj_fo_set_own(s)->break_after = kind;
            if (i == 2)
                hj_fo_set_own(s)->keep_with_next = always;
        } else {
            hj_fo_set_own(s)->break_before = kind;
            if (i == 2)
                hj_fo_set_own(s)->keep_with_previous = always;
        }
    } else if (IS("page-break-inside")) {
        int i = hj_fo_word_index("auto avoid", value);
        ok = i >= 0;
        if (i == 1)
            hj_fo_set_in(s)->keep_together = (hj_keep){0, HJ_KEEP_ALWAYS, HJ_KEEP_ALWAYS};
    } else if (IS("position")) {
        int i = hj_fo_word_index("static absolute fixed", value);
        ok = i >= 0;
        if (ok)
            hj_fo_set_own(s)->position = (hj_position)i;
    } else if (IS("reference-orientation")) {
        int n = hj_fo_integer(value, -270, 270, &ok);
        ok = ok && n % 90 == 0;
        if (ok)
            hj_fo_set_own(s)->reference_orientation = (int16_t)((n + 360) % 360);
    } else if (IS("size")) {
        ok = page_size(s, value);
    } else if (IS("table-layout")) {
        int i = hj_fo_word_index("auto fixed", value);
        ok = i >= 0;
        if (ok)
            hj_fo_set_own(s)->table_fixed = i == 1 || s->b->tree->readings->table_fixed;
    } else if (IS("text-align")) {
        hj_align align;
        ok = text_align(value, &align);
        if (ok)
            hj_fo_set_in(s)->text_align = align;
    } else if (IS("text-align-last")) {
        hj_align align;
        hj_fo_set_in(s)->text_align_last_relative = strcmp(value, "relative") == 0;
        if (!hj_fo_set_in(s)->text_align_last_relative && (ok = text_align(value, &align)))
            hj_fo_set_in(s)->text_align_last = align;
    } else if (IS("text-decoration")) {
        ok = decoration(s, value);
    } else if (IS("white-space")) {
        int i = hj_fo_word_index("normal pre nowrap", value);
        ok = i >= 0;
        hj_fo_inherited *v = hj_fo_set_in(s);
        v->linefeed_treatment = i == 1 ? HJ_WS_PRESERVE : HJ_WS_TREAT_AS_SPACE;
        v->white_space_collapse = i != 1;
        v->white_space_treatment = i == 1 ? HJ_WS_PRESERVE : HJ_WS_IGNORE_SURROUNDING;
        v->wrap = i == 0 ? HJ_WRAP : HJ_NO_WRAP;
    } else {
        hj_error_blame(s->b->diags, HJ_BLAME_US, "HJ-FO-099", hj_fo_at(s->node, s->b->diags),
                       "no code for the property %s", name);
    }
#undef IS
    return ok;
}

/* minimum, optimum, maximum of a space; no component sets all three. */
static bool space(hj_fo_state *s, const hj_property *p, const char *component, const char *value)
{
    hj_space *space = hj_fo_slot(s, p);
    bool ok = true;
    if (component && strcmp(component, "conditionality") == 0) {
        int i = hj_fo_word_index("discard retain", value);
        space->retain = i == 1;
        return i >= 0;
    }
    if (component && strcmp(component, "precedence") == 0) {
        space->precedence = strcmp(value, "force") ? hj_fo_integer(value, -1000000, 1000000, &ok)
                                                   : HJ_FORCE;
        return ok;
    }
    hj_length l;
    if (!hj_fo_length(s, value, &l) || (l.kind != HJ_ABS && l.kind != HJ_PERCENT))
        return false;
    if (!component) {
        space->minimum = space->optimum = space->maximum = l;
    } else if (strcmp(component, "minimum") == 0) {
        space->minimum = l;
    } else if (strcmp(component, "optimum") == 0) {
        space->optimum = l;
    } else if (strcmp(component, "maximum") == 0) {
        space->maximum = l;
    } else {
        return false;
    }
    return true;
}

/* A length that is the size of something: nothing is smaller than 0. */
static bool extent(hj_fo_state *s, const char *value, hj_length *out)
{
    hj_length l;
    if (!hj_fo_length(s, value, &l) || l.value < 0)
        return false;
    *out = l;
    return true;
}

/* The lengths that are places or distances, and may point the other way. */
static bool may_be_negative(const hj_property *p)
{
    return hj_fo_word_index("bottom end-indent last-line-end-indent left right start-indent "
                            "text-indent top", p->name) >= 0;
}

static void apply(hj_fo_state *s, const attribute *a)
{
    const hj_property *p = a->property;
    const char *value = a->value;
    hj_length l;
    int i;

    s->now = p;
    if ((*value == 'i' || *value == 'f') && !a->component && hj_fo_taken(s, p, value))
        return;
    switch ((hj_kind)p->kind) {
    case K_IGNORED:
        break;
    case K_ONLY:
        if (hj_fo_word_index(p->words, value) < 0)
            hj_fo_bad_value(s, p, value, p->words);
        break;
    case K_REFUSED:
        hj_fo_refuse(s->b, "HJ-FO-010", s->node,
                     "%s: the property %s is not in hjemmel's subset of XSL-FO",
                     hj_fo_type_name(s->node->type), p->name);
        break;
    case K_LEN:
        if (!hj_fo_absolute(s, value, &i)
            || (i < 0 && hj_fo_word_index("column-gap rule-thickness", p->name) >= 0))
            hj_fo_bad_value(s, p, value, "a length");
        else
            *(hj_len *)hj_fo_slot(s, p) = i;
        break;
    case K_RANGE:
        /* The optimum is the size; the bounds are the min-/max- properties. */
        if (a->component && (strcmp(a->component, "minimum") == 0
                             || strcmp(a->component, "maximum") == 0)) {
            if (strcmp(value, "auto") == 0)
                break;
            if (!extent(s, value, &l)) {
                hj_fo_bad_value(s, p, value, "auto, a length or a percentage");
                break;
            }
            bool minimum = a->component[1] == 'i', width = p->words[0] == 'i';
            hj_fo_own *o = hj_fo_set_own(s);
            *(minimum ? width ? &o->min_width : &o->min_height
                      : width ? &o->max_width : &o->max_height) = l;
            break;
        }
        if (strcmp(value, "auto") == 0)
            *(hj_length *)hj_fo_slot(s, p) = (hj_length){HJ_AUTO, 0};
        else if (!extent(s, value, hj_fo_slot(s, p)))
            hj_fo_bad_value(s, p, value, "auto, a length or a percentage");
        break;
    case K_LENGTH:
        if (p->words && strcmp(value, p->words) == 0)
            *(hj_length *)hj_fo_slot(s, p) = (hj_length){*p->words == 'a' ? HJ_AUTO : HJ_NONE, 0};
        else if (!(may_be_negative(p) ? hj_fo_length(s, value, &l) : extent(s, value, &l)))
            hj_fo_bad_value(s, p, value, "a length or a percentage");
        else
            *(hj_length *)hj_fo_slot(s, p) = l;
        break;
    case K_SPACE:
        if (!space(s, p, a->component, value))
            hj_fo_bad_value(s, p, value, "a length; components minimum optimum maximum precedence "
                                   "conditionality");
        break;
    case K_INT16:
        if (hj_fo_whole(s, value, &i)) /* rounded, and at least 1, as 7.20.6 and its like say */
            *(int16_t *)hj_fo_slot(s, p) = (int16_t)i;
        else
            hj_fo_bad_value(s, p, value, "a number up to 10000");
        break;
    case K_BOOL:
        i = hj_fo_word_index(p->words, value);
        if (i < 0)
            hj_fo_bad_value(s, p, value, p->words);
        else
            *(bool *)hj_fo_slot(s, p) = hj_fo_word_is_true(p->words, i);
        break;
    case K_ENUM:
        i = hj_fo_word_index(p->words, value);
        if (i < 0)
            hj_fo_bad_value(s, p, value, p->words);
        else
            *(int *)hj_fo_slot(s, p) = i;
        break;
    case K_COLOR:
        if (!hj_expr_color(value, hj_fo_slot(s, p)))
            hj_fo_bad_value(s, p, value, "#rrggbb, rgb(…), transparent or a colour name");
        break;
    case K_KEEP: {
        hj_keep *keep = hj_fo_slot(s, p);
        int32_t strength;
        if (!hj_fo_keep_value(value, &strength)) {
            hj_fo_bad_value(s, p, value, "auto, always or a whole number");
        } else if (!a->component) {
            /* Without a component all three are set; a line is only meant by .within-line. */
            keep->column = keep->page = strength;
            keep->line = strength;
        } else if (strcmp(a->component, "within-line") == 0) {
            keep->line = strength;
        } else if (strcmp(a->component, "within-column") == 0) {
            keep->column = strength;
        } else {
            keep->page = strength;
        }
        break;
    }
    case K_STRING:
        *(const char **)hj_fo_slot(s, p) = *value ? hj_arena_strdup(s->b->arena, value) : NULL;
        break;
    case K_BORDER:
        border(s, p, value);
        break;
    case K_BORDER_WIDTH:
        if (a->component && strcmp(a->component, "conditionality") == 0)
            ((hj_border *)hj_fo_slot(s, p))->retain = strcmp(value, "retain") == 0;
        else if (!hj_fo_border_width(s, value, &((hj_border *)hj_fo_slot(s, p))->width))
            hj_fo_bad_value(s, p, value, "thin, medium, thick or a length");
        break;
    case K_BORDER_STYLE:
        i = hj_fo_word_index(p->words, value);
        if (i < 0) {
            hj_fo_bad_value(s, p, value, p->words);
        } else {
            hj_border *b = hj_fo_slot(s, p);
            b->style = (hj_border_style)i;
            if (!b->width)
                b->width = 1000; /* medium */
        }
        break;
    case K_BORDER_COLOR:
        if (!hj_expr_color(value, &((hj_border *)hj_fo_slot(s, p))->color))
            hj_fo_bad_value(s, p, value, "#rrggbb, rgb(…), transparent or a colour name");
        break;
    case K_SIDES:
        sides(s, p, value);
        break;
    case K_PADDING:
        if (a->component) {
            hj_length *at = hj_fo_slot(s, p);
            hj_fo_own *o = hj_fo_set_own(s);
            o->padding_retain[at - o->padding] = strcmp(value, "retain") == 0;
            if (hj_fo_word_index("discard retain", value) < 0)
                hj_fo_bad_value(s, p, value, "discard retain");
        } else if (!extent(s, value, hj_fo_slot(s, p))) {
            hj_fo_bad_value(s, p, value, "a length");
        }
        break;
    case K_MARGIN: {
        hj_length *at = hj_fo_slot(s, p);
        if (strcmp(value, "auto") == 0)
            *at = (hj_length){HJ_AUTO, 0};
        else if (!hj_fo_length(s, value, at)) {
            hj_fo_bad_value(s, p, value, "auto, a length or a percentage");
            break;
        }
        hj_fo_set_own(s)->margin_given[at - hj_fo_set_own(s)->margin] = true;
        break;
    }
    case K_SPECIAL:
        if (!special(s, a))
            hj_fo_bad_value(s, p, value, p->initial);
        break;
    }
}

static bool block_level(hj_fo_type type)
{
    return type == HJ_FO_BLOCK || type == HJ_FO_BLOCK_CONTAINER || type == HJ_FO_TABLE
        || type == HJ_FO_TABLE_AND_CAPTION || type == HJ_FO_LIST_BLOCK || type == HJ_FO_LIST_ITEM;
}

/* Parts of tables and lists. */
static bool holds_blocks(hj_fo_type type)
{
    return (type >= HJ_FO_TABLE_HEADER && type <= HJ_FO_TABLE_CELL) ||
           type == HJ_FO_LIST_ITEM_LABEL || type == HJ_FO_LIST_ITEM_BODY;
}

/* XSL 1.1, 5.3.2: the margin of an object that is a reference area stands alone, any other adds to
 * the inherited indent. */
static hj_length indent(hj_fo_state *s, int side, hj_length inherited)
{
    const hj_fo_own *o = s->node->own;
    hj_length margin = o->margin[side];
    hj_len extra = o->border[side].style ? o->border[side].width : 0;
    if (o->padding[side].kind == HJ_ABS)
        extra += o->padding[side].value;
    if (margin.kind == HJ_PERCENT && !extra)
        return margin;
    hj_len value = extra + (margin.kind == HJ_ABS ? margin.value : 0);
    if (s->node->type == HJ_FO_BLOCK_CONTAINER || s->node->type == HJ_FO_TABLE_CELL)
        return (hj_length){HJ_ABS, value};
    if (inherited.kind == HJ_BODY_START || inherited.kind == HJ_LABEL_END)
        return (hj_length){inherited.kind, hj_fo_clamped((int64_t)inherited.value + value)};
    return (hj_length){HJ_ABS, hj_fo_clamped((int64_t)value + (inherited.kind == HJ_ABS
                                                                   ? inherited.value : 0))};
}

/* XSL 1.1, 5.3: margins of block-level objects become indents and spaces; a border without a style
 * has no width; line-height follows the size; text-align-last="relative" follows text-align. */
static void settle(hj_fo_state *s)
{
    hj_fo_node *node = s->node;
    if (s->own) {
        hj_fo_own *o = s->own;
        for (int i = 0; i < 4; i++)
            if (o->border[i].style <= HJ_BORDER_HIDDEN)
                o->border[i].width = 0;
        bool parts = s->b->tree->readings->margins_everywhere && holds_blocks(node->type);
        if (block_level(node->type)) {
            for (int i = HJ_BEFORE; i <= HJ_AFTER; i++) {
                if (o->margin_given[i] && o->margin[i].kind != HJ_AUTO) {
                    hj_space *to = i == HJ_BEFORE ? &o->space_before : &o->space_after;
                    to->minimum = to->optimum = to->maximum = o->margin[i];
                    to->retain = to->retain || s->b->tree->readings->margins_retained;
                }
            }
        }
        if (block_level(node->type) || parts) {
            const hj_fo_inherited *parent = node->parent ? node->parent->in : &hj_fo_initial_in;
            if (o->margin_given[HJ_START])
                hj_fo_set_in(s)->start_indent = indent(s, HJ_START, parent->start_indent);
            if (o->margin_given[HJ_END])
                hj_fo_set_in(s)->end_indent = indent(s, HJ_END, parent->end_indent);
        }
    }
    if (s->in) {
        hj_fo_inherited *v = s->in;
        if (v->line_height_is_factor)
            v->line_height = hj_fo_clamped((int64_t)v->font_size * v->line_height_factor / 1000);
        if (v->text_align_last_relative)
            v->text_align_last = v->text_align == HJ_ALIGN_JUSTIFY ? HJ_ALIGN_START : v->text_align;
    }
}

/* hjfo:… and FOP's synonyms. */
static void extension(hj_fo_state *s, const char *ns, const char *prefix, const char *name,
                      const char *value)
{
    hj_fo_node *node = s->node;
    hj_arena *arena = s->b->arena;
    const char *copy = hj_arena_strdup(arena, value);
    if (strcmp(ns, HJFO_NS) == 0) {
        static const char *const known[] = {"alt", "actual", "scope", "kilde", "fil", "linje",
                                            "hanging-punctuation"};
        if (strcmp(name, "alt") == 0)
            node->alt = copy;
        else if (strcmp(name, "actual") == 0)
            node->actual = copy;
        else if (strcmp(name, "kilde") == 0)
            node->kilde = copy;
        else if (strcmp(name, "scope") == 0) {
            if (hj_fo_word_index("Row Column Both", value) >= 0)
                node->scope = copy;
            else
                hj_fo_refuse(s->b, "HJ-FO-012", node,
                             "scope '%s' is not Row, Column or Both", value);
        } else if (strcmp(name, "hanging-punctuation") == 0) {
            int i = hj_fo_word_index("none start end both", value); /* bits of HJ_HANGS_… */
            if (i >= 0)
                hj_fo_set_in(s)->hanging = (uint8_t)i;
            else
                hj_fo_refuse(s->b, "HJ-FO-012", node,
                             "hanging-punctuation '%s' is not none, start, end or both", value);
        } else if (strcmp(name, "fil") && strcmp(name, "linje")) {
            hj_error(s->b->diags, "HJ-FO-013", hj_fo_at(node, s->b->diags),
                     "there is no attribute %s in the namespace urn:hjemmel:fo:1", name);
            const char *near = hj_nearest(name, known, HJ_COUNT(known));
            if (near)
                hj_hint(s->b->diags, "did you mean '%s'?", near);
        }
    } else if (strcmp(ns, FOX_NS) == 0) {
        if (strcmp(name, "alt-text") == 0)
            node->alt = node->alt ? node->alt : copy;
        else if (strcmp(name, "header") == 0)
            node->scope = strcmp(value, "true") == 0 ? "Row" : node->scope;
        else
            hj_fo_refuse(s->b, "HJ-FO-014", node,
                         "the extension attribute fox:%s is not supported", name);
    } else {
        hj_fo_refuse(s->b, "HJ-FO-016", node,
                     "the attribute %s:%s of a foreign namespace is ignored",
                     prefix ? prefix : "", name);
    }
}

/* The distinct property names, for "did you mean". */
static const char *nearest_property(const char *name)
{
    static const char *names[400];
    static size_t n;
    if (!n)
        for (const hj_property *p; (p = hj_property_at(n)) && n < HJ_COUNT(names); n++)
            names[n] = p->name;
    return hj_nearest(name, names, n);
}

static bool component_allowed(const hj_property *p, const char *component)
{
    switch ((hj_kind)p->kind) {
    case K_SPACE:
        return hj_fo_word_index("minimum optimum maximum precedence conditionality",
                                component) >= 0;
    case K_KEEP: return hj_fo_word_index("within-line within-column within-page", component) >= 0;
    case K_RANGE: return hj_fo_word_index("minimum optimum maximum", component) >= 0;
    case K_BORDER_WIDTH: return hj_fo_word_index("length conditionality", component) >= 0;
    case K_PADDING: return hj_fo_word_index("length conditionality", component) >= 0;
    case K_SPECIAL:
        if (strcmp(p->name, "border-separation") == 0)
            return hj_fo_word_index("inline-progression-direction block-progression-direction",
                              component) >= 0;
        return (strcmp(p->name, "leader-length") == 0 || strcmp(p->name, "line-height") == 0
                || strcmp(p->name, "letter-spacing") == 0 || strcmp(p->name, "word-spacing") == 0)
            && hj_fo_word_index("minimum optimum maximum conditionality precedence",
                                component) >= 0;
    default: return false;
    }
}

static void unknown(hj_fo_state *s, const char *name)
{
    bool first = hj_fo_refuse(s->b, "HJ-FO-015", s->node,
                              "%s: there is no property '%s' in XSL-FO",
                              hj_fo_type_name(s->node->type), name) != NULL;
    const char *near = first ? nearest_property(name) : NULL;
    if (near)
        hj_hint(s->b->diags, "did you mean '%s'?", near);
}

/* The block equal to `block` that was seen before, else a copy in the arena, remembered. */
static const void *shared(hj_fo_builder *b, int table, const void *block, size_t size)
{
    uint32_t hash = 2166136261u;
    const uint32_t *words = block;
    for (size_t i = 0; i < size / sizeof *words; i++)
        hash = (hash ^ words[i]) * 16777619u;
    const void **slot_ = &b->seen[table][(hash ^ hash >> 15) % HJ_FO_SEEN];
    if (!*slot_ || memcmp(*slot_, block, size) != 0)
        *slot_ = memcpy(hj_arena_alloc(b->arena, size), block, size);
    return *slot_;
}

void hj_fo_read_attributes(hj_fo_builder *b, hj_fo_node *node, const void *element)
{
    const xmlNode *e = element;
    hj_fo_state s;
    s.b = b;
    s.node = node;
    s.in = NULL;
    s.own = NULL;
    s.raw = NULL;
    s.now = NULL;
    enum { MOST = 320 };
    attribute list[MOST];
    int n = 0;

    if (node->parent && node->parent->own->decoration) /* accumulates: XSL 1.1, 7.17.4 */
        hj_fo_set_own(&s)->decoration = node->parent->own->decoration;
    if (b->tree->readings->table_fixed && node->type == HJ_FO_TABLE)
        hj_fo_set_own(&s)->table_fixed = true;
    for (const xmlAttr *x = e->properties; x; x = x->next) {
        const char *name = (const char *)x->name;
        const char *value = x->children ? x->children->next ? NULL
                          : (const char *)x->children->content : "";
        if (!value) { /* several text nodes: entities were refused, so this is rare */
            xmlChar *joined = xmlNodeListGetString(e->doc, x->children, 1);
            value = hj_arena_strdup(b->arena, joined ? (const char *)joined : "");
            xmlFree(joined);
        }
        if (x->ns) {
            const char *ns = (const char *)x->ns->href;
            if (strcmp(ns, XML_NS) == 0) {
                if (strcmp(name, "lang") == 0)
                    name = "xml:lang";
                else
                    continue; /* xml:space, xml:id, xml:base have no meaning in XSL-FO */
            } else {
                extension(&s, ns, (const char *)x->ns->prefix, name, value);
                continue;
            }
        }
        const char *dot = strchr(name, '.');
        size_t len = dot ? (size_t)(dot - name) : strlen(name);
        const hj_property *p = hj_property_find(name, len);
        if (!p || (dot && !component_allowed(p, dot + 1))) {
            unknown(&s, name);
            continue;
        }
        if (n == MOST) {
            hj_error(b->diags, "HJ-FO-017", hj_fo_at(node, b->diags),
                     "an object has more than %d properties",
                     MOST);
            break;
        }
        /* Blank edges are normalised away by most processors; a value with them still means it. */
        while (*value == ' ' || *value == '\n' || *value == '\t')
            value++;
        size_t length_ = strlen(value);
        if (length_ && (value[length_ - 1] == ' ' || value[length_ - 1] == '\n'
                        || value[length_ - 1] == '\t')) {
            while (length_ && (value[length_ - 1] == ' ' || value[length_ - 1] == '\n'
                               || value[length_ - 1] == '\t'))
                length_--;
            value = hj_arena_strndup(b->arena, value, length_);
        }
        attribute a = {p, dot ? dot + 1 : NULL, value, p->rank};
        if (dot)
            a.rank += strcmp(dot + 1, "optimum") == 0 ? 4 : 5;
        int at = n++;
        for (; at > 0 && list[at - 1].rank > a.rank; at--)
            list[at] = list[at - 1];
        list[at] = a;
    }
    for (int i = 0; i < n; i++) {
        if (list[i].component && strcmp(list[i].component, "length") == 0)
            list[i].component = NULL;
        apply(&s, &list[i]);
    }
    settle(&s);
    if (s.in)
        node->in = shared(b, 0, s.in, sizeof *s.in);
    if (s.own)
        node->own = shared(b, 1, s.own, sizeof *s.own);
}
