package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What decides every bit of a run.
 *
 * @param inputs hash of the experiment and the files that it names
 * @param version of the program
 * @param kernels loops in use
 */
record RunIdentity(String inputs, String version, String kernels, String java) {

  static RunIdentity of(Experiment experiment, String kernels) throws IOException {
    return new RunIdentity(
        InputHash.of(experiment),
        Provenance.version(),
        kernels,
        System.getProperty("java.runtime.version"));
  }

  void save(StateWriter out) throws IOException {
    out.part("identity");
    out.text(inputs);
    out.text(version);
    out.text(kernels);
    out.text(java);
  }

  private static RunIdentity read(StateReader in) throws IOException {
    in.part("identity");
    return new RunIdentity(in.text(), in.text(), in.text(), in.text());
  }

  /** The inputs of the latest checkpoint of a folder that is whole; empty where there is none. */
  static Optional<String> inputs(CheckpointFiles files) throws IOException {
    for (CheckpointFiles.Found found : files.all()) {
      if (found.problem() == null) {
        try (InputStream in = files.open(found)) {
          return Optional.of(read(new StateReader(in)).inputs());
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Reads the identity of a checkpoint and compares.
   *
   * @param notes hears of what changes no more than the last bits
   * @throws ExperimentException if the checkpoint is of another experiment or program
   */
  void require(StateReader in, Path file, Consumer<String> notes) throws IOException {
    RunIdentity other = read(in);
    if (!other.version().equals(version)) {
      throw ExperimentException.of(file, RunMessage.RESUME_VERSION, other.version(), version);
    }
    if (!other.inputs().equals(inputs)) {
      throw ExperimentException.of(file, RunMessage.RESUME_OTHER_EXPERIMENT);
    }
    if (!other.kernels().equals(kernels) || !other.java().equals(java)) {
      notes.accept(
          "the run was begun with kernels %s on Java %s and goes on with %s on %s: results may differ in the last digits"
              .formatted(other.kernels(), other.java(), kernels, java));
    }
  }
}
