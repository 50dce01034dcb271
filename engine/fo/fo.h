/* fo/: from an XML tree of XSL-FO to a tree of formatting objects with computed properties.
 *
 * Owns: the property table (engine/fo/properties.c is the only list; README.md is generated from
 * it), expressions, shorthands, inheritance, validation of object nesting.
 * Refuses: objects and properties outside the subset, by name with file:line and the stylesheet
 * line that made them (error when strict, else a warning and the initial value).
 * Takes an xmlDoc, from which text is borrowed; gives nodes in the arena.
 *
 * One hard idea: a node holds a pointer to a shared, immutable block of computed values. Children
 * with no inherited change share their parent's block, so that inheritance is a pointer copy. */
#ifndef HJ_FO_H
#define HJ_FO_H

#include "base/base.h"

typedef enum hj_fo_type {
    HJ_FO_TEXT = 0, /* character data; text, text_len set */
    HJ_FO_ROOT, HJ_FO_LAYOUT_MASTER_SET, HJ_FO_SIMPLE_PAGE_MASTER, HJ_FO_PAGE_SEQUENCE_MASTER,
    HJ_FO_SINGLE_PAGE_MASTER_REFERENCE, HJ_FO_REPEATABLE_PAGE_MASTER_REFERENCE,
    HJ_FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES, HJ_FO_CONDITIONAL_PAGE_MASTER_REFERENCE,
    HJ_FO_REGION_BODY, HJ_FO_REGION_BEFORE, HJ_FO_REGION_AFTER, HJ_FO_REGION_START,
    HJ_FO_REGION_END,
    HJ_FO_DECLARATIONS, HJ_FO_BOOKMARK_TREE, HJ_FO_BOOKMARK, HJ_FO_BOOKMARK_TITLE,
    HJ_FO_PAGE_SEQUENCE, HJ_FO_TITLE, HJ_FO_STATIC_CONTENT, HJ_FO_FLOW,
    HJ_FO_BLOCK, HJ_FO_BLOCK_CONTAINER, HJ_FO_INLINE, HJ_FO_INLINE_CONTAINER, HJ_FO_CHARACTER,
    HJ_FO_WRAPPER, HJ_FO_BIDI_OVERRIDE, HJ_FO_INITIAL_PROPERTY_SET,
    HJ_FO_EXTERNAL_GRAPHIC, HJ_FO_INSTREAM_FOREIGN_OBJECT,
    HJ_FO_PAGE_NUMBER, HJ_FO_PAGE_NUMBER_CITATION, HJ_FO_PAGE_NUMBER_CITATION_LAST,
    HJ_FO_LEADER, HJ_FO_BASIC_LINK,
    HJ_FO_TABLE, HJ_FO_TABLE_AND_CAPTION, HJ_FO_TABLE_CAPTION, HJ_FO_TABLE_COLUMN,
    HJ_FO_TABLE_HEADER, HJ_FO_TABLE_FOOTER, HJ_FO_TABLE_BODY, HJ_FO_TABLE_ROW, HJ_FO_TABLE_CELL,
    HJ_FO_LIST_BLOCK, HJ_FO_LIST_ITEM, HJ_FO_LIST_ITEM_LABEL, HJ_FO_LIST_ITEM_BODY,
    HJ_FO_FOOTNOTE, HJ_FO_FOOTNOTE_BODY, HJ_FO_FLOAT,
    HJ_FO_MARKER, HJ_FO_RETRIEVE_MARKER, HJ_FO_RETRIEVE_TABLE_MARKER,
    HJ_FO_TYPES
} hj_fo_type;

/* A length that may wait for layout. value: HJ_ABS 1/1000 pt; HJ_PERCENT 1/1000 % (50 % =
 * 50000) of what the property refers to; HJ_PROPORTIONAL 1/1000 proportional-column-width units;
 * HJ_LABEL_END / HJ_BODY_START: the list functions, value is an offset to add. */
typedef enum { HJ_AUTO, HJ_ABS, HJ_PERCENT, HJ_PROPORTIONAL, HJ_LABEL_END, HJ_BODY_START,
               HJ_NONE } hj_length_kind;
typedef struct hj_length {
    hj_length_kind kind;
    int32_t value;
} hj_length;

#define HJ_FORCE INT32_MAX /* precedence="force" */
typedef struct hj_space {
    hj_length minimum, optimum, maximum;
    int32_t precedence;
    bool retain; /* conditionality */
} hj_space;

