#!/usr/bin/env python3
"""How exposed the services are, by systemd's own reckoning: units.py FOLDER. Skipped (77) where systemd-analyze is not there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

# Of 10; 1.1 and 0.4 when this was written (systemd 252). Reached from the network and from a user's files: that remains.
MOST = {"kto.service": 1.5, "kto-index.service": 1.0, "kto-wordings.service": 1.5, "kto-front.service": 1.5}


def feedback_fault(folder):
    """The file of judgements that the example configuration names must be in the folder that the service may write to."""
    named = re.search(r"^#feedback = (/\S+)$", (folder / "kto.conf").read_text(encoding="utf-8"), re.M)
    state = re.search(r"^StateDirectory=(\S+)$", (folder / "kto.service").read_text(encoding="utf-8"), re.M)
    if named and state and Path(named[1]).parent == Path("/var/lib") / state[1]:
        return 0
    print("kto.conf: the service may not write the feedback file named there")
    return 1


def main():
    folder = Path(sys.argv[1])
    if not shutil.which("systemd-analyze"):
        print("skipped: systemd-analyze is not there")
        sys.exit(77)
    failed = 0
    for name, most in MOST.items():
        run = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--no-pager", folder / name],
                             capture_output=True, text=True, check=False)
        found = re.search(r"Overall exposure level for \S+: ([\d.]+)", run.stdout)
        score = float(found[1]) if found else None
        print(f"{name}: {score} (at most {most}) {run.stderr.strip()}")
        failed += score is None or score > most
        # A misspelt setting is a warning and would silently protect nothing.
        verify = subprocess.run(["systemd-analyze", "verify", "--man=no", folder / name], capture_output=True, text=True, check=False)
        unknown = [line for line in verify.stderr.splitlines() if "Unknown" in line or "Failed to parse" in line]
        print("\n".join(unknown))
        failed += len(unknown)
    failed += feedback_fault(folder)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
