/* paint/: the SVG subset as canvas calls, and what is refused by name. */
#include "paint_fixture.h"

#include <libxml/parser.h>

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

typedef struct drawing {
    book book;
    xmlDoc *doc;
    hj_buf trace;
    bool good;
} drawing;

/* Shows an instream drawing in a box of 100 x 100 pt at (10, 20) pt. */
static drawing *draw(const char *svg)
{
    drawing *d = calloc(1, sizeof *d);
    assert_non_null(d);
    book *b = &d->book;
    open_book(b);
    d->doc = xmlReadMemory(svg, (int)strlen(svg), "d.svg", NULL, XML_PARSE_NONET);
    assert_non_null(d->doc);
    add_page(b);
    b->node.foreign = xmlDocGetRootElement(d->doc);
    add_area(b, HJ_AREA_FOREIGN, add_leaf(b, add_tag(b, b->document, "Figure")), 10000, 20000,
             100000, 100000);
    finish_book(b);
    hj_pictures *pictures = hj_pictures_new(b->arena, fonts, ".", NULL);
    d->good = hj_paint(&b->areas, pictures, hj_trace_canvas(b->arena), b->arena, &d->trace,
                       b->diags);
    return d;
}

static void done(drawing *d)
{
    hj_buf_free(&d->trace);
    xmlFreeDoc(d->doc);
    close_book(&d->book);
    free(d);
}

#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"

/* The calls between the mark and the end of the page are exactly these. */
static void shows(const char *inside, const char *calls)
{
    char svg[4096];
    snprintf(svg, sizeof svg, HEAD "%s</svg>", inside);
    drawing *d = draw(svg);
    if (!d->good) {
        hj_buf text = {0};
        hj_diags_text(d->book.diags, &text, false);
        print_error("%s: %s", inside, text.data);
        hj_buf_free(&text);
    }
    assert_true(d->good);
    const char *from = strstr(d->trace.data, "mark Figure 2\n");
    assert_non_null(from);
    from += strlen("mark Figure 2\n");
    char *end = strstr(from, "end\n");
    assert_non_null(end);
    *end = 0;
    if (strcmp(from, calls) != 0)
        print_error("%s\n", inside);
    assert_string_equal(from, calls);
    done(d);
}

/* Refused with this code; the message holds word. */
static void refuses(const char *inside, const char *code, const char *word)
{
    char svg[4096];
    snprintf(svg, sizeof svg, HEAD "%s</svg>", inside);
    drawing *d = draw(svg);
    if (d->good)
        print_error("accepted: %s\n", inside);
    assert_false(d->good);
    assert_int_equal(d->trace.len, 0);
    const hj_diag *first = d->book.diags->first;
    if (strcmp(first->code, code) != 0 || !strstr(first->message, word))
        print_error("%s: [%s] %s\n", inside, first->code, first->message);
    assert_string_equal(first->code, code);
    assert_non_null(strstr(first->message, word));
    assert_string_equal(first->place.file, "brev.fo");
    assert_int_equal(first->place.line, 12);
    done(d);
}

static void test_shapes(void **state)
{
    (void)state;
    shows("<rect x='1' y='2' width='3' height='4'/>",
          "fill 000000ff M 11000 22000 L 14000 22000 L 14000 26000 L 11000 26000 Z\n");
    shows("<rect width='3' height='0'/>", "");
    shows("<circle cx='50' cy='50' r='10' fill='red'/>",
          "fill ff0000ff M 70000 70000 C 70000 75523 65523 80000 60000 80000 C 54477 80000 50000 "
          "75523 50000 70000 C 50000 64477 54477 60000 60000 60000 C 65523 60000 70000 64477 70000 "
          "70000 Z\n");
    shows("<line x1='5' y1='5' x2='10' y2='5' stroke='#00f' stroke-width='2'/>",
          "stroke 0000ffff width 2000 cap 0 join 0 M 15000 25000 L 20000 25000\n");
    /* half of the pen would stand outside the drawing: it is cut there */
    shows("<line x1='5' y1='0' x2='10' y2='0' stroke='#00f' stroke-width='2'/>",
          "save\nclip M 10000 20000 L 110000 20000 L 110000 120000 L 10000 120000 Z\n"
          "stroke 0000ffff width 2000 cap 0 join 0 M 15000 20000 L 20000 20000\nrestore\n");
    shows("<polygon points='10,10 20 10,20,20' fill='none' stroke='black'/>",
          "stroke 000000ff width 1000 cap 0 join 0 M 20000 30000 L 30000 30000 L 30000 40000 Z\n");
    shows("<polyline points='5,5 10,5' fill='none' stroke='black' stroke-linecap='round' "
          "stroke-linejoin='bevel' stroke-dasharray='3,1'/>",
          "stroke 000000ff width 1000 cap 1 join 2 dash 3000 1000 M 15000 25000 L 20000 25000\n");
    shows("<rect width='10' height='10' rx='20' ry='2'/>",
          "fill 000000ff M 15000 20000 L 15000 20000 C 17761 20000 20000 20895 20000 22000 L 20000 "
          "28000 C 20000 29105 17761 30000 15000 30000 L 15000 30000 C 12239 30000 10000 29105 "
          "10000 28000 L 10000 22000 C 10000 20895 12239 20000 15000 20000 Z\n");
}

