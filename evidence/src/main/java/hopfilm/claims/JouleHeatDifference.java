package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Weights;
import hopfilm.input.Spelling;
import hopfilm.magnet.Textures;
import hopfilm.reading.FilmReadings;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.run.Evaluation;
import java.util.List;
import java.util.Map;

/** -E' is the additional Joule heat of the texture. */
final class JouleHeatDifference {

  /** Read at this voltage [V]; the ratio does not depend on it. */
  private static final double V0 = 0.05;

  private static final double ROUNDING = 1e-8;

  private JouleHeatDifference() {}

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    List<FinishedRun> runs = films.values().iterator().next();
    double worst = 0;
    int n = 0;
    Rows table =
        e.table(
            "Energies and powers at 50 mV",
            "trained | reference | pattern | -E' (\u00b5W) | power difference (\u00b5W) | difference / power");
    for (FinishedRun run : runs) {
      VectorField trained = run.after();
      VectorField untrained = run.before();
      VectorField up = Textures.uniform(trained.grid(), 0, 0, 1);
      for (Reference reference : List.of(Reference.SATURATED, Reference.UNTRAINED)) {
        VectorField ref = reference == Reference.SATURATED ? up : untrained;
        Weights weights =
            new FilmReadings(run, List.of(run), Evaluation.EQUATIONS).weights("trained", reference);
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
          table.row(
              run.pattern(),
              Spelling.of(reference),
              p,
              text(-energy * 1e6),
              text((power - before) * 1e6),
              text("%.1e", error));
        }
      }
    }
    e.number("largest difference / power", worst, n, "");
    e.decide(
        "equal",
        worst <= ROUNDING,
        "the largest difference is %.1e of the power, %d cases",
        worst,
        n);
  }
}
