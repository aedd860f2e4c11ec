package hopfilm.kernel;

/**
 * The numbers of a uniform film of one layer that the kernels need.
 *
 * <p>Effective field of cell i, with S_k and G_k the sum and difference of the neighbours along k:
 *
 * <pre>
 *   h_c = diagonal_c m_c + weightX_c S_x,c + weightY_c S_y,c + field_c + chiral part
 *   chiral part: h_x += ax Gz_x + ay Gz_y,  h_y += bx Gz_x + by Gz_y,
 *                h_z -= ax Gx_x + ay Gx_y + bx Gy_x + by Gy_y
 * </pre>
 *
 * and the equation of motion dm/dt = -m x (p + m x q), p = p1 h + p2 g, q = q1 h + q2 g, g =
 * (u.grad) m: for the Landau-Lifshitz-Gilbert equation p1 = gamma0/(1 + alpha^2), q1 = alpha p1, p2
 * = -(alpha - xi)/(1 + alpha^2), q2 = (1 + alpha xi)/(1 + alpha^2).
 *
 * @param weightX exchange weight of the neighbours along x by component [A/m]
 * @param weightY the same along y
 * @param diagonal weight of the cell itself, up to a multiple of m that makes no torque
 * @param field external field [A/m]
 * @param chiral ax, ay, bx, by [A/m]
 * @param inverseTwoDx factor of G_x in the gradient, 1/(2 dx) where only first neighbours count
 *     [1/m]
 * @param inverseTwoDy factor of G_y
 * @param motion p1, p2, q1, q2
 * @param far what second neighbours add, null where they do not count
 */
public record FilmCoefficients(
    double[] weightX,
    double[] weightY,
    double[] diagonal,
    double[] field,
    double[] chiral,
    double inverseTwoDx,
    double inverseTwoDy,
    double[] motion,
    Far far) {

  /**
   * The same coefficients for the sum and difference of the second neighbours.
   *
   * @param weightX exchange weight along x by component [A/m]
   * @param weightY the same along y
   * @param chiral ax, ay, bx, by [A/m]
   * @param gradientX factor of the difference along x in the gradient [1/m]
   * @param gradientY the same along y
   */
  public record Far(
      double[] weightX, double[] weightY, double[] chiral, double gradientX, double gradientY) {}
}
