package hopfilm.file;

import hopfilm.experiment.GivenReference;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputMessage;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** References that an experiment takes from the folders of other runs, each read once. */
final class ReferenceRuns {

  private static final String KEY = "network.reference.file";

  /** Of a summary [bytes]: no run leaves a larger one. */
  private static final long MAX_BYTES = 500_000_000;

  private final Path folder;
  private final Map<Path, Summary> read = new HashMap<>();

  /**
   * A reference with what that run made of it.
   *
   * @param kind that the run took it as
   * @param scaling of it
   */
  record Found(GivenReference given, Reference kind, double scaling) {}

  /**
   * @param folder where files that the experiment names are
   */
  ReferenceRuns(Path folder) {
    this.folder = folder;
  }

  /**
   * The reference of the run that a map names, {@code {file: RUN}}.
   *
   * @param electrodes names of those of the experiment; null if they are not known
   * @throws ExperimentException if there is none that fits
   */
  Found of(YamlNode.Mapping map, WeightKind weights, List<String> electrodes) {
    Origin at = map.originOf("file");
    String text = map.get("file") instanceof YamlNode.Scalar s ? s.text() : "";
    if (text.isEmpty() || map.entries().size() != 1) {
      throw ExperimentException.at(
          map.origin(),
          "network.reference",
          FileMessage.NO_REFERENCE_RUN_GIVEN,
          Section.shown(map));
    }
    Path run = path(text, at);
    Summary.Network network = summary(run, at).network();
    double[][] matrix = network.referenceMatrix();
    if (matrix == null) {
      throw ExperimentException.at(at, KEY, FileMessage.REFERENCE_WITHOUT_MATRIX, run);
    }
    if (electrodes != null
        && (!network.electrodes().equals(electrodes) || matrix.length != electrodes.size())) {
      throw ExperimentException.at(
          at,
          KEY,
          FileMessage.REFERENCE_OF_OTHER_ELECTRODES,
          run,
          String.join(", ", network.electrodes()),
          String.join(", ", electrodes));
    }
    if (!Spelling.of(weights).equals(network.weights())) {
      throw ExperimentException.at(
          at,
          KEY,
          FileMessage.REFERENCE_OF_OTHER_WEIGHTS,
          run,
          network.weights(),
          Spelling.of(weights));
    }
    Reference kind =
        Arrays.stream(Reference.values())
            .filter(r -> Spelling.of(r).equals(network.reference()))
            .findFirst()
            .orElseThrow(
                () -> ExperimentException.at(at, KEY, FileMessage.REFERENCE_WITHOUT_MATRIX, run));
    double scaling = network.scaling() == null ? 1 : network.scaling();
    return new Found(GivenReference.of(run.toString(), matrix), kind, scaling);
  }

  private Path path(String text, Origin at) {
    try {
      return folder.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw ExperimentException.at(at, KEY, FileMessage.NO_REFERENCE_RUN, Excerpt.of(text));
    }
  }

  private Summary summary(Path run, Origin at) {
    Summary known = read.get(run);
    if (known != null) {
      return known;
    }
    RunFolder other = new RunFolder(run);
    try {
      if (!Files.isRegularFile(other.summary()) || Files.size(other.summary()) > MAX_BYTES) {
        throw ExperimentException.at(at, KEY, FileMessage.NO_REFERENCE_RUN, run);
      }
      Summary summary =
          other
              .readSummary()
              .orElseThrow(
                  () -> ExperimentException.at(at, KEY, FileMessage.NO_REFERENCE_RUN, run));
      read.put(run, summary);
      return summary;
    } catch (IOException e) {
      throw ExperimentException.at(at, KEY, InputMessage.UNREADABLE, e.getMessage());
    }
  }
}
