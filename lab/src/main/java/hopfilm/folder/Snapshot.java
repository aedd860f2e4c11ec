package hopfilm.folder;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A magnetisation that a run wrote, a file m000000.ovf.
 *
 * @param file where it is
 * @param number counted from 0, at the start of the run
 */
public record Snapshot(Path file, int number) {

  static final String ENDING = ".ovf";

  private static final Pattern NAME = Pattern.compile("m(\\d{6,9})\\.ovf");

  /** The snapshot that a file is by its name; empty for any other file. */
  public static Optional<Snapshot> of(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(new Snapshot(file, Integer.parseInt(name.group(1))))
        : Optional.empty();
  }

  /**
   * When it was taken [s].
   *
   * @param interval time between two snapshots [s]
   */
  public double time(double interval) {
    return number * interval;
  }
}
