package hopfilm.web;

import hopfilm.experiment.Experiment;
import hopfilm.film.Amplitudes;
import hopfilm.film.TableColumns;
import hopfilm.transport.OperatingPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table for pages that come late, thinned out where they become too many. E' of all
 * is at the largest V0 or I0 of the train steps so far: a step of lower voltage must not look like
 * forgetting. Voltages and currents of contacts follow where the table itself has none.
 */
final class History {

  private static final int MAX_ROWS = 8000;

  /** Rows that a page is sent at first. */
  private static final int FIRST = 2000;

  private final int[] shown;
  private final List<double[]> rows = new ArrayList<>();
  private final int[] measured; // places of a point that the table has not
  private final List<TableColumns.Meaning> columns;
  private Amplitudes amplitudes = new Amplitudes();
  private final int ePrime;
  private Object epoch = new Object();

  /**
   * The table of an experiment, as far as pages are sent it.
   *
   * @param hasPoints whether the rows come from a film, with voltages and currents
   */
  History(Experiment experiment, boolean hasPoints) {
    List<TableColumns.Meaning> own = Messages.columns(experiment);
    List<TableColumns.Meaning> points = hasPoints ? TableColumns.ofPoint(experiment) : List.of();
    this.shown = Messages.shown(experiment);
    this.measured =
        IntStream.range(0, points.size()).filter(k -> !own.contains(points.get(k))).toArray();
    this.columns = new ArrayList<>(own);
    Arrays.stream(measured).mapToObj(points::get).forEach(columns::add);
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
  void restart(List<double[]> all, List<OperatingPoint> points) {
    restart(all, points, new Amplitudes());
  }

  synchronized void restart(List<double[]> all, List<OperatingPoint> points, Amplitudes of) {
    epoch = new Object();
    rows.clear();
    amplitudes = of;
    for (int k = 0; k < all.size(); k++) {
      add(all.get(k), k < points.size() ? points.get(k) : null);
    }
  }

  /** A train step begins, see {@link hopfilm.protocol.RunListener#trains}. */
  synchronized void trains(double time, double amplitude) {
    if (amplitudes.begins(time, amplitude)) {
      epoch = new Object(); // rows that pages have are to be scaled anew
    }
  }

  /**
   * A row is added.
   *
   * @param point null where it is not known
   */
  synchronized void add(double[] row, OperatingPoint point) {
    double[] part = new double[shown.length + measured.length];
    for (int k = 0; k < shown.length; k++) {
      part[k] = row[shown[k]];
    }
    for (int k = 0; k < measured.length; k++) {
      part[shown.length + k] = point == null ? Double.NaN : value(point, measured[k]);
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

  private static double value(OperatingPoint point, int place) {
    int n = point.voltages().length;
    return place < n ? point.voltages()[place] : point.currents()[place - n];
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
