package hopfilm.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is written while a run goes on.
 *
 * @param table time between rows of the table [s]
 * @param snapshots time between snapshots of the magnetisation [s]
 * @param checkpoint wall time between checkpoints [s]
 * @param formats of the snapshots
 * @param pages which runs get a page, and what goes with it
 */
public record OutputSpec(
    double table, double snapshots, double checkpoint, List<Format> formats, Pages pages) {

  /** What a snapshot is written as. */
  public enum Format {
    OVF,
    PNG;

    /** As they stand in a file. */
    public static List<String> words() {
      return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    }
  }

  /** Which runs get a page. */
  public enum Report {
    ON,
    /** Runs that did not learn their pattern, or do not hold all, or did not come to their end. */
    FAILED,
    OFF
  }

  /** Whether pictures are files of their own too. */
  public enum Figures {
    ON,
    /** The page has them, and there is no moving picture. */
    OFF
  }

  /**
   * Page and pictures of a run.
   *
   * @param report which runs get {@code index.html}
   * @param figures files beside it
   */
  public record Pages(Report report, Figures figures) {

    /** What a file that says nothing gets. */
    public static final Pages ALL = new Pages(Report.ON, Figures.ON);
  }

  /** Copies the list. */
  public OutputSpec {
    formats = List.copyOf(formats);
  }
}
