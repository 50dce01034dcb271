/* base/: dates, text, buffers, files, arenas. Diagnostics and translation are in test_diag.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"

static void dates(void **state)
{
    (void)state;
    char out[11];
    assert_int_equal(hj_date_make(1970, 1, 1), 0);
    assert_int_equal(hj_date_parse("2026-11-22"), hj_date_make(2026, 11, 22));
    static const char *const none[] = {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01",
                                       "2026-01-32", "2026-01-011", "2026/01/01", "", "1582-12-31",
                                       "2026-01-1x", "10000-01-01"};
    for (size_t i = 0; i < HJ_COUNT(none); i++)
        assert_int_equal(hj_date_parse(none[i]), HJ_DATE_NONE);
    /* Every day of every year comes back as itself, and the weekdays go round. */
    hj_date day = hj_date_make(1583, 1, 1), last = hj_date_make(9999, 12, 31);
    int weekday = hj_date_weekday(day);
    for (; day <= last; day++, weekday = weekday % 7 + 1) {
        hj_ymd d = hj_date_ymd(day);
        if (hj_date_make(d.year, d.month, d.day) != day || hj_date_weekday(day) != weekday
            || hj_date_parse(hj_date_iso(day, out)) != day)
            fail_msg("%s", hj_date_iso(day, out));
    }
    assert_int_equal(hj_date_weekday(hj_date_make(2026, 11, 22)), 7);
}

static void weeks_and_months(void **state)
{
    (void)state;
    int year;
    /* 2026 has a week 53 and 1 January 2027 is in it. */
    assert_int_equal(hj_date_iso_week(hj_date_make(2027, 1, 1), &year), 53);
    assert_int_equal(year, 2026);
    assert_int_equal(hj_date_from_iso_week(2019, 15, 1), hj_date_make(2019, 4, 8));
    assert_int_equal(hj_date_from_iso_week(2019, 15, 7), hj_date_make(2019, 4, 14));
    assert_int_equal(hj_date_from_iso_week(2019, 53, 1), HJ_DATE_NONE);
    for (hj_date day = hj_date_make(1999, 1, 1); day < hj_date_make(2040, 1, 1); day++) {
        int week = hj_date_iso_week(day, &year);
        assert_int_equal(hj_date_from_iso_week(year, week, hj_date_weekday(day)), day);
    }
    assert_int_equal(hj_date_add_months(hj_date_make(2026, 1, 31), 1), hj_date_make(2026, 2, 28));
    assert_int_equal(hj_date_add_months(hj_date_make(2028, 1, 31), 1), hj_date_make(2028, 2, 29));
    assert_int_equal(hj_date_add_months(hj_date_make(2026, 12, 1), 1), hj_date_make(2027, 1, 1));
    assert_int_equal(hj_date_add_months(hj_date_make(2026, 3, 31), -1), hj_date_make(2026, 2, 28));
    assert_int_equal(hj_date_add_months(hj_date_make(9999, 12, 1), 1), HJ_DATE_NONE);
}

static void easter(void **state)
{
    (void)state;
    static const int known[][3] = {{2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5}, {2027, 3, 28},
                                   {2028, 4, 16}, {2029, 4, 1}, {2030, 4, 21}, {2031, 4, 13},
                                   {2032, 3, 28}, {2033, 4, 17}, {2034, 4, 9}, {2035, 3, 25}};
    for (size_t i = 0; i < HJ_COUNT(known); i++)
        assert_int_equal(hj_date_easter(known[i][0]), hj_date_make(known[i][0], known[i][1], known[i][2]));
    /* Against the rule itself, by another road (Gauss with the Gregorian corrections). */
    for (int y = 1600; y <= 4099; y++) {
        int a = y % 19, k = y / 100, p = (13 + 8 * k) / 25, q = k / 4;
        int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7, d = (19 * a + m) % 30;
        int e = (2 * (y % 4) + 4 * (y % 7) + 6 * d + n) % 7, day = 22 + d + e;
        if (d == 29 && e == 6)
            day = 50;
        else if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19)
            day = 49;
        assert_int_equal(hj_date_easter(y), hj_date_make(y, 3, 1) + day - 1);
    }
}

static void utf8(void **state)
{
    (void)state;
    const char text[] = "aæ€\U0001F600", *p = text, *end = text + strlen(text);
    assert_int_equal(hj_utf8_next(&p, end), 'a');
    assert_int_equal(hj_utf8_next(&p, end), 0xe6);
    assert_int_equal(hj_utf8_next(&p, end), 0x20ac);
    assert_int_equal(hj_utf8_next(&p, end), 0x1f600);
    assert_ptr_equal(p, end);
    static const char *const bad[] = {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff",
                                      "\x80", "\xc3", "\xe2\x82", "\xf8\x88\x80\x80\x80"};
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        assert_false(hj_utf8_valid(bad[i], strlen(bad[i])));
        p = bad[i];
        assert_int_equal(hj_utf8_next(&p, bad[i] + strlen(bad[i])), 0xfffd);
        assert_ptr_equal(p, bad[i] + 1);
    }
    assert_true(hj_utf8_valid("\xef\xbf\xbd", 3)); /* U+FFFD itself is well-formed */
    char out[4];
    for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        int n = hj_utf8_put(c, out);
        p = out;
        assert_int_equal(hj_utf8_next(&p, out + n), c);
    }
}

