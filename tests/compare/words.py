#!/usr/bin/env python3
"""Words with their places, as FopWords and test_compare --words write them.

words.py pack < WORDS > fop.txt    a line for each baseline, a tenth of a point exact
words.py agree FOP OURS            every word more than a point away, then how many files agree by area
"""
import collections
import sys


def read(lines):
    files, page = {}, None
    for line in lines:
        line = line.rstrip("\n")
        if line[0] == "F":
            pages = files[line[2:].split("/")[-1][:-3]] = []
        elif line[0] == "P":
            page = []
            pages.append(page)
        elif line[0] == "W":
            x, y, w, _, text = line[2:].split(" ", 4)
            x, y, w = float(x), float(y), float(w)
            last = page[-1] if page else None
            if last and abs(last[1] - y) < .02 and abs(last[0] + last[2] - x) < .35:
                last[2], last[3] = x + w - last[0], last[3] + text  # one word in two texts
            else:
                page.append([x, y, w, text])
    return files


def pack(files):
    for name, pages in files.items():
        print("F", name)
        for page in pages:
            print("P")
            rows = []
            for x, y, _, text in page:
                if not rows or abs(rows[-1][0] - y) >= .02:
                    rows.append((y, []))
                rows[-1][1].append("%.1f %s" % (x, text))
            for y, row in rows:
                print("%.1f" % y, *row)


def differences(fop, ours):
    out = [] if len(fop) == len(ours) else ["%d pages, not %d" % (len(ours), len(fop))]
    for number in range(max(len(fop), len(ours))):
        rest = collections.defaultdict(list)
        for word in ours[number] if number < len(ours) else []:
            rest[word[3]].append(word)
        for x, y, _, text in fop[number] if number < len(fop) else []:
            same = rest[text]
            if not same:
                out.append("page %d: no %s at %.1f %.1f" % (number + 1, text, x, y))
                continue
            near = min(same, key=lambda w: abs(w[0] - x) + abs(w[1] - y))
            same.remove(near)
            if abs(near[0] - x) > 1 or abs(near[1] - y) > 1:
                out.append("page %d: %s at %.1f %.1f, not %.1f %.1f"
                           % (number + 1, text, near[0], near[1], x, y))
        out += ["page %d: %s is too many" % (number + 1, t) for t, left in rest.items() for _ in left]
    return out


def agree(fop, ours):
    areas, words, wrong = collections.defaultdict(lambda: [0, 0]), 0, 0
    for name in sorted(fop):
        if not fop[name]:
            print(name, "FOP refuses it")
            continue
        found = differences(fop[name], ours.get(name, []))
        for text in found:
            print(name, text)
        areas[name.split("-")[0]][1] += 1
        areas[name.split("-")[0]][0] += not found
        words += sum(map(len, fop[name]))
        wrong += len(found)
    for area, (good, all_) in sorted(areas.items()):
        print("%-10s %4d of %d" % (area, good, all_))
    print("%d words, %d differences" % (words, wrong))


if sys.argv[1] == "pack":
    pack(read(sys.stdin))
else:
    with open(sys.argv[2], encoding="utf-8") as a, open(sys.argv[3], encoding="utf-8") as b:
        agree(read(a), read(b))
