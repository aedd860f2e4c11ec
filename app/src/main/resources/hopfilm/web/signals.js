// A signal for each contact, as a step drive has it.

import { byId, h } from "./dom.js";
import { given } from "./drive.js";
import { quantity } from "./format.js";

const OFFERED = { amplitude: "10 mV", frequency: "0.25 GHz", on: "1 ns", off: "1 ns", samples: "0, 1, 0.5", every: "1 ns" };

const amplitude = (key, label) => ({ key, label, offered: "amplitude", title: "with its unit: a voltage, 10 mV, or a current into the film, 1 mA" });
const field = (key, label, title, offered = key) => ({ key, label, title, offered });

/** What a contact can be given, and the fields of each, by their keys in files. */
const KINDS = {
  zero: { name: "0 V", fields: [] },
  constant: { name: "constant", fields: [amplitude("value", "value")] },
  sine: {
    name: "sine",
    fields: [amplitude("sine", "amplitude"), field("frequency", "frequency", "with its unit: 1 GHz"),
      field("offset", "offset", "is added at all times: 5 mV; may be empty"), field("phase", "phase", "at the start: 90 deg; may be empty")],
  },
  pulses: {
    name: "pulses",
    fields: [amplitude("pulses", "height"), field("on", "on", "how long a pulse takes: 1 ns"), field("off", "off", "the pause between two pulses: 1 ns"),
      field("ramp", "ramp", "how long a pulse takes to rise, and to fall: 0.1 ns; may be empty")],
  },
  samples: {
    name: "samples",
    fields: [field("samples", "numbers", "each is held until the next: 0, 1, 0.5"), field("every", "every", "from one number to the next: 1 ns"),
      amplitude("scale", "times")],
  },
  float: { name: "float", fields: [] },
};

const plain = (text) => (text ?? "").trim().replaceAll("\u2212", "-");
const numbers = (text) => text.split(/[\s,;]+/).filter(Boolean).map((x) => (Number.isFinite(Number(x)) ? Number(x) : x));

/** What is given at a contact, and whether it is a current. */
function signal({ kind, values }) {
  if (kind === "zero") return { value: "0 V" };
  if (kind === "float") return { value: "float" };
  const typed = KINDS[kind].fields.map((f) => [f, plain(values[f.key])]);
  const size = typed.find(([f]) => f.offered === "amplitude")[1];
  const isCurrent = /A$/.test(size);
  if (kind === "constant") return { value: size, isCurrent };
  const filled = typed.filter(([, text]) => text !== "").map(([f, text]) => [f.key, f.key === "samples" ? numbers(text) : text]);
  return { value: Object.fromEntries(filled), isCurrent };
}

/** The command for contacts of name, kind and values. */
export function request(contacts, time) {
  const sides = { voltages: {}, currents: {} };
  for (const contact of contacts) {
    const { value, isCurrent } = signal(contact);
    sides[isCurrent ? "currents" : "voltages"][contact.name] = value;
  }
  const filled = Object.entries(sides).filter(([, side]) => Object.keys(side).length > 0);
  return { command: "drive", ...Object.fromEntries(filled), ...(plain(time) ? { time: plain(time) } : {}) };
}

export function createSignals(store, command) {
  const place = byId("signal-rows");
  const verdict = byId("drive-verdict");
  const button = byId("drive");
  const time = byId("drive-time");
  let rows = [];
  let built = "";

  function clear() {
    verdict.textContent = "";
    for (const input of [time, ...rows.flatMap((r) => [r.choice, ...r.inputs.values()])]) input.removeAttribute("aria-invalid");
  }

  /** Says what is wrong at the field that the program names. */
  function refused(error) {
    verdict.textContent = error.message;
    const key = error.key ?? "";
    const row = rows.find((r) => [`drive.voltages.${r.name}`, `drive.currents.${r.name}`].some((k) => key === k || key.startsWith(`${k}.`)));
    const last = key.slice(key.lastIndexOf(".") + 1);
    const wrong = row ? (row.inputs.get(last) ?? [...row.inputs.values()][0] ?? row.choice) : key === "drive.time" ? time : null;
    wrong?.setAttribute("aria-invalid", "true");
    wrong?.focus();
  }

  const own = (row) => ({ name: row.name, kind: row.choice.value, values: Object.fromEntries([...row.inputs].map(([key, input]) => [key, input.value])) });

  async function drive() {
    clear();
    await command(request(rows.map(own), time.value), refused);
  }

  function contact(name, kind, amplitude) {
    const typed = { amplitude };
    const choice = h("select", { "aria-label": `Signal of ${name}`, title: `what ${name} is given` },
      ...Object.entries(KINDS).map(([value, k]) => h("option", { value }, k.name)));
    const fields = h("span", { class: "row fields" });
    const row = { name, choice, inputs: new Map() };
    row.show = () => {
      for (const [key, input] of row.inputs) typed[key] = input.value;
      row.inputs = new Map();
      const labels = KINDS[choice.value].fields.map((f) => {
        const input = h("input", { class: f.key === "samples" ? "signs" : "short", title: f.title, "aria-describedby": "drive-verdict", spellcheck: "false", autocomplete: "off",
          value: typed[f.key] ?? (f.offered === "amplitude" ? amplitude : OFFERED[f.offered]) ?? "", oninput: clear });
        row.inputs.set(f.key, input);
        return h("label", {}, f.label, input);
      });
      fields.replaceChildren(...labels);
    };
    choice.value = kind;
    choice.addEventListener("change", () => {
      clear();
      row.show();
    });
    row.show();
    place.append(h("div", { class: "row", role: "group", "aria-label": name }, h("b", {}, name), choice, fields));
    return row;
  }

  button.addEventListener("click", drive);
  time.addEventListener("input", clear);
  store.on("state", (state) => {
    button.disabled = state.status === "failed" || state.doing === "relax";
    byId("signals").hidden = state.electrodes.length === 0;
    const now = [state.id, ...state.electrodes.map((e) => e.name)].join();
    if (now === built) return;
    built = now;
    clear();
    place.replaceChildren();
    const { value, unit } = given(state);
    const size = value ? quantity(Math.abs(value), unit) : OFFERED.amplitude;
    rows = state.electrodes.map((e, k) => contact(e.name, k === 0 ? "sine" : "zero", size));
  });
}
