// The letter page: usable without a script, no violation found by axe in any state, and a button that copies the slip.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

const kLetter = `Dzień dobry,
od rana nie działa mi poczta elektroniczna. Proszę też o wpis do rejestru zamówień realizowanych przez Wydział.
Z poważaniem
Beata Król`;
const kStates = {
  form: async () => {},
  answer: (page) => send(page, kLetter),
  "no answer": (page) => send(page, "Proszę o rejestrację samochodu."),
  "wrong request": (page) => send(page, " ", "31", "2"),
};
const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let daemon, browser, axe;

before(async () => {
  [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
});

async function send(page, letter, day = "1", month = "6") {
  await page.getByLabel("Treść").fill(letter);
  await page.getByLabel("Dzień", { exact: true }).fill(day);
  await page.getByLabel("Miesiąc").fill(month);
  await page.getByLabel("Rok").fill("2024");
  await page.getByRole("button", { name: "Wskaż komórkę" }).click();
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    for (const [name, reach] of Object.entries(kStates)) {
      test(`${name}, ${colorScheme}, ${width} px`, async () => {
        const { page, context, findings } = await openPage(browser, daemon.address, {
          colorScheme,
          viewport: { width, height: 800 },
        });
        await page.goto(daemon.address + "/korespondencja");
        await reach(page);
        await page.evaluate(axe);
        const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), kTags);
        assert.ok(result.passes.length > 10, "axe looked at the page");
        assert.deepEqual(result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${overflow} px wider than the window`);
        assert.deepEqual(await findings(), []);
        await context.close();
      });
    }
  }
}

test("without a script: the letter, its marked sentences, the slip, and no button that does nothing", async () => {
  const { page, context } = await openPage(browser, daemon.address, { javaScriptEnabled: false });
  await page.goto(daemon.address + "/korespondencja");
  await send(page, kLetter);
  assert.equal(new URL(page.url()).search, "", "the letter is not in the address");
  assert.equal(await page.getByLabel("Treść").inputValue(), kLetter);
  const marked = await page.locator(".letter mark").allTextContents();
  assert.ok(marked.includes("od rana nie działa mi poczta elektroniczna."), marked.join(" | "));
  assert.match(await page.locator("#notatka").textContent(), /^Pismo zawiera sprawy różnych komórek\.\n\nKomórka: /);
  assert.equal(await page.getByRole("button", { name: "Kopiuj notatkę" }).count(), 0);
  await context.close();
});

test("the button copies the slip and says so", async () => {
  const { page, context } = await openPage(browser, daemon.address);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: daemon.address });
  await page.goto(daemon.address + "/korespondencja");
  await send(page, kLetter);
  await page.getByRole("button", { name: "Kopiuj notatkę" }).click();
  await page.getByText("Skopiowano").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.locator("#notatka").textContent());
  await context.close();
});
