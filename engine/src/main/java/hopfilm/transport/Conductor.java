package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.solver.ConjugateGradient;
import hopfilm.solver.ConjugateResidual;
import hopfilm.solver.FixedNodes;
import hopfilm.solver.LinearOperator;
import hopfilm.solver.LinearSolver;
import hopfilm.solver.Multigrid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.SkewStencil;
import hopfilm.solver.StencilKernel;
import hopfilm.solver.StencilMatrix;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * The film between electrodes, whichever they are: its texture, the matrix that follows from it,
 * and the arrays of the solver. They take nearly all the memory of a flow, and a preconditioner for
 * other electrodes is made anew at the price of one iteration; so all flows through a film may take
 * turns with one conductor.
 */
final class Conductor {

  /**
   * Largest root mean square change of m (in one layer: in its plane) for which the hierarchy of
   * the preconditioner is kept. Then a solution takes one iteration in twelve more; a new hierarchy
   * costs as much as one.
   */
  private static final double STALE = 0.04;

  private final Grid film;
  private final CellMask mask;
  private final AmrConductivity conductivity;
  private final NodeLayout layout;
  private final Parallel parallel;
  private final Stiffness stiffness;
  private final StencilMatrix symmetric;
  private final HallPart hall; // null without
  private SplitElements splitElements; // null until a user needs them
  private final Multigrid multigrid;
  private final LinearSolver solver;
  private final double[] values;
  private final double[] product;
  private final double[] rows;
  private final int filmCells;
  private final double[][] m; // in one layer without Hall currents only its part in the plane
  private final double[][] prepared; // the texture of the preconditioner
  private double[] factor; // of the conductivity of each cell, null for 1
  private double[] preparedFactor; // that of the preconditioner
  private User holder; // whose texture it is
  private User preparedFor;
  private User assembledFor;
  private boolean isAssembled;

  /** One of those who take turns: two users with the same electrodes are still two. */
  static final class User {
    private final FixedNodes fixed;
    private final boolean[] conducts;
    private final SplitCorners split;
    private final FittedContacts fitted;

    /**
     * @param fixed the nodes of its electrodes
     * @param conducts the columns of cells that conduct; null if all do
     * @param split corners at which cells touch, null without
     * @param fitted cells through which rims of contacts go, null where these are of whole corners
     */
    User(FixedNodes fixed, boolean[] conducts, SplitCorners split, FittedContacts fitted) {
      this.fixed = fixed;
      this.conducts =
          fitted != null ? fitted.without() : split != null ? split.without() : conducts;
      this.split = split;
      this.fitted = fitted;
    }

    private boolean hasMatrixOf(User other) {
      return Arrays.equals(conducts, other.conducts)
          && Objects.equals(split, other.split)
          && Objects.equals(fitted, other.fitted);
    }
  }

  Conductor(CellMask mask, AmrConductivity conductivity, Parallel parallel, StencilKernel kernel) {
    this.film = mask.grid();
    this.mask = mask;
    this.parallel = parallel;
    this.conductivity = conductivity;
    boolean isFlat = film.nz() == 1;
    double ratio = conductivity.hallRatio();
    this.layout = ElectrodeNodes.layout(film);
    this.values = new double[layout.length()];
    this.product = new double[layout.length()];
    this.rows = new double[layout.rows()];
    this.filmCells = mask.count();
    this.m = new double[isFlat && ratio == 0 ? 2 : 3][film.cells()];
    this.prepared = new double[isFlat ? 2 : 3][film.cells()];
    double[][] work = {values, product};
    this.stiffness =
        isFlat
            ? new StiffnessMatrix(film, conductivity, layout, work, parallel)
            : new SolidStiffness(film, conductivity, layout, parallel);
    this.symmetric = new StencilMatrix(stiffness.stencil(), kernel);
    double[] spacing = {film.dx(), film.dy(), film.dz()};
    int[] none = {};
    this.multigrid = new Multigrid(layout, spacing, none, kernel, parallel);
    this.hall = ratio == 0 ? null : hall(film, ratio, symmetric, parallel);
    this.solver =
        hall == null
            ? new ConjugateGradient(layout, none, kernel, parallel, product)
            : new ConjugateResidual(layout, none, parallel);
  }

  private static HallPart hall(
      Grid film, double ratio, StencilMatrix symmetric, Parallel parallel) {
    return film.nz() == 1
        ? new HallMatrix(film, ratio, symmetric)
        : new SolidHallMatrix(film, ratio, symmetric, parallel);
  }

  CellMask mask() {
    return mask;
  }

  AmrConductivity conductivity() {
    return conductivity;
  }

  NodeLayout layout() {
    return layout;
  }

  /** The symmetric part of the matrix. */
  StencilMatrix symmetric() {
    return symmetric;
  }

  /** The whole matrix. */
  LinearOperator matrix() {
    return hall == null ? symmetric : hall.matrix();
  }

  Parallel parallel() {
    return parallel;
  }

  /** Work space for a potential. */
  double[] values() {
    return values;
  }

  /** Work space for its product, the solver's as well. */
  double[] product() {
    return product;
  }

  /** Work space, one value a row. */
  double[] rows() {
    return rows;
  }

  /** Components of the texture. */
  double[][] m() {
    return m;
  }

