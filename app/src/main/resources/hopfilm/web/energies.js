// E' of all patterns as bars that move while the film learns; the walk of a retrieval goes down over them.

import { byId, eachFrame, roving, s, say } from "./dom.js";
import { brief, canonical, input, isPicture, number, prefix, pretty, quantity, ticks } from "./format.js";

/** Of more patterns the labels would overlap; they are then sorted. */
const MOST_LABELS = 8;
const LEFT = 52;
const OUTCOMES = { verified: "verified", learned: "learned, not verified", "not-learned": "not learned" };
const TOP = 22;

/** All patterns that begin with +, of few electrodes: the bars that are to come. */
const toCome = (nodes) =>
  Array.from({ length: 2 ** (nodes - 1) }, (_, k) => ({
    pattern: [...k.toString(2).padStart(nodes, "0")].map((c) => (c === "0" ? "+" : "-")).join(""),
    energy: 0,
  }));

function bars(network) {
  if (!network) return [];
  if (!network.energies) return 2 ** (network.electrodes.length - 1) <= MOST_LABELS ? toCome(network.electrodes.length) : [];
  return network.count > 16 ? [...network.energies].sort((a, b) => a.energy - b.energy) : network.energies;
}

/** V0 of all bars, as E′ goes with its square. */
const at = (network) => (network.V0 ? ` at ${input(network)}` : "");

/** What the bars say, in a sentence each: the verdict, and the words below. */
function words(network) {
  const trained = network.trained;
  const all = network.sampled ? "those looked at" : "all";
  let verdict = "";
  if (network.memories?.length > 1) {
    verdict = `${network.stored} of ${network.memories.length} memories are stored: ${OUTCOMES[network.outcome]}`;
  } else if (trained.length > 0 && network.learned.length === trained.length) {
    const names = trained.map((p) => (isPicture(p) ? "the trained picture" : pretty(p))).join(", ");
    if (trained.length > 1) verdict = network.learned.some(Boolean) ? `one of ${names} is the lowest` : `none of ${names} is the lowest yet`;
    else verdict = `${names} is ${network.learned[0] ? "" : "not yet "}the lowest of ${all}: ${OUTCOMES[network.outcome]}`;
  }
  const one = network.weights === "resistance" ? "current" : "voltage";
  // with patches of both signs every pattern carries current
  const idle = network.trivial
    ? ` ${isPicture(network.trivial) ? "+ everywhere" : pretty(network.trivial)} puts the same ${one} on every electrode: no current flows, E′ is 0 whatever the film learns.`
    : "";
  const text =
    `Lower is stronger. A pattern and its negative are one.${idle}${network.sampled ? ` The lowest of ${network.count} patterns are shown.` : ""}${network.note ? ` ${network.note}` : ""}`;
  return { verdict, outcome: network.outcome ?? "", text };
}

