package hopfilm.magnet;

/**
 * What an anisotropy has beyond its second order in m:
 *
 * <pre>
 *   w = -Ku2 (m.e)^4 + Kc1 (a1^2 a2^2 + a2^2 a3^2 + a3^2 a1^2)
 * </pre>
 *
 * with the {@link EasyAxis} e of the uniaxial anisotropy, and a_i the components of m along the
 * cubic axes. The signs are those of mumax3 (A. Vansteenkiste et al., AIP Adv. 4, 107133 (2014),
 * doi:10.1063/1.4899186): Ku2 above 0 makes e easier, Kc1 above 0 makes the cubic axes easy and
 * below 0 the diagonals of the cube.
 *
 * @param Ku2 uniaxial [J/m^3]
 * @param Kc1 cubic [J/m^3]
 * @param cubic the first and the second cubic axis, at right angles; the third is their cross
 *     product
 */
public record FourthOrder(Parameter Ku2, Parameter Kc1, Cubic cubic) {

  /** A material without. */
  public static final FourthOrder NONE =
      new FourthOrder(Parameter.of(0), Parameter.of(0), new Cubic(x(), y()));

  /** The first two cubic axes. */
  public record Cubic(EasyAxis.Uniform first, EasyAxis.Uniform second) {
    /**
     * @throws IllegalArgumentException if they are not at right angles
     */
    public Cubic {
      double cosine = first.x() * second.x() + first.y() * second.y() + first.z() * second.z();
      if (!(Math.abs(cosine) <= 1e-9)) {
        throw new IllegalArgumentException("the cubic axes must be at right angles");
      }
    }

    /** Component c of axis number i. */
    public double at(int i, int c) {
      if (i < 2) {
        return (i == 0 ? first : second).at(c, 0);
      }
      int p = (c + 1) % 3;
      int q = (c + 2) % 3;
      return first.at(p, 0) * second.at(q, 0) - first.at(q, 0) * second.at(p, 0);
    }
  }

  private static EasyAxis.Uniform x() {
    return new EasyAxis.Uniform(1, 0, 0);
  }

  private static EasyAxis.Uniform y() {
    return new EasyAxis.Uniform(0, 1, 0);
  }

  /** Whether all of it is zero. */
  public boolean isNone() {
    return Ku2.maxAbs() == 0 && Kc1.maxAbs() == 0;
  }

  /** Whether it is the same in all cells. */
  public boolean isUniform() {
    return Ku2.isUniform() && Kc1.isUniform();
  }
}
