package hopfilm.transport;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.ConjugateGradient;
import hopfilm.solver.Multigrid;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.Parallel;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.StencilKernel;
import java.util.Arrays;
import java.util.List;

/**
 * The current in a film between electrodes.
 *
 * <pre>
 *   div j = 0,  j = Sigma(m) E,  E = -grad V
 *   V = V_k on electrode k,  j.n = 0 on all other edges
 * </pre>
 *
 * <p>m and so Sigma ({@link AmrConductivity}) are constant in each cell, V lives on the cell
 * corners and is bilinear between them ({@link StiffnessMatrix}). The current of an electrode is
 * the sum of thickness s_perp K V over its corners. So G is symmetric, its rows sum to zero, and
 * sum V_i I_i is the Joule heat: all to rounding, whatever the cell size.
 *
 * <p>A potential is an array of one value [V] a cell corner, corner (i, j) at i + j (nx + 1). Along
 * a periodic axis the last corner is the first one and left out: nx in place of nx + 1, ny in place
 * of ny + 1.
 *
 * <p>An object keeps the work arrays of its solver: one thread at a time may use it.
 */
public final class CurrentFlow {
  private static final int MOST_ITERATIONS = 2000;

  /**
   * Largest root mean square change of (m_x, m_y) for which the hierarchy of the preconditioner is
   * kept. Then a solution takes one iteration in twelve more; a new hierarchy costs as much as one.
   */
  private static final double STALE = 0.04;

  private final Grid film;
  private final AmrConductivity conductivity;
  private final List<Electrode> electrodes;
  private final NodeLayout layout;
  private final ElectrodeNodes nodes;
  private final StiffnessMatrix stiffness;
  private final Multigrid multigrid;
  private final ConjugateGradient solver;
  private final UnitPotentials unitPotentials;
  private final double[] values;
  private final double[] product;
  private final double[] rows;
  private final double[] mx;
  private final double[] my;
  private final double[] staleX;
  private final double[] staleY;
  private boolean textured;
  private boolean prepared;

  /**
   * A flow computed by plain loops.
   *
   * @param film the cells, of one layer
   * @param conductivity of the film
   * @param electrodes at least two, apart from each other
   * @param parallel the threads
   * @throws IllegalArgumentException if the film has several layers or the electrodes do not fit
   */
  public CurrentFlow(
      Grid film, AmrConductivity conductivity, List<Electrode> electrodes, Parallel parallel) {
    this(film, conductivity, electrodes, parallel, new PlainStencilKernel());
  }

  /**
   * @param film the cells, of one layer
   * @param conductivity of the film
   * @param electrodes at least two, apart from each other
   * @param parallel the threads
   * @param kernel the loops
   * @throws IllegalArgumentException if the film has several layers or the electrodes do not fit
   */
  public CurrentFlow(
      Grid film,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      StencilKernel kernel) {
    if (film.nz() != 1) {
      throw new IllegalArgumentException(
          "currents are computed in films of one layer; this grid has %d".formatted(film.nz()));
    }
    this.film = film;
    this.conductivity = conductivity;
    this.electrodes = List.copyOf(electrodes);
    boolean wrapX = film.edgesX() == Edges.PERIODIC;
    boolean wrapY = film.edgesY() == Edges.PERIODIC;
    this.layout =
        new NodeLayout(film.nx() + (wrapX ? 0 : 1), film.ny() + (wrapY ? 0 : 1), wrapX, wrapY);
    this.nodes = new ElectrodeNodes(film, layout, this.electrodes);
    this.stiffness = new StiffnessMatrix(film, conductivity.ratio(), layout, kernel, parallel);
    this.multigrid = new Multigrid(layout, film.dx(), film.dy(), nodes.all(), kernel, parallel);
    this.solver = new ConjugateGradient(layout, nodes.all(), parallel);
    this.unitPotentials = new UnitPotentials(this);
    this.values = new double[layout.length()];
    this.product = new double[layout.length()];
    this.rows = new double[layout.ny()];
    this.mx = new double[film.cells()];
    this.my = new double[film.cells()];
    this.staleX = new double[film.cells()];
    this.staleY = new double[film.cells()];
  }

