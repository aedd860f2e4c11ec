package hopfilm.check;

import static hopfilm.check.LengthFacts.round;
import static hopfilm.check.Plausibility.length;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.file.Study;
import hopfilm.film.AdiabaticHeat;
import hopfilm.input.Excerpt;
import hopfilm.reading.Expected;
import hopfilm.result.ExpectationResult;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run would be like, without running it.
 *
 * @param facts what and value, in the order shown
 * @param doubts the gravest first
 */
public record ExperimentCheck(Map<String, String> facts, List<Doubt> doubts) {

  /** Share of a further core that the loops of a single run can use. */
  private static final double FURTHER_CORE = 0.7;

  /** Signs of a pattern that stand beside a fact; a letter of 5 x 7 is shown in full. */
  private static final int LONGEST_PATTERN = 35;

  /** Estimates a study: the facts of its first run, the cost of all. */
  public static ExperimentCheck of(Study study, int workers) {
    Experiment e = study.experiment();
    List<SweepRun> runs = study.runs();
    Map<String, String> facts = new LinkedHashMap<>();
    FilmSpec film = e.film();
    String layers = film.layers() == 1 ? "" : " x " + film.layers();
    String high =
        film.layers() == 1 ? "" : ", " + length(film.thickness() / film.layers()) + " high";
    facts.put(
        "cells",
        "%d x %d%s of %s%s".formatted(film.nx(), film.ny(), layers, length(film.cell()), high));
    boolean isAdded = e.steps().stream().anyMatch(s -> s instanceof Step.Timed t && t.hasField());
    if (film.field().isPresent() && isAdded) {
      facts.put("field of a step", "added to film.field, which acts in all steps");
    }
    facts.putAll(e.disorder().facts(film));
    if (e.electrodes() instanceof ElectrodesSpec.Wired w) {
      facts.put("wiring", Wiring.words(w.wiring()));
    }
    PatternCapacity.facts(e, facts);
    RowForecast.facts(e, facts);
    WiredForecast.words(e).ifPresent(words -> facts.put("forecast", words));
    LengthFacts.add(e, facts);
    if (e.temperature() > 0) {
      facts.put("temperature", temperature(e));
    }
    DriveCurrents currents = new DriveCurrents();
    double rise = drives(e, currents, facts);
    if (e.heat().isPresent() && facts.keySet().stream().anyMatch(k -> k.startsWith("heat, "))) {
      facts.put(
          "film temperature",
          currents
              .forecast(e)
              .map(f -> f.words(e))
              .orElse("not forecast: too many cells and steps"));
    }
    lastRow(e).ifPresent(words -> facts.put("last row of table.txt", words));
    cost(study, Math.min(workers, runs.size()), facts);
    for (Expected x : Expected.all(e)) {
      int number = (int) facts.keySet().stream().filter(k -> k.startsWith("expected ")).count() + 1;
      String range = ExpectationResult.range(x.is(), x.within());
      facts.put(
          "expected " + number,
          "%s = %s (%s)".formatted(x.given().read(), range, x.given().source()));
    }
    List<Doubt> doubts = new ArrayList<>(Plausibility.doubts(runs, currents));
    if (e.heat().isEmpty()) {
      Doubt.Severity severity =
          AdiabaticHeat.losesOrder(rise) ? Doubt.Severity.UNPHYSICAL : Doubt.Severity.OTHER;
      AdiabaticHeat.warning(rise).ifPresent(w -> doubts.add(new Doubt(severity, w)));
    }
    doubts.sort(Comparator.comparing(Doubt::severity));
    return new ExperimentCheck(facts, doubts);
  }

  /** One line each. */
  public List<String> warnings() {
    return doubts.stream().map(Doubt::text).toList();
  }

  /** {@code OK}, or the gravest doubt: {@code will not learn: ...}, {@code unphysical: ...}. */
  public String verdict() {
    return Doubt.verdict(doubts);
  }

