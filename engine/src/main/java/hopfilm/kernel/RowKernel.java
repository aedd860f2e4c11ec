package hopfilm.kernel;

/** A kernel that works row by row and fills the ghosts after each. */
abstract class RowKernel implements LlgKernel {

  private final PaddedLayout layout;
  private final Ghosts ghosts;
  private final boolean[] empty;
  private PaddedField added;
  private double through;

  /**
   * @param empty which cells have no film, null if all have
   */
  RowKernel(PaddedLayout layout, Ghosts ghosts, boolean[] empty) {
    this.layout = layout;
    this.ghosts = ghosts;
    this.empty = empty;
  }

  /** Computes one row. */
  abstract void row(Stage stage, RowStarts at, Object scratch);

  /**
   * True if a row may stand in arrays of a few rows, its neighbours where {@link RowStarts} says.
   */
  boolean worksOnFewRows() {
    return false;
  }

  /** The external field that the rows read: three components [A/m]. */
  abstract double[] externalField();

  /** The field that was set last by {@link #addedField(PaddedField)}, null for none. */
  final PaddedField addedField() {
    return added;
  }

  /** The current density that was set last by {@link #through(double)} [A/m^2]. */
  final double through() {
    return through;
  }

  /** Working space for the rows of one call. */
  Object scratch() {
    return null;
  }

  Ghosts ghosts() {
    return ghosts;
  }

  @Override
  public final PaddedLayout layout() {
    return layout;
  }

  @Override
  public final void rightHandSide(
      PaddedField m, Drift drift, double since, PaddedField out, int from, int to) {
    run(Stage.rightHandSide(m, drive(drift, since), out), from, to);
  }

  @Override
  public final void stage(
      PaddedField m,
      PaddedField base,
      PaddedField next,
      Drift drift,
      double since,
      double weight,
      int from,
      int to) {
    run(Stage.middle(m, base, drive(drift, since), weight, next), from, to);
  }

  @Override
  public final void lastStage(
      PaddedField first,
      PaddedField second,
      PaddedField third,
      PaddedField m,
      Drift drift,
      double since,
      double weight,
      int from,
      int to) {
    run(
        new Stage(Stage.Kind.LAST, third, m, first, second, m, drive(drift, since), weight),
        from,
        to);
  }

  @Override
  public final void fillGhosts(PaddedField m) {
    for (int cell = 0; empty != null && cell < empty.length; cell++) {
      if (empty[cell]) {
        int i = layout.start(cell / layout.grid().nx()) + cell % layout.grid().nx();
        m.x()[i] = 0;
        m.y()[i] = 0;
        m.z()[i] = 0;
      }
    }
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

  @Override
  public final void addedField(PaddedField field) {
    added = field;
  }

  @Override
  public final void through(double density) {
    through = density;
  }

  private Stage.Drive drive(Drift drift, double since) {
    return new Stage.Drive(drift, since, externalField(), added, through);
  }

  private void run(Stage stage, int from, int to) {
    boolean state = stage.kind() != Stage.Kind.RIGHT_HAND_SIDE;
    Object scratch = scratch();
    RowStarts at = new RowStarts();
    for (int row = from; row < to; row++) {
      at.ofFilm(layout, row);
      row(stage, at, scratch);
      if (state) {
        ghosts.fill(stage.next(), row);
      }
    }
  }
}
