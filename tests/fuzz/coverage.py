#!/usr/bin/env python3
"""Runs every fuzz target of a build that counts lines, and writes the figures of docs/fuzzing.md.

    coverage.py BUILD SECONDS [--page docs/fuzzing.md]
"""

import argparse
import collections
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/bench"))

import machine
import report

SLACK = 120  # seconds beyond the search: kept inputs, start and end
OURS = re.compile(r"^(indexer/[a-z]+|searchd/[a-z]+|searchd)/")


def targets(build):
    listed = subprocess.run(["ctest", "--test-dir", build, "-N", "-R", "^fuzz-"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"Test +#\d+: fuzz-(\w+)", listed)


def searched(build, name, seconds):
    """Executions of one target, and whether it came to its end."""
    environment = os.environ | {"LLVM_PROFILE_FILE": str(build / f"{name}.profraw")}
    command = ["ctest", "--test-dir", build, "-V", "-R", f"^fuzz-{name}$", "--timeout", str(seconds + SLACK)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment, check=False)
    told = re.search(r"stat::number_of_executed_units: +(\d+)", done.stdout)
    if done.returncode:
        print(f"fuzz-{name} failed:\n{done.stdout[-2000:]}")
    return int(told[1]) if told else 0, done.returncode == 0


def files_of(build, profile, programs):
    """File of the product → lines, lines reached, regions, regions reached."""
    objects = [word for program in programs[1:] for word in ("-object", program)]
    command = ["llvm-cov", "export", "-summary-only", f"-instr-profile={profile}", programs[0], *objects]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = {}
    for file in told["data"][0]["files"]:
        path = pathlib.Path(os.path.normpath(file["filename"]))  # ccache may have put ".." into it
        if path.is_relative_to(ROOT) and OURS.match(name := str(path.relative_to(ROOT))):
            sums = file["summary"]
            found[name] = [sums[kind][key] for kind in ("lines", "regions") for key in ("count", "covered")]
    return found


def merged(build, names):
    profile = build / "reached.profdata"
    subprocess.run(["llvm-profdata", "merge", "-sparse", *(build / f"{name}.profraw" for name in names), "-o", profile], check=True)
    return files_of(build, profile, [build / f"fuzz-{name}" for name in names])


def sums_of(rows):
    return [sum(column) for column in zip(*rows)] if rows else [0, 0, 0, 0]


def cells(sums):
    lines, lines_reached, regions, regions_reached = sums
    return [f"{lines:,}", f"{lines_reached / lines:.0%}" if lines else "–", f"{regions:,}", f"{regions_reached / regions:.0%}" if regions else "–"]


def page(build, names, executions, seconds):
    by_target = []
    for name in names:
        entered = {file: sums for file, sums in merged(build, [name]).items() if sums[1]}
        by_target.append([f"`{name}`", f"{executions[name]:,}", str(len(entered)), *cells(sums_of(list(entered.values())))])
    rooms = collections.defaultdict(list)
    for file, sums in merged(build, names).items():
        rooms[OURS.match(file)[1]].append(sums)
    by_room = [[f"`{room}/`", str(len(rows)), *cells(sums_of(rows))] for room, rows in sorted(rooms.items())]
    about = machine.described(ROOT)
    return "\n".join([
        "## By target\n", f"{seconds} s each; lines and regions are those of the files that it enters.\n",
        report.table(["target", "executions", "files entered", "lines", "reached", "regions", "reached"], by_target),
        "## By room, all targets together\n", "Of the files that are linked into any of them.\n",
        report.table(["room", "files", "lines", "reached", "regions", "reached"], by_room),
        f"Measured {datetime.date.today()} at {about['commit']}: {about['processor']}, {about['cores']} processors, {about['system']}.\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("seconds", type=int)
    parser.add_argument("--page", type=pathlib.Path, default=ROOT / "docs/fuzzing.md")
    options = parser.parse_args()
    build, executions, failed = options.build.resolve(), {}, []
    for name in targets(build):
        executions[name], whole = searched(build, name, options.seconds)
        print(f"{name}: {executions[name]:,} executions", flush=True)
        if not whole:
            failed.append(name)
    report.fill(options.page, "tests/fuzz/coverage", page(build, [name for name in executions if name not in failed], executions, options.seconds))
    print(f"Wrote {options.page}")
    if failed:
        sys.exit(f"These did not come to their end and are left out: {', '.join(failed)}; see {build}/crash-*")


if __name__ == "__main__":
    main()
