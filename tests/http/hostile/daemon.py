"""The daemon under attack: started, watched (memory, descriptors, whether it is the same process), ended by its number."""

import os
import re
import resource
import signal
import subprocess
import sys
import threading
import time

MIB = 1 << 20


class Daemon:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.search(r"listening on http://[^:]+:(\d+)$", line.strip())
        if not match:
            self.process.kill()
            sys.exit(f"{command[0]} does not serve: {line!r} {self.process.stderr.read()}")
        self.port = int(match[1])
        self.peak = 0.0
        self.complaints = []
        threading.Thread(target=self._watch, daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()

    def alive(self):
        return self.process.poll() is None

    def memory(self):
        """Resident, in MiB."""
        try:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * resource.getpagesize() / MIB
        except (OSError, IndexError):
            return 0.0

    def descriptors(self):
        try:
            return len(os.listdir(f"/proc/{self.process.pid}/fd"))
        except OSError:
            return -1

    def end(self):
        """Asks it to end; its exit status (negative: the signal that ended it)."""
        if self.alive():
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def _watch(self):
        while self.alive():
            self.peak = max(self.peak, self.memory())
            time.sleep(0.02)

    def _listen(self):
        # A sanitizer speaks here; the pipe must never fill up.
        for line in self.process.stderr:
            self.complaints.append(line)
