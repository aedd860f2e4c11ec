// What goes on, in the head of the page and in one sentence below the film.

import { byId, say } from "./dom.js";
import { duration, isPicture, nanoseconds, number, pretty, quantity } from "./format.js";

const named = (pattern) => (isPicture(pattern) ? "the picture" : pretty(pattern));

/** One sentence for somebody who has read nothing. */
function story(state, network) {
  if (state.message && state.status === "failed") return `The run failed: ${state.message}`;
  if (state.kind === "folder") return "A run folder: move through its snapshots with the slider; energies are those that it measured, the current is that of the first training.";
  const trained = state.trained;
  const lost = trained.filter((_, k) => network && network.learned && network.learned[k] === false);
  if (state.status === "paused") return "The film is held between two time steps.";
  if (state.doing === "save") return "The run folder is written; the film goes on afterwards.";
  if (state.doing === "start") return "The film is made; its random start comes in a moment.";
  if (state.doing === "relax") return "A random start relaxes into a maze of stripes: green where m points up, purple where it points down.";
  if (state.doing === "train" && state.training) {
    return `Current flows from + to \u2212 and turns the stripes along itself. Along stripes it flows more easily, so the film conducts ${named(state.training)} better and better: it learns.`;
  }
  if (state.doing === "train") return "Current flows from + to \u2212 and turns the stripes along itself.";
  if (state.doing === "rest") return "No current flows: what stays of the change is what the film remembers.";
  if (state.doing === "measure" || state.doing === "retrieve") return "The conductances are read; the film is not touched.";
  if (state.status === "idle" && trained.length === 0) {
    if (state.readOnly) return "The film is ready.";
    if (state.chapter > 1) return "Other electrodes are another network: nothing is trained on them yet. Undo brings the old ones back.";
    return "An untrained film. Press Train and watch it learn the pattern on its electrodes; click an electrode to turn its sign.";
  }
  if (state.status === "idle" && lost.length > 0) {
    return `${isPicture(lost[0]) ? "The picture" : pretty(lost[0])} is not the lowest pattern yet: train on, with another voltage, or try a new maze.`;
  }
  if (state.status === "idle") return `The film has learned ${trained.map(named).join(" and ")}: no other pattern lies lower. Recall it from a wrong pattern.`;
  return "";
}

/** Heat capacity of a metal, as AdiabaticHeat has it (J/m^3/K). */
const CAPACITY = 3.5e6;

/** How hot the film is, or would be if no heat left it, and the power now; empty without current. */
function heat(table, film) {
  const at = (name) => table.columns.findIndex((c) => c.name === name);
  const [t, power, hottest] = [at("t"), at("P"), at("T_max")];
  const rows = table.rows;
  if (t < 0 || power < 0 || rows.length === 0 || !film) return { text: "", title: "" };
  let joule = 0;
  for (let k = 1; k < rows.length; k++) {
    joule += ((rows[k][power] + rows[k - 1][power]) / 2) * (rows[k][t] - rows[k - 1][t]);
  }
  if (!(joule > 0)) return { text: "", title: "" };
  const now = rows.at(-1);
  const watt = quantity(now[power], "W");
  if (hottest >= 0 && Number.isFinite(now[hottest])) {
    return { text: `${number(now[hottest], 3)} K`, title: `temperature of the hottest cell; Joule heat now ${watt}` };
  }
  const rise = joule / (CAPACITY * film.size[0] * film.size[1] * film.size[2]);
  return {
    text: `+${number(rise, 2)} K if no heat leaves`,
    title: `what the Joule heat so far would do to a film that keeps it; heat now ${watt}. The section heat of an experiment puts heat into the model`,
  };
}

export function createStatus(store) {
  const set = (id, text) => say(byId(id), text);
  const lost = () => store.get("lost");

  function left(seconds, progress) {
    // the first moments tell nothing of the rest
    const known = Number.isFinite(seconds) && seconds !== null && progress > 0.01;
    set("status-left", known ? `${duration(seconds)} left` : "");
    const bar = byId("progress");
    bar.hidden = !(progress !== null && Number.isFinite(progress));
    if (!bar.hidden) bar.value = progress;
  }

  store.on("state", (state) => {
    set("film-name", state.name);
    document.title = `${state.name} \u00b7 Hopfilm`;
    byId("status").dataset.status = lost() ? "lost" : state.status;
    const words = { idle: "ready", paused: "paused", done: "finished", failed: "failed" };
    const doing = { save: "saving the run folder", electrodes: "new electrodes", none: "ready" };
    const step = state.protocol ? ` (step ${state.protocol.step} of ${state.protocol.steps})` : "";
    set("status-phase", lost() ? "no connection" : (words[state.status] ?? doing[state.doing] ?? pretty(state.phase.replace(/[+-]{10,}/g, "a picture")) + step));
    set("status-time", nanoseconds(state.time));
    set("status-speed", state.status === "running" && state.nsPerSecond ? `${number(state.nsPerSecond, 2)} ns per s` : "");
    if (state.status === "running" || state.status === "paused") left(state.secondsLeft, state.progress);
    else left(null, null);
    set("story", story(state, store.get("network")));
  });
  store.on("frame", (frame) => {
    if (!frame) return;
    set("status-time", nanoseconds(frame.time));
    if (store.get("state")?.kind === "folder") return;
    if (Number.isFinite(frame.progress) && store.get("state")?.status === "running") byId("progress").value = frame.progress;
  });
  store.on("network", () => store.get("state") && set("story", story(store.get("state"), store.get("network"))));

  function warmth() {
    const { text, title } = store.get("table") ? heat(store.get("table"), store.get("state")?.film) : { text: "", title: "" };
    set("status-heat", text);
    byId("status-heat").title = title;
  }
  store.on("table", warmth);

  // what the program or a wrong input has to say
  let timer = 0;
  store.on("said", (said) => {
    clearTimeout(timer);
    const banner = byId("note");
    banner.hidden = !said;
    if (!said) return;
    banner.classList.toggle("error", said.level === "error");
    byId("note-text").textContent = said.text;
    if (said.level === "info") timer = setTimeout(() => (banner.hidden = true), 8000);
  });
  byId("note-close").addEventListener("click", () => (byId("note").hidden = true));
  store.on("lost", (text) => {
    byId("lost").hidden = !text;
    byId("lost").textContent = text ?? "";
    document.querySelector("main").classList.toggle("stale", Boolean(text));
    if (store.get("state")) store.set("state", store.get("state"));
  });
}
