#!/usr/bin/env python3
"""The judged queries are well formed, and what they name existed in that office on that day.

    queries_test.py BINARY_DIR CORPUS_DIR
"""

import collections
import datetime
import functools
import json
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).parent
OWN = ["own.jsonl", "own-2.jsonl", "own-3.jsonl", "own-4.jsonl", "own-unseen.jsonl", "own-unseen-2.jsonl"]
STYLES = {"citizen", "clerk", "keyword", "noisy", "temporal", "letter", "none"}
FIELDS = ["id", "style", "q", "as_of", "office", "units", "points", "note"]


def read(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@functools.cache
def dump(what, office, day):
    lines = subprocess.run([BINARIES / "kto-indexer", "dump", what, "--corpus", CORPUS, "--office", office,
                            "--as-of", day], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return [json.loads(line) for line in lines.splitlines()]


def codes(office, day):
    """Units listed, and those that only a task names: acts that amend do not list every unit."""
    return ({unit["code"] for unit in dump("units", office, day)}
            | {task["unit"]["code"] for task in dump("tasks", office, day) if task["unit"]})


def citations(office, day):
    return {task["citation"] for task in dump("tasks", office, day)}


class Queries(unittest.TestCase):
    def each(self, check):
        for name in OWN:
            for query in read(name):
                with self.subTest(query=query["id"]):
                    check(query)

    def test_has_every_field(self):
        def check(query):
            self.assertEqual(list(query), FIELDS)
            self.assertIn(query["style"], STYLES)
            self.assertEqual(query["q"], query["q"].strip())
            self.assertTrue(query["note"])
            datetime.date.fromisoformat(query["as_of"])
        self.each(check)

    def test_grades_are_1_to_3(self):
        def check(query):
            self.assertEqual({*query["units"].values(), *query["points"].values()} - {1, 2, 3}, set())
            self.assertTrue(query["points"] or not query["units"])
            self.assertFalse(query["points"] and query["style"] == "none")
        self.each(check)

    def test_units_and_points_exist_on_that_day(self):
        def check(query):
            place = query["office"], query["as_of"]
            self.assertEqual(set(query["units"]) - codes(*place), set())
            self.assertEqual(set(query["points"]) - citations(*place), set())
        self.each(check)

    def test_no_query_is_asked_twice(self):
        asked = collections.Counter((query["q"].lower(), query["as_of"], query.get("office", "lublin"))
                                    for name in ["dev.jsonl", *OWN] for query in read(name))
        self.assertEqual([query for query, times in asked.items() if times > 1], [])
        ids = collections.Counter(query["id"] for name in OWN for query in read(name))
        self.assertEqual([one for one, times in ids.items() if times > 1], [])


if __name__ == "__main__":
    CORPUS, BINARIES = pathlib.Path(sys.argv.pop()), pathlib.Path(sys.argv.pop())
    unittest.main()
