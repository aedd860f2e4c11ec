package hopfilm.claims;

import hopfilm.folder.SummaryRecord;
import hopfilm.folder.TrainingRecord;
import hopfilm.hopfield.SuccessFraction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    List<List<String>> rows = new ArrayList<>();
    List<FinishedRun> easy = finished.get(EASY.runs(effort));
    List<FinishedRun> hard = finished.get(HARD.runs(effort));
    List<FinishedRun> control = finished.get(CONTROL.runs(effort));
    SuccessFraction ofEasy = row(rows, evidence, "equal squares", easy);
    SuccessFraction ofHard = row(rows, evidence, "unlike squares", hard);
    SuccessFraction ofControl = row(rows, evidence, "unlike squares, the first alone", control);
    evidence.table(
        "Films that hold both patterns",
        List.of(
            "films",
            "both stored",
            "95 % interval (%)",
            "both minima",
            "every input ends at one of the two",
            "the two lowest",
            "looks, mean",
            "others that would pass, a film"),
        rows);
    List<FinishedRun> both = new ArrayList<>(easy);
    both.addAll(hard);
    int minima = (int) both.stream().filter(SeveralMinima::areMinima).count();
    double p = ofHard.pValueAbove(ofControl);
    evidence.number("p, both shown against one", p, ofHard.total(), "");
    evidence.decide("easy", ofEasy.fraction() >= 0.95, counted(ofEasy));
    evidence.decide("hard", ofHard.fraction() >= 0.85, counted(ofHard));
    evidence.decide(
        "minima", minima >= 0.9 * both.size(), "in %d of %d films".formatted(minima, both.size()));
    evidence.decide(
        "control",
        p < 0.01,
        "%s with both, %s with one, p = %s"
            .formatted(counted(ofHard), counted(ofControl), Numbers.text(p)));
    evidence.picture(
        "energies",
        easy.get(0).figure("energies"),
        "Energies of the patterns of one film, maze %d.".formatted(easy.get(0).seed()));
  }

  private static String counted(SuccessFraction f) {
    return "%d of %d films".formatted(f.successes(), f.total());
  }

  private static SuccessFraction row(
      List<List<String>> rows, Evidence evidence, String name, List<FinishedRun> runs) {
    int stored = (int) runs.stream().filter(SeveralMinima::isStored).count();
    SuccessFraction f = SuccessFraction.of(stored, runs.size());
    int others = runs.stream().mapToInt(r -> verification(r).passed().size()).sum();
    evidence.number(name + ": both stored", f);
    rows.add(
        List.of(
            name,
            "%d of %d".formatted(stored, runs.size()),
            String.format(Locale.ROOT, "%.0f to %.0f", 100 * f.low(), 100 * f.high()),
            Long.toString(runs.stream().filter(SeveralMinima::areMinima).count()),
            Long.toString(runs.stream().filter(SeveralMinima::shareAllInputs).count()),
            Long.toString(runs.stream().filter(SeveralMinima::areLowest).count()),
            String.format(
                Locale.ROOT,
                "%.1f",
                runs.stream().mapToInt(r -> verification(r).checks()).average().orElse(0)),
            String.format(Locale.ROOT, "%.2f", (double) others / runs.size())));
    return f;
  }

  private static List<SummaryRecord.HeldMemory> memories(FinishedRun run) {
    return run.summary().recalls().memories();
  }

  private static boolean isStored(FinishedRun run) {
    return Integer.valueOf(2).equals(run.summary().recalls().stored());
  }

  private static boolean areMinima(FinishedRun run) {
    return memories(run).stream()
        .allMatch(m -> m.fixedPoint() && m.margin() != null && m.margin() > 0);
  }

  private static boolean shareAllInputs(FinishedRun run) {
    return memories(run).stream().mapToDouble(m -> SummaryRecord.number(m.basin())).sum()
        > 1 - 1e-9;
  }

  private static boolean areLowest(FinishedRun run) {
    return memories(run).stream().allMatch(m -> m.rank() <= 2);
  }

  private static TrainingRecord.Verified verification(FinishedRun run) {
    return run.summary().training().stream()
        .map(TrainingRecord::verification)
        .filter(v -> v != null)
        .findFirst()
        .orElse(new TrainingRecord.Verified("", false, 0, 0, 0, 0, 0, Map.of()));
  }
}
