"""An ordinary user beside the attack: asks every 100 ms on a fresh connection and wants 200 within PATIENCE.

Runs as a process of its own, so that a busy attacker does not look like a slow daemon.
"""

import collections
import socket
import subprocess
import sys
import threading
import time

from wire import answers, is_complete

PATIENCE = 2.0  # seconds; what a person at a search field takes for broken
INTERVAL = 0.1

Look = collections.namedtuple("Look", "begun seconds verdict")


def ask(port, request):
    begun = time.monotonic()
    with socket.socket() as connection:
        connection.settimeout(PATIENCE)
        connection.connect(("127.0.0.1", port))
        connection.sendall(request)
        data = b""
        while not is_complete(data):
            left = begun + PATIENCE - time.monotonic()
            if left <= 0:
                return "timeout"
            connection.settimeout(left)
            more = connection.recv(65536)
            if not more:
                break
            data += more
    found = answers(data)
    return "ok" if found and found[0].status == 200 and found[0].body else f"status {found[0].status if found else 'none'}"


def main(port, request):
    while True:
        begun = time.monotonic()
        try:
            verdict = ask(port, request)
        except OSError as error:
            verdict = type(error).__name__
        seconds = time.monotonic() - begun
        print(f"{begun:.4f} {seconds:.4f} {verdict}", flush=True)
        time.sleep(max(0.0, INTERVAL - seconds))


class Probe:
    def __init__(self, port, request):
        self.looks = collections.deque(maxlen=100000)
        self.process = subprocess.Popen([sys.executable, __file__, str(port), request.hex()], stdout=subprocess.PIPE,
                                        text=True)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            begun, seconds, verdict = line.split(None, 2)
            self.looks.append(Look(float(begun), float(seconds), verdict.strip()))

    def between(self, begin, end):
        """The looks begun in the time; waits for the last of them."""
        patience = time.monotonic() + PATIENCE + 1
        while time.monotonic() < patience and (not self.looks or self.looks[-1].begun < end - INTERVAL):
            time.sleep(0.05)
        return [look for look in list(self.looks) if begin <= look.begun <= end]

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), bytes.fromhex(sys.argv[2]))
