"""pack.py < what FopWords wrote > fop.txt: a line for each baseline, a tenth of a point exact."""
import sys

name, page = None, []


def flush():
    rows = []
    for x, y, w, text in page:
        if rows and abs(rows[-1][0] - y) < .02:
            row = rows[-1][1]
            if abs(row[-1][0] + row[-1][1] - x) < .35:
                row[-1][1:] = [x + w - row[-1][0], row[-1][2] + text]
            else:
                row.append([x, w, text])
        else:
            rows.append((y, [[x, w, text]]))
    for y, row in rows:
        print("%.1f" % y, *("%.1f %s" % (x, text) for x, w, text in row))
    page.clear()


for line in sys.stdin:
    line = line.rstrip("\n")
    if line[0] == "W":
        x, y, w, size, text = line[2:].split(" ", 4)
        page.append((float(x), float(y), float(w), text))
        continue
    flush()
    if line[0] == "F":
        print("F", line[2:].split("/")[-1][:-3])
    elif line[0] == "P":
        print("P")
flush()
