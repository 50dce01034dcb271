#!/usr/bin/env python3
"""The benchmark: ours, the floor and the peers, interleaved in one run on one core.

Trust the ratios, then the instruction counts, then the milliseconds. Sanity comes before time: output
with other pages or other words than expected is not timed. What is missing is printed as "not run".

  run.py BUILD [--rounds N] [--no-peers] [--store] [--readme] [--rules]
     --store renews instructions.json, --readme the figures in README.md; --rules: R1 … alone, nothing is written
"""
import argparse
import json
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
import time

from measure import (Driver, alone, asked_once, failed, figures, instructions, pages, process_ms, run, share, words)

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = HERE + "/inputs/"
FONTS = ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"]
JARS = ("fop fop-core fop-util fop-events batik-all commons-io commons-logging fontbox2 xml-apis "
        "xml-apis-ext xmlgraphics-commons xalan2 xercesImpl serializer pdfbox2").split()
CASE_STAGES = ["hj_document_read", "hj_decide", "hj_transform", "hj_fo_build", "hj_layout", "hj_paint"]
FO_STAGES = ["hj_xml_read", "hj_fo_build", "hj_layout", "hj_paint"]
PAGES = {"letter": (2, 2), "report-100": (99, 102), "status-10": (10, 10), "report-400": (395, 405)}
COLD_RUNS = {"letter": 3, "report-100": 2, "status-10": 2, "report-400": 1}
QUIET = 0.15  # two neighbouring runs that differ by more: the machine moved, and the round is thrown away

GOALS = [  # key, what, unit, goal, whether less is better
    ("P1", "case to tagged PDF/A, warm / the floor", "", 0.9, True),
    ("P2", "FOP (FO to plain PDF, steady) / ours (tagged), letter.fo", "", 12, False),
    ("P2_status", "the same, status-10", "", None, False),
    ("P3", "FOP tagged PDF/A with XSLT / ours from the case", "", 13, False),
    ("P4", "ours tagged / Typst tagged, letters that repeat", "", 0.6, True),
    ("P6", "1 000 letters from process start: FOP / ours", "", 22, False),
    ("P7", "one letter in a process of its own / the floor's process", "", 1.5, True),
    ("P8", "growth of resident memory after letter 100 of 1 000, KB (a page cache's 256 is none)", "", 256, True),
    ("P9", "report-100: ours / the floor tagged", "", 2, True),
    ("P10_typst", "report-100: Typst cold / ours cold", "", 4, False),
    ("P10_fop", "report-100: FOP cold / ours cold", "", 28, False),
    ("P10_fop_warm", "report-100: FOP warm / ours warm", "", 6, False),
    ("P11_rss", "report-100: peak resident memory", " MB", 80, True),
    ("P11_cpu", "report-400 / report-100: CPU", "", 4.3, True),
    ("P11_rss_400", "report-400 / report-100: peak resident memory", "", 4.3, True),
    ("P12_letter", "the letter's PDF", " KB", 30, True),
    ("P12_report", "report-100: our PDF / Typst's", "", 0.5, True),
    ("R1", "a pack of 60 rules and 720 comparisons: from files to a rule base", " ms", 20, True),
    ("R2", "a case decided by it, every value and origin kept, from XML that is read", " µs", 100, True),
    ("R3", "the same: memory", " KiB", 64, True),
    ("R4", "the same / the rules as bare Lua functions that keep nothing, facts in a table", "", None, True),
    ("R4_record", "the same with its record as XML, for explain and templates", " µs", None, True),
    ("R5", "test --mutate of all our packs, CPU", " s", 10, True),
    ("R6_60", "diff: a case by two versions of the 60 rules, all changed, from XML (20 000 cases in 10 s)", " ms", 0.5, True),
    ("R6_60_facts", "the same, the facts read before (in 4 s)", " ms", 0.2, True),
    ("R6", "diff: a case by two versions of all our packs, from XML, with its schema", " ms", 0.5, True),
    ("R6_facts", "the same, the facts read before", " ms", 0.2, True),
    ("R7_zen", "GoRules Zen / ours, the 60 rules, no trace", "", 3, False),
    ("R7_zen_trace", "the same, Zen with its trace", "", None, False),
    ("R7_publicodes", "Publicodes / ours, the 60 rules", "", 100, False),
    ("layout", "report-100: FO to areas, without painting: share of the time from FO to PDF", " %", None, True),
]


