package hopfilm.dynamics;

import hopfilm.kernel.LinearCombination;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * The embedded Runge-Kutta scheme of orders 5 and 4 by Dormand and Prince: the seventh stage of a
 * step is the first of the next one, and the difference of the two orders,
 *
 * <pre>
 *   e = dt |sum_j (b_j - b*_j) k_j|,
 * </pre>
 *
 * largest over the cells, sets the step: a step with e above the tolerance is taken back and tried
 * again shorter. |m| = 1 is restored before the seventh stage, so that this belongs to the new m.
 *
 * <p>J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6, 19 (1980),
 * doi:10.1016/0771-050X(80)90013-3. Control of the step: E. Hairer, S. P. Norsett, G. Wanner,
 * Solving Ordinary Differential Equations I (1993), section II.4 and their code DOPRI5,
 * doi:10.1007/978-3-540-78862-1.
 */
final class DormandPrince implements Stepper {

  private static final double[] C = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};
  private static final double[][] A = {
    {},
    {1.0 / 5},
    {3.0 / 40, 9.0 / 40},
    {44.0 / 45, -56.0 / 15, 32.0 / 9},
    {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
    {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
    {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
  };

  /** The weights of order 5 less those of order 4. */
  private static final double[] ERROR = {
    71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
  };

  private static final int LAST = 6;

  /** A step this much shorter than a stable one has another cause than the error of the scheme. */
  private static final double SHORTEST = 1e-8;

  /** Least error, in tolerances, that the control counts as the one before. */
  private static final double SMALL = 1e-4;

  private final double tolerance;
  private final Parallel parallel;
  private final Drives drives;
  private final PaddedField m;
  private final PaddedField next;
  private final PaddedField zero;
  private final PaddedField[] k = new PaddedField[LAST + 1];
  private final double[] rowError;

  private LlgKernel kernel;
  private boolean prepared;
  private double wanted = Double.POSITIVE_INFINITY;
  private double before = SMALL;
  private long rejected;

  DormandPrince(PaddedField m, Drives drives, double tolerance, Parallel parallel) {
    this.tolerance = tolerance;
    this.parallel = parallel;
    this.drives = drives;
    this.m = m;
    this.next = new PaddedField(m.layout());
    this.zero = new PaddedField(m.layout());
    for (int j = 0; j <= LAST; j++) {
      k[j] = new PaddedField(m.layout());
    }
    this.rowError = new double[m.layout().rows()];
  }

  @Override
  public void kernel(LlgKernel changed) {
    kernel = changed;
    prepared = false;
  }

  @Override
  public void restart() {
    prepared = false;
    wanted = Double.POSITIVE_INFINITY;
    before = SMALL;
  }

  @Override
  public void drivesChanged() {
    prepared = false;
  }

  @Override
  public void jumped() {
    prepared = false;
  }

  @Override
  public void save(StateWriter out) throws IOException {
    out.part("dopri5");
    out.flag(prepared);
    out.numbers(k[0].components());
    out.number(wanted);
    out.number(before);
    out.whole(rejected);
  }

  @Override
  public void restore(StateReader in) throws IOException {
    in.part("dopri5");
    prepared = in.flag();
    in.numbers(k[0].components());
    wanted = in.number();
    before = in.number();
    rejected = in.whole();
  }

  @Override
  public boolean isPrepared() {
    return prepared;
  }

  @Override
  public long rejected() {
    return rejected;
  }

  @Override
  public double expected(double longest) {
    return Math.min(wanted, longest);
  }

  @Override
  public double advance(double time, double target, double longest) {
    double left = target - time;
    boolean again = false;
    wanted = Math.min(wanted, longest);
    double shortest = Math.min(left, SHORTEST * longest);
    while (true) {
      double n = Math.max(1, Math.ceil(left / wanted * (1 - 1e-9)));
      // the last two steps are equal, so that none is tiny
      double dt = n <= 2 ? left / n : wanted;
      double end = n <= 1 ? target : time + dt;
      double error = attempt(time, dt, end) / tolerance;
      if (error <= 1) {
        accept();
        // the exponents of Hairer's DOPRI5: 0.17 = 1/5 - 0.75 x 0.04
        double shrink = Math.pow(Math.max(error, 1e-10), 0.17) / Math.pow(before, 0.04) / 0.9;
        double proposed = dt / Math.min(5, Math.max(again ? 1 : 0.1, shrink));
        // a step cut short by the target says nothing against the length wanted before
        wanted = dt < wanted && !again ? Math.max(wanted, proposed) : proposed;
        before = Math.max(error, SMALL);
        return end;
      }
      rejected++;
      again = true;
      if (drives.solvesEveryStage()) {
        drives.coupling().rewind(time);
      }
      // an error that is no number shortens as far as one step may
      double shrink = Double.isNaN(error) ? 10 : Math.min(10, Math.pow(error, 0.2) / 0.9);
      wanted = dt / shrink;
      if (wanted < shortest) {
        wanted = Double.POSITIVE_INFINITY;
        return time;
      }
    }
  }

  /** Computes the new m, without taking it over, and its error. */
  private double attempt(double time, double dt, double end) {
    if (!prepared) {
      // solved before the step, for its length
      slope(m, 0, time, end);
      prepared = true;
    }
    for (int s = 1; s <= LAST; s++) {
      int stage = s;
      parallel.forRange(m.layout().rows(), 8, (from, to) -> combine(stage, dt, from, to));
      double t = s >= 5 ? end : time + C[s] * dt;
      if (drives.solvesEveryStage()) {
        drives.solve(next, t, dt, end);
      }
      slope(next, s, t, end);
    }
    parallel.forRange(m.layout().rows(), 8, (from, to) -> error(dt, from, to));
    double largest = 0;
    for (double e : rowError) {
      largest = Math.max(largest, e); // keeps what is not a number
    }
    return largest;
  }

  private void accept() {
    System.arraycopy(next.x(), 0, m.x(), 0, m.x().length);
    System.arraycopy(next.y(), 0, m.y(), 0, m.y().length);
    System.arraycopy(next.z(), 0, m.z(), 0, m.z().length);
    PaddedField swap = k[0];
    k[0] = k[LAST];
    k[LAST] = swap;
  }

  private void slope(PaddedField in, int stage, double t, double end) {
    drives.prepare(kernel, t, end);
    kernel.prepare(in, parallel);
    parallel.forRange(
        m.layout().rows(),
        8,
        (from, to) -> kernel.rightHandSide(in, drives.drift(), drives.since(), k[stage], from, to));
  }

  /** next = m + dt sum_j a_sj k_j; the last is made of length one. */
  private void combine(int s, double dt, int from, int to) {
    sum(A[s], dt, m, next, from, to);
    if (s == LAST) {
      normalise(from, to);
    }
    kernel.fillGhosts(next, from, to);
  }

  /** out = base + dt sum_j weight_j k_j. */
  private void sum(
      double[] weight, double dt, PaddedField base, PaddedField out, int from, int to) {
    PaddedLayout layout = m.layout();
    double[][] x = new double[LinearCombination.MAX_TERMS][];
    double[][] y = new double[LinearCombination.MAX_TERMS][];
    double[][] z = new double[LinearCombination.MAX_TERMS][];
    double[] w = new double[LinearCombination.MAX_TERMS];
    int n = 0;
    for (int j = 0; j < weight.length; j++) {
      if (weight[j] != 0) {
        x[n] = k[j].x();
        y[n] = k[j].y();
        z[n] = k[j].z();
        w[n++] = dt * weight[j];
      }
    }
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      int end = start + layout.grid().nx();
      LinearCombination.sum(out.x(), base.x(), x, w, n, start, end);
      LinearCombination.sum(out.y(), base.y(), y, w, n, start, end);
      LinearCombination.sum(out.z(), base.z(), z, w, n, start, end);
    }
  }

  private void normalise(int from, int to) {
    double[] x = next.x();
    double[] y = next.y();
    double[] z = next.z();
    PaddedLayout layout = m.layout();
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      for (int i = start; i < start + layout.grid().nx(); i++) {
        if (x[i] == m.x()[i] && y[i] == m.y()[i] && z[i] == m.z()[i]) {
          continue; // frozen cells keep their bits
        }
        double r = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        r = r == 0 ? 1 : r; // an empty cell stays empty
        x[i] /= r;
        y[i] /= r;
        z[i] /= r;
      }
    }
  }

  /** Largest error of each row. */
  private void error(double dt, int from, int to) {
    // the second stage has weight 0 from the seventh on: its place is free
    PaddedField e = k[1];
    sum(ERROR, dt, zero, e, from, to);
    double[] x = e.x();
    double[] y = e.y();
    double[] z = e.z();
    PaddedLayout layout = m.layout();
    for (int row = from; row < to; row++) {
      int start = layout.start(row);
      double largest = 0;
      for (int i = start; i < start + layout.grid().nx(); i++) {
        largest = Math.max(largest, x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
      }
      rowError[row] = Math.sqrt(largest);
    }
  }
}
