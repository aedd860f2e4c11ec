// A drawing of a device: chosen or dropped, shown as the program reads it, with its contacts by name, and then made a film.

import { byId } from "./dom.js";
import { sentences } from "./format.js";
import { server } from "./server.js";

const PAUSE = 400;

/** The experiment that stands around a drawing; its film relaxes and then waits. */
function experiment(name) {
  const [scale, cell, thickness, substrate] = ["scale", "cell", "thickness", "substrate"].map((key) => byId(`device-${key}`).value);
  const title = name.replace(/\.svg$/i, "").replace(/[^\w -]+/g, " ").trim() || "drawn device";
  return [
    `name: ${JSON.stringify(title)}`,
    `device: {svg: drawing.svg, scale: ${JSON.stringify(scale)}}`,
    `film: {cell: ${JSON.stringify(cell)}, thickness: ${JSON.stringify(thickness)}}`,
    ...(substrate ? [`heat: {substrate: ${substrate}}`] : []),
    "protocol: [{rest: 1.5 ns}]",
    "",
  ].join("\n");
}

export function createDevice(store, open) {
  const dialog = byId("device-dialog");
  const drop = byId("device-drop");
  const picture = byId("device-picture");
  const verdict = byId("device-verdict");
  const begin = byId("device-start");
  let drawing = null;
  let yaml = null;
  let asked = 0;
  let taken = 0;
  let timer = 0;

  function say(words, kind) {
    verdict.textContent = words;
    verdict.className = `verdict ${kind}`;
  }
  function show(svg, names) {
    URL.revokeObjectURL(picture.src);
    picture.hidden = !svg;
    if (!svg) return;
    // as a picture it can do nothing but be looked at
    picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    picture.alt = `The film and its contacts ${names.join(", ")}`;
  }
  /** Something else is to be checked: until then there is nothing to start, and no answer to an earlier question counts. */
  function stale() {
    asked++;
    clearTimeout(timer);
    yaml = null;
    begin.disabled = true;
  }
  function refused(message) {
    stale();
    show(null);
    say(message, "wrong");
  }

  async function check() {
    stale();
    const mine = asked;
    if (!drawing) return;
    try {
      const text = experiment(drawing.name);
      const answer = await server.check(text, undefined, drawing.text);
      if (mine !== asked) return;
      if (!answer.ok) {
        refused(answer.error.message);
        return;
      }
      yaml = answer.yaml;
      begin.disabled = false;
      show(answer.picture, answer.electrodes);
      const facts = [`${answer.electrodes.length} contacts: ${answer.electrodes.join(", ")}`, answer.facts?.cells?.replace(" of ", " cells of ")].filter(Boolean).join("; ");
      say(`${facts}. ${sentences(answer.warnings)}`, "good");
    } catch (error) {
      if (mine === asked) refused(error.message);
    }
  }

  async function take(file) {
    if (!file) return;
    if (!dialog.open) dialog.showModal();
    stale();
    const mine = ++taken;
    drawing = null;
    if (file.size > store.get("limits").body) {
      refused(`${file.name} has ${Math.ceil(file.size / 1000)} kB; the page takes ${Math.floor(store.get("limits").body / 1000)} kB: simplify its paths, or use hopfilm run.`);
      return;
    }
    const text = await file.text();
    if (mine !== taken) return;
    drawing = { name: file.name, text };
    byId("device-name").textContent = file.name;
    say("", "");
    await check();
  }

  byId("open-device").addEventListener("click", () => dialog.showModal());
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (e) => e.target === dialog && dialog.close());
  byId("device-file").addEventListener("change", (e) => {
    const [file] = e.target.files;
    take(file);
    e.target.value = "";
  });
  for (const id of ["device-scale", "device-cell", "device-thickness", "device-substrate"]) {
    byId(id).addEventListener("input", () => {
      stale();
      timer = setTimeout(check, PAUSE);
    });
  }
  // anywhere on the page, so that nobody has to find the place
  const isFile = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragover", (e) => {
    if (!isFile(e)) return;
    e.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (e) => {
    if (!isFile(e)) return;
    e.preventDefault();
    drop.classList.remove("over");
    take(e.dataTransfer.files[0]);
  });
  begin.addEventListener("click", async () => {
    try {
      await open({ experiment: yaml });
      dialog.close();
    } catch (error) {
      say(error.message, "wrong");
    }
  });
}
