// Texts that try to become mark-up, in the question, in the letter, in every parameter and in the corpus: nothing runs,
// nothing is drawn, all of it is text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buildIndex, openPage, startBrowser, startDaemon, task } from "./daemon.mjs";

const kAttacks = [
  `"><script>globalThis.ran=1</script>`,
  `'><img src=x onerror="globalThis.ran=1">`,
  `</title></textarea></script><svg onload=globalThis.ran=1>`,
  `{{{q}}}{{=<% %>=}}<% q %>`,
  `javascript:globalThis.ran=1`,
  `"autofocus onfocus=globalThis.ran=1 x="`,
];

let index, daemon, browser;

before(async () => {
  const [script, image, closing] = kAttacks;
  const of = (code, more) => task("zly", `§ 1 pkt ${code.length}`, `obsługi poczty ${script} ${image}`, code, more);
  index = buildIndex([
    { type: "office", office: "zly", name: `Urząd ${closing}`, example: false },
    { type: "office", office: "inny", name: `Inny ${image}`, example: false },
    of(`A-${image}`, { context: closing }),
    of("ABC", { unit: { code: "ABC", name: `referat ${script}`, kind: "referat" }, post: image }),
    task("inny", "§ 2 pkt 1", `obsługi poczty ${closing}`, "X"),
  ]);
  [daemon, browser] = await Promise.all([startDaemon(index.index), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
  index?.remove();
});

async function harmless(page, what) {
  await page.waitForLoadState("load");
  assert.equal(await page.evaluate(() => globalThis.ran), undefined, what);
  assert.equal(await page.locator("img, svg:not(.picture svg), iframe, object, [onerror], [onload], [onfocus]").count(), 0, what);
  const foreign = await page.locator("script").evaluateAll((all) => all.filter((one) => !one.src.includes("/zasoby/")).length);
  assert.equal(foreign, 0, what);
  const links = await page.locator("a[href^='javascript:' i]").count();
  assert.equal(links, 0, what);
}

async function walk(steps) {
  const { page, context, findings } = await openPage(browser, daemon.address);
  await steps(page);
  assert.deepEqual(await findings(), []);
  await context.close();
}

test("in the corpus: every page that shows it", () =>
  walk(async (page) => {
    const seen = new Set();
    const ahead = ["/?q=obs%C5%82ugi+poczty", "/jednostki?office=", "/jednostki?office=zly", "/jednostki/ABC?office=zly", "/zmiany?office=zly", "/akty?office=zly", "/dane", "/dostepnosc?office=zly"];
    while (ahead.length > 0 && seen.size < 60) {
      const path = ahead.shift();
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await page.goto(daemon.address + path);
      assert.ok(answer.status() < 500, `${path}: ${answer.status()}`);
      await harmless(page, path);
      const links = await page.locator("main a[href^='/']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      ahead.push(...links.filter((link) => !/^\/(api|dcat|openapi|zasoby|zmiany\.atom)/.test(link)));
    }
    assert.ok(seen.size > 10, `${seen.size} pages`);
  }));

test("in the corpus: the suggestions", () =>
  walk(async (page) => {
    await page.goto(daemon.address);
    await page.locator("#q").pressSequentially("obsługi po");
    await page.getByRole("option").first().waitFor();
    assert.ok((await page.getByRole("option").allInnerTexts()).some((text) => text.includes("<script>")));
    await harmless(page, "suggestions");
  }));

test("in the question", () =>
  walk(async (page) => {
    for (const attack of kAttacks) {
      await page.goto(`${daemon.address}/?q=${encodeURIComponent(attack)}`);
      await harmless(page, attack);
      assert.equal(await page.locator("#q").inputValue(), attack);
    }
  }));

test("in every other parameter and in the path", () =>
  walk(async (page) => {
    for (const attack of kAttacks.map(encodeURIComponent)) {
      const paths = ["unit", "as_of", "office", "exact", "without", "d", "limit", "foo"].map((name) => `/?q=poczta&${name}=${attack}`);
      paths.push(`/?${attack}=1`, `/jednostki/${attack}`, `/jednostki?office=&name=${attack}`, `/przepisy/${attack}`);
      paths.push(`/przepisy?citation=${attack}`, `/akty/${attack}`, `/zmiany?act=${attack}`, `/zmiany?from_d=${attack}`, `/${attack}`);
      for (const path of paths) {
        const answer = await page.goto(daemon.address + path);
        assert.ok(answer.status() < 500, `${path}: ${answer.status()}`);
        await harmless(page, path);
      }
    }
  }));

test("in the letter", () =>
  walk(async (page) => {
    const letter = kAttacks.join("\n") + "\nProszę o sprawdzenie obsługi poczty.";
    await page.goto(daemon.address + "/korespondencja");
    await page.getByLabel("Temat").fill(kAttacks[0]);
    await page.getByLabel("Treść").fill(letter);
    await page.getByRole("button", { name: "Wskaż komórkę" }).click();
    await page.locator("#notatka").waitFor();
    await harmless(page, "letter");
    assert.equal(await page.getByLabel("Treść").inputValue(), letter);
    assert.equal(await page.getByLabel("Temat").inputValue(), kAttacks[0]);
  }));
