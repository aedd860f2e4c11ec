package hopfilm.units;

/**
 * Exponents of the base units in a unit. The angle counts as a base quantity, so that degrees are
 * not taken for a fraction.
 */
record Exponents(int kg, int m, int s, int a, int k, int rad) {

  static final Exponents NONE = new Exponents(0, 0, 0, 0, 0, 0);

  /** Beyond any quantity of physics; keeps the arithmetic of nested powers small. */
  private static final int LIMIT = 24;

  Exponents {
    for (int e : new int[] {kg, m, s, a, k, rad}) {
      if (Math.abs(e) > LIMIT) {
        throw new ArithmeticException("exponent " + e);
      }
    }
  }

  /** Exponents of this unit times the n-th power of another. */
  Exponents times(Exponents o, int n) {
    return new Exponents(
        kg + n * o.kg, m + n * o.m, s + n * o.s, a + n * o.a, k + n * o.k, rad + n * o.rad);
  }

  /** The product of base units, for example {@code kg m^2 s^-3 A^-1}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    String[] names = {"kg", "m", "s", "A", "K", "rad"};
    int[] powers = {kg, m, s, a, k, rad};
    for (int i = 0; i < names.length; i++) {
      if (powers[i] != 0) {
        out.append(out.isEmpty() ? "" : " ").append(names[i]);
        out.append(powers[i] == 1 ? "" : "^" + powers[i]);
      }
    }
    return out.toString();
  }
}
