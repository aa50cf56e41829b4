"""An invented country: task points of offices that word alike, the same ones at every run and on every machine.

    points.write(folder, 1_000_000)  →  folder/points.jsonl   rows of `kto-indexer build --catalogue`
                                        folder/points.tsv     the same points for the others: id, office, unit,
                                                              citation, first day, first day no longer in force, text
                                        folder/sample.json    some points, to make questions of

An office holds some 3,000 points whatever the size of the country: ten million points are the 3,300 offices of Poland,
a million a third of them. Of the wordings about a seventh is said in every office (GENERAL of the vocabulary), most of
the rest is taken from a common stock with a few favourites, as texts copied from office to office are.
"""

import bisect
import datetime
import itertools
import json
import pathlib
import random
from typing import NamedTuple

SEED = 20241122
POINTS_AN_OFFICE = 3000
SAMPLE = 30000
NEVER = "99999999"
FIRST_DAY = datetime.date(2008, 1, 1)
VOCABULARY = json.loads(pathlib.Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8"))


class Point(NamedTuple):
    id: str
    office: str
    code: str
    unit: str
    citation: str
    text: str
    valid_from: datetime.date
    valid_to: datetime.date | None  # the first day no longer in force


def weights(count, power):
    """Cumulated weights of Zipf's law: the n-th favourite is taken 1/n^power as often as the first."""
    return list(itertools.accumulate(1 / n ** power for n in range(1, count + 1)))


def pick(rng, items, cumulated):
    return items[bisect.bisect_left(cumulated, rng.random() * cumulated[-1])]


def compose(rng, field):
    """One wording: what is done (the earlier heads are commoner), with what, and on what terms."""
    heads, matters = VOCABULARY["heads"], VOCABULARY["fields"][field]["matters"]
    head = heads[min(int(rng.expovariate(1 / 14)), len(heads) - 1)]
    matter, kind = rng.choice(matters), rng.random()
    if kind < 0.18:
        text = f"{head} i {rng.choice(heads)} {matter}"
    elif kind < 0.34:
        text = f"{head} {matter} oraz {rng.choice(matters)}"
    elif kind < 0.40:
        text = f"{head} {matter}, {rng.choice(matters)}, {rng.choice(matters)} oraz {rng.choice(matters)}"
    elif kind < 0.52:
        text = f"{head} spraw z zakresu {matter}"
    else:
        text = f"{head} {matter}"
    text += rng.choice(VOCABULARY["complements"])
    return text + rng.choice(VOCABULARY["complements"]) if rng.random() < 0.10 else text


class Country:
    """The stock of wordings of a country of `count` points, and its points in order of offices."""

    def __init__(self, count):
        self.count = count
        self.offices = max(4, round(count / POINTS_AN_OFFICE))
        self.rng = random.Random(SEED)
        self.fields = sorted(VOCABULARY["fields"])
        self.field_weights = weights(len(self.fields), 0.35)
        self.general_weights = weights(len(VOCABULARY["general"]), 0.9)
        self.stock = {}
        for field in self.fields:
            size = max(150, int(count * 0.16 / len(self.fields)))
            wordings = list(dict.fromkeys(compose(self.rng, field) for _ in range(size)))
            self.stock[field] = (wordings, weights(len(wordings), 0.95))

    def wording(self, field):
        rng, kind = self.rng, self.rng.random()
        if kind < 0.14:
            return pick(rng, VOCABULARY["general"], self.general_weights)
        if kind < 0.78:
            return pick(rng, *self.stock[field])
        text = compose(rng, field)
        streets = VOCABULARY["streets"]
        return text if kind < 0.92 else f"{text} w rejonie ulicy {rng.choice(streets)} i {rng.choice(streets)}"

    def days(self):
        rng = self.rng
        first = FIRST_DAY + datetime.timedelta(days=int(rng.random() ** 0.7 * 6000))
        ended = rng.random() < 0.30
        return first, first + datetime.timedelta(days=30 + int(rng.random() * 2500)) if ended else None

    def lists(self):
        """One list of tasks after the other, without end: field, code, name, section and paragraph."""
        rng, of_code = self.rng, {}
        for section in itertools.count(10):
            field = pick(rng, self.fields, self.field_weights)
            codes, names = VOCABULARY["fields"][field]["codes"], VOCABULARY["fields"][field]["names"]
            which = rng.randrange(len(codes))
            number = of_code[codes[which]] = of_code.get(codes[which], -1) + 1
            code, name = codes[which] + (f"-{number}" if number else ""), names[which % len(names)]
            yield field, code, name, f"§ {section} ust. 1"
            for paragraph in range(2, rng.randint(1, 5) + 1):
                post = f"{code}-{'I' * (paragraph - 1)}", f"{name}, stanowisko {paragraph - 1}"
                yield field, *post, f"§ {section} ust. {paragraph}"

    def points(self):
        made = 0
        for number in range(self.offices):
            left = self.offices - number
            quota = self.count - made if left == 1 else int((self.count - made) / left * self.rng.uniform(0.4, 1.6))
            for place, point in enumerate(itertools.islice(self.office(f"gmina-{number:04}"), quota), start=made + 1):
                yield point._replace(id=f"p{place:08}")
            made += quota

    def office(self, office):
        for field, code, name, position in self.lists():
            for point in range(1, self.rng.randint(4, 14) + 1):
                yield Point("", office, code, name, f"{position} pkt {point}", self.wording(field), *self.days())


def catalogue_row(point):
    """As kto reads it (indexer/catalogue/rows.h). Written by hand: ten million of them; only texts need escaping."""
    def quoted(text):
        return json.dumps(text, ensure_ascii=False)
    last = f'"{point.valid_to}"' if point.valid_to else "null"
    return (f'{{"office":"{point.office}","id":"{point.id}","citation":"{point.citation}","text":{quoted(point.text)},'
            f'"unit":{{"code":"{point.code}","name":{quoted(point.unit)}}},'
            f'"valid_from":"{point.valid_from}","valid_to":{last}}}\n')


def number_of(day):
    return f"{day:%Y%m%d}" if day else NEVER


def table_row(point):
    """As the others read it: no point holds a tab, a backslash or an end of line."""
    days = number_of(point.valid_from), number_of(point.valid_to)
    return "\t".join((point.id, point.office, point.code, point.citation, *days, point.text)) + "\n"


def write(folder, count):
    """Writes the files, and last the sample: where it is, the others are whole."""
    country, sample, rng = Country(count), [], random.Random(SEED + 1)
    with (open(folder / "points.jsonl", "w", encoding="utf-8") as rows,
          open(folder / "points.tsv", "w", encoding="utf-8") as table):
        for number, point in enumerate(country.points()):
            rows.write(catalogue_row(point))
            table.write(table_row(point))
            place = number if number < SAMPLE else rng.randrange(number + 1)  # every point is as likely to be kept
            if place < SAMPLE:
                sample[place:place + 1] = [(point.office, point.text)]
    (folder / "sample.json").write_text(json.dumps(sample, ensure_ascii=False), encoding="utf-8")
