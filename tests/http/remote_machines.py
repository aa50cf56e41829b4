#!/usr/bin/env python3
"""A country on three machines before two fronts, each in a network namespace: remote_machines.py KTO_INDEXER KTO_SEARCHD

A machine down, one stopped, one slow, one that gets a new index while people ask: what is left answers, in time, and as one machine
with all offices would. Skipped (77) without xapian-tcpsrv, or where no namespaces may be made.
"""

import ctypes
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import quote

SKIPPED = 77
CLONE_NEWNET = 0x40000000
TIMEOUT_MS = 700
OFFICES_A_MACHINE = 12  # more than 32 in all: then one machine answers by wordings too
QUESTION = "archiwum"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True)


class Network:
    """A bridge in a namespace of its own, and a namespace a machine with one cable to it."""

    def __init__(self):
        self.prefix, self.names = f"kto{os.getpid()}", []
        self.bridge = self.namespace("net")
        self.ip(self.bridge, "link", "add", "name", "br0", "type", "bridge")
        self.ip(self.bridge, "addr", "add", "10.77.0.1/24", "dev", "br0")
        self.ip(self.bridge, "link", "set", "dev", "br0", "up")

    def namespace(self, name):
        full = f"{self.prefix}-{name}"
        run("ip", "netns", "add", full)
        self.names.append(full)
        self.ip(full, "link", "set", "lo", "up")
        return full

    def ip(self, namespace, *command):
        run("ip", "-n", namespace, *command)

    def machine(self, name, number):
        space = self.namespace(name)
        self.ip(space, "link", "add", "name", "eth0", "type", "veth", "peer", "name", name, "netns", self.bridge)
        self.ip(space, "addr", "add", f"10.77.0.{number}/24", "dev", "eth0")
        self.ip(space, "link", "set", "eth0", "up")
        self.ip(self.bridge, "link", "set", name, "master", "br0", "up")
        return space

    def enter(self):
        with open(f"/var/run/netns/{self.bridge}", encoding="ascii") as file:
            if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")

    def close(self):
        for name in self.names:
            subprocess.run(["ip", "netns", "delete", name], check=False)


def rows(office, archive="prowadzenia archiwum zakładowego"):
    texts = (archive, f"prowadzenia archiwum numer {office}", "wydawania dowodów osobistych")
    for number, text in enumerate(texts, start=1):
        yield json.dumps({"office": office, "id": f"{office}-p{number}", "citation": f"§ 1 pkt {number}", "text": text,
                          "unit": {"code": "OR", "name": "Wydział Organizacyjny"}, "valid_from": "2020-01-01", "valid_to": None})


