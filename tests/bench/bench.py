#!/usr/bin/env python3
"""Measures kto beside Lucene and PostgreSQL, at several sizes of country. tests/bench/run installs, builds and starts it.

    bench.py [--sizes 10k,1M,10M] [--budget 10800] [--rounds 5] [--seconds 4] [--builds N] [--engines kto,postgres] [--programs DIR]

Every figure becomes a line of build/bench/results.jsonl at once; indexes are kept beside it and built only when what they are
made of has changed, so a run that was interrupted or ran out of its budget goes on where it was. Engines take turns in
rounds: what else the machine does meets all alike, and is told beside each figure ("others": processors taken by others).
"""

import argparse
import datetime
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import time

import engine
import engines
import load
import lublin
import machine
import points
import questions

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
CONNECTIONS = (1, 8)
STARTS = 5
WARMING = 5  # seconds a form and scope at most: a virtual machine compiles what it runs often
MAKERS = ("points.py", "questions.py", "inflected.py", "vocabulary.json")
SMALL = 100_000  # up to it an index is built three times


class Run:
    """What a run was asked for, when it must end, and where its figures go."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.id = datetime.datetime.now().isoformat(timespec="seconds")
        self.ends = time.monotonic() + options.budget
        folder.mkdir(parents=True, exist_ok=True)

    def left(self):
        return self.ends - time.monotonic()

    def save(self, kind, **row):
        line = json.dumps({"kind": kind, "run": self.id} | row, ensure_ascii=False)
        with open(self.folder / "results.jsonl", "a", encoding="utf-8") as results:
            results.write(line + "\n")
        print(line, flush=True)


def size(text):
    """10k, 1M or a plain number."""
    factor = {"k": 1000, "M": 1_000_000}.get(text[-1:], 1)
    return int(text.rstrip("kM")) * factor


def made_data(folder, count):
    """The points and questions of a country, made once."""
    data = folder / "data"
    made, made_of = data / "made", engine.digest(*(HERE / name for name in MAKERS))
    if not made.exists() or made.read_text(encoding="utf-8") != made_of:
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True)
        points.write(data, count)
        questions.write(data)
        made.write_text(made_of, encoding="utf-8")
    return data


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def build_all(run, count, folder, chosen, until):
    """Builds the engines one after the other, several times over, in the time there is; those that have an index."""
    data, times = folder / "data", run.options.builds or (3 if count <= SMALL else 1)
    kept = {one: engine.Build(one, data, folder / one.name) for one in chosen}
    for number in range(times):
        for one, build in list(kept.items()):
            left = until - time.monotonic()
            if len(build.rows) > number or (build.rows and left < 2 * build.rows[-1]["wall_s"]):
                continue
            try:
                build.again(max(0, left))
            except engine.Trouble as trouble:
                run.save("trouble", points=count, engine=one.name, what=f"build: {trouble}")
                del kept[one]
    for one, build in kept.items():
        for row in build.rows:
            run.save("build", points=count, engine=one.name, **row)
    return list(kept)


def start_all(run, count, folder, chosen, rows, running):
    """Fills engine → running server, each started several times for the figure of how soon it answers."""
    for number in range(STARTS):
        for one in list(chosen):
            if one in running:
                running.pop(one).stop()
            path = one.ready_path or one.request("", "office", rows[0]).split(" ", 1)[1]
            try:
                milliseconds, running[one] = load.ready_ms(lambda one=one: one.start(folder / one.name), path)
                run.save("start", points=count, engine=one.name, round=number, ms=milliseconds)
            except (engine.Trouble, RuntimeError) as trouble:
                run.save("trouble", points=count, engine=one.name, what=f"start: {trouble}")
                chosen.remove(one)


def asked_of(chosen, data):
    """Every form and scope of every engine."""
    questions_asked, letters = rows_of(data / "questions.jsonl"), rows_of(data / "letters.jsonl")
    return [load.Asked(one, form, scope, letters if scope == "letters" else questions_asked, data)
            for one in chosen for form, scopes in one.forms.items() for scope in scopes]


def check_all(run, count, running, asked):
    """Those that answer, each asked some questions one by one."""
    for one in list(asked):
        try:
            share = one.check(running[one.engine].port)
            run.save("found", points=count, engine=one.engine.name, form=one.form, scope=one.scope, share=share)
        except (RuntimeError, OSError) as trouble:
            run.save("trouble", points=count, engine=one.engine.name, what=f"{one.scope}: {trouble}")
            asked.remove(one)


def measure(run, count, running, asked, ends):
    """Rounds until the time is over; at least one. Who answers nothing is not asked again."""
    hopeless, seconds = set(), run.options.seconds
    for one in asked:
        one.measure(running[one.engine], 4, min(WARMING, 2 * seconds))
    for number in range(run.options.rounds):
        turn = asked[number % len(asked):] + asked[:number % len(asked)]
        for scope in ("office", "country", "letters"):
            for connections in CONNECTIONS:
                for one in turn:
                    if one.scope != scope or (one, connections) in hopeless:
                        continue
                    row = one.measure(running[one.engine], connections, seconds, first=number * 4001)
                    run.save("asked", points=count, round=number, **row)
                    if row["answered"] <= 0:
                        hopeless.add((one, connections))
        if time.monotonic() > ends:
            break


def stages(run, count, folder):
    """Where the time of a question goes, by kto's own parts."""
    command = [run.options.programs / "request-stages", folder / "kto/index", folder / "data/questions.jsonl"]
    for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines():
        run.save("stages", points=count, **json.loads(line))


