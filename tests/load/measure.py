#!/usr/bin/env python3
"""Measures kto-searchd on the real corpora, on the loopback. tests/load/run builds and starts it.

    measure.py [--soak MINUTES] [--seconds 5] [--rounds 3] [--overload 30] [--programs DIR]
    measure.py --report [--page docs/load.md]

Requests a second and times at 1, 8 and 64 connections, what it can do at most, what becomes of twice as much, and with --soak
a long time at 80 % of it while the law is swapped every 10 s. The results are build/load/results.json; parts that were not
measured again stay. --report writes the page of them. Client, builder and daemon share the machine.
"""

import argparse
import datetime
import json
import pathlib
import shutil
import signal
import statistics
import sys
import time
import zoneinfo

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/bench"))

import client
import law as laws
import machine
import mix
import page
import soak

CONNECTIONS = (1, 8, 64)
NORMAL = 0.8  # of capacity: as much as it should be given for long
RATES = (NORMAL, 1.0, 2.0)


def until_midnight():
    """Seconds. Pages name today, so their bytes change at midnight in Warsaw."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Warsaw"))
    return (datetime.datetime.combine(now.date() + datetime.timedelta(days=1), datetime.time(), now.tzinfo) - now).total_seconds()


def written(folder, kinds):
    """Kind → file of its requests."""
    files = {}
    for kind, lines in kinds.items():
        files[kind] = folder / f"{kind}.requests"
        files[kind].write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files


class Results:
    """build/load/results.json: each part with when and on what it was measured."""

    def __init__(self, file):
        self.file = file
        self.parts = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}

    def save(self, part, **figures):
        measured = {"at": datetime.datetime.now().isoformat(timespec="seconds"), "machine": machine.described(ROOT)}
        self.parts[part] = measured | figures
        self.file.write_text(json.dumps(self.parts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def paces(asking, running, files, options):
    """Each kind at each number of connections, in rounds; the mix last, when all is warm."""
    rows = []
    for number in range(options.rounds):
        for kind, file in files.items():
            for connections in CONNECTIONS:
                row = {"kind": kind, "round": number} | asking.measure(running, file, options.seconds, connections)
                rows.append(row)
                print(f"{kind}, {connections} connections: {row['rps']} a second, p50 {row['p50_ms']}, p99 {row['p99_ms']} ms", flush=True)
    return rows


def capacity_of(rows):
    """Answers of the mix a second, at the number of connections that gives most."""
    return max(statistics.median(row["rps"] for row in rows if row["kind"] == "mix" and row["connections"] == connections)
               for connections in CONNECTIONS)


def overload(asking, running, file, capacity, seconds):
    """Requests that come whether they are answered or not, at parts and multiples of the capacity."""
    rows = []
    for share in RATES:
        rows.append({"share": share} | asking.measure(running, file, seconds, client.MOST, round(share * capacity, 1)))
        print(f"{share:.0%} of capacity: {json.dumps(rows[-1])}", flush=True)
        time.sleep(3)
    return rows


def measure(options):
    folder = ROOT / "build/load"
    if options.soak * 60 + 900 > until_midnight():
        sys.exit("It would go on past midnight in Warsaw, when pages name another day: begin after it.")
    shutil.rmtree(folder / "index", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    client.allow_connections()
    results, asking = Results(folder / "results.json"), client.Client(options.programs)
    print("Two states of the law, and the right answers by each", flush=True)
    law = laws.Law(options.programs, ROOT / "corpus", folder)
    kinds = {"questions": mix.questions(), "pages": mix.pages(law.catalogue()), "letters": mix.letters()}
    kinds["mix"] = mix.mixed(kinds)
    files, answers = written(folder, kinds), folder / "mix.answers"
    told_apart = laws.right_answers(law, kinds["mix"], answers)
    running = law.start()
    try:
        rows = paces(asking, running, files, options)
        capacity = capacity_of(rows)
        results.save("paces", seconds=options.seconds, rows=rows, capacity=capacity)
        results.save("overload", seconds=options.overload, capacity=capacity,
                     rows=overload(asking, running, files["mix"], capacity, options.overload))
        if options.soak:
            rate = round(NORMAL * capacity, 1)
            print(f"{options.soak:g} minutes at {rate} requests a second, {told_apart:.0%} of them told apart by the law", flush=True)
            results.save("soak", told_apart=told_apart, capacity=capacity,
                         **soak.soak(asking, law, running, soak.Plan(files["mix"], answers, options.soak, rate)))
    finally:
        running.stop()
    print(f"{folder / 'results.json'} is written. The page of it: tests/load/run --report")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--soak", type=float, default=0, metavar="MINUTES")
    parser.add_argument("--seconds", type=int, default=5, help="of one measurement")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--overload", type=int, default=30, metavar="SECONDS", help="at each part or multiple of the capacity")
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--report", action="store_true", help="write the page of what was measured last")
    parser.add_argument("--page", type=pathlib.Path, default=ROOT / "docs/load.md")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))  # so that the daemon is ended on the way out
    if options.report:
        page.write(options.page, Results(ROOT / "build/load/results.json").parts)
    else:
        measure(options)


if __name__ == "__main__":
    main()
