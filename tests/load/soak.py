"""The daemon for a long while at a part of its capacity, its law swapped every few seconds; memory and open files meanwhile."""

import dataclasses
import os
import pathlib
import re
import signal
import statistics
import threading
import time

import client
import law as laws

WARMING = 0.25  # of the samples: caches fill, the allocator finds its size


@dataclasses.dataclass
class Plan:
    """`requests` and the `answers` that are right (files of load-client), `rate` a second; seconds between samples and swaps."""

    requests: pathlib.Path
    answers: pathlib.Path
    minutes: float
    rate: float
    period: float = 10
    swap_every: float = 10


def sample(process):
    """Resident and private memory in MiB, open files."""
    status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return {key: round(int(re.search(rf"^{name}:\s+(\d+)", status, re.MULTILINE)[1]) / 1024, 2)
            for key, name in (("resident_mib", "VmRSS"), ("private_mib", "RssAnon"))} | {
                "files": len(os.listdir(f"/proc/{process}/fd"))}


def counted(port, name):
    """A number of /metrics."""
    _, body = laws.fetch(port, "GET /metrics")
    return int(float(re.search(rf"^{name} (\S+)$", body.decode(), re.MULTILINE)[1]))


class Swaps(threading.Thread):
    """Builds the other state of the law every few seconds and has it taken up, until told to end."""

    def __init__(self, law, running, every):
        super().__init__(daemon=True)
        self.law, self.running, self.every, self.told_to_end = law, running, every, threading.Event()
        self.builds, self.trouble = [], None

    def run(self):
        while not self.told_to_end.wait(self.every):
            try:
                self.builds.append(self.law.build(1 - self.law.built)["wall_s"])
            except Exception as trouble:  # told by end(), in the thread that counts
                self.trouble = trouble
                return
            self.running.process.send_signal(signal.SIGHUP)

    def end(self):
        """Builds and swaps, once the last one is taken up; whatever went wrong with a build."""
        self.told_to_end.set()
        self.join()
        if self.trouble:
            raise self.trouble
        until = time.monotonic() + laws.PATIENCE
        while (swaps := counted(self.running.port, "kto_index_swaps_total")) < len(self.builds) and time.monotonic() < until:
            time.sleep(0.1)
        return {"builds": len(self.builds), "swaps": swaps, "refusals": counted(self.running.port, "kto_index_refusals_total"),
                "build_s": round(statistics.median(self.builds), 3) if self.builds else None}


def slope(samples, key):
    """MiB an hour, by least squares, after the time of warming."""
    kept = samples[int(len(samples) * WARMING):]
    if len(kept) < 3:
        return None
    return round(statistics.linear_regression([row["at"] for row in kept], [row[key] for row in kept]).slope * 3600, 2)


def soak(asking, law, running, plan):
    """All of it as one value: the samples, and what they come to."""
    samples, begun = [], time.monotonic()
    swaps = Swaps(law, running, plan.swap_every)

    def each(row):
        at = time.monotonic() - begun
        samples.append({"at": round(at, 1)} | sample(running.process.pid) | {"swaps": len(swaps.builds)} | row)
        if len(samples) % 6 == 0:
            faults = sum(one[fault] for one in samples for fault in client.FAULTS)
            print(f"{at / 60:5.1f} of {plan.minutes:g} min: p99 {row['p99_ms']} ms, {len(swaps.builds)} builds, {faults} faults, "
                  f"{samples[-1]['resident_mib']} MiB, {samples[-1]['files']} files", flush=True)

    swaps.start()
    try:
        whole = asking.ask(running.port, plan.requests, plan.minutes * 60, client.MOST, plan.rate, plan.period, plan.answers, each)
    finally:
        told = swaps.end()
    return whole | told | {
        "minutes": plan.minutes, "rate": plan.rate, "samples": samples,
        "resident_mib_an_hour": slope(samples, "resident_mib"), "private_mib_an_hour": slope(samples, "private_mib")}
