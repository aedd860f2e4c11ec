package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Table;
import hopfilm.magnet.DomainTopology;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Many nearly degenerate mazes, stable without current, moved but not unmade by it. */
final class Landscape implements Claim {

  private static final String EVERY = "1 ns";

  @Override
  public String id() {
    return "landscape";
  }

  @Override
  public String title() {
    return "Many textures of nearly the same energy";
  }

  @Override
  public String source() {
    return "Magnetic synapse and Intrinsic Hebbian learning: many nearly degenerate textures span a huge"
        + " space; they are stable without a current. Under it stripes twist and move, but are not easily"
        + " created or destroyed.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "degenerate",
            "the energies of relaxed mazes scatter by less than 10 % of what the mean maze gains on the"
                + " uniform film"),
        Criterion.of(
            "stay", "without current for 50 ns the mean m(0).m(t) of every film stays above 0.9"),
        Criterion.of(
            "move", "20 ns of training bring the mean m(0).m(t) below 0.7, mean over films"),
        Criterion.of(
            "conserved",
            "the length of the walls (mz = 0) changes by less than 20 % meanwhile, mean over films"),
        Criterion.of(
            "ends",
            "the number of domains and that of free ends of stripes change by less than half meanwhile,"
                + " mean over films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(Trainings.onPaperFilm(effort));
    runs.addAll(AlongAndAcross.undriven(effort));
    runs.add(helix(effort));
    runs.addAll(watched(effort));
    return runs;
  }

