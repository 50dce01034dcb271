/* The message catalogue: a table made at build from po/nb.po (engine/base/po2c.c). */
#ifndef HJ_BASE_I18N_H
#define HJ_BASE_I18N_H

#include <stddef.h>

typedef struct hj_message {
    const char *english, *translated;
} hj_message;

extern const hj_message hj_messages_nb[]; /* sorted by english, bytewise */
extern const size_t hj_messages_nb_count;

#endif
