package hopfilm.file;

import hopfilm.experiment.SweepAxis;
import hopfilm.yaml.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Swept values that name files. They are written as absolute paths, as the folder of a sweep is not
 * that of its file, and shown by their names, so that runs are called the same when it is resumed.
 */
final class SweptFiles {

  private final Document document;
  private final Path folder;
  private final Set<Path> named;
  private final Document absolute;
  private final Map<KeyPath, Set<Path>> sameNames = new HashMap<>();

  /**
   * @param document with the axes
   * @param folder where relative names are
   * @param named files that the runs name
   */
  SweptFiles(Document document, Path folder, Set<Path> named) {
    this.document = document;
    this.folder = folder;
    this.named = named;
    this.absolute = document.withValues(value -> replaced(value, Path::toString));
    document.swept().forEach((key, values) -> sameNames.put(key, sameNames(values)));
  }

  Set<Path> named() {
    return named;
  }

  /** The swept keys, the slowest first; of those that are zipped the first. */
  List<SweepAxis> sweep() {
    return absolute.sweep();
  }

  /** Those that are zipped. */
  List<SweepAxis> together() {
    return absolute.together();
  }

  /** Names that several files of an axis have. */
  private Set<Path> sameNames(List<YamlNode> axis) {
    Set<Path> once = new HashSet<>();
    return files(axis)
        .distinct()
        .map(Path::getFileName)
        .filter(name -> !once.add(name))
        .collect(Collectors.toSet());
  }

  /** A value with other texts for the files in it. */
  private YamlNode replaced(YamlNode value, Function<Path, String> text) {
    if (value instanceof YamlNode.Mapping map) {
      YamlNode.Mapping result = map;
      for (Map.Entry<String, YamlNode> e : map.entries().entrySet()) {
        result = result.with(e.getKey(), replaced(e.getValue(), text));
      }
      return result;
    }
    if (value instanceof YamlNode.Sequence list) {
      return new YamlNode.Sequence(
          list.items().stream().map(v -> replaced(v, text)).toList(), list.origin());
    }
    return file(value)
        .<YamlNode>map(f -> new YamlNode.Scalar(text.apply(f), value.origin()))
        .orElse(value);
  }

  /** The swept keys and values of run number {@code n}, from 0, with the names of files. */
  Map<String, String> labels(int n) {
    Map<String, String> labels = new LinkedHashMap<>();
    document
        .values(n)
        .forEach(
            (key, value) -> {
              YamlNode shown = replaced(value, f -> label(f, sameNames.get(key)));
              labels.put(key.text(), shown instanceof YamlNode.Scalar s ? s.text() : shown.flow());
            });
    return labels;
  }

  /** Its name; its path where several files have that name. */
  private static String label(Path file, Set<Path> sameNames) {
    Path name = file.getFileName();
    return (sameNames.contains(name) ? file : name).toString();
  }

  private Stream<Path> files(Collection<YamlNode> values) {
    return values.stream()
        .flatMap(
            v ->
                v instanceof YamlNode.Mapping map
                    ? files(map.entries().values())
                    : v instanceof YamlNode.Sequence list ? files(list.items()) : file(v).stream());
  }

  private Optional<Path> file(YamlNode value) {
    if (named.isEmpty() || !(value instanceof YamlNode.Scalar s)) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(s.text()).toAbsolutePath().normalize())
          .filter(named::contains);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
