package hopfilm.validation;

import hopfilm.dynamics.Envelope;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.Surroundings;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.heat.HeatProperties;
import hopfilm.heat.Substrate;
import hopfilm.heat.Substrate.HalfSpace;
import hopfilm.heat.Substrate.Ideal;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.GivenValues;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.special.Erf;

/** Films that a given power heats, on substrates, where the temperature is known. */
final class FilmHeat extends Problem {

  private static final double C = 3.5e6;
  private static final double KAPPA = 30;
  private static final double FIN_INTERFACE = 1e9;
  private static final double FIN = Math.sqrt(KAPPA * 20e-9 / FIN_INTERFACE);
  private static final String STEPS = "steps that are right to 0.1 K";
  private static final HalfSpace SILICON = new HalfSpace(1.66e6, 148);
  private static final String CARSLAW =
      "H. S. Carslaw, J. C. Jaeger, Conduction of Heat in Solids (1959), ";

  FilmHeat() {
    super(
        "heat",
        "Temperature of a film that is heated",
        "Temperatures are known for insulated films, ideal substrates, half-spaces, a strip"
            + " on silicon, a sheet cooled at one end and a temperature-dependent"
            + " resistivity. The heat balance closes.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    even(f);
    halfSpace(f, effort.choose(1.02, 1.005));
    strip(f, effort.choose(1.03, 1.01));
    square(f, effort.choose(1.05, 1.02));
    fin(f, effort.choose(40, 160));
    order(f);
    feedback(f);
    balance(f);
  }

  private static FilmTemperature film(Grid grid, double kappa, double h, Substrate below) {
    HeatProperties heat = new HeatProperties(C, kappa, h, below, 300);
    return new FilmTemperature(CellMask.full(grid), heat, null, Parallel.SERIAL);
  }

  private static double[] even(Grid grid, double heat) {
    double[] all = new double[grid.cells()];
    Arrays.fill(all, heat);
    return all;
  }

  private static void even(Findings f) {
    Grid grid = Grid.film(16, 12, 4e-9, 20e-9);
    double q = 4e17;
    FilmTemperature insulated = film(grid, KAPPA, 0, new Ideal());
    FilmTemperature cooled = film(grid, KAPPA, 1e8, new Ideal());
    for (int step = 0; step < 50; step++) {
      insulated.step(2e-11, even(grid, q * 2e-11));
      cooled.step(2e-11, even(grid, q * 2e-11));
    }
    f.check("T of an insulated film, 4e17 W/m^3 for 1 ns (K)", insulated.mean())
        .is(300 + q * 1e-9 / C, "T0 + q t/c")
        .withinShare(1e-9, "rounding");
    double tau = C * 20e-9 / 1e8;
    f.check("the same on an ideal substrate over 100 MW/(m^2 K) (K)", cooled.mean())
        .is(
            300 + q * 20e-9 / 1e8 * (1 - Math.exp(-1e-9 / tau)),
            "T0 + (q t/h)(1 - exp(-s/tau)), tau = c t/h")
        .withinShare(1e-9, "the scheme is exact for an even film; rounding");
  }

  private static void halfSpace(Findings f, double growth) {
    Grid grid = Grid.film(24, 24, 4e-6, 1e-12);
    HalfSpace mgo = new HalfSpace(3.35e6, 48);
    FilmTemperature film = film(grid, 0, 1e12, mgo);
    double flux = 4e9;
    double dt = 1e-13;
    double t = 0;
    for (double until : new double[] {1e-10, 3e-9, 1e-7}) {
      while (t < until) {
        film.step(dt, even(grid, flux * dt / 1e-12));
        t += dt;
        dt *= growth;
      }
      f.check(
              "rise of MgO under 4 GW/m^2 after %.3g ns (K)".formatted(t * 1e9),
              film.rise()[grid.index(12, 12, 0)])
          .is(
              2 * flux * Math.sqrt(t / (Math.PI * mgo.conductivity() * mgo.capacity()))
                  + flux / 1e12,
              CARSLAW + "section 2.9: 2 F sqrt(t/(pi kappa c))")
          .withinShare(0.01, "the sum of decays, and steps that are some percent of the time");
    }
  }

  /** A strip of 20 nm x 1.28 um: between the time over its width and that over its length. */
  private static void strip(Findings f, double growth) {
    Grid grid = new Grid(64, 4, 1, 20e-9, 5e-9, 1e-12);
    FilmTemperature film = film(grid, 0, 1e13, SILICON);
    double flux = 1e10;
    double scale = flux * 20e-9 / (2 * Math.PI * SILICON.conductivity());
    int n = 60;
    double[] times = new double[n];
    double[] ours = new double[n];
    double[] theory = new double[n];
    double dt = 1e-13;
    double t = 0;
    for (int k = 0; k < n; k++) {
      double until = 1e-12 * Math.pow(10, 5.0 * k / (n - 1));
      while (t < until) {
        film.step(dt, even(grid, flux * dt / 1e-12));
        t += dt;
        dt = Math.max(dt, Math.min(t * (growth - 1), 4e-11));
      }
      times[k] = t * 1e9;
      ours[k] = (film.rise()[grid.index(32, 2, 0)] - flux / 1e13) / scale;
      theory[k] = flux * centre(1.28e-6, 20e-9, t) / scale;
    }
    for (int k : new int[] {24, 40, n - 1}) {
      f.check(
              "rise of a strip of 20 nm x 1.28 um on silicon after %.3g ns, by P'/(2 pi kappa)"
                  .formatted(times[k]),
              ours[k])
          .is(theory[k], CARSLAW + "section 10.5: point sources over the strip, at its centre")
          .withinShare(0.02, "blocks of 40 nm x 5 nm, sum of decays, steps");
    }
    f.check(
            "slope of that by ln t, %.2g to %.2g ns".formatted(times[20], times[32]),
            (ours[32] - ours[20]) / Math.log(times[32] / times[20]))
        .is(
            1,
            "logarithmic regime: C.-Y. You et al., Appl. Phys. Lett. 89, 222513 (2006); H. Fangohr"
                + " et al., Phys. Rev. B 84, 054437 (2011), doi:10.1103/PhysRevB.84.054437")
        .within(0.08, "width^2/D = 4 ps and length^2/D = 18 ns are not infinitely far away");
    double[] logarithms = Arrays.stream(times).map(Math::log10).toArray();
    f.chart(
            "A strip on silicon",
            "logarithm of time, then a plateau",
            "log10 of the time (ns)",
            "rise / (P\u2032/2\u03c0\u03ba)")
        .line("point sources", logarithms, theory)
        .points("Hopfilm", logarithms, ours);
  }

  /** Rise at the centre of a rectangle by a unit flux [K m^2/W], by Simpson's rule in ln t. */
  private static double centre(double a, double b, double t) {
    double d = SILICON.diffusivity();
    int n = 2000;
    double low = Math.log(1e-20);
    double step = (Math.log(t) - low) / n;
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      double s = Math.exp(low + k * step);
      double root = Math.sqrt(4 * d * s);
      double g =
          Erf.erf(a / (2 * root))
              * Erf.erf(b / (2 * root))
              / Math.sqrt(Math.PI * SILICON.conductivity() * SILICON.capacity() * s);
      sum += (k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2) * g * s;
    }
    return sum * step / 3;
  }

