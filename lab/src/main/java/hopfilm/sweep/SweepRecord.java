package hopfilm.sweep;

import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.figures.EnergyReading;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.folder.Outcome;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.input.Spelling;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.Verification;
import hopfilm.run.PageData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep keeps of one of its runs.
 *
 * @param run which it is
 * @param end how it ended
 * @param energies E' of the measure that decides, null without a trained pattern
 * @param recalls one a retrieve step
 * @param verification of the last train step that verifies; null without one
 * @param along conductances between whole edges
 * @param training what training took and came to
 * @param warnings one line each
 */
public record SweepRecord(
    Which run,
    End end,
    EnergyReading energies,
    List<Recall> recalls,
    Verification verification,
    Along along,
    Training training,
    List<String> warnings) {

  /**
   * Which run of the sweep it is.
   *
   * @param number counted from 1
   * @param folder its folder below that of the sweep
   * @param values swept keys and their values
   * @param seeds of the run
   */
  public record Which(int number, String folder, Map<String, String> values, Seeds seeds) {

    /** Copies the map. */
    public Which {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** That of a run. */
    public static Which of(SweepRun run) {
      Seeds seeds = new Seeds(run.experiment().seed(), run.experiment().initial().seed());
      return new Which(run.number(), run.folderName(), run.values(), seeds);
    }
  }

  /**
   * Seeds of a run.
   *
   * @param noise of noise and random order
   * @param maze of the start
   */
  public record Seeds(long noise, long maze) {}

  /**
   * How a run ended.
   *
   * @param status in one word
   * @param message why it failed, null otherwise
   * @param seconds wall time [s]
   * @param film numbers of the film, by the column of runs.csv that they stand in; empty unless the
   *     run is done
   */
  public record End(RunStatus status, String message, double seconds, Map<String, Double> film) {

    /** Copies the map. */
    public End {
      film = Collections.unmodifiableMap(new LinkedHashMap<>(film));
    }
  }

  /**
   * Conductances between whole edges / (thickness s_perp), by label of the measure.
   *
   * @param gx along x
   * @param gy along y
   */
  public record Along(Map<String, Double> gx, Map<String, Double> gy) {

    /** Copies the maps. */
    public Along {
      gx = Collections.unmodifiableMap(new LinkedHashMap<>(gx));
      gy = Collections.unmodifiableMap(new LinkedHashMap<>(gy));
    }
  }

  /**
   * What training took, and what it came to.
   *
   * @param joule Joule heat of all train steps [J]
   * @param seconds their duration, simulated [s]
   * @param bits signs of all trained patterns together
   * @param patterns how many were trained
   * @param stored how many of several are held; null with fewer than two
   * @param outcome of it; null where no pattern was trained and read
   */
  public record Training(
      double joule, double seconds, int bits, int patterns, Integer stored, Outcome outcome) {

    /** Of a run that has not come to its end. */
    static final Training UNKNOWN = new Training(Double.NaN, Double.NaN, 0, 0, null, null);

    /** Joule heat for each trained sign [J]; NaN without a pattern. */
    public double joulePerBit() {
      return bits == 0 ? Double.NaN : joule / bits;
    }
  }

  /**
   * Outcome of a retrieve step.
   *
   * @param rule asynchronous, synchronous, graded, or graded and its gain where several differ
   * @param hits starts that came to a trained pattern
   * @param total all starts
   */
  public record Recall(String rule, int hits, int total) {}

  /** Copies the lists. */
  public SweepRecord {
    recalls = List.copyOf(recalls);
    warnings = List.copyOf(warnings);
  }

  /** Of a run that was carried out. */
  static SweepRecord of(SweepRun run, RunResult r) throws IOException {
    Map<String, Double> gx = new LinkedHashMap<>();
    Map<String, Double> gy = new LinkedHashMap<>();
    for (Measure m : r.measures()) {
      gx.put(m.label(), m.gx());
      gy.put(m.label(), m.gy());
    }
    EnergyLandscape land = r.judged() == null ? null : r.judged().landscape();
    List<Recall> recalls = new ArrayList<>();
    for (RetrievalResult x : r.retrievals()) {
      recalls.add(new Recall(rule(x.step()), x.summary().hits(), x.summary().total()));
    }
    return new SweepRecord(
        Which.of(run),
        new End(r.status(), r.message(), r.effort().seconds(), film(r)),
        land == null
            ? null
            : PageData.energyReading(r.judged(), r.experiment().network().weights()),
        recalls,
        r.found().verifications().stream().reduce(null, (before, last) -> last),
        new Along(gx, gy),
        new Training(
            r.effort().training().joule(),
            r.effort().training().time(),
            r.trainedBits(),
            r.trained().size(),
            r.memories() == null ? null : (Integer) r.memories().stored(),
            r.outcome()),
        r.warnings());
  }

  private static Map<String, Double> film(RunResult r) throws IOException {
    RunFolder folder = new RunFolder(r.folder());
    return r.status() == RunStatus.DONE
        ? FilmEnd.of(folder, folder.readSummary().orElseThrow())
        : Map.of();
  }

  /** Of a run that was stopped, or ended with an error. */
  public static SweepRecord ended(SweepRun run, RunStatus status, String message, double seconds) {
    return new SweepRecord(
        Which.of(run),
        new End(status, message, seconds, Map.of()),
        null,
        List.of(),
        null,
        new Along(Map.of(), Map.of()),
        Training.UNKNOWN,
        List.of());
  }

  /** Number of the run, counted from 1. */
  public int number() {
    return run.number();
  }

  /** Its folder below that of the sweep. */
  public String folder() {
    return run.folder();
  }

  /** Swept keys and their values. */
  public Map<String, String> values() {
    return run.values();
  }

  /** How it ended. */
  public RunStatus status() {
    return end.status();
  }

  /** Why it failed, null otherwise. */
  public String message() {
    return end.message();
  }

  /** Numbers of the film at the end, by the column of runs.csv that they stand in. */
  public Map<String, Double> film() {
    return end.film();
  }

  /** Wall time [s]. */
  public double seconds() {
    return end.seconds();
  }

  private static String rule(Step.Retrieve step) {
    String name = Spelling.of(step.update());
    return name.equals("graded") ? name + "_" + step.gain() : name;
  }

  /** What training came to; null where no pattern was trained and read. */
  public Outcome outcome() {
    return training.outcome();
  }

  /** Whether every trained pattern is the lowest; null where that was not asked. */
  public Boolean learned() {
    if (energies == null || energies.trained().isEmpty()) {
      return null;
    }
    return energies.trained().stream().allMatch(EnergyReading.Trained::learned);
  }

  /** Smallest margin of the trained patterns; NaN without one. */
  public double margin() {
    return energies == null
        ? Double.NaN
        : energies.trained().stream()
            .mapToDouble(EnergyReading.Trained::margin)
            .min()
            .orElse(Double.NaN);
  }

  /** Highest E' of the trained patterns [W]; NaN without one. */
  public double trainedEnergy() {
    return energies == null
        ? Double.NaN
        : energies.trained().stream()
            .mapToDouble(EnergyReading.Trained::watts)
            .max()
            .orElse(Double.NaN);
  }

  /** Outcome of the last retrieve step, null without one. */
  public Recall lastRecall() {
    return recalls.isEmpty() ? null : recalls.get(recalls.size() - 1);
  }
}
