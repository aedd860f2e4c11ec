package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Three digits, each in several films whose currents add. */
public final class Digits extends BankStudy {

  /** Pixels of a film, but for the last of a digit. */
  private static final int TILE = 32;

  private static final List<Double> FLIPS = List.of(0.1, 0.3);

  /** Digits of 16 x 16 pixels. */
  public static final Digits SIXTEEN = new Digits("digits", 16, "digit", 63001);

  /** Digits of the size that data sets of handwriting have. */
  public static final Digits TWENTY_EIGHT = new Digits("digits-28", 28, "digit-28", 68001);

  private final int side;
  private final String run;
  private final long firstMaze;

  /**
   * Digits of one size.
   *
   * @param side rows and columns of pixels
   * @param run name of the runs, before the digit
   * @param firstMaze of those that no choice was made on, one for each film
   */
  private Digits(String id, int side, String run, long firstMaze) {
    super(
        id,
        "Three digits of %d x %d pixels in a bank of rows".formatted(side, side),
        "Discussion: larger networks hold larger pictures. The digits 3, 5 and 8, drawn for this claim, are"
            + " cut into %d tiles of %d pixels at most, line by line. Each tile has a film of its own, with a row; the"
                .formatted(tiles(side * side), TILE)
            + " currents of a digit add. Beside them: the nearest picture, and networks of all %d pairs"
                .formatted(side * side * (side * side - 1) / 2)
            + " of pixels in a program, by Hebb's rule and by the pseudo-inverse, one sign at a time, on the"
            + " same copies.");
    criterion(
        "exact",
        "of copies with 10 and with 30 % of wrong pixels at least 99 % come back exactly to each digit");
    criterion(
        "controls",
        "no copy comes back in films untrained, or with weights dealt anew to the pixels");
    this.side = side;
    this.run = run;
    this.firstMaze = firstMaze;
  }

  /** From the file of this size, ink is #. */
  List<Pattern> drawn() {
    String signs;
    try (InputStream in = Digits.class.getResourceAsStream("digits-%d.txt".formatted(side))) {
      String ink = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      signs = ink.replaceAll("\\s", "").replace('#', '-').replace('.', '+');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int pixels = side * side;
    return IntStream.range(0, signs.length() / pixels)
        .mapToObj(d -> new Pattern(signs.substring(pixels * d, pixels * (d + 1))))
        .toList();
  }

  @Override
  List<List<List<RowFilm>>> sets(Effort effort) {
    List<Pattern> digits = drawn();
    return List.of(
        IntStream.range(0, effort.choose(1, digits.size()))
            .mapToObj(d -> films(d, digits.get(d).text()))
            .toList());
  }

  private static int tiles(int pixels) {
    return (pixels + TILE - 1) / TILE;
  }

  private List<RowFilm> films(int digit, String pixels) {
    int tiles = tiles(pixels.length());
    return IntStream.range(0, tiles)
        .mapToObj(
            t -> {
              String tile = pixels.substring(TILE * t, Math.min(TILE * (t + 1), pixels.length()));
              return new RowFilm(
                  "%s-%d-tile-%d".formatted(run, digit, t),
                  new Pattern(tile),
                  // half of them are pixels
                  new RowFilm.Contacts(tile.length() / 4, 8),
                  firstMaze + (long) tiles * digit + t,
                  RowFilm.LONG);
            })
        .toList();
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Sets digits = sets(trial);
    PictureBank bank = digits.trained().get(0);
    List<Pattern> pictures = bank.pictures();
    RowBank films = new RowBank(bank.weights());
    RowBank nearest = RowBank.nearest(pictures);
    Evidence.Rows table =
        e.table(
            "Copies that come back exactly, of %d of each digit".formatted(PictureBank.COPIES),
            "network | 10 % wrong pixels | 30 %");
    List<SuccessFraction> own = row("films", table, pictures, c -> films.recall(c).picture());
    row("nearest picture", table, pictures, c -> nearest.recall(c).picture());
    PairNetwork hebb = PairNetwork.hebb(pictures);
    row("Hebb's rule, all pairs", table, pictures, hebb::recall);
    PairNetwork inverse = PairNetwork.pseudoInverse(pictures);
    row("pseudo-inverse, all pairs", table, pictures, inverse::recall);
    RowBank dealt = new RowBank(digits.shuffled().get(0).weights());
    RowBank bare = new RowBank(digits.untrained().get(0).weights());
    int back =
        row("films, weights dealt anew", table, pictures, c -> dealt.recall(c).picture()).stream()
                .mapToInt(SuccessFraction::successes)
                .sum()
            + row("films untrained", table, pictures, c -> bare.recall(c).picture()).stream()
                .mapToInt(SuccessFraction::successes)
                .sum();
    for (int k = 0; k < FLIPS.size(); k++) {
      e.number("exact at %.0f %% wrong pixels".formatted(100 * FLIPS.get(k)), own.get(k));
    }
    e.decide(
        "exact",
        own.stream().allMatch(f -> f.fraction() >= 0.99),
        "%s and %s",
        text(own.get(0)),
        text(own.get(1)));
    e.decide("controls", back == 0, "%d do", back);
  }

  /** A row of the table; all copies of all pictures at each share of wrong pixels. */
  private static List<SuccessFraction> row(
      String network, Evidence.Rows table, List<Pattern> pictures, UnaryOperator<Pattern> recall) {
    List<SuccessFraction> all =
        FLIPS.stream()
            .map(
                flips -> {
                  int exact = 0;
                  for (int k = 0; k < pictures.size(); k++) {
                    Pattern picture = pictures.get(k);
                    exact +=
                        (int)
                            PictureBank.copies(picture, flips, PictureBank.COPIES, k).stream()
                                .filter(c -> recall.apply(c).equals(picture))
                                .count();
                  }
                  return SuccessFraction.of(exact, pictures.size() * PictureBank.COPIES);
                })
            .toList();
    table.row(network, all.stream().map(f -> text(f)).toList());
    return all;
  }
}
