/* Opening libcairo. See libcairo.h for why it is not linked. */
#define HJ_LIBCAIRO_TABLE_ONLY
#include "paint/libcairo.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

hj_libcairo hj_cairo;

bool hj_libcairo_open(void)
{
    static const struct { const char *name; size_t offset; } functions[] = {
#define HJ_ROW(name) {#name, offsetof(hj_libcairo, name)},
        HJ_CAIRO_FUNCTIONS(HJ_ROW)
#undef HJ_ROW
    };
    static void *library;
    static bool complete;
    if (library)
        return complete;
    library = dlopen("libcairo.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return false;
    complete = true;
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
        void *function = dlsym(library, functions[i].name);
        /* POSIX: what dlsym gives may be stored as a function pointer; ISO C has no cast for it. */
        memcpy((char *)&hj_cairo + functions[i].offset, &function, sizeof function);
        complete = complete && function;
    }
    return complete;
}
