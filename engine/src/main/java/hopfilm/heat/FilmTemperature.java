package hopfilm.heat;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.parallel.Parallel;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;

/**
 * The temperature of a film in each cell, on a substrate,
 *
 * <pre>
 *   c dT/dt = div(kappa grad T) + q - F/dz,   F = h (T - T_s)
 * </pre>
 *
 * with q the heat that comes in [W/m^3] and F the heat that leaves the lowest layer through the
 * interface [W/m^2], T_s the temperature of the substrate's surface. The film is insulated at its
 * edges and on top; cells under contacts may be held at ambient temperature. A film of one layer is
 * a sheet, even across its thickness; in several layers the half cell above the interface is part
 * of h: 1/h + dz/(2 kappa).
 *
 * <p>Steps are those of Crank and Nicolson, one axis after the other: with A the three operators
 * and a = dt/2
 *
 * <pre>
 *   (1 + a A_x)(1 + a A_y)(1 + a A_z) d = dt (q/c - A T + h' T_s/(c dz)),   T &lt;- T + d
 *   F = h' (T + theta d - T_s),   h' = h/(1 + h R)
 *   theta = 1/(1 - exp(-x)) - 1/x,   x = dt h'/(c dz)
 * </pre>
 *
 * J. Douglas, J. E. Gunn, Numer. Math. 6, 428 (1964), doi:10.1007/BF01386093. It is of second
 * order, stable at any step, and each factor conserves the heat. In A_z the interface has theta in
 * place of 1/2, which makes the decay of an even film exact: W. Liniger, R. A. Willoughby, SIAM J.
 * Numer. Anal. 7, 47 (1970), doi:10.1137/0707002. F is steady within a step; R is the rise of the
 * surface by a flux of the step itself, T_s that by all fluxes before, in the middle of the step.
 *
 * <p>The heat is counted: what came in is what is stored and what left, to rounding. For one thread
 * at a time.
 */
public final class FilmTemperature {

  /**
   * Heat since the start [J].
   *
   * @param given that came in
   * @param stored in the film, above ambient temperature
   * @param substrate that left through the interface
   * @param contacts that left through cells that are held at ambient temperature
   */
  public record Balance(double given, double stored, double substrate, double contacts) {}

  /** Rows that a thread takes at least. */
  private static final int GRAIN = 8;

  private final CellMask mask;
  private final Grid grid;
  private final HeatProperties heat;
  private final Parallel parallel;
  private final boolean hasHeld;
  private final boolean[] isFree; // film that is not held at ambient temperature
  private final SplitConduction conduction;
  private final double[] rise;
  private final double[] change;
  private final double[] flux; // into the substrate, of each column [W/m^2]
  private final double[] below; // rise of the surface
  private final SubstrateSurface surface; // null where it stays at ambient temperature
  private final double[][] rows = new double[3][]; // sums over rows: given, to contacts, stored
  private double warmer; // than the ambient temperature of the properties [K]
  private double given;
  private double substrate;
  private double contacts;

  /**
   * A film at ambient temperature.
   *
   * @param mask the cells that hold film
   * @param heat what decides how hot it gets
   * @param held cells at ambient temperature at all times; null for none
   * @throws IllegalArgumentException if an edge is periodic, or there is not one flag a cell
   */
  public FilmTemperature(CellMask mask, HeatProperties heat, boolean[] held, Parallel parallel) {
    this.mask = mask;
    this.grid = mask.grid();
    this.heat = heat;
    this.parallel = parallel;
    if (grid.edgesX() == Edges.PERIODIC || grid.edgesY() == Edges.PERIODIC) {
      throw new IllegalArgumentException("heat needs a film with open edges");
    }
    if (held != null && held.length != grid.cells()) {
      throw new IllegalArgumentException(
          "held cells need %d flags, not %d".formatted(grid.cells(), held.length));
    }
    this.hasHeld = held != null;
    int cells = grid.cells();
    this.isFree = new boolean[cells];
    for (int c = 0; c < cells; c++) {
      isFree[c] = mask.inside(c) && (held == null || !held[c]);
    }
    this.rise = new double[cells];
    this.change = new double[cells];
    this.flux = new double[grid.nx() * grid.ny()];
    this.below = new double[flux.length];
    this.conduction = new SplitConduction(mask, heat, isFree);
    for (int k = 0; k < rows.length; k++) {
      rows[k] = new double[grid.ny() * grid.nz()];
    }
    this.surface =
        heat.substrate() instanceof Substrate.HalfSpace s && heat.interfaceConductance() > 0
            ? new SubstrateSurface(grid, s)
            : null;
  }

