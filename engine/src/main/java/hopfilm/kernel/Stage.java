package hopfilm.kernel;

/**
 * The arguments of one kernel call: where F = dm/dt is taken, and what becomes of it.
 *
 * @param kind which of the three outputs
 * @param m where F is taken
 * @param base added to weight F; the m of before the step
 * @param first m of the second stage of the step, for the last stage only
 * @param second m of the third, for the last stage only
 * @param next receives the next stage, the new m, or F
 * @param weight of F
 */
record Stage(
    Kind kind,
    PaddedField m,
    PaddedField base,
    PaddedField first,
    PaddedField second,
    PaddedField next,
    Drive drive,
    double weight) {

  /**
   * The drives of a stage.
   *
   * @param drift drift velocity or null
   * @param since time since the potential was solved [s]; 0 for a given drift
   * @param field external field, three components [A/m]
   * @param added field that varies from cell to cell, null for none [A/m]
   * @param through current density through the film [A/m^2]
   */
  record Drive(Drift drift, double since, double[] field, PaddedField added, double through) {}

  enum Kind {
    /** F. */
    RIGHT_HAND_SIDE,
    /** base + weight F. */
    MIDDLE,
    /** v / |v| with v = (first + 2 second + m - base) / 3 + weight F. */
    LAST
  }

  /** F itself. */
  static Stage rightHandSide(PaddedField m, Drive drive, PaddedField out) {
    return new Stage(Kind.RIGHT_HAND_SIDE, m, m, m, m, out, drive, 1);
  }

  static Stage middle(
      PaddedField m, PaddedField base, Drive drive, double weight, PaddedField next) {
    return new Stage(Kind.MIDDLE, m, base, m, m, next, drive, weight);
  }

  Drift drift() {
    return drive.drift;
  }

  double since() {
    return drive.since;
  }

  double[] field() {
    return drive.field;
  }

  PaddedField added() {
    return drive.added;
  }

  double through() {
    return drive.through;
  }

  /** Leaves cell i of a row as it is, to the bit, and writes it to cell n of {@code out}. */
  void keep(RowStarts at, int i, PaddedField out, int n) {
    boolean isRate = kind == Kind.RIGHT_HAND_SIDE;
    int o = at.m + i;
    out.x()[n] = isRate ? 0 : base.x()[o];
    out.y()[n] = isRate ? 0 : base.y()[o];
    out.z()[n] = isRate ? 0 : base.z()[o];
  }

  /** Uses F of cell i of a row and writes what the stage makes to cell n of {@code out}. */
  void finish(RowStarts at, int i, PaddedField out, int n, double fx, double fy, double fz) {
    int o = at.m + i;
    switch (kind) {
      case RIGHT_HAND_SIDE -> {
        out.x()[n] = fx;
        out.y()[n] = fy;
        out.z()[n] = fz;
      }
      case MIDDLE -> {
        out.x()[n] = base.x()[o] + weight * fx;
        out.y()[n] = base.y()[o] + weight * fy;
        out.z()[n] = base.z()[o] + weight * fz;
      }
      case LAST -> {
        double x = sum(first.x(), second.x(), m.x(), base.x(), o) + weight * fx;
        double y = sum(first.y(), second.y(), m.y(), base.y(), o) + weight * fy;
        double z = sum(first.z(), second.z(), m.z(), base.z(), o) + weight * fz;
        double r = Math.sqrt(x * x + y * y + z * z);
        if (r == 0) {
          r = 1; // an empty cell stays empty
        }
        out.x()[n] = x / r;
        out.y()[n] = y / r;
        out.z()[n] = z / r;
      }
    }
  }

  private static double sum(double[] a, double[] b, double[] c, double[] base, int i) {
    return (a[i] + 2 * b[i] + (c[i] - base[i])) * (1 / 3.0);
  }
}
