package hopfilm.validation;

import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** muMAG standard problem 4: reversal of a permalloy film by two fields. */
final class MuMag4 extends Problem {

  private static final String SPECIFICATION =
      "muMAG standard problem 4, www.ctcms.nist.gov/~rdm/std4/spec4.html; ";
  private static final String MUMAX3 =
      SPECIFICATION
          + "mumax3's own test of the same mesh (github.com/mumax/3, test/standardproblem4.mx3)";
  private static final String MUMAX3_B =
      SPECIFICATION
          + "mumax3's own test of the same mesh, three digits (github.com/mumax/3,"
          + " test/standardproblem4b.go)";
  private static final String MARTINEZ =
      SPECIFICATION
          + "solution of E. Martinez, L. Torres and L. Lopez-Diaz (std4/Torres.html), averages as"
          + " kept in github.com/fangohr/finmag, examples/std_prob_4/m_averages_ref_martinez.txt,"
          + " between its rows at 0.13823 and 0.13949 ns";
  private static final double MS = 8e5;
  private static final double[] FIELD_1 = {-24.6e-3 / MU0, 4.3e-3 / MU0, 0};
  private static final double[] FIELD_2 = {-35.5e-3 / MU0, -6.3e-3 / MU0, 0};

  /** Averages every five picoseconds. */
  private record Reversal(double[] t, double[] mx, double[] my, double[] mz) {

    /** First time at which the mean m_x is zero [s]. */
    double crossing() {
      int i = after();
      return t[i - 1] + (t[i] - t[i - 1]) * mx[i - 1] / (mx[i - 1] - mx[i]);
    }

    /** Mean m_y at that time. */
    double myAtCrossing() {
      int i = after();
      return my[i - 1] + (my[i] - my[i - 1]) * mx[i - 1] / (mx[i - 1] - mx[i]);
    }

    private int after() {
      int i = 1;
      while (mx[i] > 0) {
        i++;
      }
      return i;
    }
  }

  MuMag4() {
    super(
        "mumag-4",
        "muMAG standard problem 4",
        "Fields of 25 mT and 36 mT reverse permalloy of 500 x 125 x 3 nm. Other programs"
            + " and finer meshes are the references.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    VectorField start = sState(32);
    String relaxation = "single precision and the demagnetising tensor there";
    f.check("<m_x> of the S state", start.mean(0)).is(0.9669684, MUMAX3).within(1e-4, relaxation);
    f.check("<m_y> of the S state", start.mean(1)).is(0.1252732, MUMAX3).within(1e-4, relaxation);
    Reversal first = reverse(32, start, FIELD_1, 1e-9);
    compare(
        f,
        first,
        FIELD_1,
        "field 1",
        new double[] {-0.9846124, 0.1260409, 0.0432712},
        1e-5,
        MUMAX3);
    String scatter = "2 %: what the submitted solutions differ by";
    f.check("first zero of <m_x> in field 1 (ns)", first.crossing() * 1e9)
        .is(0.13825, MARTINEZ)
        .withinShare(0.02, scatter);
    f.check("<m_y> there", first.myAtCrossing()).is(0.7340, MARTINEZ).withinShare(0.02, scatter);
    Reversal second = reverse(32, start, FIELD_2, 1e-9);
    compare(
        f, second, FIELD_2, "field 2", new double[] {-0.9687, -0.1186, -0.00569}, 1e-3, MUMAX3_B);
    mesh(f, effort, first);
    chart(f, "Field 1", first);
    chart(f, "Field 2", second);
  }

  /**
   * Averages at the end; how much they may differ shows a film with 0.1 % more of Ms.
   *
   * @param own tolerance of the other program's own test
   */
  private static void compare(
      Findings f,
      Reversal r,
      double[] field,
      String name,
      double[] table,
      double own,
      String source) {
    Magnet other = magnet(32, MS * 1.001);
    Reversal varied = reverse(other, relaxed(other), field, 1e-9);
    double[][] m = {r.mx, r.my, r.mz};
    double[][] more = {varied.mx, varied.my, varied.mz};
    int n = r.t.length - 1;
    for (int c = 0; c < 3; c++) {
      f.check("<m_%s> 1 ns after %s".formatted("xyz".substring(c, c + 1), name), m[c][n])
          .is(table[c], source)
          .within(
              Math.abs(more[c][n] - m[c][n]) + 1e-3 + own,
              "what 0.1 % of Ms changes, for mumax3 integrates its demagnetising tensor"
                  + " numerically; and"
                  + " 1e-3 for gamma and single precision, and what that test itself allows, %.0e"
                      .formatted(own));
    }
  }

  /** The first crossing of zero on meshes of several sizes. */
  private static void mesh(Findings f, Effort effort, Reversal fine) {
    int[] rows = effort.choose(new int[] {16}, new int[] {16, 24, 48});
    double limit = fine.crossing();
    double myLimit = fine.myAtCrossing();
    for (int n : rows) {
      Reversal r = reverse(n, sState(n), FIELD_1, 0.16e-9);
      f.check(
              "first zero of <m_x> in field 1, cells of %.2f nm (ns)".formatted(125.0 / n),
              r.crossing() * 1e9)
          .is(limit * 1e9, "the same on cells of 3.91 nm")
          .withinShare(0.02, "2 %: what the submitted solutions differ by");
      f.check("<m_y> there, cells of %.2f nm".formatted(125.0 / n), r.myAtCrossing())
          .is(myLimit, "the same on cells of 3.91 nm")
          .withinShare(0.02, "2 %: what the submitted solutions differ by");
    }
  }

  private static void chart(Findings f, String name, Reversal r) {
    double[] t = Numerical.values(r.t, s -> s * 1e9);
    f.chart(
            "muMAG 4, " + name.toLowerCase(java.util.Locale.ROOT),
            "first zero of \u27e8mx\u27e9 at %.4f ns, \u27e8my\u27e9 = %.4f there (3.9 nm cells)"
                .formatted(r.crossing() * 1e9, r.myAtCrossing()),
            "time (ns)",
            "mean m")
        .line("mx", t, r.mx)
        .line("my", t, r.my)
        .line("mz", t, r.mz);
  }

  private static Magnet magnet(int rows, double Ms) {
    double dx = 125e-9 / rows;
    Grid grid = Grid.film(4 * rows, rows, dx, 3e-9);
    Material permalloy = Material.of(Ms, 1.3e-11).withAlpha(0.02).withP(1);
    return new Magnet(grid, permalloy, Discretisation.STANDARD).withDemag(DemagKind.ON);
  }

  /** The S state. */
  private static VectorField relaxed(Magnet magnet) {
    return ReferenceFilms.relaxed(magnet, Textures.uniform(magnet.grid(), 1, 0.1, 0), 1e-6);
  }

  private static VectorField sState(int rows) {
    return relaxed(magnet(rows, MS));
  }

  private static Reversal reverse(int rows, VectorField start, double[] field, double duration) {
    return reverse(magnet(rows, MS), start, field, duration);
  }

  private static Reversal reverse(
      Magnet still, VectorField start, double[] field, double duration) {
    Magnet magnet = still.withField(field);
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(start, 0);
    int n = (int) Math.round(duration / 5e-12);
    Reversal r =
        new Reversal(new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1]);
    for (int i = 0; i <= n; i++) {
      r.t[i] = duration * i / n;
      evolution.runUntil(r.t[i]);
      VectorField m = evolution.m();
      r.mx[i] = m.mean(0);
      r.my[i] = m.mean(1);
      r.mz[i] = m.mean(2);
    }
    return r;
  }
}
