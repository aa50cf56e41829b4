#!/usr/bin/env python3
"""The daemon under load for a few seconds: nothing fails and no answer is of two laws while its law is swapped, the client notices
a wrong answer and a daemon that is not there, and the page is made. How long anything takes is not judged.

    smoke_test.py build/release
"""

import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests/bench"))

import client
import law as laws
import measure
import mix
import page
import soak

RATE = 20  # requests a second: what the slowest sanitizer answers
MINUTES = 0.05


def swapped(asking, law, requests, answers):
    """A soak of some seconds over two workers: all is asked and answered rightly, and swaps are taken up."""
    running = law.start("--workers", "2")
    try:
        told = soak.soak(asking, law, running, soak.Plan(requests, answers, MINUTES, RATE, period=1, swap_every=0.5))
    finally:
        running.stop()
    faults = {fault: told[fault] for fault in client.FAULTS}
    assert not any(faults.values()), f"{faults} of {told['accepted']} answers; see tests/load/load_client.cc for what they mean"
    assert told["accepted"] + told["refused"] + told["unsent"] == RATE * MINUTES * 60, told
    assert told["accepted"] > 0, told
    assert told["builds"] == told["swaps"] > 0 and told["refusals"] == 0, {key: told[key] for key in ("builds", "swaps", "refusals")}
    assert running.process.returncode == 0, running.process.returncode
    return told


def faults_noticed(asking, law, requests, answers, folder):
    """An answer that neither law gives is mixed; a path that is not there is a status; nobody listening is broken."""
    wrong, missing = folder / "wrong.answers", folder / "missing.requests"
    wrong.write_text("".join("00000001 00000002\n" for _ in answers.read_text(encoding="utf-8").splitlines()), encoding="utf-8")
    missing.write_text("GET /nie-ma\n", encoding="utf-8")
    running = law.start()
    try:
        row = asking.ask(running.port, requests, 1, 2, answers=wrong)
        assert row["mixed"] > 0 and row["accepted"] == 0, row
        row = asking.ask(running.port, missing, 1, 2)
        assert row["status"] > 0 and row["accepted"] == 0, row
    finally:
        running.stop()
    row = asking.ask(running.port, requests, 1, 2, RATE)
    assert row["broken"] == RATE, row


def page_made(asking, law, requests, told, folder):
    """Every part of the page, of results as they are measured."""
    results = measure.Results(folder / "results.json")
    running = law.start()
    try:
        row = asking.measure(running, requests, 1, 2)
    finally:
        running.stop()
    results.save("paces", rows=[{"kind": "mix", "round": 0} | row], capacity=row["rps"])
    results.save("overload", capacity=row["rps"], rows=[{"share": share} | row for share in measure.RATES])
    results.save("soak", told_apart=1, **told)
    file = folder / "load.md"
    file.write_text("before\n<!-- figures: made by tests/load/run -->\nold\n<!-- end of figures -->\nafter\n", encoding="utf-8")
    page.write(file, measure.Results(folder / "results.json").parts)
    made = file.read_text(encoding="utf-8")
    assert made.startswith("before\n") and made.endswith("\nafter\n") and "\nold\n" not in made, made
    for words in ("| the mix | 2 |", "| 200% |", f"| requests accepted | {told['accepted']} |", "| answers of no law or of both | 0 |"):
        assert words in made, f"{words} is not in the page:\n{made}"


def main():
    programs = pathlib.Path(sys.argv[1]).resolve()
    client.allow_connections()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        law, asking = laws.Law(programs, ROOT / "corpus", folder), client.Client(programs)
        kinds = {"questions": mix.questions()[:20], "pages": mix.pages(law.catalogue())[::10], "letters": mix.letters()[:5]}
        kinds["mix"] = mix.mixed(kinds)[:60]
        requests, answers = measure.written(folder, kinds)["mix"], folder / "mix.answers"
        share = laws.right_answers(law, kinds["mix"], answers)
        assert share > 0.8, f"only {share:.0%} of the answers differ from one law to the other"
        told = swapped(asking, law, requests, answers)
        faults_noticed(asking, law, requests, answers, folder)
        page_made(asking, law, requests, told, folder)
    print(f"{told['accepted']} answers, {told['swaps']} swaps, no fault")


if __name__ == "__main__":
    main()
