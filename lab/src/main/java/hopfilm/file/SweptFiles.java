package hopfilm.file;

import hopfilm.experiment.SweepAxis;
import hopfilm.experiment.SweepRun;
import hopfilm.yaml.YamlNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Swept values that name files. They are written as absolute paths, as the folder of a sweep is not
 * that of its file, and shown by their names, so that runs are called the same when it is resumed.
 *
 * @param document with the axes
 * @param folder where relative names are
 * @param named files that the runs name
 */
record SweptFiles(Document document, Path folder, Set<Path> named) {

  /** The swept keys, the slowest first; of those that are zipped the first. */
  List<SweepAxis> sweep() {
    return absolute().sweep();
  }

  /** Those that are zipped. */
  List<SweepAxis> together() {
    return absolute().together();
  }

  private Document absolute() {
    return document.withValues(value -> replaced(value, Path::toString));
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

  /** A run with the names of its files. */
  SweepRun labelled(SweepRun run) {
    Map<String, String> labels = new LinkedHashMap<>();
    document
        .values(run.number() - 1)
        .forEach(
            (key, value) -> {
              YamlNode named = replaced(value, f -> label(f, document.swept().get(key)));
              labels.put(key.text(), Study.shown(named));
            });
    return new SweepRun(run.number(), labels, run.experiment());
  }

  /** Its name; its path where another file of the axis has the same name. */
  private String label(Path file, List<YamlNode> axis) {
    boolean isOne =
        files(axis).noneMatch(f -> !f.equals(file) && f.getFileName().equals(file.getFileName()));
    return isOne ? file.getFileName().toString() : file.toString();
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
