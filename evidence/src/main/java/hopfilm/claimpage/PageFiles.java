package hopfilm.claimpage;

import hopfilm.input.InputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files beside a page: in a folder, or in the program.
 *
 * @param folder null for those of the program
 */
record PageFiles(Path folder) {

  /** Pages and films of the program. */
  private static final String PLACE = "/hopfilm/claims/";

  private static final int LONGEST = 1_000_000;

  /**
   * Text of an experiment that a page names.
   *
   * @throws IOException with the reason alone
   */
  String experiment(String name) throws IOException {
    if (folder == null) {
      return ofProgram(name);
    }
    Path file = folder.resolve(name);
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      if (Files.size(file) > LONGEST) {
        throw new IOException("it is longer than a megabyte");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    } catch (IOException e) {
      throw new IOException(InputFiles.reason(e), e);
    }
  }

  /** Whether the text of an experiment has values of the page; false if it cannot be read. */
  boolean hasHoles(String name) {
    try {
      return experiment(name).contains("${");
    } catch (IOException | InvalidPathException e) {
      return false; // said when the experiment is read
    }
  }

  static String ofProgram(String name) throws IOException {
    try (InputStream in = PageFiles.class.getResourceAsStream(PLACE + name)) {
      if (in == null) {
        throw new IOException("there is no such file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Text of a file that an expression names: in the folder itself. */
  String beside(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(name + " is not the name of a file beside the page");
    }
    try {
      return experiment(name);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
