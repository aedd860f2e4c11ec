package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.SweepRun;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads experiment files: YAML, every number with its unit, see {@link ExperimentKeys}. Whatever is
 * wrong ends in an {@link ExperimentException} of one line; every run of a sweep is vetted.
 */
public final class ExperimentFile {

  /** The reader of YAML takes some hundred bytes for each of the file. */
  static final long LONGEST = 500_000;

  private static final String OPTIMISE = "optimise";

  private ExperimentFile() {}

  /**
   * Reads a file.
   *
   * @param settings {@code key=value} in their order, as of {@code --set}
   * @throws ExperimentException if anything is wrong with file or settings
   */
  public static Experiment read(Path file, List<String> settings) {
    return parse(text(file), file.toString(), stem(file), folder(file), settings);
  }

  /** Reads an experiment from text; files that it names are relative to the working directory. */
  public static Experiment parse(String yaml, String name, List<String> settings) {
    return parse(yaml, name, name, Path.of(""), settings);
  }

  /** The film, material and protocol that a file has where it says nothing. */
  public static Experiment defaults() {
    return parse("", "default", List.of());
  }

  private static Experiment parse(
      String yaml, String source, String name, Path folder, List<String> settings) {
    Document document = Document.of(Yaml.parse(yaml, source), settings);
    ExperimentReader reader = new ExperimentReader(name, folder);
    Experiment first = reader.read(document.run(0), document.sweep());
    for (int n = 1; n < document.runs(); n++) {
      reader.read(single(document, n), List.of());
    }
    if (first.optimise() != null) {
      readEndsOfRanges(document, first.optimise(), reader);
    }
    return first;
  }

  /** A run without what concerns several. */
  private static YamlNode.Mapping single(Document document, int n) {
    return document.run(n).without(OPTIMISE);
  }

  /** What is wrong at an end of a range is said of its line. */
  private static void readEndsOfRanges(
      Document document, OptimiseSpec spec, ExperimentReader reader) {
    YamlNode.Mapping optimise = (YamlNode.Mapping) document.root().get(OPTIMISE);
    YamlNode.Mapping ranges = (YamlNode.Mapping) optimise.get("parameters");
    for (Map<String, String> values : spec.probes()) {
      Document probe = document;
      for (Map.Entry<String, String> e : values.entrySet()) {
        probe = probe.with(e.getKey(), e.getValue(), ranges.originOf(e.getKey()));
      }
      reader.read(single(probe, 0), List.of());
    }
  }

  /**
   * The same experiment with other values of some keys, without its section {@code optimise}.
   *
   * @throws ExperimentException if it cannot be with these values
   */
  public static Experiment with(Experiment experiment, Map<String, String> values) {
    Document document = Document.of(Yaml.parse(experiment.toYaml(), experiment.name()), List.of());
    for (Map.Entry<String, String> e : values.entrySet()) {
      document = document.with(e.getKey(), e.getValue(), Origin.DEFAULT);
    }
    ExperimentReader reader = new ExperimentReader(experiment.name(), Path.of(""));
    return reader.read(single(document, 0), document.sweep());
  }

  /** The runs that an experiment stands for, in order; one without values if it has no sweep. */
  public static List<SweepRun> runs(Experiment experiment) {
    Document document = Document.of(Yaml.parse(experiment.toYaml(), experiment.name()), List.of());
    ExperimentReader reader = new ExperimentReader(experiment.name(), Path.of(""));
    List<SweepRun> runs = new ArrayList<>();
    for (int n = 0; n < document.runs(); n++) {
      Map<String, String> values = new LinkedHashMap<>();
      document.values(n).forEach((key, value) -> values.put(key.text(), shown(value)));
      runs.add(new SweepRun(n + 1, values, reader.read(single(document, n), List.of())));
    }
    return runs;
  }

  private static String shown(YamlNode value) {
    return value instanceof YamlNode.Scalar s ? s.text() : value.flow();
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw ExperimentException.of(file, Message.IS_A_FOLDER);
      }
      if (Files.isRegularFile(file) && Files.size(file) > LONGEST) {
        throw ExperimentException.of(
            file, Message.FILE_TOO_LARGE, Files.size(file) / 1e6, LONGEST / 1e6);
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw ExperimentException.of(file, Message.NO_SUCH_FILE);
    } catch (CharacterCodingException e) {
      throw ExperimentException.of(file, Message.NO_TEXT);
    } catch (IOException e) {
      throw ExperimentException.of(file, Message.UNREADABLE, InputFiles.reason(e));
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.replaceFirst("\\.[^.]*$", "");
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of("") : parent;
  }
}