  /** The properties that set the temperature. */
  public HeatProperties properties() {
    return heat;
  }

  /**
   * Brings film and substrate to another ambient temperature; rises count from it.
   *
   * @param kelvin how much warmer than that of the {@link #properties} [K]
   */
  public void warmer(double kelvin) {
    warmer = kelvin;
  }

  /** How much warmer the surroundings are than those of the {@link #properties} [K]. */
  public double warmer() {
    return warmer;
  }

  /** Rise above ambient temperature in each cell [K], 0 without film; the film's own array. */
  public double[] rise() {
    return rise;
  }

  /** Temperature of a cell [K]. */
  public double at(int cell) {
    return heat.ambient() + warmer + rise[cell];
  }

  /** Mean temperature of the film [K]. */
  public double mean() {
    double sum = 0;
    for (int c = 0; c < rise.length; c++) {
      sum += rise[c];
    }
    return heat.ambient() + warmer + sum / mask.count();
  }

  /** The hottest cell. */
  public int hottest() {
    int hottest = 0;
    while (!mask.inside(hottest)) {
      hottest++;
    }
    for (int c = 0; c < rise.length; c++) {
      if (mask.inside(c) && rise[c] > rise[hottest]) {
        hottest = c;
      }
    }
    return hottest;
  }

  /** Temperature of the hottest cell [K]. */
  public double highest() {
    return at(hottest());
  }

  /** Heat since the start. */
  public Balance balance() {
    double stored = 0;
    for (double r : rise) {
      stored += r;
    }
    double volume = grid.cellVolume();
    return new Balance(given, stored * heat.capacity() * volume, substrate, contacts);
  }

  /**
   * Advances by a time.
   *
   * @param dt time [s]
   * @param come heat that comes into each cell in that time [J/m^3]
   */
  public void step(double dt, double[] come) {
    double h = interfaceFor(dt);
    double theta = theta(dt, h);
    conduction.factorise(dt, theta * dt * h / (heat.capacity() * grid.dz()));
    if (surface != null) {
      surface.rise(dt, below);
    }
    double bottom = h / (heat.capacity() * grid.dz());
    int lines = grid.ny() * grid.nz();
    parallel.forRange(lines, GRAIN, (from, to) -> explicit(dt, come, bottom, from, to));
    parallel.forRange(lines, GRAIN, (from, to) -> conduction.alongX(dt, change, from, to));
    takeLosses(0, dt);
    parallel.forRange(grid.nx(), GRAIN, (from, to) -> conduction.across(1, dt, change, from, to));
    takeLosses(1, dt);
    if (grid.nz() > 1) {
      parallel.forRange(grid.nx(), GRAIN, (from, to) -> conduction.across(2, dt, change, from, to));
      takeLosses(2, dt);
    }
    parallel.forRange(grid.ny(), GRAIN, (from, to) -> finish(h, theta, from, to));
    double volume = grid.cellVolume();
    given += sum(rows[0]) * volume;
    contacts += sum(rows[1]) * volume;
    substrate += sum(rows[2]) * dt * grid.dx() * grid.dy();
    if (surface != null) {
      surface.add(dt, flux);
    }
  }

