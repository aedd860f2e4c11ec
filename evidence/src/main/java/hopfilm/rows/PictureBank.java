package hopfilm.rows;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.rows.RowFilm.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Pictures that films hold as one memory, and what comes back from copies with wrong pixels. A
 * picture larger than a film lies in several, whose currents add.
 *
 * @param pictures in order
 * @param weights of each, those of its films one after the other [S]
 */
record PictureBank(List<Pattern> pictures, List<List<Double>> weights) {

  /** Copies of a picture at each share of wrong pixels. */
  static final int COPIES = 1000;

  /** Those of them that decide whether a picture is held. */
  private static final int TEST = 100;

  private static final int LEAST = 90;

  /** Share of wrong pixels in this test. */
  private static final double TENTH = 0.1;

  /** The bank of films. */
  static PictureBank of(List<List<Written>> films, Function<Written, List<Double>> weights) {
    List<Pattern> pictures = new ArrayList<>();
    List<List<Double>> all = new ArrayList<>();
    for (List<Written> tiles : films) {
      pictures.add(
          new Pattern(
              String.join("", tiles.stream().map(t -> t.film().picture().text()).toList())));
      all.add(tiles.stream().flatMap(t -> weights.apply(t).stream()).toList());
    }
    return new PictureBank(pictures, all);
  }

  /** Each row with its weights dealt anew to its pixels: a control. */
  PictureBank shuffled(long seed) {
    Random random = new Random(seed);
    List<List<Double>> all = new ArrayList<>();
    for (List<Double> row : weights) {
      List<Double> dealt = new ArrayList<>(row);
      Collections.shuffle(dealt, random);
      all.add(dealt);
    }
    return new PictureBank(pictures, all);
  }

  /** Asked for the pictures of another bank: a control. */
  PictureBank asked(PictureBank other) {
    return new PictureBank(other.pictures, weights);
  }

  /** Copies of a picture; the same ones whoever recalls them. */
  static List<Pattern> copies(Pattern picture, double flips, int count, long seed) {
    int wrong = (int) Math.max(1, Math.rint(flips * picture.size()));
    return RowBank.copies(picture, wrong, count, seed);
  }

  /** How many of {@link #COPIES} copies of each picture come back, all pictures together. */
  int exact(double flips, long seed) {
    return exact(new RowBank(weights), flips, COPIES, seed).stream().mapToInt(n -> n).sum();
  }

  /** The same where the nearest picture answers. */
  int nearest(double flips, long seed) {
    return exact(RowBank.nearest(pictures), flips, COPIES, seed).stream().mapToInt(n -> n).sum();
  }

  /** Whether at least 90 of 100 copies with a tenth of wrong pixels come back to each. */
  boolean holdsAll(long seed) {
    return exact(new RowBank(weights), TENTH, TEST, seed).stream().allMatch(n -> n >= LEAST);
  }

  private List<Integer> exact(RowBank bank, double flips, int count, long seed) {
    return IntStream.range(0, pictures.size())
        .mapToObj(k -> bank.exact(pictures.get(k), copies(pictures.get(k), flips, count, seed + k)))
        .toList();
  }
}
