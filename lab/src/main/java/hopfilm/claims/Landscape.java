package hopfilm.claims;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Table;
import hopfilm.study.Experiment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Many nearly degenerate mazes, stable without current, moved but not unmade by it. */
final class Landscape implements Claim {

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
            "the length of the walls (mz = 0) changes by less than 20 % meanwhile, mean over films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(Trainings.onPaperFilm(effort));
    runs.addAll(AlongAndAcross.undriven(effort));
    runs.add(helix(effort));
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
      still.add(overlap(start(run, m), m.get(m.size() - 1)));
    }
    Spread s = Spread.of(still);
    evidence.number("mean m(0).m(50 ns) without current", s, "");
    evidence.decide(
        "stay",
        s.least() > 0.9,
        "the least is %s, n = %d".formatted(ClaimsReport.number(s.least()), s.n()));
    driven(trained, evidence);
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
    evidence.picture(
        "helix", helix.figure("texture-before"), "Straight stripes, relaxed for 10 ns.");
    evidence.picture("maze", trained.get(0).figure("texture-before"), "A maze, relaxed for 10 ns.");
    evidence.decide(
        "degenerate",
        s.mean() < 0 && share < 0.1,
        "they scatter by %s of it, n = %d".formatted(ClaimsReport.number(share), s.n()));
  }

  private static void driven(List<FinishedRun> trained, Evidence evidence) throws IOException {
    List<Double> overlap = new ArrayList<>();
    List<Double> length = new ArrayList<>();
    List<Double> charge = new ArrayList<>();
    for (FinishedRun run : trained) {
      List<VectorField> m = run.snapshots();
      VectorField before = start(run, m);
      VectorField after = m.get(m.size() - 1);
      overlap.add(overlap(before, after));
      length.add(walls(after) / walls(before) - 1);
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
  }

  private static VectorField start(FinishedRun run, List<VectorField> snapshots) {
    Experiment e = run.experiment();
    double share = e.initial().relaxTime() / e.duration();
    return snapshots.get((int) Math.round(share * (snapshots.size() - 1)));
  }

  private static double at(Table t, String column, double time) {
    double[] times = t.column("t");
    int best = 0;
    for (int i = 0; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    return t.column(column)[best];
  }

  private static double overlap(VectorField a, VectorField b) {
    double sum = 0;
    int n = a.grid().cells();
    for (int i = 0; i < n; i++) {
      sum += a.x()[i] * b.x()[i] + a.y()[i] * b.y()[i] + a.z()[i] * b.z()[i];
    }
    return sum / n;
  }

  /**
   * Length of the lines mz = 0 [cells]: bonds across which mz changes sign, times pi/4, the mean
   * over directions of length per crossed bond.
   */
  private static double walls(VectorField m) {
    Grid g = m.grid();
    double[] z = m.z();
    int crossed = 0;
    for (int j = 0; j < g.ny(); j++) {
      for (int i = 0; i < g.nx(); i++) {
        int c = g.index(i, j, 0);
        crossed += i + 1 < g.nx() && z[c] * z[g.index(i + 1, j, 0)] < 0 ? 1 : 0;
        crossed += j + 1 < g.ny() && z[c] * z[g.index(i, j + 1, 0)] < 0 ? 1 : 0;
      }
    }
    return Math.PI / 4 * crossed;
  }
}