typedef enum { HJ_BORDER_NONE, HJ_BORDER_HIDDEN, HJ_BORDER_SOLID, HJ_BORDER_DASHED,
               HJ_BORDER_DOTTED, HJ_BORDER_DOUBLE } hj_border_style;
typedef struct hj_border {
    hj_border_style style;
    hj_len width; /* computed: 0 when style is none */
    hj_color color;
    bool retain;
} hj_border;

/* Keep strength: 0 auto, 1 … HJ_KEEP_ALWAYS-1 integers, HJ_KEEP_ALWAYS. */
#define HJ_KEEP_ALWAYS INT32_MAX
typedef struct hj_keep {
    int32_t line, column, page;
} hj_keep;

enum { HJ_BEFORE, HJ_AFTER, HJ_START, HJ_END }; /* index of the four sides, writing-mode lr-tb */

typedef enum { HJ_ALIGN_START, HJ_ALIGN_CENTER, HJ_ALIGN_END, HJ_ALIGN_JUSTIFY } hj_align;
typedef enum { HJ_DISPLAY_AUTO, HJ_DISPLAY_BEFORE, HJ_DISPLAY_CENTER, HJ_DISPLAY_AFTER }
    hj_display_align;
typedef enum { HJ_BREAK_AUTO, HJ_BREAK_COLUMN, HJ_BREAK_PAGE, HJ_BREAK_EVEN_PAGE,
               HJ_BREAK_ODD_PAGE } hj_break_kind;
typedef enum { HJ_POSITION_AUTO, HJ_POSITION_ABSOLUTE, HJ_POSITION_FIXED } hj_position;
typedef enum { HJ_WRAP, HJ_NO_WRAP } hj_wrap;
typedef enum { HJ_WS_IGNORE, HJ_WS_PRESERVE, HJ_WS_TREAT_AS_SPACE, HJ_WS_IGNORE_BEFORE,
               HJ_WS_IGNORE_AFTER, HJ_WS_IGNORE_SURROUNDING, HJ_WS_TREAT_AS_ZERO_WIDTH } hj_white;
typedef enum { HJ_TRANSFORM_NONE, HJ_TRANSFORM_UPPERCASE, HJ_TRANSFORM_LOWERCASE,
               HJ_TRANSFORM_CAPITALIZE } hj_text_transform;
enum { HJ_DECORATION_UNDERLINE = 1, HJ_DECORATION_OVERLINE = 2, HJ_DECORATION_LINE_THROUGH = 4 };
typedef enum { HJ_BASELINE, HJ_SUB, HJ_SUPER, HJ_SHIFT_LENGTH, HJ_VALIGN_TOP, HJ_VALIGN_MIDDLE,
               HJ_VALIGN_BOTTOM, HJ_VALIGN_TEXT_TOP, HJ_VALIGN_TEXT_BOTTOM, HJ_VALIGN_CENTRAL,
               HJ_VALIGN_HANGING, HJ_VALIGN_MATHEMATICAL } hj_baseline_kind;
typedef enum { HJ_FIT_NONE, HJ_FIT_BOTH, HJ_FIT_DOWN, HJ_FIT_UP } hj_fit;
typedef enum { HJ_OVERFLOW_AUTO, HJ_OVERFLOW_VISIBLE, HJ_OVERFLOW_HIDDEN, HJ_OVERFLOW_SCROLL,
               HJ_OVERFLOW_ERROR } hj_overflow;
typedef enum { HJ_LEADER_SPACE, HJ_LEADER_RULE, HJ_LEADER_DOTS, HJ_LEADER_USE_CONTENT }
    hj_leader_pattern;

/* .minimum and .maximum of letter-spacing and word-spacing, as differences from .optimum. */
typedef struct hj_spacing_limits {
    hj_len less, more;
    bool less_stated, more_stated;
} hj_spacing_limits;
enum { HJ_HANGS_START = 1, HJ_HANGS_END = 2 };

