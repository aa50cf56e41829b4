"""A PostgreSQL of its own: its data in a folder of the bench, no port, gone when it is stopped.

It refuses to run as root, so root runs it as the user postgres that its package makes; where that user cannot reach the
checkout, the data is kept in that user's home.
"""

import contextlib
import glob
import json
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

import engine
import machine

SETTINGS = {  # for a bench on a machine of its own: nothing must outlive a crash, and memory is to be had
    "listen_addresses": "", "shared_buffers": "2GB", "effective_cache_size": "8GB", "work_mem": "64MB",
    "maintenance_work_mem": "1GB", "max_wal_size": "4GB", "fsync": "off", "synchronous_commit": "off", "random_page_cost": "1.1",
    "autovacuum": "off", "jit": "off", "max_parallel_workers_per_gather": "0", "statement_timeout": "0",
}
PATIENCE_MS = 5000  # for one question; what takes longer is an error


class Cluster:
    def __init__(self):
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"), key=lambda path: int(path.split("/")[-3]))
        if not found:
            raise engine.Trouble("PostgreSQL is not installed: script/install-packages bench")
        self.programs = pathlib.Path(found[-1]).parent
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None

        self.how = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}

    def data(self, folder):
        """Where the cluster of this folder is."""
        if subprocess.run(["test", "-x", folder], check=False, **self.how).returncode == 0:
            return folder / "cluster"
        return pathlib.Path(self.owner.pw_dir) / "kto-bench" / folder.parent.name

    @contextlib.contextmanager
    def started(self, folder):
        data = self.data(folder)
        if not (data / "PG_VERSION").exists() or not (folder / "size.json").exists():
            self.make(data, folder / "log")
        server = Server(self, data, folder)
        try:
            yield server
        finally:
            server.stop()

    def make(self, data, log):
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True, mode=0o700)
        if self.owner:
            os.chown(data, self.owner.pw_uid, self.owner.pw_gid)
        command = [self.programs / "initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8"]
        engine.run(command, 120, log, cwd=data, **self.how)

    def serve(self, folder, front):
        """The front and its database, as one server."""
        server = Server(self, self.data(folder), folder)
        try:
            running = engine.Running([front, server.where + f" options='-c statement_timeout={PATIENCE_MS}'"], folder / "log")
        except BaseException:
            server.stop()
            raise
        return Pair(running, server)


class Server:
    """A running cluster; `where` is how to connect to it."""

    def __init__(self, cluster, data, folder):
        self.cluster, self.folder = cluster, folder
        self.sockets = tempfile.TemporaryDirectory(prefix="kto-bench-")
        if cluster.owner:
            os.chown(self.sockets.name, cluster.owner.pw_uid, cluster.owner.pw_gid)
        settings = SETTINGS | {"unix_socket_directories": self.sockets.name}
        command = [cluster.programs / "postgres", "-D", data, *(f"--{key}={value}" for key, value in settings.items())]
        with open(folder / "log", "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, cwd=data, **cluster.how)
        self.where = f"host={self.sockets.name} user=bench dbname=postgres"
        for _ in range(600):
            if subprocess.run([cluster.programs / "pg_isready", "-q", "-h", self.sockets.name], check=False).returncode == 0:
                return
            time.sleep(0.1)
        self.stop()
        raise engine.Trouble(f"PostgreSQL does not start, see {folder / 'log'}")

    def psql(self, *arguments):
        return ["psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", self.where, *arguments]

    def load(self, points, script, stops, seconds, log):
        with open(points, "rb") as rows:
            words = "{" + ",".join(stops) + "}"
            taken = engine.run(self.psql("-v", f"stops={words}", "-f", script), seconds, log, stdin=rows)
        asked = self.psql("-At", "-c", "SELECT pg_total_relation_size('points')")
        size = subprocess.run(asked, capture_output=True, text=True, check=True)
        (self.folder / "size.json").write_text(json.dumps(int(size.stdout)), encoding="utf-8")
        return {"wall_s": taken["wall_s"]}  # the work is the server's, not psql's

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # ends its sessions too
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGQUIT)
                self.process.wait()
        self.sockets.cleanup()


class Pair:
    """What engine.Running is, for a front with a server behind it."""

    def __init__(self, front, server):
        self.front, self.server = front, server
        self.port = front.port

    def memory(self):
        front, server = self.front.memory(), machine.memory(self.server.process.pid)
        return {name: round(front[name] + server[name], 1) for name in front}

    def cpu_seconds(self):
        return self.front.cpu_seconds() + machine.cpu_seconds(self.server.process.pid)

    def stop(self):
        self.front.stop()
        self.server.stop()
