package hopfilm.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file under another name and renames it, so that it is whole or not there. */
final class WholeFile {

  /** What fills the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What fills the file by its path. */
  @FunctionalInterface
  interface PathContent {
    void writeTo(Path part) throws IOException;
  }

  private WholeFile() {}

  static void write(Path file, Content content) throws IOException {
    fill(
        file,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            content.writeTo(out);
          }
        });
  }

  static void fill(Path file, PathContent content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      content.writeTo(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
