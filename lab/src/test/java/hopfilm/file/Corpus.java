package hopfilm.file;

import hopfilm.check.Plausibility;
import hopfilm.input.ExperimentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The experiment files and settings that must be refused, kept as text beside the tests. */
final class Corpus {

  /**
   * A case.
   *
   * @param expected parts of the message
   * @param yaml the file
   * @param settings as of {@code --set}
   */
  record Case(List<String> expected, String yaml, List<String> settings) {

    /** The error that reading it ends with, or null; {@code bad.yaml} is the file's name. */
    ExperimentException read(Path folder) {
      try {
        Path file = Files.writeString(folder.resolve("bad.yaml"), yaml);
        Plausibility.refuse(ExperimentFile.read(file, settings), file.toString());
        return null;
      } catch (ExperimentException e) {
        return e;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return (settings.isEmpty() ? yaml : settings.get(0)).lines().findFirst().orElse("");
    }
  }

  /** Two train steps, one of them in a repeat, and a sweep. */
  static final String TWO_TRAINS =
      """
      protocol:
        - train: {pattern: +-+-, time: 1 ns}
        - repeat: {times: 2, steps: [train: {pattern: ++--, time: 2 ns}]}
        - rest: 1 ns
      sweep:
        train.pattern: [+-+-, +--+]
        initial.seed: [4, 5, 6]
      """;

  private Corpus() {}

  static List<Case> files() {
    List<Case> cases = new ArrayList<>();
    for (String block : text("bad-experiments.txt").split("(?m)^expect: ")) {
      if (!block.startsWith("#")) {
        int end = block.indexOf('\n');
        cases.add(new Case(parts(block.substring(0, end)), block.substring(end + 1), List.of()));
      }
    }
    return cases;
  }

  /** Settings of {@link #TWO_TRAINS}. */
  static List<Case> settings() {
    return text("bad-settings.txt")
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split(" => ", 2))
        .map(l -> new Case(parts(l[1]), TWO_TRAINS, List.of(l[0])))
        .toList();
  }

  private static List<String> parts(String expected) {
    List<String> parts = new ArrayList<>();
    for (String part : expected.split("\\|")) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static String text(String resource) {
    try (var in = Corpus.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
