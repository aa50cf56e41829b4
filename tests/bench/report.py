#!/usr/bin/env python3
"""Makes the figures of docs/bench.md and its pictures of build/bench/results.jsonl.

    report.py [RESULTS.jsonl] [--page docs/bench.md]

What stands outside the two marks of the page is written by people and stays.
"""

import argparse
import json
import pathlib

import picture
import targets
from figures import Figures

ROOT = pathlib.Path(__file__).parents[2]
WHO, TASKS, STEMPEL, MORFOLOGIK, POSTGRES = (("kto", "who"), ("kto", "tasks"), ("lucene-stempel", ""), ("lucene-morfologik", ""),
                                             ("postgres", ""))
NAMES = {WHO: "kto", TASKS: "kto tasks", STEMPEL: "lucene-stempel", MORFOLOGIK: "lucene-morfologik", POSTGRES: "postgres"}
SCOPES = {"office": "Asked of one office", "country": "Asked of the country", "letters": "Letters to the country"}
POSTING_BYTES = 4  # of a list of the index, at most: the step to the next document and a count, one or two bytes each


def number(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def times(value):
    return "–" if value is None else f"{value:.2f}×"


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|---" * len(head) + "|", *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def short(points):
    return picture.short(points)


def ratios(figures, scope):
    """kto and all others as multiples of Lucene with Stempel, size by size."""
    rows = []
    for points in figures.sizes:
        for one, name in NAMES.items():
            cells = [figures.ratio(points, one, STEMPEL, scope, connections, field)
                     for connections in (1, 8) for field in ("p50_ms", "p99_ms", "cpu_ms")]
            if one != STEMPEL and any(cells):
                rows.append([short(points), name, *map(times, cells)])
    return table(["points", "engine", "median, 1 connection", "p99", "CPU", "median, 8 connections", "p99", "CPU"], rows)


def absolute(figures, scope):
    rows = []
    for points in figures.sizes:
        for one, name in NAMES.items():
            cells = [figures.asked(points, *one, scope, connections, field)
                     for connections in (1, 8) for field in ("p50_ms", "p99_ms", "cpu_ms", "rps")]
            if any(cells):
                found = figures.of("asked", points=points, engine=one[0], form=one[1], scope=scope)
                errors = sum(row["errors"] for row in found)
                rows.append([short(points), name, *map(number, cells), str(errors)])
    return table(["points", "engine", "median ms, 1 c", "p99", "CPU", "a second", "median ms, 8 c", "p99", "CPU", "a second",
                  "errors"], rows)


def growth(figures):
    """From each size to the next: how many times longer the median is."""
    rows = []
    for scope, title in SCOPES.items():
        for one, name in NAMES.items():
            medians = [figures.asked(points, *one, scope, 1, "p50_ms") for points in figures.sizes]
            steps = [after / before if before and after else None for before, after in zip(medians, medians[1:])]
            if any(steps):
                rows.append([title, name, *map(times, steps)])
    steps = [f"{short(before)} → {short(after)}" for before, after in zip(figures.sizes, figures.sizes[1:])]
    return table(["", "engine", *steps], rows) if rows else "One size only.\n"


def builds(figures):
    rows = []
    for points in figures.sizes:
        for engine in ("kto", "lucene-stempel", "lucene-morfologik", "postgres"):
            took = {field: figures.built(points, engine, field) for field in ("wall_s", "cpu_s", "index_mb", "peak_mib")}
            if took["wall_s"] is None:
                continue
            base = {field: figures.built(points, "lucene-morfologik", field) for field in took}
            ratios_of = [times(took[field] / base[field] if took[field] and base[field] else None)
                         for field in ("wall_s", "cpu_s", "index_mb")]
            rest = figures.memory(points, engine), figures.start(points, engine)
            rows.append([short(points), engine, *ratios_of, *map(number, (*took.values(), *rest))])
    return table(["points", "engine", "time ÷ Morfologik's", "CPU", "size", "s", "CPU s", "index MB", "build's largest process MiB",
                  "server private MiB", "ready ms"], rows)


def stages(figures):
    """Where the time goes, and what it would be at the limits."""
    rows = []
    empty = figures.asked(0, "empty", "", "office", 1, "p50_ms")
    for points in figures.sizes:
        for scope in ("office", "country"):
            row, bandwidth = figures.stages(points, scope), figures.bandwidth(points)
            if not row:
                continue
            whole = figures.asked(points, *WHO, scope, 1, "p50_ms") or 0
            inside = [row[stage] for stage in ("analysis", "match", "rank", "render")]
            least = row["postings"] * POSTING_BYTES / bandwidth * 1e6
            rows.append([short(points), scope, *map(number, [*inside, max(0, whole * 1000 - sum(inside))]),
                         number(empty * 1000 if empty else None), number(row["postings"]), number(least)])
    return table(["points", "asked of", "analysis µs", "match µs", "rank µs", "render µs", "HTTP and waiting µs",
                  "empty answer, whole µs", "postings", "their bytes at memory speed µs"], rows)


def conditions(figures):
    rows = []
    for points, run in sorted(figures.runs.items()):
        middle, most = figures.others(points)
        rounds = {row["round"] for row in figures.of("asked", points=points)}
        rows.append([short(points) if points else "Lublin", run, figures.machines[run]["commit"], str(len(rounds)),
                     f"{figures.machines[run]['seconds']} s", f"{middle:.2f} ({most:.2f})"])
    machine = figures.machines[max(figures.runs.values())]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    told = (f"{machine['processor']}, {machine['cores']} processors, {machine['memory_gib']} GiB, {machine['system']}, Linux "
            f"{machine['kernel']}. {versions}.\n\n")
    return told + table(["size", "run", "kto", "rounds", "each measurement", "processors others used, median (most)"], rows)


def troubles(rows, figures):
    told = dict.fromkeys((short(row["points"]) if row["points"] else "", row["engine"], row["what"])
                         for row in rows if row["kind"] == "trouble" and row["run"] in figures.runs.values())
    return table(["points", "engine", "not measured, since"], told) if told else "Nothing was left out.\n"


def page(rows):
    figures = Figures(rows)
    parts = ["## What must be reached\n", targets.table(figures, table), "## Ratios: times Lucene with Stempel\n",
             "Below 1 is faster than Lucene. Medians of the rounds' ratios; CPU is the server's time a request.\n"]
    for scope, title in SCOPES.items():
        parts += [f"### {title}\n", ratios(figures, scope)]
    parts += ["## Growth\n", growth(figures), "![Median by size, asked of one office](bench/office.svg)\n",
              "![Median by size, asked of the country](bench/country.svg)\n", "## Building, memory, start\n", builds(figures),
              "![Time to build by size](bench/build.svg)\n", "## Where the time of a question goes\n", stages(figures),
              "![Stages of a question](bench/stages.svg)\n", "## All figures\n"]
    for scope, title in SCOPES.items():
        parts += [f"### {title}\n", absolute(figures, scope)]
    return "\n".join([*parts, "## Measured on\n", conditions(figures), "## Left out\n", troubles(rows, figures)])


def pictures(figures):
    """Name → SVG."""
    def line(value):
        return [(points, found) for points in figures.sizes if (found := value(points))]
    made = {}
    for scope in ("office", "country"):
        series = {name: line(lambda points, one=one: figures.asked(points, *one, scope, 1, "p50_ms"))
                  for one, name in NAMES.items()}
        if any(series.values()):
            made[scope] = picture.curves(f"{SCOPES[scope]}: median, one connection", "ms", series)
    series = {name: line(lambda points, engine=name: figures.built(points, engine, "wall_s"))
              for name in ("kto", "lucene-stempel", "lucene-morfologik", "postgres")}
    if any(series.values()):
        made["build"] = picture.curves("Time to build the index", "s", series)
    rows = {}
    for points in figures.sizes:
        for scope in ("office", "country"):
            if row := figures.stages(points, scope):
                inside = {stage: row[stage] for stage in ("analysis", "match", "rank", "render")}
                whole = (figures.asked(points, *WHO, scope, 1, "p50_ms") or 0) * 1000
                rows[f"{short(points)} {scope}"] = inside | {"HTTP": max(0, whole - sum(inside.values()))}
    if rows:
        made["stages"] = picture.bars("Where the time of a question goes, one connection", rows)
    return made


def fill(file, maker, text):
    """Puts the text between the two marks of a page, the first of which names the command that made it."""
    begin, end = f"<!-- figures: made by {maker} -->", "<!-- end of figures -->"
    before, _, rest = file.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    file.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", nargs="?", type=pathlib.Path, default=ROOT / "build/bench/results.jsonl")
    parser.add_argument("--page", type=pathlib.Path, default=ROOT / "docs/bench.md")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.results.read_text(encoding="utf-8").splitlines()]
    fill(options.page, "tests/bench/report", page(rows))
    folder = options.page.parent / "bench"
    folder.mkdir(exist_ok=True)
    for name, drawn in pictures(Figures(rows)).items():
        (folder / f"{name}.svg").write_text(drawn, encoding="utf-8")
    print(f"Wrote {options.page} and {folder}")


if __name__ == "__main__":
    main()
