"""The figures of docs/load.md, made of build/load/results.json."""

import statistics

import report

KINDS = {"questions": "questions, `/api/v1/who`", "letters": "letters, `/api/v1/route`", "pages": "pages", "mix": "the mix"}
FAULTS = ("status", "mixed", "broken")


def median(rows, key):
    values = [row[key] for row in rows if row[key] is not None]
    return statistics.median(values) if values else None


def conditions(part):
    machine = part["machine"]
    return (f"Measured {part['at']} at {machine['commit']}: {machine['processor']}, {machine['cores']} processors, "
            f"{machine['memory_gib']} GiB, {machine['system']}, Linux {machine['kernel']}; ")


def others(rows):
    """What else the machine did, so that nobody takes a busy one for a slow daemon."""
    used = [row["others"] for row in rows]
    return f"others used {statistics.median(used):.2f} processors meanwhile, {max(used):.2f} at most.\n"


def paces(part):
    rows = []
    for kind, name in KINDS.items():
        for connections in sorted({row["connections"] for row in part["rows"]}):
            found = [row for row in part["rows"] if (row["kind"], row["connections"]) == (kind, connections)]
            if found:
                faults = sum(row[fault] for row in found for fault in FAULTS)
                figures = (median(found, key) for key in ("rps", "p50_ms", "p99_ms", "cpu_ms"))
                rows.append([name, str(connections), *map(report.number, figures), str(sum(row["refused"] for row in found)), str(faults)])
    return report.table(["asked", "connections", "a second", "median ms", "p99 ms", "CPU ms each", "503", "faults"], rows)


def overload(part):
    normal = part["rows"][0]
    rows = []
    for row in part["rows"]:
        asked = sum(row[key] for key in ("accepted", "refused", "unsent", *FAULTS))
        multiple = row["p99_ms"] / normal["p99_ms"] if row["p99_ms"] and normal["p99_ms"] else None
        rows.append([f"{row['share']:.0%}", report.number(row["rate"]), report.number(row["rps"]), f"{row['refused'] / asked:.1%}",
                     f"{row['unsent'] / asked:.1%}", *map(report.number, (row["p50_ms"], row["p99_ms"])), report.times(multiple),
                     report.number(row["refused_p99_ms"]), str(sum(row[fault] for fault in FAULTS))])
    return report.table(["of capacity", "due a second", "accepted", "503", "never sent", "median ms", "p99 ms", f"÷ p99 at {normal['share']:.0%}",
                         "p99 of a 503, ms", "faults"], rows)


def soak(part):
    samples = part["samples"]
    extent = {key: (samples[0][key], samples[-1][key], max(row[key] for row in samples)) for key in ("resident_mib", "private_mib", "files")}
    rows = [["requests accepted", f"{part['accepted']:,}"], ["refused with 503", f"{part['refused']:,}"],
            ["answered otherwise, or not at all", str(part["status"] + part["broken"])],
            ["answers of no law or of both", str(part["mixed"])],
            ["builds, swaps, indexes refused", f"{part['builds']}, {part['swaps']}, {part['refusals']}"],
            ["asked once more, since a resting connection had been closed", str(part["retried"])],
            ["median, p99, longest", f"{report.number(part['p50_ms'])}, {report.number(part['p99_ms'])}, {report.number(part['most_ms'])} ms"],
            *([name, "{} → {}, at most {}".format(*extent[key])] for key, name in
              (("resident_mib", "resident memory, MiB"), ("private_mib", "private memory, MiB"), ("files", "open files"))),
            ["slope of resident and private memory after the first quarter",
             f"{report.number(part['resident_mib_an_hour'])} and {report.number(part['private_mib_an_hour'])} MiB an hour"]]
    told = (f"{part['minutes']:g} minutes at {report.number(part['rate'])} requests a second, the law built anew and swapped every 10 s on the "
            f"same processors ({part['build_s']} s a build); {part['told_apart']:.0%} of the requests are answered unlike by the two laws.\n")
    return told + "\n" + report.table(["", ""], rows)


def text(parts):
    told = []
    if "paces" in parts:
        told += ["## By connections\n", paces(parts["paces"]), conditions(parts["paces"]) + others(parts["paces"]["rows"])]
    if "overload" in parts:
        told += ["## More than it can do\n", f"The capacity is {report.number(parts['overload']['capacity'])} requests of the mix a second.\n",
                 overload(parts["overload"]), conditions(parts["overload"]) + others(parts["overload"]["rows"])]
    if "soak" in parts:
        told += ["## A long time\n", soak(parts["soak"]), conditions(parts["soak"]).rstrip("; ") + ".\n"]
    return "\n".join(told)


def write(file, parts):
    report.fill(file, "tests/load/run", text(parts))
    print(f"Wrote {file}")
