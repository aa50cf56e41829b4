// Every page's main way, with and without its scripts; links from elsewhere; and the way back.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildIndex, openPage, startBrowser, startDaemon, task } from "./daemon.mjs";

let daemon, browser, many, manyDaemon;

before(async () => {
  // Thirty offices: more than a list to choose from holds.
  const names = Array.from({ length: 30 }, (_, at) => [`gmina${String(at).padStart(2, "0")}`, `Urząd Gminy Łąka ${at}`]);
  many = buildIndex(
    names.flatMap(([office, name], at) => [
      { type: "office", office, name, example: false },
      ...Array.from({ length: at === 0 ? 12 : 1 }, (_, unit) => task(office, `§ ${unit + 1} pkt 1`, "przyjmowanie opłaty za psa", `FN-${unit + 1}`)),
    ]),
  );
  [daemon, browser, manyDaemon] = await Promise.all([startDaemon(), startBrowser(), startDaemon(many.index)]);
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
  await manyDaemon?.stop();
  many?.remove();
});

async function from(address, path, steps, options) {
  const { page, context, findings } = await openPage(browser, address, options);
  try {
    await page.goto(address + path);
    await steps(page);
    assert.deepEqual(await findings(), []);
  } finally {
    await context.close();
  }
}
const heading = (page) => page.locator("h1").innerText();

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with script" : "without script", () => {
    const way = (name, path, steps, which = () => daemon) =>
      test(name, () => from(which().address, path, steps, { javaScriptEnabled }));

    way("a corrected word is said, and can be taken as typed", "/?q=nie+dziala+drukrka&as_of=2024-06-01", async (page) => {
      const corrected = page.locator(".reading").filter({ hasText: "Poprawiono pytanie" });
      await corrected.getByRole("link", { name: "Szukaj dokładnie: drukrka → drukarka" }).click();
      assert.equal(new URL(page.url()).searchParams.get("exact"), "drukrka");
      assert.equal(await corrected.count(), 0);
      await page.getByLabel("dokładnie tak: drukrka").uncheck();
      await page.getByRole("button", { name: "Szukaj" }).click();
      assert.equal(new URL(page.url()).searchParams.get("exact"), null);
      assert.equal(await corrected.count(), 1);
    });

    way("each phrase searched beside can be taken out", "/?q=mail+mi+nie+chodzi&as_of=2024-06-01", async (page) => {
      const added = page.locator(".reading").filter({ hasText: "Szukano też" }).getByRole("link");
      const unfold = () => page.locator("details.reading").evaluateAll((all) => all.forEach((one) => (one.open = true)));
      let left = await added.count();
      assert.ok(left > 1, `${left} phrases`);
      for (; left > 0; --left) {
        await unfold();
        const phrase = (await added.first().innerText()).replace("Szukaj bez:", "").replace("×", "").trim();
        await added.first().click();
        assert.ok(new URL(page.url()).searchParams.get("without").includes(phrase), phrase);
        assert.equal(await added.count(), left - 1);
      }
    });

    way("the words that tell holders apart refine the question", "/?q=przekazywanie+dokument%C3%B3w+do+archiwum&as_of=2024-06-01", async (page) => {
      assert.equal(await page.locator("#wynik").innerText(), "Nie da się wskazać jednej komórki");
      const card = page.locator(".card").filter({ has: page.locator(".apart a") }).first();
      const code = await card.locator("h3 .code").innerText();
      const word = await card.locator(".apart a").first().innerText();
      await card.locator(".apart a").first().click();
      assert.ok((await page.locator("#q").inputValue()).endsWith(word));
      assert.equal(await page.locator(".card h3 .code").first().innerText(), code);
    });

    way("a unit: its past, step by step, and back", "/jednostki/IT-ES?as_of=2024-06-01", async (page) => {
      const steps = page.locator("ol.timeline > li");
      assert.ok((await steps.count()) > 0);
      assert.match(await steps.first().innerText(), /15\.11\.2023[\s\S]*zarządzenie 19\/11\/2023/);
      await steps.first().getByRole("link", { name: "15.11.2023", exact: true }).click();
      await page.waitForURL("**/jednostki/IT-ES?as_of=2023-11-15");
      assert.match(await heading(page), /IT-ES/);
    });

    way("acts: from the list to an act and what it changed", "/akty", async (page) => {
      await page.getByRole("link", { name: "Zarządzenie 19/11/2023" }).click();
      assert.equal(await heading(page), "Zarządzenie 19/11/2023");
      await page.getByRole("link", { name: /Co ten akt zmienił/ }).click();
      assert.equal(await page.locator("#wynik").innerText(), "Co zmieniło zarządzenie 19/11/2023");
    });

    way("changes: wrong days are said beside their fields, and what was typed stays", "/zmiany", async (page) => {
      const first = page.getByRole("group", { name: "Od dnia" });
      const second = page.getByRole("group", { name: "Do dnia" });
      await first.getByLabel("Dzień").fill("31");
      await first.getByLabel("Miesiąc").fill("2");
      await first.getByLabel("Rok").fill("2023");
      await second.getByLabel("Dzień").fill("x");
      await page.getByRole("button", { name: "Porównaj" }).click();
      await page.getByRole("alert").getByRole("link").first().click();
      assert.equal(await page.evaluate(() => document.activeElement.id), "from_d");
      assert.equal(await first.getByLabel("Dzień").inputValue(), "31");
      assert.equal(await second.getByLabel("Dzień").inputValue(), "x");
      assert.equal(await page.locator(".fault").count(), 2);
      assert.equal(await first.getByLabel("Dzień").getAttribute("aria-invalid"), "true");
    });

    way("open data: a download gives the whole catalogue", "/dane", async (page) => {
      const link = await page.locator("a[href*='format=jsonl']").first().getAttribute("href");
      const answer = await page.context().request.get(daemon.address + link);
      assert.ok((await answer.text()).includes("administrowania systemem poczty elektronicznej"));
    });

    way("the statement is read, and its way back to the question works", "/dostepnosc", async (page) => {
      assert.equal(await heading(page), "Deklaracja dostępności");
      await page.getByRole("navigation", { name: "Główna" }).getByRole("link", { name: "Szukaj" }).click();
      assert.equal(await heading(page), "Kto to załatwia?");
    });

    way("several offices and none chosen: the office is found by its name, then its structure", "/jednostki", async (page) => {
      assert.equal(await heading(page), "Którego urzędu struktura?");
      assert.equal(await page.locator(".tree").count(), 0);
      await page.getByLabel("Nazwa urzędu albo jej część").fill("laka 17");
      await page.getByRole("button", { name: "Znajdź" }).click();
      assert.equal(await page.locator("main .list > li").count(), 1);
      await page.getByRole("link", { name: "Urząd Gminy Łąka 17", exact: true }).click();
      assert.equal(await heading(page), "Struktura");
      assert.equal(await page.locator(".tree li").count(), 1);
    }, () => manyDaemon);

    way("more units than a first view shows are one click away", "/?q=op%C5%82ata+za+psa&office=gmina00", async (page) => {
      assert.equal(await page.locator(".card").count(), 5);
      await page.getByRole("link", { name: "Pokaż więcej komórek" }).click();
      assert.equal(await page.locator(".card").count(), 12);
      assert.equal(await page.getByRole("link", { name: "Pokaż więcej komórek" }).count(), 0);
    }, () => manyDaemon);
  });
}

