"""Runs load-client (load_client.cc) and reads what it says."""

import json
import resource
import subprocess

import machine

MOST = 1000  # connections: what the front takes at once, and some left for others
FAULTS = ("status", "mixed", "broken")


def allow_connections():
    """More descriptors for the client and the daemon than a shell gives."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096), most))


class Client:
    def __init__(self, programs):
        self.program = programs / "load-client"

    def ask(self, port, requests, seconds, connections, rate=0, period=0, answers=None, each=None):
        """The line for all of `seconds`; `each` is called with the line of every `period` seconds while it goes on."""
        command = [self.program, str(port), requests, str(seconds), str(connections), str(rate), str(period), *([answers] if answers else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                for line in process.stdout:
                    row = json.loads(line)
                    if "unsent" in row:
                        result = row
                    elif each:
                        each(row)
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            raise RuntimeError(f"load-client ended with {process.returncode}")
        return result

    def measure(self, running, requests, seconds, connections, rate=0):
        """A row for the results: what was asked of the daemon, its time, its processors, and what others used meanwhile."""
        others, cpu = machine.Others(), running.cpu_seconds()
        row = self.ask(running.port, requests, seconds, connections, rate)
        asked = row["accepted"] + row["refused"]
        cpu = running.cpu_seconds() - cpu
        return {"connections": connections, "rate": rate, "rps": round(row["accepted"] / row["seconds"], 1),
                "cpu_ms": round(1000 * cpu / asked, 3) if asked else None, "others": others.used()} | row