static void test_paths(void **state)
{
    (void)state;
    shows("<path d='M0 0h10v10H0z'/>",
          "fill 000000ff M 10000 20000 L 20000 20000 L 20000 30000 L 10000 30000 Z\n");
    /* packed numbers, implicit lines after a move, exponent, relative */
    shows("<path d='m1-1.5.5.5l1e1,0' fill-rule='evenodd'/>",
          "save\nclip M 10000 20000 L 110000 20000 L 110000 120000 L 10000 120000 Z\n"
          "fill* 000000ff M 11000 18500 L 11500 19000 L 21500 19000\nrestore\n");
    /* S and T mirror the last control point; Q is raised to a cubic */
    shows("<path d='M0 0C0 10 10 10 10 0S20 0 20 10'/>",
          "save\nclip M 10000 20000 L 110000 20000 L 110000 120000 L 10000 120000 Z\n"
          "fill 000000ff M 10000 20000 C 10000 30000 20000 30000 20000 20000 C 20000 10000 30000 "
          "20000 30000 30000\nrestore\n");
    shows("<path d='M0 9Q3 0 6 9T12 9'/>",
          "fill 000000ff M 10000 29000 C 12000 23000 14000 23000 16000 29000 C 18000 35000 20000 "
          "35000 22000 29000\n");
    /* a half circle by its end points; flags without blanks between */
    shows("<path d='M10 10A5 5 0 0120 10'/>",
          "fill 000000ff M 20000 30000 C 20000 27239 22239 25000 25000 25000 C 27761 25000 30000 "
          "27239 30000 30000\n");
    /* of the two circles through the end points, and the two ways round each */
    shows("<path d='M20 20A10 10 0 0 1 30 30'/>",
          "fill 000000ff M 30000 40000 C 35523 40000 40000 44477 40000 50000\n");
    shows("<path d='M20 20A10 10 0 0 0 30 30'/>",
          "fill 000000ff M 30000 40000 C 30000 45523 34477 50000 40000 50000\n");
    shows("<path d='M20 20A10 10 0 1 0 30 30'/>",
          "fill 000000ff M 30000 40000 C 24477 40000 20000 44477 20000 50000 C 20000 55523 24477 "
          "60000 30000 60000 C 35523 60000 40000 55523 40000 50000\n");
    shows("<path d='M20 20A10 10 0 1 1 30 30'/>",
          "fill 000000ff M 30000 40000 C 30000 34477 34477 30000 40000 30000 C 45523 30000 50000 "
          "34477 50000 40000 C 50000 45523 45523 50000 40000 50000\n");
    /* radii too small to reach are scaled up */
    shows("<path d='M20 20A1 1 0 0 1 40 20'/>",
          "fill 000000ff M 30000 40000 C 30000 34477 34477 30000 40000 30000 C 45523 30000 50000 "
          "34477 50000 40000\n");
    /* after Z drawing goes on from the start of the subpath */
    shows("<path d='M1 1h2v2zl4 0'/>",
          "fill 000000ff M 11000 21000 L 13000 21000 L 13000 23000 Z M 11000 21000 L 15000 21000\n");
    refuses("<path d='M0 0 L 10'/>", "HJ-PAINT-032", "attribute d");
    refuses("<path d='L10 10'/>", "HJ-PAINT-032", "L10 10");
    refuses("<path d='M0 0 X 3'/>", "HJ-PAINT-032", "X 3");
    refuses("<path d='M0 0 L 1e400 3'/>", "HJ-PAINT-032", "1e400");
}

