package hopfilm.study;

import hopfilm.dynamics.Coupling;
import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.magnet.Magnet;
import hopfilm.solver.Parallel;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a run would be like, without running it.
 *
 * @param facts what and value, in the order shown
 * @param warnings one line each
 */
public record ExperimentCheck(Map<String, String> facts, List<String> warnings) {

  /** Memory for a cell [bytes]: textures, Runge-Kutta stages, potentials, multigrid; measured. */
  private static final double BYTES_PER_CELL = 1100;

  /** Time for a stage of a step and a cell, vector and plain loops [s]; measured. */
  private static final double VECTOR_STAGE = 5e-9;

  private static final double PLAIN_STAGE = 15e-9;

  /** Time to solve a potential for a cell [s]; measured. */
  private static final double SOLVE = 300e-9;

  /** Steps from one solution to the next with adaptive coupling; measured. */
  private static final double STEPS_PER_SOLVE = 16;

  /** Estimates an experiment; of a sweep, its first run and the total. */
  public static ExperimentCheck of(Experiment e, List<SweepRun> runs, int workers) {
    Map<String, String> facts = new LinkedHashMap<>();
    Set<String> warnings = new LinkedHashSet<>();
    FilmSpec film = e.film();
    facts.put("cells", "%d x %d".formatted(film.nx(), film.ny()));
    lengths(e, facts, warnings);
    for (Step step : new LinkedHashSet<>(e.steps())) {
      if (step instanceof Step.Train train) {
        drive(e, train, facts, warnings);
      }
    }
    for (SweepRun run : runs) {
      lengths(run.experiment(), new LinkedHashMap<>(), warnings);
      for (Step step : run.experiment().steps()) {
        if (step instanceof Step.Train train) {
          drive(run.experiment(), train, new LinkedHashMap<>(), warnings);
        }
      }
    }
    cost(e, runs, workers, facts);
    return new ExperimentCheck(facts, List.copyOf(warnings));
  }

  private static void lengths(Experiment e, Map<String, String> facts, Set<String> warnings) {
    LengthScales l = LengthScales.of(e.material());
    facts.put("exchange length", length(l.exchange()));
    facts.put("DMI pitch", length(l.pitch()));
    facts.put("wall width", length(l.wall()));
    facts.put(
        "spiral period",
        l.relativeD() > 1
            ? "%s (D = %.3f Dc)".formatted(length(l.period()), l.relativeD())
            : "none, D = %.3f Dc is below Dc: no maze forms".formatted(l.relativeD()));
    double cells = l.shortest() / e.film().cell();
    facts.put("cells per shortest length", String.format(Locale.ROOT, "%.2f", cells));
    if (l.relativeD() <= 1) {
      warnings.add(
          "D = %.3f Dc is too weak for a maze of stripes: raise material.D or lower material.Ku"
              .formatted(l.relativeD()));
    }
    if (cells < 1) {
      warnings.add(
          "film.cell = %s is longer than the shortest length, %s, which it does not resolve; use %s or less"
              .formatted(length(e.film().cell()), length(l.shortest()), length(l.shortest())));
    }
  }

  private static void drive(
      Experiment e, Step.Train train, Map<String, String> facts, Set<String> warnings) {
    DriveEstimate d = DriveEstimate.of(e, train.drive());
    String name =
        train.drive() instanceof Step.PatternDrive p ? p.pattern().text() : "given voltages";
    facts.put(
        "drift velocity, " + name,
        "about %.0f m/s: %s".formatted(d.driftVelocity(), d.regime().meaning()));
    if (train.drive() instanceof Step.PatternDrive p && p.pattern().isUniform()) {
      warnings.add("the pattern %s carries no current and trains nothing".formatted(p.pattern()));
    } else if (d.regime() == DriveEstimate.Regime.STALLS
        || d.regime().compareTo(DriveEstimate.Regime.RESTLESS) >= 0) {
      warnings.add(
          ("u is about %.0f m/s: %s; 80 to 150 m/s learn best, set train.voltage or"
                  + " material.rho_perp")
              .formatted(d.driftVelocity(), d.regime().meaning()));
    }
  }

  private static void cost(
      Experiment e, List<SweepRun> runs, int workers, Map<String, String> facts) {
    Grid grid = e.film().grid();
    TimeEvolution small = sample(e);
    double dt = small.timeStep();
    double steps = e.duration() / dt;
    double memory = BYTES_PER_CELL * grid.cells();
    facts.put("kernels", small.kernelName());
    facts.put("time step", "about " + Quantity.format(dt, Dimension.TIME));
    facts.put("simulated time", Quantity.format(e.duration(), Dimension.TIME));
    facts.put("steps", String.format(Locale.ROOT, "about %.0f", steps));
    facts.put("memory", "about " + bytes(memory * Math.min(workers, runs.size())));
    double total = 0;
    for (SweepRun run : runs) {
      total += seconds(run.experiment(), small.kernelName());
    }
    double speed =
        workers * (workers > 1 ? 1 : 1 + 0.7 * (Runtime.getRuntime().availableProcessors() - 1));
    facts.put("runs", "%d, %d at a time".formatted(runs.size(), workers));
    facts.put("wall time", "about " + duration(total / speed) + ", depending on the machine");
  }

  /** A few cells of the same film: the step depends on cell and material alone. */
  private static TimeEvolution sample(Experiment e) {
    Grid few = Grid.film(4, 4, e.film().cell(), e.film().thickness());
    Magnet magnet = new Magnet(few, e.material().material(), e.numerics().discretisation());
    return new TimeEvolution(magnet, null, e.numerics().numerics(), Parallel.SERIAL);
  }

  private static double seconds(Experiment e, String kernels) {
    double cells = (double) e.film().nx() * e.film().ny();
    double steps = e.duration() / sample(e).timeStep();
    double driven =
        e.steps().stream().filter(Step.Train.class::isInstance).mapToDouble(Step::duration).sum()
            / e.duration();
    double stage = kernels.contains("plain") ? PLAIN_STAGE : VECTOR_STAGE;
    Coupling c = e.numerics().numerics().coupling();
    double solvesPerStep =
        c instanceof Coupling.EveryStep
            ? 4
            : c instanceof Coupling.Every n ? 1.0 / n.steps() : 1 / STEPS_PER_SOLVE;
    double rows = e.duration() / e.output().table();
    double readings = e.electrodes().count() + 1;
    return cells * (steps * (4 * stage + driven * solvesPerStep * SOLVE) + rows * readings * SOLVE);
  }

  private static String length(double metres) {
    return Double.isInfinite(metres) ? "infinite" : Quantity.format(metres, Dimension.LENGTH);
  }

  private static String bytes(double n) {
    return n < 1e9
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(n / 1e6))
        : String.format(Locale.ROOT, "%.1f GB", n / 1e9);
  }

  /** In a unit that suits it: 40 s, 12 min, 3.5 h. */
  public static String duration(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds));
    }
    return seconds < 6000
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }
}
