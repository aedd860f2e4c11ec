package hopfilm.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The entry point of Jazzer, which grows inputs along the branches of a reader: profile {@code
 * jazzer} of this module. The reader is named by the system property {@code reader}, such as {@code
 * csv}.
 */
public final class ReaderTarget {

  private static final ReaderFuzz FUZZ = create();

  private ReaderTarget() {}

  private static ReaderFuzz create() {
    String reader = System.getProperty("reader", "experiment");
    try {
      return new ReaderFuzz(
          ReaderFuzz.Kind.valueOf(reader.toUpperCase(Locale.ROOT).replace('-', '_')),
          Files.createTempDirectory("hopfilm-jazzer"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one file. An exception that the reader does not document is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    FUZZ.reads(bytes);
  }

  /** Writes the good file into the folder of inputs from which Jazzer begins. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Files.createDirectories(Path.of(arguments[0])).resolve("good"), FUZZ.good());
  }
}
