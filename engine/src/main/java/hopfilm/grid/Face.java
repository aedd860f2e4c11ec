package hopfilm.grid;

/** A face of a grid, by the axis that stands on it; points on it have the two other coordinates. */
public enum Face {
  LOW_X(0, false),
  HIGH_X(0, true),
  LOW_Y(1, false),
  HIGH_Y(1, true),
  LOW_Z(2, false),
  HIGH_Z(2, true);

  private final int axis;
  private final boolean isHigh;

  Face(int axis, boolean isHigh) {
    this.axis = axis;
    this.isHigh = isHigh;
  }

  /** The axis that stands on it: 0 (x), 1 (y) or 2 (z). */
  public int axis() {
    return axis;
  }

  /** True if it lies at the high end of its axis. */
  public boolean isHigh() {
    return isHigh;
  }

  /** The axis of the first coordinate on it. */
  public int first() {
    return axis == 0 ? 1 : 0;
  }

  /** The axis of the second coordinate on it. */
  public int second() {
    return axis == 2 ? 1 : 2;
  }

  /** Its name: -x, +x and so on. */
  @Override
  public String toString() {
    return (isHigh ? "+" : "-") + "xyz".charAt(axis);
  }
}
