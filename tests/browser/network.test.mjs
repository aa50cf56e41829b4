// A slow and a broken line: pages still work, and no answer of an old question stands over a newer one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

let daemon, browser;

before(async () => {
  [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
});

// A phone at the edge of its network: 50 kB/s, 400 ms there and back.
const kSlow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

async function slowly(steps, options) {
  const { page, context, findings } = await openPage(browser, daemon.address, options);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", kSlow);
  await steps(page, session);
  assert.deepEqual(await findings(), []);
  await context.close();
}

test("a question is asked and answered over a slow line, Enter before anything is suggested", () =>
  slowly(async (page) => {
    await page.goto(daemon.address);
    await page.locator("#q").fill("kto administruje pocztą");
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]q=/);
    assert.match(await page.locator(".card h3").first().innerText(), /IT-ES$/);
    assert.equal(await page.getByRole("option").count(), 0);
  }));

test("suggestions come over a slow line, and are those of what stands in the field", () =>
  slowly(async (page) => {
    await page.goto(daemon.address);
    await page.locator("#q").pressSequentially("poczta", { delay: 150 }); // slower than the pause: several are asked for
    await page.getByRole("option").first().waitFor();
    assert.match(await page.getByRole("option").first().innerText(), /poczt/i);
  }));

test("a letter is sent over a slow line", () =>
  slowly(async (page) => {
    await page.goto(daemon.address + "/korespondencja");
    await page.getByLabel("Treść").fill("Od rana nie działa mi poczta elektroniczna.");
    await page.getByRole("button", { name: "Wskaż komórkę" }).click();
    assert.match(await page.locator(".card h3").first().innerText(), /IT-ES/);
  }));

test("an answer of an old question that comes late is not shown over the newer one", async () => {
  const { page, context, findings } = await openPage(browser, daemon.address);
  // Even where a browser could not give a request up: the first answer is handed over after the second was shown.
  await page.addInitScript(() => {
    globalThis.AbortController = class {
      signal = undefined;
      abort() {}
    };
    const ask = globalThis.fetch;
    globalThis.held = [];
    globalThis.fetch = async (address) => {
      const answer = await ask(address);
      if (/[?&]q=poc(&|$)/.test(address)) await new Promise((release) => globalThis.held.push(release));
      return answer;
    };
  });
  await page.goto(daemon.address);
  await page.locator("#q").fill("poc");
  await page.waitForFunction(() => globalThis.held.length === 1);
  await page.locator("#q").fill("archiw");
  await page.getByRole("option").first().waitFor();
  const shown = await page.getByRole("option").allInnerTexts();
  await page.evaluate(async () => {
    globalThis.held[0]();
    await new Promise((done) => setTimeout(done, 50));
  });
  assert.deepEqual(await page.getByRole("option").allInnerTexts(), shown);
  assert.match(shown[0], /archiw/i);
  assert.deepEqual(await findings(), []);
  await context.close();
});

test("without suggestions to be had, the field is a plain one", async () => {
  const { page, context } = await openPage(browser, daemon.address);
  await page.route("**/api/v1/suggest*", (route) => route.abort());
  await page.goto(daemon.address);
  const failed = page.waitForEvent("requestfailed");
  await page.locator("#q").pressSequentially("IT-ES-II");
  await failed;
  assert.equal(await page.getByRole("option").count(), 0);
  await page.keyboard.press("Enter");
  await page.waitForURL(/[?&]q=IT-ES-II/);
  assert.equal(await page.locator(".card .code").first().innerText(), "IT-ES-II");
  await context.close();
});

test("without its scripts and its style a page still answers", async () => {
  const { page, context } = await openPage(browser, daemon.address);
  await page.route("**/zasoby/**", (route) => route.abort());
  await page.goto(`${daemon.address}/?q=poczta&as_of=2024-06-01`);
  assert.match(await page.locator("h3").first().innerText(), /IT-ES/);
  await page.getByRole("link", { name: "§ 16 ust. 1 pkt 8", exact: true }).first().click();
  assert.equal(await page.locator("h1").innerText(), "§ 16 ust. 1 pkt 8");
  await context.close();
});
