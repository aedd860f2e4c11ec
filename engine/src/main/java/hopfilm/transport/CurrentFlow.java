package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.solver.NodeLayout;
import hopfilm.solver.PlainStencilKernel;
import hopfilm.solver.StencilKernel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.Electrode.Drive;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The current in a film between electrodes.
 *
 * <pre>
 *   div j = 0,  j = Sigma(m) E,  E = -grad V
 *   V = V_k - R_k I_k on electrode k,  j.n = 0 on all other edges
 * </pre>
 *
 * <p>V_k is the voltage applied to electrode k, R_k its contact resistance and I_k the current into
 * the film there. Where a current drives the electrode I_k is given instead of V_k, and I_k = 0
 * where it floats ({@link Electrode.Drive}); without any given voltage the mean of V_k is 0.
 *
 * <p>m and so Sigma ({@link AmrConductivity}) are constant in each cell, V lives on the cell
 * corners and is bilinear between them ({@link StiffnessMatrix}), or trilinear in a film of several
 * layers ({@link SolidStiffness}), whose top and bottom are insulating as well. The current of an
 * electrode is the sum of thickness s_perp K V over its corners. So G is symmetric, its rows sum to
 * zero, and sum V_k I_k is the Joule heat of film and contacts: all to rounding, whatever the cell
 * size. With Hall currents ({@link HallMatrix}, {@link SolidHallMatrix}) G(m) = G(-m)^T instead,
 * and columns sum to zero too.
 *
 * <p>A potential is an array of one value [V] a cell corner, corner (i, j, k) at i + (nx + 1) (j +
 * (ny + 1) k); a film of one layer has one layer of corners. Along a periodic axis the last corner
 * is the first one and left out: nx in place of nx + 1 and so on.
 *
 * <p>No current passes between cells that share a corner alone ({@link SplitCorners}).
 *
 * <p>Cells outside the {@link CellMask} do not conduct: E and j are zero there, and the potential
 * is 0 V at corners without film. A part of the film with a single electrode carries no current and
 * has its voltage; one without electrode has 0 V.
 *
 * <p>An object keeps the work arrays of its solver: one thread at a time may use it.
 */
public final class CurrentFlow {
  private final Grid film;
  private final Conductor conductor;
  private final boolean isFitted;
  private final AmrConductivity conductivity;
  private final List<Electrode> electrodes;
  private final FilmPotential inFilm;
  private final RimHeat rimHeat; // null where contacts are of whole corners
  private final ContactResistances contacts;
  private final ContactVoltages contactVoltages;
  private final UnitPotentials unitPotentials;

  /**
   * A flow through a whole grid computed by plain loops.
   *
   * @param film the cells
   * @param conductivity of the film
   * @param electrodes at least two, apart from each other
   * @param parallel the threads
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow(
      Grid film, AmrConductivity conductivity, List<Electrode> electrodes, Parallel parallel) {
    this(film, conductivity, electrodes, parallel, new PlainStencilKernel());
  }

  /**
   * A flow through a whole grid.
   *
   * @param film the cells
   * @param conductivity of the film
   * @param electrodes at least two, apart from each other
   * @param parallel the threads
   * @param kernel the loops
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow(
      Grid film,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      StencilKernel kernel) {
    this(film, CellMask.full(film), conductivity, electrodes, parallel, kernel);
  }

  /**
   * @param film the cells
   * @param mask which of them hold film
   * @param conductivity of the film
   * @param electrodes at least two, apart from each other, each on a corner of a cell with film
   * @param parallel the threads
   * @param kernel the loops
   * @throws IllegalArgumentException if the mask is one of another grid or the electrodes do not
   *     fit
   */
  public CurrentFlow(
      Grid film,
      CellMask mask,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      StencilKernel kernel) {
    this(conductor(film, mask, conductivity, parallel, kernel), electrodes, false);
  }

