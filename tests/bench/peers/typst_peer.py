"""Typst in process, as NAV's pdfgenrs runs it: one compiler, tagged PDF/A-2a. One JSON line.

typst_peer.py LETTER.typ FONT_DIR SECONDS MODE     MODE: vary (addressee and reference differ) or once
"""
import json
import resource
import sys
import time

import typst

source, fonts, letters, mode = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
text = open(source, encoding="utf-8").read()
compiler = typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)


def document(i):
    body = text if mode == "once" else (
        text.replace("Nordmann", "Nordmann" + chr(97 + i % 26)).replace("01873", "018%02d" % (i % 100)))
    return compiler.compile(input=body.encode("utf-8"), format="pdf", pdf_standards=["a-2a"])


times, size = [], 0
for i in range(-5 if mode != "once" else 0, letters):
    start = time.process_time()
    pdf = document(i)
    if i >= 0:
        times.append((time.process_time() - start) * 1000)
        size += len(pdf)
times.sort()
if len(sys.argv) > 5:
    open(sys.argv[5], "wb").write(pdf)
print(json.dumps({"tool": "typst", "version": getattr(typst, "__version__", "?"), "mode": mode, "letters": letters,
                  "median_ms": times[len(times) // 2], "p10_ms": times[len(times) // 10],
                  "bytes": size // letters, "rss_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
