/* layout/breaker.c against an exhaustive search, and its behaviour where no good answer exists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "layout/internal.h"

static hj_item box(hj_len width)
{
    return (hj_item){.kind = HJ_BOX, .width = width};
}

static hj_item glue(hj_len width, hj_len stretch, hj_len shrink)
{
    return (hj_item){.kind = HJ_GLUE, .width = width, .stretch = stretch, .shrink = shrink};
}

static hj_item penalty(int32_t p, hj_len width, bool flagged)
{
    return (hj_item){.kind = HJ_PENALTY, .penalty = p, .width = width, .flagged = flagged};
}

/* Words of given widths, glue 4 plus 3 minus 1, the paragraph's end. Returns how many items. */
static size_t words(hj_item *items, const int *widths, size_t n)
{
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        items[k++] = box(widths[i] * 1000);
        if (i + 1 < n)
            items[k++] = glue(4000, 3000, 1000);
    }
    items[k++] = penalty(HJ_INFINITY, 0, false);
    items[k++] = glue(0, HJ_FIL, 0);
    items[k++] = penalty(-HJ_INFINITY, 0, false);
    return k;
}

static const hj_break_options plain = {
    .widths = (const hj_len[]){60000}, .n_widths = 1, .tolerance = 2000,
    .flagged_demerits = 10000, .fitness_demerits = 5000,
};

/* ---- exhaustive search with the same measure of badness, written from the definition ---- */

typedef struct search {
    const hj_item *items;
    int n;
    const hj_break_options *o;
    int best_breaks[64], best_count;
    int64_t best;
    int breaks[64];
} search;

static void explore(search *s, int from, int line, int64_t so_far, int last_class, bool last_flag,
                    int count)
{
    while (from < s->n && s->items[from].kind != HJ_BOX
           && !(s->items[from].kind == HJ_PENALTY && s->items[from].penalty <= -HJ_INFINITY))
        from++;
    int64_t width = 0, stretch = 0, shrink = 0, fil = 0;
    int64_t room_for = s->o->widths[(size_t)line < s->o->n_widths ? (size_t)line
                                                                   : s->o->n_widths - 1];
    for (int i = from; i < s->n; i++) {
        const hj_item *it = &s->items[i];
        bool legal = it->kind == HJ_GLUE ? i > 0 && s->items[i - 1].kind == HJ_BOX
                                         : it->kind == HJ_PENALTY && it->penalty < HJ_INFINITY;
        if (legal) {
            int64_t room = room_for - width - (it->kind == HJ_PENALTY ? it->width : 0), r;
            if (room >= 0)
                r = room == 0 || fil ? 0 : stretch > 0 ? room * 1000 / stretch : 999999;
            else
                r = shrink > 0 ? -((-room * 1000 + shrink - 1) / shrink) : -999999;
            if (r >= -1000 && r <= s->o->tolerance) {
                int64_t size = r < 0 ? -r : r, bad = 100 * size * size * size / 1000000000;
                int64_t d = (10 + bad) * (10 + bad);
                int32_t p = it->kind == HJ_PENALTY ? it->penalty : 0;
                if (p > -HJ_INFINITY)
                    d += p > 0 ? (int64_t)p * p : -(int64_t)p * p;
                bool flag = it->kind == HJ_PENALTY && it->flagged;
                if (flag && last_flag)
                    d += s->o->flagged_demerits;
                int class = r < -500 ? 0 : r <= 500 ? 1 : r <= 1000 ? 2 : 3;
                if (count && abs(class - last_class) > 1)
                    d += s->o->fitness_demerits;
                s->breaks[count] = i;
                if (i == s->n - 1) {
                    if (s->best < 0 || so_far + d < s->best) {
                        s->best = so_far + d;
                        s->best_count = count + 1;
                        memcpy(s->best_breaks, s->breaks, sizeof s->breaks);
                    }
                } else {
                    explore(s, i + 1, line + 1, so_far + d, class, flag, count + 1);
                }
            }
        }
        if (it->kind == HJ_PENALTY && it->penalty <= -HJ_INFINITY)
            return;
        if (it->kind != HJ_PENALTY)
            width += it->width;
        if (it->kind == HJ_GLUE && it->stretch >= HJ_FIL)
            fil++;
        else if (it->kind == HJ_GLUE) {
            stretch += it->stretch;
            shrink += it->shrink;
        }
        if (width - shrink > room_for)
            return;
    }
}

