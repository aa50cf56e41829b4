#!/usr/bin/env python3
"""A disk that is really full, under all that kto writes: full_disk.py BUILD_FOLDER CORPUS

A small file system in memory is mounted where only this test sees it, and filled up: the build, the swap, going back, the
judgements of an office, the log and what a command prints. Each must be told in a sentence (what, where, what to do), nothing may
end, the old index serves on, and once there is space again all goes on. Skipped (77) where nothing may be mounted.
"""

import errno
import http.client
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "bench"))

import engine

SKIPPED = 77
SIZE = "8m"
TOKEN = "0123456789abcdef"
WHO = "/api/v1/who?q=poczta&as_of=2024-06-01&office=lublin"
# Bytes left for a build that needs some 400,000: it runs out of them at another step each time.
LEFT = (0, 4096, 65536, 150_000, 300_000)


class Disk:
    def __init__(self, folder):
        self.folder, self.filler = folder, folder / "filler"

    def fill(self, left=0):
        """Until the system refuses, and then so many bytes less."""
        size = self.filler.stat().st_size if self.filler.exists() else 0
        with open(self.filler, "ab", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(65536))
            except OSError as error:
                assert error.errno == errno.ENOSPC, error
        grown = self.filler.stat().st_size
        os.truncate(self.filler, max(0, grown - left))
        assert grown >= size

    def free(self):
        self.filler.unlink()


