// What one does to the film: voltages on and off, pause, undo, other electrodes.

import { byId, h } from "./dom.js";
import { given } from "./drive.js";
import { pretty, quantity } from "./format.js";
import { LETTERS, letterPattern } from "./letters.js";

/** With more electrodes than this a drag paints signs until one says otherwise. */
const MOVED = 8;

/** Training sends what stands in its field: as many digits as somebody may have written, short of those that are rounding. */
const DIGITS = 12;

const field = (id) => byId(id).value.trim();

export function createControls(store, command, layouts, open) {
  const idle = (s) => s.status === "idle";
  const going = (s) => (s.status === "running" && s.doing !== "save") || s.status === "paused";
  let drag = null;
  let chapter = "";

  const withTime = (request) => (field("time") ? { ...request, time: field("time") } : request);
  const typed = () => field("pattern").replaceAll("\u2212", "-");
  const amplitude = () => ({ [given(store.get("state")).key]: field("voltage").replaceAll("\u2212", "-") });

  byId("train").addEventListener("click", () =>
    command(withTime({ command: "train", pattern: typed(), ...(given(store.get("state")).value === null ? {} : amplitude()) })));
  byId("rest").addEventListener("click", () => command(withTime({ command: "rest" })));
  byId("pause").addEventListener("click", () =>
    command({ command: store.get("state").status === "paused" ? "resume" : "pause" }));
  for (const name of ["step", "stop", "undo", "reset"]) byId(name).addEventListener("click", () => command({ command: name }));
  byId("maze").addEventListener("click", () => command({ command: "reset", seed: (store.get("state").seed ?? 0) + 1 }));
  byId("protocol").addEventListener("click", () => command({ command: "protocol" }));
  byId("save").addEventListener("click", async () => {
    const button = byId("save");
    button.disabled = true;
    button.textContent = "Saving\u2026";
    const answer = await command({ command: "save" });
    button.disabled = false;
    button.textContent = "Save";
    if (answer) store.set("said", { level: "info", text: `Saved in the run folder ${answer.folder}; it is among the runs.`,
      act: { text: "Open it", run: () => open({ folder: answer.folder }).catch((error) => store.set("said", { level: "error", text: error.message })) } });
  });
  byId("pattern").addEventListener("change", () => command({ command: "set", pattern: typed() }));
  byId("voltage").addEventListener("change", () => command({ command: "set", ...amplitude() }));

  const layout = byId("layout");
  layout.append(h("option", { value: "", disabled: true, hidden: true }, "as in its file"),
    ...layouts.map((l) => h("option", { value: l.id }, l.title)));
  layout.addEventListener("change", () => command({ command: "electrodes", layout: layout.value }));

  const dragChoice = byId("drag");
  dragChoice.addEventListener("change", () => (drag = dragChoice.value));

  byId("letters").append(h("span", { class: "small" }, "Paint on the film with the mouse, or take a letter:"),
    ...Object.keys(LETTERS).map((name) => h("button", { onclick: () => command({ command: "set", pattern: letterPattern(name) }) }, name)));

  /** Shows a value unless somebody is typing it. */
  const show = (id, value) => {
    const input = byId(id);
    if (document.activeElement !== input && input.value !== value) input.value = value;
  };

  store.on("state", (state) => {
    byId("controls").hidden = state.readOnly;
    const n = state.electrodes.length;
    const now = `${state.id} ${state.chapter}`;
    if (now !== chapter) {
      chapter = now;
      drag = n > MOVED ? "paint" : "move";
      dragChoice.value = drag;
    }
    byId("drag-mode").hidden = n <= 4;
    byId("letters").hidden = n !== 35;
    const known = layouts.find((l) => l.id === state.layout);
    if (document.activeElement !== layout) layout.value = known ? known.id : "";
    show("pattern", state.pattern === null ? "" : state.pattern);
    const { key, value, unit } = given(state);
    show("voltage", value === null ? "" : quantity(value, unit, DIGITS));
    byId("voltage-name").textContent = key === "current" ? "Current" : "Voltage";
    byId("pattern").style.width = n > 9 ? "18ch" : "";

    byId("controls").inert = false;
    const signs = state.pattern && n <= 9 ? ` ${pretty(state.pattern)}` : "";
    const train = byId("train");
    train.textContent = `Train${signs}`;
    train.disabled = state.status === "failed" || state.doing === "relax";
    byId("pause").textContent = state.status === "paused" ? "Resume" : "Pause";
    byId("pause").disabled = !going(state);
    byId("stop").disabled = !going(state);
    byId("step").disabled = state.doing === "relax" && state.status === "running";
    byId("rest").disabled = state.status === "failed" || state.doing === "rest";
    byId("undo").disabled = !state.undo;
    byId("undo").title = state.undo ? `takes back: ${state.undo}` : "nothing to take back";
    byId("protocol").disabled = !state.canProtocol || !idle(state);
  });

  return { paints: () => drag === "paint" };
}
