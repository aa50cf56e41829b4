// Every kind of page, light and dark, phone and desk and a desk at 200 %, with and without its scripts: no violation found
// by axe (WCAG 2.2 A and AA, best practices), and no horizontal scrolling from 320 px on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { buildIndex, country, openPage, startBrowser, startDaemon } from "./daemon.mjs";

const kPages = {
  "empty form": "/",
  "one answer": "/?q=kto+administruje+poczt%C4%85&as_of=2024-06-01",
  "answers that cannot be told apart": "/?q=przekazywanie+dokument%C3%B3w+do+archiwum&as_of=2024-06-01",
  "no answer": "/?q=jak+zarejestrowa%C4%87+samoch%C3%B3d&as_of=2024-06-01",
  "no law known": "/?q=poczta&as_of=2021-12-31",
  "no unit named": "/?q=%C2%A7+25+ust.+3&as_of=2024-01-01",
  "within a unit": "/?q=poczta&unit=IT-ES&as_of=2024-06-01",
  "wrong request": "/?q=poczta&d=31&m=2&y=2024&foo=1",
  "corrected and added to": "/?q=mail+drukrka&exact=mail&without=x&as_of=2024-06-01",
  structure: "/jednostki?as_of=2024-06-01",
  unit: "/jednostki/IT-ES?as_of=2024-01-01",
  "unit on a day it is not listed": "/jednostki/IT-ES?as_of=2021-06-01",
  "unknown unit": "/jednostki/IT-EX",
  statement: "/dostepnosc",
  wording: "/przepisy/lublin-par16-ust1-pkt8-20231115",
  "wording that was changed": "/przepisy/lublin-par12-pkt2-20231115",
  "provision without words of its own": "/przepisy?citation=%C2%A7+16&as_of=2024-06-01",
  acts: "/akty",
  act: "/akty/zarzadzenie-19-11-2023",
  "changes by an act": "/zmiany",
  "changes between wrong days": "/zmiany?from_d=31&from_m=2&from_y=2024&to_d=x&to_m=1&to_y=2024",
  "changes between days": "/zmiany?from=2021-12-31&to=2024-01-15",
  "open data": "/dane",
  "unknown address": "/nie-ma",
};
// Of a country: kinds of units, the units of one, its offices.
const kCountryPages = {
  "all offices": "/?q=rejestracja+pojazd%C3%B3w&as_of=2024-06-01",
  "one kind of unit": "/?q=rejestracja+pojazd%C3%B3w&as_of=2024-06-01&group=komunikacja&limit=20&offset=20",
  "no office does it": "/?q=smoki&as_of=2024-06-01",
  "offices": "/jednostki?office=",
  "offices by name": "/jednostki?office=&name=czarna",
  "an office that is not there": "/jednostki?office=&name=xyz",
  "form of a country": "/?office=",
};
const kTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let daemon, ofCountry, countryIndex, browser, axe;

before(async () => {
  countryIndex = buildIndex(country(40));
  [daemon, ofCountry, browser] = await Promise.all([startDaemon(), startDaemon(countryIndex.index), startBrowser()]);
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
  await ofCountry?.stop();
  countryIndex?.remove();
});

async function violations(page) {
  // Past the page's own policy, which lets no foreign script in: evaluated by the browser's own hand.
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), kTags);
  assert.ok(result.passes.length > 10, "axe looked at the page");
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`);
}

// A phone; a desk at 200 % (half as many pixels, each twice as large); a desk.
const kScreens = {
  "320 px": { viewport: { width: 320, height: 800 } },
  "1280 px at 200 %": { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  "1280 px": { viewport: { width: 1280, height: 800 } },
};

// axe is a script itself, so that "without" is: the pages' own never arrive.
for (const [screen, options] of Object.entries(kScreens))
  for (const colorScheme of ["light", "dark"])
    for (const scripts of screen === "1280 px" ? [true] : [true, false])
      describe(`${screen}, ${colorScheme}, ${scripts ? "with" : "without"} script`, () => {
        let opened, openedCountry;
        before(async () => {
          opened = await openPage(browser, daemon.address, { ...options, colorScheme });
          openedCountry = await openPage(browser, ofCountry.address, { ...options, colorScheme });
          for (const { page } of scripts ? [] : [opened, openedCountry])
            await page.route("**/zasoby/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
        });
        after(async () => {
          await opened?.context.close();
          await openedCountry?.context.close();
        });

        for (const [name, path] of [...Object.entries(kPages), ...Object.entries(kCountryPages)])
          test(name, async () => {
            const { page, findings } = kPages[name] ? opened : openedCountry;
            await page.goto((kPages[name] ? daemon : ofCountry).address + path);
            await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
            assert.deepEqual(await violations(page), []);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(overflow <= 0, `${overflow} px wider than the window`);
            assert.deepEqual(await findings(), []);
          });
      });

test("text may be enlarged to 200 % at 320 px without horizontal scrolling", async () => {
  const { page, context } = await openPage(browser, daemon.address, { viewport: { width: 320, height: 800 } });
  const addresses = [
    ...Object.values(kPages).map((path) => daemon.address + path),
    ...Object.values(kCountryPages).map((path) => ofCountry.address + path),
  ];
  for (const path of addresses) {
    await page.goto(path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${path}: ${overflow} px wider than the window`);
  }
  await context.close();
});
