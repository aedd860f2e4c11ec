// Draw, teach, spoil, recall: films with a row, a picture each, as one memory. Each picture has a film of its own, which relaxes while the next
// picture is drawn. Dark pixels are -, those into which the row's current flows.

import { byId, h, roving, say } from "./dom.js";
import { columnsOf, pixelsOf } from "./row.js";
import { server } from "./server.js";

const EXAMPLE = "pictures";
const WRITE = { command: "write", time: "2 ns" };

/** A picture whose pixels are not all right after so many blocks stays as it is. */
const MOST_BLOCKS = 2;

/** Share of the pixels that Spoil turns. */
const SPOILED = 0.2;

/** Between two pixels that turn back [ms]. */
const BEAT = 220;

const STARTERS = {
  heart: ".#.#. ##### ##### .###. ..#..",
  A: "..#.. .#.#. #...# ##### #...#",
  face: ".#.#. .#.#. ..... #...# .###.",
};

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** A picture in miniature. */
function thumbnail(picture, columns) {
  const small = h("span", { class: "thumb", "aria-hidden": "true" }, ...[...picture].map((c) => h("i", { class: c === "-" ? "dark" : "" })));
  small.style.setProperty("--columns", columns);
  return small;
}

/** The current of a row, as a share of the largest that it can have. */
const strength = (share) => [
  h("meter", { value: share, title: "row current, as a share of the largest that it can have", "aria-label": "row current" }),
  h("span", { class: "small" }, `row current ${Math.round(100 * share)} %`),
];