  private void takeLosses(int axis, double dt) {
    if (hasHeld) {
      int lines = grid.ny() * grid.nz();
      parallel.forRange(
          lines, GRAIN, (from, to) -> conduction.losses(axis, dt, change, rows[1], from, to));
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }

  /** Conductance from the lowest cells to the surface as the step finds it [W/(m^2 K)]. */
  private double interfaceFor(double dt) {
    if (heat.interfaceConductance() == 0) {
      return 0;
    }
    double resistance = 1 / heat.interfaceConductance();
    if (grid.nz() > 1) {
      resistance += heat.conductivity() == 0 ? 0 : grid.dz() / (2 * heat.conductivity());
    }
    return 1 / (resistance + (surface == null ? 0 : surface.own(dt)));
  }

  /** Share of the change of a step that counts in the heat that leaves the film. */
  private double theta(double dt, double h) {
    double x = dt * h / (heat.capacity() * grid.dz());
    return x < 1e-3 ? 0.5 + x / 12 : -1 / Math.expm1(-x) - 1 / x;
  }

  /** The right-hand side, and what is given and lost to held cells. */
  private void explicit(double dt, double[] come, double bottom, int from, int to) {
    int nx = grid.nx();
    int layer = nx * grid.ny();
    double[][] link = conduction.link;
    double[][] loss = conduction.loss;
    double perCapacity = 1 / heat.capacity();
    for (int row = from; row < to; row++) {
      double sum = 0;
      double lost = 0;
      int j = row % grid.ny();
      int k = row / grid.ny();
      for (int i = 0; i < nx; i++) {
        int c = row * nx + i;
        if (!isFree[c]) {
          change[c] = 0;
          if (mask.inside(c)) {
            sum += come[c];
            lost += come[c];
          }
          continue;
        }
        double t = rise[c];
        double out = (loss[0][c] + loss[1][c] + loss[2][c]) * t;
        lost += dt * heat.capacity() * out;
        sum += come[c];
        out += i < nx - 1 ? link[0][c] * (t - rise[c + 1]) : 0;
        out += i > 0 ? link[0][c - 1] * (t - rise[c - 1]) : 0;
        out += j < grid.ny() - 1 ? link[1][c] * (t - rise[c + nx]) : 0;
        out += j > 0 ? link[1][c - nx] * (t - rise[c - nx]) : 0;
        out += k < grid.nz() - 1 ? link[2][c] * (t - rise[c + layer]) : 0;
        out += k > 0 ? link[2][c - layer] * (t - rise[c - layer]) : bottom * (t - below[c % layer]);
        change[c] = perCapacity * come[c] - dt * out;
      }
      rows[0][row] = sum;
      rows[1][row] = lost;
    }
  }

  /** Takes over the change, and says what went into the substrate meanwhile. */
  private void finish(double h, double theta, int from, int to) {
    int nx = grid.nx();
    int layer = nx * grid.ny();
    boolean isFlat = grid.nz() == 1; // then z has no neighbours, and its solution is a product
    double[] inv = conduction.inverse[2];
    for (int j = from; j < to; j++) {
      double sum = 0;
      for (int c = j * nx; c < (j + 1) * nx; c++) {
        change[c] = isFlat ? change[c] * inv[c] : change[c];
        flux[c] = isFree[c] ? h * (rise[c] + theta * change[c] - below[c]) : 0;
        sum += flux[c];
        for (int k = c; k < rise.length; k += layer) {
          rise[k] += change[k];
        }
      }
      rows[2][j] = sum;
    }
  }

  public void save(StateWriter out) throws IOException {
    out.part("temperature");
    out.numbers(rise);
    out.number(given);
    out.number(substrate);
    out.number(contacts);
    if (surface != null) {
      surface.save(out);
    }
  }

  /**
   * Restores what another film of the same kind saved.
   *
   * @throws IOException if it was saved by a film of another kind
   */
  public void restore(StateReader in) throws IOException {
    in.part("temperature");
    in.numbers(rise);
    given = in.number();
    substrate = in.number();
    contacts = in.number();
    if (surface != null) {
      surface.restore(in);
    }
  }
}
