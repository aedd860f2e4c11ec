package hopfilm.validation;

import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** A wall that a field presses against the boundary of a harder phase. */
final class PinnedWall extends Problem {

  private static final double LENGTH = 80e-9;
  private static final String FIELD =
      "P. Heistracher, C. Abert, F. Bruckner, T. Schrefl, D. Suess, J. Magn. Magn. Mater. 548,"
          + " 168875 (2022), doi:10.1016/j.jmmm.2021.168875: 2 K2/Ms2 (1 - K1 A1/(K2 A2))/(1 +"
          + " sqrt(Ms1 A1/(Ms2 A2)))^2; its first case is a test of mumax+ (mumax/plus pull request"
          + " 178), which passes within half a step of the field, 5 mT";
  private static final String RESISTANCE =
      "R = (rho_perp L + (rho_par - rho_perp) integral of sin^2 theta dx)/(w t), the integral from"
          + " A theta'^2 = K sin^2 theta + mu0 Ms H (1 - cos theta) in the soft phase, K sin^2"
          + " theta - mu0 Ms H (1 + cos theta) in the hard one, A theta' the same on both sides";

  /** Phases: exchange [J/m], anisotropy [J/m^3], saturation polarisation [T]. */
  record Phase(double A, double K, double Js) {}

  private static final Phase HARD = new Phase(1e-11, 1e6, 1);
  private static final Phase SOFT = new Phase(2.5e-12, 1e5, 0.25);

  PinnedWall() {
    super(
        "pinned-wall",
        "A wall pinned at a phase boundary, seen by its resistance",
        "A wall enters a harder phase at a known field. The resistance of the pinned wall"
            + " grows with the field (examples/pinned-wall.yaml).");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    fields(effort, f);
    resistance(f);
  }

  private static void fields(Effort effort, Findings f) {
    String[] names = {"A, K, Ms", "A, Ms", "A", "K"};
    int count = effort.choose(1, names.length);
    double cell = effort.choose(1e-9, 0.5e-9);
    for (int k = 0; k < count; k++) {
      Phase soft =
          new Phase(
              names[k].contains("A") ? SOFT.A : HARD.A,
              names[k].contains("K") ? SOFT.K : HARD.K,
              names[k].contains("Ms") ? SOFT.Js : HARD.Js);
      double exact = pinningField(soft);
      double low = 0.96 * exact;
      double high = 1.04 * exact;
      while (high - low > 2e-3 * exact) {
        double field = 0.5 * (low + high);
        if (isPinned(cell, soft, field)) {
          low = field;
        } else {
          high = field;
        }
      }
      f.check("mu0 H of a boundary where %s jump (T)".formatted(names[k]), 0.5 * (low + high))
          .is(exact, FIELD)
          .withinShare(
              0.4 * Math.pow(cell / 3.16e-9, 2),
              "second order of the cells, 0.4 (dx/w)^2, w = 3.16 nm");
    }
  }

  /** mu0 H at which the wall leaves [T]. */
  static double pinningField(Phase soft) {
    double rest = 1 - soft.K * soft.A / (HARD.K * HARD.A);
    double root = 1 + Math.sqrt(soft.Js * soft.A / (HARD.Js * HARD.A));
    return 2 * MU0 * HARD.K / HARD.Js * rest / (root * root);
  }

