/* The smallest program with libhjemmel inside: the document of one case to stdout.
 *     cc embed.c $(pkg-config --cflags --libs hjemmel) -o embed && ./embed sak.xml > brev.pdf */
#include <hjemmel.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    char *why = NULL;
    hjemmel *h = argc == 2 ? hjemmel_new(NULL, &why) : NULL;
    if (!h) {
        fputs(why ? why : "usage: embed CASE.xml > DOCUMENT.pdf\n", stderr);
        hjemmel_text_free(why);
        return 2;
    }
    hjemmel_result *r = hjemmel_render(h, argv[1], NULL);
    fputs(r->diagnostics, stderr);
    int status = r->bytes && fwrite(r->bytes, 1, r->len, stdout) == r->len ? 0 : 1;
    hjemmel_result_free(r);
    hjemmel_free(h);
    return status;
}
