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
 * @param temperature T [K]
 * @param seed of the random numbers
 */
public record ThermalField(double temperature, long seed) {

  /**
   * @throws IllegalArgumentException if the temperature is negative or not finite
   */
  public ThermalField {
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a temperature is 0 K or more, not " + temperature);
    }
  }

  /**
   * Standard deviation of a component times sqrt(dt) [A/m sqrt(s)].
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
