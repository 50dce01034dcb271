"""GoRules Zen in process: one decision of sixty expressions, compiled once; facts are a dict each time. Its own trace when asked.
zen_peer.py FOLDER [trace]    answers "N" with one line of JSON"""
import json
import statistics
import sys
import time

import zen

with open(sys.argv[1] + "/zen.json", encoding="utf-8") as f:
    decision = zen.ZenEngine().create_decision(f.read())
with open(sys.argv[1] + "/facts.json", encoding="utf-8") as f:
    facts = json.load(f)
options = {"trace": True} if sys.argv[2:] else {}
for row in sys.stdin:
    times = []
    for _ in range(int(row)):
        start = time.process_time()
        result = decision.evaluate(facts, options)["result"]
        times.append((time.process_time() - start) * 1000)
    granted = sum(v is True for k, v in result.items() if k.startswith("r"))
    print(json.dumps({"median_ms": statistics.median(times), "granted": granted}), flush=True)
