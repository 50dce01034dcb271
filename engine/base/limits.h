/* Caps on hostile input, checked before allocation; each gives a diagnostic naming the limit.
 * Past them, real lack of memory aborts the process: an embedding host runs cases in workers. */
#ifndef HJ_BASE_LIMITS_H
#define HJ_BASE_LIMITS_H

#define HJ_LIMIT_XML_BYTES (32u << 20) /* a case, template or FO file */
#define HJ_LIMIT_XML_DEPTH 256
#define HJ_LIMIT_XML_NODES 4000000
#define HJ_LIMIT_RULE_BYTES (4u << 20) /* one Lua file */
#define HJ_LIMIT_PACK_BYTES (64u << 20) /* all files of a pack */
#define HJ_LIMIT_RULE_FILES 2000
#define HJ_LIMIT_LOOKUP_ROWS 2000 /* of one oppslag */
#define HJ_LIMIT_LUA_BYTES (64u << 20) /* live memory of one Lua state */
#define HJ_LIMIT_LUA_BYTES_TOTAL (1u << 30) /* cumulative allocation per case */
#define HJ_LIMIT_LUA_STEPS 5000000 /* VM instructions per file loaded and per case */
#define HJ_LIMIT_LUA_LOAD_STEPS 20000000 /* and of all files loaded together */
#define HJ_LIMIT_RECORD_PARTS 200000 /* conditions told in the record of one case */
#define HJ_LIMIT_FO_NODES 2000000
#define HJ_LIMIT_FO_DEPTH 1100 /* needs 2 MB of stack */
#define HJ_LIMIT_PAGES 10000
#define HJ_LIMIT_LENGTH 100000000 /* 100 000 pt: of a length in FO, so that sums stay in range */
#define HJ_LIMIT_PAGE_SIDE 5000000 /* 5000 pt */
#define HJ_LIMIT_IMAGE_BYTES (32u << 20)
#define HJ_LIMIT_IMAGE_PIXELS 50000000
#define HJ_LIMIT_SVG_ELEMENTS 100000
#define HJ_LIMIT_TEXT_BYTES (64u << 20) /* all text of one document */
#define HJ_LIMIT_DIAGS 200
#define HJ_LIMIT_XSLT_DEPTH 1000
#define HJ_LIMIT_XSLT_STEPS 20000000

#endif
