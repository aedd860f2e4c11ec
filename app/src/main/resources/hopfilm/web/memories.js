// How each of several trained patterns is held: a minimum of its own, what comes back to it, its place among the energies.

import { byId, h } from "./dom.js";
import { brief, number, quantity } from "./format.js";

const HEADS = [
  ["memory", "a pattern that was trained"],
  ["fixed point", "whether no contact wants to turn its sign"],
  ["recalled", "copies with wrong signs that come back to it or to its negative"],
  ["E\u2032", "its energy"],
  ["rank", "its place among the energies of all states; 1 is the lowest"],
  ["basin", "share of all inputs that end at it or at its negative"],
];

/** Whether at least 90 % of its copies come back, as Memory.isStored has it. */
const isStored = (m) => m.recalled >= 0.9 * m.of;

export function createMemories(store) {
  const place = byId("memories");

  let tried = "";

  /** Recall begins as the memories were tried. */
  function asTried(all, how) {
    const now = `${store.get("state")?.id} ${all.map((m) => m.pattern)}`;
    if (now === tried) return;
    tried = now;
    byId("recall-update").value = how.update;
    if (how.gain !== null && how.gain !== undefined) byId("recall-gain").value = how.gain;
  }

  store.on("network", (network) => {
    const all = network?.memories ?? [];
    place.hidden = all.length === 0;
    if (place.hidden) return;
    const how = network.memory_reading;
    asTried(all, how);
    const rows = all.map((m) =>
      h("tr", { class: isStored(m) ? "stored" : "lost" },
        h("th", { scope: "row", class: "signs" }, brief(m.pattern)),
        h("td", {}, m.fixed_point ? "yes" : "no"),
        h("td", {}, `${m.recalled} of ${m.of}`),
        h("td", {}, quantity(m.energy, "W")),
        h("td", {}, String(m.rank)),
        h("td", {}, m.basin === null || m.basin === undefined ? "\u2013" : `${number(100 * m.basin, 2)} %`)));
    byId("memories-table").replaceChildren(
      h("thead", {}, h("tr", {}, ...HEADS.map(([name, title]) => h("th", { scope: "col", title }, name)))),
      h("tbody", {}, ...rows));
    const rule = how.update === "graded" ? `graded updates from a gain of ${number(how.gain)} on` : `${how.update} updates`;
    byId("memories-text").textContent =
      `${network.stored} of ${all.length} are stored: at least 90 % of their copies with ${how.flips} wrong sign${how.flips === 1 ? "" : "s"} come back, by ${rule}.`;
  });
}
