"""Chromium without a window: one page kept, a new document written into it, printed as tagged PDF. Spoken to over
two pipes (--remote-debugging-pipe). CPU is that of all its processes.   chromium_peer.py FILE.html CHROMIUM"""
import base64
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

import peer

TICK = os.sysconf("SC_CLK_TCK")


def processes(root):
    """Chromium's processes now: pid -> CPU in ticks. Its helpers are grandchildren."""
    parents, ticks = {}, {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="utf-8") as f:
                row = f.read()
        except OSError:
            continue
        fields = row.rsplit(")", 1)[1].split()
        pid = int(row.split(" ", 1)[0])
        parents[pid] = int(fields[1])
        ticks[pid] = sum(int(t) for t in fields[11:15])  # its own, and of children that have ended
    found, more = {root}, True
    while more:
        grown = found | {p for p, q in parents.items() if q in found}
        more, found = len(grown) > len(found), grown
    return {p: ticks[p] for p in found if p in ticks}


class Chromium:
    def __init__(self, program, folder):
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()

        def pipes():  # Chromium reads commands from 3 and answers on 4
            a, b = os.dup(to_read), os.dup(to_write)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
             "--user-data-dir=" + folder, "--remote-debugging-pipe", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.number, self.buffer, self.session = 0, b"", None
        page = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self.frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        rest = memoryview(json.dumps(message).encode() + b"\0")
        while rest:
            rest = rest[os.write(self.write, rest):]
        while True:
            while b"\0" not in self.buffer:
                piece = os.read(self.read, 1 << 20)
                if not piece:
                    raise SystemExit("chromium ended")
                self.buffer += piece
            row, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(row)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(str(answer["error"]))
                return answer["result"]

    def pdf(self, text):
        self.call("Page.setDocumentContent", frameId=self.frame, html=text)
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True, generateTaggedPDF=True)
        return base64.b64decode(printed["data"])

    def cpu(self):
        return sum(processes(self.process.pid).values()) / TICK

    def memory(self):
        """What all its processes hold together, shared pages shared out, KB: now, not the peak."""
        total = 0
        for pid in processes(self.process.pid):
            try:
                with open("/proc/%d/smaps_rollup" % pid, encoding="ascii") as f:
                    total += next(int(row.split()[1]) for row in f if row.startswith("Pss:"))
            except (OSError, StopIteration):
                pass
        return total


home = tempfile.mkdtemp(prefix="hjemmel-chromium-")
browser = Chromium(sys.argv[2], home)
try:
    peer.serve(browser.pdf, sys.argv[1], browser.cpu, browser.memory)
finally:
    browser.process.terminate()
    browser.process.wait()
    shutil.rmtree(home, ignore_errors=True)
