// The electrodes on the film: outline and a badge with name, sign and voltage. Vermillion is +, blue −; the sign is always
// written, so that colour alone carries nothing. A dashed outline has no voltage on it at the moment.

import { roving, s } from "../dom.js";
import { signColour } from "../colours.js";
import { signed } from "../format.js";

/** Of more electrodes the voltages, and of still more the names, would hide the film. */
const MOST_VOLTAGES = 6;
const MOST_NAMES = 12;

/** Middle of an electrode in metres, inside the film. */
export function centreOf(e, size) {
  let [x, y] = e.centre ?? [0, 0];
  if (e.shape === "polygon") {
    x = e.points.reduce((a, p) => a + p[0], 0) / e.points.length;
    y = e.points.reduce((a, p) => a + p[1], 0) / e.points.length;
  }
  const reach = e.shape === "disc" ? 0.42 * e.radius : 0;
  return [x, y].map((v, axis) => Math.min(size[axis] - reach, Math.max(reach, v)));
}

function outline(e, zoom, shift) {
  const at = ([x, y]) => zoom.pixels(x + shift[0], y + shift[1]);
  if (e.shape === "disc") {
    const [x, y] = at(e.centre);
    const r = Math.max(4, e.radius * zoom.perMetre());
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  let corners = e.points;
  if (e.shape === "rectangle") {
    // an electrode that is but a line gets a width
    const least = 8 / zoom.perMetre();
    const [w, h] = e.size.map((l) => Math.max(l, least) / 2);
    const [x, y] = e.centre;
    corners = [[x - w, y - h], [x + w, y - h], [x + w, y + h], [x - w, y + h]];
  }
  const lines = e.shape === "contours" ? e.contours : [corners];
  return lines.map((line) => `M${line.map((p) => at(p).join(" ")).join("L")}Z`).join("");
}

/** What stands on electrode k: its sign, -1, 0 or 1, and the text of its badge, short where the film is narrow. */
function reading(state, pattern, k, narrow) {
  const e = state.electrodes[k];
  const live = e.voltage ?? e.current ?? null;
  let sign = pattern ? (pattern[k] === "+" ? 1 : -1) : Math.sign(live ?? 0);
  let value = pattern ? sign * state.voltage : live;
  if (state.training === null && live !== null && live !== 0) {
    sign = Math.sign(live);
    value = live;
  }
  // of a folder nobody knows what was on it
  const mark = sign > 0 ? "+" : sign < 0 ? "\u2212" : live === null ? "" : "0";
  const many = state.electrodes.length;
  const unit = state.drive === "current" ? "A" : "V";
  const text =
    many > MOST_NAMES ? mark : many > MOST_VOLTAGES || value === null || narrow ? `${e.name} ${mark}`.trim() : `${e.name} ${signed(value, unit)}`;
  return { sign, text, label: `${e.name}, ${value === null ? mark || "no voltage" : signed(value, unit)}` };
}

export function createElectrodes(svg, zoom, listen) {
  const layer = svg.querySelector(".electrodes");
  let items = [];
  let signature = "";

  function build(state) {
    const now = `${state.id} ${state.electrodes.map((e) => e.name).join(" ")}`;
    if (now === signature) return;
    signature = now;
    items = state.electrodes.map((e, k) => {
      const halo = s("path", { class: "halo" });
      const line = s("path", { class: "outline" });
      const area = s("path", { class: "area" });
      const plate = s("rect", { class: "badge", rx: 5, height: 20 });
      const text = s("text", { "text-anchor": "middle", class: "badge-text" });
      const group = s("g", { "data-electrode": e.name, tabindex: 0, role: "button", class: "electrode" },
        s("g", { "clip-path": "url(#film-clip)" }, area, halo, line), plate, text);
      listen(group, k);
      return { group, halo, line, area, plate, text };
    });
    layer.replaceChildren(...items.map((i) => i.group));
    if (items.length > MOST_NAMES) roving(items.map((i) => i.group));
  }

  return {
    /** @param shown a pattern of the playground, a sign that was just flipped, and how far an electrode is dragged [m] */
    draw(state, { pattern, flipped = [], drag = null }) {
      build(state);
      const [left, top] = zoom.pixels(0, zoom.size[1]);
      const [right, bottom] = zoom.pixels(zoom.size[0], 0);
      const clip = svg.querySelector("#film-clip rect");
      for (const [key, v] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) clip.setAttribute(key, v);
      const many = state.electrodes.length > MOST_NAMES;
      state.electrodes.forEach((e, k) => {
        const i = items[k];
        const shift = drag?.k === k ? drag.by : [0, 0];
        const read = reading(state, pattern, k, right - left < 260);
        const d = outline(e, zoom, shift);
        for (const path of [i.halo, i.line, i.area]) path.setAttribute("d", d);
        const colour = signColour(read.sign);
        i.line.setAttribute("stroke", colour);
        i.area.setAttribute("fill", colour);
        i.plate.setAttribute("stroke", colour);
        i.text.style.fill = colour;
        i.group.classList.toggle("small", many);
        i.group.classList.toggle("off", !e.voltage && !e.current);
        i.group.classList.toggle("flipped", flipped.includes(k));
        i.group.setAttribute("aria-label", `Electrode ${read.label}. Enter turns its sign${e.movable && !many ? ", arrow keys move it" : ""}.`);
        const [cx, cy] = zoom.pixels(...centreOf(e, zoom.size).map((v, axis) => v + shift[axis]));
        const width = 7.1 * read.text.length + 13;
        const x = Math.max(left + 4, Math.min(right - width - 4, cx - width / 2));
        const y = Math.max(top + 4, Math.min(bottom - 24, cy - 10));
        i.plate.setAttribute("x", x);
        i.plate.setAttribute("y", y);
        i.plate.setAttribute("width", width);
        i.text.setAttribute("x", x + width / 2);
        i.text.setAttribute("y", y + 14.5);
        if (i.text.textContent !== read.text) i.text.textContent = read.text;
      });
    },
  };
}
