#!/usr/bin/env python3
"""The floor's input: lines already broken and placed, from a dump of areas.

  hjemmel dump --stage areas X.fo | lines.py > X.lines

One line for each line of text: page x y size weight text. "P" begins a paragraph or a cell, "A" what
belongs to none. A leader's dots, which no reader should hear, stay in the paragraph they stand in.
letter.lines was made so once and is kept, so that the letter's floor does not move with the layout.
"""
import re
import sys

AREA = re.compile(r'  text x=(\S+) y=(\S+) .*?size=(\S+) .*?(\S+) #\S+ (tag|artifact)=(\S+) "((?:[^"\\]|\\.)*)" fo=')

page, owner = 0, "none"
for row in sys.stdin:
    if row.startswith("page "):
        page = int(row.split()[1])
    m = AREA.match(row)
    if not m or not m.group(7).strip():
        continue
    x, y, size, face, kind, name, text = m.groups()
    if kind == "artifact" and name != "layout":
        name = ""
    if (kind == "tag" or not name) and name != owner:
        owner = name
        print("P" if name else "A")
    print(page, x, y, size, 700 if face.endswith("-Bold") else 400, re.sub(r"\\(.)", r"\1", text))
