// Puts the page together and keeps it to one film, whose stream fills the store.

import { byId } from "./dom.js";
import { createAdvice } from "./advice.js";
import { createControls } from "./controls.js";
import { createCurves } from "./curves.js";
import { createDevice } from "./device.js";
import { createEnergies } from "./energies.js";
import { createExplain } from "./explain.js";
import { createFile } from "./file.js";
import { movedTo } from "./film/electrodes.js";
import { createFilm } from "./film/film.js";
import { createLibrary } from "./library.js";
import { createMemories } from "./memories.js";
import { createNewest } from "./newest.js";
import { createOhmmeter } from "./ohmmeter.js";
import { createPictures } from "./pictures.js";
import { createRecall } from "./recall.js";
import { createRetain } from "./retain.js";
import { createScrub } from "./scrub.js";
import { createSignals } from "./signals.js";
import { createStatus } from "./status.js";
import { createStore } from "./store.js";
import { createTabs } from "./tabs.js";
import { createTheme } from "./theme.js";
import { createWeights } from "./weights.js";
import { server, stream } from "./server.js";

/** Examples that the page begins with, and that the button beside Examples goes back and forth between. */
const FIRST = "pictures";
const SECOND = "four-node";
const MOST_ROWS = 4000;
const store = createStore();
const newest = createNewest();
let live = null;
/** Counts the films that were shown, so that one that is not any more has nothing to say. */
let joined = 0;
let serverId = null;

const say = (level, text) => store.set("said", { level, text });

const take = {
  state: (m) => newest.isNew(m) && store.set("state", m),
  network: (m) => store.set("network", m),
  table,
  retrieval: (m) => store.set("retrieval", { ...m, fresh: store.get("settled") === true }),
  note: (m) => say(m.level, m.text),
  closed: (m) => store.set("reason", m.reason),
};

/**
 * A command to the film on screen; what was wrong is said, and null answered.
 *
 * @param refused says it in the place of the banner
 */
async function command(request, refused = (error) => say("error", error.message)) {
  try {
    const answer = await server.command(store.get("state").id, request);
    if (answer.state) take.state(answer.state);
    if (store.get("said")?.level === "error") store.set("said", null);
    return answer;
  } catch (error) {
    refused(error);
    store.set("state", store.get("state"));
    return null;
  }
}

function table(message) {
  const old = store.get("table");
  if (message.columns) {
    store.set("table", { columns: message.columns, rows: message.restart || !old ? message.rows : old.rows.concat(message.rows) });
    return;
  }
  if (!old) return;
  let rows = old.rows.concat(message.rows);
  // a long run keeps every second row of its past
  if (rows.length > MOST_ROWS) rows = rows.filter((_, k) => k % 2 === 0 || k > rows.length - 200);
  store.set("table", { columns: old.columns, rows });
}

const RESTARTED = "The program was started anew: earlier films are gone, what was saved is among the runs.";

/** Shows a film. The address keeps which, so that a reload comes back to it. */
function join(id) {
  live?.close();
  const mine = ++joined;
  newest.begin(id);
  for (const key of ["network", "frame", "retrieval", "playing", "pair"]) store.set(key, null);
  store.set("settled", false);
  history.replaceState(null, "", `#${id}`);
  live = stream(id, {
    message: (m) => take[m.type]?.(m),
    frame: (frame) => {
      // what comes before the first picture was there before this page
      store.set("settled", true);
      store.set("frame", frame);
    },
    lost: async () => {
      store.set("settled", false);
      const reason = store.get("reason");
      store.set("reason", null);
      const there = await server.hello().catch((error) => (error.status === 401 ? "stranger" : null));
      // a slow answer: the page has gone on to another film
      if (mine !== joined) return;
      if (there === "stranger") {
        store.set("lost", "The program was started anew and asks for another token. Open the address that it printed; then this page connects again by itself.");
      } else if (!there) {
        store.set("lost", `Lost the program${reason ? ` (${reason})` : ""}. Is hopfilm serve still running? This page connects again by itself.`);
      } else if (there.serverId !== serverId || !there.films.some((f) => f.id === id)) {
        joined++;
        const restarted = there.serverId !== serverId;
        serverId = there.serverId;
        say("warning", restarted ? RESTARTED : "The film was closed.");
        await begin(there).catch((error) => {
          joined = mine;
          say("error", error.message);
        });
        store.set("lost", null);
      }
    },
    found: async () => {
      newest.begin(id);
      store.set("lost", null);
      // a program that was started anew may have given the same name to another film
      const there = await server.hello().catch(() => null);
      if (there && there.serverId !== serverId) {
        serverId = there.serverId;
        say("warning", RESTARTED);
      }
    },
  });
}

