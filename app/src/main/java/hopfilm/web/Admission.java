package hopfilm.web;

import hopfilm.check.ExperimentCheck;
import hopfilm.check.Plausibility;
import hopfilm.check.Vetting;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vets experiments as the command line does, and against the limits of the server. */
final class Admission {

  private static final String NAME = "experiment";
  private static final String FILE = "initial.file";
  private static final String REFERENCE = "network.reference.file";

  private final Limits limits;

  Admission(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads a text and vets its experiment, of a sweep its first run.
   *
   * @throws ExperimentException if it is wrong
   */
  Study read(String yaml) throws IOException {
    Study study = parse(yaml);
    vet(study.experiment());
    return study;
  }

  /** Says the same of files whether they are there or not. */
  private static Study parse(String yaml) {
    try {
      return ExperimentFile.study(yaml, NAME, List.of());
    } catch (ExperimentException e) {
      throw e.key().equals(FILE) ? noFiles() : e.key().equals(REFERENCE) ? noRuns() : e;
    }
  }

  private static WebException noFiles() {
    return WebException.of(
        422, FILE + ": files are not read here; use hopfilm run, or another initial.texture");
  }

  private static WebException noRuns() {
    return WebException.of(
        422, REFERENCE + ": other runs are not read here; use hopfilm run, or another reference");
  }

  /** Refuses a film that cannot run, or is too much for this server. */
  void vet(Experiment e) throws IOException {
    if (e.initial().texture() instanceof InitialSpec.FromFile) {
      throw noFiles();
    }
    if (e.network().given() != null) {
      throw noRuns();
    }
    bound(e);
    Vetting.vet(e);
    Plausibility.refuse(e, NAME);
  }

  /** The bounds alone. */
  void bound(Experiment e) {
    long cells = (long) e.film().nx() * e.film().ny() * e.film().layers();
    if (cells > limits.cells()) {
      throw WebException.of(
          422,
          "film.cell: the film has %d cells; this server takes %d: use a smaller film or larger cells, or hopfilm run",
          cells,
          limits.cells());
    }
    if (e.electrodes().count() > limits.nodes()) {
      throw WebException.of(
          422,
          "electrodes: there are %d; this server takes %d: use fewer, or hopfilm run",
          e.electrodes().count(),
          limits.nodes());
    }
  }

  /** The answer of the check, for a page. */
  Map<String, Object> check(String yaml) throws IOException {
    Map<String, Object> said = new LinkedHashMap<>();
    try {
      Study study = parse(yaml);
      List<SweepRun> runs = study.runs();
      runs.forEach(run -> bound(run.experiment()));
      for (SweepRun run : runs) {
        vet(run.experiment());
      }
      ExperimentCheck check = ExperimentCheck.of(study, 1);
      said.put("ok", true);
      said.put("error", null);
      said.put("warnings", check.warnings());
      said.put("facts", check.facts());
      said.put("seconds", ExperimentCheck.wallTime(runs.subList(0, 1), 1));
      said.put("yaml", ExperimentFile.write(study));
    } catch (ExperimentException e) {
      wrong(said, WebException.of(e));
    } catch (WebException e) {
      wrong(said, e);
    }
    return said;
  }

  private static void wrong(Map<String, Object> said, WebException e) {
    said.put("ok", false);
    said.put("error", e.error());
    said.put("warnings", List.of());
    said.put("facts", Map.of());
    said.put("seconds", null);
    said.put("yaml", null);
  }
}
