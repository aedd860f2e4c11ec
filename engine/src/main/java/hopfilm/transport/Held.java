package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.solver.NodeLayout;
import hopfilm.transport.Electrode.Drive;
import java.util.List;

/**
 * A film held at one magnetisation: potentials, and what follows from them ({@link
 * CurrentFlow#with}). It ends when the film is given another magnetisation; what needs the earlier
 * one then throws an {@link IllegalStateException}. An array of a potential may outlive it, as a
 * first guess of the next.
 */
public final class Held {
  private final Circuit circuit;
  private final long turn;

  Held(Circuit circuit, long turn) {
    this.circuit = circuit;
    this.turn = turn;
  }

  Circuit circuit() {
    return circuit;
  }

  public List<Electrode> electrodes() {
    return circuit.electrodes();
  }

  /** Number of values of a potential. */
  public int potentialLength() {
    return circuit.film().layout().nodes();
  }

  private FilmPotential film() {
    if (!circuit.conductor().isAt(turn)) {
      throw new IllegalStateException("the film was given another magnetisation since");
    }
    return circuit.film();
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
   * @throws IllegalStateException if the result is not a number
   */
  public Solution solve(GivenValues given, double[] potential, double tolerance) {
    vet(circuit, given);
    vetPotential(potential);
    FilmPotential film = film();
    double[] values = given.array();
    boolean isPlain =
        !circuit.finder().isNeeded(given)
            || (given.kinds().stream().allMatch(k -> k == Drive.VOLTAGE) && film.areAtRest(values));
    return isPlain
        ? film.solve(values, potential, tolerance)
        : circuit.finder().solve(given, potential, tolerance);
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
   * Voltages and currents of the electrodes; what is given at them is exact.
   *
   * @param given as in {@link #solve}
   * @param guess a potential to start from; it is overwritten
   * @param tolerance as in {@link #solve}
   */
  public OperatingPoint point(GivenValues given, double[] guess, double tolerance) {
    solve(given, guess, tolerance);
    double[] currents = currents(guess);
    for (int k = 0; k < currents.length; k++) {
      currents[k] = given.kind(k) == Drive.VOLTAGE ? currents[k] : given.at(k);
    }
    circuit.units().close(currents, given);
    double[] voltages = new double[currents.length];
    for (int k = 0; k < voltages.length; k++) {
      Drive kind = given.kind(k);
      voltages[k] =
          kind == Drive.VOLTAGE
              ? given.at(k)
              : film().at(k, guess) + circuit.contacts().at(k, kind) * currents[k];
    }
    return new OperatingPoint(voltages, currents);
  }

  /** Refuses values that these electrodes do not take. */
  static void vet(Circuit circuit, GivenValues given) {
    given.vet(circuit.electrodes());
    circuit.finder().vet(given);
  }

  private Grid grid() {
    return circuit.conductor().mask().grid();
  }

  private void vetPotential(double[] potential) {
    NodeLayout layout = circuit.film().layout();
    if (potential.length != layout.nodes()) {
      throw new IllegalArgumentException(
          "a potential on %d x %d x %d corners has %d values, not %d"
              .formatted(layout.nx(), layout.ny(), layout.nz(), layout.nodes(), potential.length));
    }
  }

  /** Currents into the film at the electrodes [A]. */
  public double[] currents(double[] potential) {
    vetPotential(potential);
    return film().currents(potential);
  }

  /**
   * Voltages of the electrodes, outside the contact resistances: V_k = v_k + R_k I_k, and v_k where
   * it floats [V].
   */
  public double[] voltages(double[] potential) {
    double[] v = currents(potential);
    for (int e = 0; e < v.length; e++) {
      Drive kind = circuit.electrodes().get(e).drive();
      v[e] = film().at(e, potential) + circuit.contacts().at(e, kind) * v[e];
    }
    return v;
  }

  /** Joule heat, the integral of E.Sigma E over the film [W]; without that of the contacts. */
  public double power(double[] potential) {
    vetPotential(potential);
    return film().power(potential);
  }

  /** Heat in the contact resistances, sum R_k I_k^2 [W]; with power it is sum V_k I_k. */
  public double contactHeat(double[] potential) {
    return circuit.contacts().heat(currents(potential));
  }

  /**
   * Electric field at the cell centres, the bi- or trilinear potential's; 0 without film [V/m].
   *
   * @param e receives the field; E_z = 0 in a film of one layer
   */
  public void electricField(double[] potential, VectorField e) {
    vetPotential(potential);
    FilmPotential film = circuit.film();
    CellField.of(potential, film.layout(), e);
    if (film.split() != null) {
      film.split().field(potential, e);
    }
    boolean[] conducts = film.islands().conducts();
    for (int c = 0; conducts != null && c < e.grid().cells(); c++) {
      if (!conducts[c % conducts.length]) {
        e.x()[c] = e.y()[c] = e.z()[c] = 0;
      }
    }
  }

  /** Current density at the cell centres [A/m^2]; in the plane of a film of one layer. */
  public VectorField currentDensity(double[] potential) {
    VectorField j = new VectorField(grid());
    currentDensity(potential, j);
    return j;
  }

  /** Writes the current density at the cell centres, as above. */
  public void currentDensity(double[] potential, VectorField j) {
    film();
    electricField(potential, j);
    Conductor c = circuit.conductor();
    c.conductivity().toCurrent(j, c.m(), c.factor());
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
    Conductor c = circuit.conductor();
    c.conductivity().toHeat(work, c.m(), c.factor(), heat);
    if (circuit.rims() != null) {
      circuit.rims().write(potential, c.m(), c.factor(), heat);
    }
    double sum = 0;
    for (double q : heat) {
      sum += q;
    }
    double factor = sum == 0 ? 0 : power / (sum * grid().cellVolume());
    for (int n = 0; n < heat.length; n++) {
      heat[n] *= factor;
    }
  }

  /**
   * Conductances between the electrodes, contact resistances included; starts from the potentials
   * of the previous call.
   */
  public ConductanceMatrix conductanceMatrix() {
    film();
    return circuit.contacts().outside(circuit.units().conductanceMatrix());
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
    film();
    return circuit.conductor().conductivity().hallRatio() != 0
        ? conductanceMatrix()
        : circuit.contacts().outside(circuit.units().fromHeat(tolerance));
  }
}
