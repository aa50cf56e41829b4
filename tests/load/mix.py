"""What people ask, in their own words: the judged questions and letters of tests/relevance, and pages of both offices.

A request is a line as tests/bench/ask.lua reads it: "GET /?q=poczta&as_of=2024-06-01&office=lublin".
"""

import json
import pathlib
import random
import urllib.parse

RELEVANCE = pathlib.Path(__file__).parents[1] / "relevance"
DAY = "2024-06-01"
OFFICES = ("lublin", "przykladowa")
SHARES = {"questions": 70, "pages": 20, "letters": 10}  # of a hundred requests of the mix
COUNT = 1000  # requests of the mix, before it begins again


def rows(name):
    return [json.loads(line) for line in (RELEVANCE / name).read_text(encoding="utf-8").splitlines()]


def judged():
    return [{"office": "lublin"} | row for row in rows("dev.jsonl") + rows("own.jsonl") if row["style"] != "letter"]


def get(path, **asked):
    return f"GET {path}?{urllib.parse.urlencode(asked)}"


def questions():
    return [get("/api/v1/who", q=row["q"], as_of=row["as_of"], office=row["office"]) for row in judged()]


def letters():
    whole = [{key: row[key] for key in ("subject", "text", "as_of", "office")} for row in rows("letters.jsonl")]
    short = [{"text": row["q"], "as_of": row["as_of"], "office": "lublin"} for row in rows("dev.jsonl") if row["style"] == "letter"]
    return ["POST /api/v1/route\t" + json.dumps(letter, ensure_ascii=False) for letter in whole + short]


def pages(catalogue):
    """Of the tasks and units in `catalogue`, the lines of an export; the search page for every third question."""
    asked = [get("/", q=row["q"], as_of=row["as_of"], office=row["office"]) for row in judged()[::3]]
    tasks = [row for row in catalogue if "type" not in row]
    codes = sorted({(row["office"], row["unit"]["code"]) for row in tasks if row["unit"] and row["unit"]["code"]})
    asked += [get(f"/jednostki/{urllib.parse.quote(code, safe='')}", as_of=DAY, office=office) for office, code in codes]
    asked += [f"GET /przepisy/{row['id']}" for row in tasks[::20]]
    for office in OFFICES:
        asked += [get("/jednostki", as_of=DAY, office=office), get("/akty", office=office),
                  get("/zmiany", office=office, **{"from": "2022-01-01", "to": DAY})]
    return asked


def mixed(kinds):
    """Of each kind its share, in an order that is the same every time."""
    order = [kind for kind, share in SHARES.items() for _ in range(share * COUNT // 100)]
    random.Random(7).shuffle(order)
    places = dict.fromkeys(kinds, 0)
    asked = []
    for kind in order:
        asked.append(kinds[kind][places[kind] % len(kinds[kind])])
        places[kind] += 1
    return asked
