// Comfort only: every page works without this file. "/" goes to the question, the arrow keys go from answer to answer, "c"
// copies the provision of the answer that has the focus. A key alone can be in the way of those who speak to their
// machine or whose hands tremble, so it can be switched off (WCAG 2.1.4): on the page /dostepnosc, kept in the browser.
"use strict";
(() => {
  const kKept = "kto-keys";
  const field = document.getElementById("q");
  const links = Array.from(document.querySelectorAll(".cards h3 a, .examples a"));
  const typing = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

  function kept() {
    try {
      return localStorage.getItem(kKept);
    } catch {
      return null; // a browser may refuse to keep anything
    }
  }
  let keys = kept() !== "off";

  const choice = document.getElementById("keys");
  if (choice) {
    choice.closest("[hidden]")?.removeAttribute("hidden");
    choice.checked = keys;
    choice.addEventListener("change", () => {
      keys = choice.checked;
      try {
        localStorage.setItem(kKept, keys ? "on" : "off");
      } catch {
        // then it holds for this page
      }
    });
  }

  function step(by) {
    const at = links.indexOf(document.activeElement);
    if (at < 0 && by < 0) return false;
    if (at + by < 0) field.focus();
    else if (links[at + by]) links[at + by].focus();
    return true;
  }

  // Without a secure address a browser offers no clipboard, but still copies what is selected.
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function say(words) {
    const status = document.getElementById("status");
    if (status) status.textContent = words;
  }

  async function copyProvision(card) {
    const back = document.activeElement;
    const source = card.querySelector(".source");
    const parts = [".cite", ".act"].map((part) => source?.querySelector(part)?.textContent.trim());
    const text = parts.filter(Boolean).join(" ");
    if (!text) return;
    await copy(text);
    back.focus();
    say(`Skopiowano: ${text}`);
  }

  // The button beside a text that is made to be copied, such as the slip of a letter.
  for (const button of document.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(document.getElementById(button.dataset.copies).textContent);
      button.focus();
      say("Skopiowano");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const here = document.activeElement;
    if (keys && !typing(here)) {
      const card = event.key === "c" && here.closest(".card");
      if (event.key === "/" && field) {
        field.focus();
        field.select();
        event.preventDefault();
      } else if (card) {
        copyProvision(card);
        event.preventDefault();
      }
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && field && (here === field || links.includes(here)) && links.length > 0 && step(by)) event.preventDefault();
  });
})();
