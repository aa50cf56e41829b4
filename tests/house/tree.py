"""What every rule needs: the files of the project, and one way to report faults.

A rule is a function from the root folder to faults; a fault is "file:line: what is wrong, and what to do". No fault: exit 0.
"""

import os
import sys
from pathlib import Path

# Made by building or by tools, never part of the project. In a second working tree .git is a file.
NOT_OURS = {".git", "build", "node_modules", "__pycache__", ".cache"}


def files(root, suffixes=None):
    """All files of the project as paths relative to the root, sorted."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_OURS and not name.startswith("build-"))
        for name in sorted(names):
            path = Path(folder, name)
            if name != ".git" and (suffixes is None or path.suffix in suffixes) and not path.is_symlink():
                found.append(path.relative_to(root))
    return found


def lines(root, path):
    """The numbered lines of a text file; nothing for a file that is not UTF-8 text."""
    try:
        text = (Path(root) / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return list(enumerate(text.splitlines(), start=1))


def main(rule):
    """Runs a rule over the folder given on the command line (default: this checkout)."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    faults = rule(root)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)
