/* How XSL 1.1 is read: ours, and FOP 2.8's, which tests/compare found out.
 *
 * The hard idea: compatibility is data. Wherever two readings part, the code asks a field of this
 * struct what to do; this is the only file that knows whose reading it is. */
#include "fo/fo.h"

const hj_readings hj_readings_xsl = {
    .table_fixed = false, /* XSL 1.1, 7.28.15: auto is the initial value */
    .px = 750, /* CSS's 96 to the inch */
    .pictures_loose = false,
};

const hj_readings hj_readings_fop = {
    .table_fixed = true, /* FOP has no automatic column widths */
    .px = 1000, /* its source resolution is 72 dpi unless configured */
    .pictures_loose = true, /* it has no maximum for a stated size, and takes a minimum for one */
};