/* Computed values that inherit. */
typedef struct hj_fo_inherited {
    const char *font_family; /* the list as written */
    hj_len font_size;
    int16_t font_weight; /* 100–900 */
    bool font_italic, small_caps, font_condensed;
    int32_t font_size_adjust; /* aspect value, 1/1000; 0 none */
    hj_color color;
    hj_len line_height; /* computed; line-height="normal" is 1.2 font-size */
    bool line_height_is_factor;
    int32_t line_height_factor; /* 1/1000, when is_factor */
    hj_align text_align, text_align_last; /* text-align-last relative resolved */
    bool text_align_last_relative; /* text-align-last follows text-align */
    hj_length text_indent; /* % of the measure */
    hj_length start_indent, end_indent; /* may be label-end()/body-start() or % */
    hj_length last_line_end_indent;
    hj_len letter_spacing, word_spacing; /* added to what the font gives */
    /* How far justification may go from there, when stated: what may be taken off and added. */
    hj_spacing_limits letter_limits, word_limits;
    uint8_t hanging; /* HJ_HANGS_…: punctuation past the edges of justified text */
    const char *language, *country; /* from xml:lang / language / country; may be NULL */
    bool hyphenate, hyphenation_keep; /* keep: column and page are one */
    int16_t hyphenation_push, hyphenation_remain, hyphenation_ladder; /* ladder 0: no limit */
    uint32_t hyphenation_character;
    int16_t orphans, widows;
    hj_white white_space_treatment, linefeed_treatment;
    bool white_space_collapse;
    hj_wrap wrap;
    hj_text_transform text_transform;
    hj_keep keep_together; /* inherits in XSL */
    hj_display_align display_align;
    bool border_collapse;
    hj_len border_spacing_inline, border_spacing_block;
    hj_len provisional_distance, provisional_separation;
    bool empty_cells_hide, relative_align_baseline, caption_after;
    bool font_height; /* line-stacking-strategy */
    bool disregard_shifts; /* line-height-shift-adjustment */
    hj_leader_pattern leader_pattern;
    hj_len rule_thickness;
    hj_border_style rule_style;
    hj_length leader_min, leader_opt, leader_max, leader_pattern_width;
    bool leader_align_page; /* leader-alignment reference-area/page */
} hj_fo_inherited;

/* Computed values that do not inherit. */
typedef struct hj_fo_own {
    hj_space space_before, space_after, space_start, space_end;
    hj_border border[4];
    hj_length padding[4];
    bool padding_retain[4];
    hj_length margin[4];
    bool margin_given[4];
    hj_color background; /* AA 0x00: none */
    const char *background_image; /* uri; NULL none */
    hj_length background_position[2]; /* horizontal, vertical: ABS or PERCENT */
    uint8_t background_repeat; /* 1 across, 2 down */
    hj_length width, height; /* inline-/block-progression-dimension.optimum; AUTO */
    hj_length min_width, max_width, min_height, max_height;
    hj_length content_width, content_height; /* AUTO, ABS, PERCENT; NONE: see fit */
    hj_fit fit_width, fit_height; /* scale-…-to-fit of content-width, content-height */
    bool scaling_uniform;
    hj_keep keep_with_next, keep_with_previous;
    hj_break_kind break_before, break_after;
    hj_position position;
    int16_t reference_orientation; /* 0, 90, 180, 270, against the area around (7.21.3) */
    hj_length offset[4]; /* top/bottom/left/right as HJ_BEFORE/AFTER/START/END; AUTO */
    uint8_t decoration; /* accumulated over ancestors */
    hj_baseline_kind baseline;
    hj_len baseline_shift;
    hj_length alignment_adjust; /* ABS upwards; PERCENT of the line-height, a picture's height */
    hj_overflow overflow;
    bool span_all;
    int16_t column_number, columns_spanned, rows_spanned, columns_repeated;
    hj_length column_width;
    bool table_fixed; /* table-layout */
    bool omit_header_at_break, omit_footer_at_break, starts_row, ends_row;
    int16_t column_count;
    hj_len column_gap;
    hj_length extent; /* regions */
    bool precedence; /* region-before/after */
    hj_align link_align;
} hj_fo_own;

