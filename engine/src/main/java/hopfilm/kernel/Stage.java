package hopfilm.kernel;

/**
 * What to do with F = dm/dt: the arguments of one kernel call.
 *
 * @param kind which of the three outputs
 * @param m where F is taken
 * @param base added to weight F; the m of before the step
 * @param first m of the second stage of the step, for the last stage only
 * @param second m of the third, for the last stage only
 * @param next receives the next stage, the new m, or F
 * @param drift drift velocity or null
 * @param s extrapolation factor of the drift
 * @param field external field, three components [A/m]
 * @param weight of F
 */
record Stage(
    Kind kind,
    PaddedField m,
    PaddedField base,
    PaddedField first,
    PaddedField second,
    PaddedField next,
    Drift drift,
    double s,
    double[] field,
    double weight) {

  enum Kind {
    /** F. */
    RIGHT_HAND_SIDE,
    /** base + weight F. */
    MIDDLE,
    /** v / |v| with v = (first + 2 second + m - base) / 3 + weight F. */
    LAST
  }

  /** Leaves cell i of a row as it is, to the bit. */
  void keep(RowStarts at, int i) {
    int n = at.next + i;
    boolean isRate = kind == Kind.RIGHT_HAND_SIDE;
    int o = at.m + i;
    next.x()[n] = isRate ? 0 : base.x()[o];
    next.y()[n] = isRate ? 0 : base.y()[o];
    next.z()[n] = isRate ? 0 : base.z()[o];
  }

  /** Uses F of cell i of a row. */
  void finish(RowStarts at, int i, double fx, double fy, double fz) {
    int n = at.next + i;
    int o = at.m + i;
    switch (kind) {
      case RIGHT_HAND_SIDE -> {
        next.x()[n] = fx;
        next.y()[n] = fy;
        next.z()[n] = fz;
      }
      case MIDDLE -> {
        next.x()[n] = base.x()[o] + weight * fx;
        next.y()[n] = base.y()[o] + weight * fy;
        next.z()[n] = base.z()[o] + weight * fz;
      }
      case LAST -> {
        double x = sum(first.x(), second.x(), m.x(), base.x(), o) + weight * fx;
        double y = sum(first.y(), second.y(), m.y(), base.y(), o) + weight * fy;
        double z = sum(first.z(), second.z(), m.z(), base.z(), o) + weight * fz;
        double r = Math.sqrt(x * x + y * y + z * z);
        if (r == 0) {
          r = 1; // an empty cell stays empty
        }
        next.x()[n] = x / r;
        next.y()[n] = y / r;
        next.z()[n] = z / r;
      }
    }
  }

  private static double sum(double[] a, double[] b, double[] c, double[] base, int i) {
    return (a[i] + 2 * b[i] + (c[i] - base[i])) * (1 / 3.0);
  }
}
