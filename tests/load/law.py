"""Two states of the law to swap between: the corpus as it is, and the same law with each task and provision worded otherwise.

No word of one is missing from the answers of the other, so an answer made of both is noticed by its bytes.
"""

import http.client
import json
import zlib

import engine
import mix

OTHERWISE = " (inne brzmienie)"
PATIENCE = 60  # seconds for a build, an answer or a swap


def fetch(port, line):
    """Status and body of a request as mix.py writes it."""
    request, _, body = line.partition("\t")
    method, path = request.split(" ", 1)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body.encode() or None, {"Content-Type": "application/json"} if body else {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def reworded(line):
    """A line of the export with another wording, if it has any."""
    row = json.loads(line)
    if row.get("type", "provision") == "provision" and row["text"]:
        row["text"] += OTHERWISE
    return json.dumps(row, ensure_ascii=False)


class Law:
    """Builds into `folder`/index; which of the two states is in place is what was built last."""

    def __init__(self, programs, corpus, folder):
        self.indexer, self.searchd, self.folder, self.index = programs / "kto-indexer", programs / "kto-searchd", folder, folder / "index"
        self.sources = [["--corpus", corpus], ["--catalogue", folder / "otherwise.jsonl"]]
        self.built = 0
        self.build(0)
        daemon = self.start()
        try:
            exports = [fetch(daemon.port, f"GET /api/v1/export?format=jsonl&office={office}") for office in mix.OFFICES]
        finally:
            daemon.stop()
        if any(status != 200 for status, _ in exports):
            raise engine.Trouble(f"the export is answered {[status for status, _ in exports]}, see {folder / 'log'}")
        self.lines = b"".join(body for _, body in exports).decode().splitlines()
        (folder / "otherwise.jsonl").write_text("".join(reworded(line) + "\n" for line in self.lines), encoding="utf-8")

    def build(self, state):
        """What it took. As kto-index.service does it, but it gives way to who answers."""
        command = ["nice", self.indexer, "build", "--index", self.index, *self.sources[state]]
        taken = engine.run(command, PATIENCE, self.folder / "log")
        self.built = state
        return taken

    def start(self, *options):
        command = [self.searchd, "--index", self.index, "--port", "0", "--watch", "0", *options]
        return engine.Running(command, self.folder / "log")

    def catalogue(self):
        return [json.loads(line) for line in self.lines]


def checksums(port, requests):
    """Request → CRC-32 of its answer, which must be 200."""
    sums = {}
    for line in dict.fromkeys(requests):
        status, body = fetch(port, line)
        if status != 200:
            raise engine.Trouble(f"status {status} for {line[:100]}: {body[:200].decode(errors='replace')}")
        sums[line] = zlib.crc32(body)
    return sums


def right_answers(law, requests, file):
    """Writes for each request the checksums of its answers by either state, as load-client reads them; the share that tells them
    apart. The first state is asked twice, built anew in between: the same acts must give the same answers."""
    seen = []
    for state in (0, 1, 0):
        law.build(state)
        daemon = law.start()
        try:
            seen.append(checksums(daemon.port, requests))
        finally:
            daemon.stop()
    first, other, again = seen
    unlike = [line for line in first if first[line] != again[line]]
    if unlike:
        raise engine.Trouble(f"built again from the same acts, {len(unlike)} answers differ: {unlike[0][:100]}")
    file.write_text("".join(f"{first[line]:08x} {other[line]:08x}\n" for line in requests), encoding="utf-8")
    return sum(first[line] != other[line] for line in first) / len(first)
