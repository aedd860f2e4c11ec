// The weights G' as a heat map with its scale, and the figures of the network. A cell that is looked at shows its pair on the film.

import { byId, eachFrame, h, roving, s } from "./dom.js";
import { diverging } from "./colours.js";
import { brief, nanoseconds, number, prefix, quantity, ticks, warmth, warmthMeans } from "./format.js";
import { heat, isDriven, largestCurrent } from "./heat.js";

const MOST_VALUES = 6;
const MOST_NAMES = 12;

/** Where cells, names and scale lie. */
function layout(svg, n) {
  const named = n <= MOST_NAMES;
  const left = named ? 34 : 6;
  const top = named ? 34 : 22;
  const side = Math.max(40, Math.min(svg.clientWidth - left - 62, svg.clientHeight - top - 4));
  return { named, left, top, side, each: side / n };
}

function scaleBar({ named, left, top, side }, largest, unit, symbol) {
  const scale = prefix(largest);
  const x = left + side + 8;
  const stops = Array.from({ length: 17 }, (_, k) => s("stop", { offset: k / 16, "stop-color": diverging(1 - k / 8) }));
  const span = largest > 0 ? largest / scale.factor : 1;
  const shown = largest > 0 ? ticks(-span, span, 7) : [0];
  return [
    s("defs", {}, s("linearGradient", { id: "weight-scale", x1: 0, y1: 0, x2: 0, y2: 1 }, ...stops)),
    s("rect", { x, y: top, width: 11, height: side, fill: "url(#weight-scale)", class: "frame" }),
    ...shown.map((t) => s("text", { x: x + 15, y: top + (side * (1 - t / span)) / 2 + 4 }, number(t))),
    s("text", { class: "unit", x: x - 4, y: top - (named ? 20 : 8) }, `${symbol} (${scale.name}${unit})`),
  ];
}

export function createWeights(store, command) {
  const svg = byId("weights");
  const facts = byId("network-facts");
  const grid = s("g");
  const scale = s("g");
  svg.append(grid, scale);
  let cells = [];
  let built = "";

  function build(network, place) {
    const names = network.electrodes;
    const now = `${names} ${place.side} ${place.left}`;
    if (now === built) return;
    built = now;
    const { left, top, each } = place;
    const heads = !place.named ? [] : names.flatMap((name, a) => [
      s("text", { x: left - 5, y: top + (a + 0.5) * each + 4, "text-anchor": "end" }, name),
      s("text", { x: left + (a + 0.5) * each, y: top - 6, "text-anchor": "middle" }, name),
    ]);
    cells = names.map((_, a) => names.map((_, b) => {
      const look = () => store.set("pair", a === b ? null : [a, b]);
      const away = () => store.set("pair", null);
      const rect = s("rect", { x: left + b * each + 0.5, y: top + a * each + 0.5, width: each - 1, height: each - 1 });
      const title = s("title");
      const label = names.length > MOST_VALUES ? null
        : s("text", { x: left + (b + 0.5) * each, y: top + (a + 0.5) * each + 4, "text-anchor": "middle" });
      const group = s("g", { class: "weight", role: "img", onpointerenter: look, onpointerleave: away, onfocus: look, onblur: away }, rect, label, title);
      return { group, rect, title, label };
    }));
    const groups = cells.flat().map((c) => c.group);
    grid.replaceChildren(...heads, ...groups);
    roving(groups);
  }

  /** What the current does besides. */
  function power(network) {
    const state = store.get("state");
    const known = heat(store.get("table"), state?.film);
    if (!known) return [];
    const through = largestCurrent(network, state.electrodes);
    return [
      ...(isDriven(state) ? [["power", quantity(known.watts, "W"), "Joule heat a second, in the whole film, now"]] : []),
      ...(through ? [["largest current", quantity(through, "A"), "through a contact, now"]] : []),
      ["heat so far", `${quantity(known.joule, "J")}, ${warmth(known)}`, warmthMeans(known)],
    ];
  }

  function draw() {
    const network = store.get("network");
    svg.toggleAttribute("hidden", !network?.Gprime);
    if (!network?.Gprime) facts.replaceChildren(h("dd", { class: "small" }, "The weights come when the film has relaxed and its conductances are read."));
    if (!network?.Gprime || byId("network").hidden || svg.clientWidth === 0) return;
    const values = network.Gprime;
    const largest = Math.max(...values.flat().map(Math.abs));
    const symbol = network.weights === "resistance" ? "R′" : "G′";
    const place = layout(svg, values.length);
    build(network, place);
    const { factor } = prefix(largest);
    cells.forEach((row, a) => row.forEach((cell, b) => {
      const share = largest > 0 ? values[a][b] / largest : 0;
      const text = `${symbol} ${network.electrodes[a]}–${network.electrodes[b]}: ${quantity(values[a][b], network.unit)}`;
      cell.rect.setAttribute("fill", diverging(share));
      cell.title.textContent = text;
      cell.group.setAttribute("aria-label", text);
      if (!cell.label) return;
      cell.label.textContent = number(values[a][b] / factor, 2);
      cell.label.style.fill = Math.abs(share) > 0.55 ? "#fff" : "#1b2733";
    }));
    scale.replaceChildren(...scaleBar(place, largest, network.unit, symbol));
    const margin = network.margin?.length ? network.margin.map((m) => `${number(100 * m, 2)} %`).join(", ") : "–";
    const rows = [
      ["read at", `${nanoseconds(network.time)}${network.label === "now" ? "" : `, ${network.label}`}`],
      ["trained", network.trained.map(brief).join(", ") || "–"],
      ["lowest", network.lowest && largest > 0 ? brief(network.lowest) : "–"],
      ["margin", margin, "(E′ of the lowest other pattern − E′ of the trained one) / largest |E′|"],
      [network.weights === "resistance" ? "I0" : "V0", quantity(network.V0, network.weights === "resistance" ? "A" : "V")],
      [`largest |${symbol}|`, quantity(largest, network.unit)],
      ...power(network),
    ];
    facts.replaceChildren(...rows.flatMap(([name, value, title]) => [h("dt", { title }, name), h("dd", {}, value)]));
  }

  const redraw = eachFrame(draw);
  store.on("network", redraw);
  store.on("tab", redraw);
  new ResizeObserver(redraw).observe(svg);

  const reference = byId("network-reference");
  const self = byId("network-self");
  const send = () => command({ command: "network", reference: reference.value, self_term: self.value });
  reference.addEventListener("change", send);
  self.addEventListener("change", send);
  store.on("state", (state) => {
    for (const [select, value] of [[reference, state.reference], [self, state.self_term]]) {
      if (document.activeElement !== select && value) {
        if (![...select.options].some((o) => o.value === value)) select.append(h("option", {}, value));
        select.value = value;
      }
      select.disabled = state.readOnly;
    }
  });
}
