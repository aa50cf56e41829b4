"""Curves as SVG: both axes logarithmic, a line an engine, written without a library.

    curves("Median, asked of one office", "ms", {"kto": [(10_000, 0.3), (1_000_000, 0.4)]})
"""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 620, 360, 70, 150, 40, 45
COLOURS = {"kto": "#b3261e", "kto tasks": "#e58f88", "lucene-stempel": "#1d4ed8", "lucene-morfologik": "#0f766e",
           "postgres": "#7c3aed", "empty": "#6b7280"}
STAGES = {"analysis": "#1d4ed8", "match": "#b3261e", "rank": "#e58f88", "render": "#0f766e", "HTTP": "#6b7280"}


def decades(values):
    """Powers of ten from below the least to above the largest."""
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return list(range(least, max(most, least + 1) + 1))


def short(value):
    for size, unit in ((1_000_000, "M"), (1000, "k")):
        if value >= size:
            return f"{value / size:g}{unit}"
    return f"{value:g}"


def text(x, y, said, anchor="middle", colour="#222", more=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}"{more}>{escape(said)}</text>'


def svg(title, parts, height=HEIGHT):
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
                      'font-family="sans-serif" font-size="12">', f"<title>{escape(title)}</title>",
                      f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
                      text(LEFT, 22, title, "start", more=' font-weight="bold"'), *parts, "</svg>", ""])


class Axes:
    def __init__(self, series, unit):
        points = [point for line in series.values() for point in line]
        self.across, self.up = decades([x for x, _ in points]), decades([y for _, y in points])
        self.unit = unit

    def x(self, value):
        return LEFT + (math.log10(value) - self.across[0]) / (self.across[-1] - self.across[0]) * (WIDTH - LEFT - RIGHT)

    def y(self, value):
        return HEIGHT - BOTTOM - (math.log10(value) - self.up[0]) / (self.up[-1] - self.up[0]) * (HEIGHT - TOP - BOTTOM)

    def drawn(self):
        for power in self.across:
            x = self.x(10 ** power)
            yield f'<path d="M{x:.0f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
            yield text(x, HEIGHT - BOTTOM + 18, short(10 ** power))
        for power in self.up:
            y = self.y(10 ** power)
            yield f'<path d="M{LEFT} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            yield text(LEFT - 6, y + 4, f"{short(10 ** power)} {self.unit}", "end")
        yield text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "task points in the country")


def apart(places, gap=14):
    """Labels by the height of what they name, moved down where they would lie on each other."""
    last = -gap
    for name, y in sorted(places.items(), key=lambda item: item[1]):
        last = max(y, last + gap)
        yield name, last


def curves(title, unit, series):
    """`series`: engine → (points, value) by points. Lines that hold nothing are left out."""
    series = {name: sorted(line) for name, line in series.items() if line}
    axes = Axes(series, unit)
    parts, ends = list(axes.drawn()), {}
    for name, line in series.items():
        colour, places = COLOURS.get(name, "#222"), [(axes.x(x), axes.y(y)) for x, y in line]
        parts.append(f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places]
        ends[name] = places[-1][1]
    parts += [text(WIDTH - RIGHT + 8, y + 4, name, "start", COLOURS.get(name, "#222")) for name, y in apart(ends)]
    return svg(title, parts)


def bars(title, rows):
    """`rows`: label → {stage: microseconds}; a bar each, its stages side by side."""
    most, height = max(sum(row.values()) for row in rows.values()), 80 + 34 * len(rows)
    parts, across = [], WIDTH - LEFT - 90
    for place, (label, row) in enumerate(rows.items()):
        x, y = LEFT + 60, 40 + 34 * place
        parts.append(text(x - 6, y + 16, label, "end"))
        for stage, value in row.items():
            width = value / most * (across - 60)
            parts.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="22" fill="{STAGES[stage]}"/>')
            x += width
        parts.append(text(x + 4, y + 16, f"{sum(row.values()) / 1000:.2f} ms", "start"))
    for place, (stage, colour) in enumerate(STAGES.items()):
        parts.append(text(LEFT + 60 + 90 * place, height - 14, f"■ {stage}", "start", colour))
    return svg(title, parts, height)