static void buffers(void **state)
{
    (void)state;
    hj_buf b = {0};
    static const struct { int64_t n; const char *text; } milli[] = {
        {0, "0"}, {1000, "1"}, {-500, "-0.5"}, {3125, "3.125"}, {1010, "1.01"}, {-1, "-0.001"}, {12000, "12"}};
    for (size_t i = 0; i < HJ_COUNT(milli); i++) {
        hj_buf_clear(&b);
        hj_buf_milli(&b, milli[i].n);
        assert_string_equal(b.data, milli[i].text);
    }
    hj_buf_clear(&b);
    hj_buf_int(&b, INT64_MIN);
    assert_string_equal(b.data, "-9223372036854775808");
    hj_buf_clear(&b);
    hj_buf_xml(&b, "<a href=\"x\">&\001\033</a>");
    assert_string_equal(b.data, "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    hj_buf_clear(&b);
    hj_buf_json(&b, "a\"b\\c\n\t\001å");
    assert_string_equal(b.data, "\"a\\\"b\\\\c\\n\\t\\u0001å\"");
    hj_buf_clear(&b);
    for (int i = 0; i < 10000; i++)
        hj_buf_printf(&b, "%04d", i);
    assert_int_equal(b.len, 40000);
    assert_memory_equal(b.data + 4 * 1234, "1234", 4);
    hj_buf_free(&b);
}

static int freed[3], n_freed;
static void note(void *object)
{
    freed[n_freed++] = *(int *)object;
}

static void arenas(void **state)
{
    (void)state;
    static int one = 1, two = 2, three = 3;
    hj_arena *a = hj_arena_new();
    hj_arena_defer(a, note, &one);
    hj_arena_defer(a, note, &two);
    for (int i = 0; i < 5000; i++) {
        size_t n = (size_t)(i * 37 % 3000);
        char *p = hj_arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t j = 0; j < n; j++)
            assert_int_equal(p[j], 0);
        memset(p, 0xff, n);
    }
    hj_arena_defer(a, note, &three);
    assert_string_equal(hj_arena_printf(a, "%s-%d", "æ", 7), "æ-7");
    hj_arena_free(a);
    assert_int_equal(n_freed, 3);
    assert_true(freed[0] == 3 && freed[1] == 2 && freed[2] == 1);
    hj_arena_free(NULL);
}

static void files(void **state)
{
    (void)state;
    hj_arena *a = hj_arena_new();
    hj_diags *d = hj_diags_new(a, HJ_LANG_EN);
    char folder[] = "/tmp/hjemmel-base-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *path = hj_path_join(a, folder, "x.txt");
    assert_true(hj_file_write(path, "abc", 3, d));
    assert_true(hj_file_write(path, "defg", 4, d));
    size_t n;
    char *text = hj_file_read(a, path, 100, &n, d);
    assert_string_equal(text, "defg");
    assert_int_equal(n, 4);
    assert_null(hj_file_read(a, path, 3, &n, d));
    assert_string_equal(d->last->code, "HJ-FILE-003");
    assert_null(hj_file_read(a, folder, 3, &n, d));
    assert_string_equal(d->last->code, "HJ-FILE-002");
    assert_null(hj_file_read(a, "/nonexistent/x", 3, &n, d));
    assert_int_equal(d->blame, HJ_BLAME_ENVIRONMENT);
    /* Nothing is left half-written: no file, no temporary beside it. */
    assert_false(hj_file_write(hj_path_join(a, folder, "missing/y"), "abc", 3, d));
    assert_false(hj_file_write("/dev/full", "abc", 3, d));
    assert_non_null(strstr(d->last->message, "disk is full"));
    char **names = hj_dir_list(a, folder, d);
    assert_string_equal(names[0], "x.txt");
    assert_null(names[1]);
    /* A folder in the way of the rename: the old content stays, the temporary goes. */
    assert_false(hj_file_write(folder, "abc", 3, d));
    unlink(path);
    rmdir(folder);
    assert_false(hj_file_exists(folder));
    assert_string_equal(hj_path_dir(a, "a/b/c"), "a/b");
    assert_string_equal(hj_path_dir(a, "c"), ".");
    assert_string_equal(hj_path_dir(a, "/c"), "/");
    assert_string_equal(hj_path_base("a/b/c"), "c");
    assert_string_equal(hj_path_join(a, "a", "/b"), "/b");
    hj_arena_free(a);
}

static void nearest(void **state)
{
    (void)state;
    static const char *const names[] = {"hjemmel", "innvilges_naar", "unntak", "egenskaper"};
    assert_string_equal(hj_nearest("hjemel", names, 4), "hjemmel");
    assert_string_equal(hj_nearest("innvilges_nar", names, 4), "innvilges_naar");
    assert_string_equal(hj_nearest("unntka", names, 4), "unntak");
    assert_null(hj_nearest("zzzz", names, 4));
    char longer[500];
    memset(longer, 'a', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    assert_null(hj_nearest(longer, names, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates), cmocka_unit_test(weeks_and_months), cmocka_unit_test(easter),
        cmocka_unit_test(utf8), cmocka_unit_test(buffers), cmocka_unit_test(arenas),
        cmocka_unit_test(files), cmocka_unit_test(nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
