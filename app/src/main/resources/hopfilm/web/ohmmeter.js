// The resistance between two contacts that one chooses.

import { byId, h } from "./dom.js";
import { quantity } from "./format.js";
import { resistance } from "./scope.js";

/** As many digits as what a film learns changes. */
const DIGITS = 5;

export function createOhmmeter(store) {
  const [a, b] = [byId("pair-a"), byId("pair-b")];
  const ohm = byId("pair-ohm");
  let built = "";

  function draw() {
    const network = store.get("network");
    byId("pair").hidden = !(network?.G?.length > 1);
    if (byId("pair").hidden) return;
    const names = network.electrodes;
    if (names.join() !== built) {
      built = names.join();
      for (const [select, first] of [[a, 0], [b, 1]]) {
        select.replaceChildren(...names.map((name, k) => h("option", { value: String(k) }, name)));
        select.value = String(first);
      }
    }
    const [i, j] = [Number(a.value), Number(b.value)];
    const r = i === j ? 0 : resistance(network.G, i, j);
    ohm.textContent = r === null ? "not connected" : quantity(r, "Ohm", DIGITS);
  }

  store.on("network", draw);
  for (const select of [a, b]) select.addEventListener("change", draw);
}
