"""What a figure was measured on, and what else the machine did meanwhile."""

import os
import pathlib
import re
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")
PROC = pathlib.Path("/proc")
PACKAGES = ["liblucene8-java", "libmorfologik-stemming2-java", "openjdk-17-jdk-headless", "postgresql-15", "postgresql-17",
            "libxapian30", "libcpp-httplib-dev", "wrk", "hunspell-pl"]


def first(pattern, path):
    found = re.search(pattern, pathlib.Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1].strip() if found else "?"


def versions():
    lines = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *PACKAGES], capture_output=True, text=True,
                           check=False).stdout.splitlines()
    return dict(line.split() for line in lines if len(line.split()) == 2)


def described(root):
    """The machine, the versions of what is compared, and the commit of kto."""
    asked = ["git", "-C", str(root), "describe", "--always", "--dirty"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False)
    return {"processor": first(r"^model name\s*: (.*)", PROC / "cpuinfo"), "cores": os.cpu_count(),
            "memory_gib": round(int(first(r"^MemTotal:\s+(\d+)", PROC / "meminfo")) / (1 << 20), 1),
            "kernel": os.uname().release, "system": first(r'^PRETTY_NAME="(.*)"', "/etc/os-release"),
            "commit": commit.stdout.strip() or "?", "versions": versions()}


def load():
    return round(os.getloadavg()[0], 2)


def fields(process):
    """What /proc says of a process, from its state on; nothing when it has gone."""
    try:
        return (PROC / str(process) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def family(process):
    """The process and all below it."""
    parents = {int(entry.name): int(stat[1])
               for entry in PROC.iterdir() if entry.name.isdigit() and (stat := fields(entry.name))}
    found = [process]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found


def cpu_seconds(process):
    """Of the process, all below it, and those below it that have ended."""
    return sum(sum(map(int, stat[11:15])) for one in family(process) if (stat := fields(one))) / TICK


def memory(process):
    """MiB of the process and all below it: its own anonymous pages, its share of all it maps."""
    sums = {"Anonymous": 0, "Pss": 0}
    for one in family(process):
        try:
            rollup = (PROC / str(one) / "smaps_rollup").read_text(encoding="utf-8")
        except OSError:
            continue
        for name in sums:
            sums[name] += int(re.search(rf"^{name}:\s+(\d+)", rollup, re.MULTILINE)[1])
    return {"private_mib": round(sums["Anonymous"] / 1024, 1), "shared_mib": round(sums["Pss"] / 1024, 1)}


def busy_seconds():
    """Of all processors since the start of the machine, the time other guests took included."""
    user, nice, system, _, _, interrupts, soft, stolen = map(int, (PROC / "stat").read_text(encoding="utf-8").split()[1:9])
    return (user + nice + system + interrupts + soft + stolen) / TICK


class Others:
    """How many processors others used since it was made; what this process has below it is not others."""

    def __init__(self):
        self.begun, self.busy, self.ours = time.monotonic(), busy_seconds(), cpu_seconds(os.getpid())

    def used(self):
        taken = time.monotonic() - self.begun
        others = busy_seconds() - self.busy - (cpu_seconds(os.getpid()) - self.ours)
        return round(max(0.0, others) / max(taken, 0.01), 2)