def run_size(run, count, share):
    """One size of country, in its share of the time left: at most six tenths of it for building."""
    folder, begun = run.folder / str(count), time.monotonic()
    data = made_data(folder, count)
    time_here = run.left() * share
    chosen = build_all(run, count, folder, run.engines, begun + 0.6 * time_here)
    running = {}
    try:
        start_all(run, count, folder, chosen, rows_of(data / "questions.jsonl"), running)
        asked = asked_of(chosen, data)
        check_all(run, count, running, asked)
        measure(run, count, running, asked, begun + time_here)
        for one, server in running.items():
            run.save("memory", points=count, engine=one.name, **server.memory())
    finally:
        for server in running.values():
            server.stop()
    if any(one.name == "kto" for one in chosen):
        stages(run, count, folder)


def chosen_engines(run):
    """Those that were asked for and can be had."""
    made = {"kto": lambda: engines.Kto(run.options.programs),
            "lucene-stempel": lambda: engines.Lucene("stempel", engines.compiled(run.folder / "classes")),
            "lucene-morfologik": lambda: engines.Lucene("morfologik", engines.compiled(run.folder / "classes")),
            "postgres": lambda: engines.Postgres(run.options.programs / "postgres-front")}
    chosen = []
    for name in run.options.engines.split(",") if run.options.engines else made:
        try:
            chosen.append(made[name]())
        except engine.Trouble as trouble:
            run.save("trouble", points=0, engine=name, what=str(trouble))
    return chosen


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10k,1M,10M")
    parser.add_argument("--budget", type=float, default=10800, help="seconds in all")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4, help="of one measurement")
    parser.add_argument("--builds", type=int, default=0, help="times each index is built; by default 3 up to 100k points, else 1")
    parser.add_argument("--engines", default="")
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / "build/release")
    return parser.parse_args()


def main():
    options = read_options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))  # so that all servers are ended on the way out
    run = Run(options, ROOT / "build/bench")
    run.engines = chosen_engines(run)
    run.save("machine", points=0, seconds=options.seconds, **machine.described(ROOT))
    lublin.measure(run, ROOT)
    sizes = sorted(size(text) for text in options.sizes.split(",") if text)
    for place, count in enumerate(sizes):
        # A larger country takes longer; what the smaller ones leave is the larger ones'.
        share = 1 / (1 + 2 * (len(sizes) - 1 - place))
        try:
            run_size(run, count, share)
        except (engine.Trouble, RuntimeError, OSError, subprocess.SubprocessError) as trouble:
            run.save("trouble", points=count, engine="", what=str(trouble))
    print(f"Done in {options.budget - run.left():.0f} s. Tables and pictures: tests/bench/report")


if __name__ == "__main__":
    main()
