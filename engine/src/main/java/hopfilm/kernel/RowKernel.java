package hopfilm.kernel;

/** A kernel that works row by row and fills the ghosts after each. */
abstract class RowKernel implements LlgKernel {

  private final PaddedLayout layout;
  private final Ghosts ghosts;

  RowKernel(PaddedLayout layout, Ghosts ghosts) {
    this.layout = layout;
    this.ghosts = ghosts;
  }

  /** Computes row {@code row}, whose cell 0 has the index start. */
  abstract void row(Stage stage, int row, int start, Object scratch);

  /** The external field that the rows read: three components [A/m]. */
  abstract double[] externalField();

  /** Working space for the rows of one call. */
  Object scratch() {
    return null;
  }

  @Override
  public final PaddedLayout layout() {
    return layout;
  }

  @Override
  public final void rightHandSide(
      PaddedField m, Drift drift, double s, PaddedField out, int from, int to) {
    run(new Stage(Stage.Kind.RIGHT_HAND_SIDE, m, m, m, out, out, drift, s, 0, 0), from, to);
  }

  @Override
  public final void stage(
      PaddedField m,
      PaddedField base,
      PaddedField sumIn,
      PaddedField sum,
      PaddedField next,
      Drift drift,
      double s,
      double b,
      double c,
      int from,
      int to) {
    run(new Stage(Stage.Kind.MIDDLE, m, base, sumIn, sum, next, drift, s, b, c), from, to);
  }

  @Override
  public final void lastStage(
      PaddedField m,
      PaddedField sum,
      PaddedField next,
      Drift drift,
      double s,
      double b,
      int from,
      int to) {
    run(new Stage(Stage.Kind.LAST, m, m, sum, next, next, drift, s, b, 0), from, to);
  }

  @Override
  public final void fillGhosts(PaddedField m) {
    fillGhosts(m, 0, layout.rows());
  }

  @Override
  public final void fillGhosts(PaddedField m, int from, int to) {
    for (int row = from; row < to; row++) {
      ghosts.fill(m, row);
    }
  }

  @Override
  public final void externalField(double x, double y, double z) {
    double[] h = externalField();
    h[0] = x;
    h[1] = y;
    h[2] = z;
  }

  private void run(Stage stage, int from, int to) {
    boolean state = stage.kind() != Stage.Kind.RIGHT_HAND_SIDE;
    Object scratch = scratch();
    for (int row = from; row < to; row++) {
      row(stage, row, layout.start(row), scratch);
      if (state) {
        ghosts.fill(stage.next(), row);
      }
    }
  }
}
