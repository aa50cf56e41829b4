#!/usr/bin/env python3
"""The manuals tell every option and sub-command that the programs' help tells, and no other: manuals.py FOLDER INDEXER SEARCHD

Where groff is there, they must also be laid out without a warning.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
SUBCOMMAND = re.compile(r"^  ([a-z]+)  ", re.MULTILINE)


def help_of(*command):
    return subprocess.run([*command, "--help"], capture_output=True, text=True, timeout=30, check=True).stdout


def manual(folder, name):
    return (folder / name).read_text(encoding="utf-8").replace("\\-", "-")


def differences(name, told, known):
    return ([f"{name}: {word} is told, and no program has it" for word in sorted(told - known)]
            + [f"{name}: {word} is not told" for word in sorted(known - told)])


def warnings_of(path):
    run = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", path], capture_output=True, text=True, check=False)
    return run.stderr.splitlines()


def main():
    folder, indexer, searchd = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    first = help_of(indexer)
    commands = set(SUBCOMMAND.findall(first.partition("Subcommands:")[2]))
    known = set(OPTION.findall(first + "".join(help_of(indexer, command) for command in commands)))
    text = manual(folder, "kto-indexer.1")
    told_commands = set(re.findall(r"^\.TP\n\.B ([a-z]+)$", text.partition(".SH COMMANDS")[2].partition(".SH OPTIONS")[0], re.MULTILINE))
    faults = differences("kto-indexer.1", set(OPTION.findall(text)), known)
    faults += differences("kto-indexer.1", told_commands, commands)
    options = set(OPTION.findall(help_of(searchd)))
    faults += differences("kto-searchd.8", set(OPTION.findall(manual(folder, "kto-searchd.8"))), options)
    in_file = {f"--{name}" for name in re.findall(r"^\.B[IR] ([a-z-]+)\\ =", (folder / "kto.conf.5").read_text(encoding="utf-8"), re.MULTILINE)}
    faults += differences("kto.conf.5", in_file, options - {"--config", "--help", "--version"})
    if shutil.which("groff"):
        faults += [line for path in sorted(folder.iterdir()) for line in warnings_of(path)]
    print("\n".join(faults + [f"{len(known | options)} options, {len(faults)} faults"]))
    sys.exit(1 if faults or not known or not options else 0)


if __name__ == "__main__":
    main()
