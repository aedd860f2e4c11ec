package hopfilm.sweep;

import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.figures.EnergyReading;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.input.Spelling;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.Verification;
import hopfilm.run.RunOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep keeps of one of its runs.
 *
 * @param number counted from 1
 * @param folder its folder below that of the sweep
 * @param values swept keys and their values
 * @param seed of noise and random order
 * @param initialSeed of the maze
 * @param status how it ended
 * @param message why it failed, null otherwise
 * @param energies E' of the measure that decides, null without a trained pattern
 * @param recalls one a retrieve step
 * @param verification of the last train step that verifies; null without one
 * @param gx conductance along x / (thickness s_perp) by label of the measure
 * @param gy the same along y
 * @param training what training took
 * @param warnings one line each
 * @param seconds wall time [s]
 */
public record SweepRecord(
    int number,
    String folder,
    Map<String, String> values,
    long seed,
    long initialSeed,
    RunStatus status,
    String message,
    EnergyReading energies,
    List<Recall> recalls,
    Verification verification,
    Map<String, Double> gx,
    Map<String, Double> gy,
    Training training,
    List<String> warnings,
    double seconds) {

  /**
   * What training took.
   *
   * @param joule Joule heat of all train steps [J]
   * @param seconds their duration, simulated [s]
   * @param bits signs of all trained patterns together
   */
  public record Training(double joule, double seconds, int bits) {

    /** Of a run that has not come to its end. */
    static final Training UNKNOWN = new Training(Double.NaN, Double.NaN, 0);

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

  /** Copies lists and maps. */
  public SweepRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    recalls = List.copyOf(recalls);
    gx = Collections.unmodifiableMap(new LinkedHashMap<>(gx));
    gy = Collections.unmodifiableMap(new LinkedHashMap<>(gy));
    warnings = List.copyOf(warnings);
  }

  /** Of a run that was carried out. */
  static SweepRecord of(SweepRun run, RunResult r) {
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
        run.number(),
        run.folderName(),
        run.values(),
        run.experiment().seed(),
        run.experiment().initial().seed(),
        r.status(),
        r.message(),
        land == null ? null : RunOutput.energyReading(r.judged()),
        recalls,
        r.verifications().isEmpty() ? null : r.verifications().get(r.verifications().size() - 1),
        gx,
        gy,
        new Training(r.energyJoule(), r.trainingTime(), r.trainedBits()),
        r.warnings(),
        r.seconds());
  }

  /** Of a run that was stopped, or ended with an error. */
  public static SweepRecord ended(SweepRun run, RunStatus status, String message, double seconds) {
    return new SweepRecord(
        run.number(),
        run.folderName(),
        run.values(),
        run.experiment().seed(),
        run.experiment().initial().seed(),
        status,
        message,
        null,
        List.of(),
        null,
        Map.of(),
        Map.of(),
        Training.UNKNOWN,
        List.of(),
        seconds);
  }

  private static String rule(Step.Retrieve step) {
    String name = Spelling.of(step.update());
    return name.equals("graded") ? name + "_" + step.gain() : name;
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
