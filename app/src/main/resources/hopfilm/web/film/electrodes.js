// The electrodes on the film: outline and a badge with name, sign and voltage. Vermillion is +, blue −; the sign is always
// written, so that colour alone carries nothing. A dashed outline has no voltage on it at the moment. An electrode of several
// patches is drawn at each of them, with the sign of the voltage there.

import { roving, s } from "../dom.js";
import { signColour } from "../colours.js";
import { given } from "../drive.js";
import { signed } from "../format.js";

/** Of more electrodes the voltages, and of still more the names, would hide the film. */
const MOST_VOLTAGES = 6;
const MOST_NAMES = 12;

/** Middle of an electrode in metres, of a polygon the mean of its corners: where the command move puts it. */
const middle = (e) =>
  e.shape === "polygon" ? [0, 1].map((axis) => e.points.reduce((sum, p) => sum + p[axis], 0) / e.points.length) : (e.centre ?? [0, 0]);

/** The middle of an electrode that is moved by so many metres, without the rounding of their sum. */
export const movedTo = (e, by) => middle(e).map((v, axis) => Number((v + by[axis]).toPrecision(12)));

/** Middle of an electrode in metres, inside the film. */
export function centreOf(e, size) {
  const reach = e.shape === "disc" ? 0.42 * e.radius : 0;
  return middle(e).map((v, axis) => Math.min(size[axis] - reach, Math.max(reach, v)));
}

/** Where an electrode touches the film: its patches, or itself. */
const patchesOf = (e) => e.patches ?? [e];

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

/** What stands on a patch of electrode k: its sign, -1, 0 or 1, and the text of its badge, short where the film is narrow. */
function reading(state, pattern, k, narrow, patch) {
  const e = state.electrodes[k];
  const live = e.voltage ?? e.current ?? null;
  // signals have no pattern
  const isNext = pattern && state.doing !== "drive";
  let sign = isNext ? (pattern[k] === "+" ? 1 : -1) : Math.sign(live ?? 0);
  const amplitude = given(state);
  // a run that is only watched has no amplitude of its next training, only what is on
  let value = isNext && amplitude.value !== null ? sign * amplitude.value : live;
  if (state.training === null && live !== null && live !== 0) {
    sign = Math.sign(live);
    value = live;
  }
  if (patch.sign === "-") {
    sign = -sign;
    value = value === null ? null : -value;
  }
  // of a folder nobody knows what was on it
  const mark = sign > 0 ? "+" : sign < 0 ? "\u2212" : live === null ? "" : "0";
  const wired = Boolean(e.patches);
  const many = state.electrodes.length;
  const unit = (e.current ?? null) === null ? amplitude.unit : "A";
  const text =
    many > MOST_NAMES ? (wired ? "" : mark) : wired || many > MOST_VOLTAGES || value === null || narrow ? `${e.name} ${mark}`.trim() : `${e.name} ${signed(value, unit)}`;
  return { sign, text, label: `${e.name}, ${value === null ? mark || "no voltage" : signed(value, unit)}` };
}

export function createElectrodes(svg, zoom, listen) {
  const layer = svg.querySelector(".electrodes");
  let items = [];
  let signature = "";

  function build(state) {
    const now = `${state.id} ${state.electrodes.map((e) => e.name + patchesOf(e).length).join(" ")}`;
    if (now === signature) return;
    signature = now;
    items = state.electrodes.map((e, k) => {
      const parts = patchesOf(e).map(() => ({
        halo: s("path", { class: "halo" }),
        line: s("path", { class: "outline" }),
        area: s("path", { class: "area" }),
        plate: s("rect", { class: "badge", rx: 5, height: 20 }),
        text: s("text", { "text-anchor": "middle", class: "badge-text" }),
      }));
      const group = s("g", { "data-electrode": e.name, tabindex: 0, role: "button", class: "electrode" },
        s("g", { "clip-path": "url(#film-clip)" }, ...parts.flatMap((p) => [p.area, p.halo, p.line])),
        ...parts.flatMap((p) => [p.plate, p.text]));
      listen(group, k);
      return { group, parts };
    });
    layer.replaceChildren(...items.map((i) => i.group));
    if (items.length > MOST_NAMES) roving(items.map((i) => i.group));
  }

  /** Outlines of the parts with a material of their own. */
  function drawRegions(regions) {
    const group = svg.querySelector(".regions");
    if (group.childElementCount !== regions.length) group.replaceChildren(...regions.map(() => s("path", { class: "region" })));
    regions.forEach((r, k) => group.children[k].setAttribute("d", outline(r, zoom, [0, 0])));
  }

  return {
    /** @param shown a pattern of the playground, a sign that was just flipped, and how far an electrode is dragged [m] */
    draw(state, { pattern, flipped = [], drag = null }) {
      build(state);
      drawRegions(state.film.regions ?? []);
      const [left, top] = zoom.pixels(0, zoom.size[1]);
      const [right, bottom] = zoom.pixels(zoom.size[0], 0);
      const clip = svg.querySelector("#film-clip rect");
      for (const [key, v] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) clip.setAttribute(key, v);
      const many = state.electrodes.length > MOST_NAMES;
      state.electrodes.forEach((e, k) => {
        const i = items[k];
        const shift = drag?.k === k ? drag.by : [0, 0];
        const own = reading(state, pattern, k, right - left < 260, e);
        i.group.classList.toggle("small", many);
        i.group.classList.toggle("wired", many && Boolean(e.patches));
        i.group.classList.toggle("off", !e.voltage && !e.current);
        i.group.classList.toggle("flipped", flipped.includes(k));
        i.group.setAttribute("aria-label", `Electrode ${own.label}. Enter turns its sign${e.movable && !many ? ", arrow keys move it" : ""}.`);
        patchesOf(e).forEach((patch, n) => {
          const part = i.parts[n];
          const read = reading(state, pattern, k, right - left < 260, patch);
          const d = outline(patch, zoom, shift);
          for (const path of [part.halo, part.line, part.area]) path.setAttribute("d", d);
          const colour = signColour(read.sign);
          part.line.setAttribute("stroke", colour);
          part.area.setAttribute("fill", colour);
          part.plate.setAttribute("visibility", read.text === "" ? "hidden" : "visible");
          part.plate.setAttribute("stroke", colour);
          part.text.style.fill = colour;
          const [cx, cy] = zoom.pixels(...centreOf(patch, zoom.size).map((v, axis) => v + shift[axis]));
          const width = 7.1 * read.text.length + 13;
          const x = Math.max(left + 4, Math.min(right - width - 4, cx - width / 2));
          const y = Math.max(top + 4, Math.min(bottom - 24, cy - 10));
          part.plate.setAttribute("x", x);
          part.plate.setAttribute("y", y);
          part.plate.setAttribute("width", width);
          part.text.setAttribute("x", x + width / 2);
          part.text.setAttribute("y", y + 14.5);
          if (part.text.textContent !== read.text) part.text.textContent = read.text;
        });
      });
    },
  };
}
