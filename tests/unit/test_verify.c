/* pdf/read.c and hjemmel_verify: what was written is read back, whatever else comes is survived. */
#include "paint_fixture.h"

#include "base/sum.h"
#include "hjemmel.h"

static int group_up(void **state)
{
    (void)state;
    open_fonts();
    return 0;
}

static int group_down(void **state)
{
    (void)state;
    close_fonts();
    return 0;
}

static const char lines[] =
    "program hjemmel 0.1.0\ndocument vedtak\nlanguage nb\ndate 2026-11-24\ngrounds attached\n";

/* A document that carries these files, stating these lines. */
static hj_buf made_with(book *b, const char *stated, const hj_attachment *files, size_t n)
{
    hj_buf out = {0};
    open_book(b);
    letter(b);
    finish_book(b);
    b->info.fingerprint = stated;
    const hj_pdf_options options = {.attachments = files, .n_attachments = n};
    assert_true(make_pdf(b, NULL, &options, &out));
    return out;
}

static void test_read_back(void **state)
{
    (void)state;
    static char large[300000];
    memset(large, 'x', sizeof large);
    const hj_attachment files[] = {
        {.name = "sak (1) \\ \xc3\xb8.xml", .description = "\xe2\x80\x93 saken", .mime = "text/xml",
         .relationship = "Data", .bytes = "<sak/>", .len = 6},
        {.name = "stor.txt", .mime = "text/plain", .relationship = "Source", .bytes = large,
         .len = sizeof large},
        {.name = "tom.txt", .mime = "text/plain", .relationship = "Data", .bytes = "", .len = 0}};
    book *b = malloc(sizeof *b);
    hj_buf pdf = made_with(b, lines, files, HJ_COUNT(files));
    hj_pdf_seen seen;
    assert_int_equal(hj_pdf_read(pdf.data, pdf.len, b->arena, &seen), HJ_PDF_OURS);
    assert_true(seen.intact);
    assert_int_equal(seen.written, pdf.len);
    assert_int_equal(seen.n_attachments, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(seen.attachments[i].name, files[i].name);
        assert_string_equal(seen.attachments[i].mime, files[i].mime);
        assert_string_equal(seen.attachments[i].relationship, files[i].relationship);
        assert_int_equal(seen.attachments[i].len, files[i].len);
        assert_memory_equal(seen.attachments[i].bytes, files[i].bytes, files[i].len);
    }
    assert_string_equal(seen.attachments[0].description, files[0].description);
    const char *xmp = hj_arena_strndup(b->arena, seen.xmp, seen.n_xmp);
    assert_non_null(strstr(xmp, "<rdf:li>program hjemmel 0.1.0</rdf:li>"));
    assert_non_null(strstr(xmp, "<rdf:li>grounds attached</rdf:li>"));
    /* what others add behind, and what they change inside */
    size_t written = pdf.len;
    hj_buf_str(&pdf, "1 0 obj<</A 1>>endobj\nstartxref\n7\n%%EOF\n");
    assert_int_equal(hj_pdf_read(pdf.data, pdf.len, b->arena, &seen), HJ_PDF_OURS);
    assert_int_equal(seen.written, written);
    pdf.data[20] ^= 1;
    assert_int_equal(hj_pdf_read(pdf.data, written, b->arena, &seen), HJ_PDF_OURS);
    assert_false(seen.intact);
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

static void test_others(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_pdf_seen seen;
    static const struct { const char *bytes; hj_pdf_kind kind; } table[] = {
        {"", HJ_PDF_NONE},
        {"<sak/>", HJ_PDF_NONE},
        {"%PDF-1.4\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n", HJ_PDF_FOREIGN},
        {"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF\n", HJ_PDF_FOREIGN},
        {"%PDF-1.7\n1 0 obj\n<</W[1 2 2]/Size 4000000000/Length 3>>stream\nabc\nstartxref\n9\n%%EOF\n",
         HJ_PDF_FOREIGN},
        {"%PDF-1.7\n1 0 obj\n<</Size 1/W[1 2 2]/Length 99999>>stream\nstartxref\n9\n%%EOF\n",
         HJ_PDF_FOREIGN},
        {"%PDF-1.7\n<pdf:Producer>hjemmel 0.1.0</pdf:Producer>\nstartxref\n9\n%%EOF\n", HJ_PDF_BROKEN},
    };
    for (size_t i = 0; i < HJ_COUNT(table); i++)
        if (hj_pdf_read(table[i].bytes, strlen(table[i].bytes), arena, &seen) != table[i].kind)
            fail_msg("file %zu", i);
    /* a dictionary nested without end, and one that goes on and on */
    hj_buf deep = {0};
    hj_buf_str(&deep, "%PDF-1.7\n1 0 obj\n");
    for (int i = 0; i < 1000000; i++)
        hj_buf_str(&deep, "<</A");
    hj_buf_str(&deep, "\nstartxref\n9\n%%EOF\n");
    assert_int_equal(hj_pdf_read(deep.data, deep.len, arena, &seen), HJ_PDF_FOREIGN);
    hj_buf_free(&deep);
    hj_arena_free(arena);
}

/* Every byte in turn is another, and the file ends after every byte: each read gives an answer. */
static void test_damage(void **state)
{
    (void)state;
    const hj_attachment file = {.name = "sak.xml", .mime = "text/xml", .relationship = "Data",
                                .bytes = "<sak/>", .len = 6};
    book *b = malloc(sizeof *b);
    hj_buf pdf = made_with(b, lines, &file, 1);
    char *copy = malloc(pdf.len);
    int ours = 0, others = 0;
    size_t tail = pdf.len > 6000 ? pdf.len - 6000 : 0; /* where the structure is */
    for (size_t i = 0; i < pdf.len; i += i < tail ? 97 : 1)
        for (int bit = 0; bit < 8; bit += 3) {
            hj_arena *arena = hj_arena_new();
            hj_pdf_seen seen;
            memcpy(copy, pdf.data, pdf.len);
            copy[i] = (char)(copy[i] ^ 1 << bit);
            hj_pdf_kind kind = hj_pdf_read(copy, pdf.len, arena, &seen);
            *(kind == HJ_PDF_OURS ? &ours : &others) += 1;
            hj_arena_free(arena);
        }
    assert_true(ours > 100 && others > 1000);
    for (size_t n = 0; n < pdf.len; n += n < tail ? 97 : 1) {
        hj_arena *arena = hj_arena_new();
        hj_pdf_seen seen;
        memcpy(copy, pdf.data, n); /* exactly n bytes for the sanitizer: */
        char *exact = malloc(n ? n : 1);
        memcpy(exact, copy, n);
        assert_int_not_equal(hj_pdf_read(exact, n, arena, &seen), HJ_PDF_OURS);
        free(exact);
        hj_arena_free(arena);
    }
    free(copy);
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

static void verify_says(const hj_buf *pdf, const char *const *wanted)
{
    char path[] = "/tmp/hjemmel-verify-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, pdf->data, pdf->len) == (ssize_t)pdf->len);
    close(fd);
    char root[400];
    snprintf(root, sizeof root, "%s/share/hjemmel", getenv("HJ_BUILD") ? getenv("HJ_BUILD") : "build");
    hjemmel *h = hjemmel_new(&(hjemmel_options){.root = root}, NULL);
    assert_non_null(h);
    hjemmel_result *r = hjemmel_verify(h, path, NULL);
    unlink(path);
    assert_int_equal(r->blame, 1);
    for (; *wanted; wanted++)
        if (!strstr(r->diagnostics, *wanted) && !(r->bytes && strstr(r->bytes, *wanted)))
            fail_msg("not said: %s\n%s\n%s", *wanted, r->diagnostics, r->bytes ? r->bytes : "");
    hjemmel_result_free(r);
    hjemmel_free(h);
}

/* The case in the copy was exchanged: its sum is not the one that is stated. And what is stated is
 * no file of ours to begin with. */
static void test_exchanged(void **state)
{
    (void)state;
    hj_buf stated = {0};
    char hex[HJ_SUM_HEX];
    hj_sum_hex("<sak/>", 6, hex);
    hj_buf_printf(&stated, "%scase sak.xml blake2b-256:%s\nkommune ../../etc/passwd blake2b-256:%s\n",
                  lines, hex, hex);
    const hj_attachment files[] = {
        {.name = "sak.xml", .mime = "text/xml", .relationship = "Data", .bytes = "<soek/>", .len = 7},
        {.name = "avtrykk.txt", .mime = "text/plain", .relationship = "Data", .bytes = stated.data,
         .len = stated.len}};
    book *b = malloc(sizeof *b);
    hj_buf pdf = made_with(b, lines, files, HJ_COUNT(files));
    static const char *const wanted[] = {"HJ-VERIFY-007", "the attached sak.xml is not", "HJ-VERIFY-004",
                                         "could not be made again", ":sak.xml", NULL};
    verify_says(&pdf, wanted);
    hj_buf_free(&pdf);
    close_book(b);
    /* a document without a fingerprint: an older version's */
    pdf = made_with(b, NULL, NULL, 0);
    static const char *const older[] = {"HJ-VERIFY-008", NULL};
    verify_says(&pdf, older);
    hj_buf_free(&pdf);
    hj_buf_free(&stated);
    close_book(b);
    free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_back), cmocka_unit_test(test_others),
        cmocka_unit_test(test_damage), cmocka_unit_test(test_exchanged),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
