// Suggestions while typing: an editable combobox with a list, after the pattern of the ARIA Authoring Practices. Nothing is
// chosen before the reader chooses it, Enter without a choice asks what was typed, Escape closes the list, and a status
// tells how many suggestions there are. Without this file the field is a plain one.
"use strict";
(() => {
  const kPause = 120; // milliseconds after the last key: nobody is asked at every letter of a fast typist
  const kLeast = 2; // letters
  const field = document.querySelector("input[data-suggest]");
  if (!field || !window.fetch || !window.AbortController) return;
  const form = field.form;
  const status = document.getElementById("status");

  const list = document.createElement("ul");
  list.id = "podpowiedzi";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Podpowiedzi");
  list.hidden = true;
  field.closest(".ask").append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  const help = document.createElement("p");
  help.id = "podpowiedzi-opis";
  help.className = "heard";
  help.textContent = "Podpowiedzi pojawiają się podczas pisania. Strzałki w górę i w dół wybierają, Enter potwierdza, Escape zamyka.";
  list.before(help);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${help.id}`.trim());

  let options = [];
  let active = -1;
  let timer = 0;
  let asking = null;

  function counted(count) {
    if (count === 0) return "Brak podpowiedzi.";
    return `${count} ${count === 1 ? "podpowiedź" : "podpowiedzi"}. Strzałka w dół przechodzi do listy.`;
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const option = list.children[active];
    if (!option) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  }

  function choose(at) {
    field.value = options[at].text;
    close();
    if (status) status.textContent = `Wybrano: ${field.value}`;
    form.requestSubmit();
  }

  function show(found) {
    options = found;
    list.replaceChildren(
      ...found.map(({ text, detail }, at) => {
        const option = document.createElement("li");
        option.id = `podpowiedz-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.setAttribute("aria-posinset", String(at + 1));
        option.setAttribute("aria-setsize", String(found.length));
        option.append(text);
        if (detail) {
          const note = document.createElement("span");
          note.className = "kind";
          note.textContent = ` ${detail}`;
          option.append(note);
        }
        // The field keeps the focus, so that the list does not close under the finger.
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(at));
        return option;
      }),
    );
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
    if (status) status.textContent = counted(found.length);
  }

  // The day and the office chosen in the form; a day that is no day is left out.
  function address(text) {
    const chosen = new FormData(form);
    const parameters = new URLSearchParams({ q: text });
    const day = ["y", "m", "d"].map((part) => (chosen.get(part) ?? "").padStart(part === "y" ? 4 : 2, "0")).join("-");
    if (!Number.isNaN(Date.parse(day))) parameters.set("as_of", day);
    if (chosen.get("office")) parameters.set("office", chosen.get("office"));
    return `${field.dataset.suggest}?${parameters}`;
  }

  async function ask() {
    const text = field.value.trim();
    asking?.abort();
    if (text.length < kLeast) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(address(text), { signal: asking.signal });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      if (field.value.trim() === text && document.activeElement === field) show(suggestions);
    } catch {
      // A slow or broken line costs the comfort, not the search; one that was given up says nothing of the next.
      if (field.value.trim() === text) close();
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, kPause);
  });
  field.addEventListener("blur", () => {
    clearTimeout(timer);
    asking?.abort();
    close();
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    asking?.abort();
  });
  // Before the page's own keys: while the list is open, the arrows are for it.
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown") activate(active === last ? -1 : active + 1);
    else if (event.key === "ArrowUp") activate(active === -1 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(active);
    else return;
    event.preventDefault();
  });
})();
