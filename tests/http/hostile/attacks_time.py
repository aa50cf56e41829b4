"""Slow, silent, hoarding: connections that want to hold the daemon's attention without paying for it."""

import socket
import struct
import time

from attacker import Broken
from wire import answers


def dripping(a):
    heads = a.open_many(150, a.requests.unfinished())
    lines = a.open_many(50, b"GET /")
    bodies = a.open_many(100, a.requests.request("POST", a.requests.post_path, ["Content-Length: 1000"], b"{", close=False))
    return f"{a.drip(heads + lines + bodies, b'A')} of 300 cut off"


def promised_bodies(a):
    a.open_many(100, a.requests.request("POST", a.requests.post_path, ["Content-Length: 5000"], b"{", close=False))
    a.open_many(100, a.requests.request("POST", a.requests.post_path, ["Expect: 100-continue", "Content-Length: 1000"], close=False))
    a.wait()
    return "200 bodies promised"


def silent(a):
    opened = len(a.open_many(1500))
    a.wait()
    return f"{opened} silent connections"


def hoarding(a):
    """Nearly complete requests, as large as allowed."""
    body = a.requests.request("POST", a.requests.post_path, ["Content-Length: 60000"], b" " * 59999, close=False)
    head = a.requests.request(fields=[f"X-{i}: " + "a" * 900 for i in range(15)], close=False)[:-2]
    opened = len(a.open_many(450, body)) + len(a.open_many(450, head))
    a.wait()
    return f"{opened} nearly complete requests"


def never_reading(a):
    a.open_many(200, a.requests.request(target=a.requests.asset, close=False), receive_buffer=1024)
    a.open_many(60, a.requests.request(close=False) * 200, receive_buffer=1024)
    a.wait()
    return "260 readers that do not read"


def sipping(a):
    sippers = a.open_many(100, a.requests.request(target=a.requests.asset, close=False), receive_buffer=1024)
    until = time.monotonic() + a.seconds
    while time.monotonic() < until:
        for connection in sippers:
            try:
                connection.recv(16)
            except OSError:
                pass
        time.sleep(0.3)
    return "100 readers of 16 bytes at a time"


def resets(a):
    for i in range(1000):
        try:
            connection = a.connect()
            connection.send(a.requests.request()[: i % 60])
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
            a.connections.remove(connection)
        except OSError:
            pass
    return "1000 connections reset"


def burst(a):
    """As many real users at once as there may be connections: most are served."""
    served = sum(bool(answers(data) and answers(data)[0].status == 200)
                 for data in a.ask_all([a.requests.request()] * 1000, wait=6, quiet=0, width=1000))
    if served < 500:
        raise Broken(f"only {served} of 1000 were served")
    return f"{served} of 1000 served"


def pipelining(a):
    taken = a.pour(a.requests.request(close=False), a.requests.request(close=False) * 200, most=16 << 20)
    return f"{taken / (1 << 20):.1f} MiB of pipelined requests a connection"


ATTACKS = [dripping, promised_bodies, silent, hoarding, never_reading, sipping, resets, burst, pipelining]
