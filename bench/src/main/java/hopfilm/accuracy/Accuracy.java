package hopfilm.accuracy;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Something that is computed with cells of several sizes in several discretisations, to see what
 * accuracy costs. One class each, readable as a recipe.
 */
abstract class Accuracy {

  /** Sizes of the cells that are compared [nm]; they divide the sides of all films. */
  static final double[] CELLS = {8, 5, 4, 2.5, 2};

  private final String name;
  private final String title;
  private final List<String> quantities;

  /**
   * A content.
   *
   * @param name in table and figure
   * @param title the content and the scale of its errors, in a sentence
   * @param quantities whose errors are given; the first is the one of the figure
   */
  Accuracy(String name, String title, List<String> quantities) {
    this.name = name;
    this.title = title;
    this.quantities = List.copyOf(quantities);
  }

  final String name() {
    return name;
  }

  final String title() {
    return title;
  }

  final List<String> quantities() {
    return quantities;
  }

  /**
   * Computes the quantities with one kind of cells.
   *
   * @param cell size [m]
   * @param clock measures what counts as the cost
   * @return one number each; not a number where the texture is not there with such cells
   */
  abstract double[] solve(Discretisation scheme, double cell, Clock clock);

  /** The exact values of the quantities. */
  abstract double[] exact();

  /**
   * Errors of a result in percent.
   *
   * @param found as {@link #solve} returns it
   */
  double[] errors(double[] found) {
    double[] e = new double[found.length];
    double[] exact = exact();
    for (int i = 0; i < e.length; i++) {
      e[i] = 100 * Math.abs(found[i] / exact[i] - 1);
    }
    return e;
  }

  /** Processor time of this thread between start and stop, summed. */
  static final class Clock {
    private long sum;

    <T> T time(java.util.function.Supplier<T> work) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      T result = work.get();
      sum += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      return result;
    }

    double seconds() {
      return sum * 1e-9;
    }
  }

  /** A texture on another grid of the same size, bilinear between the centres of the cells. */
  static VectorField onto(Grid to, VectorField m) {
    Grid from = m.grid();
    VectorField out = new VectorField(to);
    for (int j = 0; j < to.ny(); j++) {
      double y = within((j + 0.5) * to.dy() / from.dy() - 0.5, from.ny());
      for (int i = 0; i < to.nx(); i++) {
        double x = within((i + 0.5) * to.dx() / from.dx() - 0.5, from.nx());
        int i0 = Math.min((int) x, from.nx() - 2);
        int j0 = Math.min((int) y, from.ny() - 2);
        double fx = x - i0;
        double fy = y - j0;
        for (int c = 0; c < 3; c++) {
          double[] v = m.component(c);
          int at = j0 * from.nx() + i0;
          double low = (1 - fx) * v[at] + fx * v[at + 1];
          double high = (1 - fx) * v[at + from.nx()] + fx * v[at + from.nx() + 1];
          out.component(c)[j * to.nx() + i] = (1 - fy) * low + fy * high;
        }
      }
    }
    out.normalise();
    return out;
  }

  private static double within(double x, int n) {
    return Math.max(0, Math.min(n - 1, x));
  }
}
