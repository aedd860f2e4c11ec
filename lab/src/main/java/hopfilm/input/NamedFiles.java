package hopfilm.input;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The files that an experiment names, all of which are found here before one is opened.
 *
 * @param folder where they are if a name is relative
 * @param gate hears of each path first, and throws where it must not be read
 */
public record NamedFiles(Path folder, Consumer<Path> gate) {

  /** What somebody may name who may read none. */
  public static final NamedFiles NONE =
      new NamedFiles(
          Path.of(""),
          path -> {
            throw ExperimentException.of("file", FileMessage.FILES_NOT_READ);
          });

  /** Files of a user who may read them all. */
  public static NamedFiles in(Path folder) {
    return new NamedFiles(folder, path -> {});
  }

  /**
   * The absolute path of a name.
   *
   * @throws InvalidPathException if it is none on this system
   */
  public Path find(String name) {
    Path path = folder.resolve(name).toAbsolutePath().normalize();
    gate.accept(path);
    return path;
  }
}
