package hopfilm.dynamics;

import static hopfilm.units.Constants.GAMMA0;

import hopfilm.kernel.FieldTurn;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.Kernels;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Demag;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * The demagnetising field, computed once a step: the stages take it from the polynomial of order p
 * through the last p + 1 fields, and at the end of the step m is corrected for what the polynomial
 * missed,
 *
 * <pre>
 *   d = H(m) - H_p(t + dt),   m &lt;- m + c dt L(m) d
 *   c dt = integral over the step of prod_j (s - t_j) / prod_j (t + dt - t_j) ds
 * </pre>
 *
 * with L(m) d what a field d does to dm/dt: the error of the polynomial is d times a known one. In
 * equal steps c = 5/12, 3/8, 251/720 for p = 1, 2, 3, as in the methods of Adams and Moulton. H may
 * stand for H + Ms m/2, which makes the same torque: N as an operator lies between 0 and 1, so the
 * one is at most Ms, the other Ms/2. The first is more accurate, the second stable for twice the
 * step.
 *
 * <p>The largest theta = gamma0 |H| dt at which this is stable was measured on a linear model:
 * elliptic precession, the local field by the Runge-Kutta scheme, the far one as here. Above it,
 * while too few fields are known, and for some steps after d was large, each stage has a field of
 * its own.
 */
final class FarField {

  /** Fields of the past that are kept. */
  private static final int KEPT = 4;

  /** One row in this many tells the error: a mean needs no more, and reading all costs a pass. */
  private static final int SAMPLED = 4;

  /** Steps with fields at every stage after a jump, until four fields are known again. */
  private static final int PATIENCE = 3;

  private final Demag demag;
  private final PaddedLayout layout;
  private final Parallel parallel;
  private final double minAlpha;
  private final double tolerance; // of d, by the largest far field
  private final FieldTurn turn;
  private final double largestMs;
  private final double[] halfMs; // in the layout of m
  private final boolean[] isSampled; // rows that tell what was missed, of those with film
  private final int sampledCells; // of film, in these
  private final Past<PaddedField> past;
  private final PaddedField half;
  private final PaddedField full;
  private final double[] rowSums;

  private boolean isShifted; // by Ms m/2
  private boolean isPresent;
  private int patience = PATIENCE;
  private double c;

  /**
   * @return null where each stage needs its own field: with thermal and other added fields, and
   *     with little damping
   */
  static FarField of(AddedFieldKernel kernel, KernelChoice choice, Parallel parallel) {
    double alpha = minAlpha(kernel.magnet());
    return kernel.isDipolarOnly() && FarFieldLimits.isEnough(alpha)
        ? new FarField(kernel.magnet(), kernel.layout(), alpha, choice, parallel)
        : null;
  }

  private FarField(
      Magnet magnet, PaddedLayout layout, double alpha, KernelChoice choice, Parallel parallel) {
    this.demag = magnet.dipolar();
    this.layout = layout;
    this.parallel = parallel;
    this.minAlpha = alpha;
    // what is missed is corrected to the next order; with little damping its error lives longer
    this.tolerance = alpha >= 0.1 ? 1e-3 : 1e-4;
    this.largestMs = magnet.material().Ms().maxAbs();
    this.halfMs = new double[layout.size()];
    double[] precession = new double[layout.size()];
    double[] damping = new double[layout.size()];
    int nx = layout.grid().nx();
    for (int cell = 0; cell < layout.grid().cells(); cell++) {
      int at = layout.start(cell / nx) + cell % nx;
      halfMs[at] = 0.5 * magnet.material().Ms().at(cell);
      if (!magnet.isFrozen(cell)) {
        double a = magnet.material().alpha().at(cell);
        precession[at] = GAMMA0 / (1 + a * a);
        damping[at] = a * precession[at];
      }
    }
    this.isSampled = new boolean[layout.rows()];
    this.sampledCells = sample();
    this.turn = Kernels.fieldTurn(layout, precession, damping, choice);
    PaddedField[] fields = new PaddedField[KEPT];
    for (int n = 0; n < KEPT; n++) {
      fields[n] = new PaddedField(layout);
    }
    this.past = new Past<>(fields);
    this.half = new PaddedField(layout);
    this.full = new PaddedField(layout);
    this.rowSums = new double[layout.rows()];
  }

  /** Chooses rows; says how many cells of film are in them. */
  private int sample() {
    int withFilm = 0;
    int cells = 0;
    for (int row = 0; row < layout.rows(); row++) {
      int inRow = 0;
      int start = layout.start(row);
      for (int i = start; i < start + layout.grid().nx(); i++) {
        inRow += halfMs[i] > 0 ? 1 : 0;
      }
      if (inRow > 0 && withFilm++ % SAMPLED == 0) {
        isSampled[row] = true;
        cells += inRow;
      }
    }
    return cells;
  }

  private static double minAlpha(Magnet magnet) {
    double min = Double.POSITIVE_INFINITY;
    for (int cell = 0; cell < magnet.grid().cells(); cell++) {
      if (magnet.material().Ms().at(cell) != 0 && !magnet.isFrozen(cell)) {
        min = Math.min(min, magnet.material().alpha().at(cell));
      }
    }
    return min;
  }

  /** Begins anew: m was set, what moves it jumped, or the kernel was made again. */
  void forget() {
    past.known(0);
    isShifted = false;
    isPresent = false;
    patience = PATIENCE;
  }

