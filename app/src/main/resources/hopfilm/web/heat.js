// Power, Joule heat and temperature of a film, from the rows of its table.

/** Heat capacity of a metal, as AdiabaticHeat has it (J/m^3/K). */
const CAPACITY = 3.5e6;

/**
 * What the current does to the film: power now (W), heat so far (J), and how hot it is (K): the hottest cell where heat is in the
 * model, else how much hotter it would be if no heat left it. Null as long as no current has flowed.
 */
export function heat(table, film) {
  if (!table || !film || table.rows.length === 0) return null;
  const at = (name) => table.columns.findIndex((c) => c.name === name);
  const [t, power, hottest] = [at("t"), at("P"), at("T_max")];
  if (t < 0 || power < 0) return null;
  const rows = table.rows;
  let joule = 0;
  for (let k = 1; k < rows.length; k++) {
    joule += ((rows[k][power] + rows[k - 1][power]) / 2) * (rows[k][t] - rows[k - 1][t]);
  }
  if (!(joule > 0)) return null;
  const now = rows.at(-1);
  const isModelled = hottest >= 0 && Number.isFinite(now[hottest]);
  return { watts: now[power], joule, isModelled, kelvin: isModelled ? now[hottest] : joule / (CAPACITY * film.volume) };
}

/** Stretches of time in which current flows, as pairs of begin and end (s). */
export function driven(table) {
  const at = (name) => table.columns.findIndex((c) => c.name === name);
  const [t, power] = [at("t"), at("P")];
  const spans = [];
  if (t < 0 || power < 0) return spans;
  for (let k = 1; k < table.rows.length; k++) {
    if (!(table.rows[k][power] > 0)) continue;
    const [from, to] = [table.rows[k - 1][t], table.rows[k][t]];
    if (spans.length > 0 && spans.at(-1)[1] === from) spans.at(-1)[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}

/** Whether something is given at the contacts now. */
export const isDriven = (state) => Boolean(state?.electrodes.some((e) => e.voltage !== null || e.current !== null));

/** The largest current through a contact (A) of a network whose contacts have voltages; null without current. */
export function largestCurrent(network, electrodes) {
  if (!network?.G || electrodes.length !== network.G.length || electrodes.some((e) => e.voltage === null)) return null;
  const through = network.G.map((row) => Math.abs(row.reduce((sum, g, k) => sum + g * electrodes[k].voltage, 0)));
  const largest = Math.max(...through);
  return largest > 0 ? largest : null;
}
