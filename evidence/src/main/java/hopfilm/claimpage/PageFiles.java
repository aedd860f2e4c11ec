package hopfilm.claimpage;

import hopfilm.input.InputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Files beside a page: in its folder or below, or in the program.
 *
 * @param folder null for those of the program
 * @param read texts that were read, by their names
 */
record PageFiles(Path folder, Map<String, String> read) {

  PageFiles(Path folder) {
    this(folder, new ConcurrentSkipListMap<>());
  }

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
    String text = read.get(name);
    if (text == null) {
      text = ofFolder(name);
      read.put(name, text);
    }
    return text;
  }

  private String ofFolder(String name) throws IOException {
    try {
      Path file = folder.resolve(name).toRealPath();
      if (!file.startsWith(folder.toRealPath())) {
        throw new IOException("it lies outside of the folder of the page");
      }
      if (!Files.isRegularFile(file)) {
        throw new IOException("it is no file");
      }
      if (Files.size(file) > LONGEST) {
        throw new IOException("it is longer than a megabyte");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException("it is no text in UTF-8", e);
    } catch (FileSystemException e) {
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
