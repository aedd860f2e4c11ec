package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;

/**
 * Relaxes a texture by steepest descent on the energy with the step lengths of Barzilai and Borwein
 * in turn, IMA J. Numer. Anal. 8, 141 (1988), doi:10.1093/imanum/8.1.141: no path in time, the same
 * equilibria as damped dynamics in far fewer field evaluations.
 *
 * <p>The energy may rise for some steps on its way down.
 */
public final class StaticDescent {

  /**
   * How a descent ended.
   *
   * @param evaluations fields computed
   * @param torque largest |m x H| / Ms that is left
   * @param converged true if the torque is below what was asked for
   */
  public record Outcome(long evaluations, double torque, boolean converged) {}

  /**
   * Length of a step by the inverse of the stiffest curvature; from 2 on the descent is unstable.
   */
  private static final double SMOOTHING = 1.7;

  private final Magnet magnet;
  private final Parallel parallel;
  private final PaddedLayout layout;
  private final LlgKernel kernel;
  private final double[] rowA;
  private final double[] rowB;
  private final double[] rowC;

  /** A descent on the energy of a magnet. */
  public StaticDescent(Magnet magnet, KernelChoice choice, Parallel parallel) {
    this.magnet = magnet;
    this.parallel = parallel;
    this.layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    this.kernel = LlgEquation.descent(magnet, layout, choice);
    this.rowA = new double[layout.rows()];
    this.rowB = new double[layout.rows()];
    this.rowC = new double[layout.rows()];
  }

  /**
   * Relaxes {@code m} in place.
   *
   * @param torque largest |m x H| / Ms to end with
   * @param maxFields fields to compute at most
   */
  public Outcome relax(VectorField m, double torque, long maxFields) {
    PaddedField now = new PaddedField(layout);
    PaddedField before = new PaddedField(layout);
    PaddedField force = new PaddedField(layout);
    PaddedField forceBefore = new PaddedField(layout);
    now.pack(m);
    kernel.fillGhosts(now);
    double shortest = 1 / new TimeStep(magnet, Integrator.RK4).fieldBound();
    double step = shortest;
    long n = 0;
    double left = Double.POSITIVE_INFINITY;
    while (n < maxFields) {
      PaddedField at = now;
      PaddedField f = force;
      kernel.prepare(at, parallel);
      parallel.forRange(
          layout.rows(), 8, (from, to) -> kernel.rightHandSide(at, null, 0, f, from, to));
      n++;
      left = largestTorque(force);
      if (left < torque) {
        break;
      }
      if (n > 1) {
        step = nextStep(now, before, force, forceBefore, n % 2 == 0, shortest);
      }
      advance(now, force, before, step);
      PaddedField swap = now;
      now = before;
      before = swap;
      swap = force;
      force = forceBefore;
      forceBefore = swap;
    }
    now.unpack(m);
    return new Outcome(n, left, left < torque);
  }

  /**
   * Takes some steps of one length down the energy, in place. They remove thermal noise, whose
   * waves are short, and leave a texture near to where it is: walls have no time to creep to their
   * rest.
   */
  public void smooth(VectorField m, int steps) {
    PaddedField now = new PaddedField(layout);
    PaddedField next = new PaddedField(layout);
    PaddedField force = new PaddedField(layout);
    now.pack(m);
    kernel.fillGhosts(now);
    double step = SMOOTHING / new TimeStep(magnet, Integrator.RK4).fieldBound();
    for (int n = 0; n < steps; n++) {
      PaddedField at = now;
      kernel.prepare(at, parallel);
      parallel.forRange(
          layout.rows(), 8, (from, to) -> kernel.rightHandSide(at, null, 0, force, from, to));
      advance(now, force, next, step);
      PaddedField swap = now;
      now = next;
      next = swap;
    }
    now.unpack(m);
  }

  private double largestTorque(PaddedField force) {
    int nx = magnet.grid().nx();
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            double max = 0;
            int start = layout.start(row);
            for (int c = start; c < start + nx; c++) {
              double ms = magnet.material().Ms().at(row * nx + c - start);
              double f2 =
                  force.x()[c] * force.x()[c]
                      + force.y()[c] * force.y()[c]
                      + force.z()[c] * force.z()[c];
              max = ms == 0 ? max : Math.max(max, f2 / (ms * ms));
            }
            rowA[row] = max;
          }
        });
    double max = 0;
    for (double v : rowA) {
      max = Math.max(max, v);
    }
    return Math.sqrt(max);
  }

  /** s.s/s.y or s.y/y.y with s the last move and y the fall of the force along it. */
  private double nextStep(
      PaddedField now,
      PaddedField before,
      PaddedField force,
      PaddedField forceBefore,
      boolean isLong,
      double shortest) {
    int nx = magnet.grid().nx();
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            double ss = 0;
            double sy = 0;
            double yy = 0;
            int start = layout.start(row);
            for (int c = start; c < start + nx; c++) {
              double sx = now.x()[c] - before.x()[c];
              double sY = now.y()[c] - before.y()[c];
              double sz = now.z()[c] - before.z()[c];
              double yx = forceBefore.x()[c] - force.x()[c];
              double yY = forceBefore.y()[c] - force.y()[c];
              double yz = forceBefore.z()[c] - force.z()[c];
              ss += sx * sx + sY * sY + sz * sz;
              sy += sx * yx + sY * yY + sz * yz;
              yy += yx * yx + yY * yY + yz * yz;
            }
            rowA[row] = ss;
            rowB[row] = sy;
            rowC[row] = yy;
          }
        });
    double ss = 0;
    double sy = 0;
    double yy = 0;
    for (int row = 0; row < rowA.length; row++) {
      ss += rowA[row];
      sy += rowB[row];
      yy += rowC[row];
    }
    if (!(sy > 0)) {
      return shortest;
    }
    double step = isLong ? ss / sy : sy / yy;
    return Math.min(1e4 * shortest, Math.max(0.1 * shortest, step));
  }

  private void advance(PaddedField now, PaddedField force, PaddedField out, double step) {
    int nx = magnet.grid().nx();
    parallel.forRange(
        layout.rows(),
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            int start = layout.start(row);
            for (int c = start; c < start + nx; c++) {
              if (magnet.isFrozen(row * nx + c - start)) {
                out.x()[c] = now.x()[c];
                out.y()[c] = now.y()[c];
                out.z()[c] = now.z()[c];
                continue;
              }
              double x = now.x()[c] + step * force.x()[c];
              double y = now.y()[c] + step * force.y()[c];
              double z = now.z()[c] + step * force.z()[c];
              double r = Math.sqrt(x * x + y * y + z * z);
              out.x()[c] = r > 0 ? x / r : 0;
              out.y()[c] = r > 0 ? y / r : 0;
              out.z()[c] = r > 0 ? z / r : 0;
            }
          }
        });
    kernel.fillGhosts(out);
  }
}