static void test_styles(void **state)
{
    (void)state;
    /* style wins over attributes; inheritance; currentColor; none */
    shows("<g fill='blue' stroke='none' color='teal'><rect width='1' height='1' fill='red' "
          "style='fill: lime ; stroke-width:3'/><rect width='1' height='1' fill='currentColor'/>"
          "</g>",
          "fill 00ff00ff M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n"
          "fill 008080ff M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n");
    shows("<rect width='1' height='1' fill='rgb(10%,20%,100%)' fill-opacity='.5'/>",
          "fill 1a33ff80 M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n");
    shows("<rect width='1' height='1' fill='rgba(1,2,3,0.2)'/>",
          "fill 01020333 M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n");
    shows("<rect width='1' height='1' opacity='0.5' fill='#abc'/>",
          "fill aabbcc80 M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n");
    shows("<g display='none'><rect width='1' height='1'/></g><g visibility='hidden'>"
          "<rect width='1' height='1'/></g><title>x</title><desc>y</desc><metadata><a/></metadata>"
          "<note xmlns='urn:editor'>z</note>", "");
    refuses("<rect width='1' height='1' fill='url(#g)'/>", "HJ-PAINT-031", "gradient");
    refuses("<rect width='1' height='1' fill='rdd'/>", "HJ-PAINT-037", "rdd");
    refuses("<rect width='1' height='1' style='filter:blur(2px)'/>", "HJ-PAINT-037", "filter");
    refuses("<rect width='1' height='1' clip-path='url(#c)'/>", "HJ-PAINT-031", "clip path");
    refuses("<rect width='1' height='1' clip-path='circle(3px)'/>", "HJ-PAINT-037", "clip-path");
    refuses("<rect width='1' height='1' flavour='sour'/>", "HJ-PAINT-036", "flavour");
    refuses("<rect width='1' height='1' onclick='x()'/>", "HJ-PAINT-031", "script");
    refuses("<rect width='1' height='1' stroke-width='10%'/>", "HJ-PAINT-037", "10%");
    refuses("<rect width='1' height='1' fill='url(a.svg#g)'/>", "HJ-PAINT-037", "a.svg");
    refuses("<rect width='-1' height='1'/>", "HJ-PAINT-032", "-1");
}

static void test_refused_elements(void **state)
{
    (void)state;
    static const char *const names[] = {"script", "foreignObject", "animate", "set", "textPath",
                                        "cursor", "meshgradient", "video"};
    for (size_t i = 0; i < HJ_COUNT(names); i++) {
        char inside[64];
        snprintf(inside, sizeof inside, "<%s/>", names[i]);
        refuses(inside, "HJ-PAINT-030", names[i]);
    }
}

static void test_transforms(void **state)
{
    (void)state;
    shows("<g transform='translate(10) scale(2)'><rect width='1' height='1' "
          "transform='matrix(1 0 0 1 5 0)'/></g>",
          "fill 000000ff M 30000 20000 L 32000 20000 L 32000 22000 L 30000 22000 Z\n");
    shows("<rect width='2' height='1' transform='rotate(90 10 10)'/>",
          "fill 000000ff M 30000 20000 L 30000 22000 L 29000 22000 L 29000 20000 Z\n");
    shows("<line x1='2' y1='2' y2='2' x2='10' transform='scale(3)' stroke='black'/>",
          "stroke 000000ff width 3000 cap 0 join 0 M 16000 26000 L 40000 26000\n");
    /* an uneven scale bends the pen too: it goes through the canvas's matrix */
    shows("<line x1='2' y1='5' y2='5' x2='10' transform='scale(3 1)' stroke='black'/>",
          "save\ntransform 3000 0 0 1000 10000 20000\n"
          "stroke 000000ff width 1000 cap 0 join 0 M 2000 5000 L 10000 5000\nrestore\n");
    refuses("<g transform='turn(3)'/>", "HJ-PAINT-032", "turn(3)");
    refuses("<g transform='scale(3'/>", "HJ-PAINT-032", "scale(3");
}

static void test_aspect(void **state)
{
    (void)state;
    static const struct {
        const char *attributes, *calls;
    } cases[] = {
        {"viewBox='0 0 50 100'", "fill 000000ff M 35000 20000 L 85000 20000"},
        {"viewBox='0 0 50 100' preserveAspectRatio='xMinYMid meet'",
         "fill 000000ff M 10000 20000 L 60000 20000"},
        {"viewBox='0 0 50 100' preserveAspectRatio='none'",
         "fill 000000ff M 10000 20000 L 110000 20000"},
        {"viewBox='0 0 50 100' preserveAspectRatio='xMaxYMin slice'",
         "save\nclip M 10000 20000 L 110000 20000 L 110000 120000 L 10000 120000 Z\n"
         "fill 000000ff M 10000 20000 L 110000 20000"},
        {"width='50' height='100'", "fill 000000ff M 35000 20000 L 85000 20000"},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        char svg[512];
        snprintf(svg, sizeof svg, "<svg xmlns='http://www.w3.org/2000/svg' %s>"
                 "<rect width='50' height='100'/></svg>", cases[i].attributes);
        drawing *d = draw(svg);
        assert_true(d->good);
        if (!strstr(d->trace.data, cases[i].calls))
            print_error("%s\n%s", cases[i].attributes, d->trace.data);
        assert_non_null(strstr(d->trace.data, cases[i].calls));
        done(d);
    }
}

