#!/usr/bin/env python3
"""Attacks a daemon on the loopback and says of each attack whether the daemon held.

  run.py [--seconds 2] [--only NAME]... PROGRAM ARGUMENT...

PROGRAM serves on a port of its own choice and prints "listening on http://127.0.0.1:PORT". An attack fails when its own
check does not hold, or when meanwhile an ordinary user was not answered within 2 seconds, the process ended, its memory
grew by 200 MiB, its descriptors did not come back, or anything was answered 5xx other than a refusal. About two minutes.
"""

import argparse
import re
import resource
import sys
import time

import attacks_framing
import attacks_lines
import attacks_size
import attacks_text
import attacks_time
from attacker import Attacker, Broken
from daemon import Daemon
from probe import Probe
from wire import Requests, answers

ATTACKS = attacks_framing.ATTACKS + attacks_lines.ATTACKS + attacks_size.ATTACKS + attacks_text.ATTACKS + attacks_time.ATTACKS
MEMORY = 200    # MiB of growth: what the limits of the front allow in all, and some
SETTLE = 12     # seconds for descriptors to come back: the longest limit of the front, less what the attack took
SLACK = 8       # descriptors that may differ: the probe's own, files opened late


def judge(daemon, probe, requests, attack, seconds, baseline):
    """The reasons why the daemon did not hold, and what the attack says of itself."""
    attacker = Attacker(daemon.port, requests, seconds)
    reasons, begun = [], time.monotonic()
    daemon.peak = before = daemon.memory()
    try:
        note = attack(attacker)
    except (Broken, OSError) as error:
        note = f"{type(error).__name__}: {error}"
        reasons.append("its check does not hold")
    time.sleep(max(0.0, begun + 0.5 - time.monotonic()))
    ended = time.monotonic()
    attacker.close_all()
    if not daemon.alive():
        return ["the process has ended"], note
    looks = probe.between(begun, ended)
    unhappy = [look.verdict for look in looks if look.verdict != "ok"]
    if unhappy or not looks:
        reasons.append(f"{len(unhappy)} of {len(looks)} users were not served ({', '.join(set(unhappy))})")
    if daemon.peak - before > MEMORY:
        reasons.append(f"memory grew by {daemon.peak - before:.0f} MiB")
    reasons += sorted(set(attacker.failures))
    settled = time.monotonic() + SETTLE
    while daemon.descriptors() > baseline + SLACK and time.monotonic() < settled:
        time.sleep(0.1)
    if daemon.descriptors() > baseline + SLACK:
        reasons.append(f"{daemon.descriptors()} descriptors are open, {baseline} before")
    return reasons, note


def script_of(port, requests):
    """The script of the page: the largest file a daemon serves."""
    page = answers(Attacker(port, requests, 0).ask_all([requests.request(target=requests.page)])[0])
    match = re.search(rb'<script src="([^"]+)"', page[0].body if page else b"")
    return match and match[1].decode()


def run(options, daemon):
    requests = Requests(daemon.port)
    requests.asset = script_of(daemon.port, requests) or requests.page
    # Files that workers open with their first request, and one probe, belong to the baseline.
    Attacker(daemon.port, requests, 0).ask_all([requests.request()] * 32)
    time.sleep(1.2)
    baseline = daemon.descriptors()
    probe = Probe(daemon.port, requests.request())
    passed, failed = 0, 0
    for attack in ATTACKS:
        if options.only and attack.__name__ not in options.only:
            continue
        reasons, note = judge(daemon, probe, requests, attack, options.seconds, baseline)
        print(f"{'FAIL' if reasons else 'pass'} {attack.__name__:22} {note}{''.join(' | ' + r for r in reasons)}", flush=True)
        failed += bool(reasons)
        passed += not reasons
        if not daemon.alive():
            break
    probe.end()
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2, help="how long a timed attack lasts")
    parser.add_argument("--only", action="append", help="run this attack alone")
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="PROGRAM ARGUMENT...")
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 8192), most))
    daemon = Daemon(options.command)
    try:
        passed, failed = run(options, daemon)
    finally:
        status = daemon.end()
    if status != 0:
        failed += 1
        print(f"FAIL the daemon ended with {status}: {''.join(daemon.complaints)[-2000:]}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
