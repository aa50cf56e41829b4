// Comfort only: every page works without this file. "/" goes to the question, the arrow keys go from answer to answer.
"use strict";
(() => {
  const field = document.getElementById("q");
  const links = Array.from(document.querySelectorAll(".cards h3 a, .examples a"));
  const typing = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

  function step(by) {
    const at = links.indexOf(document.activeElement);
    if (at < 0 && by < 0) return false;
    if (at + by < 0) field.focus();
    else if (links[at + by]) links[at + by].focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !field) return;
    if (event.key === "/" && !typing(document.activeElement)) {
      field.focus();
      field.select();
      event.preventDefault();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = document.activeElement === field || links.includes(document.activeElement);
    if (by && here && links.length > 0 && step(by)) event.preventDefault();
  });
})();
