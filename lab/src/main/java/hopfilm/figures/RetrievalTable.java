package hopfilm.figures;

import java.util.List;

/**
 * Where retrieval ended from each start.
 *
 * @param update asynchronous, synchronous or graded
 * @param selfTerm zero or full
 * @param hits starts that ended at a trained pattern or its negative
 * @param total all starts
 * @param rows one a start
 */
public record RetrievalTable(String update, String selfTerm, int hits, int total, List<Row> rows) {

  /**
   * @param start the pattern put in
   * @param end the pattern that came out, or null if the updates ran in a cycle
   * @param hit true if it ended at a trained pattern or its negative
   * @param steps updates until the end
   * @param cycle the patterns of the cycle, empty without one
   */
  public record Row(String start, String end, boolean hit, long steps, List<String> cycle) {}

  /** Copies the list. */
  public RetrievalTable {
    rows = List.copyOf(rows);
  }
}
