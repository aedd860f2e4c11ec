// The weights G' as a heat map with its scale, and the figures of the network. A cell that is looked at shows its pair on the film.

import { byId, eachFrame, s, h } from "./dom.js";
import { diverging } from "./colours.js";
import { brief, nanoseconds, number, prefix, quantity, ticks } from "./format.js";

const MOST_VALUES = 6;
const MOST_NAMES = 12;

export function createWeights(store, command) {
  const svg = byId("weights");
  const facts = byId("network-facts");

  function cells(network, values, largest, symbol) {
    const n = values.length;
    const named = n <= MOST_NAMES;
    const left = named ? 34 : 6;
    const top = named ? 20 : 6;
    const side = Math.min(svg.clientWidth - left - 62, svg.clientHeight - top - 4);
    const each = side / n;
    const scale = prefix(largest);
    const unit = network.unit;
    const out = [];
    for (let a = 0; a < n; a++) {
      if (named) {
        out.push(s("text", { x: left - 5, y: top + (a + 0.5) * each + 4, "text-anchor": "end" }, network.electrodes[a]),
          s("text", { x: left + (a + 0.5) * each, y: top - 6, "text-anchor": "middle" }, network.electrodes[a]));
      }
      for (let b = 0; b < n; b++) {
        const share = largest > 0 ? values[a][b] / largest : 0;
        const text = `${symbol} ${network.electrodes[a]}–${network.electrodes[b]}: ${quantity(values[a][b], unit)}`;
        const cell = s("g", { class: "weight", tabindex: a < b ? 0 : -1, role: "img", "aria-label": text,
          onpointerenter: () => store.set("pair", a === b ? null : [a, b]), onpointerleave: () => store.set("pair", null),
          onfocus: () => store.set("pair", a === b ? null : [a, b]), onblur: () => store.set("pair", null) },
          s("rect", { x: left + b * each + 0.5, y: top + a * each + 0.5, width: each - 1, height: each - 1, fill: diverging(share) }),
          s("title", {}, text));
        if (n <= MOST_VALUES) {
          const label = s("text", { x: left + (b + 0.5) * each, y: top + (a + 0.5) * each + 4, "text-anchor": "middle" },
            number(values[a][b] / scale.factor, 2));
          label.style.fill = Math.abs(share) > 0.55 ? "#fff" : "#1b2733";
          cell.append(label);
        }
        out.push(cell);
      }
    }
    const x = left + side + 8;
    const stops = Array.from({ length: 17 }, (_, k) => s("stop", { offset: k / 16, "stop-color": diverging(1 - k / 8) }));
    out.push(s("defs", {}, s("linearGradient", { id: "weight-scale", x1: 0, y1: 0, x2: 0, y2: 1 }, ...stops)),
      s("rect", { x, y: top, width: 11, height: side, fill: "url(#weight-scale)", class: "frame" }));
    const span = largest > 0 ? largest / scale.factor : 1;
    for (const t of ticks(-span, span, 4)) {
      out.push(s("text", { x: x + 15, y: top + (side * (1 - t / span)) / 2 + 4 }, largest > 0 ? number(t) : t === 0 ? "0" : ""));
    }
    out.push(s("text", { class: "unit", x, y: top - 8 }, `${symbol} (${scale.name}${unit})`));
    return out;
  }

  function draw() {
    const network = store.get("network");
    if (!network || !network.Gprime || byId("network").hidden) return;
    const values = network.Gprime;
    const largest = Math.max(...values.flat().map(Math.abs));
    const held = document.activeElement?.closest?.("#weights .weight");
    if (!held) svg.replaceChildren(...cells(network, values, largest, network.weights === "resistance" ? "R′" : "G′"));
    const margin = network.margin.length ? network.margin.map((m) => `${number(100 * m, 2)} %`).join(", ") : "–";
    const rows = [
      ["read at", `${nanoseconds(network.time)}${network.label === "now" ? "" : `, ${network.label}`}`],
      ["trained", network.trained.map(brief).join(", ") || "–"],
      ["lowest", network.lowest && largest > 0 ? brief(network.lowest) : "–"],
      ["margin", margin, "(E′ of the lowest other pattern − E′ of the trained one) / largest |E′|"],
      ["V0", quantity(network.V0, network.weights === "resistance" ? "A" : "V")],
      ["largest |G′|", quantity(largest, network.unit)],
    ];
    facts.replaceChildren(...rows.flatMap(([name, value, title]) => [h("dt", { title }, name), h("dd", {}, value)]));
    byId("network-note").textContent = network.note ?? "";
  }

  const redraw = eachFrame(draw);
  store.on("network", redraw);
  store.on("tab", redraw);
  new ResizeObserver(redraw).observe(svg);

  const reference = byId("network-reference");
  const self = byId("network-self");
  const send = () => command({ command: "network", reference: reference.value, selfTerm: self.value });
  reference.addEventListener("change", send);
  self.addEventListener("change", send);
  store.on("state", (state) => {
    for (const [select, value] of [[reference, state.reference], [self, state.selfTerm]]) {
      if (document.activeElement !== select && value) {
        if (![...select.options].some((o) => o.value === value)) select.append(h("option", {}, value));
        select.value = value;
      }
      select.disabled = state.readOnly;
    }
  });
}
