"""One engine asked one log of questions by wrk, for a while, over some connections kept alive."""

import http.client
import json
import os
import pathlib
import subprocess
import time

import machine

SCRIPT = pathlib.Path(__file__).with_name("ask.lua")
PATIENCE = 20  # seconds for one answer
SETTLED = 0.1  # processors that a server may use when nobody asks


class Asked:
    """The requests of a form and scope of an engine, in a file as ask.lua reads it."""

    def __init__(self, engine, form, scope, rows, folder):
        self.engine, self.form, self.scope = engine, form, scope
        self.file = folder / f"{engine.name}-{form or 'search'}-{scope}.requests"
        self.requests = [engine.request(form, scope, row) for row in rows]
        self.file.write_text("\n".join(self.requests) + "\n", encoding="utf-8")

    def check(self, port, count=20):
        """Asks some one after the other: each must be answered 200 with JSON. The share that found anything."""
        connection, found = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), 0
        for line in self.requests[:count]:
            request, _, body = line.partition("\t")
            method, path = request.split(" ", 1)
            connection.request(method, path, body.encode() or None, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise RuntimeError(f"status {answer.status} for {path[:80]}: {body[:200].decode(errors='replace')}")
            found += self.engine.found(json.loads(body)) > 0
        connection.close()
        return found / len(self.requests[:count])

    def measure(self, running, connections, seconds, first=0):
        """Requests a second, median and 99th percentile and the server's CPU time a request in ms; None if none was answered."""
        others, load, cpu = machine.Others(), machine.load(), running.cpu_seconds()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", f"--timeout={PATIENCE}s", "-s", SCRIPT,
                   f"http://127.0.0.1:{running.port}"]
        environment = os.environ | {"REQUESTS": str(self.file), "FIRST": str(first)}
        said = subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout.splitlines()[-1]
        figures = json.loads(said)
        answered = figures["answered"]
        cpu = running.cpu_seconds() - cpu
        row = {"engine": self.engine.name, "form": self.form, "scope": self.scope, "connections": connections,
               "answered": answered, "errors": figures["errors"],
               "rps": round(answered / (figures["microseconds"] / 1e6), 2),
               "p50_ms": None, "p99_ms": None, "cpu_ms": None, "others": others.used(), "load": load}
        if answered > 0:
            row |= {"p50_ms": figures["p50"] / 1000, "p99_ms": figures["p99"] / 1000, "cpu_ms": round(cpu * 1000 / answered, 3)}
        settle(running)
        return row


def settle(running, most=10):
    """Waits until the server has done with what nobody waits for any more."""
    ends = time.monotonic() + most
    while time.monotonic() < ends:
        before = running.cpu_seconds()
        time.sleep(0.2)
        if running.cpu_seconds() - before <= SETTLED * 0.2 + 1 / machine.TICK:
            return


def ready_ms(start, path):
    """From the start of the process to its first answer of 200 to `path`; the server runs on."""
    begun = time.monotonic()
    running = start()
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return round((time.monotonic() - begun) * 1000, 1), running
        except OSError:
            pass
        finally:
            connection.close()
        if time.monotonic() - begun > 120:
            running.stop()
            raise RuntimeError(f"not ready within 120 s: {path}")
        time.sleep(0.001)
