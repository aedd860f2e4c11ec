// Groups of columns that are seen together, as on a scope, and the resistance of a pair from a row of conductances.

const pair = /^G_(.+)_(?!\1$)/;

/** What can be drawn together, by name. */
export const GROUPS = [
  { value: "conductances", name: "all conductances", has: (c) => pair.test(c.name) },
  { value: "energies", name: "all energies", has: (c) => /^E_(?!prime)/.test(c.name) },
  { value: "voltages", name: "all voltages", has: (c) => c.name.startsWith("V_") },
  { value: "currents", name: "all currents", has: (c) => c.name.startsWith("I_") },
];

/** Names of the contacts whose whole matrix is in a table; none where a column is not sent. */
export function contacts(columns) {
  const names = columns.map((c) => c.name);
  const own = names.map((n) => /^G_(.+)_\1$/.exec(n)?.[1]).filter(Boolean);
  const whole = own.every((a, i) => own.slice(i).every((b) => names.includes(`G_${a}_${b}`)));
  return whole ? own : [];
}

/** The columns of a table, and the resistance of each pair, which follows from them. */
export function withResistances(columns) {
  const own = contacts(columns);
  const more = own.flatMap((a, i) => own.slice(i + 1).map((b) => ({ a, b })));
  return columns.concat(
    more
      .map(({ a, b }) => ({ name: `R_${a}_${b}`, unit: "Ohm", meaning: `resistance between ${a} and ${b}, no current at the other contacts`, between: [own.indexOf(a), own.indexOf(b)] }))
      .filter((r) => !columns.some((c) => c.name === r.name)),
  );
}

/** The values of a column, or of a resistance, in all rows. */
export function values(column, table) {
  const { columns, rows } = table;
  if (!column.between) {
    const place = columns.findIndex((c) => c.name === column.name);
    return rows.map((row) => row[place]);
  }
  const own = contacts(columns);
  const places = own.map((a, i) => own.map((b, j) => columns.findIndex((c) => c.name === (i <= j ? `G_${a}_${b}` : `G_${b}_${a}`))));
  return rows.map((row) => resistance(places.map((line) => line.map((k) => row[k])), ...column.between));
}

/** Resistance between two contacts without current at the others; null where nothing connects them. */
export function resistance(g, a, b) {
  const size = Math.max(...g.map((line, i) => Math.abs(line[i])));
  // rows sum to zero, so b may be the zero of all voltages; behind inverters they do not
  const grounded = g.some((line) => Math.abs(line.reduce((sum, x) => sum + x, 0)) > 1e-6 * size);
  const kept = g.map((_, k) => k).filter((k) => grounded || k !== b);
  const v = solve(kept.map((i) => kept.map((j) => g[i][j])), kept.map((k) => (k === a ? 1 : k === b ? -1 : 0)), 1e-9 * size);
  return v && v[kept.indexOf(a)] - (grounded ? v[kept.indexOf(b)] : 0);
}

/** Gauss, with pivots; null where the matrix is singular. */
function solve(matrix, right, small) {
  const m = matrix.map((line, i) => [...line, right[i]]);
  for (let k = 0; k < m.length; k++) {
    let best = k;
    for (let i = k; i < m.length; i++) if (Math.abs(m[i][k]) > Math.abs(m[best][k])) best = i;
    if (!(Math.abs(m[best][k]) > small)) return null;
    [m[k], m[best]] = [m[best], m[k]];
    for (let i = 0; i < m.length; i++) {
      const f = i === k ? 0 : m[i][k] / m[k][k];
      for (let j = k; f !== 0 && j <= m.length; j++) m[i][j] -= f * m[k][j];
    }
  }
  return m.map((line, i) => line[m.length] / line[i]);
}
