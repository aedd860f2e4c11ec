package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * Several patterns in a film with more contacts than those of {@link SeveralMinima}. One of these
 * claims for each grid, as larger films take longer.
 */
final class GridMemories extends ClaimStudy {

  /** Enough for p below 0.01 against half of the films, where none of these holds all. */
  private static final int CONTROLS = 10;

  /** A grid of contacts and how a film with it is trained. */
  private record Grid(String rowsByColumns, String size, String time, String gain) {
    List<String> settings() {
      return List.of(
          "electrodes.grid=" + rowsByColumns,
          "film.size=[" + size + "]",
          "train.time=" + time,
          "train.gain=" + gain);
    }
  }

  static final GridMemories TWELVE =
      new GridMemories(
          "two-in-twelve",
          "Two patterns in a film of 3 x 4 nodes",
          List.of("++++----++++", "++----++++--"),
          "two regions of 3 x 2 nodes, rows in turn",
          new Grid("3x4", "1536 nm, 1024 nm", "60 ns", "5"),
          "sum-and-difference",
          50,
          45,
          21001);

  /** Between these halves one pattern has currents that the other has not: it must be written. */
  static final GridMemories UNLIKE =
      new GridMemories(
          "unlike-in-twelve",
          "Two patterns in a film of 3 x 4 nodes, halves unlike",
          List.of("+-+--++-+-+-", "+--+-+-++--+"),
          "two regions of 3 x 2 nodes, a checkerboard and columns",
          new Grid("3x4", "1536 nm, 1024 nm", "60 ns", "5"),
          "patterns",
          20,
          10,
          30001);

  static final GridMemories SIXTEEN =
      new GridMemories(
          "two-in-sixteen",
          "Two patterns in a film of 4 x 4 nodes",
          List.of("++++----++++----", "++----++++----++"),
          "two regions of 4 x 2 nodes, rows in turn",
          new Grid("4x4", "1536 nm, 1536 nm", "80 ns", "8"),
          "patterns",
          50,
          45,
          22001);

  static final GridMemories FOUR =
      new GridMemories(
          "four-in-twelve",
          "Four patterns in a film of 2 x 6 nodes",
          List.of("+--++--++--+", "+--+-+-++-+-", "+-+--+-+-++-", "+-+-+--+-+-+"),
          "three squares of four nodes, checkerboards",
          new Grid("2x6", "2560 nm, 512 nm", "60 ns", "5"),
          "patterns",
          50,
          25,
          24001);

  private final List<String> patterns;
  private final double share;
  private final Batch shown;
  private final Batch control;

  /**
   * Films with one grid.
   *
   * @param regions in words: where the patterns agree and where they do not
   * @param drive what the blocks show; the control shows its pattern whole
   * @param films shown all patterns
   * @param least of them that must hold all
   * @param firstSeed of the mazes, on which nothing was chosen; the control has those from 500
   *     later
   */
  private GridMemories(
      String id,
      String title,
      List<String> patterns,
      String regions,
      Grid grid,
      String drive,
      int films,
      int least,
      long firstSeed) {
    super(
        id,
        title,
        "Discussion: larger networks hold more patterns. The patterns are "
            + String.join(", ", patterns)
            + ": "
            + regions
            + (drive.equals("patterns")
                ? ". Blocks of 3 ns show each of them"
                : ". Blocks of 3 ns show their sum and then their difference, one region each")
            + "; pulses of 2 ns show the one that came out worst, with a look at all after each. The"
            + " control shows the first pattern alone, for as long, with as many looks and the same test"
            + " of all.");
    beyondPaper();
    criterion(
        "stored",
        "in at least %d of %d films all %d patterns are stored: at least 90 of 100 copies with a tenth"
                .formatted(least, films, patterns.size())
            + " of wrong signs, at least one, come back to each");
    criterion(
        "control",
        "showing all adds: more films store them than where the first is shown alone, p below 0.01"
            + " (Fisher's exact test, one-sided)");
    this.patterns = patterns;
    this.share = (double) least / films;
    this.shown =
        Batch.of(id + "-all", 2, films, film(grid, "train.drive=" + drive)).from(firstSeed).shown();
    this.control =
        Batch.of(id + "-first-alone", 1, CONTROLS, film(grid, "train.show=first"))
            .from(firstSeed + 500);
    films(shown, control);
  }

  List<String> patterns() {
    return patterns;
  }

  private Film film(Grid grid, String shows) {
    List<String> all = new ArrayList<>(grid.settings());
    all.add(shows);
    all.add("name=" + title());
    return PaperFilms.pair(patterns, all);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    MemoryFilms films = new MemoryFilms(trial.films(shown));
    films.compare("all", new MemoryFilms(trial.films(control)), e);
    SuccessFraction stored = films.stored();
    e.decide("stored", stored.fraction() >= share, "%s films", text(stored));
    FinishedRun first = films.runs().get(0);
    e.picture(
        "energies",
        first.figure("energies"),
        "The lowest energies of one film, maze %d.".formatted(first.seed()));
  }
}