  private static void square(Findings f, double growth) {
    Grid grid = Grid.film(20, 20, 5e-9, 1e-12);
    FilmTemperature film = film(grid, 0, 1e13, SILICON);
    double flux = 1e10;
    double dt = 1e-13;
    for (double t = 0; t < 2e-6; t += dt) {
      dt *= growth;
      film.step(dt, even(grid, flux * dt / 1e-12));
    }
    f.check(
            "plateau at the centre of a square of 100 nm on silicon, 10 GW/m^2 (K)",
            film.rise()[grid.index(10, 10, 0)] - flux / 1e13)
        .is(
            2 * flux * 100e-9 / (Math.PI * SILICON.conductivity()) * Math.log(1 + Math.sqrt(2)),
            CARSLAW + "section 10.5: (2 F a/(pi kappa)) ln(1 + sqrt 2)")
        .withinShare(0.02, "sum of decays up to 10 us; the cell beside the centre");
  }

  private static void fin(Findings f, int n) {
    double[] fine = fin(n);
    double[] coarse = fin(n / 2);
    int[] places = {n / 10, n / 4, n / 2};
    for (int i : places) {
      f.check("rise %.0f nm from a heat sink, by q t/h".formatted(i * 200.0 / n), fine[i])
          .is(
              rise(n, i),
              CARSLAW + "section 4.5, the fin: 1 - cosh((L - x)/l)/cosh(L/l), l = sqrt(kappa t/h)")
          .within(0.3 * Math.pow(200e-9 / n / FIN, 2), "second order in the cell");
    }
    double ratio = (coarse[n / 20] - rise(n / 2, n / 20)) / (fine[n / 10] - rise(n, n / 10));
    f.check("order of convergence of that in the cell", Math.log(ratio) / Math.log(2))
        .is(2, "second order")
        .within(0.1, "the fourth order");
  }

