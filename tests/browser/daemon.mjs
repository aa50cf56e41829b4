// The daemon and the browser under test. KTO_SEARCHD and KTO_INDEX say which; tests/browser/run sets them.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const kPatience = 15_000; // milliseconds: far above what any step takes, sanitizers included

// An index of rows of a catalogue, built by the indexer beside the daemon, and how to be rid of it.
export function buildIndex(rows) {
  const folder = mkdtempSync(join(tmpdir(), "kto-browser-"));
  writeFileSync(join(folder, "rows.jsonl"), rows.map((row) => JSON.stringify(row) + "\n").join(""));
  const options = ["build", "--index", join(folder, "index"), "--catalogue", join(folder, "rows.jsonl")];
  execFileSync(join(dirname(process.env.KTO_SEARCHD), "kto-indexer"), options, { stdio: ["ignore", "ignore", "inherit"] });
  return { index: join(folder, "index"), remove: () => rmSync(folder, { recursive: true }) };
}

// A task of a catalogue: what the indexer needs, and what is given.
export function task(office, citation, text, code, more = {}) {
  const id = `${office}-${citation.replaceAll(/[^0-9a-z]+/g, "-")}-20240101`;
  return { office, id, citation, text, valid_from: "2024-01-01", unit: { code, name: `referat ${code}`, kind: "referat" }, ...more };
}

// So many offices that none is gone through for one question; each registers vehicles, in units of different names.
export function country(offices) {
  return Array.from({ length: offices }, (_, i) => {
    const id = `gmina-${String(i).padStart(2, "0")}`;
    const unit = { code: "KM", name: i % 2 ? "referat komunikacji" : "Wydział Komunikacji", kind: "referat" };
    return [
      { ...task(id, "§ 5 pkt 1", "rejestrowania pojazdów", "KM"), unit },
      { ...task(id, "§ 5 pkt 2", "wydawania praw jazdy", "KM"), unit },
      task(id, "§ 6 pkt 1", "współdziałania przy rejestrowaniu pojazdów", "BO", { unit: { code: "BO", name: "Biuro Obsługi" }, role: "cooperates" }),
    ];
  }).flat();
}

export async function startDaemon(index = process.env.KTO_INDEX) {
  const child = spawn(process.env.KTO_SEARCHD, ["--index", index, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => resolve(line.match(/http:\S+/)?.[0]));
    ended.then((status) => reject(new Error(`the daemon ended with ${status} before it listened`)));
    setTimeout(() => reject(new Error("the daemon did not say where it listens")), kPatience).unref();
  });
  return {
    address,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.KTO_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    timeout: kPatience,
  });
}

// A page in a context of its own. Everything the browser asks for elsewhere, every error of a script and every cookie is
// a finding, told by `findings`.
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "pl-PL", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(kPatience);
  const seen = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(address + "/")) seen.push(`asked ${request.url()}`);
  });
  page.on("pageerror", (error) => seen.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A 400 or 404 page is reported by the browser itself; that is no finding.
    if (message.type() === "error" && !message.text().includes("status of 4")) seen.push(`console: ${message.text()}`);
  });
  const findings = async () => [...seen, ...(await context.cookies()).map((cookie) => `cookie ${cookie.name}`)];
  return { page, context, findings };
}