static void test_optimal(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    unsigned seed = 7;
    int solved = 0;
    for (int round = 0; round < 3000; round++) {
        hj_item items[128];
        size_t n = 0;
        seed = seed * 1103515245 + 12345;
        size_t count = 8 + (seed >> 16) % 14;
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1103515245 + 12345;
            items[n++] = box((hj_len)(3 + (seed >> 16) % 22) * 1000);
            if ((seed >> 24) % 3 == 0) { /* a word with a hyphen in it */
                items[n++] = penalty(50, 2000, true);
                items[n++] = box((hj_len)(3 + (seed >> 20) % 9) * 1000);
            }
            if ((seed >> 22) % 23 == 0)
                items[n++] = penalty(-HJ_INFINITY, 0, false);
            else if (i + 1 < count)
                items[n++] = glue(4000, 3000, 1000);
        }
        items[n++] = penalty(HJ_INFINITY, 0, false);
        items[n++] = glue(0, HJ_FIL, 0);
        items[n++] = penalty(-HJ_INFINITY, 0, false);
        hj_len widths[] = {50000, 70000, 60000};
        hj_break_options o = plain;
        o.widths = widths;
        o.n_widths = 1 + round % 3;
        search s = {.items = items, .n = (int)n, .o = &o, .best = -1};
        explore(&s, 0, 0, 0, 1, false, 0);
        if (s.best < 0)
            continue;
        solved++;
        hj_breakpoint *got;
        size_t lines = hj_break_items(items, n, &o, arena, &got);
        assert_int_equal(lines, s.best_count);
        for (size_t i = 0; i < lines; i++)
            assert_int_equal(got[i].item, s.best_breaks[i]);
    }
    assert_true(solved > 500);
    hj_arena_free(arena);
}

static void test_better_than_greedy(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_item items[64];
    /* Greedy sets 24 24 3 | 20 18 (loose beyond all measure) | 26 26; the 3 belongs below. */
    static const int widths[] = {24, 24, 3, 20, 18, 26, 26};
    static const int expected[] = {3, 9};
    size_t n = words(items, widths, HJ_COUNT(widths));
    hj_break_options o = plain;
    o.tolerance = 3000;
    hj_breakpoint *got;
    assert_int_equal(hj_break_items(items, n, &o, arena, &got), 3);
    assert_int_equal(got[0].item, expected[0]);
    assert_int_equal(got[0].ratio, 2666);
    assert_int_equal(got[1].item, expected[1]);
    assert_int_equal(got[1].ratio, 1833);
    assert_int_equal(got[2].item, n - 1);
    assert_int_equal(got[2].ratio, 0);
    hj_arena_free(arena);
}

static void test_trivial(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_breakpoint *got;
    assert_int_equal(hj_break_items(NULL, 0, &plain, arena, &got), 0);
    hj_item items[16];
    size_t n = words(items, (const int[]){20, 20}, 2);
    assert_int_equal(hj_break_items(items, n, &plain, arena, &got), 1);
    assert_int_equal(got[0].ratio, 0); /* the fil takes it all */
    /* no forced break at the end: the end is one */
    items[0] = box(1000);
    assert_int_equal(hj_break_items(items, 1, &plain, arena, &got), 1);
    assert_int_equal(got[0].item, 1);
    /* two forced breaks in a row: an empty line between */
    items[0] = box(1000);
    items[1] = penalty(-HJ_INFINITY, 0, false);
    items[2] = penalty(-HJ_INFINITY, 0, false);
    assert_int_equal(hj_break_items(items, 3, &plain, arena, &got), 2);
    hj_arena_free(arena);
}