  /**
   * Makes the fields of a step from t to t + dt.
   *
   * @return true if they are known ahead, in {@link #stage}; false if only that of the first stage
   *     is
   */
  boolean begin(PaddedField m, double t, double dt) {
    if (!isShifted && GAMMA0 * largestMs * dt > FarFieldLimits.theta(KEPT - 1, minAlpha)) {
      forget();
      isShifted = true;
    }
    if (!isPresent) {
      compute(m);
      past.remember(t);
      isPresent = true;
    }
    // from fields close together one cannot tell what is far ahead
    while (past.known() > 1 && past.times()[0] - past.times()[1] < 0.5 * dt) {
      past.dropSecond();
    }
    int order = order(dt);
    if (patience > 0 || order == 0) {
      patience = Math.max(0, patience - 1);
      isPresent = false;
      return false;
    }
    double[] middle = past.weights(order + 1, t + 0.5 * dt);
    double[] last = past.weights(order + 1, t + dt);
    c = correction(order, t, dt);
    parallel.forRange(layout.rows(), 8, (from, to) -> extrapolate(middle, last, from, to));
    return true;
  }

  /** Field of a stage, 0 to 3. */
  PaddedField stage(int k) {
    return k == 0 ? past.at(0) : k == 3 ? full : half;
  }

  /**
   * Corrects m at the end of a step that {@link #begin} knew ahead; its ghosts are to be filled.
   */
  void end(PaddedField m, double end, double dt) {
    compute(m);
    double weight = c * dt;
    parallel.forRange(layout.rows(), 8, (from, to) -> correct(m, weight, from, to));
    past.remember(end);
    double sum = 0;
    for (double s : rowSums) {
      sum += s;
    }
    // what a small film misses may not be diluted by the empty cells of a large box
    double missed = Math.sqrt(sum / sampledCells) / largest();
    if (!(missed <= tolerance)) {
      patience = PATIENCE;
    }
  }

  /**
   * Highest order that is stable for a step, 0 as long as one field alone is known. Order 2 always
   * is: a step turns m by at most 0.3 in Ms ({@link TimeStep}), which the shift halves.
   */
  private int order(double dt) {
    double theta = GAMMA0 * largest() * dt;
    int order = past.known() - 1;
    while (order > 0 && theta > FarFieldLimits.theta(order, minAlpha)) {
      order--;
    }
    return Math.max(0, order);
  }

  private double largest() {
    return isShifted ? 0.5 * largestMs : largestMs;
  }

  /** The field of m, in the place of the oldest. */
  private void compute(PaddedField m) {
    PaddedField h = past.next();
    demag.field(PaddedArrays.of(m), PaddedArrays.of(h), parallel);
    if (isShifted) {
      parallel.forRange(
          layout.rows(),
          8,
          (from, to) -> {
            for (int component = 0; component < 3; component++) {
              shift(m.component(component), h.component(component), from, to);
            }
          });
    }
  }

  private void shift(double[] m, double[] h, int from, int to) {
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      for (int i = start; i < start + layout.grid().nx(); i++) {
        h[i] += halfMs[i] * m[i];
      }
    }
  }

  /** Integral over a step of the polynomial that is 0 at the last times and 1 at its end, by dt. */
  private double correction(int order, double t, double dt) {
    // Gauss' three points: exact up to degree 5
    double off = Math.sqrt(0.15);
    return (5 * product(order, t + (0.5 - off) * dt)
            + 8 * product(order, t + 0.5 * dt)
            + 5 * product(order, t + (0.5 + off) * dt))
        / (18 * product(order, t + dt));
  }

  private double product(int order, double t) {
    double product = 1;
    for (int a = 0; a <= order; a++) {
      // of order 1
      product *= (t - past.times()[a]) / (past.times()[0] - past.times()[order]);
    }
    return product;
  }

  private void extrapolate(double[] middle, double[] last, int from, int to) {
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.grid().nx();
      for (int component = 0; component < 3; component++) {
        sums(component, middle, last, start, end);
      }
    }
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
    for (int i = start; i < end; i++) {
      h[i] = h0 * a[i] + h1 * b[i] + h2 * d[i] + h3 * e[i];
      f[i] = f0 * a[i] + f1 * b[i] + f2 * d[i] + f3 * e[i];
    }
  }

  private void correct(PaddedField m, double weight, int from, int to) {
    PaddedField now = past.next();
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.grid().nx();
      if (isSampled[row]) {
        rowSums[row] = 0;
        for (int component = 0; component < 3; component++) {
          rowSums[row] += square(now.component(component), full.component(component), start, end);
        }
      }
    }
    turn.turn(m, weight, now, full, from, to);
  }

  /** Sum of the squares of differences in the film. */
  private double square(double[] a, double[] b, int start, int end) {
    double even = 0;
    double odd = 0;
    int i = start;
    for (; i + 1 < end; i += 2) {
      double d = halfMs[i] > 0 ? a[i] - b[i] : 0;
      double e = halfMs[i + 1] > 0 ? a[i + 1] - b[i + 1] : 0;
      even += d * d;
      odd += e * e;
    }
    double last = i < end && halfMs[i] > 0 ? a[i] - b[i] : 0;
    return even + odd + last * last;
  }

  void save(StateWriter out) throws IOException {
    out.part("far field");
    out.whole(past.known());
    out.flag(isShifted);
    out.flag(isPresent);
    out.whole(patience);
    for (int n = 0; n < past.known(); n++) {
      out.number(past.times()[n]);
      out.numbers(past.at(n).components());
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("far field");
    long count = in.whole();
    if (count < 0 || count > KEPT) {
      throw new IOException("the state has %d fields, not up to %d".formatted(count, KEPT));
    }
    past.known((int) count);
    isShifted = in.flag();
    isPresent = in.flag();
    patience = (int) in.whole();
    for (int n = 0; n < past.known(); n++) {
      past.times()[n] = in.number();
      in.numbers(past.at(n).components());
    }
  }
}
