// Letters on 5 x 7 electrodes, row by row from the top left, as one reads.

export const LETTERS = {
  A: ".###. #...# #...# ##### #...# #...# #...#",
  H: "#...# #...# #...# ##### #...# #...# #...#",
  L: "#.... #.... #.... #.... #.... #.... #####",
  T: "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
  X: "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
  Z: "##### ....# ...#. ..#.. .#... #.... #####",
};

export const letterPattern = (name) =>
  [...LETTERS[name].replaceAll(" ", "")].map((c) => (c === "#" ? "+" : "-")).join("");
