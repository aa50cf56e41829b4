"""One office alone: kto on the acts of Lublin beside the empty answer of its HTTP library."""

import json

import engine
import engines
import load

STARTS = 9


class Lublin(engines.Kto):
    """Asked what the judged questions of tests/relevance ask."""

    forms = {"who": ("office",)}

    def build(self, data, folder, seconds):
        return engine.run([self.indexer, "build", "--index", folder / "index", "--corpus", data], seconds, folder / "log")


class Nothing(engines.Empty):
    forms = {"": ("office",)}


def judged(root):
    lines = (root / "tests/relevance/dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [row | {"office": "lublin"} for row in map(json.loads, lines) if row["style"] != "letter"]


def measure(run, root):
    """Starts kto several times over, then asks both in turns."""
    kto, empty = Lublin(run.options.programs), Nothing(run.options.programs)
    folder = run.folder / "lublin"
    folder.mkdir(parents=True, exist_ok=True)
    kto.build(root / "corpus", folder, 60)
    servers = []
    try:
        for number in range(STARTS):
            milliseconds, server = load.ready_ms(lambda: kto.start(folder), kto.ready_path)
            servers.append(server)
            run.save("start", points=0, engine="kto", round=number, ms=milliseconds)
            if number < STARTS - 1:
                servers.pop().stop()
        servers.append(empty.start(folder))
        in_turns(run, list(zip((kto, empty), servers)), judged(root), folder)
        run.save("memory", points=0, engine="kto", **servers[0].memory())
    finally:
        for server in servers:
            server.stop()


def in_turns(run, running, questions, folder):
    """`running`: engine and server, each asked the same in every round."""
    asked = [(load.Asked(one, form, "office", questions, folder), server) for one, server in running for form in one.forms]
    for one, server in asked:
        one.measure(server, 8, 1)
    for number in range(run.options.rounds):
        for connections in (1, 8):
            for one, server in asked:
                row = one.measure(server, connections, run.options.seconds, first=number * 37)
                run.save("asked", points=0, round=number, **row)
