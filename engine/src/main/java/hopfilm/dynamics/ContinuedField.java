package hopfilm.dynamics;

import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * A field continued in time by the polynomial of order p, at most {@value #MAX_ORDER}, through the
 * last p + 1 that were computed.
 */
final class ContinuedField {

  static final int MAX_ORDER = 4;

  private static final int KEPT = MAX_ORDER + 1;

  private final PaddedLayout layout;
  private final Parallel parallel;
  private final Past<PaddedField> past;
  private final PaddedField half;
  private PaddedField first; // of a step that begins between two fields
  private PaddedField full;
  private int order;

  ContinuedField(PaddedLayout layout, Parallel parallel) {
    this.layout = layout;
    this.parallel = parallel;
    PaddedField[] fields = new PaddedField[KEPT];
    for (int n = 0; n < KEPT; n++) {
      fields[n] = new PaddedField(layout);
    }
    this.past = new Past<>(fields);
    this.half = new PaddedField(layout);
    this.first = new PaddedField(layout);
    this.full = new PaddedField(layout);
  }

  /** The fields that were computed. */
  Past<PaddedField> past() {
    return past;
  }

  /** Order of the polynomial from now on. */
  void order(int p) {
    order = p;
  }

  int order() {
    return order;
  }

  /**
   * Continues the field to the middle and the end of a step. What it was at the end of the step
   * before becomes {@link #first}.
   */
  void step(double middle, double end) {
    PaddedField present = full;
    full = first;
    first = present;
    continueTo(middle, end);
  }

  /** At the start of the step, where the step before ended. */
  PaddedField first() {
    return first;
  }

  /** At the middle of the step. */
  PaddedField half() {
    return half;
  }

  /** At the end of the step. */
  PaddedField full() {
    return full;
  }

  /**
   * Integral over a time of the polynomial that is 0 at the last fields and 1 at its end, by it.
   */
  double correction(double t, double time) {
    // Gauss' three points: exact up to degree 5
    double off = Math.sqrt(0.15);
    return (5 * product(t + (0.5 - off) * time)
            + 8 * product(t + 0.5 * time)
            + 5 * product(t + (0.5 + off) * time))
        / (18 * product(t + time));
  }

  /** What the polynomial makes at t of independent errors of the fields, by squares. */
  double spread(double t) {
    double sum = 0;
    for (double w : past.weights(order + 1, t)) {
      sum += w * w;
    }
    return sum;
  }

  private double product(double t) {
    double product = 1;
    for (int a = 0; a <= order; a++) {
      // by the span of the fields, which correction divides out again
      product *= (t - past.times()[a]) / (past.times()[0] - past.times()[order]);
    }
    return product;
  }

  private void continueTo(double middle, double last) {
    double[] h = past.weights(order + 1, middle);
    double[] f = past.weights(order + 1, last);
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int start = layout.start(row);
            int end = start + layout.grid().nx();
            for (int component = 0; component < 3; component++) {
              sums(component, h, f, start, end);
            }
          }
        });
  }

  private void sums(int component, double[] middle, double[] last, int start, int end) {
    double[] a = past.at(0).component(component);
    double[] b = past.at(1).component(component);
    double[] d = past.at(2).component(component);
    double[] e = past.at(3).component(component);
    double[] h = half.component(component);
    double[] f = full.component(component);
    double h0 = middle[0];
    double h1 = middle[1];
    double h2 = middle[2];
    double h3 = middle[3];
    double f0 = last[0];
    double f1 = last[1];
    double f2 = last[2];
    double f3 = last[3];
    if (order < MAX_ORDER - 1) {
      for (int i = start; i < end; i++) {
        h[i] = h0 * a[i] + h1 * b[i] + h2 * d[i];
        f[i] = f0 * a[i] + f1 * b[i] + f2 * d[i];
      }
      return;
    }
    if (order < MAX_ORDER) {
      for (int i = start; i < end; i++) {
        h[i] = h0 * a[i] + h1 * b[i] + h2 * d[i] + h3 * e[i];
        f[i] = f0 * a[i] + f1 * b[i] + f2 * d[i] + f3 * e[i];
      }
      return;
    }
    double[] g = past.at(4).component(component);
    double h4 = middle[4];
    double f4 = last[4];
    for (int i = start; i < end; i++) {
      h[i] = h0 * a[i] + h1 * b[i] + h2 * d[i] + h3 * e[i] + h4 * g[i];
      f[i] = f0 * a[i] + f1 * b[i] + f2 * d[i] + f3 * e[i] + f4 * g[i];
    }
  }

  void save(StateWriter out) throws IOException {
    out.whole(order);
    out.whole(past.known());
    for (int n = 0; n < past.known(); n++) {
      out.number(past.times()[n]);
      out.numbers(past.at(n).components());
    }
  }

  /**
   * @param reached end of the last step [s]
   */
  void restore(StateReader in, double reached) throws IOException {
    order = (int) in.whole();
    long count = in.whole();
    if (count < 0 || count > KEPT || order < 0 || order > MAX_ORDER) {
      throw new IOException("the state has %d fields, not up to %d".formatted(count, KEPT));
    }
    past.known((int) count);
    for (int n = 0; n < past.known(); n++) {
      past.times()[n] = in.number();
      in.numbers(past.at(n).components());
    }
    continueTo(reached, reached);
  }
}
