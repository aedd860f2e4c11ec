package hopfilm.cluster;

import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder as an array of bytes (ZIP), and back. */
final class FolderBytes {

  private FolderBytes() {}

  /** All files of a folder. */
  static byte[] of(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> all = Files.walk(folder)) {
      // magnetisations and pictures hardly shrink
      zip.setLevel(Deflater.BEST_SPEED);
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Makes a folder of them. It appears when it is whole; one that is there is replaced.
   *
   * @throws IOException if it cannot be written, or a name in it leads out of it
   */
  static void unpack(byte[] bytes, Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + WholeFile.PART);
    FileTree.remove(part);
    Files.createDirectories(part);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = part.resolve(entry.getName()).normalize();
        if (!file.startsWith(part)) {
          throw new IOException(folder + ": a file called " + entry.getName() + " came back");
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
        WholeFile.sync(file);
      }
    }
    FileTree.remove(folder);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }
}
