#!/usr/bin/env python3
"""Scores of a running kto on whole letters with several requests (letters.jsonl): through POST /api/v1/route.

    letters.py http://127.0.0.1:8080 [--whole] [--show] [--least first=.90 met=.85]

first: the first holder handles one of the requests; met: share of the requests whose holder is among the first, as many as there
are requests. --whole asks subject and text as one question instead; --show prints what is missed.
"""

import argparse
import json
import pathlib
import sys

import measure


def ask(kto, letter, whole):
    if not whole:
        return kto.fetch("/api/v1/route", body={key: letter[key] for key in ("subject", "text", "as_of", "office")})
    question = f"{letter['subject']}\n{letter['text']}".strip()
    return kto.fetch("/api/v1/who", {"q": question, "as_of": letter["as_of"], "office": letter["office"]})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--least", nargs="*", default=[], metavar="SCORE=VALUE")
    options = parser.parse_args()
    kto = measure.Kto(options.base, None, True)
    first, met = [], []
    for line in pathlib.Path(__file__).with_name("letters.jsonl").read_text(encoding="utf-8").splitlines():
        letter = json.loads(line)
        answer = ask(kto, letter, options.whole)
        holders = [one["holder"]["code"] or one["holder"]["position"] for one in answer["answers"]]
        wanted = letter["requests"]
        first.append(any(holders[:1] and holders[0] in request for request in wanted))
        met += [any(holder in request for holder in holders[:len(wanted)]) for request in wanted]
        if options.show and not (first[-1] and all(met[-len(wanted):])):
            print(f"{letter['id']} {letter['subject']}: {answer['status']} {holders}, should be {wanted}")
    scores = {"first": sum(first) / len(first), "met": sum(met) / len(met)}
    print(f"{len(first)} letters, {len(met)} requests: " + ", ".join(f"{name} {value:.3f}" for name, value in scores.items()))
    low = [f"{name} is {scores[name]:.3f}, should be at least {value}"
           for name, value in (least.split("=") for least in options.least) if scores[name] < float(value)]
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