  /** Trainings with a snapshot every nanosecond. */
  private static List<PlannedRun> watched(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, 4)) {
      Experiment e =
          Films.paper(
              effort, "train.pattern=+--+", "initial.seed=" + seed, "output.snapshots=" + EVERY);
      runs.add(PlannedRun.of("landscape-watched-seed=" + seed, e).withSnapshots());
    }
    return runs;
  }

  private static PlannedRun helix(Effort effort) {
    return PlannedRun.of(
            "landscape-helix",
            Films.paperWith(
                effort,
                "  - measure: relaxed\n",
                "initial.texture=helix",
                "initial.period=66.6 nm"))
        .illustrated();
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> trained = finished.get(Trainings.onPaperFilm(effort));
    energies(trained, finished.get(helix(effort)), evidence);
    List<Double> still = new ArrayList<>();
    for (FinishedRun run : finished.get(AlongAndAcross.undriven(effort))) {
      List<VectorField> m = run.snapshots();
      VectorField start = m.get(run.relaxed());
      still.add(
          m.subList(run.relaxed() + 1, m.size()).stream()
              .mapToDouble(later -> FilmMotion.overlap(start, later))
              .min()
              .orElseThrow());
    }
    Spread s = Spread.of(still);
    evidence.number("least mean m(0).m(t) within 50 ns without current", s, "");
    evidence.decide(
        "stay",
        s.least() > 0.9,
        "the least is %s, n = %d".formatted(Numbers.text(s.least()), s.n()));
    driven(trained, evidence);
    watch(finished.get(watched(effort)), evidence);
    evidence.picture(
        "charge",
        new BandChart(trained)
            .draw(
                "Topological charge in training",
                "all three patterns",
                "time under current (ns)",
                "Q",
                List.of("Q"),
                List.of("Q"))
            .figure(),
        "Mean of n = %d films; the band is from the lowest to the highest."
            .formatted(trained.size()));
  }

  private static void energies(List<FinishedRun> trained, FinishedRun helix, Evidence evidence)
      throws IOException {
    Experiment e = helix.experiment();
    Grid g = e.film().grid();
    double area = g.sizeX() * g.sizeY();
    double uniform = -e.material().Ku() * g.sizeZ();
    List<Double> gains = new ArrayList<>();
    List<Long> seen = new ArrayList<>();
    for (FinishedRun run : trained) {
      if (!seen.contains(run.seed())) {
        seen.add(run.seed());
        Table t = run.table();
        gains.add(
            (at(t, "E_total", run.experiment().initial().relaxTime()) / area - uniform) * 1e3);
      }
    }
    Spread s = Spread.of(gains);
    double[] h = helix.table().column("E_total");
    double helical = (h[h.length - 1] / area - uniform) * 1e3;
    evidence.number("energy of relaxed mazes against the uniform film", s, "mJ/m\u00b2");
    evidence.number(
        "energy of six straight stripes against the uniform film", helical, 1, "mJ/m\u00b2");
    double share = s.n() < 2 ? 0 : s.deviation() / Math.abs(s.mean());
    evidence.number("scatter of the energy / gain", share, s.n(), "");
    evidence.number(
        "energy of relaxed mazes against six straight stripes",
        Spread.of(gains.stream().map(gain -> gain - helical).toList()),
        "mJ/m\u00b2");
    evidence.picture(
        "helix", helix.figure("texture-before"), "Straight stripes, relaxed for 10 ns.");
    evidence.picture("maze", trained.get(0).figure("texture-before"), "A maze, relaxed for 10 ns.");
    evidence.decide(
        "degenerate",
        s.mean() < 0 && share < 0.1,
        "they scatter by %s of it, n = %d".formatted(Numbers.text(share), s.n()));
  }

  private static void driven(List<FinishedRun> trained, Evidence evidence) throws IOException {
    List<Double> overlap = new ArrayList<>();
    List<Double> length = new ArrayList<>();
    List<Double> charge = new ArrayList<>();
    List<DomainTopology> before = new ArrayList<>();
    List<DomainTopology> after = new ArrayList<>();
    for (FinishedRun run : trained) {
      List<VectorField> m = run.snapshots();
      VectorField start = m.get(run.relaxed());
      VectorField end = m.get(m.size() - 1);
      before.add(DomainTopology.of(start));
      after.add(DomainTopology.of(end));
      overlap.add(FilmMotion.overlap(start, end));
      int last = after.size() - 1;
      length.add(after.get(last).wallLength() / before.get(last).wallLength() - 1);
      Table t = run.table();
      double[] q = t.column("Q");
      charge.add(q[q.length - 1] - at(t, "Q", run.experiment().initial().relaxTime()));
    }
    Spread o = Spread.of(overlap);
    Spread l = Spread.of(length);
    evidence.number("mean m(0).m(20 ns) in training", o, "");
    evidence.number("relative change of the wall length in training", l, "");
    evidence.number("change of the topological charge in training", Spread.of(charge), "");
    evidence.decide("move", o.mean() < 0.7, "it is %s, n = %d".formatted(o.text(2), o.n()));
    evidence.decide(
        "conserved",
        Math.abs(l.mean()) < 0.2,
        "it changes by %s, n = %d".formatted(l.text(3), l.n()));
    topology(before, after, evidence);
  }

  private static void topology(
      List<DomainTopology> before, List<DomainTopology> after, Evidence evidence) {
    Spread domains = Spread.of(before.stream().map(t -> (double) t.domains()).toList());
    Spread ends = Spread.of(before.stream().map(t -> (double) t.ends()).toList());
    Spread length = Spread.of(before.stream().map(t -> t.wallLength() * 1e6).toList());
    Spread domainsAfter = Spread.of(after.stream().map(t -> (double) t.domains()).toList());
    Spread endsAfter = Spread.of(after.stream().map(t -> (double) t.ends()).toList());
    Spread lengthAfter = Spread.of(after.stream().map(t -> t.wallLength() * 1e6).toList());
    evidence.table(
        "Mazes before and after 20 ns of training, mean \u00b1 sd, n = %d".formatted(before.size()),
        List.of("", "before", "after"),
        List.of(
            List.of("connected domains, up and down", domains.text(1), domainsAfter.text(1)),
            List.of("free ends of stripes", ends.text(1), endsAfter.text(1)),
            List.of("length of the walls (\u00b5m)", length.text(2), lengthAfter.text(2))));
    double domainChange = domainsAfter.mean() / domains.mean() - 1;
    double endChange = endsAfter.mean() / ends.mean() - 1;
    evidence.number("relative change of the number of domains", domainChange, domains.n(), "");
    evidence.number("relative change of the number of free ends", endChange, ends.n(), "");
    evidence.decide(
        "ends",
        Math.abs(domainChange) < 0.5 && Math.abs(endChange) < 0.5,
        "from %s to %s domains and from %s to %s ends, n = %d"
            .formatted(
                domains.text(1), domainsAfter.text(1), ends.text(1), endsAfter.text(1), ends.n()));
    evidence.note(
        "A free end is an end point of the skeleton of the domain mz > 0 or mz < 0 inside the film; a"
            + " stripe that runs out at the edge has none there. Domains are connected at the sides of"
            + " cells. The walls are the lines mz = 0.");
  }

  /** Curves of what a snapshot every nanosecond shows. */
  private static void watch(List<FinishedRun> runs, Evidence evidence) throws IOException {
    List<List<DomainTopology>> films = new ArrayList<>();
    for (FinishedRun run : runs) {
      List<VectorField> m = run.snapshots();
      Experiment e = run.experiment();
      int first = (int) Math.round(e.initial().relaxTime() / e.duration() * (m.size() - 1));
      films.add(m.subList(first, m.size()).stream().map(DomainTopology::of).toList());
    }
    double span =
        runs.get(0).experiment().duration() - runs.get(0).experiment().initial().relaxTime();
    int rows = films.get(0).size();
    double[] time = new double[rows];
    for (int k = 0; k < rows; k++) {
      time[k] = span * 1e9 * k / (rows - 1);
    }
    String caption =
        "Training on +--+, a snapshot each %s; mean of n = %d films, the band is from the lowest to"
                .formatted(EVERY, films.size())
            + " the highest.";
    CurveChart walls =
        new CurveChart(
            "Length of the walls in training",
            "mz = 0",
            "time under current (ns)",
            "length / start");
    band(walls, "walls", time, films, (t, start) -> t.wallLength() / start.wallLength());
    evidence.picture("walls", walls.figure(), caption);
    CurveChart ends =
        new CurveChart(
            "Free ends and domains in training",
            "of both signs of mz",
            "time under current (ns)",
            "number");
    band(ends, "free ends of stripes", time, films, (t, start) -> t.ends());
    band(ends, "connected domains", time, films, (t, start) -> t.domains());
    evidence.picture("ends", ends.figure(), caption);
  }

  private static void band(
      CurveChart chart,
      String label,
      double[] time,
      List<List<DomainTopology>> films,
      ToDoubleBiFunction<DomainTopology, DomainTopology> value) {
    double[] mean = new double[time.length];
    double[] low = new double[time.length];
    double[] high = new double[time.length];
    for (int k = 0; k < time.length; k++) {
      int row = k;
      Spread s =
          Spread.of(films.stream().map(f -> value.applyAsDouble(f.get(row), f.get(0))).toList());
      mean[k] = s.mean();
      low[k] = s.least();
      high[k] = s.greatest();
    }
    chart.band(label, time, mean, low, high);
  }

  private static double at(Table t, String column, double time) {
    double[] times = t.column("t");
    int best = 0;
    for (int i = 0; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    return t.column(column)[best];
  }
}
