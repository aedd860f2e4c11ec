package hopfilm.lifetime;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.KB;

import hopfilm.grid.Edges;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Magnet;
import hopfilm.solver.BandedLu;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * How often heat takes a film from a minimum of its energy over a saddle, by the harmonic law
 *
 * <pre>
 *   rate = f exp(-barrier/kT),   f = kappa/(2 pi) sqrt(|det H(minimum)| / |det H(saddle)|)
 * </pre>
 *
 * with the second derivatives H of the energy and the rate kappa at which the linear equation of
 * Landau, Lifshitz and Gilbert leaves the saddle. J. S. Langer, Ann. Phys. 54, 258 (1969),
 * doi:10.1016/0003-4916(69)90153-5; H. B. Braun, J. Appl. Phys. 76, 6310 (1994),
 * doi:10.1063/1.358258. It holds for barriers far above kT, for one saddle, without modes that cost
 * no energy, and for damping that is not very low.
 *
 * @param why there is no rate; null if there is
 * @param attempts f [Hz]
 * @param growth kappa [1/s]
 * @param softness lowest second derivative at the minimum, by the square of the largest turn of a
 *     cell in that mode [J]
 * @param topSoftness the same of the saddle's modes in which the energy rises [J]
 */
public record EscapeRate(
    String why, double attempts, double growth, double softness, double topSoftness) {

  /** Elements of a banded matrix at most, 1.2 GB. */
  private static final long MOST = 150_000_000L;

  /** Second derivative by the mean of the diagonal below which the energy hardly bends. */
  private static final double FLAT = 1e-4;

  private static final int ROUNDS = 200;
  private static final int SHIFTS = 6;
  private static final double CLOSE = 1e-9;

  /** Barrier by kT below which the law does not hold. */
  public static final double LEAST = 5;

  /** Why this magnet has no rate, before any search; empty if it may have. */
  public static Optional<String> obstacle(Magnet magnet) {
    long cells = magnet.grid().cells();
    if (magnet.demag() == DemagKind.ON) {
      return Optional.of(
          "the stray field of all cells couples each cell with every other (film.demag: on)");
    }
    if (magnet.grid().edges(0) == Edges.PERIODIC
        || magnet.grid().edges(1) == Edges.PERIODIC
        || magnet.grid().edges(2) == Edges.PERIODIC) {
      return Optional.of("a film with periodic edges has modes that cost no energy");
    }
    return BandedLu.fits(2 * cells, TangentHessian.band(magnet), MOST)
        ? Optional.empty()
        : Optional.of("the film is larger than 256 x 256 cells in one layer");
  }

  /**
   * In how many directions the energy falls from a state at rest: one from a saddle, more from a
   * hilltop, over which a path of high symmetry may lead. Directions in which it hardly bends do
   * not count, as the rest is not exact.
   *
   * @throws IllegalArgumentException where {@link #obstacle} has a reason
   */
  public static int fallingDirections(Magnet magnet, VectorField m) {
    requireLocal(magnet);
    TangentHessian top = new TangentHessian(magnet, m);
    BandedLu matrix = top.room();
    top.fill(matrix);
    for (int k = 0; k < top.size(); k++) {
      matrix.add(k, k, FLAT * top.stiffness());
    }
    matrix.factor();
    return matrix.negativePivots();
  }

  private static void requireLocal(Magnet magnet) {
    obstacle(magnet)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("no rate: " + why);
            });
  }

  /**
   * The rate of a magnet without current.
   *
   * @throws IllegalArgumentException where {@link #obstacle} has a reason
   */
  public static EscapeRate of(Magnet magnet, VectorField minimum, VectorField saddle) {
    requireLocal(magnet);
    TangentHessian below = new TangentHessian(magnet, minimum);
    BandedLu matrix = below.room();
    below.fill(matrix);
    matrix.factor();
    if (matrix.negativePivots() > 0) {
      return none("the film falls from its first state, which is no minimum");
    }
    double logBelow = matrix.logDeterminant();
    double softness = softness(below.size(), matrix, double[]::clone);
    TangentHessian top = new TangentHessian(magnet, saddle);
    matrix = top.room();
    Mode falling = steepest(top, matrix);
    top.fill(matrix);
    matrix.factor();
    if (matrix.negativePivots() != 1) {
      if (fallingDirections(magnet, saddle) == 1) {
        return none(turns("the saddle"));
      }
      return none(
          "the top has %d directions in which the energy falls, a saddle has one"
              .formatted(matrix.negativePivots()));
    }
    double logTop = matrix.logDeterminant();
    double rising = softness(top.size(), matrix, u -> across(u, falling.vector));
    double growth = growth(top, matrix, top.ofCells(magnet.material().alpha()), -falling.value);
    if (!(growth > 0)) {
      return none("the rate at which the film leaves the saddle was not found");
    }
    double attempts = growth / (2 * Math.PI) * Math.exp(0.5 * (logBelow - logTop));
    return new EscapeRate(null, attempts, growth, softness, rising);
  }

  private static EscapeRate none(String why) {
    return new EscapeRate(why, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Why there is no rate where a mode of a state costs no energy. */
  public static String turns(String state) {
    return "a mode of %s costs so little energy that its cells turn all round, and the law needs small turns"
        .formatted(state);
  }

  /** Mean time to a change over a barrier at a temperature [s]. */
  public double seconds(double barrier, double kelvin) {
    return Math.exp(barrier / (KB * kelvin)) / attempts;
  }

  /** Largest turn of a cell in the softest mode of the minimum, root mean square [degrees]. */
  public double swing(double kelvin) {
    return swing(kelvin, softness);
  }

  /** The same of the saddle, in the modes in which its energy rises [degrees]. */
  public double topSwing(double kelvin) {
    return swing(kelvin, topSoftness);
  }

  private static double swing(double kelvin, double softness) {
    // an energy that does not bend may seem to fall by rounding
    return Math.toDegrees(Math.sqrt(KB * kelvin / Math.abs(softness)));
  }

  /**
   * From the softest mode, by inverse iteration with the factored matrix.
   *
   * @param part of a vector in which it is sought
   */
  private static double softness(int size, BandedLu factors, UnaryOperator<double[]> part) {
    Mode softest = nearest(begin(size), part, factors, 0);
    double[] x = softest.vector;
    double largest = 0;
    for (int k = 0; k < x.length; k += 2) {
      largest = Math.max(largest, x[k] * x[k] + x[k + 1] * x[k + 1]);
    }
    return softest.value / largest;
  }

  /**
   * The positive kappa with (H + kappa G) u = 0, G = mu0 Ms V (alpha - J)/gamma0 and J a quarter
   * turn about m; NaN if it is not found. It is at most that of pure damping, and from there no
   * other solution is nearer.
   *
   * @param fall minus the one negative second derivative [J]
   */
  private static double growth(TangentHessian top, BandedLu matrix, double[] alpha, double fall) {
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < alpha.length; c++) {
      least = Math.min(least, alpha[c] * top.moments()[c] / GAMMA0);
    }
    double shift = fall / least;
    double[] x = begin(top.size());
    for (int n = 0; n < SHIFTS; n++) {
      top.fill(matrix);
      addMotion(matrix, top.moments(), alpha, shift);
      matrix.factor();
      Mode leaving = nearest(x, u -> motion(u, top.moments(), alpha), matrix, shift);
      if (leaving.isFound) {
        return -leaving.value;
      }
      x = leaving.vector;
      shift = Math.min(shift, 1.1 * Math.abs(leaving.value));
    }
    return Double.NaN;
  }

  /** The mode of a saddle in which the energy falls [J]. */
  private static Mode steepest(TangentHessian top, BandedLu matrix) {
    double shift = FLAT * top.stiffness();
    do {
      shift *= 4;
      top.fill(matrix);
      for (int k = 0; k < top.size(); k++) {
        matrix.add(k, k, shift);
      }
      matrix.factor();
    } while (matrix.negativePivots() > 0);
    return nearest(begin(top.size()), double[]::clone, matrix, shift);
  }

  /**
   * A solution of H u = value B u.
   *
   * @param isFound whether the rounds were enough
   */
  private record Mode(double value, double[] vector, boolean isFound) {}

  /**
   * The mode whose value is nearest to minus a shift, by inverse iteration.
   *
   * @param x where it begins
   * @param b gives B times a vector
   * @param factors of H + shift B
   */
  private static Mode nearest(
      double[] x, UnaryOperator<double[]> b, BandedLu factors, double shift) {
    double[] u = x;
    double value = Double.NaN;
    for (int n = 0; n < ROUNDS; n++) {
      double[] next = b.apply(u);
      factors.solve(next);
      double before = value;
      value = 1 / dot(u, next) - shift;
      normalise(next);
      u = next;
      if (isClose(value, before)) {
        return new Mode(value, u, true);
      }
    }
    return new Mode(value, u, false);
  }

  /** Adds kappa G. */
  private static void addMotion(BandedLu matrix, double[] moments, double[] alpha, double kappa) {
    for (int c = 0; c < moments.length; c++) {
      double g = kappa * moments[c] / GAMMA0;
      matrix.add(2 * c, 2 * c, alpha[c] * g);
      matrix.add(2 * c + 1, 2 * c + 1, alpha[c] * g);
      matrix.add(2 * c, 2 * c + 1, g);
      matrix.add(2 * c + 1, 2 * c, -g);
    }
  }

  /** G u. */
  private static double[] motion(double[] u, double[] moments, double[] alpha) {
    double[] out = new double[u.length];
    for (int c = 0; c < moments.length; c++) {
      double g = moments[c] / GAMMA0;
      out[2 * c] = g * (alpha[c] * u[2 * c] + u[2 * c + 1]);
      out[2 * c + 1] = g * (alpha[c] * u[2 * c + 1] - u[2 * c]);
    }
    return out;
  }

  private static double[] begin(int n) {
    double[] x = new Random(1).doubles(n, -1, 1).toArray();
    normalise(x);
    return x;
  }

  private static void normalise(double[] x) {
    double r = Math.sqrt(dot(x, x));
    for (int k = 0; k < x.length; k++) {
      x[k] /= r;
    }
  }

  /** What of a vector lies across another one of length one. */
  private static double[] across(double[] u, double[] other) {
    double along = dot(u, other);
    double[] rest = u.clone();
    for (int k = 0; k < rest.length; k++) {
      rest[k] -= along * other[k];
    }
    return rest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static boolean isClose(double a, double b) {
    return Math.abs(a - b) < CLOSE * Math.abs(a);
  }
}
