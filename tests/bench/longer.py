#!/usr/bin/env python3
"""The report of 400 pages: that of 100, four times as long.

  longer.py report-100.fo 4 > report-400.fo        also .html and .typ

One flow, one contents list of all chapters in front, every id unique; chapters are numbered on.
"""
import re
import sys

path, times = sys.argv[1], int(sys.argv[2])
with open(path, encoding="utf-8") as f:
    text = f.read()

# What stands before the contents list, the list, the chapters, and what stands after them. Typst
# makes the list itself.
CUTS = {
    "fo": (r"Innhold</fo:block>", r'<fo:block id="k1"|<fo:block[^>]*\bid="k1"', r'<fo:block id="siste"'),
    "html": (r'<div class="toc">\n', r'<h2 id="k1"', r"</body>"),
    "typ": (r"#outline\([^\n]*\n", r"== 1 ", r"\Z"),
}
ending = path.rsplit(".", 1)[1]
front, chapter, after = CUTS[ending]
a = re.search(front, text).end()
b = a + re.search(chapter, text[a:]).start()
c = b + re.search(after, text[b:]).start()
head, contents, body, tail = text[:a], text[a:b], text[b:c], text[c:]
if ending == "html":  # the list's end tag stays behind the last list
    contents, close = contents.rsplit("</div>", 1)
    body_head = "</div>" + close
else:
    body_head = ""

ids = max([int(k) for k in re.findall(r'id="k(\d+)"', body)], default=0)
chapters = max(int(n) for n in re.findall(r"Tjenesteområde (\d+):", text))


def part(piece, i):
    piece = re.sub(r'((?:id|destination)="|href="#)k(\d+)"', lambda m: '%sk%d"' % (m[1], int(m[2]) + i * ids), piece)
    piece = re.sub(r"((?:>|^=+ ))(\d+)((?:\.\d+)?) (?=Tjenesteområde|[A-ZÆØÅ][^<\n]* – utvikling)",
                   lambda m: "%s%d%s " % (m[1], int(m[2]) + i * chapters, m[3]), piece, flags=re.M)
    return re.sub(r"Tjenesteområde (\d+):", lambda m: "Tjenesteområde %d:" % (int(m[1]) + i * chapters), piece)


sys.stdout.write(head + "".join(part(contents, i) for i in range(times)) + body_head
                 + "".join(part(body, i) for i in range(times)) + tail)
