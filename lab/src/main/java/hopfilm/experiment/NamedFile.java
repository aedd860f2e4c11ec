package hopfilm.experiment;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that a key of an experiment names. The reader finds it, the identity of a run has what is
 * in it, and a server that gives no files rejects every key of this type.
 *
 * @param path absolute
 */
public record NamedFile(Path path) {

  /** The files that a record names, in the order of its components. */
  static Stream<NamedFile> in(Object value) {
    if (value instanceof NamedFile file) {
      return Stream.of(file);
    } else if (value instanceof Optional<?> given) {
      return given.stream().flatMap(NamedFile::in);
    } else if (value instanceof List<?> all) {
      return all.stream()
          .filter(item -> item instanceof Record || item instanceof List)
          .flatMap(NamedFile::in);
    } else if (value instanceof Record record) {
      return Stream.of(record.getClass().getRecordComponents())
          .map(c -> of(c, record))
          .flatMap(NamedFile::in);
    }
    return Stream.of();
  }

  private static Object of(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