class Bench:
    def __init__(self, args, tmp):
        self.build, self.tmp, self.letters, self.rounds = os.path.abspath(args.build), tmp, args.letters, args.rounds
        self.program, self.root = self.build + "/bin/hjemmel", self.build + "/share/hjemmel"
        self.rules = ["--rules", HERE + "/rules", "--templates", HERE + "/templates", "--kommune", HERE + "/furuvik.xml"]
        self.lines = {"letter": HERE + "/letter.lines"}
        self.result, self.ranges, self.sane, self.no_peers = {}, {}, {}, args.no_peers

    def path(self, name, ending):
        return (self.tmp + "/" if name == "report-400" else INPUTS) + name + "." + ending

    # ---- what is run ----

    def case(self, n, *more):
        return figures(self.build + "/bench/ours", self.root, "--case", HERE + "/sak.xml", *self.rules,
                       "--letters", str(n), *more)

    def fo(self, name, n, *more, mode="--fo"):
        return figures(self.build + "/bench/ours", self.root, mode, self.path(name, "fo"), "--letters", str(n), *more)

    def floor(self, name, n, mode="paint"):
        return figures(self.build + "/bench/limit", self.lines[name], "--mode", mode, "--letters", str(n))

    def fo_process(self, name):
        return process_ms(self.program, "fo", self.path(name, "fo"), "-o", self.tmp + "/cold.pdf")

    # ---- ratios ----

    def against(self, key, base, other, rounds=None, inverse=False):
        """The median of other / base, base run on both sides of other. Each gives ms, or None: not run."""
        rounds = rounds or self.rounds
        ratios, bases, others, tried = [], [], [], 0
        before = base()
        while len(ratios) < rounds and tried < 3 * rounds:
            tried += 1
            middle, after = other(), base()
            if not (before and middle and after):
                return
            if abs(before - after) <= QUIET * min(before, after):
                ratios.append(middle / ((before + after) / 2))
                bases.append((before + after) / 2)
                others.append(middle)
            before = after
        if not ratios:
            print("  %-12s no round was quiet enough" % key)
            return
        if inverse:
            ratios = [1 / r for r in ratios]
        self.result[key] = statistics.median(ratios)
        self.ranges[key] = (min(ratios), max(ratios))
        self.result[key + "_ms"] = [statistics.median(others), statistics.median(bases)]
        print("  %-12s %7.2f  (%.2f–%.2f; %.1f ms to %.1f ms, %d of %d rounds quiet)" % (
            key, self.result[key], *self.ranges[key], *self.result[key + "_ms"], len(ratios), tried))

    # ---- the parts ----

    def sanity(self):
        """Ours before anything: pages, a clean file, and the same words from the case as from the FO."""
        ok, self.words = True, {}
        for name in ("report-400",):
            for ending in ("fo", "html", "typ"):
                with open(self.path(name, ending), "w", encoding="utf-8") as f:
                    f.write(run(sys.executable, HERE + "/longer.py", INPUTS + "report-100." + ending, "4").stdout)
        for name in ("case", *PAGES):
            pdf = "%s/ours-%s.pdf" % (self.tmp, name)
            self.case(1, "--out", pdf) if name == "case" else self.fo(name, 1, "--out", pdf)
            low, high = PAGES[name if name != "case" else "letter"]
            n = os.path.exists(pdf) and pages(pdf)
            clean = n and low <= n <= high and run("qpdf", "--check", pdf).returncode == 0
            print("  %-11s %s" % (name, "%d pages, clean" % n if clean else "NOT as expected"))
            ok &= bool(clean)
            self.words[name] = words(pdf) if clean else []
        if ok and self.words["case"] != self.words["letter"]:
            print("  the case and letter.fo give different words")
            ok = False
        self.lines["report-100"] = self.tmp + "/report-100.lines"
        areas = run(self.program, "dump", "--stage", "areas", self.path("report-100", "fo")).stdout
        with open(self.lines["report-100"], "w", encoding="utf-8") as f:
            f.write(run(sys.executable, HERE + "/lines.py", input=areas).stdout)
        return ok

    def find_peers(self):
        """name -> (how to make one document: command of a driver or of a program, by document and output)"""
        fonts = next((f for f in FONTS if os.path.exists(f + "/LiberationSans-Regular.ttf")), FONTS[0])
        venv, here = self.build + "/bench/venv/bin/python3", HERE + "/peers/"
        self.peers, self.versions = {}, {}
        if shutil.which("javac") and os.path.exists("/usr/share/java/fop.jar"):
            self.classpath = self.tmp + ":" + ":".join("/usr/share/java/%s.jar" % j for j in JARS)
            run("javac", "-cp", self.classpath, "-d", self.tmp, here + "FopPeer.java")
            with open(here + "fop.xconf", encoding="utf-8") as f:
                tagged = f.read().replace("@FONTS@", fonts)
            plain = re.sub(r"<accessibility>.*?</accessibility>|<pdf-a-mode>.*?</pdf-a-mode>", "", tagged)
            for name, conf in (("tagged", tagged), ("plain", plain)):
                with open("%s/%s.xconf" % (self.tmp, name), "w", encoding="utf-8") as f:
                    f.write(conf)
            self.peers["FOP"] = lambda name: self.fop("plain", self.path(name, "fo"))
            self.versions["FOP"] = run("dpkg-query", "-W", "-f", "${Version}", "libfop-java").stdout + ", Java " + \
                "".join(re.findall(r'version "([^"]+)"', run("java", "-version").stderr))
        modules = run(venv, "-m", "pip", "list", "--format=freeze").stdout if os.path.exists(venv) else ""
        versions = dict(re.findall(r"^(\w+)==(\S+)$", modules, re.M))
        if "typst" in versions:
            self.peers["Typst"] = lambda name: [venv, here + "typst_peer.py", self.path(name, "typ"), fonts]
            self.versions["Typst"] = versions["typst"]
            self.bare = [venv, "-c", "import typst"]
        if "weasyprint" in versions and run(venv, "-c", "import weasyprint").returncode == 0:
            self.peers["WeasyPrint"] = lambda name: [venv, here + "weasyprint_peer.py", self.path(name, "html")]
            self.versions["WeasyPrint"] = versions["weasyprint"]
        chromium = shutil.which("chromium")
        if chromium:
            self.peers["Chromium"] = lambda name: [sys.executable, here + "chromium_peer.py", self.path(name, "html"), chromium]
            self.versions["Chromium"] = run(chromium, "--version").stdout.split()[1]
        crate = self.build + "/bench/cargo/bin/fop"
        if os.path.exists(crate):
            self.peers["crate fop"] = lambda name: [crate, "-r", self.path(name, "fo"), self.tmp + "/peer.pdf",
                                                    "--font-dir", fonts, "--compress"]
            self.versions["crate fop"] = "".join(re.findall(r"Version: (\S+)", run(crate, "--version").stdout))
        for name in ("FOP", "Typst", "WeasyPrint", "Chromium", "crate fop"):
            print("  %-11s %s" % (name, self.versions.get(name, "not run (not installed)")))

    def fop(self, conf, *files):
        return ["java", "-cp", self.classpath, "FopPeer", "%s/%s.xconf" % (self.tmp, conf), *files]

    def cold(self):
        """One document, one process. What comes out is looked at, and only then is the time worth telling."""
        bare = statistics.median(process_ms(*self.bare) for _ in range(5)) if "Typst" in self.peers else 0
        for name, (low, high) in PAGES.items():
            for peer, command in self.peers.items():
                if name == "report-400" and peer == "WeasyPrint":
                    continue  # a minute and a half, and report-100 has told it all
                out, runs, ratios = self.tmp + "/peer.pdf", [], []
                before = self.fo_process(name)
                for _ in range(COLD_RUNS[name]):
                    if os.path.exists(out):
                        os.unlink(out)
                    made = alone(command(name), out) if peer == "crate fop" else asked_once(command(name), out)
                    after = self.fo_process(name)
                    if not made or not os.path.exists(out):
                        break
                    if peer == "Typst":
                        made["process_ms"] -= bare  # Python and the module: not Typst's doing
                    runs.append(made)
                    ratios.append(made["process_ms"] / ((before + after) / 2))
                    before = after
                key = "%s %s" % (peer, name)
                if not runs:
                    self.sane[key] = "not timed: refuses the file"
                    print("  %-22s %s" % (key, self.sane[key]))
                    continue
                n, percent = pages(out), share(self.words[name], words(out))
                if not (low <= n <= high and percent >= 95):
                    self.sane[key] = "not timed: %d pages, %.0f %% of the words" % (n, percent)
                    print("  %-22s %s" % (key, self.sane[key]))
                    continue
                ms, ratio = statistics.median(r["process_ms"] for r in runs), statistics.median(ratios)
                self.result["cold " + key] = {"ms": ms, "ratio": ratio, "pages": n, "words": percent,
                                              "bytes": runs[-1]["bytes"], "rss_kb": runs[-1].get("rss_kb")}
                print("  %-22s %8.0f ms, %6.1f times ours; %d pages, %.1f %% of the words" % (key, ms, ratio, n, percent))
        for key, peer in (("P10_typst", "Typst"), ("P10_fop", "FOP")):
            told = self.result.get("cold %s report-100" % peer)
            if told:
                self.result[key] = told["ratio"]
        typst = self.result.get("cold Typst report-100")
        if typst:
            self.result["P12_report"] = os.path.getsize(self.tmp + "/ours-report-100.pdf") / typst["bytes"]

    def ours_alone(self):
        render = [self.program, "render", *self.rules, "-o", self.tmp + "/cold.pdf", HERE + "/sak.xml"]
        floor = [self.build + "/bench/limit", self.lines["letter"], "--once", self.tmp + "/limit.pdf"]
        self.against("P7", lambda: sum(process_ms(*floor) or 0 for _ in range(4)),
                     lambda: sum(process_ms(*render) or 0 for _ in range(4)), rounds=8)
        for name in PAGES:
            ms = [self.fo_process(name) for _ in range(3)]
            made = self.fo(name, 1, "--warm-up", "0")
            self.result["cold hjemmel " + name] = {"ms": statistics.median(ms), "bytes": made["bytes"],
                                                   "rss_kb": made["rss_kb"], "pages": made["pages"]}
        self.result["P11_rss"] = self.result["cold hjemmel report-100"]["rss_kb"] / 1024
        self.result["P11_rss_400"] = self.result["cold hjemmel report-400"]["rss_kb"] / 1024 / self.result["P11_rss"]
        self.result["P8"] = self.case(1000)["rss_growth_kb"]

    # ---- rules ----

    def rules60(self):
        """Loading and deciding, against bare Lua and two engines with the same rules and the same facts."""
        folder, program = self.tmp + "/rules60", self.build + "/bench/rules"
        if run(sys.executable, HERE + "/rules60.py", folder).returncode:
            return
        ours = lambda rounds=3: figures(program, folder, "--rounds", str(rounds))
        made = ours(31)
        if not made:
            return
        if not made["whole"]:
            print("  not told: the trace is not whole")
            return
        self.result.update(R1=made["load_ms"], R2=made["evaluate_us"], R3=made["evaluate_kb"],
                           R4=made["evaluate_us"] / made["plain_lua_us"], R4_record=made["record_us"], rules60=made)
        print("  load %(load_ms).1f ms; a case %(evaluate_us).0f µs and %(evaluate_kb).0f KiB, with its record %(record_us).0f µs "
              "and %(record_kb).0f KiB; bare Lua %(plain_lua_us).1f µs" % made)
        before, after = folder + "/pakke", folder + "/etter"
        shutil.copytree(before, after)
        with open(after + "/regler.lua", encoding="utf-8") as f:
            text = f.read()
        with open(after + "/regler.lua", "w", encoding="utf-8") as f:
            f.write(re.sub(r'minst\("(f\d+)", \d+\)', r'minst("\1", 99)', text)) # every rule is another
        made60 = figures(self.build + "/bench/twice", self.root, before, after, folder + "/sak.xml", "--no-schema", "--rounds", "300")
        if made60:
            self.result.update(R6_60=made60["xml_ms"], R6_60_facts=made60["facts_ms"])
            print("  diff, a case by two versions of them: %.2f ms from XML, %.2f ms with facts read" % (made60["xml_ms"], made60["facts_ms"]))
        peers = {}
        venv, modules, here = self.build + "/bench/venv/bin/python3", self.build + "/bench/npm/node_modules", HERE + "/peers/"
        if os.path.exists(venv) and run(venv, "-c", "import zen").returncode == 0:
            self.versions["Zen"] = run(venv, "-c", "import importlib.metadata as m; print(m.version('zen-engine'))").stdout.strip()
            peers["R7_zen"] = [venv, here + "zen_peer.py", folder]
            peers["R7_zen_trace"] = [venv, here + "zen_peer.py", folder, "trace"]
        if shutil.which("node") and os.path.isdir(modules + "/publicodes"):
            with open(modules + "/publicodes/package.json", encoding="utf-8") as f:
                self.versions["Publicodes"] = json.load(f)["version"]
            peers["R7_publicodes"] = ["node", here + "publicodes_peer.mjs", folder, modules]
        for key, command in ({} if self.no_peers else peers).items():
            with Driver(command) as d:
                first = d.ask(5)
                if not first or first["granted"] != made["granted"]:
                    print("  %-12s not timed: grants %s rules, ours %d" % (key, first and first["granted"], made["granted"]))
                    continue
                self.against(key, lambda: (ours() or {}).get("evaluate_us", 0) / 1000, lambda: (d.ask(30) or {}).get("median_ms"))
        if not peers:
            print("  Zen, Publicodes: not run (not installed)")

    def rules_shipped(self):
        """What authors wait for: mutants of all packs, and two versions held against the sample cases."""
        packs = self.build + "/share/hjemmel/rules"
        ms = process_ms(self.program, "test", "--mutate", packs)
        if ms:
            self.result["R5"] = ms / 1000
            print("  mutants of all packs: %.1f s" % (ms / 1000))
        after, cases = self.tmp + "/after", HERE + "/../../samples/saker"
        shutil.copytree(packs, after, symlinks=False)
        deadlines = after + "/felles/frister.lua"
        with open(deadlines, encoding="utf-8") as f:
            text = f.read()
        with open(deadlines, "w", encoding="utf-8") as f:
            f.write(text.replace("uker = 3", "uker = 4", 1))
        files = sorted(cases + "/" + name + "/sak.xml" for name in os.listdir(cases)
                       if os.path.exists(cases + "/" + name + "/sak.xml"))
        made = figures(self.build + "/bench/twice", self.root, packs, after, *files, "--rounds", "60")
        if made:
            self.result.update(R6=made["xml_ms"], R6_facts=made["facts_ms"])
            print("  diff, a case by two versions: %.2f ms from XML, %.2f ms with facts read" % (made["xml_ms"], made["facts_ms"]))

    def warm(self):
        def ms(made):
            return made and made["median_ms"]
        n = self.letters
        letter = lambda: ms(self.fo("letter", n))
        self.against("P1", lambda: ms(self.floor("letter", n)), lambda: ms(self.case(n)))
        self.result["P12_letter"] = self.case(1)["bytes"] / 1024
        report = lambda: ms(self.fo("report-100", 5))
        self.against("P9", lambda: ms(self.floor("report-100", 3, "tag")), report)
        self.against("P11_cpu", report, lambda: ms(self.fo("report-400", 3)))
        self.against("layout", report, lambda: ms(self.fo("report-100", 5, mode="--areas")))
        if "layout" in self.result:
            self.result["layout"] *= 100
        self.peer_warm("P4", "Typst", "letter", letter, 1, 100, 5, inverse=True)
        self.peer_warm("weasyprint", "WeasyPrint", "letter", letter, 2, 5, 3)
        self.peer_warm("chromium", "Chromium", "letter", letter, 20, 20, 3)
        self.peer_warm("P10_fop_warm", "FOP", "report-100", report, 6, 1, 3)
        self.peer_warm("P2_status", "FOP", "status-10", lambda: ms(self.fo("status-10", 30)), 30, 5, 3)
        if "FOP letter" in self.sane or "FOP" not in self.peers:
            return
        with Driver(self.peers["FOP"]("letter")) as d:
            first = d.ask(1000)
            thousand = process_ms(self.build + "/bench/ours", self.root, "--fo", self.path("letter", "fo"), "--letters", "1000")
            if first and thousand:
                self.result["P6"] = first["process_ms"] / thousand
            d.ask(200)
            self.against("P2", letter, lambda: ms(d.ask(60)))
        with Driver(self.fop("tagged", INPUTS + "fop-case.xml", INPUTS + "fop-letter.xsl")) as d:
            d.ask(1200, self.tmp + "/peer.pdf")
            if words(self.tmp + "/peer.pdf") == []:
                failed(d.command, "no words")
            else:
                self.against("P3", lambda: ms(self.case(n)), lambda: ms(d.ask(60)))

    def peer_warm(self, key, peer, name, base, warm_up, n, rounds, inverse=False):
        if peer not in self.peers or "%s %s" % (peer, name) in self.sane:
            return
        with Driver(self.peers[peer](name)) as d:
            if d.ask(warm_up):
                self.against(key, base, lambda: (d.ask(n) or {}).get("median_ms"), rounds, inverse)

    def count(self, store):
        """P14, which gates every change: instructions a document against the stored figures."""
        if not shutil.which("valgrind"):
            print("  not run (no valgrind)")
            return True
        ours = [self.build + "/bench/ours", self.root]
        counts = {
            "letter": instructions([*ours, "--case", HERE + "/sak.xml", *self.rules], CASE_STAGES, 5, 25),
            "report-100": instructions([*ours, "--fo", self.path("report-100", "fo")], FO_STAGES, 1, 2),
        }
        folder = self.tmp + "/rules60"
        run(sys.executable, HERE + "/rules60.py", folder)
        rules = [self.build + "/bench/rules", folder]
        counts["rules60, a case"] = instructions(rules, ["hj_evaluate"], 5, 25)
        counts["rules60, load"] = instructions([*rules, "--what", "load"], ["hj_rulebase_load"], 1, 3)
        if not all(counts.values()):
            return False
        self.result["instructions"] = counts
        path = HERE + "/instructions.json"
        if store or not os.path.exists(path):
            with open(path, "w", encoding="utf-8") as f:
                json.dump(counts, f, indent=1)
                f.write("\n")
        with open(path, encoding="utf-8") as f:
            stored = json.load(f)
        ok = True
        for name, stages in counts.items():
            for stage, v in stages.items():
                was = stored.get(name, {}).get(stage)
                change = (v / was - 1) * 100 if was else 0
                print("  %-15s %-17s %11d  %+6.2f %%%s" % (name, stage, v, change, "  ABOVE +3 %" if change > 3 else ""))
                ok &= change <= 3
        self.result["P14"] = "reached" if ok else "NOT REACHED"
        return ok

    # ---- the report ----

    def tables(self):
        """The figures as Markdown."""
        out = ["%s; load %s; %s. Python %s; peers: %s." % (
            self.result["cpu"], self.result["load"], self.result["date"], platform.python_version(),
            "; ".join("%s %s" % v for v in self.versions.items()) or "none"), "",
            "| id | what | figure | goal | |", "|---|---|---|---|---|"]
        for key, what, unit, goal, less in GOALS:
            value = self.result.get(key)
            bound = "" if goal is None else "%s %g%s" % ("≤" if less else "≥", goal, unit)
            if value is None:
                out.append("| %s | %s | not run | %s | |" % (key.split("_")[0], what, bound))
                continue
            verdict = "" if goal is None else "reached" if (value <= goal if less else value >= goal) else "**not reached**"
            spread = " (%.2f–%.2f)" % self.ranges[key] if key in self.ranges and unit != " %" else ""
            digits = "%.0f" if value >= 100 or key == "P8" else "%.1f" if value >= 10 else "%.2f"
            out.append("| %s | %s | %s%s%s | %s | %s |" % (
                key.split("_")[0] if key[0] in "PR" else "", what, digits % value, unit, spread, bound, verdict))
        if "instructions" in self.result:
            letter, report = self.result["instructions"]["letter"], self.result["instructions"]["report-100"]
            out.append("| P14 | instructions against the stored: letter %.1f M, report-100 %.0f M, rules60 %.2f M a case, %.1f M to load "
                       "| | ≤ +3 %% | %s |" % (letter["all"] / 1e6, report["all"] / 1e6,
                                               self.result["instructions"]["rules60, a case"]["all"] / 1e6,
                                               self.result["instructions"]["rules60, load"]["all"] / 1e6, self.result["P14"]))
            out += ["", "Instructions of report-100 by stage: " + ", ".join(
                "%s %.0f %%" % (s.replace("hj_", ""), 100 * report[s] / report["all"]) for s in FO_STAGES) + "."]
        warm = {"hjemmel": self.result.get("P2_ms", self.result.get("P4_ms", [None, None])[::-1]) [1],
                "FOP": self.result.get("P2_ms", [None])[0], "Typst": self.result.get("P4_ms", [None])[0],
                "WeasyPrint": self.result.get("weasyprint_ms", [None])[0],
                "Chromium": self.result.get("chromium_ms", [None])[0]}
        out += ["", "Side by side: CPU ms warm; CPU s / peak MB / PDF KB of one document in a process of its own.", "",
                "| | letter, warm | letter | report-100 | status-10 | report-400 |", "|---|---|---|---|---|---|"]
        for peer in ("hjemmel", "FOP", "Typst", "WeasyPrint", "Chromium", "crate fop"):
            if peer != "hjemmel" and peer not in self.peers:
                out.append("| %s | not run | | | | |" % peer)
                continue
            row = ["%.1f" % warm[peer] if warm.get(peer) else "–"]
            for name in ("letter", "report-100", "status-10", "report-400"):
                key = "%s %s" % (peer, name)
                made = self.result.get("cold " + key)
                row.append("%.3g / %s / %.0f" % (made["ms"] / 1000, "%.0f" % (made["rss_kb"] / 1024) if made["rss_kb"] else "–",
                                                 made["bytes"] / 1024) if made else self.sane.get(key, "–"))
            out.append("| %s | %s |" % (peer, " | ".join(row)))
        return "\n".join(out)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("build")
    args.add_argument("--rounds", type=int, default=5)
    args.add_argument("--letters", type=int, default=200)
    for flag in ("--no-peers", "--store", "--readme", "--rules"):
        args.add_argument(flag, action="store_true")
    args = args.parse_args()
    start = time.time()
    tmp = tempfile.mkdtemp(prefix="hjemmel-bench-")
    b = Bench(args, tmp)
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        model = re.search(r"model name\s*: (.*)", f.read())
    b.result.update(cpu="%d cores of %s" % (os.cpu_count(), model.group(1) if model else platform.machine()),
                    date=time.strftime("%Y-%m-%d"), load="%.1f" % os.getloadavg()[0])
    b.peers, b.versions = {}, {}

    if args.rules:
        b.rules60()
        b.rules_shipped()
        return 0
    print("sanity")
    ok = b.sanity()
    if not ok:
        print("not timed: the output is not what it should be")
        return 1
    if not args.no_peers:
        b.find_peers()
    print("instructions")
    ok = b.count(args.store)
    print("one document in a process of its own")
    b.ours_alone()
    b.cold()
    print("rules")
    b.rules60()
    b.rules_shipped()
    print("warm")
    b.warm()
    b.result["load"] += " to %.1f" % os.getloadavg()[0]
    b.result["ranges"], b.result["not timed"], b.result["versions"] = b.ranges, b.sane, b.versions
    with open(b.build + "/bench/result.json", "w", encoding="utf-8") as f:
        json.dump(b.result, f, indent=1, ensure_ascii=False)
        f.write("\n")
    tables = b.tables()
    print("\n%s\n\n%.0f minutes" % (tables, (time.time() - start) / 60))
    if args.readme:
        with open(HERE + "/README.md", encoding="utf-8") as f:
            text = f.read()
        text = re.sub(r"(<!-- figures -->\n).*(<!-- end of figures -->)", lambda m: m[1] + tables + "\n" + m[2], text, flags=re.S)
        with open(HERE + "/README.md", "w", encoding="utf-8") as f:
            f.write(text)
    shutil.rmtree(tmp, ignore_errors=True)
    return 0 if ok else 1


sys.exit(main())
