// The playground: a wrong or noisy pattern, the nodes flipping one by one on the film, the energy walking down the bars.

import { byId, h, say } from "./dom.js";
import { brief, flip, flipOne, isPicture, pretty, quantity } from "./format.js";
import { centreOf } from "./film/electrodes.js";

const BEAT = 700;

export function createRecall(store, command) {
  const start = byId("recall-start");
  const end = byId("recall-end");
  const at = byId("recall-at");
  let pattern = "";
  let timer = 0;
  let film = "";

  /** Takes the walk off the film. */
  function leave() {
    clearTimeout(timer);
    if (store.get("playing")) store.set("playing", null);
  }

  /** Small discs where the electrodes are on the film. */
  function nodes(box, state, signs, differs, press) {
    const size = state.film.size;
    const [w, d] = [size[0], size[1]].map((l) => l / Math.max(size[0], size[1]));
    const disc = Math.max(13, Math.min(30, 100 / (Math.sqrt(signs.length) + 1)));
    box.replaceChildren(...state.electrodes.map((e, k) => {
      const plus = signs[k] === "+";
      const node = h(press ? "button" : "span", {
        class: `${plus ? "plus" : "minus"}${differs?.[k] ? " differs" : ""}`,
        "aria-label": press ? `${e.name} ${plus ? "plus" : "minus"}, turn it` : null,
        onclick: press ? () => press(k) : null,
      }, plus ? "+" : "\u2212");
      const [x, y] = centreOf(e, size);
      const inside = (v) => 12 + 76 * v;
      node.style.left = `${inside(0.5 + (x / size[0] - 0.5) * w)}%`;
      node.style.top = `${inside(0.5 + (0.5 - y / size[1]) * d)}%`;
      node.style.width = node.style.height = `${disc}px`;
      node.style.fontSize = `${disc * 0.62}px`;
      return node;
    }));
  }

  function showStart() {
    const state = store.get("state");
    if (!state) return;
    const focused = [...start.children].indexOf(document.activeElement);
    nodes(start, state, pattern, null, (k) => {
      pattern = flipOne(pattern, k);
      leave();
      showStart();
    });
    start.children[focused]?.focus();
  }

  /** Shows the walk up to step k on the film, on the bars and beside the start. */
  function step(k) {
    const path = store.get("retrieval");
    const state = store.get("state");
    const last = path.steps.length - 1;
    const now = path.steps[k];
    at.value = k;
    store.set("playing", { pattern: now.pattern, flipped: now.flipped, path: path.steps.slice(0, k + 1) });
    const target = path.recalled;
    const differs = (signs) => [...signs].map((c, i) => target && c !== target[i]);
    // the negative of the trained pattern is the same state
    const near = (signs) => {
      const d = differs(signs);
      return target && d.filter(Boolean).length > signs.length / 2 ? differs(flip(signs)) : d;
    };
    nodes(end, state, now.pattern, near(now.pattern), null);
    end.setAttribute("aria-label", `Step ${k}: ${pretty(now.pattern)}`);
    byId("recall-end-name").textContent = k === last && path.end ? "end" : `step ${k} of ${last}`;
    byId("recall-step").textContent = `E′ ${quantity(now.energy, "W")}`;
    const verdict = byId("recall-verdict");
    say(verdict, k === last ? ending(path, last) : "");
    verdict.classList.toggle("good", k === last && path.hit);
  }

  function ending(path, last) {
    const flips = path.steps.reduce((sum, p) => sum + p.flipped.length, 0);
    const after = last === 0 ? "It stays where it is" : `It ends after ${flips} flip${flips === 1 ? "" : "s"}`;
    const note = path.note ? ` ${path.note}` : "";
    if (path.end === null) return `It has no end: it goes round among ${path.cycle.map(brief).join(", ")}.${note}`;
    if (path.hit) return `${after}, at the trained ${isPicture(path.end) ? "picture" : `pattern ${pretty(path.recalled)}`}${path.end === path.recalled ? "" : " (its negative)"}.${note}`;
    if (path.recalled === null || path.recalled === undefined) return `${after}, at ${brief(path.end)}. Nothing was trained yet.${note}`;
    return `${after}, ${isPicture(path.end) ? "" : `at ${pretty(path.end)}: `}${path.distance} sign${path.distance === 1 ? "" : "s"} away from the trained ${isPicture(path.end) ? "picture" : pretty(path.recalled)}.${note}`;
  }

  function play() {
    clearTimeout(timer);
    const path = store.get("retrieval");
    at.max = path.steps.length - 1;
    byId("recall-play").hidden = false;
    const beat = path.steps.length > 20 ? BEAT / 4 : BEAT;
    const go = (k) => {
      step(k);
      if (k < path.steps.length - 1) timer = setTimeout(go, beat, k + 1);
      else timer = setTimeout(() => store.get("tab") !== "recall" && store.set("playing", null), 4 * BEAT);
    };
    go(0);
  }

  store.on("state", (state) => {
    // what is recalled was so of the film before, and would hide the signs that it has now
    const now = `${state.id} ${state.chapter} ${state.pattern} ${state.training}`;
    if (now !== film) leave();
    film = now;
    const n = state.electrodes.length;
    if (pattern.length !== n || start.dataset.film !== `${state.id} ${state.chapter}`) {
      start.dataset.film = `${state.id} ${state.chapter}`;
      const base = state.trained[0] ?? state.pattern ?? "+-".repeat(n).slice(0, n);
      pattern = base.length === n ? flipOne(base, 0) : "+".repeat(n);
      byId("recall-flips").max = n;
      byId("recall-play").hidden = true;
      say(byId("recall-verdict"), "");
      byId("recall-end-name").textContent = "end";
      end.replaceChildren();
      showStart();
    }
    byId("recall-run").disabled = state.readOnly || state.trained.length === 0;
    byId("recall-run").title = state.trained.length === 0 ? "Train a pattern first" : "";
    byId("recall-noise").disabled = (state.trained[0] ?? state.pattern) === null;
  });
  store.on("retrieval", (path) => {
    if (!path) {
      leave();
      return;
    }
    pattern = path.start;
    showStart();
    if (path.fresh) play();
    else {
      at.max = path.steps.length - 1;
      byId("recall-play").hidden = false;
      step(path.steps.length - 1);
      store.set("playing", null);
    }
  });
  // who leaves in the middle finds the walk at its end
  store.on("tab", (tab) => {
    if (tab === "recall" || !store.get("playing")) return;
    const path = store.get("retrieval");
    if (path) step(path.steps.length - 1);
    leave();
  });

  byId("recall-run").addEventListener("click", () => {
    const value = (id) => byId(id).value;
    const request = { command: "retrieve", start: pattern, update: value("recall-update"), order: value("recall-order"), seed: Number(value("recall-seed")) };
    if (value("recall-reference")) request.reference = value("recall-reference");
    if (value("recall-self")) request.self_term = value("recall-self");
    if (request.update === "graded") request.gain = Number(value("recall-gain"));
    command(request);
  });
  byId("recall-noise").addEventListener("click", () => {
    const state = store.get("state");
    const places = [...pattern].map((_, k) => k);
    pattern = state.trained[Math.floor(Math.random() * state.trained.length)] ?? state.pattern;
    for (let left = Number(byId("recall-flips").value); left > 0 && places.length > 0; left--) {
      const [k] = places.splice(Math.floor(Math.random() * places.length), 1);
      pattern = flipOne(pattern, k);
    }
    leave();
    showStart();
  });
  byId("recall-again").addEventListener("click", play);
  at.addEventListener("input", () => {
    clearTimeout(timer);
    step(Number(at.value));
  });
}
