"""An engine of the comparison: how it is built from the points, started, and asked.

Each is a class of engines.py with a name, a fingerprint of what it is made of, and the commands. Whatever is started here
is ended here, by its process.
"""

import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import urllib.parse

import machine


class Trouble(Exception):
    """A sentence for the report: the engine is left out, the others go on."""


def digest(*paths):
    sums = hashlib.sha256()
    for path in paths:
        sums.update(pathlib.Path(path).read_bytes())
    return sums.hexdigest()[:16]


def run(command, seconds, log, **how):
    """Runs a command to its end; its wall and CPU seconds and MiB at most. Trouble when it fails or takes longer."""
    begun = time.monotonic()
    with open(log, "ab") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told, start_new_session=True, **how)
    try:
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - begun > seconds:
                raise Trouble(f"took longer than {seconds:.0f} s")
            time.sleep(0.01)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Trouble(f"{pathlib.Path(command[0]).name} failed with {process.returncode}, see {log}")
    return {"wall_s": round(time.monotonic() - begun, 3), "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
            "peak_mib": round(usage.ru_maxrss / 1024, 1)}


def size_of(folder):
    """Bytes on the disk."""
    return sum(os.lstat(os.path.join(where, name)).st_blocks * 512 for where, _, names in os.walk(folder) for name in names)


class Running:
    """A server that listens on a free port of 127.0.0.1 and has said which."""

    def __init__(self, command, log, **how):
        with open(log, "ab") as told:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True, start_new_session=True,
                                            **how)
        match = re.search(r"listening on http://[^:]+:(\d+)", self.process.stdout.readline())
        if not match:
            self.stop()
            raise Trouble(f"{pathlib.Path(command[0]).name} does not serve, see {log}")
        self.port = int(match[1])

    def memory(self):
        return machine.memory(self.process.pid)

    def cpu_seconds(self):
        return machine.cpu_seconds(self.process.pid)

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Engine:
    """`forms`: ways to ask it, the scopes of each. A scope is office, country or letters (of the country)."""

    name = ""
    forms = {"": ("office", "country", "letters")}
    ready_path = ""

    def fingerprint(self):
        raise NotImplementedError

    def build(self, data, folder, seconds):
        """Makes the index of the points in an empty folder; what it took."""
        raise NotImplementedError

    def start(self, folder):
        raise NotImplementedError

    def size(self, folder):
        return size_of(folder)

    def request(self, form, scope, row):
        """A line of ask.lua."""
        asked = {"q": row["q"], "as_of": row["as_of"].replace("-", "")}
        if scope == "office":
            asked["office"] = row["office"]
        return "GET /search?" + urllib.parse.urlencode(asked)

    def found(self, answer):
        """How many results a parsed answer has."""
        return len(answer["results"])


class Build:
    """The kept index of an engine, and what each time it was built took."""

    def __init__(self, engine, data, folder):
        self.engine, self.data, self.folder, self.kept = engine, data, folder, folder / "built.json"
        self.made_of = engine.fingerprint() + (data / "made").read_text(encoding="utf-8")
        before = json.loads(self.kept.read_text(encoding="utf-8")) if self.kept.exists() else {"made_of": ""}
        self.rows = before["rows"] if before["made_of"] == self.made_of else []

    def again(self, seconds):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        others, load = machine.Others(), machine.load()
        taken = self.engine.build(self.data, self.folder, seconds)
        size = round(self.engine.size(self.folder) / 1e6, 2)
        self.rows.append(taken | {"index_mb": size, "others": others.used(), "load": load})
        self.kept.write_text(json.dumps({"made_of": self.made_of, "rows": self.rows}), encoding="utf-8")
