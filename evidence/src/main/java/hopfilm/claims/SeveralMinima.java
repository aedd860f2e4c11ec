package hopfilm.claims;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Several patterns in one film, as several local minima of E'. */
final class SeveralMinima implements Claim {

  /**
   * Films of one kind, on mazes that nothing was chosen on.
   *
   * @param name in tables and folders
   * @param patterns the pair
   * @param settings of read-out and control
   * @param firstSeed of the mazes
   */
  private record Group(String name, String patterns, List<String> settings, long firstSeed) {

    List<PlannedRun> runs(Effort effort) {
      return LongStream.range(firstSeed, firstSeed + effort.choose(2, 100))
          .mapToObj(this::settings)
          .map(all -> PlannedRun.of(folder(all), Films.pair(effort, patterns, all)))
          .toList();
    }

    private String[] settings(long seed) {
      List<String> all = new ArrayList<>(settings);
      all.add("initial.seed=" + seed);
      return all.toArray(String[]::new);
    }

    private String folder(String... all) {
      return "memories-%s-%s".formatted(name, all[all.length - 1].replace("initial.", ""));
    }
  }

  private static final List<String> SCALED =
      List.of("network.reference=untrained-scaled", "network.scaling=60 %", "train.gain=8");

  private static final String HARD_PAIR = "\"+-+--++-\", \"+--+-+-+\"";

  private static final Group EASY =
      new Group("easy", "\"+--+-++-\", \"+-+--+-+\"", List.of(), 11001);
  private static final Group HARD = new Group("hard", HARD_PAIR, SCALED, 12001);
  private static final Group CONTROL =
      new Group("hard-first-alone", HARD_PAIR, with(SCALED, "train.show=first"), 13001);

  private static List<String> with(List<String> settings, String more) {
    List<String> all = new ArrayList<>(settings);
    all.add(more);
    return all;
  }

  @Override
  public String id() {
    return "patterns";
  }

  @Override
  public String title() {
    return "Several patterns in one film";
  }

  @Override
  public String source() {
    return "Discussion: multiple patterns can be memorised when the energy function has multiple local"
        + " minima. Here films of 2 x 4 nodes learn pairs of patterns that agree in one square of"
        + " four nodes and differ in the other, by blocks of 3 ns and pulses of the worse one, with a"
        + " look at both after each. The control shows the first pattern alone, for as long, with as"
        + " many looks and the same test of both: two squares are two networks of four nodes whose"
        + " relative sign is free, so that one pattern may bring the other with it.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "easy",
            "pair with equal squares, plain reference: in at least 95 % of the films both are stored, at"
                + " least 90 of 100 copies with one wrong sign of eight come back to each"),
        Criterion.of(
            "hard",
            "pair of unlike squares, scaled reference: in at least 85 % of the films both are"),
        Criterion.of(
            "minima",
            "in at least 90 % of the films of both pairs each pattern is a fixed point and the lowest"
                + " state of its basin"),
        Criterion.of(
            "control",
            "showing both adds: more films store the second pair when both are shown than when the first"
                + " is shown alone, p below 0.01 (Fisher's exact test, one-sided)"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (Group g : List.of(EASY, HARD, CONTROL)) {
      List<PlannedRun> group = g.runs(effort);
      runs.add(group.get(0).illustratedIf(g.equals(EASY)));
      runs.addAll(group.subList(1, group.size()));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    MemoryFilms easy = new MemoryFilms(finished.get(EASY.runs(effort)));
    MemoryFilms hard = new MemoryFilms(finished.get(HARD.runs(effort)));
    MemoryFilms control = new MemoryFilms(finished.get(CONTROL.runs(effort)));
    SuccessFraction ofEasy = easy.stored();
    SuccessFraction ofHard = hard.stored();
    SuccessFraction ofControl = control.stored();
    evidence.table(
        "Films that hold both patterns",
        MemoryFilms.COLUMNS,
        List.of(
            easy.row("equal squares"),
            hard.row("unlike squares"),
            control.row("unlike squares, the first alone")));
    evidence.number("equal squares: both stored", ofEasy);
    evidence.number("unlike squares: both stored", ofHard);
    evidence.number("unlike squares, the first alone: both stored", ofControl);
    int minima = easy.minima() + hard.minima();
    int both = ofEasy.total() + ofHard.total();
    double p = ofHard.pValueAbove(ofControl);
    evidence.number("p, both shown against one", p, ofHard.total(), "");
    evidence.decide("easy", ofEasy.fraction() >= 0.95, MemoryFilms.counted(ofEasy));
    evidence.decide("hard", ofHard.fraction() >= 0.85, MemoryFilms.counted(ofHard));
    evidence.decide("minima", minima >= 0.9 * both, "in %d of %d films".formatted(minima, both));
    evidence.decide(
        "control",
        p < 0.01,
        "%s with both, %s with one, p = %s"
            .formatted(
                MemoryFilms.counted(ofHard), MemoryFilms.counted(ofControl), Numbers.text(p)));
    FinishedRun shown = easy.runs().get(0);
    evidence.picture(
        "energies",
        shown.figure("energies"),
        "Energies of the patterns of one film, maze %d.".formatted(shown.seed()));
  }
}