static void test_text(void **state)
{
    (void)state;
    /* white space collapses over tspans; the chunk is anchored as a whole */
    shows("<text x='10' y='50' font-family='Open Sans' font-size='10'>  Høy \n <tspan "
          "font-weight='bold' fill='red'>risiko</tspan> nå </text>",
          "glyphs 20000 70000 OpenSans 10000 0 0 000000ff \"Høy \"\n"
          "glyphs 40860 70000 OpenSans-Bold 10000 0 0 ff0000ff \"risiko\"\n"
          "glyphs 68660 70000 OpenSans 10000 0 0 000000ff \" nå\"\n");
    shows("<text x='50' y='50' font-family='Open Sans' font-size='10' text-anchor='end'>nå</text>",
          "glyphs 48300 70000 OpenSans 10000 0 0 000000ff \"nå\"\n");
    /* turned text goes through the canvas's matrix */
    shows("<text transform='translate(50 50) rotate(-90)' font-family='Open Sans' "
          "font-size='5'>ja</text>",
          "save\ntransform 0 -1000 1000 0 60000 70000\n"
          "glyphs 0 0 OpenSans 5000 0 0 000000ff \"ja\"\nrestore\n");
    refuses("<text><textPath/></text>", "HJ-PAINT-031", "textPath");
    refuses("<text stroke='red'>x</text>", "HJ-PAINT-031", "stroke");
    /* a place for each character; the rest follows the last */
    shows("<text x='10 30' y='50' dy='0,5 0' font-family='Open Sans' font-size='10'>abcd</text>",
          "glyphs 20000 70000 OpenSans 10000 0 0 000000ff \"a\"\n"
          "glyphs 40000 75000 OpenSans 10000 0 0 000000ff \"b\"\n"
          "glyphs 46130 75000 OpenSans 10000 0 0 000000ff \"c\"\n"
          "glyphs 50890 75000 OpenSans 10000 0 0 000000ff \"d\"\n");
    refuses("<text x='1 b 3'>x</text>", "HJ-PAINT-032", "1 b 3");
    refuses("<text rotate='1'>x</text>", "HJ-PAINT-036", "rotate");
    refuses("<text text-decoration='blink'>x</text>", "HJ-PAINT-037", "blink");
    refuses("<text>\xe2\x98\x83</text>", "HJ-TEXT-010", "2603");
}

#define SQUARE " M 20000 30000 L 30000 30000 L 30000 40000 L 20000 40000 Z\n"
#define RECT "<rect x='10' y='10' width='10' height='10' "

