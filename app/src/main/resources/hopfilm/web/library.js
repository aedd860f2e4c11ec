// Examples, films that are open in the program, and run folders, in two dialogs.

import { byId, h } from "./dom.js";
import { server } from "./server.js";

const WORDS = { idle: "ready", running: "running", paused: "paused", done: "finished", failed: "failed" };

export function createLibrary(store, open, join) {
  const examples = byId("examples-dialog");
  const runs = byId("runs-dialog");
  const fail = (error) => store.set("said", { level: "error", text: error.message });

  for (const dialog of [examples, runs]) {
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (e) => e.target === dialog && dialog.close());
  }

  async function start(what, dialog) {
    dialog.close();
    await open(what).catch(fail);
  }

  byId("open-examples").addEventListener("click", async () => {
    examples.showModal();
    try {
      const list = await server.examples();
      byId("examples").replaceChildren(...list.map((e) =>
        h("button", { "data-example": e.id, onclick: () => start({ example: e.id }, examples) },
          h("strong", {}, e.title), h("span", {}, e.text))));
    } catch (error) {
      examples.close();
      fail(error);
    }
  });

  async function showRuns() {
    const [films, folders] = await Promise.all([server.films(), server.folders()]);
    const now = store.get("state")?.id;
    byId("runs-open").replaceChildren(...films.map((f) =>
      h("li", {},
        h("button", { "aria-current": f.id === now ? "true" : null, onclick: () => (runs.close(), join(f.id)) },
          f.name, h("span", { class: "state" }, `${f.id === now ? "on screen, " : ""}${WORDS[f.status] ?? f.status}`)),
        f.id === now || f.kind === "watched" ? null : h("button", { "aria-label": `Close ${f.name}`, onclick: async () => {
          await server.close(f.id).catch(fail);
          await showRuns().catch(fail);
        } }, "Close"))));
    byId("runs-folders").replaceChildren(...(folders.length === 0 ? [h("li", { class: "small" }, "No run folder yet. Save writes one.")] : folders.map((f) =>
      h("li", {}, h("button", { "data-folder": f.folder, onclick: () => start({ folder: f.folder }, runs) },
        f.folder, h("span", { class: "state" }, `${f.name}, ${WORDS[f.status] ?? f.status}, ${f.snapshots} snapshots`))))));
  }
  byId("open-runs").addEventListener("click", () => {
    runs.showModal();
    showRuns().catch((error) => (runs.close(), fail(error)));
  });
}
