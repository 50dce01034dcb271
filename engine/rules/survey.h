/* What the rule language is made of, as the loader itself asks for it: for `hjemmel editor`.
 *
 * The hard idea: a list of keys written down beside the loader would be wrong the day after. So the
 * loader is watched at work: every table it opens tells which keys it may have, and every value it
 * reads what it must be. Tables no pack has are opened empty, once, to be seen too. */
#ifndef HJ_RULES_SURVEY_H
#define HJ_RULES_SURVEY_H

#include "rules/rules.h"

typedef enum {
    HJ_KEY_ANY, HJ_KEY_STRING, HJ_KEY_NUMBER, HJ_KEY_INTEGER, HJ_KEY_FLAG, HJ_KEY_DATE, HJ_KEY_MAAL,
    HJ_KEY_PATH, HJ_KEY_CITES, HJ_KEY_COND, HJ_KEY_STRINGS
} hj_key_type;

typedef struct hj_survey_key {
    const char *name;
    hj_key_type type;
    bool required;
} hj_survey_key;

typedef struct hj_survey_form { /* a table of the language: regel { … }, punkt { … } */
    const char *what;
    bool positional; /* takes values without a name too */
    int n;
    hj_survey_key *keys; /* as the loader lists them */
} hj_survey_form;

typedef struct hj_survey {
    hj_arena *arena;
    int n_forms, cap_forms;
    hj_survey_form *forms; /* by name, then by keys */
    size_t n_words;
    const char **words; /* every name a pack may use, sorted */
} hj_survey;

/* Loads the packs under dirs as hj_rulebase_load does, and fills in *survey (owned by arena). */
hj_rulebase *hj_rulebase_survey(const char *const *dirs, hj_survey *survey, hj_arena *arena,
                                hj_diags *diags);

#endif
