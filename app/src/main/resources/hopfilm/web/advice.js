// Why a film did not learn what was trained, and the voltage to try, as a button under the film.

import { byId } from "./dom.js";
import { given } from "./drive.js";
import { quantity } from "./format.js";
import { server } from "./server.js";

/** A voltage to try has no more digits than it is known to. */
const DIGITS = 2;

export function createAdvice(store, command) {
  const place = byId("advice");
  const button = byId("advice-try");
  let asked = "";

  async function look() {
    const state = store.get("state");
    const network = store.get("network");
    const isLost = state?.kind === "live" && state.status === "idle" && network?.outcome === "not-learned";
    const now = isLost ? `${state.id} ${state.chapter} ${state.steps}` : "";
    if (now === asked) return;
    asked = now;
    place.hidden = true;
    if (!isLost) return;
    const advice = await server.advice(state.id).catch(() => null);
    if (!advice || now !== asked) return;
    byId("advice-text").textContent = advice.text;
    button.hidden = advice.amplitude === null;
    if (!button.hidden) {
      const { key, unit } = given(state);
      const amplitude = quantity(advice.amplitude, unit, DIGITS);
      button.textContent = `Reset, and train at ${amplitude}`;
      button.onclick = async () => {
        place.hidden = true;
        if (await command({ command: "reset" })) await command({ command: "train", pattern: state.pattern, [key]: amplitude, ...(byId("time").value.trim() ? { time: byId("time").value.trim() } : {}) });
      };
    }
    place.hidden = false;
  }
  store.on("state", look);
  store.on("network", look);
}
