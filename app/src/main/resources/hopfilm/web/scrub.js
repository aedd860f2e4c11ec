// The snapshots of a run folder: the slider goes through them, or they are played.

import { byId } from "./dom.js";
import { nanoseconds } from "./format.js";
import { server } from "./server.js";

const BEAT = 250;

export function createScrub(store) {
  const slider = byId("scrub-at");
  let snapshots = [];
  let id = null;
  let timer = 0;
  let wanted = -1;
  let busy = false;

  async function show(k) {
    wanted = k;
    slider.value = k;
    byId("scrub-time").textContent = `${nanoseconds(snapshots[k].time)}, ${k + 1} of ${snapshots.length}`;
    slider.setAttribute("aria-valuetext", byId("scrub-time").textContent);
    if (busy) return;
    busy = true;
    // only the newest place matters while one drags
    while (wanted >= 0) {
      const next = wanted;
      wanted = -1;
      try {
        const frame = await server.frame(id, snapshots[next].index);
        if (frame && store.get("state")?.id === id) store.set("frame", frame);
      } catch (error) {
        store.set("said", { level: "error", text: error.message });
      }
    }
    busy = false;
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    byId("scrub-play").textContent = "\u25b6";
    byId("scrub-play").setAttribute("aria-label", "Play the snapshots");
  }

  store.on("state", async (state) => {
    if (state.id === id) return;
    id = state.id;
    stop();
    byId("scrub").hidden = true;
    if (state.kind !== "folder") return;
    snapshots = await server.snapshots(id).catch(() => []);
    if (snapshots.length === 0 || state.id !== id) return;
    byId("scrub").hidden = false;
    slider.max = snapshots.length - 1;
    show(snapshots.length - 1);
  });
  slider.addEventListener("input", () => {
    stop();
    show(Number(slider.value));
  });
  byId("scrub-play").addEventListener("click", () => {
    if (timer) {
      stop();
      return;
    }
    byId("scrub-play").textContent = "\u275a\u275a";
    byId("scrub-play").setAttribute("aria-label", "Hold");
    let k = Number(slider.value) === snapshots.length - 1 ? -1 : Number(slider.value);
    timer = setInterval(() => {
      if (++k >= snapshots.length) stop();
      else show(k);
    }, BEAT);
  });
}
