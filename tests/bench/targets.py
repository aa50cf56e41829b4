"""What kto must reach, and whether it does: each a ratio within one run, beside its bound.

    Lucene's median asked of one office is 2.0 ms, kto's 0.9: 0.45×, at most 0.5: reached
"""

import math

WHO, STEMPEL = ("kto", "who"), ("lucene-stempel", "")
MILLION = 1_000_000


def plural(connections):
    return "1 connection" if connections == 1 else f"{connections} connections"


def asked(figures):
    """Questions and letters at a million points, beside Lucene with Stempel."""
    wanted = (("office", "asked of one office", 0.5), ("country", "asked of the country", 1), ("letters", "letters", 1))
    for scope, name, bound in wanted:
        for connections in (1, 8):
            for field, what in (("p50_ms", "median"), ("p99_ms", "p99")):
                both = (MILLION, WHO, STEMPEL, scope, connections, field)
                value = math.inf if figures.silent(MILLION, WHO, scope, connections) else figures.ratio(*both)
                yield f"1M, {name}, {plural(connections)}: {what} ÷ Lucene-Stempel's", value, "most", bound, figures.spread(*both)


def grown(figures):
    for connections in (1, 8):
        ends = [figures.asked(points, *WHO, "office", connections, "p50_ms") for points in (10_000, 10 * MILLION)]
        yield f"asked of one office, {plural(connections)}: median at 10M ÷ at 10k", quotient(ends[1], ends[0]), "most", 1.5, None


def built(figures):
    for field, what, bound in (("wall_s", "time to build", 1), ("index_mb", "size of the index", 2)):
        both = [figures.built(MILLION, engine, field) for engine in ("kto", "lucene-morfologik")]
        yield f"1M, {what} ÷ Lucene-Morfologik's", quotient(*both), "most", bound, None
    yield "1M, private memory of the daemon, MiB", figures.memory(MILLION, "kto"), "most", 64, None


def alone(figures):
    both = ("kto", "who"), ("empty", "")
    yield ("Lublin, 8 connections: requests a second ÷ the empty answer's", figures.ratio(0, *both, "office", 8, "rps"), "least", 0.5,
           figures.spread(0, *both, "office", 8, "rps"))
    yield "Lublin, ready after its start, ms", figures.start(0, "kto"), "most", 100, None


def quotient(one, other):
    return one / other if one and other else None


def verdict(value, side, bound):
    if value is None:
        return "not measured"
    return "reached" if (value <= bound if side == "most" else value >= bound) else "**missed**"


def table(figures, draw):
    rows = []
    for what, value, side, bound, spread in (*asked(figures), *grown(figures), *built(figures), *alone(figures)):
        told = "–" if value is None else "no answer in time" if value == math.inf else f"{value:.3g}"
        if spread and value is not None:
            told += f" ({spread[0]:.3g} to {spread[1]:.3g})"
        rows.append([what, told, f"at {side} {bound}", verdict(value, side, bound)])
    return draw(["", "measured (rounds)", "wanted", ""], rows)
