package hopfilm.rows;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Three digits of 16 x 16 pixels, each in eight films whose currents add. */
public final class Digits extends BankStudy {

  /** Drawn by hand, two rows of pixels a line; ink is -. */
  private static final List<String> DRAWN =
      List.of(
          """
          .....######..... ...##########...
          ..####....####.. ..##........##..
          ............##.. ...........###..
          ..........###... .....######.....
          .....########... ..........####..
          ............###. .............##.
          .##..........##. .###........###.
          ..####....####.. ....########....""",
          """
          ...###########.. ...###########..
          ...###.......... ..###...........
          ..###........... ..##.####.......
          ..##########.... ..###....####...
          ...........###.. ............###.
          .............##. .............##.
          .##..........##. .###........###.
          ..####....####.. ....########....""",
          """
          .....######..... ...##########...
          ..####....####.. ..##........##..
          ..##........##.. ..###......###..
          ...###....###... .....######.....
          ....########.... ..####....####..
          .###........###. .##..........##.
          .##..........##. .###........###.
          ..####....####.. ....########....""");

  /** Films of a digit. */
  private static final int TILES = 8;

  private static final int TILE = 32;

  /** Mazes that no choice was made on, one for each film. */
  private static final long FIRST_MAZE = 63001;

  private static final List<Double> FLIPS = List.of(0.1, 0.3);

  /** States its criteria. */
  public Digits() {
    super(
        "digits",
        "Three digits of 16 x 16 pixels in a bank of rows",
        "Discussion: larger networks hold larger pictures. The digits 3, 5 and 8, drawn by hand, are"
            + " cut into eight tiles of two lines of pixels. Each tile has a film of its own, with a row; the"
            + " currents of the eight add. Beside them: the nearest picture, and networks of all 32640 pairs"
            + " of pixels in a program, by Hebb's rule and by the pseudo-inverse, one sign at a time, on the"
            + " same copies.");
    criterion(
        "exact",
        "of copies with 10 and with 30 % of wrong pixels at least 99 % come back exactly to each digit");
    criterion(
        "controls",
        "no copy comes back in films untrained, or with weights dealt anew to the pixels");
  }

  static List<Pattern> drawn() {
    return DRAWN.stream()
        .map(d -> d.replaceAll("\\s", "").replace('#', '-').replace('.', '+'))
        .map(Pattern::new)
        .toList();
  }

  @Override
  List<List<List<RowFilm>>> sets(Effort effort) {
    return List.of(
        IntStream.range(0, effort.choose(1, DRAWN.size()))
            .mapToObj(d -> IntStream.range(0, TILES).mapToObj(t -> film(d, t)).toList())
            .toList());
  }

  private static RowFilm film(int digit, int tile) {
    String pixels = drawn().get(digit).text().substring(TILE * tile, TILE * (tile + 1));
    return new RowFilm(
        "digit-%d-tile-%d".formatted(digit, tile),
        new Pattern(pixels),
        RowFilm.EIGHT,
        FIRST_MAZE + (long) TILES * digit + tile,
        RowFilm.LONG);
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
