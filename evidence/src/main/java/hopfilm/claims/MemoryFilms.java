package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.experiment.Schedule;
import hopfilm.hopfield.HebbAgreement;
import hopfilm.hopfield.MeetingGains;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.hopfield.Weights;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Numbers;
import hopfilm.result.HeldMemory;
import hopfilm.result.OrEmpty;
import hopfilm.result.TrainStep;
import hopfilm.result.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finished runs of films that were shown several patterns: how many hold all, and as what. */
record MemoryFilms(List<FinishedRun> runs) {

  /** Title of rows of gains. */
  static final String GAINS =
      "Gain and scatter of a place where contacts meet (S), by how many of the patterns drive it";

  static final List<String> COLUMNS =
      List.of(
          "films",
          "all stored",
          "95 % interval (%)",
          "all minima",
          "every input ends at one of them",
          "the lowest",
          "looks, mean",
          "others that would pass, a film");

  /** Films in which at least 90 of 100 copies come back to each pattern. */
  SuccessFraction stored() {
    return count(MemoryFilms::isStored);
  }

  /** Films in which each pattern is a fixed point. */
  SuccessFraction fixed() {
    return count(r -> memories(r).stream().allMatch(HeldMemory::fixedPoint));
  }

  /** Films in which each pattern is a fixed point and the lowest state of its basin. */
  int minima() {
    return count(
            r ->
                memories(r).stream()
                    .allMatch(m -> m.fixedPoint() && m.margin() != null && m.margin() > 0))
        .successes();
  }

  /** Films that hold one of their patterns. */
  int holding(int pattern) {
    return count(
            r -> {
              HeldMemory m = memories(r).get(pattern);
              return Memory.areEnough(m.recalled(), m.of());
            })
        .successes();
  }

  private SuccessFraction count(Predicate<FinishedRun> condition) {
    return SuccessFraction.of((int) runs.stream().filter(condition).count(), runs.size());
  }

  /**
   * Reports these films, shown all patterns, without a control.
   *
   * @param all all or both
   */
  void report(String all, Evidence e) {
    e.table("Films that hold %s patterns".formatted(all), COLUMNS.toArray())
        .row(row(all + " shown"));
    e.number(all + " stored", stored());
  }

  /**
   * Puts these films, shown all patterns, beside a control that was shown the first alone, and
   * decides the criterion {@code control}.
   *
   * @param all all or both
   */
  void compare(String all, MemoryFilms control, Evidence e) {
    SuccessFraction stored = stored();
    SuccessFraction alone = control.stored();
    double p = stored.pValueAbove(alone);
    Rows table = e.table("Films that hold %s patterns".formatted(all), COLUMNS.toArray());
    table.row(row(all + " shown"));
    table.row(control.row("the first shown alone"));
    e.number(all + " stored", stored);
    e.number(all + " stored, the first shown alone", alone);
    e.number("p, %s shown against one".formatted(all), p, stored.total(), "");
    e.decide(
        "control",
        p < 0.01,
        "%s films with %s, %s films with one, p = %s",
        text(stored),
        all,
        text(alone),
        text(p));
  }

  /** In the order of {@link #COLUMNS}. */
  List<String> row(String name) {
    SuccessFraction f = stored();
    double others = runs.stream().mapToInt(r -> verification(r).passed().size()).sum();
    int sharing = count(MemoryFilms::shareAllInputs).successes();
    // of many electrodes not every input is tried
    boolean areTried =
        runs.stream().flatMap(r -> memories(r).stream()).allMatch(m -> m.basin() != null);
    return List.of(
        name,
        text(f),
        Numbers.interval(f),
        Integer.toString(minima()),
        areTried ? Integer.toString(sharing) : "not tried",
        Integer.toString(count(MemoryFilms::areLowest).successes()),
        text("%.1f", runs.stream().mapToInt(r -> verification(r).checks()).average().orElse(0)),
        areTried ? text("%.2f", others / runs.size()) : "not tried");
  }

  /** Weights of a film of {@link PaperFilms#wired} beside Hebb's sum of its patterns. */
  static Optional<HebbAgreement> hebb(FinishedRun run, List<Pattern> patterns) {
    return HebbAgreement.of(run.conductance("trained"), weights(run), patterns);
  }

  /** Weights after training [S]. */
  private static double[][] weights(FinishedRun run) {
    return fromUntrained(run, "trained").gPrime();
  }

  /** Weights by the film before training. */
  static Weights fromUntrained(FinishedRun run, String label) {
    return run.weights(label, run.conductance("untrained"), Reference.UNTRAINED, SelfTerm.ZERO);
  }

  /** Weights of these films, and what they were shown. */
  List<MeetingGains.Film> shown(Function<FinishedRun, List<Pattern>> patterns) {
    return runs.stream().map(r -> new MeetingGains.Film(weights(r), patterns.apply(r))).toList();
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

  static List<HeldMemory> memories(FinishedRun run) {
    return run.summary().recalls().memories();
  }

  /**
   * Whether a film holds its patterns if weights count from the film before training.
   *
   * @param label of the measurement
   */
  static boolean isStoredFromUntrained(FinishedRun run, String label) {
    List<Pattern> patterns = memories(run).stream().map(m -> new Pattern(m.pattern())).toList();
    return MemoryForecast.of(
                (p, r) -> fromUntrained(run, label),
                List.of(patterns),
                Schedule.Together.USUAL_GAIN,
                Memory.FEW_COPIES,
                run.seed())
            .stored()
            .successes()
        == 1;
  }

  static boolean isStored(FinishedRun run) {
    return Integer.valueOf(memories(run).size()).equals(run.summary().recalls().stored());
  }

  private static boolean shareAllInputs(FinishedRun run) {
    return memories(run).stream().mapToDouble(m -> OrEmpty.number(m.basin())).sum() > 1 - 1e-9;
  }

  private static boolean areLowest(FinishedRun run) {
    List<HeldMemory> all = memories(run);
    return all.stream().allMatch(m -> m.rank() <= all.size());
  }

  static Verification verification(FinishedRun run) {
    return run.summary().training().stream()
        .map(TrainStep::verification)
        .filter(v -> v != null)
        .findFirst()
        .orElse(new Verification("", false, 0, 0, 0, 0, Map.of()));
  }
}
