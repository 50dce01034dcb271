#!/usr/bin/env python3
"""The benchmark: ours, the floor and the peers, interleaved in one run on one core.

Trust the ratios, then the instruction counts, then the milliseconds. Sanity comes before time: output
with other pages or other words than expected is not timed. What is missing is printed as "not run".

  run.py BUILD [--rounds N] [--no-peers] [--store]      --store renews instructions.json
"""
import argparse
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"]
JARS = ("fop fop-core fop-util fop-events batik-all commons-io commons-logging fontbox2 xml-apis "
        "xml-apis-ext xmlgraphics-commons xalan2 xercesImpl serializer pdfbox2").split()
STAGES = ["hj_document_read", "hj_decide", "hj_transform", "hj_fo_build", "hj_layout", "hj_paint"]


def run(*command, **kw):
    return subprocess.run(command, capture_output=True, text=True, **kw)


def pinned(*command):
    return (["taskset", "-c", "0"] if shutil.which("taskset") else []) + list(command)


def figures(*command):
    """The last JSON line a driver prints, or None with the reason shown."""
    p = run(*pinned(*command))
    lines = [line for line in p.stdout.splitlines() if line.startswith("{")]
    if p.returncode or not lines:
        print("  failed:", " ".join(command)[:100], p.stderr.strip()[-300:])
        return None
    return json.loads(lines[-1])


def words(pdf):
    text = run("pdftotext", "-layout", pdf, "-").stdout
    return re.sub(r"[\s\u00a0\u202f\u00ad]+", " ", text.replace("\u2011", "-")).split()


def pages(pdf):
    m = re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf).stdout)
    return int(m.group(1)) if m else 0


