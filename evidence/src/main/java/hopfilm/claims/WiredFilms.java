package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Evidence;
import hopfilm.transport.WiredGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What places gain where contacts of wired electrodes meet, by how many patterns drive them. */
final class WiredFilms {

  /** Title of rows of gains. */
  static final String GAINS =
      "Gain and scatter of a place where contacts meet (S), by how many of the patterns drive it";

  /**
   * How electrodes are wired to the contacts of a grid, half of each behind inverters, placed so
   * that pairs meet with equal and with opposite signs.
   *
   * @param electrodes how many
   * @param grid of the contacts, rows x columns
   * @param size of the film, width and height
   */
  record Wiring(int electrodes, int contacts, String grid, String size) {

    private static final long SEED = 1;

    /** Those of examples/wired-memories.yaml: all pairs meet. */
    static final Wiring EIGHT = new Wiring(8, 8, "8x8", "4096 nm, 4096 nm");

    /** Pairs meet six times on average, where those of eight contacts meet four times. */
    static final Wiring DENSE = new Wiring(8, 12, "8x12", "6144 nm, 4096 nm");

    /** Pairs meet twice on average. */
    static final Wiring SIXTEEN = new Wiring(16, 8, "8x16", "8192 nm, 4096 nm");

    /** Three places a pair, for three patterns. */
    static final Wiring SIXTEEN_DENSE = new Wiring(16, 12, "12x16", "8192 nm, 6144 nm");

    /** Likewise. */
    static final Wiring TWENTY_FOUR = new Wiring(24, 16, "16x24", "12288 nm, 8192 nm");

    /** For the pixels of a letter. */
    static final Wiring LETTER = new Wiring(35, 8, "14x20", "10240 nm, 7168 nm");

    /** In words. */
    String label() {
      return "%d electrodes, %d contacts each".formatted(electrodes, contacts);
    }

    /** How often its electrodes meet. */
    WiredGrid.Meetings meetings() {
      String[] sides = grid.split("x");
      int rows = Integer.parseInt(sides[0]);
      int columns = Integer.parseInt(sides[1]);
      return WiredGrid.of(new WiredGrid.Plan(rows, columns, electrodes, true, SEED)).meetings();
    }
  }

  private WiredFilms() {}

  /**
   * Gains of films of one wiring.
   *
   * @param patterns that a film was shown
   */
  static MeetingGains gains(
      Wiring wiring, List<FinishedRun> runs, Function<FinishedRun, List<Pattern>> patterns) {
    return MeetingGains.of(wiring.meetings(), shown(runs, patterns));
  }

  /** Weights of films, and what they were shown. */
  static List<MeetingGains.Film> shown(
      List<FinishedRun> runs, Function<FinishedRun, List<Pattern>> patterns) {
    return runs.stream()
        .map(
            r ->
                new MeetingGains.Film(
                    r.weights(
                            "trained",
                            r.conductance("untrained"),
                            Reference.UNTRAINED,
                            SelfTerm.ZERO)
                        .gPrime(),
                    patterns.apply(r)))
        .toList();
  }

  /** By how many of the patterns drive a place, from none on, and the scatter. */
  static List<String> row(String label, MeetingGains found) {
    List<String> row = new ArrayList<>(List.of(label));
    for (int k = 0; k < found.gains().size(); k++) {
      MeetingGains.Gain g = found.gains().get(k);
      String gain = text("%.3f \u00b1 %.3f", g.siemens(), g.error());
      row.add(k == 0 ? gain : gain + text(" (%.0f %%)", 100 * found.relative(k)));
    }
    row.add(text("%.3f", found.scatter()));
    return row;
  }

  /** Adds the gains of pairs of patterns. */
  static void pairs(
      Wiring wiring,
      Function<Long, List<Pattern>> pair,
      Map<String, List<FinishedRun>> films,
      Evidence e) {
    List<FinishedRun> runs = films.get("both shown");
    MeetingGains gains = gains(wiring, runs, r -> pair.apply(r.seed()));
    e.number("scatter along the patterns / of independent places", gains.along(), runs.size(), "");
    e.table(GAINS, "films | none | one | both | scatter").row(row(wiring.label(), gains));
  }
}
