package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import java.util.function.DoubleUnaryOperator;

/**
 * How a material changes with temperature, by its order m_e = 1 - (T/Tc)^1.5,
 *
 * <pre>
 *   Ms ~ m_e,   A ~ m_e^a,   D ~ m_e^d,   Ku ~ m_e^k
 * </pre>
 *
 * counted from the temperature at which the values are given. The law of Bloch, F. Bloch, Z. Phys.
 * 61, 206 (1930), doi:10.1007/BF01339661, made to end at Tc. k = 3 for a uniaxial anisotropy of
 * single ions: H. B. Callen, E. Callen, J. Phys. Chem. Solids 27, 1271 (1966),
 * doi:10.1016/0022-3697(66)90012-6. By the same law l (l + 1)/2 a harmonic of order l = 4 goes as
 * m_e^10. The cubic anisotropy is one. -Ku2 (m.e)^4 is the sum of one of order 4 and of 6/7 Ku2 in
 * the place of Ku, so that with temperature
 *
 * <pre>
 *   Kc1, Ku2 ~ m_e^10,   Ku -> Ku m_e^k + (6/7) Ku2 (m_e^k - m_e^10)
 * </pre>
 *
 * @param curie Tc [K]
 * @param given temperature of the values [K]
 * @param chirality d
 * @param anisotropy k
 */
public record TemperatureLaw(
    double curie, double given, double exchange, double chirality, double anisotropy) {

  /** Power of the order as which harmonics of fourth order in m go. */
  private static final double FOURTH = 10;

  /** Share of Ku2 that is of second order: (m.e)^4 = (8/35) P4 + (4/7) P2 + 1/5. */
  private static final double SHARE_OF_SECOND = 6.0 / 7;

  /** Share of Tc at which a film has lost its order for what it is meant to do. */
  public static final double MAX_SHARE = 0.95;

  /**
   * @throws IllegalArgumentException if the values are given at {@value #MAX_SHARE} of Tc or above,
   *     or a number is not finite
   */
  public TemperatureLaw {
    if (!(given >= 0 && given < MAX_SHARE * curie) || Double.isInfinite(curie)) {
      throw new IllegalArgumentException(
          "values at %g K need a Curie temperature above %g K, not %g K"
              .formatted(given, given / MAX_SHARE, curie));
    }
    if (!Double.isFinite(exchange + chirality + anisotropy)) {
      throw new IllegalArgumentException("the exponents of a material must be finite");
    }
  }

  /** Order at a temperature by that at which the values are given. */
  public double order(double kelvin) {
    return Math.max(0, 1 - Math.pow(kelvin / curie, 1.5)) / (1 - Math.pow(given / curie, 1.5));
  }

  /**
   * A material whose cells are at temperatures.
   *
   * @param rise of each cell above that at which the values are given [K]
   */
  public Material at(Material material, Grid grid, double[] rise) {
    double[] order = new double[rise.length];
    for (int c = 0; c < order.length; c++) {
      order[c] = rise[c] == 0 ? 1 : order(given + rise[c]);
    }
    return new Material(
        scaled(material.Ms(), grid, order, m -> m),
        scaled(material.A(), grid, order, m -> Math.pow(m, exchange)),
        anisotropy(material.anisotropy(), grid, order),
        new Material.Chirality(
            scaled(material.D(), grid, order, m -> Math.pow(m, chirality)), material.dmi()),
        material.alpha(),
        material.torques());
  }

  private Material.Anisotropy anisotropy(Material.Anisotropy a, Grid grid, double[] order) {
    Parameter second = scaled(a.Ku(), grid, order, m -> Math.pow(m, anisotropy));
    FourthOrder given = a.fourth();
    if (given.isNone()) {
      return a.with(second, a.axis());
    }
    ScalarField ku = new ScalarField(grid);
    for (int c = 0; c < order.length; c++) {
      double more = Math.pow(order[c], anisotropy) - Math.pow(order[c], FOURTH);
      ku.values()[c] = second.at(c) + SHARE_OF_SECOND * given.Ku2().at(c) * more;
    }
    FourthOrder fourth =
        new FourthOrder(
            scaled(given.Ku2(), grid, order, m -> Math.pow(m, FOURTH)),
            scaled(given.Kc1(), grid, order, m -> Math.pow(m, FOURTH)),
            given.cubic());
    return new Material.Anisotropy(Parameter.of(ku), a.axis(), fourth);
  }

  private static Parameter scaled(
      Parameter p, Grid grid, double[] order, DoubleUnaryOperator power) {
    ScalarField field = new ScalarField(grid);
    for (int c = 0; c < order.length; c++) {
      field.values()[c] = order[c] == 1 ? p.at(c) : p.at(c) * power.applyAsDouble(order[c]);
    }
    return Parameter.of(field);
  }
}
