"""What every peer in Python has in common: a process that answers.

For each line on stdin, "N" or "N FILE.pdf", it makes the document N times and answers with one line of
JSON. Addressee and reference vary from one letter to the next, so that none equals its neighbour.
"""
import json
import sys


def peak_kb():
    with open("/proc/self/status", encoding="ascii") as f:
        return next(int(row.split()[1]) for row in f if row.startswith("VmHWM:"))


def serve(make, path, clock, peak=peak_kb):
    """make(text, out) gives the bytes of one document; clock() is CPU in s since the process began."""
    with open(path, encoding="utf-8") as f:
        source = f.read()
    made = 0
    for row in sys.stdin:
        n, *out = row.split(maxsplit=1)
        times, size = [], 0
        for _ in range(int(n)):
            text = source.replace("Nordmann", "Nordmann" + chr(97 + made % 26)).replace("01873", "018%02d" % (made % 100))
            made += 1
            start = clock()
            pdf = make(text)
            times.append((clock() - start) * 1000)
            size += len(pdf)
        if out:
            with open(out[0].strip(), "wb") as f:
                f.write(pdf)
        print(json.dumps({"letters": int(n), "median_ms": sorted(times)[len(times) // 2], "process_ms": clock() * 1000,
                          "bytes": size // int(n), "rss_kb": peak()}), flush=True)
