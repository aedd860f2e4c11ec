package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Sets of random pictures in banks of rows. */
public final class RandomPictures extends BankStudy {

  /** Pictures of a set. */
  static final int MOST = 6;

  private static final int SETS = 10;
  static final int PIXELS = 32;

  /** Mazes that no choice was made on, one for each film. */
  private static final long FIRST_MAZE = 61101;

  /** Shares of wrong pixels at which recall is compared. */
  private static final List<Double> COMPARED = List.of(0.1, 0.2);

  private static final double POINTS = 0.02;

  public static final RandomPictures THREE = new RandomPictures("three-random", "Three", 3);
  public static final RandomPictures SIX = new RandomPictures("six-random", "Six", MOST);

  private final int pictures;

  private RandomPictures(String id, String number, int pictures) {
    super(
        id,
        number + " random pictures of 32 pixels in a bank of rows",
        "Discussion: multiple patterns can be memorized. Not in the paper: each picture has a film of"
            + " its own, with a row, and a maze that no other film has. Pictures are 32 random bits."
            + (pictures == MOST
                ? ""
                : " The films are those of the first sets of six-random, three and three."));
    criterion("held", "in at least 9 of 10 sets all are held: " + HELD);
    criterion(
        "nearest",
        "at 10 and at 20 % of wrong pixels at most 2 points fewer copies come back exactly than where the"
            + " nearest picture answers");
    criterion(
        "controls",
        "no set is held by films untrained, with weights dealt anew to the pixels, or by those of the"
            + " next set");
    this.pictures = pictures;
  }

  static RowFilm film(long maze, RowFilm.Block block) {
    int[] signs = new SplittableRandom(maze).ints(PIXELS, 0, 2).map(bit -> 2 * bit - 1).toArray();
    return new RowFilm("random-picture", Pattern.of(signs), RowFilm.EIGHT, maze, block);
  }

  @Override
  List<List<List<RowFilm>>> sets(Effort effort) {
    return IntStream.range(0, effort.choose(2, SETS))
        .mapToObj(
            set ->
                IntStream.range(set * pictures, (set + 1) * pictures)
                    .mapToObj(k -> List.of(film(FIRST_MAZE + k, RowFilm.LONG)))
                    .toList())
        .toList();
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Sets sets = sets(trial);
    Evidence.Rows table = table(e);
    String name = "%d of 32 random bits".formatted(pictures);
    tell(name, sets, table);
    row(name, "films of the next set", sets.asked(), table);
    List<PictureBank> own = sets.trained();
    SuccessFraction held = held(own);
    e.number("all held", held);
    e.decide("held", held.fraction() >= 0.9, "%s sets", text(held));
    boolean near = true;
    StringBuilder because = new StringBuilder();
    for (double flips : COMPARED) {
      SuccessFraction films = exact(own, flips);
      SuccessFraction ideal = nearest(own, flips);
      e.number("exact at %.0f %% wrong pixels".formatted(100 * flips), films);
      e.number("nearest picture at %.0f %%".formatted(100 * flips), ideal);
      near &= films.fraction() >= ideal.fraction() - POINTS;
      because
          .append(because.isEmpty() ? "" : "; ")
          .append(percent(films))
          .append(" % beside ")
          .append(percent(ideal))
          .append(" %");
    }
    e.decide("nearest", near, "%s", because);
    List<SuccessFraction> controls =
        List.of(held(sets.untrained()), held(sets.shuffled()), held(sets.asked()));
    e.decide(
        "controls",
        controls.stream().allMatch(c -> c.successes() == 0),
        "%s, %s and %s",
        text(controls.get(0)),
        text(controls.get(1)),
        text(controls.get(2)));
  }
}
