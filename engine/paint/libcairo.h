/* libcairo, opened when a preview or a plain PDF is first asked for.
 *
 * cairo brings seventeen libraries with it (X11, XCB, fontconfig, pixman …). Loading them took a
 * third of the time of a process that makes one archival letter and never draws with cairo, so they
 * are not linked but opened. Included after cairo's own headers: from here on cairo_x() goes
 * through the table. */
#ifndef HJ_PAINT_LIBCAIRO_H
#define HJ_PAINT_LIBCAIRO_H

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <stdbool.h>

#define HJ_CAIRO_FUNCTIONS(X) \
    X(cairo_clip) \
    X(cairo_close_path) \
    X(cairo_create) \
    X(cairo_curve_to) \
    X(cairo_destroy) \
    X(cairo_fill) \
    X(cairo_font_face_destroy) \
    X(cairo_font_face_set_user_data) \
    X(cairo_font_options_create) \
    X(cairo_font_options_destroy) \
    X(cairo_font_options_set_antialias) \
    X(cairo_font_options_set_hint_metrics) \
    X(cairo_font_options_set_hint_style) \
    X(cairo_ft_font_face_create_for_ft_face) \
    X(cairo_get_matrix) \
    X(cairo_get_source) \
    X(cairo_identity_matrix) \
    X(cairo_image_surface_create) \
    X(cairo_image_surface_get_data) \
    X(cairo_image_surface_get_stride) \
    X(cairo_line_to) \
    X(cairo_matrix_init) \
    X(cairo_matrix_invert) \
    X(cairo_move_to) \
    X(cairo_new_path) \
    X(cairo_paint) \
    X(cairo_paint_with_alpha) \
    X(cairo_pattern_add_color_stop_rgba) \
    X(cairo_pattern_create_linear) \
    X(cairo_pattern_create_radial) \
    X(cairo_pattern_destroy) \
    X(cairo_pattern_set_extend) \
    X(cairo_pattern_set_matrix) \
    X(cairo_pdf_surface_create_for_stream) \
    X(cairo_pdf_surface_set_metadata) \
    X(cairo_pdf_surface_set_size) \
    X(cairo_pop_group_to_source) \
    X(cairo_push_group) \
    X(cairo_rectangle) \
    X(cairo_restore) \
    X(cairo_save) \
    X(cairo_scale) \
    X(cairo_set_dash) \
    X(cairo_set_fill_rule) \
    X(cairo_set_font_face) \
    X(cairo_set_font_options) \
    X(cairo_set_font_size) \
    X(cairo_set_line_cap) \
    X(cairo_set_line_join) \
    X(cairo_set_line_width) \
    X(cairo_set_matrix) \
    X(cairo_set_miter_limit) \
    X(cairo_set_source) \
    X(cairo_set_source_rgb) \
    X(cairo_set_source_rgba) \
    X(cairo_set_source_surface) \
    X(cairo_set_tolerance) \
    X(cairo_show_glyphs) \
    X(cairo_show_page) \
    X(cairo_show_text_glyphs) \
    X(cairo_status) \
    X(cairo_status_to_string) \
    X(cairo_stroke) \
    X(cairo_surface_destroy) \
    X(cairo_surface_finish) \
    X(cairo_surface_mark_dirty) \
    X(cairo_surface_status) \
    X(cairo_surface_write_to_png_stream) \
    X(cairo_svg_surface_create_for_stream) \
    X(cairo_tag_begin) \
    X(cairo_tag_end) \
    X(cairo_transform) \
    X(cairo_user_to_device)

typedef struct hj_libcairo {
#define HJ_FIELD(name) __typeof__(name) *name;
    HJ_CAIRO_FUNCTIONS(HJ_FIELD)
#undef HJ_FIELD
} hj_libcairo;

/* The table; filled by hj_libcairo_open. */
extern hj_libcairo hj_cairo;

/* Opens the library once for the process. False when it, or one of the functions, is not there. */
bool hj_libcairo_open(void);