typedef struct hj_fo_node {
    hj_fo_type type;
    struct hj_fo_node *parent, *first, *last, *next;
    const hj_fo_inherited *in; /* shared with the parent when nothing changed; never NULL */
    const hj_fo_own *own; /* the initial values, shared, when nothing is set; never NULL */
    const char *text; /* HJ_FO_TEXT: NUL-terminated, as in the source (white space untouched) */
    size_t text_len;
    const char *id; /* NULL when none; unique in the document (error otherwise) */
    const char *role, *alt, *actual, *scope, *kilde; /* accessibility; NULL when none */
    const char *lang; /* xml:lang / language stated on this very object, BCP 47; NULL when none */
    const char *name; /* master-name, master-reference, flow-name, region-name, marker-class-name,
                         retrieve-class-name, ref-id, src, internal-destination: see ref below */
    const char *ref; /* master-reference, ref-id, internal-destination */
    const char *uri; /* src, external-destination (url() removed) */
    const struct hj_fo_raw *raw; /* the rest: properties used by one object only (below) */
    void *foreign; /* HJ_FO_INSTREAM_FOREIGN_OBJECT: xmlNode * of the root element (borrowed from
                      the xmlDoc, which must live until painting is over) */
    hj_place place; /* where in the FO or, when transform/ told so, in the stylesheet */
    uint32_t index; /* document order, 0 … n-1 */
} hj_fo_node;

/* Seldom used values, kept as text or numbers where one object needs them. All have defaults. */
typedef struct hj_fo_raw {
    int initial_page_number; /* 0 auto, -1 auto-odd, -2 auto-even, else the number */
    enum { HJ_FORCE_AUTO, HJ_FORCE_EVEN, HJ_FORCE_ODD, HJ_FORCE_END_EVEN, HJ_FORCE_END_ODD,
           HJ_FORCE_NONE } force_page_count;
    const char *format; /* page number format: "1", "01", "i", "a", … */
    int maximum_repeats; /* -1: no-limit */
    enum { HJ_PAGE_ANY, HJ_PAGE_FIRST, HJ_PAGE_LAST, HJ_PAGE_REST, HJ_PAGE_ONLY } page_position;
    enum { HJ_PARITY_ANY, HJ_PARITY_ODD, HJ_PARITY_EVEN } odd_or_even;
    enum { HJ_BLANK_ANY, HJ_BLANK_BLANK, HJ_BLANK_NOT_BLANK } blank_or_not_blank;
    hj_length page_width, page_height;
    enum { HJ_RETRIEVE_FIRST_STARTING, HJ_RETRIEVE_FIRST_INCLUDING, HJ_RETRIEVE_LAST_STARTING,
           HJ_RETRIEVE_LAST_ENDING } retrieve_position;
    enum { HJ_BOUNDARY_PAGE, HJ_BOUNDARY_PAGE_SEQUENCE, HJ_BOUNDARY_DOCUMENT,
           HJ_BOUNDARY_TABLE, HJ_BOUNDARY_TABLE_FRAGMENT } retrieve_boundary;
    bool starting_state_hide;
    uint32_t character; /* fo:character */
    bool show_destination_new;
} hj_fo_raw;

/* Where XSL 1.1 leaves room, or another formatter reads it otherwise: what is chosen. All of them
 * stand in readings.c, each with its why, and nowhere is it asked which formatter is meant. */
typedef struct hj_readings {
    bool table_fixed; /* table-layout, stated or not */
    int px; /* 1/1000 pt */
    bool row_of_contents; /* a row's height is its cells' content, without borders and padding */
    bool rows_cut; /* a row may be cut wherever that fills the page, not only when it is high */
    bool margins_everywhere; /* margins of rows, cells and list parts are indents too */
    bool span_breaks; /* breaks between rows that a cell spans are made */
    bool baselines; /* relative-align="baseline" is heard */
    bool item_discards; /* spaces at the edges of a list item's label and body vanish */
    const char *first_family; /* unstated font-family; NULL: the initial value of the table */
    const char *last_family; /* where no family of a list is known; NULL: the catalogue's chain */
    bool font_variants; /* small capitals, condensed families and font-size-adjust are made */
    bool font_keeps; /* the shorthand font leaves alone what it does not name */
    bool weights_step; /* bolder and lighter are a hundred up or down */
    bool upper_singly; /* text-transform: a ß stays a ß */
    bool ties; /* "§ 13", "12. november": no line ends between words that are read as one */
    uint32_t stand_in; /* drawn for a character no font has */
    bool compat_lines; /* lines broken by FOP's elements and demerits (layout/compat.c) */
    bool line_extents; /* leading lies outside all that stands in a line, whatever its size; raised
                          text is raised by x-heights; before- and after-edge are the line's */
    bool breaks_by_object; /* between two texts lines end at blanks only */
    bool turned_fills; /* a turned container of no stated length (container.c) */
    bool fixed_in_body; /* what absolute-position="fixed" is measured in (container.c) */
    bool columns_balanced; /* on the last page (pages.c) */
    bool last_page_apart; /* a last page whose text does not fit (pages.c) */
    bool feeds_part; /* widows and orphans are counted between line feeds that were asked for */
    bool citations_wide; /* lines are broken as if page numbers not known yet were "MMM" */
    bool leader_grid; /* patterns of leaders stand in columns without leader-alignment */
    bool margins_retained; /* a margin above or below is kept at the edges of a page */
    bool empty_areas; /* an empty block separates the spaces around it */
    bool inline_margins; /* of inline objects, and spaces beside pictures, take room */
    bool letters_and_words; /* stated word-spacing is all there is between two words */
    bool edge_blanks; /* white space does not collapse across the edges of inline objects, and is
                         treated as the block says */
    bool pictures_loose; /* bounds of a picture's stated size, its alignment (graphic.c) */
    bool font_boxes; /* what the PDF says of a font's ascent and descent is its bounding box's */
    bool drawings_hundred; /* SVG without width or height is 100 px there, whatever its viewBox */
    bool pictures_as_stored; /* EXIF orientation says nothing */
    bool missing_silent; /* nothing stands in the place of a picture that cannot be shown */
} hj_readings;
extern const hj_readings hj_readings_xsl; /* ours: XSL 1.1, and the better type where it is free */
extern const hj_readings hj_readings_fop; /* those of FOP 2.8, for --compat fop */

