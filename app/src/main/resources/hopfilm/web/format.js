// Numbers with SI prefixes, times in words, patterns with a true minus sign. Numbers are written as in the figures of a run
// (hopfilm.chart.Prefix); PageLikeFiguresTest holds the two together.

const PREFIXES = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
const NONE = PREFIXES.indexOf("");

/** The prefix and factor that bring the largest of some numbers between 1 and 1000. */
export function prefix(largest) {
  const a = Math.abs(largest);
  if (!(a > 0) || !Number.isFinite(a)) return { name: "", factor: 1 };
  // the tiny factor keeps 999.9999999 of a prefix from being rounded up to 1000 of it
  const power = Math.floor(Math.log10(a * (1 + 1e-9)) / 3);
  const k = Math.max(0, Math.min(PREFIXES.length - 1, power + NONE));
  return { name: PREFIXES[k], factor: 10 ** (3 * (k - NONE)) };
}

/** The largest magnitude in some columns of a table; null counts as 0. */
export const largest = (columns) =>
  // not Math.max(...all): a call takes fewer arguments than a long table has numbers
  columns.flat().reduce((most, v) => Math.max(most, Math.abs(v ?? 0)), 0);

/** Three significant digits with a true minus. */
export function number(x, digits = 3) {
  if (x === null || x === undefined || Number.isNaN(x)) return "–";
  const text = x === 0 ? "0" : String(Number(x.toPrecision(digits)));
  return text.replaceAll("-", "\u2212");
}

/** A quantity such as 38.4 mV. */
export function quantity(x, unit, digits = 3) {
  if (x === null || x === undefined || Number.isNaN(x)) return "–";
  const p = prefix(x);
  return `${number(x / p.factor, digits)} ${p.name}${unit}`;
}

/** V0 of the patterns, or I0 of a network of resistances. */
export const input = (network) => (network.weights === "resistance" ? `I0 = ${quantity(network.V0, "A")}` : `V0 = ${quantity(network.V0, "V")}`);

/** The same with its sign written, as voltages are. */
export const signed = (x, unit) => (x > 0 ? "+" : "") + quantity(x, unit);

/** How hot a film is, as heat.js has it, and what that means. */
export const warmth = ({ kelvin, isModelled }) => (isModelled ? `${number(kelvin, 3)} K` : `+${number(kelvin, 2)} K if no heat leaves`);
export const warmthMeans = ({ isModelled }) =>
  isModelled
    ? "temperature of the hottest cell"
    : "what the Joule heat so far would do to a film that keeps it; the section heat of an experiment puts heat into the model";

/** Texts without a full stop, one after the other; a key or a symbol at the beginning stays as it is. */
export function sentences(texts) {
  const begun = (text) => (/^[a-z]{2,} /.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text);
  return texts.map((text) => `${begun(text)}${/[.!?]$/.test(text) ? "" : "."}`).join(" ");
}

/** A length of time as people say it. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "";
  if (seconds < 1) return "less than 1 s";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${number(seconds / 3600, 2)} h`;
}

/** Nanoseconds of the film with two decimals, so that the digits do not jump about. */
export const nanoseconds = (seconds) => `${(seconds * 1e9).toFixed(2)} ns`;

/** A pattern for the eye: + and −. */
export const pretty = (pattern) => pattern.replaceAll("-", "\u2212");

/** More signs than these are a picture, and are not read one by one. */
const READ = 9;
export const isPicture = (pattern) => pattern.length > READ;

/** A pattern in a sentence. */
export const brief = (pattern) => (isPicture(pattern) ? `${pretty(pattern.slice(0, 4))}\u2026` : pretty(pattern));

export const flip = (pattern) =>
  [...pattern].map((c) => (c === "+" ? "-" : "+")).join("");

/** A pattern and its negative are one state; it is written with + first. */
export const canonical = (pattern) => (pattern[0] === "-" ? flip(pattern) : pattern);

/** The pattern with sign k turned round. */
export const flipOne = (pattern, k) =>
  pattern.slice(0, k) + (pattern[k] === "+" ? "-" : "+") + pattern.slice(k + 1);

/** Ticks at round numbers that cover low to high. */
export function ticks(low, high, about = 5) {
  const span = high - low;
  if (!(span > 0)) return [low];
  const raw = span / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * [1, 2, 5, 10].find((f) => f * power >= raw * 0.999);
  const out = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) out.push(k * step);
  return out;
}
