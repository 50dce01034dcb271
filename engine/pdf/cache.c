/* What an engine keeps between documents: the compressor, font subsets, deflated pictures.
 *
 * The hard idea: a kept thing is a pure function of its key, so that a hit saves time and can
 * change no byte. Each shelf is a ring: the oldest goes when it is full. */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

enum { SUBSETS = 32, IMAGES = 32, LEVELS = 13, KEEP_BYTES = 1 << 20 };

struct hj_pdf_cache {
    struct libdeflate_compressor *compressors[LEVELS];
    hj_pdf_subset subsets[SUBSETS];
    hj_pdf_image_data images[IMAGES];
    unsigned next_subset, next_image;
    hj_buf profile; /* of the output intent, deflated at profile_level */
    int profile_level;
};

hj_pdf_cache *hj_pdf_cache_new(void)
{
    hj_pdf_cache *cache = calloc(1, sizeof *cache);
    if (!cache)
        abort();
    return cache;
}

static void free_subset(hj_pdf_subset *s)
{
    free(s->glyphs);
    free(s->gids);
    free(s->deflated);
}

static void free_image(hj_pdf_image_data *image)
{
    free(image->deflated);
    free(image->alpha);
}

void hj_pdf_cache_free(hj_pdf_cache *cache)
{
    if (!cache)
        return;
    for (int i = 0; i < LEVELS; i++)
        if (cache->compressors[i])
            libdeflate_free_compressor(cache->compressors[i]);
    for (int i = 0; i < SUBSETS; i++)
        free_subset(&cache->subsets[i]);
    for (int i = 0; i < IMAGES; i++)
        free_image(&cache->images[i]);
    hj_buf_free(&cache->profile);
    free(cache);
}

/* Without a cache the caller frees the compressor. */
struct libdeflate_compressor *hj_pdf_compressor(hj_pdf_cache *cache, int level)
{
    struct libdeflate_compressor *c = cache ? cache->compressors[level] : NULL;
    if (!c) {
        c = libdeflate_alloc_compressor(level);
        if (!c)
            abort();
        if (cache)
            cache->compressors[level] = c;
    }
    return c;
}

const hj_buf *hj_pdf_profile(hj_pdf_file *file, hj_buf *room)
{
    hj_pdf_cache *cache = file->cache;
    hj_buf *profile = cache ? &cache->profile : room;
    if (cache && profile->len && cache->profile_level == file->level)
        return profile;
    hj_buf_clear(profile);
    hj_pdf_deflate(file, hj_srgb_profile, hj_srgb_profile_size, profile);
    if (cache)
        cache->profile_level = file->level;
    return profile;
}

const hj_pdf_subset *hj_pdf_cached_subset(hj_pdf_cache *cache, const hj_pdf_subset *wanted)
{
    for (int i = 0; cache && i < SUBSETS; i++) {
        const hj_pdf_subset *s = &cache->subsets[i];
        if (s->face == wanted->face && s->level == wanted->level
            && s->n_glyphs == wanted->n_glyphs
            && memcmp(s->glyphs, wanted->glyphs, s->n_glyphs) == 0)
            return s;
    }
    return NULL;
}

const hj_pdf_subset *hj_pdf_keep_subset(hj_pdf_cache *cache, const hj_pdf_subset *subset)
{
    if (!cache || subset->n_deflated > KEEP_BYTES)
        return NULL;
    hj_pdf_subset *place = &cache->subsets[cache->next_subset++ % SUBSETS];
    free_subset(place);
    *place = *subset;
    return place;
}

const hj_pdf_image_data *hj_pdf_cached_image(hj_pdf_cache *cache, const hj_raster *raster,
                                             int level)
{
    for (int i = 0; cache && i < IMAGES; i++) {
        const hj_pdf_image_data *m = &cache->images[i];
        if (m->width == raster->width && memcmp(m->key, raster->key, sizeof m->key) == 0
            && m->height == raster->height && m->channels == raster->channels
            && m->level == level && !m->alpha == !raster->has_alpha
            && !m->deflated == !!raster->rows)
            return m;
    }
    return NULL;
}

const hj_pdf_image_data *hj_pdf_keep_image(hj_pdf_cache *cache, const hj_pdf_image_data *image)
{
    if (!cache || image->n_deflated + image->n_alpha > KEEP_BYTES)
        return NULL;
    hj_pdf_image_data *place = &cache->images[cache->next_image++ % IMAGES];
    free_image(place);
    *place = *image;
    return place;
}
