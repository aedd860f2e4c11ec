package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.io.NumberFiles;
import hopfilm.io.WholeFile;
import hopfilm.key.ExperimentKeys;
import hopfilm.section.OutputSection;
import hopfilm.section.SampleFiles;
import hopfilm.section.StepForm;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.Yaml.Setting;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads experiment files: YAML, every number with its unit, see {@link ExperimentKeys}. Whatever is
 * wrong ends in an {@link ExperimentException}, a line for each error; every run of a sweep is
 * vetted.
 */
public final class ExperimentFile {

  private ExperimentFile() {}

  /**
   * Reads a file and every run that it stands for.
   *
   * @param settings {@code key=value} in their order, as of {@code --set}
   * @throws ExperimentException if anything is wrong with file or settings
   */
  public static Study study(Path file, List<String> settings) {
    return study(text(file), file.toString(), stem(file), NamedFiles.in(folder(file)), settings);
  }

  /** Reads a study from text; files that it names are relative to the working directory. */
  public static Study study(String yaml, String name, List<String> settings) {
    return study(yaml, name, name, NamedFiles.in(Path.of("")), settings);
  }

  /** Reads a study from the text of somebody whose files are not read. */
  public static Study withoutFiles(String yaml, String name) {
    return study(yaml, name, name, NamedFiles.NONE, List.of());
  }

  /**
   * How many runs a text stands for, none of which is read.
   *
   * @throws ExperimentException if it is no file of experiments
   */
  public static int runs(String yaml, String name) {
    return document(yaml, name, List.of(), new Faults()).runs();
  }

  /**
   * The first key by which a text names a drawing or picture, none of which is read.
   *
   * @throws ExperimentException if it is no file of experiments
   */
  public static Optional<String> drawing(String yaml, String name) {
    return document(yaml, name, List.of(), new Faults()).drawing();
  }

  /**
   * Reads a study from text and the text of its drawing, which stands for every SVG file that it
   * names; none is opened.
   *
   * @param drawing an SVG document
   * @throws ExperimentException if anything is wrong with text or drawing
   */
  public static Study drawn(String yaml, String name, String drawing) {
    Faults faults = new Faults();
    Document document = document(yaml, name, List.of(), faults).drawn(drawing, faults);
    return Study.of(document, name, NamedFiles.NONE, faults);
  }

  private static Document document(
      String yaml, String source, List<String> settings, Faults faults) {
    Document document =
        faults.read(
            () -> Document.of(Yaml.parse(yaml, source, faults), Setting.all(settings), faults));
    if (document == null) {
      faults.end();
    }
    return document;
  }

  private static Study study(
      String yaml, String source, String name, NamedFiles files, List<String> settings) {
    Faults faults = new Faults();
    Document document = document(yaml, source, settings, faults).drawn(files, faults);
    return Study.of(document, name, files, faults);
  }

  /**
   * Reads the experiment of a file, of a sweep its first run.
   *
   * @throws ExperimentException if anything is wrong with file or settings
   */
  public static Experiment read(Path file, List<String> settings) {
    return study(file, settings).experiment();
  }

  /**
   * Reads the experiment of a file that somebody else may have written.
   *
   * @param gate hears of each file that it names before one is opened, and throws where it must not
   *     be read
   */
  public static Experiment read(Path file, Consumer<Path> gate) {
    NamedFiles files = new NamedFiles(folder(file), gate);
    return study(text(file), file.toString(), stem(file), files, List.of()).experiment();
  }

  /** Reads an experiment from text; files that it names are relative to the working directory. */
  public static Experiment parse(String yaml, String name, List<String> settings) {
    return study(yaml, name, settings).experiment();
  }

  /**
   * Reads a study from a tree, so that messages name the place of each value in it.
   *
   * @param name of the experiment if the tree gives none
   * @param folder where files that it names are; null for a tree of the program itself. Nobody
   *     waits there for the electrodes of films that are not run, nor needs their memory: {@link
   *     #with} vets both
   */
  public static Study study(YamlNode tree, String name, Path folder, List<Setting> settings) {
    Faults faults = new Faults();
    Document document = faults.read(() -> Document.of(tree, settings, faults));
    if (document == null) {
      faults.end();
    }
    if (folder == null) {
      return Study.unvetted(document, name, faults);
    }
    NamedFiles files = NamedFiles.in(folder);
    return Study.of(document.drawn(files, faults), name, files, faults);
  }

  /**
   * The same for texts of the program itself. Nobody waits here for the electrodes of films that
   * are not run, nor needs their memory: {@link #with} vets both.
   */
  public static Experiment unvetted(String yaml, String name, List<String> settings) {
    Faults faults = new Faults();
    Document document = document(yaml, name, settings, faults);
    return Study.unvetted(document, name, faults).experiment();
  }

