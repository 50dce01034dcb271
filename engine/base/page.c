/* The frame of a page for a browser: explain's and diff's are of one family.
 *
 * The hard idea: a page must outlive its place. One file, no scripts, nothing fetched, the reader's
 * own fonts; light or dark as the reader has it; on paper everything that is folded stands open. */
#include "base/page.h"

static const char style[] =
    ":root{color-scheme:light dark;--ink:#20282d;--soft:#55616a;--paper:#faf8f4;--card:#fff;"
    "--line:#ddd8ce;--link:#1d4f73;--ja:#1d6338;--nei:#8c2b1a;--ukjent:#6f5200;--tint:#f1eee6}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a9b1b7;--paper:#16191c;"
    "--card:#1e2327;--line:#39424a;--link:#8fc1e6;--ja:#86cf9e;--nei:#f0a494;--ukjent:#e3c26a;"
    "--tint:#262c31}}\n"
    "*{box-sizing:border-box}html{font-size:106.25%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);line-height:1.55;"
    "font-family:Charter,'Bitstream Charter','Source Serif 4',Georgia,serif}\n"
    ".skip{position:absolute;left:-99em}.skip:focus{left:1em;top:1em;background:var(--card);"
    "padding:.4em .8em}\n"
    "header,main,nav,footer{max-width:48rem;margin:0 auto;padding:0 1.25rem}\n"
    "header{padding-top:2.5rem}header p{color:var(--soft);margin:.2rem 0}\n"
    "h1{font-size:1.9rem;line-height:1.2;font-weight:600;margin:0 0 .4rem}\n"
    "h2{font-size:1.35rem;line-height:1.3;font-weight:600;margin:0 0 .5rem}\n"
    "h3{font-size:1rem;font-weight:600;margin:1.6rem 0 .4rem}\n"
    "section{background:var(--card);border:1px solid var(--line);border-radius:.5rem;"
    "padding:1.4rem 1.5rem;margin:1.5rem 0;overflow-wrap:anywhere}\n"
    "nav ul{list-style:none;padding:0;margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}\n"
    "a{color:var(--link);text-underline-offset:.15em}\n"
    ":focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    "small,.place{color:var(--soft);font-size:.85rem}\n"
    ".place,code{font-family:ui-monospace,'DejaVu Sans Mono',Consolas,monospace;font-size:.8rem}\n"
    "code{background:var(--tint);padding:.1em .35em;border-radius:.25em}\n"
    "ul,ol{padding-left:1.3rem}li{margin:.25rem 0}.tree,.tree ul{list-style:none}\n"
    ".tree{padding-left:0}.tree ul{padding-left:1.4rem;border-left:1px solid var(--line)}\n"
    ".tree p{margin:.1rem 0 .3rem 1.2rem}.tree>li{margin:.45rem 0}\n"
    "summary{cursor:pointer}.ja,.nei,.ukjent{font-weight:600;white-space:nowrap}\n"
    ".ja{color:var(--ja)}.nei{color:var(--nei)}.ukjent{color:var(--ukjent)}\n"
    ".decided{border-left:.25rem solid var(--link);padding-left:.7rem;margin-left:-.95rem}\n"
    ".note{background:var(--tint);border-radius:.4rem;padding:.7rem 1rem;margin:1rem 0}\n"
    "dl.pair{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:.6rem 0}\n"
    "dl.pair dt{color:var(--soft)}dl.pair dd{margin:0;font-weight:600}\n"
    "dl.law dt{font-weight:600;margin-top:.7rem}dl.law dd{margin:0}\n"
    "table{border-collapse:collapse;width:100%;font-size:.94rem}caption{text-align:left;"
    "font-weight:600;padding:.6rem 0 .3rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;"
    "border-bottom:1px solid var(--line)}th{font-weight:600;color:var(--soft)}\n"
    "th[scope=row]{color:inherit}.count{color:var(--soft);margin-right:.5em}\n"
    "footer{color:var(--soft);font-size:.85rem;padding-bottom:3rem}\n"
    "@media(max-width:34rem){section{padding:1rem;border-radius:0;margin:1rem -1.25rem;"
    "border-width:1px 0}dl.pair{grid-template-columns:1fr}}\n"
    "@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;"
    "--line:#bbb;--link:#000;--ja:#000;--nei:#000;--ukjent:#000;--tint:#fff}@page{margin:18mm}"
    "html{font-size:10pt}header,main,nav,footer{max-width:none;padding:0}nav,.skip{display:none}"
    "section{border:0;border-top:1px solid #bbb;border-radius:0;padding:1rem 0;margin:0}"
    "h2,h3,caption{break-after:avoid}li,tr,dd{break-inside:avoid}.note{border:1px solid #bbb}"
    "details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}}\n";

void hj_page_open(hj_lang lang, const char *title, hj_buf *out)
{
    hj_buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"generator\" content=\"hjemmel %s\">\n<title>",
                  lang == HJ_LANG_NB ? "nb" : "en", HJ_VERSION);
    hj_buf_xml(out, title);
    hj_buf_printf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n"
                       "<a class=\"skip\" href=\"#main\">%s</a>\n",
                  style, hj_tr(lang, HJ_T("To the content")));
}

void hj_page_close(hj_buf *out)
{
    hj_buf_str(out, "</body>\n</html>\n");
}
