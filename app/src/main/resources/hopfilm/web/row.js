// Films with a row: contacts of a checkerboard, one colour joined to the electrode row, the others pixels.

/** Whether the film is one with a row, and how many pixels it has. */
export const pixelsOf = (state) => (state?.electrodes[0]?.name === "row" ? state.electrodes.length - 1 : 0);

/** Pixels beside each other: contacts as high as the first, where each pixel has one. */
export function columnsOf(state) {
  const [first, ...more] = state.electrodes.slice(1);
  return first.patches ? Math.ceil(Math.sqrt(more.length + 1)) : 1 + more.filter((e) => e.centre[1] === first.centre[1]).length;
}