  /** Factor of the conductivity of each cell; null for 1. */
  double[] factor() {
    return factor;
  }

  /** Takes over factors of the conductivity; textures must be given anew where they change. */
  void factor(double[] factors) {
    if (!Arrays.equals(factors, factor)) {
      factor = factors == null ? null : factors.clone();
      isAssembled = false;
      holder = null;
    }
  }

  /** Takes over a texture for a user. */
  void texture(VectorField texture, User user) {
    boolean isSame = isAssembled && user.hasMatrixOf(assembledFor);
    for (int c = 0; c < m.length; c++) {
      double[] from = texture.component(c);
      isSame = isSame && Arrays.equals(from, m[c]);
      if (!isSame) {
        System.arraycopy(from, 0, m[c], 0, from.length);
      }
    }
    holder = user;
    if (!isSame) {
      assemble(m, factor, user, hall);
      isAssembled = true;
      assembledFor = user;
    }
  }

  private void assemble(double[][] texture, double[] factors, User user, HallPart skew) {
    stiffness.assemble(texture, user.conducts, factors);
    if (skew != null) {
      skew.assemble(texture, user.conducts, factors);
      skew.matrix().clearDiagonals();
    }
    if (user.split == null && user.fitted == null) {
      return;
    }
    if (splitElements == null) {
      splitElements = new SplitElements(film, conductivity, layout);
    }
    SkewStencil odd = skew == null ? null : skew.matrix();
    if (odd != null) {
      // once: it sets them to zero, and both kinds of cells add to them
      odd.coupleDiagonals();
    }
    if (user.split != null) {
      splitElements.add(user.split, texture, factors, stiffness.stencil(), odd);
    }
    if (user.fitted != null) {
      splitElements.add(user.fitted, texture, factors, stiffness.stencil(), odd);
    }
  }

  /** True if its texture is the one that this user has set. */
  boolean isHeldBy(User user) {
    return holder == user;
  }

  /** Solves for the values, exact at the user's fixed nodes. */
  LinearSolver solve(User user, double scale, double tolerance, int most) {
    prepare(user);
    solver.fix(user.fixed);
    solver.solve(matrix(), multigrid, values, scale, tolerance, most);
    return solver;
  }

  /** Brings the preconditioner up to date where that pays. */
  private void prepare(User user) {
    if (preparedFor == user && change() <= STALE) {
      return;
    }
    multigrid.fix(user.fixed.all());
    multigrid.update(symmetric.stencil());
    for (int i = 0; i < prepared.length; i++) {
      System.arraycopy(m[i], 0, prepared[i], 0, m[i].length);
    }
    preparedFactor = factor;
    preparedFor = user;
  }

  private double change() {
    int nx = film.nx();
    int count = film.cells() / nx;
    double[] squares = rows.length >= count ? rows : new double[count];
    parallel.forRange(
        count,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            double sum = 0;
            for (int i = 0; i < prepared.length; i++) {
              double[] now = m[i];
              double[] then = prepared[i];
              for (int c = row * nx; c < (row + 1) * nx; c++) {
                sum += (now[c] - then[c]) * (now[c] - then[c]);
              }
            }
            squares[row] = sum;
          }
        });
    double sum = 0;
    for (int row = 0; row < count; row++) {
      sum += squares[row];
    }
    return Math.sqrt(sum / filmCells);
  }

  /** Does work of others in between, after which the preconditioner is as if they had not. */
  void aside(Runnable work) {
    User before = preparedFor;
    double[] keptFactor = preparedFactor;
    double[][] kept = Arrays.stream(prepared).map(double[]::clone).toArray(double[][]::new);
    try {
      work.run();
    } finally {
      holder = null;
      preparedFor = null;
      if (before != null) {
        for (int i = 0; i < kept.length; i++) {
          System.arraycopy(kept[i], 0, prepared[i], 0, kept[i].length);
        }
        preparedFactor = keptFactor;
        remake(before);
      }
    }
  }

  /** Forgets the preconditioner. */
  void forget() {
    preparedFor = null;
  }

  void save(User user, StateWriter out) throws IOException {
    out.part("preconditioner");
    out.flag(preparedFor == user);
    for (int i = 0; preparedFor == user && i < prepared.length; i++) {
      out.numbers(prepared[i]);
    }
    if (preparedFor == user && factor != null) {
      out.numbers(preparedFactor == null ? ones() : preparedFactor);
    }
  }

  /** Makes the preconditioner of the old texture anew; a texture must be taken over afterwards. */
  void restore(User user, StateReader in) throws IOException {
    in.part("preconditioner");
    if (holder == user) {
      holder = null;
    }
    if (preparedFor == user) {
      preparedFor = null;
    }
    if (!in.flag()) {
      return;
    }
    for (double[] component : prepared) {
      in.numbers(component);
    }
    preparedFactor = factor == null ? null : ones();
    if (factor != null) {
      in.numbers(preparedFactor);
    }
    remake(user);
  }

  private double[] ones() {
    double[] ones = new double[film.cells()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Makes the preconditioner of the texture it was made for. */
  private void remake(User user) {
    isAssembled = false;
    holder = null;
    assemble(prepared, preparedFactor, user, null);
    multigrid.fix(user.fixed.all());
    multigrid.update(symmetric.stencil());
    preparedFor = user;
  }
}
