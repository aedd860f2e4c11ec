package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.figures.EnergyReading;
import hopfilm.figures.EnergyReading.PatternEnergy;
import hopfilm.figures.EnergyReading.Trained;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunStatus;
import hopfilm.protocol.Verification;
import hopfilm.run.InputHash;
import hopfilm.run.StatusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a sweep keeps of a run that was done before, read from the run's folder. */
public final class FinishedRecord {

  private final JsonNode summary;

  private FinishedRecord(JsonNode summary) {
    this.summary = summary;
  }

  /** The record of a run, empty if it is not done, or was of other inputs. */
  static Optional<SweepRecord> read(SweepRun run, Path sweep) throws IOException {
    Path folder = sweep.resolve(run.folderName());
    Path file = new RunFolder(folder).summary();
    if (!Files.isRegularFile(file) || !StatusFile.isDone(folder, InputHash.of(run.experiment()))) {
      return Optional.empty();
    }
    return of(run, file);
  }

  /**
   * The record of a run that has ended, well or not; empty if it has not, or was of other inputs.
   *
   * @param sweep folder of the sweep, in which that of the run is
   */
  public static Optional<SweepRecord> ended(SweepRun run, Path sweep) throws IOException {
    Path folder = sweep.resolve(run.folderName());
    JsonNode status = StatusFile.read(folder);
    if (status == null
        || !status.path("status").asString("").equals(RunStatus.FAILED.text())
        || !status.path("inputs").asString("").equals(InputHash.of(run.experiment()))) {
      return read(run, sweep);
    }
    String why = status.path("reason").asString("no reason given");
    Path file = new RunFolder(folder).summary();
    JsonNode summary = Files.isRegularFile(file) ? StatusFile.json(file) : null;
    try {
      return Optional.of(
          summary == null
              ? SweepRecord.ended(run, RunStatus.FAILED, why, 0)
              : new FinishedRecord(summary).of(run, RunStatus.FAILED, why));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The record in a summary, empty if it cannot be read or is of a run that did not end well. */
  public static Optional<SweepRecord> of(SweepRun run, Path file) throws IOException {
    JsonNode summary = StatusFile.json(file);
    try {
      return summary == null || !summary.path("status").asString("").equals(RunStatus.DONE.text())
          ? Optional.empty()
          : Optional.of(new FinishedRecord(summary).of(run, RunStatus.DONE, null));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private SweepRecord of(SweepRun run, RunStatus status, String message) {
    return new SweepRecord(
        run.number(),
        run.folderName(),
        run.values(),
        run.experiment().seed(),
        run.experiment().initial().seed(),
        status,
        message,
        energies(),
        recalls(),
        verification(),
        numbers("gx"),
        numbers("gy"),
        training(),
        texts(summary.path("warnings")),
        summary.path("seconds").asDouble());
  }

  private EnergyReading energies() {
    String judged = summary.path("judged").asString("");
    JsonNode energies = summary.path("energies").path(judged);
    if (energies.isMissingNode()) {
      return null;
    }
    boolean isSampled = summary.has("minimum_sampled");
    String ending = isSampled ? "_sampled" : "";
    List<PatternEnergy> all = new ArrayList<>();
    energies
        .properties()
        .forEach(e -> all.add(new PatternEnergy(e.getKey(), e.getValue().asDouble())));
    List<Trained> trained = new ArrayList<>();
    List<String> patterns = texts(summary.path("patterns"));
    for (int k = 0; k < patterns.size(); k++) {
      String pattern = patterns.get(k);
      trained.add(
          new Trained(
              pattern,
              energies.path(pattern).asDouble(Double.NaN),
              entry("learned" + ending, k).asBoolean(false),
              entry("margin" + ending, k).asDouble(Double.NaN)));
    }
    return new EnergyReading(
        judged, all, summary.path("minimum" + ending).asString(""), trained, isSampled);
  }

  /** One value for each trained pattern; a single one stands alone. */
  private JsonNode entry(String name, int k) {
    JsonNode node = summary.path(name);
    return node.isArray() ? node.path(k) : node;
  }

  private SweepRecord.Training training() {
    return new SweepRecord.Training(
        summary.path("energy_joule").asDouble(Double.NaN),
        summary.path("training_time").asDouble(Double.NaN),
        texts(summary.path("patterns")).stream().mapToInt(String::length).sum());
  }

  private List<SweepRecord.Recall> recalls() {
    List<SweepRecord.Recall> recalls = new ArrayList<>();
    for (JsonNode r : summary.path("retrieval")) {
      String rule = r.path("update").asString("");
      recalls.add(
          new SweepRecord.Recall(
              r.has("gain") ? rule + "_" + r.path("gain").asDouble() : rule,
              r.path("hits").asInt(),
              r.path("total").asInt()));
    }
    return recalls;
  }

  private Verification verification() {
    Verification last = null;
    for (JsonNode t : summary.path("training")) {
      if (t.has("verified")) {
        Map<String, Integer> passed = new LinkedHashMap<>();
        t.path("passed").properties().forEach(e -> passed.put(e.getKey(), e.getValue().asInt()));
        last =
            new Verification(
                t.path("pattern").asString(""),
                t.path("verified").asBoolean(),
                t.path("time").asDouble(),
                t.path("pulses").asInt(),
                t.path("checks").asInt(),
                t.path("others").asLong(),
                passed);
      }
    }
    return last;
  }

  private Map<String, Double> numbers(String name) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    summary
        .path(name)
        .properties()
        .forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble(Double.NaN)));
    return numbers;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.asString()));
    return texts;
  }
}
