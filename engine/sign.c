/* sign: keys, and signatures of packs (rules/signature.c says what they are). */
#include "handle.h"

hjemmel_result *hjemmel_sign(hjemmel *h, const char *pack, const char *key, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, pack, job);
    hj_buf out = {0};
    hj_pack_sign(pack, key, &out, w->diags);
    return hj_work_finish(w, &out);
}

hjemmel_result *hjemmel_new_key(hjemmel *h, const char *path, const unsigned char seed[32],
                                const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    hj_buf out = {0};
    hj_key_make(path, seed, &out, w->diags);
    return hj_work_finish(w, &out);
}
