// The keyboard alone: from a question to the line of the act, through the structure, the changes, and a letter. Wherever
// the focus goes, it can be seen.
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

async function walk(path, steps) {
  const { page, context, findings } = await openPage(browser, daemon.address);
  await page.goto(daemon.address + path);
  await steps(page);
  assert.deepEqual(await findings(), []);
  await context.close();
}

const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    return {
      id: at.id,
      text: at.textContent.trim().replace(/\s+/g, " "),
      visible: at === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none",
      top: at.getBoundingClientRect().top,
    };
  });

// Tab until the focus is on what is wanted; on the way it is always in sight.
async function tabTo(page, wanted, most = 80) {
  for (let presses = 0; presses < most; ++presses) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    assert.ok(at.visible, `the focus on "${at.text || at.id}" cannot be seen`);
    if (wanted instanceof RegExp ? wanted.test(at.text) : at.id === wanted) return;
  }
  assert.fail(`${wanted} is not reached with ${most} presses of Tab`);
}

test("from the question to the line of the act", () =>
  walk("/", async (page) => {
    await page.waitForFunction(() => document.activeElement.id === "q");
    await page.keyboard.type("kto administruje pocztą");
    await tabTo(page, "d");
    for (const part of ["1", "6", "2024"]) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/as_of=2024-06-01/);
    await tabTo(page, /^Przejdź do treści$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^§ 16 ust\. 1 pkt 8$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/przepisy\//);
    await tabTo(page, /wiersz 82 aktu/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/#w82$/);
    assert.match(await page.locator("li:target").innerText(), /poczty elektronicznej/);
  }));

test("from the structure to a unit, its past, and another day of it", () =>
  walk("/jednostki?as_of=2024-06-01", async (page) => {
    await tabTo(page, /IT-ES$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/jednostki\/IT-ES\?/);
    await tabTo(page, /^15\.11\.2023$/, 200);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/jednostki\/IT-ES\?as_of=2023-11-15/);
  }));

test("two days are compared", () =>
  walk("/zmiany", async (page) => {
    await tabTo(page, "from_d");
    for (const part of ["14", "11", "2023", "15", "11", "2023"]) {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/from=2023-11-14&to=2023-11-15/);
    assert.equal(await page.locator("#wynik").innerText(), "Co zmieniło się od 14.11.2023 do 15.11.2023");
  }));

test("a letter is sent and its slip copied", () =>
  walk("/korespondencja", async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: daemon.address });
    await tabTo(page, "text");
    await page.keyboard.type("Od rana nie działa mi poczta elektroniczna.");
    await tabTo(page, /^Wskaż komórkę$/);
    await page.keyboard.press("Enter");
    await page.locator("#notatka").waitFor();
    await tabTo(page, /^Kopiuj notatkę$/);
    await page.keyboard.press("Enter");
    await page.getByText("Skopiowano").waitFor({ state: "attached" });
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /IT-ES/);
  }));
