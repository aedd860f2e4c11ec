package hopfilm.film;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import hopfilm.transport.ConductanceMatrix;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import hopfilm.transport.Held;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads conductances of a texture by calculation; the film is not disturbed. */
public final class FilmMeter {

  /**
   * @param g conductance matrix of the electrodes
   * @param gx whole left to right edge / (thickness s_perp)
   * @param gy whole bottom to top edge
   */
  public record Reading(ConductanceMatrix g, double gx, double gy) {

    /** All of it, for {@link #of}. */
    public double[] numbers() {
      double[] flat = Matrices.flat(g.siemens());
      double[] all = Arrays.copyOf(flat, flat.length + 6);
      double[] rest = {g.symmetryError(), g.rowSumError(), g.residual(), g.iterations(), gx, gy};
      System.arraycopy(rest, 0, all, flat.length, rest.length);
      return all;
    }

    public static Reading of(double[] n) {
      int flat = n.length - 6;
      return new Reading(
          new ConductanceMatrix(
              Matrices.square(Arrays.copyOf(n, flat)),
              n[flat],
              n[flat + 1],
              n[flat + 2],
              (int) n[flat + 3]),
          n[flat + 4],
          n[flat + 5]);
    }
  }

  /** Tolerance of the potentials for a row of the table: leaves 1e-9 of the conductances. */
  private static final double ROW = 1e-4;

  /** The same for a measure: to rounding. */
  private static final double FINE = 1e-8;

  /** In its place: the whole computation, whose symmetry and row sums are a check. */
  private static final double CHECKED = 0;

  private final double unit;
  private final CurrentFlow electrodes;
  private final CurrentFlow alongX;
  private final CurrentFlow alongY;

  /**
   * @param film a flow between the electrodes, with which it takes turns
   */
  FilmMeter(CurrentFlow film) {
    Grid grid = film.film();
    this.unit = grid.sizeZ() * film.conductivity().sPerp();
    this.electrodes = film.between(film.electrodes());
    this.alongX =
        grid.edgesX() == Edges.PERIODIC ? null : sides(film, ElectrodeLayouts.sidesX(grid));
    this.alongY =
        grid.edgesY() == Edges.PERIODIC ? null : sides(film, ElectrodeLayouts.sidesY(grid));
  }

  private FilmMeter() {
    unit = Double.NaN;
    electrodes = null;
    alongX = null;
    alongY = null;
  }

  /** Of a film without electrodes, of which nothing is read. */
  static FilmMeter ofNone() {
    return new FilmMeter();
  }

  /** Whole opposite edges as electrodes; null where a film with a mask does not reach them. */
  private static CurrentFlow sides(CurrentFlow film, List<Electrode> sides) {
    try {
      return film.between(sides);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** How many contacts there are. */
  public int contacts() {
    return electrodes == null ? 0 : electrodes.electrodes().size();
  }

  /** Names of the electrodes that no film connects with another one. */
  public List<String> isolatedElectrodes() {
    return electrodes == null ? List.of() : electrodes.isolatedElectrodes();
  }

  /** A reading whose errors of symmetry and row sums tell how good it is. */
  public Reading read(VectorField m) {
    return new Reading(matrix(m), between(alongX, m, FINE), between(alongY, m, FINE));
  }

  /** A reading for a row of the table, to {@value #ROW} of the potentials. */
  public Reading row(VectorField m) {
    return new Reading(read(electrodes, m, ROW), between(alongX, m, ROW), between(alongY, m, ROW));
  }

  public ConductanceMatrix matrix(VectorField m) {
    return read(electrodes, m, CHECKED);
  }

  private static ConductanceMatrix read(CurrentFlow flow, VectorField m, double tolerance) {
    if (flow == null) {
      return new ConductanceMatrix(new double[0][0], 0, 0, 0, 0);
    }
    try {
      Held held = flow.with(m);
      return tolerance == CHECKED ? held.conductanceMatrix() : held.conductanceMatrix(tolerance);
    } catch (IllegalStateException e) {
      throw new BrokenRunException(
          "the conductances could not be read (%s)".formatted(e.getMessage()), e);
    }
  }

  /** The conductances alone, as accurate as those of a row [S]. */
  public double[][] siemens(VectorField m) {
    return read(electrodes, m, ROW).siemens();
  }

  /** Current density for given values [A/m^2]. */
  public VectorField currentDensity(VectorField m, GivenValues given) {
    Held held = electrodes.with(m);
    double[] potential = new double[electrodes.potentialLength()];
    held.solve(given, potential, 1e-8);
    return held.currentDensity(potential);
  }

  /** Writes the first guesses on which the last digits of what is read depend. */
  public void save(StateWriter out) throws IOException {
    out.part("meter");
    for (CurrentFlow flow : flows()) {
      flow.save(out);
    }
  }

  public void restore(StateReader in) throws IOException {
    in.part("meter");
    for (CurrentFlow flow : flows()) {
      flow.restore(in);
    }
  }

  private List<CurrentFlow> flows() {
    return Stream.of(electrodes, alongX, alongY).filter(Objects::nonNull).toList();
  }

  private double between(CurrentFlow edges, VectorField m, double tolerance) {
    if (edges == null) {
      return Double.NaN;
    }
    return read(edges, m, tolerance).get(0, 0) / unit;
  }
}
