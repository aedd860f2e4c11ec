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

  private static final List<String> KINDS = List.of("AH", "AXLS");
  private static final int SETS = 10;

  /** Mazes that no choice was made on, one for each film. */
  private static final long FIRST_MAZE = 62001;

  /** States its criteria. */
  public SimilarPictures() {
    super(
        "similar",
        "Letters that are alike in a bank of rows",
        "Films of C. Niu et al., doi:10.1073/pnas.2416294121, are said to hold patterns with high"
            + " similarities. Here each letter of 3 x 5 pixels has a film of its own, with a row, and a maze"
            + " that no other film has. A and H differ in three pixels, A and X in five. A set of A, X, L and S has the film"
            + " with A of the set of A and H.");
    for (String kind : KINDS) {
      criterion(
          kind,
          "in at least 9 of 10 sets %s are held: %s"
              .formatted(String.join(", ", kind.split("")), HELD));
    }
    criterion(
        "controls", "no set is held by films untrained, or with weights dealt anew to the pixels");
    films(
        effort ->
            KINDS.stream()
                .flatMap(kind -> sets(effort, kind).stream())
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(film -> film.run(effort))
                .toList());
  }

  static Pattern letter(String name) {
    return new Pattern(LETTERS.get(name).replace(" ", "").replace('#', '-').replace('.', '+'));
  }

  private static List<List<List<RowFilm>>> sets(Effort effort, String kind) {
    return IntStream.range(0, effort.choose(2, SETS))
        .mapToObj(
            set -> kind.chars().mapToObj(c -> List.of(film(set, Character.toString(c)))).toList())
        .toList();
  }

  private static RowFilm film(int set, String letter) {
    long maze = FIRST_MAZE + (long) ORDER.length() * set + ORDER.indexOf(letter);
    return new RowFilm("letter-" + letter, letter(letter), GRID, maze, RowFilm.LONG);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Evidence.Rows table = table(e);
    int controls = 0;
    int of = 0;
    for (String kind : KINDS) {
      Sets sets = Sets.in(trial, sets(trial.effort(), kind));
      tell(String.join(" ", kind.split("")), sets, table);
      SuccessFraction held = held(sets.trained());
      e.number(kind + " held", held);
      e.number(kind + " exact at 10 % wrong pixels", exact(sets.trained(), 0.1));
      e.number(kind + ", nearest picture", nearest(sets.trained(), 0.1));
      e.decide(kind, held.fraction() >= 0.9, "%s sets", text(held));
      for (List<PictureBank> control : List.of(sets.untrained(), sets.shuffled())) {
        controls += held(control).successes();
        of += control.size();
      }
    }
    e.decide("controls", controls == 0, "%d of %d", controls, of);
  }
}
