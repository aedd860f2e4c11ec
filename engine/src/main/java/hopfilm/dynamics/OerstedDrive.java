package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.OerstedField;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Owns the Oersted field of the last solution of the potential and its slope in time, by which it
 * is extrapolated until the next solution, as the electric field is.
 */
final class OerstedDrive {

  /** Stages of a step with a time of their own: its begin, middle and end. */
  private static final int TIMES = 3;

  private final OerstedField source;
  private final PaddedLayout layout;
  private final Parallel parallel;
  private final boolean isFlat;
  private final VectorField current;
  private PaddedField start;
  private PaddedField slope;
  private final PaddedField[] sums = new PaddedField[TIMES];
  private final double[] rowLargest;
  private double largest;
  private double factor;
  private double elapsed;

  OerstedDrive(OerstedField source, PaddedLayout layout, Parallel parallel) {
    this.source = source;
    this.layout = layout;
    this.parallel = parallel;
    this.isFlat = layout.grid().nz() == 1;
    this.current = new VectorField(layout.grid());
    this.start = new PaddedField(layout);
    this.slope = new PaddedField(layout);
    for (int k = 0; k < TIMES; k++) {
      sums[k] = new PaddedField(layout);
    }
    this.rowLargest = new double[layout.rows()];
  }

  /** Room for the current density of a solution. */
  VectorField current() {
    return current;
  }

  /**
   * Takes over {@link #current}, as just solved.
   *
   * @param since time since the last solution, 0 for the first: then the field stays as it is [s]
   */
  void solved(double since) {
    PaddedField next = sums[0];
    source.field(current, PaddedArrays.of(next), parallel);
    PaddedField before = start;
    parallel.forRange(layout.rows(), 8, (from, to) -> takeOver(next, before, since, from, to));
    start = next;
    sums[0] = before;
    largest = 0;
    for (double row : rowLargest) {
      largest = Math.max(largest, row);
    }
    largest = Math.sqrt(largest);
  }

  /**
   * Adds the field of {@link #current} to the slope.
   *
   * @param time in which it comes [s]
   */
  void bend(double time) {
    PaddedField more = sums[0];
    source.field(current, PaddedArrays.of(more), parallel);
    for (int row = 0; row < layout.rows(); row++) {
      int first = layout.start(row);
      for (int i = first; i < first + layout.grid().nx(); i++) {
        slope.x()[i] += more.x()[i] / time;
        slope.y()[i] += more.y()[i] / time;
        slope.z()[i] += more.z()[i] / time;
      }
    }
  }

  private void takeOver(PaddedField next, PaddedField before, double since, int from, int to) {
    double perTime = since > 0 ? 1 / since : 0;
    for (int row = from; row < to; row++) {
      int first = layout.start(row);
      double max = 0;
      for (int i = first; i < first + layout.grid().nx(); i++) {
        double x = next.x()[i];
        double y = next.y()[i];
        double z = next.z()[i];
        slope.x()[i] = perTime * (x - before.x()[i]);
        slope.y()[i] = perTime * (y - before.y()[i]);
        slope.z()[i] = perTime * (z - before.z()[i]);
        max = Math.max(max, x * x + y * y + z * z);
      }
      rowLargest[row] = max;
    }
  }

  /** Largest field of a cell as last solved, for drives at full height [A/m]. */
  double largest() {
    return largest;
  }

  /**
   * Sets the moment.
   *
   * @param f factor of the drive; 0 without current
   * @param since time since the last solution [s]
   */
  void at(double f, double since) {
    factor = f;
    elapsed = since;
  }

  /** True if there is a field at this moment. */
  boolean isOn() {
    return factor != 0;
  }

  /** Adds the field of this moment; without one {@code h} is left alone. */
  void addTo(PaddedField h) {
    if (isOn()) {
      sum(h, h);
    }
  }

  /** Writes the field of this moment to a field, in the cells. */
  void unpack(VectorField h) {
    with(0, null).unpack(h);
  }

  /**
   * The field of this moment and another one, in an array that stays until the next step.
   *
   * @param time 0, 1 or 2 for begin, middle and end of a step
   * @param other null for none
   */
  PaddedField with(int time, PaddedField other) {
    PaddedField sum = sums[time];
    sum(sum, other);
    return sum;
  }

  private void sum(PaddedField out, PaddedField other) {
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> {
          rows(out.z(), start.z(), slope.z(), other == null ? null : other.z(), from, to);
          if (isFlat) {
            // in one layer the field in the plane is zero
            copy(other == null ? null : other.x(), out.x(), from, to);
            copy(other == null ? null : other.y(), out.y(), from, to);
          } else {
            rows(out.x(), start.x(), slope.x(), other == null ? null : other.x(), from, to);
            rows(out.y(), start.y(), slope.y(), other == null ? null : other.y(), from, to);
          }
        });
  }

  private void rows(double[] out, double[] h, double[] d, double[] other, int from, int to) {
    double f = factor;
    double g = factor * elapsed;
    for (int row = from; row < to; row++) {
      int first = layout.start(row);
      int end = first + layout.grid().nx();
      if (other == null) {
        for (int i = first; i < end; i++) {
          out[i] = f * h[i] + g * d[i];
        }
      } else {
        for (int i = first; i < end; i++) {
          out[i] = other[i] + (f * h[i] + g * d[i]);
        }
      }
    }
  }

  private void copy(double[] from, double[] to, int first, int last) {
    for (int row = first; row < last; row++) {
      int start = layout.start(row);
      if (from == null) {
        Arrays.fill(to, start, start + layout.grid().nx(), 0);
      } else {
        System.arraycopy(from, start, to, start, layout.grid().nx());
      }
    }
  }

  void save(StateWriter out) throws IOException {
    out.part("oersted");
    out.numbers(start.components());
    out.numbers(slope.components());
    out.number(largest);
  }

  void restore(StateReader in) throws IOException {
    in.part("oersted");
    in.numbers(start.components());
    in.numbers(slope.components());
    largest = in.number();
  }
}
