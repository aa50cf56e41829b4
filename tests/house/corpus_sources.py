"""Acts are kept as received: every act of every office is listed in its SOURCES.md with the hash it had on arrival.

An office that is only an example ("example": true in its office.json) was received from nobody; its README.md says so.
"""

import hashlib
import json
import re

import tree

ROW = re.compile(r"^\|\s*`(acts/[^`]+)`.*`([0-9a-f]{64})`\s*\|\s*$")


def listed(root, sources):
    rows = {}
    for number, line in tree.lines(root, sources):
        match = ROW.match(line)
        if match:
            rows[match[1]] = (number, match[2])
    return rows


def office_faults(root, office):
    relative = office.relative_to(root)
    faults, about = [], {}
    try:
        about = json.loads((office / "office.json").read_text(encoding="utf-8"))
        faults += [f"{relative}/office.json:1: no \"{key}\"" for key in ("id", "name") if not about.get(key)]
    except (OSError, ValueError) as error:
        faults.append(f"{relative}/office.json:1: cannot be read: {error}")
    if about.get("example"):
        return faults if (office / "README.md").is_file() else faults + [f"{relative}/README.md:1: missing: say that it is invented"]
    if not (office / "SOURCES.md").is_file():
        return faults + [f"{relative}/SOURCES.md:1: missing: say where the acts come from, with their hashes"]
    rows = listed(root, relative / "SOURCES.md")
    acts = {path.relative_to(office).as_posix() for path in (office / "acts").rglob("*") if path.is_file()}
    for act in sorted(acts - rows.keys()):
        digest = hashlib.sha256((office / act).read_bytes()).hexdigest()
        faults.append(f"{relative}/SOURCES.md:1: {act} is not listed: add its row, SHA-256 `{digest}`")
    for act, (number, digest) in rows.items():
        if act not in acts:
            faults.append(f"{relative}/SOURCES.md:{number}: {act} is listed and is not there")
        elif hashlib.sha256((office / act).read_bytes()).hexdigest() != digest:
            faults.append(f"{relative}/{act}:1: not as received (its hash is not that of SOURCES.md): restore it")
    return faults


def corpus_sources(root):
    offices = sorted(path for path in (root / "corpus").iterdir() if (path / "acts").is_dir())
    if not offices:
        return ["corpus:1: no office in it"]
    return [fault for office in offices for fault in office_faults(root, office)]


if __name__ == "__main__":
    tree.main(corpus_sources)