  /** Rise by q t/h along a sheet of n cells, 200 nm long, whose first cells are held. */
  private static double[] fin(int n) {
    double dx = 200e-9 / n;
    double q = 4e17;
    Grid grid = new Grid(n, 2, 1, dx, dx, 20e-9);
    boolean[] held = new boolean[grid.cells()];
    held[0] = true;
    held[n] = true;
    HeatProperties heat = new HeatProperties(C, KAPPA, FIN_INTERFACE, new Ideal(), 300);
    FilmTemperature film = new FilmTemperature(CellMask.full(grid), heat, held, Parallel.SERIAL);
    for (int step = 0; step < 800; step++) {
      film.step(2e-12, even(grid, q * 2e-12));
    }
    double[] along = new double[n];
    for (int i = 0; i < n; i++) {
      along[i] = film.rise()[i] / (q * 20e-9 / FIN_INTERFACE);
    }
    return along;
  }

  private static double rise(int n, int i) {
    double dx = 200e-9 / n;
    double end = (n - 0.5) * dx;
    return 1 - Math.cosh((end - i * dx) / FIN) / Math.cosh(end / FIN);
  }

  /** A sheet that is heated in one place, in steps of three lengths. */
  private static void order(Findings f) {
    double[] ends = new double[3];
    for (int k = 0; k < 3; k++) {
      Grid grid = Grid.film(20, 16, 8e-9, 20e-9);
      FilmTemperature film = film(grid, KAPPA, 1e8, new Ideal());
      int n = 20 << k;
      double[] heat = new double[grid.cells()];
      for (int c = 0; c < heat.length; c++) {
        int row = c / 20;
        heat[c] = 8e7 / n * Math.exp(-0.05 * Math.pow(c % 20 - 6, 2) - 0.04 * Math.pow(row - 6, 2));
      }
      for (int step = 0; step < n; step++) {
        film.step(2e-10 / n, heat);
      }
      ends[k] = film.rise()[grid.index(6, 6, 0)];
    }
    f.check(
            "order of convergence in the time step, 10 to 2.5 ps",
            Math.log((ends[0] - ends[1]) / (ends[1] - ends[2])) / Math.log(2))
        .is(
            2,
            "J. Douglas, J. E. Gunn, Numer. Math. 6, 428 (1964), doi:10.1007/BF01386093: second"
                + " order")
        .within(0.1, "the next order");
  }

