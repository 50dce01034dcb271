"""How things are measured: processes pinned to one core, CPU not wall, PDFs looked at before they count."""
import collections
import json
import os
import re
import resource
import shutil
import subprocess


def run(*command, **kw):
    return subprocess.run(command, capture_output=True, text=True, **kw)


def pinned(*command):
    return (["taskset", "-c", "0"] if shutil.which("taskset") else []) + list(command)


def failed(command, reason):
    print("  failed:", " ".join(command)[-120:], (reason or "").strip()[-300:])


def figures(*command):
    """The last line of JSON a program prints, or None with the reason shown."""
    p = run(*pinned(*command))
    lines = [line for line in p.stdout.splitlines() if line.startswith("{")]
    if p.returncode or not lines:
        failed(command, p.stderr)
        return None
    return json.loads(lines[-1])


def process_ms(*command):
    """User + system ms of a whole process, or None with the reason shown."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    p = subprocess.run(pinned(*command), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if p.returncode:
        failed(command, p.stderr.decode("utf-8", "replace"))
        return None
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


class Driver:
    """A peer in a process of its own that makes a document as often as it is asked (peers/peer.py)."""

    def __init__(self, command):
        self.command = command
        self.process = subprocess.Popen(pinned(*command), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)

    def ask(self, n, out=None):
        try:
            self.process.stdin.write("%d%s\n" % (n, " " + out if out else ""))
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        for row in self.process.stdout:
            if row.startswith("{"):
                return json.loads(row)
        failed(self.command, "no answer")
        return None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()


def alone(command, out):
    """One document in a process of its own: a program that makes out and ends."""
    ms = process_ms(*command)
    return ms and {"process_ms": ms, "bytes": os.path.getsize(out) if os.path.exists(out) else 0}


def asked_once(command, out):
    """The same of a driver."""
    with Driver(command) as d:
        return d.ask(1, out)


# ---- what a PDF holds ----

def pages(pdf):
    m = re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf).stdout)
    return int(m.group(1)) if m else 0


def words(pdf):
    """In the order of the page; leaders are no words."""
    text = run("pdftotext", "-layout", pdf, "-").stdout.replace("\u2011", "-")
    return re.sub(r"[\s\u00a0\u202f\u00ad]+|(\. ?){4,}", " ", text).split()


def share(ours, theirs):
    """Per cent of our words that theirs has as well."""
    a, b = collections.Counter(ours), collections.Counter(theirs)
    return 100 * sum((a & b).values()) / max(1, sum(a.values()))


# ---- instructions ----

def instructions(command, stages, few, many):
    """Instructions a document, in all and by stage: (many - few documents) / (many - few)."""
    counts = {}
    for n in (few, many):
        out = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hjemmel-bench-callgrind.%d" % os.getpid())
        p = run("valgrind", "--tool=callgrind", "--callgrind-out-file=" + out, *command, "--letters", str(n), "--warm-up", "1")
        if p.returncode:
            failed(command, p.stderr)
            return None
        text = run("callgrind_annotate", "--inclusive=yes", "--threshold=100", out).stdout
        os.unlink(out)
        counts[n] = {"all": int(re.search(r"([\d,]+)[^\n]*PROGRAM TOTALS", text).group(1).replace(",", ""))}
        for stage in stages:
            m = re.search(r"^\s*([\d,]+)[^\n]*:%s(?:'\d+)? \[" % stage, text, re.M)
            counts[n][stage] = int(m.group(1).replace(",", "")) if m else 0
    return {k: (counts[many][k] - counts[few][k]) // (many - few) for k in counts[many]}
