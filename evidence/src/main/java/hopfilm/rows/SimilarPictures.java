package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Letters that are alike in most pixels, in banks of rows. */
public final class SimilarPictures extends BankStudy {

  /** Letters of 3 x 5 pixels, ink is -; A and H differ in three pixels. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "A", ".#. #.# ### #.# #.#",
          "H", "#.# #.# ### #.# #.#",
          "L", "#.. #.. #.. #.. ###",
          "S", ".## #.. .#. ..# ##.",
          "X", "#.# #.# .#. #.# #.#");

  /** In the order of their films, those of A for both kinds of sets. */
  private static final String ORDER = "AHXLS";

  /** Thirty contacts, 15 of them pixels. */
  private static final RowFilm.Contacts GRID = new RowFilm.Contacts(5, 6);

  private static final int SETS = 10;

  /**
   * Mazes that no choice was made on, one for each film. Four sets on mazes from 62001 on chose the
   * answer: the largest share of a row's own largest current, where the largest current made H lose
   * to A.
   */
  private static final long FIRST_MAZE = 62021;

  public static final SimilarPictures TWO =
      new SimilarPictures("similar", "AH", "A and H differ in three pixels.");

  public static final SimilarPictures FOUR =
      new SimilarPictures(
          "similar-four",
          "AXLS",
          "A and X differ in five pixels. Films with A are those of similar.");

  private final String letters;

  private SimilarPictures(String id, String letters, String alike) {
    super(
        id,
        String.join(", ", letters.split("")) + " in a bank of rows",
        "Films of C. Niu et al., doi:10.1073/pnas.2416294121, are said to hold patterns with high"
            + " similarities. Here each letter of 3 x 5 pixels has a film of its own, with a row, and a maze"
            + " that no other film has. "
            + alike);
    this.letters = letters;
    criterion("held", "in at least 9 of 10 sets all are held: " + HELD);
    criterion(
        "controls", "no set is held by films untrained, or with weights dealt anew to the pixels");
  }

  static Pattern letter(String name) {
    return new Pattern(LETTERS.get(name).replace(" ", "").replace('#', '-').replace('.', '+'));
  }

  @Override
  List<List<List<RowFilm>>> sets(Effort effort) {
    return IntStream.range(0, effort.choose(2, SETS))
        .mapToObj(
            set ->
                letters.chars().mapToObj(c -> List.of(film(set, Character.toString(c)))).toList())
        .toList();
  }

  private static RowFilm film(int set, String letter) {
    long maze = FIRST_MAZE + (long) ORDER.length() * set + ORDER.indexOf(letter);
    return new RowFilm("letter-" + letter, letter(letter), GRID, maze, RowFilm.LONG);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Sets sets = sets(trial);
    tell(String.join(" ", letters.split("")), sets, table(e));
    List<PictureBank> own = sets.trained();
    SuccessFraction held = held(own);
    e.number("all held", held);
    e.number("exact at 10 % wrong pixels", exact(own, 0.1));
    e.number("nearest picture", nearest(own, 0.1));
    e.decide("held", held.fraction() >= 0.9, "%s sets", text(held));
    int bare = held(sets.untrained()).successes();
    int dealt = held(sets.shuffled()).successes();
    e.decide("controls", bare + dealt == 0, "%d untrained, %d dealt anew", bare, dealt);
  }
}