static void test_gradients(void **state)
{
    (void)state;
    /* over the box of the shape; a chain of references; a percentage; fill-opacity */
    shows("<defs><linearGradient id='a'><stop offset='10%' stop-color='red'/><stop offset='1' "
          "style='stop-color:blue;stop-opacity:.5'/></linearGradient>"
          "<linearGradient id='b' href='#a' x1='50%' y2='1'/></defs>" RECT "fill='url(#a)'/>"
          RECT "fill='url(\"#b\") green' fill-opacity='.5'/>",
          "shade line 20000 30000 30000 30000 100:ff0000ff 1000:0000ff80" SQUARE
          "shade line 25000 30000 30000 40000 100:ff000080 1000:0000ff40" SQUARE);
    /* in user space, turned; stroked */
    shows("<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='0' x2='50%' "
          "gradientTransform='rotate(90)'><stop stop-color='#fff'/><stop offset='1'/>"
          "</linearGradient>" RECT "fill='none' stroke='url(#a)' stroke-width='2'/>",
          "shade-stroke line 10000 20000 10000 70000 0:ffffffff 1000:000000ff width 2000" SQUARE);
    /* repeated as often as the shape is long; reflected: each other turn backwards */
    shows("<linearGradient id='a' x2='.5' spreadMethod='repeat'><stop stop-color='#fff'/>"
          "<stop offset='1'/></linearGradient>" RECT "fill='url(#a)'/>",
          "shade line 20000 30000 30000 30000 0:ffffffff 500:000000ff 500:ffffffff 1000:000000ff"
          SQUARE);
    shows("<linearGradient id='a' x2='.5' spreadMethod='reflect'><stop stop-color='#fff'/>"
          "<stop offset='1'/></linearGradient>" RECT "fill='url(#a)'/>",
          "shade line 20000 30000 30000 30000 0:ffffffff 500:000000ff 500:000000ff 1000:ffffffff"
          SQUARE);
    /* a focus outside is moved to the circle */
    shows("<radialGradient id='a' fx='9'><stop stop-color='#fff'/><stop offset='1'/>"
          "</radialGradient>" RECT "fill='url(#a)'/>",
          "shade circle 29950 35000 25000 35000 5000 0:ffffffff 1000:000000ff" SQUARE);
    /* one stop, no length, no height: a plain colour; no stop: nothing; not there: the fallback */
    shows("<linearGradient id='a'><stop stop-color='red'/></linearGradient>" RECT
          "fill='url(#a)'/>", "fill ff0000ff" SQUARE);
    shows("<linearGradient id='a' x2='0'><stop/><stop stop-color='red'/></linearGradient>" RECT
          "fill='url(#a)'/>", "fill ff0000ff" SQUARE);
    shows("<linearGradient id='a'/>" RECT "fill='url(#a)'/>", "");
    refuses(RECT "fill='url(#a) red'/>", "HJ-PAINT-031", "no gradient");
    refuses("<linearGradient id='a' href='#a'><stop/><stop/></linearGradient>"
            "<text fill='url(#a)'>x</text>", "HJ-PAINT-031", "gradient");
    shows("<pattern id='a'/>" RECT "fill='url(#a)'/>", "");
    refuses("<pattern id='a'/>" RECT "stroke='url(#a)'/>", "HJ-PAINT-031", "no gradient");
}

/* The shape cuts the tiles out; each tile is cut to itself. */
static void test_patterns(void **state)
{
    (void)state;
    /* in user space, content counts from its origin */
    shows("<pattern id='p' x='15' y='0' width='10' height='20' patternUnits='userSpaceOnUse' "
          "overflow='visible'><rect x='16' y='11' width='2' height='2' fill='red'/></pattern>"
          RECT "fill='url(#p)'/>",
          "save\nclip" SQUARE
          "fill ff0000ff M 16000 31000 L 18000 31000 L 18000 33000 L 16000 33000 Z\n"
          "fill ff0000ff M 26000 31000 L 28000 31000 L 28000 33000 L 26000 33000 Z\nrestore\n");
    /* of the shape's box, with a view box; turned tiles */
    shows("<pattern id='p' width='1' height='.5' viewBox='0 0 1 1' preserveAspectRatio='none'>"
          "<rect width='1' height='1'/></pattern>" RECT "fill='url(#p)'/>",
          "save\nclip" SQUARE
          "save\nclip M 20000 30000 L 30000 30000 L 30000 35000 L 20000 35000 Z\n"
          "fill 000000ff M 20000 30000 L 30000 30000 L 30000 35000 L 20000 35000 Z\nrestore\n"
          "save\nclip M 20000 35000 L 30000 35000 L 30000 40000 L 20000 40000 Z\n"
          "fill 000000ff M 20000 35000 L 30000 35000 L 30000 40000 L 20000 40000 Z\nrestore\n"
          "restore\n");
    refuses("<pattern id='p' width='.001' height='.001'><rect width='1' height='1'/></pattern>"
            RECT "fill='url(#p)'/>", "HJ-PAINT-031", "too often");
    /* a pattern in itself comes to an end */
    drawing *d = draw(HEAD "<pattern id='p' width='.5' height='.5'>" RECT "fill='url(#p)'/>"
                      "</pattern>" RECT "fill='url(#p)'/></svg>");
    done(d);
}

