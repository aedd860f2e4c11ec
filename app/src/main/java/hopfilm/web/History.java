package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.film.TableColumns;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table for pages that come late, thinned out where they become too many. */
final class History {

  private static final int MOST = 8000;

  /** Rows that a page is sent at first. */
  private static final int FIRST = 2000;

  private final int[] shown;
  private final List<double[]> rows = new ArrayList<>();
  private final List<TableColumns.Meaning> columns;
  private Object epoch = new Object();

  /** The table of an experiment, as far as pages are sent it. */
  History(Experiment experiment) {
    this.shown = Messages.shown(experiment);
    this.columns = Messages.columns(experiment);
  }

  List<TableColumns.Meaning> columns() {
    return columns;
  }

  /**
   * Rows for a page.
   *
   * @param epoch stands for the table that they belong to
   * @param isAll whether they replace what the page has
   * @param next number of the row that comes next
   */
  record Part(Object epoch, boolean isAll, List<double[]> rows, int next) {}

  synchronized void restart(List<double[]> all) {
    epoch = new Object();
    rows.clear();
    all.forEach(this::add);
  }

  synchronized void add(double[] row) {
    double[] part = new double[shown.length];
    for (int k = 0; k < part.length; k++) {
      part[k] = row[shown[k]];
    }
    rows.add(part);
    if (rows.size() > MOST) {
      epoch = new Object();
      List<double[]> half = thin(rows, MOST / 2);
      rows.clear();
      rows.addAll(half);
    }
  }

  /** Rows that a page lacks which has those of an epoch up to one; null if it has all. */
  synchronized Part since(Object known, int next) {
    if (known == epoch && next == rows.size()) {
      return null;
    }
    boolean isAll = known != epoch;
    List<double[]> part = isAll ? thin(rows, FIRST) : List.copyOf(rows.subList(next, rows.size()));
    return new Part(epoch, isAll, part, rows.size());
  }

  private static List<double[]> thin(List<double[]> rows, int most) {
    if (rows.size() <= most) {
      return List.copyOf(rows);
    }
    List<double[]> thin = new ArrayList<>();
    double each = (rows.size() - 1.0) / (most - 1);
    for (int k = 0; k < most; k++) {
      thin.add(rows.get((int) Math.round(k * each)));
    }
    return thin;
  }
}
