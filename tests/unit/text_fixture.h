/* Fonts for tests: the catalogue of the repository linked into a fresh folder. Tests run from the
 * top of the repository. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "text/text.h"

static char font_dir[] = "/tmp/hjemmel-fonts-XXXXXX";
static const char *const hyphen_dirs[] = {"engine/text/hyphenation", "/usr/share/hyphen", NULL};

static inline void link_fonts(void)
{
    char command[128];
    assert_non_null(mkdtemp(font_dir));
    snprintf(command, sizeof command, "fonts/link %s", font_dir);
    assert_int_equal(system(command), 0);
}

static inline void unlink_fonts(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", font_dir);
    assert_int_equal(system(command), 0);
}

static inline hj_fonts *load_fonts(hj_diags *diags)
{
    hj_fonts *fonts = hj_fonts_load("fonts/fonts.xml", font_dir, hyphen_dirs, diags);
    assert_non_null(fonts);
    return fonts;
}

#endif
