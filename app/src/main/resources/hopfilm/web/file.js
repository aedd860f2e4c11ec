// The experiment file of what is on screen: edited here, checked by the program as one types, errors marked at their line.

import { byId, h } from "./dom.js";
import { duration, sentences } from "./format.js";
import { server } from "./server.js";

const PAUSE = 400;

/** Comments, keys and patterns of a line in their own colours. */
function coloured(line) {
  const comment = line.search(/(^|\s)#/);
  const code = comment < 0 ? line : line.slice(0, comment);
  const out = [];
  let at = 0;
  for (const part of code.matchAll(/([\w.]+)(?=:(?:\s|$))|"[+-]+"/g)) {
    out.push(code.slice(at, part.index), h("span", { class: part[1] ? "key" : "sign" }, part[0]));
    at = part.index + part[0].length;
  }
  out.push(code.slice(at));
  if (comment >= 0) out.push(h("span", { class: "comment" }, line.slice(comment)));
  return out;
}

export function createFile(store, open) {
  const text = byId("file-text");
  const colours = byId("file-colours");
  const lines = byId("file-lines");
  const verdict = byId("file-verdict");
  let edited = false;
  let wrong = [];
  let timer = 0;
  let asked = 0;
  let older = new AbortController();

  function paint() {
    const all = text.value.split("\n");
    colours.replaceChildren(...all.flatMap((line, k) =>
      [h("span", { class: wrong.includes(k + 1) ? "wrong-line" : null }, ...coloured(line), wrong.includes(k + 1) && line === "" ? " " : ""), "\n"]));
    lines.replaceChildren(...all.map((_, k) => h("span", { class: wrong.includes(k + 1) ? "wrong" : null }, String(k + 1))));
    scroll();
  }
  function scroll() {
    colours.scrollTop = lines.scrollTop = text.scrollTop;
    colours.scrollLeft = text.scrollLeft;
  }
  function say(words, kind) {
    verdict.textContent = words;
    verdict.className = `verdict ${kind}`;
    text.setAttribute("aria-invalid", String(kind === "wrong"));
    byId("file-run").disabled = kind === "wrong";
  }
  function refused(error) {
    // several errors have a line each, which begins with its place
    const places = [...error.message.matchAll(/^line (\d+): /gm)].map((place) => Number(place[1]));
    wrong = places.length > 0 ? places : error.line ? [error.line] : [];
    const place = wrong.length > 0 && places.length === 0 ? `Line ${wrong[0]}: ` : "";
    say(place + error.message.replace(/^line /gm, "Line "), "wrong");
    paint();
    if (wrong.length > 0) {
      const row = (wrong[0] - 1) * 19;
      if (row < text.scrollTop || row > text.scrollTop + text.clientHeight - 40) text.scrollTop = Math.max(0, row - 80);
    }
  }

  async function check() {
    const mine = ++asked;
    // the program gives it up too
    older.abort();
    older = new AbortController();
    try {
      const answer = await server.check(text.value, older.signal);
      if (mine !== asked) return;
      if (!answer.ok) {
        refused(answer.error);
        return;
      }
      wrong = [];
      const facts = [answer.facts?.cells?.replace(" of ", " cells of "), answer.seconds ? `about ${duration(answer.seconds)} of computing` : null].filter(Boolean).join(", ");
      say(`In order${facts ? `: ${facts}` : ""}.${answer.warnings.length > 0 ? ` ${sentences(answer.warnings)}` : ""}`, "good");
      paint();
    } catch (error) {
      if (mine === asked) refused(error);
    }
  }

  function show(yaml) {
    edited = false;
    wrong = [];
    text.value = yaml;
    text.scrollTop = 0;
    paint();
    check();
  }

  async function current() {
    const state = store.get("state");
    if (!state) return;
    try {
      show(await server.experiment(state.id));
    } catch (error) {
      refused(error);
    }
  }

  text.addEventListener("input", () => {
    edited = true;
    paint();
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  text.addEventListener("scroll", scroll);
  byId("file-current").addEventListener("click", current);
  byId("file-run").addEventListener("click", async () => {
    try {
      await open({ experiment: text.value, protocol: byId("file-protocol").checked });
      edited = false;
    } catch (error) {
      refused(error);
    }
  });
  byId("file-open").addEventListener("change", async (e) => {
    const [file] = e.target.files;
    if (!file) return;
    show(await file.text());
    edited = true;
    e.target.value = "";
  });
  // an edited text is downloaded as it stands
  byId("file-download").addEventListener("click", (e) => {
    const link = e.currentTarget;
    if (edited) {
      link.href = URL.createObjectURL(new Blob([text.value], { type: "text/yaml" }));
      link.download = "experiment.yaml";
    } else {
      link.href = server.download(store.get("state").id);
      link.download = "";
    }
  });
  byId("file-download").href = "#";

  let shown = "";
  store.on("tab", (tab) => tab === "file" && !edited && current());
  store.on("state", (state) => {
    // a new film, or other electrodes, is another file; what somebody is writing stays
    const now = `${state.id} ${state.chapter} ${state.undo} ${state.status}`;
    if (now === shown) return;
    shown = now;
    if (store.get("tab") === "file" && !edited) current();
  });
}
