/* Shapes as data, for stages that make them (diagram/), carry them (layout/) and draw them. */
#ifndef HJ_BASE_PATH_H
#define HJ_BASE_PATH_H

#include <stddef.h>
#include <stdint.h>

typedef enum { HJ_MOVE, HJ_LINE, HJ_CURVE, HJ_CLOSE } hj_path_op;
typedef struct hj_path { /* coordinates in 1/1000 pt, double; n_points by ops: 1, 1, 3, 0 */
    const uint8_t *ops;
    const double *xy;
    size_t n_ops;
} hj_path;

typedef struct hj_stroke {
    double width, miter_limit;
    uint8_t cap, join; /* 0 butt/miter, 1 round, 2 square/bevel, as in PDF */
    double dash[8];
    int n_dash;
    double dash_offset;
} hj_stroke;

#endif
