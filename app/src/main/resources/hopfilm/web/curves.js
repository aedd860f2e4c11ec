// Any quantity of the table against any other, drawn by uPlot.

import uPlot from "./vendor/uPlot.esm.js";
import { byId, eachFrame, h } from "./dom.js";
import { SERIES } from "./colours.js";
import { driven } from "./heat.js";
import { input, largest, number, prefix } from "./format.js";
import { GROUPS, values, withResistances } from "./scope.js";

const label = (c) => (c.unit ? `${c.name} (${c.unit})` : c.name);

export function createCurves(store) {
  const ySelect = byId("curve-y");
  const xSelect = byId("curve-x");
  const place = byId("plot");
  let plot = null;
  let shape = "";
  let spans = [];

  /** Where current flows, behind the curves. */
  function shade(u) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.globalAlpha = 0.13;
    ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--trained").trim();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const [from, to] of spans) {
      const x = u.valToPos(from, "x", true);
      ctx.fillRect(x, bbox.top, Math.max(1, u.valToPos(to, "x", true) - x), bbox.height);
    }
    ctx.restore();
  }

  function options(columns) {
    const list = columns.map((c) => h("option", { value: c.name, title: c.meaning }, label(c)));
    const y = ySelect.value;
    const x = xSelect.value;
    const groups = GROUPS.filter((g) => columns.some(g.has)).map((g) => h("option", { value: g.value }, g.name));
    ySelect.replaceChildren(...groups, ...list.map((o) => o.cloneNode(true)));
    xSelect.replaceChildren(...list);
    const has = (select, value) => [...select.options].some((o) => o.value === value);
    ySelect.value = has(ySelect, y) ? y : (groups[0]?.value ?? columns.at(-1)?.name);
    xSelect.value = has(xSelect, x) ? x : columns[0]?.name;
  }

  function chosen(columns) {
    const group = GROUPS.find((g) => g.value === ySelect.value);
    if (group) return columns.filter(group.has);
    return columns.filter((c) => c.name === ySelect.value);
  }

  function draw() {
    const table = store.get("table");
    if (!table || byId("curves").hidden || place.clientWidth === 0) return;
    const columns = withResistances(table.columns);
    const x = columns.find((c) => c.name === xSelect.value);
    const ys = chosen(columns);
    if (!x || ys.length === 0) return;
    let data = [x, ...ys].map((c) => values(c, table));
    const px = prefix(largest(data[0]));
    const py = prefix(largest(data.slice(1)));
    data = data.map((list, k) => list.map((v) => (v === null ? null : v / (k === 0 ? px : py).factor)));
    // uPlot wants x in order; a curve against another quantity may turn back
    const turns = x.name !== columns[0].name;
    const ink = getComputedStyle(document.documentElement);
    const colour = (name) => ink.getPropertyValue(name).trim();
    const text = (c, p, many) => (many ? ySelect.selectedOptions[0].textContent : c.name) + (c.unit ? ` (${p.name}${c.unit})` : "");
    const now = [x.name, ys.map((c) => c.name), px.name, py.name, colour("--ink"), place.clientWidth].join();
    if (now !== shape) {
      shape = now;
      plot?.destroy();
      const axis = (name) => ({ label: name, stroke: colour("--ink"), labelSize: 18, labelGap: 0, font: "12px system-ui, DejaVu Sans", labelFont: "12px system-ui, DejaVu Sans",
        grid: { stroke: colour("--grid"), width: 1 }, ticks: { stroke: colour("--grid") },
        values: (_, splits) => splits.map((v) => number(v, 6)) });
      plot = new uPlot({
        width: place.clientWidth, height: 235,
        scales: { x: { time: false }, y: {} },
        axes: [{ ...axis(text(x, px)), size: 34 }, { ...axis(text(ys[0], py, ys.length > 1)), size: 58 }],
        series: [{ label: x.name, value: (_, v) => number(v) },
          ...ys.map((c, k) => ({ label: c.name, stroke: SERIES[k % SERIES.length], width: 1.8, dash: k >= SERIES.length ? [6, 4] : undefined,
            points: { show: turns, size: 3 }, paths: turns ? () => null : undefined, value: (_, v) => number(v, 4) }))],
        legend: { live: true },
        cursor: { drag: { x: true, y: false } },
        hooks: {
          drawClear: [shade],
          // without a cursor the newest values, not dashes
          setLegend: [(u) => u.legend.idx === null && u.setLegend({ idx: u.data[0].length - 1 }, false)],
        },
      }, data, place);
    }
    if (turns) {
      const rows = data[0].map((_, i) => i).filter((i) => data[0][i] !== null).sort((a, b) => data[0][a] - data[0][b]);
      data = data.map((list) => rows.map((i) => list[i]));
    }
    spans = turns ? [] : driven(table).map((span) => span.map((t) => t / px.factor));
    plot.setData(data);
    if (plot.cursor.idx === null || plot.cursor.idx === undefined) plot.setLegend({ idx: data[0].length - 1 }, false);
    let meaning = ys.length === 1 ? (ys[0].meaning ?? "") : "";
    const network = store.get("network");
    if (network?.V0 && [...ys, x].some((c) => c.name === "E_prime")) meaning += ` at ${input(network)}`;
    byId("curve-meaning").textContent = [meaning, spans.length > 0 ? "Shaded: current flows." : ""].filter(Boolean).join(". ");
  }

  const redraw = eachFrame(draw);
  let known = "";
  store.on("table", (table) => {
    const names = table.columns.map((c) => c.name).join();
    if (names !== known) {
      known = names;
      options(withResistances(table.columns));
    }
    redraw();
  });
  for (const key of ["tab", "theme"]) store.on(key, redraw);
  ySelect.addEventListener("change", redraw);
  xSelect.addEventListener("change", redraw);
  new ResizeObserver(redraw).observe(place);
}
