// The law over time as people walk through it: from an answer to its wording, the act and its line; changes; the feed.
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

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";

  test(`from the answer to the line of the act and back, ${how}`, async () => {
    const { page, context, findings } = await openPage(browser, daemon.address, { javaScriptEnabled });
    await page.goto(`${daemon.address}/?q=administrowanie+poczt%C4%85&as_of=2024-06-01`);
    await page.getByRole("link", { name: "§ 16 ust. 1 pkt 8", exact: true }).first().click();
    assert.equal(await page.locator("h1").innerText(), "§ 16 ust. 1 pkt 8");
    assert.match(await page.locator(".wording").first().innerText(), /administrowania systemem poczty elektronicznej/);
    const wording = page.url();
    await page.getByRole("link", { name: "wiersz 82 aktu" }).click();
    assert.match(await page.locator("li:target").innerText(), /administrowania systemem poczty elektronicznej/);
    await page.goBack();
    assert.equal(page.url(), wording);
    assert.deepEqual(await findings(), []);
    await context.close();
  });

  test(`two days are compared, ${how}`, async () => {
    const { page, context, findings } = await openPage(browser, daemon.address, { javaScriptEnabled });
    await page.goto(`${daemon.address}/zmiany`);
    for (const [name, ...parts] of [["Od dnia", "14", "11", "2023"], ["Do dnia", "15", "11", "2023"]]) {
      const group = page.getByRole("group", { name });
      for (const [at, label] of ["Dzień", "Miesiąc", "Rok"].entries()) await group.getByLabel(label).fill(parts[at]);
    }
    await page.getByRole("button", { name: "Porównaj" }).click();
    assert.equal(await page.locator("#wynik").innerText(), "Co zmieniło się od 14.11.2023 do 15.11.2023");
    assert.ok((await page.locator("ins").count()) > 0);
    assert.ok((await page.locator("del").count()) > 0);
    await page.getByRole("link", { name: "zarządzenie 58/12/2021", exact: true }).first().click();
    assert.equal(await page.locator("#wynik").innerText(), "Co zmieniło zarządzenie 58/12/2021");
    assert.deepEqual(await findings(), []);
    await context.close();
  });
}

test("the feed is well-formed", async () => {
  const { page, context } = await openPage(browser, daemon.address);
  await page.goto(daemon.address);
  const feed = await page.evaluate(async () => {
    const xml = await (await fetch("/zmiany.atom")).text();
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    return { error: parsed.querySelector("parsererror")?.textContent ?? "", entries: parsed.querySelectorAll("entry").length };
  });
  assert.deepEqual(feed, { error: "", entries: 2 });
  await context.close();
});
