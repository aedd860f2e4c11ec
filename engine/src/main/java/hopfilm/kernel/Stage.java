package hopfilm.kernel;

/**
 * What to do with F = dm/dt: the arguments of one kernel call.
 *
 * @param kind which of the three outputs
 * @param m where F is taken
 * @param base added to c F for the next stage
 * @param sumIn added to b F for the sum
 * @param sum receives the sum
 * @param next receives the next stage, the new m, or F
 * @param drift drift velocity or null
 * @param s extrapolation factor of the drift
 * @param b weight of F in the sum
 * @param c weight of F in the next stage
 */
record Stage(
    Kind kind,
    PaddedField m,
    PaddedField base,
    PaddedField sumIn,
    PaddedField sum,
    PaddedField next,
    Drift drift,
    double s,
    double b,
    double c) {

  enum Kind {
    RIGHT_HAND_SIDE,
    MIDDLE,
    LAST
  }

  /** Leaves one cell as it is, to the bit. */
  void keep(int i) {
    if (kind == Kind.RIGHT_HAND_SIDE) {
      next.x()[i] = next.y()[i] = next.z()[i] = 0;
      return;
    }
    PaddedField now = kind == Kind.MIDDLE ? base : sumIn;
    next.x()[i] = now.x()[i];
    next.y()[i] = now.y()[i];
    next.z()[i] = now.z()[i];
    if (kind == Kind.MIDDLE) {
      sum.x()[i] = sumIn.x()[i];
      sum.y()[i] = sumIn.y()[i];
      sum.z()[i] = sumIn.z()[i];
    }
  }

  /** Uses F of one cell. */
  void finish(int i, double fx, double fy, double fz) {
    switch (kind) {
      case RIGHT_HAND_SIDE -> {
        next.x()[i] = fx;
        next.y()[i] = fy;
        next.z()[i] = fz;
      }
      case MIDDLE -> {
        sum.x()[i] = sumIn.x()[i] + b * fx;
        sum.y()[i] = sumIn.y()[i] + b * fy;
        sum.z()[i] = sumIn.z()[i] + b * fz;
        next.x()[i] = base.x()[i] + c * fx;
        next.y()[i] = base.y()[i] + c * fy;
        next.z()[i] = base.z()[i] + c * fz;
      }
      case LAST -> {
        double x = sumIn.x()[i] + b * fx;
        double y = sumIn.y()[i] + b * fy;
        double z = sumIn.z()[i] + b * fz;
        double r = Math.sqrt(x * x + y * y + z * z);
        if (r == 0) {
          r = 1; // an empty cell stays empty
        }
        next.x()[i] = x / r;
        next.y()[i] = y / r;
        next.z()[i] = z / r;
      }
    }
  }
}
