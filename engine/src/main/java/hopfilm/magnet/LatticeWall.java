package hopfilm.magnet;

import hopfilm.magnet.Bonds.Coefficients;
import java.util.OptionalDouble;

/**
 * The 180 degree wall of the handedness that the Dzyaloshinskii-Moriya interaction wants, on the
 * lattice of square cells of a film: whether stripes cost or gain energy there.
 *
 * <p>In the continuum its energy is that of {@link Spiral#wall}, which vanishes at Dc. On a lattice
 * it is higher: where sigma is above 0, stripes cost energy although D is above Dc, and a maze is
 * only metastable.
 *
 * <p>The wall turns in one plane, m = (sin(theta) across, cos(theta) along the easy axis), so that
 * with D_s = theta(s+1) - theta(s) and layers of cells at the distance h
 *
 * <pre>  sigma = h sum_s [bend (1 - cos D_s) + skew/2 (sin theta(s+1) - sin theta(s))^2
 *                   - twist sin D_s + Ku sin(theta(s))^2 + Ku2 (1 - cos(theta(s))^4)]</pre>
 *
 * and the like for layers 2 apart where bonds reach second neighbours, minimised over theta by
 * Newton's method, between ends held at 0 and pi, for a wall that sits on a layer and for one
 * between two layers; the lower counts.
 */
public final class LatticeWall {

  /** How the normal of the wall lies on the lattice. */
  public enum Normal {
    /** Along x or y. */
    AXIS,
    /** Along a diagonal of the cells. */
    DIAGONAL
  }

  /** Half the chain in units of the wall parameter: the tails beyond are e^-12. */
  private static final double REACH = 12;

  private static final int MIN_HALF = 12;

  /** Half chains longer than this are of cells so fine that the continuum is as good. */
  private static final int MAX_CELLS = 2000;

  private static final int ITERATIONS = 300;
  private static final double CONVERGED = 1e-10;

  private final double h;
  private final double bend;
  private final double skew;
  private final double twist;
  private final LatticeWall second;
  private final double Ku;
  private final double Ku2;
  private final int half;

  private LatticeWall(
      Coefficients b,
      LatticeWall second,
      double Ku,
      double Ku2,
      double width,
      double cell,
      Normal normal) {
    this.second = second;
    boolean axis = normal == Normal.AXIS;
    // a layer across the diagonal has two bonds, each with its axis 45 degrees off the normal
    this.h = axis ? cell : cell / Math.sqrt(2);
    this.bend = axis ? b.perp() : 2 * b.perp();
    this.skew = axis ? 0 : b.par() - b.perp();
    this.twist = b.cross() * (axis ? 1 : Math.sqrt(2));
    this.Ku = Ku;
    this.Ku2 = Ku2;
    this.half = (int) Math.max(MIN_HALF, Math.ceil(REACH * width / this.h));
  }

  /**
   * Energy of the wall per area [J/m^2], for an easy axis in any direction with which a wall of
   * that normal can lie; demagnetising and external fields are left out.
   *
   * @param A exchange stiffness [J/m], above 0
   * @param Ku uniaxial anisotropy [J/m^3]
   * @param D Dzyaloshinskii-Moriya strength [J/m^2]; its sign does not matter
   * @param cell edge of the cells [m]
   * @return empty where there is no wall: for Ku at most 0, and where covariant cells are so large
   *     that the interaction turns neighbours by 90 degrees or more
   */
  public static OptionalDouble energy(
      double A, double Ku, double D, double cell, Discretisation discretisation, Normal normal) {
    return energy(A, Ku, 0, D, cell, discretisation, normal);
  }