def cold(commands, runs=24):
    """User + system seconds of whole processes: the medians, and the median ratio of the first to
    the second. They take turns, so that a slow moment of the machine meets both."""
    times = []
    for _ in range(runs + 2):
        row = []
        for command in commands:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            p = subprocess.run(pinned(*command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if p.returncode:
                print("  failed:", " ".join(command)[:100], p.stderr.decode()[-300:])
                return None
            row.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        times.append(row)
    times = times[2:]
    medians = [statistics.median(column) for column in zip(*times)]
    return medians, statistics.median(row[0] / row[1] for row in times)


def instructions(command, tmp):
    """Instructions a letter, in all and by stage: (25 letters - 5 letters) / 20."""
    counts = {}
    for n in (5, 25):
        out = os.path.join(tmp, "callgrind.%d" % n)
        p = run("valgrind", "--tool=callgrind", "--callgrind-out-file=" + out, *command, "--letters", str(n))
        if p.returncode:
            print("  failed: callgrind", p.stderr.strip()[-300:])
            return None
        text = run("callgrind_annotate", "--inclusive=yes", "--threshold=100", out).stdout
        counts[n] = {"letter": int(re.search(r"([\d,]+)[^\n]*PROGRAM TOTALS", text).group(1).replace(",", ""))}
        for stage in STAGES:
            m = re.search(r"^\s*([\d,]+)[^\n]*:%s(?:'\d+)? \[" % stage, text, re.M)
            counts[n][stage] = int(m.group(1).replace(",", "")) if m else 0
    return {k: (counts[25][k] - counts[5][k]) // 20 for k in counts[25]}


def main():
    args = argparse.ArgumentParser()
    args.add_argument("build")
    args.add_argument("--rounds", type=int, default=5)
    args.add_argument("--letters", type=int, default=200)
    args.add_argument("--no-peers", action="store_true")
    args.add_argument("--store", action="store_true")
    args = args.parse_args()
    build = os.path.abspath(args.build)
    fonts = next((f for f in FONTS if os.path.exists(f + "/LiberationSans-Regular.ttf")), None)
    tmp = tempfile.mkdtemp(prefix="hjemmel-bench-")
    ours_program, limit = build + "/bench/ours", build + "/bench/limit"
    program, root = build + "/bin/hjemmel", build + "/share/hjemmel"
    case = ["--case", HERE + "/sak.xml", "--rules", HERE + "/rules", "--templates", HERE + "/templates",
            "--kommune", HERE + "/furuvik.xml"]
    inputs = HERE + "/inputs"
    lines = HERE + "/letter.lines"
    result = {}

    print("sanity")
    ok = True
    for name, command in (("case", [ours_program, root, *case]), ("fo", [ours_program, root, "--fo", inputs + "/letter.fo"])):
        pdf = tmp + "/%s.pdf" % name
        figures(*command, "--letters", "1", "--out", pdf)
        same = os.path.exists(pdf) and pages(pdf) == 2 and run("qpdf", "--check", pdf).returncode == 0
        print("  %-5s %s" % (name, "2 pages, clean" if same else "NOT as expected"))
        ok &= same
    if ok and words(tmp + "/case.pdf") != words(tmp + "/fo.pdf"):
        print("  the case and letter.fo give different words")
        ok = False
    if not ok:
        print("not timed: the output is not what it should be")
        return 1

    peers = {}
    if not args.no_peers:
        classpath = ":".join("/usr/share/java/%s.jar" % j for j in JARS)
        if shutil.which("javac") and os.path.exists("/usr/share/java/fop.jar"):
            conf = tmp + "/fop.xconf"
            with open(HERE + "/peers/fop.xconf", encoding="utf-8") as f, open(conf, "w", encoding="utf-8") as g:
                g.write(f.read().replace("@FONTS@", fonts))
            run("javac", "-cp", classpath, "-d", tmp, HERE + "/peers/FopPeer.java")
            peers["fop"] = ["java", "-cp", tmp + ":" + classpath, "FopPeer", conf, "xslt", inputs + "/fop-case.xml",
                            "2400", inputs + "/fop-letter.xsl", tmp + "/fop.pdf"]
        typst_python = build + "/bench/venv/bin/python3"
        if os.path.exists(typst_python):
            peers["typst"] = [typst_python, HERE + "/peers/typst_peer.py", inputs + "/letter.typ", fonts,
                              str(args.letters), "vary", tmp + "/typst.pdf"]
        for name in ("fop", "typst"):
            if name not in peers:
                print("  %s: not run (not installed)" % name)

    print("rounds")
    p1, p4, ours_case, limits, typst_ms = [], [], [], [], []
    for r in range(args.rounds):
        n = str(args.letters)
        a = figures(limit, lines, "--letters", n)
        c = figures(ours_program, root, *case, "--letters", n)
        b = figures(limit, lines, "--letters", n)
        f = figures(ours_program, root, "--fo", inputs + "/letter.fo", "--letters", n)
        if not (a and b and c and f):
            return 1
        la, lb = a["median_ms"], b["median_ms"]
        if abs(la - lb) / min(la, lb) > 0.15:
            print("  round %d discarded: the floor moved from %.2f to %.2f ms" % (r + 1, la, lb))
            continue
        floor = (la + lb) / 2
        p1.append(c["median_ms"] / floor)
        ours_case.append(c["median_ms"])
        limits.append(floor)
        if "typst" in peers:
            t = figures(*peers["typst"])
            if t:
                p4.append(f["median_ms"] / t["median_ms"])
                typst_ms.append(t["median_ms"])
                result["typst_bytes"] = t["bytes"]
        print("  round %d: floor %.2f ms, ours %.2f ms (P1 %.2f), FO alone %.2f ms" % (
            r + 1, floor, c["median_ms"], p1[-1], f["median_ms"]))
        result["letter_bytes"] = c["bytes"]
        result["rss_kb"] = c["rss_kb"]
    if not p1:
        print("no round was quiet enough")
        return 1
    result["P1"] = statistics.median(p1)
    result["ours_ms"], result["floor_ms"] = statistics.median(ours_case), statistics.median(limits)
    if p4:
        result["P4"] = statistics.median(p4)
        result["typst_ms"] = statistics.median(typst_ms)
    if "fop" in peers:
        t = figures(*peers["fop"])
        if t:
            result["fop_ms"] = t["median_ms"]
            result["P3"] = t["median_ms"] / result["ours_ms"]

    print("1000 letters in one process")
    t = figures(ours_program, root, *case, "--letters", "1000")
    result["rss_growth_kb_after_100"] = t["rss_growth_kb"]

    print("cold")
    both = cold([[program, "render", "--rules", HERE + "/rules", "--templates", HERE + "/templates", "--kommune",
                  HERE + "/furuvik.xml", "-o", tmp + "/cold.pdf", HERE + "/sak.xml"],
                 [limit, lines, "--once", tmp + "/limit.pdf"]])
    if both:
        (result["cold_ms"], result["floor_cold_ms"]), result["P7"] = [m * 1000 for m in both[0]], both[1]

    print("report-100")
    r = figures(ours_program, root, "--fo", inputs + "/report-100.fo", "--letters", "1", "--out", tmp + "/report.pdf")
    if r:
        result["report_pages"], result["report_bytes"], result["report_rss_kb"] = r["pages"], r["bytes"], r["rss_kb"]
        result["report_ms"] = r["median_ms"]
    if "typst" in peers:
        t = figures(peers["typst"][0], HERE + "/peers/typst_peer.py", inputs + "/report-100.typ", fonts, "1", "once")
        if t and r:
            result["typst_report_bytes"] = t["bytes"]
            result["P12_report"] = r["bytes"] / t["bytes"]

    print("instructions")
    if shutil.which("valgrind"):
        counts = instructions([ours_program, root, *case], tmp)
        if counts:
            result["instructions"] = counts
            stored_path = HERE + "/instructions.json"
            if args.store or not os.path.exists(stored_path):
                with open(stored_path, "w", encoding="utf-8") as f:
                    json.dump(counts, f, indent=1)
                    f.write("\n")
            else:
                with open(stored_path, encoding="utf-8") as f:
                    stored = json.load(f)
                for k, v in counts.items():
                    change = (v / stored[k] - 1) * 100 if stored.get(k) else 0
                    print("  %-18s %10d  %+6.2f %%%s" % (k, v, change, "  ABOVE +3 %" if change > 3 else ""))
                    ok &= change <= 3
    else:
        print("  not run (no valgrind)")
    with open(build + "/bench/result.json", "w", encoding="utf-8") as f:
        json.dump(result, f, indent=1)
        f.write("\n")
    print()
    goals = (("P1", "<= 1.3", lambda v: v <= 1.3), ("P3", ">= 13", lambda v: v >= 13), ("P4", "<= 0.6", lambda v: v <= 0.6),
             ("P7", "<= 1.5", lambda v: v <= 1.5), ("letter_bytes", "<= 30720", lambda v: v <= 30720),
             ("P12_report", "<= 0.5", lambda v: v <= 0.5), ("rss_growth_kb_after_100", "0 (within a page cache's 256)", lambda v: v <= 256))
    for name, goal, reached in goals:
        if name in result:
            print("%-24s %10.3f   goal %-10s %s" % (name, result[name], goal, "reached" if reached(result[name]) else "NOT REACHED"))
        else:
            print("%-24s not run" % name)
    shutil.rmtree(tmp, ignore_errors=True)
    return 0 if ok else 1


sys.exit(main())