  /** A strip of a resistivity 1 + b T by that at 300 K, under a current and under a voltage. */
  private static void feedback(Findings f) {
    double b = 0.004;
    double rho = 1.5e-7;
    double h = 1e8;
    double j = 2e12;
    double s = 3e-10;
    Grid grid = Grid.film(20, 12, 4e-9, 20e-9);
    double current = j * grid.dz() * grid.sizeY();
    double volts = rho * j * grid.sizeX();
    TimeEvolution driven = strip(grid, rho, Drive.CURRENT);
    driven.under(
        around ->
            around
                .withHeat(
                    new Surroundings.Heat(film(grid, KAPPA, h, new Ideal()), Optional.empty(), b))
                .withCurrent(GivenValues.currents(current, -current), Envelope.constant()));
    driven.runUntil(s);
    double flux = rho * j * j * grid.dz();
    double less = h - b * flux;
    f.check(
            "rise of a strip with b = 0.004/K on an ideal substrate under 2e12 A/m^2 for 0.3 ns"
                + " (K)",
            driven.temperature().orElseThrow().mean() - 300)
        .is(
            flux / less * -Math.expm1(-less * s / (C * grid.dz())),
            "c t dT/dt = q t (1 + b T) - h T: (q t/h')(1 - exp(-h' s/(c t))), h' = h - b q t")
        .within(0.1, STEPS);
    TimeEvolution held = strip(grid, rho, Drive.VOLTAGE);
    held.under(
        around ->
            around
                .withHeat(
                    new Surroundings.Heat(film(grid, KAPPA, 0, new Ideal()), Optional.empty(), b))
                .withCurrent(GivenValues.voltages(volts, 0), Envelope.constant()));
    held.runUntil(s);
    f.check(
            "rise of the same strip, insulated, under the voltage that drives this when it is cold"
                + " (K)",
            held.temperature().orElseThrow().mean() - 300)
        .is(
            (Math.sqrt(1 + 2 * b * rho * j * j * s / C) - 1) / b,
            "c dT/dt = q/(1 + b T): (sqrt(1 + 2 b q s/c) - 1)/b")
        .within(0.1, STEPS);
  }

  private static TimeEvolution strip(Grid grid, double rho, Drive drive) {
    List<Electrode> sides =
        ElectrodeLayouts.sidesX(grid).stream()
            .map(e -> new Electrode(e.name(), e.shapes().get(0), 0, drive))
            .toList();
    CurrentFlow flow = new CurrentFlow(grid, new AmrConductivity(rho, 0), sides, Parallel.SERIAL);
    Material still = Material.of(7e5, 1e-11).withAlpha(0.3).withP(0);
    Magnet magnet = new Magnet(grid, still, Discretisation.COVARIANT);
    TimeEvolution film = new TimeEvolution(magnet, flow, Numerics.standard(), Parallel.SERIAL);
    film.state(VectorField.uniform(grid, 0, 0, 1), 0);
    return film;
  }

  private static void balance(Findings f) {
    Grid grid = new Grid(20, 16, 3, 4e-9, 4e-9, 7e-9);
    boolean[] held = new boolean[grid.cells()];
    Arrays.fill(held, 0, 3, true);
    HeatProperties properties = new HeatProperties(C, KAPPA, 2e8, SILICON, 300);
    FilmTemperature film =
        new FilmTemperature(CellMask.full(grid), properties, held, Parallel.SERIAL);
    double[] heat = new double[grid.cells()];
    for (int step = 1; step <= 100; step++) {
      for (int c = 0; c < heat.length; c++) {
        heat[c] = 1e5 * (1 + Math.sin(0.1 * c * step));
      }
      film.step(1e-13 * step, heat);
    }
    FilmTemperature.Balance b = film.balance();
    f.check(
            "stored and left through substrate and a heat sink, by the heat that came in",
            (b.stored() + b.substrate() + b.contacts()) / b.given())
        .is(1, "conservation of energy")
        .within(1e-9, "rounding");
  }
}