  private CurrentFlow(Conductor conductor, List<Electrode> electrodes, boolean isFitted) {
    this.isFitted = isFitted;
    this.conductor = conductor;
    this.film = conductor.mask().grid();
    this.conductivity = conductor.conductivity();
    this.electrodes = List.copyOf(electrodes);
    this.inFilm = new FilmPotential(conductor, this.electrodes, isFitted);
    this.rimHeat = isFitted ? new RimHeat(film, inFilm) : null;
    this.contacts = new ContactResistances(this.electrodes);
    int[][] groups = inFilm.islands().groups(this.electrodes.size());
    this.unitPotentials = new UnitPotentials(inFilm, groups);
    this.contactVoltages = new ContactVoltages(inFilm, this.electrodes, unitPotentials, groups);
  }

  private static Conductor conductor(
      Grid film,
      CellMask mask,
      AmrConductivity conductivity,
      Parallel parallel,
      StencilKernel kernel) {
    if (!mask.grid().equals(film)) {
      throw new IllegalArgumentException("the mask is one of another grid than the film");
    }
    return new Conductor(mask, conductivity, parallel, kernel);
  }

  /**
   * The same flow with the rims of its contacts where they are, to the square of the cell size
   * where these are smooth; without, a contact has the corners of cells that it covers.
   *
   * @throws IllegalArgumentException for a film of several layers
   */
  public CurrentFlow fitted() {
    return new CurrentFlow(conductor, electrodes, true);
  }

  /**
   * A flow through the same film between other electrodes, or the same ones, that shares the large
   * arrays with this one: the two take turns, and a texture given to one is forgotten by the other.
   *
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow between(List<Electrode> others) {
    return new CurrentFlow(conductor, others, isFitted);
  }

  /**
   * Refuses electrodes that a flow would refuse, without laying it out.
   *
   * @throws IllegalArgumentException if there are fewer than two, one touches no film, two overlap
   *     or have the same name, or a face is not there
   */
  public static void vet(CellMask mask, List<Electrode> electrodes) {
    ElectrodeNodes.vet(mask, electrodes);
    FilmPotential.vetGround(mask, electrodes);
  }

  public Grid film() {
    return film;
  }

  /**
   * Sets the cells that lie under an electrode: those of which it has half of the corners on one
   * face or more.
   *
   * @param cells one flag a cell; others are left as they are
   */
  public void under(int electrode, boolean[] cells) {
    inFilm.under(electrode, cells);
  }

  /** The cells that hold film. */
  public CellMask mask() {
    return conductor.mask();
  }

  public AmrConductivity conductivity() {
    return conductivity;
  }

  public List<Electrode> electrodes() {
    return electrodes;
  }

  /** Names of the electrodes that no film connects with another one: their current is zero. */
  public List<String> isolatedElectrodes() {
    return IntStream.range(0, electrodes.size())
        .filter(inFilm.islands()::isIsolated)
        .mapToObj(e -> electrodes.get(e).name())
        .toList();
  }

  /** Number of values of a potential. */
  public int potentialLength() {
    return inFilm.layout().nodes();
  }

  /**
   * Takes over a magnetisation: all that follows is for its conductivity.
   *
   * @param m unit vectors on the film's cells (elsewhere they do not count); copied
   */
  public void texture(VectorField m) {
    Grid g = m.grid();
    if (g.nx() != film.nx() || g.ny() != film.ny() || g.nz() != film.nz()) {
      throw new IllegalArgumentException(
          "the magnetisation has %d x %d x %d cells, the film %d x %d x %d"
              .formatted(g.nx(), g.ny(), g.nz(), film.nx(), film.ny(), film.nz()));
    }
    inFilm.texture(m);
  }

  /**
   * Multiplies the conductivity of each cell from now on, for all flows that share the film: a
   * texture must be given anew where a factor changes.
   *
   * @param factor positive, one a cell; null for 1. Copied
   * @throws IllegalArgumentException if there is not one number a cell
   */
  public void conductivityFactor(double[] factor) {
    if (factor != null && factor.length != film.cells()) {
      throw new IllegalArgumentException(
          "%d factors of the conductivity for %d cells".formatted(factor.length, film.cells()));
    }
    conductor.factor(factor);
  }

  /** Factor of the conductivity of each cell; null for 1. */
  double[] conductivityFactor() {
    return conductor.factor();
  }

