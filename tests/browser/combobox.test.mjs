// The field with its suggestions against the acceptance criteria of alphagov/accessible-autocomplete
// (accessibility-criteria.md), one test each, named by the criterion. What a screen reader is told is read from the
// browser's own accessibility tree.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openPage, startBrowser, startDaemon } from "./daemon.mjs";

let daemon, browser;

before(async () => {
  [daemon, browser] = await Promise.all([startDaemon(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await daemon?.stop();
});

// What the tree says of the field: role, name, value, description and properties.
async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#q" });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { nodeId, fetchRelatives: false });
  const [node] = nodes;
  const said = Object.fromEntries(node.properties.map(({ name, value }) => [name, value.value]));
  return { ...said, role: node.role.value, name: node.name.value, value: node.value?.value, description: node.description?.value };
}
const status = (page) => page.locator("#status").textContent();
const options = (page) => page.getByRole("option");

async function typed(page, text) {
  await page.locator("#q").pressSequentially(text);
  await options(page).first().waitFor();
}

function criterion(name, steps, path = "/", contextOptions = {}) {
  test(name, async () => {
    const { page, context, findings } = await openPage(browser, daemon.address, contextOptions);
    try {
      await page.goto(daemon.address + path);
      await steps(page);
      assert.deepEqual(await findings(), []);
    } finally {
      await context.close();
    }
  });
}

describe("the field with suggestions must", () => {
  criterion("1. be focusable with a keyboard", async (page) => {
    for (let presses = 0; presses < 20 && (await page.evaluate(() => document.activeElement.id)) !== "q"; ++presses)
      await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  }, "/?q=poczta&as_of=2024-06-01");

  criterion("2. indicate when it has keyboard focus", async (page) => {
    const ring = () => page.locator("#q").evaluate((field) => getComputedStyle(field).outlineStyle);
    await page.locator("#q").blur();
    assert.equal(await ring(), "none");
    await page.locator("#q").focus();
    assert.equal(await ring(), "solid");
  });

  criterion("3. inform the user that it is an editable field", async (page) => {
    const said = await heard(page);
    assert.equal(said.role, "combobox");
    assert.equal(said.name, "Kto to załatwia?");
    assert.equal(said.editable, "plaintext");
    assert.notEqual(said.readonly, true);
  });

  criterion("4. inform the user if there is a pre-filled value", async (page) => {
    assert.equal((await heard(page)).value, "poczta");
  }, "/?q=poczta&as_of=2024-06-01");

  criterion("5. inform the user that autocomplete is available", async (page) => {
    const said = await heard(page);
    assert.equal(said.autocomplete, "list");
    assert.equal(said.hasPopup, "listbox");
  });

  for (const path of ["/", "/?q=poczta&as_of=2024-06-01"])
    criterion(`6. explain how to use autocomplete (${path})`, async (page) => {
      const { description } = await heard(page);
      for (const part of ["podczas pisania", "Strzałki", "Enter", "Escape"]) assert.ok(description.includes(part), description);
    }, path);

  criterion("7. inform the user that content has been expanded", async (page) => {
    assert.equal((await heard(page)).expanded, false);
    await typed(page, "pocz");
    assert.equal((await heard(page)).expanded, true);
    await page.keyboard.press("Escape");
    assert.equal((await heard(page)).expanded, false);
  });

  criterion("8. inform the user when there are matches, or if there are no matches", async (page) => {
    await typed(page, "pocz");
    assert.match(await status(page), /podpowiedzi?/);
    await page.locator("#q").pressSequentially("xqxq");
    await page.getByText("Brak podpowiedzi.").waitFor({ state: "attached" });
    assert.equal((await heard(page)).expanded, false);
  });

  criterion("9. inform the user how many matches are currently available", async (page) => {
    await typed(page, "pocz");
    assert.ok((await status(page)).startsWith(`${await options(page).count()} podpowied`), await status(page));
  });

  criterion("10. inform the user as the number of matches changes", async (page) => {
    await typed(page, "po");
    const many = await options(page).count();
    await page.locator("#q").pressSequentially("czty elek");
    await page.waitForFunction((before) => document.querySelectorAll("[role=option]").length < before, many);
    const few = await options(page).count();
    assert.ok(few < many, `${few} of ${many}`);
    assert.ok((await status(page)).startsWith(`${few} podpowied`), await status(page));
  });

  criterion("11. enable the user to navigate the matches with just one input method: keyboard", async (page) => {
    await typed(page, "pocz");
    const count = await options(page).count();
    for (let at = 0; at < count; ++at) {
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.locator("#q").getAttribute("aria-activedescendant"), `podpowiedz-${at}`);
    }
    await page.keyboard.press("ArrowDown"); // past the last: back in what was typed
    assert.equal(await page.locator("#q").getAttribute("aria-activedescendant"), null);
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.locator("#q").getAttribute("aria-activedescendant"), `podpowiedz-${count - 1}`);
  });

  criterion("11. enable the user to navigate the matches with just one input method: touch", async (page) => {
    await page.locator("#q").tap();
    await typed(page, "pocz");
    const text = await options(page).first().evaluate((option) => option.firstChild.textContent);
    await options(page).first().tap();
    await page.waitForURL(/[?&]q=/);
    assert.equal(await page.locator("#q").inputValue(), text);
  }, "/", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  criterion("12. enable the user to navigate the matches with a single action at a time", async (page) => {
    await typed(page, "pocz");
    // One key or one tap a step, and each target is large enough to be met.
    for (const box of await options(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height)))
      assert.ok(box >= 24, `${box} px`);
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("[role=option][aria-selected=true]").count(), 1);
  });

  criterion("13. inform the user when a match is selected", async (page) => {
    await typed(page, "pocz");
    await page.keyboard.press("ArrowDown");
    const option = page.locator("[role=option][aria-selected=true]");
    assert.equal(await option.count(), 1);
    assert.equal((await page.locator("#q").getAttribute("aria-activedescendant")), await option.getAttribute("id"));
    const [selected, other] = await options(page).evaluateAll((all) => all.slice(0, 2).map((one) => getComputedStyle(one).backgroundColor));
    assert.notEqual(selected, other);
  });

  criterion("14. inform the user which number the currently selected match is", async (page) => {
    await typed(page, "pocz");
    const count = String(await options(page).count());
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const option = page.locator("[role=option][aria-selected=true]");
    assert.equal(await option.getAttribute("aria-posinset"), "2");
    assert.equal(await option.getAttribute("aria-setsize"), count);
  });

  criterion("15. inform the user if a match is pre-selected: none ever is", async (page) => {
    await typed(page, "pocz");
    assert.equal(await page.locator("[role=option][aria-selected=true]").count(), 0);
    assert.equal(await page.locator("#q").getAttribute("aria-activedescendant"), null);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]q=pocz&/);
  });

  criterion("16. enable the user to confirm the selected match", async (page) => {
    await typed(page, "pocz");
    await page.keyboard.press("ArrowDown");
    const text = await options(page).first().evaluate((option) => option.firstChild.textContent);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]q=/);
    assert.equal(new URL(page.url()).searchParams.get("q"), text);
  });

  // The answer comes as a new page, which is announced by its title: held back here, to hear what is said at once.
  const confirmed = async (page) => {
    await page.evaluate(() => document.querySelector("form").addEventListener("submit", (event) => event.preventDefault()));
    await typed(page, "pocz");
    await page.keyboard.press("ArrowDown");
    const text = await options(page).first().evaluate((option) => option.firstChild.textContent);
    await page.keyboard.press("Enter");
    return text;
  };

  criterion("17. inform the user when a match is confirmed", async (page) => {
    const text = await confirmed(page);
    assert.equal(await status(page), `Wybrano: ${text}`);
    assert.equal((await heard(page)).value, text);
    assert.equal((await heard(page)).expanded, false);
  });

  criterion("18. return focus to the editable field when a selected match is confirmed", async (page) => {
    await confirmed(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  });
});