export function createPictures(store, command, join) {
  const place = byId("pictures");
  const grid = byId("picture-grid");
  const cells = () => [...grid.children];
  let signs = "";
  let turned = [];
  /** The stored picture that was spoiled. */
  let meant = null;
  let columns = 0;
  let memories = [];
  let currents = null;
  let answer = null;
  /** What Teach asked for: the film, the picture, blocks so far, and whether the film has begun. */
  let lesson = null;
  let preparing = null;
  let isBusy = false;

  const state = () => store.get("state");
  const isOn = () => pixelsOf(state()) > 0;
  const tell = (text, kind = "") => {
    say(byId("picture-verdict"), text);
    byId("picture-verdict").className = `verdict ${kind}`;
  };
  const fail = (error) => tell(error.message, "wrong");
  const memoryOf = (film) => memories.find((m) => m.film === film);

  /** The picture in the grid and on the film; pixels that Spoil turned are marked. */
  function show(flipped = []) {
    cells().forEach((cell, k) => {
      cell.setAttribute("aria-pressed", String(signs[k] === "-"));
      cell.classList.toggle("turned", turned.includes(k));
      cell.classList.toggle("flash", flipped.includes(k));
    });
    store.set("picture", { pattern: `+${signs}`, flipped: flipped.map((k) => k + 1) });
    buttons();
  }

  function draw(next, marks = []) {
    signs = next;
    turned = marks;
    if (marks.length === 0) meant = null;
    currents = answer = null;
    show();
    shelf();
  }

  function turn(k, to = signs[k] === "-" ? "+" : "-") {
    if (isBusy || lesson || signs[k] === to) return;
    draw(signs.slice(0, k) + to + signs.slice(k + 1), turned.filter((t) => t !== k));
  }

  function buttons() {
    const isDrawn = signs.includes("-") && signs.includes("+");
    byId("teach").disabled = isBusy || lesson !== null || !isDrawn;
    byId("spoil").disabled = isBusy || lesson !== null || !isDrawn;
    byId("recall-picture").disabled = isBusy || lesson !== null || memories.length === 0;
    byId("clear").disabled = isBusy || lesson !== null;
  }

  /** Draws with one stroke: all pixels that it touches become as the first. */
  function listen() {
    let ink = null;
    const under = (e) => cells().indexOf(document.elementFromPoint(e.clientX, e.clientY));
    grid.addEventListener("pointerdown", (e) => {
      const k = under(e);
      if (k < 0 || e.button !== 0) return;
      ink = signs[k] === "-" ? "+" : "-";
      turn(k, ink);
    });
    grid.addEventListener("pointermove", (e) => {
      const k = ink === null ? -1 : under(e);
      if (k >= 0) turn(k, ink);
    });
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (ink = null));
    // a key; a pointer has drawn already
    grid.addEventListener("click", (e) => e.detail === 0 && turn(cells().indexOf(e.target)));
  }

  function build(pixels) {
    grid.style.setProperty("--columns", columns);
    grid.replaceChildren(...Array.from({ length: pixels }, (_, k) =>
      h("button", { "aria-label": `Row ${1 + Math.floor(k / columns)}, column ${1 + (k % columns)}`, "aria-pressed": "false" })));
    roving(cells());
    byId("starters").parentElement.hidden = pixels !== 25;
    byId("starters").replaceChildren(...(pixels !== 25 ? [] : Object.entries(STARTERS).map(([name, rows]) => {
      const picture = [...rows.replaceAll(" ", "")].map((c) => (c === "#" ? "-" : "+")).join("");
      return h("button", { class: "starter", "aria-label": `Draw: ${name}`, title: `draws: ${name}`, onclick: () => !isBusy && !lesson && draw(picture) }, thumbnail(picture, columns));
    })));
  }

  /** The pictures that are held, each with the current of its row. */
  function shelf() {
    byId("shelf").replaceChildren(...memories.map((m, k) => {
      const share = currents?.find((c) => c.film === m.film)?.share;
      return h("li", { class: m.film === answer ? "answer" : "" },
        h("button", { "aria-label": `Picture ${k + 1}: show it and its film`, title: "shows the picture and its film", onclick: () => pick(m) }, thumbnail(m.picture, columns)),
        h("button", { class: "forget", "aria-label": `Forget picture ${k + 1}`, title: "closes its film", onclick: () => forget(m) }, "\u00d7"),
        h("span", { class: "small" }, m.wrong === 0 ? `film ${m.film.slice(1)}` : `${m.wrong} wrong`),
        ...(share === undefined ? [] : strength(Math.abs(share))));
    }));
    byId("shelf-empty").hidden = memories.length > 0;
  }

  function pick(m) {
    if (isBusy || lesson) return;
    if (m.film !== state().id) join(m.film);
    draw(m.picture);
    tell("Spoil some pixels, then Recall.");
  }

  async function forget(m) {
    if (isBusy || lesson) return;
    try {
      if (m.film === state().id) join(await blank());
      await server.close(m.film);
      await refresh();
    } catch (error) {
      fail(error);
    }
  }

  async function refresh() {
    const pixels = pixelsOf(state());
    memories = (await server.memories()).filter((m) => m.picture.length === pixels);
    shelf();
    buttons();
  }

  /** A film of this kind that holds nothing, relaxed from a maze of its own. */
  async function prepare() {
    const films = await server.films();
    const free = films.find((f) => f.name === EXAMPLE && f.kind === "live" && !memoryOf(f.id) && f.id !== lesson?.film);
    if (free) return free.id;
    const { yaml } = (await server.examples()).find((e) => e.id === EXAMPLE);
    const seed = 801 + Math.max(0, ...films.map((f) => Number(f.id.slice(1))));
    return (await server.open({ experiment: yaml.replace(/seed: \d+/, `seed: ${seed}`) })).id;
  }
  function blank() {
    preparing ??= prepare().finally(() => (preparing = null));
    return preparing;
  }

  async function teach() {
    const known = memories.find((m) => m.picture === signs);
    if (known) {
      tell("This picture is stored already. Spoil some pixels, then Recall.");
      return;
    }
    lesson = { film: null, picture: signs, blocks: 0, begun: false };
    turned = [];
    show();
    try {
      const film = memoryOf(state().id) || state().name !== EXAMPLE ? await blank() : state().id;
      lesson.film = film;
      if (film !== state().id) join(film);
      await goOn();
    } catch (error) {
      lesson = null;
      buttons();
      fail(error);
    }
  }

  /** The next thing that a lesson needs, at each news of its film. */
  async function goOn() {
    const now = state();
    if (!lesson?.film || now.id !== lesson.film || lesson.waits) return;
    if (now.status === "failed") {
      lesson = null;
      buttons();
    } else if (now.doing === "start" || now.doing === "relax") {
      tell("The film relaxes into its maze first; then it is taught.");
    } else if (now.status === "idle" && !lesson.begun) {
      lesson.waits = true;
      lesson.begun = (await command({ ...WRITE, picture: lesson.picture }, fail)) !== null;
      lesson.blocks++;
      if (lesson.begun) {
        tell("Current flows into the dark pixels; the stripes turn, and the film learns.");
        lesson.waits = false;
      } else {
        lesson = null;
        buttons();
      }
    } else if (now.status === "idle") {
      await taught();
    }
  }

  async function taught() {
    lesson.waits = true;
    await refresh();
    const wrong = memoryOf(lesson.film)?.wrong;
    if (wrong > 0 && lesson.blocks < MOST_BLOCKS) {
      lesson.waits = lesson.begun = false;
      await goOn();
      return;
    }
    lesson = null;
    buttons();
    if (wrong === undefined) tell("The lesson was stopped before its end.", "wrong");
    else if (wrong > 0) tell(`${wrong} of ${signs.length} pixels came out wrong. Forget it and teach it again: another maze may take it.`, "wrong");
    else tell(`Learned: all ${signs.length} pixels. Spoil some, then Recall; or draw the next picture.`, "good");
    // the next film relaxes while somebody plays
    blank().catch(() => {});
  }

  function spoil() {
    const before = turned.length === 0 ? (memories.find((m) => m.picture === signs)?.picture ?? null) : meant;
    const whole = [...signs].map((_, k) => k).filter((k) => !turned.includes(k));
    const marks = [...turned];
    for (let n = Math.round(SPOILED * signs.length); n > 0 && whole.length > 0; n--) marks.push(...whole.splice(Math.floor(Math.random() * whole.length), 1));
    draw([...signs].map((c, k) => (marks.includes(k) && !turned.includes(k) ? (c === "-" ? "+" : "-") : c)).join(""), marks);
    meant = before;
    tell(`${marks.length} of ${signs.length} pixels are spoiled.`);
  }

  async function recall() {
    isBusy = true;
    buttons();
    try {
      const back = await server.recall(signs);
      currents = back.currents;
      answer = back.film;
      if (back.film !== state().id) join(back.film);
      shelf();
      const wrong = [...signs].map((_, k) => k).filter((k) => signs[k] !== back.picture[k]);
      tell(memories.length > 1 ? "The film with the strongest current answers." : "The film answers with its current.");
      for (const k of wrong) {
        if (!calm.matches) await wait(BEAT);
        signs = signs.slice(0, k) + back.picture[k] + signs.slice(k + 1);
        turned = turned.filter((t) => t !== k);
        show([k]);
      }
      if (!calm.matches) await wait(BEAT);
      turned = [];
      show();
      tell(...verdict(back, wrong.length));
    } catch (error) {
      fail(error);
    }
    isBusy = false;
    buttons();
  }

  function verdict(back, wrong) {
    const stored = memoryOf(back.film)?.picture;
    const which = memories.length > 1 ? `Picture ${1 + memories.findIndex((m) => m.film === back.film)}` : "The picture";
    const negative = [...(stored ?? "")].map((c) => (c === "-" ? "+" : "-")).join("");
    if (back.picture === stored && (meant ?? stored) !== stored) return [`${which} came back instead: the spoiled picture was nearer to it.`, "wrong"];
    if (back.picture === stored) return [`${which} is back: ${wrong} pixel${wrong === 1 ? "" : "s"} put right.`, "good"];
    if (back.picture === negative) return [`The negative of ${which.toLowerCase()} came back: it was nearer.`, ""];
    return [`${which} came back with wrong pixels.`, "wrong"];
  }

  byId("teach").addEventListener("click", teach);
  byId("spoil").addEventListener("click", spoil);
  byId("recall-picture").addEventListener("click", recall);
  byId("clear").addEventListener("click", () => {
    draw("+".repeat(signs.length));
    tell("");
  });
  byId("all-controls").addEventListener("click", () => {
    const all = document.documentElement.classList.toggle("all-controls");
    byId("all-controls").setAttribute("aria-expanded", String(all));
  });
  listen();

  store.on("state", (now) => {
    const pixels = pixelsOf(now);
    const was = !place.hidden;
    place.hidden = pixels === 0;
    document.documentElement.classList.toggle("has-row", pixels > 0);
    if (pixels === 0) {
      if (was) store.set("picture", null);
      return;
    }
    if (cells().length !== pixels) {
      columns = columnsOf(now);
      build(pixels);
      draw("+".repeat(pixels));
      tell("Draw a picture, and teach it to the film.");
    }
    if (!was) {
      show();
      refresh().catch(fail);
    }
    goOn().catch(fail);
  });

  return { isOn, turn: (k) => k > 0 && turn(k - 1) };
}
