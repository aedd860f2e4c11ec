// Colour bar with its unit at the side of the film, and a bar of known length on it.

import { s } from "../dom.js";
import { DIVERGING, SEQUENTIAL, oklab } from "../colours.js";
import { number, quantity, ticks } from "../format.js";

const colour = (t, k) => `rgb(${t[3 * k]} ${t[3 * k + 1]} ${t[3 * k + 2]})`;

function bar(svg, table, low, high, label) {
  const top = 8;
  const height = svg.clientHeight - 16;
  const stops = Array.from({ length: 17 }, (_, k) =>
    s("stop", { offset: k / 16, "stop-color": colour(table, Math.round((255 * (16 - k)) / 16)) }),
  );
  svg.append(
    s("defs", {}, s("linearGradient", { id: "scale", x1: 0, y1: 0, x2: 0, y2: 1 }, ...stops)),
    s("rect", { x: 0.5, y: top, width: 12, height, fill: "url(#scale)", class: "frame" }),
  );
  for (const t of ticks(low, high, 5)) {
    const y = top + height * (1 - (t - low) / (high - low));
    svg.append(
      s("line", { x1: 13, x2: 17, y1: y, y2: y, class: "tick" }),
      s("text", { x: 20, y: y + 4 }, number(t).padEnd(1)),
    );
  }
  svg.append(
    s("text", { x: 0, y: 0, class: "unit", "text-anchor": "middle", transform: `translate(55 ${top + height / 2}) rotate(-90)` }, label),
  );
}

/** The direction of m as a wheel: hue for the angle in the plane, white up, black down. */
function wheel(svg) {
  const [cx, cy, r] = [31, svg.clientHeight / 2, 27];
  for (let k = 0; k < 48; k++) {
    const a = (k / 48) * 2 * Math.PI;
    const b = ((k + 1.2) / 48) * 2 * Math.PI;
    const p = (angle) => `${cx + r * Math.cos(angle)} ${cy - r * Math.sin(angle)}`;
    const [red, green, blue] = oklab(0.7, 0.17, (a + b) / 2 + Math.PI / 6);
    svg.append(s("path", { d: `M${cx} ${cy}L${p(a)}A${r} ${r} 0 0 0 ${p(b)}Z`, fill: `rgb(${red} ${green} ${blue})` }));
  }
  svg.append(
    s("text", { x: cx, y: cy - r - 24, "text-anchor": "middle" }, "m"),
    s("text", { x: cx, y: cy - r - 9, "text-anchor": "middle" }, "in plane"),
    s("circle", { cx: cx - 12, cy: cy + r + 20, r: 6, fill: "#fafafa", class: "frame" }),
    s("text", { x: cx, y: cy + r + 24 }, "up"),
    s("circle", { cx: cx - 12, cy: cy + r + 40, r: 6, fill: "#222", class: "frame" }),
    s("text", { x: cx, y: cy + r + 44 }, "down"),
  );
}

export function drawLegend(svg, mode, range) {
  svg.replaceChildren();
  if (mode === "hue") wheel(svg);
  else if (mode === "current" && range) bar(svg, SEQUENTIAL, range[0], range[1], "log₁₀ |j|  (A/m²)");
  else if (mode === "heat" && range) bar(svg, SEQUENTIAL, range[0], range[1], "T (K)");
  else if (mode === "mz") bar(svg, DIVERGING, -1, 1, "mz");
}

/** A bar as long as a round number of nanometres, about a fifth of the view. */
export function drawLength(group, zoom, width, height) {
  const about = 100 / zoom.perMetre();
  const power = 10 ** Math.floor(Math.log10(about));
  const length = power * [5, 2, 1].find((f) => f * power <= about);
  const pixels = length * zoom.perMetre();
  const y = height - 12;
  // in the middle: corners are where electrodes are
  const x = (width - pixels) / 2;
  group.replaceChildren(
    s("rect", { x: x - 7, y: y - 21, width: pixels + 14, height: 27, rx: 4, class: "plate" }),
    s("line", { x1: x, x2: x + pixels, y1: y, y2: y, class: "length" }),
    s("text", { x: x + pixels / 2, y: y - 6, "text-anchor": "middle", class: "on-film" }, quantity(length, "m")),
  );
}
