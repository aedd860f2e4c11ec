package hopfilm.figures;

import hopfilm.hopfield.RecallCurve;
import java.util.List;

/**
 * The end of retrieval from each start.
 *
 * @param update asynchronous, synchronous or graded
 * @param selfTerm zero or full
 * @param hits starts that ended at a trained pattern or its negative
 * @param total all starts, one that was drawn twice counted twice
 * @param rows one a distinct start
 * @param recall against the fraction of wrong signs; empty where that was not asked
 */
public record RetrievalTable(
    String update,
    String selfTerm,
    int hits,
    int total,
    List<Row> rows,
    List<RecallCurve.Point> recall) {

  /**
   * @param start the pattern put in
   * @param end the pattern that came out, or null if the updates ran in a cycle
   * @param hit true if it ended at a trained pattern or its negative
   * @param steps updates until the end
   * @param cycle the patterns of the cycle, empty without one
   */
  public record Row(String start, String end, boolean hit, long steps, List<String> cycle) {}

  /** Copies the lists. */
  public RetrievalTable {
    rows = List.copyOf(rows);
    recall = List.copyOf(recall);
  }

  /** A table of plain starts, without copies of a given fraction of wrong signs. */
  public RetrievalTable(String update, String selfTerm, int hits, int total, List<Row> rows) {
    this(update, selfTerm, hits, total, rows, List.of());
  }

  /** How many starts were recalled: 85 of 91, and how many of them differ where some are alike. */
  public String counts() {
    return "%d of %d".formatted(hits, total) + distinct();
  }

  /** Title of a figure of the table: how many starts were recalled. */
  String title() {
    return "Retrieval, %s: %d of %d recalled".formatted(update, hits, total) + distinct();
  }

  private String distinct() {
    return rows.size() < total ? " (%d distinct starts)".formatted(rows.size()) : "";
  }
}
