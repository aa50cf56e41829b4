#!/usr/bin/env python3
"""Scores of a running kto on judged queries (README.md says what they mean).

    measure.py http://127.0.0.1:8080 [--queries dev.jsonl] [--office lublin] [--whole] [--show] [--least first=.60 ...]

Letters go to POST /api/v1/route, with --whole to /api/v1/who like all else. --show prints every query whose first holder
is wrong; --least makes the exit status 1 when a score over all queries is lower.
"""

import argparse
import json
import math
import pathlib
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

STYLES = ["citizen", "clerk", "keyword", "noisy", "temporal", "letter", "none"]
SCORES = ["first", "three", "units", "points", "abstains", "lost"]
LOWEST_PART = re.compile(r" (lit\.|tiret|podwójne tiret) [^ ]+$")


class Kto:
    def __init__(self, base, office, route):
        self.base, self.default_office, self.route = base.rstrip("/"), office, route

    def office(self, query):
        return query.get("office", self.default_office)

    def fetch(self, path, parameters=None, body=None):
        url = self.base + path + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
        request = urllib.request.Request(url, data=body and json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"} if body else {})
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{url}: {error.code} {error.read().decode(errors='replace')[:500]}")

    def who(self, query):
        if query["style"] == "letter" and self.route:
            return self.fetch("/api/v1/route", body={"text": query["q"], "as_of": query["as_of"],
                                                     "office": self.office(query)})
        return self.fetch("/api/v1/who", {"q": query["q"], "as_of": query["as_of"], "office": self.office(query)})

    def tasks(self, query):
        return self.fetch("/api/v1/tasks",
                          {"q": query["q"], "as_of": query["as_of"], "office": self.office(query), "limit": 10})


def ndcg(grades, judged, depth):
    def gain(ranked):
        return sum((2 ** grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(ranked[:depth]))
    best = gain(sorted(judged, reverse=True))
    return gain(grades) / best if best else 0.0


def judged_place(query, task):
    """The task's citation if it is judged, else the nearest judged one above it."""
    place = task["citation"]
    while place not in query["points"] and LOWEST_PART.search(place):
        place = LOWEST_PART.sub("", place)
    return place


def point_grade(query, task):
    return query["points"].get(judged_place(query, task), 0)


def point_grades(query, tasks):
    """The grades in order; a place judged as one gains only once, however many of its parts are found."""
    found, grades = set(), []
    for task in tasks:
        place = judged_place(query, task)
        grades.append(0 if place in found else query["points"].get(place, 0))
        found.add(place)
    return grades


def is_right(query, answer):
    """The holder has the best grade there is; a nameless one, if one of its shown tasks has."""
    code = answer["holder"]["code"]
    if code is not None:
        return bool(query["units"]) and query["units"].get(code, 0) == max(query["units"].values())
    best = max(query["points"].values(), default=0)
    return best > 0 and any(point_grade(query, task) == best for task in answer["tasks"])


def judge(query, who, tasks):
    """The scores that apply to one query."""
    answers = who["answers"]
    if not query["units"] and not query["points"]:
        return {"abstains": float(not answers)}
    right = [is_right(query, answer) for answer in answers]
    scores = {"first": float(right[:1] == [True]), "three": float(any(right[:3])), "lost": float(not answers)}
    if query["units"]:
        grades = [query["units"].get(answer["holder"]["code"], 0) for answer in answers]
        scores["units"] = ndcg(grades, list(query["units"].values()), 5)
    if query["points"]:
        grades = point_grades(query, tasks["tasks"])
        scores["points"] = ndcg(grades, list(query["points"].values()), 10)
    return scores


def mean(rows, score):
    values = [row[score] for row in rows if score in row]
    return sum(values) / len(values) if values else None


def table(outcomes):
    lines = ["| style | queries | " + " | ".join(SCORES) + " |", "|---" * (len(SCORES) + 2) + "|"]
    styles = {query["style"] for query, _, _ in outcomes}
    for style in [style for style in STYLES if style in styles] + ["all"]:
        rows = [scores for query, _, scores in outcomes if style in (query["style"], "all")]
        values = [mean(rows, score) for score in SCORES]
        shown = ["" if value is None else f"{value:.3f}" for value in values]
        lines.append(f"| {style} | {len(rows)} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def below(outcomes, floors):
    """One sentence for every score whose mean is below its floor."""
    rows = [scores for _, _, scores in outcomes]
    return [f"{name} is {mean(rows, name):.3f}, should be at least {floor}"
            for name, floor in floors.items() if mean(rows, name) < floor]


def miss(query, who):
    holders = [answer["holder"]["code"] or answer["holder"]["position"] for answer in who["answers"][:3]]
    return f"{query['id']} {query['style']}: {query['q'][:100]}\n    {who['status']}: {', '.join(holders) or 'none'}"


def outcomes(base, queries, office="lublin", route=True):
    """(query, answer, scores) of every query of the file."""
    kto, judged = Kto(base, office, route), []
    for line in queries.read_text(encoding="utf-8").splitlines():
        query = json.loads(line)
        who = kto.who(query)
        judged.append((query, who, judge(query, who, kto.tasks(query))))
    return judged


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base")
    parser.add_argument("--queries", type=pathlib.Path, default=pathlib.Path(__file__).with_name("dev.jsonl"))
    parser.add_argument("--office", default="lublin")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--least", nargs="*", default=[], metavar="SCORE=VALUE")
    options = parser.parse_args()
    judged = outcomes(options.base, options.queries, options.office, not options.whole)
    for query, who, scores in judged:
        if options.show and not scores.get("first", scores.get("abstains")):
            print(miss(query, who))
    print(table(judged))
    low = below(judged, {name: float(value) for name, value in (least.split("=") for least in options.least)})
    print("\n".join(low), file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
