package hopfilm.validation;

import static hopfilm.units.Constants.GAMMA0;
import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Held;
import java.util.List;

/** Where the energy of a texture and that of a current go. */
final class EnergyBalance extends Problem {

  private static final double MS = 7e5;
  private static final double STEP = 0.1e-12;

  EnergyBalance() {
    super(
        "energy",
        "Balance of energy",
        "Without damping the energy is constant; with damping it falls by the dissipated"
            + " part. The sources of a current supply the Joule heat.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    int steps = effort.choose(120, 480);
    conserved(f, steps);
    dissipated(f, steps);
    heat(f, effort.choose(48, 96));
  }

  /** All terms: exchange, interaction, tilted field, anisotropy, demagnetising field. */
  private static Magnet magnet(double alpha) {
    Grid grid = Grid.film(24, 20, 4e-9, 8e-9);
    Material a =
        Material.of(MS, 1e-11).withKu(4.8e5).withD(2.8e-3, DmiKind.BULK).withAlpha(alpha).withP(1);
    return new Magnet(grid, a, Discretisation.COVARIANT, new double[] {2e4, 1e4, 5e4})
        .withDemag(DemagKind.ON);
  }

  private static VectorField start(Grid grid) {
    return ReferenceFilms.filled(
        grid,
        (i, j) -> {
          double theta = 0.4 + 0.21 * i - 0.13 * j;
          double phi = 0.17 * i + 0.29 * j + 0.5 * Math.sin(0.3 * i);
          return new double[] {
            Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)
          };
        });
  }

  private static TimeEvolution film(Magnet magnet, double step) {
    TimeEvolution film = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    film.stepLimit(step);
    film.state(start(magnet.grid()), 0);
    return film;
  }

  private static void conserved(Findings f, int steps) {
    Magnet magnet = magnet(0);
    double[] drift = new double[2];
    double scale = 0;
    for (int k = 0; k < 2; k++) {
      TimeEvolution film = film(magnet, STEP / (1 << k));
      double before = magnet.energies(film.m()).total();
      film.runUntil(steps * STEP);
      drift[k] = magnet.energies(film.m()).total() - before;
      // what there is to exchange between the terms
      scale = Math.abs(magnet.energies(film.m()).exchange());
    }
    f.check("change of the energy without damping / exchange energy", drift[1] / scale)
        .is(0, "an undamped moment precesses about its field, dE/dt = 0")
        .within(
            2 * Math.abs(drift[0] - drift[1]) / scale,
            "what half the step changes: the scheme loses energy at its fourth or fifth order");
  }

  private static void dissipated(Findings f, int steps) {
    double alpha = 0.1;
    Magnet magnet = magnet(alpha);
    Grid grid = magnet.grid();
    double factor = alpha * MU0 * MS * grid.cellVolume() / GAMMA0;
    double[] heat = new double[2];
    double fall = 0;
    int points = 40;
    double[] time = new double[points + 1];
    double[] fallen = new double[points + 1];
    double[] taken = new double[points + 1];
    for (int k = 0; k < 2; k++) {
      int n = steps << k;
      double dt = STEP / (1 << k);
      TimeEvolution film = film(magnet, dt);
      VectorField before = film.m();
      double e0 = magnet.energies(before).total();
      for (int step = 1; step <= n; step++) {
        film.runUntil(step * dt);
        VectorField now = film.m();
        double squares = 0;
        for (int c = 0; c < 3; c++) {
          for (int i = 0; i < grid.cells(); i++) {
            double d = now.component(c)[i] - before.component(c)[i];
            squares += d * d;
          }
        }
        heat[k] += factor * squares / dt;
        before = now;
        if (step * points % n == 0) {
          int at = step * points / n;
          time[at] = step * dt * 1e12;
          fallen[at] = (e0 - magnet.energies(now).total()) * 1e18;
          taken[at] = heat[k] * 1e18;
        }
      }
      fall = e0 - magnet.energies(before).total();
    }
    // differences over a step are of second order in it
    double exact = (4 * heat[1] - heat[0]) / 3;
    f.check("heat of the damping / fall of the energy", exact / fall)
        .is(
            1,
            "T. L. Gilbert, IEEE Trans. Magn. 40, 3443 (2004), doi:10.1109/TMAG.2004.836740:"
                + " Rayleigh's dissipation function")
        .withinShare(
            0.1 * Math.abs(heat[0] - heat[1]) / fall,
            "a tenth of what the extrapolation to small steps adds");
    f.chart("Energy and damping", "a texture with all terms, \u03b1 = 0.1", "t (ps)", "aJ")
        .line("fall of the energy", time, fallen)
        .points("heat of the damping", time, taken);
  }

  private static void heat(Findings f, int n) {
    Grid grid = Grid.film(n, n, 4e-9, 2e-8);
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 1.5, Math.toRadians(10), true);
    double size = grid.sizeX();
    List<Electrode> electrodes =
        List.of(
            contact("a", 0, 0, 0, size),
            contact("b", size, 0, 5, size),
            contact("c", size, size, 20, size),
            contact("d", 0.3 * size, size, 1, size));
    CurrentFlow flow = new CurrentFlow(grid, sigma, electrodes, Parallel.SERIAL);
    Held held = flow.with(start(grid));
    double[] voltages = {0.04, -0.04, 0.01, -0.03};
    double[] v = new double[flow.potentialLength()];
    held.solve(voltages, v, 1e-11);
    double given = 0;
    double[] currents = held.currents(v);
    for (int e = 0; e < currents.length; e++) {
      given += voltages[e] * currents[e];
    }
    f.check("heat of film and contacts / sum of V I", (held.power(v) + held.contactHeat(v)) / given)
        .is(1, "Joule; the Hall part of the current gives no heat")
        .withinShare(1e-9, "the elements hold it to rounding; solver to 1e-11");
    VectorField field = new VectorField(grid);
    held.electricField(v, field);
    VectorField j = held.currentDensity(v);
    double centre = 0;
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < grid.cells(); i++) {
        centre += field.component(c)[i] * j.component(c)[i] * grid.cellVolume();
      }
    }
    f.check("the same with E j at the centres of the cells", (centre + held.contactHeat(v)) / given)
        .is(1, "Joule; the Hall part of the current gives no heat")
        .withinShare(0.02, "one point a cell; fields are steep at the rims of the contacts");
  }

  private static Electrode contact(String name, double x, double y, double ohm, double size) {
    return new Electrode(name, new Disc(x, y, 0.2 * size), ohm);
  }
}
