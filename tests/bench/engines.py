"""The engines of the comparison. Every search is the same: any word of the question, in force on the day, of the office if
one is asked, the ten best; kto alone groups them by who holds the task.
"""

import glob
import json
import pathlib
import shutil
import subprocess
import urllib.parse
import zipfile

import engine
import postgres

HERE = pathlib.Path(__file__).parent
JARS = pathlib.Path("/usr/share/java")
LUCENE = ["lucene-core-[0-9]*", "lucene-analyzers-common-[0-9]*", "lucene-analyzers-stempel-[0-9]*",
          "lucene-analyzers-morfologik-[0-9]*", "morfologik-stemming", "morfologik-fsa", "morfologik-polish", "hppc"]


class Kto(engine.Engine):
    """`who` is what people are answered; `tasks` is the nearest to what the others answer: ten points and their number."""

    name = "kto"
    forms = {"who": ("office", "country", "letters"), "tasks": ("office", "country")}
    ready_path = "/readyz"

    def __init__(self, programs):
        self.indexer, self.searchd = programs / "kto-indexer", programs / "kto-searchd"

    def fingerprint(self):
        return engine.digest(self.indexer)

    def build(self, data, folder, seconds):
        command = [self.indexer, "build", "--index", folder / "index", "--catalogue", data / "points.jsonl"]
        return engine.run(command, seconds, folder / "log")

    def size(self, folder):
        return engine.size_of(folder / "index")

    def start(self, folder):
        return engine.Running([self.searchd, "--index", folder / "index", "--port", "0"], folder / "log")

    def request(self, form, scope, row):
        asked = {"q": row["q"], "as_of": row["as_of"]}
        if scope == "letters":
            return "POST /api/v1/route\t" + json.dumps({"text": row["q"], "as_of": row["as_of"]}, ensure_ascii=False)
        if scope == "office":
            asked["office"] = row["office"]
        if form == "tasks":
            asked["limit"] = 10
        return f"GET /api/v1/{form}?" + urllib.parse.urlencode(asked)

    def found(self, answer):
        if "tasks" in answer:
            return len(answer["tasks"])
        return sum(len(one["tasks"]) for one in answer["answers"] + answer["related"])


class Lucene(engine.Engine):
    def __init__(self, analysis, classes):
        self.name, self.analysis, self.classes = f"lucene-{analysis}", analysis, classes
        self.jars = [jar for name in LUCENE for jar in sorted(glob.glob(str(JARS / f"{name}.jar")))[:1]]
        if len(self.jars) < len(LUCENE):
            raise engine.Trouble("Lucene 8 is not installed: script/install-packages bench-lucene")

    def fingerprint(self):
        return engine.digest(*sorted((HERE / "lucene").glob("*.java"))) + " ".join(pathlib.Path(jar).name for jar in self.jars)

    def java(self, main, *arguments):
        path = ":".join([*self.jars, str(self.classes)])
        return ["java", "-Xms512m", "-Xmx2g", "-Dsun.net.httpserver.nodelay=true", "-cp", path, main, self.analysis, *arguments]

    def build(self, data, folder, seconds):
        return engine.run(self.java("Build", data / "points.tsv", folder / "index"), seconds, folder / "log")

    def size(self, folder):
        return engine.size_of(folder / "index")

    def start(self, folder):
        return engine.Running(self.java("Serve", folder / "index"), folder / "log")


class Postgres(engine.Engine):
    name = "postgres"

    def __init__(self, front):
        self.front, self.cluster = front, postgres.Cluster()
        if not front.exists():
            raise engine.Trouble("libpq-dev is not installed: script/install-packages bench")

    def fingerprint(self):
        return engine.digest(HERE / "postgres.sql") + str(self.cluster.programs)

    def build(self, data, folder, seconds):
        with self.cluster.started(folder) as server:
            return server.load(data / "points.tsv", HERE / "postgres.sql", stop_words(), seconds, folder / "log")

    def size(self, folder):
        return json.loads((folder / "size.json").read_text(encoding="utf-8"))

    def start(self, folder):
        return self.cluster.serve(folder, self.front)


class Empty(engine.Engine):
    """The HTTP library that kto uses, alone, answering {} to everything: no daemon on it is faster."""

    name = "empty"

    def __init__(self, programs):
        self.program = programs / "empty-answer"

    def start(self, folder):
        return engine.Running([self.program], folder / "log")


def stop_words():
    """Those that Lucene's analysis of Polish leaves out, so that PostgreSQL leaves out the same; kto's where there is no Lucene."""
    jars = glob.glob(str(JARS / "lucene-analyzers-stempel-[0-9]*.jar"))
    if not jars:
        lines = (HERE.parents[1] / "corpus/lexicon/stop.txt").read_text(encoding="utf-8").splitlines()
    else:
        with zipfile.ZipFile(jars[0]) as jar:
            lines = jar.read("org/apache/lucene/analysis/pl/stopwords.txt").decode("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def compiled(folder):
    """The classes of lucene/, compiled anew: two seconds."""
    if not shutil.which("javac"):
        raise engine.Trouble("there is no javac: script/install-packages bench-lucene")
    folder.mkdir(parents=True, exist_ok=True)
    jars = ":".join(jar for name in LUCENE for jar in glob.glob(str(JARS / f"{name}.jar")))
    sources = sorted((HERE / "lucene").glob("*.java"))
    done = subprocess.run(["javac", "-cp", jars, "-d", folder, *sources], capture_output=True, text=True, check=False)
    if done.returncode:
        raise engine.Trouble(f"javac: {done.stderr[-300:]}")
    return folder
