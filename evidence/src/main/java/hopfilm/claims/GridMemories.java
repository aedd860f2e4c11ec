package hopfilm.claims;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Several patterns in a film with more contacts than those of {@link SeveralMinima}. One of these
 * claims for each grid, as larger films take longer.
 *
 * @param id of the claim
 * @param title of the claim
 * @param patterns that are trained
 * @param regions in words: where the patterns agree and where they do not
 * @param settings of the film, its read-out and its training
 * @param drive what the blocks show; the control shows its pattern whole
 * @param films shown all patterns
 * @param least of them that must hold all
 * @param firstSeed of the mazes, on which nothing was chosen; the control has those from 500 later
 */
record GridMemories(
    String id,
    String title,
    List<String> patterns,
    String regions,
    List<String> settings,
    String drive,
    int films,
    int least,
    long firstSeed)
    implements Claim {

  /** Enough for p below 0.01 against half of the films, where none of these holds all. */
  private static final int CONTROLS = 10;

  static final GridMemories TWELVE =
      new GridMemories(
          "two-in-twelve",
          "Two patterns in a film of 3 x 4 nodes",
          List.of("++++----++++", "++----++++--"),
          "two regions of 3 x 2 nodes, rows in turn",
          film("3x4", "1536 nm, 1024 nm", "60 ns", "5"),
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
          film("3x4", "1536 nm, 1024 nm", "60 ns", "5"),
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
          film("4x4", "1536 nm, 1536 nm", "80 ns", "8"),
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
          film("2x6", "2560 nm, 512 nm", "60 ns", "5"),
          "patterns",
          50,
          25,
          24001);

  private static List<String> film(String grid, String size, String time, String gain) {
    return List.of(
        "electrodes.grid=" + grid,
        "film.size=[" + size + "]",
        "train.time=" + time,
        "train.gain=" + gain);
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String source() {
    return "Discussion: larger networks hold more patterns. The patterns are "
        + String.join(", ", patterns)
        + ": "
        + regions
        + (drive.equals("patterns")
            ? ". Blocks of 3 ns show each of them"
            : ". Blocks of 3 ns show their sum and then their difference, one region each")
        + "; pulses of 2 ns show the one that came out worst, with a look at all after each. The"
        + " control shows the first pattern alone, for as long, with as many looks and the same test"
        + " of all.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "stored",
            "in at least %d of %d films all %d patterns are stored: at least 90 of 100 copies with a tenth"
                    .formatted(least, films, patterns.size())
                + " of wrong signs, at least one, come back to each"),
        Criterion.of(
            "control",
            "showing all adds: more films store them than where the first is shown alone, p below 0.01"
                + " (Fisher's exact test, one-sided)"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return Stream.of(shown(effort), controls(effort)).flatMap(List::stream).toList();
  }

  private List<PlannedRun> shown(Effort effort) {
    return LongStream.range(firstSeed, firstSeed + effort.choose(2, films))
        .mapToObj(s -> run(effort, "all", s, "train.drive=" + drive).illustratedIf(s == firstSeed))
        .toList();
  }

  private List<PlannedRun> controls(Effort effort) {
    long first = firstSeed + 500;
    return LongStream.range(first, first + effort.choose(1, CONTROLS))
        .mapToObj(s -> run(effort, "first-alone", s, "train.show=first"))
        .toList();
  }

  private PlannedRun run(Effort effort, String kind, long seed, String shown) {
    List<String> all = new ArrayList<>(settings);
    all.add(shown);
    all.add("initial.seed=" + seed);
    all.add("name=" + title);
    String quoted = "\"" + String.join("\", \"", patterns) + "\"";
    return PlannedRun.of(
        "%s-%s-seed=%d".formatted(id, kind, seed),
        Films.pair(effort, quoted, all.toArray(String[]::new)));
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    MemoryFilms shown = new MemoryFilms(finished.get(shown(effort)));
    MemoryFilms control = new MemoryFilms(finished.get(controls(effort)));
    SuccessFraction stored = shown.stored();
    shown.compare("all", control, evidence);
    evidence.decide(
        "stored", stored.fraction() >= (double) least / films, MemoryFilms.counted(stored));
    FinishedRun first = shown.runs().get(0);
    evidence.picture(
        "energies",
        first.figure("energies"),
        "The lowest energies of one film, maze %d.".formatted(first.seed()));
  }
}
