"""README.md and the programs' own help name the same options and sub-commands: help.py ROOT PROGRAM...

Every --option in the section "Programs" is in the help of a program, and every option of the help is in that section.
"""

import re
import subprocess
import sys
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
SUBCOMMAND = re.compile(r"^  ([a-z]+)  ", re.MULTILINE)


def help_of(program, *words):
    return subprocess.run([program, *words, "--help"], capture_output=True, text=True, timeout=30, check=True).stdout


def whole_help(program):
    """The help of a program and of its sub-commands."""
    first = help_of(program)
    commands = SUBCOMMAND.findall(first.partition("Subcommands:")[2])
    return commands, first + "".join(help_of(program, command) for command in commands)


def main():
    root, *programs = sys.argv[1:]
    readme = (Path(root) / "README.md").read_text(encoding="utf-8")
    section = readme.partition("\n## Programs\n")[2].partition("\n## ")[0]
    commands, text = set(), ""
    for program in programs:
        found, more = whole_help(program)
        commands |= set(found)
        text += more
    told, known = set(OPTION.findall(section)), set(OPTION.findall(text))
    faults = [f"README.md: {option} is told, and no program has it" for option in sorted(told - known - {"--install", "--prefix"})]
    faults += [f"README.md: {option} is not told under Programs" for option in sorted(known - told)]
    faults += [f"README.md: kto-indexer {name} is not told under Programs" for name in sorted(commands) if f"kto-indexer {name}" not in section]
    print("\n".join(faults + [f"{len(known)} options, {len(faults)} faults"]))
    sys.exit(1 if faults or not known else 0)


if __name__ == "__main__":
    main()
