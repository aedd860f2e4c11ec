package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.run.Evaluation;
import hopfilm.transport.CurrentFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Equivalent patterns of the square, and that a turned film learns the turned pattern. */
final class Degeneracy {

  private static final double RELAX = 1e-9;
  private static final double TRAIN = 0.2e-9;
  private static final double EARLY = 1e-9;
  private static final double V0 = 0.05;
  private static final double SAME = 1e-6;

  private static final List<String> PATTERNS = List.of("+-+-", "+--+", "++-+");

  private Degeneracy() {}

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    List<FinishedRun> runs = films.values().iterator().next();
    Experiment film = runs.get(0).experiment();
    groups(film, e);
    double worst = 0;
    Rows table =
        e.table(
            "Conductances of the turned film against those of the film, turned",
            "trained | turned | rotation | difference / G_11");
    VectorField maze = maze(film);
    for (String pattern : PATTERNS) {
      double[] volts = new Pattern(pattern).voltages(V0);
      double[][] g = trained(film, maze, volts);
      for (SquareRotation o : SquareRotation.all()) {
        double[][] turned = trained(film, o.of(maze), o.of(volts));
        double error = o.distance(turned, g) / g[0][0];
        worst = Math.max(worst, error);
        table.row(pattern, o.of(new Pattern(pattern)), o.words(), text("%.1e", error));
      }
    }
    e.number("largest difference / G_11", worst, table.rows().size(), "");
    e.decide("turned", worst <= SAME, "the largest difference is %.1e of G_11", worst);
    fully(runs, e);
  }

  /** One rotation a pattern, for the whole time of training. */
  private static void fully(List<FinishedRun> runs, Evidence e) {
    List<SquareRotation> rotations =
        List.of(
            new SquareRotation(1, false), new SquareRotation(0, true), new SquareRotation(1, true));
    double worst = 0;
    int same = 0;
    Rows table =
        e.table(
            "Relaxed mazes turned and trained for 20 ns",
            "trained | turned | rotation | difference / G_11, 1 ns | film | turned film | E' of the film (mW) | of the turned film (mW)");
    for (int k = 0; k < runs.size(); k++) {
      FinishedRun run = runs.get(k);
      Experiment experiment = run.experiment();
      SquareRotation o = rotations.get(k);
      Pattern pattern = new Pattern(run.pattern());
      Pattern turned = o.of(pattern);
      TimeEvolution film = film(experiment, Optional.of(flow(experiment)));
      film.state(o.of(run.before()), run.start());
      double[][] start = read(experiment, film);
      film.under(s -> s.withVoltages(o.of(pattern.voltages(V0))));
      film.runUntil(run.start() + EARLY);
      double error =
          o.distance(read(experiment, film), conductance(run, run.start() + EARLY)) / start[0][0];
      worst = Math.max(worst, error);
      film.runUntil(experiment.duration());
      Weights w = Weights.of(read(experiment, film), start, Reference.UNTRAINED, SelfTerm.ZERO);
      EnergyLandscape landscape = new EnergyLandscape(w, V0);
      boolean learned = landscape.learned(turned);
      boolean before = run.summary().verdict().learned(0);
      same += learned == before ? 1 : 0;
      table.row(
          pattern,
          turned,
          o.words(),
          text("%.1e", error),
          before ? "learned" : "not learned",
          learned ? "learned" : "not learned",
          milliwatts(run.energy("trained", pattern.toString())),
          milliwatts(landscape.energy(turned)));
    }
    e.decide("early", worst < 1e-3, "the largest difference is %.1e of G_11", worst);
    e.decide(
        "verdict", same == runs.size(), "the same verdict in %d of %d films", same, runs.size());
  }

  private static String milliwatts(double watts) {
    return text("%.2f", 1e3 * watts).replace('-', '\u2212');
  }

  /** Conductances in the row of the table that is nearest in time [S]. */
  private static double[][] conductance(FinishedRun run, double time) {
    double[][] g = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = i; j < 4; j++) {
        g[i][j] = run.at("G_n%d_n%d".formatted(i + 1, j + 1), time);
        g[j][i] = g[i][j];
      }
    }
    return g;
  }

  private static void groups(Experiment film, Evidence e) {
    double[][] g = Evaluation.saturated(film);
    Weights w = Weights.of(g, new double[4][4], Reference.SATURATED, SelfTerm.ZERO);
    Map<Long, List<String>> groups = new TreeMap<>();
    for (Pattern p : Pattern.all(4)) {
      if (!p.isUniform()) {
        // power in units of G_11 V0^2, equal to seven digits
        long key = Math.round(-w.energy(p.voltages(1)) / g[0][0] * 1e7);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(p.toString());
      }
    }
    Rows table = e.table("Patterns by their power in the saturated film", "number | patterns");
    groups.values().forEach(l -> table.row(l.size(), String.join(" ", l)));
    List<Integer> sizes = groups.values().stream().map(List::size).sorted().toList();
    e.decide(
        "numbers",
        sizes.equals(List.of(2, 4, 8)),
        "groups of " + sizes.stream().map(n -> "" + n).collect(Collectors.joining(", ")));
  }

  private static VectorField maze(Experiment e) {
    TimeEvolution film = film(e, Optional.empty());
    film.state(Textures.random(e.film().grid(), 1), 0);
    film.under(s -> s.withAlpha(0.5));
    film.runUntil(RELAX);
    return film.m();
  }

  private static double[][] trained(Experiment e, VectorField start, double[] volts) {
    TimeEvolution film = film(e, Optional.of(flow(e)));
    film.state(start, 0);
    film.under(s -> s.withVoltages(volts));
    film.runUntil(TRAIN);
    return read(e, film);
  }

  private static double[][] read(Experiment e, TimeEvolution film) {
    return flow(e).with(film.m()).conductanceMatrix().siemens();
  }

  private static CurrentFlow flow(Experiment e) {
    Grid grid = e.film().grid();
    return new CurrentFlow(
        grid, e.material().conductivity(), e.electrodes().on(grid), Parallel.SERIAL);
  }

  private static TimeEvolution film(Experiment e, Optional<CurrentFlow> flow) {
    Magnet magnet =
        new Magnet(e.film().grid(), e.material().material(), e.numerics().discretisation());
    return new TimeEvolution(magnet, flow, e.numerics().numerics(), Parallel.SERIAL);
  }

  /**
   * A rotation of the square in space: quarter turns about z, after a half turn about the x axis
   * through the middle or not. The half turn maps y to -y and m to (mx, -my, -mz); it is a proper
   * rotation, under which bulk D is invariant, where a mirror is none.
   */
  private record SquareRotation(int quarters, boolean flips) {

    /** The eight of them. */
    static List<SquareRotation> all() {
      return IntStream.range(0, 8).mapToObj(k -> new SquareRotation(k / 2, k % 2 == 1)).toList();
    }

    /** The turned texture. */
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

    /** Voltages of the turned film. */
    double[] of(double[] volts) {
      double[] r = new double[4];
      for (int k = 0; k < 4; k++) {
        r[corner(k)] = volts[k];
      }
      return r;
    }

    /** The turned pattern. */
    Pattern of(Pattern p) {
      StringBuilder s = new StringBuilder();
      for (double v : of(p.voltages(1))) {
        s.append(v > 0 ? '+' : '-');
      }
      return new Pattern(s.toString());
    }

    String words() {
      return "%d\u00b0%s".formatted(90 * quarters, flips ? " after a half turn about x" : "");
    }

    /** Largest difference of the matrix of a turned film from that of the film, turned. */
    double distance(double[][] turned, double[][] g) {
      double largest = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          largest = Math.max(largest, Math.abs(turned[corner(i)][corner(j)] - g[i][j]));
        }
      }
      return largest;
    }
  }
}