  /** Where rows miss the end of the run, as far as that is planned. */
  private static Optional<String> lastRow(Experiment e) {
    double every = e.output().table();
    double missed = e.duration() - Math.floor(e.duration() / every * (1 + 1e-9)) * every;
    return missed < 1e-6 * every
        ? Optional.empty()
        : Optional.of(
            "%s before the end; a divisor of %s as output.table has one there"
                .formatted(round(missed, Dimension.TIME), round(e.duration(), Dimension.TIME)));
  }

  /** What the drives do; returns by how much they warm the film if no heat leaves [K]. */
  private static double drives(Experiment e, DriveCurrents currents, Map<String, String> facts) {
    double joule = 0; // a volume
    Map<Step.Drive, Double> times = DriveHeat.times(e);
    Map<String, Integer> alike = new HashMap<>();
    SignalCheck.facts(e, facts);
    Set<Step.Drive> ofSignals = SignalCheck.strongest(e);
    for (Map.Entry<Step.Drive, Double> on : times.entrySet()) {
      Step.Drive drive = on.getKey();
      String words =
          drive instanceof Step.PatternDrive p
              ? Excerpt.of(p.pattern().text(), LONGEST_PATTERN)
              : drive instanceof Step.PictureDrive w
                  ? Excerpt.of(w.picture().text(), LONGEST_PATTERN)
                  : ofSignals.contains(drive) ? "signals at their largest" : given(e);
      int number = alike.merge(words, 1, Integer::sum);
      String name = number == 1 ? words : words + " (%d)".formatted(number);
      Optional<DriveHeat> solved = currents.of(e, drive);
      if (solved.isEmpty()) {
        continue;
      }
      DriveHeat heat = solved.get();
      joule += heat.power() * on.getValue();
      if (drive instanceof Step.PictureDrive w) {
        double watts = heat.power() * e.film().cells().volume() / (1 - heat.inContacts());
        double current = RowForecast.current(w, watts);
        facts.put("current of the row, " + name, "about " + round(current, Dimension.CURRENT));
      }
      if (heat.power() > 0) {
        facts.put("heat, " + name, heat.heat(e, on.getValue()));
        e.heat().ifPresent(h -> facts.put("left on, " + name, HeatForecast.words(heat, e)));
        facts.put("Oersted field, " + name, heat.oersted(e));
      }
      heat.contacts().ifPresent(c -> facts.put("contacts, " + name, c));
      if (e.material().P() != 0) {
        facts.put("drift velocity, " + name, drift(e, drive, DriveEstimate.of(e, heat)));
      }
    }
    return AdiabaticHeat.rise(joule, 1);
  }

  private static String drift(Experiment e, Step.Drive drive, DriveEstimate d) {
    String about = "about %.0f m/s".formatted(d.driftVelocity());
    if (!(drive instanceof Step.PatternDrive)) {
      return about; // nothing learns
    }
    if (!DriveEstimate.hasVerdict(e)) {
      return about + "; what films learn was measured with contacts through them";
    }
    SpinOrbitShare share = SpinOrbitShare.of(e);
    return d.regime().isUseful() && share.learnsAlike()
        ? "%s: %s (%s)%s"
            .formatted(
                about, d.meaning(), d.source(), share.ratio() > 0 ? "; " + share.words() : "")
        : about + ", see the warning";
  }

  private static String ifNoneEndsSooner(Experiment e) {
    return e.mayEndSooner() ? ", if each step takes all of its time" : "";
  }

  private static String given(Experiment e) {
    return e.electrodes().drives().contains(Electrode.Drive.VOLTAGE)
        ? "given voltages"
        : "given currents";
  }

