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

from country import QUESTION, Country, machine_of, machines_of, offices_of, run

SKIPPED = 77
CLONE_NEWNET = 0x40000000
TIMEOUT_MS = 700
MACHINES = [f"10.77.0.{number}:7001" for number in (21, 22, 23)]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


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


def trial(test, network):
    names = [office for number in (1, 2, 3) for office in offices_of(number)]
    spaces, servers = {}, {}
    for number in (1, 2, 3):
        test.build(f"m{number}", offices_of(number))
        spaces[number] = network.machine(f"m{number}", 20 + number)
        servers[number] = test.serve(spaces[number], f"m{number}")
    test.build("whole", names)
    fronts = {"f1": "10.77.0.11:8080", "f2": "10.77.0.12:8080", "one": "10.77.0.13:8080"}
    for name, address in fronts.items():
        space = network.machine(name, int(address.split(":")[0].rsplit(".", 1)[1]))
        if name == "one":
            network.enter()
        else:
            test.build_front(space, name, MACHINES)
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

    swap(test, spaces, one, offices_of(1))


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

    def generation():
        return json.loads(test.get(front, "/readyz")[1])["generation"]

    asking, before = threading.Thread(target=ask), generation()
    asking.start()
    test.build("m1", own, "prowadzenia archiwum i biblioteki")
    test.build_front(spaces["f1"], "f1", MACHINES)
    for _ in range(100):
        if generation() > before:  # until then it depends on when a reader connected what it finds
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
        test = Country(sys.argv[1], sys.argv[2], pathlib.Path(folder), TIMEOUT_MS)
        try:
            trial(test, network)
        finally:
            test.stop_all()
            network.close()
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
