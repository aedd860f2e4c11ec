// The film: picture, arrows, moving charges, electrodes and the network over it.

import { byId, choice, eachFrame, fitCanvas } from "../dom.js";
import { drawArrows } from "./arrows.js";
import { centreOf, createElectrodes } from "./electrodes.js";
import { drawLegend, drawLength } from "./legend.js";
import { drawLinks } from "./links.js";
import { createTexture } from "./texture.js";
import { electrodeTouch } from "./touch.js";
import { createTracers } from "./tracers.js";
import { createZoom } from "./zoom.js";

/** Between two pictures of the moving charges [ms]: the processor is there for the film. */
const BEAT = 38;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export function createFilm(store, actions) {
  const view = byId("film-view");
  const picture = byId("film-picture");
  const motion = byId("film-motion");
  const svg = byId("film-marks");
  const legend = byId("film-legend");
  const heated = byId("film-heat");
  const texture = createTexture();
  const tracers = createTracers();
  const show = { mode: "mz", arrows: false, tracers: !calm.matches, links: false };
  let drag = null;
  let painted = null;

  const zoom = createZoom(view, () => redraw());
  const marks = createElectrodes(svg, zoom, electrodeTouch(svg, zoom, {
    ...actions,
    dragging(k, by) {
      drag = k === null ? null : { k, by };
      if (k === null) painted = null;
      redraw();
    },
    painting(list, sign) {
      painted = { list, sign };
      redraw();
    },
  }));

  function pattern(state) {
    const shown = store.get("playing")?.pattern ?? store.get("picture")?.pattern ?? state.training ?? state.pattern;
    if (!painted || !shown) return shown;
    return [...shown].map((c, k) => (painted.list.includes(k) ? (painted.sign > 0 ? "+" : "-") : c)).join("");
  }

  function marksOnly() {
    const state = store.get("state");
    if (!state) return;
    marks.draw(state, { pattern: pattern(state), flipped: store.get("playing")?.flipped ?? store.get("picture")?.flipped, drag });
    const centre = (e) => zoom.pixels(...centreOf(e, zoom.size));
    drawLinks(svg.querySelector(".links"), show.links || store.get("pair") ? store.get("network") : null, state.electrodes, centre, store.get("pair"), show.links);
    drawLength(svg.querySelector(".length-bar"), zoom, view.clientWidth, view.clientHeight);
  }

  function over() {
    const frame = store.get("frame");
    const g = motion.getContext("2d");
    const ratio = motion.width / (view.clientWidth || 1);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, view.clientWidth, view.clientHeight);
    if (!frame) return;
    if (show.arrows) drawArrows(g, frame, zoom, view.clientWidth, view.clientHeight);
    if (show.tracers && frame.j) tracers.draw(g, frame, zoom);
  }

  function legendOf(frame) {
    const range = show.mode === "heat" ? frame?.warmth?.range : frame?.j?.range;
    const key = `${show.mode} ${range} ${legend.clientHeight}`;
    if (legend.dataset.key === key) return;
    legend.dataset.key = key;
    drawLegend(legend, show.mode, range);
  }

  function paint() {
    const frame = store.get("frame");
    heated.hidden = !frame?.warmth;
    if (heated.hidden && show.mode === "heat") {
      show.mode = "mz";
      pressed(show.mode);
    }
    if (frame) texture.paint(frame, show.mode);
    byId("no-film").hidden = Boolean(frame);
    byId("no-current").hidden = show.mode !== "current" || !frame || frame.j !== null;
    texture.draw(picture, zoom);
    legendOf(frame);
    if (!moving()) over();
  }

  const newFrame = eachFrame(paint);
  const newMarks = eachFrame(marksOnly);
  const redraw = () => {
    newFrame();
    newMarks();
  };

  // moving charges need pictures between those that the program sends
  const moving = () => show.tracers && store.get("frame")?.j && (store.get("state")?.status === "running" || store.get("state")?.kind === "folder") && !store.get("lost");
  let last = 0;
  (function move(now) {
    if (now - last > BEAT && moving()) {
      last = now;
      over();
    }
    requestAnimationFrame(move);
  })(0);

  fitCanvas(picture, redraw);
  fitCanvas(motion, redraw);
  store.on("frame", newFrame);
  store.on("state", (state) => {
    const [w, h] = state.film.size;
    const shape = String(Math.min(2.2, Math.max(0.75, w / h)));
    if (view.dataset.shape !== shape) {
      view.dataset.shape = shape;
      view.style.aspectRatio = shape;
      redraw();
    }
    zoom.film([w, h]);
    newMarks();
  });
  for (const key of ["network", "playing", "picture", "pair"]) store.on(key, newMarks);

  const pressed = choice(byId("film-mode"), (value) => {
    show.mode = value;
    redraw();
  });
  pressed(show.mode);
  for (const what of ["arrows", "tracers", "links"]) {
    const button = byId(`show-${what}`);
    button.setAttribute("aria-pressed", String(show[what]));
    button.addEventListener("click", () => {
      show[what] = !show[what];
      button.setAttribute("aria-pressed", String(show[what]));
      redraw();
    });
  }
  byId("zoom-in").addEventListener("click", () => zoom.by(1.5));
  byId("zoom-out").addEventListener("click", () => zoom.by(1 / 1.5));
  byId("zoom-fit").addEventListener("click", () => zoom.fit());
  view.addEventListener("keydown", (e) => {
    const pan = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[e.key];
    if (e.key === "+" || e.key === "=") zoom.by(1.5);
    else if (e.key === "-") zoom.by(1 / 1.5);
    else if (e.key === "0") zoom.fit();
    else if (pan && zoom.scale > 1) zoom.pan(...pan);
    else return;
    e.preventDefault();
  });
}
