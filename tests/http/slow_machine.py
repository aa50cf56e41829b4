#!/usr/bin/env python3
"""A country one of whose machines is slow: slow_machine.py KTO_INDEXER KTO_SEARCHD

Three machines and a front on loopback ports; between the front and the second machine stands a relay that passes on what is
said at once, late, drop by drop or not at all. Skipped (77) without xapian-tcpsrv.
"""

import pathlib
import shutil
import socket
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from country import QUESTION, Country, free_port, offices_of

SKIPPED = 77
TIMEOUT_MS = 700
WORKERS = 4
REST_S = 5  # how long nobody waits for a machine that failed
MACHINE_2 = set(offices_of(2))


class Relay:
    """Passes on what a machine says to whoever connects: `size` bytes at a time (0: as they come), each after `seconds`."""

    def __init__(self, to_port):
        self.to_port = to_port
        self.seconds, self.size = 0.0, 0
        self.waiting = set()  # who is there and waits for a piece
        self.most_waiting = 0
        self.lock = threading.Lock()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.receive, daemon=True).start()

    def receive(self):
        while True:
            front, _ = self.door.accept()
            machine = socket.create_connection(("127.0.0.1", self.to_port))
            for one in (front, machine):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.ask, args=(front, machine), daemon=True).start()
            threading.Thread(target=self.answer, args=(front, machine), daemon=True).start()

    def ask(self, front, machine):
        try:
            while said := front.recv(65536):
                machine.sendall(said)
            machine.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        with self.lock:
            self.waiting.discard(front)

    def answer(self, front, machine):
        try:
            while said := machine.recv(65536):
                size = self.size or len(said)
                for begin in range(0, len(said), size):
                    self.keep_back(front)
                    front.sendall(said[begin:begin + size])
        except OSError:
            pass
        front.close()
        machine.close()

    def keep_back(self, front):
        begun = time.monotonic()
        with self.lock:
            self.waiting.add(front)
            self.most_waiting = max(self.most_waiting, len(self.waiting))
        while time.monotonic() < begun + self.seconds:  # which may change meanwhile
            time.sleep(0.005)
        with self.lock:
            self.waiting.discard(front)


def question(test, front):
    """The offices found, those that did not answer, and how long that took."""
    begun = time.monotonic()
    across = test.across(front, QUESTION, "&group=organizacyjny")
    found = {holder["office"] for group in across["groups"] for holder in group["holders"]}
    return found, set(across["missing"]), time.monotonic() - begun


def crowd(test, front, seconds):
    """As many as the front can serve at once ask for so long: what they were answered."""
    end = time.monotonic() + seconds

    def ask(_):
        answers = []
        while not answers or time.monotonic() < end:
            answers.append(question(test, front))
            time.sleep(0.05)
        return answers

    with ThreadPoolExecutor(WORKERS) as people:
        return [answer for answers in people.map(ask, range(WORKERS)) for answer in answers]


def comes_back(test, relay, front, whole):
    relay.seconds, relay.size = 0.0, 0
    for _ in range(6):  # it is tried again after the rest
        if all(answer[:2] == (whole, set()) for answer in crowd(test, front, 0)):
            return True
        time.sleep(REST_S / 2)
    return False


def slow(test, relay, front, whole, how):
    limit = 6 * TIMEOUT_MS / 1000
    found, missing, seconds = question(test, front)
    test.check(f"a machine that answers {how} is left out within {limit} s: {seconds:.1f}",
               found == whole - MACHINE_2 and seconds < limit)
    test.check("and the answer names its offices", missing == MACHINE_2)
    relay.most_waiting = 0
    answers = crowd(test, front, 1.5 * REST_S)
    test.check(f"{len(answers)} more were answered meanwhile without them, or with them, and each in time",
               all(missing in (set(), MACHINE_2) and found == whole - missing and seconds < limit for found, missing, seconds in answers))
    test.check(f"and one at a time waited for it: {relay.most_waiting}", relay.most_waiting == 1)
    test.check("quick again, it is taken back by all", comes_back(test, relay, front, whole))


def trial(test, relay, machines, front):
    whole = {office for machine in (1, 2, 3) for office in offices_of(machine)}
    test.build_front(None, "front", machines)
    test.daemon(None, "front", front, WORKERS)
    test.check("all offices are found", all(answer[:2] == (whole, set()) for answer in crowd(test, front, 0.5)))
    relay.seconds = 0.004
    test.check("a machine a little slower is waited for", question(test, front)[:2] == (whole, set()))
    for how, seconds, size in (("nothing", 3600, 0), ("each time within its limit", 0.2, 0), ("drop by drop", 0.02, 1)):
        relay.seconds, relay.size = seconds, size
        slow(test, relay, front, whole, how)


def main():
    if not shutil.which("xapian-tcpsrv"):
        print("skipped: xapian-tcpsrv (xapian-tools) is not installed")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        test = Country(sys.argv[1], sys.argv[2], pathlib.Path(folder), TIMEOUT_MS)
        try:
            ports = [free_port() for _ in range(3)]
            for number, port in enumerate(ports, start=1):
                test.build(f"m{number}", offices_of(number))
                test.serve(None, f"m{number}", port)
            relay = Relay(ports[1])
            trial(test, relay, [f"127.0.0.1:{port}" for port in (ports[0], relay.port, ports[2])], f"127.0.0.1:{free_port()}")
        finally:
            test.stop_all()
    sys.exit(1 if test.faults else 0)


if __name__ == "__main__":
    main()