static void test_clips(void **state)
{
    (void)state;
    shows("<clipPath id='c'><rect x='1' y='1' width='3' height='3'/></clipPath>" RECT
          "clip-path='url(#c)'/>",
          "save\nclip M 11000 21000 L 14000 21000 L 14000 24000 L 11000 24000 Z\nfill 000000ff"
          SQUARE "restore\n");
    /* of the shape's box; two shapes are their union: the second is turned the other way */
    shows("<clipPath id='c' clipPathUnits='objectBoundingBox'><rect width='.5' height='1'/>"
          "<path d='M .5 0 V .5 H 1 V 0 Z'/></clipPath>" RECT "clip-path='url(#c)'/>",
          "save\nclip M 20000 30000 L 25000 30000 L 25000 40000 L 20000 40000 Z M 30000 30000 L "
          "30000 35000 L 25000 35000 L 25000 30000 Z\nfill 000000ff" SQUARE "restore\n");
    shows("<clipPath id='c'/>" RECT "clip-path='url(#c)'/>", ""); /* nothing is left */
    shows("<clipPath id='c'><rect width='1' height='1' clip-rule='evenodd'/></clipPath>"
          "<g clip-path='url(#c)'>" RECT "/></g>",
          "save\nclip* M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\nfill 000000ff"
          SQUARE "restore\n");
    refuses("<clipPath id='c'><text>x</text></clipPath>" RECT "clip-path='url(#c)'/>",
            "HJ-PAINT-031", "text");
    refuses("<clipPath id='c'><g/></clipPath>" RECT "clip-path='url(#c)'/>", "HJ-PAINT-031", "g");
}

static void test_groups(void **state)
{
    (void)state;
    shows("<g opacity='.5'>" RECT "/></g>",
          "group 10000 20000 100000 100000 128\nfill 000000ff" SQUARE "end-group\n");
    /* fill and stroke are faded together, one of them by itself */
    shows(RECT "stroke='red' opacity='.5'/>",
          "group 10000 20000 100000 100000 128\nfill 000000ff" SQUARE
          "stroke ff0000ff width 1000 cap 0 join 0" SQUARE "end-group\n");
    shows(RECT "opacity='.5'/>", "fill 00000080" SQUARE);
}

static void test_markers(void **state)
{
    (void)state;
    /* at the end, turned along the line, scaled by its width; its reference point on the end */
    shows("<marker id='m' refX='1' orient='auto' overflow='visible'><path d='M 0 0 L 2 0 L 0 1 Z'/>"
          "</marker><path d='M 10 10 V 20' stroke='black' stroke-width='2' fill='none' "
          "marker-end='url(#m)'/>",
          "stroke 000000ff width 2000 cap 0 join 0 M 20000 30000 L 20000 40000\n"
          "fill 000000ff M 20000 38000 L 20000 42000 L 18000 38000 Z\n");
    /* in the middle of a corner, half the turn */
    shows("<marker id='m' orient='auto' markerUnits='userSpaceOnUse' overflow='visible'><path "
          "d='M 0 0 L 2 0 L 0 1 Z'/></marker><polyline points='10,10 20,10 20,20' fill='none' "
          "marker-mid='url(#m)'/>",
          "fill 000000ff M 30000 30000 L 31414 31414 L 29293 30707 Z\n");
    /* cut to its own box, unless told otherwise */
    shows("<marker id='m' markerWidth='1' markerHeight='1' markerUnits='userSpaceOnUse'><rect "
          "width='1' height='1'/></marker><line x1='10' y1='10' x2='10' y2='20' "
          "marker-start='url(#m)'/>",
          "save\nclip M 20000 30000 L 21000 30000 L 21000 31000 L 20000 31000 Z\n"
          "fill 000000ff M 20000 30000 L 21000 30000 L 21000 31000 L 20000 31000 Z\nrestore\n");
    refuses("<line x2='1' marker-end='url(#m)'/>", "HJ-PAINT-031", "marker");
    /* a marker inside itself comes to an end */
    drawing *d = draw(HEAD "<marker id='m'><path d='M 0 0 L 1 1 L 2 2' marker-mid='url(#m)'/>"
                      "</marker><path d='M 0 0 L 1 1 L 2 2' marker-mid='url(#m)'/></svg>");
    done(d);
}

