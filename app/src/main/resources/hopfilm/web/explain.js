// Hover texts for hands. A tap on what does nothing says what it is; with the button "?" pressed a tap on anything does.

import { byId } from "./dom.js";

/** The words of an element, or of the next one around it that has some. */
function words(element) {
  for (let e = element; e && e !== document.body; e = e.parentElement) {
    const own = e.getAttribute("title") || e.control?.getAttribute("title") || e.querySelector(":scope > title")?.textContent;
    if (own) return own;
  }
  return null;
}

const acts = (element) => element.closest("button, a, input, select, textarea, summary, label, [role=button], [role=tab], .electrode, dialog");

export function createExplain(store) {
  const button = byId("explain");
  const calm = matchMedia("(hover: none)");
  let on = false;

  const tell = (text) => store.set("said", { level: "info", text });
  function turn(now) {
    on = now;
    button.setAttribute("aria-pressed", String(on));
    document.documentElement.classList.toggle("explaining", on);
    if (on) tell("Tap anything to read what it is or does. Tap ? again to go on.");
  }
  button.addEventListener("click", () => turn(!on));

  const isOwn = (e) => e.target.closest?.("#explain, #note");
  const hold = (e) => {
    if (!on || isOwn(e)) return;
    e.stopPropagation();
    if (e.cancelable) e.preventDefault();
  };
  // nothing may begin: no drag, no list of a choice
  for (const kind of ["pointerdown", "pointerup", "mousedown", "mouseup", "touchstart"]) document.addEventListener(kind, hold, { capture: true, passive: false });
  document.addEventListener("click", (e) => {
    if (isOwn(e)) return;
    if (on) {
      e.stopPropagation();
      e.preventDefault();
      const named = e.target.closest("[aria-label], [role]");
      tell(words(e.target) ?? named?.getAttribute("aria-label") ?? "That says it itself.");
    } else if ((e.pointerType === "touch" || calm.matches) && !acts(e.target)) {
      const text = words(e.target);
      if (text) tell(text);
    }
  }, true);
  document.addEventListener("keydown", (e) => on && e.key === "Escape" && turn(false));
}
