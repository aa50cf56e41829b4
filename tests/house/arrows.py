"""Data goes one way: which room may include which, and the only rooms that know a library.

indexer/parse/act.cc with #include "indexer/store/writer.h" is an arrow against the table.
"""

import re
from pathlib import PurePosixPath

import tree

# Room → rooms it may include. A room is a folder of indexer/ or searchd/; files directly in them are "indexer", "searchd".
ROOMS = {
    "indexer/law": set(),
    "indexer/text": set(),
    "indexer/parse": {"indexer/law"},
    "indexer/consolidate": {"indexer/law"},
    "indexer/extract": {"indexer/law", "indexer/text"},
    "indexer/store": {"indexer/law", "indexer/text"},
    "indexer/catalogue": {"indexer/law"},
    "indexer/changes": {"indexer/law", "indexer/text"},
    "indexer/intake": {"indexer/law", "indexer/text"},
    "indexer/corpus": {"indexer/law", "indexer/intake", "indexer/parse", "indexer/consolidate", "indexer/extract", "indexer/text"},
    "indexer/commands": {"indexer/law", "indexer/text", "indexer/intake", "indexer/parse", "indexer/consolidate", "indexer/extract",
                         "indexer/store", "indexer/corpus", "indexer/changes", "indexer/catalogue"},
    "indexer": {"indexer/law", "indexer/commands"},
    "searchd/front": {"indexer/law"},  # HTTP: knows nothing of what is searched
    "searchd": {"indexer/law", "indexer/text", "indexer/store", "searchd/front", "searchd/api", "searchd/pages"},
    "searchd/api": {"indexer/law", "indexer/text", "indexer/store", "indexer/changes", "indexer/catalogue", "searchd", "searchd/front", "searchd/pages"},
    "searchd/pages": {"indexer/law", "indexer/store", "searchd", "searchd/front", "searchd/api"},
}

# Library header → the only room that knows it. Tests may include what they test with.
LIBRARIES = {
    r"xapian(\.h|/)": "indexer/store",
    r"unicode/": "indexer/text",
    r"httplib": "searchd/front",
    r"(kainjow/)?mustache": "searchd/pages",
    r"CLI/": "indexer",
    r"libxml/": "indexer/intake",
    r"(poppler/.*)?poppler-": "indexer/intake",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def room_of(path):
    parts = path.parts
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def is_made(root, included):
    """A header that the build makes from data is named by the CMakeLists.txt of its room."""
    rules = root / room_of(PurePosixPath(included)) / "CMakeLists.txt"
    return rules.is_file() and PurePosixPath(included).name in rules.read_text(encoding="utf-8")


def ours_fault(root, room, included):
    if not (root / included).is_file() and not is_made(root, included):
        return f'"{included}" is not a file: write includes from the root of the project'
    target = room_of(PurePosixPath(included))
    if target == room or target in ROOMS.get(room, set()):
        return None
    return f"{room} may not include {target} (allowed: {', '.join(sorted(ROOMS[room])) or 'nothing'}): move the code or turn the arrow"


def library_fault(room, included):
    for pattern, owner in LIBRARIES.items():
        if re.match(pattern, included) and room != owner:
            return f"<{included}> may be included only in {owner}: go through that room"
    return None


def arrows(root):
    faults = []
    for path in tree.files(root, {".cc", ".h"}):
        if path.parts[0] not in ("indexer", "searchd"):
            continue
        room = room_of(path)
        if room not in ROOMS:
            faults.append(f"{path}:1: room {room} is not in the table of tests/house/arrows.py: give it a row")
            continue
        for number, line in tree.lines(root, path):
            match = INCLUDE.match(line)
            if not match:
                continue
            fault = ours_fault(root, room, match[1]) if match[1] else library_fault(room, match[2])
            if fault:
                faults.append(f"{path}:{number}: {fault}")
    return faults


if __name__ == "__main__":
    tree.main(arrows)