static void test_sheets(void **state)
{
    (void)state;
    /* classes, elements, ids, lists; later wins, more exact wins, the style attribute wins */
    shows("<style>/* c */ .a { fill: red } rect, .b.c{fill:blue} #d { fill : lime; } "
          "rect.a{fill:#123}</style>" RECT "class='a'/>" RECT "class='x b  c' id='d'/>"
          RECT "class='bb' fill='red'/>" RECT "class='a' style='fill:gold'/>",
          "fill 112233ff" SQUARE "fill 00ff00ff" SQUARE "fill 0000ffff" SQUARE "fill ffd700ff"
          SQUARE);
    /* em of the font-size of the same rule, whatever their order */
    shows("<style>line{stroke-width:.5em;font-size:4px;stroke:red}</style>"
          "<line x1='5' y1='5' x2='10' y2='5'/>",
          "stroke ff0000ff width 2000 cap 0 join 0 M 15000 25000 L 20000 25000\n");
    shows("<style media='screen'>rect{fill:red}</style>" RECT "/>", "fill 000000ff" SQUARE);
    /* ancestors and parents; what only a screen does; what is for print */
    shows("<style>.k rect{fill:red} .k > rect{fill:blue} svg .m g > rect{fill:lime}"
          "rect:hover{fill:gold} @media screen{rect{fill:gold}} @media print{circle{fill:red}}"
          "</style><g class='k'>" RECT "/><g>" RECT "/></g></g><g class='m'><g><a>" RECT "/></a>"
          RECT "/></g></g>",
          "fill 0000ffff" SQUARE "fill ff0000ff" SQUARE "fill 000000ff" SQUARE "fill 00ff00ff"
          SQUARE);
    refuses("<style>g + rect{fill:red}</style>", "HJ-PAINT-031", "g + rect");
    refuses("<style>rect[x]{fill:red}</style>", "HJ-PAINT-031", "rect[x]");
    refuses("<style>rect:first-child{fill:red}</style>", "HJ-PAINT-031", ":first-child");
    refuses("<style>@import url(x.css); rect{fill:red}</style>", "HJ-PAINT-031", "@import");
    refuses("<style type='text/x'>x</style>", "HJ-PAINT-032", "text/x");
    refuses("<style>rect{fill:no}</style>" RECT "/>", "HJ-PAINT-037", "no");
    shows("<style>rect{fill:red</style>" RECT "/>", "fill ff0000ff" SQUARE);
    shows("<style>}}{;rect</style>", "");
}

static void test_viewports(void **state)
{
    (void)state;
    shows("<svg x='10' y='10' width='20%' height='10' viewBox='0 0 2 2' preserveAspectRatio='none'>"
          "<rect width='50%' height='100%'/></svg>",
          "save\nclip M 20000 30000 L 40000 30000 L 40000 40000 L 20000 40000 Z\n"
          "fill 000000ff M 20000 30000 L 30000 30000 L 30000 40000 L 20000 40000 Z\nrestore\n");
    shows("<symbol id='s' viewBox='0 0 1 1' overflow='visible'><rect width='1' height='1'/>"
          "</symbol><use href='#s' x='10' y='10' width='10' height='20'/>",
          "fill 000000ff M 20000 35000 L 30000 35000 L 30000 45000 L 20000 45000 Z\n");
    shows("<a href='x'>" RECT "/></a><switch><g systemLanguage='fr'/>" RECT "/>" RECT "/></switch>",
          "fill 000000ff" SQUARE "fill 000000ff" SQUARE);
    shows("<view id='v'/><symbol><rect width='1' height='1'/></symbol>", "");
}

/* A PDF/A nests 28 graphics states at most: a drawing that wants more is refused, not the page. */
static void test_deep(void **state)
{
    (void)state;
    hj_buf svg = {0};
    hj_buf_str(&svg, HEAD);
    for (int i = 0; i < 17; i++)
        hj_buf_str(&svg, "<g opacity='.9'>");
    hj_buf_str(&svg, "<circle r='5'/>");
    for (int i = 0; i < 17; i++)
        hj_buf_str(&svg, "</g>");
    hj_buf_str(&svg, "</svg>");
    drawing *d = draw(svg.data);
    assert_false(d->good);
    assert_non_null(strstr(d->book.diags->first->message, "too many"));
    done(d);
    hj_buf_free(&svg);
}

/* What cannot be drawn is left out with a warning, and the rest is there. */
static void test_lenient(void **state)
{
    (void)state;
    const char *svg = HEAD "<blur/>" RECT "filter='url(#f)' fill='red'/><text x='10' y='50' "
                      "stroke='red' font-family='Open Sans' font-size='10'>nå</text></svg>";
    book *b = calloc(1, sizeof *b);
    open_book(b);
    xmlDoc *doc = xmlReadMemory(svg, (int)strlen(svg), "d.svg", NULL, 0);
    add_page(b);
    b->node.foreign = xmlDocGetRootElement(doc);
    add_area(b, HJ_AREA_FOREIGN, add_leaf(b, add_tag(b, b->document, "Figure")), 10000, 20000,
             100000, 100000);
    finish_book(b);
    hj_pictures *pictures = hj_pictures_new(b->arena, fonts, ".", NULL);
    hj_pictures_manner(pictures, true, &hj_readings_xsl);
    hj_buf trace = {0};
    assert_true(hj_paint(&b->areas, pictures, hj_trace_canvas(b->arena), b->arena, &trace,
                         b->diags));
    assert_int_equal(b->diags->errors, 0);
    assert_int_equal(b->diags->warnings, 3);
    assert_non_null(strstr(trace.data, "fill ff0000ff" SQUARE));
    assert_non_null(strstr(trace.data, "nå"));
    hj_buf_free(&trace);
    xmlFreeDoc(doc);
    close_book(b);
    free(b);
}