class Trial:
    def __init__(self, indexer, searchd, folder, network):
        self.indexer, self.searchd, self.folder, self.network = indexer, searchd, folder, network
        self.started, self.faults = [], []

    def start(self, space, *command):
        process = subprocess.Popen(["ip", "netns", "exec", space, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
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
        print(("ok    " if good else "FAILED ") + what)
        if not good:
            self.faults.append(what)

    def build(self, name, lines):
        catalogue = self.folder / f"{name}.jsonl"
        catalogue.write_text("\n".join(lines) + "\n", encoding="utf-8")
        run(self.indexer, "build", "--index", self.folder / name, "--catalogue", catalogue)

    def serve(self, space, name):
        return self.start(space, "xapian-tcpsrv", "--quiet", "--port", "7001", str(self.folder / name / "wordings"))

    def build_front(self, space, name):
        remotes = [part for number in (21, 22, 23) for part in ("--remote", f"10.77.0.{number}:7001")]
        for attempt in range(50):  # the servers have just been started
            done = subprocess.run(["ip", "netns", "exec", space, self.indexer, "build", "--index", self.folder / name, *remotes,
                                   "--remote-timeout", str(TIMEOUT_MS)], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError(done.stderr)

    def daemon(self, space, name, address):
        self.start(space, self.searchd, "--index", str(self.folder / name), "--host", address, "--port", "8080", "--watch", "1",
                   "--workers", "2")
        for _ in range(200):
            try:
                if self.get(address, "/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError(f"{name} does not get ready")

    def get(self, address, path):
        connection = http.client.HTTPConnection(address, 8080, timeout=20)
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


def machines_of(holders):
    return {machine_of(office) for office, _ in holders}


def machine_of(office):
    return int(office[1:]) // OFFICES_A_MACHINE + 1


def trial(test, network):
    names = [f"g{number:02}" for number in range(3 * OFFICES_A_MACHINE)]
    spaces, servers = {}, {}
    for number in (1, 2, 3):
        own = names[(number - 1) * OFFICES_A_MACHINE:number * OFFICES_A_MACHINE]
        test.build(f"m{number}", [line for office in own for line in rows(office)])
        spaces[number] = network.machine(f"m{number}", 20 + number)
        servers[number] = test.serve(spaces[number], f"m{number}")
    test.build("whole", [line for office in names for line in rows(office)])
    fronts = {"f1": "10.77.0.11", "f2": "10.77.0.12", "one": "10.77.0.13"}
    for name, address in fronts.items():
        space = network.machine(name, int(address.rsplit(".", 1)[1]))
        if name == "one":
            network.enter()
        else:
            test.build_front(space, name)
        spaces[name] = space
    test.daemon(spaces["one"], "whole", fronts["one"])
    for name in ("f1", "f2"):
        test.daemon(spaces[name], name, fronts[name])
    one, two, whole = fronts["f1"], fronts["f2"], fronts["one"]

    everything = test.holders(whole)[0]
    test.check("all offices are found", machines_of(everything) == {1, 2, 3} and len(everything) == len(names))
    test.check("two fronts answer as one machine with all offices, in its order",
               all(test.holders(front)[:2] == (everything, set()) for front in (one, two)))
    status, body = test.get(one, f"/api/v1/who?q={quote(QUESTION)}&as_of=2024-06-01&office={names[0]}")
    test.check(f"a front does not answer for an office of another machine: {status}", status == 503 and b"answers" not in body)

    netem = ["tc", "-n", spaces[1], "qdisc", "add", "dev", "eth0", "root", "netem", "delay", "20ms"]
    if subprocess.run(netem, capture_output=True, check=False).returncode == 0:
        test.check("a machine farther off is waited for", test.holders(one)[0] == everything)
        run("tc", "-n", spaces[1], "qdisc", "del", "dev", "eth0", "root")
    else:
        print("left out: this kernel delays no packets (netem)")

    limit = 6 * TIMEOUT_MS / 1000
    os.killpg(servers[2].pid, signal.SIGSTOP)
    found, missing, seconds = test.holders(one)
    test.check(f"a stopped machine is left out within {limit} s: {seconds:.1f}", machines_of(found) == {1, 3} and seconds < limit)
    test.check("and the answer names its offices", missing == {office for office in names if machine_of(office) == 2})
    page = test.page(one)
    test.check("and so does the page, some of them by name", all(part in page for part in ("Nie odpowiedziały teraz", "g12", "g16", "i 7 innych urzędów"))
               and "g17" not in page.split("i 7 innych urzędów")[0])
    again, _, soon = test.holders(one)
    test.check("who asks next does not wait for it", again == found and soon < TIMEOUT_MS / 1000)
    os.killpg(servers[2].pid, signal.SIGCONT)
    network.ip(network.bridge, "link", "set", "m3", "down")
    found, missing, seconds = test.holders(two)
    test.check(f"a machine off the network is left out within {limit} s: {seconds:.1f}", machines_of(found) == {1, 2} and seconds < limit)
    test.check("and the answer names its offices too", missing == {office for office in names if machine_of(office) == 3})
    network.ip(network.bridge, "link", "set", "m3", "up")
    time.sleep(6)  # it is tried again after 5 s
    test.check("both are taken back", all(test.holders(front)[:2] == (everything, set()) for front in (one, two)))

    swap(test, spaces, one, names[:OFFICES_A_MACHINE])


def swap(test, spaces, front, own):
    """The first machine gets a new index while people ask."""
    faults, done = [], threading.Event()

    def ask():
        while not done.is_set():
            try:
                found, missing, _ = test.holders(front)
                if machines_of(found) != {1, 2, 3} or missing:
                    faults.append((found, missing))
            except (AssertionError, OSError, http.client.HTTPException) as fault:
                faults.append(fault)

    asking = threading.Thread(target=ask)
    asking.start()
    test.build("m1", [line for office in own for line in rows(office, "prowadzenia archiwum i biblioteki")])
    test.build_front(spaces["f1"], "f1")
    for _ in range(100):
        if len(test.holders(front, "biblioteka")[0]) >= len(own):
            break
        time.sleep(0.1)
    done.set()
    asking.join()
    test.check("a new index is taken up", len(test.holders(front, "biblioteka")[0]) >= len(own))
    test.check(f"and nobody who asked meanwhile missed anything: {faults[:1]}", not faults)


def main():
    if not shutil.which("xapian-tcpsrv") or not shutil.which("tc"):
        skip("xapian-tcpsrv (xapian-tools) or tc (iproute2) is not installed")
    if os.geteuid() != 0:
        skip("only root may make network namespaces")
    try:
        network = Network()
    except subprocess.CalledProcessError as error:
        skip(f"no network namespaces here: {error.stderr.strip()}")
    with tempfile.TemporaryDirectory() as folder:
        test = Trial(sys.argv[1], sys.argv[2], pathlib.Path(folder), network)
        try:
            trial(test, network)
        finally:
            test.stop_all()
            network.close()
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
