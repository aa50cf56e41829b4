#!/usr/bin/env python3
"""Every promise of SECURITY.md names a test that is there: a file of tests/, and where a name follows, a case of it. promises.py ROOT"""

import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| (?P<promise>.+) \| `(?P<file>tests/[^`]+)`(?: \"(?P<case>.+)\")? \|$")


def faults_of(root, line):
    row = ROW.match(line)
    if not row:
        return [f"no test is named: {line}"]
    path = root / row["file"]
    if not path.exists():
        return [f"{row['file']} is not there"]
    if row["case"] and f'TEST_CASE("{row["case"]}"' not in path.read_text(encoding="utf-8"):
        return [f"{row['file']} has no case \"{row['case']}\""]
    return []


def main():
    root = Path(sys.argv[1])
    table = (root / "SECURITY.md").read_text(encoding="utf-8").partition("| promise | test |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = table.splitlines()
    faults = [fault for row in rows for fault in faults_of(root, row)]
    print("\n".join(faults + [f"{len(rows)} promises, {len(faults)} faults"]))
    sys.exit(1 if faults or not rows else 0)


if __name__ == "__main__":
    main()
