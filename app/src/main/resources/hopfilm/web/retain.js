// What is left of the trained patterns at 0 K, for ever; asked for by a button, as a large film takes its time.

import { byId, say } from "./dom.js";
import { number } from "./format.js";

/** The rest limit in words, as hopfilm retain prints it. */
function words(limit) {
  if (limit.weights === null) return "The film has no weights.";
  const margin = limit.margin === null ? "" : ` The margin is ${number(limit.margin, 3)}.`;
  return `At rest, without heat, ${number(100 * limit.weights, 3)} % of the weights are left, and the film ${limit.recalled ? "recalls" : "does not recall"} all that was trained.${margin}`;
}

export function createRetain(store, command) {
  const button = byId("retain");
  const text = byId("rest-limit");
  const film = (state) => `${state.id} ${state.chapter} ${state.steps}`;
  let shown = "";

  store.on("state", (state) => {
    byId("forever").hidden = state.kind !== "live" || state.readOnly || state.trained.length === 0;
    if (film(state) !== shown) say(text, "");
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    say(text, "A copy of the film comes to rest\u2026");
    shown = film(store.get("state"));
    const answer = await command({ command: "retain" });
    shown = film(store.get("state"));
    say(text, answer ? words(answer.rest_limit) : "");
    button.disabled = false;
  });
}
