// Light, dark, or as the system has it.

import { byId } from "./dom.js";

const NAMES = { auto: "\u25d0 auto", light: "\u25d0 light", dark: "\u25d0 dark" };
const system = matchMedia("(prefers-color-scheme: dark)");

export function createTheme(store) {
  const button = byId("theme");
  let choice = localStorage.getItem("theme") ?? "auto";

  function show() {
    const dark = choice === "dark" || (choice === "auto" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.textContent = NAMES[choice];
    button.title = "Colours of the page: as the system, light, dark";
    button.setAttribute("aria-label", `Colours of the page: ${choice}`);
    store.set("theme", dark);
  }
  button.addEventListener("click", () => {
    const all = Object.keys(NAMES);
    choice = all[(all.indexOf(choice) + 1) % all.length];
    localStorage.setItem("theme", choice);
    show();
  });
  system.addEventListener("change", show);
  show();
}