typedef struct hj_fo_options {
    bool strict; /* outside the subset is an error (render), else a warning (fo) */
    const hj_readings *readings; /* NULL: hj_readings_xsl */
    const char *file; /* name for places when a node carries none */
} hj_fo_options;

typedef struct hj_fo_tree {
    hj_fo_node *root;
    const hj_readings *readings; /* never NULL */
    const char *title; /* dc:title of the XMP, else fo:title of the first page-sequence; NULL */
    const char *lang; /* of fo:root, else dc:language, else of the first page-sequence; NULL */
    uint32_t count; /* nodes */
    bool strict; /* as in the options */
    bool pictures_told; /* the caller tells of pictures without alternative text, all at once */
} hj_fo_tree;

/* What PDF/A-2a and PDF/UA-1 ask for and the document does not have. Asked after layout, which may
 * give a diagram its text. pictures in arena. */
typedef struct hj_fo_missing {
    bool title, lang;
    const hj_fo_node **pictures; /* without alternative text, and no decoration */
    size_t n;
} hj_fo_missing;
hj_fo_missing hj_fo_archival(const hj_fo_tree *tree, hj_arena *arena);

/* Builds the tree from doc (an xmlDoc *), which must outlive it: text and foreign content are
 * borrowed. NULL when there were errors that leave nothing to lay
 * out. Attributes in urn:hjemmel:fo:1 (alt, actual, scope, kilde, fil, linje) and FOP's
 * fox:alt-text, fox:header are read; other foreign attributes are ignored with a warning.
 * fil/linje (put there by transform/) become the node's place. */
hj_fo_tree *hj_fo_build(void *doc, const hj_fo_options *options, hj_arena *arena,
                        hj_diags *diags);

const char *hj_fo_type_name(hj_fo_type type); /* "fo:block"; "#text" */
/* The path of a node for messages: /fo:root/fo:page-sequence[1]/fo:flow/fo:block[3]. In arena. */
const char *hj_fo_path(const hj_fo_node *node, hj_arena *arena);
/* Where a node stands, with its path, for a message in diags. */
hj_place hj_fo_at(const hj_fo_node *node, const hj_diags *diags);
/* A copy of an fo:marker with its content as it inherits when it stands in the place of onto, a
 * retrieve-marker; marker itself when that makes no difference. In arena. */
const hj_fo_node *hj_fo_graft(const hj_fo_node *marker, const hj_fo_node *onto, hj_arena *arena);
/* A length against its reference: PERCENT of reference, ABS as is, AUTO/NONE gives otherwise. */
hj_len hj_length_resolve(hj_length length, hj_len reference, hj_len otherwise);
/* Stable text of the tree with the computed values that differ from the initial ones. */
void hj_fo_dump(const hj_fo_tree *tree, hj_buf *out);
/* The coverage table as Markdown: the content of engine/fo/README.md between its markers. */
void hj_fo_coverage(hj_buf *out);

#endif