  /**
   * The same with a uniaxial anisotropy of fourth order.
   *
   * @param Ku2 as in {@link FourthOrder} [J/m^3]
   */
  public static OptionalDouble energy(
      double A,
      double Ku,
      double Ku2,
      double D,
      double cell,
      Discretisation discretisation,
      Normal normal) {
    double[] weights = discretisation.weights();
    Coefficients b = Coefficients.of(A, Math.abs(D), cell, discretisation, 1, weights[0]);
    if (!Spiral.hasWalls(Ku, Ku2) || !(b.perp() > 0)) {
      return OptionalDouble.empty();
    }
    // of the tails, or of the middle if that is wider
    double width = Math.sqrt(A / Math.min(Ku + Ku2, Ku + 2 * Ku2));
    if (REACH * width > MAX_CELLS * cell) {
      return OptionalDouble.of(Spiral.wall(A, Ku, Ku2, D));
    }
    LatticeWall second = null;
    if (weights.length == 2) {
      Coefficients far = Coefficients.of(A, Math.abs(D), cell, discretisation, 2, weights[1]);
      second = new LatticeWall(far, null, 0, 0, width, cell, normal);
    }
    LatticeWall wall = new LatticeWall(b, second, Ku, Ku2, width, cell, normal);
    return OptionalDouble.of(Math.min(wall.relax(0, width), wall.relax(0.5, width)));
  }

  /**
   * The |D| at which the wall costs nothing [J/m^2]; stripes cost energy below it. For fine cells 4
   * sqrt(A Ku)/pi.
   *
   * @return empty where {@link #energy} is near there
   */
  public static OptionalDouble threshold(
      double A, double Ku, double cell, Discretisation discretisation, Normal normal) {
    // nearly a straight line in D, so that the secant converges at once
    double last = 4 * Math.sqrt(A * Ku) / Math.PI;
    double next = 1.01 * last;
    OptionalDouble before = energy(A, Ku, last, cell, discretisation, normal);
    for (int k = 0; k < 8; k++) {
      OptionalDouble sigma = energy(A, Ku, next, cell, discretisation, normal);
      if (before.isEmpty() || sigma.isEmpty()) {
        return OptionalDouble.empty();
      }
      double rise = sigma.getAsDouble() - before.getAsDouble();
      if (Math.abs(sigma.getAsDouble()) < 1e-10 * Math.sqrt(A * Ku) || rise == 0) {
        break;
      }
      double step = -sigma.getAsDouble() * (next - last) / rise;
      last = next;
      before = sigma;
      next += step;
    }
    return OptionalDouble.of(next);
  }

  /** Energy after relaxation of a wall that starts off a layer by a part of h. */
  private double relax(double offset, double width) {
    int n = 2 * half + 1;
    double[] theta = new double[n + 2];
    for (int s = 0; s < n + 2; s++) {
      theta[s] = 2 * Math.atan(Math.exp((s - half - 1 + offset) * h / width));
    }
    theta[0] = 0;
    theta[n + 1] = Math.PI;
    double[] trial = theta.clone();
    double[] slope = new double[n + 2];
    double[] diagonal = new double[n + 2];
    double[] beside = new double[n + 2];
    double energy = energy(theta);
    double shift = 0;
    double scale = bend + Math.abs(Ku) + Math.abs(Ku2);
    for (int k = 0; k < ITERATIONS; k++) {
      derivatives(theta, slope, diagonal, beside);
      if (largest(slope) < CONVERGED * scale) {
        break;
      }
      // a shift of the diagonal where the step would not go down
      while (!step(theta, slope, diagonal, beside, shift, trial) || energy(trial) > energy) {
        shift = Math.max(2 * shift, 1e-3 * scale);
        if (shift > 1e12 * scale) {
          return h * energy;
        }
      }
      System.arraycopy(trial, 0, theta, 0, n + 2);
      energy = energy(theta);
      shift = shift < 1e-2 * scale ? 0 : shift / 8;
    }
    return h * energy;
  }

  private double energy(double[] theta) {
    double sum = bonds(theta, 1) + (second == null ? 0 : second.bonds(theta, 2));
    for (double t : theta) {
      double square = Math.sin(t) * Math.sin(t);
      sum += Ku * square + Ku2 * square * (2 - square);
    }
    return sum;
  }

