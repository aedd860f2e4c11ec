package hopfilm.kernel;

/**
 * The numbers that all cells of a film have in common.
 *
 * <p>Effective field of a cell, with S_k and G_k the sum and difference of its neighbours along
 * axis k, z only where there are several layers:
 *
 * <pre>
 *   h_c = diagonal_c m_c + sum_k weight_kc S_k,c + field_c + chiral part
 *   chiral part: h_x += a0 G_x,z + a1 G_y,z + a2 G_z,y,   h_y += b0 G_x,z + b1 G_y,z - a2 G_z,x,
 *                h_z -= a0 G_x,x + a1 G_y,x + b0 G_x,y + b1 G_y,y
 * </pre>
 *
 * and the equation of motion dm/dt = -m x (p + m x q), p = p1 h + p2 g, q = q1 h + q2 g, g =
 * (u.grad) m: for the Landau-Lifshitz-Gilbert equation p1 = gamma0/(1 + alpha^2), q1 = alpha p1, p2
 * = -(alpha - xi)/(1 + alpha^2), q2 = (1 + alpha xi)/(1 + alpha^2).
 *
 * <p>m of an empty cell is the zero vector: with it a missing bond inside the film adds the same
 * multiple of m as one beyond an edge, which makes no torque, and needs no numbers of its own.
 *
 * @param near what first neighbours add
 * @param far what second neighbours add, null where they do not count
 * @param diagonal weight of the cell itself, up to a multiple of m that makes no torque
 * @param field external field [A/m]
 * @param motion p1, p2, q1, q2
 * @param spinOrbit field of the spin-orbit torque
 */
public record FilmCoefficients(
    Neighbours near,
    Neighbours far,
    double[] diagonal,
    double[] field,
    double[] motion,
    CellCoefficients.SpinOrbit spinOrbit) {

  /**
   * Coefficients of the sum and difference of the neighbours at one distance: [A/m], or [J/m^3]
   * where Ms varies, see {@link VaryingCoefficients}.
   *
   * @param weight exchange weight of component c along axis k, entry 3 k + c
   * @param chiral a0, b0, a1, b1, a2
   * @param gradient factor of the difference along each axis in the gradient, 1/(2 dx) where only
   *     first neighbours count [1/m]
   */
  public record Neighbours(double[] weight, double[] chiral, double[] gradient) {}
}
