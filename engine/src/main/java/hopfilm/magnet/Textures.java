package hopfilm.magnet;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Textures to start from. */
public final class Textures {

  private Textures() {}

  /** Directions drawn evenly over the sphere, cell by cell in the order of the grid. */
  public static VectorField random(Grid grid, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VectorField m = new VectorField(grid);
    for (int i = 0; i < grid.cells(); i++) {
      double z = 2 * random.nextDouble() - 1;
      double phi = 2 * Math.PI * random.nextDouble();
      double rho = Math.sqrt(1 - z * z);
      m.x()[i] = rho * Math.cos(phi);
      m.y()[i] = rho * Math.sin(phi);
      m.z()[i] = z;
    }
    return m;
  }

  /** All vectors along a direction of any length. */
  public static VectorField uniform(Grid grid, double x, double y, double z) {
    VectorField m = VectorField.uniform(grid, x, y, z);
    m.normalise();
    return m;
  }

  /**
   * A spiral with its wave vector in the plane: m = c(phi) e + mz z with phi = q r.
   *
   * @param direction angle of the wave vector from the x axis [rad]
   * @param period length of one turn [m]
   * @param dmi the symmetry whose spiral it is: bulk turns across the wave vector (Bloch),
   *     interfacial along it (Neel)
   * @param handedness sign of D
   */
  public static VectorField helix(
      Grid grid, double direction, double period, DmiKind dmi, int handedness) {
    // along x for D > 0: bulk m = (0, -sin kx, cos kx), interfacial m = (sin kx, 0, cos kx)
    double[] q = {Math.cos(direction), Math.sin(direction)};
    return along(
        grid,
        q,
        dmi,
        r -> handedness * Math.sin(2 * Math.PI * r / period),
        r -> Math.cos(2 * Math.PI * r / period));
  }

  /**
   * A texture that varies along a direction q in the plane: Bloch for bulk, Neel for interfacial.
   *
   * @param inPlane by the distance along q from the film's corner
   * @param upwards as well
   */
  private static VectorField along(
      Grid grid,
      double[] q,
      DmiKind dmi,
      DoubleUnaryOperator inPlane,
      DoubleUnaryOperator upwards) {
    VectorField m = new VectorField(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double r = q[0] * (i + 0.5) * grid.dx() + q[1] * (j + 0.5) * grid.dy();
          double in = inPlane.applyAsDouble(r);
          int c = grid.index(i, j, k);
          m.x()[c] = in * (dmi == DmiKind.BULK ? q[1] : q[0]);
          m.y()[c] = in * (dmi == DmiKind.BULK ? -q[0] : q[1]);
          m.z()[c] = upwards.applyAsDouble(r);
        }
      }
    }
    return m;
  }

  /**
   * Like skyrmions, their helicity that which the interaction wants: Bloch for bulk, Neel for
   * interfacial. The topological charge of each is its polarity. Their stereographic coordinates
   * tan(theta/2) e^(i phi) are added, which keeps the texture smooth and the charge the sum of
   * theirs; centres should be two radii and two wall widths pi w apart. Across periodic edges the
   * nearest image counts.
   *
   * @param x centres along x [m], from the film's corner
   * @param y centres along y [m], as many
   * @param radius where m lies in the plane [m]
   * @param wallParameter w of the {@link SkyrmionProfile} [m]
   * @param handedness sign of D, 1 or -1
   * @param polarity 1: core along +z in a film along -z; -1: the other way
   * @throws IllegalArgumentException if a length is not positive, a sign is not 1 or -1, or the
   *     numbers of x and y differ
   */
  public static VectorField skyrmions(
      Grid grid,
      double[] x,
      double[] y,
      double radius,
      double wallParameter,
      DmiKind dmi,
      int handedness,
      int polarity) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "skyrmions need as many y as x, not %d and %d".formatted(y.length, x.length));
    }
    requireSign("handedness", handedness);
    requireSign("polarity", polarity);
    SkyrmionProfile profile = new SkyrmionProfile(radius, wallParameter);
    VectorField m = new VectorField(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double re = 0;
          double im = 0;
          for (int s = 0; s < x.length; s++) {
            double rx = offset((i + 0.5) * grid.dx() - x[s], grid, 0);
            double ry = offset((j + 0.5) * grid.dy() - y[s], grid, 1);
            double r = Math.hypot(rx, ry);
            double u = Math.min(profile.halfTangent(r), 1e100);
            re += r == 0 ? u : u * rx / r;
            im += r == 0 ? 0 : u * ry / r;
          }
          double u2 = re * re + im * im;
          // outwards from the core m turns as in the helix: bulk about r, interfacial about z x r
          double in = polarity * handedness * 2 / (1 + u2);
          int c = grid.index(i, j, k);
          m.x()[c] = in * (dmi == DmiKind.BULK ? im : re);
          m.y()[c] = in * (dmi == DmiKind.BULK ? -re : im);
          m.z()[c] = polarity * (u2 - 1) / (u2 + 1);
        }
      }
    }
    m.normalise();
    return m;
  }

  /**
   * A straight {@link WallProfile} from +z to -z; Bloch for bulk, Neel for interfacial.
   *
   * @param position of the wall along its normal, from the film's corner [m]
   * @param angle from x to the normal [rad]
   * @param width wall parameter, sqrt(A/Ku) in equilibrium [m]
   * @param handedness sign of D, 1 or -1
   * @throws IllegalArgumentException if the width is not positive or the sign is not 1 or -1
   */
  public static VectorField wall(
      Grid grid, double position, double angle, double width, DmiKind dmi, int handedness) {
    WallProfile profile = new WallProfile(width);
    requireSign("handedness", handedness);
    return along(
        grid,
        new double[] {Math.cos(angle), Math.sin(angle)},
        dmi,
        r -> handedness * profile.inPlane(r - position),
        r -> profile.upwards(r - position));
  }

  private static double offset(double distance, Grid grid, int axis) {
    double size = grid.cellsAlong(axis) * grid.cellSize(axis);
    return grid.edges(axis) == Edges.PERIODIC
        ? distance - size * Math.rint(distance / size)
        : distance;
  }

  private static void requireSign(String what, int sign) {
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("the %s must be 1 or -1, not %d".formatted(what, sign));
    }
  }
}