async function open(what) {
  join((await server.open(what)).id);
}

/** The film of the address, the newest one that is open, or the first example. In a class each page has its own film. */
async function begin(hello) {
  const asked = location.hash.slice(1);
  const shared = hello.limits.class ? null : hello.films.filter((f) => f.kind !== "folder").at(-1);
  const known = hello.films.find((f) => f.id === asked) ?? shared;
  if (known) join(known.id);
  else await open({ example: hello.limits.class ? SECOND : FIRST });
}

/** From pictures to the film of four electrodes, and back. */
function createSwitch(pictures) {
  const button = byId("switch");
  button.hidden = store.get("limits").class;
  store.on("state", () => (button.textContent = pictures.isOn() ? "Four electrodes" : "Pictures"));
  button.addEventListener("click", async () => {
    const wanted = pictures.isOn() ? SECOND : FIRST;
    try {
      const [films, examples] = await Promise.all([server.films(), server.examples()]);
      const name = examples.find((e) => e.id === wanted).yaml.match(/^name: *(.*)$/m)[1];
      const open_ = films.findLast((f) => f.kind === "live" && f.name === name);
      if (open_) join(open_.id);
      else await open({ example: wanted });
    } catch (error) {
      say("error", error.message);
    }
  });
}

function flip(k) {
  store.set("playing", null);
  command({ command: "flip", electrode: store.get("state").electrodes[k].name });
}

function actions(controls, pictures) {
  const signs = () => store.get("state").pattern;
  return {
    flip: (k) => !store.get("state").readOnly && (pictures.isOn() ? pictures.turn(k) : flip(k)),
    paint: (list, sign) => command({ command: "set", pattern: [...signs()].map((c, k) => (list.includes(k) ? (sign > 0 ? "+" : "-") : c)).join("") }),
    paints: () => !pictures.isOn() && controls.paints() && !store.get("state").readOnly,
    move(k, by) {
      const e = store.get("state").electrodes[k];
      command({ command: "move", electrode: e.name, centre: movedTo(e, by) });
    },
    movable: (k) => !store.get("state").readOnly && store.get("state").electrodes[k].movable,
    signOf: (k) => (signs()?.[k] === "-" ? -1 : 1),
  };
}

async function start() {
  createTheme(store);
  createStatus(store);
  createExplain(store);
  let hello;
  try {
    hello = await server.hello();
  } catch (error) {
    store.set("lost", error.message);
    setTimeout(() => location.reload(), 3000);
    return;
  }
  serverId = hello.serverId;
  store.set("limits", hello.limits);
  const controls = createControls(store, command, hello.layouts, open);
  const pictures = createPictures(store, command, join);
  createFilm(store, actions(controls, pictures));
  createSwitch(pictures);
  createEnergies(store, (pattern) => !store.get("state").readOnly && command({ command: "set", pattern }));
  createSignals(store, command);
  createOhmmeter(store);
  createRetain(store, command);
  createMemories(store);
  createWeights(store, command);
  createCurves(store);
  createRecall(store, command);
  createFile(store, open);
  createScrub(store);
  createAdvice(store, command);
  createLibrary(store, open, join);
  createDevice(store, open);
  createTabs(store, document.querySelector("[role=tablist]"));
  window.addEventListener("hashchange", () => location.hash.slice(1) !== store.get("state")?.id && join(location.hash.slice(1)));
  await begin(hello).catch((error) => say("error", error.message));
  byId("film-view").dataset.ready = "true";
}

start();