  public Grid film() {
    return film;
  }

  public AmrConductivity conductivity() {
    return conductivity;
  }

  public List<Electrode> electrodes() {
    return electrodes;
  }

  /** Number of values of a potential. */
  public int potentialLength() {
    return layout.nodes();
  }

  /**
   * Takes over a magnetisation: all that follows is for its conductivity.
   *
   * @param m unit vectors on the film's cells; copied
   */
  public void texture(VectorField m) {
    if (m.grid().nx() != film.nx() || m.grid().ny() != film.ny() || m.grid().nz() != 1) {
      throw new IllegalArgumentException(
          "the magnetisation has %d x %d x %d cells, the film %d x %d x 1"
              .formatted(m.grid().nx(), m.grid().ny(), m.grid().nz(), film.nx(), film.ny()));
    }
    System.arraycopy(m.x(), 0, mx, 0, mx.length);
    System.arraycopy(m.y(), 0, my, 0, my.length);
    stiffness.assemble(mx, my);
    textured = true;
  }

  /**
   * Solves for the potential.
   *
   * @param voltages of the electrodes [V]
   * @param potential first guess (zeros will do); receives the solution [V]
   * @param tolerance bound of the currents left over at the corners, root of the sum of squares,
   *     relative to the same of the currents at the electrodes' corners; E is then right to about a
   *     fifth of it, in root mean square, and the power to its square
   * @throws IllegalStateException if there is no texture yet or the result is not a number
   */
  public Solution solve(double[] voltages, double[] potential, double tolerance) {
    vet(voltages);
    prepare();
    double low = voltages[0];
    double high = voltages[0];
    for (double v : voltages) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    if (low == high) {
      Arrays.fill(potential, low);
      return new Solution(0, 0);
    }
    // About the middle, so that rounding is relative to the differences that drive the current.
    double middle = .5 * (low + high);
    spread(potential, middle);
    for (int e = 0; e < voltages.length; e++) {
      for (int k : nodes.of(e)) {
        values[k] = voltages[e] - middle;
      }
    }
    solver.solve(
        stiffness.stencil(), multigrid, values, 2 / (high - low), tolerance, MOST_ITERATIONS);
    if (Double.isNaN(solver.residual())) {
      throw new IllegalStateException(
          "the potential is not a number: the magnetisation or the first guess is not finite");
    }
    for (int j = 0; j < layout.ny(); j++) {
      for (int i = 0; i < layout.nx(); i++) {
        potential[i + layout.nx() * j] = values[layout.index(i, j)] + middle;
      }
    }
    for (int e = 0; e < voltages.length; e++) {
      for (int k : nodes.of(e)) {
        potential[layout.flat(k)] = voltages[e];
      }
    }
    return new Solution(solver.iterations(), solver.residual());
  }

  private void vet(double[] voltages) {
    if (voltages.length != electrodes.size()) {
      throw new IllegalArgumentException(
          "%d voltages for %d electrodes".formatted(voltages.length, electrodes.size()));
    }
    for (int e = 0; e < voltages.length; e++) {
      if (!Double.isFinite(voltages[e])) {
        throw new IllegalArgumentException(
            "the voltage of electrode '%s' is %g V; it must be finite"
                .formatted(electrodes.get(e).name(), voltages[e]));
      }
    }
  }

  private void needTexture() {
    if (!textured) {
      throw new IllegalStateException("the flow has no magnetisation yet: call texture first");
    }
  }

