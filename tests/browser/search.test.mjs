// The search page as people use it: typing, links, past days, the keyboard alone, no script, a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

const kQuestion = "kto administruje pocztą";
const kDay = "2024-06-01";

let daemon, browser;

before(async () => {
  [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
});

// A test that starts at an address of the daemon, in a browser of its own, and ends without findings.
function from(path, steps, options) {
  return async () => {
    const { page, context, findings } = await openPage(browser, daemon.address, options);
    try {
      await page.goto(daemon.address + path);
      await steps(page);
      assert.deepEqual(await findings(), []);
    } finally {
      await context.close();
    }
  };
}
const asked = (q, day = kDay) => `/?q=${encodeURIComponent(q)}&as_of=${day}`;

async function setDay(page, day, month, year) {
  await page.getByLabel("Dzień", { exact: true }).fill(day);
  await page.getByLabel("Miesiąc").fill(month);
  await page.getByLabel("Rok").fill(year);
}

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? "with script" : "without script", () => {
    test("type and press Enter", from("/", async (page) => {
      // The field has the focus, but only from the first frame on, which a busy machine draws after the page is loaded.
      await page.waitForFunction(() => document.activeElement.id === "q");
      await page.keyboard.type(kQuestion);
      await setDay(page, "1", "6", "2024");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/?q=*&as_of=2024-06-01");
      const card = page.locator(".card").first();
      assert.match(await card.locator("h3").innerText(), /^Referat ds. systemów internetowych\s+IT-ES$/);
      assert.equal(await card.locator(".cite").first().innerText(), "§ 16 ust. 1 pkt 8");
      assert.equal(await card.locator(".act").first().innerText(), "[zarządzenie 19/11/2023, od 15.11.2023]");
      assert.equal(await card.locator("mark").first().innerText(), "Administrowania");
      assert.equal(await page.locator("#q").inputValue(), kQuestion);
      assert.match(await page.title(), /^kto administruje pocztą/);
    }, { javaScriptEnabled }));

    test("the button does what Enter does", from("/", async (page) => {
      await page.locator("#q").fill("IT-ES-II");
      await page.getByRole("button", { name: "Szukaj" }).click();
      await page.waitForURL(/as_of=\d{4}-\d\d-\d\d$/);
      assert.equal(await page.locator(".card .code").first().innerText(), "IT-ES-II");
    }, { javaScriptEnabled }));

    test("a wrong day is said beside its field, and what was typed stays", from("/", async (page) => {
      await page.locator("#q").fill("poczta");
      await setDay(page, "31", "2", "2024");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByRole("link", { name: /Nie ma takiego dnia/ }).click();
      assert.equal(await page.evaluate(() => document.activeElement.id), "d");
      assert.equal(await page.getByLabel("Dzień", { exact: true }).inputValue(), "31");
      assert.equal(await page.locator("#q").inputValue(), "poczta");
    }, { javaScriptEnabled }));

    test("further tasks of other units are one click away", from(asked(kQuestion), async (page) => {
      const more = page.locator("details.more").first();
      assert.equal(await more.locator(".task").first().isVisible(), false);
      await more.locator("summary").click();
      assert.equal(await more.locator(".task").first().isVisible(), true);
    }, { javaScriptEnabled }));
  });
}

test("a deep link opens the answer, and today is one click away", from(asked("§ 16 ust. 1 pkt 8"), async (page) => {
  assert.equal(await page.locator(".card .cite").first().innerText(), "§ 16 ust. 1 pkt 8");
  assert.match(await page.locator(".other").innerText(), /na dzień 01\.06\.2024/);
  await page.getByRole("link", { name: /Zapytaj o dziś/ }).click();
  assert.equal(await page.locator(".other").count(), 0);
}));

test("the day before, the answer was another", from(asked("administrowania systemem poczty elektronicznej", "2023-11-14"), async (page) => {
  assert.equal(await page.getByText("§ 16 ust. 1 pkt 8").count(), 0);
}));

