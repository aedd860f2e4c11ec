package hopfilm.folder;

import hopfilm.io.Ovf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A magnetisation that a run wrote, a file m000000.ovf.
 *
 * @param number counted from 0, at the start of the run
 */
public record Snapshot(Path file, int number) {

  static final String ENDING = ".ovf";

  private static final Pattern NAME = Pattern.compile("m(\\d{6,9})\\.(ovf|png)");

  /** The snapshot that a file is by its name; empty for any other file. */
  public static Optional<Snapshot> of(Path file) {
    int number = file.toString().endsWith(ENDING) ? number(file) : -1;
    return number >= 0 ? Optional.of(new Snapshot(file, number)) : Optional.empty();
  }

  /** The number of a snapshot or of its picture by the name of the file; -1 for any other. */
  static int number(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(1)) : -1;
  }

  /**
   * When it was taken [s], as the file says; the last one of a run is at no multiple of an
   * interval.
   *
   * @return NaN where the file does not say
   * @throws hopfilm.io.OvfException if it is damaged
   */
  public double time() throws IOException {
    return Ovf.time(file);
  }
}