  /**
   * Whether a wall that begins in the soft phase is still there when a field along z [T] has
   * pressed it to the boundary for 1 ns.
   */
  private static boolean isPinned(double cell, Phase soft, double field) {
    int cells = (int) Math.round(LENGTH / cell);
    Grid grid =
        new Grid(
            cells,
            1,
            1,
            cell,
            10 * cell,
            cell,
            new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
    ScalarField ms = new ScalarField(grid);
    ScalarField a = new ScalarField(grid);
    ScalarField ku = new ScalarField(grid);
    VectorField m = new VectorField(grid);
    for (int i = 0; i < cells; i++) {
      Phase phase = i < cells / 2 ? soft : HARD;
      ms.values()[i] = phase.Js / MU0;
      a.values()[i] = phase.A;
      ku.values()[i] = phase.K;
      double x = ((i + 0.5 - cells / 2.0) * cell + 6e-9) / 3e-9;
      m.x()[i] = 1 / Math.cosh(x);
      m.z()[i] = -Math.tanh(x);
    }
    Material uniform = Material.of(1, 1).withKu(1).withAlpha(1);
    Material material =
        new Material(
            Parameter.of(ms),
            Parameter.of(a),
            new Material.Anisotropy(Parameter.of(ku), EasyAxis.Z),
            uniform.chirality(),
            uniform.alpha(),
            uniform.torques());
    Magnet magnet =
        new Magnet(grid, material, Discretisation.STANDARD)
            .withField(new double[] {0, 0, field / MU0});
    // in time, as a descent may step across a barrier
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(m, 0);
    evolution.runUntil(1e-9);
    return evolution.m().mean(2) < 0.9;
  }

  /** The example: its field rises from 1.4 T at 20 mT/ns. */
  private static void resistance(Findings f) {
    ExampleFilm film = ExampleFilm.run("pinned-wall");
    double[] t = film.table().column("t");
    double[] mz = film.table().column("mz");
    double[] r = film.table().column("R_left_right");
    double begun = film.result().found().measures().get(0).time();
    double wall = film.resistance("pinned") - film.resistance("gone");
    double[] tesla = Numerical.values(t, s -> 1.4 + 2e7 * Math.max(0, s - begun));
    double unit = 0.2e-6 * (1.015 / 0.985 - 1) / (4e-9 * 1e-9);
    f.check("R with the wall less R without it, at 1.4 T (Ohm)", wall)
        .is(unit * width(1.4), RESISTANCE)
        .withinShare(
            0.025, "first order of cells of 1 nm: 2 %, and 1 % with cells of half the size");
    int left = 0;
    while (mz[left] < 0.9) {
      left++;
    }
    f.check("mu0 H at which it is gone, rising by 20 mT/ns (T)", tesla[left])
        .is(pinningField(SOFT), FIELD)
        .withinShare(0.02, "that of the cells; the wall leaves within 0.5 ns, 10 mT");
    int count = left - 1;
    double[] before = java.util.Arrays.copyOf(tesla, count);
    double[] exact = Numerical.values(80, k -> 1.4 + k * (pinningField(SOFT) - 1.4) / 79.001);
    f.chart(
            "A wall at a phase boundary",
            "until it leaves; rho_perp 0.2 \u03bc\u03a9 m, AMR 3 %, 4 nm x 1 nm",
            "field (T)",
            "resistance of the wall (\u03a9)")
        .line("theory", exact, Numerical.values(exact, b -> unit * width(b)))
        .line("Hopfilm", before, Numerical.values(count, k -> r[k] - film.resistance("gone")));
  }

  /** Integral of sin^2 theta dx over the pinned wall in a field [m]. */
  private static double width(double tesla) {
    double soft = tesla * SOFT.Js / MU0;
    double hard = tesla * HARD.Js / MU0;
    // of two solutions c of A theta' = A theta' the lower is stable; between them is the vertex
    double vertex = 0.5 * (SOFT.A * soft - HARD.A * hard) / (HARD.A * HARD.K - SOFT.A * SOFT.K);
    double at = Numerical.root(c -> SOFT.A * left(c, soft) - HARD.A * right(c, hard), -1, vertex);
    int n = 20_000;
    double sum = 0;
    double angle = Math.acos(at);
    for (int k = 0; k < n; k++) {
      double first = angle * (k + 0.5) / n;
      double second = angle + (Math.PI - angle) * (k + 0.5) / n;
      sum +=
          Math.pow(Math.sin(first), 2) * Math.sqrt(SOFT.A / left(Math.cos(first), soft)) * angle / n
              + Math.pow(Math.sin(second), 2)
                  * Math.sqrt(HARD.A / right(Math.cos(second), hard))
                  * (Math.PI - angle)
                  / n;
    }
    return sum;
  }

  /** A theta'^2 in the soft phase by c = cos theta. */
  private static double left(double c, double pressure) {
    return SOFT.K * (1 - c * c) + pressure * (1 - c);
  }

  private static double right(double c, double pressure) {
    return HARD.K * (1 - c * c) - pressure * (1 + c);
  }
}
