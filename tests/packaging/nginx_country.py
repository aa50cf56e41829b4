#!/usr/bin/env python3
"""The example of nginx for several machines, on loopback ports: nginx_country.py ROOT KTO_SEARCHD INDEX WORK_FOLDER

packaging/nginx-country.conf is put into packaging/nginx.conf as it says. Each of its machines and fronts is a daemon over
the same index: what is tried is whom nginx asks. With real fronts and machines script/service-trial tries it. Skipped as
nginx_trial.py is.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from nginx_trial import MARK, Site, certificate, example, failures, free_port, nginx, site, start_daemon, start_web

PLACES = {"front 1": "10.77.0.11:8080", "front 2": "10.77.0.12:8080", "machine a-k": "10.77.0.21:8080", "machine l-z": "10.77.0.22:8080"}
LEFT_ALONE_S = 3.5  # after a failure, by whole seconds that are more than 2


class Daemons:
    def __init__(self, searchd, index):
        self.searchd, self.index = searchd, index
        self.running, self.ports = {}, {name: free_port() for name in PLACES}

    def start(self, *names):
        for name in names:
            self.running[name], _ = start_daemon(self.searchd, self.index, self.ports[name])

    def stop(self, *names):
        for name in names:
            daemon = self.running.pop(name)
            daemon.terminate()
            daemon.wait(20)


def example_with_country(root, folder, ports, daemons):
    """nginx.conf with the location of nginx-country.conf in place of its own, and the rest of that before it."""
    country = example(root / "packaging/nginx-country.conf",
                      {address: f"127.0.0.1:{daemons.ports[name]}" for name, address in PLACES.items()})
    location = "\n".join(re.findall(r"^#   (.*)$", country, re.M)) + "\n"
    alone, places = re.subn(r"(?ms)^  location / \{.*?^  \}\n", lambda _: location, site(root, folder, *ports, "127.0.0.1:9"))
    if places != 1 or not location.startswith("location / {"):
        sys.exit("nginx.conf and nginx-country.conf have no location each")
    return country + alone


def checks(server, daemons, folder):
    """(what must hold, whether it does)"""
    def statuses(question=f"q={MARK}"):
        # As often as each front is asked at least once.
        return {server.ask("GET", f"/api/v1/who?{question}&as_of=2024-06-01")[0] for _ in range(4)}

    yield "the country is asked about over TLS", statuses() == {200}
    _, headers, _ = server.ask("GET", "/")
    for name in ("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        yield f"{name} once", len(headers.get_all(name) or []) == 1
    daemons.stop("front 1", "front 2", "machine a-k")
    yield "an office is asked about at its machine", statuses("q=poczta&office=lublin") == {200}
    form = server.ask("POST", "/korespondencja?office=lublin", "text=poczta&office=lublin", form=True)
    yield "and whose a letter is, by its address", form[0] == 200
    yield "and the country not there", statuses() == {502}
    daemons.stop("machine l-z")
    daemons.start("front 1", "front 2", "machine a-k")
    time.sleep(LEFT_ALONE_S)
    yield "nor an office at a front or another machine", statuses("q=poczta&office=lublin") == {502}
    for name in ("front 1", "front 2"):
        daemons.stop(name)
        yield f"without {name} the other answers", statuses() == {200}
        daemons.start(name)
        time.sleep(LEFT_ALONE_S)
    files = [path for path in folder.rglob("*") if path.is_file()]
    yield "no question in any file", not any(MARK.encode() in path.read_bytes() for path in files)


def main():
    root, searchd, index, work = sys.argv[1:]
    program = nginx(Path(work))
    with tempfile.TemporaryDirectory() as temporary:
        folder, ports = Path(temporary), (free_port(), free_port())
        certificate(folder)
        daemons, server = Daemons(searchd, index), Site(*ports)
        daemons.start(*PLACES)
        web = start_web(program, folder, example_with_country(Path(root), folder, ports, daemons), server)
        try:
            failed = failures(checks(server, daemons, folder))
        finally:
            web.terminate()
            web.wait(20)
            daemons.stop(*list(daemons.running))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
