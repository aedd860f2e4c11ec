package hopfilm.transport;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Kernels;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.solver.Multigrid;
import hopfilm.solver.Preconditioner;
import hopfilm.solver.StencilKernel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
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
 * layers, whose top and bottom are insulating as well. The current of an electrode is the sum of
 * thickness s_perp K V over its corners. So G is symmetric, its rows sum to zero, and sum V_k I_k
 * is the Joule heat of film and contacts: all to rounding, whatever the cell size. With Hall
 * currents G(m) = G(-m)^T instead, and columns sum to zero too.
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
  private final boolean isFitted;
  private final Circuit circuit;

  /**
   * A flow through a whole grid, on the fastest loops and one thread.
   *
   * @param film the cells
   * @param electrodes at least two, apart from each other
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow(Grid film, AmrConductivity conductivity, List<Electrode> electrodes) {
    this(film, conductivity, electrodes, Parallel.SERIAL);
  }

  /**
   * A flow through a whole grid, on the fastest loops.
   *
   * @param film the cells
   * @param electrodes at least two, apart from each other
   * @param parallel the threads
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow(
      Grid film, AmrConductivity conductivity, List<Electrode> electrodes, Parallel parallel) {
    this(film, CellMask.full(film), conductivity, electrodes, parallel, KernelChoice.AUTO);
  }

  /**
   * @param mask which of them hold film
   * @param electrodes at least two, apart from each other, each on a corner of a cell with film
   * @param parallel the threads
   * @param loops of the solver
   * @throws IllegalArgumentException if the mask is one of another grid or the electrodes do not
   *     fit, or vectors are demanded and there are none
   */
  public CurrentFlow(
      Grid film,
      CellMask mask,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      KernelChoice loops) {
    this(
        vetted(film, mask),
        conductivity,
        electrodes,
        parallel,
        Kernels.stencil(loops),
        Multigrid::new);
  }

  /** The same with another preconditioner of the solver. */
  CurrentFlow(
      CellMask mask,
      AmrConductivity conductivity,
      List<Electrode> electrodes,
      Parallel parallel,
      StencilKernel kernel,
      Preconditioner.Maker maker) {
    this(new Conductor(mask, conductivity, parallel, kernel, maker), electrodes, false);
  }

  private CurrentFlow(Conductor conductor, List<Electrode> electrodes, boolean isFitted) {
    this.isFitted = isFitted;
    this.film = conductor.mask().grid();
    this.circuit = Circuit.of(conductor, electrodes, isFitted);
  }

  private static CellMask vetted(Grid film, CellMask mask) {
    if (!mask.grid().equals(film)) {
      throw new IllegalArgumentException("the mask is one of another grid than the film");
    }
    return mask;
  }

  /**
   * The same flow with the rims of its contacts where they are, to the square of the cell size
   * where these are smooth; without, a contact has the corners of cells that it covers.
   *
   * @throws IllegalArgumentException for a film of several layers
   */
  public CurrentFlow fitted() {
    return new CurrentFlow(circuit.conductor(), circuit.electrodes(), true);
  }

  /**
   * A flow through the same film between other electrodes, or the same ones, that shares the large
   * arrays with this one: the two take turns, and {@link #with} of one ends what the other holds.
   *
   * @throws IllegalArgumentException if the electrodes do not fit
   */
  public CurrentFlow between(List<Electrode> others) {
    return new CurrentFlow(circuit.conductor(), others, isFitted);
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
    circuit.film().under(electrode, cells);
  }

  public AmrConductivity conductivity() {
    return circuit.conductor().conductivity();
  }

  public List<Electrode> electrodes() {
    return circuit.electrodes();
  }

  /** Names of the electrodes that no film connects with another one: their current is zero. */
  public List<String> isolatedElectrodes() {
    return IntStream.range(0, electrodes().size())
        .filter(circuit.film().islands()::isIsolated)
        .mapToObj(e -> electrodes().get(e).name())
        .toList();
  }

  /** Number of values of a potential. */
  public int potentialLength() {
    return circuit.film().layout().nodes();
  }

  /**
   * The film with a magnetisation, and the conductivity factors of now: on it alone one solves. It
   * ends with the next one, of this flow or of another one through the film.
   *
   * @param m unit vectors on the film's cells (elsewhere they do not count); copied
   * @throws IllegalArgumentException if it has other cells
   */
  public Held with(VectorField m) {
    Grid g = m.grid();
    if (g.nx() != film.nx() || g.ny() != film.ny() || g.nz() != film.nz()) {
      throw new IllegalArgumentException(
          "the magnetisation has %d x %d x %d cells, the film %d x %d x %d"
              .formatted(g.nx(), g.ny(), g.nz(), film.nx(), film.ny(), film.nz()));
    }
    return new Held(circuit, circuit.film().texture(m));
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
    circuit.conductor().factor(factor);
  }

  /**
   * Gives the cells resistivities of their own, with the ratios of {@link #conductivity}, for all
   * flows that share the film.
   *
   * @param relative the conductivity of each cell in units of that, positive. Copied
   * @throws IllegalArgumentException if there is not one number a cell
   */
  public void relativeConductivity(double[] relative) {
    if (relative.length != film.cells()) {
      throw new IllegalArgumentException(
          "%d conductivities for %d cells".formatted(relative.length, film.cells()));
    }
    circuit.conductor().relative(relative);
  }

  /** The conductivity of a cell in units of {@link #conductivity}, before that of its heat. */
  public double relativeConductivity(int cell) {
    return circuit.conductor().relative(cell);
  }

  /** True if no cell has a resistivity of its own. */
  public boolean isOfOneResistivity() {
    return circuit.conductor().isOfOneResistivity();
  }

  /**
   * Refuses values that cannot be given at the electrodes.
   *
   * @throws IllegalArgumentException if their number is another than that of the electrodes, one is
   *     of another kind than its electrode takes or not finite, or currents that have to add up to
   *     zero do not
   */
  public void vet(GivenValues given) {
    Held.vet(circuit, given);
  }

  /**
   * True if a conductance matrix comes from one elimination, at the price of some twenty
   * potentials, and not from a potential for each electrode.
   *
   * @param hasInverters whether electrodes have patches of sign -
   */
  public static boolean isEliminated(
      Grid film, AmrConductivity conductivity, int electrodes, boolean hasInverters) {
    return UnitPotentials.areMany(electrodes)
        && FilmPotential.canReduce(film, conductivity, hasInverters);
  }

  /** Memory of the potentials that are kept from one conductance matrix to the next [bytes]. */
  public static double keptBytes(int electrodes, long cells) {
    return UnitPotentials.areKept(electrodes, cells) ? 8.0 * electrodes * cells : 0;
  }

  Circuit circuit() {
    return circuit;
  }

  /**
   * Forgets the past: what is computed next depends to the last bit on the texture, the voltages
   * and the guess alone, not on what was computed before.
   */
  public void forget() {
    circuit.film().forget();
    circuit.finder().forget();
    circuit.units().forget();
  }

  /** Forgets the preconditioner alone, which the past of other flows may have made. */
  public void forgetPreconditioner() {
    circuit.film().forget();
  }

  /**
   * Runs work that uses the shared arrays, then restores the preconditioner: later results are the
   * same to the last bit as without it. A texture must be given anew.
   */
  public void keepingPreconditioner(Runnable work) {
    circuit.conductor().keepingPreconditioner(work);
  }

  /** Writes what is kept from one texture to the next: first guesses and preconditioner. */
  public void save(StateWriter out) throws IOException {
    circuit.film().save(out);
    circuit.finder().save(out);
    circuit.units().save(out);
  }

  /**
   * Restores what another flow through the same film saved; a texture must follow.
   *
   * @throws IOException if it was saved by another flow
   */
  public void restore(StateReader in) throws IOException {
    circuit.film().restore(in);
    circuit.finder().restore(in);
    circuit.units().restore(in);
  }
}
