package hopfilm.claims;

import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Weights;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.run.Evaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** -E' is the additional Joule heat of the texture. */
final class JouleHeatDifference implements Claim {

  /** Read at this voltage [V]; the ratio does not depend on it. */
  private static final double V0 = 0.05;

  private static final double ROUNDING = 1e-8;

  @Override
  public String id() {
    return "heat";
  }

  @Override
  public String title() {
    return "The energy of a pattern is heat";
  }

  @Override
  public String source() {
    return "Eq. 7 and the paragraph below it: -E' is the power that the film consumes beyond that of"
        + " the film without a texture. Here E' comes from the two conductance matrices, and the power"
        + " from the fields, as the integral of j.E over the film for the texture itself.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "equal",
            "-E' and the difference of the two powers agree within 1e-8 of the power, for every"
                + " pattern that carries current, against the saturated and the untrained film"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return Trainings.onPaperFilm(effort).stream()
        .filter(r -> r.experiment().initial().seed() == 1)
        .toList();
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Trainings trainings = Trainings.of(runs(effort), finished);
    double worst = 0;
    int n = 0;
    List<List<String>> rows = new ArrayList<>();
    for (FinishedRun run : trainings.all()) {
      List<VectorField> snapshots = run.snapshots();
      VectorField trained = snapshots.get(snapshots.size() - 1);
      VectorField untrained = snapshots.get(run.relaxed());
      VectorField up = Textures.uniform(trained.grid(), 0, 0, 1);
      for (Reference reference : List.of(Reference.SATURATED, Reference.UNTRAINED)) {
        VectorField ref = reference == Reference.SATURATED ? up : untrained;
        Weights weights = trainings.weights(run, reference);
        for (Pattern p : Pattern.all(4)) {
          if (p.isUniform() || !p.equals(p.canonical())) {
            continue;
          }
          double[] v = p.voltages(V0);
          double power = Evaluation.of(run.experiment(), trained, v).driven().power();
          double before = Evaluation.of(run.experiment(), ref, v).driven().power();
          double energy = weights.energy(v);
          double error = Math.abs(-energy - (power - before)) / power;
          worst = Math.max(worst, error);
          n++;
          rows.add(
              List.of(
                  run.pattern(),
                  reference.name().toLowerCase(Locale.ROOT),
                  p.toString(),
                  Numbers.text(-energy * 1e6),
                  Numbers.text((power - before) * 1e6),
                  String.format(Locale.ROOT, "%.1e", error)));
        }
      }
    }
    evidence.number("largest difference / power", worst, n, "");
    evidence.table(
        "Energies and powers at 50 mV",
        List.of(
            "trained",
            "reference",
            "pattern",
            "-E' (\u00b5W)",
            "power difference (\u00b5W)",
            "difference / power"),
        rows);
    evidence.decide(
        "equal",
        worst <= ROUNDING,
        String.format(
            Locale.ROOT, "the largest difference is %.1e of the power, %d cases", worst, n));
  }
}
