package hopfilm.experiment;

import java.util.List;

/**
 * What is written while a run goes on.
 *
 * @param table time between rows of the table [s]
 * @param snapshots time between snapshots of the magnetisation [s]
 * @param checkpoint wall time between checkpoints [s]
 * @param formats of the snapshots
 */
public record OutputSpec(double table, double snapshots, double checkpoint, List<Format> formats) {

  /** What a snapshot is written as. */
  public enum Format {
    OVF,
    PNG
  }

  /** Copies the list. */
  public OutputSpec {
    formats = List.copyOf(formats);
  }
}