test("before the first known day, the page says so and leads there", from(asked("poczta", "2021-12-31"), async (page) => {
  assert.match(await page.locator("#wynik").innerText(), /Na dzień 31\.12\.2021 przepisy nie są znane/);
  assert.equal(await page.locator(".card").count(), 0);
  await page.getByRole("link", { name: /pierwszy znany dzień/ }).click();
  await page.waitForURL("**as_of=2022-01-01");
}));

test("no answer: what was understood is in sight", from(asked("jak zarejestrować samochód"), async (page) => {
  assert.equal(await page.locator("#wynik").innerText(), "Nie znaleziono takiego zadania");
  assert.equal(await page.locator(".understood dt").first().isVisible(), true);
  assert.equal(await page.locator("#wynik ~ .cards").count(), 0);
}));

test("a list no act gives to a unit is named by its provision, with the reason", from(asked("§ 25 ust. 3"), async (page) => {
  assert.equal(await page.locator(".card h3").first().innerText(), "Akt nie nazywa komórki: § 25 ust. 3");
  assert.notEqual((await page.locator(".card .why").first().innerText()).trim(), "");
}));

for (const path of ["/", asked("poczta"), asked("poczta", "2021-12-31"), asked("zzz"), "/jednostki"]) {
  test(`${decodeURIComponent(path)} says how fresh it is`, from(path, async (page) => {
    assert.match(await page.locator(".fresh").innerText(), /Stan prawny na 15\.11\.2023.*19\/11\/2023/s);
  }));
}

test("examples can be clicked and are answered", from("/", async (page) => {
  const links = await page.locator(".examples a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  assert.ok(links.length >= 4, `${links.length} examples`);
  for (const link of links) {
    await page.goto(daemon.address + link);
    assert.ok((await page.locator(".card").count()) > 0, link);
  }
}));

test("the keyboard alone: skip link, field, answers, back", from(asked(kQuestion), async (page) => {
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);
  // While suggestions are open the arrows are theirs, and they may come before the next key or after it.
  await page.route("**/api/v1/suggest*", (route) => route.fulfill({ json: { suggestions: [] } }));
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Przejdź do treści");
  await page.keyboard.press("/");
  assert.equal(await focused(), "q");
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /IT-ES$/);
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /IT-ES-I$/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "q");
  await page.keyboard.type("a/b"); // a slash in the field is a slash
  assert.match(await page.locator("#q").inputValue(), /a\/b$/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/jednostki/IT-ES?as_of=2024-06-01");
  assert.match(await page.locator("h1").innerText(), /Referat ds. systemów internetowych/);
}));

test("structure: from the list to a unit and to its parent", from("/jednostki?as_of=2024-06-01", async (page) => {
  assert.equal(await page.locator(".tree a").count(), 23);
  await page.getByRole("link", { name: /IT-SS-II$/ }).click();
  assert.match(await page.locator("nav.place").innerText(), /Struktura\s*›\s*IT-ZIII\s*›\s*IT-SS\s*›\s*IT-SS-II/);
  await page.locator("nav.place").getByRole("link", { name: "IT-SS", exact: true }).click();
  await page.waitForURL("**/jednostki/IT-SS?as_of=2024-06-01");
  await setDay(page, "1", "2", "2022");
  await page.getByRole("button", { name: "Pokaż" }).click();
  await page.waitForURL("**/jednostki/IT-SS?as_of=2022-02-01");
}));

const kAttack = `"><script>document.title="x"</script><img src=x onerror='document.title="y"'>`;

test("texts cannot run: mark-up in a question stays text", from(asked(kAttack), async (page) => {
  assert.equal(await page.locator("#q").inputValue(), kAttack);
  assert.equal(await page.locator("img").count(), 0);
  assert.ok((await page.title()).startsWith('"><script>'));
}));

test("the first view weighs less than 60 kB", from(asked(kQuestion), async (page) => {
  await page.waitForLoadState("networkidle");
  const sizes = await page.evaluate(() =>
    ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type).map((one) => one.encodedBodySize)),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(sizes.length >= 3, "page, style and script were counted");
  assert.ok(bytes > 10_000 && bytes < 60_000, `${bytes} bytes`);
}));