static void test_overfull(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_item items[64];
    hj_breakpoint *got;
    static const int widths[] = {20, 90, 20, 20, 58, 58, 30, 30};
    size_t n = words(items, widths, HJ_COUNT(widths));
    size_t lines = hj_break_items(items, n, &plain, arena, &got);
    /* 20 | 90 (overfull) | 20 20 | 58 | 58 | 30 | 30 in items of word+glue pairs */
    static const int expected[] = {1, 3, 7, 9, 11, 13, 17};
    assert_int_equal(lines, HJ_COUNT(expected));
    for (size_t i = 0; i < lines; i++)
        assert_int_equal(got[i].item, expected[i] == 17 ? (int)n - 1 : expected[i]);
    assert_true(got[1].ratio < -1000);
    assert_true(got[0].ratio > 2000);
    hj_arena_free(arena);
}

static void test_rescue_heeds_penalties(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_breakpoint *got;
    /* A page of 60: blocks of 20 without glue; the break after the third is unwelcome (a keep). */
    hj_item items[32];
    size_t n = 0;
    for (int i = 0; i < 6; i++) {
        items[n++] = box(i == 2 ? 18000 : 20000);
        items[n++] = penalty(i == 2 ? 900 : 0, 0, false);
    }
    items[n - 1] = penalty(-HJ_INFINITY, 0, false);
    size_t pages = hj_break_items(items, n, &plain, arena, &got);
    assert_int_equal(pages, 3);
    assert_int_equal(got[0].item, 3);
    hj_arena_free(arena);
}

static void test_ladder(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_breakpoint *got;
    hj_item items[256];
    size_t n = 0;
    for (int i = 0; i < 24; i++) { /* 10 3 13- fills a line of 27 */
        items[n++] = box(10000);
        items[n++] = glue(3000, 6000, 1000);
        items[n++] = box(13000);
        items[n++] = penalty(10, 1000, true);
    }
    items[n++] = box(10000);
    n++;
    items[n - 1] = glue(0, HJ_FIL, 0);
    items[n++] = penalty(-HJ_INFINITY, 0, false);
    hj_break_options o = plain;
    o.widths = (const hj_len[]){27000};
    o.flagged_demerits = 0;
    o.tolerance = 9000;
    for (o.max_flagged = 0; o.max_flagged <= 2; o.max_flagged++) {
        size_t lines = hj_break_items(items, n, &o, arena, &got);
        int row = 0, most = 0;
        for (size_t i = 0; i < lines; i++) {
            row = items[got[i].item].flagged ? row + 1 : 0;
            most = row > most ? row : most;
        }
        if (o.max_flagged)
            assert_in_range(most, 0, o.max_flagged);
        else
            assert_true(most > 2);
    }
    hj_arena_free(arena);
}

static void test_never_quadratic(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    enum { N = 200000 };
    hj_item *items = calloc(2 * N + 3, sizeof *items);
    for (int kind = 0; kind < 3; kind++) {
        size_t n = 0;
        for (int i = 0; i < N; i++) {
            items[n++] = box(kind == 0 ? 20000 : 1);
            items[n++] = kind == 1 ? glue(1, 1000000, 1) : glue(4000, 3000, kind == 2 ? 4000 : 1000);
        }
        items[n++] = penalty(-HJ_INFINITY, 0, false);
        hj_break_options o = plain;
        o.widths = (const hj_len[]){4000000};
        hj_breakpoint *got;
        clock_t begin = clock();
        size_t lines = hj_break_items(items, n, &o, arena, &got);
        assert_true(lines >= 1);
        assert_true((double)(clock() - begin) / CLOCKS_PER_SEC < 20);
    }
    free(items);
    hj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimal), cmocka_unit_test(test_better_than_greedy),
        cmocka_unit_test(test_trivial), cmocka_unit_test(test_overfull),
        cmocka_unit_test(test_rescue_heeds_penalties), cmocka_unit_test(test_ladder),
        cmocka_unit_test(test_never_quadratic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
