/* An XPath as a tree: xread.c makes it, xpath.c walks it. */
#ifndef HJ_FACTS_XTREE_H
#define HJ_FACTS_XTREE_H

#include "facts/xpath.h"

enum { MAX_DEPTH = 60, MAX_ARGUMENTS = 24 /* of concat */ };

typedef enum {
    OR, AND, EQ, NE, LT, LE, GT, GE, PLUS, MINUS, TIMES, DIV, MOD,
    UNION, PATH, LITERAL, NUMBER, VARIABLE, HERE, CALL
} kind;

typedef enum {
    CHILD, ATTRIBUTE, SELF, PARENT, DESCENDANT, DESCENDANT_OR_SELF, ANCESTOR, FOLLOWING_SIBLING,
    PRECEDING_SIBLING
} axis;

typedef enum { ANY_NAME, NAMED, ANY_NODE, TEXT } node_test;

typedef enum {
    F_NOT, F_BOOLEAN, F_TRUE, F_FALSE, F_COUNT, F_LAST, F_POSITION, F_NUMBER, F_STRING, F_CONCAT,
    F_CONTAINS, F_STARTS_WITH, F_NORMALIZE_SPACE, F_TRANSLATE, F_STRING_LENGTH, F_SUM,
    F_SUBSTRING_BEFORE, F_SUBSTRING_AFTER, F_SUBSTRING
} function;

typedef struct hj_xpath_function {
    const char *name;
    int least, most; /* arguments */
} hj_xpath_function;
extern const hj_xpath_function hj_xpath_functions[];
enum { HJ_XPATH_FUNCTIONS = F_SUBSTRING + 1 };

typedef struct step {
    axis axis;
    node_test test;
    const char *name;
    int n;
    struct hj_xpath **predicates;
    struct step *next;
} step;

struct hj_xpath {
    kind kind;
    struct hj_xpath *a, *b; /* operands; a of a PATH: what it starts from, or NULL */
    bool absolute; /* PATH */
    step *whole; /* PATH: its predicates count over all that a gives, (…)[1]; or NULL */
    step *steps;
    const char *text; /* LITERAL, VARIABLE */
    double number;
    function function;
    int n;
    struct hj_xpath **arguments; /* of a CALL */
    const char *attribute; /* of a PATH that is @name and nothing more; else NULL */
    int slot; /* in brackets, the same wherever they stand: found once, kept at slot - 1; or 0 */
    int slots; /* of the whole path */
};

#endif
