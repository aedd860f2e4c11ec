package hopfilm.section;

import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.GivenReference;
import hopfilm.experiment.NetworkSpec;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.result.Summary;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules of the section {@code network}, whose reference may be that of another run; each of
 * these is read once.
 */
public final class NetworkSection {

  private static final String REFERENCE = "reference";
  private static final String UNTRAINED = "untrained";
  private static final String FITTED = "fitted";
  private static final String FILE = "network.reference.file";
  private static final List<String> OF_THE_RUN = List.of("mazes", "scaling");

  /** Of a summary [bytes]: no run leaves a larger one. */
  private static final long MAX_BYTES = 500_000_000;

  private final NamedFiles files;
  private final Map<Path, Summary> read = new HashMap<>();

  /**
   * @param files that the experiment names
   */
  public NetworkSection(NamedFiles files) {
    this.files = files;
  }

  /**
   * Reads it.
   *
   * @param electrodes their names; null if they are not known
   * @param hasRow whether one of them is a row, whose reference is fitted by default
   */
  public NetworkSpec read(Section s, List<String> electrodes, boolean hasRow) {
    WeightKind weights = s.constant("weights", WeightKind.class);
    boolean isResistance = weights == WeightKind.RESISTANCE;
    String own = isResistance ? "current" : "voltage";
    Section given = s;
    UnaryOperator<NetworkSpec> reference = UnaryOperator.identity();
    if (s.node(REFERENCE) instanceof YamlNode.Mapping map) {
      OF_THE_RUN.forEach(key -> s.refuse(key, FileMessage.REFERENCE_RUN_SAYS, key));
      reference =
          map.get(UNTRAINED) == null ? ofRun(map, weights, electrodes) : factor(map, s, hasRow);
      given = s.without(REFERENCE);
    } else if (hasRow && !isResistance && !s.has(REFERENCE)) {
      reference = NetworkSpec::fitted;
    }
    NetworkSpec network = Binder.read(NetworkSpec.class, given);
    s.refuse(
        isResistance ? "voltage" : "current",
        FileMessage.OTHER_INPUTS,
        s.text("weights"),
        own + "s",
        own);
    return reference.apply(network);
  }

  /**
   * Takes the reference of the run that a map names, {@code {file: RUN}}.
   *
   * @param electrodes names of those of the experiment; null if they are not known
   * @throws ExperimentException if there is none that fits
   */
  private UnaryOperator<NetworkSpec> ofRun(
      YamlNode.Mapping map, WeightKind weights, List<String> electrodes) {
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
      throw ExperimentException.at(at, FILE, FileMessage.REFERENCE_WITHOUT_MATRIX, run);
    }
    if (electrodes != null
        && (!network.electrodes().equals(electrodes) || matrix.length != electrodes.size())) {
      throw ExperimentException.at(
          at,
          FILE,
          FileMessage.REFERENCE_OF_OTHER_ELECTRODES,
          run,
          String.join(", ", network.electrodes()),
          String.join(", ", electrodes));
    }
    if (!Spelling.of(weights).equals(network.weights())) {
      throw ExperimentException.at(
          at,
          FILE,
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
                () -> ExperimentException.at(at, FILE, FileMessage.REFERENCE_WITHOUT_MATRIX, run));
    double scaling = network.scaling() == null ? 1 : network.scaling();
    GivenReference given = GivenReference.of(run.toString(), matrix);
    return n -> n.with(kind, scaling, given);
  }

  /** Those of the untrained film, multiplied. */
  private static UnaryOperator<NetworkSpec> factor(
      YamlNode.Mapping map, Section s, boolean hasRow) {
    if (map.entries().size() == 1 && map.get(UNTRAINED) instanceof YamlNode.Scalar given) {
      if (given.text().equals(FITTED)) {
        if (!hasRow) {
          throw s.error(REFERENCE, FileMessage.FITTED_NEEDS_ROWS);
        }
        return NetworkSpec::fitted;
      }
      try {
        double factor = Quantity.read(given.text(), Dimension.FRACTION).value();
        if (factor >= 0.5 && factor <= 2) {
          return n -> n.with(factor);
        }
      } catch (UnitException e) {
        // said below
      }
    }
    throw s.error(REFERENCE, FileMessage.NO_FACTOR, map.flow());
  }

  private Path path(String text, Origin at) {
    if (files.equals(NamedFiles.NONE)) {
      throw ExperimentException.at(at, FILE, FileMessage.FILES_NOT_READ);
    }
    try {
      return files.find(text);
    } catch (InvalidPathException e) {
      throw ExperimentException.at(at, FILE, FileMessage.NO_REFERENCE_RUN, Excerpt.of(text));
    }
  }

  private Summary summary(Path run, Origin at) {
    Summary known = read.get(run);
    if (known != null) {
      return known;
    }
    RunFolder other = new RunFolder(run);
    files.gate().accept(other.summary()); // may be a link
    try {
      if (!Files.isRegularFile(other.summary()) || Files.size(other.summary()) > MAX_BYTES) {
        throw ExperimentException.at(at, FILE, FileMessage.NO_REFERENCE_RUN, run);
      }
      requireWhole(other, at);
      Summary summary =
          other
              .readSummary()
              .orElseThrow(
                  () -> ExperimentException.at(at, FILE, FileMessage.NO_REFERENCE_RUN, run));
      read.put(run, summary);
      return summary;
    } catch (IOException e) {
      throw ExperimentException.at(at, FILE, InputMessage.UNREADABLE, e.getMessage());
    }
  }

  private static void requireWhole(RunFolder run, Origin at) throws IOException {
    try {
      FileList.requireWhole(run, Set.of(RunFile.SUMMARY));
    } catch (ExperimentException e) {
      throw ExperimentException.at(at, FILE, InputMessage.UNREADABLE, e.getMessage());
    }
  }

  public static YamlNode tree(NetworkSpec n) {
    YamlNode.Mapping tree = Binder.tree("network", n);
    return n.given()
        .map(g -> tree.with(REFERENCE, map().with("file", scalar(g.run()))))
        .map(t -> t.without("mazes").without("scaling"))
        .orElseGet(
            () ->
                n.isFitted() || (n.reference() == Reference.UNTRAINED && n.scaling() != 1)
                    ? tree.with(REFERENCE, map().with(UNTRAINED, scalar(factor(n))))
                    : tree);
  }

  private static String factor(NetworkSpec n) {
    return n.isFitted() ? FITTED : Double.toString(n.scaling());
  }
}