#ifndef HJ_LIBCAIRO_TABLE_ONLY
#define cairo_clip hj_cairo.cairo_clip
#define cairo_close_path hj_cairo.cairo_close_path
#define cairo_create hj_cairo.cairo_create
#define cairo_curve_to hj_cairo.cairo_curve_to
#define cairo_destroy hj_cairo.cairo_destroy
#define cairo_fill hj_cairo.cairo_fill
#define cairo_font_face_destroy hj_cairo.cairo_font_face_destroy
#define cairo_font_face_set_user_data hj_cairo.cairo_font_face_set_user_data
#define cairo_font_options_create hj_cairo.cairo_font_options_create
#define cairo_font_options_destroy hj_cairo.cairo_font_options_destroy
#define cairo_font_options_set_antialias hj_cairo.cairo_font_options_set_antialias
#define cairo_font_options_set_hint_metrics hj_cairo.cairo_font_options_set_hint_metrics
#define cairo_font_options_set_hint_style hj_cairo.cairo_font_options_set_hint_style
#define cairo_ft_font_face_create_for_ft_face hj_cairo.cairo_ft_font_face_create_for_ft_face
#define cairo_get_matrix hj_cairo.cairo_get_matrix
#define cairo_get_source hj_cairo.cairo_get_source
#define cairo_identity_matrix hj_cairo.cairo_identity_matrix
#define cairo_image_surface_create hj_cairo.cairo_image_surface_create
#define cairo_image_surface_get_data hj_cairo.cairo_image_surface_get_data
#define cairo_image_surface_get_stride hj_cairo.cairo_image_surface_get_stride
#define cairo_line_to hj_cairo.cairo_line_to
#define cairo_matrix_init hj_cairo.cairo_matrix_init
#define cairo_matrix_invert hj_cairo.cairo_matrix_invert
#define cairo_move_to hj_cairo.cairo_move_to
#define cairo_new_path hj_cairo.cairo_new_path
#define cairo_paint hj_cairo.cairo_paint
#define cairo_paint_with_alpha hj_cairo.cairo_paint_with_alpha
#define cairo_pattern_add_color_stop_rgba hj_cairo.cairo_pattern_add_color_stop_rgba
#define cairo_pattern_create_linear hj_cairo.cairo_pattern_create_linear
#define cairo_pattern_create_radial hj_cairo.cairo_pattern_create_radial
#define cairo_pattern_destroy hj_cairo.cairo_pattern_destroy
#define cairo_pattern_set_extend hj_cairo.cairo_pattern_set_extend
#define cairo_pattern_set_matrix hj_cairo.cairo_pattern_set_matrix
#define cairo_pdf_surface_create_for_stream hj_cairo.cairo_pdf_surface_create_for_stream
#define cairo_pdf_surface_set_metadata hj_cairo.cairo_pdf_surface_set_metadata
#define cairo_pdf_surface_set_size hj_cairo.cairo_pdf_surface_set_size
#define cairo_pop_group_to_source hj_cairo.cairo_pop_group_to_source
#define cairo_push_group hj_cairo.cairo_push_group
#define cairo_rectangle hj_cairo.cairo_rectangle
#define cairo_restore hj_cairo.cairo_restore
#define cairo_save hj_cairo.cairo_save
#define cairo_scale hj_cairo.cairo_scale
#define cairo_set_dash hj_cairo.cairo_set_dash
#define cairo_set_fill_rule hj_cairo.cairo_set_fill_rule
#define cairo_set_font_face hj_cairo.cairo_set_font_face
#define cairo_set_font_options hj_cairo.cairo_set_font_options
#define cairo_set_font_size hj_cairo.cairo_set_font_size
#define cairo_set_line_cap hj_cairo.cairo_set_line_cap
#define cairo_set_line_join hj_cairo.cairo_set_line_join
#define cairo_set_line_width hj_cairo.cairo_set_line_width
#define cairo_set_matrix hj_cairo.cairo_set_matrix
#define cairo_set_miter_limit hj_cairo.cairo_set_miter_limit
#define cairo_set_source hj_cairo.cairo_set_source
#define cairo_set_source_rgb hj_cairo.cairo_set_source_rgb
#define cairo_set_source_rgba hj_cairo.cairo_set_source_rgba
#define cairo_set_source_surface hj_cairo.cairo_set_source_surface
#define cairo_set_tolerance hj_cairo.cairo_set_tolerance
#define cairo_show_glyphs hj_cairo.cairo_show_glyphs
#define cairo_show_page hj_cairo.cairo_show_page
#define cairo_show_text_glyphs hj_cairo.cairo_show_text_glyphs
#define cairo_status hj_cairo.cairo_status
#define cairo_status_to_string hj_cairo.cairo_status_to_string
#define cairo_stroke hj_cairo.cairo_stroke
#define cairo_surface_destroy hj_cairo.cairo_surface_destroy
#define cairo_surface_finish hj_cairo.cairo_surface_finish
#define cairo_surface_mark_dirty hj_cairo.cairo_surface_mark_dirty
#define cairo_surface_status hj_cairo.cairo_surface_status
#define cairo_surface_write_to_png_stream hj_cairo.cairo_surface_write_to_png_stream
#define cairo_svg_surface_create_for_stream hj_cairo.cairo_svg_surface_create_for_stream
#define cairo_tag_begin hj_cairo.cairo_tag_begin
#define cairo_tag_end hj_cairo.cairo_tag_end
#define cairo_transform hj_cairo.cairo_transform
#define cairo_user_to_device hj_cairo.cairo_user_to_device
#endif

#endif
