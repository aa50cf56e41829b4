"""The rules can fail: each row is a small project that breaks one rule, and what the rule must say about it."""

import json
import sys
import tempfile
from pathlib import Path

from arrows import arrows
from corpus_sources import corpus_sources
from paths import paths
from presets import presets
from readme import readme
from sizes import sizes

PRESETS = json.dumps({"configurePresets": [{"name": "dev"}, {"name": "x", "inherits": "y"}],
                      "buildPresets": [{"configurePreset": "dev"}]})
OFFICE = {"corpus/o/office.json": '{"id": "o", "name": "O"}', "corpus/o/acts/a.txt": "text"}

ROWS = [
    # rule, files of the project, part of the fault (None: no fault)
    (arrows, {"indexer/law/date.h": "", "indexer/parse/a.cc": '#include "indexer/law/date.h"\n'}, None),
    (arrows, {"indexer/store/w.h": "", "indexer/parse/a.cc": '\n#include "indexer/store/w.h"\n'},
     "indexer/parse/a.cc:2: indexer/parse may not include indexer/store"),
    (arrows, {"searchd/answer.h": "", "indexer/law/a.h": '#include "searchd/answer.h"\n'}, "indexer/law may not include searchd"),
    (arrows, {"indexer/law/a.cc": '#include "date.h"\n'}, "from the root of the project"),
    (arrows, {"indexer/text/a.cc": '#include "indexer/text/made.h"\n', "indexer/text/CMakeLists.txt": "OUTPUT made.h"}, None),
    (arrows, {"searchd/search.cc": "#include <xapian.h>\n"}, "searchd/search.cc:1: <xapian.h> may be included only in indexer/store"),
    (arrows, {"indexer/parse/a.cc": "  #  include <unicode/uchar.h>\n"}, "only in indexer/text"),
    (arrows, {"indexer/cellar/a.cc": ""}, "room indexer/cellar is not in the table"),
    (paths, {"indexer/a.cc": 'open("/home/anna/kto");\n'}, "indexer/a.cc:1: a path of one machine (/home/a"),
    (paths, {"README.md": "see https://example.org/home/page and $TMPDIR/tmp/x\n"}, None),
    (sizes, {"indexer/a.cc": "\n" * 450}, None),
    (sizes, {"indexer/a.cc": "\n" * 451}, "451 lines"),
    (readme, {"README.md": "Run `script/server`.\n"}, "README.md:1: script/server is not there"),
    (readme, {"README.md": "Run `script/server`.\n", "script/server": ""}, None),
    (readme, {"README.md": "```sh\nbuild/release/kto-ghost --help\n```\n"}, "no CMakeLists.txt makes kto-ghost"),
    (readme, {"README.md": "[map](MAP.md)\n"}, "the link MAP.md leads nowhere"),
    (readme, {}, "README.md:1: missing"),
    (presets, {"CMakePresets.json": PRESETS}, "x has no build preset"),
    (presets, {"CMakePresets.json": PRESETS}, "x inherits y"),
    (presets, {"CMakePresets.json": PRESETS, "script/build": "cmake --preset fast\n"}, "script/build:1: there is no preset fast"),
    (corpus_sources, OFFICE, "SOURCES.md:1: missing"),
    (corpus_sources, OFFICE | {"corpus/o/SOURCES.md": ""}, "acts/a.txt is not listed"),
    (corpus_sources, OFFICE | {"corpus/o/SOURCES.md": f"| `acts/a.txt` | `{'0' * 64}` |\n"}, "not as received"),
    (corpus_sources, {"corpus/o/acts/a.txt": "", "corpus/o/office.json": '{"id": "o", "name": "O", "example": true}'},
     "corpus/o/README.md:1: missing"),
    (corpus_sources, {"corpus/o/acts/a.txt": "", "corpus/o/office.json": "{"}, "cannot be read"),
]


def outcome(rule, project):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in project.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return rule(root)


def main():
    failed = 0
    for rule, project, wanted in ROWS:
        faults = outcome(rule, project)
        if faults if wanted is None else not any(wanted in fault for fault in faults):
            failed += 1
            print(f"{rule.__name__}: wanted {wanted!r}, got {faults}")
    print(f"{len(ROWS)} rows, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
