package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.film.Amplitudes;
import hopfilm.film.TableColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table for pages that come late, thinned out where they become too many. E' of all
 * is at the largest V0 or I0 of the train steps so far: a step of lower voltage must not look like
 * forgetting.
 */
final class History {

  private static final int MAX_ROWS = 8000;

  /** Rows that a page is sent at first. */
  private static final int FIRST = 2000;

  private final int[] shown;
  private final List<double[]> rows = new ArrayList<>();
  private final List<TableColumns.Meaning> columns;
  private Amplitudes amplitudes = new Amplitudes();
  private final int ePrime;
  private Object epoch = new Object();

  /** The table of an experiment, as far as pages are sent it. */
  History(Experiment experiment) {
    this.shown = Messages.shown(experiment);
    this.columns = Messages.columns(experiment);
    this.ePrime =
        columns.stream().map(TableColumns.Meaning::name).toList().indexOf(TableColumns.E_PRIME);
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

  /** The table is taken up; its train steps are told afterwards. */
  void restart(List<double[]> all) {
    restart(all, new Amplitudes());
  }

  synchronized void restart(List<double[]> all, Amplitudes of) {
    epoch = new Object();
    rows.clear();
    amplitudes = of;
    all.forEach(this::add);
  }

  /** A train step begins, see {@link hopfilm.protocol.RunListener#trains}. */
  synchronized void trains(double time, double amplitude) {
    if (amplitudes.begins(time, amplitude)) {
      epoch = new Object(); // rows that pages have are to be scaled anew
    }
  }

  synchronized void add(double[] row) {
    double[] part = new double[shown.length];
    for (int k = 0; k < part.length; k++) {
      part[k] = row[shown[k]];
    }
    rows.add(part);
    if (rows.size() > MAX_ROWS) {
      epoch = new Object();
      List<double[]> half = thin(rows, MAX_ROWS / 2);
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
    List<double[]> part = isAll ? thin(rows, FIRST) : rows.subList(next, rows.size());
    double largest = amplitudes.largest();
    return new Part(
        epoch, isAll, part.stream().map(row -> scaled(row, largest)).toList(), rows.size());
  }

  private double[] scaled(double[] row, double amplitude) {
    if (ePrime < 0) {
      return row;
    }
    double[] own = row.clone();
    own[ePrime] = amplitudes.scaled(row[ePrime], row[0], amplitude);
    return own;
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
