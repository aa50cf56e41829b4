#!/usr/bin/env python3
"""The ranking holds what it once reached: builds the index, starts the daemon, measures, compares.

    check.py BINARY_DIR CORPUS_DIR
"""

import pathlib
import re
import subprocess
import sys
import tempfile

# What was reached on 2026-11-24, less half a standard error (.017): dictionaries of other releases move some queries.
LEAST = ["first=.75", "three=.88", "units=.77", "points=.63", "abstains=.65"]

# Whole letters, reached on the same day: .92 and .84, less half a standard error of 24 letters and 32 requests.
LEAST_LETTERS = ["first=.88", "met=.80"]


def main(binaries, corpus):
    with tempfile.TemporaryDirectory(prefix="kto-relevance-") as index:
        subprocess.run([binaries / "kto-indexer", "build", "--index", index, "--corpus", corpus], check=True)
        daemon = subprocess.Popen([binaries / "kto-searchd", "--index", index, "--port", "0"],
                                  stdout=subprocess.PIPE, text=True)
        try:
            address = re.search(r"http://\S+", daemon.stdout.readline()).group()
            measure = pathlib.Path(__file__).with_name("measure.py")
            queries = subprocess.run([sys.executable, "-B", measure, address, "--least", *LEAST]).returncode
            whole = [sys.executable, "-B", measure.with_name("letters.py"), address, "--least", *LEAST_LETTERS]
            return queries or subprocess.run(whole).returncode
        finally:
            daemon.terminate()
            daemon.wait(timeout=10)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
