package hopfilm.run;

import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads one file in a process of its own, whose memory its parent limits. */
public final class ReaderProcess {

  public static final int READ = 0;
  public static final int REFUSED = 2;

  private ReaderProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    try {
      System.out.println(read(file).getClass().getSimpleName());
      System.exit(READ);
    } catch (FieldException | ExperimentException e) {
      System.out.println(e.getMessage());
      System.exit(REFUSED);
    }
  }

  /** By the reader of the file's ending. */
  public static Object read(Path file) throws IOException {
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".txt" -> TableReader.read(file);
      case ".yaml" -> ExperimentFile.read(file, List.of());
      default -> FieldFiles.read(file, new double[] {4e-9, 4e-9, 1e-6});
    };
  }
}
