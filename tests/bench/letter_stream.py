#!/usr/bin/env python3
"""How many letters a second, and whether memory stays flat: one stream of letters through POST /api/v1/route.

    letter_stream.py DAEMON INDEX [--letters 100000] [--short]

Letters are those of tests/relevance/dev.jsonl, over and over, each with a number; --short sends one sentence of each. Every
hundredth line is broken, and gets a problem. Prints the daemon's CPU time a letter and its private memory after each tenth.
"""

import argparse
import json
import os
import pathlib
import socket
import threading
import time

import engine


def letters(short):
    path = pathlib.Path(__file__).parents[1] / "relevance" / "dev.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        query = json.loads(line)
        if query["style"] == "letter":
            text = query["q"].split(". ")[1] if short else query["q"]
            yield {"text": text, "as_of": query["as_of"], "office": "lublin"}


def send(connection, count, short):
    kept = list(letters(short))
    for number in range(count):
        letter = kept[number % len(kept)] | {"subject": f"Pismo {number}"}
        line = (json.dumps(letter, ensure_ascii=False) if number % 100 else '{"text":') + "\n"
        data = line.encode()
        connection.sendall(b"%x\r\n%b\r\n" % (len(data), data))
    connection.sendall(b"0\r\n\r\n")


def lines(connection):
    """Lines of the chunked answer, as they come."""
    stream = connection.makefile("rb")
    while stream.readline() not in (b"\r\n", b""):
        pass
    rest = b""
    while size := int(stream.readline(), 16):
        *whole, rest = (rest + stream.read(size + 2)[:-2]).split(b"\n")
        yield from whole


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("daemon")
    parser.add_argument("index")
    parser.add_argument("--letters", type=int, default=100000)
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    daemon = engine.Running([options.daemon, "--index", options.index, "--port", "0", "--workers", "1"], os.devnull)
    try:
        connection = socket.create_connection(("127.0.0.1", daemon.port))
        connection.sendall(b"POST /api/v1/route HTTP/1.1\r\nHost: kto\r\nContent-Type: application/x-ndjson\r\n"
                           b"Transfer-Encoding: chunked\r\n\r\n")
        threading.Thread(target=send, args=(connection, options.letters, options.short), daemon=True).start()
        begun, answered, problems = time.monotonic(), 0, 0
        for line in lines(connection):
            answered += 1
            problems += line.startswith(b'{"type":')
            if answered % max(1, options.letters // 10) == 0:
                print(f"{answered:7} letters, {problems} problems, {daemon.memory()['private_mib']:.1f} MiB", flush=True)
        taken = daemon.cpu_seconds()
        print(f"{1000 * taken / answered:.2f} ms of CPU a letter, {answered / taken:.0f} letters a second and core, "
              f"{time.monotonic() - begun:.0f} s in all")
    finally:
        daemon.stop()


if __name__ == "__main__":
    main()