  /**
   * Solves for the potential.
   *
   * <p>With contact resistances, given currents or floating electrodes a first call computes the
   * film's conductance matrix roughly, later ones take a few solutions each ({@link
   * ContactVoltages}).
   *
   * @param given what each electrode is given, of the kind that it takes; or nothing, where its
   *     source is taken off and it floats
   * @param potential first guess (zeros will do); receives the solution [V]
   * @param tolerance bound of the currents left over at the corners, root of the sum of squares,
   *     relative to the same of the currents at the electrodes' corners; E is then right to about a
   *     fifth of it, in root mean square, and the power to its square. Where voltages on the film
   *     have to be found, also bound of their error relative to their span
   * @throws IllegalArgumentException if the values do not fit the electrodes, or given currents
   *     cannot flow as they do not add up to zero
   * @throws IllegalStateException if there is no texture yet or the result is not a number
   */
  public Solution solve(GivenValues given, double[] potential, double tolerance) {
    vet(given);
    vetPotential(potential);
    inFilm.needTexture();
    double[] values = given.array();
    boolean isPlain =
        !contactVoltages.isNeeded(given)
            || (given.kinds().stream().allMatch(k -> k == Drive.VOLTAGE)
                && inFilm.areAtRest(values));
    return isPlain
        ? inFilm.solve(values, potential, tolerance)
        : contactVoltages.solve(given, potential, tolerance);
  }

  /**
   * Solves for the potential between electrodes that all take a voltage.
   *
   * @param voltages of the electrodes [V]
   * @param potential as above
   * @param tolerance as above
   */
  public Solution solve(double[] voltages, double[] potential, double tolerance) {
    return solve(GivenValues.voltages(voltages), potential, tolerance);
  }

  /**
   * Refuses values that cannot be given at the electrodes.
   *
   * @throws IllegalArgumentException if their number is another than that of the electrodes, one is
   *     of another kind than its electrode takes or not finite, or currents that have to add up to
   *     zero do not
   */
  public void vet(GivenValues given) {
    given.vet(electrodes);
    contactVoltages.vet(given);
  }

  /** Memory of the potentials that are kept from one conductance matrix to the next [bytes]. */
  public static double keptBytes(int electrodes, long cells) {
    return UnitPotentials.areKept(electrodes, cells) ? 8.0 * electrodes * cells : 0;
  }

  /** Has the potentials of the film with 1 V at one electrode kept, however many, or none. */
  void keepUnits(boolean all) {
    unitPotentials.keep(all);
  }

  /** Potentials of the film with 1 V at one electrode, as the last conductance matrix left them. */
  double[][] filmUnits() {
    return unitPotentials.potentials();
  }

  /** The columns of cells, i + nx j, that can carry a current; null if all can. */
  boolean[] conducts() {
    return inFilm.islands().conducts();
  }

  NodeLayout layout() {
    return inFilm.layout();
  }

  /** The cells through which rims of contacts go; null where these are of whole corners. */
  FittedContacts rims() {
    return inFilm.fitted();
  }

  SplitCorners split() {
    return inFilm.split();
  }

  /**
   * Forgets the past: what is computed next depends to the last bit on the texture, the voltages
   * and the guess alone, not on what was computed before.
   */
  public void forget() {
    inFilm.forget();
    contactVoltages.forget();
    unitPotentials.forget();
  }

  /** Forgets the preconditioner alone, which the past of other flows may have made. */
  public void forgetPreconditioner() {
    inFilm.forget();
  }

  /**
   * Has other flows that share the arrays of this one work in between. What all of them compute
   * next depends to the last bit on what it would have depended on without that; a texture must be
   * given anew.
   */
  public void aside(Runnable work) {
    conductor.aside(work);
  }

  /** Writes what is kept from one texture to the next: first guesses and preconditioner. */
  public void save(StateWriter out) throws IOException {
    inFilm.save(out);
    contactVoltages.save(out);
    unitPotentials.save(out);
  }

  /**
   * Takes up what another flow through the same film saved; a texture must follow.
   *
   * @throws IOException if it was saved by another flow
   */
  public void restore(StateReader in) throws IOException {
    inFilm.restore(in);
    contactVoltages.restore(in);
    unitPotentials.restore(in);
  }

  private void vetPotential(double[] potential) {
    NodeLayout layout = inFilm.layout();
    if (potential.length != layout.nodes()) {
      throw new IllegalArgumentException(
          "a potential on %d x %d x %d corners has %d values, not %d"
              .formatted(layout.nx(), layout.ny(), layout.nz(), layout.nodes(), potential.length));
    }
  }

