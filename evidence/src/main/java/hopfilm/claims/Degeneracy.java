package hopfilm.claims;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.Weights;
import hopfilm.io.Table;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.transport.CurrentFlow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Equivalent patterns of the square, and that a turned film learns the turned pattern. */
final class Degeneracy implements Claim {

  private static final double RELAX = 1e-9;
  private static final double TRAIN = 0.2e-9;
  private static final double EARLY = 1e-9;
  private static final double V0 = 0.05;
  private static final double SAME = 1e-6;

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
    return "The paragraph on Fig. 2: by rotation and by flipping all voltages there are two"
        + " patterns like +-+-, four like +--+ and eight like ++-+, together 14 of the 16.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "numbers",
            "the 14 patterns that carry current fall into groups of 2, 4 and 8 of equal power in"
                + " the saturated film"),
        Criterion.of(
            "turned",
            "a film turned by each of the eight rotations of the square in space and trained on the"
                + " turned pattern has the turned conductances, within 1e-6 of G_11 after 0.2 ns"),
        Criterion.of(
            "early",
            "relaxed mazes of the runs of Fig. 2, turned and trained on the turned pattern, have"
                + " the turned conductances of these runs, within 1e-3 of G_11 after 1 ns"),
        Criterion.of(
            "verdict",
            "after 20 ns, when chaos has parted the textures, each has learned the turned pattern"
                + " where the run has learned the pattern"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return Trainings.onPaperFilm(effort).stream()
        .filter(r -> r.experiment().initial().seed() == 1)
        .limit(effort.choose(1, Trainings.PATTERNS.size()))
        .toList();
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
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
          SquareRotation o = new SquareRotation(q, flips);
          double[][] turned = trained(e, o.of(maze), o.of(volts));
          double error = o.distance(turned, g) / g[0][0];
          worst = Math.max(worst, error);
          rows.add(
              List.of(
                  pattern,
                  o.of(new Pattern(pattern)).toString(),
                  o.words(),
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
    fully(finished.get(runs(effort)), evidence);
    evidence.note(
        "E' is even in V, so a pattern and its negative are one memory. Training on the negative is"
            + " another matter: the torque turns round, and no rotation maps ++-+ to --+-. Such"
            + " films are equivalent on average only.");
  }

  /** One rotation a pattern, for the whole time of training. */
  private static void fully(List<FinishedRun> runs, Evidence evidence) throws IOException {
    List<SquareRotation> rotations =
        List.of(
            new SquareRotation(1, false), new SquareRotation(0, true), new SquareRotation(1, true));
    double worst = 0;
    int same = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      FinishedRun run = runs.get(k);
      Experiment e = run.experiment();
      SquareRotation o = rotations.get(k);
      Pattern pattern = new Pattern(run.pattern());
      double relaxed = e.initial().relaxTime();

      CurrentFlow flow = flow(e);
      TimeEvolution film = film(e, flow);
      film.state(o.of(run.snapshots().get(run.relaxed())), relaxed);
      double[][] start = read(e, film);
      film.under(s -> s.withVoltages(o.of(pattern.voltages(V0))));
      film.runUntil(relaxed + EARLY);
      double error = o.distance(read(e, film), row(run.table(), relaxed + EARLY)) / start[0][0];
      worst = Math.max(worst, error);
      film.runUntil(e.duration());
      Weights w = Weights.of(read(e, film), start, Reference.UNTRAINED, SelfTerm.ZERO);
      EnergyLandscape landscape = new EnergyLandscape(w, V0);
      boolean learned = landscape.learned(o.of(pattern));
      boolean before = run.summary().verdict().learned(0);
      same += learned == before ? 1 : 0;
      rows.add(
          List.of(
              pattern.toString(),
              o.of(pattern).toString(),
              o.words(),
              "%.1e".formatted(error),
              before ? "learned" : "not learned",
              learned ? "learned" : "not learned",
              energy(run.energy("trained", pattern.toString())),
              energy(landscape.energy(o.of(pattern)))));
    }
    evidence.table(
        "Relaxed mazes turned and trained for 20 ns",
        List.of(
            "trained",
            "turned",
            "rotation",
            "difference / G_11, 1 ns",
            "film",
            "turned film",
            "E' of the film (mW)",
            "of the turned film (mW)"),
        rows);
    evidence.decide(
        "early", worst < 1e-3, "the largest difference is %.1e of G_11".formatted(worst));
    evidence.decide(
        "verdict",
        same == runs.size(),
        "the same verdict in %d of %d films".formatted(same, runs.size()));
  }

  private static String energy(double watts) {
    return String.format(Locale.ROOT, "%.2f", 1e3 * watts).replace('-', '\u2212');
  }

  /** Conductances in the row of a table that is nearest in time [S]. */
  private static double[][] row(Table t, double time) {
    double[] times = t.column("t");
    int best = 0;
    for (int i = 0; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    double[][] g = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = i; j < 4; j++) {
        g[i][j] = t.column("G_n%d_n%d".formatted(i + 1, j + 1))[best];
        g[j][i] = g[i][j];
      }
    }
    return g;
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
    film.under(s -> s.withAlpha(0.5));
    film.runUntil(RELAX);
    return film.m();
  }

  private static double[][] trained(Experiment e, VectorField start, double[] volts) {
    CurrentFlow flow = flow(e);
    TimeEvolution film = film(e, flow);
    film.state(start, 0);
    film.under(s -> s.withVoltages(volts));
    film.runUntil(TRAIN);
    return read(e, film);
  }

  private static double[][] read(Experiment e, TimeEvolution film) {
    CurrentFlow reading = flow(e);
    return reading.with(film.m()).conductanceMatrix().siemens();
  }

  private static CurrentFlow flow(Experiment e) {
    Grid grid = e.film().grid();
    return new CurrentFlow(
        grid, e.material().conductivity(), e.electrodes().on(grid), Parallel.SERIAL);
  }

  private static TimeEvolution film(Experiment e, CurrentFlow flow) {
    Magnet magnet =
        new Magnet(e.film().grid(), e.material().material(), e.numerics().discretisation());
    return new TimeEvolution(magnet, flow, e.numerics().numerics(), Parallel.SERIAL);
  }
}
