package hopfilm.magnet;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.KB;
import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;

/**
 * The thermal field: in each cell and component a Gaussian random number, new for each time step
 * and constant over it,
 *
 * <pre>
 *   H = sqrt(2 alpha kB T / (gamma0 mu0 Ms V dt)) N(0, 1)
 * </pre>
 *
 * with V the volume of a cell [m^3] and dt the time step [s]. W. F. Brown, Phys. Rev. 130, 1677
 * (1963), doi:10.1103/PhysRev.130.1677. Cells without film or without damping have none.
 *
 * <p>The numbers of a row of cells depend on the seed, the number of the step and the row alone,
 * neither on the threads nor on what was drawn before.
 *
 * @param temperature T in the middle of the film [K]
 * @param alongX dT/dx [K/m]
 * @param alongY dT/dy [K/m]
 * @param seed of the random numbers
 */
public record ThermalField(double temperature, double alongX, double alongY, long seed) {

  /**
   * @throws IllegalArgumentException if the temperature is negative, or a number not finite
   */
  public ThermalField {
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a temperature is 0 K or more, not " + temperature);
    }
    if (!Double.isFinite(alongX) || !Double.isFinite(alongY)) {
      throw new IllegalArgumentException("gradients are finite, not " + alongX + ", " + alongY);
    }
  }

  /** The same temperature everywhere. */
  public ThermalField(double temperature, long seed) {
    this(temperature, 0, 0, seed);
  }

  /** The same gradient about another temperature [K]. */
  public ThermalField about(double kelvin) {
    return new ThermalField(kelvin, alongX, alongY, seed);
  }

  /** How much warmer a cell is than the middle of the film [K]. */
  public double offset(Grid grid, int cell) {
    if (alongX == 0 && alongY == 0) {
      return 0;
    }
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    return alongX * ((i + 0.5) * grid.dx() - grid.sizeX() / 2)
        + alongY * ((j + 0.5) * grid.dy() - grid.sizeY() / 2);
  }

  /** As warm everywhere as the warmest corner of a film. */
  public ThermalField warmest(Grid grid) {
    double more = Math.abs(alongX) * grid.sizeX() / 2 + Math.abs(alongY) * grid.sizeY() / 2;
    return new ThermalField(temperature + more, seed);
  }

  /**
   * Standard deviation of a component in the middle of the film, times sqrt(dt) [A/m sqrt(s)].
   *
   * @param alpha damping
   * @param Ms saturation magnetisation [A/m]
   * @param volume of the cell [m^3]
   */
  public double strength(double alpha, double Ms, double volume) {
    return Ms == 0 ? 0 : Math.sqrt(2 * alpha * KB * temperature / (GAMMA0 * MU0 * Ms * volume));
  }

  /**
   * Draws the field of the rows from (inclusive) to (exclusive), in the order of the grid.
   *
   * @param h receives it [A/m]
   * @param strength of each cell [A/m sqrt(s)]
   * @param step number of the time step
   * @param dt its length [s]
   */
  public void draw(VectorField h, double[] strength, long step, double dt, int from, int to) {
    Grid grid = h.grid();
    double perRootTime = 1 / Math.sqrt(dt);
    for (int row = from; row < to; row++) {
      SplittableRandom random = new SplittableRandom(mix(mix(mix(seed) + step) + row));
      for (int i = row * grid.nx(); i < (row + 1) * grid.nx(); i++) {
        double deviation = strength[i] * perRootTime;
        h.x()[i] = deviation * random.nextGaussian();
        h.y()[i] = deviation * random.nextGaussian();
        h.z()[i] = deviation * random.nextGaussian();
      }
    }
  }

  /**
   * Scatters neighbouring numbers over all of 64 bits: the finaliser of SplitMix64, G. L. Steele,
   * D. Lea, C. H. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195, variant 13 of D. Stafford.
   */
  private static long mix(long z) {
    long x = z + 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