static void test_use(void **state)
{
    (void)state;
    shows("<defs><g id='a'><rect width='1' height='1'/></g></defs><use href='#a' x='5' "
          "fill='red'/><use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='#a'/>",
          "fill ff0000ff M 15000 20000 L 16000 20000 L 16000 21000 L 15000 21000 Z\n"
          "fill 000000ff M 10000 20000 L 11000 20000 L 11000 21000 L 10000 21000 Z\n");
    refuses("<g id='a'><use href='#a'/></g>", "HJ-PAINT-031", "#a");
    refuses("<use href='#b'/>", "HJ-PAINT-031", "#b");
    refuses("<use href='other.svg#b'/>", "HJ-PAINT-031", "other.svg");
}

/* Ten uses of ten uses of …: stops at the cap instead of drawing 10^10 rectangles. */
static void test_many_laughs(void **state)
{
    (void)state;
    hj_buf svg = {0};
    hj_buf_str(&svg, HEAD "<defs><rect id='u0' width='1' height='1'/>");
    for (int level = 1; level <= 10; level++) {
        hj_buf_printf(&svg, "<g id='u%d'>", level);
        for (int i = 0; i < 10; i++)
            hj_buf_printf(&svg, "<use href='#u%d'/>", level - 1);
        hj_buf_str(&svg, "</g>");
    }
    hj_buf_str(&svg, "</defs><use href='#u10'/></svg>");
    drawing *d = draw(svg.data);
    assert_false(d->good);
    done(d);
    hj_buf_free(&svg);
}

static void test_sizes(void **state)
{
    (void)state;
    static const struct {
        const char *attributes;
        hj_len width, height; /* 0: refused */
    } cases[] = {
        {"width='96' height='48px'", 72000, 36000},
        {"width='10mm' height='1in'", 28346, 72000},
        {"viewBox='0 0 40 46'", 30000, 34500},
        {"width='80' viewBox='0 0 40 46'", 60000, 69000},
        {"width='100%' height='100%' viewBox='0 0 4 4'", 3000, 3000},
        {"width='100%' height='100%'", 0, 0},
        {"viewBox='0 0 0 46'", 0, 0},
        {"viewBox='0 0 46'", 0, 0},
        {"", 0, 0},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        char svg[256];
        snprintf(svg, sizeof svg, "<svg xmlns='http://www.w3.org/2000/svg' %s/>",
                 cases[i].attributes);
        hj_arena *arena = hj_arena_new();
        hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
        xmlDoc *doc = xmlReadMemory(svg, (int)strlen(svg), "d.svg", NULL, 0);
        hj_pictures *pictures = hj_pictures_new(arena, NULL, ".", NULL);
        hj_picture_source source = hj_pictures_source(pictures);
        hj_len w = 0, h = 0;
        bool good = source.measure(source.self, NULL, xmlDocGetRootElement(doc),
                                   HJ_AT("brev.fo", 3), &w, &h, diags);
        assert_int_equal(good, cases[i].width != 0);
        assert_int_equal(diags->errors, good ? 0 : 1);
        if (good) {
            assert_int_equal(w, cases[i].width);
            assert_int_equal(h, cases[i].height);
        }
        xmlFreeDoc(doc);
        hj_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),     cmocka_unit_test(test_paths),
        cmocka_unit_test(test_styles),     cmocka_unit_test(test_refused_elements),
        cmocka_unit_test(test_transforms), cmocka_unit_test(test_aspect),
        cmocka_unit_test(test_text),       cmocka_unit_test(test_use),
        cmocka_unit_test(test_gradients),  cmocka_unit_test(test_patterns),
         cmocka_unit_test(test_clips),
        cmocka_unit_test(test_groups),     cmocka_unit_test(test_markers),
        cmocka_unit_test(test_sheets),     cmocka_unit_test(test_viewports),
        cmocka_unit_test(test_lenient),    cmocka_unit_test(test_deep),
           cmocka_unit_test(test_many_laughs), cmocka_unit_test(test_sizes),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
