package hopfilm.heat;

/** Numbers that have to be above 0. */
final class Positive {

  private Positive() {}

  static void require(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "the %s is %g; it must be above 0 and finite".formatted(name, value));
    }
  }
}
