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
 * @param near what first neighbours add
 * @param far what second neighbours add, null where they do not count
 * @param diagonal weight of the cell itself, up to a multiple of m that makes no torque
 * @param field external field [A/m]
 * @param motion p1, p2, q1, q2
 */
public record FilmCoefficients(
    Neighbours near, Neighbours far, double[] diagonal, double[] field, double[] motion) {

  /**
   * Coefficients of the sum and difference of the neighbours at one distance.
   *
   * @param weightX exchange weight along x by component [A/m]
   * @param weightY exchange weight along y by component [A/m]
   * @param chiral ax, ay, bx, by [A/m]
   * @param gradientX factor of the difference along x in the gradient, 1/(2 dx) where only first
   *     neighbours count [1/m]
   * @param gradientY factor of the difference along y
   */
  public record Neighbours(
      double[] weightX, double[] weightY, double[] chiral, double gradientX, double gradientY) {}
}
