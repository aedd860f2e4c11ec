// What goes on, in the head of the page and in one sentence below the film.

import { byId, say } from "./dom.js";
import { duration, isPicture, nanoseconds, number, pretty, quantity, warmth, warmthMeans } from "./format.js";
import { heat, isDriven } from "./heat.js";
import { pixelsOf } from "./row.js";
import { server } from "./server.js";

/** How long what is said stays [ms]; what was wrong may have to be read twice. */
const STAYS = { info: 8000, warning: 15000, error: 30000 };

const named = (pattern) => (isPicture(pattern) ? "the picture" : pretty(pattern));

/** One sentence for somebody who has read nothing. */
function story(state, network) {
  if (state.message && state.status === "failed") return `The run failed: ${state.message}`;
  if (state.kind === "folder") return "A run folder: move through its snapshots with the slider; energies are those that it measured, the current is that of the first training.";
  const trained = state.trained;
  const lost = trained.filter((_, k) => network && network.learned && network.learned[k] === false);
  if (state.status === "paused") return "The film is held between two time steps.";
  if (state.doing === "save") return "The run folder is written; the film goes on afterwards.";
  if (state.doing === "start") return "The film is being made; its random start comes in a moment.";
  if (state.doing === "relax") return "A random start relaxes into a maze of stripes: green where m points up, purple where it points down.";
  if (state.doing === "train" && state.training) {
    return `Current flows from + to \u2212 and turns the stripes across itself. With bulk DMI it flows more easily across stripes, so the film conducts ${named(state.training)} better and better: it learns.`;
  }
  if (state.doing === "train") return "Current flows from + to \u2212 and turns the stripes across itself.";
  if (state.doing === "write") return "Current flows from the row into the dark pixels and turns the stripes across itself, so that the film conducts better there: that is the memory.";
  if (state.status === "idle" && pixelsOf(state) > 0) return "Stripes of a chiral magnet: green where m points up, purple where it points down. Contacts are the pixels; those between them are joined to one row.";
  if (state.doing === "drive") return "Signals flow through the contacts; nothing is trained. Curves shows their voltages and currents.";
  if (state.doing === "rest") return "No current flows: what stays of the change is what the film remembers.";
  if (state.doing === "measure" || state.doing === "retrieve") return "The conductances are read; the film is not touched.";
  if (state.status === "idle" && trained.length === 0) {
    if (state.readOnly) return "The film is ready.";
    if (state.chapter > 1) return "Other electrodes are another network: nothing is trained on them yet. Undo brings the old ones back.";
    const file = state.canProtocol ? " Protocol runs all steps of its file." : "";
    return `An untrained film. Press Train and watch it learn the pattern on its electrodes; click an electrode to turn its sign.${file}`;
  }
  if (state.status === "idle" && network?.memories?.length > 1) {
    return network.stored === network.memories.length
      ? `The film holds ${network.stored} memories: each comes back from copies with wrong signs. Recall them.`
      : `The film holds ${network.stored} of ${network.memories.length} patterns: train on, or try a new maze. Not every set can be held.`;
  }
  if (state.status === "idle" && lost.length > 0) {
    return `${isPicture(lost[0]) ? "The picture" : pretty(lost[0])} is not the lowest pattern yet: train on, with another voltage, or try a new maze.`;
  }
  const passed = network?.outcome === "verified" ? ", and passed the test of its training" : "";
  if (state.status === "idle") return `The film has learned ${trained.map(named).join(" and ")}: no other pattern lies lower${passed}. Recall it from a wrong pattern.`;
  return "";
}

function training(phase) {
  const patterns = phase.match(/[+-]{2,}/g) ?? [];
  return patterns.length > 1 ? `training ${patterns.length} patterns` : ["training", ...patterns.map(named)].join(" ").replace("the picture", "a picture");
}

/** What goes on in a word or two, with the share that is done. */
function phase(state) {
  const words = { idle: "ready", paused: "paused", done: "finished", failed: "failed" };
  if (words[state.status]) return words[state.status];
  const doing = { save: "saving the run folder", electrodes: "new electrodes", none: "ready", start: "starting", relax: "relaxing", rest: "resting", write: "writing a picture", drive: "driving signals",
    measure: "reading the conductances", retrieve: "recalling" };
  const name = doing[state.doing]
    ?? (state.doing === "train" ? training(state.phase) : pretty(state.phase));
  const step = state.protocol ? ` (step ${state.protocol.step} of ${state.protocol.steps})` : "";
  const share = Number.isFinite(state.progress) && state.progress !== null ? `, ${Math.floor(100 * state.progress)} %` : "";
  return name + step + share;
}

/** How often the films of a class are counted [ms]. */
const COUNTED = 3000;

/** Says in a class that more films move than there are cores. */
async function queue(store) {
  const limits = store.get("limits");
  if (!limits?.class || document.hidden || store.get("lost")) return;
  const films = await server.films().catch(() => []);
  const moving = films.filter((film) => film.status === "running").length;
  say(byId("status-queue"), moving > limits.cores ? `${moving} films share ${limits.cores} cores` : "");
}

export function createStatus(store) {
  const set = (id, text) => say(byId(id), text);
  setInterval(queue, COUNTED, store);
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
    set("status-phase", lost() ? "no connection" : phase(state));
    set("status-shared", state.viewers > 1 ? `${state.viewers} pages ${state.readOnly ? "look at" : "steer"} this film` : "");
    set("status-time", nanoseconds(state.time));
    if (state.status === "running" || state.status === "paused") left(state.secondsLeft, state.progress);
    else left(null, null);
    // a step that has an end tells when
    const speed = state.status === "running" && state.nsPerSecond && byId("status-left").textContent === "";
    set("status-speed", speed ? `${number(state.nsPerSecond, 2)} ns/s` : "");
    set("story", story(state, store.get("network")));
  });
  store.on("frame", (frame) => {
    if (!frame) return;
    set("status-time", nanoseconds(frame.time));
    if (store.get("state")?.kind === "folder") return;
    if (Number.isFinite(frame.progress) && store.get("state")?.status === "running") byId("progress").value = frame.progress;
  });
  store.on("network", () => store.get("state") && set("story", story(store.get("state"), store.get("network"))));

  store.on("table", (table) => {
    const known = heat(table, store.get("state")?.film);
    set("status-power", known?.watts > 0 && isDriven(store.get("state")) ? quantity(known.watts, "W") : "");
    set("status-heat", known ? warmth(known) : "");
    byId("status-heat").title = known ? `${warmthMeans(known)}; ${quantity(known.joule, "J")} so far` : "";
  });
  store.on("state", (state) => !isDriven(state) && set("status-power", ""));

  // what the program or a wrong input has to say
  let timer = 0;
  store.on("said", (said) => {
    clearTimeout(timer);
    const banner = byId("note");
    banner.hidden = !said;
    if (!said) return;
    banner.classList.toggle("error", said.level === "error");
    byId("note-text").textContent = said.text;
    const act = byId("note-act");
    act.hidden = !said.act;
    if (said.act) {
      act.textContent = said.act.text;
      act.onclick = () => {
        banner.hidden = true;
        said.act.run();
      };
    }
    timer = setTimeout(() => (banner.hidden = true), STAYS[said.level] ?? STAYS.error);
  });
  byId("note-close").addEventListener("click", () => (byId("note").hidden = true));
  store.on("lost", (text) => {
    byId("lost").hidden = !text;
    byId("lost").textContent = text ?? "";
    document.querySelector("main").classList.toggle("stale", Boolean(text));
    if (store.get("state")) store.set("state", store.get("state"));
  });
}