  /** The film, material and protocol that a file has where it says nothing. */
  public static Experiment defaults() {
    return parse("", "default", List.of());
  }

  /**
   * An experiment with settings, as of {@code --set}.
   *
   * @throws ExperimentException if it cannot be with these
   */
  public static Experiment with(Experiment experiment, List<String> settings) {
    YamlNode.Mapping tree = ExperimentTree.of(experiment);
    // its own protocol, and not the one that is meant where a file gives none
    YamlNode.Sequence protocol = (YamlNode.Sequence) tree.get("protocol");
    Origin origin = new Origin(experiment.name(), 0);
    tree = tree.with("protocol", new YamlNode.Sequence(protocol.items(), origin));
    Faults faults = new Faults();
    Document document = Document.of(tree, Setting.all(settings), faults);
    return Study.of(document, experiment.name(), NamedFiles.in(Path.of("")), faults).experiment();
  }

  /**
   * An experiment as a file that reads back as an equal one, every value spelled out. Long series
   * of samples are files beside it, see {@link #save(Experiment, Path)}.
   */
  public static String write(Experiment experiment) {
    return Yaml.write(ExperimentTree.of(experiment));
  }

  /** The same for those who get no files: all samples are in it. */
  public static String writeWhole(Experiment experiment) {
    return Yaml.write((YamlNode.Mapping) ExperimentTree.of(experiment).whole());
  }

  /** The same for a study. */
  public static String writeWhole(Study study) {
    return Yaml.write((YamlNode.Mapping) StudyWriter.tree(study).whole());
  }

  /** Writes an experiment as a file, and the series that it names beside it. */
  public static void save(Experiment experiment, Path file) throws IOException {
    save(ExperimentTree.of(experiment), file);
  }

  /** The same for a study. */
  public static void save(Study study, Path file) throws IOException {
    save(StudyWriter.tree(study), file);
  }

  private static void save(YamlNode.Mapping tree, Path file) throws IOException {
    for (YamlNode.Numbers numbers : tree.numbers().toList()) {
      Path beside = file.resolveSibling(numbers.file());
      // one of that name may be cut off
      if (!Files.exists(beside) || !SampleFiles.isWhole(beside, numbers.series())) {
        NumberFiles.write(beside, numbers.series().numbers());
      }
    }
    WholeFile.writeSafely(file, Yaml.write(tree));
  }

  /** Bytes of an experiment as a file. */
  public static int length(Experiment experiment) {
    return length(write(experiment));
  }

  /** Bytes of a step in the protocol of a file. */
  public static int length(Step step) {
    return length(Yaml.entry(StepForm.tree(step)));
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** How long a run may simulate, as its table and snapshots are bounded [s]. */
  public static double longest(Experiment experiment) {
    return OutputSection.longest(experiment);
  }

  /** A study as a file that reads back as an equal one. */
  public static String write(Study study) {
    return Yaml.write(StudyWriter.tree(study));
  }

  /**
   * Says whether a study can be read from the folder that its runs will fill, where every value is
   * spelled out.
   *
   * @throws ExperimentException if that would be too long
   */
  public static void requireReadable(Study study, String name) {
    int size = write(study).length();
    if (size > Yaml.LONGEST) {
      throw ExperimentException.of(
          name, FileMessage.FILE_SPELLED_OUT, size / 1e6, Yaml.LONGEST / 1e6);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw ExperimentException.of(file, FileMessage.IS_A_FOLDER);
      }
      if (Files.isRegularFile(file) && Files.size(file) > Yaml.LONGEST) {
        throw ExperimentException.of(
            file, FileMessage.FILE_TOO_LARGE, Files.size(file) / 1e6, Yaml.LONGEST / 1e6);
      }
      String text = Files.isRegularFile(file) ? Files.readString(file) : endless(file);
      if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
        throw ExperimentException.of(file, FileMessage.EMPTY_FILE);
      }
      return text;
    } catch (NoSuchFileException e) {
      throw ExperimentException.of(file, FileMessage.NO_SUCH_FILE);
    } catch (CharacterCodingException e) {
      throw ExperimentException.of(file, FileMessage.NO_TEXT);
    } catch (IOException e) {
      throw ExperimentException.of(file, InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  /** The text of a pipe or device, which may never end. */
  private static String endless(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Yaml.LONGEST + 1);
      if (bytes.length > Yaml.LONGEST) {
        throw ExperimentException.of(
            file, FileMessage.FILE_TOO_LARGE, bytes.length / 1e6, Yaml.LONGEST / 1e6);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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
