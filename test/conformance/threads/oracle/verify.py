"""What CPython does with a scenario, as NAME.expected.json: run several times, with and without a shaken schedule.

`study(path, runs, jittered)` returns (path, difference or None, expected); used by gen.py --check.
"""
import json, os, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))


def run(path, *options):
    out = subprocess.run([sys.executable, os.path.join(HERE, "run_threads.py"), *options, path], capture_output=True, text=True)
    return json.loads(out.stdout)


def study(path, runs=2, jittered=2):
    with open(path) as fh: prog = json.load(fh)
    results = [run(path) for _ in range(runs)]
    results += [run(path, "--switch", "0.0001", "--jitter", str(seed)) for seed in range(1, jittered + 1)]
    logs = [{s: [e[2:] for e in ev] for s, ev in r["strands"].items()} for r in results]
    for log, r in zip(logs, results):
        if log != logs[0] or r["outcome"] != results[0]["outcome"]: return path, "two runs differ", None
    edges = [e for e in results[0]["edges"] if all(e in r["edges"] for r in results)]
    bags = {b: [prog["objects"][b][0], [v for _, v in notes]] for b, notes in results[0]["bags"].items()}
    return path, None, {"strands": logs[0], "bags": bags, "outcome": results[0]["outcome"], "before": prog.get("before", []) + edges,
                        "ms": prog.get("ms", []), "max_open": prog.get("max_open", [])}


def text(expected): return json.dumps(expected) + "\n"