  private static void cost(Study study, int workers, Map<String, String> facts) {
    Experiment e = study.experiment();
    List<SweepRun> runs = study.runs();
    RunCost first = RunCost.of(runs.get(0).experiment());
    facts.put(
        "time step",
        "about %s, %s kernels; steps end at each row of the table, every %s"
            .formatted(
                round(first.timeStep(), Dimension.TIME),
                first.kernels(),
                Quantity.format(e.output().table(), Dimension.TIME)));
    facts.put(
        "steps",
        "about %s for %s%s"
            .formatted(
                count(first.steps()),
                Quantity.format(e.duration(), Dimension.TIME),
                ifNoneEndsSooner(e)));
    double most = 0;
    for (SweepRun run : runs) {
      most = Math.max(most, RunCost.of(run.experiment()).bytes());
    }
    facts.put("memory", "about " + RunDisk.bytes(RunCost.PROGRAM_BYTES + most * workers));
    double disk = 0;
    for (SweepRun run : runs) {
      disk += RunDisk.result(run.experiment());
    }
    facts.put("disk", "about " + RunDisk.bytes(disk));
    facts.put(
        "wall time",
        "about "
            + duration(wallTime(runs, workers))
            + (runs.size() == 1 ? "" : " for %d runs, %d at a time".formatted(runs.size(), workers))
            + ifNoneEndsSooner(e));
    if (study.optimise() != null) {
      int n = study.optimise().evaluations();
      facts.put(
          "optimisation",
          "%s: %d evaluations like these, about %s and %s on the disk"
              .formatted(
                  study.optimise().goal(),
                  n,
                  duration(n * wallTime(runs, workers)),
                  RunDisk.bytes(n * disk)));
    }
  }

  /** Estimate of the time that runs take [s]. */
  public static double wallTime(List<SweepRun> runs, int workers) {
    if (workers == 1 && runs.size() == 1) { // it uses all cores, though not fully
      Experiment e = runs.get(0).experiment();
      double speed = 1 + FURTHER_CORE * (Runtime.getRuntime().availableProcessors() - 1);
      return RunCost.ONCE_SECONDS + RunCost.reportSeconds(e) + RunCost.of(e).coreSeconds() / speed;
    }
    return wallTime(runs.size(), workSeconds(runs), workers);
  }

  /**
   * Estimate of the time that runs take, each on a core of its own [s].
   *
   * @param work of all runs on one core [s]
   */
  public static double wallTime(int runs, double work, int workers) {
    int cores = Runtime.getRuntime().availableProcessors();
    return RunCost.ONCE_SECONDS + work / Math.max(1, Math.min(Math.min(workers, cores), runs));
  }

  /** Estimate of the processor time that runs take, their figures included [s]. */
  public static double workSeconds(List<SweepRun> runs) {
    Map<Experiment, Double> known = new IdentityHashMap<>(); // runs of a kind may have one
    double work = 0;
    for (SweepRun run : runs) {
      work +=
          known.computeIfAbsent(
              run.experiment(), e -> RunCost.reportSeconds(e) + RunCost.of(e).coreSeconds());
    }
    return work;
  }

  /** Estimate of the processor time that the film of a run takes, its figures aside [s]. */
  public static double coreSeconds(Experiment e) {
    return RunCost.of(e).coreSeconds();
  }

  /** Estimate of the memory that a run takes, the program included [bytes]. */
  public static double memory(Experiment e) {
    return RunCost.PROGRAM_BYTES + RunCost.bytes(e);
  }

  /** Estimate of the memory that the film of a run takes [bytes]. */
  public static double filmMemory(Experiment e) {
    return RunCost.bytes(e);
  }

  /** 33 200, 1.2 million. */
  private static String count(double n) {
    if (n >= 1e6) {
      return String.format(Locale.ROOT, "%.1f million", n / 1e6);
    }
    double digits = Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(n, 1))) - 2));
    return String.format(Locale.ROOT, "%,.0f", Math.rint(n / digits) * digits).replace(',', ' ');
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

  private static String temperature(Experiment e) {
    String middle = Quantity.format(e.temperature(), Dimension.TEMPERATURE);
    double more = e.film().warmestCorner();
    return more == 0
        ? middle
        : "%s in the middle, %s to %s between corners"
            .formatted(
                middle,
                Quantity.format(e.temperature() - more, Dimension.TEMPERATURE),
                Quantity.format(e.temperature() + more, Dimension.TEMPERATURE));
  }
}
