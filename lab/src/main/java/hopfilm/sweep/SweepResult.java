package hopfilm.sweep;

import hopfilm.check.RunWarnings;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepAxis;
import hopfilm.file.Study;
import hopfilm.film.AdiabaticHeat;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.hipparchus.stat.StatUtils;

/**
 * What a sweep found.
 *
 * @param folder where it is written
 * @param study what was run
 * @param records one a run, in the order of the sweep
 * @param seconds wall time [s]
 */
public record SweepResult(Path folder, Study study, List<SweepRecord> records, double seconds) {

  /** Name of the group of all runs. */
  public static final String ALL = "all";

  private static final String PATTERN = "pattern";

  /**
   * Mean and spread of a conductance over runs.
   *
   * @param deviation standard deviation of a single run, NaN for one run
   * @param runs number of runs
   */
  public record Spread(double mean, double deviation, int runs) {
    /** That of some values, one a run. */
    static Spread of(double[] values) {
      double deviation = values.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(values));
      return new Spread(StatUtils.mean(values), deviation, values.length);
    }
  }

  public SweepResult {
    records = List.copyOf(records);
  }

  /** The experiment of the first run, which all have in common but for the swept keys. */
  public Experiment experiment() {
    return study.experiment();
  }

  /** Runs that failed. */
  public List<SweepRecord> failures() {
    return records.stream().filter(r -> r.status() == RunStatus.FAILED).toList();
  }

  /** Whether it was stopped before all runs were done. */
  public boolean isStopped() {
    return records.stream().anyMatch(r -> r.status() == RunStatus.STOPPED);
  }

  /** The warnings of all runs, each once with its runs, and why runs failed. */
  public List<String> warnings() {
    RunWarnings ofRuns = new RunWarnings();
    for (SweepRecord r : records) {
      // why a run failed is said below
      ofRuns.add(
          r.number(),
          r.warnings().stream()
              .filter(w -> !w.equals(r.message()))
              .map(AdiabaticHeat::ofSeveral)
              .distinct()
              .toList());
    }
    List<String> warnings = ofRuns.lines();
    failures().forEach(r -> warnings.add("run " + r.number() + " failed: " + r.message()));
    return List.copyOf(warnings);
  }

  /** Runs that learned for each swept pattern and for all; empty where no pattern was trained. */
  public Map<String, SuccessFraction> success() {
    Map<String, SuccessFraction> success = new LinkedHashMap<>();
    byGroup(SweepResult::patternOf)
        .forEach(
            (group, runs) -> {
              List<Outcome> judged =
                  runs.stream().map(SweepRecord::outcome).filter(Objects::nonNull).toList();
              if (!judged.isEmpty()) {
                int learned = (int) judged.stream().filter(Outcome::hasLearned).count();
                success.put(group, SuccessFraction.of(learned, judged.size()));
              }
            });
    return success;
  }

  /** Runs in which every start came to a trained pattern, for each retrieve step. */
  public Map<String, SuccessFraction> recall() {
    TreeSet<String> rules = new TreeSet<>();
    records.forEach(r -> r.recalls().forEach(x -> rules.add(x.rule())));
    Map<String, SuccessFraction> recall = new LinkedHashMap<>();
    for (String rule : rules) {
      List<Retrieved> all =
          records.stream()
              .flatMap(r -> r.recalls().stream())
              .filter(x -> x.rule().equals(rule))
              .toList();
      int full = (int) all.stream().filter(x -> x.hits() == x.total()).count();
      recall.put(rule, SuccessFraction.of(full, all.size()));
    }
    return recall;
  }

  /** Spread of gx (or gy) over the seeds, by group of the other swept values and by measure. */
  public Map<String, Map<String, Spread>> spread(Function<SweepRecord, Map<String, Double>> of) {
    Map<String, Map<String, Spread>> spread = new LinkedHashMap<>();
    byGroup(SweepResult::withoutSeeds)
        .forEach(
            (group, runs) -> {
              Map<String, Spread> labels = new LinkedHashMap<>();
              runs.forEach(r -> of.apply(r).keySet().forEach(l -> labels.put(l, null)));
              labels.replaceAll((label, none) -> spread(runs, of, label));
              spread.put(group, labels);
            });
    return spread;
  }

  private static Spread spread(
      List<SweepRecord> runs, Function<SweepRecord, Map<String, Double>> of, String label) {
    return Spread.of(
        runs.stream()
            .map(r -> of.apply(r).get(label))
            .filter(v -> v != null)
            .mapToDouble(v -> v)
            .toArray());
  }

  private Map<String, List<SweepRecord>> byGroup(Function<SweepRecord, String> of) {
    Map<String, List<SweepRecord>> groups = new LinkedHashMap<>();
    for (SweepRecord r : records) {
      String group = of.apply(r);
      if (!group.equals(ALL)) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(r);
      }
    }
    groups.put(ALL, records);
    return groups;
  }

  /**
   * Whether all runs with one pattern repeat each other, as they differ in seeds alone: only then
   * is their share one of a kind of film, with an interval.
   */
  public boolean isRepeated() {
    return records.stream()
        .flatMap(r -> r.values().keySet().stream())
        .allMatch(k -> SweepAxis.isSeed(k) || k.endsWith(PATTERN));
  }

  private static String patternOf(SweepRecord r) {
    return r.values().entrySet().stream()
        .filter(e -> e.getKey().endsWith(PATTERN))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ALL);
  }

  /** The swept values but the seeds, which name a group of runs. */
  static String withoutSeeds(SweepRecord r) {
    List<String> parts = new ArrayList<>();
    r.values()
        .forEach(
            (key, value) -> {
              if (!SweepAxis.isSeed(key)) {
                parts.add(key + "=" + value);
              }
            });
    return parts.isEmpty() ? ALL : String.join(" ", parts);
  }
}
