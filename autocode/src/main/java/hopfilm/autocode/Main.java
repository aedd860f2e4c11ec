package hopfilm.autocode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the sources of the engine that are made from templates, as a step of its build. */
public final class Main {

  /** What templates and engine share stands in this module and is copied. */
  private static final List<String> SHARED =
      List.of(
          "hopfilm/kernel/FilmKind.java",
          "hopfilm/kernel/RowDrive.java",
          "hopfilm/fourier/KernelShape.java");

  private Main() {}

  /**
   * Fills a folder with sources. A file that is right keeps its time, so that nothing is compiled
   * again; what is not written any more is removed.
   *
   * @param arguments the repository and the folder
   */
  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of("src", "main", "java");
    Path engine = Path.of(arguments[0], "engine").resolve(sources);
    Path own = Path.of(arguments[0], "autocode").resolve(sources);
    Path folder = Path.of(arguments[1]);
    Map<Path, String> files = new HashMap<>();
    KernelRows.files()
        .forEach(
            (name, text) -> files.put(folder.resolve("hopfilm/kernel/generated/" + name), text));
    LaneSources.files(engine.resolve("hopfilm/fourier"))
        .forEach((name, text) -> files.put(folder.resolve("hopfilm/fourier/" + name), text));
    for (String file : SHARED) {
      String note = "// Copied from autocode/src/main/java: change it there.\n";
      files.put(folder.resolve(file), note + Files.readString(own.resolve(file)));
    }
    for (Map.Entry<Path, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        if (!files.containsKey(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }
}
