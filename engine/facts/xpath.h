/* The XPath 1.0 that rules use, compiled to a tree and walked by us: path.c's second gear, between
 * plain steps and libxml2. Private to facts/. */
#ifndef HJ_FACTS_XPATH_H
#define HJ_FACTS_XPATH_H

#include <libxml/tree.h>

#include "facts/facts.h"

typedef struct hj_xpath hj_xpath;

/* NULL for what is not taken here (functions nobody uses, odd axes): libxml2 then has it. Nothing
 * is reported. Lives in arena. */
hj_xpath *hj_xpath_compile(const char *text, hj_arena *arena);
/* As libxml2 would have it: same nodes in document order, same values. */
hj_path_result hj_xpath_eval(const hj_xpath *x, hj_path_host *host, const xmlNode *root);

/* Can a name begin with this byte: a letter, _ or a byte of a letter beyond ASCII. */
static inline bool hj_xpath_name_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

#endif