  /** Currents into the film at the electrodes [A]. */
  public double[] currents(double[] potential) {
    inFilm.needTexture();
    vetPotential(potential);
    return inFilm.currents(potential);
  }

  /**
   * Voltages of the electrodes, outside the contact resistances: V_k = v_k + R_k I_k, and v_k where
   * it floats [V].
   */
  public double[] voltages(double[] potential) {
    double[] v = currents(potential);
    for (int e = 0; e < v.length; e++) {
      double drop = contacts.at(e) * v[e];
      v[e] = inFilm.at(e, potential);
      v[e] += electrodes.get(e).drive() == Drive.FLOAT ? 0 : drop;
    }
    return v;
  }

  /** Joule heat, the integral of E.Sigma E over the film [W]; without that of the contacts. */
  public double power(double[] potential) {
    inFilm.needTexture();
    vetPotential(potential);
    return inFilm.power(potential);
  }

  /** Heat in the contact resistances, sum R_k I_k^2 [W]; with power it is sum V_k I_k. */
  public double contactHeat(double[] potential) {
    return contacts.heat(currents(potential));
  }

  /**
   * Electric field at the cell centres, the bi- or trilinear potential's; 0 without film [V/m].
   *
   * @param potential the potential
   * @param e receives the field; E_z = 0 in a film of one layer
   */
  public void electricField(double[] potential, VectorField e) {
    vetPotential(potential);
    CellField.of(potential, inFilm.layout(), e);
    if (inFilm.split() != null) {
      inFilm.split().field(potential, e);
    }
    boolean[] conducts = inFilm.islands().conducts();
    for (int c = 0; conducts != null && c < film.cells(); c++) {
      if (!conducts[c % conducts.length]) {
        e.x()[c] = e.y()[c] = e.z()[c] = 0;
      }
    }
  }

  /** Current density at the cell centres [A/m^2]; in the plane of a film of one layer. */
  public VectorField currentDensity(double[] potential) {
    VectorField j = new VectorField(film);
    currentDensity(potential, j);
    return j;
  }

  /** Writes the current density at the cell centres, as above. */
  public void currentDensity(double[] potential, VectorField j) {
    inFilm.needTexture();
    electricField(potential, j);
    conductivity.toCurrent(j, conductor.m(), conductor.factor());
  }

  /**
   * Joule heat in each cell [W/m^3]: E.Sigma E at its centre, or the mean of what a fitted contact
   * leaves of it, times the factor, close to one, that makes the sum {@link #power}.
   *
   * @param work receives the electric field at the cell centres
   * @param heat receives it, 0 without film
   */
  public void heat(double[] potential, VectorField work, double[] heat) {
    double power = power(potential);
    electricField(potential, work);
    conductivity.toHeat(work, conductor.m(), conductor.factor(), heat);
    if (rimHeat != null) {
      rimHeat.write(potential, conductor.m(), conductor.factor(), heat);
    }
    double sum = 0;
    for (double q : heat) {
      sum += q;
    }
    double factor = sum == 0 ? 0 : power / (sum * film.cellVolume());
    for (int c = 0; c < heat.length; c++) {
      heat[c] *= factor;
    }
  }

  /**
   * Conductances between the electrodes, contact resistances included; starts from the potentials
   * of the previous call.
   */
  public ConductanceMatrix conductanceMatrix() {
    return contacts.outside(unitPotentials.conductanceMatrix());
  }

  /**
   * The conductances at a fraction of the cost, for the rows of a table: from the heat of N - 1
   * potentials, so that errors are of second order in theirs. Symmetry and row sums hold by
   * construction and tell nothing of the error. With Hall currents there is no such short cut, and
   * this is the whole computation.
   *
   * @param tolerance of the potentials, as in {@link #solve}; the error of G relative to its
   *     largest element is about its square
   */
  public ConductanceMatrix conductanceMatrix(double tolerance) {
    return conductivity.hallRatio() != 0
        ? conductanceMatrix()
        : contacts.outside(unitPotentials.fromHeat(tolerance));
  }
}
