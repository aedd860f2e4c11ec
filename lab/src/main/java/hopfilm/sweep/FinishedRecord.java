package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.EnergyReading.PatternEnergy;
import hopfilm.figures.EnergyReading.Trained;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.folder.SummaryRecord;
import hopfilm.folder.TrainingRecord;
import hopfilm.hopfield.WeightKind;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.Verification;
import hopfilm.run.DoneRun;
import hopfilm.run.InputHash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a sweep keeps of a run that was done before, read from the run's folder. */
public final class FinishedRecord {

  private final SummaryRecord summary;

  private final Map<String, Double> film;

  private FinishedRecord(SummaryRecord summary, Map<String, Double> film) {
    this.summary = summary;
    this.film = film;
  }

  /**
   * The record of a run, empty if it is not done, was of other inputs, or has lost its data. What
   * else it has lost is made again.
   *
   * @param notes hears of that
   */
  static Optional<SweepRecord> read(SweepRun run, Path sweep, Consumer<String> notes)
      throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    return folder.isDone(InputHash.of(run.experiment()))
            && DoneRun.mend(run.experiment(), folder.path(), 1, notes)
        ? of(run, folder.summary())
        : Optional.empty();
  }

  /** Says whether a run is done with all its files as they were. */
  static boolean isWhole(SweepRun run, Path sweep) throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    return folder.isDone(InputHash.of(run.experiment())) && DoneRun.isWhole(folder.path());
  }

  /**
   * The record of a run that has ended, well or not; empty if it has not, was of other inputs, or
   * has damaged files.
   *
   * @param sweep folder of the sweep, in which that of the run is
   */
  public static Optional<SweepRecord> ended(SweepRun run, Path sweep) throws IOException {
    RunFolder folder = new RunFolder(sweep).run(run.folderName());
    String inputs = InputHash.of(run.experiment());
    Optional<StatusRecord> status =
        folder.readStatus().filter(s -> s.hasFailed() && s.isOf(inputs));
    if (status.isEmpty()) {
      return isWhole(run, sweep) ? of(run, folder.summary()) : Optional.empty();
    }
    String reason = status.get().end().reason();
    String why = reason == null ? "no reason given" : reason;
    return Optional.of(
        folder
            .readSummary()
            .map(summary -> new FinishedRecord(summary, Map.of()).of(run, RunStatus.FAILED, why))
            .orElseGet(() -> SweepRecord.ended(run, RunStatus.FAILED, why, 0)));
  }

  /** The record in a summary, empty if it cannot be read or is of a run that did not end well. */
  public static Optional<SweepRecord> of(SweepRun run, Path file) throws IOException {
    SummaryRecord summary =
        JsonFile.read(file, SummaryRecord.class).filter(s -> s.head().isDone()).orElse(null);
    if (summary == null) {
      return Optional.empty();
    }
    Map<String, Double> film = FilmEnd.of(new RunFolder(file.resolveSibling("")), summary);
    return Optional.of(new FinishedRecord(summary, film).of(run, RunStatus.DONE, null));
  }

  private SweepRecord of(SweepRun run, RunStatus status, String message) {
    return new SweepRecord(
        SweepRecord.Which.of(run),
        new SweepRecord.End(status, message, summary.effort().seconds(), film),
        energies(),
        summary.retrieval().stream().map(FinishedRecord::recall).toList(),
        verification(),
        new SweepRecord.Along(numbers(summary.readings().gx()), numbers(summary.readings().gy())),
        training(),
        summary.warnings());
  }

  private EnergyReading energies() {
    SummaryRecord.Verdict verdict = summary.verdict();
    Map<String, Double> energies =
        verdict.judged() == null ? null : summary.readings().energies().get(verdict.judged());
    if (energies == null) {
      return null;
    }
    List<PatternEnergy> all = new ArrayList<>();
    energies.forEach((pattern, watts) -> all.add(new PatternEnergy(pattern, number(watts))));
    List<Trained> trained = new ArrayList<>();
    List<String> patterns = summary.network().trained();
    for (int k = 0; k < patterns.size(); k++) {
      String pattern = patterns.get(k);
      trained.add(
          new Trained(
              pattern, number(energies.get(pattern)), verdict.learned(k), verdict.margin(k)));
    }
    String lowest = verdict.lowest() == null ? "" : verdict.lowest();
    Double amplitude = summary.readings().amplitudes().get(verdict.judged());
    WeightKind kind =
        "resistance".equals(summary.network().weights())
            ? WeightKind.RESISTANCE
            : WeightKind.CONDUCTANCE;
    return new EnergyReading(
        verdict.judged(),
        all,
        lowest,
        trained,
        verdict.isSampled(),
        amplitude == null ? null : new EnergyReading.Input(amplitude, kind));
  }

  private SweepRecord.Training training() {
    return new SweepRecord.Training(
        number(summary.effort().energyJoule()),
        number(summary.effort().trainingTime()),
        summary.network().trained().stream().mapToInt(String::length).sum(),
        summary.network().trained().size(),
        summary.recalls().stored(),
        summary.verdict().outcome());
  }

  private static SweepRecord.Recall recall(SummaryRecord.Retrieval r) {
    return new SweepRecord.Recall(
        r.gain() == null ? r.update() : r.update() + "_" + r.gain(), r.hits(), r.total());
  }

  private Verification verification() {
    Verification last = null;
    for (TrainingRecord t : summary.training()) {
      TrainingRecord.Verified v = t.verification();
      if (v != null) {
        last =
            new Verification(
                v.pattern(),
                v.verified(),
                v.time(),
                v.pulses(),
                v.checks(),
                v.others(),
                v.passed());
      }
    }
    return last;
  }

  private static Map<String, Double> numbers(Map<String, Double> byLabel) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    byLabel.forEach((label, value) -> numbers.put(label, number(value)));
    return numbers;
  }

  private static double number(Double value) {
    return SummaryRecord.number(value);
  }
}
