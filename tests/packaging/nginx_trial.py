#!/usr/bin/env python3
"""The nginx example before a daemon, on loopback ports: nginx_trial.py ROOT KTO_SEARCHD INDEX WORK_FOLDER

packaging/nginx.conf is run as it stands, but for its ports, certificate and folders. Where nginx is not installed, Debian's
package is fetched into WORK_FOLDER and unpacked there, not installed; without network the test is skipped (exit status 77).
"""

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

SKIPPED = 77
MARK = "sekretnesprawy"    # a question that must stand in no file
# As in Debian's own nginx.conf, logs are on unless a server says otherwise.
FRAME = """daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{ }}
{user}http {{ access_log {folder}/access.log; {temporary} {example} }}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def nginx(work):
    found = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin")
    unpacked = work / "nginx" / "usr/sbin/nginx"
    if found or unpacked.exists():
        return found or unpacked
    work.mkdir(parents=True, exist_ok=True)
    got = subprocess.run(["apt-get", "download", "nginx"], cwd=work, capture_output=True, check=False)
    for package in work.glob("nginx_*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, work / "nginx"], check=True)
    if got.returncode == 0 and unpacked.exists() and subprocess.run([unpacked, "-v"], capture_output=True, check=False).returncode == 0:
        return unpacked
    print("skipped: no nginx, and Debian's package could not be fetched")
    sys.exit(SKIPPED)


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=kto.example.org", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                   check=True, capture_output=True)


def example(path, changes):
    """An example as it stands but for what must be another here; each of `changes` must be in it."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        if old not in text:
            sys.exit(f"{path.name} has no \"{old}\"")
        text = text.replace(old, new)
    return text


def site(root, folder, http_port, https_port, daemon):
    return example(root / "packaging/nginx.conf", {
        "127.0.0.1:8080": daemon, "listen 80;": f"listen 127.0.0.1:{http_port};", "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{https_port} ssl http2;", "listen [::]:443 ssl http2;": "",
        "/etc/ssl/certs/kto.pem": f"{folder}/cert.pem", "/etc/ssl/private/kto.key": f"{folder}/key.pem",
        "/var/log/nginx/": f"{folder}/"})


def configuration(folder, text):
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    user = "user root; " if Path("/proc/self").stat().st_uid == 0 else ""
    path = folder / "nginx.conf"
    path.write_text(FRAME.format(folder=folder, user=user, temporary=temporary, example=text), encoding="utf-8")
    return path


class Site:
    def __init__(self, http_port, https_port):
        self.http_port, self.https_port = http_port, https_port
        self.context = ssl.create_default_context()
        self.context.check_hostname, self.context.verify_mode = False, ssl.CERT_NONE

    def ask(self, method, target, body=None, plain=False, form=False):
        port = self.http_port if plain else self.https_port
        connection = (http.client.HTTPConnection("127.0.0.1", port, timeout=10) if plain
                      else http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=self.context))
        try:
            headers = {"Host": "kto.example.org"} | ({"Content-Type": "application/x-www-form-urlencoded"} if form else {})
            connection.request(method, target, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def speaks(self, version):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore"):  # old versions are asked for on purpose
            context.minimum_version = context.maximum_version = version
        try:
            with socket.create_connection(("127.0.0.1", self.https_port), 5) as plain, context.wrap_socket(plain):
                return True
        except (ssl.SSLError, OSError):
            return False


def checks(site, folder):
    """(what must hold, whether it does)"""
    yield "TLS 1.2 and 1.3", site.speaks(ssl.TLSVersion.TLSv1_2) and site.speaks(ssl.TLSVersion.TLSv1_3)
    yield "no TLS 1.1", not site.speaks(ssl.TLSVersion.TLSv1_1)
    status, headers, _ = site.ask("GET", f"/?q={MARK}", plain=True)
    yield "http leads to https, without the question", status == 301 and headers["Location"] == "https://kto.example.org/"
    status, headers, body = site.ask("GET", f"/?q={MARK}")
    yield "the page answers", status == 200 and MARK.encode() in body
    yield "HSTS", "max-age=31536000" in (headers["Strict-Transport-Security"] or "")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        yield f"{name} once", len(headers.get_all(name) or []) == 1
    yield "no version of the server", headers["Server"] == "nginx"
    status, headers, _ = site.ask("GET", "/api/v1/who?q=poczta&as_of=2024-06-01")
    yield "the API answers", status == 200 and headers["Content-Type"].startswith("application/json")
    yield "metrics and readiness are not for the internet", {site.ask("GET", path)[0] for path in ("/metrics", "/readyz")} == {404}
    yield "a body too long is refused", site.ask("POST", "/api/v1/route", b"x" * 1_100_000)[0] == 413
    letter = "text=" + quote("łódź ") * 19_000 + MARK
    yield "the longest letter in a form passes", site.ask("POST", "/korespondencja", letter, form=True)[0] == 200
    time.sleep(3.5)    # the allowance of a client fills up again
    with ThreadPoolExecutor(30) as crowd:
        statuses = list(crowd.map(lambda _: site.ask("GET", f"/?q={MARK}")[0], range(150)))
    yield f"a flood is answered 429 ({statuses.count(200)} served, {statuses.count(429)} refused)", (
        set(statuses) == {200, 429} and statuses.count(200) >= 60)
    time.sleep(0.5)
    files = [path for path in folder.rglob("*") if path.is_file()]
    yield "requests are logged", b" GET / 200 " in (folder / "kto.log").read_bytes()
    yield "no question in any file", not any(MARK.encode() in path.read_bytes() for path in files)
    yield "no address in the log", b"127.0.0.1" not in (folder / "kto.log").read_bytes()


def start_daemon(searchd, index, port=0):
    daemon = subprocess.Popen([searchd, "--index", index, "--port", str(port)], stdout=subprocess.PIPE, text=True)
    return daemon, int(daemon.stdout.readline().rpartition(":")[2])


def start_web(program, folder, text, server):
    web = subprocess.Popen([program, "-p", folder, "-c", configuration(folder, text)])
    for _ in range(100):
        if web.poll() is not None or server.speaks(ssl.TLSVersion.TLSv1_3):
            break
        time.sleep(0.1)
    return web


def failures(checked):
    failed = 0
    for what, holds in checked:
        print(f"{'ok  ' if holds else 'FAIL'} {what}", flush=True)
        failed += not holds
    return failed


def main():
    root, searchd, index, work = sys.argv[1:]
    program = nginx(Path(work))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        certificate(folder)
        daemon, daemon_port = start_daemon(searchd, index)
        ports = free_port(), free_port()
        server = Site(*ports)
        web = start_web(program, folder, site(Path(root), folder, *ports, f"127.0.0.1:{daemon_port}"), server)
        try:
            failed = failures(checks(server, folder))
        finally:
            for process in (web, daemon):
                process.terminate()
                process.wait(20)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
