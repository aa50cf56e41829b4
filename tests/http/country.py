"""A country for tests: machines that have some offices each, fronts that ask them, and what people ask of it.

All of it runs on this machine; a place to run in ("space") is a network namespace, or None for the network as it is.
"""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from urllib.parse import quote

OFFICES_A_MACHINE = 12  # of three machines more than 32 in all: then one machine answers by wordings too
QUESTION = "archiwum"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def offices_of(machine):
    """The ids of the offices that machine 1, 2, 3 ... has."""
    return [f"g{number:02}" for number in range((machine - 1) * OFFICES_A_MACHINE, machine * OFFICES_A_MACHINE)]


def machine_of(office):
    return int(office[1:]) // OFFICES_A_MACHINE + 1


def machines_of(holders):
    return {machine_of(office) for office, _ in holders}


def rows(office, archive="prowadzenia archiwum zakładowego"):
    texts = (archive, f"prowadzenia archiwum numer {office}", "wydawania dowodów osobistych")
    for number, text in enumerate(texts, start=1):
        yield json.dumps({"office": office, "id": f"{office}-p{number}", "citation": f"§ 1 pkt {number}", "text": text,
                          "unit": {"code": "OR", "name": "Wydział Organizacyjny"}, "valid_from": "2020-01-01", "valid_to": None})


class Country:
    """Builds, starts and asks; addresses are HOST:PORT. What is started ends with stop_all."""

    def __init__(self, indexer, searchd, folder, timeout_ms):
        self.indexer, self.searchd, self.folder, self.timeout_ms = indexer, searchd, folder, timeout_ms
        self.started, self.faults = [], []

    @staticmethod
    def within(space, *command):
        return ["ip", "netns", "exec", space, *command] if space else list(command)

    def start(self, space, *command):
        process = subprocess.Popen(self.within(space, *command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        self.started.append(process)
        return process

    def stop_all(self):
        for process in self.started:
            for number in (signal.SIGCONT, signal.SIGKILL):
                try:
                    os.killpg(process.pid, number)
                except ProcessLookupError:
                    pass
            process.wait()

    def check(self, what, good):
        print(("ok    " if good else "FAILED ") + what, flush=True)
        if not good:
            self.faults.append(what)

    def build(self, name, offices, *more):
        catalogue = self.folder / f"{name}.jsonl"
        catalogue.write_text("".join(line + "\n" for office in offices for line in rows(office, *more)), encoding="utf-8")
        run(self.indexer, "build", "--index", self.folder / name, "--catalogue", catalogue)

    def serve(self, space, name, port=7001):
        return self.start(space, "xapian-tcpsrv", "--quiet", "--port", str(port), str(self.folder / name / "wordings"))

    def build_front(self, space, name, machines):
        remotes = [part for machine in machines for part in ("--remote", machine)]
        for _ in range(50):  # the servers have just been started
            done = subprocess.run(self.within(space, self.indexer, "build", "--index", self.folder / name, *remotes,
                                              "--remote-timeout", str(self.timeout_ms)), capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError(done.stderr)

    def daemon(self, space, name, address, workers=2):
        host, port = address.split(":")
        self.start(space, self.searchd, "--index", str(self.folder / name), "--host", host, "--port", port, "--watch", "1",
                   "--workers", str(workers), "--keep-answers", "0")
        for _ in range(200):
            try:
                if self.get(address, "/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError(f"{name} does not get ready")

    def get(self, address, path):
        connection = http.client.HTTPConnection(address, timeout=60)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, body

    def across(self, address, question, more=""):
        status, body = self.get(address, f"/api/v1/who?q={quote(question)}&as_of=2024-06-01&limit=100{more}")
        assert status == 200, body
        return json.loads(body)["across"]

    def page(self, address, question=QUESTION):
        status, body = self.get(address, f"/?q={quote(question)}&as_of=2024-06-01")
        assert status == 200, body
        return body.decode()

    def holders(self, address, question=QUESTION):
        """Office and wording of every unit found, best groups first, and the offices that did not answer; how long that took."""
        start = time.monotonic()
        first, found = self.across(address, question), []
        for group in first["groups"]:
            page = self.across(address, question, f"&group={quote(group['id'])}")
            (whole,) = page["groups"]
            assert whole["next"] is None, whole["next"]
            found += [(one["office"], page["wordings"][one["wording"]]["text"]) for one in whole["holders"]]
        return found, set(first["missing"]), time.monotonic() - start
