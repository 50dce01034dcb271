/* libexslt, opened when a stylesheet first asks for EXSLT's strings, sets, math or functions.
 *
 * It brings libgcrypt with it, and most stylesheets have no use for either: linked, the two took a
 * fortieth of the time of a process that makes one letter. node-set() needs neither (functions.c).
 * A program that has libxslt inside it, linked statically, would get a second libxslt with this
 * library; nothing is found then, and the stylesheet is refused with a message. */
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "transform/internal.h"

static struct {
    void (*str_register)(void), (*func_register)(void);
    int (*sets_register)(xmlXPathContext *, const xmlChar *prefix);
    int (*math_register)(xmlXPathContext *, const xmlChar *prefix);
} exslt;
static xmlXPathContext *shop; /* where sets and math register theirs, while open_library() runs */
static bool opened;

static bool symbol(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);
    /* POSIX: what dlsym gives may be stored as a function pointer; ISO C has no cast for it. */
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

static xmlXPathFunction find(const char *ns, const char *name)
{
    xmlXPathFunction f = xmlXPathFunctionLookupNS(shop, BAD_CAST name, BAD_CAST ns);
    return f ? f : xsltExtModuleFunctionLookup(BAD_CAST name, BAD_CAST ns);
}

/* Some of str: can only be had through libxslt's registry; what was not there before is taken out
 * again, so that a host's own stylesheets see no change. */
static void open_library(void)
{
    static const char *const strings[] = {"tokenize", "split", "encode-uri", "decode-uri",
                                          "padding", "align", "concat", "replace"};
    void *library = dlopen("libexslt.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library || !symbol(library, "exsltStrRegister", &exslt.str_register)
        || !symbol(library, "exsltFuncRegister", &exslt.func_register)
        || !symbol(library, "exsltSetsXpathCtxtRegister", &exslt.sets_register)
        || !symbol(library, "exsltMathXpathCtxtRegister", &exslt.math_register))
        return;
    bool before[HJ_COUNT(strings)];
    for (size_t i = 0; i < HJ_COUNT(strings); i++)
        before[i] = xsltExtModuleFunctionLookup(BAD_CAST strings[i], BAD_CAST HJ_NS_STRINGS);
    exslt.func_register(); /* func:function works only through libxslt's process-wide registry */
    exslt.str_register();
    shop = xmlXPathNewContext(NULL);
    exslt.sets_register(shop, BAD_CAST "set");
    exslt.math_register(shop, BAD_CAST "math");
    opened = find(HJ_NS_STRINGS, "tokenize") != NULL;
    hj_functions_borrow(find);
    xmlXPathFreeContext(shop);
    for (size_t i = 0; i < HJ_COUNT(strings); i++)
        if (!before[i])
            xsltUnregisterExtModuleFunction(BAD_CAST strings[i], BAD_CAST HJ_NS_STRINGS);
}

bool hj_exslt_open(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_library);
    return opened;
}
