package hopfilm.section;

import hopfilm.experiment.Series;
import hopfilm.input.DecimalNumber;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Nearest;
import hopfilm.io.FieldException;
import hopfilm.io.NumberFiles;
import hopfilm.key.Section;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The samples of signals, each column of a file read once. */
public final class SampleFiles {

  private final NamedFiles files;
  private final Map<List<Object>, Series> read = new HashMap<>();

  /**
   * @param files that the experiment names
   */
  public SampleFiles(NamedFiles files) {
    this.files = files;
  }

  /** All files that the experiment names. */
  NamedFiles named() {
    return files;
  }

  /** The samples that a list holds, or a file. */
  Series of(Section s, YamlNode samples, Optional<String> column) {
    if (samples instanceof YamlNode.Numbers known) {
      return known.series();
    }
    if (!(samples instanceof YamlNode.Sequence list)) {
      return ofFile(s, s.scalar("samples", samples), column);
    }
    s.refuse("column", FileMessage.COLUMN_OF_A_LIST);
    if (list.items().isEmpty()) {
      throw s.error("samples", FileMessage.EMPTY_LIST);
    }
    double[] numbers = new double[list.items().size()];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = number(s, list.items().get(k));
    }
    return new Series(numbers);
  }

  /** Whether a file holds these samples. */
  public static boolean isWhole(Path file, Series series) throws IOException {
    try {
      return new Series(NumberFiles.column(file, names -> 0)).equals(series);
    } catch (FieldException e) {
      return false;
    }
  }

  private static double number(Section s, YamlNode item) {
    String text = item instanceof YamlNode.Scalar x ? x.text() : item.flow();
    double number = DecimalNumber.of(text);
    if (Double.isFinite(number)) {
      return number;
    }
    throw s.errorIn("samples", item, FileMessage.NO_SAMPLE, Excerpt.of(text));
  }

  private Series ofFile(Section s, String text, Optional<String> column) {
    Path file = s.file("samples", text);
    List<Object> key = List.of(file, column);
    Series known = read.get(key);
    if (known == null) {
      try {
        known = new Series(NumberFiles.column(file, names -> column(s, file, names, column)));
      } catch (FieldException e) {
        throw s.error("samples", FileMessage.BAD_SAMPLES, e.getMessage());
      } catch (IOException e) {
        throw s.error("samples", InputMessage.UNREADABLE, InputFiles.reason(e));
      }
      read.put(key, known);
    }
    return known;
  }

  private static int column(Section s, Path file, List<String> names, Optional<String> wanted) {
    String shown = Excerpt.of(String.join(", ", names));
    if (wanted.isEmpty()) {
      if (names.size() > 1) {
        throw s.error("samples", FileMessage.WHICH_COLUMN, file, names.size(), shown);
      }
      return 0;
    }
    String name = wanted.get();
    List<Integer> found = places(names, name::equals);
    found = found.isEmpty() ? places(names, n -> withoutUnit(n).equals(name)) : found;
    if (found.size() > 1) {
      throw error(
          s, FileMessage.SAME_COLUMNS, file, found.size(), Excerpt.of(name), found.get(0) + 1);
    }
    if (!found.isEmpty()) {
      return found.get(0);
    }
    if (name.matches("[1-9]\\d{0,5}") && Integer.parseInt(name) <= names.size()) {
      return Integer.parseInt(name) - 1;
    }
    List<String> known = names.stream().map(SampleFiles::withoutUnit).toList();
    throw Nearest.to(name, known)
        .map(near -> error(s, FileMessage.NO_COLUMN_NEAR, file, Excerpt.of(name), near))
        .orElseGet(() -> error(s, FileMessage.NO_COLUMN, file, Excerpt.of(name), shown));
  }

  private static List<Integer> places(List<String> names, Predicate<String> isMeant) {
    return IntStream.range(0, names.size())
        .filter(c -> isMeant.test(names.get(c)))
        .boxed()
        .toList();
  }

  private static ExperimentException error(Section s, FileMessage message, Object... values) {
    return s.error("column", message, values);
  }

  /** The name of a column: {@code t (s)} and {@code Time[s]} are t and Time. */
  private static String withoutUnit(String name) {
    return name.replaceFirst("\\s*[(\\[][^(\\[]*[)\\]]$", "");
  }
}