class Kto:
    def __init__(self, programs, corpus, disk, folder):
        self.indexer, self.searchd, self.corpus, self.disk, self.folder = programs / "kto-indexer", programs / "kto-searchd", corpus, disk, folder
        self.index, self.feedback, self.log = disk.folder / "index", disk.folder / "feedback.jsonl", folder / "log"
        self.other = folder / "other.jsonl"

    def run(self, *arguments, program=None, out=subprocess.DEVNULL):
        return subprocess.run([program or self.indexer, *arguments], stdout=out, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    def make_other_law(self):
        """The same tasks in other words."""
        with open(self.other, "w", encoding="utf-8") as file:
            for line in subprocess.run([self.indexer, "dump", "tasks", "--corpus", self.corpus], capture_output=True, text=True,
                                       check=True).stdout.splitlines():
                row = json.loads(line)
                file.write(json.dumps(row | {"text": row["text"] + " inaczej"}, ensure_ascii=False) + "\n")

    def start(self, log):
        token = self.folder / "token"
        token.write_text(TOKEN + "\n", encoding="utf-8")
        token.chmod(0o600)
        command = [self.searchd, "--index", self.index, "--port", "0", "--watch", "0", "--access-log", "--token", token, "--feedback",
                   self.feedback]
        return engine.Running(command, log)


def ask(running, method, path, body=None, headers=()):
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    try:
        connection.request(method, path, body, dict(headers))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def judge(running):
    body = json.dumps({"q": "kto administruje pocztą", "as_of": "2024-06-01", "office": "lublin", "unit": None, "note": "słowo " * 20})
    return ask(running, "POST", "/api/v1/feedback", body,
               {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"})[0]


def who(running):
    """The answer, which must be one."""
    status, body = ask(running, "GET", WHO)
    assert status == 200 and json.loads(body)["answers"], (status, body)
    return body


def says(done, *words):
    """It ended with 2 and a sentence that holds the words."""
    assert done.returncode == 2, done
    for word in words:
        assert word in done.stderr, f"{word} is not said: {done.stderr[-600:]}"


def builds_refused(kto, running, before):
    """At whatever step it runs out of space, nothing of it is taken up."""
    for left in LEFT:
        kto.disk.fill(left)
        says(kto.run("build", "--index", kto.index, "--catalogue", kto.other), str(kto.index), "No space left on device", "hint: Check the free space")
        assert who(running) == before, f"{left} bytes left: another answer than before"
        running.process.send_signal(signal.SIGHUP)
        assert who(running) == before, f"{left} bytes left: another answer after SIGHUP"
    # Going back sweeps up what the builds left, and then has that space: so once before the disk is full.
    kto.disk.free()
    assert [kto.run("rollback", "--index", kto.index, "--to", number).returncode for number in "12"] == [0, 0]
    kto.disk.fill()
    says(kto.run("rollback", "--index", kto.index), str(kto.index), "hint: ")
    assert who(running) == before
    again = kto.start(kto.disk.folder / "log")
    try:
        assert who(again) == before, "a daemon that is started on the full disk, its log there too, answers otherwise"
    finally:
        again.stop()
    assert again.process.returncode == 0, again.process.returncode


def prints_told(kto):
    """Half a list is not taken for a whole one."""
    commands = [(kto.indexer, ["dump", "tasks", "--corpus", kto.corpus]), (kto.indexer, ["info", "--index", kto.index]),
                (kto.searchd, ["who", "poczta", "--index", kto.index, "--as-of", "2024-06-01"])]
    for program, arguments in commands:
        with open(kto.disk.folder / "printed", "w", encoding="utf-8") as out:
            says(kto.run(*arguments, program=program, out=out), "standard output", "Check the free space")


def judgements_whole(kto, running):
    """A judgement that does not fit is refused and leaves nothing of itself."""
    kto.disk.free()
    assert judge(running) == 204
    kept = kto.feedback.read_bytes()
    assert kept.endswith(b"\n"), kept
    while True:  # what is left of the last block of the file still takes some
        kto.disk.fill()
        status = judge(running)
        if status != 204:
            break
        kept = kto.feedback.read_bytes()
    assert status == 503, status
    told = kto.log.read_text(encoding="utf-8")
    assert f"{kto.feedback}: cannot be written: No space left on device" in told, told[-600:]
    assert kto.feedback.read_bytes() == kept, "half a judgement is left"
    return kept


def goes_on(kto, running, before, kept):
    """With space again: a build, its swap, the next judgement."""
    kto.disk.free()
    done = kto.run("build", "--index", kto.index, "--catalogue", kto.other)
    assert done.returncode == 0, done.stderr[-600:]
    assert not (kto.index / "building").exists()
    running.process.send_signal(signal.SIGHUP)
    until = time.monotonic() + 20
    while who(running) == before and time.monotonic() < until:
        time.sleep(0.05)
    assert b" inaczej" in who(running)
    assert judge(running) == 204
    lines = kto.feedback.read_bytes()
    assert lines.startswith(kept) and all(json.loads(line) for line in lines.splitlines()), lines


def trial(programs, corpus, folder):
    disk = Disk(folder / "disk")
    kto = Kto(programs, corpus, disk, folder)
    kto.make_other_law()
    for source in (["--catalogue", kto.other], ["--corpus", corpus]):  # two, so that there is one to go back to
        done = kto.run("build", "--index", kto.index, *source)
        assert done.returncode == 0, done.stderr[-600:]
    kto.other.write_text(kto.other.read_text(encoding="utf-8").replace(" inaczej", " inaczej jeszcze"), encoding="utf-8")
    running = kto.start(kto.log)
    try:
        before = who(running)
        builds_refused(kto, running, before)
        prints_told(kto)
        kept = judgements_whole(kto, running)
        assert who(running) == before
        goes_on(kto, running, before, kept)
    finally:
        running.stop()
    assert running.process.returncode == 0, running.process.returncode
    print("a full disk stops nothing but what needs it")


def main():
    programs, corpus = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    if os.environ.get("KTO_OWN_MOUNTS") != "1":
        own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
        if subprocess.run([*own, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False).returncode:
            print("skipped: nothing may be mounted here, not even where nobody else sees it (unshare --mount)")
            sys.exit(SKIPPED)
        os.environ["KTO_OWN_MOUNTS"] = "1"
        os.execvp(own[0], [*own, sys.executable, "-B", *sys.argv])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "disk").mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder / "disk"], check=True)
        try:
            trial(programs, corpus, folder)
        finally:
            subprocess.run(["umount", "--lazy", folder / "disk"], check=True)


if __name__ == "__main__":
    main()
