package hopfilm.claims;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.Numerics;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.solver.Parallel;
import hopfilm.study.Experiment;
import hopfilm.transport.CurrentFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Equivalent patterns of the square, and that a turned film learns the turned pattern. */
final class Degeneracy implements Claim {

  private static final double RELAX = 1e-9;
  private static final double TRAIN = 0.2e-9;
  private static final double V0 = 0.05;
  private static final double SAME = 1e-6;

  /**
   * A rotation of the square in space: quarter turns about z, after a half turn about the x axis
   * through the middle or not. The half turn maps y to -y and m to (mx, -my, -mz); it is a proper
   * rotation, under which bulk D is invariant, where a mirror is none.
   */
  private record Operation(int quarters, boolean flips) {
    VectorField of(VectorField m) {
      VectorField r = m.copy();
      if (flips) {
        r = map(r, true);
      }
      for (int k = 0; k < quarters; k++) {
        r = map(r, false);
      }
      return r;
    }

    private static VectorField map(VectorField m, boolean flip) {
      Grid g = m.grid();
      int n = g.nx();
      VectorField r = new VectorField(g);
      for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++) {
          int from = g.index(i, j, 0);
          int to = flip ? g.index(i, n - 1 - j, 0) : g.index(n - 1 - j, i, 0);
          r.x()[to] = flip ? m.x()[from] : -m.y()[from];
          r.y()[to] = flip ? -m.y()[from] : m.x()[from];
          r.z()[to] = flip ? -m.z()[from] : m.z()[from];
        }
      }
      return r;
    }

    /** Where the electrode at corner k goes. */
    int corner(int k) {
      int c = flips ? 3 - k : k;
      return (c + quarters) % 4;
    }

    double[] of(double[] volts) {
      double[] r = new double[4];
      for (int k = 0; k < 4; k++) {
        r[corner(k)] = volts[k];
      }
      return r;
    }
  }

  @Override
  public String id() {
    return "degeneracy";
  }

  @Override
  public String title() {
    return "Two, four and eight equivalent patterns";
  }

  @Override
  public String source() {
    return "The paragraph on Fig. 2: by rotation and by flipping all voltages there are two patterns like"
        + " +-+-, four like +--+ and eight like ++-+, together 14 of the 16.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "numbers",
            "the 14 patterns that carry current fall into groups of 2, 4 and 8 of equal power in the"
                + " saturated film"),
        Criterion.of(
            "turned",
            "a film turned by each of the eight rotations of the square in space and trained on the"
                + " turned pattern has the turned conductances, within 1e-6 of G_11 after 0.2 ns"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return List.of();
  }

  @Override
  public void judge(Effort effort, FinishedRuns runs, Evidence evidence) {
    Experiment e = Films.paper(effort);
    groups(e, evidence);
    double worst = 0;
    List<List<String>> rows = new ArrayList<>();
    VectorField maze = maze(e);
    for (String pattern : Trainings.PATTERNS) {
      double[] volts = new Pattern(pattern).voltages(V0);
      double[][] g = trained(e, maze, volts);
      for (int q = 0; q < 4; q++) {
        for (boolean flips : new boolean[] {false, true}) {
          Operation o = new Operation(q, flips);
          double[][] turned = trained(e, o.of(maze), o.of(volts));
          double error = 0;
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
              double d = turned[o.corner(i)][o.corner(j)] - g[i][j];
              error = Math.max(error, Math.abs(d) / g[0][0]);
            }
          }
          worst = Math.max(worst, error);
          rows.add(
              List.of(
                  pattern,
                  sign(o.of(volts)),
                  "%d\u00b0%s".formatted(90 * q, flips ? " after a half turn about x" : ""),
                  "%.1e".formatted(error)));
        }
      }
    }
    evidence.number("largest difference / G_11", worst, rows.size(), "");
    evidence.table(
        "Conductances of the turned film against those of the film, turned",
        List.of("trained", "turned", "rotation", "difference / G_11"),
        rows);
    evidence.decide(
        "turned", worst <= SAME, "the largest difference is %.1e of G_11".formatted(worst));
    evidence.note(
        "E' is even in V, so a pattern and its negative are one memory. Training on the negative is"
            + " another matter: the torque turns round, and no rotation maps ++-+ to --+-. Such films"
            + " are equivalent on average only.");
  }

  private static void groups(Experiment e, Evidence evidence) {
    double[][] g = Trainings.saturated(e);
    double[][] zero = new double[4][4];
    Weights w = Weights.of(g, zero, Reference.SATURATED, SelfTerm.ZERO);
    Map<Long, List<String>> groups = new TreeMap<>();
    for (Pattern p : Pattern.all(4)) {
      if (!p.isUniform()) {
        // power in units of G_11 V0^2, equal to seven digits
        long key = Math.round(-w.energy(p.voltages(1)) / g[0][0] * 1e7);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(p.toString());
      }
    }
    List<Integer> sizes = groups.values().stream().map(List::size).sorted().toList();
    evidence.table(
        "Patterns by their power in the saturated film",
        List.of("number", "patterns"),
        groups.values().stream()
            .map(l -> List.of(Integer.toString(l.size()), String.join(" ", l)))
            .toList());
    evidence.decide(
        "numbers",
        sizes.equals(List.of(2, 4, 8)),
        "groups of "
            + sizes.stream().map(n -> Integer.toString(n)).collect(Collectors.joining(", ")));
  }

  private static VectorField maze(Experiment e) {
    TimeEvolution film = film(e, null);
    film.state(Textures.random(e.film().grid(), 1), 0);
    film.alpha(0.5);
    film.runUntil(RELAX);
    return film.m();
  }

  private static double[][] trained(Experiment e, VectorField start, double[] volts) {
    CurrentFlow flow = flow(e);
    TimeEvolution film = film(e, flow);
    film.state(start, 0);
    film.voltages(volts);
    film.runUntil(TRAIN);
    CurrentFlow reading = flow(e);
    reading.texture(film.m());
    return reading.conductanceMatrix().siemens();
  }

  private static CurrentFlow flow(Experiment e) {
    Grid grid = e.film().grid();
    return new CurrentFlow(
        grid, e.material().conductivity(), e.electrodes().on(grid), Parallel.SERIAL);
  }

  private static TimeEvolution film(Experiment e, CurrentFlow flow) {
    Magnet magnet =
        new Magnet(e.film().grid(), e.material().material(), e.numerics().discretisation());
    Numerics n = e.numerics().numerics();
    return new TimeEvolution(
        magnet,
        flow,
        new Numerics(n.integrator(), Coupling.everyStep(), n.kernels()),
        Parallel.SERIAL);
  }

  private static String sign(double[] volts) {
    StringBuilder s = new StringBuilder();
    for (double v : volts) {
      s.append(v > 0 ? '+' : '-');
    }
    return s.toString();
  }
}
