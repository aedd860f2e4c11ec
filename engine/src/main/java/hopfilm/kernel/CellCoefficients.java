package hopfilm.kernel;

/**
 * The numbers of a magnet whose material varies, of several layers, with a tilted easy axis or
 * frozen cells, by cell in the order of the grid.
 *
 * @param bonds the neighbours and what they add to the field
 * @param edges the ghosts beyond missing neighbours
 * @param gradient weights of the differences in (u.grad) m
 * @param field the parts of the field that need no neighbour
 * @param motion the equation of motion
 * @param spinOrbit field of the spin-orbit torque
 */
public record CellCoefficients(
    Bonds bonds, Edges edges, Gradient gradient, Field field, Motion motion, SpinOrbit spinOrbit) {

  /**
   * Bonds of length n along axis k are number b = 3 (n - 1) + k.
   *
   * @param reach how many cells away the farthest bonds end, 1 or 2
   * @param neighbour for each b, entry 2b the cell below and 2b + 1 the cell above that these bonds
   *     lead to, -1 where there is none
   * @param perp perpendicular coefficient of the bond from a cell upwards, by b [J/m^3]
   * @param par parallel coefficient [J/m^3]
   * @param cross chiral coefficient, its sign relative to the positive turn axis [J/m^3]
   */
  public record Bonds(
      int reach,
      int[][] neighbour,
      int[] turnAxis,
      double[][] perp,
      double[][] par,
      double[][] cross) {}

  /**
   * The turn from a cell to the ghost beyond its missing neighbour.
   *
   * @param cosine by axis
   * @param sine by axis
   */
  public record Edges(double[][] cosine, double[][] sine) {}

  /**
   * @param weight of the difference of the n-th neighbours, in units of 1/(2 dx), by n - 1
   * @param cellSize by axis [m]
   */
  public record Gradient(double[] weight, double[] cellSize) {}

  /**
   * @param external external field, three components [A/m]
   * @param local factor of a cell's own component in its field, by component [A/m]
   * @param inverse 1/(mu0 Ms), 0 in an empty cell [m^2/(A J)]
   * @param anisotropy 2 Ku/(mu0 Ms) [A/m]
   * @param axis easy axis by component
   */
  public record Field(
      double[] external,
      double[][] local,
      double[] inverse,
      double[] anisotropy,
      double[][] axis) {}

  /**
   * @param gamma0 gyromagnetic ratio [m/(A s)]; 0 leaves the descent direction -m x (m x h)
   * @param xi non-adiabaticity
   * @param alpha damping
   * @param frozen true if the magnetisation does not move
   */
  public record Motion(double gamma0, double xi, double[] alpha, boolean[] frozen) {}

  /**
   * Field by drift velocity [A/m / (m/s)], with p = z x j/|j|.
   *
   * @param dampingLike along m x p
   * @param fieldLike along p
   */
  public record SpinOrbit(double dampingLike, double fieldLike) {}

  /** Which cells have no film, null if all have. */
  boolean[] empty() {
    boolean[] empty = new boolean[field.inverse.length];
    boolean any = false;
    for (int cell = 0; cell < empty.length; cell++) {
      empty[cell] = field.inverse[cell] == 0;
      any |= empty[cell];
    }
    return any ? empty : null;
  }
}