test("the way back: question by question, each with its answer and its field", () =>
  from(daemon.address, "/", async (page) => {
    for (const q of ["poczta elektroniczna", "archiwum", "IT-ES-II"]) {
      await page.locator("#q").fill(q);
      await page.keyboard.press("Enter");
      await page.waitForURL((address) => address.searchParams.get("q") === q);
    }
    for (const q of ["archiwum", "poczta elektroniczna"]) {
      await page.goBack();
      await page.waitForURL((address) => address.searchParams.get("q") === q);
      assert.equal(await page.locator("#q").inputValue(), q);
      assert.ok((await page.locator(".card").count()) > 0);
    }
    await page.goForward();
    assert.equal(await page.locator("#q").inputValue(), "archiwum");
  }));

const kDeep = {
  "/?q=poczta&as_of=2024-06-01&unit=IT-ES": /Tym zajmuje się|Nie da się/,
  "/?q=drukrka&exact=drukrka&as_of=2024-06-01": /dokładnie tak: drukrka/,
  "/jednostki?as_of=2022-06-01": /w dniu 01\.06\.2022/,
  "/jednostki/it-es?as_of=2023-11-15": /IT-ES/,
  "/przepisy?citation=%C2%A7+16+ust.+1+pkt+8&as_of=2024-06-01": /Brzmienie od 15\.11\.2023/,
  "/przepisy/lublin-par12-pkt2-20220101": /§ 12 pkt 2/,
  "/akty/zarzadzenie-19-11-2023#w82": /poczty elektronicznej/,
  "/zmiany?from=2023-11-14&to=2023-11-15": /od 14\.11\.2023 do 15\.11\.2023/,
  "/zmiany?act=58%2F12%2F2021": /zarządzenie 58\/12\/2021/,
};
for (const [path, says] of Object.entries(kDeep))
  test(`a link from elsewhere: ${decodeURIComponent(path)}`, () =>
    from(daemon.address, path, async (page) => {
      assert.match(await page.locator("main").innerText(), says);
      if (path.includes("#")) assert.equal(await page.locator(":target").count(), 1);
    }));
