package hopfilm.kernel;

/**
 * The numbers of a magnet whose material varies, of several layers, with a tilted easy axis or
 * frozen cells, by cell in the order of the grid.
 *
 * @param neighbour for each axis k, entry 2k the cell below and 2k + 1 the cell above, -1 where
 *     there is none
 * @param perp perpendicular coefficient of the bond from a cell to the one above, by axis [J/m^3]
 * @param par parallel coefficient [J/m^3]
 * @param cross chiral coefficient, its sign relative to the positive turn axis [J/m^3]
 * @param local what a cell's own component adds to the field, by component [A/m]
 * @param inverse 1/(mu0 Ms), 0 in an empty cell [m^2/(A J)]
 * @param anisotropy 2 Ku/(mu0 Ms) [A/m]
 * @param axis easy axis by component
 * @param field external field [A/m]
 * @param ghostCosine by axis, of the ghost beyond a missing neighbour
 * @param ghostSine by axis
 * @param turnAxis by axis
 * @param cellSize by axis [m]
 * @param alpha damping
 * @param frozen whether the magnetisation does not move
 * @param gamma0 gyromagnetic ratio [m/(A s)]; 0 leaves the descent direction -m x (m x h)
 * @param xi non-adiabaticity
 * @param dampingLike field of the spin-orbit torque along m x p by drift velocity [A/m / (m/s)], p
 *     = z x j/|j|
 * @param fieldLike the same along p
 */
public record CellCoefficients(
    int[][] neighbour,
    double[][] perp,
    double[][] par,
    double[][] cross,
    double[][] local,
    double[] inverse,
    double[] anisotropy,
    double[][] axis,
    double[] field,
    double[][] ghostCosine,
    double[][] ghostSine,
    int[] turnAxis,
    double[] cellSize,
    double[] alpha,
    boolean[] frozen,
    double gamma0,
    double xi,
    double dampingLike,
    double fieldLike) {}