  /** Energy of the bonds between layers this far apart; beyond the ends nothing turns. */
  private double bonds(double[] theta, int layers) {
    int last = theta.length - 1;
    double sum = 0;
    for (int s = 1 - layers; s < last; s++) {
      double lower = theta[Math.max(0, s)];
      double upper = theta[Math.min(last, s + layers)];
      double rise = Math.sin(upper) - Math.sin(lower);
      double half = Math.sin((upper - lower) / 2);
      sum += 2 * bend * half * half + 0.5 * skew * rise * rise - twist * Math.sin(upper - lower);
    }
    return sum;
  }

  /** Adds to the gradient what these bonds give. */
  private void addSlope(double[] theta, int layers, double[] slope) {
    int last = theta.length - 1;
    for (int s = 1 - layers; s < last; s++) {
      int lower = Math.max(0, s);
      int upper = Math.min(last, s + layers);
      double turn = theta[upper] - theta[lower];
      double first = bend * Math.sin(turn) - twist * Math.cos(turn);
      double rise = skew * (Math.sin(theta[upper]) - Math.sin(theta[lower]));
      slope[lower] -= first + rise * Math.cos(theta[lower]);
      slope[upper] += first + rise * Math.cos(theta[upper]);
    }
  }

  /**
   * Gradient and Hessian; {@code beside[s]} couples s and s + 1. Bonds to second neighbours are
   * left out of the Hessian: without them it has up to 4/3 of the curvature, and the steps close in
   * by 4 each.
   */
  private void derivatives(double[] theta, double[] slope, double[] diagonal, double[] beside) {
    for (int s = 0; s < theta.length; s++) {
      double twice = Math.cos(2 * theta[s]);
      slope[s] = (Ku + Ku2 * (1 + twice)) * Math.sin(2 * theta[s]);
      diagonal[s] = 2 * (Ku + Ku2) * twice + 2 * Ku2 * Math.cos(4 * theta[s]);
    }
    addSlope(theta, 1, slope);
    if (second != null) {
      second.addSlope(theta, 2, slope);
    }
    for (int s = 0; s + 1 < theta.length; s++) {
      double turn = theta[s + 1] - theta[s];
      double curvature = bend * Math.cos(turn) + twist * Math.sin(turn);
      double si = Math.sin(theta[s]);
      double sj = Math.sin(theta[s + 1]);
      double ci = Math.cos(theta[s]);
      double cj = Math.cos(theta[s + 1]);
      diagonal[s] += curvature + skew * (ci * ci + (sj - si) * si);
      diagonal[s + 1] += curvature + skew * (cj * cj - (sj - si) * sj);
      beside[s] = -curvature - skew * ci * cj;
    }
  }

  /** One Newton step between the fixed ends; false if the shifted Hessian is not definite. */
  private static boolean step(
      double[] theta,
      double[] slope,
      double[] diagonal,
      double[] beside,
      double shift,
      double[] out) {
    int last = theta.length - 2;
    double[] pivot = new double[theta.length];
    double[] right = new double[theta.length];
    for (int s = 1; s <= last; s++) {
      double factor = s == 1 ? 0 : beside[s - 1] / pivot[s - 1];
      pivot[s] = diagonal[s] + shift - (s == 1 ? 0 : factor * beside[s - 1]);
      right[s] = -slope[s] - (s == 1 ? 0 : factor * right[s - 1]);
      if (!(pivot[s] > 0)) {
        return false;
      }
    }
    double next = 0;
    for (int s = last; s >= 1; s--) {
      next = (right[s] - (s == last ? 0 : beside[s] * next)) / pivot[s];
      out[s] = theta[s] + next;
    }
    return true;
  }

  private static double largest(double[] slope) {
    double max = 0;
    for (int s = 1; s < slope.length - 1; s++) {
      max = Math.max(max, Math.abs(slope[s]));
    }
    return max;
  }
}
