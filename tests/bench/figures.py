"""Figures: the lines of results.jsonl, asked for by what they are. Medians over the rounds of one run.

Of each size the last run that came to its end counts, whole: figures of different runs are never compared.
"""

import collections
import statistics


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


class Figures:
    def __init__(self, rows):
        self.runs = {row["points"]: row["run"] for row in rows if row["kind"] == "memory"}  # told when all was asked
        self.rows = [row for row in rows if self.runs.get(row["points"]) == row["run"]]
        self.sizes = sorted(points for points in self.runs if points > 0)
        self.machines = {row["run"]: row for row in rows if row["kind"] == "machine"}

    def of(self, kind, **wanted):
        return [row for row in self.rows if row["kind"] == kind and all(row.get(key) == value for key, value in wanted.items())]

    def asked(self, points, engine, form, scope, connections, field):
        """The median over the rounds; None where it was not asked, or not answered in time."""
        found = self.of("asked", points=points, engine=engine, form=form, scope=scope, connections=connections)
        return median(row[field] for row in found)

    def ratios(self, points, one, other, scope, connections, field):
        """`one` ÷ `other` (engine and form) of each round that has both."""
        rounds = collections.defaultdict(dict)
        for key, (engine, form) in (("one", one), ("other", other)):
            for row in self.of("asked", points=points, engine=engine, form=form, scope=scope, connections=connections):
                rounds[row["round"]][key] = row[field]
        return [pair["one"] / pair["other"] for pair in rounds.values() if pair.get("one") and pair.get("other")]

    def ratio(self, *what):
        return median(self.ratios(*what))

    def silent(self, points, one, scope, connections):
        """It was asked and answered nothing in the time of a measurement."""
        found = self.of("asked", points=points, engine=one[0], form=one[1], scope=scope, connections=connections)
        return bool(found) and all(row["p50_ms"] is None for row in found)

    def spread(self, *what):
        """The least and the largest, for judging how sure the median is."""
        found = self.ratios(*what)
        return (min(found), max(found)) if found else None

    def built(self, points, engine, field):
        return median(row.get(field) for row in self.of("build", points=points, engine=engine))

    def memory(self, points, engine):
        return median(row["private_mib"] for row in self.of("memory", points=points, engine=engine))

    def start(self, points, engine):
        return median(row["ms"] for row in self.of("start", points=points, engine=engine))

    def stages(self, points, scope):
        return next(iter(self.of("stages", points=points, scope=scope)), None)

    def bandwidth(self, points):
        return next((row["bytes_a_second"] for row in self.of("stages", points=points) if "bytes_a_second" in row), None)

    def others(self, points):
        """Processors that others used while this size was asked: median and most."""
        used = [row["others"] for row in self.of("asked", points=points)]
        return median(used), max(used)