export function createEnergies(store, choose) {
  const svg = byId("energies");
  const shown = s("g");
  const axes = s("g");
  const marks = s("g");
  const walk = s("g");
  // what is written at a bar lies over its neighbours
  svg.append(axes, shown, marks, walk);
  let items = new Map();
  let order = "";

  function build(list, network) {
    // sorted bars change places without being made anew
    const now = `${network.electrodes} ${list.map((e) => e.pattern).sort().join()}`;
    if (now === order) return;
    order = now;
    items = new Map(
      list.map((e) => {
        const parts = {
          hit: s("rect", { class: "hit" }),
          e: s("rect", { class: "e" }),
          name: s("text", { "text-anchor": "middle" }),
          mark: s("text", { "text-anchor": "middle", class: "mark" }),
          title: s("title"),
        };
        const group = s("g", { class: "bar-of", role: "button", "data-pattern": e.pattern,
          onclick: () => choose(e.pattern),
          onkeydown: (k) => (k.key === "Enter" || k.key === " ") && (k.preventDefault(), choose(e.pattern)) },
          parts.hit, parts.e, parts.name, parts.title);
        return [e.pattern, { group, ...parts }];
      }),
    );
    const groups = [...items.values()].map((i) => i.group);
    shown.replaceChildren(...groups);
    marks.replaceChildren(...[...items.values()].map((i) => i.mark));
    if (groups.length > 0) roving(groups);
  }

  const set = (element, attributes) => {
    for (const [k, v] of Object.entries(attributes)) element.setAttribute(k, v);
  };

  /** The places of the bars, before anything was read. */
  function toBe() {
    const electrodes = store.get("state")?.electrodes;
    return electrodes ? { electrodes: electrodes.map((e) => e.name), trained: [], trivial: "+".repeat(electrodes.length), isToBe: true } : null;
  }

  function draw() {
    const network = store.get("network") ?? toBe();
    const list = bars(network);
    axes.replaceChildren();
    walk.replaceChildren();
    // hidden beside pictures
    if (!network || svg.clientWidth === 0) return;
    build(list, network);
    const width = svg.clientWidth;
    const height = svg.clientHeight;
    const labelled = list.length <= MOST_LABELS;
    const bottom = height - (labelled ? 24 : 12);
    const path = store.get("playing")?.path ?? [];
    const energies = [...list.map((e) => e.energy), ...path.map((p) => p.energy)];
    let low = Math.min(0, ...energies);
    let high = Math.max(0, ...energies);
    const nothing = !(high - low > 1e-30);
    if (nothing) [low, high] = [-1, 0];
    const y = (e) => TOP + ((high - e) / (high - low)) * (bottom - TOP - 17);
    const scale = prefix(Math.max(-low, high));
    if (!nothing) {
      for (const t of ticks(low / scale.factor, high / scale.factor, 5)) {
        const at = y(t * scale.factor);
        axes.append(s("line", { x1: LEFT, x2: width, y1: at, y2: at, class: t === 0 ? "axis" : "grid" }),
          s("text", { x: LEFT - 7, y: at + 4, "text-anchor": "end" }, number(t)));
      }
    } else axes.append(s("line", { x1: LEFT, x2: width, y1: y(0), y2: y(0), class: "axis" }));
    axes.append(s("text", { class: "axis-name", x: 2, y: 11 }, `E′ (${scale.name}W)${at(network)}`));
    if (nothing) {
      axes.append(s("text", { class: "nothing", x: LEFT + (width - LEFT) / 2, y: height / 2, "text-anchor": "middle" },
        network.isToBe ? "The energies come when the film has relaxed." : "Nothing is learned yet: energies count from the untrained film."));
    }

    const each = (width - LEFT) / list.length;
    list.forEach((e, k) => {
      const item = items.get(e.pattern);
      const trained = network.trained.includes(e.pattern);
      const lowest = !nothing && e.pattern === network.lowest;
      const trivial = e.pattern === network.trivial;
      const x = LEFT + k * each;
      const thick = each * (labelled ? 0.62 : 0.86);
      const top = Math.min(y(e.energy), y(0));
      set(item.hit, { x, y: TOP - 6, width: each, height: height - TOP + 6 });
      set(item.e, { x: x + (each - thick) / 2, y: top, width: thick, height: Math.max(trivial ? 5 : 0.5, Math.abs(y(e.energy) - y(0))) });
      item.group.setAttribute("class", ["bar-of", trained && "trained", lowest && "lowest", trivial && "trivial"].filter(Boolean).join(" "));
      set(item.name, { x: x + each / 2, y: height - 6 });
      item.name.textContent = labelled ? pretty(e.pattern) : "";
      const mark = [trained && "trained", lowest && "lowest", trivial && each > 66 && "no current"].filter(Boolean).join(", ");
      const wide = 3.4 * mark.length;
      set(item.mark, { x: Math.max(LEFT + wide, Math.min(width - wide, x + each / 2)), y: Math.min(bottom - 2, y(Math.min(0, e.energy)) + 15) });
      item.mark.setAttribute("class", trained ? "mark trained" : "mark");
      item.mark.textContent = labelled || trained || (lowest && !network.trained.includes(network.lowest)) ? mark : "";
      const text = `${brief(e.pattern)}: E′ = ${quantity(e.energy, "W")}${mark ? `, ${mark}` : ""}`;
      item.title.textContent = text;
      item.group.setAttribute("aria-label", `${text}. Enter puts it on the electrodes.`);
    });

    if (path.length > 0) {
      const points = path
        .map((p) => [list.findIndex((e) => e.pattern === canonical(p.pattern)), p.energy])
        .filter(([k]) => k >= 0)
        .map(([k, e]) => [LEFT + (k + 0.5) * each, y(e)]);
      if (points.length > 0) {
        walk.append(s("polyline", { class: "walk", points: points.map((p) => p.join()).join(" ") }),
          s("circle", { class: "walker", r: 6.5, cx: points.at(-1)[0], cy: points.at(-1)[1] }));
      }
    }
  }

  const redraw = eachFrame(draw);
  store.on("network", (network) => {
    redraw();
    const w = network?.trivial !== undefined ? words(network) : { verdict: "", text: "Each pattern of signs on the contacts has an energy; the film learns when that of its pattern becomes the lowest." };
    const verdict = byId("energies-verdict");
    say(verdict, w.verdict);
    verdict.dataset.outcome = w.outcome ?? "";
    say(byId("energies-text"), w.text);
  });
  let contacts = "";
  store.on("state", (state) => {
    const now = `${state.id} ${state.electrodes.length}`;
    if (now === contacts) return;
    contacts = now;
    redraw();
  });
  store.on("playing", redraw);
  new ResizeObserver(redraw).observe(svg);
}