  /** Brings the preconditioner up to date where that pays. */
  private void prepare() {
    needTexture();
    if (prepared) {
      double sum = 0;
      for (int c = 0; c < mx.length; c++) {
        double x = mx[c] - staleX[c];
        double y = my[c] - staleY[c];
        sum += x * x + y * y;
      }
      if (sum <= STALE * STALE * mx.length) {
        return;
      }
    }
    multigrid.update(stiffness.stencil());
    System.arraycopy(mx, 0, staleX, 0, mx.length);
    System.arraycopy(my, 0, staleY, 0, my.length);
    prepared = true;
  }

  /**
   * Forgets the past: what is computed next depends to the last bit on the texture, the voltages
   * and the guess alone, not on what was computed before.
   */
  public void forget() {
    prepared = false;
    unitPotentials.forget();
  }

  private void spread(double[] potential, double less) {
    if (potential.length != layout.nodes()) {
      throw new IllegalArgumentException(
          "a potential on %d x %d corners has %d values, not %d"
              .formatted(layout.nx(), layout.ny(), layout.nodes(), potential.length));
    }
    for (int j = 0; j < layout.ny(); j++) {
      for (int i = 0; i < layout.nx(); i++) {
        values[layout.index(i, j)] = potential[i + layout.nx() * j] - less;
      }
    }
    layout.fillGhosts(values);
  }

  /** Conductance of a square of the film across m [S]. */
  private double sheet() {
    return film.sizeZ() * conductivity.sPerp();
  }

  /** Currents into the film at the electrodes [A]. */
  public double[] currents(double[] potential) {
    needTexture();
    spread(potential, 0);
    double[] currents = new double[electrodes.size()];
    for (int e = 0; e < currents.length; e++) {
      double sum = 0;
      for (int k : nodes.of(e)) {
        sum += stiffness.stencil().applyAt(values, k);
      }
      currents[e] = sheet() * sum;
    }
    return currents;
  }

  /** Joule heat, the integral of E.Sigma E over the film [W]. */
  public double power(double[] potential) {
    needTexture();
    spread(potential, 0);
    stiffness.stencil().apply(values, product, rows, 0, layout.ny());
    double sum = 0;
    for (double row : rows) {
      sum += row;
    }
    return sheet() * sum;
  }

  /**
   * Electric field at the cell centres, the bilinear potential's [V/m].
   *
   * @param potential the potential
   * @param ex receives E_x, one value a cell
   * @param ey receives E_y
   */
  public void electricField(double[] potential, double[] ex, double[] ey) {
    int nx = film.nx();
    for (int j = 0; j < film.ny(); j++) {
      int low = layout.nx() * j;
      int high = layout.nx() * (j + 1 < layout.ny() ? j + 1 : 0);
      for (int i = 0; i < nx; i++) {
        int next = i + 1 < layout.nx() ? i + 1 : 0;
        double v00 = potential[low + i];
        double v10 = potential[low + next];
        double v01 = potential[high + i];
        double v11 = potential[high + next];
        ex[i + nx * j] = .5 * ((v00 - v10) + (v01 - v11)) / film.dx();
        ey[i + nx * j] = .5 * ((v00 - v01) + (v10 - v11)) / film.dy();
      }
    }
  }

  /** Current density at the cell centres, in the plane of the film [A/m^2]. */
  public VectorField currentDensity(double[] potential) {
    needTexture();
    VectorField j = new VectorField(film);
    electricField(potential, j.x(), j.y());
    double s = conductivity.sPerp();
    double r = conductivity.ratio();
    for (int c = 0; c < mx.length; c++) {
      double along = r * (mx[c] * j.x()[c] + my[c] * j.y()[c]);
      j.x()[c] = s * (j.x()[c] + along * mx[c]);
      j.y()[c] = s * (j.y()[c] + along * my[c]);
    }
    return j;
  }

  /** Conductances between the electrodes; starts from the potentials of the previous call. */
  public ConductanceMatrix conductanceMatrix() {
    return unitPotentials.conductanceMatrix();
  }
}
