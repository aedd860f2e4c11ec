package hopfilm.kernel;

/**
 * The numbers of a magnet whose material varies, of several layers, with a tilted easy axis or
 * frozen cells, by cell in the order of the grid.
 *
 * @param reach how many cells away the farthest bonds end, 1 or 2; those of length n along axis k
 *     are number b = 3 (n - 1) + k
 * @param neighbour for each b, entry 2b the cell below and 2b + 1 the cell above that these bonds
 *     lead to, -1 where there is none
 * @param gradient weight of the difference of the n-th neighbours in (u.grad) m, in units of 1/(2
 *     dx), by n - 1
 * @param perp perpendicular coefficient of the bond from a cell upwards, by b [J/m^3]
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
    int reach,
    int[][] neighbour,
    double[] gradient,
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
