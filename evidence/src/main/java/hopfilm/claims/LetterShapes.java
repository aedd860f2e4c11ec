package hopfilm.claims;

import hopfilm.hopfield.Pattern;
import java.util.List;
import java.util.Map;

/** Letters of 5 x 7 pixels, row by row from the top left, as on a dot matrix. */
final class LetterShapes {

  private static final Map<String, String> ROWS =
      Map.of(
          "A", ".###. #...# #...# ##### #...# #...# #...#",
          "H", "#...# #...# #...# ##### #...# #...# #...#",
          "L", "#.... #.... #.... #.... #.... #.... #####",
          "S", ".#### #.... #.... .###. ....# ....# ####.",
          "T", "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
          "X", "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
          "Z", "##### ....# ...#. ..#.. .#... #.... #####");

  private LetterShapes() {}

  /** A letter that is in ink where the voltage is +V0. */
  static Pattern of(String letter) {
    String rows = ROWS.get(letter).replace(" ", "");
    return new Pattern(rows.replace('.', '-').replace('#', '+'));
  }

  static List<Pattern> of(List<String> letters) {
    return letters.stream().map(LetterShapes::of).toList();
  }
}
